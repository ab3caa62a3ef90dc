//! The cache never shows: whatever was kept, changed on disk or damaged, an archive reads as if there were none.

#![cfg(test)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::{ArchiveLoader, Changes, LoadEvent, Options, Origin, Renewal, load_all, load_shelf};
use liseuse::model::archive::{Archive, ArticleIx};
use liseuse::model::date::{PartialDate, PublicationDate};
use liseuse::model::problem::Problem;
use liseuse::model::segment::{Corrected, Segment};
use liseuse::query::index::Index;
use proptest::prelude::*;
use tempfile::TempDir;

/// An archive in a folder of its own, and a cache beside it.
struct Desk {
    home: TempDir,
    gazetteer: Gazetteer,
    clock: u64,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { home: TempDir::new().unwrap(), gazetteer: Gazetteer::default(), clock: 1_000_000_000 };
        fs::create_dir(desk.archive()).unwrap();
        desk
    }

    /// With articles that share furniture, a file that is no text and one of several articles.
    fn filled() -> Self {
        let mut desk = Self::new();
        for at in 0..24 {
            desk.write(&format!("a{at:02}.txt"), article(at).as_bytes());
        }
        desk.write("b.bin", b"\x7fELF\0\0\0\0");
        desk.write("c.jsonl", b"{\"text\":\"Un.\"}\nno json\n{\"text\":\"Deux.\"}\n");
        desk.write("d.txt", article(3).as_bytes());
        desk
    }

    fn archive(&self) -> PathBuf {
        self.home.path().join("archive")
    }

    /// Writes a file and sets a time long ago, each time another, so that its stamp counts.
    fn write(&mut self, name: &str, bytes: &[u8]) {
        self.clock += 1;
        fs::write(self.archive().join(name), bytes).unwrap();
        let file = File::options().append(true).open(self.archive().join(name)).unwrap();
        file.set_modified(UNIX_EPOCH + Duration::from_secs(self.clock)).unwrap();
    }

    fn origin(&self) -> Origin {
        Origin::Paths(vec![self.archive()])
    }

    fn cache(&self) -> Cache {
        let key = CacheKey::new(&Options::default(), true, "");
        Cache { folder: self.home.path().join("cache"), key, max_size: Cache::MAX_SIZE, least: 0, copied: 0 }
    }

    fn shelf(&self) -> ArchiveLoader {
        ArchiveLoader::new(self.origin(), Options::default(), Some(self.cache()))
    }

    /// Loads with the cache as the command line does.
    fn load(&self) -> Picture {
        let mut opened = self.shelf();
        let (archive, _, problems) = load_shelf(&mut opened, &self.gazetteer, &mut |_| ());
        opened.keep().unwrap();
        picture(&archive, problems)
    }

    /// Loads without a cache.
    fn truth(&self) -> Picture {
        let (archive, problems) = load_all(&self.origin(), &Options::default(), &self.gazetteer);
        picture(&archive, problems)
    }

    /// The one cache file.
    fn kept(&self) -> PathBuf {
        let [entry] = &self.cache().entries().unwrap()[..] else { panic!("one file is kept") };
        entry.path.clone()
    }
}

fn article(at: usize) -> String {
    let words = ["Bagdad", "Téhéran", "Paris", "Londres", "Washington"][at % 5];
    format!("Titre {at} de {words}\n\nLe ministre {at} part pour {words} le {} mars 2020.\n\nSuivez-nous ici\n", at % 28 + 1)
}

/// All that can be seen of an archive.
#[derive(Debug, PartialEq)]
struct Picture {
    articles: Vec<String>,
    problems: Vec<Problem>,
}

fn picture(archive: &Archive, problems: Vec<Problem>) -> Picture {
    let all = archive.iter().map(|(_, article)| {
        let (actors, events): (Vec<_>, Vec<_>) = (article.actors().collect(), article.events().collect());
        format!("{:?} {actors:?} {events:?} {:?} {:?}", article.unpack(), article.folded_title(), article.lines())
    });
    Picture { articles: all.collect(), problems }
}

/// A reading room's view of a shelf: the archive as the steps leave it.
#[derive(Default)]
struct View {
    archive: Archive,
    problems: Vec<Problem>,
    changes: Option<Changes>,
}

impl View {
    fn load(&mut self, opened: &mut ArchiveLoader, gazetteer: &Gazetteer) {
        opened.load(gazetteer, &mut |step| {
            self.take(step);
            ControlFlow::Continue(())
        });
    }

