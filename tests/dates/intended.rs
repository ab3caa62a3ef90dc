//! Sentences about days that somebody promised, asked for or put off, with their neighbours that tell what was, in both languages.

use crate::hold;

#[test]
fn english_days_that_are_intended_and_told_1() {
    hold(&[
        ("en", "2021-03-10", "The company promised to pay its staff Monday.", &["Monday|DATE|2021-03-15"]),
        ("en", "2021-03-10", "The union agreed to return to work Thursday.", &["Thursday|DATE|2021-03-11"]),
        ("en", "2021-03-10", "He vowed to publish the letters on Friday.", &["Friday|DATE|2021-03-12"]),
        ("en", "2021-03-10", "The judge asked both sides to come back Monday.", &["Monday|DATE|2021-03-15"]),
        ("en", "2021-03-10", "The mayor, who was due to speak Saturday, fell ill.", &["Saturday|DATE|2021-03-13"]),
        ("en", "2021-03-10", "The minister was to have met the workers on Monday.", &["Monday|DATE|2021-03-08"]),
        ("en", "2021-03-10", "A hearing is set for March 22.", &["March 22|DATE|2021-03-22"]),
        ("en", "2021-03-10", "A hearing had been set for Friday.", &["Friday|DATE|2021-03-12"]),
        ("en", "2021-03-10", "Voters go to the polls Sunday.", &["Sunday|DATE|2021-03-14"]),
        ("en", "2021-03-10", "Voters went to the polls Sunday.", &["Sunday|DATE|2021-03-07"]),
        ("en", "2021-03-10", "Polls open Sunday at 8 a.m.", &["Sunday|DATE|2021-03-14", "8 a.m.|TIME|2021-03-14T08:00"]),
        ("en", "2021-03-10", "The ferry resumes service Thursday.", &["Thursday|DATE|2021-03-11"]),
        (
            "en",
            "2021-03-10",
            "The strike, now in its third day, could end Friday.",
            &["now|DATE|PRESENT_REF", "Friday|DATE|2021-03-12"],
        ),
        ("en", "2021-03-10", "She hopes to be home by Saturday.", &["Saturday|DATE|2021-03-13"]),
        ("en", "2021-03-10", "The two are expected in Oslo on Monday.", &["Monday|DATE|2021-03-15"]),
        ("en", "2021-03-10", "The army gave them until Thursday to leave.", &["Thursday|DATE|2021-03-11"]),
        ("en", "2021-03-10", "The library will stay shut through Sunday.", &["Sunday|DATE|2021-03-14"]),
        ("en", "2021-03-10", "Results are not due before Monday.", &["Monday|DATE|2021-03-15"]),
        ("en", "2021-03-10", "The trial, which opens Monday, is the first of its kind.", &["Monday|DATE|2021-03-15"]),
        (
            "en",
            "2021-03-10",
            "The exhibition opened Monday and closes in June.",
            &["Monday|DATE|2021-03-08", "June|DATE|2021-06"],
        ),
        ("en", "2021-03-10", "Tickets go on sale next Friday.", &["next Friday|DATE|2021-03-12"]),
        ("en", "2021-03-10", "Elections were planned for the autumn.", &["the autumn|DATE|2021-FA"]),
        ("en", "2021-03-10", "A vote in April looked certain.", &["April|DATE|2021-04"]),
        ("en", "2021-03-10", "The shop opens every Monday.", &["every Monday|SET|XXXX-WXX-1"]),
        ("en", "2021-03-10", "The shop is open Mondays.", &["Mondays|SET|XXXX-WXX-1"]),
        ("en", "2021-03-10", "On Sundays he cooks for the whole street.", &["Sundays|SET|XXXX-WXX-7"]),
        (
            "en",
            "2021-03-10",
            "The clinic sees patients on Tuesdays and Thursdays.",
            &["Tuesdays|SET|XXXX-WXX-2", "Thursdays|SET|XXXX-WXX-4"],
        ),
        (
            "en",
            "2021-03-10",
            "The crash happened at 6 a.m. An hour later, the road was open.",
            &["6 a.m.|TIME|2021-03-10T06:00", "An hour later|DATE|2021-03-10"],
        ),
    ]);
}

