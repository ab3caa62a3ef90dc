//! A program in a pseudo-terminal, and the screen it draws. Waiting is reading: it ends when the screen shows what is awaited
//! or the program has ended, so there is no sleep. A program that falls silent is ended, and the test fails instead of hanging.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long a program may write nothing while something is awaited: far beyond what a busy machine needs.
const SILENCE: Duration = Duration::from_secs(300);

/// A program at work in a pseudo-terminal.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    chunks: Receiver<Vec<u8>>,
    writer: Box<dyn Write + Send>,
    parser: vt100::Parser,
    /// Every byte the program has written.
    pub written: Vec<u8>,
}

impl Session {
    /// Starts `program` with an environment of its own: `home` for its files, and `vars`.
    pub fn start(program: &Path, args: &[&str], size: (u16, u16), home: (&Path, &[(&str, &str)])) -> anyhow::Result<Self> {
        Self::start_in(Path::new(env!("CARGO_MANIFEST_DIR")), program, args, size, home)
    }

    /// The same with `folder` as the working folder.
    pub fn start_in(
        folder: &Path,
        program: &Path,
        args: &[&str],
        (cols, rows): (u16, u16),
        (home, vars): (&Path, &[(&str, &str)]),
    ) -> anyhow::Result<Self> {
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 })?;
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        // What an editor leaves behind is looked for there, and one test must not see what another left.
        command.env("TMPDIR", home);
        command.env("LC_ALL", "C.UTF-8");
        for name in ["NO_COLOR", "COLORTERM", "COLORFGBG"] {
            command.env_remove(name);
        }
        for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
            command.env(name, home.join(name));
        }
        for (name, value) in vars {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let (reader, writer) = (pair.master.try_clone_reader()?, pair.master.take_writer()?);
        Ok(Self {
            child,
            master: pair.master,
            chunks: chunks(reader),
            writer,
            parser: vt100::Parser::new(cells(rows)?, cells(cols)?, 0),
            written: Vec::new(),
        })
    }

    /// Reads until `seen` holds of the screen; whether it came to that before the program ended.
    pub fn wait_for(&mut self, seen: impl Fn(&vt100::Screen) -> bool) -> bool {
        while !seen(self.parser.screen()) {
            if !self.read_some() {
                return false;
            }
        }
        true
    }

    /// Reads until the program has written `bytes` since `from`; whether it came to that before the program ended.
    pub fn wait_for_bytes(&mut self, bytes: &[u8], from: usize) -> bool {
        while !self.written.get(from..).is_some_and(|new| new.windows(bytes.len()).any(|window| window == bytes)) {
            if !self.read_some() {
                return false;
            }
        }
        true
    }

    fn read_some(&mut self) -> bool {
        match self.chunks.recv_timeout(SILENCE) {
            Ok(new) => {
                self.parser.process(&new);
                self.written.extend_from_slice(&new);
                true
            }
            Err(RecvTimeoutError::Disconnected) => false,
            Err(RecvTimeoutError::Timeout) => {
                let _ = self.child.kill();
                false
            }
        }
    }

    /// Types.
    pub fn type_keys(&mut self, keys: &str) -> anyhow::Result<()> {
        self.writer.write_all(keys.as_bytes())?;
        Ok(self.writer.flush()?)
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, cols: u16, rows: u16) -> anyhow::Result<()> {
        self.parser.screen_mut().set_size(cells(rows)?, cells(cols)?);
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 })
    }

    /// The screen as it is now.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The terminal, held open beside the program, so that its modes outlive it.
    #[cfg(unix)]
    pub fn hold(&self) -> anyhow::Result<std::fs::File> {
        let name = self.master.tty_name().ok_or_else(|| anyhow::anyhow!("the terminal has no name"))?;
        Ok(std::fs::File::options().read(true).write(true).open(name)?)
    }

    /// The modes of a terminal that is held, as `stty` tells them.
    #[cfg(unix)]
    pub fn modes(held: &std::fs::File) -> String {
        let told = held.try_clone().and_then(|held| std::process::Command::new("stty").arg("-a").stdin(held).output());
        told.map(|told| String::from_utf8_lossy(&told.stdout).replace('\n', " ")).unwrap_or_default()
    }

    /// The number of the process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap_or_default()
    }

    /// Kills it, as a crash does.
    pub fn kill(&mut self) -> anyhow::Result<()> {
        // `Child::kill` hangs up first, which the program would answer.
        let sent = std::process::Command::new("kill").args(["-KILL", &self.process().to_string()]).status()?;
        anyhow::ensure!(sent.success(), "it cannot be killed");
        self.child.wait()?;
        Ok(())
    }

    /// Reads to the end and waits for it.
    pub fn end(&mut self) -> anyhow::Result<ExitStatus> {
        while self.read_some() {}
        Ok(self.child.wait()?)
    }
}

/// What the terminal hands over, a chunk at a time and no further ahead than it is asked for.
fn chunks(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, chunks) = sync_channel(0);
    std::thread::spawn(move || {
        let mut chunk = [0; 4096];
        // At the end of the program the kernel reports an error rather than an end of file.
        while let Ok(count @ 1..) = reader.read(&mut chunk) {
            if sender.send(chunk.get(..count).unwrap_or_default().to_vec()).is_err() {
                return;
            }
        }
    });
    chunks
}

fn cells(count: u16) -> anyhow::Result<NonZero<u16>> {
    NonZero::new(count).ok_or_else(|| anyhow::anyhow!("a terminal has at least one cell"))
}
