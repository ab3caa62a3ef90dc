//! What holds for any text and any passage.

use liseuse::model::anchor::{Anchor, AnchorState};
use liseuse::notes::anchoring::body::Body;
use liseuse::text::grapheme::is_boundary;
use liseuse::text::span::Span;
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

/// Text as it comes: words, signs, marks and white space in any order.
fn prose() -> impl Strategy<Value = String> {
    let pieces = [
        "l’État ",
        "« Quoi\u{A0}? » ",
        "e\u{301}te\u{301} ",
        "👩‍👩‍👧",
        "con\u{AD}flit ",
        "🇫🇷🇮🇶",
        "q\u{323}\u{307}",
        "中文",
        "ﬁn… ",
        "\r\n",
    ];
    let piece = prop_oneof![
        4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        6 => "[a-zéà]{1,9} ",
        1 => "[ \n\u{A0}.,!]{1,3}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..50).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_passage_of_an_unchanged_text_is_found_in_place(text in prose(), a in 0_usize..600, b in 0_usize..600) {
        let body = Body::new(&text);
        let anchor = body.anchor(Span::new(a.min(b), a.max(b)));
        let found = body.find(&anchor);
        let span = found.span.unwrap();
        prop_assert_eq!(found.state, AnchorState::Exact);
        prop_assert_eq!(span.of(&text), &anchor.exact);
        prop_assert!(is_boundary(&text, span.first()) && is_boundary(&text, span.after()));
        prop_assert!(anchor.prefix.chars().count() <= Anchor::CONTEXT && anchor.suffix.chars().count() <= Anchor::CONTEXT);
    }

    #[test]
    fn what_is_found_in_another_text_stands_on_boundaries(text in prose(), now in prose(), a in 0_usize..600, b in 0_usize..600) {
        let anchor = Body::new(&text).anchor(Span::new(a.min(b), a.max(b)));
        let mixed = format!("{now}{}{text}", anchor.exact);
        for other in [now.as_str(), &mixed] {
            let body = Body::new(other);
            let found = body.find(&anchor);
            prop_assert_eq!(found.span.is_some(), found.state < AnchorState::Ambiguous);
            let places = body.search(&anchor.exact);
            for place in found.places.iter().chain(&places) {
                prop_assert!(is_boundary(other, place.span.first()) && is_boundary(other, place.span.after()));
                prop_assert!((0.0..=1.0).contains(&place.confidence));
            }
        }
    }

    #[test]
    fn any_record_can_be_looked_for(text in prose(), exact in ".{0,40}", prefix in ".{0,80}", suffix in ".{0,80}", start in any::<u32>(), end in any::<u32>()) {
        let anchor = Anchor { exact, prefix, suffix, start, end, text: String::new(), extractor: String::new() };
        let _ = Body::new(&text).find(&anchor);
    }
}

#[test]
fn passages_longer_than_what_is_aligned_are_found_too() {
    let words: Vec<String> = (0..2000).map(|n| format!("mot{}", n * 7919 % 1013)).collect();
    let text = words.join(" ");
    let anchor = Body::new(&text).anchor(Span::new(500, 9000));
    let now = format!("En tête. {}", text.replace("mot77 ", "autre chose "));
    let found = Body::new(&now).find(&anchor);
    assert_eq!(found.state, AnchorState::Altered, "{:?}", found.places.first());
    let span = found.span.unwrap();
    assert!(span.of(&now).starts_with(anchor.exact.split(' ').nth(1).unwrap()) || span.first().abs_diff(509) < 12, "{span:?}");
}
