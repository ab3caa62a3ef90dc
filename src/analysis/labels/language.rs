//! What a language brings to the rules of labels: lists of folded words, and nothing else.

use crate::analysis::labels::bond_list::Bonds;
use crate::analysis::labels::cues::{Cue, Cues};
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
    /// Prepositions behind which no finite verb stands.
    pub prepositions: WordSet,
    /// Endings of finite verbs.
    pub finite_endings: &'static [&'static str],
    /// Words that end so and are none.
    pub not_finite: WordSet,
    /// Endings of infinitives, and of gerunds, that wait for their object.
    pub infinitive_endings: &'static [&'static str],
    pub gerund_endings: &'static [&'static str],
    /// Words that end like a plural and are none.
    pub singular: WordSet,
    /// Auxiliaries that a participle completes without its object.
    pub having: WordSet,
    /// Verbs of saying, as they stand in an attribution.
    pub said: WordSet,
    /// Words before which a sentence may end.
    pub cuts: WordSet,
    /// Pronouns that are subjects, and conjunctions before them that are prepositions elsewhere.
    pub nominative: WordSet,
    pub before_nominative: WordSet,
    /// Conjunctions that need no verb: `if needed`.
    pub bare: WordSet,
    /// Words before which, or behind which, `que` compares or limits.
    pub comparing: WordSet,
    /// Words that say to what degree: `as poor and hungry as`.
    pub degrees: WordSet,
    /// Subjects that point to what the main clause names, so that a clause of theirs may take it back.
    pub taking_back: WordSet,
    /// Verbs that no object completes.
    pub copulas: WordSet,
    /// Words that measure an amount.
    pub measures: WordSet,
    /// Words that say which place something has among others.
    pub ranks: WordSet,
    /// Words that end like one and are none.
    pub no_ranks: WordSet,
    /// What says among which.
    pub among: WordSet,
    /// Words that say of how many of all something is so.
    pub quantities: WordSet,
    /// What begins a cause, a purpose or a concession, which only adds.
    pub adding: WordSet,
    /// Prepositions that say where, before a name.
    pub places: WordSet,
    /// Words that no line ends with.
    pub open: WordSet,
    /// Participles that wait for what they are done to: `soumis | à`.
    pub awaiting: WordSet,
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
    /// Pronouns that are objects before a verb, and articles elsewhere.
    pub objects: WordSet,
    /// What an object begins with.
    pub objects_open: WordSet,
    /// What the complement of a verb begins with that is no object.
    pub directed: WordSet,
    /// Conjunctions and pronouns each of which brings a clause with a verb of its own.
    pub subordinating: WordSet,
    /// The words of each class that a rule asks for.
    pub cues: Cues,
    /// Words with the preposition that they need right behind them: `market for`.
    pub bonds: Bonds,
    /// Verbs that an amount completes.
    pub measuring: WordSet,
    /// Verbs behind which an infinitive says what somebody is asked, told or kept to do.
    pub asking: WordSet,
    /// Verbs with the preposition that completes what they do behind their object: `ban … from`.
    pub completed: Bonds,
    /// Numbers in words.
    pub numbers: WordSet,
    /// Words at the end of the name of a firm.
    pub firm_ends: WordSet,
    /// Pronouns and determiners, anywhere in a sentence, that point to what another names.
    pub referring: WordSet,
    /// Words that join two sentences to one.
    pub joining: WordSet,
    /// Words that say nothing of what a text is about.
    pub small: WordSet,
    /// Words before `'s` that make a verb of it.
    pub contracting: WordSet,
    /// Participles that do not end as such.
    pub participles: WordSet,
    /// Participles that stand behind their noun wherever a preposition follows.
    pub reduced: WordSet,
    /// What says by whom, behind a participle.
    pub by: WordSet,
    /// Verbs that only carry others.
    pub auxiliaries: WordSet,
    /// Words that begin another clause.
    pub parts: WordSet,
    /// Relative pronouns.
    pub relatives: WordSet,
    /// Adverbs that lead only where no verb goes with them.
    pub adverbs: WordSet,
    /// Adverbs that a line does without.
    pub fillers: WordSet,
    /// Words that say when, by the day on which it is told.
    pub times: WordSet,
    /// Words that count something by a time: `the first time this year`.
    pub counting: WordSet,
    /// Verbs behind which `that` says nothing.
    pub saying_that: WordSet,
    /// Words for what somebody is, before a name.
    pub titles: WordSet,
    /// Words before such a one that go with it.
    pub before_titles: WordSet,
    /// Endings of words for what somebody is, and words that end so and are none.
    pub role_endings: &'static [&'static str],
    pub no_roles: WordSet,
    /// Words for what a firm is, before its name.
    pub firms: WordSet,
    /// Whom reports name as their source without a name.
    pub sources: WordSet,
    /// Determiners and pronouns that an object begins with.
    pub determiners: WordSet,
    /// Words for who speaks or writes.
    pub speaker: WordSet,
    /// Nouns for what a sentence before has told of.
    pub known: WordSet,
    /// Participles of saying that do not end in `é`.
    pub told: WordSet,
    /// Two words, joined by `_`, that no line ends with.
    pub unions: WordSet,
    /// Words that deny.
    pub denials: WordSet,
    /// Verbs for several.
    pub plural: WordSet,
    /// Whether forms are alike, so that participles are told from verbs by their place, and a verb no list holds by its ending.
    pub guesses: bool,
    /// Whether who says so stands behind the verb: `précise le maire`.
    pub inverts: bool,
    /// Verbs that a bare infinitive completes.
    pub modals: WordSet,
    /// Words for a stretch of time.
    pub spells: WordSet,
    /// Verbs that an infinitive completes.
    pub going: WordSet,
    /// What begins that which is said.
    pub that: WordSet,
    /// Words behind a time that it goes with: `last week`, `this morning`.
    pub spans: WordSet,
    /// Words before such a one.
    pub which: WordSet,
    /// What adverbial clauses begin with that a line ends before as soon as it says something.
    pub early: WordSet,
}

