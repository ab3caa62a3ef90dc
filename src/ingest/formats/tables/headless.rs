//! Tables whose first row names nothing: what each column holds is told by the kinds of its cells.
//!
//! A column of sentences is the text, one of days the day, and so on; in a file that is called a table, a column of headlines is enough. What is
//! taken for what is said, since it is a guess; a column of which nothing tells what it is keeps its number and stands in no article. Asked by
//! `tables` and `sheets` when no row has names.

use std::collections::BTreeSet;

use crate::ingest::formats::date;
use crate::ingest::formats::json;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::tables;
use crate::ingest::formats::tables::heads;

/// Rows by which columns are told.
const ROWS: usize = 40;

/// Why a text is a table of articles whose columns have no names.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let is_table = told(sample.text, sample.file).is_some();
    is_table.then_some("its rows are even, and one column holds texts or headlines; no row names the columns")
}

/// Why a text is a table that is none of articles: its name says so, and its rows are even.
pub(crate) fn recognize_other(sample: &Sample<'_>) -> Option<&'static str> {
    /// Rows of the smallest table that nothing else can be.
    const FEWEST: usize = 3;
    let table = sample.text.trim_start_matches('\u{feff}');
    let line = table.lines().next().filter(|line| line.len() <= heads::HEADER && heads::is_called_table(sample.file))?;
    let is_even = |sign: u8| {
        let rows = heads::rows(table, sign, ROWS);
        let count = rows.first().map_or(0, Vec::len);
        count > 1 && rows.len() >= FEWEST && rows.iter().all(|row| row.len() == count)
    };
    let is_table = heads::DELIMITERS.into_iter().any(|sign| line.as_bytes().contains(&sign) && is_even(sign));
    is_table.then_some("its rows are even, and no column holds texts or headlines")
}

/// Reports such a table.
pub(crate) fn read_other(_: &Text<'_>, out: &mut Output<'_>) {
    out.fail("is a table, and nothing tells which column holds headlines or texts: name the columns in its first row");
}

/// Reads such a table.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let file = out.path().file_name().map(|file| file.to_string_lossy()).unwrap_or_default();
    let Some((delimiter, names)) = told(text.text, &file) else { return };
    tell(&names, out);
    tables::rows(text.text.trim_start_matches('\u{feff}'), delimiter, Some(names), out);
}

/// Says what was taken for what.
pub(super) fn tell(names: &[String], out: &mut Output<'_>) {
    out.warn(&format!("names none of its columns; they were taken, from what stands in them, for: {}", names.join(", ")));
}

/// What parts the cells, and the names of the columns.
fn told(text: &str, file: &str) -> Option<(u8, Vec<String>)> {
    let table = text.trim_start_matches('\u{feff}');
    let line = table.lines().next().filter(|line| line.len() <= heads::HEADER)?;
    // It is no table unless its name says so, or ties part its cells.
    let is_called = heads::is_called_table(file);
    let mut signs = heads::DELIMITERS.into_iter().filter(|sign| line.as_bytes().contains(sign) && (is_called || *sign == b'\t'));
    signs.find_map(|sign| {
        let rows = heads::rows(table, sign, ROWS);
        let names = names(&rows).or_else(|| headlines(&rows).filter(|_| is_called))?;
        Some((sign, names))
    })
}

/// The columns of `rows`, where nearly all rows have as many cells.
fn columns(rows: &[Vec<String>]) -> Option<Vec<Column<'_>>> {
    let count = rows.first()?.len();
    let even = rows.iter().filter(|row| row.len() == count).count();
    let is_table = count > 1 && rows.len() > 1 && even * 10 >= rows.len() * 9;
    is_table.then(|| (0..count).map(|at| Column::of(rows, at)).collect())
}

/// The names of the columns of a table that has headlines and no texts.
fn headlines(rows: &[Vec<String>]) -> Option<Vec<String>> {
    let columns = columns(rows)?;
    // A row of names has no headline where the others are; names have three words at most.
    let is_told = |column: &Column<'_>| column.cells.first().is_some_and(|cell| cell.split_whitespace().count() > 3);
    let title = columns.iter().filter(|column| !column.is_plain() && column.is_headlines() && is_told(column));
    let title = title.max_by_key(|column| column.bytes())?;
    Some(told_names(&columns, (title.at, "title")))
}

/// The names of the columns of `rows`, the first of which is one like the others; `None` when these are no articles, or when it may have names.
pub(super) fn names(rows: &[Vec<String>]) -> Option<Vec<String>> {
    let columns = columns(rows.get(..ROWS).unwrap_or(rows))?;
    let text = columns.iter().filter(|column| column.is_text()).max_by_key(|column| column.bytes())?;
    // A row of names has no sentence where the texts are.
    let is_like_others = text.cells.first().is_some_and(|cell| is_told(cell));
    is_like_others.then(|| told_names(&columns, (text.at, "text")))
}

