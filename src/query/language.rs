//! The query language: one language for the filter line, the command line and saved queries.
//!
//! Text → [`token`] → [`parse`] → [`ast::Query`] → [`mod@print`] → the same text. Beside it: what the query was understood
//! as ([`explain`]) and what could be typed next ([`complete`]). It knows no article: matching is done by the rest of
//! `query`. `docs/query.md` describes it for people.

pub mod ast;
pub mod build;
pub mod complete;
pub mod date;
pub mod error;
pub mod explain;
pub mod keyword;
pub mod names;
pub mod number;
pub mod parse;
pub mod print;
pub mod term;
pub mod token;
mod value;

#[cfg(test)]
mod tests;
