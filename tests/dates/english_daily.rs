//! Sentences of daily news in English: habits, anaphora, ages and numbers, lengths, deadlines.

use crate::hold;

#[test]
fn english_daily_1() {
    hold(&[
        ("en", "2017-11-08", "The deal was likely Thursday, officials said.", &["Thursday|DATE|2017-11-09"]),
        ("en", "2017-11-08", "A vote is likely Friday.", &["Friday|DATE|2017-11-10"]),
        ("en", "2017-11-08", "More rain is possible Thursday.", &["Thursday|DATE|2017-11-09"]),
        (
            "en",
            "2017-11-08",
            "The dam burst on October 3, 2017. A week later, the valley was still flooded.",
            &["October 3, 2017|DATE|2017-10-03", "A week later|DATE|2017-W41"],
        ),
        (
            "en",
            "2017-11-08",
            "The strike began on May 2, 2016. It ended three days later.",
            &["May 2, 2016|DATE|2016-05-02", "three days later|DATE|2016-05-05"],
        ),
        (
            "en",
            "2017-11-08",
            "She won the seat in 1998. Six years later she lost it.",
            &["1998|DATE|1998", "Six years later|DATE|2004"],
        ),
        (
            "en",
            "2017-11-08",
            "The ferry sank on Monday. The next day, divers found the hull.",
            &["Monday|DATE|2017-11-06", "The next day|DATE|2017-11-07"],
        ),
        ("en", "2017-11-08", "Monday, March 3, 2008", &["Monday, March 3, 2008|DATE|2008-03-03"]),
        (
            "en",
            "2008-03-05",
            "Wednesday, March 5, 2008 A fire destroyed a mill in Leeds on Monday.",
            &["Wednesday, March 5, 2008|DATE|2008-03-05", "Monday|DATE|2008-03-03"],
        ),
    ]);
}

#[test]
fn english_daily_4() {
    hold(&[
        ("en", "2017-11-08", "Earlier this week, the bank cut its rate.", &["Earlier this week|DATE|2017-W45"]),
        ("en", "2017-11-08", "Later this month, the court will hear the case.", &["Later this month|DATE|2017-11"]),
        ("en", "2017-11-08", "Late last year, the firm moved to Perth.", &["Late last year|DATE|2016"]),
        ("en", "2017-11-08", "The blast happened early Tuesday morning.", &["early Tuesday morning|TIME|2017-11-07TMO"]),
        ("en", "2017-11-08", "It was the worst flood in more than 30 years.", &["more than 30 years|DURATION|P30Y"]),
        ("en", "2017-11-08", "Two years ago, the school had 900 pupils.", &["Two years ago|DATE|2015"]),
        ("en", "2017-11-08", "Profit rose 4% in the third quarter.", &["the third quarter|DATE|2017-Q3"]),
        (
            "en",
            "2017-11-08",
            "Sales fell in the first nine months of 2017.",
            &["the first nine months|DURATION|P9M", "2017|DATE|2017"],
        ),
        ("en", "2017-11-08", "The court meets on the first Monday in October.", &["the first Monday in October|DATE|2017-10-02"]),
        (
            "en",
            "2017-11-08",
            "The attack took place at about 9:30 p.m. local time on Saturday.",
            &["9:30 p.m. local time on Saturday|TIME|2017-11-04T21:30"],
        ),
        ("en", "2017-11-08", "At 14:05 UTC, the probe fell silent.", &["14:05 UTC|TIME|2017-11-08T14:05"]),
        ("en", "2017-11-08", "The protest is scheduled for 6 p.m. Thursday.", &["6 p.m. Thursday|TIME|2017-11-09T18:00"]),
        ("en", "2017-11-08", "He has been in jail since August.", &["August|DATE|2017-08"]),
        ("en", "2017-11-08", "She has led the party since 2009.", &["2009|DATE|2009"]),
        ("en", "2017-11-08", "The ban took effect on January 1.", &["January 1|DATE|2017-01-01"]),
    ]);
}

