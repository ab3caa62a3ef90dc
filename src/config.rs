//! Configuration: where the user's files live, and what they say. Unknown keys are errors that name the key.
//!
//! `keymap.toml` and `actors.toml` are handed on as they stand: the keymap and the gazetteer check their own. Read once at the
//! start by the command line; nothing is written here.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use thiserror::Error;

use crate::config::cite::Cite;
use crate::config::colors::MarkColors;
use crate::config::dirs::Dirs;
use crate::config::size::parse_size;
use crate::config::theme::{OwnTheme, ThemeChoice, ThemeName, ThemeSettings};
use crate::config::told::told;
use crate::locale::Locale;
use crate::locale::system::system_reason;
use crate::model::actor::ActorNaming;
use crate::tr;

pub mod actors_file;
pub mod cite;
pub mod colors;
pub mod dirs;
pub(crate) mod regular_file;
pub mod size;
pub mod theme;
pub(crate) mod told;

/// The most bytes that a file of the user's may have: more than any was ever written by hand.
const LARGEST: u64 = 16 << 20;

/// All that the user configured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// `config.toml`.
    pub settings: Settings,
    /// `keymap.toml`, as it stands; `None` when there is none.
    pub keymap: Option<UserFile>,
    /// `actors.toml`, as it stands; `None` when there is none.
    pub actors: Option<UserFile>,
    /// The theme that `config.toml` names.
    pub theme: ThemeChoice,
}

/// A file of the user's that another module reads, with its path for messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

/// What `config.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The language of the interface, by its ISO 639 code; `None` leaves it to the system.
    #[serde(deserialize_with = "language")]
    pub language: Option<String>,
    /// The reader pane.
    pub reader: ReaderSettings,
    /// The colours.
    pub theme: ThemeSettings,
    /// The loading of archives.
    pub load: LoadSettings,
    /// Saved queries by the name they are called by, without its `@`.
    pub queries: BTreeMap<String, String>,
    /// The archives that are kept as they were loaded.
    pub cache: CacheSettings,
    /// The actors.
    pub actors: Actors,
    /// The colours of highlights.
    pub colors: MarkColors,
    /// How a quotation is copied with its source.
    pub cite: Cite,
    /// The copies in the list.
    pub copies: CopiesSettings,
}

/// `[copies]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CopiesSettings {
    /// Which copies are folded when the reading room opens.
    pub fold: FoldSetting,
    /// Which article stands for its copies.
    pub leader: LeaderSetting,
}

/// Which copies the list folds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoldSetting {
    /// None.
    Off,
    /// Those that are nearly identical.
    #[default]
    NearIdentical,
    /// Similar ones, too.
    Similar,
}

/// Which article stands for its copies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LeaderSetting {
    /// The one published first.
    #[default]
    First,
    /// The longest.
    Longest,
}

/// `[reader]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReaderSettings {
    /// The longest row of a body, in terminal columns: 72 unless told, near the upper end of what is read with ease (45 to 75
    /// characters a line: R. Bringhurst, The Elements of Typographic Style, §2.1.2).
    #[serde(deserialize_with = "measure")]
    pub measure: u16,
}

/// `[load]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LoadSettings {
    /// Files with more bytes are reported, not read; a number of bytes, or a string such as `"200 MiB"`. `None` leaves it to
    /// the loader.
    #[serde(deserialize_with = "max_file_size")]
    pub max_file_size: Option<u64>,
}

/// `[cache]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CacheSettings {
    /// Whether archives are kept.
    pub enabled: bool,
    /// The most that all of them may take on disk; a number of bytes, or a string such as `"2 GiB"`. `None` leaves it to the
    /// cache.
    #[serde(deserialize_with = "max_size")]
    pub max_size: Option<u64>,
}

impl Default for CacheSettings {
    fn default() -> Self {
        Self { enabled: true, max_size: None }
    }
}

/// `[actors]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Actors {
    /// Whether the list of actors that comes with the program is used, beside those that an archive itself shows.
    pub gazetteer: bool,
    /// Which names of actors of the list people see.
    pub names: ActorNaming,
}

impl Default for Actors {
    fn default() -> Self {
        Self { gazetteer: true, names: ActorNaming::default() }
    }
}

/// Why a configuration could not be read.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file is there but cannot be read.
    #[error("{}", tr!("cannot read {path}: {source}", path = path.display(), source = system_reason(source)))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file says something it cannot say.
    #[error("{}:{line}: {reason}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong and what is allowed.
        reason: String,
    },
    /// No theme has the name that is asked for.
    #[error(
        "{}",
        tr!(
            "there is no theme {name}: {path} is not there, and those that come with liseuse are {known}",
            name,
            path = path.display(),
            known = theme::built_in().collect::<Vec<_>>().join(", ")
        )
    )]
    NoTheme {
        /// The name.
        name: String,
        /// Where its file would be.
        path: PathBuf,
    },
}

