//! Articles of journals in JATS, which NLM and `PubMed` Central keep (ANSI/NISO Z39.96): metadata, text with sections, notes and references.
//!
//! Elements are named anew as the press names them, so that `text` reads them. References and notes stand beside the text; what the journal says of
//! the article without being its text (affiliations, funding, key words) is left out and told.

use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::xml::text::lines;
use crate::ingest::formats::xml::{Element, Node, parse};
use crate::model::article::BlockKind;

/// Why a text is one or more articles of journals.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let root = sample.root()?.to_ascii_lowercase();
    let is_one = || sample.text.contains("<article-meta") || sample.text.contains("<journal-meta");
    let holds = || sample.text.contains("<article-meta") && sample.text.contains("<article-title");
    match root.as_str() {
        "article" => is_one().then_some("its elements are those of JATS"),
        "articles" | "pmc-articleset" | "oai-pmh" | "records" => holds().then_some("the articles in it are in JATS"),
        _ => None,
    }
}

/// Reads such a text.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    let is_one = root.is("article");
    let articles = if is_one { vec![&root] } else { root.all("article") };
    for article in articles {
        give(article, None, out);
        for part in ["sub-article", "response"].into_iter().flat_map(|name| article.all(name)) {
            give(part, article.child("front"), out);
        }
    }
    if out.upcoming() == 1 {
        out.fail("holds no article of a journal");
    }
}

/// Hands over an article, or a part of one: a reply, a translation, whose journal stands in the `front` of the whole.
fn give(article: &Element, whole: Option<&Element>, out: &mut Output<'_>) {
    let Some(front) = article.child("front").or_else(|| article.child("front-stub")) else {
        return out.left_out("an article of a journal without its head", &article.text());
    };
    let meta = front.child("article-meta").unwrap_or(front);
    let journal = front.child("journal-meta").or_else(|| whole?.child("journal-meta"));
    let mut record = SourceRecord::default();
    declare(meta, journal, &mut record);
    record.declared.lang = article.attribute("lang").map(|lang| lang.split_once('-').map_or(lang, |(lang, _)| lang).to_owned());
    for part in meta.children().filter(|child| child.is("abstract") || child.is("trans-abstract")) {
        record.extend(&lines(&renamed(part)));
    }
    for part in ["body", "back", "floats-group"].into_iter().filter_map(|name| article.child(name)) {
        record.extend(&lines(&renamed(part)));
    }
    let own = |child: &&Element| !READ.iter().any(|name| child.is(name));
    let beside = meta.children().filter(own).chain(front.child("notes")).filter_map(Element::words);
    let beside: Vec<String> = beside.chain(journal.and_then(Element::words)).collect();
    out.next(record.finish(), article.text().as_bytes());
    out.left_out("what the journal says of an article", &beside.join(" "));
}

/// What is read of the head of an article.
const READ: [&str; 6] = ["title-group", "abstract", "trans-abstract", "fpage", "lpage", "article-id"];

fn declare(meta: &Element, journal: Option<&Element>, record: &mut SourceRecord) {
    let titles = meta.child("title-group");
    let words = |name: &str| meta.child(name).and_then(Element::words);
    let declared = &mut record.declared;
    declared.title = titles.and_then(|titles| titles.child("article-title")).and_then(Element::words);
    declared.date = meta.children().filter_map(published).max_by_key(|(rank, day)| (*rank, day.len())).map(|(_, day)| day);
    declared.outlet =
        journal.and_then(|journal| journal.first("journal-title").or_else(|| journal.first("abbrev-journal-title"))?.words());
    declared.section = meta.first("subject").and_then(Element::words);
    declared.page = match (words("fpage"), words("lpage")) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}-{last}")),
        (first, _) => first.or_else(|| words("elocation-id")),
    };
    let ids = || meta.children().filter(|child| child.is("article-id"));
    let doi = ids().find(|id| id.attribute("pub-id-type") == Some("doi"));
    declared.docid = doi.or_else(|| ids().next()).and_then(Element::words);
    declared.url =
        meta.child("self-uri").and_then(|uri| uri.attribute("href")).filter(|uri| uri.contains("://")).map(ToOwned::to_owned);
    let authors: Vec<String> = meta.children().filter(|child| child.is("contrib-group")).flat_map(authors).collect();
    declared.author = (!authors.is_empty()).then(|| authors.join(", "));
    for subtitle in titles.into_iter().flat_map(Element::children).filter(|child| !child.is("article-title")) {
        record.push(&subtitle.words().unwrap_or_default(), Some(BlockKind::Heading));
    }
}

