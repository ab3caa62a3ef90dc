//! Segments: articles packed into columns, in memory or in a mapped file; what an archive holds.
//!
//! An [`Article`](crate::model::article::Article) is what a file gives and the analysis fills; packed, it keeps its text, its metadata and, of what the
//! analysis found, what lists, filters and timelines need: the actors with their counts and the dated events. Where each name
//! and date stands is found again when an article is opened, in less time than a frame takes.

mod bits;
mod columns;
mod corrected;
mod pack;
mod view;

use crate::model::actor::ActorIx;
use crate::model::column::RunsBuilder;
use crate::model::segment::bits::actor_bits;
pub use crate::model::segment::columns::{FileStamp, Filed, Segment};
pub use crate::model::segment::corrected::{Corrected, Revised};
pub use crate::model::segment::pack::Builder;
pub use crate::model::segment::view::{ArticleRef, PackedEvent};

impl Segment {
    /// Packs `articles`.
    #[must_use]
    pub fn pack<'a>(articles: impl IntoIterator<Item = &'a Filed>) -> Self {
        let mut builder = Builder::default();
        articles.into_iter().for_each(|filed| builder.push(filed));
        builder.finish()
    }

    /// The same articles with those at the given places replaced; their bodies must be the same.
    #[must_use]
    pub fn revised(&self, replaced: &[(usize, Revised)]) -> Self {
        let mut builder = Builder::default();
        let mut replaced = replaced.iter().peekable();
        for article in self.iter() {
            match replaced.next_if(|(at, _)| *at == article.at) {
                Some((_, Revised::Read(filed))) => builder.push_facts(filed, article.copy()),
                Some((_, Revised::Restated(stated))) => builder.push_restated(article, stated),
                None => builder.push_packed_facts(article),
            }
        }
        Self { body: self.body.clone(), ..builder.finish() }
    }

    /// The same articles as `corrected` has them, `None` standing for one that stays as it is; `None` when all do.
    #[must_use]
    pub fn corrected<'a>(&self, corrected: impl Fn(ArticleRef<'_>) -> Option<Corrected<'a>>) -> Option<Self> {
        let all: Vec<_> = self.iter().enumerate().filter_map(|(at, article)| Some((at, corrected(article)?))).collect();
        if all.is_empty() {
            return None;
        }
        let (mut builder, mut all) = (Builder::default(), all.iter().peekable());
        for (at, article) in self.iter().enumerate() {
            match all.next_if(|(corrected, _)| *corrected == at) {
                Some((_, corrected)) => builder.push_corrected(article, corrected),
                None => builder.push_packed_facts(article),
            }
        }
        Some(Self { body: self.body.clone(), ..builder.finish() })
    }

    /// The articles at the given places without their bodies, to be put back by [`Segment::restored`].
    #[must_use]
    pub fn facts_of(&self, places: &[u32]) -> Self {
        let mut builder = Builder::default();
        places.iter().filter_map(|at| self.get(*at as usize)).for_each(|article| builder.push_packed_facts(article));
        builder.finish()
    }

    /// The same articles, those at `places` with the facts they have in `facts`, one after the other.
    #[must_use]
    pub fn restored(&self, places: &[u32], facts: &Self) -> Self {
        let mut builder = Builder::default();
        let mut replaced = places.iter().map(|at| *at as usize).zip(facts.iter()).peekable();
        for article in self.iter() {
            let replaced = replaced.next_if(|(at, _)| *at == article.at);
            builder.push_packed_facts(replaced.map_or(article, |(_, facts)| facts));
        }
        Self { body: self.body.clone(), ..builder.finish() }
    }

    /// The same articles with other actors, given article by article, those named most often first.
    #[must_use]
    pub fn naming<Of: IntoIterator<Item = (ActorIx, usize)>>(&self, actors: impl IntoIterator<Item = Of>) -> Self {
        let mut builder = RunsBuilder::default();
        actors.into_iter().for_each(|actors| builder.push(actors.into_iter().map(actor_bits)));
        Self { actors: builder.finish(), ..self.clone() }
    }

    /// Whether both name the same actors in each article.
    #[must_use]
    pub fn names_as(&self, other: &Self) -> bool {
        **self.actors.ends() == **other.actors.ends() && **self.actors.values() == **other.actors.values()
    }

    /// The same articles with the number of each in its file raised by `by`.
    #[must_use]
    pub fn shifted(self, by: u32) -> Self {
        if by == 0 {
            return self;
        }
        let item: Vec<u32> = self.item.iter().map(|item| if *item == 0 { 0 } else { item + by }).collect();
        Self { item: item.into(), ..self }
    }

    /// The same articles at other paths; `to` gives the path of each and the first of the keys of its lines, which follows from the
    /// path. `None` when it has none for one of them.
    #[must_use]
    pub fn moved(&self, to: impl Fn(ArticleRef<'_>) -> Option<(u64, String)>) -> Option<Self> {
        let (mut paths, mut lines) = (RunsBuilder::default(), RunsBuilder::default());
        for article in self.iter() {
            let (group, path) = to(article)?;
            paths.push_slice(path.as_bytes());
            match article.lines() {
                [_, rest @ ..] => lines.push_slices(&[&[group], rest]),
                [] => lines.push_slice(&[]),
            }
        }
        Some(Self { path: paths.finish(), lines: lines.finish(), ..self.clone() })
    }

    /// The same articles with the number of each among those with the same bytes.
    #[must_use]
    pub fn numbered(self, numbers: Vec<u32>) -> Self {
        Self { copy: numbers.into(), ..self }
    }
}

#[cfg(test)]
mod tests;
