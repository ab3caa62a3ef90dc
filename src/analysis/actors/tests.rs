//! The list itself: that it reads, and that its identifiers, spellings, terms and descriptions keep their rules.

use std::collections::{BTreeMap, BTreeSet};

use super::Gazetteer;
use crate::analysis::actors::asset::{Asset, NameWords};
use crate::analysis::actors::words::Letters;
use crate::model::actor::{ActorKind, Office};

#[test]
fn the_list_keeps_its_rules() {
    let asset = Asset::builtin();
    let ids: BTreeSet<&str> = asset.actors.iter().map(|entry| &*entry.id).collect();
    assert_eq!(ids.len(), asset.actors.len(), "an id stands twice");
    for entry in &asset.actors {
        assert!(entry.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", entry.id);
        assert!([&entry.name, &entry.description, &entry.source].iter().all(|text| !text.trim().is_empty()), "{}", entry.id);
        assert!(entry.description.split_whitespace().count() <= 12, "{}", entry.id);
        assert!(entry.kind == ActorKind::Person || entry.offices.is_empty(), "{}: only persons hold offices", entry.id);
        let places = matches!(entry.kind, ActorKind::State | ActorKind::Institution | ActorKind::Alliance);
        assert!(places || entry.metonyms.is_empty(), "{}: no place stands for it", entry.id);
    }
}

#[test]
fn the_words_are_packed_as_they_are_written() {
    let words: NameWords = serde_json::from_str(include_str!("../../../assets/actors/words.json")).unwrap();
    assert_eq!(Asset::builtin().words, words);
}

#[test]
fn terms_are_in_order_and_end_after_they_begin() {
    for entry in Asset::builtin().actors {
        let offices: Vec<Office> = entry.offices.into_iter().map(Office::from).collect();
        for office in &offices {
            assert!(!office.title.trim().is_empty(), "{}", entry.id);
            let ordered = office.from.zip(office.to).is_none_or(|(from, to)| from.interval().first <= to.interval().last);
            assert!(ordered, "{}: {office}", entry.id);
        }
        let begins: Vec<_> = offices.iter().filter_map(|office| office.from).collect();
        assert!(begins.is_sorted(), "{}: offices in order of their beginning", entry.id);
    }
}

/// Short forms may be shared: whom they mean is told by the full name that stands in the article. An abbreviation may be told
/// from another by its hyphen.
#[test]
fn no_spelling_names_two_actors() {
    let (asset, letters) = (Asset::builtin(), Letters::new());
    let mut owners: BTreeMap<(Vec<Vec<u8>>, bool), &str> = BTreeMap::new();
    for entry in &asset.actors {
        let full = entry.spellings.iter().chain([&entry.name]).map(|text| (text, false));
        let full = full.chain(entry.abbreviations.iter().map(|text| (text, text.contains('-'))));
        for (spelling, hyphen) in full.chain(entry.metonyms.iter().map(|text| (text, false))) {
            let key: Vec<Vec<u8>> = letters.split(spelling).into_iter().map(|(_, word)| word).collect();
            assert!(!key.is_empty(), "{}: {spelling}", entry.id);
            let owner = owners.entry((key, hyphen)).or_insert(&entry.id);
            assert_eq!(*owner, &*entry.id, "{spelling}");
        }
    }
}

#[test]
fn words_are_folded() {
    let (words, letters) = (Asset::builtin().words, Letters::new());
    let lists = [
        words.given_names_and_words,
        words.names_of_people,
        words.abbreviations_that_are_words,
        words.before_a_surname,
        words.before_a_metonym,
        words.between_metonym_and_verb,
        words.verbs_of_a_metonym,
    ];
    for word in lists.into_iter().flatten() {
        let folded: Vec<u8> = letters.split(&word).into_iter().flat_map(|(_, letters)| letters).collect();
        assert_eq!(word.as_bytes(), folded, "{word}");
    }
}

#[test]
fn a_gazetteer_can_be_shared_by_workers() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Gazetteer::builtin());
}
