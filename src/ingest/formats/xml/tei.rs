//! TEI: a text of a corpus, or a corpus of them; articles are its divisions of that type, else the text is one.
//!
//! What is told of the source (`sourceDesc`) goes before what is told of the file: a newspaper of 1914 was not published when it
//! was encoded. Words that are marked one by one are joined by `text`.

use crate::ingest::draft::Declared;
use crate::ingest::formats::databases::record::{SourceRecord, without_by};
use crate::ingest::formats::date;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::ingest::formats::xml::text::lines;
use crate::ingest::formats::xml::{Element, parse};

/// Why a text is TEI.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let root = sample.root()?;
    let known = matches!(root, "TEI" | "TEI.2" | "teiCorpus" | "teiCorpus.2");
    known.then_some("its outermost element is TEI's")
}

/// Reads a text or a corpus.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    let texts: Vec<&Element> = if root.name.starts_with("teiCorpus") {
        root.children().filter(|child| child.name.starts_with("TEI")).collect()
    } else {
        vec![&root]
    };
    if texts.is_empty() {
        // The frame of a corpus whose texts are in files of their own.
        out.left_out("the description of a corpus", &root.text());
        return;
    }
    let alone = texts.len() == 1;
    for tei in texts {
        let declared = declared(tei);
        // What an edition prints before and behind the body (`front`, `back`) is part of the text.
        let body = tei.child("text");
        if let Some(notes) = tei.child("standOff") {
            out.left_out("annotations that stand apart from the text", &notes.text());
        }
        let articles: Vec<&Element> = body.map(articles).unwrap_or_default();
        match (body, articles.len()) {
            (None, _) => out.left_out("a header without a text", &tei.text()),
            (Some(body), 0 | 1) if alone => out.whole(one(declared, body, articles.first().copied()), text.bytes),
            (Some(body), 0) => out.next(one(declared, body, None), body.text().as_bytes()),
            (Some(body), _) => {
                for article in &articles {
                    out.next(one(declared.clone(), article, Some(article)), article.text().as_bytes());
                }
                let rest: Vec<String> = outside(body, &articles);
                out.left_out("what stands between the articles", &rest.join(" "));
            }
        }
    }
}

/// The divisions that are articles, those inside another left out: such as say so, else such as have a heading and a signature.
fn articles(body: &Element) -> Vec<&Element> {
    let typed = outermost(body, says_article);
    if !typed.is_empty() {
        return typed;
    }
    let signed = outermost(body, |div| {
        let is_division = div.name.strip_prefix("div").is_some_and(|level| level.bytes().all(|byte| byte.is_ascii_digit()));
        is_division && div.child("head").is_some() && byline(div).is_some()
    });
    if signed.len() > 1 { signed } else { Vec::new() }
}

/// Whether a division says that it is an article, by its type or by its subtype.
fn says_article(div: &Element) -> bool {
    const KINDS: &[&str] = &["article", "artikel", "articolo", "news", "story", "newsitem"];
    let said = ["type", "subtype"].iter().filter_map(|name| div.attribute(name));
    said.into_iter().any(|kind| KINDS.contains(&kind.to_lowercase().as_str()))
}

/// The elements in `body` that are as asked, those inside another left out.
fn outermost(body: &Element, is_wanted: impl Fn(&Element) -> bool) -> Vec<&Element> {
    let (mut found, mut open): (Vec<&Element>, Vec<&Element>) = (Vec::new(), vec![body]);
    while let Some(element) = open.pop() {
        if !std::ptr::eq(element, body) && is_wanted(element) {
            found.push(element);
        } else {
            open.extend(element.children().rev());
        }
    }
    found
}

/// Who signed a division, at its head or its end.
fn byline(div: &Element) -> Option<&Element> {
    const NAMES: [&str; 3] = ["byline", "docAuthor", "signed"];
    let named = |element: &Element| NAMES.iter().any(|name| element.is(name));
    let around = div.children().filter(|child| child.is("opener") || child.is("closer")).flat_map(Element::children);
    let mut own = div.children().chain(around);
    own.find(|child| named(child))
}

