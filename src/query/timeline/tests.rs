use super::{Basis, Scale, entries, group};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Article;
use crate::model::date::{Interval, PartialDate, Precision, Publication, PublicationDate};
use crate::model::event::Event;
use crate::text::span::Span;

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

fn event(from: &str, to: &str, precision: Precision) -> Event {
    let interval = Interval::between(date(from).interval(), date(to).interval());
    Event { interval, precision, timex: Span::new(0, 1), sentence: Span::new(0, 9), actors: Vec::new(), salience: 0.5 }
}

fn archive(articles: Vec<Article>) -> (Archive, Vec<ArticleIx>) {
    let mut archive = Archive::default();
    archive.append_articles(articles);
    let rows = archive.iter().map(|(ix, _)| ix).collect();
    (archive, rows)
}

fn told(events: Vec<Event>) -> (Archive, Vec<ArticleIx>) {
    archive(vec![Article { events, ..Article::default() }])
}

fn labels(archive: &(Archive, Vec<ArticleIx>), basis: Basis, scale: Scale) -> Vec<(String, usize)> {
    let entries = entries(&archive.0, &archive.1, basis);
    group(&entries, scale).into_iter().map(|group| (group.date.to_string(), group.entries.len())).collect()
}

fn pairs(labels: &[(String, usize)]) -> Vec<(&str, usize)> {
    labels.iter().map(|(date, entries)| (date.as_str(), *entries)).collect()
}

#[test]
fn a_group_is_never_finer_than_what_is_known() {
    let archive = told(vec![
        event("2020-05-02", "2020-05-02", Precision::Day),
        event("2020-05", "2020-05", Precision::Month),
        event("2020", "2020", Precision::Year),
        event("2020-05-02", "2020-05-02", Precision::Day),
        event("2020-07", "2020-09", Precision::Season),
    ]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Day)), [("2020", 2), ("2020-05", 1), ("2020-05-02", 2)]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Month)), [("2020", 2), ("2020-05", 3)]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Year)), [("2020", 5)]);
}

#[test]
fn long_intervals_stand_at_their_first_day() {
    let archive = told(vec![event("2020-08-30", "2020-09-05", Precision::Week), event("1980", "1989", Precision::Decade)]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Day)), [("1980", 1), ("2020-08-30", 1)]);
    assert_eq!(pairs(&labels(&archive, Basis::Told, Scale::Month)), [("1980", 1), ("2020-08", 1)]);
}

#[test]
fn groups_cover_all_entries_once_in_order() {
    let archive = told(vec![
        event("2021-01-01", "2021-01-01", Precision::Day),
        event("2019-12", "2019-12", Precision::Month),
        event("2020", "2020", Precision::Year),
    ]);
    let entries = entries(&archive.0, &archive.1, Basis::Told);
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
    assert_eq!(pairs(&labels(&archive, Basis::Published, Scale::Day)), [("2020-05", 1), ("2020-07-22", 1), ("2020-08", 1)]);
    let entries = entries(&archive.0, &archive.1, Basis::Published);
    assert!(entries.iter().all(|entry| entry.timex.is_none()));
    assert_eq!(entries.first().map(|entry| entry.article), Some(ArticleIx(1)));
}
