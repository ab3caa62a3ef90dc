//! RSS, RDF and Atom feeds kept as files, and the exports of `WordPress` (WXR), which are RSS: an article for each item.

use serde_json::{Map, Value};

use crate::ingest::draft::{Break, Declared, Draft, Lines};
use crate::ingest::formats::databases::record::tidy;
use crate::ingest::formats::date;
use crate::ingest::formats::fields::{cleaned, is_told, stands_in};
use crate::ingest::formats::json;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::ingest::formats::unread::unread;
use crate::ingest::formats::xml::{Element, parse};
use crate::model::article::BlockKind;

/// Why a text is a feed.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    match sample.root()? {
        "rss" => Some("its outermost element is that of an RSS feed"),
        "feed" => Some("its outermost element is that of an Atom feed"),
        "RDF" if sample.text.contains("purl.org/rss") => Some("its outermost element is that of an RDF feed"),
        _ => None,
    }
}

/// Reads a feed.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    let channel = root.child("channel").unwrap_or(&root);
    let outlet = channel.children().find(|child| is(child, "title")).and_then(Element::words);
    let lang = channel.children().find(|child| child.is("language")).and_then(Element::words);
    let lang = lang.or_else(|| root.attribute("lang").map(ToOwned::to_owned));
    let items: Vec<&Element> = root.all(if root.is("feed") { "entry" } else { "item" });
    if let Some(about) = field(channel, &["description", "subtitle", "itunes:summary"]) {
        out.left_out("what the feed says of itself", &cleaned(&about));
    }
    if items.is_empty() {
        return out.fail("is a feed without an article");
    }
    for (item, position) in items.into_iter().zip(1..) {
        if let Some(kind) = field(item, &["wp:post_type"]).filter(|kind| !matches!(kind.as_str(), "post" | "page" | "article")) {
            out.left_out(
                "an entry of the site that is no article",
                &format!("{kind} {}", field(item, &["title"]).unwrap_or_default()),
            );
            continue;
        }
        let draft = draft(item, outlet.as_deref(), lang.as_deref());
        if let Ok(draft) = &draft {
            out.unread(|| unread(&record_of(item), draft));
        }
        out.element(position, draft, item.text().as_bytes());
    }
}

/// All that an element says, as a record.
fn record_of(element: &Element) -> Value {
    let mut record = Map::new();
    for child in element.children() {
        let name = if child.prefix.is_empty() { child.name.clone() } else { format!("{}:{}", child.prefix, child.name) };
        let value = if child.children().next().is_some() { record_of(child) } else { Value::String(child.text()) };
        if let Value::Array(list) = record.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
            list.push(value);
        }
    }
    Value::Object(record)
}

fn draft(item: &Element, outlet: Option<&str>, lang: Option<&str>) -> Result<Draft, String> {
    const TEXTS: [&[&str]; 5] = [
        &["content:encoded", "content", "yandex:full-text", "full-text", "fulltext"],
        &["description"],
        &["summary"],
        &["itunes:summary"],
        &["media:description"],
    ];
    let mut texts = TEXTS.iter().filter_map(|names| marked(item, names));
    let text = texts.next().or_else(|| marked(item.children().find(|child| is(child, "media:group"))?, &["media:description"]));
    let source = field(item, &["dc:source", "source"]);
    let declared = Declared {
        title: field(item, &["title"]).map(|title| cleaned(&title)),
        date: field(item, &["wp:post_date", "pubDate", "published", "dc:date", "updated"]).map(|words| moment(&words)),
        outlet: source.or_else(|| outlet.map(ToOwned::to_owned)),
        author: author(item),
        url: link(item),
        lang: field(item, &["dc:language"]).or_else(|| lang.map(ToOwned::to_owned)),
        section: field(item, &["category"]),
        updated: field(item, &["updated", "dcterms:modified"]).map(|words| moment(&words)),
        docid: field(item, &["guid", "id"]),
        ..Declared::default()
    };
    let declared = tidy(declared);
    let lines = match (text, &declared) {
        (Some(text), _) => texts.next().map_or_else(|| json::lines(&text), |lead| led(&lead, &text)),
        // An item of a list of headlines.
        (None, Declared { title: Some(title), date: Some(_), url: Some(_), .. }) => json::lines(title),
        _ => return Err("has no text".to_owned()),
    };
    Ok(Draft { declared, lines, ..Draft::default() })
}

