//! Pages that a scraper turned into the marks of Markdown and kept as plain text: without its headings' signs, its bold, the addresses of its
//! links and its backslashes, and with the paragraphs that it wrapped put back on one line.
//!
//! Such text is told by headings and by items of lists or links; whatever else begins with a sign stays as it is.

mod links;

use std::borrow::Cow;

use crate::ingest::formats::plain::rows;

/// Headings, items of lists and links that such a page has, at least.
const HEADINGS: usize = 2;
const ITEMS: usize = 8;
const LINKS: usize = 8;
/// Bytes of a text that are looked at for them.
const LOOKED_AT: usize = 1 << 20;
/// One row of so many is blank, at least, where paragraphs are set off by blank rows.
const BLANK: usize = 6;
/// Bytes of an item of a menu, the addresses of its links left out.
const SHORT: usize = 80;
/// Words of a headline.
const HEADLINE: usize = 3;
/// Columns that a heading is wrapped at.
const COLUMN: usize = 74;

/// `text` as it is, or the words of the page that it is in Markdown; and its one heading of the first rank, which a page has for its headline.
pub(super) fn without_marks(text: &str) -> (Cow<'_, str>, Option<String>) {
    if is_listed(text) {
        return (rows(text).map(|row| menu_item(row).unwrap_or(row)).collect::<Vec<_>>().join("\n").into(), None);
    }
    // Nearly all plain texts have no heading of that kind.
    if memchr::memmem::find(text.as_bytes(), b"\n#").is_none() || !is_marked(text) {
        return (Cow::Borrowed(text), None);
    }
    let blank = rows(text).filter(|row| row.trim().is_empty()).count();
    let parted = blank * BLANK >= rows(text).count();
    let mut plain = String::with_capacity(text.len());
    let mut paragraph = String::new();
    let (mut above, mut first, mut headlines) = ("", false, Vec::new());
    for row in rows(text) {
        if !(paragraph.is_empty() || parted && goes_on(above, row)) {
            let start = plain.len();
            end(&mut paragraph, &mut plain);
            headlines.extend(plain.get(start..).filter(|_| first).map(|words| words.trim().to_owned()));
        }
        match row.trim() {
            "" => plain.push('\n'),
            _ if paragraph.is_empty() => {
                first = row.starts_with("# ");
                paragraph.push_str(begun(row));
            }
            more => prolong(&mut paragraph, more),
        }
        above = row;
    }
    end(&mut paragraph, &mut plain);
    headlines.sort_unstable();
    headlines.dedup();
    let only = headlines.pop().filter(|words| headlines.is_empty() && words.split(' ').nth(HEADLINE - 1).is_some());
    (Cow::Owned(plain), only)
}

/// Whether a text has the headings and the lists of a page, or its links.
fn is_marked(text: &str) -> bool {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let looked_at = text.get(..end).unwrap_or_default();
    let headings = || rows(looked_at).filter(|line| heading(line).is_some());
    let item = |line: &&str| line.trim_start().starts_with("* ");
    let links = || memchr::memmem::find_iter(looked_at.as_bytes(), b"](").nth(LINKS - 1).is_some();
    headings().nth(HEADINGS - 1).is_some() && rows(looked_at).filter(item).nth(ITEMS - 1).is_some()
        || headings().next().is_some() && links()
}

/// Whether a text has the items of a page's menus under the sign of items, and no other marks: its scraper writes them so.
fn is_listed(text: &str) -> bool {
    /// Items, and one in so many rows with words; and bytes of a row that no text browser printed, which wraps them.
    const ITEMS: usize = 16;
    const ROWS: usize = 6;
    const WHOLE: usize = 240;
    if memchr::memmem::find_iter(text.as_bytes(), b"* ").nth(ITEMS - 1).is_none() {
        return false;
    }
    let (mut items, mut all, mut whole) = (0, 0, 0);
    for row in rows(text).filter(|row| !row.trim().is_empty()) {
        all += 1;
        items += usize::from(menu_item(row).is_some());
        whole += usize::from(row.trim().len() >= WHOLE);
        if heading(row).is_some() {
            return false;
        }
    }
    items >= ITEMS && items * ROWS >= all && whole > 0
}

/// The words of an item of such a list: one that is set in may have another sign.
fn menu_item(row: &str) -> Option<&str> {
    let set_in = row.starts_with("  ");
    let words = row.trim_start();
    let other =
        || ["+ ", "o ", "- "].iter().find_map(|sign| words.strip_prefix(sign)).filter(|words| set_in && words.len() <= SHORT);
    short_item(row).or_else(other)
}

/// Whether `row` is of the same paragraph as the row `above`, which no blank row parts from it.
fn goes_on(above: &str, row: &str) -> bool {
    let words = row.trim_start();
    let first = words.split(' ').next().map_or(0, |word| word.chars().count());
    let begins = words.is_empty() || heading(words).is_some() || quoted(words).is_some() || is_item(words) || is_rule(words);
    // Two spaces at the end of a row break the line; a heading goes on only where it was wrapped.
    let broken = above.ends_with("  ") || above.ends_with('\\') || is_rule(above.trim());
    let whole = heading(above).is_some() && above.chars().count() + 1 + first <= COLUMN;
    !begins && !broken && !whole
}

