//! The dossier: what is exported, before it has a form. Plain data, in the order in which it is to be read.
//!
//! `compile` makes it from an archive and the annotations kept for it; each form writes it.

use jiff::civil::Date;

use crate::model::anchor::{Anchor, AnchorState};
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::date::{Provenance, PublicationDate};

/// What is exported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportDocument {
    /// What it is called.
    pub title: String,
    /// The name of the archive it was made from.
    pub archive: String,
    /// The program and its version.
    pub generator: String,
    /// Articles in order of publication, then actors, then days.
    pub sections: Vec<Section>,
}

/// What one article, actor or day is marked and noted with.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What the annotations are about.
    pub subject: ItemSubject,
    /// Notes on the whole first, then the highlights in the order of the text; those without a place come last.
    pub items: Vec<ExportItem>,
}

/// What annotations are about.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemSubject {
    /// An article.
    Article(Box<ArticleFacts>),
    /// An actor.
    Actor {
        /// Its identifier.
        id: String,
        /// The name shown.
        name: String,
    },
    /// A day of the timeline, in ISO 8601.
    Day(String),
}

/// What is known of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleFacts {
    /// Its bytes, path, address and headline.
    pub key: ArticleKey,
    /// Its identifier in the archive; empty when the archive does not hold it.
    pub id: String,
    /// The outlet; empty when not known.
    pub source: String,
    /// The author or authors; empty when not known.
    pub author: String,
    /// The section or rubric; empty when not known.
    pub section: String,
    /// The page or pages of the printed issue; empty when not known.
    pub page: String,
    /// The agency credited beside the outlet; empty when there is none.
    pub credit: String,
    /// The identifier that its source gives it; empty when not known.
    pub docid: String,
    /// When it was published.
    pub published: PublicationDate,
    /// How that is known.
    pub provenance: Provenance,
    /// The words and the rule that an inferred date rests on; empty for any other.
    pub evidence: String,
    /// Its language as an ISO 639 code; empty when not known.
    pub lang: String,
}

/// An annotation and where it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportItem {
    /// The annotation as it is kept.
    pub annotation: Annotation,
    /// How well it has found its place again.
    pub state: AnchorState,
    /// The paragraph it stands in, from 1; `None` for what is no passage, has no place, or stands before the first paragraph.
    pub paragraph: Option<u32>,
    /// The actors named in the passage: identifier and name.
    pub actors: Vec<(String, String)>,
    /// The days that the passage tells of.
    pub days: Vec<CitedDay>,
}

/// A run of days that a quotation tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedDay {
    /// The first day.
    pub first: Date,
    /// The last, often the same.
    pub last: Date,
    /// What happened, in a line.
    pub label: String,
}

impl ExportItem {
    /// The passage; `None` for a note on a whole.
    #[must_use]
    pub fn anchor(&self) -> Option<&Anchor> {
        match &self.annotation.target {
            Target::Passage { anchor, .. } => Some(anchor),
            _ => None,
        }
    }

    /// The article as it is kept with the annotation; `None` for a note on an actor or a day.
    #[must_use]
    pub fn article(&self) -> Option<&ArticleKey> {
        match &self.annotation.target {
            Target::Passage { article, .. } | Target::Article { article } => Some(article),
            Target::Actor { .. } | Target::Day { .. } => None,
        }
    }
}

impl Section {
    /// What is known of the article, when it is one.
    #[must_use]
    pub fn facts(&self) -> Option<&ArticleFacts> {
        match &self.subject {
            ItemSubject::Article(facts) => Some(facts),
            ItemSubject::Actor { .. } | ItemSubject::Day(_) => None,
        }
    }
}

impl ExportDocument {
    /// Every annotation, in order.
    pub fn items(&self) -> impl Iterator<Item = &ExportItem> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// The tags of the notes, each once, in the order of the alphabet.
    #[must_use]
    pub fn tags(&self) -> Vec<&str> {
        let mut tags: Vec<&str> = self.items().flat_map(|item| item.annotation.tags()).collect();
        tags.sort_unstable();
        tags.dedup();
        tags
    }

    /// One dossier for each section, titled as its section is.
    #[must_use]
    pub fn split(self) -> Vec<Self> {
        let of = |section: Section| Self {
            title: section.subject.title().to_owned(),
            archive: self.archive.clone(),
            generator: self.generator.clone(),
            sections: vec![section],
        };
        self.sections.into_iter().map(of).collect()
    }
}

impl ItemSubject {
    /// The headline, the name, or the day.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Article(facts) => &facts.key.title,
            Self::Actor { name, .. } => name,
            Self::Day(day) => day,
        }
    }
}
