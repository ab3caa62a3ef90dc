//! The tables of French. No rules stand here.

mod calendar;
mod context;
mod grammar;
mod verbs;

use crate::analysis::dates::lexicon::{Language, Order};

/// French.
pub const LANGUAGE: Language = Language {
    code: "fr",
    order: Order::Behind,
    words: &[calendar::CALENDAR, grammar::GRAMMAR, context::CONTEXT],
    forms: verbs::FORMS,
    endings: verbs::ENDINGS,
    feasts: calendar::FEASTS,
};
