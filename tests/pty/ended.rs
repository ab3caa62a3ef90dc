//! The real program ended by force, by signals, and while the person's own editor has the terminal: the terminal is given back, and what
//! was typed is there when it is opened again.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, UNIX_EPOCH};

use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::{ArchiveLoader, Options, Origin, load_shelf};
use liseuse::notes::journal::Journal;
use liseuse::notes::journal::disk::SystemDisk;
use liseuse::notes::state::Notes;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::session::Session;
use crate::{is_given_back, signal};

const DEVICE: (&str, &str) = ("LISEUSE_DEVICE", "laptop");

/// The texts of the drafts that are kept in `home`.
fn drafts(home: &Path) -> Vec<String> {
    let mut notes = Notes::new("laptop", 1);
    let mut journal = Journal::new(Box::new(SystemDisk), &home.join("LISEUSE_DATA_DIR/notes"), "laptop");
    let (damage, errors) = journal.open(&mut |action| notes.take_in(action));
    assert!(damage.is_empty() && errors.is_empty(), "{damage:?} {errors:?}");
    notes.drafts().map(|draft| draft.text).collect()
}

/// The sample, with a note begun that is too short yet for a draft.
fn typing(home: &Path, vars: &[(&str, &str)]) -> Session {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let mut session = Session::start(&program, &[], (120, 40), (home, vars)).unwrap();
    begin_note(&mut session);
    session
}

fn begin_note(session: &mut Session) {
    await_text(session, "▶");
    session.type_keys("\r").unwrap();
    await_text(session, "row 1 of");
    session.type_keys("a").unwrap();
    await_text(session, "Note");
    session.type_keys("zut").unwrap();
    await_text(session, "zut");
}

fn await_text(session: &mut Session, text: &str) {
    assert!(session.wait_for(|screen| screen.contents().contains(text)), "{text}: {}", session.screen().contents());
}

