//! What goes of a sentence takes with it what hangs on it, nothing waits at an end, and a label for a date tells of that date.

use crate::analysis::labels::{compressed, compressed_at};
use crate::model::article::Lang;

fn at(sentence: &str, date: &str, lang: Lang) -> String {
    let start = sentence.find(date).expect("the sentence holds its date");
    compressed_at(sentence, &(start..start + date.len()), lang)
}

fn assert_dated(lang: Lang, pairs: &[(&str, &str, &str)]) {
    for (sentence, date, expected) in pairs {
        assert_eq!(at(sentence, date, lang), *expected, "{sentence}");
    }
}

#[test]
fn of_two_days_each_stays_with_what_was_so_then() {
    assert_dated(
        Lang::Fr,
        &[
            (
                "Anne Rivoire a assuré dimanche avoir entendu la colère exprimée samedi par les bateliers.",
                "samedi",
                "Anne Rivoire a assuré dimanche avoir entendu la colère exprimée samedi",
            ),
            (
                "Le 22 mars, Paul Verdier avait été arrêté lors du marché de samedi au Gué.",
                "samedi",
                "Le 22 mars, Paul Verdier avait été arrêté lors du marché de samedi au Gué",
            ),
        ],
    );
    let told = "The town paper reported Wednesday that Anne Rivoire, who spoke at the mill Tuesday, was to resign.";
    assert_dated(Lang::En, &[(told, "Wednesday", "The town paper reported Wednesday that Anne Rivoire was to resign")]);
}

#[test]
fn what_the_words_of_a_date_hang_on_stays() {
    assert_dated(
        Lang::Fr,
        &[
            (
                "Un batelier a été mis en examen après avoir reconnu une quarantaine de vols, en majorité au Gué, depuis les années 1990.",
                "depuis les années 1990",
                "Un batelier a été mis en examen après avoir reconnu une quarantaine de vols, en majorité au Gué, depuis les années 1990",
            ),
            (
                "Depuis le début de la crue, le 17 novembre 2018, 5.600 bateliers ont été relogés au Gué.",
                "le 17 novembre 2018",
                "Depuis le début de la crue, le 17 novembre 2018, 5.600 bateliers ont été relogés au Gué",
            ),
            (
                "Sept meuniers, dont trois voisins du barrage, ouvrage inauguré le 13 mai 2015, ont été entendus au Gué.",
                "le 13 mai 2015",
                "Sept meuniers, dont trois voisins du barrage, ouvrage inauguré le 13 mai 2015, ont été entendus au Gué",
            ),
        ],
    );
    assert_dated(
        Lang::En,
        &[(
            "Remember 1972, they say, when the miller from Orrick, John Tavel, lost in a flood.",
            "1972",
            "Remember 1972, they say, when the miller from Orrick, John Tavel, lost in a flood",
        )],
    );
}

#[test]
fn no_verb_stands_without_its_subject_and_no_apposition_without_its_name() {
    assert_dated(
        Lang::Fr,
        &[(
            "Le 19 mai dernier, le conseiller Paul Verdier, patron du port, avait rencontré son voisin du Gué.",
            "Le 19 mai dernier",
            "Le 19 mai dernier, le conseiller Paul Verdier, patron du port, avait rencontré son voisin du Gué",
        )],
    );
    assert_dated(
        Lang::En,
        &[(
            "The want of grain in the valley became evident this week, after Tavel, a miller, announced Monday that she had sold her boats.",
            "Monday",
            "The want of grain in the valley became evident this week, after Tavel, a miller, announced Monday that she had sold her boats",
        )],
    );
}

#[test]
fn no_label_ends_before_what_its_last_words_wait_for() {
    assert_dated(
        Lang::Fr,
        &[
            (
                "Le quai est rentré samedi dans sa neuvième semaine de travaux au Gué.",
                "samedi",
                "Le quai est rentré dans sa neuvième semaine de travaux au Gué",
            ),
            (
                "Une délégation a été créée, annonce un communiqué publié lundi.",
                "lundi",
                "Une délégation a été créée, annonce un communiqué publié lundi",
            ),
            (
                "Le meunier avait fini par admettre, devant la juge le 1er juillet 2015, que le bac avait coulé.",
                "le 1er juillet 2015",
                "Le meunier avait fini par admettre, devant la juge le 1er juillet 2015, que le bac avait coulé",
            ),
            (
                "Les premiers bateliers du nouveau port ont reçu avant-hier jeudi, les clés de leur hangar.",
                "avant-hier",
                "Les premiers bateliers du nouveau port ont reçu avant-hier jeudi, les clés de leur hangar",
            ),
        ],
    );
}

#[test]
fn what_is_set_off_and_what_is_counted_stays_whole() {
    assert_dated(
        Lang::Fr,
        &[
            (
                "C’est mercredi que l’on a appris la fermeture du quai, au Gué.",
                "mercredi",
                "C’est mercredi que l’on a appris la fermeture du quai, au Gué",
            ),
            (
                "Certains ont appelé à un nouveau samedi de marchés, en 2019, au Gué.",
                "en 2019",
                "Certains ont appelé à un nouveau samedi de marchés au Gué",
            ),
            (
                "Depuis 2011, 6.016 crues, 1.430 naufrages et 143 incendies ont été comptés.",
                "2011",
                "Depuis 2011, 6.016 crues, 1.430 naufrages et 143 incendies ont été comptés",
            ),
        ],
    );
    assert_dated(
        Lang::En,
        &[
            (
                "The port said reported floods rose to 54 last year from 31 in 2017.",
                "2017",
                "The port said reported floods rose to 54 last year from 31 in 2017",
            ),
            (
                "Some of the boats will be back as soon as Monday, according to the warden.",
                "Monday",
                "Some of the boats will be back as soon as Monday, according to the warden",
            ),
        ],
    );
    let alike = "So, too, is the weir of Orrick closed, the warden said";
    assert_eq!(compressed(&format!("{alike}."), Lang::En), alike);
}
