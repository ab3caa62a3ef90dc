//! Kinds of expressions that sentences of the press showed: hours that something takes, a day whose month was told, the whole of a unit.

use crate::hold;

#[test]
fn french_hours_taken_and_days_of_a_month_told_before() {
    hold(&[
        ("fr", "2020-06-10", "Elle a couru le parcours en 2 h 41.", &["2 h 41|DURATION|PT2H41M"]),
        ("fr", "2020-06-10", "La séance a duré 1 h 20.", &["1 h 20|DURATION|PT1H20M"]),
        ("fr", "2020-06-10", "Le train mettra 3 h 05 pour y aller.", &["3 h 05|DURATION|PT3H5M"]),
        ("fr", "2020-06-10", "Rendez-vous à 2 h 30.", &["2 h 30|TIME|2020-06-10T02:30"]),
        (
            "fr",
            "2020-06-10",
            "Le bateau est arrivé le 3 juin et repartira le 11.",
            &["le 3 juin|DATE|2020-06-03", "le 11|DATE|2020-06-11"],
        ),
        (
            "fr",
            "2020-06-10",
            "Entrée à l'hôpital le 28 mai 2019, elle en est sortie le 3.",
            &["le 28 mai 2019|DATE|2019-05-28", "le 3|DATE|2019-06-03"],
        ),
        ("fr", "2020-06-10", "Le 3 juin, le 15 de Tamrie a gagné.", &["Le 3 juin|DATE|2020-06-03"]),
        ("fr", "2020-06-10", "Il habite au 12, le 15 est vide.", &[]),
    ]);
}

#[test]
fn french_names_that_hold_a_word_of_time() {
    hold(&[
        ("fr", "2020-06-10", "La Fashion week de Dorvane est finie.", &[]),
        ("fr", "2020-06-10", "Le week end a été doux.", &["Le week end|DATE|2020-W23-WE"]),
        ("fr", "2020-06-10", "Elle était l'invitée du 20 Heures de la chaîne.", &[]),
    ]);
}

#[test]
fn english_lengths_without_a_number() {
    hold(&[
        ("en", "2020-06-10", "They spent the whole week in a tent.", &["the whole week|DURATION|P1W"]),
        ("en", "2020-06-10", "The bridge was shut for an entire month.", &["an entire month|DURATION|P1M"]),
        ("en", "2020-06-10", "Repairs may take hours to end.", &["hours|DURATION|PTXH"]),
        ("en", "2020-06-10", "The law follows years of talks.", &["years|DURATION|PXY"]),
        ("en", "2020-06-10", "He told of the days of old.", &[]),
        ("en", "2020-06-10", "The forest was there for several hundred years.", &["several hundred years|DURATION|PXY"]),
        ("en", "2020-06-10", "They were given another week to pay.", &["another week|DURATION|P1W"]),
    ]);
}

#[test]
fn english_soon_and_names_of_feasts() {
    hold(&[
        ("en", "2020-06-10", "The mill will soon open.", &["soon|DATE|FUTURE_REF"]),
        ("en", "2020-06-10", "A deal is near, he said, and it will come soon.", &["soon|DATE|FUTURE_REF"]),
        ("en", "2020-06-10", "He soon became mayor.", &[]),
        ("en", "2020-06-10", "It is too soon.", &[]),
        ("en", "2020-06-10", "The team sailed to Easter Island.", &[]),
        ("en", "2020-06-10", "The final is Sunday.", &["Sunday|DATE|2020-06-14"]),
    ]);
}

#[test]
fn english_words_of_markets_and_hours() {
    hold(&[
        ("en", "1987-03-04", "Payable May five Record April 15", &["May five|DATE|1987-05-05", "April 15|DATE|1987-04-15"]),
        ("en", "1987-03-04", "The note is due February one, 1996.", &["February one, 1996|DATE|1996-02-01"]),
        ("en", "1987-03-04", "In May three mills will close.", &["May|DATE|1987-05"]),
        ("en", "1987-03-04", "Profit for nine mths was small.", &["nine mths|DURATION|P9M"]),
        ("en", "1987-03-04", "It had 1986 revenues of two million.", &["1986|DATE|1986"]),
        ("en", "1987-03-04", "It will run out in two years' time.", &["two years' time|DATE|1989"]),
        ("en", "1987-03-04", "The talks began at ten o'clock.", &["ten o'clock|TIME|1987-03-04T10:00"]),
        ("en", "1987-03-04", "It plans soon to start.", &["soon|DATE|FUTURE_REF"]),
    ]);
}

