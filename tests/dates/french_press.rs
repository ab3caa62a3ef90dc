//! Sentences as the French press writes them: agency reports, history, local news.

use crate::hold;

#[test]
fn french_press_calendar() {
    hold(&[
        ("fr", "2020-08-19", "Le traité fut signé le 22 juillet 1920 à Paris.", &["le 22 juillet 1920|DATE|1920-07-22"]),
        ("fr", "2020-08-19", "La grève a débuté le 1er février.", &["le 1er février|DATE|2020-02-01"]),
        ("fr", "2020-08-19", "Sarajevo, 28.06.1914 : l'archiduc est tué.", &["28.06.1914|DATE|1914-06-28"]),
        ("fr", "2020-08-19", "Les attentats du 11/09/2001 ont tout changé.", &["11/09/2001|DATE|2001-09-11"]),
        ("fr", "2020-08-19", "Mis à jour : 2020-03-08.", &["2020-03-08|DATE|2020-03-08"]),
        ("fr", "2020-08-19", "Le 14 juil. 1789, la Bastille tombait.", &["Le 14 juil. 1789|DATE|1789-07-14"]),
        ("fr", "2020-08-19", "Il naquit le premier mars 1815.", &["le premier mars 1815|DATE|1815-03-01"]),
        ("fr", "2020-08-19", "En mars 2011, la révolte éclate.", &["mars 2011|DATE|2011-03"]),
        ("fr", "2020-08-19", "Il a été élu en mai.", &["mai|DATE|2020-05"]),
        ("fr", "2020-08-19", "Les élections auront lieu en novembre.", &["novembre|DATE|2020-11"]),
        ("fr", "2020-08-19", "L'année 1968 reste dans les mémoires.", &["L'année 1968|DATE|1968"]),
        ("fr", "2020-08-19", "Dans les années 60, le village comptait trois écoles.", &["les années 60|DATE|196"]),
        ("fr", "2020-08-19", "Au cours des années 1930, la crise s'aggrave.", &["années 1930|DATE|193"]),
        ("fr", "2020-08-19", "Les années quatre-vingt-dix ont vu la chute du mur.", &["Les années quatre-vingt-dix|DATE|199"]),
        ("fr", "2020-08-19", "Les années quatre-vingt furent prospères.", &["Les années quatre-vingt|DATE|198"]),
        ("fr", "2020-08-19", "L'église date du XIIe siècle.", &["XIIe siècle|DATE|11"]),
        ("fr", "2020-08-19", "L'église date du XIIème siècle.", &["XIIème siècle|DATE|11"]),
        ("fr", "2020-08-19", "Au dix-neuvième siècle, l'usine employait mille ouvriers.", &["dix-neuvième siècle|DATE|18"]),
        ("fr", "2020-08-19", "Au 18e siècle, la ville prospère.", &["18e siècle|DATE|17"]),
        ("fr", "2020-08-19", "Le chômage a reculé au deuxième trimestre 2019.", &["deuxième trimestre 2019|DATE|2019-Q2"]),
        ("fr", "2020-08-19", "Le chômage a reculé au 2e trimestre 2019.", &["2e trimestre 2019|DATE|2019-Q2"]),
        ("fr", "2020-08-19", "Les ventes ont bondi au premier semestre.", &["premier semestre|DATE|2020-H1"]),
        ("fr", "2020-08-19", "Les ventes du premier semestre de 2018 ont déçu.", &["premier semestre de 2018|DATE|2018-H1"]),
        ("fr", "2020-08-19", "Au printemps 2003, les troupes entrent dans Bagdad.", &["printemps 2003|DATE|2003-SP"]),
        ("fr", "2020-08-19", "À l'été 2014, Mossoul tombe.", &["l'été 2014|DATE|2014-SU"]),
        ("fr", "2020-08-19", "L'hiver dernier fut doux.", &["L'hiver dernier|DATE|2019-WI"]),
        ("fr", "2020-08-19", "Cet automne, le procès s'ouvrira.", &["Cet automne|DATE|2020-FA"]),
        ("fr", "2020-08-19", "Cet été, la plage est restée fermée.", &["Cet été|DATE|2020-SU"]),
    ]);
}

