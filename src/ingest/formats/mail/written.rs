//! The text of a plain part as its sender wrote it: lines that flow put together (RFC 3676), quotations and the signature told apart.
//!
//! A quotation stands in another message already: it is kept, and counts only where it is most of this one.

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::plain;
use crate::model::article::BlockKind;

/// The lines of `text`; `flowed` tells that a space at the end of a line lets it go on.
pub(super) fn lines(text: &str, flowed: bool) -> Lines {
    let runs = runs(text, flowed);
    let words = |quoted: bool| -> usize {
        let counted = runs.iter().filter(|run| run.part != Part::Signature && (run.part == Part::Quoted) == quoted);
        counted.map(|run| run.text.split_whitespace().count()).sum()
    };
    let aside = words(false) * 4 >= words(true) && words(false) > 0;
    let mut lines = Lines::default();
    for run in &runs {
        let read = plain::lines(&run.text);
        let kind = match run.part {
            Part::Own => None,
            Part::Signature => Some(BlockKind::Furniture),
            Part::Quoted => aside.then_some(BlockKind::Furniture),
        };
        for (at, line) in read.places.iter().enumerate() {
            let set_off = if at == 0 { Break::Gap } else { line.set_off };
            match run.part {
                Part::Quoted => lines.push(&format!("> {}", read.words(line)), set_off, kind),
                _ => lines.push(read.words(line), set_off, kind),
            }
        }
    }
    lines
}

/// What a run of lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Own,
    Quoted,
    Signature,
}

/// Lines of one kind, one under the other.
struct Run {
    part: Part,
    text: String,
}

fn runs(text: &str, flowed: bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut signed, mut open) = (false, false);
    for row in text.lines() {
        let (depth, words) = unquoted(row);
        signed = signed && depth == 0 || matches!(row, "-- " | "--");
        let part = if depth > 0 {
            Part::Quoted
        } else if signed {
            Part::Signature
        } else {
            Part::Own
        };
        let words = if flowed { words.strip_prefix(' ').unwrap_or(words) } else { words };
        match runs.last_mut().filter(|run| run.part == part) {
            Some(run) => {
                if !open {
                    run.text.push('\n');
                }
                run.text.push_str(words);
            }
            // A blank line between two kinds belongs to neither.
            None if words.trim().is_empty() => continue,
            None => runs.push(Run { part, text: words.to_owned() }),
        }
        open = flowed && words.ends_with(' ') && words != "-- ";
    }
    runs
}

/// How deep a line is quoted, and its words.
fn unquoted(row: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, row);
    while let Some(inner) = rest.strip_prefix('>').or_else(|| rest.strip_prefix(" >").filter(|_| depth > 0)) {
        (depth, rest) = (depth + 1, inner);
    }
    (depth, if depth > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest })
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::model::article::BlockKind;

    fn read(text: &str, flowed: bool) -> Vec<(String, bool)> {
        let found = lines(text, flowed);
        let aside = |kind| kind == Some(BlockKind::Furniture);
        found.places.iter().map(|line| (found.words(line).to_owned(), aside(line.kind))).collect()
    }

    #[test]
    fn a_signature_and_what_is_quoted_are_kept_beside_the_text() {
        let text = "Merci pour cet envoi, que je lirai.\n\nLe 9 mars, Anne a écrit :\n> Voici le texte.\n>> Bien.\n\n-- \nAnne Martin\nLa Gazette\n";
        let told = [
            ("Merci pour cet envoi, que je lirai.", false),
            ("Le 9 mars, Anne a écrit :", false),
            ("> Voici le texte.", true),
            ("> Bien.", true),
            ("--", true),
            ("Anne Martin", true),
            ("La Gazette", true),
        ];
        assert_eq!(read(text, false), told.map(|(words, aside)| (words.to_owned(), aside)));
    }

    #[test]
    fn an_article_that_is_passed_on_counts() {
        let text =
            "Pour info.\n\n> Le conseil municipal a voté mardi soir un budget en hausse de trois pour cent, après un débat.\n";
        assert!(read(text, false).iter().all(|(_, aside)| !aside));
    }

    #[test]
    fn lines_that_flow_are_one_paragraph() {
        assert_eq!(
            read("Le conseil a \nvoté.\nFin.\n", true),
            [("Le conseil a voté.".to_owned(), false), ("Fin.".to_owned(), false)]
        );
    }
}
