//! The list itself: that it reads, and that its identifiers, spellings and descriptions keep their rules.

use std::collections::{BTreeMap, BTreeSet};

use super::{BUILTIN, Gazetteer};
use crate::analysis::actors::asset::Asset;
use crate::analysis::actors::words::Letters;
use crate::model::actor::ActorKind;

#[test]
fn the_list_keeps_its_rules() {
    let asset = Asset::parse(BUILTIN).unwrap();
    let ids: BTreeSet<&str> = asset.actors.iter().map(|entry| &*entry.id).collect();
    assert_eq!(ids.len(), asset.actors.len(), "an id stands twice");
    assert!(asset.actors.len() >= 200);
    assert!(asset.actors.iter().filter(|entry| entry.kind == ActorKind::State).count() >= 60);
    for entry in &asset.actors {
        assert!(entry.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", entry.id);
        assert!(!entry.name.trim().is_empty() && !entry.description.trim().is_empty(), "{}", entry.id);
        assert!(entry.description.split_whitespace().count() <= 12, "{}", entry.id);
    }
}

#[test]
fn no_spelling_names_two_actors() {
    let (asset, letters) = (Asset::parse(BUILTIN).unwrap(), Letters::new());
    let mut owners: BTreeMap<Vec<Vec<u8>>, &str> = BTreeMap::new();
    for entry in &asset.actors {
        for spelling in entry.spellings.iter().chain([&entry.name]) {
            let key: Vec<Vec<u8>> = letters.split(spelling).into_iter().map(|(_, word)| word).collect();
            assert!(!key.is_empty(), "{}: {spelling}", entry.id);
            let owner = owners.entry(key).or_insert(&entry.id);
            assert_eq!(*owner, &*entry.id, "{spelling}");
        }
    }
}

#[test]
fn a_gazetteer_can_be_shared_by_workers() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Gazetteer::builtin());
}
