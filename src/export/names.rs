//! Names of files when each article gets its own: date and headline, in signs that every system takes.

use std::collections::BTreeMap;

use crate::export::dossier::ExportDocument;

/// Code points of a headline in a file name; with the date and the ending it stays below the 255 bytes that systems take.
const LONGEST: usize = 60;

/// A file name without ending for each dossier of one section; equal ones are told apart by a number.
#[must_use]
pub fn names(dossiers: &[ExportDocument]) -> Vec<String> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut name = |dossier: &ExportDocument| {
        let name = name(dossier);
        let count = taken.entry(name.to_lowercase()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name} {count}") }
    };
    dossiers.iter().map(&mut name).collect()
}

fn name(dossier: &ExportDocument) -> String {
    let facts = dossier.sections.first().and_then(|section| section.facts());
    let date = facts.and_then(|facts| facts.published.sort_key()).map(|date| format!("{date} ")).unwrap_or_default();
    let sign = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '’' | '\'') { c } else { ' ' };
    let words: String = dossier.title.chars().map(sign).collect();
    let title: String = words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    match format!("{date}{}", title.trim()).trim() {
        "" => "untitled".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::export::dossier::ExportDocument;

    #[test]
    fn names_are_plain_and_each_is_one() {
        let titled = |title: &str| ExportDocument { title: title.to_owned(), ..ExportDocument::default() };
        let headlines = ["../etc: a/b?", "ÉTAT", "état", "..", "x".repeat(300).as_str()].map(titled);
        assert_eq!(names(&headlines), ["etc a b", "ÉTAT", "état 2", "untitled", &"x".repeat(60)]);
    }
}
