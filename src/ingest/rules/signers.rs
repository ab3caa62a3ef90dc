//! Who can sign: a person by a given name, a newsroom, which is nobody, and what a page prints behind a name. Asked by `byline` and `signing`.

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::rules::line_parts::before_buttons;
use crate::ingest::rules::outlet::agency;
use crate::text::fold::fold;

/// Signatures behind which a work may be named as well as a person: a given name must follow.
pub(crate) const OF_WORKS: &[&str] = &[
    "Tribune",
    "Une tribune",
    "Chronique",
    "Une chronique",
    "La chronique",
    "Article de",
    "Texte :",
    "Textes :",
    "Author ",
    "Auteur ",
    "Auteure ",
    "AUTEUR ",
    "AUTEURE ",
    "Autor ",
    "Kolumne",
    "Kommentar",
    "Ein Kommentar",
    "Eine Analyse",
    "Analyse",
    "Interview von",
];

/// Whether a name in full begins with a given name, as a person's does: `Claire Dumont`, `Dr Claire Dumont`.
pub(crate) fn is_person(name: &str) -> bool {
    let mut words = name.split(' ').filter(|word| !matches!(*word, "Dr" | "Me" | "Pr" | "Mgr" | "Prof."));
    let first = words.next().unwrap_or_default();
    // `J.Dumont`, `J. Dumont`.
    if let Some((letter, rest)) = first.split_once('.').filter(|(letter, _)| is_initial(letter)) {
        let surname = if rest.is_empty() { words.next().unwrap_or_default() } else { rest };
        let named = surname.chars().count() >= 3 && surname.chars().skip(1).all(|c| c.is_alphabetic() || c == '-');
        return letter.starts_with(char::is_uppercase) && surname.starts_with(char::is_uppercase) && named;
    }
    let first = first.split('-').next().unwrap_or(first);
    words.next().is_some_and(|next| next.starts_with(char::is_uppercase) || is_particle(next))
        && NameLexicon::get().is_given_name(first)
}

/// Whether letters before a full stop stand for a given name: one, or two that spell one sound and are kept together, `Ch. Dumont`.
pub(crate) fn is_initial(letters: &str) -> bool {
    letters.chars().count() == 1 || matches!(letters, "Ch" | "Ph" | "Th" | "Fr")
}

/// A name without what opens a signature in small words, and what a page prints behind it: `De Claire Dumont`, `Claire Dumont, Contributor`.
pub(crate) fn bare_name(words: &str) -> &str {
    if let Some((name, _)) = for_house(words).or_else(|| posted(words)) {
        return name;
    }
    let name = ["De ", "de "].iter().find_map(|small| words.strip_prefix(small).filter(|name| is_person(name))).unwrap_or(words);
    let name = without_house(without_button(name)).trim_end_matches([',', ' ']);
    // A full stop closes a signature, but it belongs to a letter of a name.
    let stopped = name.strip_suffix('.').map(str::trim_end);
    stopped.filter(|bare| bare.contains(' ') && bare.rsplit([' ', '-']).next().is_some_and(|last| last.len() > 2)).unwrap_or(name)
}

/// The person behind the words that say what he is: `l'éducatrice Claire Dumont`, `notre correspondante Claire Dumont`.
pub(crate) fn behind_office(words: &str) -> Option<&str> {
    /// Words of an office.
    const MOST: usize = 5;
    let at = words
        .match_indices(' ')
        .map(|(at, _)| at + 1)
        .find(|at| words.get(*at..).is_some_and(|rest| rest.starts_with(char::is_uppercase)))?;
    let (office, name) = words.split_at_checked(at)?;
    let small =
        office.split_whitespace().all(|word| word.starts_with(char::is_lowercase)) && office.split_whitespace().count() <= MOST;
    (small && (2..=4).contains(&name.split(' ').count()) && is_person(name)).then_some(name)
}

/// A person's name without the house behind a dash: `Claire Dumont - Valmont Info`, `Claire Dumont – EDF`.
pub(crate) fn without_house(words: &str) -> &str {
    /// Words of a house.
    const MOST: usize = 4;
    let parted = [" - ", " – ", " — "].iter().find_map(|dash| words.split_once(dash));
    // `Valmont Live - Claire DUMONT`: the house may stand before.
    let behind = parted.filter(|(house, name)| is_whole(name) && !is_person(house) && house.split(' ').count() <= 3);
    if let Some((_, name)) = behind {
        return name;
    }
    parted
        .filter(|(name, house)| is_whole(name) && agency(house).is_none() && house.split(' ').count() <= MOST)
        .map_or(words, |(name, _)| name)
}

