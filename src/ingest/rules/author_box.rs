//! The name of who wrote an article in a box below it: under `À propos de l'auteur`, above an office, before what is told of its bearer.
//!
//! Teasers below name others, who stand behind a line that ends the article. Asked by `signing`.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::byline::{by_name, is_name, is_outlet};
use crate::ingest::rules::page_bounds::PageBounds;
use crate::ingest::rules::page_ends::is_ender;
use crate::ingest::rules::signers::{is_person, without_button};
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Lines below an article in which such a box stands.
const REACH: usize = 24;
/// Bytes of a name, and of the label above it.
const NAME: usize = 50;
/// Lines between label and name.
const BETWEEN: usize = 2;
/// What stands above the name, folded.
const LABELS: &[&str] = &[
    "a propos de l'auteur",
    "a propos de l'auteur.e",
    "a propos de l'auteur(e)",
    "a propos de l'autrice",
    "l'auteur",
    "l'autrice",
    "auteur",
    "auteurs",
    "auteur(s)",
    "autrice",
    "autrices",
    "article ecrit par",
    "article redige par",
    "ecrit par",
    "redige par",
    "publie par",
    "par",
    "about the author",
    "written by",
    "by",
    "uber den autor",
    "uber die autorin",
    "zum autor",
    "zur autorin",
];
/// What the office below a name begins with, folded.
const OFFICES: &[&str] = &[
    "journaliste",
    "correspondant",
    "redacteur",
    "redactrice",
    "grand reporter",
    "reporter",
    "chroniqueur",
    "chroniqueuse",
    "editorialiste",
    "chef de",
    "cheffe de",
    "responsable",
    "contributeur",
    "contributrice",
    "pigiste",
    "professeur",
    "maitre de conferences",
    "maitresse de conferences",
    "chercheur",
    "chercheuse",
    "sociologue",
    "historien",
    "politologue",
    "economiste",
    "philosophe",
    "voir tous les articles",
    "voir tous ses articles",
    "voir toutes ses publications",
    "tous ses articles",
    "journalist",
    "editor",
    "correspondent",
    "staff writer",
    "redakteur",
    "korrespondent",
    "autor",
];

/// The line of the name and the name, in a box below the article.
pub(crate) fn find(sheet: &Blocks, bounds: PageBounds) -> Option<(usize, String)> {
    let mut listed = false;
    for at in bounds.last + 1..(bounds.last + 1 + REACH).min(sheet.strips.len()) {
        let strip = sheet.strips.get(at)?;
        if strip.kind == BlockKind::Comment {
            return None;
        }
        // Below a list of others, who sign their teasers, only a label of the author's own leads to the name.
        listed |= is_ender(sheet, at) && !is_label(sheet.words(at));
        let words = sheet.words(at);
        let name = without_button(by_name(words).unwrap_or(words)).trim_end_matches(',');
        let signs = words.len() <= NAME
            && (2..=4).contains(&name.split(' ').count())
            && is_name(name)
            && is_person(name)
            && !is_outlet(name);
        let labelled = || {
            (1..=BETWEEN)
                .filter_map(|back| at.checked_sub(back).filter(|above| *above > bounds.last))
                .any(|above| if listed { tells_of_author(sheet.words(above)) } else { is_label(sheet.words(above)) })
        };
        let told = || {
            let below = fold(sheet.words(at + 1));
            OFFICES.iter().any(|office| below.starts_with(office))
                || below.len() > name.len() + 3 && below.starts_with(&fold(name))
        };
        if signs && (labelled() || !listed && told()) {
            return Some((at, name.to_owned()));
        }
    }
    None
}

/// The name at the head of a line that goes on with what its bearer is: `Claire Dumont Professeure à Valmont`, `Claire Dumont, journaliste`.
pub(crate) fn with_office(words: &str) -> Option<&str> {
    /// Bytes of such a line.
    const LONGEST: usize = 140;
    let ends = words.match_indices(' ').map(|(at, _)| at).skip(1).take(2);
    let parted = |end: usize| {
        let (name, rest) = words.split_at_checked(end)?;
        let office = fold(rest.trim_start_matches([' ', ',', '-', '–']));
        let bare = name.trim_end_matches(',');
        (is_name(bare) && is_person(bare) && OFFICES.iter().any(|known| office.starts_with(known))).then_some(bare)
    };
    if words.len() > LONGEST { None } else { ends.into_iter().find_map(parted) }
}

/// Whether a line announces a box about who wrote, and no signature.
fn tells_of_author(words: &str) -> bool {
    let folded = fold(words).replace('\u{2019}', "'");
    words.len() <= NAME
        && ["a propos de l'aut", "about the author", "uber d", "zur autorin", "zum autor"]
            .iter()
            .any(|label| folded.starts_with(label))
}

/// Whether a line announces who wrote.
fn is_label(words: &str) -> bool {
    let folded = fold(words).replace('\u{2019}', "'");
    words.len() <= NAME && LABELS.contains(&folded.trim_end_matches([' ', '\u{a0}', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::page_bounds;

    fn found(below: &[&str]) -> Option<String> {
        let text = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
        let lines: Vec<&str> = ["Accueil", "Sport", "Culture", "Emploi", "Valmont vote son budget", text, text]
            .iter()
            .chain(below)
            .copied()
            .collect();
        let page = sheet(&lines);
        find(&page, page_bounds::find(&page).unwrap()).map(|(_, name)| name)
    }

    #[test]
    fn a_box_below_the_text_names_its_author() {
        for below in [
            &["Partager", "À propos de l’auteur.e", "Claire Dumont"][..],
            &["Tags", "Partager", "Claire Dumont", "Journaliste au service des sports"],
            &["Facebook", "Claire Dumont", "Claire Dumont écrit sur la vallée depuis dix ans"],
            &["par Claire Dumont", "Journaliste scientifique"],
            &["L'auteur", "Voir tous les articles", "Claire Dumont"],
        ] {
            assert_eq!(found(below).as_deref(), (below[0] != "Tags").then_some("Claire Dumont"), "{below:?}");
        }
        assert_eq!(found(&["À lire aussi", "Un pont neuf", "Claire Dumont", "Journaliste"]), None);
        assert_eq!(found(&["Valmont Info", "Journaliste", "Claire Dumont", "Mentions légales"]), None);
    }
}
