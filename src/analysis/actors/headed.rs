//! The text of an article below its headline, where that is no part of it: front matter, JSON, tables and exports give it in a field.
//!
//! Names are looked for in both at once, as where a headline is the first line of a text: who stands in full above is meant by the surname
//! below, and the other way round. What is found is parted again, since the places of mentions are places in the body.

use std::borrow::Cow;

use crate::analysis::dates::tokens::Tokens;
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::part::{Part, begins_given, parts};
use crate::model::actor::Mention;
use crate::model::article::{Article, BlockKind, HeadlineOrigin};
use crate::model::candidate::{Candidate, CandidateSpan, Feature, Signs};
use crate::text::fold::fold;
use crate::text::span::Span;

/// What stands between the headline and the text.
const BETWEEN: &str = "\n\n";

/// A headline and the text below it; the text alone where the headline is part of it.
#[derive(Debug)]
pub(crate) struct HeadedText<'a> {
    text: Cow<'a, str>,
    /// Those of both; `None` where the text stands alone.
    above: Option<Tokens>,
    tokens: &'a Tokens,
    /// Where the text begins.
    start: usize,
}

impl<'a> HeadedText<'a> {
    /// Of `article`, whose text was read into `tokens`.
    pub fn of(article: &'a Article, tokens: &'a Tokens) -> Self {
        let stands_there = || article.blocks_of(BlockKind::Headline).next().is_some();
        if article.headline != HeadlineOrigin::Metadata || article.title.is_empty() || stands_there() {
            return Self { text: Cow::Borrowed(&article.body), above: None, tokens, start: 0 };
        }
        let headline = without_outlet(&article.title, article.source.as_ref().map_or("", |source| &source.text));
        let start = headline.len() + BETWEEN.len();
        let text = [headline, BETWEEN, &*article.body].concat();
        Self { text: Cow::Owned(text), above: Some(tokens.below(headline, start)), tokens, start }
    }

    /// Leaves those signs to `sightings` of the headline that capitals of headlines do not make: full names of persons. The rest counts where
    /// the text below or other articles show that it is a name.
    pub fn weigh(&self, sightings: &mut [CandidateSpan]) {
        for sighting in sightings.iter_mut().take_while(|sighting| sighting.span.after() <= self.start) {
            let words = parts(sighting.span.of(&self.text));
            // `Jean-Luc Doe` and `Jeanne Le Tavel` have two; in a headline a third is a word of its own (`Jane Wins Endorsement`).
            let small = [Tells::Particle, Tells::Determiner, Tells::Article, Tells::Link];
            let own = |word: &&Part<'_>| !word.joined && !small.iter().any(|small| word.class.is(*small));
            let two = words.iter().filter(own).count() == 2;
            let person = begins_given(&words) && two && !words.iter().any(|word| is_common_word(word.text));
            if !person && !sighting.signs.has(Feature::Link) {
                sighting.signs = Signs::default();
            }
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn tokens(&self) -> &Tokens {
        self.above.as_ref().unwrap_or(self.tokens)
    }

    /// The mentions in the headline and those in the body, by their places there.
    pub fn split(&self, mentions: &[Mention]) -> (Vec<Mention>, Vec<Mention>) {
        let (above, below) = mentions.split_at(mentions.partition_point(|mention| mention.span.first() < self.start));
        let back = |place: usize| place.saturating_sub(self.start);
        let placed = |one: &Mention| Mention { span: Span::new(back(one.span.first()), back(one.span.after())), ..*one };
        (above.to_vec(), below.iter().map(placed).collect())
    }

    /// The candidates, by their places in the body, or in the headline where they stand best there.
    pub fn placed(&self, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
        let start = u32::try_from(self.start).unwrap_or(u32::MAX);
        for candidate in candidates.iter_mut().filter(|one| self.start > 0 && !one.signs.has(Feature::Link)) {
            candidate.start = candidate.start.checked_sub(start).unwrap_or(candidate.start | Candidate::IN_HEADLINE);
        }
        candidates
    }
}

/// `title` without the name of the `outlet` at its end, as pages print it: `The bridge is closed | Tamra Times`.
fn without_outlet<'a>(title: &'a str, outlet: &str) -> &'a str {
    let outlet = fold(outlet);
    let is_outlet = |tail: &str| {
        let tail = fold(tail.trim());
        !tail.is_empty() && !outlet.is_empty() && (tail.contains(&outlet) || outlet.contains(&tail))
    };
    let cut = |mark: &str| title.rsplit_once(mark).filter(|(_, tail)| is_outlet(tail)).map(|(head, _)| head);
    [" | ", " - ", " – ", " — "].into_iter().find_map(cut).unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::without_outlet;

    #[test]
    fn an_outlet_is_not_named_in_its_own_headline() {
        assert_eq!(without_outlet("The bridge is closed | The Tamra Times", "Tamra Times"), "The bridge is closed");
        assert_eq!(without_outlet("Le pont est fermé - Tamra Soir", "Tamra Soir"), "Le pont est fermé");
        assert_eq!(without_outlet("Le pont – et la rue", "Tamra Soir"), "Le pont – et la rue");
        assert_eq!(without_outlet("Le pont | la rue", ""), "Le pont | la rue");
    }
}
