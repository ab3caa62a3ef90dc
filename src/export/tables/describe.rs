//! The papers beside the tables: a `README.md` of the columns for people, and a `datapackage.json` for programs (Frictionless Data Package 1).

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::export::tables::schema::{ColumnType, FactTable};

/// One table as it was written: how many rows, into which file.
pub(crate) struct WrittenTable {
    /// The table.
    pub(crate) table: &'static FactTable,
    /// The name of its file.
    pub(crate) file: String,
    /// Its rows.
    pub(crate) rows: usize,
    /// What they tell of: as many as there are rows, or as many groups as these are parts of.
    pub(crate) things: usize,
}

impl ColumnType {
    /// Its name in a Table Schema.
    fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
        }
    }
}

/// The columns, as a page.
pub(crate) fn page(archive: &str, written: &[WrittenTable]) -> String {
    let mut page = format!(
        "# Facts of {archive}\n\nWritten by liseuse {}. `start` and `end` count Unicode code points of the cleaned text of the article, end exclusive. \
         What is not known is empty.\n",
        env!("CARGO_PKG_VERSION")
    );
    for WrittenTable { table, file, rows, .. } in written {
        let _ = writeln!(
            page,
            "\n## {}\n\n`{file}`, {rows} rows: each is {}.\n\n| column | type | meaning |\n|---|---|---|",
            table.name, table.about
        );
        for column in table.columns {
            let _ = writeln!(page, "| `{}` | {} | {} |", column.name, column.kind.name(), column.about.replace('|', "\\|"));
        }
    }
    page
}

/// The descriptor of the package.
pub(crate) fn descriptor(archive: &str, written: &[WrittenTable]) -> Value {
    json!({
        "profile": "data-package",
        "name": "liseuse-facts",
        "title": format!("Facts of {archive}"),
        "resources": written.iter().map(resource).collect::<Vec<_>>(),
    })
}

fn resource(written: &WrittenTable) -> Value {
    let WrittenTable { table, file, .. } = written;
    let ending = file.rsplit('.').next().unwrap_or_default();
    let media = match ending {
        "csv" => "text/csv",
        "jsonl" => "application/jsonl",
        _ => "application/vnd.apache.parquet",
    };
    let fields = table.columns.iter();
    let fields: Vec<Value> =
        fields.map(|column| json!({"name": column.name, "type": column.kind.name(), "description": column.about})).collect();
    let foreign: Vec<Value> = table
        .refers
        .iter()
        .map(|(column, other)| {
            let other = if *other == table.name { "" } else { other };
            json!({"fields": column, "reference": {"resource": other, "fields": "id"}})
        })
        .collect();
    json!({
        "name": table.name,
        "description": table.about,
        "path": file,
        "format": ending,
        "mediatype": media,
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {"fields": fields, "primaryKey": table.key, "foreignKeys": foreign, "missingValues": [""]},
    })
}
