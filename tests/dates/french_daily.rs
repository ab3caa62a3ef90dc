//! Sentences of daily news in French: habits, anaphora, ages and numbers, lengths, deadlines.

use crate::hold;

#[test]
fn french_daily_1() {
    hold(&[
        (
            "fr",
            "2022-06-15",
            "Le dimanche, le vieux facteur dormait jusqu'à midi.",
            &["Le dimanche|SET|XXXX-WXX-7", "midi|TIME|XXXX-XX-XXT12:00"],
        ),
        ("fr", "2022-06-15", "Le lundi, ils faisaient relâche.", &["Le lundi|SET|XXXX-WXX-1"]),
        ("fr", "2022-06-15", "Le samedi soir, on dansait à l'auberge.", &["Le samedi soir|SET|XXXX-WXX-6TEV"]),
        ("fr", "2022-06-15", "Le lundi, elle a démissionné.", &["lundi|DATE|2022-06-13"]),
        (
            "fr",
            "2022-06-15",
            "La tempête a frappé le 4 juin 2022. Une semaine plus tard, le courant manquait encore.",
            &["le 4 juin 2022|DATE|2022-06-04", "Une semaine plus tard|DATE|2022-W23"],
        ),
        (
            "fr",
            "2022-06-15",
            "Le pont a cédé le 3 mai 2022. Trois jours après, un second pont tombait.",
            &["le 3 mai 2022|DATE|2022-05-03", "Trois jours après|DATE|2022-05-06"],
        ),
        (
            "fr",
            "2022-06-15",
            "Le port a fermé le 2 mars 2019. Il a rouvert deux mois plus tard.",
            &["le 2 mars 2019|DATE|2019-03-02", "deux mois plus tard|DATE|2019-05"],
        ),
        (
            "fr",
            "2022-06-15",
            "Le village a brûlé en 1911. Vingt ans plus tard, il était rebâti.",
            &["1911|DATE|1911", "Vingt ans plus tard|DATE|1931"],
        ),
        ("fr", "2022-06-15", "Au lendemain de la défaite, l'entraîneur est resté muet.", &["lendemain|DATE|XXXX-XX-XX"]),
        (
            "fr",
            "2022-06-15",
            "Jeudi, au lendemain du vote, le cours a bondi.",
            &["Jeudi|DATE|2022-06-09", "lendemain|DATE|2022-06-09"],
        ),
    ]);
}

#[test]
fn french_daily_5() {
    hold(&[
        (
            "fr",
            "2022-06-15",
            "Le référendum a eu lieu le 29 mai 2005. Au lendemain du scrutin, le ministre partait.",
            &["le 29 mai 2005|DATE|2005-05-29", "lendemain|DATE|2005-05-30"],
        ),
        ("fr", "2022-06-15", "À la veille de la rentrée, les maires s'inquiètent.", &["la veille|DATE|XXXX-XX-XX"]),
        (
            "fr",
            "2022-06-15",
            "Elle est arrivée le 6 mai 2022 ; l'avant-veille, il neigeait.",
            &["le 6 mai 2022|DATE|2022-05-06", "l'avant-veille|DATE|2022-05-04"],
        ),
        (
            "fr",
            "2022-06-15",
            "La mairie ouvre du lundi au vendredi de 9 h à 12 h.",
            &["lundi|SET|XXXX-WXX-1", "vendredi|SET|XXXX-WXX-5", "9 h|TIME|XXXX-XX-XXT09:00", "12 h|TIME|XXXX-XX-XXT12:00"],
        ),
        ("fr", "2022-06-15", "Un bus passe toutes les deux heures.", &["toutes les deux heures|SET|PT2H"]),
        ("fr", "2022-06-15", "Le comité se réunit une fois par trimestre.", &["trimestre|SET|P3M"]),
        ("fr", "2022-06-15", "La revue paraît tous les deux mois.", &["tous les deux mois|SET|P2M"]),
        ("fr", "2022-06-15", "Un jour sur deux, l'eau est coupée.", &["Un jour sur deux|SET|P2D"]),
        ("fr", "2022-06-15", "Chaque été, la rivière s'assèche.", &["Chaque été|SET|XXXX-SU"]),
        ("fr", "2022-06-15", "Tous les 14 juillet, la fanfare défile.", &["Tous les 14 juillet|SET|XXXX-07-14"]),
        (
            "fr",
            "2022-06-15",
            "Le premier jeudi de chaque mois, le musée est gratuit.",
            &["Le premier jeudi de chaque mois|SET|XXXX-WXX-4"],
        ),
        (
            "fr",
            "2022-06-15",
            "Le dernier dimanche d'août, on fête le saint patron.",
            &["Le dernier dimanche d'août|DATE|2022-08-28"],
        ),
        ("fr", "2022-06-15", "Un octogénaire de 84 ans a disparu.", &[]),
        ("fr", "2022-06-15", "Les plus de 65 ans voteront en premier.", &[]),
    ]);
}

