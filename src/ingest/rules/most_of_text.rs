//! Whether the rules for scraped pages took most of a text for what a page prints around it: then it is no such page, or they read it wrong,
//! and the whole of it is the article.
//!
//! The bound holds for all rules together, since no rule knows what the others leave. Asked by `assemble` and `again`.

use crate::ingest::rules::blocks::{BlockRange, Blocks};
use crate::ingest::rules::boilerplate::pleads;
use crate::model::article::BlockKind;

/// Whether most of the text in `sheet` was cut; what was `given` as furniture before any rule is none of it.
pub(super) fn is_cut(sheet: &Blocks, given: impl Fn(&BlockRange) -> bool) -> bool {
    let cut: Vec<usize> = (0..sheet.strips.len())
        .filter(|at| sheet.strips.get(*at).is_some_and(|strip| strip.kind == BlockKind::Furniture && !given(strip)))
        .collect();
    if cut.is_empty() {
        return false;
    }
    let prose = |strip: &&BlockRange| strip.kind == BlockKind::Paragraph && strip.weight > 0;
    let kept = sheet.strips.iter().filter(prose).map(|strip| strip.span.len()).sum();
    is_broken_text(sheet, &cut, kept) || is_prose(sheet, &cut, kept)
}

/// Whether the lines that were cut are those of one text, broken at a width or by letters ill read, of which `kept` bytes are left: a line or
/// two of a page of print.
fn is_broken_text(sheet: &Blocks, cut: &[usize], kept: usize) -> bool {
    /// Lines that run on, and how many times as long as what is kept they are at least.
    const LINES: usize = 8;
    const TIMES: usize = 3;
    if cut.len() < LINES {
        return false;
    }
    let running: Vec<usize> = cut.iter().copied().filter(|at| runs_on(sheet, *at)).collect();
    let bytes: usize = running.iter().map(|at| sheet.words(*at).len()).sum();
    running.len() >= LINES && running.len() * 3 >= cut.len() && bytes >= kept * TIMES
}

/// Whether a line goes on with a sentence that another began, or is one: the lines of menus and lists of headlines begin with capitals.
fn runs_on(sheet: &Blocks, at: usize) -> bool {
    /// Letters of a line that runs on in a script without capitals.
    const LONG: usize = 30;
    let words = sheet.words(at);
    let first = words.chars().find(|c| c.is_alphabetic());
    sheet.strips.get(at).is_some_and(|strip| strip.weight > 0)
        || first.is_some_and(|c| c.is_lowercase() || !c.is_uppercase() && words.chars().nth(LONG).is_some())
}

/// Whether paragraphs were cut that are several times the `kept` bytes of text together and ask the reader for nothing.
fn is_prose(sheet: &Blocks, cut: &[usize], kept: usize) -> bool {
    /// Bytes of a paragraph, paragraphs, and how many times what is kept they are.
    const PARAGRAPH: usize = 200;
    const MANY: usize = 6;
    const TIMES: usize = 2;
    let long = |at: &usize| sheet.words(*at).len() >= PARAGRAPH && sheet.strips.get(*at).is_some_and(|strip| strip.weight > 0);
    let many =
        |places: &[usize]| places.len() >= MANY && places.iter().map(|at| sheet.words(*at).len()).sum::<usize>() >= kept * TIMES;
    let paragraphs: Vec<usize> = cut.iter().copied().filter(long).collect();
    many(&paragraphs) && many(&paragraphs.into_iter().filter(|at| pleads(sheet.words(*at)) == 0).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::is_cut;
    use crate::ingest::rules::blocks::{Blocks, sheet};
    use crate::model::article::BlockKind;

    fn cut_from(lines: &[&str], from: usize) -> Blocks {
        let mut page = sheet(lines);
        (from..lines.len()).for_each(|at| page.settle(at, BlockKind::Furniture));
        page
    }

    #[test]
    fn a_text_of_which_a_line_is_left_was_cut_and_a_menu_was_not() {
        let broken = [
            "La halle de Brume a rouvert mardi.",
            "les marchands ſont revenus auec",
            "leurs eſtals & leurs balances de-",
            "puis le port juſques à la place",
        ];
        let broken: Vec<&str> = broken.iter().copied().chain(broken.iter().skip(1).copied().cycle().take(9)).collect();
        assert!(is_cut(&cut_from(&broken, 1), |_| false) && !is_cut(&cut_from(&broken, 1), |_| true));
        let menu: Vec<&str> =
            ["La halle de Brume a rouvert mardi."].into_iter().chain(std::iter::repeat_n("Le port reste fermé", 20)).collect();
        assert!(!is_cut(&cut_from(&menu, 1), |_| false));
    }

    #[test]
    fn paragraphs_that_are_longer_than_the_article_are_it() {
        let paragraph = "La halle de Brume a rouvert mardi matin, après un an de travaux, et les marchands sont revenus avec leurs étals et leurs balances, dit la mairie, \
             qui promet une seconde tranche pour le printemps et un toit de chêne.";
        let lines = vec![paragraph; 12];
        assert!(is_cut(&cut_from(&lines, 3), |_| false) && !is_cut(&cut_from(&lines, 8), |_| false));
    }
}
