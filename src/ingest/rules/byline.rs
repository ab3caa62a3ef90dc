//! Bylines: who signs a line, a person or an outlet.
//!
//! Called by `header` for lines that only sign and for date lines that also do.

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::date_context::says_when_alone;
use crate::ingest::rules::line_parts::{before_date, parts, without_clock, without_verb};
use crate::ingest::rules::outlet::{agency, credited, named};
use crate::ingest::rules::signers::{
    bare_name, behind_office, house_of_newsroom, is_brand, is_initial, is_newsroom, is_person, posted, slugged, without_address,
};
use crate::text::fold::fold;

/// Who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// Who wrote it.
    pub author: Option<String>,
    /// Which outlet it is from.
    pub outlet: Option<String>,
    /// Which agencies the outlet credits.
    pub credit: Option<String>,
}

/// Reads `Par Jean Dupont`, `By Jane Doe and John Smith`, `Le Figaro avec AFP` into `byline`; false when `words` say more than that.
pub fn signed(words: &str, byline: &mut Byline) -> bool {
    // A blank that does not break is one, too.
    if words.contains('\u{a0}') {
        return signed(&words.replace('\u{a0}', " "), byline);
    }
    // `Par Claire Dumont (avec AFP)`: a person, or a house, as it is written.
    let bracketed = words.contains(" (avec ") && signatures::SIGNATURES.iter().any(|by| words.starts_with(by));
    if let Some((outlet, credit)) = credited(words).filter(|_| !bracketed) {
        take_credited(&outlet, credit, byline);
        return true;
    }
    if let Some((agency, name)) = slugged(words) {
        byline.outlet.get_or_insert(agency.to_owned());
        byline.author.get_or_insert(name.to_owned());
        return true;
    }
    if take_newsroom(words, byline) {
        return true;
    }
    let Some((by, whole)) = signatures::signature(words) else { return false };
    if is_newsroom(whole) {
        take_newsroom(whole, byline);
        return true;
    }
    if take_crediting(whole, byline) {
        return true;
    }
    // `Par - Valmont Info`, where a page has nobody's name before its own.
    if let Some(house) = ["- ", "– "].iter().find_map(|dash| whole.strip_prefix(dash)).filter(|house| is_name(house)) {
        byline.outlet.get_or_insert(house.to_owned());
        return true;
    }
    let whole = whole.trim_start_matches([':', ' ']);
    let whole = posted(whole).map_or(whole, |(name, _)| name);
    // `Publié par Claire Dumont dans Reportage`, `De: La Gazette Dans Reportage`: where a page files it.
    let filed = || [" dans ", " Dans ", " | ", "|"].iter().find_map(|mark| whole.split_once(mark)).map(|(name, _)| name);
    let sorted =
        by.contains("ublié") || by.contains("ecueilli") || by.contains("édigé") || by.starts_with("De") || whole.contains('|');
    if let Some(site) = whole.split(" | ").skip(1).find(|part| is_site(part)) {
        byline.outlet.get_or_insert(site.to_owned());
    }
    let whole = if sorted { filed().unwrap_or(whole) } else { whole };
    let whole = without_address(whole);
    let (name, outlet) = without_post(bare_name(whole.trim_end_matches([',', ' ', '-', '–'])));
    let site = is_site(name);
    if !is_name(name) && !site {
        if let Some(person) = behind_office(name) {
            byline.author.get_or_insert(person.to_owned());
            return true;
        }
        // `Article rédigé par valmontinfo`: a house or somebody in small letters, who is not told from it.
        return by.ends_with("digé par ") && !name.contains(' ') && name.chars().all(char::is_alphanumeric);
    }
    if let Some(outlet) = outlet {
        byline.outlet.get_or_insert(outlet.to_owned());
    }
    let acronym = site || !name.contains(' ') && name.chars().count() <= 5 && name.chars().all(char::is_uppercase);
    let slot = if acronym || agency(name).is_some() || is_house(name) { &mut byline.outlet } else { &mut byline.author };
    slot.get_or_insert(agency(name).unwrap_or(name).to_owned());
    true
}

