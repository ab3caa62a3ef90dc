//! Labels: a line like a headline for a sentence or a text, made by deleting words and never by writing any.
//!
//! What is deleted: datelines, brackets, insertions, days, leading adverbials, appositions, relative and trailing clauses, then what stands
//! behind a preposition. What says that something is not so, may be so, is so under a condition, or who says so, stays; in doubt a
//! label is longer than twelve words. Pure over one text; no headline is invented and no two sentences are joined.

mod adding;
mod adjunct;
mod asides;
mod attribution;
mod awaited;
mod bond_list;
mod bonds;
mod choice;
mod clause;
mod clauses;
mod colon;
mod complete;
mod compression;
mod cues;
mod dated;
mod deletion;
mod en;
mod ending;
mod event_label;
mod excerpt;
mod fr;
mod glued;
mod hold;
mod language;
mod leading;
mod main_clause;
mod members;
mod object;
mod of_date;
mod proof;
mod removable;
mod sound;
mod tables;
mod times;
mod titles;
mod token;
mod trim;
mod unfinished;
mod verbs;
mod whole_clause;

pub use crate::analysis::labels::choice::label;
pub use crate::analysis::labels::compression::{compressed, compressed_at, has_verb, leans, shows_scene, tells_past};
pub use crate::analysis::labels::event_label::{EventLabel, LabelOrigin};
pub use crate::analysis::labels::of_date::{event_label, label_of_date};

#[cfg(test)]
mod tests;
