//! The language of the interface: which one is in force, and what a text of ours is in it.
//!
//! The English text in the source is the key (as in gettext), so that a site is wrapped where it stands: [`tr!`](crate::tr). The catalogues stand
//! in `assets/locales`, one file for each language. The command line chooses once, before anything is said; a test chooses for
//! its own thread. Languages of *articles* are [`Lang`](crate::model::article::Lang) and have nothing to do with this one.

use std::cell::Cell;
use std::fmt::{Display, Write as _};
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::locale::catalogue::{CATALOGUES, Catalogue};
use crate::locale::system::system_reason;
use crate::tr;

mod catalogue;
pub mod dates;
pub mod system;

/// A language of the interface: English, or one that has a catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Locale(usize);

/// What is in force unless a thread says otherwise.
static CHOSEN: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// What is in force on this thread, where that is something else.
    static HERE: Cell<Option<Locale>> = const { Cell::new(None) };
}

impl Locale {
    /// English, whose texts stand in the sources.
    pub const ENGLISH: Self = Self(0);

    /// All languages there are.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=CATALOGUES.len()).map(Self)
    }

    /// Its ISO 639 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.catalogue().map_or("en", |catalogue| catalogue.code)
    }

    /// The language that `name` names: a code, or a locale of the system such as `fr_FR.UTF-8` or `fr-CA`. `C` and `POSIX` are
    /// English. `None` when there is no catalogue for it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let code = name.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if ["C", "POSIX"].contains(&code) {
            return Some(Self::ENGLISH);
        }
        Self::all().find(|locale| locale.code().eq_ignore_ascii_case(code))
    }

    /// The language in force.
    #[must_use]
    pub fn current() -> Self {
        HERE.get().unwrap_or_else(|| Self(CHOSEN.load(Ordering::Relaxed)))
    }

    /// Puts this language in force for the whole program.
    pub fn choose(self) {
        CHOSEN.store(self.0, Ordering::Relaxed);
    }

    /// Does `work` in this language, whatever is in force; threads that it begins are not meant.
    pub fn within<T>(self, work: impl FnOnce() -> T) -> T {
        /// Puts back what was in force, also when the work panics.
        struct Before(Option<Locale>);
        impl Drop for Before {
            fn drop(&mut self) {
                HERE.set(self.0);
            }
        }
        let _before = Before(HERE.replace(Some(self)));
        work()
    }

    fn catalogue(self) -> Option<&'static Catalogue> {
        CATALOGUES.get(self.0.checked_sub(1)?)
    }
}

/// `text`, a text of ours, in the language in force; as it stands where the catalogue does not hold it.
#[must_use]
pub fn translated(text: &'static str) -> &'static str {
    pattern(None, text).unwrap_or(text)
}

/// The translation of `text`, of `context` where English has one word for two things; `None` in English.
#[must_use]
pub fn pattern(context: Option<&str>, text: &str) -> Option<&'static str> {
    Locale::current().catalogue()?.find(context, text)
}

/// The translation of `text` for `count` of what it speaks of; `None` in English.
#[must_use]
pub fn plural_pattern(text: &str, count: impl TryInto<u64>) -> Option<&'static str> {
    Locale::current().catalogue()?.find_plural(text, whole(count))
}

/// Whether English speaks of `count` things as of one.
#[must_use]
pub fn is_one(count: impl TryInto<u64>) -> bool {
    whole(count) == 1
}

/// An error with all that caused it, in the order of telling, each once; what the system says in the words of a person.
#[must_use]
pub fn error_chain(error: &anyhow::Error) -> String {
    let mut told: Vec<String> = Vec::new();
    for cause in error.chain() {
        let text = cause.downcast_ref::<io::Error>().map_or_else(|| cause.to_string(), system_reason);
        if told.last().is_none_or(|before| !before.contains(&text)) {
            told.push(text);
        }
    }
    told.join(tr!(": "))
}

/// A count of any size; what is no number of things is many.
fn whole(count: impl TryInto<u64>) -> u64 {
    count.try_into().unwrap_or(u64::MAX)
}

/// `pattern` with a value in the place of each `{name}`; `{{` is a brace. A name that is not among the `values` stays as it stands.
#[must_use]
pub fn filled(pattern: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once(['{', '}']) {
        text.push_str(before);
        let brace = rest.get(before.len()..=before.len()).unwrap_or_default();
        let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        rest = if let Some(doubled) = behind.strip_prefix(brace) {
            text.push_str(brace);
            doubled
        } else if let Some((value, after)) = behind.split_once('}').and_then(|(name, after)| Some((value(name)?, after))) {
            // Writing to a string cannot fail.
            let _ = write!(text, "{value}");
            after
        } else {
            text.push_str(brace);
            behind
        };
    }
    text.push_str(rest);
    text
}

/// A text of ours in the language in force. Each `{name}` is filled in, as `format!` would:
///
/// - `tr!("No note is like this.")` is a `&'static str`,
/// - `tr!("{shown} of {all}", shown, all = pane.len())` a `String`,
/// - `tr!("{n} article" | "{n} articles", n = count)` takes the form for the number of its first value,
/// - `tr!("verb" => "open")` tells a translator which of two meanings is meant.
#[macro_export]
macro_rules! tr {
    ($text:literal $(,)?) => {
        $crate::locale::translated($text)
    };
    ($context:literal => $text:literal $(,)?) => {
        $crate::locale::pattern(Some($context), $text).unwrap_or($text)
    };
    ($one:literal | $many:literal, $n:ident $(= $count:expr)? $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        let counted = $crate::tr!(@value $n $(= $count)?);
        match $crate::locale::plural_pattern($one, counted) {
            Some(pattern) => $crate::locale::filled(
                pattern,
                &[(stringify!($n), &counted) $(, (stringify!($name), &$crate::tr!(@value $name $(= $value)?)))*],
            ),
            None if $crate::locale::is_one(counted) => {
                format!($one, $n = counted $(, $name = $crate::tr!(@value $name $(= $value)?))*)
            }
            None => format!($many, $n = counted $(, $name = $crate::tr!(@value $name $(= $value)?))*),
        }
    }};
    ($context:literal => $text:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::tr!(@filled (Some($context)) $text, $($name $(= $value)?),+)
    };
    ($text:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::tr!(@filled (None) $text, $($name $(= $value)?),+)
    };
    (@filled ($context:expr) $text:literal, $($name:ident $(= $value:expr)?),+) => {
        match $crate::locale::pattern($context, $text) {
            Some(pattern) => $crate::locale::filled(
                pattern,
                &[$((stringify!($name), &$crate::tr!(@value $name $(= $value)?))),+],
            ),
            None => format!($text, $($name = $crate::tr!(@value $name $(= $value)?)),+),
        }
    };
    (@value $name:ident) => { $name };
    (@value $name:ident = $value:expr) => { $value };
}

/// A text of ours that stands in a table or a constant, where no language is in force yet: [`translated`] is asked where it is
/// shown. It is the text itself, marked for whoever gathers the texts to be translated.
#[macro_export]
macro_rules! tr_later {
    ($text:literal $(,)?) => {
        $text
    };
}

#[cfg(test)]
mod tests;
