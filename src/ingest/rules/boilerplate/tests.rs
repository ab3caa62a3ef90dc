//! Lines that pages print around articles, and lines of articles that resemble them.

use super::{BlockKind, Blocks, is_furniture, is_section, mark, mark_closing};
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
        "Recevez notre newsletter.",
        "Partagez cet article",
        "Suivez @lemonde",
        "Journaliste au Monde",
        "À partir de 1 €",
        "(Reporting by Jane Doe; Editing by John Smith)",
        "Copyright 2013 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
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
        "Soutenez l'Ukraine",
        "Suivez le guide",
        "Partagez notre combat.",
        "«Nous briserons les os des États-Unis criminels»",
        "12 morts",
        "– Augmentation des attaques –",
    ] {
        assert!(!furniture(words), "{words}");
    }
}

#[test]
fn pleas_at_the_foot_are_furniture_and_last_words_of_an_article_are_not() {
    let kinds = |text: &str| {
        let mut sheet = Blocks::of_lines(crate::ingest::formats::plain::lines(text));
        mark(&mut sheet);
        mark_closing(&mut sheet);
        sheet.strips.iter().map(|strip| strip.kind == BlockKind::Furniture).collect::<Vec<_>>()
    };
    let plea = "Notre site vit de la publicité et de vos dons : aidez-nous sur Paypal.";
    assert_eq!(kinds(&format!("Un titre\n\nLe texte de l'article.\n\n{plea}\n\nPartager")), [false, false, true, true]);
    let quoted = "« Nous attendons des réponses », a dit l'avocat.";
    assert_eq!(
        kinds(&format!("Un titre\n\nLe texte.\n\n{quoted}\n\nNous attendons.\n\nPartager")),
        [false, false, false, false, true]
    );
}

#[test]
fn sections() {
    assert!(is_section("tv") && is_section("politique") && is_section("monde / afrique"));
    assert!(!is_section("la guerre") && !is_section(""));
}

#[test]
fn a_dialog_of_consent_is_furniture_whole() {
    let text =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    let asks = "Pour mettre ce site à votre disposition, nous utilisons des cookies et vous pouvez les refuser.";
    let dialog = [
        "Votre choix",
        asks,
        "Certaines de ces méthodes sont nécessaires au fonctionnement du site et de l'application mobile, que vous lisez.",
        asks,
        "Vous activez chaque catégorie avec le bouton.",
        asks,
        "Le suivi des pannes nous aide à tenir le site debout, jour après jour, sans que vous ayez rien à faire.",
    ];
    let lines = [&[text; 9][..], &dialog].concat();
    let mut page = crate::ingest::rules::blocks::sheet(&lines);
    mark(&mut page);
    assert_eq!(page.text_places().next_back(), Some(9));
    // Above an article it ends with the last line that speaks of it.
    let mut head = crate::ingest::rules::blocks::sheet(&[asks, asks, asks, "Gérer mes finalités", text, text, text, text]);
    mark(&mut head);
    assert_eq!(head.text_places().collect::<Vec<_>>(), [4, 5, 6, 7]);
}

#[test]
fn a_row_of_titles_with_their_days_is_furniture() {
    let row = "Un pont neuf à Valmont 04/01/2024 Une école rénovée 03/01/2024 La foire de Querval 02/01/2024 Le bal";
    assert!(furniture(row));
    assert!(!furniture("Le conseil a siégé le 04/01/2024 et le 11/01/2024, sans rien voter."));
}
