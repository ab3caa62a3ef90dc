//! Asides: sentences that stand beside what an article tells, although they hold a date: lines of publication and update, rows of tables,
//! turns of a chat, addresses to the reader, descriptions of pictures, questions, references.
//!
//! Judged by the words of the sentence alone, in French and English at once. `events` and the sentence of a day ask.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use memchr::memchr2;

use crate::analysis::dates::lexicon::DateLexicon;
use crate::text::fold::{fold, fold_start};
use crate::text::word_set::WordSet;

/// Bytes of the longest line of publication.
const LINE: usize = 160;
/// Bytes of the opening by which most sentences are told.
const OPENING: usize = 48;
/// Words that say that something was published or changed.
static PUBLISHING: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::of(
        "published updated posted modified created revised publie publiee actualise actualisee modifie modifiee mis mise cree \
     creee paru parue edite edited reposted filed update publication amended corrected corrige corrigee rectifie rectifiee",
    )
});
/// Words that go with a date or an hour: the names of the calendar, and what stands between them.
static OF_TIME: LazyLock<WordSet> = LazyLock::new(|| {
    const BETWEEN: &str = "am pm p gmt est edt pst pdt cst cet cest bst ist utc et uk time local hrs h m heure heures min a at on the of in \
     le la les du de ce jour today aujourd hui last first and to au er st nd rd th date originally initialement derniere dernier \
     fois paris en ligne online this next previous ce cette dernier derniere prochain prochaine week weekend month year semaine week-end mois \
     annee morning evening afternoon night matin soir apres-midi";
    // Once for a run of the program: a set holds what lives as long as that.
    let names = DateLexicon::calendar_names().map(|name| &*name.leak());
    BETWEEN.split_whitespace().chain(names).collect()
});
/// Words behind which a name stands that signs.
const BY: &[&str] = &["by", "par"];
/// Words of the longest line that says where something was printed.
const REFERENCE: usize = 14;
/// Words of the longest name that signs.
const NAME: usize = 5;
/// What an address to the reader begins with, folded.
static ADDRESSES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let phrases = "welcome to|welcome back|good morning|good afternoon|good evening|hello|thanks for|thank you for|follow us|follow our|\
     follow the latest|click here|read more|read the full|read our|watch the|watch our|see our|see also|scroll down|\
     join us|stay with us|send us|email us|e-mail us|let us know|tell us|we are going to|here is a|here are|\
     here's|that's all|this page|this live|this blog|our live|bonjour|bonsoir|bienvenue|merci de|merci a tous|suivez|\
     cliquez|lire aussi|lire notre|lire l'|a lire|voir aussi|voir notre|retrouvez|regardez|ecoutez|abonnez|inscrivez|\
     posez vos|envoyez|rejoignez|decouvrez|voici|ce direct|ce live|notre direct|fin de ce|le point sur|chat";
    AhoCorasick::builder().start_kind(StartKind::Anchored).match_kind(MatchKind::LeftmostLongest).build(phrases.split('|')).ok()
});
/// What tells of a picture, in any case of letters.
static PICTURES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    // An address of the web is no sentence either.
    let phrases = "file photo|file picture|in this photo|in this image|in this picture|pictured|photographed|photograph:|photo:|image:|\
     getty images|ap photo|/afp|/reuters|/ap)|afp photo|reuters/|(l-r)|seen here|photo d'archives|photo d’archives|\
     sur cette photo|sur cette image|sur une photo|photo prise|image prise|capture d'écran|capture d’écran|(photo|\
     crédit photo|screen grab|screengrab|video grab|video still|http:|https:|rt @|www.|pic.twitter|(@";
    AhoCorasick::builder().ascii_case_insensitive(true).build(phrases.split('|')).ok()
});
/// Bytes at the head of a sentence by which an address to the reader is told.
const HEAD: usize = 96;
/// Words by which somebody speaks of himself and whom he speaks to.
static IN_PERSON: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::of("i we you my our your i'm i've we're je j'ai nous vous mon ma notre votre hi hello bonjour yes no oui non well")
});

/// What a sentence with a date in it is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DatedSentence {
    /// It tells nothing of the day: it only says when something was published or changed, where it was printed, or is a date alone or a question.
    Nothing,
    /// It stands beside what the article tells.
    Aside,
    /// It may tell an event.
    Telling,
}

/// What `sentence` is good for, a line of publication before all else.
#[must_use]
pub(crate) fn dated_sentence(sentence: &str) -> DatedSentence {
    let text = sentence.trim();
    let head = fold_start(text, HEAD);
    match () {
        () if text.starts_with([',', ';', ')'])
            || is_publication_line(text, &head)
            || is_question(text)
            || is_reference(text)
            || is_mere_name(text) =>
        {
            DatedSentence::Nothing
        }
        () if stands_beside(text, &head) => DatedSentence::Aside,
        () => DatedSentence::Telling,
    }
}

/// Whether a sentence tells no event although it may hold a date.
#[must_use]
pub(crate) fn is_aside(sentence: &str) -> bool {
    dated_sentence(sentence) != DatedSentence::Telling
}

