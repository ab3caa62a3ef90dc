//! Kinds that those tell who are named with a group in small letters: `a Vorland anchor`, `journaliste à Vorland`, `les députés FLT`.
//!
//! Called by `signs`. The words are of the lexicon, by the kind of whom they are of.

use crate::analysis::names::chunk::Chunk;
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::spelling_forms::is_compound;
use crate::analysis::names::words::hash_token;
use crate::model::actor::ActorKind;
use crate::model::article::Lang;

impl Chunk<'_> {
    /// The kind of actor whom the word in small letters at `at` is of or with; 0 for none.
    pub(super) fn kind_beside(&self, at: usize) -> u8 {
        let small = self.tokens.get(at).filter(|token| !token.capital && self.is_word(at));
        small.map_or(0, |token| self.lexicon.kind_beside(hash_token(self.text, token), self.lang))
    }

    /// The kind that the words before the name at `head`, the last of them at `at`, tell of it; 0 for none.
    pub(super) fn kind_of_those_before(&self, at: usize, head: usize) -> u8 {
        let single = !self.is_capital(head + 1);
        let letters = self.is_capitals(&[head]);
        match self.lang {
            // `told CNN`: to whom one speaks by its letters is no person.
            Lang::En => {
                let written = self.tokens.get(head).map_or("", |token| token.span.of(self.text));
                let told = single && (letters || is_compound(written)) && self.is_one_of(at, &rule_words().told);
                if told { number(ActorKind::Media) } else { 0 }
            }
            Lang::Fr => self.kind_of_french_before(at, (head, single, letters)),
            _ => 0,
        }
    }

    /// `député FLT`, `candidat du FLT`: of letters alone, since towns and lands have their deputies too. `chercheurs de l'INT`, `journaliste à
    /// Vorland`, `les salariés de Vorland`: not where a person's name follows.
    fn kind_of_french_before(&self, at: usize, (head, single, letters): (usize, bool, bool)) -> u8 {
        let party = number(ActorKind::Party);
        if letters && single && self.kind_beside(at) == party {
            return party;
        }
        let Some(noun) = self.before_links(at) else { return 0 };
        // `déclaré à l'AFP`.
        let told = self.class(noun).is(Tells::Saying) && letters && single && self.is_whom(at);
        if told {
            return number(ActorKind::Media);
        }
        match self.kind_beside(noun) {
            kind if kind == party => {
                if letters && single {
                    kind
                } else {
                    0
                }
            }
            kind if kind == number(ActorKind::Institution) => {
                if single {
                    kind
                } else {
                    0
                }
            }
            kind => {
                if self.class(head).is(Tells::Given) && !single {
                    0
                } else {
                    kind
                }
            }
        }
    }

    /// Whether the small words that end at `at` say to whom: `à`, `au`, `à l'`.
    fn is_whom(&self, at: usize) -> bool {
        let with = |at: usize| self.is_one_of(at, &rule_words().at_whom);
        with(at) || self.word_before(at).is_some_and(with)
    }

    /// The word before the small words that end at `at` and link it to what follows: `de`, `de la`, `à`, `au`.
    fn before_links(&self, at: usize) -> Option<usize> {
        let (mut word, mut linked) = (at, false);
        for _ in 0..2 {
            let class = self.class(word);
            let with = self.is_one_of(word, &rule_words().at_whom);
            if self.is_capital(word) || !(with || class.is(Tells::Link) || class.is(Tells::Determiner)) {
                break;
            }
            linked |= with || class.is(Tells::Link);
            word = self.word_before(word)?;
        }
        linked.then_some(word)
    }
}
