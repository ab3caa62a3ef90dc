//! More sentences of these kinds, in other words.

use crate::hold;

#[test]
fn english_more_announcements_and_deadlines() {
    hold(&[
        ("en", "2018-04-12", "Book fair at the town hall Sunday", &["Sunday|DATE|2018-04-15"]),
        ("en", "2018-04-12", "Two killed Wednesday in crash near Dover", &["Wednesday|DATE|2018-04-11"]),
        ("en", "2018-04-12", "The judge is to rule Monday.", &["Monday|DATE|2018-04-16"]),
        ("en", "2018-04-12", "The ruling is expected Friday.", &["Friday|DATE|2018-04-13"]),
        ("en", "2018-04-12", "The Senate votes on Tuesday.", &["Tuesday|DATE|2018-04-17"]),
        ("en", "2018-04-12", "The club travels to Hull on Saturday.", &["Saturday|DATE|2018-04-14"]),
        ("en", "2018-04-12", "The hearing was adjourned to Tuesday.", &["Tuesday|DATE|2018-04-17"]),
        ("en", "2018-04-12", "They have until Monday to pay.", &["Monday|DATE|2018-04-16"]),
        ("en", "2018-04-12", "He must answer by Wednesday.", &["Wednesday|DATE|2018-04-18"]),
        ("en", "2018-04-12", "The union gave an ultimatum for Friday.", &["Friday|DATE|2018-04-13"]),
        (
            "en",
            "2018-04-12",
            "The mayor on Monday signed an order that takes effect Saturday.",
            &["Monday|DATE|2018-04-09", "Saturday|DATE|2018-04-14"],
        ),
        ("en", "2018-04-12", "The plant closed Wednesday.", &["Wednesday|DATE|2018-04-11"]),
        ("en", "2018-04-12", "The company said Thursday's vote was illegal.", &["Thursday|DATE|2018-04-12"]),
        ("en", "2018-04-12", "The show opens on May 4.", &["May 4|DATE|2018-05-04"]),
        ("en", "2018-04-12", "The museum will open on May 4.", &["May 4|DATE|2018-05-04"]),
        (
            "en",
            "2018-04-12",
            "“We will leave Monday,” the captain said on Wednesday.",
            &["Monday|DATE|2018-04-16", "Wednesday|DATE|2018-04-11"],
        ),
    ]);
}

#[test]
fn english_more_habits_and_repeated_times() {
    hold(&[
        (
            "en",
            "2018-04-12",
            "The library is open Monday through Saturday.",
            &["Monday|SET|XXXX-WXX-1", "Saturday|SET|XXXX-WXX-6"],
        ),
        ("en", "2018-04-12", "Lessons are held on Tuesdays and Fridays.", &["Tuesdays|SET|XXXX-WXX-2", "Fridays|SET|XXXX-WXX-5"]),
        ("en", "2018-04-12", "The board meets every fourth Monday.", &["every fourth Monday|SET|XXXX-WXX-1"]),
        (
            "en",
            "2018-04-12",
            "The market is held on the third Sunday of each month.",
            &["the third Sunday of each month|SET|XXXX-WXX-7"],
        ),
        ("en", "2018-04-12", "A bus leaves every twenty minutes.", &["every twenty minutes|SET|PT20M"]),
        ("en", "2018-04-12", "The journal appears every two months.", &["every two months|SET|P2M"]),
        ("en", "2018-04-12", "In spring, the cherry trees bloom.", &["spring|SET|XXXX-SP"]),
        ("en", "2018-04-12", "She earns $900 a month.", &["a month|SET|P1M"]),
        ("en", "2018-04-12", "Every Friday night the hall is full.", &["Every Friday night|SET|XXXX-WXX-5TNI"]),
        ("en", "2018-04-12", "They train every other week.", &["every other week|SET|P2W"]),
        ("en", "2018-04-12", "Each summer, the camp fills.", &["Each summer|SET|XXXX-SU"]),
    ]);
}

#[test]
fn english_more_ages_and_amounts() {
    hold(&[
        ("en", "2018-04-12", "A 23-year-old driver lost control.", &[]),
        ("en", "2018-04-12", "The victim, 58, lived in Hull.", &[]),
        ("en", "2018-04-12", "Boys aged 12 to 15 took part.", &[]),
        ("en", "2018-04-12", "He is 66 years old.", &[]),
        ("en", "2018-04-12", "A loan over 15 years was voted.", &["15 years|DURATION|P15Y"]),
        ("en", "2018-04-12", "She spent 12 years in Africa.", &["12 years|DURATION|P12Y"]),
        ("en", "2018-04-12", "They waited three long hours.", &["three long hours|DURATION|PT3H"]),
        ("en", "2018-04-12", "It took four working days.", &["four working days|DURATION|P4D"]),
        ("en", "2018-04-12", "He led for two straight days.", &["two straight days|DURATION|P2D"]),
        ("en", "2018-04-12", "It lasted two and a half years.", &["two and a half years|DURATION|P2Y6M"]),
        ("en", "2018-04-12", "She taught for a quarter of a century.", &["a quarter of a century|DURATION|P25Y"]),
        ("en", "2018-04-12", "The sprint took 27.3 seconds.", &["27.3 seconds|DURATION|PT27.3S"]),
    ]);
}

