//! Identifiers: makes those that are unique over all devices and come after all that were seen, without a clock of its own.

use ulid::Ulid;

/// The last moment that an identifier may tell, in milliseconds since 1970: the beginning of the year 3000. No clock shows a later one,
/// so one that does comes from damage, and following it would leave no room for later ones at the end of a ULID's time.
pub const LATEST: u64 = 32_503_680_000_000;

/// Makes identifiers. Two pens with different salts never make the same.
///
/// An identifier never comes before one that was made or seen earlier, even when the clock was set back: actions are in the order
/// of their identifiers, and what a person does last must win. It is the hybrid logical clock of Kulkarni and others (2014),
/// with the milliseconds of a ULID as its time.
#[derive(Clone, Debug, Default)]
pub struct IdGenerator {
    salt: u64,
    made: u64,
    newest: Ulid,
    now: u64,
}

impl IdGenerator {
    /// A generator; `salt` is a random number.
    #[must_use]
    pub fn new(salt: u64) -> Self {
        Self { salt, ..Self::default() }
    }

    /// Tells the time: milliseconds since 1970 UTC.
    pub fn set_clock(&mut self, now: u64) {
        self.now = now;
    }

    /// The time that was told last.
    #[must_use]
    pub fn clock(&self) -> u64 {
        self.now
    }

    /// Takes note of an identifier that somebody made; one beyond [`LATEST`] is not followed.
    pub fn see(&mut self, id: Ulid) {
        if id.timestamp_ms() <= LATEST {
            self.newest = self.newest.max(id);
        }
    }

    /// A new identifier, after all that were seen.
    pub fn id(&mut self) -> Ulid {
        self.made += 1;
        let random = u128::from(mixed(self.salt ^ mixed(self.made))) << 64 | u128::from(mixed(self.salt.wrapping_add(self.made)));
        let at = self.now.min(LATEST).max(self.newest.timestamp_ms());
        let id = Ulid::from_parts(at, random);
        // Never the next number: another device that has seen the same would make it too.
        let id = if id > self.newest { id } else { Ulid::from_parts(at + 1, random) };
        self.newest = id;
        id
    }
}

/// The finalizer of `SplitMix64` (Steele, Lea and Flood, 2014).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use ulid::Ulid;

    use super::{IdGenerator, LATEST};

    #[test]
    fn identifiers_follow_each_other_even_when_the_clock_is_set_back() {
        let mut made = IdGenerator::new(7);
        made.set_clock(1_600_000_000_000);
        let mut ids = vec![made.id(), made.id()];
        made.set_clock(1_500_000_000_000);
        ids.push(made.id());
        made.see(Ulid::from_parts(1_700_000_000_000, u128::MAX));
        ids.push(made.id());
        assert!(ids.is_sorted());
        assert_eq!(ids.last().unwrap().timestamp_ms(), 1_700_000_000_001);
    }

    #[test]
    fn the_end_of_the_time_of_identifiers_is_never_reached() {
        let mut made = IdGenerator::new(7);
        made.set_clock(1_600_000_000_000);
        made.see(Ulid::from_parts((1 << 48) - 1, u128::MAX));
        assert_eq!(made.id().timestamp_ms(), 1_600_000_000_000);
        made.set_clock(u64::MAX);
        let ids: Vec<Ulid> = std::iter::repeat_with(|| made.id()).take(100).collect();
        assert!(ids.is_sorted() && ids[0].timestamp_ms() == LATEST);
    }

    #[test]
    fn generators_that_saw_the_same_make_different_identifiers() {
        let (mut one, mut other) = (IdGenerator::new(1), IdGenerator::new(2));
        let seen = Ulid::from_parts(1, 1);
        one.see(seen);
        other.see(seen);
        assert_ne!(one.id(), other.id());
    }
}
