//! Days of a table that are written in figures: the order of day and month is one for all rows, and any row may tell it; and days whose parts stand in
//! columns of their own.

use csv::{ByteRecord, ReaderBuilder};

use crate::ingest::formats::fields;

/// Which comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// `25/12/2021`.
    DayFirst,
    /// `12/25/2021`.
    MonthFirst,
}

/// Rows by which it is told whether days are written in figures at all.
const ROWS: usize = 50;

/// The column of the day.
pub(super) fn column(names: &[String]) -> Option<usize> {
    names.iter().position(|name| fields::is_day(name))
}

/// The order of the days of a table with these `names`; `None` where no row tells, or where two tell different ones.
pub(super) fn of(table: &str, delimiter: u8, names: &[String]) -> Option<DayOrder> {
    let at = column(names)?;
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(table.as_bytes());
    let (mut row, mut number, mut found) = (ByteRecord::new(), 0, None);
    let mut is_written_so = false;
    while reader.read_byte_record(&mut row).unwrap_or(false) {
        number += 1;
        // Rows may have names that the first row does not name.
        let cell = row.get(at + row.len().saturating_sub(names.len()).min(1)).and_then(|cell| std::str::from_utf8(cell).ok());
        let Some((first, second, _)) = cell.and_then(figures) else {
            if number > ROWS && !is_written_so {
                return None;
            }
            continue;
        };
        is_written_so = true;
        let told = match (first > 12, second > 12) {
            (true, false) => DayOrder::DayFirst,
            (false, true) => DayOrder::MonthFirst,
            _ => continue,
        };
        if found.is_some_and(|known| known != told) {
            return None;
        }
        found = Some(told);
    }
    found
}

impl DayOrder {
    /// A day in figures as ISO 8601, with what stands behind it; any other as it is.
    pub(super) fn put(self, cell: &str) -> Option<String> {
        let (first, second, year) = figures(cell)?;
        let (day, month) = if self == Self::DayFirst { (first, second) } else { (second, first) };
        let rest = cell.trim().split_once(' ').map_or("", |(_, rest)| rest);
        Some(format!("{year}-{month:02}-{day:02} {rest}").trim_end().to_owned())
    }
}

/// The two figures of a cell that opens with a day in figures, its year last.
fn figures(cell: &str) -> Option<(u8, u8, u16)> {
    let day = cell.trim().split(' ').next()?;
    let mark = ['/', '.', '-'].into_iter().find(|mark| day.contains(*mark))?;
    let mut parts = day.split(mark);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = is_short(first) && is_short(second) && year.len() == 4 && parts.next().is_none();
    let figures = (first.parse().ok()?, second.parse().ok()?, year.parse().ok()?);
    (is_day && (1..=31).contains(&figures.0) && (1..=31).contains(&figures.1)).then_some(figures)
}

/// The names of the columns of a year, a month and a day.
const PARTS: [&[&str]; 3] = [
    &["annee", "année", "year", "jahr", "año", "anno"],
    &["mois", "month", "monat", "mes"],
    &["jour", "day", "tag", "dia", "día"],
];

/// The day whose parts stand in columns of their own: a year at least.
pub(super) fn composed(names: &[String], cell: impl Fn(usize) -> String) -> Option<String> {
    let part = |of: &[&str]| {
        let at = names.iter().position(|name| of.contains(&name.trim().to_lowercase().as_str()))?;
        Some(cell(at).trim().to_owned()).filter(|cell| !cell.is_empty())
    };
    let [year, month, day] = PARTS.map(part);
    let year = year.filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let is_figure = |part: &String| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    Some(match (month, day.filter(is_figure)) {
        (Some(month), Some(day)) if is_figure(&month) => format!("{year}-{month:0>2}-{day:0>2}"),
        (Some(month), None) if is_figure(&month) => format!("{year}-{month:0>2}"),
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year,
    })
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    fn days(table: &str) -> Vec<String> {
        read_text("a.csv", table).articles.iter().map(|one| one.published.date.to_string()).collect()
    }

    #[test]
    fn any_row_tells_the_order_of_all() {
        let rows = |last: &str| {
            format!(
                "title,date,source,text\nUn,03/04/2021,A,Un texte.\nDeux,02/03/2021 10:00,A,Un texte.\nTrois,{last},A,Un texte.\n"
            )
        };
        assert_eq!(days(&rows("12/25/2021")), ["2021-03-04", "2021-02-03", "2021-12-25"]);
        assert_eq!(days(&rows("25/12/2021")), ["2021-04-03", "2021-03-02", "2021-12-25"]);
    }

    #[test]
    fn a_row_without_its_day_has_none() {
        let rows = "title,created_at,pub_date,text\nUn,2023-05-05,2021-03-01,Un texte.\nDeux,2023-05-05,,Un texte.\n";
        assert_eq!(days(rows), ["2021-03-01", ""]);
        assert_eq!(days("title,created_at,text\nUn,2023-05-05,Un texte.\n"), ["2023-05-05"]);
    }

    #[test]
    fn the_parts_of_a_day_may_have_columns_of_their_own() {
        assert_eq!(
            days("titre,annee,mois,jour,texte\nUn,2021,3,1,Un texte.\nDeux,2021,mars,2,Un texte.\n"),
            ["2021-03-01", "2021-03-02"]
        );
        assert_eq!(days("title,year,text\nUn,2021,Un texte.\n"), ["2021"]);
    }
}
