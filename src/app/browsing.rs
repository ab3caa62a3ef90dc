//! The list of notes: all annotations and drafts, to be narrowed and gone to; what has lost its place stands first.

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::filtering;
use crate::app::marking::quoted;
use crate::app::noting;
use crate::app::picker::{Choice, Item};
use crate::app::reading;
use crate::app::state::State;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::archive::ArticleIx;
use crate::notes::anchoring::body::Body;
use crate::notes::anchoring::register::{Belonging, Register};

/// Lists all notes.
pub fn list(state: &mut State) {
    let drafts = state.notes.drafts().map(|draft| Item {
        label: format!("draft · {}", quoted(&draft.text)),
        aliases: vec![noting::title(state, &draft.target).into()],
        note: "not finished".to_owned(),
        choice: Choice::Draft(draft.annotation),
        on: false,
    });
    let mut items: Vec<Item> = drafts.collect();
    items.extend(state.notes.annotations().filter_map(|annotation| item(state, &annotation)));
    if items.is_empty() {
        return state.say("nothing is marked or noted yet; H marks, a writes a note");
    }
    filtering::open(state, "Notes", items);
}

fn item(state: &State, annotation: &Annotation) -> Option<Item> {
    let id: Ulid = annotation.id.parse().ok()?;
    let letter = annotation.color.as_deref().map_or('n', |color| state.colors.letter(color));
    let (words, about) = match &annotation.target {
        Target::Passage { article, anchor } => (format!("“{}”", quoted(&anchor.exact)), article.title.clone()),
        Target::Article { article } => (article.title.clone(), article.path.clone()),
        target => (noting::title(state, target), String::new()),
    };
    let note = if annotation.note.is_empty() { String::new() } else { format!(" — {}", quoted(&annotation.note)) };
    let color = annotation.color.clone().unwrap_or_else(|| "note".to_owned());
    let tags: Vec<String> = annotation.tags().iter().map(|tag| format!("tag:{tag}")).collect();
    Some(Item {
        label: format!("{letter} {words}{note}"),
        aliases: vec![about.into(), format!("color:{color} {}", tags.join(" ")).into(), annotation.note.as_str().into()],
        note: color,
        choice: Choice::Annotation(id),
        on: false,
    })
}

/// Goes to the place of an annotation; without a place, says what became of it.
#[must_use]
pub fn visit(state: &mut State, id: Ulid) -> Vec<Effect> {
    let Some(annotation) = state.notes.annotation(id) else { return Vec::new() };
    let Some(key) = annotation.target.article() else {
        return noting::begin_annotation(state, id, annotation.target);
    };
    let Some(ix) = place(state, key) else {
        state.complain(format!("“{}” is not among the articles here ({}); the note is kept", quoted(&key.title), key.path));
        return Vec::new();
    };
    let Target::Passage { anchor, .. } = &annotation.target else {
        reading::open(state, ix, None);
        return Vec::new();
    };
    let found = state.archive.get(ix).map(|article| Body::new(article.body()).find(anchor)).unwrap_or_default();
    let spot = found.span.or_else(|| found.places.first().map(|place| place.span));
    reading::open(state, ix, spot);
    state.visited = Some(id);
    match (found.span, spot) {
        (Some(_), _) => state.say(format!("{}: “{}”", found.state.name(), quoted(&anchor.exact))),
        (None, Some(_)) => state.say(format!("{}: this place is most like “{}”", found.state.name(), quoted(&anchor.exact))),
        (None, None) => {
            state.complain(format!("orphan: “{}” is no longer in this article; the note is kept", quoted(&anchor.exact)));
        }
    }
    Vec::new()
}

/// The article of the archive that an annotation belongs to.
fn place(state: &State, key: &ArticleKey) -> Option<ArticleIx> {
    match Register::of([key.clone()]).look_up(&state.archive).pop()? {
        Belonging::To(ix, _) => Some(ix),
        Belonging::Several(several) => several.first().copied(),
        Belonging::Nowhere => None,
    }
}

/// Goes on with a draft.
#[must_use]
pub fn finish(state: &mut State, id: Ulid) -> Vec<Effect> {
    let target = state.notes.drafts().find(|draft| draft.annotation == id).map(|draft| draft.target);
    target.map_or_else(Vec::new, |target| noting::begin_annotation(state, id, target))
}