/// Takes who signs before the agencies in brackets: a house or a person, and no newsroom.
fn take_crediting(whole: &str, byline: &mut Byline) -> bool {
    let Some((name, credit)) = crediting(whole) else { return false };
    if !is_newsroom(name) {
        let slot = if is_outlet(name) { &mut byline.outlet } else { &mut byline.author };
        slot.get_or_insert(if is_outlet(name) { named(name).unwrap_or_else(|| name.to_owned()) } else { name.to_owned() });
    }
    byline.credit = byline.credit.take().or(credit);
    true
}

/// Takes the house whose newsroom signs.
fn take_newsroom(words: &str, byline: &mut Byline) -> bool {
    let house = house_of_newsroom(words).and_then(named);
    let signs = house.is_some();
    byline.outlet = byline.outlet.take().or(house);
    signs
}

/// Takes who signs with agencies beside: a house, or a person.
fn take_credited(outlet: &str, credit: Option<String>, byline: &mut Byline) {
    // `N.Ga., avec AFP`, `CD avec AFP`: who signs with the first letters of a name is no house, and `J.Dumont` is no host.
    let name = outlet.trim_end_matches(',');
    let capitals = name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_uppercase()) && agency(name).is_none();
    let person = is_initials(name) || capitals || is_person(name) && !is_outlet(&name.replace('.', " "));
    if person {
        byline.author.get_or_insert(name.to_owned());
    }
    // `La rédaction avec AFP` is nobody's name.
    if person || is_newsroom(outlet) || byline.outlet.get_or_insert(outlet.to_owned()) == outlet {
        byline.credit = byline.credit.take().or(credit);
    }
}

/// `valmont.example`.
fn is_site(name: &str) -> bool {
    name.contains('.') && !name.contains([' ', '@']) && !name.ends_with('.') && !is_initials(name)
}

/// `C.G.`, `N.Ga.`, `J.-P. D.`: the first letters of a name, as papers sign short pieces.
pub(crate) fn is_initials(words: &str) -> bool {
    const LONGEST: usize = 12;
    let mut count = 0;
    let letters = |part: &str| {
        count += 1;
        part.starts_with(char::is_uppercase) && part.chars().count() <= 2 && part.chars().all(char::is_alphabetic)
    };
    words.len() <= LONGEST
        && words.ends_with('.')
        && words.split(['.', ' ', '-']).filter(|part| !part.is_empty()).all(letters)
        && (2..=4).contains(&count)
}

/// Who signs and which agencies are credited: `LA GAZETTE (avec AFP)`, `Anne Martin avec AFP`.
fn crediting(words: &str) -> Option<(&str, Option<String>)> {
    let (name, agencies) = words.split_once(" (avec ").or_else(|| words.split_once(" (with "))?;
    let (_, credit) = credited(&format!("X avec {}", agencies.strip_suffix(')')?))?;
    is_name(name).then_some((name, credit))
}

/// The name behind the small word that opens a part of a line: `par Anne Martin`, `von Eva Lang`.
pub(crate) fn by_name(part: &str) -> Option<&str> {
    ["par ", "by ", "von ", "por: ", "Por: ", "por "]
        .iter()
        .find_map(|by| part.strip_prefix(by))
        .filter(|name| name.starts_with(char::is_uppercase))
}

