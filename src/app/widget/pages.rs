//! The pages: help made from the command table, the files that could not be read, and why an article has its date.

use crate::app::keys::command::{COMMANDS, Command, CommandGroup, Scope};
use crate::app::keys::keymap::Keymap;
use crate::app::overlay::{PageLine, TextPage};
use crate::app::widget::messages::{Messages, Status};
use crate::app::widget::tasks;
use crate::app::widget::timex_words::timex_words;
use crate::locale::{filled, pattern, translated};
use crate::model::article::Article;
use crate::model::confidence::Confidence;
use crate::model::date::{Evidence, Provenance, Publication, PublicationDate, Timex};
use crate::model::problem::Problem;
use crate::{tr, tr_later};

/// The forms of the query language that a person is most likely to need.
const FORMS: &[(&str, &str)] = &[
    ("kazemi 2020", tr_later!("all of these words in headline, outlet, date or names, nearly so")),
    ("\"grève générale\"", tr_later!("these words in this order")),
    ("a OR b   -c   ( )", tr_later!("either; not; together")),
    ("actor:kazemi,trump", tr_later!("articles that name either; a key again asks for both")),
    ("source: lang: file:", tr_later!("the outlet, the language, the path")),
    ("date:2020-05..2020-08", tr_later!("published then; month:2020-05 and event:2020-01-03 likewise")),
    ("text:\"coup d'état\"", tr_later!("words of the text; {search-next} and {search-previous} go from hit to hit")),
    ("title: author: words:", tr_later!("the headline, who signed it, the length: words:>=500")),
    ("has: is:", tr_later!("what is known of it: has:caption, is:undated")),
    ("tag: color: note:", tr_later!("your notes; has:note, has:highlight, is:starred, is:orphan likewise")),
    ("sort:-date", tr_later!("newest first; {sort} offers the orders")),
    ("négoc*  =État  /re/", tr_later!("the head of a word; exactly this; a regular expression")),
    ("@name", tr_later!("a query saved in config.toml; {palette} lists them")),
];

/// The help: every command with its keys, by group.
#[must_use]
pub fn help(keymap: &Keymap) -> TextPage {
    let mut lines = tasks::lines(keymap);
    let search = keymap.named(Command::Search);
    lines.extend([PageLine::labelled(&search, tr!("searches this help; what is found there can be run")), PageLine::text("")]);
    for group in CommandGroup::ALL {
        lines.push(PageLine::heading(group.title()));
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            let keys = keymap.keys_of(spec.command).collect::<Vec<_>>().join("  ");
            let keys = if keys.is_empty() { format!(":{}", spec.name) } else { keys };
            lines.push(PageLine::labelled(&keys, &format!("{}{}", keymap.fill(translated(spec.title)), place(spec.scope))));
        }
        lines.push(PageLine::text(""));
    }
    lines.push(PageLine::heading(tr!("Queries, in the filter line and everywhere")));
    lines.extend(FORMS.iter().map(|(form, meaning)| PageLine::labelled(form, &keymap.fill(translated(meaning)))));
    lines.push(PageLine::text(&keymap.fill(tr!("{query-help} in the filter line tells all of it."))));
    lines.push(PageLine::text(""));
    lines.push(PageLine::heading(tr!("The mouse")));
    lines.push(PageLine::text(tr!("A click selects, a second click opens, one on a filter takes it off; the wheel scrolls. Dragging selects text, and moves the frames between panes.")));
    TextPage::new(tr!("Help"), lines)
}

/// ` (timeline, actors)` for commands that do not work everywhere.
fn place(scope: Scope) -> String {
    let place = scope.place();
    if place.is_empty() { place } else { format!(" ({place})") }
}

/// The rule of a date in the language in force. Archives keep it in English.
fn rule(text: &str) -> String {
    // What a rule says of another one.
    if let Some(other) = text.strip_prefix("years apart, and not followed: ") {
        return tr!("years apart, and not followed: {rule}", rule = rule(other));
    }
    if let Some(translated) = pattern(Some("rule"), text) {
        return translated.to_owned();
    }
    // A rule may hold the day or the year that it found.
    let found = text.split([' ', ',']).find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let filling = |value: &str| {
        let name = if value.contains('-') { "day" } else { "year" };
        let translated = pattern(Some("rule"), &text.replacen(value, &format!("{{{name}}}"), 1))?;
        Some(filled(translated, &[(name, &value)]))
    };
    found.and_then(filling).or_else(|| office(text)).unwrap_or_else(|| text.to_owned())
}

/// A rule that names whom the text calls by an office, and the office with its term.
fn office(text: &str) -> Option<String> {
    let (name, office) = text.split_once(": ")?;
    let (title, term) = office.split_once(", ").map_or((office, None), |(title, term)| (title, Some(term)));
    let title = pattern(Some("actor"), title)?;
    let said = match term {
        None => title.to_owned(),
        Some(term) => match (term.strip_prefix("from "), term.strip_prefix("until ")) {
            (Some(from), _) => format!("{title}{}", tr!(", from {from}", from)),
            (_, Some(to)) => format!("{title}{}", tr!(", until {to}", to)),
            (None, None) => format!("{title}, {term}"),
        },
    };
    Some(tr!("{name}: {value}", name, value = said))
}

