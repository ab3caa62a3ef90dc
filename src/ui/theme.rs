//! Themes: the roles of what is drawn, over a small palette. Dark and light, in true colour, in 16 colours, or in none.
//!
//! Nothing is told by colour alone: every role that means something also has a sign or a modifier.

use ratatui::style::{Color, Modifier, Style};

use crate::config::colors::Tint;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Plain text.
    Text,
    /// What is there but stands back: meta lines, counts, hints.
    Dim,
    /// The frame of a pane.
    Frame,
    /// The frame of the pane with the focus.
    FrameFocused,
    /// The title on a frame.
    Title,
    /// The headline of an article.
    Headline,
    /// A heading.
    Heading,
    /// A caption.
    Caption,
    /// Boilerplate.
    Furniture,
    /// An expression of time in the text.
    Date,
    /// A name of an actor in the text.
    Actor,
    /// A matched character or a hit.
    Match,
    /// The place jumped to last.
    Spot,
    /// Text that is selected.
    Selection,
    /// The character the cursor in the text is on.
    Caret,
    /// The row of the cursor in the pane with the focus.
    Selected,
    /// The row of the cursor in another pane.
    SelectedElsewhere,
    /// A bar of the timeline.
    Bar,
    /// A filter that is on.
    Chip,
    /// A key in a hint.
    Key,
    /// Something went wrong.
    Error,
    /// Words of a query that cannot be read.
    Fault,
    /// Words of a query that may be read once more is typed.
    Unfinished,
}

/// The colours of a theme; `None` leaves the terminal's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Palette {
    dim: Option<Color>,
    accent: Option<Color>,
    date: Option<Color>,
    actor: Option<Color>,
    error: Option<Color>,
    hit: Option<(Color, Color)>,
    row: Option<Color>,
}

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None are wanted (`NO_COLOR`) or there are none.
    None,
    /// The sixteen of ANSI.
    Ansi,
    /// 24 bits.
    True,
}

/// Whether the terminal's ground is dark or light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
    /// Nothing tells: what is shown can be read on both.
    Unknown,
}

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
    depth: Depth,
    ground: Ground,
}

impl Theme {
    /// The theme for a terminal.
    #[must_use]
    pub fn new(depth: Depth, ground: Ground) -> Self {
        let palette = match (depth, ground) {
            (Depth::None, _) => Palette::default(),
            (Depth::Ansi, Ground::Dark) => ansi(Color::DarkGray, Color::Yellow, Color::Cyan, Color::Green),
            (Depth::Ansi, Ground::Light) => ansi(Color::DarkGray, Color::Blue, Color::Blue, Color::Magenta),
            // Of the sixteen colours only these can be read on both; dates and names are told by modifiers, rows by reversing.
            (Depth::Ansi, Ground::Unknown) => {
                Palette { accent: Some(Color::Magenta), error: Some(Color::Red), ..Palette::default() }
            }
            (Depth::True, Ground::Unknown) => Palette {
                dim: Some(Color::Rgb(0x75, 0x75, 0x75)),
                accent: Some(Color::Rgb(0xb3, 0x5f, 0x00)),
                date: Some(Color::Rgb(0x0b, 0x79, 0xc8)),
                actor: Some(Color::Rgb(0x2a, 0x87, 0x18)),
                error: Some(Color::Rgb(0xe0, 0x29, 0x48)),
                hit: None,
                row: None,
            },
            (Depth::True, Ground::Dark) => Palette {
                dim: Some(Color::Rgb(0xa2, 0xa7, 0xb0)),
                accent: Some(Color::Rgb(0xe0, 0xaf, 0x68)),
                date: Some(Color::Rgb(0x7d, 0xcf, 0xff)),
                actor: Some(Color::Rgb(0x9e, 0xce, 0x6a)),
                error: Some(Color::Rgb(0xff, 0x8f, 0xa3)),
                hit: Some((Color::Rgb(0x1a, 0x1b, 0x26), Color::Rgb(0xe0, 0xaf, 0x68))),
                row: Some(Color::Rgb(0x2f, 0x33, 0x4d)),
            },
            (Depth::True, Ground::Light) => Palette {
                dim: Some(Color::Rgb(0x56, 0x5b, 0x63)),
                accent: Some(Color::Rgb(0x7d, 0x51, 0x0f)),
                date: Some(Color::Rgb(0x00, 0x5f, 0x87)),
                actor: Some(Color::Rgb(0x38, 0x6a, 0x20)),
                error: Some(Color::Rgb(0xb0, 0x1c, 0x36)),
                hit: Some((Color::Rgb(0x00, 0x00, 0x00), Color::Rgb(0xff, 0xd7, 0x5f))),
                row: Some(Color::Rgb(0xdd, 0xe3, 0xee)),
            },
        };
        Self { palette, depth, ground }
    }

