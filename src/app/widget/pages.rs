//! The pages: help made from the command table, the files that could not be read, and why an article has its date.

use crate::app::keys::command::{COMMANDS, Command, CommandGroup, Scope};
use crate::app::keys::keymap::Keymap;
use crate::app::overlay::{PageLine, TextPage};
use crate::app::widget::tasks;
use crate::model::article::Article;
use crate::model::confidence::Confidence;
use crate::model::date::{Evidence, Provenance, Publication, PublicationDate, Timex};
use crate::model::problem::Problem;

/// The forms of the query language that a person is most likely to need.
const FORMS: &[(&str, &str)] = &[
    ("kazemi 2020", "all of these words in headline, outlet, date or names, nearly so"),
    ("\"grève générale\"", "these words in this order"),
    ("a OR b   -c   ( )", "either; not; together"),
    ("actor:kazemi,trump", "articles that name either; a key again asks for both"),
    ("source: lang: file:", "the outlet, the language, the path"),
    ("date:2020-05..2020-08", "published then; month:2020-05 and event:2020-01-03 likewise"),
    ("text:\"coup d'état\"", "words of the text; {search-next} and {search-previous} go from hit to hit"),
    ("title: author: words:", "the headline, who signed it, the length: words:>=500"),
    ("has: is:", "what is known of it: has:caption, is:undated"),
    ("tag: color: note:", "your notes; has:note, has:highlight, is:starred, is:orphan likewise"),
    ("sort:-date", "newest first; {sort} offers the orders"),
    ("négoc*  =État  /re/", "the head of a word; exactly this; a regular expression"),
    ("@name", "a query saved in config.toml; {palette} lists them"),
];

/// The help: every command with its keys, by group.
#[must_use]
pub fn help(keymap: &Keymap) -> TextPage {
    let mut lines = tasks::lines(keymap);
    let search = keymap.named(Command::Search);
    lines.extend([PageLine::labelled(&search, "searches this help; what is found there can be run"), PageLine::text("")]);
    for group in CommandGroup::ALL {
        lines.push(PageLine::heading(group.title()));
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            let keys = keymap.keys_of(spec.command).collect::<Vec<_>>().join("  ");
            let keys = if keys.is_empty() { format!(":{}", spec.name) } else { keys };
            lines.push(PageLine::labelled(&keys, &format!("{}{}", keymap.fill(spec.title), place(spec.scope))));
        }
        lines.push(PageLine::text(""));
    }
    lines.push(PageLine::heading("Queries, in the filter line and everywhere"));
    lines.extend(FORMS.iter().map(|(form, meaning)| PageLine::labelled(form, &keymap.fill(meaning))));
    lines.push(PageLine::text(&keymap.fill("{query-help} in the filter line tells all of it.")));
    lines.push(PageLine::text(""));
    lines.push(PageLine::heading("The mouse"));
    lines.push(PageLine::text("A click selects, a second click opens, one on a filter takes it off; the wheel scrolls."));
    TextPage::new("Help", lines)
}

/// ` (timeline, actors)` for commands that do not work everywhere.
fn place(scope: Scope) -> String {
    let place = scope.place();
    if place.is_empty() { place } else { format!(" ({place})") }
}

/// What could not be read, and why.
#[must_use]
pub fn files(problems: &[Problem]) -> TextPage {
    let mut lines = Vec::new();
    if problems.is_empty() {
        lines.push(PageLine::text("Every file could be read."));
    }
    for (title, partial) in [("Not read", false), ("Read in part", true)] {
        let of_kind: Vec<_> = problems.iter().filter(|problem| problem.partial == partial).collect();
        if of_kind.is_empty() {
            continue;
        }
        let lost: u32 = of_kind.iter().map(|problem| problem.articles).sum();
        let lost =
            if lost == 0 { String::new() } else { format!(" ({lost} {} lost)", if lost == 1 { "article" } else { "articles" }) };
        lines.push(PageLine::heading(&format!("{title}: {}{lost}", of_kind.len())));
        for problem in of_kind {
            lines.push(PageLine::text(&problem.place()));
            lines.push(PageLine::quote(&format!("  {}", problem.reason)));
        }
        lines.push(PageLine::text(""));
    }
    TextPage::new("Files", lines)
}

/// Why the article has its publication date, and how the dates told in it were resolved; `reading` is the byte being read,
/// and the date nearest to it comes first.
#[must_use]
pub fn why_date(article: &Article, reading: usize, keymap: &Keymap) -> TextPage {
    let published = &article.published;
    let mut lines = vec![PageLine::heading("Published"), PageLine::text(&said(published.date, published.provenance))];
    lines.extend(sureness(published).map(PageLine::text));
    lines.extend(published.evidence.iter().flat_map(|evidence: &Evidence| {
        [PageLine::quote(&format!("“{}”", one_line(&evidence.words))), PageLine::text(&format!("  {}", evidence.rule))]
    }));
    lines.push(PageLine::labelled(&keymap.named(Command::CorrectShownDate), correction(published.provenance)));
    if let Some(near) = article.dates.iter().min_by_key(|timex| timex.span.first().abs_diff(reading)) {
        lines.extend([PageLine::text(""), PageLine::heading("The date nearest to where you read")]);
        lines.extend(date_lines(article, near));
    }
    if !article.dates.is_empty() {
        lines.extend([PageLine::text(""), PageLine::heading(&format!("All {} expressions of time", article.dates.len()))]);
        lines.extend(article.dates.iter().flat_map(|timex| date_lines(article, timex)));
    }
    TextPage::new("Why this date", lines).with_own(Command::CorrectShownDate)
}

/// What the key of the page does.
fn correction(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::User => "changes the date you gave, or takes it back",
        _ => "corrects it: your date goes before all others, and what is counted from it follows",
    }
}

/// How sure a date is that was worked out; one that is declared needs no word.
fn sureness(published: &Publication) -> Option<&'static str> {
    match Confidence::of(published.date, published.provenance, || published.evidence.len())? {
        Confidence::Certain => None,
        Confidence::Likely => Some("Likely, not certain."),
        Confidence::Bound => Some("Only a bound: it may be much later."),
    }
}

fn said(date: PublicationDate, provenance: Provenance) -> String {
    let how = match provenance {
        Provenance::User => "you said so",
        Provenance::Header => "a line of the text says so",
        Provenance::Metadata => "the file's metadata say so",
        Provenance::Filename => "the name of the file or folder says so",
        Provenance::Dateline => "the dateline says so",
        Provenance::Inferred => "inferred from what the text tells",
        Provenance::Unknown => "nothing tells it",
    };
    match date {
        PublicationDate::Unknown => "Unknown: no line, no metadata, no name and no date in the text tells it.".into(),
        PublicationDate::On(date) => format!("{date}: {how}."),
        PublicationDate::Between(from, to) => format!("Between {from} and {to}: {how}."),
        PublicationDate::Since(from) => format!("{from} or later: {how}. A lower bound, not a month."),
    }
}

fn date_lines(article: &Article, timex: &Timex) -> [PageLine; 2] {
    let value = if timex.value.is_empty() { "no calendar date" } else { &timex.value };
    [
        PageLine::quote(&format!("“{}” → {value}", one_line(timex.span.of(&article.body)))),
        PageLine::text(&format!("  {}", timex.rule)),
    ]
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
