//! Bylines: who signs a line, a person or an outlet.
//!
//! Called by `header` for lines that only sign and for date lines that also do.

use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::outlet::{agency, signature};
use crate::text::fold::fold;

/// Who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// Who wrote it.
    pub author: Option<String>,
    /// Which outlet it is from.
    pub outlet: Option<String>,
}

/// Reads `Par Jean Dupont`, `By Jane Doe and John Smith`, `Le Figaro avec AFP` into `byline`; false when `words` say more than that.
pub fn signed(words: &str, byline: &mut Byline) -> bool {
    const BY: &[&str] = &["Par ", "PAR ", "By ", "BY ", "par : ", "Par : ", "Propos recueillis par ", "Texte par ", "Text by "];
    if let Some(outlet) = signature(words) {
        byline.outlet.get_or_insert(outlet);
        return true;
    }
    let Some(whole) = BY.iter().find_map(|by| words.strip_prefix(by)) else { return false };
    let (name, outlet) = without_post(whole.trim_end_matches([',', ' ']));
    let site = name.contains('.') && !name.contains([' ', '@']) && !name.ends_with('.');
    if !is_name(name) && !site {
        return false;
    }
    if let Some(outlet) = outlet {
        byline.outlet.get_or_insert(outlet.to_owned());
    }
    let acronym = site || !name.contains(' ') && name.chars().count() <= 5 && name.chars().all(char::is_uppercase);
    let slot = if acronym || agency(name).is_some() { &mut byline.outlet } else { &mut byline.author };
    slot.get_or_insert(agency(name).unwrap_or(name).to_owned());
    true
}

/// A name without where its bearer is posted, and the agency he signs for: `Hélène Sallon (Le Caire, correspondance)`,
/// `Christophe Ayad - Damas, envoyé spécial`, `John Doe, CNN`.
fn without_post(words: &str) -> (&str, Option<&'static str>) {
    const POSTS: &[&str] =
        &["envoyé spécial", "envoyée spéciale", "envoyés spéciaux", "correspondan", "journaliste", "correspondent", "in ", "à "];
    for mark in [" (", " - ", " – ", ", ", " in "] {
        let Some((name, post)) = words.split_once(mark) else { continue };
        if let Some(agency) = agency(post.trim_end_matches(')')) {
            return (name, Some(agency));
        }
        let lower = post.to_lowercase();
        let place = mark == " in " && is_name(post) && post.split(' ').count() <= 3;
        if place || POSTS.iter().any(|known| if known.ends_with(' ') { lower.starts_with(known) } else { lower.contains(known) })
        {
            return (name, None);
        }
    }
    (words, None)
}

/// Whether `words` can be a signature: a few capitalised words, particles and conjunctions between them.
#[must_use]
pub fn is_name(words: &str) -> bool {
    const BETWEEN: &[&str] = &[
        "de", "du", "des", "la", "le", "van", "von", "der", "den", "al", "el", "ben", "bin", "et", "and", "avec", "with", "d",
        "à", "in", "for", "pour",
    ];
    let mut capitals = 0;
    for word in words.split_whitespace() {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let between = BETWEEN.contains(&plain)
            || word.starts_with("d'")
            || word.starts_with("d’")
            || word.starts_with("al-")
            || word == "&";
        if plain.chars().next().is_some_and(char::is_uppercase) {
            capitals += 1;
        } else if !between {
            return false;
        }
    }
    (1..=9).contains(&capitals) && words.chars().count() <= 90 && !words.ends_with(['.', '!', '?', ':'])
}

/// Reads who signs in a line that holds `dates`: `Par Jean Dupont, publié le …`, `Le Monde.fr avec AFP | …`, `L'Express — 2015-01-12 — Anne Martin`.
pub fn parties(words: &str, dates: &[&str], byline: &mut Byline) {
    let mut names = Vec::new();
    for part in parts(words) {
        // `Par Jean Dupont Publié le …`: the capital begins anew what no mark sets off.
        let anew = [" Publié", " Mis à jour", " Modifié", " Published", " Updated"].iter().find_map(|word| part.split_once(word));
        // A comma inside brackets has cut `(Le Caire, correspondance)` in two.
        let part = part.split_once(" (").filter(|(_, inside)| !inside.contains(')')).map_or(part, |(name, _)| name);
        let part = anew.filter(|(name, _)| name.starts_with("Par ") || name.starts_with("By ")).map_or(part, |(name, _)| name);
        let holds_one = dates.iter().any(|date| part.contains(date));
        if !holds_one
            && !is_section(&fold(part))
            && !signed(part, byline)
            && is_name(part)
            && part.split_whitespace().count() <= 5
        {
            names.push(part);
        }
    }
    let outlet = names.iter().position(|name| is_outlet(name)).or((names.len() >= 2).then_some(0));
    for (at, name) in names.into_iter().enumerate() {
        // One word is a place or a section: persons sign with two.
        if Some(at) != outlet && !name.contains(' ') {
            continue;
        }
        let slot = if Some(at) == outlet { &mut byline.outlet } else { &mut byline.author };
        slot.get_or_insert(name.to_owned());
    }
}

/// The parts of a line that bars, bullets, set-off dashes or commas divide.
pub fn parts(words: &str) -> impl Iterator<Item = &str> {
    let dashed = words.split(['|', '•', '·']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – "));
    dashed.flat_map(|part| part.split(" — ")).flat_map(|part| part.split(", ")).map(str::trim).filter(|part| !part.is_empty())
}

/// Whether a name is more likely an outlet's than a person's.
#[must_use]
pub fn is_outlet(name: &str) -> bool {
    const OPENINGS: &[&str] = &["Le ", "La ", "Les ", "L'", "L’", "The ", "Agence ", "Radio ", "France ", "BBC", "TV"];
    const WORDS: &[&str] = &["News", "Times", "Post", "Journal", "Presse", "Press", "TV", "Info", "Actu", "Today", "Magazine"];
    let shouted = ["LE ", "LA ", "LES ", "THE "];
    OPENINGS.iter().chain(&shouted).any(|opening| name.starts_with(opening))
        || agency(name).is_some()
        || name.contains('.')
        || name.split(' ').any(|word| WORDS.contains(&word))
}
