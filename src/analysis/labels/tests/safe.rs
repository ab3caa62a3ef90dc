//! Labels: what only adds, so that the sentence still says what is left; and what does not, though it looks alike.

use super::super::compressed;
use crate::model::article::Lang;

/// Compresses each sentence and compares.
fn labels(lang: Lang, told: &[(&str, &str)]) {
    for (sentence, expected) in told {
        assert_eq!(compressed(sentence, lang), *expected, "{sentence}");
    }
}

#[test]
fn purposes_reasons_and_circumstances_are_deleted_where_nothing_asks_for_them() {
    labels(
        Lang::En,
        &[
            (
                "The county has opened a new office by the weir to help millers find a loan for the winter.",
                "The county has opened a new office by the weir",
            ),
            (
                "The county must pay a tenth of the price to help millers find a loan for the winter.",
                "The county must pay a tenth of the price to help millers find a loan",
            ),
            (
                "The barley price slipped against the price of rye at the end of a quiet day of trading in Kelmouth.",
                "The barley price slipped against the price of rye",
            ),
            (
                "A barn fire was reported in the upper part of the Orrick valley near the old ferry landing.",
                "A barn fire was reported",
            ),
        ],
    );
    labels(
        Lang::Fr,
        &[(
            "La mairie de Valmont a ouvert un guichet sur le quai des Tanneurs pour aider les bateliers après la crue de mai.",
            "La mairie de Valmont a ouvert un guichet",
        )],
    );
}

#[test]
fn what_a_new_subject_or_a_name_is_like_is_deleted_and_what_says_which_is_not() {
    labels(
        Lang::En,
        &[
            (
                "Orrick Mills, a Kelmouth firm that grinds barley and rye for the bakers of two counties, said it would hire forty men.",
                "Orrick Mills said it would hire forty men",
            ),
            (
                "Anne Rivoire, a miller and two boatmen were named by the council of the town on the first day.",
                "Anne Rivoire, a miller and two boatmen were named by the council of the town",
            ),
            (
                "A boatman who was pulled from the river near the old weir on a cold night has died in the hospital at Orrick.",
                "A boatman has died in the hospital at Orrick",
            ),
            (
                "The boatman who was pulled from the river near the old weir on a cold night has died in the hospital at Orrick.",
                "The boatman who was pulled from the river near the old weir on a cold night has died in the hospital",
            ),
            (
                "A boatman who works at night is more likely to drown in the river than one who works by day.",
                "A boatman who works at night is more likely to drown in the river than one who works by day",
            ),
        ],
    );
    labels(
        Lang::Fr,
        &[
            (
                "Un batelier soupçonné d’avoir volé trois barques au quai des Tanneurs de Valmont a été arrêté par les gendarmes.",
                "Un batelier a été arrêté par les gendarmes",
            ),
            (
                "Sept bateliers au moins ont été blessés dans la crue qui a frappé le quai des Tanneurs dans la nuit.",
                "Sept bateliers au moins ont été blessés",
            ),
            (
                "Le prince de Valmont et sa femme, la chanteuse Anne Rivoire se sont offert un moulin pour la fin de l’année.",
                "Le prince de Valmont et sa femme, la chanteuse Anne Rivoire se sont offert un moulin",
            ),
        ],
    );
}