    /// The same for a terminal whose ground is known now.
    #[must_use]
    pub fn on(&self, ground: Ground) -> Self {
        Self::new(self.depth, ground)
    }

    /// The style of words highlighted in `tint`, laid over other styles; `None` for a note without a colour.
    #[must_use]
    pub fn mark(&self, tint: Option<Tint>) -> Style {
        let plain = Style::new();
        match (tint, self.depth) {
            (None, _) | (_, Depth::None) => plain.add_modifier(Modifier::UNDERLINED),
            (Some(tint), Depth::Ansi) => plain.fg(Color::Black).bg(ansi_of(tint)),
            (Some(tint), Depth::True) if self.ground == Ground::Unknown => {
                let (red, green, blue) = rgb_of(tint);
                plain.fg(Color::Black).bg(Color::Rgb(red, green, blue))
            }
            (Some(tint), Depth::True) => {
                let (red, green, blue) = rgb_of(tint);
                // A third of the tint over the ground, so that names and dates in it can still be told.
                let over = |part: u8| match self.ground {
                    Ground::Dark | Ground::Unknown => part / 3,
                    Ground::Light => 255 - (255 - part) / 3,
                };
                plain.bg(Color::Rgb(over(red), over(green), over(blue)))
            }
        }
    }

    /// The style of the letter of a highlight in the margin.
    #[must_use]
    pub fn margin(&self, tint: Option<Tint>) -> Style {
        let plain = Style::new().add_modifier(Modifier::BOLD);
        match (tint, self.depth) {
            (None, _) | (_, Depth::None) => plain,
            (Some(tint), Depth::Ansi) => plain.fg(ansi_of(tint)),
            (Some(tint), Depth::True) => {
                let (red, green, blue) = rgb_of(tint);
                plain.fg(Color::Rgb(red, green, blue))
            }
        }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        let p = &self.palette;
        let plain = Style::new();
        let fore = |color: Option<Color>| color.map_or(plain, |color| plain.fg(color));
        match role {
            Role::Text => plain,
            Role::Dim | Role::Frame | Role::Furniture => p.dim.map_or(plain.add_modifier(Modifier::DIM), |color| plain.fg(color)),
            Role::Title | Role::Headline | Role::Heading => plain.add_modifier(Modifier::BOLD),
            Role::Caption => plain.add_modifier(Modifier::ITALIC),
            Role::Date => fore(p.date).add_modifier(if p.date.is_some() { Modifier::empty() } else { Modifier::UNDERLINED }),
            Role::Actor => fore(p.actor).add_modifier(if p.actor.is_some() { Modifier::empty() } else { Modifier::BOLD }),
            Role::Match => match p.hit {
                Some(_) => fore(p.accent).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
                None => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            },
            Role::Spot => p.hit.map_or(plain.add_modifier(Modifier::REVERSED), |(fg, bg)| plain.fg(fg).bg(bg)),
            Role::Selection => p.row.map_or(plain.add_modifier(Modifier::REVERSED), |color| plain.bg(color)),
            Role::Caret => match p.row {
                Some(_) => plain.add_modifier(Modifier::REVERSED),
                // In reversed text, what is not reversed stands out.
                None => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED).remove_modifier(Modifier::REVERSED),
            },
            Role::Selected => match p.row {
                Some(color) => plain.bg(color).add_modifier(Modifier::BOLD),
                None => plain.add_modifier(Modifier::REVERSED),
            },
            Role::SelectedElsewhere => p.row.map_or(plain.add_modifier(Modifier::BOLD), |color| plain.bg(color)),
            Role::Bar => fore(p.date),
            Role::Chip => fore(p.accent).add_modifier(Modifier::REVERSED),
            Role::FrameFocused | Role::Key => fore(p.accent).add_modifier(Modifier::BOLD),
            Role::Error => fore(p.error).add_modifier(Modifier::BOLD),
            Role::Fault => self.style(Role::Error).add_modifier(Modifier::UNDERLINED),
            Role::Unfinished => self.style(Role::Dim).add_modifier(Modifier::UNDERLINED),
        }
    }
}

