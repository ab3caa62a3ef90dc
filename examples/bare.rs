//! A bare ratatui program that draws one line and waits for a key: the floor that the reading room's first frame is measured
//! against (see `docs/performance.md`).

use std::io;

use crossterm::event::{Event, read};

fn main() -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    terminal.draw(|frame| frame.render_widget("one line", frame.area()))?;
    while !matches!(read()?, Event::Key(_)) {}
    ratatui::try_restore()
}
