//! Sentences in French as local notices and reports of accidents write them.

use crate::hold;

#[test]
fn french_notices_local_press() {
    hold(&[
        (
            "fr",
            "2000-03-15",
            "Un cyclomoteur a été volé hier vers 15 h, rue Kléber.",
            &["hier|DATE|2000-03-14", "vers 15 h|TIME|2000-03-14T15:00"],
        ),
        (
            "fr",
            "2000-03-15",
            "Le feu a pris hier, peu avant midi, dans un appentis.",
            &["hier|DATE|2000-03-14", "midi|TIME|2000-03-14T12:00"],
        ),
        ("fr", "2000-03-15", "Avant-hier, la Saône débordait.", &["Avant-hier|DATE|2000-03-13"]),
        ("fr", "2000-03-15", "Le commerce avait été visité dans la soirée de lundi.", &["la soirée de lundi|TIME|2000-03-13TEV"]),
        ("fr", "2000-03-15", "Le père a été entendu dans la matinée d'hier.", &["la matinée d'hier|TIME|2000-03-14TMO"]),
        ("fr", "2000-03-15", "Les gendarmes l'ont retrouvé au petit matin.", &["petit matin|TIME|2000-03-15TMO"]),
        (
            "fr",
            "2000-03-15",
            "Permanence ce matin de 10 h à 12 h.",
            &["ce matin|TIME|2000-03-15TMO", "10 h|TIME|2000-03-15T10:00", "12 h|TIME|2000-03-15T12:00"],
        ),
        ("fr", "2000-03-15", "Demain à 14 h, goûter des aînés.", &["Demain à 14 h|TIME|2000-03-16T14:00"]),
        (
            "fr",
            "2000-03-15",
            "Dimanche 19 mars à partir de 14 h 30, loto.",
            &["Dimanche 19 mars|DATE|2000-03-19", "14 h 30|TIME|2000-03-19T14:30"],
        ),
    ]);
}

#[test]
fn french_notices_local_press_too() {
    hold(&[
        (
            "fr",
            "2000-03-15",
            "Les cours ont lieu tous les mardis à 20 h.",
            &["tous les mardis|SET|XXXX-WXX-2", "20 h|TIME|XXXX-XX-XXT20:00"],
        ),
        ("fr", "2000-03-15", "La semaine passée, il avait démissionné.", &["La semaine passée|DATE|2000-W10"]),
        (
            "fr",
            "2000-03-15",
            "Le car quittera Melisey à 6 h et rentrera vers 22 h.",
            &["6 h|TIME|2000-03-15T06:00", "vers 22 h|TIME|2000-03-15T22:00"],
        ),
        ("fr", "2000-03-15", "L'an 2000 commence bien.", &["L'an 2000|DATE|2000"]),
        ("fr", "2000-03-15", "Champion en 1998-1999, le club recule.", &["1998|DATE|1998", "1999|DATE|1999"]),
        ("fr", "2000-03-15", "Pendant la saison 1998-99, il a marqué dix buts.", &["1998|DATE|1998", "99|DATE|1999"]),
        ("fr", "2000-03-15", "Cet hiver, la station a souffert.", &["Cet hiver|DATE|1999-WI"]),
        ("fr", "2000-03-15", "Cet été, les travaux reprendront.", &["Cet été|DATE|2000-SU"]),
        ("fr", "2000-03-15", "Les travaux ont duré tout l'hiver.", &["l'hiver|DATE|1999-WI"]),
        (
            "fr",
            "2000-03-15",
            "Vendredi à partir de 18 heures, assemblée générale.",
            &["Vendredi|DATE|2000-03-17", "18 heures|TIME|2000-03-17T18:00"],
        ),
        (
            "fr",
            "2000-03-15",
            "Les enfants ont rendez-vous samedi, à 13 h 45, au stade.",
            &["samedi|DATE|2000-03-18", "13 h 45|TIME|2000-03-18T13:45"],
        ),
    ]);
}

