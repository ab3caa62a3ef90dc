//! What holds for the query language whatever is typed: it reads back what it writes, and never fails but with a sentence.

#![cfg(test)]

use liseuse::model::actor::ActorIx;
use liseuse::model::article::Lang;
use liseuse::model::date::PartialDate;
use liseuse::query::language::ast::{Clause, Direction, Expr, Query, TermScope};
use liseuse::query::language::complete::{OfferSource, OfferedValue, complete};
use liseuse::query::language::date::DateRange;
use liseuse::query::language::error::ErrorKind;
use liseuse::query::language::explain::explain;
use liseuse::query::language::keyword::{Has, Is, Key, Keyword, SortKey};
use liseuse::query::language::names::{AnyName, Names};
use liseuse::query::language::number::NumberRange;
use liseuse::query::language::parse::{MAX_DEPTH, parse};
use liseuse::query::language::term::QueryTerm;
use liseuse::query::language::token::tokens;
use liseuse::text::grapheme::is_boundary;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

/// Knows every actor and a few saved queries.
struct Shelf;

impl Names for Shelf {
    fn actors(&self, _: &QueryTerm) -> Vec<ActorIx> {
        vec![ActorIx(0)]
    }

    fn name(&self, _: ActorIx) -> &'static str {
        "Mustafa al-Kadhimi"
    }

    fn spellings(&self, _: ActorIx) -> usize {
        4
    }

    fn nearest(&self, _: &str) -> Option<String> {
        None
    }

    fn saved(&self, name: &str) -> Option<&str> {
        match name {
            "a" => Some("irak OR @b sort:-date"),
            "b" => Some("(kazemi month:2020-05"),
            "c" => Some("kazemi month:2020-05 sort:title"),
            "d" => Some("@c OR @c"),
            "e" => Some(""),
            _ => None,
        }
    }
}

impl OfferSource for Shelf {
    fn values(&self, _: Key) -> Box<dyn Iterator<Item = OfferedValue<'_>> + '_> {
        let texts = ["Mustafa al-Kadhimi", "AFP", "\"K\" \\", "2020-05", "(é)"];
        Box::new(texts.into_iter().map(|text| OfferedValue { text: text.into(), spellings: &[], articles: 1 }))
    }

    fn saved(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        Box::new([("a", "irak")].into_iter())
    }
}

const PIECES: &[&str] = &[
    " ",
    "  ",
    "\u{A0}",
    "(",
    ")",
    ",",
    "-",
    "\"",
    "“",
    "”",
    "«",
    "»",
    "/",
    "\\",
    "=",
    "*",
    "~",
    "~5",
    "@a",
    "@c",
    "@d",
    "@",
    " OR ",
    " AND ",
    "NOT ",
    "..",
    ">=",
    "<",
    ":",
    "title:",
    "text:",
    "actor:",
    "lang:",
    "month:",
    "date:",
    "event:",
    "has:",
    "is:",
    "sort:",
    "words:",
    "acter:",
    "2020",
    "2020-05",
    "2020-02-30",
    "500",
    "fr",
    "unknown",
    "date",
    "undated",
    "kazemi",
    "État",
    "e\u{301}",
    "\u{301}",
    "👩‍👩‍👧",
    "العراق",
    "[a-z]+",
    "(?i)",
];

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{1,3}", 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn term() -> impl Strategy<Value = QueryTerm> {
    let text = || prop_oneof!["[a-zÀ-ÿ'-]{1,8}", soup()];
    prop_oneof![
        4 => text().prop_filter_map("no word", |text| QueryTerm::words(&text)),
        2 => text().prop_filter_map("no word", |text| QueryTerm::phrase(&text)),
        1 => text().prop_filter_map("no word", |text| QueryTerm::prefix(&text)),
        1 => text().prop_filter_map("no word", |text| QueryTerm::exact(&text)),
        1 => (text(), any::<u8>()).prop_filter_map("no word", |(text, distance)| QueryTerm::near(&text, distance)),
        1 => prop_oneof!["[a-z/.]{1,6}", "\\(a\\|[/\\\\]{2}b\\)", soup()].prop_filter_map("no regex", |text| QueryTerm::regex(&text).ok()),
    ]
}

