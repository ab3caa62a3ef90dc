//! Pages of a book that calibre made of the feeds of a paper: the article with its address, and pages that only lead to others.

use dom_query::Document;

/// The program that fetches papers and makes books of them.
pub(super) const CALIBRE: &str = "calibre";

/// An article of such a book.
pub(super) struct FetchedPage {
    /// The address it was fetched from.
    pub(super) url: Option<String>,
    /// Its markup, without the bar that leads to other pages and the line that tells who fetched it.
    pub(super) html: String,
}

/// The article of the page `html`; `None` where the page leads to others and has no text.
pub(super) fn article(html: &str) -> Option<FetchedPage> {
    /// Words of a paragraph that is no label.
    const WORDS: usize = 8;
    let page = Document::from(html);
    for bar in page.select("[class^=calibre_navbar]").nodes() {
        bar.remove_from_parent();
    }
    let mut url = None;
    for line in page.select("p, div").nodes().iter().rev().filter(|line| line.text().contains(CALIBRE)) {
        let address = line.find(&["a"]).iter().find_map(|link| link.attr("href")).filter(|address| address.starts_with("http"));
        // A box around the whole page holds the line, too.
        if let Some(address) = address.filter(|_| line.text().split_whitespace().count() < 3 * WORDS) {
            url = Some(address.to_string());
            line.remove_from_parent();
            break;
        }
    }
    let is_text = page.select("p").nodes().iter().any(|line| line.text().split_whitespace().count() >= WORDS);
    is_text.then(|| FetchedPage { url, html: page.html().to_string() })
}
