//! The language of a body, by `whatlang` on its words; unknown rather than a guess from too little.
//!
//! Prose that is plainly French or English is known by its function words first, in a fiftieth of the time.

use whatlang::{Detector, Lang as Whatlang};

use crate::model::article::Lang;

/// The characters looked at: more changes nothing but the time it takes.
const SAMPLE: usize = 2000;
/// The bytes that surely hold those.
pub const ENOUGH: usize = SAMPLE * char::MAX.len_utf8();
/// Letters below which any language can look like any other.
const LEAST: usize = 40;

/// Words of a text that make a vote of its function words.
const LEAST_WORDS: usize = 120;

/// Languages the press of an archive is likely to be in, with their ISO 639-1 codes. A longer list finds Esperanto in
/// Spanish headlines.
const KNOWN: &[(Whatlang, &str)] = &[
    (Whatlang::Fra, "fr"),
    (Whatlang::Eng, "en"),
    (Whatlang::Deu, "de"),
    (Whatlang::Spa, "es"),
    (Whatlang::Ita, "it"),
    (Whatlang::Por, "pt"),
    (Whatlang::Nld, "nl"),
    (Whatlang::Pol, "pl"),
    (Whatlang::Ron, "ro"),
    (Whatlang::Swe, "sv"),
    (Whatlang::Tur, "tr"),
    (Whatlang::Rus, "ru"),
    (Whatlang::Ukr, "uk"),
    (Whatlang::Ell, "el"),
    (Whatlang::Ara, "ar"),
    (Whatlang::Pes, "fa"),
    (Whatlang::Heb, "he"),
    (Whatlang::Hin, "hi"),
    (Whatlang::Cmn, "zh"),
    (Whatlang::Jpn, "ja"),
    (Whatlang::Kor, "ko"),
    (Whatlang::Vie, "vi"),
    (Whatlang::Dan, "da"),
    (Whatlang::Nob, "no"),
    (Whatlang::Fin, "fi"),
    (Whatlang::Ces, "cs"),
    (Whatlang::Hun, "hu"),
    (Whatlang::Bul, "bg"),
    (Whatlang::Lav, "lv"),
    (Whatlang::Lit, "lt"),
    (Whatlang::Est, "et"),
];

/// Small words of languages that headlines have and most others have not.
const SMALL: &[(&str, &[&str])] = &[
    ("fr", &["le", "les", "des", "du", "dans", "une", "qui", "pour", "avec", "aux", "au", "sont", "sur", "et", "est", "à"]),
    ("en", &["the", "and", "of", "to", "with", "for", "is", "are", "his", "at", "by", "from"]),
    ("de", &["der", "die", "das", "und", "nicht", "mit", "für", "von", "im", "zum", "zur", "ist", "den", "dem", "auf"]),
    ("es", &["el", "los", "las", "del", "por", "con", "una", "para", "y", "su", "al"]),
    ("it", &["il", "della", "di", "che", "per", "con", "una", "gli", "nel", "alla", "dei"]),
    ("pt", &["o", "os", "uma", "não", "do", "da", "dos", "das", "com", "em", "para", "ao"]),
    ("nl", &["het", "een", "van", "op", "niet", "voor", "met", "zijn", "bij"]),
];

/// The language of `text`.
#[must_use]
pub fn detect(text: &str) -> Lang {
    let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let sample = text.get(..end).unwrap_or(text);
    by_function_words(sample, LEAST_WORDS).unwrap_or_else(|| match by_trigrams(sample) {
        Lang::Unknown => by_few_words(sample),
        found => found,
    })
}

/// The language of a headline alone, by two small words of one language at least, and twice as many as of any other.
fn by_few_words(sample: &str) -> Lang {
    /// Bytes beyond which other rules tell.
    const MOST: usize = 200;
    if sample.len() > MOST {
        return Lang::Unknown;
    }
    let words: Vec<String> = sample.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let said = |small: &[&str]| words.iter().filter(|word| small.contains(&word.as_str())).count();
    let mut counts: Vec<(usize, &str)> = SMALL.iter().map(|(code, small)| (said(small), *code)).collect();
    counts.sort_unstable_by_key(|(count, _)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(first, code), (second, _), ..] if *first >= 2 && *first >= second * 2 => Lang::parse(code),
        _ => Lang::Unknown,
    }
}

/// The language of `text` where it is declared as `declared` and is surely not: templates of sites say `en` over whatever is written. Only prose that its function
/// words or a sure guess by trigrams know is believed against what is declared.
#[must_use]
pub fn contradicting(declared: Lang, text: &str) -> Option<Lang> {
    /// Letters that make a guess by trigrams sure.
    const SURE: usize = 600;
    /// Characters that mostly say that it is what is declared.
    const BEGINNING: usize = 480;
    /// Words of it that make a vote.
    const WORDS: usize = 50;
    let beginning = text.char_indices().nth(BEGINNING).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    if by_function_words(beginning, WORDS).is_some_and(|found| found == declared) {
        return None;
    }
    let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let sample = text.get(..end).unwrap_or(text);
    let by_words = by_function_words(sample, LEAST_WORDS);
    // Of languages that are near each other neither way tells enough.
    let doubtful = || matches!(declared, Lang::Fr | Lang::En) && sample.chars().filter(|c| c.is_alphabetic()).count() >= SURE;
    let found = by_words.or_else(|| doubtful().then(|| by_trigrams(sample)))?;
    (found != declared && found != Lang::Unknown).then_some(found)
}

