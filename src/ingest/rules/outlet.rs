//! Outlets: what is the name of one, and where agencies sign in a text.
//!
//! A photographer's credit names an agency too; it is the caption's, never the article's.

/// News agencies, as they sign; the long forms with the short one they are shown by.
const AGENCIES: &[(&str, &str)] = &[
    ("AFP", "AFP"),
    ("Afp", "AFP"),
    ("Agence France-Presse", "AFP"),
    ("Reuters", "Reuters"),
    ("Reuter", "Reuters"),
    ("REUTERS", "Reuters"),
    ("AP", "AP"),
    ("Associated Press", "AP"),
    ("UPI", "UPI"),
    ("PA", "PA"),
    ("DPA", "DPA"),
    ("dpa", "DPA"),
    ("ANSA", "ANSA"),
    ("EFE", "EFE"),
    ("Belga", "Belga"),
    ("ATS", "ATS"),
    ("APA", "APA"),
    ("APS", "APS"),
    ("MAP", "MAP"),
    ("TAP", "TAP"),
    ("ANI", "ANI"),
    ("PTI", "PTI"),
    ("Xinhua", "Xinhua"),
    ("XINHUA", "Xinhua"),
    ("Chine Nouvelle", "Xinhua"),
    ("Kyodo", "Kyodo"),
    ("TASS", "TASS"),
    ("RIA Novosti", "RIA Novosti"),
    ("Interfax", "Interfax"),
    ("Sputnik", "Sputnik"),
    ("IRNA", "IRNA"),
    ("ISNA", "ISNA"),
    ("Fars", "Fars"),
    ("FARS", "Fars"),
    ("Mehr", "Mehr"),
    ("Tasnim", "Tasnim"),
    ("SANA", "SANA"),
    ("Anadolu", "Anadolu"),
    ("AA", "Anadolu"),
    ("Bloomberg", "Bloomberg"),
    ("CNN", "CNN"),
    ("VOA", "VOA"),
    ("CNSNews.com", "CNSNews.com"),
];

/// The agency `name` stands for, as it is shown.
#[must_use]
pub fn agency(name: &str) -> Option<&'static str> {
    let name = name.trim();
    AGENCIES.iter().find(|(known, _)| *known == name).map(|(_, shown)| *shown)
}

/// The outlet a `SOURCE:` line or a field names, as it is shown: a host for an address, capitals put right.
#[must_use]
pub fn named(words: &str) -> Option<String> {
    let joint = [" and agencies", " et agences", " avec AFP", " avec les agences", " with agencies"];
    let words = joint.iter().fold(words, |words, joint| words.strip_suffix(joint).unwrap_or(words));
    let words = words.trim().trim_matches(['"', '«', '»', '“', '”', '\u{a0}', ' ']).trim_end_matches('.');
    if words.is_empty() || words.chars().count() > 80 || !words.chars().any(char::is_alphabetic) || is_noise(words) {
        return None;
    }
    if let Some(host) = host(words) {
        return Some(host);
    }
    Some(agency(words).map_or_else(|| capitals(words), str::to_owned))
}

/// Whether words are a number of a database or what a scan made of a stain: no outlet is called so.
fn is_noise(words: &str) -> bool {
    /// Figures and letters of the shortest identifier in base 16.
    const CODE: usize = 12;
    let is_code = words.len() >= CODE
        && words.bytes().all(|byte| byte.is_ascii_hexdigit())
        && words.bytes().any(|byte| byte.is_ascii_digit());
    is_code || words.contains(['■', '□', '\\', '{', '}', '\u{fffd}'])
}

/// The host of a web address, without `www.`.
#[must_use]
pub fn host(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).or_else(|| url.strip_prefix("//"))?;
    let host = rest.split(['/', '?', '#', ':', ' ']).next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (host.contains('.') && !host.contains('@')).then(|| host.to_owned())
}

/// `FRENCH PRESS TV` is shouted, `Le Monde` is not, and `TV` or `BBC` is how such a name is written.
fn capitals(words: &str) -> String {
    /// Short words in capitals are mostly articles and prepositions, which are not acronyms.
    const PLAIN: [&str; 16] =
        ["LE", "LA", "LES", "DU", "DE", "DES", "ET", "EN", "AU", "THE", "OF", "AND", "IN", "ON", "NEW", "SUD"];
    let shouted = words.split_whitespace().count() >= 2 && !words.chars().any(char::is_lowercase);
    if !shouted {
        return words.to_owned();
    }
    let title = |word: &str| {
        let acronym = (word.chars().count() <= 3 && !PLAIN.contains(&word)) || agency(word).is_some() || word.contains('.');
        if acronym {
            return word.to_owned();
        }
        let mut letters = word.chars();
        letters.next().map(|first| first.to_string() + &letters.as_str().to_lowercase()).unwrap_or_default()
    };
    words.split_whitespace().map(title).collect::<Vec<_>>().join(" ")
}

