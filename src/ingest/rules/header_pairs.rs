//! Header lines that take two: a label with its value on the next line, a signature whose day stands there. Asked by `header`.

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::byline::{Byline, is_initials, is_name, is_outlet, parties};
use crate::ingest::rules::date_context::{PUBLISHED, UPDATED, besides};
use crate::ingest::rules::date_parser::{stamps, years};
use crate::ingest::rules::outlet;
use crate::ingest::rules::signers::{bare_name, is_person};
use crate::model::date::PartialDate;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Bytes of the line that leads to a day on the next one.
const LONGEST: usize = 200;

/// Whether what stands before a colon, folded, leads to who wrote the article: `auteur/autrice de la publication`.
pub(crate) fn is_signer(key: &str) -> bool {
    const KEYS: &[&str] = &[
        "auteur",
        "auteurs",
        "autrice",
        "author",
        "authors",
        "byline",
        "autor",
        "autora",
        "autorin",
        "auteur de la publication",
        "auteur/autrice de la publication",
        "post author",
        "autor de la entrada",
        "beitrags-autor",
    ];
    KEYS.contains(&key)
}

/// `Auteur` on a line of its own, and the name on the next.
pub(crate) fn labels(sheet: &Blocks, at: usize, byline: &mut Byline) -> bool {
    const SIGNER_LABELS: &[&str] = &[
        "auteur",
        "auteurs",
        "auteur(s)",
        "autrice",
        "author",
        "authors",
        "autor",
        "autorin",
        "par",
        "by",
        "von",
        "de",
        "article redige par",
        "article ecrit par",
        "redige par",
        "ecrit par",
        "publie par",
        "texte par",
        "propos recueillis par",
        "written by",
    ];
    /// Bytes of a label.
    const LABEL: usize = 24;
    let label = sheet.words(at).trim_end_matches([' ', '\u{a0}', ':']);
    if label.len() > LABEL || !SIGNER_LABELS.contains(&&*fold(label)) {
        return false;
    }
    let whole = sheet.words(at + 1);
    // `Claire Dumont | cdumont@gazette.example`.
    let whole = whole.split_once(" | ").filter(|(_, behind)| behind.contains('@')).map_or(whole, |(name, _)| name);
    let name = bare_name(whole);
    let name = [" - ", " – "].iter().find_map(|dash| name.split_once(dash)).map_or(name, |(name, _)| name);
    let open = sheet.strips.get(at + 1).is_some_and(|strip| !strip.settled && strip.span.len() <= 60);
    let named = open && (is_name(name) || name.contains('.') && !name.ends_with('.') && name.split(' ').count() <= 3);
    // `Par` above `La Gazette`: a house signs, too.
    if named && is_outlet(name) && !is_initials(name) && byline.outlet.is_none() {
        byline.outlet = outlet::named(name);
        return true;
    }
    let called = name.contains(' ') && !is_outlet(name) || is_initials(name) || NameLexicon::get().is_given_name(name);
    let signs = named && called && byline.author.is_none();
    if signs {
        byline.author = Some(name.to_owned());
    }
    signs
}

/// `Date de parution : 2 octobre 2025` between two other labels: of a book or a film that is reviewed.
pub(crate) fn is_of_record(sheet: &Blocks, at: usize) -> bool {
    /// Bytes of a label.
    const LABEL: usize = 30;
    let labelled = |at: usize| {
        sheet.words(at).split_once(':').is_some_and(|(label, value)| {
            (3..=LABEL).contains(&label.len()) && label.starts_with(char::is_uppercase) && !value.trim().is_empty()
        })
    };
    let day = ["date de parution", "date de sortie", "parution", "sortie", "auteur"]
        .iter()
        .any(|label| fold(sheet.words(at)).starts_with(label));
    let beside = |one: usize, other: usize| labelled(one) && labelled(other);
    day && labelled(at) && at >= 2 && (beside(at - 1, at + 1) || beside(at - 1, at - 2) || beside(at + 1, at + 2))
}

/// `La Gazette. Recueilli par Anne Martin. Publié le`, and the day on the next line: who signs stands before the last words.
pub(crate) fn leads_to_date(sheet: &Blocks, at: usize, byline: &mut Byline) -> bool {
    let (words, next) = (sheet.words(at), sheet.words(at + 1));
    let folded = fold(words);
    let leads =
        |marker: &str| ["", " le", " on", " am", " :", " le :"].iter().any(|end| folded.ends_with(&format!("{marker}{end}")));
    if words.len() > LONGEST
        || next.len() > 40
        || !PUBLISHED.iter().filter(|marker| **marker != "date").any(|marker| leads(marker))
    {
        return false;
    }
    let days = stamps(next, true);
    let written: Vec<&str> = days.iter().map(|day| day.span.of(next)).collect();
    if days.is_empty() || besides(next, &written) > 0 || besides(words, &[]) > 12 {
        return false;
    }
    parties(words, &[], byline);
    true
}

