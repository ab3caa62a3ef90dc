//! The title that a page has in its window, which many scrapers print above all of its text: `Un titre - La Gazette`, `Un titre | Société | La Gazette`.
//!
//! The page says its headline again below. Both agree on the words of it, and what the title has beside says whose the page is: no word of
//! a language tells them. Asked by `headline_place` and `masthead`.

use std::collections::HashSet;

use crate::ingest::rules::blocks::{Blocks, PageTitle};
use crate::ingest::rules::headline_words::share;
use crate::ingest::rules::page_bounds::PageBounds;
use crate::ingest::rules::text_line::is_text;
use crate::model::article::BlockKind;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Lines above the text in which a line that is said again is its headline.
pub(crate) const RIGHT_ABOVE: usize = 12;

/// Lines at the top among which the title stands, where a scraper printed what the server said above it.
const TOP: usize = 24;
/// Bytes of the line in which a server says that it has the page.
const STATUS: usize = 40;
/// Bytes of a title.
const LONGEST: usize = 320;
/// Bytes of a headline.
const SHORTEST: usize = 8;
/// Words of a headline, of one that stands inside the title, and of one that differs from it by a word.
const WORDS: usize = 3;
const INSIDE: usize = 5;
const ALIKE: usize = 6;
/// Words of the name of a house.
const NAME: usize = 7;
/// What divides the parts of a title.
const MARKS: [&str; 8] = [" | ", " - ", " – ", " — ", " • ", " · ", " » ", " : "];

/// The title of the page that `sheet` is; `None` where nothing at its top is said again below.
pub(crate) fn find(sheet: &Blocks) -> Option<&PageTitle> {
    sheet.title(sought)
}

fn sought(sheet: &Blocks) -> Option<PageTitle> {
    let at = first_line(sheet)?;
    let title = sheet.words(at);
    if title.len() > LONGEST || title.split(' ').count() < WORDS {
        return None;
    }
    let words = letters(title);
    let mut best: Option<(usize, Vec<usize>, Vec<String>)> = None;
    for below in at + 1..sheet.strips.len() {
        let line = sheet.words(below);
        // Nearly all lines of a page begin with a word that its title has not.
        let holds = |word: &str| title.contains(word) || title.contains(&*word.to_lowercase());
        let opens = || line.split(' ').next().is_some_and(holds);
        if line.len() > 4 * title.len() || line.len() < SHORTEST || !opens() {
            continue;
        }
        let Some((count, beside)) = said_again(title, &words, undoubled(line)) else { continue };
        match &mut best {
            Some((most, copies, _)) if *most == count => copies.push(below),
            Some((most, ..)) if *most > count => {}
            _ => best = Some((count, vec![below], beside)),
        }
    }
    let (count, copies, beside) = best?;
    Some(PageTitle { at, copies, beside, goes_on: count < words.len() })
}

/// The line that says again what the title says, the copy nearest to the text that runs in `bounds`; `told` are the words of that.
pub(crate) fn headline(sheet: &Blocks, bounds: PageBounds, told: &HashSet<String>) -> Option<usize> {
    copy(sheet, bounds, told).or_else(|| inside::short(sheet, bounds, told))
}

/// The same of a headline of several words.
fn copy(sheet: &Blocks, bounds: PageBounds, told: &HashSet<String>) -> Option<usize> {
    let title = find(sheet)?;
    let open = |at: &&usize| sheet.strips.get(**at).is_some_and(|strip| strip.kind != BlockKind::Caption);
    let above = title.copies.iter().rev().filter(open).find(|at| **at <= bounds.first);
    // Below sentences of the text it is a heading of the same words.
    let below = |at: &&usize| {
        let told = (bounds.first..**at).filter(|at| is_text(sheet.words(*at)) && open(&at));
        open(at) && told.take(2).count() < 2
    };
    let place = *above.or_else(|| title.copies.iter().find(below))?;
    let (known, all) = share(sheet.words(place), told);
    let near = place <= bounds.first && place + RIGHT_ABOVE >= bounds.first;
    // A line of a menu may stand twice: one beside which the title has nothing must be told.
    (known >= 2 && known * 2 >= all || title.goes_on && (near || known > 0)).then_some(place)
}

