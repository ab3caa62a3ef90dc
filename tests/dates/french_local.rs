//! Sentences as the local press of France writes them.

use crate::hold;

#[test]
fn french_local_local_news_hours() {
    hold(&[
        (
            "fr",
            "1999-06-08",
            "Le vide-grenier se tiendra de 8 h à 18 h, dimanche 13 juin.",
            &["8 h|TIME|1999-06-13T08:00", "18 h|TIME|1999-06-13T18:00", "dimanche 13 juin|DATE|1999-06-13"],
        ),
        (
            "fr",
            "1999-06-08",
            "Repas dès 12 h, concert à partir de 15 h 30.",
            &["12 h|TIME|1999-06-08T12:00", "15 h 30|TIME|1999-06-08T15:30"],
        ),
        (
            "fr",
            "1999-06-08",
            "La permanence aura lieu de 14 à 16 h.",
            &["14|TIME|1999-06-08T14:00", "16 h|TIME|1999-06-08T16:00"],
        ),
        ("fr", "1999-06-08", "Départ à 8 h précises.", &["8 h|TIME|1999-06-08T08:00"]),
        (
            "fr",
            "1999-06-08",
            "Entre 9 h et 11 h, la rue sera barrée.",
            &["9 h|TIME|1999-06-08T09:00", "11 h|TIME|1999-06-08T11:00"],
        ),
        ("fr", "1999-06-08", "Il était 2 h du matin quand le feu a pris.", &["2 h du matin|TIME|1999-06-08T02:00"]),
        (
            "fr",
            "1999-06-08",
            "Vers 5 heures, hier matin, un camion s'est couché.",
            &["Vers 5 heures|TIME|1999-06-07T05:00", "hier matin|TIME|1999-06-07TMO"],
        ),
        ("fr", "1999-06-08", "Le bal commencera à 21 heures.", &["21 heures|TIME|1999-06-08T21:00"]),
        ("fr", "1999-06-08", "L'averse a duré vingt minutes.", &["vingt minutes|DURATION|PT20M"]),
        ("fr", "1999-06-08", "Messe à 10 h 30 à l'église.", &["10 h 30|TIME|1999-06-08T10:30"]),
        ("fr", "1999-06-08", "Le magasin ferme à 19 h 30.", &["19 h 30|TIME|1999-06-08T19:30"]),
        (
            "fr",
            "1999-06-08",
            "Un cambriolage a été commis dans la nuit de samedi à dimanche.",
            &["la nuit de samedi à dimanche|TIME|1999-06-05TNI"],
        ),
        ("fr", "1999-06-08", "Dans la nuit de lundi, une voiture a brûlé.", &["la nuit de lundi|TIME|1999-06-07TNI"]),
        (
            "fr",
            "1999-06-08",
            "Ce soir, à 20 h 45, la troupe joue Molière.",
            &["Ce soir|TIME|1999-06-08TEV", "20 h 45|TIME|1999-06-08T20:45"],
        ),
        ("fr", "1999-06-08", "Il a été interpellé hier vers midi.", &["hier|DATE|1999-06-07", "midi|TIME|1999-06-07T12:00"]),
    ]);
}

#[test]
fn french_local_local_news_hours_too() {
    hold(&[("fr", "1999-06-08", "L'incendie s'est déclaré peu avant 3 h.", &["3 h|TIME|1999-06-08T03:00"])]);
}