    /// Loads until so many steps were taken; whether it was stopped then.
    fn load_until(&mut self, steps: usize, opened: &mut ArchiveLoader, gazetteer: &Gazetteer) -> bool {
        let mut taken = 0;
        let mut stopped = false;
        opened.load(gazetteer, &mut |step| {
            stopped = taken == steps;
            if stopped {
                return ControlFlow::Break(());
            }
            taken += 1;
            self.take(step);
            ControlFlow::Continue(())
        });
        stopped
    }

    fn take(&mut self, step: LoadEvent) {
        match step {
            LoadEvent::Batch { segment, problems, .. } => {
                if let Some(segment) = segment {
                    self.archive.append(segment);
                }
                self.problems.extend(problems);
            }
            LoadEvent::Revised(segments, _) => segments.into_iter().for_each(|(at, segment)| self.archive.replace(at, segment)),
            LoadEvent::Renewed(renewal) => self.renew(renewal),
        }
    }

    fn renew(&mut self, Renewal { articles, problems, changes, .. }: Renewal) {
        (self.problems, self.changes) = (problems, changes);
        let Some((segments, moves)) = articles else { return };
        let archive = Archive::of(segments, Arc::default());
        let now: BTreeMap<_, _> = archive.iter().map(|(ix, article)| (article.place(), ix)).collect();
        for (ix, article) in self.archive.iter() {
            let to: Option<ArticleIx> = moves.of(ix);
            assert_eq!(to, now.get(&article.place()).copied(), "{}", article.place());
        }
        self.archive = archive;
    }

    fn picture(&self) -> Picture {
        picture(&self.archive, self.problems.clone())
    }
}

/// Loads as the reading room does: what the cache recalls first, then what the files say.
fn in_room(desk: &Desk) -> View {
    let (mut shelf, mut view) = (desk.shelf(), View::default());
    if let Some(renewal) = shelf.recall() {
        view.renew(renewal);
    }
    view.load(&mut shelf, &desk.gazetteer);
    shelf.keep().unwrap();
    view
}

#[test]
fn an_unchanged_archive_reads_alike_from_the_cache() {
    let desk = Desk::filled();
    let truth = desk.truth();
    assert!(truth.articles.iter().any(|article| article.contains("Furniture")), "something repeats");
    assert_eq!(truth.problems.len(), 2);
    assert_eq!(desk.load(), truth, "cold");
    let kept = desk.kept();
    assert_eq!(desk.load(), truth, "warm");
    let mut shelf = desk.shelf();
    let mut view = View::default();
    view.renew(shelf.recall().expect("something is kept"));
    assert_eq!(view.picture(), truth, "recalled without a look at the files");
    fs::remove_file(kept).unwrap();
    view.load(&mut shelf, &desk.gazetteer);
    assert_eq!((view.picture(), view.changes), (truth, Some(Changes::default())), "deleted while it is used");
}

#[test]
fn what_changed_is_told_and_nothing_else_is_read() {
    let mut desk = Desk::filled();
    desk.load();
    desk.write("a00.txt", article(77).as_bytes());
    desk.write("aa.txt", article(78).as_bytes());
    desk.write("e.txt", article(79).as_bytes());
    fs::remove_file(desk.archive().join("a05.txt")).unwrap();
    let view = in_room(&desk);
    assert_eq!(view.changes, Some(Changes { new: 2, changed: 1, gone: 1 }));
    assert_eq!(view.picture(), desk.truth());
    let mut shelf = desk.shelf();
    let mut files = 0;
    let _archive = load_shelf(&mut shelf, &desk.gazetteer, &mut |progress| files = files.max(progress.files));
    assert_eq!(files, 0, "the change was kept");
}

#[test]
fn a_file_changed_within_the_grain_of_the_clock_is_read_again() {
    let desk = Desk::new();
    let path = desk.archive().join("a.txt");
    fs::write(&path, "Le premier état.").unwrap();
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    desk.load();
    fs::write(&path, "Un autre  état.").unwrap();
    File::options().append(true).open(&path).unwrap().set_modified(time).unwrap();
    assert_eq!(desk.load(), desk.truth());
}

