//! Teasers of other articles below the text of a scraped page: sentences that stand alone, each under a title, with who wrote it, when and
//! where beside, or cut in their midst.
//!
//! No line has to announce them. Asked by `page_bounds`, once the lines that do have been looked for.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::boilerplate::{is_section, pleads};
use crate::ingest::rules::byline::is_name;
use crate::ingest::rules::date_parser::years;
use crate::ingest::rules::signers::is_person;
use crate::ingest::rules::text_line::is_text;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Bytes of a teaser, of one beside which something tells that it is one, and of one that was cut.
const TEASER: usize = 320;
const TELLING: usize = 560;
const CUT: usize = 520;
/// Teasers that make a list, when something beside them tells so, and when nothing does.
const TOLD: usize = 2;
const UNTOLD: usize = 4;
/// Lines between two teasers that nothing tells, at least.
const BETWEEN: usize = 2;
/// Words of a title.
const TITLE: usize = 3;
/// Bytes of text that must stand above.
const ABOVE: usize = 400;

/// What stands between two lines of text.
#[derive(Clone, Copy, Debug, Default)]
struct Gap {
    /// Its lines, captions left out.
    lines: usize,
    /// Those that may be a title.
    titles: usize,
    /// Those that say who wrote a teaser, when, in which section, or lead to the rest of it.
    marks: usize,
}

/// The last line of the article that runs from `first` to `last`, without the teasers and pleas at its end.
pub(crate) fn before(sheet: &Blocks, (first, last): (usize, usize), is_text_at: &dyn Fn(usize) -> bool) -> usize {
    let texts: Vec<usize> = (first..=last).filter(|at| is_text_at(*at)).collect();
    let kept = without_pleas(sheet, &texts);
    let texts = texts.get(..kept).unwrap_or_default();
    let listed = listed(sheet, texts);
    let above: usize = texts.iter().take(texts.len() - listed).map(|at| sheet.words(*at).len()).sum();
    let kept = if above >= ABOVE { texts.len() - listed } else { texts.len() };
    if kept == texts.len() && texts.last() == Some(&last) {
        return last;
    }
    kept.checked_sub(1).and_then(|at| texts.get(at)).copied().unwrap_or(last)
}

/// How many of `texts` are left without the last ones that ask the reader for something, each behind lines of the page.
fn without_pleas(sheet: &Blocks, texts: &[usize]) -> usize {
    let asks = |at: &&usize| sheet.words(**at).len() <= CUT && pleads(sheet.words(**at)) >= 1;
    let asking = texts.iter().rev().take_while(asks).count();
    let begins = |place: &usize| {
        let two = place.checked_sub(1).and_then(|above| texts.get(above)).zip(texts.get(*place));
        *place >= 2 && two.is_some_and(|(above, at)| gap(sheet, *above, *at).lines >= BETWEEN)
    };
    (texts.len() - asking..texts.len()).find(begins).unwrap_or(texts.len())
}

/// How many of the last `texts` are teasers.
fn listed(sheet: &Blocks, texts: &[usize]) -> usize {
    let (mut count, mut told, mut cut, mut most) = (0, 0, 0, 0);
    for two in texts.windows(2).rev() {
        let [above, at] = *two else { break };
        let words = sheet.words(at);
        let gap = gap(sheet, above, at);
        let is_cut = is_cut(words);
        let tells = gap.marks > 0 && gap.titles > 0 && gap.lines >= BETWEEN;
        let apart = if is_cut { gap.titles > 0 } else { gap.lines >= BETWEEN || is_under_title(sheet, above, gap) };
        let most_bytes = if is_cut {
            CUT
        } else if tells {
            TELLING
        } else {
            TEASER
        };
        if !apart || words.len() > most_bytes {
            break;
        }
        count += 1;
        told += usize::from(tells);
        cut += usize::from(is_cut);
        // What tells of the first of them may stand below it.
        if cut >= TOLD && cut * 2 >= count
            || told >= TOLD && (told + 1) * 3 >= count * 2
            || count >= UNTOLD && gap.titles >= BETWEEN
        {
            most = count;
        }
    }
    most
}

/// Whether the text above is a title that reads as one, and nothing but who wrote what it leads to stands below it.
fn is_under_title(sheet: &Blocks, above: usize, gap: Gap) -> bool {
    const LONGEST: usize = 160;
    let title = sheet.words(above);
    gap.lines == 1 && gap.marks == 1 && title.len() <= LONGEST && !title.ends_with('.')
}

