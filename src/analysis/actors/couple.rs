//! Couples: two persons of one surname that is written once, behind the second given name: `Jean and Jeanne Doe`, `Jean et Jeanne Doe`.
//!
//! Called by `scan` for each name in full and each surname; the second is told there, the first here.

use crate::analysis::actors::forms::{Forms, Worth};
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::part::parts;
use crate::model::actor::ActorIx;

/// The one among the bearers of the surname with the number `surname` who is called by the word with the number `given`.
pub fn bearer(forms: &Forms, surname: u32, given: u32) -> Option<ActorIx> {
    let (pattern, _) = forms.longest(&[surname])?;
    let borne = forms.of_pattern(pattern).iter().filter(|form| matches!(form.worth, Worth::Surname(_)));
    let mut called = borne.map(|form| form.actor).filter(|actor| forms.is_given(*actor, given));
    let first = called.next()?;
    called.all(|other| other == first).then_some(first)
}

/// Whether nothing but "and" stands between a given name and the name behind it, or that and another given name.
pub fn is_joined(between: &str) -> bool {
    /// Bytes of two words; the name before is mostly sentences away.
    const SHORT: usize = 48;
    if between.len() > SHORT || !between.chars().all(|c| c.is_alphanumeric() || c.is_whitespace()) {
        return false;
    }
    match parts(between).as_slice() {
        [and] => and.class.is(Tells::Join),
        [and, given] => and.class.is(Tells::Join) && given.is_written() && given.class.is(Tells::Given),
        _ => false,
    }
}
