//! Queries over notes: which of the reader's notes a query wants, in the language that asks for articles.
//!
//! `note:`, `tag:`, `color:`, `has:note`, `has:highlight` and `is:orphan` ask the note itself; bare words its quotation, its text, its
//! tags and its article's headline and outlet, or that article alone; every other key asks the article. The pane of notes and the
//! command line call it.

use std::cmp::Reverse;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::model::annotation::{Annotation, Target};
use crate::model::archive::ArticleIx;
use crate::model::property::PropertyId;
use crate::query::evaluate::{Stop, evaluate};
use crate::query::index::Index;
use crate::query::language::ast::{Clause, Expr, Query, TermScope};
use crate::query::language::keyword::{Has, Is};
use crate::query::language::term::QueryTerm;
use crate::query::matching::fuzzy;
use crate::query::matching::marker::is_fuzzy;
use crate::query::matching::terms::{is_case, pattern};
use crate::text::fold::fold;

/// A note as a query asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteRecord {
    /// The article it belongs to.
    pub article: Option<ArticleIx>,
    /// The words it is on; the headline, the name or the day when it is on no words.
    pub words: Box<str>,
    /// Its texts that are asked for by keys, such as the note and the colour; none is empty.
    pub texts: Vec<(PropertyId, Box<str>)>,
    /// The tags in the note.
    pub tags: Vec<Box<str>>,
    /// Whether it has lost its place.
    pub is_orphan: bool,
    /// Whether it is on words.
    pub is_on_words: bool,
}

/// A note that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteMatch {
    /// Its place among those that were filtered.
    pub at: usize,
    /// How well it matches the bare words.
    pub score: i64,
}

impl NoteRecord {
    /// What a query can ask of `annotation`, which belongs to `article`; `name` is what it is on when not words or an article.
    #[must_use]
    pub fn of(annotation: &Annotation, article: Option<ArticleIx>, name: &str, is_orphan: bool) -> Self {
        let words = match &annotation.target {
            Target::Passage { anchor, .. } => anchor.exact.as_str(),
            Target::Article { article } => article.title.as_str(),
            Target::Actor { .. } | Target::Day { .. } => name,
        };
        Self {
            article,
            words: words.into(),
            texts: annotation.texts().map(|(property, text)| (property, text.into())).collect(),
            tags: annotation.tags().into_iter().map(Box::from).collect(),
            is_orphan,
            is_on_words: matches!(annotation.target, Target::Passage { .. }),
        }
    }

    /// The texts of one property: one, or those of a list.
    pub fn texts_of(&self, property: PropertyId) -> impl Iterator<Item = &str> {
        self.texts.iter().filter(move |(of, _)| *of == property).map(|(_, text)| &**text)
    }
}

/// What bare words ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bare {
    /// The note itself, and the headline and the outlet of its article.
    Note,
    /// Its article, as where articles are asked for.
    Article,
}

/// The notes that `query` wants of `notes`, whose articles `index` indexes: in their order, or the best first when bare words are
/// asked for. `None` when `stop` said that nobody waits any more.
#[must_use]
pub fn filter_notes(
    query: &Query,
    notes: &[NoteRecord],
    (index, bare): (&Index, Bare),
    stop: Stop<'_>,
) -> Option<Vec<NoteMatch>> {
    let mut filter = NoteFilter { notes, index, bare, stop, scores: vec![0; notes.len()] };
    let kept = match query.root() {
        Some(root) => filter.of(root)?,
        None => vec![true; notes.len()],
    };
    let kept = kept.into_iter().zip(filter.scores).enumerate().filter(|(_, (is_kept, _))| *is_kept);
    let mut found: Vec<NoteMatch> = kept.map(|(at, (_, score))| NoteMatch { at, score }).collect();
    found.sort_by_key(|one| Reverse(one.score));
    (!stop()).then_some(found)
}

/// A filtering under way.
struct NoteFilter<'a> {
    notes: &'a [NoteRecord],
    index: &'a Index,
    bare: Bare,
    stop: Stop<'a>,
    scores: Vec<i64>,
}

