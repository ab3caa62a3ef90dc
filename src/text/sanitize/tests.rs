use std::borrow::Cow;

use proptest::prelude::{prop_assert_eq, proptest};

use super::{sanitize, scan};

#[test]
fn clean_text_is_borrowed() {
    let text = "« L’État »\u{A0}: 20\u{202F}% — Łódź, 中文, مُحَمَّد, 👩‍👩‍👧 ❤️ 1️⃣\n\nfin";
    assert!(matches!(sanitize(text), Cow::Borrowed(same) if same == text));
}

#[test]
fn each_kind_becomes_what_it_means() {
    for (dirty, clean) in [
        ("rouge \u{1B}[31mvif\u{1B}[0m", "rouge vif"),
        ("\u{1B}]0;titre\u{7}texte", "texte"),
        ("\u{1B}]0;titre jamais fermé\ntexte", "0;titre jamais fermé\ntexte"),
        ("a\r\nb\rc\u{85}d\u{2028}e\u{C}f", "a\nb\nc\nd\ne\nf"),
        ("\tretrait\t \tcolonne", " retrait colonne"),
        ("a\u{2009}b\u{3000}c\u{2007}d\u{A0}!", "a b c\u{A0}d\u{A0}!"),
        ("\u{202E}lru\u{202C}\u{2066}x\u{2069}\u{200F}", "lrux"),
        ("\u{FEFF}mot\u{200B}\u{AD}suite\0\u{FFFF}\u{FFF9}", "motsuite"),
        ("a\u{200D}b \u{200D}\u{FE0F}c", "ab c"),
        ("می\u{200C}خواهم \u{200C}x", "می\u{200C}خواهم x"),
        ("क्\u{200D}ष", "क्\u{200D}ष"),
        ("🏴\u{E0067}\u{E007F}", "🏴"),
    ] {
        assert_eq!(sanitize(dirty), clean, "{dirty:?}");
    }
}

#[test]
fn marks_piled_on_one_letter_are_cut() {
    let piled = format!("z{}o", "\u{301}\u{200B}".repeat(40));
    assert_eq!(sanitize(&piled), format!("z{}o", "\u{301}".repeat(8)));
}

#[test]
fn a_bomb_of_introducers_takes_linear_time_and_leaves_no_control() {
    let bomb = "\u{1B}]\u{1B}P\u{9D}\u{1B}[1;".repeat(100_000);
    assert!(!sanitize(&bomb).contains(char::is_control));
}

proptest! {
    #[test]
    fn the_fast_way_over_a_clean_head_changes_nothing(text in "([a-zé ]{0,40}[ àŒ«»’…€–ʼ\u{A0}\u{AD}\u{301}\u{200D}\u{202F}\u{2028}\u{2009}\t\r\u{1B}\u{9B}中😀]?){0,8}") {
        prop_assert_eq!(sanitize(&text), scan(&text, 0));
    }

    #[test]
    fn so_it_is_for_any_text(text in "\\PC{0,80}") {
        prop_assert_eq!(sanitize(&text), scan(&text, 0));
    }
}
