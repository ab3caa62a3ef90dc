//! Signs of a page's house that no word of a language gives: the title of its window, a name that its logo says twice, its address in line after
//! line. Asked by `masthead`.

use std::collections::BTreeMap;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::brand_lines::is_house_name;
use crate::ingest::rules::masthead::called::{Called, candidate, key, same};
use crate::ingest::rules::page_title;
use crate::ingest::rules::page_title::undoubled;
use crate::ingest::rules::signers::is_person;
use crate::text::fold::fold;

/// What such a sign weighs: as much as a line that closes with the name behind the headline, one that calls for it, or one that is it.
const STRONG: u32 = 3;
const PLAIN: u32 = 2;
const FAINT: u32 = 1;
/// How often a logo says its name, and lines that hold an address.
const OFTEN: usize = 2;
/// Words of what a house says of itself.
const SLOGAN: usize = 5;
/// Bytes of a line that is a logo said twice.
const LOGO: usize = 120;

/// What stands beside the headline in the title of the page's window, where the page has it elsewhere, too, or it looks like a house's.
pub(crate) fn of_title(sheet: &Blocks) -> Option<Called> {
    // Where the headline stands inside a longer line only, what the title sets off behind it is the house.
    let (place, beside, inside) = match page_title::find(sheet) {
        Some(title) => (title.at, title.beside.clone(), false),
        None => (0, page_title::inside::find(sheet)?.1, true),
    };
    let house = |part: &String| {
        // `Un titre - Valmont (31000)`: where it is of.
        let plain = !part.contains(['(', ')', '…']);
        let called = candidate(part, STRONG).or_else(|| of_person(part).filter(|_| beside.len() == 1)).filter(|_| plain)?;
        let again = |at: usize| {
            let line = sheet.words(at);
            at != place && line.len() <= 2 * LOGO && (same(&key(line), &called.key) || line.contains(part.as_str()))
        };
        let last = inside && beside.first() == Some(part);
        let sure = is_house_name(part) || part.contains('.') || last || (0..sheet.strips.len()).any(again);
        Some(Called { sure, ..called })
    };
    let houses: Vec<Called> = beside.iter().filter_map(house).collect();
    // `Un titre - Rives - Toute l'actualité du Val`: what a house says of itself may stand last.
    let slogan = |called: &&Called| called.name.split(' ').count() >= SLOGAN;
    let mut sure = houses.iter().filter(|called| called.sure);
    let last = sure.next();
    let before = sure.next().filter(|_| last.as_ref().is_some_and(slogan));
    before.or(last).or_else(|| houses.first()).cloned()
}

/// A page that is called by the name of whose it is, as that of a writer.
fn of_person(name: &str) -> Option<Called> {
    let whole = (2..=3).contains(&name.split(' ').count()) && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    (whole && is_person(name)).then(|| Called { name: name.to_owned(), key: key(name), weight: STRONG, sure: false })
}

/// The names that a line says twice without a blank, as a logo and the words beside it: `Rives du ValRives du Val`.
pub(super) fn doubled(lines: &[&str]) -> Vec<Called> {
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.len() <= LOGO) {
        let name = undoubled(line);
        if name.len() < line.len() {
            *met.entry(name).or_default() += 1;
        }
    }
    met.into_iter().filter(|(_, count)| *count >= OFTEN).filter_map(|(name, _)| candidate(name, STRONG)).collect()
}

/// The hosts that stand in several lines, as `gazette.fr` does in a menu and at the foot.
pub(super) fn hosts(lines: &[&str]) -> Vec<Called> {
    let mut met: BTreeMap<String, (&str, usize, bool)> = BTreeMap::new();
    for line in lines {
        let mut own: Vec<&str> = line.split_whitespace().filter_map(host).collect();
        own.dedup();
        for host in own {
            let known = met.entry(key(host)).or_insert((host, 0, true));
            *known = (known.0, known.1 + 1, known.2 && known.0.eq_ignore_ascii_case(host));
        }
    }
    // A house with an address for each country sells things.
    let own = met.into_values().filter(|(.., alone)| *alone);
    own.filter_map(|(host, count, _)| candidate(host, if count >= OFTEN { PLAIN } else { FAINT })).collect()
}

/// The house whose feeds a page links: `#Rives du Val » Flux Rives du Val » Flux des commentaires`.
pub(super) fn linked(line: &str) -> Option<Called> {
    let (_, mut feeds) = line.split_once('#')?;
    while let Some(rest) = feeds.strip_prefix("alternate ") {
        feeds = rest;
    }
    let sure = |name: &str| candidate(name, STRONG).map(|called| Called { sure: true, ..called });
    if let Some(name) = said_again(feeds) {
        // A page may be somebody's, and is called so.
        return sure(name).or_else(|| of_person(name).map(|called| Called { sure: true, ..called }));
    }
    let Some((name, rest)) = feeds.split_once(" » ") else {
        // `#Rives.fr`: the feed of a house that is called by its address.
        return if line.starts_with('#') && !feeds.contains(' ') { host(feeds).and_then(sure) } else { None };
    };
    let feed = ["flux", "feed", "fil"].iter().any(|feed| fold(rest).contains(feed));
    if feed { sure(name) } else { None }
}

