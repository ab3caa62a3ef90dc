//! `ProQuest`: exports of the press database as text, documents between rules of underscores, the text behind `Full text:` and
//! the fields below it, in the language of the interface. The same in HTML, and as the database mails it, is `markup`'s.

mod labels;
pub(crate) mod markup;
pub(crate) mod records;

use crate::ingest::formats::databases::proquest::labels::{Field, labelled};
use crate::ingest::formats::databases::record::{SourceRecord, language};
use crate::ingest::formats::date;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::model::article::BlockKind;

/// Why a text is such an export.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let told = || sample.text.lines().any(|line| matches!(labelled(line), Some((Field::Text, _))));
    let id = || sample.text.lines().any(|line| matches!(labelled(line), Some((Field::Identifier, _))));
    let ruled = || sample.text.lines().any(is_rule);
    (!sample.is_markup()
        && sample.text.contains("____________")
        && sample.text.contains("roQuest")
        && ruled()
        && (told() || id()))
    .then_some("its documents stand between rules, with the fields of ProQuest below")
}

/// Reads an export.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let (mut start, mut at) = (0, 0);
    for line in text.text.split_inclusive('\n') {
        if is_rule(line) {
            part(text.text.get(start..at).unwrap_or_default(), out);
            start = at + line.len();
        }
        at += line.len();
    }
    part(text.text.get(start..).unwrap_or_default(), out);
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 20 && line.bytes().all(|byte| byte == b'_')
}

/// What stands between two rules: a document when it has fields, else the list or the notice of the database.
fn part(part: &str, out: &mut Output<'_>) {
    let lines: Vec<&str> = plain::rows(part).map(str::trim).collect();
    let Some(foot) = foot(&lines) else {
        return out.left_out("what the database prints around its documents", part);
    };
    let (upper, fields) = lines.split_at(foot);
    let mut record = SourceRecord::default();
    document(upper, fields, &mut record);
    out.next(record.finish(), part.as_bytes());
}

/// Reads what stands above the fields at the foot of a document, and those.
fn document(upper: &[&str], fields: &[&str], record: &mut SourceRecord) {
    head(upper, record);
    for line in fields {
        field(line, record);
    }
}

/// Where the fields below the text begin: at the last headline with an outlet behind it, and the fields right above that.
fn foot(lines: &[&str]) -> Option<usize> {
    let is = |line: &str, wanted: Field| labelled(line).is_some_and(|(field, _)| field == wanted);
    let titled = lines.iter().enumerate().rev().find(|(at, line)| {
        let next = lines.iter().skip(at + 1).filter(|line| !line.is_empty()).take(3);
        is(line, Field::Title) && next.into_iter().any(|line| is(line, Field::Outlet))
    });
    let known = |line: &&str| line.is_empty() || labelled(line).is_some_and(|(field, _)| field != Field::Text);
    let fields = |end: usize| {
        let above = lines.get(..end).unwrap_or_default().iter().rev().take_while(|line| known(line)).count();
        end - above
    };
    let lone = || {
        let start = fields(lines.len());
        let told = lines
            .get(start..)?
            .iter()
            .any(|line| matches!(labelled(line), Some((Field::Outlet | Field::Identifier | Field::Date, _))));
        told.then_some(start)
    };
    titled.map(|(at, _)| fields(at)).or_else(lone)
}

/// The headline, the address, the abstract, and the text behind its label.
fn head(lines: &[&str], record: &mut SourceRecord) {
    let mut text = false;
    let mut summary: Option<Vec<&str>> = None;
    let mut summed = false;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let label = labelled(line).filter(|_| !text);
        // The summary may stand below its label.
        let goes_on = summed && label.is_none() && !line.contains("://");
        summed = goes_on || matches!(label, Some((Field::Abstract, "")));
        match label {
            Some((Field::Text, rest)) => {
                text = true;
                record.paragraph(rest);
            }
            Some((Field::Abstract, rest)) => summary = Some(vec![rest]),
            Some(_) => field(line, record),
            None if goes_on => summary.get_or_insert_default().push(line),
            None if text => said(line, record),
            None if line.contains("://") => record.aside(line),
            None if record.declared.title.is_none() => record.declared.title = Some((*line).to_owned()),
            None => record.aside(line),
        }
    }
    for words in summary.unwrap_or_default() {
        // Some documents have no more text than that.
        if text { record.aside(words) } else { record.paragraph(words) }
    }
}

