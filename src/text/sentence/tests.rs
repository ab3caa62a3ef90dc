use proptest::prelude::{prop_assert_eq, proptest};

use super::{Clipped, is_terminator, next_terminator, sentence_around, sentences};

/// Cuts `marked` without its bars and expects the cuts at the bars.
fn check(marked: &str) {
    let text = marked.replace('|', "");
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    let found: Vec<&str> = sentences(&text).into_iter().map(|span| span.of(&text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn abbreviations_do_not_end_sentences() {
    for marked in [
        "Brig. Gen. Tim Ryder met Sgt. Jones on Sept. 11 at No. 5. |The talks ended.",
        "Le Brig. Le général Mohammad Hejazi, le Gén. Soleimani et MM. Allaoui et Salih sont là. |M. Kazemi aussi.",
        "M.Kazemi a rendu hommage. |Il est parti.",
        "The U.S. Army left the U.S. |The next day, George W. Bush spoke at 5 p.m. Tuesday.",
        "Halliburton Co. President David J. Lesar said no. |Then Boeing Inc. |The end.",
        "Selon l’art. 3 et le vol. 2, p. 12. |C’est un vol. |Rien.",
        "En 50 av. J.-C. la Gaule, cf. César. |Fin.",
        "Armes, chars, etc. |Bagdad dit non, etc. et puis rien.",
        "1. Le plan. |2. La suite.",
        "Il en reste 3.5 km et 2.500 hommes en 2014. |Bagdad a dit non.",
    ] {
        check(marked);
    }
}

#[test]
fn quotations_stay_with_their_sentence() {
    for marked in [
        "« Partez ! », a-t-il dit. |« Qui ? » demanda-t-elle. |Rien.",
        "Il a dit : « C’est fini. » |Puis il est parti.",
        "Il a dit : «\u{A0}Non\u{202F}!\u{A0}» |Puis rien.",
        "“We won.” |He left. |\"Really?\" Trump asked. |“Why?” he said.",
        "Elle l’a dit (en vain.) |Bagdad se tait ! |– Non ! – dit-il.",
        "« Nous avons (…) Bagdad avec nous ». |Ensuite […] Erbil.",
        "a indiqué l'agence Mehr. . |«C'est le début.»",
        "à l’. une source l’affirme… mais non. |Et puis… |Quoi ?! |Ah bon ? ! |Oui.",
    ] {
        check(marked);
    }
}

#[test]
fn sentences_that_a_page_glued_together_are_parted() {
    for marked in [
        "La nuit a été calme.|Le maire a remercié les bateliers.|«\u{A0}Tout va bien\u{A0}», a-t-il dit.|Rien.",
        "The weir held in 2019.|Anne Rivoire wants a new one.|It cost 12%.|She paid.",
        "La crue a fait des dégâts, dit l’ONU.|Les quais sont fermés (deux mois).|À Valmont, rien.",
        "« Partons. »|Le maire est resté.|\"Restons.\"|Anne Rivoire est partie.",
        "Tout est calme.|\"Nous restons là\", dit Anne Rivoire.|Pourquoi ?|Non !|Ah.",
        "Il l’a.|Ensuite, etc.|Puis rien…|Elle aussi.",
        "Il vit à Valmont.|Ça suffit.|De nombreux bateliers sont partis.|Net recul du fret.",
    ] {
        check(marked);
    }
}

#[test]
fn stops_within_names_glue_no_sentences() {
    for marked in [
        "Le site Valmont.Com et le fichier Rapport.Final.pdf sont là.",
        "Écrire à Anne.Rivoire@valmont.example ou à www.Quai.Fr/Plan.",
        "M.Rivoire, Mme.Tavel, J.Verdier et l’U.S.Army.",
        "1.Le plan 2.La suite est à venir.",
        "Kelmouth, 23 Apr.- The weir held.",
        "Ph.Martin et le module Quai.Js vont bien.",
    ] {
        check(marked);
    }
}

#[test]
fn lines_end_sentences_and_nothing_else_is_lost() {
    let text = "Un titre sans point\n\n  Un paragraphe.  \r\nUn autre\u{A0}";
    let found: Vec<&str> = sentences(text).into_iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["Un titre sans point", "Un paragraphe.", "Un autre"]);
    assert!(sentences(" \n\t\n").is_empty());
}

#[test]
fn long_runs_take_linear_time() {
    for piece in [".", ". ", "? « ", "M. ", "a.", " ", "…\u{A0}"] {
        let text = piece.repeat(100_000);
        assert!(sentences(&text).len() <= text.len());
    }
}

#[test]
fn parties_of_a_case_stay_together_and_names_in_capitals_begin_sentences() {
    let found = |text: &'static str| sentences(text).into_iter().map(|span| span.of(text)).collect::<Vec<_>>();
    assert_eq!(found("It cited Rivoire v. Tavel on Monday. It ruled."), ["It cited Rivoire v. Tavel on Monday.", "It ruled."]);
    assert_eq!(
        found("Selon des chiffres de l’AHP.T-shirts roses, ballons, cris."),
        ["Selon des chiffres de l’AHP.", "T-shirts roses, ballons, cris."]
    );
    assert_eq!(found("Nobody could help build it.US boatmen left."), ["Nobody could help build it.", "US boatmen left."]);
    assert_eq!(found("It was made in 1991.“VHT has left,” he said."), ["It was made in 1991.", "“VHT has left,” he said."]);
    assert_eq!(found("Le bac V.I.T-shirts est au quai."), ["Le bac V.I.T-shirts est au quai."]);
}

proptest! {
    #[test]
    fn terminators_are_found_by_lanes_as_by_characters(text in "[a-zé «’“]{0,70}[.!?…。！？؟۔€‒ـ中]?\\PC{0,9}") {
        prop_assert_eq!(next_terminator(&text), text.find(is_terminator));
    }

    #[test]
    fn a_sentence_is_the_same_in_any_part_that_tells_it(
        pieces in proptest::collection::vec("[a-zé]{1,9}|[A-Z][a-z]{0,6}|[0-9]{1,4}|\\.|\\.\\.\\.|[!?…]|«|»|\\(|\\)|\"|M\\.|said|\n|  ", 1..160),
        place in 0.0..1.0_f64,
        before in 0..400_usize,
        behind in 0..600_usize,
        spaced in proptest::bool::ANY,
    ) {
        // Without spaces in between the words of pairs are glued.
        let text = if spaced { pieces.join(" ") } else { pieces.chunks(3).map(<[String]>::concat).collect::<Vec<_>>().join(" ") };
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let offset = floor((text.len() as f64 * place) as usize);
        let whole = sentences(&text).into_iter().find(|sentence| offset < sentence.after());
        prop_assert_eq!(sentence_around(&text, offset, Clipped::default()), whole);
        let (from, until) = (floor(offset.saturating_sub(before)), floor(offset + behind));
        let cut = Clipped { head: from > 0, tail: until < text.len() };
        let part = text.get(from..until).unwrap();
        if let Some(found) = sentence_around(part, offset - from, cut) {
            prop_assert_eq!(Some(found.shift(from)), whole, "{:?}", part);
        }
    }
}
