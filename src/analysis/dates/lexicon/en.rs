//! The tables of English. No rules stand here.

mod calendar;
mod context;
mod grammar;
mod habits;
mod verbs;

use crate::analysis::dates::lexicon::{Language, foreign_months};

/// English.
pub const LANGUAGE: Language = Language {
    code: "en",
    grammar: habits::HABITS,
    words: &[calendar::CALENDAR, grammar::GRAMMAR, context::CONTEXT, foreign_months::MONTHS],
    forms: verbs::FORMS,
    endings: verbs::ENDINGS,
    feasts: calendar::FEASTS,
};
