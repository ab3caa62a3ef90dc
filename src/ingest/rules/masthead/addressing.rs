//! Names that stand alone on a page and in what it tells its reader: `Rives du Val`, and `Have Rives du Val delivered to your doorstep`. No word of
//! a language leads to them. Asked by `masthead`.

use std::collections::{BTreeMap, HashSet};

use crate::ingest::rules::boilerplate::addresses;
use crate::ingest::rules::brand_lines::{is_house_name, known};
use crate::ingest::rules::masthead::called::{Called, candidate};
use crate::text::fold::fold;

/// What such a line weighs: as much as one in which a word calls for a name.
const WEIGHT: u32 = 2;
/// Words of a line that are looked at.
const WORDS: usize = 24;

/// The names in `lines` that speak to the reader, each once for a line; `bare` are the lines that are names of several words, and a brand of one word
/// is a line, too.
pub(super) fn called(lines: &[&str], bare: &BTreeMap<String, &str>) -> Vec<Called> {
    let brands: HashSet<&str> = lines.iter().copied().filter(|line| !line.contains(' ') && is_house_name(line)).collect();
    let speaking = lines.iter().filter(|line| line.contains(' ') && addresses(&fold(line)));
    speaking.flat_map(|line| in_line(line, bare, &brands)).collect()
}

/// The names in one line.
fn in_line(line: &str, bare: &BTreeMap<String, &str>, brands: &HashSet<&str>) -> Vec<Called> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let named = |at: usize| {
        let rest = words.get(at..).unwrap_or_default();
        let brand =
            || rest.first().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| brands.contains(word));
        rest.first().filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))?;
        known(rest, bare).filter(|name| *name != line).or_else(brand)
    };
    let mut found: Vec<Called> =
        (0..words.len().min(WORDS)).filter_map(named).filter_map(|name| candidate(name, WEIGHT)).collect();
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found.dedup_by(|a, b| a.key == b.key);
    found
}

#[cfg(test)]
mod tests {
    use super::called;
    use crate::ingest::rules::brand_lines::bare;

    #[test]
    fn a_page_tells_its_reader_what_it_is_called() {
        let lines = [
            "Rives du Val",
            "Have Rives du Val delivered to your doorstep",
            "Rives du Val wins the cup",
            "InfoVal",
            "InfoVal et vous",
        ];
        let names: Vec<String> = called(&lines, &bare(&lines)).into_iter().map(|called| called.name).collect();
        assert_eq!(names, ["Rives du Val", "InfoVal"]);
    }
}