/// A name without where its bearer is posted, and the agency he signs for: `Hélène Sallon (Le Caire, correspondance)`,
/// `Christophe Ayad - Damas, envoyé spécial`, `John Doe, CNN`.
fn without_post(words: &str) -> (&str, Option<&str>) {
    const POSTS: &[&str] =
        &["envoyé spécial", "envoyée spéciale", "envoyés spéciaux", "correspondan", "journaliste", "correspondent", "in ", "à "];
    for post in [" Envoyé", " envoyé", " Correspondan", " correspondan"] {
        let Some((name, _)) = words.split_once(post) else { continue };
        let place = [" (", " - ", " – "].iter().find_map(|mark| name.split_once(mark));
        return (place.map_or(name, |(name, _)| name).trim_end_matches([',', '(', '-', '–', ' ']), None);
    }
    for mark in [" (", " - ", " – ", ", ", " in "] {
        let Some((name, post)) = words.split_once(mark) else { continue };
        let house = post.trim_end_matches(')');
        if let Some(agency) = agency(house).or(Some(house).filter(|house| mark == " (" && is_house(house))) {
            return (name, Some(agency));
        }
        let lower = post.to_lowercase();
        // `Claire Dumont und Eva Lang, Berlin`: where they wrote.
        let town = mark == ", " && is_person(name) && !post.contains(' ') && NameLexicon::get().is_place(&post.to_uppercase());
        let place = town || mark == " in " && is_name(post) && post.split(' ').count() <= 3;
        // `Claire Dumont - 05:01`: a time of day.
        let time = mark == " - " && post.starts_with(|c: char| c.is_ascii_digit());
        if time
            || place
            || POSTS.iter().any(|known| if known.ends_with(' ') { lower.starts_with(known) } else { lower.contains(known) })
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
        "à", "in", "for", "pour", "v", "zu", "di", "da", "dos", "della", "y", "ten", "ter", "und",
    ];
    let mut capitals = 0;
    for word in words.split_whitespace() {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        // `Claire Dumont , Eva Lang`.
        if word == "," {
            continue;
        }
        let between = BETWEEN.contains(&plain)
            || ["d'", "d’"].iter().any(|small| word.strip_prefix(small).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
            || word.starts_with("al-")
            || word == "&";
        if plain.chars().next().is_some_and(char::is_uppercase) {
            capitals += 1;
        } else if !between {
            return false;
        }
    }
    // `Claire D.` signs with the first letter of a name.
    let initial = words.ends_with('.') && words.rsplit([' ', '-']).next().is_some_and(|last| last.chars().count() == 2);
    (1..=9).contains(&capitals) && words.chars().count() <= 90 && (initial || !words.ends_with(['.', '!', '?', ':']))
}

/// A part without the label that leads to a house: `Source: Rives Info`.
fn unlabelled(part: &str) -> &str {
    ["Source: ", "Source : "].iter().find_map(|label| part.strip_prefix(label)).unwrap_or(part)
}

/// Whether the verb that opens a part leads to a name: `Publié par Claire Dumont le 7 mai 2020`.
fn leads_to_name(part: &str) -> bool {
    [" par ", " par : ", " by "].iter().any(|by| part.split_once(by).is_some_and(|(verb, _)| !verb.contains(' ')))
}

/// Reads who signs in a line that holds `dates`: `Par Jean Dupont, publié le …`, `Le Monde.fr avec AFP | …`, `L'Express — 2015-01-12 — Anne Martin`.
pub fn parties(words: &str, dates: &[&str], byline: &mut Byline) {
    let mut names = Vec::new();
    for (at, whole) in parts(words).map(unlabelled).enumerate() {
        let by_verb = leads_to_name(whole);
        let part = before_date(if by_verb { whole } else { without_verb(whole) }, dates);
        let part = without_clock(part);
        // A comma inside brackets has cut `(Le Caire, correspondance)` in two.
        let part = part
            .split_once(" (")
            .filter(|(_, inside)| !inside.contains(')') || inside.starts_with("avec "))
            .map_or(part, |(name, _)| name);
        if let Some((outlet, name)) = part.split_once(" Recueilli par ").or_else(|| part.split_once(" Propos recueillis par ")) {
            byline.outlet.get_or_insert(outlet.to_owned());
            byline.author.get_or_insert(name.trim_end_matches('.').to_owned());
            continue;
        }
        if is_initials(part) && part.len() < whole.len() {
            byline.author.get_or_insert(part.to_owned());
            continue;
        }
        let by = by_name(part).map(|name| format!("Par {name}"));
        let taken =
            says_when_alone(part) || part.is_empty() || is_section(&fold(part)) || signed(by.as_deref().unwrap_or(part), byline);
        // `6Medias, publié le …`: what alone stands before says who published it.
        let sole =
            at == 0 && part.len() < whole.len() || parts(words).nth(at + 1).is_some_and(|next| without_verb(next).is_empty());
        if !taken && at == 0 && sole && is_brand(part) {
            byline.outlet.get_or_insert(part.to_owned());
        } else if !taken
            && is_name(part)
            && !part.contains(':')
            && part.starts_with(char::is_uppercase)
            && part.split_whitespace().count() <= 5
        {
            names.push(part);
        }
    }
    // `Publié le 2 octobre 2015 par Claire Dumont`.
    let rest = dates.last().and_then(|date| words.split_once(date)).map_or("", |(_, rest)| rest);
    let behind = ["par ", "by ", "von ", "Par ", "By "]
        .iter()
        .find_map(|by| rest.find(&format!(" {by}")).and_then(|at| rest.get(at + 1 + by.len()..)))
        .map(|name| parts(name).next().unwrap_or_default())
        .map(|name| name.split_once(" (").map_or(name, |(name, _)| name))
        .map(bare_name);
    if let Some(name) = behind.filter(|name| is_name(name) && name.split(' ').count() <= 5) {
        signed(&format!("Par {name}"), byline);
    }
    let outlet = names
        .iter()
        .position(|name| is_outlet(name))
        .or((names.len() >= 2 && !names.first().is_some_and(|name| is_person(name))).then_some(0));
    for (at, name) in names.into_iter().enumerate() {
        // `Valmont (AFP)`: where an agency writes from.
        if let Some(agency) = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).and_then(|(_, house)| agency(house))
        {
            byline.outlet.get_or_insert(agency.to_owned());
            continue;
        }
        // One word is a place or a section: persons sign with two.
        if Some(at) != outlet && !name.contains(' ') {
            continue;
        }
        let slot = if Some(at) == outlet { &mut byline.outlet } else { &mut byline.author };
        slot.get_or_insert(name.to_owned());
    }
}