#[test]
fn french_press_weekdays_and_hours() {
    hold(&[
        ("fr", "2020-08-19", "Le maire a démissionné vendredi.", &["vendredi|DATE|2020-08-14"]),
        ("fr", "2020-08-19", "Le conseil se réunira vendredi.", &["vendredi|DATE|2020-08-21"]),
        ("fr", "2020-08-19", "Le cortège est parti vendredi 14 août de la place.", &["vendredi 14 août|DATE|2020-08-14"]),
        (
            "fr",
            "2020-08-19",
            "La messe sera dite le dimanche 23 août à 10 h 30.",
            &["le dimanche 23 août|DATE|2020-08-23", "10 h 30|TIME|2020-08-23T10:30"],
        ),
        ("fr", "2020-08-19", "Rendez-vous vendredi à 20 h.", &["vendredi|DATE|2020-08-21", "20 h|TIME|2020-08-21T20:00"]),
        ("fr", "2020-08-19", "L'accident s'est produit mardi soir.", &["mardi soir|TIME|2020-08-18TEV"]),
        (
            "fr",
            "2020-08-19",
            "L'accident s'est produit mardi, vers 22h15.",
            &["mardi|DATE|2020-08-18", "vers 22h15|TIME|2020-08-18T22:15"],
        ),
        (
            "fr",
            "2020-08-19",
            "Il a été entendu lundi matin puis relâché dans la soirée.",
            &["lundi matin|TIME|2020-08-17TMO", "la soirée|TIME|2020-08-17TEV"],
        ),
        ("fr", "2020-08-19", "La réunion de mardi dernier a été houleuse.", &["mardi dernier|DATE|2020-08-18"]),
        ("fr", "2020-08-19", "On se retrouve mardi prochain.", &["mardi prochain|DATE|2020-08-25"]),
        ("fr", "2020-08-19", "La trêve commencera jeudi en huit.", &["jeudi en huit|DATE|2020-08-27"]),
        ("fr", "2020-08-19", "La trêve commencera jeudi en quinze.", &["jeudi en quinze|DATE|2020-09-03"]),
    ]);
}

#[test]
fn french_press_weekdays_and_hours_continued() {
    hold(&[
        (
            "fr",
            "2020-08-19",
            "Dans la nuit de samedi à dimanche, un incendie a ravagé le marché.",
            &["la nuit de samedi à dimanche|TIME|2020-08-15TNI"],
        ),
        ("fr", "2020-08-19", "Dans la nuit du 3 au 4 août, le port a explosé.", &["la nuit du 3 au 4 août|TIME|2020-08-03TNI"]),
        ("fr", "2020-08-19", "Ce mercredi, le Parlement vote la confiance.", &["Ce mercredi|DATE|2020-08-19"]),
        ("fr", "2020-08-19", "Ce mercredi 19 août, le Parlement vote la confiance.", &["Ce mercredi 19 août|DATE|2020-08-19"]),
        ("fr", "2020-08-19", "Le concert débute à 20 h 30.", &["20 h 30|TIME|2020-08-19T20:30"]),
        ("fr", "2020-08-19", "Hier à 14 heures, la foule envahissait la place.", &["Hier à 14 heures|TIME|2020-08-18T14:00"]),
        (
            "fr",
            "2020-08-19",
            "Vers 3 heures du matin, les pompiers sont intervenus.",
            &["Vers 3 heures du matin|TIME|2020-08-19T03:00"],
        ),
        ("fr", "2020-08-19", "Il était 8 heures du soir.", &["8 heures du soir|TIME|2020-08-19T20:00"]),
        ("fr", "2020-08-19", "La séance est levée à midi.", &["midi|TIME|2020-08-19T12:00"]),
        ("fr", "2020-08-19", "À minuit, le cessez-le-feu entrera en vigueur.", &["minuit|TIME|2020-08-19T00:00"]),
        (
            "fr",
            "2020-08-19",
            "Ouvert de 9h à 12h et de 14h à 18h.",
            &["9h|TIME|2020-08-19T09:00", "12h|TIME|2020-08-19T12:00", "14h|TIME|2020-08-19T14:00", "18h|TIME|2020-08-19T18:00"],
        ),
        ("fr", "2020-08-19", "Il est arrivé tôt ce matin.", &["ce matin|TIME|2020-08-19TMO"]),
        ("fr", "2020-08-19", "Cette nuit, les tirs ont repris.", &["Cette nuit|TIME|2020-08-19TNI"]),
        ("fr", "2020-08-19", "Cet après-midi, la cour rendra son arrêt.", &["Cet après-midi|TIME|2020-08-19TAF"]),
        ("fr", "2020-08-19", "Hier soir, le ministre est apparu à la télévision.", &["Hier soir|TIME|2020-08-18TEV"]),
        ("fr", "2020-08-19", "En fin de matinée, la fumée était visible de loin.", &["fin de matinée|TIME|2020-08-19TMO"]),
        ("fr", "2020-08-19", "En début d'après-midi, le convoi est reparti.", &["début d'après-midi|TIME|2020-08-19TAF"]),
        ("fr", "2020-08-19", "À l'aube, les soldats ont pris position.", &["l'aube|TIME|2020-08-19TMO"]),
    ]);
}

