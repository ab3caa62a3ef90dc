//! What an export holds, counted for the message that says it is written: what its form leaves out is not counted, but said.

use crate::export::csv;
use crate::export::dossier::{ExportDocument, ExportItem, Section};
use crate::export::form::ExportForm;
use crate::export::words::state;
use crate::tr;

/// What `dossier` holds when it is written in `form`.
#[must_use]
pub fn contents(dossier: &ExportDocument, form: ExportForm) -> String {
    if form.lists_articles() || dossier.items().next().is_none() {
        return tr!("{n} article" | "{n} articles", n = dossier.sections.len());
    }
    let is_written = |section: &Section, item: &ExportItem| form != ExportForm::Csv || csv::has_row(section, item);
    let all = dossier.sections.iter().flat_map(|section| section.items.iter().map(move |item| (section, item)));
    let (written, left): (Vec<_>, Vec<_>) = all.partition(|(section, item)| is_written(section, item));
    let count = |is: fn(&ExportItem) -> bool| written.iter().filter(|(_, item)| is(item)).count();
    let highlights = tr!("{n} highlight" | "{n} highlights", n = count(|item| item.anchor().is_some()));
    let notes = tr!("{n} note" | "{n} notes", n = count(|item| !item.annotation.note.is_empty()));
    let mut told = tr!("{highlights} and {notes}", highlights, notes);
    let unsure = count(|item| !state(item.state).is_empty());
    if unsure > 0 {
        told += &tr!(" ({n} no longer in the text as marked)" | " ({n} no longer in the text as marked)", n = unsure);
    }
    if !left.is_empty() {
        told +=
            &tr!(" ({n} note without a quotation is left out)" | " ({n} notes without a quotation are left out)", n = left.len());
    }
    told
}
