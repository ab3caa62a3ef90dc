//! Who wrote a page: linked data, meta elements, and elements marked as a byline.
//!
//! Of all that name somebody, the first that names a person is followed; where only a body signs (an agency, an association), that is.
//! What can be a name is `names`'s, what the page shows `shown`'s. Called by `html_meta`.

mod names;
mod shown;
mod words;

use crate::ingest::formats::html_meta::author::names::{Site, begins_with, is_called_body, is_person, is_plain_name, parts};
use crate::ingest::formats::html_meta::{Page, alike, plain};

/// Meta elements that name authors.
const METAS: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "dc:creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "citation_author",
    "article:author_name",
];

/// The authors, with commas between them.
pub(super) fn of(page: &Page, outlet: Option<&str>, url: Option<&str>) -> Option<String> {
    let site = Site::new(outlet, url, page.linked.persons()).titled(page.title.as_deref());
    let mut shown = shown::bylines(page);
    shown.extend(page.linked.descriptions().iter().filter_map(|words| names::described(words)).map(|name| vec![name]));
    let called = |wanted: &str| page.metas.iter().filter(|(called, _)| called == wanted).map(|(_, name)| name.clone()).collect();
    let declared = std::iter::once(page.linked.authors()).chain(METAS.iter().map(|name| called(name)));
    let declared = declared.chain(std::iter::once(labelled(page)));
    let found: Vec<Vec<String>> =
        declared.chain(shown.iter().cloned()).map(|words| joined(&words, &site)).filter(|names| !names.is_empty()).collect();
    // A name to log in by, which stands in fields for machines, gives way to a person who is shown to sign.
    let handle = |name: &String| !name.contains(' ') && name.starts_with(char::is_lowercase);
    let person = |names: &&Vec<String>| names.iter().any(|name| !site.is_body(name));
    let persons = found.iter().find(person);
    let in_words = || found.iter().find(|names| names.iter().all(|name| is_person(name)));
    let is_shown = |name: &String| shown.iter().flatten().any(|words| words.contains(name.as_str()));
    let hidden = |names: &Vec<String>| names.iter().all(|name| handle(name) && !is_shown(name));
    let persons = persons.filter(|names| !hidden(names)).or_else(in_words).or(persons);
    let Some(names) = persons.or_else(|| found.first()) else {
        // Where nobody signs: the writer of a site of one person, under a name that is the site's too.
        let tail = page
            .title
            .as_deref()
            .and_then(|title| title.rsplit([" | ", " – ", " - "].iter().find(|mark| title.contains(**mark))?).next());
        return shown::handle(page).filter(|name| site.is_named_so(name)).or_else(|| site.owner(outlet.into_iter().chain(tail)));
    };
    Some(in_full(names, &shown, &site).join(", "))
}

/// The author that a card for messengers names under a label of its own: `twitter:label1` says what `twitter:data1` is.
fn labelled(page: &Page) -> Vec<String> {
    const CARD_LABELS: &[&str] =
        &["written by", "author", "verfasst von", "geschrieben von", "ecrit par", "auteur", "escrito por", "scritto da"];
    let names =
        [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")].into_iter().filter_map(|(label, data)| {
            let said = page.meta(&[label])?;
            CARD_LABELS.contains(&&*plain(&said)).then(|| page.meta(&[data])).flatten()
        });
    names.take(1).collect()
}

/// The names among `found`, each once.
fn joined(found: &[String], site: &Site) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for words in found.iter().flat_map(|words| parts(words)) {
        if site.is_somebody(&words) && !names.iter().any(|known| alike(known, &words)) {
            names.push(words);
        }
    }
    names
}

