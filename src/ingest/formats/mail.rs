//! Mail: one message with its MIME parts (RFC 5322, RFC 2045 to 2049), as `.eml`, in a Maildir, or with the count that Apple Mail writes.
//!
//! The head gives the fields, the best of its parts the text. Mailboxes of several messages are `mailbox`'s, saved pages `mhtml`'s; both
//! stand in this room and come here for messages and parts. The syntax of MIME is read by `mailparse`.

mod head;
pub(crate) mod mailbox;
pub(crate) mod mhtml;
pub(crate) mod parts;
mod written;

use mailparse::{MailHeaderMap as _, ParsedMail, parse_mail};

use crate::ingest::draft::{Declared, Draft};
use crate::ingest::formats::databases::record::tidy;
use crate::ingest::formats::date;
use crate::ingest::formats::documents::Press;
use crate::ingest::formats::mail::parts::{MailText, gather, others};
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::source::decode::decode;

/// Why bytes are a message.
pub(crate) fn recognize(bytes: &[u8]) -> Option<&'static str> {
    head::is_head(counted(bytes)).then_some("it opens with the head of a message")
}

/// Whether bytes behind a line that opens a message of a mailbox are one.
pub(crate) fn is_in_mailbox(bytes: &[u8]) -> bool {
    head::is_head(bytes) || head::is_short_head(bytes)
}

/// Reads a message.
pub(crate) fn read(bytes: &[u8], press: Press, out: &mut Output<'_>) {
    message(counted(bytes), press, out, |out, draft| out.whole(draft, bytes));
}

/// Reads the message in `raw`, whose draft goes where `take` puts it.
pub(crate) fn message(raw: &[u8], press: Press, out: &mut Output<'_>, take: impl FnOnce(&mut Output<'_>, Draft)) {
    let mail = match parse_mail(raw) {
        Ok(mail) => mail,
        Err(error) => {
            out.warn(&format!("is a message that breaks the rules of MIME, read as it stands: {error}"));
            let text = decode(raw).map(|decoded| decoded.text.into_owned()).unwrap_or_default();
            return take(out, plain::draft(&text));
        }
    };
    let found = gather(&mail);
    if let Some(encoding) = found.encoding {
        out.read_as(encoding);
    }
    for (what, words) in &found.left_out {
        out.left_out(what, words);
    }
    let exported =
        [&found.markup, &found.plain].into_iter().position(|text| text.as_deref().is_some_and(|text| press(text, &[], out)));
    if let Some(part) = exported {
        if let (0, Some(text), Some(markup)) = (part, &found.plain, &found.markup) {
            out.left_out("another part of the message", &others(text, markup));
        }
        return unread(&found, "the message", out);
    }
    let declared = tidy(declared(&mail));
    let title = declared.title.clone().unwrap_or_default();
    let curated = declared.date.is_some();
    let lines = if found.lines.places.is_empty() { plain::lines(&title) } else { found.lines.clone() };
    take(out, Draft { declared, lines, curated, ..Draft::default() });
    let called = if title.is_empty() { String::new() } else { format!(" \u{ab}\u{a0}{title}\u{a0}\u{bb}") };
    unread(&found, &format!("the message{called}"), out);
}

/// Tells what is attached to a message.
fn unread(found: &MailText, message: &str, out: &mut Output<'_>) {
    if !found.attached.is_empty() {
        out.warn(&format!("{message} has attachments that are not read: {}", found.attached.join(", ")));
    }
}

/// The message behind the count of its bytes that Apple Mail writes (`.emlx`), without the properties behind it.
fn counted(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = without_blank_lines(bytes);
    let Some(end) = bytes.iter().take(24).position(|byte| *byte == b'\n') else { return bytes };
    let (count, rest) = (bytes.get(..end).unwrap_or_default(), bytes.get(end + 1..).unwrap_or_default());
    let count = std::str::from_utf8(count).ok().and_then(|count| count.trim().parse::<usize>().ok());
    count.map_or(bytes, |count| rest.get(..count).unwrap_or(rest))
}

/// `bytes` without the blank lines at their head, which programs that show the source of a message put there.
fn without_blank_lines(bytes: &[u8]) -> &[u8] {
    let blank = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let last = bytes.get(..blank).and_then(|head| head.iter().rposition(|byte| *byte == b'\n'));
    last.and_then(|end| bytes.get(end + 1..)).unwrap_or(bytes)
}

/// What the head of a message says.
fn declared(mail: &ParsedMail<'_>) -> Declared {
    let value = |name: &str| mail.headers.get_first_value(name).filter(|value| !value.trim().is_empty());
    let sender = value("From").or_else(|| value("Sender")).map(|from| names(&from)).filter(|names| !names.is_empty());
    let is_list = ["List-Id", "List-Unsubscribe", "List-Post"].iter().any(|name| value(name).is_some());
    let list = value("List-Id").and_then(|list| list_name(&list));
    let address = ["Archived-At", "Content-Base", "Content-Location"].iter().find_map(|name| value(name));
    let url = address.map(|url| url.trim_matches(['<', '>', ' ']).to_owned()).filter(|url| url.starts_with("http"));
    Declared {
        title: value("Subject"),
        date: value("Date").or_else(|| received(mail)).map(|words| day(&words)),
        // A letter to readers is published by whoever sends it.
        outlet: list.or_else(|| sender.clone().filter(|_| is_list)),
        author: sender,
        url,
        docid: value("Message-ID").map(|id| id.trim_matches(['<', '>', ' ']).to_owned()),
        ..Declared::default()
    }
}

/// When the first station on the way took the message.
fn received(mail: &ParsedMail<'_>) -> Option<String> {
    let first = mail.headers.get_all_values("Received").pop()?;
    first.rsplit_once(';').map(|(_, moment)| moment.trim().to_owned())
}

/// A moment by the sender's own clock: `Tue, 09 Mar 2021 18:00:00 +0100`.
fn day(words: &str) -> String {
    date::iso(words).unwrap_or_else(|| words.to_owned())
}

/// The names in a list of mailboxes, `Anne Martin <a@b.example>` or `a@b.example (Anne Martin)`; addresses are no names.
fn names(from: &str) -> String {
    let named = from.split_inclusive(['>', ')']).filter_map(|mailbox| {
        let mailbox = mailbox.trim_start_matches([',', ';', ' ']);
        let (name, rest) = mailbox.split_once('<').unwrap_or((mailbox, ""));
        let comment = || name.split_once('(').filter(|_| rest.is_empty()).map(|(_, comment)| comment.trim_end_matches(')'));
        let name = comment().unwrap_or(name).trim().trim_matches(['"', '\'']).trim();
        (!name.is_empty() && !name.contains('@')).then(|| name.to_owned())
    });
    named.collect::<Vec<_>>().join(", ")
}

/// The name of a mailing list (RFC 2919): the phrase before its identifier. What a service counts its lists with is no name.
fn list_name(list: &str) -> Option<String> {
    let (phrase, _) = list.split_once('<')?;
    let phrase = phrase.trim().trim_matches('"').trim();
    let digits = phrase.bytes().filter(u8::is_ascii_digit).count();
    (!phrase.is_empty() && digits < 4 && !phrase.contains('@')).then(|| phrase.to_owned())
}

#[cfg(test)]
mod tests;
