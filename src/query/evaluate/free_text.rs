//! Bare words: fuzzily in the headline, the outlet and the names of actors, at the head of the publication date, and in the text.

use std::sync::{Mutex, PoisonError};

use crate::model::archive::ArticleIx;
use crate::model::date::{PartialDate, PublicationDate};
use crate::query::evaluate::set::ArticleSet;
use crate::query::evaluate::{Evaluation, Found, Reach};
use crate::query::language::term::QueryTerm;
use crate::query::matching::fuzzy;
use crate::query::matching::fuzzy::FuzzyWord;
use crate::query::matching::headlines::{Cut, HeadlineRows};
use crate::query::matching::marker::is_fuzzy;
use crate::query::matching::terms::{pattern, text_pattern};

/// What a match in the headline counts more than one beside it.
const HEADLINE: u32 = 2;
/// Where fewer than one article in so many is asked, headlines are matched one by one.
const SPARSE: usize = 4;

impl Evaluation<'_> {
    /// The articles of `within` that match a bare term; how well they do by what names them is added to their scores.
    pub(super) fn bare(&mut self, term: &QueryTerm, within: &Found) -> Option<Found> {
        let mut named = if is_fuzzy(term) { self.fuzzy(term.text(), &within.all) } else { self.named(term, &within.all) }?;
        let mut all = named.clone();
        if let Some(pattern) = text_pattern(term).filter(|_| self.reach == Reach::Texts) {
            let mut rest = within.all.clone();
            rest.subtract(&named);
            all.unite(&self.text(&[pattern], &rest)?);
        }
        named.intersect(&within.named);
        Some(Found { all, named })
    }

    /// The articles of `within` with a headline, an outlet or an actor that matches a term.
    fn named(&self, term: &QueryTerm, within: &ArticleSet) -> Option<ArticleSet> {
        let Some(pattern) = pattern(term) else { return Some(ArticleSet::none(self.len())) };
        let is_match = |text: &str| pattern.is_match(text.as_bytes());
        let sources: Vec<bool> = self.index.sources().names().iter().map(|name| is_match(name)).collect();
        let actors: Vec<bool> =
            self.archive().actors().iter().map(|(_, actor)| actor.spellings.iter().any(|text| is_match(text))).collect();
        self.pick(within, |ix, article| {
            is_match(article.title())
                || self.index.sources().of(ix).is_some_and(|at| sources.get(at) == Some(&true))
                || article.actors().any(|(actor, _)| actors.get(usize::from(actor.0)) == Some(&true))
        })
    }

    fn fuzzy(&mut self, text: &str, within: &ArticleSet) -> Option<ArticleSet> {
        let words = fuzzy::FuzzyPattern::new(text);
        let [word, ..] = words.words() else { return Some(within.clone()) };
        let mut tally = Tally { set: ArticleSet::none(self.len()), scores: vec![0; self.archive().len()] };
        self.beside(word, within, &mut tally)?;
        for cut in self.headlines(words.words(), within)? {
            tally.add(ArticleIx(cut.row), HEADLINE * u32::from(cut.score));
        }
        let Tally { mut set, scores } = tally;
        set.intersect(within);
        if self.scores.is_empty() {
            self.scores = scores;
        } else {
            self.scores.iter_mut().zip(scores).for_each(|(sum, score)| *sum = sum.saturating_add(score));
        }
        Some(set)
    }

    /// The headlines that `words` match.
    fn headlines(&self, words: &[FuzzyWord], within: &ArticleSet) -> Option<Vec<Cut>> {
        let listed: Vec<u32> =
            if within.count() * SPARSE < self.len() { within.iter().map(|ix| ix.0).collect() } else { Vec::new() };
        let rows = if listed.is_empty() && !within.is_empty() { HeadlineRows::All } else { HeadlineRows::Listed(&listed) };
        let found = Mutex::new(Vec::new());
        let deliver = |cuts: &[Cut]| found.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(cuts);
        let ended = self.index.headlines().pass(words, rows, self.stop, &deliver);
        ended.then(|| found.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// Adds the articles that `word` matches in an outlet, an actor or a date: each is matched once for the archive.
    fn beside(&self, word: &FuzzyWord, within: &ArticleSet, tally: &mut Tally) -> Option<()> {
        let score = |text: &str| word.find(text).map(|found| u32::try_from(found.score.max(0)).unwrap_or(u32::MAX));
        for (spellings, naming) in self.index.spellings().iter().zip(self.index.naming()).filter(|(_, naming)| !naming.is_empty())
        {
            if let Some(score) = spellings.iter().filter_map(|text| score(text)).max() {
                for ix in naming {
                    tally.add(*ix, score);
                }
            }
        }
        if (self.stop)() {
            return None;
        }
        let sources: Vec<Option<u32>> = self.index.sources().folded().iter().map(|name| score(name)).collect();
        if sources.iter().any(Option::is_some) {
            for ix in within.iter() {
                if let Some(score) = self.index.sources().of(ix).and_then(|at| *sources.get(at)?) {
                    tally.add(ix, score);
                }
            }
        }
        let head = word.folded().as_bytes();
        if head.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-') {
            let dated = self.pick(within, |_, article| is_dated(article.date(), head))?;
            for ix in dated.iter() {
                tally.add(ix, 0);
            }
        }
        Some(())
    }
}

/// What matches a word, and how well at best.
struct Tally {
    set: ArticleSet,
    scores: Vec<u32>,
}

impl Tally {
    fn add(&mut self, ix: ArticleIx, score: u32) {
        self.set.insert(ix);
        if let Some(best) = self.scores.get_mut(ix.0 as usize) {
            *best = score.max(*best);
        }
    }
}

/// Whether a date of a publication, as it is shown, begins with `head`; a number inside is no match.
fn is_dated(date: PublicationDate, head: &[u8]) -> bool {
    let begins = |date: PartialDate| {
        let (year, month, day) = date.parts();
        let digits = |n: u8| [b'-', b'0' + n / 10, b'0' + n % 10];
        let year = year.unsigned_abs();
        let century = u8::try_from(year / 100).unwrap_or(99);
        let rest = u8::try_from(year % 100).unwrap_or(0);
        let ([_, a, b], [_, c, d]) = (digits(century), digits(rest));
        let (month, day) = (month.map(digits), day.map(digits));
        let shown = [a, b, c, d].into_iter().chain(month.into_iter().flatten()).chain(day.into_iter().flatten());
        let mut shown = shown;
        head.iter().all(|byte| shown.next() == Some(*byte))
    };
    match date {
        PublicationDate::Unknown => false,
        PublicationDate::On(date) | PublicationDate::Since(date) => begins(date),
        PublicationDate::Between(from, to) => begins(from) || begins(to),
    }
}
