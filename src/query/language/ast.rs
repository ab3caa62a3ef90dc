//! A query as a tree: what is asked, apart from how it was typed.
//!
//! Plain data. A [`Query`] is always in *normal form*, so that two queries that differ in parentheses or spaces only are
//! equal, and each can be written and read back. It carries no places: errors are reported while reading.

use crate::model::article::Lang;
use crate::model::property::PropertyId;
use crate::query::language::date::DateRange;
use crate::query::language::keyword::{Has, Is, Key, SortKey};
use crate::query::language::number::NumberRange;
use crate::query::language::term::QueryTerm;

/// Which articles are asked for, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    root: Option<Expr>,
    sort: Vec<(SortKey, Direction)>,
}

/// Something an article fulfils or not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Expr {
    /// All of these.
    And(Vec<Expr>),
    /// Any of these.
    Or(Vec<Expr>),
    /// Not this.
    Not(Box<Expr>),
    /// A bare term: in the headline, the outlet, a name of an actor or the text.
    Term(QueryTerm),
    /// A key with its values.
    Clause(Clause),
    /// A saved query.
    Saved(Box<Saved>),
}

/// A key with its values, of which any may be fulfilled.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Clause {
    /// A key whose values are terms.
    Field(TermScope, Vec<QueryTerm>),
    /// `lang:`, [`Lang::Unknown`] for articles of which it is not known.
    Lang(Vec<Lang>),
    /// `month:`, the month an article is filed under.
    Month(Vec<DateRange>),
    /// `date:`, the publication date.
    Date(Vec<DateRange>),
    /// `event:`, a date told in the text.
    Event(Vec<DateRange>),
    /// `has:`
    Has(Vec<Has>),
    /// `is:`
    Is(Vec<Is>),
    /// `words:`
    Words(Vec<NumberRange>),
    /// `copies:`, the number of articles with its text.
    Copies(Vec<NumberRange>),
}

/// Where a key looks for terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermScope {
    /// The headline.
    Title,
    /// The body.
    Text,
    /// Readers' comments, which nothing else searches.
    Comment,
    /// The outlet.
    Source,
    /// The author.
    Author,
    /// The news agency that is credited; a term is its identifier, its name or one of its forms.
    Agency,
    /// The story; a term is the head of the identifier of any of its articles.
    Story,
    /// The actors; a term is an identifier, any spelling, or the head of a name.
    Actor,
    /// The path.
    File,
    /// A property of the reader's annotations, such as their notes and colours.
    Noted(PropertyId),
    /// The tags in the notes.
    Tag,
}

/// A saved query in a query: its name, by which it is written, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Saved {
    /// The name without `@`.
    pub name: Box<str>,
    /// What it stands for.
    pub query: Query,
}

/// Which way round a [`SortKey`] orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// As the key's meaning says.
    Natural,
    /// The other way round.
    Reversed,
}

impl Query {
    /// A query in normal form.
    ///
    /// Groups in groups of the same kind are one, a group of one is that one, two negations are none, what asks nothing goes, and
    /// a key orders once.
    #[must_use]
    pub fn new(root: Option<Expr>, sort: Vec<(SortKey, Direction)>) -> Self {
        let mut once: Vec<(SortKey, Direction)> = Vec::new();
        for (key, direction) in sort {
            if once.iter().all(|(known, _)| *known != key) {
                once.push((key, direction));
            }
        }
        Self { root: root.and_then(Expr::normal), sort: once }
    }

    /// What is asked; `None` for everything.
    #[must_use]
    pub fn root(&self) -> Option<&Expr> {
        self.root.as_ref()
    }

    /// What is asked, each part of which must be fulfilled.
    #[must_use]
    pub fn conjuncts(&self) -> &[Expr] {
        match &self.root {
            None => &[],
            Some(Expr::And(parts)) => parts,
            Some(one) => std::slice::from_ref(one),
        }
    }

    /// The order that the query itself asks for; empty if it asks for none.
    #[must_use]
    pub fn own_sort(&self) -> &[(SortKey, Direction)] {
        &self.sort
    }

    /// The order to list in: its own, else that of the first saved query it rests on; empty if none asks for any.
    #[must_use]
    pub fn sort(&self) -> &[(SortKey, Direction)] {
        let inherited = || self.conjuncts().iter().find_map(Expr::inherited_sort);
        if self.sort.is_empty() { inherited().unwrap_or_default() } else { &self.sort }
    }

    /// Whether it asks for what a reader has marked and written, so that the answer changes with it.
    #[must_use]
    pub fn asks_for_notes(&self) -> bool {
        self.root.as_ref().is_some_and(Expr::asks_for_notes)
    }

    /// Whether it asks for flags of articles, such as which were read.
    #[must_use]
    pub fn asks_for_shelf(&self) -> bool {
        self.root.as_ref().is_some_and(Expr::asks_for_shelf)
    }

