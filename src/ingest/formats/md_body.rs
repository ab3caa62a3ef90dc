//! The text of Markdown: its blocks as lines; emphasis, links and code as the words a reader sees.
//!
//! The markup is `CommonMark`'s with tables and footnotes, read by `pulldown-cmark`, and what Obsidian and wikis add: `[[page|label]]`,
//! `![[embed]]`, `> [!callout]`, `==highlight==`, `%% comment %%`. Called by `markdown`; a body without marks never meets the parser.

mod writer;

use std::borrow::Cow;

use pulldown_cmark::{Options, Parser};

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::md_body::writer::BodyWriter;
use crate::ingest::formats::plain::{rejoined, rows};
use crate::model::article::BlockKind;

/// The bytes that are looked at together.
const LANES: usize = 64;

/// The lines of `body`, which is clean. A line end inside a paragraph begins a new line, unless the whole text is hard-wrapped.
pub(crate) fn lines(body: &str) -> Lines {
    rejoined(unmarked(body).unwrap_or_else(|| parsed(body)))
}

/// The lines of a body that holds no markup but headings; `None` when it may hold other.
fn unmarked(body: &str) -> Option<Lines> {
    if holds_mark(body) {
        return None;
    }
    let mut lines = Lines::with_room(body.len());
    let mut set_off = Break::Line;
    for row in rows(body) {
        let row = row.trim();
        match row.as_bytes().first() {
            None => set_off = Break::Gap,
            Some(b'-' | b'+' | b'>' | b'=') => return None,
            Some(b'#') => {
                let hashes = row.bytes().take_while(|byte| *byte == b'#').count();
                let title = row.get(hashes..).filter(|title| hashes <= 6 && title.starts_with(' ') && !title.contains('#'));
                match title.map(str::trim) {
                    Some(title) => lines.push(title, set_off, Some(BlockKind::Heading)),
                    None if row.ends_with('#') => return None,
                    None => lines.push(row, set_off, None),
                }
                set_off = Break::Line;
            }
            Some(_) => {
                lines.push(row, set_off, None);
                set_off = Break::Line;
            }
        }
    }
    Some(lines)
}

/// Whether `body` holds a character that can be markup inside a line. Telling so in a few lanes at once takes a twentieth of the
/// time that parsing does.
fn holds_mark(body: &str) -> bool {
    let mark = |byte: &u8| matches!(byte, b'\\' | b'[' | b'<' | b'`' | b'*' | b'_' | b'~' | b'&' | b'|');
    body.as_bytes().chunks(LANES).any(|chunk| chunk.iter().fold(false, |found, byte| found | mark(byte)))
        || ["==", "%%"].iter().any(|mark| memchr::memmem::find(body.as_bytes(), mark.as_bytes()).is_some())
}

fn parsed(body: &str) -> Lines {
    let source = uncommented(body);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_WIKILINKS;
    let mut writer = BodyWriter::new(&source);
    for (event, place) in Parser::new_ext(&source, options).into_offset_iter() {
        writer.take(event, &place);
    }
    writer.finish()
}

/// `body` without the comments that Obsidian hides, `%% like this %%`. A mark behind a number is a per cent sign written twice.
fn uncommented(body: &str) -> Cow<'_, str> {
    let (mut kept, mut rest) = (String::new(), body);
    while let Some(open) = comment_mark(rest, 0) {
        let Some(close) = rest.get(open + 2..).and_then(|behind| behind.find("%%")).map(|at| open + 2 + at) else { break };
        kept.push_str(rest.get(..open).unwrap_or_default());
        rest = rest.get(close + 2..).unwrap_or_default();
    }
    if kept.is_empty() && rest.len() == body.len() {
        return body.into();
    }
    kept.push_str(rest);
    kept.into()
}

/// Where a comment opens in `text` from `from` on.
fn comment_mark(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.match_indices("%%").map(|(at, _)| from + at).find(|at| {
        let before = text.get(..*at).unwrap_or_default();
        !before.trim_end_matches([' ', '\u{a0}', '\u{202f}']).ends_with(|c: char| c.is_ascii_digit() || c == '%')
    })
}

#[cfg(test)]
mod tests {
    use super::lines;

    fn read(body: &str) -> Vec<String> {
        lines(body).all_words().map(str::to_owned).collect()
    }

    fn line(body: &str) -> String {
        lines(body).text
    }

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(line("**Gras**, *penché*, __fort__ et ~~non~~ `code`"), "Gras, penché, fort et non code");
        assert_eq!(line("snake_case_name, 2 * 3 * 4, ~5 km, ~6 km"), "snake_case_name, 2 * 3 * 4, ~5 km, ~6 km");
        assert_eq!(line(r"\*pas\* \[un\] lien"), "*pas* [un] lien");
        assert_eq!(
            line("Une salle de 10*12 m, x^2*y, 2*3*4, `a*b*` et `[x](y)`"),
            "Une salle de 10*12 m, x^2*y, 2*3*4, a*b* et [x](y)"
        );
        assert_eq!(line("Dupont &amp; Fils &eacute;tait l&#224; : 5 &lt; 6, R&D"), "Dupont & Fils était là : 5 < 6, R&D");
    }

    #[test]
    fn links_give_their_text() {
        assert_eq!(
            line("voir [le *site*](https://x.fr \"t\") et [ça][1], <https://y.fr>[^2]\n\n[1]: https://z.fr\n[^2]: Une note."),
            "voir le site et ça, https://y.fr\n\nUne note."
        );
        assert_eq!(line("[…] il a dit [sic] oui"), "[…] il a dit [sic] oui");
        assert_eq!(read("a ![image](x.png) b<br>c 1 < 2, <Le Monde>"), ["a  b", "c 1 < 2, <Le Monde>"]);
    }

    #[test]
    fn lists_numbers_and_tables_keep_their_words() {
        assert_eq!(
            read("2013. Une année\n\n- un\n- deux\n  - trois\n\n3) quatre"),
            ["2013. Une année", "• un", "• deux", "• trois", "3) quatre"]
        );
        assert_eq!(read("| Ville | Voix |\n|---|---|\n| Valmont | 12 |"), ["Ville | Voix", "Valmont | 12"]);
        assert_eq!(read("```\na *b*\n\n  c\n```\nd"), ["a *b*", "c", "d"]);
        assert_eq!(read("<figure><img src=a><figcaption>Une place</figcaption></figure>\n\nSuite"), ["Une place", "Suite"]);
    }

    #[test]
    fn what_obsidian_adds_is_read() {
        assert_eq!(
            read(
                "> [!quote]- La maire\n> Un projet.\n\n![[photo.jpg]]\n\nVoir [[Valmont|la ville]], [[Conseil]] et ==ceci *ou* cela== %%note%%."
            ),
            ["La maire", "Un projet.", "Voir la ville, Conseil et ceci ou cela ."]
        );
        assert_eq!(read("Texte.\n\n%%\nà revoir\n\nplus tard\n%%\n\nSuite."), ["Texte.", "Suite."]);
        assert_eq!(line("Une hausse de 5%% puis de 6%% ; a==b et c == d"), "Une hausse de 5%% puis de 6%% ; a==b et c == d");
        assert_eq!(read("![[a.png|300]]\n![[b.png|Une légende]]"), ["Une légende"]);
    }

    #[test]
    fn bodies_with_and_without_marks_are_laid_out_alike() {
        let body = "# Un titre\n\nUn paragraphe.\nUn autre.\n## Inter\n\n    En retrait.\n\n1. Un point\n#mot";
        assert_eq!(super::unmarked(body).unwrap(), super::parsed(body));
    }
}
