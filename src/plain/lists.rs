//! Lists line by line: the articles, the timeline, the actors, the notes, what is to be reviewed. A number picks, `more` goes on.

use std::mem;

use crate::app::asked::wish::Wish;
use crate::app::filter::timeline_date;
use crate::app::keys::command::{Command, Pane};
use crate::app::overlay::Overlay;
use crate::app::panes::timeline::TimelineRow;
use crate::app::panes::timeline_window;
use crate::app::review::anchor_report;
use crate::app::state::State;
use crate::model::annotation::ArticleKey;
use crate::model::confidence::Confidence;
use crate::model::date::PublicationDate;
use crate::model::property::typed;
use crate::plain::desk::{Desk, Going, Pickable};
use crate::plain::words::{number, word};
use crate::plain::{overlay_rows, words};
use crate::query::results::folding::{ListRow, RowPlace};
use crate::tr;

/// Rows that are said at once.
pub(super) const ROWS: usize = 20;

/// Says what was opened, and how to begin.
pub(super) fn greet(desk: &mut Desk) -> anyhow::Result<()> {
    stand(desk)?;
    let problems = desk.state.load.problems.iter().filter(|problem| !problem.is_put_right()).count();
    if problems > 0 {
        let files = word(words::FILES);
        desk.out.say(&tr!(
            "{n} file could not be read whole; “{files}” says which" | "{n} files could not be read whole; “{files}” says which",
            n = problems,
            files
        ))?;
    }
    let (list, help) = (word(words::LIST), word(words::HELP));
    desk.out.say(&tr!("“{list}” says the articles, a number opens one, “{help}” says all words.", list, help))?;
    Ok(())
}

/// Says what is listed, what it is filtered by, and what is open.
pub(super) fn stand(desk: &mut Desk) -> anyhow::Result<Going> {
    let (listed, all) = (desk.state.results.current.matches.len(), desk.state.archive.len());
    desk.out.say(&tr!("{n} article of {all}" | "{n} articles of {all}", n = listed, all))?;
    let folded = desk.state.folded_away();
    if folded > 0 {
        let name = Command::FoldCopies.spec().map_or("", |spec| spec.name);
        desk.out.say(&tr!(
            "{n} copy of others is folded, and has no number; “:{name}” changes that"
                | "{n} copies of others are folded, and have no number; “:{name}” changes that",
            n = folded,
            name
        ))?;
    }
    let facets = desk.state.filter.selection.facets.iter().map(|facet| facet.label(desk.state.archive.actors()));
    let understood = desk.state.filter.understood.iter().cloned().chain(facets).collect::<Vec<_>>().join(", ");
    if !understood.is_empty() {
        desk.out.say(&tr!("filter: {understood}", understood))?;
    }
    if listed == 0 {
        let ways: Vec<String> = desk.state.results.current.overview.elsewhere.iter().map(ToString::to_string).collect();
        ways.iter().try_for_each(|way| desk.out.say(way))?;
    }
    if let Some(article) = desk.open_article().and_then(|_| desk.state.open_article().cloned()) {
        desk.out.say(&tr!("Open: {title}", title = article.title))?;
    }
    if let Some(standing) = desk.state.notes.unsaved.standing() {
        desk.out.say(&standing)?;
    }
    Ok(Going::Go)
}

/// Says the articles, from a number on.
pub(super) fn articles(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let from = if rest.is_empty() { Some(1) } else { number(desk, rest) };
    let Some(from) = from else { return Ok(Going::Go) };
    (desk.listing, desk.next_row) = (Pickable::Articles, from - 1);
    more(desk)
}