/// `names` as the byline that is shown has them, where it says more: all who signed, where one is declared; a surname behind a given name.
fn in_full(names: &[String], shown: &[Vec<String>], site: &Site) -> Vec<String> {
    /// A byline names a handful of people.
    const MOST: usize = 6;
    let [only] = names else {
        // For whom the persons work signs beside them.
        let persons: Vec<String> = names.iter().filter(|name| is_plain_name(name) && !site.is_body(name)).cloned().collect();
        let bodies = names.iter().filter(|name| site.is_body(name) || is_called_body(&plain(name))).count();
        return if !persons.is_empty() && persons.len() + bodies == names.len() { persons } else { names.to_vec() };
    };
    let lists = || shown.iter().map(|words| joined(words, site)).filter(|list| !list.is_empty());
    let more = lists().find(|list| {
        let known = list.iter().any(|name| alike(name, only));
        known && (2..=MOST).contains(&list.len()) && list.iter().all(|name| is_plain_name(name) && !site.is_body(name))
    });
    // A given name, or a name to log in by, of somebody who is named in full elsewhere.
    let fuller = |name: &String| begins_with(name, only) || name.contains(' ') && plain(name).replace(' ', "") == plain(only);
    let longer = || lists().flatten().find(|name| !only.contains(' ') && fuller(name) && !site.is_body(name));
    // The house behind the name: `Eva Lang Gazette Staff`.
    let house =
        |name: &String| only.get(name.len()..).is_some_and(|rest| is_called_body(&plain(rest)) || site.is_outlet(rest.trim()));
    let shorter = || lists().flatten().find(|name| is_plain_name(name) && begins_with(only, name) && house(name));
    more.or_else(|| longer().or_else(shorter).map(|name| vec![name])).unwrap_or_else(|| names.to_vec())
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::html_meta::Page;
    use crate::ingest::formats::html_meta::linked::Linked;
    use dom_query::Document;

    fn author(html: &str) -> Option<String> {
        let document = Document::from(html);
        let linked = Linked::read(&document);
        Page::new(&document, html, &linked).declared().author
    }

    #[test]
    fn bylines_in_markup_name_their_authors() {
        let two = "<p class=byline>Par <a rel=author href=/c>Claire Dumont</a> et <a rel=author href=/p>Paul Weber</a></p>";
        assert_eq!(author(two).as_deref(), Some("Claire Dumont, Paul Weber"));
        let glued = "<div class=meta><span>Par Claire Dumont</span><span>Publié le 09/03/2021</span></div>";
        assert_eq!(author(glued).as_deref(), Some("Claire Dumont"));
        assert_eq!(author("<div class='entry-meta'>Posted on May 3, 2015 by Ann Poe in News</div>").as_deref(), Some("Ann Poe"));
        assert_eq!(author("<span itemprop=author><span itemprop=name>Ann Poe</span></span>").as_deref(), Some("Ann Poe"));
    }

    #[test]
    fn addresses_outlets_and_readers_are_no_authors() {
        assert_eq!(author("<meta name=author content='https://facebook.com/gazette'>"), None);
        assert_eq!(author("<meta property='og:site_name' content='La Gazette'><meta name=author content='La Gazette'>"), None);
        assert_eq!(author("<div id=comments><p class=comment-author>By Jane Roe</p></div>"), None);
        assert_eq!(author("<meta name=author content=admin><p class=author>Von Eva Lang</p>").as_deref(), Some("Eva Lang"));
        assert_eq!(author("<div class=author>Bildquelle: Eva Lang</div>"), None);
        assert_eq!(author("<div class=author>Eva Lang Autorin</div>").as_deref(), Some("Eva Lang"));
    }

    #[test]
    fn days_photographers_and_whom_a_page_cites_are_no_authors() {
        assert_eq!(author("<h1>Ein Votum</h1><p>Der Markt läuft <strong>von Montag, den 1. Mai, an</strong>.</p>"), None);
        assert_eq!(author("<meta name=author content=Montag>"), None);
        let credit = "<h1>Un vote</h1><span class=credit>Photo by Paul Weber</span>";
        assert_eq!(author(credit), None);
        let both = "<h1>Un vote</h1><span class=credit>Text und Fotos von Paul Weber</span>";
        assert_eq!(author(both).as_deref(), Some("Paul Weber"));
        let page = |more: &str| {
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Un vote\",{more}}}</script><h1>Un vote</h1>"
            )
        };
        let cited = page(r#""itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Paul Weber"}}"#);
        assert_eq!(author(&cited), None);
        let parts = page(r#""author":{"@type":"Person","givenName":"Eva","familyName":"Lang"}"#);
        assert_eq!(author(&parts).as_deref(), Some("Eva Lang"));
    }

    #[test]
    fn a_person_who_signs_goes_before_the_body_that_publishes() {
        let body = "<meta name=author content='Stiftung Querval e.V.'>";
        assert_eq!(author(body).as_deref(), Some("Stiftung Querval e.V."));
        assert_eq!(author(&format!("{body}<h5><em>Von Eva Lang</em></h5>")).as_deref(), Some("Eva Lang"));
        let page = "<link rel=canonical href='https://archiv.valblog.example/1'><meta name=author content='Valblog-Archiv'>";
        assert_eq!(author(&format!("{page}<h4 class=author>vom <b class=fn>Valblogger</b></h4>")).as_deref(), Some("Valblogger"));
    }

    #[test]
    fn the_byline_that_is_shown_tells_all_who_signed() {
        let list = "<meta name=author content='Eva Lang'><h1>Un vote</h1><p class=author>von Eva Lang, Paul Weber</p>";
        assert_eq!(author(list).as_deref(), Some("Eva Lang, Paul Weber"));
        assert_eq!(
            author("<meta name=author content=Eva><div class=author-name>Eva Lang</div>").as_deref(),
            Some("Eva Lang"),
            "a given name alone is completed"
        );
    }

    #[test]
    fn a_newsroom_signs_where_no_person_does_and_a_blog_is_its_writers() {
        assert_eq!(author("<p class=byline>von Redaktion</p>").as_deref(), Some("Redaktion"));
        assert_eq!(author("<meta name=author content=Redaktion><p class=author>Von Eva Lang</p>").as_deref(), Some("Eva Lang"));
        let site = "<link rel=canonical href='https://www.evalang.example/vote'>";
        assert_eq!(author(&format!("{site}<title>Un vote | Eva Lang</title><p>Texte.</p>")).as_deref(), Some("Eva Lang"));
        assert_eq!(author(&format!("{site}<title>Un vote | Paul Weber</title><p>Texte.</p>")), None);
        let blog = "<link rel=canonical href='https://valfan.blog.example/vote'><h4 class='vcard author'>von <span class=fn>valfan</span></h4>";
        assert_eq!(author(blog).as_deref(), Some("valfan"));
    }

    #[test]
    fn bylines_stand_in_labels_of_their_own_and_beside_the_article() {
        assert_eq!(author("<h1>Un vote</h1><p><b>Autor:</b> <a href=/x>Eva Lang</a></p>").as_deref(), Some("Eva Lang"));
        assert_eq!(author("<h1>Un vote</h1><p>Autor: Eva Lang/dpa</p>").as_deref(), Some("Eva Lang"));
        assert_eq!(
            author("<h1>Un vote</h1><div class=wrote_by>By&nbsp;<a href='/reporters/eva-lang'>Eva Lang</a></div>").as_deref(),
            Some("Eva Lang")
        );
        let side = "<article><h1>Un vote</h1><div class=post-sidebar><span class=author>Par Eva Lang</span></div></article>";
        assert_eq!(author(side).as_deref(), Some("Eva Lang"));
        let wrapped = "<div id=navigation-container><nav><a>Menu</a></nav><article><h1>Un vote serré à Valmont</h1><p class=author>Eva Lang</p></article></div>";
        assert_eq!(author(wrapped).as_deref(), Some("Eva Lang"));
    }

    #[test]
    fn a_name_is_completed_from_what_the_page_says_of_the_person() {
        let person = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Un vote","author":{"@type":"Person","name":"Eva","description":"Eva Lang ist Journalistin in Valmont."}}</script>"#;
        assert_eq!(author(&format!("{person}<h1>Un vote</h1>")).as_deref(), Some("Eva Lang"));
        let login = "<meta name=author content=evalang><h1>Un vote</h1><div class=author-name>Eva Lang</div>";
        assert_eq!(author(login).as_deref(), Some("Eva Lang"));
        assert_eq!(
            author("<title>Vanille mit Apfel</title><meta name=author content='Vanille mit Apfel'><p class=author>Eva Lang</p>")
                .as_deref(),
            Some("Eva Lang")
        );
        assert_eq!(author("<meta name=author content='Eva Lang, PhD'>").as_deref(), Some("Eva Lang"));
        assert_eq!(author("<h1>Un vote</h1><p>Eine Kolumne von Eva Lang</p>").as_deref(), Some("Eva Lang"));
    }

    #[test]
    fn links_to_authors_and_boxes_about_them_name_them() {
        let link = "<h1>Un vote</h1><span>By <a href='/author/eva/'>Eva Lang</a></span>";
        assert_eq!(author(link).as_deref(), Some("Eva Lang"));
        let boxed = "<h1>Un vote</h1><p>Texte.</p><div class=author-bio><h3>Eva Lang</h3><p>Eva Lang est journaliste.</p></div>";
        assert_eq!(author(boxed).as_deref(), Some("Eva Lang"));
        assert_eq!(author("<p>Erstellt von <a href=/u/3>Valfan</a> am Dienstag</p>").as_deref(), Some("Valfan"));
        assert_eq!(author("<p class=author>Von Eva Lang Fr, 18. Oktober 2019</p>").as_deref(), Some("Eva Lang"));
    }

    #[test]
    fn names_stand_behind_labels_days_and_titles_of_their_own() {
        let behind = "<h1>Ein Votum</h1><h5>Datum: </h5>03.11.2021<br><h5>Autor: </h5>Eva Lang/dpa";
        assert_eq!(author(behind).as_deref(), Some("Eva Lang"));
        assert_eq!(author("<p><b>Von:</b><br><br>Eva Lang</p>").as_deref(), Some("Eva Lang"));
        assert_eq!(author("<p>Autoren Eva Lang und Karl Heim</p>").as_deref(), Some("Eva Lang, Karl Heim"));
        assert_eq!(author("<h1>Essay</h1><p class=field>25.10.2022 - Eva Lang</p>").as_deref(), Some("Eva Lang"));
        assert_eq!(author("<h1>Stars</h1><h2>Heute <span>06.11.2023 13:30 von Eva </span></h2>").as_deref(), Some("Eva"));
        assert_eq!(
            author("<h1>Film</h1><em>Ein Interview von <b>Eva Lang</b> mit <b>Karl Heim</b>.</em>").as_deref(),
            Some("Eva Lang")
        );
        let recipe = r#"<script type="application/ld+json">{"@type":"Recipe","name":"Kuchen","author":{"@type":"Person","name":"backfee"}}</script>"#;
        assert_eq!(author(recipe).as_deref(), Some("backfee"));
    }

    #[test]
    fn the_last_line_of_a_text_set_apart_signs_it() {
        let prose = "Die Halle ist wieder offen, und die Händler sind am Montag zurückgekehrt, wie der Rat der Stadt am Abend sagte, ehe es dunkel war.";
        let signed = format!("<h1>Halle</h1><p>{prose}</p><p><strong>Anna Lang</strong></p></div>");
        assert_eq!(author(&signed).as_deref(), Some("Anna Lang"));
        assert_eq!(author(&format!("<h1>Halle</h1><p>{prose}</p><p><strong>Anna Lang</strong></p><p>{prose}</p>")), None);
    }

    #[test]
    fn names_to_log_in_by_houses_and_editors_give_way() {
        let page = "<meta name=author content=human><h1>Essen</h1><p>Blog Beitrag von Anna Lang</p>";
        assert_eq!(author(page).as_deref(), Some("Anna Lang"));
        assert_eq!(author("<meta name=author content=human>").as_deref(), Some("human"));
        let staff = "<h1>Game</h1><div class=author>By <a class=author-name href=/s/ann>Ann Poe</a><br><span class=house>Gazette Staff</span></div>";
        assert_eq!(author(staff).as_deref(), Some("Ann Poe"));
        assert_eq!(author("<p class=author>Edited by Ann Poe</p>"), None);
        assert_eq!(author("<meta name=author content='Ann Poe, Hall Project Marketing'>").as_deref(), Some("Ann Poe"));
        let cited = "<meta name=dc.creator content='Ann Poe'><ol><li itemprop=citation><meta itemprop=author content='Tom Reed'>";
        assert_eq!(author(cited).as_deref(), Some("Ann Poe"));
        let teaser = "<h1>News</h1><p class=info>Bees are lost in the fields by Flowers Changing</p>";
        assert_eq!(author(teaser), None);
    }
}
