//! More sentences in French and English from all pages of a newspaper.

use crate::hold;

#[test]
fn more_english_pages_1() {
    hold(&[
        (
            "en",
            "2018-06-06",
            "Rail workers confirmed this morning that they will walk out on June 12 and 13.",
            &["this morning|TIME|2018-06-06TMO", "June 12|DATE|2018-06-12", "13|DATE|2018-06-13"],
        ),
        (
            "en",
            "2018-06-06",
            "The senator, first elected in September 2014, resigned on Monday.",
            &["September 2014|DATE|2014-09", "Monday|DATE|2018-06-04"],
        ),
        (
            "en",
            "2018-06-06",
            "The referendum promised for later this year has slipped to 2019.",
            &["later this year|DATE|2018", "2019|DATE|2019"],
        ),
        (
            "en",
            "2018-06-06",
            "The town adopted its 2018-19 budget late Tuesday.",
            &["2018|DATE|2018", "19|DATE|2019", "late Tuesday|DATE|2018-06-05"],
        ),
        (
            "en",
            "2018-06-06",
            "She was fired on May 2, 2017; a tribunal ruled in her favor yesterday.",
            &["May 2, 2017|DATE|2017-05-02", "yesterday|DATE|2018-06-05"],
        ),
        (
            "en",
            "2018-06-06",
            "The driver, who had been without a license since 2011, got a year in jail.",
            &["2011|DATE|2011", "a year|DURATION|P1Y"],
        ),
        ("en", "2018-06-06", "A verdict is expected late Friday afternoon.", &["late Friday afternoon|TIME|2018-06-08TAF"]),
        (
            "en",
            "2018-06-06",
            "The defender returns to training in mid-August after a four-month layoff.",
            &["mid-August|DATE|2018-08", "four-month|DURATION|P4M"],
        ),
        (
            "en",
            "2018-06-06",
            "After a dreary first half, the match was settled in five minutes.",
            &["five minutes|DURATION|PT5M"],
        ),
    ]);
}

#[test]
fn more_english_pages_2() {
    hold(&[
        (
            "en",
            "2018-06-06",
            "The Nationals play a doubleheader Saturday, starting at 1:05 p.m.",
            &["Saturday|DATE|2018-06-09", "1:05 p.m.|TIME|2018-06-09T13:05"],
        ),
        ("en", "2021-04-17", "As of Dec. 31, 2020, the group had $48 million in cash.", &["Dec. 31, 2020|DATE|2020-12-31"]),
        (
            "en",
            "2021-04-17",
            "New car sales nearly tripled in March compared with March 2020.",
            &["March|DATE|2021-03", "March 2020|DATE|2020-03"],
        ),
        ("en", "2021-04-17", "Management expects to break even within two years.", &["two years|DURATION|P2Y"]),
        (
            "en",
            "2021-04-17",
            "The annual meeting will be held virtually at 3 p.m. on May 20.",
            &["3 p.m. on May 20|TIME|2021-05-20T15:00"],
        ),
        (
            "en",
            "2021-04-17",
            "The stock is trading at its highest level since February of last year.",
            &["February of last year|DATE|2020-02"],
        ),
        ("en", "2021-04-17", "Last week's frosts destroyed half of the buds.", &["Last week|DATE|2021-W14"]),
        (
            "en",
            "2021-04-17",
            "Sunday will be bright, with rain moving in from the west on Tuesday.",
            &["Sunday|DATE|2021-04-18", "Tuesday|DATE|2021-04-20"],
        ),
        (
            "en",
            "2021-04-17",
            "Museums, shut since Oct. 30, hope to reopen in mid-May.",
            &["Oct. 30|DATE|2020-10-30", "mid-May|DATE|2021-05"],
        ),
    ]);
}

