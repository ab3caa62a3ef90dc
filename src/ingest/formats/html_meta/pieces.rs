//! The elements of a page that may name its headline, author or day, gathered in one walk over the tree.
//!
//! Whether one stands outside the article (navigation, sidebars, lists of other pages, readers' comments) is told by the elements it
//! stands in, their classes and identifiers.

mod leaf;

use dom_query::{Document, NodeRef};

use crate::ingest::formats::html_meta::pieces::leaf::{is_dated, is_signed, labelled, leads_to_author, signs_off};

/// The most pieces of one page.
const MOST: usize = 4000;
/// The longest text of a piece, in bytes.
const LONGEST: usize = 300;

/// An element and what it says.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says where the element stands, and all go together")]
pub(super) struct Piece {
    /// Its name.
    pub(super) tag: String,
    /// Its classes, identifier, `rel` and `itemprop`, in lower case.
    pub(super) signs: String,
    /// Its words, elements set apart.
    pub(super) text: String,
    /// What it says to machines: `datetime`, `content` or `title`.
    pub(super) value: Option<String>,
    /// Whether it stands outside the article.
    pub(super) outside: bool,
    /// Whether it stands in the element marked as the article, or as the page's main part.
    pub(super) inside: bool,
    /// Whether it is a link to the home page of the site or holds nothing else.
    pub(super) home: bool,
    /// How many headings of the first level stand before it.
    pub(super) behind_headline: bool,
}

impl Piece {
    /// Whether one of the signs holds one of `words`.
    pub(super) fn signed(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.signs.contains(word))
    }

    /// Whether one of `words` is one of the signs.
    pub(super) fn called(&self, words: &[&str]) -> bool {
        self.signs.split_whitespace().any(|sign| words.contains(&sign))
    }
}

/// Words in classes and identifiers that tell an element which may name an author or a day.
const TELLING: &[&str] = &[
    "author",
    "autor",
    "auteur",
    "autore",
    "byline",
    "writer",
    "verfasser",
    "posted",
    "publi",
    "date",
    "datum",
    "fecha",
    "time",
    "meta",
    "info",
    "headline",
    "title",
    "titel",
    "titre",
    "dateline",
    "created",
    "erstellt",
    "signature",
    "kicker",
    "subhead",
    "poster",
    "redakteur",
    "contributor",
    "creator",
    "credit",
    "user",
    "details",
    "submitted",
    "vcard",
    "fn",
];

/// The pieces of `document`, in order.
pub(super) fn gather(document: &Document) -> Vec<Piece> {
    let mut walk = Walk::default();
    let mut next = document.root().first_child();
    let mut depth = 0usize;
    while let Some(node) = next {
        let entered = node.is_element() && walk.enter(&node);
        if entered && let Some(child) = node.first_child() {
            depth += 1;
            next = Some(child);
            continue;
        }
        if entered {
            walk.leave();
        }
        let mut behind = node;
        next = loop {
            if let Some(sibling) = behind.next_sibling() {
                break Some(sibling);
            }
            let Some(parent) = behind.parent().filter(|_| depth > 0) else { break None };
            depth -= 1;
            walk.leave();
            behind = parent;
        };
    }
    walk.pieces
}

#[derive(Default)]
struct Walk {
    pieces: Vec<Piece>,
    /// Of each open element whether it is outside, and whether inside.
    open: Vec<(bool, bool)>,
    /// How many elements are open above the outermost that is called after an author; 0 when none is.
    boxed: usize,
    /// How many elements are open above the menu or sidebar, by its element, that is open; 0 when none is.
    in_menu: usize,
    headline_seen: bool,
}

impl Walk {
    /// Opens an element; false for one whose content is never shown.
    fn enter(&mut self, node: &NodeRef) -> bool {
        let tag = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        if matches!(&*tag, "script" | "style" | "noscript" | "template" | "head" | "svg" | "iframe" | "select" | "textarea") {
            return false;
        }
        let signs = signs(node);
        let (outside, inside) = self.open.last().copied().unwrap_or_default();
        let typed = || node.attr("itemtype").is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting"));
        let inside = inside || matches!(&*tag, "article" | "main") || signs.contains("articlebody") || typed();
        // A page whose headline stands in what looks like a menu is laid out so as a whole.
        let headline = tag == "h1"
            && outside
            && self.in_menu == 0
            && short_text(node, LONGEST).is_some_and(|text| text.split(' ').count() >= 4);
        if headline {
            self.open.iter_mut().for_each(|(outside, _)| *outside = false);
        }
        let outside = outside && !headline || is_outside(&tag, &signs, inside);
        self.open.push((outside, inside));
        if self.in_menu == 0 && outside && matches!(&*tag, "nav" | "aside") {
            self.in_menu = self.open.len();
        }
        let heading = matches!(&*tag, "h1" | "h2" | "h3");
        let boxed = self.boxed > 0 && matches!(&*tag, "h2" | "h3" | "h4" | "h5" | "strong" | "b" | "a");
        if self.boxed == 0 && ["author", "autor", "auteur"].iter().any(|word| signs.contains(word)) {
            self.boxed = self.open.len();
        }
        let told = [
            ("leaf ", !outside && is_dated(node)),
            ("signed ", !outside && is_signed(node)),
            ("written ", !outside && tag == "a" && leads_to_author(node)),
            ("boxed ", !outside && boxed),
            ("signoff ", !outside && tag == "p" && signs_off(node)),
        ];
        let known = told.iter().any(|(_, holds)| *holds);
        let signs = told.iter().filter(|(_, holds)| *holds).fold(signs, |signs, (sign, _)| signs + sign);
        if let Some(text) = labelled(node).filter(|_| !outside && self.pieces.len() < MOST) {
            let behind_headline = self.headline_seen;
            let signs = "signed ".to_owned();
            self.pieces.push(Piece { tag: tag.clone(), signs, text, inside, behind_headline, ..Piece::default() });
        }
        let telling =
            heading || known || matches!(&*tag, "time" | "address" | "abbr") || TELLING.iter().any(|word| signs.contains(word));
        if telling && self.pieces.len() < MOST && !matches!(&*tag, "html" | "body" | "article" | "main") {
            self.keep(node, tag, signs, (outside, inside));
        }
        true
    }

