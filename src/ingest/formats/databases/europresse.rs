//! Europresse, and Eureka.cc, its twin: exports of the press database in HTML, in the layout of today (`<article>`) and in the old
//! one of tables.
//!
//! The classes of its markup say what is what. What no class tells stays in the text as furniture: nothing is dropped.

pub(crate) mod saved_text;

use dom_query::{Document, NodeRef};

use crate::ingest::draft::{Around, Break, Declared, Draft, Lines};
use crate::ingest::formats::databases::record::tidied;
use crate::ingest::formats::date;
use crate::ingest::formats::html_text;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::ingest::rules::byline::is_name;
use crate::ingest::rules::signatories::signatories;
use crate::ingest::rules::weekdays::is_weekday;
use crate::model::article::BlockKind;

/// The class of the outlet's name, which stands above every document in both layouts.
const OUTLET: &str = "DocPublicationName";

/// Why a text is such an export.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let marked = |word: &str| memchr::memmem::find(sample.text.as_bytes(), word.as_bytes()).is_some();
    (sample.is_markup() && marked(OUTLET) && marked("DocHeader")).then_some("its markup has the classes of Europresse documents")
}

/// Reads an export.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let parts = articles(text.text);
    let (parts, today) = if parts.is_empty() { (documents(text.text), false) } else { (parts, true) };
    for part in parts {
        if !part.contains(OUTLET) {
            out.left_out("what belongs to no document", &html_text::words(part));
        } else if html_text::is_pit(part) {
            out.lost("is nested deeper than any document of the database");
        } else if today {
            out.next(article(part), part.as_bytes());
        } else {
            out.next(document(part), part.as_bytes());
        }
    }
}

/// The `<article>` elements of `html`, which do not nest; what stands before, between and behind them is style and script.
fn articles(html: &str) -> Vec<&str> {
    let starts: Vec<usize> = html
        .match_indices("<article")
        .map(|(at, _)| at)
        .filter(|at| html.get(at + 8..).is_some_and(|rest| rest.starts_with([' ', '>', '\n', '\t'])))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([html.len()]);
    let part = |(start, end): (&usize, usize)| {
        let part = html.get(*start..end)?;
        Some(part.rfind("</article>").and_then(|end| part.get(..end + "</article>".len())).unwrap_or(part))
    };
    starts.iter().zip(ends).filter_map(part).collect()
}

