//! The colours of the themes: for each scheme a dark and a light form in 24 bits, the sixteen of ANSI, and what can be read on any ground.

use ratatui::style::Color;

use crate::config::colors::Tint;
use crate::config::theme::{ColorScheme, OwnTheme, ThemeColor};
use crate::ui::theme::depth::{Depth, Ground};

/// The colours of a theme; `None` leaves the terminal's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Palette {
    pub text: Option<Color>,
    pub background: Option<Color>,
    pub dim: Option<Color>,
    pub accent: Option<Color>,
    pub date: Option<Color>,
    pub actor: Option<Color>,
    pub error: Option<Color>,
    /// Text and ground of a hit.
    pub hit: Option<(Color, Color)>,
    /// The ground of the row of the cursor; without one the row is reversed, which every terminal can.
    pub row: Option<Color>,
}

/// A colour by its red, green and blue.
const fn rgb(code: u32) -> Color {
    let [_, red, green, blue] = code.to_be_bytes();
    Color::Rgb(red, green, blue)
}

impl Palette {
    /// The colours of a scheme that comes with the program, for a terminal.
    pub fn built_in(scheme: ColorScheme, depth: Depth, ground: Ground) -> Self {
        match (depth, ground) {
            (Depth::None, _) => Self::default(),
            (Depth::Ansi, _) => Self::ansi(ground),
            (Depth::True, Ground::Unknown) => Self::on_any_ground(),
            (Depth::True, Ground::Dark) => Self::dark(scheme),
            (Depth::True, Ground::Light) => Self::light(scheme),
        }
    }

    /// The colours of a theme of the reader's own, for a ground that is dark or light.
    pub fn own(theme: &OwnTheme, depth: Depth, ground: Ground) -> Self {
        let base = Self::built_in(ColorScheme::Standard, depth, ground);
        let read = |color: ThemeColor| match depth {
            Depth::None => None,
            Depth::Ansi => Some(ansi_of(color.0)),
            Depth::True => Some(rgb_of(color.0)).map(|(red, green, blue)| Color::Rgb(red, green, blue)),
        };
        let told = |color: Option<ThemeColor>, base: Option<Color>| color.and_then(read).or(base);
        // A ground of sixteen colours would seldom be the one that was meant, and text might not be seen on it.
        let painted = |color: Option<ThemeColor>| color.filter(|_| depth == Depth::True).and_then(read);
        let accent = told(theme.accent, base.accent);
        Self {
            text: painted(theme.text),
            background: painted(theme.background),
            dim: told(theme.dim, base.dim),
            accent,
            date: told(theme.date, base.date),
            actor: told(theme.actor, base.actor),
            error: told(theme.error, base.error),
            hit: base.hit.map(|(fore, back)| match (painted(theme.background), theme.accent.and(accent)) {
                (ground, Some(accent)) => (ground.unwrap_or(fore), accent),
                _ => (fore, back),
            }),
            row: told(theme.row, base.row).filter(|_| base.row.is_some()),
        }
    }

    fn dark(scheme: ColorScheme) -> Self {
        let [dim, accent, date, actor, error] = match scheme {
            ColorScheme::Standard => [0xa2_a7_b0, 0xe0_af_68, 0x7d_cf_ff, 0x9e_ce_6a, 0xff_8f_a3],
            ColorScheme::Contrast => [0xd6_d9_de, 0xff_d7_5f, 0xa8_e0_ff, 0xb8_f0_8a, 0xff_c0_cb],
            // Orange, sky blue, yellow and reddish purple of Okabe and Ito; the last one lighter, for contrast.
            ColorScheme::ColorBlind => [0xa2_a7_b0, 0xe6_9f_00, 0x56_b4_e9, 0xf0_e4_42, 0xe6_a8_ca],
        }
        .map(rgb);
        let row = rgb(if scheme == ColorScheme::Contrast { 0x1f_26_3f } else { 0x2f_33_4d });
        Self::filled([dim, accent, date, actor, error], (rgb(0x1a_1b_26), accent), row)
    }

