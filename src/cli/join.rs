//! `liseuse join`: what was extracted part by part, as one archive. The parts are laid one behind the other with what reading needs of each record, and the
//! archive is loaded from that, so that names, repetition, families and stories are settled as if one process had read it all.

mod parquet;

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use flate2::read::MultiGzDecoder;
use tempfile::NamedTempFile;

use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::members::Members;
use crate::cli::output::tell;
use crate::cli::setup::Setup;
use crate::ingest::formats::extracted::{TAKEN, VERSION};
use crate::text::terminal_safe::TerminalSafe;
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse join -o press.jsonl part-*.jsonl
  liseuse join -o press.jsonl records/           the files of a folder by name, as engines write them
  liseuse press.jsonl                            then opens the archive
The records must have been extracted with --text. The parts are taken in the order in which they are given.";

/// Join the records of `liseuse extract` into one archive, as if one process had read all of it.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Records in JSON Lines, packed with gzip or not, or in Parquet with a record in each row: files, or folders of which every file is taken
    /// whose name begins with neither . nor _
    #[arg(value_name = "PART", required = true)]
    parts: Vec<PathBuf>,
    /// The file that the archive is opened by
    #[arg(short, long, value_name = "FILE.jsonl")]
    output: PathBuf,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    limit: Limit,
}

/// Runs the subcommand.
///
/// # Errors
/// When a part cannot be read or holds something else, or the file is there already or cannot be written.
pub fn run(args: &Args, setup: &Setup) -> anyhow::Result<ExitStatus> {
    if args.output.extension().is_none_or(|ending| ending != "jsonl" && ending != "ndjson") {
        bail!(tr!("{path}: name a file that ends in .jsonl", path = args.output.display()));
    }
    if args.output.exists() && !args.force {
        bail!(tr!("{path} is there already; choose another name, or replace it with --force", path = args.output.display()));
    }
    let folder = args.output.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let told = || tr!("cannot write {path}", path = args.output.display());
    let joined = NamedTempFile::new_in(folder).with_context(told)?;
    let mut out = BufWriter::new(joined);
    let mut records = 0;
    for part in files(&args.parts)? {
        records += append(&part, &mut out)?;
    }
    let joined = out.into_inner().map_err(std::io::IntoInnerError::into_error).with_context(told)?;
    if args.force { joined.persist(&args.output) } else { joined.persist_noclobber(&args.output) }
        .map_err(|error| error.error)
        .with_context(told)?;
    let input = Input { paths: vec![args.output.clone()], format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load(&input, &Wanted::default())?;
    let found = loaded.archive.actors().iter().filter(|(_, actor)| actor.discovered).count();
    let articles = loaded.archive.len();
    tell(&[tr!(
        "{records} records joined in {path}: {articles} articles, {found} actors found",
        records,
        articles,
        found,
        path = args.output.display()
    )]);
    Ok(ExitStatus::of(articles))
}

/// The files of `parts`, those of a folder by name.
fn files(parts: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for part in parts {
        let told = || tr!("cannot read {path}", path = part.display());
        if !part.is_dir() {
            files.push(part.clone());
            continue;
        }
        let inside = fs::read_dir(part).and_then(Iterator::collect::<Result<Vec<_>, _>>).with_context(told)?;
        let is_part = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            path.is_file() && !name.starts_with(['.', '_'])
        };
        let mut inside: Vec<PathBuf> = inside.into_iter().map(|entry| entry.path()).filter(is_part).collect();
        inside.sort();
        files.append(&mut inside);
    }
    Ok(files)
}

/// Writes the records of the file at `part`, as far as they are needed, and returns how many there are.
fn append(part: &Path, out: &mut BufWriter<NamedTempFile>) -> anyhow::Result<usize> {
    let told = || tr!("cannot read {path}", path = part.display());
    let mut file = File::open(part).with_context(told)?;
    let mut head = Vec::new();
    (&file).take(4).read_to_end(&mut head).with_context(told)?;
    file.rewind().with_context(told)?;
    let mut records = 0;
    if head == parquet::MAGIC {
        let take = &mut |record: &str| {
            records += 1;
            write_record(record, part, records, out)
        };
        parquet::records(&file, take).with_context(|| part.display().to_string())?;
        return Ok(records);
    }
    let lines: Box<dyn BufRead> = match head.as_slice() {
        [0x1f, 0x8b, ..] => Box::new(BufReader::new(MultiGzDecoder::new(file))),
        _ => Box::new(BufReader::new(file)),
    };
    for (number, line) in (1..).zip(lines.lines()) {
        let line = line.with_context(|| tr!("cannot read {path}, line {number}", path = part.display(), number))?;
        if !line.trim().is_empty() {
            write_record(&line, part, number, out)?;
            records += 1;
        }
    }
    Ok(records)
}

/// Writes what is needed of the record that stands in line or row `number` of `part`.
fn write_record(record: &str, part: &Path, number: usize, out: &mut BufWriter<NamedTempFile>) -> anyhow::Result<()> {
    let members = Members::of(record).filter(|members| members.get("extract") == Some(&VERSION.to_string()));
    let Some(members) = members else {
        bail!(tr!("{path}:{number} is no record of `liseuse extract` that this version knows", path = part.display(), number));
    };
    if ["text", "error"].iter().all(|name| members.get(name).is_none()) {
        bail!(tr!("{path}:{number} was extracted without its text; extract it again with --text", path = part.display(), number));
    }
    writeln!(out, "{}", TerminalSafe::json(&members.only(&TAKEN))).with_context(|| "cannot write the archive")
}
