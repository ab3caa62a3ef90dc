//! Who signed, of a byline as databases print it: without who was interviewed, where it was written, addresses, offices and the house.
//!
//! What cannot be told apart stays as it is. Called by the readers of press databases.

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::rules::byline::is_name;
use crate::ingest::rules::outlet::agency;
use crate::text::fold::fold;

/// Words of a byline within which an interview says by whom it was made.
const NEAR: usize = 5;
/// What interviews begin with, folded: who asked stands behind `par`.
const INTERVIEWS: &[&[&str]] = &[
    &["propos", "recueillis"],
    &["propos", "recueilli"],
    &["recueilli", "par"],
    &["recueillis", "par"],
    &["entretien", "realise"],
    &["entretien", "par"],
    &["interview", "realisee"],
    &["interview", "par"],
    &["interview", "by"],
    &["interview", "von"],
    &["interviewed", "by"],
    &["das", "interview", "fuhrte"],
    &["das", "interview", "fuhrten"],
    &["intervista", "di"],
    &["entrevista", "de"],
    &["edited", "by"],
];
/// What names stand behind, folded.
const BY: &[&str] = &["par", "by", "from", "von", "por", "door", "di", "fuhrte", "fuhrten"];
/// What parts two names, folded.
const AND: &[&str] = &["et", "and", "und", "avec", "with", "mit", "&"];
/// What no name goes on with, folded.
const BEHIND: &[&str] = &[
    "envoye",
    "envoyee",
    "envoyes",
    "correspondant",
    "correspondante",
    "correspondent",
    "korrespondent",
    "photo",
    "photos",
    "photographies",
    "foto",
    "fotos",
    "illustration",
];
/// What stands where nobody signed, folded and without marks.
const NOBODY: &[&str] = &["na", "none", "null", "unknown", "anonyme", "sn", "nn"];

/// Who signed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signatories {
    /// The names, parted by `; `; none where only the outlet signs, or nobody.
    pub names: Option<String>,
    /// The agency that is named beside them.
    pub agency: Option<&'static str>,
}

/// Who signed by `words` in `outlet`.
#[must_use]
pub(crate) fn signatories(words: &str, outlet: Option<&str>) -> Signatories {
    let (mut names, mut credited): (Vec<String>, Option<&'static str>) = (Vec::new(), None);
    for part in words.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        // What stands in brackets alone is the agency: `--(AFP)`, `-- (Reuter, PA)`.
        if let Some(inner) = in_brackets_alone(part) {
            credited = credited.or_else(|| inner.split([',', '/']).find_map(agency));
            continue;
        }
        let found = of_part(part);
        let found = if found.is_empty() { vec![part.trim_matches(['*', ',', ' ']).to_owned()] } else { found };
        for name in found {
            credited = credited.or_else(|| agency(&name));
            let is_known = names.iter().any(|known| key(known) == key(&name));
            if !is_known && !is_house(&name, outlet) {
                names.push(name);
            }
        }
    }
    Signatories { names: (!names.is_empty()).then(|| names.join("; ")), agency: credited }
}

/// What stands in the brackets of a part that holds no word outside of them.
fn in_brackets_alone(part: &str) -> Option<&str> {
    let (before, rest) = part.split_once('(')?;
    let (inner, behind) = rest.rsplit_once(')')?;
    let is_empty = |words: &str| !words.contains(char::is_alphanumeric);
    (is_empty(before) && is_empty(behind)).then_some(inner)
}

/// The names in a part of a byline; none where it is not made of names.
fn of_part(part: &str) -> Vec<String> {
    let bare = without_brackets(part);
    let words: Vec<&str> = bare.split_whitespace().filter(|word| !word.contains('@')).collect();
    let folded: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let start =
        behind_interview(&folded).unwrap_or_else(|| usize::from(folded.first().is_some_and(|first| BY.contains(&&**first))));
    let mut pieces: Vec<(Vec<&str>, bool)> = vec![(Vec::new(), false)];
    let mut skips = false;
    for at in start..words.len() {
        let (Some(word), Some(fold)) = (words.get(at), folded.get(at)) else { break };
        if AND.contains(&&**fold) {
            pieces.push((Vec::new(), false));
            skips = false;
            continue;
        }
        let next = words.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase));
        skips |= BEHIND.contains(&&**fold) || matches!(*word, "à" | "À" | "in" | "IN") && next;
        if !skips && let Some((piece, _)) = pieces.last_mut() {
            piece.extend(Some(word.trim_matches([',', '*'])).filter(|word| !word.is_empty()));
        }
        if word.ends_with(',') {
            pieces.push((Vec::new(), true));
            skips = false;
        }
    }
    let mut names: Vec<(String, bool)> = Vec::new();
    for (piece, is_behind_comma) in pieces.into_iter().filter(|(piece, _)| !piece.is_empty()) {
        let name = piece.join(" ");
        let name = if is_initials(&name) { name } else { name.trim_end_matches('.').to_owned() };
        if !is_name(&name) && !is_initials(&name) {
            // An office, behind which more of it comes.
            if is_behind_comma && name.starts_with(char::is_lowercase) {
                break;
            }
            return Vec::new();
        }
        names.push((name, is_behind_comma));
    }
    turned(names)
}

