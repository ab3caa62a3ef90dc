//! Sentences as the English press writes them: agency reports, history, local news.

use crate::hold;

#[test]
fn english_press_calendar() {
    hold(&[
        ("en", "2020-08-19", "The treaty was signed on July 22, 1920, in Paris.", &["July 22, 1920|DATE|1920-07-22"]),
        ("en", "2020-08-19", "The strike began on February 1st.", &["February 1st|DATE|2020-02-01"]),
        ("en", "2020-08-19", "He was born on 5 March 1815.", &["5 March 1815|DATE|1815-03-05"]),
        ("en", "2020-08-19", "He was born on the 5th of March, 1815.", &["the 5th of March, 1815|DATE|1815-03-05"]),
        ("en", "2020-08-19", "After the Sept. 11, 2001 attacks, everything changed.", &["Sept. 11, 2001|DATE|2001-09-11"]),
        ("en", "2020-08-19", "The deadline is 09/30/2020.", &["09/30/2020|DATE|2020-09-30"]),
        ("en", "2020-08-19", "Updated 2020-03-08.", &["2020-03-08|DATE|2020-03-08"]),
        ("en", "2020-08-19", "In March 2011, the revolt broke out.", &["March 2011|DATE|2011-03"]),
        ("en", "2020-08-19", "He was elected in May.", &["May|DATE|2020-05"]),
        ("en", "2020-08-19", "Voters will go to the polls in November.", &["November|DATE|2020-11"]),
        ("en", "2020-08-19", "The 1960s were a time of change.", &["The 1960s|DATE|196"]),
        ("en", "2020-08-19", "In the '80s, the factory employed thousands.", &["the '80s|DATE|198"]),
        ("en", "2020-08-19", "In the 80s, the factory employed thousands.", &["the 80s|DATE|198"]),
        ("en", "2020-08-19", "The nineties saw the wall come down.", &["The nineties|DATE|199"]),
        ("en", "2020-08-19", "In the early 1990s, the mine closed.", &["the early 1990s|DATE|199"]),
        ("en", "2020-08-19", "The church dates from the 12th century.", &["the 12th century|DATE|11"]),
        ("en", "2020-08-19", "The nineteenth century was an age of steam.", &["The nineteenth century|DATE|18"]),
        ("en", "2020-08-19", "Profits rose in the second quarter of 2019.", &["the second quarter of 2019|DATE|2019-Q2"]),
        ("en", "2020-08-19", "Profits rose in the second quarter.", &["the second quarter|DATE|2020-Q2"]),
        ("en", "2020-08-19", "Sales fell in the first half of 2018.", &["the first half of 2018|DATE|2018-H1"]),
        ("en", "2020-08-19", "In the spring of 2003, troops entered Baghdad.", &["the spring of 2003|DATE|2003-SP"]),
        ("en", "2020-08-19", "In summer 2014, Mosul fell.", &["summer 2014|DATE|2014-SU"]),
        ("en", "2020-08-19", "Last fall, the court threw out the case.", &["Last fall|DATE|2019-FA"]),
        ("en", "2020-08-19", "Last winter was mild.", &["Last winter|DATE|2019-WI"]),
        ("en", "2020-08-19", "The trial opens this fall.", &["this fall|DATE|2020-FA"]),
    ]);
}

