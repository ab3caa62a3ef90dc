//! Sentences in English from all pages of a newspaper, each with its values decided before it was read.

use crate::hold;

#[test]
fn pages_of_an_english_newspaper_1() {
    hold(&[
        (
            "en",
            "2019-03-14",
            "The prime minister will meet union leaders on Monday, ahead of a second round of talks on March 22.",
            &["Monday|DATE|2019-03-18", "March 22|DATE|2019-03-22"],
        ),
        (
            "en",
            "2019-03-14",
            "Lawmakers passed the bill last fall, but the Senate did not take it up until February.",
            &["last fall|DATE|2018-FA", "February|DATE|2019-02"],
        ),
        (
            "en",
            "2019-03-14",
            "Elected mayor in 2008 and again in 2014, she will not seek a third term next year.",
            &["2008|DATE|2008", "2014|DATE|2014", "next year|DATE|2020"],
        ),
        (
            "en",
            "2019-03-14",
            "\"We'll have an answer by the end of the week,\" the minister told reporters Tuesday.",
            &["the end of the week|DATE|2019-W11", "Tuesday|DATE|2019-03-12"],
        ),
        (
            "en",
            "2019-03-14",
            "The committee meets every other Thursday in the town hall.",
            &["every other Thursday|SET|XXXX-WXX-4"],
        ),
        (
            "en",
            "2019-03-14",
            "The governor has until midnight Friday to sign the measure.",
            &["midnight Friday|TIME|2019-03-15T24:00"],
        ),
        (
            "en",
            "2019-03-14",
            "The vote, originally scheduled for Dec. 11, was pulled at the last minute.",
            &["Dec. 11|DATE|2018-12-11"],
        ),
        ("en", "2019-03-14", "Her five-year term expires in April.", &["five-year|DURATION|P5Y", "April|DATE|2019-04"]),
        (
            "en",
            "2019-03-14",
            "Turnout in Sunday's runoff was the lowest since 1946.",
            &["Sunday|DATE|2019-03-10", "1946|DATE|1946"],
        ),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_2() {
    hold(&[
        (
            "en",
            "2019-03-14",
            "The ambassador, who has served for 16 months, will step down this summer.",
            &["16 months|DURATION|P16M", "this summer|DATE|2019-SU"],
        ),
        (
            "en",
            "2019-03-14",
            "Mr. Brandt lost by 61 votes five years ago and had failed in a 2011 primary.",
            &["five years ago|DATE|2014", "2011|DATE|2011"],
        ),
        (
            "en",
            "2019-03-14",
            "The order was signed on Thursday and takes effect at 12:01 a.m. Saturday.",
            &["Thursday|DATE|2019-03-14", "12:01 a.m. Saturday|TIME|2019-03-16T00:01"],
        ),
        (
            "en",
            "2022-10-05",
            "The defendant, on trial since Monday, faces up to 10 years in prison.",
            &["Monday|DATE|2022-10-03", "up to 10 years|DURATION|P10Y"],
        ),
        ("en", "2022-10-05", "Sentencing is set for Nov. 9.", &["Nov. 9|DATE|2022-11-09"]),
        (
            "en",
            "2022-10-05",
            "He was sentenced Tuesday to 18 months' probation.",
            &["Tuesday|DATE|2022-10-04", "18 months|DURATION|P18M"],
        ),
        (
            "en",
            "2022-10-05",
            "Court adjourned at 12:45 p.m. and resumed shortly after 2 p.m.",
            &["12:45 p.m.|TIME|2022-10-05T12:45", "2 p.m.|TIME|2022-10-05T14:00"],
        ),
        (
            "en",
            "2022-10-05",
            "Indicted in June 2021, the former treasurer was released four months later.",
            &["June 2021|DATE|2021-06", "four months later|DATE|2021-10"],
        ),
        (
            "en",
            "2022-10-05",
            "The appeals court is expected to rule before the end of the year.",
            &["the end of the year|DATE|2022"],
        ),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_3() {
    hold(&[
        (
            "en",
            "2022-10-05",
            "The trial will open in spring 2023 and last three weeks.",
            &["spring 2023|DATE|2023-SP", "last three weeks|DURATION|P3W"],
        ),
        (
            "en",
            "2022-10-05",
            "The 34-year-old was arrested last week after three days on the run.",
            &["last week|DATE|2022-W39", "three days|DURATION|P3D"],
        ),
        (
            "en",
            "2022-10-05",
            "The justices will hear arguments on the first Monday in November.",
            &["the first Monday in November|DATE|2022-11-07"],
        ),
        (
            "en",
            "2022-10-05",
            "Under the plea deal she must report to prison no later than noon on Jan. 17, 2023.",
            &["noon on Jan. 17, 2023|TIME|2023-01-17T12:00"],
        ),
        (
            "en",
            "2022-10-05",
            "The suspect, taken into custody Friday morning, made his first court appearance Sunday evening.",
            &["Friday morning|TIME|2022-09-30TMO", "Sunday evening|TIME|2022-10-02TEV"],
        ),
        ("en", "2016-01-18", "United will host Leeds at 3 p.m. on Saturday.", &["3 p.m. on Saturday|TIME|2016-01-23T15:00"]),
        ("en", "2016-01-18", "They had not won on the road since Oct. 24.", &["Oct. 24|DATE|2015-10-24"]),
        (
            "en",
            "2016-01-18",
            "The game, postponed from Nov. 13, has been rescheduled for Tuesday, Feb. 2.",
            &["Nov. 13|DATE|2015-11-13", "Tuesday, Feb. 2|DATE|2016-02-02"],
        ),
        (
            "en",
            "2016-01-18",
            "He won titles in 1998, 2000 and 2003 before retiring in 2009.",
            &["1998|DATE|1998", "2000|DATE|2000", "2003|DATE|2003", "2009|DATE|2009"],
        ),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_4() {
    hold(&[
        ("en", "2016-01-18", "Murray plays his third-round match on Friday.", &["Friday|DATE|2016-01-22"]),
        (
            "en",
            "2016-01-18",
            "Beaten at home on Friday, the Rovers bounced back two days later.",
            &["Friday|DATE|2016-01-15", "two days later|DATE|2016-01-17"],
        ),
        ("en", "2016-01-18", "The Lions outscored them 21-3 in the final 10 minutes.", &["10 minutes|DURATION|PT10M"]),
        ("en", "2016-01-18", "The season opener is Sept. 8 in Denver.", &["Sept. 8|DATE|2016-09-08"]),
        ("en", "2016-01-18", "The Masters begins April 7.", &["April 7|DATE|2016-04-07"]),
        (
            "en",
            "2023-08-26",
            "Net income rose to $212 million in the second quarter from $198 million a year earlier.",
            &["the second quarter|DATE|2023-Q2", "a year earlier|DATE|2022-Q2"],
        ),
        (
            "en",
            "2023-08-26",
            "The company will report third-quarter results on Oct. 24, after the bell.",
            &["third-quarter|DATE|2023-Q3", "Oct. 24|DATE|2023-10-24"],
        ),
        (
            "en",
            "2023-08-26",
            "The plant, idle since mid-July, will restart Monday at 5 a.m.",
            &["mid-July|DATE|2023-07", "Monday|DATE|2023-08-28", "5 a.m.|TIME|2023-08-28T05:00"],
        ),
        (
            "en",
            "2023-08-26",
            "Shares have lost 12% since January and fell 3% on Friday alone.",
            &["January|DATE|2023-01", "Friday|DATE|2023-08-25"],
        ),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_5() {
    hold(&[
        ("en", "2023-08-26", "For fiscal 2023, revenue is expected to grow 2% to 4%.", &["fiscal 2023|DATE|2023"]),
        ("en", "2023-08-26", "The plan calls for 400 job cuts by the end of 2025.", &["the end of 2025|DATE|2025"]),
        (
            "en",
            "2023-08-26",
            "The retailer, founded in 1921, plans to close 30 stores over the next 18 months.",
            &["1921|DATE|1921", "the next 18 months|DURATION|P18M"],
        ),
        ("en", "2023-08-26", "Crude had hit $139 a barrel in March of last year.", &["March of last year|DATE|2022-03"]),
        ("en", "2023-08-26", "The notes mature in 2026 and pay interest twice a year.", &["2026|DATE|2026", "a year|SET|P1Y"]),
        ("en", "2023-08-26", "Same-store sales fell for the fourth straight quarter.", &[]),
        ("en", "2023-08-26", "A preliminary deal could be announced as early as next week.", &["next week|DATE|2023-W35"]),
        ("en", "2023-08-26", "Orders have slowed in recent months, the survey showed.", &["recent months|DATE|PAST_REF"]),
        ("en", "2023-08-26", "The Fed next meets Sept. 19-20.", &["Sept. 19|DATE|2023-09-19", "20|DATE|2023-09-20"]),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_6() {
    hold(&[
        (
            "en",
            "2012-11-30",
            "Snow is expected Saturday night into Sunday above 2,000 feet.",
            &["Saturday night|TIME|2012-12-01TNI", "Sunday|DATE|2012-12-02"],
        ),
        ("en", "2012-11-30", "Fog will linger in the valley tomorrow morning.", &["tomorrow morning|TIME|2012-12-01TMO"]),
        (
            "en",
            "2012-11-30",
            "A winter storm watch remains in effect through 6 a.m. Sunday.",
            &["6 a.m. Sunday|TIME|2012-12-02T06:00"],
        ),
        ("en", "2012-11-30", "November is ending on a dry note.", &["November|DATE|2012-11"]),
        ("en", "2012-11-30", "The blizzard of January 1978 killed 51 people.", &["January 1978|DATE|1978-01"]),
        ("en", "2012-11-30", "The river crested at 11 p.m. Thursday.", &["11 p.m. Thursday|TIME|2012-11-29T23:00"]),
        (
            "en",
            "2012-11-30",
            "Highs will dip below average Tuesday and Wednesday.",
            &["Tuesday|DATE|2012-12-04", "Wednesday|DATE|2012-12-05"],
        ),
        (
            "en",
            "2012-11-30",
            "Last winter the lake froze for nine days.",
            &["Last winter|DATE|2011-WI", "nine days|DURATION|P9D"],
        ),
        ("en", "2012-11-30", "The wind should ease by mid-afternoon.", &["mid-afternoon|TIME|2012-11-30TAF"]),
    ]);
}