/// `Lang, Anne`, `Lang, Anne Marie`, `Rohr, Anne von`: surnames before given names, each pair turned; other names as they are.
fn turned(names: Vec<(String, bool)>) -> Vec<String> {
    let is_surname = |name: &str| !name.contains(' ') || is_particle(name);
    let is_given = |name: &str| {
        let one = |word: &str| NameLexicon::get().is_given_name(word.split('-').next().unwrap_or(word));
        let mut words = name.split(' ');
        words.next().is_some_and(one) && words.all(|word| one(word) || word.starts_with(char::is_lowercase) && is_particle(word))
    };
    let pairs =
        names.chunks(2).all(|pair| matches!(pair, [(surname, _), (given, true)] if is_surname(surname) && is_given(given)));
    if !pairs {
        // A place or a house behind a name in full: `Anne Rivoire, Valmont`.
        let mut in_full = false;
        let mut stays = |(name, is_behind_comma): &(String, bool)| {
            let is_alone = *is_behind_comma && in_full && !name.contains(' ') && agency(name).is_none();
            in_full |= name.contains(' ');
            !is_alone
        };
        return names.into_iter().filter(|name| stays(name)).map(|(name, _)| name).collect();
    }
    names.chunks(2).map(|pair| pair.iter().rev().map(|(name, _)| &**name).collect::<Vec<_>>().join(" ")).collect()
}

/// Whether a name of several words begins with a particle: `Le Galès`, `de La Chesnais`.
fn is_particle(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    matches!(&*fold(first), "le" | "la" | "de" | "du" | "des" | "van" | "von" | "di" | "da" | "del")
}

/// The place of the first name behind the words of an interview.
fn behind_interview(folded: &[String]) -> Option<usize> {
    let begins = |at: usize| {
        INTERVIEWS.iter().any(|words| {
            words.iter().zip(folded.get(at..).unwrap_or_default()).filter(|(one, other)| *one == *other).count() == words.len()
        })
    };
    let start = (0..folded.len()).find(|at| begins(*at))?;
    let by = folded.iter().skip(start).take(NEAR).position(|word| BY.contains(&&**word))?;
    Some(start + by + 1)
}

/// `words` without what stands in brackets.
fn without_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    let mut keeps = |c: char| {
        depth += usize::from(c == '(');
        let keeps = depth == 0;
        depth = depth.saturating_sub(usize::from(c == ')'));
        keeps
    };
    words.chars().filter(|c| keeps(*c)).collect()
}

/// `D. P.`, `M.-C. L.`, `C. Ls`: whether a name is written by its first letters.
fn is_initials(name: &str) -> bool {
    name.len() <= 12
        && name.contains('.')
        && name
            .split([' ', '-'])
            .all(|part| part.starts_with(char::is_uppercase) && part.trim_end_matches('.').chars().count() <= 2)
}

/// Whether the outlet itself, an agency or nobody is what signs.
fn is_house(name: &str, outlet: Option<&str>) -> bool {
    let own = key(name.trim_end_matches(".fr").trim_end_matches(".com"));
    NOBODY.contains(&&*own)
        || own.is_empty()
        || agency(name).is_some()
        || outlet.is_some_and(|outlet| is_of(&own, without_brackets(outlet).trim()))
}

/// Whether `own`, the letters of a name, are those of `outlet`, of its beginning, or of one of its editions: `La Gazette Valmont`. A
/// woman may be called as a magazine of one word is, and initials as an article.
fn is_of(own: &str, outlet: &str) -> bool {
    /// Letters of the shortest beginning.
    const LEAST: usize = 4;
    let letters = key(outlet);
    own == letters || own.len() >= LEAST && letters.starts_with(own) || outlet.contains(' ') && own.starts_with(&letters)
}

