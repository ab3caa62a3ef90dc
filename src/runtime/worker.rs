//! A worker: a thread that does jobs one after the other and answers each of them, also one that panics.
//!
//! Of the jobs of a kind either the newest wins, or all are done in the order they were asked for. What a job is and what answers
//! it is a [`Work`]; the files beside this one have one each. It knows nothing of the terminal and of the state.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::ingest::catch_panic::guarded;

#[cfg(test)]
mod tests;

/// Which of the jobs that wait are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The newest of each kind. It takes the place of the one that waits, and the one at work is asked to give up.
    Newest,
    /// All, in the order they were asked for.
    Queue,
}

/// What a worker does. It lives on the worker's thread and keeps from job to job what makes the next one faster.
pub(crate) trait Work {
    /// What is to be done.
    type Job: Send + 'static;
    /// What is told when it is done.
    type Answer;
    /// How many kinds of jobs there are. A job never takes the place of one of another kind.
    const KINDS: usize = 1;

    /// The kind of a job, less than `KINDS`.
    fn kind(_job: &Self::Job) -> usize {
        0
    }

    /// The answer to a job that broke off by a fault of the program.
    fn failed(job: &Self::Job, generation: u64) -> Self::Answer;

    /// Does a job. `None` when there is nothing to answer, or nobody waits for it any more, as `ticket` tells.
    fn perform(&mut self, job: Self::Job, ticket: &Ticket) -> Option<Self::Answer>;

    /// Makes sound what a panic has left half done.
    fn recover(&mut self) {}

    /// How long to wait for a job before something is done unasked; `None` when nothing is to be done.
    fn due_in(&self) -> Option<Duration> {
        None
    }

    /// Does what is due unasked.
    fn tend(&mut self) {}
}

/// What is known of a job that is at work: the number to answer under, and whether anybody waits for it.
#[derive(Clone, Debug)]
pub(crate) struct Ticket {
    /// The number that whoever asked gave it.
    pub(crate) generation: u64,
    stop: Arc<AtomicBool>,
}

impl Ticket {
    /// Whether the job is to give up.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// A worker, seen from where jobs come from. Its thread ends once it is dropped and all jobs are done.
pub(crate) struct Worker<W: Work> {
    desk: Arc<Desk<W::Job>>,
    mode: Mode,
}

struct Desk<J> {
    queue: Mutex<Queue<J>>,
    changed: Condvar,
}

struct Queue<J> {
    waiting: VecDeque<Request<J>>,
    /// For each kind, what tells the jobs asked for so far to give up.
    stops: Vec<Arc<AtomicBool>>,
    is_closed: bool,
    has_ended: bool,
}

struct Request<J> {
    job: J,
    kind: usize,
    ticket: Ticket,
}

/// What the thread does next.
enum Next<J> {
    Perform(Request<J>),
    Tend,
    End,
}

impl<W: Work + 'static> Worker<W> {
    /// Starts the thread, which makes its work first; answers go to `send`, which says whether anybody still listens.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn start(
        name: &str,
        mode: Mode,
        make: impl FnOnce() -> W + Send + 'static,
        send: impl Fn(W::Answer) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let stops = (0..W::KINDS).map(|_| Arc::default()).collect();
        let queue = Queue { waiting: VecDeque::new(), stops, is_closed: false, has_ended: false };
        let desk = Arc::new(Desk { queue: Mutex::new(queue), changed: Condvar::new() });
        let theirs = End(Arc::clone(&desk));
        thread::Builder::new().name(name.to_owned()).spawn(move || run(&theirs.0, make(), &send))?;
        Ok(Self { desk, mode })
    }

    /// Asks for a job, which is answered under the number `generation`.
    pub(crate) fn ask(&self, generation: u64, job: W::Job) {
        let kind = W::kind(&job);
        let mut queue = self.desk.lock();
        if self.mode == Mode::Newest {
            queue.stop(kind);
            queue.waiting.retain(|request| request.kind != kind);
        }
        let Some(stop) = queue.stops.get(kind).cloned() else { return };
        queue.waiting.push_back(Request { job, kind, ticket: Ticket { generation, stop } });
        self.desk.changed.notify_all();
    }

    /// Asks all jobs asked for so far to give up, those that wait too: each begins, and ends as soon as it looks.
    pub(crate) fn stop(&self) {
        let mut queue = self.desk.lock();
        (0..W::KINDS).for_each(|kind| queue.stop(kind));
    }

    /// Takes no more jobs and waits until those asked for are done, but at most so long; whether they are.
    pub(crate) fn finish(&self, at_most: Duration) -> bool {
        self.desk.close();
        let queue = self.desk.lock();
        let waited = self.desk.changed.wait_timeout_while(queue, at_most, |queue| !queue.has_ended);
        waited.unwrap_or_else(PoisonError::into_inner).0.has_ended
    }
}

impl<W: Work> Drop for Worker<W> {
    fn drop(&mut self) {
        self.desk.close();
    }
}

/// Does jobs until there are no more, or nobody listens.
fn run<W: Work>(desk: &Desk<W::Job>, mut work: W, send: &impl Fn(W::Answer) -> bool) {
    loop {
        match desk.next(work.due_in()) {
            Next::Perform(Request { job, ticket, .. }) => {
                let failed = W::failed(&job, ticket.generation);
                let outcome = guarded(|| work.perform(job, &ticket));
                let answer = outcome.unwrap_or_else(|| {
                    recover(&mut work);
                    Some(failed)
                });
                if answer.is_some_and(|answer| !send(answer)) {
                    return;
                }
            }
            Next::Tend => {
                if guarded(|| work.tend()).is_none() {
                    recover(&mut work);
                }
            }
            Next::End => return,
        }
    }
}

/// A panic in here as well is of no consequence for the jobs that come: each is answered, whatever it meets.
fn recover<W: Work>(work: &mut W) {
    let _panic = guarded(|| work.recover());
}

impl<J> Desk<J> {
    fn lock(&self) -> MutexGuard<'_, Queue<J>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn close(&self) {
        self.lock().is_closed = true;
        self.changed.notify_all();
    }

    /// Waits for a job, or until something is due unasked.
    fn next(&self, due_in: Option<Duration>) -> Next<J> {
        let mut queue = self.lock();
        loop {
            if let Some(request) = queue.waiting.pop_front() {
                return Next::Perform(request);
            }
            if queue.is_closed {
                return Next::End;
            }
            let Some(due_in) = due_in else {
                queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let is_idle = |queue: &mut Queue<J>| queue.waiting.is_empty() && !queue.is_closed;
            let (woken, waited) = self.changed.wait_timeout_while(queue, due_in, is_idle).unwrap_or_else(PoisonError::into_inner);
            if waited.timed_out() {
                return Next::Tend;
            }
            queue = woken;
        }
    }
}

impl<J> Queue<J> {
    fn stop(&mut self, kind: usize) {
        if let Some(stop) = self.stops.get_mut(kind) {
            stop.store(true, Ordering::Relaxed);
            *stop = Arc::default();
        }
    }
}

/// Tells that the thread has ended, however it did.
struct End<J>(Arc<Desk<J>>);

impl<J> Drop for End<J> {
    fn drop(&mut self) {
        self.0.lock().has_ended = true;
        self.0.changed.notify_all();
    }
}
