//! What would lie over the panes, in words: lists to pick from by number, pages, questions. A page that was said is closed.

use std::mem;

use crate::app::overlay::Overlay;
use crate::app::viewport::Size;
use crate::app::widget::prompt::PromptKind;
use crate::plain::desk::{Desk, Pickable};
use crate::plain::{lists, side_by_side};
use crate::tr;

/// A page as wide as this has no line wrapped.
const UNWRAPPED: Size = Size { cols: 1 << 20, rows: 1 };

/// Says what has come to lie over the panes, and what is asked for.
pub(super) fn tell(desk: &mut Desk) -> anyhow::Result<()> {
    let is_said = mem::take(&mut desk.is_overlay_said);
    match &mut desk.state.overlay {
        None => {
            if desk.listing == Pickable::Overlay {
                desk.listing = Pickable::Articles;
            }
        }
        Some(Overlay::Picker(_) | Overlay::Notes(_) | Overlay::Actor(_)) => {
            desk.is_overlay_said = true;
            if !is_said {
                open_list(desk)?;
            }
        }
        Some(Overlay::Page(page)) => {
            page.fit(UNWRAPPED);
            let lines: Vec<String> = page.rows.iter().map(|row| labelled(&row.label, &row.text)).collect();
            let title = page.title;
            desk.out.say(title)?;
            lines.iter().filter(|line| !line.is_empty()).try_for_each(|line| desk.out.say(line))?;
            desk.state.overlay = None;
        }
        Some(Overlay::Sheet(_) | Overlay::Compare(_)) => match desk.state.overlay.take() {
            Some(Overlay::Sheet(page)) => side_by_side::sheet(desk, &page.sheet)?,
            Some(Overlay::Compare(page)) => side_by_side::comparison(desk, &page)?,
            _ => {}
        },
        Some(Overlay::Review(_)) => desk.state.overlay = None,
        Some(Overlay::Note(editor)) if !desk.is_writing => {
            let words = editor.text();
            desk.is_writing = true;
            // What the room says of it names keys.
            desk.state.status = None;
            desk.out.say(tr!("Write the note; a line with a dot alone ends it."))?;
            if !words.is_empty() {
                desk.out.say(&tr!("It says so far: {words}", words))?;
            }
        }
        Some(Overlay::Note(_)) => {}
    }
    tell_prompt(desk)
}

/// A line of a page behind its label. What a key does that there is none of here is not said.
fn labelled(label: &str, text: &str) -> String {
    match label.trim() {
        "" => text.trim().to_owned(),
        label if label == tr!("(no key)") => String::new(),
        label => tr!("{name}: {value}", name = label, value = text.trim()),
    }
}

/// Says the head and the first rows of a list to pick from.
fn open_list(desk: &mut Desk) -> anyhow::Result<()> {
    let title = match &desk.state.overlay {
        Some(Overlay::Picker(picker)) => picker.title.to_string(),
        Some(Overlay::Actor(page)) => page.title.clone(),
        Some(Overlay::Notes(pane)) => {
            let counted = || tr!("{n} note of {all}" | "{n} notes of {all}", n = pane.shown(), all = pane.len());
            pane.selection.fault().map_or_else(counted, ToString::to_string)
        }
        _ => return Ok(()),
    };
    desk.out.say(&title)?;
    (desk.listing, desk.next_row) = (Pickable::Overlay, 0);
    lists::more(desk)?;
    Ok(())
}

/// Says what the next line answers.
fn tell_prompt(desk: &mut Desk) -> anyhow::Result<()> {
    let Some(prompt) = &desk.state.prompt else { return Ok(()) };
    let asked = match prompt.purpose {
        PromptKind::Filter => tr!("Filter the articles by: "),
        PromptKind::Search { .. } => tr!("Search for: "),
        PromptKind::Date { .. } => tr!("Go to the date: "),
        PromptKind::Command => tr!("Command: "),
        PromptKind::Correct(field, _) => field.label(),
        PromptKind::Rename(_) => tr!("name: "),
        PromptKind::Title => tr!("Title, empty for the name of the archive: "),
        PromptKind::Case { .. } => tr!("Name of the case: "),
        PromptKind::Export | PromptKind::ExportSheet => tr!("Export to: "),
    };
    let now = prompt.field.text();
    let text = if now.is_empty() { asked.to_owned() } else { tr!("{asked} now “{now}”", asked = asked.trim_end(), now) };
    desk.out.say(&text)?;
    Ok(())
}
