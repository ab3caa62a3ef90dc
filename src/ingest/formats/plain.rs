//! Plain text to lines: white space tidied, hard-wrapped paragraphs put back on one line, words closed up that line ends break.
//!
//! Called for plain files and for every text field of another format that holds no markup.

mod broken_words;
mod browser;
mod columns;
mod fragments;
mod marked;

use std::borrow::Cow;

use crate::ingest::draft::{Break, Draft, DraftLine, Lines};
use crate::ingest::formats::plain::broken_words::{Joint, Vocabulary, is_broken};
use crate::ingest::formats::plain::columns::PrintedColumn;
use crate::model::article::BlockKind;
use crate::text::sanitize::sanitize;

/// Lines longer than this are no hard wrap: mail and old agency feeds stay below 80, typewritten texts below 100.
const WIDEST_WRAP: usize = 100;
/// A text of more lines is no article but data; what is beyond is kept in long paragraphs, for a line costs more than its words.
const MOST: usize = 100_000;
/// About how long those paragraphs are, in bytes.
const CROWDED: usize = 4096;
/// Lines shorter than this are not evidence of a hard wrap, unless words are broken at their ends: columns of newspapers are narrower.
const NARROWEST_WRAP: usize = 40;
/// The same, where words are broken.
const NARROWEST_COLUMN: usize = 18;
/// Broken words that tell a column.
const BROKEN: usize = 3;

/// The draft of a plain text, which says nothing of itself.
#[must_use]
pub fn draft(text: &str) -> Draft {
    let (text, headline) = &marked::without_marks(text);
    let printed = browser::lines(&sanitize(&with_visible_breaks(text)));
    let mut lines = printed.unwrap_or_else(|| lines(text));
    if let Some(headline) = headline {
        let place = (0..lines.places.len()).find(|at| lines.places.get(*at).is_some_and(|line| lines.words(line) == headline));
        if let Some(line) = place.and_then(|at| lines.places.get_mut(at)) {
            line.kind = Some(BlockKind::Headline);
        }
    }
    Draft { lines, ..Draft::default() }
}

/// The lines of `text`, cleaned.
#[must_use]
pub fn lines(text: &str) -> Lines {
    let text = with_visible_breaks(text);
    let clean = sanitize(&text);
    let mut lines = Lines::with_room(clean.len());
    let (mut set_off, mut full) = (Break::Line, false);
    // A clean text ends its lines in one way only.
    for raw in rows(&clean) {
        // A no-break space alone is how web pages write an empty paragraph; `trim` takes it as white space.
        let words = raw.trim();
        if words.is_empty() {
            set_off = Break::Gap;
        } else if full && lines.places.last().is_some_and(|last| last.span.len() < CROWDED) {
            lines.prolong(words);
        } else {
            full = full || lines.places.len() >= MOST;
            lines.push(words, set_off, None);
            set_off = Break::Line;
        }
    }
    rejoined(fragments::joined(lines))
}

/// `text` with soft hyphens at line ends as the sign of a broken word, before they go as invisible.
fn with_visible_breaks(text: &str) -> Cow<'_, str> {
    if memchr::memmem::find(text.as_bytes(), "\u{ad}".as_bytes()).is_none() {
        return text.into();
    }
    text.replace("\u{ad}\r\n", "\u{ac}\n").replace("\u{ad}\n", "\u{ac}\n").into()
}

/// The parts of `text` between line feeds.
pub fn rows(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.scan(0, |start, end| {
        let row = text.get(*start..end);
        *start = end + 1;
        row
    })
}

/// The same lines, with paragraphs that were hard-wrapped put back on one line, and broken words closed up.
#[must_use]
pub fn rejoined(lines: Lines) -> Lines {
    let pairs = lines.places.iter().zip(lines.places.iter().skip(1));
    let broken = pairs.filter(|(above, below)| is_broken(&lines, above, below)).count();
    let pair = |at: usize| Some((lines.places.get(at)?, lines.places.get(at + 1)?));
    if let Some(width) = wrap_width(&lines, broken) {
        return joined(&lines, |at| pair(at).is_some_and(|(above, below)| continues(&lines, above, below, width)));
    }
    if let Some(column) = PrintedColumn::of(&lines) {
        return joined(&lines, |at| pair(at).is_some_and(|(above, below)| column.goes_on(&lines, above, below)));
    }
    if broken == 0 { lines } else { joined(&lines, |_| false) }
}

