//! Numbers that count, names that end in a year or a day, and times counted from what was not told, in French and English.

use crate::hold;

#[test]
fn four_digits_that_count_are_no_years() {
    hold(&[
        ("fr", "2020-03-04", "Il y avait moins de 40 000 bateliers, dont 2000 seulement à Valmont.", &[]),
        ("fr", "2020-03-04", "Quelque 1950 meuniers sont venus.", &[]),
        ("fr", "2020-03-04", "Environ 1950 meuniers, dont 1900 à Valmont, ont défilé.", &[]),
        ("fr", "2020-03-04", "Ils étaient 2000 à Valmont.", &[]),
        ("fr", "2020-03-04", "On en compte 1950, soit 2000 de moins.", &["1950|DATE|1950"]),
        ("fr", "2020-03-04", "Plus de 1600 ont été blessés.", &[]),
        ("fr", "2020-03-04", "Près de 2000 à Valmont, selon la mairie.", &[]),
        ("fr", "2020-03-04", "Ils étaient entre 1500 et 2000 à Valmont.", &[]),
        ("fr", "2020-03-04", "Le port a reçu 1985 bateaux, contre 1985 auparavant.", &["auparavant|DATE|PAST_REF"]),
        ("en", "2020-03-04", "Some 2000 in the valley lost their homes.", &[]),
        ("en", "2020-03-04", "More than 2000 were hurt.", &[]),
        // Years still.
        (
            "fr",
            "2020-03-04",
            "Deux années ont été bonnes, dont 2018 dans la vallée.",
            &["Deux années|DURATION|P2Y", "2018|DATE|2018"],
        ),
        ("fr", "2020-03-04", "En 2000 seulement, dix ponts ont cédé.", &["2000|DATE|2000"]),
        ("fr", "2020-03-04", "La période entre 2015 et 2018 fut sèche.", &["2015|DATE|2015", "2018|DATE|2018"]),
        ("en", "2020-03-04", "The floods of 2016 were worse than 2012.", &["2016|DATE|2016", "2012|DATE|2012"]),
    ]);
}

#[test]
fn a_paper_called_by_a_day_is_no_day() {
    hold(&[
        ("en", "2020-03-04", "The mayor told Kelmouth Today that the weir holds.", &[]),
        ("en", "2020-03-04", "Today the weir holds.", &["Today|DATE|2020-03-04"]),
        ("en", "2020-03-04", "The weir in Kelmouth holds today.", &["today|DATE|2020-03-04"]),
    ]);
}

#[test]
fn what_is_put_off_lies_ahead_and_what_came_later_not_beyond_all_sight() {
    hold(&[
        ("fr", "2019-03-13", "Le procès a été renvoyé au 4 juin.", &["4 juin|DATE|2019-06-04"]),
        ("fr", "2019-03-13", "L’audience a été décalée au 20 mai.", &["20 mai|DATE|2019-05-20"]),
        (
            "en",
            "2020-03-04",
            "She was born on Feb. 3, 2020. Thirty-six years later, he lost the mill.",
            &["Feb. 3, 2020|DATE|2020-02-03", "Thirty-six years later|DATE|XXXX"],
        ),
        (
            "fr",
            "2018-05-04",
            "Le maire a parlé le 3 mai. Cinquante ans après, la crue reste dans les esprits.",
            &["le 3 mai|DATE|2018-05-03", "Cinquante ans après|DATE|XXXX"],
        ),
    ]);
}

#[test]
fn a_day_of_history_is_told_by_who_came_through_it() {
    hold(&[
        ("en", "2018-08-04", "Families of Sept. 11 victims met the mayor.", &["Sept. 11|DATE|2001-09-11"]),
        ("en", "2018-08-04", "The Sept. 11 survivors met the mayor.", &["Sept. 11|DATE|2001-09-11"]),
    ]);
}

#[test]
fn what_struck_on_a_weekday_has_been() {
    hold(&[
        ("en", "2018-12-15", "Four people have died following Tuesday's attack.", &["Tuesday|DATE|2018-12-11"]),
        ("en", "2018-12-15", "Police are investigating Monday's explosion.", &["Monday|DATE|2018-12-10"]),
        (
            "fr",
            "2016-11-09",
            "La loi sur les quais, adoptée en juillet, entrera en vigueur en janvier.",
            &["juillet|DATE|2016-07", "janvier|DATE|2017-01"],
        ),
    ]);
}
