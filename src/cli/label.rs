//! `liseuse label`: sentences and texts in, a line like a headline for each out. It loads no archive.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

use anyhow::{Context as _, anyhow, bail};
use serde::{Deserialize, Serialize};

use crate::analysis::labels::{EventLabel, LabelOrigin, compressed, label};
use crate::cli::args::STANDARD;
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::Out;
use crate::ingest::rules::lang::detect;
use crate::model::article::Lang;
use crate::text::sanitize::sanitize;
use crate::tr;

const EXAMPLE: &str = "Example:
  echo '{\"text\": \"The bridge, closed since May, was reopened on Monday.\", \"lang\": \"en\", \"sentence\": true}' | liseuse label
  liseuse label sentences.jsonl | jq -r .label";

/// Make a line like a headline of each sentence or text, by deleting words.
///
/// Reads JSON Lines: {"text", "lang", "sentence"}. A sentence (true) loses what a headline does without; of a whole text (false, or
/// nothing said) the sentence that says what it is about is taken, or its headline. Prints a line for each: {"label", "from"}.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// A file of JSON Lines; - or nothing reads the standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Asked {
    text: String,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    sentence: bool,
}

#[derive(Serialize)]
struct LabelRecord {
    label: String,
    from: &'static str,
}

/// Runs the subcommand.
///
/// # Errors
/// When the input cannot be read, or a line of it is no record.
pub fn run(args: &Args, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let input: Box<dyn BufRead> = match args.file.as_deref().filter(|path| path.as_os_str() != STANDARD) {
        Some(path) => {
            Box::new(BufReader::new(File::open(path).with_context(|| tr!("cannot open {path}", path = path.display()))?))
        }
        None => Box::new(io::stdin().lock()),
    };
    let mut labels = 0;
    for (number, line) in (1..).zip(input.lines()) {
        let line = line.with_context(|| tr!("cannot read line {number}", number))?;
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked = serde_json::from_str(&line)
            .map_err(|error| anyhow!(tr!("line {number} is no record with a text: {error}", number, error)))?;
        out.json(&answered(&asked)?)?;
        labels += 1;
    }
    Ok(ExitStatus::of(labels))
}

fn answered(asked: &Asked) -> anyhow::Result<LabelRecord> {
    let text = sanitize(&asked.text);
    let lang = match asked.lang.as_deref() {
        Some(code) => match Lang::parse(code) {
            Lang::Unknown => bail!(tr!("{code} is no language code; give one such as fr or en", code)),
            lang => lang,
        },
        None => detect(&text),
    };
    let made = if asked.sentence {
        EventLabel { text: compressed(&text, lang), from: LabelOrigin::Sentence }
    } else {
        label(&text, lang)
    };
    Ok(LabelRecord { label: made.text, from: made.from.name() })
}
