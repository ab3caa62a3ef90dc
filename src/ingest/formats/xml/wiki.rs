//! Dumps of wikis that run on `MediaWiki`, such as Wikinews and Wikipedia (`pages-articles.xml`, `Special:Export`): a page an article.
//!
//! Of each page the last revision is read. Pages of other kinds (talk, templates, redirects) are left out and told. A revision is of the day
//! it was written; the day of publication is what Wikinews sets in a template above the text. What the signs in a text mean is `wikitext`'s.

mod wikitext;

use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::html_text;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::xml::wiki::wikitext::{Namespaces, Wikitext};
use crate::ingest::formats::xml::{Element, parse};

/// Why a text is a dump of a wiki.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    (sample.root()? == "mediawiki").then_some("its outermost element is that of a dump of MediaWiki")
}

/// Reads such a dump.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    let site = Site::of(&root);
    for page in root.all("page") {
        let title = page.child("title").and_then(Element::words).unwrap_or_default();
        let revisions: Vec<&Element> = page.children().filter(|child| child.is("revision")).collect();
        let written = |revision: &&Element| revision.child("timestamp").and_then(Element::words).unwrap_or_default();
        let Some(last) = revisions.iter().copied().max_by_key(written) else {
            out.left_out("a page of the wiki without a text", &title);
            continue;
        };
        let text = last.child("text").map(Element::text).unwrap_or_default();
        for older in revisions.iter().filter(|revision| !std::ptr::eq(**revision, last)) {
            out.left_out("an older revision of a page", &older.child("text").map(Element::text).unwrap_or_default());
        }
        if page.child("redirect").is_some() || !site.is_article(page, &title) {
            out.left_out("a page of the wiki that is no article", &format!("{title} {text}"));
            continue;
        }
        site.give(page, last, &title, &text, out);
    }
    if out.upcoming() == 1 {
        out.fail("is a dump of a wiki that holds no article");
    }
}

/// What a dump says of its wiki.
struct Site {
    name: Option<String>,
    lang: Option<String>,
    /// What addresses of pages begin with.
    base: Option<String>,
    namespaces: Namespaces,
}

impl Site {
    fn of(root: &Element) -> Self {
        let info = root.child("siteinfo");
        let said = |name: &str| info?.child(name)?.words();
        let base = said("base").and_then(|base| base.rsplit_once('/').map(|(head, _)| format!("{head}/")));
        let named = info.map(|info| info.all("namespace")).unwrap_or_default();
        let named = named.into_iter().filter_map(|one| Some((one.attribute("key")?.parse().ok()?, one.words()?)));
        Self {
            name: said("sitename"),
            lang: root.attribute("lang").map(ToOwned::to_owned),
            base,
            namespaces: Namespaces::new(named.collect()),
        }
    }

    /// Whether a page stands in the namespace of articles.
    fn is_article(&self, page: &Element, title: &str) -> bool {
        let number = page.child("ns").and_then(Element::words);
        number.map_or_else(|| self.namespaces.of(title).is_none(), |number| number == "0")
    }

    fn give(&self, page: &Element, revision: &Element, title: &str, text: &str, out: &mut Output<'_>) {
        let found = Wikitext::read(text, &self.namespaces);
        let mut record = SourceRecord::default();
        let declared = &mut record.declared;
        declared.title = Some(title.to_owned());
        declared.date = found.date;
        declared.updated = revision.child("timestamp").and_then(Element::words).map(|words| date::iso(&words).unwrap_or(words));
        declared.outlet.clone_from(&self.name);
        declared.lang.clone_from(&self.lang);
        declared.url = self.base.as_ref().map(|base| format!("{base}{}", title.replace(' ', "_")));
        declared.docid = page.child("id").and_then(Element::words);
        record.extend(&html_text::lines(&found.html));
        for reference in &found.references {
            record.aside(&html_text::words(reference));
        }
        out.next(record.finish(), text.as_bytes());
        out.left_out("boxes and templates of a page of the wiki", &html_text::words(&found.boxes.join(" ")));
        out.left_out("categories and sister pages of a page of the wiki", &found.categories.join(", "));
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;
    use crate::model::article::BlockKind;

    fn dump(pages: &str) -> String {
        format!(
            "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.10/\" xml:lang=\"fr\"><siteinfo><sitename>Dépêches</sitename><base>https://a.example/wiki/Accueil</base>\
             <namespaces><namespace key=\"0\"/><namespace key=\"1\">Discussion</namespace><namespace key=\"6\">Fichier</namespace><namespace key=\"14\">Catégorie</namespace>\
             </namespaces></siteinfo>{pages}</mediawiki>"
        )
    }

    fn page(title: &str, ns: u8, text: &str) -> String {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "<page><title>{title}</title><ns>{ns}</ns><id>7</id><revision><id>1</id><timestamp>2021-03-04T10:00:00Z</timestamp><text>vieux</text></revision>\
             <revision><timestamp>2021-03-06T10:00:00Z</timestamp><contributor><username>Ana</username></contributor><text>{text}</text></revision></page>"
        )
    }

