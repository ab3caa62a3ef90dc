//! Trouble: what can be wrong with a journal, in the words that people read.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::locale::system::system_reason;
use crate::notes::action::SCHEMA;
use crate::tr;

/// Why something could not be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The system refuses.
    // The reason first: a status line has room for little more.
    #[error("{} ({doing} {})", system_reason(source), path.display())]
    Io {
        /// What was tried.
        doing: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A journal that was read is not there any more.
    #[error("{}", tr!("{path} has vanished; put it back, or open the program again to begin anew", path = .0.display()))]
    Vanished(PathBuf),
    /// A newer version of the program has written here.
    #[error("{}", tr!("{path} was written by a newer version of the program (schema {schema}, known here: {known}); notes can only be read", path = .0.display(), schema = .1, known = SCHEMA))]
    Newer(PathBuf, u32),
}

/// A part of a journal that is no action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The journal.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u64,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a damaged line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is left out, and stands where it stood.
    LeftOut,
    /// The same in the journal of this other device, which alone writes it anew.
    LeftOutElsewhere,
    /// It was the last one, unfinished; it stands in this file now.
    SetAside(PathBuf),
    /// Its identifier is of a time that no clock shows; it is left out, and stands where it stood.
    FarFuture,
    /// Another device wrote it with a newer version of the program; it stands where it stood, and what it is about cannot be changed.
    Newer(u32),
    /// It is the last one of another device's journal, and may still be on its way.
    Unfinished,
}

impl Damage {
    /// The journal in its folder: where all notes are need not be told each time.
    fn short_path(&self) -> String {
        let folder = self.path.parent().and_then(Path::file_name).map_or_else(|| Path::new(""), Path::new);
        folder.join(self.path.file_name().unwrap_or_default()).display().to_string()
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, line) = (self.short_path(), self.line);
        // What to do stands first, for a status line has room for little more.
        let text = match &self.fate {
            Fate::LeftOut => {
                tr!("a damaged line is left out; `liseuse notes compact` sets it aside ({path}, line {line})", path, line)
            }
            Fate::LeftOutElsewhere => tr!(
                "a damaged line is left out; `liseuse notes compact` on {device} sets it aside ({path}, line {line})",
                path,
                line,
                device = self.path.file_stem().unwrap_or_default().to_string_lossy()
            ),
            Fate::FarFuture => tr!(
                "a line dated after the year 3000 is left out, since it would win over all else; `liseuse notes compact` sets it aside ({path}, line {line})",
                path,
                line
            ),
            Fate::Newer(schema) => tr!(
                "{path}, line {line}: of a newer version (schema {schema}, known here: {known}); what it is about can only be read",
                path,
                line,
                schema,
                known = SCHEMA
            ),
            Fate::SetAside(aside) => tr!(
                "{path}, line {line}: never finished; what there was of it is in {aside}",
                path,
                line,
                aside = aside.display()
            ),
            Fate::Unfinished => tr!("{path}, line {line}: not finished, or still being synchronised", path, line),
        };
        f.write_str(&text)
    }
}
