//! Captions: lines that carry a picture's credit. Names and dates in them count; a second copy does not.

use std::collections::HashSet;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::outlet::agency;
use crate::ingest::rules::photo_credit::opened;
use crate::model::article::BlockKind;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Longer lines are paragraphs that mention a picture.
const LONGEST: usize = 600;

/// How many lines from the head an agency's name behind a sentence is a picture's; at the foot it signs the text.
const HEAD: usize = 6;

/// Picture agencies that sign beside the news agencies.
const PICTURES: &[&str] = &[
    "getty",
    "getty images",
    "shutterstock",
    "sipa",
    "sipa press",
    "sipapress",
    "maxppp",
    "epa",
    "abaca",
    "abacapress",
    "istock",
    "wikimedia",
    "wikimedia commons",
    "flickr",
    "unsplash",
    "pixabay",
    "pexels",
    "adobe stock",
    "keystone",
    "dr",
];

/// Words that make a closing bracket or a closing clause a credit.
const CREDITS: &[&str] = &[
    "photo",
    "photos",
    "photographie",
    "image",
    "images",
    "illustration",
    "credit",
    "credits",
    "capture d'ecran",
    "screenshot",
    "archives",
    "file photo",
    "handout",
    "dr",
    "infographie",
    "via getty images",
];

/// Settles the captions of `sheet`; a copy of an earlier one is furniture.
pub fn mark(sheet: &mut Blocks) {
    let mut seen: HashSet<String> = HashSet::new();
    let bare = !holds_signature(&sheet.body);
    let thanks = memchr::memmem::find(sheet.body.as_bytes(), b" courtesy of ").is_some();
    let below = if bare { false } else { bylines::stand_above(sheet) };
    for at in 0..sheet.strips.len() {
        let Some(strip) = sheet.strips.get(at) else { break };
        let declared = strip.settled && strip.kind == BlockKind::Caption;
        let caption = || {
            is_caption(sheet.words(at), &strip.folded, bare)
                || bylines::is_by_courtesy(sheet.words(at), thanks)
                || is_closed(sheet.words(at), at < HEAD)
        };
        if !declared && (strip.settled || strip.span.len() > LONGEST || !caption()) {
            continue;
        }
        if !declared && bylines::is_name_of_house(sheet.words(at)) {
            bylines::mark_beside(sheet, at, below);
        } else if !declared && is_credit(sheet.words(at)) {
            mark_above(sheet, at);
        }
        let first = seen.insert(sheet.words(at).to_owned());
        sheet.settle(at, if first { BlockKind::Caption } else { BlockKind::Furniture });
    }
}

/// The words of a caption may stand on the line above its credit: `Le palais de justice de Paris.` / `REUTERS/John Doe`.
fn mark_above(sheet: &mut Blocks, at: usize) {
    let Some(above) = at.checked_sub(1) else { return };
    let (Some(strip), Some(credit)) = (sheet.strips.get(above), sheet.strips.get(at)) else { return };
    let tight = !Span::new(strip.span.after(), credit.span.first()).of(&sheet.body).contains("\n\n");
    if tight && !strip.settled && strip.span.len() <= 250 && sheet.words(above).ends_with('.') {
        sheet.settle(above, BlockKind::Caption);
    }
}

/// `La place Tahrir en liesse, hier soir. Reuters`, `PHOTO AHMED GOMAA, AP`: a short line that ends with an agency; away from the `head`
/// with one of pictures alone, which signs no text, or with `./Photo d'illustration`.
fn is_closed(words: &str, head: bool) -> bool {
    /// Bytes of a line, at four for a letter.
    const LONG: usize = 800;
    if words.len() > LONG || words.chars().nth(200).is_some() {
        return false;
    }
    let shouted = || words.starts_with("PHOTO ") && words.rsplit_once(", ").is_some_and(|(_, name)| is_agency(name));
    let named = |(_, name): (&str, &str)| if head { is_agency(name) } else { is_of_pictures(name) };
    let illustration =
        || around_last(words, "./").is_some_and(|(_, kind)| opened(&fold(kind)) || fold(kind) == "photo illustration");
    head && shouted() || around_last(words, ". ").is_some_and(named) || illustration()
}

