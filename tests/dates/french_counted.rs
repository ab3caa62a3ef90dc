//! Sentences in French about habits, times counted from what was told, live reports and lengths of time.

use crate::hold;

#[test]
fn french_counted_habits() {
    hold(&[
        ("fr", "2021-09-29", "Le marché se tient le mercredi.", &["le mercredi|SET|XXXX-WXX-3"]),
        ("fr", "2021-09-29", "Le musée est fermé le mardi et le jeudi.", &["le mardi|SET|XXXX-WXX-2", "le jeudi|SET|XXXX-WXX-4"]),
        (
            "fr",
            "2021-09-29",
            "Chaque premier dimanche du mois, le musée est gratuit.",
            &["Chaque premier dimanche du mois|SET|XXXX-WXX-7"],
        ),
        ("fr", "2021-09-29", "La troupe répète tous les vendredis soir.", &["tous les vendredis soir|SET|XXXX-WXX-5TEV"]),
        (
            "fr",
            "2021-09-29",
            "Le club se réunit les deuxième et quatrième lundis.",
            &["les deuxième et quatrième lundis|SET|XXXX-WXX-1"],
        ),
        ("fr", "2021-09-29", "Permanences du lundi au vendredi.", &["lundi|SET|XXXX-WXX-1", "vendredi|SET|XXXX-WXX-5"]),
        ("fr", "2021-09-29", "La tournée a lieu tous les quinze jours.", &["tous les quinze jours|SET|P15D"]),
        ("fr", "2021-09-29", "Elle le voit une fois par semaine.", &["semaine|SET|P1W"]),
        ("fr", "2021-09-29", "Le comité se réunit deux fois par an.", &["an|SET|P1Y"]),
        ("fr", "2021-09-29", "Le prix augmente d'année en année.", &[]),
        ("fr", "2021-09-29", "Chaque été, le camping affiche complet.", &["Chaque été|SET|XXXX-SU"]),
        ("fr", "2021-09-29", "Tous les ans, la fête attire du monde.", &["Tous les ans|SET|P1Y"]),
        ("fr", "2021-09-29", "Les bénévoles se retrouvent chaque mois.", &["chaque mois|SET|P1M"]),
        ("fr", "2021-09-29", "Le dimanche, on mange en famille.", &["Le dimanche|SET|XXXX-WXX-7"]),
    ]);
}

#[test]
fn french_counted_habits_too() {
    hold(&[
        (
            "fr",
            "2021-09-29",
            "Les mercredis et samedis, cours de judo.",
            &["Les mercredis|SET|XXXX-WXX-3", "samedis|SET|XXXX-WXX-6"],
        ),
        (
            "fr",
            "2021-09-29",
            "Une messe est dite tous les premiers vendredis du mois.",
            &["tous les premiers vendredis du mois|SET|XXXX-WXX-5"],
        ),
        ("fr", "2021-09-29", "Il gagne 2 000 euros par mois.", &["mois|SET|P1M"]),
        ("fr", "2021-09-29", "Le bac traverse toutes les vingt minutes.", &["toutes les vingt minutes|SET|PT20M"]),
    ]);
}

#[test]
fn french_counted_anaphora_and_nearness() {
    hold(&[
        (
            "fr",
            "2021-09-29",
            "Au lendemain de la grève du 7 septembre, les dépôts étaient vides.",
            &["lendemain|DATE|2021-09-08", "7 septembre|DATE|2021-09-07"],
        ),
        (
            "fr",
            "2021-09-29",
            "Au lendemain du scrutin du 7 mai 2017, il avait démissionné.",
            &["lendemain|DATE|2017-05-08", "7 mai 2017|DATE|2017-05-07"],
        ),
        (
            "fr",
            "2021-09-29",
            "Le procès s'est ouvert le 3 mai 2015. À la même époque, le maire quittait son poste.",
            &["le 3 mai 2015|DATE|2015-05-03", "la même époque|DATE|2015-05-03"],
        ),
        (
            "fr",
            "2021-09-29",
            "Elle a été hospitalisée le 14 mars. Elle est sortie trois jours plus tard.",
            &["le 14 mars|DATE|2021-03-14", "trois jours plus tard|DATE|2021-03-17"],
        ),
        (
            "fr",
            "2021-09-29",
            "Il arriva le 2 juin 1944. Le lendemain, il mourut.",
            &["le 2 juin 1944|DATE|1944-06-02", "Le lendemain|DATE|1944-06-03"],
        ),
    ]);
}