#[test]
fn french_notices_local_press_as_well() {
    hold(&[
        (
            "fr",
            "2000-03-15",
            "Le tribunal a condamné hier le chauffard à quatre mois ferme.",
            &["hier|DATE|2000-03-14", "quatre mois|DURATION|P4M"],
        ),
        (
            "fr",
            "2000-03-15",
            "Il a été condamné à un an de prison dont six mois avec sursis.",
            &["un an|DURATION|P1Y", "six mois|DURATION|P6M"],
        ),
        ("fr", "2000-03-15", "Elle risque un an d'emprisonnement.", &["un an|DURATION|P1Y"]),
        ("fr", "2000-03-15", "Son permis est suspendu pour un mois.", &["un mois|DURATION|P1M"]),
        ("fr", "2000-03-15", "Le train est arrivé avec une heure de retard.", &["une heure|DURATION|PT1H"]),
        ("fr", "2000-03-15", "Une minute de silence a été observée.", &["Une minute|DURATION|PT1M"]),
        ("fr", "2000-03-15", "Une semaine après la tempête, le courant n'est pas revenu.", &["Une semaine|DURATION|P1W"]),
        ("fr", "2000-03-15", "Un mois avant le scrutin, rien n'est joué.", &["Un mois|DURATION|P1M"]),
        ("fr", "2000-03-15", "Il a fallu 2 000 heures de travail.", &["2 000 heures|DURATION|PT2000H"]),
        ("fr", "2000-03-15", "Les 24 Heures du Mans se courent en juin.", &["juin|DATE|2000-06"]),
        ("fr", "2000-03-15", "Il a remporté le Tour à 23 ans, le plus jeune depuis 1904.", &["1904|DATE|1904"]),
        ("fr", "2000-03-15", "L'âge légal passe à 64 ans.", &[]),
        ("fr", "2000-03-15", "Un SDF de 32 ans a été interpellé.", &[]),
        ("fr", "2000-03-15", "Dès 19 ans, il publiait un roman.", &[]),
        ("fr", "2000-03-15", "Elle a 24 ans et vit à Dijon.", &[]),
        ("fr", "2000-03-15", "Au début du mois d'octobre, il avait neigé.", &["début du mois d'octobre|DATE|1999-10"]),
        ("fr", "2000-03-15", "À la fin du mois de mars, la taxe augmentera.", &["la fin du mois de mars|DATE|2000-03"]),
        ("fr", "2000-03-15", "Le département de l'Aube est en alerte.", &[]),
        ("fr", "2000-03-15", "Il vit dans le Midi.", &[]),
        ("fr", "2000-03-15", "Dans les jours qui viennent, il partira.", &["les jours qui viennent|DATE|FUTURE_REF"]),
        ("fr", "2000-03-15", "Dans les années à venir, la forêt reculera.", &["les années à venir|DATE|FUTURE_REF"]),
        ("fr", "2000-03-15", "Il a tout perdu du jour au lendemain.", &[]),
    ]);
}

#[test]
fn french_notices_local_press_besides() {
    hold(&[
        ("fr", "2000-03-15", "Dans les années 60-70, le village avait trois cafés.", &["les années 60|DATE|196", "70|DATE|197"]),
        ("fr", "2000-03-15", "Le Journal du Dimanche l'a révélé.", &[]),
        ("fr", "2000-03-15", "Les fêtes de fin d'année approchent.", &[]),
        ("fr", "2000-03-15", "À l'époque, il n'y avait pas d'eau courante.", &["l'époque|DATE|PAST_REF"]),
        ("fr", "2000-03-15", "L'attaque a duré des heures.", &["des heures|DURATION|PTXH"]),
        ("fr", "2000-03-15", "Cela faisait des semaines que le feu couvait.", &["des semaines|DURATION|PXW"]),
        ("fr", "2000-03-15", "Après des mois de travail, le pont est ouvert.", &["des mois|DURATION|PXM"]),
        ("fr", "2000-03-15", "Il est venu le jour de Pâques.", &["le jour de Pâques|DATE|2000-04-23"]),
        (
            "fr",
            "2000-03-15",
            "Le 1er et le 2 avril, bourse aux vêtements.",
            &["Le 1er|DATE|2000-04-01", "le 2 avril|DATE|2000-04-02"],
        ),
        (
            "fr",
            "2000-03-15",
            "Les 25, 26 et 27 mars, salon de l'habitat.",
            &["Les 25|DATE|2000-03-25", "26|DATE|2000-03-26", "27 mars|DATE|2000-03-27"],
        ),
        (
            "fr",
            "2000-03-15",
            "Samedi 18 et dimanche 19 mars, exposition d'oiseaux.",
            &["Samedi 18|DATE|2000-03-18", "dimanche 19 mars|DATE|2000-03-19"],
        ),
    ]);
}

#[test]
fn french_notices_local_press_and_more() {
    hold(&[
        (
            "fr",
            "2000-03-15",
            "Vendredi 17, samedi 18 et dimanche 19 mars, festival.",
            &["Vendredi 17|DATE|2000-03-17", "samedi 18|DATE|2000-03-18", "dimanche 19 mars|DATE|2000-03-19"],
        ),
        (
            "fr",
            "2000-03-15",
            "Le vendredi 17 mars 2000 à 20 heures, conférence.",
            &["Le vendredi 17 mars 2000|DATE|2000-03-17", "20 heures|TIME|2000-03-17T20:00"],
        ),
        ("fr", "2000-03-15", "De lundi à jeudi, la route restera coupée.", &["lundi|DATE|2000-03-20", "jeudi|DATE|2000-03-23"]),
        (
            "fr",
            "2000-03-15",
            "Entre samedi soir et dimanche matin, un scooter a été volé.",
            &["samedi soir|TIME|2000-03-11TEV", "dimanche matin|TIME|2000-03-12TMO"],
        ),
        ("fr", "2000-03-15", "Son décès, survenu le 9 mars à l'âge de 79 ans, a ému le village.", &["le 9 mars|DATE|2000-03-09"]),
        (
            "fr",
            "2000-03-15",
            "Né le 12 janvier 1920 à Saulx, il avait épousé en 1947 Marie Viney.",
            &["le 12 janvier 1920|DATE|1920-01-12", "1947|DATE|1947"],
        ),
    ]);
}

