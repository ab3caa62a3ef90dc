//! The parts of a borrowed action that are not read as the members of an object are.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::model::property::{Properties, Property};

/// What was overwritten.
#[derive(Debug)]
pub enum Was {
    /// What is made was not there before.
    Deleted,
    /// As in [`crate::notes::action::FieldChange`].
    Properties(Properties),
}

/// A colour that is set, though it may be to none.
#[derive(Debug, Default)]
pub enum Color<'a> {
    /// Nothing is said of it.
    #[default]
    Unsaid,
    /// It is set.
    Said(Option<BorrowedText<'a>>),
}

/// Words of the line, unless something in them was escaped.
#[derive(Debug, Deserialize)]
pub struct BorrowedText<'a>(#[serde(borrow)] pub Cow<'a, str>);

/// A value that is there: `null` is none that such a field has, and is kept as what it is by the reader of whole actions.
///
/// # Errors
/// When it is not of the type.
pub fn said<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl<'de: 'a, 'a> Deserialize<'de> for Color<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::Said)
    }
}

impl<'de> Deserialize<'de> for Was {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match <&RawValue>::deserialize(deserializer)?.get() {
            r#"{"deleted":true}"# => Ok(Self::Deleted),
            other => serde_json::from_str(other).map(Self::Properties).map_err(D::Error::custom),
        }
    }
}

impl Default for Was {
    fn default() -> Self {
        Self::Properties(Properties::default())
    }
}

impl From<Was> for Properties {
    fn from(was: Was) -> Self {
        match was {
            Was::Deleted => std::iter::once(Property::Deleted(true)).collect(),
            Was::Properties(fields) => fields,
        }
    }
}
