//! Mailboxes on disk: folders of a mail server, files of many megabytes.
#![cfg(test)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::{Options, Origin, load_all};
use liseuse::model::archive::Archive;
use liseuse::model::problem::Problem;

const HEAD: &str = "From: Ana Lorme <a@b.example>\nDate: Tue, 09 Mar 2021 18:00:00 +0100\n";

fn read(folder: &Path) -> (Archive, Vec<Problem>) {
    load_all(&Origin::Paths(vec![folder.to_owned()]), &Options::default(), &Gazetteer::default())
}

#[test]
fn a_maildir_gives_what_was_delivered() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("cur/1300000000.M1P2.host:2,S", format!("{HEAD}Subject: Un\n\nLe premier texte.\n")),
        ("new/1300000001.M1P2.host", format!("{HEAD}Subject: Deux\n\nLe second texte.\n")),
        ("tmp/1300000002.M1P2.host", format!("{HEAD}Subject: Trois\n\nUn texte en chemin.\n")),
        ("dovecot-uidlist", "3 V1 N3\n".to_owned()),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (archive, problems) = read(folder.path());
    let mut titles: Vec<String> = archive.iter().map(|(_, article)| article.title().to_owned()).collect();
    titles.sort();
    assert_eq!((titles, problems), (vec!["Deux".to_owned(), "Un".to_owned()], Vec::new()));
}

#[test]
fn a_long_mailbox_is_read_in_parts() {
    let folder = tempfile::tempdir().unwrap();
    let attached = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5\n".repeat(45_000);
    let mut text = String::new();
    for number in 1..=6 {
        write!(
            text,
            "From a@b.example Tue Mar  9 18:00:00 2021\n{HEAD}Subject: Lettre {number}\nContent-Type: multipart/mixed; boundary=x\n\n\
             --x\n\nLe texte de la lettre.\n--x\nContent-Type: application/pdf; name=a{number}.pdf\nContent-Transfer-Encoding: base64\n\n\
             {attached}--x--\n\n"
        )
        .unwrap();
    }
    fs::write(folder.path().join("a.mbox"), text).unwrap();
    let (archive, problems) = read(folder.path());
    let told = archive.iter().map(|(_, article)| {
        let article = article.unpack();
        (article.place.to_string().rsplit('#').next().unwrap().to_owned(), article.title.to_string())
    });
    let wanted = (1..=6).map(|number| (number.to_string(), format!("Lettre {number}")));
    assert!(told.eq(wanted));
    assert_eq!(problems.len(), 6);
    assert!(problems[5].to_string().contains("a6.pdf (application/pdf, 2"), "{}", problems[5]);
}