/// `Claire Dumont pour La Gazette`: a person and the house that she writes for.
pub(crate) fn for_house(words: &str) -> Option<(&str, &str)> {
    /// Words of a house.
    const MOST: usize = 4;
    let (name, house) = [" pour ", " for "].iter().find_map(|joint| words.split_once(joint))?;
    let proper = house.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (proper && house.split(' ').count() <= MOST && is_whole(name)).then_some((name, house))
}

/// `Claire Dumont, de retour de Valmont`, `Claire Dumont, directrice de la rédaction`: a person and, in small words, where or as what she wrote.
pub(crate) fn posted(words: &str) -> Option<(&str, &str)> {
    /// Words of such a place.
    const MOST: usize = 6;
    let (name, post) = words.trim_end_matches('.').split_once(", ")?;
    // `Claire Dumont, Assistant Professor, Valmont School of Economics`.
    let post = post.split_once(", ").map_or(post, |(office, _)| if names_office(office) { office } else { post });
    let small = post.starts_with(char::is_lowercase) && !post.contains(['.', '!', '?', ':', ',']) || names_office(post);
    (small && post.split(' ').count() <= MOST && is_whole(name)).then_some((name, post))
}

/// The person whom a headline names as its author, as papers do with those who are none of theirs: `Un pont de trop, par Claire Dumont`.
pub(crate) fn behind_headline(title: &str) -> Option<&str> {
    let (_, name) = title.rsplit_once(", par ").or_else(|| title.rsplit_once(" (par "))?;
    let name = name.trim_end_matches(')');
    is_whole(name).then_some(name)
}

/// Whether words are the name of one person and nothing else.
fn is_whole(name: &str) -> bool {
    let proper = |word: &str| word.starts_with(char::is_uppercase) || is_particle(word);
    (2..=4).contains(&name.split(' ').count()) && is_person(name) && name.split(' ').all(proper)
}

/// Whether words are two or three, each written as a name is, whoever bears it: where something else tells that somebody signs, a name need
/// be in no list.
pub(crate) fn is_whole_name(name: &str) -> bool {
    let proper = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    is_person(name) || (2..=3).contains(&name.split(' ').count()) && name.split(' ').all(|word| proper(word) || is_particle(word))
}

/// A particle of a surname, in small letters.
fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "du" | "des" | "le" | "la" | "van" | "von" | "den" | "der" | "el" | "al" | "ben" | "di" | "da" | "dos")
        || ["d'", "d’", "al-", "el-"].iter().any(|small| word.starts_with(small))
}

/// The house whose newsroom signs: `La rédaction de La Gazette`, `l'équipe Gazette du Val`.
pub(crate) fn house_of_newsroom(words: &str) -> Option<&str> {
    /// Words of a house.
    const MOST: usize = 5;
    let words = words.trim_end_matches(['.', ' ']);
    let openings = [
        "rédaction de ",
        "rédaction du ",
        "rédaction d'",
        "rédaction d’",
        "équipe de ",
        "équipe du ",
        "équipe d'",
        "équipe d’",
        "équipe ",
    ];
    let (label, house) = openings.iter().find_map(|opening| words.split_once(opening))?;
    let article = matches!(&*fold(label).replace('\u{2019}', "'"), "" | "la " | "l'" | "par la " | "par l'" | "notre ");
    let proper = house.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && house.split(' ').count() <= MOST;
    (article && proper && house.split(' ').all(|word| word.chars().any(char::is_alphanumeric))).then_some(house)
}

/// `La rédaction`, `Rédaction web`: who signs so is nobody, and no outlet.
pub(crate) fn is_newsroom(name: &str) -> bool {
    const NEWSROOMS: &[&str] =
        &["la redaction", "redaction", "notre redaction", "l'equipe", "staff", "newsroom", "redaktion", "die redaktion"];
    let folded = fold(name).replace('\u{2019}', "'");
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let of_house =
        ["la redaction de ", "la redaction du ", "la redaction d'", "l'equipe "].iter().any(|opening| plain.starts_with(opening));
    of_house
        || [" newsroom", " staff", " staff reporter", " staff writer", " editors"].iter().any(|end| plain.ends_with(end))
        || NEWSROOMS.contains(&plain)
        || plain == "la redaction web"
        || plain == "redaction web"
        || plain == "web redaction"
}

