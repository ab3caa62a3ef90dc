//! Packing: an article's facts as values of columns.

use crate::model::actor::ActorIx;
use crate::model::article::{Article, Attributed, Encoding, Item};
use crate::model::candidate::Candidate;
use crate::model::column::RunsBuilder;
use crate::model::event::Event;
use crate::model::segment::bits::{
    Leads, actor_bits, block_bits, date_bits, encoding_bits, event_bits, evidence_bytes, lang_code,
};
use crate::model::segment::columns::{Filed, Segment};
use crate::model::segment::corrected::Corrected;
use crate::model::segment::view::ArticleRef;
use crate::text::fold::fold;

/// A segment under construction.
#[derive(Debug, Default)]
pub struct Builder {
    date: Vec<[u32; 3]>,
    words: Vec<u32>,
    item: Vec<u32>,
    copy: Vec<u32>,
    lang: Vec<[u8; 4]>,
    kinds: Vec<[u8; 4]>,
    sha256: Vec<[u8; 32]>,
    stamp: Vec<[u64; 2]>,
    title: RunsBuilder<u8>,
    folded: RunsBuilder<u8>,
    source: RunsBuilder<u8>,
    author: RunsBuilder<u8>,
    path: RunsBuilder<u8>,
    url: RunsBuilder<u8>,
    imprint: RunsBuilder<u8>,
    encoding: RunsBuilder<u8>,
    evidence: RunsBuilder<u8>,
    actors: RunsBuilder<[u16; 2]>,
    events: RunsBuilder<[u32; 4]>,
    blocks: RunsBuilder<[u32; 2]>,
    lines: RunsBuilder<u64>,
    named: RunsBuilder<[u16; 2]>,
    candidates: RunsBuilder<[u32; 3]>,
    body: RunsBuilder<u8>,
}

impl Builder {
    /// The number of articles so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Adds an article.
    pub fn push(&mut self, filed: &Filed) {
        self.push_facts(filed, 1);
        self.push_body(&filed.article.body);
    }

    /// Adds an article of another segment as it is.
    pub fn push_packed(&mut self, article: ArticleRef<'_>) {
        self.push_packed_facts(article);
        self.push_body(article.body());
    }

    fn push_body(&mut self, body: &str) {
        self.body.push_slices(&[body.as_bytes(), &[0]]);
    }

    /// Adds all of an article but its body, as the `copy`th with the same bytes.
    pub(super) fn push_facts(&mut self, Filed { article, stamp, lines }: &Filed, copy: u32) {
        self.push_stated(article);
        self.words.push(article.words);
        self.item.push(article.place.which().map_or(0, Item::bits));
        self.copy.push(copy);
        self.sha256.push(article.sha256);
        self.stamp.push([stamp.size, stamp.modified]);
        self.path.push_slice(article.place.path.as_bytes());
        let encoding = if article.encoding.name == Encoding::default().name { "" } else { article.encoding.name };
        self.encoding.push_slice(encoding.as_bytes());
        let named = article.actors();
        self.events.push(article.events.iter().map(|event| event_bits(event, leads(event, &named))));
        let named = named.into_iter().map(actor_bits).chain(article.aside.iter().map(|actor| [actor.0, 0]));
        self.actors.push(named.clone());
        self.named.push(named);
        self.candidates.push(article.candidates.iter().map(Candidate::bits));
        self.blocks.push(article.blocks.iter().map(block_bits));
        self.lines.push_slice(lines);
    }

    /// Adds what is stated of an article, and can be corrected: date, headline, outlet, author, address, imprint, language.
    fn push_stated(&mut self, article: &Article) {
        self.date.push(date_bits(article.published.date, article.published.provenance));
        self.evidence.push(evidence_bytes(&article.published.evidence));
        self.lang.push(lang_code(article.lang));
        let attributed = |one: &Option<Attributed>| one.as_ref().map_or(0, |one| one.provenance as u8);
        self.kinds.push([
            article.headline as u8,
            attributed(&article.source),
            attributed(&article.author),
            encoding_bits(article.encoding),
        ]);
        self.title.push_slice(article.title.as_bytes());
        self.folded.push_slice(fold(&article.title).as_bytes());
        self.source.push_slice(article.source.as_ref().map_or(&[], |source| source.text.as_bytes()));
        self.author.push_slice(article.author.as_ref().map_or(&[], |author| author.text.as_bytes()));
        self.url.push_slice(article.url.as_deref().unwrap_or_default().as_bytes());
        self.imprint.push_slice(article.imprint.packed().as_bytes());
    }

