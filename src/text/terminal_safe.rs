//! Text that may go out: to stdout and stderr, to a screen, to the clipboard. Nothing in it commands a terminal or turns the direction of what is read.
//!
//! It can only be made by cleaning, so that whoever writes need not know where a text came from. What ingest cleans comes through as it is;
//! names of files, journals, configuration and errors are cleaned here. [`super::sanitize`] is the stricter one, for articles.

use std::borrow::Cow;
use std::fmt;
use std::fmt::Write as _;

/// Text that was cleaned for going out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalSafe<'a>(Cow<'a, str>);

impl<'a> TerminalSafe<'a> {
    /// `text` with `�` for each control character, and without what is invisible and turns or hides what stands around it. Line ends and
    /// tabs stay.
    #[must_use]
    pub fn text(text: &'a str) -> Self {
        Self::made(text, |c, clean| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
                clean.push(char::REPLACEMENT_CHARACTER);
            }
        })
    }

    /// `json`, a document in JSON, with such characters escaped as JSON has it (RFC 8259, section 7): what it says stays the same.
    #[must_use]
    pub fn json(json: &'a str) -> Self {
        Self::made(json, |c, clean| {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(clean, "\\u{unit:04x}");
            }
        })
    }

    /// The same of a document of one's own, which is not copied where it is safe.
    #[must_use]
    pub fn owned_json(json: String) -> String {
        let clean = if let Cow::Owned(clean) = TerminalSafe::json(&json).0 { Some(clean) } else { None };
        clean.unwrap_or(json)
    }

    fn made(text: &'a str, mut replace: impl FnMut(char, &mut String)) -> Self {
        let Some(first) = next_harmful(text) else { return Self(Cow::Borrowed(text)) };
        let (head, mut rest) = text.split_at_checked(first).unwrap_or((text, ""));
        let mut clean = String::with_capacity(text.len());
        clean.push_str(head);
        while let Some(c) = rest.chars().next() {
            replace(c, &mut clean);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            let (kept, harmful) = rest.split_at_checked(next_harmful(rest).unwrap_or(rest.len())).unwrap_or((rest, ""));
            clean.push_str(kept);
            rest = harmful;
        }
        Self(Cow::Owned(clean))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether something had to be changed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        matches!(self.0, Cow::Owned(_))
    }

    /// The text, as one's own.
    #[must_use]
    pub fn into_owned(self) -> String {
        self.0.into_owned()
    }
}

impl fmt::Display for TerminalSafe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where the first character stands that must not go out. An export may have a hundred megabytes: bytes that begin none are passed over.
fn next_harmful(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.as_bytes().get(at..)?.iter().position(|byte| MAY_BEGIN_HARM[usize::from(*byte)])?;
        let c = text.get(at..)?.chars().next()?;
        if is_harmful(c) && !is_line_end(text, at) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// Which bytes may begin a character that [`is_harmful`] names, in UTF-8.
static MAY_BEGIN_HARM: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte, 0..0x20 | 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEF | 0xF3) && byte != 0x0A && byte != 0x09;
        byte += 1;
    }
    table
};

/// Whether a carriage return stands before a line feed, as the lines of some forms end.
fn is_line_end(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with("\r\n"))
}

fn is_harmful(c: char) -> bool {
    match c {
        '\n' | '\t' | ' '..='~' => false,
        '\u{61C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{FDD0}'..='\u{FDEF}'
        | '\u{E0000}'..='\u{E007F}' => true,
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::TerminalSafe;
    use proptest::prelude::{any, prop_assert, proptest};

    #[test]
    fn what_commands_a_terminal_is_shown_as_a_sign_and_what_turns_text_is_gone() {
        let clean = |text| TerminalSafe::text(text).into_owned();
        assert_eq!(clean("l’été\t2020\r\nfin\n"), "l’été\t2020\r\nfin\n");
        assert_eq!(clean("a\u{1b}[31mb\u{9b}2Jc\rd\u{7f}"), "a�[31mb�2Jc�d�");
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200f}d"), "abcd");
        assert!(!TerminalSafe::text("rien").is_changed());
    }

    #[test]
    fn json_says_the_same_with_escapes() {
        let said = "a\u{1b}[0m\u{9b}\u{202e}\u{e0041}é";
        let json = serde_json::to_string(said).unwrap();
        let safe = TerminalSafe::json(&json);
        assert_eq!(serde_json::from_str::<String>(safe.as_str()).unwrap(), said);
        assert_eq!(safe.as_str(), r#""a\u001b[0m\u009b\u202e\udb40\udc41é""#);
    }

    #[test]
    fn each_harmful_character_is_found() {
        for c in ('\0'..=char::MAX).filter(|c| super::is_harmful(*c)) {
            assert!(TerminalSafe::text(&format!("é{c}")).is_changed(), "{:x}", u32::from(c));
        }
    }

    proptest! {
        #[test]
        fn nothing_of_the_kind_comes_through(text in any::<String>()) {
            let clean = TerminalSafe::text(&text).into_owned();
            prop_assert!(!clean.replace("\r\n", "\n").chars().any(super::is_harmful));
            prop_assert!(!TerminalSafe::text(&clean).is_changed());
        }
    }
}
