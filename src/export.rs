//! Exports: a dossier of highlights and notes in the forms that people and programs read.
//!
//! Pure functions: [`compile`] makes the dossier, [`write()`] gives it a form, [`zone`] keeps what a person wrote around an earlier
//! export. `cli` and `runtime` read and write the files.

use crate::export::dossier::ExportDocument;
use crate::export::group::Grouping;
use crate::export::template::{Template, TemplateError};

pub mod article;
pub mod build;
pub mod csv;
pub mod dossier;
pub mod group;
pub mod html;
pub mod json;
pub mod jsonld;
pub mod managed_block;
pub mod markdown;
pub mod names;
pub mod org;
pub mod select;
pub mod template;
pub mod view;
pub mod words;
pub mod yaml;

const MARKDOWN: Template<'_> = Template { name: "markdown.md.j2", source: include_str!("../assets/export/markdown.md.j2") };
const HTML: Template<'_> = Template { name: "page.html.j2", source: include_str!("../assets/export/page.html.j2") };
const ORG: Template<'_> = Template { name: "outline.org.j2", source: include_str!("../assets/export/outline.org.j2") };

/// The forms of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ExportForm {
    /// Markdown with front matter.
    #[default]
    Markdown,
    /// All that is known, to be imported again.
    Json,
    /// A collection of the W3C Web Annotation Data Model.
    JsonLd,
    /// The columns that Readwise imports.
    Csv,
    /// One page for the browser or the printer.
    Html,
    /// An outline for Org mode.
    Org,
}

/// How an export is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExportLayout<'a> {
    /// The form.
    pub form: ExportForm,
    /// What Markdown, HTML and Org are grouped by; the other forms hold each annotation once.
    pub grouping: Grouping,
    /// A template in the place of our own.
    pub template: Option<Template<'a>>,
}

impl ExportForm {
    /// The usual ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
            Self::JsonLd => "jsonld",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Org => "org",
        }
    }

    /// The form that a file with this ending has.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let forms = [Self::Markdown, Self::Json, Self::JsonLd, Self::Csv, Self::Html, Self::Org];
        forms.into_iter().find(|form| form.ending().eq_ignore_ascii_case(ending))
    }

    /// What the form leaves out, as a clause behind "leaves out"; `None` for the forms that can be imported whole.
    #[must_use]
    pub fn leaves_out(self) -> Option<&'static str> {
        match self {
            Self::Json | Self::JsonLd => None,
            Self::Markdown | Self::Html | Self::Org => Some("positions and times"),
            Self::Csv => Some("colours, positions, and notes without a quotation"),
        }
    }
}

/// The dossier in the form that `layout` tells.
///
/// # Errors
/// When the template is wrong.
pub fn write(dossier: &ExportDocument, layout: &ExportLayout<'_>) -> Result<String, TemplateError> {
    let own = match layout.form {
        ExportForm::Json => return Ok(json::write(dossier)),
        ExportForm::JsonLd => return Ok(jsonld::write(dossier)),
        ExportForm::Csv => return Ok(csv::write(dossier)),
        ExportForm::Markdown => MARKDOWN,
        ExportForm::Html => HTML,
        ExportForm::Org => ORG,
    };
    template::render(dossier, layout.grouping, layout.template.unwrap_or(own))
}
