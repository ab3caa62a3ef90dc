use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::{FindWords, TextHit};
use crate::model::article::{Article, Block, BlockKind};
use crate::model::segment::{Filed, Segment};
use crate::text::span::Span;

fn article(blocks: &[(BlockKind, &str)]) -> Article {
    let (mut body, mut spans) = (String::new(), Vec::new());
    for (kind, text) in blocks {
        let start = body.len();
        body.push_str(text);
        spans.push(Block { kind: *kind, span: Span::new(start, body.len()) });
        body.push_str("\n\n");
    }
    Article { body: body.into(), blocks: spans, ..Article::default() }
}

fn hits(needle: &str, article: &Article) -> Vec<TextHit> {
    let packed = Segment::pack(&[Filed::from(article.clone())]);
    FindWords::new(needle).hits(packed.get(0).unwrap())
}

fn found<'a>(needle: &str, article: &'a Article) -> Vec<&'a str> {
    FindWords::new(needle).places(article).into_iter().map(|place| place.of(&article.body)).collect()
}

#[test]
fn the_search_over_texts_finds_words_at_their_heads() {
    let article = article(&[(BlockKind::Paragraph, "Le parti des artisans lit des articles sur l'art.")]);
    let places = FindWords::at_heads("art").places(&article);
    assert_eq!(places.iter().map(|place| place.first()).collect::<Vec<_>>(), [13, 30, 45]);
    assert_eq!(found("art", &article).len(), 4, "within the open text, parts of words are found too");
}

#[test]
fn words_are_found_folded_across_any_white_space_of_a_block() {
    let article = article(&[
        (BlockKind::Headline, "L’État irakien"),
        (BlockKind::Paragraph, "Le coup\nd'Etat\u{a0}irakien et l’ÉTAT IRAKIEN."),
        (BlockKind::Paragraph, "Un état"),
        (BlockKind::Paragraph, "irakien"),
    ]);
    assert_eq!(found("  etat  irakien ", &article), ["État irakien", "Etat\u{a0}irakien", "ÉTAT IRAKIEN"]);
    assert_eq!(found("l'etat", &article), ["L’État", "l’ÉTAT"]);
    assert_eq!(found("coup d’etat", &article), ["coup\nd'Etat"]);
}

#[test]
fn furniture_is_not_searched_and_captions_are() {
    let article = article(&[(BlockKind::Furniture, "Lire aussi : Bagdad"), (BlockKind::Caption, "Bagdad, mardi (AFP)")]);
    assert_eq!(
        FindWords::new("bagdad").places(&article),
        [Span::new("Lire aussi : Bagdad\n\n".len(), "Lire aussi : Bagdad\n\nBagdad".len())]
    );
}

#[test]
fn nothing_is_found_for_nothing() {
    let article = article(&[(BlockKind::Paragraph, "Bagdad")]);
    assert!(FindWords::new(" \n").is_empty() && FindWords::new(" ").places(&article).is_empty());
    assert!(hits("x", &Article::default()).is_empty());
}

#[test]
fn places_do_not_overlap() {
    let article = article(&[(BlockKind::Paragraph, "aaaaa")]);
    assert_eq!(found("aa", &article), ["aa", "aa"]);
}

#[test]
fn the_sentence_around_a_hit_is_whole() {
    let text = "Bagdad attend. Le ministre est à Téhéran depuis lundi. Il rentre demain.";
    let article = article(&[(BlockKind::Heading, "À Téhéran"), (BlockKind::Paragraph, text)]);
    let sentences: Vec<&str> = hits("a teheran", &article).iter().map(|hit| hit.sentence.of(&article.body)).collect();
    assert_eq!(sentences, ["À Téhéran", "Le ministre est à Téhéran depuis lundi."]);
}

proptest! {
    #[test]
    fn hits_lie_in_their_sentence_and_fold_back(body in "[A-Za-zéÉœ’' .\n]{0,80}", needle in "[a-z]{1,3}( [a-z]{1,2})?") {
        let article = article(&[(BlockKind::Paragraph, &body)]);
        let mut end = 0;
        for hit in hits(&needle, &article) {
            prop_assert!(hit.sentence.covers(hit.span) && hit.span.start >= end);
            end = hit.span.end;
        }
        prop_assert_eq!(hits(&needle, &article).len(), FindWords::new(&needle).places(&article).len());
    }
}
