//! Which theme suits the terminal, from its environment and the user's wish.

use crate::ui::theme::{Depth, Ground, Theme};

/// The theme for a wish (`dark`, `light`, or anything else for automatic) and an environment, asked by name.
///
/// `NO_COLOR` (no-color.org) and `TERM=dumb` take colours away; `COLORTERM` tells of true colour; `COLORFGBG` of the ground.
#[must_use]
pub fn theme(wish: &str, environment: &dyn Fn(&str) -> Option<String>) -> Theme {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    let depth = if set("NO_COLOR").is_some() || set("TERM").as_deref() == Some("dumb") {
        Depth::None
    } else if matches!(set("COLORTERM").as_deref(), Some("truecolor" | "24bit")) {
        Depth::True
    } else {
        Depth::Ansi
    };
    let ground = match wish {
        "light" => Ground::Light,
        "dark" => Ground::Dark,
        _ => told_ground(set("COLORFGBG").as_deref()),
    };
    Theme::new(depth, ground)
}

/// Whether the terminal is worth asking for its ground: the choice is left to it, there are colours to choose, and it is none that would print
/// the question.
#[must_use]
pub(crate) fn asks_ground(wish: &str, environment: &dyn Fn(&str) -> Option<String>) -> bool {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    let is_plain = set("TERM").is_none_or(|term| ["dumb", "linux"].contains(&term.as_str()));
    !matches!(wish, "light" | "dark") && set("NO_COLOR").is_none() && !is_plain
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
    use crate::ui::theme::{Depth, Ground, Theme};

    #[test]
    fn the_environment_and_the_wish_decide() {
        let with = |wish: &str, vars: &'static [(&'static str, &'static str)]| {
            theme(wish, &|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(with("auto", &[]), Theme::new(Depth::Ansi, Ground::Unknown));
        assert_eq!(with("auto", &[("COLORFGBG", "15;default;0")]), Theme::new(Depth::Ansi, Ground::Dark));
        assert_eq!(with("auto", &[("COLORFGBG", "0;15")]), Theme::new(Depth::Ansi, Ground::Light));
        assert_eq!(with("dark", &[("COLORFGBG", "0;15"), ("COLORTERM", "truecolor")]), Theme::new(Depth::True, Ground::Dark));
        let colourless = with("light", &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]);
        assert_eq!(colourless, Theme::new(Depth::None, Ground::Light));
        assert_eq!(with("auto", &[("NO_COLOR", "")]), Theme::new(Depth::Ansi, Ground::Unknown));
        let asks = |wish: &str, vars: &'static [(&'static str, &'static str)]| {
            asks_ground(wish, &|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert!(asks("auto", &[("TERM", "xterm-256color")]));
        assert!(!asks("dark", &[("TERM", "xterm")]) && !asks("auto", &[("TERM", "linux")]));
        assert!(!asks("auto", &[("TERM", "xterm"), ("NO_COLOR", "1")]) && !asks("auto", &[]));
    }
}
