//! A document of the classic layout: outlet and day above the headline, or the headline between them, then labelled blocks and the text.
//!
//! The layout is typeset: outlet, day and what else is no text are centred, the headline and the text begin at the margin.

use crate::ingest::formats::databases::lexisnexis::document_fields::{HEADER, body, dateline, is_copyright, is_rights};
use crate::ingest::formats::databases::lexisnexis::labels::{Label, label};
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::plain;

/// How many blocks of a document may stand above its date.
const ABOVE_DATE: usize = 14;
/// A headline is at most this long, in bytes; a paragraph of the text is longer.
const LONGEST_HEADLINE: usize = 400;

/// Lines that no blank one parts.
#[derive(Debug, Default)]
pub(super) struct TypesetBlock {
    /// The lines, one under the other.
    pub(super) words: String,
    /// Whether they are centred; `false` where the file does not tell.
    centred: bool,
}

impl TypesetBlock {
    /// A block of one line, of which nothing tells whether it is centred.
    pub(super) fn new(words: &str) -> Self {
        Self { words: words.to_owned(), centred: false }
    }

    /// Adds a line.
    pub(super) fn add(&mut self, words: &str) {
        if !self.words.is_empty() {
            self.words.push('\n');
        }
        self.words.push_str(words);
    }

    /// The lines as one.
    fn line(&self) -> String {
        self.words.replace('\n', " ")
    }

    fn is_address(&self) -> bool {
        self.words.starts_with("http://") || self.words.starts_with("https://")
    }

    /// Whether a label opens it.
    fn is_labelled(&self) -> bool {
        label(&self.words).is_some()
    }
}

/// The blocks of a text, wrapped paragraphs put back on one line.
pub(super) fn blocks(text: &str) -> Vec<TypesetBlock> {
    /// Columns that a centred line is set in at least; paragraphs are set in less.
    const MARGIN: usize = 6;
    let mut blocks: Vec<TypesetBlock> = Vec::new();
    let mut open = false;
    for row in plain::rows(text) {
        let words = row.trim();
        if words.is_empty() {
            open = false;
            continue;
        }
        if !open {
            blocks.push(TypesetBlock::default());
            open = true;
        }
        if let Some(last) = blocks.last_mut() {
            last.add(words);
            last.centred |= row.len() - row.trim_start().len() >= MARGIN;
        }
    }
    blocks
}

/// `1 of 161 DOCUMENTS`, `Dokument 3 von 12`.
pub(super) fn is_separator(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let of = |word: &str| matches!(word, "of" | "sur" | "von" | "van" | "de" | "di" | "af" | "av");
    let document = |word: &str| word.to_uppercase().starts_with("DOCUMENT") || word.to_uppercase().starts_with("DOKUMENT");
    match words[..] {
        [one, mid, all, what] => {
            number(one) && of(mid) && number(all) && document(what) && !what.ends_with(['.', ','])
                || document(one) && number(mid) && of(all) && number(what)
        }
        _ => false,
    }
}

/// The record of a document.
pub(super) fn classic(mut blocks: Vec<TypesetBlock>) -> SourceRecord {
    let mut record = SourceRecord::default();
    if blocks.first().is_some_and(|block| is_separator(&block.words)) {
        blocks.remove(0);
    }
    let header = Header::of(&blocks);
    let (above, rest) = blocks.split_at(header.date.unwrap_or(header.end));
    let (names, title): (Vec<&TypesetBlock>, Vec<&TypesetBlock>) = above.iter().partition(|block| !header.is_headline(block));
    outlet(&names, header.date.is_some(), &mut record);
    let (date, below) = rest.split_at(header.end - above.len());
    if let [date, more @ ..] = date {
        dateline(&date.words, &mut record);
        for block in more {
            record.aside(&block.words);
        }
    }
    record.declared.title = title.first().map(|block| block.line());
    for block in title.iter().skip(1) {
        record.paragraph(&block.words);
    }
    let labelled = below.iter().position(|block| label(&block.words).is_some_and(|(label, _)| label.is_head()));
    let (own, fields) =
        below.split_at(labelled.unwrap_or(usize::from(!below.iter().any(TypesetBlock::is_labelled))).min(below.len()));
    let has_headline = fields.iter().any(|block| matches!(label(&block.words), Some((Label::Headline, _))));
    above_fields(own, has_headline, &mut record);
    let fields: Vec<&str> = fields.iter().map(|block| block.words.as_str()).collect();
    body(&fields, &mut record);
    record
}

