//! Running heads and feet: lines at the edge of pages that come again in the same place on others, and the numbers of pages.

use std::collections::HashMap;

use crate::ingest::formats::pdf::layout::PrintedLine;

/// How much of a page is its edge.
const EDGE: f64 = 0.1;
/// Pages on which a line must stand.
const PAGES: usize = 3;

/// Takes the lines out of `pages` that run over them, and gives their words, each once.
pub(super) fn take_out(pages: &mut [Vec<PrintedLine>]) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut keys: Vec<String> = page.iter().filter(|row| is_edge(row)).map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    let least = PAGES.max(pages.len() / 4).min(pages.len().max(2));
    let runs = |row: &PrintedLine| {
        let words = row.words.trim();
        let is_number = words.len() <= 4 && words.bytes().all(|byte| byte.is_ascii_digit());
        is_edge(row) && (is_number || counts.get(&key(row)).is_some_and(|count| *count >= least))
    };
    // A document of nothing else is no document of running heads.
    if pages.iter().flatten().all(runs) {
        return Vec::new();
    }
    let mut taken = Vec::new();
    for page in pages.iter_mut() {
        taken.extend(page.iter().filter(|row| runs(row)).map(|row| row.words.clone()));
        page.retain(|row| !runs(row));
    }
    taken.sort_unstable();
    taken.dedup();
    taken
}

fn is_edge(row: &PrintedLine) -> bool {
    row.height < EDGE || row.height > 1.0 - EDGE
}

/// The words of a line whatever its numbers, and its place: a heading that opens pages stands lower on some.
fn key(row: &PrintedLine) -> String {
    let letters: String = row.words.chars().filter(|c| c.is_alphabetic() || c.is_whitespace()).collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    format!("{} at {:.0}", words.join(" "), row.height * 200.0)
}
