//! How an archive spells the actors of the list: the commonest of their full names, read from a few articles that name each.
//!
//! A list has one name for an actor, in one language; who reads a French archive looks for `États-Unis`. Called when the names of an
//! archive are settled, and kept with them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::analysis::dates::tokens::Tokens;
use crate::model::actor::{Actor, ActorKind};
use crate::model::segment::{ArticleRef, Segment};
use crate::text::fold::fold;
use crate::text::span::Span;

/// Articles that are read for one actor, spread over all that name it.
const READ: u32 = 6;
/// Articles that are read in all.
const MOST: usize = 600;

/// For each actor of `gazetteer`, in the order of its table, the name that the archive of `segments` gives it; empty where that is the
/// list's, or a reader's, or not known. `counts` says how many articles name each.
#[must_use]
pub fn archive_spellings(segments: &[Arc<Segment>], gazetteer: &Gazetteer, counts: &[u32]) -> Vec<Box<str>> {
    let articles = articles(segments, gazetteer.table().len(), counts);
    let read = articles.par_iter().map(|article| surfaces(*article, gazetteer));
    let written = read.reduce(HashMap::new, |mut all, one| {
        for (surface, count) in one {
            *all.entry(surface).or_default() += count;
        }
        all
    });
    let mut by_actor: BTreeMap<u16, Vec<(String, u32)>> = BTreeMap::new();
    for ((actor, surface), count) in written {
        by_actor.entry(actor).or_default().push((surface, count));
    }
    let spelled =
        |(ix, actor): (_, &Actor)| by_actor.remove(&ix).and_then(|written| commonest(actor, written)).unwrap_or_default();
    gazetteer.table().iter().map(|(ix, actor)| (ix.0, actor)).map(spelled).collect()
}

/// A few articles for each actor of the first `listed`.
fn articles<'a>(segments: &'a [Arc<Segment>], listed: usize, counts: &[u32]) -> Vec<ArticleRef<'a>> {
    let mut seen = vec![0_u32; listed];
    let mut wanted = |article: &ArticleRef<'a>| {
        let mut is_wanted = false;
        for (actor, _) in article.named() {
            let at = usize::from(actor.0);
            if let (Some(seen), Some(count)) = (seen.get_mut(at), counts.get(at)) {
                is_wanted |= seen.is_multiple_of(count.div_ceil(READ).max(1));
                *seen += 1;
            }
        }
        is_wanted
    };
    let all: Vec<ArticleRef<'a>> = segments.iter().flat_map(|segment| segment.iter()).filter(|article| wanted(article)).collect();
    let step = all.len().div_ceil(MOST).max(1);
    all.into_iter().step_by(step).collect()
}

/// The words by which an article names actors of the list, each with how often.
fn surfaces(article: ArticleRef<'_>, gazetteer: &Gazetteer) -> HashMap<(u16, String), u32> {
    let body = article.body();
    let parts: Vec<Span> = article.text_blocks().map(|block| block.span).collect();
    let tokens = Tokens::read(body, &parts, article.lang());
    let mut written = HashMap::new();
    for mention in gazetteer.mentions_read(body, &tokens) {
        let words = mention.span.of(body).split_whitespace().collect::<Vec<_>>().join(" ");
        *written.entry((mention.actor.0, words)).or_default() += 1;
    }
    written
}

/// The commonest of the full names of `actor` among those `written`; `None` where that is the name it has.
fn commonest(actor: &Actor, written: Vec<(String, u32)>) -> Option<Box<str>> {
    if actor.is_named_by_reader {
        return None;
    }
    let full: Vec<String> = actor.spellings.iter().take(actor.in_full).map(|spelling| fold(spelling)).collect();
    let is_full = |surface: &str| {
        full.contains(&fold(surface)) && (actor.kind != ActorKind::Person || surface.contains(' ')) && !is_shouted(surface)
    };
    let best = written
        .into_iter()
        .filter(|(surface, _)| is_full(surface))
        .max_by_key(|(surface, count)| (*count, **surface == *actor.name, Reverse(surface.clone())));
    best.map(|(surface, _)| headed(&surface)).filter(|surface| *surface != actor.name)
}

/// Whether a name of several letters stands in capitals throughout, as headlines of agencies do.
fn is_shouted(surface: &str) -> bool {
    surface.chars().filter(|letter| letter.is_alphabetic()).count() > 5 && !surface.chars().any(char::is_lowercase)
}

/// With a capital in front, as names stand in a list: `Armée irakienne`.
fn headed(surface: &str) -> Box<str> {
    let mut letters = surface.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::commonest;
    use crate::model::actor::{Actor, ActorKind};

    fn actor(kind: ActorKind, spellings: &[&str], in_full: usize) -> Actor {
        let spellings: Vec<Box<str>> = spellings.iter().map(|one| Box::from(*one)).collect();
        Actor { name: spellings[0].clone(), kind, spellings, in_full, ..Actor::default() }
    }

    fn written(names: &[(&str, u32)]) -> Vec<(String, u32)> {
        names.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    #[test]
    fn an_archive_shows_its_commonest_full_name() {
        let state = actor(ActorKind::State, &["United States", "États-Unis", "US"], 2);
        let all = written(&[("Etats-Unis", 5), ("US", 9), ("United States", 2), ("ETATS-UNIS", 7)]);
        assert_eq!(commonest(&state, all).as_deref(), Some("Etats-Unis"));
        assert_eq!(commonest(&state, written(&[("US", 9)])), None);
        assert_eq!(commonest(&state, written(&[("États-Unis", 2), ("United States", 2)])), None);
        let army = actor(ActorKind::Institution, &["Iraqi Army", "armée irakienne"], 2);
        assert_eq!(commonest(&army, written(&[("armée irakienne", 1)])).as_deref(), Some("Armée irakienne"));
    }

    #[test]
    fn a_person_is_shown_in_full_and_a_name_that_a_reader_gave_stays() {
        let person = actor(ActorKind::Person, &["Nour Haddad", "Noor Hadad", "Haddad"], 3);
        let all = || written(&[("Haddad", 9), ("Noor Hadad", 2)]);
        assert_eq!(commonest(&person, all()).as_deref(), Some("Noor Hadad"));
        assert_eq!(commonest(&Actor { is_named_by_reader: true, ..person }, all()), None);
    }
}
