//! The page of an event of the timeline: the whole sentence behind its label, and the articles that tell it, by text.

use std::collections::HashSet;

use crate::analysis::families::Family;
use crate::app::keys::command::Command;
use crate::app::overlay::{Overlay, PageLine, TextPage};
use crate::app::panes::timeline::day_of;
use crate::app::panes::timeline_window::label;
use crate::app::state::State;
use crate::model::archive::ArticleIx;
use crate::query::timeline::TimelineEntry;
use crate::tr;

/// Shows the page of the event the timeline is on.
pub fn show(state: &mut State) {
    let at = state.timeline.current();
    let entry = at.and_then(|at| state.results.current.overview.chronology.entries.get(at)).cloned();
    let Some(entry) = entry else {
        if let Some(n) = state.timeline.folded_here() {
            let open = state.key(Command::Open);
            return state.info(tr!(
                "{n} event is folded here; {open} shows it" | "{n} events are folded here; {open} shows them",
                n,
                open
            ));
        }
        let turns = state.key(Command::TimelineBasis);
        return state.info(tr!("there is no event here; {turns} turns between dates mentioned and publication dates", turns));
    };
    let notes = state.noted().of_day(&day_of(&entry));
    state.overlay = Some(Overlay::Page(page(state, &entry, &notes)));
}

fn page(state: &State, entry: &TimelineEntry, notes: &[String]) -> TextPage {
    let mut lines = vec![PageLine::heading(&entry.interval.to_string()), PageLine::text(&label(&state.archive, entry))];
    if let Some(article) = state.archive.get(entry.article) {
        let sentence = entry.text(article).split_whitespace().collect::<Vec<_>>().join(" ");
        lines.extend([PageLine::text(""), PageLine::quote(&sentence)]);
    }
    if !notes.is_empty() {
        lines.extend([PageLine::text(""), PageLine::heading(tr!("Your note on the day"))]);
        lines.extend(notes.iter().map(|note| PageLine::text(&format!("✎ {note}"))));
    }
    let articles: Vec<ArticleIx> = entry.places().map(|(ix, _)| ix).collect();
    lines.extend([PageLine::text(""), PageLine::heading(&told_by(state, &articles))]);
    lines.extend(articles.iter().filter_map(|ix| state.archive.get(*ix)).map(|article| {
        let date = article.date().to_string();
        let parts = [&*date, article.source().unwrap_or_default(), article.title()];
        PageLine::text(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    }));
    TextPage::new(tr!("Event"), lines)
}

/// `Told by 7 articles, 2 origins`; the articles alone while their texts are not compared yet.
pub fn told_by(state: &State, articles: &[ArticleIx]) -> String {
    let told = tr!("Told by {n} article" | "Told by {n} articles", n = articles.len());
    let Some(groups) = &state.copies.groups else { return told };
    let text = |ix: &ArticleIx| groups.families.family_of(*ix).and_then(Family::leader).unwrap_or(*ix);
    let origins: HashSet<ArticleIx> = articles.iter().map(text).collect();
    format!("{told}, {}", tr!("{n} origin" | "{n} origins", n = origins.len()))
}
