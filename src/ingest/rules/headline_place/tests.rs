use super::{BlockKind, Blocks, HeadlinePlace, find, is_dated_row, settle_trails};
use crate::ingest::draft::{Break, Lines};

const TEXT: [&str; 2] = [
    "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat entre la majorité et l'opposition.",
    "La maire a défendu un projet utile, qui prévoit la réfection de deux écoles et une ligne de bus vers la gare, malgré la hausse des prix de l'énergie.",
];

fn sheet(above: &[&str]) -> Blocks {
    let mut draft = Lines::default();
    above.iter().chain(&TEXT).for_each(|line| draft.push(line, Break::Gap, None));
    Blocks::of_lines(draft)
}

#[test]
fn the_headline_is_the_line_the_text_is_about() {
    let mut page = sheet(&[
        "Le téléphone pliant à moitié prix",
        "Abonnés",
        "Football : la finale aura lieu à Lisbonne",
        "Un volcan se réveille en Islande",
        "Valmont : le conseil municipal vote un budget en hausse",
        "Les oppositions dénoncent des travaux inutiles",
    ]);
    assert_eq!(find(&mut page, None), HeadlinePlace::Line(4));
    let furniture: Vec<bool> = page.strips.iter().map(|strip| strip.kind == BlockKind::Furniture).collect();
    assert_eq!(furniture, [true, true, true, true, false, false, false, false]);
}

#[test]
fn an_item_of_a_list_is_no_headline() {
    let above = [
        "Valmont vote un budget",
        "Faits saillants",
        "• Hausse de trois pour cent",
        "• Réfection de deux écoles et ligne de bus de la gare",
    ];
    assert_ne!(find(&mut sheet(&above), None), HeadlinePlace::Line(3));
}

#[test]
fn the_line_above_author_and_day_is_the_headline_and_not_what_is_under_a_picture() {
    let menu = ["Accueil", "Nos journaux et magazines", "Sport", "Culture", "Réservé aux abonnés"];
    let head =
        ["Associations, avocats... Qui paie l'addition", "Par Claire Dumont", "Publié le 12 mai 2013", "Photo Rives Presse"];
    let mut page = sheet(&[&menu[..], &head].concat());
    for at in [6, 7] {
        page.settle(at, BlockKind::Furniture);
    }
    page.settle(8, BlockKind::Caption);
    assert_eq!(find(&mut page, Some(7)), HeadlinePlace::Line(5));
    let twice =
        ["Un pont de trop", "12 mai 2013", "La maire, en conseil municipal.", "La maire, en conseil municipal. Photo Hervé Lenz"];
    let mut page = sheet(&[&menu[..], &twice].concat());
    page.settle(6, BlockKind::Furniture);
    assert_eq!(find(&mut page, Some(6)), HeadlinePlace::Line(5));
}

#[test]
fn what_the_text_marks_as_its_headline_is_it_and_a_heading_that_the_window_says_is_not() {
    let menu = ["Accueil", "Sport", "Culture", "Emploi", "La nostalgie du Val", "Le budget du conseil municipal en hausse"];
    let mut page = sheet(&menu);
    page.settle(4, BlockKind::Headline);
    assert_eq!(find(&mut page, None), HeadlinePlace::Line(4));
    let window = [
        "Valmont : un budget en hausse de trois pour cent",
        "Accueil",
        "Sport",
        "Culture",
        "Emploi",
        "Valmont : la hausse fait débat",
    ];
    let mut draft = Lines::default();
    let heading = ["Un budget en hausse de trois pour cent", TEXT[1]];
    window.iter().chain(&TEXT).chain(&heading).for_each(|line| draft.push(line, Break::Gap, None));
    let mut page = Blocks::of_lines(draft);
    assert_ne!(find(&mut page, None), HeadlinePlace::Line(8));
}

#[test]
fn a_plain_article_and_a_page_without_its_headline_stay_as_they_are() {
    assert_eq!(find(&mut sheet(&["Valmont vote son budget", "Par Claire Dumont"]), None), HeadlinePlace::Unclear);
    let mut other = sheet(&[
        "Un volcan se réveille en Islande",
        "Football : la finale à Lisbonne",
        "Le téléphone pliant à moitié prix",
        "Recette : la tarte aux pommes",
    ]);
    assert_eq!(find(&mut other, None), HeadlinePlace::Hidden(4));
    assert_eq!(other.text_places().collect::<Vec<_>>(), [4, 5]);
    let mut sentences = sheet(&[
        "Le budget de Valmont a été débattu toute la nuit au conseil municipal.",
        "La majorité et l'opposition ont échangé des propos très vifs mardi.",
        "La maire y tenait depuis longtemps et l'avait dit à ses adversaires.",
        "La hausse du budget a surpris la majorité du conseil municipal hier.",
    ]);
    assert_eq!(find(&mut sentences, None), HeadlinePlace::Unclear);
}

