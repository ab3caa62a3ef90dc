//! Messages: what the status line says, and what it has said. A message is gone with the next key, or another takes its place; here it
//! can be read again.
//!
//! Plain data; [`crate::app::state::State`] holds it, `ui::message` and a page show it.

use std::collections::VecDeque;

/// So many messages are kept; the oldest go first.
const KEPT: usize = 200;

/// A message in the status line, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// What happened and what to do; of several messages, each in a line of its own.
    pub text: String,
    /// Whether something went wrong.
    pub error: bool,
}

impl Status {
    /// Both messages, the later one below; one that is there already is not said twice.
    #[must_use]
    pub(crate) fn with(self, later: &Self) -> Self {
        let is_said = self.text.lines().any(|line| line == later.text);
        let text = if is_said { self.text } else { format!("{}\n{}", self.text, later.text) };
        Self { text, error: self.error || later.error }
    }
}

/// What the status line has said so far.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    said: VecDeque<Status>,
}

impl Messages {
    /// Keeps a message; the same one said again at once is kept once.
    pub(crate) fn keep(&mut self, status: &Status) {
        if self.said.back() == Some(status) {
            return;
        }
        if self.said.len() == KEPT {
            self.said.pop_front();
        }
        self.said.push_back(status.clone());
    }

    /// The messages, the newest first.
    pub(crate) fn newest_first(&self) -> impl Iterator<Item = &Status> {
        self.said.iter().rev()
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Messages, Status};

    #[test]
    fn the_oldest_go_first_and_what_is_said_twice_in_a_row_is_kept_once() {
        let mut messages = Messages::default();
        for at in 0..=KEPT {
            let status = Status { text: at.to_string(), error: false };
            messages.keep(&status);
            messages.keep(&status);
        }
        let kept: Vec<_> = messages.newest_first().map(|status| status.text.as_str()).collect();
        assert_eq!((kept.len(), kept[0], kept[KEPT - 1]), (KEPT, KEPT.to_string().as_str(), "1"));
    }
}
