//! Keys with values: what each asks of an article.

use crate::analysis::agencies::{Credit, credits, is_meant};
use crate::model::archive::ArticleIx;
use crate::model::article::{ArticleId, BlockKind, HeadlineOrigin, Lang};
use crate::model::date::{Interval, Provenance, PublicationDate};
use crate::model::day;
use crate::model::property::PropertyId;
use crate::model::segment::ArticleRef;
use crate::query::evaluate::Evaluation;
use crate::query::evaluate::set::ArticleSet;
use crate::query::index::annotated::ArticleNotes;
use crate::query::language::ast::{Clause, TermScope};
use crate::query::language::date::DateRange;
use crate::query::language::keyword::{Has, Is};
use crate::query::language::term::QueryTerm;
use crate::query::matching::names::{actors, is_outlet};
use crate::query::matching::pattern::TermPattern;
use crate::query::matching::terms::{is_case, pattern, word_pattern};
use crate::text::fold::fold;

impl Evaluation<'_> {
    /// The articles of `within` that fulfil any value of `clause`.
    pub(super) fn clause(&mut self, clause: &Clause, within: &ArticleSet) -> Option<ArticleSet> {
        match clause {
            Clause::Field(field, terms) => self.field(*field, terms, within),
            Clause::Lang(codes) => self.pick(within, |_, article| codes.contains(&article.lang())),
            Clause::Month(ranges) => {
                let ranges = intervals(ranges);
                self.pick(within, |_, article| {
                    let month = article.date().month().map(crate::model::date::PartialDate::interval);
                    month.is_some_and(|month| ranges.iter().any(|range| range.overlaps(month)))
                })
            }
            Clause::Date(ranges) => {
                let ranges = intervals(ranges);
                self.pick(within, |_, article| {
                    published(article.date()).is_some_and(|days| ranges.iter().any(|range| range.overlaps(days)))
                })
            }
            Clause::Event(ranges) => {
                let ranges: Vec<(i32, i32)> =
                    intervals(ranges).iter().map(|range| (day::number(range.first), day::number(range.last))).collect();
                self.pick(within, |_, article| article.events().any(|told| ranges.iter().any(|range| told.tells_of(*range))))
            }
            Clause::Has(words) => self.pick(within, |ix, article| {
                let notes = self.index.notes().of(ix);
                words.iter().any(|word| has(article, notes, *word))
            }),
            Clause::Is(words) => self.pick(within, |ix, article| {
                let notes = self.index.notes().of(ix);
                words.iter().any(|word| match word {
                    Is::Lead => self.index.families().leads(ix),
                    Is::Copy => !self.index.families().leads(ix),
                    word => is(article, notes, *word),
                })
            }),
            Clause::Copies(ranges) => self.pick(within, |ix, _| {
                let copies = u32::try_from(self.index.families().copies(ix)).unwrap_or(u32::MAX);
                ranges.iter().any(|range| range.holds(copies))
            }),
            Clause::Words(ranges) => self.pick(within, |_, article| ranges.iter().any(|range| range.holds(article.words()))),
        }
    }

    /// The articles of `within` on which something is marked or written for which `is_wanted` holds.
    fn pick_noted(&self, within: &ArticleSet, is_wanted: impl Fn(&ArticleNotes) -> bool + Sync) -> Option<ArticleSet> {
        self.pick(within, |ix, _| self.index.notes().of(ix).is_some_and(&is_wanted))
    }

    /// The articles that credit an agency that `terms` mean. A plain word means a whole name: `ap` is no part of another.
    fn credited(&self, terms: &[QueryTerm], within: &ArticleSet) -> Option<ArticleSet> {
        let parts: Vec<TermPattern> = terms.iter().filter(|term| !is_outlet(term)).filter_map(pattern).collect();
        let is_wanted = |credit: &Credit| {
            let agency = credit.agency;
            let mut names = agency.forms.iter().chain([&agency.name, &agency.id]);
            terms.iter().any(|term| is_meant(agency, term.text())) || names.any(|name| is_match(&parts, name))
        };
        self.pick(within, |_, article| credits(article).iter().any(is_wanted))
    }

    fn field(&mut self, field: TermScope, terms: &[QueryTerm], within: &ArticleSet) -> Option<ArticleSet> {
        let patterns = || terms.iter().filter_map(pattern).collect::<Vec<_>>();
        let word_patterns = || terms.iter().filter_map(word_pattern).collect::<Vec<_>>();
        match field {
            TermScope::Actor => {
                let table = self.archive().actors();
                let mut wanted = vec![false; table.len()];
                for actor in terms.iter().flat_map(|term| actors(table, term)) {
                    if let Some(slot) = wanted.get_mut(usize::from(actor.0)) {
                        *slot = true;
                    }
                }
                let is_wanted = |actor: usize| wanted.get(actor).copied().unwrap_or(false);
                self.pick(within, |_, article| article.actors().any(|(actor, _)| is_wanted(usize::from(actor.0))))
            }
            TermScope::Source => {
                let wanted = self.sources(terms);
                let is_wanted =
                    |ix: ArticleIx| self.index.sources().of(ix).and_then(|at| wanted.get(at)).copied().unwrap_or(false);
                self.pick(within, |ix, _| is_wanted(ix))
            }
            TermScope::Title => {
                let patterns = patterns();
                self.pick(within, |_, article| is_match(&patterns, article.title()))
            }
            TermScope::Author => {
                let patterns = patterns();
                self.pick(within, |_, article| article.author().is_some_and(|author| is_match(&patterns, author)))
            }
            TermScope::Agency => self.credited(terms, within),
            TermScope::Story => self.story(terms, within),
            TermScope::File => {
                let patterns = patterns();
                self.pick(within, |_, article| is_match(&patterns, article.path()))
            }
            TermScope::Text => self.text(&word_patterns(), within),
            TermScope::Comment => {
                let patterns = word_patterns();
                self.pick(within, |_, article| {
                    let mut comments = article.blocks().filter(|block| block.kind == BlockKind::Comment);
                    comments.any(|block| is_match(&patterns, block.span.of(article.body())))
                })
            }
            TermScope::Noted(PropertyId::Case) => {
                self.pick_noted(within, |notes| notes.texts_of(PropertyId::Case).any(|case| is_case(terms, case)))
            }
            TermScope::Noted(property) => {
                let patterns = patterns();
                self.pick_noted(within, |notes| notes.texts_of(property).any(|text| is_match(&patterns, text)))
            }
            TermScope::Tag => {
                let patterns = patterns();
                self.pick_noted(within, |notes| notes.tags.iter().any(|text| is_match(&patterns, text)))
            }
        }
    }
}

