//! `liseuse compare ID ID`: what of one article stands in another, passage by passage and word by word.

use anyhow::bail;
use serde::Serialize;

use crate::analysis::comparison::{ComparedPassage, Comparison, PassageFate, WordFate};
use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::tell;
use crate::cli::output::{Out, TextRole};
use crate::cli::read::find;
use crate::cli::record::{CodePointRange, stretch};
use crate::cli::setup::Setup;
use crate::cli::table::one_line;
use crate::model::segment::ArticleRef;
use crate::text::span::{CodePoints, Span};
use crate::text::wrap::wrap;
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse compare 2c98d66b94ef 5483f75a57f9 press/
  liseuse compare --format json 2c98 5483 press/ | jq .words";

/// Columns of a line for people, where the terminal has not fewer.
const USUAL_WIDTH: usize = 80;

/// Compare two articles word by word: what was cut, added, changed and moved from the first to the second.
///
/// Cut words stand in [-…-], added ones in {+…+}, those that stand in another passage in (>…>); before a passage stand - for cut, + for added, ~ for changed, > for moved.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The article that is compared, by its identifier or the head of one
    #[arg(value_name = "ID")]
    left: String,
    /// The article it is compared with
    #[arg(value_name = "ID")]
    right: String,
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Serialize)]
struct ComparisonRecord<'a> {
    left: SideRecord<'a>,
    right: SideRecord<'a>,
    words: WordsRecord,
    passages: Vec<PassageRecord>,
}

#[derive(Serialize)]
struct SideRecord<'a> {
    id: String,
    title: &'a str,
    date: Option<String>,
    source: Option<&'a str>,
}

#[derive(Serialize)]
struct WordsRecord {
    kept: u32,
    moved: u32,
    cut: u32,
    added: u32,
}

#[derive(Serialize)]
struct PassageRecord {
    change: &'static str,
    left: Option<CodePointRange>,
    right: Option<CodePointRange>,
    runs: Vec<RunRecord>,
}

#[derive(Serialize)]
struct RunRecord {
    change: &'static str,
    left: Option<CodePointRange>,
    right: Option<CodePointRange>,
    words: u32,
}

/// Runs the subcommand.
///
/// # Errors
/// When an identifier is shared or names one article twice, the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let loaded = setup.load(&args.input, &args.wanted)?;
    let mut sides = Vec::with_capacity(2);
    for id in [&args.left, &args.right] {
        let Some(article) = find(&loaded, id)? else {
            tell(&[tr!("no article {id}; `liseuse list` shows the identifiers", id)]);
            return Ok(ExitStatus::NothingFound);
        };
        sides.push(article);
    }
    let &[left, right] = sides.as_slice() else { return Ok(ExitStatus::NothingFound) };
    if left.id() == right.id() {
        bail!(tr!("{left} and {right} are one article", left = args.left, right = args.right));
    }
    let comparison = Comparison::of(left, right);
    match args.input.format {
        OutputFormat::Json => out.json(&record((left, right), &comparison))?,
        OutputFormat::People => show((left, right), &comparison, out)?,
    }
    Ok(ExitStatus::Done)
}

fn record<'a>((left, right): (ArticleRef<'a>, ArticleRef<'a>), comparison: &Comparison) -> ComparisonRecord<'a> {
    let range =
        |article: ArticleRef<'_>, span: Span| (!span.is_empty()).then(|| stretch(&mut CodePoints::new(article.body()), span));
    let passage = |passage: &ComparedPassage| PassageRecord {
        change: fate_name(passage.fate),
        left: range(left, passage.left),
        right: range(right, passage.right),
        runs: passage
            .runs
            .iter()
            .map(|run| RunRecord {
                change: word_name(run.fate),
                left: range(left, run.left),
                right: range(right, run.right),
                words: run.words,
            })
            .collect(),
    };
    let words = comparison.words;
    ComparisonRecord {
        left: side(left),
        right: side(right),
        words: WordsRecord { kept: words.kept, moved: words.moved, cut: words.cut, added: words.added },
        passages: comparison.passages.iter().map(passage).collect(),
    }
}

fn side(article: ArticleRef<'_>) -> SideRecord<'_> {
    let date = article.date().to_string();
    SideRecord {
        id: article.id().to_string(),
        title: article.title(),
        date: (!date.is_empty()).then_some(date),
        source: article.source(),
    }
}

fn fate_name(fate: PassageFate) -> &'static str {
    match fate {
        PassageFate::Same => "same",
        PassageFate::Changed => "changed",
        PassageFate::Moved => "moved",
        PassageFate::Cut => "cut",
        PassageFate::Added => "added",
    }
}

fn word_name(fate: WordFate) -> &'static str {
    match fate {
        WordFate::Kept => "kept",
        WordFate::Cut => "cut",
        WordFate::Added => "added",
        WordFate::Moved => "moved",
    }
}

fn show((left, right): (ArticleRef<'_>, ArticleRef<'_>), comparison: &Comparison, out: &mut Out) -> std::io::Result<()> {
    let columns = out.columns().unwrap_or(USUAL_WIDTH).min(USUAL_WIDTH);
    for (sign, article) in [("-", left), ("+", right)] {
        let parts = [&*article.date().to_string(), article.source().unwrap_or_default(), article.title()];
        let shown = parts.into_iter().filter(|part| !part.is_empty()).map(one_line).collect::<Vec<_>>().join(" · ");
        out.line(&out.paint(TextRole::Head, &format!("{sign} {:<16}  {shown}", article.id())))?;
    }
    let words = comparison.words;
    let moved = if words.moved > 0 { tr!(", {moved} of them moved", moved = words.moved) } else { String::new() };
    let (kept, cut, added) = (words.kept, words.cut, words.added);
    out.line(&tr!("{kept} words kept{moved}; {cut} cut, {added} added", kept, moved, cut, added))?;
    for passage in &comparison.passages {
        out.line("")?;
        let (sign, lead) = match passage.fate {
            PassageFate::Same => (' ', String::new()),
            PassageFate::Changed => ('~', String::new()),
            PassageFate::Cut => ('-', String::new()),
            PassageFate::Added => ('+', String::new()),
            PassageFate::Moved => ('>', format!("(passage {}, was {}) ", passage.numbers.1, passage.numbers.0)),
        };
        let text = lead + &woven(passage, (left.body(), right.body()));
        for row in wrap(&text, Span::new(0, text.len()), columns.saturating_sub(2).max(1)) {
            out.line(&format!("{sign} {}", row.span.of(&text)))?;
        }
    }
    Ok(())
}

/// The passage as one text with what was cut and added in brackets; a passage that one side alone has needs none.
fn woven(passage: &ComparedPassage, (left, right): (&str, &str)) -> String {
    match passage.fate {
        PassageFate::Cut => return one_line(passage.left.of(left)),
        PassageFate::Added => return one_line(passage.right.of(right)),
        PassageFate::Same | PassageFate::Changed | PassageFate::Moved => {}
    }
    let piece = |(fate, text): (WordFate, &str)| match fate {
        WordFate::Kept => text.to_owned(),
        WordFate::Cut => format!("[-{text}-]"),
        WordFate::Added => format!("{{+{text}+}}"),
        WordFate::Moved => format!("(>{text}>)"),
    };
    one_line(&passage.woven(left, right).into_iter().map(piece).collect::<String>())
}
