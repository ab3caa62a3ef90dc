//! Pages that a server streams: parts come behind the page, hidden, and a script puts them in their places. Called by `html` alone.
//!
//! React writes `<template id="B:0">` where a part goes and the part itself as `<div hidden id="S:0">`.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

/// Puts the streamed parts of `document`, which was parsed from `html`, in their places and shows them.
pub(super) fn put(document: &Document, html: &str) {
    if !html.contains("id=\"S:") {
        return;
    }
    let places = document.select("template[id^='B:']");
    let named = |place: &NodeRef<'_>| place.id_attr().map(|id| id.replacen("B:", "S:", 1));
    let places: HashMap<String, NodeRef<'_>> = places.nodes().iter().filter_map(|place| Some((named(place)?, *place))).collect();
    for part in document.select("div[hidden][id^='S:']").nodes() {
        part.remove_attr("hidden");
        if let Some(place) = part.id_attr().and_then(|id| places.get(&*id)) {
            place.insert_before(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    const PROSE: &str = "La halle de Brume a rouvert mardi matin après un an de travaux, et les marchands sont revenus avec leurs étals, comme l'a promis le maire.";

    #[test]
    fn a_part_that_was_streamed_is_read_in_its_place() {
        let body = [1, 2, 3, 4].map(|n| format!("<p>{PROSE} Et de {n}.</p>")).concat();
        let page = format!(
            "<html lang=fr><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Halle\",\"articleBody\":\"La halle a rouvert.\"}}</script></head>\
             <body><main><h1>Halle</h1><template id=\"B:0\"></template><p>Fin du texte de la halle.</p></main><footer>Mentions</footer><div hidden id=\"S:0\">{body}</div></body></html>"
        );
        let reading = read_text("a.html", &page);
        let text = &reading.articles[0].body;
        assert!([1, 2, 3, 4].iter().all(|n| text.contains(&format!("Et de {n}."))), "{text}");
        assert!(!text.contains("La halle a rouvert."), "{text}");
    }
}
