//! The first ten things a newcomer wants to do, at the head of the help.

use crate::app::keys::keymap::Keymap;
use crate::app::overlay::PageLine;
use crate::locale::translated;
use crate::{tr, tr_later};

/// The keys of each task, for the keymap to fill in, and what they do.
const TASKS: [(&str, &str); 10] = [
    ("{filter}", tr_later!("find articles: type words, {accept} keeps what is found, {drop-filter} in the list drops it")),
    ("{open}", tr_later!("read the article; {next-article} {previous-article} turn to the next and the previous one")),
    ("{search}", tr_later!("find words in the text you read; {search-next} goes from one to the next")),
    ("{pick-actor}  {pick-month}", tr_later!("only articles that name somebody, or of one month")),
    ("{next-pane}", tr_later!("to the next pane: articles, reader, timeline, actors")),
    ("{go-to-date}", tr_later!("go to a date in the timeline; {open} there opens what is told of it")),
    ("{highlight}  {note}", tr_later!("mark the sentence you read in a colour; write a note")),
    ("{notes}", tr_later!("all that is marked and noted")),
    ("{export}", tr_later!("write marks and notes to a dossier: Markdown, HTML, BibTeX")),
    ("{undo}  {quit}", tr_later!("undo what was done last; leave, with everything kept")),
];

/// The lines of the tasks, under their heading.
#[must_use]
pub fn lines(keymap: &Keymap) -> Vec<PageLine> {
    let task = |(keys, does): &(&str, &'static str)| PageLine::labelled(&keymap.fill(keys), &keymap.fill(translated(does)));
    let heading = [PageLine::heading(tr!("To begin with"))];
    heading.into_iter().chain(TASKS.iter().map(task)).chain([PageLine::text("")]).collect()
}
