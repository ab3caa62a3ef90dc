//! Families: articles that are near-copies of one text, such as agency copy, reprints, shortened and updated versions.
//!
//! A family gathers around its fullest text, each member compared with that one word by word; there are no chains, so that what
//! is like something that is like a text does not join it. The order of the articles does not matter. Pure over the
//! archive: `query` and the command line ask, each when somebody wants to know.

mod catalog;
mod comparison;
mod edited;
mod family;
mod gathering;
mod leaders;
mod overlap;
mod passages;
mod sketch;
mod verdict;
pub(crate) mod word_runs;
pub(crate) mod words;

pub use crate::analysis::families::catalog::Families;
pub use crate::analysis::families::edited::FamilyEdit;
pub use crate::analysis::families::family::{Family, Member, Relation};

#[cfg(test)]
mod tests;
