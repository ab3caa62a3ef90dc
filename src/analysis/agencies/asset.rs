//! The list of agencies as it is compiled in, and the finder of their forms. Who credits them is not told here.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::text::span::Span;

/// A news agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its identifier, as queries take it.
    pub id: Box<str>,
    /// Its name, as it is shown.
    pub name: Box<str>,
    /// The forms in which newspapers credit it.
    pub forms: Vec<Box<str>>,
}

/// A form of an agency's name in a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamedAgency {
    pub agency: &'static Agency,
    pub span: Span,
    /// Whether the form means nothing else.
    pub sure: bool,
}

/// All forms of all agencies.
pub(super) struct Spellings {
    agencies: Vec<Agency>,
    /// The agency of each form, and whether it means nothing else.
    forms: Vec<(usize, bool)>,
    finder: Option<AhoCorasick>,
}

/// The list, read when it is first asked for.
pub(super) fn known() -> &'static Spellings {
    static KNOWN: LazyLock<Spellings> = LazyLock::new(|| Spellings::read(include_str!("../../../assets/agencies.tsv")));
    &KNOWN
}

impl Spellings {
    fn read(list: &str) -> Self {
        let (mut agencies, mut forms, mut words) = (Vec::new(), Vec::new(), Vec::new());
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(id), Some(name), Some(_), Some(spelled)) = (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let mut plain = Vec::new();
            for form in spelled.split('|') {
                let form_alone = form.trim_start_matches('?');
                forms.push((agencies.len(), form == form_alone));
                words.push(form_alone);
                plain.push(form_alone.into());
            }
            agencies.push(Agency { id: id.into(), name: name.into(), forms: plain });
        }
        let finder =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA)).build(&words).ok();
        Self { agencies, forms, finder }
    }

    /// The agencies named in `line`, in whole words.
    pub fn named(&'static self, line: &str) -> Vec<NamedAgency> {
        let found = self.finder.iter().flat_map(|finder| finder.find_iter(line));
        let whole = found.filter(|place| {
            let (before, after) = (line.get(..place.start()), line.get(place.end()..));
            let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let linked = after.is_some_and(|after| after.starts_with('-') && joins(after.chars().nth(1)));
            !joins(before.and_then(|before| before.chars().next_back()))
                && !joins(after.and_then(|after| after.chars().next()))
                && !linked
        });
        whole
            .filter_map(|place| {
                let (at, sure) = self.forms.get(place.pattern().as_usize()).copied()?;
                Some(NamedAgency { agency: self.agencies.get(at)?, span: Span::new(place.start(), place.end()), sure })
            })
            .collect()
    }

    /// The agency that `words` name and nothing else.
    pub fn whole(&'static self, words: &str) -> Option<&'static Agency> {
        let words = words.trim();
        self.agencies.iter().find(|agency| *agency.name == *words || agency.forms.iter().any(|form| **form == *words))
    }

    /// All of them.
    #[cfg(test)]
    pub fn all(&'static self) -> &'static [Agency] {
        &self.agencies
    }
}