/// A name without the address that may stand behind it without a mark, or behind a label.
pub(crate) fn without_address(whole: &str) -> &str {
    // `[email protected]` stands where a page hides an address.
    let whole = whole.split_once("[email").map_or(whole, |(name, _)| name.trim_end_matches([',', ' ', '(', '|']));
    let before_address = || {
        let (before, behind) = whole.split_once('@')?;
        // `Claire Dumont@cdumont`: a handle, not the place of a letter box.
        let handle = before.contains(' ') && !behind.contains('.') && before.ends_with(char::is_alphabetic);
        if handle { Some(before) } else { before.rfind(' ').and_then(|end| whole.get(..end)) }
    };
    let whole = before_address().unwrap_or(whole);
    whole.rsplit_once(' ').filter(|(_, label)| label.ends_with(':')).map_or(whole, |(name, _)| name)
}

/// Whether one word is written as a name that is nobody's: with a figure or a capital inside, or in capitals.
pub(crate) fn is_brand(word: &str) -> bool {
    let inner = word.chars().skip(1).any(char::is_uppercase) || word.starts_with(|c: char| c.is_ascii_digit());
    !word.contains(' ') && inner && word.chars().any(char::is_alphabetic) && word.chars().count() >= 3
}

/// `AFP/Valmont/Claire DUMONT`: an agency's name, place and writer.
pub(crate) fn slugged(words: &str) -> Option<(&'static str, &str)> {
    let mut parts = words.split('/').map(str::trim);
    let (house, place, name) = (agency(parts.next()?)?, parts.next()?, parts.next()?);
    let proper = |part: &str| part.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let fits = parts.next().is_none() && proper(place) && proper(name) && name.contains(' ');
    fits.then_some((house, name))
}

/// Whether words are two names or three, by how they are written: an office behind them tells that somebody bears them.
fn names_two(name: &str) -> bool {
    (2..=3).contains(&name.split(' ').count())
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && !names_office(name)
}

/// Whether a few words name an office of a newsroom: `Opinion Writer`, `Landespolitische Korrespondentin`.
fn names_office(words: &str) -> bool {
    /// Words of it, and what the last of them ends with, folded.
    const MOST: usize = 4;
    const ENDS: &[&str] = &[
        "writer",
        "reporter",
        "reporterin",
        "editor",
        "columnist",
        "correspondent",
        "journalist",
        "journalistin",
        "redakteur",
        "redakteurin",
        "korrespondent",
        "korrespondentin",
        "volontar",
        "volontarin",
        "periodista",
        "redactor",
        "redactora",
        "columnista",
        "corresponsal",
        "journaliste",
        "redacteur",
        "redactrice",
        "director",
        "professor",
        "lecturer",
        "fellow",
        "avocat",
        "avocate",
        "professeur",
        "professeure",
        "chercheur",
        "chercheuse",
        "doctorant",
        "doctorante",
        "historien",
        "historienne",
        "sociologue",
        "economiste",
        "politologue",
        "philosophe",
        "chroniqueur",
        "chroniqueuse",
    ];
    let last = words.rsplit(' ').next().map(fold).unwrap_or_default();
    words.split(' ').count() <= MOST && ENDS.iter().any(|end| last == *end || end.len() > 8 && last.ends_with(end))
}

/// A name without the button or the office behind it: `Claire Dumont Suivre`, `Claire DumontJournaliste`.
pub(crate) fn without_button(words: &str) -> &str {
    const BUTTONS: &[&str] = &[
        "Suivre",
        "Follow",
        "S'abonner",
        "S’abonner",
        "Journaliste",
        "Contributor",
        "Voir son profil",
        "Voir tous ses articles",
        "Contacter l'auteur",
        "View More Articles",
        "View all articles",
        "View All Articles",
        "More articles",
    ];
    /// What an office begins with that stands behind a name without a mark.
    const OFFICES: &[&str] =
        &[" Rédact", " Journaliste", " Directeur", " Directrice", " Grand reporter", " Chef d", " Cheffe d", " Responsable "];
    let words = before_buttons(words);
    // `Claire Dumont @cdumont`.
    let words = words
        .rsplit_once(" @")
        .filter(|(name, handle)| is_whole(name) && !handle.contains([' ', '.']))
        .map_or(words, |(name, _)| name);
    // `Claire DumontNews Reporter`.
    let joints =
        words.char_indices().zip(words.chars().skip(1)).filter(|((_, one), two)| one.is_lowercase() && two.is_uppercase());
    let mut glued = joints.filter_map(|((at, one), _)| words.split_at_checked(at + one.len_utf8()));
    if let Some((name, _)) = glued.find(|(name, office)| is_whole_name(name) && names_office(office)) {
        return name;
    }
    let office = OFFICES.iter().filter_map(|office| words.find(office)).min().and_then(|end| words.get(..end));
    if let Some(name) = office.filter(|name| is_whole(name)) {
        return name;
    }
    let offices = words.match_indices(' ').filter_map(|(at, _)| words.split_at_checked(at));
    if let Some((name, _)) = offices.into_iter().find(|(name, office)| names_two(name) && names_office(office.trim_start())) {
        return name;
    }
    // `Claire Dumont 4 Comments`.
    let counted = words.find(|c: char| c.is_ascii_digit()).and_then(|at| words.split_at_checked(at));
    let comments =
        |rest: &str| rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start().to_lowercase().starts_with("comment");
    if let Some((name, _)) = counted.filter(|(name, rest)| is_whole_name(name.trim_end()) && comments(rest)) {
        return name.trim_end();
    }
    let bare = BUTTONS.iter().find_map(|button| words.strip_suffix(button)).unwrap_or(words);
    let fits = bare.ends_with([' ', ',']) || bare.ends_with(char::is_alphabetic);
    if fits && bare.trim_end().contains(' ') { bare.trim_end_matches([' ', ',', '-', '–']) } else { words }
}

