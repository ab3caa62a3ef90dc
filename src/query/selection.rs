//! A selection: which articles are wanted, as a typed query and facets that were picked.
//!
//! Facets of one kind are alternatives, facets of different kinds and the query add up; all of it is one query, which
//! [`Selection::combined`] gives. The filter line with its chips is held as one.

use crate::model::actor::{ActorIx, ActorTable};
use crate::model::article::Lang;
use crate::model::date::PartialDate;
use crate::query::language::ast::{Clause, Expr, Query, TermScope};
use crate::query::language::date::DateRange;
use crate::query::language::error::{ErrorKind, QueryError};
use crate::query::language::names::Names;
use crate::query::language::parse::parse;
use crate::query::language::term::QueryTerm;
use crate::text::fold::fold;
use crate::text::grapheme::floor;
use crate::text::span::Span;
use crate::tr;

/// The bytes of the longest query that is read in the room; one of so many words takes seconds for each letter.
const MOST_BYTES: usize = 10_000;

/// One facet that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Articles that name the actor.
    Actor(ActorIx),
    /// Articles published in the month; bounds and years alone are in no month.
    Month(PartialDate),
    /// Articles of the outlet, compared folded.
    Source(Box<str>),
    /// Articles in the language.
    Lang(Lang),
    /// Articles published in a run of days.
    Date(DateRange),
    /// Articles that tell of a run of days.
    Event(DateRange),
    /// Articles of a case: those that were put into it, and those that it asks for.
    Case(Box<str>, Box<Query>),
}

impl Facet {
    /// The facet in words, for a chip: `actor Mustafa al-Kadhimi`, `month 2020-08`, `source AFP`, `lang fr`.
    #[must_use]
    pub fn label(&self, actors: &ActorTable) -> String {
        match self {
            Self::Actor(actor) => tr!("actor {value}", value = actors.name(*actor)),
            Self::Month(month) => tr!("month {value}", value = month),
            Self::Source(name) => tr!("source {value}", value = name),
            Self::Lang(lang) => tr!("lang {value}", value = lang),
            Self::Date(range) => tr!("date {value}", value = range),
            Self::Event(range) => tr!("event {value}", value = range),
            Self::Case(name, _) => tr!("case {value}", value = name),
        }
    }

    /// Whether the two ask the same; outlets are compared folded.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Source(a), Self::Source(b)) => a == b || fold(a) == fold(b),
            (Self::Case(a, _), Self::Case(b, _)) => a == b,
            _ => self == other,
        }
    }

    /// Whether the two are alternatives.
    #[must_use]
    pub fn is_same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    fn expr(&self, actors: &ActorTable) -> Option<Expr> {
        Some(Expr::Clause(match self {
            Self::Actor(actor) => Clause::Field(TermScope::Actor, vec![QueryTerm::words(&actors.get(*actor)?.id)?]),
            Self::Month(month) => Clause::Month(vec![DateRange::On(*month)]),
            Self::Source(name) => Clause::Field(TermScope::Source, vec![QueryTerm::words(name)?]),
            Self::Lang(lang) => Clause::Lang(vec![*lang]),
            Self::Date(range) => Clause::Date(vec![*range]),
            Self::Event(range) => Clause::Event(vec![*range]),
            Self::Case(_, query) => return query.root().cloned(),
        }))
    }
}

/// Which articles are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The query as it was typed.
    text: String,
    /// What it was understood as; what it last was while it is no query.
    query: Query,
    /// What is wrong with it.
    fault: Option<QueryError>,
    /// The facets that are on, in the order they were put on.
    pub facets: Vec<Facet>,
}

impl Selection {
    /// What `text` asks for.
    #[must_use]
    pub fn of(text: &str, names: &dyn Names) -> Self {
        let mut selection = Self::default();
        selection.ask(text, names);
        selection
    }

    /// The same with `facets` on.
    #[must_use]
    pub fn with(self, facets: Vec<Facet>) -> Self {
        Self { facets, ..self }
    }

