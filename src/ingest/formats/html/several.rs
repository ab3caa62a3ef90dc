//! Pages that hold more than one article, and live blogs: told before a page is read as one article. Called by `html` alone.
//!
//! A blog's home with whole articles gives each of them, a live blog stays one: its entries belong together.

use dom_query::{Document, NodeRef};
use serde_json::Value;

use crate::ingest::draft::{Declared, Lines};
use crate::ingest::formats::html_meta::linked::Linked;
use crate::ingest::formats::html_text;

/// Why a page is one of several articles.
pub(super) const SEVERAL: &str = "tags of a page, which holds several whole articles";
/// Why a page is a list of articles.
pub(super) const LIST: &str = "tags of a page, which lists articles that stand elsewhere";
/// Why a page is a live blog.
pub(super) const LIVE: &str = "tags of a page, whose text is a live blog: entries with hours";

/// The pages that a page of several whole articles is made of, one for each, and the words around them; none of a page of one article.
///
/// Each stands in an element of its own, under its own heading, and the page says of itself neither that it is an article nor that it is
/// a live blog.
pub(super) fn pages(document: &Document, linked: &Linked, source: &str) -> Option<(Vec<String>, String)> {
    /// Bytes of a whole article; a teaser has fewer.
    const WHOLE: usize = 900;
    if source.matches("<article").take(2).count() < 2 || linked.is_one_article() {
        return None;
    }
    let site =
        document.select_single("meta[property='og:site_name']").attr("content").map(|name| name.to_string()).unwrap_or_default();
    if says_article(document) || is_headed(document, &site) {
        return None;
    }
    let is_article = |above: NodeRef| above.node_name().is_some_and(|name| &*name == "article");
    let outermost = |node: &NodeRef| !node.ancestors_it(None).any(is_article);
    let articles: Vec<NodeRef<'_>> = document.select("article").nodes().iter().copied().filter(outermost).collect();
    let whole = |node: &&NodeRef| {
        let lines = html_text::lines_of(node);
        let bytes: usize = lines.all_words().map(str::len).sum();
        bytes >= WHOLE && heading(node).is_some()
    };
    let whole: Vec<&NodeRef<'_>> = articles.iter().filter(whole).collect();
    // One article and the teasers of others are one article.
    if whole.len() < 2 || whole.len() * 2 < articles.len() {
        return None;
    }
    let lang = document.select_single("html").attr("lang").map(|lang| lang.to_string()).unwrap_or_default();
    let pages = whole.iter().map(|node| page(node, &lang, &site)).collect();
    for node in &whole {
        node.remove_from_parent();
    }
    let rest = html_text::lines_of(&document.root());
    Some((pages, rest.all_words().collect::<Vec<_>>().join(" ")))
}

/// The articles that a page gives to machines alone, each with its text, where it has none of its own: two at least, and whole.
pub(super) fn linked(document: &Document, linked: &Linked) -> Option<Vec<(Declared, String)>> {
    /// Bytes of a whole article.
    const WHOLE: usize = 400;
    if linked.is_live_blog() || says_article(document) {
        return None;
    }
    let whole = |(declared, text): (Declared, Option<String>)| Some((declared, text.filter(|text| text.len() >= WHOLE)?));
    let all = linked.several();
    let count = all.len();
    let articles: Vec<(Declared, String)> = all.into_iter().filter_map(whole).collect();
    (articles.len() >= 2 && articles.len() * 2 >= count).then_some(articles)
}

/// Whether a page says to machines that it lists articles which stand elsewhere, and is none itself.
pub(super) fn is_list(document: &Document, linked: &Linked) -> bool {
    !linked.is_live_blog() && !says_article(document) && linked.several().len() >= 2
}

/// All that a page shows.
pub(super) fn shown(document: &Document) -> String {
    html_text::lines_of(&document.root()).all_words().collect::<Vec<_>>().join(" ")
}

/// Whether a page calls itself an article.
fn says_article(document: &Document) -> bool {
    document.select_single("meta[property='og:type']").attr("content").is_some_and(|kind| kind.contains("article"))
}