/// Whether a line is a credit and nothing else.
fn is_credit(words: &str) -> bool {
    words.split_whitespace().count() <= 6 && !words.contains(". ") && !words.contains(", ")
}

/// Whether a line is the caption or the credit of a picture. `folded` is empty for a line that opens with no credit, `bare` says
/// that no line of the text can be [`signed`].
fn is_caption(words: &str, folded: &str, bare: bool) -> bool {
    bracketed(words) || !bare && signed(words) || opened(folded)
}

/// Whether a line of `body` may be [`signed`]: what nearly every text lacks is looked for once, not in each line.
fn holds_signature(body: &str) -> bool {
    let body = body.as_bytes();
    memchr::memchr(b'/', body).is_some()
        || ["©", ". Photo ", ". PHOTO ", ". Crédit"].iter().any(|mark| memchr::memmem::find(body, mark.as_bytes()).is_some())
}

/// `… à Bagdad. (Photo par Sabah Arar / AFP via Getty Images)`, `… (AFP photo)`, `(Image: MEMRI)`, `[Photo AP]`.
fn bracketed(words: &str) -> bool {
    let end = words.trim_end_matches(['.', ' ']);
    let inside = end
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .or_else(|| end.strip_suffix(']').and_then(|text| text.rsplit_once('[')));
    let Some((before, credit)) = inside else { return false };
    let folded = fold(credit);
    let credited = CREDITS.iter().any(|word| has_word(&folded, word)) || folded.starts_with("ph. ") || folded.starts_with('©');
    // `(AFP)` alone ends many an article; with a photographer it is a credit.
    let photographer =
        credit.contains('/') && credit.split('/').any(|part| is_agency(part.rsplit(" via ").next().unwrap_or(part)));
    credited && credit.chars().count() <= 90 && before.chars().count() <= 500 || photographer && credit.chars().count() <= 60
}

/// `…, Téhéran/IRNA`, `AFP/JOHN DOE`, `REUTERS/John Doe`, `… © AFP`, `… - Photo AFP`.
fn signed(words: &str) -> bool {
    let end = words.trim_end().trim_end_matches('.');
    if let Some((before, name)) = behind_stop(end, "Photo ").or_else(|| behind_stop(end, "PHOTO ")) {
        return before.chars().count() <= 400 && name.split_whitespace().count() <= 6 && name.starts_with(char::is_uppercase);
    }
    // `Le pont est fermé. Crédits photo : Claire Dumont`.
    if let Some((before, name)) = behind_stop(end, "Crédit") {
        /// Bytes from the word to the colon behind it.
        const COLON: usize = 12;
        let colon = name.find(':').is_some_and(|colon| colon <= COLON);
        return colon && before.chars().count() <= 400 && name.chars().count() <= 80;
    }
    if let Some((before, owner)) = around_last(end, "©") {
        /// Words of a name with what it is the name of, and of more than one.
        const FEW: usize = 6;
        const MANY: usize = 10;
        let count = owner.split_whitespace().count();
        let small = |word: &str| word.starts_with(char::is_lowercase) && !matches!(word, "de" | "du" | "des" | "la" | "et");
        let names = || owner.contains('/') && !owner.split_whitespace().any(small);
        return !before.trim().is_empty() && (count <= FEW || count <= MANY && names());
    }
    let Some((before, after)) = around_last(end, "/") else { return false };
    if bylines::is_name_of_house(end) {
        return true;
    }
    let name = |text: &str| text.chars().next().is_some_and(char::is_uppercase) && text.split_whitespace().count() <= 4;
    let last_word = before.rsplit(' ').find(|word| !word.is_empty()).unwrap_or_default();
    if is_agency(after) && !last_word.ends_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    is_agency(last_word) && name(after.trim())
}

