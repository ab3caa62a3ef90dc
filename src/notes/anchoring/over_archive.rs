//! Over the archive: the articles in which something of an orphan stands, when neither path, address nor headline leads to one.
//!
//! A file got another ending, an article was split or joined: the words are still there. It proposes; [`super::body`] and
//! [`super::whole`] decide, and what they find this way is for a person to accept. One pass over all texts, on a worker.

use std::collections::{HashMap, HashSet};

use aho_corasick::AhoCorasick;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::model::anchor::Anchor;
use crate::model::annotation::ArticleKey;
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchoring::sketch::Sketch;
use crate::notes::anchoring::whole::IN_QUESTION;

/// Fewer bytes in a row stand in too many texts to lead anywhere.
const SHORTEST: usize = 20;
/// So many bytes are looked for; more are no rarer.
const LONGEST: usize = 64;
/// Articles that are proposed for one: more would be a phrase that stands everywhere.
const PROPOSED: usize = 16;
/// A sketch with fewer bands than this shares too few with a near copy to be found by them.
const FEW_BANDS: usize = 64;
/// So many orphans are looked for at once; the others stay what they are until fewer are left.
const AT_ONCE: usize = 2000;

/// For each of `anchors`, the articles in which a long run of its words stands letter by letter.
#[must_use]
pub fn by_quotation(anchors: &[&Anchor], archive: &Archive) -> Vec<Vec<ArticleIx>> {
    let mut found = vec![Vec::new(); anchors.len()];
    let sought: Vec<(usize, &str)> =
        anchors.iter().enumerate().filter_map(|(at, anchor)| Some((at, run(&anchor.exact)?))).take(AT_ONCE).collect();
    let Ok(finder) = AhoCorasick::new(sought.iter().map(|(_, run)| run)) else { return found };
    let segments: Vec<_> = archive.placed_segments().collect();
    let hits = segments.into_par_iter().flat_map_iter(|(first, segment)| {
        let articles = (first.0..).map(ArticleIx).zip(segment.iter());
        articles.flat_map(|(ix, article)| hits(&finder, article.body()).into_iter().map(move |at| (at, ix))).collect::<Vec<_>>()
    });
    for (at, ix) in hits.collect::<Vec<_>>() {
        if let Some(found) = sought.get(at).and_then(|(anchor, _)| found.get_mut(*anchor)).filter(|found| found.len() <= PROPOSED)
        {
            found.push(ix);
        }
    }
    // What stands everywhere leads nowhere.
    found.into_iter().map(|found| if found.len() > PROPOSED { Vec::new() } else { found }).collect()
}

/// The patterns that stand in `text`, each once.
fn hits(finder: &AhoCorasick, text: &str) -> Vec<usize> {
    let mut hits: Vec<usize> = finder.find_overlapping_iter(text).map(|hit| hit.pattern().as_usize()).collect();
    hits.sort_unstable();
    hits.dedup();
    hits
}

/// The longest run of `words` that another reader of the file would give letter by letter: no line ends, no quotation marks, no marks
/// of Markdown.
fn run(words: &str) -> Option<&str> {
    let breaks = |c: char| c.is_whitespace() && c != ' ' || "\"'’‘“”«»`*_[]()<>#\\…–—".contains(c);
    let runs = words.split(breaks).flat_map(|run| run.split("  ")).map(str::trim);
    let longest = runs.max_by_key(|run| run.len()).filter(|run| run.len() >= SHORTEST)?;
    let end = (0..=LONGEST.min(longest.len())).rev().find(|end| longest.is_char_boundary(*end))?;
    longest.get(..end)
}

/// For each of `keys`, the articles whose text is the same, a near copy, or holds theirs beside others, as one does into which several
/// were joined; the most alike first.
#[must_use]
pub fn by_text(keys: &[&ArticleKey], archive: &Archive) -> Vec<Vec<ArticleIx>> {
    let mut found = vec![Vec::new(); keys.len()];
    let sketches: Vec<(usize, Sketch)> =
        keys.iter().enumerate().filter_map(|(at, key)| Some((at, Sketch::read(&key.sketch)?))).take(AT_ONCE).collect();
    if sketches.is_empty() {
        return found;
    }
    // What is alike shares bands; what shares none is not compared. The sketch of a short text has few, and is always compared.
    let mut bands: HashMap<(usize, [u8; 2]), Vec<usize>> = HashMap::new();
    let mut short: Vec<usize> = Vec::new();
    for (at, (_, sketch)) in sketches.iter().enumerate() {
        if sketch.bands().count() < FEW_BANDS {
            short.push(at);
        } else {
            sketch.bands().for_each(|band| bands.entry(band).or_default().push(at));
        }
    }
    let alike = |body: &str| {
        let sketch = Sketch::of(body);
        let sharing: HashSet<usize> =
            sketch.bands().filter_map(|band| bands.get(&band)).flatten().chain(&short).copied().collect();
        let compared = sharing.into_iter().filter_map(|at| Some((at, sketch.likeness(&sketches.get(at)?.1))));
        compared.filter(|(_, likeness)| *likeness >= IN_QUESTION).collect::<Vec<_>>()
    };
    let segments: Vec<_> = archive.placed_segments().collect();
    let hits = segments.into_par_iter().flat_map_iter(|(first, segment)| {
        let articles = (first.0..).map(ArticleIx).zip(segment.iter());
        articles
            .flat_map(|(ix, article)| alike(article.body()).into_iter().map(move |(at, alike)| (at, alike, ix)))
            .collect::<Vec<_>>()
    });
    let mut hits: Vec<(usize, f32, ArticleIx)> = hits.collect();
    hits.sort_by(|(_, a, first), (_, b, second)| b.total_cmp(a).then(first.cmp(second)));
    for (at, _, ix) in hits {
        if let Some(found) = sketches.get(at).and_then(|(key, _)| found.get_mut(*key)).filter(|found| found.len() < PROPOSED) {
            found.push(ix);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::run;

    #[test]
    fn the_longest_plain_run_is_looked_for() {
        assert_eq!(run("« Le pont », dit-il, a rouvert à la circulation"), Some(", dit-il, a rouvert à la circulation"));
        assert_eq!(run("trop court"), None);
        assert_eq!(run(&"é".repeat(60)).map(str::len), Some(64));
    }
}
