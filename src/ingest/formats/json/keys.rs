//! What the keys of a map say of the articles below them: their day, or the site they are from.

use serde_json::Value;

use crate::ingest::formats::fields;

/// What the keys on the way to an article say.
#[derive(Clone, Copy, Default)]
pub(super) struct Keys<'a> {
    day: Option<&'a str>,
    host: Option<&'a str>,
}

impl<'a> Keys<'a> {
    /// The same with one `key` more.
    pub(super) fn below(self, key: &'a str) -> Self {
        if is_day(key) {
            return Self { day: Some(key), ..self };
        }
        Self { host: Some(key).filter(|key| is_host(key)).or(self.host), ..self }
    }

    /// `value`, which says itself what it is if it does, else as its keys do.
    pub(super) fn put(self, mut value: Value) -> Value {
        if self.day.or(self.host).is_some()
            && let Some(record) = value.as_object_mut()
        {
            let declared = fields::declared(record);
            if let Some(day) = self.day.filter(|_| declared.date.is_none()) {
                record.insert("date".to_owned(), day.into());
            }
            if let Some(host) = self.host.filter(|_| declared.outlet.is_none()) {
                record.insert("source".to_owned(), host.into());
            }
        }
        value
    }
}

/// Whether `key` is a day as ISO 8601 writes it, with or without its signs.
fn is_day(key: &str) -> bool {
    let mut parts = match key.split(['-', '/']).collect::<Vec<_>>().as_slice() {
        [year, month, day] => [*year, *month, *day],
        [whole] if whole.len() == 8 => [whole.get(..4), whole.get(4..6), whole.get(6..)].map(Option::unwrap_or_default),
        _ => return false,
    }
    .map(|part| part.parse::<u16>().unwrap_or_default())
    .into_iter();
    let mut next = || parts.next().unwrap_or_default();
    (1600..2200).contains(&next()) && (1..=12).contains(&next()) && (1..=31).contains(&next())
}

/// Whether `key` is the name of a site, not that of a file.
fn is_host(key: &str) -> bool {
    const FILES: [&str; 9] = ["txt", "json", "jsonl", "html", "htm", "xml", "pdf", "csv", "md"];
    let Some((name, ending)) = key.rsplit_once('.') else { return false };
    let is_name = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_ending = ending.len() > 1 && ending.chars().all(char::is_alphabetic) && !FILES.contains(&ending);
    is_ending && name.split('.').all(is_name) && name.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::{is_day, is_host};

    #[test]
    fn days_and_sites_are_told_from_other_keys() {
        assert!(["2021-03-04", "20210304", "1914/08/02"].into_iter().all(is_day));
        assert!(!["2021-13-04", "12345678", "2021-03", "un-deux-trois", ""].into_iter().any(is_day));
        assert!(["lemonde.fr", "www.bbc.co.uk"].into_iter().all(is_host));
        assert!(!["pont.txt", "1.2", "M. Dupont", "articles", ".fr"].into_iter().any(is_host));
    }
}
