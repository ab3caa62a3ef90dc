//! Draws the list of articles: a mark on the row of the cursor, the date as far as it is known, the headline, the outlet.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Paragraph, Wrap};

use crate::app::keys::command::{Command, Pane};
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::model::annotation::ArticleKey;
use crate::model::confidence::Confidence;
use crate::model::date::{PartialDate, Precision, PublicationDate};
use crate::model::property::typed;
use crate::model::segment::ArticleRef;
use crate::notes::state::Notes;
use crate::query::matching::marker::Marker;
use crate::query::results::folding::{ListRow, RowPlace};
use crate::text::wrap::width;
use crate::tr;
use crate::ui::canvas::{fitted, row, styled_marks};
use crate::ui::theme::{Role, Theme};

/// From this width on, the list shows whole days.
const DAYS_COLS: usize = 34;
/// From this width on, it also shows outlets.
const ROOMY_COLS: usize = 60;

/// Draws the list into `area`.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    if state.results.current.matches.is_empty() {
        let text = if state.archive.is_empty() { empty_archive(state) } else { nothing_found(state) };
        frame.render_widget(Paragraph::new(text).style(theme.style(Role::Dim)).wrap(Wrap { trim: true }), area);
        return;
    }
    let look = Look { theme, columns: area.width.into(), marker: &state.filter.marker };
    let rows = state.list_rows();
    for (screen, y) in (state.articles.top..rows.len()).zip(area.y..area.bottom()) {
        if rows.is_heading(screen) {
            let count = rows.articles.saturating_sub(screen);
            let heading = Line::styled(tr!(" in texts: {count}", count), theme.style(Role::Heading));
            frame.render_widget(heading, Rect { y, height: 1, ..area });
            continue;
        }
        let Some((at, row)) = rows.article_at(screen).and_then(|at| Some((at, state.list_row(at)?))) else { continue };
        let Some(article) = state.archive.get(row.article) else { continue };
        let selected = at == state.articles.at;
        let shown = Shown {
            lead: format!("{}{}", if selected { "▶" } else { " " }, date(article, look.columns >= DAYS_COLS)),
            signs: signs(state, row),
            place: row.place,
            hits: state.results.hits.of(row.article),
        };
        let line = line(article, &look, &shown);
        let style = match (selected, state.focus == Pane::Articles) {
            (true, true) => theme.style(Role::Selected),
            (true, false) => theme.style(Role::SelectedElsewhere),
            (false, _) => theme.style(Role::Text),
        };
        frame.render_widget(line.style(style), Rect { y, height: 1, ..area });
    }
}

/// That nothing was found, and where something would be.
fn nothing_found(state: &State) -> String {
    // In the line that is open a key that drops a filter does something else.
    let mut text = if state.is_filtering() {
        tr!("No article matches. {clear_line} clears the line.", clear_line = state.key(Command::ClearLine))
    } else {
        tr!("No article matches. {drop_filter} drops the last filter.", drop_filter = state.key(Command::DropFilter))
    };
    for way in &state.results.current.overview.elsewhere {
        text.push('\n');
        text.push_str(&way.to_string());
    }
    text
}

fn empty_archive(state: &State) -> String {
    match (state.load.progress, state.load.problems.is_empty()) {
        (Loading::Running(_), _) => tr!("Loading …").to_owned(),
        (_, true) => tr!("No article was found here. Give files or folders: liseuse PATH…").to_owned(),
        (_, false) => tr!("No article could be read. {files} shows the files and why.", files = state.key(Command::Files)),
    }
}

/// What all rows are drawn with.
struct Look<'a> {
    theme: &'a Theme,
    columns: usize,
    marker: &'a Marker,
}

/// What a row shows beside what the article says.
struct Shown {
    lead: String,
    signs: String,
    place: RowPlace,
    /// The hits of the words that the query asks of the texts.
    hits: Option<usize>,
}

