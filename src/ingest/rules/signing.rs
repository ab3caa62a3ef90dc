//! Names that stand alone and sign a text: beside the line of the date, between headline and text, under the text.
//!
//! A tag names somebody too, but one of whom the text speaks. Called by `assemble`, behind `header`.

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::rules::author_box;
use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::byline::{is_initials, is_name, is_outlet};
use crate::ingest::rules::date_context::besides;
use crate::ingest::rules::date_parser::stamps;
use crate::ingest::rules::header::{BARE, DateLine, HeaderFacts};
use crate::ingest::rules::page_bounds::{self, PageBounds};
use crate::ingest::rules::phrases::PHRASES;
use crate::ingest::rules::signers::{bare_name, for_house, is_person};
use crate::model::article::BlockKind;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Bytes of a line that only signs.
const LONGEST: usize = 60;
/// Lines between headline and text: lead, picture, credit, day.
const ABOVE: usize = 8;
/// Lines above the day in which the name of the author stands.
const NEAR: usize = 3;

/// Takes the author from a line at the head that is a name alone.
pub(crate) fn at_head(sheet: &mut Blocks, header: &mut HeaderFacts) {
    if header.byline.author.is_some() {
        return;
    }
    let dated = header.published.is_some() || header.updated.is_some();
    let place = header.place.filter(|_| dated);
    let beside = place.and_then(|date| beside_date(sheet, date).or_else(|| below_date(sheet, date)));
    if let Some(at) = beside.or_else(|| above_text(sheet)) {
        let words = sheet.words(at);
        header.byline.author = Some(bare_name(words).to_owned());
        if let Some((_, house)) = for_house(words) {
            header.byline.outlet.get_or_insert(house.to_owned());
        }
        sheet.settle(at, BlockKind::Furniture);
        return;
    }
    let Some(bounds) = page_bounds::find(sheet) else { return };
    let head = bounds.first.saturating_sub(ABOVE)..bounds.first;
    let office = head.rev().find_map(|at| Some((at, author_box::with_office(sheet.words(at))?.to_owned())));
    if let Some((at, name)) = office.filter(|(at, name)| !is_spoken_of(sheet, bounds, (*at, name))) {
        header.byline.author = Some(name);
        sheet.settle(at, BlockKind::Furniture);
        return;
    }
    header.byline.author = opening_name(sheet.words(bounds.first)).map(str::to_owned);
}

/// Who signs at the head of the first paragraph: `Par Claire Dumont - Un pont de trop enjambe la Sarelle …`.
fn opening_name(words: &str) -> Option<&str> {
    let signed = ["Par ", "PAR ", "By "].iter().find_map(|by| words.strip_prefix(by))?;
    let (name, rest) =
        [" - ", " – ", " — "].iter().filter_map(|dash| signed.split_once(dash)).min_by_key(|(name, _)| name.len())?;
    (name.len() <= LONGEST && may_sign(name) && is_person(name) && rest.split(' ').nth(NEAR).is_some()).then_some(name)
}

/// The line above or below that of the date, when it is a name; the first line of all is the headline.
fn beside_date(sheet: &Blocks, date: usize) -> Option<usize> {
    let first = sheet.text_places().next();
    // Between the name and the day a page may lead to the network on which its bearer writes.
    let of_page = |at: &usize| PHRASES.whole.contains(&*fold(sheet.words(*at)));
    let above = (date.saturating_sub(NEAR)..date).rev().find(|at| !of_page(at));
    [above, Some(date + 1)].into_iter().flatten().find(|at| {
        let words = sheet.words(*at);
        let open = sheet.strips.get(*at).is_some_and(|strip| !strip.settled) && Some(*at) != first;
        // The last item of a menu above the day may look like a name.
        let listed = *at < date && in_list(sheet, *at) && !is_called_so(words);
        // What stands above as well is a part of the page.
        let again = || {
            const OFTEN: usize = 4;
            let above = (0..*at).any(|above| sheet.words(above) == words);
            above
                && (!is_called_so(words)
                    || (0..sheet.strips.len()).filter(|line| sheet.words(*line) == words).nth(OFTEN - 1).is_some())
        };
        let name = bare_name(words);
        // `Expositions, Valmont` names where a page files it: of several names the first is a person's.
        let listed_names = !name.contains([',', '&']) || is_called_so(name);
        let named = (2..=7).contains(&name.split_whitespace().count())
            && listed_names
            && may_sign(name)
            && !is_of_page(words)
            && !again();
        open && (!listed && named || is_initials(words) || *at > date && are_capitals(words))
    })
}

