//! The history of the filter line: the queries asked before, in this run and in earlier ones. The runtime keeps it in a file.

/// Queries beyond these are forgotten, the oldest first.
const KEPT: usize = 200;

/// The queries asked before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Each once, the newest last.
    queries: Vec<String>,
}

impl History {
    /// Adds `query` as the newest; whether it was not the newest already.
    pub fn add(&mut self, query: &str) -> bool {
        if self.queries.last().is_some_and(|newest| newest == query) {
            return false;
        }
        self.queries.retain(|known| known != query);
        self.queries.push(query.to_owned());
        let surplus = self.queries.len().saturating_sub(KEPT);
        self.queries.drain(..surplus);
        true
    }

    /// Puts the queries of earlier runs, oldest first, before those of this one.
    pub fn precede(&mut self, earlier: Vec<String>) {
        let own = std::mem::replace(&mut self.queries, earlier);
        for query in own {
            self.add(&query);
        }
    }

    /// The queries, oldest first.
    #[must_use]
    pub fn queries(&self) -> &[String] {
        &self.queries
    }

    /// The next older query than the one at `from`, or the newest, that is not `text`, with its place.
    #[must_use]
    pub fn older(&self, from: Option<usize>, text: &str) -> Option<(usize, &str)> {
        let before = self.queries.get(..from.unwrap_or(self.queries.len()))?;
        let at = before.iter().rposition(|query| query != text)?;
        Some((at, before.get(at)?))
    }

    /// The next newer query than the one at `from`, with its place.
    #[must_use]
    pub fn newer(&self, from: usize) -> Option<(usize, &str)> {
        self.queries.get(from + 1).map(|query| (from + 1, query.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::{History, KEPT};

    #[test]
    fn each_query_stands_once_the_newest_last_and_the_oldest_are_forgotten() {
        let mut history = History::default();
        assert!(history.add("irak") && history.add("iran") && history.add("irak") && !history.add("irak"));
        history.precede(vec!["liban".into(), "iran".into()]);
        assert_eq!(history.queries(), ["liban", "iran", "irak"]);
        assert!((0..KEPT).all(|number| history.add(&number.to_string())));
        assert_eq!((history.queries().len(), history.queries()[0].as_str()), (KEPT, "0"));
    }

    #[test]
    fn walking_skips_what_is_typed_already() {
        let mut history = History::default();
        history.precede(["a", "b", "c"].map(str::to_owned).to_vec());
        assert_eq!(history.older(None, "c"), Some((1, "b")));
        assert_eq!(history.older(Some(1), "b"), Some((0, "a")));
        assert_eq!((history.older(Some(0), "a"), history.newer(2)), (None, None));
        assert_eq!(history.newer(0), Some((1, "b")));
    }
}