/// The lines of `text` behind those of a lead that do not stand in it. A lead that only repeats how the text begins leaves what a site adds to it
/// (`The post … appeared first on …`), which is no part of the text.
fn led(lead: &str, text: &str) -> Lines {
    let (lead, body) = (json::lines(lead), json::lines(text));
    let is_own = lead.all_words().next().is_some_and(|first| !stands_in(first, text));
    let missing: Vec<&str> = lead.all_words().filter(|line| !stands_in(line, text)).collect();
    let mut lines = Lines::with_room(body.text.len());
    if is_own {
        for line in &missing {
            lines.push(line, Break::Gap, None);
        }
    }
    lines.extend(&body, None);
    if !is_own {
        for line in &missing {
            lines.push(line, Break::Gap, Some(BlockKind::Furniture));
        }
    }
    lines
}

/// Whether `element` is called `name`, with its prefix.
fn is(element: &Element, name: &str) -> bool {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    element.prefix == prefix && element.name == local
}

/// The words of the first of `names` that is there.
fn field(item: &Element, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| item.children().find(|child| is(child, name)).and_then(Element::words))
}

/// The text of the first of `names`, with the markup that stands in it as text or as elements.
fn marked(item: &Element, names: &[&str]) -> Option<String> {
    let found = names.iter().find_map(|name| item.children().find(|child| is(child, name)))?;
    let text = if found.children().next().is_some() { found.markup() } else { found.text() };
    Some(single(&text)).filter(|text| is_told(text))
}

