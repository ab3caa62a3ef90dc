//! The tables of French. No rules stand here.

mod announced;
mod calendar;
mod context;
mod grammar;
mod habits;
mod persons;
mod present;
mod turns;
mod verbs;

use crate::analysis::dates::lexicon::{Language, foreign_months};

/// French.
pub const LANGUAGE: Language = Language {
    code: "fr",
    grammar: habits::HABITS,
    words: &[calendar::CALENDAR, grammar::GRAMMAR, context::CONTEXT, persons::PERSONS, foreign_months::MONTHS],
    forms: verbs::FORMS,
    endings: verbs::ENDINGS,
    feasts: calendar::FEASTS,
};