    fn light(scheme: ColorScheme) -> Self {
        let colors = match scheme {
            ColorScheme::Standard => [0x56_5b_63, 0x7d_51_0f, 0x00_5f_87, 0x38_6a_20, 0xb0_1c_36],
            ColorScheme::Contrast => [0x3b_40_47, 0x5c_38_00, 0x00_40_63, 0x20_4a_0e, 0x85_00_1e],
            // Vermilion, blue, bluish green and reddish purple of Okabe and Ito, darker, for contrast.
            ColorScheme::ColorBlind => [0x56_5b_63, 0x96_42_00, 0x00_5a_8c, 0x00_66_4a, 0x8a_36_63],
        }
        .map(rgb);
        let row = rgb(if scheme == ColorScheme::Contrast { 0xe8_ec_f4 } else { 0xdd_e3_ee });
        Self::filled(colors, (rgb(0x00_00_00), rgb(0xff_d7_5f)), row)
    }

    fn on_any_ground() -> Self {
        let [dim, accent, date, actor, error] = [0x75_75_75, 0xb3_5f_00, 0x0b_79_c8, 0x2a_87_18, 0xe0_29_48].map(rgb);
        Self { hit: None, row: None, ..Self::filled([dim, accent, date, actor, error], (dim, dim), dim) }
    }

    /// What of the sixteen colours can be read on black, or on white, whichever of the common palettes a terminal has (see the tests):
    /// dark grey, blue and red are lost on black, and every light colour on white.
    fn ansi(ground: Ground) -> Self {
        let hit = (Color::Black, Color::LightYellow);
        match ground {
            Ground::Dark => Self {
                row: None,
                ..Self::filled(
                    [Color::Gray, Color::LightYellow, Color::LightCyan, Color::LightGreen, Color::White],
                    hit,
                    Color::Reset,
                )
            },
            Ground::Light => Self {
                row: None,
                ..Self::filled([Color::Black, Color::Blue, Color::Blue, Color::Magenta, Color::Red], hit, Color::Reset)
            },
            // None can be read on both: dates, names and errors are told by modifiers, rows by reversing.
            Ground::Unknown => Self::default(),
        }
    }

    fn filled([dim, accent, date, actor, error]: [Color; 5], hit: (Color, Color), row: Color) -> Self {
        Self {
            text: None,
            background: None,
            dim: Some(dim),
            accent: Some(accent),
            date: Some(date),
            actor: Some(actor),
            error: Some(error),
            hit: Some(hit),
            row: Some(row),
        }
    }
}

/// The red, green and blue of a tint.
pub(super) fn rgb_of(tint: Tint) -> (u8, u8, u8) {
    match tint {
        Tint::Yellow => (0xd7, 0xa7, 0x2b),
        Tint::Green => (0x5f, 0xb0, 0x4f),
        Tint::Blue => (0x4f, 0x8f, 0xe0),
        Tint::Magenta => (0xc0, 0x6f, 0xd8),
        Tint::Red => (0xe0, 0x5f, 0x5f),
        Tint::Cyan => (0x3f, 0xb0, 0xb8),
        Tint::Gray => (0x90, 0x90, 0x90),
        Tint::Rgb(red, green, blue) => (red, green, blue),
    }
}

/// The relative luminance of a colour, from 0 to 1 (WCAG 2.2).
pub(super) fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The colour of sixteen that a tint is, or that has its hue.
pub(super) fn ansi_of(tint: Tint) -> Color {
    match tint {
        Tint::Yellow => Color::Yellow,
        Tint::Green => Color::Green,
        Tint::Blue => Color::Blue,
        Tint::Magenta => Color::Magenta,
        Tint::Red => Color::Red,
        Tint::Cyan => Color::Cyan,
        Tint::Gray => Color::Gray,
        Tint::Rgb(red, green, blue) => {
            let half = red.max(green).max(blue) / 2;
            match (red > half, green > half, blue > half) {
                (true, true, false) => Color::Yellow,
                (false, true, false) => Color::Green,
                (false, false, true) => Color::Blue,
                (true, false, true) => Color::Magenta,
                (true, false, false) => Color::Red,
                (false, true, true) => Color::Cyan,
                (true, true, true) | (false, false, false) => Color::Gray,
            }
        }
    }
}

/// Text and ground of words highlighted in a tint where there are sixteen colours: of each hue the pair that can be read in every common
/// palette.
pub(super) fn ansi_mark(tint: Tint) -> (Color, Color) {
    match ansi_of(tint) {
        Color::Yellow => (Color::Black, Color::LightYellow),
        Color::Green => (Color::Black, Color::LightGreen),
        Color::Cyan => (Color::Black, Color::LightCyan),
        Color::Gray => (Color::Black, Color::Gray),
        hue => (Color::White, hue),
    }
}

#[cfg(test)]
mod tests;
