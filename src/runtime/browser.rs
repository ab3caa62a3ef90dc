//! The system's own opener, which shows an address in the person's browser. It is started and not waited for by the loop.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

use crate::locale::system::system_reason;
use crate::tr;

/// Has the system open `address`, an address of a page; when it refuses, `failed` is told why, from another thread.
///
/// # Errors
/// When the system gives no thread.
pub fn open(address: &str, failed: impl Fn(String) + Send + 'static) -> io::Result<()> {
    let mut command = opener();
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let name = command.get_program().to_string_lossy().into_owned();
    let work = move || match command.status() {
        Ok(status) if status.success() => {}
        Ok(status) => failed(tr!("cannot open the address: {name} ended with {status}", name, status)),
        Err(error) => failed(tr!("cannot open the address: {name}: {error}", name, error = system_reason(&error))),
    };
    thread::Builder::new().name("opener".into()).spawn(work).map(drop)
}

/// What opens addresses here.
fn opener() -> Command {
    if cfg!(windows) {
        // Takes the address as one argument, which `cmd /c start` would read as words of its own.
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        return command;
    }
    Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
}
