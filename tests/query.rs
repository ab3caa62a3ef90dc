//! The query services together, over a small archive made by hand: what a filter line, the pickers and the timeline rely on.

use std::sync::Arc;

use jiff::civil::date as day;
use liseuse::model::actor::{Actor, ActorIx, ActorKind, ActorTable, Mention};
use liseuse::model::archive::{Archive, ArticleIx};
use liseuse::model::article::{Article, Attributed, Block, BlockKind, Lang, Place};
use liseuse::model::date::{PartialDate, Precision, Provenance, Publication, PublicationDate};
use liseuse::model::event::{Event, Telling};
use liseuse::query::index::Index;
use liseuse::query::language::ast::Direction::Natural;
use liseuse::query::language::keyword::SortKey;
use liseuse::query::language::names::AnyName;
use liseuse::query::matching::search::FindWords;
use liseuse::query::results::facets::{actors, langs, months, sources};
use liseuse::query::results::filter::filter;
use liseuse::query::selection::{Facet, Selection};
use liseuse::query::timeline::{Basis, Scale, entries, group};
use liseuse::text::span::Span;

const KADHIMI: ActorIx = ActorIx(0);
const TRUMP: ActorIx = ActorIx(1);

fn actor(id: &str, spellings: &[&str]) -> Actor {
    Actor {
        id: id.into(),
        name: spellings[0].into(),
        kind: ActorKind::Person,
        description: "a politician".into(),
        spellings: spellings.iter().map(|text| (*text).into()).collect(),
        ..Actor::default()
    }
}

fn article(path: &str, title: &str, date: PublicationDate, source: Option<&str>, named: &[ActorIx]) -> Article {
    let body = format!("{title}\n\nIl a parlé le 3 mars à Bagdad.");
    let event = Event {
        interval: PartialDate::of(day(2020, 3, 3)).interval(),
        precision: Precision::Day,
        timex: Span::new(0, 1),
        sentence: Span::new(title.len() + 2, body.len()),
        actors: named.to_vec(),
        telling: Telling::default(),
    };
    Article {
        place: Place { path: path.into(), ..Place::default() },
        title: title.into(),
        published: Publication { date, provenance: Provenance::Header, evidence: Vec::new() },
        source: source.map(|text| Attributed { text: text.into(), provenance: Provenance::Header }),
        lang: Lang::Fr,
        blocks: vec![
            Block { kind: BlockKind::Headline, span: Span::new(0, title.len()) },
            Block { kind: BlockKind::Paragraph, span: Span::new(title.len() + 2, body.len()) },
        ],
        body: body.into(),
        mentions: named.iter().map(|actor| Mention { span: Span::new(0, 1), actor: *actor }).collect(),
        events: vec![event],
        ..Article::default()
    }
}

fn archive() -> Archive {
    let on = |text: &str| PartialDate::parse(text).map_or(PublicationDate::Unknown, PublicationDate::On);
    let since = PublicationDate::Since(PartialDate::of(day(2020, 7, 22)));
    let table = ActorTable::new(vec![actor("kadhimi", &["Mustafa al-Kadhimi", "Kazemi"]), actor("trump", &["Donald Trump"])]);
    let mut archive = Archive::new(Arc::new(table));
    archive.append_articles([
        article("1", "Visite à Washington", on("2020-08-18"), Some("AFP"), &[KADHIMI, TRUMP, KADHIMI]),
        article("2", "Un coup d’État « doux »", since, Some("French Press TV"), &[KADHIMI]),
        article("3", "L’hommage de Kazemi", on("2020-05"), Some("Afp"), &[KADHIMI]),
        article("4", "Élections", PublicationDate::Unknown, None, &[TRUMP, TRUMP, TRUMP]),
    ]);
    archive
}

fn rows(archive: &Archive, selection: &Selection, order: SortKey) -> Vec<ArticleIx> {
    filter(archive, &selection.combined(archive.actors()), &[(order, Natural)]).into_iter().map(|found| found.article).collect()
}

#[test]
fn counts_follow_the_filter() {
    let archive = archive();
    let all = rows(&archive, &Selection::default(), SortKey::Date);
    let counted = |rows: &[ArticleIx]| -> Vec<(u16, usize, usize)> {
        actors(&archive, rows).iter().map(|count| (count.actor.0, count.mentions, count.articles)).collect()
    };
    assert_eq!(counted(&all), [(0, 4, 3), (1, 4, 2)]);
    let afp = Selection::default().with(vec![Facet::Source("AFP".into())]);
    assert_eq!(counted(&rows(&archive, &afp, SortKey::Date)), [(0, 3, 2), (1, 1, 1)]);
    assert!(actors(&archive, &[]).is_empty());
}

#[test]
fn every_facet_offered_selects_as_many_articles_as_it_says() {
    let archive = archive();
    let all = rows(&archive, &Selection::default(), SortKey::Date);
    let offered = [months(&archive, &all), sources(&Index::new(&archive), &all), langs(&archive, &all)].concat();
    let labels: Vec<String> = offered.iter().map(|count| count.facet.label(archive.actors())).collect();
    assert_eq!(labels, ["month 2020-08", "month 2020-05", "source AFP", "source French Press TV", "lang fr"]);
    for count in offered {
        let selection = Selection::default().with(vec![count.facet.clone()]);
        assert_eq!(rows(&archive, &selection, SortKey::Date).len(), count.articles, "{:?}", count.facet);
    }
}

#[test]
fn the_list_stands_by_publication_date_with_the_unknown_last() {
    let archive = archive();
    let order = |order| -> Vec<u32> { rows(&archive, &Selection::default(), order).iter().map(|ix| ix.0).collect() };
    assert_eq!(order(SortKey::Date), [2, 1, 0, 3]);
    assert_eq!(order(SortKey::Score), [0, 1, 2, 3]);
}

#[test]
fn a_person_finds_an_article_by_any_spelling_of_a_name_and_a_year() {
    let archive = archive();
    let ask = |words: &str| -> Vec<u32> {
        let selection = Selection::of(words, &AnyName);
        rows(&archive, &selection, SortKey::Score).iter().map(|ix| ix.0).collect()
    };
    assert_eq!(ask("kazemi 2020"), [2, 0, 1]);
    assert_eq!(ask("etat doux"), [1]);
    assert_eq!(ask("elections 2020"), [0u32; 0]);
}

#[test]
fn timeline_and_search_lead_to_the_sentence() {
    let archive = archive();
    let rows = rows(&archive, &Selection::default(), SortKey::Date);
    let told = entries((&archive, None), &rows, Basis::Told);
    let places: Vec<Vec<u32>> = told.iter().map(|entry| entry.places().map(|(ix, _)| ix.0).collect()).collect();
    assert_eq!(places, [vec![2, 1], vec![0], vec![3]], "what shares a day, an actor and words is one entry");
    assert_eq!(group(&told, Scale::Day).len(), 1);
    let article = archive.get(ArticleIx(1)).unwrap();
    let hits = FindWords::new("bagdad").hits(article);
    assert_eq!(hits.iter().map(|hit| hit.span.of(article.body())).collect::<Vec<_>>(), ["Bagdad"]);
    assert!(told.iter().all(|entry| !entry.text(archive.get(entry.article).unwrap()).is_empty()));
}
