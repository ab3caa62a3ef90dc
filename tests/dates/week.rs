//! Weekdays of the week around publication, in both languages: lists, plans, what a weekday is; and months of a year told before.

use crate::hold;

#[test]
fn weekdays_in_a_list_follow_each_other() {
    hold(&[
        (
            "fr",
            "2020-05-14",
            "En raison de la foire de Valmont samedi et dimanche, le quai est fermé.",
            &["samedi|DATE|2020-05-09", "dimanche|DATE|2020-05-10"],
        ),
        (
            "fr",
            "2020-05-12",
            "Les épreuves devaient avoir lieu jeudi et vendredi à Valmont.",
            &["jeudi|DATE|2020-05-14", "vendredi|DATE|2020-05-15"],
        ),
        (
            "fr",
            "2020-05-16",
            "Les journées de vendredi, samedi et dimanche pourraient être longues.",
            &["vendredi|DATE|2020-05-22", "samedi|DATE|2020-05-16", "dimanche|DATE|2020-05-17"],
        ),
    ]);
}

#[test]
fn what_is_for_a_weekday_is_to_come() {
    hold(&[
        ("en", "2021-03-12", "The leader announced a full vote for Tuesday.", &["Tuesday|DATE|2021-03-16"]),
        ("en", "2021-03-12", "The speaker extended an invitation to the mayor for Monday.", &["Monday|DATE|2021-03-15"]),
        ("en", "2021-03-12", "The mayor blamed the boatmen for Monday's riot.", &["Monday|DATE|2021-03-08"]),
    ]);
}

#[test]
fn a_weekday_of_which_it_is_said_what_it_is_lies_ahead() {
    hold(&[
        ("en", "2021-03-12", "Nobody forgets. Sunday marks the second year since the flood.", &["Sunday|DATE|2021-03-14"]),
        ("fr", "2021-03-12", "Dans le sud, samedi est classé orange.", &["samedi|DATE|2021-03-13"]),
        (
            "fr",
            "2021-03-15",
            "Le maire se tait. Dimanche, sur la radio, la tête de liste des bateliers pour les élections de la vallée, Anne Rivoire, \
             meunière au bord de la Sarelle, a pour sa part appelé \"chacun à choisir\".",
            &["Dimanche|DATE|2021-03-14"],
        ),
    ]);
}

#[test]
fn a_month_of_that_year_is_of_the_year_told_before() {
    hold(&[
        (
            "en",
            "2021-03-12",
            "The rules took effect on May 1, 2017, but the county put them off in June of that year.",
            &["May 1, 2017|DATE|2017-05-01", "June|DATE|2017-06", "that year|DATE|2017"],
        ),
        (
            "fr",
            "2021-03-12",
            "En 2017, le pont ferme. Il rouvre en juin de la même année.",
            &["2017|DATE|2017", "juin|DATE|2017-06", "la même année|DATE|2017"],
        ),
    ]);
}

#[test]
fn a_century_later_that_nobody_looks_ahead_to_is_not_counted() {
    hold(&[(
        "fr",
        "2021-03-12",
        "Le bac date de 1936. Près d'un siècle plus tard, la ville le fait revivre.",
        &["1936|DATE|1936", "Près d'un siècle plus tard|DATE|XXXX"],
    )]);
}
