//! The reasons why something could not be read, in the language in force.
//!
//! Archives are kept with their problems, so that a reason is kept in English, filled in; it is said by finding which of these texts it is. What is
//! filled in may be such a text again; what is none of them (the words of the system, of a parser) stays as it is.

use std::borrow::Cow;
use std::fmt::Display;

use crate::locale::{Locale, filled, translated};
use crate::tr_later;

/// The texts, the more special before those that would hold them too.
const REASONS: &[&str] = &[
    tr_later!("could not be read: a fault of the program, which is worth reporting with this file"),
    tr_later!("the file is empty"),
    tr_later!("has {size} and the limit is {limit}: raise the limit to read it"),
    tr_later!("unpacks to more than {size}, the limit: raise the limit to read it"),
    tr_later!("unpacks to more than {count} MiB"),
    tr_later!("a line has more bytes than the limit for a file: raise the limit to read it"),
    tr_later!("is no text but {what}"),
    tr_later!("cannot be unpacked: {error}"),
    tr_later!("breaks off where it cannot be unpacked; what stands before was read: {error}"),
    tr_later!("there is no file in this folder, or all are hidden, ignored or about the folder itself"),
    tr_later!("there is no such file or folder"),
    tr_later!("permission to read it is denied"),
    tr_later!("is {what}, not a regular file"),
    tr_later!("links back to {folder}, a folder it is in: not followed"),
    tr_later!("links to a file that does not exist"),
    tr_later!("is the same file as {path} by another name (a hard link), so it is read once"),
    tr_later!("1 article: the same document stands in it twice, and is given once"),
    tr_later!("1 article: the same document stands in {path} too, and is given once"),
    tr_later!("{count} articles: the same document stands in it twice, and is given once"),
    tr_later!("{count} articles: the same document stands in {path} too, and is given once"),
    tr_later!("was UTF-8 that a program had read as Windows-1252 and written again; put right"),
    tr_later!("some bytes mean nothing in {name} and show as \u{fffd}"),
    tr_later!("is not UTF-8; read as {name}, a guess that fits badly"),
    tr_later!("read as {name}, which fits badly"),
    tr_later!("is XML of a kind that holds no article"),
    tr_later!("items without a text, which were left out: {count}"),
    tr_later!("is XML of the press that holds no article"),
    tr_later!("is XML that cannot be read"),
    tr_later!("is SGML that cannot be read"),
    tr_later!("is not valid JSON: {error}"),
    tr_later!("holds notes that liseuse exported, and no article; `liseuse import` takes notes in"),
    tr_later!("stops being valid JSON; what stands before was read: {error}"),
    tr_later!("is not valid JSON in one place or more; what stands whole around it was read: {error}"),
    tr_later!("{bare} elements of its lists are neither records nor texts"),
    tr_later!("has bytes of windows-1252 among its UTF-8; both were read"),
    tr_later!("is an empty list"),
    tr_later!("is not a JSON object with the fields of an article"),
    tr_later!("has no text: none of the fields `text`, `body`, `content`; found {fields}"),
    tr_later!("{count} words stand in fields that are not read: {names}"),
    tr_later!("holds no text"),
    tr_later!("is a damaged container"),
    tr_later!("is a book without a list of its parts"),
    tr_later!("is a book without a text"),
    tr_later!("cannot be opened: {error}"),
    tr_later!("sheet {name} cannot be read: {error}"),
    tr_later!("sheet {name} is no table of articles: none of its first rows names a headline or text beside other fields"),
    tr_later!("is a dump of a wiki that holds no article"),
    tr_later!("holds no article of a journal"),
    tr_later!("is a notebook of programs, no press archive: save the articles it works on as CSV or JSON"),
    tr_later!("document {number} is not valid YAML: {error}"),
    tr_later!("is YAML that holds no article"),
    tr_later!("is a list of addresses without an entry"),
    tr_later!("breaks off within a cell in quotation marks"),
    tr_later!("is a table, and nothing tells which column holds headlines or texts: name the columns in its first row"),
    tr_later!("names none of its columns; they were taken, from what stands in them, for: {names}"),
    tr_later!("is a dump of a database; none of its {count} rows is an article: save the table of articles as CSV"),
    tr_later!("holds no table of articles"),
    tr_later!("is nested deeper than any document of the database"),
    tr_later!("is nested deeper than any article of the database"),
    tr_later!("is a feed without an article"),
    tr_later!("has no line of outlet and day"),
    tr_later!("is not in the file; the database says: {words}"),
    tr_later!("is a message that breaks the rules of MIME, read as it stands: {error}"),
    tr_later!("the message has attachments that are not read: {names}"),
    tr_later!("the message {title} has attachments that are not read: {names}"),
    tr_later!("the front matter nests too deep and was left out"),
    tr_later!("the front matter is not valid YAML; its lines are read as they stand: {error}"),
    tr_later!("the front matter is not valid TOML; its lines are read as they stand: {error}"),
    tr_later!("is a saved page that breaks the rules of MIME: {error}"),
    tr_later!("is a saved page without HTML"),
    tr_later!("is nested deeper than any page; its words are read as lines"),
    tr_later!("is larger than any page; its words are read as lines"),
    tr_later!("is a PDF document that a password protects"),
    tr_later!("is a PDF document that cannot be read"),
    tr_later!("is a PDF document without text"),
    tr_later!("is a scanned page without text"),
    tr_later!("has {count} pages, of which the first {read} are read"),
    tr_later!("has a page without a text layer: a scan ({numbers})"),
    tr_later!("has pages without a text layer: a scan ({numbers})"),
    tr_later!("has a page whose letters the file gives no meaning ({numbers})"),
    tr_later!("has pages whose letters the file gives no meaning ({numbers})"),
    tr_later!("holds the fields of a text that is not there"),
    tr_later!("is BibTeX that cannot be read: {error}"),
    tr_later!("is a bibliography without an entry"),
    tr_later!("cannot be read as a row: {error}"),
    tr_later!("article {number} has more cells than there are columns; left out: {words}"),
    tr_later!("article {number} {reason}"),
    tr_later!("has neither a text nor a headline"),
    tr_later!("is a web archive without a page"),
    tr_later!("the answer of {address} is broken"),
    tr_later!("the page {address} is larger than a page is"),
    tr_later!("is packed as {name}, which is not read"),
    tr_later!("the archive breaks off: {error}"),
    tr_later!("is an archive in an archive, which is not read"),
    tr_later!("the record of the archive is broken"),
    tr_later!("the page {address} {reason}"),
];

