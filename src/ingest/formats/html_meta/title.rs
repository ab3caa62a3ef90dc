//! The headline of a page: the one that is shown, where it agrees with what the page calls itself.

use crate::ingest::formats::html_meta::pieces::{KICKERS, Piece};
use crate::ingest::formats::html_meta::{Page, alike, plain};
use crate::ingest::rules::outlet::host;

/// What headings of navigation and of parts of a page say, folded.
const JUNK: &[&str] = &[
    "menu",
    "main menu",
    "hauptmenu",
    "navigation",
    "hauptnavigation",
    "suche",
    "search",
    "recherche",
    "sections",
    "home",
    "accueil",
    "startseite",
    "page",
    "blog",
    "news",
    "newsletter",
    "kommentare",
    "comments",
    "commentaires",
    "share",
    "archives",
    "archiv",
    "login",
    "categories",
    "kategorien",
    "recent posts",
    "quicklinks",
    "quick links",
    "navigation und service",
    "site navigation",
    "primary menu",
    "skip to content",
];

/// Marks between the parts of a page's title.
const MARKS: &[&str] = &[" | ", " - ", " – ", " — ", " : ", " · ", " › ", " » ", " « ", " • ", " :: ", " // ", " ‹ ", " > "];

/// The headline.
pub(super) fn of(page: &Page, outlet: Option<&str>) -> Option<String> {
    found(page, outlet).map(|title| without_label(&title).to_owned())
}

/// The headline as the page writes it.
fn found(page: &Page, outlet: Option<&str>) -> Option<String> {
    let home = page.pieces.iter().filter(|piece| piece.home).map(|piece| piece.text.as_str());
    let host = page.canonical.as_deref().and_then(host);
    let host = host.as_deref().and_then(|host| host.rsplit('.').nth(1));
    let sites: Vec<&str> = outlet.into_iter().chain(home).chain(host).collect();
    let is_site = |words: &str| sites.iter().any(|site| alike(words, site));
    let usable = |words: &String| !is_site(words) && !is_junk(words);
    let declared = [page.linked.title(), page.meta(&["og:title"]), page.meta(&["twitter:title", "dc.title", "title"])];
    let whole = declared.iter().flatten().chain(&page.title);
    let wholes: Vec<String> = whole.map(|title| plain(title)).collect();
    let given: Vec<String> = declared.iter().flatten().map(|title| shorn(title, &sites)).filter(usable).collect();
    let page_title = page.title.as_deref().map(|title| shorn(title, &sites)).filter(usable);
    let headings = page.pieces.iter().filter(|piece| is_heading(piece) && usable(&piece.text));
    let all: Vec<String> = given.iter().chain(&page_title).cloned().collect();
    let weighed = headings.map(|piece| (weight(piece, &wholes, &all), piece));
    // Of equal ones the first.
    let best = weighed.reduce(|best, next| if next.0 > best.0 { next } else { best });
    match best {
        Some((weight, piece)) if weight >= AGREES || given.is_empty() && weight >= SHOWN => {
            let whole = declared.iter().flatten().any(|title| *title == piece.text);
            let shown = |heading| without_kicker(without_kicker(heading, &given), page_title.as_slice());
            let heading = if whole { &piece.text } else { shown(&piece.text) };
            Some(without_site(as_written(heading, &given), &sites).to_owned())
        }
        Some((weight, piece))
            if piece.text.split(' ').count() >= 4
                && (weight > SHOWN && !page_agrees(&given, page_title.as_deref())
                    || weight >= SHOWN && piece.tag == "h1" && given.iter().any(|title| speaks_of(&piece.text, title))) =>
        {
            Some(without_site(&piece.text, &sites).to_owned())
        }
        _ => given.into_iter().next().or(page_title).or_else(|| page.title.clone().filter(|title| !is_junk(title))),
    }
}

