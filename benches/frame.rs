//! One frame of the reading room at 200×60, key to bytes, beside what a bare ratatui program needs for a list and a paragraph.
//!
//! `cargo bench --bench frame`. The bytes go to a sink, so that the terminal itself is not measured.

use std::io::{Sink, sink};
use std::ops::ControlFlow;
use std::sync::Arc;

use divan::Bencher;
use liseuse::analysis::actors::Gazetteer;
use liseuse::app::effect::Effect;
use liseuse::app::event::AppEvent;
use liseuse::app::keys::key::{KeyCode, KeyPress};
use liseuse::app::keys::keymap::Keymap;
use liseuse::app::state::State;
use liseuse::app::update::update;
use liseuse::ingest::{Options, Origin, load};
use liseuse::query::index::Index;
use liseuse::query::results::SearchResults;
use liseuse::query::selection::Selection;
use liseuse::ui::regions::Regions;
use liseuse::ui::screen::draw;
use liseuse::ui::theme::{Depth, Ground, Theme};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::{Block, List, Paragraph, Wrap};
use ratatui::{Terminal, TerminalOptions, Viewport};

const AREA: Rect = Rect { x: 0, y: 0, width: 200, height: 60 };

fn main() {
    divan::main();
}

fn terminal() -> Terminal<CrosstermBackend<Sink>> {
    let options = TerminalOptions { viewport: Viewport::Fixed(AREA) };
    Terminal::with_options(CrosstermBackend::new(sink()), options)
        .unwrap_or_else(|error| unreachable!("a sink takes all: {error}"))
}

fn room() -> State {
    let mut state = State::new(Keymap::new("").unwrap_or_else(|error| unreachable!("{error}")), Selection::default(), 72);
    let gazetteer = Arc::new(Gazetteer::builtin());
    let mut events = vec![AppEvent::Named(Arc::clone(&gazetteer))];
    load(&Origin::Sample, &Options::default(), &gazetteer, &mut |step| {
        events.push(AppEvent::Loaded(step));
        ControlFlow::Continue(())
    });
    let mut index = Index::default();
    for event in events {
        for effect in update(&mut state, event) {
            let Effect::Survey { generation, archive, request, .. } = effect else { continue };
            let survey = SearchResults::of(&archive, &mut index, &request, &|| false).map(Arc::new).unwrap_or_default();
            let _none = update(&mut state, AppEvent::Surveyed { generation, survey });
        }
    }
    state
}

fn press(state: &mut State, code: KeyCode) {
    let _effects = update(state, AppEvent::Key(KeyPress::plain(code)));
}

/// A key that scrolls the reader, and the frame that follows: down to the end, then up again.
#[divan::bench]
fn scroll(bencher: Bencher) {
    let (mut state, mut terminal, theme) = (room(), terminal(), Theme::new(Depth::True, Ground::Dark));
    press(&mut state, KeyCode::Enter);
    let mut key = KeyCode::Down;
    bencher.bench_local(|| {
        let before = state.reader.top;
        press(&mut state, key);
        let regions = Regions::new(AREA, &state);
        state.fit(&regions.viewport());
        if state.reader.top == before {
            key = if key == KeyCode::Down { KeyCode::Up } else { KeyCode::Down };
        }
        terminal.draw(|frame| draw(frame, &state, &theme, &regions)).map(|_| ())
    });
}

/// A key that moves the list to another article, which is wrapped and drawn.
#[divan::bench]
fn next_article(bencher: Bencher) {
    let (mut state, mut terminal, theme) = (room(), terminal(), Theme::new(Depth::True, Ground::Dark));
    let keys = [KeyCode::Down, KeyCode::Up];
    let mut at = 0;
    bencher.bench_local(|| {
        at ^= 1;
        press(&mut state, keys.get(at).copied().unwrap_or(KeyCode::Down));
        let regions = Regions::new(AREA, &state);
        state.fit(&regions.viewport());
        terminal.draw(|frame| draw(frame, &state, &theme, &regions)).map(|_| ())
    });
}

/// The peer: a list of 58 rows and the same text in a wrapped paragraph, scrolled by a row, drawn by bare ratatui.
#[divan::bench]
fn bare_ratatui(bencher: Bencher) {
    let (state, mut terminal) = (room(), terminal());
    let body: String = state.archive.iter().map(|(_, article)| article.body().to_owned()).next().unwrap_or_default();
    let rows: Vec<String> =
        (0..58).map(|row| format!("2020-08-{row:02} Un titre d’article de presse, assez long pour la colonne")).collect();
    let mut top = 0;
    bencher.bench_local(|| {
        top = (top + 1) % 20;
        terminal
            .draw(|frame| {
                let [left, right] =
                    Layout::horizontal([Constraint::Percentage(30), Constraint::Percentage(70)]).areas(frame.area());
                frame.render_widget(List::new(rows.iter().map(String::as_str)).block(Block::bordered()), left);
                let text = Paragraph::new(body.as_str()).wrap(Wrap { trim: false }).scroll((top, 0)).block(Block::bordered());
                frame.render_widget(text, right);
            })
            .map(|_| ())
    });
}
