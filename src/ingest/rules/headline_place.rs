//! The place of the headline in a page that was scraped with its menus and lists of other headlines: the line the text is about.
//!
//! The rare words of a headline stand again in the text below it, those of other pages' headlines do not. Asked by `headline` where a
//! document does not say its headline.

use std::collections::HashSet;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::boilerplate::{heads_list, is_section};
use crate::ingest::rules::headline_lead::{above_header, above_lead, is_beside, is_under_picture, marked};
use crate::ingest::rules::headline_words::{is_credited, is_dated_row, is_glued, is_other, is_signature, share, telling, titled};
use crate::ingest::rules::page_bounds;
use crate::ingest::rules::page_bounds::{CROWD, PageBounds};
use crate::ingest::rules::page_title::{self, RIGHT_ABOVE};
use crate::ingest::rules::text_line::is_text;
use crate::model::article::BlockKind;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Bytes of the text that are looked at.
const LOOKED_AT: usize = 6000;
/// Lines between the headline and the line that says when the text was published.
const NEAR: usize = 3;
/// Lines of any kind between both, at most.
const REACH: usize = 30;
/// Lines of any kind between both where nothing lies between them but a lead and a picture.
const APART: usize = 12;
/// Lines around that of the day in which a headline may be repeated, and lines above the last that can be one which are far away.
const AROUND: usize = 10;
const FAR: usize = 60;
/// How often a line that stands between headline and text does so on a page whose own it is.
const OFTEN: usize = 3;
/// Words of a headline that is known again behind a label, and bytes of that.
const LONG: usize = 5;
const GLUED: usize = 40;
/// Words of a headline that the text holds, where it holds one of the line above.
const SURE: usize = 5;
/// Bytes of a headline that a full stop closes.
const STOPPED: usize = 90;
/// Bytes of a text that would speak of what its headline says.
const WHOLE: usize = 1500;

/// What is found of the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadlinePlace {
    /// This line is the one the text is about.
    Line(usize),
    /// Lines stand above the text, and it is about none of them. The text begins here.
    Hidden(usize),
    /// None of the lines does, but the title of the window says it beside the name of the house: its words.
    Titled(Span),
    /// Nothing tells it from the first line.
    Unclear,
}

