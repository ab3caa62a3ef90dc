//! What holds for reading geometry whatever the text: nothing lost, nothing cut inside a grapheme, rows that fit.

#![cfg(test)]

use std::borrow::Cow;

use liseuse::text::fold::{fold, fold_mapped};
use liseuse::text::grapheme::{elide, floor, graphemes, is_boundary, next, previous, truncate, width};
use liseuse::text::sanitize::sanitize;
use liseuse::text::sentence::sentences;
use liseuse::text::span::Span;
use liseuse::text::wrap::{Row, column_of, offset_at, row_of, wrap};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, prop_assume, prop_oneof, proptest};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

const PIECES: &[&str] = &[
    "Le",
    "président",
    "États-Unis",
    "e\u{301}te\u{301}",
    "cœur",
    "ﬁn",
    "Straße",
    "M.",
    "U.S.",
    "2020",
    "3.5",
    "al-Kazemi",
    "a\u{308}\u{323}",
    "中文字",
    "がぎ",
    "か\u{3099}",
    "ｶﾞ",
    "한국어",
    "👩‍👩‍👧",
    "🇫🇷",
    "🇮🇶",
    "❤️",
    "1️⃣",
    "👍🏽",
    "مُحَمَّد",
    "العراق",
    "שלום",
    "हिन्दी",
    "क्षेत्र",
    "می\u{200C}خواهم",
    "Łódź",
    "«",
    "»",
    "“",
    "”",
    "\"",
    "’",
    "'",
    "(",
    ")",
    "[",
    "…",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "%",
    "–",
    "—",
    "-",
    "/",
    "\u{A0}",
    "\u{202F}",
    "\u{2009}",
    "\u{AD}",
    "\u{200B}",
    "\u{200D}",
    "\u{301}",
    "\u{600}",
    "l’été",
    "Une phrase. Une autre ! ",
    "« Quoi ? », dit-il. ",
    "a",
    "z",
    "mot-clé",
];

/// Text as it comes: words, marks, scripts and white space in any order.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        5 => prop::sample::select(&[" ", " ", " ", "\n", "\n\n", "  ", "\r\n"][..]).prop_map(str::to_owned),
        1 => "[a-zé]{1,30}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Text with what must be taken out of it.