/// A heading as a title writes it that says the same, where a mark that is only heard was glued into it: `Le pont ? : Un vote`.
fn as_written<'a>(heading: &'a str, given: &'a [String]) -> &'a str {
    let glued = [" :", " ,"].iter().any(|mark| heading.contains(mark));
    given.iter().find(|title| glued && alike(title, heading)).map_or(heading, String::as_str)
}

/// A headline without the day or the word for it that some pages write before: `23.01.2022 - Un vote`, `Headline: Un vote`.
fn without_label(title: &str) -> &str {
    let rest = title.strip_prefix("Headline: ").unwrap_or(title);
    let dated = rest.split_once(" - ").or_else(|| rest.split_once(": ")).filter(|(day, _)| {
        day.len() <= 10 && day.len() >= 8 && day.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'/' | b'-'))
    });
    dated.map_or(rest, |(_, rest)| rest)
}

/// The weight of a heading of the first level, and that of one whose words the page's own titles share.
const SHOWN: u32 = 3;
const AGREES: u32 = 10;

/// Whether a heading says with other words what a title says: two of its longer words at least are the same.
fn speaks_of(heading: &str, title: &str) -> bool {
    const LONG: usize = 5;
    let title = plain(title);
    let long: std::collections::HashSet<&str> = title.split(' ').filter(|word| word.chars().count() >= LONG).collect();
    plain(heading).split(' ').filter(|word| long.contains(word)).count() >= 2
}

/// A heading without the site's name behind a bar, which some pages write there for those who hear them read.
fn without_site<'a>(heading: &'a str, sites: &[&str]) -> &'a str {
    let named = |tail: &str| is_site(tail, sites) || tail.contains('.') && !tail.contains(' ') && !tail.ends_with('.');
    heading.rsplit_once(" | ").filter(|(_, tail)| named(tail)).map_or(heading, |(head, _)| head)
}

/// Whether two of a page's titles, made for machines and for eyes, are the same.
fn page_agrees(given: &[String], page_title: Option<&str>) -> bool {
    given.first().zip(page_title).is_some_and(|(given, title)| alike(given, title))
}

fn is_heading(piece: &Piece) -> bool {
    const TITLES: &[&str] = &[
        "headline",
        "entry-title",
        "post-title",
        "article-title",
        "article-headline",
        "article__title",
        "article__headline",
        "articletitle",
        "posttitle",
        "post__title",
        "entry__title",
        "titre",
    ];
    let named = piece.called(TITLES) && piece.tag != "a";
    let words = piece.text.split(' ').count();
    let heading = matches!(&*piece.tag, "h1" | "h2" | "h3") && !piece.called(KICKERS);
    !piece.outside && !piece.home && (heading || named) && words <= 45
}

fn is_junk(words: &str) -> bool {
    JUNK.contains(&&*plain(words)) || !words.chars().any(char::is_alphabetic)
}

/// How likely a heading is the headline: by its level, its place and what of it the page's titles say.
fn weight(piece: &Piece, wholes: &[String], given: &[String]) -> u32 {
    let words = plain(&piece.text);
    let count = words.split(' ').count();
    let level = match &*piece.tag {
        "h1" => SHOWN,
        // Teasers below the article are called so, too.
        "h3" if piece.behind_headline => 0,
        _ if piece.called(&["headline", "entry-title", "post-title", "article-title"]) => SHOWN,
        "h2" if !piece.behind_headline => 1,
        _ => 0,
    };
    let same = given.iter().any(|title| plain(title) == words) || wholes.contains(&words);
    let held = || count >= 2 && wholes.iter().any(|title| holds(title, &words));
    let holds_given = || given.iter().any(|title| title.split(' ').count() >= 3 && holds(&words, &plain(title)));
    let shares =
        || count >= 4 && wholes.iter().any(|title| shared(&words, title) * 10 >= count.min(title.split(' ').count()) * 6);
    let agreement = match () {
        () if same => AGREES + 6,
        () if held() => AGREES + 4,
        () if holds_given() => AGREES + 3,
        () if shares() && level > 0 => AGREES + 1,
        () => 0,
    };
    level + u32::from(piece.inside) + agreement
}

