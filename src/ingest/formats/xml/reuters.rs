//! Reuters-21578: the news items of a research collection in SGML, many in a file.

use crate::ingest::draft::Draft;
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::ingest::formats::xml::{Element, parse};
use crate::model::article::BlockKind;

/// What opens an item.
const OPEN: &str = "<REUTERS ";

/// Why a text is of the collection.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    (sample.root()? == "REUTERS").then_some("its elements are those of the Reuters-21578 collection")
}

/// Reads the items.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let starts: Vec<usize> = text.text.match_indices(OPEN).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        match parse(part) {
            Some(item) => out.next(draft(&item), part.as_bytes()),
            None => out.lost("is SGML that cannot be read"),
        }
    }
}

fn draft(item: &Element) -> Draft {
    let mut record = SourceRecord::default();
    let text = item.child("TEXT").unwrap_or(item);
    let words = |name: &str| text.child(name).and_then(Element::words);
    let declared = &mut record.declared;
    declared.title = words("TITLE");
    declared.date = item.child("DATE").and_then(Element::words).and_then(|words| date::iso(&words));
    declared.outlet = Some("Reuters".to_owned());
    declared.docid = item.attribute("NEWID").map(|id| format!("Reuters-21578 {id}"));
    declared.lang = Some("en".to_owned());
    if let Some(author) = words("AUTHOR") {
        record.sign(&author);
    }
    let body = text.child("BODY").map_or_else(|| text.own_words().join("\n"), Element::text);
    let lines = plain::lines(&body);
    for line in &lines.places {
        // The agency signs its items at the foot.
        let signed = lines.words(line).eq_ignore_ascii_case("reuter");
        record.push(lines.words(line), signed.then_some(BlockKind::Furniture));
    }
    if lines.places.is_empty()
        && let Some(title) = record.declared.title.clone()
    {
        record.push(&title, Some(BlockKind::Headline));
    }
    if let Some(words) = words("DATELINE") {
        record.aside(&words);
    }
    let marks = item.children().filter(|child| !matches!(child.name.as_str(), "TEXT" | "DATE" | "UNKNOWN"));
    marks.filter_map(Element::words).for_each(|words| record.aside(&words));
    record.finish()
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const ITEMS: &str = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" NEWID=\"1\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TOPICS>\
        <D>cocoa</D></TOPICS>\n<TEXT>&#2;\n<TITLE>HALL &lt;HLL> OPENS</TITLE>\n<DATELINE> BRUME, Feb 26 - </DATELINE><BODY>The hall opened.\n    Traders came.\n\
        \x20Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n<REUTERS TOPICS=\"NO\" NEWID=\"2\">\n<DATE>27-FEB-1987 15:01:01.79</DATE>\n<TEXT TYPE=\"BRIEF\">&#2;\n\
        <TITLE>RATES CUT</TITLE>\n&#3;</TEXT>\n</REUTERS>\n";

    #[test]
    fn each_item_is_an_article() {
        let reading = read_text("a.sgm", ITEMS);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(
            (&*first.title, first.published.date.to_string().as_str(), first.words),
            ("HALL <HLL> OPENS", "1987-02-26", 5)
        );
        assert_eq!((&*second.title, &*second.body), ("RATES CUT", "RATES CUT"));
        assert_eq!(second.place.to_string(), "a.sgm#2");
    }

    #[test]
    fn no_word_is_lost() {
        assert_no_word_lost("a.sgm", ITEMS);
    }
}
