//! The locale of the environment, which says in which language a dossier is written when nothing else does.

use std::env;

use crate::export::manner::ExportLang;

/// The language that the environment asks for, by POSIX's order of the variables.
#[must_use]
pub fn export_lang() -> ExportLang {
    let set = |name: &&str| env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(set)
        .map_or_else(ExportLang::default, |locale| ExportLang::of_locale(&locale))
}
