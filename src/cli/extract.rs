//! `liseuse extract`: what each article of a stream of JSON Lines tells, one record out for each in, for engines that run many.
//!
//! Nothing outlives a line: no archive, no cache, no notes. What the whole archive tells is settled by `liseuse join`.

mod lines;
mod record;
mod sketch;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::analysis::actors::Gazetteer;
use crate::cli::args::Limit;
use crate::cli::args::STANDARD;
use crate::cli::exit_status::ExitStatus;
use crate::cli::extract::lines::{InputLine, LineReader};
use crate::cli::extract::record::{ExtractChoice, FIELDS, record};
use crate::cli::output::Out;
use crate::cli::output::tell;
use crate::cli::setup::Setup;
use crate::config::size::parse_size;
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse extract press.jsonl > records.jsonl
  liseuse extract --text - < part-07.jsonl          as a pipe of an engine; --text keeps what `liseuse join` needs
  liseuse extract --fields id,date,actors press.jsonl
A line that is no article becomes a record with error; lines that hold nothing are no records.";

/// Extract what each article of JSON Lines tells, one record for each line, in order.
///
/// Nothing is kept and nothing is looked up but the list of actors, so that any split of the input over processes gives the same
/// records. Offsets are code points of the cleaned text.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Files in JSON Lines; - or none is stdin
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only these fields, parted by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = field)]
    fields: Vec<&'static str>,
    /// Keep the text, and what `liseuse join` needs of it
    #[arg(long)]
    text: bool,
    /// Threads at work at once [default: one for each core]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Longer lines become records with an error
    #[arg(long, value_name = "SIZE", value_parser = parse_size, default_value = "2MiB")]
    max_line: u64,
    /// Know no actors but those of your actors.toml
    #[arg(long)]
    no_gazetteer: bool,
}

/// The field of this name.
fn field(name: &str) -> Result<&'static str, String> {
    let known = FIELDS.iter().find(|field| **field == name).copied();
    known.ok_or_else(|| tr!("there is no such field; known are {names}", names = FIELDS.join(", ")))
}

/// Bytes of input that are worked on at once.
const BATCH: usize = 512 << 10;
/// Lines that are worked on at once.
const LINES: usize = 1024;

/// A run of lines that were read and wait for their records.
#[derive(Default)]
struct Batch<'a> {
    /// Each with its file and its number there; on stdin neither is known.
    lines: Vec<(Option<(&'a Path, u32)>, InputLine)>,
    bytes: usize,
}

/// What writes records.
struct Extractor<'a> {
    gazetteer: Gazetteer,
    chosen: ExtractChoice,
    threads: ThreadPool,
    lost: usize,
    emit: &'a mut dyn FnMut(&str) -> io::Result<()>,
}

/// Runs the subcommand. An input without any line is no failure: an engine may hand over empty parts.
///
/// # Errors
/// When a file cannot be read or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let limit = Limit { max_file_size: None, no_gazetteer: args.no_gazetteer, no_cache: true };
    let threads = ThreadPoolBuilder::new().num_threads(args.threads.unwrap_or(0)).build()?;
    let chosen = ExtractChoice { text: args.text, fields: args.fields.clone() };
    let emit = &mut |record: &str| out.line(record);
    let mut extractor = Extractor { gazetteer: setup.gazetteer(limit)?, chosen, threads, lost: 0, emit };
    let longest = usize::try_from(args.max_line).unwrap_or(usize::MAX);
    if args.paths.is_empty() {
        extractor.input(&mut io::stdin().lock(), None, longest)?;
    }
    for path in &args.paths {
        let told = || tr!("cannot read {path}", path = path.display());
        if path.as_os_str() == STANDARD {
            extractor.input(&mut io::stdin().lock(), None, longest)?;
        } else if path.is_dir() {
            bail!(tr!(
                "{path} is a folder; give files in JSON Lines, or write them with `liseuse convert`",
                path = path.display()
            ));
        } else {
            let mut file = File::open(path).with_context(told)?;
            extractor.input(&mut file, Some(path), longest).with_context(told)?;
        }
    }
    if extractor.lost > 0 {
        tell(&[tr!(
            "{n} line is no article; its record says why" | "{n} lines are no articles; their records say why",
            n = extractor.lost
        )]);
    }
    Ok(ExitStatus::Done)
}

