//! Furniture: what a page prints around an article, told by rules that hold for press sites in general.
//!
//! Rules read folded words, so that `À lire aussi` and `A LIRE AUSSI` are one. What only repetition across an archive
//! can tell is `repetition`'s.

use crate::ingest::sheet::Sheet;
use crate::model::article::BlockKind;

/// Lines that are furniture when they say nothing else.
const WHOLE: &[&str] = &[
    "partager",
    "partage",
    "imprimer",
    "reagir",
    "tweeter",
    "commenter",
    "envoyer",
    "facebook",
    "twitter",
    "email",
    "e-mail",
    "mail",
    "whatsapp",
    "linkedin",
    "telegram",
    "pinterest",
    "google+",
    "recommander",
    "commentaires",
    "commentaire",
    "publicite",
    "annonce",
    "sponsorise",
    "newsletter",
    "newsletters",
    "fermer",
    "retour",
    "suivant",
    "precedent",
    "suivre",
    "connexion",
    "se connecter",
    "s'abonner",
    "abonnez-vous",
    "lire la suite",
    "voir plus",
    "en savoir plus",
    "plus d'infos",
    "plus d'informations",
    "reactions",
    "sources",
    "tags",
    "mots-cles",
    "haut de page",
    "accueil",
    "sommaire",
    "ecouter",
    "ecouter l'article",
    "ajouter",
    "favoris",
    "offrir l'article",
    "article reserve aux abonnes",
    "reserve aux abonnes",
    "abonnes",
    "classer",
    "zoom",
    "plein ecran",
    "diaporama",
    "toute l'actualite",
    "les plus lus",
    "les plus partages",
    "dossiers",
    "share",
    "print",
    "tweet",
    "like",
    "comment",
    "comments",
    "email this",
    "advertisement",
    "advert",
    "sponsored",
    "close",
    "menu",
    "search",
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "read more",
    "more",
    "see more",
    "learn more",
    "related",
    "related articles",
    "related topics",
    "most read",
    "most popular",
    "recommended",
    "back to top",
    "home",
    "follow",
    "save",
    "listen",
    "copy link",
    "copied",
    "loading",
    "next",
    "previous",
    "topics",
    "watch live",
    "skip to content",
    "story continues below",
    "article continues below",
];

/// Beginnings that make a short line furniture.
const OPENINGS: &[&str] = &[
    "partager cet article",
    "partager sur",
    "partager l'article",
    "partager par",
    "partagez",
    "imprimer cet",
    "imprimer l'article",
    "envoyer par",
    "envoyer a un ami",
    "envoyer cet",
    "recevez ",
    "inscrivez-vous",
    "abonnez-vous",
    "suivez-nous",
    "suivez l'actualite",
    "suivez toute",
    "suivez ",
    "rejoignez-nous",
    "retrouvez toute",
    "retrouvez l'ensemble",
    "retrouvez nous",
    "retrouvez-nous",
    "telechargez l'application",
    "telecharger l'application",
    "lire les commentaires",
    "voir les commentaires",
    "poster un commentaire",
    "ajouter un commentaire",
    "laisser un commentaire",
    "commentaires (",
    "commentaire (",
    "reactions (",
    "reagissez",
    "soyez le premier a",
    "connectez-vous",
    "creez un compte",
    "deja abonne",
    "cliquez ici",
    "cliquez sur",
    "signaler une erreur",
    "signaler un",
    "tous droits reserves",
    "droits de reproduction",
    "reproduction interdite",
    "copyright",
    "mentions legales",
    "conditions generales",
    "politique de confidentialite",
    "gerer mes cookies",
    "accepter les cookies",
    "ce site utilise des cookies",
    "nous utilisons des cookies",
    "en poursuivant votre navigation",
    "la suite apres",
    "la suite de cet article",
    "article suivant",
    "article precedent",
    "vous avez aime",
    "vous aimez cet article",
    "vous aimer cet article",
    "cet article vous a",
    "vous pouvez lire l'article original",
    "lire l'article original",
    "l'article original",
    "temps de lecture",
    "lecture ",
    "faire un don",
    "faites un don",
    "soutenez",
    "aidez-nous",
    "votre soutien",
    "share this",
    "share on",
    "share via",
    "share your",
    "tweet this",
    "email this",
    "print this",
    "follow us",
    "follow @",
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe now",
    "subscribe for",
    "join our",
    "get the latest",
    "get our",
    "download our",
    "download the app",
    "click here",
    "comments (",
    "leave a comment",
    "post a comment",
    "view comments",
    "be the first to",
    "all rights reserved",
    "terms of use",
    "privacy policy",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "by continuing to use",
    "continue reading",
    "story continues",
    "article continues",
    "report an error",
    "support us",
    "support our",
    "donate",
    "become a member",
    "you may also like",
    "more from ",
    "more on this",
    "related:",
    "related stories",
    "estimated reading time",
    "enable javascript",
    "please enable",
];

