//! HTML pages: the article's text by readability, with a plain reading of the page where that finds nothing.
//!
//! The method is Readability's (Arc90, later Mozilla), in the crate `dom_smoothie`; `whole` adds what it leaves of the article. Metadata is
//! `html_meta`'s.

mod agreement;
mod nuxt;
mod panels;
mod parts;
mod review;
mod scroll;
mod several;
mod state;
mod streamed;
mod unseen;
mod whole;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability, ReadabilityError};

use crate::ingest::draft::{Declared, Draft, Lines};
use crate::ingest::formats::html::agreement::ToldWords;
use crate::ingest::formats::html_meta::Page;
use crate::ingest::formats::html_meta::linked::Linked;
use crate::ingest::formats::html_text;
use crate::ingest::formats::html_text::pit;
use crate::ingest::formats::html_text::trace::{Trace, TracedElement};
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::Text;
use crate::ingest::source::format::has_markup;

/// Pages nested deeper than this are read plainly: no real page is, and readability walks by recursion.
const DEEPEST: usize = 200;
/// Pages with more elements than this are read plainly, to bound the time one page takes.
const ELEMENTS: usize = 60_000;

/// What writing a page anew may cost, as bytes looked at; readability does so. For each `&` and each sign such as `«` the writer goes
/// through all of the text node that is left, which for a hundred thousands of them in one node takes minutes.
const COST: usize = 1 << 30;

/// Reads a page: one article, or each of several whole ones.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let html = text.text;
    if html_text::is_pit(html) {
        return page(html).whole(html, text.bytes, out);
    }
    let document = Document::from(html);
    streamed::put(&document, html);
    let linked = Linked::read(&document);
    if let Some((pages, around)) = several::pages(&document, &linked, html) {
        out.told_by(several::SEVERAL);
        out.left_out(AROUND, &around);
        for one in &pages {
            page(one).next(one, one.as_bytes(), out);
        }
        return;
    }
    if let Some(articles) = several::linked(&document, &linked) {
        out.told_by(several::SEVERAL);
        for (declared, text) in articles {
            out.next(Draft { declared, lines: body(&text), ..Draft::default() }, text.as_bytes());
        }
        return out.left_out("what the page shows beside what it gives to machines", &several::shown(&document));
    }
    if let Some((articles, around)) = review::articles(&document, html) {
        out.told_by(review::REVIEW);
        for (record, words) in articles {
            out.next(record.finish(), words.as_bytes());
        }
        return out.left_out(AROUND, &around);
    }
    if several::is_list(&document, &linked) {
        out.told_by(several::LIST);
    }
    let made = made(document, &linked, html);
    if several::is_live(&made.draft.lines, &linked) {
        out.told_by(several::LIVE);
    }
    made.whole(html, text.bytes, out);
}

/// What the words of no article are called.
const AROUND: &str = "what the page prints around its articles";

/// Why the article of a page was not looked for among its lines.
const TOO_DEEP: &str = "is nested deeper than any page; its words are read as lines";
const TOO_LARGE: &str = "is larger than any page; its words are read as lines";

/// A page that is read.
#[derive(Debug, Default)]
pub(crate) struct Made {
    /// The draft of its article.
    pub(crate) draft: Draft,
    /// The words of other articles that stand below.
    others: String,
    /// The words of its panels.
    panels: String,
    /// All lines it shows; `None` when it is nested too deep for them.
    trace: Option<Trace>,
    /// Why its article was not looked for.
    limit: Option<&'static str>,
}

impl Made {
    /// Hands over the article of a file that is this page, `html`, `bytes` as it stands there.
    pub(crate) fn whole(self, html: &str, bytes: &[u8], out: &mut Output<'_>) {
        self.tell(html, out);
        out.whole(self.draft, bytes);
    }

    /// Hands over the article of one page of several, `html`, `bytes` as it stands there.
    pub(crate) fn next(self, html: &str, bytes: &[u8], out: &mut Output<'_>) {
        self.tell(html, out);
        out.next(self.draft, bytes);
    }

    /// Tells what of the page is no part of its article, when someone asks.
    fn tell(&self, html: &str, out: &mut Output<'_>) {
        if let Some(limit) = self.limit {
            out.warn(limit);
        }
        if !out.is_inspected() {
            return;
        }
        out.left_out(scroll::OTHERS, &self.others);
        out.left_out(panels::PANELS, &self.panels);
        if let Some(trace) = &self.trace {
            out.left_out(AROUND, &whole::cut(&self.draft.lines, trace, self.draft.declared.title.as_deref()));
        }
        out.left_out(unseen::UNSEEN, &unseen::sentences(html, self.trace.as_ref(), &self.draft.lines));
    }
}

/// The article of a page, and what else the page shows.
pub(crate) fn page(html: &str) -> Made {
    if html_text::is_pit(html) {
        let draft = Draft { lines: html_text::lines(html), declared: head(html).unwrap_or_default(), ..Draft::default() };
        return Made { draft, limit: Some(TOO_DEEP), ..Made::default() };
    }
    let document = Document::from(html);
    streamed::put(&document, html);
    let linked = Linked::read(&document);
    made(document, &linked, html)
}

