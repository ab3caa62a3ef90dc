//! The language of a body, by `whatlang` on its words; unknown rather than a guess from too little.

use whatlang::{Detector, Lang as Whatlang};

use crate::model::article::Lang;

/// The words looked at: more changes nothing but the time it takes.
const SAMPLE: usize = 2000;
/// Letters below which any language can look like any other.
const LEAST: usize = 40;

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
];

/// The language of `text`.
#[must_use]
pub fn detect(text: &str) -> Lang {
    let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let sample = text.get(..end).unwrap_or(text);
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
    use super::{Lang, detect};

    #[test]
    fn french_and_english_are_told_apart_and_scraps_are_not_guessed() {
        assert_eq!(
            detect("Le Premier ministre a rencontré le président à la Maison Blanche pour la première fois jeudi."),
            Lang::Fr
        );
        assert_eq!(detect("The prime minister met the president at the White House for the first time on Thursday."), Lang::En);
        assert_eq!(detect("Covid-19 : 12"), Lang::Unknown);
        assert_eq!(detect(""), Lang::Unknown);
    }
}