/// The column a text was hard-wrapped at; `None` when it was not.
///
/// A greedy wrap breaks a line only where the next word would not have fitted, so that in a wrapped text nearly every
/// break inside a paragraph has that form; in a text with a paragraph a line hardly any has.
fn wrap_width(lines: &Lines, broken: usize) -> Option<usize> {
    // Nearly every text has a line that is too long by its bytes alone.
    if lines.places.iter().any(|line| line.span.len() > WIDEST_WRAP * char::MAX.len_utf8()) {
        return None;
    }
    let width = lines.all_words().map(|words| words.chars().count()).max().unwrap_or(0);
    let narrowest = if broken >= BROKEN { NARROWEST_COLUMN } else { NARROWEST_WRAP };
    if !(narrowest..=WIDEST_WRAP).contains(&width) {
        return None;
    }
    let (mut wrapped, mut inner, mut capitals) = (0, 0, 0);
    for pair in lines.places.windows(2) {
        if let [above, below] = pair
            && below.set_off == Break::Line
        {
            inner += 1;
            let continued = is_broken(lines, above, below) || continues(lines, above, below, width);
            wrapped += usize::from(continued);
            capitals += usize::from(continued && lines.words(below).starts_with(char::is_uppercase));
        }
    }
    // Verses begin with a capital each; nouns and names, even in German, open few lines of prose by chance.
    let verses = capitals * 3 >= wrapped * 2;
    (!verses && wrapped >= 3 && wrapped * 10 >= inner * 6).then_some(width)
}

/// Whether `below` goes on with the paragraph of `above` in a text wrapped at `width`.
fn continues(lines: &Lines, above: &DraftLine, below: &DraftLine, width: usize) -> bool {
    /// Some programs wrap a few columns early.
    const SLACK: usize = 4;
    let words = lines.words(below);
    let next_word = words.split_whitespace().next().map_or(0, |word| word.chars().count());
    let item = words.starts_with(['-', '•', '*', '–', '—']);
    let loose = above.kind.is_none() && below.kind.is_none() && below.set_off == Break::Line;
    loose && !item && lines.words(above).chars().count() + 1 + next_word + SLACK > width
}

/// The same lines, each put behind the one above where `goes_on` says that this one, by its place, goes on, and broken words closed up.
pub(crate) fn joined(lines: &Lines, goes_on: impl Fn(usize) -> bool) -> Lines {
    let vocabulary = Vocabulary::of(lines);
    let mut whole = Lines::with_room(lines.text.len());
    let mut above: Option<(usize, &DraftLine)> = None;
    for (at, line) in lines.places.iter().enumerate() {
        let joint = above.filter(|(_, above)| is_broken(lines, above, line)).and_then(|(_, above)| {
            let (above, below) = (lines.words(above), lines.words(line));
            vocabulary.joint(above, below)
        });
        match (joint, above) {
            (Some(Joint::Plain(sign)), _) => whole.close_up(sign, lines.words(line)),
            (Some(Joint::Hyphen), _) => whole.close_up(0, lines.words(line)),
            (None, Some((above, _))) if goes_on(above) => whole.prolong(lines.words(line)),
            _ => whole.push(lines.words(line), line.set_off, line.kind),
        }
        above = Some((at, line));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::{Break, lines};

    #[test]
    fn a_paragraph_a_line_stays_as_it_is() {
        let found = lines("  Un titre\r\n\r\n\r\nPremier paragraphe.\n\u{a0} \nSecond.\nTroisième.\n");
        let texts: Vec<&str> = found.all_words().collect();
        assert_eq!(texts, ["Un titre", "Premier paragraphe.", "Second.", "Troisième."]);
        assert_eq!(found.places.iter().filter(|line| line.set_off == Break::Gap).count(), 2);
    }

    #[test]
    fn lines_beyond_any_article_are_kept_in_paragraphs() {
        let found = lines(&"a\n".repeat(300_000));
        assert!(found.places.len() < 100_200);
        assert_eq!(found.text.matches('a').count(), 300_000);
    }

    #[test]
    fn verses_stay_on_their_lines() {
        let poem = "Souvent, pour s'amuser, les hommes d'équipage\nPrennent des albatros, vastes oiseaux des mers,\n\
                    Qui suivent, indolents compagnons de voyage,\nLe navire glissant sur les gouffres amers.\n";
        assert_eq!(lines(poem).places.len(), 4);
    }

    #[test]
    fn hard_wrapped_paragraphs_are_joined() {
        let text = "Oil prices rose sharply on Monday after the ministers of the exporting\n\
                    countries said that they would extend the cuts of the last quarter\n\
                    until the end of the year, traders said.\n\n\
                    The benchmark gained two dollars a barrel in the first hour of the\n\
                    session and kept most of the gain until the close in London, where\n\
                    volumes were thin.\n";
        let found = lines(text);
        assert_eq!(found.places.len(), 2);
        assert!(found.words(&found.places[0]).ends_with("until the end of the year, traders said."));
    }
}
