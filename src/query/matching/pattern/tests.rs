use std::ops::Range;

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::{Census, MatchKind, PatternError, SearchTerm, TermPattern};
use crate::text::fold::{fold, fold_mapped};
use crate::text::span::Span;

fn pattern(kind: MatchKind, text: &str) -> TermPattern {
    TermPattern::new(&SearchTerm { text: text.to_owned(), kind }).unwrap()
}

fn found<'a>(kind: MatchKind, term: &str, text: &'a str) -> Vec<&'a str> {
    pattern(kind, term).find_iter(text.as_bytes()).map(|place| text.get(place).unwrap()).collect()
}

fn words<'a>(term: &str, text: &'a str) -> Vec<&'a str> {
    found(MatchKind::Phrase, term, text)
}

/// What the engine must find, found the plain way: all of the text folded, the needle looked for at each character.
fn plainly(needle: &str, text: &str) -> Vec<Range<usize>> {
    let folded = fold_mapped(text);
    let needle = fold(needle);
    let needle: Vec<&str> = needle.split_whitespace().collect();
    let mut places: Vec<Range<usize>> = Vec::new();
    for (start, _) in folded.text.char_indices() {
        let mut rest = folded.text.get(start..).unwrap();
        let stands = needle.iter().enumerate().all(|(n, word)| {
            let next = if n == 0 { rest } else { rest.trim_start() };
            let spaced = n == 0 || next.len() < rest.len();
            rest = next.strip_prefix(word).unwrap_or(next);
            spaced && next.starts_with(word)
        });
        let place = folded.original(Span::new(start, folded.text.len() - rest.len())).range();
        if stands && places.last().is_none_or(|last| last.end <= place.start) {
            places.push(place);
        }
    }
    places
}

#[test]
fn spellings_of_one_word_are_found_as_they_were_written() {
    for (needle, text) in [
        ("etat", "État, ÉTAT, E\u{301}tat\u{301}, éta\u{AD}t, etat"),
        ("coeur", "cœur, CŒUR, coeur, Cœur"),
        ("strasse", "Straße, STRASSE, STRAẞE, ſtraſſe"),
        ("محمد", "مُحَمَّد, محمد, مـحـمـد"),
        ("москва", "Москва, МОСКВА, москва\u{301}"),
        ("fin", "ﬁn, Ｆｉｎ, fin"),
        ("l'air", "l’air, l`air, lʼair"),
        ("2020", "2020, ２０２０"),
        ("제주", "제주, 제주"),
    ] {
        assert_eq!(words(needle, text), text.split(", ").collect::<Vec<_>>(), "{needle}");
    }
}

#[test]
fn any_white_space_parts_the_words_of_a_phrase() {
    let text = "coup d’État\u{A0}: le\n\n coup\u{202F}d'etat";
    assert_eq!(words("coup d'etat", text), ["coup d’État", "coup\u{202F}d'etat"]);
    assert_eq!(words("le coup", text), ["le\n\n coup"]);
    assert_eq!(words("etat: le", text), [""; 0]);
}

#[test]
fn accents_that_were_typed_are_required() {
    assert_eq!(words("élève", "eleve élevé élève ÉLÈVE e\u{301}le\u{300}ve"), ["élève", "ÉLÈVE", "e\u{301}le\u{300}ve"]);
    assert_eq!(words("côte", "cote coté côte côté"), ["côte", "côté"]);
    assert_eq!(words("maïs cote", "mais cote, maïs  coté"), ["maïs  coté"]);
    assert_eq!(words("oé", "œ\u{301} œ"), ["œ\u{301}"]);
}

#[test]
fn words_stand_inside_of_words_and_heads_at_their_heads() {
    assert_eq!(words("iran", "Iranien pro-Iran nordiranien"), ["Iran", "Iran", "iran"]);
    assert_eq!(found(MatchKind::Prefix, "iran", "Iranien pro-Iran nordiranien"), ["Iran", "Iran"]);
    assert_eq!(found(MatchKind::Prefix, "uvre", "l’œuvre, uvre"), ["uvre"]);
    assert_eq!(found(MatchKind::Prefix, "中东", "关于中东局势"), ["中东"]);
}

