//! What can be an author's name in the words of a byline, and whether it is a person's or a body's.
//!
//! Words are told by how they are written and by the page's own site; no list of authors is known. Called by `author` and `shown`.

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::formats::html_meta::author::words::{BODIES, DAYS, ENDS, NOBODY, OPENINGS, OTHERS};
use crate::ingest::formats::html_meta::{alike, plain};
use crate::ingest::rules::byline::is_name;
use crate::ingest::rules::outlet::{agency, host};
use crate::ingest::rules::weekdays::is_weekday;

/// The site a page is of: its name, and the words of its host.
pub(super) struct Site<'a> {
    outlet: Option<&'a str>,
    labels: Vec<String>,
    /// Whom the page calls persons, to machines.
    persons: Vec<String>,
    /// The page's own title, which names nobody.
    title: Option<String>,
}

impl<'a> Site<'a> {
    pub(super) fn new(outlet: Option<&'a str>, url: Option<&str>, persons: Vec<String>) -> Self {
        let host = url.and_then(host).unwrap_or_default();
        // The last label is a land's or a kind's.
        let site = host.rsplit_once('.').map_or("", |(site, _)| site);
        let labels = site.split('.').filter(|label| !label.is_empty()).map(str::to_owned).collect();
        Self { outlet, labels, persons, title: None }
    }

    /// The same of a page with this title.
    pub(super) fn titled(self, title: Option<&str>) -> Self {
        Self { title: title.map(plain), ..self }
    }

    /// Whether `name` can be an author's.
    pub(super) fn is_somebody(&self, name: &str) -> bool {
        const ABOUT: &[&str] = &[
            "about", "uber", "more", "mehr", "alle ", "all ", "view", "voir", "tous", "written", "posted", "share", "follow",
            "zeige", "weiter", "archiv ", "contact", "kontakt", "artikel", "articles", "a propos", "see all", "ahnliche",
        ];
        let folded = plain(name);
        let address = name.contains('.') && !name.contains(' ') && !name.ends_with('.');
        let outlet = |outlet: &str| {
            alike(outlet, name) || !name.contains(' ') && plain(outlet).split(' ').next() == Some(&folded) && folded.len() <= 4
        };
        !folded.is_empty()
            && folded.chars().any(char::is_alphabetic)
            && !name.contains(['@', '{', '<', '"', '#', '“', '„'])
            && !name.contains("://")
            && !name.contains("www.")
            && (!name.contains(' ') || !name.starts_with(char::is_lowercase) || is_name(name) || is_called_body(&folded))
            && !(name.contains(' ') && !is_person(name) && self.title.as_deref().is_some_and(|title| title.starts_with(&folded)))
            && (!address || name.chars().any(char::is_uppercase))
            && name.chars().count() <= 70
            && name.split_whitespace().count() <= 7
            && !NOBODY.contains(&&*folded)
            && !is_weekday(&folded)
            && !ABOUT.iter().any(|opening| folded.starts_with(opening))
            // A person may write under a name that is the site's too.
            && (!self.outlet.is_some_and(outlet) || is_person(name) || self.is_told_person(name))
    }

    /// The person of whom the whole site is: whose name, among `names`, is that of its host.
    pub(super) fn owner<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
        const TITLES: &[&str] = &["Dr. ", "Prof. "];
        let plain_name = |name: &'n str| TITLES.iter().fold(name.trim(), |name, title| name.strip_prefix(title).unwrap_or(name));
        let own = |name: &&str| {
            let compact = plain(name).replace(' ', "");
            is_person(name) && self.labels.iter().any(|label| label.replace('-', "") == compact)
        };
        names.into_iter().map(plain_name).find(own).map(str::to_owned)
    }

    /// Whether the site itself goes by the name of one word.
    pub(super) fn is_named_so(&self, name: &str) -> bool {
        let compact = plain(name).replace(' ', "");
        !NOBODY.contains(&&*compact) && self.labels.iter().any(|label| label.replace('-', "") == compact)
    }

    /// Whether `name` is the outlet's.
    pub(super) fn is_outlet(&self, name: &str) -> bool {
        self.outlet.is_some_and(|outlet| alike(outlet, name))
    }

    fn is_told_person(&self, name: &str) -> bool {
        self.persons.iter().any(|person| alike(person, name)) && !is_called_body(&plain(name))
    }

    /// Whether a name is rather that of a body than of a person: it is called so, shouted, or the site's own.
    pub(super) fn is_body(&self, name: &str) -> bool {
        const ARTICLES: &[&str] = &["die", "das", "the", "les", "la", "le", "el", "los", "las"];
        let folded = plain(name);
        let words: Vec<&str> = folded.split(' ').collect();
        let compact: String = words.concat();
        let labelled = |word: &&str| self.labels.iter().any(|label| label == word || label.replace('-', "") == compact);
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let shouted = !name.contains(' ')
            && name.chars().count() <= 6
            && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let address = name.contains('.') && !name.contains(' ') && !name.ends_with('.');
        !is_person(name)
            && (is_called_body(&folded)
                || name.ends_with("e.V.")
                || name.ends_with("e. V.")
                || words.len() > 1 && words.first().is_some_and(|word| ARTICLES.contains(word))
                || words.iter().all(labelled)
                || words.len() > 1 && initials.len() > 1 && self.labels.contains(&initials)
                || shouted
                || address
                // A name to log in by.
                || name.contains('_')
                || agency(name).is_some())
    }
}

