//! Sentences in English of the kinds of dates that are easily misread, told in other words.

use crate::hold;

#[test]
fn english_plain_hours() {
    hold(&[
        ("en", "2019-10-16", "The vote is due Saturday at noon.", &["Saturday at noon|TIME|2019-10-19T12:00"]),
        ("en", "2019-10-16", "The polls closed at 8 p.m. Tuesday.", &["8 p.m. Tuesday|TIME|2019-10-15T20:00"]),
        ("en", "2019-10-16", "He was shot shortly after 3 a.m. on Sunday.", &["3 a.m. on Sunday|TIME|2019-10-13T03:00"]),
        ("en", "2019-10-16", "The blast hit the depot at 1500 GMT.", &["1500 GMT|TIME|2019-10-16T15:00"]),
        (
            "en",
            "2019-10-16",
            "The ferry sank at around 4:30 p.m. local time on Monday.",
            &["4:30 p.m. local time on Monday|TIME|2019-10-14T16:30"],
        ),
        ("en", "2019-10-16", "The store is open 24 hours a day.", &["24 hours|DURATION|PT24H", "a day|SET|P1D"]),
        ("en", "2019-10-16", "She woke at midnight.", &["midnight|TIME|2019-10-16T00:00"]),
        ("en", "2019-10-16", "Rain fell overnight Monday.", &["overnight Monday|TIME|2019-10-14TNI"]),
        ("en", "2019-10-16", "The fire started late Sunday night.", &["late Sunday night|TIME|2019-10-13TNI"]),
        ("en", "2019-10-16", "By Tuesday evening, the water had receded.", &["Tuesday evening|TIME|2019-10-15TEV"]),
    ]);
}

#[test]
fn english_plain_quarters_and_fiscal() {
    hold(&[
        (
            "en",
            "2019-10-16",
            "Sales fell in the third quarter of fiscal 2019.",
            &["the third quarter of fiscal 2019|DATE|2019-Q3"],
        ),
        ("en", "2019-10-16", "In the final quarter of 2009, output shrank.", &["the final quarter of 2009|DATE|2009-Q4"]),
        ("en", "2019-10-16", "In the first half of this year, exports rose.", &["the first half of this year|DATE|2019-H1"]),
        ("en", "2019-10-16", "Prices fell in the second half of 2018.", &["the second half of 2018|DATE|2018-H2"]),
        ("en", "2019-10-16", "Profit rose in the second quarter.", &["the second quarter|DATE|2019-Q2"]),
        ("en", "2019-10-16", "He plans to retire in October of next year.", &["October of next year|DATE|2020-10"]),
        (
            "en",
            "2019-10-16",
            "The rate was lower than in the same month a year earlier.",
            &["the same month a year earlier|DATE|2018-10"],
        ),
        ("en", "2019-10-16", "The stock fell for the past five trading days.", &["the past five trading days|DURATION|P5D"]),
    ]);
}

#[test]
fn english_plain_anchored_years() {
    hold(&[
        ("en", "2019-10-16", "The 1953 expedition reached the top on May 29.", &["1953|DATE|1953", "May 29|DATE|1953-05-29"]),
        ("en", "2019-10-16", "A 2009 study found no link.", &["2009|DATE|2009"]),
        ("en", "2019-10-16", "The 1998 treaty was signed in Rome on July 17.", &["1998|DATE|1998", "July 17|DATE|1998-07-17"]),
        ("en", "2019-10-16", "He was a star of the '82 team.", &["'82|DATE|1982"]),
        ("en", "2019-10-16", "Paris burned in May 68.", &["May 68|DATE|1968-05"]),
        ("en", "2019-10-16", "Everyone remembers 9/11.", &["9/11|DATE|2001-09-11"]),
        ("en", "2019-10-16", "The September 11 attacks changed travel.", &["September 11|DATE|2001-09-11"]),
        ("en", "2019-10-16", "The 2008-09 season was his best.", &["2008|DATE|2008", "09|DATE|2009"]),
        ("en", "2019-10-16", "Between 1998 and 2003 the town grew.", &["1998|DATE|1998", "2003|DATE|2003"]),
        ("en", "2019-10-16", "In the mid-1990s he moved to Oslo.", &["the mid-1990s|DATE|199"]),
        ("en", "2019-10-16", "The church dates from the 12th century.", &["the 12th century|DATE|11"]),
    ]);
}

