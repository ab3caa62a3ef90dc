//! Figures: the numbers of a text with what they count, their value, and how exact they are said to be.
//!
//! Numbers in digits only; expressions of time are none. Called by the sheets of events and by the tables of facts, for one article at a time.

mod figure_words;

use crate::analysis::figures::figure_words::FigureWords;
use crate::model::article::{Article, Lang};
use crate::text::fold::fold;
use crate::text::span::Span;

/// Signs of what is less than nothing, before a number.
const MINUS: [char; 2] = ['-', '−'];
/// Words between a number and what it counts, at most.
const APART: usize = 3;
/// What is counted in hundredths, however it is written.
const PERCENT: &str = "%";
const HUNDREDTHS: [&str; 4] = ["percent", "pourcent", "per cent", "pour cent"];
/// Letters of the longest of them, and one more.
const LONGEST: usize = 10;
/// Words that multiply the number before them. A French and an English billion differ: see [`scale`].
const SCALES: [(&str, f64); 15] = [
    ("cents", 1e2),
    ("hundred", 1e2),
    ("mille", 1e3),
    ("milliers", 1e3),
    ("thousand", 1e3),
    ("million", 1e6),
    ("millions", 1e6),
    ("mn", 1e6),
    ("milliard", 1e9),
    ("milliards", 1e9),
    ("bn", 1e9),
    ("billion", 1e9),
    ("billions", 1e9),
    ("trillion", 1e12),
    ("trillions", 1e12),
];
/// Words before a number that say how exact it is; longer ones before those that they end with.
const MANNERS: [(&str, FigureManner); 26] = [
    ("pas moins de", FigureManner::AtLeast),
    ("no fewer than", FigureManner::AtLeast),
    ("no less than", FigureManner::AtLeast),
    ("pas plus de", FigureManner::AtMost),
    ("no more than", FigureManner::AtMost),
    ("plus de", FigureManner::AtLeast),
    ("plus d'", FigureManner::AtLeast),
    ("au moins", FigureManner::AtLeast),
    ("more than", FigureManner::AtLeast),
    ("at least", FigureManner::AtLeast),
    ("over", FigureManner::AtLeast),
    ("moins de", FigureManner::AtMost),
    ("moins d'", FigureManner::AtMost),
    ("au plus", FigureManner::AtMost),
    ("jusqu'a", FigureManner::AtMost),
    ("less than", FigureManner::AtMost),
    ("fewer than", FigureManner::AtMost),
    ("at most", FigureManner::AtMost),
    ("up to", FigureManner::AtMost),
    ("environ", FigureManner::About),
    ("pres de", FigureManner::About),
    ("quelque", FigureManner::About),
    ("about", FigureManner::About),
    ("around", FigureManner::About),
    ("nearly", FigureManner::About),
    ("some", FigureManner::About),
];
/// Bytes before a number in which such words stand.
const MANNER_REACH: usize = 24;

/// How exact a figure is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FigureManner {
    /// Nothing is said of it.
    Plain,
    /// "environ", "about".
    About,
    /// "plus de", "at least".
    AtLeast,
    /// "moins de", "up to".
    AtMost,
}

impl FigureManner {
    /// Its name in JSON and tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
        }
    }
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// From the number, or the sign of a currency before it, to the end of what it counts, in bytes of the body.
    pub(crate) span: Span,
    /// Its value; words like "millions" are reckoned in.
    pub(crate) value: f64,
    /// What is counted, as the text has it: a noun or a sign.
    pub(crate) noun: String,
    /// How exact it is said to be.
    pub(crate) manner: FigureManner,
}

/// The figures of `article`, whose dates are known, in order of the body.
pub(crate) fn figures(article: &Article) -> Vec<Figure> {
    let mut all = Vec::new();
    for block in article.text_blocks() {
        of_block(article, block.span, &mut all);
    }
    all
}

fn of_block(article: &Article, block: Span, all: &mut Vec<Figure>) {
    let text = block.of(&article.body);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)).map(|found| at + found) {
        at = number_end(text, start);
        let whole = Span::new(start, at).shift(block.first());
        let after = article.dates.partition_point(|date| date.span.after() <= whole.first());
        let is_date = article.dates.get(after).is_some_and(|date| date.span.overlaps(whole));
        if is_date || is_part_of_name(text, Span::new(start, at), FigureWords::of(article.lang)) {
            continue;
        }
        if let Some(found) = figure(text, Span::new(start, at), article.lang) {
            all.push(Figure { span: found.span.shift(block.first()), ..found });
        }
    }
}

