//! The glance lets through every line that a rule knows.

use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};

use super::folded;
use crate::ingest::rules::boilerplate::{heads_list, is_furniture, is_section};
use crate::ingest::rules::controls::{BETWEEN, BUTTONS, COUNTED_BEFORE};
use crate::ingest::rules::notices;
use crate::ingest::rules::photo_credit;
use crate::ingest::rules::photo_credit::opened;
use crate::ingest::rules::phrases::{LISTS, PHRASES, PRICE};
use crate::text::fold::fold;

fn phrases() -> Vec<&'static str> {
    let asset = &*PHRASES;
    let lists = [&asset.openings, &asset.pointers, &asset.pleas].into_iter().flatten().chain(&asset.whole).chain(&asset.sections);
    let constants = [
        BUTTONS,
        BETWEEN,
        COUNTED_BEFORE,
        photo_credit::KEYS,
        photo_credit::WHOLE,
        photo_credit::OPENINGS,
        notices::LEGAL,
        notices::OPENINGS,
        notices::ENDS,
        notices::POSTS,
        LISTS,
        PRICE,
    ];
    let whole = ["all rights reserved", "editing by ", "12", "€", "(", ")", "©", "(c) ", "«", "»", ">", "•", "…", ".", ":", "-"];
    let prose = ["le", "gouvernement", "Élysée", "The", "prime", "a", "minister,", "of", "Œuvre"];
    lists.copied().chain(constants.into_iter().flatten().copied()).chain(whole).chain(prose).collect()
}

fn line() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        (0..phrases().len(), any::<bool>()).prop_map(|(at, shouted)| {
            let phrase = phrases()[at];
            if shouted { phrase.to_uppercase().replace('E', "É") } else { phrase.to_owned() }
        }),
        Just("\u{a0}:".to_owned()),
        "[0-9]{1,3}",
        "[a-zé]{1,12}",
    ];
    proptest::collection::vec(part, 1..9).prop_map(|parts| parts.join(" ").trim().to_owned())
}

proptest! {
    #[test]
    fn the_rules_say_the_same_of_a_line_that_was_glanced_at(line in line()) {
        let (glanced, whole) = (folded(&line), if line.len() <= super::SHORT { fold(&line) } else { String::new() });
        prop_assert_eq!(is_furniture(&line, &glanced), is_furniture(&line, &whole));
        prop_assert_eq!(is_section(&glanced), is_section(&whole));
        prop_assert_eq!(heads_list(&glanced), heads_list(&whole));
        prop_assert_eq!(opened(&glanced), opened(&whole));
    }
}

#[test]
fn prose_is_not_folded() {
    for prose in [
        "Le Premier ministre a rencontré le président à la Maison Blanche.",
        "Et les élèves de la région ont manifesté jeudi contre le projet de réforme.",
        "« Nous avons gagné », a-t-il dit.",
        "The prime minister met the president at the White House on Thursday.",
    ] {
        assert_eq!(folded(prose), "", "{prose}");
    }
}