/// Looks for the headline and settles the other lines above the text as furniture; `dated` is the line that says when it was published.
pub(crate) fn find(sheet: &mut Blocks, dated: Option<usize>) -> HeadlinePlace {
    let trailed = page_bounds::find(sheet).and_then(|bounds| settle_trails(sheet, bounds.first));
    let Some(bounds) = page_bounds::find(sheet).map(|bounds| begun_anew(sheet, bounds)) else { return HeadlinePlace::Unclear };
    let above: Vec<usize> =
        sheet.text_places().filter(|at| *at < bounds.first && kind(sheet, *at) != Some(BlockKind::Caption)).collect();
    let crowd = above.len() >= CROWD;
    // A headline that a full stop closes reads as the first line of the text.
    let opening = Some(bounds.first).filter(|at| *at < bounds.last && sheet.words(*at).len() <= STOPPED);
    let all: Vec<usize> = above.iter().copied().chain(opening).filter(|at| is_candidate(sheet, *at, dated)).collect();
    // Titles under `À lire aussi` are of other articles, unless nothing else can be the headline.
    let listed = listed(sheet, bounds);
    // What stands again among the lines of the text, and another beside it, is an entry of its table of contents.
    let again = |at: &usize| (bounds.first.max(at + 1)..=bounds.last).any(|below| sheet.words(below) == sheet.words(*at));
    let entry = |place: usize| {
        let beside = [place.checked_sub(1), Some(place + 1)].into_iter().flatten().filter_map(|beside| all.get(beside));
        let times = |at: &usize| (0..sheet.strips.len()).filter(|other| sheet.words(*other) == sheet.words(*at)).count();
        all.get(place).is_some_and(|at| again(at) && (times(at) >= OFTEN || beside.into_iter().any(&again)))
    };
    let entries: Vec<usize> = (0..all.len()).filter(|place| entry(*place)).filter_map(|place| all.get(place).copied()).collect();
    let own: Vec<usize> = all.iter().copied().filter(|at| !listed.contains(at) && !entries.contains(at)).collect();
    let candidates = if in_crowd(sheet, &own, (dated, bounds), &told(sheet, bounds, &all)).is_some() { own } else { all };
    let told = told(sheet, bounds, &candidates);
    if let Some(place) = marked(sheet, bounds).or_else(|| page_title::headline(sheet, bounds, &told)) {
        clear(sheet, place, bounds, &told, crowd);
        return HeadlinePlace::Line(place);
    }
    if let Some(span) = page_title::inside::headline(sheet, bounds) {
        for at in above {
            sheet.settle(at, BlockKind::Furniture);
        }
        return HeadlinePlace::Titled(span);
    }
    let place = match () {
        () if crowd => in_crowd(sheet, &candidates, (dated, bounds), &told)
            .or_else(|| between(&candidates, dated, bounds))
            .or_else(|| short_above(sheet, dated, bounds)),
        // A menu of which next to all is known, or a first line that is no headline by its looks.
        () if bounds.is_crowded() || above.first().is_some_and(|first| !candidates.contains(first)) => {
            in_crowd(sheet, &candidates, (dated, bounds), &told).or_else(|| instead(sheet, &candidates, &told))
        }
        () => instead(sheet, &candidates, &told),
    };
    let place = place.or_else(|| above_header(sheet, &candidates, (dated, bounds)).filter(|_| crowd));
    match place.or(trailed) {
        Some(place) => {
            let place = above_lead(sheet, &candidates, place, &told);
            let place = in_full(sheet, &candidates, original(sheet, &candidates, place));
            let titled = page_title::said_once(sheet, &told).filter(|_| place == 0 && bounds.is_crowded());
            clear(sheet, place, bounds, &told, crowd);
            titled.map_or(HeadlinePlace::Line(place), HeadlinePlace::Titled)
        }
        None if crowd || is_unknown(sheet, &above, bounds, &told) => {
            for at in above {
                sheet.settle(at, BlockKind::Furniture);
            }
            page_title::said_once(sheet, &told).map_or(HeadlinePlace::Hidden(bounds.first), HeadlinePlace::Titled)
        }
        None => HeadlinePlace::Unclear,
    }
}

/// Where one sentence of the page's own stands above the headline and the lines around it: the article begins below them.
fn begun_anew(sheet: &Blocks, bounds: PageBounds) -> PageBounds {
    if !bounds.is_crowded() {
        return bounds;
    }
    let open = |at: &usize| kind(sheet, *at).is_some_and(BlockKind::counts) && is_text(sheet.words(*at));
    let Some(second) = (bounds.first + 1..=bounds.last).find(open).filter(|at| *at > bounds.first + CROWD) else { return bounds };
    let below = PageBounds { first: second, above: bounds.above + second - bounds.first, ..bounds };
    let told = told(sheet, below, &[]);
    let tells = |at: usize| {
        let (known, all) = share(sheet.words(at), &told);
        if is_candidate(sheet, at, None) && known >= 3 && known * 3 >= all { known } else { 0 }
    };
    let best = |range: std::ops::Range<usize>| range.map(tells).max().unwrap_or_default();
    if best(bounds.first + 1..second) > best(0..bounds.first + 1) { below } else { bounds }
}