#[test]
fn french_notices_local_press_and_others() {
    hold(&[
        (
            "fr",
            "2000-03-15",
            "Ses obsèques auront lieu ce mercredi 15 mars, à 14 h 30.",
            &["ce mercredi 15 mars|DATE|2000-03-15", "14 h 30|TIME|2000-03-15T14:30"],
        ),
        ("fr", "2000-03-15", "Pendant trois ans et demi, il fut maire.", &["trois ans et demi|DURATION|P3Y6M"]),
        ("fr", "2000-03-15", "Après plus de dix heures de débats, le texte passe.", &["plus de dix heures|DURATION|PT10H"]),
        ("fr", "2000-03-15", "Il y a une dizaine d'années, la scierie fermait.", &["Il y a une dizaine d'années|DATE|1990"]),
        ("fr", "2000-03-15", "Voici deux ans, elle s'installait à Luxeuil.", &["Voici deux ans|DATE|1998"]),
        ("fr", "2000-03-15", "Dans quinze jours, il passera devant le juge.", &["Dans quinze jours|DATE|2000-03-30"]),
        ("fr", "2000-03-15", "Dans une semaine, tout sera fini.", &["Dans une semaine|DATE|2000-W12"]),
        ("fr", "2000-03-15", "Sous huit jours, il devra répondre.", &["huit jours|DURATION|P8D"]),
        ("fr", "2000-03-15", "D'ici l'été, la piscine sera couverte.", &["l'été|DATE|2000-SU"]),
        ("fr", "2000-03-15", "Jusqu'au mois de juin, circulation alternée.", &["mois de juin|DATE|2000-06"]),
        ("fr", "2000-03-15", "En avril prochain, on votera.", &["avril prochain|DATE|2000-04"]),
        ("fr", "2000-03-15", "Fin février, la fièvre avait repris.", &["Fin février|DATE|2000-02"]),
        ("fr", "2000-03-15", "Depuis le début de la semaine, il pleut.", &["le début de la semaine|DATE|2000-W11"]),
        ("fr", "2000-03-15", "La fin de l'année dernière fut rude.", &["La fin de l'année dernière|DATE|1999"]),
        ("fr", "2000-03-15", "Au cours de l'année, trois postes seront créés.", &["l'année|DATE|2000"]),
        ("fr", "2000-03-15", "L'avion se pose à 7 h 40 locales.", &["7 h 40 locales|TIME|2000-03-15T07:40"]),
        (
            "fr",
            "2000-03-15",
            "La course partira mercredi prochain, soit le 22 mars.",
            &["mercredi prochain|DATE|2000-03-22", "le 22 mars|DATE|2000-03-22"],
        ),
        ("fr", "2000-03-15", "Les soldes durent jusqu'à samedi.", &["samedi|DATE|2000-03-18"]),
        ("fr", "2000-03-15", "Il est de retour à la maison depuis dimanche soir.", &["dimanche soir|TIME|2000-03-12TEV"]),
        ("fr", "2000-03-15", "Le maire sortant, élu en mars 1995, se représente.", &["mars 1995|DATE|1995-03"]),
        ("fr", "2000-03-15", "Le projet, lancé il y a 18 mois, est gelé.", &["il y a 18 mois|DATE|1998-09"]),
    ]);
}

#[test]
fn french_notices_local_press_again() {
    hold(&[
        (
            "fr",
            "2000-03-15",
            "Pour la première fois en vingt ans, le village a gagné des habitants.",
            &["vingt ans|DURATION|P20Y"],
        ),
        ("fr", "2000-03-15", "La victoire de dimanche contre Vesoul a fait du bien.", &["dimanche|DATE|2000-03-12"]),
        ("fr", "2000-03-15", "Le match de dimanche prochain sera décisif.", &["dimanche prochain|DATE|2000-03-19"]),
        ("fr", "2000-03-15", "Il purgeait une peine de 7 ans.", &["7 ans|DURATION|P7Y"]),
        ("fr", "2000-03-15", "De 1914 à 1918, le front passait ici.", &["1914|DATE|1914", "1918|DATE|1918"]),
        ("fr", "2000-03-15", "Le château, bâti au XVIe siècle, brûle en 1793.", &["XVIe siècle|DATE|15", "1793|DATE|1793"]),
        ("fr", "2000-03-15", "L'édit de 1598 fut révoqué en 1685.", &["1598|DATE|1598", "1685|DATE|1685"]),
        ("fr", "2000-03-15", "La loi de 1901 encadre les associations.", &["1901|DATE|1901"]),
        ("fr", "2000-03-15", "Il vient chaque année, au mois d'août.", &["chaque année|SET|P1Y", "mois d'août|DATE|1999-08"]),
    ]);
}
