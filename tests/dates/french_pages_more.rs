//! More sentences in French from all pages of a newspaper, each with its values decided before it was read.

use crate::hold;

#[test]
fn pages_of_a_french_newspaper_7() {
    hold(&[
        ("fr", "2012-11-30", "La tempête de décembre 1999 avait abattu un tiers de la forêt.", &["décembre 1999|DATE|1999-12"]),
        (
            "fr",
            "2012-11-30",
            "Le pic de crue est passé jeudi vers 23 heures.",
            &["jeudi|DATE|2012-11-29", "vers 23 heures|TIME|2012-11-29T23:00"],
        ),
        (
            "fr",
            "2012-11-30",
            "Mardi et mercredi, les températures repasseront sous les normales.",
            &["Mardi|DATE|2012-12-04", "mercredi|DATE|2012-12-05"],
        ),
        (
            "fr",
            "2012-11-30",
            "L'hiver dernier, la Loire avait gelé pendant neuf jours.",
            &["L'hiver dernier|DATE|2011-WI", "neuf jours|DURATION|P9D"],
        ),
        ("fr", "2012-11-30", "Le vent faiblira en milieu d'après-midi.", &["milieu d'après-midi|TIME|2012-11-30TAF"]),
        (
            "fr",
            "2009-05-19",
            "L'exposition, inaugurée le 6 mai, est visible jusqu'au 30 août, tous les jours sauf le mardi.",
            &["le 6 mai|DATE|2009-05-06", "30 août|DATE|2009-08-30", "tous les jours|SET|P1D", "le mardi|SET|XXXX-WXX-2"],
        ),
        (
            "fr",
            "2009-05-19",
            "Le manuscrit, daté du XIIIe siècle, avait disparu pendant la Seconde Guerre mondiale.",
            &["XIIIe siècle|DATE|12"],
        ),
        (
            "fr",
            "2009-05-19",
            "Son premier roman, paru à l'hiver 1987, s'est vendu à 4 000 exemplaires.",
            &["l'hiver 1987|DATE|1987-WI"],
        ),
        (
            "fr",
            "2009-05-19",
            "Le concert de ce soir affiche complet ; une seconde date est fixée à demain, 18 heures.",
            &["ce soir|TIME|2009-05-19TEV", "demain|DATE|2009-05-20", "18 heures|TIME|2009-05-20T18:00"],
        ),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_8() {
    hold(&[
        (
            "fr",
            "2009-05-19",
            "Le film a été tourné en trente-deux jours à l'été 2008.",
            &["trente-deux jours|DURATION|P32D", "l'été 2008|DATE|2008-SU"],
        ),
        (
            "fr",
            "2009-05-19",
            "Née dans les années 1920, la troupe ne joue plus que le premier vendredi du mois.",
            &["les années 1920|DATE|192", "le premier vendredi du mois|SET|XXXX-WXX-5"],
        ),
        ("fr", "2009-05-19", "La Nuit des musées a attiré samedi près de 9 000 visiteurs.", &["samedi|DATE|2009-05-16"]),
        (
            "fr",
            "2009-05-19",
            "La toile a été vendue 1,2 million d'euros hier après-midi à Drouot.",
            &["hier après-midi|TIME|2009-05-18TAF"],
        ),
        (
            "fr",
            "2009-05-19",
            "Le palmarès sera proclamé dimanche soir, à l'issue de douze jours de projections.",
            &["dimanche soir|TIME|2009-05-24TEV", "douze jours|DURATION|P12D"],
        ),
        ("fr", "2009-05-19", "En 1959, à 27 ans, il remportait le prix de la mise en scène.", &["1959|DATE|1959"]),
        (
            "fr",
            "2009-05-19",
            "La rétrospective ouvrira ses portes à la rentrée, le 15 septembre précisément.",
            &["le 15 septembre|DATE|2009-09-15"],
        ),
        (
            "fr",
            "2024-02-11",
            "La sonde, lancée le 14 avril 2023, n'atteindra Jupiter qu'en juillet 2031.",
            &["le 14 avril 2023|DATE|2023-04-14", "juillet 2031|DATE|2031-07"],
        ),
        ("fr", "2024-02-11", "L'éclipse durera un peu plus de quatre minutes.", &["plus de quatre minutes|DURATION|PT4M"]),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_9() {
    hold(&[
        (
            "fr",
            "2024-02-11",
            "L'étude a suivi 1 200 patients pendant sept ans, entre 2014 et 2021.",
            &["sept ans|DURATION|P7Y", "2014|DATE|2014", "2021|DATE|2021"],
        ),
        (
            "fr",
            "2024-02-11",
            "Le vaccin pourrait être disponible dès le printemps prochain.",
            &["le printemps prochain|DATE|2024-SP"],
        ),
        (
            "fr",
            "2024-02-11",
            "Les relevés, effectués toutes les dix minutes, sont transmis deux fois par jour.",
            &["toutes les dix minutes|SET|PT10M", "jour|SET|P1D"],
        ),
        ("fr", "2024-02-11", "La grotte était fréquentée au IIIe millénaire avant notre ère.", &[]),
        ("fr", "2024-02-11", "Le satellite fera le tour de la Terre en 98 minutes.", &["98 minutes|DURATION|PT98M"]),
        ("fr", "2024-02-11", "D'ici 2050, un glacier sur trois aura disparu.", &["2050|DATE|2050"]),
        (
            "fr",
            "2019-03-14",
            "L'historien est mort lundi à Grenoble, à l'âge de 91 ans, a annoncé mercredi sa famille.",
            &["lundi|DATE|2019-03-11", "mercredi|DATE|2019-03-13"],
        ),
        (
            "fr",
            "2019-03-14",
            "Née le 3 février 1928 à Sète, elle entre à la Comédie-Française en 1951.",
            &["le 3 février 1928|DATE|1928-02-03", "1951|DATE|1951"],
        ),
        (
            "fr",
            "2019-03-14",
            "Les obsèques seront célébrées mardi 19 mars, à 10 h 30, en l'église Saint-Martin.",
            &["mardi 19 mars|DATE|2019-03-19", "10 h 30|TIME|2019-03-19T10:30"],
        ),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_10() {
    hold(&[
        (
            "fr",
            "2019-03-14",
            "Résistant dès l'automne 1940, il est arrêté en mai 1943 puis déporté le mois suivant.",
            &["l'automne 1940|DATE|1940-FA", "mai 1943|DATE|1943-05", "le mois suivant|DATE|1943-06"],
        ),
        (
            "fr",
            "2019-03-14",
            "Il avait pris sa retraite en 1989, après trente-sept ans à l'usine.",
            &["1989|DATE|1989", "trente-sept ans|DURATION|P37Y"],
        ),
        (
            "fr",
            "2019-03-14",
            "Le photographe s'est éteint dans la nuit de mardi à mercredi.",
            &["la nuit de mardi à mercredi|TIME|2019-03-12TNI"],
        ),
        ("fr", "2019-03-14", "Jusqu'à sa mort, en 2003, son épouse avait tenu le café du village.", &["2003|DATE|2003"]),
        (
            "fr",
            "2022-10-05",
            "La collecte de sang, organisée mercredi dernier, a réuni 74 donneurs.",
            &["mercredi dernier|DATE|2022-09-28"],
        ),
        (
            "fr",
            "2022-10-05",
            "Un jeune de 17 ans a été renversé mardi, peu avant 8 heures, devant le lycée.",
            &["mardi|DATE|2022-10-04", "8 heures|TIME|2022-10-04T08:00"],
        ),
        (
            "fr",
            "2022-10-05",
            "La médiathèque sera exceptionnellement fermée le samedi 8 octobre au matin.",
            &["le samedi 8 octobre au matin|TIME|2022-10-08TMO"],
        ),
        (
            "fr",
            "2022-10-05",
            "Le club de pétanque se retrouve le mardi et le jeudi à 14 h 30.",
            &["le mardi|SET|XXXX-WXX-2", "le jeudi|SET|XXXX-WXX-4", "14 h 30|TIME|XXXX-XX-XXT14:30"],
        ),
        (
            "fr",
            "2022-10-05",
            "Les travaux, commencés fin août, dureront jusqu'à Noël.",
            &["fin août|DATE|2022-08", "Noël|DATE|2022-12-25"],
        ),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_11() {
    hold(&[
        ("fr", "2022-10-05", "Le marché de la Toussaint se tiendra place de la République.", &["la Toussaint|DATE|2022-11-01"]),
        (
            "fr",
            "2022-10-05",
            "Les pompiers sont intervenus à deux reprises ce week-end, samedi à 3 h 20 et dimanche en début de soirée.",
            &[
                "ce week-end|DATE|2022-W39-WE",
                "samedi|DATE|2022-10-01",
                "3 h 20|TIME|2022-10-01T03:20",
                "dimanche|DATE|2022-10-02",
                "début de soirée|TIME|2022-10-02TEV",
            ],
        ),
        ("fr", "2022-10-05", "Inscriptions avant le 20 octobre au 03 84 20 21 22.", &["le 20 octobre|DATE|2022-10-20"]),
        (
            "fr",
            "2022-10-05",
            "Au cours des six derniers mois, onze cambriolages ont été recensés.",
            &["six derniers mois|DURATION|P6M"],
        ),
        (
            "fr",
            "2022-10-05",
            "Le repas des aînés se déroulera le dimanche 23, à midi.",
            &["le dimanche 23|DATE|2022-10-23", "midi|TIME|2022-10-23T12:00"],
        ),
        ("fr", "2024-02-11", "14 h 05. Les tracteurs commencent à quitter le périphérique.", &["14 h 05|TIME|2024-02-11T14:05"]),
        ("fr", "2024-02-11", "Direct - Mis à jour à 17h42.", &["17h42|TIME|2024-02-11T17:42"]),
        (
            "fr",
            "2024-02-11",
            "Ce dimanche à 11 heures, une minute de silence a été observée.",
            &["Ce dimanche|DATE|2024-02-11", "11 heures|TIME|2024-02-11T11:00", "une minute|DURATION|PT1M"],
        ),
        (
            "fr",
            "2024-02-11",
            "L'incendie, parti hier vers 16 h 30, est désormais fixé.",
            &["hier|DATE|2024-02-10", "vers 16 h 30|TIME|2024-02-10T16:30", "désormais|DATE|PRESENT_REF"],
        ),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_12() {
    hold(&[
        ("fr", "2024-02-11", "À l'heure où nous écrivons ces lignes, le bilan est encore provisoire.", &[]),
        ("fr", "2016-01-18", "Le 13 novembre dernier, la ville était sous le choc.", &["Le 13 novembre dernier|DATE|2015-11-13"]),
        (
            "fr",
            "2016-01-18",
            "Quelques semaines auparavant, un accord semblait possible.",
            &["Quelques semaines auparavant|DATE|PAST_REF"],
        ),
        ("fr", "2016-01-18", "Il y a un siècle jour pour jour, la bataille faisait rage.", &["Il y a un siècle|DATE|1916"]),
        (
            "fr",
            "2016-01-18",
            "Le pont, fermé depuis deux mois, rouvre ce lundi.",
            &["deux mois|DURATION|P2M", "ce lundi|DATE|2016-01-18"],
        ),
        (
            "fr",
            "2016-01-18",
            "La réunion, qui devait se tenir jeudi dernier, a été repoussée à mardi en huit.",
            &["jeudi dernier|DATE|2016-01-14", "mardi en huit|DATE|2016-01-26"],
        ),
        ("fr", "2016-01-18", "Avant-hier, deux randonneurs ont été secourus.", &["Avant-hier|DATE|2016-01-16"]),
        ("fr", "2016-01-18", "L'an passé à pareille époque, les pistes étaient déjà ouvertes.", &["L'an passé|DATE|2015"]),
    ]);
}
