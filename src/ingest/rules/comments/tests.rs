//! Comments of many sites, and texts that only look like them.

use super::{BlockKind, Blocks, announces, is_sign, mark};
use crate::ingest::draft::{Break, Lines};

const TEXT: &str = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat entre \
                    la majorité et l'opposition, qui a demandé en vain que la part des travaux de voirie soit réduite cette année.";

/// The first line that is furniture, and how many lines there are.
fn cut(lines: &[&str]) -> (Option<usize>, usize) {
    let mut draft = Lines::default();
    for line in lines {
        draft.push(line, Break::Gap, None);
    }
    let mut sheet = Blocks::of_lines(draft);
    mark(&mut sheet);
    (sheet.strips.iter().position(|strip| strip.kind == BlockKind::Comment), sheet.strips.len())
}

#[test]
fn comments_are_cut_where_the_first_begins() {
    let announced =
        ["Un titre", TEXT, TEXT, "12 commentaires", "lulu42", "14/03/2015 - 10:22", "Encore des impôts !", "Répondre"];
    assert_eq!(cut(&announced), (Some(3), 8));
    let bare = [
        "Un titre",
        TEXT,
        TEXT,
        "lulu42",
        "14 mars 2015 à 10h22",
        "Encore des impôts !",
        "Signaler",
        "Jo le 14/03/2015 à 11:02",
        "D'accord avec lulu.",
        "Signaler",
    ];
    assert_eq!(cut(&bare), (Some(3), 10));
    let english = ["A title", TEXT, TEXT, "Comments", "joe", "3 hours ago", "More taxes, of course.", "Reply"];
    assert_eq!(cut(&english), (Some(3), 8));
    let short = [
        "The council voted a larger budget on Tuesday night.",
        "The debate took four hours.",
        "Two schools will be repaired.",
        "Comments (2)",
        "Posted by: lakeside | May 28, 2010 7:17 PM | Report abuse",
        "What a waste.",
    ];
    assert_eq!(cut(&short), (Some(3), 6));
}

#[test]
fn what_stands_below_the_comments_is_none() {
    let mut draft = Lines::default();
    for line in ["Un titre", TEXT, TEXT, "2 commentaires", "lulu42 14/03/2015 - 10:22", "Encore des impôts !", "Mentions légales"]
    {
        draft.push(line, Break::Gap, None);
    }
    let mut sheet = Blocks::of_lines(draft);
    mark(&mut sheet);
    assert_eq!(
        sheet.strips.iter().map(|strip| strip.kind).skip(5).collect::<Vec<_>>(),
        [BlockKind::Comment, BlockKind::Furniture]
    );
}

#[test]
fn a_count_and_a_day_above_the_text_are_no_comments() {
    assert_eq!(
        cut(&["Un titre", "Politique", "Valmont", "12 commentaires", "La Gazette | 14.03.2015 à 10h22", TEXT, TEXT]).0,
        None
    );
}

#[test]
fn live_blogs_dates_of_updates_and_articles_about_comments_are_not_cut() {
    let live =
        ["Le direct", TEXT, TEXT, "10h12", "Le vote commence.", "10h40", "Le vote est clos.", "11h05", "Le résultat est là."];
    assert_eq!(cut(&live).0, None);
    assert_eq!(cut(&["Un titre", TEXT, TEXT, "Mis à jour le 14/03/2015 à 10h22"]).0, None);
    assert_eq!(cut(&["Un titre", TEXT, TEXT, "Réactions", TEXT, TEXT]).0, None);
}

#[test]
fn a_comment_is_told_by_its_stamp() {
    for stamp in [
        "Posted by: lakeside | May 28, 2010 7:17 PM | Report abuse",
        "At 08:52 13th Jun 2012, gullwatcher wrote: In a video that I saw",
        "Marcheur38 a écrit le 12/03/2011 à 14h32",
        "Marcheur38 02-11-2023 • 16h43",
        "Par Marcheur 38, le samedi 18 mai 2019 à 19h38",
        "Rédigé par : Marcheur | le 12 mars 2011 à 14:32 | Répondre | Alerter",
        "12/03/2011, 14:32 | Par Marcheur38",
        "Le 30 janvier à 20:51",
        "Posté par Marcheur38, 12 mars 2011 à 14:32",
        "1. Le 12 mars 2011, 14:32 par Marcheur",
        "Marcheur dit :",
        "Signaler un contenu inapproprié",
    ] {
        assert!(is_sign(stamp), "{stamp}");
    }
    for prose in [
        "The minister wrote on March 3, 2011 to his colleagues.",
        "18 h 20 : le ministre arrive à Querval.",
        "Published March 3, 2011 at 14:05",
        "Publié le 12/03/2011 à 14h32",
        "Mis à jour le 12/03/2011 à 14h32 par Jean Dupont",
        "10h12",
    ] {
        assert!(!is_sign(prose), "{prose}");
    }
    assert!(announces("12 commentaires") && announces("Comments (3)") && !announces("Comments on the vote"));
}

