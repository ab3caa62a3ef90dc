//! A record of a database under construction: its fields, its text, and what the database prints around it.
//!
//! The readers of press databases fill it; `finish` makes the draft, whose fields count for more than lines of the text.

use crate::ingest::draft::{Around, Break, Declared, Draft, Lines};
use crate::ingest::rules::signatories::{Signatories, signatories};
use crate::model::article::BlockKind;
use crate::text::fold::fold;
use crate::text::sanitize::sanitize;

/// A record.
#[derive(Debug, Default)]
pub(crate) struct SourceRecord {
    /// What it says of itself.
    pub(crate) declared: Declared,
    lines: Lines,
    aside: Vec<String>,
}

impl SourceRecord {
    /// A record that says of itself what is `declared`, and has no text yet.
    pub(crate) fn of(declared: Declared) -> Self {
        Self { declared, ..Self::default() }
    }

    /// Adds a paragraph of the text.
    pub(crate) fn paragraph(&mut self, words: &str) {
        self.push(words, None);
    }

    /// Adds a line that is known to be of `kind`.
    pub(crate) fn push(&mut self, words: &str, kind: Option<BlockKind>) {
        let words = tidied(words);
        if !words.is_empty() {
            self.lines.push(&words, Break::Gap, kind);
        }
    }

    /// Adds a paragraph of the text, set off as told.
    pub(crate) fn push_set_off(&mut self, words: &str, set_off: Break) {
        let words = tidied(words);
        if !words.is_empty() {
            self.lines.push(&words, set_off, None);
        }
    }

    /// Adds lines of the text as they are.
    pub(crate) fn extend(&mut self, lines: &Lines) {
        self.lines.extend(lines, None);
    }

    /// Adds what the database prints around the text: kept at its foot, never counted.
    pub(crate) fn aside(&mut self, words: &str) {
        let words = tidied(words);
        if !words.is_empty() {
            self.aside.push(words);
        }
    }

    /// Sets the author to the names in `words`: without `By` and without addresses, which stay beside the text.
    pub(crate) fn sign(&mut self, words: &str) {
        let words = tidied(words);
        let plain = without_by(&words);
        let names: Vec<&str> = plain.split(';').map(str::trim).filter(|name| !name.is_empty() && !name.contains('@')).collect();
        let Signatories { names, agency } = signatories(&names.join("; "), self.declared.outlet.as_deref());
        self.declared.credit = self.declared.credit.take().or_else(|| agency.map(ToOwned::to_owned));
        if names.as_ref() != Some(&words) {
            self.aside(&words);
        }
        if let Some(names) = names {
            self.declared.author.get_or_insert(names);
        }
    }

    /// Whether it has neither a headline nor a text.
    pub(crate) fn is_blank(&self) -> bool {
        self.declared.title.is_none() && self.lines.places.is_empty()
    }

    /// The draft.
    pub(crate) fn finish(mut self) -> Draft {
        for words in &self.aside {
            self.lines.push(words, Break::Line, Some(BlockKind::Furniture));
        }
        Draft { declared: tidy(self.declared), lines: self.lines, curated: true, around: Around::Notices }
    }
}

