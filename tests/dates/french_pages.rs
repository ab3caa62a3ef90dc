//! Sentences in French from all pages of a newspaper, each with its values decided before it was read.

use crate::hold;

#[test]
fn pages_of_a_french_newspaper_1() {
    hold(&[
        (
            "fr",
            "2019-03-14",
            "Le Premier ministre recevra les syndicats lundi à Matignon, avant un nouveau tour de table le 22 mars.",
            &["lundi|DATE|2019-03-18", "le 22 mars|DATE|2019-03-22"],
        ),
        (
            "fr",
            "2019-03-14",
            "La loi, votée en première lecture à l'automne dernier, reviendra devant le Sénat au début du mois prochain.",
            &["l'automne dernier|DATE|2018-FA", "début du mois prochain|DATE|2019-04"],
        ),
        (
            "fr",
            "2019-03-14",
            "Élu maire en 2008, réélu en 2014, il ne briguera pas de troisième mandat l'an prochain.",
            &["2008|DATE|2008", "2014|DATE|2014", "l'an prochain|DATE|2020"],
        ),
        (
            "fr",
            "2019-03-14",
            "« Nous déciderons d'ici à la fin de la semaine », a promis mardi la ministre.",
            &["la fin de la semaine|DATE|2019-W11", "mardi|DATE|2019-03-12"],
        ),
        (
            "fr",
            "2019-03-14",
            "Depuis le 17 novembre, le mouvement a rassemblé chaque samedi des milliers de personnes.",
            &["le 17 novembre|DATE|2018-11-17", "chaque samedi|SET|XXXX-WXX-6"],
        ),
        ("fr", "2019-03-14", "Le scrutin du 26 mai s'annonce serré.", &["26 mai|DATE|2019-05-26"]),
        ("fr", "2019-03-14", "La session parlementaire s'achève dans six semaines.", &["dans six semaines|DATE|2019-W17"]),
        (
            "fr",
            "2019-03-14",
            "En fonction depuis seize mois, le préfet quittera son poste cet été.",
            &["seize mois|DURATION|P16M", "cet été|DATE|2019-SU"],
        ),
        ("fr", "2019-03-14", "Dimanche dernier, 48 % des inscrits se sont déplacés.", &["Dimanche dernier|DATE|2019-03-10"]),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_2() {
    hold(&[
        (
            "fr",
            "2019-03-14",
            "Le mandat de cinq ans du président s'achèvera en avril.",
            &["cinq ans|DURATION|P5Y", "avril|DATE|2019-04"],
        ),
        (
            "fr",
            "2019-03-14",
            "Le texte doit être examiné en commission mercredi prochain, puis dans l'hémicycle à partir du 2 avril.",
            &["mercredi prochain|DATE|2019-03-20", "2 avril|DATE|2019-04-02"],
        ),
        (
            "fr",
            "2019-03-14",
            "Battue de 61 voix il y a cinq ans, la candidate avait déjà échoué aux cantonales de mars 2011.",
            &["il y a cinq ans|DATE|2014", "mars 2011|DATE|2011-03"],
        ),
        (
            "fr",
            "2022-10-05",
            "Le prévenu, jugé depuis lundi, encourt dix ans de réclusion.",
            &["lundi|DATE|2022-10-03", "dix ans|DURATION|P10Y"],
        ),
        ("fr", "2022-10-05", "Le tribunal a mis sa décision en délibéré au 9 novembre.", &["9 novembre|DATE|2022-11-09"]),
        (
            "fr",
            "2022-10-05",
            "Les faits remontent à la nuit du 12 au 13 août 2020.",
            &["la nuit du 12 au 13 août 2020|TIME|2020-08-12TNI"],
        ),
        (
            "fr",
            "2022-10-05",
            "L'avocat général a requis mardi dix-huit mois de prison, dont six avec sursis.",
            &["mardi|DATE|2022-10-04", "dix-huit mois|DURATION|P18M"],
        ),
        (
            "fr",
            "2022-10-05",
            "L'audience, suspendue à 12 h 45, a repris à 14 heures.",
            &["12 h 45|TIME|2022-10-05T12:45", "14 heures|TIME|2022-10-05T14:00"],
        ),
        (
            "fr",
            "2022-10-05",
            "Mis en examen en juin 2021, l'ancien trésorier a été remis en liberté quatre mois plus tard.",
            &["juin 2021|DATE|2021-06", "quatre mois plus tard|DATE|2021-10"],
        ),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_3() {
    hold(&[
        (
            "fr",
            "2022-10-05",
            "La cour d'appel rendra son arrêt le 14 décembre prochain.",
            &["le 14 décembre prochain|DATE|2022-12-14"],
        ),
        (
            "fr",
            "2022-10-05",
            "Le procès en appel s'ouvrira au printemps 2023 et durera trois semaines.",
            &["printemps 2023|DATE|2023-SP", "trois semaines|DURATION|P3W"],
        ),
        (
            "fr",
            "2022-10-05",
            "L'homme de 34 ans avait été interpellé la semaine dernière après trois jours de cavale.",
            &["la semaine dernière|DATE|2022-W39", "trois jours|DURATION|P3D"],
        ),
        (
            "fr",
            "2022-10-05",
            "La prescription, fixée à vingt ans, court à compter de la majorité de la victime.",
            &["vingt ans|DURATION|P20Y"],
        ),
        (
            "fr",
            "2022-10-05",
            "Placé en garde à vue vendredi matin, le suspect a été déféré dimanche soir au parquet.",
            &["vendredi matin|TIME|2022-09-30TMO", "dimanche soir|TIME|2022-10-02TEV"],
        ),
        ("fr", "2022-10-05", "Les jurés délibèrent depuis ce mercredi midi.", &["ce mercredi midi|TIME|2022-10-05T12:00"]),
        (
            "fr",
            "2016-01-18",
            "Les Bleus affronteront la Norvège mercredi soir (20 h 30) à Katowice.",
            &["mercredi soir|TIME|2016-01-20TEV", "20 h 30|TIME|2016-01-20T20:30"],
        ),
        (
            "fr",
            "2016-01-18",
            "Menée 14-9 à la pause, l'équipe a renversé le match dans les dix dernières minutes.",
            &["les dix dernières minutes|DURATION|PT10M"],
        ),
        (
            "fr",
            "2016-01-18",
            "Le club n'avait plus gagné à l'extérieur depuis le 24 octobre.",
            &["le 24 octobre|DATE|2015-10-24"],
        ),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_4() {
    hold(&[
        (
            "fr",
            "2016-01-18",
            "Samedi, le leader recevra Auxerre à 14 heures.",
            &["Samedi|DATE|2016-01-23", "14 heures|TIME|2016-01-23T14:00"],
        ),
        (
            "fr",
            "2016-01-18",
            "Le match, prévu initialement le 13 novembre, se jouera finalement le mardi 2 février.",
            &["le 13 novembre|DATE|2015-11-13", "le mardi 2 février|DATE|2016-02-02"],
        ),
        (
            "fr",
            "2016-01-18",
            "Titré en 1998, 2000 et 2003, l'ailier avait raccroché en 2009.",
            &["1998|DATE|1998", "2000|DATE|2000", "2003|DATE|2003", "2009|DATE|2009"],
        ),
        ("fr", "2016-01-18", "La trêve prendra fin le week-end prochain.", &["le week-end prochain|DATE|2016-W04-WE"]),
        (
            "fr",
            "2016-01-18",
            "Battus vendredi à Nantes, les Rennais se sont repris deux jours plus tard.",
            &["vendredi|DATE|2016-01-15", "deux jours plus tard|DATE|2016-01-17"],
        ),
        (
            "fr",
            "2016-01-18",
            "Il a signé un contrat de trois ans et demi, jusqu'en juin 2019.",
            &["trois ans et demi|DURATION|P3Y6M", "juin 2019|DATE|2019-06"],
        ),
        (
            "fr",
            "2016-01-18",
            "Le Tour s'élancera le samedi 2 juillet du Mont-Saint-Michel.",
            &["le samedi 2 juillet|DATE|2016-07-02"],
        ),
        ("fr", "2016-01-18", "Au lendemain de la défaite, l'entraîneur a été remercié.", &["lendemain|DATE|XXXX-XX-XX"]),
        (
            "fr",
            "2023-08-26",
            "Le groupe a dégagé un bénéfice net de 212 millions d'euros au premier semestre, contre 198 millions un an plus tôt.",
            &["premier semestre|DATE|2023-H1", "un an plus tôt|DATE|2022-H1"],
        ),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_5() {
    hold(&[
        (
            "fr",
            "2023-08-26",
            "Le chiffre d'affaires du troisième trimestre sera publié le 24 octobre après Bourse.",
            &["troisième trimestre|DATE|2023-Q3", "le 24 octobre|DATE|2023-10-24"],
        ),
        (
            "fr",
            "2023-08-26",
            "L'usine, à l'arrêt depuis la mi-juillet, redémarrera lundi à 5 heures.",
            &["la mi-juillet|DATE|2023-07", "lundi|DATE|2023-08-28", "5 heures|TIME|2023-08-28T05:00"],
        ),
        (
            "fr",
            "2023-08-26",
            "En juillet, l'inflation avait ralenti à 4,3 % sur un an.",
            &["juillet|DATE|2023-07", "un an|DURATION|P1Y"],
        ),
        (
            "fr",
            "2023-08-26",
            "L'action a perdu 12 % depuis janvier et 3 % sur la seule séance de vendredi.",
            &["janvier|DATE|2023-01", "vendredi|DATE|2023-08-25"],
        ),
        (
            "fr",
            "2023-08-26",
            "Pour l'ensemble de l'exercice 2022-2023, les ventes ont reculé de 2 %.",
            &["2022|DATE|2022", "2023|DATE|2023"],
        ),
        ("fr", "2023-08-26", "Le plan prévoit 400 suppressions de postes d'ici fin 2025.", &["fin 2025|DATE|2025"]),
        (
            "fr",
            "2023-08-26",
            "L'enseigne, fondée en 1921, compte fermer trente magasins dans les dix-huit prochains mois.",
            &["1921|DATE|1921", "les dix-huit prochains mois|DURATION|P18M"],
        ),
        (
            "fr",
            "2023-08-26",
            "Le baril avait atteint 139 dollars en mars de l'année dernière.",
            &["mars de l'année dernière|DATE|2022-03"],
        ),
        ("fr", "2023-08-26", "Les soldes d'été, qui ont duré quatre semaines, ont déçu.", &["quatre semaines|DURATION|P4W"]),
    ]);
}

#[test]
fn pages_of_a_french_newspaper_6() {
    hold(&[
        (
            "fr",
            "2023-08-26",
            "La dette arrive à échéance au second trimestre de 2026.",
            &["second trimestre de 2026|DATE|2026-Q2"],
        ),
        (
            "fr",
            "2023-08-26",
            "Le taux du livret restera inchangé pendant dix-huit mois, jusqu'au 31 janvier 2025.",
            &["dix-huit mois|DURATION|P18M", "31 janvier 2025|DATE|2025-01-31"],
        ),
        (
            "fr",
            "2023-08-26",
            "Au deuxième trimestre 2023, le PIB a progressé de 0,5 %.",
            &["deuxième trimestre 2023|DATE|2023-Q2"],
        ),
        (
            "fr",
            "2023-08-26",
            "La banque versera un acompte le 29 septembre, comme chaque année.",
            &["le 29 septembre|DATE|2023-09-29", "chaque année|SET|P1Y"],
        ),
        (
            "fr",
            "2012-11-30",
            "Les premiers flocons sont attendus dans la nuit de samedi à dimanche au-dessus de 600 mètres.",
            &["la nuit de samedi à dimanche|TIME|2012-12-01TNI"],
        ),
        (
            "fr",
            "2012-11-30",
            "Demain matin, le brouillard sera tenace dans la vallée de la Saône.",
            &["Demain matin|TIME|2012-12-01TMO"],
        ),
        (
            "fr",
            "2012-11-30",
            "La vigilance orange est maintenue jusqu'à dimanche 6 heures.",
            &["dimanche|DATE|2012-12-02", "6 heures|TIME|2012-12-02T06:00"],
        ),
        (
            "fr",
            "2012-11-30",
            "Il est tombé en deux heures l'équivalent d'un mois de pluie.",
            &["deux heures|DURATION|PT2H", "un mois|DURATION|P1M"],
        ),
        ("fr", "2012-11-30", "Novembre s'achève avec un déficit d'ensoleillement de 30 %.", &["Novembre|DATE|2012-11"]),
    ]);
}
