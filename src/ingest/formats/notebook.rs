//! Notebooks of Jupyter (`.ipynb`): programs with what they computed, no press archive. Nothing is read, and that is said.

use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::source::format::FileFormat;

/// Why a text is a notebook.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let has = |name: &str| memchr::memmem::find(sample.text.as_bytes(), name.as_bytes()).is_some();
    let is_notebook = sample.shape() == FileFormat::Json && has("\"nbformat\"") && has("\"cells\"");
    is_notebook.then_some("it has the version and the cells of a notebook")
}

/// Reads nothing, and says why.
pub(crate) fn read(_: &Text<'_>, out: &mut Output<'_>) {
    out.fail("is a notebook of programs, no press archive: save the articles it works on as CSV or JSON");
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn a_notebook_is_told_and_not_read() {
        let book = "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"Le pont de Valmont rouvre jeudi.\"]}], \"metadata\": {}, \"nbformat\": 4}";
        let reading = read_text("a.ipynb", book);
        assert!(reading.articles.is_empty() && reading.problems[0].to_string().contains("notebook"), "{reading:?}");
    }
}