/// Those after which nothing is missing: the file was put right.
const PUT_RIGHT: [&str; 2] = [
    "was UTF-8 that a program had read as Windows-1252 and written again; put right",
    "has bytes of windows-1252 among its UTF-8; both were read",
];

/// Whether nothing is missing after what `reason` says.
pub(super) fn is_put_right(reason: &str) -> bool {
    PUT_RIGHT.contains(&reason)
}

/// What a file is that is no text; these fill in a reason.
const KINDS: &[&str] = &[
    tr_later!("binary data"),
    tr_later!("a PDF document"),
    tr_later!("an image ({name})"),
    tr_later!("a ZIP archive or office document"),
    tr_later!("an empty ZIP archive"),
    tr_later!("a {name} archive"),
    tr_later!("an xz archive"),
    tr_later!("an old office document"),
    tr_later!("a rich text (RTF) document"),
    tr_later!("an SQLite database"),
    tr_later!("a program"),
    tr_later!("a sound file"),
    tr_later!("a sound or film file"),
    tr_later!("a sound, film or image file"),
    tr_later!("a film"),
    tr_later!("a font"),
    tr_later!("a socket"),
    tr_later!("a named pipe"),
    tr_later!("a device"),
    tr_later!("a special file"),
    tr_later!("{count} bytes"),
    tr_later!("{count} bytes, {more} too many,"),
];

/// `reason` in the language in force.
pub(super) fn worded(reason: &str) -> Cow<'_, str> {
    if Locale::current() == Locale::ENGLISH {
        return Cow::Borrowed(reason);
    }
    told(reason, REASONS).map_or(Cow::Borrowed(reason), Cow::Owned)
}

/// `text` as the first of `patterns` that it is, translated.
fn told(text: &str, patterns: &'static [&'static str]) -> Option<String> {
    let (pattern, values) = patterns.iter().find_map(|pattern| Some((*pattern, values(text, pattern)?)))?;
    let values: Vec<(&str, Cow<'_, str>)> = values.into_iter().map(|(name, value)| (name, inner(name, value))).collect();
    let shown: Vec<(&str, &dyn Display)> = values.iter().map(|(name, value)| (*name, value as &dyn Display)).collect();
    Some(filled(translated(pattern), &shown))
}

/// What is filled in, when it is a text of ours itself.
fn inner<'a>(name: &str, value: &'a str) -> Cow<'a, str> {
    let patterns = match name {
        "error" | "reason" => REASONS,
        "what" | "size" | "limit" => KINDS,
        _ => return Cow::Borrowed(value),
    };
    told(value, patterns).map_or(Cow::Borrowed(value), Cow::Owned)
}

/// What `text` has in the place of each name of `pattern`; `None` when it is not filled in from it.
fn values<'a>(text: &'a str, pattern: &'static str) -> Option<Vec<(&'static str, &'a str)>> {
    let mut pieces = pattern.split('{');
    let mut rest = text.strip_prefix(pieces.next().unwrap_or_default())?;
    let mut found = Vec::new();
    for piece in pieces {
        let (name, literal) = piece.split_once('}')?;
        let (value, behind) = if literal.is_empty() { (rest, "") } else { rest.split_once(literal)? };
        if value.is_empty() {
            return None;
        }
        found.push((name, value));
        rest = behind;
    }
    rest.is_empty().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::worded;
    use crate::locale::Locale;

    #[test]
    fn a_reason_is_told_in_french_with_what_is_filled_in() {
        let french = |reason: &str| Locale::named("fr").unwrap().within(|| worded(reason).into_owned());
        assert_eq!(french("the file is empty"), "le fichier est vide");
        assert_eq!(french("is no text but a PDF document"), "n’est pas un texte mais un document PDF");
        assert_eq!(
            french("cannot be unpacked: unpacks to more than 64 MiB"),
            "ne peut être décompressé\u{a0}: décompressé, dépasse 64 Mio"
        );
        assert_eq!(french("article 3 has neither a text nor a headline"), "l’article 3 n’a ni texte ni titre");
        assert_eq!(
            french("2 articles: the same document stands in a/b.html too, and is given once"),
            "2 articles\u{a0}: le même document se trouve aussi dans a/b.html, et n’est donné qu’une fois"
        );
        assert_eq!(french("an error of some library"), "an error of some library");
        assert_eq!(worded("the file is empty"), "the file is empty", "English is what is kept");
    }
}