/// The documents of the old layout: each begins with its table of images, or else with the outlet's name.
fn documents(html: &str) -> Vec<&str> {
    let opening =
        if html.contains("tbHeaderImages") { "<table id=\"tbHeaderImages\"" } else { "<span class=\"DocPublicationName\"" };
    let starts: Vec<usize> = html.match_indices(opening).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([html.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| html.get(*start..end)).collect()
}

/// A document of today's layout.
fn article(html: &str) -> Draft {
    let page = Document::fragment(html);
    let (mut declared, edition) = published(&page);
    let head = taken(&page, ".DocHeader").unwrap_or_default();
    header(&head, &mut declared);
    declared.docid = taken(&page, ".publiC-lblNodoc");
    let byline = taken(&page, ".docAuthors");
    if let Some(byline) = &byline {
        sign(&mut declared, byline);
    }
    declared.title = ["h1.titreArticleVisu, .titreArticleVisu", ".rdp__articletitle", ".titreArticle .sm-margin-TopNews"]
        .iter()
        .find_map(|selector| taken(&page, selector));
    declared.date = declared.date.or_else(|| declared.docid.as_deref().and_then(date::in_identifier));
    let mut lines = Lines::default();
    let mut furniture = Lines::default();
    furniture.extend(&edition, None);
    // What of the byline is no name stays beside the text.
    if let Some(byline) = byline.filter(|byline| declared.author.as_ref() != Some(byline)) {
        furniture.push(&byline, Break::Gap, None);
    }
    move_lines(&page, "[class^=apd-], .docComplementLink", &mut furniture, None);
    let mut subtitle = Lines::default();
    move_lines(&page, ".rdp__subtitle", &mut subtitle, None);
    move_lines(&page, ".titreArticle, header > div > p, header > p", &mut lines, Some(BlockKind::Heading));
    lines.extend(&subtitle, None);
    move_lines(&page, "header b, .DocText", &mut lines, None);
    let told = !lines.places.iter().all(|line| line.kind == Some(BlockKind::Heading));
    move_lines(&page, ".rdp__newsdoc", &mut lines, None);
    move_lines(&page, ".rdp__attachnews", &mut lines, Some(BlockKind::Caption));
    if !told {
        move_lines(&page, "section, aside", &mut lines, None);
    }
    furniture.extend(&html_text::lines_of(&page.root()), None);
    declared.updated = furniture.all_words().find(|words| words.starts_with("Mis")).and_then(date::iso);
    lines.extend(&as_furniture(furniture), None);
    Draft { declared, lines, curated: true, around: Around::Notices }
}

/// The outlet, and the lines below its name that say of which edition.
fn published(page: &Document) -> (Declared, Lines) {
    let mut edition = Lines::default();
    let mut name = None;
    if let Some(node) = page.select(".DocPublicationName").nodes().first() {
        let lines = html_text::lines_of(node);
        name = lines.all_words().next().map(outlet);
        lines.all_words().skip(1).for_each(|words| edition.push(words, Break::Gap, None));
        node.remove_from_parent();
    }
    (Declared { outlet: name, ..Declared::default() }, edition)
}

/// Takes from a byline who signed.
fn sign(declared: &mut Declared, byline: &str) {
    let signed = signatories(byline, declared.outlet.as_deref());
    declared.author = signed.names;
    declared.credit = declared.credit.take().or_else(|| signed.agency.map(ToOwned::to_owned));
}

/// A document of the old layout: after the spans with a class come the author, the text, the copyright line and the certificate.
fn document(html: &str) -> Draft {
    let page = Document::fragment(html);
    let (mut declared, edition) = published(&page);
    header(&taken(&page, ".DocHeader").unwrap_or_default(), &mut declared);
    declared.title = page.select(".TitreArticleVisu, .titreArticleVisu").nodes().first().map(words_of);
    let rest = html_text::lines_of(&page.root());
    let title = rest.all_words().position(|words| declared.title.as_deref() == Some(words));
    let mut lines = as_furniture(edition);
    let mut ended = false;
    for (at, line) in rest.places.iter().enumerate().filter(|(at, _)| Some(*at) != title) {
        let words = rest.words(line);
        ended |= words.starts_with(['©']) || is_number(words).is_some();
        if let Some(number) = is_number(words) {
            declared.docid.get_or_insert(number.to_owned());
        }
        let above = title.is_some_and(|title| at < title).then_some(BlockKind::Heading);
        if !ended
            && title.is_none_or(|title| at == title + 1)
            && at + 1 < rest.places.len()
            && declared.author.is_none()
            && is_name(words)
        {
            sign(&mut declared, words);
            if declared.author.as_deref() != Some(words) {
                lines.push(words, Break::Gap, Some(BlockKind::Furniture));
            }
        } else {
            lines.push(words, Break::Gap, line.kind.or(ended.then_some(BlockKind::Furniture)).or(above));
        }
    }
    declared.date = declared.date.or_else(|| declared.docid.as_deref().and_then(date::in_identifier));
    Draft { declared, lines, curated: true, around: Around::Notices }
}

/// `Numéro de document : news·20121004·PO·2040056000`
fn is_number(words: &str) -> Option<&str> {
    let (key, value) = words.split_once(':')?;
    let value = value.trim();
    (key.split_whitespace().count() <= 3 && value.starts_with("news") && !value.contains(' ')).then_some(value)
}

/// The words of what `selector` finds, each element on its own taken out of the page; `None` when there are none.
fn taken(page: &Document, selector: &str) -> Option<String> {
    let found: Vec<NodeRef<'_>> = page.select(selector).nodes().to_vec();
    let mut all: Vec<String> = Vec::new();
    for node in found {
        let words = words_of(&node);
        if !words.is_empty() && !all.contains(&words) {
            all.push(words);
        }
        node.remove_from_parent();
    }
    let words = all.join(" ");
    (!words.is_empty()).then_some(words)
}

fn words_of(node: &NodeRef<'_>) -> String {
    let lines = html_text::lines_of(node);
    tidied(&lines.all_words().collect::<Vec<_>>().join(" "))
}

/// Moves the lines of what `selector` finds from the page to `lines`.
fn move_lines(page: &Document, selector: &str, lines: &mut Lines, kind: Option<BlockKind>) {
    for node in page.select(selector).nodes() {
        lines.extend(&html_text::lines_of(node), kind);
        node.remove_from_parent();
    }
}

fn as_furniture(mut lines: Lines) -> Lines {
    for line in &mut lines.places {
        line.kind = Some(BlockKind::Furniture);
    }
    lines
}

/// `Le Figaro, no. 19424`, `Le Journal des Femmes (site web) - Journal des Femmes`: the name alone.
fn outlet(name: &str) -> String {
    let name = name.split(", no. ").next().unwrap_or(name);
    let name = name.split(", n° ").next().unwrap_or(name);
    match name.find(" (site web") {
        Some(at) => name.get(..at).unwrap_or(name).trim().to_owned(),
        None => name.trim().to_owned(),
    }
}

/// `Rubrique, mardi 9 janvier 2007 - 18:05 UTC +01:00 295 mots, p. 7`: section, day, time, length and page.
fn header(head: &str, declared: &mut Declared) {
    declared.page = head.rsplit_once("p. ").map(|(_, page)| page.trim().to_owned()).filter(|page| page.len() <= 40);
    let Some(found) = date::last(head) else { return };
    declared.date = Some(found.day.to_string());
    let before = head.get(..found.start).unwrap_or_default().trim_end();
    // A weekday stands before the day, and belongs to it.
    let section = match before.rsplit_once([' ', ',']) {
        Some((section, weekday)) if is_weekday(weekday.trim_matches(',')) => section,
        None if is_weekday(before.trim_matches(',')) => "",
        _ => before,
    };
    let section = section.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    let is_own = |section: &String| declared.outlet.as_ref() == Some(section);
    declared.section = Some(section.to_owned()).filter(|section| !section.is_empty() && !is_own(section));
}

#[cfg(test)]
mod tests {
    use super::{Declared, header, outlet};
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
    use crate::model::article::BlockKind;

    const TODAY: &str = "<!DOCTYPE html><html><body><article><header><div><span class=\"DocPublicationName\"> L'Étoile de Brume, no. 77 </span>\
        </div><div><span class=\"DocHeader\"> Ville; mairie,  mardi 9 janvier 2007 - 18:05 UTC +01:00 295 mots, p. 7 </span></div>\
        <div><p>Budget</p></div><div class=\"titreArticle\"><p class=\"titreArticleVisu rdp__articletitle\">La halle <mark>rouv</mark>re</p>\
        <p class=\"rdp__subtitle\">Un an de travaux</p></div><div class=\"docAuthors\">Ana Lorme</div><div class=\"apd-wrapper\">\
        <div class=\"apd-title\">Aussi paru dans</div><div class=\"apd-sources\">6 juin 2008</div></div></header><section>\
        <div class=\"DocText clearfix\"><p>La halle de Brume a <mark>rouv</mark>ert mardi.</p><p>Les marchands sont revenus.</p></div></section>\
        <aside><div class=\"rdp__attachnews\"><p><b>Illustration(s) :</b></p><p>La halle, mardi.</p></div></aside><footer>\
        <div class=\"Doc-LegalInfo\"><small>© 2007 L'Étoile. Tous droits réservés.</small></div><div class=\"publiC_lblCertificatIssuedTo\">\
        Certificat émis le <b>7 janvier 2021</b></div><div class=\"publiC-lblNodoc\">news&#183;20070109&#183;EB&#183;1</div></footer></article>\
        <article><header><span class=\"DocPublicationName\">La Vigie (site web réf.) - La Vigie</span><span class=\"DocHeader\">12 mots</span>\
        </header><section></section><aside><p>Une brève.</p></aside><div class=\"publiC-lblNodoc\">news·20070110·LV·2</div></article></body></html>";

    #[test]
    fn an_export_gives_each_article_with_its_fields() {
        let reading = read_text("a.html", TODAY);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.place.to_string().as_str()), ("La halle rouvre", "a.html#1"));
        assert_eq!(first.published.date.to_string(), "2007-01-09");
        let imprint = &first.imprint;
        assert_eq!((imprint.section.as_deref(), imprint.page.as_deref()), (Some("Ville; mairie"), Some("7")));
        assert_eq!(imprint.docid.as_deref(), Some("news·20070109·EB·1"));
        assert_eq!(first.author.as_ref().map(|author| &*author.text), Some("Ana Lorme"));
        let text: Vec<&str> = first.text_blocks().map(|block| block.span.of(&first.body)).collect();
        assert!(text.contains(&"La halle de Brume a rouvert mardi.") && text.contains(&"Un an de travaux"), "{text:?}");
        assert!(!text.iter().any(|text| text.contains("Certificat") || text.contains("Aussi paru")), "{text:?}");
        assert!(first.blocks_of(BlockKind::Caption).any(|span| span.of(&first.body) == "La halle, mardi."));
        assert_eq!(second.source.as_ref().map(|source| &*source.text), Some("La Vigie"));
        assert_eq!((second.published.date.to_string().as_str(), &*second.body), ("2007-01-10", "Une brève."));
    }

    #[test]
    fn what_a_database_prints_around_is_no_text_where_there_is_no_other() {
        let empty = "<html><body><article><header><div class=\"rdp__DocPublicationName\"><span class=\"DocPublicationName\">L'Étoile<br>\
            Édition du Nord</span></div><span class=\"DocHeader\">L'Étoile, mardi 2 décembre 2008 49 mots, p. 11</span>\
            <p class=\"titreArticleVisu\">Sommaire · La halle, page 12</p></header><section></section><footer><div class=\"Doc-LegalInfo\">\
            <small>© 2008 L'Étoile. Tous droits réservés.</small></div><div class=\"publiC_lblCertificatIssuedTo\">Certificat émis le <b>7 \
            janvier 2021</b></div></footer></article></body></html>";
        let reading = read_text("a.html", empty);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((article.words, article.published.date.to_string().as_str()), (0, "2008-12-02"));
        assert_eq!(article.source.as_ref().map(|source| &*source.text), Some("L'Étoile"));
        assert_eq!(article.imprint.section, None);
    }

    #[test]
    fn no_word_of_an_export_is_lost() {
        assert_no_word_lost("a.html", TODAY);
    }

    #[test]
    fn the_old_layout_is_read() {
        let old = "<html><body><table id=\"tbHeaderImages\"><tr><td></td></tr></table><span class=\"DocPublicationName\">Mag</span><br>\
            <span class=\"DocHeader\">mercredi </span><span class=\"DocHeader\">3 octobre 2012</span><br><br>\
            <span class=\"TitreArticleVisu\">Un titre</span><br><br>Jean Lenoir<br><p></p>Le texte.<p></p><b>© 2010 Mag.</b><p></p>\
            Numéro de document : news·20121003·HU·1<br><table><tr><td>Date d'émission : <b>2015-10-05</b></td></tr></table></body></html>";
        let reading = read_text("a.html", old);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*article.title, article.published.date.to_string().as_str()), ("Un titre", "2012-10-03"));
        assert_eq!(article.author.as_ref().map(|author| &*author.text), Some("Jean Lenoir"));
        assert_eq!(article.imprint.docid.as_deref(), Some("news·20121003·HU·1"));
        assert_eq!(article.words, 2);
    }

    #[test]
    fn names_and_headers_are_taken_apart() {
        assert_eq!(outlet("Le Figaro, no. 19424"), "Le Figaro");
        assert_eq!(outlet("L'Écho (site web)"), "L'Écho");
        let mut declared = Declared::default();
        header("samedi 13 janvier 2007 381 mots", &mut declared);
        assert_eq!((declared.section, declared.page, declared.date.as_deref()), (None, None, Some("2007-01-13")));
    }
}