/// A person's name a few lines below the day, where nothing but small lines of the page stand between:
/// `2 minutes de lecture`, `photo de l'auteur`, `Claire Dumont`.
fn below_date(sheet: &Blocks, date: usize) -> Option<usize> {
    /// Lines below the day, and words of one that stands between.
    const BELOW: usize = 4;
    const WORDS: usize = 4;
    let bounds = page_bounds::find(sheet).filter(|bounds| bounds.is_crowded() && date < bounds.first + BELOW)?;
    let signs = |at: &usize| {
        let words = sheet.words(*at);
        let open = sheet.strips.get(*at).is_some_and(|strip| !strip.settled && strip.kind == BlockKind::Paragraph);
        let whole = (2..=3).contains(&words.split_whitespace().count())
            && words.split(' ').all(|word| word.starts_with(char::is_uppercase));
        open && whole && may_sign(words) && is_person(words) && !is_of_page(words)
    };
    let small = |at: usize| {
        let words = sheet.words(at);
        words.split_whitespace().count() <= WORDS && words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    };
    let at = (date + 1..=date + BELOW).find(|at| !small(*at)).filter(signs)?;
    (!is_spoken_of(sheet, bounds, (at, sheet.words(at)))).then_some(at)
}

/// `LB`: the first letters of a name right below the day.
fn are_capitals(words: &str) -> bool {
    (2..=3).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_uppercase()) && !is_outlet(words)
}

/// Whether three lines right above the one at `at` are a few words each, as those of a menu are.
fn in_list(sheet: &Blocks, at: usize) -> bool {
    const ROW: usize = 3;
    at >= ROW && (at - ROW..at).all(|above| (1..=3).contains(&sheet.words(above).split_whitespace().count()))
}

/// The only line right above the text that is the name of somebody of whom the text does not speak.
fn above_text(sheet: &Blocks) -> Option<usize> {
    let bounds = page_bounds::find(sheet)?;
    let signs = |at: &usize| {
        let words = sheet.words(*at);
        let open = sheet.strips.get(*at).is_some_and(|strip| !strip.settled && strip.kind == BlockKind::Paragraph);
        // The last item of a menu may look like a name.
        let name = bare_name(words);
        let named = (2..=4).contains(&name.split_whitespace().count()) && may_sign(name) && is_called_so(name);
        open && *at > 0 && named && (*at + NEAR >= bounds.first || !in_list(sheet, *at))
    };
    let mut found = (bounds.first.saturating_sub(ABOVE)..bounds.first).filter(signs);
    let at = found.next()?;
    // A page may print it twice.
    let alone = found.all(|other| sheet.words(other) == sheet.words(at));
    (alone && !is_spoken_of(sheet, bounds, (at, bare_name(sheet.words(at))))).then_some(at)
}

/// Whether the text names somebody who is called `name`, but for the line that is signed so.
fn is_spoken_of(sheet: &Blocks, bounds: PageBounds, (signed, name): (usize, &str)) -> bool {
    /// Bytes of the text that are looked at.
    const TEXT: usize = 6000;
    let surname = name.rsplit(' ').next().unwrap_or(name).as_bytes();
    let mut read = 0;
    (bounds.first..=bounds.last).take_while(|place| *place < sheet.strips.len()).filter(|place| *place != signed).any(|place| {
        read += sheet.words(place).len();
        read <= TEXT && memchr::memmem::find(sheet.words(place).as_bytes(), surname).is_some()
    })
}

/// Whether a line may be a signature by how it is written.
fn may_sign(words: &str) -> bool {
    words.len() <= LONGEST
        && words.starts_with(char::is_uppercase)
        && is_name(words)
        && !is_outlet(words)
        && !is_section(&fold(words))
}

/// Whether the first word is a given name, or the last one is shouted as surnames are.
fn is_called_so(words: &str) -> bool {
    let first = words.split([' ', '-']).next().unwrap_or_default();
    let last = words.rsplit(' ').next().unwrap_or_default();
    let shouted = last.chars().count() >= 4 && last.chars().all(char::is_uppercase) && first.chars().any(char::is_lowercase);
    NameLexicon::get().is_given_name(first) || shouted
}

