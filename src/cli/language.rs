//! The language of the interface: which one a run speaks, and the arguments of the command line in it.
//!
//! A flag goes before the configuration, that before the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`, as POSIX orders them);
//! a language without a catalogue is English. `run` asks before the arguments are read, since their help is translated too.

use std::ffi::OsString;

use anyhow::anyhow;
use clap::builder::{Str, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command};

use crate::config::Config;
use crate::config::dirs::Dirs;
use crate::locale::{Locale, pattern};
use crate::{tr, tr_later};

/// The flag that every command knows; `--lang` is what most of them call the language of articles.
const FLAG: &str = "--ui-lang";
/// The same for the reading room, which has no such flag.
const ROOM_FLAG: &str = "--lang";
/// The context of the texts of help in the catalogues: they stand in the sources as comments, where no `tr!` can be.
const HELP: &str = "help";
/// The forms of output that people read.
const FOR_PEOPLE: [&str; 5] = ["table", "text", "markdown", "html", "org"];
/// What the argument parser says of itself, the longer ones first.
const PARSER: [&str; 15] = [
    tr_later!("Print this message or the help of the given subcommand(s)"),
    tr_later!("Print help (see more with '--help')"),
    tr_later!("Print help (see a summary with '-h')"),
    tr_later!("Print help"),
    tr_later!("Print version"),
    tr_later!("Usage:"),
    tr_later!("Options:"),
    tr_later!("Arguments:"),
    tr_later!("Commands:"),
    tr_later!("Possible values:"),
    tr_later!("[possible values: "),
    tr_later!("[default: "),
    tr_later!("[OPTIONS]"),
    tr_later!("[COMMAND]"),
    tr_later!("<COMMAND>"),
];

/// The flags. Their values are read by [`asked`], before the arguments are.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct InterfaceLanguage {
    /// The language of the interface: en or fr [default: that of config.toml, else of your system]
    #[arg(long = "ui-lang", value_name = "xx", global = true)]
    pub everywhere: Option<String>,
    /// The same, for the reading room
    #[arg(long = "lang", value_name = "xx")]
    pub in_the_room: Option<String>,
}

/// The language that `args`, the configuration and the environment ask for, the first of them that does.
///
/// # Errors
/// When a flag names a language that there is no catalogue for.
pub fn asked(args: &[OsString], is_command: impl Fn(&str) -> bool, dirs: &Dirs) -> anyhow::Result<Locale> {
    if let Some(name) = flag(args, is_command) {
        let known = || Locale::all().map(Locale::code).collect::<Vec<_>>().join(", ");
        let unknown = || anyhow!(tr!("{name} is no language of the interface; give one of {known}", name, known = known()));
        return Locale::named(&name).ok_or_else(unknown);
    }
    if let Some(locale) = Config::language(dirs).and_then(|name| Locale::named(&name)) {
        return Ok(locale);
    }
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    Ok(said.into_iter().find(|value| !value.is_empty()).and_then(|value| Locale::named(&value)).unwrap_or_default())
}

/// The value of the flag, wherever it stands: read before all else, so that a fault in the other arguments is told in the language.
fn flag(args: &[OsString], is_command: impl Fn(&str) -> bool) -> Option<String> {
    let args: Vec<&str> = args.iter().map_while(|arg| arg.to_str()).take_while(|arg| *arg != "--").collect();
    let value = |name: &str| {
        args.iter().enumerate().find_map(|(at, arg)| match arg.strip_prefix(name)? {
            "" => args.get(at + 1).map(|value| (*value).to_owned()),
            rest => rest.strip_prefix('=').map(ToOwned::to_owned),
        })
    };
    value(FLAG).or_else(|| value(ROOM_FLAG).filter(|_| !args.iter().any(|arg| is_command(arg))))
}

/// `args` with a flag for the language that stands before the command put behind it, where the parser takes it: `liseuse --lang fr list`.
/// The first of `args` is the program.
#[must_use]
pub fn behind_command(mut args: Vec<OsString>, is_command: impl Fn(&str) -> bool) -> Vec<OsString> {
    let text = |at: usize| args.get(at).and_then(|arg| arg.to_str());
    let Some((name, length)) = text(1).and_then(|first| match first.split_once('=') {
        Some((FLAG | ROOM_FLAG, value)) => Some((value.to_owned(), 1)),
        None if matches!(first, FLAG | ROOM_FLAG) => text(2).map(|value| (value.to_owned(), 2)),
        _ => None,
    }) else {
        return args;
    };
    if text(1 + length).is_some_and(is_command) {
        args.drain(1..=length);
        args.insert(2, format!("{FLAG}={name}").into());
    }
    args
}

/// `command` with its help in the language in force.
#[must_use]
pub fn translated(command: Command) -> Command {
    if Locale::current() == Locale::ENGLISH {
        return command;
    }
    let about = command.get_about().map(in_force);
    let long_about = command.get_long_about().map(in_force);
    let after = command.get_after_help().map(in_force);
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let mut command = command.mut_args(argument);
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(about) = long_about {
        command = command.long_about(about);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, translated))
}

