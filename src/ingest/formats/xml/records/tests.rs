//! Lists of articles in XML of no standard.

use crate::ingest::formats::of_text;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

const LIST: &str = "<corpus begin='2022-01-01'><categories><cat>une</cat></categories><content>\
    <article date='2022-01-04' categorie='une'><title>Un vote serré</title><description>Le conseil de Valmont a voté.</description>\
    <analyse><token forme='Un' /></analyse><note>vérifié</note></article>\
    <article date='2022-01-05'><title>Une grève</title><texte><p>Le port est fermé.</p><p>La grève dure.</p></texte></article></content></corpus>";

#[test]
fn items_of_a_crawler_with_texts_alone_are_articles() {
    let items = "<?xml version=\"1.0\"?>\n<items><item><content><value>Le pont de Valmont rouvre jeudi.</value><value>Enfin.</value></content></item>\
                 <item><content></content></item><item><content><value>La piscine reste fermée.</value></content></item></items>";
    let reading = read_text("a.xml", items);
    let bodies: Vec<String> = reading.articles.iter().map(|one| one.body.replace('\n', " ")).collect();
    assert_eq!(bodies.len(), 2, "{reading:?}");
    assert!(bodies[0].contains("rouvre jeudi.") && bodies[0].contains("Enfin.") && bodies[1].contains("fermée"), "{bodies:?}");
}

#[test]
fn elements_that_are_named_as_the_parts_of_articles_make_articles() {
    assert_eq!(of_text(&Sample::new(LIST, "corpus.xml")).map(|(format, _)| format.name), Some("XML"));
    let articles = read_text("corpus.xml", LIST).articles;
    let said: Vec<(&str, String)> = articles.iter().map(|one| (&*one.title, one.published.date.to_string())).collect();
    assert_eq!(said, [("Un vote serré", "2022-01-04".to_owned()), ("Une grève", "2022-01-05".to_owned())]);
    assert!(articles.iter().any(|one| one.body.contains("Le conseil de Valmont a voté.")));
    assert_no_word_lost("corpus.xml", LIST);
}

#[test]
fn pages_and_other_xml_are_none() {
    let of = |text: &str| of_text(&Sample::new(text, "a")).map(|(format, _)| format.name);
    assert_eq!(
        of("<html><head><title>a</title></head><body><article date='2022'><p>b</p></article></body></html>"),
        Some("HTML")
    );
    assert_eq!(of("<x-page><div title='a'><article><p>b</p></article></div><p>c</p></x-page>"), Some("HTML"));
    assert_ne!(of("<article><title>a</title><p>b</p></article>"), Some("XML"));
}

#[test]
fn text_beside_the_fields_of_an_element_is_its_text() {
    let corpus = "<corpus><doc title=\"La halle rouvre\" date=\"2021-03-04\" source=\"La Vigie\">La halle de Brume a rouvert mardi matin.</doc>\
                  <doc title=\"B\" date=\"2021-03-05\">Les marchands y étaient depuis l'aube grise.</doc></corpus>";
    let articles = read_text("corpus.xml", corpus).articles;
    let said: Vec<(&str, &str)> = articles.iter().map(|one| (&*one.title, &*one.body)).collect();
    assert_eq!(said[0], ("La halle rouvre", "La halle de Brume a rouvert mardi matin."));
    assert_eq!(said[1].0, "B");
    assert_eq!(articles[0].source.as_ref().map(|source| &*source.text), Some("La Vigie"));
    let text = "<?xml version=\"1.0\"?><text id=\"1\" titre=\"La halle rouvre\" date=\"2021-03-04\"><p>La halle de Brume a rouvert \
                mardi.</p><p>Il <w>pleuvait</w>.</p></text>";
    let reading = read_text("t.xml", text);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!((&*article.title, &*article.body), ("La halle rouvre", "La halle de Brume a rouvert mardi.\n\nIl pleuvait."));
    let vertical =
        "<doc title=\"La halle\" date=\"2021-03-04\">\n<s>\nLa\tDET\nhalle\tNOM\na\tV\nrouvert\tV\nmardi\tN\n</s>\n</doc>";
    assert_eq!(&*read_text("v.vert", vertical).articles[0].body, "La halle a rouvert mardi");
}

#[test]
fn an_item_whose_text_is_missing_is_its_headline() {
    let corpus = "<corpus><doc title='La halle rouvre' source='La Vigie' link='https://a.example/1'>La halle de Brume a rouvert mardi matin.</doc>\
                  <doc title='Une grève dure' source='La Vigie' link='https://a.example/2'> </doc></corpus>";
    let articles = read_text("corpus.xml", corpus).articles;
    assert_eq!(articles.iter().map(|one| &*one.title).collect::<Vec<_>>(), ["La halle rouvre", "Une grève dure"]);
}

