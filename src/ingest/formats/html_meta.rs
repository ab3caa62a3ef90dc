//! What an HTML page says of itself, to machines and to eyes: linked data, meta elements, and the elements around its headline.
//!
//! What is made for machines is believed first, unless what is shown says better: a headline that stands above the text and in the
//! page's title, the day in the page's own time zone. Readability's text is `html`'s. Called by `html` alone.

pub(crate) mod address;
mod author;
mod day;
pub(crate) mod linked;
mod pieces;
mod title;

use dom_query::{Document, NodeRef};

use crate::ingest::draft::Declared;
use crate::ingest::formats::fields::cleaned;
use crate::ingest::formats::html_meta::linked::Linked;
use crate::ingest::formats::html_meta::pieces::Piece;

/// A page under reading: its tree, its source, and what was gathered from both once.
pub(crate) struct Page<'a> {
    source: &'a str,
    linked: &'a Linked,
    metas: Vec<(String, String)>,
    pieces: Vec<Piece>,
    title: Option<String>,
    lang: Option<String>,
    canonical: Option<String>,
}

impl<'a> Page<'a> {
    /// Gathers what `document` holds beside its text; `source` is the markup it was parsed from.
    pub(crate) fn new(document: &Document, source: &'a str, linked: &'a Linked) -> Self {
        let attribute = |selector: &str, name: &str| {
            let found = document.select_single(selector);
            found.attr(name).map(|value| cleaned(&value)).filter(|value| !value.is_empty())
        };
        let title = document.select_single("title").nodes().first().and_then(|node| pieces::short_text(node, 600));
        Self {
            source,
            linked,
            metas: document.select("meta[content]").nodes().iter().flat_map(meta).collect(),
            pieces: pieces::gather(document),
            title,
            lang: attribute("html", "lang").or_else(|| attribute("html", "xml:lang")),
            canonical: attribute("link[rel=canonical]", "href"),
        }
    }

    /// What the page says.
    pub(crate) fn declared(&self) -> Declared {
        let url = address::of(self);
        let outlet = self.outlet();
        let title = title::of(self, outlet.as_deref());
        let lang = self.lang.clone().or_else(|| self.meta(&["og:locale", "content-language", "dc.language"]));
        Declared {
            author: author::of(self, outlet.as_deref(), url.as_deref()),
            date: day::of(self, url.as_deref()),
            lang: lang.or_else(|| self.linked.lang()),
            title,
            url,
            outlet: outlet.map(|outlet| outlet.trim_start_matches('@').to_owned()),
            section: self.linked.section().or_else(|| self.meta(&["article:section"])),
            updated: self
                .linked
                .updated()
                .or_else(|| self.meta(&["article:modified_time", "og:updated_time", "last-modified", "lastmod"]))
                .or_else(|| day::updated(self)),
            ..Declared::default()
        }
    }

    /// What the page says of its article in a sentence or two.
    pub(crate) fn description(&self) -> Option<String> {
        self.meta(&["og:description", "description", "dc.description", "twitter:description"])
    }

    /// The outlet: never the name of an archive of the web or of a program that wrote the page.
    fn outlet(&self) -> Option<String> {
        let copies = ["wayback machine", "internet archive", "archive.org", "archive.today", "wordpress", "joomla", "singlefile"];
        let own = |name: &String| !copies.iter().any(|copy| name.to_lowercase().contains(copy));
        let named = ["og:site_name", "application-name", "publisher", "dc.publisher", "dc:publisher"];
        let handle = |name: &String| name.chars().any(char::is_alphabetic);
        self.linked
            .outlet()
            .filter(own)
            .or_else(|| self.meta(&named).filter(own).filter(|name| !name.contains("://")))
            .or_else(|| self.meta(&["twitter:site"]).filter(handle))
    }

    /// The content of the first meta element with one of `names`, in the order of the names.
    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.metas.iter().find(|(called, _)| called == name).map(|(_, content)| content.clone()))
    }
}

/// The names a meta element goes by, in lower case, each with its content.
fn meta(node: &NodeRef) -> Vec<(String, String)> {
    let content = node.attr("content").map(|content| cleaned(&content)).filter(|content| !content.is_empty());
    let Some(content) = content else { return Vec::new() };
    // A work that the page cites has authors and a day of its own.
    let cited = |node: &NodeRef| node.attr("itemprop").is_some_and(|property| &*property == "citation");
    if node.has_attr("itemprop") && node.ancestors_it(None).any(|above| cited(&above)) {
        return Vec::new();
    }
    let names = ["property", "name", "itemprop", "http-equiv"].iter().filter_map(|key| node.attr(key));
    names.map(|name| (name.to_ascii_lowercase(), content.clone())).collect()
}

/// Whether two texts are the same words, whatever their signs and capitals.
fn alike(a: &str, b: &str) -> bool {
    plain(a) == plain(b)
}

/// The folded words of a text with one space between two.
pub(crate) fn plain(text: &str) -> String {
    let folded = crate::text::fold::fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
