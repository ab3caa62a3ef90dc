//! Running heads and feet: lines at the edge of pages that come again on others, and the numbers of pages.

use std::collections::HashMap;

use crate::ingest::formats::pdf::layout::Row;

/// How much of a page is its edge.
const EDGE: f64 = 0.1;
/// Pages on which a line must stand.
const PAGES: usize = 3;

/// Takes the lines out of `pages` that run over them, and gives their words, each once.
pub(super) fn take_out(pages: &mut [Vec<Row>]) -> Vec<String> {
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
    let mut taken = Vec::new();
    for page in pages.iter_mut() {
        page.retain(|row| {
            let is_number = row.words.trim().bytes().all(|byte| byte.is_ascii_digit()) && row.words.trim().len() <= 4;
            let runs = is_edge(row) && (is_number || counts.get(&key(row)).is_some_and(|count| *count >= least));
            if runs {
                taken.push(row.words.clone());
            }
            !runs
        });
    }
    taken.sort_unstable();
    taken.dedup();
    taken
}

fn is_edge(row: &Row) -> bool {
    row.height < EDGE || row.height > 1.0 - EDGE
}

/// The words of a line whatever its numbers.
fn key(row: &Row) -> String {
    row.words
        .chars()
        .filter(|c| c.is_alphabetic() || c.is_whitespace())
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
