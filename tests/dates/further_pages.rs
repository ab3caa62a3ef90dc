//! Further sentences in French and English from all pages of a newspaper.

use crate::hold;

#[test]
fn further_english_pages_1() {
    hold(&[
        (
            "en",
            "2019-03-14",
            "Early Monday, farmers blocked the highway for nearly four hours.",
            &["Early Monday|DATE|2019-03-11", "nearly four hours|DURATION|PT4H"],
        ),
        (
            "en",
            "2019-03-14",
            "The minister on Wednesday unveiled a $40 billion plan spread over 10 years.",
            &["Wednesday|DATE|2019-03-13", "10 years|DURATION|P10Y"],
        ),
        (
            "en",
            "2019-03-14",
            "Local elections will be held in May 2020, with senate races six months later.",
            &["May 2020|DATE|2020-05", "six months later|DATE|2020-11"],
        ),
        ("en", "2019-03-14", "The 1905 law will not be changed this year.", &["1905|DATE|1905", "this year|DATE|2019"]),
        (
            "en",
            "2019-03-14",
            "Brexit, due on March 29, could be delayed by three months.",
            &["March 29|DATE|2019-03-29", "three months|DURATION|P3M"],
        ),
        ("en", "2019-03-14", "The caucuses are less than a year away.", &["less than a year|DURATION|P1Y"]),
        (
            "en",
            "2022-10-05",
            "He was booked into county jail on Saturday, Oct. 1, on a charge of attempted murder.",
            &["Saturday, Oct. 1|DATE|2022-10-01"],
        ),
        (
            "en",
            "2022-10-05",
            "The next hearing is Jan. 17, 2023, at 9 a.m.",
            &["Jan. 17, 2023|DATE|2023-01-17", "9 a.m.|TIME|2023-01-17T09:00"],
        ),
        (
            "en",
            "2022-10-05",
            "Between May 2015 and September 2017, the bookkeeper stole $300,000.",
            &["May 2015|DATE|2015-05", "September 2017|DATE|2017-09"],
        ),
    ]);
}

#[test]
fn further_english_pages_2() {
    hold(&[
        ("en", "2022-10-05", "The ex-mayor will serve a year of home confinement.", &["a year|DURATION|P1Y"]),
        (
            "en",
            "2022-10-05",
            "Her body was found three days after she vanished on June 21.",
            &["three days|DURATION|P3D", "June 21|DATE|2022-06-21"],
        ),
        (
            "en",
            "2016-01-18",
            "The Bruins are unbeaten in their last 11 games and have not lost since before Thanksgiving.",
            &["Thanksgiving|DATE|2015-11-26"],
        ),
        (
            "en",
            "2016-01-18",
            "Nadal saved two match points before winning in 3 hours, 12 minutes.",
            &["3 hours|DURATION|PT3H", "12 minutes|DURATION|PT12M"],
        ),
        (
            "en",
            "2016-01-18",
            "The World Cup runs from June 14 to July 15, 2018, in Russia.",
            &["June 14|DATE|2018-06-14", "July 15, 2018|DATE|2018-07-15"],
        ),
        (
            "en",
            "2016-01-18",
            "The goalkeeper, who arrived last summer, is on loan until the end of May.",
            &["last summer|DATE|2015-SU", "the end of May|DATE|2016-05"],
        ),
        (
            "en",
            "2023-08-26",
            "The central bank raised rates for the ninth time in a little more than a year.",
            &["more than a year|DURATION|P1Y"],
        ),
        (
            "en",
            "2023-08-26",
            "The automaker extended its shutdown by a week, through Sept. 4.",
            &["a week|DURATION|P1W", "Sept. 4|DATE|2023-09-04"],
        ),
        (
            "en",
            "2023-08-26",
            "Its share price doubled in two years before collapsing in the spring.",
            &["two years|DURATION|P2Y", "the spring|DATE|2023-SP"],
        ),
    ]);
}

