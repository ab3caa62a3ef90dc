//! Sentences in French, by the kinds of dates that are easily read wrongly.

use crate::hold;

#[test]
fn french_kinds_births_short_years_and_eras() {
    hold(&[
        ("fr", "1985-06-20", "Jeanne Rivot, née à Brest le 04/09/21, a reçu la médaille.", &["le 04/09/21|DATE|1921-09-04"]),
        ("fr", "1985-06-20", "Il est né le 30/11/60.", &["le 30/11/60|DATE|1960-11-30"]),
        ("fr", "1985-06-20", "La facture du 02/05/85 reste impayée.", &["02/05/85|DATE|1985-05-02"]),
        ("fr", "2021-06-20", "Né le 17/08/52, il préside le club.", &["le 17/08/52|DATE|1952-08-17"]),
        ("fr", "2021-06-20", "Le contrat expire le 31/12/24.", &["le 31/12/24|DATE|2024-12-31"]),
        ("fr", "1985-06-20", "Elle naquit le 8 mai 45.", &["le 8 mai 45|DATE|1945-05-08"]),
        ("fr", "2021-06-20", "Alésia tomba en 52 avant J.-C.", &["52 avant J.-C.|DATE|BC0052"]),
        ("fr", "2021-06-20", "La cité fut fondée en 600 av. J.-C. par des marins.", &["600 av. J.-C.|DATE|BC0600"]),
        ("fr", "2021-06-20", "Le mur date du IIIe siècle av. J.-C.", &["IIIe siècle av. J.-C.|DATE|BC02"]),
        ("fr", "2021-06-20", "Un vase du 2e siècle après J.-C. a été trouvé.", &["2e siècle après J.-C.|DATE|01"]),
        ("fr", "2021-06-20", "En juin 44, le port était détruit.", &["juin 44|DATE|1944-06"]),
        ("fr", "2021-06-20", "Les slogans de mai 68 ont vieilli.", &["mai 68|DATE|1968-05"]),
        ("fr", "1998-06-20", "Le club était monté en 87.", &["87|DATE|1987"]),
        ("fr", "1998-06-20", "Élu en 89, réélu en 95, il se retire.", &["89|DATE|1989", "95|DATE|1995"]),
        ("fr", "2021-06-20", "En novembre 89, le mur tombait.", &["novembre 89|DATE|1989-11"]),
        ("fr", "2021-06-20", "Il court le 100 mètres en 12 secondes.", &["12 secondes|DURATION|PT12S"]),
        ("fr", "2021-06-20", "Le train passe en 45 minutes.", &["45 minutes|DURATION|PT45M"]),
    ]);
}

#[test]
fn french_kinds_months_cut_short_and_hours() {
    hold(&[
        ("fr", "2020-10-20", "Le 3 sept, la cour a tranché.", &["Le 3 sept|DATE|2020-09-03"]),
        (
            "fr",
            "2020-10-20",
            "Les 12 et 13 sept 2020, le bourg fêtait la pomme.",
            &["Les 12|DATE|2020-09-12", "13 sept 2020|DATE|2020-09-13"],
        ),
        ("fr", "2020-10-20", "Sept joueurs ont marqué.", &[]),
        ("fr", "2020-10-20", "Il a plu sept jours.", &["sept jours|DURATION|P7D"]),
        ("fr", "2020-10-20", "Le 4 juill, le bac a coulé.", &["Le 4 juill|DATE|2020-07-04"]),
        ("fr", "2020-10-20", "Le car est parti il y a 3 heures.", &["il y a 3 heures|DATE|2020-10-20"]),
        ("fr", "2020-10-20", "Le bac fonctionne 7 jours sur 7.", &["7 jours sur 7|SET|P1D"]),
        (
            "fr",
            "2020-10-20",
            "La caserne veille 24 heures sur 24 et 7 jours sur 7.",
            &["24 heures sur 24|SET|P1D", "7 jours sur 7|SET|P1D"],
        ),
        ("fr", "2020-10-20", "L'alerte a été donnée à 6 h 45, hier.", &["6 h 45|TIME|2020-10-19T06:45", "hier|DATE|2020-10-19"]),
        (
            "fr",
            "2020-10-20",
            "Le choc a eu lieu vers 7 h 10, mardi, sur le pont.",
            &["vers 7 h 10|TIME|2020-10-20T07:10", "mardi|DATE|2020-10-20"],
        ),
        ("fr", "2020-10-20", "Rendez-vous à 20 h 30 demain.", &["20 h 30|TIME|2020-10-21T20:30", "demain|DATE|2020-10-21"]),
        ("fr", "2020-10-20", "Le vol s'est posé à 5 h 12 GMT.", &["5 h 12 GMT|TIME|2020-10-20T05:12"]),
        (
            "fr",
            "2020-10-20",
            "La séance reprendra jeudi à 15 heures GMT.",
            &["jeudi|DATE|2020-10-22", "15 heures GMT|TIME|2020-10-22T15:00"],
        ),
        ("fr", "2020-10-20", "Le dépouillement a cessé vendredi à minuit.", &["vendredi à minuit|TIME|2020-10-16T24:00"]),
        ("fr", "2020-10-20", "La grille ouvre dimanche à midi.", &["dimanche à midi|TIME|2020-10-25T12:00"]),
        ("fr", "2020-10-20", "Les ventes du dernier trimestre 2019 ont déçu.", &["dernier trimestre 2019|DATE|2019-Q4"]),
        (
            "fr",
            "2020-10-20",
            "Le deuxième trimestre de l'exercice 2017 fut bon.",
            &["Le deuxième trimestre de l'exercice 2017|DATE|2017-Q2"],
        ),
    ]);
}

