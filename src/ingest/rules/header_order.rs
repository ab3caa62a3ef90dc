//! Where header lines are looked for and in what order, and which lines of days alone are those of other articles: lists of teasers,
//! archives of months, calendars of events. Asked by `header`.

use std::collections::HashSet;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::date_context::{PUBLISHED, UPDATED, besides};
use crate::ingest::rules::date_parser::{ParsedDate, short_stamps, stamps, years};
use crate::ingest::rules::page_bounds::PageBounds;
use crate::ingest::rules::text_line::is_text;
use crate::model::article::BlockKind;
use crate::model::date::PartialDate;
use crate::text::fold::fold;

/// Bytes of a line that gives a day and nothing else, with its weekday and its hour.
const LONGEST: usize = 80;
/// Lines from one day of a list to the next: a headline, a section and a picture between them.
const APART: usize = 6;
/// Days one below the other that make a list when they differ, and when they do not: a page says its own day up to three times.
const LIST: usize = 3;
const SAME: usize = 4;
/// Lines right above a text of which one is its own, also at the end of a list.
const OWN: usize = 3;
/// What the only line of a text weighs at least that a day above it can be that of.
const TEXT: i32 = 200;

/// The lines where header lines stand, each with whether it is at the head. Under a menu those next to the beginning of the text come
/// first, and one above it before one as near below.
pub(crate) fn order(sheet: &Blocks, bounds: PageBounds) -> Vec<(usize, bool)> {
    let count = sheet.strips.len();
    let near = |at: usize| (at, bounds.near(at, count));
    let head = |(at, (head, _)): (usize, (bool, bool))| head.then_some((at, true));
    let foot = |(at, (head, foot)): (usize, (bool, bool))| (foot && !head).then_some((at, false));
    let mut order: Vec<(usize, bool)> = (0..count).map(near).filter_map(head).collect();
    if bounds.is_crowded() {
        let far = |at: usize| if at < bounds.first { bounds.first - at } else { 2 * (at - bounds.first) + 1 };
        order.sort_by_key(|(at, _)| (far(*at), *at));
    }
    order.extend((0..count).map(near).filter_map(foot));
    order
}

/// Settles as furniture the lines of days that are of other articles, and returns them; inside the text one may head a part of it.
pub(crate) fn settle_others(sheet: &mut Blocks, bounds: PageBounds) -> HashSet<usize> {
    let others = of_others(sheet, bounds);
    for at in others.iter().copied() {
        let open = sheet.strips.get(at).is_some_and(|strip| !strip.settled);
        if open && !(bounds.first..=bounds.last).contains(&at) {
            sheet.settle(at, BlockKind::Furniture);
        }
    }
    others
}

/// The lines of a page under a menu whose days alone are not its article's: those of lists, months of an archive, and all of them where
/// one short line is all the text.
fn of_others(sheet: &Blocks, bounds: PageBounds) -> HashSet<usize> {
    if !bounds.is_crowded() {
        return HashSet::new();
    }
    let days: Vec<(usize, PartialDate)> =
        (0..sheet.strips.len()).filter_map(|at| Some((at, lone_day(sheet.words(at))?))).collect();
    let text = sheet.strips.get(bounds.first..=bounds.last).unwrap_or_default();
    if matches!(text, [only] if only.weight < TEXT) {
        return days.iter().map(|(at, _)| *at).collect();
    }
    let follows = |a: usize, b: usize| {
        let between = sheet.strips.get(a + 1..b).unwrap_or_default();
        b - a <= APART && between.iter().all(|strip| strip.weight <= 0)
    };
    let mut others: HashSet<usize> = HashSet::new();
    for list in days.chunk_by(|(a, _), (b, _)| follows(*a, *b)) {
        let differ = list.iter().any(|(_, date)| list.first().is_some_and(|(_, first)| first != date));
        if list.len() >= SAME || list.len() >= LIST && differ {
            others.extend(list.iter().map(|(at, _)| *at));
        }
    }
    others.retain(|at| !(at + OWN >= bounds.first && *at < bounds.first));
    others.extend(days.iter().filter(|(_, date)| date.parts().2.is_none()).map(|(at, _)| *at));
    others
}

/// The date of a line that holds nothing else, or opens or closes with it as the items of lists do; a month, where a part of the line is it.
fn lone_day(words: &str) -> Option<PartialDate> {
    /// Words of an item beside its day.
    const FEW: usize = 6;
    if words.len() > LONGEST || !words.bytes().any(|byte| byte.is_ascii_digit()) || is_text(words) {
        return None;
    }
    let found = if years(words) > 0 { stamps(words, true) } else { short_stamps(words, true) };
    let first = found.first()?;
    let written: Vec<&str> = found.iter().map(|stamp: &ParsedDate| stamp.span.of(words)).collect();
    let besides = besides(words, &written);
    let outer = |part: Option<&str>| part.is_some_and(|part| !part.contains(char::is_alphanumeric));
    let at_end = outer(words.get(..first.span.first())) || outer(words.get(first.span.after()..));
    let alone = |part: &str| written.contains(&part.trim());
    let item = match first.date.parts() {
        (_, None, _) => false,
        (_, Some(_), None) => words.split(['|', '•', '·']).any(alone),
        _ => besides == 0 || besides <= FEW && at_end && !says_so(words),
    };
    item.then_some(first.date)
}

/// Whether a line says that its day is one of publication or of a change.
fn says_so(words: &str) -> bool {
    let folded = fold(words);
    PUBLISHED.iter().chain(UPDATED).any(|marker| *marker != "date" && *marker != "stand" && folded.contains(marker))
}

#[cfg(test)]
mod tests {
    use super::{of_others, order};
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::page_bounds::find;

    const TEXT: &str = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat entre la majorité et l'opposition, qui demandait un report.";

    #[test]
    fn the_line_above_the_text_comes_before_one_below_its_beginning() {
        let page = sheet(&["Accueil", "Sport", "Culture", "Météo", "12 mai 2013", TEXT, "Photo", TEXT]);
        let found: Vec<usize> = order(&page, find(&page).unwrap()).iter().map(|(at, _)| *at).collect();
        assert_eq!(found, [4, 5, 3, 2, 6, 1, 0, 7]);
    }

    #[test]
    fn days_of_lists_and_months_of_archives_are_of_others() {
        let list = ["12 mai 2013", "Un pont neuf", "11 mai 2013", "Une école rénovée", "9 mai 2013", "La finale à Lisbonne"];
        let archive = ["mai 2013", "Valmont | avril 2013"];
        let own = ["Valmont vote son budget", "Par Claire Dumont", "12 mai 2013", TEXT, TEXT];
        let lines: Vec<&str> = list.iter().chain(&archive).chain(&own).copied().collect();
        let page = sheet(&lines);
        let mut others: Vec<usize> = of_others(&page, find(&page).unwrap()).into_iter().collect();
        others.sort_unstable();
        assert_eq!(others, [0, 2, 4, 6, 7]);
        let events =
            ["3 mai 2013 Fête du pont", "4 mai 2013 Bal du soir", "9 mai 2013 Marché aux fleurs", "Contact", "Plan du site"];
        let lines: Vec<&str> = events.iter().chain(&own).copied().collect();
        let page = sheet(&lines);
        let mut others: Vec<usize> = of_others(&page, find(&page).unwrap()).into_iter().collect();
        others.sort_unstable();
        assert_eq!(others, [0, 1, 2]);
        // Under no menu a row of days is the text's.
        let plain = sheet(&["12 mai 2013", TEXT, TEXT]);
        assert!(of_others(&plain, find(&plain).unwrap()).is_empty());
    }
}
