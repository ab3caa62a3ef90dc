//! Analysis: what an article tells. When it was published, which dates and actors it names, which events.
//!
//! Pure functions over the model, called by `ingest` for each article while its text is at hand.

pub mod actors;
pub mod agencies;
pub mod comparison;
pub mod dates;
pub mod events;
pub mod families;
pub(crate) mod figures;
pub mod labels;
pub mod names;
pub mod romanisation;
pub(crate) mod statements;
pub mod stories;
pub mod terms;

use crate::analysis::actors::{Gazetteer, HeadedText};
use crate::analysis::dates::tokens::Tokens;
use crate::analysis::names::candidate::apart;
use crate::analysis::names::gather;
use crate::model::article::Article;

/// Fills in all that follows from the body, the blocks and the declared metadata of `article`: expressions of time, the
/// publication date when none was declared, mentions, events and the count of words.
pub fn analyse(article: &mut Article, gazetteer: &Gazetteer) {
    let tokens = Tokens::of(article);
    name_actors(article, &tokens, gazetteer);
    dates::annotate_read(article, &tokens, gazetteer.table());
    article.events = events::events_read(article, &tokens);
}

/// Fills in who is named in `article`, which was read into `tokens`, and what else may be a name.
fn name_actors(article: &mut Article, tokens: &Tokens, gazetteer: &Gazetteer) {
    let headed = HeadedText::of(article, tokens);
    let listed = gazetteer.mentions_read(headed.text(), headed.tokens());
    let aside = gazetteer.aside(article, &listed);
    let sightings = gazetteer.sightings(&headed, article.lang, &listed);
    let candidates = gather(&sightings);
    let named = gazetteer.with_sightings(apart(listed, &sightings), &sightings, &candidates);
    let (headline_mentions, mentions) = headed.split(&named);
    let candidates = headed.placed(candidates);
    (article.headline_mentions, article.mentions, article.candidates, article.aside) =
        (headline_mentions, mentions, candidates, aside);
}

#[cfg(test)]
mod tests;
