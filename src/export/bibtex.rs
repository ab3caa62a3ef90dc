//! An entry for a bibliography: names, texts and addresses as BibTeX and BibLaTeX read them.
//!
//! After the manual of BibLaTeX (P. Kime, M. Wemheuer, P. Lehman, version 3.20): a list of names is parted by ` and ` (2.3.3), `url` is
//! verbatim (2.2.1), a date is ISO 8601-2 (2.3.8). [`crate::export::citation`] calls it.

/// What stands between the names of several authors in a byline.
const BETWEEN: [&str; 6] = [" et ", " and ", " & ", ";", ",", " – "];

/// An entry of the fields that are not empty; each value is written already.
#[must_use]
pub fn entry(key: &str, fields: &[(&str, String)]) -> String {
    let lines = fields.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("  {name} = {{{text}}},\n"));
    format!("@article{{{key},\n{}}}\n", lines.collect::<String>())
}

/// The names of a byline, as BibTeX lists them.
#[must_use]
pub fn names(byline: &str) -> String {
    let name = |name: &String| if name.contains(',') { format!("{{{}}}", text(name)) } else { text(name) };
    people(byline).iter().map(name).collect::<Vec<_>>().join(" and ")
}

/// The names of a byline, one by one. What follows a name and begins with a small letter, such as an office, is kept with it as one name.
#[must_use]
pub fn people(byline: &str) -> Vec<String> {
    let mut rest = vec![byline];
    for between in BETWEEN {
        rest = rest.into_iter().flat_map(|part| part.split(between)).collect();
    }
    let mut names: Vec<String> = Vec::new();
    for part in rest.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        match names.last_mut() {
            Some(name) if is_addition(part) => *name = format!("{name}, {part}"),
            _ => names.push(part.to_owned()),
        }
    }
    names
}

/// Whether a part of a byline is no name but belongs to the one before; a particle is the beginning of a name.
fn is_addition(part: &str) -> bool {
    const PARTICLES: [&str; 14] = ["de", "du", "des", "d'", "d’", "von", "van", "der", "den", "al", "el", "ben", "bin", "di"];
    let first = part.split([' ', '-']).next().unwrap_or_default();
    let is_particle =
        PARTICLES.iter().any(|particle| first == *particle || first.starts_with(['d', 'l']) && first.contains(['\'', '’']));
    part.starts_with(char::is_lowercase) && !is_particle
}

/// Text in which no sign means anything to TeX, and no brace is without its counterpart.
#[must_use]
pub fn text(text: &str) -> String {
    let sign = |c: char| match c {
        '\\' => "\\textbackslash{}".to_owned(),
        '~' => "\\textasciitilde{}".to_owned(),
        '^' => "\\textasciicircum{}".to_owned(),
        // BibTeX counts braces, those with a sign before them too.
        '{' => "\\textbraceleft{}".to_owned(),
        '}' => "\\textbraceright{}".to_owned(),
        '%' | '&' | '#' | '$' | '_' => format!("\\{c}"),
        c => c.to_string(),
    };
    text.chars().map(sign).collect()
}

/// An address, which is read as it stands: what would end the field or the line is percent-encoded (RFC 3986, section 2.1).
#[must_use]
pub fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use biblatex::{Bibliography, ChunksExt as _};

    use super::{address, entry, names, text};

    fn read(author: &str, title: &str, url: &str) -> (Vec<String>, String, String, String) {
        let fields = [
            ("author", names(author)),
            ("title", text(title)),
            ("journal", text("Le_Monde & Cie")),
            ("date", "2020-05-16".to_owned()),
            ("url", address(url)),
        ];
        let bibliography = Bibliography::parse(&entry("onyme2020", &fields)).unwrap();
        let read = bibliography.get("onyme2020").unwrap();
        let name = |person: &biblatex::Person| format!("{} {} {}", person.given_name, person.prefix, person.name);
        let tidy = |name: String| name.split_whitespace().collect::<Vec<_>>().join(" ");
        let date = read.get("date").unwrap().format_verbatim();
        assert_eq!(read.get("journaltitle").or(read.get("journal")).unwrap().format_verbatim(), "Le_Monde & Cie");
        let authors = read.author().unwrap().iter().map(name).map(tidy).collect();
        (authors, read.title().unwrap().format_verbatim(), read.url().unwrap(), date)
    }

    #[test]
    fn another_program_reads_each_name_the_title_the_date_and_the_address() {
        let url = "https://example.org/a_b%20c?x=1&y=#2~z";
        let (authors, title, read_url, date) = read("Ann Onyme, Jean de La Tour et Omar al-Bashir", "5 % & #1: a_b", url);
        assert_eq!(authors, ["Ann Onyme", "Jean de La Tour", "Omar al-Bashir"]);
        assert_eq!((title.as_str(), read_url.as_str(), date.as_str()), ("5 % & #1: a_b", url, "2020-05-16"));
        assert_eq!(read("Ann Onyme", "t", url).0, ["Ann Onyme"]);
        assert_eq!(read("A. Un; B. Deux & C. Trois", "t", url).0.len(), 3);
        assert_eq!(read("Ann Onyme, correspondante à Beyrouth", "t", url).0, ["Ann Onyme, correspondante à Beyrouth"]);
    }

    #[test]
    fn nothing_in_a_text_ends_its_field() {
        for hostile in ["}", "{", "a}, note = {b", "\\", "% a", "@article{x,", "a \\} b", "x }}\n@comment{"] {
            let (authors, _, url, _) = read("Ann Onyme", hostile, &format!("https://example.org/{hostile}"));
            assert_eq!(authors, ["Ann Onyme"], "{hostile}");
            assert!(url.starts_with("https://example.org/"), "{hostile}");
            read(hostile, hostile, hostile);
        }
    }
}
