//! The values of `words:`: a number, a range or a bound, as a run of whole numbers.

use std::fmt;

use crate::query::language::error::{ErrorKind, Fault, Typed};
use crate::text::span::Span;
use crate::tr;

/// A run of whole numbers, both ends included; [`u32::MAX`] as the last means no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberRange {
    first: u32,
    last: u32,
}

impl NumberRange {
    /// From the smaller to the greater of the two.
    #[must_use]
    pub fn between(one: u32, other: u32) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// The first and the last number.
    #[must_use]
    pub fn ends(self) -> (u32, u32) {
        (self.first, self.last)
    }

    /// Whether `number` is in it.
    #[must_use]
    pub fn holds(self, number: u32) -> bool {
        (self.first..=self.last).contains(&number)
    }

    /// Reads `500`, `200..500`, `200..`, `..500`, `>500`, `>=500`, `<500` or `<=500`.
    ///
    /// # Errors
    /// What is no number, or a range that no number is in; the span is that of the number in `text`.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let none = || tr!("no number is in {text}", text = Typed(text));
        let backwards = || tr!("the range ends before it begins").to_owned();
        let empty = || fault(text, 0, ErrorKind::Wrong, if text.contains("..") { backwards() } else { none() });
        let after = |operator: &str| text.strip_prefix(operator).map(|rest| read_number(rest, operator.len()));
        let range = if let Some(least) = after(">=") {
            Some((least?, u32::MAX))
        } else if let Some(below) = after(">") {
            below?.checked_add(1).map(|first| (first, u32::MAX))
        } else if let Some(most) = after("<=") {
            Some((0, most?))
        } else if let Some(above) = after("<") {
            above?.checked_sub(1).map(|last| (0, last))
        } else if let Some((first, last)) = text.split_once("..") {
            let second = first.len() + "..".len();
            match (first, last) {
                ("", _) => Some((0, read_number(last, second)?)),
                (_, "") => Some((read_number(first, 0)?, u32::MAX)),
                _ => Some((read_number(first, 0)?, read_number(last, second)?)),
            }
        } else {
            let number = read_number(text, 0)?;
            Some((number, number))
        };
        range.filter(|(first, last)| first <= last).map(|(first, last)| Self { first, last }).ok_or_else(empty)
    }
}

fn read_number(text: &str, offset: usize) -> Result<u32, Fault> {
    if text.is_empty() {
        return Err(fault(text, offset, ErrorKind::Incomplete, tr!("a number is missing, such as 500").into()));
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(fault(text, offset, ErrorKind::Wrong, tr!("{text} is no number, such as 500", text = Typed(text))));
    }
    text.parse().map_err(|_| fault(text, offset, ErrorKind::Wrong, tr!("{text} is too great a number", text = Typed(text))))
}

fn fault(text: &str, offset: usize, kind: ErrorKind, message: String) -> Fault {
    Fault { span: Span::new(0, text.len()).shift(offset), kind, message }
}

impl fmt::Display for NumberRange {
    /// `500`, `200..500`, `200..` or `..500`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.last) {
            (first, last) if first == last => write!(f, "{first}"),
            (first, u32::MAX) => write!(f, "{first}.."),
            (0, last) => write!(f, "..{last}"),
            (first, last) => write!(f, "{first}..{last}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NumberRange;

    #[test]
    fn ranges_are_read_and_written() {
        for (text, written) in [
            ("500", "500"),
            ("200..500", "200..500"),
            (">=200", "200.."),
            (">200", "201.."),
            ("<=500", "..500"),
            ("<500", "..499"),
            ("0..", "0.."),
            ("<1", "0"),
        ] {
            let range = NumberRange::read(text).unwrap();
            assert_eq!(range.to_string(), written, "{text}");
            assert_eq!(NumberRange::read(written), Ok(range));
        }
    }

    #[test]
    fn what_no_article_can_have_is_told() {
        for (text, message) in [
            ("", "a number is missing, such as 500"),
            (">", "a number is missing, such as 500"),
            ("many", "\"many\" is no number, such as 500"),
            ("9..5", "the range ends before it begins"),
            ("<0", "no number is in \"<0\""),
            ("99999999999", "\"99999999999\" is too great a number"),
        ] {
            assert_eq!(NumberRange::read(text).unwrap_err().message, message, "{text}");
        }
    }
}
