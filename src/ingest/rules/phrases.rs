//! The words by which furniture is told, most of them from `assets/furniture.txt`: data and look-ups, no rules.
//!
//! Asked by `furniture` for the rules, by `glance` for what lines begin with.

use std::collections::HashSet;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// `À partir de 1 €`.
pub const PRICE: &[&str] = &["a partir de "];
/// What announces a list of other articles beside the pointers.
pub const LISTS: &[&str] = &["related", "more on this"];
/// What lines begin with that head a list of others, however they go on.
pub const ENDER_OPENINGS: &[&str] = &[
    "plus d'articles ",
    "articles de la categorie ",
    "videos de la categorie ",
    "poursuivez votre lecture",
    "a lire aussi sur ",
    "a lire egalement sur ",
    "lire aussi sur ",
    "retrouvez plus d'articles",
    "toute l'actualite de ",
    "les derniers articles de ",
    "derniers articles de ",
    "plus dans cette categorie",
    "also on ",
];

/// The lists of the asset.
pub static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(include_str!("../../../assets/furniture.txt")));

/// The lists of the asset; each says there what it is for. Entries keep their order but for lists that are looked up.
#[derive(Debug, Default)]
pub struct Phrases {
    /// Lines that are furniture when they say nothing else.
    pub whole: HashSet<&'static str>,
    /// Lines behind which a page goes on with other things.
    pub enders: HashSet<&'static str>,
    /// What lines of furniture begin with.
    pub openings: Vec<&'static str>,
    /// What points to other articles.
    pub pointers: Vec<&'static str>,
    /// Names of sections.
    pub sections: HashSet<&'static str>,
    /// What the foot of a page pleads for.
    pub pleas: Vec<&'static str>,
    /// Those, all looked for at once.
    plea_finder: Option<AhoCorasick>,
}

/// The lines of an asset with the name of the list that each stands in: `[name]` begins one, `#` a comment.
pub(crate) fn lists(asset: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = asset.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let named = lines.scan("", |list, line| match line.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(name) => {
            *list = name;
            Some(None)
        }
        None => Some(Some((*list, line))),
    });
    named.flatten()
}

impl Phrases {
    fn read(asset: &'static str) -> Self {
        let mut phrases = Self::default();
        for (list, line) in lists(asset) {
            match list {
                "whole" => _ = phrases.whole.insert(line),
                "enders" => _ = phrases.enders.insert(line),
                "openings" => phrases.openings.push(line),
                "pointers" => phrases.pointers.push(line),
                "sections" => _ = phrases.sections.insert(line),
                _ => phrases.pleas.push(line),
            }
        }
        phrases.plea_finder = AhoCorasick::new(&phrases.pleas).ok();
        phrases
    }

    /// How many of the pleas stand in the folded `words`, each at the head of a word.
    pub(crate) fn pleas_in(&self, words: &str) -> usize {
        let heads = |at: usize| words.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
        let found = self.plea_finder.iter().flat_map(|finder| finder.find_overlapping_iter(words));
        let mut pleas: Vec<_> = found.filter(|found| heads(found.start())).map(|found| found.pattern()).collect();
        pleas.sort_unstable();
        pleas.dedup();
        pleas.len()
    }
}