/// Goes on with what was listed last.
pub(super) fn more(desk: &mut Desk) -> anyhow::Result<Going> {
    let from = desk.next_row;
    let (rows, all): (Vec<String>, usize) = match &desk.listing {
        Pickable::Articles => {
            let all = desk.state.list_len();
            let row = |at| Some(article(&desk.state, at, desk.state.list_row(at)?));
            ((from..all).take(ROWS).filter_map(row).collect(), all)
        }
        Pickable::Actors => {
            let all = desk.state.results.current.overview.actors.len();
            ((from..all).take(ROWS).filter_map(|at| actor_row(&desk.state, at)).collect(), all)
        }
        Pickable::Places(places) => {
            let row = |at: usize| Some(format!("{}. {}", at + 1, event(&desk.state, places.get(at)?)));
            ((from..places.len()).take(ROWS).filter_map(row).collect(), places.len())
        }
        Pickable::Overlay => overlay_rows::rows(&desk.state, from, ROWS),
    };
    rows.iter().try_for_each(|row| desk.out.say(row))?;
    desk.next_row = from + rows.len();
    if desk.next_row < all {
        let more = word(words::MORE);
        desk.out.say(&tr!("{at} of {all}; “{more}” goes on", at = desk.next_row, all, more))?;
    } else if rows.is_empty() {
        desk.out.say(tr!("That is all."))?;
    }
    Ok(Going::Go)
}

/// A row of the list of articles: its number, its date, its headline, its outlet, and its states in words.
fn article(state: &State, at: usize, row: ListRow) -> String {
    let Some(article) = state.archive.get(row.article) else { return String::new() };
    let mut parts = vec![date(article.date(), article.date_confidence()), article.title().to_owned()];
    parts.extend(article.source().map(str::to_owned));
    let key = ArticleKey::from(article);
    let known = state.notes.all.of_whole(key.clone(), article.body());
    let states = [
        (known.is(typed::Starred), tr!("state" => "starred")),
        (state.notes.all.is_annotated(&key), tr!("has notes")),
        (known.is(typed::Read), tr!("state" => "read")),
        (row.place == RowPlace::Under, tr!("a copy of the article above")),
    ];
    parts.extend(states.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.to_owned()));
    if let RowPlace::Folded(count) | RowPlace::Opened(count) = row.place {
        parts.push(tr!("{n} copy" | "{n} copies", n = count));
    }
    format!("{}. {}", at + 1, parts.join(", "))
}

/// A publication date in words, as sure as it is.
fn date(date: PublicationDate, sure: Option<Confidence>) -> String {
    let said = match date {
        PublicationDate::Unknown => return tr!("no date").to_owned(),
        PublicationDate::On(date) => date.to_string(),
        PublicationDate::Between(from, to) => tr!("between {from} and {to}", from, to),
        PublicationDate::Since(from) => tr!("{from} or later", from),
    };
    if sure == Some(Confidence::Likely) { tr!("{said} likely", said) } else { said }
}

/// Says the events in time, from a date on.
pub(super) fn timeline(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let entries = &desk.state.results.current.overview.chronology.entries;
    let places = entries.iter().map(|entry| (entry.article, entry.timex)).collect();
    let mut from = 0;
    if !rest.is_empty() {
        if !timeline_date::go_to(&mut desk.state, rest) {
            desk.state.error(tr!("“{rest}” is no date; give one such as 2020-05 or 2020-05-16", rest));
            return Ok(Going::Go);
        }
        desk.state.status = None;
        let row = desk.state.timeline.rows.get(desk.state.timeline.cursor.at);
        from = if let Some(TimelineRow::Entry(row)) = row { row.entries.start } else { 0 };
    }
    (desk.listing, desk.next_row) = (Pickable::Places(places), from);
    more(desk)
}

/// An event, or another place in an article, in words.
fn event(state: &State, (article, place): &(crate::model::archive::ArticleIx, Option<crate::text::span::Span>)) -> String {
    let entries = &state.results.current.overview.chronology.entries;
    let entry = entries.iter().find(|entry| entry.article == *article && entry.timex == *place);
    match (entry, state.archive.get(*article)) {
        (Some(entry), Some(_)) => {
            let told = tr!("{n} article" | "{n} articles", n = entry.articles());
            let filed = entry.filed();
            let when = if filed.interval() == entry.interval { filed.to_string() } else { entry.interval.to_string() };
            format!("{when}: {} ({told})", timeline_window::label(&state.archive, entry))
        }
        (None, Some(article)) => {
            place.map_or_else(String::new, |place| article.slice(article.sentence_at(place.first())).to_owned())
        }
        (_, None) => String::new(),
    }
}

