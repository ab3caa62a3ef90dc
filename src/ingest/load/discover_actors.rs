//! Settling: the actors that the whole archive shows, told to each of its articles.

use std::sync::Arc;

use rayon::iter::{IntoParallelRefMutIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::analysis::names::aggregate::settle;
use crate::analysis::names::index::Discovery;
use crate::ingest::cache::manifest::ManifestSegment;
use crate::model::actor::ActorIx;
use crate::model::segment::{ArticleRef, Segment};

/// Discovers the actors of all that is `held` and names them in its articles.
#[must_use]
pub fn discover(held: &mut [ManifestSegment], gazetteer: &Gazetteer) -> Arc<Discovery> {
    let shown: Vec<Arc<Segment>> = held.iter().map(|held| Arc::clone(&held.shown)).collect();
    let discovery = settle(&shown, gazetteer.table());
    held.par_iter_mut().for_each(|held| {
        let naming = held.shown.naming(held.shown.iter().map(|article| named(article, &discovery)));
        if !naming.names_as(&held.shown) {
            held.shown = Arc::new(naming);
        }
    });
    Arc::new(discovery)
}

/// Who is named in `article`, most often first; behind them those that only its furniture names.
fn named(article: ArticleRef<'_>, discovery: &Discovery) -> Vec<(ActorIx, usize)> {
    let candidates: Vec<_> = article.candidates().collect();
    let (mut named, aside): (Vec<_>, Vec<_>) = article.named().partition(|(_, mentions)| *mentions > 0);
    for (actor, more) in discovery.count(&candidates) {
        match named.iter_mut().find(|(known, _)| *known == actor) {
            Some((_, mentions)) => *mentions += more,
            None => named.push((actor, more)),
        }
    }
    named.sort_by_key(|(_, mentions)| std::cmp::Reverse(*mentions));
    let aside: Vec<_> = aside.into_iter().filter(|(actor, _)| !named.iter().any(|(known, _)| known == actor)).collect();
    named.extend(aside);
    named
}
