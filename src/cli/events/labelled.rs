//! The labels of events: a line like a headline for each, of its sentence, or the headline of an article published then.

use crate::analysis::labels::{EventLabel, LabelOrigin, compressed};
use crate::cli::table::one_line;
use crate::model::segment::ArticleRef;
use crate::query::timeline::TimelineEntry;

/// The label of `entry`, which `article` tells.
pub fn label(entry: &TimelineEntry, article: ArticleRef<'_>) -> EventLabel {
    let text = one_line(entry.text(article));
    match entry.timex {
        Some(_) => EventLabel { text: compressed(&text, article.lang()), from: LabelOrigin::Sentence },
        None => EventLabel { text, from: LabelOrigin::Headline },
    }
}
