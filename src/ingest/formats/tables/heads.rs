//! How a table is told by its first row, which names its columns, and by the rows below it.
//!
//! It reads no articles; `tables` and `sheets` ask it. A table whose first row names nothing is `headless`'s.

use std::collections::BTreeSet;

use csv::{ByteRecord, ReaderBuilder};

use crate::ingest::formats::fields;
use crate::ingest::formats::json;

/// Signs that part the cells of a row, those of ties first.
pub(crate) const DELIMITERS: [u8; 5] = *b"\t;,|\x1f";
/// A line longer than this is no row of names.
pub(super) const HEADER: usize = 8 << 10;

/// Rows above that of the names, at most: a title, `sep=;`.
const ABOVE: usize = 5;

/// Whether a line stands above a table: one cell at most has words, or it tells a spreadsheet what parts the cells.
pub(crate) fn is_above(line: &[u8]) -> bool {
    let cells = line.split(|byte| DELIMITERS.contains(byte));
    let filled = cells.filter(|cell| !cell.trim_ascii().is_empty()).count();
    line.len() <= HEADER
        && (line.starts_with(b"sep=") || filled == 0 || filled == 1 && line.iter().any(|byte| DELIMITERS.contains(byte)))
}

/// The place of the row of names, behind what stands above it in the text of `file`.
pub(super) fn names_at(table: &str, file: &str) -> usize {
    let lines = table.split_inclusive('\n').take(ABOVE);
    let first = lines.take_while(|line| is_above(line.as_bytes())).map(str::len).sum();
    if is_called_table(file) { below_report(table).unwrap_or(first) } else { first }
}

/// The place of the row of names below the lines of a report, all of which have fewer cells than it: who asked, for what, from when to when.
fn below_report(table: &str) -> Option<usize> {
    /// Lines of a report, at most.
    const REPORT: usize = 20;
    let (mut at, mut most) = (0, 0);
    for line in table.split_inclusive('\n').take(REPORT).take_while(|line| line.len() <= HEADER) {
        let filled = |sign: u8| cells(line, sign).into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = DELIMITERS.into_iter().filter(|sign| line.as_bytes().contains(sign)).map(filled).collect();
        if rows.iter().any(|row| row.len() > 2 && names_articles(row) && row.len() > most) {
            return Some(at);
        }
        most = rows.iter().map(Vec::len).max().unwrap_or_default().max(most);
        at += line.len();
    }
    None
}

/// Whether the name of a file says that it is a table: prose may have as many commas in each line.
pub(super) fn is_called_table(file: &str) -> bool {
    let file = file.to_ascii_lowercase();
    [".csv", ".tsv", ".tab"].iter().any(|ending| file.ends_with(ending))
}

/// The sign that parts the cells, when the first row of the text in `file` names fields of articles, or a text whose rows have sentences.
pub(super) fn delimiter(text: &str, file: &str) -> Option<u8> {
    let table = text.trim_start_matches('\u{feff}');
    let rest = table.get(names_at(table, file)..)?;
    let line = rest.lines().next().filter(|line| line.len() <= HEADER)?;
    let signs = DELIMITERS.into_iter().filter(|sign| line.as_bytes().contains(sign));
    let named = signs.clone().find(|sign| names_articles(&cells(line, *sign)));
    let texts = || signs.clone().find(|sign| names_texts(&cells(line, *sign), &first_rows(rest, *sign)));
    // What a file is called a table for: a single column of texts, columns whose names nobody knows.
    let is_called = is_called_table(file);
    let alone = || {
        let only = cells(line, UNIT);
        (is_called && only.len() == 1 && names_texts(&only, &first_rows(rest, UNIT))).then_some(UNIT)
    };
    let other = || signs.clone().find(|sign| is_called && heads_prose(&cells(line, *sign), &first_rows(rest, *sign)));
    let listed = || signs.clone().find(|sign| is_called && heads_headlines(&cells(line, *sign), &first_rows(rest, *sign)));
    named.or_else(texts).or_else(alone).or_else(other).or_else(listed)
}

/// Whether a row heads a list of headlines: it names them, nearly all rows have as many cells, and what stands there has some words and is each its
/// own. The titles of a list of people are one or two words, and come again.
fn heads_headlines(names: &[String], rows: &[Vec<String>]) -> bool {
    let Some(at) = names.iter().position(|name| fields::is_title(column_name(name))) else { return false };
    let titles: Vec<&str> = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim()).collect();
    let words: usize = titles.iter().map(|title| title.split_whitespace().count()).sum();
    let distinct = titles.iter().collect::<BTreeSet<_>>().len();
    names.len() > 1 && are_even(names, rows) && rows.len() >= 2 && words >= titles.len() * 3 && distinct * 10 >= titles.len() * 8
}

/// Whether nearly all `rows` have a cell for each of `names`.
fn are_even(names: &[String], rows: &[Vec<String>]) -> bool {
    rows.iter().filter(|row| row.len() == names.len()).count() * 10 >= rows.len() * 9
}