fn is_publication_line(text: &str, head: &str) -> bool {
    if text.len() > LINE {
        return false;
    }
    // Most sentences are told by their first words, so that no more of them is folded.
    let end = (OPENING..head.len()).find(|end| head.is_char_boundary(*end));
    let Some(start) = end.and_then(|end| head.get(..end)) else { return says_when_published(head) == Some(true) };
    let opening = start.rsplit_once(|c: char| !c.is_alphanumeric()).map_or("", |(words, _)| words);
    says_when_published(opening) != Some(false) && says_when_published(&fold(text)) == Some(true)
}

/// Whether folded words only say when something was published; `Some(false)` from the first word on that says more.
fn says_when_published(folded: &str) -> Option<bool> {
    // What tells something soon has words of its own.
    let (mut publishes, mut others, mut named, mut of_text) = (false, 0, 0, false);
    for (at, word) in words(folded).enumerate() {
        let is_hour = word.starts_with(|c: char| c.is_ascii_digit());
        match () {
            () if PUBLISHING.has(word) => publishes |= at < 6,
            () if BY.contains(&word) => named = NAME,
            () if is_hour || OF_TIME.has(word) => named = 0,
            () if named > 0 => named -= 1,
            () if matches!(word, "article" | "story" | "page" | "post" | "text") => of_text = true,
            () if others > 2 => return Some(false),
            () => others += 1,
        }
    }
    (others == 0 || publishes && (others < 2 || of_text && others < 4)).then_some(true)
}

fn stands_beside(text: &str, head: &str) -> bool {
    is_barred(text)
        || is_row(text)
        || is_turn(text, head)
        || is_address(head)
        || PICTURES.as_ref().is_some_and(|pictures| pictures.is_match(text))
}

/// Whether bars or tabulators part what stands there, the one behind a place aside.
fn is_barred(text: &str) -> bool {
    let part = |text: &str| memchr2(b'|', b'\t', text.as_bytes()).is_some();
    part(text) && part(behind_place(text))
}

/// `PARIS | Le gouvernement …`: a sentence behind the place it is written from.
fn behind_place(text: &str) -> &str {
    /// Bytes and words of the longest place.
    const PLACE: (usize, usize) = (32, 3);
    let Some((place, behind)) = text.split_once(" | ").filter(|(place, _)| place.len() <= PLACE.0) else { return text };
    let named = place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    if named && place.split_whitespace().count() <= PLACE.1 && behind.contains(' ') { behind } else { text }
}

/// Whether a sentence asks, marks that close it aside.
fn is_question(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', ')', '’', '\'', ' ', '\u{a0}']).ends_with('?')
}

/// `(Le Courrier de Valmont, 19 janvier 2019)`: whether a sentence in brackets only says where something was printed.
fn is_reference(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else { return false };
    let small = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.starts_with(char::is_lowercase) && !OF_TIME.has(&fold(word))
    };
    let words = inside.split_whitespace();
    words.clone().count() <= REFERENCE && words.filter(small).count() < 2 && inside.contains(',')
}

/// `(12 mai) AFP`, `Rivoire, A. (1981).`, `USA TODAY`: whether a short line has nothing but a name beside its date: no letter of it is small, or the
/// date stands in brackets.
fn is_mere_name(text: &str) -> bool {
    /// Bytes and words of the longest such line, its date aside.
    const NAME: (usize, usize) = (40, 3);
    if text.len() > NAME.0 {
        return false;
    }
    let folded = fold(text);
    let is_time = |word: &&str| OF_TIME.has(word) || word.starts_with(|c: char| c.is_ascii_digit());
    let others = words(&folded).filter(|word| !is_time(word)).count();
    let in_brackets = || text.split_once(['(', '[']).and_then(|(_, behind)| behind.split_once([')', ']']));
    let dated = |(inside, _): (&str, &str)| words(&fold(inside)).all(|word| is_time(&word));
    let bare = |word: &str| fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let named = text.split_whitespace().all(|word| {
        let small = word.trim_start_matches(['(', '[']).starts_with(char::is_lowercase);
        !small || OF_TIME.has(&bare(word))
    });
    others <= NAME.1 && (!text.chars().any(char::is_lowercase) || named && in_brackets().is_some_and(dated))
}

