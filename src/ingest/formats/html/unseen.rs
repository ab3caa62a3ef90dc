//! What a page holds in sentences and does not show: hidden elements, those for browsers without scripts, pages in pages, drawings. Asked by
//! `html` when a file is inspected.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};

use crate::ingest::draft::Lines;
use crate::ingest::formats::html::whole::is_sentence;
use crate::ingest::formats::html_text;
use crate::ingest::formats::html_text::trace::Trace;

/// What the words of such elements are called.
pub(super) const UNSEEN: &str = "sentences that the page hides";

/// The lines with sentences that `html` hides and that stand neither among those it shows nor in its article.
pub(super) fn sentences(html: &str, shown: Option<&Trace>, article: &Lines) -> String {
    /// Words of a sentence.
    const WORDS: usize = 5;
    if html_text::is_pit(html) {
        return String::new();
    }
    let document = Document::from(html);
    let mut known: HashSet<&str> =
        article.all_words().chain(shown.into_iter().flat_map(|trace| trace.lines.all_words())).collect();
    let hidden = document.select("[hidden], [aria-hidden=true], noscript, iframe[srcdoc], svg text, dialog, template");
    let lines: Vec<Lines> = hidden.nodes().iter().map(lines_of).collect();
    let mut words = String::new();
    for line in lines.iter().flat_map(Lines::all_words) {
        if line.split(' ').count() >= WORDS && is_sentence(line) && known.insert(line) {
            words.push_str(line);
            words.push('\n');
        }
    }
    words
}

/// The lines of a hidden element, which may hold markup as text.
fn lines_of(node: &NodeRef<'_>) -> Lines {
    if let Some(page) = node.attr("srcdoc") {
        return html_text::lines(&page);
    }
    match node.node_name().as_deref() {
        Some("noscript" | "template") => html_text::lines(&node.inner_html().replace("&lt;", "<").replace("&gt;", ">")),
        _ => html_text::lines_of(node),
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn hidden_sentences_are_told() {
        let said = |n: usize| format!("Le détail numéro {n} ne se voit pas.");
        let page = format!(
            "<html lang=fr><body><article><h1>La halle rouvre</h1><p>La halle de Brume a rouvert mardi matin, a dit la mairie.</p><p hidden>{}</p>\
             <div aria-hidden=true><p>{}</p><p>Fermer</p></div><noscript><p>{}</p></noscript><iframe srcdoc='<p>{}</p>'></iframe>\
             <svg><text>{}</text></svg><details><summary>Plus</summary><p>{}</p></details></article></body></html>",
            said(1),
            said(2),
            said(3),
            said(4),
            said(5),
            said(6)
        );
        let reading = read_text("a.html", &page);
        let told = reading.left_out.iter().find(|part| part.what == super::UNSEEN).map(|part| &*part.words).unwrap_or_default();
        let shown = &reading.articles[0].body;
        assert!((1..=5).all(|n| told.contains(&said(n)) && !shown.contains(&said(n))), "{told}");
        assert!(shown.contains(&said(6)) && !told.contains("Fermer"));
    }
}
