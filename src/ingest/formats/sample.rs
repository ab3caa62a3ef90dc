//! A sample: what a format is told from, the text of a file and its name. What several formats ask is worked out once.

use std::cell::OnceCell;
use std::path::Path;

use crate::ingest::source::format::{FileFormat, tell};
use crate::text::span::Span;

/// A text that is read as a format.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_field_names, reason = "what was decoded is the text of the text")]
pub(crate) struct Text<'a> {
    /// The text, decoded.
    pub(crate) text: &'a str,
    /// The bytes it was decoded from.
    pub(crate) bytes: &'a [u8],
    /// Where the paragraphs stand that a document sets as headings; empty where nothing tells.
    pub(crate) headings: &'a [Span],
}

/// A decoded file that is to be told.
#[derive(Debug)]
pub(crate) struct Sample<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// The name of the file, without its folder.
    pub(crate) file: &'a str,
    /// Where the file is; empty when it is none.
    pub(crate) path: &'a Path,
    shape: OnceCell<FileFormat>,
}

impl<'a> Sample<'a> {
    /// The sample of `text`, which stands in `file`.
    pub(crate) fn new(text: &'a str, file: &'a str) -> Self {
        Self { text, file, path: Path::new(""), shape: OnceCell::new() }
    }

    /// The same, of a file that is at `path`.
    pub(crate) fn at(self, path: &'a Path) -> Self {
        Self { path, ..self }
    }

    /// What the text looks like before anything special is known of it.
    pub(crate) fn shape(&self) -> FileFormat {
        *self.shape.get_or_init(|| tell(self.text, self.file))
    }

    /// The name of the outermost element of XML or HTML, without its prefix, behind declarations and comments.
    pub(crate) fn root(&self) -> Option<&'a str> {
        let mut rest = self.text.trim_start_matches('\u{feff}').trim_start();
        loop {
            let inner = rest.strip_prefix('<')?;
            if inner.starts_with("!--") {
                rest = inner.split_once("-->")?.1.trim_start();
            } else if inner.starts_with('?') {
                rest = inner.split_once("?>")?.1.trim_start();
            } else if inner.starts_with('!') {
                rest = declaration_end(inner)?.trim_start();
            } else {
                let name = inner.split(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace()).next()?;
                return Some(name.rsplit(':').next().unwrap_or(name)).filter(|name| !name.is_empty());
            }
        }
    }

    /// Whether the text begins with a tag.
    pub(crate) fn is_markup(&self) -> bool {
        self.text.trim_start().starts_with('<')
    }
}

/// What stands behind a declaration such as `<!DOCTYPE a [ … ]>`.
fn declaration_end(text: &str) -> Option<&str> {
    let end = text.find('>')?;
    match text.find('[').filter(|open| *open < end) {
        Some(_) => text.split_once("]>").map(|(_, rest)| rest),
        None => text.get(end + 1..),
    }
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn the_outermost_element_is_found_behind_declarations() {
        let root = |text| Sample::new(text, "").root();
        assert_eq!(
            root("\u{feff} <?xml version='1.0'?>\n<!-- <a> --><!DOCTYPE x [<!ENTITY y 'z'>]>\n<rdf:RDF a='b'>"),
            Some("RDF")
        );
        assert_eq!(root("<!DOCTYPE html><html>"), Some("html"));
        assert_eq!((root("text"), root("< a"), root("<!-- ")), (None, None, None));
    }
}
