//! Sentences in English, by the kinds of dates that are easily read wrongly.

use crate::hold;

#[test]
fn english_kinds_births_short_years_and_eras() {
    hold(&[
        ("en", "1985-06-20", "Born in Leeds on 09/04/21, she received the medal.", &["09/04/21|DATE|1921-09-04"]),
        ("en", "1985-06-20", "He was born on 11/30/60.", &["11/30/60|DATE|1960-11-30"]),
        ("en", "1985-06-20", "The bill of 05/02/85 is unpaid.", &["05/02/85|DATE|1985-05-02"]),
        ("en", "2021-06-20", "Born 08/17/52, he chairs the club.", &["08/17/52|DATE|1952-08-17"]),
        ("en", "2021-06-20", "The lease expires on 12/31/24.", &["12/31/24|DATE|2024-12-31"]),
        ("en", "2021-06-20", "He won in '72, lost in '76 and quit in '80.", &["'72|DATE|1972", "'76|DATE|1976", "'80|DATE|1980"]),
        ("en", "2021-06-20", "The summer of '69 was long.", &["The summer of '69|DATE|1969-SU"]),
        ("en", "2021-06-20", "Rock 'n' roll was born then.", &[]),
        ("en", "2021-06-20", "The wall dates from the 3rd century BC.", &["the 3rd century BC|DATE|BC02"]),
        ("en", "2021-06-20", "Caesar died in 44 BC.", &["44 BC|DATE|BC0044"]),
        ("en", "2021-06-20", "The city was founded in 600 B.C. by sailors.", &["600 B.C.|DATE|BC0600"]),
        ("en", "2021-06-20", "A vase of the second century AD was found.", &["the second century AD|DATE|01"]),
        ("en", "2021-06-20", "The temple was built around 450 BCE.", &["450 BCE|DATE|BC0450"]),
        ("en", "2021-06-20", "The attacks of 9/11 changed travel.", &["9/11|DATE|2001-09-11"]),
        ("en", "2021-06-20", "About 9/10 of the crop was lost.", &[]),
        ("en", "2021-06-20", "The store never closes: it runs 24 hours a day.", &["24 hours|DURATION|PT24H", "a day|SET|P1D"]),
        ("en", "2021-06-20", "The polls closed Friday at midnight.", &["Friday at midnight|TIME|2021-06-18T24:00"]),
        ("en", "2021-06-20", "The vote begins Tuesday at noon.", &["Tuesday at noon|TIME|2021-06-22T12:00"]),
        ("en", "2021-06-20", "The ship left at 0630 GMT on Friday.", &["0630 GMT on Friday|TIME|2021-06-18T06:30"]),
        (
            "en",
            "2021-06-20",
            "The quake struck at 1412 GMT, Friday.",
            &["1412 GMT|TIME|2021-06-18T14:12", "Friday|DATE|2021-06-18"],
        ),
        ("en", "2021-06-20", "They counted 1500 ships.", &[]),
        (
            "en",
            "2021-06-20",
            "Profit fell in the second quarter of fiscal 2018.",
            &["the second quarter of fiscal 2018|DATE|2018-Q2"],
        ),
        ("en", "2021-06-20", "Sales rose in the last quarter of 2020.", &["the last quarter of 2020|DATE|2020-Q4"]),
        ("en", "2021-06-20", "The final quarter of 2008 was brutal.", &["The final quarter of 2008|DATE|2008-Q4"]),
        ("en", "2021-06-20", "He scored in the second half.", &[]),
        ("en", "2021-06-20", "Revenue grew in the first half.", &["the first half|DATE|2021-H1"]),
        ("en", "2021-06-20", "Output fell in the second half of last year.", &["the second half of last year|DATE|2020-H2"]),
        (
            "en",
            "2021-06-20",
            "The pool is shut between July 10 and August 20.",
            &["July 10|DATE|2021-07-10", "August 20|DATE|2021-08-20"],
        ),
    ]);
}

#[test]
fn english_kinds_births_short_years_and_eras_too() {
    hold(&[
        (
            "en",
            "2021-06-20",
            "Between December 20 and January 5, the desk is closed.",
            &["December 20|DATE|2020-12-20", "January 5|DATE|2021-01-05"],
        ),
        ("en", "2021-06-20", "The 2018/19 season was short.", &["2018|DATE|2018", "19|DATE|2019"]),
        ("en", "2021-06-20", "The 2019-2020 season was cut short.", &["2019|DATE|2019", "2020|DATE|2020"]),
    ]);
}

