//! What a `keymap.toml` says: commands, each with the runs of keys it is to have and the line that says so. What runs of keys mean beside each
//! other is settled in [`keymap`](crate::app::keys::keymap).

use std::collections::BTreeMap;

use thiserror::Error;
use toml::{Spanned, Value};

use crate::app::keys::command::{Command, Spec};
use crate::app::keys::key::{KeyCode, KeyPress};
use crate::config::told::told;
use crate::tr;

/// What is wrong in a `keymap.toml`, and where.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("keymap.toml:{line}: {reason}")]
pub struct KeymapError {
    /// The line, counted from 1.
    pub(super) line: usize,
    /// What is wrong, and what would be right.
    pub(super) reason: String,
}

/// The keys of a command.
pub(super) struct UserKeys {
    /// The line that says so, counted from 1.
    pub line: usize,
    /// All runs of keys that are to give it.
    pub runs: Vec<Vec<KeyPress>>,
}

/// Reads `text`: what it says of each command, by the command's name.
pub(super) fn read(text: &str) -> Result<BTreeMap<&'static str, UserKeys>, KeymapError> {
    let line = |at: usize| text.get(..at).unwrap_or_default().bytes().filter(|byte| *byte == b'\n').count() + 1;
    let said: BTreeMap<String, Spanned<Value>> = toml::from_str(text)
        .map_err(|error| KeymapError { line: line(error.span().map_or(0, |span| span.start)), reason: told(error.message()) })?;
    let mut all = BTreeMap::new();
    for (name, value) in said {
        let line = line(value.span().start);
        let spec = Command::by_name(&name).and_then(Command::spec);
        let spec: &'static Spec = spec.ok_or_else(|| KeymapError {
            line,
            reason: tr!(
                "there is no command `{what}`; the palette of the reading room and docs/keys.md list their names",
                what = name
            ),
        })?;
        let runs = runs(value.get_ref()).map_err(|reason| KeymapError { line, reason: format!("{name}: {reason}") })?;
        all.insert(spec.name, UserKeys { line, runs });
    }
    Ok(all)
}

fn runs(value: &Value) -> Result<Vec<Vec<KeyPress>>, String> {
    let no_list = || tr!("give a list of keys, such as [\"gg\", \"<C-d>\"]").to_owned();
    let texts: Option<Vec<&str>> = value.as_array().ok_or_else(no_list)?.iter().map(Value::as_str).collect();
    texts.ok_or_else(no_list)?.into_iter().map(run).collect()
}

/// Reads one run of keys, and says of one that no terminal can send that it is none.
fn run(text: &str) -> Result<Vec<KeyPress>, String> {
    // `F1` is typed with two keys, F and 1, and hardly meant so.
    let is_name =
        text.chars().count() > 1 && text != "lt" && matches!(KeyPress::parse_all(&format!("<{text}>")).as_deref(), Ok([_]));
    if is_name {
        return Err(tr!("write <{text}> for that key", text));
    }
    let unclosed = text.rsplit_once('<').map(|(_, name)| name).filter(|name| !name.contains('>'));
    if let Some(name) = unclosed.filter(|name| name.starts_with("C-") || name.starts_with("A-")) {
        return Err(tr!("a > is missing behind <{name}", name));
    }
    let keys = KeyPress::parse_all(text)?;
    keys.iter().find_map(|key| unsent(*key)).map_or(Ok(keys), Err)
}

/// Why no terminal sends `key`: control makes of a letter the sign of its place in the alphabet (ECMA-48), and some of these are keys of
/// their own.
fn unsent(key: KeyPress) -> Option<String> {
    let KeyCode::Char(c) = key.code else { return None };
    if !key.ctrl || key.alt {
        return None;
    }
    let instead = match c.to_ascii_lowercase() {
        'i' => "<Tab>",
        'm' => "<Enter>",
        '[' => "<Esc>",
        c if !c.is_ascii() => return Some(tr!("no terminal sends {keys}", keys = key.notation())),
        _ => return None,
    };
    Some(tr!("terminals send {keys} as {instead}; bind that", keys = key.notation(), instead))
}
