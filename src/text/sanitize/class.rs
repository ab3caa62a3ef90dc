//! What kind of character each is to `text::sanitize`, which alone calls it: kept, replaced, dropped, or kept in company only.

use unicode_normalization::char::is_combining_mark;
use unicode_properties::UnicodeEmoji;

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharClass {
    /// Text.
    Kept,
    /// A combining mark: text, in reasonable number.
    Mark,
    /// Joins or parts letters, or chooses a form: kept inside a grapheme or a cursive word only.
    Joiner,
    /// Chooses the look of the character before it.
    Selector,
    /// White space of a kind that means a plain space.
    Space,
    /// White space that must not break.
    NoBreakSpace,
    /// Ends a line.
    LineEnd,
    /// Never reaches a reader.
    Dropped,
}

/// The class of `c`, escape sequences and the tab aside.
pub fn class(c: char) -> CharClass {
    match c {
        '\n' | ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => CharClass::Kept,
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => CharClass::LineEnd,
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => CharClass::Space,
        '\u{2007}' => CharClass::NoBreakSpace,
        '\u{200C}' | '\u{200D}' => CharClass::Joiner,
        '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => CharClass::Selector,
        _ if is_forbidden(c) => CharClass::Dropped,
        _ if is_combining_mark(c) => CharClass::Mark,
        _ => CharClass::Kept,
    }
}

/// Control characters, directional and other invisible format characters, fillers, tags, noncharacters.
fn is_forbidden(c: char) -> bool {
    let invisible = matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFC}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    );
    invisible || c.is_control() || (c as u32) & 0xFFFE == 0xFFFE
}

/// Whether a joiner is at home between `before` and `after`: inside an emoji, between letters of a cursive script, or after a
/// letter or virama of an Indic one, where it also shapes the end of a word.
pub fn joins(before: char, after: Option<char>) -> bool {
    let picture = |c: char| c > '\u{FF}' && class(c) == CharClass::Kept && c.is_emoji_char();
    let cursive = |c: char| is_cursive(c) && class(c) == CharClass::Kept && c.is_alphabetic();
    if is_indic(before) {
        return true;
    }
    let from_picture = picture(before) || before == '\u{FE0F}';
    after.is_some_and(|after| (from_picture && picture(after)) || (is_cursive(before) && cursive(after)))
}

/// Whether a variation selector has something to choose after `before`.
pub fn selects(before: char, selector: char) -> bool {
    let emoji = matches!(selector, '\u{FE0E}' | '\u{FE0F}') && before.is_emoji_char();
    let letter =
        before.is_alphabetic() && (is_cursive(before) || is_indic(before) || ('\u{2E80}'..='\u{3FFFF}').contains(&before));
    (emoji || letter) && class(before) == CharClass::Kept
}

fn is_cursive(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8FF}' | '\u{1800}'..='\u{18AF}' | '\u{A840}'..='\u{A87F}' | '\u{FB50}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{1E900}'..='\u{1E95F}')
}

fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{17B3}' | '\u{17B6}'..='\u{17FF}' | '\u{A8E0}'..='\u{A8FF}' | '\u{A980}'..='\u{A9DF}' | '\u{11000}'..='\u{11FFF}')
}
