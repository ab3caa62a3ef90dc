//! The arguments that the subcommands share: which files, which articles of them, and in which form.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::config::size::parse_size;

/// What stands for standard input where a file is read, and for standard output where one is written.
pub const STANDARD: &str = "-";

/// How files are read.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Limit {
    /// Report files with more bytes than SIZE instead of reading them [default: 64 MiB]
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub max_file_size: Option<u64>,
    /// Know no actors but those of your actors.toml and those that the archive itself shows
    #[arg(long)]
    pub no_gazetteer: bool,
    /// Read every file, and keep nothing for the next time
    #[arg(long)]
    pub no_cache: bool,
}

/// Which files, and in which form.
#[derive(Clone, Debug, clap::Args)]
pub struct Input {
    /// Files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The form: for people, or one JSON object a line
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub format: OutputFormat,
    /// How they are read
    #[command(flatten)]
    pub limit: Limit,
}

/// Which articles. Flags add up; an outlet, a month or a language given twice takes either.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Which articles")]
pub struct Wanted {
    /// A query: words of headline, outlet, date or actor names, and keys such as text:, actor:, date:, tag:
    #[arg(short, long, value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Option<String>,
    /// That name this actor: an identifier or any spelling of the name
    #[arg(long, value_name = "NAME")]
    pub actor: Vec<String>,
    /// Published in this month
    #[arg(long, value_name = "YYYY-MM")]
    pub month: Vec<String>,
    /// Published by this outlet
    #[arg(long, value_name = "NAME")]
    pub source: Vec<String>,
    /// In this language, by its ISO 639 code
    #[arg(long, value_name = "xx")]
    pub lang: Vec<String>,
}

impl Wanted {
    /// Whether nothing chooses between articles; a query without a word does not.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { query, actor, month, source, lang } = self;
        query.as_deref().is_none_or(|query| query.trim().is_empty())
            && [actor, month, source, lang].iter().all(|flags| flags.is_empty())
    }
}

/// The form of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// A table or text for people
    #[default]
    #[value(name = "table", alias = "text")]
    People,
    /// One JSON object a line, for programs
    Json,
}

/// What an archive is loaded for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LoadPurpose {
    /// Its articles: without any, there is nothing to do.
    Articles,
    /// The articles and the notes on them: what is asked of notes is not counted in articles.
    Annotated,
    /// The notes, which are there when no article is any more.
    Notes,
}
