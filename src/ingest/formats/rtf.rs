//! Rich text (RTF) to plain text: paragraphs set off by blank lines. What it means is read by the formats of texts.
//!
//! A reader of the parts of the specification (RTF 1.9.1) that carry text: groups, destinations that hold none, code pages and
//! Unicode signs. Everything about looks is skipped.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::ingest::formats::lexisnexis::ITEM;
use crate::text::span::Span;

/// Destinations whose words are no part of the text.
const SILENT: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "themedata",
    "colorschememapping",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "datastore",
    "latentstyles",
    "xmlnstbl",
    "filetbl",
    "revtbl",
    "fldinst",
    "objdata",
    "shppict",
    "nonshppict",
    "blipuid",
    "bkmkstart",
    "bkmkend",
    "mmathPr",
    "wgrffmtfilter",
    "pgdsctbl",
    "datafield",
];

/// Bytes of the targets of links in one paragraph that are looked at.
const TARGETS: usize = 4096;

/// Destinations that are printed on every page.
const RUNNING: &[&str] = &["header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"];

/// The text of a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct RichText {
    /// Its paragraphs, each followed by a blank line.
    pub(crate) text: String,
    /// What stands at the head and the foot of its pages.
    pub(crate) running: String,
    /// Where the paragraphs stand in the text that are bold from one end to the other.
    pub(crate) headings: Vec<Span>,
}

/// What a group is in.
#[derive(Clone, Copy)]
struct State {
    place: Place,
    /// How many bytes stand for a Unicode sign in programs that do not know it.
    skip: usize,
    bold: bool,
}

/// What the words of a group are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Words of the text.
    Text,
    /// Words at the head or the foot of the pages.
    Running,
    /// Where a link leads.
    Link,
    /// No words.
    Silent,
}

impl Place {
    fn is_silent(self) -> bool {
        matches!(self, Self::Link | Self::Silent)
    }
}

impl State {
    /// What a document begins in.
    const FIRST: Self = Self { place: Place::Text, skip: 1, bold: false };
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    encoding: &'static Encoding,
    /// What bytes stand for that are no escapes: the code page, unless all of the file is UTF-8. The specification has none of them.
    raw: Option<&'static Encoding>,
    /// Bytes that are not decoded yet: a sign may have two. Either all of them were escapes or none.
    pending: Vec<u8>,
    escaped: bool,
    /// A high surrogate that waits for its other half.
    surrogate: Option<u16>,
    states: Vec<State>,
    /// Characters still to be left out behind a Unicode sign.
    left_out: usize,
    /// Where this paragraph begins in the text, and whether all of it is bold; `None` before its first word.
    start: usize,
    bold: Option<bool>,
    /// Where the links of this paragraph lead.
    target: Vec<u8>,
    found: RichText,
}

