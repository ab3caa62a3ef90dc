//! XML of the press: a small invented text in each format.

use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
use crate::model::article::Article;

const NITF: &str = "<?xml version=\"1.0\"?><nitf><head><docdata><doc-id regsrc=\"BA\" id-string=\"b7\"/><date.issue norm=\"20210309T180502Z\"/></docdata>\
    </head><body><body.head><hedline><hl1>Market hall opens</hl1><hl2>After a year</hl2></hedline><byline>By <person>Ann Poe</person>\
    <byttl>Staff Writer</byttl></byline><distributor>Brume Agency</distributor><dateline>BRUME</dateline></body.head><body.content><block>\
    <p>The hall opened.</p></block><media><media-caption>Crowds</media-caption></media></body.content><body.end>ends</body.end></body></nitf>";
const G2: &str = "<newsMessage><header><sender>brume.example</sender></header><itemSet><newsItem guid=\"tag:1\" xml:lang=\"en\"><itemMeta>\
    <versionCreated>2021-03-10T18:05:02Z</versionCreated><provider qcode=\"nprov:BA\"/></itemMeta><contentMeta><contentCreated>2021-03-09T18:00:00Z\
    </contentCreated><by>Ann Poe</by><headline>Market hall opens</headline></contentMeta><contentSet><inlineXML><html><head><title/></head><body>\
    <p>The hall opened.</p></body></html></inlineXML></contentSet></newsItem><newsItem guid=\"tag:2\"><contentMeta><description>A picture</description>\
    </contentMeta><contentSet><remoteContent/></contentSet></newsItem></itemSet></newsMessage>";
const ONE: &str = "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>n7</NewsItemId></NewsIdentifier></Identification><NewsManagement>\
    <FirstCreated>20210309T180502Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Market hall opens</HeadLine><ByLine>Ann Poe\
    </ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName=\"BA\"/></Provider></AdministrativeMetadata><ContentItem><DataContent>\
    <p>The hall opened.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>";
const FACTIVA: &str = "<PPSResponse><ppsarticleResultSet><ppsarticle><article><accessionNo>BRS0000020210309e1</accessionNo><baseLanguage>EN\
    </baseLanguage><headline><paragraph><hlt>Market</hlt> hall opens</paragraph></headline><byline>Ann Poe</byline><leadParagraph><paragraph>The \
    hall opened.</paragraph></leadParagraph><sourceName>BA</sourceName><publicationDate><dateTime>2021-03-09T01:35:58Z</dateTime>\
    </publicationDate><notes>A remark</notes></article></ppsarticle></ppsarticleResultSet></PPSResponse>";
const TRAFILATURA: &str = "<doc sitename=\"BA\" title=\"Market hall opens\" author=\"Ann Poe\" date=\"2021-03-09\" url=\"https://b.example/1\"><main>\
    <p>The hall opened.</p></main><comments><p>First!</p></comments></doc>";

fn facts(article: &Article) -> (String, String, String, String, u32) {
    let said = |one: &Option<crate::model::article::Attributed>| one.as_ref().map_or(String::new(), |one| one.text.to_string());
    (article.title.to_string(), article.published.date.to_string(), said(&article.source), said(&article.author), article.words)
}

#[test]
fn each_format_gives_its_fields() {
    for (text, words) in [(NITF, 7), (G2, 3), (ONE, 3), (FACTIVA, 3), (TRAFILATURA, 3)] {
        let reading = read_text("a.xml", text);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        let source = if text == NITF { "Brume Agency" } else { "BA" };
        let wanted = ("Market hall opens", "2021-03-09", source, "Ann Poe", words);
        let found = facts(article);
        assert_eq!((&*found.0, &*found.1, &*found.2, &*found.3, found.4), wanted, "{text}\n{}", article.body);
    }
}

#[test]
fn no_word_of_a_text_is_lost() {
    for text in [NITF, G2, ONE, FACTIVA, TRAFILATURA] {
        assert_no_word_lost("a.xml", text);
    }
}

#[test]
fn what_is_no_text_of_the_press_is_reported() {
    assert!(read_text("a.xml", "<newsMessage><header/></newsMessage>").problems[0].reason.contains("holds no article"));
    assert!(!read_text("a.xml", "<nitf><body/></nitf>").problems.is_empty());
}

#[test]
fn text_that_holds_html_as_a_string_is_read_as_such() {
    let html = "&lt;p class=\"x\"&gt;La halle a &amp;eacute;t&amp;eacute; rouverte.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Budget&lt;/li&gt;&lt;/ul&gt;";
    for escaped in
        [html.to_owned(), format!("<![CDATA[{}]]>", html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))]
    {
        let item = ONE.replace("<p>The hall opened.</p>", &escaped).replace("hall opens", "hall &lt;br /&gt;opens");
        let reading = read_text("a.xml", &item);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert!(article.body.starts_with("La halle a été rouverte."), "{}", article.body);
        assert!(article.body.contains("Budget") && !article.body.contains(['<', '&']), "{}", article.body);
        assert_eq!(&*article.title, "Market hall opens");
    }
}
