//! Queries made by the program: flags of the command line, facets that are picked, filters that are dropped.
//!
//! All of them make the same tree as typing does, so that a picked facet can be shown, edited and saved as text.

use crate::model::article::Lang;
use crate::model::date::PartialDate;
use crate::query::language::ast::{Clause, Direction, Expr, Query, TermScope};
use crate::query::language::date::DateRange;
use crate::query::language::keyword::SortKey;
use crate::query::language::term::QueryTerm;

impl From<Expr> for Query {
    fn from(expr: Expr) -> Self {
        Self::new(Some(expr), Vec::new())
    }
}

impl Query {
    /// What both ask; the order of `self` goes before that of `other`.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let ((root, mut sort), (more, later)) = (self.into_parts(), other.into_parts());
        sort.extend(later);
        Self::new(Some(Expr::And(root.into_iter().chain(more).collect())), sort)
    }

    /// The same articles in another order.
    #[must_use]
    pub fn sorted(self, sort: Vec<(SortKey, Direction)>) -> Self {
        Self::new(self.into_parts().0, sort)
    }
}

impl Expr {
    /// A bare word or phrase.
    #[must_use]
    pub fn words(text: &str) -> Self {
        QueryTerm::words(text).map_or(Self::And(Vec::new()), Self::Term)
    }

    /// Words of the headline, the outlet and so on; no words ask nothing.
    #[must_use]
    pub fn field(field: TermScope, text: &str) -> Self {
        Self::Clause(Clause::Field(field, QueryTerm::words(text).into_iter().collect()))
    }

    /// `actor:` with an identifier or a name.
    #[must_use]
    pub fn actor(name: &str) -> Self {
        Self::field(TermScope::Actor, name)
    }

    /// `source:` with the name of an outlet.
    #[must_use]
    pub fn source(name: &str) -> Self {
        Self::field(TermScope::Source, name)
    }

    /// `month:` with one month.
    #[must_use]
    pub fn month(month: PartialDate) -> Self {
        Self::Clause(Clause::Month(vec![DateRange::On(month)]))
    }

    /// `date:` with one range.
    #[must_use]
    pub fn date(range: DateRange) -> Self {
        Self::Clause(Clause::Date(vec![range]))
    }

    /// `event:` with one range.
    #[must_use]
    pub fn event(range: DateRange) -> Self {
        Self::Clause(Clause::Event(vec![range]))
    }

    /// `lang:` with one language.
    #[must_use]
    pub fn lang(lang: Lang) -> Self {
        Self::Clause(Clause::Lang(vec![lang]))
    }

    /// Any of `parts`.
    #[must_use]
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::Or(parts.into_iter().collect())
    }

    /// Not `self`.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }
}

#[cfg(test)]
mod tests {
    use super::{Expr, Query};
    use crate::model::article::Lang;
    use crate::model::date::PartialDate;
    use crate::query::language::names::AnyName;
    use crate::query::language::parse::parse;

    fn reads_back(query: &Query, text: &str) {
        assert_eq!(query.to_string(), text);
        assert_eq!(parse(text, &AnyName).as_ref(), Ok(query));
    }

    #[test]
    fn what_the_program_asks_reads_as_if_typed() {
        let month = PartialDate::month(2020, 8).unwrap();
        let query = parse("kazemi OR salih sort:-date", &AnyName).unwrap();
        let query = query.and(Expr::actor("Mustafa  al-Kadhimi").into()).and(Expr::month(month).into());
        reads_back(&query, "(kazemi OR salih) actor:\"Mustafa al-Kadhimi\" month:2020-08 sort:-date");
        reads_back(&Expr::source("AFP").negated().negated().into(), "source:AFP");
        reads_back(&Expr::any([Expr::lang(Lang::Fr), Expr::lang(Lang::Unknown)]).into(), "lang:fr OR lang:unknown");
        reads_back(&Expr::actor(" ").into(), "");
        reads_back(&Expr::words("a -b").into(), "\"a -b\"");
    }
}