#[test]
fn what_looks_back_and_ahead_around_a_day() {
    hold(&[
        (
            "en",
            "2021-03-10",
            "The mill is ending its color-coded labels in June, as expected, the owner has said.",
            &["June|DATE|2021-06"],
        ),
        (
            "en",
            "2021-03-10",
            "He will go back Friday, his third trip since the big North Mill fire on February 20.",
            &["Friday|DATE|2021-03-12", "February 20|DATE|2021-02-20"],
        ),
        (
            "en",
            "2021-03-13",
            "The song was first with 29,796 votes as of Thursday, when voting closed.",
            &["Thursday|DATE|2021-03-11"],
        ),
        ("en", "2021-03-10", "She was among them not long ago.", &["not long ago|DATE|PAST_REF"]),
        ("en", "2021-03-10", "They are expecting guests before the camp leaves on Sunday.", &["Sunday|DATE|2021-03-14"]),
        ("en", "2021-03-10", "The town marked the 2009 elections.", &["2009|DATE|2009"]),
        ("en", "2021-03-10", "Firms hired the most since April.", &["April|DATE|2020-04"]),
        ("en", "2021-03-10", "The town fed the 2000 soldiers.", &[]),
    ]);
}

#[test]
fn french_evenings_and_what_is_said_to_have_been() {
    hold(&[
        (
            "fr",
            "2021-06-14",
            "En octobre et novembre, il aurait aussi reçu une somme.",
            &["octobre|DATE|2020-10", "novembre|DATE|2020-11"],
        ),
        ("fr", "2021-06-14", "Le maire a en soirée reçu les élus.", &["soirée|TIME|2021-06-14TEV"]),
        ("fr", "2021-06-14", "L'homme a été condamné à 10 mois de prison.", &["10 mois|DURATION|P10M"]),
        ("fr", "2021-06-14", "C'est pire qu'il y a deux ans et demi.", &["il y a deux ans et demi|DATE|2018-12"]),
        (
            "fr",
            "2021-12-04",
            "Les marchés de Noël ont fermé dans l'après-midi.",
            &["Noël|DATE|2021-12-25", "l'après-midi|TIME|2021-12-04TAF"],
        ),
        ("fr", "2021-12-04", "Le préfet a interdit la vente jusqu'à mardi.", &["mardi|DATE|2021-12-07"]),
    ]);
}

#[test]
fn french_days_that_something_is_meant_for() {
    hold(&[
        ("fr", "2021-09-29", "Le syndicat a annoncé une grève pour jeudi.", &["jeudi|DATE|2021-09-30"]),
        ("fr", "2021-09-29", "« Je prie pour samedi », a glissé un proche.", &["samedi|DATE|2021-10-02"]),
        ("fr", "2021-09-29", "Les affiches vues à la gare samedi me reviennent.", &["samedi|DATE|2021-09-25"]),
        (
            "fr",
            "2021-09-29",
            "Le suspect arrêté dimanche sera jugé samedi.",
            &["dimanche|DATE|2021-09-26", "samedi|DATE|2021-10-02"],
        ),
        ("fr", "2021-09-29", "Ce principe a été transgressé, que ce soit par un maire en 67.", &["67|DATE|1967"]),
        ("fr", "2021-09-29", "Pour l'heure, il hésite.", &["Pour l'heure|DATE|PRESENT_REF"]),
        ("fr", "2021-09-29", "Il décidera dans les prochains mois.", &["les prochains mois|DATE|FUTURE_REF"]),
        (
            "fr",
            "2021-09-30",
            "Au lendemain de heurts violents, le pont restait fermé mardi.",
            &["lendemain|DATE|2021-09-28", "mardi|DATE|2021-09-28"],
        ),
        (
            "fr",
            "2021-09-30",
            "Au lendemain de l'accord, la réunion de mardi est oubliée.",
            &["lendemain|DATE|XXXX-XX-XX", "mardi|DATE|2021-09-28"],
        ),
    ]);
}

#[test]
fn english_names_of_bills_and_the_other_day() {
    hold(&[
        (
            "en",
            "2021-09-29",
            "The House is expected to take up the bill, called the Northern Act, before its recess on Friday.",
            &["Friday|DATE|2021-10-01"],
        ),
        (
            "en",
            "2021-01-15",
            "The case will be argued in March, with a ruling coming by summer.",
            &["March|DATE|2021-03", "summer|DATE|2021-SU"],
        ),
        ("en", "2021-09-29", "She said the other day that she would leave.", &["the other day|DATE|PAST_REF"]),
    ]);
}
