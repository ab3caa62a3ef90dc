use std::sync::Arc;

use jiff::civil::date as day;

use super::{ArticleRef, FileStamp, Filed, Revised, Segment};
use crate::model::actor::{ActorIx, Mention};
use crate::model::article::{
    Article, ArticleId, Attributed, Block, BlockKind, Encoding, EncodingBasis, HeadlineOrigin, Item, Lang, Place,
};
use crate::model::column::{SharedBytes, Stored as _};
use crate::model::date::{Evidence, Interval, PartialDate, Precision, Provenance, Publication, PublicationDate};
use crate::model::event::{Event, Outlook, Telling};
use crate::model::imprint::Imprint;
use crate::text::span::Span;

/// Bytes that lie aligned.
struct Words(Vec<u64>);
impl AsRef<[u8]> for Words {
    fn as_ref(&self) -> &[u8] {
        bytemuck::cast_slice(&self.0)
    }
}

fn article() -> Article {
    let body = "Bagdad attend. Le ministre part le 3 mars.";
    let on = |text| PartialDate::parse(text).unwrap();
    Article {
        id: ArticleId("0102030405ff".into()),
        place: Place::new("a/b.jsonl", Some(Item::Line(7))),
        title: "L’État".into(),
        headline: HeadlineOrigin::FirstLine,
        published: Publication {
            date: PublicationDate::Between(on("2020-03"), on("2020-04-01")),
            provenance: Provenance::Inferred,
            evidence: vec![Evidence { words: "3 mars".into(), span: Some(Span::new(36, 42)), rule: "newest fact".into() }],
        },
        source: Some(Attributed { text: "AFP".into(), provenance: Provenance::Header }),
        url: Some("https://example.org/".into()),
        imprint: Imprint { section: Some("Monde".into()), docid: Some("news·1".into()), ..Imprint::default() },
        lang: Lang::Other(*b"es\0"),
        body: body.into(),
        blocks: vec![Block { kind: BlockKind::Caption, span: Span::new(0, body.len()) }],
        words: 8,
        encoding: Encoding { name: "windows-1252", basis: EncodingBasis::Detected, lossy: true },
        sha256: std::array::from_fn(|at| if at == 5 { 255 } else { u8::try_from(at).unwrap() + 1 }),
        aside: vec![ActorIx(9)],
        ..Article::default()
    }
}

const TELLING: Telling = Telling { outlook: Outlook::Planned, place: 7, sentences: 16, dated_in_full: true, is_aside: true };

fn analysed() -> Article {
    let mention = |start| Mention { span: Span::new(start, start + 1), actor: ActorIx(4) };
    let interval = Interval { first: day(2020, 3, 3), last: day(2020, 3, 4) };
    let event = Event {
        interval,
        precision: Precision::Week,
        timex: Span::new(35, 41),
        sentence: Span::new(15, 42),
        actors: vec![ActorIx(4)],
        telling: TELLING,
    };
    Article { mentions: vec![mention(0), mention(9)], events: vec![event], ..article() }
}

#[test]
fn what_is_packed_comes_back() {
    let segment = Segment::pack(&[Filed::from(Article::default()), Filed::from(analysed())]);
    let packed = segment.get(1).unwrap();
    assert_eq!(packed.unpack(), article());
    assert_eq!(packed.actors().collect::<Vec<_>>(), [(ActorIx(4), 2)]);
    let told = packed.events().next().unwrap();
    assert_eq!((told.interval(), told.precision), (analysed().events[0].interval, Precision::Week));
    assert_eq!((told.timex, packed.sentence_at(told.timex.first())), (Span::new(35, 41), Span::new(15, 42)));
    assert_eq!((told.telling, told.actors), (TELLING, [Some(ActorIx(4)), None]));
    assert!(segment.get(2).is_none());
}

#[test]
fn of_words_without_an_end_those_around_a_place_are_a_sentence() {
    let body = "un pont é ".repeat(5_000);
    let block = Block { span: Span::new(0, body.len()), ..article().blocks[0] };
    let segment = Segment::pack(&[Filed::from(Article { body: body.into(), blocks: vec![block], ..article() })]);
    let packed = segment.get(0).unwrap();
    let middle = packed.sentence_at(25_002);
    assert!(middle.holds(25_002) && middle.len() < 1_300, "{middle:?}");
    assert!(packed.slice(middle).starts_with(['u', 'p', 'é']) && packed.slice(middle).ends_with(['n', 't', 'é']));
    assert_eq!(packed.sentence_at(3).first(), 0);
}

