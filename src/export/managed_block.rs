//! Zones: the parts of a file that an export may write again. What a person wrote around them stays.
//!
//! A zone stands between two lines, `liseuse:begin NAME SUM` and `liseuse:end NAME`, written as a comment of HTML or Markdown
//! (`<!-- … -->`) or of YAML and Org (`# …`). The sum is that of the zone's text when it was written: a zone that a person has
//! edited is told by it. Pure functions; `runtime::delivery` reads and writes the files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::tr;

const WRAPS: [(&str, &str); 2] = [("<!-- ", " -->"), ("# ", "")];
const BEGIN: &str = "liseuse:begin ";
const END: &str = "liseuse:end ";

/// Why a file cannot be written again.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ZoneError {
    /// It has no zones.
    #[error("{}", tr!("it was not written by liseuse"))]
    Foreign,
    /// A zone is not closed, or closed twice, or stands there twice.
    #[error("{}", tr!("the marker at line {what} has no counterpart, or stands there twice", what = .0))]
    Torn(usize),
    /// Zones were edited.
    #[error("{}", tr!("the marked part at line {what} was edited by hand", what = .0))]
    Edited(usize),
}

/// A text in its parts: what people write, and zones.
#[derive(Debug)]
struct Parts<'a>(Vec<Part<'a>>);

#[derive(Clone, Debug)]
enum Part<'a> {
    Around(&'a str),
    Zone(Zone<'a>),
}

#[derive(Clone, Debug)]
struct Zone<'a> {
    name: &'a str,
    /// The sum in the first marker, when there is one.
    sum: Option<&'a str>,
    /// With both markers.
    whole: &'a str,
    inner: &'a str,
    /// The line of its first marker, from 1.
    line: usize,
}

enum Marker<'a> {
    Begin { name: &'a str, sum: Option<&'a str> },
    End { name: &'a str },
}

/// Whether a line is one of our markers.
#[must_use]
pub fn is_marker(line: &str) -> bool {
    marker(line).is_some()
}

/// `text` with the sum of each zone in its first marker.
///
/// # Errors
/// When a zone has no end.
pub fn seal(text: &str) -> Result<String, ZoneError> {
    let mut out = String::with_capacity(text.len() + 64);
    for part in Parts::read(text)?.0 {
        match part {
            Part::Around(text) => out.push_str(text),
            Part::Zone(zone) => {
                let (first, rest) = zone.whole.split_once('\n').unwrap_or((zone.whole, ""));
                let bare = format!("{BEGIN}{}", zone.name);
                let (head, _) = first.split_once(&bare).unwrap_or((first, ""));
                let tail = WRAPS.iter().find(|(open, _)| *open == head).map_or("", |(_, close)| close);
                // Writing to a string cannot fail.
                let _ = write!(out, "{head}{bare} {}{tail}\n{rest}", sum(zone.inner));
            }
        }
    }
    Ok(out)
}

/// `old` with its zones as they are in `fresh`: zones of the same name are replaced, new ones stand behind the one they follow in
/// `fresh`, those that are no longer there go. Unless `force`, a zone that was edited by hand is an error.
///
/// # Errors
/// When `old` has no zones, when a marker was lost, or when a zone was edited.
pub fn renew(old: &str, fresh: &str, force: bool) -> Result<String, ZoneError> {
    let (old, fresh) = (Parts::read(old)?, Parts::read(fresh)?);
    if old.zones().next().is_none() {
        return Err(ZoneError::Foreign);
    }
    if let Some(edited) = old.zones().find(|zone| !force && zone.sum.is_some_and(|told| told != sum(zone.inner))) {
        return Err(ZoneError::Edited(edited.line));
    }
    let kept: BTreeSet<&str> = old.zones().map(|zone| zone.name).collect();
    let (first, mut behind) = fresh.beside(&kept);
    let current: BTreeMap<&str, &str> = fresh.zones().map(|zone| (zone.name, zone.whole)).collect();
    let mut out = String::new();
    let mut leading = Some(first);
    for part in &old.0 {
        match part {
            Part::Around(text) => out.push_str(text),
            Part::Zone(zone) => {
                let Some(whole) = current.get(zone.name) else { continue };
                leading.take().into_iter().flatten().for_each(|new| add(&mut out, new, true));
                out.push_str(whole);
                behind.remove(zone.name).into_iter().flatten().for_each(|new| add(&mut out, new, false));
            }
        }
    }
    // None of the old zones is left: the new ones stand at the end.
    leading.into_iter().flatten().for_each(|new| add(&mut out, new, false));
    Ok(out)
}

