//! The articles of an archive that have the headline of a key, ordered so that those whose path is most like its path are found
//! without a look at all of them: thousands may be called "Editorial", and as many keys. [`super::article_match`] asks.

use std::collections::HashMap;

use crate::model::archive::Archive;
use crate::notes::anchoring::key_match::{Compared, WEIGHED};

/// The articles that share a headline, by headline.
pub(crate) struct SameHeadline<'a> {
    titled: HashMap<&'a str, Titled<'a>>,
}

/// The articles of one headline: those without an address and those with one, which speaks against a key with another. Each in the order
/// of their paths read from the end.
#[derive(Default)]
struct Titled<'a> {
    bare: Vec<Compared<'a>>,
    addressed: Vec<Compared<'a>>,
}

impl<'a> SameHeadline<'a> {
    /// The articles of `archive` with one of the `wanted` headlines, in folded letters.
    pub(crate) fn of(archive: &'a Archive, wanted: impl Iterator<Item = &'a str>) -> Self {
        let mut titled: HashMap<&str, Titled<'_>> = wanted.map(|title| (title, Titled::default())).collect();
        if !titled.is_empty() {
            for (ix, article) in archive.iter() {
                if let Some(titled) = titled.get_mut(article.folded_title()) {
                    let compared = Compared::of(ix, article);
                    let list = if compared.url.is_empty() { &mut titled.bare } else { &mut titled.addressed };
                    list.push(compared);
                }
            }
        }
        for list in titled.values_mut().flat_map(|titled| [&mut titled.bare, &mut titled.addressed]) {
            list.sort_by(|a, b| from_the_end(&a.path).cmp(from_the_end(&b.path)));
        }
        Self { titled }
    }

    /// Whether no headline is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.titled.is_empty()
    }

    /// The articles with this headline, of many those whose paths have most in common with `path` at the end: at most four times
    /// [`WEIGHED`].
    pub(crate) fn near(&self, title: &str, path: &str) -> impl Iterator<Item = &Compared<'a>> {
        let lists = self.titled.get(title).into_iter().flat_map(|titled| [&titled.bare, &titled.addressed]);
        lists.flat_map(move |list| neighbours(list, path))
    }
}

/// The articles before and behind the place of `path` in `list`. Paths that end alike lie side by side.
fn neighbours<'l, 'a>(list: &'l [Compared<'a>], path: &str) -> &'l [Compared<'a>] {
    let at = list.partition_point(|compared| from_the_end(&compared.path).lt(from_the_end(path)));
    let range = at.saturating_sub(WEIGHED)..list.len().min(at + WEIGHED);
    list.get(range).unwrap_or_default()
}

/// The file, then its folders.
fn from_the_end(path: &str) -> impl Iterator<Item = &str> {
    path.rsplit(['/', '\\'])
}
