//! The keymap: runs of keys to commands, from the defaults of the command table and the user's `keymap.toml`.
//!
//! ```toml
//! # a command's keys, all of them; an empty list unbinds it
//! quit = ["ZZ", "<C-q>"]
//! next-event = ["]e", "<Tab>"]
//! ```

use crate::app::keys::command::{COMMANDS, Command, Layer, Scope, Spec};
use crate::app::keys::key::{KeyCode, KeyPress, display};
pub use crate::app::keys::user_keys::KeymapError;
use crate::app::keys::user_keys::{UserKeys, read};
use crate::tr;

/// What a run of keys means.
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

/// The keys of every command.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
    /// What commands without a key are asked for by, where that is no name on the `:` line.
    words: fn(Command) -> Option<&'static str>,
}

impl Default for Keymap {
    /// The default keys of the table, which its tests hold to be written rightly.
    fn default() -> Self {
        let binding = |spec: &'static Spec, keys: &str| Some(Binding { keys: KeyPress::parse_all(keys).ok()?, spec });
        let bindings = COMMANDS.iter().flat_map(|spec| spec.keys.iter().filter_map(move |keys| binding(spec, keys)));
        Self { bindings: bindings.collect(), words: |_| None }
    }
}

impl Keymap {
    /// A keymap without keys, where none are pressed: commands are named by `words`, the others as they are typed, `:undo`.
    #[must_use]
    pub(crate) fn bare(words: fn(Command) -> Option<&'static str>) -> Self {
        Self { bindings: Vec::new(), words }
    }

    /// The default keys with those of `user`, the text of a `keymap.toml`, in their place.
    ///
    /// # Errors
    /// When `user` names no command, writes a key wrongly, gives one run of keys two meanings in one place, binds a letter where
    /// letters are text, or Esc to what does not leave.
    pub fn new(user: &str) -> Result<Self, KeymapError> {
        let changed = read(user)?;
        let mut bindings = Vec::new();
        for spec in COMMANDS {
            let Some(UserKeys { line, runs }) = changed.get(spec.name) else {
                let default = |keys: &&str| Some(Binding { keys: KeyPress::parse_all(keys).ok()?, spec });
                bindings.extend(spec.keys.iter().filter_map(default));
                continue;
            };
            for keys in runs {
                if let Some(reason) = fault(spec, keys) {
                    return Err(KeymapError { line: *line, reason: format!("{}: {reason}", spec.name) });
                }
                bindings.push(Binding { keys: keys.clone(), spec });
            }
        }
        let line = |one: &Spec, other: &Spec| {
            let lines = [one, other].into_iter().filter_map(|spec| Some(changed.get(spec.name)?.line));
            lines.max().unwrap_or(1)
        };
        match conflict(&bindings) {
            Some((keys, first, second)) => {
                let (line, first, second) = (line(first, second), first.name, second.name);
                let reason =
                    tr!("{keys} is bound to both `{first}` and `{second}` in one pane; change one of them", keys, first, second);
                Err(KeymapError { line, reason })
            }
            None => Ok(Self { bindings, words: |_| None }),
        }
    }

    /// What `keys` means where `layers` are in force: what a layer has no use for, the one behind it has. Esc leaves what lies over
    /// a pane, whatever it is bound to.
    #[must_use]
    pub fn resolve(&self, layers: &[Layer], keys: &[KeyPress]) -> Resolved {
        let of_layer = |layer: &Layer| match self.resolve_in(*layer, keys) {
            Resolved::Unbound if keys == [KeyPress::plain(KeyCode::Esc)] => {
                Command::leaving(*layer).map_or(Resolved::Unbound, Resolved::Command)
            }
            own => own,
        };
        layers.iter().map(of_layer).find(|own| *own != Resolved::Unbound).unwrap_or(Resolved::Unbound)
    }

