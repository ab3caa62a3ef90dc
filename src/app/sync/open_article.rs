//! Opening: an article of the archive into the reader, with what the archive does not hold found again.

use crate::app::state::State;
use crate::app::widget::navigation::Scroll;
use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::model::property::typed;

/// Shows an article in the reader, unless it is the one that is there; an index of another archive changes nothing.
pub fn show(state: &mut State, ix: ArticleIx) {
    let Some(segment) = state.archive.segment_of(ix).cloned() else { return };
    if state.reader.shows(ix, &segment) {
        return;
    }
    if let Some(article) = state.study(ix) {
        state.reader.show(ix, segment, article);
        resume(state);
    }
}

/// Shows the open article as the archive holds it now, scrolled as it is.
pub fn refresh(state: &mut State) {
    let Some(ix) = state.reader.open else { return };
    if state.archive.segment_of(ix).is_some_and(|segment| !state.reader.shows(ix, segment)) {
        again(state);
    }
}

/// Studies the open article again, scrolled as it is.
pub fn again(state: &mut State) {
    let Some(ix) = state.reader.open else { return };
    let Some((segment, article)) = state.archive.segment_of(ix).cloned().zip(state.study(ix)) else { return };
    state.reader.show_again(ix, segment, article);
}

/// Goes to where one stopped in the open article, in an earlier run.
pub fn resume(state: &mut State) {
    let Some(article) = state.open_article().cloned().filter(|_| !state.reader.has_place()) else { return };
    let Some(place) = state.notes.all.of_whole(ArticleKey::of(&article), &article.body).get(typed::Place).copied().flatten()
    else {
        return;
    };
    let offset = article.body.char_indices().nth(place as usize).map(|(at, _)| at);
    if offset.is_some() {
        state.reader.go_to(Scroll { offset, above: 0 });
    }
}