/// French or English where `least` words or more leave no doubt: a fifth of running text in either is words such as these, which other
/// languages share a few of.
fn by_function_words(sample: &str, least: usize) -> Option<Lang> {
    /// One word in so many must speak for a language.
    const ONE_IN: usize = 8;
    /// At most one for another language beside so many for this one.
    const AGAINST: usize = 5;
    let (mut words, mut french, mut english) = (0usize, 0usize, 0usize);
    for word in sample.as_bytes().split(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        french += usize::from(is_french(word));
        english += usize::from(is_english(word));
    }
    let sure = |hits: usize, others: usize| words >= least && hits * ONE_IN >= words && others * AGAINST <= hits;
    if sure(french, english) {
        return Some(Lang::Fr);
    }
    sure(english, french).then_some(Lang::En)
}

fn is_french(word: &[u8]) -> bool {
    matches!(
        word,
        b"le"
            | b"les"
            | b"des"
            | b"du"
            | b"dans"
            | b"est"
            | b"une"
            | b"qui"
            | b"pour"
            | b"pas"
            | b"sur"
            | b"avec"
            | b"et"
            | b"au"
            | b"aux"
            | b"ce"
            | b"cette"
            | b"ont"
            | b"sont"
            | b"mais"
            | b"nous"
            | b"elle"
            | b"ses"
            | b"leur"
            | b"vous"
            | b"plus"
            | b"qu"
            | b"\xC3\xA9t\xC3\xA9"
    )
}

fn is_english(word: &[u8]) -> bool {
    matches!(
        word,
        b"the"
            | b"and"
            | b"to"
            | b"that"
            | b"with"
            | b"from"
            | b"his"
            | b"this"
            | b"which"
            | b"have"
            | b"has"
            | b"had"
            | b"were"
            | b"been"
            | b"their"
            | b"they"
            | b"would"
            | b"said"
            | b"are"
            | b"but"
            | b"who"
            | b"by"
            | b"not"
            | b"it"
            | b"be"
    )
}

fn by_trigrams(sample: &str) -> Lang {
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let detector = Detector::with_allowlist(KNOWN.iter().map(|(lang, _)| *lang).collect());
    let Some(info) = detector
        .detect(sample)
        .filter(|info| letters >= LEAST && (info.is_reliable() || info.confidence() > 0.5 || letters >= 400))
    else {
        return Lang::Unknown;
    };
    KNOWN.iter().find(|(lang, _)| *lang == info.lang()).map_or(Lang::Unknown, |(_, code)| Lang::parse(code))
}

#[cfg(test)]
mod tests {
    use super::{LEAST_WORDS, Lang, by_function_words, by_trigrams, contradicting, detect};

    #[test]
    fn french_and_english_are_told_apart_and_scraps_are_not_guessed() {
        assert_eq!(
            detect("Le Premier ministre a rencontré le président à la Maison Blanche pour la première fois jeudi."),
            Lang::Fr
        );
        assert_eq!(detect("The prime minister met the president at the White House for the first time on Thursday."), Lang::En);
        assert_eq!(detect("Covid-19 : 12"), Lang::Unknown);
        // A headline alone.
        for (headline, code) in [
            ("Le pont de Valmont fermé dans la nuit", "fr"),
            ("The bridge of Valmont is closed", "en"),
            ("Die Brücke von Valmont ist gesperrt", "de"),
            ("Los vecinos del puente", "es"),
        ] {
            assert_eq!(detect(headline), Lang::parse(code), "{headline}");
        }
        assert_eq!(detect("Valmont : Dumont bat Lenz"), Lang::Unknown);
        assert_eq!(detect(""), Lang::Unknown);
    }

    #[test]
    fn what_a_text_surely_is_stands_against_what_is_declared() {
        let french =
            "Le ministre a dit que les élèves de la région sont dans une école qui ne ferme pas, et que le projet est pour eux. ";
        let german =
            "Der Minister sagte, dass die Schulen in der Region für die Schüler sind und dass er sie nicht schließen will. ";
        let declared = |code: &str, text: &str| contradicting(Lang::parse(code), text);
        assert_eq!(declared("en", &french.repeat(8)), Some(Lang::Fr));
        assert_eq!(declared("de", &french.repeat(8)), Some(Lang::Fr));
        assert_eq!(declared("en-GB", &german.repeat(9)), Some(Lang::parse("de")));
        assert_eq!([declared("fr", &french.repeat(8)), declared("en", french), declared("nl", &german.repeat(9))], [None; 3]);
    }

    #[test]
    fn function_words_tell_what_trigrams_do_and_nothing_of_their_neighbours() {
        let french =
            "Le ministre a dit que les élèves de la région sont dans une école qui ne ferme pas, et que le projet est pour eux. ";
        let english =
            "The minister said that the pupils of the region have a school which would not close, and that it was for them. ";
        for (text, lang) in [(french.repeat(8), Lang::Fr), (english.repeat(8), Lang::En)] {
            assert_eq!(by_function_words(&text, LEAST_WORDS), Some(lang));
            assert_eq!(by_trigrams(&text), lang);
        }
        for other in [
            "Il ministro ha detto che le scuole della regione sono per gli allievi, e che il progetto non è per loro ma per noi. ",
            "El ministro dijo que las escuelas de la región son para los alumnos y que el proyecto no es para ellos sino para todos. ",
            "El ministre va dir que les escoles de la regió són per als alumnes, i que el projecte no és per a ells. ",
            "De minister zei dat de scholen in de regio voor de leerlingen zijn, en dat het plan niet voor hen is maar was. ",
            "Der Minister sagte, dass die Schulen in der Region für die Schüler sind und dass er sie nicht schließen will. ",
            "O ministro disse que as escolas da região são para os alunos e que o projeto não é para eles. ",
        ] {
            assert_eq!(by_function_words(&other.repeat(8), LEAST_WORDS), None, "{other}");
        }
        assert_eq!(by_function_words(&format!("{}{}", french.repeat(8), english.repeat(4)), LEAST_WORDS), None);
    }
}
