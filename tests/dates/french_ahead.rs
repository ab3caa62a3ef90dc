//! Sentences in French about days to come, and days told with their weekday, a wrong one too.

use crate::hold;

#[test]
fn french_ahead_days_to_come() {
    hold(&[
        ("fr", "2020-05-13", "Le couvre-feu s'appliquera à partir de samedi.", &["samedi|DATE|2020-05-16"]),
        (
            "fr",
            "2020-05-13",
            "Le maire a décidé la fermeture du parc à partir de vendredi soir.",
            &["vendredi soir|TIME|2020-05-15TEV"],
        ),
        ("fr", "2020-05-13", "La ligne sera coupée à compter de lundi.", &["lundi|DATE|2020-05-18"]),
        (
            "fr",
            "2020-05-13",
            "Tous seront testés d'ici à mardi, a annoncé dimanche l'agence.",
            &["mardi|DATE|2020-05-19", "dimanche|DATE|2020-05-10"],
        ),
        ("fr", "2020-05-13", "Il sera jugé vendredi, a indiqué le parquet.", &["vendredi|DATE|2020-05-15"]),
        (
            "fr",
            "2020-05-13",
            "Le texte fera l'objet d'un débat jeudi au Sénat, a rappelé la ministre.",
            &["jeudi|DATE|2020-05-14"],
        ),
        ("fr", "2020-05-13", "Le syndicat a appelé à une grève vendredi.", &["vendredi|DATE|2020-05-15"]),
        (
            "fr",
            "2020-05-13",
            "L'intersyndicale a appelé lundi à une manifestation samedi.",
            &["lundi|DATE|2020-05-11", "samedi|DATE|2020-05-16"],
        ),
        (
            "fr",
            "2020-05-13",
            "Le collectif appelle à un rassemblement dimanche devant la préfecture.",
            &["dimanche|DATE|2020-05-17"],
        ),
    ]);
}

#[test]
fn french_ahead_days_to_come_too() {
    hold(&[
        ("fr", "2020-05-13", "Les acteurs ont reporté leur première à dimanche.", &["dimanche|DATE|2020-05-17"]),
        ("fr", "2020-05-13", "Le préfet a repoussé la décision finale à lundi.", &["lundi|DATE|2020-05-18"]),
        ("fr", "2020-05-13", "La police a arrêté lundi un homme recherché.", &["lundi|DATE|2020-05-11"]),
        ("fr", "2020-05-13", "Selon une étude publiée vendredi, l'air est plus pur.", &["vendredi|DATE|2020-05-08"]),
        ("fr", "2020-05-13", "Le rapport remis lundi pourrait changer la donne.", &["lundi|DATE|2020-05-11"]),
        ("fr", "2020-05-13", "La loi adoptée mardi prévoit une amende.", &["mardi|DATE|2020-05-12"]),
        ("fr", "2020-05-13", "Le décret signé samedi doit encore paraître.", &["samedi|DATE|2020-05-09"]),
        ("fr", "2020-05-13", "Une note diffusée jeudi invite à la prudence.", &["jeudi|DATE|2020-05-07"]),
        ("fr", "2020-05-13", "L'hôpital compte 40 malades, soit deux de moins que samedi.", &["samedi|DATE|2020-05-09"]),
        ("fr", "2020-05-13", "Samedi matin, la célèbre place était noire de monde.", &["Samedi matin|TIME|2020-05-09TMO"]),
        (
            "fr",
            "2020-05-13",
            "Dimanche après-midi, en pleine ville, une statue du roi a disparu.",
            &["Dimanche après-midi|TIME|2020-05-10TAF"],
        ),
        (
            "fr",
            "2020-05-13",
            "Vendredi soir, pendant un concert au Touquet, trois jeunes ont été blessés.",
            &["Vendredi soir|TIME|2020-05-08TEV"],
        ),
        (
            "fr",
            "2020-05-13",
            "Le groupe a jusqu'à présent tenu, avec samedi un nouveau record.",
            &["à présent|DATE|PRESENT_REF", "samedi|DATE|2020-05-09"],
        ),
        ("fr", "2020-05-13", "Le préfet a jusqu'à lundi pour répondre.", &["lundi|DATE|2020-05-18"]),
    ]);
}

