//! Press databases: what each of them exports, as text, as a page or in a document.
//!
//! A file a database. All of them gather fields and text in a `record` and hand over what comes of it. They may touch what a format may; none
//! knows another. Where a database keeps records of the press in XML, `xml` reads them.

pub(crate) mod apa;
pub(crate) mod europresse;
pub(crate) mod factiva;
pub(crate) mod genios;
pub(crate) mod gopress;
pub(crate) mod lexisnexis;
pub(crate) mod proquest;
pub(crate) mod record;
pub(crate) mod retriever;
