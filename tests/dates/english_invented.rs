//! Sentences in English over all kinds of expressions, written before any rule for them was looked at; and times counted from what was told.

use crate::hold;

#[test]
fn english_invented_1() {
    hold(&[
        (
            "en",
            "2014-06-18",
            "The station reopened on Feb. 3 at 6:45 a.m.",
            &["Feb. 3|DATE|2014-02-03", "6:45 a.m.|TIME|2014-02-03T06:45"],
        ),
        ("en", "2014-06-18", "The storm hit Saturday at noon, officials said.", &["Saturday at noon|TIME|2014-06-14T12:00"]),
        (
            "en",
            "2014-06-18",
            "Sales rose in the second quarter of fiscal 2013.",
            &["the second quarter of fiscal 2013|DATE|2013-Q2"],
        ),
        ("en", "2014-06-18", "The harbour is open Monday through Friday.", &["Monday|SET|XXXX-WXX-1", "Friday|SET|XXXX-WXX-5"]),
        ("en", "2014-06-18", "The board meets every second Thursday.", &["every second Thursday|SET|XXXX-WXX-4"]),
        ("en", "2014-06-18", "The council meets on Friday to pass the budget.", &["Friday|DATE|2014-06-20"]),
        ("en", "2014-06-18", "The 1953 expedition reached the ridge on May 29.", &["1953|DATE|1953", "May 29|DATE|1953-05-29"]),
        ("en", "2014-06-18", "A 2009 study of the river was ignored.", &["2009|DATE|2009"]),
        (
            "en",
            "2014-06-18",
            "The treaty was signed on March 4, 1998. A week later the troops withdrew.",
            &["March 4, 1998|DATE|1998-03-04", "A week later|DATE|1998-W11"],
        ),
    ]);
}

#[test]
fn english_invented_2() {
    hold(&[
        (
            "en",
            "2014-06-18",
            "The dam burst on Nov. 8, 2011. Two days earlier, an engineer had warned the owners.",
            &["Nov. 8, 2011|DATE|2011-11-08", "Two days earlier|DATE|2011-11-06"],
        ),
        (
            "en",
            "2014-06-18",
            "Rivoire was elected in 2001. The following year he opened the tramway.",
            &["2001|DATE|2001", "The following year|DATE|2002"],
        ),
        (
            "en",
            "2014-06-18",
            "The mine blew up on May 12, 2013. The next day the company closed it.",
            &["May 12, 2013|DATE|2013-05-12", "The next day|DATE|2013-05-13"],
        ),
        (
            "en",
            "2014-06-18",
            "In April 2012 Valmont won the case. He resigned the following month.",
            &["April 2012|DATE|2012-04", "the following month|DATE|2012-05"],
        ),
        ("en", "2014-06-18", "A week from Friday the bridge will close.", &["A week from Friday|DATE|2014-06-27"]),
        (
            "en",
            "2014-06-18",
            "Orders were 12 percent higher than in the same month a year earlier.",
            &["the same month a year earlier|DATE|2013-06"],
        ),
        ("en", "2014-06-18", "Profits fell during the final quarter of 2009.", &["the final quarter of 2009|DATE|2009-Q4"]),
        (
            "en",
            "2014-06-18",
            "The bank lost a third of its value over the past five trading days.",
            &["the past five trading days|DURATION|P5D"],
        ),
        ("en", "2014-06-18", "The attacks of 9/11 changed the port.", &["9/11|DATE|2001-09-11"]),
    ]);
}

#[test]
fn english_invented_3() {
    hold(&[
        ("en", "2014-06-18", "Back in '82 the mill still employed 400 people.", &["'82|DATE|1982"]),
        ("en", "2014-06-18", "The election is due in October of next year.", &["October of next year|DATE|2015-10"]),
        ("en", "2014-06-18", "Exports grew in the first half of this year.", &["the first half of this year|DATE|2014-H1"]),
        ("en", "2014-06-18", "Two days after Monday's vote, the minister resigned.", &["Two days after Monday|DATE|2014-06-18"]),
        ("en", "2014-06-18", "The convoy left at 1500 GMT.", &["1500 GMT|TIME|2014-06-18T15:00"]),
        ("en", "2014-06-18", "April May, a singer from Sarelle, drove along Highway 2011.", &[]),
        ("en", "2014-06-18", "A 41-year-old driver was hurt Tuesday.", &["Tuesday|DATE|2014-06-17"]),
        (
            "en",
            "2014-06-18",
            "The rebels took the town in October 1997; six months later they lost it.",
            &["October 1997|DATE|1997-10", "six months later|DATE|1998-04"],
        ),
        (
            "en",
            "2014-06-18",
            "He was arrested on 14 July 2010 and freed three weeks later.",
            &["14 July 2010|DATE|2010-07-14", "three weeks later|DATE|2010-W31"],
        ),
    ]);
}

