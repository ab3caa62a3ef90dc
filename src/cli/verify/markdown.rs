//! Quotations of an exported Markdown file: block quotations with a citation under them, and the articles of the front matter.
//!
//! Read as Markdown, not line by line: people edit what they export, and other programs wrap and renumber it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde::Deserialize;

use crate::cli::verify::quoted::CheckedQuote;
use crate::model::annotation::ArticleKey;

#[derive(Default, Deserialize)]
struct Front {
    #[serde(flatten)]
    article: Entry,
    #[serde(default)]
    articles: Vec<Entry>,
}

#[derive(Clone, Default, Deserialize)]
struct Entry {
    title: Option<String>,
    path: Option<String>,
    sha256: Option<String>,
    url: Option<String>,
}

/// A block of the file that matters here.
enum Block {
    Front(String),
    Heading(String),
    Quotation(String),
    Paragraph(String),
}

/// The quotations in `text`, in order, and how many more there are without a line that cites their source.
#[must_use]
pub fn read(text: &str) -> (Vec<CheckedQuote>, usize) {
    let mut all = 0;
    let (mut entries, mut quotations) = (Vec::new(), Vec::new());
    let (mut quotation, mut heading, mut under) = (None, String::new(), String::new());
    for block in blocks(text) {
        match block {
            Block::Front(yaml) => entries = front(&yaml),
            Block::Heading(title) => (heading, under, quotation) = (title, String::new(), None),
            Block::Quotation(words) => {
                all += 1;
                quotation = Some(words);
            }
            Block::Paragraph(line) => match quotation.take().filter(|_| is_citation(&line)) {
                Some(words) => {
                    let article = cited(&entries, &line, &heading, &under);
                    quotations.push(CheckedQuote { id: id(&line), article, words, paragraph: paragraph(&line), anchor: None });
                }
                None if under.is_empty() => under = line,
                None => {}
            },
        }
    }
    let uncited = all - quotations.len();
    (quotations, uncited)
}

/// The outermost blocks of `text`; of a quotation all the text in it.
fn blocks(text: &str) -> Vec<Block> {
    let (mut blocks, mut inside, mut depth) = (Vec::new(), String::new(), 0_usize);
    for event in Parser::new_ext(text, Options::ENABLE_YAML_STYLE_METADATA_BLOCKS) {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                if depth == 0 {
                    inside.clear();
                }
                depth += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    blocks.push(Block::Quotation(std::mem::take(&mut inside)));
                }
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::MetadataBlock(_)) if depth == 0 => inside.clear(),
            Event::End(TagEnd::Paragraph) if depth == 0 => blocks.push(Block::Paragraph(std::mem::take(&mut inside))),
            Event::End(TagEnd::Heading(_)) if depth == 0 => blocks.push(Block::Heading(std::mem::take(&mut inside))),
            Event::End(TagEnd::MetadataBlock(_)) => blocks.push(Block::Front(std::mem::take(&mut inside))),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => inside.push_str("\n\n"),
            Event::Text(words) | Event::Code(words) | Event::InlineHtml(words) | Event::Html(words) => inside.push_str(&words),
            Event::SoftBreak | Event::HardBreak => inside.push('\n'),
            _ => {}
        }
    }
    blocks
}

/// The articles that the front matter lists; what is no YAML lists none.
fn front(yaml: &str) -> Vec<Entry> {
    let front: Front = serde_yaml_ng::from_str(yaml).unwrap_or_default();
    if front.articles.is_empty() { vec![front.article] } else { front.articles }
}

/// Whether a paragraph under a quotation is our citation of it, even with its block identifier gone.
fn is_citation(line: &str) -> bool {
    line.starts_with('—') || line.contains(" ^h-")
}

fn id(line: &str) -> String {
    line.rsplit_once("^h-").map(|(_, id)| id.split_whitespace().next().unwrap_or_default().to_owned()).unwrap_or_default()
}

fn paragraph(line: &str) -> Option<usize> {
    let (_, number) = line.rsplit_once(", § ")?;
    number.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The article of a citation: the one of the front matter whose headline it names; of several, the one whose path or headline stands
/// over it. When the front matter has none such, what the citation says by itself.
fn cited(entries: &[Entry], line: &str, heading: &str, under: &str) -> ArticleKey {
    let says = |entry: &&Entry| entry.title.as_deref().is_some_and(|title| !title.is_empty() && is_in(title, line));
    let mut named: Vec<&Entry> = entries.iter().filter(says).collect();
    // The headline of one article may be a part of another's.
    let length = |entry: &&Entry| std::cmp::Reverse(entry.title.as_deref().map_or(0, str::len));
    named.sort_by_key(length);
    let longest = named.first().map(length);
    named.retain(|entry| Some(length(entry)) == longest);
    let is_over = |entry: &&&Entry| entry.path.as_deref().is_some_and(|path| !path.is_empty() && under.contains(path));
    let is_headed = |entry: &&&Entry| entry.title.as_deref().is_some_and(|title| is_in(title, heading));
    let entry = named.iter().find(is_over).or_else(|| named.iter().find(is_headed)).or(named.first()).copied();
    match entry {
        Some(entry) => ArticleKey {
            sha256: entry.sha256.clone().unwrap_or_default(),
            path: entry.path.clone().unwrap_or_default(),
            url: entry.url.clone().unwrap_or_default(),
            title: entry.title.clone().unwrap_or_default(),
            ..ArticleKey::default()
        },
        None => ArticleKey { title: headline(line).unwrap_or(heading).to_owned(), ..ArticleKey::default() },
    }
}

/// Whether `line` has `words`, whatever white space is between them.
fn is_in(words: &str, line: &str) -> bool {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    flat(line).contains(&flat(words))
}

fn headline(line: &str) -> Option<&str> {
    let between = |opens, closes| line.split_once(opens)?.1.split_once(closes).map(|(title, _): (&str, &str)| title.trim());
    between('“', '”').or_else(|| between('«', '»'))
}

#[cfg(test)]
mod tests {
    use super::read;

    const FILE: &str = "---\n# liseuse:begin head\ntitle: \"D\"\narticles:\n  - title: \"A: b\"\n    path: \"x/a.txt\"\n    sha256: \"00\"\n  \
        - title: \"A: b\"\n    path: \"x/c.txt\"\n    sha256: \"11\"\n# liseuse:end head\n---\n\n<!-- liseuse:begin title -->\n# D\n\n2 highlights.\n\
        <!-- liseuse:end title -->\n\n## A: b\n\nx/c.txt\n\n> One \\*two\\*\n> three\n>\n> 1986\\. four\n\n— “A: b”, *O*, 2020, § 3 · claim ^h-01AB\n\n\
        My own words.\n\n> Quoted by me\n\nand no citation.\n\n> Five\n\n— “Other”, undated\n";

    #[test]
    fn quotations_come_with_the_article_they_are_cited_from() {
        let (read, uncited) = read(FILE);
        assert_eq!((read.len(), uncited), (2, 1), "{read:?}");
        assert_eq!(read[0].words.trim(), "One *two*\nthree\n\n1986. four");
        assert_eq!((read[0].id.as_str(), read[0].paragraph, read[0].article.sha256.as_str()), ("01AB", Some(3), "11"));
        assert_eq!((read[1].words.trim(), read[1].article.title.as_str()), ("Five", "Other"));
    }

    #[test]
    fn anything_can_be_read() {
        for text in ["", "---\n: :\n---\n> a\n\n— ^h-", "> > a\n", "# \u{0}\n> `", "— a\n\n> b"] {
            let _ = read(text);
        }
    }
}