/// The words of `body` that stand in none of `articles`.
fn outside(body: &Element, articles: &[&Element]) -> Vec<String> {
    let is_article = |element: &Element| articles.iter().any(|article| std::ptr::eq(*article, element));
    let (mut words, mut open) = (Vec::new(), vec![body]);
    while let Some(element) = open.pop() {
        if is_article(element) {
            continue;
        }
        words.extend(element.own_words());
        open.extend(element.children().rev());
    }
    words
}

fn one(mut declared: Declared, element: &Element, article: Option<&Element>) -> crate::ingest::draft::Draft {
    if let Some(article) = article {
        let head = article.children().find(|child| child.is("head")).and_then(Element::words);
        declared.title = head.or(declared.title);
        // A day in the text is one that it speaks of; at the head or the end it is the article's own.
        let own = ["dateline", "opener", "closer", "byline", "head"].iter().filter_map(|name| article.child(name)?.first("date"));
        let dated = article.child("date").into_iter().chain(own).find_map(when);
        let first = || article.first("date").and_then(when);
        declared.date = dated.or(declared.date).or_else(first);
        let name = |byline: &Element| {
            ["persName", "name"].iter().find_map(|name| byline.first(name)).or(Some(byline)).and_then(Element::words)
        };
        declared.author = byline(article).and_then(name).map(|words| without_by(&words).to_owned()).or(declared.author);
        declared.docid = article.attribute("id").map(ToOwned::to_owned).or(declared.docid);
    }
    let mut record = SourceRecord::of(declared);
    record.extend(&lines(element));
    record.finish()
}

/// What the header says, the source before the file.
fn declared(tei: &Element) -> Declared {
    let header = tei.child("teiHeader");
    let file = header.and_then(|header| header.child("fileDesc"));
    let source = file.and_then(|file| file.child("sourceDesc")).or_else(|| header?.child("sourceDesc"));
    let title = |level: &str| {
        let titles = source?.all("title");
        titles.into_iter().find(|title| title.attribute("level") == Some(level))?.words()
    };
    let of_file = |path: &[&str]| file?.at(path)?.words();
    let publication = file.and_then(|file| file.child("publicationStmt"));
    let created = || header?.at(&["profileDesc", "creation"])?.first("date").and_then(when);
    let author = source.and_then(|source| source.first("author")).and_then(Element::words);
    let outlet = title("j").or_else(|| title("s")).or_else(|| title("m"));
    let by_source = || source?.first("publisher")?.words();
    let scope = |unit: &str| {
        let scopes = source?.all("biblScope");
        scopes.into_iter().find(|scope| scope.attribute("unit") == Some(unit))?.words()
    };
    let address = |number: &&Element| number.words().is_some_and(|words| words.contains("://"));
    let numbers = source.map(|source| source.all("idno")).unwrap_or_default();
    Declared {
        title: title("a").or_else(|| of_file(&["titleStmt", "title"])),
        author: author.or_else(|| of_file(&["titleStmt", "author"])),
        date: source
            .and_then(|source| source.all("date").into_iter().find_map(when))
            .or_else(created)
            .or_else(|| publication?.first("date").and_then(when)),
        outlet: outlet.or_else(by_source).or_else(|| publication?.first("publisher")?.words()),
        url: numbers.iter().find(|number| address(number)).and_then(|number| number.words()),
        docid: numbers.iter().find(|number| !address(number)).and_then(|number| number.words()),
        page: scope("page").or_else(|| scope("pp")),
        lang: tei
            .child("text")
            .and_then(|text| text.attribute("lang"))
            .or_else(|| tei.attribute("lang"))
            .or_else(|| header?.first("language")?.attribute("ident"))
            .map(ToOwned::to_owned),
        ..Declared::default()
    }
}

