//! The network of the actors that articles name together: counted by article and by sentence, on all cores.

use std::collections::{BTreeMap, HashMap};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::events::actors_in;
use crate::cli::setup::Loaded;
use crate::export::network::{ActorEdge, ActorNetwork, ActorNode};
use crate::model::actor::{ActorIx, Mention};
use crate::model::archive::ArticleIx;
use crate::model::date::PartialDate;
use crate::model::segment::ArticleRef;
use crate::query::results::facets::ActorCount;
use crate::text::span::Span;

/// What the weight of a pair counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Together {
    /// Articles that name both
    #[default]
    Article,
    /// Sentences that name both
    Sentence,
}

/// What is counted of a pair.
#[derive(Default)]
struct PairCount {
    articles: usize,
    sentences: usize,
    months: BTreeMap<PartialDate, usize>,
}

/// What is counted of some articles.
#[derive(Default)]
struct NetworkCount {
    pairs: HashMap<[ActorIx; 2], PairCount>,
    months: HashMap<ActorIx, BTreeMap<PartialDate, usize>>,
}

/// The network of the actors of `counts`, as the wanted articles name them.
pub(super) fn network(loaded: &Loaded, counts: &[ActorCount], by: Together) -> ActorNetwork {
    let places: HashMap<ActorIx, usize> = counts.iter().enumerate().map(|(at, count)| (count.actor, at)).collect();
    let count = |sum: NetworkCount, ix: &ArticleIx| sum.with(loaded, *ix, by, &places);
    let mut all = loaded.rows.par_iter().fold(NetworkCount::default, count).reduce(NetworkCount::default, NetworkCount::and);
    let node = |count: &ActorCount| {
        let actor = loaded.archive.actors().get(count.actor);
        ActorNode {
            id: actor.map_or_else(String::new, |actor| actor.id.to_string()),
            name: actor.map_or_else(String::new, |actor| actor.name.to_string()),
            kind: actor.map_or("", |actor| actor.kind.name()),
            mentions: count.mentions,
            articles: count.articles,
            months: all.months.remove(&count.actor).unwrap_or_default(),
        }
    };
    let nodes = counts.iter().map(node).collect();
    let edge = |([one, other], count): ([ActorIx; 2], PairCount)| {
        let weight = if by == Together::Article { count.articles } else { count.sentences };
        let mut between = [*places.get(&one)?, *places.get(&other)?];
        between.sort_unstable();
        let PairCount { articles, sentences, months } = count;
        (weight > 0).then_some(ActorEdge { between, weight, articles, sentences, months })
    };
    let mut edges: Vec<ActorEdge> = all.pairs.into_iter().filter_map(edge).collect();
    edges.sort_by_key(|edge| edge.between);
    ActorNetwork { nodes, edges }
}

impl NetworkCount {
    /// It with the article at `ix`.
    fn with(mut self, loaded: &Loaded, ix: ArticleIx, by: Together, places: &HashMap<ActorIx, usize>) -> Self {
        let Some(article) = loaded.archive.get(ix) else { return self };
        let month = article.date().month();
        let named: Vec<ActorIx> = article.actors().map(|(actor, _)| actor).filter(|actor| places.contains_key(actor)).collect();
        if let Some(month) = month {
            for actor in &named {
                *self.months.entry(*actor).or_default().entry(month).or_default() += 1;
            }
        }
        let mut count = |pair: [ActorIx; 2], of: Together| {
            let count = self.pairs.entry(pair).or_default();
            *if of == Together::Article { &mut count.articles } else { &mut count.sentences } += 1;
            if let Some(month) = month.filter(|_| of == by) {
                *count.months.entry(month).or_default() += 1;
            }
        };
        pairs(&named).for_each(|pair| count(pair, Together::Article));
        if named.len() > 1 {
            let mentions = loaded.gazetteer.mentions(&article.unpack());
            for sentence in sentences(article, &mentions) {
                let mut together = actors_in(&mentions, sentence);
                together.retain(|actor| named.contains(actor));
                pairs(&together).for_each(|pair| count(pair, Together::Sentence));
            }
        }
        self
    }

    fn and(mut self, other: Self) -> Self {
        for (pair, more) in other.pairs {
            let count = self.pairs.entry(pair).or_default();
            count.articles += more.articles;
            count.sentences += more.sentences;
            add(&mut count.months, more.months);
        }
        for (actor, months) in other.months {
            add(self.months.entry(actor).or_default(), months);
        }
        self
    }
}

fn add(counts: &mut BTreeMap<PartialDate, usize>, more: BTreeMap<PartialDate, usize>) {
    for (month, count) in more {
        *counts.entry(month).or_default() += count;
    }
}

/// Each pair of `actors`, in the order of the table.
fn pairs(actors: &[ActorIx]) -> impl Iterator<Item = [ActorIx; 2]> + '_ {
    let pair = |one: ActorIx, other: ActorIx| [one.min(other), one.max(other)];
    actors.iter().enumerate().flat_map(move |(at, one)| actors.iter().skip(at + 1).map(move |other| pair(*one, *other)))
}

/// The sentences that hold mentions, each once.
fn sentences(article: ArticleRef<'_>, mentions: &[Mention]) -> Vec<Span> {
    let mut sentences: Vec<Span> = mentions.iter().map(|mention| article.sentence_at(mention.span.first())).collect();
    sentences.dedup();
    sentences
}