/// Whether the digits at `number` belong to a name or another number: `COVID-19`, `S&P 500`, `No. 3`, `5G`, an address.
fn is_part_of_name(text: &str, number: Span, words: &FigureWords) -> bool {
    let (before, behind) = (text.get(..number.first()).unwrap_or_default(), text.get(number.after()..).unwrap_or_default());
    let glued = before.strip_suffix(['-', '‑', '/', '&']).unwrap_or(before);
    if glued.ends_with(char::is_alphanumeric) && (glued.len() == before.len() || glued.ends_with(char::is_alphabetic)) {
        return true;
    }
    if before.ends_with(['#', '_', '@', '=']) || behind.starts_with(['_', '/', '°']) {
        return true;
    }
    let spaced = before.trim_end_matches([' ', '\u{a0}', '\u{202f}', '.', '°', 'º', '\n']);
    let last = spaced.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // A mark between the two parts them; `No.` and `p.` have one of their own.
    let is_near = spaced.len() < before.len() && (!before.trim_end().ends_with('.') || last.len() <= 2);
    is_near && words.names.contains(&*fold(last))
}

/// The figure whose digits are `number` in `text`.
fn figure(text: &str, number: Span, lang: Lang) -> Option<Figure> {
    let mut value = value(number.of(text), lang)?;
    let before = text.get(..number.first())?;
    let sign = before.chars().next_back().filter(|c| is_currency(*c));
    let mut start = number.first() - sign.map_or(0, char::len_utf8);
    let mut end = number.after();
    while let Some((times, after)) = scale(text, end, lang) {
        value *= times;
        end = after;
    }
    let (noun, end) = match sign {
        Some(sign) => (sign.to_string(), end),
        None => counted(text, end, (value, lang))?,
    };
    if let Some(minus) = minus(text.get(..start)?).filter(|_| sign.is_some() || is_measure(&noun)) {
        value = -value;
        start -= minus.len_utf8();
    }
    Some(Figure { span: Span::new(start, end), value, noun, manner: manner(text.get(..start)?) })
}

/// The sign at the end of `before` that makes the number behind it negative; a hyphen behind a word or a number is none.
fn minus(before: &str) -> Option<char> {
    let sign = before.chars().next_back().filter(|c| MINUS.contains(c))?;
    let ahead = before.strip_suffix(sign)?;
    (ahead.is_empty() || ahead.ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | ':' | '"' | '«' | '“'))).then_some(sign)
}

/// Whether `noun` measures something, so that there may be less than nothing of it.
fn is_measure(noun: &str) -> bool {
    noun == PERCENT || noun.chars().all(is_currency) || noun.starts_with("point") || noun.starts_with("deg")
}

fn is_currency(c: char) -> bool {
    matches!(c, '€' | '$' | '£' | '¥')
}

/// The end of the number that begins at `start`: digits with points, commas and thin spaces between them, and with plain spaces before
/// groups of three.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = start + digits(start);
    loop {
        let Some(c) = text.get(end..).and_then(|rest| rest.chars().next()) else { return end };
        let next = end + c.len_utf8();
        let group = digits(next);
        let goes_on = match c {
            '.' | ',' => group > 0,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => group == 3 && (end - start <= 3 || is_grouped(text, start, end)),
            _ => false,
        };
        if !goes_on {
            return end;
        }
        end = next + group;
    }
}

/// Whether spaces part the digits between `start` and `end` already.
fn is_grouped(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|number| number.contains([' ', '\u{a0}', '\u{202f}', '\u{2009}']))
}

/// The value of digits with marks between them, as the language writes numbers: a comma before decimals in French, a point in English.
fn value(number: &str, lang: Lang) -> Option<f64> {
    let decimal = if lang == Lang::En { '.' } else { ',' };
    let grouping = if lang == Lang::En { ',' } else { '.' };
    let groups: Vec<&str> = number.split(grouping).collect();
    let is_grouping = groups.iter().skip(1).all(|group| group.chars().take_while(char::is_ascii_digit).count() == 3);
    let mut plain = String::with_capacity(number.len());
    for c in number.chars() {
        match c {
            _ if c.is_ascii_digit() => plain.push(c),
            _ if c == decimal => plain.push('.'),
            // `3.5 km` in a French text.
            _ if c == grouping && !is_grouping => plain.push('.'),
            _ => {}
        }
    }
    plain.parse().ok()
}