#[test]
fn french_local_local_news_days() {
    hold(&[
        (
            "fr",
            "1999-06-08",
            "Les 12 et 13 juin, le club organise un tournoi.",
            &["Les 12|DATE|1999-06-12", "13 juin|DATE|1999-06-13"],
        ),
        ("fr", "1999-06-08", "Le stage aura lieu du 5 au 9 juillet.", &["5|DATE|1999-07-05", "9 juillet|DATE|1999-07-09"]),
        ("fr", "1999-06-08", "L'exposition est visible jusqu'au 20 juin.", &["20 juin|DATE|1999-06-20"]),
        ("fr", "1999-06-08", "Inscriptions avant le 15 juin.", &["le 15 juin|DATE|1999-06-15"]),
        ("fr", "1999-06-08", "Rendez-vous samedi et dimanche au stade.", &["samedi|DATE|1999-06-12", "dimanche|DATE|1999-06-13"]),
        ("fr", "1999-06-08", "La semaine dernière, deux classes sont parties à la mer.", &["La semaine dernière|DATE|1999-W22"]),
        ("fr", "1999-06-08", "La semaine prochaine, les travaux reprendront.", &["La semaine prochaine|DATE|1999-W24"]),
        ("fr", "1999-06-08", "Le mois dernier, il avait plu.", &["Le mois dernier|DATE|1999-05"]),
        ("fr", "1999-06-08", "Cet après-midi, la cour entendra les témoins.", &["Cet après-midi|TIME|1999-06-08TAF"]),
        (
            "fr",
            "1999-06-08",
            "Ce week-end, les pompiers ont fêté leurs cent ans.",
            &["Ce week-end|DATE|1999-W22-WE", "cent ans|DURATION|P100Y"],
        ),
        ("fr", "1999-06-08", "En fin de semaine, le temps sera gris.", &["fin de semaine|DATE|1999-W23"]),
        ("fr", "1999-06-08", "Au mois de juillet, la piscine sera fermée.", &["mois de juillet|DATE|1999-07"]),
        ("fr", "1999-06-08", "Début mai, le maire avait prévenu.", &["Début mai|DATE|1999-05"]),
        ("fr", "1999-06-08", "Fin août, la rentrée approchera.", &["Fin août|DATE|1999-08"]),
        ("fr", "1999-06-08", "Courant septembre, le pont rouvrira.", &["septembre|DATE|1999-09"]),
        ("fr", "1999-06-08", "Mercredi prochain, les enfants iront au zoo.", &["Mercredi prochain|DATE|1999-06-09"]),
        ("fr", "1999-06-08", "Jeudi dernier, le conseil s'est réuni.", &["Jeudi dernier|DATE|1999-06-03"]),
        ("fr", "1999-06-08", "Il sera jugé le 22 juin prochain.", &["le 22 juin prochain|DATE|1999-06-22"]),
        ("fr", "1999-06-08", "Le 3 avril dernier, il gagnait la course.", &["Le 3 avril dernier|DATE|1999-04-03"]),
        ("fr", "1999-06-08", "Lundi 14, la collecte aura lieu.", &["Lundi 14|DATE|1999-06-14"]),
        ("fr", "1999-06-08", "Avant-hier, la rivière débordait.", &["Avant-hier|DATE|1999-06-06"]),
        ("fr", "1999-06-08", "Après-demain, tout sera fini.", &["Après-demain|DATE|1999-06-10"]),
        ("fr", "1999-06-08", "Aujourd'hui, le bourg compte 800 âmes.", &["Aujourd'hui|DATE|1999-06-08"]),
        ("fr", "1999-06-08", "Demain soir, le jury rendra son avis.", &["Demain soir|TIME|1999-06-09TEV"]),
        ("fr", "1999-06-08", "Il est mort dans sa 80e année.", &[]),
        ("fr", "1999-06-08", "L'an passé, le club était en Promotion.", &["L'an passé|DATE|1998"]),
        ("fr", "1999-06-08", "L'an prochain, l'école fermera une classe.", &["L'an prochain|DATE|2000"]),
        ("fr", "1999-06-08", "Cette année, la fête change de lieu.", &["Cette année|DATE|1999"]),
        ("fr", "1999-06-08", "L'année suivante, il revint.", &["L'année suivante|DATE|XXXX"]),
        ("fr", "1999-06-08", "Dans les années 80, l'usine fermait.", &["les années 80|DATE|198"]),
    ]);
}

