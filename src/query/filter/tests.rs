use std::cell::Cell;
use std::sync::Arc;

use super::{Match, Order, filter, filter_with};
use crate::model::actor::{Actor, ActorIx, ActorKind, ActorTable, Mention};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, Attributed, Place};
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
use crate::model::segment::Filed;
use crate::query::index::Index;
use crate::query::selection::{Facet, Selection};
use crate::text::span::Span;

fn actor(id: &str, name: &str, spellings: &[&str]) -> Actor {
    let spellings = spellings.iter().map(|text| (*text).into()).collect();
    Actor { id: id.into(), name: name.into(), kind: ActorKind::Person, description: "".into(), spellings }
}

fn article(path: &str, title: &str, date: &str, source: Option<&str>, actors: &[u16]) -> Article {
    let date = PartialDate::parse(date).map_or(PublicationDate::Unknown, PublicationDate::On);
    Article {
        place: Place { path: path.into(), item: None },
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

fn ask(words: &str, facets: &[Facet], order: Order) -> Vec<u32> {
    let selection = Selection { words: words.into(), facets: facets.to_vec() };
    filter(&archive(), &selection, order, &|| false).iter().map(|found| found.article.0).collect()
}

#[test]
fn each_word_may_match_in_a_field_of_its_own() {
    assert_eq!(ask("kazemi", &[], Order::Date), [2, 0]);
    assert_eq!(ask("kazemi 2020-08", &[], Order::Date), [0]);
    assert_eq!(ask("kazimi 2020 trump", &[], Order::Date), [0]);
    assert_eq!(ask("french negoc", &[], Order::Date), [1]);
    assert!(ask("kazemi negociations", &[], Order::Date).is_empty());
    assert!(ask("08", &[], Order::Date).is_empty());
}

#[test]
fn words_and_facets_add_up() {
    let source = Facet::Source("AFP".into());
    assert_eq!(ask("", std::slice::from_ref(&source), Order::Date), [3, 0]);
    assert_eq!(ask("trump", &[source, Facet::Month(PartialDate::parse("2020-07").unwrap())], Order::Date), [3]);
}

#[test]
fn orders_are_total_with_the_unknown_last() {
    assert_eq!(ask("", &[], Order::Date), [2, 3, 0, 1]);
    assert_eq!(ask("", &[], Order::Title), [3, 0, 1, 2]);
    assert_eq!(ask("", &[], Order::Source), [3, 0, 1, 2]);
    assert_eq!(ask("", &[], Order::Words), [1, 0, 2, 3]);
    assert_eq!(ask("", &[], Order::Score), [0, 2, 3, 1]);
}

#[test]
fn a_word_of_the_headline_outranks_one_beside_it() {
    assert_eq!(ask("trump", &[], Order::Score), [0, 3]);
    assert_eq!(ask("kazemi", &[], Order::Score), [2, 0]);
}

#[test]
fn marks_are_for_the_headline_alone() {
    let selection = Selection { words: "kazemi teheran".into(), facets: Vec::new() };
    let found = filter(&archive(), &selection, Order::Date, &|| false);
    let [Match { article, marks, .. }] = &found[..] else { panic!("{found:?}") };
    let archive = archive();
    let title = archive.get(*article).unwrap().title();
    assert_eq!(marks.iter().map(|mark| mark.of(title)).collect::<Vec<_>>(), ["Kazemi", "Téhéran"]);
    let beside = Selection { words: "afp".into(), facets: Vec::new() };
    assert!(filter(&archive, &beside, Order::Date, &|| false).iter().all(|found| found.marks.is_empty()));
}

#[test]
fn it_stops_when_told() {
    let looks = Cell::new(0);
    let stop = || looks.replace(looks.get() + 1) >= 1;
    let mut archive = Archive::default();
    archive.append_articles((0..20_000).map(|n| article(&format!("{n:05}"), "x", "", None, &[])));
    let found = filter(&archive, &Selection::default(), Order::Date, &stop);
    assert!(!found.is_empty() && found.len() < 20_000);
    assert_eq!(found.first().map(|found| found.article), Some(ArticleIx(0)));
}

#[test]
fn an_index_follows_a_growing_and_corrected_archive() {
    let mut archive = archive();
    let mut index = Index::new(&archive);
    archive.append_articles([article("e.txt", "Trump à Bagdad", "2021", None, &[1])]);
    let corrected = Filed::from(article("b.txt", "Trump encore", "", None, &[]));
    archive.replace(0, Arc::new(archive.segments()[0].revised(&[(1, corrected)])));
    index.extend(&archive);
    let selection = Selection { words: "trump".into(), facets: Vec::new() };
    let found = filter_with(&index, &selection, Order::Date, &|| false);
    assert_eq!(found, filter(&archive, &selection, Order::Date, &|| false));
    assert_eq!(found.iter().map(|found| found.article.0).collect::<Vec<_>>(), [3, 0, 4, 1]);
}
