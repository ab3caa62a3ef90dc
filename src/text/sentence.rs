//! Sentences of French and English press prose.
//!
//! A rule-based cut in one pass: marks that can end a sentence, then what stands around them. It knows no article and no
//! boilerplate. Called by analysis (events, dates), search and the reader's motions.

mod abbreviation;
mod glued;
mod marks;

use crate::text::grapheme::is_boundary;
use crate::text::sentence::abbreviation::leaves_open;
use crate::text::sentence::glued::{is_glued, opens_quotation};
use crate::text::sentence::marks::{LONGEST_WORD, last_word, leads_in};
use crate::text::span::Span;

/// Figures of at most so many bytes before a stop number the items of a list.
const LIST_NUMBER: usize = 3;

/// The sentences of `text`, in order, without the white space around them.
///
/// They do not overlap and leave out nothing but white space. A line end always ends a sentence. A closing quotation mark or
/// bracket belongs to the sentence it closes, and what follows it in lower case or after a comma does too:
/// `« Partez ! », a-t-il dit.` is one sentence. Two that a page printed without a space between them are two:
/// `Tout est calme.Le pont a tenu.`
///
/// ```
/// use liseuse::text::sentence::sentences;
/// let text = "M. Kazemi l’a dit à 3.5 km. « Qui ? » demanda-t-il. Rien.";
/// let found: Vec<&str> = sentences(text).into_iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["M. Kazemi l’a dit à 3.5 km.", "« Qui ? » demanda-t-il.", "Rien."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    each_sentence(text).collect()
}

/// The sentences of `text`, as [`sentences`] gives them, each cut when it is asked for.
pub fn each_sentence(text: &str) -> impl Iterator<Item = Span> {
    let mut line = Line { text, start: 0, at: 0, end: line_end(text, 0) };
    std::iter::from_fn(move || {
        loop {
            let start = line.start;
            let sentence = if let Some(stop) = line.next_stop() {
                line.start = stop;
                trimmed(text, start, stop)
            } else if line.end < text.len() || start < line.end {
                let (end, next) = (line.end, (line.end + 1).min(text.len()));
                line = Line { text, start: next, at: next, end: line_end(text, next) };
                trimmed(text, start, end)
            } else {
                return None;
            };
            if sentence.is_some() {
                return sentence;
            }
        }
    })
}

/// Which ends of a text are no ends of what it was cut out of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clipped {
    /// Something stands before it.
    pub head: bool,
    /// Something stands behind it.
    pub tail: bool,
}

/// The sentence around the byte `offset` of `text`, or the next one when it stands between two, as [`sentences`] cuts the whole
/// that `text` was `cut` out of. `None` when `text` does not hold enough to tell, or there is none.
///
/// The work is that of reading `text`, so that a caller with a long text asks for a part of it first.
#[must_use]
pub fn sentence_around(text: &str, offset: usize, cut: Clipped) -> Option<Span> {
    /// What the end of a sentence hangs on stands within this many bytes behind what leads the next one in.
    const AHEAD: usize = 128;
    let start = if cut.head { sure_start(text, offset)? } else { line_start(text, offset) };
    let mut all = each_sentence(text.get(start..)?).map(|sentence| sentence.shift(start));
    let begins_here = start == 0 && !cut.head || text.get(..start)?.ends_with('\n');
    if !begins_here {
        // It may begin before what stands here.
        all.next().filter(|first| first.after() <= offset)?;
    }
    let sentence = all.find(|sentence| offset < sentence.after())?;
    let behind = || text.get(sentence.after()..).unwrap_or_default().trim_start_matches(|c| leads_in(c) || is_continuation(c));
    let ends_here = !cut.tail || line_end(text, sentence.first()) < text.len() || behind().len() >= AHEAD;
    ends_here.then_some(sentence)
}

/// The first place from which on `text`, whose head is cut off, is cut as the whole would be: the head of the line of `offset`,
/// or the head of a word with enough before the next mark that the mark neither ends an abbreviation that begins before nor
/// numbers a list.
fn sure_start(text: &str, offset: usize) -> Option<usize> {
    let before = text.get(..offset)?;
    if let Some(at) = memchr::memrchr(b'\n', before.as_bytes()) {
        return Some(at + 1);
    }
    let mut mark = 0;
    for ((at, c), next) in before.char_indices().zip(before.chars().skip(1)) {
        let head = at + c.len_utf8();
        if !c.is_whitespace() || !next.is_alphanumeric() {
            continue;
        }
        if mark <= head {
            mark = head + next_terminator(text.get(head..)?)?;
        }
        if text.get(head..mark).is_some_and(|words| words.trim().len() > LIST_NUMBER) {
            return Some(head);
        }
    }
    None
}

/// Where the line begins that `offset` is in.
fn line_start(text: &str, offset: usize) -> usize {
    text.as_bytes().get(..offset).and_then(|before| memchr::memrchr(b'\n', before)).map_or(0, |at| at + 1)
}

/// Where the line ends that begins at `start`.
fn line_end(text: &str, start: usize) -> usize {
    text.as_bytes().get(start..).and_then(|rest| memchr::memchr(b'\n', rest)).map_or(text.len(), |len| start + len)
}

