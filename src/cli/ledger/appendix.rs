//! The appendix of methods: the entries of a ledger as a page, with how many articles there were, were found, read, marked and exported, in the manner of
//! the flow of PRISMA 2020 (Page et al., BMJ 372:n71).

use std::collections::{BTreeSet, HashSet};

use crate::cli::exit_status::ExitStatus;
use crate::cli::ledger::{Of, asking, tell_empty};
use crate::cli::notes_session::{NotesSession, shown};
use crate::cli::output::Out;
use crate::cli::setup::{Setup, origin};
use crate::export::select::gather;
use crate::model::archive::ArticleIx;
use crate::model::property::PropertyId;
use crate::notes::action::{Action, NoteSubject};
use crate::notes::ledger::LedgerEntry;
use crate::runtime::exporter::archive_name;
use crate::tr;

/// Commands that carry articles or passages out of the program; behind `room`, what was done in the reading room.
const EXPORTS: [&str; 3] = ["export", "export-facts", "convert"];

/// What was done to the notes of the archive since the ledger began.
#[derive(Default)]
struct Done {
    marks: usize,
    corrections: usize,
}

impl Done {
    fn see(&mut self, action: &Action) {
        let is_set =
            |id: PropertyId| action.changes.iter().any(|change| change.set.iter().any(|field| field.property() == Some(id)));
        let corrects = |property: Option<PropertyId>| property.is_some_and(PropertyId::states_fact);
        self.marks += usize::from(action.reverses.is_none() && (is_set(PropertyId::Color) || is_set(PropertyId::Note)));
        let corrected = action.changes.iter().filter(|change| {
            matches!(change.of, NoteSubject::Article(_)) && change.set.iter().any(|field| corrects(field.property()))
        });
        self.corrections += corrected.count();
    }
}

/// Prints the appendix.
pub(super) fn print(of: &Of, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let origin = origin(of.paths.clone())?;
    let mut actions = Vec::new();
    let mut session = NotesSession::open(Some(&origin), Some(&mut |action| actions.push(action.clone())))?;
    let (input, read) = asking(of, Some("is:read".to_owned()));
    let loaded = setup.load(&input, &read)?;
    session.notes.know(&loaded.archive);
    let entries: Vec<LedgerEntry> = session.notes.ledger().into_iter().map(|(_, entry)| entry).collect();
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        tell_empty();
        return Ok(ExitStatus::NothingFound);
    };
    let mut done = Done::default();
    let names: HashSet<&str> = actions.iter().map(|action| action.archive.as_str()).collect();
    let here: HashSet<&str> = names.into_iter().filter(|archive| session.notes.is_ledger_here(archive)).collect();
    let since = actions.iter().filter(|action| here.contains(action.archive.as_str()) && action.time >= first.time);
    since.for_each(|action| done.see(action));
    let marked: BTreeSet<ArticleIx> =
        gather(loaded.notes.annotations().collect(), &loaded.archive).found.iter().filter_map(|one| one.article).collect();
    let found: BTreeSet<&String> = entries.iter().flat_map(|entry| &entry.identifiers).collect();
    let exported = entries.iter().rev().find(|entry| {
        let name = entry.command.iter().find(|word| *word != "room");
        name.is_some_and(|name| EXPORTS.contains(&name.as_str()))
    });
    let counted = Counted {
        found: found.len(),
        read: loaded.rows.len(),
        marked: marked.len(),
        exported: exported.map_or(0, |entry| entry.found),
    };
    head(&archive_name(&origin), &entries, (first, last), out)?;
    flow(last, &counted, out)?;
    let marks =
        tr!("{n} highlight or note was made or changed" | "{n} highlights and notes were made or changed", n = done.marks);
    let facts = tr!("facts of {n} article were corrected" | "facts of {n} articles were corrected", n = done.corrections);
    out.line("")?;
    out.line(&tr!("Since the first question {marks}, {facts}.", marks, facts))?;
    questions(&entries, out)
}

/// Articles by what became of them.
struct Counted {
    found: usize,
    read: usize,
    marked: usize,
    exported: usize,
}

/// The title, and what was asked when and of what.
fn head(name: &str, entries: &[LedgerEntry], (first, last): (&LedgerEntry, &LedgerEntry), out: &mut Out) -> anyhow::Result<()> {
    out.line(&format!("# {}", tr!("Methods: {name}", name)))?;
    out.line("")?;
    let questions = tr!("{n} entry" | "{n} entries", n = entries.len());
    let (from, to) = (shown(first.time), shown(last.time));
    let made = tr!("{questions} from {from} to {to}, with liseuse {version}.", questions, from, to, version = last.version);
    let held = tr!("The archive had {n} article" | "The archive had {n} articles", n = last.articles);
    let state = tr!(
        "its state is the root `{root}` of the hash tree over the SHA-256 of all articles (RFC 6962)",
        root = last.fingerprint
    );
    out.line(&tr!("{made} {held}; {state}.", made, held, state))?;
    out.line("")?;
    Ok(())
}

/// The table in the manner of the flow of PRISMA.
fn flow(last: &LedgerEntry, counted: &Counted, out: &mut Out) -> anyhow::Result<()> {
    let rows = [
        (tr!("in the archive"), last.articles, tr!("at the last question")),
        (tr!("articles" => "found"), counted.found, tr!("by at least one question")),
        (tr!("articles" => "read"), counted.read, tr!("articles" => "marked as read")),
        (tr!("articles" => "marked"), counted.marked, tr!("with a highlight or a note")),
        (tr!("articles" => "exported"), counted.exported, tr!("taken by the last export")),
    ];
    out.line(&format!("| {} | {} | |", tr!("appendix" => "articles"), tr!("appendix" => "number")))?;
    out.line("|---|---:|---|")?;
    rows.iter().try_for_each(|(what, count, how)| out.line(&format!("| {what} | {count} | {how} |")))?;
    Ok(())
}

/// The table of all questions, exports and corrections.
fn questions(entries: &[LedgerEntry], out: &mut Out) -> anyhow::Result<ExitStatus> {
    let heads = [
        tr!("appendix" => "time"),
        tr!("appendix" => "question"),
        tr!("appendix" => "found"),
        tr!("appendix" => "of"),
        tr!("appendix" => "state"),
    ];
    out.line("")?;
    out.line(&format!("| {} |", heads.join(" | ")))?;
    out.line("|---|---|---:|---:|---|")?;
    for entry in entries {
        let state: String = entry.fingerprint.chars().take(12).collect();
        let cell = |text: &str| text.replace('|', "\\|").replace('`', "'");
        out.line(&format!(
            "| {} | `{}` | {} | {} | `{state}` |",
            shown(entry.time),
            cell(&entry.command_line()),
            entry.found,
            entry.articles
        ))?;
    }
    Ok(ExitStatus::Done)
}
