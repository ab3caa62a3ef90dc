//! Pages of scanned newspapers as programs that recognise text write them: ALTO (Library of Congress) and PAGE (`PRImA`), a page an article.
//!
//! A block of text is a paragraph, its lines are put together. Words that a line breaks are closed up, by the whole word where ALTO has it.

use crate::ingest::draft::{Break, Declared, Draft, Lines};
use crate::ingest::formats::databases::record::{tidied, tidy};
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::xml::{Element, parse};
use crate::model::article::BlockKind;

/// Why a text is such a page.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    match sample.root()? {
        "alto" => Some("its outermost element is ALTO's"),
        "PcGts" => Some("its outermost element is that of PAGE"),
        _ => None,
    }
}

/// Reads such a page.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    let blocks = if root.is("alto") { alto(&root) } else { page(&root) };
    let mut lines = Lines::default();
    for Block { kind, rows } in blocks {
        let mut set_off = Break::Gap;
        for row in rows.iter().map(|row| tidied(row)).filter(|row| !row.is_empty()) {
            lines.push(&row, std::mem::replace(&mut set_off, Break::Line), kind);
        }
    }
    if lines.places.is_empty() {
        return out.fail("is a scanned page without text");
    }
    let lines = plain::joined(&lines, |at| lines.places.get(at + 1).is_some_and(|next| next.set_off == Break::Line));
    out.whole(Draft { declared: declared(&root), lines, ..Draft::default() }, text.bytes);
}

/// A block of a page, line by line.
struct Block {
    kind: Option<BlockKind>,
    rows: Vec<String>,
}

/// The number that is printed on the page, where it is told, and its language.
fn declared(root: &Element) -> Declared {
    let page = root.first("Page");
    let said = |name: &str| page?.attribute(name).map(ToOwned::to_owned);
    let lang = said("LANG").or_else(|| root.first("TextBlock")?.attribute("LANG").map(ToOwned::to_owned));
    tidy(Declared { page: said("PRINTED_IMG_NR"), lang, ..Declared::default() })
}

/// The blocks of a page in ALTO, those in its margins as what runs over the pages.
fn alto(root: &Element) -> Vec<Block> {
    let margins = ["TopMargin", "BottomMargin", "LeftMargin", "RightMargin"];
    let (mut blocks, mut open) = (Vec::new(), vec![(root, None)]);
    while let Some((element, kind)) = open.pop() {
        if element.is("TextBlock") {
            blocks.push(Block { kind, rows: element.all("TextLine").into_iter().map(alto_line).collect() });
            continue;
        }
        let kind = if margins.iter().any(|name| element.is(name)) { Some(BlockKind::Furniture) } else { kind };
        open.extend(element.children().rev().map(|child| (child, kind)));
    }
    blocks
}

/// A line in ALTO. The first part of a word that goes on below stands for the whole word; where that is not told, the word is marked as broken.
fn alto_line(line: &Element) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut is_whole = false;
    for part in line.children() {
        let content = part.attribute("CONTENT").unwrap_or_default();
        if part.is("String") {
            let whole = part.attribute("SUBS_CONTENT");
            match part.attribute("SUBS_TYPE") {
                Some("HypPart2") if whole.is_some() => {}
                Some("HypPart1") => words.push(whole.unwrap_or(content).to_owned()),
                _ => words.push(content.to_owned()),
            }
            is_whole = whole.is_some();
        } else if part.is("HYP")
            && !is_whole
            && let Some(last) = words.last_mut()
        {
            // The sign of a word that is broken, and never one of its own.
            let kept = last.trim_end_matches(['-', '\u{ac}', '\u{ad}']).len();
            last.truncate(kept);
            last.push('\u{ac}');
        }
    }
    words.join(" ")
}