    /// Asks for `text` in the place of the query before. A text that is no query changes nothing else but its fault.
    pub fn ask(&mut self, text: &str, names: &dyn Names) {
        text.clone_into(&mut self.text);
        let read = match too_long(text) {
            Some(fault) => Err(fault),
            None => parse(text, names),
        };
        match read {
            Ok(query) => (self.query, self.fault) = (query, None),
            Err(fault) => {
                if let Some(before) = before_key(text, &fault).and_then(|before| parse(before, names).ok()) {
                    self.query = before;
                }
                self.fault = Some(fault);
            }
        }
    }

    /// The query as it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong with the typed query.
    #[must_use]
    pub fn fault(&self) -> Option<&QueryError> {
        self.fault.as_ref()
    }

    /// What the typed query was understood as, the facets left out.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The query and the facets as one query.
    #[must_use]
    pub fn combined(&self, actors: &ActorTable) -> Query {
        let mut kinds: Vec<(&Facet, Vec<Expr>)> = Vec::new();
        for facet in &self.facets {
            let clause = facet.expr(actors);
            match kinds.iter_mut().find(|(kind, _)| kind.is_same_kind(facet)) {
                Some((_, alternatives)) => alternatives.extend(clause),
                None => kinds.push((facet, clause.into_iter().collect())),
            }
        }
        let picked = kinds.into_iter().map(|(_, alternatives)| Expr::Or(alternatives)).collect();
        self.query.clone().and(Expr::And(picked).into())
    }

    /// Whether it asks what is noted of articles.
    #[must_use]
    pub fn asks_for_notes(&self) -> bool {
        let of_facet = |facet: &Facet| if let Facet::Case(_, query) = facet { query.asks_for_notes() } else { false };
        self.query.asks_for_notes() || self.facets.iter().any(of_facet)
    }

    /// The name of the case that is chosen.
    #[must_use]
    pub fn case(&self) -> Option<&str> {
        self.facets.iter().find_map(|facet| if let Facet::Case(name, _) = facet { Some(&**name) } else { None })
    }

    /// The same without the case that is chosen.
    #[must_use]
    pub fn without_case(&self) -> Self {
        let mut rest = self.clone();
        rest.facets.retain(|facet| !matches!(facet, Facet::Case(..)));
        rest
    }

    /// Whether every article is wanted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.query.root().is_none() && self.facets.is_empty()
    }

    /// Puts `facet` on, or takes it off when it is on.
    pub fn toggle(&mut self, facet: Facet) {
        match self.facets.iter().position(|on| on.is_same(&facet)) {
            Some(at) => drop(self.facets.remove(at)),
            None => self.facets.push(facet),
        }
    }

    /// Puts `facet` on in the place of others of its kind.
    pub fn set(&mut self, facet: Facet) {
        self.facets.retain(|on| !on.is_same_kind(&facet));
        self.facets.push(facet);
    }

    /// Takes off the facet that was put on last and returns it; when none is on, clears the query.
    pub fn drop_last(&mut self) -> Option<Facet> {
        let last = self.facets.pop();
        if last.is_none() {
            *self = Self::default();
        }
        last
    }
}

/// What is wrong with a text that is longer than anything that is typed: a page pasted by a slip of the hand would be looked for word by
/// word, and the list stay that of another query meanwhile.
fn too_long(text: &str) -> Option<QueryError> {
    let beyond = Span::new(floor(text, MOST_BYTES), text.len());
    (text.len() > MOST_BYTES)
        .then(|| QueryError::wrong(beyond, tr!("too long for a query: {n} letters at most", n = MOST_BYTES)).aligned(text))
}

