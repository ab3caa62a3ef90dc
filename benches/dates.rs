//! How fast expressions of time are found and resolved: in French the articles of the sample archive, over and over, in English,
//! which that archive does not have, a report of the same kind.
//!
//! `cargo bench --bench dates`.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use liseuse::analysis::actors::Gazetteer;
use liseuse::analysis::dates::tag;
use liseuse::ingest::{Options, Origin, load_all};
use liseuse::model::article::Lang;
use liseuse::model::date::{PartialDate, PublicationDate};
use liseuse::text::span::Span;

/// Prose of an English report, dated as reports are.
const REPORT: &str = "\
The harbour of the old town will stay closed until Monday, the port authority said on Thursday evening. A storm that came in \
from the north on 12 March had torn two of its moorings, and a third gave way early yesterday. “We have not seen anything like \
it since the winter of 1987,” said the harbour master, who has worked there for twenty-two years.

Repairs began last week and are expected to take ten days. The town council, which had put off the work twice since September \
2018, voted the money on Tuesday night by nine to four. Ferries to the islands, three a day in summer and one every two days from \
October to April, leave from the fishing quay for now.

A report published in February 2020 had warned that the moorings, laid between 1961 and 1964, were at the end of their life. \
Nobody was hurt. The fishermen’s union wants a meeting with the minister before the end of the month; her office said that she \
would visit the port next Wednesday at 10.30 a.m.";

fn main() {
    divan::main();
}

#[divan::bench]
fn french(bencher: Bencher) {
    let (archive, _) = load_all(&Origin::Sample, &Options::default(), &Gazetteer::default());
    let french: Vec<_> = archive.iter().map(|(_, article)| article).filter(|article| article.lang() == Lang::Fr).collect();
    let texts: Vec<(&str, Vec<Span>)> =
        french.iter().map(|article| (article.body(), article.text_blocks().map(|block| block.span).collect())).collect();
    tagging(bencher, &texts, Lang::Fr);
}

#[divan::bench]
fn english(bencher: Bencher) {
    tagging(bencher, &[(REPORT, vec![Span::new(0, REPORT.len())])], Lang::En);
}

fn tagging(bencher: Bencher, texts: &[(&str, Vec<Span>)], lang: Lang) {
    let published = PartialDate::day(2020, 3, 20).map_or(PublicationDate::Unknown, PublicationDate::On);
    let bytes: usize = texts.iter().flat_map(|(_, scope)| scope).map(|span| span.len()).sum();
    let dates = |(text, scope): &(&str, Vec<Span>)| tag(text, scope, lang, published).len();
    bencher.counter(BytesCount::new(bytes)).bench(|| black_box(texts).iter().map(dates).sum::<usize>());
}