#[test]
fn english_press_weekdays_and_hours() {
    hold(&[
        ("en", "2020-08-19", "The mayor resigned Friday.", &["Friday|DATE|2020-08-14"]),
        ("en", "2020-08-19", "The council will meet Friday.", &["Friday|DATE|2020-08-21"]),
        ("en", "2020-08-19", "The march on Friday, August 14 drew thousands.", &["Friday, August 14|DATE|2020-08-14"]),
        ("en", "2020-08-19", "Police said on Tuesday night that two men died.", &["Tuesday night|TIME|2020-08-18TNI"]),
        ("en", "2020-08-19", "He was arrested last Tuesday.", &["last Tuesday|DATE|2020-08-18"]),
        ("en", "2020-08-19", "The talks resume next Tuesday.", &["next Tuesday|DATE|2020-08-25"]),
        ("en", "2020-08-19", "At noon, the sirens sounded.", &["noon|TIME|2020-08-19T12:00"]),
        ("en", "2020-08-19", "The blast happened at about 3:15 a.m. local time.", &["3:15 a.m.|TIME|2020-08-19T03:15"]),
        ("en", "2020-08-19", "The blast happened shortly before 3pm.", &["3pm|TIME|2020-08-19T15:00"]),
        ("en", "2020-08-19", "He arrived early this morning.", &["early this morning|TIME|2020-08-19TMO"]),
        ("en", "2020-08-19", "He spoke last night on television.", &["last night|TIME|2020-08-18TNI"]),
        ("en", "2020-08-19", "The vote is expected tonight.", &["tonight|TIME|2020-08-19TNI"]),
        ("en", "2020-08-19", "Tomorrow morning the ferry leaves.", &["Tomorrow morning|TIME|2020-08-20TMO"]),
        (
            "en",
            "2020-08-19",
            "The fair ran from March 3 to March 17, 1998.",
            &["March 3|DATE|1998-03-03", "March 17, 1998|DATE|1998-03-17"],
        ),
    ]);
}

#[test]
fn english_press_ranges_and_parts() {
    hold(&[
        ("en", "2020-08-19", "The fair ran from 3 to 17 March 1998.", &["3|DATE|1998-03-03", "17 March 1998|DATE|1998-03-17"]),
        (
            "en",
            "2020-08-19",
            "Between October 2019 and late July, 600 protesters were killed.",
            &["October 2019|DATE|2019-10", "late July|DATE|2020-07"],
        ),
        ("en", "2020-08-19", "The war of 1914-1918 emptied the countryside.", &["1914|DATE|1914", "1918|DATE|1918"]),
        ("en", "2020-08-19", "The war of 1914-18 emptied the countryside.", &["1914|DATE|1914", "18|DATE|1918"]),
        ("en", "2020-08-19", "He ruled from 1979 until 2003.", &["1979|DATE|1979", "2003|DATE|2003"]),
        ("en", "2020-08-19", "Schools stayed shut from March to May 2020.", &["March|DATE|2020-03", "May 2020|DATE|2020-05"]),
        ("en", "2020-08-19", "In early June, prices doubled.", &["early June|DATE|2020-06"]),
        ("en", "2020-08-19", "In mid-March 2019, the mayor gave in.", &["mid-March 2019|DATE|2019-03"]),
        ("en", "2020-08-19", "By the end of 2019, the protests had begun.", &["the end of 2019|DATE|2019"]),
        ("en", "2020-08-19", "By the end of the month the road will reopen.", &["the end of the month|DATE|2020-08"]),
    ]);
}

#[test]
fn english_press_relative_times() {
    hold(&[
        ("en", "2020-08-19", "The day before yesterday shots were heard.", &["The day before yesterday|DATE|2020-08-17"]),
        ("en", "2020-08-19", "Three years ago, the city was freed.", &["Three years ago|DATE|2017"]),
        ("en", "2020-08-19", "More than 20 years ago, the plant closed.", &["More than 20 years ago|DATE|2000"]),
        ("en", "2020-08-19", "Two weeks ago he was free.", &["Two weeks ago|DATE|2020-W32"]),
        ("en", "2020-08-19", "The trial opens in three weeks.", &["three weeks|DURATION|P3W"]),
        (
            "en",
            "2020-08-19",
            "Elected on June 3, 2007, he resigned two years later.",
            &["June 3, 2007|DATE|2007-06-03", "two years later|DATE|2009"],
        ),
        (
            "en",
            "2020-08-19",
            "He was shot on June 3, 2007 and died the next day.",
            &["June 3, 2007|DATE|2007-06-03", "the next day|DATE|2007-06-04"],
        ),
        (
            "en",
            "2020-08-19",
            "He was shot on June 3, 2007. The previous day he had spoken of peace.",
            &["June 3, 2007|DATE|2007-06-03", "The previous day|DATE|2007-06-02"],
        ),
        (
            "en",
            "2020-08-19",
            "He was shot on June 3, 2007 and died two days later.",
            &["June 3, 2007|DATE|2007-06-03", "two days later|DATE|2007-06-05"],
        ),
    ]);
}

