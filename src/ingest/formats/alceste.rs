//! Alceste and `IRaMuTeQ`: corpora of texts, each behind a line of stars and variables (`**** *journal_x *date_2021-03-09`).
//!
//! The variables that name a field of an article become it; the others stay beside the text.

use crate::ingest::draft::{Break, Draft};
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Why a text is such a corpus.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let lines = || sample.text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty());
    let opens = |line: &str| variables(line).is_some_and(|variables| !variables.is_empty());
    // What a corpus is may stand above its first text: then a second one has to tell it.
    let is_corpus = opens(lines().next()?) || lines().filter(|line| line.starts_with("****") && opens(line)).nth(1).is_some();
    is_corpus.then_some("texts stand behind the stars and variables of Alceste")
}

/// The variables of a line that opens a text: `**** *a_b`, or a number of four digits or more instead of the stars.
fn variables(line: &str) -> Option<&str> {
    let line = line.trim();
    let rest = line.trim_start_matches('*');
    if line.len() - rest.len() >= 4 {
        return Some(rest.trim()).filter(|rest| rest.is_empty() || rest.starts_with('*'));
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (line.len() - rest.len() >= 4).then(|| rest.trim()).filter(|rest| rest.starts_with('*'))
}

/// Reads a corpus.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let (mut starts, mut at) = (Vec::new(), 0);
    for line in text.text.split_inclusive('\n') {
        if variables(line.trim_start_matches('\u{feff}')).is_some() {
            starts.push(at);
        }
        at += line.len();
    }
    out.left_out(
        "what stands above the first text",
        starts.first().and_then(|first| text.text.get(..*first)).unwrap_or_default(),
    );
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        out.next(draft(part), part.as_bytes());
    }
}

fn draft(part: &str) -> Draft {
    let (head, body) = part.split_once('\n').unwrap_or((part, ""));
    let mut record = SourceRecord::default();
    let mut parts = DateParts::default();
    for variable in variables(head.trim_start_matches('\u{feff}')).unwrap_or_default().split_whitespace() {
        let variable = variable.trim_start_matches('*');
        let (key, value) = variable.split_once('_').unwrap_or((variable, ""));
        match fold(key).as_str() {
            _ if value.is_empty() => record.aside(variable),
            "annee" | "an" | "year" => parts.year = Some(value),
            "mois" | "month" => parts.month = Some(value),
            "jour" | "day" if is_figures(value) && value.len() <= 2 => parts.day = Some(value),
            key => field(key, value, variable, &mut record),
        }
    }
    parts.give(&mut record);
    let lines = plain::lines(body);
    for line in &lines.places {
        let words = lines.words(line);
        // A theme of the corpus, not of the article.
        match words.strip_prefix("-*") {
            Some(_) => record.push(words, Some(BlockKind::Furniture)),
            None => record.push_set_off(words, if line.set_off == Break::Gap { Break::Gap } else { Break::Line }),
        }
    }
    record.finish()
}

/// The parts of a day, each in a variable of its own.
#[derive(Default)]
struct DateParts<'a> {
    year: Option<&'a str>,
    month: Option<&'a str>,
    day: Option<&'a str>,
}

impl DateParts<'_> {
    /// Sets the date where no variable has all of it; a month that stays out of it stands beside the text.
    fn give(self, record: &mut SourceRecord) {
        let month = self.month.filter(|month| is_figures(month) && month.len() <= 2);
        let is_dated = record.declared.date.is_some();
        if let Some(year) = self.year.filter(|_| !is_dated) {
            record.declared.date = Some(match (month, self.month, self.day) {
                (Some(month), _, Some(day)) => format!("{year}-{month:0>2}-{day:0>2}"),
                (Some(month), _, None) => format!("{year}-{month:0>2}"),
                (None, Some(month), day) => [day, Some(month), Some(year)].into_iter().flatten().collect::<Vec<_>>().join(" "),
                (None, None, _) => year.to_owned(),
            });
        }
        if let Some(month) = self.month.filter(|_| record.declared.date.as_deref().is_none_or(|date| date.len() < 7)) {
            record.aside(&format!("mois {month}"));
        }
    }
}

fn is_figures(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Sets the field that `key`, folded, names to `value`, in which `_` stands for a space; a `variable` that names none stands beside the text.
pub(super) fn field(key: &str, value: &str, variable: &str, record: &mut SourceRecord) {
    let words = value.replace('_', " ");
    let declared = &mut record.declared;
    let slot = match key {
        "journal" | "source" | "media" | "presse" | "outlet" | "newspaper" | "titrepresse" | "support" => &mut declared.outlet,
        "auteur" | "author" | "journaliste" => &mut declared.author,
        "titre" | "title" => &mut declared.title,
        "rubrique" | "section" => &mut declared.section,
        "page" => &mut declared.page,
        "id" | "docid" => &mut declared.docid,
        "date" | "jour" | "publication" => {
            declared.date = Some(value.replace('_', "-"));
            return;
        }
        _ => return record.aside(variable),
    };
    *slot = Some(words);
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const CORPUS: &str = "**** *journal_la_vigie *date_20210309 *auteur_lorme *genre_breve\nLa halle a rouvert.\n\n-*theme_un\nLes marchands sont là.\n\
        **** *source_echo *annee_2021 *mois_4\nUn texte.\n00003 *date_2021_03_15\nLe dernier texte.\n";

    #[test]
    fn a_day_may_stand_in_parts_and_a_line_above_the_first_text() {
        let corpus = "Corpus de presse 2021\n**** *source_vigie *jour_01 *mois_03 *annee_2021\nLa halle a rouvert.\n\n\
                      **** *source_phare *jour_02 *mois_mars *annee_2021\nLe marché aussi.\n\n**** *source_phare *an_2021 *mois_4\nEnfin.\n";
        let reading = read_text("a.txt", corpus);
        let dates: Vec<String> = reading.articles.iter().map(|one| one.published.date.to_string()).collect();
        assert_eq!(dates, ["2021-03-01", "2021-03-02", "2021-04"]);
        assert_eq!(reading.left_out[0].words, "Corpus de presse 2021");
    }

    #[test]
    fn variables_are_fields() {
        let reading = read_text("a.txt", CORPUS);
        let [first, second, third] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(first.source.as_ref().map(|source| &*source.text), Some("la vigie"));
        let dates = [first, second, third].map(|article| article.published.date.to_string());
        assert_eq!(dates, ["2021-03-09", "2021-04", "2021-03-15"]);
        assert!(first.text_blocks().all(|block| !block.span.of(&first.body).contains(['*', '_'])), "{}", first.body);
        assert_eq!(third.place.to_string(), "a.txt#3");
    }

    #[test]
    fn no_word_of_a_corpus_is_lost() {
        assert_no_word_lost("a.txt", CORPUS);
    }

    #[test]
    fn a_line_of_stars_is_no_corpus() {
        for text in ["****\nUn titre\nUn texte.", "**** Un avis ****\nUn texte.", "Le *titre_x\nUn texte."] {
            assert_eq!(read_text("a.txt", text).taken.map(|taken| taken.format), Some("plain text"));
        }
    }
}
