//! A family as plain data: its articles, and what each is to the one that leads.

use crate::model::archive::ArticleIx;
use crate::text::span::Span;
use crate::tr_later;

/// What a member of a family is to its leader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same text, but for a word here and there.
    Copy,
    /// A part of it.
    Shortened,
    /// It with more around it.
    Extended,
    /// It with other words in it.
    Updated,
}

impl Relation {
    /// All of them, each at the place that its number tells.
    pub(crate) const ALL: [Self; 4] = [Self::Copy, Self::Shortened, Self::Extended, Self::Updated];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Copy => tr_later!("copy"),
            Self::Shortened => tr_later!("shortened"),
            Self::Extended => tr_later!("extended"),
            Self::Updated => tr_later!("updated"),
        }
    }
}

/// An article of a family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// Which one.
    pub article: ArticleIx,
    /// The share of the words of the shorter of it and the leader that stand in the other, too, in runs of five words or more.
    pub containment: f32,
    /// What it is to the leader.
    pub relation: Relation,
    /// The words of the longest run that it shares with the leader; the whole text for the leader.
    pub run_words: u32,
    /// Where that run begins in its body, as far as it lies in one block.
    pub run: Span,
}

/// Articles that are near-copies of one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// Its articles, two or more: the leader, then the others by day of publication.
    pub members: Vec<Member>,
}

impl Family {
    /// The article that stands for the family: the one published first, of the same day the longest.
    #[must_use]
    pub fn leader(&self) -> Option<ArticleIx> {
        self.members.first().map(|member| member.article)
    }
}
