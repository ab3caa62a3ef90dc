//! The Debian package, where `cargo-deb` and `dpkg` are at hand: built, installed below a folder of its own, run from there, and removed. And
//! what a release is linked by.

#![cfg(test)]
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_liseuse");

/// Whether a command can be run here.
fn is_at_hand(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn done(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// The sources as `packaging/release` leaves them, below `folder`: what the package is made of, with the program of this test.
fn built(folder: &Path) {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(home).unwrap().map(|entry| entry.unwrap()) {
        // A linked manifest would be taken for the one it leads to.
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        } else if entry.file_name() != "target" {
            symlink(entry.path(), folder.join(entry.file_name())).unwrap();
        }
    }
    let (program, beside) = (folder.join("target/release"), folder.join("target/packaging"));
    fs::create_dir_all(&program).unwrap();
    fs::create_dir_all(&beside).unwrap();
    fs::copy(BINARY, program.join("liseuse")).unwrap();
    for (arguments, file) in [
        (&["man"][..], "liseuse.1"),
        (&["completions", "bash"], "liseuse.bash"),
        (&["completions", "zsh"], "_liseuse"),
        (&["completions", "fish"], "liseuse.fish"),
    ] {
        fs::write(beside.join(file), done(Command::new(BINARY).env("LC_ALL", "C").args(arguments)).stdout).unwrap();
    }
}

/// The package made of what stands below `folder`.
fn package(folder: &Path) -> PathBuf {
    let out = folder.join("target/debian");
    let mut command = Command::new("cargo");
    command.args(["deb", "--no-build", "--no-strip", "--fast", "--locked", "--offline", "--output"]).arg(&out);
    done(command.current_dir(folder).env("CARGO_TARGET_DIR", folder.join("target")));
    let found = if out.is_dir() { fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).collect() } else { vec![out] };
    found.into_iter().find(|path| path.is_file()).unwrap()
}

/// `dpkg` for a system below `root`, as anybody may run it; what the package needs is not looked for there.
fn dpkg(root: &Path) -> Command {
    let mut command = Command::new("dpkg");
    command.arg(format!("--root={}", root.display())).args(["--force-not-root", "--force-depends", "--force-script-chrootless"]);
    command.arg(format!("--log={}", root.join("dpkg.log").display()));
    command
}

#[test]
fn the_debian_package_is_installed_run_and_removed() {
    if !is_at_hand(Command::new("cargo").args(["deb", "--version"])) || !is_at_hand(Command::new("dpkg").arg("--version")) {
        eprintln!("cargo-deb or dpkg is not here: the package was not tried");
        return;
    }
    let (sources, root) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    built(sources.path());
    let package = package(sources.path());
    fs::create_dir_all(root.path().join("var/lib/dpkg/info")).unwrap();
    fs::create_dir_all(root.path().join("var/lib/dpkg/updates")).unwrap();
    fs::write(root.path().join("var/lib/dpkg/status"), "").unwrap();
    done(dpkg(root.path()).arg("-i").arg(&package));
    let share = root.path().join("usr/share");
    for file in [
        "man/man1/liseuse.1.gz",
        "bash-completion/completions/liseuse",
        "zsh/vendor-completions/_liseuse",
        "fish/vendor_completions.d/liseuse.fish",
        "doc/liseuse/docs/query.md",
        "doc/liseuse/copyright",
    ] {
        assert!(fs::metadata(share.join(file)).is_ok_and(|file| file.len() > 0), "{file} is not in the package");
    }
    let installed = root.path().join("usr/bin/liseuse");
    let home = TempDir::new().unwrap();
    let mut program = Command::new(&installed);
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        program.env(name, home.path());
    }
    let listed = done(program.env("LC_ALL", "C").args(["list", "--format", "json"]));
    assert_eq!(String::from_utf8_lossy(&listed.stdout).lines().count(), 5, "the sample archive");
    done(dpkg(root.path()).args(["-r", "liseuse"]));
    assert!(!installed.exists());
}

/// The list becomes a script for the linker, in which anything but a symbol would say something else.
#[test]
fn the_list_of_functions_of_the_start_holds_symbols_alone() {
    let list = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("build/start-order.txt")).unwrap();
    let names: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let is_symbol = |name: &&str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.' | '*');
        name.len() > 4 && name.starts_with('_') && name.chars().all(plain)
    };
    assert_eq!(names.iter().find(|name| !is_symbol(name)), None);
    assert!(names.iter().any(|name| name.contains("liseuse")));
}