/// The part from `start` to `end` without the white space around it, if anything is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let part = Span::new(start, end).of(text);
    let blank = |(at, c): &(usize, char)| c.is_whitespace() && is_boundary(part, *at) && is_boundary(part, at + c.len_utf8());
    let head: usize = part.char_indices().take_while(blank).map(|(_, c)| c.len_utf8()).sum();
    let tail: usize = part.char_indices().rev().take_while(blank).map(|(_, c)| c.len_utf8()).sum();
    (head < part.len()).then(|| Span::new(start + head, end - tail))
}

/// A line being cut.
struct Line<'a> {
    text: &'a str,
    /// Where the open sentence began.
    start: usize,
    /// How far the line has been read.
    at: usize,
    end: usize,
}

impl<'a> Line<'a> {
    /// Where the open sentence ends, before the end of the line.
    fn next_stop(&mut self) -> Option<usize> {
        loop {
            let rest = self.part(self.at, self.end);
            let first = self.at + next_terminator(rest)?;
            let (after, marks, closed) = self.ending(first);
            self.at = after;
            let rest = self.part(after, self.end);
            let next = rest.trim_start();
            if next.is_empty() {
                return None;
            }
            let parted = next.len() < rest.len()
                || rest.starts_with(is_ideographic)
                || is_glued(self.part(self.start, first), rest, closed);
            let lone_stop = marks == 1 && self.part(first, self.end).starts_with('.');
            if parted && self.ends(first, next, lone_stop, closed) {
                return Some(after);
            }
        }
    }

    fn part(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// From the mark at `first`: the end of it, its like and the closing marks after it; how many marks; whether any closed.
    fn ending(&self, first: usize) -> (usize, usize, bool) {
        let (mut after, mut marks, mut closed) = (first, 0, false);
        loop {
            let rest = self.part(after, self.end);
            let next = rest.trim_start();
            let gap = rest.len() - next.len();
            let Some(c) = next.chars().next() else { break };
            let more = is_terminator(c) && (gap == 0 || !next.starts_with("..") && c != '…');
            let closing = match c {
                '»' => true,
                ')' | ']' | '”' | '›' => gap <= '\u{202F}'.len_utf8(),
                '"' => gap == 0 && !opens_quotation(next),
                '\'' | '’' | '}' => gap == 0,
                _ => false,
            };
            if !more && !closing {
                break;
            }
            marks += usize::from(more);
            closed |= closing;
            after += gap + c.len_utf8();
        }
        (after, marks, closed)
    }

    /// Whether the marks from `first` on end the open sentence, when `next` follows after white space.
    fn ends(&self, first: usize, next: &str, lone_stop: bool, closed: bool) -> bool {
        let opened = next.trim_start_matches(leads_in);
        match opened.chars().next() {
            Some(c) if c.is_lowercase() || is_continuation(c) => return false,
            None => return true,
            _ => {}
        }
        let before = self.part(self.start, first);
        if before.ends_with(['(', '[']) && closed
            || opened.starts_with(|c: char| c.is_ascii_digit()) && closes_behind_number(opened)
        {
            return false;
        }
        if !lone_stop {
            return !(closed && is_attribution(opened));
        }
        let word = last_word(before);
        let numbers_a_list = before.trim().len() <= LIST_NUMBER && word.bytes().all(|byte| byte.is_ascii_digit());
        !numbers_a_list && !leaves_open(word, first_word(opened))
    }
}

/// Where the first terminator of `text` is. Whole lanes of bytes that begin none are passed over, a tenth of the time that
/// looking at each character takes.
fn next_terminator(text: &str) -> Option<usize> {
    const LANES: usize = 32;
    // The first bytes of all terminators, and of other characters.
    let begins = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | 0xD8 | 0xDB | 0xE2 | 0xE3 | 0xEF);
    let terminates = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(is_terminator));
    text.as_bytes().chunks(LANES).enumerate().find_map(|(lane, bytes)| {
        if !bytes.iter().fold(false, |any, byte| any | begins(*byte)) {
            return None;
        }
        (lane * LANES..).zip(bytes).filter(|(_, byte)| begins(**byte)).map(|(at, _)| at).find(terminates)
    })
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔')
}

/// Scripts that put no space after a sentence.
fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Marks that go on with the sentence before them.
fn is_continuation(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | ')' | ']' | '}' | '»' | '”' | '/' | '%' | '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{FE0F}')
}

/// Whether `next` says who spoke: `“Why?” Smith asked.`
fn is_attribution(next: &str) -> bool {
    const VERBS: &[&str] =
        &["said", "says", "asked", "told", "wrote", "added", "replied", "tweeted", "declared", "shouted", "answered"];
    let head = next.get(..next.len().min(4 * LONGEST_WORD)).unwrap_or_default();
    let mut words = head.split(' ').skip_while(|word| word.starts_with(char::is_uppercase)).take(1);
    words.any(|word| VERBS.contains(&word.trim_end_matches(['.', ',', ':'])))
}

/// `"Les Bateliers ! 2"`: whether `text` is a number that ends a title in quotation marks.
fn closes_behind_number(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.starts_with(['"', '”']) || behind.trim_start().starts_with('»')
}

/// The head of `text` up to white space or punctuation; an article keeps its elision out.
fn first_word(text: &str) -> &str {
    let outer = |c: &char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '»' | ')');
    let len = text.chars().take(LONGEST_WORD).take_while(|c| !outer(c)).map(char::len_utf8).sum();
    text.get(..len).unwrap_or_default()
}

#[cfg(test)]
mod tests;
