//! A note inside an export: its Markdown stays Markdown, but nothing in it reaches beyond the note.
//!
//! A note can hold anything its writer pasted: a fence that is never closed, a comment, a marker of ours. What would swallow or
//! imitate what stands around it is made plain text; the rest stays as written.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::export::managed_block::is_marker;
use crate::export::markdown::quotation;

/// The sign that opens the identifier of a block.
const BLOCK: &str = "^h-";

/// The Markdown that notes are read with.
#[must_use]
pub fn dialect() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// `note` as a block of its own.
#[must_use]
pub fn contained(note: &str) -> String {
    let note = without_markers(&without_html(note.trim_matches(['\n', '\r'])));
    if is_closed(&note) { note } else { plain(&note) }
}

/// The note with the openings of HTML escaped: comments and elements of a note could hide what follows it.
fn without_html(note: &str) -> String {
    let mut out = String::with_capacity(note.len());
    let mut done = 0;
    let html = Parser::new_ext(note, dialect())
        .into_offset_iter()
        .filter_map(|(event, range)| matches!(event, Event::Html(_) | Event::InlineHtml(_)).then_some(range));
    for range in html {
        out.push_str(note.get(done..range.start).unwrap_or_default());
        out.push_str(&note.get(range.start.max(done)..range.end).unwrap_or_default().replace('<', "&lt;"));
        done = range.end.max(done);
    }
    out.push_str(note.get(done..).unwrap_or_default());
    out
}

/// The note without lines that would be taken for our markers, and without identifiers of blocks that look like ours.
fn without_markers(note: &str) -> String {
    let mut lines = Vec::new();
    for line in note.lines() {
        let line = line.replace(BLOCK, &format!("\\{BLOCK}"));
        lines.push(if is_marker(&line) { format!(" {line}") } else { line });
    }
    lines.join("\n")
}

/// Whether what stands before and behind the note stays outside of it, as paragraphs of their own, in whatever dialect it is read.
fn is_closed(note: &str) -> bool {
    const OUTSIDE: &str = "Outside.";
    let text = format!("{OUTSIDE}\n\n{note}\n\n{OUTSIDE}\n");
    let events: Vec<Event<'_>> = Parser::new_ext(&text, Options::all()).collect();
    let outside = [Event::Start(Tag::Paragraph), Event::Text(OUTSIDE.into()), Event::End(TagEnd::Paragraph)];
    let is_apart = events.starts_with(&outside) && events.ends_with(&outside) && {
        let opened = |event: &Event<'_>| matches!(event, Event::Start(_));
        let closed = |event: &Event<'_>| matches!(event, Event::End(_));
        let before = events.len() - outside.len();
        let inside = events.get(..before).unwrap_or_default();
        inside.iter().filter(|event| opened(event)).count() == inside.iter().filter(|event| closed(event)).count()
    };
    // A definition of a link holds for the whole page, quotations included.
    is_apart && Parser::new_ext(note, Options::all()).reference_definitions().iter().next().is_none()
}

/// The note as plain text, in paragraphs.
fn plain(note: &str) -> String {
    let quoted = quotation(note);
    let lines: Vec<&str> = quoted.lines().map(|line| line.strip_prefix("> ").unwrap_or_default()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::contained;

    #[test]
    fn markdown_of_a_note_stays() {
        let note = "See *this* and `<b>`:\n\n- one #tag\n- two [x](https://a.b)\n\n```\ncode\n```";
        assert_eq!(contained(note), note);
    }

    #[test]
    fn what_would_swallow_the_rest_becomes_text() {
        assert_eq!(contained("```\nnever closed"), "\\`\\`\\`\nnever closed");
        assert_eq!(contained("<!-- hidden"), "&lt;!-- hidden");
        assert_eq!(contained("a <script>x</script>"), "a &lt;script>x&lt;/script>");
        assert_eq!(contained("[a]: https://b.c"), "\\[a\\]: https\\://b.c");
    }

    #[test]
    fn markers_and_identifiers_of_ours_are_not_imitated() {
        assert_eq!(contained("# liseuse:end head"), " # liseuse:end head");
        assert_eq!(contained("x ^h-01J"), "x \\^h-01J");
    }
}
