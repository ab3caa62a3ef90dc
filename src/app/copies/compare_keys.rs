//! Comparing: the article at hand beside another of its family or its story, which is asked for where there are several.

use crate::analysis::comparison::Comparison;
use crate::analysis::families::{Family, Member};
use crate::app::copies::compare_page::ComparePage;
use crate::app::keys::command::Command;
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::state::State;
use crate::app::widget::picker::{Picker, PickerChoice, PickerItem};
use crate::locale::translated;
use crate::model::archive::ArticleIx;
use crate::query::index::groups::ArticleGroups;
use crate::tr;

/// Compares the article at hand with another that has its text or tells its event.
pub fn ask(state: &mut State) {
    let Some(ix) = visit::at_hand_ix(state) else { return state.info(tr!("there is no article here")) };
    let Some(groups) = state.copies.groups.clone() else { return state.info(tr!("copies are still being looked for")) };
    let others = others(&groups, ix);
    match others.as_slice() {
        [] => state.info(tr!("no other article has this text or tells this event")),
        [(other, _)] => compare(state, ix, *other),
        several => {
            let items = several.iter().map(|(other, note)| item(state, *other, note)).collect();
            state.overlay = Some(Overlay::Picker(Box::new(Picker::new(tr!("Compare with"), items))));
        }
    }
}

/// The articles that have the text of the one at `ix`, and those that tell its event, each with what it is to it.
fn others(groups: &ArticleGroups, ix: ArticleIx) -> Vec<(ArticleIx, String)> {
    let family: &[Member] = groups.families.family_of(ix).map_or(&[], |family: &Family| &family.members);
    let of_family = family.iter().filter(|member| member.article != ix).map(|member| {
        let leads = family.first().is_some_and(|leader| leader.article == member.article);
        (member.article, if leads { tr!("first").to_owned() } else { translated(member.relation.name()).to_owned() })
    });
    let story = groups.stories.story_of(ix).map_or(&[][..], |story| &story.articles);
    let is_other = |article: &&ArticleIx| **article != ix && !family.iter().any(|member| member.article == **article);
    of_family.chain(story.iter().filter(is_other).map(|article| (*article, tr!("same event").to_owned()))).collect()
}

/// An article to be picked, with what it is to the one at hand.
pub(super) fn item(state: &State, ix: ArticleIx, note: &str) -> PickerItem {
    let label = state.archive.get(ix).map_or_else(String::new, |article| {
        let date = article.date().to_string();
        let parts = [&*date, article.source().unwrap_or_default(), article.title()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    PickerItem { label, aliases: Vec::new(), note: note.to_owned(), choice: PickerChoice::Compare(ix), on: false }
}

/// Compares the article at hand with the one that was picked.
pub fn picked(state: &mut State, other: ArticleIx) {
    if let Some(ix) = visit::at_hand_ix(state) {
        compare(state, ix, other);
    }
}

/// Shows the two side by side, the earlier at the left.
fn compare(state: &mut State, ix: ArticleIx, other: ArticleIx) {
    let day = |ix| state.archive.get(ix).map(|article| article.date().precedence());
    let (left, right) = if day(other) <= day(ix) { (other, ix) } else { (ix, other) };
    let compared = state.archive.get(left).zip(state.archive.get(right));
    let comparison = compared.map(|(left, right)| Comparison::of(left, right));
    let (Some(comparison), Some(one), Some(two)) = (comparison, state.study(left), state.study(right)) else {
        return state
            .error(tr!("the articles are not there any more; {rescan} looks again", rescan = state.key(Command::Rescan)));
    };
    state.overlay = Some(Overlay::Compare(Box::new(ComparePage::new([one, two], comparison))));
}