/// Whether folded `title` holds folded `words` as whole words.
fn holds(title: &str, words: &str) -> bool {
    !words.is_empty() && format!(" {title} ").contains(&format!(" {words} "))
}

/// How many of the words of one the other has.
fn shared(words: &str, title: &str) -> usize {
    words.split(' ').filter(|word| title.split(' ').any(|other| other == *word)).count()
}

/// A heading without a section glued before, or a standfirst glued behind, the headline that the page gives; what one of `given` titles
/// says just so has nothing glued to it, though another is cut short.
fn without_kicker<'a>(heading: &'a str, given: &[String]) -> &'a str {
    if given.iter().any(|title| alike(title, heading)) {
        return heading;
    }
    let part = |title: &String| {
        let long = title.split(' ').count() >= 3 && !title.ends_with("...") && !title.ends_with('…');
        let at = heading.len().checked_sub(title.len()).filter(|_| long)?;
        let set_off = |rest: &str, inner: bool| if inner { rest.ends_with([' ', '|']) } else { rest.starts_with([' ', '|']) };
        let (before, tail) = heading.split_at_checked(at)?;
        let (head, behind) = heading.split_at_checked(title.len())?;
        let told = |rest: &str| rest.trim_end().ends_with(':') && !rest.ends_with(" : ");
        match () {
            () if tail == title && set_off(before, true) && !told(before) => Some(tail),
            () if head == title && set_off(behind, false) && behind.split_whitespace().count() >= 3 => Some(head),
            () => None,
        }
    };
    given.iter().find_map(part).unwrap_or(heading)
}

/// A title without the site's name before or behind it: `Le titre | Le Monde`, `A headline - Reuters`, `Gazette » Un vote`.
fn shorn(title: &str, sites: &[&str]) -> String {
    /// What blogs write between their name and the headline, folded.
    const BETWEEN: &[&str] = &["blog archiv", "blog archive", "archive", "archives"];
    /// Words of a site's name that may be glued to the title's last one.
    const LONG: usize = 3;
    let glued = sites.iter().filter(|site| site.split_whitespace().count() >= LONG).find_map(|site| title.strip_suffix(site));
    if let Some(head) = glued.filter(|head| head.ends_with(char::is_alphanumeric)) {
        return head.to_owned();
    }
    // The site's name may hold a mark itself.
    let whole =
        sites.iter().filter(|site| MARKS.iter().any(|mark| site.contains(mark))).find_map(|site| title.strip_suffix(site));
    if let Some(head) = whole.and_then(|head| MARKS.iter().find_map(|mark| head.strip_suffix(mark))) {
        return shorn(head, sites);
    }
    for mark in MARKS.iter().chain(&["|"]) {
        if let Some((head, tail)) = title.rsplit_once(mark)
            && (is_site(tail, sites) || is_name_behind(head, tail, mark))
        {
            return shorn(head.trim_end(), sites);
        }
        if let Some((head, tail)) = title.split_once(mark)
            && (is_site(head, sites) || BETWEEN.contains(&&*plain(head)) || is_host_before(head, mark))
            && !tail.trim().is_empty()
        {
            return shorn(tail.trim_start_matches([' ', '»', '›', '|']), sites);
        }
    }
    title.trim().to_owned()
}

/// Whether what stands behind a mark is a site's name by its looks. A bar sets off nothing but names; a dash may be part of the
/// title, and then what follows is no short name.
fn is_name_behind(head: &str, tail: &str, mark: &str) -> bool {
    let name = tail.split_whitespace().count() <= 4 && tail.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let long_enough = head.split_whitespace().count() >= 3;
    let set_off = matches!(mark, " | " | " › " | " » " | " :: " | " • " | " ‹ ");
    set_off && name && long_enough || mark != " : " && tail.contains('.') && !tail.contains(' ') && !head.is_empty()
}