/// The name of a column without the vocabulary that it is taken from: `dcterms:title`, `dc.title`.
pub(crate) fn column_name(cell: &str) -> &str {
    /// Vocabularies of bibliographic data: Dublin Core, BIBO, schema.org, PRISM.
    const VOCABULARIES: [&str; 6] = ["dc", "dcterms", "dct", "bibo", "schema", "prism"];
    let cell = cell.trim();
    let parts = cell.split_once([':', '.']).filter(|(head, name)| !name.is_empty() && head.len() < 8);
    parts.filter(|(head, _)| VOCABULARIES.iter().any(|known| head.eq_ignore_ascii_case(known))).map_or(cell, |(_, name)| name)
}

/// The names of columns, each without its vocabulary where no other column has the name.
pub(crate) fn column_names(row: impl Iterator<Item = String>) -> Vec<String> {
    let row: Vec<String> = row.map(|cell| cell.trim().to_owned()).collect();
    let is_taken = |name: &str| row.iter().filter(|other| column_name(other) == name).count() > 1;
    let mut names: Vec<String> =
        row.iter().map(|cell| Some(column_name(cell)).filter(|name| !is_taken(name)).unwrap_or(cell).to_owned()).collect();
    // Where a column has the day of publication, that on which a row was made stands in for none.
    if names.iter().any(|name| fields::is_day(name) && !fields::is_day_made(name)) {
        names.iter_mut().filter(|name| fields::is_day_made(name)).for_each(|name| *name = format!("({name})"));
    }
    names
}

/// Whether a row heads a table in which a column holds texts, whatever the names: they are short and differ, nearly all rows have as many cells, and
/// most have sentences in one and the same.
fn heads_prose(names: &[String], rows: &[Vec<String>]) -> bool {
    let is_name = |(at, name): (usize, &String)| {
        let differs = names.iter().skip(at + 1).all(|other| other != name);
        differs && name.chars().any(char::is_alphabetic) && name.split_whitespace().count() <= 3 && !name.contains("://")
    };
    let has_texts =
        |at: usize| rows.iter().filter(|row| row.get(at).is_some_and(|cell| json::is_sentences(cell))).count() * 2 > rows.len();
    names.len() > 1
        && names.iter().enumerate().all(is_name)
        && rows.len() >= 2
        && are_even(names, rows)
        && (0..names.len()).any(has_texts)
}

/// What parts no cells of a table of one column.
const UNIT: u8 = b'\x1f';

/// Rows by which a table is told whose first row names a text alone, or nothing.
const ROWS: usize = 20;

/// The rows below the first one.
fn first_rows(table: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut rows = rows(table, delimiter, ROWS + 1);
    rows.drain(..1.min(rows.len()));
    rows
}

/// The first rows of a table.
pub(super) fn rows(table: &str, delimiter: u8, most: usize) -> Vec<Vec<String>> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(table.as_bytes());
    let rows = reader.byte_records().take(most).map_while(Result::ok);
    rows.map(|row| row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()).collect()
}

/// Whether `names` are those of a table that has texts and nothing else that is known, as its `rows` bear out: nearly all of them have as many
/// cells, and words where the texts are.
pub(crate) fn names_texts(names: &[String], rows: &[Vec<String>]) -> bool {
    /// Words of a cell that holds a text.
    const WORDS: usize = 4;
    let is_name = |cell: &String| !cell.is_empty() && cell.split_whitespace().count() <= 3 && !cell.ends_with(['.', '!', '?']);
    let Some(at) = names.iter().position(|name| fields::is_text(column_name(name))) else { return false };
    let has_text = |row: &&Vec<String>| row.get(at).is_some_and(|cell| cell.split_whitespace().count() >= WORDS);
    let told = rows.iter().filter(has_text).count();
    names.iter().all(is_name) && rows.len() >= 2 && are_even(names, rows) && told * 2 > rows.len()
}

fn cells(line: &str, delimiter: u8) -> Vec<String> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(line.as_bytes());
    let mut record = ByteRecord::new();
    // What cannot be parsed names nothing.
    let read = reader.read_byte_record(&mut record).unwrap_or(false);
    record.iter().filter(|_| read).map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect()
}

/// Whether a row is one of names: a headline or a text among them, and another field of an article.
pub(crate) fn names_articles(row: &[String]) -> bool {
    /// Characters of a name.
    const NAME: usize = 40;
    let columns = || row.iter().map(|cell| column_name(cell));
    let named = columns().filter(|name| fields::is_field(name) || fields::is_summary(name)).count();
    let told = columns().any(|name| fields::is_text(name) || fields::is_title(name));
    let short = row.iter().all(|cell| cell.chars().count() <= NAME && !cell.ends_with(['.', '!', '?']));
    told && named >= 2 && short && named * 6 >= row.len()
}