#[test]
fn copies_are_numbered_and_lines_counted_on() {
    let segment = Segment::pack(&[Filed::from(article()), Filed::from(article())]);
    let segment = segment.shifted(100).numbered(vec![1, 2]);
    assert_eq!(segment.iter().map(|article| article.id().to_string()).collect::<Vec<_>>(), ["0102030405ff", "0102030405ff-2"]);
    assert_eq!(segment.get(0).unwrap().place().to_string(), "a/b.jsonl:107");
}

#[test]
fn a_revised_segment_shares_its_text_and_keeps_the_rest() {
    let stamp = FileStamp { size: 42, modified: 7 };
    let filed = Filed { article: analysed(), stamp, lines: vec![1, 2] };
    let segment = Segment::pack(&[filed.clone(), filed.clone()]).numbered(vec![3, 3]);
    let title = Article { title: "Autre".into(), ..analysed() };
    let revised = segment.revised(&[(1, Revised::Read(Box::new(Filed { article: title, ..filed })))]);
    assert_eq!(revised.iter().map(ArticleRef::title).collect::<Vec<_>>(), ["L’État", "Autre"]);
    assert_eq!(revised.text().as_ptr(), segment.text().as_ptr());
    for article in revised.iter() {
        assert_eq!((article.stamp(), article.lines(), article.copy()), (stamp, [1, 2].as_slice(), 3));
        assert_eq!(article.body(), &*analysed().body);
    }
}

#[test]
fn facts_that_were_revised_can_be_put_back() {
    let segment = Segment::pack(&[Filed::from(analysed()), Filed::from(analysed())]);
    let title = Article { title: "Autre".into(), ..analysed() };
    let revised = segment.revised(&[(1, Revised::Read(Box::new(Filed::from(title))))]);
    let restored = revised.restored(&[1], &segment.facts_of(&[1]));
    assert!(restored.iter().map(ArticleRef::unpack).eq(segment.iter().map(ArticleRef::unpack)));
}

#[test]
fn what_is_restated_keeps_text_actors_and_events() {
    let segment = Segment::pack(&[Filed::from(analysed()), Filed::from(analysed())]);
    let source = Some(Attributed { text: "La Gazette".into(), provenance: Provenance::Inferred });
    // Nothing but what is stated is taken from the article that is given.
    let named = Article { source: source.clone(), blocks: Vec::new(), events: Vec::new(), ..analysed() };
    let revised = segment.revised(&[(1, Revised::Restated(Box::new(named)))]);
    let (kept, told) = (revised.get(0).unwrap().unpack(), revised.get(1).unwrap().unpack());
    assert_eq!(kept, segment.get(0).unwrap().unpack());
    assert_eq!(told, Article { source, ..segment.get(1).unwrap().unpack() });
}

#[test]
fn a_segment_reads_alike_from_its_bytes() {
    let segment = Segment::pack(&[Filed::from(analysed()), Filed::from(Article::default())]);
    let (mut file, mut places) = (Vec::<u64>::new(), Vec::new());
    segment.visit(&mut |column| {
        places.push(file.len() * 8..file.len() * 8 + column.len());
        file.extend(column.chunks(8).map(|chunk| {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            u64::from_ne_bytes(word)
        }));
    });
    let bytes: SharedBytes = Arc::new(Words(file));
    let mut next = places.iter().cloned();
    let mapped = Segment::map(&mut || Some((Arc::clone(&bytes), next.next()?))).unwrap();
    assert_eq!(mapped.len(), 2);
    assert_eq!(mapped.get(0).unwrap().unpack(), article());
    assert_eq!(places.len(), Segment::TIERS.iter().sum::<usize>());
    let mut cut = places.into_iter().take(9);
    assert!(Segment::map(&mut || Some((Arc::clone(&bytes), cut.next()?))).is_none());
}
