//! How fast expressions of time are found and resolved: in French the articles of the sample archive, over and over, in English,
//! which that archive does not have, a report of the same kind; and how fast the whole of analysis is on the same texts.
//!
//! `cargo bench --bench dates`.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use liseuse::analysis::actors::Gazetteer;
use liseuse::analysis::analyse;
use liseuse::analysis::dates::tag;
use liseuse::ingest::{Options, Origin, load_all};
use liseuse::model::article::{Article, Block, BlockKind, Lang};
use liseuse::model::date::{PartialDate, Publication, PublicationDate};
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
    tagging(bencher, &sample(), Lang::Fr);
}

#[divan::bench]
fn english(bencher: Bencher) {
    tagging(bencher, &[report()], Lang::En);
}

#[divan::bench]
fn all_of_french(bencher: Bencher) {
    analysing(bencher, &sample());
}

#[divan::bench]
fn all_of_english(bencher: Bencher) {
    analysing(bencher, &[report()]);
}

/// The French articles of the sample archive.
fn sample() -> Vec<Article> {
    let (archive, _) = load_all(&Origin::Sample, &Options::default(), &Gazetteer::default());
    let french = archive.iter().filter(|(_, article)| article.lang() == Lang::Fr);
    french.map(|(_, article)| Article { published: day(), ..article.unpack() }).collect()
}

fn report() -> Article {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, REPORT.len()) }];
    Article { body: REPORT.into(), blocks, lang: Lang::En, published: day(), ..Article::default() }
}

/// The day the texts are counted from.
fn day() -> Publication {
    let date = PartialDate::day(2020, 3, 20).map_or(PublicationDate::Unknown, PublicationDate::On);
    Publication { date, ..Publication::default() }
}

fn tagging(bencher: Bencher, articles: &[Article], lang: Lang) {
    let scopes: Vec<Vec<Span>> = articles.iter().map(|article| article.text_blocks().map(|block| block.span).collect()).collect();
    let bytes: usize = scopes.iter().flatten().map(|span| span.len()).sum();
    let dates = |(article, scope): (&Article, &Vec<Span>)| tag(&article.body, scope, lang, article.published.date).len();
    bencher.counter(BytesCount::new(bytes)).bench(|| black_box(articles).iter().zip(&scopes).map(dates).sum::<usize>());
}

fn analysing(bencher: Bencher, articles: &[Article]) {
    let gazetteer = Gazetteer::builtin();
    let bytes: usize = articles.iter().map(|article| article.body.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(|| articles.to_vec())
        .bench_refs(|articles| articles.iter_mut().for_each(|article| analyse(article, &gazetteer)));
}