/// The outlet a paragraph opens with, as agencies do: `(CNSNews.com) – …`, `BAGDAD (Reuters) - …`, `PARIS, 15 août (AFP) — …`.
#[must_use]
pub fn dateline(paragraph: &str) -> Option<String> {
    /// Place and date before the agency.
    const LONGEST: usize = 60;
    let open = paragraph.char_indices().take(LONGEST).find(|(_, c)| *c == '(').map(|(at, _)| at)?;
    let (before, rest) = paragraph.split_at_checked(open)?;
    let (name, after) = rest.strip_prefix('(')?.split_once(')')?;
    // `(EFE).-` and `(AP) _` are how some wires write it.
    let dash = after.trim_start_matches(['.', ' ']).starts_with(['-', '–', '—', '_']);
    if !dash || name.chars().count() > 40 {
        return None;
    }
    let site = before.trim().is_empty() && name.contains('.') && !name.contains(' ') && name.chars().any(char::is_alphabetic);
    let place = before.trim().is_empty() || before.chars().next().is_some_and(char::is_uppercase) && !before.contains(". ");
    match agency(name.split(['/', ',']).next().unwrap_or(name)) {
        Some(agency) => place.then(|| agency.to_owned()),
        None => site.then(|| name.to_owned()),
    }
}

/// The agency a text closes with: `… a-t-il dit. (AFP)`, `(avec AFP)`, `AFP`.
#[must_use]
pub fn closing(paragraph: &str) -> Option<&'static str> {
    let end = paragraph.trim_end().trim_end_matches('.').trim_end();
    let (_, last) = end.strip_suffix(')')?.rsplit_once('(')?;
    let last = last.trim_start_matches("avec ").trim_start_matches("Avec ").trim_start_matches("with ");
    agency(last.split(['/', ',']).next().unwrap_or(last))
}

/// The outlet of a line that only signs: `Le Figaro avec AFP`, `AFP`, `Le Monde avec AFP et Reuters`, `© 2013 AFP`.
#[must_use]
pub fn signature(line: &str) -> Option<String> {
    credited(line).map(|(outlet, _)| outlet)
}

/// The outlet of a line that only signs, and the agencies it credits: `Le Monde avec AFP` is by Le Monde, with AFP.
#[must_use]
pub(crate) fn credited(line: &str) -> Option<(String, Option<String>)> {
    /// Characters of a line that only signs.
    const LONGEST: usize = 60;
    let line = line.trim().trim_start_matches(['©', '–', '—', '-', '(', ' ']).trim_end_matches([')', '.', ' ']);
    // A year stands before the name behind a copyright sign; elsewhere the number belongs to the name: `20 Minutes`.
    let year = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let line = if line.len() == year.len() + 4 { year.trim_start() } else { line };
    if line.len() > LONGEST * char::MAX.len_utf8() || line.chars().count() > LONGEST {
        return None;
    }
    // Old wires write the sign as a letter: `c The Associated Press`.
    let line = line.strip_prefix("c ").unwrap_or(line);
    let line = line.strip_prefix("The ").filter(|name| agency(name).is_some()).unwrap_or(line);
    if let Some(agency) = agency(line.trim_start_matches("Avec ").trim_start_matches("avec ")) {
        return Some((agency.to_owned(), None));
    }
    let (outlet, agencies) = parted(line)?;
    let outlet = ["Par ", "By ", "Von "].iter().find_map(|by| outlet.strip_prefix(by)).unwrap_or(outlet);
    let proper = outlet.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        && outlet.chars().any(char::is_alphabetic)
        && outlet.split_whitespace().count() <= 4;
    proper.then(|| (outlet.to_owned(), credit(agencies)))
}

/// `Le Monde avec AFP et Reuters` in two: the outlet, and the agencies, when they are.
fn parted(words: &str) -> Option<(&str, &str)> {
    let joints = [" (avec ", " (with ", " avec ", " with ", " mit ", " et ", " and "];
    let (outlet, agencies) = joints.iter().find_map(|joint| words.split_once(joint))?;
    let all = |name: &str| agency(name).is_some() || service(name).is_some();
    names(agencies).all(all).then_some((outlet, agencies))
}

