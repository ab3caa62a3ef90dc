//! Actors: the gazetteer, and where its actors are named in an article.
//!
//! The list is `assets/actors/`; a person adds to it and corrects it in `actors.toml`, whose text is handed in.

pub mod amendment;
pub mod archive_spelling;
mod asset;
mod context;
mod corrections;
mod couple;
mod credit;
mod forms;
mod headed;
pub mod lookup;
mod packed;
mod scan;
mod spelling;
mod vocabulary;
mod words;

use std::sync::Arc;

use crate::analysis::actors::asset::{ActorRecord, Asset};
use crate::analysis::actors::corrections::Applied;
pub use crate::analysis::actors::corrections::CorrectionError;
use crate::analysis::actors::forms::Forms;
pub(crate) use crate::analysis::actors::headed::HeadedText;
use crate::analysis::dates::tokens::Tokens;
use crate::analysis::names::candidate::{apart, sightings};
use crate::analysis::names::index::{DiscoveredActor, Discovery};
use crate::analysis::names::{gather, kind};
use crate::model::actor::{Actor, ActorIx, ActorKind, ActorNaming, ActorTable, Mention, Office};
use crate::model::article::{Article, BlockKind, Lang};
use crate::model::candidate::{Candidate, CandidateSpan, Feature, Signs};
use crate::text::span::Span;

/// The gazetteer, ready to find mentions. The default one knows nobody.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    table: Arc<ActorTable>,
    forms: Arc<Forms>,
    discovery: Arc<Discovery>,
    names: ActorNaming,
    unused: Arc<[String]>,
}

impl Gazetteer {
    /// The gazetteer that comes with the program.
    #[must_use]
    pub fn builtin() -> Self {
        // The list is part of the program and a test reads it, so that there is no failure to report here.
        Self::with_corrections("").unwrap_or_default()
    }

    /// The gazetteer that comes with the program, with the text of a person's `actors.toml` applied.
    ///
    /// ```toml
    /// hide = ["some-id"]            # actors to leave out
    ///
    /// [[actor]]                     # an actor to add
    /// id = "jane-doe"
    /// name = "Jane Doe"
    /// kind = "person"               # person, armed-group, party, institution, media, state, alliance, organisation
    /// description = "Mayor of Springfield"
    /// spellings = ["Jane B. Doe"]
    /// abbreviations = ["JBDoe"]     # count as spellings do
    /// short = ["JBD"]               # count once a full spelling stands in the article
    /// metonyms = ["Springfield"]    # a place that stands for the actor where it acts: `Springfield accuses`
    /// offices = [{ title = "Mayor of Springfield", from = "2019-05", to = "2023" }]
    /// source = "public record"      # where you have this from
    /// alone = "named"               # when the surname alone counts: unambiguous, named, never, default
    ///
    /// [[correct]]                   # an actor of the list to correct
    /// id = "united-states"
    /// name = "États-Unis"           # the name to show
    /// add = ["Oncle Sam"]
    /// hide = ["America"]
    /// ```
    ///
    /// # Errors
    ///
    /// When the text is not of this format, or speaks of actors and spellings that there are not; the error names key and line.
    pub fn with_corrections(toml_text: &str) -> Result<Self, CorrectionError> {
        let mut asset = Asset::builtin();
        let applied = if toml_text.is_empty() { Applied::default() } else { corrections::apply(&mut asset, toml_text)? };
        Ok(Self::of(asset, applied))
    }

    fn of(asset: Asset, applied: Applied) -> Self {
        let forms = Forms::new(&asset);
        let actors = asset.actors.into_iter().map(actor).collect();
        let table = ActorTable::new(actors).hiding(Arc::new(applied.hidden)).merging(&applied.merged);
        let unused = applied.unused.iter().map(ToString::to_string).collect();
        Self { table: Arc::new(table), forms: Arc::new(forms), unused, ..Self::default() }
    }

    /// The corrections that speak of actors that are not in the list, a message each: they are left out.
    #[must_use]
    pub fn unused(&self) -> &[String] {
        &self.unused
    }

    /// The gazetteer without the list that comes with the program: it knows the actors alone that a person added in
    /// `actors.toml`. Which names are actors is left to what the archive shows.
    ///
    /// # Errors
    ///
    /// As [`Gazetteer::with_corrections`].
    pub fn without_list(toml_text: &str) -> Result<Self, CorrectionError> {
        let builtin = Asset::builtin();
        let mut asset = builtin.clone();
        let applied = corrections::apply(&mut asset, toml_text)?;
        asset.actors.retain(|entry| !builtin.actors.iter().any(|known| known.id == entry.id));
        asset.words.other_names.clear();
        Ok(Self::of(asset, applied))
    }

    /// The same with the actors that an archive shows, numbered behind its own.
    #[must_use]
    pub fn with_discovery(&self, discovery: &Arc<Discovery>) -> Self {
        let table = self.table.with_discovered(discovery.actors.iter().map(discovered)).spelled_more(&discovery.more);
        let spelled = match self.names {
            ActorNaming::Archive => discovery.spelled.clone(),
            ActorNaming::List => Vec::new(),
            ActorNaming::Interface => table.iter().map(|(_, actor)| actor.translated_name().unwrap_or_default().into()).collect(),
        };
        let table = Arc::new(table.counted(discovery.articles.clone()).spelled(spelled));
        Self { table, forms: Arc::clone(&self.forms), discovery: Arc::clone(discovery), ..self.clone() }
    }

    /// The same with other names for people to see, from the next archive on.
    #[must_use]
    pub fn naming(self, names: ActorNaming) -> Self {
        Self { names, ..self }
    }

    /// Which names people see.
    #[must_use]
    pub fn names(&self) -> ActorNaming {
        self.names
    }

