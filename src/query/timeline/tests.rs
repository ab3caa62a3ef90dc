use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Basis, Chronology, Scale, TimelineEntry, day_sentences, entries, group, milestones};
use crate::analysis::families::Families;
use crate::analysis::stories::{Stories, Story};
use crate::model::actor::{Actor, ActorIx, ActorKind, ActorTable, Mention};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, Attributed, Block, BlockKind, Lang};
use crate::model::date::{Interval, PartialDate, Precision, Provenance, Publication, PublicationDate};
use crate::model::event::{Event, Telling};
use crate::text::span::Span;

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

fn event(from: &str, to: &str, precision: Precision) -> Event {
    let interval = Interval::between(date(from).interval(), date(to).interval());
    let telling = Telling::default();
    Event { interval, precision, timex: Span::new(0, 1), sentence: Span::new(0, 9), actors: Vec::new(), telling }
}

fn archive(articles: Vec<Article>) -> (Archive, Vec<ArticleIx>) {
    let mut archive = Archive::default();
    archive.append_articles(articles);
    let rows = archive.iter().map(|(ix, _)| ix).collect();
    (archive, rows)
}

fn archive_of(events: Vec<Event>) -> (Archive, Vec<ArticleIx>) {
    archive(vec![Article { events, ..Article::default() }])
}

fn labels(archive: &(Archive, Vec<ArticleIx>), basis: Basis, scale: Scale) -> Vec<(String, usize)> {
    let entries = entries((&archive.0, None), &archive.1, basis);
    group(&entries, scale).into_iter().map(|group| (group.date.to_string(), group.entries.len())).collect()
}

fn pairs(labels: &[(String, usize)]) -> Vec<(&str, usize)> {
    labels.iter().map(|(date, entries)| (date.as_str(), *entries)).collect()
}

#[test]
fn a_group_is_never_finer_than_what_is_known() {
    let archive = archive_of(vec![
        event("2020-05-02", "2020-05-02", Precision::Day),
        event("2020-05", "2020-05", Precision::Month),
        event("2020", "2020", Precision::Year),
        event("2020-07", "2020-09", Precision::Season),
    ]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Day)), [("2020", 2), ("2020-05", 1), ("2020-05-02", 1)]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Month)), [("2020", 2), ("2020-05", 2)]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Year)), [("2020", 4)]);
}

#[test]
fn long_intervals_stand_at_their_first_day() {
    let archive = archive_of(vec![event("2020-08-30", "2020-09-05", Precision::Week), event("1980", "1989", Precision::Decade)]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Day)), [("1980", 1), ("2020-08-30", 1)]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Month)), [("1980", 1), ("2020-08", 1)]);
}

#[test]
fn groups_cover_all_entries_once_in_order() {
    let archive = archive_of(vec![
        event("2021-01-01", "2021-01-01", Precision::Day),
        event("2019-12", "2019-12", Precision::Month),
        event("2020", "2020", Precision::Year),
    ]);
    let entries = entries((&archive.0, None), &archive.1, Basis::Told);
    for scale in [Scale::Year, Scale::Month, Scale::Day] {
        let groups = group(&entries, scale);
        assert!(groups.is_sorted_by_key(|group| group.date));
        assert_eq!(groups.into_iter().flat_map(|group| group.entries).collect::<Vec<_>>(), [0, 1, 2]);
    }
    assert!(group(&[], Scale::Day).is_empty());
}

#[test]
fn publications_stand_at_their_precision_and_the_unknown_nowhere() {
    let published = [
        PublicationDate::Unknown,
        PublicationDate::On(date("2020-05")),
        PublicationDate::Since(date("2020-07-22")),
        PublicationDate::Between(date("2020-08-04"), date("2020-08-18")),
    ];
    let article = |date| Article { published: Publication { date, ..Publication::default() }, ..Article::default() };
    let archive = archive(published.into_iter().map(article).collect());
    assert_eq!(pairs(&labels(&archive, Basis::Published, Scale::Day)), [("2020-05", 1), ("2020-08", 1)]);
    let entries = entries((&archive.0, None), &archive.1, Basis::Published);
    assert!(entries.iter().all(|entry| entry.timex.is_none()));
    assert_eq!(entries.first().map(|entry| entry.article), Some(ArticleIx(1)));
}

/// An article published on `date` by `outlet` that names `actors` and tells of `days`, in words of its own when `own` is given.
fn telling(date: &str, outlet: &str, actors: &[u16], days: &[&str], own: &str) -> Article {
    let named = |actor: &u16| Mention { span: Span::new(0, 1), actor: ActorIx(*actor) };
    let events = days
        .iter()
        .map(|day| Event { actors: actors.iter().map(|actor| ActorIx(*actor)).collect(), ..event(day, day, Precision::Day) });
    Article {
        published: Publication {
            date: PublicationDate::On(self::date(date)),
            provenance: Provenance::Header,
            evidence: Vec::new(),
        },
        source: Some(Attributed { text: outlet.into(), provenance: Provenance::Header }),
        body: format!("Il a parlé. {own}").into(),
        mentions: actors.iter().map(named).collect(),
        events: events.collect(),
        ..Article::default()
    }
}

