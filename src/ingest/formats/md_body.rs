//! The text of Markdown: its blocks as lines; emphasis, links and code as the words a reader sees.
//!
//! The markup is `CommonMark`'s with tables and footnotes, read by `pulldown-cmark`, and what Obsidian and wikis add: `[[page|label]]`,
//! `![[embed]]`, `> [!callout]`, `==highlight==`, `%% comment %%`. Called by `markdown`; only paragraphs with marks meet the parser.

mod marks;
mod writer;

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::md_body::marks::{may_hold_mark, reaches_on};
use crate::ingest::formats::md_body::writer::BodyWriter;
use crate::ingest::formats::plain::{rejoined, rows};
use crate::model::article::BlockKind;

/// The lines of `body`, which is clean. A line end inside a paragraph begins a new line, unless the whole text is hard-wrapped.
pub(crate) fn lines(body: &str) -> Lines {
    rejoined(by_paragraph(body).unwrap_or_else(|| parsed(body)))
}

/// The lines of a body of paragraphs and headings, of which only those that hold marks meet the parser: that takes twenty times as
/// long as looking for marks. `None` when something may reach over a blank line, such as a list or a definition of links.
fn by_paragraph(body: &str) -> Option<Lines> {
    if ["]:", "%%"].iter().any(|mark| memchr::memmem::find(body.as_bytes(), mark.as_bytes()).is_some()) {
        return None;
    }
    let mut lines = Lines::with_room(body.len());
    let (mut start, mut set_off) = (0, Break::Line);
    while let Some(rest) = body.get(start..).filter(|rest| !rest.is_empty()) {
        let size = paragraph(rest);
        let (own, _) = rest.split_at_checked(size)?;
        if size == 0 {
            set_off = Break::Gap;
            start += rows(rest).next().map_or(rest.len(), |blank| blank.len() + 1);
            continue;
        }
        start += size;
        if rows(own).any(reaches_on) {
            return None;
        }
        if !may_hold_mark(own) {
            plain_rows(own, &mut set_off, &mut lines)?;
            continue;
        }
        // What stands so far in is code, or goes on with the item of a list.
        if own.starts_with("    ") || own.starts_with('\t') {
            return None;
        }
        let read = parsed(own);
        for line in &read.places {
            let own = std::mem::replace(&mut set_off, Break::Line);
            lines.push(read.words(line), if own == Break::Gap { own } else { line.set_off }, line.kind);
        }
    }
    Some(lines)
}

/// What `body` holds and does not show: comments, and the titles of links and pictures.
pub(crate) fn hidden(body: &str) -> String {
    let shown = uncommented(body);
    let mut words: Vec<String> = Vec::new();
    if let Cow::Owned(shown) = &shown {
        // What was taken out stands between what is the same on both sides.
        let (mut rest, mut kept) = (body, shown.as_str());
        while let Some(open) = comment_mark(rest, 0).filter(|open| rest.get(..*open) == kept.get(..*open)) {
            let Some((comment, behind)) = rest.get(open + 2..).and_then(|behind| behind.split_once("%%")) else { break };
            words.push(comment.to_owned());
            (rest, kept) = (behind, kept.get(open..).unwrap_or_default());
        }
    }
    let mut html = String::new();
    for event in Parser::new_ext(&shown, OPTIONS) {
        match event {
            Event::Start(Tag::Link { title, .. } | Tag::Image { title, .. }) if !title.is_empty() => {
                words.push(title.into_string());
            }
            Event::Html(part) | Event::InlineHtml(part) => html.push_str(&part),
            _ => {}
        }
    }
    words.extend(comments(&html).map(ToOwned::to_owned));
    words.join(" ")
}

/// The comments of HTML.
fn comments(html: &str) -> impl Iterator<Item = &str> {
    html.split("<!--").skip(1).filter_map(|part| part.split("-->").next())
}

/// The bytes of the rows at the head of `text` up to the next blank one.
fn paragraph(text: &str) -> usize {
    let is_blank = |row: &&str| row.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
    let size: usize = rows(text).take_while(|row| !is_blank(row)).map(|row| row.len() + 1).sum();
    size.min(text.len())
}

/// Adds the rows of a paragraph without marks; `None` when it may be something else.
fn plain_rows(rows_of: &str, set_off: &mut Break, lines: &mut Lines) -> Option<()> {
    for row in rows(rows_of) {
        let row = row.trim();
        match row.as_bytes().first() {
            None => continue,
            Some(b'#') => {
                let hashes = row.bytes().take_while(|byte| *byte == b'#').count();
                let title = row.get(hashes..).filter(|title| hashes <= 6 && title.starts_with(' ') && !title.contains('#'));
                match title.map(str::trim) {
                    Some(title) => lines.push(title, *set_off, Some(BlockKind::Heading)),
                    None if row.ends_with('#') => return None,
                    None => lines.push(row, *set_off, None),
                }
            }
            Some(_) => lines.push(row, *set_off, None),
        }
        *set_off = Break::Line;
    }
    Some(())
}

/// What is read beside the markup of `CommonMark`.
const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_WIKILINKS);

fn parsed(body: &str) -> Lines {
    let source = uncommented(body);
    let mut writer = BodyWriter::new(&source);
    for (event, place) in Parser::new_ext(&source, OPTIONS).into_offset_iter() {
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

    const PARTS: &[&str] = &[
        "mot ", "mot", " ", "*", "**", "_", "`", "``", "&", "amp;", "[", "]", "(", ")", "![", "[[", "]]", "<", "b>", "</b>", "|",
        "~", "~~", "==", "\\", "\n", "\n\n", "\n## ", "\n> ", "\n- ", "\n* ", "\n1. ", "\n| - |", "«", "é", "5",
    ];

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
        let body = "# Un titre\n\nUn paragraphe.\nUn autre.\n## Inter\n\n    En retrait.\n\nUn point\n#mot";
        assert_eq!(super::by_paragraph(body).unwrap(), super::parsed(body));
        let marked = "Un *mot* & R&D ; `code` et ``\n\nA | b ~5 km [sic] 1 < 2\n## Un *titre*\nPuis [le site](https://x.fr) &eacute;\n\n2 * 3";
        assert_eq!(super::by_paragraph(marked).unwrap(), super::parsed(marked));
        for reaching in [
            "- un\n\n  *deux*",
            "[a]\n\n[a]: https://x.fr",
            "```\na\n\nb\n```",
            "<pre>\n\n*a*\n</pre>",
            "* un\n* deux",
            "***",
            "1. un\n\n2. deux",
        ] {
            assert_eq!(super::by_paragraph(reaching), None, "{reaching}");
        }
    }

    proptest::proptest! {
        #[test]
        fn paragraphs_with_marks_read_alone_are_as_in_the_whole(
            parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..24),
        ) {
            let body = format!("Mot {}", parts.concat());
            if let Some(lines) = super::by_paragraph(&body) {
                proptest::prop_assert_eq!(lines, super::parsed(&body), "{:?}", body);
            }
        }
    }
}