/// What multiplies the number that ends at `end`, and where that ends.
fn scale(text: &str, end: usize, lang: Lang) -> Option<(f64, usize)> {
    let rest = text.get(end..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '-']);
    let word: &str = trimmed.split(|c: char| !c.is_alphabetic()).next()?;
    let (_, times) = SCALES.iter().find(|(scale, _)| word.eq_ignore_ascii_case(scale))?;
    // The long scale: a French billion is a million millions.
    let longer = if lang != Lang::En && word.to_ascii_lowercase().starts_with("billion") { 1e3 } else { 1.0 };
    Some((times * longer, end + (rest.len() - trimmed.len()) + word.len()))
}

/// What is counted behind the number that ends at `end`, of this value, and where that ends: a sign or a noun, in the plural unless one is counted.
fn counted(text: &str, end: usize, (value, lang): (f64, Lang)) -> Option<(String, usize)> {
    let rest = text.get(end..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\n']);
    let sign = trimmed.chars().next().filter(|c| *c == '%' || is_currency(*c));
    let at = text.len() - trimmed.len();
    if let Some(sign) = sign {
        return Some((sign.to_string(), at + sign.len_utf8()));
    }
    let small = trimmed.chars().take(LONGEST).collect::<String>().to_lowercase().replace('\u{a0}', " ");
    let is_whole = |words: &&&str| small.strip_prefix(**words).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    if let Some(words) = HUNDREDTHS.iter().find(is_whole) {
        let len = trimmed.char_indices().nth(words.chars().count()).map_or(trimmed.len(), |(at, _)| at);
        return Some((PERCENT.to_owned(), at + len));
    }
    if rest.starts_with(|c: char| c.is_alphabetic() || c == '-') && text.get(..end)?.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    noun(text, at, (value, FigureWords::of(lang)))
}

/// The noun that `text` from `at` on begins with, behind what stands between a number and it, and where that ends.
fn noun(text: &str, mut at: usize, (value, words): (f64, &FigureWords)) -> Option<(String, usize)> {
    let (mut is_behind_of, mut is_first) = (false, true);
    for word in text.get(at..)?.split([' ', '\u{a0}', '\u{202f}', '’', '\'', '\n']).take(APART + 2) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let begin = at;
        at += word.len() + text.get(at + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        let small = fold(bare);
        if words.between.contains(&*small) || is_behind_of && words.behind_of.contains(&*small) {
            is_behind_of = small.len() <= 3;
            continue;
        }
        let is_word = bare.chars().count() >= 3 && bare.chars().all(|c| c.is_alphabetic() || c == '-');
        if !is_word || !word.starts_with(bare) || words.stops(&small) && !words.is_plural(&small) {
            return None;
        }
        if words.is_plural(&small) || is_first && value.abs() < 2.0 && bare.starts_with(char::is_lowercase) {
            return Some((bare.to_owned(), begin + bare.len()));
        }
        // "12 new Welsh ferries": what is counted stands behind its adjectives.
        if !words.is_english || word.len() > bare.len() {
            return None;
        }
        (is_first, is_behind_of) = (false, false);
    }
    None
}

/// How exact the words at the end of `before` say that a number is.
fn manner(before: &str) -> FigureManner {
    let mut from = before.len().saturating_sub(MANNER_REACH);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let folded = fold(before.get(from..).unwrap_or_default());
    let folded = folded.trim_end();
    let ends = |words: &str| {
        folded.strip_suffix(words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric) || words.ends_with('\''))
    };
    MANNERS.iter().find(|(words, _)| ends(words)).map_or(FigureManner::Plain, |(_, manner)| *manner)
}

#[cfg(test)]
mod tests {
    use super::figure_words::FigureWords;
    use super::{FigureManner, figure, is_part_of_name, number_end};
    use crate::model::article::Lang;
    use crate::text::span::Span;

    fn found(text: &str, lang: Lang) -> Option<(f64, String, String, FigureManner)> {
        let start = text.find(|c: char| c.is_ascii_digit()).unwrap();
        let figure = figure(text, Span::new(start, number_end(text, start)), lang)?;
        Some((figure.value, figure.noun, figure.span.of(text).to_owned(), figure.manner))
    }

    #[test]
    fn what_is_counted_follows_the_number() {
        let french = |text: &str| found(text, Lang::Fr).map(|(value, noun, words, _)| (value, noun, words));
        assert_eq!(french("évacué 46 habitants du quai"), Some((46.0, "habitants".into(), "46 habitants".into())));
        assert_eq!(french("Les 12.000 véhicules"), Some((12_000.0, "véhicules".into(), "12.000 véhicules".into())));
        assert_eq!(french("Les 12 500 véhicules"), Some((12_500.0, "véhicules".into(), "12 500 véhicules".into())));
        assert_eq!(french("baisse de 7 % en mai"), Some((7.0, "%".into(), "7 %".into())));
        assert_eq!(french("plus de 3,5 millions d’euros"), Some((3_500_000.0, "euros".into(), "3,5 millions d’euros".into())));
        assert_eq!(french("52, d’après la mairie"), None);
        assert_eq!(french("vers 6 et demie"), None);
        assert_eq!(french("13 d’entre eux ont été libérés"), None);
    }