#[test]
fn more_english_pages_3() {
    hold(&[
        (
            "en",
            "2021-04-17",
            "The play, first staged in 1896, had not been seen here for half a century.",
            &["1896|DATE|1896", "half a century|DURATION|P50Y"],
        ),
        ("en", "2021-04-17", "Her third album is out Friday, May 7.", &["Friday, May 7|DATE|2021-05-07"]),
        ("en", "2021-04-17", "Archaeologists date the wreck to the early 18th century.", &["the early 18th century|DATE|17"]),
        (
            "en",
            "2021-04-17",
            "Launched in 2004 on a ten-year mission, the lander touched down on 12 November 2014.",
            &["2004|DATE|2004", "ten-year|DURATION|P10Y", "12 November 2014|DATE|2014-11-12"],
        ),
        (
            "en",
            "2021-04-17",
            "Two doses six weeks apart are enough, according to a study published Thursday.",
            &["six weeks|DURATION|P6W", "Thursday|DATE|2021-04-15"],
        ),
        (
            "en",
            "2014-12-22",
            "Ordained on June 29, 1961, he served the parish for three decades.",
            &["June 29, 1961|DATE|1961-06-29", "three decades|DURATION|P30Y"],
        ),
        ("en", "2014-12-22", "His ashes will be scattered at sea in the spring.", &["the spring|DATE|2015-SP"]),
        (
            "en",
            "2014-12-22",
            "Santa will be in the market square from 3 to 6 p.m. on Wednesday, Christmas Eve.",
            &["3|TIME|2014-12-24T15:00", "6 p.m. on Wednesday|TIME|2014-12-24T18:00", "Christmas Eve|DATE|2014-12-24"],
        ),
        (
            "en",
            "2014-12-22",
            "City offices will be closed Dec. 26 and Jan. 2.",
            &["Dec. 26|DATE|2014-12-26", "Jan. 2|DATE|2015-01-02"],
        ),
    ]);
}

#[test]
fn more_english_pages_4() {
    hold(&[
        (
            "en",
            "2014-12-22",
            "Route 72 has been closed since 6 p.m. Saturday until further notice.",
            &["6 p.m. Saturday|TIME|2014-12-20T18:00"],
        ),
        (
            "en",
            "2014-12-22",
            "Trash will be picked up on Friday instead of Thursday this week.",
            &["Friday|DATE|2014-12-26", "Thursday|DATE|2014-12-25", "this week|DATE|2014-W52"],
        ),
        (
            "en",
            "2014-12-22",
            "The dog, missing since Dec. 5, was found 11 days later.",
            &["Dec. 5|DATE|2014-12-05", "11 days later|DATE|2014-12-16"],
        ),
        (
            "en",
            "2014-12-22",
            "On the first Tuesday of every month, a notary is on hand from 9 to 11:30 a.m.",
            &["the first Tuesday of every month|SET|XXXX-WXX-2", "9|TIME|XXXX-XX-XXT09:00", "11:30 a.m.|TIME|XXXX-XX-XXT11:30"],
        ),
        ("en", "2014-12-22", "A news conference is scheduled for noon.", &["noon|TIME|2014-12-22T12:00"]),
        (
            "en",
            "2014-12-22",
            "The attack, which came shortly after 8 p.m. on Sunday, left 13 people injured.",
            &["8 p.m. on Sunday|TIME|2014-12-21T20:00"],
        ),
        (
            "en",
            "2014-12-22",
            "Over the past 30 years, the Aral Sea has lost nine-tenths of its surface.",
            &["the past 30 years|DURATION|P30Y"],
        ),
        (
            "en",
            "2014-12-22",
            "Trains will run as normal between Christmas and New Year's Day.",
            &["Christmas|DATE|2014-12-25", "New Year's Day|DATE|2015-01-01"],
        ),
    ]);
}

#[test]
fn more_french_pages_1() {
    hold(&[
        (
            "fr",
            "2018-06-06",
            "Convoqués ce matin au ministère, les cheminots ont maintenu leur préavis pour les 12 et 13 juin.",
            &["ce matin|TIME|2018-06-06TMO", "les 12|DATE|2018-06-12", "13 juin|DATE|2018-06-13"],
        ),
        (
            "fr",
            "2018-06-06",
            "Le sénateur, élu en septembre 2014, a rendu son mandat lundi dernier.",
            &["septembre 2014|DATE|2014-09", "lundi dernier|DATE|2018-06-04"],
        ),
        (
            "fr",
            "2018-06-06",
            "Le référendum, promis pour la fin de l'année, n'aura lieu qu'en 2019.",
            &["la fin de l'année|DATE|2018", "2019|DATE|2019"],
        ),
        (
            "fr",
            "2018-06-06",
            "Il y a quinze jours, le maire assurait encore qu'aucune classe ne fermerait.",
            &["Il y a quinze jours|DATE|2018-05-22"],
        ),
        (
            "fr",
            "2018-06-06",
            "La commune a voté mardi soir son budget pour 2018.",
            &["mardi soir|TIME|2018-06-05TEV", "2018|DATE|2018"],
        ),
        ("fr", "2018-06-06", "La Coupe du monde débute dans huit jours à Moscou.", &["dans huit jours|DATE|2018-06-14"]),
        (
            "fr",
            "2018-06-06",
            "Elle avait été licenciée le 2 mai 2017 ; les prud'hommes lui ont donné raison hier.",
            &["le 2 mai 2017|DATE|2017-05-02", "hier|DATE|2018-06-05"],
        ),
        (
            "fr",
            "2018-06-06",
            "Le chauffard, qui roulait sans permis depuis 2011, a été condamné à un an ferme.",
            &["2011|DATE|2011", "un an|DURATION|P1Y"],
        ),
        (
            "fr",
            "2018-06-06",
            "Le verdict est attendu vendredi en fin d'après-midi.",
            &["vendredi|DATE|2018-06-08", "fin d'après-midi|TIME|2018-06-08TAF"],
        ),
    ]);
}