    fn resolve_in(&self, layer: Layer, keys: &[KeyPress]) -> Resolved {
        let mut bindings = self.bindings.iter().filter(|binding| binding.spec.is_in(layer));
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

    /// The command that `key` alone gives always, such as going to the shell.
    #[must_use]
    pub fn always(&self, key: KeyPress) -> Option<Command> {
        let mut always = self.bindings.iter().filter(|binding| binding.spec.scope == Scope::Always);
        always.find(|binding| binding.keys == [key]).map(|binding| binding.spec.command)
    }

    /// The keys of a command as help shows them, the first first.
    pub fn keys_of(&self, command: Command) -> impl Iterator<Item = String> {
        self.bindings.iter().filter(move |binding| binding.spec.command == command).map(|binding| display(&binding.keys))
    }

    /// The key that does what `command` does, for a hint: the first that is bound to it, or Esc, which leaves always.
    #[must_use]
    pub fn hinted(&self, command: Command) -> Option<String> {
        self.keys_of(command).next().or_else(|| command.leaves().then(|| KeyPress::plain(KeyCode::Esc).to_string()))
    }

    /// The key that does what `command` does, for a sentence; without one, how to ask for it by its name.
    #[must_use]
    pub fn named(&self, command: Command) -> String {
        let by_name = || match command.spec() {
            Some(Spec { scope: Scope::Over(_), .. }) | None => tr!("(no key)").to_owned(),
            Some(spec) => format!(":{}", spec.name),
        };
        let by_word = || (self.words)(command).map(str::to_owned);
        self.hinted(command).or_else(by_word).unwrap_or_else(by_name)
    }

    /// `text` with the key of a command in the place of each `{name}`.
    #[must_use]
    pub fn fill(&self, text: &str) -> String {
        let mut pieces = text.split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            match piece.split_once('}').and_then(|(name, rest)| Some((Command::by_name(name)?, rest))) {
                Some((command, rest)) => filled.extend([&self.named(command), rest]),
                None => filled.extend(["{", piece]),
            }
        }
        filled
    }

    /// The commands that may follow the pending `keys` where `layers` are in force, with the keys that are still to be typed.
    pub fn continuations(&self, layers: &[Layer], keys: &[KeyPress]) -> impl Iterator<Item = (String, &'static Spec)> {
        self.bindings
            .iter()
            .filter(|binding| layers.iter().any(|layer| binding.spec.is_in(*layer)))
            .filter_map(|binding| Some((display(binding.keys.strip_prefix(keys)?), binding.spec)))
    }
}

/// A run of keys that would mean two things in one place, and the commands it would give.
fn conflict(bindings: &[Binding]) -> Option<(String, &'static Spec, &'static Spec)> {
    for (at, one) in bindings.iter().enumerate() {
        for other in bindings.iter().skip(at + 1) {
            let hides = one.keys.starts_with(&other.keys) || other.keys.starts_with(&one.keys);
            let meet = || Layer::ALL.iter().any(|layer| one.spec.is_in(*layer) && other.spec.is_in(*layer));
            if hides && one.spec.command != other.spec.command && meet() {
                let shorter = if one.keys.len() < other.keys.len() { &one.keys } else { &other.keys };
                return Some((display(shorter), one.spec, other.spec));
            }
        }
    }
    None
}