/// Whether a line names a part of the page: a menu, a list, a button.
fn is_of_page(words: &str) -> bool {
    const PARTS: &[&str] = &[
        "menu",
        "comments",
        "comment",
        "commentaires",
        "kommentare",
        "beitrage",
        "share",
        "partager",
        "teilen",
        "newsletter",
        "abo",
        "archives",
        "archiv",
        "login",
        "suche",
        "search",
        "recherche",
        "illustration",
        "photo",
        "photos",
        "dessin",
        "infographie",
        "video",
        "credit",
    ];
    fold(words).split(' ').any(|word| PARTS.contains(&word))
}

/// The line right below the last of the text, where a page goes on, when it is a person's name.
fn below_text(sheet: &Blocks) -> Option<usize> {
    /// Lines of the page's own between the text and the name.
    const BETWEEN: usize = 2;
    let bounds = page_bounds::find(sheet).filter(|bounds| bounds.is_crowded())?;
    let below = bounds.last + 1;
    let known = |at: usize| sheet.strips.get(at).is_some_and(|strip| strip.kind == BlockKind::Furniture);
    let at = above_notes(sheet, bounds).or_else(|| (below..=below + BETWEEN).find(|at| !known(*at)))?;
    let words = signer(sheet, at);
    let open = sheet.strips.get(at).is_some_and(|strip| !strip.settled && strip.kind == BlockKind::Paragraph);
    let most = if words.contains(" et ") { 7 } else { 4 };
    let named = (2..=most).contains(&words.split_whitespace().count()) && may_sign(words) && is_called_so(words);
    // Whom the text speaks of is a tag.
    let signs = open && named && !is_spoken_of(sheet, bounds, (at, words));
    (open && is_initials(words) || signs && !is_of_page(words)).then_some(at)
}

/// The name in a line at the foot, without the colon that leads to nothing.
fn signer(sheet: &Blocks, at: usize) -> &str {
    sheet.words(at).trim_end_matches([':', ' ', '\u{a0}'])
}

/// A name alone near the end of the text, with nothing below it but a note or an address.
fn above_notes(sheet: &Blocks, bounds: PageBounds) -> Option<usize> {
    /// Lines of such notes, and bytes of one.
    const NOTES: usize = 2;
    const LONGEST: usize = 260;
    (bounds.last.saturating_sub(NOTES)..bounds.last).find(|at| {
        let words = signer(sheet, *at);
        *at > bounds.first
            && (2..=4).contains(&words.split_whitespace().count())
            && is_person(words)
            && (at + 1..=bounds.last).all(|note| sheet.words(note).len() <= LONGEST)
            && sheet.words(at - 1).ends_with(['.', '!', '?', '…', '»', '"', '”', ')'])
    })
}

/// The day of a line that holds nothing else, in the box of an author.
fn lone_day(sheet: &Blocks, at: usize) -> Option<DateLine> {
    let (words, span) = (sheet.words(at), sheet.strips.get(at).filter(|strip| strip.span.len() <= LONGEST)?.span);
    let found = stamps(words, true);
    let stamp = found.first().filter(|stamp| stamp.date.parts().2.is_some() && besides(words, &[stamp.span.of(words)]) == 0)?;
    let span = Span::new(span.first() + stamp.span.first(), span.first() + stamp.span.after());
    Some(DateLine { date: stamp.date, span, rule: BARE })
}

