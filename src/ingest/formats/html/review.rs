//! A review of the press as a page: a list of headlines that lead to places of the page, and there each headline over a line of outlet and day.
//! Called by `html` alone.

use std::collections::HashSet;

use dom_query::Document;

use crate::ingest::draft::{Declared, DraftLine, Lines};
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::html_text;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Why a page is a review of the press.
pub(super) const REVIEW: &str = "tags of a page, whose contents lead to articles with a line of outlet and day each";

/// The articles of a review, each with the words it is known by, and the words around them; `None` of any other page.
pub(super) fn articles(document: &Document, html: &str) -> Option<(Vec<(SourceRecord, String)>, String)> {
    /// How many articles a review has at least.
    const LEAST: usize = 2;
    if !html.contains("href=\"#") {
        return None;
    }
    let contents = document.select("a[href^='#']");
    let listed: HashSet<String> =
        contents.nodes().iter().map(|link| plain(&link.text())).filter(|words| !words.is_empty()).collect();
    // Most pages lead to places of themselves, and to no headings: those need not be laid out once more.
    let headings = document.select("h1, h2, h3, h4, h5, h6");
    if headings.nodes().iter().filter(|heading| listed.contains(&plain(&heading.text()))).take(LEAST).count() < LEAST {
        return None;
    }
    let lines = html_text::lines_of(&document.root());
    let starts: Vec<usize> = (0..lines.places.len()).filter(|at| is_start(&lines, *at, &listed)).collect();
    if starts.len() < LEAST || starts.len() * 2 < listed.len() {
        return None;
    }
    let words = |places: &[DraftLine]| places.iter().map(|line| lines.words(line)).collect::<Vec<_>>().join("\n");
    let around = words(lines.places.get(..starts.first().copied().unwrap_or(0)).unwrap_or_default());
    let ends = starts.iter().skip(1).copied().chain([lines.places.len()]);
    let parts = starts.iter().zip(ends).filter_map(|(start, end)| lines.places.get(*start..end));
    let articles = parts.filter_map(|places| Some((record(&lines, places)?, words(places)))).collect();
    Some((articles, around))
}

fn plain(words: &str) -> String {
    fold(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether the line at `at` is a headline that the contents name, over a line of outlet and day.
fn is_start(lines: &Lines, at: usize, listed: &HashSet<String>) -> bool {
    let (Some(line), Some(below)) = (lines.places.get(at), lines.places.get(at + 1)) else { return false };
    line.kind == Some(BlockKind::Heading) && imprint(lines.words(below)).is_some() && listed.contains(&plain(lines.words(line)))
}

/// The outlet and the day of a line that holds nothing else: `La Vigie, 5 janvier 2017`, `De Wacht 05-1-2017`, `La Vigie du 5 janvier 2017`.
fn imprint(line: &str) -> Option<(&str, String)> {
    /// Bytes of such a line, and of a word that leads to a day.
    const LONGEST: usize = 80;
    const LEADS: usize = 3;
    // `Posted on 5 January 2017` names no outlet.
    const SAYS: [&str; 6] = ["publie", "paru", "mis", "posted", "published", "updated"];
    let found = date::first(line).or_else(|| date::in_figures(line)).filter(|_| line.len() <= LONGEST)?;
    let behind = line.get(found.end..)?;
    let bare = |words: &str| words.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '!' | '"')).len();
    let mut outlet = line.get(..found.start)?.trim_start();
    outlet = outlet.get(..bare(outlet))?;
    if let Some((before, last)) = outlet.rsplit_once(' ')
        && last.len() <= LEADS
        && last.chars().all(char::is_lowercase)
    {
        outlet = before.get(..bare(before))?;
    }
    let says = outlet.split(' ').next().is_some_and(|first| SAYS.contains(&&*fold(first)));
    (!outlet.is_empty() && !says && !behind.contains(char::is_alphanumeric)).then(|| (outlet, found.day.to_string()))
}

fn record(lines: &Lines, places: &[DraftLine]) -> Option<SourceRecord> {
    let [title, below, rest @ ..] = places else { return None };
    let (outlet, day) = imprint(lines.words(below))?;
    let declared = Declared {
        title: Some(lines.words(title).to_owned()),
        outlet: Some(outlet.to_owned()),
        date: Some(day),
        ..Declared::default()
    };
    let mut record = SourceRecord::of(declared);
    record.aside(lines.words(below));
    for line in rest {
        match line.kind {
            Some(kind) => record.push(lines.words(line), Some(kind)),
            None => record.push_set_off(lines.words(line), line.set_off),
        }
    }
    Some(record)
}

#[cfg(test)]
mod tests {
    use super::imprint;
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const REVIEW: &str = "<html><body><h1>Revue de presse du 5 janvier 2017</h1><h2>Sommaire</h2><ul><li><a href=\"#a\">La halle rouvre</a></li>\
        <li><a href=\"#b\">De haven opent</a></li></ul><hr><a name=a></a><h2>La halle rouvre</h2><i>La Vigie 05-1-2017</i><p>La halle a rouvert.</p>\
        <h2>Un d\u{e9}tail</h2><p>Les marchands sont l\u{e0}.</p><hr><a name=b></a><h2>De haven opent</h2><i>De Wacht 4 januari 2017</i><p>De haven is open.</p></body></html>";

    #[test]
    fn contents_lead_to_articles() {
        let reading = read_text("a.html", REVIEW);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        let outlet = |at: usize| reading.articles[at].source.as_ref().map(|outlet| outlet.text.to_string());
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("La halle rouvre", "2017-01-05"));
        assert_eq!((outlet(0).as_deref(), outlet(1).as_deref()), (Some("La Vigie"), Some("De Wacht")));
        assert!(first.body.contains("Les marchands sont l\u{e0}.") && first.body.contains("Un d\u{e9}tail"));
        assert_eq!((&*second.title, second.published.date.to_string().as_str()), ("De haven opent", "2017-01-04"));
        assert_no_word_lost("a.html", REVIEW);
    }

    #[test]
    fn a_word_that_leads_to_the_day_is_none_of_the_outlet() {
        let of = |line| imprint(line).map(|(outlet, day)| format!("{outlet} {day}"));
        for line in
            ["La Vigie du 5 janvier 2017", "La Vigie, le 5 janvier 2017", "La Vigie (05-1-2017)", "La Vigie – 5 janvier 2017"]
        {
            assert_eq!(of(line).as_deref(), Some("La Vigie 2017-01-05"), "{line}");
        }
        for line in
            ["Posted on 5 January 2017", "Publié le 5 janvier 2017", "5 janvier 2017", "La Vigie, 5 janvier 2017, à Valmont"]
        {
            assert_eq!(of(line), None, "{line}");
        }
    }

    #[test]
    fn contents_of_one_article_lead_to_its_parts() {
        let page = REVIEW.replace("<i>La Vigie 05-1-2017</i>", "").replace("<i>De Wacht 4 januari 2017</i>", "");
        assert_eq!(read_text("a.html", &page).articles.len(), 1);
    }
}
