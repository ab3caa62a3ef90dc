//! How fast the gazetteer is built, and how fast it reads: the sample archive, as one article of each file.

use divan::Bencher;
use divan::counter::BytesCount;
use liseuse::analysis::actors::Gazetteer;
use liseuse::model::article::{Article, Block, BlockKind, Lang};
use liseuse::text::span::Span;

const BODIES: [&str; 5] = [
    include_str!("../seeds/000_94fb8d0e30f7aafd.txt"),
    include_str!("../seeds/001_77341eb219bfa874.txt"),
    include_str!("../seeds/002_be29dc15a2bbb046.txt"),
    include_str!("../seeds/003_27f911bebe8415c2.txt"),
    include_str!("../seeds/004_126305962bc3ab16.txt"),
];

fn main() {
    divan::main();
}

#[divan::bench]
fn build() -> Gazetteer {
    Gazetteer::builtin()
}

#[divan::bench]
fn mentions(bencher: Bencher) {
    let gazetteer = Gazetteer::builtin();
    let articles: Vec<Article> = BODIES.into_iter().map(article).collect();
    let bytes: usize = BODIES.iter().map(|body| body.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| articles.iter().map(|article| gazetteer.mentions(article).len()).sum::<usize>());
}

fn article(body: &str) -> Article {
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) };
    Article { body: body.into(), blocks: vec![block], lang: Lang::Fr, ..Article::default() }
}
