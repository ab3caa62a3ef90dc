//! Packs the catalogues of `assets/locales`, one gettext file (`fr.po`) for each language, so that nothing is parsed at the start.
//!
//! A catalogue becomes one run of bytes, which `src/locale/catalogue.rs` reads: the number of messages, then where each one's key and its
//! translation end, then the keys in order, then the translations. The rule of its plurals becomes a function.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use polib::message::MessageView;
use polib::po_file;

/// Where the catalogues are written.
pub const LOCALES: &str = "assets/locales";

/// Between the forms of a plural, as in the binary files of gettext.
const FORM: &str = "\0";
/// Between the context of a message and its text, as in the binary files of gettext.
const CONTEXT: char = '\u{4}';

/// Packs every catalogue into `folder`, with the source of the table of them.
pub fn pack(folder: &Path) -> io::Result<()> {
    let mut table = String::from("pub(super) static CATALOGUES: &[Catalogue] = &[\n");
    let mut files: Vec<PathBuf> = fs::read_dir(LOCALES)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "po"));
    files.sort();
    for file in files {
        let code = file.file_stem().and_then(|stem| stem.to_str()).ok_or_else(|| wrong(&file, "its name is no code"))?;
        let catalogue = po_file::parse(&file).map_err(|error| wrong(&file, error))?;
        let mut messages = Vec::new();
        for message in catalogue.messages().filter(|message| message.is_translated() && !message.is_fuzzy()) {
            messages.push((key(message), forms(message).map_err(|error| wrong(&file, error))?));
        }
        messages.sort();
        fs::write(folder.join(format!("locale-{code}")), packed(&messages)?)?;
        let rule = &catalogue.metadata.plural_rules;
        let plural = rule_source(&rule.expr);
        let number = if plural.contains('n') { "n" } else { "_" };
        let _ = writeln!(
            table,
            "Catalogue {{ code: {code:?}, bytes: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/locale-{code}\")), \
             plural: |{number}| {plural} }},"
        );
    }
    table.push_str("];\n");
    fs::write(folder.join("locales.rs"), table)
}

fn key(message: &dyn MessageView) -> String {
    match message.msgctxt() {
        Some(context) => format!("{context}{CONTEXT}{}", message.msgid()),
        None => message.msgid().to_owned(),
    }
}

fn forms(message: &dyn MessageView) -> Result<String, polib::message::SingularPluralMismatchError> {
    if message.is_plural() { Ok(message.msgstr_plural()?.join(FORM)) } else { message.msgstr().map(ToOwned::to_owned) }
}

fn packed(messages: &[(String, String)]) -> io::Result<Vec<u8>> {
    let (mut ends, mut texts, mut end) = (Vec::new(), Vec::new(), 0_usize);
    let keys = messages.iter().map(|(key, _)| key);
    for text in keys.chain(messages.iter().map(|(_, forms)| forms)) {
        end += text.len();
        ends.extend(u32::try_from(end).map_err(io::Error::other)?.to_le_bytes());
        texts.extend(text.as_bytes());
    }
    let count = u32::try_from(messages.len()).map_err(io::Error::other)?;
    Ok([&count.to_le_bytes()[..], &ends, &texts].concat())
}

/// The rule of a header (`n==1 ? 0 : n<5 ? 1 : 2`) as Rust: C has the same operators in the same order, but for `?:` and for
/// truth as a number.
fn rule_source(rule: &str) -> String {
    let rule = rule.trim();
    let rule = rule.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).filter(|inner| is_whole(inner)).unwrap_or(rule);
    match rule.split_once('?').and_then(|(asked, rest)| Some((asked, rest.split_once(':')?))) {
        Some((asked, (then, other))) => format!("if {asked} {{ {} }} else {{ {} }}", rule_source(then), rule_source(other)),
        None if rule.bytes().all(|byte| byte.is_ascii_digit()) => rule.to_owned(),
        None => format!("usize::from({rule})"),
    }
}

/// Whether no parenthesis is closed in `text` that was not opened in it.
fn is_whole(text: &str) -> bool {
    let mut depth = 0_i32;
    text.chars().all(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth >= 0
    })
}

fn wrong(file: &Path, reason: impl std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {reason}", file.display()))
}