#[test]
fn english_kinds_ages() {
    hold(&[
        ("en", "2021-06-20", "The driver, 41, was hurt.", &[]),
        ("en", "2021-06-20", "A man of 41 years was hurt.", &[]),
        ("en", "2021-06-20", "Children under 12 years of age travel free.", &[]),
        ("en", "2021-06-20", "The 37-year-old teacher retired.", &[]),
        ("en", "2021-06-20", "She is 52 years old.", &[]),
        ("en", "2021-06-20", "He was sentenced to 3 years in jail.", &["3 years|DURATION|P3Y"]),
        ("en", "2021-06-20", "The nine-year lease ended.", &["nine-year|DURATION|P9Y"]),
    ]);
}

#[test]
fn english_kinds_numbers_and_names_that_are_no_dates() {
    hold(&[
        ("en", "2021-06-20", "He lives at 1804 Harbour Road.", &[]),
        ("en", "2021-06-20", "Route 1950 is closed.", &[]),
        ("en", "2021-06-20", "Flight 2017 landed safely.", &[]),
        ("en", "2021-06-20", "Room 1906 was empty.", &[]),
        ("en", "2021-06-20", "June Carver and April Stone won.", &[]),
        ("en", "2021-06-20", "August Bell, a baker, spoke.", &[]),
        ("en", "2021-06-20", "The Good Friday Agreement was signed.", &[]),
        ("en", "2021-06-20", "On Good Friday 2019 the procession took place.", &["Good Friday 2019|DATE|2019-04-19"]),
        ("en", "2021-06-20", "Dr. May examined him.", &[]),
        ("en", "2021-06-20", "They counted 2015 votes.", &[]),
    ]);
}

#[test]
fn english_kinds_habits() {
    hold(&[
        ("en", "2021-06-20", "The clinic opens Monday through Friday.", &["Monday|SET|XXXX-WXX-1", "Friday|SET|XXXX-WXX-5"]),
        ("en", "2021-06-20", "The office is open Tuesday to Saturday.", &["Tuesday|SET|XXXX-WXX-2", "Saturday|SET|XXXX-WXX-6"]),
        ("en", "2021-06-20", "She swims every other day.", &["every other day|SET|P2D"]),
        ("en", "2021-06-20", "The board meets every third Thursday.", &["every third Thursday|SET|XXXX-WXX-4"]),
        (
            "en",
            "2021-06-20",
            "The market is held on the first Saturday of the month.",
            &["the first Saturday of the month|SET|XXXX-WXX-6"],
        ),
        ("en", "2021-06-20", "He visits every weekend.", &["every weekend|SET|P1WE"]),
        ("en", "2021-06-20", "Classes run on Mondays and Wednesdays.", &["Mondays|SET|XXXX-WXX-1", "Wednesdays|SET|XXXX-WXX-3"]),
        ("en", "2021-06-20", "In winter, the road is closed.", &["winter|SET|XXXX-WI"]),
        ("en", "2021-06-20", "In summer, wolves move uphill.", &["summer|SET|XXXX-SU"]),
        ("en", "2021-06-20", "In winter he lost his job.", &["winter|DATE|2020-WI"]),
        ("en", "2021-06-20", "They meet on the third Thursday of November.", &["the third Thursday of November|DATE|2020-11-19"]),
        (
            "en",
            "2021-06-20",
            "The fair takes place on the last Sunday in August.",
            &["the last Sunday in August|DATE|2021-08-29"],
        ),
        (
            "en",
            "2021-06-20",
            "It happened on the second Monday of March 2019.",
            &["the second Monday of March 2019|DATE|2019-03-11"],
        ),
    ]);
}

