//! The kind that the head of a group's name tells: which of its words is the head, in French and in English, and whose forces, armies and
//! agencies are meant.
//!
//! Called by `classify`.

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::part::Part;
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::spelling_forms::is_legal_form;
use crate::model::actor::ActorKind;

/// The kind that the head of a name tells; `inner` is that of the word before `of`.
pub(super) fn head_of(words: &[Part], (first, last): (&Part, &Part), inner: u8) -> u8 {
    // `Tamra News Agency`.
    let media = number(ActorKind::Media);
    if rule_words().agency_heads.has(last.text) && words.iter().rev().nth(1).is_some_and(|word| word.class.head() == media) {
        return media;
    }
    // `Financial Times`: the head of an English name stands last.
    let company = first.class.head() == number(ActorKind::Organisation) && inner == 0;
    if is_legal_form(last) {
        return number(ActorKind::Organisation);
    }
    let rebels = |word: &Part| rule_words().freedom.has_in_any_case(word.text);
    let army = |word: &Part| rule_words().armies.has(&word.text.to_lowercase());
    // A people's army is that of a state.
    if words.iter().any(army) && words.iter().any(rebels) && !rule_words().owners.has(first.text) {
        return number(ActorKind::ArmedGroup);
    }
    // `Agence Tamra-Presse`.
    if rule_words().agency_heads_french.has(first.text) && words.iter().skip(1).any(|word| word.class.head() == media) {
        return media;
    }
    // `Tamra Defense Forces`, `Tamra Air Force`.
    let of_state = |word: &Part| word.class.is(Tells::Portfolio) || rule_words().armed.has_in_any_case(word.text);
    let forces = rule_words().forces.has(last.text) && words.iter().any(of_state) && !words.iter().any(rebels);
    if forces || words.len() > 1 && rule_words().force.has(last.text) {
        return number(ActorKind::Institution);
    }
    // `Forces tamriennes` are those of a state.
    if rule_words().forces.has(first.text) && last.class.is(Tells::People) {
        return number(ActorKind::Institution);
    }
    let heads = if company { [last.class.head(), first.class.head(), 0] } else { [first.class.head(), inner, last.class.head()] };
    heads.into_iter().find(|head| *head > 0).unwrap_or_default()
}