/// What the head of a page says of it, whose body no parser may be given.
fn head(html: &str) -> Option<Declared> {
    let head = pit::head(html)?;
    let document = Document::from(head);
    Some(Page::new(&document, head, &Linked::read(&document)).declared())
}

fn made(document: Document, linked: &Linked, html: &str) -> Made {
    let page = Page::new(&document, html, linked);
    let (mut declared, description) = (page.declared(), page.description());
    drop(page);
    let title = declared.title.as_deref();
    let mut trace = if deepest(&document) > DEEPEST { None } else { Some(html_text::traced(&document.root())) };
    let panels = trace.as_ref().and_then(|trace| panels::taken_out(&document, trace, title));
    let others = trace.as_ref().and_then(|trace| scroll::taken_out(&document, trace, title));
    if panels.is_some() || others.is_some() {
        trace = Some(html_text::traced(&document.root()));
    }
    let told = whole::PageTold { title, description: description.as_deref() };
    let (chosen, limit) = chosen(document, trace.as_ref(), told, linked);
    let lines = match &trace {
        Some(trace) => whole::made(chosen, trace, told),
        None => chosen,
    };
    let entries = several::entries(linked);
    let lines = match linked.body().or(entries.as_deref()).map(body) {
        // Behind a paywall the page shows the first paragraphs, and tells machines all of it.
        Some(whole) if size(&whole) > size(&lines) * 3 / 2 => whole,
        _ => lines,
    };
    let lines = match state::article(html, title, &lines) {
        Some((text, stated)) => {
            declared.date = declared.date.or(stated.date);
            declared.author = declared.author.or(stated.author);
            body(&text)
        }
        None => lines,
    };
    if let Some(shown) = lines.places.is_empty().then(|| without_noscript(html)).flatten() {
        let made = made(Document::from(shown.as_str()), linked, &shown);
        return Made { draft: Draft { declared, ..made.draft }, ..made };
    }
    let (others, panels) = (others.unwrap_or_default(), panels.unwrap_or_default());
    Made { draft: Draft { declared, lines, ..Draft::default() }, others, panels, trace, limit }
}

/// The article of a page by readability, or what the page marks as such; and why it was not looked for.
fn chosen(
    document: Document,
    trace: Option<&Trace>,
    told: whole::PageTold<'_>,
    linked: &Linked,
) -> (Lines, Option<&'static str>) {
    let (fallback, least) = plainly(&document, trace);
    if trace.is_none() {
        return (fallback, Some(TOO_DEEP));
    }
    match readable(document) {
        // Readability may take a teaser for the article; a part of the page that is marked as the article cannot be so wrong.
        Ok(Some(lines)) if size(&lines) * least >= size(&fallback) => {
            let words = ToldWords::of([told.title, told.description, linked.body()].into_iter().flatten());
            if least < WHOLE_PAGE && words.prefer(&fallback, &lines) { (fallback, None) } else { (lines, None) }
        }
        Ok(_) => (fallback, None),
        Err(limit) => (fallback, Some(limit)),
    }
}

/// A page whose text all stands in an element for browsers without scripts, which may never end, with that element opened.
fn without_noscript(html: &str) -> Option<String> {
    let shown = html.replace("<noscript", "<div").replace("</noscript", "</div");
    (shown.len() < html.len()).then_some(shown)
}

/// The text that a page gives to machines.
fn body(text: &str) -> Lines {
    if has_markup(text) { html_text::lines(text) } else { plain::lines(text) }
}

/// The article by readability, which changes the tree it is given; an error says that the page is too large for it.
fn readable(document: Document) -> Result<Option<Lines>, &'static str> {
    if cost(&document) > COST {
        return Err(TOO_LARGE);
    }
    let config = Config { max_elements_to_parse: ELEMENTS, char_threshold: 250, disable_json_ld: true, ..Config::default() };
    let lines = match Readability::with_document(document, None, Some(config)).and_then(|mut reading| reading.parse()) {
        Ok(article) => html_text::lines(&article.content),
        Err(ReadabilityError::TooManyElements(..)) => return Err(TOO_LARGE),
        Err(_) => return Ok(None),
    };
    Ok((!lines.places.is_empty()).then_some(lines))
}

/// How many times what readability found a whole page may be, which holds its menus, too.
const WHOLE_PAGE: usize = 16;

/// The text of the element a page marks as its article, else of the page; and how many times what readability found it must be to go
/// before that. A whole page holds its menus, too.
fn plainly(document: &Document, trace: Option<&Trace>) -> (Lines, usize) {
    type Mark = fn(&TracedElement) -> bool;
    const ARTICLE: &[(Mark, usize)] = &[
        (|element| element.signs.split(' ').any(|sign| sign == "itemprop=articleBody"), 3),
        (|element| element.name == "article", 4),
        (|element| element.name == "main", 8),
        (|element| element.signs.split(' ').any(|sign| sign == "role=main"), 8),
        (|element| element.name == "body", WHOLE_PAGE),
    ];
    let marked = trace.and_then(|trace| ARTICLE.iter().find_map(|(mark, least)| Some((trace.longest(mark)?, *least))));
    marked.unwrap_or_else(|| (html_text::lines_of(&document.root()), WHOLE_PAGE))
}

