//! Sentences in French whose dates are written plainly and easily misread: hours, quarters, quotations, numbers that are no years.

use crate::hold;

#[test]
fn french_plain_hours_and_months_in_short() {
    hold(&[
        (
            "fr",
            "2021-09-30",
            "Le concert aura lieu le 28 sept à 18h30.",
            &["le 28 sept|DATE|2021-09-28", "18h30|TIME|2021-09-28T18:30"],
        ),
        ("fr", "2021-09-30", "Fermeture du guichet le 4 oct à 12h.", &["le 4 oct|DATE|2021-10-04", "12h|TIME|2021-10-04T12:00"]),
        ("fr", "2021-09-30", "Le défilé du 14 juill. 2021 fut annulé.", &["14 juill. 2021|DATE|2021-07-14"]),
        ("fr", "2021-09-30", "Signé à Vesoul, le 12 sept 2020.", &["le 12 sept 2020|DATE|2020-09-12"]),
        ("fr", "2021-09-30", "La facture est datée du 3 févr. 2021.", &["3 févr. 2021|DATE|2021-02-03"]),
        ("fr", "2021-09-30", "Le chantier avait débuté le 9 avr. dernier.", &["le 9 avr. dernier|DATE|2021-04-09"]),
        ("fr", "2021-09-30", "La pompe tourne 24 heures sur 24.", &["24 heures sur 24|SET|P1D"]),
        ("fr", "2021-09-30", "Le serveur répond 24 h/24.", &["24 h/24|SET|P1D"]),
        (
            "fr",
            "2021-09-30",
            "Un poids lourd s'est renversé vers 16 h 20, hier, à Rupt.",
            &["vers 16 h 20|TIME|2021-09-29T16:20", "hier|DATE|2021-09-29"],
        ),
        (
            "fr",
            "2021-09-30",
            "La grange a brûlé hier, en début de soirée.",
            &["hier|DATE|2021-09-29", "début de soirée|TIME|2021-09-29TEV"],
        ),
    ]);
}

#[test]
fn french_plain_hours_and_months_in_short_too() {
    hold(&[
        (
            "fr",
            "2021-09-30",
            "Le juge entendra les parties jeudi à 14 h 30 GMT.",
            &["jeudi|DATE|2021-09-30", "14 h 30 GMT|TIME|2021-09-30T14:30"],
        ),
        (
            "fr",
            "2021-09-30",
            "L'avion a décollé mercredi à 06H15 GMT.",
            &["mercredi|DATE|2021-09-29", "06H15 GMT|TIME|2021-09-29T06:15"],
        ),
        ("fr", "2021-09-30", "La secousse a été ressentie à 3h47 du matin.", &["3h47 du matin|TIME|2021-09-30T03:47"]),
        (
            "fr",
            "2021-09-30",
            "Le choc s'est produit mardi peu avant 8 h.",
            &["mardi|DATE|2021-09-28", "8 h|TIME|2021-09-28T08:00"],
        ),
        (
            "fr",
            "2021-09-30",
            "Ils ont fui mardi aux alentours de 23 heures.",
            &["mardi|DATE|2021-09-28", "23 heures|TIME|2021-09-28T23:00"],
        ),
        ("fr", "2021-09-30", "L'alarme a retenti à deux heures du matin.", &["deux heures du matin|TIME|2021-09-30T02:00"]),
        (
            "fr",
            "2021-09-30",
            "Rendez-vous samedi à 9 heures devant la mairie.",
            &["samedi|DATE|2021-10-02", "9 heures|TIME|2021-10-02T09:00"],
        ),
    ]);
}

#[test]
fn french_plain_hours_and_months_in_short_as_well() {
    hold(&[
        (
            "fr",
            "2021-09-30",
            "Les pompiers sont intervenus hier, peu après 17 h.",
            &["hier|DATE|2021-09-29", "17 h|TIME|2021-09-29T17:00"],
        ),
        (
            "fr",
            "2021-09-30",
            "Le bureau ouvre de 9 h à 12 h et de 14 h à 17 h 30.",
            &[
                "9 h|TIME|2021-09-30T09:00",
                "12 h|TIME|2021-09-30T12:00",
                "14 h|TIME|2021-09-30T14:00",
                "17 h 30|TIME|2021-09-30T17:30",
            ],
        ),
        (
            "fr",
            "2021-09-30",
            "Le cambriolage a eu lieu dans la nuit de samedi à dimanche.",
            &["la nuit de samedi à dimanche|TIME|2021-09-25TNI"],
        ),
        (
            "fr",
            "2021-09-30",
            "Deux caves ont été forcées dans la nuit de mardi à mercredi derniers.",
            &["la nuit de mardi à mercredi derniers|TIME|2021-09-28TNI"],
        ),
        (
            "fr",
            "2021-09-30",
            "Dans la nuit du 3 au 4 septembre, la digue a cédé.",
            &["la nuit du 3 au 4 septembre|TIME|2021-09-03TNI"],
        ),
        ("fr", "2021-09-30", "Il a gelé dans la nuit de lundi.", &["la nuit de lundi|TIME|2021-09-27TNI"]),
        ("fr", "2021-09-30", "L'incendie s'est déclaré dans la nuit.", &["la nuit|TIME|2021-09-30TNI"]),
        ("fr", "2021-09-30", "Les invités sont arrivés hier au soir.", &["hier au soir|TIME|2021-09-29TEV"]),
    ]);
}

