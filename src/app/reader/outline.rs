//! The overview of an article: its headings, to go to.

use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::state::State;
use crate::app::sync::pane_sync::mark_in_timeline;
use crate::app::widget::picker::{Picker, PickerChoice, PickerItem};
use crate::model::article::BlockKind;
use crate::text::span::Span;
use crate::tr;

/// Offers the headings of the open article.
pub fn pick(state: &mut State) {
    let Some(article) = state.open_article().cloned() else { return state.info(tr!("no article is open")) };
    let words = |span: Span| span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ");
    let item = |span: Span| PickerItem {
        label: words(span),
        aliases: Vec::new(),
        note: format!("{}%", span.first() * 100 / article.body.len().max(1)),
        choice: PickerChoice::Place(span),
        on: false,
    };
    let items: Vec<_> = article.blocks_of(BlockKind::Heading).map(item).collect();
    if items.is_empty() {
        return state.info(tr!("this article has no headings"));
    }
    state.overlay = Some(Overlay::Picker(Box::new(Picker::new(tr!("Headings"), items))));
}

/// Goes to a place of the open article.
pub fn go_to(state: &mut State, place: Span) {
    visit::leave(state);
    state.reader.jump_to(place, state.viewport.reader.rows);
    mark_in_timeline(state);
}