/// A line of the text: captions and the credit at its foot are known by their labels.
fn said(line: &str, record: &mut SourceRecord) {
    if let Some(caption) = line.strip_prefix("CAPTION:").or_else(|| line.strip_prefix("Caption:")) {
        record.push(caption, Some(BlockKind::Caption));
    } else if let Some(names) = line.strip_prefix("CREDIT:").or_else(|| line.strip_prefix("Credit:")) {
        record.aside(line);
        let names = names.trim();
        if !names.is_empty() && record.declared.author.is_none() {
            record.declared.author = Some(names.strip_prefix("By ").unwrap_or(names).to_owned());
        }
    } else {
        record.paragraph(line);
    }
}

fn field(line: &str, record: &mut SourceRecord) {
    let Some((field, words)) = labelled(line).filter(|(_, words)| !words.is_empty()) else { return record.aside(line) };
    let declared = &mut record.declared;
    match field {
        Field::Title => declared.title = Some(words.to_owned()),
        Field::Outlet => declared.outlet = Some(outlet(words)),
        Field::Date => declared.date = date::iso(words).or_else(|| Some(words.to_owned())),
        Field::Author => declared.author = Some(words.to_owned()),
        Field::Section => declared.section = Some(words.to_owned()),
        Field::Page => declared.page = Some(words.to_owned()),
        Field::Language => declared.lang = language(words),
        Field::Identifier => declared.docid = Some(words.to_owned()),
        Field::Address => declared.url = Some(address(words)),
        Field::Updated => declared.updated = Some(words.to_owned()),
        Field::Text | Field::Abstract | Field::Other => record.aside(line),
    }
    // A place behind the name, or a proxy before the address, stays to be seen.
    let kept = [&record.declared.outlet, &record.declared.url].into_iter().flatten().any(|kept| kept == words);
    if matches!(field, Field::Outlet | Field::Address) && !kept {
        record.aside(line);
    }
}

/// `The Hamilton Spectator (Online); Hamilton`: the name alone.
fn outlet(words: &str) -> String {
    let name = words.split(';').next().unwrap_or(words).trim();
    name.strip_suffix("(Online)").unwrap_or(name).trim().to_owned()
}

/// An address without the library's proxy before it.
fn address(words: &str) -> String {
    words.split_once("login?url=").map_or(words, |(_, address)| address).to_owned()
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
    use crate::model::article::BlockKind;

    const EXPORT: &str = "____________________________________________________________\n\nThe hall opens again\n\nPublication info: Mar 9, 2021.\n\n\
        https://proxy.example/login?url=https://www.proquest.com/x/1\n\nAbstract: None available.\n\nFull text: The hall opened.\n\
        The rule: traders first.\nSection: that word opens a line of the text.\nThe end.\n\nCAPTION: The hall on Monday.\nCREDIT: Tom Reed\n\n\
        Subject: Halls\n\nTitle: The hall opens again\n\nPublication title: The Brume Star (Online); Brume\n\nPublication date: Mar 9, 2021\n\n\
        Section: City\n\nFirst page: A1\n\nLanguage of publication: English\n\nProQuest document ID: 2637391967\n\n\
        Document URL: https://proxy.example/login?url=https://www.proquest.com/x/1\n\nLast updated: 2021-03-12\n\n\
        ____________________________________________________________\n\nAutre titre\n\nTexte intégral : Le texte.\n\nTitre : Autre titre\n\n\
        Titre de la publication : La Vigie\n\nDate de publication : 10 mars 2021\n\nAuteur : Lorme, Ana\n\n\
        ____________________________________________________________\n\nContact us at: http://about.proquest.com/x\n";

    #[test]
    fn documents_between_rules_are_articles() {
        let reading = read_text("a.txt", EXPORT);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("The hall opens again", "2021-03-09"));
        assert_eq!(first.source.as_ref().map(|source| &*source.text), Some("The Brume Star"));
        assert_eq!((first.imprint.updated.as_deref(), first.imprint.page.as_deref()), (Some("2021-03-12"), Some("A1")));
        assert_eq!(first.url.as_deref(), Some("https://www.proquest.com/x/1"));
        let text: Vec<&str> = first.blocks_of(BlockKind::Paragraph).map(|span| span.of(&first.body)).collect();
        assert_eq!(text[..2], ["The hall opened.", "The rule: traders first."]);
        assert!(text.contains(&"The end."));
        assert_eq!((&*second.title, second.published.date.to_string().as_str()), ("Autre titre", "2021-03-10"));
        assert_eq!(second.author.as_ref().map(|author| &*author.text), Some("Lorme, Ana"));
        assert_eq!(reading.left_out.len(), 1);
    }

    #[test]
    fn no_word_of_an_export_is_lost() {
        assert_no_word_lost("a.txt", EXPORT);
    }
}