/// Which of the first blocks say what the document is.
struct Header {
    /// The block with the day; `None` when none has one.
    date: Option<usize>,
    /// The first block behind them.
    end: usize,
    /// Whether centred lines tell them from the headline.
    typeset: bool,
}

impl Header {
    fn of(blocks: &[TypesetBlock]) -> Self {
        let dated = |block: &TypesetBlock| {
            let words = &block.words;
            let header = words.len() <= HEADER && !block.is_labelled() && !is_copyright(words) && !block.is_address();
            header && date::first(words).is_some()
        };
        let date = blocks.iter().take(ABOVE_DATE).position(dated);
        let typeset = blocks.iter().find(|block| !is_copyright(&block.words)).is_some_and(|block| block.centred);
        let belongs = |block: &&TypesetBlock| block.centred || date.is_none() && is_copyright(&block.words);
        let behind = date.map_or(0, |date| date + 1);
        let more = blocks.iter().skip(behind).take_while(belongs).count();
        Self { date, end: behind + more, typeset }
    }

    /// Whether a block above the day is the headline.
    fn is_headline(&self, block: &TypesetBlock) -> bool {
        self.typeset && !block.centred && !is_copyright(&block.words) && !block.is_address() && !block.is_labelled()
    }
}

/// The blocks above the date: the outlet stands last, below the owner of the rights and whoever provided the text, at times in
/// one block with them. Where there is no day, it stands first, above whatever tells a month or a year.
fn outlet(blocks: &[&TypesetBlock], dated: bool, record: &mut SourceRecord) {
    let mut name: Option<String> = None;
    for block in blocks {
        if block.is_address() {
            record.declared.url = Some(block.words.replace('\n', ""));
            continue;
        }
        let lines: Vec<&str> = block.words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let owned = if is_copyright(&block.words) {
            // The words that reserve the rights may be wrapped.
            let closes = |at: &usize| lines.get(..=*at).is_some_and(|all| is_rights(&all.join(" ")));
            let named = |at: &usize| lines.get(*at).is_some_and(|line| is_copyright(line));
            (0..lines.len()).rev().find(|at| closes(at) || named(at)).map_or(lines.len(), |at| at + 1)
        } else {
            0
        };
        let (rights, rest) = lines.split_at(owned.min(lines.len()));
        let told =
            if dated { rest.len() } else { rest.iter().position(|line| date::coarse(line).is_some()).unwrap_or(rest.len()) };
        let (rest, coarse) = rest.split_at(told);
        for line in rights.iter().chain(coarse) {
            record.aside(line);
        }
        if let Some(day) = coarse.iter().filter_map(|line| date::coarse(line)).max_by_key(String::len) {
            record.declared.date.get_or_insert(day);
        }
        if rest.is_empty() {
            continue;
        }
        let words = rest.join(" ");
        match &mut name {
            Some(_) if is_notice(&words) || !dated => record.aside(&words),
            Some(known) => record.aside(&std::mem::replace(known, words)),
            None => name = Some(words),
        }
    }
    record.declared.outlet = name;
}

/// Whether words are a sentence: who prepared the text, or who may print it.
fn is_notice(words: &str) -> bool {
    words.ends_with('.') && words.split(' ').count() > 5
}

/// The blocks between the header and the first label: the headline, unless it is known or named by a label, and who signs.
fn above_fields(blocks: &[TypesetBlock], has_headline: bool, record: &mut SourceRecord) {
    for block in blocks {
        let known = record.declared.title.is_some();
        let words = &block.words;
        if is_copyright(words) || is_length(words) || has_headline {
            record.aside(words);
        } else if !known && (words.len() <= LONGEST_HEADLINE || !words.ends_with('.')) {
            record.declared.title = Some(block.line());
        } else if record.declared.author.is_none() && is_name(words) {
            record.sign(words);
        } else {
            record.paragraph(words);
        }
    }
}

/// `184 words`
fn is_length(words: &str) -> bool {
    const UNITS: [&str; 7] = ["words", "woorden", "mots", "w\u{f6}rter", "palabras", "parole", "palavras"];
    words.split_once(' ').is_some_and(|(number, unit)| {
        number.bytes().all(|byte| byte.is_ascii_digit()) && UNITS.contains(&unit.trim().to_lowercase().as_str())
    })
}

/// Whether a line is a name and nothing else.
fn is_name(words: &str) -> bool {
    let part =
        |part: &str| part.starts_with(char::is_uppercase) && part.chars().all(|c| c.is_alphabetic() || "-'\u{2019}.".contains(c));
    !words.ends_with('.') && (2..=4).contains(&words.split(' ').count()) && words.split(' ').all(part)
}