#[test]
fn french_daily_2() {
    hold(&[
        ("fr", "2022-06-15", "Il a la cinquantaine et vit à Sète.", &[]),
        ("fr", "2022-06-15", "Une enfant de trois mois et demi a été sauvée.", &[]),
        ("fr", "2022-06-15", "Âgée de 27 ans, la coureuse arrête.", &[]),
        ("fr", "2022-06-15", "Le lycée est situé au 1848, boulevard des Alpes.", &[]),
        ("fr", "2022-06-15", "La départementale 1950 est coupée.", &[]),
        ("fr", "2022-06-15", "Le vol AF1789 a été dérouté.", &[]),
        ("fr", "2022-06-15", "Rendez-vous salle 2012 du palais.", &[]),
        ("fr", "2022-06-15", "Le maître-nageur Avril Moreau témoigne.", &[]),
        ("fr", "2022-06-15", "Le roman « 1984 » reste en tête des ventes.", &[]),
        ("fr", "2022-06-15", "La loi de 1905 fait débat.", &["1905|DATE|1905"]),
        ("fr", "2022-06-15", "La réforme de 2010 avait été combattue.", &["2010|DATE|2010"]),
        ("fr", "2022-06-15", "Le coup d'État du 2-Décembre reste dans les mémoires.", &["2-Décembre|DATE|2021-12-02"]),
        ("fr", "2022-06-15", "Depuis mardi, la route est fermée.", &["mardi|DATE|2022-06-14"]),
        ("fr", "2022-06-15", "Les grévistes bloquent le dépôt depuis vendredi soir.", &["vendredi soir|TIME|2022-06-10TEV"]),
        (
            "fr",
            "2022-06-15",
            "Le train de 17 h 45 a été supprimé jeudi dernier.",
            &["17 h 45|TIME|2022-06-09T17:45", "jeudi dernier|DATE|2022-06-09"],
        ),
        ("fr", "2022-06-15", "Le conseil se prononcera mercredi prochain.", &["mercredi prochain|DATE|2022-06-22"]),
        ("fr", "2022-06-15", "D'ici la fin de l'année, trente lits seront ouverts.", &["la fin de l'année|DATE|2022"]),
        ("fr", "2022-06-15", "D'ici à 2030, la forêt aura disparu.", &["2030|DATE|2030"]),
        ("fr", "2022-06-15", "Dans les prochains jours, un médecin viendra.", &["les prochains jours|DATE|FUTURE_REF"]),
        ("fr", "2022-06-15", "Au cours des six derniers mois, dix fermes ont fermé.", &["six derniers mois|DURATION|P6M"]),
        ("fr", "2022-06-15", "Ces trois dernières années, le loyer a doublé.", &["Ces trois dernières années|DURATION|P3Y"]),
        ("fr", "2022-06-15", "Voilà dix ans que la mine est close.", &["dix ans|DURATION|P10Y"]),
        ("fr", "2022-06-15", "Dans trois semaines, le festival commence.", &["Dans trois semaines|DATE|2022-W27"]),
        ("fr", "2022-06-15", "En début de semaine, un cargo s'est échoué.", &["début de semaine|DATE|2022-W24"]),
    ]);
}

