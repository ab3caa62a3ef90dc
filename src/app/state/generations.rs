//! Generations: which search was asked for last, which is here, and whether another is due. It asks for none; `search_requests` does.

/// While loading, the archive is searched anew once it has grown by this part of what the last search covered. All searches of a
/// loading together then cost a fixed multiple of the last one, however large the archive becomes: here three times.
const GROWTH: usize = 2;

/// Which search was asked for last, which is here, and what they covered.
#[derive(Clone, Debug, Default)]
pub struct Generations {
    asked: u64,
    answered: u64,
    wanted: u64,
    shown: u64,
    covered: usize,
    outdated: bool,
    words: String,
}

impl Generations {
    /// Takes note that a search of `articles` articles is asked for; gives its number.
    pub fn ask(&mut self, articles: usize) -> u64 {
        self.asked += 1;
        (self.covered, self.outdated) = (articles, false);
        self.asked
    }

    /// Takes note that the search that was asked for last is of something else than what the list shows.
    pub(crate) fn want_list(&mut self) {
        self.wanted = self.asked;
    }

    /// Whether the list is still that of something else than what is asked.
    #[must_use]
    pub(crate) fn is_list_due(&self) -> bool {
        self.shown < self.wanted
    }

    /// Takes note that the list of the search `generation` is here.
    pub(crate) fn show(&mut self, generation: u64) {
        self.shown = self.shown.max(generation);
    }

    /// Takes note that the archive has changed since the last search was asked for.
    pub fn outdate(&mut self) {
        self.outdated = true;
    }

    /// Takes note that nothing of the last search holds any more: a new one is due as soon as none is under way.
    pub fn discard(&mut self) {
        (self.covered, self.outdated) = (0, true);
    }

    /// Whether a new search is due for an archive of `articles` articles: it has changed enough, and no search is under way.
    #[must_use]
    pub fn is_time(&self, articles: usize, loading: bool) -> bool {
        let grown = articles.saturating_sub(self.covered) > self.covered / GROWTH;
        self.outdated && self.asked == self.answered && (grown || !loading)
    }

    /// The search that is here.
    #[must_use]
    pub fn answered(&self) -> u64 {
        self.answered
    }

    /// Whether the last search that was asked for has come, and nothing has changed since.
    #[must_use]
    pub(crate) fn is_settled(&self) -> bool {
        self.asked == self.answered && !self.outdated
    }

    /// Whether the search `generation` is the one that was asked for last.
    #[must_use]
    pub fn is_newest(&self, generation: u64) -> bool {
        generation == self.asked
    }

    /// Marks the search `generation` as come; whether it is the one that was asked for last.
    pub fn arrive(&mut self, generation: u64) -> bool {
        let newest = self.is_newest(generation);
        if newest {
            self.answered = generation;
            self.show(generation);
        }
        newest
    }

    /// Remembers the words of the search that has come; whether they are new words to look for.
    pub fn has_new_words(&mut self, words: &str) -> bool {
        let changed = self.words != words;
        words.clone_into(&mut self.words);
        changed && !words.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Generations;

    #[test]
    fn a_survey_is_due_when_enough_has_changed_and_none_is_under_way() {
        let mut surveys = Generations::default();
        assert!(!surveys.is_time(0, true), "nothing has changed");
        surveys.outdate();
        assert!(surveys.is_time(1, true));
        let first = surveys.ask(80);
        surveys.outdate();
        assert!(!surveys.is_time(200, true), "one is under way");
        assert!(surveys.arrive(first) && !surveys.arrive(first + 1));
        assert_eq!([85, 200].map(|articles| surveys.is_time(articles, true)), [false, true]);
        assert!(surveys.is_time(85, false), "once all is here, every change counts");
        surveys.discard();
        assert!(surveys.is_time(85, true), "what does not hold any more is surveyed at once");
        let second = surveys.ask(85);
        surveys.discard();
        assert!(!surveys.is_time(85, true) && surveys.arrive(second) && surveys.is_time(85, true), "after the one under way");
    }
}
