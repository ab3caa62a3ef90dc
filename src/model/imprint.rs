//! The imprint of an article: what its source states of it beside headline, date, outlet, author, address and language.
//!
//! Plain data, kept as words. The packed form is one string, since most articles have none of it.

use serde::Serialize;

/// What a source states of an article beside what every article has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// The section or rubric it stood in.
    pub section: Option<Box<str>>,
    /// The page or pages of the printed issue, without the word for page.
    pub page: Option<Box<str>>,
    /// The identifier that the source itself gives the document: the same document of another export has the same.
    pub docid: Option<Box<str>>,
    /// The agency or service that is credited beside the outlet.
    pub credit: Option<Box<str>>,
    /// The day it was changed last, in ISO 8601; not the day of publication.
    pub updated: Option<Box<str>>,
}

/// An imprint that is borrowed. Written as JSON it has the fields that are stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct ImprintRef<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) page: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) docid: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) credit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) updated: Option<&'a str>,
}

impl<'a> ImprintRef<'a> {
    /// The imprint of [`Imprint::packed`].
    pub(crate) fn of_packed(packed: &'a str) -> Self {
        let mut fields = packed.split(SEPARATOR).map(|field| Some(field).filter(|field| !field.is_empty()));
        let mut next = || fields.next().flatten();
        Self { section: next(), page: next(), docid: next(), credit: next(), updated: next() }
    }

    /// The fields with their names, in order.
    pub(crate) fn named(self) -> [(&'static str, Option<&'a str>); 5] {
        let Self { section, page, docid, credit, updated } = self;
        [("section", section), ("page", page), ("docid", docid), ("credit", credit), ("updated", updated)]
    }
}

/// Parts one field from the next in the packed form; text from outside holds no controls.
const SEPARATOR: char = '\u{1f}';

impl Imprint {
    /// Its fields in the order in which they are packed.
    #[must_use]
    pub fn fields(&self) -> [Option<&str>; 5] {
        [&self.section, &self.page, &self.docid, &self.credit, &self.updated].map(Option::as_deref)
    }

    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields().iter().all(Option::is_none)
    }

    /// All fields in one string; empty when nothing is stated.
    #[must_use]
    pub fn packed(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        self.fields().map(Option::unwrap_or_default).join(SEPARATOR.encode_utf8(&mut [0; 4]))
    }

    /// The imprint of [`Imprint::packed`].
    #[must_use]
    pub fn of_packed(packed: &str) -> Self {
        let ImprintRef { section, page, docid, credit, updated } = ImprintRef::of_packed(packed);
        let own = |field: Option<&str>| field.map(Into::into);
        Self { section: own(section), page: own(page), docid: own(docid), credit: own(credit), updated: own(updated) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Imprint, ImprintRef};

    #[test]
    fn it_comes_back_as_it_was_packed() {
        let imprint = Imprint { page: Some("12-13".into()), updated: Some("2021-03-10".into()), ..Imprint::default() };
        assert_eq!(Imprint::of_packed(&imprint.packed()), imprint);
        let packed = imprint.packed();
        let borrowed = ImprintRef::of_packed(&packed);
        assert_eq!((borrowed.page, borrowed.section, borrowed.updated), (Some("12-13"), None, Some("2021-03-10")));
        assert_eq!(Imprint::default().packed(), "");
        assert_eq!(Imprint::of_packed(""), Imprint::default());
    }
}
