//! The last sentences of a scraped page that have nothing to do with its article: notices, rules of the house, offers.
//!
//! The rare words of an article come again and again in it; what a page prints below any of its articles has none of them. Asked by
//! `page_bounds`.

use memchr::memmem;

use crate::ingest::rules::blocks::Blocks;
use crate::model::article::BlockKind;
use crate::text::span::Span;

/// Letters of a word that tells what a text is about.
const TELLING: usize = 6;
/// Such words that a sentence must have, and bytes of one that is looked at.
const WORDS: usize = 4;
const LONGEST: usize = 420;
/// Bytes of the article that must stand above, and sentences that are left out at most.
const ABOVE: usize = 1200;
const MOST: usize = 6;

/// The last line of the article that runs from `first` to `last`, without the sentences at its end which share no telling word with it and
/// stand apart from it: behind a line of the page's own.
pub(crate) fn before(sheet: &Blocks, (first, last): (usize, usize), is_text_at: &dyn Fn(usize) -> bool) -> usize {
    let texts: Vec<usize> = (first..=last).rev().filter(|at| is_text_at(*at)).take(MOST + 1).collect();
    // The run must begin behind a line that is none of the article.
    let begins = |count: &usize| {
        let (Some(at), Some(above)) = (texts.get(count - 1), texts.get(*count)) else { return false };
        (above + 1..*at).any(|between| is_of_page(sheet, between))
    };
    let Some(longest) = (1..=MOST).rev().find(begins) else { return last };
    let foreign = texts.iter().take(longest).take_while(|at| is_foreign(sheet, first, **at)).count();
    let begins = (1..=foreign).rev().find(begins);
    begins.and_then(|count| texts.get(count)).copied().unwrap_or(last)
}

/// Whether a line is known to be the page's own.
fn is_of_page(sheet: &Blocks, at: usize) -> bool {
    sheet.strips.get(at).is_some_and(|strip| strip.kind == BlockKind::Furniture)
}

/// Whether the sentence at `at` shares no telling word with what stands above it from `first` on.
fn is_foreign(sheet: &Blocks, first: usize, at: usize) -> bool {
    let (words, start) = (sheet.words(at), sheet.strips.get(first).map(|strip| strip.span.first()));
    let end = sheet.strips.get(at).map(|strip| strip.span.first());
    let (Some(start), Some(end)) = (start, end) else { return false };
    if words.len() > LONGEST || end < start + ABOVE || words.starts_with(['«', '"', '“', '—', '–', '-']) {
        return false;
    }
    let text = Span::new(start, end).of(&sheet.body).as_bytes();
    let letters = |word: &&str| word.chars().count() >= TELLING;
    let telling: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).filter(letters).collect();
    // A plural and a capital are of the same word: its inner letters are looked for.
    let stem = |word: &str| {
        let mut letters = word.char_indices().map(|(at, _)| at);
        let (from, to) = (letters.nth(1).unwrap_or(0), letters.next_back().unwrap_or(word.len()));
        word.get(from..to).unwrap_or(word).to_owned()
    };
    telling.len() >= WORDS && telling.iter().all(|word| memmem::find(text, stem(word).as_bytes()).is_none())
}

#[cfg(test)]
mod tests {
    use super::before;
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::text_line::is_text;
    use crate::model::article::BlockKind;

    const TEXT: &str =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    const NOTICE: &str = "L'utilisation de nos services suppose l'acceptation des conditions générales, modifiées en janvier.";

    #[test]
    fn a_notice_below_a_button_is_none_of_the_article() {
        let mut lines = vec![TEXT; 12];
        lines.extend(["Partager", NOTICE]);
        let mut page = sheet(&lines);
        page.settle(12, BlockKind::Furniture);
        let at =
            |page: &crate::ingest::rules::blocks::Blocks, last: usize| before(page, (0, last), &|at| is_text(page.words(at)));
        assert_eq!(at(&page, 13), 11);
        // It goes on with the article's words, or stands right below it.
        lines.truncate(13);
        lines.push("Le budget du conseil municipal de Valmont sera affiché en mairie jusqu'en janvier.");
        let mut page = sheet(&lines);
        page.settle(12, BlockKind::Furniture);
        assert_eq!(at(&page, 13), 13);
        let mut lines = vec![TEXT; 12];
        lines.push(NOTICE);
        assert_eq!(at(&sheet(&lines), 12), 12);
    }
}