#[test]
fn french_daily_3() {
    hold(&[
        ("fr", "2022-06-15", "La semaine passée, il a plu sans arrêt.", &["La semaine passée|DATE|2022-W23"]),
        ("fr", "2022-06-15", "Au premier semestre 2021, les ventes ont baissé.", &["premier semestre 2021|DATE|2021-H1"]),
        ("fr", "2022-06-15", "Au deuxième trimestre, le chômage a reculé de 2 %.", &["deuxième trimestre|DATE|2022-Q2"]),
        (
            "fr",
            "2022-06-15",
            "Le chiffre d'affaires des neuf premiers mois de 2021 a bondi.",
            &["neuf premiers mois|DURATION|P9M", "2021|DATE|2021"],
        ),
        ("fr", "2022-06-15", "La saison 2019-2020 fut annulée.", &["2019|DATE|2019", "2020|DATE|2020"]),
        ("fr", "2022-06-15", "Entre 1995 et 1998, le barrage fut bâti.", &["1995|DATE|1995", "1998|DATE|1998"]),
        ("fr", "2022-06-15", "Dans les années 1970, le port vivait.", &["les années 1970|DATE|197"]),
        ("fr", "2022-06-15", "Au début des années quatre-vingt, tout changea.", &["début des années quatre-vingt|DATE|198"]),
        ("fr", "2022-06-15", "Au XVIIIe siècle, la tour servait de phare.", &["XVIIIe siècle|DATE|17"]),
        (
            "fr",
            "2022-06-15",
            "Ce mercredi 15 juin, à 8 heures, la bourse a ouvert en baisse.",
            &["Ce mercredi 15 juin|DATE|2022-06-15", "8 heures|TIME|2022-06-15T08:00"],
        ),
        (
            "fr",
            "2022-06-15",
            "Dans la nuit de lundi à mardi, un hangar a brûlé.",
            &["la nuit de lundi à mardi|TIME|2022-06-13TNI"],
        ),
        (
            "fr",
            "2022-06-15",
            "Hier soir vers 22h15, deux voitures se sont heurtées.",
            &["Hier soir|TIME|2022-06-14TEV", "vers 22h15|TIME|2022-06-14T22:15"],
        ),
        ("fr", "2022-06-15", "Avant-hier, la neige bloquait le col.", &["Avant-hier|DATE|2022-06-13"]),
        ("fr", "2022-06-15", "Après-demain, le préfet recevra les éleveurs.", &["Après-demain|DATE|2022-06-17"]),
        (
            "fr",
            "2022-06-15",
            "Demain matin à 6 heures, les vannes seront ouvertes.",
            &["Demain matin|TIME|2022-06-16TMO", "6 heures|TIME|2022-06-16T06:00"],
        ),
        (
            "fr",
            "2022-06-15",
            "L'incendie a duré de samedi 20 heures à dimanche midi.",
            &["samedi|DATE|2022-06-11", "20 heures|TIME|2022-06-11T20:00", "dimanche midi|TIME|2022-06-12T12:00"],
        ),
        ("fr", "2022-06-15", "À l'époque, la vallée comptait trois moulins.", &["l'époque|DATE|PAST_REF"]),
        ("fr", "2022-06-15", "Les Jeux de 2024 auront lieu à Paris.", &["2024|DATE|2024"]),
        ("fr", "2022-06-15", "Le 1er janvier prochain, le tarif augmentera.", &["Le 1er janvier prochain|DATE|2023-01-01"]),
        ("fr", "2022-06-15", "Le 24 décembre dernier, la salle était vide.", &["Le 24 décembre dernier|DATE|2021-12-24"]),
        ("fr", "2022-06-15", "En mars dernier, le siège a été vendu.", &["mars dernier|DATE|2022-03"]),
        ("fr", "2022-06-15", "En septembre prochain, l'école rouvrira.", &["septembre prochain|DATE|2022-09"]),
        ("fr", "2022-06-15", "À la mi-août, les moissons seront finies.", &["la mi-août|DATE|2022-08"]),
        ("fr", "2022-06-15", "Les élections de mai prochain inquiètent.", &["mai prochain|DATE|2023-05"]),
    ]);
}

#[test]
fn french_daily_4() {
    hold(&[
        ("fr", "2022-06-15", "Le week-end dernier, 300 coureurs étaient là.", &["Le week-end dernier|DATE|2022-W23-WE"]),
        ("fr", "2022-06-15", "Ce week-end, deux concerts sont prévus.", &["Ce week-end|DATE|2022-W24-WE"]),
        (
            "fr",
            "2022-06-15",
            "Le procès, qui s'est ouvert lundi, durera trois semaines.",
            &["lundi|DATE|2022-06-13", "trois semaines|DURATION|P3W"],
        ),
        ("fr", "2022-06-15", "Après dix-huit mois d'attente, l'usine redémarre.", &["dix-huit mois|DURATION|P18M"]),
        ("fr", "2022-06-15", "Il a été condamné à vingt-deux ans de prison.", &["vingt-deux ans|DURATION|P22Y"]),
        (
            "fr",
            "2022-06-15",
            "Le concert commencera à 20h précises vendredi.",
            &["20h|TIME|2022-06-17T20:00", "vendredi|DATE|2022-06-17"],
        ),
    ]);
}
