//! Events and milestones as JSON, one object a line.

use std::collections::{HashMap, HashSet};
use std::io;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde::Serialize;

use crate::analysis::events::actors_in;
use crate::analysis::events::salience::Parts;
use crate::cli::events::chosen::Chosen;
use crate::cli::events::labelled::label;
use crate::cli::output::Out;
use crate::cli::record::{Named, named, rounded};
use crate::cli::setup::Loaded;
use crate::model::actor::Mention;
use crate::model::archive::ArticleIx;
use crate::model::segment::ArticleRef;
use crate::query::timeline::{Counts, Scale, TimelineEntry, group};

#[derive(Serialize)]
struct EventRecord<'a> {
    start: String,
    end: String,
    precision: &'static str,
    text: &'a str,
    sentence: &'a str,
    article: String,
    actors: Vec<Named<'a>>,
    salience: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    told: &'static str,
    parts: PartsRecord,
    sources: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<CountsRecord>,
    label: String,
    label_from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<AlsoRecord<'a>>,
}

/// The other great event of a day that has two.
#[derive(Serialize)]
struct AlsoRecord<'a> {
    label: String,
    label_from: &'static str,
    text: &'a str,
    sentence: &'a str,
    article: String,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct PartsRecord {
    articles: f64,
    outlets: f64,
    later: f64,
    place: f64,
    actors: f64,
    precision: f64,
}

#[derive(Serialize)]
struct CountsRecord {
    articles: u32,
    later: u32,
    early: u32,
    sentences: u32,
    published: u32,
}

/// Prints `entries`, with their groups at `scale` where one is given.
pub fn print(loaded: &Loaded, entries: &[TimelineEntry], scale: Option<Scale>, out: &mut Out) -> io::Result<()> {
    let filed = scale.map(|scale| group(entries, scale));
    let mut groups = filed.iter().flatten().peekable();
    let mentions = mentions(loaded, entries.iter());
    for (at, entry) in entries.iter().enumerate() {
        while groups.next_if(|group| group.entries.end <= at).is_some() {}
        let Some(article) = loaded.archive.get(entry.article) else { continue };
        let group = groups.peek().map(|group| group.date.to_string());
        out.json(&EventRecord { group, ..record(loaded, entry, (article, &mentions)) })?;
    }
    Ok(())
}

/// Prints milestones, in their order.
pub fn print_chosen(loaded: &Loaded, chosen: &[Chosen], out: &mut Out) -> io::Result<()> {
    let mentions = mentions(loaded, chosen.iter().map(|one| &one.entry));
    for Chosen { milestone, entry, also } in chosen {
        let Some(article) = loaded.archive.get(entry.article) else { continue };
        let days = milestone.date.interval();
        let Counts { articles, later, early, sentences, published } = milestone.counts;
        out.json(&EventRecord {
            start: days.first.to_string(),
            end: days.last.to_string(),
            precision: milestone.date.precision().name(),
            // Finer than a share of a thousand, so that ranks near each other do not come out as equal.
            salience: (milestone.salience * 1e6).round() / 1e6,
            group: Some(milestone.date.to_string()),
            counts: Some(CountsRecord { articles, later, early, sentences, published }),
            also: also.as_ref().and_then(|also| also_record(loaded, also)),
            ..record(loaded, entry, (article, &mentions))
        })?;
    }
    Ok(())
}

type Mentions = HashMap<ArticleIx, Vec<Mention>>;

/// Where actors are named in the articles of `entries`.
fn mentions<'a>(loaded: &Loaded, entries: impl Iterator<Item = &'a TimelineEntry>) -> Mentions {
    let telling: HashSet<ArticleIx> = entries.map(|entry| entry.article).collect();
    let named = |ix: ArticleIx| Some((ix, loaded.gazetteer.mentions(&loaded.archive.get(ix)?.unpack())));
    telling.into_par_iter().filter_map(named).collect()
}

fn record<'a>(loaded: &'a Loaded, entry: &TimelineEntry, (article, mentions): (ArticleRef<'a>, &Mentions)) -> EventRecord<'a> {
    let mentions = mentions.get(&entry.article).map_or(&[][..], Vec::as_slice);
    let sentence = entry.timex.map(|timex| article.sentence_at(timex.first()));
    let shown = label(entry, article);
    EventRecord {
        start: entry.interval.first.to_string(),
        end: entry.interval.last.to_string(),
        precision: entry.precision.name(),
        text: article.slice(entry.timex.unwrap_or_default()),
        sentence: entry.text(article),
        article: article.id().to_string(),
        actors: sentence.map_or_else(Vec::new, |sentence| named(&actors_in(mentions, sentence), loaded.archive.actors())),
        salience: rounded(entry.salience()),
        group: None,
        told: entry.telling.outlook.name(),
        parts: parts(entry.parts),
        sources: sources(loaded, entry),
        counts: None,
        label: shown.text,
        label_from: shown.from.name(),
        also: None,
    }
}

fn also_record<'a>(loaded: &'a Loaded, entry: &TimelineEntry) -> Option<AlsoRecord<'a>> {
    let article = loaded.archive.get(entry.article)?;
    let shown = label(entry, article);
    Some(AlsoRecord {
        label: shown.text,
        label_from: shown.from.name(),
        text: article.slice(entry.timex.unwrap_or_default()),
        sentence: entry.text(article),
        article: article.id().to_string(),
        sources: sources(loaded, entry),
    })
}

/// The articles that tell an entry.
fn sources(loaded: &Loaded, entry: &TimelineEntry) -> Vec<String> {
    entry.places().filter_map(|(ix, _)| Some(loaded.archive.get(ix)?.id().to_string())).collect()
}

fn parts(parts: Parts) -> PartsRecord {
    PartsRecord {
        articles: rounded(parts.articles),
        outlets: rounded(parts.outlets),
        later: rounded(parts.later),
        place: rounded(parts.place),
        actors: rounded(parts.actors),
        precision: rounded(parts.precision),
    }
}
