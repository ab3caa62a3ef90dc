//! Offers of tags while a note is written: those used before that begin like the one before the cursor. They never stand in the way:
//! what is typed is typed, and a tag that is complete offers nothing.

use crate::app::state::tag_stats::{Counted, TagStats};
use crate::app::widget::text_edit::TextEdit;
use crate::model::annotation::Annotation;

/// Offers beyond these are found by typing a letter more.
const MOST: usize = 6;

/// The tags that are offered.
#[derive(Clone, Debug, Default)]
pub struct TagCompletion {
    /// The tags with how often they are used, the one that is taken first.
    pub tags: Counted,
    /// Where the tag begins whose offers were closed: the line, and the bytes before it.
    closed: Option<(usize, usize)>,
}

impl TagCompletion {
    /// Offers what the tag before the cursor of `field` may become.
    pub fn offer(&mut self, field: &TextEdit, used: &TagStats) {
        let Some((place, typed)) = tag_at(field) else {
            *self = Self::default();
            return;
        };
        self.closed.take_if(|closed| *closed != place);
        let is_whole = used.tags.iter().any(|(tag, _)| **tag == *typed);
        self.tags = if is_whole || self.closed.is_some() { Vec::new() } else { used.tags_from(typed, MOST) };
    }

    /// Marks the next offer.
    pub fn turn(&mut self) {
        if !self.tags.is_empty() {
            self.tags.rotate_left(1);
        }
    }

    /// Puts the marked tag into `field`; whether there was one.
    pub fn take(&mut self, field: &mut TextEdit) -> bool {
        let Some(typed) = tag_at(field).map(|(_, typed)| typed.chars().count()) else { return false };
        let Some((tag, _)) = self.tags.first().cloned() else { return false };
        field.complete(typed, &tag);
        self.tags.clear();
        true
    }

    /// Takes the offers away until another tag is begun; whether there were any.
    pub fn close(&mut self, field: &TextEdit) -> bool {
        self.closed = tag_at(field).map(|(place, _)| place);
        !std::mem::take(&mut self.tags).is_empty()
    }
}

/// The tag that ends at the cursor: where it begins, and what is typed of it behind its sign.
fn tag_at(field: &TextEdit) -> Option<((usize, usize), &str)> {
    let (row, before, behind) = field.around();
    let (head, typed) = before.rsplit_once('#')?;
    let begins = head.chars().next_back().is_none_or(char::is_whitespace);
    let ends = behind.chars().next().is_none_or(|sign| !Annotation::is_of_tag(sign));
    (begins && ends && typed.chars().all(Annotation::is_of_tag)).then_some(((row, head.len()), typed))
}

#[cfg(test)]
mod tests {
    use super::TagCompletion;
    use crate::app::state::tag_stats::TagStats;
    use crate::app::widget::text_edit::TextEdit;

    fn offered(text: &str) -> Vec<String> {
        let tags = [("source", 4), ("Soudan", 2), ("source/russe", 1), ("état", 1)];
        let used = TagStats { tags: tags.map(|(tag, count)| (tag.into(), count)).into(), ..TagStats::default() };
        let mut offers = TagCompletion::default();
        offers.offer(&TextEdit::new(text), &used);
        offers.tags.iter().map(|(tag, _)| tag.to_string()).collect()
    }

    #[test]
    fn a_tag_is_offered_where_one_is_being_written() {
        assert_eq!(offered("voir #so"), ["source", "Soudan", "source/russe"]);
        assert_eq!(offered("voir\n#É"), ["état"]);
        assert_eq!(offered("#"), ["source", "Soudan", "source/russe", "état"]);
        for text in ["", "so", "a#so", "# so", "#so.", "#source", "#zz"] {
            assert!(offered(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_one_taken_is_written_as_it_was_before() {
        let used = TagStats { tags: vec![("Soudan".into(), 2)], ..TagStats::default() };
        let (mut offers, mut field) = (TagCompletion::default(), TextEdit::new("voir #sou"));
        offers.offer(&field, &used);
        assert!(offers.take(&mut field));
        assert_eq!(field.text(), "voir #Soudan");
        offers.offer(&field, &used);
        assert!(!offers.take(&mut field) && !offers.close(&field));
    }
}
