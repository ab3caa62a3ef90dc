//! Dates as sites, feeds and file formats stamp them: `22/07/2020 à 14h05`, `2020-05-16T08:00:00Z`, `22 juillet 2020`.
//!
//! It finds the stamp in a line; what words of a date mean is asked of `analysis::dates`. The day is taken as written,
//! in the time zone it was written in.

use crate::analysis::dates::read_date;
use crate::model::date::{PartialDate, Precision};
use crate::text::span::Span;

/// The years a publication date may have.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2100;

/// A date found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParsedDate {
    /// The date.
    pub date: PartialDate,
    /// Where it stands in the line.
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Digits,
    Letters,
    Other,
}

#[derive(Clone, Copy)]
struct Token {
    shape: Shape,
    span: Span,
}

/// All dates in `line`, in order. `day_first` says how `05/08/2020` is read; unless it is known, only its year is.
#[must_use]
pub fn stamps(line: &str, day_first: bool) -> Vec<ParsedDate> {
    let tokens = tokens(line);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        match iso(line, rest).or_else(|| numeric(line, rest, day_first)).or_else(|| worded(line, rest)) {
            Some((stamp, length)) => {
                found.push(stamp);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The dates in `line` whose year has two digits: `16/06/11`, `12-07-13`, `03·01·22`, `27 Mar 20`. Only asked of lines about their date.
#[must_use]
pub fn short_stamps(line: &str, day_first: bool) -> Vec<ParsedDate> {
    let tokens = tokens(line);
    (0..tokens.len()).filter_map(|at| short_stamp(line, tokens.get(at..)?, day_first)).collect()
}

fn short_stamp(line: &str, tokens: &[Token], day_first: bool) -> Option<ParsedDate> {
    /// Two digits up to here are years of this century; the press on the web is younger than the others.
    const PIVOT: i16 = 69;
    let day = small(number(line, tokens.first(), 1, 2)?)?;
    let whole = |digits: i16| if digits <= PIVOT { 2000 + digits } else { 1900 + digits };
    let year = whole(number(line, tokens.get(4), 2, 2)?);
    let mark = tokens.get(1)?.span.of(line);
    let date = if let Some(month) = number(line, tokens.get(2), 1, 2).and_then(small) {
        let same = tokens.get(3).is_some_and(|token| token.span.of(line) == mark);
        let (day, month) = if day_first || mark == "." || day > 12 { (day, month) } else { (month, day) };
        matches!(mark, "/" | "-" | "." | "·" if same).then(|| PartialDate::day(year, month, day)).flatten()?
    } else {
        let words = Span::new(tokens.first()?.span.first(), tokens.get(2)?.span.after()).of(line);
        let blank = mark == " " && tokens.get(3).is_some_and(|token| token.span.of(line) == " ");
        read_date(&format!("{words} {year}")).filter(|date| blank && date.precision() == Precision::Day)?
    };
    stamp(line, date, tokens, 5).map(|(stamp, _)| stamp)
}

/// The day in the path of an address: `/2014/05/18/`, `/2014-05-18/`, `/20140518-un-budget`.
#[must_use]
pub fn in_address(url: &str) -> Option<PartialDate> {
    let path = url.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').collect();
    let date = |three: &[&str]| match three {
        [year, month, day] if (year.len(), month.len(), day.len()) == (4, 2, 2) => {
            PartialDate::parse(&format!("{year}-{month}-{day}"))
        }
        _ => None,
    };
    let found = parts.windows(3).find_map(date).or_else(|| parts.iter().find_map(|part| opening_day(part)));
    found.filter(|date| YEARS.contains(&date.parts().0))
}

/// The day that a part of an address opens with, alone or before `-`, `_` or `.`; of the age of the web, since numbers of eight digits count other
/// things, too.
fn opening_day(part: &str) -> Option<PartialDate> {
    const WEB: i16 = 1990;
    let is_dash = |at: usize| part.as_bytes().get(at) == Some(&b'-');
    let [month, day] = if is_dash(4) && is_dash(7) { [5, 8] } else { [4, 6] };
    let figures = |start: usize, count: usize| {
        part.get(start..start + count).filter(|figures| figures.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let date = format!("{}-{}-{}", figures(0, 4)?, figures(month, 2)?, figures(day, 2)?);
    let is_whole = part.get(day + 2..)?.chars().next().is_none_or(|next| matches!(next, '-' | '_' | '.'));
    PartialDate::parse(&date).filter(|date| is_whole && date.parts().0 >= WEB)
}

/// How often four digits stand alone in `line`, as the year does in every date that [`stamps`] finds.
#[must_use]
pub fn years(line: &str) -> usize {
    line.as_bytes().split(|byte| !byte.is_ascii_digit()).filter(|digits| digits.len() == 4).count()
}

/// Reads a date field: the date it begins with or holds, or seconds or milliseconds since 1970 (UTC).
#[must_use]
pub fn field(text: &str, day_first: bool) -> Option<PartialDate> {
    let text = text.trim();
    let plausible = |date: PartialDate| YEARS.contains(&date.parts().0);
    if let Some(date) = timestamp(text).filter(|date| plausible(*date)) {
        return Some(date);
    }
    if let Some(date) = epoch(text).or_else(|| compact(text)).or_else(|| read_date(text)).filter(|date| plausible(*date)) {
        return Some(date);
    }
    stamps(text, day_first).first().map(|stamp| stamp.date)
}

/// `2019-03-31`, `2019-03-31T18:34:40Z`, as nearly all fields have it: reading them as any text that may hold a date takes a
/// fifth of the time of a whole article.
fn timestamp(text: &str) -> Option<PartialDate> {
    let (day, time) = text.split_at_checked("2019-03-31".len())?;
    let clock = |byte: u8| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'+' | b'-' | b'Z');
    let timed = time.strip_prefix('T').is_some_and(|time| time.len() >= 5 && time.bytes().all(clock));
    PartialDate::parse(day).filter(|_| time.is_empty() || timed)
}

/// The date that `text` begins with in ISO 8601 (`2020-05`, `2020/05/16`), and its length in bytes.
#[must_use]
pub fn leading_iso(text: &str) -> Option<ParsedDate> {
    iso(text, &tokens(text)).map(|(stamp, _)| stamp).filter(|stamp| stamp.span.first() == 0)
}

fn tokens(line: &str) -> Vec<Token> {
    let shape = |c: char| match c {
        '0'..='9' => Shape::Digits,
        c if c.is_alphabetic() => Shape::Letters,
        _ => Shape::Other,
    };
    let mut tokens: Vec<Token> = Vec::new();
    for (at, c) in line.char_indices() {
        let (shape, end) = (shape(c), at + c.len_utf8());
        match tokens.last_mut() {
            Some(last) if last.shape == shape && shape != Shape::Other => last.span = Span::new(last.span.first(), end),
            _ => tokens.push(Token { shape, span: Span::new(at, end) }),
        }
    }
    unglued(line, tokens)
}

/// `10. Februar 201911. Februar 2019`: a page may print two days without anything between them. A year is cut from the day behind it.
fn unglued(line: &str, mut tokens: Vec<Token>) -> Vec<Token> {
    let glued = |at: usize, token: &Token| {
        let digits = token.span.of(line);
        let day = digits.get(4..).and_then(|day| day.parse::<u8>().ok()).is_some_and(|day| (1..=31).contains(&day));
        let dated = token.shape == Shape::Digits && (5..=6).contains(&digits.len()) && day;
        let century = digits.starts_with("19") || digits.starts_with("20");
        let behind = at.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(|token| token.shape == Shape::Letters);
        let ahead = [". ", " "].iter().any(|mark| line.get(token.span.after()..).is_some_and(|rest| rest.starts_with(mark)));
        // `26/01/201726/01/2017`.
        let figures = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|mark| mark.span.of(line) == "/")
            && line.get(token.span.after()..).is_some_and(|rest| rest.starts_with('/'));
        (dated && century && (behind && ahead || figures)).then_some(at)
    };
    let places: Vec<usize> = tokens.iter().enumerate().filter_map(|(at, token)| glued(at, token)).collect();
    for at in places.into_iter().rev() {
        let Some(token) = tokens.get_mut(at) else { continue };
        let (start, end) = (token.span.first(), token.span.after());
        token.span = Span::new(start, start + 4);
        tokens.insert(at + 1, Token { shape: Shape::Digits, span: Span::new(start + 4, end) });
    }
    tokens
}

/// The number a token holds, when it has between `least` and `most` digits.
fn number(line: &str, token: Option<&Token>, least: usize, most: usize) -> Option<i16> {
    let token = token.filter(|token| token.shape == Shape::Digits && (least..=most).contains(&token.span.len()))?;
    token.span.of(line).parse().ok()
}

fn small(n: i16) -> Option<u8> {
    u8::try_from(n).ok()
}

/// The separator two numbers share: `-`, `/` or `.`, written once and tightly.
fn separator<'a>(line: &'a str, token: Option<&Token>) -> Option<&'a str> {
    Some(token?.span.of(line)).filter(|mark| matches!(*mark, "-" | "/" | "." | "_" | "•" | "·"))
}

fn iso(line: &str, tokens: &[Token]) -> Option<(ParsedDate, usize)> {
    let year = number(line, tokens.first(), 4, 4).filter(|year| YEARS.contains(year))?;
    let mark = separator(line, tokens.get(1))?;
    let month = small(number(line, tokens.get(2), 2, 2)?)?;
    let day = number(line, tokens.get(4), 2, 2).filter(|_| separator(line, tokens.get(3)) == Some(mark)).and_then(small);
    let full = day.and_then(|day| PartialDate::day(year, month, day)).map(|date| (date, 5));
    let (date, length) = full.or_else(|| PartialDate::month(year, month).map(|date| (date, 3)))?;
    stamp(line, date, tokens, length)
}

fn numeric(line: &str, tokens: &[Token], day_first: bool) -> Option<(ParsedDate, usize)> {
    let (a, b) = (small(number(line, tokens.first(), 1, 2)?)?, small(number(line, tokens.get(2), 1, 2)?)?);
    let mark = separator(line, tokens.get(1))?;
    if separator(line, tokens.get(3)) != Some(mark) {
        return None;
    }
    let year = number(line, tokens.get(4), 4, 4).filter(|year| YEARS.contains(year))?;
    if is_with_hour(line, tokens, 4) {
        return None;
    }
    let date = match (a, b) {
        // Dots and a day beyond the twelfth leave one reading.
        _ if day_first || mark == "." || a > 12 => PartialDate::day(year, b, a),
        _ if b > 12 => PartialDate::day(year, a, b),
        _ => PartialDate::year(year),
    };
    stamp(line, date?, tokens, 5)
}

/// `28.09.1912:44`: the year of a dotted day has two digits, and the hour stands right behind it.
fn is_with_hour(line: &str, tokens: &[Token], year_at: usize) -> bool {
    let mark = |at: usize, mark: &str| tokens.get(at).is_some_and(|token| token.span.of(line) == mark);
    let minutes = number(line, tokens.get(year_at + 2), 2, 2).is_some();
    let hour = number(line, tokens.get(year_at), 4, 4).is_some_and(|year| year % 100 < 24);
    hour && minutes && mark(year_at + 1, ":") && year_at.checked_sub(1).is_some_and(|at| mark(at, "."))
}

/// `22 juillet 2020`, `1er août 2013`, `July 22, 2020`, `Sept. 2013`: the shape is told here, the words elsewhere.
fn worded(line: &str, tokens: &[Token]) -> Option<(ParsedDate, usize)> {
    /// `1`, `er`, blank, `Sept`, `.`, blank, `,`, blank, `2020`.
    const LONGEST: usize = 9;
    if tokens.first().is_none_or(|token| token.shape == Shape::Other) {
        return None;
    }
    let (year_at, _) = tokens
        .iter()
        .enumerate()
        .take(LONGEST)
        .find(|(at, token)| *at > 0 && number(line, Some(token), 4, 4).is_some_and(|year| YEARS.contains(&year)))?;
    if is_with_hour(line, tokens, year_at) {
        return None;
    }
    let span = Span::new(tokens.first()?.span.first(), tokens.get(year_at)?.span.after());
    let words = span.of(line);
    // One word at least names the month; a colon or a bar is no part of a date.
    let dated = words.chars().any(char::is_alphabetic)
        && words.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '.' | ','));
    let date = read_date(words).or_else(|| month_first(words)).or_else(|| year_apart(words)).filter(|_| dated)?;
    // What opens a line (`Publié le`, a weekday) may read as part of the date; the date itself is the shortest that says as much.
    let same = |from: usize| {
        let start = tokens.get(from).filter(|token| token.shape != Shape::Other)?.span.first();
        (read_date(Span::new(start, span.after()).of(line)) == Some(date)).then_some(from)
    };
    let from = (0..year_at).rev().find_map(same).unwrap_or(0);
    stamp(line, date, tokens.get(from..)?, year_at + 1 - from).map(|(stamp, length)| (stamp, length + from))
}