#[test]
fn what_is_read_again_in_vain_leaves_the_cache_as_it_is() {
    let mut desk = Desk::filled();
    fs::write(desk.archive().join("now.txt"), article(5)).unwrap();
    desk.load();
    let truth = desk.truth();
    // Its time is too new to be relied on, so that it is read again.
    let (mut shelf, mut view) = (desk.shelf(), View::default());
    view.renew(shelf.recall().unwrap());
    let shown = view.archive.segments().to_vec();
    view.load(&mut shelf, &desk.gazetteer);
    assert_eq!((view.picture(), view.changes), (truth, Some(Changes::default())));
    assert!(view.archive.segments().iter().zip(&shown).all(|(now, before)| Arc::ptr_eq(now, before)));
    desk.write("z.txt", article(6).as_bytes());
    view.load(&mut shelf, &desk.gazetteer);
    let text = |segment: &Segment| segment.text().as_ptr();
    assert_eq!(text(&view.archive.segments()[0]), text(&shown[0]), "what is mapped stays mapped");
}

#[test]
fn a_cache_of_another_version_or_other_options_is_not_used() {
    let desk = Desk::filled();
    desk.load();
    let other = Cache { key: CacheKey::new(&Options::default(), true, "hide = [\"iraq\"]"), ..desk.cache() };
    assert!(other.recall(&[desk.archive()]).is_none());
    assert!(desk.cache().recall(&[desk.archive()]).is_some());
    assert!(desk.cache().recall(&[desk.home.path().to_owned()]).is_none(), "another archive");
}

/// Families and stories as a process finds them, with or without what is kept.
fn groups(desk: &Desk, corrected: bool, kept: bool) -> String {
    let mut opened = desk.shelf();
    let (mut archive, ..) = load_shelf(&mut opened, &desk.gazetteer, &mut |_| ());
    opened.keep().unwrap();
    if corrected {
        let date = PublicationDate::On(PartialDate::parse("1999-01-02").unwrap());
        let segment = archive.segments()[0].corrected(|article| {
            let mut other = article.unpack();
            other.published.date = date;
            article.path().ends_with("a05.txt").then(|| Corrected::Restated(Box::new(other)))
        });
        archive.lay_over(0, segment.map(Arc::new));
    }
    let mut index = Index::new(&archive);
    index.keep_groups(opened.kept_groups().filter(|_| kept));
    format!("{:?} {:?}", index.families(), index.stories())
}

#[test]
fn families_and_stories_are_kept_for_one_state_of_the_archive() {
    let mut desk = Desk::filled();
    let sentence = |at: u32| format!("Le témoin {at} a vu la crue du fleuve numéro {} passer. ", at * at);
    let report = (0..60).map(sentence).collect::<Vec<_>>().concat();
    for name in ["x.txt", "y.txt"] {
        desk.write(name, format!("La crue de mars vue par {name}\n\n{report}\n").as_bytes());
    }
    let file = || desk.kept().with_extension("groups");
    let truth = groups(&desk, false, false);
    assert!(truth.contains("Copy"), "{truth}");
    assert_eq!(groups(&desk, false, true), truth);
    let kept = fs::read(file()).unwrap();
    let stamp = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
    let written = stamp(&file());
    assert_eq!((groups(&desk, false, true), stamp(&file())), (truth.clone(), written), "recalled, not written again");
    // Damaged anywhere, it is not believed.
    for at in (0..kept.len()).step_by(kept.len() / 40) {
        let mut bytes = kept.clone();
        bytes[at] ^= 0x10;
        fs::write(file(), &bytes).unwrap();
        assert_eq!(groups(&desk, false, true), truth, "byte {at}");
        fs::write(file(), &kept[..at]).unwrap();
        assert_eq!(groups(&desk, false, true), truth, "cut at {at}");
    }
    // What the reader corrects is another state, and so is a changed file.
    assert_eq!(groups(&desk, true, true), groups(&desk, true, false));
    assert_eq!(groups(&desk, false, true), truth);
    desk.write("y.txt", b"Autre chose\n\nRien de la crue.\n");
    let changed = groups(&desk, false, false);
    assert_ne!(changed, truth);
    assert_eq!(groups(&desk, false, true), changed);
    let entries = desk.cache().entries().unwrap();
    desk.cache().forget(&entries[0]).unwrap();
    assert!(!entries[0].path.with_extension("groups").exists(), "it goes with its archive");
}

#[test]
fn foreign_files_in_its_place_are_replaced() {
    let desk = Desk::filled();
    let truth = desk.load();
    let kept = desk.kept();
    for foreign in [&b""[..], b"LISEUSE\n", &[0; 64], &[0xff; 5000]] {
        fs::write(&kept, foreign).unwrap();
        assert_eq!(in_room(&desk).picture(), truth);
        assert!(fs::metadata(&kept).unwrap().len() > 5000, "written anew");
    }
}