/// What is wrong with `keys` for a command.
fn fault(spec: &Spec, keys: &[KeyPress]) -> Option<String> {
    let over: &[Layer] = if let Scope::Over(layers) = spec.scope { layers } else { &[] };
    match keys {
        [] => Some(tr!("a key is empty; use [] to unbind").to_owned()),
        [first, ..] if first.typed().is_some() && over.iter().any(|layer| layer.is_typed_in()) => {
            Some(tr!("{first} is typed there; take control or alt with it, or a key with a name", first))
        }
        [first, ..] if first.code == KeyCode::Esc && !over.is_empty() && (keys.len() > 1 || !spec.command.leaves()) => {
            Some(tr!("Esc leaves there, and does nothing else").to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Keymap, Resolved};
    use crate::app::keys::command::{COMMANDS, Command, Layer, Pane};
    use crate::app::keys::key::KeyPress;

    const ARTICLES: &[Layer] = &[Layer::Pane(Pane::Articles)];
    const READER: &[Layer] = &[Layer::Pane(Pane::Reader)];
    const AT_CARET: &[Layer] = &[Layer::Caret, Layer::Pane(Pane::Reader)];

    fn keys(text: &str) -> Vec<KeyPress> {
        KeyPress::parse_all(text).unwrap()
    }

    #[test]
    fn the_defaults_hold_together() {
        let keymap = Keymap::new("").unwrap();
        assert_eq!(keymap.resolve(READER, &keys("]")), Resolved::Pending);
        assert_eq!(keymap.resolve(READER, &keys("]e")), Resolved::Command(Command::NextEvent));
        assert_eq!(keymap.resolve(ARTICLES, &keys("]e")), Resolved::Unbound);
        assert_eq!(keymap.resolve(ARTICLES, &keys("<Esc>")), Resolved::Command(Command::DropFilter));
        assert_eq!(keymap.resolve(READER, &keys("<Esc>")), Resolved::Command(Command::Dismiss));
    }

    #[test]
    fn the_user_has_the_last_word() {
        let keymap = Keymap::new("quit = [\"ZZ\"]\nzoom = []").unwrap();
        assert_eq!(keymap.resolve(ARTICLES, &keys("Q")), Resolved::Unbound);
        assert_eq!(keymap.resolve(ARTICLES, &keys("Z")), Resolved::Pending);
        assert_eq!(keymap.keys_of(Command::Quit).collect::<Vec<_>>(), ["ZZ"]);
        assert_eq!(keymap.keys_of(Command::Zoom).count(), 0);
    }

    #[test]
    fn mistakes_name_the_command_and_the_key() {
        let told = |text: &str| Keymap::new(text).unwrap_err().to_string();
        assert!(told("zoom = []\nfly = [\"x\"]").starts_with("keymap.toml:2: there is no command `fly`"));
        assert!(told("\n\nzoom = [\"g\"]").starts_with("keymap.toml:3: g is bound to both"), "{}", told("zoom = [\"g\"]"));
        assert!(told("zoom = [\"<X-y>\"]").contains("zoom: <X-y> is no key"));
        for text in ["zoom = 3", "zoom = \"z\"", "zoom = [3]"] {
            assert!(told(text).starts_with("keymap.toml:1: zoom: give a list of keys"), "{}", told(text));
        }
        assert!(told("zoom = []\nzoom =").starts_with("keymap.toml:2: a value is missing"), "{}", told("zoom = []\nzoom ="));
    }

    #[test]
    fn keys_that_are_not_what_was_meant_are_told() {
        let told = |keys: &str| Keymap::new(&format!("zoom = [\"{keys}\"]")).map(drop).map_err(|error| error.to_string());
        for (keys, words) in [
            ("F1", "write <F1> for that key"),
            ("Esc", "write <Esc> for that key"),
            ("<C-", "a > is missing behind <C-"),
            ("<C-x", "a > is missing behind <C-x"),
            ("<C-i>", "terminals send <C-i> as <Tab>; bind that"),
            ("<C-m>", "terminals send <C-m> as <Enter>; bind that"),
            ("<C-é>", "no terminal sends <C-é>"),
        ] {
            assert_eq!(told(keys), Err(format!("keymap.toml:1: zoom: {words}")), "{keys}");
        }
        for keys in ["<F9>", "é", "<A-i>"] {
            assert_eq!(told(keys), Ok(()), "{keys}");
        }
    }

    #[test]
    fn a_layer_goes_before_those_behind_it() {
        let keymap = Keymap::default();
        assert_eq!(keymap.resolve(AT_CARET, &keys("b")), Resolved::Command(Command::PreviousWord));
        assert_eq!(keymap.resolve(AT_CARET, &keys("]")), Resolved::Pending);
        assert_eq!(keymap.resolve(&[Layer::Page, Layer::Beneath(Pane::Reader)], &keys("]")), Resolved::Unbound);
        assert_eq!(keymap.resolve(&[Layer::Note, Layer::Text], &keys("<C-e>")), Resolved::Command(Command::EditOutside));
        assert_eq!(keymap.resolve(&[Layer::Line, Layer::Text], &keys("<C-e>")), Resolved::Command(Command::TextEnd));
    }

    #[test]
    fn escape_leads_out_whatever_the_keys_are() {
        let leaving = COMMANDS.iter().filter(|spec| spec.command.leaves());
        let user: Vec<String> = leaving.map(|spec| format!("{} = []", spec.name)).collect();
        let keymap = Keymap::new(&user.join("\n")).unwrap();
        let layers = Layer::ALL.into_iter().filter(|layer| !matches!(layer, Layer::Pane(_)));
        for (layer, leaving) in layers.filter_map(|layer| Some((layer, Command::leaving(layer)?))) {
            assert_eq!(
                keymap.resolve(&[layer, Layer::Pane(Pane::Reader)], &keys("<Esc>")),
                Resolved::Command(leaving),
                "{layer:?}"
            );
        }
        assert_eq!(keymap.named(Command::Cancel), "Esc");
        for text in ["accept = [\"<Esc>\"]", "keep-orphan = [\"<Esc>o\"]", "close = [\"<Esc>q\"]"] {
            assert!(Keymap::new(text).unwrap_err().to_string().contains("Esc leaves there"), "{text}");
        }
    }

    #[test]
    fn letters_stay_letters_where_text_is_typed() {
        for text in ["complete = [\"x\"]", "list-down = [\"<Space>\"]", "keep-note = [\"é\"]"] {
            assert!(Keymap::new(text).unwrap_err().to_string().contains("is typed there"), "{text}");
        }
        assert!(Keymap::new("keep-note = [\"<C-x>s\"]\nkeep-orphan = [\"x\"]").is_ok());
    }

    #[test]
    fn sentences_name_commands_and_show_their_keys() {
        let keymap = Keymap::new("undo = []\nredo = [\"<F5>\"]\nkeep-orphan = []").unwrap();
        assert_eq!(keymap.fill("{undo} undoes, {redo} does it again; {x} {"), ":undo undoes, F5 does it again; {x} {");
        assert_eq!((keymap.named(Command::KeepOrphan), keymap.hinted(Command::KeepOrphan)), ("(no key)".into(), None));
        for spec in COMMANDS {
            assert!(!keymap.fill(spec.title).contains('{'), "{}", spec.title);
        }
    }
}