    /// The actors it knows.
    #[must_use]
    pub fn table(&self) -> &Arc<ActorTable> {
        &self.table
    }

    /// The places where its actors are named in the text of `article`, furniture left out, in order.
    ///
    /// A name counts on whole words, folded, the longest first, with the capitals names have. A surname or short form alone
    /// means the actor whose full name stands in the article, nearest before it, or the one actor known by it; not when
    /// another given name stands before it. A headline that is no part of the text is read above it, so that who is named in full there is meant below.
    #[must_use]
    pub fn mentions(&self, article: &Article) -> Vec<Mention> {
        self.named(article).1
    }

    /// The places where its actors are named in the headline of `article`, when that is no part of the text, and those in the text.
    #[must_use]
    pub fn named(&self, article: &Article) -> (Vec<Mention>, Vec<Mention>) {
        let tokens = Tokens::of(article);
        let headed = HeadedText::of(article, &tokens);
        let named = self.mentions_read(headed.text(), headed.tokens());
        if self.discovery.is_empty() {
            return headed.split(&named);
        }
        let sightings = self.sightings(&headed, article.lang, &named);
        headed.split(&self.with_sightings(apart(named, &sightings), &sightings, &gather(&sightings)))
    }

    /// The sightings in the text of an article in `lang`, beside the `named` actors. Where all nouns have capitals, only what more than a capital shows to
    /// be a name.
    #[must_use]
    pub(crate) fn sightings(&self, headed: &HeadedText<'_>, lang: Lang, named: &[Mention]) -> Vec<CandidateSpan> {
        let kind = |ix| self.table.get(ix).map(|actor| actor.kind);
        let mut found = sightings(headed.text(), headed.tokens(), named, kind);
        headed.weigh(&mut found);
        if lang.has_noun_capitals() {
            let shows = [Feature::Title, Feature::Capitals, Feature::Sure];
            found.retain(|sighting| shows.iter().any(|feature| sighting.signs.has(*feature)));
            // The words beside it are not of the languages whose words are known: that none is a verb of saying tells nothing.
            for sighting in &mut found {
                let kept = shows.into_iter().chain([Feature::Inside]).filter(|feature| sighting.signs.has(*feature));
                sighting.signs =
                    kept.fold(Signs::default().with(Feature::Says, true), |signs, feature| signs.with(feature, true));
            }
        }
        found
    }

    /// `named` and what the archive shows of the names that were sighted beside them, whose candidates are given.
    #[must_use]
    pub fn with_sightings(&self, mut named: Vec<Mention>, sightings: &[CandidateSpan], candidates: &[Candidate]) -> Vec<Mention> {
        let meant = self.discovery.resolve(candidates, named.iter().map(|mention| mention.actor));
        let written = sightings.iter().filter(|sighting| !sighting.signs.has(Feature::Link));
        named.extend(written.filter_map(|one| Some(Mention { span: one.span, actor: *meant.get(&one.name)? })));
        named.sort_by_key(|mention| mention.span.start);
        named
    }

    /// The same for the actors of the list alone, in the parts of `text` that were read into `tokens`.
    #[must_use]
    pub fn mentions_read(&self, text: &str, tokens: &Tokens) -> Vec<Mention> {
        scan::mentions(&self.forms, text, tokens)
    }

    /// The actors that only the furniture of `article` names, each once; `named` are those of its headline and text.
    #[must_use]
    pub(crate) fn aside(&self, article: &Article, named: &[Mention]) -> Vec<ActorIx> {
        let (mut asked, mut aside) = (Vec::new(), Vec::new());
        // Only dates need the language, and furniture has none.
        let furniture: Vec<Span> = article.blocks_of(BlockKind::Furniture).collect();
        let tokens = Tokens::read(&article.body, &furniture, Lang::Fr);
        for Mention { actor, .. } in self.mentions_read(&article.body, &tokens) {
            // Each actor is looked for once, however often the furniture names him.
            if !asked.contains(&actor) {
                asked.push(actor);
                aside.extend((!named.iter().any(|mention| mention.actor == actor)).then_some(actor));
            }
        }
        aside
    }

    /// The one actor that a person means by `text`; `None` when there is none, or several.
    #[must_use]
    pub fn resolve(&self, text: &str) -> Option<ActorIx> {
        lookup::resolve(&self.table, text)
    }

    /// The shown names nearest to `text`, at most `count`, to offer when nothing is found.
    #[must_use]
    pub fn nearest(&self, text: &str, count: usize) -> Vec<&str> {
        lookup::nearest(&self.table, text, count)
    }
}

/// The actor of an entry, as panes see it.
fn actor(entry: ActorRecord) -> Actor {
    let (mut spellings, mut in_full): (Vec<Box<str>>, usize) = (Vec::new(), 0);
    for (at, spelling) in entry.names().enumerate() {
        if !spellings.contains(spelling) {
            spellings.push(spelling.clone());
            in_full += usize::from(at <= entry.spellings.len());
        }
    }
    Actor {
        id: entry.id,
        name: entry.name,
        kind: entry.kind,
        description: entry.description,
        spellings,
        in_full,
        is_named_by_reader: entry.is_named_by_reader,
        metonyms: entry.metonyms,
        offices: entry.offices.into_iter().map(Office::from).collect(),
        source: entry.source,
        ..Actor::default()
    }
}

/// A discovered actor, as panes see it.
fn discovered(found: &DiscoveredActor) -> Actor {
    Actor {
        id: found.id.clone(),
        name: found.name.clone(),
        kind: kind::of(found.kind).unwrap_or(ActorKind::Unknown),
        spellings: found.spellings.clone(),
        discovered: true,
        ..Actor::default()
    }
}

#[cfg(test)]
mod tests;
