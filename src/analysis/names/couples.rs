//! Couples: two words that "and" joins before the legal form of a company, `Tamra and Vorland Plc`: one company, or two of which the second
//! has its form.
//!
//! An article tells by itself where it names neither word without the other, several times; else the whole archive does (`merge`).
//! Called by `candidate` once for an article, and asked by `chunk` at each word with a capital.

use std::num::NonZeroU32;

use crate::analysis::dates::tokens::{Gap, Token, TokenClass, Tokens};
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::part::{Part, parts};
use crate::analysis::names::spelling_forms::is_legal_form;
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::words::{NumberSet, Numbered, hash_token};
use crate::model::candidate::Feature;

/// Two words that "and" joins.
#[derive(Clone, Copy, Debug)]
struct Couple {
    words: [NonZeroU32; 2],
    /// Whether the article names them together alone.
    sure: bool,
}

/// The couples of one article.
#[derive(Debug, Default)]
pub(crate) struct Couples(Vec<Couple>);

impl Couples {
    /// Those of a text that was read into `tokens`.
    pub(crate) fn of(text: &str, tokens: &Tokens) -> Self {
        let mut found: Vec<Couple> = Vec::new();
        for (_, part) in tokens.parts() {
            for (at, _) in part.windows(4).enumerate() {
                let couple = couple(text, part, at).filter(|_| is_before_form(text, part, at + 3));
                if let Some(words) = couple.filter(|words| found.iter().all(|couple| couple.words != *words)) {
                    found.push(Couple { words, sure: false });
                }
            }
        }
        for one in &mut found {
            one.sure = is_together(text, tokens, one.words);
        }
        Self(found)
    }

    /// Whether a couple begins at the token at `at`, and whether the article names it as one alone.
    pub(crate) fn at(&self, text: &str, tokens: &[Token], at: usize) -> Option<bool> {
        if self.0.is_empty() {
            return None;
        }
        let words = couple(text, tokens, at)?;
        self.0.iter().find(|couple| couple.words == words).map(|couple| couple.sure)
    }
}

/// The two words with a capital at `at` and behind the "and" that follows it.
fn couple(text: &str, tokens: &[Token], at: usize) -> Option<[NonZeroU32; 2]> {
    let [one, and, other] = tokens.get(at..at + 3)? else { return None };
    let word = |token: &Token| matches!(token.kind, TokenClass::Word(_));
    let apart = and.gap == Gap::Space && other.gap == Gap::Space;
    if !(one.capital && other.capital && !and.capital && word(one) && word(other) && word(and) && apart) {
        return None;
    }
    // `New Tamra and Vorland Plc`, `Doe, Tamra and Vorland Plc`, `Jas. Tamra and Vorland Plc` are longer.
    let before = |back: usize| at.checked_sub(back).and_then(|before| tokens.get(before));
    let short = |token: &Token| token.capital && token.span.len() < 5;
    let alone = before(1).is_none_or(|last| match last.kind {
        TokenClass::Mark(',') => false,
        TokenClass::Mark('.') => !before(2).is_some_and(short),
        _ => !(last.capital && one.gap == Gap::Space),
    });
    let class = |token: &Token| NameLexicon::get().class(hash_token(text, token));
    let open = |token: &Token| class(token).is_open() && !class(token).is(Tells::Given);
    (alone && class(and).is(Tells::Join) && open(one) && open(other)).then_some([one.hash?, other.hash?])
}

/// Whether the legal form of a company stands at `at`, or behind one more word with a capital.
fn is_before_form(text: &str, tokens: &[Token], at: usize) -> bool {
    let form =
        |token: &Token| token.capital && token.gap == Gap::Space && parts(token.span.of(text)).first().is_some_and(is_legal_form);
    let function = |token: &Token| NameLexicon::get().class(hash_token(text, token)).is(Tells::Function);
    let more =
        |token: &Token| token.capital && token.gap == Gap::Space && matches!(token.kind, TokenClass::Word(_)) && !function(token);
    tokens.get(at).is_some_and(|next| form(next) || more(next) && tokens.get(at + 1).is_some_and(form))
}

/// Whether the article has the two words several times, and neither without the other.
fn is_together(text: &str, tokens: &Tokens, words: [NonZeroU32; 2]) -> bool {
    let (mut both, mut each) = (0, [0, 0]);
    for (_, part) in tokens.parts() {
        for (at, token) in part.iter().enumerate().filter(|(_, token)| token.capital) {
            for (count, word) in each.iter_mut().zip(words) {
                *count += usize::from(token.hash == Some(word));
            }
            both += usize::from(token.hash == Some(words[0]) && couple(text, part, at) == Some(words));
        }
    }
    both > 1 && each == [both, both]
}

/// What the archive shows of names that are couples: the names of those that are two, and of the halves of those that are one.
pub(crate) fn false_names(tallies: &[&Tally]) -> NumberSet {
    let by_name: Numbered<u32> = tallies.iter().map(|tally| (tally.name, tally.articles)).collect();
    let articles = |words: &[Part<'_>]| {
        let numbers: Vec<u32> = words.iter().map(|word| word.hash).collect();
        let name = NameLexicon::get().name(&numbers);
        (name, by_name.get(&name).copied().unwrap_or_default())
    };
    let mut out = NumberSet::default();
    for tally in tallies {
        let words = parts(&tally.spelling);
        let [first, and, rest @ ..] = words.as_slice() else { continue };
        if !(and.class.is(Tells::Join) && !and.is_written() && rest.last().is_some_and(is_legal_form)) {
            continue;
        }
        let halves = [articles(&[*first]), articles(rest)];
        // Seen once, beside its halves, it is as likely two.
        let one = halves.iter().all(|(_, alone)| *alone <= tally.articles && (*alone == 0 || tally.articles > 1));
        if one {
            out.extend(halves.map(|(name, _)| name));
        } else if tally.sign(Feature::Article) == 0 {
            out.insert(tally.name);
        }
    }
    out
}