/// The heading of a kind of problems, and what tells one.
type ProblemKind = (&'static str, fn(&Problem) -> bool);

/// What could not be read, and why.
#[must_use]
pub fn files(problems: &[Problem]) -> TextPage {
    let mut lines = Vec::new();
    if problems.is_empty() {
        lines.push(PageLine::text(tr!("Every file could be read.")));
    }
    let kinds: [ProblemKind; 3] = [
        (tr!("Not read"), |problem| !problem.partial),
        (tr!("Read in part"), |problem| problem.partial && !problem.is_put_right()),
        (tr!("Put right, and read whole"), Problem::is_put_right),
    ];
    for (title, is_of_kind) in kinds {
        let of_kind: Vec<_> = problems.iter().filter(|problem| is_of_kind(problem)).collect();
        if of_kind.is_empty() {
            continue;
        }
        let lost: u32 = of_kind.iter().map(|problem| problem.articles).sum();
        let lost = if lost == 0 { String::new() } else { tr!(" ({n} article lost)" | " ({n} articles lost)", n = lost) };
        lines.push(PageLine::heading(&tr!("{title}: {count}{lost}", title, count = of_kind.len(), lost)));
        for problem in of_kind {
            lines.push(PageLine::text(&problem.place()));
            lines.push(PageLine::quote(&format!("  {}", problem.worded())));
        }
        lines.push(PageLine::text(""));
    }
    TextPage::new(tr!("Files"), lines)
}

/// What the status line has said, the newest first; what went wrong has a sign before it.
#[must_use]
pub fn messages(messages: &Messages) -> TextPage {
    let line = |status: &Status| PageLine::labelled(if status.error { "!" } else { "·" }, &status.text);
    let mut lines: Vec<PageLine> = messages.newest_first().map(line).collect();
    if lines.is_empty() {
        lines.push(PageLine::text(tr!("Nothing has been said so far.")));
    }
    TextPage::new(tr!("Messages"), lines)
}

/// Why the article has its publication date, and how the dates told in it were resolved; `reading` is the byte being read,
/// and the date nearest to it comes first.
#[must_use]
pub fn why_date(article: &Article, reading: usize, keymap: &Keymap) -> TextPage {
    let published = &article.published;
    let mut lines = vec![PageLine::heading(tr!("Published")), PageLine::text(&said(published.date, published.provenance))];
    lines.extend(sureness(published).map(PageLine::text));
    lines.extend(published.evidence.iter().flat_map(|evidence: &Evidence| {
        [
            PageLine::quote(&tr!("“{words}”", words = one_line(&evidence.words))),
            PageLine::text(&format!("  {}", rule(&evidence.rule))),
        ]
    }));
    lines.push(PageLine::labelled(&keymap.named(Command::CorrectShownDate), correction(published.provenance)));
    if let Some(near) = article.dates.iter().min_by_key(|timex| timex.span.first().abs_diff(reading)) {
        lines.extend([PageLine::text(""), PageLine::heading(tr!("The date nearest to where you read"))]);
        lines.extend(date_lines(article, near));
    }
    if !article.dates.is_empty() {
        lines.extend([
            PageLine::text(""),
            PageLine::heading(&tr!("All {count} expressions of time", count = article.dates.len())),
        ]);
        lines.extend(article.dates.iter().flat_map(|timex| date_lines(article, timex)));
    }
    TextPage::new(tr!("Why this date"), lines).with_own(Command::CorrectShownDate)
}

/// What the key of the page does.
fn correction(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::User => tr!("changes the date you gave, or takes it back"),
        _ => tr!("corrects it: your date goes before all others, and what is counted from it follows"),
    }
}

/// How sure a date is that was worked out; one that is declared needs no word.
fn sureness(published: &Publication) -> Option<&'static str> {
    match Confidence::of(published.date, published.provenance, || published.evidence.len())? {
        Confidence::Certain => None,
        Confidence::Likely => Some(tr!("Likely, not certain.")),
        Confidence::Bound => Some(tr!("Only a bound: it may be much later.")),
    }
}

fn said(date: PublicationDate, provenance: Provenance) -> String {
    let how = match provenance {
        Provenance::User => tr!("you said so"),
        Provenance::Header => tr!("a line of the text says so"),
        Provenance::Metadata => tr!("the file's metadata say so"),
        Provenance::Filename => tr!("the name of the file or folder says so"),
        Provenance::Dateline => tr!("the dateline says so"),
        Provenance::Inferred => tr!("inferred from what the text tells"),
        Provenance::Unknown => tr!("nothing tells it"),
    };
    match date {
        PublicationDate::Unknown => tr!("Unknown: no line, no metadata, no name and no date in the text tells it.").into(),
        PublicationDate::On(date) => tr!("{date}: {how}.", date, how),
        PublicationDate::Between(from, to) => tr!("Between {from} and {to}: {how}.", from, to, how),
        PublicationDate::Since(from) => tr!("{from} or later: {how}. A lower bound, not a month.", from, how),
    }
}

fn date_lines(article: &Article, timex: &Timex) -> [PageLine; 2] {
    let value = if timex.value.is_empty() { tr!("no calendar date").to_owned() } else { timex_words(&timex.value) };
    [
        PageLine::quote(&tr!("“{words}” → {value}", words = one_line(timex.span.of(&article.body)), value)),
        PageLine::text(&format!("  {}", rule(timex.rule))),
    ]
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