/// What stands between the lines of text at `above` and `at`.
fn gap(sheet: &Blocks, above: usize, at: usize) -> Gap {
    let mut gap = Gap::default();
    for between in above + 1..at {
        if sheet.strips.get(between).is_some_and(|strip| strip.kind == BlockKind::Caption) {
            continue;
        }
        let words = sheet.words(between);
        let is_mark = is_mark(words);
        gap.lines += 1;
        gap.marks += usize::from(is_mark);
        gap.titles += usize::from(!is_mark && words.split_whitespace().nth(TITLE - 1).is_some());
    }
    gap
}

/// Whether a text breaks off: `Le conseil a voté un budget qui…`, `Il en va de (…)`, `Les élus ont [...]`.
fn is_cut(words: &str) -> bool {
    let words = words.trim_end();
    words.ends_with(['…', '→'])
        || ["...", "(…)", "[…]", "(...)", "[...]", ". . ."].iter().any(|end| words.ends_with(end))
        || ["lire la suite", "lire plus", "read more"].iter().any(|end| fold(words).ends_with(end))
}

/// Whether a line beside a teaser says who wrote it, when, in which section, or leads to the rest of it.
fn is_mark(words: &str) -> bool {
    /// Bytes of such a line.
    const LONGEST: usize = 90;
    if words.len() > LONGEST || is_text(words) {
        return false;
    }
    let folded = fold(words);
    let name = ["Par ", "par ", "By ", "by ", "Von ", "von ", "Por ", "por "].iter().find_map(|by| words.strip_prefix(by));
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
        || years(words) > 0 && words.split_whitespace().count() <= 8
        || is_section(&folded)
        || ["lire", "lire la suite", "lire l'article", "voir l'article", "en savoir plus", "read more"].contains(&&*folded)
        || is_name(words) && is_person(words)
}

#[cfg(test)]
mod tests {
    use super::before;
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::text_line::is_text;

    const TEXT: &str =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    const TEASER: &str = "À Querval, trois lycéens montent une troupe et jouent sur la place du marché, le samedi à midi.";

    fn last(lines: &[&str]) -> usize {
        let page = sheet(lines);
        before(&page, (0, lines.len() - 1), &|at| is_text(page.words(at)))
    }

    #[test]
    fn teasers_with_a_name_or_a_day_beside_end_the_article() {
        let text = [TEXT; 4];
        let page = |teasers: &[&'static str]| last(&[&text, teasers].concat());
        assert_eq!(page(&["Le théâtre sort", "par Hervé Lenz", TEASER, "Un pont trop loin", "par Luna Ferrand", TEASER]), 3);
        assert_eq!(page(&["Le théâtre sort", "12/03/2021", TEASER, "Un pont trop loin", "11/03/2021", TEASER]), 3);
        // A heading above one paragraph each is the article's.
        assert_eq!(page(&["Le théâtre sort", TEASER, "Un pont trop loin", TEASER]), 7);
    }

    #[test]
    fn teasers_that_break_off_end_it() {
        let cut = "À Querval, trois lycéens montent une troupe de théâtre et jouent sur la place du marché, le samedi à midi, quand ils en ont le temps et que…";
        assert_eq!(last(&[TEXT, TEXT, TEXT, TEXT, "Le théâtre sort en ville", cut, "Un pont trop loin", cut]), 3);
        assert_eq!(last(&[TEXT, TEXT, TEXT, TEXT, "Un pont trop loin", cut]), 5);
    }

    #[test]
    fn four_sentences_each_under_two_titles_end_it() {
        let item = ["Le théâtre sort en ville", "Une troupe joue sans rideau", TEASER];
        let page = |count: usize| last(&[&[TEXT; 4][..], &item.repeat(count)].concat());
        assert_eq!(page(4), 3);
        // Three may be parts of the article under their headings.
        assert_eq!(page(3), 12);
    }

    #[test]
    fn a_plea_behind_lines_of_the_page_is_none_of_it() {
        let plea = "Pour recevoir nos articles, abonnez-vous à notre newsletter et laissez-nous votre adresse mail.";
        assert_eq!(last(&[TEXT, TEXT, TEXT, "Partager", "Valmont", plea]), 2);
    }
}