#[test]
fn a_cache_that_cannot_be_written_is_told_and_changes_nothing() {
    let desk = Desk::filled();
    fs::write(desk.home.path().join("cache"), "a file where the folder should be").unwrap();
    let mut shelf = desk.shelf();
    let (archive, _, problems) = load_shelf(&mut shelf, &desk.gazetteer, &mut |_| ());
    assert_eq!(picture(&archive, problems), desk.truth());
    assert!(shelf.keep().unwrap_err().to_string().starts_with("cannot use the cache in"));
    assert!(shelf.keep().is_ok(), "told once");
}

#[test]
fn a_cut_cache_is_noticed_wherever_it_is_cut() {
    let desk = Desk::filled();
    let truth = desk.load();
    let kept = desk.kept();
    let whole = fs::read(&kept).unwrap();
    for size in (0..whole.len()).step_by(whole.len() / 150).chain([whole.len() - 1]) {
        fs::write(&kept, &whole[..size]).unwrap();
        assert!(desk.cache().recall(&[desk.archive()]).is_none(), "cut to {size}");
        if size % 7 == 0 {
            assert_eq!(desk.load(), truth, "cut to {size}");
        }
    }
}

#[test]
fn a_flipped_bit_is_noticed_wherever_it_is() {
    let desk = Desk::filled();
    let truth = desk.load();
    let kept = desk.kept();
    let whole = fs::read(&kept).unwrap();
    for at in (0..whole.len()).step_by(whole.len() / 200 + 1) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1 << (at % 8);
        // Renamed into place, as a mapped file must be.
        let beside = kept.with_extension("damaged");
        fs::write(&beside, &damaged).unwrap();
        fs::rename(&beside, &kept).unwrap();
        let picture = if at % 2 == 0 { desk.load() } else { in_room(&desk).picture() };
        assert_eq!(picture, truth, "byte {at} of {}", whole.len());
    }
}

#[test]
fn what_was_used_least_lately_goes_when_the_cache_is_full() {
    let desk = Desk::filled();
    desk.load();
    let size = fs::metadata(desk.kept()).unwrap().len();
    let other = Desk::filled();
    let cache = |most| Cache { folder: desk.cache().folder, max_size: most, ..other.cache() };
    let keep = |most| {
        let mut shelf = ArchiveLoader::new(other.origin(), Options::default(), Some(cache(most)));
        let _archive = load_shelf(&mut shelf, &other.gazetteer, &mut |_| ());
        shelf.keep().unwrap();
        cache(most).entries().unwrap().len()
    };
    assert_eq!(keep(size / 2), 1, "what is larger than all that is allowed is not kept");
    assert_eq!(keep(size * 3), 2);
    assert!(other.cache().entries().unwrap().is_empty());
    fs::remove_file(other.archive().join("d.txt")).unwrap();
    assert_eq!(keep(size + size / 2), 1, "the older one goes");
    assert!(cache(size).recall(&[other.archive()]).is_some());
}

#[derive(Clone, Debug)]
enum Edit {
    Write(usize, usize),
    Remove(usize),
    Lines(usize, Vec<usize>),
    /// Leaves the time as it is, like an editor.
    Now(usize, usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        (0..30usize, 0..40usize).prop_map(|(file, text)| Edit::Write(file, text)),
        (0..30usize).prop_map(Edit::Remove),
        (0..3usize, prop::collection::vec(0..40usize, 0..9)).prop_map(|(file, lines)| Edit::Lines(file, lines)),
        (0..30usize, 0..40usize).prop_map(|(file, text)| Edit::Now(file, text)),
    ];
    prop::collection::vec(edit, 0..8)
}

