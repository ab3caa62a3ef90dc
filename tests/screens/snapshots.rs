//! Whole screens of the sample archive at three sizes, and of what lies over them.

use insta::assert_snapshot;
use liseuse::app::keys::command::Pane;
use liseuse::ui::theme::{Depth, Ground, Theme};

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
fn wide_and_right_to_left_text_stays_in_its_cells() {
    let mut room = Room::of("wide", 80, 24);
    assert_snapshot!("wide_list", room.screen());
    assert_snapshot!("wide_reader", room.press("<Enter>").screen());
}
