//! The table of annotation properties: all that can be known of an annotation, an article, an event, a day or an archive.
//!
//! One row says of a property its name in the journal, the type of its values, what it is before anything sets it, whether it is kept
//! or set in passing, its words in the history and after an undo, how a query asks for it, and its key in exports. Journal lines,
//! undo, history, queries, exports and imports take it from here: a new property is a row, and the command that sets it.

mod exported;
mod properties;
mod table;
mod worded;

pub use crate::model::property::exported::Exported;
pub use crate::model::property::properties::Properties;
pub use crate::model::property::table::{Asked, Lasting, Property, PropertyId, PropertySpec, PropertyType, Words, typed};
