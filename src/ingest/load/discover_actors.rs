//! Settling: the actors that the whole archive shows, told to each of its articles.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, IntoParallelRefMutIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::analysis::actors::archive_spelling::archive_spellings;
use crate::analysis::names::aggregate::settle;
use crate::analysis::names::index::Discovery;
use crate::ingest::cache::manifest::ManifestSegment;
use crate::model::actor::{ActorIx, counted};
use crate::model::segment::{ArticleRef, Segment};

/// Discovers the actors of all that is `held` and names them in its articles.
#[must_use]
pub fn discover(held: &mut [ManifestSegment], gazetteer: &Gazetteer) -> Arc<Discovery> {
    let shown: Vec<Arc<Segment>> = held.iter().map(|held| Arc::clone(&held.shown)).collect();
    let mut discovery = settle(&shown, gazetteer.table());
    held.par_iter_mut().for_each(|held| {
        let naming = held.shown.naming(held.shown.iter().map(|article| named(article, &discovery)));
        if !naming.names_as(&held.shown) {
            held.shown = Arc::new(naming);
        }
    });
    discovery.articles = counts(held, gazetteer.table().len() + discovery.actors.len());
    discovery.spelled = archive_spellings(&shown, gazetteer, &discovery.articles);
    Arc::new(discovery)
}

/// How many articles name each of so many `actors`.
fn counts(held: &[ManifestSegment], actors: usize) -> Vec<u32> {
    let count = |held: &ManifestSegment| {
        let mut counts = vec![0; actors];
        for (actor, _) in held.shown.iter().flat_map(ArticleRef::actors) {
            if let Some(count) = counts.get_mut(usize::from(actor.0)) {
                *count += 1;
            }
        }
        counts
    };
    let add = |mut sum: Vec<u32>, more: Vec<u32>| {
        sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        sum
    };
    held.par_iter().map(count).reduce(|| vec![0; actors], add)
}

/// Who is named in `article`, most often first; behind them those that only its boilerplate names.
fn named(article: ArticleRef<'_>, discovery: &Discovery) -> Vec<(ActorIx, usize)> {
    let candidates: Vec<_> = article.candidates().collect();
    let (told, aside): (Vec<_>, Vec<_>) = article.named().partition(|(_, mentions)| *mentions > 0);
    let listed = told.iter().map(|(actor, _)| *actor);
    let discovered: Vec<_> = discovery.count(&candidates, listed).collect();
    let mut named = counted(told.into_iter().chain(discovered));
    let known: HashSet<ActorIx> = named.iter().map(|(actor, _)| *actor).collect();
    named.extend(aside.into_iter().filter(|(actor, _)| !known.contains(actor)));
    named
}