#[test]
fn english_press_relative_times_continued() {
    hold(&[
        (
            "en",
            "2020-08-19",
            "On June 3, 2007 the army attacked. That night, the city burned.",
            &["June 3, 2007|DATE|2007-06-03", "That night|TIME|2007-06-03TNI"],
        ),
        (
            "en",
            "2020-08-19",
            "On June 3, 2007 the army attacked. Ten days earlier, talks had failed.",
            &["June 3, 2007|DATE|2007-06-03", "Ten days earlier|DATE|2007-05-24"],
        ),
        ("en", "2020-08-19", "He was named last week.", &["last week|DATE|2020-W33"]),
        ("en", "2020-08-19", "Next month the tax goes up.", &["Next month|DATE|2020-09"]),
        ("en", "2020-08-19", "Next year the stadium will be rebuilt.", &["Next year|DATE|2021"]),
        ("en", "2020-08-19", "The harvest is poor this year.", &["this year|DATE|2020"]),
        ("en", "2020-08-19", "Last weekend three sailors drowned.", &["Last weekend|DATE|2020-W33-WE"]),
        ("en", "2020-08-19", "Over the past 10 years, the population has doubled.", &["the past 10 years|DURATION|P10Y"]),
        ("en", "2020-08-19", "Over the last few weeks, prices have soared.", &["the last few weeks|DURATION|PXW"]),
        (
            "en",
            "2020-08-19",
            "In 2015 he left the party. The following year he founded his own.",
            &["2015|DATE|2015", "The following year|DATE|2016"],
        ),
        (
            "en",
            "2020-08-19",
            "In 2015 he left the party. That same year he founded his own.",
            &["2015|DATE|2015", "That same year|DATE|2015"],
        ),
    ]);
}

#[test]
fn english_press_lengths_sets_and_feasts() {
    hold(&[
        ("en", "2020-08-19", "The ceremony lasted an hour and a half.", &["an hour and a half|DURATION|PT1H30M"]),
        ("en", "2020-08-19", "He was held for two and a half years.", &["two and a half years|DURATION|P2Y6M"]),
        ("en", "2020-08-19", "He has been in jail for more than six months.", &["more than six months|DURATION|P6M"]),
        ("en", "2020-08-19", "A three-day conference ends today.", &["three-day|DURATION|P3D", "today|DATE|2020-08-19"]),
        ("en", "2020-08-19", "He was sentenced to 18 months in prison.", &["18 months|DURATION|P18M"]),
        ("en", "2020-08-19", "The curfew will last 48 hours.", &["48 hours|DURATION|PT48H"]),
        ("en", "2020-08-19", "Every Monday she visits the prisoner.", &["Every Monday|SET|XXXX-WXX-1"]),
        ("en", "2020-08-19", "The council meets every two years.", &["every two years|SET|P2Y"]),
        ("en", "2020-08-19", "He calls three times a week.", &["a week|SET|P1W"]),
        (
            "en",
            "2020-08-19",
            "The pool opens on Wednesdays and Saturdays.",
            &["Wednesdays|SET|XXXX-WXX-3", "Saturdays|SET|XXXX-WXX-6"],
        ),
        ("en", "2020-08-19", "Christmas Day was quiet.", &["Christmas Day|DATE|2019-12-25"]),
        ("en", "2020-08-19", "The troops will be home by Christmas.", &["Christmas|DATE|2020-12-25"]),
        ("en", "2020-08-19", "On Christmas Eve 2015, it snowed.", &["Christmas Eve 2015|DATE|2015-12-24"]),
        ("en", "2020-08-19", "On Easter Monday, the Pope said mass.", &["Easter Monday|DATE|2020-04-13"]),
        ("en", "2020-08-19", "On Easter Sunday 2019, bombs went off.", &["Easter Sunday 2019|DATE|2019-04-21"]),
        (
            "en",
            "2020-08-19",
            "New Year's Eve will be quiet this year.",
            &["New Year's Eve|DATE|2020-12-31", "this year|DATE|2020"],
        ),
        ("en", "2020-08-19", "On New Year's Day, fireworks lit the sky.", &["New Year's Day|DATE|2020-01-01"]),
        ("en", "2020-08-19", "Good Friday fell on April 10.", &["Good Friday|DATE|2020-04-10", "April 10|DATE|2020-04-10"]),
        ("en", "2020-08-19", "On Martin Luther King Day, banks were closed.", &["Martin Luther King Day|DATE|2020-01-20"]),
        ("en", "2020-08-19", "Memorial Day was rainy.", &["Memorial Day|DATE|2020-05-25"]),
        ("en", "2020-08-19", "Veterans Day parades are planned.", &["Veterans Day|DATE|2020-11-11"]),
        ("en", "2020-08-19", "Recent weeks have seen heavy fighting.", &["Recent weeks|DATE|PAST_REF"]),
        (
            "en",
            "2020-08-19",
            "It has happened before and will happen again in the near future.",
            &["the near future|DATE|FUTURE_REF"],
        ),
    ]);
}

