//! How fast the geometry of a text is worked out: sentences, rows and folding, over the bodies of the sample archive.
//!
//! `cargo bench --bench text`.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::{Options, Origin, load_all};
use liseuse::text::span::Span;

/// The columns of a comfortable measure.
const MEASURE: usize = 72;

fn main() {
    divan::main();
}

#[divan::bench]
fn sentences(bencher: Bencher) {
    over_bodies(bencher, |body| liseuse::text::sentence::sentences(body).len());
}

#[divan::bench]
fn wrap(bencher: Bencher) {
    over_bodies(bencher, |body| liseuse::text::wrap::wrap(body, Span::new(0, body.len()), MEASURE).len());
}

#[divan::bench]
fn fold(bencher: Bencher) {
    over_bodies(bencher, |body| liseuse::text::fold::fold(body).len());
}

fn over_bodies(bencher: Bencher, work: impl Fn(&str) -> usize + Sync) {
    let (archive, _) = load_all(&Origin::Sample, &Options::default(), &Gazetteer::default());
    let bodies: Vec<&str> = archive.iter().map(|(_, article)| article.body()).collect();
    let bytes: usize = bodies.iter().map(|body| body.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| black_box(&bodies).iter().map(|body| work(body)).sum::<usize>());
}
