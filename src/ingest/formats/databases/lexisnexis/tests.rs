//! `LexisNexis`: small invented exports in each layout.

use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
use crate::model::article::{Article, BlockKind};

const CLASSIC: &str = "\u{feff}Download Request: Selected Items: 1-3\nTime Of Request: Friday, March 20, 2018\n\nTerms: (hall)\n\n\n\
    \x20                              1 of 3 DOCUMENTS\n\n\n     Copyright 2010 Brume Media, LLC\n        All Rights Reserved\n\n\
    \x20                         The Brume Star\n\n                       January 11, 2010 Monday\n                         Late Edition\n\n\
    The hall of Brume opens after a year of\nworks\n\nBYLINE: Ann Poe;Tom Reed\n\nSECTION: CITY; Pg. A01\n\nLENGTH: 355 words\n\n\
    The market hall opened on Monday in front of a crowd of traders who had waited\nfor a year.\n\nWASHINGTON: The mayor was away.\n\n\
    GRAPHIC: The hall on Monday.\n\nLOAD-DATE: March 12, 2012\n\nLANGUAGE: ENGLISH\n\n                               2 of 3 DOCUMENTS\n\n\
    \x20                         Der Bote\n\n                       12. April 2013 Freitag\n\nLÄNGE: 30 Wörter\n\nRUBRIK: STADT; S. 3\n\n\
    HEADLINE: Die Halle öffnet\n\nAUTOR: Karl Heim\n\nBODY:\n\nDie Halle ist wieder offen.\n\nUPDATE: 13. April 2013\n\n\
    \x20                              3 of 3 DOCUMENTS\n\nWe are sorry but there is an error in this document and it is not possible to display it.\n";

const UNI: &str = "Date and Time: Friday, 5. July 2019 09:31:00 CEST\nJob Number: 00000001\nDocuments (1)\n1. The hall opens\n\
    Search Terms: hall\n\nThe hall opens\nThe Brume Star(London)\nJuly 1, 2019 Monday 9:20 AM GMT\n\nCopyright 2019 Star All Rights Reserved\n\
    Section:\u{a0}CITY; Pg. 3\nLength:\u{a0}35 words\nByline:\u{a0}Ann Poe\nBody\n\nThe hall opened.\n\nTraders came.\nGraphic\n\
    The hall on Monday.\nLoad-Date: July 9, 2019\nEnd of Document\n";

const HTML: &str = "<html><head><title>x</title></head><body>Download Request<a name=\"D\"></a><!-- Hide XML section from browser\n<DOC NUMBER=1>\n\
    <DOCFULL> --><br><div><p>1 of 2 DOCUMENTS</p></div><br><div><p>L'Étoile</p></div><div><p><span>9</span><span> mars 2021 mardi</span></p>\
    </div><div><p>La halle rouvre</p></div><div><p><span>AUTEUR: </span>Ana Lorme</p></div><div><p>LONGUEUR: 12 mots</p></div><div>\
    <p>La halle a rouvert.</p><p>Les marchands\nsont là.</p></div><div><p>DATE-CHARGEMENT: 13 mars 2022</p></div><div><p>Copyright 2021 Brume<br>\
    Tous Droits Réservés</p></div><!-- Hide XML section from browser\n</DOCFULL>\n</DOC> --><a name=\"E\"></a><!-- Hide XML section from browser\n\
    <DOC NUMBER=2>\n<DOCFULL> --><div><p>2 of 2 DOCUMENTS</p></div><div><p>De Bode</p></div><div><p>10 maart 2021 woensdag</p></div><div>\
    <p>LENGTE: 3 woorden</p></div><div><p>De hal is open.</p></div></body></html>";

fn facts(article: &Article) -> (&str, String, &str, &str) {
    let said = |one: &Option<crate::model::article::Attributed>| one.as_ref().map_or(String::new(), |one| one.text.to_string());
    let source = Box::leak(said(&article.source).into_boxed_str());
    let author = Box::leak(said(&article.author).into_boxed_str());
    (&article.title, article.published.date.to_string(), source, author)
}

fn text(article: &Article) -> Vec<&str> {
    article.blocks_of(BlockKind::Paragraph).map(|span| span.of(&article.body)).collect()
}

