//! Pickers: a list over the panes, narrowed fuzzily as one types. Actors, months, outlets, languages, orders, commands.

use std::borrow::Cow;
use std::cmp::Reverse;

use ulid::Ulid;

use crate::analysis::actors::amendment::Amendment;
use crate::app::keys::command::{Command, Pane};
use crate::app::widget::exit_choice::ExitChoice;
use crate::app::widget::line_edit::LineEdit;
use crate::app::widget::navigation::Cursor;
use crate::app::widget::prompt::CorrectionTarget;
use crate::config::theme::ThemeChoice;
use crate::model::actor::ActorIx;
use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::notes::corrections::article_field::ArticleField;
use crate::notes::undo::Step;
use crate::query::matching::fuzzy::{FuzzyMatch, FuzzyPattern};
use crate::query::results::filter::Sorting;
use crate::query::selection::Facet;
use crate::text::span::Span;

/// What is picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PickerChoice {
    /// A facet to filter by.
    Facet(Facet),
    /// An order of the list; `None` lets the program choose.
    Order(Option<Sorting>),
    /// Colours of the screen, by their name; `None` for those of the configuration.
    Theme(&'static str, Option<ThemeChoice>),
    /// A saved query, by its name.
    Saved(String),
    /// A command to run.
    Command(Command),
    /// A way out of the room while something is not kept.
    Leave(ExitChoice),
    /// Whether an undoing or redoing goes over what another device has written since.
    Contested(Step, bool),
    /// A note that is put where one is.
    Attach(Ulid),
    /// What is known of an article that is not here under this key, and is put on the one at hand.
    AttachFacts(Box<ArticleKey>),
    /// A fact that is stated of articles, to be corrected.
    Correct(ArticleField, CorrectionTarget),
    /// A change to the list of actors.
    Amend(Amendment),
    /// A change to the list of actors that is asked about first.
    Confirm(Amendment),
    /// To leave all as it is.
    Nothing,
    /// Choose the case of this name; none for all.
    Case(Option<Box<str>>),
    /// Put the article at hand into the case of this name, or take it out.
    PutInto(Box<str>),
    /// Make a case.
    NewCase {
        /// Whether the article at hand is put into it.
        puts: bool,
    },
    /// An article to compare the one at hand with.
    Compare(ArticleIx),
    /// An article whose text the one at hand has.
    JoinCopy(ArticleIx),
    /// The articles of a story, to be put side by side.
    Sheet(Vec<ArticleIx>),
    /// A place of the open article.
    Place(Span),
    /// A spelling of an actor that is to name another one.
    SplitOff(ActorIx, Box<str>),
}

impl PickerChoice {
    /// Whether it does something where the pane `focus` has the focus: a command of another pane works there.
    #[must_use]
    pub(crate) fn works_in(&self, focus: Pane) -> bool {
        match self {
            Self::Command(command) => command.spec().is_some_and(|spec| spec.scope.holds(focus)),
            _ => true,
        }
    }
}

/// What a picker of facets offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetKind {
    /// Those who take part.
    Actor,
    /// Months of publication.
    Month,
    /// Papers, agencies and sites.
    Outlet,
    /// Languages.
    Language,
}

/// One thing that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickerItem {
    /// The text that is shown, and matched first.
    pub label: String,
    /// What else it may be asked for by, such as the other spellings of a name; the one that matched is shown beside the label.
    pub aliases: Vec<Box<str>>,
    /// Shown at the right: a count, or keys.
    pub note: String,
    /// What it stands for.
    pub choice: PickerChoice,
    /// Whether it is on.
    pub on: bool,
}

/// A picker.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The title on its frame.
    pub title: Cow<'static, str>,
    /// What has been typed.
    pub field: LineEdit,
    /// The cursor among the rows shown.
    pub cursor: Cursor,
    /// Of facets, which ones it offers, since their counts follow the list.
    pub facets: Option<FacetKind>,
    items: Vec<PickerItem>,
    rows: Vec<Row>,
}

/// A row of a picker.
#[derive(Clone, Debug)]
struct Row {
    item: usize,
    text: String,
    found: FuzzyMatch,
}

impl Picker {
    /// Whether it asks how the room is left while something is not kept.
    #[must_use]
    pub fn asks_to_leave(&self) -> bool {
        self.items.iter().any(|item| matches!(item.choice, PickerChoice::Leave(_)))
    }

    /// A picker of `items`, all of them shown.
    #[must_use]
    pub fn new(title: impl Into<Cow<'static, str>>, items: Vec<PickerItem>) -> Self {
        let title = title.into();
        let (field, cursor) = (LineEdit::default(), Cursor::default());
        let mut picker = Self { title, field, cursor, facets: None, items, rows: Vec::new() };
        picker.narrow();
        picker
    }