fn size(lines: &Lines) -> usize {
    lines.all_words().map(str::len).sum()
}

/// What writing the text nodes of `document` costs at most.
fn cost(document: &Document) -> usize {
    let of = |node: NodeRef| {
        let text = node.text();
        memchr::memchr2_iter(b'&', 0xC2, text.as_bytes()).count().saturating_mul(text.len())
    };
    document.root().descendants_it().filter(NodeRef::is_text).map(of).fold(0, usize::saturating_add)
}

/// How deep the elements nest.
fn deepest(document: &Document) -> usize {
    let (mut depth, mut deepest) = (0usize, 0usize);
    let mut next: Option<NodeRef> = document.root().first_child();
    while let Some(node) = next {
        deepest = deepest.max(depth);
        if let Some(child) = node.first_child() {
            depth += 1;
            next = Some(child);
            continue;
        }
        let mut behind = node;
        next = loop {
            if let Some(sibling) = behind.next_sibling() {
                break Some(sibling);
            }
            let Some(parent) = behind.parent().filter(|_| depth > 0) else { break None };
            depth -= 1;
            behind = parent;
        };
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::{COST, DEEPEST, cost, deepest, page};
    use dom_query::Document;

    const PAGE: &str = r#"<!DOCTYPE html><html lang="fr"><head><title>La réforme adoptée | Le Monde</title>
        <meta property="og:site_name" content="Le Monde"><meta property="article:published_time" content="2020-05-16T10:00:00+02:00">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
        {"@type":"NewsArticle","headline":"La réforme adoptée","author":[{"@type":"Person","name":"Anne Martin"}]}]}</script></head>
        <body><nav><a href="/">Accueil</a></nav><article><h1>La réforme adoptée</h1>
        <p>Le Parlement a adopté samedi la réforme, après trois semaines de débats, par une large majorité des voix, a annoncé son président.</p>
        <figure><img src="a.jpg"><figcaption>Des députés, samedi. AFP/JEAN DUPONT</figcaption></figure>
        <h2>Un vote serré</h2>
        <p>Plusieurs groupes avaient annoncé qu'ils s'y opposeraient, puis, au dernier moment, ont changé d'avis, ce que nul n'avait prévu.</p>
        <p>La loi entrera en vigueur au mois de juin, selon le ministre, qui s'est félicité du résultat devant la presse réunie à Paris.</p>
        </article><footer>Mentions légales</footer></body></html>"#;

    #[test]
    fn a_page_gives_text_and_metadata() {
        let found = page(PAGE).draft;
        assert_eq!(found.declared.title.as_deref(), Some("La réforme adoptée"));
        assert_eq!(found.declared.outlet.as_deref(), Some("Le Monde"));
        assert_eq!(found.declared.author.as_deref(), Some("Anne Martin"));
        assert_eq!(found.declared.lang.as_deref(), Some("fr"));
        let text: Vec<&str> = found.lines.all_words().collect();
        assert!(text.contains(&"Un vote serré") && text.iter().any(|line| line.starts_with("La loi entrera")));
        assert!(!text.iter().any(|line| line.contains("Mentions") || line.contains("Accueil")));
    }

    #[test]
    fn a_scrap_and_a_pit_are_read_all_the_same() {
        assert_eq!(page("<html><body><p>Bref.</p></body></html>").draft.lines.places.len(), 1);
        let pit = format!("<html><body>{}Au fond.", "<div>".repeat(500));
        assert!(deepest(&Document::from(pit.as_str())) > DEEPEST);
        assert_eq!(page(&pit).draft.lines.places.len(), 1);
    }

    #[test]
    fn a_page_that_stands_in_an_element_for_browsers_without_scripts_is_read() {
        let html = "<html><head><title>Un vote</title></head><body><noscript><div><h1>Un vote</h1><p>Le conseil de Valmont a voté.</p></div></body></html>";
        let draft = page(html).draft;
        assert_eq!(draft.lines.all_words().last(), Some("Le conseil de Valmont a voté."));
        assert_eq!(draft.declared.title.as_deref(), Some("Un vote"));
    }

    #[test]
    fn a_text_of_entities_alone_takes_no_time_by_their_square() {
        let html = format!("<html><body><article><h1>T</h1><p>{}</p></article></body></html>", "a &amp; « b » ".repeat(100_000));
        assert!(cost(&Document::from(html.as_str())) > COST && cost(&Document::from(PAGE)) < COST);
        let draft = page(&html).draft;
        assert_eq!(draft.lines.all_words().map(|words| words.matches('&').count()).sum::<usize>(), 100_000);
    }
}