    #[test]
    fn a_number_in_a_name_counts_nothing() {
        let is_name = |text: &str, lang| {
            let start = text.find(|c: char| c.is_ascii_digit()).unwrap();
            is_part_of_name(text, Span::new(start, number_end(text, start)), FigureWords::of(lang))
        };
        for name in ["the VORVID-19 outbreak", "The Russell 2000 companies", "the No. 3 senators", "S&P 500 firms", "a K7 tapes"]
        {
            assert!(is_name(name, Lang::En), "{name}");
        }
        assert!(is_name("l’acte 14 des cordonniers", Lang::Fr) && is_name("le n° 12 des plans", Lang::Fr));
        for count in ["In Valmont 12 boats sank", "of 5-10 boats", "No boats. 300 ferries"] {
            assert!(!is_name(count, Lang::En), "{count}");
        }
        assert!(!is_name("plus d’1,5 million de bacs", Lang::Fr));
    }

    #[test]
    fn what_is_no_thing_counts_nothing_and_adjectives_are_passed_over() {
        let noun = |text: &str, lang| found(text, lang).map(|(_, noun, words, _)| (noun, words));
        for text in ["1062 does not", "12 and 13 respectively in the vote", "47 the previous year", "12 march on", "5G-capable"] {
            assert_eq!(noun(text, Lang::En), None, "{text}");
        }
        for text in ["8.000 à Valmont", "290.000 samedi dernier", "106 000 à la deuxième", "2.000 par jour"] {
            assert_eq!(noun(text, Lang::Fr), None, "{text}");
        }
        assert_eq!(noun("12 new Welsh ferries sank", Lang::En), Some(("ferries".into(), "12 new Welsh ferries".into())));
        assert_eq!(noun("5 autres bateaux", Lang::Fr), Some(("bateaux".into(), "5 autres bateaux".into())));
        assert_eq!(noun("1 bac", Lang::Fr), Some(("bac".into(), "1 bac".into())));
    }

    #[test]
    fn hundredths_have_one_sign_and_less_than_nothing_a_minus() {
        let value = |text: &str, lang| found(text, lang).map(|(value, noun, words, _)| (value, noun, words));
        assert_eq!(value("up 64 percent in May", Lang::En), Some((64.0, "%".into(), "64 percent".into())));
        assert_eq!(value("71 pour cent des bacs", Lang::Fr), Some((71.0, "%".into(), "71 pour cent".into())));
        assert_eq!(value("prices: -0.6% m/m", Lang::En), Some((-0.6, "%".into(), "-0.6%".into())));
        assert_eq!(value("a 5-10% cut", Lang::En).map(|(value, ..)| value > 0.0), None, "five of what is not said");
        assert_eq!(value("les -12 bateaux", Lang::Fr), Some((12.0, "bateaux".into(), "12 bateaux".into())));
    }

    #[test]
    fn each_language_writes_and_scales_its_numbers() {
        let value = |text: &str, lang| found(text, lang).map(|(value, noun, ..)| (value, noun));
        assert_eq!(value("some 1,250.5 tonnes", Lang::En), Some((1250.5, "tonnes".into())));
        assert_eq!(value("a $3.2 billion fund", Lang::En), Some((3.2e9, "$".into())));
        assert_eq!(value("2 billions de pièces", Lang::Fr), Some((2e12, "pièces".into())));
        assert_eq!(value("à 3.5 kilomètres", Lang::Fr), Some((3.5, "kilomètres".into())));
    }

    #[test]
    fn words_before_it_say_how_exact_it_is() {
        let manner = |text: &str| found(text, Lang::Fr).map(|(.., manner)| manner);
        assert_eq!(manner("pas moins de 300 personnes"), Some(FigureManner::AtLeast));
        assert_eq!(manner("près de 300 personnes"), Some(FigureManner::About));
        assert_eq!(manner("jusqu’à 300 personnes"), Some(FigureManner::AtMost));
        assert_eq!(manner("moins de 300 personnes"), Some(FigureManner::AtMost));
        assert_eq!(manner("les 300 personnes"), Some(FigureManner::Plain));
        assert_eq!(manner("moreover 300 personnes"), Some(FigureManner::Plain));
    }
}
