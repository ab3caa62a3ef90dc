//! Who wrote a page: linked data, meta elements, and elements marked as a byline. An address, an outlet or an administrator is no author.

use crate::ingest::formats::html_meta::pieces::Piece;
use crate::ingest::formats::html_meta::{Page, alike, plain};
use crate::ingest::rules::byline::is_name;

/// Meta elements that name authors.
const METAS: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "dc:creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "citation_author",
    "article:author_name",
];

/// What stands before a name, in lower case.
const BEFORE: &[&str] =
    &["by", "par", "von", "por", "author", "autor", "auteur", "verfasser", "autorin", "autrice", "text", "texte", "redaktion"];

/// What stands behind a name, in lower case: the day, the place, what was done.
const BEHIND: &[&str] = &[
    "am",
    "on",
    "at",
    "in",
    "le",
    "publié",
    "published",
    "updated",
    "um",
    "vom",
    "posted",
    "veröffentlicht",
    "mis",
    "modifié",
    "the",
    "für",
    "für:",
    "posted:",
    "pour",
    "for",
    "il",
    "el",
    "erstellt",
    "to",
    "|",
    "-",
    "–",
    "—",
    "•",
    "·",
    "/",
    "»",
    "//",
    ":",
    "from",
    "filed",
];

/// The authors, with commas between them.
pub(super) fn of(page: &Page, outlet: Option<&str>) -> Option<String> {
    let outlets: Vec<&str> = outlet.into_iter().collect();
    let from = |names: Vec<String>| joined(&names, &outlets);
    let called = |wanted: &str| page.metas.iter().filter(|(called, _)| called == wanted).map(|(_, name)| name.clone()).collect();
    let metas = || METAS.iter().find_map(|name| from(called(name)));
    from(page.linked.authors()).or_else(metas).or_else(|| from(labelled(page))).or_else(|| shown(page, &outlets))
}

/// The author that a card for messengers names under a label of its own: `twitter:label1` says what `twitter:data1` is.
fn labelled(page: &Page) -> Vec<String> {
    const LABELS: &[&str] =
        &["written by", "author", "verfasst von", "geschrieben von", "ecrit par", "auteur", "escrito por", "scritto da"];
    let names =
        [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")].into_iter().filter_map(|(label, data)| {
            let said = page.meta(&[label])?;
            LABELS.contains(&&*plain(&said)).then(|| page.meta(&[data])).flatten()
        });
    names.take(1).collect()
}

/// The authors that elements of the page show.
fn shown(page: &Page, outlets: &[&str]) -> Option<String> {
    let near: Vec<&Piece> = page.pieces.iter().filter(|piece| !piece.outside && piece.text.len() <= 160).collect();
    let marked = |piece: &&&Piece| {
        piece.called(&["author"]) && piece.tag == "a"
            || piece.tag != "meta" && piece.signs.contains("author ") && piece.called(&["name"])
    };
    let linked: Vec<String> = near.iter().filter(marked).map(|piece| piece.text.clone()).take(6).collect();
    let exact: &[&str] = &[
        "author",
        "author-name",
        "autor",
        "auteur",
        "fn",
        "byline-name",
        "entry-author",
        "post-author",
        "article-author",
        "author__name",
        "author_name",
        "byline__author",
        "article__author",
        "article-author__name",
        "post-author-name",
        "entry-author-name",
        "authorname",
        "poster",
        "username",
    ];
    let within: &[&str] =
        &["byline", "author", "autor", "auteur", "verfasser", "writer", "posted-by", "postedby", "redakteur", "signature"];
    let one = |pick: &dyn Fn(&Piece) -> Option<String>| near.iter().find_map(|piece| joined(&[pick(piece)?], outlets));
    joined(&linked, outlets)
        .or_else(|| one(&|piece| piece.called(exact).then(|| piece.text.clone())))
        .or_else(|| {
            one(&|piece| {
                piece.signed(within).then(|| behind_marker(&piece.text).or_else(|| name_alone(before_day(&piece.text)))).flatten()
            })
        })
        .or_else(|| one(&|piece| (!is_title(piece) && piece.signed(LINES)).then(|| behind_marker(&piece.text)).flatten()))
        .or_else(|| {
            one(&|piece| piece.called(&["signed"]).then(|| behind_marker(&piece.text).filter(|name| is_name(name))).flatten())
        })
}

