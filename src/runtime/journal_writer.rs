//! The thread that keeps notes: reads the journals at the start, adds what the person does, and tells of what others add.
//!
//! It sleeps until it is asked, or the system tells that a journal has changed, or something unkept is due to be tried again. A panic
//! in it is reported as a refusal of the disk is: what was to be kept stays, the journals are read anew, and it is tried again.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use jiff::Timestamp;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::app::event::{AppEvent, NotesEvent};
use crate::ingest::Origin;
use crate::ingest::catch_panic::guarded;
use crate::locale::error_chain;
use crate::notes::action::Action;
use crate::notes::journal::backup::daily;
use crate::notes::journal::check::{check, is_due};
use crate::notes::journal::disk::Disk;
use crate::notes::journal::identity;
use crate::notes::journal::{Damage, FOLDER, Journal, JournalError};
use crate::notes::state::Notes;
use crate::notes::state::clocks::now;
use crate::runtime::rescue::last_words;
use crate::tr;

/// How long to wait before what was refused is tried again: first, and at most.
const RETRY: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(5));
/// How long the end of the program may wait for what is still to be kept.
const LAST_WAIT: Duration = Duration::from_secs(2);

/// How long nothing must have been asked for until worn journals are written anew.
const IDLE: Duration = Duration::from_secs(30);
/// And until the backup of the day is made.
const CALM: Duration = Duration::from_secs(5);

/// What the thread is asked for.
#[derive(Debug)]
enum Order {
    Keep(Vec<Action>),
    /// Somebody has touched the journals.
    Look,
    /// Keep what is left, and say why it is not kept if it is not.
    Finish(Sender<Result<(), String>>),
}

/// The journal writer, seen from the loop.
#[derive(Debug)]
pub struct JournalWriter {
    orders: Sender<Order>,
}

impl JournalWriter {
    /// Starts the thread; `data` is the user's data folder on `disk`, and what it has to tell goes to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        data: Option<PathBuf>,
        disk: Arc<dyn Disk + Sync>,
        origin: Origin,
        send: impl Fn(AppEvent) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let (orders, inbox) = channel();
        let to_self = orders.clone();
        thread::Builder::new().name("scribe".into()).spawn(move || {
            let writing = data
                .context(tr!("there is no folder for notes; set LISEUSE_DATA_DIR to one"))
                .and_then(|data| Desk::open(&data, disk));
            match writing {
                Ok(mut writing) => {
                    writing.read(&origin, &send);
                    let _watcher = writing.watch(to_self).map_err(|error| {
                        send(AppEvent::Failed(tr!(
                            "what other windows note will not show at once: {error}",
                            error = error_chain(&error)
                        )))
                    });
                    writing.work(&inbox, &send);
                }
                Err(error) => {
                    send(AppEvent::Notes(NotesEvent::Nowhere));
                    refuse(&inbox, &error_chain(&error), &send);
                }
            }
        })?;
        Ok(Self { orders })
    }

    /// Keeps actions; the answer is `Kept` or `NotKept`.
    pub fn keep(&self, actions: Vec<Action>) {
        self.order(Order::Keep(actions));
    }

    /// Waits until nothing is left to be kept, but not for ever. What is `unkept` is written to a file elsewhere when it is not; what
    /// became of it is reported then.
    #[must_use]
    pub fn finish(&self, unkept: &[Action]) -> Option<String> {
        let (answer, outcome) = channel();
        self.order(Order::Finish(answer));
        let outcome = outcome.recv_timeout(LAST_WAIT).unwrap_or_else(|_| Err(tr!("the disk does not answer").to_owned()));
        outcome.err().and_then(|reason| last_words(unkept, &reason))
    }

    fn order(&self, order: Order) {
        // A writer that is gone has panicked, which was reported; there is nobody to keep anything then.
        let _gone = self.orders.send(order);
    }
}

/// Without a place to keep anything: says so whenever something is to be kept.
fn refuse(inbox: &Receiver<Order>, reason: &str, send: &dyn Fn(AppEvent) -> bool) {
    for order in inbox {
        match order {
            Order::Keep(_) => {
                send(AppEvent::Notes(NotesEvent::NotKept(reason.to_owned())));
            }
            Order::Look => {}
            Order::Finish(answer) => {
                let _gone = answer.send(Err(reason.to_owned()));
            }
        }
    }
}