fn rgb_of(tint: Tint) -> (u8, u8, u8) {
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

/// The colour of sixteen that a tint is, or that has its hue.
fn ansi_of(tint: Tint) -> Color {
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

/// A palette of the sixteen colours; the row of the cursor is shown by reversing, which every terminal can.
fn ansi(dim: Color, accent: Color, date: Color, actor: Color) -> Palette {
    Palette {
        dim: Some(dim),
        accent: Some(accent),
        date: Some(date),
        actor: Some(actor),
        error: Some(Color::Red),
        hit: Some((Color::Black, Color::Yellow)),
        row: None,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::{Depth, Ground, Palette, Theme};

    /// The least contrast of text with its ground (WCAG 2.2, 1.4.3).
    const LEAST: f64 = 4.5;

    /// The relative luminance of a colour (WCAG 2.2).
    fn luminance(color: Color) -> f64 {
        let Color::Rgb(red, green, blue) = color else { panic!("a colour of 24 bits") };
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_colour_can_be_read_on_common_grounds_and_on_the_row_of_the_cursor() {
        let dark = [Color::Rgb(0, 0, 0), Color::Rgb(0x1a, 0x1b, 0x26), Color::Rgb(0x2d, 0x2d, 0x2d)];
        let light = [Color::Rgb(0xff, 0xff, 0xff), Color::Rgb(0xfd, 0xf6, 0xe3), Color::Rgb(0xee, 0xee, 0xee)];
        for (ground, grounds) in [(Ground::Dark, dark), (Ground::Light, light)] {
            let Palette { dim, accent, date, actor, error, hit, row } = Theme::new(Depth::True, ground).palette;
            for color in [dim, accent, date, actor, error].into_iter().flatten() {
                for under in grounds.into_iter().chain(row) {
                    let reached = contrast(color, under);
                    assert!(reached >= LEAST, "{ground:?}: {color:?} on {under:?} has {reached:.2}");
                }
            }
            let (fore, back) = hit.unwrap();
            assert!(contrast(fore, back) >= LEAST, "{ground:?}: a hit");
        }
    }

    #[test]
    fn where_the_ground_is_unknown_every_colour_can_be_read_on_black_and_on_white() {
        let Palette { dim, accent, date, actor, error, hit, row } = Theme::new(Depth::True, Ground::Unknown).palette;
        assert!(hit.is_none() && row.is_none(), "rows and hits are reversed");
        for color in [dim, accent, date, actor, error].map(Option::unwrap) {
            for under in [Color::Rgb(0, 0, 0), Color::Rgb(0xff, 0xff, 0xff)] {
                let reached = contrast(color, under);
                assert!(reached >= LEAST, "{color:?} on {under:?} has {reached:.2}");
            }
        }
    }
}
