//! Whole-process runs in a pseudo-terminal: start to first frame, and to the loaded archive, beside a bare ratatui program that
//! draws one line; and the memory resident then and at most.
//!
//! `cargo build --release --examples --bins && cargo bench --bench start [-- PATH...]`. Runs of the two alternate, so that whatever else the
//! machine does falls on both; medians are printed, and their ratio.

#[expect(dead_code, reason = "the tests of the terminal use more of it")]
#[path = "../tests/pty/session.rs"]
mod session;

use std::env;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use session::Session;

const RUNS: usize = 41;

fn main() -> anyhow::Result<()> {
    let paths: Vec<String> = env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let release = Path::new(env!("CARGO_BIN_EXE_liseuse")).parent().context("no folder above")?.to_owned();
    let (room, bare) = (release.join("liseuse"), release.join("examples").join("bare"));
    ensure!(bare.exists(), "{} is missing: cargo build --release --examples", bare.display());
    let args: Vec<&str> = paths.iter().map(String::as_str).collect();
    let (mut floors, mut frames, mut loads, mut memory) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        floors.push(run(&bare, &[], "one line", None)?.0);
        let (frame, loaded, kib) = run(&room, &args, "Filter", Some("help"))?;
        frames.push(frame);
        loads.push(loaded);
        memory.push(kib);
    }
    let floor = median(&mut floors);
    for (name, times) in [("first frame", &mut frames), ("archive loaded", &mut loads)] {
        let (middle, worst) = (median(times), times.last().copied().unwrap_or_default());
        println!(
            "{name:<16} {middle:>8.2?} median, {worst:>8.2?} worst of {RUNS}; {:.2} of bare ratatui",
            middle.as_secs_f64() / floor.as_secs_f64()
        );
    }
    println!("{:<16} {floor:>8.2?} median, {:>8.2?} worst", "bare ratatui", floors.last().copied().unwrap_or_default());
    for (name, of) in [("resident", 0), ("at its peak", 1)] {
        let mut kib: Vec<u32> = memory.iter().map(|both: &[u32; 2]| *both.get(of).unwrap_or(&0)).collect();
        kib.sort_unstable();
        let mib = |kib: Option<&u32>| f64::from(kib.copied().unwrap_or_default()) / 1024.0;
        println!("{name:<16} {:>6.1} MiB median, {:>6.1} MiB worst", mib(kib.get(RUNS / 2)), mib(kib.last()));
    }
    Ok(())
}

/// Time to the first frame (which shows `first`) and to the loaded archive, and KiB resident then and at most until then.
fn run(program: &Path, args: &[&str], first: &str, loaded: Option<&str>) -> anyhow::Result<(Duration, Duration, [u32; 2])> {
    let home = tempfile::tempdir()?;
    let began = Instant::now();
    let mut session = Session::start(program, args, (120, 40), (home.path(), &[]))?;
    ensure!(session.wait_for(|screen| screen.contents().contains(first)), "{} ended early", program.display());
    let frame = began.elapsed();
    if loaded.is_some() {
        let is_loaded = |screen: &vt100::Screen| {
            let text = screen.contents();
            text.contains("articles")
                && !text.contains("loading")
                && !text.contains(" 0 articles")
                && !text.contains("looking for files")
        };
        ensure!(session.wait_for(is_loaded), "{} ended early", program.display());
    }
    let all = began.elapsed();
    let memory = ["VmRSS:", "VmHWM:"].map(|measure| memory(session.process(), measure).unwrap_or(0));
    session.type_keys("Q")?;
    session.end()?;
    Ok((frame, all, memory))
}

fn memory(process: u32, measure: &str) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with(measure))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
