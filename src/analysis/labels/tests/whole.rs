//! What a label needs to be a whole sentence that says what its sentence says: a main verb, its object, who speaks, and what limits it.

use crate::analysis::labels::compressed;
use crate::model::article::Lang;

/// Asserts what is left of each sentence.
fn assert_labels(lang: Lang, labels: &[(&str, &str)]) {
    for (sentence, expected) in labels {
        assert_eq!(compressed(sentence, lang), *expected, "{sentence}");
    }
}

#[test]
fn an_object_behind_an_insertion_stays_with_its_verb() {
    assert_labels(
        Lang::Fr,
        &[
            (
                "La mairie a mis, ce mardi, son veto au projet de pont de la vallée.",
                "La mairie a mis son veto au projet de pont de la vallée",
            ),
            (
                "Le syndicat avait notamment revendiqué, au nom des meuniers, la fermeture des trois écluses.",
                "Le syndicat avait notamment revendiqué la fermeture des trois écluses",
            ),
            ("Les bateliers ont, à nouveau, fermé le quai des Tanneurs.", "Les bateliers ont fermé le quai des Tanneurs"),
            (
                "La maire a confirmé, dans un communiqué, le report d’un an des travaux du pont.",
                "La maire a confirmé le report d’un an des travaux du pont",
            ),
            (
                "La ville a décidé de ne permettre en mai, de jour comme de nuit, que les travaux urgents.",
                "La ville a décidé de ne permettre en mai que les travaux urgents",
            ),
            ("Le moulin est perçu, par ceux de la vallée, comme un fort.", "Le moulin est perçu comme un fort"),
        ],
    );
    assert_labels(
        Lang::En,
        &[
            (
                "The county has consistently deplored, in the strongest terms, the closing of the weir.",
                "The county has consistently deplored the closing of the weir",
            ),
            (
                "The county named Anne Rivoire, a judge, as warden of the locks.",
                "The county named Anne Rivoire as warden of the locks",
            ),
        ],
    );
}

#[test]
fn a_label_has_a_main_verb() {
    assert_labels(
        Lang::Fr,
        &[
            (
                "Il y a un an et demi, une crue avait emporté le pont de la Sarelle.",
                "Une crue avait emporté le pont de la Sarelle",
            ),
            (
                "Puisque c’est la ville qui a commandé le pont, le chantier pourrait durer deux ans.",
                "Le chantier pourrait durer deux ans",
            ),
            ("De son côté, Paul Verdier, que la crue a ruiné, veut vendre le moulin.", "Paul Verdier veut vendre le moulin"),
        ],
    );
    let time = "The last time Anne Rivoire ran for office, she won the valley by ten votes";
    assert_labels(
        Lang::En,
        &[
            (time, time),
            (
                "The valley league, embroiled in a strike, canceled two games of the season.",
                "The valley league canceled two games of the season",
            ),
            ("The repair had been a long, costly affair for the town.", "The repair had been a long, costly affair for the town"),
            (
                "The county will from next spring mint and sell a silver coin, the warden said.",
                "The county will from next spring mint and sell a silver coin, the warden said",
            ),
        ],
    );
}

#[test]
fn who_speaks_stays_with_what_is_quoted() {
    assert_labels(
        Lang::Fr,
        &[
            ("« Le pont tient encore », ironise Anne Rivoire.", "« Le pont tient encore », ironise Anne Rivoire"),
            (
                "Et la compagnie d’assurer : il « n’y aura pas d’autre bac ».",
                "La compagnie d’assurer : il « n’y aura pas d’autre bac »",
            ),
            (
                "\"Trop tard\", \"dehors\" et une croix ont été peints sur la porte, a indiqué le gardien.",
                "\"Trop tard\", \"dehors\" et une croix ont été peints, a indiqué le gardien",
            ),
        ],
    );
    let asked = "Sources close to Finance Minister John Tavel said the weir would be sold";
    assert_labels(
        Lang::En,
        &[
            ("John Tavel: “It is impressive how the weir holds.”", "John Tavel: “It is impressive how the weir holds.”"),
            (
                "John Tavel answered the council by saying: “It is better than we hoped.”",
                "John Tavel answered the council by saying: “It is better than we hoped.”",
            ),
            (
                "“Nobody runs the mill any more,” miller John Tavel, aged 42, told me.",
                "“Nobody runs the mill any more,” miller John Tavel, aged 42, told me",
            ),
            (asked, asked),
            (
                "The mill has had a loss of a tenth since May, a clerk of the valley league, Ann Osric, told Merrow News.",
                "The mill has had a loss of a tenth, a clerk of the valley league, Ann Osric, told Merrow News",
            ),
        ],
    );
}

#[test]
fn what_says_which_how_much_or_of_whom_stays() {
    assert_labels(
        Lang::Fr,
        &[
            (
                "La régie estimait la fréquentation de la ligne à 15 % de la population de la vallée.",
                "La régie estimait la fréquentation de la ligne à 15 % de la population de la vallée",
            ),
            (
                "Un pêcheur de Valmont a trouvé dans la boîte aux lettres un permis de bâtir.",
                "Un pêcheur de Valmont a trouvé dans la boîte aux lettres un permis de bâtir",
            ),
            (
                "Le troisième samedi de marché de la saison a été annulé.",
                "Le troisième samedi de marché de la saison a été annulé",
            ),
            (
                "L’ancienne patronne d’Orrin Les Bateliers a témoigné devant le juge.",
                "L’ancienne patronne d’Orrin Les Bateliers a témoigné devant le juge",
            ),
        ],
    );
    assert_labels(
        Lang::En,
        &[
            (
                "General Weirs Corp said it will build a lock at Kelmouth.",
                "General Weirs Corp said it will build a lock at Kelmouth",
            ),
            (
                "A ferryman is among four people who were held after the flood of the lower valley.",
                "A ferryman is among four people who were held after the flood of the lower valley",
            ),
            (
                "The members are John Tavel, Anne Rivoire and the miller of Orrick.",
                "The members are John Tavel, Anne Rivoire and the miller of Orrick",
            ),
            (
                "The mill expects sales in the year ending January 31, 1988 to exceed two million crowns.",
                "The mill expects sales in the year ending January 31, 1988 to exceed two million crowns",
            ),
            ("The old ferry was sold to a company of the U.S.", "The old ferry was sold to a company of the U.S."),
        ],
    );
}