fn plain(word: &str) -> String {
    fold(word).trim_matches(|c: char| !c.is_alphanumeric() && c != '&').to_owned()
}

/// A name by its letters alone.
fn key(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::signatories;

    #[test]
    fn names_are_told_from_what_stands_around_them() {
        for (byline, expected) in [
            ("Anne Rivoire", "Anne Rivoire"),
            ("ANNE RIVOIRE", "ANNE RIVOIRE"),
            ("Par Anne Rivoire", "Anne Rivoire"),
            ("Anne RIVOIRE et Paul Verdier", "Anne RIVOIRE; Paul Verdier"),
            ("Propos recueillis par Anne Rivoire", "Anne Rivoire"),
            ("PAUL VERDIER PROPOS RECUEILLIS PAR ANNE RIVOIRE (À VALMONT)", "ANNE RIVOIRE"),
            ("PROPOS RECUEILLIS À VALMONT PAR Anne Rivoire", "Anne Rivoire"),
            ("Entretien réalisé par Anne Rivoire", "Anne Rivoire"),
            ("Anne Rivoire; Recueilli par Anne Rivoire Photo Paul Verdier", "Anne Rivoire"),
            ("ANNE RIVOIRE ET PAUL VERDIER, À VALMONT", "ANNE RIVOIRE; PAUL VERDIER"),
            ("ANNE RIVOIRE À VALMONT.", "ANNE RIVOIRE"),
            ("ANNE RIVOIRE, AVEC PAUL VERDIER À VALMONT", "ANNE RIVOIRE; PAUL VERDIER"),
            ("Anne Rivoire Envoyée spéciale à Valmont", "Anne Rivoire"),
            ("Anne Rivoire, professeur émérite, Institut des ponts de Valmont", "Anne Rivoire"),
            ("Anne Rivoire, Valmont (Haute-Sarelle)", "Anne Rivoire"),
            ("Anne Rivoire @a_rivoire @a_rivoire", "Anne Rivoire"),
            ("Mgr Paul Verdier (Diocèse de Valmont), Anne Rivoire", "Mgr Paul Verdier; Anne Rivoire"),
            ("Rivoire, Anne", "Anne Rivoire"),
            ("Le Verdier, Paul", "Paul Le Verdier"),
            ("Rivoire, Anne Marie; Rohr, Paul von", "Anne Marie Rivoire; Paul von Rohr"),
            ("From ANNE RIVOIRE", "ANNE RIVOIRE"),
            ("Edited by ANNE RIVOIRE and PAUL VERDIER", "ANNE RIVOIRE; PAUL VERDIER"),
            ("Rivoire, Anne, Verdier, Paul", "Anne Rivoire; Paul Verdier"),
            ("Anne Rivoire, Paul Verdier", "Anne Rivoire; Paul Verdier"),
            ("M.-C. L.", "M.-C. L."),
            ("Propos recueillis par D. P.", "D. P."),
            ("lagazette.fr; lagazette.fr; Anne Rivoire", "Anne Rivoire"),
            ("Trois spécialistes des ponts", "Trois spécialistes des ponts"),
            ("anne rivoire arivoire@gazette.example", "anne rivoire arivoire@gazette.example"),
        ] {
            assert_eq!(signatories(byline, Some("La Gazette (Valmont)")).names.as_deref(), Some(expected), "{byline}");
        }
        for byline in ["N/A", "-- (Notre service)", "LA GAZETTE", "Lagazette.fr", "La Gazette, avec AFP", "", ";"] {
            assert_eq!(signatories(byline, Some("La Gazette (Valmont)")).names, None, "{byline}");
        }
        for (byline, outlet) in [("Sarelle Rivoire", "Sarelle"), ("L. A.", "La Gazette"), ("Ellen Poe", "Elle")] {
            assert_eq!(signatories(byline, Some(outlet)).names.as_deref(), Some(byline), "{outlet}");
        }
        assert_eq!(signatories("La Gazette Valmont", Some("La Gazette")).names, None);
        for byline in ["Lagazette.fr, avec AFP", "--(AFP)", "-- (Local/AFP)"] {
            assert_eq!(signatories(byline, Some("La Gazette")).agency, Some("AFP"), "{byline}");
        }
    }
}
