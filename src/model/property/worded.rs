//! The values of properties in words, type by type, for the history and after an undo. The table of properties calls it.

use crate::model::target;
use crate::tr;

/// The words of a value; `None` for nothing, no, or empty.
pub trait Worded {
    /// The value in words.
    fn words(&self) -> Option<String>;

    /// Each text of the value, where it has several; else the value in words.
    fn each(&self) -> Vec<String> {
        self.words().into_iter().collect()
    }

    /// Whether it is a flag that is set.
    fn is_set_flag(&self) -> bool {
        false
    }
}

impl Worded for bool {
    fn words(&self) -> Option<String> {
        self.then(String::new)
    }

    fn is_set_flag(&self) -> bool {
        *self
    }
}

impl Worded for Box<str> {
    fn words(&self) -> Option<String> {
        (!self.is_empty()).then(|| self.to_string())
    }
}

impl<T: ToString> Worded for Option<T> {
    fn words(&self) -> Option<String> {
        self.as_ref().map(ToString::to_string)
    }
}

impl Worded for Vec<String> {
    fn words(&self) -> Option<String> {
        (!self.is_empty()).then(|| self.join(", "))
    }

    fn each(&self) -> Vec<String> {
        self.clone()
    }
}

impl Worded for Box<target::Target> {
    fn words(&self) -> Option<String> {
        Some(match &**self {
            target::Target::Passage { anchor, .. } => tr!("“{exact}”", exact = anchor.exact),
            target::Target::Article { article } => tr!("the article “{title}”", title = article.title),
            target::Target::Actor { id } => tr!("the actor {id}", id),
            target::Target::Day { day } => day.clone(),
        })
    }
}