#[test]
fn english_daily_2() {
    hold(&[
        ("en", "2017-11-08", "The ban takes effect on January 1.", &["January 1|DATE|2018-01-01"]),
        ("en", "2017-11-08", "The elections will be held in May next year.", &["May next year|DATE|2018-05"]),
        ("en", "2017-11-08", "In the past 24 hours, eleven houses burned.", &["the past 24 hours|DURATION|PT24H"]),
        ("en", "2017-11-08", "Over the last three decades, the lake has shrunk.", &["the last three decades|DURATION|P30Y"]),
        ("en", "2017-11-08", "In the early 1990s, the mine closed.", &["the early 1990s|DATE|199"]),
        ("en", "2017-11-08", "The house dates from the 18th century.", &["the 18th century|DATE|17"]),
        ("en", "2017-11-08", "The trial is due to begin next Tuesday.", &["next Tuesday|DATE|2017-11-14"]),
        ("en", "2017-11-08", "He was seen last Friday night near the quay.", &["last Friday night|TIME|2017-11-03TNI"]),
        (
            "en",
            "2017-11-08",
            "The market opens every Saturday from 8 a.m.",
            &["every Saturday|SET|XXXX-WXX-6", "8 a.m.|TIME|XXXX-XX-XXT08:00"],
        ),
        ("en", "2017-11-08", "The clinic is closed on Sundays.", &["Sundays|SET|XXXX-WXX-7"]),
        ("en", "2017-11-08", "On Sundays he slept until noon.", &["Sundays|SET|XXXX-WXX-7", "noon|TIME|XXXX-XX-XXT12:00"]),
        ("en", "2017-11-08", "The census is taken every ten years.", &["every ten years|SET|P10Y"]),
        ("en", "2017-11-08", "They meet once every two weeks.", &["every two weeks|SET|P2W"]),
        ("en", "2017-11-08", "A 12-year-old girl was hurt.", &[]),
        ("en", "2017-11-08", "The 1,900-seat hall was full.", &[]),
        ("en", "2017-11-08", "Flight 1702 was delayed.", &[]),
        ("en", "2017-11-08", "He lives at 1812 Main Street.", &[]),
        ("en", "2017-11-08", "June Harper, a baker, saw the smoke.", &[]),
        ("en", "2017-11-08", "Mr. March declined to comment.", &[]),
        ("en", "2017-11-08", "The team may win.", &[]),
        ("en", "2017-11-08", "The army will march through the town.", &[]),
        ("en", "2017-11-08", "The two-day conference ended with no deal.", &["two-day|DURATION|P2D"]),
        ("en", "2017-11-08", "It took an hour and a half to free him.", &["an hour and a half|DURATION|PT1H30M"]),
        ("en", "2017-11-08", "The ceasefire lasted less than 48 hours.", &["less than 48 hours|DURATION|PT48H"]),
    ]);
}

#[test]
fn english_daily_3() {
    hold(&[
        ("en", "2017-11-08", "By the end of the year, the bridge will be finished.", &["the end of the year|DATE|2017"]),
        ("en", "2017-11-08", "By 2025, half the fleet will be electric.", &["2025|DATE|2025"]),
        ("en", "2017-11-08", "Last month's figures were revised.", &["Last month|DATE|2017-10"]),
        ("en", "2017-11-08", "Yesterday evening, the lights went out.", &["Yesterday evening|TIME|2017-11-07TEV"]),
        ("en", "2017-11-08", "The summit opens tomorrow in Oslo.", &["tomorrow|DATE|2017-11-09"]),
        ("en", "2017-11-08", "The day before yesterday, the sky was red.", &["The day before yesterday|DATE|2017-11-06"]),
        ("en", "2017-11-08", "In the wake of Tuesday's blast, schools closed.", &["Tuesday|DATE|2017-11-07"]),
        (
            "en",
            "2017-11-08",
            "The inquiry, which opened in 2011, ended this spring.",
            &["2011|DATE|2011", "this spring|DATE|2017-SP"],
        ),
        ("en", "2017-11-08", "Voters go to the polls on Sunday.", &["Sunday|DATE|2017-11-12"]),
        ("en", "2017-11-08", "The deadline is midnight Friday.", &["midnight Friday|TIME|2017-11-10T24:00"]),
        ("en", "2017-11-08", "Christmas Day 2016 was the warmest on record.", &["Christmas Day 2016|DATE|2016-12-25"]),
        ("en", "2017-11-08", "The 2008 crisis cost him his job.", &["2008|DATE|2008"]),
        ("en", "2017-11-08", "In fiscal 2016, the fund lost money.", &["fiscal 2016|DATE|2016"]),
        ("en", "2017-11-08", "She was born on 3 April 1954.", &["3 April 1954|DATE|1954-04-03"]),
        ("en", "2017-11-08", "The law was passed on the 7th of May 1832.", &["the 7th of May 1832|DATE|1832-05-07"]),
        ("en", "2017-11-08", "The lake froze in the winter of 1963.", &["the winter of 1963|DATE|1963-WI"]),
        ("en", "2017-11-08", "This past weekend, 40 boats sank.", &["This past weekend|DATE|2017-W44-WE"]),
        ("en", "2017-11-08", "The trial resumes Monday at 10 a.m.", &["Monday|DATE|2017-11-13", "10 a.m.|TIME|2017-11-13T10:00"]),
        (
            "en",
            "2017-11-08",
            "The mayor spoke for twenty minutes on Tuesday night.",
            &["twenty minutes|DURATION|PT20M", "Tuesday night|TIME|2017-11-07TNI"],
        ),
    ]);
}