#[test]
fn french_kinds_months_cut_short_and_hours_too() {
    hold(&[
        (
            "fr",
            "2020-10-20",
            "Entre le 20 décembre et le 5 janvier, l'accueil est fermé.",
            &["le 20 décembre|DATE|2020-12-20", "le 5 janvier|DATE|2021-01-05"],
        ),
        (
            "fr",
            "2020-10-20",
            "Le col est fermé du 15 novembre au 30 avril.",
            &["15 novembre|DATE|2020-11-15", "30 avril|DATE|2021-04-30"],
        ),
        ("fr", "2020-10-20", "LE MARCHÉ OUVRIRA SAMEDI", &["SAMEDI|DATE|2020-10-24"]),
        ("fr", "2020-10-20", "LE MAIRE A DÉMISSIONNÉ SAMEDI", &["SAMEDI|DATE|2020-10-17"]),
        (
            "fr",
            "2020-10-20",
            "« Nous voterons jeudi », avait promis lundi le syndicat.",
            &["jeudi|DATE|2020-10-22", "lundi|DATE|2020-10-19"],
        ),
        ("fr", "2020-10-20", "« Vous viendrez dimanche », dit-elle.", &["dimanche|DATE|2020-10-25"]),
        ("fr", "2020-10-20", "Les familles du 11-Septembre ont témoigné.", &["11-Septembre|DATE|2001-09-11"]),
        ("fr", "2020-10-20", "Il habite rue du 11-Septembre.", &[]),
        ("fr", "2020-10-20", "La saison 2018-2019 fut courte.", &["2018|DATE|2018", "2019|DATE|2019"]),
        ("fr", "2020-10-20", "Le bilan de la saison 2019/20 est bon.", &["2019|DATE|2019", "20|DATE|2020"]),
    ]);
}