#[test]
fn english_days_that_are_intended_and_told_2() {
    hold(&[
        (
            "en",
            "2021-03-10",
            "On January 5 the dam cracked. The next day it broke.",
            &["January 5|DATE|2021-01-05", "The next day|DATE|2021-01-06"],
        ),
        (
            "en",
            "2021-03-10",
            "On January 5 the dam cracked. Two days later it broke.",
            &["January 5|DATE|2021-01-05", "Two days later|DATE|2021-01-07"],
        ),
        (
            "en",
            "2021-03-10",
            "On January 5 the dam cracked. The previous evening all was calm.",
            &["January 5|DATE|2021-01-05", "The previous evening|TIME|2021-01-04TEV"],
        ),
        ("en", "2021-03-10", "He left in 2009. That year the mill closed.", &["2009|DATE|2009", "That year|DATE|2009"]),
        (
            "en",
            "2021-03-10",
            "He left in 2009. Three years later the mill closed.",
            &["2009|DATE|2009", "Three years later|DATE|2012"],
        ),
        (
            "en",
            "2021-03-10",
            "He left in May 2009. The following month the mill closed.",
            &["May 2009|DATE|2009-05", "The following month|DATE|2009-06"],
        ),
        ("en", "2021-03-10", "A day earlier, police had raided the club.", &["A day earlier|DATE|2021-03-09"]),
        (
            "en",
            "2021-03-10",
            "Two weeks before the vote of May 6, 2012, he led.",
            &["Two weeks|DURATION|P2W", "May 6, 2012|DATE|2012-05-06"],
        ),
        ("en", "2021-03-10", "Police arrested him late Tuesday.", &["late Tuesday|DATE|2021-03-09"]),
        ("en", "2021-03-10", "He died early Sunday.", &["early Sunday|DATE|2021-03-07"]),
        ("en", "2021-03-10", "The plant closed at the end of last year.", &["the end of last year|DATE|2020"]),
        (
            "en",
            "2021-03-10",
            "Sales fell in the three months to December.",
            &["the three months|DURATION|P3M", "December|DATE|2020-12"],
        ),
        ("en", "2021-03-10", "In the early hours of Monday, the roof fell.", &["Monday|DATE|2021-03-08"]),
        ("en", "2021-03-10", "At 3 p.m. yesterday he rang the police.", &["3 p.m. yesterday|TIME|2021-03-09T15:00"]),
        ("en", "2021-03-10", "The last time it snowed was in 2010.", &["2010|DATE|2010"]),
    ]);
}

#[test]
fn english_days_that_are_intended_and_told_3() {
    hold(&[
        ("en", "2021-03-10", "The law takes effect July 1.", &["July 1|DATE|2021-07-01"]),
        ("en", "2021-03-10", "The law took effect July 1.", &["July 1|DATE|2020-07-01"]),
        ("en", "2021-03-10", "They meet on March 11.", &["March 11|DATE|2021-03-11"]),
        ("en", "2021-03-10", "The show ran from May to October.", &["May|DATE|2020-05", "October|DATE|2020-10"]),
        ("en", "2021-03-10", "The show will run from May to October.", &["May|DATE|2021-05", "October|DATE|2021-10"]),
        ("en", "2021-03-10", "He had been missing since Friday.", &["Friday|DATE|2021-03-05"]),
        ("en", "2021-03-10", "Nobody has heard from him since last month.", &["last month|DATE|2021-02"]),
        ("en", "2021-03-10", "The ship is due back next month.", &["next month|DATE|2021-04"]),
        ("en", "2021-03-10", "He turned 60 last Tuesday.", &["last Tuesday|DATE|2021-03-09"]),
        ("en", "2021-03-10", "By Tuesday night, the water had risen.", &["Tuesday night|TIME|2021-03-09TNI"]),
        ("en", "2021-03-10", "By Tuesday night, the water will have risen.", &["Tuesday night|TIME|2021-03-16TNI"]),
    ]);
}