/// Whether the writer speaks in person outside quotation marks: of what he or his readers think rather than of what happened.
#[must_use]
pub(crate) fn is_in_person(sentence: &str) -> bool {
    let folded = fold(sentence);
    let outside = folded.split(['"', '“', '”', '«', '»']).step_by(2);
    outside
        .flat_map(words)
        .any(|word| matches!(word, "i" | "we" | "you" | "your" | "our" | "my" | "je" | "nous" | "vous" | "notre" | "votre"))
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_address(folded: &str) -> bool {
    let text = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(addresses) = ADDRESSES.as_ref() else { return false };
    let Some(found) = addresses.find(Input::new(text).anchored(Anchored::Yes)) else { return false };
    let (words, rest) = text.split_at(found.end());
    words.ends_with('\'') || !rest.starts_with(char::is_alphanumeric)
}

/// Whether half of what stands there are figures, as in a row of a table.
fn is_row(text: &str) -> bool {
    // Words that begin with a letter of ASCII are words in any case, and no more of them hold figures than there are runs of digits.
    let pairs = || text.bytes().zip(text.bytes().skip(1));
    let begins_word = text.starts_with(|c: char| c.is_ascii_alphabetic());
    let words = pairs().filter(|(before, byte)| *before == b' ' && byte.is_ascii_alphabetic()).count() + usize::from(begins_word);
    let runs = pairs().filter(|(before, byte)| byte.is_ascii_digit() && !before.is_ascii_digit()).count();
    let begins_run = text.starts_with(|c: char| c.is_ascii_digit());
    if (runs + usize::from(begins_run)) * 2 < words {
        return false;
    }
    let (mut figures, mut all) = (0, 0);
    for word in text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)) {
        all += 1;
        figures += usize::from(word.bytes().any(|byte| byte.is_ascii_digit()));
    }
    all > 2 && figures * 2 >= all
}

/// Whether somebody is given the floor and speaks in person: `Arlington, Va.: I wonder …`, `Q: …`.
fn is_turn(text: &str, folded: &str) -> bool {
    let Some((speaker, _)) = text.split_once(':').filter(|(speaker, _)| speaker.len() < 48) else { return false };
    let is_name =
        speaker.split_whitespace().all(|word| !word.starts_with(char::is_lowercase)) && speaker.split_whitespace().count() < 6;
    let said = folded.split_once(':').map_or("", |(_, said)| said.trim_start());
    let first = said.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '!')).next().unwrap_or_default();
    is_name && !speaker.is_empty() && (matches!(speaker.trim(), "Q" | "A") || IN_PERSON.has(first))
}

#[cfg(test)]
mod tests {
    use super::{DatedSentence, dated_sentence, is_aside, is_in_person};

    fn is_publication_line(line: &str) -> bool {
        dated_sentence(line) == DatedSentence::Nothing
    }

    #[test]
    fn lines_of_publication_are_told_from_what_was_published() {
        let lines = [
            "Updated : Tue Feb 23 2010",
            "Publié le 3 mai 2020 à 14h05, mis à jour le 4 mai 2020 à 9 h 30",
            "By Anne Rivoire, published: 12:04 GMT, 3 May 2020.",
            "Last updated at 12:04 PM on 3rd May 2020",
            "Mis à jour lundi 3 mai",
            "Page last updated at 09:12 GMT, Monday, 3 May 2010 10:12 UK",
            "Mardi 12 mars 2019",
            "This article was originally published on 3 May 2010.",
        ];
        assert_eq!(lines.into_iter().find(|line| !is_publication_line(line)), None);
        let told = [
            "Updated figures published on Monday show that two bridges fell.",
            "Publié lundi, le rapport accuse la société des eaux.",
            "The dam was modified in May 2010.",
            "Le 3 mai 2020, le pont a cédé.",
        ];
        assert_eq!(told.into_iter().find(|line| is_aside(line)), None);
    }

    #[test]
    fn what_speaks_to_the_reader_or_shows_a_picture_is_an_aside() {
        let asides = [
            "Welcome to our coverage of the flood of 3 May.",
            "Bonjour à tous et bienvenue dans ce direct du 3 mai.",
            "Valmont, Sarelle: I saw the bridge fall on Monday.",
            "Q: What happened on 3 May",
            "Que s’est-il passé le 3 mai ?",
            "Valmont 12 3 4 2010 17",
            "Crue : Valmont | lundi 3 mai | 12 morts",
            "The bridge at Valmont, seen here on 3 May, before the flood.",
            "Le pont de Valmont, le 3 mai (Photo Anne Rivoire).",
        ];
        assert_eq!(asides.into_iter().find(|line| !is_aside(line)), None);
        assert!(!is_aside("VALMONT | Le pont de la Sarelle a cédé le 3 mai."));
        assert_eq!(dated_sentence("Que s’est-il passé le 3 mai ?"), DatedSentence::Nothing);
        assert_eq!(dated_sentence("(Le Courrier de Valmont, 19 janvier 2019)"), DatedSentence::Nothing);
        let names = ["(12 mai) AFP", "Rivoire, A. (1981).", "VALMONT TODAY", "Sarelle du Sud (2011)"];
        assert_eq!(names.into_iter().find(|line| dated_sentence(line) != DatedSentence::Nothing), None);
        let told = ["Grève lundi", "Crue le 3 mai (Sarelle)", "It fell Monday."];
        assert_eq!(told.into_iter().find(|line| is_aside(line)), None);
        let told = ["Valmont : le pont de la Sarelle a cédé le 3 mai.", "The chatter ended on 3 May when the bridge fell."];
        assert_eq!(told.into_iter().find(|line| is_aside(line)), None);
        assert!(is_in_person("On Monday we asked the mayor.") && !is_in_person("“We lost it,” the mayor said on Monday."));
    }
}