/// Whether what stands before a mark that sets off names is a site's address: `gazette.example // Un vote`.
fn is_host_before(head: &str, mark: &str) -> bool {
    let end = head.rsplit_once('.').map(|(_, end)| end);
    let host = !head.contains(' ') && end.is_some_and(|end| end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_lowercase()));
    host && matches!(mark, " | " | " › " | " » " | " :: " | " • " | " // ")
}

fn is_site(words: &str, sites: &[&str]) -> bool {
    let plain = |text: &str| crate::text::fold::fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let words = plain(words);
    sites.iter().any(|site| {
        let site = plain(site);
        !site.is_empty() && (words == site || ["fr", "com", "de", "org"].iter().any(|end| words.strip_suffix(end) == Some(&site)))
    })
}

#[cfg(test)]
mod tests {
    use super::shorn;
    use crate::ingest::formats::html_meta::Page;
    use crate::ingest::formats::html_meta::linked::Linked;
    use dom_query::Document;

    fn title(html: &str) -> Option<String> {
        let document = Document::from(html);
        let linked = Linked::read(&document);
        Page::new(&document, html, &linked).declared().title
    }

    #[test]
    fn site_names_are_cut_off_and_titles_are_not() {
        assert_eq!(shorn("La réforme est adoptée | Le Monde", &[]), "La réforme est adoptée");
        assert_eq!(shorn("Iran talks resume - Reuters", &["Reuters"]), "Iran talks resume");
        assert_eq!(shorn("Climat - Une année noire", &["Le Monde"]), "Climat - Une année noire");
        assert_eq!(shorn("Grève à la SNCF - lefigaro.fr", &[]), "Grève à la SNCF");
        assert_eq!(shorn("La Gazette » Un vote serré", &["La Gazette"]), "Un vote serré");
    }

    #[test]
    fn the_headline_that_is_shown_wins_where_the_title_agrees() {
        let page = "<title>Un vote serré à Valmont - Politique - La Gazette</title><meta property='og:title' content='Le vote'>\
                    <h1><a href='/'>La Gazette</a></h1><article><h2>Un vote serré à Valmont</h2><p>Texte.</p></article>";
        assert_eq!(title(page).as_deref(), Some("Un vote serré à Valmont"));
        assert_eq!(
            title("<title>Un budget en hausse › La Gazette</title><h1>Menu</h1><h2>Un budget en hausse</h2>").as_deref(),
            Some("Un budget en hausse")
        );
        let kicker = "<meta property='og:title' content='Un budget en forte hausse'><h1><span>Valmont</span> <span>Un budget en forte hausse</span></h1>";
        assert_eq!(title(kicker).as_deref(), Some("Un budget en forte hausse"));
    }

    #[test]
    fn a_headline_is_whole_and_has_nothing_glued_to_it() {
        let whole = "<title>Un vote serré à Valmont décide du pont | La Gazette</title><meta property='og:title' content='Un vote serré à Valmont décide du pont'><meta name='twitter:title' content='Un vote serré à Valmont'>\
                     <h1>Un vote serré à Valmont décide du pont</h1>";
        assert_eq!(title(whole).as_deref(), Some("Un vote serré à Valmont décide du pont"), "what another title cuts short");
        for kicker in [
            "<div class='topic-label'>Élections</div>",
            "<span class='subtitle'>Élections</span>",
            "<span class='h1small'>Élections</span>",
        ] {
            let page = format!("<title>Élections : un vote serré à Valmont</title><h1>{kicker} Un vote serré à Valmont</h1>");
            assert_eq!(title(&page).as_deref(), Some("Un vote serré à Valmont"), "{kicker}");
        }
        let linked = "<title>Sport - Un vote serré à Valmont</title><h1><a href='/t/3'><span class='label'>Sport</span> Un vote serré à Valmont</a></h1>";
        assert_eq!(title(linked).as_deref(), Some("Un vote serré à Valmont"));
        let read_aloud = "<title>Un vote serré à Valmont</title><h1>Un vote serré à Valmont<span class='hidden'> | gazette.example</span></h1>";
        assert_eq!(title(read_aloud).as_deref(), Some("Un vote serré à Valmont"));
    }

