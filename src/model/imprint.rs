//! The imprint of an article: what its source states of it beside headline, date, outlet, author, address and language.
//!
//! Plain data, kept as words. The packed form is one string, since most articles have none of it.

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
        let field = |at| packed_field(packed, at).map(Into::into);
        Self { section: field(0), page: field(1), docid: field(2), credit: field(3), updated: field(4) }
    }
}

/// The field at `at` of a packed imprint.
#[must_use]
pub fn packed_field(packed: &str, at: usize) -> Option<&str> {
    packed.split(SEPARATOR).nth(at).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Imprint, packed_field};

    #[test]
    fn it_comes_back_as_it_was_packed() {
        let imprint = Imprint { page: Some("12-13".into()), updated: Some("2021-03-10".into()), ..Imprint::default() };
        assert_eq!(Imprint::of_packed(&imprint.packed()), imprint);
        assert_eq!((packed_field(&imprint.packed(), 1), packed_field(&imprint.packed(), 0)), (Some("12-13"), None));
        assert_eq!(Imprint::default().packed(), "");
        assert_eq!(Imprint::of_packed(""), Imprint::default());
    }
}
