//! What a language brings to the rules of labels: lists of folded words, and nothing else.

use crate::analysis::labels::token::LabelToken;
use crate::text::word_set::WordSet;

/// The words of one language, all folded.
pub(super) struct LabelLanguage {
    /// Connectives at the head of a sentence that only join it to the one before.
    pub connectives: WordSet,
    /// What adverbials and participles before the main clause begin with.
    pub leading: WordSet,
    /// Endings of words that begin such a one.
    pub leading_endings: &'static [&'static str],
    /// What clauses begin with that say under which condition or on whose word something is so: never deleted.
    pub guards: WordSet,
    /// What relative and trailing clauses begin with.
    pub trailing: WordSet,
    /// Finite verbs.
    pub finite: WordSet,
    /// Finite verbs that are nouns behind a determiner or a preposition, or infinitives.
    pub nouns: WordSet,
    /// The words before nouns that tell it.
    pub before_nouns: WordSet,
    /// Endings of finite verbs.
    pub finite_endings: &'static [&'static str],
    /// Words that end so and are none.
    pub not_finite: WordSet,
    /// Auxiliaries that a participle completes without its object.
    pub having: WordSet,
    /// Verbs of saying, as they stand in an attribution.
    pub said: WordSet,
    /// Words before which a sentence may end.
    pub cuts: WordSet,
    /// Words that no line ends with.
    pub open: WordSet,
    /// Words behind which what follows is never cut off: negation, doubt, limits.
    pub doubts: WordSet,
    /// Prepositions that no subject begins with, so that a clause which does goes on with what stood before.
    pub goes_on: WordSet,
    /// Words that join the last member of a list.
    pub and: WordSet,
    /// Days of the week.
    pub days: WordSet,
    /// Months.
    pub months: WordSet,
    /// Words before a day that go with it.
    pub on: WordSet,
    /// Words behind a day that go with it.
    pub hours: WordSet,
    /// Words before a day that bind it: `until Monday`.
    pub bound: WordSet,
    /// Subjects that only a sentence before explains.
    pub pronouns: WordSet,
    /// Words that say nothing of what a text is about.
    pub small: WordSet,
}

impl LabelLanguage {
    /// Whether `token` is a finite verb outside quotation marks.
    pub fn is_finite(&self, token: &LabelToken<'_>) -> bool {
        self.is_surely_finite(token) || self.may_be_finite(token)
    }

    /// Whether `token` is a form that is always a finite verb.
    pub fn is_surely_finite(&self, token: &LabelToken<'_>) -> bool {
        let (word, tail) = (token.word.as_str(), token.tail());
        let known = self.finite.has(word) || word.contains('\'') && self.finite.has(tail);
        // `à` and `fermé` fold like `a` and `ferme`, and are none.
        let written = token.text.trim_end_matches(|c: char| !c.is_alphanumeric());
        known
            && !token.quoted
            && !token.is_noun
            && !token.text.contains(['à', 'À'])
            && !written.ends_with(['é', 'É'])
            && !self.not_finite.has(tail)
    }

    /// Whether `token` ends like a finite verb; it may be a participle.
    fn may_be_finite(&self, token: &LabelToken<'_>) -> bool {
        let tail = token.tail();
        let ends = |ending: &&str| tail.len() > ending.len() + 2 && tail.ends_with(*ending);
        !token.quoted
            && !token.is_noun
            && !token.is_capital()
            && !self.not_finite.has(tail)
            && self.finite_endings.iter().any(ends)
    }

    /// Marks what is no verb where it stands: `the plan`, `l'annonce`.
    pub fn mark_nouns(&self, words: &mut [LabelToken<'_>]) {
        for at in 0..words.len() {
            let before =
                at.checked_sub(1).and_then(|before| words.get(before)).filter(|before| !before.stops && !before.is_mark());
            let told = before.is_some_and(|before| self.before_nouns.has(&before.word) || self.before_nouns.has(before.tail()));
            let Some(token) = words.get_mut(at) else { continue };
            let elided = token.word.contains('\'') && self.before_nouns.has(token.head());
            let may_be = self.nouns.has(token.tail())
                || told && self.finite_endings.iter().any(|ending| *ending == "ed" && token.word.ends_with(ending));
            token.is_noun = may_be && (told || elided);
        }
    }

    /// Whether one of `words` is `token`, or what stands before its apostrophe.
    pub fn begins(words: &WordSet, token: &LabelToken<'_>) -> bool {
        words.has(&token.word) || words.has(token.head())
    }

    /// Whether `token` begins an adverbial or a participle before the main clause.
    pub fn leads(&self, token: &LabelToken<'_>) -> bool {
        let ends = |ending: &&str| token.word.len() > ending.len() + 2 && token.word.ends_with(*ending);
        // `dès` and `des` fold alike.
        let is_article = token.word == "des" && !token.text.contains(['è', 'È']);
        !is_article && Self::begins(&self.leading, token) || self.leading_endings.iter().any(ends)
    }
}
