//! Leads beside headlines: which of two lines one above the other is the headline, and which lines are rather a lead or a caption. Asked by
//! `headline_place`.

use std::collections::HashSet;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::date_parser::{stamps, years};
use crate::ingest::rules::headline_words::{is_credited, is_row, is_signature, share};
use crate::ingest::rules::page_bounds::PageBounds;
use crate::ingest::rules::text_line::is_text;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Characters of a line that is rather a lead than a headline, when another line may be that.
const LEAD: usize = 130;

/// The line right above the one that was found, when that is the lead: a sentence, or long where the other is short.
pub(super) fn above_lead(sheet: &Blocks, candidates: &[usize], place: usize, told: &HashSet<String>) -> usize {
    /// Characters of a lead without a full stop, and words of a headline above it; what stands above a headline is shorter.
    const LONG: usize = 100;
    const WORDS: usize = 6;
    /// Words of a headline that the page says twice.
    const TITLE: usize = 5;
    /// Bytes of a line that stands twice on a page for no other reason.
    const SAID: usize = 40;
    const INSIDE: usize = 20;
    let lead = sheet.words(place);
    // A page says its headline again, beside what shares it and in its window; a lead it says once.
    let said_again = |at: usize| {
        let line = sheet.words(at);
        at != place
            && (lead.len() >= SAID && line == lead || lead.len() >= INSIDE && line.len() > lead.len() && line.contains(lead))
    };
    if !is_text(lead) && (0..sheet.strips.len()).any(said_again) {
        return place;
    }
    let above = sheet.text_places().rev().find(|at| *at < place).filter(|at| candidates.contains(at));
    let Some(above) = above else { return place };
    let (words, count) = (sheet.words(above), sheet.words(above).split_whitespace().count());
    let (known, all) = share(words, told);
    let long = lead.chars().nth(LONG).is_some() && words.chars().nth(LONG).is_none();
    let under_headline = (is_text(lead) || lead.ends_with('…') && lead.chars().nth(LONG).is_some())
        && count >= 3
        && known >= 1
        && known * 3 >= all;
    // A headline stands again on its page, in the trail or a title above it.
    let again = || count >= 4 && (0..above).any(|other| sheet.words(other).ends_with(words));
    // Right above a lead that the page says once: it says its headline again, in the trail, the address or beside a picture.
    let said_twice = || {
        above + 1 == place
            && count >= TITLE
            && lead.len() > words.len()
            && (0..sheet.strips.len()).any(|other| other != above && says_again(sheet.words(other), words))
    };
    // `Un pont de trop` over its lead, below which somebody signs.
    let signed = || above + 1 == place && count >= 3 && (place + 1..=place + 2).any(|at| is_signature(sheet.words(at)));
    // Right below it and longer, where no other title stands above: `Un pont de trop pour Valmont ?` over what the article asks.
    let longer = || {
        let list = above.checked_sub(1).is_some_and(|list| sheet.words(list).split(' ').nth(3).is_some());
        above + 1 == place
            && !list
            && count >= WORDS
            && known * 2 >= all
            && (known >= 2 && all >= 3 || known >= 1 && words.ends_with('?'))
            && lead.len() * 4 >= words.len() * 5
    };
    if under_headline
        || longer()
        || said_twice()
        || long && signed()
        || long && (count >= WORDS && known >= 2 && known * 2 >= all || again())
    {
        above
    } else {
        place
    }
}

/// Whether a line holds `words` among others: at the end of a trail, cut short, or as an address spells them.
fn says_again(line: &str, words: &str) -> bool {
    /// Bytes of what is left of a line that was cut short.
    const CUT: usize = 20;
    let cut = || {
        let head = line.strip_suffix("...").or_else(|| line.strip_suffix('…')).map(str::trim_end);
        // A text browser numbers the steps of a trail.
        let head = head.map(|head| head.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ')));
        head.is_some_and(|head| head.len() >= CUT && words.starts_with(head))
    };
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let spelled = || {
        let address = line.split_whitespace().find(|word| word.contains("://"));
        address.is_some_and(|address| letters(address).contains(&letters(words)))
    };
    line.len() > words.len() && line.contains(words) || cut() || spelled()
}

/// The line that the text itself marks as the headline, above its second sentence.
pub(super) fn marked(sheet: &Blocks, bounds: PageBounds) -> Option<usize> {
    let place = (0..=bounds.last).find(|at| sheet.strips.get(*at).is_some_and(|strip| strip.kind == BlockKind::Headline))?;
    ((bounds.first..place).filter(|at| is_text(sheet.words(*at))).take(2).count() < 2).then_some(place)
}

/// The line right above those that say when and by whom the text was published, whatever the text speaks of: between both stand but lines
/// of the page's own, labels and pictures. A short text, or one behind a wall, may have no word of its headline.
pub(super) fn above_header(sheet: &Blocks, candidates: &[usize], (dated, bounds): (Option<usize>, PageBounds)) -> Option<usize> {
    /// Lines between headline and day, lines between day and text, and words of a headline.
    const APART: usize = 12;
    const NEAR: usize = 3;
    const WORDS: usize = 4;
    let dated = dated.filter(|dated| dated + APART >= bounds.first && *dated <= bounds.first + NEAR)?;
    let anchor = dated.min(bounds.first);
    let open = |at: &usize| sheet.strips.get(*at).is_some_and(|strip| strip.kind.counts() && strip.kind != BlockKind::Caption);
    let mut lines = (anchor.saturating_sub(APART)..anchor).rev().filter(open);
    let begins = |words: &str| words.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '«' | '"' | '“'));
    lines
        .find(|at| {
            let words = sheet.words(*at);
            words.split_whitespace().nth(WORDS - 1).is_some() && !is_signature(words) || candidates.contains(at)
        })
        .filter(|at| candidates.contains(at) && begins(sheet.words(*at)) && !sheet.words(*at).ends_with('.'))
}

