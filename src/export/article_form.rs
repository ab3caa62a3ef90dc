//! The table of forms that articles are converted to: name, ending, what each is, who writes it. Highlights have their own table in `form`.
//!
//! `cli/convert` takes everything from here: a new form is a row and its writer.

mod bibliography;
mod corpus;
mod tei;
mod zotero;

use crate::export::article::{json_line, markdown};
use crate::export::bibtex;
use crate::model::segment::ArticleRef;

/// An article that is converted, with what some forms say beside it.
#[derive(Debug)]
pub(crate) struct ConvertedArticle<'a> {
    /// The article.
    pub(crate) article: ArticleRef<'a>,
    /// The actors that it names, by identifier, the one named most often first.
    pub(crate) actors: Vec<&'a str>,
    /// The notes on it and its passages: the words that were marked, and what was written.
    pub(crate) notes: Vec<(String, String)>,
}

/// Who writes a form, and into what.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ArticleWriter {
    /// A file for each article.
    Each(fn(&ConvertedArticle<'_>) -> String),
    /// A file for each article, and one about all of them, of this name.
    EachAndTable(fn(&ConvertedArticle<'_>) -> String, &'static str, fn(&[ConvertedArticle<'_>], &[String]) -> String),
    /// One file for all.
    All(fn(&[ConvertedArticle<'_>]) -> String),
}

/// What the table says of a form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ArticleFormSpec {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// The ending of its files.
    pub(crate) ending: &'static str,
    /// What it is, in a few words.
    pub(crate) about: &'static str,
    /// Who writes it.
    pub(crate) writer: ArticleWriter,
}

/// All forms, those first that a file without a form is taken for by its ending.
pub(crate) const ARTICLE_FORMS: [ArticleFormSpec; 9] = [
    form("markdown", "md", "a file of Markdown each, with front matter", ArticleWriter::Each(|one| markdown(one.article))),
    form("jsonl", "jsonl", "one file of JSON Lines", ArticleWriter::All(|all| lines(all, |one| json_line(one.article)))),
    form("bibtex", "bib", "a bibliography in BibTeX", ArticleWriter::All(bibliography::bibtex)),
    form("csl", "json", "a bibliography in CSL-JSON", ArticleWriter::All(bibliography::csl)),
    form("zotero", "rdf", "a bibliography with notes in the RDF of Zotero", ArticleWriter::All(zotero::write)),
    form("iramuteq", "txt", "a corpus for IRaMuTeQ, with variables in starred lines", ArticleWriter::All(corpus::iramuteq)),
    form(
        "txm",
        "txt",
        "a corpus for TXM: a text each, and metadata.csv",
        ArticleWriter::EachAndTable(corpus::plain, "metadata.csv", corpus::metadata),
    ),
    form("tei", "xml", "a file of TEI P5 each", ArticleWriter::Each(tei::write)),
    form("passim", "jsonl", "JSON Lines for passim: id, series, text", ArticleWriter::All(|all| lines(all, corpus::passim))),
];

const fn form(name: &'static str, ending: &'static str, about: &'static str, writer: ArticleWriter) -> ArticleFormSpec {
    ArticleFormSpec { name, ending, about, writer }
}

impl ArticleFormSpec {
    /// The form of this name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        ARTICLE_FORMS.iter().find(|form| form.name == name)
    }

    /// Whether it holds the texts of the articles; a bibliography does not.
    pub(crate) fn has_text(&self) -> bool {
        !matches!(self.name, "bibtex" | "csl" | "zotero")
    }

    /// The form that a file with this ending is in when nothing else is said; Markdown, a folder of files, for any other ending.
    pub(crate) fn of_ending(ending: &str) -> &'static Self {
        let ending = if ending == "ndjson" { "jsonl" } else { ending };
        let one_file = |form: &&'static Self| matches!(form.writer, ArticleWriter::All(_)) && form.ending == ending;
        ARTICLE_FORMS.iter().find(one_file).filter(|form| form.ending != "txt").unwrap_or(&ARTICLE_FORMS[0])
    }
}

fn lines(all: &[ConvertedArticle<'_>], line: impl Fn(&ConvertedArticle<'_>) -> String) -> String {
    all.iter().map(|one| line(one) + "\n").collect()
}

/// The text that counts, its blocks parted by an empty line.
fn text(article: ArticleRef<'_>) -> String {
    article.text_blocks().map(|block| block.span.of(article.body())).collect::<Vec<_>>().join("\n\n")
}

/// The names of a byline.
fn authors(article: ArticleRef<'_>) -> Vec<String> {
    bibtex::people(article.author().unwrap_or_default())
}