impl Default for ReaderSettings {
    fn default() -> Self {
        Self { measure: 72 }
    }
}

impl Config {
    /// Reads the user's files in the configuration folder of `dirs`. A file that is not there says nothing.
    ///
    /// # Errors
    /// When a file is there and cannot be read, when `config.toml` or the theme it names has a key or a value it cannot have, and when
    /// there is no such theme.
    pub fn load(dirs: &Dirs) -> Result<Self, ConfigError> {
        let Some(folder) = &dirs.config else { return Ok(Self::default()) };
        let settings: Settings = read(&folder.join("config.toml"))?.map(|file| parsed(&file)).transpose()?.unwrap_or_default();
        Ok(Self {
            theme: chosen_theme(&settings.theme.name, folder)?,
            settings,
            keymap: read(&folder.join("keymap.toml"))?,
            actors: read(&folder.join("actors.toml"))?,
        })
    }
}

impl Config {
    /// The language of the interface that `config.toml` asks for. A file that cannot be read asks for none: [`Config::load`] tells.
    #[must_use]
    pub fn language(dirs: &Dirs) -> Option<String> {
        let file = read(&dirs.config.as_ref()?.join("config.toml")).ok()??;
        parsed::<Settings>(&file).ok()?.language
    }
}

fn read(path: &Path) -> Result<Option<UserFile>, ConfigError> {
    match regular_file::read_text(path, LARGEST) {
        Ok(text) => Ok(Some(UserFile { path: path.to_owned(), text })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(ConfigError::Unreadable { path: path.to_owned(), source }),
    }
}

/// The theme of this name; one of the reader's own stands in a file of `folder`.
fn chosen_theme(name: &ThemeName, folder: &Path) -> Result<ThemeChoice, ConfigError> {
    match name {
        ThemeName::BuiltIn(scheme, ground) => Ok(ThemeChoice::BuiltIn(*scheme, *ground)),
        ThemeName::Own(name) => {
            let path = folder.join(theme::FOLDER).join(name).with_extension("toml");
            let file = read(&path)?.ok_or_else(|| ConfigError::NoTheme { name: name.clone(), path })?;
            parsed::<OwnTheme>(&file).map(ThemeChoice::Own)
        }
    }
}

/// What a file says.
fn parsed<T: DeserializeOwned>(file: &UserFile) -> Result<T, ConfigError> {
    toml::from_str(&file.text).map_err(|error| {
        let before = error.span().and_then(|span| file.text.get(..span.start)).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        ConfigError::Wrong { path: file.path.clone(), line, reason: told(error.message()) }
    })
}

fn measure<'de, D: Deserializer<'de>>(value: D) -> Result<u16, D::Error> {
    /// Narrower is no line of prose, wider than any terminal is a slip of the finger.
    const ALLOWED: std::ops::RangeInclusive<u16> = 20..=400;
    let measure = toml::Value::deserialize(value)?;
    let columns =
        measure.as_integer().and_then(|columns| u16::try_from(columns).ok()).filter(|columns| ALLOWED.contains(columns));
    let wrong = || {
        serde::de::Error::custom(tr!(
            "measure = {measure}: give {start} to {end} columns",
            measure,
            start = ALLOWED.start(),
            end = ALLOWED.end()
        ))
    };
    columns.ok_or_else(wrong)
}

fn language<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(value)?;
    let wrong = || {
        let known = Locale::all().map(Locale::code).collect::<Vec<_>>().join(", ");
        serde::de::Error::custom(tr!("language = \"{name}\": give one of {known}", name, known))
    };
    if Locale::named(&name).is_some() { Ok(Some(name)) } else { Err(wrong()) }
}

fn max_file_size<'de, D: Deserializer<'de>>(value: D) -> Result<Option<u64>, D::Error> {
    size("max_file_size", value)
}

fn max_size<'de, D: Deserializer<'de>>(value: D) -> Result<Option<u64>, D::Error> {
    size("max_size", value)
}

fn size<'de, D: Deserializer<'de>>(key: &str, value: D) -> Result<Option<u64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Size {
        Bytes(u64),
        Words(String),
    }
    let wrong = |_| serde::de::Error::custom(tr!("{key}: give a number of bytes, or a string such as \"200 MiB\"", key));
    match Size::deserialize(value).map_err(wrong)? {
        Size::Bytes(bytes) => Ok(Some(bytes)),
        Size::Words(words) => parse_size(&words).map(Some).map_err(serde::de::Error::custom),
    }
}

#[cfg(test)]
mod tests;
