//! Headlines and headings: which first line is a headline, which short lines inside a text are headings.

use crate::ingest::rules::blocks::{BlockRange, Blocks};
use crate::ingest::rules::headline_place;
use crate::ingest::rules::headline_place::HeadlinePlace;
use crate::ingest::rules::outlet::dateline;
use crate::ingest::rules::page_title::undoubled;
use crate::model::article::{BlockKind, HeadlineOrigin};
use crate::text::sentence::sentences;

/// The longest headline, in characters: even the long ones of tabloids and agencies stay below.
const HEADLINE: usize = 200;
/// The longest heading inside a text, in characters.
const HEADING: usize = 110;
/// Words that open lines of a list, not headings.
const ITEMS: [char; 4] = ['•', '-', '*', '·'];

/// The headline of `sheet` and where it comes from; `declared` is what the document says it is, `dated` the line that says when it was
/// published.
pub fn choose(sheet: &mut Blocks, declared: Option<&str>, dated: Option<usize>) -> (String, HeadlineOrigin) {
    leave_one(sheet);
    chosen(sheet, declared, dated)
}

/// The same of a text that has no copy of its headline above it.
pub(crate) fn chosen(sheet: &mut Blocks, declared: Option<&str>, dated: Option<usize>) -> (String, HeadlineOrigin) {
    let first = sheet.text_places().find(|at| sheet.strips.get(*at).is_some_and(|strip| strip.kind != BlockKind::Caption));
    let Some(first) = first else { return (declared.unwrap_or_default().to_owned(), origin(declared)) };
    if let Some(title) = declared {
        if alike(sheet.words(first), title) {
            sheet.settle(first, BlockKind::Headline);
            return (title.to_owned(), HeadlineOrigin::FirstLine);
        }
        return (title.to_owned(), HeadlineOrigin::Metadata);
    }
    let first = match headline_place::find(sheet, dated) {
        HeadlinePlace::Line(place) => {
            sheet.settle(place, BlockKind::Headline);
            return (undoubled(sheet.words(place)).to_owned(), HeadlineOrigin::FirstLine);
        }
        HeadlinePlace::Hidden(text) => text,
        HeadlinePlace::Titled(span) => return (span.of(&sheet.body).to_owned(), HeadlineOrigin::FirstLine),
        HeadlinePlace::Unclear => return opening(sheet, first),
    };
    first_sentence(sheet, first)
}

/// The headline of a text that is no page: what the document says, else its first line.
pub(super) fn of_whole(sheet: &mut Blocks, declared: Option<&str>) -> (String, HeadlineOrigin) {
    if declared.is_some() {
        return chosen(sheet, declared, None);
    }
    let first = sheet.text_places().next();
    match first {
        Some(first) => opening(sheet, first),
        None => (String::new(), origin(None)),
    }
}

/// The line at `first` as the headline where it looks like one, else its first sentence.
fn opening(sheet: &mut Blocks, first: usize) -> (String, HeadlineOrigin) {
    if is_headline(sheet, first) {
        sheet.settle(first, BlockKind::Headline);
        return (sheet.words(first).to_owned(), HeadlineOrigin::FirstLine);
    }
    first_sentence(sheet, first)
}

fn first_sentence(sheet: &Blocks, first: usize) -> (String, HeadlineOrigin) {
    // Agencies set the place on a line of its own, which tells nothing of the article.
    let opening = if is_place_line(sheet.words(first)) { sheet.text_places().find(|at| *at > first) } else { None };
    let words = sheet.words(opening.unwrap_or(first));
    let sentence = sentences(words).first().map_or(words, |span| span.of(words));
    (shortened(sentence), HeadlineOrigin::FirstSentence)
}

/// Pages give their title above the headline: `Un titre - Le Monde` and then `Un titre`, or the same twice. One is enough.
fn leave_one(sheet: &mut Blocks) {
    let mut places = sheet.text_places();
    let (Some(above), Some(below)) = (places.next(), places.next()) else { return };
    drop(places);
    let (title, headline) = (sheet.words(above), sheet.words(below));
    let behind = title.strip_prefix(headline).map(str::trim_start);
    let named = |tail: &str| tail.starts_with(['|', '-', '–', '—', '•']) && tail.split_whitespace().count() <= 6;
    if headline.split_whitespace().count() >= 3 && behind.is_some_and(|tail| tail.is_empty() || named(tail)) {
        sheet.settle(above, BlockKind::Furniture);
        return;
    }
    // `PolitiqueUn titre` and then `Un titre`: the name of a section is glued before the copy.
    let trail = |label: &str| label.trim_end().ends_with(['>', '›', '»', '|']) && label.split_whitespace().count() <= 12;
    let glued = |label: &str| {
        label.ends_with(char::is_alphanumeric) && label.split_whitespace().count() <= 3 && label.len() <= 40 || trail(label)
    };
    if headline.split_whitespace().count() >= 3 && title.strip_suffix(headline).is_some_and(glued) {
        sheet.settle(above, BlockKind::Furniture);
    }
}

/// Settles the headings inside `sheet`: short lines that end like a title, with prose behind them.
pub fn mark_headings(sheet: &mut Blocks) {
    let places: Vec<usize> =
        sheet.text_places().filter(|at| sheet.strips.get(*at).is_some_and(|strip| strip.kind != BlockKind::Caption)).collect();
    // What stands above the first prose is what a page sets under a headline, not a heading inside a text.
    let begun = places.iter().position(|at| sheet.strips.get(*at).is_some_and(prose) && is_prose(sheet.words(*at)));
    for trio in places.get(begun.unwrap_or(places.len())..).unwrap_or_default().windows(3) {
        if let [before, at, after] = *trio
            && let (Some(above), Some(strip), Some(below)) =
                (sheet.strips.get(before), sheet.strips.get(at), sheet.strips.get(after))
            && !strip.settled
            && is_heading(sheet.words(at))
            && prose(above)
            && prose(below)
            && is_prose(sheet.words(after))
            && below.span.len() > strip.span.len()
        {
            sheet.settle(at, BlockKind::Heading);
        }
    }
}

