//! Institutions in small letters: `le conseil constitutionnel`, `the supreme court`. They are known by name, from
//! `assets/discovery/small-names.txt`, since small letters tell nothing; each is the actor that its name with capitals is.
//!
//! Most articles have not all the words of any, which `SmallWords` tells; the text is gone through only where they have. Called by `candidate`.

use std::sync::LazyLock;

use crate::analysis::dates::tokens::{Gap, Token, TokenClass, Tokens};
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::NameLexicon;
use crate::analysis::names::small_words::SmallWords;
use crate::analysis::names::words::{hash_of, hash_token};
use crate::model::actor::ActorKind;
use crate::model::article::Lang;
use crate::model::candidate::{CandidateSpan, Feature, Signs};
use crate::text::span::Span;

/// A name in the language that has it, with the numbers of its words.
struct SmallName {
    lang: Lang,
    words: Vec<u32>,
    name: u32,
}

static NAMES: LazyLock<Vec<SmallName>> = LazyLock::new(|| {
    let mut lang = Lang::Fr;
    let mut names = Vec::new();
    for line in include_str!("../../../assets/discovery/small-names.txt").lines().filter(|line| !line.starts_with('#')) {
        if let Some(tag) = line.strip_prefix('[').and_then(|tag| tag.strip_suffix(']')) {
            lang = Lang::parse(tag);
            continue;
        }
        let words: Vec<u32> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(hash_of).collect();
        let name = NameLexicon::get().name(&words);
        names.push(SmallName { lang, words, name });
    }
    // The longest of those that begin alike wins.
    names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
    names
});

/// Adds the institutions that `text`, read into `tokens`, names in small letters; `small` are its words in such letters.
pub(crate) fn find(text: &str, tokens: &Tokens, small: &SmallWords, found: &mut Vec<CandidateSpan>) {
    let lang = tokens.lexicon().lang;
    let has =
        |name: &&SmallName| name.lang == lang && name.words.iter().all(|word| small.holds(std::num::NonZeroU32::new(*word)));
    let names: Vec<&SmallName> = NAMES.iter().filter(has).collect();
    if names.is_empty() {
        return;
    }
    for (_, part) in tokens.parts() {
        let words: Vec<&Token> = part.iter().filter(|token| matches!(token.kind, TokenClass::Word(_))).collect();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let met = names.iter().find(|name| is_at(text, rest, &name.words));
            if let Some((name, span)) = met.and_then(|name| Some((name, span_of(rest.get(..name.words.len())?)?))) {
                let institution = Signs::default().of_kind(number(ActorKind::Institution));
                let signs = institution.with(Feature::Article, true).with(Feature::Sure, true);
                found.push(CandidateSpan { name: name.name, span, signs, link: 0 });
            }
            at += met.map_or(1, |name| name.words.len());
        }
    }
}

/// Whether the first of `words` are these, each in small letters, in one paragraph.
fn is_at(text: &str, words: &[&Token], wanted: &[u32]) -> bool {
    let here = words.get(..wanted.len()).unwrap_or_default();
    here.len() == wanted.len()
        && here.iter().zip(wanted).enumerate().all(|(at, (token, word))| {
            !token.capital && hash_token(text, token) == *word && (at == 0 || token.gap != Gap::Paragraph)
        })
}

fn span_of(words: &[&Token]) -> Option<Span> {
    Some(Span { start: words.first()?.span.start, end: words.last()?.span.end })
}
