//! The place of the headline in a page that was scraped with its menus and lists of other headlines: the line the text is about.
//!
//! The rare words of a headline stand again in the text below it, those of other pages' headlines do not. Asked by `headline` where a
//! document does not say its headline and many short lines stand above its first paragraph.

use std::collections::HashSet;

use crate::ingest::rules::blocks::Blocks;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Short lines above the text that make it a scraped page.
const CROWD: usize = 4;
/// Bytes of a line that runs on as a paragraph does.
const PROSE: usize = 140;
/// Bytes of the text that are looked at.
const LOOKED_AT: usize = 6000;
/// Letters of a word that tells what a text is about.
const TELLING: usize = 5;

/// Settles the other lines above the text as furniture and returns the place of the headline; `None` where no crowd stands above the
/// text or no line of it is what the text is about.
pub(crate) fn find(sheet: &mut Blocks) -> Option<usize> {
    let open: Vec<usize> = sheet.text_places().filter(|at| kind(sheet, *at) != Some(BlockKind::Caption)).collect();
    // A text with a sentence a line has no crowd above it: its first sentence opens the text.
    let is_prose = |at: usize| {
        let words = sheet.words(at).trim_end();
        is_sentence(words) || words.len() >= PROSE && words.ends_with(['!', '?', '…', '»', '"', '”'])
    };
    let lead = open.iter().position(|at| is_prose(*at))?;
    let (above, below) = open.split_at_checked(lead)?;
    if above.len() < CROWD {
        return None;
    }
    let told = told(sheet, below);
    let mut best: Option<(usize, usize)> = None;
    for at in above.iter().copied().filter(|at| titled(sheet.words(*at))) {
        let (known, all) = share(sheet.words(at), &told);
        // Of lines that the text tells as well the one nearer to it, for a section's name or a teaser may share a word or two.
        let enough = known >= 2 && known * 2 >= all;
        if enough && best.is_none_or(|(_, most)| known * 10 >= most * 9) {
            best = Some((at, best.map_or(known, |(_, most)| most.max(known))));
        }
    }
    let (place, _) = best?;
    let others: Vec<usize> =
        above.iter().copied().filter(|at| *at < place || titled(sheet.words(*at)) && is_other(sheet.words(*at), &told)).collect();
    for at in others.into_iter().filter(|at| *at != place) {
        sheet.settle(at, BlockKind::Furniture);
    }
    Some(place)
}

/// Whether a line ends as a sentence of a text does, and is no short headline closed by a full stop.
fn is_sentence(words: &str) -> bool {
    let words = words.trim_end();
    words.ends_with('.') && !words.ends_with("..") && words.split_whitespace().count() >= 8
}

fn kind(sheet: &Blocks, at: usize) -> Option<BlockKind> {
    sheet.strips.get(at).map(|strip| strip.kind)
}

/// The telling words of the text.
fn told(sheet: &Blocks, places: &[usize]) -> HashSet<String> {
    let (mut told, mut read) = (HashSet::new(), 0);
    for at in places {
        let words = sheet.words(*at);
        told.extend(telling(words));
        read += words.len();
        if read > LOOKED_AT {
            break;
        }
    }
    told
}

fn telling(words: &str) -> Vec<String> {
    let folded = fold(words);
    let long = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= TELLING);
    // A plural is the same word.
    long.map(|word| word.trim_end_matches(['s', 'x']).to_owned()).collect()
}

/// How many of the telling words of a line the text holds, and how many it has.
fn share(words: &str, told: &HashSet<String>) -> (usize, usize) {
    let words: HashSet<String> = telling(words).into_iter().collect();
    (words.iter().filter(|word| told.contains(*word)).count(), words.len())
}

/// Whether a line can be a headline by its looks: a few words at least, at most a long sentence.
fn titled(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (3..=30).contains(&count) && words.chars().count() <= 200 && !words.ends_with([',', ';', ':'])
}

/// Whether a line has words of its own and the text next to none of them.
fn is_other(words: &str, told: &HashSet<String>) -> bool {
    let (known, all) = share(words, told);
    all >= 3 && known * 4 < all
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, Blocks, find};
    use crate::ingest::draft::{Break, Lines};

    const TEXT: [&str; 2] = [
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat entre la majorité et l'opposition.",
        "La maire a défendu un projet utile, qui prévoit la réfection de deux écoles et une ligne de bus vers la gare, malgré la hausse des prix de l'énergie.",
    ];

    fn sheet(above: &[&str]) -> Blocks {
        let mut draft = Lines::default();
        above.iter().chain(&TEXT).for_each(|line| draft.push(line, Break::Gap, None));
        Blocks::of_lines(draft)
    }

    #[test]
    fn the_headline_is_the_line_the_text_is_about() {
        let mut page = sheet(&[
            "Le téléphone pliant à moitié prix",
            "Abonnés",
            "Football : la finale aura lieu à Lisbonne",
            "Un volcan se réveille en Islande",
            "Valmont : le conseil municipal vote un budget en hausse",
            "Les oppositions dénoncent des travaux inutiles",
        ]);
        assert_eq!(find(&mut page), Some(4));
        let furniture: Vec<bool> = page.strips.iter().map(|strip| strip.kind == BlockKind::Furniture).collect();
        assert_eq!(furniture, [true, true, true, true, false, false, false, false]);
    }

    #[test]
    fn a_plain_article_and_a_page_without_its_headline_stay_as_they_are() {
        assert_eq!(find(&mut sheet(&["Valmont vote son budget", "Par Claire Dumont"])), None);
        let mut other = sheet(&[
            "Un volcan se réveille en Islande",
            "Football : la finale à Lisbonne",
            "Le téléphone pliant à moitié prix",
            "Recette : la tarte aux pommes",
        ]);
        assert_eq!(find(&mut other), None);
        assert!(other.strips.iter().all(|strip| strip.kind == BlockKind::Paragraph));
        let mut sentences = sheet(&[
            "Le budget de Valmont a été débattu toute la nuit au conseil municipal.",
            "La majorité et l'opposition ont échangé des propos très vifs mardi.",
            "La maire y tenait depuis longtemps et l'avait dit à ses adversaires.",
            "La hausse du budget a surpris la majorité du conseil municipal hier.",
        ]);
        assert_eq!(find(&mut sentences), None);
    }
}
