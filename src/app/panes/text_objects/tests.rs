use super::{TextObjects, TextUnit};
use crate::model::article::{Block, BlockKind};
use crate::text::grapheme::is_boundary;
use crate::text::span::Span;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;

const BODY: &str = "Le coup d’État a échoué. « Qui ? » dit-il.\n\nM. Kazemi l’a su en 2020.\nUne ligne.";

fn blocks(body: &str) -> Vec<Block> {
    let mut at = 0;
    let mut blocks = Vec::new();
    for part in body.split("\n\n") {
        let inner = part.trim_matches('\n');
        if !inner.trim().is_empty() {
            let start = at + part.find(inner).unwrap_or(0);
            blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, start + inner.len()) });
        }
        at += part.len() + 2;
    }
    blocks
}

/// Where `motion` leads, told by the words there.
fn lands(steps: impl Fn(&TextObjects<'_>) -> usize) -> String {
    let blocks = blocks(BODY);
    let at = steps(&TextObjects::new(BODY, &blocks));
    BODY.get(at..).unwrap().chars().take(4).collect()
}

#[test]
fn words_sentences_and_paragraphs_are_walked() {
    let kazemi = BODY.find("Kazemi").unwrap();
    assert_eq!(lands(|prose| prose.forward(TextUnit::Word, 0, 1)), "coup");
    assert_eq!(lands(|prose| prose.forward(TextUnit::Word, 0, 5)), "écho");
    assert_eq!(lands(|prose| prose.end(TextUnit::Word, 0, 2)), "p d’");
    assert_eq!(lands(|prose| prose.backward(TextUnit::Word, kazemi, 2)), "il.\n");
    assert_eq!(lands(|prose| prose.forward(TextUnit::Sentence, 0, 1)), "« Qu");
    assert_eq!(lands(|prose| prose.forward(TextUnit::Sentence, 0, 2)), "M. K");
    assert_eq!(lands(|prose| prose.backward(TextUnit::Sentence, kazemi, 1)), "M. K");
    assert_eq!(lands(|prose| prose.forward(TextUnit::Paragraph, 3, 1)), "M. K");
    assert_eq!(lands(|prose| prose.backward(TextUnit::Paragraph, kazemi, 2)), "Le c");
    assert_eq!(lands(|prose| prose.forward(TextUnit::Paragraph, kazemi, 9)), ".");
    assert_eq!(
        lands(|prose| prose.forward(TextUnit::Grapheme, BODY.find(".\n\nM").unwrap(), 1)),
        "M. K",
        "gaps are stepped over"
    );
}

#[test]
fn objects_are_whole() {
    let blocks = blocks(BODY);
    let prose = TextObjects::new(BODY, &blocks);
    let of = |unit, words: &str| prose.around(unit, BODY.find(words).unwrap()).unwrap().of(BODY);
    assert_eq!(of(TextUnit::Word, "tat a"), "État");
    assert_eq!(of(TextUnit::Word, "Kaz"), "Kazemi");
    assert_eq!(of(TextUnit::Sentence, "dit"), "« Qui ? » dit-il.");
    assert_eq!(of(TextUnit::Paragraph, "su en"), "M. Kazemi l’a su en 2020.\nUne ligne.");
    assert_eq!(prose.trimmed(Span::new(2, 8)).unwrap().of(BODY), "coup");
    assert!(prose.trimmed(Span::new(2, 3)).is_none());
}

#[test]
fn a_body_without_places_has_none() {
    let blocks = blocks("\n\n");
    let prose = TextObjects::new("\n\n", &blocks);
    assert_eq!((prose.first(), prose.last(), prose.place(1)), (None, None, None));
    assert_eq!((prose.forward(TextUnit::Word, 0, 1), prose.around(TextUnit::Sentence, 0)), (0, None));
}

const UNITS: [TextUnit; 4] = [TextUnit::Grapheme, TextUnit::Word, TextUnit::Sentence, TextUnit::Paragraph];

fn text() -> impl Strategy<Value = String> {
    "([a-zA-Zé’'e\u{301}👩‍👩‍👧🇫🇷中م0-9 .,!?«»\u{A0}-]|\n|\n\n|\\. [A-Z]){0,60}"
}

proptest! {
    #[test]
    fn every_motion_leads_to_a_place_and_forward_is_forward(body in text(), from in proptest::arbitrary::any::<Index>(), count in 1..5_usize) {
        let blocks = blocks(&body);
        let prose = TextObjects::new(&body, &blocks);
        if let Some(at) = prose.place(from.index(body.len() + 1)) {
            prop_assert!(prose.is_place(at));
            for unit in UNITS {
                let (on, back, end) = (prose.forward(unit, at, count), prose.backward(unit, at, count), prose.end(unit, at, count));
                prop_assert!(back <= at && at <= on && at <= end, "{unit:?} {back} {at} {on} {end}");
                for place in [on, back, end] {
                    prop_assert!(prose.is_place(place) && is_boundary(&body, place), "{unit:?} {place}");
                }
                prop_assert_eq!(prose.forward(unit, at, count + 1), prose.forward(unit, prose.forward(unit, at, count), 1));
                prop_assert_eq!(prose.backward(unit, at, count + 1), prose.backward(unit, prose.backward(unit, at, count), 1));
                if let Some(span) = prose.around(unit, at) {
                    prop_assert!(is_boundary(&body, span.first()) && is_boundary(&body, span.after()) && !span.is_empty());
                }
            }
        }
    }

    #[test]
    fn what_begins_a_unit_is_come_back_to(body in text(), from in proptest::arbitrary::any::<Index>()) {
        let blocks = blocks(&body);
        let prose = TextObjects::new(&body, &blocks);
        if let Some(at) = prose.place(from.index(body.len() + 1)) {
            for unit in UNITS {
                let on = prose.forward(unit, at, 1);
                let begins = |at| unit == TextUnit::Grapheme || prose.around(unit, at).is_some_and(|span| span.first() == at);
                if on > at && begins(at) && begins(on) {
                    prop_assert_eq!(prose.backward(unit, on, 1), at, "{:?}", unit);
                }
            }
        }
    }
}
