//! Several windows and devices at once: whoever reads the journals in whatever order comes to the same notes, and none is lost.

use liseuse::model::property::Property;
use liseuse::notes::action::Action;
use liseuse::notes::journal::line;
use liseuse::notes::state::Notes;
use proptest::prelude::{Just, ProptestConfig, Strategy as _, any, proptest};
use ulid::Ulid;

use crate::desk::Desk;

const WINDOWS: usize = 3;
const ACTIONS: usize = 1000;

/// Does what is asked for on a mark that exists, or marks something.
fn act(desk: &mut Desk, marks: &mut Vec<Ulid>, (at, what): (usize, u8)) -> Option<Action> {
    let id = marks.get(what as usize * 7 % marks.len().max(1)).copied();
    match (what % 8, id) {
        (0..=2, _) | (_, None) => {
            let id = desk.notes.new_id();
            marks.push(id);
            desk.set(id, vec![crate::desk::passage(&format!("words {at}")), Property::Color(Some("claim".into()))])
        }
        (3, Some(id)) => desk.set(id, vec![Property::Note(format!("note {at}").into())]),
        (4, Some(id)) => desk.set(id, vec![Property::Color(Some(["doubt", "quote"][at % 2].into()))]),
        (5, Some(id)) => desk.set(id, vec![Property::Deleted(at % 3 > 0)]),
        (6, _) => desk.notes.undo(),
        _ => desk.notes.redo(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, ..ProptestConfig::default() })]

    /// Two windows of one device and one of another; the clock of each goes its own way.
    #[test]
    fn windows_and_devices_come_to_the_same_notes(
        deeds in proptest::collection::vec((0..WINDOWS, any::<u8>(), any::<bool>()), ACTIONS),
        order in Just((0..ACTIONS).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let home = tempfile::tempdir().unwrap();
        let mut desks: Vec<Desk> =
            [("laptop", 1), ("laptop", 2), ("desk", 3)].into_iter().map(|(device, salt)| Desk::open(home.path(), device, salt)).collect();
        let (mut marks, mut done) = (Vec::new(), Vec::new());
        for (at, (window, what, looks)) in deeds.into_iter().enumerate() {
            let desk: &mut Desk = &mut desks[window];
            desk.notes.set_clock([2000, 1000, 1500][window] + at as u64);
            if looks {
                desk.look();
            }
            if let Some(action) = act(desk, &mut marks, (at, what)) {
                desk.keep(&action).unwrap();
                done.push(action);
            }
        }
        for desk in &mut desks {
            desk.look();
            assert!(desk.damage.is_empty() && desk.errors.is_empty());
        }
        let mut shuffled = Notes::new("elsewhere", 9);
        for (at, action) in order.iter().filter_map(|at| done.get(*at)).enumerate() {
            let line = line::write(action);
            let line = line.trim_end().as_bytes();
            let told = line::tell(line).unwrap();
            // In the words of the line or in its own, an action says the same.
            if at % 2 == 0 {
                shuffled.take_in(told);
            } else {
                assert_eq!(Action::from(told), line::read(line).unwrap());
                shuffled.apply(action);
            }
        }
        assert!(desks.iter().all(|desk| desk.notes == shuffled));
        let mut read = Vec::new();
        let mut journal = liseuse::notes::journal::Journal::new(Box::new(liseuse::notes::journal::disk::SystemDisk), home.path(), "reader");
        journal.open(&mut |told| read.push(Action::from(told).id));
        let mut ids: Vec<Ulid> = done.iter().map(|action| action.id).collect();
        read.sort();
        ids.sort();
        assert_eq!(read, ids, "no action is lost, and none is there twice");
    }
}
