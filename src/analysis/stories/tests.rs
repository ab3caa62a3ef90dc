//! Stories among reports that look alike.

use super::Stories;
use crate::analysis::families::Families;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, Block, BlockKind, HeadlineOrigin};
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
use crate::text::span::Span;

fn article(number: u8, (day, title, body): (&str, &str, &str)) -> Article {
    let date = PublicationDate::On(PartialDate::parse(day).unwrap());
    Article {
        title: title.into(),
        headline: HeadlineOrigin::Metadata,
        body: body.into(),
        blocks: vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) }],
        sha256: [number; 32],
        published: Publication { date, provenance: Provenance::Metadata, evidence: Vec::new() },
        ..Article::default()
    }
}

/// The stories of `reports`, by their numbers.
fn told(reports: &[(&str, &str, &str)]) -> Vec<Vec<u32>> {
    let mut archive = Archive::default();
    archive.append_articles((0..).zip(reports).map(|(number, report)| article(number, *report)));
    let stories = Stories::of(&archive, &Families::of(&archive));
    assert!((0..archive.len()).all(|at| stories.story_of(ArticleIx(u32::try_from(at).unwrap())).is_some()));
    stories.all().iter().map(|story| story.articles.iter().map(|ix| ix.0).collect()).collect()
}

const SAWMILL: [(&str, &str, &str); 3] = [
    (
        "2021-03-02",
        "Fire guts Orrick sawmill",
        "A fire destroyed the Orrick sawmill in Belford overnight, and the foreman Carl Hemsby was treated for burns.",
    ),
    (
        "2021-03-03",
        "Orrick sawmill burns down",
        "Firefighters from Belford spent the night at the Orrick sawmill; Carl Hemsby, its foreman, is in hospital with burns.",
    ),
    (
        "2021-03-29",
        "Foreman of Orrick sawmill goes home",
        "Carl Hemsby left the hospital weeks after the fire that destroyed the Orrick sawmill in Belford; his burns have healed.",
    ),
];
const BAKERY: [(&str, &str, &str); 2] = [
    (
        "2021-03-02",
        "Fire guts bakery",
        "A fire destroyed the Lindqvist bakery in Stanmoor overnight, and an apprentice, Rosa Villen, was treated for smoke.",
    ),
    (
        "2021-03-04",
        "Stanmoor bakery lost to fire",
        "The Lindqvist bakery in Stanmoor burned down; Rosa Villen, an apprentice, had breathed smoke and was kept for a night.",
    ),
];

#[test]
fn reports_that_look_alike_are_told_apart_by_their_names() {
    let [one, two, _] = SAWMILL;
    let [three, four] = BAKERY;
    assert_eq!(told(&[one, three, two, four]), [vec![0, 2], vec![1, 3]]);
}

#[test]
fn weeks_later_shared_names_make_one_story() {
    let [one, two, three] = SAWMILL;
    let [four, five] = BAKERY;
    let later =
        ("2021-03-30", "Fire drill at the port", "Firefighters trained at the harbour of Kingsby for a night; nobody was hurt.");
    assert_eq!(told(&[one, two, four, five, three, later]), [vec![0, 1, 4], vec![2, 3], vec![5]]);
}

#[test]
fn the_order_of_files_does_not_tell() {
    let [one, two, three] = SAWMILL;
    let [four, five] = BAKERY;
    let sizes = |reports: &[(&str, &str, &str)]| told(reports).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(sizes(&[three, five, one, four, two]), sizes(&[one, two, three, four, five]));
}

#[test]
fn two_sentences_on_one_event_are_one_story_though_they_share_a_small_part_of_their_words() {
    let filler =
        ["Kingsby counts its herons", "Tollen opens a chess club", "Marrow prices fall in Eastry", "A new bell for Saint Osric"];
    let mut reports = vec![
        ("2021-03-02", "", "The trawler Merrow sank off Cape Dunnet in a gale before dawn and its crew of nine swam ashore."),
        (
            "2021-03-02",
            "",
            "Nine sailors are safe after the trawler Merrow went down near Dunnet, the coastguard told a local radio.",
        ),
        ("2021-03-02", "", "The ferry Alder ran aground off Kilmory in a gale before dawn and its crew of six waited for tugs."),
    ];
    reports.extend(filler.iter().cycle().take(40).map(|title| ("2021-03-02", *title, "")));
    let stories = told(&reports);
    assert!(stories.contains(&vec![0, 1]) && stories.contains(&vec![2]), "{stories:?}");
}
