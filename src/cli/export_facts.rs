//! `liseuse export-facts`: a folder of tables, one for each kind of fact, for R, pandas, `DuckDB` and spreadsheets.
//!
//! Here are the flags and the files; `articles`, `telling`, `groups` and `annotated` make the rows, `delimited`, `lines` and `parquet` write them.

mod annotated;
mod articles;
mod cell;
mod delimited;
mod groups;
mod lines;
mod parquet;
mod telling;
mod thrift;

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::ValueEnum;

use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::export_facts::cell::{Cell, RowSink};
use crate::cli::export_facts::delimited::DelimitedRows;
use crate::cli::export_facts::lines::LineRows;
use crate::cli::export_facts::parquet::ParquetRows;
use crate::cli::output::tell;
use crate::cli::setup::{Loaded, Setup, origin};
use crate::export::tables::describe::{WrittenTable, descriptor, page};
use crate::export::tables::schema;
use crate::export::tables::schema::FactTable;
use crate::runtime::exporter::archive_name;
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse export-facts -o facts/ press/                      all tables as CSV
  liseuse export-facts -o facts/ --format parquet --text press/
  liseuse export-facts -o kazemi/ --actor kazemi press/      of some articles
The folder gets a README.md of the columns and a datapackage.json (Frictionless).";

/// Export what is known as tables: articles, actors, dates, events, statements, figures and more.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The folder, which is made
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
    /// The form of the tables
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: TableForm,
    /// The texts of the articles too
    #[arg(long)]
    text: bool,
    /// Replace tables that are there already
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    limit: Limit,
}

/// The form of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum TableForm {
    /// CSV (RFC 4180)
    #[default]
    Csv,
    /// JSON Lines
    Jsonl,
    /// Apache Parquet
    Parquet,
}

impl TableForm {
    fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Parquet => "parquet",
        }
    }
}

/// A table that is being written.
struct OpenTable {
    table: &'static FactTable,
    sink: Box<dyn RowSink>,
    rows: usize,
    /// The groups that its rows are parts of, where they are parts of groups.
    groups: Option<usize>,
}

impl OpenTable {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        debug_assert_eq!(cells.len(), self.table.columns.len(), "{}", self.table.name);
        self.rows += 1;
        self.sink.row(cells)
    }
}

/// The folder that is written into.
struct TableFolder<'a> {
    folder: &'a Path,
    form: TableForm,
    written: Vec<WrittenTable>,
}

impl TableFolder<'_> {
    fn open(&self, table: &'static FactTable) -> anyhow::Result<OpenTable> {
        let path = self.folder.join(self.file(table));
        let told = || tr!("cannot write {path}", path = path.display());
        let file = BufWriter::new(File::create(&path).with_context(told)?);
        let sink: Box<dyn RowSink> = match self.form {
            TableForm::Csv => Box::new(DelimitedRows::new(table, file).with_context(told)?),
            TableForm::Jsonl => Box::new(LineRows::new(table, file)),
            TableForm::Parquet => Box::new(ParquetRows::new(table, file).with_context(told)?),
        };
        Ok(OpenTable { table, sink, rows: 0, groups: None })
    }

    fn close(&mut self, OpenTable { table, sink, rows, groups }: OpenTable) -> anyhow::Result<()> {
        let file = self.file(table);
        sink.finish().with_context(|| tr!("cannot write {path}", path = file))?;
        self.written.push(WrittenTable { table, file, rows, things: groups.unwrap_or(rows) });
        Ok(())
    }

    fn file(&self, table: &FactTable) -> String {
        format!("{}.{}", table.name, self.form.ending())
    }
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive cannot be loaded, tables are there already or cannot be written.
pub fn run(args: &Args, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let origin = origin(args.paths.clone())?;
    let input = Input { paths: args.paths.clone(), format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load(&input, &args.wanted)?;
    if loaded.rows.is_empty() {
        return Ok(ExitStatus::NothingFound);
    }
    fs::create_dir_all(&args.output).with_context(|| tr!("cannot make the folder {path}", path = args.output.display()))?;
    let descriptor_path = args.output.join("datapackage.json");
    if descriptor_path.exists() && !args.force {
        bail!(tr!(
            "there are tables in {path} already; choose another folder, or replace them with --force",
            path = args.output.display()
        ));
    }
    let mut folder = TableFolder { folder: &args.output, form: args.format, written: Vec::new() };
    tables(&mut folder, &loaded, args.text)?;
    let name = archive_name(&origin);
    put(&args.output.join("README.md"), &page(&name, &folder.written))?;
    put(&descriptor_path, &format!("{:#}\n", descriptor(&name, &folder.written)))?;
    let counts = folder.written.iter().map(|written| format!("{} {}", written.things, written.table.name));
    tell(&[tr!(
        "{contents} written into {path}",
        contents = counts.collect::<Vec<_>>().join(", "),
        path = args.output.display()
    )]);
    Ok(ExitStatus::Done)
}

fn tables(folder: &mut TableFolder<'_>, loaded: &Loaded, text: bool) -> anyhow::Result<()> {
    let mut one = |table, rows: &mut dyn FnMut(&mut OpenTable) -> anyhow::Result<()>| {
        let mut open = folder.open(table)?;
        rows(&mut open)?;
        folder.close(open)
    };
    one(&schema::ARTICLES, &mut |table| articles::articles(loaded, text, table))?;
    one(&schema::ACTORS, &mut |table| articles::actors(loaded, table))?;
    one(&schema::FAMILIES, &mut |table| groups::families(loaded, table))?;
    one(&schema::STORIES, &mut |table| groups::stories(loaded, table))?;
    one(&schema::ANNOTATIONS, &mut |table| annotated::annotations(loaded, table))?;
    let tables: [_; telling::TABLES] =
        [&schema::MENTIONS, &schema::DATES, &schema::EVENTS, &schema::STATEMENTS, &schema::FIGURES];
    let mut open = tables.into_iter().map(|table| folder.open(table)).collect::<anyhow::Result<Vec<_>>>()?;
    telling::told(loaded, &mut open)?;
    open.into_iter().try_for_each(|table| folder.close(table))
}

fn put(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| tr!("cannot write {path}", path = path.display()))
}
