//! Readwise: the CSV that it imports (`Highlight,Title,Author,URL,Note,Location,Date`) and the one it exports (`Book Title`, …).

use csv::{ReaderBuilder, StringRecord};

use crate::export::csv::unguarded;
use crate::import::draft::AnnotationDraft;
use crate::import::drafts::{Drafts, ImportError, ImportForm};
use crate::model::anchor::Anchor;
use crate::model::annotation::ArticleKey;

/// Reads all highlights; columns are told by their names.
///
/// # Errors
/// When there is no column of highlights, or a row cannot be read.
pub fn read(text: &str, now: u64) -> Result<Drafts, ImportError> {
    let mut table = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let damaged = |error: csv::Error| ImportError::Damaged(format!("damaged CSV: {error}"));
    let columns = table.headers().map_err(damaged)?.clone();
    if !columns.iter().any(|name| name == "Highlight") {
        return Err(ImportError::Unknown);
    }
    let (mut annotations, mut rows) = (Vec::new(), 0);
    for row in table.records() {
        let row = row.map_err(damaged)?;
        rows += 1;
        annotations.extend(draft(&columns, &row).finish(now));
    }
    Ok(Drafts { form: ImportForm::Readwise, passed_over: rows - annotations.len(), annotations })
}

fn draft<'a>(columns: &StringRecord, row: &'a StringRecord) -> AnnotationDraft<'a> {
    let cell = |names: &[&str]| {
        let at = columns.iter().position(|name| names.contains(&name.trim()));
        at.and_then(|at| row.get(at)).map(|cell| unguarded(cell).trim()).unwrap_or_default()
    };
    AnnotationDraft {
        article: ArticleKey {
            url: cell(&["URL"]).to_owned(),
            title: cell(&["Title", "Book Title"]).to_owned(),
            ..ArticleKey::default()
        },
        anchor: Anchor { exact: cell(&["Highlight"]).to_owned(), ..Anchor::default() },
        color: cell(&["Color"]),
        note: cell(&["Note"]),
        tags: cell(&["Tags"]).split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect(),
        created: cell(&["Date", "Highlighted at"]),
        ..AnnotationDraft::default()
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::drafts::ImportError;

    #[test]
    fn both_sets_of_columns_are_read() {
        let exported = "Highlight,Book Title,Book Author,Note,Color,Tags,Location,Highlighted at\n\
                        \"Words, quoted\",Title,A,note,yellow,\"x,y z\",1,2024-03-09 16:00:00+00:00\n,T,,,,,,\n";
        let drafts = read(exported, 1).unwrap();
        let annotation = &drafts.annotations[0];
        assert_eq!((annotation.note.as_str(), annotation.color.as_deref()), ("note\n\n#x #y-z", Some("yellow")));
        assert_eq!((annotation.created, drafts.passed_over), (1_710_000_000_000, 1));
        assert_eq!(read("a,b\n1,2\n", 1), Err(ImportError::Unknown));
    }
}
