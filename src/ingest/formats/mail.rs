//! Mail and news messages kept as text: a head of `Name: value` lines (RFC 5322), a blank line, the text.

use crate::ingest::draft::{Declared, Draft};
use crate::ingest::formats::plain;
use crate::text::sanitize::sanitize;

/// The draft of a message; `None` when `text` opens with no such head.
#[must_use]
pub fn draft(text: &str) -> Option<Draft> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut rest = text.trim_start_matches('\u{feff}');
    loop {
        let (line, behind) = rest.split_once('\n')?;
        rest = behind;
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            break;
        }
        match fields.last_mut() {
            // A line that begins with white space goes on with the field above.
            Some((_, value)) if line.starts_with([' ', '\t']) => *value = format!("{value} {}", line.trim()),
            // The separator of messages in a mailbox file.
            None if line.starts_with("From ") => {}
            _ => fields.push(field(line)?),
        }
    }
    let value = |name: &str| {
        let (_, value) = fields.iter().find(|(known, _)| known == name)?;
        Some(sanitize(value).trim().to_owned()).filter(|value| !value.is_empty())
    };
    let (sender, subject, date) = (value("from"), value("subject"), value("date"));
    (fields.len() >= 2 && subject.is_some() && (sender.is_some() || date.is_some())).then_some(())?;
    let author = sender.map(|sender| sender.split('<').next().unwrap_or_default().trim_matches(['"', ' ']).to_owned());
    let author = author.filter(|author| !author.is_empty() && !author.contains('@'));
    let declared = Declared { title: subject, date, author, ..Declared::default() };
    Some(Draft { declared, lines: plain::lines(rest), ..Draft::default() })
}

/// `Content-Type: text/plain`: a name of letters and hyphens, a colon, and something behind.
fn field(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let plain = !name.is_empty() && name.len() <= 40 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    plain.then(|| (name.to_ascii_lowercase(), value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::draft;

    #[test]
    fn a_message_says_its_subject_date_and_sender() {
        let found =
            draft("From: \"Anne Martin\" <a@b.fr>\nSubject: Le budget\n est adopté\nDate: Thu, 15 Aug 2013\n\nLe texte.\n")
                .unwrap();
        assert_eq!(found.declared.title.as_deref(), Some("Le budget est adopté"));
        assert_eq!((found.declared.author.as_deref(), found.lines.places.len()), (Some("Anne Martin"), 1));
        assert!(draft("Monde: la crise\nDate: 2013-08-15\n\nLe texte.").is_none());
        assert!(draft("Un titre\n\nLe texte.").is_none());
    }
}