impl NoteFilter<'_> {
    /// For each note, whether it fulfils `expr`.
    fn of(&mut self, expr: &Expr) -> Option<Vec<bool>> {
        if (self.stop)() {
            return None;
        }
        match expr {
            Expr::And(parts) => self.joined(parts, |all, one| all && one),
            Expr::Or(parts) => self.joined(parts, |any, one| any || one),
            Expr::Not(inner) => {
                // What is not wanted has no say in the order.
                let scores = self.scores.clone();
                let unwanted = self.of(inner)?;
                self.scores = scores;
                Some(unwanted.into_iter().map(|is| !is).collect())
            }
            Expr::Term(_) if self.bare == Bare::Article => self.of_articles(expr.clone()),
            Expr::Term(term) => Some(self.bare(term)),
            Expr::Clause(clause) => self.clause(clause),
            Expr::Saved(saved) => match saved.query.root() {
                Some(root) => self.of(root),
                None => Some(vec![true; self.notes.len()]),
            },
        }
    }

    fn joined(&mut self, parts: &[Expr], join: impl Fn(bool, bool) -> bool) -> Option<Vec<bool>> {
        let mut held: Option<Vec<bool>> = None;
        for part in parts {
            let of_part = self.of(part)?;
            held = Some(match held {
                Some(held) => held.into_iter().zip(of_part).map(|(held, is)| join(held, is)).collect(),
                None => of_part,
            });
        }
        held
    }

    fn bare(&mut self, term: &QueryTerm) -> Vec<bool> {
        let found: Vec<Option<i64>> = if is_fuzzy(term) {
            let words = fuzzy::FuzzyPattern::new(term.text());
            let score = |noted: &NoteRecord| {
                let texts: Vec<String> = self.texts(noted).map(fold).collect();
                let best = |word: &fuzzy::FuzzyWord| texts.iter().filter_map(|text| Some(word.find(text)?.score)).max();
                words.words().iter().map(best).sum::<Option<i64>>()
            };
            self.notes.par_iter().map(score).collect()
        } else {
            let pattern = pattern(term);
            let holds = |text: &str| pattern.as_ref().is_some_and(|pattern| pattern.is_match(text.as_bytes()));
            self.notes.par_iter().map(|noted| self.texts(noted).any(holds).then_some(0)).collect()
        };
        self.scores.iter_mut().zip(&found).for_each(|(sum, score)| *sum += score.unwrap_or(0));
        found.into_iter().map(|score| score.is_some()).collect()
    }

    /// What bare words are looked for in.
    fn texts<'b>(&'b self, noted: &'b NoteRecord) -> impl Iterator<Item = &'b str> {
        let article = noted.article.and_then(|ix| self.index.archive().get(ix));
        let of_article = article.into_iter().flat_map(|article| [Some(article.title()), article.source()]).flatten();
        let own = std::iter::once(&*noted.words).chain(noted.texts.iter().map(|(_, text)| &**text));
        own.chain(noted.tags.iter().map(|tag| &**tag)).chain(of_article)
    }

    fn clause(&mut self, clause: &Clause) -> Option<Vec<bool>> {
        match clause {
            Clause::Field(field @ (TermScope::Noted(_) | TermScope::Tag), terms) => {
                let patterns: Vec<_> = terms.iter().filter_map(pattern).collect();
                let holds = |text: &str| patterns.iter().any(|pattern| pattern.is_match(text.as_bytes()));
                if matches!(field, TermScope::Noted(PropertyId::Case)) {
                    // A note that names no case belongs to all that its article is in.
                    let of_articles = self.of_articles(Expr::Clause(clause.clone()))?;
                    let is_in = |(noted, is): (&NoteRecord, bool)| {
                        let mut own = noted.texts_of(PropertyId::Case).peekable();
                        if own.peek().is_none() { is } else { own.any(|case| is_case(terms, case)) }
                    };
                    return Some(self.notes.iter().zip(of_articles).map(is_in).collect());
                }
                let is_wanted = |noted: &NoteRecord| match field {
                    TermScope::Noted(property) => noted.texts_of(*property).any(holds),
                    _ => noted.tags.iter().any(|tag| holds(tag)),
                };
                Some(self.notes.iter().map(is_wanted).collect())
            }
            Clause::Has(words) => self.any(
                words,
                |word| Clause::Has(vec![word]),
                |word, noted| match word {
                    Has::Note => Some(noted.texts_of(PropertyId::Note).next().is_some()),
                    Has::Highlight => Some(noted.is_on_words && noted.texts_of(PropertyId::Color).next().is_some()),
                    _ => None,
                },
            ),
            Clause::Is(words) => {
                self.any(words, |word| Clause::Is(vec![word]), |word, noted| (word == Is::Orphan).then_some(noted.is_orphan))
            }
            clause => self.of_articles(Expr::Clause(clause.clone())),
        }
    }

    /// Whether any of `words` holds: of the note itself where `own` can tell, else of its article.
    fn any<W: Copy>(
        &self,
        words: &[W],
        clause: impl Fn(W) -> Clause,
        own: impl Fn(W, &NoteRecord) -> Option<bool>,
    ) -> Option<Vec<bool>> {
        let mut held = vec![false; self.notes.len()];
        for word in words {
            let of_itself: Option<Vec<bool>> = self.notes.iter().map(|noted| own(*word, noted)).collect();
            let of_word =
                if let Some(of_itself) = of_itself { of_itself } else { self.of_articles(Expr::Clause(clause(*word)))? };
            held.iter_mut().zip(of_word).for_each(|(held, is)| *held |= is);
        }
        Some(held)
    }

    /// For each note, whether its article fulfils `expr`.
    fn of_articles(&self, expr: Expr) -> Option<Vec<bool>> {
        let wanted = evaluate(&Query::new(Some(expr), Vec::new()), self.index, self.stop)?.set;
        Some(self.notes.iter().map(|noted| noted.article.is_some_and(|ix| wanted.holds(ix))).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Bare, NoteRecord, filter_notes};
    use crate::model::archive::{Archive, ArticleIx};
    use crate::model::article::{Article, ArticleId, Attributed};
    use crate::model::date::Provenance;
    use crate::model::property::PropertyId;
    use crate::query::index::Index;
    use crate::query::language::names::AnyName;
    use crate::query::language::parse::parse;

    fn noted(article: Option<u32>, words: &str, note: &str, tags: &[&str], color: &str) -> NoteRecord {
        let texts = [(PropertyId::Note, note), (PropertyId::Color, color)];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(of, text)| (of, text.into())).collect();
        NoteRecord {
            article: article.map(ArticleIx),
            words: words.into(),
            texts,
            tags: tags.iter().map(|tag| (*tag).into()).collect(),
            is_orphan: article.is_none(),
            is_on_words: !words.is_empty(),
        }
    }

    #[test]
    fn a_note_in_several_cases_is_found_in_each_by_its_whole_name() {
        let mut note = noted(None, "le pont", "", &[], "");
        note.texts.extend(["Fall of the port", "Énergie"].map(|case| (PropertyId::Case, case.into())));
        let (index, notes) = (Index::new(&Archive::default()), [note]);
        let is_found = |query: &str| {
            let query = parse(query, &AnyName).unwrap();
            !filter_notes(&query, &notes, (&index, Bare::Note), &|| false).unwrap().is_empty()
        };
        assert!(is_found("case:energie") && is_found("case:\"fall of the port\""));
        assert!(!is_found("case:port") && !is_found("case:\"fall of the port, énergie\""));
    }

    #[test]
    fn a_query_asks_the_note_and_then_its_article() {
        let article = |id: &str, source: &str| Article {
            id: ArticleId(id.into()),
            title: format!("Titre {id}").into(),
            source: Some(Attributed { text: source.into(), provenance: Provenance::Metadata }),
            ..Article::default()
        };
        let mut archive = Archive::default();
        archive.append_articles([article("a", "Le Monde"), article("b", "La Gazette")]);
        let index = Index::new(&archive);
        let notes = [
            noted(Some(0), "le pont a rouvert", "à vérifier #chiffres", &["chiffres"], "claim"),
            noted(Some(1), "un tiers du chiffre d'affaires", "", &[], "figure"),
            noted(Some(1), "", "résumé", &[], ""),
            noted(None, "une pétition", "", &[], "claim"),
        ];
        let found = |query: &str| -> Vec<usize> {
            let query = parse(query, &AnyName).unwrap();
            filter_notes(&query, &notes, (&index, Bare::Note), &|| false).unwrap().iter().map(|one| one.at).collect()
        };
        assert_eq!(found(""), [0, 1, 2, 3]);
        assert_eq!(found("tag:chiffres"), [0]);
        assert_eq!(found("color:claim -is:orphan"), [0]);
        assert_eq!(found("has:note"), [0, 2]);
        assert_eq!(found("has:highlight is:orphan"), [3]);
        assert_eq!(found("source:gazette"), [1, 2]);
        assert_eq!(found("source:gazette has:note OR is:orphan"), [2, 3]);
        assert_eq!(found("note:resume"), [2]);
        assert_eq!(found("petition"), [3]);
        assert_eq!(found("gazette chiffre"), [1]);
        assert_eq!(found("-has:note"), [1, 3]);
        assert_eq!(found("has:note,source is:orphan,undated"), [0, 1, 2]);
    }
}
