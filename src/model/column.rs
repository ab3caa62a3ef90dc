//! Columns: plain values in a row, in memory or in a file that is mapped; and runs of them, one run for each article.
//!
//! A column is read the same way wherever it lies, and nothing is copied or parsed to open one. [`crate::model::segment`] is
//! made of columns; the cache writes their bytes as they are.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use bytemuck::Pod;

/// Bytes that several columns share, such as those of a mapped file.
pub type SharedBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Values of one kind in a row. A clone shares them.
#[derive(Clone)]
pub struct Column<T: Pod>(Store<T>);

#[derive(Clone)]
enum Store<T> {
    Owned(Arc<Vec<T>>),
    Shared { bytes: SharedBytes, range: Range<usize> },
}

impl<T: Pod> Column<T> {
    /// The column that lies in `range` of `bytes`. Nothing is looked at before it is read; it reads as empty when it cannot lie
    /// there: out of bounds, cut, or not aligned.
    #[must_use]
    pub fn within(bytes: SharedBytes, range: Range<usize>) -> Self {
        Self(Store::Shared { bytes, range })
    }

    /// How many values were laid here, which costs no look at the bytes. Of bytes that turn out to be damaged none is read.
    #[must_use]
    pub fn laid(&self) -> usize {
        match &self.0 {
            Store::Owned(values) => values.len(),
            Store::Shared { range, .. } => range.len().checked_div(size_of::<T>()).unwrap_or_default(),
        }
    }

    /// Its bytes, in the order of this machine.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(self)
    }
}

impl<T: Pod> Deref for Column<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Store::Owned(values) => values,
            Store::Shared { bytes, range } => {
                let bytes = (**bytes).as_ref().get(range.clone()).unwrap_or_default();
                bytemuck::try_cast_slice(bytes).unwrap_or_default()
            }
        }
    }
}

impl<T: Pod> From<Vec<T>> for Column<T> {
    fn from(mut values: Vec<T>) -> Self {
        values.shrink_to_fit();
        Self(Store::Owned(Arc::new(values)))
    }
}

impl<T: Pod> Default for Column<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T: Pod> fmt::Debug for Column<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Column({} values)", self.len())
    }
}

/// A run of values for each article, all in one column.
#[derive(Clone, Debug)]
pub struct Runs<T: Pod> {
    /// Behind the last value of each run.
    ends: Column<u32>,
    values: Column<T>,
}

impl<T: Pod> Default for Runs<T> {
    fn default() -> Self {
        Self { ends: Column::default(), values: Column::default() }
    }
}

impl<T: Pod> Runs<T> {
    /// The run at `at`; empty when there is none.
    #[must_use]
    pub fn of(&self, at: usize) -> &[T] {
        self.values.get(self.range(at)).unwrap_or_default()
    }

    /// Where the run at `at` lies among all values.
    #[must_use]
    pub fn range(&self, at: usize) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    /// All values.
    #[must_use]
    pub fn values(&self) -> &Column<T> {
        &self.values
    }

    /// Behind the last value of each run.
    #[must_use]
    pub fn ends(&self) -> &Column<u32> {
        &self.ends
    }
}

impl Runs<u8> {
    /// The text of the run at `at`; empty when it is none.
    #[must_use]
    pub fn text(&self, at: usize) -> &str {
        std::str::from_utf8(self.of(at)).unwrap_or_default()
    }
}

/// Runs under construction.
#[derive(Debug)]
pub struct RunsBuilder<T> {
    ends: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for RunsBuilder<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), values: Vec::new() }
    }
}

impl<T: Pod> RunsBuilder<T> {
    /// Adds a run behind the last.
    pub fn push(&mut self, run: impl IntoIterator<Item = T>) {
        self.values.extend(run);
        self.ends.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// Adds a run that lies in one piece.
    pub fn push_slice(&mut self, run: &[T]) {
        self.values.extend_from_slice(run);
        self.ends.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// Adds a run that lies in several pieces.
    pub fn push_slices(&mut self, pieces: &[&[T]]) {
        for piece in pieces {
            self.values.extend_from_slice(piece);
        }
        self.ends.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// The runs.
    #[must_use]
    pub fn finish(self) -> Runs<T> {
        Runs { ends: self.ends.into(), values: self.values.into() }
    }
}

/// What is made of columns: how the cache writes it and finds it again.
pub trait Stored: Sized {
    /// Hands each column's bytes to `visit`, in a fixed order.
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a [u8]));

    /// The same from columns that lie elsewhere, `next` saying where the next one does; `None` when there is none left.
    fn map(next: &mut dyn FnMut() -> Option<(SharedBytes, Range<usize>)>) -> Option<Self>;
}

impl<T: Pod> Stored for Column<T> {
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a [u8])) {
        visit(self.bytes());
    }

    fn map(next: &mut dyn FnMut() -> Option<(SharedBytes, Range<usize>)>) -> Option<Self> {
        next().map(|(bytes, range)| Self::within(bytes, range))
    }
}

impl<T: Pod> Stored for Runs<T> {
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a [u8])) {
        self.ends.visit(visit);
        self.values.visit(visit);
    }

    fn map(next: &mut dyn FnMut() -> Option<(SharedBytes, Range<usize>)>) -> Option<Self> {
        Some(Self { ends: Column::map(next)?, values: Column::map(next)? })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Column, Runs, RunsBuilder, SharedBytes, Stored as _};

    #[test]
    fn runs_read_alike_in_memory_and_from_bytes() {
        let mut builder = RunsBuilder::default();
        builder.push_slice("Bagdad".as_bytes());
        builder.push_slice(b"");
        builder.push_slice("Téhéran".as_bytes());
        let runs: Runs<u8> = builder.finish();
        let (mut file, mut places) = (Vec::new(), Vec::new());
        runs.visit(&mut |bytes| {
            file.resize(file.len().next_multiple_of(8), 0);
            places.push(file.len()..file.len() + bytes.len());
            file.extend_from_slice(bytes);
        });
        let bytes: SharedBytes = Arc::new(file);
        let mut places = places.into_iter();
        let mapped = Runs::map(&mut || Some((Arc::clone(&bytes), places.next()?))).unwrap();
        for runs in [&runs, &mapped] {
            assert_eq!([0, 1, 2, 3].map(|at| runs.text(at)), ["Bagdad", "", "Téhéran", ""]);
        }
    }

    #[test]
    fn a_column_that_cannot_lie_there_is_empty() {
        let bytes: SharedBytes = Arc::new(vec![0u8; 10]);
        let words = |range| Column::<u32>::within(Arc::clone(&bytes), range).len();
        assert_eq!((words(0..12), words(0..7)), (0, 0), "out of bounds, cut");
        assert_eq!(Column::<u8>::within(Arc::clone(&bytes), 1..9).len(), 8);
        assert_eq!(Column::<u32>::within(bytes, 0..8).laid(), 2);
    }
}