/// What the thread works at.
struct Desk {
    disk: Arc<dyn Disk + Sync>,
    folder: PathBuf,
    device: String,
    journal: Journal,
    unkept: VecDeque<Action>,
    trouble: Option<String>,
    was_renewed: bool,
    /// Whether the backup of the day is still to be made or found to be there.
    is_backup_due: bool,
    /// How long to wait before what was refused is tried again.
    pause: Duration,
}

impl Desk {
    fn open(data: &Path, disk: Arc<dyn Disk + Sync>) -> anyhow::Result<Self> {
        let said = std::env::var(identity::DEVICE).ok();
        let device = identity::device(said.as_deref(), data, &*disk)
            .with_context(|| tr!("cannot tell this device from others in {path}", path = data.display()))?;
        let folder = data.join(FOLDER);
        let journal = Journal::new(Box::new(Arc::clone(&disk)), &folder, &device);
        let (unkept, pause) = (VecDeque::new(), RETRY.0);
        Ok(Self { disk, folder, device, journal, unkept, trouble: None, was_renewed: false, is_backup_due: true, pause })
    }

    /// Reads all journals and hands the state on.
    fn read(&mut self, origin: &Origin, send: &dyn Fn(AppEvent) -> bool) {
        let mut notes = Notes::new(&self.device, identity::salt());
        let (archive, paths) = identity::archive(origin);
        notes.open_archive(&archive, paths);
        let (damage, errors) = self.journal.open(&mut |action| notes.take_in(action));
        self.journal.newer().into_iter().for_each(|schema| notes.meet(schema));
        notes.set_gone(identity::gone(&notes));
        notes.set_clock(now());
        let sealed = notes.sealed();
        let ahead = notes.clock_ahead();
        send(AppEvent::Notes(NotesEvent::Opened(Box::new(notes))));
        tell(&damage, &errors, send);
        for reason in [ahead, sealed].into_iter().flatten() {
            send(AppEvent::Failed(reason));
        }
    }