#[test]
fn english_more_numbers_and_names() {
    hold(&[
        ("en", "2018-04-12", "Lot 1987 was sold.", &[]),
        ("en", "2018-04-12", "They shot 2015 arrows.", &[]),
        ("en", "2018-04-12", "Form 2042 is online.", &[]),
        ("en", "2018-04-12", "He lives at 1920 Mill Street.", &[]),
        ("en", "2018-04-12", "Mrs. May met Mr. June.", &[]),
        ("en", "2018-04-12", "April Dunn won the race.", &[]),
        ("en", "2018-04-12", "The 1998 law was quoted.", &["1998|DATE|1998"]),
        ("en", "2018-04-12", "Highway 1947 was blocked.", &[]),
        ("en", "2018-04-12", "The pass is 1998 meters high.", &[]),
    ]);
}

#[test]
fn english_more_years_and_parts_of_years() {
    hold(&[
        ("en", "2018-04-12", "In July '92, the stadium closed.", &["July '92|DATE|1992-07"]),
        ("en", "2018-04-12", "He was elected in '97.", &["'97|DATE|1997"]),
        ("en", "2018-04-12", "Debt fell in the last half of 2016.", &["the last half of 2016|DATE|2016-H2"]),
        ("en", "2018-04-12", "The fourth quarter of 2017 was poor.", &["The fourth quarter of 2017|DATE|2017-Q4"]),
        (
            "en",
            "2018-04-12",
            "Revenue rose in the first quarter of fiscal 2018.",
            &["the first quarter of fiscal 2018|DATE|2018-Q1"],
        ),
        ("en", "2018-04-12", "The grave dates from 1200 BC.", &["1200 BC|DATE|BC1200"]),
        ("en", "2018-04-12", "Born on 2/3/48 in Hull, he was mayor.", &["2/3/48|DATE|1948-02-03"]),
        ("en", "2018-04-12", "The memo of 1/14/16 is clear.", &["1/14/16|DATE|2016-01-14"]),
        ("en", "2018-04-12", "On the third Tuesday of May 2017, it rained.", &["the third Tuesday of May 2017|DATE|2017-05-16"]),
        ("en", "2018-04-12", "The city dances on the last Saturday in August.", &["the last Saturday in August|DATE|2018-08-25"]),
        ("en", "2018-04-12", "The show runs in June of next year.", &["June of next year|DATE|2019-06"]),
        ("en", "2018-04-12", "A 2010 inquiry found that the dam leaked in April.", &["2010|DATE|2010", "April|DATE|2010-04"]),
        ("en", "2018-04-12", "The 1936 crew returned on October 9.", &["1936|DATE|1936", "October 9|DATE|1936-10-09"]),
    ]);
}

#[test]
fn english_more_hours() {
    hold(&[
        ("en", "2018-04-12", "The siren sounded at 0540 GMT.", &["0540 GMT|TIME|2018-04-12T05:40"]),
        ("en", "2018-04-12", "The parade starts Saturday at noon.", &["Saturday at noon|TIME|2018-04-14T12:00"]),
        ("en", "2018-04-12", "Two boats sank overnight Sunday.", &["overnight Sunday|TIME|2018-04-08TNI"]),
        ("en", "2018-04-12", "He called 48 hours ago.", &["48 hours ago|DATE|2018-04-10"]),
        ("en", "2018-04-12", "The 6:25 a.m. flight was cancelled.", &["6:25 a.m.|TIME|2018-04-12T06:25"]),
    ]);
}

#[test]
fn english_more_the_narrative() {
    hold(&[
        (
            "en",
            "2018-04-12",
            "On March 2, 2018, the dam broke. The next day, troops arrived. Two days later, the water fell.",
            &["March 2, 2018|DATE|2018-03-02", "The next day|DATE|2018-03-03", "Two days later|DATE|2018-03-05"],
        ),
        ("en", "2018-04-12", "He married in 1987. At that time he ran a garage.", &["1987|DATE|1987", "that time|DATE|1987"]),
        (
            "en",
            "2018-04-12",
            "Sales rose in March from the same month a year earlier.",
            &["March|DATE|2018-03", "the same month a year earlier|DATE|2017-03"],
        ),
        ("en", "2018-04-12", "He quit two days after Friday's vote.", &["two days after Friday|DATE|2018-04-08"]),
        ("en", "2018-04-12", "The trial starts a week from Monday.", &["a week from Monday|DATE|2018-04-23"]),
        (
            "en",
            "2018-04-12",
            "She left on April 2, 2018. The following Monday she was back.",
            &["April 2, 2018|DATE|2018-04-02", "The following Monday|DATE|2018-04-09"],
        ),
        ("en", "2018-04-12", "It has rained over the past four days.", &["the past four days|DURATION|P4D"]),
    ]);
}