/// Elements of the line under a headline.
const LINES: &[&str] = &["meta", "info", "date", "posted", "details", "submitted", "entry", "credit", "time", "publi", "leaf"];

fn is_title(piece: &Piece) -> bool {
    matches!(&*piece.tag, "h1" | "h2" | "h3") || piece.signed(&["title", "headline", "titel", "titre"])
}

/// What stands before the day in a byline: `Janic Weber, 01.12.2021`.
fn before_day(words: &str) -> &str {
    let day = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    words.split_once([',', '|', '•', '·']).filter(|(_, rest)| day(rest)).map_or(words, |(name, _)| name.trim_end())
}

fn name_alone(words: &str) -> Option<String> {
    let several = words.split(' ').count() >= 2;
    (several && is_name(words)).then(|| words.to_owned())
}

/// The name behind `By`, `Par`, `Von` or `Autor:` in a line that may hold a day as well.
fn behind_marker(words: &str) -> Option<String> {
    let tokens: Vec<&str> = words.split(' ').collect();
    let marker = |word: &&str| {
        let lower = word.trim_end_matches(':').to_lowercase();
        BEFORE.contains(&&*lower) && !matches!(&*lower, "text" | "texte" | "redaktion")
            || BEFORE.contains(&&*lower) && word.ends_with(':')
    };
    let at = tokens.iter().position(marker)?;
    let mut rest = tokens.get(at + 1..)?;
    if let [first, behind @ ..] = rest
        && (marker(first) || *first == ":")
    {
        rest = behind;
    }
    let mut name: Vec<&str> = Vec::new();
    for word in rest {
        let lower = word.to_lowercase();
        if word.chars().any(|c| c.is_ascii_digit()) || BEHIND.contains(&&*lower) || name.len() >= 8 {
            break;
        }
        name.push(word.trim_end_matches([',', ';', '|']));
        if word.ends_with([',', ';', '|']) {
            break;
        }
    }
    let name = name.join(" ");
    let lone = !name.contains(' ') && name.chars().count() >= 3;
    (is_name(&name) || lone && at == 0).then_some(name)
}