#[test]
fn french_press_ranges_and_parts() {
    hold(&[
        ("fr", "2020-08-19", "Le salon s'est tenu du 3 au 17 mars 1998.", &["3|DATE|1998-03-03", "17 mars 1998|DATE|1998-03-17"]),
        (
            "fr",
            "2020-08-19",
            "Entre octobre 2019 et fin juillet, 600 manifestants ont été tués.",
            &["octobre 2019|DATE|2019-10", "fin juillet|DATE|2020-07"],
        ),
        ("fr", "2020-08-19", "La guerre de 1914-1918 a vidé les campagnes.", &["1914|DATE|1914", "1918|DATE|1918"]),
        ("fr", "2020-08-19", "De 1980 à 1988, l'Irak et l'Iran se sont affrontés.", &["1980|DATE|1980", "1988|DATE|1988"]),
        ("fr", "2020-08-19", "Il a gouverné entre 2006 et 2014.", &["2006|DATE|2006", "2014|DATE|2014"]),
        (
            "fr",
            "2020-08-19",
            "De mars à mai 2020, les écoles sont restées fermées.",
            &["mars|DATE|2020-03", "mai 2020|DATE|2020-05"],
        ),
        (
            "fr",
            "2020-08-19",
            "Le festival aura lieu du 28 août au 2 septembre.",
            &["28 août|DATE|2020-08-28", "2 septembre|DATE|2020-09-02"],
        ),
        ("fr", "2020-08-19", "Fermé du lundi au vendredi.", &["lundi|SET|XXXX-WXX-1", "vendredi|SET|XXXX-WXX-5"]),
        ("fr", "2020-08-19", "Début juin, les prix ont doublé.", &["Début juin|DATE|2020-06"]),
        ("fr", "2020-08-19", "La mi-août est passée sans pluie.", &["La mi-août|DATE|2020-08"]),
        ("fr", "2020-08-19", "À la mi-mars 2019, le maire a cédé.", &["la mi-mars 2019|DATE|2019-03"]),
        ("fr", "2020-08-19", "Fin 2019, les manifestations commencent.", &["Fin 2019|DATE|2019"]),
        ("fr", "2020-08-19", "À la fin des années 1970, le chah vacille.", &["la fin des années 1970|DATE|197"]),
        ("fr", "2020-08-19", "Au début du XXe siècle, la ville avait un tramway.", &["début du XXe siècle|DATE|19"]),
        (
            "fr",
            "2020-08-19",
            "Au milieu de la semaine dernière, la pluie est tombée.",
            &["milieu de la semaine dernière|DATE|2020-W33"],
        ),
        ("fr", "2020-08-19", "D'ici à la fin du mois, la route sera rouverte.", &["la fin du mois|DATE|2020-08"]),
        ("fr", "2020-08-19", "À la fin de l'année dernière, il a quitté le parti.", &["la fin de l'année dernière|DATE|2019"]),
    ]);
}

