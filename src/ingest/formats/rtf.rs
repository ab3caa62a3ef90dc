//! Rich text (RTF) to plain text: paragraphs set off by blank lines. What it means is read by the formats of texts.
//!
//! A reader of the parts of the specification (RTF 1.9.1) that carry text: groups, destinations that hold none, code pages and
//! Unicode signs. Everything about looks is skipped.

mod code_page;
mod destinations;
mod state;

use encoding_rs::{Encoding, UTF_8};

use crate::ingest::formats::databases::lexisnexis::ITEM;
use crate::ingest::formats::rtf::code_page::{CodePages, code_page, of_charset};
use crate::ingest::formats::rtf::destinations::{RUNNING, SILENT};
use crate::ingest::formats::rtf::state::{GroupPlace, GroupState};
use crate::text::span::Span;

/// Bytes of the targets of links in one paragraph that are looked at.
const TARGETS: usize = 4096;

/// The text of a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct RichText {
    /// Its paragraphs, each followed by a blank line.
    pub(crate) text: String,
    /// What stands at the head and the foot of its pages.
    pub(crate) running: String,
    /// What was noted in its margin.
    pub(crate) comments: String,
    /// What was deleted and is only remembered.
    pub(crate) deleted: String,
    /// Where the paragraphs stand in the text that are bold from one end to the other.
    pub(crate) headings: Vec<Span>,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    pages: CodePages,
    /// What bytes stand for that are no escapes: the code page, unless all of the file is UTF-8. The specification has none of them.
    raw: Option<&'static Encoding>,
    /// Bytes that are not decoded yet: a sign may have two. Either all of them were escapes or none.
    pending: Vec<u8>,
    escaped: bool,
    /// A high surrogate that waits for its other half.
    surrogate: Option<u16>,
    states: Vec<GroupState>,
    /// Characters still to be left out behind a Unicode sign.
    left_out: usize,
    /// Where this paragraph begins in the text, and whether all of it is bold; `None` before its first word.
    start: usize,
    bold: Option<bool>,
    /// Where the links of this paragraph lead.
    target: Vec<u8>,
    /// The boxes of this paragraph, and all notes.
    boxes: String,
    notes: String,
    found: RichText,
}

/// The text in `bytes`, which begin as rich text does.
pub(crate) fn read(bytes: &[u8]) -> RichText {
    let first = GroupState::FIRST;
    let mut reader = Reader {
        bytes,
        at: 0,
        pages: CodePages::default(),
        raw: (!bytes.is_ascii() && simdutf8::basic::from_utf8(bytes).is_ok()).then_some(UTF_8),
        pending: Vec::new(),
        escaped: false,
        surrogate: None,
        states: vec![first],
        left_out: 0,
        start: 0,
        bold: None,
        target: Vec::new(),
        boxes: String::new(),
        notes: String::new(),
        found: RichText::default(),
    };
    reader.run();
    reader.found
}

