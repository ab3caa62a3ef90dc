//! Words that the end of a line breaks: whether the hyphen there is the printer's or the word's own (`prési-` / `dence`, `peut-` / `être`).
//!
//! The text itself is asked first: which of the two spellings it has elsewhere. Then words decide that French and English join with a
//! hyphen; what is left was broken by the printer, which is far the more frequent. Called by `plain` alone.

use std::collections::HashSet;

use crate::ingest::draft::{Break, DraftLine, Lines};
use crate::text::fold::fold;

/// Signs at the end of a line that break a word; the second is what OCR writes for one that is the printer's for sure.
const SIGNS: [char; 3] = ['-', '\u{ac}', '\u{2010}'];

/// Words that are joined to what follows with a hyphen.
const BEFORE: &[&str] = &[
    "vice",
    "demi",
    "semi",
    "avant",
    "apres",
    "arriere",
    "quasi",
    "sous",
    "nord",
    "sud",
    "saint",
    "sainte",
    "grand",
    "petit",
    "chef",
    "porte",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "quatre",
    "dix",
    "franco",
    "anglo",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "self",
    "well",
    "half",
    "cross",
];
/// Words that are joined to what stands before with a hyphen.
const BEHIND: &[&str] =
    &["il", "ils", "elle", "elles", "on", "vous", "nous", "moi", "lui", "leur", "meme", "memes", "etre", "dire", "ci", "midi"];
/// Words that `ce`, `la` and their like are joined to.
const POINTED: &[&str] = &["celui", "celle", "ceux", "celles", "est", "etait", "serait", "sera", "fut"];

/// How a broken word is closed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// As one word; the sign at the end of the line has this many bytes.
    Plain(usize),
    /// With the hyphen.
    Hyphen,
}

/// The words of a text that stand within its lines, folded.
pub(super) struct Vocabulary(HashSet<String>);

impl Vocabulary {
    /// Gathers the words of `lines`, those left out that a line end breaks.
    pub(super) fn of(lines: &Lines) -> Self {
        let mut words = HashSet::new();
        let mut broken = false;
        for line in lines.all_words() {
            let open = SIGNS.iter().any(|sign| line.ends_with(*sign));
            let count = line.split_whitespace().count();
            for (at, token) in line.split_whitespace().enumerate() {
                if broken && at == 0 || open && at + 1 == count {
                    continue;
                }
                let word = token.trim_matches(|c: char| !c.is_alphanumeric());
                words.insert(fold(word.rsplit(['\'', '\u{2019}']).next().unwrap_or(word)));
            }
            broken = open;
        }
        Self(words)
    }

    /// How the word is closed up that `above` breaks off in and `below` goes on with; `None` when no word is broken.
    pub(super) fn joint(&self, above: &str, below: &str) -> Option<Joint> {
        let (first, second, sign) = halves(above, below)?;
        let joint = if self.is_compound(first, second, sign) { Joint::Hyphen } else { Joint::Plain(sign.len_utf8()) };
        Some(joint)
    }

    fn is_compound(&self, first: &str, second: &str, sign: char) -> bool {
        if sign != '-' {
            return false;
        }
        let has = |word: &str| self.0.contains(word);
        let (first, second) = (fold(first), fold(second));
        if has(&format!("{first}-{second}")) || first.contains('-') || first.ends_with(|c: char| c.is_ascii_digit()) {
            return true;
        }
        if has(&format!("{first}{second}")) {
            return false;
        }
        let pointed = matches!(second.as_str(), "ce" | "la") && POINTED.contains(&first.as_str());
        let both = first.chars().count() > 3 && second.chars().count() > 3 && has(&first) && has(&second);
        pointed || both || BEFORE.contains(&first.as_str()) || BEHIND.contains(&second.as_str())
    }
}

/// The halves of the word that `above` breaks off in, and the sign it breaks off with. A capital goes on only with a hyphen of its own.
fn halves<'a>(above: &'a str, below: &'a str) -> Option<(&'a str, &'a str, char)> {
    let sign = above.chars().next_back().filter(|sign| SIGNS.contains(sign))?;
    let head = above.strip_suffix(sign)?;
    let first = head.split_whitespace().next_back().filter(|_| head.ends_with(char::is_alphanumeric))?;
    let first = first.rsplit(['\'', '\u{2019}', '(', '\u{ab}', '"']).next().unwrap_or(first);
    let second = below.split(|c: char| !c.is_alphanumeric()).next().filter(|second| !second.is_empty())?;
    let goes_on = second.starts_with(char::is_lowercase) && first.chars().any(char::is_alphabetic);
    let compound = second.starts_with(char::is_uppercase) && first.starts_with(char::is_uppercase) && sign == '-';
    if compound {
        // `Saint-` / `Denis`: a dash before a name would stand apart.
        return Some((above.split_whitespace().next_back()?, second, sign));
    }
    goes_on.then_some((first, second, sign))
}

/// Whether `above` and `below`, which nothing sets off, hold the halves of a word.
pub(super) fn is_broken(lines: &Lines, above: &DraftLine, below: &DraftLine) -> bool {
    let loose = above.kind.is_none() && below.kind.is_none() && below.set_off == Break::Line;
    loose && halves(lines.words(above), lines.words(below)).is_some()
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::plain::lines;

    fn joined(text: &str) -> String {
        lines(text).text
    }

    #[test]
    fn the_hyphen_of_the_printer_goes() {
        assert_eq!(
            joined("sous la prési-\ndence du maire, le bud\u{ac}\nget et l'op-\nposition, à mi-\nnuit"),
            "sous la présidence du maire, le budget et l'opposition, à minuit"
        );
        assert_eq!(joined("the gov\u{ad}\nernment said"), "the government said");
        assert_eq!(joined("Le sou\u{ac}\r\nverain."), "Le souverain.");
    }

    #[test]
    fn the_hyphen_of_the_word_stays() {
        let told = [
            ("il viendra peut-\nêtre", "il viendra peut-être"),
            ("à Saint-\nDenis", "à Saint-Denis"),
            ("le vice-\nprésident", "le vice-président"),
            ("c'est-à-\ndire", "c'est-à-dire"),
            ("le porte-avions et son porte-\navions", "le porte-avions et son porte-avions"),
            ("un plan a long terme, un plan long-\nterme", "un plan a long terme, un plan long-terme"),
            ("celui-\nlà, dit-\nelle", "celui-là, dit-elle"),
        ];
        for (text, whole) in told {
            assert_eq!(joined(text), whole);
        }
    }

    #[test]
    fn what_the_text_has_elsewhere_decides() {
        assert_eq!(joined("Le demi-\nurge parle, demiurge."), "Le demiurge parle, demiurge.");
        assert_eq!(joined("- un\n- deux\nsuite -\nfin"), "- un\n- deux\nsuite -\nfin");
        assert_eq!(joined("Paris -\nLyon"), "Paris -\nLyon");
    }
}
