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
use crate::query::marker::Marker;
use crate::text::wrap::width;
use crate::ui::canvas::{fitted, row, styled_marks};
use crate::ui::theme::{Role, Theme};

/// From this width on, the list also shows whole days and outlets.
const ROOMY_COLS: usize = 60;

/// Draws the list into `area`.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    if state.results.current.matches.is_empty() {
        let text = if state.archive.is_empty() { empty_archive(state) } else { nothing_found(state) };
        frame.render_widget(Paragraph::new(text).style(theme.style(Role::Dim)).wrap(Wrap { trim: true }), area);
        return;
    }
    let look = Look { theme, columns: area.width.into(), marker: &state.filter.marker, notes: &state.notes.all };
    let rows = state.list_rows();
    for (row, y) in (state.articles.top..rows.len()).take(area.height.into()).zip(area.y..) {
        if rows.is_heading(row) {
            let heading = Line::styled(format!(" in texts: {}", rows.articles.saturating_sub(row)), theme.style(Role::Heading));
            frame.render_widget(heading, Rect { y, height: 1, ..area });
            continue;
        }
        let Some((at, one)) = rows.article_at(row).and_then(|at| Some((at, state.results.current.matches.get(at)?))) else {
            continue;
        };
        let Some(article) = state.archive.get(one.article) else { continue };
        let selected = at == state.articles.at;
        let line = line(article, &look, selected, state.results.hits.of(one.article));
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
    let mut text = format!("No article matches. {} drops the last filter.", state.key(Command::DropFilter));
    for way in &state.results.current.overview.elsewhere {
        text.push('\n');
        text.push_str(&way.to_string());
    }
    text
}

fn empty_archive(state: &State) -> String {
    match (state.load.progress, state.load.problems.is_empty()) {
        (Loading::Running(_), _) => "Loading …".to_owned(),
        (_, true) => "No article was found here. Give files or folders: liseuse PATH…".to_owned(),
        (_, false) => format!("No article could be read. {} shows the files and why.", state.key(Command::Files)),
    }
}

/// What all rows are drawn with.
struct Look<'a> {
    theme: &'a Theme,
    columns: usize,
    marker: &'a Marker,
    notes: &'a Notes,
}

/// A row; `hits` are those of the words that the query asks of the texts.
fn line<'a>(article: ArticleRef<'a>, look: &Look<'_>, selected: bool, hits: Option<usize>) -> Line<'a> {
    let Look { theme, columns, marker, .. } = look;
    let (columns, hit) = (*columns, theme.style(Role::Match));
    let roomy = columns >= ROOMY_COLS;
    let date = date(article, roomy);
    let lead = format!("{}{date}{}", if selected { "▶" } else { " " }, sign(look.notes, article));
    let source = article.source().filter(|_| roomy).unwrap_or_default();
    let source_cols = if roomy { width(source).min(18) + 2 } else { 0 };
    // None is nothing to tell: the article is here for something else, or the list is about to change.
    let hits = hits.filter(|hits| *hits > 0).map_or_else(String::new, |hits| format!(" ×{hits}"));
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

/// A star, else a pen for what has notes, else a check for what was read, or a space.
fn sign(notes: &Notes, article: ArticleRef<'_>) -> char {
    let key = ArticleKey::from(article);
    let known = notes.of_whole(key.clone(), article.body());
    match (known.is(typed::Starred), known.is(typed::Read)) {
        (true, _) => '★',
        _ if notes.is_annotated(&key) => '✎',
        (false, true) => '✓',
        (false, false) => ' ',
    }
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