/// Whether a headline of the first level stands above all articles: then they are parts of one. The name of the site is none.
fn is_headed(document: &Document, site: &str) -> bool {
    let inner = document.select("article h1").nodes().len();
    let heads = document.select("h1");
    let [only] = heads.nodes() else { return false };
    let words = only.text().trim().to_owned();
    let link = only.descendants_it().find_map(|node| node.attr("href"));
    let home = link.is_some_and(|link| {
        link.split_once("://").map_or(&*link, |(_, rest)| rest).trim_end_matches('/').matches('/').count() == 0
    });
    inner == 0 && !home && !words.is_empty() && words.to_lowercase() != site.to_lowercase()
}

/// The first heading of an article.
fn heading<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let heads = ["h1", "h2", "h3"];
    node.descendants_it()
        .find(|node| node.node_name().is_some_and(|name| heads.contains(&&*name)) && !node.text().trim().is_empty())
}

/// One article as a page of its own, under the address that its heading leads to.
fn page(node: &NodeRef<'_>, lang: &str, site: &str) -> String {
    let quoted = |words: &str| words.replace('&', "&amp;").replace('"', "&quot;");
    let link = heading(node).and_then(|heading| heading.descendants_it().find_map(|node| node.attr("href")));
    let link = link.filter(|link| link.contains("://")).map(|link| format!("<link rel=canonical href=\"{}\">", quoted(&link)));
    format!(
        "<html lang=\"{}\"><head><meta property=\"og:site_name\" content=\"{}\">{}</head><body>{}</body></html>",
        quoted(lang),
        quoted(site),
        link.unwrap_or_default(),
        node.html()
    )
}

/// Whether a text is a live blog: the page says so to machines, or many lines open with an hour.
pub(super) fn is_live(lines: &Lines, linked: &Linked) -> bool {
    /// Entries of a live blog at least, and lines to one of them at most.
    const ENTRIES: usize = 5;
    const LINES: usize = 12;
    if linked.is_live_blog() {
        return true;
    }
    let hours = lines.all_words().filter(|words| opens_with_hour(words)).count();
    hours >= ENTRIES && lines.places.len() <= hours * LINES
}

/// `14h32`, `14:32 – Un vote`, `9.05 Uhr`.
fn opens_with_hour(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let (Some(hour), Some(rest)) = (words.get(..digits), words.get(digits..)) else { return false };
    let Some(minutes) = rest.strip_prefix([':', 'h', '.']).and_then(|rest| rest.get(..2)) else { return false };
    let behind = rest.get(3..).unwrap_or_default();
    let number = |words: &str, most: u8| words.parse::<u8>().is_ok_and(|number| number < most);
    (1..=2).contains(&digits)
        && number(hour, 24)
        && number(minutes, 60)
        && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '.')
}

