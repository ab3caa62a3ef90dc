//! Endless scroll: pages with further whole articles below their own. Called by `html` alone.

use dom_query::{Document, NodeRef};

use crate::ingest::formats::html_meta::plain;
use crate::ingest::formats::html_text::trace::{Trace, TracedElement};
use crate::model::article::BlockKind;

/// What the words of other articles are called.
pub(super) const OTHERS: &str = "other articles on the page";

/// Takes the articles out of `document` that are not the one whose headline is `title`, and returns their words; nothing where the
/// page's own does not stand in an element of its own.
pub(super) fn taken_out(document: &Document, trace: &Trace, title: Option<&str>) -> Option<String> {
    /// Bytes of an article; a teaser has fewer.
    const WHOLE: usize = 400;
    let title = title.map(plain).filter(|title| !title.is_empty())?;
    let articles: Vec<&TracedElement> = outermost(trace).filter(|element| bytes(trace, element) > 0).collect();
    let says = |element: &&&TracedElement| heading(trace, element).is_some_and(|heading| is_same(&heading, &title));
    let own = articles.iter().find(says)?;
    let alike = |other: &TracedElement| other.name == own.name && other.signs == own.signs || is_headed(trace, other);
    let other = |other: &&&TracedElement| {
        other.first != own.first
            && heading(trace, other).is_some_and(|heading| !is_same(&heading, &title))
            && bytes(trace, other) >= WHOLE
            && alike(other)
    };
    let others: Vec<&&TracedElement> = articles.iter().filter(other).collect();
    let mut words = String::new();
    for element in &others {
        for at in element.first..element.end {
            words.push_str(trace.words(at));
            words.push('\n');
        }
        NodeRef::new(element.node, &document.tree).remove_from_parent();
    }
    (!others.is_empty()).then_some(words)
}

/// The elements marked as articles that stand in no other.
fn outermost(trace: &Trace) -> impl Iterator<Item = &TracedElement> {
    let mut end = 0;
    trace.elements.iter().filter(move |element| {
        let article = element.first >= end && is_article(element);
        if article {
            end = element.end;
        }
        article
    })
}

fn is_article(element: &TracedElement) -> bool {
    element.name == "article" || element.signs.split(' ').any(|sign| sign.contains("schema.org/") && sign.ends_with("Article"))
}

/// The folded words of the first heading of an element.
fn heading(trace: &Trace, element: &TracedElement) -> Option<String> {
    let headings = (element.first..element.end).filter(|at| is_heading(trace, *at));
    headings.map(|at| plain(trace.words(at))).find(|words| !words.is_empty())
}

fn is_heading(trace: &Trace, at: usize) -> bool {
    trace.lines.places.get(at).is_some_and(|line| line.kind == Some(BlockKind::Heading))
}

/// Whether a heading of the first level stands in an element.
fn is_headed(trace: &Trace, element: &TracedElement) -> bool {
    let top = |at: usize| trace.above(at).take(2).any(|above| trace.elements.get(above).is_some_and(|above| above.name == "h1"));
    (element.first..element.end).filter(|at| is_heading(trace, *at)).any(top)
}

fn is_same(heading: &str, title: &str) -> bool {
    /// Bytes of a heading that is a part of another.
    const PART: usize = 15;
    heading == title || heading.len() > PART && (title.contains(heading) || heading.contains(title))
}

fn bytes(trace: &Trace, element: &TracedElement) -> usize {
    (element.first..element.end).map(|at| trace.words(at).len()).sum()
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    fn post(title: &str, first: &str, length: usize) -> String {
        let prose = "Les marchands sont revenus avec leurs étals, et le maire a promis d'en parler aux élus réunis à la fin de la semaine. ";
        format!(
            "<div class=side itemscope itemtype='http://schema.org/NewsArticle'><article itemprop=articleBody><h1>{title}</h1><p>{first}</p><p>{}</p></article></div>",
            prose.repeat(length)
        )
    }

    #[test]
    fn the_article_that_the_page_declares_goes_before_a_longer_one_below() {
        let posts = post("La halle rouvre à Brume", "La halle a rouvert mardi.", 2)
            + &post("Le port reste fermé", "Le port est fermé jusqu'à l'été.", 9);
        let page = format!(
            "<html lang=fr><head><title>La halle rouvre à Brume</title><meta property='og:type' content=article></head><body><main>{posts}</main></body></html>"
        );
        let reading = read_text("a.html", &page);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert!(article.body.contains("La halle a rouvert mardi.") && !article.body.contains("Le port"), "{}", article.body);
        assert!(reading.left_out.iter().any(|part| part.what == super::OTHERS && part.words.contains("Le port est fermé")));
        assert_no_word_lost("a.html", &page);
    }
}
