//! Queries over an archive: which articles are selected, how they are counted, where words stand, what the timeline shows.
//!
//! Pure functions over the model; the filter line, the panes and the command line all go through here.

pub mod actor_summary;
pub mod annotated;
pub mod elsewhere;
pub mod evaluate;
pub mod facets;
pub mod filter;
pub mod folding;
pub mod fuzzy;
pub mod groups;
pub mod headlines;
pub mod index;
pub mod kept_groups;
pub mod language;
pub mod marker;
pub mod names;
pub mod note_query;
pub mod pattern;
pub mod results;
pub mod search;
pub mod selection;
pub mod set;
pub mod sheet;
pub mod sheet_choice;
pub mod terms;
pub mod timeline;
