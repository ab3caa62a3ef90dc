//! Large initials over several lines, as magazines set them: each is joined to the word that it begins.
//!
//! Such a letter stands beside the first lines of its paragraph, its head level with that of the first of them, and its foot no lower than the last.

use crate::ingest::formats::pdf::pieces::PrintedPiece;

/// How much larger than the text it is at least.
const LARGER: f64 = 1.7;
/// Initials of a page: more are no initials but a display.
const MOST: usize = 40;

/// Joins the initials among `pieces` to their words, where letters are `usual` in size.
pub(super) fn join(pieces: &mut Vec<PrintedPiece>, usual: f64) {
    let initials: Vec<usize> =
        (0..pieces.len()).filter(|at| pieces.get(*at).is_some_and(|piece| is_initial(piece, usual))).collect();
    if initials.len() > MOST {
        return;
    }
    let mut joined = Vec::new();
    for at in initials {
        let Some(initial) = pieces.get(at).cloned() else { continue };
        let Some((first, is_word)) = beside(&initial, pieces, usual) else { continue };
        if let Some(first) = pieces.get_mut(first) {
            let space = if is_word { " " } else { "" };
            first.text = format!("{}{space}{}", initial.text.trim(), first.text.trim_start());
            joined.push(at);
        }
    }
    for at in joined.into_iter().rev() {
        pieces.remove(at);
    }
}

/// Whether a piece is a large letter by itself, with a sign or two beside it: `L`, `L’`, `« L`.
fn is_initial(piece: &PrintedPiece, usual: f64) -> bool {
    let letters: Vec<char> = piece.text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_capital = letters.iter().filter(|c| c.is_alphabetic()).all(|c| c.is_uppercase());
    let count = letters.iter().filter(|c| c.is_alphabetic()).count();
    piece.size > usual * LARGER && is_capital && count == 1 && letters.len() <= 3 && !letters.iter().any(char::is_ascii_digit)
}

/// The piece that goes on with the word of `initial`, and whether the initial is a word of its own: `À la mairie`.
fn beside(initial: &PrintedPiece, pieces: &[PrintedPiece], usual: f64) -> Option<(usize, bool)> {
    // Where the heads of capitals and of the letters beside them are.
    let head = initial.y - initial.size * 0.7;
    let is_near = |piece: &&(usize, &PrintedPiece)| {
        let (_, piece) = piece;
        let gap = piece.left - initial.right;
        (-usual * 0.6..usual * 1.2).contains(&gap) && piece.size < initial.size / 1.4 && piece.y < initial.y + usual * 0.5
    };
    let near: Vec<(usize, &PrintedPiece)> = pieces.iter().enumerate().collect();
    let mut lines: Vec<(usize, &PrintedPiece)> =
        near.iter().filter(is_near).filter(|(_, piece)| piece.y > head).copied().collect();
    lines.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
    let [(at, first), (_, second), ..] = lines[..] else { return None };
    let level = (first.y - first.size * 0.7 - head).abs() < usual * 0.7;
    // The space behind a word sets the first line in; a letter of a word has none.
    let is_word = first.left - second.left > usual * 0.12;
    level.then_some((at, is_word))
}
