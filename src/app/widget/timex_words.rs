//! What an expression of time means, in words: its TIMEX3 value (`P3M`, `2019-09-25TNI`) as the page of dates says it. Data keep the value.

use crate::tr;

/// `value` in words; as it stands where it is a plain date already, or says something that has no words here.
pub(crate) fn timex_words(value: &str) -> String {
    moment(value)
        .or_else(|| length(value))
        .or_else(|| portion(value))
        .or_else(|| span_of_years(value))
        .unwrap_or_else(|| value.to_owned())
}

/// `PRESENT_REF`, and a part of a day or an hour of it: `2019-09-25TNI`, `2019-09-25T14:30`.
fn moment(value: &str) -> Option<String> {
    let whole = match value {
        "PRESENT_REF" => tr!("now"),
        "PAST_REF" => tr!("in the past"),
        "FUTURE_REF" => tr!("in the future"),
        _ => "",
    };
    if !whole.is_empty() {
        return Some(whole.to_owned());
    }
    let (day, part) = value.split_once('T').filter(|(day, _)| is_day(day))?;
    Some(match part {
        "MO" => tr!("{day}, in the morning", day),
        "AF" => tr!("{day}, in the afternoon", day),
        "EV" => tr!("{day}, in the evening", day),
        "NI" => tr!("{day}, in the night", day),
        "DT" => tr!("{day}, by day", day),
        hour => tr!("{day}, at {hour}", day, hour),
    })
}

fn is_day(text: &str) -> bool {
    text.len() == "2019-09-25".len() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// `P3M`, `PT2H`, `P2WE`: so many of one unit. Lengths of several units, and amounts that are not told, have none here.
fn length(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (rest, of_clock) = rest.strip_prefix('T').map_or((rest, false), |rest| (rest, true));
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (count, unit) = rest.split_at_checked(digits)?;
    let n: u64 = count.parse().ok()?;
    Some(match (of_clock, unit) {
        (false, "Y") => tr!("{n} year" | "{n} years", n),
        (false, "M") => tr!("{n} month" | "{n} months", n),
        (false, "W") => tr!("{n} week" | "{n} weeks", n),
        (false, "WE") => tr!("{n} week-end" | "{n} week-ends", n),
        (false, "D") => tr!("{n} day" | "{n} days", n),
        (true, "H") => tr!("{n} hour" | "{n} hours", n),
        (true, "M") => tr!("{n} minute" | "{n} minutes", n),
        (true, "S") => tr!("{n} second" | "{n} seconds", n),
        _ => return None,
    })
}

/// A part of a year that is known: `2020-W34`, `2020-W34-WE`, `2020-FA`, `2020-Q2`, `2020-H1`.
fn portion(value: &str) -> Option<String> {
    let (year, part) = value.split_once('-').filter(|(year, _)| is_year(year))?;
    let number = |lead: char| part.strip_prefix(lead)?.parse::<u8>().ok();
    if let Some(week) = part.strip_prefix('W').and_then(|week| week.strip_suffix("-WE")) {
        return Some(tr!("week-end of week {week} of {year}", week, year));
    }
    if let Some(week) = number('W') {
        return Some(tr!("week {week} of {year}", week, year));
    }
    if let Some(nth) = number('Q') {
        return Some(tr!("quarter {nth} of {year}", nth, year));
    }
    if let Some(nth) = number('H') {
        return Some(tr!("half {nth} of {year}", nth, year));
    }
    Some(match part {
        "SP" => tr!("spring {year}", year),
        "SU" => tr!("summer {year}", year),
        "FA" => tr!("autumn {year}", year),
        "WI" => tr!("winter {year}", year),
        _ => return None,
    })
}

fn is_year(text: &str) -> bool {
    text.len() == "2020".len() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `198` for ten years, `19` for a hundred.
fn span_of_years(value: &str) -> Option<String> {
    let number: u16 = value.parse().ok()?;
    match value.len() {
        3 => Some(tr!("the years {first} to {last}", first = number * 10, last = number * 10 + 9)),
        2 => Some(tr!("the years {first} to {last}", first = number * 100, last = number * 100 + 99)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::timex_words;
    use crate::locale::Locale;

    #[test]
    fn values_are_told_in_words() {
        for (value, words) in [
            ("2019-09-25", "2019-09-25"),
            ("2020-05", "2020-05"),
            ("2020", "2020"),
            ("2019-09-25TNI", "2019-09-25, in the night"),
            ("2019-09-25T14:30", "2019-09-25, at 14:30"),
            ("P3M", "3 months"),
            ("P1D", "1 day"),
            ("PT2H", "2 hours"),
            ("PXD", "PXD"),
            ("PRESENT_REF", "now"),
            ("2020-W34", "week 34 of 2020"),
            ("2020-W34-WE", "week-end of week 34 of 2020"),
            ("2020-FA", "autumn 2020"),
            ("2020-Q2", "quarter 2 of 2020"),
            ("198", "the years 1980 to 1989"),
            ("19", "the years 1900 to 1999"),
            ("XXXX-WXX-5", "XXXX-WXX-5"),
        ] {
            assert_eq!(timex_words(value), words, "{value}");
        }
        Locale::named("fr").unwrap().within(|| assert_eq!(timex_words("P3M"), "3 mois"));
    }
}
