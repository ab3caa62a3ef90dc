//! The parts of a line, and what is left of one without its day, its hour and the verb that leads to it. Asked by `byline` and `header`.

use crate::ingest::rules::weekdays::is_weekday;

/// A part of a line until what says when it was published: `Par Jean Dupont Publié le …`, where the capital begins anew what no mark
/// sets off.
pub(crate) fn without_verb(part: &str) -> &str {
    const VERBS: &[&str] = &[
        "Publié",
        "Mis à jour",
        "Modifié",
        "Published",
        "Updated",
        "Posted",
        "publié",
        "mis à jour",
        "modifié",
        "Créé",
        "PUBLIÉ",
        "MIS À JOUR",
        "MODIFIÉ",
        "CRÉÉ",
        "Actualizado",
        "Publicado",
        "Última actualización",
        "Aktualisiert",
        "Veröffentlicht",
    ];
    let anew =
        VERBS.iter().filter_map(|verb| part.find(verb)).filter(|at| *at == 0 || part.as_bytes().get(at - 1) == Some(&b' '));
    anew.min().and_then(|at| part.get(..at)).unwrap_or(part).trim_end_matches([' ', '.', ':'])
}

/// A part of a line before the date in it: `Par Jean Dupont le 7 mai 2020`.
pub(crate) fn before_date<'a>(part: &'a str, dates: &[&str]) -> &'a str {
    let Some(at) = dates.iter().filter_map(|date| part.find(date)).min() else { return part };
    let mut head = part.get(..at).unwrap_or_default().trim_end_matches([' ', ':', '(']);
    loop {
        let (rest, last) = head.rsplit_once(' ').unwrap_or(("", head));
        let lower = last.to_lowercase();
        if lower.is_empty()
            || !matches!(&*lower, "le" | "on" | "du" | "am" | "vom" | "um" | "el" | "the" | "-" | "–" | "•")
                && !is_weekday(&lower)
        {
            return head;
        }
        head = rest.trim_end_matches([' ', ':']);
    }
}

/// A name without the hour behind it: `Claire Dumont 11h00`.
pub(crate) fn without_clock(part: &str) -> &str {
    let is_clock = |word: &str| {
        let mut figures = word.split(['h', ':']);
        let two = |figures: Option<&str>| figures.is_some_and(|part| part.len() <= 2 && part.parse::<u8>().is_ok());
        two(figures.next()) && two(figures.next()) && figures.next().is_none()
    };
    part.rsplit_once(' ').filter(|(_, word)| is_clock(word)).map_or(part, |(name, _)| name)
}

/// The parts of a line that bars, bullets, set-off dashes or commas divide.
pub fn parts(words: &str) -> impl Iterator<Item = &str> {
    let dashed = words.split(['|', '•', '·']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – "));
    let dashed = dashed.flat_map(|part| part.split(" — ")).flat_map(|part| part.split(" / "));
    dashed.flat_map(|part| part.split(", ")).map(str::trim).filter(|part| !part.is_empty())
}
