//! The summary of an actor: all that a list of articles tells of one actor, for the actor's page. Computed away from the keyboard.
//!
//! What the archive holds packed is counted over the whole list; how the actor is written, and the sentences, need the texts read
//! again, which is done for the first articles in time.

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::model::actor::{ActorIx, Mention};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Article;
use crate::model::date::PartialDate;
use crate::query::evaluate::Stop;
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// The articles whose texts are read again at most; beyond that nobody reads the sentences one by one.
const READ: usize = 5000;
/// The sentences that are held at most.
const SENTENCES: usize = 2000;
/// The actors it stands with that are held at most.
const COMPANIONS: usize = 12;

/// All that a list of articles tells of one actor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActorSummary {
    /// Mentions in all of the list.
    pub mentions: usize,
    /// Articles of the list that name it.
    pub articles: usize,
    /// The articles among them whose texts were read for the names and the sentences: the first in time.
    pub read: usize,
    /// The publication dates of the first and the last dated article.
    pub seen: Option<(PartialDate, PartialDate)>,
    /// The months of publication with the number of articles, in order; months without an article are left out.
    pub months: Vec<(PartialDate, usize)>,
    /// The ways it is written, those used most often first.
    pub names: Vec<(Box<str>, usize)>,
    /// The actors named in the same articles, with the number of these, those in most first.
    pub companions: Vec<(ActorIx, usize)>,
    /// The sentences that name it, by publication date.
    pub sentences: Vec<SummarySentence>,
}

/// A sentence that names the actor.
#[derive(Clone, Debug, PartialEq)]
pub struct SummarySentence {
    /// Its article.
    pub article: ArticleIx,
    /// When that was published.
    pub date: Option<PartialDate>,
    /// The mention, in the body; its head, where nothing stands, for a headline that is no part of it.
    pub place: Span,
    /// The sentence, in one line.
    pub text: Box<str>,
}

/// What one article tells.
struct Part {
    names: Vec<Box<str>>,
    sentences: Vec<SummarySentence>,
}

impl ActorSummary {
    /// What the articles `rows` of `archive` tell of `actor`; `None` when `stop` said that nobody waits for it any more.
    #[must_use]
    pub fn of(archive: &Archive, gazetteer: &Gazetteer, rows: &[ArticleIx], actor: ActorIx, stop: Stop<'_>) -> Option<Self> {
        let dated = |ix: &ArticleIx| archive.get(*ix).and_then(|article| article.date().sort_key());
        let mut naming: Vec<ArticleIx> =
            rows.iter().copied().filter(|ix| archive.get(*ix).is_some_and(|article| article.names(actor))).collect();
        naming.sort_by_key(|ix| (dated(ix).is_none(), dated(ix), *ix));
        let mut dossier = Self { articles: naming.len(), read: naming.len().min(READ), ..Self::default() };
        dossier.count(archive, &naming, actor);
        let read = naming.get(..dossier.read).unwrap_or_default();
        let part = |ix: &ArticleIx| if stop() { None } else { Some(part(archive, gazetteer, *ix, actor)) };
        let parts: Vec<Part> = read.par_iter().map(part).collect::<Option<_>>()?;
        dossier.tell(parts);
        Some(dossier)
    }

    /// Counts what the archive holds packed.
    fn count(&mut self, archive: &Archive, naming: &[ArticleIx], actor: ActorIx) {
        let mut companions: HashMap<ActorIx, usize> = HashMap::new();
        let mut months: HashMap<PartialDate, usize> = HashMap::new();
        for article in naming.iter().filter_map(|ix| archive.get(*ix)) {
            for (named, mentions) in article.actors() {
                if named == actor {
                    self.mentions += mentions;
                } else {
                    *companions.entry(named).or_default() += 1;
                }
            }
            if let Some(month) = article.date().month() {
                *months.entry(month).or_default() += 1;
            }
            if let Some(date) = article.date().known_days().and(article.date().sort_key()) {
                let (first, last) = self.seen.unwrap_or((date, date));
                self.seen = Some((first.min(date), last.max(date)));
            }
        }
        self.months = months.into_iter().collect();
        self.months.sort_unstable();
        self.companions = companions.into_iter().collect();
        self.companions.sort_by_key(|(named, articles)| (Reverse(*articles), *named));
        self.companions.truncate(COMPANIONS);
    }

    fn tell(&mut self, parts: Vec<Part>) {
        let mut names: HashMap<Box<str>, usize> = HashMap::new();
        for part in parts {
            for name in part.names {
                *names.entry(name).or_default() += 1;
            }
            let room = SENTENCES.saturating_sub(self.sentences.len());
            self.sentences.extend(part.sentences.into_iter().take(room));
        }
        self.names = names.into_iter().collect();
        self.names.sort_by(|(one, count), (other, more)| more.cmp(count).then_with(|| one.cmp(other)));
    }
}

/// What the article at `ix` tells of `actor`.
fn part(archive: &Archive, gazetteer: &Gazetteer, ix: ArticleIx, actor: ActorIx) -> Part {
    let mut part = Part { names: Vec::new(), sentences: Vec::new() };
    let Some(packed) = archive.get(ix) else { return part };
    let (date, article) = (packed.date().sort_key(), packed.unpack());
    let (mut above, mut mentions) = gazetteer.named(&article);
    for named in [&mut above, &mut mentions] {
        named.retain(|mention| mention.actor == actor);
    }
    let written = |mentions: &[Mention], text: &str| -> Vec<Box<str>> {
        mentions.iter().map(|mention| one_line(mention.span.of(text)).into()).collect()
    };
    part.names.extend(written(&above, &article.title).into_iter().chain(written(&mentions, &article.body)));
    if !above.is_empty() {
        part.sentences.push(SummarySentence { article: ix, date, place: Span::default(), text: article.title.clone() });
    }
    let mut told = 0;
    for sentence in sentences(&article) {
        let Some(mention) =
            mentions.get(told..).and_then(|rest| rest.first()).filter(|mention| mention.span.first() < sentence.after())
        else {
            continue;
        };
        part.sentences.push(SummarySentence {
            article: ix,
            date,
            place: mention.span,
            text: one_line(sentence.of(&article.body)).into(),
        });
        told += mentions.iter().skip(told).take_while(|mention| mention.span.first() < sentence.after()).count();
    }
    part
}

/// The sentences of the text of `article`, as spans of its body.
fn sentences(article: &Article) -> impl Iterator<Item = Span> {
    article.text_blocks().flat_map(|block| {
        let text = block.span.of(&article.body);
        each_sentence(text).map(move |sentence| sentence.shift(block.span.first()))
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
