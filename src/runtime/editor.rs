//! The person's own editor: a text goes out in a private file, the editor has the terminal, and what it leaves comes back.

use std::env;
use std::fs;
use std::io::Write as _;
use std::process::Command;

use anyhow::{Context as _, bail};

/// Lets the person edit `text` in `$VISUAL`, else `$EDITOR`, else `vi`. The terminal must have been given back.
///
/// # Errors
/// When the file cannot be written or read, or the editor cannot be started or ends with a failure.
pub fn edit(text: &str) -> anyhow::Result<String> {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let mut file =
        tempfile::Builder::new().prefix("liseuse-note-").suffix(".md").tempfile().context("cannot write a file to edit")?;
    let end = if text.is_empty() { "" } else { "\n" };
    write!(file, "{text}{end}").context("cannot write a file to edit")?;
    // As git does: the shell reads the editor's arguments, and the file is an argument of its own.
    let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$@\"")).arg(&editor).arg(file.path()).status();
    let status = status.with_context(|| format!("cannot start {editor}"))?;
    if !status.success() {
        bail!("{editor} ended with a failure; set VISUAL or EDITOR to your editor");
    }
    fs::read_to_string(file.path()).with_context(|| format!("cannot read what {editor} left"))
}
