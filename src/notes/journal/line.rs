//! One action as one line of a journal: a JSON object with a checksum in front, so that a damaged line is known for one.
//!
//! A line without a checksum counts as well: whoever edits a journal by hand takes the checksum of the line away.

use serde::Deserialize;
use twox_hash::XxHash3_64;
use ulid::Ulid;

use crate::notes::action::{Action, FieldChange, NoteSubject, SCHEMA};
use crate::notes::borrowed::{BorrowedOp, ParsedOp};
use crate::notes::id_gen::LATEST;

/// What a line with a checksum begins with. Sixteen hexadecimal digits follow: XXH3 of the line behind `",`.
const HEAD: &str = "{\"sum\":\"";
/// The length of a checksum.
const DIGITS: usize = 16;
/// What stands behind it.
const BEHIND: &str = "\",";

/// Why a line is no action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is damaged.
    Damaged,
    /// A newer version of the program wrote it, in this schema.
    Newer(u32),
    /// Its identifier is of a time that no clock shows; it would win over all that is done from now on.
    FarFuture,
}

/// The line that says `action`, with its end.
#[must_use]
pub fn write(action: &Action) -> String {
    // Strings, numbers and lists alone: there is nothing in an action that JSON cannot say.
    let json = serde_json::to_string(action).unwrap_or_default();
    let rest = json.strip_prefix('{').unwrap_or_default();
    format!("{HEAD}{:016x}{BEHIND}{rest}\n", XxHash3_64::oneshot(rest.as_bytes()))
}

/// Reads a line without its end, in its own words if it is as most are.
///
/// # Errors
/// As [`read`].
pub fn tell(line: &[u8]) -> Result<ParsedOp<'_>, Unreadable> {
    if !is_sound(line) {
        return Err(Unreadable::Damaged);
    }
    let told =
        BorrowedOp::read(line).map_or_else(|| parse(line).map(ParsedOp::Whole), |borrowed| Ok(ParsedOp::Borrowed(borrowed)))?;
    if told.id().timestamp_ms() > LATEST { Err(Unreadable::FarFuture) } else { Ok(told) }
}

/// Reads a line without its end.
///
/// # Errors
/// When it is damaged or newer, or no clock can have dated it.
pub fn read(line: &[u8]) -> Result<Action, Unreadable> {
    let action = if is_sound(line) { parse(line)? } else { return Err(Unreadable::Damaged) };
    if action.id.timestamp_ms() > LATEST { Err(Unreadable::FarFuture) } else { Ok(action) }
}

fn parse(line: &[u8]) -> Result<Action, Unreadable> {
    #[derive(Deserialize)]
    struct Version {
        schema: u32,
    }
    serde_json::from_slice(line).map_err(|_| match serde_json::from_slice(line) {
        Ok(Version { schema }) if schema > SCHEMA => Unreadable::Newer(schema),
        _ => Unreadable::Damaged,
    })
}

/// What can be told of a line of a newer version: who wrote it, and what it is about. It sets nothing.
#[must_use]
pub fn outline(line: &[u8]) -> Option<Action> {
    #[derive(Deserialize)]
    struct Outline {
        id: Ulid,
        #[serde(default)]
        time: u64,
        device: String,
        schema: u32,
        #[serde(default)]
        changes: Vec<serde_json::Value>,
    }
    let Outline { id, time, device, schema, changes } = serde_json::from_slice(line).ok()?;
    let subject = |change: &serde_json::Value| NoteSubject::deserialize(change.get("of")?).ok();
    let changes = changes.iter().filter_map(subject).map(|of| FieldChange::new(of, [])).collect();
    (id.timestamp_ms() <= LATEST).then_some(Action { id, time, device, schema, archive: String::new(), reverses: None, changes })
}

/// The actions in a line that cannot be read as one: a lost line end has put two into one, or a torn one before another.
#[must_use]
pub fn salvage(line: &[u8]) -> Vec<Action> {
    let heads: Vec<usize> = memchr::memmem::find_iter(line, HEAD).collect();
    let ends = heads.iter().skip(1).copied().chain([line.len()]);
    let pieces = heads.iter().zip(ends).filter_map(|(start, end)| line.get(*start..end));
    pieces.filter_map(|piece| read(piece).or_else(|_| read(piece.split_last().map_or(piece, |(_, rest)| rest))).ok()).collect()
}

/// Whether the checksum of the line is right, or it has none.
fn is_sound(line: &[u8]) -> bool {
    let Some(behind) = line.strip_prefix(HEAD.as_bytes()) else { return true };
    let Some((sum, rest)) = behind.split_at_checked(DIGITS) else { return false };
    let told = str::from_utf8(sum).ok().and_then(|digits| u64::from_str_radix(digits, 16).ok());
    rest.strip_prefix(BEHIND.as_bytes()).is_some_and(|rest| told == Some(XxHash3_64::oneshot(rest)))
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, read, tell, write};
    use crate::notes::action::Action;

    #[test]
    fn a_line_from_the_end_of_time_is_refused_in_its_own_words_and_whole() {
        for (id, is_refused) in [("7ZZZZZZZZZTSV4RRFFQ69G5FAV", true), ("01ARZ3NDEKTSV4RRFFQ69G5FAV", false)] {
            let borrowed = format!(
                r#"{{"id":"{id}","time":1,"device":"laptop","schema":1,"changes":[{{"of":{{"annotation":"{id}"}},"set":{{"note":"n"}}}}]}}"#
            );
            let whole = borrowed.replace("note", "draft");
            for line in [borrowed.as_bytes(), whole.as_bytes()] {
                assert_eq!(tell(line).err(), is_refused.then_some(Unreadable::FarFuture));
                assert_eq!(read(line).err(), is_refused.then_some(Unreadable::FarFuture));
            }
        }
    }

    #[test]
    fn a_field_set_to_nothing_is_kept_as_it_stands() {
        const ID: &str = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        for field in ["note", "target", "deleted"] {
            let line = format!(
                r#"{{"id":"{ID}","time":1,"device":"laptop","schema":1,"archive":"a","changes":[{{"of":{{"annotation":"{ID}"}},"set":{{"{field}":null}}}}]}}"#
            );
            let whole = read(line.as_bytes()).unwrap();
            assert_eq!(Action::from(tell(line.as_bytes()).unwrap()), whole, "{field}");
            assert!(write(&whole).contains(&format!(r#""{field}":null"#)), "{field}");
        }
    }
}
