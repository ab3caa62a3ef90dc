//! Credits of agencies, and what only looks like one.

use std::collections::HashSet;

use super::asset::known;
use super::credits;
use super::line::in_line;
use super::{CreditKind, is_meant};
use crate::model::article::{Article, Block, BlockKind};
use crate::model::segment::{Filed, Segment};
use crate::text::span::Span;

fn credit(line: &str) -> Vec<(&'static str, CreditKind)> {
    in_line(line, known()).map(|found| (&*found.agency.id, found.kind)).collect()
}

#[test]
fn agencies_sign_in_datelines() {
    for (line, agency) in [
        ("PARIS (AFP) – Le gouvernement a cédé.", "afp"),
        ("Londres, 5 mai (Havas). — Le roi est parti.", "havas"),
        ("AP – The council voted on Monday.", "ap"),
        ("BAGHDAD (AP) _ Two men were held.", "ap"),
        ("BAGDAD, Reuters – Deux hommes ont été arrêtés.", "reuters"),
        ("AFP - Le ministre a dit non.", "afp"),
    ] {
        assert_eq!(credit(line), [(agency, CreditKind::Dateline)], "{line}");
    }
}

#[test]
fn agencies_sign_lines_and_ends() {
    for (line, agencies) in [
        ("Le Monde avec AFP", vec!["afp"]),
        ("avec Reuters", vec!["reuters"]),
        ("Le Courrier avec AFP et Reuters", vec!["afp", "reuters"]),
        ("AFP", vec!["afp"]),
        ("Source : ANSA", vec!["ansa"]),
        ("With AP", vec!["ap"]),
    ] {
        let found = credit(line);
        assert!(found.iter().all(|(_, kind)| *kind == CreditKind::Signature), "{line} {found:?}");
        assert_eq!(found.iter().map(|(agency, _)| *agency).collect::<Vec<_>>(), agencies, "{line}");
    }
    for (line, agency) in [
        ("Il a dit qu'il ne partirait pas. (Reuters)", "reuters"),
        ("Le train a déraillé hier. (A. T. S.)", "ats"),
        ("Le train a déraillé hier. (Hava9.)", "havas"),
        ("Le train a déraillé hier. (Haras)", "havas"),
        ("Le train a déraillé hier. (Reutcr)", "reuters"),
        ("Le train a déraillé hier. (O. F. I.)", "ofi"),
        ("Le train a déraillé hier. (A. F. I.)", "afi"),
        ("Le train a déraillé hier. (AP)", "ap"),
        ("Le train a déraillé hier. — Havas.", "havas"),
        ("Le train a déraillé hier. AFP", "afp"),
        ("Le train a déraillé hier. Avec AFP.", "afp"),
    ] {
        assert_eq!(credit(line), [(agency, CreditKind::Closing)], "{line}");
    }
}

#[test]
fn the_word_of_an_agency_is_taken() {
    for (line, agency) in [
        ("Deux ministres partent, d'après l'ANSA, dès demain.", "ansa"),
        ("Selon l’agence Tass, le pont est rompu.", "tass"),
        ("On mande de Valmont à l’agence Havas que la digue a cédé.", "havas"),
        ("L'agence Stefani annonce que le roi est arrivé.", "stefani"),
        ("Xinhua reported that the bridge had opened.", "xinhua"),
    ] {
        assert_eq!(credit(line), [(agency, CreditKind::Attribution)], "{line}");
    }
}

#[test]
fn a_mention_is_no_credit() {
    for line in [
        "« Nous partons », a déclaré le maire à l'AFP.",
        "\"We are leaving\", the mayor told Reuters.",
        "AP",
        "The AP course is hard.",
        "L'Autorité palestinienne (AP) a refusé.",
        "Un journaliste de l'Agence France-Presse (AFP) a été arrêté.",
        "Reuters supprime cent postes à Londres",
        "La carte MAP du parc est en ligne.",
        "Photo : Jean Dupont / AFP",
        "A Reuters-owned company was sold.",
        "Le PA du parc (AP) est fermé au public depuis mardi.",
    ] {
        assert_eq!(credit(line), [], "{line}");
    }
}

#[test]
fn the_list_is_sound() {
    let all = known().all();
    let ids: HashSet<&str> = all.iter().map(|agency| &*agency.id).collect();
    assert!(ids.len() == all.len() && all.len() > 90);
    for agency in all {
        assert!(agency.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", agency.id);
        assert!(agency.forms.iter().all(|form| form.trim() == &**form && !form.is_empty()), "{}", agency.id);
    }
    assert!(
        all.iter().any(|agency| is_meant(agency, "Agence France-Presse")) && all.iter().any(|agency| is_meant(agency, "AFP"))
    );
}

/// The agencies of a text of these paragraphs, each with how it is credited.
fn credited(paragraphs: &[&str]) -> Vec<(String, CreditKind)> {
    let body = paragraphs.join("\n\n");
    let mut start = 0;
    let blocks = paragraphs.iter().map(|text| {
        let span = Span::new(start, start + text.len());
        start += text.len() + 2;
        Block { kind: BlockKind::Paragraph, span }
    });
    let article = Article { blocks: blocks.collect(), body: body.as_str().into(), ..Article::default() };
    let segment = Segment::pack(&[Filed::from(article)]);
    credits(segment.get(0).unwrap()).into_iter().map(|credit| (credit.agency.id.to_string(), credit.kind)).collect()
}

#[test]
fn one_fact_from_an_agency_is_no_credit_of_the_text() {
    let rest = "The mayor left on Monday. Nobody knew where he went. The council meets again in May.";
    let fact = "The bridge was closed. Two cars were lost, according to Reuters. The police came late.";
    let of = |kind| vec![("reuters".to_owned(), kind)];
    assert_eq!(credited(&[rest, fact, rest]), []);
    assert_eq!(credited(&["Two cars were lost, according to Reuters. More followed.", rest, rest]), of(CreditKind::Attribution));
    assert_eq!(credited(&[rest, rest, "The bridge stays closed, Reuters reported."]), of(CreditKind::Attribution));
    assert_eq!(credited(&[rest, fact, "The tower fell, Reuters reported. (AP)"]), [("ap".to_owned(), CreditKind::Closing)]);
    let long = format!("{rest} {fact} {rest}");
    let thrice = [&*long, rest, rest, &*long];
    assert_eq!(credited(&thrice), of(CreditKind::Attribution), "from one end to the other");
}

#[test]
fn a_person_of_an_agency_s_name_is_no_agency() {
    let text = "Bloomberg said that the park stays open. Mayor Michael Bloomberg spoke on Monday.";
    assert_eq!(credited(&[text]), []);
    assert_eq!(credited(&["Bloomberg said that the park stays open. The mayor spoke."]).len(), 1);
}