fn date() -> impl Strategy<Value = PartialDate> {
    let day = (1..=9999i16, 1..=12u8, 1..=31u8).prop_filter_map("no day", |(y, m, d)| PartialDate::day(y, m, d));
    let month = (1..=9999i16, 1..=12u8).prop_filter_map("no month", |(y, m)| PartialDate::month(y, m));
    prop_oneof![day, month, (1..=9999i16).prop_filter_map("no year", PartialDate::year)]
}

fn ranges() -> impl Strategy<Value = Vec<DateRange>> {
    let one = |range: fn(PartialDate) -> DateRange| date().prop_map(range);
    let range = prop_oneof![
        one(DateRange::On),
        one(DateRange::From),
        one(DateRange::Until),
        one(DateRange::After),
        one(DateRange::Before),
        one(DateRange::About),
        (date(), date()).prop_map(|(from, to)| DateRange::Between(from, to)),
    ];
    prop::collection::vec(range, 0..3)
}

fn words<K: Keyword + std::fmt::Debug>() -> impl Strategy<Value = Vec<K>> {
    prop::collection::vec(prop::sample::select(K::ALL), 0..3)
}

fn clause() -> impl Strategy<Value = Clause> {
    let fields = [
        TermScope::Title,
        TermScope::Text,
        TermScope::Source,
        TermScope::Author,
        TermScope::Agency,
        TermScope::Story,
        TermScope::File,
    ];
    let terms = || prop::collection::vec(term(), 0..4);
    let names = prop::collection::vec("\\PC{1,9}".prop_filter_map("no name", |name| QueryTerm::words(&name)), 1..3);
    let lang = prop_oneof![
        Just(Lang::Fr),
        Just(Lang::En),
        Just(Lang::Unknown),
        any::<[u8; 3]>().prop_map(Lang::Other),
        Just(Lang::Other(*b"fr\0")),
        "[a-z]{2,3}".prop_map(|code| Lang::parse(&code)),
    ];
    let numbers = prop::collection::vec((any::<u32>(), any::<u32>()).prop_map(|(a, b)| NumberRange::between(a, b)), 0..3);
    prop_oneof![
        (prop::sample::select(fields.to_vec()), terms()).prop_map(|(field, terms)| Clause::Field(field, terms)),
        names.prop_map(|names| Clause::Field(TermScope::Actor, names)),
        prop::collection::vec(lang, 0..3).prop_map(Clause::Lang),
        ranges().prop_map(Clause::Month),
        ranges().prop_map(Clause::Date),
        ranges().prop_map(Clause::Event),
        words::<Has>().prop_map(Clause::Has),
        words::<Is>().prop_map(Clause::Is),
        numbers.clone().prop_map(Clause::Words),
        numbers.prop_map(Clause::Copies),
    ]
}

fn expr() -> BoxedStrategy<Expr> {
    let leaf = prop_oneof![term().prop_map(Expr::Term), clause().prop_map(Expr::Clause)];
    let grown = leaf.prop_recursive(6, 32, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Expr::And),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Expr::Or),
            inner.prop_map(|inner| Expr::Not(Box::new(inner))),
        ]
    });
    grown.boxed()
}

fn query() -> impl Strategy<Value = Query> {
    let direction = prop_oneof![Just(Direction::Natural), Just(Direction::Reversed)];
    let sort = prop::collection::vec((prop::sample::select(SortKey::ALL), direction), 0..4);
    (prop::option::of(expr()), sort).prop_map(|(root, sort)| Query::new(root, sort))
}

proptest! {
    #[test]
    fn what_is_written_reads_back(query in query()) {
        let text = query.to_string();
        prop_assert_eq!(parse(&text, &AnyName), Ok(query), "{}", text);
    }

    #[test]
    fn what_is_read_and_written_is_settled(text in soup()) {
        if let Ok(query) = parse(&text, &Shelf) {
            let written = query.to_string();
            prop_assert_eq!(parse(&written, &Shelf), Ok(query), "{}", written);
        }
    }

    #[test]
    fn errors_point_into_the_text_with_one_sentence(text in soup()) {
        if let Err(error) = parse(&text, &Shelf) {
            let range = error.span.range();
            prop_assert!(is_boundary(&text, range.start) && is_boundary(&text, range.end), "{error:?}");
            prop_assert!(!error.message.is_empty() && !error.message.contains('\n') && !error.message.ends_with('.'), "{error:?}");
            prop_assert!(error.message.chars().count() <= 160, "{error:?}");
            prop_assert!(error.caret(&text).1 >= 1);
        }
    }

    #[test]
    fn completions_replace_what_stands_around_the_cursor(text in soup(), at in any::<prop::sample::Index>()) {
        let cursor = at.index(text.len() + 1);
        if let Some(found) = complete(&text, cursor, &Shelf, 3) {
            prop_assert!(text.get(found.span.range()).is_some(), "{found:?}");
            prop_assert!(found.span.first() <= cursor && (1..=3).contains(&found.offers.len()), "{found:?}");
        }
    }

    #[test]
    fn what_is_read_is_explained(text in soup()) {
        if let Ok(query) = parse(&text, &Shelf) {
            prop_assert_eq!(explain(&query, &Shelf).is_empty(), query.conjuncts().is_empty() && query.sort().is_empty());
        }
    }

    #[test]
    fn tokens_follow_each_other(text in soup()) {
        let mut at = 0;
        for token in tokens(&text) {
            prop_assert!(token.span.first() >= at && token.span.first() < token.span.after());
            at = token.span.after();
            prop_assert!(text.is_char_boundary(at));
        }
        prop_assert!(at <= text.len());
    }
}