/// Beginnings of a pointer to other articles: they count with a title behind them.
const POINTERS: &[&str] = &[
    "lire aussi",
    "a lire aussi",
    "lire plus",
    "lire egalement",
    "a lire egalement",
    "a lire",
    "lire",
    "voir aussi",
    "a voir aussi",
    "voir egalement",
    "a voir",
    "voir",
    "sur le meme sujet",
    "sur le meme theme",
    "dans le meme dossier",
    "pour aller plus loin",
    "a ecouter",
    "ecouter aussi",
    "notre dossier",
    "notre article",
    "l'article complet",
    "retrouvez",
    "aussi sur",
    "plus d'informations",
    "en savoir plus",
    "en video",
    "video",
    "read more",
    "read also",
    "also read",
    "read next",
    "see also",
    "watch",
    "watch also",
    "listen",
    "related",
    "related article",
    "more",
    "don't miss",
    "recommended",
    "in pictures",
];

/// Names of sections, which pages print above the headline.
const SECTIONS: &[&str] = &[
    "tv",
    "politique",
    "international",
    "internationale",
    "monde",
    "economie",
    "societe",
    "sport",
    "sports",
    "culture",
    "cultures",
    "actualite",
    "actualites",
    "actu",
    "actus",
    "a la une",
    "la une",
    "une",
    "france",
    "europe",
    "afrique",
    "asie",
    "amerique",
    "ameriques",
    "proche-orient",
    "moyen-orient",
    "maghreb",
    "opinion",
    "opinions",
    "idees",
    "debats",
    "tribune",
    "tribunes",
    "editorial",
    "edito",
    "analyse",
    "analyses",
    "enquete",
    "enquetes",
    "reportage",
    "entretien",
    "interview",
    "portrait",
    "planete",
    "environnement",
    "climat",
    "science",
    "sciences",
    "sante",
    "medias",
    "media",
    "technologie",
    "technologies",
    "high-tech",
    "tech",
    "numerique",
    "justice",
    "police-justice",
    "faits divers",
    "fait divers",
    "education",
    "emploi",
    "entreprises",
    "bourse",
    "argent",
    "immobilier",
    "automobile",
    "auto",
    "people",
    "cinema",
    "musique",
    "livres",
    "style",
    "voyage",
    "voyages",
    "video",
    "videos",
    "photos",
    "images",
    "direct",
    "en direct",
    "flash",
    "breves",
    "dernieres nouvelles",
    "infos",
    "news",
    "world",
    "world news",
    "politics",
    "business",
    "economy",
    "markets",
    "society",
    "health",
    "technology",
    "environment",
    "climate",
    "education",
    "middle east",
    "africa",
    "asia",
    "americas",
    "us",
    "u.s.",
    "uk",
    "usa",
    "iran",
    "irak",
    "opinion",
    "comment is free",
    "analysis",
    "exclusive",
    "exclusif",
    "breaking",
    "breaking news",
    "live",
    "latest",
    "latest news",
    "top stories",
    "features",
    "regions",
];

