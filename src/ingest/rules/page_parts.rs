//! Parts of a scraped page that read as text and are none of its article's: sentences about accounts and addresses, boxes printed twice.
//! Asked by `assemble`; a page is told by the menu above its text.

use std::collections::HashMap;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::boilerplate::{addresses, is_plea, pleads};
use crate::ingest::rules::page_bounds::PageBounds;
use crate::ingest::rules::text_line::is_text;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Bytes of a paragraph that a page prints in a box, at least, and lines between two copies of one.
const BOXED: usize = 40;
const APART: usize = 20;
/// Of such paragraphs in a row that are a box, and bytes of one that stands alone.
const ROW: usize = 3;
const ALONE: usize = 90;
/// Lines above the text in which its lead stands.
const LEAD: usize = 10;
/// Bytes of a paragraph that addresses the reader about the page.
const FORM: usize = 600;

/// Settles what is the page's own in the midst of it.
pub(crate) fn mark(sheet: &mut Blocks, bounds: PageBounds) {
    if bounds.is_crowded() {
        mark_copies(sheet, bounds);
        mark_pleas(sheet);
        mark_last(sheet, bounds);
    }
}

/// Settles sentences that the page prints twice, far apart: a box that stands above and below. One that opens the article may be told
/// again by a teaser below, so that of a single sentence only the copies outside of the article are the page's.
fn mark_copies(sheet: &mut Blocks, bounds: PageBounds) {
    let boxed = |at: &usize| {
        let open = sheet.strips.get(*at).is_some_and(|strip| strip.kind == BlockKind::Paragraph && strip.span.len() >= BOXED);
        open && (is_text(sheet.words(*at)) || sheet.words(*at).len() >= 2 * BOXED)
    };
    let places: Vec<usize> = (0..sheet.strips.len()).filter(boxed).collect();
    let mut met: HashMap<&str, Vec<usize>> = HashMap::new();
    for at in &places {
        met.entry(sheet.words(*at)).or_default().push(*at);
    }
    let far = |copies: &&Vec<usize>| copies.first().zip(copies.last()).is_some_and(|(first, last)| last - first >= APART);
    let mut twice: Vec<usize> = met.values().filter(far).flatten().copied().collect();
    // A page that prints its article twice has no box.
    if twice.len() * 3 >= places.len() * 2 {
        return;
    }
    twice.sort_unstable();
    let twice_at = |at: usize| twice.binary_search(&at).is_ok();
    // Three of them in a row are a box wherever they stand; a headline and its lead may be told again by a teaser.
    let in_row = |at: usize| (0..ROW).any(|back| at >= back && (at - back..at - back + ROW).all(twice_at));
    // A lead above the line of the day is told again by a teaser below.
    let lead = |at: usize| at < bounds.first && at + LEAD >= bounds.first;
    let outside = |at: usize| {
        (at < bounds.first || at > bounds.last) && !lead(at) && sheet.words(at).len() >= ALONE && is_text(sheet.words(at))
    };
    let copies: Vec<usize> = twice.iter().copied().filter(|at| outside(*at) || in_row(*at)).collect();
    for at in copies {
        sheet.settle(at, BlockKind::Furniture);
    }
}

/// Settles paragraphs that speak to the reader of subscriptions, addresses and accounts, wherever they stand.
fn mark_pleas(sheet: &mut Blocks) {
    for at in 0..sheet.strips.len() {
        let open = sheet.strips.get(at).is_some_and(|strip| !strip.settled && strip.span.len() <= FORM);
        if open && pleads(sheet.words(at)) >= 2 {
            sheet.settle(at, BlockKind::Furniture);
        }
    }
}

