//! Paragraphs that a scraper broke at each link and each word in italics: `Selon le site` over `404` over `, des pirates …`.
//!
//! Such a text is told by lines that begin with a comma or a full stop, which no paragraph does. Its pieces are put together where they are
//! known to be of one sentence: by what ends the one or begins the other. Asked by `plain`.

use crate::ingest::draft::{Break, DraftLine, Lines};

/// Lines that begin with a sign of the midst of a sentence, and lines that go on at all, in a text that was broken so.
const SIGNS: usize = 2;
const PIECES: usize = 4;
/// Bytes of a line that is no item of a menu, of one that a small letter continues, and of a link at most.
const LONG: usize = 40;
const CONTINUED: usize = 25;
const LINK: usize = 80;
/// Bytes of a word alone that is rather a label.
const LABEL: usize = 3;

/// The same lines with the pieces of paragraphs put together, and with two names that sign as one.
pub(super) fn joined(lines: Lines) -> Lines {
    let pairs = lines.places.windows(2).any(|pair| matches!(pair, [one, two] if are_signers(lines.words(one), lines.words(two))));
    let lines = if pairs { super::joined(&lines, |at| next_signs(&lines, at)) } else { lines };
    let of_sign = |line: &&DraftLine| line.set_off == Break::Line && is_midst(lines.words(line));
    // Nearly all texts have none.
    if lines.places.iter().skip(1).filter(of_sign).nth(SIGNS - 1).is_none() {
        return lines;
    }
    let mut within = false;
    let joint = |at: usize| {
        within = at > 0 && goes_on(&lines, at - 1, within);
        within
    };
    let joints: Vec<bool> = (0..lines.places.len()).map(joint).collect();
    if joints.iter().filter(|joint| **joint).nth(PIECES - 1).is_none() {
        return lines;
    }
    let mut whole = Lines::with_room(lines.text.len());
    for (line, goes_on) in lines.places.iter().zip(joints) {
        let words = lines.words(line);
        match goes_on {
            true if words.starts_with([',', '.', ')']) => whole.close_up(0, words),
            true => whole.prolong(words),
            false => whole.push(words, line.set_off, line.kind),
        }
    }
    whole
}

/// Whether the line at `at` and the one below name two who sign.
fn next_signs(lines: &Lines, at: usize) -> bool {
    let (Some(one), Some(two)) = (lines.places.get(at), lines.places.get(at + 1)) else { return false };
    are_signers(lines.words(one), lines.words(two))
}

/// Whether two lines are two names with the word between them that joins names: `Claire Dumont et`, `Hervé Lenz`.
fn are_signers(one: &str, two: &str) -> bool {
    /// Words of a name.
    const NAME: std::ops::RangeInclusive<usize> = 2..=4;
    let Some(one) = [" et", " and", " und", " y"].iter().find_map(|word| one.strip_suffix(word)) else { return false };
    let one = one.trim_start_matches("Par ").trim_start_matches("By ");
    [one, two].iter().all(|name| {
        NAME.contains(&name.split(' ').count())
            && name
                .split([' ', '-'])
                .all(|word| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '.'))
    })
}

/// Whether a line begins in the midst of a sentence, by a sign that begins none: `, des pirates`, `". Avec`.
fn is_midst(words: &str) -> bool {
    let rest = words.trim_start_matches(['"', '”', '»', ')', '’', '\u{a0}']);
    let closed = rest.len() < words.len() && rest.starts_with(' ');
    let sign = |sign: char| rest.strip_prefix(sign).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\u{a0}', '"']));
    sign(',') || sign('.') || sign(';') || closed && rest.trim_start().starts_with(char::is_lowercase)
}