/// The headline in a title that no line says again, before the name of the house: the page calls itself so, and the text, whose words are `told`,
/// speaks of what it says.
pub(crate) fn said_once(sheet: &Blocks, told: &HashSet<String>) -> Option<Span> {
    let at = first_line(sheet)?;
    let (title, span) = (sheet.words(at), sheet.strips.get(at)?.span);
    let mark = MARKS.iter().filter(|mark| **mark != " : ").filter_map(|mark| title.rfind(mark)).max()?;
    let head = title.get(..mark)?.trim_end();
    let name = letters(title.get(mark..)?).concat();
    let host = title.get(mark..)?.split_whitespace().nth(1).is_some_and(|word| word.contains('.') && !word.ends_with('.'));
    let house = host
        || (0..sheet.strips.len())
            .any(|line| line != at && sheet.words(line).len() <= LONGEST / 4 && letters(sheet.words(line)).concat() == name);
    let (known, all) = share(head, told);
    let fits = title.len() <= LONGEST && head.split_whitespace().count() >= WORDS && !name.is_empty();
    (fits && house && known >= 2 && known * 2 >= all).then(|| Span::new(span.first(), span.first() + head.len()))
}

/// The first line that a page may have as its title: what a server says of itself stands above, a word and a colon each.
fn first_line(sheet: &Blocks) -> Option<usize> {
    let said = |words: &str| {
        let key = words.split_once(':').map_or("", |(key, _)| key);
        words.starts_with("HTTP/") || !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
    };
    if !sheet.words(0).starts_with("HTTP/") {
        return Some(0).filter(|_| !sheet.strips.is_empty());
    }
    // A text browser writes all of it on a few lines, as words.
    if sheet.words(0).len() > STATUS {
        return None;
    }
    (1..sheet.strips.len().min(TOP)).find(|at| !said(sheet.words(*at)))
}

/// How many words of `title`, whose words are `words`, the line says again from its first on or inside of it, and what the title has beside.
fn said_again(title: &str, words: &[String], line: &str) -> Option<(usize, Vec<String>)> {
    let own = letters(line);
    let count = own.len();
    if count < WORDS || count > words.len() {
        return None;
    }
    let rest = words.len() - count;
    let place = words.windows(count).position(|stretch| stretch == own).filter(|place| *place == 0 || count >= INSIDE);
    if let Some(place) = place {
        return Some((count, beside(title, place + count, words.len())?));
    }
    // A page may change a word of its headline later.
    let alike = words.iter().zip(&own).filter(|(one, other)| one == other).count();
    let parted = || MARKS.iter().any(|mark| title.contains(mark)) || rest == 0;
    (count >= ALIKE && alike * 10 >= count * 8 && parted() && rest <= NAME)
        .then(|| (alike, parts(last_part(title)).into_iter().filter(|_| rest > 0).collect()))
}

/// What a title of so many words in `all` has behind the first `count`: nothing, or what a mark sets off. `None` where the words go on.
fn beside(title: &str, count: usize, all: usize) -> Option<Vec<String>> {
    if count == all {
        return Some(Vec::new());
    }
    let rest = behind(title, count)?;
    let set_off = rest.trim_start().starts_with(['|', '-', '–', '—', '•', '·', '»', ':', ',', '(', '>', '<', '/']);
    set_off.then(|| parts(rest))
}

/// What follows upon the first `count` words of `title` and the marks that close them.
fn behind(title: &str, count: usize) -> Option<&str> {
    let mut left = count;
    let mut inside = false;
    for (at, c) in title.char_indices() {
        if inside && !c.is_alphanumeric() {
            left -= 1;
            if left == 0 {
                let rest = title.get(at..)?;
                return Some(rest.trim_start_matches([' ', '!', '?', '.', '…', '»', '"', '”', '\u{a0}']));
            }
        }
        inside = c.is_alphanumeric();
    }
    None
}

/// What stands behind the last mark of a title.
fn last_part(title: &str) -> &str {
    let mark = MARKS.iter().filter_map(|mark| title.rfind(mark)).max();
    mark.and_then(|at| title.get(at..)).unwrap_or_default()
}

/// The parts of what stands beside a headline, the last first.
fn parts(behind: &str) -> Vec<String> {
    let bare = |part: &str| {
        part.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '-' | '–' | '—' | '•' | '·' | '»' | ':' | ','))
            .to_owned()
    };
    let mut found: Vec<String> = vec![behind.to_owned()];
    for mark in MARKS {
        found = found.iter().flat_map(|part| part.split(mark)).map(str::to_owned).collect();
    }
    let named = |part: &String| (1..=NAME).contains(&part.split(' ').count()) && part.chars().any(char::is_alphabetic);
    found.iter().rev().map(|part| bare(part)).filter(named).collect()
}

