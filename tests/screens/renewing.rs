//! Rescanning: what is new, changed and gone is picked up, and what a person looks at stays where it is.

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, UNIX_EPOCH};

use liseuse::analysis::actors::Gazetteer;
use liseuse::app::effect::Effect;
use liseuse::app::event::AppEvent;
use liseuse::app::keys::command::Pane;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::{ArchiveLoader, LoadEvent, Options, Origin};
use tempfile::TempDir;

use crate::room::Room;

/// A reading room on a folder of its own, with the shelf that its loader would have.
struct Desk {
    folder: TempDir,
    gazetteer: Arc<Gazetteer>,
    shelf: ArchiveLoader,
    room: Room,
    clock: u64,
}

impl Desk {
    /// Thirty articles, one for each day of June, loaded.
    fn new() -> Self {
        static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| Arc::new(Gazetteer::builtin()));
        let folder = TempDir::new().unwrap();
        let shelf = ArchiveLoader::new(Origin::Paths(vec![folder.path().to_owned()]), Options::default(), None);
        let gazetteer = Arc::clone(&GAZETTEER);
        let mut desk = Self { folder, gazetteer, shelf, room: Room::empty(120, 40), clock: 1_000_000_000 };
        for day in 1..=30 {
            desk.write(day, "2020-06", 30);
        }
        desk.room.happen(AppEvent::Named(Arc::clone(&desk.gazetteer)));
        desk.load();
        desk
    }

    fn write(&mut self, day: usize, month: &str, paragraphs: usize) {
        self.clock += 1;
        let path = self.folder.path().join(format!("{month}-{day:02}.md"));
        let paragraphs: Vec<_> = (0..paragraphs).map(|n| format!("Alinéa {n} du {day}, où le ministre part.")).collect();
        let text = paragraphs.join("\n\n");
        fs::write(&path, format!("---\ntitle: Jour {day}\ndate: {month}-{day:02}\n---\n{text}")).unwrap();
        let file = File::options().append(true).open(&path).unwrap();
        file.set_modified(UNIX_EPOCH + Duration::from_secs(self.clock)).unwrap();
    }

    fn remove(&self, day: usize) {
        fs::remove_file(self.folder.path().join(format!("2020-06-{day:02}.md"))).unwrap();
    }

    /// What the loader does when it is started, and when it is asked again.
    fn load(&mut self) {
        let mut steps = Vec::new();
        self.shelf.load(&self.gazetteer, &mut |step| {
            steps.push(step);
            ControlFlow::Continue(())
        });
        for step in steps {
            self.room.happen(AppEvent::Loaded(step));
        }
        self.room.happen(AppEvent::LoadingEnded);
    }

    /// Presses `r` and lets the loader do what is asked for; what the status line says then.
    fn rescan(&mut self) -> String {
        self.room.asked.clear();
        self.room.press("r");
        assert!(matches!(self.room.asked.as_slice(), [Effect::Rescan]));
        self.load();
        self.room.state.status.clone().unwrap().text
    }

    fn listed(&self) -> String {
        let state = &self.room.state;
        state.archive.get(state.listed().unwrap()).unwrap().title().to_owned()
    }

    fn open(&self) -> String {
        self.room.state.open_article().unwrap().title.to_string()
    }
}