#[test]
fn questions_concessions_limits_and_comparisons_stay_whole() {
    labels(
        Lang::En,
        &[
            (
                "The clash raised doubts about whether the council will pay the millers before it leaves for the summer.",
                "The clash raised doubts about whether the council will pay the millers before it leaves for the summer",
            ),
            (
                "The warden told the boatmen of Kelmouth that even if the weir fell in a flood, the quay would not be closed.",
                "The warden told the boatmen of Kelmouth that even if the weir fell in a flood, the quay would not be closed",
            ),
            (
                "Anne Rivoire will sell the mill, as long as the town gives her the old ferry in return for it.",
                "Anne Rivoire will sell the mill, as long as the town gives her the old ferry in return for it",
            ),
            (
                "The town opened a mill, and the county said it would pay for it, not the millers of Orrick or the boatmen.",
                "The town opened a mill, and the county said it would pay for it, not the millers of Orrick or the boatmen",
            ),
            (
                "The warden named attacks from both liberal papers in Kelmouth and the old guilds of the upper valley as a cause.",
                "The warden named attacks from both liberal papers in Kelmouth and the old guilds of the upper valley as a cause",
            ),
        ],
    );
    labels(
        Lang::Fr,
        &[
            (
                "La frégate devait participer à la fête du quai, mais a été retenue au port par la crue.",
                "La frégate devait participer à la fête du quai, mais a été retenue au port par la crue",
            ),
            (
                "Si l’étude a été faite en Norlande, elle vaut aussi pour les bateliers de la Sarelle et du quai.",
                "Si l’étude a été faite en Norlande, elle vaut aussi pour les bateliers de la Sarelle et du quai",
            ),
            (
                "Les bateliers demandent le relèvement de l’âge de la retraite des meuniers de 56 ans à 63 ans d’ici à dix ans.",
                "Les bateliers demandent le relèvement de l’âge de la retraite des meuniers de 56 ans à 63 ans d’ici à dix ans",
            ),
            (
                "Cette crue est la plus grave qui ait frappé la vallée depuis celle de mai, qui avait emporté le pont.",
                "Cette crue est la plus grave qui ait frappé la vallée depuis celle de mai",
            ),
        ],
    );
}

#[test]
fn nothing_ends_before_what_completes_it_behind_an_insertion() {
    labels(
        Lang::En,
        &[
            (
                "The council forced the warden, who was heard for two hours about the flood, to admit that no boat was sent.",
                "The council forced the warden to admit that no boat was sent",
            ),
            (
                "Anne Rivoire shared on her page, a new one, that she is ill and will not stand for the council again this year.",
                "Anne Rivoire shared on her page that she is ill and will not stand for the council again this year",
            ),
            (
                "The town plans to spend as much as nine crowns on boats, the head of finance said, as the county buys the mills of the valley.",
                "The town plans to spend as much as nine crowns on boats, the head of finance said",
            ),
        ],
    );
    labels(
        Lang::Fr,
        &[
            (
                "Le prix du sac est supérieur d’environ 15 % à la moyenne de la vallée depuis la crue du printemps dernier.",
                "Le prix du sac est supérieur d’environ 15 % à la moyenne de la vallée depuis la crue du printemps dernier",
            ),
            (
                "Cette prime s’ajoute à celle, annoncée en mai, du conseil de la Sarelle pour les bateliers du quai.",
                "Cette prime s’ajoute à celle, annoncée en mai, du conseil de la Sarelle",
            ),
            (
                "Le quai a rouvert mais les bateliers de Valmont et les meuniers de la Sarelle ont perdu leurs clients du printemps.",
                "Le quai a rouvert mais les bateliers de Valmont et les meuniers de la Sarelle ont perdu leurs clients du printemps",
            ),
            (
                "Le maire reconnaît que l’absence de celui qui fut son adjoint pendant dix ans pèse sur la ville.",
                "Le maire reconnaît que l’absence de celui qui fut son adjoint pendant dix ans pèse sur la ville",
            ),
            (
                "La voiture a glissé et, à partir de là, nous étions perdus, a confié le batelier Robert Tavel.",
                "La voiture a glissé, a confié le batelier Robert Tavel",
            ),
            (
                "Pour autant, les bateliers alertent : une telle crue ne serait pas forcément un cas isolé.",
                "Pour autant, les bateliers alertent : une telle crue ne serait pas forcément un cas isolé",
            ),
            (
                "La crue a fait six morts en Sarelle, précisent Le Quai et La Rive dans leurs pages du matin.",
                "La crue a fait six morts, précisent Le Quai et La Rive",
            ),
        ],
    );
}
