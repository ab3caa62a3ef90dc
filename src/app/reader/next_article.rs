//! The way from article to article without leaving the reader: the next and the previous of the list, the next that was not read. It goes by the rows
//! of the list as they are shown: copies that are folded away are passed over.

use crate::app::reader::visit;
use crate::app::state::State;
use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::model::property::typed;
use crate::tr;

/// Articles looked through for one key, so that no key hangs.
const LOOKED_THROUGH: usize = 5000;

/// Opens the next or previous article of the list, at its head or where it was left.
pub fn step(state: &mut State, forward: bool) {
    let (row, last) = (here(state), state.list_len().saturating_sub(1));
    let to = match row {
        None => Some(0),
        Some(row) if forward => Some(row + 1).filter(|row| *row <= last),
        Some(row) => row.checked_sub(1),
    };
    match to.and_then(|row| Some((row, at(state, row)?))) {
        Some((row, article)) => open(state, row, article),
        None if forward => state.info(tr!("this is the last article of the list")),
        None => state.info(tr!("this is the first article of the list")),
    }
}

/// Opens the next article of the list that is not marked as read; from the end on, that from its head.
pub fn next_unread(state: &mut State) {
    let len = state.list_len();
    let from = here(state).map_or(0, |row| row + 1);
    let is_unread = |article: &ArticleIx| {
        let article = state.archive.get(*article);
        article.is_some_and(|article| !state.notes.all.of_whole(ArticleKey::from(article), article.body()).is(typed::Read))
    };
    let rows = (from..from + len).map(|row| row % len).take(LOOKED_THROUGH);
    let found = rows
        .filter_map(|row| Some((row, at(state, row)?)))
        .find(|(_, article)| Some(*article) != state.reader.open && is_unread(article));
    match found {
        Some((row, article)) => open(state, row, article),
        None if len > LOOKED_THROUGH => {
            state.info(tr!("all of the next {articles} articles were read", articles = LOOKED_THROUGH));
        }
        None => state.info(tr!("there is no other article in the list that was not read")),
    }
}

/// The row of the article that is open, or of the one it is folded under.
fn here(state: &State) -> Option<usize> {
    let open = state.reader.open?;
    // Nearly always it is the one the cursor is on.
    if state.listed() == Some(open) { Some(state.articles.at) } else { state.row_of(open) }
}

fn at(state: &State, row: usize) -> Option<ArticleIx> {
    state.list_row(row).map(|row| row.article)
}

fn open(state: &mut State, row: usize, article: ArticleIx) {
    visit::open(state, article, None);
    state.info(tr!("article {at} of {count}", at = row + 1, count = state.list_len()));
}
