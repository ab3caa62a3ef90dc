//! Pages as text browsers print them (Lynx, w3m, Links): paragraphs set in and wrapped at one column among the items of menus, with signs for
//! what is no text: `(BUTTON)`, `[INS: :INS]`, `IFRAME: …`, fields of forms, names of pictures, numbers of links.
//!
//! Those signs go, paragraphs are put back on one line, and what a server answered above the page is furniture. Asked by `plain` of whole files.

use std::borrow::Cow;

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::plain::rows;
use crate::model::article::BlockKind;

/// Columns at which pages are wrapped.
const COLUMNS: std::ops::RangeInclusive<usize> = 40..=160;
/// Items of lists, and signs, that show a printed page; and pairs of lines that one paragraph makes.
const ITEMS: usize = 8;
const SIGNS: usize = 2;
const PAIRS: usize = 4;
/// One row of so many may be wider than the column: what cannot be broken.
const WIDER: usize = 50;
/// Words of a row by which the column is told.
const WORDS: usize = 4;
/// Some programs wrap a few columns early.
const SLACK: usize = 4;
/// Signs that stand for what is no text.
const MARKS: &[&str] = &["(BUTTON)", "[INS: :INS]", "[INS::INS]", "[DEL: :DEL]", "( )", "(*)", "[ ]", "[*]", "[X]"];
/// What stands at the head of a line that names a frame or a picture.
const FRAMES: &[&str] = &["IFRAME:", "FRAME:", "REFRESH("];
/// Signs of items: those of w3m, which no text sets in, and those of Lynx.
const BULLETS: &[char] = &['•', '□', '☆', '○', '■', '◎', '★', '●', '*', '+', 'o', '#', '@'];

/// A row of the page.
#[derive(Clone, Copy)]
struct Row<'a> {
    /// Its words, without the sign of an item.
    words: &'a str,
    /// Columns before its words.
    indent: usize,
    /// Columns that it takes.
    width: usize,
    is_item: bool,
}

impl<'a> Row<'a> {
    fn of(raw: &'a str) -> Self {
        let set_in = raw.len() - raw.trim_start_matches(' ').len();
        let words = raw.trim();
        let item = words.split_once(' ').filter(|(sign, _)| set_in >= 2 && is_bullet(sign)).map(|(_, item)| item.trim_start());
        let indent = set_in + item.map_or(0, |item| words.chars().count() - item.chars().count());
        let width = set_in + words.chars().count();
        Self { words: item.unwrap_or(words), indent, width, is_item: item.is_some() || is_bullet(words) && set_in >= 2 }
    }

    /// Whether `below` is of the same paragraph in a page that is wrapped at `column`.
    fn goes_on(self, below: Self, column: usize) -> bool {
        let next = below.words.split(' ').next().map_or(0, |word| word.chars().count());
        let apart =
            self.words.is_empty() || below.words.is_empty() || below.is_item || is_frame(below.words) || is_frame(self.words);
        !apart && below.indent == self.indent && self.width + 1 + next + SLACK > column
    }
}

fn is_bullet(sign: &str) -> bool {
    let mut letters = sign.chars();
    letters.next().is_some_and(|first| BULLETS.contains(&first)) && letters.next().is_none()
}

fn is_frame(words: &str) -> bool {
    FRAMES.iter().any(|frame| words.starts_with(frame))
}

/// The lines of a clean text that a text browser printed; `None` where it is none.
pub(super) fn lines(text: &str) -> Option<Lines> {
    if !may_be(text) {
        return None;
    }
    let page: Vec<Row<'_>> = rows(text).map(Row::of).collect();
    let column = column(&page)?;
    let pairs = page.iter().zip(page.iter().skip(1)).filter(|(above, below)| above.goes_on(**below, column)).count();
    (pairs >= PAIRS).then(|| joined(&page, column, is_numbered(text)))
}

/// Whether a text has the items of a printed page, or its signs: what can be told without looking at each row.
fn may_be(text: &str) -> bool {
    let bytes = text.as_bytes();
    let met = |sign: &str, least: usize| memchr::memmem::find_iter(bytes, sign).nth(least - 1).is_some();
    met("\n  ", ITEMS)
        && (["\n     * ", "\n  * ", "\n  • "].iter().any(|item| met(item, ITEMS))
            || met("(BUTTON)", SIGNS)
            || met("[INS:", SIGNS))
}

