//! The keymap: runs of keys to commands, from the defaults of the command table and the user's `keymap.toml`.
//!
//! ```toml
//! # a command's keys, all of them; an empty list unbinds it
//! quit = ["ZZ", "<C-q>"]
//! next-event = ["]e", "<Tab>"]
//! ```

use std::collections::BTreeMap;

use thiserror::Error;

use crate::app::keys::command::{COMMANDS, Command, Pane, Scope, Spec};
use crate::app::keys::key::{KeyPress, display};

/// What is wrong in a `keymap.toml`.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum KeymapError {
    /// The file is not TOML, or its values are not lists of keys.
    #[error("keymap.toml: {0}")]
    Syntax(String),
    /// No command has that name.
    #[error("keymap.toml: there is no command `{0}`; `:` and `?` in the reading room list their names")]
    Command(String),
    /// A key is written wrongly.
    #[error("keymap.toml: {command}: {reason}")]
    Key {
        /// The command.
        command: String,
        /// What is wrong with the key.
        reason: String,
    },
    /// One run of keys would mean two things in one pane.
    #[error("keymap.toml: {keys} is bound to both `{first}` and `{second}` in one pane; change one of them")]
    Conflict {
        /// The keys.
        keys: String,
        /// One command.
        first: &'static str,
        /// The other command.
        second: &'static str,
    },
}

/// What a run of keys means in a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// A command.
    Command(Command),
    /// The beginning of longer runs: wait for the next key.
    Pending,
    /// Nothing.
    Unbound,
}

#[derive(Clone, Debug)]
struct Binding {
    keys: Vec<KeyPress>,
    spec: &'static Spec,
}