#[test]
fn a_count_at_the_head_of_an_article_announces_no_comments() {
    let page = [
        "Un titre",
        "3 réactions",
        TEXT,
        TEXT,
        TEXT,
        "Le vote est clos.",
        "Vos réactions (2)",
        "lulu a posté le 14 mars 2015 à 10h22",
        "Encore des impôts !",
        "Jo a posté le 14 mars 2015 à 11h02",
        "D'accord avec lulu.",
    ];
    assert_eq!(cut(&page), (Some(6), 11));
    let about = [
        "Un titre",
        TEXT,
        TEXT,
        "2 commentaires à « Un titre »",
        "Merci pour ce texte.",
        "Rédigé par : Jo | le 14 mars 2015 à 11:02",
    ];
    assert_eq!(cut(&about), (Some(3), 6));
    assert!(is_sign("par Marcheur le 7 mai 2020 - 12:38.") && !is_sign("Le vote a eu lieu le 7 mai 2020 à 12:38."));
}

#[test]
fn comments_headed_in_one_line_with_their_text_are_told() {
    let long = "Encore des impôts ! ".repeat(30);
    for head in [
        "lulu42 (22 juin 2018 @11h13)",
        "Le 22 juin 2018 à 11h13, lulu42 a écrit :",
        "lulu42 schrieb am 22. Juni 2018 um 11.13 Uhr:",
        "Am 22.06.2018 um 11:13 schrieb lulu42:",
        "lulu42 escribió el 22 de junio de 2018 a las 11:13:",
        "El 22/06/2018 a las 11:13, lulu42 escribió:",
        "lulu42 ha scritto il 22 giugno 2018 alle 11:13:",
        "Il 22 giugno alle 11:13 lulu42 ha scritto:",
    ] {
        let (first, second) = (format!("{head} {long}"), head.replace("lulu42", "Jo"));
        let text = "D'accord avec lulu.";
        assert_eq!(cut(&["Un titre", TEXT, TEXT, &first, &second, text]), (Some(3), 6), "{head}");
        assert_eq!(cut(&["Un titre", TEXT, TEXT, &first, TEXT, TEXT]).0, None, "one alone may be quoted: {head}");
    }
    for prose in [
        "Le ministre (né le 22 juin 1958 à Valmont) a défendu le budget.",
        "Le 12 mars 2011 à 14h32, le ministre a écrit à ses collègues : la séance est levée.",
        "La séance (mardi 22 juin 2018 à 11h13, au conseil municipal de Valmont et en public) a duré.",
    ] {
        assert_eq!(cut(&["Un titre", TEXT, TEXT, prose, TEXT, prose, TEXT]).0, None, "{prose}");
    }
}

#[test]
fn comments_that_are_signed_below_or_by_a_day_alone() {
    let below = [
        "Un titre",
        TEXT,
        TEXT,
        "Commentaires",
        TEXT,
        "Écrit par : lulu | 29 octobre 2018",
        TEXT,
        "Écrit par : Jo | 30 octobre 2018",
    ];
    assert_eq!(cut(&below).0, Some(3));
    let alone = ["Un titre", TEXT, TEXT, "Commentaires (2)", "lulu", "• 9 mars 2016", TEXT, "Jo", "• 17 mars 2016", TEXT];
    assert_eq!(cut(&alone).0, Some(3));
}

#[test]
fn titles_under_days_and_hours_are_teasers() {
    let ago = [
        "Un titre",
        TEXT,
        TEXT,
        "il y a 2 heures",
        "Le port de Valmont rouvre",
        "il y a 5 heures",
        "La grève du port dure",
        "il y a 7 heures",
        "Un pont neuf pour Querval",
    ];
    assert_eq!(cut(&ago).0, None);
    let days = [
        "Un titre",
        TEXT,
        TEXT,
        "FOOTBALL 28 mars 2011 - 20:30",
        "Dumont quitte le club de Valmont",
        "FOOTBALL 28 mars 2011 - 16:56",
        "Lenz remplace Martin à Querval",
        "FOOTBALL 28 mars 2011 - 16:13",
        "Six matches et six victoires",
    ];
    assert_eq!(cut(&days).0, None);
}

#[test]
fn each_button_of_a_comment_signs_it() {
    let page = |button: &str| {
        let first = ["Un titre", TEXT, TEXT, "lulu42", "14 mars 2015 à 10h22", "Encore des impôts !", button];
        cut(&[&first[..], &["jo", "D'accord avec lulu.", button]].concat()).0
    };
    for button in ["Répondre Signaler un abus Lien permanent", "Connectez-vous pour répondre", "Permalien", "Signaler Répondre"]
    {
        assert_eq!(page(button), Some(3), "{button}");
    }
    assert_eq!(page("Voir la carte"), None);
}

#[test]
fn an_article_below_a_line_that_leads_to_its_comments_is_none() {
    let head = ["Valmont vote son budget", "Un lead court.", "Claire Dumont", "Commentaires", "14/03/2015 - 10:22"];
    let lines: Vec<&str> = head.iter().chain(&[TEXT; 7]).copied().collect();
    assert_eq!(cut(&lines).0, None);
    let lead = [TEXT, TEXT];
    let page: Vec<&str> = lead.iter().chain(&head[2..]).chain(&[TEXT; 14]).copied().collect();
    assert_eq!(cut(&page).0, None);
}

#[test]
fn an_article_below_teasers_that_tell_their_age_is_no_comment() {
    let mut page = vec!["Un titre"];
    for _ in 0..3 {
        page.extend(["Un pont neuf enjambe la Sarelle depuis mardi, et les habitants de Valmont le disent déjà trop étroit pour leurs vélos", "2 days ago"]);
    }
    page.extend(["Une école rénovée", TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, "Share"]);
    assert_eq!(cut(&page).0, None);
}