    fn leave(&mut self) {
        self.open.pop();
        if self.open.len() < self.in_menu {
            self.in_menu = 0;
        }
        if self.open.len() <= self.boxed {
            self.boxed = 0;
        }
    }

    fn keep(&mut self, node: &NodeRef, tag: String, signs: String, (outside, inside): (bool, bool)) {
        let value = ["datetime", "content", "title"].iter().find_map(|name| node.attr(name)).map(|value| value.trim().to_owned());
        let value = value.filter(|value| !value.is_empty());
        let title = matches!(&*tag, "h1" | "h2");
        let Some(text) = short_text(node, LONGEST)
            .map(|text| if title { without_kicker(node, text) } else { text })
            .or_else(|| value.is_some().then(String::new))
        else {
            return;
        };
        let first = tag == "h1" && !outside;
        let home = matches!(&*tag, "h1" | "h2" | "h3") && is_home_link(node);
        self.pieces.push(Piece { tag, signs, text, value, outside, inside, home, behind_headline: self.headline_seen });
        self.headline_seen |= first && !home;
    }
}

/// The elements right in `node`.
fn inner<'a>(node: &NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> {
    std::iter::successors(node.first_child(), NodeRef::next_sibling).filter(NodeRef::is_element)
}

/// What the line above a headline is called.
pub(super) const KICKERS: &[&str] =
    &["kicker", "overline", "topline", "dachzeile", "roofline", "eyebrow", "spitzmarke", "strapline", "surtitre", "supertitle"];

/// The words of a heading without those of an element in it that is marked as standing above it.
fn without_kicker(heading: &NodeRef, text: String) -> String {
    // What is called so stands before the headline as often as behind it.
    const FIRST: &[&str] = &["label", "subtitle", "sub-heading", "h1small", "fake-h"];
    // The whole headline may be a link.
    let linked = inner(heading).next().filter(|only| only.node_name().as_deref() == Some("a") && inner(heading).nth(1).is_none());
    let heading = linked.as_ref().unwrap_or(heading);
    let first = inner(heading).next().filter(|node| FIRST.iter().any(|word| signs(node).contains(word)));
    let kicker = inner(heading).take(3).find(|node| KICKERS.iter().any(|word| signs(node).contains(word))).or(first);
    let words = kicker.and_then(|node| short_text(&node, LONGEST));
    let rest = words
        .and_then(|words| text.strip_prefix(&words).map(|rest| rest.trim_start_matches([' ', ':', '|', '–', '-']).to_owned()));
    rest.filter(|rest| rest.split(' ').count() >= 2).unwrap_or(text)
}

/// The classes, identifier, `rel` and `itemprop` of an element.
fn signs(node: &NodeRef) -> String {
    let mut signs = String::new();
    for name in ["class", "id", "rel", "itemprop", "role"] {
        if let Some(value) = node.attr(name) {
            signs.push_str(&value.to_lowercase());
            signs.push(' ');
        }
    }
    signs
}

/// What parts of a page beside the article are called.
const PARTS: &[&str] = &[
    "comment",
    "comments",
    "kommentar",
    "kommentare",
    "commentaire",
    "commentaires",
    "sidebar",
    "related",
    "widget",
    "widgets",
    "nav",
    "navbar",
    "navigation",
    "menu",
    "footer",
    "popular",
    "trending",
    "newsletter",
    "breadcrumb",
    "breadcrumbs",
    "respond",
    "cookie",
    "cookies",
    "recommended",
    "recommendations",
    "mostread",
    "weitere",
    "similar",
    "embed",
    "tweet",
    // What a study cites has authors of its own.
    "citation",
];