/// The names among `found`, each once; `None` when none is the name of somebody.
fn joined(found: &[String], outlets: &[&str]) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for words in found.iter().flat_map(|words| parts(words)) {
        let name = cleaned(words);
        if is_somebody(name, outlets) && !names.iter().any(|known| alike(known, name)) {
            names.push(name.to_owned());
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// The names in a list of names; a single one may hold a comma.
fn parts(words: &str) -> Vec<&str> {
    let split = |mark: &str| words.split(mark).collect::<Vec<_>>();
    for mark in [" et ", " und ", " and ", " & ", "; ", ", "] {
        let several = split(mark);
        if several.len() > 1 && several.iter().all(|part| part.split_whitespace().count() >= 2 || mark == "; ") {
            return several.into_iter().flat_map(parts).collect();
        }
    }
    vec![words]
}

/// What opens a byline before the name, in lower case.
const OPENINGS: &[&str] = &[
    "by ",
    "by: ",
    "par ",
    "par : ",
    "von ",
    "von: ",
    "por ",
    "written by ",
    "posted by ",
    "publié par ",
    "author: ",
    "post author ",
    "author ",
    "zeige alle beiträge von ",
    "alle beiträge von ",
    "view all posts by ",
    "posts by ",
    "voir tous les articles par ",
    "voir tous les articles de ",
    "text & fotos: ",
    "text von ",
    "text by ",
    "story by ",
    "autor: ",
    "auteur : ",
    "ein beitrag von ",
    "geschrieben von ",
    "veröffentlicht von ",
    "text: ",
    "texte : ",
    "propos recueillis par ",
    "autor ",
    "article by ",
    "interview: ",
    "interview : ",
    "fotos: ",
    "foto: ",
];

/// What ends a name in a byline.
const ENDS: &[&str] = &[
    " | ",
    " • ",
    " · ",
    " – ",
    " — ",
    ", le ",
    ", publié",
    " (",
    " am ",
    " on ",
    " - ",
    " @",
    " →",
    " Quelle:",
    " Source:",
    " Mo,",
    " Di,",
    " Mi,",
    " Do,",
    " Fr,",
    " Sa,",
    " So,",
    " Chefredakteur",
    " Illustration",
    " SHOW ALL",
    " Redakteur",
];

/// A name without what stands before and behind it.
fn cleaned(words: &str) -> &str {
    let mut name = words.trim().trim_matches(['"', '\u{a0}', ',', '|', '·', '•', '–', '-', ':', '(', ')', '/']).trim();
    while let Some(rest) = OPENINGS.iter().find_map(|opening| {
        let head = name.get(..opening.len())?;
        head.to_lowercase().eq(opening).then(|| name.get(opening.len()..)).flatten()
    }) {
        name = rest.trim();
    }
    let end = ENDS.iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    let name = name.get(..end).unwrap_or(name).trim_end_matches([',', ' ', ':', ';']);
    // What is counted or shouted behind a comma is a time of day or whom the author works for.
    let behind = |rest: &str| rest.chars().any(|c| c.is_ascii_digit()) || rest.trim().chars().all(char::is_uppercase);
    name.split_once(',').filter(|(_, rest)| behind(rest)).map_or(name, |(name, _)| name)
}

/// Whether `name` can be an author's.
fn is_somebody(name: &str, outlets: &[&str]) -> bool {
    const NOBODY: &[&str] = &[
        "admin",
        "administrator",
        "wordpress admin",
        "no author",
        "unknown",
        "anonymous",
        "redaktion",
        "die redaktion",
        "la redaction",
        "redaction",
        "editor",
        "webmaster",
        "email newsletter",
        "staff",
        "author",
        "autor",
        "auteur",
        "contributor",
        "gast",
        "guest",
        "null",
        "none",
        "undefined",
        "web",
        "online",
        "below",
    ];
    let folded = plain(name);
    let site = name.contains('.') && !name.contains(' ') && !name.ends_with('.');
    let about = [
        "about", "uber", "more", "mehr", "alle ", "all ", "view", "voir", "tous", "written", "posted", "share", "follow",
        "zeige", "weiter", "archiv ", "contact", "kontakt", "artikel", "articles",
    ];
    let outlet = |outlet: &&str| {
        alike(outlet, name) || !name.contains(' ') && plain(outlet).split(' ').next() == Some(&folded) && folded.len() <= 4
    };
    !folded.is_empty()
        && folded.chars().any(char::is_alphabetic)
        && !name.contains(['@', '{', '<', '"', '#'])
        && !name.contains("://")
        && (!site || name.chars().any(char::is_uppercase))
        && name.chars().count() <= 70
        && name.split_whitespace().count() <= 7
        && !NOBODY.contains(&&*folded)
        && folded != "wordpressadmin"
        && !about.iter().any(|opening| folded.starts_with(opening))
        && !outlets.iter().any(outlet)
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::html_meta::Page;
    use crate::ingest::formats::html_meta::linked::Linked;
    use dom_query::Document;

    fn author(html: &str) -> Option<String> {
        let document = Document::from(html);
        let linked = Linked::read(&document);
        Page::new(&document, html, &linked).declared().author
    }

    #[test]
    fn bylines_in_markup_name_their_authors() {
        let two = "<p class=byline>Par <a rel=author href=/c>Claire Dumont</a> et <a rel=author href=/p>Paul Weber</a></p>";
        assert_eq!(author(two).as_deref(), Some("Claire Dumont, Paul Weber"));
        let glued = "<div class=meta><span>Par Claire Dumont</span><span>Publié le 09/03/2021</span></div>";
        assert_eq!(author(glued).as_deref(), Some("Claire Dumont"));
        assert_eq!(author("<div class='entry-meta'>Posted on May 3, 2015 by Ann Poe in News</div>").as_deref(), Some("Ann Poe"));
        assert_eq!(author("<span itemprop=author><span itemprop=name>Ann Poe</span></span>").as_deref(), Some("Ann Poe"));
    }

    #[test]
    fn addresses_outlets_and_readers_are_no_authors() {
        assert_eq!(author("<meta name=author content='https://facebook.com/gazette'>"), None);
        assert_eq!(author("<meta property='og:site_name' content='La Gazette'><meta name=author content='La Gazette'>"), None);
        assert_eq!(author("<div id=comments><p class=comment-author>By Jane Roe</p></div>"), None);
        assert_eq!(author("<meta name=author content=admin><p class=author>Von Eva Lang</p>").as_deref(), Some("Eva Lang"));
    }
}