/// A name alone under a text signs it, once the furniture below it is settled.
pub(crate) fn at_foot(sheet: &mut Blocks, header: &mut HeaderFacts) {
    if let Some(at) = below_text(sheet).filter(|_| header.byline.author.is_none()) {
        header.byline.author = Some(signer(sheet, at).to_owned());
        if header.published.is_none() {
            header.published = lone_day(sheet, at + 1);
        }
        return sheet.settle(at, BlockKind::Furniture);
    }
    let bounds = page_bounds::find(sheet).filter(|bounds| bounds.is_crowded() && header.byline.author.is_none());
    if let Some((at, name)) = bounds.and_then(|bounds| author_box::find(sheet, bounds)) {
        header.byline.author = Some(name);
        if header.published.is_none() {
            header.published = (at + 1..=at + 2).find_map(|day| lone_day(sheet, day));
        }
        return sheet.settle(at, BlockKind::Furniture);
    }
    let Some(last) = sheet.text_places().next_back() else { return };
    let Some(above) = sheet.text_places().rev().nth(1) else { return };
    let words = sheet.words(last);
    let open = sheet.strips.get(last).is_some_and(|strip| !strip.settled);
    // Under a line that does not end like a sentence it is the next line of a list or a poem.
    let below_prose = sheet.words(above).ends_with(['.', '!', '?', '…', '»', '"', '”', ')']);
    let known =
        header.byline.author.as_deref().is_some_and(|author| words.starts_with(author) && words.len() <= author.len() + 60);
    if open && known && !words.ends_with('.') {
        return sheet.settle(last, BlockKind::Furniture);
    }
    // Where a page goes on below its text, its last line may be a button.
    let crowded = page_bounds::find(sheet).is_some_and(PageBounds::is_crowded);
    let named = (2..=4).contains(&words.split_whitespace().count())
        && is_name(words)
        && !is_of_page(words)
        && (!crowded || is_called_so(words));
    if open && below_prose && words.chars().count() <= 40 && (named || is_initials(words)) {
        header.byline.author.get_or_insert(words.to_owned());
        sheet.settle(last, BlockKind::Furniture);
    }
}

#[cfg(test)]
mod tests {
    use super::{above_notes, above_text, at_foot};
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::header::HeaderFacts;
    use crate::ingest::rules::page_bounds;

    const TEXT: &str =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    const NOTE: &str = "Un recueil de ses chroniques paraîtra au printemps prochain, aux éditions de la Rive, à Querval.";
    const MENU: [&str; 4] = ["Accueil", "Sport", "Culture", "Emploi"];

    #[test]
    fn a_name_above_a_note_at_the_end_signs() {
        let lines: Vec<&str> = MENU.iter().chain(&[TEXT, TEXT, TEXT, "Claire Dumont", NOTE]).copied().collect();
        let page = sheet(&lines);
        assert_eq!(above_notes(&page, page_bounds::find(&page).unwrap()), Some(7));
        let mut header = HeaderFacts::default();
        at_foot(&mut sheet(&lines), &mut header);
        assert_eq!(header.byline.author.as_deref(), Some("Claire Dumont"));
        // A paragraph as long as those above is no note.
        let long = TEXT.repeat(3);
        let lines: Vec<&str> = MENU.iter().chain(&[TEXT, TEXT, TEXT, "Claire Dumont", &long]).copied().collect();
        let page = sheet(&lines);
        assert_eq!(above_notes(&page, page_bounds::find(&page).unwrap()), None);
    }

    #[test]
    fn the_last_entry_of_a_menu_is_no_signature() {
        let head =
            ["Jeux", "Photos", "Claire Obscur", "Valmont vote son budget en hausse", "Un lead", "Un encart de la page", "Suite"];
        let lines: Vec<&str> = MENU.iter().chain(&head).chain(&[TEXT, TEXT]).copied().collect();
        assert_eq!(above_text(&sheet(&lines)), None);
    }

    #[test]
    fn a_name_below_the_text_brings_the_day_below_it() {
        let lines: Vec<&str> =
            MENU.iter().chain(&[TEXT, TEXT, TEXT, "Claire Dumont", "17 mai 2022 / 01:00", "Contact"]).copied().collect();
        let mut header = HeaderFacts::default();
        at_foot(&mut sheet(&lines), &mut header);
        assert_eq!(header.published.map(|line| line.date.to_string()).as_deref(), Some("2022-05-17"));
    }

    #[test]
    fn who_signs_with_an_office_or_at_the_head_of_the_first_paragraph() {
        let read = |above: &[&str], first: &str| {
            let lines: Vec<&str> =
                MENU.iter().chain(&["Un pont de trop"]).chain(above).chain(&[first, TEXT, TEXT]).copied().collect();
            let mut header = HeaderFacts::default();
            super::at_head(&mut sheet(&lines), &mut header);
            header.byline.author
        };
        let claire = Some("Claire Dumont".to_owned());
        assert_eq!(read(&["Claire Dumont Professeur en histoire à l'université de Valmont"], TEXT), claire);
        assert_eq!(read(&[], &format!("Par Claire Dumont - {TEXT}")), claire);
        assert_eq!(read(&["Claire Dumont marche le long du pont de Valmont"], TEXT), None);
        assert_eq!(read(&[], &format!("Par Valmont - {TEXT}")), None);
    }
}