/// `septembre 10, 2021`: pages made with English templates put the month first in other languages, too.
fn month_first(words: &str) -> Option<PartialDate> {
    let mut parts = words.split_whitespace();
    let (month, day, year) = (parts.next()?, parts.next()?.strip_suffix(',')?, parts.next()?);
    let day = day.parse::<u8>().ok().filter(|_| parts.next().is_none())?;
    read_date(&format!("{day} {month} {year}")).filter(|date| date.precision() == Precision::Day)
}

/// `8 décembre, 2024`: such templates set the year apart, too.
fn year_apart(words: &str) -> Option<PartialDate> {
    let (day, year) = words.rsplit_once(", ")?;
    read_date(&format!("{day} {year}")).filter(|date| date.precision() == Precision::Day)
}

fn stamp(line: &str, date: PartialDate, tokens: &[Token], length: usize) -> Option<(ParsedDate, usize)> {
    // Digits that run on are no date: a telephone number, a version.
    let digits = |at: usize| tokens.get(at).is_some_and(|token| token.shape == Shape::Digits);
    let more = separator(line, tokens.get(length)).is_some() && digits(length + 1);
    let span = Span::new(tokens.first()?.span.first(), tokens.get(length - 1)?.span.after());
    (!more).then_some((ParsedDate { date, span }, length))
}