/// What `columns` hold beside the one that is known.
fn told_names(columns: &[Column<'_>], known: (usize, &str)) -> Vec<String> {
    let mut names: Vec<String> = (1..=columns.len()).map(|number| format!("column {number}")).collect();
    let mut take = |at: usize, name: &str| names.get_mut(at).into_iter().for_each(|slot| name.clone_into(slot));
    take(known.0, known.1);
    let others = || columns.iter().filter(|column| column.at != known.0);
    for (name, holds) in PLAIN {
        if let Some(column) = others().find(|column| column.is_mostly(holds)) {
            take(column.at, name);
        }
    }
    let worded = || others().filter(|column| !column.is_plain());
    let title = worded().filter(|column| known.1 != "title" && column.is_headlines()).max_by_key(|column| column.bytes());
    if let Some(title) = title {
        take(title.at, "title");
    }
    let mut outlets = worded().filter(|column| title.is_none_or(|title| title.at != column.at) && column.is_outlets());
    // Of two columns of names, nobody knows which the outlets are.
    if let (Some(outlet), None) = (outlets.next(), outlets.next())
        && others().any(|column| column.is_mostly(is_day))
    {
        take(outlet.at, "source");
    }
    names
}

/// The name of a field, and what tells a cell of it.
type PlainField = (&'static str, fn(&str) -> bool);

/// What a cell alone tells.
const PLAIN: [PlainField; 4] = [("date", is_day), ("url", is_address), ("id", is_number), ("lang", is_language)];

/// Whether a cell holds sentences, or a short one whole.
fn is_told(cell: &str) -> bool {
    /// Words of a sentence that stands alone.
    const WORDS: usize = 6;
    let is_one = || cell.trim_end().ends_with(['.', '!', '?', '…']) && cell.split_whitespace().count() >= WORDS;
    json::is_sentences(cell) || is_one()
}

fn is_day(cell: &str) -> bool {
    /// Bytes of a day with its hour.
    const LONGEST: usize = 40;
    cell.len() <= LONGEST && !is_address(cell) && (date::iso(cell).is_some() || is_in_figures(cell))
}

/// Whether a cell opens with a day in figures, in any order that has the year first or last: `04/03/2021`.
fn is_in_figures(cell: &str) -> bool {
    let mut figures = cell.split(|c: char| !c.is_ascii_digit());
    let mut next = || {
        figures
            .next()
            .filter(|part| (1..=4).contains(&part.len()))
            .map(|part| (part.len(), part.parse::<u16>().unwrap_or_default()))
    };
    let is_short = |(length, number): (usize, u16)| length <= 2 && (1..=31).contains(&number);
    let is_year = |(length, number): (usize, u16)| length == 4 && (1600..2200).contains(&number);
    match (next(), next(), next()) {
        (Some(first), Some(second), Some(third)) => {
            is_short(second) && (is_short(first) && is_year(third) || is_year(first) && is_short(third))
        }
        _ => false,
    }
}

fn is_address(cell: &str) -> bool {
    (cell.starts_with("http://") || cell.starts_with("https://")) && !cell.contains(char::is_whitespace)
}

fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_language(cell: &str) -> bool {
    cell.len() == 2 && cell.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A column: its cells that are not empty.
struct Column<'a> {
    at: usize,
    cells: Vec<&'a str>,
}

impl<'a> Column<'a> {
    fn of(rows: &'a [Vec<String>], at: usize) -> Self {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        Self { at, cells: cells.collect() }
    }

    fn is_mostly(&self, holds: fn(&str) -> bool) -> bool {
        !self.cells.is_empty() && self.count(holds) * 10 >= self.cells.len() * 8
    }

    /// Whether each of its cells alone tells what it is.
    fn is_plain(&self) -> bool {
        PLAIN.iter().any(|(_, holds)| self.is_mostly(*holds))
    }

    fn count(&self, holds: fn(&str) -> bool) -> usize {
        self.cells.iter().filter(|cell| holds(cell)).count()
    }

    fn bytes(&self) -> usize {
        self.cells.iter().map(|cell| cell.len()).sum()
    }

    /// Whether it holds texts: most of its cells are sentences.
    fn is_text(&self) -> bool {
        self.count(is_told) * 2 > self.cells.len()
    }

    fn words(&self) -> usize {
        self.cells.iter().map(|cell| cell.split_whitespace().count()).sum()
    }

    fn distinct(&self) -> usize {
        self.cells.iter().collect::<BTreeSet<_>>().len()
    }

    /// Whether it holds headlines: three words or more in the mean, thirty at most, and nearly all of them of their own.
    fn is_headlines(&self) -> bool {
        let (words, count) = (self.words(), self.cells.len());
        words >= count * 3 && words <= count * 30 && self.distinct() * 10 >= count * 8
    }

    /// Whether it holds outlets: sites, or names of a few words that come again.
    fn is_outlets(&self) -> bool {
        let is_name = |cell: &str| cell.starts_with(char::is_uppercase) && cell.split_whitespace().count() <= 4;
        let is_site =
            |cell: &str| cell.contains('.') && !cell.contains(' ') && cell.bytes().all(|byte| !byte.is_ascii_uppercase());
        let comes_again = self.distinct() * 3 <= self.cells.len() * 2;
        self.is_mostly(is_site) || self.is_mostly(is_name) && comes_again
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    const ROWS: [[&str; 4]; 4] = [
        [
            "04/03/2021",
            "La Vigie",
            "Le pont de Valmont rouvre",
            "Le pont de Valmont a rouvert jeudi matin, après onze mois de travaux, dit la mairie.",
        ],
        [
            "05/03/2021",
            "La Vigie",
            "La piscine reste fermée",
            "La piscine municipale restera fermée jusqu'à l'été, faute de chaudière, a dit le maire.",
        ],
        [
            "06/03/2021",
            "Le Phare",
            "Le marché déménage, enfin",
            "Le marché quitte la place dès samedi, et les marchands iront sous la halle du port.",
        ],
        [
            "07/03/2021",
            "Le Phare",
            "Une grève au port de Brume",
            "Les grutiers ont cessé le travail dimanche, et trois navires attendent au large de Brume.",
        ],
    ];

    fn table(rows: &[[&str; 4]], sign: &str) -> String {
        rows.iter().map(|row| row.map(|cell| format!("\"{cell}\"")).join(sign) + "\n").collect()
    }

    #[test]
    fn columns_without_names_are_told_by_what_stands_in_them() {
        for (file, sign) in [("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", ","), ("a.txt", "\t")] {
            let reading = read_text(file, &table(&ROWS, sign));
            assert_eq!(reading.articles.len(), 4, "{sign:?} {reading:?}");
            let last = &reading.articles[3];
            assert_eq!(
                (&*last.title, last.published.date.to_string().as_str(), last.source.as_ref().map(|source| &*source.text)),
                ("Une grève au port de Brume", "2021-03-07", Some("Le Phare"))
            );
            assert_eq!(&*last.body, ROWS[3][3]);
            assert!(reading.problems[0].to_string().contains("date, source, title, text"), "{:?}", reading.problems);
        }
    }

    #[test]
    fn a_column_of_headlines_is_enough_in_a_file_that_is_called_a_table() {
        let dated = ROWS.map(|row| format!("\"{}\",2020-01-10 00:04:41,ObjectId(5e17),sports\n", row[2])).concat();
        let reading = read_text("a.csv", &dated);
        let told: Vec<(&str, String)> =
            reading.articles.iter().map(|one| (&*one.title, one.published.date.to_string())).collect();
        assert_eq!(told, ROWS.map(|row| (row[2], "2020-01-10".to_owned())));
        let numbered = ROWS.iter().zip(0..).map(|(row, at)| format!("sport\t{at}\t{}\n", row[2])).collect::<Vec<_>>().concat();
        assert_eq!(read_text("a.tsv", &numbered).articles.len(), 4);
    }

    #[test]
    fn a_table_that_no_column_tells_is_reported_and_is_no_article() {
        let reading = read_text("a.csv", "name,capital\nA,B\nC,D\n");
        assert!(reading.articles.is_empty(), "{reading:?}");
        assert!(reading.problems[0].to_string().contains("name the columns in its first row"), "{:?}", reading.problems);
    }

    #[test]
    fn numbers_and_texts_alone_are_a_table_and_prose_is_none() {
        let numbered = ROWS.iter().zip(1..).map(|(row, at)| format!("{at},\"{}\"\n", row[3])).collect::<Vec<_>>().concat();
        let reading = read_text("a.csv", &numbered);
        assert_eq!(reading.articles.iter().map(|one| &*one.body).collect::<Vec<_>>(), ROWS.map(|row| row[3]));
        let brief = "\"Un pont rouvre\",\"2021-03-04\",\"Le pont de Valmont rouvre jeudi matin.\"\n\"La piscine\",\"2021-03-05\",\"Elle ferme, dit-on, jusqu'en mai prochain.\"\n";
        assert_eq!(read_text("a.csv", brief).articles.len(), 2);
        let taken = |file, text: &str| read_text(file, text).taken.map(|taken| taken.format);
        assert_eq!(taken("a.txt", &table(&ROWS, ";")), Some("plain text"));
        let prose = "Le pont a rouvert jeudi matin, et la mairie en est bien contente ce soir encore.\n\
                     La piscine reste fermée, dit-on.\nLe marché déménage, enfin, sous la halle du port, samedi.\n";
        assert_eq!(taken("a.csv", prose), Some("plain text"));
    }
}
