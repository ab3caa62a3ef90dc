//! The labels of events: a line like a headline for each, of its sentence, or the headline of an article published then.

use crate::analysis::labels::{EventLabel, LabelOrigin, event_label};
use crate::cli::table::one_line;
use crate::model::segment::ArticleRef;
use crate::query::timeline::TimelineEntry;

/// The label of `entry`, which `article` tells.
pub fn label(entry: &TimelineEntry, article: ArticleRef<'_>) -> EventLabel {
    match entry.timex {
        Some(timex) => event_label(article, timex),
        None => EventLabel { text: one_line(entry.text(article)), from: LabelOrigin::Headline },
    }
}