fn named(articles: Vec<Article>) -> (Archive, Vec<ArticleIx>) {
    let actor = |id: &str| Actor { id: id.into(), name: id.into(), kind: ActorKind::Person, ..Actor::default() };
    let mut archive = Archive::new(Arc::new(ActorTable::new(["a", "b", "c"].map(actor).into())));
    archive.append_articles(articles);
    let rows = archive.iter().map(|(ix, _)| ix).collect();
    (archive, rows)
}

#[test]
fn the_same_day_and_actor_told_by_several_articles_is_one_entry_with_its_sources() {
    let day = ["2020-05-02"];
    let archive = named(vec![
        telling("2020-05-03", "AFP", &[0], &day, "un"),
        telling("2020-05-03", "Reuters", &[0, 1], &day, "deux"),
        telling("2020-05-03", "Le Monde", &[0], &day, "un"),
        telling("2020-06-03", "Reuters", &[2], &day, "trois"),
        telling("2020-06-03", "Reuters", &[], &day, "quatre"),
    ]);
    let entries = entries((&archive.0, None), &archive.1, Basis::Told);
    let sources: Vec<Vec<u32>> = entries.iter().map(|entry| entry.places().map(|(ix, _)| ix.0).collect()).collect();
    assert_eq!(sources, [vec![1, 0, 2], vec![3], vec![4]]);
    let [joined, alone, _] = &entries[..] else { panic!("three entries") };
    assert!(joined.parts.articles > 0.0 && joined.parts.outlets > 0.0 && alone.parts.articles == 0.0);
    let doubled = 0.3 / 8.0;
    assert!((joined.parts.articles - doubled).abs() < 1e-6, "the first and the third are copies: two independent articles");
    assert!(
        joined.parts.later > 0.0 && (joined.parts.later - alone.parts.later).abs() < 1e-6,
        "two articles come back to the day"
    );
    assert!(entries.is_sorted_by(|a, b| a.salience() >= b.salience()), "on one day, the most salient first");
}

#[test]
fn what_is_told_of_a_day_is_joined_by_story_and_what_comes_back_to_it_joins_the_largest() {
    let day = ["2020-05-02"];
    let (archive, rows) = named(vec![
        telling("2020-05-03", "AFP", &[0], &day, "un"),
        telling("2020-05-03", "Reuters", &[1], &day, "deux"),
        telling("2020-05-03", "Le Monde", &[0], &day, "trois"),
        telling("2020-06-03", "Reuters", &[0, 1], &day, "quatre"),
        telling("2020-06-03", "AFP", &[2], &day, "cinq"),
        telling("2020-06-04", "Reuters", &[2], &day, "six"),
    ]);
    let story = |articles: &[u32]| Story { articles: articles.iter().copied().map(ArticleIx).collect() };
    let stories = Stories::gathered(vec![story(&[0, 1]), story(&[2]), story(&[3]), story(&[4]), story(&[5])], 6);
    let told = |stories: Option<&Stories>| -> Vec<Vec<u32>> {
        let entries = entries((&archive, stories), &rows, Basis::Told);
        let mut told: Vec<Vec<u32>> = entries.iter().map(|entry| entry.places().map(|(ix, _)| ix.0).collect()).collect();
        for places in &mut told {
            places.sort_unstable();
        }
        told.sort();
        told
    };
    assert_eq!(told(Some(&stories)), [vec![0, 1, 3], vec![2], vec![4, 5]], "the same actor alone makes no event");
    assert_eq!(told(None), [vec![0, 2, 3], vec![1], vec![4, 5]], "until stories are known");
}

#[test]
fn what_does_not_fit_a_chronology_is_counted_by_month() {
    let days: Vec<String> = (1..=28).map(|day| format!("2020-05-{day:02}")).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    let archive =
        named(vec![telling("2020-06-01", "AFP", &[0], &days, "un"), telling("2021-06-01", "AFP", &[0], &["2021-05"], "")]);
    let chronology = Chronology::of((&archive.0, None), &archive.1, Basis::Told, 10);
    let of_2020 = |entry: &&TimelineEntry| entry.interval.first.year() == 2020;
    let told: usize = chronology.entries.iter().filter(of_2020).map(TimelineEntry::articles).sum();
    assert!(told > 0 && told + chronology.held_back(date("2020-05")) == 28, "{told}");
    assert_eq!((chronology.held_back(date("2020")), chronology.held_back(date("2021"))), (28 - told, 0));
    assert!(Chronology::of((&archive.0, None), &archive.1, Basis::Told, 29).held_back.is_empty());
}

