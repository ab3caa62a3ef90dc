//! Grouping: the sections of a dossier under headings, by actor, month, tag or colour.
//!
//! An annotation stands in every group it belongs to, and last of all stand those that belong to none.

use std::collections::BTreeMap;

use crate::export::dossier::{ExportItem, ItemSubject, Section};
use crate::export::manner::ExportLang;

/// What annotations are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By article alone, without headings above.
    #[default]
    Article,
    /// By the actors named in the passage.
    Actor,
    /// By the month of publication.
    Month,
    /// By tag.
    Tag,
    /// By colour.
    Color,
}

/// Sections under one heading.
#[derive(Clone, Debug)]
pub struct SectionGroup<'a> {
    /// What tells it from the other groups, in letters, digits and hyphens; empty when there is no heading.
    pub key: String,
    /// The heading; empty when there is none.
    pub label: String,
    /// Its sections, in the order of the dossier.
    pub sections: Vec<SectionPart<'a>>,
}

/// The annotations of a section that belong to one group.
#[derive(Clone, Debug)]
pub struct SectionPart<'a> {
    /// What they are about.
    pub subject: &'a ItemSubject,
    /// The annotations, in the order of the section.
    pub items: Vec<&'a ExportItem>,
}

impl<'a> From<&'a Section> for SectionPart<'a> {
    fn from(section: &'a Section) -> Self {
        Self { subject: &section.subject, items: section.items.iter().collect() }
    }
}

/// Whether it is the group of what belongs to none, which comes last; the heading; the key.
type Filing = (bool, String, String);

/// `sections` by `grouping`: actors, tags and colours in the order of the alphabet, months in the order of time.
#[must_use]
pub fn group(sections: &[Section], grouping: Grouping, lang: ExportLang) -> Vec<SectionGroup<'_>> {
    if grouping == Grouping::Article {
        return vec![SectionGroup {
            key: String::new(),
            label: String::new(),
            sections: sections.iter().map(SectionPart::from).collect(),
        }];
    }
    let mut filed: BTreeMap<Filing, Vec<SectionPart<'_>>> = BTreeMap::new();
    for section in sections {
        let mut shares: BTreeMap<Filing, Vec<&ExportItem>> = BTreeMap::new();
        for item in &section.items {
            let groups = groups(section, item, grouping);
            let none = groups.is_empty().then(|| (true, none(grouping, lang).to_owned(), "none".to_owned()));
            for group in groups.into_iter().map(|(label, key)| (false, label, key)).chain(none) {
                shares.entry(group).or_default().push(item);
            }
        }
        for (group, items) in shares {
            filed.entry(group).or_default().push(SectionPart { subject: &section.subject, items });
        }
    }
    filed.into_iter().map(|((_, label, key), sections)| SectionGroup { key: key_of(&key), label, sections }).collect()
}

/// The groups an annotation belongs to: label and key.
fn groups(section: &Section, item: &ExportItem, grouping: Grouping) -> Vec<(String, String)> {
    let same = |word: &str| (word.to_owned(), word.to_owned());
    match grouping {
        Grouping::Article => Vec::new(),
        Grouping::Actor => item.actors.iter().map(|(id, name)| (name.clone(), id.clone())).collect(),
        Grouping::Month => {
            let month = section.facts().and_then(|facts| facts.published.month());
            month.map(|month| same(&month.to_string())).into_iter().collect()
        }
        Grouping::Tag => item.annotation.tags().into_iter().map(|tag| (format!("#{tag}"), tag.to_owned())).collect(),
        Grouping::Color => item.annotation.color.as_deref().map(same).into_iter().collect(),
    }
}

/// The heading over what belongs to no group.
fn none(grouping: Grouping, lang: ExportLang) -> &'static str {
    match (lang, grouping) {
        (_, Grouping::Article) => "",
        (ExportLang::En, Grouping::Actor) => "No actor named",
        (ExportLang::En, Grouping::Month) => "Month not known",
        (ExportLang::En, Grouping::Tag) => "No tag",
        (ExportLang::En, Grouping::Color) => "No colour",
        (ExportLang::Fr, Grouping::Actor) => "Aucun acteur nommé",
        (ExportLang::Fr, Grouping::Month) => "Mois inconnu",
        (ExportLang::Fr, Grouping::Tag) => "Sans étiquette",
        (ExportLang::Fr, Grouping::Color) => "Sans couleur",
    }
}

/// A word in letters, digits and hyphens, another for another word.
fn key_of(word: &str) -> String {
    use std::fmt::Write as _;
    word.chars().fold(String::new(), |mut key, sign| {
        match sign {
            _ if sign.is_alphanumeric() || sign == '-' => key.push(sign),
            // Writing to a string cannot fail.
            _ => drop(write!(key, "-{:x}-", u32::from(sign))),
        }
        key
    })
}
