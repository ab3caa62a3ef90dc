//! Where the article begins and ends in a page that was scraped whole: the run of lines that reads as text.
//!
//! Lines weigh for or against being text, and the run of the greatest sum is the article, after J. Pasternack and D. Roth, "Extracting
//! Article Text from the Web with Maximum Subsequence Segmentation" (WWW 2009); the weights are our own. Called by `assemble`, and by
//! `headline_place` for what stands above.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::page_ends;
use crate::ingest::rules::page_tail;
use crate::ingest::rules::signers::is_person;
use crate::ingest::rules::teasers;
use crate::ingest::rules::text_line::{is_sentence, is_text};
use crate::model::article::BlockKind;

/// What a line known as furniture weighs against the run it stands in.
const KNOWN: i64 = 60;
/// Short lines one behind the other that make a menu or a list of other headlines.
pub(crate) const CROWD: usize = 4;
/// Short lines below a text, a line among them that ends articles, that are the foot of a page.
const LONG_TAIL: usize = 8;
/// Lines above the text, and below it, where those stand that say who wrote it and when.
const HEAD: usize = 24;
const FOOT: usize = 10;
/// Lines of text, a lead and captions among them, below which the line of the date may stand.
const UNDER: usize = 8;

/// Lines right below the text where the credit of its last picture may stand.
const OWN: usize = 2;

/// The run of lines that is the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageBounds {
    /// Its first line.
    pub(crate) first: usize,
    /// Its last line.
    pub(crate) last: usize,
    /// How many lines of no text stand above it, captions left out.
    pub(crate) above: usize,
}

impl PageBounds {
    /// Whether a menu or a list of other headlines stands above it.
    pub(crate) fn is_crowded(self) -> bool {
        self.above >= CROWD
    }

    /// Whether `at`, of `count` lines, is where lines stand that say who wrote the text and when: at the head, and at the foot.
    pub(crate) fn near(self, at: usize, count: usize) -> (bool, bool) {
        let crowded = self.is_crowded();
        let head = if crowded { at + HEAD >= self.first && at < self.first + UNDER } else { at < FOOT };
        let end = if crowded { count.min(self.last + FOOT) } else { count };
        let foot = if crowded { 2 * FOOT } else { FOOT };
        (head, at + foot >= end && at < end)
    }
}

/// The bounds of the article in `sheet`; `None` when no line of it reads as text.
pub(crate) fn find(sheet: &Blocks) -> Option<PageBounds> {
    let (mut best, mut sum, mut start) = (0, 0, 0);
    let mut run = None;
    for at in 0..sheet.strips.len() {
        let weight = weight(sheet, at);
        if sum <= 0 {
            (sum, start) = (0, at);
        }
        sum += weight;
        // The run ends with text, and not with what weighs nothing.
        if sum > best && weight > 0 {
            (best, run) = (sum, Some((start, at)));
        }
    }
    let (start, last) = run?;
    let first = (start..=last).find(|at| weight(sheet, *at) > 0)?;
    let (first, last) = printed_before(sheet, (first, last));
    let last = page_ends::ended(sheet, (first, prolonged(sheet, last)), &|at| weight(sheet, at) > 0);
    let last = page_ends::before_filed(sheet, (first, last), &|at| weight(sheet, at) > 0);
    let above = (0..first).filter(|at| kind(sheet, *at) != Some(BlockKind::Caption) && weight(sheet, *at) <= 0).count();
    let listed = if above >= CROWD { teasers::before(sheet, (first, last), &|at| weight(sheet, at) > 0) } else { last };
    // Without them a line that ends the article may show.
    let last = if listed < last { page_ends::ended(sheet, (first, listed), &|at| weight(sheet, at) > 0) } else { last };
    let last = if above >= CROWD { page_tail::before(sheet, (first, last), &|at| weight(sheet, at) > 0) } else { last };
    Some(PageBounds { first, last: with_last_word(sheet, last), above })
}

