//! `liseuse notes check`: everything that is kept of the notes, looked through; what is damaged is set aside when that is asked for.

use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::{NotesSession, data};
use crate::cli::output::Out;
use crate::notes::journal::check::{NotesCheck, NotesFault, NotesFaultKind, check, set_aside};
use crate::tr;

/// Runs the subcommand.
///
/// # Errors
/// When there is no folder of notes, or what is damaged cannot be set aside.
pub fn run(repair: bool, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let data = data()?;
    let mut checked = check(&data);
    for fault in &checked.faults {
        out.line(&fault.to_string())?;
    }
    if repair && !checked.faults.is_empty() {
        let lines = repaired(&checked.faults, out)?;
        checked = check(&data);
        out.line(&tr!("set aside: {lines} lines; left: {count}", lines, count = checked.faults.len()))?;
        if checked.faults.iter().any(is_line) {
            out.line(tr!("the lines that are left are of other devices, where `liseuse notes check --repair` sets them aside"))?;
        }
    }
    summary(&checked, out)?;
    Ok(if checked.faults.is_empty() { ExitStatus::Done } else { ExitStatus::NotExact })
}

fn is_line(fault: &NotesFault) -> bool {
    matches!(fault.kind, NotesFaultKind::Damaged(_) | NotesFaultKind::FarFuture | NotesFaultKind::Unfinished)
}

/// Sets aside what can be; how many lines of this device's journals that were.
fn repaired(faults: &[NotesFault], out: &mut Out) -> anyhow::Result<usize> {
    for to in set_aside(faults)? {
        out.line(&tr!("set aside: {path}", path = to.display()))?;
    }
    let mut session = NotesSession::open(None, None)?;
    let notes = &mut session.notes;
    Ok(session.journal.repair(&mut |action| notes.take_in(action))?.aside)
}

fn summary(checked: &NotesCheck, out: &mut Out) -> anyhow::Result<()> {
    let NotesCheck { journals, lines, passages, drafts, backups, faults } = checked;
    let looked = tr!(
        "{journals} journals, {lines} lines, {passages} passages, {drafts} unfinished notes, {backups} daily backups",
        journals,
        lines,
        passages,
        drafts,
        backups
    );
    let found = if faults.is_empty() { tr!("all sound").to_owned() } else { tr!("faults: {count}", count = faults.len()) };
    out.line(&tr!("{looked}: {found}", looked, found))?;
    Ok(())
}
