//! Corpora with a word a line and what was found of it in columns beside it: CoNLL-U (Universal Dependencies), IOB as in HIPE, impresso and
//! `NewsEye`.
//!
//! Lines of `# name = value` open a document and say what it is. A word stands apart from the next unless its last column says otherwise.
//! The columns are no text of the article; `formats` counts them as left out.

use serde_json::Value;

use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};

/// Lines by which such a corpus is told.
const HEAD: usize = 200;

/// Why a text is such a corpus.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let lines = || sample.text.trim_start_matches('\u{feff}').lines().take(HEAD).filter(|line| !line.trim().is_empty());
    let names = lines().filter(|line| said(line).is_some()).count();
    let mut rows = lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').count());
    let count = rows.next().filter(|count| *count > 1)?;
    let is_even = rows.clone().count() >= 3 && rows.all(|other| other == count);
    (names > 0 && is_even).then_some("it has a word a line, columns beside it, and lines that say of which document")
}

/// What a comment says: `# newseye:date = 1923-01-15`, the name without its corpus.
fn said(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix('#')?.split_once('=')?;
    let name = name.trim();
    Some((name.rsplit_once(':').map_or(name, |(_, name)| name), value.trim()))
}

/// Reads a corpus.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let mut document = Document::default();
    let mut is_behind_gap = false;
    for line in text.text.trim_start_matches('\u{feff}').lines() {
        if document.has_words() && (opens_document(line) || is_behind_gap && is_of_corpus(line)) {
            std::mem::take(&mut document).give(out);
        }
        document.line(line);
        is_behind_gap = line.trim().is_empty();
    }
    document.give(out);
    if out.upcoming() == 1 {
        out.fail("holds no text");
    }
}

/// Whether a line opens a document: in CoNLL-U `# newdoc`, elsewhere its number.
fn opens_document(line: &str) -> bool {
    let is_named = said(line).is_some_and(|(name, _)| matches!(name, "document_id" | "newdoc id"));
    is_named || line.trim_end() == "# newdoc"
}

/// Whether a line says something of a document under a name of its corpus, which may stand above its number.
fn is_of_corpus(line: &str) -> bool {
    line.starts_with('#') && line.split('=').next().is_some_and(|name| name.contains(':'))
}

/// A document under construction.
#[derive(Default)]
struct Document {
    record: Record,
    paragraphs: Vec<String>,
    columns: Vec<String>,
    bytes: String,
    /// Whether no space stands behind the last word.
    is_glued: bool,
    /// The last token of a word that stands above its parts: `3-4 du` before `de` and `le`.
    covered: usize,
}

impl Document {
    fn has_words(&self) -> bool {
        !self.paragraphs.is_empty()
    }

    fn line(&mut self, line: &str) {
        self.bytes.push_str(line);
        self.bytes.push('\n');
        if let Some((name, value)) = said(line) {
            // The text of a sentence stands in its words.
            if !matches!(name, "text" | "sent_id") {
                let name = if matches!(name, "newdoc id") { "document_id" } else { name };
                self.record.entry(name).or_insert_with(|| Value::String(value.to_owned()));
            }
        } else if line.trim_end() == "# newpar" && self.has_words() {
            self.paragraphs.push(String::new());
            self.is_glued = true;
        } else if !line.starts_with("# ") && line.contains('\t') {
            self.row(line);
        }
    }

    fn row(&mut self, line: &str) {
        let mut cells: Vec<&str> = line.trim_end_matches(['\r', '\n']).split('\t').collect();
        let number = cells.first().copied().unwrap_or_default();
        if number == "TOKEN" {
            return;
        }
        let is_numbered = number.starts_with(|c: char| c.is_ascii_digit()) && cells.len() == 10;
        let word = cells.remove(usize::from(is_numbered).min(cells.len() - 1));
        let last = |range: &str| range.rsplit('-').next().and_then(|last| last.parse::<usize>().ok());
        if is_numbered {
            if number.contains('-') {
                self.covered = last(number).unwrap_or_default();
            } else if number.contains('.') || last(number).is_some_and(|at| at <= self.covered) {
                return self.columns.push(word.to_owned());
            } else {
                self.covered = 0;
            }
        }
        let told = cells.last().copied().unwrap_or_default();
        self.word(word, ["NoSpaceAfter", "SpaceAfter=No"].iter().any(|sign| told.contains(sign)));
        self.columns.extend(cells.into_iter().filter(|cell| !matches!(*cell, "_" | "O" | "")).map(str::to_owned));
    }

    fn word(&mut self, word: &str, is_glued: bool) {
        if self.paragraphs.is_empty() {
            self.paragraphs.push(String::new());
            self.is_glued = true;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            if !self.is_glued && !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(word);
        }
        self.is_glued = is_glued;
    }

    fn give(self, out: &mut Output<'_>) {
        if !self.has_words() {
            return;
        }
        let mut record = SourceRecord::of(fields::declared(&self.record));
        for paragraph in &self.paragraphs {
            record.paragraph(paragraph);
        }
        out.next(record.finish(), self.bytes.as_bytes());
        out.left_out("what stands in columns beside the words", &self.columns.join(" "));
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn a_document_is_its_words_and_what_its_comments_say() {
        let corpus = "TOKEN\tNE\tNEL\tMISC\n# hipe:document_id = fr_1\n# hipe:date = 1923-01-15\n# hipe:language = fr\n# vigie:publication_title = La Vigie\n\
                      Le\tO\t_\t_\nmaire\tO\t_\t_\nde\tO\t_\t_\nValmont\tB-LOC\tQ1\t_\na\tO\t_\t_\nparl\tO\t_\tNoSpaceAfter\né\tO\t_\tNoSpaceAfter\n.\tO\t_\tEndOfSentence\n\n\
                      # hipe:document_id = fr_2\n# hipe:date = 1924-02-16\nUne\tO\t_\t_\nécole\tO\t_\t_\nferme\tO\t_\tNoSpaceAfter\n.\tO\t_\tEndOfSentence\n";
        let reading = read_text("a.tsv", corpus);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.body, &*second.body), ("Le maire de Valmont a parlé.", "Une école ferme."));
        let dates = [first, second].map(|article| article.published.date.to_string());
        assert_eq!(dates, ["1923-01-15", "1924-02-16"]);
        assert_eq!(first.source.as_ref().map(|source| &*source.text), Some("La Vigie"));
        assert_eq!(first.imprint.docid.as_deref(), Some("fr_1"));
    }

    #[test]
    fn words_of_universal_dependencies_are_read_once() {
        let row = |number: &str, word: &str, told: &str| format!("{number}\t{word}\t_\t_\t_\t_\t_\t_\t_\t{told}\n");
        let corpus = [
            "# newdoc id = a\n# text = Le prix du pain.\n".to_owned(),
            row("1", "Le", "_"),
            row("2", "prix", "_"),
            row("3-4", "du", "_"),
            row("3", "de", "_"),
            row("4", "le", "_"),
            row("5", "pain", "SpaceAfter=No"),
            row("6", ".", "_"),
            "\n# newpar\n# sent_id = 2\n".to_owned(),
            row("1", "Il", "_"),
            row("2", "monte", "SpaceAfter=No"),
            row("3", ".", "_"),
        ];
        let reading = read_text("a.conllu", &corpus.concat());
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(&*article.body, "Le prix du pain.\n\nIl monte.");
    }
}