/// The line of a crowd that the text tells best; of several that it tells as well the one nearer to it, or right above its date.
fn in_crowd(
    sheet: &Blocks,
    candidates: &[usize],
    (dated, bounds): (Option<usize>, PageBounds),
    told: &HashSet<String>,
) -> Option<usize> {
    let near = nearness(sheet, candidates, (dated, bounds), told);
    let mut best: Option<(usize, usize)> = None;
    for (rank, at) in candidates.iter().rev().copied().enumerate().rev() {
        let words = sheet.words(at);
        let (known, all) = share(words, told);
        let long = words.split_whitespace().nth(LONG - 1).is_some();
        let same = |other: usize| {
            let line = sheet.words(other);
            other != at
                && (line.trim_start_matches(['#', ' ']) == words
                    || long && line.len() <= words.len() + GLUED && line.ends_with(words))
        };
        let twice = (0..sheet.strips.len()).any(same);
        // Said again above the text that it stands right above, by a trail or the words of a picture.
        let repeated = at + RIGHT_ABOVE >= bounds.first
            && known >= 1
            && words.split_whitespace().nth(2).is_some()
            && (bounds.first.saturating_sub(REACH)..at)
                .any(|other| same(other) || long && is_glued(sheet.words(other), words, GLUED));
        // A page repeats its headline around the line of the day; a menu stands farther away.
        let around = near(at) && dated.is_some_and(|dated| (dated.saturating_sub(AROUND)..dated + AROUND).any(same));
        // The line right above that of the day, which stands right above the text, needs no word of it.
        let above_day = |dated: usize| (at + 1..=at + 2).contains(&dated) && (at + 1..dated).all(|label| is_label(sheet, label));
        let right_above = dated.is_some_and(|dated| above_day(dated) && bounds.first > dated && bounds.first <= dated + 3)
            && words.split_whitespace().count() >= 4
            && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '"' | '“'))
            && !is_signature(words);
        let above_lead = dated.is_some_and(|dated| is_above_dated_lead(sheet, at, (dated, bounds)));
        let signed = is_above_signature(sheet, at, bounds);
        let short = near(at) && known >= 1 && bounds.last <= bounds.first + 1;
        let enough = known >= 2 && known * 2 >= all
            || near(at) && known >= 1 && known * 4 >= all
            || around && known >= 1
            || right_above
            || above_lead
            || repeated
            || signed
            || short;
        let signs = known.min(6) * 10
            + dated.map_or(0, |dated| match dated.checked_sub(at) {
                Some(0..=2) => 22,
                Some(0..=APART) | None if near(at) => 15,
                Some(_) if near(at) => 6,
                _ => 0,
            })
            + match () {
                () if around || repeated => 20,
                () if twice && near(at) => 10,
                () => 0,
            };
        let far = candidates.last().is_some_and(|last| at + FAR < *last);
        let weight = signs.saturating_sub(rank * 3) / if is_beside(sheet, at, told) { 3 } else { 1 } / if far { 2 } else { 1 };
        // A label of a few words goes before a line above it only where it says as much.
        let slack = if words.split_whitespace().count() <= 4 { 10 } else { 9 };
        if enough && best.is_none_or(|(_, most)| weight * 10 >= most * slack) {
            best = Some((at, best.map_or(weight, |(_, most)| most.max(weight))));
        }
    }
    best.map(|(at, _)| at)
}

/// Whether a line stands right above the lead, below which the day stands.
fn is_above_dated_lead(sheet: &Blocks, at: usize, (dated, bounds): (usize, PageBounds)) -> bool {
    let words = sheet.words(at);
    let placed = at + 1 == bounds.first && (at + 2..=at + 1 + NEAR).contains(&dated);
    placed && words.split_whitespace().count() >= 4 && !is_signature(words)
}

/// Whether a line stands above somebody's name, which stands right above the text.
fn is_above_signature(sheet: &Blocks, at: usize, bounds: PageBounds) -> bool {
    let words = sheet.words(at);
    let signed = at + 1 < bounds.first && bounds.first <= at + 3 && is_signature(sheet.words(at + 1));
    signed && words.starts_with(char::is_uppercase) && !is_signature(words)
}

/// The only line between that of the day and the text: a short text may know none of its headline's words.
fn between(candidates: &[usize], dated: Option<usize>, bounds: PageBounds) -> Option<usize> {
    let dated = dated.filter(|dated| (dated + 1..=dated + NEAR + 1).contains(&bounds.first))?;
    let mut lines = candidates.iter().copied().filter(|at| (dated..bounds.first).contains(at));
    lines.next().filter(|_| lines.next().is_none())
}

/// A line of two words right above that of the day, which stands right above the text: `La nostalgie`.
fn short_above(sheet: &Blocks, dated: Option<usize>, bounds: PageBounds) -> Option<usize> {
    let dated = dated.filter(|dated| (dated + 1..=dated + NEAR).contains(&bounds.first))?;
    let at = dated.checked_sub(1)?;
    let words = sheet.words(at);
    let open = sheet.strips.get(at).is_some_and(|strip| !strip.settled && strip.kind == BlockKind::Paragraph);
    let fits = words.split_whitespace().count() == 2 && words.starts_with(char::is_uppercase);
    (open && fits && words.chars().count() >= 5 && !is_section(&fold(words)) && !is_credited(words)).then_some(at)
}