#[test]
fn depth_is_bounded_and_told() {
    let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    assert!(parse(&nested(MAX_DEPTH), &AnyName).is_ok());
    for text in [nested(MAX_DEPTH + 1), "(".repeat(1 << 20), "-(".repeat(1 << 20)] {
        let error = parse(&text, &AnyName).unwrap_err();
        assert_eq!((error.message.as_str(), error.kind), ("nested too deeply", ErrorKind::Wrong));
    }
    assert!(parse(&"-".repeat((1 << 20) + 1), &AnyName).is_err());
    assert_eq!(parse(&format!("{}a", "-".repeat(1 << 20)), &AnyName).unwrap().to_string(), "a");
}

/// The page about queries.
const PAGE: &str = include_str!("../docs/query.md");

/// The lines of the fenced blocks of the page that are marked `mark`.
fn fenced(mark: &str) -> Vec<&'static str> {
    let blocks = PAGE.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix(mark)).flat_map(str::lines).filter(|line| !line.is_empty()).collect()
}

/// Knows every actor, and every saved query as one word.
struct Open;

impl Names for Open {
    fn actors(&self, _: &QueryTerm) -> Vec<ActorIx> {
        vec![ActorIx(0)]
    }

    fn name(&self, _: ActorIx) -> &'static str {
        ""
    }

    fn spellings(&self, _: ActorIx) -> usize {
        1
    }

    fn nearest(&self, _: &str) -> Option<String> {
        None
    }

    fn saved(&self, _: &str) -> Option<&str> {
        Some("irak")
    }
}

#[test]
fn the_queries_on_the_page_are_queries() {
    let queries = fenced("query");
    assert!(queries.len() > 20);
    for text in queries {
        assert!(parse(text, &Open).is_ok(), "{text}: {:?}", parse(text, &Open));
    }
    // In the tables each query stands in backticks at the head of its row, with bars escaped.
    let rows = PAGE.lines().filter(|line| line.starts_with("| `") && !line.ends_with(":` |"));
    for row in rows {
        let cell = row.replace("\\|", "\u{1}").split('|').nth(1).unwrap().replace('\u{1}', "|");
        for text in cell.split('`').skip(1).step_by(2).filter(|text| !text.ends_with(':')) {
            assert!(parse(text, &Open).is_ok(), "{text}: {:?}", parse(text, &Open));
        }
    }
}

#[test]
fn the_errors_on_the_page_are_those_that_are_told() {
    for pair in fenced("errors").chunks(2) {
        let [text, told] = pair else { panic!("{pair:?}") };
        let error = parse(text, &AnyName).unwrap_err();
        let (column, width) = error.caret(text);
        assert_eq!(format!("{}{} {error}", " ".repeat(column), "^".repeat(width)), **told);
    }
}

#[test]
fn the_tables_on_the_page_are_the_words_of_the_language() {
    fn rows<K: Keyword>(sign: &str) -> Vec<String> {
        K::ALL.iter().map(|word| format!("| `{}{sign}` | {} |", word.name(), word.meaning())).collect()
    }
    let words = rows::<Has>("").into_iter().chain(rows::<Is>("")).chain(rows::<SortKey>("")).chain(rows::<Key>(":"));
    for row in words {
        assert!(PAGE.lines().any(|line| line.starts_with(&row)), "{row}");
    }
}
