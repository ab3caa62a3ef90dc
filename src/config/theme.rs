//! `[theme]`: the colours of the screen. A theme that comes with the program, or one of the reader's own in `themes/NAME.toml`.
//!
//! ```toml
//! # themes/sepia.toml
//! ground = "light"          # or dark: what the colours that are not given here are taken from
//! text = "#3b2f1e"          # the terminal's own unless told, and so is the background
//! background = "#f4ecd8"
//! dim = "#6b5d48"           # what stands back: meta lines, counts, frames
//! accent = "#7d3f0f"        # keys, matches, the frame of the pane in use
//! date = "#0b5578"
//! actor = "#2f5d1e"
//! error = "#a3172f"
//! row = "#e6dabd"           # the ground of the row of the cursor
//! ```

use serde::{Deserialize, Deserializer};

use crate::config::colors::{Tint, tint};
use crate::tr;

/// The folder of the reader's themes, beside `config.toml`.
pub const FOLDER: &str = "themes";

/// `[theme]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ThemeSettings {
    /// Which theme.
    pub name: ThemeName,
}

/// A theme by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeName {
    /// One that comes with the program. Without a ground it goes by the terminal's.
    BuiltIn(ColorScheme, Option<ThemeGround>),
    /// One of the reader's own, by the name of its file.
    Own(String),
}

impl Default for ThemeName {
    fn default() -> Self {
        Self::BuiltIn(ColorScheme::Standard, None)
    }
}

/// Colours that belong together, in a dark and a light form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorScheme {
    /// Quiet colours.
    #[default]
    Standard,
    /// Colours of seven to one at least against the ground (WCAG 2.2, 1.4.6).
    Contrast,
    /// Colours that people who tell few hues apart tell apart (M. Okabe and K. Ito, Color Universal Design, 2008).
    ColorBlind,
}

/// Whether a theme is for a dark or a light ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeGround {
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
}

/// The themes that come with the program, and those of them that go by the terminal's ground.
const BUILT_IN: [(&str, ColorScheme, Option<ThemeGround>); 9] = [
    ("auto", ColorScheme::Standard, None),
    ("dark", ColorScheme::Standard, Some(ThemeGround::Dark)),
    ("light", ColorScheme::Standard, Some(ThemeGround::Light)),
    ("contrast", ColorScheme::Contrast, None),
    ("contrast-dark", ColorScheme::Contrast, Some(ThemeGround::Dark)),
    ("contrast-light", ColorScheme::Contrast, Some(ThemeGround::Light)),
    ("colorblind", ColorScheme::ColorBlind, None),
    ("colorblind-dark", ColorScheme::ColorBlind, Some(ThemeGround::Dark)),
    ("colorblind-light", ColorScheme::ColorBlind, Some(ThemeGround::Light)),
];

/// The names of the themes that come with the program.
pub fn built_in() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, ..)| *name)
}

/// The theme of this name that comes with the program.
#[must_use]
pub fn choice_of(name: &str) -> Option<ThemeChoice> {
    BUILT_IN.iter().find(|(known, ..)| *known == name).map(|(_, scheme, ground)| ThemeChoice::BuiltIn(*scheme, *ground))
}

impl<'de> Deserialize<'de> for ThemeName {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let name = String::deserialize(value)?;
        if let Some(ThemeChoice::BuiltIn(scheme, ground)) = choice_of(&name) {
            return Ok(Self::BuiltIn(scheme, ground));
        }
        // The name is one of a file in one folder, and leads to no other.
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let wrong = || {
            let known = built_in().collect::<Vec<_>>().join(", ");
            serde::de::Error::custom(tr!(
                "theme: name = \"{name}\": give one of {known}, or the name of a file in themes/",
                name,
                known
            ))
        };
        if is_name { Ok(Self::Own(name)) } else { Err(wrong()) }
    }
}

/// A theme of the reader's own: what it says goes before the colours of its ground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnTheme {
    /// What ground it is for; told from its background unless said, and dark without one.
    pub ground: Option<ThemeGround>,
    /// Plain text; the terminal's own unless said.
    pub text: Option<ThemeColor>,
    /// What text stands on; the terminal's own unless said.
    pub background: Option<ThemeColor>,
    /// What stands back.
    pub dim: Option<ThemeColor>,
    /// Keys, matches and the frame of the pane in use.
    pub accent: Option<ThemeColor>,
    /// Expressions of time.
    pub date: Option<ThemeColor>,
    /// Names of actors.
    pub actor: Option<ThemeColor>,
    /// What went wrong.
    pub error: Option<ThemeColor>,
    /// The ground of the row of the cursor.
    pub row: Option<ThemeColor>,
}

/// A colour of a theme, written as those of highlights are: a name, or red, green and blue as `"#e0af68"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeColor(pub Tint);

impl<'de> Deserialize<'de> for ThemeColor {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        tint(&String::deserialize(value)?).map(Self).map_err(serde::de::Error::custom)
    }
}

/// What is drawn with: the theme that is named, and what the file of one of the reader's own says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    /// One that comes with the program.
    BuiltIn(ColorScheme, Option<ThemeGround>),
    /// One of the reader's own.
    Own(OwnTheme),
}

impl Default for ThemeChoice {
    fn default() -> Self {
        Self::BuiltIn(ColorScheme::Standard, None)
    }
}
