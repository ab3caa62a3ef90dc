//! The parts of a line, and what is left of one without its day, its hour and the verb that leads to it. Asked by `byline` and `header`.

use crate::ingest::rules::weekdays::is_weekday;

/// What says when an article was published, as it stands in a line.
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

/// A part of a line until what says when it was published: `Par Jean Dupont Publié le …`, where the capital begins anew what no mark
/// sets off.
pub(crate) fn without_verb(part: &str) -> &str {
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

/// A line with blanks where a page prints none: around its `dates`, before an hour and before the verb that leads to a day, as in
/// `Claire Dumont15:18, 4 mai 2022` and `Claire DumontPublié le 4 mai 2022`.
pub(crate) fn unglued(line: &str, dates: &[&str]) -> String {
    let bytes = line.as_bytes();
    let letter = |at: usize| line.get(..at).is_some_and(|before| before.ends_with(char::is_alphabetic));
    let mut cuts: Vec<usize> = Vec::new();
    for (at, date) in dates.iter().flat_map(|date| line.match_indices(date)) {
        let end = at + date.len();
        cuts.extend([at].into_iter().filter(|at| line.get(..*at).is_some_and(|before| before.ends_with(char::is_alphanumeric))));
        cuts.extend([end].into_iter().filter(|end| line.get(*end..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))));
    }
    let clock = |at: &usize| {
        let digits = bytes.iter().skip(*at).take_while(|byte| byte.is_ascii_digit()).count();
        let minutes = bytes.get(at + digits + 1..at + digits + 3).is_some_and(|two| two.iter().all(u8::is_ascii_digit));
        (1..=2).contains(&digits) && matches!(bytes.get(at + digits), Some(b':' | b'h')) && minutes && letter(*at)
    };
    cuts.extend((1..bytes.len()).filter(|at| bytes.get(*at).is_some_and(u8::is_ascii_digit)).filter(clock));
    let verbs = VERBS.iter().filter(|verb| verb.starts_with(char::is_uppercase)).flat_map(|verb| line.match_indices(verb));
    cuts.extend(
        verbs
            .map(|(at, _)| at)
            .filter(|at| line.get(..*at).is_some_and(|before| before.ends_with(|c: char| c.is_lowercase() || c == ','))),
    );
    cuts.sort_unstable();
    cuts.dedup();
    let mut whole = String::with_capacity(line.len() + cuts.len());
    let mut from = 0;
    for cut in cuts {
        whole.push_str(line.get(from..cut).unwrap_or_default());
        whole.push(' ');
        from = cut;
    }
    whole.push_str(line.get(from..).unwrap_or_default());
    whole
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

/// Whether a line ends in a word that no line by itself ends in: the sentence goes on in the next one, where a text was cut to a width.
pub(crate) fn goes_on(words: &str) -> bool {
    const OPEN: &[&str] = &[
        "at", "of", "on", "in", "to", "and", "the", "for", "with", "vs", "from", "à", "de", "du", "le", "la", "les", "et", "en",
        "au", "des", "pour", "avec",
    ];
    words.rsplit(' ').next().is_some_and(|last| OPEN.contains(&last))
}

/// A line without what a page prints behind its day or a name: how long its text takes to read, buttons to share it and what they count, as in
/// `Le 8 mai 2024 Temps de lecture : 3 minutes`, `8 May 2024·7 min read`, `8 May 2024 Facebook Email 4`.
pub(crate) fn before_buttons(words: &str) -> &str {
    before_reading_time(before_shares(words))
}

/// A line without the buttons behind it, two at least.
fn before_shares(words: &str) -> &str {
    const BUTTONS: &[&str] = &[
        "facebook",
        "twitter",
        "x",
        "email",
        "e-mail",
        "mail",
        "whatsapp",
        "linkedin",
        "telegram",
        "pinterest",
        "reddit",
        "app",
        "print",
        "messenger",
        "copier",
        "copy",
        "link",
        "share",
        "partager",
        "imprimer",
        "bluesky",
        "threads",
        "mastodon",
        "tumblr",
        "flipboard",
    ];
    let of_shares = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        plain.bytes().all(|byte| byte.is_ascii_digit()) || BUTTONS.iter().any(|button| button.eq_ignore_ascii_case(plain))
    };
    let named = |word: &str| word.len() > 4 && !word.starts_with(|c: char| c.is_ascii_digit());
    let (mut kept, mut buttons, mut end) = (words, 0, words);
    while let Some((head, last)) = end.rsplit_once(' ').filter(|(_, last)| of_shares(last)) {
        end = head.trim_end();
        if named(last) {
            (buttons, kept) = (buttons + 1, end);
        }
    }
    if buttons >= 2 { kept } else { words }
}

