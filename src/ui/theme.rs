//! Themes: the roles of what is drawn, over a small palette (`palette`). Dark and light, in true colour, in 16 colours, or in none.
//!
//! Nothing is told by colour alone: every role that means something also has a sign or a modifier.

use ratatui::style::{Color, Modifier, Style};

use crate::config::colors::Tint;
use crate::config::theme::{OwnTheme, ThemeChoice};
pub use crate::ui::theme::depth::{Depth, Ground};
use crate::ui::theme::palette::{Palette, ansi_mark, luminance, rgb_of};

mod depth;
mod palette;

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

/// The ground that a theme of the reader's own is for: as it says, else as its background is.
fn own_ground(theme: &OwnTheme) -> Ground {
    let told = theme.ground.map(Ground::from);
    let seen = || theme.background.map(|color| if luminance(rgb_of(color.0)) > MIDDLE { Ground::Light } else { Ground::Dark });
    told.or_else(seen).unwrap_or(Ground::Dark)
}

/// The luminance at which black and white are told from a ground equally well (WCAG 2.2).
const MIDDLE: f64 = 0.179;

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    choice: ThemeChoice,
    palette: Palette,
    depth: Depth,
    ground: Ground,
}

impl Theme {
    /// The theme of the program for a terminal.
    #[must_use]
    pub fn new(depth: Depth, ground: Ground) -> Self {
        Self::of(ThemeChoice::default(), depth, ground)
    }

    /// The theme that is chosen, for a terminal. A choice that names a ground is for that ground.
    #[must_use]
    pub fn of(choice: ThemeChoice, depth: Depth, ground: Ground) -> Self {
        let (palette, ground) = match choice {
            ThemeChoice::BuiltIn(scheme, wanted) => {
                let ground = wanted.map_or(ground, Ground::from);
                (Palette::built_in(scheme, depth, ground), ground)
            }
            ThemeChoice::Own(theme) => {
                let ground = own_ground(&theme);
                (Palette::own(&theme, depth, ground), ground)
            }
        };
        Self { choice, palette, depth, ground }
    }

    /// The same for a terminal whose ground is known now.
    #[must_use]
    pub fn on(&self, ground: Ground) -> Self {
        Self::of(self.choice, self.depth, ground)
    }

    /// Another theme for the same terminal.
    #[must_use]
    pub fn picked(&self, choice: ThemeChoice) -> Self {
        Self::of(choice, self.depth, self.ground)
    }

    /// What is drawn on where nothing else says: the colours of text and of its ground, where the theme has its own.
    #[must_use]
    pub fn paper(&self) -> (Option<Color>, Option<Color>) {
        (self.palette.text, self.palette.background)
    }

    /// The style of words highlighted in `tint`, laid over other styles; `None` for a note without a colour.
    #[must_use]
    pub fn mark(&self, tint: Option<Tint>) -> Style {
        let plain = Style::new();
        match (tint, self.depth) {
            (None, _) | (_, Depth::None) => plain.add_modifier(Modifier::UNDERLINED),
            (Some(tint), Depth::Ansi) => {
                let (fore, back) = ansi_mark(tint);
                plain.fg(fore).bg(back)
            }
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

    /// The style of the letter of a highlight in the margin: on the ground that its words have, where it can be read as they can.
    #[must_use]
    pub fn margin(&self, tint: Option<Tint>) -> Style {
        tint.map_or(Style::new(), |tint| self.mark(Some(tint)).remove_modifier(Modifier::UNDERLINED)).add_modifier(Modifier::BOLD)
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
