//! YAML (1.2): a list of articles, or documents one behind the other, each an article or a list. Front matter above a text is `markdown`'s.
//!
//! Documents are parted here, at their lines of dashes, so that a broken one costs itself alone. What a record means is `json`'s.

use serde_json::Value;

use crate::ingest::formats::json;
use crate::ingest::formats::json::doubled::KeptValue;
use crate::ingest::formats::markdown::{DEEPEST, deepest};
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::text::sanitize::sanitize;

/// Why a text is in YAML.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let ending = sample.file.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ["yaml", "yml"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return Some("its name says so");
    }
    if ["md", "markdown"].iter().any(|other| ending.eq_ignore_ascii_case(other)) {
        return None;
    }
    let text = sample.text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'))?;
    if !(first.starts_with("- ") || first.starts_with("---")) {
        return None;
    }
    // Behind front matter stands a text, which may be a record by its colons (`He said: no`), but is no article as one.
    let parts = documents(text);
    let is_list = |value: &Value| value.as_array().is_some_and(|list| list.iter().all(Value::is_object));
    let holds = |part: &str| parsed(part).is_ok_and(|value| is_list(&value) || parts.len() > 1 && value.is_object());
    let is_yaml = !parts.is_empty() && parts.iter().rev().all(|part| holds(part) && !articles(part).is_empty());
    is_yaml.then_some("it is a list of records in YAML, and some are articles")
}

/// Reads such a text.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let mut records = Vec::new();
    for (part, number) in documents(text.text.trim_start_matches('\u{feff}')).into_iter().zip(1..) {
        match parsed(part) {
            Ok(value) => records.extend(json::records_of(value)),
            Err(error) => {
                out.warn(&format!("document {number} is not valid YAML: {error}"));
                out.left_out("a document that cannot be read", part);
            }
        }
    }
    if records.iter().all(|record| json::draft(record).is_err()) {
        return out.fail("is YAML that holds no article");
    }
    json::read_records(&records, out);
}

/// The documents of a text, between lines of dashes or dots.
fn documents(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if matches!(bare, "---" | "...") || bare.starts_with("%YAML") {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at + line.len();
        }
        at += line.len();
    }
    parts.push(text.get(start..).unwrap_or_default());
    let is_told = |part: &&str| part.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    parts.into_iter().filter(is_told).collect()
}

fn parsed(part: &str) -> Result<Value, String> {
    if deepest(part) > DEEPEST {
        return Err("it nests too deep".to_owned());
    }
    serde_yaml_ng::from_str::<KeptValue>(&sanitize(part)).map(|kept| kept.0).map_err(|error| error.to_string())
}

/// The articles of a document.
fn articles(part: &str) -> Vec<Value> {
    let records = parsed(part).map(json::records_of).unwrap_or_default();
    records.into_iter().filter(|record| json::draft(record).is_ok()).collect()
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn lists_and_documents_of_records_are_articles() {
        let list = "# corpus\n- title: Un pont\n  date: 2021-03-04\n  text: |\n    Le pont rouvre jeudi.\n\n    Il est neuf.\n- title: \"Une piscine\"\n  date: 2021-03-05\n  text: Elle ferme.\n";
        let documents = "---\ntitle: Un pont\ndate: 2021-03-04\ntext: \"Le pont rouvre jeudi.\\n\\nIl est neuf.\"\n---\ntitle: Une piscine\ndate: 2021-03-05\ntext: Elle ferme.\n...\n";
        for (file, text) in [("a.yml", list), ("a.txt", list), ("a.yaml", documents), ("a.txt", documents)] {
            let reading = read_text(file, text);
            let said: Vec<(&str, String)> =
                reading.articles.iter().map(|one| (&*one.body, one.published.date.to_string())).collect();
            assert_eq!(
                said,
                [("Le pont rouvre jeudi.\n\nIl est neuf.", "2021-03-04".to_owned()), ("Elle ferme.", "2021-03-05".to_owned())],
                "{file} {reading:?}"
            );
        }
        let broken = read_text("a.yaml", &format!("{documents}---\ntitle: [un\n"));
        assert!(broken.articles.len() == 2 && broken.problems[0].to_string().contains("document 3"), "{broken:?}");
    }

    #[test]
    fn front_matter_and_settings_are_no_lists() {
        let taken = |file, text: &str| read_text(file, text).taken.map(|taken| taken.format);
        assert_eq!(taken("a.txt", "---\ntitle: Un pont\n---\nLe pont rouvre.\n\n---\n\nFin.\n"), Some("Markdown"));
        for file in ["a.txt", "a.md"] {
            let text = "---\ntitle: Un pont\ndate: 2021-03-04\n---\n\nLe 3 mars, la mairie a dit: « jamais, \"jamais\" ; voilà » au port.\n";
            assert_eq!(taken(file, text), Some("Markdown"), "{file}");
        }
        assert_eq!(taken("a.txt", "- Le pont rouvre.\n- La piscine ferme.\n"), Some("plain text"));
        let reading = read_text("_config.yml", "title: Un site\nplugins:\n  - a\n");
        assert!(reading.articles.is_empty() && reading.problems[0].to_string().contains("no article"), "{reading:?}");
    }
}
