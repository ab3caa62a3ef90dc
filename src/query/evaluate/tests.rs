use std::sync::Arc;

use jiff::civil::date as day;

use super::{Reach, evaluate, evaluate_within};
use crate::model::actor::{Actor, ActorIx, ActorTable, Mention};
use crate::model::archive::Archive;
use crate::model::article::{Article, Attributed, Block, BlockKind, HeadlineOrigin, Lang, Place};
use crate::model::date::{Interval, PartialDate, Precision, Provenance, Publication, PublicationDate};
use crate::model::event::{Event, Telling};
use crate::query::index::Index;
use crate::query::language::names::AnyName;
use crate::query::language::parse::parse;
use crate::text::span::Span;

fn actor(id: &str, spellings: &[&str]) -> Actor {
    let name = spellings[0].into();
    let spellings = spellings.iter().map(|text| (*text).into()).collect();
    Actor { id: id.into(), name, spellings, ..Actor::default() }
}

/// An article whose body is `text`, then boilerplate.
fn article(path: &str, title: &str, text: &str, furniture: &str) -> Article {
    let body = format!("{text}\n\n{furniture}");
    let block = |kind, start, end| Block { kind, span: Span::new(start, end) };
    Article {
        place: Place::new(path, None),
        title: title.into(),
        headline: HeadlineOrigin::Metadata,
        words: u32::try_from(text.split_whitespace().count()).unwrap(),
        blocks: vec![block(BlockKind::Paragraph, 0, text.len()), block(BlockKind::Furniture, text.len() + 2, body.len())],
        body: body.into(),
        ..Article::default()
    }
}

fn attributed(text: &str) -> Attributed {
    Attributed { text: text.into(), provenance: Provenance::Metadata }
}

fn published(date: PublicationDate, provenance: Provenance) -> Publication {
    Publication { date, provenance, evidence: Vec::new() }
}

fn dated_event(interval: Interval) -> Event {
    let none = Span::new(0, 1);
    Event { interval, precision: Precision::Day, timex: none, sentence: none, actors: Vec::new(), telling: Telling::default() }
}

fn archive() -> Archive {
    let table = vec![
        actor("mustafa-al-kadhimi", &["Mustafa al-Kadhimi", "Moustafa al-Kazimi"]),
        actor("donald-trump", &["Donald Trump"]),
    ];
    let named = |actor| Mention { span: Span::new(0, 1), actor: ActorIx(actor) };
    let date = |text| PartialDate::parse(text).unwrap();
    let mut archive = Archive::new(Arc::new(ActorTable::new(table)));
    archive.append_articles([
        Article {
            published: published(PublicationDate::On(date("2020-08-20")), Provenance::Header),
            source: Some(attributed("AFP")),
            author: Some(attributed("Zoé Martin")),
            lang: Lang::Fr,
            mentions: vec![named(0), named(1)],
            events: vec![dated_event(PartialDate::of(day(2020, 1, 3)).interval())],
            ..article(
                "2020/08/rencontre.txt",
                "La rencontre",
                "L’État a parlé. Une trêve de trois mois.",
                "Lire aussi: élections",
            )
        },
        Article {
            published: published(PublicationDate::Between(date("2020-07-22"), date("2020-08-04")), Provenance::Inferred),
            source: Some(attributed("AFP Factuel")),
            lang: Lang::En,
            mentions: vec![named(0)],
            ..article("b.txt", "Elections ahead", "The elections of the state. A truce, three more months of it.", "etat")
        },
        Article {
            published: published(PublicationDate::Since(date("2020-09")), Provenance::Inferred),
            url: Some("https://example.org/c".into()),
            lang: Lang::Fr,
            events: vec![dated_event(PartialDate::parse("2021").unwrap().interval())],
            ..article("c.txt", "Élections en Irak", "Les élections, à l’étatique. Un ETAT de fait.", "")
        },
        Article { headline: HeadlineOrigin::FirstSentence, ..article("d.txt", "Sans rien", "Rien.", "") },
    ]);
    archive
}

fn answer(query: &str) -> Vec<u32> {
    let query = parse(query, &AnyName).unwrap_or_else(|error| panic!("{query}: {error:?}"));
    let index = Index::new(&archive());
    evaluate(&query, &index, &|| false).unwrap().set.iter().map(|ix| ix.0).collect()
}

fn assert_answers(answers: &[(&str, &[u32])]) {
    for (query, wanted) in answers {
        assert_eq!(answer(query), *wanted, "{query}");
    }
}

#[test]
fn keys_of_metadata() {
    assert_answers(&[
        ("title:elections", &[1, 2]),
        ("title:élections", &[2]),
        ("title:=Elections", &[1]),
        ("title:\"elections en\"", &[2]),
        ("author:zoe", &[0]),
        ("file:2020/08", &[0]),
        ("lang:fr", &[0, 2]),
        ("lang:fr,en", &[0, 1, 2]),
        ("words:>=9", &[1]),
        ("words:1", &[3]),
        ("has:url", &[2]),
        ("has:headline", &[0, 1, 2]),
        ("-has:date", &[3]),
        ("is:undated", &[3]),
        ("is:inferred", &[1, 2]),
    ]);
}

#[test]
fn a_whole_name_means_that_outlet_alone() {
    assert_answers(&[("source:afp", &[0]), ("source:factuel", &[1]), ("source:afp*", &[0, 1]), ("source:afp,factuel", &[0, 1])]);
}

#[test]
fn actors_by_identifier_spelling_or_prefix() {
    assert_answers(&[
        ("actor:mustafa-al-kadhimi", &[0, 1]),
        ("actor:kazimi", &[0, 1]),
        ("actor:kadh", &[0, 1]),
        ("actor:kadhimi,trump", &[0, 1]),
        ("actor:kadhimi actor:trump", &[0]),
        ("actor:kadhimi -actor:trump", &[1]),
        ("actor:nobody", &[]),
    ]);
}