impl Extractor<'_> {
    fn input(&mut self, input: &mut dyn Read, path: Option<&Path>, longest: usize) -> anyhow::Result<()> {
        let mut lines = LineReader::new(input, longest);
        let (mut batch, mut number) = (Batch::default(), 0u32);
        while let Some(line) = lines.next_line()? {
            number = number.checked_add(1).ok_or_else(|| anyhow!(tr!("has more lines than can be counted")))?;
            if line.is_blank() {
                continue;
            }
            batch.bytes += line.held();
            batch.lines.push((path.map(|path| (path, number)), line));
            if batch.bytes >= BATCH || batch.lines.len() >= LINES {
                self.write(&std::mem::take(&mut batch))?;
            }
        }
        self.write(&batch)
    }

    /// Writes the records of `batch`, made on all threads, in its order.
    fn write(&mut self, batch: &Batch<'_>) -> anyhow::Result<()> {
        let (gazetteer, chosen) = (&self.gazetteer, &self.chosen);
        let made = |(place, line): &(Option<(&Path, u32)>, InputLine)| record(line, *place, chosen, gazetteer);
        let records: Vec<(String, bool)> = self.threads.install(|| batch.lines.par_iter().map(made).collect());
        for (record, is_article) in records {
            self.lost += usize::from(!is_article);
            (self.emit)(&record)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
    use rayon::ThreadPoolBuilder;

    use super::{ExtractChoice, Extractor};
    use crate::analysis::actors::Gazetteer;

    /// What is extracted of `parts`, each by a process of its own.
    fn extracted<'a>(parts: impl IntoIterator<Item = &'a [u8]>, gazetteer: &Gazetteer) -> Vec<String> {
        let mut all = Vec::new();
        for part in parts {
            let mut extractor = Extractor {
                gazetteer: gazetteer.clone(),
                chosen: ExtractChoice { text: true, fields: Vec::new() },
                threads: ThreadPoolBuilder::new().num_threads(2).build().unwrap(),
                lost: 0,
                emit: &mut |record| {
                    all.push(record.to_owned());
                    Ok(())
                },
            };
            extractor.input(&mut &*part, None, 2000).unwrap();
        }
        all
    }

    fn line() -> impl Strategy<Value = Vec<u8>> {
        let text = "(Barham Salih|L'Iran|Le maire|Un port) a dit (mardi|le 3 mai 2020|hier) que (l'Irak|la halle) rouvre\\. (Été|Fin)\\.";
        let article = (text, "20[01][0-9]-0[1-9]-1[0-9]").prop_map(|(text, day)| {
            serde_json::json!({"title": "Une brève", "date": day, "source": "L'Étoile", "text": text}).to_string().into_bytes()
        });
        prop_oneof![
            6 => article,
            1 => Just(b"{\"title\": \"rien\"}".to_vec()),
            1 => Just(b"  ".to_vec()),
            1 => Just(vec![b'x'; 2100]),
            2 => proptest::collection::vec(any::<u8>().prop_filter("ends a line", |byte| *byte != b'\n'), 1..60),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
        #[test]
        fn any_split_over_processes_gives_the_same_records(lines in proptest::collection::vec(line(), 1..90)) {
            let gazetteer = Gazetteer::builtin();
            let joined = |lines: &[Vec<u8>]| lines.iter().flat_map(|line| [&line[..], b"\n"].concat()).collect::<Vec<u8>>();
            let whole = extracted([&joined(&lines)[..]], &gazetteer);
            let held = lines.iter().filter(|line| !line.trim_ascii().is_empty()).count();
            assert_eq!(whole.len(), held);
            for parts in [2usize, 64] {
                let parts: Vec<Vec<u8>> = lines.chunks(lines.len().div_ceil(parts)).map(joined).collect();
                assert_eq!(extracted(parts.iter().map(|part| &part[..]), &gazetteer), whole);
            }
        }
    }
}
