//! What the elements of a page are called, and what that says of the lines in them. Called by `html` alone.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::ingest::formats::html_text::trace::TracedElement;

/// What stands in an element beside the text of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PagePart {
    /// Nothing says that it is not text.
    #[default]
    Text,
    /// A box beside the text: an aside, facts, who wrote it.
    Box,
    /// What belongs to a picture or a film.
    Picture,
    /// What readers wrote.
    Comments,
    /// Menus, lists of other articles, buttons, sign-ups, adverts.
    Around,
    /// Words for those who hear the page read.
    Heard,
}

/// Words in classes and identifiers of what readers wrote.
const COMMENTS: &[&str] = &[
    "comment",
    "comments",
    "commentlist",
    "kommentar",
    "kommentare",
    "commentaire",
    "commentaires",
    "disqus",
    "comentarios",
    "commenti",
];

/// Words in those of what stands around an article.
const AROUND: &[&str] = &[
    "related",
    "relateds",
    "recommend",
    "recommended",
    "recommendation",
    "recommendations",
    "teaser",
    "teasers",
    "teaserlist",
    "readmore",
    "more",
    "mostread",
    "popular",
    "trending",
    "outbrain",
    "taboola",
    "newsletter",
    "newsletters",
    "subscribe",
    "subscription",
    "signup",
    "paywall",
    "piano",
    "promo",
    "promotion",
    "advert",
    "advertisement",
    "adverts",
    "ad",
    "ads",
    "adslot",
    "anzeige",
    "werbung",
    "pub",
    "publicite",
    "banner",
    "cookie",
    "cookies",
    "consent",
    "share",
    "sharing",
    "social",
    "socials",
    "breadcrumb",
    "breadcrumbs",
    "toolbar",
    "pagination",
    "pager",
    "login",
    "register",
    "registration",
    "menu",
    "navigation",
    "nav",
    "navbar",
    "footer",
    "weitere",
    "similar",
    "widget",
    "widgets",
    "modal",
    "popup",
    "overlay",
    "tags",
    "taglist",
    "topics",
    "keywords",
    "keyword",
    "carousel",
    "slider",
    "onward",
    "readnext",
    "onwards",
    "donate",
    "donation",
    "appeal",
    "poll",
    "quiz",
    "survey",
    "search",
    "headerbar",
    "skip",
    "copyright",
    "legal",
    "disclaimer",
    "feedback",
    "rating",
    "audio",
    "podcast",
    "player",
    "tts",
    "readers",
    "messagebar",
    "alert",
    "alerts",
    "sponsor",
    "sponsored",
    "partner",
    "partners",
    "affiliate",
    "shop",
    "offers",
    "offer",
    "toc",
    "dropdown",
    "tooltip",
    "hinweis",
    "mehr",
    "leggi",
    "linklist",
    "linkbox",
];

/// Words in those of boxes.
const BOXES: &[&str] = &[
    "aside",
    "infobox",
    "factbox",
    "faktenbox",
    "encadre",
    "sidebar",
    "bio",
    "biography",
    "author",
    "autor",
    "authors",
    "auteur",
    "byline",
    "contributors",
    "contributor",
    "profile",
    "autoren",
    "writer",
];

/// Words in those of pictures, films, and what is said of an article in a line.
const PICTURES: &[&str] = &[
    "caption",
    "figcaption",
    "figure",
    "credit",
    "credits",
    "gallery",
    "galerie",
    "image",
    "photo",
    "photos",
    "picture",
    "media",
    "video",
    "bild",
    "bildunterschrift",
    "legende",
    "slideshow",
    "embed",
    "tweet",
    "meta",
    "date",
    "datum",
    "time",
    "timestamp",
    "published",
    "updated",
    "dateline",
    "kicker",
    "overline",
    "topline",
    "section",
    "rubric",
    "category",
    "rubrik",
    "dachzeile",
];

/// What words for those who hear a page are marked with.
const HEARD: &[&str] = &[
    "visually-hidden",
    "visuallyhidden",
    "sr-only",
    "screen-reader-text",
    "screenreader",
    "screenreader-only",
    "u-visually-hidden",
    "a11y-hidden",
    "sr_only",
    "screen-reader-only",
    "screen-reader",
];

