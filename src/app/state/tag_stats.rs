//! What has been used in notes so far, to be offered again: tags and colours, each with how many notes have it, the most used first.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::annotation::Annotation;
use crate::notes::state::Notes;
use crate::text::fold::fold;

/// Words with how often they are used, the most used first.
pub type Counted = Vec<(Box<str>, usize)>;

/// What has been used in notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagStats {
    /// The tags, without their sign.
    pub tags: Counted,
    /// The names of colours.
    pub colors: Counted,
}

impl TagStats {
    /// What is used in `notes`.
    #[must_use]
    pub fn of(notes: &Notes) -> Self {
        let (mut tags, mut colors): (HashMap<&str, usize>, HashMap<&str, usize>) = Default::default();
        for (color, note) in notes.said() {
            if let Some(color) = color {
                *colors.entry(color).or_default() += 1;
            }
            for tag in Annotation::tags_in(note) {
                *tags.entry(tag).or_default() += 1;
            }
        }
        Self { tags: ranked(tags), colors: ranked(colors) }
    }

    /// The tags that begin like `typed`, whatever its case and accents, at most `most`.
    #[must_use]
    pub fn tags_from(&self, typed: &str, most: usize) -> Counted {
        let typed = fold(typed);
        self.tags.iter().filter(|(tag, _)| fold(tag).starts_with(&typed)).take(most).cloned().collect()
    }
}

fn ranked(counts: HashMap<&str, usize>) -> Counted {
    let mut counted: Counted = counts.into_iter().map(|(word, count)| (word.into(), count)).collect();
    counted.sort_by(|(a, of_a), (b, of_b)| Reverse(of_a).cmp(&Reverse(of_b)).then_with(|| a.cmp(b)));
    counted
}