#[test]
fn french_days_that_are_intended_and_told_1() {
    hold(&[
        ("fr", "2021-11-18", "Il a promis de payer lundi.", &["lundi|DATE|2021-11-22"]),
        ("fr", "2021-11-18", "La mairie a décidé de fermer le pont samedi.", &["samedi|DATE|2021-11-20"]),
        ("fr", "2021-11-18", "Le juge leur a demandé de revenir mardi.", &["mardi|DATE|2021-11-23"]),
        ("fr", "2021-11-18", "Le ministre, qui devait venir vendredi, a renoncé.", &["vendredi|DATE|2021-11-19"]),
        ("fr", "2021-11-18", "Le chanteur devait se produire samedi à Tamra.", &["samedi|DATE|2021-11-20"]),
        ("fr", "2021-11-18", "Elle espère rentrer dimanche.", &["dimanche|DATE|2021-11-21"]),
        ("fr", "2021-11-18", "Ils comptent manifester samedi.", &["samedi|DATE|2021-11-20"]),
        ("fr", "2021-11-18", "Une réunion est prévue lundi.", &["lundi|DATE|2021-11-22"]),
        ("fr", "2021-11-18", "Une réunion était prévue lundi.", &["lundi|DATE|2021-11-22"]),
        ("fr", "2021-11-18", "Les électeurs votent dimanche.", &["dimanche|DATE|2021-11-21"]),
        ("fr", "2021-11-18", "Les électeurs ont voté dimanche.", &["dimanche|DATE|2021-11-14"]),
        ("fr", "2021-11-18", "Le procès s'ouvre lundi.", &["lundi|DATE|2021-11-22"]),
        ("fr", "2021-11-18", "Le procès s'est ouvert lundi.", &["lundi|DATE|2021-11-15"]),
        ("fr", "2021-11-18", "Le verdict est attendu vendredi.", &["vendredi|DATE|2021-11-19"]),
        ("fr", "2021-11-18", "Les écoles rouvriront lundi.", &["lundi|DATE|2021-11-22"]),
        (
            "fr",
            "2021-11-18",
            "Rendez-vous samedi à 15 heures devant la mairie.",
            &["samedi|DATE|2021-11-20", "15 heures|TIME|2021-11-20T15:00"],
        ),
        ("fr", "2021-11-18", "Grand loto dimanche à la salle des fêtes.", &["dimanche|DATE|2021-11-21"]),
        ("fr", "2021-11-18", "Les routes seront fermées jusqu'à mardi.", &["mardi|DATE|2021-11-23"]),
        ("fr", "2021-11-18", "La grève, reconduite jusqu'à vendredi, se poursuit.", &["vendredi|DATE|2021-11-19"]),
        ("fr", "2021-11-18", "Le texte doit être voté mercredi.", &["mercredi|DATE|2021-11-24"]),
        ("fr", "2021-11-18", "Le texte a été voté mercredi.", &["mercredi|DATE|2021-11-17"]),
        ("fr", "2021-11-18", "La neige est attendue dès samedi.", &["samedi|DATE|2021-11-20"]),
        ("fr", "2021-11-18", "Le pont a été fermé dès samedi.", &["samedi|DATE|2021-11-13"]),
        ("fr", "2021-11-18", "Il sera en concert le 3 décembre.", &["le 3 décembre|DATE|2021-12-03"]),
        ("fr", "2021-11-18", "Des élections au printemps semblaient possibles.", &["printemps|DATE|2022-SP"]),
        ("fr", "2021-11-18", "Le marché a lieu le mercredi.", &["le mercredi|SET|XXXX-WXX-3"]),
        ("fr", "2021-11-18", "Le musée est fermé le lundi et le mardi.", &["le lundi|SET|XXXX-WXX-1", "le mardi|SET|XXXX-WXX-2"]),
        ("fr", "2021-11-18", "La chorale répète tous les jeudis.", &["tous les jeudis|SET|XXXX-WXX-4"]),
        ("fr", "2021-11-18", "Ouvert du lundi au vendredi.", &["lundi|SET|XXXX-WXX-1", "vendredi|SET|XXXX-WXX-5"]),
        ("fr", "2021-11-18", "Le samedi matin, il vend ses légumes.", &["Le samedi matin|SET|XXXX-WXX-6TMO"]),
        (
            "fr",
            "2021-11-18",
            "Le 5 janvier, le barrage a cédé. Le lendemain, la ville était sous l'eau.",
            &["Le 5 janvier|DATE|2021-01-05", "Le lendemain|DATE|2021-01-06"],
        ),
        (
            "fr",
            "2021-11-18",
            "Le 5 janvier, le barrage a cédé. La veille, tout était calme.",
            &["Le 5 janvier|DATE|2021-01-05", "La veille|DATE|2021-01-04"],
        ),
    ]);
}

