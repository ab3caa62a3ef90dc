//! The name that stands in line after line of a page's menus: `Le Courrier Emploi`, `Toutes les offres du Courrier`, `Propriétés Le Courrier`.
//!
//! A name counts by its looks alone: behind a capital article, or with a capital or a figure inside. Asked by `masthead`.

use std::collections::{BTreeMap, HashSet};

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::rules::boilerplate::is_section;
use crate::text::fold::fold;

/// Words of a line of a menu, and letters of a name.
const LINE: usize = 6;
const LETTERS: usize = 4;
/// Words and bytes of a line that is a name alone.
const MOST: usize = 5;
const BARE: usize = 60;
/// Lines that hold a name, fewer for a brand, and of those the ones in which it stands behind its article.
const MANY: usize = 5;
const FEW: usize = 3;
const WITH_ARTICLE: usize = 2;

/// The lines in which one word stands.
#[derive(Default)]
struct Met<'a> {
    lines: usize,
    /// The word behind its article, or as a brand is written, and how often.
    written: BTreeMap<&'a str, usize>,
}

/// Whether a name is written as those of papers and stations are: behind an article, in capitals, with a capital or a figure inside.
pub(crate) fn is_house_name(name: &str) -> bool {
    let article = ["Le ", "La ", "Les ", "L'", "L’", "The ", "El ", "LE ", "LA ", "LES "]
        .iter()
        .find_map(|article| name.strip_prefix(article));
    let proper = |rest: &str| rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    // `InfoValmont`, `TV8`, `20 Minutes`; a hyphen or capitals alone are those of places and acronyms.
    let inside = |word: &str| {
        let pairs = word.chars().zip(word.chars().skip(1));
        let mut inner =
            pairs.map(|(one, two)| one.is_lowercase() && two.is_uppercase() || one.is_alphabetic() && two.is_ascii_digit());
        word.starts_with(char::is_alphabetic) && inner.any(|inner| inner)
    };
    let figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let plain = || {
        let mut words = name.split(' ');
        words.next().is_some_and(|first| inside(first) || figures(first) && name.contains(' ')) && words.all(proper)
    };
    article.map_or_else(plain, proper)
}

/// The lines that may be a name of several words and nothing else, folded: a name that a word calls for is read as one of them is written.
pub(super) fn bare<'a>(lines: &[&'a str]) -> BTreeMap<String, &'a str> {
    let whole = |line: &&&str| {
        let proper = line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        proper
            && (2..=MOST).contains(&line.split(' ').count())
            && !line.ends_with(['.', '!', '?', ':', '…'])
            && line.len() <= BARE
    };
    lines.iter().filter(whole).map(|line| (fold(line).replace('’', "'"), *line)).collect()
}

/// The line that the first of `words` are, too, a small word before them left out.
pub(super) fn known<'a>(words: &[&str], bare: &BTreeMap<String, &'a str>) -> Option<&'a str> {
    let small = words.first().is_some_and(|first| matches!(*first, "de" | "du" | "des" | "la" | "le"));
    [0, 1].into_iter().filter(|skip| *skip == 0 || small).find_map(|skip| {
        (2..=MOST).rev().find_map(|long| {
            let joined = fold(&words.get(skip..skip + long)?.join(" ")).replace('’', "'");
            bare.get(joined.trim_end_matches([',', '.', '!', ':', ';', ')'])).copied()
        })
    })
}

/// The name that stands in the most of `lines`, where no other comes near.
pub(super) fn often(lines: &[&str]) -> Option<String> {
    let mut met: BTreeMap<String, Met> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.split(' ').count() <= LINE) {
        let mut words: HashSet<String> = HashSet::new();
        for (word, written) in names(line) {
            let name = met.entry(word.clone()).or_default();
            name.lines += usize::from(words.insert(word));
            if let Some(written) = written {
                *name.written.entry(written).or_default() += 1;
            }
        }
    }
    // What a page writes in small letters, too, is a noun: `Lire le journal`.
    let nouns: HashSet<String> =
        lines.iter().flat_map(|line| line.split(' ')).filter(|word| word.starts_with(char::is_lowercase)).map(fold).collect();
    let sure = |(word, name): &(&String, &Met)| {
        let brand = name.written.keys().any(|written| is_brand(written));
        name.lines >= if brand { FEW } else { MANY }
            && name.written.values().sum::<usize>() >= WITH_ARTICLE
            && !nouns.contains(*word)
    };
    let mut sure: Vec<&Met> = met.iter().filter(sure).map(|(_, name)| name).collect();
    sure.sort_by_key(|name| std::cmp::Reverse(name.lines));
    let (first, second) = (sure.first()?, sure.get(1));
    let alone = second.is_none_or(|second| second.lines * 2 <= first.lines);
    let written = first.written.iter().max_by_key(|(_, count)| **count).map(|(written, _)| (*written).to_owned());
    written.filter(|_| alone)
}