#[test]
fn french_kinds_ages() {
    hold(&[
        ("fr", "2020-10-20", "Une caissière de supermarché de 52 ans a été agressée.", &[]),
        ("fr", "2020-10-20", "Un chauffeur de car de 63 ans est mort.", &[]),
        ("fr", "2020-10-20", "Le joueur, âgé de 24 ans, signe pour trois ans.", &["trois ans|DURATION|P3Y"]),
        ("fr", "2020-10-20", "Les 18-25 ans voyagent gratuitement.", &[]),
        ("fr", "2020-10-20", "Le stage est ouvert aux 8-12 ans.", &[]),
        ("fr", "2020-10-20", "Le tarif vaut pour les plus de 65 ans.", &[]),
        ("fr", "2020-10-20", "L'accès est interdit aux moins de 12 ans.", &[]),
        ("fr", "2020-10-20", "Une femme d'une cinquantaine d'années a été sauvée.", &[]),
        ("fr", "2020-10-20", "Un musicien de 47 ans a gagné.", &[]),
        ("fr", "2020-10-20", "Une randonneuse de 31 ans est tombée.", &[]),
        ("fr", "2020-10-20", "Il a été condamné à une peine de 3 ans.", &["3 ans|DURATION|P3Y"]),
        ("fr", "2020-10-20", "Le maire a signé un bail de 9 ans.", &["9 ans|DURATION|P9Y"]),
        ("fr", "2020-10-20", "La guerre a duré une quarantaine d'années.", &["une quarantaine d'années|DURATION|P40Y"]),
        ("fr", "2020-10-20", "Le plan de 5 ans est adopté.", &["5 ans|DURATION|P5Y"]),
        ("fr", "2020-10-20", "Un bébé de 8 mois a été trouvé.", &[]),
        ("fr", "2020-10-20", "L'animatrice de 29 ans sourit.", &[]),
    ]);
}

#[test]
fn french_kinds_numbers_and_names_that_are_no_dates() {
    hold(&[
        ("fr", "2020-10-20", "Elle vit au 1804, avenue du Port.", &[]),
        ("fr", "2020-10-20", "Le dossier n° 1998 est perdu.", &[]),
        ("fr", "2020-10-20", "Le bus 1950 est en panne.", &[]),
        ("fr", "2020-10-20", "La chambre 2020 donne sur cour.", &[]),
        ("fr", "2020-10-20", "M. Janvier a salué Mme Avril.", &[]),
        ("fr", "2020-10-20", "Me Juillet plaidera.", &[]),
        ("fr", "2020-10-20", "Le traité du Vendredi saint a été cité.", &[]),
        ("fr", "2020-10-20", "Le vendredi saint 2019, la procession eut lieu.", &["Le vendredi saint 2019|DATE|2019-04-19"]),
        ("fr", "2020-10-20", "Le 1500 mètres a été couru.", &[]),
        ("fr", "2020-10-20", "Le loto a 2020 lots.", &[]),
    ]);
}

#[test]
fn french_kinds_habits() {
    hold(&[
        ("fr", "2020-10-20", "Le samedi, le marché envahit la place.", &["Le samedi|SET|XXXX-WXX-6"]),
        ("fr", "2020-10-20", "Elle nage le lundi et le jeudi.", &["le lundi|SET|XXXX-WXX-1", "le jeudi|SET|XXXX-WXX-4"]),
        ("fr", "2020-10-20", "Le bureau est ouvert du mardi au samedi.", &["mardi|SET|XXXX-WXX-2", "samedi|SET|XXXX-WXX-6"]),
        ("fr", "2020-10-20", "Le dimanche, il dormait.", &["Le dimanche|SET|XXXX-WXX-7"]),
        ("fr", "2020-10-20", "Le lundi suivant, il démissionna.", &["Le lundi suivant|DATE|2020-10-26"]),
        (
            "fr",
            "2020-10-20",
            "Le conseil siège chaque deuxième mardi du mois.",
            &["chaque deuxième mardi du mois|SET|XXXX-WXX-2"],
        ),
        (
            "fr",
            "2020-10-20",
            "Brocante tous les premiers samedis du mois.",
            &["tous les premiers samedis du mois|SET|XXXX-WXX-6"],
        ),
        ("fr", "2020-10-20", "La messe a lieu le premier dimanche du mois.", &["le premier dimanche du mois|SET|XXXX-WXX-7"]),
        (
            "fr",
            "2020-10-20",
            "Consultations les premier et troisième jeudis.",
            &["les premier et troisième jeudis|SET|XXXX-WXX-4"],
        ),
        (
            "fr",
            "2020-10-20",
            "Le bac circule de 6 heures à 22 heures en été.",
            &["6 heures|TIME|XXXX-XX-XXT06:00", "22 heures|TIME|XXXX-XX-XXT22:00", "été|SET|XXXX-SU"],
        ),
        ("fr", "2020-10-20", "En hiver, la route est fermée.", &["hiver|SET|XXXX-WI"]),
        ("fr", "2020-10-20", "En hiver 2012, la route fut coupée.", &["hiver 2012|DATE|2012-WI"]),
        ("fr", "2020-10-20", "En automne, les cèpes sortent.", &["automne|SET|XXXX-FA"]),
        ("fr", "2020-10-20", "Les travaux débuteront en automne.", &["automne|DATE|2020-FA"]),
        ("fr", "2020-10-20", "Chaque week-end, la place se remplit.", &["Chaque week-end|SET|P1WE"]),
        ("fr", "2020-10-20", "Le mercredi soir, la salle répète.", &["Le mercredi soir|SET|XXXX-WXX-3TEV"]),
        (
            "fr",
            "2020-10-20",
            "Le mardi, la piscine ouvre à 17 heures.",
            &["Le mardi|SET|XXXX-WXX-2", "17 heures|TIME|XXXX-XX-XXT17:00"],
        ),
        ("fr", "2020-10-20", "La fête aura lieu le deuxième dimanche de mai.", &["le deuxième dimanche de mai|DATE|2021-05-09"]),
    ]);
}

