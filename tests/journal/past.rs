//! What earlier versions have written is read for ever: journals as they were, line for line, and backups of them. `past` holds a file for each
//! day on which what a journal can say had changed; a new schema adds its own, and changes none.

use std::fs;
use std::path::Path;

use liseuse::model::annotation::{ArticleKey, Target};
use liseuse::model::property::{PropertyId, typed};
use liseuse::notes::action::SCHEMA;
use liseuse::notes::journal::backup::restore::restore;
use liseuse::notes::journal::backup::unpack;
use liseuse::notes::journal::line;

use crate::desk::Desk;

/// Places of articles and drafts, colours, notes, an undo; `was` said of a first draft that it had been deleted.
const FIRST: &str = include_str!("past/2026-11-21.jsonl");
/// Whole articles known by their text, corrected facts, orphans, texts that were chosen between.
const SECOND: &str = include_str!("past/2026-11-28.jsonl");
const BACKUP: &[u8] = include_bytes!("past/2026-11-28.tar.gz");

/// The notes of a device whose journal is `lines`.
fn read(lines: &str) -> Desk {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("press-3f9a2b1c");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("laptop-52de0a17.jsonl"), lines).unwrap();
    let desk = Desk::open(home.path(), "laptop-52de0a17", 1);
    assert!(desk.damage.is_empty() && desk.errors.is_empty(), "{:?} {:?}", desk.damage, desk.errors);
    desk
}

fn key() -> ArticleKey {
    ArticleKey {
        sha256: format!("a3f1{}b7c2", "0".repeat(56)),
        path: "press/depeche.txt".to_owned(),
        url: "https://gazette.example/depeche".to_owned(),
        title: "La crue du fleuve".to_owned(),
        ..ArticleKey::default()
    }
}

#[test]
fn the_first_journals_say_what_they_said() {
    let Desk { notes, .. } = read(FIRST);
    let [marked] = &notes.annotations().collect::<Vec<_>>()[..] else {
        panic!("a passage, and a note on a day that was only begun")
    };
    let Target::Passage { article, anchor } = &marked.target else { panic!("{marked:?}") };
    assert_eq!((&**article, anchor.exact.as_str(), anchor.start), (&key(), "le niveau a baissé", 120));
    assert_eq!((marked.color.as_deref(), marked.note.as_str()), (Some("claim"), "À vérifier #crue"), "after the undo");
    assert_eq!(notes.drafts().map(|draft| draft.text).collect::<Vec<_>>(), ["un brou"]);
    let article = notes.article(&key());
    assert_eq!((article.get(typed::Read), article.get(typed::Starred)), (Some(&true), Some(&true)));
    assert_eq!((article.get(typed::Place), article.get(typed::Published)), (Some(&Some(96)), Some(&Some("2020-05-16".into()))));
    assert!(
        notes.day("2020-05-12").hidden
            && notes.archives().any(|(name, paths)| name == "press-3f9a2b1c" && paths == ["/home/x/press"])
    );
}

#[test]
fn what_came_later_is_laid_over_it() {
    let Desk { notes, .. } = read(&(FIRST.to_owned() + SECOND));
    let texts: Vec<String> = notes.annotations().map(|annotation| annotation.note).collect();
    assert_eq!(
        (texts.as_slice(), notes.drafts().count()),
        (&["Autre texte".to_owned(), "tout l’article".to_owned()][..], 0),
        "the draft was deleted"
    );
    let (_, corrected) = notes.articles_with(PropertyId::states_fact).find(|(key, _)| !key.sketch.is_empty()).unwrap();
    assert_eq!(corrected.get(typed::Title), Some(&Some("La décrue".into())));
    assert_eq!(
        (corrected.get(typed::Lang), corrected.get(typed::Section)),
        (Some(&Some("fr".into())), Some(&Some("Monde".into())))
    );
    let marked = notes.annotation_ids().next().unwrap();
    assert!(notes.is_orphan(marked) && notes.settled(marked).len() == 1);
}

#[test]
fn each_line_of_the_past_reads_back_from_what_is_written_now() {
    for told in FIRST.lines().chain(SECOND.lines()) {
        let action = line::read(told.as_bytes()).unwrap();
        assert!(action.schema <= SCHEMA);
        assert!(line::tell(told.as_bytes()).is_ok());
        assert_eq!(line::read(line::write(&action).trim_end().as_bytes()), Ok(action));
    }
}

#[test]
fn a_backup_of_the_past_is_restored() {
    let home = tempfile::tempdir().unwrap();
    let files = unpack(BACKUP).unwrap();
    restore(home.path(), &files).unwrap();
    let folder = home.path().join("notes/press-3f9a2b1c");
    assert_eq!(fs::read_to_string(folder.join("laptop-52de0a17.jsonl")).unwrap(), FIRST.to_owned() + SECOND);
    assert!(Path::new(&folder).is_dir());
}
