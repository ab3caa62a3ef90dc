//! English sentences.

use crate::hold;

#[test]
fn english_days_months_and_years() {
    hold(&[
        ("en", "", "The towers fell on Sept. 11, 2001.", &["Sept. 11, 2001|DATE|2001-09-11"]),
        ("en", "", "She spoke on March 08, 2019 in Washington.", &["March 08, 2019|DATE|2019-03-08"]),
        ("en", "", "The pact of 22 July 2020 holds.", &["22 July 2020|DATE|2020-07-22"]),
        ("en", "", "The mayor in Tehran, 22 juillet 2020 (IRNA).", &["22 juillet 2020|DATE|2020-07-22"]),
        ("en", "", "It opened on 11/09/2001.", &["11/09/2001|DATE|2001-11-09"]),
        ("en", "", "Filed 2020-03-08 by the desk.", &["2020-03-08|DATE|2020-03-08"]),
        ("en", "", "On Tuesday, March 3, 2020, voters went out.", &["Tuesday, March 3, 2020|DATE|2020-03-03"]),
        ("en", "", "The law passed in January 2015.", &["January 2015|DATE|2015-01"]),
        ("en", "2020-08-19", "He took office in May.", &["May|DATE|2020-05"]),
        ("en", "2020-08-19", "The court met on Aug. 4.", &["Aug. 4|DATE|2020-08-04"]),
        ("en", "2020-08-19", "The summit will open on September 5.", &["September 5|DATE|2020-09-05"]),
        ("en", "", "Troops left in 2011.", &["2011|DATE|2011"]),
        ("en", "", "The music of the 1990s.", &["the 1990s|DATE|199"]),
        ("en", "", "Trade in the 19th century.", &["the 19th century|DATE|18"]),
        ("en", "", "Sales in the third quarter of 1998 fell.", &["the third quarter of 1998|DATE|1998-Q3"]),
        ("en", "2020-08-19", "Last fall, the army warned of it.", &["Last fall|DATE|2019-FA"]),
        ("en", "", "In the summer of 2019 it burned.", &["the summer of 2019|DATE|2019-SU"]),
        ("en", "", "By late November 2004 it was over.", &["late November 2004|DATE|2004-11"]),
        ("en", "", "It began in early 2019.", &["early 2019|DATE|2019"]),
        ("en", "", "It was rebuilt in mid-2016.", &["mid-2016|DATE|2016"]),
        ("en", "2020-08-19", "They met on Thanksgiving Day 2019.", &["Thanksgiving Day 2019|DATE|2019-11-28"]),
    ]);
}

#[test]
fn english_relative_times() {
    hold(&[
        ("en", "2020-08-19", "The minister resigned yesterday.", &["yesterday|DATE|2020-08-18"]),
        ("en", "2020-08-19", "The minister resigned on Monday.", &["Monday|DATE|2020-08-17"]),
        ("en", "2020-08-19", "The minister will resign on Monday.", &["Monday|DATE|2020-08-24"]),
        ("en", "2020-08-19", "He was seen last Wednesday.", &["last Wednesday|DATE|2020-08-12"]),
        ("en", "2020-08-19", "They will vote next Friday.", &["next Friday|DATE|2020-08-21"]),
        ("en", "2020-08-19", "Last month, nothing moved.", &["Last month|DATE|2020-07"]),
        ("en", "2020-08-19", "Prices rise this year.", &["this year|DATE|2020"]),
        ("en", "2020-08-19", "It will close next week.", &["next week|DATE|2020-W35"]),
        ("en", "2020-08-19", "It closed three years ago.", &["three years ago|DATE|2017"]),
        ("en", "2020-08-19", "It closed two weeks ago.", &["two weeks ago|DATE|2020-W32"]),
        (
            "en",
            "2020-08-19",
            "Held on March 3, 2020, he was freed ten days later.",
            &["March 3, 2020|DATE|2020-03-03", "ten days later|DATE|2020-03-13"],
        ),
        (
            "en",
            "2020-08-19",
            "He landed on March 3, 2020 and left the next day.",
            &["March 3, 2020|DATE|2020-03-03", "the next day|DATE|2020-03-04"],
        ),
        (
            "en",
            "2020-08-19",
            "He died on March 3, 2020; the previous day he had flown.",
            &["March 3, 2020|DATE|2020-03-03", "the previous day|DATE|2020-03-02"],
        ),
        ("en", "2020-08-19", "He left the day before yesterday.", &["the day before yesterday|DATE|2020-08-17"]),
        ("en", "2020-08-19", "They met on May 4-6, 2019.", &["May 4|DATE|2019-05-04", "6, 2019|DATE|2019-05-06"]),
        ("en", "2020-08-19", "It is now quiet.", &["now|DATE|PRESENT_REF"]),
        ("en", "2020-08-19", "She landed at 3:15 p.m. Tuesday.", &["3:15 p.m. Tuesday|TIME|2020-08-18T15:15"]),
        ("en", "2020-08-19", "They were shot at on Tuesday night.", &["Tuesday night|TIME|2020-08-18TNI"]),
        ("en", "", "He said so on Friday.", &["Friday|DATE|XXXX-WXX-5"]),
        ("en", "2020-08", "He said so on Friday.", &["Friday|DATE|2020-08"]),
        ("en", "2020-08-19", "He waited for two weeks.", &["two weeks|DURATION|P2W"]),
        ("en", "2020-08-19", "She trains every day.", &["every day|SET|P1D"]),
        ("en", "2020-08-19", "It ran for a few days.", &["a few days|DURATION|PXD"]),
        ("en", "2020-08-19", "The week-long and 24-hour strikes ended.", &["24-hour|DURATION|PT24H"]),
    ]);
}

#[test]
fn english_words_and_numbers_that_tell_no_time() {
    hold(&[
        ("en", "2020-08-19", "They may march again, she said.", &[]),
        ("en", "2020-08-19", "Resolution 1701 calls for peace.", &[]),
        ("en", "2020-08-19", "Some 2,500 troops remain.", &[]),
        ("en", "2020-08-19", "About 2000 soldiers remain.", &[]),
        ("en", "2020-08-19", "Flight 2018 was diverted.", &[]),
        ("en", "2020-08-19", "The bill of $1990 was paid.", &[]),
        ("en", "2020-08-19", "A 37-year-old man was held.", &[]),
        ("en", "2020-08-19", "The sun rose and prices fall.", &[]),
    ]);
}
