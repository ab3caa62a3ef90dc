//! `liseuse man`: the manual page of the whole program, subcommands included, in roff.

use std::io;

use clap_mangen::Man;

use crate::cli::exit_status::ExitStatus;
use crate::cli::language;
use crate::cli::output::Out;

/// Shown below the help.
pub const EXAMPLE: &str = "Example:
  liseuse man > ~/.local/share/man/man1/liseuse.1
  liseuse man | man -l -";

/// Defines the apostrophe as roff programs each want it.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

/// Runs the subcommand for the whole program, `command`.
///
/// # Errors
/// When the output cannot be written.
pub fn run(mut command: clap::Command, out: &mut Out) -> anyhow::Result<ExitStatus> {
    command.build();
    out.text(&language::of_parser(&command, &page(&command)?))?;
    Ok(ExitStatus::Done)
}

fn page(command: &clap::Command) -> io::Result<String> {
    let man = Man::new(command.clone());
    let mut page = rendered(|sink| {
        man.render_title(sink)?;
        man.render_name_section(sink)?;
        man.render_synopsis_section(sink)?;
        man.render_description_section(sink)?;
        man.render_options_section(sink)
    })?;
    for subcommand in command.get_subcommands() {
        page.extend([".SH \"", subcommand.get_bin_name().unwrap_or_default(), "\"\n", &section(subcommand)?]);
    }
    page.push_str(&rendered(|sink| man.render_extra_section(sink))?.replace(".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n"));
    Ok(format!("{PREAMBLE}{page}"))
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
    Ok(text.replace(".SH EXTRA\nExample:\n", ".SH EXAMPLE\n").replace(".SH ", ".SS "))
}

/// What `render` writes, without the definition of the apostrophe that goes before each part and belongs before the page.
fn rendered(render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<String> {
    let mut page = Vec::new();
    render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).replace(PREAMBLE, ""))
}