#[test]
fn more_french_pages_2() {
    hold(&[
        (
            "fr",
            "2018-06-06",
            "Le défenseur reprendra l'entraînement à la mi-août, après quatre mois d'absence.",
            &["la mi-août|DATE|2018-08", "quatre mois|DURATION|P4M"],
        ),
        (
            "fr",
            "2018-06-06",
            "Après une première mi-temps indigeste, tout s'est joué en cinq minutes.",
            &["cinq minutes|DURATION|PT5M"],
        ),
        (
            "fr",
            "2021-04-17",
            "Au 31 décembre 2020, la trésorerie du groupe s'élevait à 48 millions d'euros.",
            &["31 décembre 2020|DATE|2020-12-31"],
        ),
        (
            "fr",
            "2021-04-17",
            "Les ventes de voitures neuves ont bondi de 192 % en mars par rapport à mars 2020.",
            &["mars|DATE|2021-03", "mars 2020|DATE|2020-03"],
        ),
        ("fr", "2021-04-17", "La direction vise un retour à l'équilibre dans les deux ans.", &["deux ans|DURATION|P2Y"]),
        (
            "fr",
            "2021-04-17",
            "L'assemblée générale des actionnaires se tiendra le 20 mai à 15 heures, à huis clos.",
            &["le 20 mai|DATE|2021-05-20", "15 heures|TIME|2021-05-20T15:00"],
        ),
        (
            "fr",
            "2021-04-17",
            "Le titre s'échange à son plus haut niveau depuis février de l'an passé.",
            &["février de l'an passé|DATE|2020-02"],
        ),
        (
            "fr",
            "2021-04-17",
            "Les gelées de la semaine passée ont détruit la moitié des bourgeons.",
            &["la semaine passée|DATE|2021-W14"],
        ),
        (
            "fr",
            "2021-04-17",
            "Dimanche, le soleil fera son retour avant une dégradation attendue mardi par l'ouest.",
            &["Dimanche|DATE|2021-04-18", "mardi|DATE|2021-04-20"],
        ),
    ]);
}

#[test]
fn more_french_pages_3() {
    hold(&[
        (
            "fr",
            "2021-04-17",
            "Les musées, fermés depuis le 30 octobre, espèrent rouvrir à la mi-mai.",
            &["le 30 octobre|DATE|2020-10-30", "la mi-mai|DATE|2021-05"],
        ),
        (
            "fr",
            "2021-04-17",
            "La pièce, créée en 1896, n'avait pas été montée ici depuis un demi-siècle.",
            &["1896|DATE|1896", "un demi-siècle|DURATION|P50Y"],
        ),
        ("fr", "2021-04-17", "Son troisième album sortira vendredi 7 mai.", &["vendredi 7 mai|DATE|2021-05-07"]),
        (
            "fr",
            "2021-04-17",
            "Les archéologues datent le naufrage du début du XVIIIe siècle.",
            &["début du XVIIIe siècle|DATE|17"],
        ),
        (
            "fr",
            "2021-04-17",
            "Lancée en 2004 pour une mission de dix ans, la sonde s'était posée le 12 novembre 2014.",
            &["2004|DATE|2004", "dix ans|DURATION|P10Y", "le 12 novembre 2014|DATE|2014-11-12"],
        ),
        (
            "fr",
            "2021-04-17",
            "Deux doses espacées de six semaines suffisent, selon l'étude publiée jeudi.",
            &["six semaines|DURATION|P6W", "jeudi|DATE|2021-04-15"],
        ),
        (
            "fr",
            "2014-12-22",
            "Ordonné prêtre le 29 juin 1961, il avait exercé trente ans à Besançon.",
            &["le 29 juin 1961|DATE|1961-06-29", "trente ans|DURATION|P30Y"],
        ),
        ("fr", "2014-12-22", "Ses cendres seront dispersées en mer au printemps.", &["printemps|DATE|2015-SP"]),
        (
            "fr",
            "2014-12-22",
            "La mairie sera fermée les 26 décembre et 2 janvier.",
            &["les 26 décembre|DATE|2014-12-26", "2 janvier|DATE|2015-01-02"],
        ),
    ]);
}