#[test]
fn french_days_that_are_intended_and_told_2() {
    hold(&[
        (
            "fr",
            "2021-11-18",
            "Le 5 janvier, le barrage a cédé. Trois jours plus tard, on comptait les morts.",
            &["Le 5 janvier|DATE|2021-01-05", "Trois jours plus tard|DATE|2021-01-08"],
        ),
        (
            "fr",
            "2021-11-18",
            "Il est parti en 2009. Cette année-là, l'usine a fermé.",
            &["2009|DATE|2009", "Cette année-là|DATE|2009"],
        ),
        (
            "fr",
            "2021-11-18",
            "Il est parti en 2009. Deux ans plus tard, l'usine a fermé.",
            &["2009|DATE|2009", "Deux ans plus tard|DATE|2011"],
        ),
        (
            "fr",
            "2021-11-18",
            "Il est parti en mai 2009. Le mois suivant, l'usine a fermé.",
            &["mai 2009|DATE|2009-05", "Le mois suivant|DATE|2009-06"],
        ),
        (
            "fr",
            "2021-11-18",
            "L'incendie a pris samedi. Dans la nuit, deux hommes ont été arrêtés.",
            &["samedi|DATE|2021-11-13", "la nuit|TIME|2021-11-13TNI"],
        ),
        ("fr", "2021-11-18", "Au lendemain du scrutin, il a démissionné.", &["lendemain|DATE|XXXX-XX-XX"]),
        ("fr", "2021-11-18", "La veille au soir, la police avait fouillé le club.", &["La veille au soir|TIME|2021-11-17TEV"]),
        (
            "fr",
            "2021-11-18",
            "Il est mort dans la nuit de dimanche à lundi.",
            &["la nuit de dimanche à lundi|TIME|2021-11-14TNI"],
        ),
        ("fr", "2021-11-18", "Il a été arrêté mardi soir.", &["mardi soir|TIME|2021-11-16TEV"]),
        ("fr", "2021-11-18", "Il a été arrêté tôt dimanche.", &["dimanche|DATE|2021-11-14"]),
        ("fr", "2021-11-18", "L'usine a fermé à la fin de l'an dernier.", &["la fin de l'an dernier|DATE|2020"]),
        (
            "fr",
            "2021-11-18",
            "C'est le mois de mars le plus froid depuis 1962.",
            &["le mois de mars|DATE|2022-03", "1962|DATE|1962"],
        ),
        ("fr", "2021-11-18", "Le bail court jusqu'au 1er janvier 2400.", &["1er janvier 2400|DATE|2400-01-01"]),
        ("fr", "2021-11-18", "Le 3 mars, 2400 soldats ont défilé.", &["Le 3 mars|DATE|2021-03-03"]),
        ("fr", "2021-11-18", "La loi entre en vigueur le 1er janvier.", &["le 1er janvier|DATE|2022-01-01"]),
    ]);
}

#[test]
fn french_days_that_are_intended_and_told_3() {
    hold(&[
        ("fr", "2021-11-18", "L'exposition a duré de mai à octobre.", &["mai|DATE|2021-05", "octobre|DATE|2021-10"]),
        ("fr", "2021-11-18", "L'exposition durera de mai à octobre.", &["mai|DATE|2022-05", "octobre|DATE|2022-10"]),
        ("fr", "2021-11-18", "Il n'a plus donné signe de vie depuis vendredi.", &["vendredi|DATE|2021-11-12"]),
        ("fr", "2021-11-18", "Il avait disparu depuis lundi.", &["lundi|DATE|2021-11-15"]),
        ("fr", "2021-11-18", "Le bateau rentre le mois prochain.", &["le mois prochain|DATE|2021-12"]),
        ("fr", "2021-11-18", "Mardi soir, l'eau aura baissé.", &["Mardi soir|TIME|2021-11-23TEV"]),
        ("fr", "2021-11-18", "Le conseil municipal se réunit ce jeudi soir.", &["ce jeudi soir|TIME|2021-11-18TEV"]),
        ("fr", "2021-11-18", "Le préfet recevra les maires ce lundi.", &["ce lundi|DATE|2021-11-22"]),
        ("fr", "2021-11-18", "Le préfet a reçu les maires ce lundi.", &["ce lundi|DATE|2021-11-15"]),
        ("fr", "2021-11-18", "Hier après-midi, un train a déraillé.", &["Hier après-midi|TIME|2021-11-17TAF"]),
        ("fr", "2021-11-18", "Le chantier débutera à l'automne prochain.", &["l'automne prochain|DATE|2022-FA"]),
        ("fr", "2021-11-18", "Ils se retrouveront jeudi prochain.", &["jeudi prochain|DATE|2021-11-25"]),
        ("fr", "2021-11-18", "Ils se sont vus jeudi dernier.", &["jeudi dernier|DATE|2021-11-11"]),
    ]);
}
