//! How fast the dates of an article are found and resolved, by language: the articles of the sample archive, over and over.
//!
//! `cargo bench --bench dates`.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use liseuse::analysis::actors::Gazetteer;
use liseuse::analysis::dates::tag;
use liseuse::ingest::{Options, Origin, load_all};
use liseuse::model::archive::Archive;
use liseuse::model::article::{Article, Lang};
use liseuse::text::span::Span;

fn main() {
    divan::main();
}

#[divan::bench]
fn french(bencher: Bencher) {
    tagging(bencher, Lang::Fr);
}

#[divan::bench]
fn english(bencher: Bencher) {
    tagging(bencher, Lang::En);
}

fn tagging(bencher: Bencher, lang: Lang) {
    let (archive, _) = load_all(&Origin::Sample, &Options::default(), &Gazetteer::default());
    let articles: Vec<(&Article, Vec<Span>)> = of_language(&archive, lang).collect();
    let bytes: usize = articles.iter().flat_map(|(_, scope)| scope).map(|span| span.len()).sum();
    let dates = |(article, scope): &(&Article, Vec<Span>)| tag(&article.body, scope, lang, article.published.date).len();
    bencher.counter(BytesCount::new(bytes)).bench(|| black_box(&articles).iter().map(dates).sum::<usize>());
}

fn of_language(archive: &Archive, lang: Lang) -> impl Iterator<Item = (&Article, Vec<Span>)> {
    let articles = archive.iter().map(|(_, article)| &**article).filter(move |article| article.lang == lang);
    articles.map(|article| (article, article.text_blocks().map(|block| block.span).collect()))
}
