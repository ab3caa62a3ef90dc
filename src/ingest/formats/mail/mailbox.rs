//! Mailboxes: messages one behind the other, each behind a line `From sender date` (mbox, RFC 4155). Each is an article.
//!
//! A line of a message that begins with `From ` was written with `>` before it, which goes. A long mailbox is read in parts: see `cuts`.

use crate::ingest::formats::documents::Press;
use crate::ingest::formats::mail;
use crate::ingest::formats::output::Output;

/// Why bytes are a mailbox.
pub(crate) fn recognize(bytes: &[u8]) -> Option<&'static str> {
    let bytes = without_mark(bytes);
    let end = bytes.iter().take(1000).position(|byte| *byte == b'\n')?;
    let (line, behind) = bytes.split_at_checked(end + 1)?;
    (opens_message(line) && mail::is_in_mailbox(behind)).then_some("it opens with a line `From` and the head of a message")
}

/// Reads a mailbox.
pub(crate) fn read(bytes: &[u8], press: Press, out: &mut Output<'_>) {
    for raw in messages(without_mark(bytes)) {
        let body = raw.iter().position(|byte| *byte == b'\n').and_then(|end| raw.get(end + 1..)).unwrap_or_default();
        mail::message(&unescaped(body), press, out, |out, draft| out.next(draft, raw));
    }
}

/// The bytes behind the mark of UTF-8, which some programs write into any text.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Whether `line`, which stands at the head of a mailbox or behind a blank line, opens a message: a sender, a clock and a year.
pub(crate) fn opens_message(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let clock =
        rest.windows(5).any(|five| matches!(five, [a, b, b':', c, d] if [a, b, c, d].iter().all(|digit| digit.is_ascii_digit())));
    let year = rest.windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    clock && year
}

/// The messages of a mailbox, each with the line before it.
fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let (mut starts, mut at, mut blank) = (Vec::new(), 0, true);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if blank && opens_message(line) {
            starts.push(at);
        }
        blank = matches!(line, b"\n" | b"\r\n");
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| bytes.get(*start..end)).collect()
}

/// A message without the `>` that was written before `From `.
fn unescaped(message: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(message.len());
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        let marks = line.iter().take_while(|byte| **byte == b'>').count();
        let escaped = marks > 0 && line.get(marks..).is_some_and(|rest| rest.starts_with(b"From "));
        plain.extend_from_slice(line.get(usize::from(escaped)..).unwrap_or_default());
    }
    plain
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn each_message_of_a_mailbox_is_an_article() {
        let text = "From a@b.example Tue Mar  9 18:00:00 2021\nSubject: Un\nFrom: Ana <a@b.example>\nDate: Tue, 09 Mar 2021 18:00:00 +0100\n\n\
                    Le premier texte.\n\n>From here on.\n\nFrom the start, nothing.\n\nFrom a@b.example Mon Mar 15 18:00:00 2021\nSubject: Deux\n\
                    From: Bob <b@b.example>\nDate: Mon, 15 Mar 2021 18:00:00 +0100\n\nLe second.\n";
        let reading = read_text("a", text);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(reading.taken.map(|taken| taken.format), Some("mailbox"));
        assert_eq!(&*first.body, "Le premier texte.\n\nFrom here on.\n\nFrom the start, nothing.");
        assert_eq!((&*second.title, second.place.to_string().as_str()), ("Deux", "a#2"));
        assert_eq!(second.published.date.to_string(), "2021-03-15");
    }

    #[test]
    fn a_short_head_is_one_behind_the_line_that_opens_a_message() {
        let head = "Comments: lettre\nContent-Type: text/html; charset=utf-8\n\n<p>Le pont rouvre.</p>\n";
        let reading = read_text("a", &format!("From a@b.example Mon Jun 01 04:28:28 2009\n{head}"));
        assert_eq!(reading.taken.map(|taken| taken.format), Some("mailbox"));
        assert_eq!(&*reading.articles[0].body, "Le pont rouvre.");
        assert_ne!(read_text("a", head).taken.map(|taken| taken.format), Some("mail"));
    }
}