/// `20200516`, also with a time behind it.
fn compact(text: &str) -> Option<PartialDate> {
    let digits = text.split_once('T').map_or(text, |(day, _)| day);
    (digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(())?;
    let number: u32 = digits.parse().ok()?;
    let part = |n: u32| u8::try_from(n % 100).ok();
    PartialDate::day(i16::try_from(number / 10_000).ok()?, part(number / 100)?, part(number)?)
        .filter(|date| YEARS.contains(&date.parts().0))
}

fn epoch(text: &str) -> Option<PartialDate> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let number: i64 = whole.parse().ok().filter(|_| (9..=13).contains(&whole.len()))?;
    // Eleven digits and more are beyond the year 5000 in seconds: milliseconds.
    let seconds = if whole.len() > 10 { number / 1000 } else { number };
    let day = jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(seconds.div_euclid(86_400)).ok()?).ok()?;
    Some(PartialDate::of(day))
}

#[cfg(test)]
mod tests {
    use super::{field, in_address, leading_iso, short_stamps, stamps, timestamp};

    fn all(line: &str, day_first: bool) -> Vec<String> {
        stamps(line, day_first).iter().map(|stamp| stamp.date.to_string()).collect()
    }

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        assert_eq!(all("Publié le 22/07/2020 à 14h05", true), ["2020-07-22"]);
        assert_eq!(all("05/08/2020", true), ["2020-08-05"]);
        assert_eq!(all("Le 08 décembre, 2024", true), ["2024-12-08"]);
        assert_eq!(all("05/08/2020", false), ["2020"]);
        assert_eq!(all("08/15/2013 and 15.8.2013", false), ["2013-08-15", "2013-08-15"]);
        let short = |line: &str| short_stamps(line, true).iter().map(|stamp| stamp.date.to_string()).collect::<Vec<_>>();
        assert_eq!(short("Publié le 16/06/11 à 00h00"), ["2011-06-16"]);
        assert_eq!(short("12-07-13 à 10h16"), ["2013-07-12"]);
        assert_eq!(short("Publié le 27 Mar 20 à 9:21"), ["2020-03-27"]);
        assert_eq!(all("publié par Claire Dumont le 19•01•2016", true), ["2016-01-19"]);
        assert_eq!(short("tél. 01 02 03 04 05"), Vec::<String>::new());
        assert_eq!(
            all("Publicado el 3 de marzo de 2020; 3 marzo 2019; 7. November 2023", true),
            ["2020-03-03", "2019-03-03", "2023-11-07"]
        );
        assert_eq!(
            in_address("https://www.gazette.example/2014/05/18/un-budget/").map(|date| date.to_string()).as_deref(),
            Some("2014-05-18")
        );
        for address in ["a/2014-05-18/un-budget", "a/20140518/un-budget", "a/20140518-un-budget_12.html", "a/2014-05-18_12.html"]
        {
            let day = in_address(&format!("https://www.gazette.example/{address}")).map(|date| date.to_string());
            assert_eq!(day.as_deref(), Some("2014-05-18"), "{address}");
        }
        for address in ["2014/05/un-budget-2014-05-18x", "a/20140518123", "a/20141318/b", "a/18500101/b"] {
            assert_eq!(in_address(&format!("https://www.gazette.example/{address}")), None, "{address}");
        }
        assert_eq!(all("tél. 01.02.2013.44, version 2020-13", true), Vec::<String>::new());
        // A year of two digits with its hour, and two days that nothing parts.
        assert_eq!(all("lulu28.09.1912:44", true), Vec::<String>::new());
        assert_eq!(all("Veröffentlicht am 10. Februar 201911. März 2019", true), ["2019-02-10", "2019-03-11"]);
    }

    #[test]
    fn glued_days_and_a_month_before_its_day_are_read() {
        assert_eq!(all("26/01/201726/01/2017", true), ["2017-01-26", "2017-01-26"]);
        assert_eq!(all("septembre 10, 2021", true), ["2021-09-10"]);
    }

    #[test]
    fn fields_give_the_day_as_written() {
        let day = |text: &str| field(text, true).map(|date| date.to_string());
        assert_eq!(day("2020-05-16T23:30:00-05:00").as_deref(), Some("2020-05-16"));
        assert_eq!(day("2020-05-16 08:00").as_deref(), Some("2020-05-16"));
        assert_eq!(day("20200516T080000").as_deref(), Some("2020-05-16"));
        assert_eq!(day("1589616000").as_deref(), Some("2020-05-16"));
        assert_eq!(day("1589616000000").as_deref(), Some("2020-05-16"));
        assert_eq!(day("0216-01-01"), None);
        for text in ["2019-03-31", "2019-03-31T18:34:40Z", "2020-02-29T00:00:00.000+02:00", "1999-12-31T23:59"] {
            assert_eq!(timestamp(text), crate::analysis::dates::read_date(text), "{text}");
            assert_eq!(timestamp(text), stamps(text, true).first().map(|stamp| stamp.date), "{text}");
        }
        assert_eq!(day("hier"), None);
    }

    #[test]
    fn a_leading_date_has_a_length() {
        let stamp = leading_iso("2020-05 Le nouveau").unwrap();
        assert_eq!((stamp.date.to_string().as_str(), stamp.span.after()), ("2020-05", 7));
        assert_eq!(leading_iso(" 2020-05"), None);
    }

    #[test]
    fn years_of_two_digits() {
        let read = |line| {
            short_stamps(line, true).into_iter().next().map(|stamp| (stamp.date.to_string(), stamp.span.of(line).to_owned()))
        };
        assert_eq!(read("Publié le 27 Mar 20 à 9:21"), Some(("2020-03-27".to_owned(), "27 Mar 20".to_owned())));
        assert_eq!(read("Publié le 09/03/98"), Some(("1998-03-09".to_owned(), "09/03/98".to_owned())));
        assert_eq!(read("Publié à 10 h 20"), None);
    }
}
