//! What a group of rich text is in: where its words go, and how they are set.

/// What a group is in.
#[derive(Clone, Copy)]
pub(super) struct GroupState {
    pub(super) place: GroupPlace,
    /// What words would be here that are not silent.
    pub(super) around: GroupPlace,
    /// Whether a drawing is repeated here for programs that do not know it.
    pub(super) is_repeated: bool,
    /// How many bytes stand for a Unicode sign in programs that do not know it.
    pub(super) skip: usize,
    pub(super) bold: bool,
    /// The font by its number; `None` for that of the document.
    pub(super) font: Option<i64>,
}

/// What the words of a group are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GroupPlace {
    /// Words of the text.
    Text,
    /// Words at the head or the foot of the pages.
    Running,
    /// Words in a box.
    Box,
    /// Words of a note at the foot of a page or at the end.
    Note,
    /// Words of a comment in the margin.
    Comment,
    /// Words that a tracked change deleted.
    Deleted,
    /// Where a link leads.
    Link,
    /// No words.
    Silent,
}

impl GroupPlace {
    pub(super) fn is_silent(self) -> bool {
        matches!(self, Self::Link | Self::Silent)
    }
}

impl GroupState {
    /// What a document begins in.
    pub(super) const FIRST: Self =
        Self { place: GroupPlace::Text, around: GroupPlace::Text, is_repeated: false, skip: 1, bold: false, font: None };

    /// What follows is at `place`, unless all of it runs over the pages.
    pub(super) fn enter(&mut self, place: GroupPlace) {
        let place = if self.around == GroupPlace::Running { GroupPlace::Running } else { place };
        (self.place, self.around) = (place, place);
    }
}
