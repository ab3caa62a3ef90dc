//! Sentences in English about days to come, hours with their place and day, years of history, rates.

use crate::hold;

#[test]
fn english_ahead_days_to_come() {
    hold(&[
        ("en", "2019-10-16", "The curfew applies starting Saturday.", &["Saturday|DATE|2019-10-19"]),
        ("en", "2019-10-16", "Fares will rise beginning Monday.", &["Monday|DATE|2019-10-21"]),
        ("en", "2019-10-16", "He will be tried on Friday, prosecutors said.", &["Friday|DATE|2019-10-18"]),
        (
            "en",
            "2019-10-16",
            "The minister, who meets the king on Thursday, resigned on Monday.",
            &["Thursday|DATE|2019-10-17", "Monday|DATE|2019-10-14"],
        ),
        ("en", "2019-10-16", "The report, published Friday, blames the pilot.", &["Friday|DATE|2019-10-11"]),
        ("en", "2019-10-16", "Union leaders expect a decision by Friday.", &["Friday|DATE|2019-10-18"]),
        ("en", "2019-10-16", "Snow fell from Sunday to Tuesday.", &["Sunday|DATE|2019-10-13", "Tuesday|DATE|2019-10-15"]),
        (
            "en",
            "2019-10-16",
            "The bridge was closed between Saturday and Monday.",
            &["Saturday|DATE|2019-10-12", "Monday|DATE|2019-10-14"],
        ),
        ("en", "2019-10-16", "The museum will not open until Sunday.", &["Sunday|DATE|2019-10-20"]),
        ("en", "2019-10-16", "A storm is expected to hit the coast Thursday night.", &["Thursday night|TIME|2019-10-17TNI"]),
        ("en", "2019-10-16", "She is set to speak on Saturday.", &["Saturday|DATE|2019-10-19"]),
    ]);
}

#[test]
fn english_ahead_hours_with_their_place_and_day() {
    hold(&[
        (
            "en",
            "2019-10-16",
            "The plane landed at 6:40 a.m. local time on Tuesday.",
            &["6:40 a.m. local time on Tuesday|TIME|2019-10-15T06:40"],
        ),
        ("en", "2019-10-16", "The quake struck at 11:20 p.m. on Saturday.", &["11:20 p.m. on Saturday|TIME|2019-10-12T23:20"]),
        (
            "en",
            "2019-10-16",
            "It was felt at 2:15 p.m., Tuesday, in three towns.",
            &["2:15 p.m.|TIME|2019-10-15T14:15", "Tuesday|DATE|2019-10-15"],
        ),
        ("en", "2019-10-16", "The siege ended at 0630 GMT.", &["0630 GMT|TIME|2019-10-16T06:30"]),
        (
            "en",
            "2019-10-16",
            "Doors open at 7 p.m. on Friday, October 25.",
            &["7 p.m. on Friday, October 25|TIME|2019-10-25T19:00"],
        ),
    ]);
}

#[test]
fn english_ahead_years_of_history() {
    hold(&[
        ("en", "2019-10-16", "The 9/11 attacks killed thousands.", &["9/11|DATE|2001-09-11"]),
        ("en", "2019-10-16", "After the September 11 terrorist attacks, he enlisted.", &["September 11|DATE|2001-09-11"]),
        ("en", "2019-10-16", "The market crashed on September 11.", &["September 11|DATE|2019-09-11"]),
        ("en", "2019-10-16", "The mill dates from 1789.", &["1789|DATE|1789"]),
        ("en", "2019-10-16", "The tradition, dating back to 1650, survives.", &["1650|DATE|1650"]),
        ("en", "2019-10-16", "The Constitution of 1787 still stands.", &["1787|DATE|1787"]),
        ("en", "2019-10-16", "A crew of 1700 sailors was aboard.", &[]),
        ("en", "2019-10-16", "More than a century ago the dam was built.", &["More than a century ago|DATE|1919"]),
        ("en", "2019-10-16", "Last year, in June, the spring dried up.", &["Last year|DATE|2018", "June|DATE|2018-06"]),
        ("en", "2019-10-16", "He was arrested on Tuesday, October 16.", &["Tuesday, October 16|DATE|2019-10-16"]),
        ("en", "2019-10-16", "The ship sank on Monday, October 13.", &["Monday, October 13|DATE|2019-10-13"]),
    ]);
}

#[test]
fn english_ahead_lengths_and_rates() {
    hold(&[
        ("en", "2019-10-16", "The refinery burns 300 tons of coal a day.", &["a day|SET|P1D"]),
        ("en", "2019-10-16", "She calls her mother twice a week.", &["a week|SET|P1W"]),
        ("en", "2019-10-16", "He sees the doctor once a month.", &["a month|SET|P1M"]),
        ("en", "2019-10-16", "The mine closed years before the town did.", &["years|DURATION|PXY"]),
        ("en", "2019-10-16", "Hours after the vote, the lights went out.", &["Hours|DURATION|PTXH"]),
        ("en", "2019-10-16", "Repairs could take weeks.", &["weeks|DURATION|PXW"]),
        ("en", "2019-10-16", "They spent months in court.", &["months|DURATION|PXM"]),
        ("en", "2019-10-16", "The campaign lasted years.", &["years|DURATION|PXY"]),
        ("en", "2019-10-16", "He was away for a minute.", &["a minute|DURATION|PT1M"]),
        ("en", "2019-10-16", "April May, a dancer, took first prize.", &[]),
        (
            "en",
            "2019-10-16",
            "In April, May and June it rained.",
            &["April|DATE|2019-04", "May|DATE|2019-05", "June|DATE|2019-06"],
        ),
        ("en", "2019-10-16", "The lease runs three and a half years.", &["three and a half years|DURATION|P3Y6M"]),
        ("en", "2019-10-16", "About half a century later, it was found.", &["About half a century later|DATE|XXXX-XX-XX"]),
    ]);
}
