//! Imports: highlights and notes from our own exports, from W3C JSON-LD, from Hypothesis and from Readwise.
//!
//! Pure functions: [`read`] tells the form and gives drafts, `settle` says which of them are new and where they belong. `cli`
//! reads the file and keeps what was taken.

use std::sync::Arc;

use serde_json::Value;
use ulid::Ulid;

use crate::export::json::says_ours;
use crate::export::jsonld::is_jsonld;
use crate::import::draft::identifier;
use crate::import::drafts::{Drafts, ImportError};
use crate::model::annotation::{Annotation, Target};
use crate::text::sanitize::sanitize;

pub mod dedupe;
pub mod draft;
pub mod drafts;
pub mod hypothesis;
pub mod jsonld;
pub mod own;
pub mod readwise;

/// Reads the annotations in `text`, whatever the form. Moments that are not told are `now`, in milliseconds since 1970.
///
/// # Errors
/// When the form is not known, or the text is damaged.
pub fn read(text: &str, now: u64) -> Result<Drafts, ImportError> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut drafts = drafts(text, now)?;
    drafts.annotations.iter_mut().for_each(clean);
    Ok(drafts)
}

fn drafts(text: &str, now: u64) -> Result<Drafts, ImportError> {
    if !text.trim_start().starts_with(['{', '[']) {
        return readwise::read(text, now);
    }
    let value: Value = serde_json::from_str(text).map_err(|error| ImportError::Damaged(format!("damaged JSON: {error}")))?;
    if says_ours(&value) {
        own::read(&value)
    } else if hypothesis::is_hypothesis(&value) {
        Ok(hypothesis::read(&value, now))
    } else if is_jsonld(&value) {
        Ok(jsonld::read(&value, now))
    } else {
        Err(ImportError::Unknown)
    }
}

/// Gives it an identifier of ours if it has none, and takes out what must not reach a terminal, as it is taken out of articles: a file can come from anybody.
fn clean(annotation: &mut Annotation) {
    if Ulid::from_string(&annotation.id).is_err() {
        annotation.id = identifier(annotation.created, &[&annotation.id]).to_string();
    }
    // Notes may hold code, which tabs are part of.
    annotation.note = annotation.note.split('\t').map(sanitize).collect::<Vec<_>>().join("\t");
    annotation.color = annotation.color.take().map(|color| sanitize(&color).replace('\n', " "));
    let article = match &mut annotation.target {
        Target::Passage { article, anchor } => {
            for part in [&mut anchor.exact, &mut anchor.prefix, &mut anchor.suffix] {
                *part = sanitize(part).into_owned();
            }
            article
        }
        Target::Article { article } => article,
        Target::Actor { id: name } | Target::Day { day: name } => {
            *name = sanitize(name).replace('\n', " ");
            return;
        }
    };
    let article = Arc::make_mut(article);
    for part in [&mut article.path, &mut article.url, &mut article.title, &mut article.sha256] {
        *part = sanitize(part).replace('\n', " ");
    }
}