    /// Shows the items that match what has been typed, the best first.
    pub fn narrow(&mut self) {
        let pattern = FuzzyPattern::new(self.field.text());
        self.rows = self.items.iter().enumerate().filter_map(|(at, item)| row(at, item, &pattern)).collect();
        if !pattern.is_empty() {
            self.rows.sort_by_key(|row| (Reverse(row.found.score), row.item));
        }
        self.cursor = Cursor::default();
    }

    /// Offers `items` under `title` from now on. What was typed stays, and the cursor what it was on, where that is still there.
    pub fn renew(&mut self, title: Cow<'static, str>, items: Vec<PickerItem>) {
        let (on, at) = (self.current().cloned(), self.cursor);
        (self.title, self.items) = (title, items);
        self.narrow();
        let same = self.rows().position(|(item, ..)| Some(&item.choice) == on.as_ref());
        self.cursor = Cursor { at: same.unwrap_or(at.at).min(self.shown().saturating_sub(1)), ..at };
    }

    /// The items shown, each with its text and the matched characters in it.
    pub fn rows(&self) -> impl Iterator<Item = (&PickerItem, &str, &[Span])> {
        self.rows.iter().filter_map(|row| Some((self.items.get(row.item)?, row.text.as_str(), row.found.marks.as_slice())))
    }

    /// The number of items shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.rows.len()
    }

    /// The number of items there are, shown or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is nothing to pick.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// What the cursor is on.
    #[must_use]
    pub fn current(&self) -> Option<&PickerChoice> {
        let row = self.rows.get(self.cursor.at)?;
        self.items.get(row.item).map(|item| &item.choice)
    }
}

/// The row of `item` when its label or one of its aliases matches; a label goes before an alias.
fn row(at: usize, item: &PickerItem, pattern: &FuzzyPattern) -> Option<Row> {
    if let Some(found) = pattern.find(&item.label) {
        return Some(Row { item: at, text: item.label.clone(), found });
    }
    let matches = item.aliases.iter().filter_map(|alias| Some((alias, pattern.find(alias)?)));
    let (alias, mut found) = matches.max_by_key(|(_, found)| found.score)?;
    let lead = format!("{} · ", item.label);
    for mark in &mut found.marks {
        *mark = mark.shift(lead.len());
    }
    Some(Row { item: at, text: lead + alias, found })
}

#[cfg(test)]
mod tests {
    use super::{Picker, PickerChoice, PickerItem};
    use crate::query::language::ast::Direction::Natural;
    use crate::query::language::keyword::SortKey;

    #[test]
    fn an_empty_picker_has_nothing_to_pick() {
        let picker = Picker::new("Order", Vec::new());
        assert!(picker.is_empty() && picker.current().is_none());
    }

    #[test]
    fn another_spelling_finds_the_item_and_is_shown_beside_it() {
        let mut actor = item("Mustafa al-Kadhimi", SortKey::Date);
        actor.aliases = vec!["Moustafa Kazimi".into(), "al-Kazemi".into()];
        let mut picker = Picker::new("Actor", vec![actor, item("Iraq", SortKey::Title)]);
        picker.field.paste("kazemi");
        picker.narrow();
        let (_, text, marks) = picker.rows().next().unwrap();
        assert_eq!((text, marks[0].of(text), picker.shown()), ("Mustafa al-Kadhimi · al-Kazemi", "Kazemi", 1));
    }

    #[test]
    fn items_that_come_later_leave_what_was_typed_and_the_cursor() {
        let mut picker = Picker::new("Order", vec![item("text", SortKey::Date), item("title", SortKey::Title)]);
        picker.field.paste("t");
        picker.narrow();
        picker.cursor.at = 1;
        let on = picker.current().cloned();
        assert_eq!((picker.field.text(), picker.shown()), ("t", 2));
        picker.renew(
            "Order".into(),
            vec![item("outlet", SortKey::Source), item("title", SortKey::Title), item("text", SortKey::Date)],
        );
        assert_eq!(picker.current().cloned(), on);
        picker.renew("Order".into(), Vec::new());
        assert_eq!((picker.shown(), picker.current()), (0, None));
    }

    fn item(label: &str, order: SortKey) -> PickerItem {
        let choice = PickerChoice::Order(Some((order, Natural)));
        PickerItem { label: label.into(), aliases: Vec::new(), note: String::new(), choice, on: false }
    }

    #[test]
    fn the_cursor_picks_the_row_it_is_on() {
        let mut picker = Picker::new("Order", vec![item("date", SortKey::Date), item("title", SortKey::Title)]);
        picker.cursor.at = 1;
        assert_eq!(picker.current(), Some(&PickerChoice::Order(Some((SortKey::Title, Natural)))));
        assert_eq!((picker.len(), picker.shown()), (2, 2));
    }
}
