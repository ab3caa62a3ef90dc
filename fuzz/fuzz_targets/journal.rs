//! Any bytes as a journal: no line breaks its reader, both ways of reading a line say the same, and what is read can be written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use liseuse::notes::journal::line::{outline, read, salvage, tell, write};
use liseuse::notes::state::Notes;

fuzz_target!(|bytes: &[u8]| {
    let (mut told, mut whole) = (Notes::new("desk", 1), Notes::new("desk", 1));
    for line in bytes.split(|byte| *byte == b'\n') {
        match (tell(line), read(line)) {
            (Ok(lean), Ok(action)) => {
                // What was not understood may be once it is written anew: a member that stood there twice. Then it stays.
                let again = read(write(&action).trim_end().as_bytes()).expect("what is written can be read");
                assert_eq!(read(write(&again).trim_end().as_bytes()).as_ref(), Ok(&again));
                told.take_in(lean);
                whole.take_in(action);
            }
            (Err(one), Err(other)) => {
                assert_eq!(one, other);
                salvage(line).into_iter().chain(outline(line)).for_each(|action| {
                    told.take_in(action.clone());
                    whole.take_in(action);
                });
            }
            (lean, action) => panic!("{:?} but {action:?}", lean.map(|_| ())),
        }
    }
    assert_eq!(told.annotations().collect::<Vec<_>>(), whole.annotations().collect::<Vec<_>>());
    let _drafts = told.drafts().count() + told.written_twice().len() + told.facts_of_articles().count();
    let _undone = (told.undo(), told.redo(), told.sealed(), told.clock_ahead());
});