#[test]
fn french_counted_anaphora_and_nearness_too() {
    hold(&[
        (
            "fr",
            "2021-09-29",
            "Le 5 février 2019, il signe. La veille, il hésitait encore.",
            &["Le 5 février 2019|DATE|2019-02-05", "La veille|DATE|2019-02-04"],
        ),
        (
            "fr",
            "2021-09-29",
            "L'usine ferme en 2008. Deux ans plus tard, elle est rasée.",
            &["2008|DATE|2008", "Deux ans plus tard|DATE|2010"],
        ),
        (
            "fr",
            "2021-09-29",
            "L'usine ferme en 2008. L'année suivante, elle est rasée.",
            &["2008|DATE|2008", "L'année suivante|DATE|2009"],
        ),
        (
            "fr",
            "2021-09-29",
            "Les faits remontent au 8 mai. Ce jour-là, il pleuvait.",
            &["8 mai|DATE|2021-05-08", "Ce jour-là|DATE|2021-05-08"],
        ),
        (
            "fr",
            "2021-09-29",
            "Mardi soir, le feu a pris. Le lendemain matin, il couvait encore.",
            &["Mardi soir|TIME|2021-09-28TEV", "Le lendemain matin|TIME|2021-09-29TMO"],
        ),
    ]);
}

#[test]
fn french_counted_anaphora_and_nearness_as_well() {
    hold(&[
        (
            "fr",
            "2021-09-29",
            "Il a été arrêté le 4 août. Quelques jours plus tard, il avouait.",
            &["le 4 août|DATE|2021-08-04", "Quelques jours plus tard|DATE|FUTURE_REF"],
        ),
        ("fr", "2021-09-29", "La chorale à Dole samedi", &["samedi|DATE|2021-10-02"]),
        ("fr", "2021-09-29", "Elles peuvent viser la victoire dimanche.", &["dimanche|DATE|2021-10-03"]),
        ("fr", "2021-09-29", "Dimanche, les Bleues défieront la Suisse.", &["Dimanche|DATE|2021-10-03"]),
        (
            "fr",
            "2021-09-29",
            "Vide-greniers dimanche 3 octobre, de 8 h à 18 h, salle des fêtes.",
            &["dimanche 3 octobre|DATE|2021-10-03", "8 h|TIME|2021-10-03T08:00", "18 h|TIME|2021-10-03T18:00"],
        ),
        (
            "fr",
            "2021-09-29",
            "L'Amicale organise un loto le samedi 9 octobre, à 20 h.",
            &["le samedi 9 octobre|DATE|2021-10-09", "20 h|TIME|2021-10-09T20:00"],
        ),
        (
            "fr",
            "2021-09-29",
            "Les obsèques seront célébrées vendredi, à 14 h 30, en l'église de Lure.",
            &["vendredi|DATE|2021-10-01", "14 h 30|TIME|2021-10-01T14:30"],
        ),
        ("fr", "2021-09-29", "Les inscriptions sont prises jusqu'au 15 octobre.", &["15 octobre|DATE|2021-10-15"]),
        ("fr", "2021-09-29", "Au cours de la nuit, trois voitures ont brûlé.", &["la nuit|TIME|2021-09-29TNI"]),
        ("fr", "2021-09-29", "Les faits se sont déroulés dans la matinée.", &["la matinée|TIME|2021-09-29TMO"]),
        ("fr", "2021-09-29", "À ce moment-là, personne n'a bougé.", &["ce moment-là|DATE|PAST_REF"]),
    ]);
}

