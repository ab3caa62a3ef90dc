//! The query language: one language for the filter line, the command line and saved queries.
//!
//! Text → [`token`] → [`parse`] → [`ast::Query`] → [`print`] → the same text. It knows no article: matching is done by the
//! rest of `query`.

pub mod ast;
pub mod build;
pub mod date;
pub mod error;
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