#[test]
fn english_press_lengths_sets_and_feasts_continued() {
    hold(&[
        (
            "en",
            "2020-08-19",
            "\"I saw him on Monday,\" she said Tuesday.",
            &["Monday|DATE|2020-08-17", "Tuesday|DATE|2020-08-18"],
        ),
        ("en", "2020-08-19", "He said he would leave on Thursday.", &["Thursday|DATE|2020-08-20"]),
        ("en", "2020-08-19", "The bank reported earnings on Thursday that beat forecasts.", &["Thursday|DATE|2020-08-13"]),
        ("en", "2020-08-19", "On Jan. 3, the general was killed.", &["Jan. 3|DATE|2020-01-03"]),
        ("en", "2020-08-19", "The hearing is set for Jan. 3.", &["Jan. 3|DATE|2021-01-03"]),
        ("en", "2020-08-19", "The court hears the case in December.", &["December|DATE|2020-12"]),
        ("en", "2020-08-19", "Since December, the rules have changed.", &["December|DATE|2019-12"]),
        ("en", "2020-08-19", "The ban was imposed last December.", &["last December|DATE|2019-12"]),
        ("en", "2020-08-19", "Elections are due next May.", &["next May|DATE|2021-05"]),
        ("en", "2020-08-19", "It was the worst storm in more than a century.", &["more than a century|DURATION|P100Y"]),
        ("en", "2020-08-19", "A decade ago the town was quiet.", &["A decade ago|DATE|2010"]),
        ("en", "2020-08-19", "It was half a century ago.", &["half a century ago|DATE|1970"]),
        ("en", "2020-08-19", "The half-hour meeting ended badly.", &["half-hour|DURATION|PT30M"]),
        ("en", "2020-08-19", "For the first time in four years, it snowed.", &["four years|DURATION|P4Y"]),
        ("en", "2020-08-19", "Within hours, the square was full.", &["hours|DURATION|PTXH"]),
        ("en", "2020-08-19", "In the coming days, talks will resume.", &["the coming days|DATE|FUTURE_REF"]),
        ("en", "2020-08-19", "One day last week he vanished.", &["last week|DATE|2020-W33"]),
        ("en", "2020-08-19", "Earlier this month, the bank failed.", &["Earlier this month|DATE|2020-08"]),
        ("en", "2020-08-19", "Later that day, he was freed.", &["Later that day|DATE|2020-08-19"]),
        ("en", "2020-08-19", "Sunday's vote was close.", &["Sunday|DATE|2020-08-16"]),
        ("en", "2020-08-19", "Today's newspapers are silent.", &["Today|DATE|2020-08-19"]),
        ("en", "2020-08-19", "It will be ready in time for the 2024 Olympics.", &["2024|DATE|2024"]),
        ("en", "2020-08-19", "Ramadan began on April 24.", &["April 24|DATE|2020-04-24"]),
        (
            "en",
            "2020-08-19",
            "On the afternoon of August 4, a fire broke out.",
            &["the afternoon of August 4|TIME|2020-08-04TAF"],
        ),
        ("en", "2020-08-19", "On the night of August 4, a fire broke out.", &["the night of August 4|TIME|2020-08-04TNI"]),
        ("en", "2020-08-19", "The week of March 6 was quiet.", &["The week of March 6|DATE|2020-W10"]),
        ("en", "2020-08-19", "They met in the first week of May.", &["the first week of May|DATE|2020-W19"]),
        ("en", "2020-08-19", "It rained in the last week of April 2012.", &["the last week of April 2012|DATE|2012-W17"]),
    ]);
}