#[test]
fn the_classic_layout_is_read_in_any_language() {
    let reading = read_text("a.txt", CLASSIC);
    let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
    let title = "The hall of Brume opens after a year of works";
    assert_eq!(facts(first), (title, "2010-01-11".to_owned(), "The Brume Star", "Ann Poe; Tom Reed"));
    assert_eq!((first.imprint.section.as_deref(), first.imprint.page.as_deref()), (Some("CITY"), Some("A01")));
    let crowd = "The market hall opened on Monday in front of a crowd of traders who had waited for a year.";
    assert_eq!(text(first), [crowd, "WASHINGTON: The mayor was away."]);
    assert!(first.blocks_of(BlockKind::Caption).any(|span| span.of(&first.body) == "The hall on Monday."));
    assert_eq!(facts(second), ("Die Halle öffnet", "2013-04-12".to_owned(), "Der Bote", "Karl Heim"));
    assert_eq!(text(second), ["Die Halle ist wieder offen."]);
    assert!(reading.problems.iter().any(|problem| problem.articles == 1 && problem.place() == "a.txt#3"));
    assert!(reading.left_out[0].words.contains("Terms: (hall)"));
}

#[test]
fn nexis_uni_is_read_without_its_cover() {
    let reading = read_text("a.txt", UNI);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(facts(article), ("The hall opens", "2019-07-01".to_owned(), "The Brume Star(London)", "Ann Poe"));
    assert_eq!(text(article), ["The hall opened.", "Traders came."]);
    assert_eq!(article.imprint.page.as_deref(), Some("3"));
}

#[test]
fn the_number_of_a_papers_archive_is_kept_and_is_no_text() {
    let numbered = CLASSIC.replace("LOAD-DATE: March 12, 2012\n\n", "LOAD-DATE: March 12, 2012\n\nACC-NO: 00417\n\n");
    let reading = read_text("a.txt", &numbered);
    let first = &reading.articles[0];
    assert_eq!(first.imprint.docid.as_deref(), Some("00417"));
    assert!(text(first).iter().all(|paragraph| !paragraph.contains("00417")), "{:?}", text(first));
}

#[test]
fn rich_text_keeps_the_identifier_that_the_headline_leads_to() {
    let link = "{\\field{\\*\\fldinst HYPERLINK \"https://example.org/api/document?id=urn:contentItem:5ABC-DEF1-JBFX-G0P4-00000-00&c=1\"}\
        {\\fldrslt The hall opens}}\\par\n";
    let (cover, document) = UNI.split_once("Search Terms: hall\n\nThe hall opens\n").unwrap();
    let paragraphs = |text: &str| {
        let lines: Vec<String> = text.lines().map(|line| line.replace('\u{a0}', "\\~")).collect();
        lines.join("\\par\n") + "\\par\n"
    };
    let rtf = format!("{{\\rtf1\\ansi\n{}Search Terms: hall\\par\n\\par\n{link}{}}}", paragraphs(cover), paragraphs(document));
    let reading = read_text("a.rtf", &rtf);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(facts(article), ("The hall opens", "2019-07-01".to_owned(), "The Brume Star(London)", "Ann Poe"));
    assert_eq!(article.imprint.docid.as_deref(), Some("urn:contentItem:5ABC-DEF1-JBFX-G0P4-00000-00"));
    assert_eq!(text(article), ["The hall opened.", "Traders came."]);
}

#[test]
fn a_document_without_a_day_is_an_article_all_the_same() {
    let undated = "Fast, not loud - Correction Appended\nThe Brume Star(London)\nCorrection Appended\nCopyright 2019 Star\nSection: CITY\n\
        Length: 3 words\nBody\nThe tram is late.\nLoad-Date: July 9, 2019\nEnd of Document\n";
    for text in [format!("{UNI}{undated}"), format!("{undated}{UNI}")] {
        let reading = read_text("a.txt", &text);
        assert_eq!(reading.articles.len(), 2, "{reading:?}");
        let tram = reading.articles.iter().find(|article| article.body.contains("The tram is late.")).unwrap();
        assert_eq!((&*tram.title, facts(tram).2), ("Fast, not loud - Correction Appended", "The Brume Star(London)"));
        assert_no_word_lost("a.txt", &text);
    }
}

#[test]
fn words_of_the_text_that_look_like_a_label_end_nothing() {
    let quiz =
        UNI.replace("Traders came.\n", "Name: Ann Poe\nShe sells fish.\nLand: none of her own.\nTraders came.\nThey stayed.\n");
    let reading = read_text("a.txt", &quiz);
    let found = text(&reading.articles[0]);
    assert_eq!(
        found,
        ["The hall opened.", "Name: Ann Poe", "She sells fish.", "Land: none of her own.", "Traders came.", "They stayed."]
    );
}