#[test]
fn french_press_relative_times() {
    hold(&[
        ("fr", "2020-08-19", "Avant-hier soir, des tirs ont retenti.", &["Avant-hier soir|TIME|2020-08-17TEV"]),
        ("fr", "2020-08-19", "Il y a trois ans, la ville était libérée.", &["Il y a trois ans|DATE|2017"]),
        ("fr", "2020-08-19", "Il y a tout juste dix jours, il était libre.", &["Il y a tout juste dix jours|DATE|2020-08-09"]),
        ("fr", "2020-08-19", "Il y a plus de vingt ans, l'usine fermait.", &["Il y a plus de vingt ans|DATE|2000"]),
        ("fr", "2020-08-19", "Il y a une dizaine d'années, le quartier était vide.", &["Il y a une dizaine d'années|DATE|2010"]),
        ("fr", "2020-08-19", "Voilà six mois, le chantier s'arrêtait.", &["Voilà six mois|DATE|2020-02"]),
        ("fr", "2020-08-19", "Voici deux semaines, un employé était renvoyé.", &["Voici deux semaines|DATE|2020-W32"]),
        ("fr", "2020-08-19", "Le procès s'ouvrira dans trois semaines.", &["dans trois semaines|DATE|2020-W37"]),
        ("fr", "2020-08-19", "D'ici deux ans, le pont sera achevé.", &["deux ans|DURATION|P2Y"]),
        (
            "fr",
            "2020-08-19",
            "Le 3 juin, il annonce sa candidature. Trois jours après, il se retire.",
            &["Le 3 juin|DATE|2020-06-03", "Trois jours après|DATE|2020-06-06"],
        ),
        (
            "fr",
            "2020-08-19",
            "Élu le 3 juin 2007, il démissionnait deux ans plus tard.",
            &["le 3 juin 2007|DATE|2007-06-03", "deux ans plus tard|DATE|2009"],
        ),
        (
            "fr",
            "2020-08-19",
            "Blessé le 3 juin 2007, il est mort le surlendemain.",
            &["le 3 juin 2007|DATE|2007-06-03", "le surlendemain|DATE|2007-06-05"],
        ),
        (
            "fr",
            "2020-08-19",
            "Élu en mai 2007, il avait perdu cinq ans plus tôt.",
            &["mai 2007|DATE|2007-05", "cinq ans plus tôt|DATE|2002"],
        ),
        ("fr", "2020-08-19", "Il a été nommé la semaine dernière.", &["la semaine dernière|DATE|2020-W33"]),
        ("fr", "2020-08-19", "La semaine passée, deux hommes ont été arrêtés.", &["La semaine passée|DATE|2020-W33"]),
        ("fr", "2020-08-19", "Le mois prochain, la taxe augmentera.", &["Le mois prochain|DATE|2020-09"]),
        ("fr", "2020-08-19", "L'an prochain, le stade sera rénové.", &["L'an prochain|DATE|2021"]),
        ("fr", "2020-08-19", "L'année prochaine, le stade sera rénové.", &["L'année prochaine|DATE|2021"]),
        ("fr", "2020-08-19", "Cette année, la récolte est mauvaise.", &["Cette année|DATE|2020"]),
        ("fr", "2020-08-19", "Le week-end dernier, trois plaisanciers se sont noyés.", &["Le week-end dernier|DATE|2020-W33-WE"]),
        ("fr", "2020-08-19", "Ce week-end, la fête foraine s'installe.", &["Ce week-end|DATE|2020-W34-WE"]),
        ("fr", "2020-08-19", "Ces derniers mois, les prix ont flambé.", &["Ces derniers mois|DATE|PAST_REF"]),
        ("fr", "2020-08-19", "Au cours des prochains jours, la justice se prononcera.", &["prochains jours|DATE|FUTURE_REF"]),
        ("fr", "2020-08-19", "Ces dix dernières années, la population a doublé.", &["Ces dix dernières années|DURATION|P10Y"]),
    ]);
}