/// Whether a line is what stands under a picture: the next one says it again with a credit behind it.
pub(super) fn is_under_picture(sheet: &Blocks, at: usize) -> bool {
    let (words, below) = (sheet.words(at), sheet.words(at + 1));
    let goes_on = below.len() > words.len() && below.starts_with(words);
    goes_on && (sheet.strips.get(at + 1).is_some_and(|strip| strip.kind == BlockKind::Caption) || is_credited(below))
}

/// Whether a line is rather a lead or the words under a picture: long, closed by a full stop, with a day in it, above a credit, or below
/// the lead.
pub(super) fn is_beside(sheet: &Blocks, at: usize, told: &HashSet<String>) -> bool {
    let words = sheet.words(at);
    // A caption with its credit behind it is of another picture.
    let credit = |at: usize| {
        let words = sheet.words(at);
        words.starts_with("afp.com/") || words.split_once('©').is_some_and(|(before, _)| before.split_whitespace().count() <= 3)
    };
    let lead = |above: usize| {
        let (known, _) = share(sheet.words(above), told);
        is_text(sheet.words(above)) && known >= 1
    };
    let above = sheet.text_places().rev().find(|above| *above < at);
    // A title that was cut in the midst of its words is a teaser's.
    let cut = words
        .strip_suffix("...")
        .and_then(|head| head.rsplit([' ', '\'', '’']).next())
        .is_some_and(|last| last.chars().count() <= 3);
    words.chars().nth(LEAD).is_some()
        || cut
        || words.starts_with(char::is_lowercase)
        || words.ends_with('.') && !words.ends_with("..")
        || years(words) > 0 && !is_of_year(words)
        || leads_elsewhere(words)
        || is_row(words)
        || credit(at + 1)
        || above.is_some_and(lead)
}

/// Whether a line is what stands beside a headline: `À propos de : Claire Dumont, Un pont`, `Vidéo : le pont vu du ciel`.
fn leads_elsewhere(words: &str) -> bool {
    let folded = fold(words);
    let head = folded.split(':').next().unwrap_or_default();
    folded.starts_with("a propos d")
        || folded.starts_with("video") && folded.contains(':') && head.split_whitespace().count() <= 2
}

/// Whether a line speaks of a year at its beginning, and of no day: `Valmont 2022 : le bilan`.
fn is_of_year(words: &str) -> bool {
    /// Bytes of that beginning.
    const START: usize = 24;
    let start = words.char_indices().map(|(at, _)| at).take_while(|at| *at <= START).last().and_then(|end| words.get(..end));
    // The year of a work stands in brackets; elsewhere a headline may name one: `Valmont rend hommage aux morts de 1918`.
    let early = || years(start.unwrap_or_default()) > 0 || !words.contains(['(', '[', '©', ',', '|']);
    early() && stamps(words, true).iter().all(|stamp| stamp.date.parts().2.is_none())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::above_lead;
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::headline_words::telling;

    #[test]
    fn a_headline_may_open_with_its_year() {
        assert!(super::is_of_year("Rétro 2022 : un pont, une gare et deux écoles"));
        assert!(!super::is_of_year("Le pont de Valmont, une huile sur toile de Rivoire (1878)"));
        assert!(!super::is_of_year("Le 3 mai 2022, le pont de Valmont"));
        assert!(super::is_of_year("Valmont rend hommage aux morts de 1918"));
        assert!(
            super::leads_elsewhere("Vidéo Valmont : qui est le peintre du pont ?")
                && !super::leads_elsewhere("VIDEO. Un pont : trop loin")
        );
    }

    #[test]
    fn a_short_headline_that_stands_again_goes_before_its_lead() {
        let lead = "Si le conseil occupe le terrain, c'est que celui-ci fut laissé en friche pendant des années par des élus sans projet";
        let page = sheet(&["Accueil Société Valmont: un pont trop loin", "Valmont: un pont trop loin", lead]);
        let told: HashSet<String> = telling("le conseil et le terrain en friche").into_iter().collect();
        assert_eq!(above_lead(&page, &[0, 1, 2], 2, &told), 1);
        let signed = sheet(&["Accueil", "Valmont vue d'en bas", lead, "Von Claire Dumont"]);
        assert_eq!(above_lead(&signed, &[1, 2], 2, &told), 1);
        let other = sheet(&["Accueil", "Valmont: un pont trop loin", lead]);
        assert_eq!(above_lead(&other, &[1, 2], 2, &told), 2);
    }
}