#[test]
fn further_english_pages_3() {
    hold(&[
        ("en", "2012-11-30", "Temperatures fell to 19 degrees overnight Thursday.", &["overnight Thursday|TIME|2012-11-29TNI"]),
        ("en", "2012-11-30", "Rain will return by midweek.", &[]),
        ("en", "2012-11-30", "It was the warmest October since 1921.", &["October|DATE|2012-10", "1921|DATE|1921"]),
        ("en", "2009-05-19", "The Cannes jury meets this Tuesday for the first time.", &["this Tuesday|DATE|2009-05-19"]),
        ("en", "2009-05-19", "Her memoir will be published in early September.", &["early September|DATE|2009-09"]),
        (
            "en",
            "2009-05-19",
            "The library is open Tuesday through Saturday, 10 a.m. to 6 p.m.",
            &[
                "Tuesday|SET|XXXX-WXX-2",
                "Saturday|SET|XXXX-WXX-6",
                "10 a.m.|TIME|XXXX-XX-XXT10:00",
                "6 p.m.|TIME|XXXX-XX-XXT18:00",
            ],
        ),
        (
            "en",
            "2024-02-11",
            "Born in 1947 in Oran, he joined the paper in October 1972, a few months after his wedding.",
            &["1947|DATE|1947", "October 1972|DATE|1972-10", "a few months|DURATION|PXM"],
        ),
        (
            "en",
            "2024-02-11",
            "A service will be held Wednesday, Feb. 14, at 2:30 p.m.",
            &["Wednesday, Feb. 14|DATE|2024-02-14", "2:30 p.m.|TIME|2024-02-14T14:30"],
        ),
        (
            "en",
            "2024-02-11",
            "A magnitude-4.1 quake was felt at 11:47 p.m. Saturday.",
            &["11:47 p.m. Saturday|TIME|2024-02-10T23:47"],
        ),
    ]);
}

#[test]
fn further_english_pages_4() {
    hold(&[(
        "en",
        "2024-02-11",
        "Applications for the two positions, which start March 1, are due by Feb. 20.",
        &["March 1|DATE|2024-03-01", "Feb. 20|DATE|2024-02-20"],
    )]);
}

#[test]
fn further_french_pages_1() {
    hold(&[
        (
            "fr",
            "2019-03-14",
            "Lundi matin, dès 6 heures, des agriculteurs ont bloqué l'A6 pendant près de quatre heures.",
            &["Lundi matin|TIME|2019-03-11TMO", "6 heures|TIME|2019-03-11T06:00", "près de quatre heures|DURATION|PT4H"],
        ),
        (
            "fr",
            "2019-03-14",
            "Le ministre a présenté mercredi un plan de 40 milliards sur dix ans.",
            &["mercredi|DATE|2019-03-13", "dix ans|DURATION|P10Y"],
        ),
        (
            "fr",
            "2019-03-14",
            "Les élections municipales auront lieu en mars 2020, les sénatoriales six mois plus tard.",
            &["mars 2020|DATE|2020-03", "six mois plus tard|DATE|2020-09"],
        ),
        ("fr", "2019-03-14", "La loi de 1905 ne sera pas modifiée cette année.", &["1905|DATE|1905", "cette année|DATE|2019"]),
        (
            "fr",
            "2019-03-14",
            "Le Brexit, prévu le 29 mars, pourrait être reporté de trois mois.",
            &["le 29 mars|DATE|2019-03-29", "trois mois|DURATION|P3M"],
        ),
        (
            "fr",
            "2019-03-14",
            "Il y a tout juste vingt ans, l'euro devenait la monnaie de onze pays.",
            &["Il y a tout juste vingt ans|DATE|1999"],
        ),
        (
            "fr",
            "2022-10-05",
            "Il a été écroué samedi 1er octobre pour tentative d'homicide.",
            &["samedi 1er octobre|DATE|2022-10-01"],
        ),
        (
            "fr",
            "2022-10-05",
            "Entre mai 2015 et septembre 2017, le comptable aurait détourné 300 000 euros.",
            &["mai 2015|DATE|2015-05", "septembre 2017|DATE|2017-09"],
        ),
        (
            "fr",
            "2022-10-05",
            "L'ancien maire purgera sa peine à domicile, sous bracelet, pendant un an.",
            &["un an|DURATION|P1Y"],
        ),
    ]);
}

