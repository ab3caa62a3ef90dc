//! The table of a cache file: the archive it is of, what could not be read of it, and where the columns of each segment and all else lie.

use std::ops::Range;
use std::path::PathBuf;

use crate::ingest::cache::block::{checksum, lay, places};
use crate::ingest::cache::manifest::Files;
use crate::model::column::{Column, Runs, RunsBuilder, SharedBytes, Stored};
use crate::model::problem::Problem;

/// The paths an archive was opened by: as they were given, since articles are shown with them, and where they lead, which is what
/// makes it the same archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roots {
    names: Vec<Vec<u8>>,
}

impl Roots {
    /// The roots of `paths`; `None` when one leads nowhere.
    #[must_use]
    pub fn of(paths: &[PathBuf]) -> Option<Self> {
        let mut names = Vec::new();
        for path in paths {
            let given: PathBuf = path.components().collect();
            names.push(given.into_os_string().into_encoded_bytes());
            names.push(path.canonicalize().ok()?.into_os_string().into_encoded_bytes());
        }
        Some(Self { names })
    }

    /// A number for them, hardly ever that of others; the same however they are given.
    #[must_use]
    pub fn number(&self) -> u64 {
        let names: Vec<&[u8]> =
            if self.tell_dates() { self.given().chain(self.targets()).collect() } else { self.targets().collect() };
        checksum(&names.join(&0))
    }

    /// Whether an archive that was opened by these paths is the one that was opened by `other`, with the same facts in it.
    #[must_use]
    pub fn lead_where(&self, other: &Self) -> bool {
        self == other || self.targets().eq(other.targets()) && !self.tell_dates() && !other.tell_dates()
    }

    /// Whether a path as it was given may tell a date, as `2020/05` does: articles under it are dated by it, and would not be when
    /// the same folder was given by a shorter path. All such dates have a year of four digits.
    fn tell_dates(&self) -> bool {
        let is_year = |four: &[u8]| four.iter().all(u8::is_ascii_digit);
        self.given().any(|name| name.windows(4).any(is_year))
    }

    /// As they were given.
    pub fn given(&self) -> impl Iterator<Item = &[u8]> {
        self.names.iter().step_by(2).map(Vec::as_slice)
    }

    /// Where they lead.
    pub fn targets(&self) -> impl Iterator<Item = &[u8]> {
        self.names.iter().skip(1).step_by(2).map(Vec::as_slice)
    }
}

/// Where a block lies and its checksum: first byte, bytes, sum.
pub type Placed = [u64; 3];

/// What stands in the table.
#[derive(Clone, Debug, Default)]
pub struct CacheTable {
    roots: Runs<u8>,
    /// The number of all articles.
    pub articles: Column<u64>,
    /// File, line or 0, number of the article or 0, whether a part of the file is there, and articles lost, of each problem.
    problem: Column<[u32; 5]>,
    problem_path: Runs<u8>,
    problem_reason: Runs<u8>,
    /// The articles of each segment that are revised.
    pub revised: Runs<u32>,
    /// The blocks of each segment, tier by tier, and then those of the facts of its revised articles.
    pub blocks: Column<Placed>,
    /// The lengths of their columns.
    pub lengths: Column<u64>,
    /// What lies in blocks of its own, which the first list does not wait for: see [`OWN`].
    pub own: Column<Placed>,
    /// The lengths of their columns.
    pub own_lengths: Column<u64>,
}

/// The columns of a [`CacheTable`].
const COLUMNS: usize = 14;

/// How many columns each has that lies in a block of its own: the files, the order of the articles by date, the actors that the whole
/// archive shows.
pub const OWN: [usize; 3] = [Files::COLUMNS, 1, 1];

impl CacheTable {
    /// A table of an archive of so many articles.
    #[must_use]
    pub fn new(roots: &Roots, articles: u64, problems: &[(u32, Problem)]) -> Self {
        let place = |(file, problem): &(u32, Problem)| {
            let (line, number) = (problem.line.unwrap_or(0), problem.number.unwrap_or(0));
            [*file, line, number, u32::from(problem.partial), problem.articles]
        };
        Self {
            roots: runs(roots.names.iter().map(Vec::as_slice)),
            articles: vec![articles].into(),
            problem: problems.iter().map(place).collect::<Vec<_>>().into(),
            problem_path: runs(problems.iter().map(|(_, problem)| problem.path.as_bytes())),
            problem_reason: runs(problems.iter().map(|(_, problem)| problem.reason.as_bytes())),
            ..Self::default()
        }
    }

    /// The archive it is of.
    #[must_use]
    pub fn roots(&self) -> Roots {
        Roots { names: (0..self.roots.ends().len()).map(|at| self.roots.of(at).to_vec()).collect() }
    }

    /// What could not be read, with the place of its file.
    #[must_use]
    pub fn problems(&self) -> Vec<(u32, Problem)> {
        let counted = |number: u32| Some(number).filter(|number| *number > 0);
        let problem = |(at, [file, line, number, partial, articles]): (usize, &[u32; 5])| {
            let (path, reason) = (self.problem_path.text(at).into(), self.problem_reason.text(at).into());
            let (line, number) = (counted(*line), counted(*number));
            (*file, Problem { path, line, number, partial: *partial == 1, articles: *articles, reason })
        };
        self.problem.iter().enumerate().map(problem).collect()
    }

    /// Its bytes: the lengths of its columns, then the columns.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut columns = Vec::new();
        self.visit(&mut |column| columns.push(column));
        let lengths: Vec<u8> = columns.iter().flat_map(|column| (column.len() as u64).to_ne_bytes()).collect();
        columns.insert(0, &lengths);
        let mut bytes = Vec::new();
        lay(&columns, &mut bytes);
        bytes
    }

    /// The table with the bytes `bytes`; `None` when it is none.
    #[must_use]
    pub fn of(bytes: &SharedBytes) -> Option<Self> {
        let head = COLUMNS * size_of::<u64>();
        let lengths = Column::<u64>::within(bytes.clone(), 0..head);
        let mut places = places(head, &lengths);
        Self::map(&mut || Some((bytes.clone(), places.next()?)))
    }
}

fn runs<'a>(all: impl Iterator<Item = &'a [u8]>) -> Runs<u8> {
    let mut builder = RunsBuilder::default();
    all.for_each(|one| builder.push_slice(one));
    builder.finish()
}

impl Stored for CacheTable {
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a [u8])) {
        self.roots.visit(visit);
        self.articles.visit(visit);
        self.problem.visit(visit);
        self.problem_path.visit(visit);
        self.problem_reason.visit(visit);
        self.revised.visit(visit);
        self.blocks.visit(visit);
        self.lengths.visit(visit);
        self.own.visit(visit);
        self.own_lengths.visit(visit);
    }

    fn map(next: &mut dyn FnMut() -> Option<(SharedBytes, Range<usize>)>) -> Option<Self> {
        Some(Self {
            roots: Runs::map(next)?,
            articles: Column::map(next)?,
            problem: Column::map(next)?,
            problem_path: Runs::map(next)?,
            problem_reason: Runs::map(next)?,
            revised: Runs::map(next)?,
            blocks: Column::map(next)?,
            lengths: Column::map(next)?,
            own: Column::map(next)?,
            own_lengths: Column::map(next)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, CacheTable};
    use crate::model::column::Stored as _;

    #[test]
    fn it_knows_how_many_columns_it_has() {
        let mut columns = 0;
        CacheTable::default().visit(&mut |_| columns += 1);
        assert_eq!(columns, COLUMNS);
    }
}
