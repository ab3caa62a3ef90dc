//! No word is lost: words put anywhere into a file of a format are found in what is kept of it.

use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::{prop_assert, proptest};

use super::kept;
use crate::ingest::formats::document;
use crate::ingest::formats::pdf::tests::{line, pdf};
use crate::ingest::formats::reading::FileName;

/// Words that a file loses.
fn lost(name: &str, bytes: &[u8], words: &[String]) -> Vec<String> {
    let reading = document::read_for_inspection(FileName { path: Path::new(name), shown: name }, bytes);
    let kept = kept(&reading).to_lowercase();
    words.iter().filter(|word| !kept.contains(word.as_str())).cloned().collect()
}

const HEAD: &str = "From: Ana <a@b.example>\nDate: Tue, 09 Mar 2021 18:00:00 +0100\n";

/// A message with words in all of its parts.
fn mail(w: &[String]) -> String {
    format!(
        "{HEAD}Subject: {}\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n\
         --b\nContent-Type: text/plain\n\n{}\n> {}\n-- \n{}\n--b\nContent-Type: text/html\n\n<p>{} {}</p>\n--b--\n\
         --a\nContent-Type: application/pdf; name={}.pdf\nContent-Disposition: attachment\n\nx\n\
         --a\nContent-Type: message/rfc822\n\n{HEAD}Subject: {}\n\n{}\n--a--\n",
        w[0], w[1], w[2], w[3], w[1], w[4], w[5], w[6], w[7]
    )
}

fn mailbox(w: &[String]) -> String {
    let message =
        |subject: &str, text: &str| format!("From a@b.example Tue Mar  9 18:00:00 2021\n{HEAD}Subject: {subject}\n\n{text}\n\n");
    format!("{}{}", message(&w[0], &format!("{}\n>From {}", w[1], w[2])), message(&w[3], &w[4]))
}

fn mhtml(w: &[String]) -> String {
    format!(
        "From: <Saved by Blink>\nSubject: {}\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n\
         <html><title>{}</title><body><h1>{}</h1><p>{}</p></body></html>\n--x\nContent-Type: text/html\n\n<p>{}</p>\n--x--\n",
        w[0], w[0], w[0], w[1], w[2]
    )
}

fn warc(w: &[String]) -> String {
    let record = |kind: &str, status: &str, words: &str| {
        let block = format!("HTTP/1.1 {status}\nContent-Type: {kind}\n\n<html><body><p>{words}</p></body></html>");
        format!(
            "WARC/1.0\nWARC-Type: response\nWARC-Target-URI: https://{words}.example/\nContent-Length: {}\n\n{block}\n\n",
            block.len()
        )
    };
    [record("text/html", "200 OK", &w[0]), record("image/png", "200 OK", &w[1]), record("text/html", "404 No", &w[2])].concat()
}

fn retriever(w: &[String]) -> String {
    let rule = "=".repeat(78);
    let article = |at: usize| {
        format!("{}\n{}, 2021-03-09\nPublicerat i print.\n\n{}\n\u{a9}{}\n{rule}\n\n", w[at], w[at + 1], w[at + 2], w[at + 3])
    };
    format!("Nyheter:\n> {}\n\n{}{}", w[8], article(0), article(4))
}

fn genios(w: &[String]) -> String {
    format!(
        "{} vom 09.03.2021, Seite 1\n{}\n{}\nRessort: {}\nDokumentnummer: {}\nISSN: {}\nAlle Rechte vorbehalten: {}\n\u{a9} GBI-Genios\n",
        w[0], w[1], w[2], w[3], w[4], w[5], w[6]
    )
}

fn gopress(w: &[String]) -> String {
    format!(
        "{}\n1. {}\n{}, mardi 9 mars 2021, p. 1, 9w.\n{}\n2. {}\nLa Vigie, 9 mars 2021, 9w.\n{}\n",
        w[0], w[1], w[2], w[3], w[4], w[5]
    )
}

/// The older export: a list, and whole articles behind it, of which the list names one.
fn mediargus(w: &[String]) -> String {
    format!(
        "{}\n1. {}\n{}, mardi 9 mars 2021, p. 1, 9w.\n{}\n2. {}\nLa Vigie, 9 mars 2021, p. 2, 9w.\n{}\n\n09-03-2021, p.2\n{}\n \u{a9} {}\n10-03-2021, p.3\n{}\n",
        w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8]
    )
}

fn apa(w: &[String]) -> String {
    format!(
        "{}\n\"{}\" vom 09.03.2021 Seite: 1\nRessort: {}\n{}\n{}\n\"{}\" gefunden am 10.03.2021 10:36 Uhr\n{}\n{}\n{}\n",
        w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8]
    )
}

fn lexisnexis(w: &[String]) -> String {
    let pad = " ".repeat(20);
    format!(
        "{}\n{pad}1 of 2 DOCUMENTS\n\n{pad}{}\n\n{}\n\n{pad}April 20, 2003\n\n{}\n\nDATELINE: {}\n\n{}\n\nLOAD-DATE: May 8, 2003\n\n\
         {pad}2 of 2 DOCUMENTS\n\n{pad}Copyright 2003 {}\n\n{pad}{}\n\n{pad}May 2003\n\n{}\n",
        w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8]
    )
}

fn review(w: &[String]) -> String {
    let part = |at: usize, day: &str| format!("<h2>{}</h2><i>{} {day} 2017</i><p>{}</p>", w[at], w[at + 1], w[at + 2]);
    let contents = format!("<a href=\"#1\">{}</a><a href=\"#4\">{}</a>", w[1], w[4]);
    format!("<html><body><h1>{}</h1>{contents}<hr>{}{}</body></html>", w[0], part(1, "4 mars"), part(4, "5 mars"))
}

fn ris(w: &[String]) -> String {
    format!(
        "TY  - NEWS\nTI  - {}\nT2  - {}\nAU  - {}\nAB  - {}\n {}\nKW  - {}\nL1  - {}\nER  - \n",
        w[0], w[1], w[2], w[3], w[4], w[5], w[6]
    )
}

fn document(w: &[String]) -> Vec<u8> {
    let page = |at: usize| {
        format!(
            "{}{}{}",
            line(50, 780, 8, &w[0]),
            line(50, 700, 20, &w[at]),
            line(50, 600, 10, &format!("{} {}", w[at + 1], w[at + 2]))
        )
    };
    pdf(&[page(1), page(2), page(4)])
}

proptest! {
    #[test]
    fn words_anywhere_are_kept(words in vec("[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]{2}[aeiou][b-df-hj-np-tv-z]", 9)) {
        for (name, text) in [
            ("a.eml", mail(&words)),
            ("a.mbox", mailbox(&words)),
            ("a.mhtml", mhtml(&words)),
            ("a.warc", warc(&words)),
            ("a.txt", retriever(&words)),
            ("b.txt", genios(&words)),
            ("c.txt", gopress(&words)),
            ("d.txt", mediargus(&words)),
            ("e.txt", apa(&words)),
            ("f.txt", lexisnexis(&words)),
            ("a.html", review(&words)),
            ("a.ris", ris(&words)),
        ] {
            let put: Vec<String> = words.iter().filter(|word| text.contains(word.as_str())).cloned().collect();
            let lost = lost(name, text.as_bytes(), &put);
            prop_assert!(lost.is_empty(), "{} loses {:?} of\n{}", name, lost, text);
        }
        let lost = lost("a.pdf", &document(&words), &words[..7]);
        prop_assert!(lost.is_empty(), "a.pdf loses {:?}", lost);
    }
}
