//! Draws the list of articles: a mark on the row of the cursor, the date as far as it is known, the headline, the outlet.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::command::Pane;
use crate::app::state::State;
use crate::model::article::Article;
use crate::model::date::{Provenance, PublicationDate};
use crate::query::filter::Match;
use crate::ui::canvas::{Marks, fitted, row};
use crate::ui::theme::{Role, Theme};

/// From this width on, the list also shows whole days and outlets.
const ROOMY_COLS: usize = 60;

/// Draws the list into `area`.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    if state.survey.matches.is_empty() {
        let text = if state.archive.is_empty() { empty_archive(state) } else { "No article matches. Esc drops the last filter." };
        frame.render_widget(
            ratatui::widgets::Paragraph::new(text).style(theme.style(Role::Dim)).wrap(ratatui::widgets::Wrap { trim: true }),
            area,
        );
        return;
    }
    let rows = state.survey.matches.iter().enumerate().skip(state.articles.top).take(area.height.into());
    for ((at, one), y) in rows.zip(area.y..) {
        let Some(article) = state.archive.get(one.article) else { continue };
        let selected = at == state.articles.at;
        let line = line(article, one, (theme, usize::from(area.width), selected));
        let style = match (selected, state.focus == Pane::Articles) {
            (true, true) => theme.style(Role::Selected),
            (true, false) => theme.style(Role::SelectedElsewhere),
            (false, _) => theme.style(Role::Text),
        };
        frame.render_widget(line.style(style), Rect { y, height: 1, ..area });
    }
}

fn empty_archive(state: &State) -> &'static str {
    match (state.loading, state.problems.is_empty()) {
        (crate::app::loading::Loading::Running(_), _) => "Loading …",
        (_, true) => "No article was found here. Give files or folders: liseuse PATH…",
        (_, false) => "No article could be read. ! shows the files and why.",
    }
}

fn line<'a>(article: &'a Article, one: &Match, (theme, columns, selected): (&Theme, usize, bool)) -> Line<'a> {
    let roomy = columns >= ROOMY_COLS;
    let date = date(article, roomy);
    let lead = format!("{}{date} ", if selected { "▶" } else { " " });
    let source = article.source.as_ref().filter(|_| roomy).map_or("", |source| &*source.text);
    let source_cols = if roomy { crate::text::wrap::width(source).min(18) + 2 } else { 0 };
    let title_cols = columns.saturating_sub(crate::text::wrap::width(&lead) + source_cols);
    let marks: Marks = one.marks.iter().map(|mark| (*mark, theme.style(Role::Match))).collect();
    let mut pieces = vec![Piece::styled(lead, theme.style(Role::Dim))];
    pieces.extend(fitted(&article.title, title_cols, theme.style(Role::Text), &marks));
    let right = fitted(source, source_cols.saturating_sub(2), theme.style(Role::Dim), &[]);
    let right = right.into_iter().map(|piece| piece.content).collect::<String>();
    row(pieces, Piece::styled(right, theme.style(Role::Dim)), columns)
}

/// The date in a column: `2020-05`, `2020-07~` when inferred, `≥2020-03` for a bound, dashes when unknown.
fn date(article: &Article, whole: bool) -> String {
    let cut = |date: crate::model::date::PartialDate| {
        if whole { date.to_string() } else { date.at(crate::model::date::Precision::Month).to_string() }
    };
    let (sign, text) = match article.published.date {
        PublicationDate::Unknown => (" ", if whole { "   ——" } else { "  ——" }.to_owned()),
        PublicationDate::On(date) | PublicationDate::Between(date, _) => (" ", cut(date)),
        PublicationDate::Since(date) => ("≥", cut(date)),
    };
    let inferred = if article.published.provenance == Provenance::Inferred { "~" } else { "" };
    format!("{sign}{:<width$}", format!("{text}{inferred}"), width = if whole { 11 } else { 8 })
}
