//! The page on queries: the document of the query language, as the program shows it to who types one.
//!
//! It reads the little Markdown that document is written in: headings, tables, examples in fences, and paragraphs.

use crate::app::overlay::{PageLine, TextPage};
use crate::locale::Locale;
use crate::tr;

/// The document.
const DOCUMENT: &str = include_str!("../../../docs/query.md");
/// The document in other languages than English, by the code of the language.
const TRANSLATED: [(&str, &str); 1] = [("fr", include_str!("../../../docs/query.fr.md"))];

/// The page, in the language of the interface where the document is translated.
#[must_use]
pub fn queries() -> TextPage {
    let code = Locale::current().code();
    let translated = TRANSLATED.iter().find(|(language, _)| *language == code);
    TextPage::new(tr!("Queries"), lines(translated.map_or(DOCUMENT, |(_, document)| document)))
}

fn lines(document: &str) -> Vec<PageLine> {
    let (mut lines, mut paragraph, mut is_example) = (Vec::new(), String::new(), false);
    for line in document.lines().chain([""]) {
        let is_fence = line.starts_with("```");
        if !is_fence && !is_example && !line.is_empty() && !line.starts_with(['#', '|']) {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
            continue;
        }
        if !paragraph.is_empty() {
            lines.push(PageLine::text(&plain(&std::mem::take(&mut paragraph))));
        }
        if is_fence {
            is_example = !is_example;
        } else if is_example {
            lines.push(PageLine::quote(&format!("  {line}")));
        } else if let Some(heading) = line.strip_prefix('#') {
            lines.push(PageLine::heading(heading.trim_start_matches('#').trim()));
        } else if line.starts_with('|') {
            lines.extend(row(line));
        } else {
            lines.push(PageLine::text(""));
        }
    }
    lines
}

/// A row of a table; the rule under its head is none.
fn row(line: &str) -> Option<PageLine> {
    // A stroke that stands in a cell has a backslash before it.
    let cells = line.trim_matches('|').replace("\\|", "\u{0}");
    let mut cells = cells.split('|').map(|cell| plain(cell.trim()).replace('\u{0}', "|"));
    let label = cells.next().filter(|label| !label.starts_with("---"))?;
    let rest: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
    Some(PageLine::labelled(&label, &rest.join(" · ")))
}

/// Without the marks of code, stress and links.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, linked)) = rest.split_once("](") {
        let (words, address) = before.rsplit_once('[').unwrap_or((before, ""));
        let behind = linked.split_once(')').map_or("", |(_, behind)| behind);
        plain.push_str(words);
        plain.push_str(address);
        rest = behind;
    }
    plain.push_str(rest);
    plain.replace("**", "").replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::{lines, plain, queries};
    use crate::app::overlay::LineRole;

    #[test]
    fn headings_tables_and_examples_are_told_apart() {
        let told = lines(
            "# Head\n\nTwo lines\nof **words**.\n\n| a | b |\n|---|---|\n| `x\\|y` | is [a link](https://example.org) |\n\n```query\na b\n```\n",
        );
        let shown: Vec<_> = told.iter().map(|line| (line.role, line.label.as_str(), line.text.as_str())).collect();
        assert!(shown.contains(&(LineRole::Heading, "", "Head")));
        assert!(shown.contains(&(LineRole::Text, "", "Two lines of words.")));
        assert!(shown.contains(&(LineRole::Text, "x|y", "is a link")));
        assert!(shown.contains(&(LineRole::Quote, "", "  a b")));
        assert!(!shown.iter().any(|(_, label, _)| label.starts_with("---")));
    }

    #[test]
    fn the_page_holds_the_whole_document_without_its_marks() {
        let page = lines(super::DOCUMENT);
        assert!(page.len() > 60 && page.iter().all(|line| !line.text.contains("```") && !line.text.contains("](")));
        assert_eq!(queries().title, "Queries");
        assert_eq!(plain("see [this](x) and [that](y)"), "see this and that");
    }
}
