//! PDF documents in small, written by hand.

use std::fmt::Write as _;
use std::path::Path;

use crate::ingest::formats::document;
use crate::ingest::formats::pdf::flow;
use crate::ingest::formats::pdf::layout::PrintedLine;
use crate::ingest::formats::reading::{FileName, Reading};
use crate::model::article::BlockKind;

/// A document with a page for each of `contents`.
pub(in crate::ingest::formats) fn pdf(contents: &[String]) -> Vec<u8> {
    let count = contents.len();
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {count} >>", kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>",
            5 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let (mut text, mut places) = ("%PDF-1.4\n".to_owned(), Vec::new());
    for (object, number) in objects.iter().zip(1..) {
        places.push(text.len());
        write!(text, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let start = text.len();
    write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(text, "{place:010} 00000 n ").unwrap();
    }
    write!(text, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).unwrap();
    text.into_bytes()
}

/// A line of `words` at a place, in points from below.
pub(in crate::ingest::formats) fn line(x: u32, y: u32, size: u32, words: &str) -> String {
    let mut codes = String::new();
    for byte in encoding_rs::WINDOWS_1252.encode(words).0.iter() {
        write!(codes, "{byte:02x}").unwrap();
    }
    format!("BT /F {size} Tf {x} {y} Td <{codes}> Tj ET\n")
}

fn read(bytes: &[u8]) -> Reading {
    document::read_for_inspection(FileName { path: Path::new("a.pdf"), shown: "a.pdf" }, bytes)
}

const LEFT: [&str; 6] = [
    "Le conseil municipal de Valmont a",
    "voté mardi soir un budget en haus-",
    "se de trois pour cent, après quatre",
    "heures de débat entre la majorité et",
    "l'opposition, qui a demandé en vain",
    "que la part des travaux soit réduite.",
];
const RIGHT: [&str; 5] = [
    "La maire a défendu un projet utile",
    "qui prévoit la réfection de deux éco-",
    "les et une ligne de bus vers la gare,",
    "que les habitants réclament depuis",
    "dix ans.",
];

fn page() -> String {
    let mut content = line(50, 700, 24, "Un budget en hausse à Valmont");
    // Row by row, as some programs write.
    for at in 0..6_u32 {
        let y = 650 - 12 * at;
        let row = usize::try_from(at).unwrap();
        content += &line(50, y, 10, LEFT[row]);
        content += &RIGHT.get(row).map(|words| line(320, y, 10, words)).unwrap_or_default();
    }
    content
}

#[test]
fn columns_are_read_one_after_the_other() {
    let reading = read(&pdf(&[page()]));
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(&*article.title, "Un budget en hausse à Valmont");
    let text: Vec<&str> = article.blocks_of(BlockKind::Paragraph).map(|span| span.of(&article.body)).collect();
    let left = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat entre la \
                majorité et l'opposition, qui a demandé en vain que la part des travaux soit réduite.";
    let right = "La maire a défendu un projet utile qui prévoit la réfection de deux écoles et une ligne de bus vers la gare, que les habitants \
                 réclament depuis dix ans.";
    assert_eq!(text, [left, right]);
}

#[test]
fn a_page_that_lay_askew_is_read_as_a_level_one() {
    let level = read(&pdf(&[page()]));
    for turned in ["0.99985 0.01745 -0.01745 0.99985 10 -5 cm\n", "0.99863 -0.05234 0.05234 0.99863 -20 20 cm\n"] {
        let reading = read(&pdf(&[turned.to_owned() + &page()]));
        assert_eq!(reading.articles[0].body, level.articles[0].body, "{turned}");
    }
}

#[test]
fn columns_with_a_narrow_lane_are_read_one_after_the_other() {
    const LINES: [&str; 7] = [
        "nous étions là",
        "dans la grande",
        "halle du port,",
        "où des marchés",
        "se tiennent et",
        "où des bateaux",
        "viennent tard.",
    ];
    let words = |column: &str| -> Vec<String> { LINES.iter().map(|line| format!("{column} {line}")).collect() };
    // Headline and page number cross the lane; one column goes before the other in the file.
    let mut content = line(50, 700, 24, "Un budget en hausse") + &line(120, 500, 10, "Page douze de la Vigie");
    for (column, x) in [("a", 50), ("b", 135)] {
        for (at, words) in (0..).zip(words(column)) {
            content += &line(x, 650 - 12 * at, 10, &words);
        }
    }
    let body = read(&pdf(&[content])).articles[0].body.replace('\n', " ");
    let place = |words: &str| body.find(words).unwrap_or_else(|| panic!("{words}: {body}"));
    assert!(place("a viennent tard.") < place("b nous étions là"), "{body}");
}

#[test]
fn running_heads_are_left_out_and_scans_are_told() {
    let pages: Vec<String> = (1..=4)
        .map(|number| {
            format!(
                "{}{}{}",
                line(50, 780, 8, &format!("La Vigie - page {number}")),
                page(),
                line(300, 20, 8, &number.to_string())
            )
        })
        .collect();
    let reading = read(&pdf(&pages));
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert!(!article.body.contains("Vigie"), "{}", article.body);
    assert!(reading.left_out.iter().any(|part| part.words == "La Vigie - page 2"), "{:?}", reading.left_out);
    let picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n".to_owned();
    let mixed = read(&pdf(&[page(), picture.clone(), picture.clone()]));
    assert_eq!(mixed.problems[0].to_string(), "a.pdf: has pages without a text layer: a scan (2\u{2013}3)");
    assert!(read(&pdf(&[picture])).articles.is_empty());
}

#[test]
fn broken_documents_are_refused() {
    assert_eq!(read(b"%PDF-1.4\nnothing").problems.len(), 1);
    let bytes = pdf(&[page()]);
    for end in (0..bytes.len()).step_by(97) {
        let _ = read(&bytes[..end]);
    }
}

#[test]
fn what_opens_a_field_or_a_document_goes_on_with_nothing() {
    let row = |words: &str| PrintedLine { words: words.to_owned(), goes_on: true, is_near: true, ..PrintedLine::default() };
    let words = [
        "of his brother.",
        "12 of 161 DOCUMENTS",
        "Copyright 2021",
        "HEADLINE: NATION: IN BRIEF",
        "BODY:",
        "Le conseil",
        "a voté",
    ];
    let mut rows: Vec<PrintedLine> = words.into_iter().map(row).collect();
    flow(&mut rows);
    assert_eq!(rows.iter().map(|row| row.goes_on).collect::<Vec<_>>(), [false, false, false, false, true, true, true]);
}

#[test]
fn large_initials_belong_to_their_words() {
    let rows = [
        "e conseil municipal de Valmont a voté",
        "mardi soir un budget en hausse, après",
        "quatre heures de débat entre les élus",
        "et les habitants.",
    ];
    let text = |initial: &str, first: &str| {
        let mut content = line(50, 700, 24, "Un budget en hausse") + &line(50, 624, 36, initial);
        for (at, words) in (0..).zip(rows) {
            let (x, y) = (if at < 3 { 76 } else { 50 }, 648 - 12 * at);
            let (words, x) = if at == 0 { (first, if first.starts_with('e') { x } else { x + 3 }) } else { (words, x) };
            content += &line(x, y, 10, words);
        }
        read(&pdf(&[content])).articles[0].body.to_string()
    };
    let body = text("L", rows[0]);
    assert!(body.contains("Le conseil municipal de Valmont a voté mardi soir un budget"), "{body}");
    let body = text("À", "la fin de la séance, le conseil a voté");
    assert!(body.contains("À la fin de la séance, le conseil a voté mardi soir"), "{body}");
}

#[test]
fn what_is_printed_twice_counts_once() {
    let whole = line(50, 650, 10, LEFT[0]) + &line(50, 638, 10, LEFT[3]);
    let again = whole.replace("50 6", "50.3 6");
    for content in [whole.clone() + &again, whole.clone()] {
        let body = read(&pdf(&[content])).articles[0].body.replace('\n', " ");
        assert_eq!(body, format!("{} {}", LEFT[0], LEFT[3]));
    }
}

#[test]
fn columns_go_before_the_white_between_their_first_lines() {
    // Both columns open with lines that are level, as no others are, and the number of the page stands below the lane.
    let mut content = line(299, 300, 10, "7");
    for (x, name, pitch) in [(50, "a", 12), (320, "b", 13)] {
        for at in 0..24_u32 {
            let y = 700 - if at < 5 { 14 * at } else { 56 + pitch * (at - 4) };
            content += &line(x, y, 10, &format!("{name}{at} nous étions là dans la halle du port"));
        }
    }
    let body = read(&pdf(&[content])).articles[0].body.to_string();
    let place = |words: &str| body.find(words).unwrap_or_else(|| panic!("{words}: {body}"));
    assert!(place("a23 nous") < place("b0 nous"), "{body}");
}

#[test]
fn formulas_in_a_column_do_not_make_it_none() {
    let mut content = String::new();
    for at in 0..16_u32 {
        let y = 700 - 12 * at;
        content += &line(320, y - 5, 10, &format!("b{at} nous étions là dans la halle du port"));
        if at % 2 == 0 {
            content += &line(50, y, 10, &format!("a{at} nous étions là dans la halle du port"));
        } else {
            content += &[60, 110, 160].map(|x| line(x, y, 7, "x")).concat();
        }
    }
    content += &line(303, 400, 10, "7");
    let body = read(&pdf(&[content])).articles[0].body.to_string();
    let place = |words: &str| body.find(words).unwrap_or_else(|| panic!("{words}: {body}"));
    assert!(place("a14 nous") < place("b0 nous"), "{body}");
}
