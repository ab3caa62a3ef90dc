//! `LexisNexis` and Nexis Uni: exports of the press database as text, as HTML, and as what documents of word processors hold.
//!
//! Two layouts: the classic one, a document behind each `1 of 10 DOCUMENTS`, outlet and date above the headline; and that of Nexis
//! Uni, each document closed by `End of Document`, the headline above outlet and date. Fields carry labels, in the language of the
//! interface; `labels` knows them.

mod labels;

use crate::ingest::draft::{Break, Declared, Draft};
use crate::ingest::formats::date;
use crate::ingest::formats::html_text;
use crate::ingest::formats::lexisnexis::labels::{Label, label, section};
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::record::{SourceRecord, language};
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::model::article::BlockKind;

/// How many blocks of a classic document may stand above its date.
const ABOVE_DATE: usize = 14;
/// Header lines are at most this long, in bytes.
const HEADER: usize = 160;
/// What opens the identifier of a document of Nexis Uni, in the address of its headline.
pub(crate) const ITEM: &str = "urn:contentItem:";
/// What opens each document in the HTML of the database, in a comment.
const MARK: &str = "<DOC NUMBER=";

/// Why an HTML text is such an export.
pub(crate) fn recognize_html(sample: &Sample<'_>) -> Option<&'static str> {
    let marked = |word: &str| memchr::memmem::find(sample.text.as_bytes(), word.as_bytes()).is_some();
    (sample.is_markup() && marked(MARK) && marked("<DOCFULL>")).then_some("comments number its documents as LexisNexis does")
}

/// Why a plain text is such an export.
pub(crate) fn recognize_text(sample: &Sample<'_>) -> Option<&'static str> {
    if sample.is_markup() {
        return None;
    }
    let labelled = || sample.text.lines().any(|line| matches!(label(line), Some((Label::Length | Label::Load, _))));
    let held =
        |words: [&str; 2]| words.iter().any(|word| memchr::memmem::find(sample.text.as_bytes(), word.as_bytes()).is_some());
    let numbered = || sample.text.lines().any(is_separator);
    // A line in small letters may stand in any text: there, the fields tell.
    if held(["OCUMENT", "OKUMENT"]) && numbered() || held(["Document ", "Dokument "]) && numbered() && labelled() {
        return Some("its documents are numbered as in `1 of 10 DOCUMENTS`");
    }
    let ended = sample.text.lines().any(is_end);
    (ended && labelled()).then_some("its documents end with `End of Document`")
}

/// Reads an export in HTML.
pub(crate) fn read_html(text: &Text<'_>, out: &mut Output<'_>) {
    let starts: Vec<usize> = text.text.match_indices(MARK).map(|(at, _)| at).collect();
    out.left_out("cover page", &cover_words(text.text.get(..starts.first().copied().unwrap_or(0)).unwrap_or_default()));
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        let inner = part.split_once("-->").map_or(part, |(_, inner)| inner);
        let lines = html_text::lines(inner);
        let mut blocks: Vec<String> = Vec::new();
        for line in &lines.places {
            match blocks.last_mut().filter(|_| line.set_off == Break::Line) {
                Some(last) => {
                    last.push('\n');
                    last.push_str(lines.words(line));
                }
                None => blocks.push(lines.words(line).to_owned()),
            }
        }
        hand_over(&blocks, part, out);
    }
}

/// The words above the first document, the comment that is open there left out.
fn cover_words(html: &str) -> String {
    let html = html.rsplit_once("<!--").filter(|(_, rest)| !rest.contains("-->")).map_or(html, |(head, _)| head);
    html_text::words(html)
}

/// Reads an export as text.
pub(crate) fn read_text(text: &Text<'_>, out: &mut Output<'_>) {
    if !text.text.lines().any(is_separator) {
        return read_uni(text, out);
    }
    let (mut at, mut starts) = (0, Vec::new());
    for line in text.text.split_inclusive('\n') {
        if is_separator(line) {
            starts.push(at);
        }
        at += line.len();
    }
    out.left_out("cover page", text.text.get(..starts.first().copied().unwrap_or(0)).unwrap_or_default());
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        hand_over(&blocks(part), part, out);
    }
}