#[test]
fn english_plain_ahead() {
    hold(&[
        ("en", "2019-10-16", "The council meets on Friday.", &["Friday|DATE|2019-10-18"]),
        ("en", "2019-10-16", "The court will rule on Monday.", &["Monday|DATE|2019-10-21"]),
        ("en", "2019-10-16", "Rebels set a Friday deadline.", &["Friday|DATE|2019-10-18"]),
        (
            "en",
            "2019-10-16",
            "The trial, which begins Tuesday, may last a month.",
            &["Tuesday|DATE|2019-10-22", "a month|DURATION|P1M"],
        ),
        ("en", "2019-10-16", "She has until Thursday to reply.", &["Thursday|DATE|2019-10-17"]),
        ("en", "2019-10-16", "The game was postponed to Sunday.", &["Sunday|DATE|2019-10-20"]),
        ("en", "2019-10-16", "He is due in court on Nov. 4.", &["Nov. 4|DATE|2019-11-04"]),
        ("en", "2019-10-16", "The ban takes effect Jan. 1.", &["Jan. 1|DATE|2020-01-01"]),
        ("en", "2019-10-16", "A strike could begin as early as Monday.", &["Monday|DATE|2019-10-21"]),
        (
            "en",
            "2019-10-16",
            "The minister said on Tuesday he would resign on Friday.",
            &["Tuesday|DATE|2019-10-15", "Friday|DATE|2019-10-18"],
        ),
        ("en", "2019-10-16", "A week from Wednesday the bridge will close.", &["A week from Wednesday|DATE|2019-10-23"]),
        ("en", "2019-10-16", "Two days after Monday's vote, he quit.", &["Two days after Monday|DATE|2019-10-16"]),
        ("en", "2019-10-16", "Talks resume next week.", &["next week|DATE|2019-W43"]),
    ]);
}

#[test]
fn english_plain_habits() {
    hold(&[
        ("en", "2019-10-16", "The clinic is open Monday through Friday.", &["Monday|SET|XXXX-WXX-1", "Friday|SET|XXXX-WXX-5"]),
        ("en", "2019-10-16", "The band plays every second Tuesday.", &["every second Tuesday|SET|XXXX-WXX-2"]),
        ("en", "2019-10-16", "On Sundays the market closes at noon.", &["Sundays|SET|XXXX-WXX-7", "noon|TIME|XXXX-XX-XXT12:00"]),
        ("en", "2019-10-16", "They meet on the first Monday of each month.", &["the first Monday of each month|SET|XXXX-WXX-1"]),
        ("en", "2019-10-16", "He jogs every morning.", &["every morning|SET|XXXX-XX-XXTMO"]),
        ("en", "2019-10-16", "Every summer the lake dries up.", &["Every summer|SET|XXXX-SU"]),
        ("en", "2019-10-16", "The well produced 5,000 barrels of oil a day.", &["a day|SET|P1D"]),
        ("en", "2019-10-16", "The factory makes 300 cars per week.", &["per week|SET|P1W"]),
        ("en", "2019-10-16", "It rains here year-round.", &[]),
        ("en", "2019-10-16", "She visits every other weekend.", &["every other weekend|SET|P2WE"]),
    ]);
}

#[test]
fn english_plain_not_dates() {
    hold(&[
        ("en", "2019-10-16", "A 41-year-old tram driver was hurt.", &[]),
        ("en", "2019-10-16", "Children under 15 years of age enter free.", &[]),
        ("en", "2019-10-16", "Highway 2011 was closed.", &[]),
        ("en", "2019-10-16", "The office is at 1015 Palermo Street.", &[]),
        ("en", "2019-10-16", "April May, a singer, arrived.", &[]),
        ("en", "2019-10-16", "The Good Friday Agreement held.", &[]),
        ("en", "2019-10-16", "Room 1906 is upstairs.", &[]),
        ("en", "2019-10-16", "She told This Week that it was over.", &[]),
        ("en", "2019-10-16", "They may march again.", &[]),
        ("en", "2019-10-16", "August Wilson wrote it.", &[]),
        ("en", "2019-10-16", "The boat carried 1998 passengers.", &[]),
        ("en", "2019-10-16", "The second man fled.", &[]),
        ("en", "2019-10-16", "He scored in the 89th minute.", &[]),
        ("en", "2019-10-16", "Flight 2018 was cancelled.", &[]),
        ("en", "2019-10-16", "A woman in her 40s was rescued.", &[]),
        ("en", "2019-10-16", "U.N. resolution 1973 was cited.", &[]),
    ]);
}

