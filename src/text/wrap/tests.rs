use super::{Row, column_of, offset_at, row_of, wrap};
use crate::text::span::Span;

fn rows(text: &str, width: usize) -> Vec<&str> {
    all(text, width).iter().map(|row| row.span.of(text)).collect()
}

fn all(text: &str, width: usize) -> Vec<Row> {
    wrap(text, Span::new(0, text.len()), width)
}

#[test]
fn lines_and_words_fill_rows() {
    assert_eq!(rows("un deux trois\n\nquatre  ", 8), ["un deux", "trois", "", "quatre"]);
    let opens: Vec<bool> = all("un deux trois\n\nquatre", 8).iter().map(|row| row.opens).collect();
    assert_eq!(opens, [true, false, true, true]);
    assert_eq!(rows("", 8), [""]);
    assert_eq!(rows("  retrait gardé", 9), ["  retrait", "gardé"]);
    assert_eq!(rows("          mot", 4), ["mot"]);
}

#[test]
fn french_marks_stay_with_their_words() {
    assert_eq!(rows("Il a dit : « Bonjour ! »", 14), ["Il a dit :", "« Bonjour ! »"]);
    assert_eq!(
        rows("Il a dit\u{A0}: «\u{202F}Bonjour\u{202F}!\u{202F}»", 14),
        ["Il a dit\u{A0}:", "«\u{202F}Bonjour\u{202F}!\u{202F}»"]
    );
    assert_eq!(rows("deux mots … trois", 9), ["deux", "mots …", "trois"]);
    assert_eq!(rows("dans 20 % des cas", 7), ["dans", "20 %", "des cas"]);
    assert_eq!(rows("voir ( la carte )", 6), ["voir", "( la", "cart", "e )"]);
}

#[test]
fn words_too_long_are_cut_between_graphemes() {
    assert_eq!(rows("abcdefgh", 3), ["abc", "def", "gh"]);
    assert_eq!(rows("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    assert_eq!(rows("中文字", 3), ["中", "文", "字"]);
    assert_eq!(rows("中a👩‍👩‍👧", 1), ["中", "a", "👩‍👩‍👧"]);
    assert_eq!(rows("ab", 0), ["a", "b"]);
}

#[test]
fn offsets_and_columns_agree() {
    let text = "été 中文 à Bagdad";
    let rows = all(text, 8);
    assert_eq!(rows.iter().map(|row| row.span.of(text)).collect::<Vec<_>>(), ["été 中文", "à Bagdad"]);
    assert_eq!(row_of(&rows, text.find('B').unwrap()), 1);
    let wide = text.find('文').unwrap();
    assert_eq!(column_of(text, rows[0], wide + 1), 6);
    assert_eq!((offset_at(text, rows[0], 6), offset_at(text, rows[0], 7)), (wide, wide));
    assert_eq!(offset_at(text, rows[0], 99), rows[0].span.after());
}