/// Whether an element opens a part of the page that is not the article's.
fn is_outside(tag: &str, signs: &str, inside: bool) -> bool {
    if matches!(tag, "html" | "body" | "main" | "article") {
        return false;
    }
    // The day in a table of facts (hCalendar) is that of a birth or an event.
    if signs.split_whitespace().any(|sign| matches!(sign, "infobox" | "vevent" | "dtstart" | "bday")) {
        return true;
    }
    // What stands beside an article may say who wrote it.
    let about = inside && ["meta", "author", "byline", "info"].iter().any(|word| signs.contains(word));
    if matches!(tag, "nav" | "blockquote") || tag == "aside" && !about || tag == "footer" && !inside {
        return true;
    }
    // The blogs of one service stand in a `widget` each.
    if signs.contains("widget blog") {
        return false;
    }
    // What is called after a sidebar and after the content of the site holds the whole page.
    let parts_of = |sign: &str| sign.split(['-', '_']).map(str::to_owned).collect::<Vec<_>>();
    let whole = |sign: &str| {
        let parts = parts_of(sign);
        parts.iter().any(|part| part == "content") && !parts.iter().any(|part| PARTS.contains(&&**part))
    };
    if inside_of(signs, "sidebar") && tag != "aside" && signs.split_whitespace().any(whole) {
        return false;
    }
    // A box about the author may stand at the foot or in the sidebar.
    if signs.split_whitespace().any(|sign| sign.starts_with("author") || sign.starts_with("byline")) {
        return false;
    }
    signs.split_whitespace().any(|sign| {
        let parts = || sign.split(['-', '_']).filter(|part| !part.is_empty());
        let of_article = |part: &str| matches!(part, "entry" | "post" | "article");
        // What stands at the foot or at the side of an article is about it.
        let beside = parts().next_back().is_some_and(|last| matches!(last, "footer" | "sidebar")) && parts().any(of_article);
        let own = beside || parts().next().is_some_and(of_article);
        let (first, last) = (parts().next().unwrap_or_default(), parts().next_back().unwrap_or_default());
        // A page is laid out `with-sidebar`; the link to comments stands beside the author.
        let layout = matches!(first, "has" | "with" | "no" | "layout" | "page" | "elementor")
            || inside && last == "sidebar" && first != last;
        let clock = first.starts_with("navtop") || first.starts_with("navbottom") || first == "topnav";
        clock || PARTS.contains(&first) && !matches!(last, "link" | "count") || PARTS.contains(&last) && !own && !layout
    })
}

/// Whether `word` alone is one of the signs.
fn inside_of(signs: &str, word: &str) -> bool {
    signs.split_whitespace().any(|sign| sign == word)
}

/// Whether a heading is a link to the home page, as sites write their own name.
fn is_home_link(node: &NodeRef) -> bool {
    inner(node).next().is_some_and(|link| {
        let home = link.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("home"));
        let root = link.attr("href").is_some_and(|href| {
            // A copy in an archive of the web holds the address behind its own.
            let href = href.rsplit_once("/http").map_or(&*href, |(_, own)| own);
            let path =
                href.split_once("://").map_or(href, |(_, rest)| rest.find('/').and_then(|at| rest.get(at..)).unwrap_or(""));
            // `/?lang=fr` is home, `#top` is not.
            let path = path.split_once('?').map(|(path, _)| path).filter(|path| path.starts_with('/')).unwrap_or(path);
            matches!(path.trim_end_matches('/'), "" | "/index.html" | "/index.php")
        });
        link.node_name().as_deref() == Some("a") && (home || root)
    })
}

/// The words below `node`, elements set apart by blanks; `None` when they are longer than `longest` bytes.
pub(super) fn short_text(node: &NodeRef, longest: usize) -> Option<String> {
    /// Elements looked at for one text.
    const STEPS: usize = 400;
    let (mut text, mut depth, mut next) = (String::new(), 0usize, node.first_child());
    for _ in 0..STEPS {
        let Some(node) = next else { break };
        let name = node.node_name();
        let name = name.as_deref().unwrap_or_default();
        if node.is_text() {
            text.push_str(&node.text());
        } else if sets_apart(name) {
            text.push(' ');
        }
        if text.len() > longest * 4 {
            return None;
        }
        let silent = matches!(name, "script" | "style" | "noscript" | "svg" | "button" | "template");
        if let Some(child) = node.first_child().filter(|_| !silent) {
            depth += 1;
            next = Some(child);
            continue;
        }
        let mut behind = node;
        next = loop {
            if let Some(sibling) = behind.next_sibling() {
                if sets_apart(behind.node_name().as_deref().unwrap_or_default()) {
                    text.push(' ');
                }
                break Some(sibling);
            }
            if sets_apart(behind.node_name().as_deref().unwrap_or_default()) {
                text.push(' ');
            }
            let Some(parent) = behind.parent().filter(|_| depth > 0) else { break None };
            depth -= 1;
            behind = parent;
        };
    }
    let clean = crate::text::sanitize::sanitize(&text);
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    (!clean.is_empty() && clean.len() <= longest && next.is_none()).then_some(clean)
}

/// Whether the words of an element called `name` are set apart from those around it.
fn sets_apart(name: &str) -> bool {
    !matches!(name, "" | "#text" | "a" | "b" | "i" | "em" | "strong" | "sup" | "sub" | "small" | "mark" | "abbr" | "q" | "cite")
}
