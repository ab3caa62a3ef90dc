//! Days that stand where no header line was looked for: farther above the text, or right beside the headline, once that is found. Asked by
//! `header` and `ruled`.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::byline::Byline;
use crate::ingest::rules::date_context::{besides, opens_with_marker};
use crate::ingest::rules::date_parser::stamps;
use crate::ingest::rules::dated_signatures::is_byline_with_day;
use crate::ingest::rules::header::{HeaderFacts, LONGEST, dated};
use crate::ingest::rules::header_pairs;
use crate::ingest::rules::page_bounds;
use crate::model::article::BlockKind;

/// Lines below the headline and above it where its day may stand: a lead, a name, a section between.
const BELOW: usize = 4;
const ABOVE: usize = 2;

/// Takes the day beside the headline of a page on which none was found: a table of contents or a summary may part both from the text.
pub(crate) fn at_headline(sheet: &mut Blocks, header: &mut HeaderFacts) {
    let headline = sheet.strips.iter().position(|strip| strip.kind == BlockKind::Headline);
    let crowded = || page_bounds::find(sheet).is_some_and(page_bounds::PageBounds::is_crowded);
    let undated = header.published.is_none() && header.updated.is_none();
    let Some(place) = headline.filter(|_| undated && crowded()) else { return };
    for at in (place + 1..=place + BELOW).chain((place.saturating_sub(ABOVE)..place).rev()) {
        let Some(span) = sheet.strips.get(at).map(|strip| strip.span).filter(|span| span.len() <= LONGEST) else { continue };
        let words = span.of(&sheet.body);
        // What else a line with a day tells is of a picture.
        let days = stamps(words, true);
        let written: Vec<&str> = days.iter().map(|day| day.span.of(words)).collect();
        let plain = besides(words, &written) == 0 || opens_with_marker(words) || is_byline_with_day(words, &written);
        if plain && dated(words, span, (true, false), header) {
            sheet.settle(at, BlockKind::Furniture);
            return;
        }
    }
}

/// Under a menu the line of the day may stand farther from the text than those that were looked at: one that says what day it is, wherever
/// it stands, the nearest above the text first.
pub(super) fn far(sheet: &mut Blocks, header: &mut HeaderFacts) {
    let Some(bounds) = page_bounds::find(sheet).filter(|bounds| bounds.is_crowded() && header.published.is_none()) else {
        return;
    };
    for at in (0..bounds.first).rev().chain(bounds.first..sheet.strips.len()) {
        let Some(strip) = sheet.strips.get(at) else { break };
        let (span, words) = (strip.span, sheet.words(at));
        let signed = (bounds.first..=bounds.last).contains(&at) && header_pairs::is_under_name(sheet, at);
        let short = !strip.settled && span.len() <= LONGEST && (signed || opens_with_marker(words));
        // `Publié le`, and the day on a line of its own.
        let pair = || short && header_pairs::leads_to_date(sheet, at, &mut Byline::default());
        let below = sheet.strips.get(at + 1).filter(|_| pair()).map(|strip| strip.span);
        let (span, words) = below.map_or((span, words), |below| (below, below.of(&sheet.body)));
        if short && dated(words, span, (signed || below.is_some(), false), header) {
            sheet.settle(at, BlockKind::Furniture);
            if below.is_some() {
                sheet.settle(at + 1, BlockKind::Furniture);
            }
            if header.published.is_some_and(|line| span.holds(line.span.first())) {
                header.place = header.place.or(Some(at).filter(|at| *at < bounds.first || signed));
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HeaderFacts, at_headline};
    use crate::ingest::rules::blocks::sheet;
    use crate::model::article::BlockKind;

    #[test]
    fn the_day_beside_the_headline_is_its_own() {
        let text = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
        let day = |line: &str| {
            let menu = ["Accueil", "Sport", "Culture", "Météo"];
            let lines = [&menu[..], &["Un pont de trop", "Par Claire Dumont", line, "Sommaire", text, text]].concat();
            let mut page = sheet(&lines);
            page.settle(4, BlockKind::Headline);
            let mut header = HeaderFacts::default();
            at_headline(&mut page, &mut header);
            header.published.map(|line| line.date.to_string())
        };
        assert_eq!(day("4 mai 2022 à 10h12").as_deref(), Some("2022-05-04"));
        // The words under a picture.
        assert_eq!(day("La maire et le préfet, 4 mai 2022, Valmont/Rives"), None);
    }
}
