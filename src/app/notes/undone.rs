//! Where a change was made that is taken back or done again: its article, and the passage in it, to be named and gone to.

use crate::app::reader::visit;
use crate::app::state::State;
use crate::app::sync::open_article;
use crate::app::sync::pane_sync::mark_in_timeline;
use crate::model::annotation::{ArticleKey, Target};
use crate::model::archive::ArticleIx;
use crate::notes::action::NoteSubject;
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
use crate::text::grapheme::elide;
use crate::text::span::Span;
use crate::tr;

/// Columns of a headline in a message.
const TITLE_COLS: usize = 32;

/// Where a change was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangePlace {
    title: String,
    article: ArticleIx,
    passage: Option<Span>,
}

impl ChangePlace {
    /// Where the first of `subjects` stands that is an article or stands in one of this archive.
    #[must_use]
    pub fn of(state: &State, subjects: &[NoteSubject]) -> Option<Self> {
        let mut targets = subjects.iter().filter_map(|subject| match subject {
            NoteSubject::Annotation(id) => state.notes.all.target_of(*id),
            NoteSubject::Article(key) => Some(Target::Article { article: key.clone().into() }),
            NoteSubject::Event(event) => Some(Target::Article { article: event.article.clone().into() }),
            NoteSubject::Day(_) | NoteSubject::Archive(_) => None,
        });
        targets.find_map(|target| Self::in_archive(state, &target))
    }

    fn in_archive(state: &State, target: &Target) -> Option<Self> {
        let article = ix_of(state, target.article()?)?;
        let found = state.archive.get(article)?;
        let title = elide(found.title(), TITLE_COLS).into_owned();
        let passage = match target {
            Target::Passage { anchor, .. } => Body::new(found.body()).find(anchor).span,
            _ => None,
        };
        Some(Self { title, article, passage })
    }

    /// ` in “Headline”`, for a message.
    #[must_use]
    pub fn words(&self) -> String {
        tr!(" in “{words}”", words = self.title)
    }

    /// Goes there: to the passage in the reader; for what concerns an article as a whole, its row, and the reader shows it.
    pub fn go(self, state: &mut State) {
        if let Some(passage) = self.passage {
            if state.reader.open != Some(self.article) {
                visit::open(state, self.article, Some(passage));
            }
            state.reader.jump_to(passage, state.viewport.reader.rows);
        } else {
            open_article::show(state, self.article);
        }
        if let Some(row) = state.row_of(self.article) {
            state.articles.at = row;
        }
        mark_in_timeline(state);
    }
}

/// The article of a key: the one that is open, nearly always, else whichever of the archive it belongs to.
fn ix_of(state: &State, key: &ArticleKey) -> Option<ArticleIx> {
    let is_it = |ix: &ArticleIx| state.archive.get(*ix).is_some_and(|article| ArticleKey::from(article).is_same(key));
    if let Some(ix) = state.reader.open.or_else(|| state.listed()).filter(is_it) {
        return Some(ix);
    }
    match Register::of([key]).look_up(&state.archive).pop()? {
        Belonging::To(ix, _) => Some(ix),
        Belonging::Several(_) | Belonging::Nowhere => None,
    }
}