#[test]
fn french_kinds_habits_too() {
    hold(&[
        (
            "fr",
            "2020-10-20",
            "Le dernier lundi de septembre 2019, il partit.",
            &["Le dernier lundi de septembre 2019|DATE|2019-09-30"],
        ),
        (
            "fr",
            "2020-10-20",
            "Le premier week-end de mars 2019 fut doux.",
            &["Le premier week-end de mars 2019|DATE|2019-W09-WE"],
        ),
    ]);
}

#[test]
fn french_kinds_anaphora_and_what_lies_ahead() {
    hold(&[
        ("fr", "2020-10-20", "Au lendemain du vote, le parti s'est divisé.", &["lendemain|DATE|XXXX-XX-XX"]),
        (
            "fr",
            "2020-10-20",
            "Le vote eut lieu le 3 mai 2020. Au lendemain du vote, le parti s'est divisé.",
            &["le 3 mai 2020|DATE|2020-05-03", "lendemain|DATE|2020-05-04"],
        ),
        (
            "fr",
            "2020-10-20",
            "À la veille du scrutin du 7 juin 2020, rien n'était joué.",
            &["la veille|DATE|2020-06-06", "7 juin 2020|DATE|2020-06-07"],
        ),
        ("fr", "2020-10-20", "La veille de son départ, il avait signé.", &["La veille|DATE|XXXX-XX-XX"]),
        ("fr", "2020-10-20", "Le surlendemain de l'attaque, les secours arrivaient.", &["Le surlendemain|DATE|XXXX-XX-XX"]),
        (
            "fr",
            "2020-10-20",
            "Le feu a pris lundi. Au cours de la nuit, le toit s'est effondré.",
            &["lundi|DATE|2020-10-19", "la nuit|TIME|2020-10-19TNI"],
        ),
        (
            "fr",
            "2020-10-20",
            "Elle s'installa en 1975. À cette époque, le bourg comptait trois cafés.",
            &["1975|DATE|1975", "cette époque|DATE|1975"],
        ),
        (
            "fr",
            "2020-10-20",
            "Il fut élu en mars 2014. À ce moment-là, personne ne le connaissait.",
            &["mars 2014|DATE|2014-03", "ce moment-là|DATE|2014-03"],
        ),
        ("fr", "2020-10-20", "La réunion publique, jeudi, à la salle des fêtes", &["jeudi|DATE|2020-10-22"]),
        ("fr", "2020-10-20", "Concert de l'harmonie samedi à Morteau", &["samedi|DATE|2020-10-24"]),
        ("fr", "2020-10-20", "Trois blessés samedi sur la rocade", &["samedi|DATE|2020-10-17"]),
        ("fr", "2020-10-20", "Ils veulent gagner dimanche.", &["dimanche|DATE|2020-10-25"]),
        ("fr", "2020-10-20", "Un référendum au printemps paraissait possible.", &["printemps|DATE|2021-SP"]),
        ("fr", "2020-10-20", "L'équipe reçoit Dole samedi.", &["samedi|DATE|2020-10-24"]),
        ("fr", "2020-10-20", "Le tribunal rend son jugement vendredi.", &["vendredi|DATE|2020-10-23"]),
        ("fr", "2020-10-20", "Le festival débute jeudi.", &["jeudi|DATE|2020-10-22"]),
        (
            "fr",
            "2020-10-20",
            "Le procès, reporté à jeudi, devait durer deux jours.",
            &["jeudi|DATE|2020-10-22", "deux jours|DURATION|P2D"],
        ),
        ("fr", "2020-10-20", "La date limite expire vendredi.", &["vendredi|DATE|2020-10-23"]),
        ("fr", "2020-10-20", "Il doit répondre avant samedi.", &["samedi|DATE|2020-10-24"]),
        ("fr", "2020-10-20", "Il est absent depuis l'accident de dimanche et sera remplacé.", &["dimanche|DATE|2020-10-18"]),
    ]);
}

