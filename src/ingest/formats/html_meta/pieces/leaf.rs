//! What an element opens with, or leads to, that tells of the day or the author where no class does. Called by `pieces` alone.

use dom_query::NodeRef;

/// Whether an element opens with few words, digits of a year or a day among them.
pub(super) fn is_dated(node: &NodeRef) -> bool {
    const LONGEST: usize = 90;
    let text = node.first_child().filter(NodeRef::is_text).map(|text| text.text());
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
    ];
    let text = node.first_child().filter(NodeRef::is_text).map(|text| text.text());
    text.is_some_and(|text| {
        let text = text.trim_start();
        text.len() <= 120
            && BY.iter().any(|by| {
                let head = text.get(..by.len()).is_some_and(|head| head.eq_ignore_ascii_case(by));
                // The name may stand in a link behind.
                head && text.get(by.len()..).is_some_and(|name| name.is_empty() || name.starts_with(char::is_uppercase))
            })
    })
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
    ];
    link.attr("href").is_some_and(|href| {
        let path = href.split(['?', '#']).next().unwrap_or_default();
        let mut parts = path.trim_end_matches('/').rsplit('/');
        parts.next().is_some_and(|last| !last.is_empty()) && parts.next().is_some_and(|folder| FOLDERS.contains(&folder))
    })
}
