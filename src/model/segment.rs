//! Segments: articles packed into columns, in memory or in a mapped file; what an archive holds.
//!
//! An [`Article`] is what a file gives and the analysis fills; packed, it keeps its text, its metadata and, of what the
//! analysis found, what lists, filters and timelines need: the actors with their counts and the dated events. Where each name
//! and date stands is found again when an article is opened, in less time than a frame takes.

mod bits;
mod columns;
mod pack;
mod view;

pub use crate::model::segment::columns::{Filed, Segment, Stamp};
pub use crate::model::segment::pack::Builder;
pub use crate::model::segment::view::{ArticleRef, Told};

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
    pub fn revised(&self, replaced: &[(usize, Filed)]) -> Self {
        let mut builder = Builder::default();
        let mut replaced = replaced.iter().peekable();
        for article in self.iter() {
            match replaced.next_if(|(at, _)| *at == article.at) {
                Some((_, filed)) => builder.push_facts(filed, article.copy()),
                None => builder.push_packed_facts(article),
            }
        }
        Self { body: self.body.clone(), ..builder.finish() }
    }

    /// The same articles with the place of each in its file raised by `by`.
    #[must_use]
    pub fn shifted(self, by: u32) -> Self {
        if by == 0 {
            return self;
        }
        let item: Vec<u32> = self.item.iter().map(|item| if *item == 0 { 0 } else { item + by }).collect();
        Self { item: item.into(), ..self }
    }

    /// The same articles with the number of each among those with the same bytes, as `number` gives it for an identifier's bytes.
    #[must_use]
    pub fn numbered(self, mut number: impl FnMut([u8; 6]) -> u32) -> Self {
        let numbers: Vec<u32> = self.iter().map(|article| number(article.id_bytes())).collect();
        if numbers == *self.copy {
            return self;
        }
        Self { copy: numbers.into(), ..self }
    }
}

#[cfg(test)]
mod tests;
