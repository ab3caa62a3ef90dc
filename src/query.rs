//! Queries over an archive: which articles are selected, how they are counted, where words stand, what the timeline shows.
//!
//! Pure functions over the model; the filter line, the panes and the command line all go through here.

pub mod actor_summary;
pub mod evaluate;
pub mod index;
pub mod language;
pub mod matching;
pub mod results;
pub mod selection;
pub mod sheet;
pub(crate) mod telling_words;
pub mod timeline;
