//! Sentences of the press, most of them French, that leave accents out at their head, speak of these days, and tell of many weeks without a number.

use crate::hold;

#[test]
fn a_capital_without_its_accent() {
    hold(&[
        ("fr", "2020-11-06", "A 6 heures, les portes se sont ouvertes.", &["6 heures|TIME|2020-11-06T06:00"]),
        ("fr", "2020-11-06", "Le bal a commencé. A 21 heures, la salle était pleine.", &["21 heures|TIME|2020-11-06T21:00"]),
        ("fr", "2020-11-06", "A présent, le village attend la neige.", &["A présent|DATE|PRESENT_REF"]),
        ("fr", "2020-11-06", "À présent, le village attend la neige.", &["À présent|DATE|PRESENT_REF"]),
        ("fr", "2020-11-06", "La course a duré. Le meunier A 3 heures de retard.", &["3 heures|DURATION|PT3H"]),
    ]);
}

#[test]
fn these_days() {
    hold(&[
        ("fr", "2020-11-06", "Le moulin est aujourd'hui une auberge.", &["aujourd'hui|DATE|PRESENT_REF"]),
        ("fr", "2020-11-06", "La ferme compte aujourd'hui trente vaches.", &["aujourd'hui|DATE|PRESENT_REF"]),
        ("fr", "2020-11-06", "Les meuniers d'aujourd'hui ne portent plus rien.", &["aujourd'hui|DATE|PRESENT_REF"]),
        ("fr", "2020-11-06", "Le vieux pont sert encore aujourd'hui aux bergers.", &["aujourd'hui|DATE|PRESENT_REF"]),
        ("fr", "2020-11-06", "Jean Doe, aujourd'hui meunier, a vendu le four.", &["aujourd'hui|DATE|PRESENT_REF"]),
        ("fr", "2020-11-06", "C'était un hameau, aujourd'hui le plus peuplé du canton.", &["aujourd'hui|DATE|PRESENT_REF"]),
        ("fr", "2020-11-06", "Le boulanger a fermé aujourd'hui.", &["aujourd'hui|DATE|2020-11-06"]),
        ("fr", "2020-11-06", "La réunion d'aujourd'hui dira le reste.", &["aujourd'hui|DATE|2020-11-06"]),
        ("fr", "2020-11-06", "Le préfet est aujourd'hui attendu au marché.", &["aujourd'hui|DATE|2020-11-06"]),
    ]);
}

#[test]
fn ages_of_animals() {
    hold(&[
        ("fr", "2020-11-06", "Une jument de 9 ans a gagné.", &[]),
        ("fr", "2020-11-06", "Un prêt de 9 ans a suivi.", &["9 ans|DURATION|P9Y"]),
    ]);
}

#[test]
fn a_participle_and_its_adverb_look_back() {
    hold(&[
        ("fr", "2020-11-16", "Signé discrètement dimanche, le bail sera publié.", &["dimanche|DATE|2020-11-15"]),
        ("fr", "2020-11-16", "Le bail, signé discrètement dimanche, sera publié.", &["dimanche|DATE|2020-11-15"]),
    ]);
}

#[test]
fn a_day_of_a_tournament_is_not_yesterday() {
    hold(&[("fr", "2016-03-18", "Le club joue la dernière journée du tournoi.", &[])]);
}

#[test]
fn many_without_a_number() {
    hold(&[
        ("fr", "2020-11-06", "Le puits restera sec pendant de longues semaines.", &["de longues semaines|DURATION|PXW"]),
        ("fr", "2020-11-06", "Ils se parlent depuis de nombreuses années.", &["de nombreuses années|DURATION|PXY"]),
        ("fr", "2020-11-06", "Après de longs mois, la digue a cédé.", &["de longs mois|DURATION|PXM"]),
    ]);
}

#[test]
fn all_of_the_year_and_its_parts() {
    hold(&[
        ("fr", "2020-11-19", "La laiterie perdra un tiers de ses ventes sur l'ensemble de l'année.", &["l'année|DATE|2020"]),
        ("fr", "2020-11-19", "Le gel a touché le reste de l'année.", &["l'année|DATE|2020"]),
        (
            "fr",
            "2020-10-13",
            "La baisse des prévisions pour 2020 s'explique par un recul plus fort qu'attendu au deuxième trimestre.",
            &["2020|DATE|2020", "deuxième trimestre|DATE|2020-Q2"],
        ),
    ]);
}

#[test]
fn every_single_day() {
    hold(&[
        ("en", "2016-09-19", "The miller walks to the well every single day.", &["every single day|SET|P1D"]),
        ("en", "2016-09-19", "In a 2014 series on mills, he told of the flood.", &["2014|DATE|2014"]),
    ]);
}

#[test]
fn several_decades() {
    hold(&[
        (
            "fr",
            "2020-06-17",
            "Les moulins des années 1960, 1970 et 1980 ont fermé.",
            &["années 1960|DATE|196", "1970|DATE|197", "1980|DATE|198"],
        ),
        ("fr", "2020-06-17", "Dans les années 80 et 90, il vendait du grain.", &["les années 80|DATE|198", "90|DATE|199"]),
        ("fr", "2020-06-17", "Le pont des années 1980 fut fermé, et 1990 fut pire.", &["années 1980|DATE|198", "1990|DATE|1990"]),
    ]);
}
