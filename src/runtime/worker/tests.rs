//! What holds of every worker: each job is answered under its number, and one that panics takes nothing with it.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::{Mode, Ticket, Work, Worker};

/// Longer than anything here takes; a test that waits so long has failed.
const LONG: Duration = Duration::from_secs(60);

enum Job {
    Add(u64),
    Panic,
    /// Says that it has begun, and adds when it hears that it may go on, unless it is stopped by then.
    Wait(Sender<()>, Receiver<()>),
    /// Like `Add`, of the other kind.
    Other(u64),
}

#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Sum(u64, u64),
    Failed(u64),
    Tended,
}

/// Adds up; a sum that a panic left half done is begun anew.
#[derive(Default)]
struct Adder {
    sum: u64,
    tending: Option<Sender<Answer>>,
    tended: usize,
}

impl Work for Adder {
    type Job = Job;
    type Answer = Answer;
    const KINDS: usize = 2;

    fn kind(job: &Job) -> usize {
        usize::from(matches!(job, Job::Other(_)))
    }

    fn failed(_job: &Job, generation: u64) -> Answer {
        Answer::Failed(generation)
    }

    fn perform(&mut self, job: Job, ticket: &Ticket) -> Option<Answer> {
        match job {
            Job::Add(number) | Job::Other(number) => self.sum += number,
            Job::Panic => {
                self.sum += 1_000_000;
                panic!("on purpose");
            }
            Job::Wait(begun, go_on) => {
                begun.send(()).unwrap();
                go_on.recv().unwrap();
                if ticket.is_stopped() {
                    return None;
                }
            }
        }
        Some(Answer::Sum(ticket.generation, self.sum))
    }

    fn recover(&mut self) {
        self.sum = 0;
    }

    fn due_in(&self) -> Option<Duration> {
        (self.tending.is_some() && self.tended < 2).then_some(Duration::ZERO)
    }

    fn tend(&mut self) {
        self.tended += 1;
        if let Some(heard) = &self.tending {
            heard.send(Answer::Tended).unwrap();
        }
        assert!(self.tended > 1, "the first time it panics on purpose");
    }
}

fn start(mode: Mode) -> (Worker<Adder>, Receiver<Answer>) {
    let (send, answers) = channel();
    let worker = Worker::start("adder", mode, Adder::default, move |answer| send.send(answer).is_ok()).unwrap();
    (worker, answers)
}

/// A worker at a job that waits, asked for under number 1, and what lets it go on.
fn busy(mode: Mode) -> (Worker<Adder>, Receiver<Answer>, Sender<()>) {
    let (worker, answers) = start(mode);
    let ((begun, has_begun), (go_on, may_go_on)) = (channel(), channel());
    worker.ask(1, Job::Wait(begun, may_go_on));
    has_begun.recv().unwrap();
    (worker, answers, go_on)
}

/// All answers, once all jobs are done.
fn all(worker: &Worker<Adder>, answers: &Receiver<Answer>) -> Vec<Answer> {
    assert!(worker.finish(LONG));
    answers.iter().collect()
}

#[test]
fn a_job_that_panics_is_answered_under_its_number_and_the_next_one_is_done() {
    for mode in [Mode::Queue, Mode::Newest] {
        let (worker, answers) = start(mode);
        let ask = |generation, job| {
            worker.ask(generation, job);
            answers.recv().unwrap()
        };
        assert_eq!(ask(7, Job::Add(1)), Answer::Sum(7, 1));
        assert_eq!(ask(8, Job::Panic), Answer::Failed(8));
        assert_eq!(ask(9, Job::Panic), Answer::Failed(9));
        assert_eq!(ask(10, Job::Add(2)), Answer::Sum(10, 2), "from a sound state");
    }
}

#[test]
fn the_newest_takes_the_place_of_the_one_that_waits_and_stops_the_one_at_work() {
    let (worker, answers, go_on) = busy(Mode::Newest);
    worker.ask(2, Job::Add(20));
    worker.ask(3, Job::Other(3));
    worker.ask(4, Job::Add(40));
    go_on.send(()).unwrap();
    assert_eq!(all(&worker, &answers), [Answer::Sum(3, 3), Answer::Sum(4, 43)], "of each kind the newest");
}

#[test]
fn a_job_of_another_kind_stops_nothing() {
    let (worker, answers, go_on) = busy(Mode::Newest);
    worker.ask(2, Job::Other(2));
    go_on.send(()).unwrap();
    assert_eq!(all(&worker, &answers), [Answer::Sum(1, 0), Answer::Sum(2, 2)]);
}

#[test]
fn a_queue_does_all_in_their_order() {
    let (worker, answers, go_on) = busy(Mode::Queue);
    worker.ask(2, Job::Add(2));
    worker.ask(3, Job::Panic);
    worker.ask(4, Job::Add(4));
    go_on.send(()).unwrap();
    let told = [Answer::Sum(1, 0), Answer::Sum(2, 2), Answer::Failed(3), Answer::Sum(4, 4)];
    assert_eq!(all(&worker, &answers), told);
}

#[test]
fn what_is_stopped_gives_up_and_what_is_asked_for_later_does_not() {
    let (worker, answers, go_on) = busy(Mode::Queue);
    let ((begun, _has_begun), (go_on_too, may_go_on)) = (channel(), channel());
    worker.ask(2, Job::Wait(begun, may_go_on));
    worker.stop();
    worker.ask(3, Job::Add(3));
    go_on.send(()).unwrap();
    go_on_too.send(()).unwrap();
    assert_eq!(all(&worker, &answers), [Answer::Sum(3, 3)]);
}

#[test]
fn the_end_waits_for_what_was_asked_but_not_for_ever() {
    let (worker, answers, go_on) = busy(Mode::Queue);
    worker.ask(2, Job::Add(2));
    assert!(!worker.finish(Duration::ZERO), "the first is still at work");
    go_on.send(()).unwrap();
    assert_eq!(all(&worker, &answers), [Answer::Sum(1, 0), Answer::Sum(2, 2)]);
}

#[test]
fn a_worker_nobody_listens_to_ends() {
    let (worker, answers) = start(Mode::Queue);
    drop(answers);
    worker.ask(1, Job::Add(1));
    worker.ask(2, Job::Add(2));
    assert!(worker.finish(LONG));
}

#[test]
fn what_is_due_is_done_unasked_and_a_panic_in_it_ends_nothing() {
    let ((send, answers), (tending, tended)) = (channel(), channel());
    let make = move || Adder { tending: Some(tending), ..Adder::default() };
    let worker = Worker::start("adder", Mode::Queue, make, move |answer| send.send(answer).is_ok()).unwrap();
    assert_eq!([tended.recv().unwrap(), tended.recv().unwrap()], [Answer::Tended, Answer::Tended]);
    worker.ask(1, Job::Add(1));
    assert_eq!(all(&worker, &answers), [Answer::Sum(1, 1)]);
}