#[test]
fn exact_words_keep_case_and_accents_but_no_kind_of_apostrophe() {
    assert_eq!(found(MatchKind::Exact, "Iran", "iran Iran Iranien pro-Iran IRAN Iran\u{301}"), ["Iran", "Iran"]);
    assert_eq!(
        found(MatchKind::Exact, "l'État", "l’Etat l’État l’état l'E\u{301}tat l’État-major"),
        ["l’État", "l'E\u{301}tat", "l’État"]
    );
    assert_eq!(found(MatchKind::Exact, "oeuvre", "œuvre oeuvre oeuvres"), ["oeuvre"]);
    assert_eq!(found(MatchKind::Exact, "cote", "coté cote"), ["cote"]);
}

#[test]
fn words_near_each_other_are_found_in_any_order() {
    let text = "Bagdad, dit-on, attend Téhéran. Rien à Téhéran ni ailleurs, sauf à Bagdad.";
    assert_eq!(found(MatchKind::Near(3), "teheran bagdad", text), ["Bagdad, dit-on, attend Téhéran"]);
    assert_eq!(found(MatchKind::Near(5), "teheran bagdad", text).len(), 2);
    assert_eq!(found(MatchKind::Near(2), "teheran bagdad", text), [""; 0]);
    assert_eq!(found(MatchKind::Near(9), "iran iran", "Iran seul"), [""; 0]);
    let strikes = "Une grève, une autre grève, puis la grève";
    assert_eq!(found(MatchKind::Near(5), "grève grève", "Une grève à Lyon, rien de plus"), [""; 0]);
    assert_eq!(found(MatchKind::Near(5), "grève grève", strikes), ["grève, une autre grève"]);
    assert_eq!(found(MatchKind::Near(9), "grève grève grève", strikes), [strikes.trim_start_matches("Une ")]);
    assert_eq!(found(MatchKind::Near(9), "grève grève grève grève", strikes), [""; 0]);
    assert_eq!(found(MatchKind::Near(9), "grève gre grève", "la grève au gré de la grève"), ["grève au gré de la grève"]);
    assert_eq!(found(MatchKind::Near(9), "grève gre", "la grève"), [""; 0]);
    assert_eq!(found(MatchKind::Near(9), "iran irak", "Iran\0Irak"), [""; 0]);
    assert_eq!(
        found(MatchKind::Near(2), "un deux trois", "trois, deux, un, deux, un, trois"),
        ["trois, deux, un", "deux, un, trois"]
    );
}

#[test]
fn expressions_know_classes_and_ascii_words() {
    assert_eq!(found(MatchKind::Regex, r"\bé?tat\w*", "attaché, tatoué"), ["tatoué"]);
    assert_eq!(found(MatchKind::Regex, r"\p{Lu}\w+", "le Hezbollah et l’État"), ["Hezbollah", "État"]);
    assert_eq!(found(MatchKind::Regex, r"^l.$", "la\nles\nle"), ["la", "le"]);
    assert_eq!(found(MatchKind::Regex, "Iran", "iran Iran"), ["Iran"]);
    assert_eq!(found(MatchKind::Regex, "e", "e\u{301}"), ["e\u{301}"]);
    assert_eq!(found(MatchKind::Regex, "x*", "axxb"), ["xx"]);
    assert_eq!(found(MatchKind::Regex, "[^z]+", "ab\0cd"), ["ab", "cd"]);
    assert_eq!(found(MatchKind::Regex, r"(?-u:\xA9)", "né"), ["é"]);
    assert_eq!(found(MatchKind::Regex, r"[\w&&[^b]]+\b{end}", "ab ca"), ["ca"]);
}

#[test]
fn what_cannot_be_looked_for_says_why() {
    let error = |kind, text: &str| TermPattern::new(&SearchTerm { text: text.to_owned(), kind }).unwrap_err();
    assert!(matches!(error(MatchKind::Word, " \u{301}\0"), PatternError::Empty));
    assert!(matches!(error(MatchKind::Near(3), ""), PatternError::Empty));
    assert!(matches!(error(MatchKind::Regex, "a("), PatternError::Regex(_)));
    assert!(matches!(error(MatchKind::Regex, r"(\w{100}){100}"), PatternError::Regex(_)));
}

