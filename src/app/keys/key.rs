//! Keys as people write them: `j`, `G`, `<C-d>`, `<Esc>`, `]e`. Parsed from the keymap and from tests, printed for help.
//!
//! Shift is part of the character (`G`, not shift and `g`), so that terminals that report it and those that do not agree.

use std::fmt;

use crate::tr;

/// The key itself, without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character, as typed.
    Char(char),
    /// The return key.
    Enter,
    /// The escape key.
    Esc,
    /// The tabulator.
    Tab,
    /// Shift and the tabulator.
    BackTab,
    /// Deletes backwards.
    Backspace,
    /// Deletes forwards.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// To the head.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// The keys that are written by name: the names that are read, the first of them printed in the keymap, and what help shows.
const NAMED: &[(KeyCode, &[&str], &str)] = &[
    (KeyCode::Enter, &["Enter", "CR", "Return"], "Enter"),
    (KeyCode::Esc, &["Esc", "Escape"], "Esc"),
    (KeyCode::BackTab, &["S-Tab"], "S-Tab"),
    (KeyCode::Tab, &["Tab"], "Tab"),
    (KeyCode::Backspace, &["BS", "Backspace"], "Backspace"),
    (KeyCode::Delete, &["Del", "Delete"], "Del"),
    (KeyCode::Up, &["Up"], "↑"),
    (KeyCode::Down, &["Down"], "↓"),
    (KeyCode::Left, &["Left"], "←"),
    (KeyCode::Right, &["Right"], "→"),
    (KeyCode::Home, &["Home"], "Home"),
    (KeyCode::End, &["End"], "End"),
    (KeyCode::PageUp, &["PgUp", "PageUp"], "PgUp"),
    (KeyCode::PageDown, &["PgDn", "PageDown"], "PgDn"),
    (KeyCode::Char(' '), &["Space"], "Space"),
    (KeyCode::Char('<'), &["lt"], "<"),
];

/// One press of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    /// The key.
    pub code: KeyCode,
    /// Whether control was held.
    pub ctrl: bool,
    /// Whether alt was held.
    pub alt: bool,
}

impl KeyPress {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// The character typed, when the key types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Reads a run of keys, such as `gg`, `]e`, `<C-d>` or `f kazemi<Enter>`.
    ///
    /// # Errors
    /// A sentence that names the part that is no key.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let after = rest.strip_prefix(first).unwrap_or_default();
            let Some((name, behind)) = after.split_once('>').filter(|_| first == '<') else {
                keys.push(Self::plain(KeyCode::Char(first)));
                rest = after;
                continue;
            };
            keys.push(
                Self::named(name)
                    .ok_or_else(|| tr!("<{name}> is no key; write <Esc>, <C-d>, <A-Left>, <F1> or a character", name))?,
            );
            rest = behind;
        }
        Ok(keys)
    }

    fn named(name: &str) -> Option<Self> {
        let by_name = |name: &str| NAMED.iter().find(|(_, names, _)| names.iter().any(|n| n.eq_ignore_ascii_case(name)));
        if let Some((code, ..)) = by_name(name) {
            return Some(Self::plain(*code));
        }
        if let Some(number) = name.strip_prefix(['F', 'f']).and_then(|digits| digits.parse().ok()) {
            return (1..=12).contains(&number).then_some(Self::plain(KeyCode::F(number)));
        }
        if let Some(rest) = name.strip_prefix("C-") {
            return Self::modified(rest).map(|key| Self { ctrl: true, ..key });
        }
        name.strip_prefix("A-").and_then(Self::modified).map(|key| Self { alt: true, ..key })
    }

    fn modified(name: &str) -> Option<Self> {
        let mut chars = name.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Some(Self::plain(KeyCode::Char(c))),
            _ => Self::named(name),
        }
    }

    /// The key as the keymap writes it, so that [`KeyPress::parse_all`] reads it back.
    #[must_use]
    pub fn notation(self) -> String {
        let name = match self.code {
            KeyCode::F(number) => format!("F{number}"),
            code => match (NAMED.iter().find(|(named, ..)| *named == code), code) {
                (Some((_, names, _)), _) => names.first().map_or_else(String::new, |name| (*name).to_owned()),
                (None, KeyCode::Char(c)) => c.to_string(),
                (None, _) => String::new(),
            },
        };
        match (self.ctrl, self.alt) {
            (false, false) if name.chars().count() == 1 => name,
            (ctrl, alt) => format!("<{}{}{name}>", if ctrl { "C-" } else { "" }, if alt { "A-" } else { "" }),
        }
    }
}

impl fmt::Display for KeyPress {
    /// The key as help shows it: `^D`, `Alt-←`, `Esc`, `g`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            KeyCode::Char(c) if self.ctrl && c != ' ' => write!(f, "^{}", c.to_uppercase()),
            KeyCode::F(number) => write!(f, "F{number}"),
            code => {
                let shown = NAMED.iter().find(|(named, ..)| *named == code).map(|(.., shown)| *shown);
                let prefix = if self.ctrl { "^" } else { "" };
                match (shown, code) {
                    (Some(shown), _) => write!(f, "{prefix}{shown}"),
                    (None, KeyCode::Char(c)) => write!(f, "{c}"),
                    (None, _) => Ok(()),
                }
            }
        }
    }
}

/// A run of keys as help shows it: `gg`, `]e`, `^D`.
#[must_use]
pub fn display(keys: &[KeyPress]) -> String {
    keys.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::{KeyCode, KeyPress, display};

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in ["gg", "]e", "<C-d>", "<A-Left>", "<Esc>", "f<Space>x<Enter>", "<lt>", "<F1>", "<S-Tab>", "é»"] {
            let keys = KeyPress::parse_all(text).unwrap();
            assert_eq!(keys.iter().map(|key| key.notation()).collect::<String>(), text);
        }
    }

    #[test]
    fn a_wrong_name_is_told() {
        assert!(KeyPress::parse_all("<Frobnicate>").unwrap_err().contains("<Frobnicate> is no key"));
        assert_eq!(KeyPress::parse_all("a<b").unwrap().len(), 3);
    }

    #[test]
    fn help_shows_what_is_printed_on_the_keys() {
        let shown = |text| display(&KeyPress::parse_all(text).unwrap());
        assert_eq!(shown("<C-d>"), "^D");
        assert_eq!(shown("<A-Left>"), "Alt-←");
        assert_eq!(shown("<Space>"), "Space");
        assert_eq!(KeyPress::plain(KeyCode::Char('x')).typed(), Some('x'));
    }
}
