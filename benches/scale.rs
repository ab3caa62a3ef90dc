//! What a large archive costs in memory, inside of one process: filtering and searching all of it, and drawing it, each beside a
//! peer over the same data in the same run.
//!
//! `cargo bench --bench scale -- FOLDER` (or a JSON Lines file) prints one line for each measure: median and 99th percentile in
//! milliseconds, those of the peer, and the ratio of the 99th percentiles. `benches/scale.py` runs it with all the rest.

use std::env;
use std::hint::black_box;
use std::io::sink;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use frizbee::{CaseMatching, Config, Matcher, SortStrategy};
use liseuse::analysis::actors::Gazetteer;
use liseuse::app::effect::Effect;
use liseuse::app::event::AppEvent;
use liseuse::app::keys::key::{KeyCode, KeyPress};
use liseuse::app::keys::keymap::Keymap;
use liseuse::app::state::State;
use liseuse::app::update::update;
use liseuse::ingest::{Options, Origin, load};
use liseuse::model::archive::Archive;
use liseuse::query::index::Index;
use liseuse::query::language::names::AnyName;
use liseuse::query::results::{SearchRequest, SearchResults, list};
use liseuse::query::selection::Selection;
use liseuse::ui::regions::Regions;
use liseuse::ui::screen::draw;
use liseuse::ui::theme::{Depth, Ground, Theme};
use memchr::memmem;
use nucleo_matcher::pattern::{CaseMatching as NucleoCase, Normalization, Pattern as NucleoPattern};
use nucleo_matcher::{Config as NucleoConfig, Matcher as NucleoMatcher, Utf32String};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::{Block, List, Paragraph, Wrap};
use ratatui::{Terminal, TerminalOptions, Viewport};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rayon::slice::ParallelSlice as _;

const FILTERS: [&str; 10] = [
    "gouvernement",
    "elections",
    "kazemi 2020",
    "negoc strat",
    "petrole",
    "oil prices",
    "ambassade",
    "washington",
    "hachd chaabi",
    "protesters",
];
/// What is searched for in all texts, and the bytes that `memmem` looks for.
const SEARCHES: [(&str, &str); 12] = [
    ("zzqx", "zzqx"),
    ("2020", "2020"),
    ("coronavirus", "coronavirus"),
    ("gouvernement", "gouvernement"),
    ("bagdad", "Bagdad"),
    ("etat", "État"),
    ("elysee", "Élysée"),
    ("stratégique", "stratégique"),
    ("\"premier ministre\"", "Premier ministre"),
    ("=Kadhimi", "Kadhimi"),
    ("irak*", "irak"),
    ("government", "government"),
];
const AREA: Rect = Rect { x: 0, y: 0, width: 200, height: 60 };
/// Lines that one thread matches at a time, as `frizbee` does.
const CHUNK: usize = 2048;
/// Frames drawn.
const FRAMES: usize = 400;

fn main() -> anyhow::Result<()> {
    let paths: Vec<PathBuf> = env::args().skip(1).filter(|arg| !arg.starts_with("--")).map(PathBuf::from).collect();
    anyhow::ensure!(!paths.is_empty(), "cargo bench --bench scale -- FOLDER");
    let state = room(&Origin::Paths(paths))?;
    let (archive, text) = (state.archive.clone(), text_bytes(&state.archive));
    println!("articles {} text_mb {}", archive.len(), text / 1_000_000);
    let mut index = Index::new(&archive);
    filters(&archive, &mut index);
    searches(&archive, &mut index);
    frames(state)
}

fn text_bytes(archive: &Archive) -> usize {
    archive.segments().iter().map(|segment| segment.text().len()).sum()
}

/// The reading room with the archive in it.
fn room(origin: &Origin) -> anyhow::Result<State> {
    let mut state = State::new(Keymap::new("")?, Selection::default(), 72);
    let gazetteer = Arc::new(Gazetteer::builtin());
    let mut steps = Vec::new();
    load(origin, &Options::default(), &gazetteer, &mut |step| {
        steps.push(AppEvent::Loaded(step));
        ControlFlow::Continue(())
    });
    let mut wanted = None;
    for event in [AppEvent::Named(gazetteer)].into_iter().chain(steps) {
        wanted = update(&mut state, event).into_iter().find(|effect| matches!(effect, Effect::Survey { .. })).or(wanted);
    }
    answer(&mut state, wanted);
    Ok(state)
}

fn answer(state: &mut State, effect: Option<Effect>) {
    let Some(Effect::Survey { generation, archive, request, .. }) = effect else { return };
    let survey = SearchResults::of(&archive, &mut Index::default(), &request, &|| false).map(Arc::new).unwrap_or_default();
    let _none = update(state, AppEvent::Surveyed { generation, survey });
}