/// A row.
fn line<'a>(article: ArticleRef<'a>, look: &Look<'_>, shown: &Shown) -> Line<'a> {
    let Look { theme, columns, marker } = look;
    let (columns, hit) = (*columns, theme.style(Role::Match));
    let roomy = columns >= ROOMY_COLS;
    let under = if shown.place == RowPlace::Under { "└ " } else { "" };
    let lead = format!("{}{}{under}", shown.lead, shown.signs);
    let source = article.source().filter(|_| roomy).unwrap_or_default();
    let source_cols = if roomy { width(source).min(18) + 2 } else { 0 };
    // None is nothing to tell: the article is here for something else, or the list is about to change.
    let hits = shown.hits.filter(|hits| *hits > 0).map_or_else(String::new, |hits| format!(" ×{hits}"));
    let hits = format!("{}{hits}", copies(shown.place, roomy));
    let title_cols = columns.saturating_sub(width(&lead) + source_cols + width(&hits));
    let marks = styled_marks(&marker.in_line(article.title()), hit);
    let mut pieces = vec![Piece::styled(lead, theme.style(Role::Dim))];
    pieces.extend(fitted(article.title(), title_cols, theme.style(Role::Text), &marks));
    let marks = styled_marks(&marker.in_line(source), hit);
    let mut right = vec![Piece::styled(hits, theme.style(Role::Dim))];
    right.push(Piece::raw(if source.is_empty() { "" } else { "  " }));
    right.extend(fitted(source, source_cols.saturating_sub(2), theme.style(Role::Dim), &marks));
    row(pieces, right, columns)
}

/// How many copies are folded under a row, or stand below it.
fn copies(place: RowPlace, roomy: bool) -> String {
    let (sign, count) = match place {
        RowPlace::Alone | RowPlace::Under => return String::new(),
        RowPlace::Folded(count) => ("+", count),
        RowPlace::Opened(count) => ("▾", count),
    };
    let copies = if roomy { tr!("{n} copy" | "{n} copies", n = count) } else { count.to_string() };
    format!(" {sign}{copies}")
}

/// The signs of a row: of the article itself, else of those that are folded under it, so that no mark is out of sight; a space for none.
fn signs(state: &State, row: ListRow) -> String {
    let of = |ix| state.archive.get(ix).map(|article| own_signs(&state.notes.all, article)).unwrap_or_default();
    let shown = match (row.place, &state.copies.list, of(row.article)) {
        (RowPlace::Folded(_), Some(list), own) if own == [false; 3] => list
            .under(row.article)
            .map(of)
            .fold(own, |all, one| std::array::from_fn(|at| all.get(at) == Some(&true) || one.get(at) == Some(&true))),
        (_, _, own) => own,
    };
    let signs: String = ['★', '✎', '✓'].into_iter().zip(shown).filter_map(|(sign, is_shown)| is_shown.then_some(sign)).collect();
    if signs.is_empty() { " ".to_owned() } else { signs }
}

/// Whether it is starred, has notes, was read.
fn own_signs(notes: &Notes, article: ArticleRef<'_>) -> [bool; 3] {
    let key = ArticleKey::from(article);
    let known = notes.of_whole(key.clone(), article.body());
    [known.is(typed::Starred), notes.is_annotated(&key), known.is(typed::Read)]
}

/// The date in a column: `2020-05`, `2020-07~` when only likely, `≥2020-03` for a bound, dashes when unknown.
fn date(article: ArticleRef<'_>, whole: bool) -> String {
    let cut = |date: PartialDate| {
        if whole { date.to_string() } else { date.at(Precision::Month).to_string() }
    };
    let (sign, text) = match article.date() {
        PublicationDate::Unknown => (" ", if whole { "   ——" } else { "  ——" }.to_owned()),
        PublicationDate::On(date) | PublicationDate::Between(date, _) => (" ", cut(date)),
        PublicationDate::Since(date) => ("≥", cut(date)),
    };
    let sure = article.date_confidence().is_none_or(|sure| sure == Confidence::Certain);
    let inferred = if sure { "" } else { "~" };
    format!("{sign}{:<width$}", format!("{text}{inferred}"), width = if whole { 11 } else { 8 })
}
