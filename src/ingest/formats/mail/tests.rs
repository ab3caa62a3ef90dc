//! Messages as programs write them, in small.

use crate::ingest::formats::tests::read_text;
use crate::model::article::{Article, BlockKind};

const HEAD: &str = "From: \"Anne Martin\" <a@b.example>\nSubject: Le budget\n est =?utf-8?q?adopt=C3=A9?=\nDate: Thu, 15 Aug 2013 23:30:00 -0400\n";

fn one(text: &str) -> Article {
    let mut reading = read_text("a.eml", text);
    assert_eq!((reading.articles.len(), reading.taken.map(|taken| taken.format)), (1, Some("mail")), "{reading:?}");
    reading.articles.remove(0)
}

#[test]
fn a_message_says_its_subject_date_and_sender() {
    let found = one(&format!("{HEAD}Message-ID: <1@b.example>\n\nLe texte.\n"));
    assert_eq!(&*found.title, "Le budget est adopté");
    assert_eq!(found.author.as_ref().map(|author| &*author.text), Some("Anne Martin"));
    assert_eq!((found.published.date.to_string().as_str(), &*found.body), ("2013-08-15", "Le texte."));
    assert_eq!((found.imprint.docid.as_deref(), found.source), (Some("1@b.example"), None));
    for text in ["Monde: la crise\nDate: 2013-08-15\n\nLe texte.", "Un titre\n\nLe texte.", "Subject: a\nFrom: b\n"] {
        assert_ne!(read_text("a.txt", text).taken.map(|taken| taken.format), Some("mail"), "{text}");
    }
}

#[test]
fn the_version_that_says_more_is_taken() {
    let versions = |plain: &str, html: &str| {
        one(&format!(
            "{HEAD}Content-Type: multipart/alternative; boundary=\"x\"\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n\
             --x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{html}\n--x--\n"
        ))
    };
    assert_eq!(&*versions("Le conseil a voté.", "<p>Le conseil a vot=C3=A9.</p>").body, "Le conseil a voté.");
    let found = versions(
        "Lisez ce message en ligne.",
        "<table><tr><td><h2>Le vote</h2><p>Le conseil a vot=C3=A9 un budget en hausse.</p></td></tr></table>",
    );
    assert_eq!(&*found.body, "Le vote\n\nLe conseil a voté un budget en hausse.");
}

#[test]
fn letters_to_readers_have_an_outlet_and_any_charset_is_read() {
    let text = format!(
        "{HEAD}List-Id: La Lettre <lettre.b.example>\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nTGUgY29uc2VpbCBhIHZvdOku\n"
    );
    let found = one(&text);
    assert_eq!(
        (&*found.body, found.source.map(|source| source.text.into_string())),
        ("Le conseil a voté.", Some("La Lettre".to_owned()))
    );
    assert_eq!(found.encoding.name, "windows-1252");
}

#[test]
fn attachments_are_told_and_messages_inside_are_read() {
    let text = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=x\n\n--x\n\nVoir ci-joint.\n--x\nContent-Type: application/pdf; name=\"note.pdf\"\n\
         Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAAA\n--x\nContent-Type: message/rfc822\n\nSubject: Autre\nFrom: c@d.example\n\n\
         Un second texte.\n--x--\n"
    );
    let reading = read_text("a.eml", &text);
    assert_eq!(&*reading.articles[0].body, "Voir ci-joint.\n\nAutre\nc@d.example\n\nUn second texte.");
    assert_eq!(reading.articles[0].blocks_of(BlockKind::Furniture).count(), 1);
    assert!(reading.problems[0].to_string().contains("note.pdf (application/pdf, 1 KiB)"), "{:?}", reading.problems);
}

#[test]
fn broken_parts_and_apple_mail_are_read() {
    let text = format!("{HEAD}Content-Transfer-Encoding: base64\n\nTGUgY29u*c2VpbCBhIHZvdGUu=\nT\n");
    assert_eq!(&*one(&text).body, "Le conseil a vote.");
    let message = format!("{HEAD}\nLe texte.\n");
    let counted = format!("{}      \n{message}<?xml version=\"1.0\"?><plist></plist>", message.len());
    assert_eq!(&*one(&counted).body, "Le texte.");
}

#[test]
fn blank_lines_before_the_head_and_old_charsets_are_read() {
    let found =
        one(&format!("      \n\r\n{HEAD}Subject: Un\nContent-Type: text/plain; charset=UTF-7\n\nLe conseil a vot+AOk-.\n"));
    assert_eq!((&*found.body, found.encoding.name), ("Le conseil a voté.", "UTF-7"));
}
