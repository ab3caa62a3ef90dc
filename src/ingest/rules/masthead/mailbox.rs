//! The house of the only mail address of a page that is an office's and no person's: `redaction@gazetteduval.fr`, where nothing else tells.

use crate::ingest::rules::masthead::called::is_provider;

/// What the letter box of a house is called.
const OFFICES: &[&str] = &[
    "contact",
    "info",
    "redaction",
    "news",
    "newsroom",
    "editor",
    "editorial",
    "webmaster",
    "dpo",
    "rgpd",
    "privacy",
    "support",
    "hello",
    "abonnement",
    "abonnements",
    "service",
    "publicite",
    "pub",
    "press",
    "office",
    "help",
    "feedback",
    "letters",
    "tips",
    "redaktion",
    "redaccion",
    "contacto",
    "kontakt",
];

/// The host of the letter boxes of offices in `lines`, where there is only one such host.
pub(crate) fn host<'a>(lines: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut hosts = lines.filter(|line| line.contains('@')).flat_map(|line| line.split_whitespace()).filter_map(of_office);
    let first = hosts.next()?;
    hosts.all(|other| other == first).then_some(first)
}

/// The host of a word that is the address of an office.
fn of_office(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let (name, host) = word.split_once('@')?;
    let office = name.split(['.', '-', '_', ':', '+']).any(|part| OFFICES.contains(&part));
    let labels = || {
        host.split('.').all(|label| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
    };
    let (house, ending) = host.rsplit_once('.')?;
    let known = (2..=6).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase()) && labels();
    (office && known && !is_provider(house) && house != "example").then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_letter_box_of_an_office_tells_the_house() {
        let of = |lines: &[&str]| host(lines.iter().copied());
        assert_eq!(of(&["Écrire : redaction@rives.info", "Contact", "pub.contact@rives.info"]).as_deref(), Some("rives.info"));
        assert_eq!(of(&["contact@rives.info", "info@querval.info"]), None);
        for none in ["claire.dumont@rives.info", "contact@gmail.com", "@contact", "contact@rives"] {
            assert_eq!(of(&[none]), None, "{none}");
        }
    }
}