/// The day alone on the line below a label that says what happened then, and whether that was a change: `Publié le :`, `Dernière mise à jour :`.
pub(crate) fn labelled_day(sheet: &Blocks, at: usize) -> Option<(PartialDate, Span, bool)> {
    /// Bytes of a label and of a day, and words of a label.
    const LABEL: usize = 40;
    const DAY: usize = 60;
    const WORDS: usize = 4;
    let label = sheet.words(at);
    if label.len() > LABEL || label.split_whitespace().nth(WORDS).is_some() {
        return None;
    }
    let folded = fold(label);
    let bare = folded.trim_end_matches([' ', '\u{a0}', ':']);
    let bare = [" le", " on", " am"].iter().find_map(|small| bare.strip_suffix(small)).unwrap_or(bare);
    let says = |markers: &[&str]| {
        let said = |marker: &&str| bare.strip_suffix(*marker).is_some_and(|before| before.is_empty() || before.ends_with(' '));
        markers.iter().filter(|marker| **marker != "stand" && (**marker != "date" || bare == "date")).any(said)
    };
    let changed = says(UPDATED);
    let span = sheet.strips.get(at + 1).filter(|strip| (changed || says(PUBLISHED)) && strip.span.len() <= DAY)?.span;
    let words = span.of(&sheet.body);
    let days = stamps(words, true);
    let stamp = days.first().filter(|stamp| stamp.date.parts().2.is_some() && besides(words, &[stamp.span.of(words)]) == 0)?;
    Some((stamp.date, stamp.span.shift(span.first()), changed))
}

/// Whether a day stands alone right below somebody's name, as behind a summary that a page puts between headline and text.
pub(crate) fn is_under_name(sheet: &Blocks, at: usize) -> bool {
    /// Bytes of a line that is a day.
    const DAY: usize = 60;
    let words = sheet.words(at);
    let name = at.checked_sub(1).map(|above| sheet.words(above));
    words.len() <= DAY
        && years(words) == 1
        && besides(words, &stamps(words, true).iter().map(|stamp| stamp.span.of(words)).collect::<Vec<_>>()) == 0
        && name.is_some_and(|name| (2..=3).contains(&name.split(' ').count()) && is_person(name))
}

#[cfg(test)]
mod tests {
    use super::{is_of_record, is_under_name, labels, leads_to_date};
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::byline::Byline;

    #[test]
    fn a_label_alone_is_read_with_the_next_line() {
        let mut byline = Byline::default();
        assert!(labels(&sheet(&["Auteur :", "Claire Dumont"]), 0, &mut byline));
        assert_eq!(byline.author.as_deref(), Some("Claire Dumont"));
        assert!(
            labels(&sheet(&["Par", "La Gazette"]), 0, &mut byline)
                && labels(&sheet(&["Par", "Claire"]), 0, &mut Byline::default())
        );
        assert_eq!(byline.outlet.as_deref(), Some("La Gazette"));
        let mut written = Byline::default();
        assert!(labels(&sheet(&["Article rédigé par", "Claire Dumont", "Télé Valmont"]), 0, &mut written));
        assert_eq!(written.author.as_deref(), Some("Claire Dumont"));
        assert!(!labels(&sheet(&["Auteur", "Un budget en hausse"]), 0, &mut Byline::default()));
        assert!(!labels(&sheet(&["Politique", "Claire Dumont"]), 0, &mut Byline::default()));
    }

    #[test]
    fn a_day_alone_stands_below_a_name() {
        assert!(is_under_name(&sheet(&["Claire Dumont", "30. Juni 2025,"]), 1));
        assert!(!is_under_name(&sheet(&["Le conseil", "30. Juni 2025"]), 1));
        assert!(!is_under_name(&sheet(&["Claire Dumont", "Le 30 juin 2025, Valmont vote"]), 1));
    }

    #[test]
    fn the_day_of_a_work_stands_among_its_labels() {
        let record = sheet(&["Titre : Un pont", "Édition : La Rive", "Date de parution : 2 octobre 2025", "Genre : Essai"]);
        assert!(is_of_record(&record, 2));
        assert!(!is_of_record(&sheet(&["Accueil", "Sport", "Date de parution : 2 octobre 2025", "Valmont vote"]), 2));
    }

    #[test]
    fn a_signature_is_read_whose_day_stands_on_the_next_line() {
        let mut byline = Byline::default();
        let lines = sheet(&["La Gazette Recueilli par Claire DUMONT. Publié le", "02/11/2023 à 14h49"]);
        assert!(leads_to_date(&lines, 0, &mut byline));
        assert_eq!((byline.outlet.as_deref(), byline.author.as_deref()), (Some("La Gazette"), Some("Claire DUMONT")));
        assert!(!leads_to_date(&sheet(&["Le livre que Claire Dumont a publié", "Un succès"]), 0, &mut Byline::default()));
    }
}