#[test]
fn french_press_relative_times_continued() {
    hold(&[
        (
            "fr",
            "2020-08-19",
            "En 2015, il quitte le parti. L'année suivante, il fonde le sien.",
            &["2015|DATE|2015", "L'année suivante|DATE|2016"],
        ),
        (
            "fr",
            "2020-08-19",
            "En mars 2015, il quitte le parti. Le mois suivant, il fonde le sien.",
            &["mars 2015|DATE|2015-03", "Le mois suivant|DATE|2015-04"],
        ),
        (
            "fr",
            "2020-08-19",
            "En 2015, il quitte le parti. La même année, il fonde le sien.",
            &["2015|DATE|2015", "La même année|DATE|2015"],
        ),
        (
            "fr",
            "2020-08-19",
            "En mars 2015, il quitte le parti. L'année précédente, il avait été battu.",
            &["mars 2015|DATE|2015-03", "L'année précédente|DATE|2014"],
        ),
        (
            "fr",
            "2020-08-19",
            "Le 3 mars 2015, il quitte le parti. Le même jour, son épouse l'imite.",
            &["Le 3 mars 2015|DATE|2015-03-03", "Le même jour|DATE|2015-03-03"],
        ),
        (
            "fr",
            "2020-08-19",
            "Le 3 mars 2015, il part. Deux jours auparavant, il disait le contraire.",
            &["Le 3 mars 2015|DATE|2015-03-03", "Deux jours auparavant|DATE|2015-03-01"],
        ),
        (
            "fr",
            "2020-08-19",
            "Le 3 mars 2015, il part. Une semaine après, il revient.",
            &["Le 3 mars 2015|DATE|2015-03-03", "Une semaine après|DATE|2015-W11"],
        ),
        (
            "fr",
            "2020-08-19",
            "Le 3 mars 2015, l'armée attaque. Cette nuit-là, la ville brûle.",
            &["Le 3 mars 2015|DATE|2015-03-03", "Cette nuit-là|TIME|2015-03-03TNI"],
        ),
    ]);
}

