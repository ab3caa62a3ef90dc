//! Marking and writing line by line: places are read, wishes made of them.

use crate::app::asked::wish::{NotePlace, Wish};
use crate::app::notes::note_editor_keys;
use crate::app::overlay::Overlay;
use crate::plain::desk::{Desk, Going};
use crate::plain::words::{number, word};
use crate::plain::{article, place, words};
use crate::tr;

/// The place at the head of `rest` and what follows it; says what is wrong with it.
fn placed(desk: &mut Desk, rest: &str) -> Option<(NotePlace, String)> {
    match place::parse(&desk.state, rest) {
        Ok((NotePlace::Words(_) | NotePlace::Article, _)) if desk.open_article().is_none() => {
            desk.state.error(tr!("no article is open"));
            None
        }
        Ok((place, rest)) => Some((place, rest.to_owned())),
        Err(reason) => {
            desk.state.error(reason);
            None
        }
    }
}

/// Marks words, and notes what follows a colon.
pub(super) fn mark(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let Some((place, rest)) = placed(desk, rest) else { return Ok(Going::Go) };
    let NotePlace::Words(span) = place else {
        desk.state.error(tr!("only words of an article can be marked; “{note}” writes a note", note = word(words::NOTE)));
        return Ok(Going::Go);
    };
    let (color, note) = rest.split_once(':').map_or((rest.trim(), ""), |(color, note)| (color.trim(), note.trim()));
    let Some(color) = color_of(desk, color) else { return Ok(Going::Go) };
    let turn = desk.wish(Wish::Mark(span, color))?;
    if turn != Going::Go || note.is_empty() {
        return Ok(turn);
    }
    desk.tell_status()?;
    desk.wish(Wish::Note(NotePlace::Words(span), note.to_owned()))
}

/// The name of a colour that is given by name, letter or number; without one, the one used last, else the first.
fn color_of(desk: &mut Desk, typed: &str) -> Option<String> {
    let notes = &desk.state.notes;
    let letter = || typed.chars().next().filter(|_| typed.chars().count() == 1).and_then(|letter| notes.colors.of_letter(letter));
    let numbered = || typed.parse().ok().and_then(|number| notes.colors.numbered(number));
    if typed.is_empty() {
        return notes.last_color.clone().or_else(|| notes.colors.numbered(1).map(|color| color.name.clone()));
    }
    if let Some(color) = notes.colors.named(typed).or_else(letter).or_else(numbered) {
        return Some(color.name.clone());
    }
    let names: Vec<&str> = notes.colors.iter().map(|color| color.name.as_str()).collect();
    let text = tr!("there is no colour “{typed}”; the colours are {names}", typed, names = names.join(", "));
    desk.state.error(text);
    None
}

/// Writes a note: what follows the place, else the lines that follow.
pub(super) fn note(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let Some((place, text)) = placed(desk, rest) else { return Ok(Going::Go) };
    if !text.is_empty() {
        return desk.wish(Wish::Note(place, text));
    }
    let turn = desk.wish(Wish::NoteBegun(place))?;
    desk.is_writing = desk.state.overlay.is_some();
    if desk.is_writing {
        say_begun(desk)?;
        desk.out.say(tr!("Write the note; a line with a dot alone ends it."))?;
    }
    Ok(turn)
}

/// Says what there is of a note that is gone on with, since it cannot be seen; the next line begins below it.
fn say_begun(desk: &mut Desk) -> anyhow::Result<()> {
    let Some(Overlay::Note(editor)) = &mut desk.state.overlay else { return Ok(()) };
    let text = editor.text();
    if text.is_empty() {
        return Ok(());
    }
    if !editor.field.text().ends_with('\n') {
        editor.field.insert('\n');
    }
    if text != editor.before {
        // What the status line says of a draft names keys.
        desk.state.status = None;
    }
    desk.out.say(tr!("The note goes on behind what there is of it:"))?;
    Ok(desk.out.say_all(&text)?)
}

/// Says which notes an earlier run left unfinished.
pub(super) fn tell_drafts(desk: &mut Desk) -> anyhow::Result<()> {
    let drafts: Vec<_> = desk.state.notes.all.drafts().collect();
    for draft in drafts {
        let what = note_editor_keys::title(&desk.state, &draft.target);
        let told = tr!("Not finished: {what}. “{note}” there goes on with it.", what, note = word(words::NOTE));
        desk.out.say(&told)?;
    }
    Ok(())
}

/// A line of a note; a dot ends it. What was written is a draft until then.
pub(super) fn line(desk: &mut Desk, line: &str) -> anyhow::Result<Going> {
    if line.trim() == "." {
        desk.is_writing = false;
        return desk.wish(Wish::NoteEnded);
    }
    desk.wish(Wish::NoteLine(line.to_owned()))
}

/// Deletes a highlight of the article.
pub(super) fn erase(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let Some(number) = number(desk, rest) else { return Ok(Going::Go) };
    if let Some(id) = desk.state.notes.open.placed.get(number - 1).map(|mark| mark.id) {
        return desk.wish(Wish::Delete(id));
    }
    desk.state.error(tr!("there is no number {number} here", number));
    Ok(Going::Go)
}

/// Says words as a quotation with their source.
pub(super) fn cite(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let Some((place, _)) = placed(desk, rest) else { return Ok(Going::Go) };
    let NotePlace::Words(span) = place else { return article::announce(desk).map(|()| Going::Go) };
    let turn = desk.wish(Wish::Cite(span))?;
    desk.state.status = desk.state.status.take().filter(|status| status.error);
    Ok(turn)
}