#[test]
fn bodies_parted_by_nul_and_broken_bytes_are_searched() {
    let text = "la fin\0de l’un\0fin de tout".as_bytes();
    assert_eq!(pattern(MatchKind::Phrase, "fin de").find_iter(text).next(), Some(17..23));
    let mut broken = b"\xFF\xC3 etat \xE2\x80".to_vec();
    broken.extend("État".as_bytes());
    assert_eq!(pattern(MatchKind::Word, "etat").find_iter(&broken).count(), 2);
}

#[test]
fn a_walk_may_begin_anywhere_and_leave_places_out() {
    let (iran, text) = (pattern(MatchKind::Word, "iran"), "Iran, Iran, Iran".as_bytes());
    assert_eq!(iran.find_at(text, 1), Some(6..10));
    assert_eq!(iran.find_at(text, 13), None);
    let mut places = iran.find_iter(text);
    places.next();
    places.skip_to(11);
    assert_eq!(places.next(), Some(12..16));
}

#[test]
fn windows_hide_nothing() {
    for at in (1 << 15) - 12..(1 << 15) + 2 {
        for spelling in ["Élysée", "e\u{301}\u{327}ly\u{AD}see", "ElYSeE", "élyſee"] {
            let text = format!("{}{spelling}{}", " ".repeat(at), "x".repeat(9));
            let census = Census::new(text.as_bytes());
            let elysee = pattern(MatchKind::Word, "elysee");
            assert_eq!(elysee.find_iter_with(text.as_bytes(), &census).next(), Some(at..at + spelling.len()));
        }
    }
}

proptest! {
    #[test]
    fn the_engine_finds_what_folding_everything_finds(
        text in "([a-eA-E]|[ésßſﬁœŒİıñßǆŉ]|[\u{301}\u{327}\u{AD}\u{200D}\u{200B}]|[ \n\u{A0}\u{202F}]|[’'`«-]|[\u{93F}\u{915}中가각ñمُ\u{3099}か]|\\PC){0,40}",
        from in 0usize..60,
        len in 1usize..6,
    ) {
        let folded = fold(&text);
        let needle: String = folded.chars().skip(from % folded.chars().count().max(1)).take(len).collect();
        agrees(&needle, &text)?;
    }

    #[test]
    fn any_needle_in_any_text(needle in "\\PC{0,3}", text in "\\PC{0,30}") {
        agrees(&fold(&needle), &text)?;
    }

    #[test]
    fn few_letters_in_all_spellings(needle in "[aes][aes]?( ?[aes]){0,2}", text in "[aesAESéœÆßſ\u{301}\u{AD} \u{A0}]{0,30}") {
        agrees(&needle, &text)?;
    }

    #[test]
    fn any_bytes_and_any_expression_are_survived(bytes in proptest::collection::vec(0u8.., 0..60), text in ".{0,12}") {
        for kind in [MatchKind::Word, MatchKind::Prefix, MatchKind::Exact, MatchKind::Near(3), MatchKind::Regex] {
            let Ok(pattern) = TermPattern::new(&SearchTerm { text: text.clone(), kind }) else { continue };
            let mut last = 0;
            for place in pattern.find_iter(&bytes) {
                prop_assert!(last <= place.start && place.start < place.end && place.end <= bytes.len());
                last = place.end;
            }
        }
    }
}

fn agrees(needle: &str, text: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    let Ok(pattern) = TermPattern::new(&SearchTerm { text: needle.to_owned(), kind: MatchKind::Phrase }) else { return Ok(()) };
    let places: Vec<_> = pattern.find_iter(text.as_bytes()).collect();
    prop_assert_eq!(&places, &plainly(needle, text), "{:?} in {:?}", needle, text);
    let census = Census::new(text.as_bytes());
    prop_assert_eq!(&places, &pattern.find_iter_with(text.as_bytes(), &census).collect::<Vec<_>>());
    prop_assert!(places.iter().all(|place| text.get(place.clone()).is_some_and(|part| !part.is_empty())));
    Ok(())
}
