//! Articles of digitised newspapers as Olive `ActivePaper` writes them (PRXML): an article a file, each word an element.
//!
//! The layout is that of the files which impresso's text preparation reads. A table of contents or the plan of a page holds no article.

use crate::ingest::draft::Declared;
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::xml::{Element, parse};
use crate::model::article::BlockKind;

/// Why a text is such an article.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    (sample.root()? == "XMD-entity").then_some("its outermost element is that of an article of Olive")
}

/// Reads such an article.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    let mut record = SourceRecord::of(declared(&root));
    let mut is_empty = true;
    for part in root.children().filter(|part| !part.is("Meta") && !part.is("Link")) {
        let kind = part.name.to_ascii_lowercase().starts_with("hedline").then_some(BlockKind::Heading);
        for words in part.all("Primitive").into_iter().flat_map(paragraphs) {
            // The headline stands in the field already.
            let is_title = kind.is_some() && record.declared.title.as_deref() == Some(words.as_str());
            if !is_title {
                record.push(&words, kind);
            }
            is_empty = false;
        }
    }
    if is_empty {
        return out.fail("is a scanned page without text");
    }
    out.whole(record.finish(), text.bytes);
}

/// What the article says of itself; the folder of its issue gives the day in an order that needs no guess.
fn declared(root: &Element) -> Declared {
    let meta = root.child("Meta");
    let said = |name: &str| meta?.attribute(name).map(str::to_owned);
    let id = || Some(format!("{} {}", root.attribute("DOC_UID")?, root.attribute("ID")?));
    Declared {
        title: said("NAME"),
        date: said("BASE_HREF").as_deref().and_then(day_of_folder).or_else(|| said("ISSUE_DATE")),
        outlet: said("PUBLICATION"),
        author: said("AUTHOR"),
        section: said("SECTION"),
        page: said("PAGE_LABEL").or_else(|| root.attribute("PAGE_NO").map(str::to_owned)),
        lang: root.attribute("LANGUAGE").map(str::to_owned),
        docid: id(),
        ..Declared::default()
    }
}

/// `GDL/1900/01/02` as `1900-01-02`.
fn day_of_folder(folder: &str) -> Option<String> {
    let parts: Vec<&str> = folder.trim_end_matches('/').rsplit('/').take(3).collect();
    let [day, month, year] = parts[..] else { return None };
    let are_figures = [day, month, year].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    (are_figures && (year.len(), month.len(), day.len()) == (4, 2, 2)).then(|| format!("{year}-{month}-{day}"))
}

/// The paragraphs of a block: a line that is marked as the start of one opens it.
fn paragraphs(block: &Element) -> Vec<String> {
    let mut all = vec![Words::default()];
    for part in block.children() {
        if part.is("L") {
            if part.attribute("P") == Some("S") {
                all.push(Words::default());
            }
        } else if let Some(words) = all.last_mut() {
            words.push(part);
        }
    }
    all.into_iter().map(Words::finish).filter(|words| !words.is_empty()).collect()
}

/// Words one behind the other.
#[derive(Default)]
struct Words {
    text: String,
    /// The parts of a word that the scan has in pieces, until the whole word stands behind them.
    pieces: String,
    /// Whether no space stands behind the last piece.
    are_pieces_glued: bool,
    /// Whether no space stands behind the last word.
    is_glued: bool,
}

impl Words {
    fn push(&mut self, part: &Element) {
        let words = part.words().unwrap_or_default();
        let is_glued = part.attribute("NS") == Some("y");
        if part.is("Q") {
            self.pieces.push_str(&words);
            self.are_pieces_glued = is_glued;
        } else if part.is("QW") {
            self.pieces.clear();
            let is_glued = is_glued || std::mem::take(&mut self.are_pieces_glued);
            self.word(&words, is_glued);
        } else {
            self.close();
            self.word(&words, is_glued);
        }
    }

    fn word(&mut self, word: &str, is_glued: bool) {
        if !self.text.is_empty() && !self.is_glued {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.is_glued = is_glued;
    }

    /// A word in pieces that is told nowhere as a whole.
    fn close(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        if !pieces.is_empty() {
            self.word(&pieces, self.are_pieces_glued);
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.text
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn words_in_pieces_are_read_whole_and_lines_make_paragraphs() {
        let article = "<?xml version=\"1.0\"?><XMD-entity DOC_UID=\"VIG_04/03/1921\" PAGE_NO=\"2\" ID=\"Ar00201\" LANGUAGE=\"French\">\
            <Meta NAME=\"LA HALLE\" PUBLICATION=\"VIG\" SECTION=\"Ville\" ISSUE_DATE=\"04/03/1921\" BASE_HREF=\"VIG/1921/03/04\"/>\
            <Link SOURCE=\"vig.pdf\"/><HedLine_hl1><Primitive><L/><W>LA</W><W>HALLE</W></Primitive></HedLine_hl1><Content><Primitive>\
            <L P=\"S\"/><W>La</W><W>halle</W><W>de</W><L/><W>Brume</W><W>a</W><Q QID=\"1\">rou</Q><Q LH=\"y\" QID=\"1\">-</Q>\
            <q NS=\"y\" QID=\"1\">vert</q><QW QID=\"1\">rouvert</QW><W>.</W><L P=\"S\"/><W>Il</W><Q QID=\"2\">pleu</Q><q QID=\"2\">vait</q></Primitive>\
            </Content></XMD-entity>";
        let reading = read_text("Ar00201.xml", article);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*article.title, &*article.body), ("LA HALLE", "La halle de Brume a rouvert.\n\nIl pleuvait"));
        assert_eq!(article.published.date.to_string(), "1921-03-04");
        assert_eq!((article.imprint.section.as_deref(), article.imprint.page.as_deref()), (Some("Ville"), Some("2")));
    }

    #[test]
    fn what_only_describes_an_issue_is_no_article_and_no_page_of_html() {
        let toc = "<?xml version=\"1.0\"?><Xmd_toc ISSUE_DATE=\"04/03/1921\"><Head_np><Meta><Publisher><PublishDate>Wed, 25 Nov 2009</PublishDate>\
            <PublishSWFCompatible>false</PublishSWFCompatible></Publisher></Meta><Link SOURCE=\"vig.pdf\"/></Head_np></Xmd_toc>";
        let reading = read_text("TOC.xml", toc);
        assert!(reading.articles.is_empty() && reading.problems.len() == 1, "{reading:?}");
        let mets = "<?xml version=\"1.0\"?><mets:mets xmlns:mets=\"m\" xmlns:dc=\"d\"><mets:dmdSec><mets:mdWrap><mets:xmlData><dc:title>La Vigie</dc:title>\
            <dc:date>1921-03-04</dc:date><dc:publisher>[s.n.]</dc:publisher><dc:description>Année 12</dc:description></mets:xmlData></mets:mdWrap>\
            </mets:dmdSec></mets:mets>";
        let reading = read_text("mets.xml", mets);
        assert!(reading.articles.is_empty() && reading.problems.len() == 1, "{reading:?}");
    }
}