#[test]
fn a_terminal_that_closes_without_a_signal_ends_it_and_what_was_typed_is_kept() {
    let home = tempfile::tempdir().unwrap();
    let pair = native_pty_system().openpty(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_liseuse"));
    // No terminal controls it, so none sends it a signal.
    command.set_controlling_tty(false);
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    for (name, value) in [("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), DEVICE] {
        command.env(name, value);
    }
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        command.env(name, home.path().join(name));
    }
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let (mut reader, mut writer) = (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
    let mut parser = vt100::Parser::new(NonZero::new(40).unwrap(), NonZero::new(120).unwrap(), 0);
    let mut await_text = |text: &str| {
        let mut chunk = [0; 4096];
        while !parser.screen().contents().contains(text) {
            let count = reader.read(&mut chunk).unwrap();
            parser.process(&chunk[..count]);
        }
    };
    await_text("▶");
    writer.write_all(b"\r").unwrap();
    await_text("row 1 of");
    writer.write_all(b"a").unwrap();
    await_text("Note");
    // More letters at once than a person types.
    let typed = "les grues du port ".repeat(150);
    writer.write_all(typed.as_bytes()).unwrap();
    await_text("les grues du port");
    drop((reader, writer, pair.master));
    let (sender, ended) = channel();
    let process = child.process_id().unwrap();
    thread::spawn(move || sender.send(child.wait().map(|status| status.success())));
    let ended = ended.recv_timeout(Duration::from_secs(120));
    if ended.is_err() {
        let _ = std::process::Command::new("kill").args(["-KILL", &process.to_string()]).status();
    }
    assert!(matches!(ended, Ok(Ok(true))), "{ended:?}");
    let [draft] = &drafts(home.path())[..] else { panic!("no draft") };
    assert!(draft.starts_with("les grues du port"));
}

/// An editor that runs `script`, with the file in `$1`.
fn editor(home: &Path, script: &str) -> String {
    let path = home.join("editor");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn whatever_ends_the_program_gives_the_terminal_back_and_keeps_what_is_typed() {
    for name in ["KILL", "ABRT"] {
        let home = tempfile::tempdir().unwrap();
        let mut session = typing(home.path(), &[DEVICE]);
        assert!(drafts(home.path()).is_empty(), "too short");
        let terminal = session.hold().unwrap();
        assert!(Session::modes(&terminal).contains(" -icanon"), "raw");
        signal(&session, name);
        await_text(&mut session, "liseuse was ended by force; what was typed is kept");
        let modes = Session::modes(&terminal);
        assert!([" icanon", " echo ", " isig", " opost", " icrnl"].iter().all(|flag| modes.contains(flag)), "SIG{name}: {modes}");
        assert!(is_given_back(&session), "SIG{name}");
        drop(terminal);
        assert!(!session.end().unwrap().success());
        assert_eq!(drafts(home.path()), ["zut"], "SIG{name}");

        let mut session =
            Session::start(env!("CARGO_BIN_EXE_liseuse").as_ref(), &[], (120, 40), (home.path(), &[DEVICE])).unwrap();
        await_text(&mut session, "1 note was not finished");
        session.type_keys("gN").unwrap();
        await_text(&mut session, "zut");
        // Each by itself: together they are Alt-Q to any terminal program.
        session.type_keys("\x1b").unwrap();
        assert!(session.wait_for(|screen| !screen.contents().contains("zut")), "{}", session.screen().contents());
        session.type_keys("Q").unwrap();
        assert!(session.end().unwrap().success());
    }
}

#[test]
fn a_signal_that_can_be_answered_keeps_what_is_typed_as_a_draft() {
    for name in ["TERM", "HUP", "QUIT", "USR1"] {
        let home = tempfile::tempdir().unwrap();
        let mut session = typing(home.path(), &[DEVICE]);
        signal(&session, name);
        assert!(!session.end().unwrap().success(), "SIG{name}");
        assert!(is_given_back(&session), "SIG{name}");
        assert!(!session.screen().contents().contains("by force"), "the guardian has nothing to do");
        assert_eq!(drafts(home.path()), ["zut"], "SIG{name}");
    }
}

#[test]
fn a_cache_that_is_cut_while_it_is_mapped_takes_neither_the_terminal_nor_the_text() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let press = home.join("press");
    fs::create_dir(&press).unwrap();
    for at in 0..40 {
        let path = press.join(format!("a{at:02}.md"));
        fs::write(
            &path,
            format!("# Le ministre, jour {at}\n\nLe ministre est arrivé jeudi à Bagdad, dit-on, pour la {at}e fois.\n"),
        )
        .unwrap();
        File::options().append(true).open(&path).unwrap().set_modified(UNIX_EPOCH + Duration::from_secs(1_000_000_000)).unwrap();
    }
    let key = CacheKey::new(&Options::default(), true, "");
    let cache = Cache { folder: home.join("LISEUSE_CACHE_DIR"), key, max_size: Cache::MAX_SIZE, least: 0, copied: 0 };
    let mut shelf = ArchiveLoader::new(Origin::Paths(vec![press.clone()]), Options::default(), Some(cache.clone()));
    let _read = load_shelf(&mut shelf, &Gazetteer::builtin(), &mut |_| ());
    shelf.keep().unwrap();

    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse")).with_file_name("examples").join("maps");
    let mut session = Session::start(&program, &[press.to_str().unwrap()], (120, 40), (home, &[DEVICE])).unwrap();
    begin_note(&mut session);
    let [kept] = &cache.entries().unwrap()[..] else { panic!("one archive is kept") };
    File::options().write(true).open(&kept.path).unwrap().set_len(0).unwrap();
    // The next look at the list is one at what is not there any more.
    session.type_keys("s").unwrap();
    assert!(!session.end().unwrap().success());
    assert!(is_given_back(&session));
    let screen = session.screen().contents();
    assert!(screen.contains("liseuse was ended by force; what was typed is kept"), "{screen}");
    let drafts = drafts(home);
    assert!(drafts.len() == 1 && drafts[0].starts_with("zut"), "{drafts:?}");
    assert_eq!(fs::read_dir(&press).unwrap().count(), 40, "the archive itself is as it was");
}

/// The system gives no memory any more, and a larger screen asks for some. The allocator is told to give back what is freed: what
/// it keeps in store after loading is enough, on some runs, for a screen of a hundred thousand cells.
#[test]
fn a_lack_of_memory_takes_neither_the_terminal_nor_the_text() {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};

    let home = tempfile::tempdir().unwrap();
    let frugal = ("GLIBC_TUNABLES", "glibc.malloc.mmap_threshold=65536:glibc.malloc.trim_threshold=65536");
    let mut session = typing(home.path(), &[DEVICE, frugal]);
    let process = Pid::from_raw(session.process().cast_signed());
    prlimit(process, Resource::As, Rlimit { current: Some(1 << 20), maximum: None }).unwrap();
    session.resize(1000, 1000).unwrap();
    await_text(&mut session, "liseuse was ended by force; what was typed is kept");
    assert!(is_given_back(&session));
    assert!(!session.end().unwrap().success());
    assert_eq!(drafts(home.path()), ["zut"]);
}

#[test]
fn what_an_editor_has_saved_is_kept_when_the_program_is_ended() {
    let home = tempfile::tempdir().unwrap();
    // An editor that saves, and then waits for keys that never come.
    let editor = editor(home.path(), "printf 'saved in the editor' > \"$1\"; echo READY; exec cat > /dev/null");
    for name in ["TERM", "HUP"] {
        let mut session = typing(home.path(), &[DEVICE, ("VISUAL", &editor)]);
        session.type_keys("\x05").unwrap();
        await_text(&mut session, "READY");
        signal(&session, name);
        assert!(!session.end().unwrap().success(), "SIG{name}");
        assert_eq!(drafts(home.path()), ["saved in the editor"], "SIG{name}");
        fs::remove_dir_all(home.path().join("LISEUSE_DATA_DIR")).unwrap();
    }
}

#[test]
fn what_an_editor_has_saved_when_the_program_is_killed_is_named_by_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    let script = editor(home.path(), "printf 'saved in the editor' > \"$1\"; echo READY; exec cat > /dev/null");
    let mut session = typing(home.path(), &[DEVICE, ("VISUAL", &script)]);
    session.type_keys("\x05").unwrap();
    await_text(&mut session, "READY");
    session.kill().unwrap();
    assert!(!session.end().unwrap().success());
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let mut next = Session::start(&program, &[], (200, 40), (home.path(), &[DEVICE])).unwrap();
    await_text(&mut next, "holds what your editor saved");
    next.type_keys("Q").unwrap();
}

#[test]
fn what_an_editor_has_saved_before_it_fails_is_open_in_the_room() {
    let home = tempfile::tempdir().unwrap();
    let editor = editor(home.path(), "printf 'saved in the editor' > \"$1\"; exit 3");
    let mut session = typing(home.path(), &[DEVICE, ("VISUAL", &editor)]);
    session.type_keys("\x05").unwrap();
    await_text(&mut session, "ended with a failure");
    await_text(&mut session, "saved in the editor");
    session.type_keys("\x1b").unwrap();
    await_text(&mut session, "note kept");
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());
    assert!(drafts(home.path()).is_empty(), "it is a note now");
}