fn hostile() -> impl Strategy<Value = String> {
    let dirt = &[
        "\u{1B}",
        "\u{1B}[",
        "\u{1B}]",
        "\u{1B}\\",
        "\u{7}",
        "\u{9B}",
        "\u{9C}",
        "\u{9D}",
        "\u{90}",
        "31m",
        "0;",
        "\t",
        "\0",
        "\u{202E}",
        "\u{2066}",
        "\u{FEFF}",
        "\u{FFF9}",
        "\u{200D}",
        "\u{200C}",
        "\u{FE0F}",
        "\u{FE00}",
        "\u{E0041}",
        "\u{E0100}",
        "\u{FFFE}",
        "\u{3164}",
        "\u{85}",
        "\u{2028}",
        "\r",
        "\u{2007}",
        "\u{3000}",
        "\u{301}",
        "\u{20DD}",
        "\u{7F}",
        " ",
        "\u{301}\u{302}\u{303}\u{304}\u{305}",
    ][..];
    let piece = prop_oneof![prose(), prop::sample::select(dirt).prop_map(str::to_owned), any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn gap(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap()
}

fn begins_badly(row: &str) -> bool {
    row.starts_with([
        ';', ':', '!', '?', '»', '…', ')', ']', '}', '”', '›', ',', '.', '%', '‰', '°', '\u{A0}', '\u{2007}', '\u{202F}',
    ])
}

fn ends_badly(row: &str) -> bool {
    row.trim_end().ends_with(['«', '‹', '“', '„', '‘', '(', '[', '{', '¿', '¡'])
        || row.ends_with(['\u{A0}', '\u{2007}', '\u{202F}'])
}

/// Whether some other cut of `row` and what follows would have kept the French rules.
fn has_better_cut(text: &str, row: Row) -> bool {
    let line = row.span.of(text);
    let good = |at: usize| {
        let (head, tail) = line.split_at(at);
        !tail.starts_with(char::is_whitespace) && !begins_badly(tail) && !ends_badly(head.trim_end_matches(breaks_away))
    };
    graphemes(line).skip(1).any(|grapheme| !head_is_blank(line, grapheme.at) && good(grapheme.at))
}

fn breaks_away(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

fn head_is_blank(line: &str, at: usize) -> bool {
    gap(line, 0, at).trim().is_empty()
}

proptest! {
    #[test]
    fn wrapping_loses_nothing_but_white_space(text in prose(), columns in 0_usize..40) {
        let mut at = 0;
        for (index, row) in wrap(&text, whole(&text), columns).into_iter().enumerate() {
            let between = gap(&text, at, row.span.first());
            prop_assert!(between.chars().all(char::is_whitespace), "{between:?} is lost");
            prop_assert_eq!(row.opens, index == 0 || between.contains('\n'));
            prop_assert!(!row.span.of(&text).contains('\n'));
            at = row.span.after();
        }
        prop_assert!(gap(&text, at, text.len()).trim().is_empty());
    }

    #[test]
    fn rows_fit_or_hold_one_wide_grapheme(text in prose(), columns in 0_usize..40) {
        for row in wrap(&text, whole(&text), columns) {
            let shown = row.span.of(&text);
            let visible = graphemes(shown).filter(|grapheme| grapheme.columns > 0).count();
            prop_assert!(width(shown) <= columns || visible == 1, "{shown:?} in {columns}");
        }
    }

    #[test]
    fn rows_stand_on_graphemes_and_lead_back(text in prose(), columns in 0_usize..40) {
        let rows = wrap(&text, whole(&text), columns);
        for (index, row) in rows.iter().enumerate() {
            prop_assert_eq!(row_of(&rows, row.span.first()), index);
            for grapheme in graphemes(row.span.of(&text)) {
                let offset = row.span.first() + grapheme.at;
                prop_assert!(is_boundary(&text, offset));
                prop_assert_eq!(row_of(&rows, offset), index);
                if grapheme.columns > 0 {
                    prop_assert_eq!(offset_at(&text, *row, column_of(&text, *row, offset)), offset);
                }
            }
        }
    }

    #[test]
    fn french_marks_hold_wherever_they_can(text in prose(), columns in 1_usize..60) {
        let rows = wrap(&text, whole(&text), columns);
        for pair in rows.windows(2).filter(|pair| !pair[1].opens) {
            let (head, tail) = (pair[0].span.of(&text), pair[1].span.of(&text));
            let bad = begins_badly(tail) || ends_badly(head);
            prop_assert!(!bad || !has_better_cut(&text, pair[0]), "{head:?} / {tail:?}");
        }
    }

    #[test]
    fn a_part_wraps_as_it_would_alone(before in prose(), text in prose(), columns in 1_usize..40) {
        let joined = format!("{before}\n{text}\n{before}");
        let span = whole(&text).shift(before.len() + 1);
        let expected: Vec<Row> = wrap(&text, whole(&text), columns);
        let found = wrap(&joined, span, columns);
        let moved: Vec<Row> = expected.into_iter().map(|row| Row { span: row.span.shift(before.len() + 1), ..row }).collect();
        prop_assert_eq!(found, moved);
    }

    #[test]
    fn columns_are_those_of_the_screen(text in prose()) {
        for grapheme in graphemes(&text) {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
            let (end, _) = buffer.set_stringn(0, 0, grapheme.text, 40, Style::new());
            prop_assert_eq!(usize::from(end), grapheme.columns, "{:?}", grapheme.text);
        }
    }

    #[test]
    fn boundaries_are_ordered(text in prose(), offset in 0_usize..200) {
        let here = floor(&text, offset);
        prop_assert!(here <= offset && is_boundary(&text, here));
        prop_assert!(next(&text, here) > here || here == text.len());
        prop_assert!(previous(&text, here) < here || here == 0);
        prop_assert_eq!(floor(&text, previous(&text, next(&text, here))), if here < text.len() { here } else { previous(&text, here) });
    }

    #[test]
    fn cut_text_fits(text in prose(), columns in 0_usize..20) {
        let cut = truncate(&text, columns);
        prop_assert!(text.starts_with(cut) && width(cut) <= columns && is_boundary(&text, cut.len()));
        prop_assert!(width(&elide(&text, columns)) <= columns);
    }

    #[test]
    fn folding_twice_is_folding_once(text in hostile()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert_eq!(fold_mapped(&text).text, once);
    }

    #[test]
    fn what_folding_found_is_given_back_whole(text in prose(), from in 0_usize..200, len in 1_usize..20) {
        let folded = fold_mapped(&text);
        prop_assume!(!folded.text.is_empty());
        let from = from % folded.text.len();
        let span = Span::new(from, (from + len).min(folded.text.len()));
        let original = folded.original(span);
        prop_assert!(text.is_char_boundary(original.first()) && text.is_char_boundary(original.after()));
        prop_assert!(original.after() <= text.len());
        let asked = span.of(&folded.text);
        prop_assert!(fold(original.of(&text)).contains(asked), "{asked:?} in {:?}", original.of(&text));
        prop_assert_eq!(folded.original(whole(&folded.text)).after(), text.len());
    }

    #[test]
    fn sanitized_text_is_harmless(text in hostile()) {
        let clean = sanitize(&text);
        let harmful = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
                || matches!(c, '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}' | '\u{3164}' | '\u{3000}')
        };
        prop_assert!(!clean.contains(harmful), "{clean:?}");
        let again = sanitize(&clean);
        prop_assert!(matches!(again, Cow::Borrowed(_)), "{clean:?} became {again:?}");
    }

    #[test]
    fn sentences_leave_out_nothing_but_white_space(text in prose()) {
        let mut at = 0;
        for span in sentences(&text) {
            prop_assert!(gap(&text, at, span.first()).chars().all(char::is_whitespace));
            prop_assert!(is_boundary(&text, span.first()) && is_boundary(&text, span.after()));
            let graphemes: Vec<_> = graphemes(span.of(&text)).collect();
            let blank = |text: &str| text.chars().all(char::is_whitespace);
            prop_assert!(graphemes.first().is_some_and(|first| !blank(first.text)));
            prop_assert!(graphemes.last().is_some_and(|last| !blank(last.text)));
            prop_assert!(!span.of(&text).contains('\n'));
            at = span.after();
        }
        prop_assert!(gap(&text, at, text.len()).chars().all(char::is_whitespace));
    }
}