/// Hands over a classic document, whose bytes are `part`.
fn hand_over(blocks: &[String], part: &str, out: &mut Output<'_>) {
    if let Some(block) = blocks.iter().find(|block| block.contains("We are sorry but there is an error in this document")) {
        return out.lost(&format!("is not in the file; the database says: {}", block.replace('\n', " ")));
    }
    out.next(classic(blocks), part.as_bytes());
}

/// The blocks of a text: lines that no blank one parts, wrapped paragraphs put back on one line.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut open = false;
    for row in plain::rows(text) {
        let words = row.trim();
        match blocks.last_mut().filter(|_| open) {
            _ if words.is_empty() => open = false,
            Some(last) => {
                last.push('\n');
                last.push_str(words);
            }
            None => {
                blocks.push(words.to_owned());
                open = true;
            }
        }
    }
    blocks
}

/// `1 of 161 DOCUMENTS`, `Dokument 3 von 12`.
fn is_separator(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let of = |word: &str| matches!(word, "of" | "sur" | "von" | "van" | "de" | "di" | "af" | "av");
    let document = |word: &str| word.to_uppercase().starts_with("DOCUMENT") || word.to_uppercase().starts_with("DOKUMENT");
    match words[..] {
        [one, mid, all, what] => {
            number(one) && of(mid) && number(all) && document(what) && !what.ends_with(['.', ','])
                || document(one) && number(mid) && of(all) && number(what)
        }
        _ => false,
    }
}

/// `End of Document`, in the languages of the interface.
fn is_end(line: &str) -> bool {
    const ENDS: [&str; 8] = [
        "fim do documento",
        "end of document",
        "fin du document",
        "ende des dokuments",
        "einde van document",
        "einde van het document",
        "fin del documento",
        "fine del documento",
    ];
    ENDS.contains(&line.trim().to_lowercase().as_str())
}

/// Whether a line ends with the words that reserve all rights.
fn is_rights(line: &str) -> bool {
    const RIGHTS: [&str; 8] = [
        "todos os direitos reservados",
        "all rights reserved",
        "tous droits réservés",
        "tous droits reserves",
        "alle rechte vorbehalten",
        "alle rechten voorbehouden",
        "todos los derechos reservados",
        "tutti i diritti riservati",
    ];
    let lower = line.trim_end_matches(['.', ' ', '\u{a0}']).to_lowercase();
    lower.len() <= 200 && RIGHTS.iter().any(|rights| lower.ends_with(rights))
}

fn is_copyright(block: &str) -> bool {
    let lower = block.to_lowercase();
    lower.starts_with("copyright") || lower.starts_with('©') || is_rights(block)
}

/// A classic document.
fn classic(blocks: &[String]) -> Draft {
    let mut record = SourceRecord::default();
    let blocks = blocks
        .strip_prefix(blocks.first().filter(|block| is_separator(block)).map(std::slice::from_ref).unwrap_or_default())
        .unwrap_or(blocks);
    let dated =
        |block: &String| block.len() <= HEADER && label(block).is_none() && !is_copyright(block) && date::first(block).is_some();
    let date_at = blocks.iter().take(ABOVE_DATE).position(dated);
    let (above, below) = blocks.split_at(date_at.unwrap_or(0));
    outlet(above, &mut record);
    let below = match (date_at, below) {
        (Some(_), [date, rest @ ..]) => {
            dateline(date, &mut record);
            rest
        }
        _ => below,
    };
    let labelled = below.iter().position(|block| label(block).is_some_and(|(label, _)| label.is_head())).unwrap_or(0);
    let (titles, rest) = below.split_at(labelled);
    let named = rest.iter().any(|block| matches!(label(block), Some((Label::Headline, _))));
    let (title, more) = match titles {
        [title, more @ ..] if !named => (Some(title.replace('\n', " ")), more),
        all => (None, all),
    };
    record.declared.title = title;
    for block in more {
        if named { record.aside(block) } else { record.paragraph(block) }
    }
    body(rest, &mut record);
    record.finish()
}