/// A day of publication, and how much it counts: that of the article before that of the issue, one on paper before others.
fn published(element: &Element) -> Option<(u8, String)> {
    if !element.is("pub-date") {
        return None;
    }
    let part = |name: &str, least: usize| element.child(name)?.words().map(|words| format!("{words:0>least$}"));
    let mut day = part("year", 4)?;
    for part in [part("month", 2), part("day", 2)].into_iter().map_while(|part| part.filter(|part| part.len() == 2)) {
        day.extend(["-", &part]);
    }
    let kind = element.attribute("pub-type").or_else(|| element.attribute("date-type")).unwrap_or_default();
    let rank = match kind {
        "epub" | "pub" | "epub-ppub" => 2,
        "ppub" | "" => 1,
        // The issue, a preprint, what an archive adds.
        _ => 0,
    };
    Some((rank, day))
}

/// The authors of a group; editors are none.
fn authors(group: &Element) -> Vec<String> {
    let is_author =
        |contrib: &&Element| contrib.is("contrib") && contrib.attribute("contrib-type").is_none_or(|kind| kind == "author");
    let name = |contrib: &Element| {
        if let Some(name) = contrib.first("name") {
            let parts = ["given-names", "surname", "suffix"].into_iter().filter_map(|part| name.child(part)?.words());
            return Some(parts.collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty());
        }
        contrib.first("string-name").or_else(|| contrib.first("collab"))?.words()
    };
    group.children().filter(is_author).filter_map(name).collect()
}

/// An element of JATS under the names that the press has.
fn renamed(element: &Element) -> Element {
    let name = match element.name.as_str() {
        "title" | "subtitle" => "head",
        "caption" => "caption",
        "label" if element.children().next().is_none() => "label",
        "ref-list" | "fn" | "fn-group" | "glossary" | "table-wrap-foot" | "permissions" | "notes" => "fw",
        "ref" | "list-item" | "def-item" | "verse-line" => "item",
        "disp-quote"
        | "boxed-text"
        | "speech"
        | "verse-group"
        | "disp-formula"
        | "statement"
        | "attrib"
        | "ack"
        | "app"
        | "trans-abstract"
        | "fig"
        | "table-wrap"
        | "supplementary-material"
        | "bio"
        | "abstract"
        | "kwd-group" => "div",
        // The same formula in a language of computers.
        "tex-math" | "annotation" => "script",
        "break" => "br",
        other => other,
    };
    // The caption of a picture has its own title, and is one line or more.
    let is_caption = name == "caption";
    let content = element.content.iter().map(|node| match node {
        Node::Text(text) => Node::Text(text.clone()),
        Node::Element(child) => {
            let mut child = renamed(child);
            if is_caption && child.is("head") {
                "p".clone_into(&mut child.name);
            }
            Node::Element(child)
        }
    });
    let content = spaced(content.collect());
    Element { name: name.to_owned(), prefix: element.prefix.clone(), attributes: element.attributes.clone(), content }
}

/// The cells of a row with white space between them, the numbers of notes in brackets: they are no part of the word before.
fn spaced(content: Vec<Node>) -> Vec<Node> {
    let is_cell = |cell: &Element| ["td", "th", "label"].iter().any(|name| cell.is(name));
    let mut spaced: Vec<Node> = Vec::with_capacity(content.len());
    for node in content {
        match node {
            Node::Element(cell) if is_cell(&cell) => spaced.extend([Node::Element(cell), Node::Text(" ".to_owned())]),
            Node::Element(mark) if is_mark(&mark) && follows_word(&spaced) => {
                spaced.push(Node::Text(format!(" [{}]", mark.words().unwrap_or_default())));
            }
            node => spaced.push(node),
        }
    }
    spaced
}

