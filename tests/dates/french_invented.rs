//! Sentences in French over all kinds of expressions, written before any rule for them was looked at; and times counted from what was told.

use crate::hold;

#[test]
fn french_invented_1() {
    hold(&[
        (
            "fr",
            "2014-06-18",
            "La gare de Valmont a rouvert le 3 févr. à 6h45.",
            &["le 3 févr.|DATE|2014-02-03", "6h45|TIME|2014-02-03T06:45"],
        ),
        ("fr", "2014-06-18", "Il y a 3 heures, la digue tenait encore.", &["Il y a 3 heures|DATE|2014-06-18"]),
        ("fr", "2014-06-18", "Le poste est gardé 7 jours sur 7 depuis la crue.", &["7 jours sur 7|SET|P1D"]),
        (
            "fr",
            "2014-06-18",
            "Vers 9 h 15, hier, un camion a percuté la barrière.",
            &["Vers 9 h 15|TIME|2014-06-17T09:15", "hier|DATE|2014-06-17"],
        ),
        (
            "fr",
            "2014-06-18",
            "La société Rivoire a publié ses comptes du premier trimestre 2014.",
            &["premier trimestre 2014|DATE|2014-Q1"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le festival se tient entre le 5 juillet et le 12 août chaque année.",
            &["le 5 juillet|DATE|2014-07-05", "le 12 août|DATE|2014-08-12", "chaque année|SET|P1Y"],
        ),
        ("fr", "2014-06-18", "Depuis le 11-Septembre, les contrôles ont été renforcés.", &["le 11-Septembre|DATE|2001-09-11"]),
        ("fr", "2014-06-18", "L'usine avait fermé une première fois en mars 95.", &["mars 95|DATE|1995-03"]),
        (
            "fr",
            "2014-06-18",
            "Le club a perdu quatre matches pendant la saison 2011/2012.",
            &["2011|DATE|2011", "2012|DATE|2012"],
        ),
    ]);
}

#[test]
fn french_invented_2() {
    hold(&[
        ("fr", "2014-06-18", "Un cycliste de 52 ans a été blessé samedi.", &["samedi|DATE|2014-06-14"]),
        ("fr", "2014-06-18", "L'atelier accueille les 6-10 ans au 1968, avenue des Saules.", &[]),
        ("fr", "2014-06-18", "Mme Avril a accueilli les délégués salle 1912.", &[]),
        (
            "fr",
            "2014-06-18",
            "Le marché se tient le jeudi et le samedi sur la place.",
            &["le jeudi|SET|XXXX-WXX-4", "le samedi|SET|XXXX-WXX-6"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le conseil siège chaque deuxième mardi du mois.",
            &["chaque deuxième mardi du mois|SET|XXXX-WXX-2"],
        ),
        (
            "fr",
            "2014-06-18",
            "Au lendemain du scrutin du 25 mai 2014, la coalition s'est effondrée.",
            &["lendemain|DATE|2014-05-26", "25 mai 2014|DATE|2014-05-25"],
        ),
        ("fr", "2014-06-18", "La chorale chantera dimanche à Rivoire.", &["dimanche|DATE|2014-06-22"]),
        ("fr", "2014-06-18", "La réunion se tient vendredi à Sarelle.", &["vendredi|DATE|2014-06-20"]),
        ("fr", "2014-06-18", "Les insurgés ont reçu un ultimatum à lundi midi.", &["lundi midi|TIME|2014-06-23T12:00"]),
    ]);
}

#[test]
fn french_invented_3() {
    hold(&[
        ("fr", "2014-06-18", "La grève est suivie depuis jeudi dans tout le port.", &["jeudi|DATE|2014-06-12"]),
        (
            "fr",
            "2014-06-18",
            "Le traité fut signé le 4 mars 1998. Une semaine plus tard, les troupes se retiraient.",
            &["le 4 mars 1998|DATE|1998-03-04", "Une semaine plus tard|DATE|1998-W11"],
        ),
        (
            "fr",
            "2014-06-18",
            "L'explosion s'est produite le 12 mai 2013. Le surlendemain, la mine fermait.",
            &["le 12 mai 2013|DATE|2013-05-12", "Le surlendemain|DATE|2013-05-14"],
        ),
        (
            "fr",
            "2014-06-18",
            "En avril 2012, Valmont gagnait le procès. Le mois suivant, il démissionnait.",
            &["avril 2012|DATE|2012-04", "Le mois suivant|DATE|2012-05"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le barrage a cédé le 8 novembre 2011. Deux jours plus tôt, un expert avait donné l'alerte.",
            &["le 8 novembre 2011|DATE|2011-11-08", "Deux jours plus tôt|DATE|2011-11-06"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le maire fut élu en 2001. L'année suivante, il lançait le chantier du tramway.",
            &["2001|DATE|2001", "L'année suivante|DATE|2002"],
        ),
        (
            "fr",
            "2014-06-18",
            "Les faits remontent au 30 janvier 2010. La veille, la victime avait porté plainte.",
            &["30 janvier 2010|DATE|2010-01-30", "La veille|DATE|2010-01-29"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le premier week-end de juin a attiré les foules.",
            &["Le premier week-end de juin|DATE|2014-W23-WE"],
        ),
        ("fr", "2014-06-18", "Le quartier attend depuis un quart de siècle.", &["un quart de siècle|DURATION|P25Y"]),
    ]);
}

#[test]
fn french_invented_4() {
    hold(&[
        ("fr", "2014-06-18", "Les travaux ont duré six mois et demi.", &["six mois et demi|DURATION|P6.5M"]),
        ("fr", "2014-06-18", "LE THÉÂTRE ROUVRIRA SAMEDI", &["SAMEDI|DATE|2014-06-21"]),
        (
            "fr",
            "2014-06-18",
            "Le 17 mars 2009, la banque suspendait ses guichets ; trois semaines après, elle était liquidée.",
            &["Le 17 mars 2009|DATE|2009-03-17", "trois semaines après|DATE|2009-W15"],
        ),
        (
            "fr",
            "2014-06-18",
            "La grève a commencé le 9 janvier 2013. Ce jour-là, le port était désert.",
            &["le 9 janvier 2013|DATE|2013-01-09", "Ce jour-là|DATE|2013-01-09"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le ministre est mort en 1987. Dix ans plus tard, une rue prenait son nom.",
            &["1987|DATE|1987", "Dix ans plus tard|DATE|1997"],
        ),
        (
            "fr",
            "2014-06-18",
            "Valmont, assiégée depuis le 12 octobre 2013.\n\n18 h 20 : des tirs sont entendus au nord.",
            &["le 12 octobre 2013|DATE|2013-10-12", "18 h 20|TIME|2014-06-18T18:20"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le convoi est parti mercredi vers 5 heures du matin.",
            &["mercredi|DATE|2014-06-18", "vers 5 heures du matin|TIME|2014-06-18T05:00"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le procès s'ouvrira le 14 sept. à 9 h 30.",
            &["le 14 sept.|DATE|2014-09-14", "9 h 30|TIME|2014-09-14T09:30"],
        ),
        (
            "fr",
            "2014-06-18",
            "L'attaque a eu lieu le 2 oct 2013 en fin de matinée.",
            &["le 2 oct 2013|DATE|2013-10-02", "fin de matinée|TIME|2013-10-02TMO"],
        ),
    ]);
}

#[test]
fn french_invented_5() {
    hold(&[
        (
            "fr",
            "2014-06-18",
            "L'accident est survenu dans la nuit de samedi à dimanche.",
            &["la nuit de samedi à dimanche|TIME|2014-06-14TNI"],
        ),
        ("fr", "2014-06-18", "Il a été entendu dans la matinée de lundi.", &["la matinée de lundi|TIME|2014-06-16TMO"]),
        (
            "fr",
            "2014-06-18",
            "Le trafic sera interrompu du lundi 23 au vendredi 27 juin.",
            &["lundi 23|DATE|2014-06-23", "vendredi 27 juin|DATE|2014-06-27"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le chiffre d'affaires du deuxième trimestre de l'exercice 2013 a reculé.",
            &["deuxième trimestre de l'exercice 2013|DATE|2013-Q2"],
        ),
        ("fr", "2014-06-18", "Deux pannes en 99, une en 2003.", &["99|DATE|1999", "2003|DATE|2003"]),
        ("fr", "2014-06-18", "Les moins de 12 ans entrent gratuitement, les plus de 65 ans aussi.", &[]),
        ("fr", "2014-06-18", "Une trentaine d'années séparent les deux frères.", &["Une trentaine d'années|DURATION|P30Y"]),
        ("fr", "2014-06-18", "L'homme, âgé d'une soixantaine d'années, a été relâché.", &[]),
        ("fr", "2014-06-18", "Rendez-vous au 1815, rue des Ormes.", &[]),
    ]);
}

#[test]
fn french_invented_6() {
    hold(&[
        ("fr", "2014-06-18", "L'accord du Vendredi saint a été salué par maître Août.", &[]),
        (
            "fr",
            "2014-06-18",
            "En hiver, les routes sont fermées ; en été, elles sont noires de monde.",
            &["hiver|SET|XXXX-WI", "été|SET|XXXX-SU"],
        ),
        (
            "fr",
            "2014-06-18",
            "Les premier et troisième jeudis du mois, le musée ferme à 22 heures.",
            &["Les premier et troisième jeudis|SET|XXXX-WXX-4", "22 heures|TIME|XXXX-XX-XXT22:00"],
        ),
        (
            "fr",
            "2014-06-18",
            "À la même époque l'an dernier, le lac était gelé.",
            &["la même époque|DATE|PAST_REF", "l'an dernier|DATE|2013"],
        ),
        ("fr", "2014-06-18", "À ce moment-là, personne ne savait.", &["ce moment-là|DATE|PAST_REF"]),
        (
            "fr",
            "2014-06-18",
            "Elle a travaillé toute la journée de mardi.",
            &["toute la journée|DURATION|P1D", "mardi|DATE|2014-06-17"],
        ),
        ("fr", "2014-06-18", "Des élections à l'automne semblaient possibles.", &["l'automne|DATE|2014-FA"]),
        ("fr", "2014-06-18", "Les joueuses de Sarelle peuvent viser la victoire samedi.", &["samedi|DATE|2014-06-21"]),
        ("fr", "2014-06-18", "Concert de la fanfare de Valmont vendredi.", &["vendredi|DATE|2014-06-20"]),
    ]);
}

#[test]
fn french_invented_7() {
    hold(&[
        (
            "fr",
            "2014-06-18",
            "L'étude de 2011 portait sur trois fleuves ; elle a été publiée en novembre.",
            &["2011|DATE|2011", "novembre|DATE|2013-11"],
        ),
        ("fr", "2014-06-18", "Chaque week-end, les bénévoles nettoient la plage.", &["Chaque week-end|SET|P1WE"]),
        ("fr", "2014-06-18", "Le record est de 12,7 secondes.", &["12,7 secondes|DURATION|PT12.7S"]),
        ("fr", "2014-06-18", "Ces dernières 48 heures ont été calmes.", &["Ces dernières 48 heures|DURATION|PT48H"]),
        ("fr", "2014-06-18", "Le matin même, il avait démenti.", &["Le matin même|TIME|2014-06-18TMO"]),
        ("fr", "2014-06-18", "Pour l'instant, le port reste fermé.", &["Pour l'instant|DATE|PRESENT_REF"]),
        ("fr", "2014-06-18", "Auparavant, il dirigeait la banque.", &["Auparavant|DATE|PAST_REF"]),
        (
            "fr",
            "2014-06-18",
            "Le marché a lieu tous les premiers samedis du mois.",
            &["tous les premiers samedis du mois|SET|XXXX-WXX-6"],
        ),
        ("fr", "2014-06-18", "La facture est payable d'ici au 30 septembre.", &["30 septembre|DATE|2014-09-30"]),
    ]);
}

#[test]
fn french_invented_8() {
    hold(&[
        ("fr", "2014-06-18", "Le conseil se réunit jeudi pour voter le budget.", &["jeudi|DATE|2014-06-19"]),
        ("fr", "2014-06-18", "Le syndicat appelle à une grève le 1er juillet.", &["le 1er juillet|DATE|2014-07-01"]),
        (
            "fr",
            "2014-06-18",
            "Le pont s'est effondré le 5 août 2009. Trois ouvriers sont morts. Le lendemain, la ville ouvrait une enquête. Le surlendemain, le maire démissionnait.",
            &["le 5 août 2009|DATE|2009-08-05", "Le lendemain|DATE|2009-08-06", "Le surlendemain|DATE|2009-08-07"],
        ),
        (
            "fr",
            "2014-06-18",
            "Valmont a été arrêté en juin 2008. Le mois suivant, il était libéré ; six mois plus tard, il fuyait.",
            &["juin 2008|DATE|2008-06", "Le mois suivant|DATE|2008-07", "six mois plus tard|DATE|2009-01"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le 3 février 2012, la banque fermait. La semaine suivante, elle était vendue.",
            &["Le 3 février 2012|DATE|2012-02-03", "La semaine suivante|DATE|2012-W06"],
        ),
        (
            "fr",
            "2014-06-18",
            "La commission a rendu son avis le 20 mars 2013. Cinq jours auparavant, elle avait entendu Sarelle.",
            &["le 20 mars 2013|DATE|2013-03-20", "Cinq jours auparavant|DATE|2013-03-15"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le 10 mai 2011 au soir, la mairie brûlait. Deux heures plus tard, le feu était éteint.",
            &["Le 10 mai 2011 au soir|TIME|2011-05-10TEV", "Deux heures plus tard|DATE|2011-05-10"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le gouvernement a été renversé en septembre 1999. L'année précédente, il avait été réélu.",
            &["septembre 1999|DATE|1999-09", "L'année précédente|DATE|1998"],
        ),
        (
            "fr",
            "2014-06-18",
            "Elle est née le 7 juillet 1950 à Sarelle. Vingt ans plus tard, elle s'installe à Valmont.",
            &["le 7 juillet 1950|DATE|1950-07-07", "Vingt ans plus tard|DATE|1970"],
        ),
    ]);
}

#[test]
fn french_invented_9() {
    hold(&[
        (
            "fr",
            "2014-06-18",
            "Les combats ont repris le 15 avril 2013. Au bout de trois jours, la ville est tombée.",
            &["le 15 avril 2013|DATE|2013-04-15", "trois jours|DURATION|P3D"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le contrat avait été signé le 2 mai 2010. Quinze jours après, il était rompu.",
            &["le 2 mai 2010|DATE|2010-05-02", "Quinze jours après|DATE|2010-05-17"],
        ),
        (
            "fr",
            "2014-06-18",
            "La mairie a annoncé jeudi, pour la première fois depuis le 9 avril, une hausse, avant de se raviser le jour suivant.",
            &["jeudi|DATE|2014-06-12", "le 9 avril|DATE|2014-04-09", "le jour suivant|DATE|2014-06-13"],
        ),
        (
            "fr",
            "2014-06-18",
            "La Tamrie a prolongé mercredi son avis jusqu'au 14 septembre, et la Vorlande a déconseillé le même jour tout voyage.",
            &["mercredi|DATE|2014-06-18", "14 septembre|DATE|2014-09-14", "le même jour|DATE|2014-06-18"],
        ),
        (
            "fr",
            "2014-06-18",
            "La veille, lundi, la commission avait entendu la maire de Sarelle.",
            &["La veille|DATE|2014-06-16", "lundi|DATE|2014-06-16"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le lendemain, dimanche, le port rouvrait.",
            &["Le lendemain|DATE|2014-06-15", "dimanche|DATE|2014-06-15"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le conseil a demandé lundi 16 juin un second vote, après l'adoption la veille d'un texte contesté.",
            &["lundi 16 juin|DATE|2014-06-16", "la veille|DATE|2014-06-15"],
        ),
        (
            "fr",
            "2014-06-18",
            "Mardi, au lendemain de l'annonce, la maire se taisait.",
            &["Mardi|DATE|2014-06-17", "lendemain|DATE|2014-06-17"],
        ),
        ("fr", "2014-06-18", "Dix ans après « Le Fleuve », Rivoire sort un disque.", &["Dix ans|DURATION|P10Y"]),
    ]);
}

#[test]
fn french_invented_10() {
    hold(&[
        (
            "fr",
            "2014-06-18",
            "Le 3 mars 2012, il dormait. La nuit précédente, il avait fui.",
            &["Le 3 mars 2012|DATE|2012-03-03", "La nuit précédente|TIME|2012-03-02TNI"],
        ),
        (
            "fr",
            "2014-06-18",
            "Le 3 mars 2012, la digue céda. Le soir suivant, l'eau montait encore.",
            &["Le 3 mars 2012|DATE|2012-03-03", "Le soir suivant|TIME|2012-03-04TEV"],
        ),
        ("fr", "2014-06-18", "Le lendemain, chacun comptera ses bêtes.", &["Le lendemain|DATE|2014-06-19"]),
    ]);
}
