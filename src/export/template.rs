//! Templates: the dossier through `MiniJinja`. Our own shapes are templates in `assets/export`; a person may bring another.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use thiserror::Error;

use crate::export::dossier::ExportDocument;
use crate::export::group::Grouping;
use crate::export::managed_block::{ZoneError, seal};
use crate::export::manner::Manner;
use crate::export::view::DocumentView;
use crate::export::{html, markdown, odt, org, yaml};
use crate::text::terminal_safe::TerminalSafe;
use crate::tr;

/// A template and the name that tells what it writes.
#[derive(Clone, Copy, Debug)]
pub struct Template<'a> {
    /// Its name: in `x.html.j2` everything is escaped for HTML unasked.
    pub name: &'a str,
    /// The template.
    pub source: &'a str,
}

/// Why a template gave nothing.
#[derive(Debug, Error)]
pub enum TemplateError {
    /// It is wrong, or asks for what is not there.
    #[error("{}", tr!("the template is wrong: {what}", what = .0))]
    Wrong(String),
    /// Its zones are wrong.
    #[error("{}", tr!("in the text that the template gave, {what}", what = .0))]
    Zone(ZoneError),
}

/// The dossier in the shape of `template`.
///
/// # Errors
/// When the template is wrong, or writes markers that do not pair.
pub fn render(
    dossier: &ExportDocument,
    (grouping, manner): (Grouping, Manner),
    template: Template<'_>,
) -> Result<String, TemplateError> {
    let page = Value::from(Serde(DocumentView::new(dossier, grouping, manner)));
    let environment = environment().map_err(|error| wrong(&error))?;
    let text = environment.render_named_str(template.name, template.source, page).map_err(|error| wrong(&error))?;
    // A note may ask for such signs by their numbers (`&#27;`), and a person's template may write its own.
    seal(TerminalSafe::text(&text).as_str()).map_err(TemplateError::Zone)
}

fn wrong(error: &minijinja::Error) -> TemplateError {
    let line = error.line().map(|line| tr!(", at line {line}", line)).unwrap_or_default();
    let cause = std::error::Error::source(error).map(|cause| format!(" ({cause})")).unwrap_or_default();
    TemplateError::Wrong(format!("{}{cause}{line}", error.detail().map_or_else(|| error.kind().to_string(), str::to_owned)))
}

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().keep_trailing_newline(true).trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_auto_escape_callback(|name| {
        if name.contains(".html") || name.contains(".xml") { AutoEscape::Html } else { AutoEscape::None }
    });
    environment.add_filter("md", |text: &str| markdown::inline(text));
    environment.add_filter("quote", |text: &str| markdown::quotation(text));
    environment.add_filter("note", |text: &str| markdown::note::contained(text));
    environment.add_filter("hashtag", |text: &str| markdown::tag(text));
    environment.add_filter("link", |text: &str| markdown::destination(text).unwrap_or_default());
    environment.add_filter("yaml", |text: &str| yaml::quoted(text));
    environment.add_filter("wikilink", |text: &str| format!("[[{}]]", markdown::page_name(text)));
    environment.add_filter("org", |text: &str| org::plain(text));
    environment.add_filter("literal", |text: &str| org::literal(text));
    environment.add_filter("rendered", |text: &str| Value::from_safe_string(html::rendered(text)));
    environment.add_filter("lines", |text: &str| Value::from_safe_string(odt::lines(text)));
    environment.add_filter("paragraphs", |text: &str| Value::from_safe_string(odt::paragraphs(text)));
    environment.add_test("web", |text: &str| markdown::is_web_address(text));
    Ok(environment)
}