#[test]
fn english_invented_4() {
    hold(&[
        (
            "en",
            "2014-06-18",
            "The fire broke out on 2 August 2012. By the next morning the depot was gone.",
            &["2 August 2012|DATE|2012-08-02", "the next morning|TIME|2012-08-03TMO"],
        ),
        (
            "en",
            "2014-06-18",
            "The strike began on 9 January 2013. Earlier that week the owners had cut pay.",
            &["9 January 2013|DATE|2013-01-09", "Earlier that week|DATE|2013-W02"],
        ),
        (
            "en",
            "2014-06-18",
            "The strike started on 3 May 2011. Three days later, 200 workers were dismissed. The following week the mine closed.",
            &["3 May 2011|DATE|2011-05-03", "Three days later|DATE|2011-05-06", "The following week|DATE|2011-W19"],
        ),
        (
            "en",
            "2014-06-18",
            "Rivoire resigned on Sept. 14, 2012. The previous day, he had denied everything.",
            &["Sept. 14, 2012|DATE|2012-09-14", "The previous day|DATE|2012-09-13"],
        ),
        (
            "en",
            "2014-06-18",
            "The port fell on 22 January 1998. The night before, the garrison had left.",
            &["22 January 1998|DATE|1998-01-22", "The night before|TIME|1998-01-21TNI"],
        ),
        (
            "en",
            "2014-06-18",
            "In June 2005 the bank was sold. A month earlier it had reported a loss.",
            &["June 2005|DATE|2005-06", "A month earlier|DATE|2005-05"],
        ),
        (
            "en",
            "2014-06-18",
            "The law passed in 1994. It was repealed a decade later.",
            &["1994|DATE|1994", "a decade later|DATE|2004"],
        ),
        (
            "en",
            "2014-06-18",
            "The mayor was shot on 11 June 2013. That evening, crowds filled the square.",
            &["11 June 2013|DATE|2013-06-11", "That evening|TIME|2013-06-11TEV"],
        ),
        (
            "en",
            "2014-06-18",
            "The mayor was shot on 11 June 2013. The same day, the border was closed.",
            &["11 June 2013|DATE|2013-06-11", "The same day|DATE|2013-06-11"],
        ),
    ]);
}

#[test]
fn english_invented_5() {
    hold(&[
        (
            "en",
            "2014-06-18",
            "The overnight talks on Monday failed; they resumed Tuesday at dawn.",
            &["Monday|DATE|2014-06-16", "Tuesday|DATE|2014-06-17"],
        ),
        ("en", "2014-06-18", "Police moved in overnight Monday.", &["overnight Monday|TIME|2014-06-16TNI"]),
        ("en", "2014-06-18", "A vote is likely Friday, aides said.", &["Friday|DATE|2014-06-20"]),
        ("en", "2014-06-18", "The deadline was extended until midnight Thursday.", &["midnight Thursday|TIME|2014-06-19T24:00"]),
        (
            "en",
            "2014-06-18",
            "The museum is closed on Mondays and every other Sunday.",
            &["Mondays|SET|XXXX-WXX-1", "every other Sunday|SET|XXXX-WXX-7"],
        ),
        (
            "en",
            "2014-06-18",
            "The company expects a profit for the fourth quarter of fiscal 2014.",
            &["the fourth quarter of fiscal 2014|DATE|2014-Q4"],
        ),
        (
            "en",
            "2014-06-18",
            "By late 1989 the wall was gone; in early 1990 the party was renamed.",
            &["late 1989|DATE|1989", "early 1990|DATE|1990"],
        ),
        ("en", "2014-06-18", "The flood of '93 is remembered; that of 2002 was worse.", &["'93|DATE|1993", "2002|DATE|2002"]),
        ("en", "2014-06-18", "The verdict is expected a week from Monday.", &["a week from Monday|DATE|2014-06-30"]),
    ]);
}

#[test]
fn english_invented_6() {
    hold(&[
        ("en", "2014-06-18", "Room 1906 is on Route 1812, next to 1015 Palermo Street.", &[]),
        ("en", "2014-06-18", "The kids, aged 10 to 12, waited for 24 hours.", &["24 hours|DURATION|PT24H"]),
        ("en", "2014-06-18", "Summer hours apply; in winter the lake freezes.", &["winter|SET|XXXX-WI"]),
        (
            "en",
            "2014-06-18",
            "Elections in October of this year were postponed to next March.",
            &["October of this year|DATE|2014-10", "next March|DATE|2015-03"],
        ),
        ("en", "2014-06-18", "At 1430 GMT on Tuesday the army entered.", &["1430 GMT on Tuesday|TIME|2014-06-17T14:30"]),
        ("en", "2014-06-18", "Trading rose over the past two trading days.", &["the past two trading days|DURATION|P2D"]),
        (
            "en",
            "2014-06-18",
            "The mayor resigned on 3 May 2012. The evening before, she had met the owners.",
            &["3 May 2012|DATE|2012-05-03", "The evening before|TIME|2012-05-02TEV"],
        ),
        (
            "en",
            "2014-06-18",
            "The mayor resigned on 3 May 2012, and her deputy had left the night before.",
            &["3 May 2012|DATE|2012-05-03", "the night before|TIME|2012-05-02TNI"],
        ),
        ("en", "2014-06-18", "The night before the vote, nobody slept.", &[]),
    ]);
}

#[test]
fn english_invented_7() {
    hold(&[
        (
            "en",
            "2014-06-18",
            "Sales fell in the first quarter of 2013, and rose in the second quarter.",
            &["the first quarter of 2013|DATE|2013-Q1", "the second quarter|DATE|2013-Q2"],
        ),
        (
            "en",
            "2014-06-18",
            "The port, closed until 30 June, was opened on Monday; the same day it was closed again.",
            &["30 June|DATE|2014-06-30", "Monday|DATE|2014-06-16", "the same day|DATE|2014-06-16"],
        ),
        (
            "en",
            "2014-06-18",
            "The town has been besieged since 2 June. On Friday a convoy got in; the next day it left.",
            &["2 June|DATE|2014-06-02", "Friday|DATE|2014-06-13", "the next day|DATE|2014-06-14"],
        ),
    ]);
}
