use super::{HeadLine, Looks, ReadAs, Told, agreed};
use crate::ingest::draft::{Break, Draft, Lines};
use crate::ingest::rules::assemble::{self, Source};
use crate::ingest::rules::site_pages::{PageFacts, sites};
use crate::model::article::{Article, Encoding};

const TEXT: &str = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat entre la majorité et l'opposition.";

/// A page of one site: menu, these lines above the text, the text, foot.
fn page(head: &[&str]) -> Article {
    let menu: Vec<String> = (1..=14).map(|n| format!("Toutes nos rubriques {n}")).collect();
    let foot = ["Mentions légales", "Plan du site", "Conditions générales", "Gérer mes cookies", "Nous contacter"];
    let mut lines = Lines::default();
    let all = menu.iter().map(String::as_str).chain(head.iter().copied()).chain([TEXT, TEXT, TEXT]).chain(foot);
    all.for_each(|line| lines.push(line, Break::Line, None));
    let source = Source {
        path: std::path::Path::new("page.txt"),
        shown: "page.txt",
        item: None,
        encoding: Encoding::default(),
        bytes: head.join("\n").leak().as_bytes(),
    };
    assemble::article(Draft { lines, ..Draft::default() }, &source).unwrap()
}

fn told(heads: &[&[&str]]) -> Vec<(usize, Told)> {
    let facts: Vec<PageFacts> = heads.iter().map(|head| PageFacts::of(&page(head)).unwrap()).collect();
    assert_eq!(sites(&facts), [(0..heads.len()).collect::<Vec<_>>()]);
    agreed(&facts.iter().collect::<Vec<_>>())
}

#[test]
fn the_outlet_that_most_pages_name_is_that_of_all() {
    let signed = |day: &'static str| ["Valmont vote son budget", "Par La Gazette avec AFP", day];
    let found = told(&[
        &signed("Publié le 3 mai 2021"),
        &signed("Publié le 4 mai 2021"),
        &signed("Publié le 5 mai 2021"),
        &["Valmont vote le budget du conseil", "Claire Dumont", "Publié le 6 mai 2021"],
        &["Le budget de Valmont est voté", "Par AFP", "Publié le 7 mai 2021"],
    ]);
    let outlets: Vec<(usize, Option<&str>)> = found.iter().map(|(at, told)| (*at, told.outlet.as_deref())).collect();
    assert_eq!(outlets, [(3, Some("La Gazette")), (4, Some("La Gazette"))]);
}

#[test]
fn what_two_pages_say_is_no_agreement() {
    let found = told(&[
        &["Valmont vote son budget", "Par La Gazette avec AFP", "Publié le 3 mai 2021"],
        &["Valmont vote son budget", "Par Le Courrier avec AFP", "Publié le 4 mai 2021"],
        &["Valmont vote le budget du conseil", "Claire Dumont", "Publié le 6 mai 2021"],
    ]);
    assert_eq!(found, []);
}

#[test]
fn a_name_that_no_list_knows_signs_where_others_of_the_site_do() {
    let line = |name: &str, read_as| HeadLine {
        at: 15,
        from_day: -2,
        key: name.len() as u64,
        bytes: name.len(),
        looks: Looks::Name,
        read_as,
        name: Some(name.into()),
    };
    let page = |name: &str, read_as| PageFacts {
        head: vec![line(name, read_as)],
        is_signed: read_as == ReadAs::Author,
        ..PageFacts::default()
    };
    let signed = ["Claire Dumont", "Paul Verdier-Rivoire", "Anne Rivoire"].map(|name| page(name, ReadAs::Author));
    let other = page("Xqwrtz Bglmnopvw", ReadAs::Other);
    let pages: Vec<&PageFacts> = signed.iter().chain([&other]).collect();
    let author = Told { author: Some((15, "Xqwrtz Bglmnopvw".into())), ..Told::default() };
    assert_eq!(agreed(&pages), [(3, author)]);
    assert_eq!(agreed(pages.get(1..).unwrap_or_default()), []);
}

#[test]
fn the_headline_stands_where_it_does_on_other_pages() {
    let lead = "ENQUÊTE Le conseil municipal et la majorité veulent un budget de trois pour cent, dit l'opposition du débat";
    let head = |title: &'static str, day: &'static str| [title, "Une salle comble et des rires", "Claire Dumont", day];
    let pages = [
        head("Le conseil municipal de Valmont vote son budget en hausse", "Publié le 3 mai 2021"),
        head("Le budget du conseil de Valmont en hausse de trois pour cent", "Publié le 4 mai 2021"),
        head("Après un long débat, Valmont vote un budget en hausse", "Publié le 5 mai 2021"),
        ["Une nuit blanche pour rien, ou presque, dans la vallée", lead, "Claire Dumont", "Publié le 6 mai 2021"],
    ];
    let facts: Vec<PageFacts> = pages.iter().map(|head| PageFacts::of(&page(head)).unwrap()).collect();
    let titles: Vec<String> = pages.iter().map(|head| page(head).title.to_string()).collect();
    let found = agreed(&facts.iter().collect::<Vec<_>>());
    let headline = found.iter().find(|(at, _)| *at == 3).and_then(|(_, told)| told.headline);
    assert_eq!((titles[3].as_str() == lead, headline), (true, Some(14)), "{titles:?}");
}
