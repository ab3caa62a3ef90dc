//! The words of a dossier that are neither quoted nor the reader's: headings and counts, in the languages dossiers are written in.
//!
//! A dossier speaks the language it is asked for, whatever the interface does.

use serde::Serialize;

use crate::export::dossier::ExportDocument;
use crate::export::manner::ExportLang;
use crate::export::words;

/// Headings and labels, for templates.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Terms {
    contents: &'static str,
    chronology: &'static str,
    sources: &'static str,
    original: &'static str,
    note: &'static str,
    highlight: &'static str,
    undated: &'static str,
    no_backup: &'static str,
    from_archive: &'static str,
    colon: &'static str,
}

impl Terms {
    /// The heading over the contents.
    #[must_use]
    pub const fn contents(&self) -> &'static str {
        self.contents
    }

    /// The colon as the language sets it.
    #[must_use]
    pub const fn colon(&self) -> &'static str {
        self.colon
    }

    /// The heading over the chronology.
    #[must_use]
    pub const fn chronology(&self) -> &'static str {
        self.chronology
    }

    /// The words of a language.
    #[must_use]
    pub const fn of(lang: ExportLang) -> Self {
        match lang {
            ExportLang::En => Self {
                contents: "Contents",
                chronology: "Chronology",
                sources: "Sources",
                original: "Original",
                note: "Note",
                highlight: "Highlight",
                undated: "undated",
                no_backup: "This page is no backup.",
                from_archive: "from the archive",
                colon: ":",
            },
            ExportLang::Fr => Self {
                contents: "Sommaire",
                chronology: "Chronologie",
                sources: "Sources",
                original: "Original",
                note: "Note",
                highlight: "Passage",
                undated: "sans date",
                no_backup: "Cette page n’est pas une sauvegarde.",
                from_archive: "d’après le fonds",
                colon: "\u{A0}:",
            },
        }
    }
}

/// What the dossier holds, as a sentence.
#[must_use]
pub fn summary(dossier: &ExportDocument, lang: ExportLang) -> String {
    let highlights = dossier.items().filter(|item| item.anchor().is_some()).count();
    let notes = dossier.items().filter(|item| !item.annotation.note.is_empty()).count();
    let unsure = dossier.items().filter(|item| !words::state(item.state).is_empty()).count();
    let articles = dossier.sections.iter().filter(|section| section.facts().is_some()).count();
    match lang {
        ExportLang::En => {
            let from = if articles > 1 { format!(" from {articles} articles") } else { String::new() };
            let unsure = if unsure > 0 { format!("; {unsure} no longer in the text as marked") } else { String::new() };
            format!("{} and {}{from}{unsure}.", words::counted(highlights, "highlight"), words::counted(notes, "note"))
        }
        ExportLang::Fr => {
            // In French nothing and one are singular.
            let counted = |count: usize, thing: &str| format!("{count} {thing}{}", if count > 1 { "s" } else { "" });
            let from = if articles > 1 { format!(", tirés de {articles} articles") } else { String::new() };
            let unsure = match unsure {
                0 => String::new(),
                1 => "\u{A0}; 1 n’est plus dans le texte tel qu’il fut marqué".to_owned(),
                _ => format!("\u{A0}; {unsure} ne sont plus dans le texte tels qu’ils furent marqués"),
            };
            format!("{} et {}{from}{unsure}.", counted(highlights, "passage"), counted(notes, "note"))
        }
    }
}