/// The column that the rows of words are wrapped at.
fn column(page: &[Row<'_>]) -> Option<usize> {
    let of_words = |row: &&Row<'_>| row.words.split(' ').nth(WORDS - 1).is_some();
    let mut widths: Vec<usize> = page.iter().filter(of_words).map(|row| row.width).collect();
    widths.sort_unstable_by(|one, other| other.cmp(one));
    widths.get(widths.len() / WIDER).copied().filter(|column| COLUMNS.contains(column))
}

/// Whether the links are numbered, and their addresses listed below: `[12]Accueil`.
fn is_numbered(text: &str) -> bool {
    ["[1]", "[2]", "[3]"].iter().all(|number| text.contains(number)) && text.contains("\nReferences\n")
}

/// The paragraphs of the page.
fn joined(page: &[Row<'_>], column: usize, numbered: bool) -> Lines {
    let mut lines = Lines::with_room(page.iter().map(|row| row.words.len() + 1).sum());
    let mut paragraph = String::new();
    let (mut set_off, mut at_head, mut listed) = (Break::Line, true, false);
    for (at, row) in page.iter().enumerate() {
        listed |= numbered && row.indent == 0 && row.words == "References";
        if row.words.is_empty() {
            set_off = Break::Gap;
            continue;
        }
        if !paragraph.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(row.words);
        if page.get(at + 1).is_some_and(|below| row.goes_on(*below, column)) {
            continue;
        }
        let words = without_marks(&paragraph, numbered);
        at_head &= is_head(&words) || words.is_empty();
        let is_sign = words.chars().count() == 1 && is_bullet(&words);
        if !words.is_empty() && !is_sign && !is_frame(&words) {
            let kind = (at_head || listed || is_of_form(&paragraph)).then_some(BlockKind::Furniture);
            lines.push(&words, set_off, kind);
            set_off = Break::Line;
        }
        paragraph.clear();
    }
    lines
}

/// Whether a paragraph above the page is what the server answered, or what other documents the page is linked with.
fn is_head(words: &str) -> bool {
    words.starts_with("HTTP/") || words.starts_with('#')
}

/// Whether a short paragraph has a button or a field to write in.
fn is_of_form(words: &str) -> bool {
    /// Bytes of such a paragraph, its signs counted.
    const LONGEST: usize = 200;
    words.len() <= LONGEST && (words.contains("(BUTTON)") || words.contains("____") || words.contains("   ]"))
}

/// `words` without the signs of what is no text.
fn without_marks(words: &str, numbered: bool) -> Cow<'_, str> {
    if !words.contains(['[', '(', '_']) {
        return words.into();
    }
    let bare = MARKS
        .iter()
        .fold(Cow::Borrowed(words), |words, mark| if words.contains(mark) { words.replace(mark, " ").into() } else { words });
    let mut kept = String::with_capacity(bare.len());
    let mut rest = bare.as_ref();
    while let Some((before, behind)) = rest.split_once('[') {
        let Some((inner, after)) = behind.split_once(']') else { break };
        kept.push_str(before);
        let is_link = numbered && inner.bytes().all(|byte| byte.is_ascii_digit()) && !inner.is_empty();
        if !is_link && !is_field(inner) && !is_picture(inner) {
            kept.push('[');
            rest = behind;
            continue;
        }
        rest = after;
    }
    kept.push_str(rest);
    let is_word = |word: &&str| !word.trim_matches(['_', '.']).is_empty() || !word.contains("__");
    kept.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ").into()
}

/// Whether brackets hold the field of a form: blanks or a line to write on.
fn is_field(inner: &str) -> bool {
    inner.ends_with("  ") || inner.ends_with("__") || inner.ends_with("_.")
}

/// Whether brackets hold the name of the file of a picture.
fn is_picture(inner: &str) -> bool {
    const ENDINGS: &[&str] = &[".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif"];
    let name = inner.trim_end();
    let figures = || name.contains('-') && name.bytes().any(|byte| byte.is_ascii_digit());
    name == "svg"
        || !name.contains(' ') && (ENDINGS.iter().any(|ending| name.contains(ending)) || name.contains(['_', '%']) || figures())
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::model::article::BlockKind;

    const MENU: &str =
        "   * Accueil\n   * Sport\n   * Culture\n   * Monde\n   * Val\n   * Emploi\n   * Auto\n   * Ski\n   * Jeux\n";
    const TEXT: &str = "   Le conseil municipal de Valmont a voté mardi soir un budget en hausse\n   de trois pour cent, après quatre \
        heures de débat, et la part des routes\n   a doublé en deux ans, disent les élus qui tenaient le registre depuis\n   l'an \
        dernier sans que personne ait songé à le lire jusqu'au bout, ce que\n   nul ne regrette.\n\n   [INS: :INS]\n\n   Les \
        oppositions avaient demandé en vain que la part des routes soit\n   réduite cette année.\n";

    #[test]
    fn paragraphs_are_put_together_and_signs_go() {
        let page = format!(
            "#Flux du Val alternate\n\n   (BUTTON) Menu\n{MENU}\n   IFRAME: https://val.example/pub\n\nValmont vote\n\n{TEXT}\n   Nom ____________________ (BUTTON) Envoyer\n"
        );
        let found = lines(&page).unwrap();
        let words: Vec<&str> = found.all_words().collect();
        assert_eq!(words.get(..4).unwrap(), ["#Flux du Val alternate", "Menu", "Accueil", "Sport"]);
        assert_eq!(found.places.first().unwrap().kind, Some(BlockKind::Furniture));
        let head = words.iter().position(|words| *words == "Valmont vote").unwrap();
        assert!(words.get(head + 1).unwrap().ends_with("ce que nul ne regrette."));
        assert!(words.get(head + 2).unwrap().ends_with("réduite cette année."));
        assert_eq!(words.last(), Some(&"Nom Envoyer"));
    }

    #[test]
    fn numbers_of_links_go_and_their_addresses_are_no_text() {
        let page = format!(
            "\n   [1]Accueil [2]Val [3]Sport\n{MENU}\n{TEXT}\n{TEXT}\n   Il cite la note [sic] du maire.\n\nReferences\n\n   1. http://val.example/\n"
        );
        let found = lines(&page).unwrap();
        assert_eq!(found.all_words().next(), Some("Accueil Val Sport"));
        assert!(found.all_words().any(|words| words.contains("[sic]")));
        assert_eq!(found.places.last().unwrap().kind, Some(BlockKind::Furniture));
    }

    #[test]
    fn a_text_with_a_list_is_none() {
        let list = "Un texte d'une seule ligne, qui est un paragraphe à lui seul et que personne n'a coupé en chemin, comme il se doit.\n";
        assert!(lines(&format!("{}{MENU}", list.repeat(9))).is_none());
    }
}
