//! What single characters fold to, from a table: looking a character up costs nothing beside folding it.
//!
//! It also tells which spellings are rare, that is, which ones the quick search for a needle would overlook: it knows plain
//! letters and the accented ones of everyday press text, and not `ſ`, `ｅ` or a soft hyphen inside a word.

use std::sync::LazyLock;

use crate::text::fold::fold_into;

/// Spellings of plain letters that the quick search knows beside the letter itself, small and capital.
pub const USUAL: [(char, &str); 7] =
    [('a', "àâáä"), ('c', "ç"), ('e', "éèêëÉ"), ('i', "îïí"), ('n', "ñ"), ('o', "ôóö"), ('u', "ùûüú")];

/// Kinds of rare spellings, as bits. The lowest 26 stand for the letters of the alphabet in a spelling that is not usual.
pub type Rare = u32;

/// Characters that folding leaves out: marks, soft hyphens, joiners.
pub const LEFT_OUT: Rare = 1 << 26;
/// Digits in another form.
pub const DIGIT: Rare = 1 << 27;
/// Signs, quotation marks and spaces in another form.
pub const SIGN: Rare = 1 << 28;
/// Letters of other alphabets in a form that is not their own.
pub const FOREIGN: Rare = 1 << 29;

/// What a character folds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folding {
    /// Nothing.
    LeftOut,
    /// One letter.
    One(char),
    /// More than one.
    Several,
}

#[derive(Clone, Copy)]
struct Spelling {
    form: Folding,
    rare: Rare,
}

/// The characters of the basic plane, worked out once in some milliseconds.
static BASIC: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let mut room = Vec::new();
    let missing = Spelling { form: Folding::One(char::REPLACEMENT_CHARACTER), rare: 0 };
    (0..=0xFFFF).map(|code| char::from_u32(code).map_or(missing, |c| spelling(c, &mut room))).collect()
});

/// What `c` folds to.
pub fn form(c: char) -> Folding {
    if c.is_ascii() {
        return Folding::One(if c == '`' { '\'' } else { c.to_ascii_lowercase() });
    }
    BASIC.get(c as usize).map_or_else(|| spelling(c, &mut Vec::new()).form, |known| known.form)
}

/// Which rare spellings `c` is of; none when the quick search knows it.
pub fn rarity(c: char) -> Rare {
    BASIC.get(c as usize).map_or_else(|| spelling(c, &mut Vec::new()).rare, |known| known.rare)
}

/// What `c` folds to, as characters; `room` is scratch space.
pub fn folded(c: char, room: &mut Vec<u8>) -> std::str::Chars<'_> {
    room.clear();
    fold_into(c, room);
    std::str::from_utf8(room).unwrap_or_default().chars()
}

/// The rare spellings of a folded letter.
pub fn rare_forms(letter: char) -> Rare {
    match letter {
        'a'..='z' => 1 << (letter as u32 - 'a' as u32),
        '0'..='9' => DIGIT,
        _ if letter.is_ascii() => SIGN,
        _ => FOREIGN,
    }
}

fn spelling(c: char, room: &mut Vec<u8>) -> Spelling {
    let mut letters = folded(c, room);
    let Some(first) = letters.next() else { return Spelling { form: Folding::LeftOut, rare: LEFT_OUT } };
    let form = if letters.as_str().is_empty() { Folding::One(first) } else { Folding::Several };
    let rare = letters.fold(rare_forms(first), |rare, letter| rare | rare_forms(letter));
    Spelling { form, rare: if c.is_ascii() || form == Folding::One(first) && is_known(c, first) { 0 } else { rare } }
}

/// Whether the quick search knows `c` as a spelling of `letter`. It lists forms of two bytes for letters of two bytes; of longer
/// ones it knows those that fold to themselves.
fn is_known(c: char, letter: char) -> bool {
    let usual = || USUAL.iter().any(|(plain, forms)| *plain == letter && forms.contains(c));
    c == letter || usual() || (!letter.is_ascii() && c < '\u{800}' && letter < '\u{800}')
}

#[cfg(test)]
mod tests {
    use super::{DIGIT, FOREIGN, Folding, LEFT_OUT, SIGN, form, rarity};

    #[test]
    fn usual_letters_are_not_rare_and_others_tell_their_letters() {
        assert_eq!("éÉàçôûñ中жش".chars().map(rarity).fold(0, |all, one| all | one), 0);
        assert_eq!(rarity('œ'), 1 << 14 | 1 << 4);
        assert_eq!(rarity('ß'), 1 << 18);
        assert_eq!((rarity('\u{301}'), rarity('\u{AD}')), (LEFT_OUT, LEFT_OUT));
        assert_eq!((rarity('１'), rarity('’'), rarity('가')), (DIGIT, SIGN, FOREIGN));
    }

    #[test]
    fn forms_are_those_of_folding() {
        assert_eq!(
            [form('É'), form('œ'), form('\u{301}'), form('`'), form('𝐀')],
            [Folding::One('e'), Folding::Several, Folding::LeftOut, Folding::One('\''), Folding::One('a'),]
        );
    }
}
