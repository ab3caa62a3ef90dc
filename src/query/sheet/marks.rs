//! Who had first what several columns have, as far as days tell. That a column alone has something is told where its row is made.

use crate::model::archive::{Archive, ArticleIx};
use crate::query::sheet::table::{CellMark, SheetRow};

/// Marks the cells of `row`, where several columns have one.
pub(super) fn marked(archive: &Archive, row: &mut SheetRow) {
    let days = |ix: ArticleIx| archive.get(ix).and_then(|article| article.date().known_days());
    let held: Vec<(usize, ArticleIx)> =
        row.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.as_ref()?.article))).collect();
    if held.len() < 2 {
        return;
    }
    let mark = |at: usize, ix: ArticleIx| -> CellMark {
        let Some(own) = days(ix) else { return CellMark::Unknown };
        let others = || held.iter().filter(|(other, _)| *other != at).map(|(_, other)| days(*other));
        if others().all(|other| other.is_some_and(|other| own.last < other.first)) {
            return CellMark::FirstHere;
        }
        // Somebody was surely earlier: then this one was not first.
        let is_later = others().flatten().any(|other| other.last < own.first);
        if is_later { CellMark::Plain } else { CellMark::Unknown }
    };
    let marks: Vec<(usize, CellMark)> = held.iter().map(|(at, ix)| (*at, mark(*at, *ix))).collect();
    for (at, mark) in marks {
        if let Some(Some(cell)) = row.cells.get_mut(at) {
            cell.mark = mark;
        }
    }
}