#[test]
fn french_ahead_days_to_come_as_well() {
    hold(&[
        (
            "fr",
            "2020-05-13",
            "Le maire a annoncé lundi que l'école rouvrirait jeudi.",
            &["lundi|DATE|2020-05-11", "jeudi|DATE|2020-05-14"],
        ),
        ("fr", "2020-05-13", "La direction a promis que les salaires tomberaient vendredi.", &["vendredi|DATE|2020-05-15"]),
        ("fr", "2020-05-13", "Il a indiqué que la famille viendrait dimanche.", &["dimanche|DATE|2020-05-17"]),
        ("fr", "2020-05-13", "La réunion du comité de samedi s'annonce tendue.", &["samedi|DATE|2020-05-16"]),
        (
            "fr",
            "2020-05-13",
            "Les joueurs, qui affrontent Brest samedi, ont repris lundi.",
            &["samedi|DATE|2020-05-16", "lundi|DATE|2020-05-11"],
        ),
        (
            "fr",
            "2020-05-13",
            "Le film sort mercredi, mais sera projeté dès mardi.",
            &["mercredi|DATE|2020-05-13", "mardi|DATE|2020-05-19"],
        ),
        ("fr", "2020-05-13", "La fête du village, prévue samedi, est annulée.", &["samedi|DATE|2020-05-16"]),
        (
            "fr",
            "2020-05-13",
            "L'exposition ouvrira jeudi et fermera dimanche.",
            &["jeudi|DATE|2020-05-14", "dimanche|DATE|2020-05-17"],
        ),
        (
            "fr",
            "2020-05-13",
            "De mercredi à samedi, les fouilles continueront.",
            &["mercredi|DATE|2020-05-13", "samedi|DATE|2020-05-16"],
        ),
    ]);
}

#[test]
fn french_ahead_days_to_come_besides() {
    hold(&[(
        "fr",
        "2020-05-13",
        "Les magasins rouvriront entre vendredi et lundi.",
        &["vendredi|DATE|2020-05-15", "lundi|DATE|2020-05-18"],
    )]);
}

#[test]
fn french_ahead_weekdays_with_their_day() {
    hold(&[
        ("fr", "2019-12-20", "Il l'a dit vendredi 19 décembre, devant la presse.", &["vendredi 19 décembre|DATE|2019-12-19"]),
        ("fr", "2019-12-20", "Elle a été élue lundi 17 décembre.", &["lundi 17 décembre|DATE|2019-12-17"]),
        ("fr", "2019-12-20", "Le procès aura lieu mardi 14 janvier.", &["mardi 14 janvier|DATE|2020-01-14"]),
        ("fr", "2019-12-20", "Il fut tué mardi 11 septembre 2001.", &["mardi 11 septembre 2001|DATE|2001-09-11"]),
        (
            "fr",
            "2019-12-20",
            "Les faits ont eu lieu peu avant 14 h 30, mercredi 18 décembre.",
            &["14 h 30|TIME|2019-12-18T14:30", "mercredi 18 décembre|DATE|2019-12-18"],
        ),
        (
            "fr",
            "2019-12-20",
            "Dans la nuit du vendredi 13 au samedi 14 décembre, un silo a brûlé.",
            &["la nuit du vendredi 13 au samedi 14 décembre|TIME|2019-12-13TNI"],
        ),
        (
            "fr",
            "2019-12-20",
            "Le salon se tiendra du vendredi 10 au dimanche 12 janvier.",
            &["vendredi 10|DATE|2020-01-10", "dimanche 12 janvier|DATE|2020-01-12"],
        ),
        (
            "fr",
            "2019-12-20",
            "Un atelier aura lieu mercredi 15, à 14 h.",
            &["mercredi 15|DATE|2020-01-15", "14 h|TIME|2020-01-15T14:00"],
        ),
        (
            "fr",
            "2019-12-20",
            "Le corps a été trouvé aux environs de 19 heures, jeudi 12 décembre.",
            &["19 heures|TIME|2019-12-12T19:00", "jeudi 12 décembre|DATE|2019-12-12"],
        ),
    ]);
}

