//! Exports: a dossier of highlights and notes in the forms that people and programs read.
//!
//! Pure functions: [`compile`] makes the dossier, [`write()`] gives it a form of the table in [`form`], [`zone`] keeps what a person wrote around an earlier
//! export. `cli` and `runtime` read and write the files.

use crate::export::cleaned::cleaned;
use crate::export::dossier::ExportDocument;
use crate::export::form::{ExportForm, Writer};
use crate::export::group::Grouping;
use crate::export::manner::Manner;
use crate::export::template::{Template, TemplateError};
use crate::text::terminal_safe::TerminalSafe;

pub mod article;
pub(crate) mod article_form;
pub mod belonging;
pub mod bibliography;
pub mod bibtex;
pub mod build;
pub mod citation;
pub mod cited_days;
pub mod cleaned;
pub mod contents;
pub mod csv;
pub mod dossier;
pub mod form;
pub mod group;
pub mod html;
pub mod json;
pub mod jsonld;
pub mod managed_block;
pub mod manner;
pub mod markdown;
pub mod names;
pub(crate) mod network;
pub(crate) mod odt;
pub mod org;
pub mod reference;
pub mod select;
pub mod sheet;
pub(crate) mod tables;
pub mod template;
pub mod terms;
pub mod view;
pub mod words;
pub(crate) mod xml;
pub mod yaml;

/// How an export is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExportLayout<'a> {
    /// The form.
    pub form: ExportForm,
    /// What Markdown, HTML and Org are grouped by; the other forms hold each annotation once.
    pub grouping: Grouping,
    /// In which language and style it is written.
    pub manner: Manner,
    /// A template in the place of our own.
    pub template: Option<Template<'a>>,
}

impl ExportLayout<'_> {
    /// Whether it shows which days a passage tells of: the forms of data do not.
    #[must_use]
    pub(crate) fn tells_days(&self) -> bool {
        matches!(self.form.row().writer, Writer::Template(_))
    }

    /// Whether it shows which actors a passage names.
    #[must_use]
    pub(crate) fn names_actors(&self) -> bool {
        let is_templated = matches!(self.form, ExportForm::Markdown | ExportForm::Html | ExportForm::Org);
        // Our own templates name no actors; a person's may.
        is_templated && (self.grouping == Grouping::Actor || self.template.is_some() || self.manner.wikilinks)
    }
}

/// The dossier in the form that `layout` tells. Nothing in it commands a terminal or turns what is read, whoever wrote the words.
///
/// # Errors
/// When the template is wrong.
pub fn write(dossier: &ExportDocument, layout: &ExportLayout<'_>) -> Result<String, TemplateError> {
    match layout.form.row().writer {
        Writer::Json(write) => Ok(TerminalSafe::owned_json(write(dossier))),
        Writer::Data(write) => Ok(TerminalSafe::text(&write(&cleaned(dossier))).into_owned()),
        Writer::Template(own) => {
            template::render(&cleaned(dossier), (layout.grouping, layout.manner), layout.template.unwrap_or(own))
        }
    }
}