#[test]
fn dates_of_publication_overlap_and_months_hold() {
    assert_answers(&[
        ("date:2020", &[0, 1, 2]),
        ("date:2020-08", &[0, 1]),
        ("date:2020-07-22", &[1]),
        ("date:2020-08-05..2020-08-19", &[]),
        ("date:>=2020-09", &[2]),
        ("date:<2020-08", &[1]),
        ("date:2031", &[2]),
        ("month:2020-08", &[0]),
    ]);
}

#[test]
fn events_speak_of_the_days_told() {
    assert_answers(&[("event:2020", &[0]), ("event:2020-01-03", &[0]), ("event:2020-01-04", &[]), ("event:2020..2021", &[0, 2])]);
}

#[test]
fn a_word_is_found_at_the_head_of_words_and_a_quoted_one_whole() {
    let mut archive = Archive::default();
    archive.append_articles([
        article("a", "A", "Le parti a gagné, et les Gilets jaunes aussi.", ""),
        article("b", "B", "L'art des articles.", ""),
    ]);
    let index = Index::new(&archive);
    let found = |query: &str| {
        let query = parse(query, &AnyName).unwrap();
        let set = evaluate(&query, &index, &|| false).unwrap().set;
        archive.iter().filter(|(ix, _)| set.holds(*ix)).map(|(_, article)| article.title().to_owned()).collect::<String>()
    };
    assert_eq!((found("text:art"), found("text:\"art\""), found("text:articl")), ("B".into(), "B".into(), "B".into()));
    assert_eq!(
        (found("text:\"articl\""), found("text:gilet"), found("text:\"gilet jaune\"")),
        (String::new(), "A".into(), String::new())
    );
    assert_eq!((found("text:/arti/"), found("text:\"gilets jaunes\"")), ("AB".into(), "A".into()));
}

#[test]
fn texts_are_searched_without_their_furniture() {
    assert_answers(&[
        ("text:elections", &[1, 2]),
        ("text:etat", &[0, 2]),
        ("text:état", &[0, 2]),
        ("text:=ETAT", &[2]),
        ("text:etat*", &[0, 2]),
        ("text:=État", &[0]),
        ("text:\"three more months\"", &[1]),
        ("text:\"three months\"~2", &[1]),
        ("text:\"three months\"~1", &[]),
        ("text:/tr(êv|uc)e/", &[0, 1]),
        ("text:elections,treve", &[0, 1, 2]),
        ("text:elections -lang:en", &[2]),
    ]);
}

#[test]
fn parts_join_as_they_are_written() {
    assert_answers(&[
        ("", &[0, 1, 2, 3]),
        ("lang:fr OR lang:en", &[0, 1, 2]),
        ("lang:fr NOT has:url", &[0]),
        ("-(lang:fr OR lang:en)", &[3]),
        ("(title:elections lang:en) OR file:d", &[1, 3]),
        ("kazimi elections", &[1]),
        ("2020-08 rencontre", &[0]),
        ("\"La rencontre\"", &[0]),
    ]);
}

#[test]
fn bare_words_stand_in_texts_as_well_and_what_names_them_is_told_apart() {
    assert_answers(&[
        ("etat", &[0, 2]),
        ("-etat", &[1, 3]),
        ("etat lang:fr", &[0, 2]),
        ("elections etat", &[2]),
        ("\"treve de trois\"", &[0]),
        ("=ETAT", &[2]),
        ("title:etat", &[]),
        // Two letters stand in nearly every text.
        ("mo", &[0, 1]),
    ]);
    let index = Index::new(&archive());
    let named = |query, reach| {
        let answer = evaluate_within(&parse(query, &AnyName).unwrap(), &index, reach, &|| false).unwrap();
        (answer.set.count(), answer.named.count())
    };
    assert_eq!(named("truce OR elections", Reach::Texts), (2, 2), "text: and title: of one article");
    assert_eq!(named("etat OR file:d", Reach::Texts), (3, 1));
    assert_eq!(named("etat OR file:d", Reach::Names), (1, 1));
    assert_eq!(named("-etat", Reach::Names), (2, 2), "what is not wanted is not wanted in a text either");
}

#[test]
fn an_answer_nobody_waits_for_is_given_up() {
    let index = Index::new(&archive());
    let query = parse("text:etat", &AnyName).unwrap();
    assert!(evaluate(&query, &index, &|| true).is_none());
}

#[test]
fn the_second_search_finds_what_the_first_found() {
    let index = Index::new(&archive());
    let ask = |query| evaluate(&parse(query, &AnyName).unwrap(), &index, &|| false).unwrap();
    assert_eq!(ask("text:etat"), ask("text:etat"));
}

#[test]
fn comments_are_searched_by_their_own_key_alone() {
    let mut with = article("c.txt", "Un budget", "Le conseil a voté.", "Encore des impôts !");
    with.blocks[1].kind = BlockKind::Comment;
    let mut archive = Archive::new(Arc::new(ActorTable::new(Vec::new())));
    archive.append_articles([with, article("d.txt", "Un port", "Le port rouvre.", "Encore des impôts !")]);
    let index = Index::new(&archive);
    let found = |text: &str| {
        let query = parse(text, &AnyName).unwrap();
        evaluate(&query, &index, &|| false).unwrap().set.iter().map(|ix| ix.0).collect::<Vec<_>>()
    };
    assert_eq!(found("comment:impots"), [0]);
    assert_eq!(found("has:comment"), [0]);
    assert_eq!(found("text:impots"), [] as [u32; 0]);
    assert_eq!(found("impots"), [] as [u32; 0]);
}
