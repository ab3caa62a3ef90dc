//! The words of the plain mode: each with what follows it and what it does, in one table; the help is made of it.
//!
//! The first word of a form is what is typed, in English or in the language in force. `:name` runs any command of the room.

use crate::app::asked::wish::Wish;
use crate::app::keys::command::{COMMANDS, Command};
use crate::app::widget::prompt::PromptKind;
use crate::locale::translated;
use crate::plain::desk::{Desk, Going, Pickable};
use crate::plain::words::{first, number, word};
use crate::plain::{article, lists, words, writing};
use crate::text::fold::fold;
use crate::{tr, tr_later};

/// What is done with what follows a word.
type Act = fn(&mut Desk, &str) -> anyhow::Result<Going>;

/// A word of the plain mode.
struct Verb {
    /// The word with what follows it: what is optional in brackets.
    form: &'static str,
    does: &'static str,
    act: Act,
}

const VERBS: &[Verb] = &[
    Verb { form: words::LIST, does: tr_later!("says the articles, from number N on"), act: lists::articles },
    Verb { form: words::MORE, does: tr_later!("says more of what was listed last"), act: |desk, _| lists::more(desk) },
    Verb { form: tr_later!("filter [QUERY]"), does: tr_later!("keeps the articles of a query; without one, all"), act: filter },
    Verb {
        form: tr_later!("open N"),
        does: tr_later!("opens article N of the list; a number alone opens what was listed last"),
        act: open,
    },
    Verb {
        form: words::NEXT,
        does: tr_later!("opens the next article of the list"),
        act: |desk, _| turn(desk, Command::NextArticle),
    },
    Verb {
        form: tr_later!("previous"),
        does: tr_later!("opens the article before"),
        act: |desk, _| turn(desk, Command::PreviousArticle),
    },
    Verb {
        form: tr_later!("read [N]"),
        does: tr_later!("reads paragraph N; an empty line reads the next one"),
        act: article::read,
    },
    Verb {
        form: tr_later!("whole"),
        does: tr_later!("reads the whole article, with boilerplate and comments"),
        act: article::whole,
    },
    Verb {
        form: tr_later!("sentences [N]"),
        does: tr_later!("says the sentences of paragraph N with their numbers"),
        act: article::sentences,
    },
    Verb {
        form: tr_later!("find WORDS"),
        does: tr_later!("finds words in the article; a number then reads there"),
        act: article::find,
    },
    Verb {
        form: tr_later!("mark PLACE [COLOUR] [: NOTE]"),
        does: tr_later!("marks words: 3 is a paragraph, 3.2 a sentence of it, 3.2-4 several, \"words\" these words"),
        act: writing::mark,
    },
    Verb {
        form: words::NOTE,
        does: tr_later!(
            "writes a note on such a place, on the article, on actor N or on a day such as 2020-01-03; without a text, the lines that follow"
        ),
        act: writing::note,
    },
    Verb { form: tr_later!("marks"), does: tr_later!("says the highlights and notes of the article"), act: article::marks },
    Verb {
        form: tr_later!("erase N"),
        does: tr_later!("deletes highlight N of the article, with its note"),
        act: writing::erase,
    },
    Verb {
        form: tr_later!("copy PLACE"),
        does: tr_later!("says these words as a quotation with their source"),
        act: writing::cite,
    },
    Verb {
        form: tr_later!("star [N]"),
        does: tr_later!("gives the article a star, or takes it away"),
        act: |desk, rest| flag(desk, rest, Command::ToggleStar),
    },
    Verb {
        form: tr_later!("seen [N]"),
        does: tr_later!("marks the article as read, or as not read"),
        act: |desk, rest| flag(desk, rest, Command::ToggleRead),
    },
    Verb {
        form: tr_later!("timeline [DATE]"),
        does: tr_later!("says the events in time, from a date on; a number then reads there"),
        act: lists::timeline,
    },
    Verb {
        form: tr_later!("sheet"),
        does: tr_later!("says what each paper says of the event of the article; a number then reads there"),
        act: |desk, _| desk.wish(Wish::Command(Command::OpenSheet)),
    },
    Verb {
        form: tr_later!("compare"),
        does: tr_later!("says what changed between the article and another that has its text or tells its event"),
        act: |desk, _| desk.wish(Wish::Command(Command::Compare)),
    },
    Verb { form: words::ACTORS, does: tr_later!("says the actors; a number then says what is told of one"), act: lists::actors },
    Verb {
        form: words::NOTES,
        does: tr_later!("says all that is marked and noted; a number then goes there"),
        act: lists::notes,
    },
    Verb { form: words::REVIEW, does: tr_later!("says the notes that are not where they were"), act: lists::review },
    Verb {
        form: tr_later!("accept N [PLACE]"),
        does: tr_later!("accepts the place found for note N of the review, or the one of that number"),
        act: |desk, rest| lists::decide(desk, rest, Command::AcceptPlace),
    },
    Verb {
        form: tr_later!("orphan N"),
        does: tr_later!("keeps note N of the review without a place"),
        act: |desk, rest| lists::decide(desk, rest, Command::KeepOrphan),
    },
    Verb {
        form: tr_later!("drop N"),
        does: tr_later!("deletes note N of the review"),
        act: |desk, rest| lists::decide(desk, rest, Command::DeleteListed),
    },
    Verb {
        form: tr_later!("export FILE [TITLE]"),
        does: tr_later!("writes the notes of the articles listed to a file: .md, .html, .json, .bib and others"),
        act: export,
    },
    Verb {
        form: words::UNDO,
        does: tr_later!("takes back what was done last"),
        act: |desk, _| desk.wish(Wish::Command(Command::Undo)),
    },
    Verb { form: words::REDO, does: tr_later!("does it again"), act: |desk, _| desk.wish(Wish::Command(Command::Redo)) },
    Verb {
        form: tr_later!("why"),
        does: tr_later!("says why the article has its date"),
        act: |desk, _| desk.wish(Wish::Command(Command::WhyDate)),
    },
    Verb {
        form: words::FILES,
        does: tr_later!("says what could not be read"),
        act: |desk, _| desk.wish(Wish::Command(Command::Files)),
    },
    Verb { form: tr_later!("where"), does: tr_later!("says what is listed and what is open"), act: |desk, _| lists::stand(desk) },
    Verb {
        form: words::COMMANDS,
        does: tr_later!("lists every command of the room; :NAME runs one"),
        act: |desk, _| desk.wish(Wish::Command(Command::Palette)),
    },
    Verb {
        form: tr_later!("cancel"),
        does: tr_later!("leaves a list of choices or a question"),
        act: |desk, _| desk.wish(Wish::Close),
    },
    Verb { form: words::HELP, does: tr_later!("says these words, or those that hold a word"), act: help },
    Verb {
        form: tr_later!("quit"),
        does: tr_later!("leaves, with everything kept"),
        act: |desk, _| desk.wish(Wish::Command(Command::Quit)),
    },
];

