//! Which theme suits the terminal, from its environment and the user's wish.

use crate::config::theme::ThemeChoice;
use crate::ui::theme::{Depth, Ground, Theme};

/// The theme for what the reader chose and an environment, asked by name.
///
/// `NO_COLOR` (no-color.org) and `TERM=dumb` take colours away; `COLORTERM` tells of true colour; `COLORFGBG` of the ground.
#[must_use]
pub fn theme(choice: ThemeChoice, environment: &dyn Fn(&str) -> Option<String>) -> Theme {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    let depth = if set("NO_COLOR").is_some() || set("TERM").as_deref() == Some("dumb") {
        Depth::None
    } else if matches!(set("COLORTERM").as_deref(), Some("truecolor" | "24bit")) {
        Depth::True
    } else {
        Depth::Ansi
    };
    Theme::of(choice, depth, told_ground(set("COLORFGBG").as_deref()))
}

/// Whether the terminal is worth asking for its ground: the choice is left to it, there are colours to choose, and it is none that would print
/// the question.
#[must_use]
pub(crate) fn asks_ground(choice: ThemeChoice, environment: &dyn Fn(&str) -> Option<String>) -> bool {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    let is_plain = set("TERM").is_none_or(|term| ["dumb", "linux"].contains(&term.as_str()));
    matches!(choice, ThemeChoice::BuiltIn(_, None)) && set("NO_COLOR").is_none() && !is_plain
}

/// `COLORFGBG` ends with the number of the ground: 7 and 9 to 15 are light, the others dark (rxvt's convention).
fn told_ground(value: Option<&str>) -> Ground {
    let ground = value.and_then(|value| value.rsplit(';').next()).and_then(|ground| ground.parse::<u8>().ok());
    match ground {
        Some(7 | 9..=15) => Ground::Light,
        Some(0..=15) => Ground::Dark,
        _ => Ground::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{asks_ground, theme};
    use crate::config::theme::{ColorScheme, OwnTheme, ThemeChoice, ThemeGround};
    use crate::ui::theme::{Depth, Ground, Theme};

    const AUTO: ThemeChoice = ThemeChoice::BuiltIn(ColorScheme::Standard, None);
    const DARK: ThemeChoice = ThemeChoice::BuiltIn(ColorScheme::Standard, Some(ThemeGround::Dark));
    const LIGHT: ThemeChoice = ThemeChoice::BuiltIn(ColorScheme::Standard, Some(ThemeGround::Light));

    #[test]
    fn the_environment_and_the_wish_decide() {
        let with = |choice: ThemeChoice, vars: &'static [(&'static str, &'static str)]| {
            theme(choice, &|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(with(AUTO, &[]), Theme::new(Depth::Ansi, Ground::Unknown));
        assert_eq!(with(AUTO, &[("COLORFGBG", "15;default;0")]), Theme::new(Depth::Ansi, Ground::Dark));
        assert_eq!(with(AUTO, &[("COLORFGBG", "0;15")]), Theme::new(Depth::Ansi, Ground::Light));
        assert_eq!(
            with(DARK, &[("COLORFGBG", "0;15"), ("COLORTERM", "truecolor")]),
            Theme::of(DARK, Depth::True, Ground::Unknown)
        );
        let colourless = with(LIGHT, &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]);
        assert_eq!(colourless, Theme::of(LIGHT, Depth::None, Ground::Unknown));
        assert_eq!(with(AUTO, &[("NO_COLOR", "")]), Theme::new(Depth::Ansi, Ground::Unknown));
        let asks = |choice: ThemeChoice, vars: &'static [(&'static str, &'static str)]| {
            asks_ground(choice, &|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert!(asks(AUTO, &[("TERM", "xterm-256color")]));
        assert!(asks(ThemeChoice::BuiltIn(ColorScheme::Contrast, None), &[("TERM", "xterm")]));
        assert!(!asks(ThemeChoice::Own(OwnTheme::default()), &[("TERM", "xterm")]));
        assert!(!asks(DARK, &[("TERM", "xterm")]) && !asks(AUTO, &[("TERM", "linux")]));
        assert!(!asks(AUTO, &[("TERM", "xterm"), ("NO_COLOR", "1")]) && !asks(AUTO, &[]));
    }
}