/// Where a page prints its article twice, for paper or for another screen: the first of both, which stands under its headline.
fn printed_before(sheet: &Blocks, (first, last): (usize, usize)) -> (usize, usize) {
    /// Lines of text that stand twice, at least, and bytes of one.
    const COPIES: usize = 3;
    const LINE: usize = 80;
    let long = |at: &usize| weight(sheet, *at) > 0 && sheet.words(*at).len() >= LINE;
    // The places above `end` of the long lines from there on, where most of them have one, in the same order.
    let copied = |end: usize| {
        let above = |at: usize| (0..end).find(|above| sheet.words(*above) == sheet.words(at));
        let (twice, all) = (end..=last).filter(long).fold((Vec::new(), 0usize), |(mut twice, all), at| {
            twice.extend(above(at));
            (twice, all + 1)
        });
        let most = twice.is_sorted() && twice.len() >= COPIES && twice.len() * 3 >= all * 2;
        twice.first().copied().zip(twice.last().copied()).filter(|_| most)
    };
    let stands_above = |at: usize| (0..first).any(|above| sheet.words(above) == sheet.words(at));
    // A lead may be told again by a teaser above: the lines below it tell.
    if (first..=last).filter(long).take(COPIES).filter(|at| stands_above(*at)).nth(1).is_some() {
        return copied(first).unwrap_or((first, last));
    }
    let opening = (first..=last).find(long);
    let again = opening.and_then(|opening| (opening + 1..=last).find(|at| sheet.words(*at) == sheet.words(opening)));
    match again.and_then(copied) {
        Some((_, end)) => (first, end),
        None => (first, last),
    }
}

/// A last sentence below a heading or two is the article's, too.
fn prolonged(sheet: &Blocks, mut last: usize) -> usize {
    while let Some(next) = (last + 1..=last + 2).find(|at| is_sentence(sheet.words(*at)) && weight(sheet, *at) > 0) {
        last = next;
    }
    last
}

/// The last line of the article with a short sentence right below, which somebody signs or readers answer.
fn with_last_word(sheet: &Blocks, last: usize) -> usize {
    /// Words of a sentence that is no button.
    const FEW: usize = 4;
    let words = sheet.words(last + 1);
    let said = words.ends_with(['.', '!', '?', '…', '»'])
        && words.split(' ').nth(FEW - 1).is_some()
        && words.starts_with(char::is_uppercase);
    let answered = kind(sheet, last + 2) == Some(BlockKind::Comment);
    let below = said && kind(sheet, last + 1) == Some(BlockKind::Paragraph) && (answered || is_person(sheet.words(last + 2)));
    if below { last + 1 } else { last }
}

fn kind(sheet: &Blocks, at: usize) -> Option<BlockKind> {
    sheet.strips.get(at).map(|strip| strip.kind)
}

/// What the line at `at` weighs for being text.
fn weight(sheet: &Blocks, at: usize) -> i64 {
    match kind(sheet, at) {
        None | Some(BlockKind::Furniture) => -KNOWN,
        Some(BlockKind::Comment) => i64::MIN / 1024,
        Some(BlockKind::Caption) => 0,
        Some(_) => sheet.strips.get(at).map_or(0, |strip| i64::from(strip.weight)),
    }
}

/// Settles as furniture what a scraped page prints below its article and in the midst of it: lists of short lines with a line among
/// them that is known to be the page's. `bounds` are those of the article.
pub(crate) fn mark(sheet: &mut Blocks, bounds: PageBounds) {
    mark_between(sheet, bounds);
    let open = |sheet: &Blocks, at: &usize| kind(sheet, *at).is_some_and(|kind| kind.counts() && kind != BlockKind::Caption);
    let tail: Vec<usize> = (bounds.last + 1..sheet.strips.len()).filter(|at| open(sheet, at)).collect();
    let known = (bounds.last + 1..sheet.strips.len()).filter(|at| kind(sheet, *at) == Some(BlockKind::Furniture)).count();
    let ended = (bounds.last + 1..sheet.strips.len()).any(|at| page_ends::is_ender(sheet, at));
    let short = tail.iter().filter(|at| !is_text(sheet.words(**at))).count();
    let page = bounds.is_crowded()
        || known >= 2
        || ended && short >= LONG_TAIL
        || kind(sheet, sheet.strips.len().saturating_sub(1)) == Some(BlockKind::Comment);
    if page && (short >= CROWD || bounds.is_crowded() && short + known >= CROWD) {
        // What reads as the credit of a picture down there is a notice of rights, or a teaser's.
        let pictures = (bounds.last + 1 + OWN..sheet.strips.len()).filter(|at| kind(sheet, *at) == Some(BlockKind::Caption));
        for at in tail.into_iter().chain(pictures.collect::<Vec<_>>()) {
            sheet.settle(at, BlockKind::Furniture);
        }
    }
}