fn filters(archive: &Archive, index: &mut Index) {
    let lines: Vec<String> = archive.iter().map(|(_, article)| article.folded_title().to_owned()).collect();
    let wide: Vec<Utf32String> = lines.iter().map(|line| Utf32String::from(line.as_str())).collect();
    let (mut ours, mut bare, mut nucleo) = (Times::default(), Times::default(), Times::default());
    let runs = if archive.len() > 200_000 { 1 } else { 5 };
    for query in FILTERS {
        for end in 1..=query.len() {
            let prefix = query.get(..end).unwrap_or_default();
            for _ in 0..runs {
                let request = SearchRequest { selection: Selection::of(prefix, &AnyName), ..SearchRequest::default() };
                ours.time(|| list(archive, index, &request, &|| false).map_or(0, |list| list.matches.len()));
                let config = Config::default().casing(CaseMatching::Respect).sort(SortStrategy::IndexAsc);
                bare.time(|| Matcher::from_query(prefix, &config).match_list_parallel(&lines, 2).len());
                let pattern = NucleoPattern::parse(prefix, NucleoCase::Respect, Normalization::Never);
                nucleo.time(|| wide.par_chunks(CHUNK).map(|lines| count(&pattern, lines)).sum());
            }
        }
    }
    ours.report("filter", "frizbee", &bare);
    ours.report("filter", "nucleo-matcher", &nucleo);
}

fn count(pattern: &NucleoPattern, lines: &[Utf32String]) -> usize {
    let mut matcher = NucleoMatcher::new(NucleoConfig::DEFAULT);
    lines.iter().filter(|line| pattern.score(line.slice(..), &mut matcher).is_some()).count()
}

fn searches(archive: &Archive, index: &mut Index) {
    let (mut first, mut ours, mut bare) = (Times::default(), Times::default(), Times::default());
    for (at, (term, plain)) in SEARCHES.into_iter().cycle().take(5 * SEARCHES.len()).enumerate() {
        let request = SearchRequest { selection: Selection::of(&format!("text:{term}"), &AnyName), ..SearchRequest::default() };
        let times = if at == 0 { &mut first } else { &mut ours };
        times.time(|| list(archive, index, &request, &|| false).map_or(0, |list| list.matches.len()));
        let finder = memmem::Finder::new(plain);
        bare.time(|| archive.segments().par_iter().map(|segment| finder.find_iter(segment.text()).count()).sum());
    }
    ours.report("search", "memmem", &bare);
    first.report("search_first", "memmem", &bare);
}

fn frames(mut state: State) -> anyhow::Result<()> {
    let options = || TerminalOptions { viewport: Viewport::Fixed(AREA) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(sink()), options())?;
    let theme = Theme::new(Depth::True, Ground::Dark);
    let (mut listed, mut read, mut bare) = (Times::default(), Times::default(), Times::default());
    let mut frame = |state: &mut State, code: KeyCode, times: &mut Times| {
        times.time(|| {
            let _effects = update(state, AppEvent::Key(KeyPress::plain(code)));
            let regions = Regions::new(AREA, state);
            state.fit(&regions.viewport());
            terminal.draw(|frame| draw(frame, state, &theme, &regions)).map_or(0, |_| 1)
        });
    };
    let mut unmeasured = Times::default();
    for at in 0..FRAMES {
        frame(&mut state, if at % 80 < 60 { KeyCode::Down } else { KeyCode::PageDown }, &mut listed);
    }
    frame(&mut state, KeyCode::Enter, &mut unmeasured);
    for at in 0..FRAMES {
        frame(&mut state, if at % 60 < 30 { KeyCode::Down } else { KeyCode::Up }, &mut read);
    }
    let body = state.archive.iter().next().map(|(_, article)| article.body().to_owned()).unwrap_or_default();
    let mut peer = Terminal::with_options(CrosstermBackend::new(sink()), options())?;
    for at in 0..FRAMES {
        bare.time(|| peer.draw(|frame| draw_bare(frame, &body, at)).map_or(0, |_| 1));
    }
    listed.report("frame_list", "ratatui", &bare);
    read.report("frame_reader", "ratatui", &bare);
    Ok(())
}

/// The peer: a list of 58 rows and a wrapped paragraph, scrolled by a row.
fn draw_bare(frame: &mut ratatui::Frame<'_>, body: &str, at: usize) {
    let rows = (0..58).map(|row| format!("2020-08-{row:02} Un titre d’article de presse, assez long pour la colonne {at}"));
    let [left, right] = Layout::horizontal([Constraint::Percentage(30), Constraint::Percentage(70)]).areas(frame.area());
    frame.render_widget(List::new(rows).block(Block::bordered()), left);
    let top = u16::try_from(at % 20).unwrap_or_default();
    let text = Paragraph::new(body).wrap(Wrap { trim: false }).scroll((top, 0)).block(Block::bordered());
    frame.render_widget(text, right);
}

/// Times taken, in milliseconds.
#[derive(Default)]
struct Times {
    taken: Vec<f64>,
}

impl Times {
    fn time(&mut self, work: impl FnOnce() -> usize) {
        let start = Instant::now();
        black_box(work());
        self.taken.push(start.elapsed().as_secs_f64() * 1e3);
    }

    fn at(&self, percent: usize) -> f64 {
        let mut sorted = self.taken.clone();
        sorted.sort_by(f64::total_cmp);
        sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
    }

    fn report(&self, measure: &str, name: &str, peer: &Self) {
        println!(
            "{measure} p50_ms {:.3} p99_ms {:.3} against {name} p50_ms {:.3} p99_ms {:.3} ratio_p99 {:.2} ratio_p50 {:.2}",
            self.at(50),
            self.at(99),
            peer.at(50),
            peer.at(99),
            self.at(99) / peer.at(99),
            self.at(50) / peer.at(50)
        );
    }
}