    /// Has the system tell when a journal changes.
    fn watch(&self, orders: Sender<Order>) -> anyhow::Result<RecommendedWatcher> {
        self.disk.create_folder(&self.folder).with_context(|| tr!("cannot make {path}", path = self.folder.display()))?;
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Reading a journal is an event as well; answering it would be reading it again.
            if !event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_))) {
                let _gone = orders.send(Order::Look);
            }
        })?;
        watcher.watch(&self.folder, RecursiveMode::Recursive)?;
        Ok(watcher)
    }

    /// Does what it is asked until the program ends, whatever it meets.
    fn work(&mut self, inbox: &Receiver<Order>, send: &dyn Fn(AppEvent) -> bool) {
        while let Some(orders) = self.wait(inbox, self.pause) {
            let mut is_due = orders.is_empty();
            let (mut look, mut answers) = (false, Vec::new());
            for order in orders {
                is_due |= matches!(order, Order::Keep(_) | Order::Finish(_));
                match order {
                    Order::Keep(actions) => self.unkept.extend(actions),
                    Order::Look => look = true,
                    Order::Finish(answer) => answers.push(answer),
                }
            }
            let outcome = guarded(|| {
                if is_due && !self.unkept.is_empty() {
                    self.keep(send);
                } else if is_due && answers.is_empty() && self.is_backup_due {
                    self.back_up(send);
                } else if is_due && answers.is_empty() {
                    self.renew(send);
                }
                if look {
                    self.look(send);
                }
            });
            if outcome.is_none() {
                self.recover(send);
            }
            self.pause = if self.unkept.is_empty() { RETRY.0 } else { (self.pause * 2).min(RETRY.1) };
            for answer in answers {
                let kept = if self.unkept.is_empty() { Ok(()) } else { Err(self.trouble.clone().unwrap_or_default()) };
                let _gone = answer.send(kept);
            }
        }
    }

    /// Begins anew with the journals, of which a panic may have left anything, and tells what is not kept.
    fn recover(&mut self, send: &dyn Fn(AppEvent) -> bool) {
        let reason = tr!("a fault of the program").to_owned();
        if !self.unkept.is_empty() {
            send(AppEvent::Notes(NotesEvent::NotKept(reason.clone())));
        }
        self.trouble = Some(reason);
        self.journal = Journal::new(Box::new(Arc::clone(&self.disk)), &self.folder, &self.device);
        let mut news = Vec::new();
        // Taking in what was taken in before changes nothing.
        let read = guarded(|| self.journal.open(&mut |told| news.push(told.into())));
        if read.is_some() && !news.is_empty() {
            send(AppEvent::Notes(NotesEvent::Elsewhere(news)));
        }
    }

    /// Whether this device's journals are to be written anew when there is time.
    fn is_worn(&self) -> bool {
        !self.was_renewed && self.journal.is_worn()
    }

    /// Writes worn journals anew, once; what was refused is tried again when the program runs next.
    fn renew(&mut self, send: &dyn Fn(AppEvent) -> bool) {
        if !self.is_worn() {
            return;
        }
        self.was_renewed = true;
        let mut news = Vec::new();
        let outcome = self.journal.compact(&mut |told| news.push(told.into()));
        if !news.is_empty() {
            send(AppEvent::Notes(NotesEvent::Elsewhere(news)));
        }
        if let Err(error) = outcome {
            tell(&[], &[error], send);
        }
    }

    /// Makes the backup of the day, and once a week looks through all that is kept. Only what is wrong is told.
    fn back_up(&mut self, send: &dyn Fn(AppEvent) -> bool) {
        self.is_backup_due = false;
        let Some(data) = self.folder.parent() else { return };
        let now = now();
        let told = match daily::keep(data, &day(now)) {
            Ok(Some(missed)) if !missed.is_empty() => {
                Some(tr!("{missed}; `liseuse notes check` tells more", missed = missed.join("; ")))
            }
            Ok(Some(_)) => match is_due(data, now).map(|is_due| if is_due { check(data).faults.len() } else { 0 }) {
                Ok(0) => None,
                Ok(count) => {
                    Some(tr!("the weekly look through the notes found {count} faults; `liseuse notes check` lists them", count))
                }
                Err(error) => Some(tr!("the notes could not be looked through: {error}", error)),
            },
            Ok(None) => None,
            Err(error) => Some(tr!("no backup of the notes was made today: {error}", error)),
        };
        // Whether the loop still listens is found out where orders are waited for.
        if let Some(text) = told {
            send(AppEvent::Failed(text));
        }
    }

    /// The next orders; none when something is due to be done without being asked for, `None` at the end of the program.
    fn wait(&self, inbox: &Receiver<Order>, pause: Duration) -> Option<Vec<Order>> {
        let first = if !self.unkept.is_empty() {
            inbox.recv_timeout(pause)
        } else if self.is_backup_due {
            inbox.recv_timeout(CALM)
        } else if self.is_worn() {
            inbox.recv_timeout(IDLE)
        } else {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match first {
            Ok(first) => Some(std::iter::once(first).chain(inbox.try_iter()).collect()),
            Err(RecvTimeoutError::Timeout) => Some(Vec::new()),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn keep(&mut self, send: &dyn Fn(AppEvent) -> bool) {
        let mut news = Vec::new();
        let outcome = self.journal.append(self.unkept.make_contiguous(), &mut |told| news.push(told.into()));
        if !news.is_empty() {
            send(AppEvent::Notes(NotesEvent::Elsewhere(news)));
        }
        match outcome {
            Ok(damage) => {
                self.trouble = None;
                send(AppEvent::Notes(NotesEvent::Kept(self.unkept.drain(..).map(|action| action.id).collect())));
                tell(&damage, &[], send);
            }
            Err(error) => {
                let reason = error.to_string();
                send(AppEvent::Notes(NotesEvent::NotKept(reason.clone())));
                self.trouble = Some(reason);
            }
        }
    }

    fn look(&mut self, send: &dyn Fn(AppEvent) -> bool) {
        let mut news = Vec::new();
        let (damage, errors) = self.journal.look(&mut |told| news.push(told.into()));
        if !news.is_empty() {
            send(AppEvent::Notes(NotesEvent::Elsewhere(news)));
        }
        tell(&damage, &errors, send);
    }
}

/// The day of a time in milliseconds since 1970, in ISO 8601 and UTC.
fn day(time: u64) -> String {
    let time = i64::try_from(time).ok().and_then(|time| Timestamp::from_millisecond(time).ok()).unwrap_or_default();
    time.strftime("%Y-%m-%d").to_string()
}

/// Tells what could not be read, the first of it in full.
fn tell(damage: &[Damage], errors: &[JournalError], send: &dyn Fn(AppEvent) -> bool) {
    let mut all = errors.iter().map(ToString::to_string).chain(damage.iter().map(ToString::to_string));
    if let Some(first) = all.next() {
        let more = all.count();
        let rest = if more == 0 { String::new() } else { tr!(" (and {more} more: `liseuse notes log` lists them)", more) };
        send(AppEvent::Failed(format!("{first}{rest}")));
    }
}

#[cfg(test)]
mod tests;
