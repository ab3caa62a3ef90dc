use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{filter, filter_with};
use crate::model::actor::{Actor, ActorIx, ActorKind, ActorTable, Mention};
use crate::model::archive::Archive;
use crate::model::article::{Article, Attributed, Place};
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
use crate::model::segment::{Filed, Revised};
use crate::query::index::Index;
use crate::query::language::ast::Direction::Natural;
use crate::query::language::keyword::SortKey;
use crate::query::language::names::AnyName;
use crate::query::language::parse::parse;
use crate::query::matching::marker::Marker;
use crate::query::selection::{Facet, Selection};
use crate::text::span::Span;

fn actor(id: &str, name: &str, spellings: &[&str]) -> Actor {
    let spellings = spellings.iter().map(|text| (*text).into()).collect();
    Actor { id: id.into(), name: name.into(), kind: ActorKind::Person, spellings, ..Actor::default() }
}

fn article(path: &str, title: &str, date: &str, source: Option<&str>, actors: &[u16]) -> Article {
    let date = PartialDate::parse(date).map_or(PublicationDate::Unknown, PublicationDate::On);
    Article {
        place: Place::new(path, None),
        title: title.into(),
        published: Publication { date, ..Publication::default() },
        source: source.map(|text| Attributed { text: text.into(), provenance: Provenance::Metadata }),
        mentions: actors.iter().map(|ix| Mention { span: Span::new(0, 1), actor: ActorIx(*ix) }).collect(),
        words: u32::try_from(title.len()).unwrap(),
        ..Article::default()
    }
}

fn archive() -> Archive {
    let table = vec![
        actor("kadhimi", "Mustafa al-Kadhimi", &["Mustafa al-Kadhimi", "Mustafa al-Kazemi", "Kazimi"]),
        actor("trump", "Donald Trump", &["Donald Trump"]),
    ];
    let mut archive = Archive::new(Arc::new(ActorTable::new(table)));
    archive.append_articles([
        article("a.txt", "Le Premier ministre rencontre Trump", "2020-08-20", Some("AFP"), &[0, 1, 0]),
        article("b.txt", "Négociations stratégiques avec Bagdad", "", Some("French Press TV"), &[]),
        article("c.txt", "Visite de Kazemi à Téhéran", "2020-07", None, &[0]),
        article("d.txt", "Élections", "2020-07", Some("afp"), &[1]),
    ]);
    archive
}

fn ask(words: &str, facets: &[Facet], order: SortKey) -> Vec<u32> {
    let archive = archive();
    let selection = Selection::of(words, &AnyName).with(facets.to_vec());
    let query = selection.combined(archive.actors());
    filter(&archive, &query, &[(order, Natural)]).iter().map(|found| found.article.0).collect()
}

#[test]
fn each_word_may_match_in_a_field_of_its_own() {
    assert_eq!(ask("kazemi", &[], SortKey::Date), [2, 0]);
    assert_eq!(ask("kazemi 2020-08", &[], SortKey::Date), [0]);
    assert_eq!(ask("kazimi 2020 trump", &[], SortKey::Date), [0]);
    assert_eq!(ask("french negoc", &[], SortKey::Date), [1]);
    assert!(ask("kazemi negociations", &[], SortKey::Date).is_empty());
    assert!(ask("08", &[], SortKey::Date).is_empty());
}

#[test]
fn words_and_facets_add_up() {
    let source = Facet::Source("AFP".into());
    assert_eq!(ask("", std::slice::from_ref(&source), SortKey::Date), [3, 0]);
    assert_eq!(ask("trump", &[source, Facet::Month(PartialDate::parse("2020-07").unwrap())], SortKey::Date), [3]);
}

#[test]
fn orders_are_total_with_the_unknown_last() {
    assert_eq!(ask("", &[], SortKey::Date), [2, 3, 0, 1]);
    assert_eq!(ask("", &[], SortKey::Title), [3, 0, 1, 2]);
    assert_eq!(ask("", &[], SortKey::Source), [3, 0, 1, 2]);
    assert_eq!(ask("", &[], SortKey::Words), [1, 0, 2, 3]);
    assert_eq!(ask("", &[], SortKey::Score), [0, 2, 3, 1]);
}

#[test]
fn a_word_of_the_headline_outranks_one_beside_it() {
    assert_eq!(ask("trump", &[], SortKey::Score), [0, 3]);
    assert_eq!(ask("kazemi", &[], SortKey::Score), [2, 0]);
}

#[test]
fn marks_are_for_the_headline_alone() {
    let query = parse("kazemi teheran -visite text:bagdad", &AnyName).unwrap();
    let title = "Visite de Kazemi à Téhéran";
    let marks = Marker::new(&query).in_line(title);
    assert_eq!(marks.iter().map(|mark| mark.of(title)).collect::<Vec<_>>(), ["Kazemi", "Téhéran"]);
    let query = parse("afp title:\"a teheran\"", &AnyName).unwrap();
    let marks = Marker::new(&query).in_line(title);
    assert_eq!(marks.iter().map(|mark| mark.of(title)).collect::<Vec<_>>(), ["à Téhéran"]);
}

#[test]
fn it_stops_when_told() {
    let looks = AtomicUsize::new(0);
    let mut archive = Archive::default();
    for n in 0..100 {
        archive.append_articles([article(&format!("{n:05}"), "x", "", None, &[])]);
    }
    let index = Index::new(&archive);
    let ask = |text: &str, patience: usize| {
        looks.store(0, Ordering::Relaxed);
        let stop = || looks.fetch_add(1, Ordering::Relaxed) >= patience;
        filter_with(&index, &parse(text, &AnyName).unwrap(), &[], &stop)
    };
    for text in ["x", "text:x", "lang:fr", "-x OR is:long"] {
        assert_eq!(ask(text, 3), None, "{text}");
        assert!(ask(text, 1_000_000).is_some(), "{text}");
    }
}

#[test]
fn an_index_follows_a_growing_and_corrected_archive() {
    let mut archive = archive();
    let mut index = Index::new(&archive);
    archive.append_articles([article("e.txt", "Trump à Bagdad", "2021", None, &[1])]);
    let corrected = Filed::from(article("b.txt", "Trump encore", "", None, &[]));
    archive.replace(0, Arc::new(archive.segments()[0].revised(&[(1, Revised::Read(Box::new(corrected)))])));
    index.extend(&archive);
    let query = parse("trump", &AnyName).unwrap();
    let found = filter_with(&index, &query, &[], &|| false).unwrap();
    assert_eq!(found, filter(&archive, &query, &[]));
    assert_eq!(found.iter().map(|found| found.article.0).collect::<Vec<_>>(), [3, 0, 4, 1]);
}
