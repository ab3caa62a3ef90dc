//! Panels that a page lays over its article: what it asks of cookies and consent, dialogs. Called by `html` alone.
//!
//! They may be longer than the article, so that whoever looks for the largest text takes them for it.

use std::ops::Range;

use dom_query::{Document, NodeRef};

use crate::ingest::formats::html::parts;
use crate::ingest::formats::html::whole::is_sentence;
use crate::ingest::formats::html_meta::plain;
use crate::ingest::formats::html_text::trace::{Trace, TracedElement};

/// What the words of panels are called.
pub(super) const PANELS: &str = "panels of the page about cookies and consent";

/// Words in the classes and identifiers that programs for consent give their panels.
const PROGRAMS: &[&str] = &[
    "onetrust",
    "optanon",
    "didomi",
    "cookiebot",
    "cybot",
    "usercentrics",
    "truste",
    "trustarc",
    "cmpbox",
    "cmpwrapper",
    "cmplz",
    "cmp2",
    "borlabs",
    "tarteaucitron",
    "axeptio",
    "iubenda",
    "klaro",
    "osano",
    "evidon",
    "cookielaw",
    "cookieconsent",
    "cookiebanner",
    "cookiescript",
    "cookieyes",
    "cky",
    "gdpr",
    "ccpa",
];

/// What cookies are called in the texts of panels, in small letters.
const COOKIES: &[&str] = &["cookie", "куки", "クッキー", "쿠키", "ciasteczk", "eväste", "çerez", "informasjonskaps", "sütik"];

/// Takes the panels out of `document` and returns their words; nothing where they are all that the page says, or where it speaks of
/// cookies itself.
pub(super) fn taken_out(document: &Document, trace: &Trace, title: Option<&str>) -> Option<String> {
    let title = title.map(plain).unwrap_or_default();
    if COOKIES.iter().any(|word| title.contains(word)) {
        return None;
    }
    let counts = counts(trace);
    let mut panels: Vec<&TracedElement> = Vec::new();
    for (number, element) in trace.elements.iter().enumerate() {
        let inside = panels.last().is_some_and(|last| element.first < last.end);
        if !inside && is_panel(trace, &counts, number, &title) && says_more(trace, element.first..element.end) {
            panels.push(element);
        }
    }
    let mut words = String::new();
    for panel in &panels {
        for at in panel.first..panel.end {
            words.push_str(trace.words(at));
            words.push('\n');
        }
        NodeRef::new(panel.node, &document.tree).remove_from_parent();
    }
    (!panels.is_empty()).then_some(words)
}

/// Whether an element is a panel: it holds neither the headline nor an article, and is called so, or is a dialog, or speaks of cookies again and
/// again.
fn is_panel(trace: &Trace, counts: &[LineCounts], number: usize, title: &str) -> bool {
    /// Bytes of a panel that could be taken for an article.
    const LEAST: usize = 200;
    let Some(element) = trace.elements.get(number) else { return false };
    if matches!(&*element.name, "" | "html" | "body" | "main" | "article" | "p" | "li" | "a") {
        return false;
    }
    let at = |line: usize| counts.get(line).copied().unwrap_or_default();
    let (before, behind) = (at(element.first), at(element.end));
    let speaks = speaks_of_cookies(behind.cookies - before.cookies, behind.words - before.words);
    if behind.bytes - before.bytes < LEAST || !(speaks || is_called(element) || is_dialog(element)) {
        return false;
    }
    let inside = |number: usize| trace.elements.get(number).is_some_and(is_article);
    let below = trace.elements.iter().skip(number + 1).take_while(|inner| inner.first < element.end);
    let says_title = |at: usize| !title.is_empty() && plain(trace.words(at)) == title;
    (is_called(element) || !trace.around(Some(number)).any(inside))
        && !below.filter(|inner| inner.end <= element.end).any(is_article)
        && !(element.first..element.end).any(says_title)
}