/// Whether an element is the number of a note or of several.
fn is_mark(element: &Element) -> bool {
    let is_number = || element.words().is_some_and(|words| !words.contains(char::is_alphabetic) && !words.starts_with('['));
    (element.is("xref") || element.is("sup") && element.child("xref").is_some()) && is_number()
}

fn follows_word(before: &[Node]) -> bool {
    let last = before.last().and_then(|node| match node {
        Node::Text(text) => text.chars().last(),
        Node::Element(element) => element.text().chars().last(),
    });
    last.is_some_and(|last| !last.is_whitespace() && !matches!(last, '(' | '[' | ',' | '–' | '-'))
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
    use crate::model::article::BlockKind;

    const ARTICLE: &str = "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS 1.0//EN\" \"x.dtd\"><article xmlns:xlink=\"x\" xml:lang=\"fr-CA\"><front><journal-meta><journal-id>rp</journal-id>\
        <journal-title-group><journal-title>Revue des ponts</journal-title></journal-title-group></journal-meta><article-meta><article-id pub-id-type=\"pmid\">12</article-id>\
        <article-id pub-id-type=\"doi\">10.1/ab</article-id><article-categories><subj-group><subject>Essai</subject></subj-group></article-categories>\
        <title-group><article-title>Le pont de <italic>Valmont</italic></article-title><subtitle>Une histoire</subtitle></title-group><contrib-group>\
        <contrib contrib-type=\"author\"><name><surname>Lorme</surname><given-names>Ana</given-names></name><xref>1</xref></contrib>\
        <contrib contrib-type=\"editor\"><name><surname>Arcy</surname></name></contrib></contrib-group><aff>Institut de Brume</aff>\
        <pub-date pub-type=\"collection\"><year>2020</year></pub-date><pub-date pub-type=\"epub\"><day>4</day><month>3</month><year>2021</year></pub-date>\
        <fpage>3</fpage><lpage>9</lpage><abstract><p>On raconte le pont.</p></abstract></article-meta></front><body><sec><title>Le chantier</title>\
        <p>Il a duré onze mois<xref ref-type=\"bibr\">1</xref>.</p><fig><label>Figure 1</label><caption><title>Le tablier.</title><p>Vu du quai.</p></caption></fig></sec></body>\
        <back><ack><p>Merci à tous.</p></ack><ref-list><title>Sources</title><ref><label>1</label><mixed-citation>Poe A. Les ponts. 1999.</mixed-citation></ref></ref-list></back>\
        <sub-article><front-stub><title-group><article-title>The bridge</article-title></title-group></front-stub><body><p>It took eleven months.</p></body></sub-article></article>";

    #[test]
    fn an_article_of_a_journal_is_read_with_its_fields_and_parts() {
        let reading = read_text("a.xml", ARTICLE);
        let [article, part] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*article.title, article.published.date.to_string().as_str()), ("Le pont de Valmont", "2021-03-04"));
        assert_eq!(article.source.as_ref().map(|source| &*source.text), Some("Revue des ponts"));
        assert_eq!(article.author.as_ref().map(|author| &*author.text), Some("Ana Lorme"));
        let blocks: Vec<(&str, BlockKind)> =
            article.blocks.iter().map(|block| (block.span.of(&article.body), block.kind)).collect();
        let words: Vec<&str> = blocks.iter().map(|(words, _)| *words).collect();
        assert_eq!(
            words,
            [
                "Une histoire",
                "On raconte le pont.",
                "Le chantier",
                "Il a duré onze mois [1].",
                "Figure 1",
                "Le tablier.",
                "Vu du quai.",
                "Merci à tous.",
                "Sources",
                "1 Poe A. Les ponts. 1999."
            ]
        );
        assert_eq!((blocks[2].1, blocks[9].1), (BlockKind::Heading, BlockKind::Furniture));
        assert_eq!((&*part.title, &*part.body), ("The bridge", "It took eleven months."));
        assert!(reading.left_out[0].words.contains("Institut de Brume"));
        assert_no_word_lost("a.xml", ARTICLE);
    }
}
