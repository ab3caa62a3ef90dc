//! PDF with a text layer: the text of its pages, in the order in which a person reads them. A page without one is told as a scan.
//!
//! The syntax is read by `hayro-syntax`, the tables of fonts by `hayro-cmap`; what a page shows where is `page`'s, what is a column, a
//! paragraph, the head of a page is `layout`'s. A document is read as an export of a press database where it holds one.

mod columns;
mod compact_font;
mod font;
mod glyph_names;
mod initials;
mod layout;
mod own_encoding;
mod page;
mod pieces;
mod printed_twice;
mod running;
mod standard_widths;
mod stream;
mod tilt;

use std::sync::Arc;

use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};

use crate::ingest::draft::{Break, Draft, Lines};
use crate::ingest::formats::databases::record::tidied;
use crate::ingest::formats::documents::Press;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::pdf::layout::{PrintedLine, Setting};
use crate::ingest::formats::pdf::page::{Fonts, PageGlyphs};
use crate::ingest::formats::plain;
use crate::model::article::BlockKind;

/// Pages beyond this are told, not read: no issue of a newspaper has as many.
const PAGES: usize = 3000;
/// Words below which a page with pictures is a scan: a stamp or a page number is no text.
const FEW: usize = 4;

/// Why bytes are a PDF document.
pub(crate) fn recognize(bytes: &[u8]) -> Option<&'static str> {
    /// Programs pass over what stands before the mark, as the standard's notes on implementations have it.
    const HEAD: usize = 1024;
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let at = memchr::memmem::find(head, b"%PDF-")?;
    // A text may speak of the mark.
    (at == 0 || bytes.contains(&0)).then_some("it begins as PDF does")
}

/// Reads a PDF document.
pub(crate) fn read(bytes: &[u8], press: Press, out: &mut Output<'_>) {
    let pdf = match Pdf::new(Arc::new(bytes.to_vec())) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => return out.fail("is a PDF document that a password protects"),
        Err(LoadPdfError::Invalid) => return out.fail("is a PDF document that cannot be read"),
    };
    if pdf.pages().len() > PAGES {
        out.warn(&format!("has {} pages, of which the first {PAGES} are read", pdf.pages().len()));
    }
    let mut pages = Pages::default();
    for (page, number) in pdf.pages().iter().zip(1..).take(PAGES) {
        pages.take(page, number, out);
    }
    for words in running::take_out(&mut pages.lines) {
        out.left_out("the head or foot of its pages", &words);
    }
    hand_over(pages.lines, bytes, press, out);
    tell(&pages.scans, "without a text layer: a scan", out);
    tell(&pages.meaningless, "whose letters the file gives no meaning", out);
}

/// The pages of a document that were gone through.
#[derive(Default)]
struct Pages {
    lines: Vec<Vec<PrintedLine>>,
    fonts: Fonts,
    /// The numbers of those without a text layer.
    scans: Vec<u32>,
    /// The numbers of those whose fonts do not tell what their codes mean.
    meaningless: Vec<u32>,
}

impl Pages {
    fn take(&mut self, page: &Page<'_>, number: u32, out: &mut Output<'_>) {
        let PageGlyphs { glyphs, height, pictures, unknown } = page::shown(page, &mut self.fonts);
        let rows = layout::rows(glyphs, height);
        let words: usize = rows.iter().map(|row| row.words.split_whitespace().count()).sum();
        let letters: usize = rows.iter().map(|row| row.words.chars().filter(|c| !c.is_whitespace()).count()).sum();
        if unknown > letters {
            self.meaningless.push(number);
            return rows.iter().for_each(|row| out.left_out("letters beside such that have no meaning", &row.words));
        }
        if words < FEW && pictures > 0 {
            self.scans.push(number);
        }
        self.lines.push(rows);
    }
}

/// Tells of pages that give no text.
fn tell(pages: &[u32], what: &str, out: &mut Output<'_>) {
    if !pages.is_empty() {
        let numbers = ranges(pages);
        out.warn(&format!("has {} {what} ({numbers})", if pages.len() == 1 { "a page" } else { "pages" }));
    }
}

/// Numbers for a person: `1, 3\u{2013}5`.
fn ranges(numbers: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match ranges.last_mut().filter(|(_, last)| last + 1 == *number) {
            Some((_, last)) => *last = *number,
            None => ranges.push((*number, *number)),
        }
    }
    let told =
        ranges.iter().map(|(first, last)| if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") });
    told.collect::<Vec<_>>().join(", ")
}

fn hand_over(pages: Vec<Vec<PrintedLine>>, bytes: &[u8], press: Press, out: &mut Output<'_>) {
    let mut rows: Vec<PrintedLine> = pages.into_iter().flatten().filter(|row| !tidied(&row.words).is_empty()).collect();
    if rows.is_empty() {
        return out.fail("is a PDF document without text");
    }
    flow(&mut rows);
    let mut lines = Lines::default();
    for row in &rows {
        let kind = match row.setting {
            Setting::Text => None,
            Setting::Large => Some(BlockKind::Heading),
            Setting::Aside => Some(BlockKind::Furniture),
        };
        lines.push(&tidied(&row.words), if row.is_near { Break::Line } else { Break::Gap }, kind);
    }
    let joined = plain::joined(&lines, |at| rows.get(at).is_some_and(|row| row.goes_on));
    // As documents of word processors are laid out: a blank line behind each paragraph.
    let text: String = joined.all_words().flat_map(|words| [words, "\n\n"]).collect();
    if !press(&text, &[], out) {
        out.whole(Draft { lines: joined, ..Draft::default() }, bytes);
    }
}

/// Lets a sentence go on that the end of a column or of a page breaks off.
fn flow(rows: &mut [PrintedLine]) {
    for at in 1..rows.len() {
        let [above, below] = rows.get_mut(at - 1..=at).unwrap_or_default() else { continue };
        let is_text = |row: &PrintedLine| row.setting == Setting::Text;
        let open = above.words.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '\u{ac}'));
        let goes_on = open && below.words.starts_with(char::is_lowercase);
        if !below.is_near && goes_on && is_text(above) && is_text(below) {
            (above.goes_on, below.is_near) = (true, true);
        }
        if is_label(&below.words) || is_counter(&below.words) || is_counter(&above.words) {
            above.goes_on = false;
        }
    }
}

/// Whether a line opens with the label of a field, as exports of databases print it: `HEADLINE: …`.
fn is_label(words: &str) -> bool {
    let label = words.split_once(':').map_or("", |(label, _)| label);
    (4..=20).contains(&label.len()) && label.chars().all(|c| c.is_ascii_uppercase() || c == '-')
}

/// Whether a line counts the documents of an export: `3 of 12 DOCUMENTS`.
fn is_counter(words: &str) -> bool {
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = words.split_whitespace();
    let [at, of, all, noun] = [(); 4].map(|()| parts.next().unwrap_or_default());
    number(at) && !number(of) && number(all) && noun.len() > 3 && noun.chars().all(char::is_uppercase) && parts.next().is_none()
}

#[cfg(test)]
pub(super) mod tests;