#[cfg(test)]
mod tests {
    use super::{bare_name, behind_headline, house_of_newsroom, is_newsroom, is_person, slugged, without_button};

    #[test]
    fn a_person_is_told_from_a_newsroom_and_a_button() {
        assert!(is_person("Claire Dumont") && is_person("Dr Claire Dumont") && is_person("Jean-Marc de Valmont"));
        assert!(is_person("Ch. Dumont") && is_person("C. Dumont") && !is_person("St. Valmont"));
        assert!(!is_person("Claire") && !is_person("Valmont Info") && !is_person("Claire et sa ville"));
        assert!(is_newsroom("La rédaction") && is_newsroom("Rédaction web") && !is_newsroom("La Gazette"));
        assert_eq!(without_button("Claire DumontJournaliste"), "Claire Dumont");
        assert_eq!(without_button("Claire Dumont Suivre"), "Claire Dumont");
        assert_eq!(without_button("Suivre"), "Suivre");
        assert_eq!(without_button("Claire Dumont Rédactrice en chef"), "Claire Dumont");
        assert_eq!(without_button("Maike Sommer Politische Korrespondentin"), "Maike Sommer");
        assert_eq!(without_button("Un Budget Difficile"), "Un Budget Difficile");
        assert_eq!(bare_name("Claire Dumont, Opinion Writer"), "Claire Dumont");
        assert_eq!(super::without_address("CLAIRE DUMONT, [email protected]"), "CLAIRE DUMONT");
        assert_eq!(bare_name("Claire Dumont - Valmont Info"), "Claire Dumont");
        assert_eq!(bare_name("Claire Dumont ."), "Claire Dumont");
        assert_eq!(bare_name("Claire D."), "Claire D.");
        assert_eq!(house_of_newsroom("La rédaction d'Agora Santé"), Some("Agora Santé"));
        assert_eq!(house_of_newsroom("l’équipe Gazette du Val"), Some("Gazette du Val"));
        assert_eq!(house_of_newsroom("La rédaction"), None);
        assert_eq!(house_of_newsroom("La rédaction de cet article a pris du temps"), None);
        assert!(is_person("J.Dumont") && is_person("J. Dumont") && !is_person("La Gazette"));
        assert!(is_newsroom("Valmont Staff") && !is_newsroom("Claire Stafford"));
        assert!(is_newsroom("l’équipe Gazette du Val") && is_newsroom("la rédaction de Valmont"));
        assert_eq!(super::behind_office("l'éducatrice Claire Dumont"), Some("Claire Dumont"));
        assert_eq!(super::behind_office("le maire de Valmont"), None);
        assert_eq!(bare_name("De Claire Dumont"), "Claire Dumont");
        assert_eq!(bare_name("Claire Dumont, Contributor"), "Claire Dumont");
        assert_eq!(bare_name("Claire Dumont pour 20 Valmont"), "Claire Dumont");
        assert_eq!(bare_name("Claire Dumont, de retour de Querval"), "Claire Dumont");
        assert_eq!(bare_name("Claire Dumont, Paul Verdier"), "Claire Dumont, Paul Verdier");
        assert_eq!(bare_name("Un pont pour Valmont"), "Un pont pour Valmont");
        assert_eq!(behind_headline("Un pont de trop, par Claire Dumont"), Some("Claire Dumont"));
        assert_eq!(behind_headline("Un pont emporté, par mauvais temps"), None);
        assert_eq!(slugged("AFP/Valmont/Claire DUMONT"), Some(("AFP", "Claire DUMONT")));
        assert_eq!(slugged("Sport/Valmont/Claire DUMONT"), None);
    }
}
