//! What an element opens with, or leads to, that tells of the day or the author where no class does. Called by `pieces` alone.

use dom_query::NodeRef;

/// Whether an element opens with few words, digits of a year or a day among them.
pub(super) fn is_dated(node: &NodeRef) -> bool {
    const LONGEST: usize = 90;
    // White space and a break may stand before it.
    let blank =
        |node: &NodeRef| node.is_text() && node.text().trim().is_empty() || node.node_name().is_some_and(|name| &*name == "br");
    let first = std::iter::successors(node.first_child(), NodeRef::next_sibling).take(4).find(|node| !blank(node));
    let text = first.filter(NodeRef::is_text).map(|text| text.text());
    text.is_some_and(|text| {
        let text = text.trim();
        text.len() <= LONGEST && text.bytes().filter(u8::is_ascii_digit).count() >= 4
    })
}

/// Whether an element opens as a signature does: `Von Claudia Lindner`, `Posted by Ann`.
pub(super) fn is_signed(node: &NodeRef) -> bool {
    const BY: &[&str] = &[
        "von ",
        "par ",
        "by ",
        "por ",
        "text von ",
        "posted by ",
        "texte par ",
        "written by ",
        "di ",
        "autor: ",
        "autorin: ",
        "auteur : ",
        "auteur: ",
        "author: ",
        "geschrieben von ",
        "erstellt von ",
        "verfasst von ",
        "eine kolumne von ",
        "ein gastbeitrag von ",
        "ein beitrag von ",
        "beitrag von ",
        "blogbeitrag von ",
        "blog beitrag von ",
        "ein interview von ",
        "interview von ",
        "ein kommentar von ",
        "kommentar von ",
        "ein bericht von ",
        "reportage von ",
        "autoren: ",
        "autoren ",
        "auteurs : ",
        "authors: ",
        "propos recueillis par ",
        "recueilli par ",
        "un reportage de ",
        "un article de ",
        "escrito por ",
        "a cura di ",
        "une chronique de ",
        "une tribune de ",
    ];
    let first = node.children_it(false).find(|child| !(child.is_text() && child.text().trim().is_empty()));
    // A label may stand in an element of its own: `<b>Autor:</b> Eva Lang`.
    let label = |node: &NodeRef| node.is_element() && node.text().len() <= 12 && node.text().trim_end().ends_with(':');
    if first.as_ref().is_some_and(label) {
        let label = first.map(|label| label.text().trim().to_lowercase() + " ").unwrap_or_default();
        return BY.iter().any(|by| by.contains(':') && *by == label)
            || matches!(&*label, "von: " | "par : " | "par: " | "text: " | "texte : ");
    }
    let text = node.first_child().filter(NodeRef::is_text).map(|text| text.text());
    text.is_some_and(|text| {
        let text = text.trim_start().replace('\u{a0}', " ");
        text.len() <= 120
            && BY.iter().any(|by| {
                let head = text.get(..by.len()).is_some_and(|head| head.eq_ignore_ascii_case(by));
                // The name may stand in a link behind.
                head && text.get(by.len()..).is_some_and(|name| name.is_empty() || name.starts_with(char::is_uppercase))
            })
    })
}

/// The name that stands behind an element which holds the word for an author alone: `<h5>Autor:</h5> Eva Lang`, `<b>Von:</b><br>Eva Lang`.
pub(super) fn labelled(node: &NodeRef) -> Option<String> {
    const AUTHOR_LABELS: &[&str] =
        &["autor:", "autorin:", "author:", "auteur :", "auteur:", "auteur(s) :", "von:", "by:", "par :", "di:", "door:"];
    /// Nodes looked at behind the label, and bytes of a name.
    const STEPS: usize = 6;
    const LONGEST: usize = 90;
    let child = node.first_child().filter(NodeRef::is_text)?;
    let label = child.text();
    if label.len() > 20 || child.next_sibling().is_some() || !AUTHOR_LABELS.contains(&&*label.trim().to_lowercase()) {
        return None;
    }
    let behind = std::iter::successors(node.next_sibling(), NodeRef::next_sibling).take(STEPS);
    let name = behind.map(|node| node.text().trim().to_owned()).find(|text| !text.is_empty())?;
    (name.len() <= LONGEST).then(|| format!("Autor: {}", name.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Whether a paragraph of one name, set in another face, ends a text: prose stands above it, and none below.
pub(super) fn signs_off(node: &NodeRef) -> bool {
    const NAME: usize = 60;
    const PROSE: usize = 120;
    let first = node.children_it(false).find(|child| !(child.is_text() && child.text().trim().is_empty()));
    let set =
        first.and_then(|first| first.node_name()).is_some_and(|name| matches!(&*name, "strong" | "b" | "em" | "i" | "font"));
    if !set || node.text().trim().len() > NAME {
        return false;
    }
    let prose = |node: &NodeRef| node.node_name().is_some_and(|name| &*name == "p") && node.text().trim().len() >= PROSE;
    let mut above = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling).filter(NodeRef::is_element).take(3);
    let mut below = std::iter::successors(node.next_sibling(), NodeRef::next_sibling).filter(NodeRef::is_element).take(3);
    above.any(|node| prose(&node)) && !below.any(|node| prose(&node))
}

/// Whether a link leads to the page of an author: `/author/eva-lang`, `/fr/staff/eva-lang/`.
pub(super) fn leads_to_author(link: &NodeRef) -> bool {
    const FOLDERS: &[&str] = &[
        "author",
        "authors",
        "autor",
        "autoren",
        "autorin",
        "auteur",
        "auteurs",
        "autores",
        "autori",
        "autore",
        "staff",
        "redakteure",
        "journaliste",
        "journalistes",
        "journalist",
        "journalists",
        "contributor",
        "contributors",
        "creator",
        "redaktion",
        "newsteam",
        "reporter",
        "reporters",
        "writer",
        "writers",
        "columnists",
        "profil",
    ];
    link.attr("href").is_some_and(|href| {
        let path = href.split(['?', '#']).next().unwrap_or_default();
        // A number may stand behind the name: `/profil/lang/eva/1691832`.
        let path = path.trim_end_matches('/');
        let path =
            path.rsplit_once('/').filter(|(_, id)| id.bytes().all(|byte| byte.is_ascii_digit())).map_or(path, |(path, _)| path);
        let mut parts = path.rsplit('/');
        let named = parts.next().is_some_and(|last| !last.is_empty());
        named && parts.take(2).enumerate().any(|(at, folder)| FOLDERS.contains(&folder) && (at == 0 || folder == "profil"))
    })
}