/// Whether the line behind the one at `at` is of the same paragraph; `within` says that this one goes on itself with what is above it.
fn goes_on(lines: &Lines, at: usize, within: bool) -> bool {
    let (Some(above), Some(below)) = (lines.places.get(at), lines.places.get(at + 1)) else { return false };
    let loose = above.kind.is_none() && below.kind.is_none() && below.set_off == Break::Line;
    let (words, next) = (lines.words(above), lines.words(below));
    if !loose || ends_sentence(words) && !is_midst(next) || is_item(next) {
        return false;
    }
    // A lone short word opens what stands below it: `par` over a name.
    let small = |words: &str| words.starts_with(char::is_lowercase) && (within || words.len() > LABEL);
    // A link stands between two pieces of one sentence.
    let resumed = || {
        let after = lines.places.get(at + 2).filter(|after| after.set_off == Break::Line);
        after.is_some_and(|after| is_midst(lines.words(after)) || small(lines.words(after)))
    };
    is_midst(next)
        || small(next) && (within || words.len() >= CONTINUED || next.len() >= LONG)
        || is_open(words)
        || (within || words.len() >= LONG) && next.len() <= LINK && !ends_sentence(next) && resumed()
}

/// Whether a line ends as sentences do, and as lines do that announce something.
fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '»', ')', '\u{a0}', ' ']).ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a line breaks off: behind a comma, an opening sign, or a short word in small letters that ends no name: `Par Claire et`.
fn is_open(words: &str) -> bool {
    /// Letters of such a word.
    const SHORT: usize = 4;
    if words.ends_with([',', '(', '«', '“', '\'', '’']) {
        return true;
    }
    let mut all = words.rsplit([' ', '\u{a0}', '\'', '’']);
    let last = all.next().unwrap_or_default();
    let small = !last.is_empty() && last.chars().count() < SHORT && last.chars().all(char::is_lowercase);
    // A number has a unit behind it: `2 min`.
    small && all.next().is_some_and(|above| !above.ends_with(|c: char| c.is_ascii_digit()))
}

fn is_item(words: &str) -> bool {
    words.starts_with(['•', '*', '–', '—', '>', '|', '#'])
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::plain::lines;

    #[test]
    fn pieces_of_a_paragraph_are_put_together() {
        let page = "Sport\nCulture\nPar Luna Ferrand et\nHervé Lenz\nLe conseil municipal de Valmont, que préside\nClaire Dumont\n, a voté un budget \"\n\
                    en hausse de trois pour cent\n\", selon\nla Gazette du Val\n. Les oppositions n'en voulaient pas du tout.\nElles l'ont dit.\n\n\
                    Un intertitre\nUne autre phrase de la maire, dite\nen conseil\n, clôt la séance.\n2 min\nUn pont que la ville attend depuis des années\npar\nClaire Dumont\n";
        let found = lines(page);
        let words: Vec<&str> = found.all_words().collect();
        assert_eq!(
            words,
            [
                "Sport",
                "Culture",
                "Par Luna Ferrand et Hervé Lenz",
                "Le conseil municipal de Valmont, que préside Claire Dumont, a voté un budget \" en hausse de trois pour cent \", selon la Gazette du \
                 Val. Les oppositions n'en voulaient pas du tout.",
                "Elles l'ont dit.",
                "Un intertitre",
                "Une autre phrase de la maire, dite en conseil, clôt la séance.",
                "2 min",
                "Un pont que la ville attend depuis des années",
                "par",
                "Claire Dumont",
            ]
        );
    }

    #[test]
    fn two_who_sign_on_two_lines_are_one_line() {
        let found = lines("Valmont vote\nPar Claire Dumont et\nHervé Lenz\nSport et\nCulture\n");
        assert_eq!(
            found.all_words().collect::<Vec<_>>(),
            ["Valmont vote", "Par Claire Dumont et Hervé Lenz", "Sport et", "Culture"]
        );
    }

    #[test]
    fn lines_of_a_menu_and_of_a_poem_stay() {
        for text in
            ["accueil\npolitique\nsport\nle journal\n", "Souvent, pour s'amuser,\nles hommes d'équipage\nprennent des albatros\n"]
        {
            assert_eq!(lines(text).places.len(), text.lines().count());
        }
    }
}