#[test]
fn english_kinds_anaphora_and_nearness() {
    hold(&[
        ("en", "2021-06-20", "Two men were shot overnight Thursday.", &["overnight Thursday|TIME|2021-06-17TNI"]),
        ("en", "2021-06-20", "Rain fell overnight Friday in the hills.", &["overnight Friday|TIME|2021-06-18TNI"]),
        ("en", "2021-06-20", "The council meets on Tuesday.", &["Tuesday|DATE|2021-06-22"]),
        ("en", "2021-06-20", "The team faces Dover on Saturday.", &["Saturday|DATE|2021-06-26"]),
        ("en", "2021-06-20", "The court rejected Friday's appeal.", &["Friday|DATE|2021-06-18"]),
        ("en", "2021-06-20", "The strike begins Monday.", &["Monday|DATE|2021-06-21"]),
        ("en", "2021-06-20", "A concert at the hall Saturday", &["Saturday|DATE|2021-06-26"]),
        ("en", "2021-06-20", "Three hurt Saturday on the ring road", &["Saturday|DATE|2021-06-19"]),
        ("en", "2021-06-20", "He has until Friday to answer.", &["Friday|DATE|2021-06-25"]),
        ("en", "2021-06-20", "The hearing was postponed to Thursday.", &["Thursday|DATE|2021-06-24"]),
        ("en", "2021-06-20", "They must pay before Wednesday.", &["Wednesday|DATE|2021-06-23"]),
        ("en", "2021-06-20", "The deadline is Friday.", &["Friday|DATE|2021-06-25"]),
        (
            "en",
            "2021-06-20",
            "The 1911 march reached the pole on December 14.",
            &["1911|DATE|1911", "December 14|DATE|1911-12-14"],
        ),
        ("en", "2021-06-20", "A 2012 survey taken in May counted 40 nests.", &["2012|DATE|2012", "May|DATE|2012-05"]),
        ("en", "2021-06-20", "The 2019 champion will play on July 4.", &["2019|DATE|2019", "July 4|DATE|2021-07-04"]),
        ("en", "2021-06-20", "She will leave a week from Monday.", &["a week from Monday|DATE|2021-06-28"]),
        ("en", "2021-06-20", "The trial starts two weeks from Tuesday.", &["two weeks from Tuesday|DATE|2021-07-06"]),
        ("en", "2021-06-20", "He quit three days after Sunday's vote.", &["three days after Sunday|DATE|2021-06-16"]),
        (
            "en",
            "2021-06-20",
            "Prices fell in May from the same month a year earlier.",
            &["May|DATE|2021-05", "the same month a year earlier|DATE|2020-05"],
        ),
        (
            "en",
            "2021-06-20",
            "In April, sales beat the same month last year.",
            &["April|DATE|2021-04", "the same month last year|DATE|2020-04"],
        ),
        ("en", "2021-06-20", "It rained for the past six days.", &["the past six days|DURATION|P6D"]),
        ("en", "2021-06-20", "The index rose for five straight weeks.", &["five straight weeks|DURATION|P5W"]),
        ("en", "2021-06-20", "He spent two full years abroad.", &["two full years|DURATION|P2Y"]),
        ("en", "2021-06-20", "The bridge opens in May of next year.", &["May of next year|DATE|2022-05"]),
        ("en", "2021-06-20", "The first quarter of this year was dry.", &["The first quarter of this year|DATE|2021-Q1"]),
        ("en", "2021-06-20", "The second half of this year looks better.", &["The second half of this year|DATE|2021-H2"]),
        ("en", "2021-06-20", "Weeks later he confessed.", &["Weeks later|DATE|FUTURE_REF"]),
        ("en", "2021-06-20", "Years later, she returned.", &["Years later|DATE|FUTURE_REF"]),
        ("en", "2021-06-20", "It lasted a quarter of a century.", &["a quarter of a century|DURATION|P25Y"]),
        ("en", "2021-06-20", "It took three quarters of an hour.", &["three quarters of an hour|DURATION|PT45M"]),
        ("en", "2021-06-20", "She ran it in 9.8 seconds.", &["9.8 seconds|DURATION|PT9.8S"]),
        ("en", "2021-06-20", "He waited 2.5 hours.", &["2.5 hours|DURATION|PT2.5H"]),
        ("en", "2021-06-20", "It took six months and a half.", &["six months and a half|DURATION|P6.5M"]),
    ]);
}

#[test]
fn english_kinds_anaphora_and_nearness_too() {
    hold(&[
        (
            "en",
            "2021-06-20",
            "She arrived on May 3, 2021. The following Friday she left.",
            &["May 3, 2021|DATE|2021-05-03", "The following Friday|DATE|2021-05-07"],
        ),
        (
            "en",
            "2021-06-20",
            "It fell on May 14, 2021, after rising the previous Tuesday.",
            &["May 14, 2021|DATE|2021-05-14", "the previous Tuesday|DATE|2021-05-11"],
        ),
        (
            "en",
            "2021-06-20",
            "In 1975 he settled there. At that time the town had three inns.",
            &["1975|DATE|1975", "that time|DATE|1975"],
        ),
        (
            "en",
            "2011-10-20",
            "The port has been shut since October 9.\n17:05 A truck passes.\n16:30 Police arrive.",
            &["October 9|DATE|2011-10-09", "17:05|TIME|2011-10-20T17:05", "16:30|TIME|2011-10-20T16:30"],
        ),
        (
            "en",
            "2011-10-20",
            "Wednesday, October 19\n10:10 p.m. The fighting ends.\n9:00 p.m. A shell falls.",
            &["Wednesday, October 19|DATE|2011-10-19", "10:10 p.m.|TIME|2011-10-19T22:10", "9:00 p.m.|TIME|2011-10-19T21:00"],
        ),
        (
            "en",
            "2011-10-20",
            "1545 GMT: The minister arrives.\n1430 GMT: Barriers are lifted.",
            &["1545 GMT|TIME|2011-10-20T15:45", "1430 GMT|TIME|2011-10-20T14:30"],
        ),
    ]);
}