#[test]
fn the_days_that_later_articles_come_back_to_are_the_milestones() {
    let mut articles = Vec::new();
    for day in 1..=20 {
        let (published, yesterday) = (format!("2020-05-{:02}", day + 1), format!("2020-05-{day:02}"));
        let mut told = vec![yesterday.as_str()];
        if day > 5 && day % 2 == 0 {
            told.push("2020-05-03");
        }
        articles.push(telling(&published, "AFP", &[], &told, &published));
    }
    // Much is published on the tenth, of which nobody speaks later.
    articles.extend((0..3).map(|nth| telling("2020-05-10", "AFP", &[], &[], &nth.to_string())));
    let archive = named(articles);
    let all = Interval::between(date("2020").interval(), date("2020").interval());
    let ranked = milestones(&archive.0, &archive.1, Scale::Day, all);
    assert_eq!(ranked[0].date, date("2020-05-03"));
    assert!(ranked.is_sorted_by(|a, b| a.salience >= b.salience) && (ranked[0].salience - 1.0).abs() < 1e-9);
    let within = Interval::between(date("2020-05-04").interval(), date("2020-05-06").interval());
    let days: Vec<_> = milestones(&archive.0, &archive.1, Scale::Day, within).iter().map(|one| one.date.to_string()).collect();
    assert_eq!(days.len(), 3, "{days:?}");
    let months = milestones(&archive.0, &archive.1, Scale::Month, all);
    assert_eq!(months.iter().map(|one| one.date).collect::<Vec<_>>(), [date("2020-05")]);
}

/// An article published on `date` whose only sentence, `body`, tells of `day`.
fn saying(date: &str, day: &str, body: &str) -> Article {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) }];
    Article { body: body.into(), blocks, lang: Lang::En, ..telling(date, "AFP", &[], &[day], "") }
}

#[test]
fn what_shares_an_actor_and_a_day_but_no_rare_words_is_told_apart() {
    let told = |body: &str| Article {
        events: vec![Event { actors: vec![ActorIx(0)], ..event("2020-05-02", "2020-05-02", Precision::Day) }],
        mentions: vec![Mention { span: Span::new(0, 1), actor: ActorIx(0) }],
        ..saying("2020-05-03", "2020-05-02", body)
    };
    let (archive, rows) = named(vec![
        told("On Saturday a Kestrel Quorum poll put her behind Plonvert."),
        told("She telephoned the Vorland consulate about the herring quota."),
        told("The Kestrel Quorum poll of Saturday has her trailing Plonvert."),
    ]);
    let entries = entries((&archive, None), &rows, Basis::Told);
    let mut places: Vec<Vec<u32>> = entries.iter().map(|entry| entry.places().map(|(ix, _)| ix.0).collect()).collect();
    places.sort();
    assert_eq!(places, [vec![0, 2], vec![1]]);
}

#[test]
fn a_day_told_in_words_of_the_archive_goes_before_one_that_is_told_beside_the_matter() {
    let matter = |nth: u32| saying("2020-05-01", "2020-05-01", &format!("The Sarelle reservoir above Valmont, view {nth}."));
    let other = |nth: u32| saying("2020-05-01", "2020-05-01", &format!("Town{nth} has Cook{nth} and Inn{nth}."));
    let mut articles = vec![
        saying("2020-03-01", "2020-01-02", "Figs from Montclair were praised by every cook."),
        saying("2020-03-02", "2020-01-02", "Cooks praised the figs of Montclair."),
        saying("2020-04-01", "2020-02-04", "The Sarelle reservoir broke above Valmont."),
        saying("2020-04-02", "2020-02-04", "The reservoir on the Sarelle broke above Valmont."),
    ];
    articles.extend((0..8).map(matter).chain((0..24).map(other)));
    let archive = named(articles);
    let within = Interval::between(date("2020-01").interval(), date("2020-02").interval());
    let ranked = milestones(&archive.0, &archive.1, Scale::Day, within);
    assert_eq!(ranked.iter().map(|one| one.date).collect::<Vec<_>>(), [date("2020-02-04"), date("2020-01-02")]);
}

#[test]
fn a_day_counts_for_what_it_has_more_than_the_day_before() {
    let mut articles = Vec::new();
    for (day, often) in [("2020-01-10", 4), ("2020-01-11", 2), ("2020-03-10", 2)] {
        articles.extend((0..often).map(|nth| telling("2020-06-01", "AFP", &[], &[day], &format!("{day} {nth}"))));
    }
    let archive = named(articles);
    let within = Interval::between(date("2020-01").interval(), date("2020-03").interval());
    let ranked = milestones(&archive.0, &archive.1, Scale::Day, within);
    let days: Vec<_> = ranked.iter().map(|one| one.date.to_string()).collect();
    assert_eq!(days, ["2020-01-10", "2020-03-10", "2020-01-11"], "what follows a great day is told because of it");
    assert!(ranked.iter().all(|one| (0.0..=1.0).contains(&one.salience)));
}

#[test]
fn a_sentence_that_looks_back_stands_for_its_day_before_one_of_the_day_itself() {
    let words = "The Sarelle dam broke above the town of Valmont.";
    let (archive, rows) = named(vec![saying("2020-05-03", "2020-05-02", words), saying("2020-06-20", "2020-05-02", words)]);
    let day = crate::model::day::number(date("2020-05-02").interval().first);
    let found = day_sentences((&archive, None), &Families::default(), &rows, &BTreeSet::from([day]));
    assert_eq!(found.get(&day).map(|of_day| (of_day.first.article, of_day.second)), Some((ArticleIx(1), None)));
}