/// Settles the last sentences of the text that ask the reader for something: `Cet article vous a plu ? …`.
fn mark_last(sheet: &mut Blocks, bounds: PageBounds) {
    /// Of them at most, and bytes of one.
    const MOST: usize = 3;
    const LONGEST: usize = 300;
    for at in (bounds.first + 1..=bounds.last).rev().take(MOST) {
        let words = sheet.words(at);
        if words.len() > LONGEST || !(is_plea(words) && addresses(&fold(words))) {
            break;
        }
        sheet.settle(at, BlockKind::Furniture);
    }
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::ingest::draft::{Break, Lines};
    use crate::ingest::rules::blocks::Blocks;
    use crate::ingest::rules::boilerplate;
    use crate::ingest::rules::page_bounds;

    const MENU: [&str; 5] = ["Accueil", "Politique", "Sport", "Culture", "Valmont vote son budget"];
    const TEXT: &str =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    const LAST: &str =
        "La maire a défendu un projet utile, qui prévoit la réfection de deux écoles et une ligne de bus vers la gare.";

    /// The lines of a page that count, between the menu and the end.
    fn kept(body: &[&str]) -> Vec<String> {
        let mut draft = Lines::default();
        MENU.iter().chain(body).for_each(|line| draft.push(line, Break::Line, None));
        let mut sheet = Blocks::of_lines(draft);
        boilerplate::mark(&mut sheet);
        if let Some(bounds) = page_bounds::find(&sheet) {
            mark(&mut sheet, bounds);
        }
        if let Some(bounds) = page_bounds::find(&sheet) {
            page_bounds::mark(&mut sheet, bounds);
        }
        sheet.text_places().filter(|at| *at >= MENU.len()).map(|at| sheet.words(at).to_owned()).collect()
    }

    #[test]
    fn teasers_below_a_line_that_ends_the_article_are_none_of_it() {
        let teaser = "Un peu partout dans la région, des lycéens se mobilisent contre la réforme, et leurs professeurs avec eux. Reportage.";
        let page = [
            TEXT,
            LAST,
            "Articles liés",
            "Une école rénovée",
            teaser,
            "Par Hervé Lenz",
            "Le 31/01/2020",
            "Sourde et muette",
            teaser,
            "Par Luna Ferrand",
        ];
        assert_eq!(kept(&page), [TEXT, LAST]);
    }

    #[test]
    fn two_paragraphs_behind_the_titles_of_others_are_the_article_s() {
        let long = format!("{TEXT} {LAST}");
        let page = [
            TEXT,
            "Lire aussi :",
            "Une école rénovée",
            "Un volcan en Islande",
            &long,
            &long,
            "Nos vidéos",
            "La finale",
            "Un pont",
        ];
        assert!(kept(&page).iter().filter(|line| **line == long).count() == 2);
    }

    #[test]
    fn prompts_behind_a_wall_and_teasers_with_quoting_titles_are_none_of_it() {
        let wall = [
            TEXT,
            LAST,
            TEXT,
            "Il vous reste 57% de cet article à lire. La suite est réservée aux abonnés.",
            "Lecture de la Gazette en cours sur un autre appareil.",
            "Vous pouvez lire la Gazette sur un seul appareil à la fois, et ce message s'affichera alors sur l'autre.",
            "Découvrir les offres",
            "Nos applications",
            "Mentions légales",
            "Plan du site",
        ];
        assert_eq!(kept(&wall), [TEXT, LAST, TEXT]);
        let quoting = "La gare de Valmont rouvre enfin ses portes au public après trois ans de travaux, et le maire le dit tout net : \"Nous y voilà\"";
        let teaser =
            "Les voyageurs y trouveront des guichets, un café et une salle d'attente chauffée en hiver comme au printemps.";
        let page = [
            TEXT,
            LAST,
            TEXT,
            "Sur le même sujet",
            "Un pont neuf",
            teaser,
            quoting,
            teaser,
            "Une école rénovée",
            teaser,
            "Contact",
        ];
        assert_eq!(kept(&page), [TEXT, LAST, TEXT]);
    }

    #[test]
    fn a_signature_that_stands_again_below_the_text_ends_it() {
        let about = "Claire suit la vallée depuis dix ans, et elle aime la randonnée.";
        let page =
            ["Par Claire Dumont", TEXT, LAST, TEXT, LAST, TEXT, LAST, "Claire Dumont", "Réseaux", about, "Emploi", "Ski", "Auto"];
        assert_eq!(kept(&page), ["Par Claire Dumont", TEXT, LAST, TEXT, LAST, TEXT, LAST]);
        let asked =
            ["Claire Dumont", TEXT, LAST, "Claire Dumont", TEXT, LAST, "Claire Dumont", TEXT, "Claire Dumont", LAST, TEXT];
        assert_eq!(kept(&asked).iter().filter(|line| line.ends_with('.')).count(), 7);
    }

    #[test]
    fn quoting_titles_end_it_and_a_long_paragraph_resumes_it() {
        let quoting = "La gare de Valmont rouvre enfin ses portes au public après trois ans de travaux, et le maire le dit tout net : \"Nous y voilà\"";
        let page = [TEXT, LAST, TEXT, "Sur le même sujet", quoting, quoting, "Emploi", "Ski", "Auto", "Contact"];
        assert_eq!(kept(&page), [TEXT, LAST, TEXT]);
        let long = [TEXT, LAST, TEXT, LAST].join(" ");
        let titles = ["Lire aussi", "Un volcan en Islande", "La finale à Lisbonne"];
        let pair = titles.iter().copied().chain([&*long]);
        let page: Vec<&str> = [TEXT, LAST].into_iter().chain(pair.clone()).chain(pair).chain(["Emploi", "Ski", "Auto"]).collect();
        assert_eq!(kept(&page).iter().filter(|line| **line == long).count(), 2);
    }

    #[test]
    fn the_article_goes_on_below_titles_headings_and_pictures_in_its_own_words() {
        let long = [TEXT, LAST, TEXT].join(" ");
        let titles = ["À lire aussi sur le Val :", "Un volcan en Islande", "La finale à Lisbonne", "Un pont de trop", "Le pont"];
        let page: Vec<&str> = [TEXT, &long]
            .into_iter()
            .chain(titles)
            .chain(["Une école rénovée", &long, "Nos vidéos", "Ski", "Auto", "Jeux"])
            .collect();
        assert_eq!(kept(&page).iter().filter(|line| **line == long).count(), 2);
        // Paragraphs under one heading each, most of the article.
        let parts = ["Une école rénovée", &long, &long, "Un pont", &long, &long];
        let page: Vec<&str> =
            [LAST].into_iter().chain(titles).chain(parts).chain(["Nos vidéos", "Ski", "Auto", "Jeux"]).collect();
        assert_eq!(kept(&page).iter().filter(|line| **line == long).count(), 4);
    }

    #[test]
    fn titles_of_others_in_the_midst_do_not_end_it() {
        let page = [TEXT, "À lire aussi", "Une école rénovée", LAST, TEXT, "Lire aussi", "Un volcan en Islande", LAST];
        assert!(kept(&page).iter().filter(|line| line.ends_with('.')).count() == 4);
    }

    #[test]
    fn a_box_that_stands_above_and_below_is_the_pages() {
        let about = [
            "La Gazette est un journal libre, écrit par des habitants de la vallée.",
            "Chacun peut y proposer un texte, lu par trois d'entre eux.",
            "Les textes paraissent le lundi et le jeudi, sauf en été.",
        ];
        let menu: Vec<String> = (0..24).map(|n| format!("Rubrique {n}")).collect();
        let mut page: Vec<&str> = about.to_vec();
        page.extend(["Publier", TEXT, LAST, TEXT, LAST, TEXT, LAST]);
        page.extend(menu.iter().map(String::as_str));
        page.extend(about);
        let kept = kept(&page);
        assert!(!kept.iter().any(|line| line.starts_with("La Gazette") || line.starts_with("Chacun")), "{kept:?}");
        assert!(kept.contains(&LAST.to_owned()));
    }

    #[test]
    fn a_form_to_sign_up_in_the_midst_is_furniture() {
        let form = [
            "Le journal du soir",
            "Tous les soirs à 18h",
            "Recevez l'information analysée par la rédaction.",
            "Votre adresse email",
            "Votre adresse email n'est pas valide",
            "En vous inscrivant, vous acceptez les conditions générales et notre politique de confidentialité.",
        ];
        let page: Vec<&str> = [TEXT, LAST].into_iter().chain(form).chain([LAST, TEXT, LAST, "Un intertitre", TEXT]).collect();
        assert_eq!(kept(&page), [TEXT, LAST, LAST, TEXT, LAST, "Un intertitre", TEXT]);
        // The reader is spoken to in what somebody says, too.
        let said = "« Vous recevez une newsletter, vous donnez votre adresse email et vous ne savez pas qui la lit », explique la juriste.";
        assert_eq!(kept(&[TEXT, said, LAST]), [TEXT, said, LAST]);
    }
}