#[test]
fn english_plain_anaphora_and_lengths() {
    hold(&[
        ("en", "2019-10-16", "Days later, he was dead.", &["Days later|DATE|FUTURE_REF"]),
        (
            "en",
            "2019-10-16",
            "The fire broke out on 3 May 2015. Two days later it was out.",
            &["3 May 2015|DATE|2015-05-03", "Two days later|DATE|2015-05-05"],
        ),
        (
            "en",
            "2019-10-16",
            "He was born in 1950. The following year his father died.",
            &["1950|DATE|1950", "The following year|DATE|1951"],
        ),
        ("en", "2019-10-16", "Just months after the vote, he quit.", &["months|DURATION|PXM"]),
        ("en", "2019-10-16", "Weeks before the race, she broke a leg.", &["Weeks|DURATION|PXW"]),
        ("en", "2019-10-16", "He waited for hours.", &["hours|DURATION|PTXH"]),
        ("en", "2019-10-16", "It lasted two and a half hours.", &["two and a half hours|DURATION|PT2H30M"]),
        ("en", "2019-10-16", "The trip takes half an hour.", &["half an hour|DURATION|PT30M"]),
        ("en", "2019-10-16", "Within six months he had sold it.", &["six months|DURATION|P6M"]),
        ("en", "2019-10-16", "A decade ago, the town had two banks.", &["A decade ago|DATE|2009"]),
        ("en", "2019-10-16", "More than a century ago it flooded.", &["More than a century ago|DATE|1919"]),
        ("en", "2019-10-16", "A few weeks ago it snowed.", &["A few weeks ago|DATE|PAST_REF"]),
        ("en", "2019-10-16", "At that time, nobody knew.", &["that time|DATE|PAST_REF"]),
        ("en", "2019-10-16", "In recent months, prices rose.", &["recent months|DATE|PAST_REF"]),
        ("en", "2019-10-16", "In the coming weeks, snow is likely.", &["the coming weeks|DATE|FUTURE_REF"]),
        ("en", "2019-10-16", "Over the past two years, it halved.", &["the past two years|DURATION|P2Y"]),
        ("en", "2019-10-16", "Over the weekend, two men drowned.", &["the weekend|DATE|2019-W41-WE"]),
        ("en", "2019-10-16", "Earlier this month, he resigned.", &["Earlier this month|DATE|2019-10"]),
        ("en", "2019-10-16", "Later that day, he returned.", &["Later that day|DATE|2019-10-16"]),
        ("en", "2019-10-16", "Late last year the mine shut.", &["Late last year|DATE|2018"]),
        ("en", "2019-10-16", "By the end of the year, it will be gone.", &["the end of the year|DATE|2019"]),
        ("en", "2019-10-16", "On Christmas Eve 2004 she sailed.", &["Christmas Eve 2004|DATE|2004-12-24"]),
        ("en", "2019-10-16", "On the night of 4 August, the dam burst.", &["the night of 4 August|TIME|2019-08-04TNI"]),
        ("en", "2019-10-16", "Last Thursday, the bank failed.", &["Last Thursday|DATE|2019-10-10"]),
    ]);
}

#[test]
fn english_plain_anaphora_and_lengths_too() {
    hold(&[
        ("en", "2019-10-16", "This Friday, the museum reopens.", &["This Friday|DATE|2019-10-18"]),
        ("en", "2019-10-16", "Next Monday is a holiday.", &["Next Monday|DATE|2019-10-21"]),
        ("en", "2019-10-16", "The week of March 6 was cold.", &["The week of March 6|DATE|2019-W10"]),
        ("en", "2019-10-16", "From May 4-6, 2019, the fair was held.", &["May 4|DATE|2019-05-04", "6, 2019|DATE|2019-05-06"]),
        ("en", "2019-10-16", "From 5 to 9 November the road is closed.", &["5|DATE|2019-11-05", "9 November|DATE|2019-11-09"]),
        ("en", "2019-10-16", "He died on 12 October, aged 88.", &["12 October|DATE|2019-10-12"]),
        ("en", "2019-10-16", "On October 12th 2018, a storm hit.", &["October 12th 2018|DATE|2018-10-12"]),
        ("en", "2019-10-16", "The contract runs until December 2021.", &["December 2021|DATE|2021-12"]),
        ("en", "2019-10-16", "Currently, three men are held.", &["Currently|DATE|PRESENT_REF"]),
        ("en", "2019-10-16", "The former mayor once lived here.", &[]),
        ("en", "2019-10-16", "They were once friends and now compete.", &["now|DATE|PRESENT_REF"]),
        ("en", "2019-10-16", "Yesterday's storm felled trees.", &["Yesterday|DATE|2019-10-15"]),
        ("en", "2019-10-16", "On Wednesday afternoon, police raided the flat.", &["Wednesday afternoon|TIME|2019-10-16TAF"]),
        ("en", "2019-10-16", "The summit took place on 3-4 October.", &["3|DATE|2019-10-03", "4 October|DATE|2019-10-04"]),
        ("en", "2019-10-16", "He served from January to June 2012.", &["January|DATE|2012-01", "June 2012|DATE|2012-06"]),
        ("en", "2019-10-16", "The law was passed in the summer of 2014.", &["the summer of 2014|DATE|2014-SU"]),
        ("en", "2019-10-16", "Last winter was mild.", &["Last winter|DATE|2018-WI"]),
        ("en", "2019-10-16", "Tomorrow night the sky will clear.", &["Tomorrow night|TIME|2019-10-17TNI"]),
        ("en", "2019-10-16", "It was the wettest October since 1903.", &["October|DATE|2019-10", "1903|DATE|1903"]),
    ]);
}