/// Whether a name is more likely an outlet's than a person's.
#[must_use]
pub fn is_outlet(name: &str) -> bool {
    let shouted = ["LE ", "LA ", "LES ", "THE "];
    shouted.iter().any(|opening| name.starts_with(opening))
        || is_house(name)
        || name.starts_with("France ")
        || agency(name).is_some()
        // `Claire R. Dumont` has a first letter in the midst of her name.
        || name.split(' ').any(|word| word.contains('.') && !word.strip_suffix('.').is_some_and(is_initial))
}

/// Whether a name is written as those of papers and stations are, and not as a person's.
fn is_house(name: &str) -> bool {
    const OPENINGS: &[&str] = &["Le ", "La ", "Les ", "L'", "L’", "The ", "Agence ", "Radio ", "BBC", "TV"];
    const WORDS: &[&str] = &[
        "News", "Times", "Post", "Journal", "Presse", "Press", "TV", "Info", "Actu", "Today", "Magazine", "Daily", "Matin",
        "Gazette", "Hebdo",
    ];
    // `VALMONT INFO`: a house that shouts; one word of a person's name in capitals is a surname.
    let shouted = !name.contains(char::is_lowercase);
    let known = |word: &str| WORDS.iter().any(|known| *known == word || shouted && known.eq_ignore_ascii_case(word));
    OPENINGS.iter().any(|opening| name.starts_with(opening)) || name.split(' ').any(known)
}

mod signatures;