#[test]
fn english_press_in_the_narrative() {
    hold(&[
        (
            "en",
            "2020-08-19",
            "On March 3, 2015, the army attacked. \"I got here Monday,\" a witness said. The next day, the town fell.",
            &["March 3, 2015|DATE|2015-03-03", "Monday|DATE|2020-08-17", "The next day|DATE|2015-03-04"],
        ),
        ("en", "2020-08-19", "By mid-2019, sales had doubled.", &["mid-2019|DATE|2019"]),
        ("en", "2020-08-19", "In the late 19th century, the mill burned.", &["the late 19th century|DATE|18"]),
        ("en", "2020-08-19", "He was seen this past Monday.", &["this past Monday|DATE|2020-08-17"]),
        ("en", "2020-08-19", "The clinic is open 24 hours a day.", &["24 hours|DURATION|PT24H", "a day|SET|P1D"]),
        ("en", "2020-08-19", "The clinic is open 24 hours.", &["24 hours|DURATION|PT24H"]),
        ("en", "2020-08-19", "Smith (1843-1911) was mayor.", &["1843|DATE|1843", "1911|DATE|1911"]),
        ("en", "2020-08-19", "On Tuesday, August 18, 2020, he left.", &["Tuesday, August 18, 2020|DATE|2020-08-18"]),
        ("en", "2020-08-19", "It opened in the summer of '69.", &["the summer of '69|DATE|1969-SU"]),
        ("en", "2020-08-19", "They met at 10 a.m. Monday in the square.", &["10 a.m. Monday|TIME|2020-08-17T10:00"]),
        ("en", "2020-08-19", "They met Monday morning.", &["Monday morning|TIME|2020-08-17TMO"]),
        ("en", "2020-08-19", "Sales rose 3 percent from a year earlier.", &["a year earlier|DATE|2019"]),
        ("en", "2020-08-19", "The firm expects growth in the next few years.", &["the next few years|DURATION|PXY"]),
        ("en", "2020-08-19", "Two days ago, he was well.", &["Two days ago|DATE|2020-08-17"]),
        ("en", "2020-08-19", "The previous week he had been ill.", &["The previous week|DATE|2020-W33"]),
        ("en", "2020-08-19", "It was the first such attack since 2017.", &["2017|DATE|2017"]),
        ("en", "2020-08-19", "The law takes effect Jan. 1.", &["Jan. 1|DATE|2021-01-01"]),
        ("en", "2020-08-19", "The deal, signed in 2015, expires in 2025.", &["2015|DATE|2015", "2025|DATE|2025"]),
        ("en", "2020-08-19", "She was born in 1931 and died in 1999.", &["1931|DATE|1931", "1999|DATE|1999"]),
        ("en", "2020-08-19", "He has 12 days to appeal.", &["12 days|DURATION|P12D"]),
        ("en", "2020-08-19", "The 30-day deadline passed.", &["30-day|DURATION|P30D"]),
        ("en", "2020-08-19", "It was late Friday afternoon.", &["late Friday afternoon|TIME|2020-08-14TAF"]),
        ("en", "2020-08-19", "By early Saturday, the fire was out.", &["early Saturday|DATE|2020-08-15"]),
        ("en", "2020-08-19", "Nov. 4 is the deadline.", &["Nov. 4|DATE|2020-11-04"]),
        ("en", "2020-08-19", "At this time last year, it snowed.", &["last year|DATE|2019"]),
        ("en", "2020-08-19", "The month-long strike ended.", &["month-long|DURATION|P1M"]),
        ("en", "2020-08-19", "The weeklong strike ended.", &["weeklong|DURATION|P1W"]),
        ("en", "2020-08-19", "A half hour later he was gone.", &["A half hour later|DATE|2020-08-19"]),
        (
            "en",
            "2020-08-19",
            "The police said Saturday they will charge him Monday.",
            &["Saturday|DATE|2020-08-15", "Monday|DATE|2020-08-24"],
        ),
        ("en", "2020-08-19", "Thousands rallied over the weekend.", &["the weekend|DATE|2020-W33-WE"]),
        ("en", "2020-08-19", "He won in the 2016 election.", &["2016|DATE|2016"]),
        ("en", "2020-08-19", "So far this year, 30 have died.", &["this year|DATE|2020"]),
        ("en", "2020-08-19", "It closed in May of 2011.", &["May of 2011|DATE|2011-05"]),
    ]);
}