/// The words of a line that may be a name, folded, each as it is written where its looks tell that it is one.
fn names(line: &str) -> impl Iterator<Item = (String, Option<&str>)> {
    let mut start = 0;
    let mut article: Option<usize> = None;
    line.split(' ').filter_map(move |word| {
        let at = start;
        start += word.len() + 1;
        let before = std::mem::replace(&mut article, is_article(word).then_some(at));
        // `L'Éveil`: the article is of the word.
        let elided = ["L'", "L’"].iter().find_map(|small| word.strip_prefix(small));
        let bare = elided.or_else(|| ["l'", "l’", "d'", "d’"].iter().find_map(|small| word.strip_prefix(small))).unwrap_or(word);
        let name = bare.trim_matches(|c: char| !c.is_alphanumeric());
        if name.chars().count() < LETTERS || !may_be_name(name) {
            return None;
        }
        let end = at + word.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let from = before.or(elided.map(|_| at)).or(is_brand(name).then_some(at));
        Some((fold(name), from.and_then(|from| line.get(from..end))))
    })
}

fn is_article(word: &str) -> bool {
    matches!(word, "Le" | "La" | "Les" | "The")
}

/// Whether a word may be a name, and none of a place, of a person or of a section.
fn may_be_name(word: &str) -> bool {
    let folded = fold(word);
    let proper = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let lexicon = NameLexicon::get();
    // `ParClaire`: a page glues who signs to the word before.
    let signs = ["Par", "By"].iter().any(|by| word.strip_prefix(by).is_some_and(|name| name.starts_with(char::is_uppercase)));
    proper
        && !signs
        && word.chars().any(char::is_alphabetic)
        && !is_section(&folded)
        && !lexicon.is_given_name(word)
        && !lexicon.is_place(&word.to_uppercase())
}

/// `ValMedia`, `Val24`, `24val`: a capital or a figure inside.
fn is_brand(word: &str) -> bool {
    /// Figures of a year, which a page glues to what stands behind it.
    const YEAR: usize = 4;
    if word.bytes().take_while(u8::is_ascii_digit).count() >= YEAR {
        return false;
    }
    let pairs = word.chars().zip(word.chars().skip(1));
    let mut inner = pairs.map(|(one, two)| {
        one.is_lowercase() && two.is_uppercase()
            || one.is_alphabetic() && two.is_ascii_digit()
            || one.is_ascii_digit() && two.is_lowercase()
    });
    inner.any(|inner| inner)
}

#[cfg(test)]
mod tests {
    use super::often;

    #[test]
    fn a_name_that_stands_in_many_lines_of_a_menu_is_the_page_s() {
        let menu = [
            "Accueil",
            "Le Sarellois Emploi",
            "Propriétés Le Sarellois",
            "Sarellois Magazine",
            "Les offres du Sarellois",
            "Sarellois Auto",
        ];
        assert_eq!(often(&menu).as_deref(), Some("Le Sarellois"));
        assert_eq!(often(&["24val", "24val EN", "24val DE", "Accueil"]).as_deref(), Some("24val"));
        assert_eq!(often(&["Le Sarellois", "Le Sarellois Emploi", "Accueil"]), None);
        assert_eq!(often(&["ParClaire 4 mai", "ParClaire 3 mai", "ParClaire 2 mai", "Accueil"]), None);
        assert_eq!(
            often(&[
                "Le Feuillet",
                "Le Feuillet Emploi",
                "Le Feuillet Auto",
                "Le Feuillet Sport",
                "Le Feuillet Ski",
                "Lire le feuillet"
            ]),
            None
        );
        let two = [
            "Le Sarellois",
            "Le Sarellois Emploi",
            "Le Sarellois Auto",
            "La Valmontaise",
            "La Valmontaise Auto",
            "Sur La Valmontaise",
        ];
        assert_eq!(often(&two), None);
    }
}