impl Reader<'_> {
    fn run(&mut self) {
        while let Some(byte) = self.next() {
            match byte {
                b'{' => {
                    self.flush();
                    self.left_out = 0;
                    let state = self.state();
                    self.states.push(state);
                }
                b'}' => {
                    self.flush();
                    if self.states.len() > 1 {
                        self.states.pop();
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(byte, false),
            }
        }
        self.flush();
        for words in [std::mem::take(&mut self.boxes), std::mem::take(&mut self.notes)] {
            self.set_behind(&words);
        }
    }

    /// Sets what stands in boxes or notes behind the paragraphs that are there.
    fn set_behind(&mut self, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let text = &mut self.found.text;
        if !text.is_empty() && !text.ends_with("\n\n") {
            text.push_str("\n\n");
        }
        text.extend([words, "\n\n"]);
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn state(&self) -> GroupState {
        self.states.last().copied().unwrap_or(GroupState::FIRST)
    }

    fn change(&mut self, change: impl FnOnce(&mut GroupState)) {
        if let Some(state) = self.states.last_mut() {
            change(state);
        }
    }

    /// A backslash was read: a sign or a word follows.
    fn control(&mut self) {
        let Some(byte) = self.next() else { return };
        match byte {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2).and_then(|two| std::str::from_utf8(two).ok());
                self.at += 2;
                if let Some(byte) = digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
                    self.byte(byte, true);
                }
            }
            b'*' => self.change(|state| state.place = GroupPlace::Silent),
            b'~' => self.sign('\u{a0}'),
            b'_' => self.sign('\u{2011}'),
            b'-' => {}
            b'\r' | b'\n' => self.end_paragraph(),
            byte if byte.is_ascii_alphabetic() => {
                self.at -= 1;
                self.word();
            }
            byte => self.byte(byte, false),
        }
    }

    fn word(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let letters = rest.iter().take(32).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let number = rest.get(letters..).unwrap_or_default();
        let minus = usize::from(number.first() == Some(&b'-'));
        let digits = minus + number.iter().skip(minus).take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let name = String::from_utf8_lossy(rest.get(..letters).unwrap_or_default()).into_owned();
        let value: Option<i64> =
            number.get(..digits).and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|digits| digits.parse().ok());
        self.at += letters + digits;
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        self.obey(&name, value);
    }

    fn obey(&mut self, name: &str, value: Option<i64>) {
        match name {
            "par" | "sect" | "page" | "row" => self.end_paragraph(),
            "line" => self.sign('\n'),
            "tab" | "cell" => self.sign('\t'),
            "emdash" => self.sign('—'),
            "endash" => self.sign('–'),
            "lquote" => self.sign('‘'),
            "rquote" => self.sign('’'),
            "ldblquote" => self.sign('“'),
            "rdblquote" => self.sign('”'),
            "bullet" => self.sign('•'),
            "b" => self.embolden(value != Some(0)),
            "plain" => {
                self.embolden(false);
                self.delete(false);
                self.change(|state| state.font = None);
            }
            "f" => self.set_in(value),
            "deff" => self.pages.font = value.unwrap_or_default(),
            "fcharset" => self.pages.learn(self.state().font, of_charset(value.unwrap_or_default())),
            "cpg" => self.pages.learn(self.state().font, value.map(code_page)),
            "deleted" => self.delete(value != Some(0)),
            "u" => self.unicode(value.unwrap_or_default()),
            "uc" => self.change(|state| state.skip = value.and_then(|value| usize::try_from(value).ok()).unwrap_or(1).min(8)),
            "ansicpg" => self.pages.document = code_page(value.unwrap_or_default()),
            "mac" => self.pages.document = encoding_rs::MACINTOSH,
            "bin" => self.at = self.at.saturating_add(value.and_then(|value| usize::try_from(value).ok()).unwrap_or_default()),
            "shptxt" => self.change(|state| state.enter(GroupPlace::Box)),
            "dptxbxtext" if !self.state().is_repeated => self.change(|state| state.enter(GroupPlace::Box)),
            "footnote" => self.change(|state| state.enter(GroupPlace::Note)),
            "annotation" => self.change(|state| state.enter(GroupPlace::Comment)),
            "shprslt" => self.change(|state| (state.place, state.is_repeated) = (GroupPlace::Silent, true)),
            name if SILENT.contains(&name) => {
                self.change(|state| state.place = if name == "fldinst" { GroupPlace::Link } else { GroupPlace::Silent });
            }
            name if RUNNING.contains(&name) => {
                self.change(|state| (state.place, state.around) = (GroupPlace::Running, GroupPlace::Running));
            }
            _ => {}
        }
    }

    /// What follows is bold, or no more.
    fn embolden(&mut self, bold: bool) {
        self.flush();
        self.change(|state| state.bold = bold);
    }

    /// What follows is set in the font of this number.
    fn set_in(&mut self, font: Option<i64>) {
        self.flush();
        self.change(|state| state.font = font);
    }

    /// What follows was deleted, or no more.
    fn delete(&mut self, is_deleted: bool) {
        self.flush();
        self.change(|state| match state.place {
            GroupPlace::Deleted if !is_deleted => state.place = state.around,
            place if is_deleted && !place.is_silent() => state.place = GroupPlace::Deleted,
            _ => {}
        });
    }

    fn unicode(&mut self, value: i64) {
        let Ok(unit) = u16::try_from(value.rem_euclid(1 << 16)) else { return };
        self.flush();
        match (self.surrogate.take(), unit) {
            (None, 0xd800..=0xdbff) => self.surrogate = Some(unit),
            (high, unit) => {
                let units = high.into_iter().chain([unit]);
                let signs: Vec<char> =
                    char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
                for sign in signs {
                    self.sign(sign);
                }
            }
        }
        self.left_out = self.state().skip;
    }

    fn byte(&mut self, byte: u8, escaped: bool) {
        if self.left_out > 0 {
            self.left_out -= 1;
        } else if !self.state().place.is_silent() {
            if escaped != self.escaped && self.raw.is_some() {
                self.flush();
            }
            self.escaped = escaped;
            self.pending.push(byte);
        } else if self.state().place == GroupPlace::Link && self.target.len() < TARGETS {
            self.target.push(byte);
        }
    }

    fn sign(&mut self, sign: char) {
        self.flush();
        let state = self.state();
        if !state.place.is_silent() {
            self.see(state, !sign.is_whitespace());
            self.sink(state).push(sign);
        }
    }

    /// Words of this paragraph are set as `state` says.
    fn see(&mut self, state: GroupState, are_words: bool) {
        if are_words && state.place == GroupPlace::Text {
            self.bold = Some(state.bold && self.bold.unwrap_or(true));
        }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        let state = self.state();
        match state.place {
            GroupPlace::Text => self.end_of_text(),
            place if place.is_silent() => {}
            _ => self.sink(state).push_str("\n\n"),
        }
    }

    /// A paragraph of the text ends: the identifier of a document stands behind its headline, then what is in boxes.
    fn end_of_text(&mut self) {
        let item = self.item();
        if self.bold.take() == Some(true) {
            self.found.headings.push(Span::new(self.start, self.found.text.len()));
        }
        self.found.text.push_str("\n\n");
        if let Some(item) = item {
            self.found.text.extend([item.as_str(), "\n\n"]);
        }
        let boxes = std::mem::take(&mut self.boxes);
        self.set_behind(&boxes);
        self.start = self.found.text.len();
    }

    /// The identifier of a document of a press database to which a link of this paragraph leads.
    fn item(&mut self) -> Option<String> {
        let target = std::mem::take(&mut self.target);
        let at = memchr::memmem::find(&target, ITEM.as_bytes())?;
        let id = target.get(at + ITEM.len()..)?.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-');
        let id: String = id.map(|byte| char::from(*byte)).collect();
        (!id.is_empty()).then(|| format!("{ITEM}{id}"))
    }

    fn sink(&mut self, state: GroupState) -> &mut String {
        match state.place {
            GroupPlace::Running => &mut self.found.running,
            GroupPlace::Box => &mut self.boxes,
            GroupPlace::Note => &mut self.notes,
            GroupPlace::Comment => &mut self.found.comments,
            GroupPlace::Deleted => &mut self.found.deleted,
            GroupPlace::Text | GroupPlace::Link | GroupPlace::Silent => &mut self.found.text,
        }
    }

    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        let encoding = self.raw.filter(|_| !self.escaped).unwrap_or_else(|| self.pages.of(self.state().font));
        let (text, _) = encoding.decode_without_bom_handling(&pending);
        let (text, state) = (text.into_owned(), self.state());
        if !state.place.is_silent() {
            self.see(state, !text.trim().is_empty());
            self.sink(state).push_str(&text);
        }
    }
}

#[cfg(test)]
mod tests;
