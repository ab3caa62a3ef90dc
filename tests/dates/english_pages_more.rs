//! More sentences in English from all pages of a newspaper, each with its values decided before it was read.

use crate::hold;

#[test]
fn pages_of_an_english_newspaper_7() {
    hold(&[
        (
            "en",
            "2009-05-19",
            "The exhibition opened May 6 and runs through Aug. 30, daily except Tuesdays.",
            &["May 6|DATE|2009-05-06", "Aug. 30|DATE|2009-08-30", "daily|SET|P1D", "Tuesdays|SET|XXXX-WXX-2"],
        ),
        (
            "en",
            "2009-05-19",
            "The festival marks its 20th anniversary July 3-12.",
            &["July 3|DATE|2009-07-03", "12|DATE|2009-07-12"],
        ),
        (
            "en",
            "2009-05-19",
            "The manuscript, which dates to the 13th century, vanished during World War II.",
            &["the 13th century|DATE|12"],
        ),
        (
            "en",
            "2009-05-19",
            "Her first novel, published in the winter of 1987, sold 4,000 copies.",
            &["the winter of 1987|DATE|1987-WI"],
        ),
        (
            "en",
            "2009-05-19",
            "Tonight's concert is sold out; a second show has been added for 6 p.m. tomorrow.",
            &["Tonight|TIME|2009-05-19TNI", "6 p.m. tomorrow|TIME|2009-05-20T18:00"],
        ),
        (
            "en",
            "2009-05-19",
            "The film was shot in 32 days in the summer of 2008.",
            &["32 days|DURATION|P32D", "the summer of 2008|DATE|2008-SU"],
        ),
        (
            "en",
            "2009-05-19",
            "Founded in the 1920s, the troupe now performs only on the first Friday of the month.",
            &["the 1920s|DATE|192", "now|DATE|PRESENT_REF", "the first Friday of the month|SET|XXXX-WXX-5"],
        ),
        ("en", "2009-05-19", "Museum Night drew nearly 9,000 visitors on Saturday.", &["Saturday|DATE|2009-05-16"]),
        (
            "en",
            "2009-05-19",
            "The canvas sold for $1.2 million yesterday afternoon in New York.",
            &["yesterday afternoon|TIME|2009-05-18TAF"],
        ),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_8() {
    hold(&[
        (
            "en",
            "2009-05-19",
            "The jury will announce its winners Sunday night after 12 days of screenings.",
            &["Sunday night|TIME|2009-05-24TNI", "12 days|DURATION|P12D"],
        ),
        ("en", "2009-05-19", "In 1959, at 27, he won the prize for best director.", &["1959|DATE|1959"]),
        (
            "en",
            "2009-05-19",
            "The retrospective opens in the fall, on Sept. 15.",
            &["the fall|DATE|2009-FA", "Sept. 15|DATE|2009-09-15"],
        ),
        (
            "en",
            "2024-02-11",
            "The probe, launched on April 14, 2023, will not reach Jupiter until July 2031.",
            &["April 14, 2023|DATE|2023-04-14", "July 2031|DATE|2031-07"],
        ),
        ("en", "2024-02-11", "The eclipse will last just over four minutes.", &["four minutes|DURATION|PT4M"]),
        ("en", "2024-02-11", "The 66-million-year-old fossil was unearthed last May.", &["last May|DATE|2023-05"]),
        (
            "en",
            "2024-02-11",
            "The study followed 1,200 patients for seven years, from 2014 to 2021.",
            &["seven years|DURATION|P7Y", "2014|DATE|2014", "2021|DATE|2021"],
        ),
        ("en", "2024-02-11", "The vaccine could be available as soon as next spring.", &["next spring|DATE|2024-SP"]),
        (
            "en",
            "2024-02-11",
            "Readings, taken every 10 minutes, are sent twice a day.",
            &["every 10 minutes|SET|PT10M", "a day|SET|P1D"],
        ),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_9() {
    hold(&[
        ("en", "2024-02-11", "By 2050, one glacier in three will be gone.", &["2050|DATE|2050"]),
        ("en", "2024-02-11", "The satellite orbits the Earth every 98 minutes.", &["every 98 minutes|SET|PT98M"]),
        (
            "en",
            "2019-03-14",
            "The historian died Monday in Boston, his family said Wednesday. He was 91.",
            &["Monday|DATE|2019-03-11", "Wednesday|DATE|2019-03-13"],
        ),
        (
            "en",
            "2019-03-14",
            "Born Feb. 3, 1928, in Tulsa, Okla., she joined the company in 1951.",
            &["Feb. 3, 1928|DATE|1928-02-03", "1951|DATE|1951"],
        ),
        (
            "en",
            "2019-03-14",
            "A funeral will be held at 10:30 a.m. Tuesday, March 19, at St. Martin's Church.",
            &["10:30 a.m. Tuesday, March 19|TIME|2019-03-19T10:30"],
        ),
        (
            "en",
            "2019-03-14",
            "He was arrested in May 1943 and deported the following month.",
            &["May 1943|DATE|1943-05", "the following month|DATE|1943-06"],
        ),
        ("en", "2019-03-14", "She retired in 1989 after 37 years at the mill.", &["1989|DATE|1989", "37 years|DURATION|P37Y"]),
        ("en", "2019-03-14", "The photographer died overnight Tuesday.", &["overnight Tuesday|TIME|2019-03-12TNI"]),
        ("en", "2019-03-14", "Until her death in 2003, his wife ran the village pub.", &["2003|DATE|2003"]),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_10() {
    hold(&[
        (
            "en",
            "2022-10-05",
            "The next council meeting is at 7 p.m. Thursday, Oct. 13, in the village hall.",
            &["7 p.m. Thursday, Oct. 13|TIME|2022-10-13T19:00"],
        ),
        ("en", "2022-10-05", "Last Wednesday's blood drive brought in 74 donors.", &["Last Wednesday|DATE|2022-09-28"]),
        (
            "en",
            "2022-10-05",
            "A 17-year-old was hit by a car Tuesday just before 8 a.m. outside the high school.",
            &["Tuesday|DATE|2022-10-04", "8 a.m.|TIME|2022-10-04T08:00"],
        ),
        (
            "en",
            "2022-10-05",
            "The library will be closed on the morning of Saturday, October 8.",
            &["the morning of Saturday, October 8|TIME|2022-10-08TMO"],
        ),
        (
            "en",
            "2022-10-05",
            "The bowling club meets Tuesdays and Thursdays at 2:30 p.m.",
            &["Tuesdays|SET|XXXX-WXX-2", "Thursdays|SET|XXXX-WXX-4", "2:30 p.m.|TIME|XXXX-XX-XXT14:30"],
        ),
        (
            "en",
            "2022-10-05",
            "The work, which began in late August, will last until Christmas.",
            &["late August|DATE|2022-08", "Christmas|DATE|2022-12-25"],
        ),
        (
            "en",
            "2022-10-05",
            "Firefighters were called out twice over the weekend, at 3:20 a.m. Saturday and early Sunday evening.",
            &[
                "the weekend|DATE|2022-W39-WE",
                "3:20 a.m. Saturday|TIME|2022-10-01T03:20",
                "early Sunday evening|TIME|2022-10-02TEV",
            ],
        ),
        ("en", "2022-10-05", "Register by Oct. 20 at 555-2021.", &["Oct. 20|DATE|2022-10-20"]),
        (
            "en",
            "2022-10-05",
            "Eleven burglaries have been reported in the past six months.",
            &["the past six months|DURATION|P6M"],
        ),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_11() {
    hold(&[
        ("en", "2022-10-05", "The senior lunch is noon Sunday, Oct. 23.", &["noon Sunday, Oct. 23|TIME|2022-10-23T12:00"]),
        (
            "en",
            "2022-10-05",
            "Trick-or-treating hours are 5 to 8 p.m. on Halloween.",
            &["5|TIME|2022-10-31T17:00", "8 p.m.|TIME|2022-10-31T20:00", "Halloween|DATE|2022-10-31"],
        ),
        ("en", "2024-02-11", "2:05 p.m. Tractors have started to leave the ring road.", &["2:05 p.m.|TIME|2024-02-11T14:05"]),
        ("en", "2024-02-11", "Live updates: last modified 17:42 GMT.", &["17:42 GMT|TIME|2024-02-11T17:42"]),
        ("en", "2024-02-11", "The government is due to speak in less than an hour.", &["less than an hour|DURATION|PT1H"]),
        (
            "en",
            "2024-02-11",
            "At 11 a.m. this Sunday, the crowd observed a minute's silence.",
            &["11 a.m.|TIME|2024-02-11T11:00", "this Sunday|DATE|2024-02-11"],
        ),
        (
            "en",
            "2024-02-11",
            "The fire, which broke out yesterday at around 4:30 p.m., is now under control.",
            &["yesterday|DATE|2024-02-10", "4:30 p.m.|TIME|2024-02-10T16:30", "now|DATE|PRESENT_REF"],
        ),
        ("en", "2016-01-18", "On November 13, the city was in shock.", &["November 13|DATE|2015-11-13"]),
        ("en", "2016-01-18", "A few weeks earlier, a deal had seemed possible.", &["A few weeks earlier|DATE|PAST_REF"]),
    ]);
}

#[test]
fn pages_of_an_english_newspaper_12() {
    hold(&[
        ("en", "2016-01-18", "A hundred years ago to the day, the battle raged.", &["hundred years ago|DATE|1916"]),
        (
            "en",
            "2016-01-18",
            "The bridge, closed for two months, reopens today.",
            &["two months|DURATION|P2M", "today|DATE|2016-01-18"],
        ),
        ("en", "2016-01-18", "Two hikers were rescued the day before yesterday.", &["the day before yesterday|DATE|2016-01-16"]),
        (
            "en",
            "2016-01-18",
            "Banks are closed today for Martin Luther King Jr. Day.",
            &["today|DATE|2016-01-18", "Martin Luther King Jr. Day|DATE|2016-01-18"],
        ),
    ]);
}