#[test]
fn french_press_lengths_sets_and_feasts() {
    hold(&[
        ("fr", "2020-08-19", "La cérémonie a duré une heure et demie.", &["une heure et demie|DURATION|PT1H30M"]),
        ("fr", "2020-08-19", "Il a été détenu pendant deux ans et demi.", &["deux ans et demi|DURATION|P2Y6M"]),
        ("fr", "2020-08-19", "Il est emprisonné depuis plus de six mois.", &["plus de six mois|DURATION|P6M"]),
        (
            "fr",
            "2020-08-19",
            "Pendant une quinzaine de jours, le village a vécu sans eau.",
            &["une quinzaine de jours|DURATION|P15D"],
        ),
        ("fr", "2020-08-19", "Une vingtaine d'années de guerre ont ruiné le pays.", &["Une vingtaine d'années|DURATION|P20Y"]),
        ("fr", "2020-08-19", "Condamné à dix-huit mois de prison.", &["dix-huit mois|DURATION|P18M"]),
        ("fr", "2020-08-19", "Le couvre-feu durera 48 heures.", &["48 heures|DURATION|PT48H"]),
        ("fr", "2020-08-19", "Chaque lundi, elle rend visite au prisonnier.", &["Chaque lundi|SET|XXXX-WXX-1"]),
        ("fr", "2020-08-19", "Tous les jours, des files se forment.", &["Tous les jours|SET|P1D"]),
        ("fr", "2020-08-19", "Tous les deux ans, le congrès se réunit.", &["Tous les deux ans|SET|P2Y"]),
        ("fr", "2020-08-19", "Il passe trois fois par semaine.", &["semaine|SET|P1W"]),
        (
            "fr",
            "2020-08-19",
            "Les mercredis et samedis, la piscine est ouverte.",
            &["Les mercredis|SET|XXXX-WXX-3", "samedis|SET|XXXX-WXX-6"],
        ),
        ("fr", "2020-08-19", "Chaque été, les touristes affluent.", &["Chaque été|SET|XXXX-SU"]),
        ("fr", "2020-08-19", "Chaque matin, il achète le journal.", &["Chaque matin|SET|XXXX-XX-XXTMO"]),
        ("fr", "2020-08-19", "Le 14-Juillet sera fêté sans défilé.", &["Le 14-Juillet|DATE|2020-07-14"]),
        ("fr", "2020-08-19", "À Noël, les soldats rentreront.", &["Noël|DATE|2020-12-25"]),
        ("fr", "2020-08-19", "Le lundi de Pâques, le pape a célébré la messe.", &["Le lundi de Pâques|DATE|2020-04-13"]),
        (
            "fr",
            "2020-08-19",
            "Le dimanche de Pâques 2019, des bombes ont explosé.",
            &["Le dimanche de Pâques 2019|DATE|2019-04-21"],
        ),
        ("fr", "2020-08-19", "La veille de Noël 2015, il neigeait.", &["La veille de Noël 2015|DATE|2015-12-24"]),
        ("fr", "2020-08-19", "Le jour de l'An, les feux ont éclairé la ville.", &["Le jour de l'An|DATE|2020-01-01"]),
        ("fr", "2020-08-19", "Le soir de la Saint-Sylvestre, la foule chantait.", &["la Saint-Sylvestre|DATE|2019-12-31"]),
        ("fr", "2020-08-19", "À la Toussaint, les cimetières sont fleuris.", &["la Toussaint|DATE|2020-11-01"]),
        ("fr", "2020-08-19", "Le Vendredi saint, la procession traversa la ville.", &["Le Vendredi saint|DATE|2020-04-10"]),
        ("fr", "2020-08-19", "Le lundi de Pentecôte est férié.", &["Le lundi de Pentecôte|DATE|2020-06-01"]),
        ("fr", "2020-08-19", "La commémoration du 8-Mai a réuni cent personnes.", &["8-Mai|DATE|2020-05-08"]),
        ("fr", "2020-08-19", "L'armistice du 11 novembre 1918 fut signé à Rethondes.", &["11 novembre 1918|DATE|1918-11-11"]),
        ("fr", "2020-08-19", "L'avenir dira s'il avait raison.", &["L'avenir|DATE|FUTURE_REF"]),
    ]);
}

