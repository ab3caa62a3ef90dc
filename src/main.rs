//! The binary: hands over to the command line, whose outcome is the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    liseuse::cli::run()
}