    #[test]
    fn the_heading_that_is_shown_goes_before_a_title_for_search_engines_on_the_same() {
        let page = "<title>Budget de Valmont, pont et écoles</title><meta property='og:title' content='Budget de Valmont, pont et écoles'>\
                    <h1>Le budget de Valmont passe de justesse</h1>";
        assert_eq!(title(page).as_deref(), Some("Le budget de Valmont passe de justesse"));
        let other = "<title>Un vote serré</title><meta property='og:title' content='Un vote serré'><h1>Bienvenue chez nos lecteurs du soir</h1>";
        assert_eq!(title(other).as_deref(), Some("Un vote serré"));
    }

    #[test]
    fn what_stands_above_the_headline_or_is_only_heard_is_none_of_it() {
        let strapline = "<title>Un vote serré à Valmont - Le pont passe</title><h1 class='strapline'>Le pont passe</h1><h2>Un vote serré à Valmont</h2>";
        assert_eq!(title(strapline).as_deref(), Some("Un vote serré à Valmont"));
        let above = "<title>Le pont passe</title><meta property='og:title' content='Communiqués'><h1><span>Service de presse de Valmont</span><span> : </span><span>Le pont passe enfin</span></h1>";
        let above = above.replace("<title>Le pont passe<", "<title>Le pont passe enfin<");
        assert_eq!(title(&above).as_deref(), Some("Le pont passe enfin"));
        let heard = "<meta property='og:title' content='Ein Pont für Valmont? Der Rat stimmt ab'><h2><b>Ein Pont für Valmont?</b><span class='unsichtbar'>:</span> Der Rat stimmt ab</h2>";
        assert_eq!(title(heard).as_deref(), Some("Ein Pont für Valmont? Der Rat stimmt ab"));
    }

    #[test]
    fn a_title_keeps_its_own_marks_and_loses_those_of_the_site() {
        let own = "<meta property='og:site_name' content='La Gazette'><meta property='og:title' content='Planter un citronnier à Valmont | Le guide pas à pas'><h1>Planter un citronnier à Valmont | Le guide pas à pas</h1>";
        assert_eq!(title(own).as_deref(), Some("Planter un citronnier à Valmont | Le guide pas à pas"));
        assert_eq!(shorn("Un vote serré|La Gazette", &["La Gazette"]), "Un vote serré");
        assert_eq!(shorn("Un vote - Danses - Rueda à Valmont", &["Danses - Rueda à Valmont"]), "Un vote");
        assert_eq!(shorn("gazette.example // » Claire Valmont", &[]), "Claire Valmont");
    }

    #[test]
    fn a_teaser_of_the_same_words_is_not_the_headline() {
        let page = "<title>Le pont rouvre - La Gazette</title><meta property='og:site_name' content='La Gazette'><h1>Le pont rouvre à Valmont</h1><p>Texte.</p>\
                    <h3 class='entry-title'><a href='/pont'>Le pont rouvre</a></h3>";
        assert_eq!(title(page).as_deref(), Some("Le pont rouvre à Valmont"));
    }

    #[test]
    fn the_name_of_a_site_is_told_by_its_link_home() {
        for (home, page) in [
            (
                "https://web.archive.org/web/20140226054445/http://gazette.example/",
                "Le Carnet » Blog Archiv » Un vote serré à Valmont",
            ),
            ("/?locale=fr", "Un vote serré à Valmont » Le Carnet"),
            ("/", "Un vote serré à ValmontLe Carnet du soir de Claire | Le Carnet du soir de Claire"),
        ] {
            let name = if page.contains("soir") { "Le Carnet du soir de Claire" } else { "Le Carnet" };
            let html = format!("<title>{page}</title><h1><a href='{home}'>{name}</a></h1><p>Texte.</p>");
            assert_eq!(title(&html).as_deref(), Some("Un vote serré à Valmont"), "{home}");
        }
    }
}
