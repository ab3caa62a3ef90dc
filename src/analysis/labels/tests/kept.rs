//! What a label may not lose: members of a list, what completes a word, conditions, scope, and who says or sees it so.

use crate::analysis::labels::compressed;
use crate::model::article::Lang;

fn assert_labels(cases: &[(&str, &str)], lang: Lang) {
    for (sentence, expected) in cases {
        assert_eq!(compressed(sentence, lang), *expected, "{sentence}");
    }
}

#[test]
fn no_member_of_a_list_is_left_alone() {
    assert_labels(
        &[
            (
                "Amon Fret devra s'en tenir aux sacs, grains, cordes et voiles, indique la cour de Merrow.",
                "Amon Fret devra s'en tenir aux sacs, grains, cordes et voiles, indique la cour de Merrow",
            ),
            (
                "La mairie a annoncé la libération, sans caution, des deux bateliers arrêtés sur le quai.",
                "La mairie a annoncé la libération, sans caution, des deux bateliers arrêtés sur le quai",
            ),
            (
                "Les bateliers ont bien demandé un permis à la mairie mais ont vendu le bac le soir même.",
                "Les bateliers ont bien demandé un permis à la mairie mais ont vendu le bac le soir même",
            ),
        ],
        Lang::Fr,
    );
    assert_labels(
        &[
            (
                "The plan must be approved by the council, millers and boatmen, and present and former wardens.",
                "The plan must be approved by the council, millers and boatmen, and present and former wardens",
            ),
            (
                "The town has sent six boats, four carts, ten old horses and two barges.",
                "The town has sent six boats, four carts, ten old horses and two barges",
            ),
            (
                "Mills lost 20 sacks in May and 30 in June, or a tenth and a sixth of the crop, respectively.",
                "Mills lost 20 sacks in May and 30 in June, or a tenth and a sixth of the crop, respectively",
            ),
            ("Kelly Tavel, warden of the old quay at Merrow, saw the flood.", "Kelly Tavel saw the flood"),
        ],
        Lang::En,
    );
}

#[test]
fn what_completes_a_word_stays_with_it() {
    assert_labels(
        &[
            (
                "Une armée de bateliers procède actuellement à la pose d'une digue en granit le long du quai.",
                "Une armée de bateliers procède actuellement à la pose d'une digue en granit le long du quai",
            ),
            (
                "Une coupure de courant a plongé la ville dans le noir pendant une bonne partie de la soirée.",
                "Une coupure de courant a plongé la ville dans le noir",
            ),
            (
                "Cet impôt concerne les foyers dont le moulin vaut plus de trois cents sacs de grain par an.",
                "Cet impôt concerne les foyers dont le moulin vaut plus de trois cents sacs de grain par an",
            ),
            (
                "Le conseil de Merrow a adopté cette semaine à l'unanimité une ordonnance sur les moulins.",
                "Le conseil de Merrow a adopté cette semaine à l'unanimité une ordonnance",
            ),
        ],
        Lang::Fr,
    );
    assert_labels(
        &[
            (
                "The May fall in barley was the largest since the flood of the old quay in 1990.",
                "The May fall in barley was the largest since the flood of the old quay in 1990",
            ),
            (
                "It is one thing to say the weir is old but quite another to close it.",
                "It is one thing to say the weir is old but quite another to close it",
            ),
            (
                "The league filed its claim in May and has not, as yet, filed a plan for the mills.",
                "The league filed its claim in May and has not filed a plan for the mills",
            ),
        ],
        Lang::En,
    );
}

#[test]
fn conditions_and_scope_stay() {
    assert_labels(
        &[
            (
                "Dans certains bourgs du nord, aucun bac ne circule plus depuis la crue.",
                "Dans certains bourgs du nord, aucun bac ne circule plus depuis la crue",
            ),
            (
                "Dans le cas où la digue céderait, la ville serait coupée en deux pendant des semaines.",
                "Dans le cas où la digue céderait, la ville serait coupée en deux pendant des semaines",
            ),
            (
                "Je suis sûr que si je coupais le bac, elle resterait chez elle.",
                "Je suis sûr que si je coupais le bac, elle resterait chez elle",
            ),
            (
                "Anne Rivoire assure que si son frère, seul meunier du bourg, « ne part pas », elle quittera la ville.",
                "Anne Rivoire assure que si son frère, seul meunier du bourg, « ne part pas », elle quittera la ville",
            ),
        ],
        Lang::Fr,
    );
    assert_labels(
        &[
            (
                "The council and the mayor misled the town, to a certain extent.",
                "The council and the mayor misled the town, to a certain extent",
            ),
            (
                "The town had one boat due at the quay, but it had to be cancelled because of the flood.",
                "The town had one boat due at the quay, but it had to be cancelled because of the flood",
            ),
        ],
        Lang::En,
    );
}

#[test]
fn who_says_or_sees_it_so_stays() {
    assert_labels(
        &[(
            "Pour ses voisins, le moulin ne tiendrait pas sans la digue neuve.",
            "Pour ses voisins, le moulin ne tiendrait pas sans la digue neuve",
        )],
        Lang::Fr,
    );
    assert_labels(
        &[
            (
                "The miller's lawyers contend that through a clause of the lease, Anne Rivoire may buy the whole quay.",
                "The miller's lawyers contend that through a clause of the lease, Anne Rivoire may buy the whole quay",
            ),
            ("For John Tavel of the boat league, it is a heavy loss.", "For John Tavel of the boat league, it is a heavy loss"),
            (
                "Merrow Mills hopes to join the plan, John Tavel, its warden, said.",
                "Merrow Mills hopes to join the plan, John Tavel, its warden, said",
            ),
        ],
        Lang::En,
    );
}

#[test]
fn what_is_to_come_and_what_is_set_against_another_stay() {
    assert_labels(
        &[
            (
                "Elle a précisé qu'elle rentrera à Merrow quand la digue neuve sera finie.",
                "Elle a précisé qu'elle rentrera à Merrow quand la digue neuve sera finie",
            ),
            ("Le maire a été souvent applaudi, mais critiqué.", "Le maire a été souvent applaudi, mais critiqué"),
            (
                "Au-dessus de dix pas, la crue passe la digue et les moulins ferment.",
                "Au-dessus de dix pas, la crue passe la digue",
            ),
            (
                "Anne Rivoire (AHS - Merrow), meunière, estime que la digue neuve est trop basse.",
                "Anne Rivoire estime que la digue neuve est trop basse",
            ),
            (
                "La cour de Merrow demande aux bateliers du quai, à l'est du bourg, de ne pas boire l'eau du bac.",
                "La cour de Merrow demande aux bateliers du quai de ne pas boire l'eau du bac",
            ),
        ],
        Lang::Fr,
    );
    assert_labels(
        &[
            ("Reilly, warden of the old quay, praised the plan of the mills.", "Reilly praised the plan of the mills"),
            (
                "Boatmen say the weirs, which the town closed in May, hurt the trade of the valley.",
                "Boatmen say the weirs, which the town closed in May, hurt the trade of the valley",
            ),
            (
                "Anne Rivoire will comment on the flood when the report of the warden is out.",
                "Anne Rivoire will comment on the flood when the report of the warden is out",
            ),
            (
                "The bridge is a way for them to reach the mills on the other bank of the river.",
                "The bridge is a way for them to reach the mills on the other bank of the river",
            ),
        ],
        Lang::En,
    );
}
