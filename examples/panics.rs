//! Takes the terminal as the reading room does, and panics: `tests/pty` looks that the terminal is given back.

use liseuse::runtime::terminal::{guard_against_panics, take};

fn main() -> std::io::Result<()> {
    guard_against_panics();
    let mut screen = take()?;
    screen.draw(|frame| frame.render_widget("a reading room", frame.area()))?;
    let nothing: Option<u8> = screen.size()?.width.checked_sub(u16::MAX).map(|_| 0);
    assert!(nothing.is_some(), "on purpose");
    Ok(())
}
