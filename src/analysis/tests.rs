//! Texts that nobody writes: analysis ends, in time that grows with the text, and what it finds stands in the text.

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::model::article::{Article, Block, BlockKind, Lang};
use crate::text::span::Span;

/// Long enough that what takes the square of it would be felt.
const LENGTH: usize = 40_000;

fn analysed(body: &str, lang: Lang, gazetteer: &Gazetteer) -> Article {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) }];
    let mut article = Article { body: body.into(), blocks, lang, ..Article::default() };
    analyse(&mut article, gazetteer);
    article
}

#[test]
fn texts_that_nobody_writes_are_analysed_too() {
    let gazetteer = Gazetteer::builtin();
    for piece in [
        "a",
        "é",
        "1",
        "1, ",
        "'",
        "a'",
        "-",
        ".",
        "« ",
        "\u{301}",
        "\u{200d}",
        "中",
        "last ",
        "derniers ",
        "hundred ",
        "cent ",
        "de ",
        "3 et ",
        "US ",
        "al-",
        "Trump ",
        "Iran’s ",
        "gouvernement ",
        "1 an ",
        "the ",
        "12/",
        "2020-03-0",
        "lundi ",
        "May ",
        "du 3 au ",
        "M. ",
        "\n",
        "\n\n",
    ] {
        let body = piece.repeat(LENGTH / piece.len());
        for lang in [Lang::Fr, Lang::En] {
            let article = analysed(&body, lang, &gazetteer);
            let spans = article.dates.iter().map(|timex| timex.span).chain(article.mentions.iter().map(|mention| mention.span));
            for span in spans {
                assert!(!span.of(&article.body).is_empty(), "{piece:?}");
            }
        }
    }
}

#[test]
fn days_in_one_endless_sentence_are_told_once_each() {
    let days = |from: u32| (0..2000).map(move |nth| format!("le {} mars {} ", 1 + nth % 28, from + nth % 900));
    let body: String = days(1000).collect();
    let article = analysed(&body, Lang::Fr, &Gazetteer::builtin());
    let mut told: Vec<_> = article.events.iter().map(|event| event.interval).collect();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), article.events.len());
    assert!(!told.is_empty());
}
