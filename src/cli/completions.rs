//! `liseuse completions SHELL`: the completion script of a shell.

use clap_complete::Shell;

use crate::cli::exit_status::ExitStatus;
use crate::cli::output::Out;

const EXAMPLE: &str = "Example:
  liseuse completions bash > ~/.local/share/bash-completion/completions/liseuse
  liseuse completions fish > ~/.config/fish/completions/liseuse.fish";

/// Print the completion script of a shell.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// Runs the subcommand for the whole program, `command`.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &Args, mut command: clap::Command, out: &mut Out) -> anyhow::Result<ExitStatus> {
    // Made in memory first: the generator panics when what it writes to is closed.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "liseuse", &mut script);
    out.text(&String::from_utf8_lossy(&script))?;
    Ok(ExitStatus::Done)
}
