//! Moves: where the articles of an archive went when another took its place.

use crate::model::archive::ArticleIx;

/// Where each article of the archive before went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdRemap {
    /// First place before, first place now, and how many went together; in the order of the places before.
    runs: Vec<[u32; 3]>,
}

impl IdRemap {
    /// The moves of `runs`: first place before, first place now, and how many went together, in any order.
    #[must_use]
    pub fn new(runs: impl IntoIterator<Item = [u32; 3]>) -> Self {
        let mut all: Vec<[u32; 3]> = runs.into_iter().filter(|[.., count]| *count > 0).collect();
        all.sort_unstable();
        let mut runs: Vec<[u32; 3]> = Vec::new();
        for [from, to, count] in all {
            match runs.last_mut() {
                Some([before, now, length]) if *before + *length == from && *now + *length == to => *length += count,
                _ => runs.push([from, to, count]),
            }
        }
        Self { runs }
    }

    /// Where the article that was at `ix` is now; `None` when it is gone.
    #[must_use]
    pub fn of(&self, ix: ArticleIx) -> Option<ArticleIx> {
        let at = self.runs.partition_point(|[from, ..]| *from <= ix.0).checked_sub(1)?;
        let [from, to, count] = *self.runs.get(at)?;
        let within = ix.0 - from;
        (within < count).then_some(ArticleIx(to + within))
    }
}

#[cfg(test)]
mod tests {
    use super::IdRemap;
    use crate::model::archive::ArticleIx;

    #[test]
    fn articles_are_followed_to_where_they_went() {
        let moves = IdRemap::new([[10, 3, 2], [0, 5, 3], [3, 8, 1], [7, 0, 0]]);
        let to: Vec<_> = (0..12).map(|at| moves.of(ArticleIx(at)).map(|ix| ix.0)).collect();
        let (gone, five) = (None, [Some(5), Some(6), Some(7), Some(8)]);
        assert_eq!(to, [&five[..], &[gone; 6], &[Some(3), Some(4)]].concat());
    }
}
