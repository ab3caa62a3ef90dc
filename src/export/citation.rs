//! Citations: a quotation with its source, as Markdown, a footnote, BibTeX, or what a template makes of it.
//!
//! Pure, like all exports; the reading room copies what is written here.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::config::cite::{CitationFormat, Cite};
use crate::export::bibtex;
use crate::model::article::{Article, BlockKind};
use crate::model::date::PublicationDate;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::terminal_safe::TerminalSafe;
use crate::tr;

/// So many steps a template may take: thousands of times what a citation asks for, and done in a blink.
const FUEL: u64 = 50_000;

/// What a citation is made of; empty where it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    quote: String,
    author: String,
    title: String,
    source: String,
    date: String,
    /// The number of the paragraph, from 1; 0 outside of paragraphs.
    paragraph: usize,
    /// The section or rubric.
    rubric: String,
    /// The page or pages of the printed issue.
    page: String,
    /// The agency credited beside the outlet.
    credit: String,
    /// The identifier that the source gives the document.
    docid: String,
    url: String,
    path: String,
}

impl Citation {
    /// The citation of the words at `span` of `article`.
    #[must_use]
    pub fn of(article: &Arc<Article>, span: Span) -> Self {
        let text = |known: Option<&str>| known.unwrap_or_default().to_owned();
        let date = match article.published.date {
            PublicationDate::On(date) => date.to_string(),
            PublicationDate::Between(from, to) => format!("{from}/{to}"),
            PublicationDate::Since(from) => format!("{from}/.."),
            PublicationDate::Unknown => String::new(),
        };
        Self {
            quote: span.of(&article.body).trim().to_owned(),
            author: text(article.author.as_ref().map(|author| &*author.text)),
            title: article.title.trim().to_owned(),
            source: text(article.source.as_ref().map(|source| &*source.text)),
            date,
            paragraph: article.blocks_of(BlockKind::Paragraph).filter(|block| block.start <= span.start).count(),
            rubric: text(article.imprint.section.as_deref()),
            page: text(article.imprint.page.as_deref()),
            credit: text(article.imprint.credit.as_deref()),
            docid: text(article.imprint.docid.as_deref()),
            url: text(article.url.as_deref()),
            path: article.place.to_string(),
        }
    }

    /// The citation as `cite` wants it.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn written(&self, cite: &Cite) -> Result<String, String> {
        match (&cite.template, cite.format) {
            (Some(template), _) => {
                let mut environment = minijinja::Environment::new();
                // What is empty for an article is an empty text; a name that there is not is a slip, and would leave its place empty unseen.
                environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
                let told = |error: minijinja::Error| self.fault(&error);
                environment.set_fuel(Some(FUEL));
                let text = environment.render_str(template, self.values()).map_err(told)?;
                Ok(TerminalSafe::text(&text).into_owned())
            }
            (None, CitationFormat::Markdown) => Ok(self.markdown()),
            (None, CitationFormat::Footnote) => Ok(self.footnote()),
            (None, CitationFormat::Bibtex) => Ok(self.bibtex()),
        }
    }

    /// What is wrong with the template, in words that a status line has room for.
    fn fault(&self, error: &minijinja::Error) -> String {
        if error.kind() == minijinja::ErrorKind::UndefinedError {
            let known =
                self.values().try_iter().into_iter().flatten().map(|name| name.to_string()).collect::<Vec<_>>().join(", ");
            return tr!("[cite], template: a name in it is not known; known are {known}", known);
        }
        let reason = error.detail().map_or_else(|| error.kind().to_string(), ToOwned::to_owned);
        tr!("[cite], template: not understood: {reason}", reason)
    }

    /// What a template may name.
    fn values(&self) -> minijinja::Value {
        let texts = [
            ("quote", &self.quote),
            ("author", &self.author),
            ("title", &self.title),
            ("source", &self.source),
            ("date", &self.date),
            ("section", &self.rubric),
            ("page", &self.page),
            ("credit", &self.credit),
            ("docid", &self.docid),
            ("url", &self.url),
            ("path", &self.path),
        ];
        let texts = texts.into_iter().map(|(name, text)| (name, minijinja::Value::from(text.as_str())));
        minijinja::Value::from_pairs(texts.chain([("paragraph", minijinja::Value::from(self.paragraph))]))
    }

    fn markdown(&self) -> String {
        let quote: Vec<String> = self.quote.lines().map(|line| format!("> {}", escaped(line)).trim_end().to_owned()).collect();
        let source = if self.source.is_empty() { String::new() } else { format!("*{}*", escaped(&self.source)) };
        let link =
            if self.url.is_empty() { format!("`{}`", self.path.replace('`', "'")) } else { format!("<{}>", address(&self.url)) };
        let parts = [
            escaped(&self.author),
            format!("“{}”", escaped(&self.title)),
            source,
            self.date.clone(),
            escaped(&self.printed()),
            self.section(),
            link,
        ];
        format!("{}\n>\n> — {}\n", quote.join("\n"), joined(&parts))
    }

    fn footnote(&self) -> String {
        let words = self.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = if self.url.is_empty() { self.path.clone() } else { address(&self.url) };
        let parts = [
            self.author.clone(),
            format!("“{}”", self.title),
            self.source.clone(),
            self.date.clone(),
            self.printed(),
            self.section(),
            place,
        ];
        format!("“{words}” ({}).", joined(&parts))
    }

    fn bibtex(&self) -> String {
        let word = |text: &str| {
            fold(text).split(|c: char| !c.is_ascii_alphanumeric()).find(|word| word.len() > 3).unwrap_or("article").to_owned()
        };
        let year = self.date.get(..4).unwrap_or_default();
        let key = format!("{}{year}", word(if self.author.is_empty() { &self.title } else { &self.author }));
        let quote = self.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let fields = [
            ("author", bibtex::names(&self.author)),
            ("title", bibtex::text(&self.title)),
            ("journal", bibtex::text(&self.source)),
            ("date", self.date.clone()),
            ("pages", self.page.clone()),
            ("url", bibtex::address(&self.url)),
            ("note", bibtex::text(&self.section())),
            ("annote", bibtex::text(&quote)),
        ];
        bibtex::entry(&key, &fields)
    }

    /// Where it stood in print: section and page, as far as they are known.
    fn printed(&self) -> String {
        let page = if self.page.is_empty() { String::new() } else { format!("p. {}", self.page) };
        joined(&[self.rubric.clone(), page])
    }

    fn section(&self) -> String {
        if self.paragraph == 0 { String::new() } else { format!("§ {}", self.paragraph) }
    }
}