/// Inside the text: three short lines and more in a row, one of them known, are a form or a list of links; the last may be a heading.
fn mark_between(sheet: &mut Blocks, bounds: PageBounds) {
    const ROW: usize = 3;
    const PARAGRAPH: usize = 240;
    if !bounds.is_crowded() {
        return;
    }
    let (mut row, mut told): (Vec<usize>, usize) = (Vec::new(), 0);
    for at in bounds.first..=bounds.last {
        let known = kind(sheet, at) == Some(BlockKind::Furniture);
        let open = !known && kind(sheet, at) == Some(BlockKind::Paragraph);
        // A whole paragraph is no line of a form, for one word that forms have.
        let of_form =
            open && page_ends::is_of_form(sheet.words(at)) && !(sheet.words(at).len() > PARAGRAPH && is_text(sheet.words(at)));
        if known || of_form || open && !is_text(sheet.words(at)) && sheet.words(at).len() <= 120 {
            told += usize::from(known || of_form);
            row.push(at);
            continue;
        }
        if row.len() >= ROW && told > 0 && !is_list_of_text(sheet, &row, told) {
            row.pop_if(|last| !page_ends::is_of_form(sheet.words(*last)));
            for at in &row {
                sheet.settle(*at, BlockKind::Furniture);
            }
        }
        row.clear();
        told = 0;
    }
}

/// Whether the lines of `row`, of which so many are `known`, are a list of the text: a colon above announces it, or commas part its items.
fn is_list_of_text(sheet: &Blocks, row: &[usize], known: usize) -> bool {
    let above = row.first().and_then(|first| first.checked_sub(1)).map(|above| sheet.words(above)).unwrap_or_default();
    let announced =
        above.ends_with(':') && is_text(above.trim_end_matches([' ', '\u{a0}', ':'])) || above.ends_with(':') && above.len() > 60;
    let parted = row.iter().filter(|at| sheet.words(**at).ends_with([',', ';'])).count();
    known * 2 <= row.len() && announced || known * 2 < row.len() && parted * 2 >= row.len()
}

#[cfg(test)]
mod tests {
    use super::{find, mark};
    use crate::ingest::rules::blocks::sheet;
    use crate::model::article::BlockKind;

    const TEXT: &str =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";

    #[test]
    fn the_article_is_the_run_of_text_between_menus_and_lists() {
        let mut page = sheet(&[
            "Accueil",
            "Politique",
            "Sport",
            "Culture",
            "Valmont vote son budget",
            TEXT,
            "Une école rénovée",
            TEXT,
            "Le vote a duré.",
            TEXT,
            "Lire aussi",
            "Un volcan en Islande",
            "La finale à Lisbonne",
            "Le téléphone pliant",
            "Abonnez-vous",
            "Mentions légales",
        ]);
        let bounds = find(&page).unwrap();
        assert_eq!((bounds.first, bounds.last, bounds.above), (5, 9, 5));
        mark(&mut page, bounds);
        let kept: Vec<usize> = page.text_places().collect();
        assert_eq!(kept, (0..=9).collect::<Vec<_>>());
        assert_eq!(page.strips[12].kind, BlockKind::Furniture);
    }

    #[test]
    fn a_list_that_a_colon_announces_is_of_the_text() {
        let announced = "Pour annoncer la fête du pont, les élus de Valmont ont retenu plusieurs canaux qui leur semblent utiles, dont voici la liste :";
        let items = ["Presse locale et gratuite", "Vos réseaux sociaux", "Suivez-nous sur Facebook", "Des affiches en ville"];
        let kept = |above: &str| {
            let lines =
                [&["Accueil", "Politique", "Sport", "Culture", "Une fête au pont", TEXT, above][..], &items, &[TEXT, TEXT]]
                    .concat();
            let mut page = sheet(&lines);
            page.settle(9, BlockKind::Furniture);
            let bounds = find(&page).unwrap();
            mark(&mut page, bounds);
            page.strips.get(7..11).unwrap().iter().filter(|strip| strip.kind.counts()).count()
        };
        assert_eq!((kept(announced), kept(TEXT)), (3, 0));
    }

