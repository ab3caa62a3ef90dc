//! Rich text (RTF) to plain text: paragraphs set off by blank lines. What it means is read by the formats of texts.
//!
//! A reader of the parts of the specification (RTF 1.9.1) that carry text: groups, destinations that hold none, code pages and
//! Unicode signs. Everything about looks is skipped.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::ingest::formats::lexisnexis::ITEM;

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
}

/// What a group is in.
#[derive(Clone, Copy)]
struct State {
    /// Whether it tells where a link leads.
    link: bool,
    /// How many bytes stand for a Unicode sign in programs that do not know it.
    skip: usize,
    silent: bool,
    running: bool,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    encoding: &'static Encoding,
    /// Bytes in the code page that are not decoded yet: a sign may have two.
    pending: Vec<u8>,
    /// A high surrogate that waits for its other half.
    surrogate: Option<u16>,
    states: Vec<State>,
    /// Characters still to be left out behind a Unicode sign.
    left_out: usize,
    /// Where the links of this paragraph lead.
    target: Vec<u8>,
    found: RichText,
}

/// The text in `bytes`, which begin as rich text does.
pub(crate) fn read(bytes: &[u8]) -> RichText {
    let first = State { link: false, skip: 1, silent: false, running: false };
    let mut reader = Reader {
        bytes,
        at: 0,
        encoding: WINDOWS_1252,
        pending: Vec::new(),
        surrogate: None,
        states: vec![first],
        left_out: 0,
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
                byte => self.byte(byte),
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
        self.states.last().copied().unwrap_or(State { link: false, skip: 1, silent: false, running: false })
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
                    self.byte(byte);
                }
            }
            b'*' => self.change(|state| state.silent = true),
            b'~' => self.sign('\u{a0}'),
            b'_' => self.sign('\u{2011}'),
            b'-' => {}
            b'\r' | b'\n' => self.end_paragraph(),
            byte if byte.is_ascii_alphabetic() => {
                self.at -= 1;
                self.word();
            }
            byte => self.byte(byte),
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
            "u" => self.unicode(value.unwrap_or_default()),
            "uc" => self.change(|state| state.skip = value.and_then(|value| usize::try_from(value).ok()).unwrap_or(1).min(8)),
            "ansicpg" => self.encoding = code_page(value.unwrap_or_default()),
            "mac" => self.encoding = encoding_rs::MACINTOSH,
            "bin" => self.at = self.at.saturating_add(value.and_then(|value| usize::try_from(value).ok()).unwrap_or_default()),
            name if SILENT.contains(&name) => self.change(|state| (state.silent, state.link) = (true, name == "fldinst")),
            name if RUNNING.contains(&name) => self.change(|state| state.running = true),
            _ => {}
        }
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

    fn byte(&mut self, byte: u8) {
        if self.left_out > 0 {
            self.left_out -= 1;
        } else if !self.state().silent {
            self.pending.push(byte);
        } else if self.state().link && self.target.len() < TARGETS {
            self.target.push(byte);
        }
    }

    fn sign(&mut self, sign: char) {
        self.flush();
        let state = self.state();
        if !state.silent {
            self.sink(state).push(sign);
        }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        let state = self.state();
        if !state.silent {
            let item = self.item();
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
        if state.running { &mut self.found.running } else { &mut self.found.text }
    }

    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        let (text, _) = self.encoding.decode_without_bom_handling(&pending);
        let (text, state) = (text.into_owned(), self.state());
        if !state.silent {
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