/// Runs of keys to commands.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Keymap {
    /// The default keys with those of `user`, the text of a `keymap.toml`, in their place.
    ///
    /// # Errors
    /// When `user` names no command, writes a key wrongly, or gives one run of keys two meanings in one pane.
    pub fn new(user: &str) -> Result<Self, KeymapError> {
        let changed: BTreeMap<String, Vec<String>> =
            toml::from_str(user).map_err(|error| KeymapError::Syntax(error.message().to_owned()))?;
        if let Some(name) = changed.keys().find(|name| Command::by_name(name).is_none()) {
            return Err(KeymapError::Command(name.clone()));
        }
        let mut bindings = Vec::new();
        for spec in COMMANDS {
            let defaults = || spec.keys.iter().map(|keys| (*keys).to_owned()).collect();
            for text in changed.get(spec.name).cloned().unwrap_or_else(defaults) {
                let keys =
                    KeyPress::parse_all(&text).map_err(|reason| KeymapError::Key { command: spec.name.to_owned(), reason })?;
                if keys.is_empty() {
                    return Err(KeymapError::Key {
                        command: spec.name.to_owned(),
                        reason: "a key is empty; use [] to unbind".into(),
                    });
                }
                bindings.push(Binding { keys, spec });
            }
        }
        Self::check(bindings)
    }

    fn check(bindings: Vec<Binding>) -> Result<Self, KeymapError> {
        for (at, one) in bindings.iter().enumerate() {
            let meet = |other: &&Binding| {
                let (one, other) = (one.spec.scope, other.spec.scope);
                one == Scope::Caret && other == Scope::Caret
                    || Pane::ALL.iter().any(|pane| one.holds(*pane) && other.holds(*pane))
            };
            let rivals = bindings.iter().skip(at + 1).filter(meet);
            for other in rivals {
                let hides = one.keys.starts_with(&other.keys) || other.keys.starts_with(&one.keys);
                if hides && one.spec.command != other.spec.command {
                    let shorter = if one.keys.len() < other.keys.len() { &one.keys } else { &other.keys };
                    return Err(KeymapError::Conflict { keys: display(shorter), first: one.spec.name, second: other.spec.name });
                }
            }
        }
        Ok(Self { bindings })
    }

    /// What `keys` means in `pane`.
    #[must_use]
    pub fn resolve(&self, pane: Pane, keys: &[KeyPress]) -> Resolved {
        self.resolve_among(keys, |scope| scope.holds(pane))
    }

    /// What `keys` means in the reader while the cursor is out in its text: what the cursor has no use for, the pane has.
    #[must_use]
    pub fn resolve_at_caret(&self, keys: &[KeyPress]) -> Resolved {
        match self.resolve_among(keys, |scope| scope == Scope::Caret) {
            Resolved::Unbound => self.resolve(Pane::Reader, keys),
            own => own,
        }
    }

    fn resolve_among(&self, keys: &[KeyPress], is_meant: impl Fn(Scope) -> bool) -> Resolved {
        let mut bindings = self.bindings.iter().filter(|binding| is_meant(binding.spec.scope));
        let mut pending = false;
        let found = bindings.find(|binding| {
            pending |= binding.keys.starts_with(keys);
            binding.keys == keys
        });
        match found {
            Some(binding) => Resolved::Command(binding.spec.command),
            None if pending => Resolved::Pending,
            None => Resolved::Unbound,
        }
    }

    /// The keys of a command as help shows them, the first first.
    pub fn keys_of(&self, command: Command) -> impl Iterator<Item = String> {
        self.bindings.iter().filter(move |binding| binding.spec.command == command).map(|binding| display(&binding.keys))
    }

    /// The commands that may follow the pending `keys` where `is_meant` holds, with the keys that are still to be typed.
    pub fn continuations(
        &self,
        is_meant: impl Fn(Scope) -> bool,
        keys: &[KeyPress],
    ) -> impl Iterator<Item = (String, &'static Spec)> {
        self.bindings
            .iter()
            .filter(move |binding| is_meant(binding.spec.scope))
            .filter_map(move |binding| Some((display(binding.keys.strip_prefix(keys)?), binding.spec)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Keymap, KeymapError, Resolved};
    use crate::app::keys::command::{Command, Pane};
    use crate::app::keys::key::KeyPress;

    fn keys(text: &str) -> Vec<KeyPress> {
        KeyPress::parse_all(text).unwrap()
    }

    #[test]
    fn the_defaults_hold_together() {
        let keymap = Keymap::new("").unwrap();
        assert_eq!(keymap.resolve(Pane::Reader, &keys("]")), Resolved::Pending);
        assert_eq!(keymap.resolve(Pane::Reader, &keys("]e")), Resolved::Command(Command::NextEvent));
        assert_eq!(keymap.resolve(Pane::Articles, &keys("]e")), Resolved::Unbound);
        assert_eq!(keymap.resolve(Pane::Articles, &keys("<Esc>")), Resolved::Command(Command::DropFilter));
        assert_eq!(keymap.resolve(Pane::Reader, &keys("<Esc>")), Resolved::Command(Command::Dismiss));
    }

    #[test]
    fn the_user_has_the_last_word() {
        let keymap = Keymap::new("quit = [\"ZZ\"]\nzoom = []").unwrap();
        assert_eq!(keymap.resolve(Pane::Articles, &keys("Q")), Resolved::Unbound);
        assert_eq!(keymap.resolve(Pane::Articles, &keys("Z")), Resolved::Pending);
        assert_eq!(keymap.keys_of(Command::Quit).collect::<Vec<_>>(), ["ZZ"]);
        assert_eq!(keymap.keys_of(Command::Zoom).count(), 0);
    }

    #[test]
    fn mistakes_name_the_command_and_the_key() {
        assert_eq!(Keymap::new("fly = [\"x\"]").unwrap_err(), KeymapError::Command("fly".into()));
        let conflict = Keymap::new("zoom = [\"g\"]").unwrap_err();
        assert!(conflict.to_string().contains("g is bound to both"), "{conflict}");
        assert!(Keymap::new("zoom = [\"<X-y>\"]").unwrap_err().to_string().contains("zoom: <X-y> is no key"));
        assert!(matches!(Keymap::new("zoom = 3").unwrap_err(), KeymapError::Syntax(_)));
    }
}
