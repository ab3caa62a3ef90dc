//! Lexico and Le Trameur: texts behind keys in angle brackets (`<journal=La_Gazette> <date=20210301>`); Hyperbase: texts behind a line of names
//! (`&&& La Gazette, Gazette, Gaz1 &&&`).
//!
//! The keys that name a field of an article become it, as those of Alceste do; the sign of a paragraph (`§`) is none of the text.

use crate::ingest::formats::alceste::field;
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::text::fold::fold;

/// Why a text is a corpus of Lexico.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let first = sample.text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty())?;
    let (keys, _) = keys(first);
    (!keys.is_empty()).then_some("texts stand behind the keys of Lexico")
}

/// Why a text is a corpus of Hyperbase.
pub(crate) fn recognize_hyperbase(sample: &Sample<'_>) -> Option<&'static str> {
    let first = sample.text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty())?;
    named(first).map(|_| "texts stand behind the names of Hyperbase")
}

/// The keys at the head of a line, and what stands behind them: `<date=20210301>`.
fn keys(line: &str) -> (Vec<(&str, &str)>, &str) {
    let (mut keys, mut rest) = (Vec::new(), line.trim());
    while let Some((inner, behind)) = rest.strip_prefix('<').and_then(|inner| inner.split_once('>')) {
        let Some((key, value)) = inner.split_once('=') else { break };
        let is_plain = |word: &str| !word.is_empty() && !word.contains([' ', '"', '\'']);
        if !is_plain(key) || !is_plain(value) {
            break;
        }
        keys.push((key, value));
        rest = behind.trim_start();
    }
    (keys, rest)
}

/// The name of the text that a line of Hyperbase opens.
fn named(line: &str) -> Option<&str> {
    let names = line.trim().strip_prefix("&&&")?.strip_suffix("&&&")?;
    Some(names.split(',').next().unwrap_or_default().trim()).filter(|name| !name.is_empty())
}

/// Reads a corpus of either.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let mut part = Part::default();
    let mut at = 0;
    for line in text.text.split_inclusive('\n') {
        let words = line.trim_start_matches('\u{feff}').trim();
        let (keys, rest) = keys(words);
        let name = named(words);
        if part.has_text && (!keys.is_empty() || name.is_some()) {
            let bytes = text.text.get(part.start..at).unwrap_or_default();
            std::mem::replace(&mut part, Part { start: at, ..Part::default() }).give(bytes, out);
        }
        for (key, value) in keys {
            part.key(key, value);
        }
        if let Some(name) = name {
            part.record.declared.outlet = Some(name.to_owned());
        }
        part.paragraph(if name.is_some() { "" } else { rest });
        at += line.len();
    }
    let bytes = text.text.get(part.start..).unwrap_or_default();
    part.give(bytes, out);
}

/// A text under construction, and where it begins.
#[derive(Default)]
struct Part {
    record: SourceRecord,
    has_text: bool,
    start: usize,
}

impl Part {
    fn key(&mut self, key: &str, value: &str) {
        match (fold(key).as_str(), value.len()) {
            ("date" | "jour", 8) if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                let (year, day) = value.split_at(4);
                let (month, day) = day.split_at(2);
                self.record.declared.date = Some(format!("{year}-{month}-{day}"));
            }
            ("annee" | "an" | "year", _) => _ = self.record.declared.date.get_or_insert_with(|| value.to_owned()),
            (key, _) => field(key, value, value, &mut self.record),
        }
    }

    fn paragraph(&mut self, words: &str) {
        let words = words.trim_end_matches('§').trim();
        if !words.is_empty() {
            self.record.paragraph(words);
            self.has_text = true;
        }
    }

    fn give(self, bytes: &str, out: &mut Output<'_>) {
        if self.has_text {
            out.next(self.record.finish(), bytes.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn keys_and_names_open_texts() {
        let lexico = "<journal=La_Vigie>\n<date=20210301>\n<titre=Le_pont_rouvre>\nLe pont a rouvert lundi. §\nIl était temps. §\n\n<journal=Le_Phare> <annee=2021>\n\
                      L'école ferme vendredi. §\n";
        let reading = read_text("a.txt", lexico);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, &*first.body), ("Le pont rouvre", "Le pont a rouvert lundi.\n\nIl était temps."));
        assert_eq!([first, second].map(|one| one.published.date.to_string()), ["2021-03-01", "2021"]);
        let hyperbase =
            "&&& La Vigie, Vigie, V1 &&&\nLe pont a rouvert lundi.\n&&& Le Phare, Phare, P1 &&&\nL'école ferme vendredi.\n";
        let reading = read_text("a.txt", hyperbase);
        let outlets: Vec<&str> =
            reading.articles.iter().filter_map(|one| one.source.as_ref()).map(|source| &*source.text).collect();
        assert_eq!(outlets, ["La Vigie", "Le Phare"]);
    }
}