/// Words in the signs of a standfirst; `sub` and what follows it are joined.
const STANDFIRSTS: &[&str] = &[
    "standfirst",
    "lead",
    "lede",
    "leadtext",
    "chapo",
    "chapeau",
    "dek",
    "deck",
    "summary",
    "intro",
    "introduction",
    "vorspann",
    "subline",
    "subtitle",
    "subheadline",
    "subheading",
    "subhead",
    "subtitulo",
    "entradilla",
    "bajada",
    "sommario",
    "occhiello",
    "sottotitolo",
    "catenaccio",
    "abstract",
    "excerpt",
    "teasertext",
    "untertitel",
    "einleitung",
    "anlauf",
    "description",
    "desc",
    "alternativeheadline",
    "sapo",
    "spot",
    "perex",
    "ingress",
    "manchet",
    "zajawka",
    "annotation",
    "resume",
    "synopsis",
    "hat",
    "headnote",
    "leading",
    "preamble",
    "sutitle",
    "sousheading",
    "soustitre",
    "bajadatexto",
    "copete",
    "volanta",
    "strapline",
    "tagline",
    "blurb",
    "snippet",
    "snippets",
    "heading2",
    "sub",
];

/// The words in the signs of an element, in small letters: parted at signs and where a small letter comes before a capital.
pub(super) fn words(signs: &str) -> impl Iterator<Item = String> + '_ {
    signs.split(|c: char| !c.is_alphanumeric()).flat_map(humps).map(str::to_lowercase)
}

/// The parts of a word written in humps: `articleBody`.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut before = false;
        let end = rest.char_indices().find_map(|(at, c)| {
            let begins = before && c.is_uppercase();
            before = c.is_lowercase();
            begins.then_some(at)
        });
        let (word, behind) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = behind;
        (!word.is_empty()).then_some(word)
    })
}

/// What an element says of the lines in it.
pub(super) fn room(element: &TracedElement) -> PagePart {
    match &*element.name {
        "nav" | "footer" | "form" | "button" | "menu" => return PagePart::Around,
        "figure" | "figcaption" | "time" | "caption" => return PagePart::Picture,
        "address" | "details" => return PagePart::Box,
        _ => {}
    }
    if element.signs.split(' ').any(|sign| sign == "style=hidden" || HEARD.contains(&&*sign.to_ascii_lowercase())) {
        return PagePart::Heard;
    }
    let mut room = PagePart::Text;
    let mut standfirst = false;
    for word in words(&element.signs) {
        standfirst |= STANDFIRSTS.contains(&&*word);
        room = room.max(CALLED.get(&*word).copied().unwrap_or_default());
    }
    match room {
        PagePart::Comments => PagePart::Comments,
        // Whatever it is called: what of it leads elsewhere is told by its links.
        _ if element.name == "aside" => PagePart::Box,
        _ if standfirst => PagePart::Text,
        room => room,
    }
}

/// What the words say, each.
static CALLED: LazyLock<HashMap<&'static str, PagePart>> = LazyLock::new(|| {
    let lists =
        [(BOXES, PagePart::Box), (PICTURES, PagePart::Picture), (COMMENTS, PagePart::Comments), (AROUND, PagePart::Around)];
    lists.into_iter().flat_map(|(words, room)| words.iter().map(move |word| (*word, room))).collect()
});

/// Whether an element is called a standfirst.
pub(super) fn is_standfirst(element: &TracedElement) -> bool {
    words(&element.signs).any(|word| STANDFIRSTS.contains(&&*word))
}

/// Whether an element is marked as an article or the page's main part.
pub(super) fn is_article(element: &TracedElement) -> bool {
    matches!(&*element.name, "article" | "main")
        || words(&element.signs).zip(words(&element.signs).skip(1)).any(|(a, b)| a == "article" && b == "body")
        || element.signs.split_whitespace().any(|sign| matches!(sign, "main" | "role=main"))
}
