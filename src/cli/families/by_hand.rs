//! What the command line says of families by hand: kept with the notes, and laid over the families that are printed.

use anyhow::{anyhow, bail};

use crate::cli::families::Args;
use crate::cli::notes_session::NotesSession;
use crate::cli::output::tell;
use crate::cli::read::find;
use crate::cli::setup::{Loaded, origin};
use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::model::property::Property;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchoring::whole::with_text;
use crate::notes::corrections::family_edits::{FamilyEdits, alone, as_found, is_said, joined, with};
use crate::tr;

/// Keeps what `args` say, and has `loaded` follow it.
///
/// # Errors
/// When an article is not there, or what is said cannot be kept.
pub(super) fn keep(args: &Args, loaded: &mut Loaded) -> anyhow::Result<()> {
    let (mut changes, mut leader) = (Vec::new(), None);
    for (ids, field) in [(&args.split, alone()), (&args.as_found, as_found())] {
        for id in ids {
            changes.push(change(loaded, article(loaded, id)?, field.clone())?);
        }
    }
    if let Some((first, others)) = args.join.split_first() {
        let first = article(loaded, first)?;
        if others.is_empty() {
            bail!(tr!("--join takes two articles or more, parted by commas"));
        }
        let id = loaded.archive.get(first).map(|article| article.id().to_string()).unwrap_or_default();
        for other in others {
            let other = article(loaded, other)?;
            if other == first {
                bail!(tr!("an article cannot be joined with itself"));
            }
            changes.push(change(loaded, other, with(&id))?);
        }
        leader = Some(first);
    }
    if changes.is_empty() {
        return Ok(());
    }
    let mut session = NotesSession::open(Some(&origin(args.input.paths.clone())?), None)?;
    if let Some(reason) = session.notes.sealed() {
        bail!(reason);
    }
    session.notes.know(&loaded.archive);
    let count = changes.len();
    if let Some((ix, article)) = leader.and_then(|ix| Some((ix, loaded.archive.get(ix)?)))
        && !is_said(&session.notes.of_whole(ArticleKey::from(article), article.body()))
    {
        changes.push(change(loaded, ix, joined())?);
    }
    if let Some(action) = session.notes.record(changes) {
        session.keep(&action)?;
    }
    let edits = FamilyEdits::of(&session.notes).in_archive(&loaded.archive, &session.notes);
    loaded.index.edit_families(edits);
    tell(&[tr!("said of {n} article; `u` in the room undoes it" | "said of {n} articles; `u` in the room undoes it", n = count)]);
    Ok(())
}

fn change(loaded: &Loaded, ix: ArticleIx, field: Property) -> anyhow::Result<FieldChange> {
    let article = loaded.archive.get(ix).ok_or_else(|| anyhow!(tr!("the article is not there")))?;
    Ok(FieldChange::new(NoteSubject::Article(with_text(ArticleKey::from(article), article.body())), [field]))
}

fn article(loaded: &Loaded, id: &str) -> anyhow::Result<ArticleIx> {
    let found = find(loaded, id)?.and_then(|article| loaded.archive.by_id(&article.id()));
    found.ok_or_else(|| anyhow!(tr!("no article has the id {id}", id)))
}
