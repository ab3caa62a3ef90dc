//! The history of notes: what was done, in words, and the way back to how things were at a time.

use crate::model::property::Property;
use crate::notes::action::{Action, FieldChange, NoteSubject, Reversal};
use crate::notes::state::Notes;
use crate::notes::state::record::Record;
use crate::tr;

/// What an action did, in one line.
#[must_use]
pub fn describe(action: &Action) -> String {
    let lead = match action.reverses {
        Some(Reversal::Undo(_)) => "undo: ",
        Some(Reversal::Redo(_)) => "redo: ",
        None => "",
    };
    let changes = action.changes.iter().filter(|change| !matches!(change.of, NoteSubject::Archive(_)));
    format!("{lead}{}", changes.map(describe_change).collect::<Vec<_>>().join("; "))
}

/// What brings the notes from how they are `now` back to how they were `then`. Places and drafts stay.
#[must_use]
pub fn way_back(now: &Notes, then: &Notes) -> Vec<FieldChange> {
    let changes = now.all_subjects().map(|subject| FieldChange::new(subject.clone(), difference(now, then, &subject)));
    changes.filter(|change| !change.set.is_empty()).collect()
}

fn difference(now: &Notes, then: &Notes, subject: &NoteSubject) -> Vec<Property> {
    let (now, then) = (now.own_record(subject), then.own_record(subject));
    if then.is_none() && matches!(subject, NoteSubject::Annotation(_)) {
        return vec![Property::Deleted(true)];
    }
    let was = |field: &Property| then.and_then(|then| then.owned(field.name())).or_else(|| field.unset());
    let fields = now.into_iter().flat_map(Record::all).filter(|field| !field.is_ephemeral());
    fields.filter_map(|field| was(&field).filter(|was| *was != field)).collect()
}

fn describe_change(change: &FieldChange) -> String {
    let subject = match &change.of {
        NoteSubject::Annotation(id) => tr!("annotation {id}", id),
        NoteSubject::Article(article) => {
            tr!("“{title}”", title = if article.title.is_empty() { &article.path } else { &article.title })
        }
        NoteSubject::Event(event) => tr!("“{sentence}”", sentence = event.sentence),
        NoteSubject::Day(day) => day.clone(),
        NoteSubject::Archive(archive) => archive.clone(),
    };
    let fields: Vec<String> = change.set.iter().map(Property::said).collect();
    tr!("{subject}: {fields}", subject, fields = fields.join(", "))
}
