//! The tables of English. No rules stand here.

mod calendar;
mod context;
mod grammar;
mod verbs;

use crate::analysis::dates::lexicon::{Language, Order};

/// English.
pub const LANGUAGE: Language = Language {
    code: "en",
    order: Order::Before,
    words: &[calendar::CALENDAR, grammar::GRAMMAR, context::CONTEXT],
    forms: verbs::FORMS,
    endings: verbs::ENDINGS,
    feasts: calendar::FEASTS,
};