/// The blocks of a page in PAGE, in the order of reading where it is told.
fn page(root: &Element) -> Vec<Block> {
    let mut regions = root.all("TextRegion");
    let order: Vec<&str> = match root.first("ReadingOrder") {
        Some(order) => {
            let references = order.all("RegionRefIndexed").into_iter().chain(order.all("RegionRef"));
            references.filter_map(|reference| reference.attribute("regionRef")).collect()
        }
        None => Vec::new(),
    };
    let place = |region: &Element| order.iter().position(|id| region.attribute("id") == Some(*id)).unwrap_or(order.len());
    regions.sort_by_key(|region| place(region));
    let block = |region: &Element| Block { kind: region.attribute("type").and_then(region_kind), rows: region_rows(region) };
    regions.into_iter().map(block).collect()
}

fn region_kind(kind: &str) -> Option<BlockKind> {
    match kind {
        "heading" => Some(BlockKind::Heading),
        "caption" => Some(BlockKind::Caption),
        "header" | "footer" | "page-number" | "signature-mark" | "catch-word" => Some(BlockKind::Furniture),
        _ => None,
    }
}

/// The lines of a region; the text of the region where it has none.
fn region_rows(region: &Element) -> Vec<String> {
    let said = |element: &Element| element.child("TextEquiv")?.child("Unicode").map(Element::text);
    let line = |line: &Element| {
        let by_word = || line.all("Word").into_iter().filter_map(said).collect::<Vec<_>>().join(" ");
        said(line).unwrap_or_else(by_word)
    };
    let rows: Vec<String> = region.all("TextLine").into_iter().map(line).collect();
    let whole = || said(region).unwrap_or_default().lines().map(ToOwned::to_owned).collect();
    if rows.iter().all(|row| row.trim().is_empty()) { whole() } else { rows }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn blocks_of_a_scanned_page_are_paragraphs() {
        let line = |words: &str| {
            let strings: Vec<String> = words.split(' ').map(|word| format!("<String CONTENT=\"{word}\"/>")).collect();
            strings.join("<SP/>")
        };
        let alto = format!(
            "<?xml version=\"1.0\"?><alto xmlns=\"a\"><Layout><Page PRINTED_IMG_NR=\"3\"><PrintSpace><TextBlock><TextLine>{}<String CONTENT=\"mar\" \
             SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"marchande\"/><HYP CONTENT=\"-\"/></TextLine><TextLine><String CONTENT=\"chande\" SUBS_TYPE=\"HypPart2\" \
             SUBS_CONTENT=\"marchande\"/>{}<HYP CONTENT=\"\u{ad}\"/></TextLine><TextLine>{}</TextLine></TextBlock><TextBlock><TextLine>{}</TextLine></TextBlock>\
             </PrintSpace></Page></Layout></alto>",
            line("La halle"),
            line("a rou"),
            line("vert mardi."),
            line("Il pleuvait sur le port.")
        );
        let reading = read_text("p.xml", &alto);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(&*article.body, "La halle marchande a rouvert mardi.\n\nIl pleuvait sur le port.");
        assert_eq!(article.imprint.page.as_deref(), Some("3"));
    }

    #[test]
    fn regions_are_read_in_the_order_that_is_told() {
        let region = |id: &str, words: &str| {
            format!("<TextRegion id=\"{id}\"><TextLine><TextEquiv><Unicode>{words}</Unicode></TextEquiv></TextLine></TextRegion>")
        };
        let page = format!(
            "<PcGts xmlns=\"p\"><Page><ReadingOrder><OrderedGroup><RegionRefIndexed index=\"0\" regionRef=\"b\"/><RegionRefIndexed index=\"1\" \
             regionRef=\"a\"/></OrderedGroup></ReadingOrder>{}{}</Page></PcGts>",
            region("a", "Il pleuvait sur le port."),
            region("b", "La halle a rouvert mardi.")
        );
        assert_eq!(&*read_text("p.xml", &page).articles[0].body, "La halle a rouvert mardi.\n\nIl pleuvait sur le port.");
        assert!(read_text("p.xml", "<alto><Layout/></alto>").problems[0].reason.contains("without text"));
    }
}
