//! Replaying: every question of a ledger is asked again, of any copy of the archive, and what differs is shown article by article.

use std::collections::BTreeSet;

use crate::cli::exit_status::ExitStatus;
use crate::cli::ledger::{Of, asking};
use crate::cli::notes_session::shown;
use crate::cli::output::Out;
use crate::cli::setup::{Loaded, Setup};
use crate::model::segment::ArticleRef;
use crate::notes::ledger::{LedgerEntry, fingerprint, tree_root};
use crate::query::matching::search::FindWords;
use crate::tr;

/// Asks everything in `entries` again and prints what differs; the exit code says whether anything does.
pub(super) fn run(entries: &[LedgerEntry], of: &Of, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let (input, all) = asking(of, None);
    let loaded = setup.load(&input, &all)?;
    let state = fingerprint(&loaded.archive);
    let (mut differ, mut asked) = (0, 0);
    for entry in entries {
        if !entry.is_question() {
            out.line(&tr!("not asked: {time}  {command}", time = shown(entry.time), command = entry.command_line()))?;
            continue;
        }
        asked += 1;
        let mut rows = setup.rows_of(&loaded, &entry.query)?;
        if let Some(words) = &entry.words {
            rows = FindWords::new(words).articles(&loaded.archive, &rows);
        }
        let found: Vec<ArticleRef<'_>> = rows.iter().filter_map(|ix| loaded.archive.get(*ix)).collect();
        let same = tree_root(found.iter().map(|article| article.sha256())) == entry.result;
        let verdict = if same { tr!("verdict" => "same") } else { tr!("verdict" => "differs") };
        out.line(&format!("{verdict}  {}  {}  {} -> {}", shown(entry.time), entry.command_line(), entry.found, found.len()))?;
        differ += usize::from(!same);
        if !same {
            changes(entry, &found, &loaded, out)?;
        }
    }
    let states = if entries.iter().all(|entry| entry.fingerprint == state) { tr!("is the same") } else { tr!("is another") };
    out.line(&tr!("{differ} of {count} questions differ; the archive {states} ({state})", differ, count = asked, states, state))?;
    Ok(if differ > 0 { ExitStatus::NotExact } else { ExitStatus::Done })
}

/// Prints which articles came and went.
fn changes(entry: &LedgerEntry, found: &[ArticleRef<'_>], loaded: &Loaded, out: &mut Out) -> anyhow::Result<()> {
    if entry.identifiers.len() != entry.found {
        out.line(tr!("    too many were found to keep which"))?;
        return Ok(());
    }
    let before: BTreeSet<&str> = entry.identifiers.iter().map(String::as_str).collect();
    let now: BTreeSet<String> = found.iter().map(|article| article.id().to_string()).collect();
    for id in before.iter().filter(|id| !now.contains(**id)) {
        let held = loaded.archive.iter().any(|(_, article)| *article.id().0 == **id);
        out.line(&format!("  - {id}  {}", if held { tr!("no longer found") } else { tr!("no longer in the archive") }))?;
    }
    for article in found.iter().filter(|article| !before.contains(&*article.id().0)) {
        out.line(&format!("  + {}  {}", article.id(), article.title()))?;
    }
    if before.len() == now.len() && now.iter().all(|id| before.contains(id.as_str())) {
        out.line(tr!("    the same articles in another order"))?;
    }
    Ok(())
}