/// One clean line of plain text, in which `<` is a sign like any other.
pub(crate) fn tidied(words: &str) -> String {
    sanitize(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The fields as clean lines, without those that are empty.
pub(crate) fn tidy(mut declared: Declared) -> Declared {
    let Declared { title, date, outlet, author, url, lang, section, page, docid, credit, updated } = &mut declared;
    for field in [title, date, outlet, author, url, lang, section, page, docid, credit, updated] {
        *field = field.take().map(|words| tidied(&words)).filter(|words| !words.is_empty());
    }
    declared
}

/// `By Ann Poe` as `Ann Poe`.
pub(crate) fn without_by(words: &str) -> &str {
    const BY: [&str; 10] =
        ["by ", "par ", "von ", "door ", "por ", "di ", "de notre correspondant ", "van onze correspondent", "av ", "af "];
    let found = BY.iter().find_map(|by| words.split_at_checked(by.len()).filter(|(head, _)| head.eq_ignore_ascii_case(by)));
    found.map_or(words, |(_, rest)| rest.trim_start_matches([':', ' ']))
}

/// The names of languages in the languages of interfaces, folded, behind the tag of each.
const LANGUAGES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "english",
            "anglais",
            "englisch",
            "engels",
            "ingles",
            "inglese",
            "英文",
            "英语",
            "英語",
            "английскии",
            "английский",
            "angielski",
            "engelska",
            "engelsk",
        ],
    ),
    (
        "fr",
        &[
            "french",
            "francais",
            "franzosisch",
            "frans",
            "frances",
            "francese",
            "法文",
            "法语",
            "フランス語",
            "французский",
            "французскии",
        ],
    ),
    ("de", &["german", "allemand", "deutsch", "duits", "aleman", "tedesco", "德文", "德语", "ドイツ語", "немецкий", "немецкии"]),
    ("es", &["spanish", "espagnol", "spanisch", "spaans", "espanol", "spagnolo", "西班牙文", "西班牙语"]),
    ("it", &["italian", "italien", "italienisch", "italiaans", "italiano", "意大利文"]),
    ("nl", &["dutch", "neerlandais", "niederlandisch", "nederlands", "holandes", "olandese"]),
    ("pt", &["portuguese", "portugais", "portugiesisch", "portugees", "portugues", "portoghese"]),
    ("da", &["danish", "danois", "danisch", "deens", "dansk"]),
    ("sv", &["swedish", "suedois", "schwedisch", "zweeds", "svenska"]),
    ("no", &["norwegian", "norvegien", "norwegisch", "noors", "norsk"]),
    ("pl", &["polish", "polonais", "polnisch", "pools", "polski"]),
    ("ru", &["russian", "russe", "russisch", "русский", "русскии", "俄文"]),
    (
        "zh",
        &[
            "chinese",
            "chinois",
            "chinesisch",
            "chinees",
            "中文",
            "简体中文",
            "繁體中文",
            "繁体中文",
            "chinese - simplified",
            "chinese - traditional",
            "cinese",
            "chino",
        ],
    ),
    ("ja", &["japanese", "japonais", "japanisch", "japans", "日文", "日本語"]),
    ("ar", &["arabic", "arabe", "arabisch"]),
];

/// The tag of a language that a database names in the language of its interface: `French`, `Français`, `Französisch`.
pub(crate) fn language(name: &str) -> Option<String> {
    let folded = fold(name.split([';', ',']).next().unwrap_or(name).trim());
    LANGUAGES.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(tag, _)| (*tag).to_owned())
}

/// Whether a line is the length of a text: `412 words`, `1.295 Wörter`, `3 字`.
pub(crate) fn is_length(line: &str) -> bool {
    const UNITS: &[&str] = &[
        "words",
        "word",
        "mots",
        "mot",
        "worter",
        "wort",
        "woorden",
        "palabras",
        "palabra",
        "parole",
        "parola",
        "palavras",
        "ord",
        "slow",
        "słow",
        "słowa",
        "字",
        "语",
        "語",
        "文字",
        "ワード",
        "単語",
        "слов",
        "слова",
        "слово",
        "sana",
        "sanaa",
        "kelime",
    ];
    let line = line.trim();
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '\u{a0}' | '\u{202f}'));
    digits.len() < line.len() && line.starts_with(|c: char| c.is_ascii_digit()) && UNITS.contains(&fold(digits).as_str())
}

#[cfg(test)]
mod tests {
    use super::{SourceRecord, is_length, language};

    #[test]
    fn names_are_kept_and_addresses_are_set_aside() {
        let mut record = SourceRecord::default();
        record.sign("By Ann Poe; ann@post.example");
        assert_eq!(record.declared.author.as_deref(), Some("Ann Poe"));
        let draft = record.finish();
        assert_eq!(draft.lines.text, "By Ann Poe; ann@post.example");
        assert!(draft.curated);
    }

    #[test]
    fn lengths_and_languages_are_known_in_several_interfaces() {
        assert!(["412 words", "1 295 mots", "1.295 Wörter", "3 字", "12 woorden"].iter().all(|line| is_length(line)));
        assert!(!["412", "words", "12 mots croisés", "a 12 words"].iter().any(|line| is_length(line)));
        assert_eq!(language("Französisch").as_deref(), Some("fr"));
        assert_eq!(language("ENGLISH; ENGLISHS").as_deref(), Some("en"));
        assert_eq!(language("1"), None);
    }
}