#[test]
fn french_ahead_weekdays_with_their_day_too() {
    hold(&[
        ("fr", "2019-12-20", "L'an dernier, en juin, la source avait tari.", &["L'an dernier|DATE|2018", "juin|DATE|2018-06"]),
        (
            "fr",
            "2019-12-20",
            "Mercredi, au lendemain de l'annonce, le cours a chuté.",
            &["Mercredi|DATE|2019-12-18", "lendemain|DATE|2019-12-18"],
        ),
        (
            "fr",
            "2019-12-20",
            "Il a parlé mardi, à la veille de son départ.",
            &["mardi|DATE|2019-12-17", "la veille|DATE|2019-12-17"],
        ),
        ("fr", "2019-12-20", "Les attentats du 11 septembre ont tout changé.", &["11 septembre|DATE|2001-09-11"]),
        ("fr", "2019-12-20", "Les ventes de cette année 2019 sont bonnes.", &["cette année 2019|DATE|2019"]),
        ("fr", "2019-12-20", "Il y a plus d'un siècle, la mine ouvrait.", &["Il y a plus d'un siècle|DATE|1919"]),
        ("fr", "2019-12-20", "La maison, qui remonte à 1875, sera vendue.", &["1875|DATE|1875"]),
        ("fr", "2019-12-20", "La guerre de 1870 a laissé des traces.", &["1870|DATE|1870"]),
        ("fr", "2019-12-20", "Une somme de 1800 euros a été volée.", &[]),
        ("fr", "2019-12-20", "Le col culmine à une altitude de 1850 m.", &[]),
        ("fr", "2019-12-20", "Le prix passera de 15 à 20 euros.", &[]),
        ("fr", "2019-12-20", "Les prêts courent de 15 à 20 ans.", &["15|DURATION|P15Y", "20 ans|DURATION|P20Y"]),
        ("fr", "2019-12-20", "Le site 20 Minutes l'a révélé.", &[]),
        ("fr", "2019-12-20", "Il a fallu 1 200 heures pour la bâtir.", &["1 200 heures|DURATION|PT1200H"]),
        (
            "fr",
            "2019-12-20",
            "Vers trois heures du matin, le toit s'est effondré.",
            &["Vers trois heures du matin|TIME|2019-12-20T03:00"],
        ),
        ("fr", "2019-12-20", "Elle se lève à 5 h 30 du matin.", &["5 h 30 du matin|TIME|2019-12-20T05:30"]),
        ("fr", "2019-12-20", "L'appel est arrivé à dix heures du soir.", &["dix heures du soir|TIME|2019-12-20T22:00"]),
    ]);
}

#[test]
fn french_ahead_weekdays_with_their_day_as_well() {
    hold(&[
        (
            "fr",
            "2019-12-20",
            "La livraison est prévue entre 8 heures et 10 heures.",
            &["8 heures|TIME|2019-12-20T08:00", "10 heures|TIME|2019-12-20T10:00"],
        ),
        ("fr", "2019-12-20", "La place était vide à partir de 22 heures.", &["22 heures|TIME|2019-12-20T22:00"]),
        ("fr", "2019-12-20", "Il a couru pendant 22 heures.", &["22 heures|DURATION|PT22H"]),
        ("fr", "2019-12-20", "La séance a duré deux heures.", &["deux heures|DURATION|PT2H"]),
        ("fr", "2019-12-20", "Après plus d'un mois de grève, le travail reprend.", &["plus d'un mois|DURATION|P1M"]),
        ("fr", "2019-12-20", "Moins d'une heure suffit.", &["Moins d'une heure|DURATION|PT1H"]),
    ]);
}