/// Whether one of the folded words is what bodies are called.
pub(super) fn is_called_body(folded: &str) -> bool {
    folded.split(' ').any(|word| BODIES.contains(&word))
}

/// Whether `name` opens with a given name and is written as a person's.
pub(super) fn is_person(name: &str) -> bool {
    let mut words = name.split([' ', '-']).filter(|word| !word.is_empty());
    let given = words.next().is_some_and(|word| NameLexicon::get().is_given_name(word));
    given && name.contains(' ') && is_name(name) && name.split(' ').count() <= 4
}

/// Whether `name` is two to four words, each written as a part of a person's name and none that names a body.
pub(super) fn is_plain_name(name: &str) -> bool {
    let part = |word: &str| {
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        capital && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
    };
    (2..=4).contains(&name.split(' ').count()) && name.split(' ').all(part) && !is_called_body(&plain(name))
}

/// The name that a description of a person opens with: `Eva Lang ist Journalistin.`
pub(super) fn described(words: &str) -> Option<String> {
    let name: Vec<&str> = words.split(' ').take_while(|word| word.starts_with(char::is_uppercase)).take(3).collect();
    let name = name.join(" ");
    (is_plain_name(&name) && words.len() > name.len()).then_some(name)
}

/// Whether `name` begins with the word `given` and goes on.
pub(super) fn begins_with(name: &str, given: &str) -> bool {
    name.strip_prefix(given).is_some_and(|rest| rest.starts_with(' '))
}

/// The names in a list of names, each without what stands around it; a single one may hold a comma.
pub(super) fn parts(words: &str) -> Vec<String> {
    let whole = bare(words);
    let split = |mark: &str| whole.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    for mark in [" et ", " und ", " and ", " & ", " y ", " sowie ", "; ", ", ", " / "] {
        let several = split(mark);
        if several.len() > 1 && several.iter().all(|part| part.split_whitespace().count() >= 2 || mark == "; ") {
            return several.into_iter().flat_map(parts).collect();
        }
    }
    vec![without_post(whole).to_owned()].into_iter().filter(|name| !name.is_empty()).collect()
}

/// The words of a byline without what stands before and behind the names; nothing where it names who made the pictures.
fn bare(words: &str) -> &str {
    const MARKS: &[char] = &['"', '\u{a0}', ',', '|', '·', '•', '–', '-', ':', '(', ')', '/'];
    /// Who had the work of others printed did not write it.
    const EDITED: &[&str] = &["edited by", "herausgegeben von", "sous la direction de", "editado por"];
    let mut name = words.trim().trim_matches(MARKS).trim();
    if EDITED.iter().any(|edited| name.to_lowercase().contains(edited)) {
        return "";
    }
    if name.split_once(':').is_some_and(|(label, _)| OTHERS.iter().any(|other| plain(label).starts_with(other))) {
        return "";
    }
    while let Some(rest) = OPENINGS.iter().find_map(|opening| {
        let head = name.get(..opening.len())?;
        head.to_lowercase().eq(opening).then(|| name.get(opening.len()..)).flatten()
    }) {
        name = rest.trim_start_matches(MARKS).trim();
    }
    let end = ENDS.iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    let name = name.get(..end).unwrap_or(name);
    let name = name.get(..end_of(name)).unwrap_or(name);
    name.trim_end_matches([',', ' ', ':', ';', '|'])
}

/// Where it ends what stands behind a name: at a number or the day of the week before it, or at a label.
fn end_of(name: &str) -> usize {
    let mut weekday = None;
    let mut at = 0;
    for word in name.split(' ') {
        let told = plain(word);
        if at > 0 && word.starts_with(|c: char| c.is_ascii_digit()) {
            return weekday.unwrap_or(at);
        }
        // A label opens what comes next: `Eva Lang Kategorien: Politik`.
        if at > 0 && word.len() > 1 && word.ends_with(':') {
            return at;
        }
        weekday = (DAYS.contains(&&*told) || is_weekday(&told)).then_some(at);
        at += word.len() + 1;
    }
    name.len()
}

/// One name without what stands behind a comma or a stroke: a time of day, whom the author works for, or what as.
fn without_post(name: &str) -> &str {
    /// Behind a name, what its bearer has passed.
    const DEGREES: &[&str] = &["phd", "md", "rd", "msc", "ma", "ba", "mba", "llm"];
    // `Eva Lang/dpa`: for whom.
    let name =
        name.split_once('/').filter(|(name, house)| name.contains(' ') && !house.contains(' ')).map_or(name, |(name, _)| name);
    let behind = |rest: &str| {
        let rest = rest.trim();
        let post = rest.split(' ').count() >= 3 && !is_name(rest);
        post || rest.chars().any(|c| c.is_ascii_digit()) || rest.chars().all(|c| !c.is_lowercase())
    };
    let name = name.rsplit_once(", ").filter(|(_, rest)| DEGREES.contains(&&*plain(rest))).map_or(name, |(name, _)| name);
    let name = name.split_once(',').filter(|(_, rest)| behind(rest)).map_or(name, |(name, _)| name);
    // The label of the field, set behind the name: `Eva Lang Autorin`.
    let labelled = |(name, label): &(&str, &str)| name.contains(' ') && FIELD_LABELS.contains(&&*plain(label));
    name.rsplit_once(' ').filter(labelled).map_or(name, |(name, _)| name)
}

/// What a field for the author is called, where a page shows the word behind the name.
const FIELD_LABELS: &[&str] = &["author", "auteur", "auteure", "autrice", "autor", "autora", "autorin", "autore"];