#[test]
fn collections_in_sgml_hold_an_article_behind_the_other() {
    let trec = "<DOC>\n<DOCNO> LV-1 </DOCNO>\n<DATE>940304</DATE>\n<TITLE> La halle rouvre </TITLE>\n<TEXT>\n<P>La halle a rouvert mardi.</P>\n\
                <P>Il pleuvait.</P>\n</TEXT>\n</DOC>\n<DOC>\n<DOCNO> LV-2 </DOCNO>\n<TEXT>\nLes marchands y étaient.\n</TEXT>\n</DOC>\n";
    let reading = read_text("lv.sgml", trec);
    let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("La halle rouvre", "1994-03-04"));
    assert_eq!(&*first.body, "La halle a rouvert mardi.\n\nIl pleuvait.");
    assert_eq!((first.imprint.docid.as_deref(), &*second.body), (Some("LV-1"), "Les marchands y étaient."));
}

#[test]
fn the_day_of_a_note_is_not_that_of_the_page_it_was_clipped_from() {
    let notes = "<?xml version='1.0'?><en-export><note><title>La halle rouvre</title><created>20240206T070948Z</created><note-attributes>\
                 <source-url>https://la-vigie.example/halle</source-url></note-attributes><content><![CDATA[<en-note><div>La halle a rouvert.</div>\
                 </en-note>]]></content></note></en-export>";
    let reading = read_text("notes.enex", notes);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!((&*article.body, article.published.date.to_string().as_str()), ("La halle a rouvert.", ""));
    assert_eq!(article.url.as_deref(), Some("https://la-vigie.example/halle"));
}

#[test]
fn bytes_of_attachments_are_no_words_and_notes_without_text_are_told() {
    let notes = "<?xml version='1.0'?><en-export><note><title>La halle rouvre</title><created>20240206T070948Z</created><content><![CDATA[<en-note>\
                 <div>La halle a rouvert.</div></en-note>]]></content><resource><data encoding=\"base64\">UzmsmarEjUQKiBEQ J3LsEROV877ISa4o</data>\
                 <mime>image/png</mime></resource></note><note><title>Un plan</title><created>20240207T070948Z</created><content><![CDATA[<en-note>\
                 <en-media hash=\"4b\"/></en-note>]]></content></note></en-export>";
    let reading = read_text("notes.enex", notes);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(&*article.body, "La halle a rouvert.");
    assert!(reading.problems[0].to_string().contains("without a text, which were left out: 1"), "{:?}", reading.problems);
}

#[test]
fn an_issue_holds_its_articles_however_deep() {
    let article = "<article><title>La halle</title><text>Elle a rouvert mardi.</text></article>";
    let issue = format!("<issues><issue title='N° 12' date='2021-03-04'>{article}{article}</issue></issues>");
    assert_eq!(read_text("i.xml", &issue).articles.len(), 2);
    let deep = format!("{}{article}{}", "<i title='a' date='b'>".repeat(200), "</i>".repeat(200));
    assert_eq!(read_text("i.xml", &format!("<n>{deep}</n>")).articles.len(), 1);
}

#[test]
fn one_element_is_never_plain_text() {
    let of = |text: &str| of_text(&Sample::new(text, "a")).map(|(format, _)| format.name);
    assert_eq!(of("<n:notes xmlns:n='x'><n:note>La halle a rouvert.</n:note></n:notes>"), Some("XML"));
    assert_eq!(of("<Ana> La halle a rouvert. <Bob> Oui, Ana."), Some("plain text"));
    let problem = &read_text("a", "<notes><note>La halle a rouvert.</note></notes>").problems[0];
    assert!(problem.reason.contains("holds no article"));
    let catalogue = "<?xml version='1.0'?><mods><titleInfo><title>La Vigie</title><subTitle>revue des ports et des halles</subTitle></titleInfo></mods>";
    assert!(read_text("a.xml", catalogue).articles.is_empty());
}

#[test]
fn markup_in_any_field_is_read_and_codes_are_no_text() {
    let news = "<?xml version='1.0'?><News><NewsID>7</NewsID><PublishDate>2021-03-04T10:00:00</PublishDate><headline>La halle rouvre</headline>\
                <subtitle>Un an &lt;br /&gt;de travaux.</subtitle><remark>Vu &lt;br /&gt;et lu</remark><ids><a>6</a><b>E-1</b></ids>\
                <content>&lt;p&gt;La halle a rouvert mardi.&lt;/p&gt;</content></News>";
    let reading = read_text("a.xml", news);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(&*article.body, "Un an\nde travaux.\n\nLa halle a rouvert mardi.\nVu et lu");
    assert_eq!(article.published.date.to_string(), "2021-03-04");
    assert_eq!(reading.left_out[0].words, "7 6 E-1");
}
