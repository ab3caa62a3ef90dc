//! Tables: what is known of an archive as rows of typed columns, for statistics and databases; not the highlights, which `form` has.
//!
//! `schema` says which tables and columns there are, `describe` writes the papers beside them. `cli/export_facts` makes the rows and writes them.

pub(crate) mod describe;
pub(crate) mod schema;
