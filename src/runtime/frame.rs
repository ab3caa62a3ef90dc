//! The stage: the state and the terminal it is drawn on. It fits and draws; the loop of `room` decides when.

use std::io;
use std::mem;

use ratatui::layout::Rect;

use crate::app::state::State;
use crate::runtime::terminal;
use crate::runtime::terminal::Screen;
use crate::ui::regions::Regions;
use crate::ui::screen::draw;
use crate::ui::theme::{Ground, Theme};

/// The state and what it is drawn on.
pub struct Frame {
    /// The state of the reading room.
    pub state: State,
    /// The parts of the screen it was fitted to last.
    pub regions: Regions,
    theme: Theme,
    screen: Screen,
    uneven: Vec<(usize, String)>,
}

impl Frame {
    /// A stage on which nothing has been drawn.
    #[must_use]
    pub fn new(state: State, theme: Theme, screen: Screen) -> Self {
        Self { state, regions: Regions::default(), theme, screen, uneven: Vec::new() }
    }

    /// Takes the colours for a ground that is known now.
    pub(crate) fn stand_on(&mut self, ground: Ground) {
        self.theme = self.theme.on(ground);
    }

    /// Fits the state to the size the terminal has now.
    ///
    /// # Errors
    /// When the terminal does not tell its size.
    pub fn fit(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        self.regions = Regions::new(Rect::new(0, 0, size.width, size.height), &self.state);
        self.state.fit(&self.regions.viewport());
        Ok(())
    }

    /// Fits and draws.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self) -> io::Result<()> {
        self.screen.autoresize()?;
        self.fit()?;
        let uneven = self.draw_frame()?;
        // A terminal that takes more cells for such text than it has leaves a part of it behind when it goes.
        if uneven != self.uneven && !mem::replace(&mut self.uneven, uneven).is_empty() {
            self.clear()?;
            self.draw_frame()?;
        }
        Ok(())
    }

    /// Clears the screen, so that the next drawing writes all of it.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn clear(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        // ratatui's `clear` would ask the terminal where the cursor is, and the thread that reads it would take the answer.
        self.screen.resize(Rect::new(0, 0, size.width, size.height))
    }

    /// Draws once, and tells where text stands that terminals do not agree about.
    fn draw_frame(&mut self) -> io::Result<Vec<(usize, String)>> {
        let Self { state, theme, screen, regions, .. } = self;
        let theme = state.theme.map_or(*theme, |picked| theme.picked(picked));
        let frame = screen.draw(|frame| draw(frame, state, &theme, regions))?;
        Ok(terminal::uneven(frame.buffer))
    }
}