/// The words that open the names of a page's feeds and stand in them again: `Deux Rives RSS Feed Deux Rives Atom Feed`.
fn said_again(feeds: &str) -> Option<&str> {
    /// Words of a name, and bytes of one.
    const MOST: usize = 6;
    const BYTES: usize = 4;
    let head = feeds.split_once(" » ").map_or(feeds, |(head, _)| head);
    let ends: Vec<usize> = head.match_indices(' ').map(|(at, _)| at).chain([head.len()]).take(MOST).collect();
    let again = |name: &&str| {
        let rest = feeds.get(name.len()..).unwrap_or_default();
        name.len() >= BYTES
            && name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && rest.contains(&format!(" {name}"))
    };
    ends.into_iter().rev().filter_map(|end| head.get(..end)).find(again)
}

/// The host that a word is, without the marks around it and `www.`.
pub(super) fn host(word: &str) -> Option<&str> {
    /// Endings of hosts that are no words of a text.
    const ENDINGS: [&str; 30] = [
        "fr", "com", "org", "net", "be", "ch", "ca", "lu", "eu", "info", "sn", "ma", "tn", "dz", "ci", "cm", "bf", "ml", "td",
        "cd", "bj", "tg", "ga", "ht", "nc", "re", "mg", "tv", "media", "news",
    ];
    if !word.contains('.') {
        return None;
    }
    let word = word.split_once("://").map_or(word, |(_, rest)| rest).split(['/', '?']).next()?;
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.strip_prefix("www.").unwrap_or(word);
    let (name, ending) = word.rsplit_once('.')?;
    let plain = name.len() >= 3 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    (plain && !word.contains('@') && ENDINGS.contains(&ending)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::{doubled, hosts, linked, of_title};
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::masthead::called::Called;

    fn names(called: Vec<Called>) -> Vec<String> {
        called.into_iter().map(|called| called.name).collect()
    }

    #[test]
    fn the_title_of_the_window_names_the_house() {
        let house = |title: &str, foot: &str| {
            of_title(&sheet(&[title, "Accueil", "Un pont de trop", foot])).map(|called| (called.name, called.sure))
        };
        let of = |name: &str, sure: bool| Some((name.to_owned(), sure));
        assert_eq!(house("Un pont de trop - Société - Rives du Val", "© Rives du Val"), of("Rives du Val", true));
        assert_eq!(house("Un pont de trop | La Gazette", "Contact"), of("La Gazette", true));
        assert_eq!(house("Un pont de trop | rives.info", "Contact"), of("rives.info", true));
        assert_eq!(house("Un pont de trop | Rives", "Contact"), of("Rives", false));
        assert_eq!(house("Un pont de trop - Querval (31000)", "Contact"), None);
        assert_eq!(house("Un pont de trop — Claire Dumont", "Contact"), of("Claire Dumont", false));
        assert_eq!(house("Un pont de trop — Société — Claire Dumont", "Contact"), None);
    }

    #[test]
    fn a_text_browser_names_the_house_by_its_feeds() {
        let house = |line: &str| linked(line).map(|called| called.name);
        assert_eq!(house("#Rives du Val » Flux Rives du Val » Flux des commentaires").as_deref(), Some("Rives du Val"));
        assert_eq!(house("#rives.fr").as_deref(), Some("rives.fr"));
        assert_eq!(house("#Rives"), None);
        assert_eq!(house("#alternate Rives du Val » Flux Rives du Val » Flux").as_deref(), Some("Rives du Val"));
        assert_eq!(house("#Deux Rives RSS Feed Deux Rives Atom Feed Deux").as_deref(), Some("Deux Rives"));
        assert_eq!(house("#Claire Dumont » Flux Claire Dumont » Flux").as_deref(), Some("Claire Dumont"));
        // A button may be the first word of a name.
        assert_eq!(house("#Feedback Rives » Flux Feedback Rives").as_deref(), Some("Feedback Rives"));
    }

    #[test]
    fn a_logo_says_its_name_twice_and_an_address_stands_again() {
        assert_eq!(names(doubled(&["Rives du ValRives du Val", "Accueil", "Rives du ValRives du Val"])), ["Rives du Val"]);
        assert!(names(doubled(&["Rives du ValRives du Val", "Accueil"])).is_empty());
        let found = hosts(&["L'appli rives.info", "Écrire à www.rives.info", "Voir querval.fr", "val.fr", "val.be"]);
        let found: Vec<(&str, u32)> = found.iter().map(|called| (&*called.name, called.weight)).collect();
        assert_eq!(found, [("querval.fr", 1), ("rives.info", 2)]);
        assert!(names(hosts(&["Le pont.Il est là", "Un mot.Un autre"])).is_empty());
    }
}
