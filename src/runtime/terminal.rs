//! The terminal: taken on entering, given back on leaving, whatever the reason for leaving is.

use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::panic;
use std::thread;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;

use crate::runtime::{guardian, panic_report};
use crate::text::grapheme::width;

/// A terminal that one frame is written to in one go.
pub type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Bytes gathered before they are written: a whole frame of a large terminal fits.
const FRAME_BYTES: usize = 1 << 16;

/// Takes the terminal: raw mode, the other screen, the mouse, and pasted text as such.
///
/// # Errors
/// When the terminal refuses.
pub fn take() -> io::Result<Screen> {
    enter()?;
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, stdout()))).inspect_err(|_| give_back())
}

/// Takes the terminal again after [`give_back`].
///
/// # Errors
/// When the terminal refuses.
pub fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    guardian::set_taken(true);
    execute!(stdout(), EnterAlternateScreen, EnableMouseCapture, EnableBracketedPaste)
}

/// Gives the terminal back as it was. It is called on every way out, also when the terminal is gone, so nothing can be reported.
pub fn give_back() {
    let mut out = stdout();
    let _gone = execute!(out, DisableBracketedPaste, DisableMouseCapture, LeaveAlternateScreen, Show);
    let _gone = disable_raw_mode();
    let _gone = out.flush();
    guardian::set_taken(false);
}

/// Makes a panic of this thread give the terminal back before it is reported; a panic of a worker is reported by the loop instead.
pub fn guard_against_panics() {
    let room = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == room {
            give_back();
            panic_report::tell(info);
        }
    }));
}

/// The cells of a frame whose text terminals measure differently, with that text: flags, families, other characters of several
/// parts. Some draw each part in cells of its own.
#[must_use]
pub fn uneven(frame: &Buffer) -> Vec<(usize, String)> {
    let is_uneven = |symbol: &str| symbol.len() > 4 && symbol.chars().nth(1).is_some() && width(symbol) > 1;
    let cells = frame.content.iter().enumerate().filter(|(_, cell)| is_uneven(cell.symbol()));
    cells.map(|(at, cell)| (at, cell.symbol().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::uneven;
    use ratatui::buffer::Buffer;

    #[test]
    fn only_characters_of_several_wide_parts_are_uneven() {
        let frame = Buffer::with_lines(["é 日本 e\u{301} 👍", "🇫🇷 👩‍👩‍👧 ❤️"]);
        let found: Vec<_> = uneven(&frame).into_iter().map(|(_, text)| text).collect();
        assert_eq!(found, ["🇫🇷", "👩‍👩‍👧", "❤️"]);
    }
}
