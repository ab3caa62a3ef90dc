//! Europresse and Eureka.cc saved as text: what a browser copies of an export, or a program made of it.
//!
//! A document is its outlet, the line of section, day and page, its headline, its author and its text; then come its notice of rights, who saved it
//! when, and its identifier, in whatever order. What follows these and has a day near its head is the next document.

use crate::ingest::draft::{Around, Break, Declared, Draft, Lines};
use crate::ingest::formats::databases::europresse::{header, is_number, outlet, sign};
use crate::ingest::formats::databases::record::tidied;
use crate::ingest::formats::date;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::rules::byline::is_name;
use crate::model::article::BlockKind;

/// Lines of a head: the outlet, its edition, the line with the day.
const HEAD: usize = 4;

/// Why a text is such an export.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    // Told at once where no identifier can be.
    let may_be = memchr::memmem::find(sample.text.as_bytes(), "\u{b7}".as_bytes()).is_some();
    let is_export = || {
        let lines = || sample.text.lines().map(str::trim);
        let is_dated = |line: &str| date::first(line).is_some();
        !sample.is_markup()
            && lines().any(|line| identifier(line).is_some())
            && lines().any(|line| is_notice(line) && identifier(line).is_none())
            && lines().filter(|line| !line.is_empty()).take(HEAD).skip(1).any(is_dated)
    };
    (may_be && is_export()).then_some("identifiers of Europresse documents stand below notices of rights")
}

/// Reads such an export.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    for lines in documents(text.text) {
        let bytes = lines.join("\n");
        out.next(draft(&lines), bytes.as_bytes());
    }
}

/// `news·20210304·GV·001`: what kind of document, its day, its outlet and its number; also behind a label.
fn identifier(line: &str) -> Option<&str> {
    let value = is_number(line).unwrap_or(line);
    let parts: Vec<&str> = value.split('\u{b7}').collect();
    let [kind, day, paper, number] = parts[..] else { return None };
    let is_kind = !kind.is_empty() && kind.len() <= 12 && kind.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_day = day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit());
    let is_code = |code: &str| {
        !code.is_empty() && code.len() <= 40 && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    (is_kind && is_day && is_code(paper) && is_code(number)).then_some(value)
}

/// Whether a line is printed below a document: a notice of rights, a certificate, an identifier.
fn is_notice(line: &str) -> bool {
    const NOTICES: [&str; 5] = [
        "Certificat émis le",
        "Ce certificat est émis",
        "Certificate issued on",
        "This certificate is issued",
        "Le présent document est protégé",
    ];
    let rights = line.starts_with(['©', 'ⓒ']) || line.starts_with("Copyright");
    rights && line.chars().any(|c| c.is_ascii_digit())
        || NOTICES.iter().any(|notice| line.starts_with(notice))
        || identifier(line).is_some()
}

/// The lines of each document.
fn documents(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut documents: Vec<Vec<&str>> = vec![Vec::new()];
    let mut has_ended = false;
    for (at, line) in lines.iter().enumerate() {
        let near = lines.get(at + 1..).unwrap_or_default().iter().take(HEAD - 1);
        let opens = || !is_notice(line) && near.take_while(|line| !is_notice(line)).any(|line| date::first(line).is_some());
        if has_ended && opens() {
            documents.push(Vec::new());
            has_ended = false;
        }
        has_ended |= is_notice(line);
        if let Some(document) = documents.last_mut() {
            document.push(line);
        }
    }
    documents.retain(|lines| !lines.is_empty());
    documents
}

fn draft(lines: &[&str]) -> Draft {
    let mut declared = Declared::default();
    let end = lines.iter().position(|line| is_notice(line)).unwrap_or(lines.len());
    let (shown, notices) = lines.split_at_checked(end).unwrap_or((lines, &[]));
    declared.docid = notices.iter().find_map(|line| identifier(line)).map(ToOwned::to_owned);
    declared.outlet = shown.first().map(|name| outlet(name));
    let dated = shown.iter().take(HEAD).position(|line| date::first(line).is_some()).unwrap_or(0);
    let mut furniture: Vec<&str> = shown.get(1..dated).unwrap_or_default().to_vec();
    header(shown.get(dated).copied().unwrap_or_default(), &mut declared);
    declared.date = declared.date.or_else(|| declared.docid.as_deref().and_then(date::in_identifier));
    let mut rest = shown.get(dated + 1..).unwrap_or_default();
    let mut text = Lines::default();
    if let Some((title, behind)) = rest.split_first() {
        declared.title = Some(tidied(title));
        text.push(&tidied(title), Break::Gap, Some(BlockKind::Heading));
        rest = behind;
    }
    if let Some((name, behind)) = rest.split_first().filter(|(name, behind)| !behind.is_empty() && is_name(name)) {
        sign(&mut declared, name);
        if declared.author.as_deref() != Some(name) {
            furniture.push(name);
        }
        rest = behind;
    }
    text.extend(&plain::lines(&rest.join("\n\n")), None);
    for line in furniture.iter().chain(notices) {
        text.push(&tidied(line), Break::Gap, Some(BlockKind::Furniture));
    }
    Draft { declared, lines: text, curated: true, around: Around::Notices }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const EXPORT: &str = "L'Étoile de Brume, no. 77\nVille, mardi 9 janvier 2007 - 18:05 UTC 295 mots, p. 7\n\nLa halle rouvre\n\nAna Lorme\n\n\
        La halle de Brume a rouvert mardi.\n\nLe 12 mars 2006, elle avait fermé.\n\n© 2007 L'Étoile. Tous droits réservés. Le présent document est \
        protégé par les lois\nsur le droit d'auteur.\nCertificat émis le 7 janvier 2021 à UNIV à des fins de visualisation personnelle.\n\
        news·20070109·EB·1\n\nLa Vigie (site web)\nmercredi 10 janvier 2007\n\nUne brève\n\nIl pleut sur le port.\n\nnews·20070110·LV·2x\n\
        © 2007 La Vigie. Tous droits réservés.\n";

    #[test]
    fn an_export_that_was_saved_as_text_gives_each_article_with_its_fields() {
        let reading = read_text("a.txt", EXPORT);
        assert_eq!(reading.taken.map(|taken| taken.format), Some("Europresse text"));
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("La halle rouvre", "2007-01-09"));
        let imprint = &first.imprint;
        assert_eq!((imprint.section.as_deref(), imprint.page.as_deref()), (Some("Ville"), Some("7")));
        assert_eq!(imprint.docid.as_deref(), Some("news·20070109·EB·1"));
        assert_eq!(first.author.as_ref().map(|author| &*author.text), Some("Ana Lorme"));
        let text: Vec<&str> = first.text_blocks().map(|block| block.span.of(&first.body)).collect();
        assert!(!text.iter().any(|text| text.contains("Certificat") || text.contains("droit d'auteur")), "{text:?}");
        assert_eq!(second.source.as_ref().map(|source| &*source.text), Some("La Vigie"));
        assert_eq!((&*second.title, second.published.date.to_string().as_str()), ("Une brève", "2007-01-10"));
        assert_no_word_lost("a.txt", EXPORT);
    }

    #[test]
    fn other_texts_with_notices_of_rights_are_none() {
        for text in
            ["La Vigie\n10 janvier 2007\nIl pleut.\n© 2007 La Vigie. Tous droits réservés.\n", "news·20070110·LV·2\nIl pleut.\n"]
        {
            assert_eq!(read_text("a.txt", text).taken.map(|taken| taken.format), Some("plain text"), "{text}");
        }
    }
}
