//! Dossiers made by hand.

use liseuse::export::dossier::{ArticleFacts, ExportDocument, ExportItem, ItemSubject, Section};
use liseuse::export::form::ExportForm;
use liseuse::export::group::Grouping;
use liseuse::export::{ExportLayout, write};
use liseuse::model::anchor::{Anchor, AnchorState};
use liseuse::model::annotation::{Annotation, ArticleKey, Target};
use liseuse::model::date::{PartialDate, Provenance, PublicationDate};
use liseuse::model::property::Exported;

pub const FIRST: &str = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
pub const SECOND: &str = "01BX5ZZKBKACTAV9WEVGEMMVRY";
pub const THIRD: &str = "01BX5ZZKBKACTAV9WEVGEMMVS0";

pub fn key(title: &str) -> ArticleKey {
    let url = "https://example.org/a?x=1&y=2".to_owned();
    ArticleKey { sha256: "ab".repeat(32), path: "press/a.txt".to_owned(), url, title: title.to_owned(), ..ArticleKey::default() }
}

pub fn highlight(id: &str, title: &str, quote: &str, note: &str) -> ExportItem {
    let anchor = Anchor { exact: quote.to_owned(), prefix: "Before ".to_owned(), start: 7, end: 20, ..Anchor::default() };
    let target = Target::Passage { article: key(title).into(), anchor };
    let annotation = Annotation {
        id: id.to_owned(),
        target,
        color: Some("claim".to_owned()),
        note: note.to_owned(),
        created: 1_600_000_000_123,
        modified: 1_600_000_001_000,
        more: Exported::default(),
    };
    ExportItem {
        annotation,
        state: AnchorState::Exact,
        paragraph: Some(3),
        days: Vec::new(),
        actors: vec![("kazemi".to_owned(), "M. Kazemi".to_owned())],
    }
}

pub fn facts(title: &str) -> ArticleFacts {
    ArticleFacts {
        key: key(title),
        id: "ab".repeat(6),
        source: "Le Monde".to_owned(),
        author: "A. Writer".to_owned(),
        section: String::new(),
        page: String::new(),
        credit: String::new(),
        docid: String::new(),
        published: PublicationDate::On(PartialDate::parse("2020-05").unwrap()),
        provenance: Provenance::Header,
        evidence: String::new(),
        lang: "fr".to_owned(),
    }
}

/// One article with one highlight.
pub fn one(title: &str, quote: &str, note: &str) -> ExportDocument {
    let section =
        Section { subject: ItemSubject::Article(Box::new(facts(title))), items: vec![highlight(FIRST, title, quote, note)] };
    dossier(vec![section])
}

pub fn dossier(sections: Vec<Section>) -> ExportDocument {
    let (title, archive) = (sections[0].subject.title().to_owned(), "press".to_owned());
    ExportDocument { title, archive, generator: "liseuse 0".to_owned(), sections }
}

/// An article with a note on the whole, two highlights; an actor and a day with a note each.
pub fn full() -> ExportDocument {
    let title = "Le sommet de Bagdad";
    let mut whole = highlight(SECOND, title, "", "To be read #again");
    whole.annotation.target = Target::Article { article: key(title).into() };
    (whole.annotation.color, whole.paragraph) = (None, None);
    let first = highlight(FIRST, title, "Le président s’est rendu\nà Bagdad.", "See *there* #figure");
    let mut second = highlight(THIRD, title, "Une autre phrase", "");
    second.annotation.color = Some("doubt".to_owned());
    (second.state, second.actors) = (AnchorState::Altered, Vec::new());
    let mut actor = whole.clone();
    actor.annotation.id = "01BX5ZZKBKACTAV9WEVGEMMVS1".to_owned();
    actor.annotation.target = Target::Actor { id: "kazemi".to_owned() };
    let mut day = whole.clone();
    day.annotation.id = "01BX5ZZKBKACTAV9WEVGEMMVS2".to_owned();
    day.annotation.target = Target::Day { day: "2020-01-03".to_owned() };
    let mut dossier = dossier(vec![
        Section { subject: ItemSubject::Article(Box::new(facts(title))), items: vec![whole, first, second] },
        Section { subject: ItemSubject::Actor { id: "kazemi".to_owned(), name: "M. Kazemi".to_owned() }, items: vec![actor] },
        Section { subject: ItemSubject::Day("2020-01-03".to_owned()), items: vec![day] },
    ]);
    dossier.title = "press".to_owned();
    dossier
}

pub fn written(dossier: &ExportDocument, form: ExportForm) -> String {
    grouped(dossier, form, Grouping::Article)
}

pub fn grouped(dossier: &ExportDocument, form: ExportForm, grouping: Grouping) -> String {
    write(dossier, &ExportLayout { form, grouping, ..ExportLayout::default() }).unwrap()
}