fn argument(mut arg: Arg) -> Arg {
    let help = arg.get_help().map(in_force);
    let long = arg.get_long_help().map(in_force);
    let heading = arg.get_help_heading().and_then(|heading| pattern(Some(HELP), heading));
    let name = |name: &Str| pattern(Some(HELP), name.as_str()).map_or_else(|| name.clone(), Str::from);
    let names: Vec<Str> = arg.get_value_names().unwrap_or_default().iter().map(name).collect();
    if let Some(help) = help {
        arg = arg.help(help);
    }
    if let Some(long) = long {
        arg = arg.long_help(long);
    }
    if let Some(heading) = heading {
        arg = arg.help_heading(heading);
    }
    if names.is_empty() { arg } else { arg.value_names(names) }
}

/// A text of the arguments in the language in force.
fn in_force(text: &StyledStr) -> StyledStr {
    StyledStr::from(text.to_string().lines().map(line_in_force).collect::<Vec<_>>().join("\n"))
}

/// A line of it: as a whole, or, of an example of a command, what is said behind it.
fn line_in_force(line: &str) -> String {
    match line.strip_prefix("  ").and_then(|example| example.trim_end().rsplit_once("  ")) {
        Some((example, said)) if !said.is_empty() => format!("  {example}  {}", text_in_force(said)),
        _ => text_in_force(line),
    }
}

fn text_in_force(text: &str) -> String {
    pattern(Some(HELP), text).unwrap_or(text).to_owned()
}

/// Puts English in force for a command that prints data: what a program reads is the same in every language.
pub fn keep_data_in_english(matches: &ArgMatches) {
    let raw = |matches: &ArgMatches| matches.try_get_raw("format").ok().flatten()?.next().map(ToOwned::to_owned);
    let form = matches.subcommand().and_then(|(_, own)| raw(own.subcommand().map_or(own, |(_, inner)| inner)));
    if form.is_some_and(|form| !FOR_PEOPLE.iter().any(|known| form == *known)) {
        Locale::ENGLISH.choose();
    }
}

/// What the argument parser wrote of `command`, with its own words in the language in force. The values of a flag keep their type, so
/// that what is said of each can be changed nowhere else.
#[must_use]
pub fn of_parser(command: &Command, text: &str) -> String {
    if Locale::current() == Locale::ENGLISH {
        return text.to_owned();
    }
    let text = PARSER.iter().fold(text.to_owned(), |text, phrase| text.replace(phrase, crate::locale::translated(phrase)));
    let all = std::iter::once(command).chain(command.get_subcommands());
    let values: Vec<_> = all.flat_map(Command::get_arguments).flat_map(Arg::get_possible_values).collect();
    let said = values.iter().filter_map(|value| value.get_help().map(ToString::to_string));
    said.fold(text, |text, said| text.replace(&said, &text_in_force(&said)))
}

/// Why the arguments cannot be read, in one line.
#[must_use]
pub fn fault(error: &clap::Error) -> String {
    let value = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (arg, given) = (value(ContextKind::InvalidArg), value(ContextKind::InvalidValue));
    match error.kind() {
        // English has what the parser itself says: its first paragraph.
        _ if Locale::current() == Locale::ENGLISH => first_paragraph(error),
        ErrorKind::UnknownArgument => tr!("unexpected argument '{arg}' found", arg),
        ErrorKind::InvalidSubcommand => {
            tr!("unrecognized subcommand '{name}'", name = value(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => tr!("required arguments were not provided: {arg}", arg),
        ErrorKind::InvalidValue if given.is_empty() => tr!("a value is required for '{arg}'", arg),
        ErrorKind::InvalidValue => {
            let known = value(ContextKind::ValidValue);
            tr!("invalid value '{given}' for '{arg}' [possible values: {known}]", given, arg, known)
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            tr!("invalid value '{given}' for '{arg}': {why}", given, arg, why)
        }
        ErrorKind::ArgumentConflict => {
            tr!("the argument '{arg}' cannot be used with '{other}'", arg, other = value(ContextKind::PriorArg))
        }
        _ => first_paragraph(error),
    }
}

fn first_paragraph(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let first = text.split("\n\n").next().unwrap_or_default();
    first.strip_prefix("error: ").unwrap_or(first).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All texts of help that a catalogue must have.
#[cfg(test)]
pub(super) fn texts(command: &Command) -> std::collections::BTreeSet<String> {
    let mut texts = std::collections::BTreeSet::new();
    let lines = |text: &StyledStr| text.to_string().lines().map(ToOwned::to_owned).collect::<Vec<_>>();
    let said = |line: String| match line.strip_prefix("  ") {
        Some(example) => example.trim_end().rsplit_once("  ").map(|(_, said)| said.to_owned()),
        None => Some(line),
    };
    let of_command = [command.get_about(), command.get_long_about(), command.get_after_help()];
    let of_args = command.get_arguments().flat_map(|arg| [arg.get_help(), arg.get_long_help()]);
    texts.extend(of_command.into_iter().chain(of_args).flatten().flat_map(lines).filter_map(said));
    texts.extend(command.get_arguments().filter_map(|arg| arg.get_help_heading().map(ToOwned::to_owned)));
    let values = command.get_arguments().flat_map(Arg::get_possible_values);
    texts.extend(values.filter_map(|value| value.get_help().map(ToString::to_string)));
    let named = command.get_arguments().filter(|arg| arg.get_action().takes_values());
    texts.extend(named.flat_map(|arg| arg.get_value_names().unwrap_or_default()).map(ToString::to_string));
    texts.extend(command.get_subcommands().flat_map(self::texts));
    texts.retain(|text| text.chars().any(char::is_alphabetic));
    texts
}
