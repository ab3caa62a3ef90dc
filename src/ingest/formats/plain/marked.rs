//! Pages that a scraper turned into the marks of Markdown and kept as plain text: without its headings' signs, its bold and its backslashes.
//!
//! Such text is told by headings and by items of lists; whatever else begins with a sign stays as it is.

use std::borrow::Cow;

/// Headings and items of lists that such a page has, at least.
const HEADINGS: usize = 2;
const ITEMS: usize = 8;
/// Bytes of a text that are looked at for them.
const LOOKED_AT: usize = 1 << 20;

/// `text` as it is, or the words of the page that it is in Markdown.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    // Nearly all plain texts have no heading of that kind.
    if memchr::memmem::find(text.as_bytes(), b"\n#").is_none() || !is_marked(text) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        unmarked(heading(line).or_else(|| short_item(line)).unwrap_or(line), &mut plain);
    }
    Cow::Owned(plain)
}

/// Whether a text has the headings and the lists of a page.
fn is_marked(text: &str) -> bool {
    let lines = || {
        text.lines().scan(0, |read, line| {
            *read += line.len();
            (*read <= LOOKED_AT).then_some(line)
        })
    };
    let item = |line: &&str| line.trim_start().starts_with("* ");
    lines().filter(|line| heading(line).is_some()).nth(HEADINGS - 1).is_some() && lines().filter(item).nth(ITEMS - 1).is_some()
}

/// The words of a heading.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    ((1..=6).contains(&(line.len() - words.len())) && words.starts_with(' ')).then(|| words.trim_start_matches(' '))
}

/// The words of an item of a list that is as short as those of a menu; a longer one is of the text.
fn short_item(line: &str) -> Option<&str> {
    /// Bytes of such an item.
    const SHORT: usize = 80;
    let words = line.trim_start().strip_prefix("* ")?.trim_start();
    (words.len() <= SHORT && words.contains(char::is_alphanumeric)).then_some(words)
}

/// Writes a line without its bold and with the signs that a backslash keeps from being marks.
fn unmarked(line: &str, plain: &mut String) {
    let mut rest = line;
    while let Some(at) = memchr::memchr2(b'\\', b'*', rest.as_bytes()) {
        let (before, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        let kept = behind.strip_prefix('\\').filter(|sign| sign.starts_with(|c: char| c.is_ascii_punctuation()));
        let skipped = match kept {
            Some(sign) => {
                plain.extend(sign.chars().next());
                2
            }
            None if behind.starts_with("**") => 2,
            None => {
                plain.extend(behind.chars().next());
                1
            }
        };
        rest = behind.get(skipped..).unwrap_or_default();
    }
    plain.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn a_page_in_markdown_is_read_as_its_words() {
        let menu = "  * Accueil\n".repeat(9);
        let page = format!("{menu}# **Un pont** de trop\n\n* Par Claire Dumont \\--\n## La rive 4 \\* 3\nTexte.\n");
        let menu = menu.replace("  * ", "");
        let read = format!("{menu}Un pont de trop\n\nPar Claire Dumont --\nLa rive 4 * 3\nTexte.\n");
        assert_eq!(without_marks(&page), read);
        for plain in ["# Un pont\n# Deux ponts\nTexte", "* Un\n* Deux\n", "C:\\Rives\n#Valmont\n#Querval"] {
            assert_eq!(without_marks(plain), plain);
        }
    }
}