#[test]
fn french_counted_anaphora_and_nearness_besides() {
    hold(&[
        (
            "fr",
            "2021-09-29",
            "Lundi, en milieu de matinée, un camion s'est couché.",
            &["Lundi|DATE|2021-09-27", "milieu de matinée|TIME|2021-09-27TMO"],
        ),
        (
            "fr",
            "2021-09-29",
            "Le match se jouera samedi à 19 h et non pas dimanche à 15 h.",
            &["samedi|DATE|2021-10-02", "19 h|TIME|2021-10-02T19:00", "dimanche|DATE|2021-10-03", "15 h|TIME|2021-10-03T15:00"],
        ),
    ]);
}

#[test]
fn french_counted_live_and_present() {
    hold(&[
        (
            "fr",
            "2021-09-29",
            "La ville est assiégée depuis le 12 septembre.\n18 h 20 : des tirs au nord.",
            &["le 12 septembre|DATE|2021-09-12", "18 h 20|TIME|2021-09-29T18:20"],
        ),
        ("fr", "2021-09-29", "Depuis mardi, plus rien ne roule.", &["mardi|DATE|2021-09-28"]),
        ("fr", "2021-09-29", "Elle travaille ici depuis janvier.", &["janvier|DATE|2021-01"]),
        ("fr", "2021-09-29", "La réunion se tient vendredi.", &["vendredi|DATE|2021-10-01"]),
        ("fr", "2021-09-29", "Le procès s'ouvre lundi à Nancy.", &["lundi|DATE|2021-10-04"]),
        ("fr", "2021-09-29", "Le Sénat examine mardi le projet.", &["mardi|DATE|2021-10-05"]),
        ("fr", "2021-09-29", "Le pape arrive jeudi à Budapest.", &["jeudi|DATE|2021-09-30"]),
        ("fr", "2021-09-29", "L'équipe a lancé un ultimatum à vendredi midi.", &["vendredi midi|TIME|2021-10-01T12:00"]),
        ("fr", "2021-09-29", "Le délai expire dimanche à minuit.", &["dimanche à minuit|TIME|2021-10-03T24:00"]),
        ("fr", "2021-09-29", "La tempête est attendue mercredi soir.", &["mercredi soir|TIME|2021-09-29TEV"]),
        ("fr", "2021-09-29", "Le navire doit appareiller samedi matin.", &["samedi matin|TIME|2021-10-02TMO"]),
        ("fr", "2021-09-29", "Le magasin fermera définitivement fin octobre.", &["fin octobre|DATE|2021-10"]),
        ("fr", "2021-09-29", "La décision sera rendue le 12 novembre.", &["le 12 novembre|DATE|2021-11-12"]),
        ("fr", "2021-09-29", "L'audience est renvoyée au 6 janvier.", &["6 janvier|DATE|2022-01-06"]),
        ("fr", "2021-09-29", "Le rassemblement prévu le 5 octobre est maintenu.", &["le 5 octobre|DATE|2021-10-05"]),
        ("fr", "2021-09-29", "Le jugement a été mis en délibéré au 20 octobre.", &["20 octobre|DATE|2021-10-20"]),
    ]);
}

