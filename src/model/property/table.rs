//! The table itself; [`crate::model::property`] says what it is for.

use serde::Serialize;
use serde_json::Value;

use crate::locale::translated;
use crate::model::property::worded::Worded as _;
use crate::model::target;

/// What the table says of a property, beside its type.
#[derive(Clone, Copy, Debug)]
pub struct PropertySpec {
    /// Its name in the journal, and in queries where they ask for it. Never changed: journals hold it.
    pub name: &'static str,
    /// Whether it is kept for good.
    pub lasting: Lasting,
    /// Its words in the history: when it is set, with `{}` for the value, and when it is back to nothing.
    pub said: Words,
    /// Its words when an undo has changed it; `None` when nothing is said of it.
    pub undone: Option<Words>,
    /// How a query asks for it.
    pub asked: Asked,
    /// Its key in JSON, JSON-LD and templates of exports; `None` when it is not exported.
    pub exported: Option<&'static str>,
}

/// Words for a value, with `{}` in its place, and for none.
pub type Words = [&'static str; 2];

/// Whether a property is kept for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// It is: each value can be undone and stays in the history.
    Kept,
    /// It is not: the program sets it in passing, and only the last value is of interest.
    Ephemeral,
}

/// How a query asks for a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It does not.
    Never,
    /// By `is:` and the name, for a flag on an article; this is what that asks, in a few words.
    Is(&'static str),
    /// By the name as a key with words behind it, for a text on an annotation; this is what that asks.
    Key(&'static str),
}

impl Asked {
    /// What it asks, in a few words.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Never => "",
            Self::Is(meaning) | Self::Key(meaning) => meaning,
        }
    }
}

/// A property as a type, by which a record gives a value of the right type: `record.get(typed::Color)`.
pub trait PropertyType: Copy {
    /// Its values.
    type Value;
    /// Its row.
    const ID: PropertyId;

    /// The value of `field`, if it is of this property.
    fn of(field: &Property) -> Option<&Self::Value>;

    /// The field with this value.
    fn field(self, value: Self::Value) -> Property;
}