/// The blocks above the date: the outlet stands last, below the owner of the rights and whoever provided the text, at times in
/// one block with them.
fn outlet(blocks: &[String], record: &mut SourceRecord) {
    let mut name: Option<String> = None;
    for block in blocks {
        let lines: Vec<&str> = block.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let owned = if is_copyright(block) {
            lines.iter().rposition(|line| is_rights(line) || is_copyright(line)).map_or(lines.len(), |at| at + 1)
        } else {
            0
        };
        let (rights, rest) = lines.split_at(owned.min(lines.len()));
        for line in rights {
            record.aside(line);
        }
        if !rest.is_empty()
            && let Some(before) = name.replace(rest.join(" "))
        {
            record.aside(&before);
        }
    }
    record.declared.outlet = name;
}

/// The line of the date: what stands beside the day and its weekday is the time or the edition.
fn dateline(block: &str, record: &mut SourceRecord) {
    let Some(found) = date::first(block) else { return };
    record.declared.date = Some(found.day.to_string());
    let rest = format!("{} {}", block.get(..found.start).unwrap_or_default(), block.get(found.end..).unwrap_or_default());
    if rest.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() > 1 {
        record.aside(block);
    }
}

/// The labelled blocks and the text between them.
fn body(blocks: &[String], record: &mut SourceRecord) {
    let labels: Vec<Option<(Label, &str)>> = blocks.iter().map(|block| label(block)).collect();
    let prose = prose_behind(blocks, &labels);
    let (mut at, mut begun) = (Label::Other, false);
    for ((block, found), prose) in blocks.iter().zip(labels).zip(prose) {
        if is_copyright(block) {
            record.aside(block);
            continue;
        }
        let Some((label, rest)) = found else {
            match at {
                Label::Graphic => record.push(block, Some(BlockKind::Caption)),
                at if at.is_tail() => record.aside(block),
                _ => {
                    record.paragraph(block);
                    begun = true;
                }
            }
            continue;
        };
        // Words of a text that look like a label: `Name: …`, `Land: …`.
        if begun && (label == Label::Other || label == Label::Tail && !at.is_tail() && prose) {
            record.paragraph(block);
            continue;
        }
        at = label;
        begun |= label == Label::Body;
        labelled(label, rest, block, record);
    }
}

/// For each block whether more of the text than of labelled lines stands behind it.
fn prose_behind(blocks: &[String], labels: &[Option<(Label, &str)>]) -> Vec<bool> {
    let (mut words, mut fields) = (0, 0);
    let behind = blocks.iter().zip(labels).rev().map(|(block, label)| {
        let prose = words > fields;
        match label {
            Some((Label::Tail | Label::Load | Label::Number | Label::Language, _)) => fields += 1,
            None if !is_copyright(block) && !is_end(block) => words += 1,
            _ => {}
        }
        prose
    });
    let mut behind: Vec<bool> = behind.collect();
    behind.reverse();
    behind
}

fn labelled(label: Label, rest: &str, block: &str, record: &mut SourceRecord) {
    let declared = &mut record.declared;
    match label {
        Label::Headline => declared.title = Some(rest.replace('\n', " ")).filter(|title| !title.is_empty()),
        Label::Author => record.sign(&rest.replace('\n', " ")),
        Label::Section => (declared.section, declared.page) = section(rest),
        Label::Language => {
            declared.lang = language(rest);
            record.aside(block);
        }
        Label::Body | Label::Highlight => record.paragraph(rest),
        Label::Graphic => record.push(rest, Some(BlockKind::Caption)),
        Label::Length => {}
        Label::Number => {
            // The identifier of the database itself, where it stands, goes before that of a paper.
            declared.docid.get_or_insert_with(|| rest.replace('\n', " "));
            record.aside(block);
        }
        Label::Load | Label::Tail | Label::Other => record.aside(block),
    }
}