#[test]
fn more_french_pages_4() {
    hold(&[
        (
            "fr",
            "2014-12-22",
            "La RD 72 est coupée depuis samedi 18 heures et jusqu'à nouvel ordre.",
            &["samedi|DATE|2014-12-20", "18 heures|TIME|2014-12-20T18:00"],
        ),
        (
            "fr",
            "2014-12-22",
            "Tous les premiers mardis du mois, un écrivain public tient une permanence de 9 h à 11 h 30.",
            &["Tous les premiers mardis du mois|SET|XXXX-WXX-2", "9 h|TIME|XXXX-XX-XXT09:00", "11 h 30|TIME|XXXX-XX-XXT11:30"],
        ),
        ("fr", "2014-12-22", "Un point presse est prévu à midi.", &["midi|TIME|2014-12-22T12:00"]),
        (
            "fr",
            "2014-12-22",
            "L'attaque, survenue hier peu après 20 heures, a fait treize blessés.",
            &["hier|DATE|2014-12-21", "20 heures|TIME|2014-12-21T20:00"],
        ),
        (
            "fr",
            "2014-12-22",
            "Ces trente dernières années, la Mer d'Aral a perdu les neuf dixièmes de sa surface.",
            &["Ces trente dernières années|DURATION|P30Y"],
        ),
        (
            "fr",
            "2014-12-22",
            "Entre Noël et le jour de l'An, les trains circuleront normalement.",
            &["Noël|DATE|2014-12-25", "le jour de l'An|DATE|2015-01-01"],
        ),
    ]);
}

#[test]
fn what_follows_is_counted_from_what_was_told_or_stays_open() {
    hold(&[
        (
            "en",
            "2018-06-06",
            "He moved to Paris in 1990. The next year he married.",
            &["1990|DATE|1990", "The next year|DATE|1991"],
        ),
        ("en", "2018-06-06", "Over the next year, prices will rise.", &["the next year|DATE|2019"]),
        ("en", "2018-06-06", "The next year will be hard.", &["The next year|DATE|2019"]),
        ("en", "2018-06-06", "A fortnight ago the mayor was away.", &["A fortnight ago|DATE|2018-W21"]),
        (
            "fr",
            "2018-06-06",
            "Condamné en 2016, il avait fait appel le jour même.",
            &["2016|DATE|2016", "le jour même|DATE|XXXX-XX-XX"],
        ),
        ("fr", "2018-06-06", "Dix ans plus tard, il revient sur les lieux.", &["Dix ans plus tard|DATE|XXXX-XX-XX"]),
        (
            "fr",
            "2018-06-06",
            "Au second semestre 2017, les ventes avaient doublé en un an ; un an plus tôt, elles stagnaient.",
            &["second semestre 2017|DATE|2017-H2", "un an|DURATION|P1Y", "un an plus tôt|DATE|2016-H2"],
        ),
        ("fr", "2018-06-06", "Le Père Noël et Jean-Noël Doe ont défilé avec Noël Merval.", &[]),
        ("en", "2018-06-06", "The Russell 2000 fell as on Black Monday.", &[]),
        ("en", "2018-06-06", "It was a black Monday for the club.", &["Monday|DATE|2018-06-04"]),
        ("fr", "2018-06-06", "Il garde le souvenir du vendredi noir de la Bourse.", &[]),
        ("fr", "2018-06-06", "À Noël, ils partent.", &["Noël|DATE|2018-12-25"]),
    ]);
}