fn perform(desk: &mut Desk, edit: &Edit) {
    match edit {
        Edit::Write(file, text) => desk.write(&format!("f{file:02}.txt"), article(*text).as_bytes()),
        Edit::Now(file, text) => fs::write(desk.archive().join(format!("f{file:02}.txt")), article(*text)).unwrap(),
        Edit::Remove(file) => {
            let _was_there = fs::remove_file(desk.archive().join(format!("f{file:02}.txt")));
        }
        Edit::Lines(file, lines) => {
            let line = |at: &usize| if *at == 0 { "{".into() } else { serde_json::json!({"text": article(*at)}).to_string() };
            let text: Vec<String> = lines.iter().map(line).collect();
            desk.write(&format!("g{file}.jsonl"), text.join("\n").as_bytes());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_edits_give_what_a_loading_without_cache_gives(rounds in prop::collection::vec(edits(), 1..5)) {
        let mut desk = Desk::new();
        for at in 0..22 {
            desk.write(&format!("f{at:02}.txt"), article(at).as_bytes());
        }
        // One that is open all the time and rescans, beside those that open the cache anew.
        let (mut shelf, mut open) = (ArchiveLoader::new(desk.origin(), Options::default(), None), View::default());
        open.load(&mut shelf, &desk.gazetteer);
        prop_assert_eq!(desk.load(), desk.truth());
        for round in rounds {
            for edit in &round {
                perform(&mut desk, edit);
            }
            let truth = desk.truth();
            prop_assert_eq!(&in_room(&desk).picture(), &truth);
            prop_assert_eq!(&desk.load(), &truth);
            open.load(&mut shelf, &desk.gazetteer);
            prop_assert_eq!(&open.picture(), &truth);
        }
    }
}

/// Stopped half-way, a loading goes on where it was when it is asked again.
#[test]
fn a_stopped_loading_can_be_gone_on_with() {
    let desk = Desk::filled();
    let (mut shelf, mut view) = (desk.shelf(), View::default());
    shelf.load(&desk.gazetteer, &mut |step| {
        if !view.archive.is_empty() {
            return ControlFlow::Break(());
        }
        view.take(step);
        ControlFlow::Continue(())
    });
    assert!(!view.archive.is_empty() && view.archive.len() < desk.truth().articles.len());
    assert!(Path::new(&desk.cache().folder).metadata().is_err(), "half an archive is not kept");
    view.load(&mut shelf, &desk.gazetteer);
    assert_eq!(view.picture(), desk.truth());
}

/// A step at which a loading is stopped is not taken; whichever it is, nothing of the archive is missing once it is gone on with.
#[test]
fn a_loading_that_is_stopped_at_any_step_can_be_gone_on_with() {
    let mut desk = Desk::filled();
    let truth = desk.truth();
    let shelf = |desk: &Desk| ArchiveLoader::new(desk.origin(), Options::default(), None);
    let stopped = |steps: &usize| {
        let (mut shelf, mut view) = (shelf(&desk), View::default());
        let stopped = view.load_until(*steps, &mut shelf, &desk.gazetteer);
        view.load(&mut shelf, &desk.gazetteer);
        assert_eq!(view.picture(), truth, "stopped at step {steps}");
        stopped
    };
    let last = (0..1000).take_while(stopped).last();
    assert!(last >= Some(3), "the walk, articles, what repeats: {last:?}");

    let mut open: Vec<_> = (0..9).map(|_| (shelf(&desk), View::default())).collect();
    for (shelf, view) in &mut open {
        view.load(shelf, &desk.gazetteer);
    }
    desk.write("a00.txt", article(77).as_bytes());
    desk.write("e.txt", article(79).as_bytes());
    fs::remove_file(desk.archive().join("a05.txt")).unwrap();
    let truth = desk.truth();
    let mut rescans = 0;
    for (steps, (shelf, view)) in open.iter_mut().enumerate() {
        rescans += usize::from(view.load_until(steps, shelf, &desk.gazetteer));
        view.load(shelf, &desk.gazetteer);
        assert_eq!(view.picture(), truth, "a rescan stopped at step {steps}");
    }
    assert!((2..9).contains(&rescans), "{rescans}");
}

#[test]
fn the_sample_is_whole_wherever_its_loading_was_stopped() {
    let gazetteer = Gazetteer::builtin();
    let (archive, problems) = load_all(&Origin::Sample, &Options::default(), &gazetteer);
    let truth = picture(&archive, problems);
    for steps in 0..3 {
        let (mut shelf, mut view) = (ArchiveLoader::new(Origin::Sample, Options::default(), None), View::default());
        view.load_until(steps, &mut shelf, &gazetteer);
        view.load(&mut shelf, &gazetteer);
        assert_eq!(view.picture(), truth, "stopped at step {steps}");
    }
}

/// What was copied is the archive's own: whoever cuts the file, or writes into it, changes nothing of what is open.
#[test]
fn a_small_cache_that_is_cut_while_it_is_open_is_read_as_it_was() {
    let desk = Desk::filled();
    let truth = desk.load();
    let mut shelf = ArchiveLoader::new(desk.origin(), Options::default(), Some(Cache { copied: Cache::COPIED, ..desk.cache() }));
    let mut view = View::default();
    view.renew(shelf.recall().expect("something is kept"));
    File::options().write(true).open(desk.kept()).unwrap().set_len(100).unwrap();
    assert_eq!(view.picture(), truth);
    view.load(&mut shelf, &desk.gazetteer);
    assert_eq!((view.picture(), view.changes), (truth, Some(Changes::default())));
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_the_cache_is_not_waited_for() {
    let desk = Desk::filled();
    let truth = desk.load();
    let kept = desk.kept();
    fs::remove_file(&kept).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&kept).status().unwrap().success());
    assert_eq!(desk.load(), truth);
    assert!(fs::metadata(&kept).unwrap().is_file(), "replaced");
}

/// A checksum tells damage, not who wrote a file.
#[cfg(unix)]
#[test]
fn a_cache_that_another_could_have_written_is_read_from_the_archive_and_made_anew() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    let desk = Desk::filled();
    let truth = desk.load();
    let kept = desk.kept();
    let opened = |desk: &Desk| {
        let number = fs::metadata(&kept).unwrap().ino();
        assert_eq!(desk.load(), truth);
        fs::metadata(&kept).unwrap().ino() == number
    };
    assert!(opened(&desk), "what is mine is taken as it is");
    for (path, mode) in [(kept.clone(), 0o666), (kept.parent().unwrap().to_owned(), 0o777)] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        assert!(!opened(&desk), "{} {mode:o}", path.display());
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o022, 0, "nobody else can write there any more");
        assert!(opened(&desk), "{} {mode:o}", path.display());
    }
}