    /// Whether everything is asked for, in no order of its own.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.root.is_none() && self.sort.is_empty()
    }

    /// What is asked and the order, for building another query.
    #[must_use]
    pub fn into_parts(self) -> (Option<Expr>, Vec<(SortKey, Direction)>) {
        (self.root, self.sort)
    }
}

impl Expr {
    fn asks_for_notes(&self) -> bool {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().any(Self::asks_for_notes),
            Self::Not(inner) => inner.asks_for_notes(),
            Self::Clause(Clause::Field(field, _)) => matches!(field, TermScope::Noted(_) | TermScope::Tag),
            Self::Clause(Clause::Has(words)) => words.iter().any(|word| matches!(word, Has::Note | Has::Highlight)),
            Self::Clause(Clause::Is(words)) => words.iter().any(|word| matches!(word, Is::Flagged(_) | Is::Orphan)),
            Self::Term(_) | Self::Clause(_) => false,
            Self::Saved(saved) => saved.query.asks_for_notes(),
        }
    }

    fn asks_for_shelf(&self) -> bool {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().any(Self::asks_for_shelf),
            Self::Not(inner) => inner.asks_for_shelf(),
            Self::Clause(Clause::Is(words)) => words.iter().any(|word| matches!(word, Is::Flagged(_))),
            Self::Saved(saved) => saved.query.asks_for_shelf(),
            Self::Term(_) | Self::Clause(_) => false,
        }
    }

    fn inherited_sort(&self) -> Option<&[(SortKey, Direction)]> {
        match self {
            Self::Saved(saved) => Some(saved.query.sort()).filter(|sort| !sort.is_empty()),
            _ => None,
        }
    }

    /// The expression in normal form; `None` if it asks nothing.
    fn normal(self) -> Option<Self> {
        match self {
            Self::And(parts) => group(parts, Self::And),
            Self::Or(parts) => group(parts, Self::Or),
            Self::Not(inner) => match inner.normal()? {
                Self::Not(twice) => Some(*twice),
                once => Some(Self::Not(Box::new(once))),
            },
            Self::Clause(clause) => clause.normal().map(Self::Clause),
            other => Some(other),
        }
    }
}

/// The parts as one group in normal form.
fn group(parts: Vec<Expr>, kind: fn(Vec<Expr>) -> Expr) -> Option<Expr> {
    let conjunction = matches!(kind(Vec::new()), Expr::And(_));
    let mut all = Vec::with_capacity(parts.len());
    for part in parts {
        match part.normal() {
            Some(Expr::And(inner)) if conjunction => all.extend(inner),
            Some(Expr::Or(inner)) if !conjunction => all.extend(inner),
            part => all.extend(part),
        }
    }
    if all.len() > 1 { Some(kind(all)) } else { all.pop() }
}

impl Clause {
    /// The key that stands before the values.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Field(field, _) => field.key(),
            Self::Lang(_) => Key::Lang,
            Self::Month(_) => Key::Month,
            Self::Date(_) => Key::Date,
            Self::Event(_) => Key::Event,
            Self::Has(_) => Key::Has,
            Self::Is(_) => Key::Is,
            Self::Words(_) => Key::Words,
            Self::Copies(_) => Key::Copies,
        }
    }

    /// The clause as it would be read back; `None` if it has no values.
    fn normal(self) -> Option<Self> {
        let forwards = |ranges: Vec<DateRange>| ranges.into_iter().map(DateRange::forwards).collect();
        let clause = match self {
            // A code that the model has a name for may be held by its letters.
            Self::Lang(codes) => Self::Lang(codes.into_iter().map(|lang| Lang::parse(&lang.to_string())).collect()),
            Self::Month(ranges) => Self::Month(forwards(ranges)),
            Self::Date(ranges) => Self::Date(forwards(ranges)),
            Self::Event(ranges) => Self::Event(forwards(ranges)),
            other => other,
        };
        (clause.len() > 0).then_some(clause)
    }

    /// How many values it has.
    fn len(&self) -> usize {
        match self {
            Self::Field(_, terms) => terms.len(),
            Self::Lang(codes) => codes.len(),
            Self::Month(ranges) | Self::Date(ranges) | Self::Event(ranges) => ranges.len(),
            Self::Has(words) => words.len(),
            Self::Is(words) => words.len(),
            Self::Words(ranges) | Self::Copies(ranges) => ranges.len(),
        }
    }
}

impl TermScope {
    /// The key that stands before the terms.
    #[must_use]
    pub fn key(self) -> Key {
        match self {
            Self::Title => Key::Title,
            Self::Text => Key::Text,
            Self::Comment => Key::Comment,
            Self::Source => Key::Source,
            Self::Author => Key::Author,
            Self::Agency => Key::Agency,
            Self::Story => Key::Story,
            Self::Actor => Key::Actor,
            Self::File => Key::File,
            Self::Noted(property) => Key::Noted(property),
            Self::Tag => Key::Tag,
        }
    }
}