/// Reads an export of Nexis Uni.
fn read_uni(text: &Text<'_>, out: &mut Output<'_>) {
    let (mut start, mut at) = (0, 0);
    for line in text.text.split_inclusive('\n') {
        at += line.len();
        if is_end(line)
            && let Some(part) = text.text.get(start..at)
        {
            uni(part, out);
            start = at;
        }
    }
    out.left_out("what stands behind the last document", text.text.get(start..).unwrap_or_default());
}

/// A document of Nexis Uni: headline, outlet, date, labelled lines, `Body`, the text. What stands above the headline of the first
/// is the cover.
fn uni(part: &str, out: &mut Output<'_>) {
    let (rows, items): (Vec<&str>, Vec<&str>) =
        part.lines().map(str::trim).filter(|row| !row.is_empty()).partition(|row| !row.starts_with(ITEM));
    let item = items.last().map(|item| (*item).to_owned());
    let dated = |at: usize| {
        let row = rows.get(at).copied().unwrap_or_default();
        let labelled = rows.iter().skip(at + 1).take(4).any(|row| label(row).is_some_and(|(label, _)| label.is_head()));
        row.len() <= HEADER && label(row).is_none() && date::first(row).is_some() && labelled
    };
    let Some(date_at) = (2..rows.len()).find(|at| dated(*at)) else { return undated(part, &rows, item, out) };
    let (above, below) = rows.split_at(date_at);
    let mut record = identified(item);
    if let [cover @ .., title, outlet] = above {
        out.left_out("cover page", &cover.join(" "));
        record.declared.title = Some((*title).to_owned());
        record.declared.outlet = Some((*outlet).to_owned());
    }
    let [date, rest @ ..] = below else { return };
    dateline(date, &mut record);
    told(rest, &mut record);
    out.next(record.finish(), part.as_bytes());
}

/// A record whose document goes by the identifier `docid`.
fn identified(docid: Option<String>) -> SourceRecord {
    SourceRecord::of(Declared { docid, ..Declared::default() })
}

/// The labelled lines and the text of a document of Nexis Uni.
fn told(rows: &[&str], record: &mut SourceRecord) {
    let rows: Vec<String> = rows.iter().filter(|row| !is_end(row)).map(|row| (*row).to_owned()).collect();
    body(&rows, record);
}

/// A document of Nexis Uni without a day: what stands above the owner of the rights, or above the first label, is the headline, the outlet
/// and a word about the document (`Correction Appended`), at times only the first of them. Nothing of it is lost.
fn undated(part: &str, rows: &[&str], item: Option<String>, out: &mut Output<'_>) {
    let starts = |row: &&str| is_copyright(row) || label(row).is_some_and(|(label, _)| label.is_head() && label != Label::Other);
    let Some(at) = rows.iter().position(starts).filter(|at| *at > 0) else {
        return out.left_out("a part without a headline, an outlet and a date", part);
    };
    let (above, below) = rows.split_at(at);
    let mut record = identified(item);
    // Three lines at most: what stands above them is the cover.
    let (cover, own) = above.split_at(above.len().saturating_sub(3));
    let (cover, own) = match own {
        [title, _, note] if title.contains(*note) || cover.is_empty() => (cover.join(" "), own),
        [more, own @ ..] if own.len() == 2 => (format!("{} {more}", cover.join(" ")), own),
        own => (cover.join(" "), own),
    };
    out.left_out("cover page", &cover);
    record.declared.title = own.first().map(|title| (*title).to_owned());
    record.declared.outlet = own.get(1).map(|outlet| (*outlet).to_owned());
    for note in own.iter().skip(2) {
        record.aside(note);
    }
    told(below, &mut record);
    out.next(record.finish(), part.as_bytes());
}

#[cfg(test)]
mod tests;
