//! The list itself: that it reads, and that its identifiers, spellings, terms and descriptions keep their rules.

use std::collections::{BTreeMap, BTreeSet};

use super::Gazetteer;
use crate::analysis::actors::asset::{Asset, NameWords};
use crate::analysis::actors::words::Letters;
use crate::model::actor::{ActorKind, Office};

/// The time is linear: compared with each other, so many would take minutes.
#[test]
fn ten_thousand_actors_of_ones_own_are_known() {
    use std::fmt::Write as _;
    let mut text = String::from("hide = [\"united-states\"]\n");
    for at in 0..10_000 {
        let _ = write!(
            text,
            "[[actor]]\nid = \"own-{at}\"\nname = \"Jean Zorglub{at}\"\nkind = \"person\"\nspellings = [\"Z. Orglub{at}\", \"Partagé\"]\n"
        );
    }
    let _ = write!(text, "[[merge]]\nfrom = \"own-1\"\ninto = \"own-2\"\n[[correct]]\nid = \"own-3\"\nadd = [\"Z. Orglub4\"]\n");
    let gazetteer = Gazetteer::with_corrections(&text).unwrap();
    let spellings = |id: &str| gazetteer.table().by_id(id).map(|ix| gazetteer.table().get(ix).unwrap().spellings.clone());
    let has = |id: &str, spelling: &str| spellings(id).is_some_and(|known| known.iter().any(|known| **known == *spelling));
    assert!(spellings("own-1").is_none() && has("own-2", "Z. Orglub1") && has("own-2", "Jean Zorglub1"));
    assert!(has("own-3", "Z. Orglub4") && !has("own-4", "Z. Orglub4"), "one spelling is one actor's");
    assert!(has("own-9999", "Partagé") && !has("own-9998", "Partagé"), "the last to ask for it has it");
    assert!(gazetteer.table().by_id("united-states").is_none());
}

#[test]
fn names_of_ones_own_command_no_terminal() {
    let text =
        "[[actor]]\nid = \"own\"\nname = \"Jean\\u001b[31m Zorglub\\u202e\"\nkind = \"person\"\ndescription = \"\\u009b2J\"\n";
    let gazetteer = Gazetteer::with_corrections(text).unwrap();
    let actor = gazetteer.table().get(gazetteer.table().by_id("own").unwrap()).unwrap();
    assert_eq!((&*actor.name, &*actor.description), ("Jean�[31m Zorglub", "�2J"));
}

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
