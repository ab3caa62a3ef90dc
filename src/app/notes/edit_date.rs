//! Correcting: the publication date that the person types for the article at hand. Nothing typed takes a correction back.

use crate::analysis::dates::read_date;
use crate::app::notes::saving;
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::pages;
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::model::date::{PartialDate, Provenance, PublicationDate};
use crate::model::property::Property;
use crate::model::segment::ArticleRef;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchoring::whole::with_text;

/// Why the article at hand has its date.
pub fn explain(state: &mut State) {
    match visit::at_hand(state) {
        Some(article) => {
            let page = pages::why_date(&article, state.reader.reading(state.viewport.reader.rows), &state.input.keymap);
            state.overlay = Some(Overlay::Page(page));
        }
        None => state.info("no article is open, so there is no date to explain"),
    }
}

/// Opens the line for the date of the article at hand; it begins with the date that was typed before.
pub fn ask(state: &mut State) {
    let Some(article) = visit::at_hand_ix(state) else {
        return state.info("no article is open, so there is no date to correct");
    };
    let typed = state.archive.get(article).filter(|article| article.date_provenance() == Provenance::User);
    let text = match typed.map(ArticleRef::date) {
        Some(PublicationDate::On(date)) => date.to_string(),
        _ => String::new(),
    };
    state.prompt = Some(Prompt::new(PromptKind::Date(article), &text));
}

/// What was typed as a date, in words or in digits; of digits nothing is left out, so that `2019-13` is none.
fn typed_date(text: &str) -> Option<PartialDate> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if digits { PartialDate::parse(text) } else { read_date(text) }
}

/// Takes what was typed: a date at any precision, or nothing to take the correction back. What is no date stays to be mended.
#[must_use]
pub fn accept(state: &mut State, prompt: &Prompt, ix: ArticleIx) -> Outcome {
    let text = prompt.field.text().trim().to_owned();
    let date = typed_date(&text);
    if date.is_none() && !text.is_empty() {
        state.error(format!("“{text}” is no date; type 2020-07-22, 2020-07, 2020 or 22 July 2020, or nothing to take it back"));
        return Outcome::stay();
    }
    let Some(article) = state.archive.get(ix) else { return Outcome::close() };
    let user = article.date_provenance() == Provenance::User;
    let change = FieldChange::new(
        NoteSubject::Article(with_text(ArticleKey::from(article), article.body())),
        [Property::Published(date.map(|date| date.to_string().into()))],
    );
    let told = match date {
        Some(date) => format!("published {date}, as you say; dates, events and the timeline follow"),
        None => "your date is taken back; the article is dated as before".to_owned(),
    };
    let effects = saving::keep(state, vec![change], told);
    if effects.is_empty() && state.status.is_none() {
        state.info(if user { "that is the date it has" } else { "nothing typed, nothing corrected" });
    }
    Outcome::close().with(effects)
}