#[test]
fn english_press_that_tells_no_time() {
    hold(&[
        ("en", "2020-08-19", "The shop is open 9 to 5.", &[]),
        ("en", "2020-08-19", "Overnight, shells hit the port.", &[]),
        ("en", "2020-08-19", "The two-year-old law was repealed.", &[]),
        ("en", "2020-08-19", "Some 2,500 soldiers were withdrawn.", &[]),
        ("en", "2020-08-19", "The rent is 1990 euros.", &[]),
        ("en", "2020-08-19", "Resolution 1701 was adopted.", &[]),
        ("en", "2020-08-19", "Flight 2018 was delayed.", &[]),
        ("en", "2020-08-19", "They may march on the capital.", &[]),
        ("en", "2020-08-19", "Theresa May lost the vote.", &[]),
        ("en", "2020-08-19", "Prime Minister May lost the vote.", &[]),
        ("en", "2020-08-19", "May said she would resign.", &[]),
        ("en", "2020-08-19", "The rover landed on Mars.", &[]),
        ("en", "2020-08-19", "Thousands took part in the march on Washington.", &[]),
        ("en", "2020-08-19", "A march of 2000 people blocked the road.", &[]),
        ("en", "2020-08-19", "April Jones, a nurse, was hurt.", &[]),
        ("en", "2020-08-19", "August Wilson wrote the play.", &[]),
        ("en", "2020-08-19", "He lives at 1945 Elm Street.", &[]),
        ("en", "2020-08-19", "John Smith, 45, was hurt.", &[]),
        ("en", "2020-08-19", "The 45-year-old was hurt.", &[]),
        ("en", "2020-08-19", "The prices fall sharply.", &[]),
        ("en", "2020-08-19", "The second man ran away.", &[]),
        ("en", "2020-08-19", "About 1500 people marched.", &[]),
        ("en", "2020-08-19", "The Boeing 2020 deal collapsed.", &[]),
        ("en", "2020-08-19", "Call 555 2020 for tickets.", &[]),
        ("en", "2020-08-19", "He worked day and night.", &[]),
        ("en", "2020-08-19", "In his 20s, he moved to Paris.", &[]),
        ("en", "2020-08-19", "Since then, prices have doubled.", &[]),
    ]);
}