#[test]
fn french_plain_quarters_exercises_seasons() {
    hold(&[
        ("fr", "2021-09-30", "Au dernier trimestre 2020, les ventes ont chuté.", &["dernier trimestre 2020|DATE|2020-Q4"]),
        (
            "fr",
            "2021-09-30",
            "Au troisième trimestre de l'exercice 2018, la marge a doublé.",
            &["troisième trimestre de l'exercice 2018|DATE|2018-Q3"],
        ),
        ("fr", "2021-09-30", "Le bénéfice du deuxième trimestre a reculé.", &["deuxième trimestre|DATE|2021-Q2"]),
        ("fr", "2021-09-30", "Pendant l'hiver 1956, la Moselle avait gelé.", &["l'hiver 1956|DATE|1956-WI"]),
        ("fr", "2021-09-30", "Il pleut souvent en automne.", &["automne|SET|XXXX-FA"]),
        ("fr", "2021-09-30", "Elle a emménagé au printemps dernier.", &["printemps dernier|DATE|2021-SP"]),
        ("fr", "2021-09-30", "Les travaux débuteront au printemps prochain.", &["printemps prochain|DATE|2022-SP"]),
        ("fr", "2021-09-30", "Le barrage sera vidé l'été prochain.", &["l'été prochain|DATE|2022-SU"]),
        (
            "fr",
            "2021-09-30",
            "En été, le lac attire les baigneurs ; en hiver, il est désert.",
            &["été|SET|XXXX-SU", "hiver|SET|XXXX-WI"],
        ),
        ("fr", "2021-09-30", "Des élections à l'automne semblaient probables.", &["l'automne|DATE|2021-FA"]),
        (
            "fr",
            "2021-09-30",
            "La foire se tient entre le 10 juillet et le 20 août chaque année.",
            &["le 10 juillet|DATE|2021-07-10", "le 20 août|DATE|2021-08-20", "chaque année|SET|P1Y"],
        ),
        (
            "fr",
            "2021-09-30",
            "Le tir est interdit entre le 15 novembre et le 28 février chaque année.",
            &["le 15 novembre|DATE|2021-11-15", "le 28 février|DATE|2022-02-28", "chaque année|SET|P1Y"],
        ),
    ]);
}

#[test]
fn french_plain_capitals_and_quotations() {
    hold(&[
        ("fr", "2021-09-29", "LE QUARTIER DANSERA DIMANCHE", &["DIMANCHE|DATE|2021-10-03"]),
        ("fr", "2021-09-29", "LA GARE FERMERA LUNDI", &["LUNDI|DATE|2021-10-04"]),
        ("fr", "2021-09-29", "LE MAIRE A DÉMISSIONNÉ LUNDI", &["LUNDI|DATE|2021-09-27"]),
        (
            "fr",
            "2021-09-29",
            "« Nous partirons vendredi », avait déclaré dimanche le chef de bord.",
            &["vendredi|DATE|2021-10-01", "dimanche|DATE|2021-09-26"],
        ),
        (
            "fr",
            "2021-09-29",
            "« On a dormi dehors samedi », racontait hier une voisine.",
            &["samedi|DATE|2021-09-25", "hier|DATE|2021-09-28"],
        ),
        (
            "fr",
            "2021-09-29",
            "La préfète a annoncé mardi que le pont rouvrirait vendredi.",
            &["mardi|DATE|2021-09-28", "vendredi|DATE|2021-10-01"],
        ),
        (
            "fr",
            "2021-09-29",
            "Le syndicat a appelé lundi à une grève jeudi.",
            &["lundi|DATE|2021-09-27", "jeudi|DATE|2021-09-30"],
        ),
        ("fr", "2021-09-29", "Le conseil municipal de lundi a voté le budget.", &["lundi|DATE|2021-09-27"]),
    ]);
}

