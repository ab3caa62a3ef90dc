//! The bylines that a page shows: links to authors, elements called so, lines that open with `By`, boxes about the author.
//!
//! Gives words, in the order in which they are to be believed; what of them is a name is `names`'s. Called by `author` alone.

use crate::ingest::formats::html_meta::Page;
use crate::ingest::formats::html_meta::author::names::{is_person, is_plain_name};
use crate::ingest::formats::html_meta::pieces::Piece;
use crate::ingest::rules::byline::is_name;

/// What stands before a name, in lower case.
const BEFORE: &[&str] = &[
    "by",
    "par",
    "von",
    "por",
    "author",
    "autor",
    "auteur",
    "verfasser",
    "autorin",
    "autoren",
    "autrice",
    "text",
    "texte",
    "redaktion",
];

/// What one does who wrote something, in lower case: a name of one word may stand behind.
const WROTE: &[&str] = &[
    "geschrieben",
    "erstellt",
    "verfasst",
    "veröffentlicht",
    "eingestellt",
    "posted",
    "written",
    "publié",
    "écrit",
    "rédigé",
    "publicado",
    "escrito",
];

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
    // With whom one spoke.
    "mit",
    "with",
    "avec",
];

/// What pictures are called, in lower case.
const PICTURES: &[&str] =
    &["photo", "photos", "foto", "fotos", "bild", "bilder", "picture", "image", "illustration", "photograph"];

