//! The kinds of actors as words tell them, as small numbers that fit beside a candidate.

use crate::model::actor::ActorKind;

/// The kinds whose words are known, in the order of their numbers, from 1.
pub const KINDS: [ActorKind; 9] = [
    ActorKind::Person,
    ActorKind::ArmedGroup,
    ActorKind::Party,
    ActorKind::Institution,
    ActorKind::Media,
    ActorKind::Alliance,
    ActorKind::Organisation,
    ActorKind::Place,
    ActorKind::State,
];

/// The number that says that a name is borne by a thing: a drug, a ship, a film.
pub const THING: u8 = 10;

/// The number of `kind`; 0 for one that no word tells.
#[must_use]
pub fn number(kind: ActorKind) -> u8 {
    KINDS.iter().zip(1..).find(|(known, _)| **known == kind).map_or(0, |(_, number)| number)
}

/// The kind with this number.
#[must_use]
pub fn of(number: u8) -> Option<ActorKind> {
    KINDS.get(usize::from(number).checked_sub(1)?).copied()
}