#[test]
fn separators_in_small_letters_need_fields() {
    let french = "Document 1 de 2\n\nLa Vigie\n\n9 mars 2021 mardi\n\nUn vote\n\nLONGUEUR: 3 mots\n\nLa halle rouvre.\n\nDATE-CHARGEMENT: 9 mars 2021\n\n\
        Document 2 de 2\n\nLa Vigie\n\n10 mars 2021 mercredi\n\nUn port\n\nLONGUEUR: 3 mots\n\nLe port ferme.\n";
    let titles: Vec<String> = read_text("a.txt", french).articles.iter().map(|article| article.title.to_string()).collect();
    assert_eq!(titles, ["Un vote", "Un port"]);
    assert_eq!(read_text("a.txt", "Document 1 de 2\n\nLa halle rouvre mardi, a dit le maire.\n").articles.len(), 1);
}

#[test]
fn html_is_read_with_french_and_dutch_labels() {
    let reading = read_text("a.html", HTML);
    let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(facts(first), ("La halle rouvre", "2021-03-09".to_owned(), "L'Étoile", "Ana Lorme"));
    assert_eq!(text(first), ["La halle a rouvert.", "Les marchands sont là."]);
    assert_eq!((facts(second).1.as_str(), facts(second).2), ("2021-03-10", "De Bode"));
}

/// Documents of older exports: the headline above the day, notices below the outlet, no day at all.
const TYPESET: &str = "                               1 of 6 DOCUMENTS\n\n                           The Brume Wire\n\nLEADALL: Hall opens, mayor stays away from\nthe feast\n\n\
    \u{20}                           April 20, 2003, Sunday\n                          23:22 Central Time\n\nAnn Poe\n\nDATELINE: Brume\n\n\
    The market hall opened on Sunday in front of a crowd of traders who had waited\nfor a year.\n\nSECTION: City\n\nLENGTH: 106 words\n\n\
    \u{20}                              2 of 6 DOCUMENTS\n\n                             Brume News Service\n\n  No Brume News Service material may be printed without the written\n\
    \u{20}                  permission of its owner.\n\n                     January 14, 2009\n\n                     SHOW: THE EVENING 6:00 PM\n\nThe hall again\n\n\
    LENGTH: 30 words\n\nThe hall is open.\n\n\
    \u{20}                              3 of 6 DOCUMENTS\n\n            Copyright 2009 Brume Reports Ltd., All\n                                Rights Reserved\n\n\
    \u{20}                         Brume Analysis\n                   Harbours Report Q1 2009\n                                  January 2009\n\nTITLE: The port\n\nThe port grew.\n\n\
    \u{20}                              4 of 6 DOCUMENTS\n\n                                 Brume Today\n\nInside the port\n\nBYLINE: Tom Reed\n\nLENGTH: 9 words\n\nShips came.\n\n\
    5 of 6 DOCUMENTS\n\n\nDe Bode / Brume\n\nhttp://bode.example/nl/2016/04/03/haven\n-open.html\n\n3 april 2016\n\nDe haven is open\n\n184 words\n\nDe haven ging open.\n\n\
    \u{20}                              6 of 6 DOCUMENTS\n\n                 Copyright 2009 Brume Publishing\n                              All Rights Reserved\n";

#[test]
fn centred_lines_tell_the_header_from_the_headline() {
    let reading = read_text("a.txt", TYPESET);
    let [above, notice, month, undated, bare] = &reading.articles[..] else { panic!("{reading:?}") };
    let title = "LEADALL: Hall opens, mayor stays away from the feast";
    assert_eq!(facts(above), (title, "2003-04-20".to_owned(), "The Brume Wire", "Ann Poe"));
    let crowd = "The market hall opened on Sunday in front of a crowd of traders who had waited for a year.";
    assert_eq!(text(above), [crowd]);
    assert_eq!(facts(notice), ("The hall again", "2009-01-14".to_owned(), "Brume News Service", ""));
    assert_eq!(facts(month), ("The port", "2009-01".to_owned(), "Brume Analysis", ""));
    assert_eq!((facts(undated).0, facts(undated).2, facts(undated).3), ("Inside the port", "Brume Today", "Tom Reed"));
    assert_eq!(facts(bare), ("De haven is open", "2016-04-03".to_owned(), "De Bode / Brume", ""));
    assert_eq!(bare.url.as_deref(), Some("http://bode.example/nl/2016/04/03/haven-open.html"));
    assert!(reading.problems.iter().any(|problem| problem.articles == 1 && problem.place() == "a.txt#6"));
}

#[test]
fn no_word_of_an_export_is_lost() {
    for (name, text) in [("a.txt", CLASSIC), ("b.txt", UNI), ("c.html", HTML), ("d.txt", TYPESET)] {
        assert_no_word_lost(name, text);
    }
}
