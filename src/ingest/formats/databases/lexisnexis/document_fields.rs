//! What the documents of both layouts have: the line of the day, labelled blocks with the text between them, and the owner of the rights.

use crate::ingest::formats::databases::lexisnexis::labels::{Label, label, section};
use crate::ingest::formats::databases::record::{SourceRecord, language};
use crate::ingest::formats::date;
use crate::model::article::BlockKind;

/// Header lines are at most this long, in bytes.
pub(super) const HEADER: usize = 160;

/// `End of Document`, in the languages of the interface.
pub(super) fn is_end(line: &str) -> bool {
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
pub(super) fn is_rights(line: &str) -> bool {
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

/// Whether a block names the owner of the rights.
pub(super) fn is_copyright(block: &str) -> bool {
    let lower = block.to_lowercase();
    lower.starts_with("copyright") || lower.starts_with('©') || is_rights(block)
}

/// The line of the date: what stands beside the day and its weekday is the time or the edition.
pub(super) fn dateline(block: &str, record: &mut SourceRecord) {
    let Some(found) = date::first(block) else { return };
    record.declared.date = Some(found.day.to_string());
    let rest = format!("{} {}", block.get(..found.start).unwrap_or_default(), block.get(found.end..).unwrap_or_default());
    if rest.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() > 1 {
        record.aside(block);
    }
}

/// The labelled blocks and the text between them.
pub(super) fn body(blocks: &[&str], record: &mut SourceRecord) {
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
fn prose_behind(blocks: &[&str], labels: &[Option<(Label, &str)>]) -> Vec<bool> {
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
