//! The table of export forms: name, ending, what each leaves out, who writes it, and how a file of ours is known.
//!
//! The command line, the reading room and the writer of files take everything from here: a new form is a row and its writer.

use std::path::Path;

use thiserror::Error;

use crate::export::dossier::ExportDocument;
use crate::export::template::Template;
use crate::export::{bibliography, csv, json, jsonld};
use crate::{tr, tr_later};

/// What the table says of a form.
#[derive(Clone, Copy, Debug)]
pub struct FormSpec {
    /// Its name on the command line.
    pub name: &'static str,
    /// The usual ending of its files.
    pub ending: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// What it leaves out, as words behind "leaves out"; `None` for the forms that can be imported whole.
    pub leaves_out: Option<&'static str>,
    /// Who writes it.
    pub writer: Writer,
    /// How a file that stands in its place is known for an earlier export.
    pub own: Own,
}

/// Who writes a form.
#[derive(Clone, Copy, Debug)]
pub enum Writer {
    /// This function, which makes text.
    Data(fn(&ExportDocument) -> String),
    /// This function, which makes a document in JSON.
    Json(fn(&ExportDocument) -> String),
    /// A template of ours, in whose place a person may put another.
    Template(Template<'static>),
}

/// How a file is known for an earlier export.
#[derive(Clone, Copy, Debug)]
pub enum Own {
    /// By its marked parts, which alone are written again.
    Zones,
    /// By what it says of itself; it is replaced as a whole.
    Says(fn(&str) -> bool),
    /// Not at all: there is no place in it for a word about who wrote it.
    Unknown,
}

/// A file was named whose ending is that of no form.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "{}",
    tr!(
        "no form of exports ends in .{ending}; the forms are {forms}; --format writes any of them to a file of any name",
        ending,
        forms = ExportForm::listed()
    )
)]
pub struct UnknownForm {
    /// The ending.
    pub ending: String,
}

macro_rules! forms {
    ($($form:ident $name:literal .$ending:literal $about:literal, leaves out $leaves:expr, $writer:expr, $own:expr;)*) => {
        /// The forms of an export.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum ExportForm {
            #[default]
            $(#[doc = $about] $form,)*
        }

        impl ExportForm {
            /// All forms, in the order in which they are named to people.
            pub const ALL: &'static [Self] = &[$(Self::$form),*];

            /// Its row of the table.
            #[must_use]
            pub const fn row(self) -> FormSpec {
                match self {
                    $(Self::$form => FormSpec {
                        name: $name,
                        ending: $ending,
                        about: $about,
                        leaves_out: $leaves,
                        writer: $writer,
                        own: $own,
                    },)*
                }
            }
        }
    };
}

/// A template that is compiled in.
macro_rules! template {
    ($name:literal) => {
        Writer::Template(Template { name: $name, source: include_str!(concat!("../../assets/export/", $name)) })
    };
}

const OF_TEXT: Option<&str> = Some(tr_later!("positions and times"));
const OF_TABLE: Option<&str> = Some(tr_later!("colours, positions, and notes without a quotation"));
const OF_LIST: Option<&str> = Some(tr_later!("quotations and notes"));

forms! {
    Markdown "markdown" ."md" "Front matter, quotations, citations", leaves out OF_TEXT, template!("markdown.md.j2"), Own::Zones;
    Json "json" ."json" "All that is known, to be imported again", leaves out None, Writer::Json(json::write), Own::Says(json::is_own);
    JsonLd "jsonld" ."jsonld" "W3C Web Annotations, to be imported again", leaves out None, Writer::Json(jsonld::write), Own::Says(jsonld::is_own);
    Csv "csv" ."csv" "The columns of Readwise", leaves out OF_TABLE, Writer::Data(csv::write), Own::Unknown;
    Html "html" ."html" "One page for browser and printer", leaves out OF_TEXT, template!("page.html.j2"), Own::Zones;
    Bibtex "bibtex" ."bib" "The articles for a bibliography", leaves out OF_LIST, Writer::Data(bibliography::bibtex), Own::Says(bibliography::is_own_bibtex);
    Ris "ris" ."ris" "The articles for Zotero and other managers of references", leaves out OF_LIST, Writer::Data(bibliography::ris), Own::Unknown;
    CslJson "csl-json" ."csljson" "The articles for Pandoc and citeproc", leaves out OF_LIST, Writer::Json(bibliography::csl_json), Own::Unknown;
    Org "org" ."org" "An outline for Org mode", leaves out OF_TEXT, template!("outline.org.j2"), Own::Zones;
    Odt "odt" ."odt" "A text for LibreOffice, Word and other word processors", leaves out OF_TEXT, template!("document.xml.j2"), Own::Unknown;
}

impl ExportForm {
    /// The form of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.row().name == name)
    }

    /// The form that the ending of `file` asks for; the first of the table for a file without an ending.
    ///
    /// # Errors
    /// When no form has that ending.
    pub fn of_file(file: &Path) -> Result<Self, UnknownForm> {
        let Some(ending) = file.extension() else { return Ok(Self::default()) };
        let ending = ending.to_string_lossy();
        let found = Self::ALL.iter().copied().find(|form| form.row().ending.eq_ignore_ascii_case(&ending));
        found.ok_or_else(|| UnknownForm { ending: ending.into_owned() })
    }

    /// Whether what is written is the content of a container, which goes into a file and is not printed.
    #[must_use]
    pub fn is_packed(self) -> bool {
        self == Self::Odt
    }

    /// Whether it shows a title.
    #[must_use]
    pub fn has_title(self) -> bool {
        matches!(self, Self::Markdown | Self::Html | Self::Org | Self::Odt)
    }

    /// Whether it lists articles alone, marked or not.
    #[must_use]
    pub fn lists_articles(self) -> bool {
        matches!(self, Self::Bibtex | Self::Ris | Self::CslJson)
    }

    /// Whether a person's own template can write it.
    #[must_use]
    pub fn takes_template(self) -> bool {
        matches!(self.row().writer, Writer::Template(_))
    }

    /// All forms by name, with their endings where those are others.
    fn listed() -> String {
        let named = |form: &Self| match form.row() {
            FormSpec { name, ending, .. } if name == ending => name.to_owned(),
            FormSpec { name, ending, .. } => format!("{name} (.{ending})"),
        };
        Self::ALL.iter().map(named).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{ExportForm, Own, Writer};
    use crate::export::dossier::ExportDocument;
    use crate::export::{ExportLayout, write};

    #[test]
    fn each_form_is_found_by_name_and_by_ending_and_knows_its_own_files() {
        for form in ExportForm::ALL.iter().copied() {
            let row = form.row();
            assert_eq!(ExportForm::named(row.name), Some(form));
            assert_eq!(ExportForm::of_file(Path::new(&format!("a.b.{}", row.ending.to_uppercase()))), Ok(form));
            let text = write(&ExportDocument::default(), &ExportLayout { form, ..ExportLayout::default() }).unwrap();
            if let Own::Says(is_own) = row.own {
                assert!(is_own(&text) && !is_own("{}") && !is_own("# Mine\n"), "{}", row.name);
            }
            assert_eq!(form.takes_template(), matches!(row.writer, Writer::Template(_)));
        }
        assert_eq!(ExportForm::of_file(Path::new("/dev/stdout")), Ok(ExportForm::Markdown));
        let told = ExportForm::of_file(Path::new("x.docx")).unwrap_err().to_string();
        assert!(
            told.contains(".docx")
                && told.contains("markdown (.md), json, jsonld, csv, html, bibtex (.bib), ris, csl-json (.csljson), org, odt"),
            "{told}"
        );
    }
}
