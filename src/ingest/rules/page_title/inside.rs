//! The headline in the title of a page's window where no line says it again alone: a scraper that put no line ends between the parts of a page
//! has it inside of a longer line, or the title itself runs on into the menu. Asked by `headline_place` and `masthead`.

use std::collections::HashSet;

use memchr::memmem;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::headline_words::share;
use crate::ingest::rules::page_bounds::PageBounds;
use crate::ingest::rules::page_title::{LONGEST, MARKS, RIGHT_ABOVE, first_line, parts};
use crate::text::fold::fold;
use crate::text::span::Span;

/// Characters that a headline and its copy begin with alike, at least, and the places that are looked at.
const ALIKE: usize = 20;
const PLACES: usize = 24;
/// Words of such a headline, and bytes.
const WORDS: usize = 4;
const HEADLINE: usize = 240;
/// Bytes of a first line that a page has run into.
const PAGE: usize = 1000;
/// Words of the name behind it.
const NAME: usize = 7;

/// The headline in the title of the page, and what the title has beside it, the last part first; nothing of a title that runs on into the page.
pub(crate) fn find(sheet: &Blocks) -> Option<(Span, Vec<String>)> {
    let at = first_line(sheet)?;
    let span = sheet.strips.get(at)?.span;
    let title = span.of(&sheet.body);
    let opening = title.get(..title.char_indices().nth(ALIKE)?.0)?;
    let rest = sheet.body.get(span.first() + opening.len()..)?;
    let places = memmem::find_iter(rest.as_bytes(), opening.as_bytes()).take(PLACES);
    let runs_on = title.len() > LONGEST;
    let head = places.filter_map(|place| alike(title, rest.get(place..)?, runs_on)).max_by_key(|head| head.len())?;
    if head.split(' ').nth(WORDS - 1).is_none() || head.len() > HEADLINE {
        return None;
    }
    let found = Span::new(span.first(), span.first() + head.len());
    if runs_on {
        return Some((found, Vec::new()));
    }
    let behind = title.get(head.len()..)?;
    let set_off = MARKS.iter().any(|mark| behind.starts_with(mark) || behind.starts_with(mark.trim()));
    let beside = parts(behind);
    let named = beside.first().is_some_and(|name| name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    (set_off && named && behind.split_whitespace().count() <= 2 * NAME).then_some((found, beside))
}

/// The words that open both `title` and the `copy` of it, where the copy ends with them; less than all of the title.
fn alike<'a>(title: &'a str, copy: &str, runs_on: bool) -> Option<&'a str> {
    let common = title.char_indices().zip(copy.chars()).take_while(|((_, one), other)| one == other).last();
    let (at, last) = common?.0;
    let end = at + last.len_utf8();
    let head = title.get(..whole(title, end))?.trim_end_matches(|c: char| c.is_whitespace() || "|-–—•·:<>,".contains(c));
    // A sentence that begins as the title does goes on in small letters.
    let next = copy.get(head.len()..)?.trim_start_matches([' ', '\u{a0}', '|', '-', '–', '—', '•', '·']).chars().next();
    let ends = next.is_none_or(|next| !next.is_lowercase() && !matches!(next, ',' | '.'));
    (ends && (runs_on || head.len() < title.len())).then_some(head)
}

/// The last place before `end` at which a word of `title` ends: at a mark, or where a capital is glued to a small letter.
fn whole(title: &str, end: usize) -> usize {
    let parts = |at: usize| {
        let (before, behind) = title.split_at_checked(at).unwrap_or_default();
        let (last, next) = (before.chars().next_back(), behind.chars().next());
        let inside = last.zip(next).is_some_and(|(last, next)| {
            last.is_alphanumeric() && next.is_alphanumeric() && !(last.is_lowercase() && next.is_uppercase())
        });
        title.is_char_boundary(at) && !inside
    };
    (0..=end).rev().find(|at| parts(*at)).unwrap_or(0)
}

/// The headline that the title of the page says, where a line above the text or the first of it says it among other words.
pub(crate) fn headline(sheet: &Blocks, bounds: PageBounds) -> Option<Span> {
    let (span, _) = find(sheet)?;
    let headline = span.of(&sheet.body);
    // Beside a headline of its own a line may hold the words of the title.
    let alone = !(0..sheet.strips.len()).any(|at| sheet.words(at) == headline);
    let inside = || {
        (1..sheet.strips.len()).any(|at| {
            let words = sheet.words(at);
            words.len() > headline.len() && !words.starts_with(headline) && words.contains(headline)
        })
    };
    (alone && (bounds.is_crowded() || sheet.words(0).len() > PAGE || inside())).then_some(span)
}

/// The line of one word or two that the title begins with, right above the text that runs in `bounds`, whose words are `told`: `Le pont - Rives`.
pub(crate) fn short(sheet: &Blocks, bounds: PageBounds, told: &HashSet<String>) -> Option<usize> {
    /// Letters of such a headline.
    const LETTERS: usize = 4;
    let at = first_line(sheet)?;
    let title = sheet.words(at);
    let mark = MARKS.iter().filter_map(|mark| title.find(mark)).min().filter(|_| title.len() <= LONGEST)?;
    let head = title.get(..mark)?.trim();
    if !(1..WORDS).contains(&head.split_whitespace().count()) || head.chars().count() < LETTERS || is_section(&fold(head)) {
        return None;
    }
    let near = (bounds.first.saturating_sub(RIGHT_ABOVE)..=bounds.first).rev().filter(|line| *line != at);
    let place = near.into_iter().find(|line| sheet.words(*line).eq_ignore_ascii_case(head))?;
    (share(head, told).0 > 0 || place + 3 >= bounds.first).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::{HashSet, find, short};
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::page_bounds::PageBounds;

    fn read(lines: &[&str]) -> Option<(String, Vec<String>)> {
        let page = sheet(lines);
        find(&page).map(|(span, beside)| (span.of(&page.body).to_owned(), beside))
    }

    #[test]
    fn the_headline_of_a_window_stands_inside_a_longer_line() {
        let glued = "Menu Sport Culture Un pont de trop pour Valmont Claire Dumont 4 mai 2022 Le conseil a voté.";
        let house = Some(("Un pont de trop pour Valmont".to_owned(), vec!["La Gazette".to_owned(), "Sport".to_owned()]));
        assert_eq!(read(&["Un pont de trop pour Valmont | Sport | La Gazette", glued]), house);
        // A sentence that begins with the same words is no copy.
        let sentence = "Un pont de trop pour Valmont qui se cherche encore.";
        assert_eq!(read(&["Un pont de trop pour Valmont - Les raisons", sentence]), None);
    }

    #[test]
    fn a_title_that_runs_on_into_the_menu_ends_where_its_copy_does() {
        let menu = "PolitiqueSportCulture".repeat(16);
        let page = format!("Un pont de trop pour Valmont - Rives{menu}Un pont de trop pour ValmontClaire DumontLe conseil vote.");
        assert_eq!(read(&[&page]), Some(("Un pont de trop pour Valmont".to_owned(), Vec::new())));
    }

    #[test]
    fn a_headline_of_one_word_is_told_by_the_title() {
        let bounds = PageBounds { first: 5, last: 6, above: 5 };
        let place = |title| {
            let page = [title, "Menu", "Le pont", "Sport", "Le pont", "Le texte", "La suite"];
            short(&sheet(&page), bounds, &HashSet::new())
        };
        assert_eq!(place("Le pont - Rives du Val"), Some(4));
        assert_eq!(place("Rives du Val - Le pont"), None);
    }
}
