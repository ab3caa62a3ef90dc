//! What the linker is asked for beside the usual, where it knows it: one copy of functions whose code is alike, packed relocations, and
//! the functions that every start runs side by side.
//!
//! Generic code makes many functions that are alike, and a program that can be loaded anywhere has the place of each table written into
//! it at every start: 68,000 places, of which an unpacked list takes 1.6 MB. Together they were 2.3 of 26.7 MB, and as much less to read at
//! each start. Linkers and C libraries that do not know of these are told by a program of one line, which is linked and run.
//!
//! A start runs 3 MB of 18 MB of code, which lie all over it, and the system maps whatever lies around them: 14 MB, from a slow disk too.
//! `start-order.txt` names them, and `packaging/start-order` writes it. A name that the program does not have changes nothing.
//!
//! Packed relocations need a C library as new as glibc 2.36. `LISEUSE_PORTABLE=1` leaves them out, for a program that older systems run.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Has functions whose code is alike share it; nothing here asks whether two functions have one address.
const SHARED: &str = "-Wl,--icf=all";
/// Packs the relocations.
const PACKED: &str = "-Wl,-z,pack-relative-relocs";
/// The functions that a start runs.
const STARTED: &str = "build/start-order.txt";
/// Leaves the packing out.
const PORTABLE: &str = "LISEUSE_PORTABLE";

/// Has the program linked with the settings that work here, a release alone: they cost a second.
pub fn settle(folder: &Path) {
    println!("cargo:rerun-if-env-changed={PORTABLE}");
    println!("cargo:rerun-if-changed={STARTED}");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let is_native = env::var_os("HOST") == env::var_os("TARGET");
    if !is_native || !is("PROFILE", "release") || !is("CARGO_CFG_TARGET_OS", "linux") {
        return;
    }
    let packed = env::var_os(PORTABLE).is_none().then(|| PACKED.to_owned());
    let settings = std::iter::once(SHARED.to_owned()).chain(packed).chain(ordered(folder));
    for setting in settings.filter(|setting| works(folder, setting)) {
        println!("cargo:rustc-link-arg-bins={setting}");
    }
}

/// The setting that puts the functions of [`STARTED`] before all others: a script for the linker, which is written into `folder`.
fn ordered(folder: &Path) -> Option<String> {
    let list = fs::read_to_string(STARTED).ok()?;
    let sections = list.lines().filter(|line| !line.starts_with('#')).map(|name| format!("    *(.text.{name})\n"));
    let sections: String = sections.collect();
    let script = folder.join("start-order.ld");
    fs::write(&script, format!("SECTIONS {{\n  .text.start : {{\n{sections}  }}\n}}\nINSERT BEFORE .text;\n")).ok()?;
    Some(format!("-Wl,-T,{}", script.display()))
}

/// Whether a program that is linked with `setting` runs.
fn works(folder: &Path, setting: &str) -> bool {
    let (source, program) = (folder.join("linked.rs"), folder.join("linked"));
    let mut compiler = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    compiler.arg(&source).arg("-o").arg(&program).arg("-C").arg(format!("link-arg={setting}"));
    if let Some(linker) = env::var_os("RUSTC_LINKER") {
        compiler.arg("-C").arg(format!("linker={}", linker.display()));
    }
    let runs =
        |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    fs::write(&source, "fn main() {}\n").is_ok() && runs(&mut compiler) && runs(&mut Command::new(&program))
}