/// What stands before a key that waits for its value at the end of `text`, or that is none. The letters of the key were words until
/// its colon came, and what they found was never meant.
fn before_key<'a>(text: &'a str, fault: &QueryError) -> Option<&'a str> {
    let word = text.rsplit(char::is_whitespace).next().filter(|word| word.ends_with(':'));
    let open = word.filter(|_| fault.kind == ErrorKind::Incomplete).and_then(|word| text.strip_suffix(word));
    let unknown = || fault.span.of(text).ends_with(':').then(|| Span::new(0, fault.span.first()).of(text));
    Some(open.or_else(unknown)?.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Facet, Selection};
    use crate::model::actor::{Actor, ActorIx, ActorKind, ActorTable};
    use crate::model::article::Lang;
    use crate::model::date::PartialDate;
    use crate::query::language::names::AnyName;

    fn month(text: &str) -> Facet {
        Facet::Month(PartialDate::parse(text).unwrap())
    }

    fn actors() -> ActorTable {
        let actor = |id: &str| Actor { id: id.into(), name: id.into(), kind: ActorKind::Person, ..Actor::default() };
        ActorTable::new(vec![actor("trump"), actor("mustafa-al-kadhimi")])
    }

    #[test]
    fn facets_of_one_kind_are_alternatives_and_the_rest_adds_up() {
        let mut selection = Selection::of("etat sort:-date", &AnyName);
        selection.facets = vec![Facet::Actor(ActorIx(1)), month("2020-05"), Facet::Actor(ActorIx(0)), month("2020-08")];
        let combined = selection.combined(&actors()).to_string();
        let expected = "etat (actor:mustafa-al-kadhimi OR actor:trump) (month:2020-05 OR month:2020-08) sort:-date";
        assert_eq!(combined, expected);
    }

    #[test]
    fn a_text_that_is_no_query_keeps_the_last_that_was() {
        let mut selection = Selection::of("etat", &AnyName);
        selection.ask("etat date:2020-13", &AnyName);
        assert_eq!(selection.query().to_string(), "etat");
        assert_eq!(selection.fault().map(ToString::to_string).as_deref(), Some("2020-13 is no month"));
        selection.ask("", &AnyName);
        assert!(selection.is_empty() && selection.fault().is_none());
    }

    #[test]
    fn a_page_pasted_into_the_line_is_said_to_be_too_long() {
        let mut selection = Selection::of("etat", &AnyName);
        selection.ask(&"mot éé ".repeat(2_000), &AnyName);
        assert_eq!(selection.query().to_string(), "etat");
        assert!(selection.fault().is_some_and(|fault| fault.to_string().starts_with("too long")));
        selection.ask(&"mot ".repeat(2_000), &AnyName);
        assert!(selection.fault().is_none());
    }

    #[test]
    fn the_letters_of_a_key_are_no_words_once_its_colon_has_come() {
        let mut selection = Selection::default();
        for (typed, asked) in
            [("irak actor", "irak actor"), ("irak -actor:", "irak"), ("irak acter", "irak acter"), ("irak acter:x", "irak")]
        {
            selection.ask(typed, &AnyName);
            assert_eq!(selection.query().to_string(), asked, "{typed}");
        }
        selection.ask("irak OR actor:", &AnyName);
        assert_eq!(selection.query().to_string(), "irak", "it changes nothing");
    }

    #[test]
    fn toggling_and_dropping_undo_the_last_step_first() {
        let mut selection = Selection::of("kazemi", &AnyName);
        selection.toggle(month("2020-05"));
        selection.toggle(Facet::Lang(Lang::Fr));
        selection.toggle(month("2020-05"));
        selection.toggle(Facet::Source("AFP".into()));
        selection.toggle(Facet::Source("afp".into()));
        assert_eq!(selection.facets, [Facet::Lang(Lang::Fr)]);
        assert_eq!(selection.drop_last(), Some(Facet::Lang(Lang::Fr)));
        assert_eq!((selection.drop_last(), selection.is_empty()), (None, true));
    }

    #[test]
    fn labels_are_words() {
        let actors = ActorTable::default();
        assert_eq!(month("2020-08").label(&actors), "month 2020-08");
        assert_eq!(Facet::Source("AFP".into()).label(&actors), "source AFP");
        assert_eq!(Facet::Lang(Lang::Fr).label(&actors), "lang fr");
    }
}