/// What stands around the zones of `text`; `None` when it has no zones, or one is not as it was written.
#[must_use]
pub fn around(text: &str) -> Option<String> {
    let parts = Parts::read(text).ok()?;
    let is_whole = |zone: &Zone<'_>| zone.sum.is_some_and(|told| told == sum(zone.inner));
    if parts.zones().next().is_none() || !parts.zones().all(is_whole) {
        return None;
    }
    Some(parts.0.iter().map(|part| if let Part::Around(text) = part { text } else { "" }).collect())
}

/// Writes a zone that `old` did not have, before or behind what stands there, with a blank line between.
fn add(out: &mut String, zone: &str, is_before: bool) {
    if !is_before {
        out.push_str(if out.is_empty() || out.ends_with("\n\n") {
            ""
        } else if out.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        });
    }
    out.push_str(zone);
    if is_before {
        out.push('\n');
    }
}

impl<'a> Parts<'a> {
    fn read(text: &'a str) -> Result<Self, ZoneError> {
        let (mut parts, mut names) = (Vec::new(), BTreeSet::new());
        let (mut done, mut at) = (0, 0);
        let mut open: Option<(usize, usize, usize, &str, Option<&str>)> = None;
        for (line, words) in (1..).zip(text.split_inclusive('\n')) {
            let (start, end) = (at, at + words.len());
            at = end;
            match (marker(words), open) {
                (None, _) => {}
                (Some(Marker::Begin { name, sum }), None) if names.insert(name) => open = Some((line, start, end, name, sum)),
                (Some(Marker::End { name }), Some((first, from, inner, opened, sum))) if name == opened => {
                    parts.extend(text.get(done..from).filter(|around| !around.is_empty()).map(Part::Around));
                    let (whole, inner) = (text.get(from..end).unwrap_or_default(), text.get(inner..start).unwrap_or_default());
                    parts.push(Part::Zone(Zone { name, sum, whole, inner, line: first }));
                    (done, open) = (end, None);
                }
                (Some(_), _) => return Err(ZoneError::Torn(line)),
            }
        }
        if let Some((line, ..)) = open {
            return Err(ZoneError::Torn(line));
        }
        parts.extend(text.get(done..).filter(|around| !around.is_empty()).map(Part::Around));
        Ok(Self(parts))
    }

    fn zones(&self) -> impl Iterator<Item = &Zone<'a>> {
        self.0.iter().filter_map(|part| match part {
            Part::Zone(zone) => Some(zone),
            Part::Around(_) => None,
        })
    }

    /// The zones that are not in `known`: those before the first known one, and for each known one those that follow it.
    fn beside(&self, known: &BTreeSet<&str>) -> (Vec<&'a str>, BTreeMap<&'a str, Vec<&'a str>>) {
        let (mut first, mut behind) = (Vec::new(), BTreeMap::<&str, Vec<&str>>::new());
        let mut last = None;
        for zone in self.zones() {
            match last {
                _ if known.contains(zone.name) => last = Some(zone.name),
                None => first.push(zone.whole),
                Some(last) => behind.entry(last).or_default().push(zone.whole),
            }
        }
        (first, behind)
    }
}

fn marker(line: &str) -> Option<Marker<'_>> {
    let line = line.trim_end();
    let words = WRAPS.iter().find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close))?;
    if let Some(name) = words.strip_prefix(END) {
        return is_name(name).then_some(Marker::End { name });
    }
    let mut told = words.strip_prefix(BEGIN)?.split(' ');
    let (name, sum) = (told.next()?, told.next());
    (is_name(name) && told.next().is_none()).then_some(Marker::Begin { name, sum })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
}

/// The sum of a zone's text. Blanks at the ends of lines and the kind of line ends do not count: editors change them unasked.
fn sum(inner: &str) -> String {
    let mut digest = Sha256::new();
    for line in inner.trim_end().lines() {
        digest.update(line.trim_end().as_bytes());
        digest.update(b"\n");
    }
    digest.finalize().iter().take(6).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
