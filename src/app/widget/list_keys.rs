//! What keys mean in every line of text, beside typing: which leave it, which move in the list below it.

use crate::app::keys::key::{KeyCode, KeyPress};
use crate::app::widget::navigation::Motion;

/// Whether `key` leaves a line, a picker or a page.
#[must_use]
pub fn is_leave(key: KeyPress) -> bool {
    key.code == KeyCode::Esc || (key.ctrl && matches!(key.code, KeyCode::Char('c' | 'g')))
}

/// Movement in a list under a field of text, where letters are typed.
#[must_use]
pub fn list_motion(key: KeyPress) -> Option<Motion> {
    match key.code {
        KeyCode::Up => Some(Motion::Rows(-1)),
        KeyCode::Down => Some(Motion::Rows(1)),
        KeyCode::PageUp => Some(Motion::HalfPages(-2)),
        KeyCode::PageDown => Some(Motion::HalfPages(2)),
        KeyCode::Char('p' | 'k') if key.ctrl => Some(Motion::Rows(-1)),
        KeyCode::Char('n' | 'j') if key.ctrl => Some(Motion::Rows(1)),
        _ => None,
    }
}