/// Words of begging, advertising and newsletters; two of them near the foot of a text make a paragraph furniture.
const PLEAS: &[&str] = &[
    "newsletter",
    "paypal",
    "tipeee",
    "patreon",
    "liberapay",
    "un don",
    "dons",
    "votre soutien",
    "votre aide",
    "soutenir",
    "soutenez",
    "abonne",
    "abonnement",
    "inscriv",
    "annonceur",
    "publicit",
    "financement",
    "votre contribution",
    "gratuit",
    "partager",
    "partagez",
    "cet article",
    "notre site",
    "notre travail",
    "notre media",
    "notre journal",
    "nos lecteurs",
    "independan",
    "reseaux sociaux",
    "cliquez",
    "cookies",
    "donate",
    "donation",
    "your support",
    "support our",
    "support us",
    "subscri",
    "our readers",
    "our journalism",
    "our newsletter",
    "our website",
    "this article",
    "advertis",
    "sponsor",
    "follow us",
    "free of charge",
    "join us",
    "our inbox",
    "your inbox",
    "votre boite",
];

/// Settles the lines of `sheet` that are furniture by themselves.
pub fn mark(sheet: &mut Sheet) {
    let mut text_seen = false;
    for at in 0..sheet.strips.len() {
        let Some(strip) = sheet.strips.get(at) else { break };
        let open = !strip.settled || strip.kind == BlockKind::Heading;
        let label = !text_seen && is_section(&strip.folded);
        if open && (label || is_furniture(sheet.words(at), &strip.folded)) {
            sheet.settle(at, BlockKind::Furniture);
        } else {
            text_seen |= open;
        }
    }
}

/// Settles what the foot of a text pleads for, from the last line upwards until prose begins.
pub fn mark_closing(sheet: &mut Sheet) {
    /// Pleas of a site run to a few paragraphs.
    const LONGEST: usize = 900;
    let mut below_furniture = false;
    for at in (1..sheet.strips.len()).rev() {
        let Some(strip) = sheet.strips.get(at) else { break };
        if strip.kind == BlockKind::Furniture {
            below_furniture = true;
            continue;
        }
        let words = crate::text::fold::fold(strip.span.of(&sheet.body).get(..).unwrap_or_default());
        if strip.span.len() > LONGEST || !addresses(&words) {
            break;
        }
        let pleas = PLEAS.iter().filter(|plea| words.contains(**plea)).count();
        if pleas < 2 && !(pleas == 1 && below_furniture && strip.span.len() < 200) {
            break;
        }
        sheet.settle(at, BlockKind::Furniture);
        below_furniture = true;
    }
}

/// Whether a line is furniture wherever it stands. `folded` is empty for prose, which never is.
#[must_use]
pub fn is_furniture(words: &str, folded: &str) -> bool {
    if !words.chars().any(char::is_alphanumeric) {
        return words.chars().count() >= 3 || matches!(words, "*" | "•" | "|" | ">" | "»");
    }
    if folded.is_empty() {
        return false;
    }
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ')');
    let sentence = words.ends_with('.') && !words.ends_with("..");
    WHOLE.contains(&plain)
        || plain.chars().count() <= 160
            && OPENINGS.iter().any(|opening| plain.starts_with(opening))
            && (!sentence || plain.chars().count() <= 120)
        || points(folded, sentence)
        || is_address(words)
        || is_count(plain)
        || folded.starts_with('©') && plain.chars().count() <= 100
        || is_trail(words)
}

/// Whether a line is the name of a section and nothing else.
#[must_use]
pub fn is_section(folded: &str) -> bool {
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    !plain.is_empty() && plain.len() <= 60 && plain.split(['/', '|', '>', '•', ',']).all(|part| SECTIONS.contains(&part.trim()))
}

/// `Lire aussi : …`, `Voir aussi` alone, `Read more » …`; `Lire aussi des romans est un plaisir.` is prose.
fn points(folded: &str, sentence: bool) -> bool {
    let plain = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    POINTERS.iter().any(|pointer| {
        let Some(rest) = plain.strip_prefix(pointer) else { return false };
        let rest = rest.trim_start_matches([' ', '\u{a0}']);
        let marked = rest.starts_with([':', '|', '>', '»', '→', '"', '«', '“', '-', '–'])
            && (pointer.contains(' ') || rest.starts_with([':', '|', '>', '→']));
        let named = pointer.contains(' ') && pointer.contains("aussi") && !sentence;
        rest.is_empty() && pointer.contains(' ') || marked || named
    })
}