/// Does what a line says.
pub(super) fn obey(desk: &mut Desk, line: &str) -> anyhow::Result<Going> {
    let line = line.trim();
    if desk.state.prompt.is_some() {
        return desk.wish(Wish::Answer(line.to_owned()));
    }
    if line.is_empty() {
        return article::next(desk);
    }
    if let Ok(number) = line.parse::<usize>() {
        return pick(desk, number);
    }
    if let Some(name) = line.strip_prefix(':') {
        desk.leave_list();
        return by_name(desk, name.trim());
    }
    let (typed, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let is_meant = |verb: &&Verb| [verb.form, translated(verb.form)].iter().any(|form| fold(first(form)) == fold(typed));
    let Some(verb) = VERBS.iter().find(is_meant) else {
        let help = word(words::HELP);
        desk.state.error(tr!("“{typed}” is no word here; “{help}” says them all", typed, help));
        return Ok(Going::Go);
    };
    if verb.form != words::MORE {
        desk.leave_list();
    }
    (verb.act)(desk, rest.trim())
}

/// Picks what was listed last under a number, from 1.
pub(super) fn pick(desk: &mut Desk, number: usize) -> anyhow::Result<Going> {
    let row = number.wrapping_sub(1);
    match &desk.listing {
        Pickable::Overlay if desk.state.overlay.is_some() => {
            let turn = desk.wish(Wish::Pick(row))?;
            // The same list is said again only when it was not a slip.
            desk.is_overlay_said = desk.state.status.as_ref().is_some_and(|status| status.error);
            Ok(turn)
        }
        Pickable::Actors => lists::actor(desk, row),
        Pickable::Places(places) => match places.get(row).copied() {
            Some((article, place)) => {
                let turn = desk.wish(Wish::Open(article, place))?;
                if desk.open_article() != desk.announced {
                    article::announce(desk)?;
                }
                article::read_here(desk)?;
                Ok(turn)
            }
            None => Ok(no_number(desk, number)),
        },
        Pickable::Articles | Pickable::Overlay => open_row(desk, number),
    }
}

fn no_number(desk: &mut Desk, number: usize) -> Going {
    desk.state.error(tr!("there is no number {number} here", number));
    Going::Go
}

fn open(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    match number(desk, rest) {
        Some(number) => open_row(desk, number),
        None => Ok(Going::Go),
    }
}

fn open_row(desk: &mut Desk, number: usize) -> anyhow::Result<Going> {
    match desk.state.list_row(number.wrapping_sub(1)).map(|row| row.article) {
        Some(article) => {
            desk.is_announced = false;
            desk.wish(Wish::Open(article, None))
        }
        None => Ok(no_number(desk, number)),
    }
}

fn turn(desk: &mut Desk, command: Command) -> anyhow::Result<Going> {
    if desk.open_article().is_none() {
        return open_row(desk, 1);
    }
    desk.wish(Wish::Command(command))
}

fn flag(desk: &mut Desk, rest: &str, command: Command) -> anyhow::Result<Going> {
    if !rest.is_empty() {
        let Some(number) = number(desk, rest) else { return Ok(Going::Go) };
        let turn = open_row(desk, number)?;
        if turn != Going::Go || desk.state.status.as_ref().is_some_and(|status| status.error) {
            return Ok(turn);
        }
    }
    desk.wish(Wish::Command(command))
}

fn filter(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let turn = desk.wish(Wish::Query(rest.to_owned()))?;
    if turn == Going::Go && desk.state.filter.selection.fault().is_none() {
        lists::stand(desk)?;
        return lists::articles(desk, "");
    }
    Ok(turn)
}

fn export(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let turn = desk.wish(Wish::Command(Command::Export))?;
    if turn != Going::Go || rest.is_empty() || desk.state.prompt.is_none() {
        return Ok(turn);
    }
    desk.state.status = None;
    let (file, title) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let turn = desk.wish(Wish::Answer(file.to_owned()))?;
    // Who types both in one line is asked nothing.
    let is_asked = desk.state.prompt.as_ref().is_some_and(|prompt| prompt.purpose == PromptKind::Title);
    if turn != Going::Go || !is_asked {
        return Ok(turn);
    }
    desk.wish(Wish::Answer(title.trim().to_owned()))
}

fn by_name(desk: &mut Desk, name: &str) -> anyhow::Result<Going> {
    if let Some(command) = Command::by_name(name) {
        return desk.wish(Wish::Command(command));
    }
    let palette = word(words::COMMANDS);
    desk.state.error(tr!("there is no command “{name}”; “{palette}” lists them all", name, palette));
    Ok(Going::Go)
}

fn help(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let wanted = fold(rest);
    let mut found = 0;
    for verb in VERBS {
        let said = tr!("{name}: {value}", name = translated(verb.form), value = translated(verb.does));
        if fold(&said).contains(&wanted) {
            desk.out.say(&said)?;
            found += 1;
        }
    }
    if !wanted.is_empty() {
        for spec in COMMANDS.iter().filter(|spec| fold(&format!("{} {}", spec.name, translated(spec.title))).contains(&wanted)) {
            desk.out.say(&tr!(
                "{name}: {value}",
                name = format!(":{}", spec.name),
                value = desk.state.input.keymap.fill(translated(spec.title))
            ))?;
            found += 1;
        }
    }
    if found == 0 {
        desk.out.say(&tr!("No help holds “{rest}”.", rest))?;
    }
    Ok(Going::Go)
}
