//! The rows of what would lie over the panes, in words, each with its number.

use crate::app::actors::actor_page::ActorPageRow;
use crate::app::overlay::Overlay;
use crate::app::review::notes_pane::Listed;
use crate::app::review::notes_pane_keys;
use crate::app::state::State;
use crate::app::widget::picker::PickerItem;
use crate::tr;

/// Rows of what lies over the panes, from one on, with their numbers; and how many there are.
pub(super) fn rows(state: &State, from: usize, count: usize) -> (Vec<String>, usize) {
    match &state.overlay {
        Some(Overlay::Picker(picker)) => {
            let row = |(at, (item, text, _)): (usize, (&PickerItem, &str, _))| {
                let note = if item.note.is_empty() { String::new() } else { format!(", {}", item.note) };
                let on = if item.on { tr!(", chosen") } else { "" };
                format!("{}. {text}{note}{on}", at + 1)
            };
            (picker.rows().enumerate().skip(from).take(count).map(row).collect(), picker.shown())
        }
        Some(Overlay::Notes(pane)) => {
            let row = |(at, listed)| note(state, at, listed);
            (pane.rows().enumerate().skip(from).take(count).map(row).collect(), pane.shown())
        }
        Some(Overlay::Actor(page)) => {
            let rows = page.rows.iter().enumerate().skip(from).take(count);
            (rows.map(|(at, row)| actor_row(at, row)).collect(), page.rows.len())
        }
        _ => (Vec::new(), 0),
    }
}

fn note(state: &State, at: usize, listed: Listed) -> String {
    let Some(row) = notes_pane_keys::row(state, listed) else { return format!("{}.", at + 1) };
    let kind = if row.is_draft { Some(tr!("draft").to_owned()) } else { row.color };
    let parts = [kind.unwrap_or_default(), row.words, row.note, row.about];
    format!("{}. {}", at + 1, parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}

/// A row of an actor's page; rows that lead somewhere have a number.
fn actor_row(at: usize, row: &ActorPageRow) -> String {
    match row {
        ActorPageRow::Heading(text) => tr!("{name}:", name = text),
        // A plot of bars says nothing that is heard.
        ActorPageRow::Text(text) if text.contains(|c| ('▁'..='█').contains(&c)) => String::new(),
        ActorPageRow::Text(text) => text.clone(),
        ActorPageRow::Counted(text, count) => tr!("{name}: {value}", name = text, value = count),
        ActorPageRow::Other(_, name, said) => format!("{}. {name}, {said}", at + 1),
        ActorPageRow::Told(told) => {
            let date = told.date.map_or_else(|| tr!("no date").to_owned(), |date| date.to_string());
            format!("{}. {date}: {}", at + 1, told.text)
        }
        ActorPageRow::Gap => String::new(),
    }
}
