//! Ranges: the range of the histogram or of the timeline that is being selected with keys, the brush or the span, whichever is out.
//!
//! Only its own keys are taken while it is out; any other key puts it away and does what it always does.

use crate::app::effect::Effect;
use crate::app::filter::histogram_range;
use crate::app::filter::timeline_range;
use crate::app::state::State;

/// Keeps one end where it is, so that moving stretches the range; again, lets it go.
pub fn hold(state: &mut State) {
    if state.histogram.brush.is_some() {
        histogram_range::hold(state);
    } else {
        timeline_range::hold(state);
    }
}

/// Filters by the days of the range.
#[must_use]
pub fn accept(state: &mut State) -> Vec<Effect> {
    if state.histogram.brush.is_some() { histogram_range::accept(state) } else { timeline_range::accept(state) }
}

/// Puts the range away.
pub fn leave(state: &mut State) {
    (state.histogram.brush, state.timeline.span) = (None, None);
}