#[test]
fn the_line_right_above_the_day_needs_no_word_of_the_text_and_a_label_goes_on_in_it() {
    let menu = ["Accueil", "Nos journaux et magazines", "Sport", "Culture"];
    let mut page = sheet(&[&menu[..], &["Pourquoi est-ce que l'on rêve ?", "12 mai 2013"]].concat());
    page.settle(5, BlockKind::Furniture);
    assert_eq!(find(&mut page, Some(5)), HeadlinePlace::Line(4));
    let mut short = sheet(&[&menu[..], &["La nostalgie", "12 mai 2013"]].concat());
    short.settle(5, BlockKind::Furniture);
    assert_eq!(find(&mut short, Some(5)), HeadlinePlace::Line(4));
    let label = "Budget en hausse à Valmont";
    let full = "Budget en hausse à Valmont : le conseil municipal débat toute une nuit";
    let mut labelled = sheet(&[&menu[..], &[label, full, "12 mai 2013"]].concat());
    labelled.settle(6, BlockKind::Furniture);
    assert_eq!(find(&mut labelled, Some(6)), HeadlinePlace::Line(5));
}

#[test]
fn the_headline_stands_above_its_lead() {
    let text =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    let mut page = sheet(&[
        "Accueil",
        "Politique",
        "Sport",
        "Culture",
        "Valmont relève son budget de trois pour cent",
        "Réuni mardi, le conseil municipal de Valmont a voté une hausse de trois pour cent après quatre heures de débat",
        text,
        text,
    ]);
    assert_eq!(find(&mut page, None), HeadlinePlace::Line(4));
}

#[test]
fn the_headline_may_stand_below_the_day_or_below_a_sentence_of_the_page() {
    let mut below =
        sheet(&["Accueil", "Nos journaux et magazines", "Sport", "Culture", "12 mai 2013", "Une nuit pour trois pour cent"]);
    assert_eq!(find(&mut below, Some(4)), HeadlinePlace::Line(5));
    let plea = "La rédaction a besoin de ses lecteurs pour vivre, et leur demande de faire un don avant la fin de l'année.";
    let headline = "Valmont : le conseil municipal vote un budget en hausse";
    let mut page = sheet(&[
        "Accueil",
        "Sport",
        "Culture",
        "Notre campagne de dons",
        "Emploi",
        plea,
        "0 euro",
        "Objectif",
        "En savoir plus",
        "Partager",
        headline,
    ]);
    assert_eq!(find(&mut page, None), HeadlinePlace::Line(10));
}

#[test]
fn a_menu_on_one_line_and_a_tagline_far_above_are_no_headline() {
    let menu =
        "La Gazette Politique Société Conseil Municipal Valmont Budget Majorité Opposition Sport Culture Emploi Immobilier";
    let mut page = sheet(&["Accueil", "Vidéos", "Contact", menu, "Voici comment Valmont vote son budget", "La rédaction"]);
    assert_eq!(find(&mut page, Some(5)), HeadlinePlace::Line(4));
    let mut labelled = sheet(&["Débats", "Valmont : le conseil municipal vote un budget en hausse"]);
    assert_eq!(find(&mut labelled, None), HeadlinePlace::Line(1));
    let mut sections =
        sheet(&["Accueil", "Sport", "Culture", "Deux enquêtes et une hausse : le budget du conseil municipal", "Valmont"]);
    assert_eq!(find(&mut sections, Some(4)), HeadlinePlace::Line(3), "names of sections stand in headlines, too");
}

#[test]
fn a_copy_of_the_headline_behind_a_trail_is_the_page_s() {
    let trail = "Accueil > Société > Valmont vote sans débat";
    let mut page = sheet(&["Accueil", "Sport", "Culture", "Météo", trail, "Société", "Valmont vote sans débat"]);
    assert_eq!(settle_trails(&mut page, 7), Some(6));
    let furniture: Vec<usize> = (0..7).filter(|at| page.strips[*at].kind == BlockKind::Furniture).collect();
    assert_eq!(furniture, [4, 5]);
    // Fewer words than four may stand at the end of any line.
    assert_eq!(settle_trails(&mut sheet(&["Nos élus : Valmont vote", "Valmont vote"]), 2), None);
}

