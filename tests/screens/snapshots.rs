//! Whole screens of the sample archive at three sizes, and of what lies over them.

use insta::assert_snapshot;
use liseuse::app::keys::command::Pane;
use liseuse::config::colors::Tint;
use liseuse::config::theme::{OwnTheme, ThemeChoice, ThemeColor};
use liseuse::ui::theme::{Depth, Ground, Theme};
use ratatui::style::Color;

use crate::room::Room;

#[test]
fn the_room_opens_at_three_sizes() {
    for (cols, rows) in [(80, 24), (120, 40), (200, 60)] {
        assert_snapshot!(format!("opens_{cols}x{rows}"), Room::sample(cols, rows).screen());
    }
}

#[test]
fn every_pane_fills_a_narrow_screen() {
    for (key, pane) in ["1", "2", "3", "4"].into_iter().zip(Pane::ALL) {
        let mut room = Room::sample(80, 24);
        room.press(key);
        assert_snapshot!(format!("narrow_{}", pane.title().to_lowercase()), room.screen());
    }
}

#[test]
fn the_smallest_screen_still_reads() {
    assert_snapshot!("smallest", Room::sample(40, 12).press("<Enter>").screen());
    assert_snapshot!("too_small", Room::sample(39, 11).screen());
}

#[test]
fn overlays_lie_over_the_panes() {
    for (name, keys) in [
        ("help", "?"),
        ("actors", "A"),
        ("months", "M"),
        ("files", "!"),
        ("why_date", "4D"),
        ("palette", "<C-p>time"),
        ("sort", "s"),
    ] {
        assert_snapshot!(format!("overlay_{name}"), Room::sample(120, 40).press(keys).screen());
    }
}

#[test]
fn the_filter_marks_what_matches() {
    assert_snapshot!("filter_typed", Room::sample(120, 40).press("fkazimi trump").screen());
    assert_snapshot!("filter_chips", Room::sample(120, 40).press("Akhazali<Enter>").screen());
    assert_snapshot!("filter_nothing", Room::sample(80, 24).press("fzzzzzz").screen());
}

#[test]
fn the_timeline_zooms() {
    for (name, keys) in [("years", "3-"), ("months", "3"), ("days", "3+"), ("published", "3t")] {
        assert_snapshot!(format!("timeline_{name}"), Room::sample(120, 40).press(keys).screen());
    }
}

#[test]
fn styles_tell_what_is_what() {
    let themes =
        [("ansi", Depth::Ansi, Ground::Dark), ("colourless", Depth::None, Ground::Dark), ("light", Depth::True, Ground::Light)];
    for (name, depth, ground) in themes {
        let mut room = Room::sample(80, 24).themed(Theme::new(depth, ground));
        room.press("4ka2/etats-unis<Enter>");
        assert_snapshot!(format!("styles_{name}"), room.styles());
    }
}

#[test]
fn a_theme_of_the_readers_own_covers_the_whole_screen_also_under_a_page() {
    let color = |code: [u8; 3]| Some(ThemeColor(Tint::Rgb(code[0], code[1], code[2])));
    let sepia = OwnTheme { background: color([0xf4, 0xec, 0xd8]), text: color([0x3b, 0x2f, 0x1e]), ..OwnTheme::default() };
    let themed = |depth| Room::sample(80, 24).themed(Theme::of(ThemeChoice::Own(sepia), depth, Ground::Unknown));
    for keys in ["", "?", "A"] {
        let mut room = themed(Depth::True);
        let bare =
            room.press(keys).draw().content.iter().filter(|cell| cell.bg == Color::Reset || cell.fg == Color::Reset).count();
        assert_eq!(bare, 0, "after {keys:?}");
    }
    // Of sixteen colours none is sepia: the ground stays the terminal's.
    assert!(themed(Depth::Ansi).draw().content.iter().all(|cell| cell.bg == Color::Reset || cell.fg == Color::Black));
}

#[test]
fn colours_are_picked_while_the_room_is_open() {
    let colored = |room: &mut Room, color: Color| room.draw().content.iter().any(|cell| cell.fg == color);
    let mut room = Room::sample(80, 24).themed(Theme::new(Depth::True, Ground::Dark));
    let sky_blue = Color::Rgb(0x56, 0xb4, 0xe9);
    assert!(!colored(&mut room, sky_blue));
    room.press("gTcolorblind-dark<Enter>");
    assert!(colored(&mut room, sky_blue) && room.screen().contains("colorblind-dark"), "{}", room.screen());
    room.press("gTconfig<Enter>");
    assert!(!colored(&mut room, sky_blue));
}

#[test]
fn wide_and_right_to_left_text_stays_in_its_cells() {
    let mut room = Room::of("wide", 80, 24);
    assert_snapshot!("wide_list", room.screen());
    assert_snapshot!("wide_reader", room.press("<Enter>").screen());
}