#[test]
fn french_local_local_news_lengths() {
    hold(&[
        ("fr", "1999-06-08", "Il a été condamné à six mois de prison ferme.", &["six mois|DURATION|P6M"]),
        ("fr", "1999-06-08", "Ils sont mariés depuis cinquante ans.", &["cinquante ans|DURATION|P50Y"]),
        ("fr", "1999-06-08", "La grève dure depuis une dizaine de jours.", &["une dizaine de jours|DURATION|P10D"]),
        ("fr", "1999-06-08", "Il a joué pendant une heure et demie.", &["une heure et demie|DURATION|PT1H30M"]),
        ("fr", "1999-06-08", "Le stage de deux jours est complet.", &["deux jours|DURATION|P2D"]),
        ("fr", "1999-06-08", "Elle a travaillé trente-cinq ans à la poste.", &["trente-cinq ans|DURATION|P35Y"]),
        ("fr", "1999-06-08", "Au bout de quelques minutes, il s'est levé.", &["quelques minutes|DURATION|PTXM"]),
        ("fr", "1999-06-08", "Toute la journée, les bénévoles ont servi.", &["Toute la journée|DURATION|P1D"]),
        ("fr", "1999-06-08", "Il y a quinze jours, le pont cédait.", &["Il y a quinze jours|DATE|1999-05-24"]),
        ("fr", "1999-06-08", "Voilà deux ans que l'usine est fermée.", &["deux ans|DURATION|P2Y"]),
        ("fr", "1999-06-08", "Dans quinze jours, les urnes parleront.", &["Dans quinze jours|DATE|1999-06-23"]),
        ("fr", "1999-06-08", "Il reviendra dans une semaine.", &["dans une semaine|DATE|1999-W24"]),
        ("fr", "1999-06-08", "Trois jours plus tôt, il avait porté plainte.", &["Trois jours plus tôt|DATE|1999-06-05"]),
        ("fr", "1999-06-08", "Deux heures plus tard, le calme revenait.", &["Deux heures plus tard|DATE|1999-06-08"]),
        ("fr", "1999-06-08", "Il faut compter trois à quatre semaines.", &["quatre semaines|DURATION|P4W"]),
        ("fr", "1999-06-08", "Le délai est de 30 jours.", &["30 jours|DURATION|P30D"]),
        ("fr", "1999-06-08", "Le site reçoit 3000 visiteurs par an.", &["an|SET|P1Y"]),
        ("fr", "1999-06-08", "Le journal paraît tous les quinze jours.", &["tous les quinze jours|SET|P15D"]),
        ("fr", "1999-06-08", "La réunion a lieu tous les mercredis soir.", &["tous les mercredis soir|SET|XXXX-WXX-3TEV"]),
        ("fr", "1999-06-08", "Chaque matin, il balaie la place.", &["Chaque matin|SET|XXXX-XX-XXTMO"]),
        ("fr", "1999-06-08", "Chaque été, le camping se remplit.", &["Chaque été|SET|XXXX-SU"]),
        ("fr", "1999-06-08", "Il s'entraîne deux fois par semaine.", &["semaine|SET|P1W"]),
        (
            "fr",
            "1999-06-08",
            "L'atelier a lieu le mardi de 17 h à 19 h.",
            &["le mardi|SET|XXXX-WXX-2", "17 h|TIME|XXXX-XX-XXT17:00", "19 h|TIME|XXXX-XX-XXT19:00"],
        ),
        ("fr", "1999-06-08", "À l'avenir, il faudra réserver.", &["l'avenir|DATE|FUTURE_REF"]),
        ("fr", "1999-06-08", "Récemment, un loup a été vu.", &["Récemment|DATE|PAST_REF"]),
        ("fr", "1999-06-08", "Ces derniers jours, la Loue a monté.", &["Ces derniers jours|DATE|PAST_REF"]),
        ("fr", "1999-06-08", "Ces dernières années, la population a baissé.", &["Ces dernières années|DATE|PAST_REF"]),
        ("fr", "1999-06-08", "Depuis peu, un radar y est posé.", &[]),
        ("fr", "1999-06-08", "Désormais, le stade est éclairé.", &["Désormais|DATE|PRESENT_REF"]),
        ("fr", "1999-06-08", "Il est actuellement à Nancy.", &["actuellement|DATE|PRESENT_REF"]),
    ]);
}
