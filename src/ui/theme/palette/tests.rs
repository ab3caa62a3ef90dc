//! Contrast: every colour of every theme can be read on the grounds it is for.

use ratatui::style::Color;

use super::{Palette, ansi_mark, luminance};
use crate::config::colors::Tint;
use crate::config::theme::ColorScheme;
use crate::ui::theme::depth::{Depth, Ground};

/// The least contrast of text with its ground (WCAG 2.2, 1.4.3), and that of the themes of high contrast (1.4.6).
const LEAST: f64 = 4.5;
const HIGH: f64 = 7.0;

const SCHEMES: [ColorScheme; 3] = [ColorScheme::Standard, ColorScheme::Contrast, ColorScheme::ColorBlind];

/// The sixteen colours as terminals have them unless told, in the order of their numbers: VGA's, xterm's (`XTerm-col.ad`), those of the
/// Windows console (Campbell), of GNOME (Tango) and of Apple's Terminal.
const PALETTES: [[u32; 16]; 5] = [
    [
        0x00_00_00, 0xaa_00_00, 0x00_aa_00, 0xaa_55_00, 0x00_00_aa, 0xaa_00_aa, 0x00_aa_aa, 0xaa_aa_aa, 0x55_55_55, 0xff_55_55,
        0x55_ff_55, 0xff_ff_55, 0x55_55_ff, 0xff_55_ff, 0x55_ff_ff, 0xff_ff_ff,
    ],
    [
        0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd, 0xe5_e5_e5, 0x7f_7f_7f, 0xff_00_00,
        0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff, 0x00_ff_ff, 0xff_ff_ff,
    ],
    [
        0x0c_0c_0c, 0xc5_0f_1f, 0x13_a1_0e, 0xc1_9c_00, 0x00_37_da, 0x88_17_98, 0x3a_96_dd, 0xcc_cc_cc, 0x76_76_76, 0xe7_48_56,
        0x16_c6_0c, 0xf9_f1_a5, 0x3b_78_ff, 0xb4_00_9e, 0x61_d6_d6, 0xf2_f2_f2,
    ],
    [
        0x2e_34_36, 0xcc_00_00, 0x4e_9a_06, 0xc4_a0_00, 0x34_65_a4, 0x75_50_7b, 0x06_98_9a, 0xd3_d7_cf, 0x55_57_53, 0xef_29_29,
        0x8a_e2_34, 0xfc_e9_4f, 0x72_9f_cf, 0xad_7f_a8, 0x34_e2_e2, 0xee_ee_ec,
    ],
    [
        0x00_00_00, 0x99_00_00, 0x00_a6_00, 0x99_99_00, 0x00_00_b2, 0xb2_00_b2, 0x00_a6_b2, 0xbf_bf_bf, 0x66_66_66, 0xe5_00_00,
        0x00_d9_00, 0xe5_e5_00, 0x00_00_ff, 0xe5_00_e5, 0x00_e5_e5, 0xe5_e5_e5,
    ],
];

/// The number of a colour of sixteen.
fn number(color: Color) -> usize {
    use Color::{
        Black, Blue, Cyan, DarkGray, Gray, Green, LightBlue, LightCyan, LightGreen, LightMagenta, LightRed, LightYellow,
    };
    use Color::{Magenta, Red, White, Yellow};
    let order = [
        Black,
        Red,
        Green,
        Yellow,
        Blue,
        Magenta,
        Cyan,
        Gray,
        DarkGray,
        LightRed,
        LightGreen,
        LightYellow,
        LightBlue,
        LightMagenta,
        LightCyan,
        White,
    ];
    order.iter().position(|one| *one == color).unwrap_or_else(|| panic!("{color:?} is none of the sixteen"))
}

fn contrast(one: u32, other: u32) -> f64 {
    let of = |code: u32| {
        let [_, red, green, blue] = code.to_be_bytes();
        luminance((red, green, blue))
    };
    let (one, other) = (of(one), of(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn code(color: Color) -> u32 {
    let Color::Rgb(red, green, blue) = color else { panic!("{color:?} is no colour of 24 bits") };
    u32::from_be_bytes([0, red, green, blue])
}

fn roles(palette: &Palette) -> Vec<Color> {
    [palette.dim, palette.accent, palette.date, palette.actor, palette.error].into_iter().flatten().collect()
}

#[test]
fn every_colour_can_be_read_on_common_grounds_and_on_the_row_of_the_cursor() {
    let dark = [0x00_00_00, 0x1a_1b_26, 0x2d_2d_2d];
    let light = [0xff_ff_ff, 0xfd_f6_e3, 0xee_ee_ee];
    for scheme in SCHEMES {
        let least = if scheme == ColorScheme::Contrast { HIGH } else { LEAST };
        for (ground, grounds) in [(Ground::Dark, dark), (Ground::Light, light)] {
            let palette = Palette::built_in(scheme, Depth::True, ground);
            assert_eq!(roles(&palette).len(), 5);
            for color in roles(&palette) {
                for under in grounds.into_iter().chain(palette.row.map(code)) {
                    let reached = contrast(code(color), under);
                    assert!(reached >= least, "{scheme:?} {ground:?}: {color:?} on {under:06x} has {reached:.2}");
                }
            }
            let (fore, back) = palette.hit.unwrap();
            assert!(contrast(code(fore), code(back)) >= least, "{scheme:?} {ground:?}: a hit");
        }
    }
}

#[test]
fn where_the_ground_is_unknown_every_colour_can_be_read_on_black_and_on_white() {
    for scheme in SCHEMES {
        let palette = Palette::built_in(scheme, Depth::True, Ground::Unknown);
        assert!(palette.hit.is_none() && palette.row.is_none(), "rows and hits are reversed");
        for (color, under) in roles(&palette).into_iter().flat_map(|color| [(color, 0), (color, 0xff_ff_ff)]) {
            let reached = contrast(code(color), under);
            assert!(reached >= LEAST, "{color:?} on {under:06x} has {reached:.2}");
        }
    }
}

#[test]
fn of_sixteen_colours_those_are_taken_that_can_be_read_in_every_common_palette() {
    for sixteen in PALETTES {
        let look = |color: Color| sixteen[number(color)];
        for (ground, under) in [(Ground::Dark, look(Color::Black)), (Ground::Light, 0xff_ff_ff)] {
            let palette = Palette::built_in(ColorScheme::Standard, Depth::Ansi, ground);
            for color in roles(&palette) {
                let reached = contrast(look(color), under);
                assert!(reached >= LEAST, "{ground:?}: {color:?} on {under:06x} has {reached:.2}");
            }
        }
        let tints = [Tint::Yellow, Tint::Green, Tint::Blue, Tint::Magenta, Tint::Red, Tint::Cyan, Tint::Gray];
        for (fore, back) in tints.map(ansi_mark).into_iter().chain([(Color::Black, Color::LightYellow)]) {
            let reached = contrast(look(fore), look(back));
            assert!(reached >= LEAST, "{fore:?} on {back:?} has {reached:.2}");
        }
    }
    assert_eq!(Palette::built_in(ColorScheme::Standard, Depth::Ansi, Ground::Unknown), Palette::default());
}
