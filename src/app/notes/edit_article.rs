//! Correcting articles: the form of what is stated of the article at hand, or of all that are listed, and the line in which one of it
//! is typed. Nothing typed takes a correction back.

use crate::app::keys::command::Command;
use crate::app::notes::{ledger, saving};
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::pages;
use crate::app::widget::picker::{Picker, PickerChoice, PickerItem};
use crate::app::widget::prompt::{CorrectionTarget, Prompt, PromptKind};
use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::model::date::Provenance;
use crate::model::property::Property;
use crate::model::segment::ArticleRef;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchoring::whole::with_text;
use crate::notes::corrections::article_field::ArticleField;
use crate::text::grapheme::elide;
use crate::tr;

/// How many articles are corrected at once: so many texts are told apart within a frame or few.
const MOST: usize = 2000;

/// Why the article at hand has its date.
pub fn explain(state: &mut State) {
    match visit::at_hand(state) {
        Some(article) => {
            let page = pages::why_date(&article, state.reader.reading(state.viewport.reader.rows), &state.input.keymap);
            state.overlay = Some(Overlay::Page(page));
        }
        None => state.info(tr!("no article is open, so there is no date to explain")),
    }
}

/// Opens the line for the date of the article at hand; it begins with the date that was typed before.
pub fn ask_date(state: &mut State) {
    match visit::at_hand_ix(state) {
        Some(article) => ask(state, ArticleField::Published, CorrectionTarget::Article(article)),
        None => state.info(tr!("no article is open, so there is no date to correct")),
    }
}

/// Opens the form of the article at hand: what is stated of it, to correct.
pub fn form(state: &mut State) {
    let Some(ix) = visit::at_hand_ix(state) else {
        return state.info(tr!("no article is open, so there is nothing to correct"));
    };
    let Some(article) = state.archive.get(ix) else { return };
    let items = items(CorrectionTarget::Article(ix), |field| field.of(article));
    open(state, tr!("Correct the article"), items);
}

/// Opens the form of all articles that are listed. What all of them have alike stands beside its name.
pub fn form_of_listed(state: &mut State) {
    let listed = state.results.current.matches.len();
    match listed {
        0 => return state.info(tr!("no article is listed, so there is nothing to correct")),
        1..=MOST => {}
        _ => {
            let filter = state.key(Command::Filter);
            return state.info(tr!(
                "{listed} articles are listed, and {most} can be corrected at once; {filter} narrows the list",
                listed,
                most = MOST,
                filter
            ));
        }
    }
    let items = items(CorrectionTarget::Listed, |field| common(state, field).unwrap_or_else(|| "…".to_owned()));
    open(state, tr!("Correct all that are listed"), items);
}

fn open(state: &mut State, title: &'static str, items: Vec<PickerItem>) {
    state.overlay = Some(Overlay::Picker(Box::new(Picker::new(title, items))));
}

/// What all listed articles have for `field`; `None` when they differ.
fn common(state: &State, field: ArticleField) -> Option<String> {
    let mut all = state.results.current.matches.iter().filter_map(|one| state.archive.get(one.article)).map(|one| field.of(one));
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

fn items(subject: CorrectionTarget, value: impl Fn(ArticleField) -> String) -> Vec<PickerItem> {
    /// So much of a value stands beside the name of its field.
    const SHOWN: usize = 40;
    let item = |field: ArticleField| PickerItem {
        label: field.label().to_owned(),
        aliases: vec![field.name().into()],
        note: elide(&value(field), SHOWN).into_owned(),
        choice: PickerChoice::Correct(field, subject),
        on: false,
    };
    ArticleField::ALL.into_iter().map(item).collect()
}

/// Opens the line for `field` of `subject`. It begins with what stands there, but for a date that the program has found, which may be
/// less exact than what is typed.
pub fn ask(state: &mut State, field: ArticleField, subject: CorrectionTarget) {
    let text = match subject {
        CorrectionTarget::Listed => common(state, field).unwrap_or_default(),
        CorrectionTarget::Article(ix) => {
            state.archive.get(ix).filter(|article| offers(field, *article)).map_or_else(String::new, |article| field.of(article))
        }
    };
    state.prompt = Some(Prompt::new(PromptKind::Correct(field, subject), &text));
}

fn offers(field: ArticleField, article: ArticleRef<'_>) -> bool {
    field != ArticleField::Published || article.date_provenance() == Provenance::User
}

/// Takes what was typed. What cannot be the fact stays to be mended.
#[must_use]
pub fn accept(state: &mut State, prompt: &Prompt, field: ArticleField, subject: CorrectionTarget) -> Outcome {
    let property = match field.read(prompt.field.text()) {
        Ok(property) => property,
        Err(reason) => {
            state.error(reason);
            return Outcome::stay();
        }
    };
    let articles = match subject {
        CorrectionTarget::Article(ix) => vec![ix],
        CorrectionTarget::Listed => state.results.current.matches.iter().map(|one| one.article).collect(),
    };
    let changes: Vec<FieldChange> = articles.iter().filter_map(|ix| change(state, *ix, &property)).collect();
    let told = told(field, &property, changes.len(), &state.key(Command::Undo));
    let mut effects = saving::keep(state, changes, told);
    if !effects.is_empty() {
        effects.extend(ledger::corrected(state, field.name(), prompt.field.text(), articles));
    } else if state.status.is_none() {
        state.info(tr!("nothing is changed: that is the {label} already", label = field.label()));
    }
    Outcome::close().with(effects)
}

fn change(state: &State, ix: ArticleIx, property: &Property) -> Option<FieldChange> {
    let article = state.archive.get(ix)?;
    let key = with_text(ArticleKey::from(article), article.body());
    Some(FieldChange::new(NoteSubject::Article(key), [property.clone()]))
}

fn told(field: ArticleField, property: &Property, articles: usize, undo: &str) -> String {
    let words = property.undone(&|value| elide(value, 40).into_owned()).unwrap_or_default();
    match (articles, field) {
        (1, ArticleField::Published) if property.unset().as_ref() != Some(property) => {
            tr!("{words}, as you say; dates, events and the timeline follow", words)
        }
        (1, ArticleField::Published) => tr!("your date is taken back; the article is dated as before").to_owned(),
        (1, _) => tr!("{words} · {undo} undoes", words, undo),
        (articles, _) => tr!("{articles} articles: {words} · {undo} undoes", articles, words, undo),
    }
}
