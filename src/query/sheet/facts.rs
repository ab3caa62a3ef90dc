//! The facts of a sheet that have a name: days that are told, places, who takes part, and what is counted.

use std::collections::BTreeMap;

use crate::model::actor::{ActorKind, ActorTable};
use crate::model::archive::ArticleIx;
use crate::model::article::Article;
use crate::model::date::{PartialDate, Precision};
use crate::query::sheet::table::{CellMark, SheetCell, SheetRow, SheetSection};
use crate::text::fold::fold;
use crate::text::span::Span;

/// Words between a number and what it counts.
const BETWEEN: [&str; 14] = ["de", "des", "d", "du", "la", "le", "les", "of", "the", "a", "an", "some", "autres", "other"];
/// Words that nothing is counted by.
const UNCOUNTED: [&str; 16] =
    ["et", "ou", "and", "or", "pour", "dans", "sur", "for", "in", "on", "to", "heures", "ans", "years", "avec", "with"];

/// A fact of one article: what it is known by, its name, and where it stands.
struct Fact {
    section: SheetSection,
    key: String,
    label: String,
    span: Span,
}

/// The rows of the facts that `read` has, a list of articles for each column.
pub(super) fn facts(read: &[Vec<(ArticleIx, Article)>], actors: &ActorTable) -> Vec<SheetRow> {
    let mut rows: BTreeMap<(SheetSection, String), SheetRow> = BTreeMap::new();
    for (at, articles) in read.iter().enumerate() {
        for (ix, article) in articles {
            for Fact { section, key, label, span } in of_article(article, actors) {
                let blank = || SheetRow { section, label, cells: vec![None; read.len()] };
                let row = rows.entry((section, key)).or_insert_with(blank);
                let text = span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ");
                if let Some(cell @ None) = row.cells.get_mut(at) {
                    *cell = Some(SheetCell { text, article: *ix, span, mark: CellMark::Plain });
                }
            }
        }
    }
    rows.into_values().collect()
}

fn of_article(article: &Article, actors: &ActorTable) -> Vec<Fact> {
    let mut all = Vec::new();
    for event in article.events.iter().filter(|event| !event.telling.is_aside && event.precision <= Precision::Month) {
        let whole = PartialDate::of(event.interval.first).at(event.precision);
        let label = if whole.interval() == event.interval { whole.to_string() } else { event.interval.to_string() };
        all.push(Fact { section: SheetSection::When, key: label.clone(), label, span: event.timex });
    }
    for mention in &article.mentions {
        let Some(actor) = actors.get(mention.actor) else { continue };
        let section = match actor.kind {
            ActorKind::Place | ActorKind::State => SheetSection::Where,
            ActorKind::Media => continue,
            _ => SheetSection::Who,
        };
        all.push(Fact { section, key: actor.id.to_string(), label: actor.name.to_string(), span: mention.span });
    }
    for block in article.text_blocks() {
        figures(article, block.span, &mut all);
    }
    all
}

/// The numbers of a block with what they count; dates are none.
fn figures(article: &Article, block: Span, all: &mut Vec<Fact>) {
    let text = block.of(&article.body);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)).map(|found| at + found) {
        at = number_end(text, start);
        let whole = Span::new(start, at).shift(block.first());
        let is_date = article.dates.iter().any(|date| date.span.overlaps(whole));
        let is_inside = start > 0 && text.get(..start).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        if is_date || is_inside {
            continue;
        }
        if let Some((noun, end)) = counted(text, at) {
            let span = Span::new(start, end).shift(block.first());
            let key = fold(&noun).chars().take(6).collect();
            all.push(Fact { section: SheetSection::Figures, key, label: noun, span });
        }
    }
}

/// The end of the number that begins at `start`: digits with points, commas and thin spaces between them.
fn number_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text.get(start..).unwrap_or_default().char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next_is_digit = rest.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_ascii_digit() {
            end = start + at + 1;
        } else if !(matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}' | '\u{2009}') && next_is_digit) {
            break;
        }
    }
    end
}

/// What is counted behind the number that ends at `end`, and where that ends: a sign or a word.
fn counted(text: &str, end: usize) -> Option<(String, usize)> {
    let rest = text.get(end..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\n']);
    let sign = trimmed.chars().next().filter(|c| matches!(c, '%' | '€' | '$' | '£'));
    let mut at = text.len() - trimmed.len();
    if let Some(sign) = sign {
        return Some((sign.to_string(), at + sign.len_utf8()));
    }
    for word in trimmed.split([' ', '\u{a0}', '\u{202f}', '’', '\'', '\n']).take(3) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let begin = at;
        at += word.len() + text.get(at + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        let small = fold(bare);
        if BETWEEN.contains(&&*small) {
            continue;
        }
        let is_noun = bare.chars().count() >= 3 && bare.chars().all(|c| c.is_alphabetic() || c == '-');
        let is_whole = word.starts_with(bare);
        return (is_noun && is_whole && !UNCOUNTED.contains(&&*small)).then(|| (bare.to_owned(), begin + bare.len()));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{counted, number_end};

    #[test]
    fn what_is_counted_follows_the_number() {
        let found = |text: &str| {
            let start = text.find(|c: char| c.is_ascii_digit()).unwrap();
            counted(text, number_end(text, start)).map(|(noun, end)| (noun, text.get(start..end).unwrap().to_owned()))
        };
        assert_eq!(found("évacué 46 habitants du quai"), Some(("habitants".into(), "46 habitants".into())));
        assert_eq!(found("Les 12.000 véhicules"), Some(("véhicules".into(), "12.000 véhicules".into())));
        assert_eq!(found("plus de 3,5 millions d’euros"), Some(("millions".into(), "3,5 millions".into())));
        assert_eq!(found("baisse de 7 % en mai"), Some(("%".into(), "7 %".into())));
        assert_eq!(found("52, d’après la mairie"), None);
        assert_eq!(found("vers 6 et demie"), None);
    }
}
