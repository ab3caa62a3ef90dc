//! What is said of a panic: it may hold words of an article or of a name, so it is cleaned like all that goes out.
//!
//! The command line tells every one; the reading room only those that end it, after giving the terminal back.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{Write as _, stderr};
use std::panic::{self, PanicHookInfo};

use crate::text::terminal_safe::TerminalSafe;
use crate::tr;

/// Makes every panic from now on be told on stderr, cleaned.
pub(crate) fn tell_cleaned() {
    panic::set_hook(Box::new(tell));
}

/// Tells a panic on stderr; where that is closed there is no one to tell.
pub(crate) fn tell(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let words = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let trace = Backtrace::capture();
    let trace = if trace.status() == BacktraceStatus::Captured { format!("\n{trace}") } else { String::new() };
    let text = report(words.unwrap_or_default(), &place) + &trace;
    let _gone = writeln!(stderr(), "liseuse: {}", TerminalSafe::text(&text));
}

fn report(words: &str, place: &str) -> String {
    let fault = tr!("a fault of the program");
    TerminalSafe::text(&format!("{fault} ({place}): {words}")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::report;

    #[test]
    fn words_of_a_panic_command_no_terminal() {
        assert_eq!(
            report("no place in \u{1b}[31mX\u{9b}\u{202e}Y", "a.rs:1:2"),
            "a fault of the program (a.rs:1:2): no place in �[31mX�Y"
        );
    }
}
