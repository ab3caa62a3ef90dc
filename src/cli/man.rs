//! `liseuse man`: the manual page of the whole program, subcommands included, in roff.

use std::io;

use clap_mangen::Man;

use crate::cli::outcome::Outcome;
use crate::cli::output::Out;

/// Shown below the help.
pub const EXAMPLE: &str = "Example:
  liseuse man > ~/.local/share/man/man1/liseuse.1
  liseuse man | man -l -";

/// Runs the subcommand for the whole program, `command`.
///
/// # Errors
/// When the output cannot be written.
pub fn run(mut command: clap::Command, out: &mut Out) -> anyhow::Result<Outcome> {
    command.build();
    out.text(&page(&command)?)?;
    Ok(Outcome::Done)
}

fn page(command: &clap::Command) -> io::Result<String> {
    let mut page = rendered(|sink| Man::new(command.clone()).render(sink))?;
    for subcommand in command.get_subcommands() {
        page.extend([".SH \"", &subcommand.get_name().to_uppercase(), "\"\n", &section(subcommand)?]);
    }
    Ok(page)
}

/// A subcommand as a section of the page: what is a section of a page of its own becomes a part of one.
fn section(command: &clap::Command) -> io::Result<String> {
    let man = Man::new(command.clone());
    let text = rendered(|sink| {
        man.render_synopsis_section(sink)?;
        man.render_description_section(sink)?;
        man.render_options_section(sink)?;
        man.render_extra_section(sink)
    })?;
    Ok(text.replace("\n.SH ", "\n.SS "))
}

fn rendered(render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<String> {
    let mut page = Vec::new();
    render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