/// Classes and identifiers of elements that hold the author's name and nothing else.
const EXACT: &[&str] = &[
    "author",
    "author-name",
    "autor",
    "auteur",
    "fn",
    "full-name",
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

/// Words in those of elements that hold a byline.
const WITHIN: &[&str] =
    &["byline", "author", "autor", "auteur", "verfasser", "writer", "posted-by", "postedby", "redakteur", "signature"];

/// Words in those of the line under a headline.
const LINES: &[&str] = &["meta", "info", "date", "posted", "details", "submitted", "entry", "credit", "time", "publi", "leaf"];

/// Bytes of a byline.
const LONGEST: usize = 160;

/// The words of the bylines, the most telling kind first, and of one kind those behind the headline first.
pub(super) fn bylines(page: &Page) -> Vec<Vec<String>> {
    let labelled =
        |piece: &Piece| piece.called(&["signed"]) && piece.text.split(' ').next().is_some_and(|word| word.ends_with(':'));
    let own = |piece: &&Piece| !piece.outside && (piece.text.len() <= LONGEST || labelled(piece));
    let (behind, before): (Vec<&Piece>, Vec<&Piece>) = page.pieces.iter().filter(own).partition(|piece| piece.behind_headline);
    let near: Vec<&Piece> = behind.into_iter().chain(before).collect();
    let mut found =
        vec![links(&near, is_declared), links(&near, |piece| piece.called(&["written"]) && name_alone(&piece.text).is_some())];
    found.extend(of_kind(&near, |piece| piece.called(EXACT).then(|| piece.text.clone())));
    found.extend(of_kind(&near, |piece| {
        let words = || behind_marker(&piece.text).or_else(|| name_alone(before_day(&piece.text)));
        piece.signed(WITHIN).then(words).flatten()
    }));
    found.extend(of_kind(&near, |piece| (!is_title(piece) && piece.signed(LINES)).then(|| behind_marker(&piece.text)).flatten()));
    found.extend(of_kind(&near, |piece| piece.called(&["signed"]).then(|| behind_marker(&piece.text)).flatten()));
    found.extend(of_kind(&near, |piece| piece.behind_headline.then(|| behind_day(&piece.text)).flatten()));
    // A link to an author under one name, in an element called so.
    let lone = |text: &str| text.starts_with(char::is_uppercase) && !text.contains(' ') && text.chars().count() >= 3;
    found.extend(of_kind(&near, |piece| {
        (piece.called(&["written"]) && piece.signed(&["author"]) && lone(&piece.text)).then(|| piece.text.clone())
    }));
    found.extend(of_kind(&near, |piece| (piece.called(&["boxed"]) && is_person(&piece.text)).then(|| piece.text.clone())));
    let beside = |piece: &Piece| piece.behind_headline && piece.tag == "span" && piece.signed(&["meta", "info"]);
    found.extend(of_kind(&near, |piece| (beside(piece) && is_person(&piece.text)).then(|| piece.text.clone())));
    found.extend(of_kind(&near, |piece| (piece.called(&["signoff"]) && is_person(&piece.text)).then(|| piece.text.clone())));
    found
}

/// The name behind the day in a line under the headline that holds no more: `25.10.2022 - Eva Lang`, `1. Februar 2022, Eva Lang`.
fn behind_day(words: &str) -> Option<String> {
    const DAY: usize = 30;
    let at = [" - ", " – ", " | ", " • ", " · ", " // ", ", "].iter().find_map(|mark| Some((words.find(mark)?, mark.len())));
    let (at, mark) = at?;
    let (day, name) = (words.get(..at)?, words.get(at + mark..)?.trim());
    let digits = day.bytes().filter(u8::is_ascii_digit).count();
    (day.len() <= DAY && digits >= 5 && is_person(name)).then(|| name.to_owned())
}

/// The name of one word that an element holds which is marked as a name and stands in a byline, behind the headline.
pub(super) fn handle(page: &Page) -> Option<String> {
    let own = |piece: &&Piece| !piece.outside && piece.called(&["fn", "nickname"]) || is_declared(piece);
    let lone = |text: &&String| !text.contains(' ') && text.chars().count() >= 4 && text.chars().any(char::is_alphabetic);
    page.pieces.iter().filter(own).map(|piece| &piece.text).find(lone).cloned()
}

/// The words that `pick` takes of each piece, a list each.
fn of_kind(near: &[&Piece], pick: impl Fn(&Piece) -> Option<String>) -> Vec<Vec<String>> {
    /// Bylines of one kind that are looked at.
    const MOST: usize = 12;
    near.iter().filter_map(|piece| pick(piece)).take(MOST).map(|words| vec![words]).collect()
}

/// Whether an element is marked as an author for machines.
fn is_declared(piece: &Piece) -> bool {
    piece.called(&["author"]) && piece.tag == "a"
        || piece.tag != "meta" && piece.signs.contains("author ") && piece.called(&["name"])
}

/// The first link to an author, and those that stand in one byline with it: others lead from other articles.
fn links(near: &[&Piece], wanted: impl Fn(&Piece) -> bool) -> Vec<String> {
    const MOST: usize = 8;
    let name = |words: &str| is_name(words) || !words.contains(' ');
    let mut found: Vec<&str> = Vec::new();
    for piece in near.iter().filter(|piece| wanted(piece) && name(&piece.text)) {
        let Some(first) = found.first() else {
            found.push(&piece.text);
            continue;
        };
        let joint = |other: &&&Piece| other.text.contains(first) && other.text.contains(&piece.text);
        let more = name_alone(&piece.text).is_some() && !found.contains(&piece.text.as_str());
        if more && found.len() < MOST && near.iter().any(|other| joint(&other)) {
            found.push(&piece.text);
        }
    }
    found.into_iter().map(str::to_owned).collect()
}

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

/// The names behind `By`, `Par`, `Von` or `Autor:` in a line that may hold a day as well.
fn behind_marker(words: &str) -> Option<String> {
    /// Words of a byline with several names.
    const MOST: usize = 16;
    let tokens: Vec<&str> = words.split([' ', '\u{a0}']).collect();
    let marker = |word: &&str| {
        let lower = word.trim_end_matches(':').to_lowercase();
        let label = matches!(&*lower, "text" | "texte" | "redaktion");
        BEFORE.contains(&&*lower) && (!label || word.ends_with(':'))
    };
    let at = tokens.iter().position(marker)?;
    let before = tokens.get(..at)?;
    let digits = |word: &&str| word.chars().any(|c| c.is_ascii_digit());
    // Behind the day and the hour alone, too.
    let dated = !before.is_empty() && before.iter().all(|word| digits(word) || word.eq_ignore_ascii_case("uhr"));
    let wrote = dated || before.last().is_some_and(|word| WROTE.contains(&&*word.to_lowercase()));
    // In the midst of a sentence such a word names nobody; who edited something did not write it.
    // Who took the picture wrote nothing, unless both were one's work: `Photo by`, `Text und Fotos von`.
    let pictured = |word: &&str| PICTURES.contains(&word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().as_str());
    let wrote_too = before.iter().any(|word| word.to_lowercase().starts_with("text"));
    if before.last().is_some_and(pictured) && !wrote_too {
        return None;
    }
    if before.last().is_some_and(|word| word.eq_ignore_ascii_case("edited")) {
        return None;
    }
    if before.len() > 4 && !wrote && !before.iter().any(digits) {
        return None;
    }
    let mut rest = tokens.get(at + 1..)?;
    if let [first, behind @ ..] = rest
        && (marker(first) || *first == ":")
    {
        rest = behind;
    }
    let ends = |word: &&&str| word.chars().any(|c| c.is_ascii_digit()) || BEHIND.contains(&&*word.to_lowercase());
    let name: Vec<&str> = rest.iter().take_while(|word| !ends(word)).take(MOST).copied().collect();
    let name = listed(name.join(" ").trim_end_matches(':'));
    let lone = !name.contains(' ');
    let signs = if lone { name.chars().count() >= 3 && (at == 0 || wrote) } else { is_name(&name.replace(" und ", " et ")) };
    signs.then_some(name)
}

/// The names of `words` up to the first part between commas that is none.
fn listed(words: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for part in words.split([',', ';', '|']).map(str::trim) {
        if !names.is_empty() && !is_plain_name(part) {
            break;
        }
        names.push(part);
    }
    names.join(", ")
}
