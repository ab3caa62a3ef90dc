//! Figures: the numbers of a text with what they count, their value, and how exact they are said to be.
//!
//! Numbers in digits only; expressions of time are none. Called by the sheets of events and by the tables of facts, for one article at a time.

use crate::model::article::{Article, Lang};
use crate::text::fold::fold;
use crate::text::span::Span;

/// Words between a number and what it counts.
const BETWEEN: [&str; 14] = ["de", "des", "d", "du", "la", "le", "les", "of", "the", "a", "an", "some", "autres", "other"];
/// Words that nothing is counted by.
const UNCOUNTED: &[&str] = &[
    "et", "ou", "and", "or", "pour", "dans", "sur", "for", "in", "on", "to", "heures", "ans", "years", "avec", "with", "entre",
    "contre", "among", "between", "against", "mais", "but", "est", "sont", "ont", "etait", "etaient", "ete", "is", "are", "was",
    "were", "has", "have", "had", "que", "qui", "who", "that", "which", "by", "from", "at", "selon", "apres", "avant", "after",
    "before", "plus", "more", "eux", "them", "us", "elles",
];
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
        let before = text.get(..start).unwrap_or_default();
        if is_date || before.ends_with(char::is_alphanumeric) {
            continue;
        }
        if let Some(found) = figure(text, Span::new(start, at), article.lang) {
            all.push(Figure { span: found.span.shift(block.first()), ..found });
        }
    }
}

/// The figure whose digits are `number` in `text`.
fn figure(text: &str, number: Span, lang: Lang) -> Option<Figure> {
    let mut value = value(number.of(text), lang)?;
    let before = text.get(..number.first())?;
    let sign = before.chars().next_back().filter(|c| is_currency(*c));
    let start = number.first() - sign.map_or(0, char::len_utf8);
    let mut end = number.after();
    while let Some((times, after)) = scale(text, end, lang) {
        value *= times;
        end = after;
    }
    let (noun, end) = match sign {
        Some(sign) => (sign.to_string(), end),
        None => counted(text, end)?,
    };
    Some(Figure { span: Span::new(start, end), value, noun, manner: manner(text.get(..start)?) })
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

/// What is counted behind the number that ends at `end`, and where that ends: a sign or a word.
fn counted(text: &str, end: usize) -> Option<(String, usize)> {
    let rest = text.get(end..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\n']);
    let sign = trimmed.chars().next().filter(|c| *c == '%' || is_currency(*c));
    let mut at = text.len() - trimmed.len();
    if let Some(sign) = sign {
        return Some((sign.to_string(), at + sign.len_utf8()));
    }
    for word in trimmed.split([' ', '\u{a0}', '\u{202f}', '’', '\'', '\n']).take(3) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let begin = at;
        at += word.len() + text.get(at + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        let small = fold(bare);
        if BETWEEN.contains(&&*small) {
            continue;
        }
        let is_noun = bare.chars().count() >= 3 && bare.chars().all(|c| c.is_alphabetic() || c == '-');
        let is_whole = word.starts_with(bare);
        return (is_noun && is_whole && !UNCOUNTED.contains(&&*small)).then(|| (bare.to_owned(), begin + bare.len()));
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
    use super::{FigureManner, figure, number_end};
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