/// A line without how long its text takes to read, which stands behind the day or a name.
fn before_reading_time(words: &str) -> &str {
    /// Words of it.
    const MOST: usize = 6;
    let ends = |head: &str| head.trim_end_matches([' ', '|', '-', '–', '—', '•', '·', ',', '/']).len();
    let label =
        ["Temps de lecture", "temps de lecture", "Lecture ", "Durée de lecture"].iter().find_map(|label| words.find(label));
    let cut = label.and_then(|at| words.split_at_checked(at)).filter(|(before, time)| {
        before.bytes().any(|byte| byte.is_ascii_digit()) && time.contains("min") && time.split_whitespace().count() <= MOST
    });
    if let Some((before, _)) = cut {
        return before.get(..ends(before)).unwrap_or(before);
    }
    // `7 min read`, `2 minutes de lecture`: a number leads to it.
    let unit = ["min read", "mins read", "minute read", "minutes read", "min de lecture", "minutes de lecture", "mn de lecture"];
    let folded = words.to_ascii_lowercase();
    let head = unit.iter().find_map(|unit| folded.strip_suffix(unit)).map(str::len).and_then(|end| words.get(..end));
    let number =
        head.map(|head| head.trim_end_matches([' ', '-', '\u{a0}'])).filter(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    let before = number.map_or(words, |head| head.trim_end_matches(|c: char| c.is_ascii_digit()));
    match before.get(..ends(before)) {
        Some(head) if number.is_some() && head.contains(' ') && head.len() < before.len() => head,
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::{before_buttons, before_reading_time, unglued};

    #[test]
    fn how_long_a_text_takes_is_no_part_of_its_day() {
        assert_eq!(before_reading_time("Le 8 mai 2024 Temps de lecture: 3 minutes"), "Le 8 mai 2024");
        assert_eq!(before_buttons("8 May 2024·7 min read"), "8 May 2024");
        assert_eq!(before_buttons("Claire Dumont 2 minutes de lecture"), "Claire Dumont");
        assert_eq!(before_buttons("03 May 2025 Facebook Email App WhatsApp 4"), "03 May 2025");
        assert_eq!(before_buttons("Valmont quitte Facebook"), "Valmont quitte Facebook");
        for whole in ["Temps de lecture : 3 min", "Le 8 mai 2024, la lecture fut donnée", "Le 8 mai 2024"] {
            assert_eq!(before_reading_time(whole), whole);
        }
    }

    #[test]
    fn what_a_page_glues_is_parted() {
        let day = ["4 mai 2022"];
        assert_eq!(unglued("Claire Dumont15:18, 4 mai 2022", &day), "Claire Dumont 15:18, 4 mai 2022");
        assert_eq!(unglued("Claire DumontPublié : 4 mai 2022", &day), "Claire Dumont Publié : 4 mai 2022");
        assert_eq!(unglued("Publié le4 mai 2022Par Claire Dumont", &day), "Publié le 4 mai 2022 Par Claire Dumont");
        assert_eq!(unglued("La Gazette, 4 mai 2022", &day), "La Gazette, 4 mai 2022");
    }
}
