//! `ProQuest` in XML: the records that TDM Studio hands out, and those of its Historical Newspapers. A record is an article.
//!
//! The layouts are those of `ProQuest`'s description of its deliveries; no real file was at hand.

use crate::ingest::draft::Declared;
use crate::ingest::formats::databases::record::{SourceRecord, language};
use crate::ingest::formats::json;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::xml::{Element, parse_all};

/// Why a text holds such records.
pub(crate) fn recognize_xml(sample: &Sample<'_>) -> Option<&'static str> {
    let is_record = sample.root().is_some_and(|root| ["record", "records"].iter().any(|name| root.eq_ignore_ascii_case(name)));
    let is_known = is_record && ["<GOID>", "<RecordTitle>"].iter().any(|mark| sample.text.contains(mark));
    is_known.then_some("its elements are those of ProQuest's records")
}

/// Reads such records.
pub(crate) fn read_xml(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse_all(text.text) else { return out.fail("is XML that cannot be read") };
    for record in root.all("record") {
        let said = |path: &[&str]| path.iter().try_fold(record, |element, name| element.first(name)).and_then(Element::words);
        let words = record.first("TextInfo").and_then(|info| info.first("Text")).or_else(|| record.first("FullText"));
        let body = words.or_else(|| record.first("Abstract")).map(Element::text).unwrap_or_default();
        let mut article = SourceRecord::of(Declared {
            title: said(&["TitleAtt", "Title"]).or_else(|| said(&["RecordTitle"])),
            date: said(&["NumericDate"]).or_else(|| said(&["NumericPubDate"])),
            outlet: said(&["PubFrosting", "Title"])
                .or_else(|| said(&["Publication", "Title"]))
                .map(|name| without_years(&name).to_owned()),
            author: authors(record),
            url: said(&["URLDocView"]),
            lang: said(&["LanguageCode"]).and_then(|code| language(&code)),
            page: said(&["StartPage"]),
            docid: said(&["GOID"]).or_else(|| said(&["RecordID"])),
            ..Declared::default()
        });
        let lines = json::lines(&body);
        if lines.places.is_empty() {
            out.lost("has neither a text nor a headline");
            continue;
        }
        article.extend(&lines);
        out.next(article.finish(), record.markup().as_bytes());
    }
    if out.upcoming() == 1 {
        out.fail("is XML of the press that holds no article");
    }
}

/// Who signs: contributors that are called authors, given names first.
fn authors(record: &Element) -> Option<String> {
    let is_author =
        |one: &&Element| one.first("ContribRole").and_then(Element::words).is_none_or(|role| role.eq_ignore_ascii_case("author"));
    let name = |one: &Element| {
        let part = |name: &str| one.first(name).and_then(Element::words);
        match (part("FirstName"), part("LastName")) {
            (Some(given), Some(family)) => Some(format!("{given} {family}")),
            _ => part("OriginalForm").or_else(|| part("PersonName")),
        }
    };
    let names: Vec<String> = record.all("Contributor").into_iter().filter(is_author).filter_map(name).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// `The Valmont Gazette (1850-1920)` as `The Valmont Gazette`.
fn without_years(name: &str) -> &str {
    let parts = name.rsplit_once(" (").filter(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()));
    parts.map_or(name, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn records_of_both_deliveries_are_articles() {
        let studio = "<?xml version=\"1.0\"?><RECORD><GOID>123</GOID><Obj><TitleAtt><Title>The bridge opens</Title></TitleAtt><NumericDate>2021-03-01</NumericDate>\
                      <Contributors><Contributor><ContribRole>Author</ContribRole><OriginalForm>Ana Lorme</OriginalForm></Contributor></Contributors>\
                      <StartPage>A1</StartPage></Obj><DFS><PubFrosting><Title>The Star</Title></PubFrosting><PublisherName>Star Press</PublisherName></DFS>\
                      <TextInfo><Text>&lt;p&gt;The bridge opened on Monday.&lt;/p&gt;&lt;p&gt;The mayor was glad.&lt;/p&gt;</Text></TextInfo></RECORD>";
        let historical = "<?xml version=\"1.0\"?><Record><RecordID>123</RecordID><DateTimeStamp>20120505123456</DateTimeStamp><RecordTitle>The bridge opens</RecordTitle>\
                          <Publication><Title>The Star (1850-1920)</Title></Publication><Publisher>Star Press</Publisher><NumericPubDate>20210301</NumericPubDate>\
                          <Contributor><ContribRole>Author</ContribRole><LastName>Lorme</LastName><FirstName>Ana</FirstName></Contributor><StartPage>A1</StartPage>\
                          <FullText>The bridge opened on Monday. The mayor was glad.</FullText></Record>";
        for xml in [studio, historical] {
            let reading = read_text("a.xml", xml);
            let [article] = &reading.articles[..] else { panic!("{reading:?}") };
            let said = |of: &Option<crate::model::article::Attributed>| of.as_ref().map(|of| of.text.to_string());
            assert_eq!((&*article.title, article.published.date.to_string().as_str()), ("The bridge opens", "2021-03-01"));
            assert_eq!(
                (said(&article.source).as_deref(), said(&article.author).as_deref()),
                (Some("The Star"), Some("Ana Lorme"))
            );
            assert_eq!((article.imprint.page.as_deref(), article.imprint.docid.as_deref()), (Some("A1"), Some("123")));
            assert!(article.body.starts_with("The bridge opened on Monday."), "{}", article.body);
        }
    }
}