#[test]
fn french_plain_events_and_short_years() {
    hold(&[
        ("fr", "2021-09-29", "Depuis le 11-Septembre, les contrôles sont stricts.", &["le 11-Septembre|DATE|2001-09-11"]),
        ("fr", "2021-09-29", "Trois fuites en 97, deux en 98.", &["97|DATE|1997", "98|DATE|1998"]),
        ("fr", "2021-09-29", "Il était monté à Paris en octobre 96.", &["octobre 96|DATE|1996-10"]),
        ("fr", "2021-09-29", "Champion de France en 98 et en 2003.", &["98|DATE|1998", "2003|DATE|2003"]),
        ("fr", "2021-09-29", "Dans les années 70, l'usine employait mille ouvriers.", &["les années 70|DATE|197"]),
        ("fr", "2021-09-29", "Au début des années 2000, le quartier a changé.", &["début des années 2000|DATE|200"]),
        ("fr", "2021-09-29", "À la fin du XIXe siècle, on exploitait le fer.", &["la fin du XIXe siècle|DATE|18"]),
        ("fr", "2021-09-29", "Le bâtiment date de 1789.", &["1789|DATE|1789"]),
        ("fr", "2021-09-29", "De 1998 à 2004, il a présidé le club.", &["1998|DATE|1998", "2004|DATE|2004"]),
        (
            "fr",
            "2021-09-29",
            "Entre 1939 et 1945, le village perdit la moitié de ses hommes.",
            &["1939|DATE|1939", "1945|DATE|1945"],
        ),
        ("fr", "2021-09-29", "Les barricades de mai 68 sont loin.", &["mai 68|DATE|1968-05"]),
        ("fr", "2021-09-29", "La loi du 9 décembre 1905 s'applique.", &["9 décembre 1905|DATE|1905-12-09"]),
        ("fr", "2021-09-29", "L'accident du 12/03/98 a fait jurisprudence.", &["12/03/98|DATE|1998-03-12"]),
    ]);
}

#[test]
fn french_plain_not_dates() {
    hold(&[
        ("fr", "2021-09-29", "Un conducteur de tramway de 41 ans a été blessé.", &[]),
        ("fr", "2021-09-29", "Les 3-5 ans iront à la piscine.", &[]),
        ("fr", "2021-09-29", "Les moins de 15 ans entrent gratuitement.", &[]),
        ("fr", "2021-09-29", "Une femme d'une quarantaine d'années a été secourue.", &[]),
        ("fr", "2021-09-29", "Âgé de 76 ans, il vivait seul.", &[]),
        ("fr", "2021-09-29", "Ce retraité de 67 ans jardine.", &[]),
        ("fr", "2021-09-29", "Marcel Hublot, 54 ans, a été relaxé.", &[]),
        ("fr", "2021-09-29", "Elle vient de fêter ses 100 ans.", &[]),
        ("fr", "2021-09-29", "Il a 19 ans et deux enfants.", &[]),
        ("fr", "2021-09-29", "À 48 ans, il change de métier.", &[]),
        ("fr", "2021-09-29", "Elle est morte à l'âge de 93 ans.", &[]),
        ("fr", "2021-09-29", "Deux adolescents de 14 et 16 ans ont été interpellés.", &[]),
        ("fr", "2021-09-29", "L'incendie a ravagé l'atelier du 1987, route des Lilas.", &[]),
        ("fr", "2021-09-29", "La réunion se tiendra en salle 1906.", &[]),
        ("fr", "2021-09-29", "Mme Juillet a ouvert la séance.", &[]),
        ("fr", "2021-09-29", "Maître Janvier plaidera la relaxe.", &[]),
        ("fr", "2021-09-29", "L'accord du Vendredi saint a mis fin aux violences.", &[]),
        ("fr", "2021-09-29", "Le club compte 1987 adhérents.", &[]),
        ("fr", "2021-09-29", "Le loyer est de 1950 euros.", &[]),
        ("fr", "2021-09-29", "La Peugeot 2008 a percuté un arbre.", &[]),
        ("fr", "2021-09-29", "Le CD s'est vendu à 1998 exemplaires.", &[]),
        ("fr", "2021-09-29", "Le tribunal siège rue du 8-Mai-1945.", &[]),
        ("fr", "2021-09-29", "Rendez-vous place du 4-Septembre.", &[]),
        ("fr", "2021-09-29", "La moyenne d'âge est de 35 ans.", &[]),
        ("fr", "2021-09-29", "Une fillette de 18 mois est tombée.", &[]),
        ("fr", "2021-09-29", "Il chausse du 45 et pèse 98 kilos.", &[]),
        ("fr", "2021-09-29", "Le match s'est terminé sur le score de 21-19.", &[]),
        ("fr", "2021-09-29", "Composez le 03 84 57 20 20.", &[]),
        ("fr", "2021-09-29", "Les plus de 60 ans sont invités au repas.", &[]),
        ("fr", "2021-09-29", "Le groupe des 8-10 ans part en bus.", &[]),
        ("fr", "2021-09-29", "Un sexagénaire, âgé de 64 ans et demi, a disparu.", &[]),
    ]);
}