#[test]
fn french_kinds_anaphora_and_what_lies_ahead_too() {
    hold(&[
        (
            "fr",
            "2011-10-20",
            "Le port est bloqué depuis le 9 octobre.\n17 h 05 : un camion passe.\n16 h 30 : la police arrive.",
            &["le 9 octobre|DATE|2011-10-09", "17 h 05|TIME|2011-10-20T17:05", "16 h 30|TIME|2011-10-20T16:30"],
        ),
        (
            "fr",
            "2011-10-20",
            "Mercredi 19 octobre\n22 h 10 : fin des combats.\n21 h : un obus tombe.",
            &["Mercredi 19 octobre|DATE|2011-10-19", "22 h 10|TIME|2011-10-19T22:10", "21 h|TIME|2011-10-19T21:00"],
        ),
        (
            "fr",
            "2011-10-20",
            "• 8 h 15. Le ministre arrive.\n• 7 h 50. Les barrages sont levés.",
            &["8 h 15|TIME|2011-10-20T08:15", "7 h 50|TIME|2011-10-20T07:50"],
        ),
    ]);
}

#[test]
fn french_kinds_small_words_and_amounts() {
    hold(&[
        ("fr", "2020-10-20", "Pour l'instant, aucun blessé n'est signalé.", &["Pour l'instant|DATE|PRESENT_REF"]),
        ("fr", "2020-10-20", "En ce moment, la digue tient.", &["En ce moment|DATE|PRESENT_REF"]),
        ("fr", "2020-10-20", "Auparavant, il tenait un café.", &["Auparavant|DATE|PAST_REF"]),
        ("fr", "2020-10-20", "Elle a couru en 11,4 secondes.", &["11,4 secondes|DURATION|PT11.4S"]),
        ("fr", "2020-10-20", "Le vol a duré 2,5 heures.", &["2,5 heures|DURATION|PT2.5H"]),
        ("fr", "2020-10-20", "Il a attendu trois quarts d'heure.", &["trois quarts d'heure|DURATION|PT45M"]),
        ("fr", "2020-10-20", "L'attente dure un quart d'heure.", &["un quart d'heure|DURATION|PT15M"]),
        ("fr", "2020-10-20", "Le pont a servi trois quarts de siècle.", &["trois quarts de siècle|DURATION|P75Y"]),
        ("fr", "2020-10-20", "Il boite depuis des mois.", &["des mois|DURATION|PXM"]),
        ("fr", "2020-10-20", "Pendant des siècles, on y cultiva le lin.", &["des siècles|DURATION|PXY"]),
        ("fr", "2020-10-20", "Des années plus tard, elle revint.", &["Des années plus tard|DATE|FUTURE_REF"]),
        ("fr", "2020-10-20", "Ces deux derniers mois furent secs.", &["Ces deux derniers mois|DURATION|P2M"]),
        ("fr", "2020-10-20", "Le chantier a pris un an et demi.", &["un an et demi|DURATION|P1Y6M"]),
        ("fr", "2020-10-20", "Il resta deux longues années à l'hôpital.", &["deux longues années|DURATION|P2Y"]),
        ("fr", "2020-10-20", "Le soir même, elle avouait.", &["Le soir même|TIME|2020-10-20TEV"]),
        ("fr", "2020-10-20", "Elle arrivera mercredi matin.", &["mercredi matin|TIME|2020-10-21TMO"]),
    ]);
}