/// An address in which nothing ends it or the link around it: what RFC 3986 does not allow in one is escaped as it has it.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_whitespace() || c.is_control() || "<>\"`\\^{|}".contains(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    TerminalSafe::text(&out).into_owned()
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Text in which no sign means anything to Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let opens = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '~' | '|');
        if opens || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    // A number and a dot at the head of a line would open a list.
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && matches!(out.as_bytes().get(digits), Some(b'.' | b')')) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Citation;
    use crate::config::cite::{CitationFormat, Cite};
    use crate::model::article::{Article, Attributed, Block, BlockKind};
    use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
    use crate::text::span::Span;

    fn citation() -> Citation {
        let said = |text: &str| Some(Attributed { text: text.into(), provenance: Provenance::Metadata });
        let body = "Un début.\n1. *Fin* & {rien} à 5 %.";
        let block = |from, to| Block { kind: BlockKind::Paragraph, span: Span::new(from, to) };
        let article = Article {
            title: "Le “coup” : #1".into(),
            body: body.into(),
            blocks: vec![block(0, 10), block(11, body.len())],
            author: said("Ann Onyme"),
            source: said("Le_Monde"),
            published: Publication {
                date: PublicationDate::On(PartialDate::parse("2020-05-16").unwrap()),
                ..Publication::default()
            },
            ..Article::default()
        };
        Citation::of(&Arc::new(article), Span::new(11, body.len()))
    }

    #[test]
    fn a_quotation_is_cited_in_each_format() {
        let written = |format| citation().written(&Cite { format, template: None }).unwrap();
        assert_eq!(
            written(CitationFormat::Markdown),
            "> 1\\. \\*Fin\\* \\& {rien} à 5 %.\n>\n> — Ann Onyme, “Le “coup” : #1”, *Le\\_Monde*, 2020-05-16, § 2, ``\n"
        );
        assert!(
            written(CitationFormat::Footnote)
                .starts_with("“1. *Fin* & {rien} à 5 %.” (Ann Onyme, “Le “coup” : #1”, Le_Monde, 2020-05-16, § 2")
        );
        let bibtex = written(CitationFormat::Bibtex);
        assert!(bibtex.starts_with("@article{onyme2020,\n  author = {Ann Onyme},\n"), "{bibtex}");
        assert!(
            bibtex.contains("journal = {Le\\_Monde}") && bibtex.contains("\\& \\textbraceleft{}rien\\textbraceright{} à 5 \\%"),
            "{bibtex}"
        );
    }

    #[test]
    fn an_address_ends_neither_its_link_nor_its_line() {
        let cited = Citation { url: "https://a.example/x> [y](z)\n\u{1b}[2J".into(), ..citation() };
        let written = |format| cited.written(&Cite { format, template: None }).unwrap();
        assert!(written(CitationFormat::Markdown).ends_with("<https://a.example/x%3E%20[y](z)%0A%1B[2J>\n"));
        assert!(written(CitationFormat::Footnote).ends_with("https://a.example/x%3E%20[y](z)%0A%1B[2J)."));
    }

    #[test]
    fn a_template_makes_its_own() {
        let cite = |template: &str| Cite { template: Some(template.into()), ..Cite::default() };
        assert_eq!(citation().written(&cite("{{ author }} {{ paragraph }}")).unwrap(), "Ann Onyme 2");
        assert!(citation().written(&cite("{{ author")).unwrap_err().contains("[cite], template"));
        let unknown = citation().written(&cite("{{ nope }}")).unwrap_err();
        assert!(unknown.contains("not known") && unknown.contains("author"), "{unknown}");
        let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{{ quote }}{% endfor %}{% endfor %}";
        assert!(citation().written(&cite(endless)).unwrap_err().contains("fuel"));
    }
}
