//! Any run of keys and sizes: nothing panics, cursors stay in their lists, and Escape leads back to the list.

use crossterm::event::{MouseButton, MouseEventKind};
use liseuse::app::keys::command::{COMMANDS, Pane};
use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;

use crate::room::Room;

#[derive(Clone, Debug)]
enum Act {
    Keys(&'static str),
    Text(char),
    Resize(u16, u16),
    Click(u16, u16),
    Mouse(MouseEventKind, u16, u16),
}

fn act() -> impl Strategy<Value = Act> {
    let leaving = ["quit", "leave", "suspend"];
    let bound = COMMANDS.iter().filter(|spec| !leaving.contains(&spec.name)).flat_map(|spec| spec.keys).copied();
    let keys: Vec<&'static str> = bound.chain(["<Enter>", "<BS>", "<C-u>", "<Left>"]).collect();
    let button = MouseButton::Left;
    let brush = vec![MouseEventKind::Down(button), MouseEventKind::Drag(button), MouseEventKind::Up(button)];
    prop_oneof![
        6 => select(keys).prop_map(Act::Keys),
        2 => any::<char>().prop_map(Act::Text),
        1 => (1..220u16, 1..70u16).prop_map(|(cols, rows)| Act::Resize(cols, rows)),
        1 => (0..220u16, 0..70u16).prop_map(|(column, row)| Act::Click(column, row)),
        1 => (select(brush), 0..40u16, 2..8u16).prop_map(|(kind, column, row)| Act::Mouse(kind, column, row)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_run_of_keys_breaks_the_room(acts in proptest::collection::vec(act(), 1..40)) {
        let mut room = Room::sample(120, 40);
        for act in acts {
            match act {
                Act::Keys(keys) => {
                    room.press(keys);
                },
                Act::Text(c) => room.type_character(c),
                Act::Resize(cols, rows) => {
                    room.resize(cols, rows);
                },
                Act::Click(column, row) => {
                    room.click(column, row);
                },
                Act::Mouse(kind, column, row) => {
                    room.mouse(kind, column, row);
                },
            }
            room.draw();
            for (pane, at) in [(Pane::Articles, room.state.articles.at), (Pane::Actors, room.state.actors.cursor.at)] {
                assert!(at == 0 || at < room.state.len_of(pane), "{pane:?}");
            }
        }
        // Too small a screen takes no keys but those that leave.
        room.resize(120, 40);
        room.press("<Esc><Esc><Esc><Esc><Esc>").press("1").press("<Esc><Esc><Esc><Esc>").press("<Esc><Esc><Esc><Esc>");
        assert_eq!(room.state.focus, Pane::Articles);
        assert!(room.state.overlay.is_none() && room.state.prompt.is_none() && room.state.input.pending.is_empty());
    }
}