    /// Adds all of a packed article but its body.
    pub(super) fn push_packed_facts(&mut self, article: ArticleRef<'_>) {
        self.push_packed_stated(article);
        self.push_packed_rest(article);
        self.events.push_slice(article.segment.events.of(article.at));
    }

    fn push_packed_stated(&mut self, ArticleRef { segment: from, at }: ArticleRef<'_>) {
        self.date.push(from.date.get(at).copied().unwrap_or_default());
        self.evidence.push_slice(from.evidence.of(at));
        self.lang.push(from.lang.get(at).copied().unwrap_or_default());
        self.kinds.push(from.kinds.get(at).copied().unwrap_or_default());
        self.title.push_slice(from.title.of(at));
        self.folded.push_slice(from.folded.of(at));
        self.source.push_slice(from.source.of(at));
        self.author.push_slice(from.author.of(at));
        self.url.push_slice(from.url.of(at));
        self.imprint.push_slice(from.imprint.of(at));
    }

    /// Adds what no correction of the reader touches: where the article is from, what its text is and who is named in it.
    fn push_packed_rest(&mut self, ArticleRef { segment: from, at }: ArticleRef<'_>) {
        self.words.push(from.words.get(at).copied().unwrap_or_default());
        self.item.push(from.item.get(at).copied().unwrap_or_default());
        self.copy.push(from.copy.get(at).copied().unwrap_or(1));
        self.sha256.push(from.sha256.get(at).copied().unwrap_or_default());
        self.stamp.push(from.stamp.get(at).copied().unwrap_or_default());
        self.path.push_slice(from.path.of(at));
        self.encoding.push_slice(from.encoding.of(at));
        self.actors.push_slice(from.actors.of(at));
        self.blocks.push_slice(from.blocks.of(at));
        self.lines.push_slice(from.lines.of(at));
        self.named.push_slice(from.named.of(at));
        self.candidates.push_slice(from.candidates.of(at));
    }

    /// Adds all of a packed article but its body, with what is stated of it as in `stated`.
    pub(super) fn push_restated(&mut self, loaded: ArticleRef<'_>, stated: &Article) {
        self.push_stated(stated);
        self.events.push_slice(loaded.segment.events.of(loaded.at));
        self.push_packed_rest(loaded);
    }

    /// Adds all of a packed article but its body, as corrections have it.
    pub(super) fn push_corrected(&mut self, loaded: ArticleRef<'_>, corrected: &Corrected<'_>) {
        match corrected {
            Corrected::As(shown) => {
                self.push_packed_stated(*shown);
                self.events.push_slice(shown.segment.events.of(shown.at));
            }
            Corrected::Restated(article) => return self.push_restated(loaded, article),
            Corrected::Redated(article) => {
                self.push_stated(article);
                let named: Vec<_> = loaded.named().collect();
                self.events.push(article.events.iter().map(|event| event_bits(event, leads(event, &named))));
            }
        }
        self.push_packed_rest(loaded);
    }

    /// The segment.
    #[must_use]
    pub fn finish(self) -> Segment {
        Segment {
            date: self.date.into(),
            words: self.words.into(),
            item: self.item.into(),
            copy: self.copy.into(),
            lang: self.lang.into(),
            kinds: self.kinds.into(),
            sha256: self.sha256.into(),
            stamp: self.stamp.into(),
            title: self.title.finish(),
            folded: self.folded.finish(),
            source: self.source.finish(),
            author: self.author.finish(),
            path: self.path.finish(),
            url: self.url.finish(),
            imprint: self.imprint.finish(),
            encoding: self.encoding.finish(),
            evidence: self.evidence.finish(),
            actors: self.actors.finish(),
            events: self.events.finish(),
            blocks: self.blocks.finish(),
            lines: self.lines.finish(),
            named: self.named.finish(),
            candidates: self.candidates.finish(),
            body: self.body.finish(),
        }
    }
}

/// The two actors of an event that its article names most often, by their places in `named`.
fn leads(event: &Event, named: &[(ActorIx, usize)]) -> Leads {
    let mut leads = named.iter().enumerate().filter(|(_, (actor, _))| event.actors.contains(actor)).map(|(at, _)| at);
    [leads.next(), leads.next()]
}