/// What stands before and behind the last `mark` in `words`: `rsplit_once`, whose search backwards and byte by byte took a
/// ninth of the time of reading an article.
fn around_last<'a>(words: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    memchr::memrchr_iter(*mark.as_bytes().first()?, words.as_bytes()).find_map(|at| {
        let (before, rest) = words.split_at_checked(at)?;
        Some((before, rest.strip_prefix(mark)?))
    })
}

/// The same around the last `word` behind a full stop. A capital is rarer in prose than a stop.
fn behind_stop<'a>(words: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    memchr::memrchr_iter(*word.as_bytes().first()?, words.as_bytes()).find_map(|at| {
        let (before, rest) = words.split_at_checked(at)?;
        Some((before.strip_suffix(". ")?, rest.strip_prefix(word)?))
    })
}

fn is_agency(words: &str) -> bool {
    /// No name of an agency is longer, and few ends of lines are shorter.
    const LONGEST: usize = 24;
    let words = words.trim().trim_end_matches('.');
    if words.len() > LONGEST {
        return false;
    }
    agency(words).is_some() || is_of_pictures(words)
}

/// Whether `words` name an agency of pictures.
pub(crate) fn is_of_pictures(words: &str) -> bool {
    PICTURES.contains(&words.trim().trim_end_matches('.').to_lowercase().as_str())
}

fn has_word(folded: &str, word: &str) -> bool {
    folded.match_indices(word).any(|(at, _)| {
        let before = folded.get(..at).is_none_or(|text| !text.ends_with(char::is_alphanumeric));
        let after = folded.get(at + word.len()..).is_none_or(|text| !text.starts_with(char::is_alphanumeric));
        before && after
    })
}

mod bylines;
#[cfg(test)]
mod tests {
    use super::{holds_signature, is_caption, is_closed};
    use crate::text::fold::fold;

    #[test]
    fn lines_with_a_credit_are_captions() {
        for words in [
            "Des militaires en Irak. (Photo d'archives)",
            "Nancy Pelosi on March 08, 2019 in Washington, DC. (AFP photo)",
            "Des soldats. (Photo par Sabah Arar / AFP via Getty Images)",
            "Une affiche (Image: MEMRI)",
            "Une affiche à Valmont. (ANNE RIVOIRE / Paul Verdier via AFP)",
            "Le président et le ministre, 22 juillet 2020, Téhéran/IRNA",
            "AFP/JOHN DOE",
            "REUTERS/John Doe",
            "Un pompier à Marseille. © AFP",
            "Crédits photo : Le Figaro",
            "Photo d'illustration",
            "Le pont de Valmont a été fermé mardi. Crédits photo : 12345/rivoire - Rivages",
            "La gare de Valmont, ce mardi • © Anne Rivoire/Paul Verdier Télé 3 Valmont Val de Sarelle",
            "Le tribunal de Paris, le 15 août 2013. Photo Jacques Demarthon. AFP",
        ] {
            assert!(is_caption(words, &fold(words), !holds_signature(words)), "{words}");
        }
    }

    #[test]
    fn a_line_that_ends_with_an_agency_of_pictures_is_a_caption_wherever_it_stands() {
        let fields = "Les engrais font la moitié de la récolte de Valmont. Unsplash";
        assert!(is_closed(fields, false) && is_closed("Le pont a été fermé mardi./Photo illustration", false));
        assert!(!is_closed("Le pont a été fermé mardi. Reuters", false) && is_closed("Le pont a été fermé mardi. Reuters", true));
        assert!(is_caption("Légende image, Le pont de Valmont, fermé", &fold("Légende image, Le pont de Valmont, fermé"), true));
        assert!(!is_caption("Image, voix, corps : tout change", &fold("Image, voix, corps : tout change"), true));
    }

    #[test]
    fn prose_is_not() {
        for words in [
            "Il a publié la photo sur son compte.",
            "a-t-il déclaré. (AFP)",
            "Le parti (centre) a gagné",
            "Le taux de 50/AFP",
            "Photos volées au musée",
            "La coalition USA/Cie n'aurait plus à s'occuper de rien.",
            "L'image de la police est ternie, dit-il (lire page 3).",
        ] {
            assert!(!is_caption(words, &fold(words), false), "{words}");
        }
    }
}
