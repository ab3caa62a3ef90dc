//! The room in French: no word of ours is left in English on any screen, and nothing is cut off that English has room for.

use std::collections::BTreeSet;
use std::path::Path;

use liseuse::app::keys::command::{COMMANDS, Pane};
use liseuse::locale::Locale;
use liseuse::text::grapheme::width;
use polib::po_file;

use crate::keys::play;
use crate::room::Room;

fn in_french<T>(work: impl FnOnce() -> T) -> T {
    Locale::named("fr").unwrap().within(work)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
    parts.map(str::to_lowercase)
}

/// The words of our English texts that no French text of ours has, nor the archive, nor the names that are the same in every language.
fn english_words() -> BTreeSet<String> {
    let file = format!("{}/assets/locales/fr.po", env!("CARGO_MANIFEST_DIR"));
    let catalogue = po_file::parse(Path::new(&file)).unwrap();
    let (mut english, mut others) = (BTreeSet::new(), BTreeSet::new());
    for message in catalogue.messages().filter(|message| message.msgctxt() != Some("help")) {
        english.extend(words(message.msgid()));
        match message.msgstr() {
            Ok(text) => others.extend(words(text)),
            Err(_) => others.extend(message.msgstr_plural().unwrap().iter().flat_map(|text| words(text))),
        }
    }
    let room = Room::sample(80, 24);
    for (_, article) in room.state.archive.iter() {
        let facts =
            [article.title(), article.body(), article.source().unwrap_or_default(), &article.place().to_string()].join(" ");
        others.extend(words(&facts));
    }
    for (_, actor) in room.state.archive.actors().iter() {
        let spellings = actor.spellings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        others.extend(words(&[&*actor.name, &actor.description, &actor.source, &actor.id, &spellings].join(" ")));
    }
    others.extend(COMMANDS.iter().flat_map(|spec| words(spec.name)));
    // What lies over a pane may leave the end of « pour » to be seen beside it.
    // The colours of highlights are names of the configuration, and what the scenarios type is the reader's.
    others.extend(
        ["claim", "figure", "quote", "doubt", "todo", "here", "draft", "none", "nothing", "zoom", "time", "language", "our"]
            .map(ToOwned::to_owned),
    );
    english.retain(|word| !others.contains(word));
    english
}

#[test]
fn no_screen_has_an_english_word_of_ours() {
    let english = english_words();
    assert!(english.len() > 300, "{} words", english.len());
    let mut faults = BTreeSet::new();
    in_french(|| {
        play(&Room::sample, (120, 40), &mut |room, step| {
            let screen = room.screen();
            for row in screen.lines() {
                let found: Vec<String> = words(row).filter(|word| english.contains(word)).collect();
                if !found.is_empty() {
                    faults.insert(format!("{found:?} after {step} in {}", row.trim()));
                }
            }
        });
    });
    assert!(faults.is_empty(), "{} rows:\n{}", faults.len(), faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_message_is_cut_off_that_fits_in_english() {
    const COLS: u16 = 80;
    let messages = || {
        let mut told = Vec::new();
        play(&Room::sample, (COLS, 24), &mut |room, _| {
            told.push(room.state.status.as_ref().map(|status| status.text.clone()).unwrap_or_default());
        });
        told
    };
    let fits = |text: &str| width(text) < usize::from(COLS);
    let pairs = messages().into_iter().zip(in_french(messages));
    let cut: BTreeSet<String> = pairs.filter(|(ours, theirs)| fits(ours) && !fits(theirs)).map(|(_, theirs)| theirs).collect();
    assert!(cut.is_empty(), "{} messages:\n{}", cut.len(), cut.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn frames_tabs_and_columns_have_room_for_french() {
    in_french(|| {
        let wide = Room::sample(120, 40).screen();
        assert!(
            ["┌ Filtre ─", "┬ Lecture ─", "┬ Chronologie · mois", "├ Acteurs ─", "pour filtrer par mots"]
                .iter()
                .all(|words| wide.contains(words)),
            "{wide}"
        );
        let help = Room::sample(120, 40).press("?").screen();
        assert!(help.contains("┌ Aide ─") && !help.contains("┌ Help ─"), "{help}");
        let why = Room::sample(80, 24).press("4D").screen();
        assert!(why.contains("┌ Pourquoi cette date ─") && why.contains("Les 7 expressions de temps"), "{why}");
        let smallest = Room::sample(40, 12).screen();
        assert!(smallest.contains("1 Articles 2 Lecture 3 Chrono 4 Acteurs"), "{smallest}");
    });
}

#[test]
fn each_pane_is_in_french_on_a_narrow_screen() {
    in_french(|| {
        for (key, pane) in ["1", "2", "3", "4"].into_iter().zip(Pane::ALL) {
            let screen = Room::sample(80, 24).press(key).screen();
            assert!(screen.contains(pane.title()), "{screen}");
            assert!(screen.lines().last().unwrap().contains("aide"), "{screen}");
        }
    });
}
