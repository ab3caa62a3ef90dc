//! The credits in one line: where an agency signs, and where its word is taken.

use crate::analysis::agencies::asset::{Agency, NamedAgency, Spellings};
use crate::analysis::agencies::context::{
    end_of, ends_signing, ends_with_dash, is_bare, is_closed, is_explained, is_picture, is_source, only_joins, opens_with_dash,
    start_of,
};
use crate::analysis::agencies::credit_kind::CreditKind;
use crate::text::span::Span;

/// Bytes of the longest line that only signs.
const SIGNATURE: usize = 90;
/// Bytes of the longest place and day before the agency in a dateline.
const DATELINE: usize = 60;

/// A credit in a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineCredit {
    pub agency: &'static Agency,
    pub kind: CreditKind,
    /// Its words in the line.
    pub span: Span,
}

/// The credits in `line`, in order.
pub(super) fn in_line(line: &str, spellings: &'static Spellings) -> impl Iterator<Item = LineCredit> {
    let named = spellings.named(line);
    let credits: Vec<LineCredit> = named.iter().filter_map(|one| credit(line, one, &named)).collect();
    credits.into_iter()
}

fn credit(line: &str, one: &NamedAgency, named: &[NamedAgency]) -> Option<LineCredit> {
    let (before, after) = (line.get(..one.span.first())?, line.get(one.span.after()..)?);
    let found = |kind, span| Some(LineCredit { agency: one.agency, kind, span });
    if let Some(bracket) = bracket(line, one.span) {
        return bracketed(line, one, named, bracket).and_then(|kind| found(kind, bracket));
    }
    if is_picture(line) {
        return None;
    }
    if is_dateline(before, after, named) {
        return found(CreditKind::Dateline, one.span);
    }
    let joined = ends_signing(before, one.sure);
    // A line that says nothing else signs; alone, an agency must be one whose name means nothing else.
    let alone = line.len() <= SIGNATURE && !before.contains(['.', '!', '?']);
    if alone && (joined || one.sure && is_bare(before)) && only_joins(after, named, 0) {
        return found(CreditKind::Signature, one.span);
    }
    let closes =
        is_bare(after) && (ends_with_dash(before) || is_closed(before) && one.sure || joined && is_signed_sentence(before));
    if closes {
        return found(CreditKind::Closing, one.span);
    }
    (one.sure && is_source(before, after)).then_some(LineCredit {
        agency: one.agency,
        kind: CreditKind::Attribution,
        span: one.span,
    })
}

/// The brackets around the name at `name`, as a stretch of the line; `None` when there are none.
fn bracket(line: &str, name: Span) -> Option<Span> {
    let (before, after) = (line.get(..name.first())?, line.get(name.after()..)?);
    let open = before.rfind(['(', '['])?;
    if before.get(open + 1..)?.contains([')', ']']) {
        return None;
    }
    Some(Span::new(open, name.after() + after.find([')', ']'])? + 1))
}

/// What an agency in brackets is, when it signs.
fn bracketed(line: &str, one: &NamedAgency, named: &[NamedAgency], bracket: Span) -> Option<CreditKind> {
    let (before, after) = (line.get(..bracket.first())?, line.get(bracket.after()..)?);
    let inside = line.get(bracket.first() + 1..bracket.after() - 1)?;
    if !only_joins(inside, named, 2) || is_picture(inside) || is_explained(before, one, one.span.of(line)) {
        return None;
    }
    if before.len() <= DATELINE && opens_with_dash(after) {
        return Some(CreditKind::Dateline);
    }
    let closes = is_bare(after) && is_closed(before);
    (one.sure || closes || before.trim().is_empty() && is_bare(after)).then_some(CreditKind::Closing)
}

/// Whether the agency stands at the head, before a dash: `AFP – …`, `BAGDAD, Reuters – …`.
fn is_dateline(before: &str, after: &str, named: &[NamedAgency]) -> bool {
    let head = before.trim_end();
    let place = head.is_empty()
        || head.len() <= DATELINE
            && head.ends_with([',', '-', '–', '—', '/'])
            && head.starts_with(char::is_uppercase)
            && !head.contains(". ");
    let rest = after.split_once([' ', '\u{a0}']).map_or("", |(first, _)| first);
    let joined = rest.starts_with(['/', ',']) && only_joins(start_of(rest), named, 1);
    place
        && (opens_with_dash(after)
            || joined && after.split_once(' ').is_some_and(|(_, rest)| opens_with_dash(&format!(" {rest}"))))
}

/// Whether the words before an agency are a signature behind a sentence: `… a-t-il dit. Avec AFP`.
fn is_signed_sentence(before: &str) -> bool {
    let end = end_of(before).trim_end();
    end.rsplit_once(['.', '!', '?', '»', '”', '"']).is_some_and(|(_, words)| words.split_whitespace().count() <= 4)
}