    #[test]
    fn of_an_article_that_a_page_prints_twice_the_first_is_read() {
        let texts: Vec<String> = (1..=5).map(|n| format!("{TEXT} Ainsi parle l'article {n}.")).collect();
        let mut lines = vec!["Accueil", "Politique", "Sport", "Culture", "Valmont vote son budget", "Publicité", "Un encart"];
        lines.extend(texts.iter().map(String::as_str));
        lines.extend(["Contact", "Mentions légales", "Plan du site", "Valmont vote son budget"]);
        lines.extend(texts.iter().map(String::as_str));
        lines.push("La rédaction de la Gazette vous salue, chers lecteurs, et vous dit à demain matin.");
        let bounds = find(&sheet(&lines)).unwrap();
        assert_eq!((bounds.first, bounds.last), (7, 11));
    }

    #[test]
    fn a_line_that_ends_articles_above_most_of_the_text_ends_none() {
        let long =
            format!("{TEXT} Les oppositions ont demandé en vain que la part des travaux de voirie soit réduite cette année.");
        let menu = ["Accueil", "Politique", "Sport", "Culture", "Valmont vote son budget"];
        let page = |between: &[&str], below: usize| {
            let text = vec![long.as_str(); below];
            let lines: Vec<&str> = menu.iter().chain(&[TEXT]).chain(between).chain(&text).copied().collect();
            find(&sheet(&lines)).unwrap().last
        };
        assert_eq!(page(&["Commentaires", "Un pont neuf"], 6), 13);
        // The line of the day stands again below a lead: nothing is over there.
        let again = ["12 mai 2013", TEXT, "Photo Rivoire", "Une photo", "Deux photos", "Trois photos", "12 mai 2013"];
        let lines: Vec<&str> = menu.iter().chain(&again).chain(&[TEXT, TEXT]).copied().collect();
        assert_eq!(find(&sheet(&lines)).unwrap().last, 13);
    }

    #[test]
    fn a_plain_article_keeps_its_last_lines() {
        let mut plain =
            sheet(&["Un titre", TEXT, TEXT, "Les résultats", "Valmont : 12", "Querval : 8", "Morlenne : 3", "Anse : 1"]);
        let bounds = find(&plain).unwrap();
        mark(&mut plain, bounds);
        assert_eq!(plain.text_places().count(), 8);
        assert_eq!(find(&sheet(&["Accueil", "Politique"])), None);
    }

    #[test]
    fn a_short_last_sentence_that_somebody_signs_is_of_the_article() {
        let last = |below: &[&str]| {
            let lines: Vec<&str> = ["Accueil", "Politique", "Sport", "Culture", "Un pont de trop", TEXT, TEXT]
                .iter()
                .chain(below)
                .copied()
                .collect();
            find(&sheet(&lines)).unwrap().last
        };
        assert_eq!(last(&["Mais là, j'en ai assez…", "Claire Dumont", "Contact"]), 7);
        assert_eq!(last(&["Un pont de trop ?", "Contact", "Mentions légales"]), 6);
    }

    #[test]
    fn what_is_told_of_who_signs_ends_the_article() {
        let bio = "Claire Dumont est historienne et vit à Valmont, où elle a écrit un livre sur les ponts de la vallée.";
        let head = ["Accueil", "Politique", "Sport", "Culture", "Un pont de trop", "Par Claire Dumont"];
        let texts = [TEXT; 8];
        let note = ["Notes", TEXT, "Un volcan", TEXT, "Une finale", TEXT];
        let lines: Vec<&str> = head.iter().chain(&texts).chain(&["Claire Dumont", bio]).chain(&note).copied().collect();
        assert_eq!(find(&sheet(&lines)).unwrap().last, 13);
    }
}