impl Evaluation<'_> {
    /// The articles of `within` whose story has an article with an identifier that begins with any of `terms`.
    fn story(&self, terms: &[QueryTerm], within: &ArticleSet) -> Option<ArticleSet> {
        let is_named = |id: &ArticleId| terms.iter().any(|term| id.0.starts_with(&*term.text().to_ascii_lowercase()));
        let mut wanted = ArticleSet::none(self.len());
        for (ix, _) in self.archive().iter().filter(|(_, article)| is_named(&article.id())) {
            let articles = self.index.stories().story_of(ix).map(|story| &story.articles);
            articles.into_iter().flatten().for_each(|ix| wanted.insert(*ix));
        }
        self.pick(within, |ix, _| wanted.holds(ix))
    }

    /// For each outlet, whether any of `terms` means it: the one it is the whole name of, else all whose names hold it.
    fn sources(&self, terms: &[QueryTerm]) -> Vec<bool> {
        let mut wanted = vec![false; self.index.sources().folded().len()];
        for term in terms {
            let whole = fold(term.text());
            let named = self.index.sources().folded().iter().position(|source| **source == *whole);
            let pattern = pattern(term);
            let holds = |name: &str| pattern.as_ref().is_some_and(|pattern| pattern.is_match(name.as_bytes()));
            for ((at, name), slot) in self.index.sources().names().iter().enumerate().zip(&mut wanted) {
                *slot |= if is_outlet(term) && named.is_some() { named == Some(at) } else { holds(name) };
            }
        }
        wanted
    }
}

fn is_match(patterns: &[TermPattern], text: &str) -> bool {
    patterns.iter().any(|pattern| pattern.is_match(text.as_bytes()))
}

fn intervals(ranges: &[DateRange]) -> Vec<Interval> {
    ranges.iter().filter_map(|range| range.days()).collect()
}

/// The days an article may have been published on; a bound has no last one.
fn published(date: PublicationDate) -> Option<Interval> {
    match date {
        PublicationDate::Since(from) => Some(Interval { first: from.first_day(), last: jiff::civil::Date::MAX }),
        date => date.interval(),
    }
}

fn has(article: ArticleRef<'_>, notes: Option<&ArticleNotes>, what: Has) -> bool {
    let block = |kind| article.blocks().any(|block| block.kind == kind);
    match what {
        Has::Date => article.date() != PublicationDate::Unknown,
        Has::Source => article.source().is_some(),
        Has::Author => article.author().is_some(),
        Has::Url => article.url().is_some(),
        Has::Headline => article.headline() != HeadlineOrigin::FirstSentence,
        Has::Lang => article.lang() != Lang::Unknown,
        Has::Actor => article.actors().next().is_some(),
        Has::Event => article.events().len() > 0,
        Has::Heading => block(BlockKind::Heading),
        Has::Caption => block(BlockKind::Caption),
        Has::Note => notes.is_some_and(|notes| notes.texts_of(PropertyId::Note).next().is_some()),
        Has::Highlight => notes.is_some_and(|notes| notes.highlighted),
        Has::Furniture => block(BlockKind::Furniture),
        Has::Comment => block(BlockKind::Comment),
    }
}

fn is(article: ArticleRef<'_>, notes: Option<&ArticleNotes>, what: Is) -> bool {
    match what {
        Is::Undated => article.date() == PublicationDate::Unknown,
        Is::Inferred => article.date_provenance() == Provenance::Inferred,
        Is::Uncertain => article.date() != PublicationDate::Unknown && article.date().month().is_none(),
        Is::Short => article.words() < Is::SHORT,
        Is::Long => article.words() >= Is::LONG,
        Is::Flagged(flag) => notes.is_some_and(|notes| notes.is(flag)),
        Is::Orphan => notes.is_some_and(|notes| notes.orphaned),
        Is::Damaged => article.encoding().lossy,
        Is::Lead | Is::Copy => false,
    }
}
