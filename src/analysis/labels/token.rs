//! The words of a sentence with the marks that stand at them, each kept or deleted. Which, is decided elsewhere.

use crate::text::fold::fold;

/// A word of a sentence, with the marks at its ends.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of a word, and none excludes another")]
pub(super) struct LabelToken<'a> {
    /// It as it is written.
    pub text: &'a str,
    /// It folded, without marks at its ends.
    pub word: String,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Whether a comma, a semicolon, a colon or a dash parts it from the next.
    pub stops: bool,
    /// Whether it is in the label.
    pub kept: bool,
    /// Whether it begins a clause that a comma parts from what goes before.
    pub parted: bool,
    /// Whether what stands before it makes a noun or an adjective of what may be a verb elsewhere: `the plan`, `to plan`.
    pub is_noun: bool,
    /// Whether it is the verb of a relative clause within a subject.
    pub relative: bool,
    /// Whether its `'s` is a verb, or it is one by what stands around it.
    pub contracts: bool,
}

impl LabelToken<'_> {
    /// Whether it is a dash, or a mark alone.
    pub fn is_mark(&self) -> bool {
        self.word.is_empty()
    }

    /// Whether it is a word of the label, and no mark.
    pub fn counts(&self) -> bool {
        self.kept && !self.is_mark()
    }

    /// Whether it is a number in figures, an amount of money included.
    pub fn is_number(&self) -> bool {
        self.word.trim_start_matches(['$', '€', '£']).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether it is a dash that is set off.
    pub fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "–" | "—" | "--" | "_")
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
    }

    /// What stands before an apostrophe, with it: `l'` of `l'ancien`; the whole word otherwise.
    pub fn head(&self) -> &str {
        self.word.find('\'').and_then(|at| self.word.get(..=at)).unwrap_or(&self.word)
    }

    /// A verb without the pronoun that is turned behind it: `explique` of `explique-t-elle`.
    pub fn verb(&self) -> &str {
        self.tail().split('-').next().unwrap_or_default()
    }

    /// What stands behind an apostrophe; the whole word otherwise.
    pub fn tail(&self) -> &str {
        self.word.rsplit('\'').next().unwrap_or(&self.word)
    }
}

/// The words of `sentence`, all kept.
pub(super) fn tokens(sentence: &str) -> Vec<LabelToken<'_>> {
    let mut open = false;
    let mut found: Vec<LabelToken<'_>> = Vec::new();
    for (at, text) in sentence.split_whitespace().enumerate() {
        let word = fold(text);
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%' && c != '$' && c != '€').to_owned();
        let closes = text.contains(['»', '”']) || closes_plain(text, open);
        // `qu'"il` opens one, too.
        // `tous",` closes one that an earlier sentence opened.
        let inside = text
            .split_once('"')
            .is_some_and(|(before, behind)| !before.is_empty() && behind.starts_with(|c: char| c.is_alphanumeric() || c == '('));
        // Quotation marks of a typewriter, where they are closed.
        let own_end = text.get(2..).is_some_and(|rest| rest.contains("''"));
        let later = || sentence.split_whitespace().skip(at + 1).any(|text| text.contains("''"));
        let typed = (text.starts_with("``") || !open && text.starts_with("''")) && (own_end || later());
        let closes = closes || open && !typed && text.contains("''") || typed && own_end;
        let opens_quote = typed || text.starts_with(['«', '“', '"']) || !open && inside && text.matches('"').count() == 1;
        let quoted = open || opens_quote;
        open = (open || opens_quote) && !closes;
        let stops = !open && text.trim_end_matches(['»', '”', '"', ')']).ends_with([',', ';', ':']);
        found.push(LabelToken {
            text,
            word,
            quoted,
            stops,
            kept: true,
            parted: false,
            is_noun: false,
            relative: false,
            contracts: false,
        });
    }
    // `January 31, 1988`: a comma within a day parts nothing.
    let is_number = |token: &LabelToken<'_>, digits: usize| {
        token.word.len() <= digits && !token.word.is_empty() && token.word.bytes().all(|byte| byte.is_ascii_digit())
    };
    for at in 1..found.len() {
        let year = found.get(at).is_some_and(|next| next.word.len() == 4 && is_number(next, 4));
        if let Some(day) = found.get_mut(at - 1).filter(|day| year && is_number(day, 2) && day.text.ends_with(',')) {
            day.stops = false;
        }
    }
    found
}

/// Whether a plain quotation mark in `text` closes what one opened.
fn closes_plain(text: &str, open: bool) -> bool {
    let marks = text.matches('"').count();
    if open { marks % 2 == 1 } else { marks == 2 }
}

/// The words that are kept, as one line that begins with a capital and ends without a stop.
pub(super) fn rendered(words: &[LabelToken<'_>]) -> String {
    let mut line = String::new();
    for (at, token) in words.iter().enumerate().filter(|(_, token)| token.kept) {
        let goes_on = words.get(at + 1).is_some_and(|next| next.kept);
        let text = if goes_on { token.text } else { token.text.trim_end_matches([',', ';', ':']) };
        let opens_with_mark = line.is_empty() && token.is_mark() && !token.text.contains(['«', '“', '"']);
        if !text.is_empty() && !opens_with_mark {
            let has_comma = line.trim_end_matches(['»', '”', '"', '\u{a0}', ' ']).ends_with(',');
            if token.parted
                && !has_comma
                && line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '»' | '”' | '"' | ')' | '%' | '€' | '$' | '£'))
            {
                line.push(',');
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(text);
        }
    }
    let end = line.trim_end_matches([' ', ',', ';', ':', '–', '—', '-', '…']);
    let whole = |text: &&str| !text.strip_suffix('.').is_some_and(is_abbreviated);
    let end = Some(end).filter(whole).map_or(end, |end| end.trim_end_matches([' ', ',', '.']));
    let end = end.trim_start_matches(['-', '–', '—', '•', ' ']);
    let mut letters = end.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a stop behind `text` belongs to its last word, as in `U.S.`
fn is_abbreviated(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| word.contains('.') && word.split('.').all(|part| part.chars().count() == 1))
}
