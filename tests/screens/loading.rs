//! While articles come in: surveys are asked for one at a time, and what a person looks at stays where it is.

use std::sync::Arc;

use liseuse::app::effect::Effect;
use liseuse::app::event::AppEvent;
use liseuse::app::keys::key::KeyPress;
use liseuse::app::keys::keymap::Keymap;
use liseuse::app::loading::Loading;
use liseuse::app::state::State;
use liseuse::app::update::update;
use liseuse::ingest::{LoadEvent, Progress};
use liseuse::model::article::Article;
use liseuse::model::date::{PartialDate, Publication, PublicationDate};
use liseuse::model::segment::{Filed, Segment};
use liseuse::query::index::Index;
use liseuse::query::results::SearchResults;
use liseuse::query::selection::Selection;

use crate::room::Room;

/// A state machine whose surveys are answered when the test says so.
struct Desk {
    state: State,
    index: Index,
    asked: Vec<Effect>,
}

impl Desk {
    fn new() -> Self {
        let state = State::new(Keymap::new("").unwrap(), Selection::default(), 72);
        Self { state, index: Index::default(), asked: Vec::new() }
    }

    fn happen(&mut self, event: AppEvent) {
        self.asked.extend(update(&mut self.state, event));
    }

    /// A batch of one article for each day of 2020 given.
    fn load(&mut self, days: impl IntoIterator<Item = u32>) {
        let articles: Vec<_> = days.into_iter().map(|day| Filed::from(article(day))).collect();
        let progress = Progress { files: 1, files_found: 9, bytes: 0, articles: articles.len() };
        let segment = Some(Arc::new(Segment::pack(&articles)));
        self.happen(AppEvent::Loaded(LoadEvent::Batch { segment, problems: Vec::new(), progress }));
    }

    fn press(&mut self, keys: &str) {
        for key in KeyPress::parse_all(keys).unwrap() {
            self.happen(AppEvent::Key(key));
        }
    }

    /// Answers the survey that was asked for last; how many had been asked for.
    fn answer(&mut self) -> usize {
        let asked = std::mem::take(&mut self.asked);
        if let Some(Effect::Survey { generation, archive, request, .. }) = asked.last() {
            let survey = SearchResults::of(archive, &mut self.index, request, &|| false).unwrap();
            self.happen(AppEvent::Surveyed { generation: *generation, survey: Arc::new(survey) });
        }
        asked.len()
    }

    /// The date of the article the list is on.
    fn listed(&self) -> Option<String> {
        Some(self.state.archive.get(self.state.listed()?)?.date().to_string())
    }
}

fn article(day: u32) -> Article {
    let (month, day) = (u8::try_from(1 + day / 28).unwrap(), u8::try_from(1 + day % 28).unwrap());
    let date = PublicationDate::On(PartialDate::day(2020, month, day).unwrap());
    Article { published: Publication { date, ..Publication::default() }, ..Article::default() }
}

#[test]
fn one_survey_at_a_time_covers_all_that_has_come_in() {
    let mut desk = Desk::new();
    for day in 0..10 {
        desk.load([day]);
    }
    assert_eq!(desk.answer(), 1, "nine batches wait for the first survey");
    assert_eq!(desk.answer(), 1, "then one survey covers them");
    assert_eq!((desk.state.results.current.matches.len(), desk.answer()), (10, 0));
}

#[test]
fn surveys_grow_rarer_as_the_archive_grows_and_the_last_covers_all() {
    let mut desk = Desk::new();
    let mut surveys = 0;
    for day in 0..300 {
        desk.load([day]);
        surveys += desk.answer();
    }
    assert!(surveys < 60, "{surveys} surveys for 300 batches");
    desk.happen(AppEvent::LoadingEnded);
    desk.answer();
    assert_eq!((desk.state.results.current.matches.len(), desk.state.load.progress), (300, Loading::Done));
}

#[test]
fn the_list_stays_at_its_head_until_it_is_touched_and_then_on_its_article() {
    let mut desk = Desk::new();
    desk.load([100]);
    desk.answer();
    desk.load([50, 150]);
    desk.answer();
    assert_eq!(desk.state.articles.at, 0, "untouched, the list shows its head");
    desk.press("j");
    let article = desk.listed().unwrap();
    desk.load(0..40);
    desk.answer();
    assert!(desk.state.articles.at > 30);
    assert_eq!(article, desk.listed().unwrap(), "articles come in above");
}

#[test]
fn typing_gives_up_the_survey_under_way() {
    let mut desk = Desk::new();
    desk.load([1]);
    desk.press("fx");
    assert_eq!(desk.asked.len(), 2);
    desk.load(2..9);
    assert_eq!(desk.answer(), 2);
    assert_eq!(desk.answer(), 1, "what came in meanwhile is surveyed next");
}

#[test]
fn a_survey_that_breaks_off_is_told_and_the_next_one_can_come() {
    let mut desk = Desk::new();
    desk.load([1]);
    desk.happen(AppEvent::SurveyFailed { generation: 1 });
    assert!(desk.state.status.as_ref().is_some_and(|status| status.error));
    desk.load([2, 3]);
    assert_eq!(desk.answer(), 2);
    assert_eq!(desk.state.results.current.matches.len(), 3);
}

#[test]
fn escape_in_the_list_stops_the_loading_and_says_so() {
    let mut desk = Desk::new();
    desk.load([1]);
    desk.answer();
    desk.press("<Esc>");
    assert!(matches!(desk.asked.as_slice(), [Effect::StopLoading]));
    assert_eq!(desk.state.load.progress.label(), "stopping …");
    desk.happen(AppEvent::LoadingEnded);
    assert_eq!(desk.state.load.progress.label(), "stopped after 1 of 9 files");
}

#[test]
fn text_in_a_field_that_is_not_read_is_a_problem_of_its_file() {
    let mut room = Room::of("fields", 80, 24);
    assert!(room.screen().contains("1 problem (!)"), "{}", room.screen());
    let page = room.press("!").screen();
    assert!(
        page.contains("Read in part: 1") && page.contains("words stand in fields that are not read: body-paragraphs"),
        "{page}"
    );
}

#[test]
fn a_file_that_was_put_right_is_no_problem_and_is_told_all_the_same() {
    let mut room = Room::of("mended", 80, 24);
    assert!(room.screen().contains("L’été des forains") && !room.screen().contains("problem"), "{}", room.screen());
    let page = room.press("!").screen();
    assert!(page.contains("Put right, and read whole: 1") && !page.contains("Read in part"), "{page}");
}