/// Makes the table: variant, name: type = value before it is set; lasting; said; undone; asked; exported.
macro_rules! properties {
    ($($(#[$about:meta])* $property:ident $name:literal: $value:ty = $unset:expr;
        $lasting:ident; $said:expr; $undone:expr; $asked:expr; $exported:expr)*) => {
        /// Which property.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PropertyId {
            $($(#[$about])* $property,)*
        }

        /// A property and its value.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Property {
            $($(#[$about])* $property($value),)*
            /// One that this version does not know.
            Unknown(Box<(String, Value)>),
        }

        /// The properties as types.
        pub mod typed {
            use super::{Property, PropertyType, PropertyId, target};

            $(
                $(#[$about])*
                #[derive(Clone, Copy, Debug)]
                pub struct $property;

                impl PropertyType for $property {
                    type Value = $value;
                    const ID: PropertyId = PropertyId::$property;

                    fn of(field: &Property) -> Option<&Self::Value> {
                        if let Property::$property(value) = field { Some(value) } else { None }
                    }

                    fn field(self, value: Self::Value) -> Property {
                        Property::$property(value)
                    }
                }
            )*
        }

        impl PropertyId {
            /// All properties, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$property),*];

            /// Its row of the table.
            #[must_use]
            pub const fn row(self) -> PropertySpec {
                match self {
                    $(Self::$property => PropertySpec {
                        name: $name,
                        lasting: Lasting::$lasting,
                        said: $said,
                        undone: $undone,
                        asked: $asked,
                        exported: $exported,
                    },)*
                }
            }
        }

        impl Property {
            /// The property it is of; `None` for one that this version does not know.
            #[must_use]
            pub const fn property(&self) -> Option<PropertyId> {
                Some(match self {
                    $(Self::$property(_) => PropertyId::$property,)*
                    Self::Unknown(_) => return None,
                })
            }

            /// The field of the same property as it is before anything sets it; `None` for one that does not go back.
            #[must_use]
            pub fn unset(&self) -> Option<Self> {
                match self {
                    $(Self::$property(_) => {
                        let unset: Option<$value> = $unset;
                        unset.map(Self::$property)
                    })*
                    Self::Unknown(_) => None,
                }
            }

            /// The field `name` with the value that `json` says; `None` when this version does not know it or cannot read it.
            #[must_use]
            pub fn read(name: &str, json: &str) -> Option<Self> {
                match name {
                    $($name => serde_json::from_str(json).ok().map(Self::$property),)*
                    _ => None,
                }
            }

            fn is_set_flag(&self) -> bool {
                match self {
                    $(Self::$property(value) => value.is_set_flag(),)*
                    Self::Unknown(_) => false,
                }
            }

            fn value_words(&self) -> Option<String> {
                match self {
                    $(Self::$property(value) => value.words(),)*
                    Self::Unknown(field) => Some(field.1.to_string()),
                }
            }

            fn value_texts(&self) -> Vec<String> {
                match self {
                    $(Self::$property(value) => value.each(),)*
                    Self::Unknown(field) => vec![field.1.to_string()],
                }
            }
        }

        impl Serialize for Property {
            /// The value alone.
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$property(value) => value.serialize(serializer),)*
                    Self::Unknown(field) => field.1.serialize(serializer),
                }
            }
        }
    };
}

properties! {
    /// What an annotation is about. It exists from here on, and cannot be unsaid: it is deleted instead.
    Target "target": Box<target::Target> = None;
        Kept; ["on {}", ""]; Some(["its place has changed", ""]); Asked::Never; Some("target")
    /// The note in Markdown; empty when there is none.
    Note "note": Box<str> = Some("".into());
        Kept; ["note “{}”", "no note"]; Some(["the note is “{}”", "the note is empty"]); Asked::Key("words of your notes on it"); Some("note")
    /// The name of its colour; `None` when it marks nothing.
    Color "color": Option<Box<str>> = Some(None);
        Kept; ["color “{}”", "no color"]; Some(["the colour is {}", "no colour"]); Asked::Key("the colour of a highlight"); Some("color")
    /// The note as it is being written; `None` when none is open.
    Draft "draft": Option<Box<str>> = Some(None);
        Ephemeral; ["draft “{}”", "no draft"]; None; Asked::Never; None
    /// Whether it is deleted. Nothing is ever taken away, so this can be undone.
    Deleted "deleted": bool = Some(false);
        Kept; ["deleted", "not deleted"]; Some(["it is gone", "it is back"]); Asked::Never; None
    /// Of a deletion, the hash of the note that whoever deleted had before them, as `notes::state` makes it: a deletion holds for no other text.
    Covers "covers": Option<Box<str>> = Some(None);
        Ephemeral; ["over the text “{}”", "over no text"]; None; Asked::Never; None
    /// Whether the person has seen that its place is lost, and left it so. `is:orphan` asks for more than these.
    Orphan "orphan": bool = Some(false);
        Kept; ["orphan", "not orphan"]; Some(["it is an orphan", "it is to be reviewed"]); Asked::Never; None
    /// The actions whose texts of the note were written beside the one that holds, and have been read and chosen between since.
    Settled "settled": Vec<String> = Some(Vec::new());
        Kept; ["chosen between the texts of a note", "no texts chosen between"]; None; Asked::Never; None
    /// Whether an article was read.
    Read "read": bool = Some(false);
        Kept; ["read", "not read"]; Some(["it is marked as read", "it is not marked as read"]); Asked::Is("marked as read"); None
    /// Whether it has a star.
    Starred "starred": bool = Some(false);
        Kept; ["starred", "not starred"]; Some(["it is starred", "it is not starred"]); Asked::Is("with a star"); None
    /// The code point of the cleaned body at which the reader stopped; `None` for the beginning.
    Place "place": Option<u32> = Some(None);
        Ephemeral; ["stopped at {}", "at the beginning"]; None; Asked::Never; None
    /// The publication date as the person corrected it, in ISO 8601; `None` for the one the program finds.
    Published "published": Option<Box<str>> = Some(None);
        Kept; ["published “{}”", "no published"]; Some(["it is dated {}", "it is dated as the program finds"]); Asked::Never; None
    /// The headline as the person corrected it; `None` for the one the program finds.
    Title "title": Option<Box<str>> = Some(None);
        Kept; ["headline “{}”", "no headline set"]; Some(["headline “{}”", "the headline the program finds"]); Asked::Never; None
    /// The outlet, likewise; empty for none.
    Source "source": Option<Box<str>> = Some(None);
        Kept; ["outlet “{}”", "no outlet set"]; Some(["outlet “{}”", "the outlet the program finds"]); Asked::Never; None
    /// The author or authors, likewise.
    Author "author": Option<Box<str>> = Some(None);
        Kept; ["author “{}”", "no author set"]; Some(["author “{}”", "the author the program finds"]); Asked::Never; None
    /// The address it was published at, likewise.
    Url "url": Option<Box<str>> = Some(None);
        Kept; ["address “{}”", "no address set"]; Some(["address “{}”", "the address the program finds"]); Asked::Never; None
    /// The section it stood in, likewise.
    Section "section": Option<Box<str>> = Some(None);
        Kept; ["section “{}”", "no section set"]; Some(["section “{}”", "the section the program finds"]); Asked::Never; None
    /// The language, by its ISO 639 code; `None` for the one the program finds.
    Lang "lang": Option<Box<str>> = Some(None);
        Kept; ["language “{}”", "no language set"]; Some(["language “{}”", "the language the program finds"]); Asked::Never; None
    /// The id of the article whose text it has, as the person said, or `alone`; `None` for the family the program finds.
    Family "family": Option<Box<str>> = Some(None);
        Kept; ["copies by hand: “{}”", "the copies the program finds"]; Some(["its copies are set by hand: “{}”", "its copies are those the program finds"]); Asked::Never; None
    /// The cases that an article or an annotation is in, by name; an annotation that names none belongs to all of its archive.
    Case "case": Vec<String> = Some(Vec::new());
        Kept; ["case “{}”", "no case"]; Some(["in the case {}", "in no case"]); Asked::Key("the case it was put into"); Some("case")
    /// A case of an archive in JSON, which `notes::cases` reads; `None` for none.
    CaseEntry "case-entry": Option<Box<str>> = Some(None);
        Kept; ["case entry “{}”", "no case entry"]; Some(["the case is {}", "the case is gone"]); Asked::Never; None
    /// Whether an event or a day is pinned to the timeline.
    Pinned "pinned": bool = Some(false);
        Kept; ["pinned", "not pinned"]; Some(["pinned", "not pinned"]); Asked::Never; None
    /// Whether it is left out of the timeline.
    Hidden "hidden": bool = Some(false);
        Kept; ["hidden", "not hidden"]; Some(["left out", "shown"]); Asked::Never; None
    /// The files and folders an archive was opened with.
    Paths "paths": Vec<String> = Some(Vec::new());
        Ephemeral; ["{}", ""]; None; Asked::Never; None
    /// Of an archive, that its ledger is on; else an entry of a ledger in JSON, which `notes::ledger` reads. `None` for none.
    Ledger "ledger": Option<Box<str>> = Some(None);
        Kept; ["ledger “{}”", "no ledger"]; Some(["the ledger is “{}”", "the entry of the ledger is gone"]); Asked::Never; None
}

impl PropertyId {
    /// Its name in the journal and in queries.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Whether it states a fact of an article, in the place of what the program finds.
    #[must_use]
    pub fn states_fact(self) -> bool {
        matches!(self, Self::Published | Self::Title | Self::Source | Self::Author | Self::Url | Self::Section | Self::Lang)
    }
}

impl Property {
    /// Its name in JSON.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Unknown(field) => &field.0,
            known => known.property().map_or("", PropertyId::name),
        }
    }

    /// Whether the program sets it in passing: such a field is not undone.
    #[must_use]
    pub fn is_ephemeral(&self) -> bool {
        self.property().is_some_and(|property| property.row().lasting == Lasting::Ephemeral)
    }

    /// Its words in the history.
    #[must_use]
    pub fn said(&self) -> String {
        match self.property() {
            Some(property) => self.worded(property.row().said, &str::to_owned),
            None => format!("{} {}", self.name(), self.value_words().unwrap_or_default()),
        }
    }

    /// Its words when an undo has changed it, with the value as `shown` puts it; `None` when nothing is said of it.
    #[must_use]
    pub fn undone(&self, shown: &dyn Fn(&str) -> String) -> Option<String> {
        Some(self.worded(self.property()?.row().undone?, shown))
    }

    /// The texts of the value, where a query asks for its words by a key: several for a list.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let is_asked = self.property().is_some_and(|property| matches!(property.row().asked, Asked::Key(_)));
        if is_asked { self.value_texts() } else { Vec::new() }
    }

    /// The property, when it is a flag that is set.
    #[must_use]
    pub fn flag(&self) -> Option<PropertyId> {
        self.property().filter(|_| self.is_set_flag())
    }

    fn worded(&self, [set, unset]: Words, shown: &dyn Fn(&str) -> String) -> String {
        self.value_words().map_or_else(|| translated(unset).to_owned(), |value| translated(set).replace("{}", &shown(&value)))
    }
}

#[cfg(test)]
mod tests;