fn origin(declared: Option<&str>) -> HeadlineOrigin {
    if declared.is_some() { HeadlineOrigin::Metadata } else { HeadlineOrigin::FirstSentence }
}

fn prose(strip: &BlockRange) -> bool {
    matches!(strip.kind, BlockKind::Paragraph)
}

/// Whether `words` run on as a paragraph does, or end as one.
fn is_prose(words: &str) -> bool {
    /// Characters of a line that is too long for a title.
    const LONG: usize = 100;
    words.len() >= LONG * char::MAX.len_utf8()
        || words.chars().count() >= LONG
        || words.ends_with(['.', '!', '?', '»', '"', '”']) && words.split_whitespace().count() > 4
}

/// Whether the line at `first` can be the headline: short, one sentence at most, with longer text behind it.
fn is_headline(sheet: &Blocks, first: usize) -> bool {
    let words = sheet.words(first);
    let Some(strip) = sheet.strips.get(first) else { return false };
    if strip.kind == BlockKind::Heading {
        return true;
    }
    if words.len() > HEADLINE * char::MAX.len_utf8() {
        return false;
    }
    let length = words.chars().count();
    let rest: usize = sheet.text_places().filter(|at| *at > first).map(|at| sheet.words(at).len()).sum();
    let next = sheet.text_places().find(|at| *at > first).map_or(0, |at| sheet.words(at).chars().count());
    let title_like = match words.chars().next_back() {
        Some(',' | ';' | ':' | '-' | '–' | '—') => false,
        // Regional papers close their headlines with a full stop; such lines are short, and the text behind them is not.
        Some('.') if !words.ends_with("..") => {
            length <= 80 && next >= length * 2 && sentences(words).len() == 1 && !is_clause(words)
        }
        _ => true,
    };
    length <= HEADLINE
        && rest > words.len()
        && title_like
        && words.chars().any(char::is_alphabetic)
        && dateline(words).is_none()
        && !is_place_line(words)
        && (sentences(words).len() <= 2)
}

/// `MIAMI (AP) --`, `PARIS —`, `(Undated)`: a line that says where a report was written, or that it has no place.
fn is_place_line(words: &str) -> bool {
    let dashed = words.strip_suffix(['_', '-', '–', '—']).map(|head| head.trim_end_matches(['_', '-', '–', '—', ' ']));
    let bracketed = words.starts_with('(') && words.ends_with(')');
    let place = dashed.or_else(|| bracketed.then_some(words));
    place.is_some_and(|place| {
        place.split_whitespace().count() <= 6 && place.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
    })
}

/// Whether a line that ends with a full stop reads as a sentence of the text: it quotes, or goes on at length.
fn is_clause(words: &str) -> bool {
    let count = words.split_whitespace().count();
    count > 12 || count > 7 && words.contains(['«', '“']) && !words.starts_with(['«', '“'])
}

fn is_heading(words: &str) -> bool {
    if words.len() > HEADING * char::MAX.len_utf8() || words.chars().count() > HEADING {
        return false;
    }
    let opens = words.chars().next().is_some_and(|c| {
        c.is_uppercase() || c.is_ascii_digit() || matches!(c, '\'' | '«' | '"' | '“' | '–' | '—' | '¿' | '‘' | '…')
    });
    // A dash at both ends is an agency's way to set a heading; at one end it opens speech.
    let speech = words.starts_with(['–', '—']) && !words.ends_with(['–', '—']);
    // Regional papers close a heading with a full stop, as they do a headline, when they set it in capitals.
    let capitals = !words.chars().any(char::is_lowercase) && words.chars().filter(|c| c.is_uppercase()).count() >= 6;
    let ends = !words.ends_with([',', ';', ':', '…', ')']) && (capitals || !words.ends_with('.'));
    // A speaker's name opens a line of a transcript, a time of day one of a running account.
    let speaker = words
        .split_once(':')
        .is_some_and(|(name, said)| !said.trim().is_empty() && name.chars().count() > 1 && !name.chars().any(char::is_lowercase));
    let clock = words.split([' ', '\u{a0}']).next().is_some_and(is_clock);
    opens
        && ends
        && (capitals || !speaker)
        && !clock
        && !speech
        && !words.starts_with(ITEMS)
        && words.split_whitespace().count() <= 16
        && words.chars().any(char::is_alphabetic)
}

/// `10h12`, `13h`, `11:05`.
fn is_clock(word: &str) -> bool {
    let (hours, minutes) = word.split_once(['h', 'H', ':']).unwrap_or((word, "x"));
    let digits = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    !hours.is_empty() && digits(hours) && digits(minutes)
}

fn alike(line: &str, title: &str) -> bool {
    let plain = |text: &str| {
        crate::text::fold::fold(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    line.len() <= title.len() * 2 + 8 && plain(line) == plain(title)
}

/// A first sentence that runs on is cut at a word, so that lists and exports stay readable.
fn shortened(sentence: &str) -> String {
    /// Longer than any sentence of ordinary prose.
    const MOST: usize = 300;
    let Some((end, _)) = sentence.char_indices().nth(MOST) else { return sentence.to_owned() };
    let head = sentence.get(..end).unwrap_or(sentence);
    let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
    format!("{head}…")
}
