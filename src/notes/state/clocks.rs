//! Clocks: whether one of the devices that wrote the notes has a clock that is ahead.
//!
//! Nothing is ordered by these times and nothing is refused for them: the state is told by identifiers ([`crate::notes::id_gen`]). But a
//! person who sees notes of the year 2099 should hear why.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::Timestamp;

use crate::tr;

/// Clocks may differ by so much before a word is said, in milliseconds: a day, which no zone of time explains.
const APART: u64 = 24 * 60 * 60 * 1000;

/// Milliseconds since 1970 UTC; 0 on a clock that is set before.
#[must_use]
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// The latest time that any action tells, and the device it was done on.
#[derive(Clone, Debug, Default)]
pub struct Clocks {
    latest: u64,
    device: String,
}

impl Clocks {
    /// Takes note that `device` did something at `time`, in milliseconds since 1970.
    pub fn see(&mut self, device: &str, time: u64) {
        if time > self.latest {
            self.latest = time;
            if self.device != device {
                device.clone_into(&mut self.device);
            }
        }
    }

    /// What is to be said of a clock that is ahead of `now`; `None` when none is.
    #[must_use]
    pub fn ahead(&self, now: u64) -> Option<String> {
        if self.latest <= now.saturating_add(APART) {
            return None;
        }
        let time = i64::try_from(self.latest).ok().and_then(|time| Timestamp::from_millisecond(time).ok());
        let day = time.map_or_else(|| tr!("the far future").to_owned(), |time| time.strftime("%Y-%m-%d").to_string());
        Some(tr!(
            "the clock of {device} is ahead, or the one here behind: it dated a change {day}; all changes keep their order, and each is dated by its own clock",
            device = self.device,
            day
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::Clocks;

    #[test]
    fn a_clock_that_is_ahead_is_told_with_its_device() {
        let mut clocks = Clocks::default();
        clocks.see("laptop", 1_600_000_000_000);
        assert_eq!(clocks.ahead(1_600_000_000_000), None);
        clocks.see("desk", 4_102_444_800_000);
        clocks.see("laptop", 1_600_000_001_000);
        let told = clocks.ahead(1_600_000_000_000).unwrap();
        assert!(told.contains("desk") && told.contains("2100-01-01"), "{told}");
        clocks.see("desk", u64::MAX);
        assert!(clocks.ahead(0).unwrap().contains("far future"));
    }
}