/// Says the actors of the articles listed.
pub(super) fn actors(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let from = if rest.is_empty() { Some(1) } else { number(desk, rest) };
    let Some(from) = from else { return Ok(Going::Go) };
    (desk.listing, desk.next_row) = (Pickable::Actors, from - 1);
    more(desk)
}

fn actor_row(state: &State, at: usize) -> Option<String> {
    let count = state.results.current.overview.actors.get(at)?;
    let name = state.archive.actors().name(count.actor);
    let articles = tr!("{n} article" | "{n} articles", n = count.articles);
    Some(format!("{}. {name}, {articles}", at + 1))
}

/// Says what the articles listed tell of an actor.
pub(super) fn actor(desk: &mut Desk, row: usize) -> anyhow::Result<Going> {
    if row >= desk.state.results.current.overview.actors.len() {
        desk.state.error(tr!("there is no number {number} here", number = row + 1));
        return Ok(Going::Go);
    }
    let focus = mem::replace(&mut desk.state.focus, Pane::Actors);
    desk.state.actors.cursor.at = row;
    let turn = desk.wish(Wish::Command(Command::Open));
    desk.state.focus = focus;
    turn
}

/// Says the notes, of a query when one is given.
pub(super) fn notes(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    match desk.settle_notes()? {
        Going::Go => {}
        leave => return Ok(leave),
    }
    let turn = desk.wish(Wish::Command(Command::Notes))?;
    if turn != Going::Go || rest.is_empty() || !matches!(desk.state.overlay, Some(Overlay::Notes(_))) {
        return Ok(turn);
    }
    desk.wish(Wish::Narrow(rest.to_owned()))
}

/// Says what is to be reviewed.
pub(super) fn review(desk: &mut Desk, _: &str) -> anyhow::Result<Going> {
    match desk.settle_notes()? {
        Going::Go => {}
        leave => return Ok(leave),
    }
    let open = desk.state.notes.reanchor.open.clone();
    if open.is_empty() {
        desk.out.say(tr!("nothing to review: the notes on these articles stand where they were"))?;
    }
    for (at, item) in open.iter().enumerate() {
        let Some(row) = anchor_report::row(&desk.state, item) else { continue };
        let number = at + 1;
        desk.out.say(&format!("{number}. {}: {}, {}", row.state, row.words, row.about))?;
        if let Some(told) = anchor_report::account(&desk.state, item, 0) {
            desk.out.say(&told.reason)?;
        }
        let finding = desk.state.notes.reanchor.finding(item).cloned();
        for (place, at) in finding.into_iter().flat_map(|finding| finding.places).zip(1..) {
            let words = anchor_report::words(&desk.state, place);
            let words = words.map_or_else(|| anchor_report::about(&desk.state, place), |words| tr!("“{words}”", words));
            desk.out.say(&tr!("place {at} of note {number}: {words}", at, number, words))?;
        }
    }
    Ok(Going::Go)
}

/// Decides on a note of the review list.
pub(super) fn decide(desk: &mut Desk, rest: &str, command: Command) -> anyhow::Result<Going> {
    match desk.settle_notes()? {
        Going::Go => {}
        leave => return Ok(leave),
    }
    let (note, place) = rest.split_once(' ').unwrap_or((rest, ""));
    let Some(note) = number(desk, note) else { return Ok(Going::Go) };
    let place = if place.is_empty() { None } else { number(desk, place.trim()) };
    if !rest.contains(' ') || place.is_some() {
        return desk.wish(Wish::Review(note - 1, command, place.map(|place| place - 1)));
    }
    Ok(Going::Go)
}
