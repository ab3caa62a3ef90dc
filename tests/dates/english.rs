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
        ("en", "2020-08-19", "The week-long and 24-hour strikes ended.", &["week-long|DURATION|P1W", "24-hour|DURATION|PT24H"]),
    ]);
}

#[test]
fn english_years_and_quarters_of_business() {
    hold(&[
        ("en", "1998-02-10", "The mill burned down in nineteen seventy-four.", &["nineteen seventy-four|DATE|1974"]),
        ("en", "1998-02-10", "It opened in May nineteen ninety-six.", &["May nineteen ninety-six|DATE|1996-05"]),
        ("en", "1998-02-10", "They feared the year two thousand.", &["the year two thousand|DATE|2000"]),
        ("en", "2020-08-19", "The ferry sank in June last year.", &["June last year|DATE|2019-06"]),
        ("en", "2020-08-19", "The bridge opens in April next year.", &["April next year|DATE|2021-04"]),
        ("en", "2020-08-19", "Sales fell in this year's second quarter.", &["this year's second quarter|DATE|2020-Q2"]),
        ("en", "2020-08-19", "Sales fell in the third quarter of last year.", &["the third quarter of last year|DATE|2019-Q3"]),
        ("en", "2020-08-19", "The 2018 third quarter was weak.", &["The 2018 third quarter|DATE|2018-Q3"]),
        ("en", "2020-08-19", "In fiscal 2019 the bakery lost money.", &["fiscal 2019|DATE|2019"]),
        ("en", "2020-10-19", "The bakery lost money in the quarter.", &["the quarter|DATE|2020-Q3"]),
        (
            "en",
            "2020-10-19",
            "Profit rose in the second quarter. In the quarter, rent fell.",
            &["the second quarter|DATE|2020-Q2", "the quarter|DATE|2020-Q2"],
        ),
        (
            "en",
            "2020-10-19",
            "Profit rose in the third quarter from a loss a year earlier.",
            &["the third quarter|DATE|2020-Q3", "a year earlier|DATE|2019-Q3"],
        ),
        (
            "en",
            "2020-10-19",
            "Profit rose in the third quarter from a loss in the 2018 period.",
            &["the third quarter|DATE|2020-Q3", "the 2018 period|DATE|2018-Q3"],
        ),
        ("en", "2020-10-19", "It lost money in the year ended last week.", &["the year|DURATION|P1Y", "last week|DATE|2020-W42"]),
        ("en", "2020-10-19", "The deal closes by year-end.", &["year-end|DATE|2020"]),
        ("en", "2020-10-19", "Orders grew in the current quarter.", &["the current quarter|DATE|2020-Q4"]),
        ("en", "2020-10-19", "The plant was built in 1998. That year, wages rose.", &["1998|DATE|1998", "That year|DATE|1998"]),
        ("en", "2020-03-01", "The park will open this summer.", &["this summer|DATE|2020-SU"]),
    ]);
}

#[test]
fn english_times_with_their_day_and_amounts_with_their_bounds() {
    hold(&[
        ("en", "2020-08-19", "Bids close at 5 p.m. EST, Sept. 6.", &["5 p.m. EST, Sept. 6|TIME|2020-09-06T17:00"]),
        ("en", "2020-08-19", "The talks broke off at noon Monday.", &["noon Monday|TIME|2020-08-17T12:00"]),
        ("en", "2020-08-19", "Earlier Monday, the harbour was shut.", &["Earlier Monday|DATE|2020-08-17"]),
        ("en", "2020-08-19", "The notice is in today's paper.", &["today|DATE|2020-08-19"]),
        ("en", "2020-08-19", "He waited for nearly two hours.", &["nearly two hours|DURATION|PT2H"]),
        ("en", "2020-08-19", "She served more than three years.", &["more than three years|DURATION|P3Y"]),
        ("en", "2020-08-19", "It lasted 2 1/2 years.", &["2 1/2 years|DURATION|P2Y6M"]),
        ("en", "2020-08-19", "It costs two francs a week.", &["a week|SET|P1W"]),
        ("en", "2020-08-19", "Over the next two years or so, it will shrink.", &["the next two years or so|DURATION|P2Y"]),
        ("en", "2020-08-19", "The singer will be 50 next year.", &["next year|DATE|2021"]),
        ("en", "2020-08-19", "A decade ago, the mine shut.", &["A decade ago|DATE|2010"]),
        ("en", "2020-08-19", "The mine stood idle for years.", &["years|DURATION|PXY"]),
        ("en", "2020-08-19", "The mine shut months ago.", &["months ago|DATE|PAST_REF"]),
        ("en", "2020-08-19", "A few days later, the mine shut.", &["A few days later|DATE|FUTURE_REF"]),
        ("en", "2020-08-19", "They worry about the future.", &["the future|DATE|FUTURE_REF"]),
        ("en", "2020-08-19", "They debate the future of the mine.", &[]),
        ("en", "2020-08-19", "Fish is dear these days.", &["these days|DATE|PRESENT_REF"]),
        ("en", "2020-08-19", "They spoke on the show \"This Week\" and left.", &[]),
        ("en", "2020-08-19", "The town imports three-quarters of its salt.", &[]),
        ("en", "2020-08-19", "The recent sale of the mill pleased them.", &[]),
    ]);
}

#[test]
fn english_tense_and_the_words_that_place_ahead() {
    hold(&[
        ("en", "2020-08-19", "The nurse could start as soon as Monday.", &["Monday|DATE|2020-08-24"]),
        ("en", "2020-08-19", "They have until Friday to answer.", &["Friday|DATE|2020-08-21"]),
        ("en", "2020-08-19", "Until Friday, they had not called.", &["Friday|DATE|2020-08-14"]),
        ("en", "2020-08-19", "The fleet is to sail on Monday.", &["Monday|DATE|2020-08-24"]),
        ("en", "2020-08-19", "Talks are set to resume Monday.", &["Monday|DATE|2020-08-24"]),
        ("en", "2020-08-19", "The lease had been due to expire Friday.", &["Friday|DATE|2020-08-14"]),
        ("en", "2020-08-19", "He said he would leave on Friday.", &["Friday|DATE|2020-08-21"]),
        ("en", "2020-08-19", "The rent will be paid Dec. 14.", &["Dec. 14|DATE|2020-12-14"]),
        ("en", "2020-08-19", "She was named head, effective Dec. 1.", &["Dec. 1|DATE|2020-12-01"]),
        ("en", "2020-10-28", "In January, the bank brought in a new chief.", &["January|DATE|2020-01"]),
        ("en", "2020-06-28", "The party hopes to win this September.", &["this September|DATE|2020-09"]),
        ("en", "2020-06-28", "They meet on May 24 and 25.", &["May 24|DATE|2020-05-24", "25|DATE|2020-05-25"]),
        (
            "en",
            "2020-08-19",
            "He fell on Aug. 14, 2020. \"I met her on May 3, 2019, and will be back Friday,\" he had said. The next day, it rained.",
            &[
                "Aug. 14, 2020|DATE|2020-08-14",
                "May 3, 2019|DATE|2019-05-03",
                "Friday|DATE|2020-08-21",
                "The next day|DATE|2020-08-15",
            ],
        ),
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
