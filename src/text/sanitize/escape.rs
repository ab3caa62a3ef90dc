//! Where a terminal escape sequence ends (ECMA-48 / ISO 6429, with the string forms of xterm).
//!
//! It only measures; `text::sanitize` takes the sequence out.

/// Longest control string (OSC, DCS, SOS, PM, APC) taken out whole, in bytes; what has no end by then loses its introducer only.
const LONGEST_STRING: usize = 4096;

/// Longest parameter part of a control sequence, in bytes.
const LONGEST_PARAMETERS: usize = 256;

/// The number of bytes at the head of `text` that the escape sequence beginning there takes, or `None` when none begins there.
///
/// A lone or broken introducer is a sequence of itself alone.
pub fn escape_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (introducer, kind) = match bytes {
        [0x1B, kind @ 0x40..=0x5F, ..] => (2, *kind),
        [0x1B, ..] => return Some(short_escape_len(bytes)),
        // The 8-bit form of ESC x, x from 0x40 to 0x5F, is the code point x + 0x40, which UTF-8 writes C2 and x + 0x40.
        [0xC2, c1 @ 0x80..=0x9F, ..] => (2, *c1 - 0x40),
        _ => return None,
    };
    let after = bytes.get(introducer..).unwrap_or_default();
    Some(match kind {
        b'[' => introducer + control_sequence_len(after),
        b']' | b'P' | b'X' | b'^' | b'_' => introducer + control_string_len(after),
        _ => introducer,
    })
}

/// ESC, any intermediate bytes, one final byte; ESC alone when that is not what follows.
fn short_escape_len(bytes: &[u8]) -> usize {
    let intermediates = bytes.iter().skip(1).take(LONGEST_PARAMETERS).take_while(|byte| matches!(byte, 0x20..=0x2F)).count();
    match bytes.get(1 + intermediates) {
        Some(0x30..=0x7E) => intermediates + 2,
        _ => 1,
    }
}

/// Parameters, intermediates and the final byte that follow a CSI.
fn control_sequence_len(after: &[u8]) -> usize {
    let parameters = after.iter().take(LONGEST_PARAMETERS).take_while(|byte| matches!(byte, 0x20..=0x3F)).count();
    match after.get(parameters) {
        Some(0x40..=0x7E) => parameters + 1,
        _ => 0,
    }
}

/// The string that follows an introducer up to its terminator (BEL, ESC \ or U+009C), nothing when it has none.
/// Another control character inside, a line end among them, means that it has none.
fn control_string_len(after: &[u8]) -> usize {
    let window = after.get(..LONGEST_STRING).unwrap_or(after);
    let control = |pair: &[u8]| matches!(pair, [0x00..=0x1F | 0x7F, ..] | [0xC2, 0x80..=0x9F]);
    let Some(end) = window.windows(2).position(control) else {
        return if window.last() == Some(&0x07) { window.len() } else { 0 };
    };
    match window.get(end..) {
        Some([0x07, ..]) => end + 1,
        Some([0x1B, b'\\', ..] | [0xC2, 0x9C, ..]) => end + 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::escape_len;

    #[test]
    fn sequences_are_measured_whole() {
        for sequence in [
            "\u{1B}[31;1m",
            "\u{1B}[?25l",
            "\u{9B}2J",
            "\u{1B}]0;title\u{7}",
            "\u{1B}]8;;http://x\u{1B}\\",
            "\u{9D}52;c;AAAA\u{9C}",
            "\u{1B}Pq#0\u{1B}\\",
            "\u{1B}(B",
            "\u{1B}c",
            "\u{1B}7",
            "\u{84}",
            "\u{1B}_G\u{9C}",
        ] {
            assert_eq!(escape_len(&format!("{sequence}texte")), Some(sequence.len()), "{sequence:?}");
        }
    }

    #[test]
    fn broken_sequences_take_little() {
        assert_eq!(escape_len("\u{1B}"), Some(1));
        assert_eq!(escape_len("\u{1B}é"), Some(1));
        assert_eq!(escape_len("\u{1B}[12é"), Some(2));
        assert_eq!(escape_len("\u{1B}]0;never closed\nnext line\u{7}"), Some(2));
        assert_eq!(escape_len(&format!("\u{1B}]{}\u{7}", "x".repeat(10_000))), Some(2));
        assert_eq!(escape_len("é"), None);
    }
}