/// The entries of a live blog that a page gives to machines, as text.
pub(super) fn entries(linked: &Linked) -> Option<String> {
    let updates = linked.entries()?;
    let said = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
    let entries =
        updates.iter().map(|entry| [said(entry, "headline"), said(entry, "articleBody")].join("\n\n").trim().to_owned());
    let text = entries.filter(|entry| !entry.is_empty()).collect::<Vec<_>>().join("\n\n");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::opens_with_hour;
    use crate::ingest::formats::tests::read_text;

    const PROSE: &str = "La halle de Brume a rouvert mardi matin après un an de travaux, et les marchands sont revenus avec leurs étals, comme l'a \
        promis le maire de la ville devant les élus réunis. ";

    fn post(title: &str, day: &str, length: usize) -> String {
        format!(
            "<article><h2><a href='https://brume.example/{title}'>{title}</a></h2><time datetime={day}>x</time><p class=byline>Par Ana Lorme</p><p>{}</p></article>",
            PROSE.repeat(length)
        )
    }

    #[test]
    fn a_page_of_whole_articles_gives_each_of_them() {
        let page = |posts: String| {
            format!(
                "<html lang=fr><head><title>Brume</title></head><body><h1><a href=/>Brume</a></h1>{posts}<p>Mentions.</p></body></html>"
            )
        };
        let two = page(post("Halle", "2021-03-09", 8) + &post("Port", "2021-03-08", 8) + &post("Bref", "2021-03-07", 1));
        let reading = read_text("a.html", &two);
        let told: Vec<(&str, String)> =
            reading.articles.iter().map(|one| (&*one.title, one.published.date.to_string())).collect();
        assert_eq!(told, [("Halle", "2021-03-09".to_owned()), ("Port", "2021-03-08".to_owned())]);
        assert_eq!(reading.articles[0].url.as_deref(), Some("https://brume.example/Halle"));
        assert!(reading.left_out[0].words.contains("Mentions.") && reading.left_out[0].words.contains("Bref"));
        let one = page(post("Halle", "2021-03-09", 8) + &post("Port", "2021-03-08", 1) + &post("Bref", "2021-03-07", 1));
        assert_eq!(read_text("a.html", &one).articles.len(), 1);
        let live = two.replace(
            "<head>",
            "<head><script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Direct\"}</script>",
        );
        assert_eq!(read_text("a.html", &live).articles.len(), 1);
    }

    #[test]
    fn a_live_blog_is_told_as_such_and_stays_one_article() {
        let entries = [10, 11, 12, 13, 14, 15, 16, 17].map(|hour| format!("<h3>{hour}h05</h3><p>{PROSE}</p>")).concat();
        let reading = read_text(
            "a.html",
            &format!("<html lang=fr><body><article><h1>La journée en direct</h1>{entries}</article></body></html>"),
        );
        assert_eq!(reading.articles.len(), 1);
        assert!(reading.taken.unwrap().why.contains("live blog"));
        let plain = read_text(
            "b.html",
            &format!("<html lang=fr><body><article><h1>La journée</h1><p>{PROSE}</p></article></body></html>"),
        );
        assert!(!plain.taken.unwrap().why.contains("live blog"));
        assert!(["14h32", "14:32 – Un vote", "9.05 Uhr"].iter().all(|line| opens_with_hour(line)));
        assert!(!["14h32min", "12.03.2021", "1h", "25:00", "3.5 millions"].iter().any(|line| opens_with_hour(line)));
    }

    #[test]
    fn articles_that_stand_for_machines_alone_are_read_or_told_as_a_list() {
        let item = |n: usize, text: &str| {
            format!(
                "{{\"@type\":\"NewsArticle\",\"headline\":\"Un vote {n}\",\"datePublished\":\"2021-03-0{n}\",\"author\":{{\"@type\":\"Person\",\"name\":\"Ana Lorme\"}}{text}}}"
            )
        };
        let page = |items: &str| {
            format!(
                "<html lang=fr><head><script type='application/ld+json'>{items}</script></head><body><h1>Brume</h1><p>Un vote 1</p><p>Un vote 2</p></body></html>"
            )
        };
        let text = format!(",\"articleBody\":\"{}\"", PROSE.repeat(4));
        let whole = page(&format!("[{},{}]", item(1, &text), item(2, &text)));
        let reading = read_text("a.html", &whole);
        let told: Vec<(&str, String)> =
            reading.articles.iter().map(|one| (&*one.title, one.published.date.to_string())).collect();
        assert_eq!(told, [("Un vote 1", "2021-03-01".to_owned()), ("Un vote 2", "2021-03-02".to_owned())]);
        assert_eq!(reading.articles[1].author.as_ref().map(|author| &*author.text), Some("Ana Lorme"));
        assert!(reading.left_out[0].words.contains("Brume"));
        let listed = page(&format!("{{\"@type\":\"ItemList\",\"itemListElement\":[{},{}]}}", item(1, ""), item(2, "")));
        let reading = read_text("a.html", &listed);
        assert_eq!(reading.articles.len(), 1);
        assert!(reading.articles[0].author.is_none() && reading.taken.unwrap().why.contains("lists articles"));
        let one = page(&item(1, &text));
        assert_eq!(&*read_text("a.html", &one).articles[0].title, "Un vote 1");
    }

    #[test]
    fn entries_for_machines_are_read_where_the_page_shows_few() {
        let page = format!(
            "<html lang=fr><head><script type='application/ld+json'>{{\"@type\":\"LiveBlogPosting\",\"headline\":\"Direct\",\"liveBlogUpdate\":[\
             {{\"@type\":\"BlogPosting\",\"headline\":\"Le vote\",\"articleBody\":\"{PROSE}\"}},{{\"@type\":\"BlogPosting\",\"articleBody\":\"{PROSE}\"}}]}}\
             </script></head><body><h1>Direct</h1><p>Suivez le vote.</p></body></html>"
        );
        let reading = read_text("a.html", &page);
        assert!(reading.articles[0].body.contains("Le vote") && reading.articles[0].body.matches("La halle").count() == 2);
    }
}