/// Whether a row begins an item, of a list or of a table.
fn is_item(words: &str) -> bool {
    let numbered = words.trim_start_matches(|c: char| c.is_ascii_digit());
    words.starts_with(['|', '•', '—', '–'])
        || ["* ", "- ", "+ "].iter().any(|sign| words.starts_with(sign))
        || matches!(words, "*" | "-" | "+")
        || numbered.len() < words.len() && (numbered.starts_with(". ") || numbered.starts_with("\\. "))
}

/// Whether a row is a line across the page: `* * *`, `---`.
fn is_rule(words: &str) -> bool {
    words.len() >= 3 && words.bytes().all(|byte| matches!(byte, b'*' | b'-' | b'_' | b' ' | b'|'))
}

/// The words of the row that begins a paragraph, without its sign.
fn begun(row: &str) -> &str {
    heading(row).or_else(|| short_item(row)).or_else(|| quoted(row)).unwrap_or(row).trim_end()
}

/// Adds the next row to a paragraph; a word with a hyphen that was broken behind it is closed up.
fn prolong(paragraph: &mut String, more: &str) {
    let mut letters = paragraph.chars().rev();
    let broken = letters.next() == Some('-') && letters.next().is_some_and(char::is_alphanumeric);
    if !(broken && more.starts_with(char::is_alphanumeric)) {
        paragraph.push(' ');
    }
    paragraph.push_str(more);
}

/// Writes a paragraph, and leaves nothing of it.
fn end(paragraph: &mut String, plain: &mut String) {
    let words = links::without_addresses(paragraph);
    let bare = words.contains('_').then(|| without_underscores(&words));
    unmarked(bare.as_deref().unwrap_or(&words), plain);
    plain.push('\n');
    paragraph.clear();
}

/// The words of a heading.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    ((1..=6).contains(&(line.len() - words.len())) && words.starts_with(' ')).then(|| words.trim_start_matches(' '))
}

/// The words of a quotation.
fn quoted(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix('>').map(|words| words.trim_start_matches(['>', ' ']))
}

/// The words of an item of a list that is as short as those of a menu; a longer one is of the text.
fn short_item(line: &str) -> Option<&str> {
    let words = line.trim_start().strip_prefix("* ")?.trim_start();
    (links::shown(words) <= SHORT && words.contains(char::is_alphanumeric)).then_some(words)
}

/// `words` without the underscores around words, which set them in italics or stand for pictures.
fn without_underscores(words: &str) -> String {
    let mut bare = String::with_capacity(words.len());
    for word in words.split(' ') {
        let inner = word.trim_matches('_');
        if !inner.is_empty() || word.is_empty() {
            bare.push_str(if bare.is_empty() { "" } else { " " });
            bare.push_str(inner);
        }
    }
    bare
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
        assert_eq!(without_marks(&page).0.trim_end(), read.trim_end());
        assert_eq!(without_marks(&page).1.as_deref(), Some("Un pont de trop"));
        for plain in ["# Un pont\n# Deux ponts\nTexte", "* Un\n* Deux\n", "C:\\Rives\n#Valmont\n#Querval"] {
            assert_eq!(without_marks(plain), (plain.into(), None));
        }
    }

    #[test]
    fn wrapped_paragraphs_and_headings_are_put_together() {
        let menu =
            "  * Accueil, qui est un menu de la page, d'une ligne plus longue que ce qui est coupé dans le texte\n\n".repeat(9);
        let page = format!(
            "{menu}## Le pont\n\n# Le pont neuf de Valmont, que la ville attend depuis des années, a été\nouvert\n\nLe conseil a voté mardi, peut-\n\
             être trop tard, un __budget_ en hausse\nde trois pour cent.  \nUn autre vers.\n\n> « Enfin », dit-elle.\n"
        );
        let (read, _) = without_marks(&page);
        let found: Vec<&str> = read.lines().filter(|line| !line.is_empty()).skip(9).collect();
        assert_eq!(
            found,
            [
                "Le pont",
                "Le pont neuf de Valmont, que la ville attend depuis des années, a été ouvert",
                "Le conseil a voté mardi, peut-être trop tard, un budget en hausse de trois pour cent.",
                "Un autre vers.",
                "« Enfin », dit-elle.",
            ]
        );
    }

    #[test]
    fn items_of_a_page_s_menus_are_its_words() {
        let menu = "* Accueil\n  * Sport\n".repeat(9);
        let long = "Le conseil a voté mardi soir un budget en hausse, et personne n'en voulait. ".repeat(4);
        let text = &format!("Un pont\n* Par\n* Claire Dumont\n{long}\n");
        let read = without_marks(&format!("{menu}{text}")).0.into_owned();
        assert_eq!(read, format!("{}Un pont\nPar\nClaire Dumont\n{long}\n", "Accueil\nSport\n".repeat(9)));
        assert_eq!(without_marks(text).0, *text);
    }

    #[test]
    fn addresses_of_links_are_no_words() {
        let menu =
            "[](//val.example/ \"Le Val\")\n\n  * [Sport](https://val.example/sport-\nici)[Culture](/culture)\n\n".repeat(5);
        let page = format!(
            "{menu}# [Un pont (neuf)](/pont_(neuf))\n\nPar [Claire Dumont](/c), [![Le pont](p.jpg)](/p) à [sic] Valmont\n"
        );
        let (read, _) = without_marks(&page);
        let found: Vec<&str> = read.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(found.first(), Some(&"Sport Culture"));
        assert_eq!(found.get(5..).unwrap(), ["Un pont (neuf)", "Par Claire Dumont, à [sic] Valmont"]);
    }
}