#[test]
fn french_counted_durations_and_small_lists() {
    hold(&[
        ("fr", "2021-09-29", "Elle attend depuis six mois et demi.", &["six mois et demi|DURATION|P6.5M"]),
        (
            "fr",
            "2021-09-29",
            "Le premier week-end de juin, la cité fête le cochon.",
            &["Le premier week-end de juin|DATE|2021-W22-WE"],
        ),
        ("fr", "2021-09-29", "Pour l'instant, rien ne bouge.", &["Pour l'instant|DATE|PRESENT_REF"]),
        ("fr", "2021-09-29", "Pour le moment, il refuse.", &["Pour le moment|DATE|PRESENT_REF"]),
        ("fr", "2021-09-29", "Il avait auparavant dirigé un lycée.", &["auparavant|DATE|PAST_REF"]),
        ("fr", "2021-09-29", "Elle a gagné avec 12,7 secondes d'avance.", &["12,7 secondes|DURATION|PT12.7S"]),
        ("fr", "2021-09-29", "Un quart de siècle a passé.", &["Un quart de siècle|DURATION|P25Y"]),
        ("fr", "2021-09-29", "Ils se connaissent depuis des années.", &["des années|DURATION|PXY"]),
        ("fr", "2021-09-29", "Il est tombé de 2 m ces dernières 48 heures.", &["ces dernières 48 heures|DURATION|PT48H"]),
        ("fr", "2021-09-29", "Le matin même, il avait été vu au bar.", &["Le matin même|TIME|2021-09-29TMO"]),
        ("fr", "2021-09-29", "L'attente a duré une heure et demie.", &["une heure et demie|DURATION|PT1H30M"]),
        ("fr", "2021-09-29", "Il a écopé de dix-huit mois de prison.", &["dix-huit mois|DURATION|P18M"]),
        ("fr", "2021-09-29", "La peine est de trois ans dont un avec sursis.", &["trois ans|DURATION|P3Y"]),
        ("fr", "2021-09-29", "Pendant près d'une heure, la rue fut coupée.", &["près d'une heure|DURATION|PT1H"]),
        ("fr", "2021-09-29", "Le trajet prend trois quarts d'heure.", &["trois quarts d'heure|DURATION|PT45M"]),
        ("fr", "2021-09-29", "Il reste une demi-heure de jeu.", &["une demi-heure|DURATION|PT30M"]),
        ("fr", "2021-09-29", "La trêve durera quelques semaines.", &["quelques semaines|DURATION|PXW"]),
        ("fr", "2021-09-29", "Elle s'est tue pendant plusieurs années.", &["plusieurs années|DURATION|PXY"]),
        ("fr", "2021-09-29", "En l'espace de deux ans, tout a changé.", &["deux ans|DURATION|P2Y"]),
        ("fr", "2021-09-29", "Dans les prochains jours, le froid reviendra.", &["les prochains jours|DATE|FUTURE_REF"]),
        ("fr", "2021-09-29", "Ces derniers mois, les prix ont grimpé.", &["Ces derniers mois|DATE|PAST_REF"]),
        (
            "fr",
            "2021-09-29",
            "Au cours des trois dernières années, il a perdu dix kilos.",
            &["trois dernières années|DURATION|P3Y"],
        ),
        ("fr", "2021-09-29", "D'ici deux ans, le site sera dépollué.", &["deux ans|DURATION|P2Y"]),
        ("fr", "2021-09-29", "À l'avenir, il se méfiera.", &["l'avenir|DATE|FUTURE_REF"]),
    ]);
}

