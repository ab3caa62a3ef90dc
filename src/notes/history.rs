//! The history of notes: what was done, in words, and the way back to how things were at a time.

use crate::model::annotation::Target;
use crate::notes::action::{Action, Change, Reversal, Subject};
use crate::notes::field::Field;
use crate::notes::fold::Notes;
use crate::notes::record::Record;

/// What an action did, in one line.
#[must_use]
pub fn describe(action: &Action) -> String {
    let lead = match action.reverses {
        Some(Reversal::Undo(_)) => "undo: ",
        Some(Reversal::Redo(_)) => "redo: ",
        None => "",
    };
    let changes = action.changes.iter().filter(|change| !matches!(change.of, Subject::Archive(_)));
    format!("{lead}{}", changes.map(told).collect::<Vec<_>>().join("; "))
}

/// What brings the notes from how they are `now` back to how they were `then`. Places and drafts stay.
#[must_use]
pub fn way_back(now: &Notes, then: &Notes) -> Vec<Change> {
    let changes = now.all_subjects().map(|subject| Change::new(subject.clone(), difference(now, then, &subject)));
    changes.filter(|change| !change.set.is_empty()).collect()
}

fn difference(now: &Notes, then: &Notes, subject: &Subject) -> Vec<Field> {
    let (now, then) = (now.own_record(subject), then.own_record(subject));
    if then.is_none() && matches!(subject, Subject::Annotation(_)) {
        return vec![Field::Deleted(true)];
    }
    let was = |field: &Field| then.and_then(|then| then.owned(field.name())).or_else(|| field.unset());
    let fields = now.into_iter().flat_map(Record::all).filter(|field| !field.is_passing());
    fields.filter_map(|field| was(&field).filter(|was| *was != field)).collect()
}

fn told(change: &Change) -> String {
    let subject = match &change.of {
        Subject::Annotation(id) => format!("annotation {id}"),
        Subject::Article(article) => format!("“{}”", if article.title.is_empty() { &article.path } else { &article.title }),
        Subject::Event(event) => format!("“{}”", event.sentence),
        Subject::Day(day) => day.clone(),
        Subject::Archive(archive) => archive.clone(),
    };
    let fields: Vec<String> = change.set.iter().map(value).collect();
    format!("{subject}: {}", fields.join(", "))
}

fn value(field: &Field) -> String {
    let name = field.name();
    match field {
        Field::Target(target) => match &**target {
            Target::Passage { anchor, .. } => format!("on “{}”", anchor.exact),
            Target::Article { article } => format!("on the article “{}”", article.title),
            Target::Actor { id } => format!("on the actor {id}"),
            Target::Day { day } => format!("on {day}"),
        },
        Field::Color(text) | Field::Draft(text) | Field::Published(text) => match text {
            Some(text) => format!("{name} “{text}”"),
            None => format!("no {name}"),
        },
        Field::Note(text) if text.is_empty() => "no note".to_owned(),
        Field::Note(text) => format!("note “{text}”"),
        Field::Deleted(is) | Field::Orphan(is) | Field::Read(is) | Field::Starred(is) | Field::Pinned(is) | Field::Hidden(is) => {
            if *is {
                name.to_owned()
            } else {
                format!("not {name}")
            }
        }
        Field::Place(Some(at)) => format!("stopped at {at}"),
        Field::Place(None) => "at the beginning".to_owned(),
        Field::Paths(paths) => paths.join(" "),
        Field::Unknown(field) => format!("{name} {}", field.1),
    }
}