/// The names in a list of agencies.
fn names(agencies: &str) -> impl Iterator<Item = &str> {
    let parts = agencies.split([',', '/']).flat_map(|part| part.split(" et ")).flat_map(|part| part.split(" and "));
    let bare = |part: &'_ str| -> usize {
        part.len()
            - ["dépêches ", "les ", "l'", "l’"].iter().fold(part, |part, small| part.strip_prefix(small).unwrap_or(part)).len()
    };
    parts.map(str::trim).map(move |part| part.get(bare(part)..).unwrap_or(part))
}

/// What stands for agencies without naming one, and the services of an agency: `les agences`, `AFP-Services`.
fn service(name: &str) -> Option<&str> {
    let of_agency = name.split_once('-').is_some_and(|(head, _)| agency(head).is_some());
    (of_agency || matches!(name, "agences" | "agencies" | "Media Services") || name.eq_ignore_ascii_case("6medias"))
        .then_some(name)
}

/// The agencies as they are shown; `None` when none is named.
fn credit(agencies: &str) -> Option<String> {
    let shown = |name| match agency(name) {
        Some(agency) => Some(agency.to_owned()),
        None => service(name).filter(|name| !name.starts_with("agenc")).map(str::to_owned),
    };
    let named: Vec<String> = names(agencies).filter_map(shown).collect();
    (!named.is_empty()).then(|| named.join(", "))
}

/// The agency that the name of an outlet credits beside: `Le Monde avec AFP`.
#[must_use]
pub(crate) fn credit_of(words: &str) -> Option<String> {
    parted(words.trim()).and_then(|(_, agencies)| credit(agencies))
}

#[cfg(test)]
mod tests {
    use super::{closing, dateline, host, named, signature};

    #[test]
    fn shouted_names_are_put_in_title_case() {
        assert_eq!(named("FRENCH PRESS TV").as_deref(), Some("French Press TV"));
        assert_eq!(named(" Reuters ").as_deref(), Some("Reuters"));
        assert_eq!(named("BBC").as_deref(), Some("BBC"));
        assert_eq!(named("LE MONDE").as_deref(), Some("Le Monde"));
        assert_eq!(named("https://www.lemonde.fr/a").as_deref(), Some("lemonde.fr"));
        for noise in ["…", "benediction. ■ \\", "569ebbbd2d00594dd4c6311"] {
            assert_eq!(named(noise), None, "{noise}");
        }
    }

    #[test]
    fn agencies_sign_at_the_head_and_at_the_end() {
        assert_eq!(dateline("(CNSNews.com) – Le mot").as_deref(), Some("CNSNews.com"));
        assert_eq!(dateline("BAGDAD (Reuters) - Le premier").as_deref(), Some("Reuters"));
        assert_eq!(dateline("PARIS, 15 août 2013 (AFP) — Un").as_deref(), Some("AFP"));
        assert_eq!(dateline("Le parti (centre) – qui"), None);
        assert_eq!(dateline("Il a dit. Son ami (AFP) - non"), None);
        assert_eq!(closing("a-t-il déclaré. (AFP)"), Some("AFP"));
        assert_eq!(closing("a-t-il déclaré (avec AFP)."), Some("AFP"));
        assert_eq!(closing("a rejoint l'organisation (OTAN)."), None);
    }

    #[test]
    fn lines_that_only_sign() {
        assert_eq!(signature("Le Figaro avec AFP").as_deref(), Some("Le Figaro"));
        assert_eq!(signature("Le Monde avec AFP et Reuters").as_deref(), Some("Le Monde"));
        assert_eq!(signature("© 2013 AFP").as_deref(), Some("AFP"));
        assert_eq!(signature("c The Associated Press").as_deref(), Some("AP"));
        assert_eq!(dateline("Madrid, 15 ago (EFE).- El").as_deref(), Some("EFE"));
        assert_eq!(signature("Le ministre avec son chien"), None);
        let credited = |line| super::credited(line).map(|(outlet, credit)| (outlet, credit.unwrap_or_default()));
        let both = |outlet: &str, credit: &str| Some((outlet.to_owned(), credit.to_owned()));
        assert_eq!(credited("Le Monde avec AFP et Reuters"), both("Le Monde", "AFP, Reuters"));
        assert_eq!(credited("La Gazette avec AFP-Services"), both("La Gazette", "AFP-Services"));
        assert_eq!(credited("Le Monde avec les agences"), both("Le Monde", ""));
        assert_eq!(credited("© Valmont (avec 6medias)"), both("Valmont", "6medias"));
    }

    #[test]
    fn hosts() {
        assert_eq!(host("https://www.lefigaro.fr/x?y").as_deref(), Some("lefigaro.fr"));
        assert_eq!(host("lefigaro.fr"), None);
    }
}
