//! The tables of German. No rules stand here.

mod calendar;
mod grammar;
mod habits;
mod verbs;

use crate::analysis::dates::lexicon::Language;

/// German.
pub const LANGUAGE: Language = Language {
    code: "de",
    grammar: habits::HABITS,
    words: &[calendar::CALENDAR, grammar::GRAMMAR],
    forms: verbs::FORMS,
    endings: verbs::ENDINGS,
    feasts: calendar::FEASTS,
};
