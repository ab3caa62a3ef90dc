//! What the room lays out in columns, line by line: the sheet of an event, paper by paper, and what two articles have alike and not.

use std::sync::Arc;

use crate::analysis::comparison::{ComparedPassage, PassageFate, WordFate};
use crate::app::copies::compare_page::ComparePage;
use crate::model::archive::ArticleIx;
use crate::plain::desk::{Desk, Pickable};
use crate::query::sheet::{EventSheet, SheetRow, SheetSection};
use crate::text::span::Span;
use crate::tr;

/// Says a sheet; the number before a fact leads to where it is told.
pub(super) fn sheet(desk: &mut Desk, sheet: &Arc<EventSheet>) -> anyhow::Result<()> {
    desk.out.say(&sheet.title)?;
    for column in &sheet.columns {
        let day = column.day();
        let articles = tr!("{n} article" | "{n} articles", n = column.articles.len());
        desk.out.say(&format!("{}, {day}, {articles}", column.title()))?;
    }
    let mut places: Vec<(ArticleIx, Option<Span>)> = Vec::new();
    for section in SheetSection::ALL {
        let rows: Vec<&SheetRow> = sheet.rows.iter().filter(|row| row.section == section).collect();
        if !rows.is_empty() {
            desk.out.say(&tr!("{name}:", name = section.title()))?;
        }
        for row in rows {
            for line in cells(sheet, row, &mut places) {
                desk.out.say(&line)?;
            }
        }
    }
    (desk.next_row, desk.listing) = (places.len(), Pickable::Places(places));
    Ok(())
}

/// What each paper has of a fact, with the number of its place.
fn cells(sheet: &EventSheet, row: &SheetRow, places: &mut Vec<(ArticleIx, Option<Span>)>) -> Vec<String> {
    let several = sheet.columns.len() > 1;
    let mut lines = Vec::new();
    for (column, cell) in sheet.columns.iter().zip(&row.cells).filter_map(|(column, cell)| Some((column, cell.as_ref()?))) {
        places.push((cell.article, Some(cell.span)));
        let fact = if row.label.is_empty() || row.label == cell.text { None } else { Some(row.label.clone()) };
        let paper = several.then(|| column.title());
        let mark = Some(cell.mark.words()).filter(|words| several && !words.is_empty()).map(ToOwned::to_owned);
        let parts: Vec<String> = [fact, paper, Some(cell.text.clone()), mark].into_iter().flatten().collect();
        lines.push(format!("{}. {}", places.len(), parts.join(", ")));
    }
    lines
}

/// Says what became of the passages of one article in another.
pub(super) fn comparison(desk: &mut Desk, page: &ComparePage) -> anyhow::Result<()> {
    let (comparison, bodies) = page.compared();
    page.heads.iter().try_for_each(|head| desk.out.say(head))?;
    let words = comparison.words;
    let moved = if words.moved > 0 { tr!(", {moved} of them moved", moved = words.moved) } else { String::new() };
    let (kept, cut, added) = (words.kept, words.cut, words.added);
    desk.out.say(&tr!("{kept} words kept{moved}; {cut} cut, {added} added", kept, moved, cut, added))?;
    let lines = comparison.passages.iter().filter_map(|passage| passage_in_words(passage, bodies));
    lines.collect::<Vec<_>>().iter().try_for_each(|line| desk.out.say(line))?;
    let same = comparison.passages.iter().filter(|passage| passage.fate == PassageFate::Same).count();
    if same > 0 {
        desk.out.say(&tr!("{n} passage is the same" | "{n} passages are the same", n = same))?;
    }
    Ok(())
}

/// What became of a passage; nothing of one that is the same.
fn passage_in_words(passage: &ComparedPassage, [left, right]: [&str; 2]) -> Option<String> {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (was, is) = passage.numbers;
    let changes = || {
        let run = |run: &crate::analysis::comparison::ComparedRun| match run.fate {
            WordFate::Kept | WordFate::Moved => None,
            WordFate::Cut => Some(tr!("cut “{words}”", words = line(run.left.of(left)))),
            WordFate::Added => Some(tr!("added “{words}”", words = line(run.right.of(right)))),
        };
        passage.runs.iter().filter_map(run).collect::<Vec<_>>().join(", ")
    };
    match passage.fate {
        PassageFate::Same => None,
        PassageFate::Cut => Some(tr!("passage {was} cut: {words}", was, words = line(passage.left.of(left)))),
        PassageFate::Added => Some(tr!("passage {is} added: {words}", is, words = line(passage.right.of(right)))),
        PassageFate::Changed => Some(tr!("passage {is} changed: {changes}", is, changes = changes())),
        PassageFate::Moved => {
            let moved = tr!("passage {is} moved, it was {was}", is, was);
            let changes = changes();
            Some(if changes.is_empty() { moved } else { format!("{moved}: {changes}") })
        }
    }
}
