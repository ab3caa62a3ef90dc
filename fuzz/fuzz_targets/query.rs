//! Any text as a query: it is read or refused without a panic, and what is read is written so that it reads back the same.
//! Errors point into the text, and completions put in what can be read, wherever the cursor stands.
//!
//! `fuzz/run 600 query`

#![no_main]

use libfuzzer_sys::fuzz_target;
use liseuse::model::actor::ActorIx;
use liseuse::query::language::complete::{OfferedValue, OfferSource, complete};
use liseuse::query::language::explain::explain;
use liseuse::query::language::keyword::Key;
use liseuse::query::language::names::Names;
use liseuse::query::language::parse::parse;
use liseuse::query::language::term::QueryTerm;
use liseuse::text::grapheme::is_boundary;

/// An archive that knows every actor, and saved queries of which some are broken or part of themselves.
struct Archive;

const SAVED: [(&str, &str); 4] = [("a", "kazemi OR @b sort:-date"), ("b", "@d -irak"), ("c", "@c"), ("d", "(text:a,b")];

impl Names for Archive {
    fn actors(&self, _: &QueryTerm) -> Vec<ActorIx> {
        vec![ActorIx(0)]
    }

    fn name(&self, _: ActorIx) -> &'static str {
        "Mustafa al-Kadhimi"
    }

    fn spellings(&self, _: ActorIx) -> usize {
        1
    }

    fn nearest(&self, _: &str) -> Option<String> {
        None
    }

    fn saved(&self, name: &str) -> Option<&str> {
        SAVED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
    }
}

impl OfferSource for Archive {
    fn values(&self, _: Key) -> Box<dyn Iterator<Item = OfferedValue<'_>> + '_> {
        let texts = ["Mustafa al-Kadhimi", "AFP", "\"K\" \\", "2020-05", "(é)"];
        Box::new(texts.into_iter().map(|text| OfferedValue { text: text.into(), spellings: &[], articles: 1 }))
    }

    fn saved(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        Box::new(SAVED.into_iter())
    }
}

fuzz_target!(|input: (&str, usize)| {
    let (text, cursor) = input;
    match parse(text, &Archive) {
        Ok(query) => {
            let written = query.to_string();
            let again = parse(&written, &Archive);
            assert_eq!(again.as_ref(), Ok(&query), "{written}");
            assert_eq!(again.map(|query| query.to_string()).as_deref(), Ok(written.as_str()));
            assert_eq!(explain(&query, &Archive).is_empty(), query.conjuncts().is_empty() && query.sort().is_empty());
        }
        Err(error) => {
            let range = error.span.range();
            assert!(is_boundary(text, range.start) && is_boundary(text, range.end), "{error:?}");
            assert!(error.caret(text).1 > 0 && !error.message.contains('\n'), "{error:?}");
        }
    }
    let cursor = cursor.checked_rem(text.len() + 2).unwrap_or_default();
    if let Some(completion) = complete(text, cursor, &Archive, 3) {
        assert!(text.get(completion.span.range()).is_some() && (1..=3).contains(&completion.offers.len()));
    }
});
