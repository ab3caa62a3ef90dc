//! A reading room for press archives, in the terminal.
//!
//! The house has six layers; a file imports only lower ones, and `tests/layers.rs` holds that.
//!
//! | layer | modules | what it is |
//! |---|---|---|
//! | 0 | [`locale`], [`text`] | the language of the interface; reading geometry over plain `&str` |
//! | 1 | [`model`] | the facts of the field, plain data |
//! | 2 | [`config`], [`analysis`], [`query`], [`ingest`], [`notes`] | functions over the model; only `ingest`, `config` and `notes` touch the disk |
//! | 3 | [`app`] | the state machine: `update(&mut State, Event) -> Vec<Effect>` |
//! | 4 | [`ui`] | draws from `&State`, changes nothing |
//! | 5 | [`runtime`], [`plain`], [`cli`] | performs effects; each result comes back as an event |
//!
//! Words used in one meaning only: an *archive* is what was loaded, an *article* one text of it, its *body* the cleaned text;
//! an *actor* is a person, group, institution, medium or state, a *mention* a place where one is named; a *timex* is an
//! expression of time in TIMEX3 terms, an *event* a dated sentence; *furniture* is what a web page prints around an article.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod config;
pub mod export;
pub mod import;
pub mod ingest;
pub mod locale;
pub mod model;
pub mod notes;
pub mod plain;
pub mod query;
pub mod runtime;
pub mod text;
pub mod ui;