/// The words of a line folded, marks left out.
fn letters(words: &str) -> Vec<String> {
    fold(words).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A line without the copies of it that a page glues to it, as the words of a picture to those beside it: `Rives du ValRives du Val`.
pub(crate) fn undoubled(words: &str) -> &str {
    /// Bytes of what is glued.
    const SHORTEST: usize = 6;
    let whole = |times: usize| {
        let size = words.len() / times;
        let (head, rest) = words.split_at_checked(size).filter(|_| size * times == words.len() && size >= SHORTEST)?;
        let glued = !head.ends_with(' ') && head.contains(char::is_alphabetic);
        (glued && rest.as_bytes().chunks(size).all(|copy| copy == head.as_bytes())).then_some(head)
    };
    [2, 3, 4].into_iter().find_map(whole).unwrap_or(words)
}

pub(crate) mod inside;
#[cfg(test)]
mod tests {
    use super::{find, undoubled};
    use crate::ingest::rules::blocks::sheet;

    fn read(lines: &[&str]) -> Option<(Vec<usize>, Vec<String>)> {
        find(&sheet(lines)).cloned().map(|title| (title.copies, title.beside))
    }

    fn both(copies: &[usize], beside: &[&str]) -> (Vec<usize>, Vec<String>) {
        (copies.to_vec(), beside.iter().map(|part| (*part).to_owned()).collect())
    }

    #[test]
    fn the_title_of_a_window_says_headline_and_house() {
        let page = |title| read(&[title, "Accueil", "Un pont de trop", "Valmont", "Un pont de trop"]);
        assert_eq!(page("Un pont de trop - La Gazette du Val"), Some(both(&[2, 4], &["La Gazette du Val"])));
        assert_eq!(page("Un pont de trop - Société - rives.info"), Some(both(&[2, 4], &["rives.info", "Société"])));
        assert_eq!(page("Un pont de trop"), Some(both(&[2, 4], &[])));
        assert_eq!(page("Un pont de trop pour Valmont"), None);
        assert_eq!(page("La Gazette du Val"), None);
    }

    #[test]
    fn the_headline_may_stand_inside_the_title_or_differ_by_a_word() {
        let inside = ["Valmont : un pont de trop pour la vallée - Rives", "Un pont de trop pour la vallée", "Texte"];
        assert_eq!(read(&inside), Some(both(&[1], &["Rives"])));
        let changed = ["Valmont vote un pont de trop dans le val | Rives", "Accueil", "Valmont vote ce pont de trop dans le val"];
        assert_eq!(read(&changed), Some(both(&[2], &["Rives"])));
        let quoted = ["Valmont : « un pont » de trop | Rives", "Valmont : \"un pont\" de trop", "Texte"];
        assert_eq!(read(&quoted), Some(both(&[1], &["Rives"])));
    }

    #[test]
    fn a_title_that_no_line_says_again_is_told_by_its_house() {
        let told = super::HashSet::from(["valmont".to_owned(), "budget".to_owned()]);
        let said = |foot: &str| {
            let page = sheet(&["Valmont vote son budget - Deux Rives", "Accueil", foot]);
            super::said_once(&page, &told).map(|span| span.of(&page.body).to_owned())
        };
        assert_eq!(said("DeuxRives"), Some("Valmont vote son budget".to_owned()));
        assert_eq!(said("Contact"), None);
    }

    #[test]
    fn what_a_server_says_stands_above_the_title() {
        let page = ["HTTP/1.1 200 OK", "Date: Sun, 04 Jan 2026", "Un pont de trop - Rives", "Un pont de trop"];
        assert_eq!(read(&page), Some(both(&[3], &["Rives"])));
    }

    #[test]
    fn what_a_page_glues_to_its_copy_is_said_once() {
        assert_eq!(undoubled("Rives du ValRives du Val"), "Rives du Val");
        assert_eq!(undoubled("Un pont ?Un pont ?Un pont ?"), "Un pont ?");
        for whole in ["Rives du Val", "bonbon", "Un pont, un pont"] {
            assert_eq!(undoubled(whole), whole);
        }
    }
}
