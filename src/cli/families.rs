//! `liseuse families`: articles that are near-copies of one text, each family with its leader, the agency it credits, and why.

mod by_hand;

use std::collections::HashSet;

use serde::Serialize;

use crate::analysis::agencies::{Credit, credits};
use crate::analysis::families::{Family, Member};
use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::{Out, TextRole};
use crate::cli::setup::{Loaded, Setup};
use crate::cli::table::{cut, one_line};
use crate::locale::translated;
use crate::model::archive::ArticleIx;
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse families press/
  liseuse families --split 94fb8d0e30f7 press/
  liseuse families --join 94fb8d0e30f7,77341eb219bf press/
  liseuse families --month 2020-08 --format json press/ | jq -c '[.agency, (.articles | length)]'";

/// List articles that are near-copies of one text: agency copy, reprints, shortened and updated versions.
///
/// Each family stands under the article that was published first. How much of each text stands in that one is told in percent.
/// Texts under 150 words are put together only when they share a run of 25 words. What --split, --join and --as-found say is kept with the
/// notes, holds in the reading room too, and is undone there like all others.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// At most N families, the first in the order in which they are printed
    #[arg(long = "limit", value_name = "N")]
    most: Option<usize>,
    #[command(flatten)]
    wanted: Wanted,
    /// Say that these articles are no copies of others; ids, parted by commas
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    split: Vec<String>,
    /// Say that the first of these articles has the text that the others have
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    join: Vec<String>,
    /// Leave these articles where the program finds them
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    as_found: Vec<String>,
}

#[derive(Serialize)]
struct FamilyRecord {
    family: String,
    leader: String,
    articles: Vec<MemberRecord>,
    agency: Option<String>,
    agency_credit: Option<&'static str>,
    evidence: Vec<EvidenceRecord>,
}

#[derive(Serialize)]
struct MemberRecord {
    id: String,
    containment: f64,
    relation: &'static str,
}

#[derive(Serialize)]
struct EvidenceRecord {
    article: String,
    words: String,
    rule: String,
}

/// Columns of the words that are shown of a shared run.
const SHOWN: usize = 120;

/// Runs the subcommand.
///
/// # Errors
/// When the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let mut loaded = setup.load(&args.input, &args.wanted)?;
    by_hand::keep(args, &mut loaded)?;
    let wanted: HashSet<ArticleIx> = loaded.rows.iter().copied().collect();
    let is_wanted = |family: &&Family| family.members.iter().any(|member| wanted.contains(&member.article));
    let families: Vec<&Family> =
        loaded.index.families().all().iter().filter(is_wanted).take(args.most.unwrap_or(usize::MAX)).collect();
    for family in &families {
        match args.input.format {
            OutputFormat::Json => out.json(&record(&loaded, family))?,
            OutputFormat::People => show(&loaded, family, out)?,
        }
    }
    Ok(ExitStatus::of(families.len()))
}

fn record(loaded: &Loaded, family: &Family) -> FamilyRecord {
    let id = |ix: ArticleIx| loaded.archive.get(ix).map_or_else(String::new, |article| article.id().to_string());
    let leader = family.leader().map_or_else(String::new, id);
    let credited = credited(loaded, family);
    let run = |member: &Member| {
        // What was joined by hand may share nothing.
        let article = loaded.archive.get(member.article).filter(|_| member.run_words > 0)?;
        let words = cut(&one_line(article.slice(member.run)), SHOWN);
        Some(EvidenceRecord { article: id(member.article), words, rule: format!("run of {} shared words", member.run_words) })
    };
    let credit = |(ix, credit): &(ArticleIx, Credit)| EvidenceRecord {
        article: id(*ix),
        words: credit.words.to_string(),
        rule: credit.kind.rule().to_owned(),
    };
    let joined = family.members.iter().filter(|member| loaded.index.is_joined(member.article)).map(|member| EvidenceRecord {
        article: id(member.article),
        words: String::new(),
        rule: "joined by hand".to_owned(),
    });
    FamilyRecord {
        family: leader.clone(),
        leader,
        articles: family
            .members
            .iter()
            .map(|member| MemberRecord {
                id: id(member.article),
                containment: (f64::from(member.containment) * 1000.0).round() / 1000.0,
                relation: member.relation.name(),
            })
            .collect(),
        agency: credited.as_ref().map(|(_, credit)| credit.agency.name.to_string()),
        agency_credit: credited.as_ref().map(|(_, credit)| credit.kind.name()),
        evidence: family.members.iter().skip(1).filter_map(run).chain(credited.iter().map(credit)).chain(joined).collect(),
    }
}

/// The agency that the articles of a family credit in the surest way, of equals the one credited first.
fn credited(loaded: &Loaded, family: &Family) -> Option<(ArticleIx, Credit)> {
    let articles = family.members.iter().map(|member| member.article);
    let found = articles.filter_map(|ix| Some((ix, credits(loaded.archive.get(ix)?))));
    found.flat_map(|(ix, credits)| credits.into_iter().map(move |credit| (ix, credit))).min_by_key(|(_, credit)| credit.kind)
}

fn show(loaded: &Loaded, family: &Family, out: &mut Out) -> std::io::Result<()> {
    let credit = |(_, credit): (_, Credit)| format!(", {} ({})", credit.agency.name, translated(credit.kind.name()));
    let agency = credited(loaded, family).map(credit).unwrap_or_default();
    let head = tr!("{n} article{agency}" | "{n} articles{agency}", n = family.members.len(), agency);
    out.line(&out.paint(TextRole::Head, &head))?;
    for member in &family.members {
        let Some(article) = loaded.archive.get(member.article) else { continue };
        let relation = if family.leader() == Some(member.article) { tr!("leader") } else { translated(member.relation.name()) };
        let parts = [&*article.date().to_string(), article.source().unwrap_or_default(), article.title()];
        let shown = parts.into_iter().filter(|part| !part.is_empty()).map(one_line).collect::<Vec<_>>().join(" · ");
        let share = format!("{:.0}", member.containment * 100.0);
        out.line(&format!("  {:<16}  {relation:<9} {share:>3} %  {shown}", article.id()))?;
    }
    Ok(())
}