/// A text whose entities were written twice, with them written once: `vot&amp;eacute;`.
fn single(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("&amp;") {
        let name = behind.split(';').next().unwrap_or_default();
        let entity = (2..=8).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        out.push_str(before);
        out.push_str(if entity && behind.len() > name.len() { "&" } else { "&amp;" });
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The author: `dc:creator`, the name in Atom's `author`, or what RSS has there without its address.
fn author(item: &Element) -> Option<String> {
    let creators: Vec<String> = item.children().filter(|child| is(child, "dc:creator")).filter_map(Element::words).collect();
    let named = || {
        item.children().filter(|child| is(child, "author")).filter_map(|author| author.child("name")?.words()).collect::<Vec<_>>()
    };
    let authors = if creators.is_empty() { named() } else { creators };
    let rss = || {
        let words = field(item, &["author"])?;
        let name = words.split_once('(').map_or(words.as_str(), |(_, name)| name.trim_end_matches(')'));
        Some(name.to_owned()).filter(|name| !name.contains('@'))
    };
    if authors.is_empty() { rss() } else { Some(authors.join(", ")) }
}

/// The address: the alternate link of Atom, `link`, or an identifier that is an address.
fn link(item: &Element) -> Option<String> {
    let links: Vec<&Element> = item.children().filter(|child| is(child, "link")).collect();
    let alternate = links.iter().find(|link| link.attribute("rel").is_none_or(|rel| rel == "alternate"));
    let found = alternate.and_then(|link| link.attribute("href").map(ToOwned::to_owned).or_else(|| link.words()));
    found.or_else(|| field(item, &["guid", "id"])).filter(|address| address.contains("://"))
}

/// A moment with a year of four digits: RFC 822 has two (`Tue, 09 Mar 21 18:00:00 +0100`).
fn moment(words: &str) -> String {
    let mut parts: Vec<String> = words.split_whitespace().map(ToOwned::to_owned).collect();
    let at = usize::from(parts.first().is_some_and(|day| day.ends_with(',')));
    if let Some(year) = parts.get_mut(at + 2)
        && year.len() == 2
        && let Ok(short) = year.parse::<u16>()
    {
        // As RFC 2822 reads them, with the web's own age in mind.
        *year = (if short < 70 { 2000 + short } else { 1900 + short }).to_string();
    }
    let words = parts.join(" ");
    if words.contains('-') { words } else { date::iso(&words).unwrap_or(words) }
}

#[cfg(test)]
mod tests {
    use super::{moment, single};
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn feeds_of_all_kinds_give_their_items() {
        let rss = "<!DOCTYPE rss SYSTEM \"x\"><rss><channel><title>La Vigie</title><item><media:title>x</media:title><title>A &amp; B</title>\
                   <pubDate>Thu, 15 Aug 13 10:00:00 +0200</pubDate><description>&lt;p&gt;Un&lt;/p&gt;</description></item><item><title>C</title></item></channel></rss>";
        let rdf = "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"><channel><title>La Vigie</title></channel><item><title>A &amp; B</title><dc:date>2013-08-15T08:00:00Z\
                   </dc:date><description>Un</description></item></rdf:RDF>";
        let atom = "<feed><title>La Vigie</title><entry><title>A &amp; B</title><published>2013-08-15T08:00:00Z</published><author><name>Ana</name></author>\
                    <link rel=\"self\" href=\"http://x.example/a\"/><link href='http://x.example/1'/><content type=\"xhtml\"><div><p>Un</p></div></content></entry></feed>";
        for text in [rss, rdf, atom] {
            let reading = read_text("a.xml", text);
            let article = &reading.articles[0];
            assert_eq!(
                (&*article.title, article.published.date.to_string().as_str(), &*article.body),
                ("A & B", "2013-08-15", "Un"),
                "{text}"
            );
            assert_eq!(article.source.as_ref().map(|source| &*source.text), Some("La Vigie"));
        }
        assert_eq!(read_text("a.xml", rss).problems[0].articles, 1);
        assert_eq!(read_text("a.xml", atom).articles[0].url.as_deref(), Some("http://x.example/1"));
        assert!(read_text("a.xml", "<?xml version=\"1.0\"?><svg><title>x</title></svg>").articles.is_empty());
    }

    #[test]
    fn a_lead_beside_the_text_is_kept_and_an_item_without_a_text_is_its_headline() {
        let item = |lead: &str, text: &str| {
            format!(
                "<rss><channel><title>La Vigie</title><description>Toute la vallée</description><item><title>Un pont</title><link>https://a.example/1</link>\
                 <pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate><description>{lead}</description>{text}</item></channel></rss>"
            )
        };
        let text = "<content:encoded>&lt;p&gt;Le pont rouvre jeudi.&lt;/p&gt;&lt;p&gt;Il est neuf.&lt;/p&gt;</content:encoded>";
        let body = |lead: &str, text: &str| read_text("a.xml", &item(lead, text)).articles[0].body.to_string();
        assert_eq!(body("Onze mois de travaux.", text), "Onze mois de travaux.\n\nLe pont rouvre jeudi.\n\nIl est neuf.");
        assert_eq!(body("Le pont rouvre […]", text), "Le pont rouvre jeudi.\n\nIl est neuf.");
        let added = read_text(
            "a.xml",
            &item("&lt;p&gt;Le pont rouvre&lt;/p&gt;&lt;p&gt;The post Un pont appeared first on La Vigie.&lt;/p&gt;", text),
        );
        assert_eq!(added.articles[0].text_blocks().count(), 2, "{added:?}");
        assert_eq!(added.left_out[0].words, "Toute la vallée");
        assert_eq!(body("&lt;img src='p.gif'/&gt;", ""), "Un pont");
    }

    #[test]
    fn what_no_article_shows_of_an_item_is_told_and_a_film_has_its_description() {
        let rss = "<rss><channel><title>La Vigie</title><item><title>Un pont</title><description>Le pont rouvre jeudi.</description><description>Il est neuf.</description>\
                   <media:content url='a.jpg'><media:credit>Ana Lorme</media:credit></media:content></item></channel></rss>";
        let unread = read_text("a.xml", rss).unread.unwrap_or_default();
        let told: Vec<(&str, usize)> = unread.iter().map(|field| (&*field.name, field.words)).collect();
        assert_eq!(told, [("description", 3), ("media:content.media:credit", 2)]);
        let film = "<feed><title>La Vigie</title><entry><title>Un pont</title><media:group><media:description>Le pont rouvre jeudi.</media:description></media:group></entry></feed>";
        assert_eq!(&*read_text("a.xml", film).articles[0].body, "Le pont rouvre jeudi.");
    }

    #[test]
    fn an_export_of_a_site_gives_its_posts() {
        let wxr = "<rss><channel><title>Carnet</title><item><title>Photo</title><wp:post_type>attachment</wp:post_type></item><item><title>Billet</title>\
                   <dc:creator>Ana</dc:creator><content:encoded><![CDATA[<p>Un texte.</p>]]></content:encoded><excerpt:encoded>x</excerpt:encoded>\
                   <wp:post_date>2021-03-09 18:00:00</wp:post_date><wp:post_type>post</wp:post_type></item></channel></rss>";
        let reading = read_text("a.xml", wxr);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*article.body, article.published.date.to_string().as_str()), ("Un texte.", "2021-03-09"));
        assert_eq!(reading.left_out[0].words, "attachment Photo");
    }

    #[test]
    fn what_was_written_twice_is_read_once() {
        assert_eq!(single("vot&amp;eacute; R&amp;D &amp;"), "vot&eacute; R&amp;D &amp;");
        assert_eq!(moment("Tue, 09 Mar 21 18:00:00 +0100"), "2021-03-09");
        assert_eq!(moment("2021-03-09T18:00:00Z"), "2021-03-09T18:00:00Z");
    }
}
