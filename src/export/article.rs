//! An article as a file of its own: Markdown with front matter, or a record of JSON Lines. Both read back as the same article.
//!
//! Boilerplate is left out, and the file says so, so that no line of the text is taken for any again. What was only inferred is left out too, for a reader infers it again; what a line of the boilerplate or the
//! name of the file said becomes a field. `liseuse convert` writes them.

use serde::Serialize;

use crate::export::yaml::quoted;
use crate::model::article::{BlockKind, HeadlineOrigin};
use crate::model::date::Provenance;
use crate::model::imprint::ImprintRef;
use crate::model::segment::ArticleRef;
use crate::text::fold::fold;

/// The fields of an article, those that are not known left out.
#[derive(Debug, Serialize)]
struct Record<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(flatten)]
    imprint: ImprintRef<'a>,
    boilerplate: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headings: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    captions: Vec<&'a str>,
    text: String,
}

fn record(article: ArticleRef<'_>) -> Record<'_> {
    let lang = article.lang().to_string();
    Record {
        title: Some(article.title()).filter(|_| article.headline() != HeadlineOrigin::FirstSentence),
        date: stated_date(article),
        source: article.source(),
        author: article.author(),
        url: article.url(),
        lang: Some(lang).filter(|lang| !lang.is_empty()),
        imprint: article.imprint(),
        boilerplate: "none",
        headings: Vec::new(),
        captions: Vec::new(),
        text: String::new(),
    }
}

/// The publication date, unless the text alone tells it.
#[must_use]
pub fn stated_date(article: ArticleRef<'_>) -> Option<String> {
    let stated =
        matches!(article.date_provenance(), Provenance::Header | Provenance::Metadata | Provenance::Filename | Provenance::User);
    stated.then(|| article.date().to_string()).filter(|date| !date.is_empty())
}

/// One line of JSON, without its end.
#[must_use]
pub fn json_line(article: ArticleRef<'_>) -> String {
    let of_kind = |wanted: &[BlockKind]| -> Vec<&str> {
        let blocks = article.text_blocks().filter(|block| wanted.contains(&block.kind));
        blocks.map(|block| block.span.of(article.body())).collect()
    };
    let blocks = article.text_blocks().map(|block| block.span.of(article.body()));
    let record = Record {
        headings: of_kind(&[BlockKind::Heading]),
        captions: of_kind(&[BlockKind::Caption]),
        text: blocks.collect::<Vec<_>>().join("\n\n"),
        ..record(article)
    };
    // Only maps with keys that are no strings, and there are none, could fail.
    serde_json::to_string(&record).unwrap_or_default()
}

/// Markdown with front matter.
#[must_use]
pub fn markdown(article: ArticleRef<'_>) -> String {
    let known = record(article);
    let fields = [
        ("title", known.title),
        ("date", known.date.as_deref()),
        ("source", known.source),
        ("author", known.author),
        ("url", known.url),
        ("lang", known.lang.as_deref()),
    ];
    let mut out = String::from("---\n");
    for (name, value) in fields.into_iter().chain(known.imprint.named()) {
        if let Some(value) = value {
            out.extend([name, ": ", &quoted(value), "\n"]);
        }
    }
    out.push_str("boilerplate: none\n---\n");
    for block in article.text_blocks() {
        let words = block.span.of(article.body());
        out.push('\n');
        match block.kind {
            BlockKind::Headline => out.extend(["# ", &one_line(words)]),
            BlockKind::Heading => out.extend(["## ", &one_line(words)]),
            BlockKind::Caption => out.extend(["![", &one_line(words), "](#)"]),
            _ => out.push_str(&words.lines().map(escaped).collect::<Vec<_>>().join("\n\n")),
        }
        out.push('\n');
    }
    out
}

fn one_line(words: &str) -> String {
    escaped(&words.replace('\n', " "))
}

/// A line in which no sign means anything to `CommonMark` or to the dialects around it.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (at, sign) in line.char_indices() {
        let opens = at == 0 && matches!(sign, '#' | '+' | '-' | '~' | '>' | '|' | ':');
        if opens || matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '=' | '%' | '$' | '^' | '~' | '|') {
            out.push('\\');
        }
        out.push(sign);
    }
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && matches!(out.as_bytes().get(digits), Some(b'.' | b')')) {
        out.insert(digits, '\\');
    }
    out
}

/// A name for the file of an article, without an ending: its day, the head of its headline, its identifier.
#[must_use]
pub fn file_name(article: ArticleRef<'_>) -> String {
    /// Characters of the headline in a name.
    const HEADLINE: usize = 60;
    let folded = fold(article.title());
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).flat_map(apart);
    let mut title = String::new();
    for word in words {
        if title.len() + word.len() >= HEADLINE {
            break;
        }
        join(&mut title, word, '-');
    }
    // A day that nobody states must not come back as that of the file's name.
    let date = stated_date(article).filter(|date| date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    let mut name = date.unwrap_or_default();
    join(&mut name, &title, '_');
    let id = article.id().to_string();
    if name.is_empty() { id } else { format!("{name}_{id}") }
}

/// Puts `word` behind `name`; numbers are set so far apart that they are no date: one in a headline is not that of the article.
fn join(name: &mut String, word: &str, mark: char) {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let marks = match (name.is_empty() || word.is_empty(), digit(name.as_bytes().last()) && digit(word.as_bytes().first())) {
        (true, _) => 0,
        (_, numbers) => 1 + usize::from(numbers),
    };
    name.extend(std::iter::repeat_n(mark, marks));
    name.push_str(word);
}

/// `20210304` in two, since eight digits are a day in the name of a file.
fn apart(word: &str) -> impl Iterator<Item = &str> {
    let day = word.len() == "20210304".len() && word.bytes().all(|byte| byte.is_ascii_digit());
    let (year, rest) = word.split_at_checked(if day { "2021".len() } else { word.len() }).unwrap_or((word, ""));
    [year, rest].into_iter().filter(|part| !part.is_empty())
}
