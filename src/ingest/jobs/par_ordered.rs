//! The crew: jobs done by all cores at once, their results handed on in the order of the jobs.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

/// Does every job with `work` and hands each result to `take`, in order, until all are done or `take` breaks.
///
/// Each thread takes the next job that nobody has begun, so that a long one holds up no other; what is done ahead of its turn
/// waits. `work` must not panic.
///
/// # Errors
/// Breaks when `take` did.
pub fn in_order<J: Sync, R: Send>(
    jobs: &[J],
    work: impl Fn(&J) -> R + Sync,
    take: &mut dyn FnMut(R) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (sender, receiver) = channel();
    let cores = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    thread::scope(|scope| {
        for _ in 0..cores {
            let sender = sender.clone();
            scope.spawn(|| {
                let sender = sender;
                while !stopped.load(Ordering::Relaxed) {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(at) else { return };
                    // Nobody listens any more once the taking has broken off.
                    if sender.send((at, work(job))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let (mut turn, mut early) = (0, BTreeMap::new());
        for (at, result) in receiver {
            early.insert(at, result);
            while let Some(result) = early.remove(&turn) {
                turn += 1;
                if take(result).is_break() {
                    stopped.store(true, Ordering::Relaxed);
                    return ControlFlow::Break(());
                }
            }
        }
        ControlFlow::Continue(())
    })
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::in_order;

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let jobs: Vec<u32> = (0..500).collect();
        let mut taken = Vec::new();
        let end = in_order(&jobs, |job| job * 2, &mut |result| {
            taken.push(result);
            ControlFlow::Continue(())
        });
        assert!(end.is_continue());
        assert_eq!(taken, jobs.iter().map(|job| job * 2).collect::<Vec<_>>());
    }

    #[test]
    fn it_breaks_off_when_told() {
        let mut taken = 0;
        let end = in_order(&[1; 100], |job| *job, &mut |result| {
            taken += result;
            if taken == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((end, taken), (ControlFlow::Break(()), 3));
        assert!(in_order(&[], |job: &u8| *job, &mut |_| ControlFlow::Break(())).is_continue());
    }
}