/// However a folder is named, it is one archive with one cache file, and reads as if there were none.
#[cfg(unix)]
#[test]
fn a_folder_that_is_given_by_another_name_is_the_same_archive() {
    let mut desk = Desk::filled();
    // Without a year in its name, by which articles would be dated.
    desk.home = tempfile::Builder::new().prefix("press").rand_bytes(3).tempdir().unwrap();
    fs::create_dir(desk.archive()).unwrap();
    for at in 0..24 {
        desk.write(&format!("a{at:02}.txt"), article(at).as_bytes());
    }
    desk.write("b.bin", b"\x7fELF\0\0\0\0");
    desk.load();
    let (kept, link) = (fs::read(desk.kept()).unwrap(), desk.home.path().join("link"));
    std::os::unix::fs::symlink(desk.archive(), &link).unwrap();
    let load = |root: &Path, cache: Option<Cache>| {
        let mut shelf = ArchiveLoader::new(Origin::Paths(vec![root.to_owned()]), Options::default(), cache);
        let mut files = 0;
        let loaded = load_shelf(&mut shelf, &desk.gazetteer, &mut |progress| files = files.max(progress.files));
        shelf.keep().unwrap();
        (picture(&loaded.0, loaded.2), files)
    };
    assert_eq!(load(&link, Some(desk.cache())), (load(&link, None).0, 0), "nothing is read again");
    assert_eq!(fs::read(desk.kept()).unwrap(), kept, "nor written");
    // What is new is compared with what is kept: lines repeat in the same folder, whatever it is called.
    fs::write(desk.archive().join("new.txt"), article(30)).unwrap();
    assert_eq!(load(&link, Some(desk.cache())).0, load(&link, None).0);
    assert_eq!(load(&desk.archive(), Some(desk.cache())).0, desk.truth());
    desk.kept();
}

#[cfg(unix)]
#[test]
fn a_folder_named_by_a_year_is_kept_apart_from_the_same_one_by_a_shorter_name() {
    let desk = Desk::new();
    let (year, link) = (desk.archive().join("2020/05"), desk.archive().join("may"));
    fs::create_dir_all(&year).unwrap();
    std::os::unix::fs::symlink(&year, &link).unwrap();
    fs::write(year.join("a.txt"), "Un titre\n\nRien de neuf.\n").unwrap();
    for root in [&year, &link, &year] {
        let load = |cache| {
            let mut shelf = ArchiveLoader::new(Origin::Paths(vec![root.clone()]), Options::default(), cache);
            let (archive, _, problems) = load_shelf(&mut shelf, &desk.gazetteer, &mut |_| ());
            shelf.keep().unwrap();
            picture(&archive, problems)
        };
        assert_eq!(load(Some(desk.cache())), load(None), "{}", root.display());
    }
}