#[test]
fn french_counted_durations_and_small_lists_too() {
    hold(&[
        ("fr", "2021-09-29", "De nos jours, on roule plus vite.", &["nos jours|DATE|PRESENT_REF"]),
        ("fr", "2021-09-29", "À l'heure actuelle, aucun suspect n'est détenu.", &["l'heure actuelle|DATE|PRESENT_REF"]),
        ("fr", "2021-09-29", "Aujourd'hui encore, elle y pense.", &["Aujourd'hui|DATE|2021-09-29"]),
        ("fr", "2021-09-29", "Le week-end dernier, il neigeait.", &["Le week-end dernier|DATE|2021-W38-WE"]),
        ("fr", "2021-09-29", "Ce week-end, la foire bat son plein.", &["Ce week-end|DATE|2021-W39-WE"]),
        ("fr", "2021-09-29", "La semaine prochaine, les cours reprennent.", &["La semaine prochaine|DATE|2021-W40"]),
        ("fr", "2021-09-29", "Cette année, la récolte est bonne.", &["Cette année|DATE|2021"]),
        ("fr", "2021-09-29", "L'an passé, ils étaient deux cents.", &["L'an passé|DATE|2020"]),
        ("fr", "2021-09-29", "Le mois prochain, il aura fini.", &["Le mois prochain|DATE|2021-10"]),
        ("fr", "2021-09-29", "En fin d'année, le contrat s'arrête.", &["fin d'année|DATE|2021"]),
        ("fr", "2021-09-29", "D'ici à la fin du mois, tout sera payé.", &["la fin du mois|DATE|2021-09"]),
        ("fr", "2021-09-29", "Courant novembre, une enquête sera lancée.", &["novembre|DATE|2021-11"]),
        ("fr", "2021-09-29", "Dans le courant de la semaine, il a renoncé.", &["la semaine|DATE|2021-W39"]),
        ("fr", "2021-09-29", "Il y a un mois, le feu avait tout pris.", &["Il y a un mois|DATE|2021-08"]),
        ("fr", "2021-09-29", "Voilà dix ans qu'il attend.", &["dix ans|DURATION|P10Y"]),
        ("fr", "2021-09-29", "Cela fait quinze jours que la route est coupée.", &["quinze jours|DURATION|P15D"]),
        ("fr", "2021-09-29", "Au bout de vingt minutes, le but est tombé.", &["vingt minutes|DURATION|PT20M"]),
        ("fr", "2021-09-29", "À la 35e minute, il égalise.", &[]),
        ("fr", "2021-09-29", "En première mi-temps, ils dominaient.", &[]),
        ("fr", "2021-09-29", "Dès la deuxième minute, le gardien fut battu.", &[]),
        ("fr", "2021-09-29", "La 3e journée du championnat a lieu samedi.", &["samedi|DATE|2021-10-02"]),
        (
            "fr",
            "2021-09-29",
            "Il est parti à la retraite l'année dernière, en juin.",
            &["l'année dernière|DATE|2020", "juin|DATE|2020-06"],
        ),
        ("fr", "2021-09-29", "Le 1er octobre prochain, le tarif augmentera.", &["Le 1er octobre prochain|DATE|2021-10-01"]),
        (
            "fr",
            "2021-09-29",
            "La course a eu lieu samedi et dimanche derniers.",
            &["samedi|DATE|2021-09-25", "dimanche derniers|DATE|2021-09-26"],
        ),
    ]);
}

#[test]
fn french_counted_durations_and_small_lists_as_well() {
    hold(&[
        ("fr", "2021-09-29", "Du 4 au 9 octobre, la rue sera barrée.", &["4|DATE|2021-10-04", "9 octobre|DATE|2021-10-09"]),
        (
            "fr",
            "2021-09-29",
            "Les 2 et 3 octobre, portes ouvertes à la caserne.",
            &["Les 2|DATE|2021-10-02", "3 octobre|DATE|2021-10-03"],
        ),
        (
            "fr",
            "2021-09-29",
            "Le stage se déroulera du lundi 18 au vendredi 22 octobre.",
            &["lundi 18|DATE|2021-10-18", "vendredi 22 octobre|DATE|2021-10-22"],
        ),
        ("fr", "2021-09-29", "Réunion jeudi 30, à 18 h.", &["jeudi 30|DATE|2021-09-30", "18 h|TIME|2021-09-30T18:00"]),
        ("fr", "2021-09-29", "Dans l'après-midi, un orage a éclaté.", &["l'après-midi|TIME|2021-09-29TAF"]),
        ("fr", "2021-09-29", "Vendredi dernier au matin, il gelait.", &["Vendredi dernier au matin|TIME|2021-09-24TMO"]),
        ("fr", "2021-09-29", "À partir du 1er janvier 2022, le tri sera obligatoire.", &["1er janvier 2022|DATE|2022-01-01"]),
        ("fr", "2021-09-29", "Depuis lors, rien n'a changé.", &[]),
        ("fr", "2021-09-29", "Il est né le 3 mars 1921 à Gray.", &["le 3 mars 1921|DATE|1921-03-03"]),
    ]);
}