#[test]
fn french_press_in_the_narrative() {
    hold(&[
        (
            "fr",
            "2020-08-19",
            "Le 3 mars 2015, l'armée attaque. « Je suis arrivé lundi », raconte un témoin. Le lendemain, la ville tombe.",
            &["Le 3 mars 2015|DATE|2015-03-03", "lundi|DATE|2020-08-17", "Le lendemain|DATE|2015-03-04"],
        ),
        ("fr", "2020-08-19", "Lundi 17, la foule a envahi la place.", &["Lundi 17|DATE|2020-08-17"]),
        (
            "fr",
            "2020-08-19",
            "Samedi 15 et dimanche 16 août, le village était en fête.",
            &["Samedi 15|DATE|2020-08-15", "dimanche 16 août|DATE|2020-08-16"],
        ),
        (
            "fr",
            "2020-08-19",
            "Les 15 et 16 août, le village était en fête.",
            &["Les 15|DATE|2020-08-15", "16 août|DATE|2020-08-16"],
        ),
        ("fr", "2020-08-19", "À la mi-2019, tout s'accélère.", &["la mi-2019|DATE|2019"]),
        ("fr", "2020-08-19", "Courant 2021, le pont sera rouvert.", &["2021|DATE|2021"]),
        ("fr", "2020-08-19", "À l'horizon 2030, la flotte sera renouvelée.", &["2030|DATE|2030"]),
        ("fr", "2020-08-19", "Le tarif change au 1er janvier 2021.", &["1er janvier 2021|DATE|2021-01-01"]),
        ("fr", "2020-08-19", "Charles Dupont (1843-1911) fut maire.", &["1843|DATE|1843", "1911|DATE|1911"]),
        ("fr", "2020-08-19", "Dès 1789, les paysans se soulèvent.", &["1789|DATE|1789"]),
        ("fr", "2020-08-19", "En 1453, Constantinople tombe.", &["1453|DATE|1453"]),
        ("fr", "2020-08-19", "Au début des années 2000, la mine ferme.", &["début des années 2000|DATE|200"]),
        ("fr", "2020-08-19", "Il a été élu le 12 mai dernier.", &["le 12 mai dernier|DATE|2020-05-12"]),
        ("fr", "2020-08-19", "L'audience est fixée au 12 octobre prochain.", &["12 octobre prochain|DATE|2020-10-12"]),
        ("fr", "2020-08-19", "Il s'est rendu à Bagdad fin juillet.", &["fin juillet|DATE|2020-07"]),
        ("fr", "2020-08-19", "Le vote est prévu à l'automne.", &["l'automne|DATE|2020-FA"]),
        ("fr", "2020-08-19", "L'année dernière à la même époque, il neigeait.", &["L'année dernière|DATE|2019"]),
        ("fr", "2020-08-19", "Depuis mardi, la route est coupée.", &["mardi|DATE|2020-08-18"]),
        ("fr", "2020-08-19", "Jusqu'à vendredi, la route reste coupée.", &["vendredi|DATE|2020-08-21"]),
        (
            "fr",
            "2020-08-19",
            "Le couvre-feu est en vigueur de 22 heures à 6 heures.",
            &["22 heures|TIME|2020-08-19T22:00", "6 heures|TIME|2020-08-19T06:00"],
        ),
    ]);
}

#[test]
fn french_press_in_the_narrative_continued() {
    hold(&[
        ("fr", "2020-08-19", "Les pompiers ont lutté pendant six heures.", &["six heures|DURATION|PT6H"]),
        (
            "fr",
            "2020-08-19",
            "Il partira demain soir vers 19 heures.",
            &["demain soir|TIME|2020-08-20TEV", "vers 19 heures|TIME|2020-08-20T19:00"],
        ),
        (
            "fr",
            "2020-08-19",
            "L'accord a été conclu quarante-huit heures après.",
            &["quarante-huit heures après|DATE|2020-08-21"],
        ),
        ("fr", "2020-08-19", "Il y a à peine un mois, il saluait la foule.", &["Il y a à peine un mois|DATE|2020-07"]),
        ("fr", "2020-08-19", "Un mois plus tôt, il saluait la foule.", &["Un mois plus tôt|DATE|2020-07"]),
        ("fr", "2020-08-19", "Le procès durera jusqu'au 12 octobre.", &["12 octobre|DATE|2020-10-12"]),
        (
            "fr",
            "2020-08-19",
            "Au quatrième trimestre de l'année dernière, les ventes ont reculé.",
            &["quatrième trimestre de l'année dernière|DATE|2019-Q4"],
        ),
        ("fr", "2020-08-19", "La saison 2019-2020 fut écourtée.", &["2019|DATE|2019", "2020|DATE|2020"]),
        ("fr", "2020-08-19", "La saison 2019-20 fut écourtée.", &["2019|DATE|2019", "20|DATE|2020"]),
        ("fr", "2020-08-19", "Il a couru le 100 mètres en 2019.", &["2019|DATE|2019"]),
        ("fr", "2020-08-19", "Ils étaient 1500 hier dans les rues.", &["hier|DATE|2020-08-18"]),
        (
            "fr",
            "2020-08-19",
            "Né un 29 février, il fête son anniversaire tous les quatre ans.",
            &["29 février|DATE|2020-02-29", "tous les quatre ans|SET|P4Y"],
        ),
        ("fr", "2020-08-19", "Il a été tué dans la matinée de mardi.", &["la matinée de mardi|TIME|2020-08-18TMO"]),
        ("fr", "2020-08-19", "Mercredi 12 août au soir, la pluie est tombée.", &["Mercredi 12 août au soir|TIME|2020-08-12TEV"]),
        ("fr", "2020-08-19", "Une fois par mois, ils se retrouvent.", &["mois|SET|P1M"]),
        (
            "fr",
            "",
            "Le vendredi 9 avril 2021, il a parlé. Vendredi, il se taira.",
            &["Le vendredi 9 avril 2021|DATE|2021-04-09", "Vendredi|DATE|XXXX-WXX-5"],
        ),
    ]);
}

