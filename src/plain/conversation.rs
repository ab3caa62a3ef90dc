//! The loop of the plain mode: waits for a line, has it done, and says what came of it.

use std::process;

use crate::plain::desk::{Desk, Going};
use crate::plain::{article, lists, overlays, verbs, writing};
use crate::runtime::signals;
use crate::tr;

/// Stays until the person leaves or the input ends.
pub(super) fn stay(mut desk: Desk) -> anyhow::Result<()> {
    let outcome = run(&mut desk);
    desk.finish();
    if let Going::EndBy(signal) = outcome? {
        signals::by_default(signal)?;
    }
    // The other workers may still be at it; nothing they do outlives the program, so it does not wait for them.
    process::exit(0);
}

fn run(desk: &mut Desk) -> anyhow::Result<Going> {
    desk.out.say(tr!("Reading the articles …"))?;
    desk.out.flush()?;
    let mut turn = desk.settle()?;
    if turn == Going::Go {
        // What is wrong with the configuration or the notes is told before all; what the room says of its own keys is not.
        if let Some(status) = desk.state.status.take().filter(|status| status.error) {
            status.text.lines().try_for_each(|line| desk.out.say(line))?;
        }
        lists::greet(desk)?;
        writing::tell_drafts(desk)?;
    }
    while turn == Going::Go {
        desk.out.prompt()?;
        turn = match desk.next_line()? {
            Ok(line) => obey(desk, &line)?,
            Err(leave) => leave,
        };
    }
    desk.out.flush()?;
    Ok(turn)
}

/// Does what a line says, and says what came of it.
fn obey(desk: &mut Desk, line: &str) -> anyhow::Result<Going> {
    desk.is_announced = true;
    let turn = if desk.is_writing { writing::line(desk, line)? } else { verbs::obey(desk, line)? };
    if turn != Going::Go {
        return Ok(turn);
    }
    if desk.open_article().is_some_and(|open| Some(open) != desk.announced) || !desk.is_announced {
        article::announce(desk)?;
    }
    overlays::tell(desk)?;
    desk.tell_status()?;
    Ok(Going::Go)
}