/// Which lines are near that of the day: the last ones above it; where none there is known to the text, those right below it.
fn nearness(
    sheet: &Blocks,
    candidates: &[usize],
    (dated, bounds): (Option<usize>, PageBounds),
    told: &HashSet<String>,
) -> impl Fn(usize) -> bool {
    let above: Vec<usize> = dated.map_or_else(Vec::new, |dated| {
        let reach = |at: &&usize| **at < dated && dated - **at <= REACH;
        candidates.iter().rev().filter(reach).take(NEAR).copied().collect()
    });
    let known = |at: &usize| {
        let (known, all) = share(sheet.words(*at), told);
        known >= 2 && known * 2 >= all || known >= 1 && dated.is_some_and(|dated| dated <= at + 2)
    };
    // Many lines between day and text are a table of contents.
    let right_below = |dated: &usize| candidates.iter().filter(|at| (dated + 1..bounds.first).contains(*at)).count() <= NEAR;
    let below = dated.filter(|_| !above.iter().any(known)).filter(right_below).map_or(0..0, |dated| dated + 1..dated + NEAR + 1);
    move |at| above.contains(&at) || below.contains(&at)
}

/// The lines above the text that stand under a line that points to other articles, until a line of text or of the page's own.
fn listed(sheet: &Blocks, bounds: PageBounds) -> Vec<usize> {
    let (mut listed, mut under) = (Vec::new(), false);
    for at in 0..bounds.first {
        let Some(strip) = sheet.strips.get(at) else { break };
        if strip.kind == BlockKind::Furniture {
            under = heads_list(&strip.folded) || under && is_section(&fold(sheet.words(at)));
        } else if under {
            listed.push(at);
        }
    }
    listed
}

/// Where one to three lines stand above the text: another than the first, when the text knows all of it and nothing of the first.
fn instead(sheet: &Blocks, candidates: &[usize], told: &HashSet<String>) -> Option<usize> {
    let (first, others) = candidates.split_first()?;
    let (known, all) = share(sheet.words(*first), told);
    let better = |at: &usize| {
        let (known, all) = share(sheet.words(*at), told);
        known >= 3 && known * 2 >= all
    };
    // The name of the house may hold a word of the text.
    let house = |at: &usize| all >= 2 && known == 1 && share(sheet.words(*at), told).0 >= SURE;
    others.iter().copied().find(better).filter(|at| known == 0 && all >= 2 || house(at))
}

/// Whether the text, long enough to, speaks of nothing that the only line above it says.
fn is_unknown(sheet: &Blocks, above: &[usize], bounds: PageBounds, told: &HashSet<String>) -> bool {
    let long: usize = (bounds.first..=bounds.last).map(|at| sheet.words(at).len()).sum();
    let unknown = |at: &usize| matches!(share(sheet.words(*at), told), (0, all) if all >= 4);
    long >= WHOLE && !above.is_empty() && above.iter().all(unknown)
}

/// The headline that goes on behind a label of its own words right above it: `Budget de Valmont` over `Budget de Valmont : le maire hésite`.
fn in_full(sheet: &Blocks, candidates: &[usize], place: usize) -> usize {
    let label = sheet.words(place);
    let goes_on = |at: &usize| {
        let rest = sheet.words(*at).strip_prefix(label).map(|rest| rest.trim_start_matches([' ', '\u{a0}']));
        (place + 1..=place + NEAR).contains(at) && rest.is_some_and(|rest| rest.starts_with(':') && rest.len() > 10)
    };
    candidates.iter().copied().find(goes_on).unwrap_or(place)
}

/// The headline without what a page glues before or behind a copy of it: `PolitiqueUn titre`, `Accueil > Un titre`, `Un titre - La Gazette`.
fn original(sheet: &Blocks, candidates: &[usize], place: usize) -> usize {
    let words = sheet.words(place);
    let glued = |at: &usize| {
        let other = sheet.words(*at);
        let rest = words.strip_suffix(other).or_else(|| words.strip_prefix(other));
        *at != place && other.split_whitespace().count() >= 3 && rest.is_some_and(|rest| rest.split_whitespace().count() <= 6)
    };
    candidates.iter().copied().rfind(|at| glued(at)).unwrap_or(place)
}