#[test]
fn french_press_that_tells_no_time() {
    hold(&[
        ("fr", "2020-08-19", "Quelque 2 500 soldats ont été retirés.", &[]),
        ("fr", "2020-08-19", "Le loyer est de 1990 euros.", &[]),
        ("fr", "2020-08-19", "La résolution 1701 a été votée.", &[]),
        ("fr", "2020-08-19", "Le vol 2018 est en retard.", &[]),
        ("fr", "2020-08-19", "M. Avril a salué la foule.", &[]),
        ("fr", "2020-08-19", "Mars est la quatrième planète.", &[]),
        ("fr", "2020-08-19", "La mission vers Mars est reportée.", &[]),
        ("fr", "2020-08-19", "Mme Mai s'est dite satisfaite.", &[]),
        ("fr", "2020-08-19", "Il habite rue du 4-Septembre.", &[]),
        ("fr", "2020-08-19", "Le cortège a rejoint la place du 8-Mai-1945.", &[]),
        ("fr", "2020-08-19", "La station Quatre-Septembre est fermée.", &[]),
        ("fr", "2020-08-19", "L'article 2020 du code civil.", &[]),
        ("fr", "2020-08-19", "Le boulevard du 1er-Mai est barré.", &[]),
        ("fr", "2020-08-19", "Jean Avril, directeur du théâtre, a démissionné.", &[]),
        ("fr", "2020-08-19", "Composez le 03 83 59 80 54.", &[]),
        ("fr", "2020-08-19", "Tél. 03.83.59.80.54.", &[]),
        ("fr", "2020-08-19", "Paul Durand, 45 ans, a été blessé.", &[]),
        ("fr", "2020-08-19", "Une femme âgée de 45 ans a été blessée.", &[]),
        ("fr", "2020-08-19", "La victime, 62 ans, est décédée.", &[]),
        ("fr", "2020-08-19", "Le sextuple vainqueur du Tour a 38 ans.", &[]),
        ("fr", "2020-08-19", "Le quinquagénaire de 52 ans a avoué.", &[]),
        ("fr", "2020-08-19", "Le 15e arrondissement est bouclé.", &[]),
        ("fr", "2020-08-19", "La Peugeot 2008 se vend bien.", &[]),
        ("fr", "2020-08-19", "Plus de 1500 manifestants ont défilé.", &[]),
        ("fr", "2020-08-19", "Environ 2000 personnes se sont réunies.", &[]),
        ("fr", "2020-08-19", "Le budget s'élève à 2012 milliards.", &[]),
        ("fr", "2020-08-19", "Il pèse 1900 kg.", &[]),
        ("fr", "2020-08-19", "Le jour se lève sur la ville.", &[]),
        ("fr", "2020-08-19", "Il a été battu 3-2 par Nancy.", &[]),
        ("fr", "2020-08-19", "Le décret n° 2015-1234 a été publié.", &[]),
        ("fr", "2020-08-19", "Durant la Seconde Guerre mondiale, le pont fut détruit.", &[]),
        ("fr", "2020-08-19", "Les trois quarts des élus ont voté contre.", &[]),
        ("fr", "2020-08-19", "L'opération « Printemps arabe » a échoué.", &[]),
    ]);
}