/// The day in a headline.
fn day(title: &str) -> usize {
    title.rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn what_changed_is_told_and_place_filter_focus_and_scroll_stay() {
    let mut desk = Desk::new();
    desk.room.press("fjour<Enter>G9k<Enter>");
    desk.room.press("<C-d><C-d>");
    let (listed, open, top) = (desk.listed(), desk.open(), desk.room.state.reader.top);
    assert!(listed == open && top > 0);
    for day in [1, 2, 3] {
        desk.write(day, "2020-05", 3);
    }
    desk.write(4, "2020-06", 5);
    desk.remove(6);
    desk.remove(8);
    assert_eq!(desk.rescan(), "3 new, 1 changed, 2 gone");
    assert_eq!((desk.listed(), desk.open(), desk.room.state.reader.top), (listed, open, top));
    assert_eq!((desk.room.state.focus, desk.room.state.filter.selection.text()), (Pane::Reader, "jour"));
    assert_eq!((desk.room.state.archive.len(), desk.room.state.results.current.matches.len()), (31, 31));
    assert_eq!(desk.rescan(), "nothing has changed");
}

#[test]
fn an_open_article_that_changed_is_shown_anew_where_it_was() {
    let mut desk = Desk::new();
    desk.room.press("jj<Enter><C-d>");
    let (open, top) = (desk.open(), desk.room.state.reader.top);
    desk.write(day(&open), "2020-06", 40);
    assert_eq!(desk.rescan(), "1 changed");
    assert_eq!((desk.open(), desk.room.state.reader.top), (open, top));
    assert!(desk.room.state.open_article().unwrap().body.contains("Alinéa 39"));
}

#[test]
fn an_open_article_that_is_gone_leaves_its_row_to_the_next() {
    let mut desk = Desk::new();
    desk.room.press("jjma<Enter>ma]e<Esc>");
    let row = desk.room.state.articles.at;
    desk.remove(day(&desk.open()));
    assert_eq!(desk.rescan(), "1 gone");
    assert_eq!((desk.room.state.articles.at, desk.room.state.archive.len()), (row, 29));
    assert_eq!(desk.open(), desk.listed());
    desk.room.press("'a");
    assert!(desk.room.state.status.clone().unwrap().text.starts_with("there is no mark a"));
}

#[test]
fn jumps_and_marks_follow_their_articles() {
    let mut desk = Desk::new();
    desk.room.press("jjjj<Enter><C-d>ma<Esc>gg");
    let marked = desk.room.state.open_article().cloned();
    desk.write(1, "2020-01", 3);
    desk.remove(1);
    desk.rescan();
    desk.room.press("'a");
    assert!(marked.is_some() && desk.room.state.reader.top > 0);
    assert_eq!(desk.open(), "Jour 5");
}

#[test]
fn a_rescan_waits_for_the_loading() {
    let mut room = Room::empty(120, 40);
    room.press("r");
    assert!(room.asked.is_empty());
    assert_eq!(room.state.status.unwrap().text, "the archive is still being loaded");
}

#[test]
fn rows_show_the_old_archive_until_the_new_one_is_surveyed() {
    let mut desk = Desk::new();
    desk.room.press("G");
    let (listed, generation) = (desk.listed(), desk.room.state.results.current.matches.len());
    desk.remove(1);
    let mut steps = Vec::new();
    desk.shelf.load(&desk.gazetteer, &mut |step| {
        steps.push(step);
        ControlFlow::Continue(())
    });
    for step in steps {
        // The survey that is asked for is not answered.
        let _asked = liseuse::app::update::update(&mut desk.room.state, AppEvent::Loaded(step));
    }
    assert!(desk.room.state.load.pending.is_some());
    assert_eq!((desk.listed(), desk.room.state.results.current.matches.len()), (listed, generation));
}

#[test]
fn names_may_come_after_what_the_cache_recalls() {
    let desk = Desk::new();
    let home = TempDir::new().unwrap();
    let text = "Le Premier ministre Mustafa al-Kadhimi est à Bagdad.";
    fs::write(desk.folder.path().join("2020-07-01.txt"), text).unwrap();
    let key = CacheKey::new(&Options::default(), true, "");
    let cache = Cache { folder: home.path().to_owned(), key, max_size: Cache::MAX_SIZE, least: 0, copied: Cache::COPIED };
    let origin = Origin::Paths(vec![desk.folder.path().to_owned()]);
    let mut shelf = ArchiveLoader::new(origin.clone(), Options::default(), Some(cache.clone()));
    shelf.load(&desk.gazetteer, &mut |_| ControlFlow::Continue(()));
    shelf.keep().unwrap();
    let mut shelf = ArchiveLoader::new(origin, Options::default(), Some(cache));
    let mut room = Room::empty(120, 40);
    room.happen(AppEvent::Loaded(LoadEvent::Renewed(shelf.recall().unwrap())));
    assert_eq!(room.state.results.current.matches.len(), 31);
    room.press("Gj");
    let mentions = |room: &Room| room.state.open_article().unwrap().mentions.len();
    assert!(room.state.open_article().unwrap().body.contains("Kadhimi") && mentions(&room) == 0);
    room.happen(AppEvent::Named(Arc::clone(&desk.gazetteer)));
    assert!(mentions(&room) > 0 && room.screen().contains("Mustafa al-Kadhimi"));
}

#[test]
fn notes_that_lose_their_words_while_one_reads_are_to_be_reviewed() {
    let mut desk = Desk::new();
    desk.room.press("<Enter>Hc<Esc>j<Enter>Hc<Esc>j<Enter>Hc<Esc>");
    assert_eq!((desk.room.state.notes.all.annotations().count(), desk.room.state.notes.reanchor.open.len()), (3, 0));
    desk.write(1, "2020-06", 0);
    desk.remove(2);
    desk.rescan();
    assert_eq!((desk.room.state.notes.reanchor.open.len(), desk.room.rows_with("2 to review (gR)")), (2, 1));
    desk.room.press("gR");
    desk.write(1, "2020-06", 30);
    desk.room.press("<Esc>");
    desk.rescan();
    assert_eq!(desk.room.state.notes.reanchor.open.len(), 1, "the words are back");
}