#[test]
fn further_french_pages_2() {
    hold(&[
        (
            "fr",
            "2022-10-05",
            "Le corps avait été découvert trois jours après sa disparition, le 21 juin.",
            &["trois jours|DURATION|P3D", "le 21 juin|DATE|2022-06-21"],
        ),
        (
            "fr",
            "2016-01-18",
            "Les Lyonnais restent invaincus depuis onze matchs et huit semaines.",
            &["huit semaines|DURATION|P8W"],
        ),
        (
            "fr",
            "2016-01-18",
            "Nadal a sauvé deux balles de match avant de s'imposer en trois heures et douze minutes.",
            &["trois heures|DURATION|PT3H", "douze minutes|DURATION|PT12M"],
        ),
        (
            "fr",
            "2016-01-18",
            "Le Mondial 2018 se déroulera du 14 juin au 15 juillet 2018 en Russie.",
            &["2018|DATE|2018", "14 juin|DATE|2018-06-14", "15 juillet 2018|DATE|2018-07-15"],
        ),
        (
            "fr",
            "2016-01-18",
            "Rendez-vous dimanche, 15 heures, au stade Bauer.",
            &["dimanche|DATE|2016-01-24", "15 heures|TIME|2016-01-24T15:00"],
        ),
        (
            "fr",
            "2016-01-18",
            "Le joueur, arrivé l'été dernier, est prêté jusqu'à la fin de la saison.",
            &["l'été dernier|DATE|2015-SU"],
        ),
        (
            "fr",
            "2023-08-26",
            "La Banque centrale a relevé ses taux pour la neuvième fois en un peu plus d'un an.",
            &["plus d'un an|DURATION|P1Y"],
        ),
        (
            "fr",
            "2023-08-26",
            "Sur les sept premiers mois de l'année, les exportations ont bondi de 8 %.",
            &["les sept premiers mois|DURATION|P7M"],
        ),
        (
            "fr",
            "2023-08-26",
            "Le fabricant a prolongé d'une semaine la fermeture de son usine, jusqu'au 4 septembre.",
            &["une semaine|DURATION|P1W", "4 septembre|DATE|2023-09-04"],
        ),
    ]);
}

#[test]
fn further_french_pages_3() {
    hold(&[
        (
            "fr",
            "2023-08-26",
            "Son cours a doublé en deux ans avant de s'effondrer au printemps.",
            &["deux ans|DURATION|P2Y", "printemps|DATE|2023-SP"],
        ),
        (
            "fr",
            "2012-11-30",
            "Dans la nuit de jeudi à vendredi, le thermomètre est descendu à - 7 °C.",
            &["la nuit de jeudi à vendredi|TIME|2012-11-29TNI"],
        ),
        (
            "fr",
            "2012-11-30",
            "Le week-end s'annonce pluvieux, avant le retour du froid en début de semaine prochaine.",
            &["Le week-end|DATE|2012-W48-WE", "début de semaine prochaine|DATE|2012-W49"],
        ),
        (
            "fr",
            "2012-11-30",
            "C'est le mois d'octobre le plus chaud depuis 1921.",
            &["le mois d'octobre|DATE|2012-10", "1921|DATE|1921"],
        ),
        ("fr", "2009-05-19", "Cannes : le jury se réunit ce mardi pour la première fois.", &["ce mardi|DATE|2009-05-19"]),
        ("fr", "2009-05-19", "L'écrivaine publiera ses mémoires à la rentrée de septembre.", &["septembre|DATE|2009-09"]),
        (
            "fr",
            "2009-05-19",
            "La bibliothèque est ouverte du mardi au samedi, de 10 h à 18 h.",
            &["mardi|SET|XXXX-WXX-2", "samedi|SET|XXXX-WXX-6", "10 h|TIME|XXXX-XX-XXT10:00", "18 h|TIME|XXXX-XX-XXT18:00"],
        ),
        (
            "fr",
            "2024-02-11",
            "Né en 1947 à Oran, il avait rejoint le journal en octobre 1972, quelques mois après son mariage.",
            &["1947|DATE|1947", "octobre 1972|DATE|1972-10", "quelques mois|DURATION|PXM"],
        ),
        (
            "fr",
            "2024-02-11",
            "La cérémonie aura lieu mercredi 14 février à 14 h 30 en l'église de Gray.",
            &["mercredi 14 février|DATE|2024-02-14", "14 h 30|TIME|2024-02-14T14:30"],
        ),
    ]);
}

#[test]
fn further_french_pages_4() {
    hold(&[
        (
            "fr",
            "2024-02-11",
            "Hier, à 23 h 47, un séisme de magnitude 4,1 a été ressenti.",
            &["Hier|DATE|2024-02-10", "23 h 47|TIME|2024-02-10T23:47"],
        ),
        (
            "fr",
            "2024-02-11",
            "La mairie recrute deux agents à partir du 1er mars ; candidatures avant le 20 février.",
            &["1er mars|DATE|2024-03-01", "le 20 février|DATE|2024-02-20"],
        ),
    ]);
}
