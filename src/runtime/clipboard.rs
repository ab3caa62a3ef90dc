//! The clipboard: through the terminal (OSC 52), which works over ssh, and through the system's own command where there is one.

use std::env;
use std::io::{self, Write as _, stdout};
use std::process::{Command, Stdio};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::locale::system::system_reason;
use crate::text::terminal_safe::TerminalSafe;
use crate::tr;

/// Terminals take no more than so many bytes of a sequence; some would print the rest.
const LONGEST: usize = 74_994;

/// Copies `text`, cleaned, for it is pasted into terminals too. It never waits for the system's command: when that fails, and the terminal was not told either, `failed` is.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn copy(text: &str, failed: impl FnOnce(String) + Send + 'static) -> io::Result<()> {
    let text = TerminalSafe::text(text).into_owned();
    let coded = STANDARD.encode(&text);
    let told = coded.len() <= LONGEST;
    if told {
        let mut out = stdout();
        write!(out, "\x1b]52;c;{coded}\x07")?;
        out.flush()?;
    }
    let Some((program, arguments)) = command() else {
        if !told {
            failed(tr!("too long for the terminal, and there is no wl-copy, xclip or pbcopy; copied nothing").to_owned());
        }
        return Ok(());
    };
    thread::Builder::new().name("clipboard".into()).spawn(move || {
        if let Err(error) = hand_over(program, arguments, &text) {
            let instead = if told { tr!("the terminal was told instead") } else { tr!("copied nothing") };
            failed(tr!("{program}: {error}; {instead}", program, error = system_reason(&error), instead));
        }
    })?;
    Ok(())
}

/// The command of the system one is at: Wayland's, X's, or that of macOS.
fn command() -> Option<(&'static str, &'static [&'static str])> {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "macos") {
        Some(("pbcopy", &[]))
    } else if is_set("WAYLAND_DISPLAY") {
        Some(("wl-copy", &[]))
    } else if is_set("DISPLAY") {
        Some(("xclip", &["-selection", "clipboard"]))
    } else {
        None
    }
}

fn hand_over(program: &str, arguments: &[&str], text: &str) -> io::Result<()> {
    let mut command = Command::new(program);
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let status = child.wait()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(status.to_string())) }
}