#[test]
fn a_notice_above_the_headline_is_none_of_the_text() {
    let notice = "Les lecteurs qui soutiennent notre rédaction lisent sans réclame et reçoivent chaque matin une lettre de plus.";
    let menu = ["Accueil", "Sport", "Culture", "Météo"];
    let between = ["Abonnés", "Le direct", "Les lettres", "Le kiosque"];
    let headline = "Valmont : le conseil municipal vote un budget en hausse";
    let mut page = sheet(&[&menu[..], &[notice], &between, &[headline]].concat());
    assert_eq!(find(&mut page, None), HeadlinePlace::Line(9));
    assert_eq!(page.strips[4].kind, BlockKind::Furniture);
}

#[test]
fn a_row_of_teasers_with_their_days_is_no_headline() {
    let row = "Le conseil municipal débat 04/01/2024 Un budget en hausse à Valmont 03/01/2024";
    let mut page = sheet(&["Accueil", "Sport", "Culture", row, "Valmont : le conseil municipal vote un budget en hausse"]);
    assert_eq!(find(&mut page, None), HeadlinePlace::Line(4));
    assert!(is_dated_row(row) && !is_dated_row("Valmont se souvient : 1914-1918"));
}

#[test]
fn the_title_of_the_window_tells_the_headline_that_the_text_does_not() {
    let menu = ["Politique", "Football", "Un volcan en Islande", "Une finale à Lisbonne", "Un téléphone pliant"];
    let page = |title: &'static str, headline: &'static str| {
        let lines: Vec<&str> =
            [title].iter().chain(&menu).chain(&[headline, "Les oppositions dénoncent le budget"]).copied().collect();
        find(&mut sheet(&lines), None)
    };
    assert_eq!(page("Nuit blanche aux Tilleuls - La Gazette", "Nuit blanche aux Tilleuls"), HeadlinePlace::Line(6));
    assert_eq!(page("Nuit blanche aux Tilleuls, par Claire Dumont", "Nuit blanche aux Tilleuls"), HeadlinePlace::Line(6));
    // A line of a menu that stands twice is no title.
    let twice = page("Abonnez tous vos voisins", "Abonnez tous vos voisins");
    assert_ne!(twice, HeadlinePlace::Line(6));
}

#[test]
fn a_line_said_again_or_above_a_signature_is_the_headline() {
    let menu = ["Politique", "Football", "Un volcan en Islande", "Une finale à Lisbonne", "Un téléphone pliant"];
    let lines = |own: &[&'static str]| -> Vec<&'static str> { menu.iter().chain(own).copied().collect() };
    let again = lines(&["Un budget en débat", "Partager", "Un budget en débat", "Une hausse de trop pour les écoles"]);
    // Either copy has its words.
    assert!(matches!(find(&mut sheet(&again), None), HeadlinePlace::Line(5 | 7)));
    let signed = lines(&["La nuit des Tilleuls", "Par Claire Dumont"]);
    assert_eq!(find(&mut sheet(&signed), None), HeadlinePlace::Line(5));
}

#[test]
fn a_table_of_contents_below_the_day_holds_no_headline() {
    let menu = ["Accueil", "Nos journaux", "Sport", "Culture"];
    let head = [
        "Valmont : une soirée longue et sans surprise",
        "12 mai 2013",
        "Le conseil municipal",
        "Le budget en hausse",
        "La réfection des écoles",
        "La ligne de bus",
    ];
    let mut page = sheet(&[&menu[..], &head].concat());
    page.settle(5, BlockKind::Furniture);
    assert_eq!(find(&mut page, Some(5)), HeadlinePlace::Line(4));
}

#[test]
fn a_headline_that_the_trail_says_too_stands_above_its_lead() {
    let menu =
        ["Accueil", "Nos journaux", "Sport", "Culture", "1. Accueil", "2. Valmont", "3. Une soirée de vote sous les lampions..."];
    let head = [
        "Une soirée de vote sous les lampions de la mairie",
        "Le conseil municipal a voté le budget en hausse après un débat de quatre heures",
        "Par Claire Dumont",
    ];
    let mut page = sheet(&[&menu[..], &head].concat());
    page.settle(9, BlockKind::Furniture);
    assert_eq!(find(&mut page, Some(9)), HeadlinePlace::Line(7));
}