    #[test]
    fn pages_are_articles_and_what_is_none_is_told() {
        let text = "{{date|5 mars 2021}} {{Valmont}}\n[[Fichier:pont.jpg|thumb|200px|Le [[pont]] de Valmont.]]\n'''Le pont de [[Valmont (ville)|Valmont]]''' a rouvert \
                    {{lang|en|today}} jeudi,<ref name=\"a\">La Vigie, 4 mars.</ref> dit le maire {{w|Paul d'Arcy}}.<!-- à voir -->\nIl mesure {{unité|12|km}} &amp; plus.\n\n\
                    == Les travaux ==\n* [[Fichier:a.png|25px|Un signe de chantier]] Onze mois\n* [https://a.example/x La mairie] paie\n{| class=\"wikitable\"\n|+ Coûts\n! Quoi !! Combien\n|-\n| style=\"x\" | Pont || 12\n|}\n\
                    {{Citation bloc|Nous sommes contents de ce pont neuf.|Le maire}}\n[[Catégorie:Ponts]]\n[[en:Valmont bridge]]\n__NOTOC__\n";
        let pages = [page("Un pont rouvre", 0, text), page("Discussion:Un pont", 1, "On parle.")].concat();
        let reading = read_text("a.xml", &dump(&pages));
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*article.title, article.published.date.to_string().as_str()), ("Un pont rouvre", "2021-03-05"));
        assert_eq!(article.url.as_deref(), Some("https://a.example/wiki/Un_pont_rouvre"));
        let lines: Vec<&str> = article.body.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            lines,
            [
                "Le pont de Valmont.",
                "Le pont de Valmont a rouvert today jeudi, dit le maire Paul d'Arcy. Il mesure 12 km & plus.",
                "Les travaux",
                "• Onze mois",
                "• La mairie paie",
                "Coûts",
                "Quoi",
                "Combien",
                "Pont",
                "12",
                "Nous sommes contents de ce pont neuf.",
                "La Vigie, 4 mars."
            ]
        );
        assert_eq!((article.blocks[0].kind, article.blocks.last().unwrap().kind), (BlockKind::Caption, BlockKind::Furniture));
        let left: Vec<&str> = reading.left_out.iter().map(|part| &*part.words).collect();
        assert_eq!(
            left,
            [
                "vieux",
                "à voir Valmont Un signe de chantier Le maire",
                "Ponts, en:Valmont bridge",
                "vieux",
                "Discussion:Un pont On parle."
            ]
        );
    }

    #[test]
    fn signs_that_nothing_closes_cost_no_word_and_no_time() {
        for sign in ["{{", "[[", "<ref>", "{|\n", "[http://a ", "<nowiki>", "''", "<!--", "{{a|", "[[b|"] {
            let text = format!("Le pont rouvre. {}\nLa piscine ferme.", sign.repeat(20_000));
            let reading = read_text("a.xml", &dump(&page("Un pont", 0, &text)));
            assert!(crate::ingest::formats::tests::kept(&reading).contains("piscine"), "{sign}");
        }
    }
}