/// The day of a `date`: its attributes before its words.
fn when(element: &Element) -> Option<String> {
    let attributes = ["when", "when-iso", "from", "notBefore", "value"];
    let said = attributes.iter().find_map(|name| element.attribute(name)).map(ToOwned::to_owned);
    said.or_else(|| element.words().map(|words| date::iso(&words).unwrap_or(words)))
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    const TEI: &str = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Corpus</title></titleStmt><publicationStmt>\
        <publisher>Encodeurs</publisher><date when=\"2025-11-12\"/></publicationStmt><sourceDesc><bibl><title level=\"j\">La Vigie</title>\
        <author>Ana Lorme</author><date when=\"1914-03-09\">9 mars 1914</date><biblScope unit=\"page\">3</biblScope><idno>V-7</idno></bibl></sourceDesc>\
        </fileDesc></teiHeader><text xml:lang=\"fr\"><body>BODY</body></text></TEI>";

    #[test]
    fn the_source_goes_before_the_file() {
        let reading = read_text("a.xml", &TEI.replace("BODY", "<div><p>La halle a <w>rouvert</w>.</p></div>"));
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(article.published.date.to_string(), "1914-03-09");
        assert_eq!(article.source.as_ref().map(|source| &*source.text), Some("La Vigie"));
        assert_eq!((article.imprint.page.as_deref(), article.imprint.docid.as_deref()), (Some("3"), Some("V-7")));
        assert_eq!(article.place.to_string(), "a.xml");
    }

    #[test]
    fn all_of_a_text_is_read_and_words_go_on_over_lines() {
        let text = "<text><front><titlePage><docTitle><titlePart>La Vigie</titlePart></docTitle></titlePage><p>Avis.</p></front><body>\
                    <p>Il lit <title>Le Port</title> per-\n  <lb break=\"no\"/>\n sonne<lb/>d'autre.</p></body><back><p>Fin.</p></back></text>";
        let whole =
            TEI.replace("<text xml:lang=\"fr\"><body>BODY</body></text>", &format!("{text}<standOff><note>vu</note></standOff>"));
        let reading = read_text("a.xml", &whole);
        assert_eq!(&*reading.articles[0].body, "La Vigie\n\nAvis.\n\nIl lit Le Port personne d'autre.\n\nFin.");
        assert_eq!(reading.left_out[0].words, "vu");
    }

    #[test]
    fn divisions_of_that_subtype_and_those_with_a_signature_are_articles() {
        let item =
            |kind: &str, title: &str, end: &str| format!("<div {kind}><head>{title}</head><p>Le {title} rouvre.</p>{end}</div>");
        let end = "<closer><dateline>Valmont, <date when=\"1914-03-11\"/></dateline><signed>par <persName>Paul Gentil</persName></signed></closer>";
        for kind in ["type=\"item\" subtype=\"article\"", "type=\"section\""] {
            let two =
                format!("<div type=\"issue\">{}{}</div>", item(kind, "Pont", end), item(kind, "Port", "<byline>L. M.</byline>"));
            let reading = read_text("a.xml", &TEI.replace("BODY", &two));
            let [first, second] = &reading.articles[..] else { panic!("{kind}: {reading:?}") };
            assert_eq!((&*first.title, &*second.title), ("Pont", "Port"));
            assert_eq!(first.author.as_ref().map(|author| &*author.text), Some("Paul Gentil"));
            assert_eq!(first.published.date.to_string(), "1914-03-11");
            assert_eq!(second.published.date.to_string(), "1914-03-09");
        }
        let one = format!("<div><head>Un</head><p>Texte.</p></div>{}", item("", "Pont", end));
        assert_eq!(read_text("a.xml", &TEI.replace("BODY", &one)).articles.len(), 1);
    }

    #[test]
    fn divisions_that_are_articles_are_articles() {
        let two = "<head>Numéro 12</head><div type=\"article\"><head>Un</head><p>Premier texte.</p></div><div><div type=\"article\"><head>Deux</head>\
                   <p>Second.</p></div></div>";
        let reading = read_text("a.xml", &TEI.replace("BODY", two));
        let titles: Vec<&str> = reading.articles.iter().map(|article| &*article.title).collect();
        assert_eq!(titles, ["Un", "Deux"]);
        assert_eq!(reading.left_out[0].words, "Numéro 12");
        assert_eq!(reading.articles[1].place.to_string(), "a.xml#2");
    }
}