impl LabelLanguage {
    /// Whether `word` is of the class that a rule asks for.
    pub fn is(&self, cue: Cue, word: &str) -> bool {
        self.cues.has(cue, word)
    }

    /// Whether `token` is a finite verb outside quotation marks.
    pub fn is_finite(&self, token: &LabelToken<'_>) -> bool {
        self.is_surely_finite(token) || self.may_be_finite(token) && !token.relative
    }

    /// Whether `token` is a finite verb, that of a relative clause included.
    pub fn is_verb(&self, token: &LabelToken<'_>) -> bool {
        self.is_finite(token) || token.relative
    }

    /// Whether `token` is a form that is always a finite verb.
    pub fn is_surely_finite(&self, token: &LabelToken<'_>) -> bool {
        // Asked of each word many times, so what is told at once comes first.
        if token.relative || token.quoted || token.is_noun || token.is_capital() {
            return false;
        }
        let (word, tail) = (token.word.as_str(), token.tail());
        let known = self.finite.has(word) || tail.len() < word.len() && self.finite.has(tail);
        // `à l'est de la ville`.
        let is_east = word == "l'est";
        if !(known && !is_east || token.contracts || self.inverts && is_reflexive(token)) {
            return false;
        }
        // `à` and `fermé` fold like `a` and `ferme`, and are none.
        let written = token.text.trim_end_matches(|c: char| !c.is_alphanumeric());
        !token.text.contains(['à', 'À']) && !written.ends_with(['é', 'É']) && !self.not_finite.has(tail)
    }

    /// Whether `token` ends like a finite verb; it may be a participle.
    pub fn may_be_finite(&self, token: &LabelToken<'_>) -> bool {
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
            // `L'une porte une robe`: a pronoun.
            let told = before.is_some_and(|before| {
                let alone = self.is(Cue::OneOther, &before.word);
                !alone
                    && (self.prepositions.has(&before.word)
                        || self.before_nouns.has(&before.word)
                        || self.before_nouns.has(before.tail()))
            });
            // `said calls by two ships`: no verb stands behind one of saying.
            let told = told || self.guesses && before.is_some_and(|before| self.saying_that.has(&before.word));
            // `150 abandoned lots`.
            let counted = before.is_some_and(|before| before.word.bytes().all(|byte| byte.is_ascii_digit()));
            let opens = before.is_some_and(|before| self.is(Cue::BeforeVerb, &before.word));
            let Some(token) = words.get_mut(at) else { continue };
            let elided = token.word.contains('\'') && self.before_nouns.has(token.head());
            let may_be = self.nouns.has(token.tail())
                || told && self.finite_endings.iter().any(|ending| *ending == "ed" && token.word.ends_with(ending))
                || counted && self.finite_endings.contains(&"ed");
            let infinitive = opens && self.is(Cue::Infinitive, &token.word);
            token.is_noun = infinitive || may_be && (told || elided || counted && token.word.ends_with("ed"));
        }
    }

    /// Whether `token` says what somebody or a firm is.
    pub fn names_role(&self, token: &LabelToken<'_>) -> bool {
        let word = token.tail();
        let ends = |ending: &&str| word.len() > ending.len() + 1 && word.ends_with(*ending);
        self.titles.has(word) || self.firms.has(word) || self.role_endings.iter().any(ends) && !self.no_roles.has(word)
    }

    /// Whether one of `words` is `token`, or what stands before its apostrophe.
    pub fn begins(words: &WordSet, token: &LabelToken<'_>) -> bool {
        words.has(&token.word) || words.has(token.head())
    }

    /// Whether `token` is an adverb, which may begin the main clause as well.
    pub fn is_adverb(&self, token: &LabelToken<'_>) -> bool {
        Self::begins(&self.adverbs, token) || ["ly", "ment"].iter().any(|ending| token.word.ends_with(ending))
    }

    /// Whether `token` begins an adverbial or a participle before the main clause.
    pub fn leads(&self, token: &LabelToken<'_>) -> bool {
        // `a` is a verb, and `à` folds alike.
        if token.quoted || self.is_surely_finite(token) {
            return false;
        }
        let ends = |ending: &&str| token.word.len() > ending.len() + 2 && token.word.ends_with(*ending);
        // `Fast-rising`: an adjective.
        let is_compound = token.word.contains('-') && token.word.ends_with("ing");
        // `dès` and `des` fold alike.
        let is_article = token.word == "des" && !token.text.contains(['è', 'È']);
        // `D'autres pensent que`: no adverbial.
        let is_others = self.is(Cue::Others, &token.word);
        !is_article && !is_others && Self::begins(&self.leading, token) || !is_compound && self.leading_endings.iter().any(ends)
    }
}

/// `s'apprête`: whether a French word is a verb with its pronoun, and neither an infinitive nor a participle.
fn is_reflexive(token: &LabelToken<'_>) -> bool {
    let tail = token.tail();
    let ends = |ending: &&str| tail.ends_with(*ending);
    token.head() == "s'"
        && tail.len() > 3
        && tail.bytes().all(|byte| byte.is_ascii_lowercase())
        && !["er", "ir", "re", "ant", "ils", "ait", "aient"].iter().any(ends)
}