fn is_article(element: &TracedElement) -> bool {
    element.name == "article" || element.signs.split(' ').any(|sign| sign == "itemprop=articleBody")
}

fn is_called(element: &TracedElement) -> bool {
    parts::words(&element.signs).any(|word| PROGRAMS.contains(&&*word))
}

fn is_dialog(element: &TracedElement) -> bool {
    element.signs.split(' ').any(|sign| matches!(sign, "role=dialog" | "role=alertdialog"))
}

/// What the lines before one hold together.
#[derive(Clone, Copy, Debug, Default)]
struct LineCounts {
    bytes: usize,
    words: usize,
    cookies: usize,
}

/// The counts before each line, and before the end.
fn counts(trace: &Trace) -> Vec<LineCounts> {
    let mut sum = LineCounts::default();
    let mut counts = vec![sum];
    for line in trace.lines.all_words() {
        let lower = line.to_lowercase();
        sum.bytes += line.len();
        sum.words += 1 + memchr::memchr_iter(b' ', line.as_bytes()).count();
        sum.cookies += COOKIES.iter().map(|word| memchr::memmem::find_iter(lower.as_bytes(), word).count()).sum::<usize>();
        counts.push(sum);
    }
    counts
}

/// Whether `words` that name cookies so many times are about them.
fn speaks_of_cookies(cookies: usize, words: usize) -> bool {
    /// How often at least, and words to each time at most.
    const OFTEN: usize = 3;
    const WORDS: usize = 60;
    cookies >= OFTEN && words <= cookies * WORDS
}

/// Whether the page says something in sentences beside `lines`.
fn says_more(trace: &Trace, lines: Range<usize>) -> bool {
    /// Bytes of a sentence.
    const PROSE: usize = 60;
    let says = |at: usize| trace.words(at).len() >= PROSE && is_sentence(trace.words(at));
    (0..trace.places.len()).filter(|at| !lines.contains(at)).any(says)
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const TEXT: &str = "<p>La halle de Brume a rouvert mardi matin, après un an de travaux, a dit la mairie.</p><p>Les marchands sont revenus avec leurs étals et leurs balances.</p>";

    fn panel(attributes: &str, times: usize) -> String {
        let asked = "<div><h4>Vos choix</h4><p>Quand vous lisez nos pages, nous posons des cookies dans votre navigateur, qui disent ce que vous aimez et servent à nos partenaires.</p></div>";
        format!("<div {attributes}>{}</div>", asked.repeat(times))
    }

    #[test]
    fn a_panel_that_is_longer_than_the_article_is_not_taken_for_it() {
        for attributes in ["id=onetrust-pc-sdk", "role=dialog", "id=choix"] {
            let page = format!(
                "<html lang=fr><head><title>La halle rouvre</title></head><body><div><article><h1>La halle rouvre</h1><div>{TEXT}</div></article></div>{}</body></html>",
                panel(attributes, 12)
            );
            let reading = read_text("a.html", &page);
            let text = &reading.articles[0].body;
            assert!(text.contains("La halle de Brume") && text.contains("leurs balances") && !text.contains("cookies"), "{text}");
            assert!(reading.left_out.iter().any(|part| part.what == super::PANELS));
            assert_no_word_lost("a.html", &page);
        }
    }

    #[test]
    fn an_article_on_cookies_and_a_page_that_says_nothing_else_are_read() {
        let on_cookies = format!(
            "<html lang=fr><head><title>Les cookies en question</title></head><body><h1>Les cookies en question</h1>{}</body></html>",
            panel("class=texte", 6)
        );
        assert!(read_text("a.html", &on_cookies).articles[0].body.contains("nous posons des cookies"));
        let alone = format!("<html lang=fr><head><title>La halle</title></head><body>{}</body></html>", panel("role=dialog", 3));
        assert!(read_text("a.html", &alone).articles[0].body.contains("nous posons des cookies"));
    }
}
