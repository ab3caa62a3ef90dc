//! What a comparison is made of, as plain data: passages, runs of words, and what became of them.

use crate::text::span::Span;

/// What became of a passage from the left article to the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageFate {
    /// Its words are the same.
    Same,
    /// Some of its words are others.
    Changed,
    /// It stands elsewhere among the others; its words may have changed as well.
    Moved,
    /// The left article alone has it.
    Cut,
    /// The right article alone has it.
    Added,
}

/// What became of a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordFate {
    /// Both have it.
    Kept,
    /// The left article alone has it.
    Cut,
    /// The right article alone has it.
    Added,
    /// Both have it, in passages that do not stand for each other: told in the passage of either side, where the other one is empty.
    Moved,
}

/// A run of words; where a side lacks it, its span is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedRun {
    /// What became of it.
    pub fate: WordFate,
    /// Where it stands in the body of the left article.
    pub left: Span,
    /// Where it stands in the body of the right one.
    pub right: Span,
    /// How many words it has.
    pub words: u32,
}

/// A passage of one article, with what stands for it in the other. Where a side lacks it, its span is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPassage {
    /// What became of it.
    pub fate: PassageFate,
    /// Where it stands in the body of the left article.
    pub left: Span,
    /// Where it stands in the body of the right one.
    pub right: Span,
    /// Its number among the passages of either side, from 1; 0 where it does not stand.
    pub numbers: (usize, usize),
    /// Its words, run by run.
    pub runs: Vec<ComparedRun>,
}

/// How many words there are of each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComparedWords {
    /// Both have them.
    pub kept: u32,
    /// Of these, those in passages that were moved, and those that stand in another passage.
    pub moved: u32,
    /// The left article alone has them.
    pub cut: u32,
    /// The right article alone has them.
    pub added: u32,
}