/// A web or mail address, or a handle, alone on a line.
fn is_address(words: &str) -> bool {
    let one = !words.contains(char::is_whitespace);
    one && (words.starts_with("http://")
        || words.starts_with("https://")
        || words.starts_with("www.")
        || words.starts_with('@')
        || words.starts_with('#') && words.len() > 1)
}

/// `12 commentaires`, `3 shares`, `5 min de lecture`.
fn is_count(plain: &str) -> bool {
    let mut parts = plain.splitn(2, ' ');
    let number = parts.next().is_some_and(|first| first.starts_with(|c: char| c.is_ascii_digit()) && first.len() <= 6);
    let unit = parts.next().unwrap_or_default();
    number
        && [
            "commentaire",
            "commentaires",
            "reactions",
            "reaction",
            "partages",
            "partage",
            "vues",
            "comments",
            "comment",
            "shares",
            "views",
            "likes",
            "min",
            "minutes",
            "min de lecture",
            "minutes de lecture",
            "min read",
            "minute read",
            "abonnes",
            "followers",
        ]
        .contains(&unit)
}

/// A breadcrumb trail: `Accueil > Monde > Proche-Orient`.
fn is_trail(words: &str) -> bool {
    let steps: Vec<&str> = words.split(['>', '›', '»']).map(str::trim).collect();
    steps.len() >= 2
        && words.len() <= 120
        && !words.contains('«')
        && steps.iter().all(|step| !step.is_empty() && step.split_whitespace().count() <= 4)
        || words.starts_with('>') && words.len() <= 120 && !words.ends_with('.')
}

/// Whether folded `words` speak to the reader or of the site itself.
fn addresses(words: &str) -> bool {
    words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "vous" | "votre" | "vos" | "nous" | "notre" | "nos" | "you" | "your" | "us" | "our" | "we"))
}

#[cfg(test)]
mod tests {
    use super::{is_furniture, is_section};
    use crate::text::fold::fold;

    fn furniture(words: &str) -> bool {
        is_furniture(words, &fold(words))
    }

    #[test]
    fn share_lines_pointers_and_separators_are_furniture() {
        for words in [
            "Partager Cet Article",
            "Imprimer",
            "Réagir",
            "Lire aussi: La Russie renforce ses relations",
            "À lire aussi », un titre",
            "Voir aussi",
            "Sur le même sujet :",
            "Abonnez-vous",
            "Suivez-nous sur Facebook",
            "Commentaires (12)",
            "12 commentaires",
            "Envoyer par mail",
            "Tweeter",
            "© AFP",
            "Read more: Iran talks resume",
            "Share this",
            "Sign up for our newsletter",
            "Advertisement",
            "Follow us on Twitter",
            "This site uses cookies to improve your experience.",
            "*****",
            "-----",
            "___",
            "https://t.co/abc",
            "Accueil > Monde > Irak",
            "4 min de lecture",
            "Lire plus:\u{a0} L'armée de l'air irakienne se fera aider par la Russie?",
        ] {
            assert!(furniture(words), "{words}");
        }
    }

    #[test]
    fn prose_and_headings_are_not() {
        for words in [
            "Lire aussi des romans policiers est un plaisir.",
            "Le partage du pouvoir",
            "Une mission bien réduite des forces américaines en Irak",
            "Twitter a suspendu le compte du président.",
            "More than 200 people were killed.",
            "Vidéo et mensonges",
            "Voir Naples et mourir",
            "Watch out",
            "«Nous briserons les os des États-Unis criminels»",
            "12 morts",
            "– Augmentation des attaques –",
        ] {
            assert!(!furniture(words), "{words}");
        }
    }

    #[test]
    fn sections() {
        assert!(is_section("tv") && is_section("politique") && is_section("monde / afrique"));
        assert!(!is_section("la guerre") && !is_section(""));
    }
}