/// The text in `bytes`, which begin as rich text does.
pub(crate) fn read(bytes: &[u8]) -> RichText {
    let first = State::FIRST;
    let mut reader = Reader {
        bytes,
        at: 0,
        encoding: WINDOWS_1252,
        raw: (!bytes.is_ascii() && simdutf8::basic::from_utf8(bytes).is_ok()).then_some(UTF_8),
        pending: Vec::new(),
        escaped: false,
        surrogate: None,
        states: vec![first],
        left_out: 0,
        start: 0,
        bold: None,
        target: Vec::new(),
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
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn state(&self) -> State {
        self.states.last().copied().unwrap_or(State::FIRST)
    }

    fn change(&mut self, change: impl FnOnce(&mut State)) {
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
            b'*' => self.change(|state| state.place = Place::Silent),
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
            "plain" => self.embolden(false),
            "u" => self.unicode(value.unwrap_or_default()),
            "uc" => self.change(|state| state.skip = value.and_then(|value| usize::try_from(value).ok()).unwrap_or(1).min(8)),
            "ansicpg" => self.encoding = code_page(value.unwrap_or_default()),
            "mac" => self.encoding = encoding_rs::MACINTOSH,
            "bin" => self.at = self.at.saturating_add(value.and_then(|value| usize::try_from(value).ok()).unwrap_or_default()),
            name if SILENT.contains(&name) => {
                self.change(|state| state.place = if name == "fldinst" { Place::Link } else { Place::Silent });
            }
            name if RUNNING.contains(&name) => self.change(|state| state.place = Place::Running),
            _ => {}
        }
    }

    /// What follows is bold, or no more.
    fn embolden(&mut self, bold: bool) {
        self.flush();
        self.change(|state| state.bold = bold);
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
        } else if self.state().place == Place::Link && self.target.len() < TARGETS {
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
    fn see(&mut self, state: State, are_words: bool) {
        if are_words && state.place == Place::Text {
            self.bold = Some(state.bold && self.bold.unwrap_or(true));
        }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        let state = self.state();
        if !state.place.is_silent() {
            let item = self.item();
            if state.place == Place::Text {
                if self.bold.take() == Some(true) {
                    self.found.headings.push(Span::new(self.start, self.found.text.len()));
                }
                // What follows is a blank line, and the identifier of a document with one of its own.
                self.start = self.found.text.len() + 2 + item.as_ref().map_or(0, |item| item.len() + 2);
            }
            let sink = self.sink(state);
            sink.push_str("\n\n");
            // The identifier of a document stands behind its headline.
            if let Some(item) = item {
                sink.extend([item.as_str(), "\n\n"]);
            }
        }
    }

    /// The identifier of a document of a press database to which a link of this paragraph leads.
    fn item(&mut self) -> Option<String> {
        let target = std::mem::take(&mut self.target);
        let at = memchr::memmem::find(&target, ITEM.as_bytes())?;
        let id = target.get(at + ITEM.len()..)?.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-');
        let id: String = id.map(|byte| char::from(*byte)).collect();
        (!id.is_empty()).then(|| format!("{ITEM}{id}"))
    }

    fn sink(&mut self, state: State) -> &mut String {
        if state.place == Place::Running { &mut self.found.running } else { &mut self.found.text }
    }

    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        let encoding = self.raw.filter(|_| !self.escaped).unwrap_or(self.encoding);
        let (text, _) = encoding.decode_without_bom_handling(&pending);
        let (text, state) = (text.into_owned(), self.state());
        if !state.place.is_silent() {
            self.see(state, !text.trim().is_empty());
            self.sink(state).push_str(&text);
        }
    }
}

/// The encoding of a Windows code page.
fn code_page(number: i64) -> &'static Encoding {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn paragraphs_signs_and_pages_are_read() {
        let rtf = b"{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}{\\header Page 1\\par}{\\*\\generator X;}\\pard\\b L'\\'e9t\\'e9\\b0\\par\n\
            Un {\\i mot}\\~: \\u8217 ?ici, \\u-10179?\\u-8704?\\line suite\\tab fin\\{x\\}\\par}";
        let found = read(rtf);
        assert_eq!(found.text, "L'été\n\nUn mot\u{a0}: ’ici, 😀\nsuite\tfin{x}\n\n");
        assert_eq!(found.running, "Page 1\n\n");
        let headings: Vec<&str> = found.headings.iter().map(|heading| heading.of(&found.text)).collect();
        assert_eq!(headings, ["L'été"]);
    }

    #[test]
    fn signs_that_were_written_without_an_escape_are_read_as_what_they_are() {
        assert_eq!(
            read("{\\rtf1\\ansi\\ansicpg1252 h\u{e4}lt \\'e9t\\'e9 \u{2013} ja\\par}".as_bytes()).text,
            "hält été – ja\n\n"
        );
        assert_eq!(read(b"{\\rtf1\\ansi\\ansicpg1252 h\xe4lt \\'e9t\\'e9\\par}").text, "hält été\n\n");
    }

    #[test]
    fn broken_files_end_somewhere() {
        for rtf in [
            &b"{\\rtf1 a{{{"[..],
            b"{\\rtf1 a}}}}b",
            b"{\\rtf1 \\",
            b"{\\rtf1 \\'",
            b"{\\rtf1 \\bin99999999999 a",
            b"{\\rtf1 \\u",
        ] {
            assert!(read(rtf).text.len() <= 2);
        }
    }
}
