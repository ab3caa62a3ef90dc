//! Outlook: whether a dated sentence tells what was, what will be, or what somebody plans.
//!
//! The calendar decides where it can: what lies before the publication is past, what lies behind it is to come. Only where it
//! cannot, on the day itself or without a publication date, the tense of `dates::tense` does. Called by `events`.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::analysis::dates::line::Paragraph;
use crate::analysis::dates::tense::{Tense, around};
use crate::analysis::dates::tokens::Tokens;
use crate::model::article::Article;
use crate::model::date::{Interval, PublicationDate};
use crate::model::event::Outlook;
use crate::text::span::Span;

/// Words, or beginnings of words, that make a plan of what is to come; in French, then in English.
const PLANS: [&str; 22] = [
    "prévu",
    "prévoi",
    "devrait",
    "devraient",
    "doit",
    "doivent",
    "projet",
    "programmé",
    "envisag",
    "compte ",
    "espère",
    "plan",
    "schedul",
    "due to",
    "expect",
    "set to",
    "intend",
    "propos",
    "hope",
    "could",
    "would",
    "to be held",
];

/// Tells the outlook of the dated sentences of one article.
#[derive(Debug)]
pub struct Outlooks<'a> {
    article: &'a Article,
    tokens: &'a Tokens,
    published: Option<Interval>,
}

impl<'a> Outlooks<'a> {
    /// Those of `article`, whose text was read into `tokens`.
    #[must_use]
    pub fn new(article: &'a Article, tokens: &'a Tokens) -> Self {
        let published = match article.published.date {
            // A lower bound says of no day that it is to come.
            PublicationDate::Unknown | PublicationDate::Since(_) => None,
            date => date.interval(),
        };
        Self { article, tokens, published }
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &'a Article {
        self.article
    }

    /// The outlook of what `sentence` tells of `interval` by the words `timex`.
    #[must_use]
    pub fn of(&self, interval: Interval, timex: Span, sentence: Span) -> Outlook {
        let ahead = match self.published {
            Some(published) if interval.last < published.first => false,
            Some(published) if interval.first > published.last => true,
            _ => self.tense(timex) == Tense::Future,
        };
        match ahead {
            false => Outlook::Past,
            true if is_plan(sentence.of(&self.article.body)) => Outlook::Planned,
            true => Outlook::Future,
        }
    }

    /// The tense around the words `timex`.
    fn tense(&self, timex: Span) -> Tense {
        let Some((_, tokens)) = self.tokens.parts().find(|(part, _)| part.covers(timex)) else { return Tense::Unknown };
        let line = Paragraph { text: &self.article.body, tokens, lexicon: self.tokens.lexicon() };
        let first = tokens.partition_point(|token| token.span.start < timex.start);
        let after = tokens.partition_point(|token| token.span.start < timex.end);
        around(&line, first, after)
    }
}

/// Whether a word of a plan begins in `sentence`; one pass, as most sentences that look ahead make none.
fn is_plan(sentence: &str) -> bool {
    static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        // Outside of ASCII the automaton knows one case only.
        let capitals = PLANS.iter().filter(|plan| !plan.is_ascii()).map(|plan| plan.to_uppercase());
        let words = PLANS.iter().map(|plan| (*plan).to_owned()).chain(capitals);
        AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()
    });
    WORDS.as_ref().is_some_and(|words| words.find_overlapping_iter(sentence).any(|found| begins_word(sentence, found.start())))
}

fn begins_word(text: &str, at: usize) -> bool {
    !text.get(..at).is_some_and(|head| head.ends_with(char::is_alphanumeric))
}
