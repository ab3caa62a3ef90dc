use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use super::{Comparison, PassageFate, WordFate};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, Block, BlockKind};
use crate::text::span::Span;

fn article(paragraphs: &[&str]) -> Article {
    let (mut body, mut blocks) = (String::new(), Vec::new());
    for paragraph in paragraphs {
        let start = body.len();
        body.push_str(paragraph);
        blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, body.len()) });
        body.push_str("\n\n");
    }
    Article { body: body.into(), blocks, ..Article::default() }
}

fn compared(left: &[&str], right: &[&str]) -> (Comparison, Archive) {
    let mut archive = Archive::default();
    archive.append_articles([article(left), article(right)]);
    let comparison = Comparison::of(archive.get(ArticleIx(0)).unwrap(), archive.get(ArticleIx(1)).unwrap());
    (comparison, archive)
}

fn fates(comparison: &Comparison) -> Vec<PassageFate> {
    comparison.passages.iter().map(|passage| passage.fate).collect()
}

const BRIDGE: &str = "The bridge over the Lorme was closed on Tuesday after a block fell on the left bank.";
const CLOSED: &str = "It will stay closed for three weeks, the prefect said, and nobody was hurt by the fall.";
const DETOUR: &str = "Some twelve thousand cars a day are sent over the viaduct of Marlenne instead.";
const MAYOR: &str = "The mayor has asked for an inquiry and says that he had warned the town in summer.";

#[test]
fn words_that_changed_are_told_and_the_rest_is_kept() {
    let (found, archive) = compared(&[BRIDGE, CLOSED], &[BRIDGE, &CLOSED.replace("three", "five")]);
    assert_eq!(fates(&found), [PassageFate::Same, PassageFate::Changed]);
    let body = |ix| archive.get(ArticleIx(ix)).unwrap().body();
    let runs: Vec<_> = found.passages[1]
        .runs
        .iter()
        .filter(|run| run.fate != WordFate::Kept)
        .map(|run| (run.fate, run.left.of(body(0)), run.right.of(body(1))))
        .collect();
    assert_eq!(runs, [(WordFate::Cut, "three", ""), (WordFate::Added, "", "five")]);
    assert_eq!((found.words.cut, found.words.added, found.words.moved), (1, 1, 0));
}

#[test]
fn what_moved_is_seen_as_moved_what_went_and_came_as_cut_and_added() {
    use PassageFate::{Added, Cut, Moved, Same};
    let (found, _) =
        compared(&[BRIDGE, CLOSED, DETOUR, MAYOR], &[DETOUR, BRIDGE, CLOSED, "Two ferries will run from Monday on."]);
    assert_eq!(fates(&found), [Moved, Same, Same, Cut, Added]);
    assert_eq!(found.passages[0].numbers, (3, 1));
    assert_eq!(found.words.moved, 14);
    let (found, _) = compared(&[BRIDGE], &[]);
    assert_eq!(fates(&found), [Cut]);
    assert!(compared(&[], &[]).0.passages.is_empty());
}

#[test]
fn a_paragraph_cut_in_two_is_paired_with_both() {
    let whole = format!("{BRIDGE} {CLOSED}");
    assert_eq!(fates(&compared(&[&whole, MAYOR], &[BRIDGE, CLOSED, MAYOR]).0), [PassageFate::Same, PassageFate::Same]);
    assert_eq!(fates(&compared(&[BRIDGE, CLOSED, MAYOR], &[&whole, MAYOR]).0), [PassageFate::Same, PassageFate::Same]);
}

#[test]
fn a_sentence_that_came_into_another_passage_is_neither_cut_nor_added() {
    let (found, archive) =
        compared(&[&format!("{BRIDGE} {MAYOR}"), DETOUR], &[BRIDGE, &format!("{DETOUR} {CLOSED} {CLOSED} {MAYOR}")]);
    assert_eq!((found.words.cut, found.words.moved), (0, 17));
    let body = archive.get(ArticleIx(0)).unwrap().body();
    let moved = found.passages.iter().flat_map(|passage| &passage.runs).find(|run| run.fate == WordFate::Moved).unwrap();
    assert_eq!(moved.left.of(body), MAYOR.trim_end_matches('.'));
    assert!(moved.right.is_empty(), "it is told in the passage of either side");
}

#[test]
fn texts_without_paragraphs_are_compared_by_sentences() {
    let long: Vec<String> =
        (0..60).map(|at| format!("Sentence {at} tells of the ferry, the wharf number {at} and mast {at}.")).collect();
    let mut moved = long.clone();
    let last = moved.pop().unwrap();
    moved.insert(0, last);
    let (found, _) = compared(&[&long.join(" ")], &[&moved.join(" ")]);
    assert_eq!(found.passages.iter().filter(|passage| passage.fate == PassageFate::Moved).count(), 1);
    assert_eq!((found.words.cut, found.words.added), (0, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_both_stands_in_one_run(left in "([a-d]{1,3}[ .]){0,60}(\n\n)?([a-d]{1,3} ){0,20}", right in "([a-d]{1,3}[ .]){0,60}") {
        let split = |text: &str| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
        let (left, right) = (split(&left), split(&right));
        let of = |text: &[String]| text.iter().map(|text| text.split([' ', '.']).filter(|word| !word.is_empty()).count()).sum::<usize>();
        let (lefts, rights): (Vec<&str>, Vec<&str>) = (left.iter().map(String::as_str).collect(), right.iter().map(String::as_str).collect());
        let found = compared(&lefts, &rights).0;
        prop_assert_eq!((found.words.kept + found.words.cut) as usize, of(&left));
        prop_assert_eq!((found.words.kept + found.words.added) as usize, of(&right));
        let mut spans: Vec<Span> = found.passages.iter().map(|passage| passage.right).filter(|span| !span.is_empty()).collect();
        prop_assert!(spans.is_sorted());
        spans.dedup();
        prop_assert_eq!(spans.len(), found.passages.iter().filter(|passage| passage.numbers.1 > 0).count());
    }
}
