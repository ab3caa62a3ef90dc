//! Dates, their provenance and the state of a quotation in words, never more precise than they are.

use jiff::Timestamp;

use crate::export::dossier::ArticleFacts;
use crate::export::manner::ExportLang;
use crate::model::anchor::AnchorState;
use crate::model::date::{PartialDate, Precision, Provenance, PublicationDate};

/// The months by their numbers, in English and French.
const MONTHS: [[&str; 12]; 2] = [
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
];

/// A publication date as a citation gives it: `3 March 2024`, `March 2024`, `between 4 August 2020 and 18 August 2020`, `22 July 2020 or later`;
/// `undated` when it is not known.
#[must_use]
pub fn date(published: PublicationDate, lang: ExportLang) -> String {
    let told = |date| calendar(date, lang);
    match (published, lang) {
        (PublicationDate::Unknown, ExportLang::En) => "undated".to_owned(),
        (PublicationDate::Unknown, ExportLang::Fr) => "sans date".to_owned(),
        (PublicationDate::On(date), _) => told(date),
        (PublicationDate::Between(from, to), ExportLang::En) => format!("between {} and {}", told(from), told(to)),
        (PublicationDate::Between(from, to), ExportLang::Fr) => {
            // A day has its article in French, a month and a year have none.
            let placed =
                |date: PartialDate| if date.precision() == Precision::Day { format!("le {}", told(date)) } else { told(date) };
            format!("entre {} et {}", placed(from), placed(to))
        }
        (PublicationDate::Since(from), ExportLang::En) => format!("{} or later", told(from)),
        (PublicationDate::Since(from), ExportLang::Fr) => format!("{} ou plus tard", told(from)),
    }
}

/// A publication date as a citation gives it, marked when it was inferred.
#[must_use]
pub fn cited_date(facts: &ArticleFacts, lang: ExportLang) -> String {
    let date = date(facts.published, lang);
    match (facts.provenance, lang) {
        (Provenance::Inferred, ExportLang::En) => format!("{date} (inferred)"),
        (Provenance::Inferred, ExportLang::Fr) => format!("{date} (date déduite)"),
        _ => date,
    }
}

/// Where an article stood in print: its section and page, as far as they are known.
#[must_use]
pub fn printed(facts: &ArticleFacts) -> String {
    let page = if facts.page.is_empty() { String::new() } else { format!("p. {}", facts.page) };
    [facts.section.as_str(), &page].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A date in words, as far as it is known: `3 March 2024`, `1er mars 2024`, `mars 2024`.
#[must_use]
pub fn calendar(date: PartialDate, lang: ExportLang) -> String {
    match (date.parts(), lang) {
        ((year, None, _), _) => year.to_string(),
        ((year, Some(number), None), _) => format!("{} {year}", month(number, lang)),
        ((year, Some(number), Some(1)), ExportLang::Fr) => format!("1er {} {year}", month(number, lang)),
        ((year, Some(number), Some(day)), _) => format!("{day} {} {year}", month(number, lang)),
    }
}

/// The name of a month, from 1.
#[must_use]
pub fn month(number: u8, lang: ExportLang) -> &'static str {
    let [english, french] = &MONTHS;
    let names = if lang == ExportLang::Fr { french } else { english };
    names.get(usize::from(number).saturating_sub(1)).copied().unwrap_or_default()
}

/// How much of a publication date is known, in one word.
#[must_use]
pub fn precision(published: PublicationDate) -> &'static str {
    match published {
        PublicationDate::Unknown => "unknown",
        PublicationDate::On(date) => match date.precision() {
            Precision::Day => "day",
            Precision::Month => "month",
            _ => "year",
        },
        PublicationDate::Between(..) => "interval",
        PublicationDate::Since(_) => "lower bound",
    }
}

/// How a publication date is known, as a clause.
#[must_use]
pub fn provenance(facts: &ArticleFacts) -> String {
    let known = match facts.provenance {
        Provenance::User => "the reader said so",
        Provenance::Header => "a line at the head or foot of the text says it",
        Provenance::Metadata => "the file's metadata say it",
        Provenance::Filename => "the name of the file or folder says it",
        Provenance::Dateline => "the dateline says it",
        Provenance::Inferred if facts.evidence.is_empty() => "inferred from the text",
        Provenance::Inferred => return format!("inferred from {}", facts.evidence),
        Provenance::Unknown => "nothing says it",
    };
    known.to_owned()
}

/// A count of things by their name.
#[must_use]
pub fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// A moment in milliseconds since 1970 as RFC 3339 in UTC, always with three decimals.
#[must_use]
pub fn moment(millis: u64) -> String {
    let moment = i64::try_from(millis).ok().and_then(|millis| Timestamp::from_millisecond(millis).ok());
    moment.map(|moment| format!("{moment:.3}")).unwrap_or_default()
}

/// The milliseconds since 1970 that an RFC 3339 moment names; `None` when it is none, or before 1970.
#[must_use]
pub fn millis(moment: &str) -> Option<u64> {
    moment.parse::<Timestamp>().ok().and_then(|moment| u64::try_from(moment.as_millisecond()).ok())
}

/// What is to be said of a quotation whose words do not stand where they stood; empty when they do, or moved unchanged.
#[must_use]
pub fn state(state: AnchorState) -> &'static str {
    match state {
        AnchorState::Exact | AnchorState::Moved => "",
        AnchorState::Altered => "the text has changed since",
        AnchorState::Ambiguous => "several places fit",
        AnchorState::Orphan => "no longer in the text",
    }
}

/// [`state`] in the language of a dossier.
#[must_use]
pub fn state_in(of: AnchorState, lang: ExportLang) -> &'static str {
    match (of, lang) {
        (AnchorState::Altered, ExportLang::Fr) => "le texte a changé depuis",
        (AnchorState::Ambiguous, ExportLang::Fr) => "plusieurs endroits conviennent",
        (AnchorState::Orphan, ExportLang::Fr) => "n’est plus dans le texte",
        _ => state(of),
    }
}

#[cfg(test)]
mod tests {
    use super::{date, millis, moment};
    use crate::export::manner::ExportLang;
    use crate::model::date::{PartialDate, PublicationDate};

    #[test]
    fn moments_come_back() {
        assert_eq!(moment(1_710_000_000_007), "2024-03-09T16:00:00.007Z");
        assert_eq!(millis(&moment(1_710_000_000_000)), Some(1_710_000_000_000));
        assert_eq!(millis("2024-03-09T17:00:00.007+01:00"), Some(1_710_000_000_007));
        assert_eq!(millis("yesterday"), None);
    }

    #[test]
    fn dates_keep_their_precision_in_words() {
        let parse = |text| PartialDate::parse(text).unwrap();
        let on = |text| date(PublicationDate::On(parse(text)), ExportLang::En);
        assert_eq!([on("2024-03-03"), on("2024-03"), on("2024")], ["3 March 2024", "March 2024", "2024"]);
        let between = PublicationDate::Between(parse("2020-08-04"), parse("2020-08"));
        assert_eq!(date(between, ExportLang::En), "between 4 August 2020 and August 2020");
        assert_eq!(date(between, ExportLang::Fr), "entre le 4 août 2020 et août 2020");
        assert_eq!(date(PublicationDate::Since(parse("2020-07-22")), ExportLang::En), "22 July 2020 or later");
        assert_eq!(date(PublicationDate::Unknown, ExportLang::En), "undated");
        let french = |text| date(PublicationDate::On(parse(text)), ExportLang::Fr);
        assert_eq!([french("2024-03-01"), french("2024-08")], ["1er mars 2024", "août 2024"]);
    }
}
