//! One value of a table, and what takes rows of them. The kind of a value is that of its column in `schema`.

use std::borrow::Cow;
use std::io;

use jiff::civil::Date;

use crate::text::terminal_safe::TerminalSafe;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    /// Not known.
    Empty,
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A share or another number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A day.
    Day(Date),
}

/// Takes the rows of one table, each with a value for every column.
pub(crate) trait RowSink {
    /// Takes a row.
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()>;

    /// Ends the table.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

impl<'a> Cell<'a> {
    /// Words, cleaned; none when there are none.
    pub(crate) fn words(words: Option<impl Into<Cow<'a, str>>>) -> Self {
        words.map(Into::into).filter(|words| !words.is_empty()).map_or(Self::Empty, Self::text)
    }

    /// Words that are there, cleaned: those of names and journals come from anywhere.
    pub(crate) fn text(words: impl Into<Cow<'a, str>>) -> Self {
        let words = words.into();
        let clean = TerminalSafe::text(&words);
        Self::Text(if clean.is_changed() { Cow::Owned(clean.into_owned()) } else { words })
    }

    /// A count or an offset.
    pub(crate) fn count(count: usize) -> Self {
        Self::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A day that may not be known.
    pub(crate) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}