/// Settles what stands around the headline and is neither it nor of the text.
fn clear(sheet: &mut Blocks, place: usize, bounds: PageBounds, told: &HashSet<String>, crowd: bool) {
    let headline = sheet.words(place).to_owned();
    for at in 0..bounds.first.max(place) {
        let words = sheet.words(at);
        let above = at < place && kind(sheet, at) != Some(BlockKind::Caption);
        let copy = at != place && words.len() <= headline.len() + 60 && words.contains(&headline);
        let again = || (0..sheet.strips.len()).filter(|other| sheet.words(*other) == words).nth(OFTEN - 1).is_some();
        let label = crowd && !is_text(words) && (words.split_whitespace().count() <= 3 || again());
        if at != place
            && (above
                || copy
                || (label || titled(words) && is_other(words, told)) && kind(sheet, at) == Some(BlockKind::Paragraph))
        {
            sheet.settle(at, BlockKind::Furniture);
        }
    }
}

/// Whether a line can be a headline: by its looks, and no sentence of the text, no credit of a picture and no trail.
fn is_candidate(sheet: &Blocks, at: usize, dated: Option<usize>) -> bool {
    let words = sheet.words(at);
    let sentence = words.ends_with('.') && !words.ends_with("..") && words.split_whitespace().count() >= 8;
    // What stands again and again in two or three words is a label of the page's, unless the day stands right beside it.
    let label = || {
        words.split_whitespace().count() <= 3
            && dated.is_none_or(|dated| dated.abs_diff(at) > 1)
            && (0..sheet.strips.len()).filter(|other| sheet.words(*other) == words).nth(OFTEN - 1).is_some()
    };
    let button = || words.contains("cliquez") || ["Partager ", "Titre :", "Titre:"].iter().any(|label| words.starts_with(label));
    kind(sheet, at) != Some(BlockKind::Caption)
        && !is_section(&fold(words))
        && titled(words)
        && !sentence
        && !is_credited(words)
        && !is_dated_row(words)
        && !label()
        && !button()
        && !is_under_picture(sheet, at)
}

/// Settles lines above the text that hold a copy of one right below them behind a trail, and what of the trail stands between both:
/// `Accueil > Société > Un titre`, `Société`, `Un titre`. Returns the last such copy.
fn settle_trails(sheet: &mut Blocks, first: usize) -> Option<usize> {
    /// Lines between both, and words of the headline.
    const BETWEEN: usize = 3;
    const WORDS: usize = 4;
    let mut last = None;
    for at in 0..=first {
        let words = sheet.words(at);
        let is_copy = |below: &usize| {
            let copy = sheet.words(*below);
            copy.len() < words.len() && copy.split_whitespace().nth(WORDS - 1).is_some() && words.ends_with(copy)
        };
        // A trail may stand below its headline, too.
        let above = || (at.saturating_sub(BETWEEN)..at).rev().find(is_copy).filter(|_| words.contains(['»', '>', '›']));
        let Some(copy) = (at + 1..=at + 1 + BETWEEN).find(is_copy).or_else(above) else { continue };
        let trail: Vec<usize> = (at + 1..copy).filter(|between| words.contains(sheet.words(*between))).collect();
        for known in trail.into_iter().chain([at]) {
            sheet.settle(known, BlockKind::Furniture);
        }
        last = Some(copy);
    }
    last
}

/// Whether a line between headline and day is the name of a section.
fn is_label(sheet: &Blocks, at: usize) -> bool {
    is_section(&fold(sheet.words(at)))
}

fn kind(sheet: &Blocks, at: usize) -> Option<BlockKind> {
    sheet.strips.get(at).map(|strip| strip.kind)
}

/// The telling words of the text, its headline's copies left out.
fn told(sheet: &Blocks, bounds: PageBounds, candidates: &[usize]) -> HashSet<String> {
    let (mut told, mut read) = (HashSet::new(), 0);
    let text = sheet.text_places().filter(|at| (bounds.first..=bounds.last).contains(at) && !candidates.contains(at));
    for words in text.map(|at| sheet.words(at)) {
        told.extend(telling(words));
        read += words.len();
        if read > LOOKED_AT {
            break;
        }
    }
    told
}

#[cfg(test)]
mod tests;
