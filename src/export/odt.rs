//! Words in an OpenDocument text (ISO/IEC 26300): quotations with their lines, notes with their Markdown rendered. A template makes the
//! document of them; `runtime/odt` packs it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::export::markdown::note::dialect;
use crate::export::xml::escaped;

/// `text` with its lines.
#[must_use]
pub(crate) fn lines(text: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join("<text:line-break/>")
}

/// `note` as paragraphs; what is emphasised, listed and headed is told apart, all else is its words.
#[must_use]
pub(crate) fn paragraphs(note: &str) -> String {
    let mut out = Paragraphs::default();
    for event in Parser::new_ext(note, dialect()) {
        out.take(event);
    }
    out.end();
    out.done
}

/// Paragraphs under way.
#[derive(Default)]
struct Paragraphs {
    done: String,
    open: String,
    /// Whether an item of a list begins here.
    item: bool,
}

impl Paragraphs {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Emphasis) => self.open.push_str("<text:span text:style-name=\"Emphasis\">"),
            Event::Start(Tag::Strong) => self.open.push_str("<text:span text:style-name=\"Strong\">"),
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => self.open.push_str("</text:span>"),
            Event::Start(Tag::Item) => {
                self.end();
                self.item = true;
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock) => self.end(),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.open.push_str(&lines(&text));
            }
            Event::SoftBreak => self.open.push(' '),
            Event::HardBreak => self.open.push_str("<text:line-break/>"),
            _ => {}
        }
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.open);
        if text.trim().is_empty() {
            return;
        }
        let sign = if std::mem::take(&mut self.item) { "• " } else { "" };
        self.done.push_str("<text:p text:style-name=\"Note\">");
        self.done.push_str(sign);
        self.done.push_str(text.trim());
        self.done.push_str("</text:p>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::{lines, paragraphs};

    #[test]
    fn lines_and_notes_become_paragraphs_that_nothing_in_them_can_end() {
        assert_eq!(lines("a < b\nc & d"), "a &lt; b<text:line-break/>c &amp; d");
        assert_eq!(
            paragraphs("One *two* </text:p>\nthree\n\n- four\n- **five**\n"),
            "<text:p text:style-name=\"Note\">One <text:span text:style-name=\"Emphasis\">two</text:span> &lt;/text:p&gt; three</text:p>\n\
             <text:p text:style-name=\"Note\">• four</text:p>\n\
             <text:p text:style-name=\"Note\">• <text:span text:style-name=\"Strong\">five</text:span></text:p>\n"
        );
    }
}
