//! Names that a page spells in two ways: with blanks and capitals on a line of its own, and glued in a host, a mail address or an account.
//!
//! No word of a language tells them: `La Gazette du Val` beside `gazetteduval.fr`, `redaction@gazetteduval.fr` or `@gazetteduval`. Asked by
//! `masthead`.

use std::collections::BTreeSet;

use crate::ingest::rules::masthead::called::{Called, candidate, is_provider, key, same};

/// Letters of a name in a host, and of one that stands glued with nothing around it, as few words are long.
const LETTERS: usize = 4;
const GLUED: usize = 10;
/// Bytes and words of a line that spells a name.
const LINE: usize = 60;
const WORDS: usize = 6;
/// Words of a line in which a name stands glued.
const FEW: usize = 3;
/// What such a name weighs: as much as a line that closes with it behind the headline.
const WEIGHT: u32 = 3;

/// The names that stand alone on one of `lines`, or at its head or end behind a mark, and glued in another.
pub(super) fn spelled(lines: &[&str]) -> Vec<Called> {
    let words = || lines.iter().flat_map(|line| line.split_whitespace());
    let hosts: BTreeSet<String> = words().filter_map(in_address).collect();
    // A long line is a sentence, whose long words are no names.
    let few = lines.iter().filter(|line| line.len() <= LINE && line.split(' ').nth(FEW).is_none());
    let glued: BTreeSet<&str> = few
        .flat_map(|line| line.split_whitespace())
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| is_glued(word))
        .collect();
    if hosts.is_empty() && glued.is_empty() {
        return Vec::new();
    }
    let short = lines.iter().filter(|line| line.len() <= 2 * LINE);
    let parts = short.flat_map(|line| {
        line.split([" - ", " – ", " | ", " : ", " > "].iter().find(|mark| line.contains(**mark)).copied().unwrap_or("\n"))
    });
    let is_name = |part: &&str| {
        part.len() <= LINE
            && part.split(' ').count() <= WORDS
            && part.starts_with(|c: char| c.is_alphanumeric())
            && !part.contains(['@', '/'])
            && part.rsplit_once('.').is_none_or(|(_, ending)| ending.contains(' ') || ending.is_empty())
    };
    let mut found: Vec<Called> = Vec::new();
    for part in parts.map(str::trim).filter(is_name) {
        let letters = key(part);
        let in_host = || letters.len() >= LETTERS && hosts.iter().any(|host| same(host, &letters));
        // A name of one word is a word that may stand anywhere.
        if part.contains(' ') && glued.contains(&*letters) || in_host() {
            found.extend(candidate(part, WEIGHT));
        }
    }
    found.sort_by(|one, other| one.key.cmp(&other.key).then(one.name.cmp(&other.name)));
    found.dedup_by(|one, other| one.key == other.key);
    found
}

/// Whether a word is that long in small letters that it may be a name without its blanks.
fn is_glued(word: &str) -> bool {
    word.len() >= GLUED && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The letters of a name that a word holds as the host of an address or of a mail, or as an account.
fn in_address(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
    if let Some(account) = word.strip_prefix('@') {
        return Some(key(account)).filter(|key| key.len() > LETTERS);
    }
    let host = match word.split_once('@') {
        Some((_, host)) => host,
        None => word.split_once("://").map_or(word, |(_, rest)| rest).split(['/', '?', ',']).next()?,
    };
    let host = host.to_ascii_lowercase();
    let (name, ending) = host.rsplit_once('.')?;
    let name = name.rsplit('.').next().unwrap_or(name);
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let known = (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase());
    (known && plain(name) && name.len() >= LETTERS && !is_provider(name)).then(|| key(name))
}

#[cfg(test)]
mod tests {
    use super::spelled;

    fn names(lines: &[&str]) -> Vec<String> {
        spelled(lines).into_iter().map(|called| called.name).collect()
    }

    #[test]
    fn a_name_on_a_line_of_its_own_is_the_one_that_is_glued_elsewhere() {
        for glued in
            ["redaction@rivesduval.info", "Voir www.rivesduval.info/contact", "13/06/2017 rivesduval", "Suivre @rivesduval"]
        {
            assert_eq!(names(&["Rives du Val", "Accueil", glued]), ["Rives du Val"], "{glued}");
        }
        assert_eq!(names(&["Rives du Val | Toute l'actu", "rivesduval.fr"]), ["Rives du Val"]);
        assert!(names(&["Rives du Val", "Accueil", "Les rives du val", "contact@orange.fr"]).is_empty());
        assert!(names(&["Facebook", "https://facebook.com/rives"]).is_empty());
    }
}
