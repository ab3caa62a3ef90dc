use ulid::Ulid;

use super::Notes;
use crate::model::anchor::Anchor;
use crate::model::annotation::{ArticleKey, Target};
use crate::model::property::{Property, typed};
use crate::notes::action::{Action, EventKey, FieldChange, NoteSubject, Reversal};
use crate::notes::anchoring::whole::with_text;
use crate::notes::undo::Step;

/// Undoing or redoing.
type Reversing = fn(&mut Notes) -> Option<Action>;

fn article(sha256: &str, path: &str, title: &str) -> ArticleKey {
    ArticleKey { sha256: sha256.into(), path: path.into(), url: String::new(), title: title.into(), ..ArticleKey::default() }
}

fn passage(words: &str) -> Property {
    let anchor = Anchor { exact: words.into(), ..Anchor::default() };
    Property::Target(Box::new(Target::Passage { article: article("a1", "press/a.md", "Un titre").into(), anchor }))
}

fn highlight(notes: &mut Notes, words: &str) -> (Ulid, Action) {
    let id = notes.new_id();
    let change = FieldChange::new(NoteSubject::Annotation(id), [passage(words), Property::Color(Some("claim".into()))]);
    (id, notes.record(vec![change]).unwrap())
}

fn set(notes: &mut Notes, id: Ulid, field: Property) -> Action {
    notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), [field])]).unwrap()
}

fn colors(notes: &Notes) -> Vec<Option<String>> {
    notes.annotations().map(|annotation| annotation.color).collect()
}

/// The state after all `actions`, in this order.
fn fold<'a>(actions: impl IntoIterator<Item = &'a Action>) -> Notes {
    let mut notes = Notes::new("laptop", 9);
    actions.into_iter().for_each(|action| notes.apply(action));
    notes
}

#[test]
fn the_order_of_actions_does_not_matter_and_the_last_one_wins_each_field() {
    let (mut laptop, mut desk) = (Notes::new("laptop", 1), Notes::new("desk", 2));
    laptop.set_clock(1000);
    desk.set_clock(2000);
    let (id, made) = highlight(&mut laptop, "les mots");
    desk.apply(&made);
    let noted = set(&mut laptop, id, Property::Note("mine".into()));
    let doubted = set(&mut desk, id, Property::Color(Some("doubt".into())));
    let actions = [&made, &noted, &doubted];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
        let all: Vec<_> = fold(order.into_iter().chain(order).map(|at| actions[at])).annotations().collect();
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].color.as_deref(), all[0].note.as_str(), all[0].modified), (Some("doubt"), "mine", 2000));
    }
}

#[test]
fn a_deletion_holds_for_the_note_it_was_made_over_and_for_no_other() {
    let (mut laptop, mut desk) = (Notes::new("laptop", 1), Notes::new("desk", 2));
    let (id, made) = highlight(&mut laptop, "les mots");
    desk.apply(&made);
    // Written before the deletion and after it by the clocks, and unseen in both.
    for (deleted, written) in [(1000, 2000), (4000, 3000)] {
        laptop.set_clock(deleted);
        desk.set_clock(written);
        let gone = set(&mut laptop, id, Property::Deleted(true));
        assert!(laptop.annotation(id).is_none() && laptop.is_deleted(id));
        let note = set(&mut desk, id, Property::Note(format!("written at {written}").into()));
        laptop.apply(&note);
        desk.apply(&gone);
        assert_eq!(laptop.annotation(id).unwrap().note, format!("written at {written}"));
        assert_eq!((&laptop, laptop.is_deleted(id)), (&desk, false));
        assert_eq!(fold([&made, &gone, &note]), fold([&note, &made, &gone]));
        // Seen, it goes, and comes back with an undo.
        laptop.set_clock(5000);
        let again = set(&mut laptop, id, Property::Deleted(true));
        desk.apply(&again);
        assert!(laptop.annotation(id).is_none() && desk.annotation(id).is_none());
        let back = laptop.undo().unwrap();
        desk.apply(&back);
        assert!(laptop.annotation(id).is_some() && desk.annotation(id).is_some());
    }
}

#[test]
fn a_draft_goes_with_its_note_unless_it_was_written_behind_the_deletion() {
    let mut notes = Notes::new("laptop", 1);
    let (id, _) = highlight(&mut notes, "les mots");
    set(&mut notes, id, Property::Draft(Some("une no".into())));
    set(&mut notes, id, Property::Deleted(true));
    assert_eq!(notes.drafts().count(), 0);
    set(&mut notes, id, Property::Draft(Some("une note".into())));
    assert_eq!(notes.drafts().next().unwrap().text, "une note");
}

#[test]
fn undo_and_redo_go_back_and_forth_after_a_restart_too() {
    let mut notes = Notes::new("laptop", 1);
    let (id, made) = highlight(&mut notes, "les mots");
    let mut journal = vec![made, set(&mut notes, id, Property::Color(Some("doubt".into())))];
    let steps: [(Reversing, &[&str]); 5] = [
        (Notes::undo, &["claim"]),
        (Notes::undo, &[]),
        (Notes::redo, &["claim"]),
        (Notes::redo, &["doubt"]),
        (Notes::undo, &["claim"]),
    ];
    for (step, left) in steps {
        let mut restarted = fold(&journal);
        journal.push(step(&mut restarted).unwrap());
        assert_eq!(colors(&restarted), left.iter().map(|color| Some((*color).to_owned())).collect::<Vec<_>>());
    }
    let mut restarted = fold(&journal);
    journal.push(set(&mut restarted, id, Property::Note("new".into())));
    assert_eq!(fold(&journal).redo(), None, "a new action ends what could be done again");
}

#[test]
fn what_another_device_did_is_not_undone_here() {
    let mut desk = Notes::new("desk", 2);
    let (_, made) = highlight(&mut desk, "les mots");
    assert_eq!(fold([&made]).undo(), None);
}

#[test]
fn what_was_done_in_another_archive_is_not_undone_in_this_one() {
    let mut notes = Notes::new("laptop", 1);
    notes.open_archive("sarelle", vec!["/sarelle".into()]);
    let (_, here) = highlight(&mut notes, "un");
    notes.open_archive("kelmouth", vec!["/kelmouth".into()]);
    let (_, there) = highlight(&mut notes, "deux");
    notes.open_archive("sarelle", vec!["/sarelle".into()]);
    let reversed = |action: Option<Action>| action.and_then(|action| action.reverses).map(Reversal::of);
    assert_eq!(reversed(notes.undo()), Some(here.id));
    assert_eq!(notes.undo(), None, "what was done in the other is no longer at hand");
    notes.open_archive("kelmouth", vec!["/kelmouth".into()]);
    assert_eq!(notes.redo(), None, "nor is what was undone in the first");
    assert_eq!(reversed(notes.undo()), Some(there.id));
    notes.open_archive("both", vec!["/sarelle".into(), "/kelmouth".into()]);
    assert!(notes.redo().is_some() && notes.redo().is_some(), "an archive of both folders has both");
    assert_eq!(notes.annotations().count(), 2);
}

#[test]
fn several_changes_are_one_action() {
    let mut notes = Notes::new("laptop", 1);
    let (one, other) = (highlight(&mut notes, "un").0, highlight(&mut notes, "deux").0);
    let delete = |id| FieldChange::new(NoteSubject::Annotation(id), [Property::Deleted(true)]);
    notes.record(vec![delete(one), delete(other)]);
    assert_eq!(notes.annotations().count(), 0);
    notes.undo();
    assert_eq!(notes.annotations().count(), 2);
}

#[test]
fn an_open_note_is_a_draft_until_it_is_written() {
    let mut notes = Notes::new("laptop", 1);
    let id = notes.new_id();
    notes.record(vec![FieldChange::new(
        NoteSubject::Annotation(id),
        [passage("les mots"), Property::Draft(Some("une no".into()))],
    )]);
    assert_eq!((notes.annotations().count(), notes.drafts().next().unwrap().text), (0, "une no".to_owned()));
    notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Note("une note".into()), Property::Draft(None)])]);
    assert_eq!((notes.annotations().count(), notes.drafts().count()), (1, 0));
}

#[test]
fn the_first_draft_of_a_note_cannot_be_undone_away() {
    let draft = |text: &str| vec![passage("les mots"), Property::Draft(Some(text.into()))];
    let mut notes = Notes::new("laptop", 1);
    let (other, _) = highlight(&mut notes, "avant");
    let id = notes.new_id();
    let drafted = notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), draft("une no"))]).unwrap();
    let mut old = drafted.clone();
    // As journals of earlier versions have it.
    old.changes[0].was = std::iter::once(Property::Deleted(true)).collect();
    for drafted in [drafted, old] {
        let mut notes = fold([&drafted]);
        assert_eq!(notes.undo(), None);
        set(&mut notes, id, Property::Note("une note".into()));
        notes.undo();
        assert_eq!((notes.annotations().count(), notes.undo()), (0, None));
        notes.redo();
        assert_eq!(notes.annotation(id).unwrap().note, "une note");
    }
    notes.undo();
    assert!(notes.annotation(other).is_none() && notes.drafts().next().unwrap().text == "une no");
}

#[test]
fn what_another_device_wrote_since_contests_an_undo() {
    let mut laptop = Notes::new("laptop", 1);
    let (id, made) = highlight(&mut laptop, "les mots");
    let colored = set(&mut laptop, id, Property::Color(Some("doubt".into())));
    let mut desk = Notes::new("desk", 2);
    for action in [&made, &colored] {
        desk.apply(action);
    }
    laptop.apply(&set(&mut desk, id, Property::Note("theirs".into())));
    assert_eq!(laptop.contest(Step::Undo), None, "another field");
    laptop.undo();
    let contest = laptop.contest(Step::Undo).unwrap();
    assert_eq!(contest.theirs, [Property::Note("theirs".into())], "what was made would go with their note");
    let left = laptop.yield_to_others(Step::Undo).unwrap();
    assert_eq!(laptop.annotation(id).unwrap().note, "theirs");
    assert_eq!((laptop.contest(Step::Undo), laptop.undo()), (None, None), "it is not asked about again");
    assert!(fold([&made, &colored, &left]).annotation(id).is_some());
    let mut again = Notes::new("laptop", 3);
    for action in [&made, &colored] {
        again.apply(action);
    }
    again.apply(&set(&mut desk, id, Property::Color(Some("quote".into()))));
    assert_eq!(again.contest(Step::Undo).unwrap().theirs, [Property::Color(Some("quote".into()))]);
    again.undo();
    assert_eq!(again.annotation(id).unwrap().color.as_deref(), Some("claim"), "when asked to, all the same");
}

#[test]
fn notes_are_dated_by_the_clock_of_their_device_however_far_another_is_ahead() {
    const NOW: u64 = 1_600_000_000_000;
    let mut desk = Notes::new("desk", 2);
    desk.set_clock(4_102_444_800_000);
    let (_, ahead) = highlight(&mut desk, "2100");
    let mut laptop = Notes::new("laptop", 1);
    laptop.set_clock(NOW);
    laptop.apply(&ahead);
    let (id, made) = highlight(&mut laptop, "les mots");
    assert!(made.id > ahead.id, "the order is kept");
    laptop.set_clock(NOW + 1);
    set(&mut laptop, id, Property::Note("plus tard".into()));
    let noted = laptop.annotation(id).unwrap();
    assert_eq!((noted.created, noted.modified), (NOW, NOW + 1));
    assert!(laptop.clock_ahead().unwrap().contains("desk"));
}

#[test]
fn an_article_is_known_again_when_it_was_moved_or_edited() {
    let text = "Le communiqué a été publié mercredi à Bagdad. Le ministre a répondu le lendemain que rien n'était décidé encore.";
    let mut notes = Notes::new("laptop", 1);
    let first = with_text(article("a1", "press/a.md", "Un titre"), text);
    let fields = [Property::Read(true), Property::Published(Some("2020-05".into()))];
    notes.record(vec![FieldChange::new(NoteSubject::Article(first), fields)]);
    let known = |notes: &Notes, key: &ArticleKey| notes.article(key).all().collect::<Vec<_>>();
    let said = [Property::Published(Some("2020-05".into())), Property::Read(true)];
    assert_eq!(known(&notes, &article("a1", "moved/b.md", "Un titre")), said);
    let edited = with_text(article("b2", "press/a.md", "Un titre"), &text.replace("le lendemain", "ce jeudi"));
    assert_eq!(known(&notes, &edited), said);
    notes.record(vec![FieldChange::new(NoteSubject::Article(edited.clone()), [Property::Read(false)])]);
    assert!(!notes.article(&edited).is(typed::Read));
    assert_eq!(known(&notes, &article("c3", "press/a.md", "Autre chose")), []);
    let overwritten =
        "Les négociations sur le gaz ont repris hier à Vienne entre les deux délégations, sans que rien n'ait été dit.";
    assert_eq!(known(&notes, &with_text(article("c3", "press/a.md", "Un titre"), overwritten)), [], "another text of that name");
}

#[test]
fn events_and_days_are_pinned_and_hidden() {
    let mut notes = Notes::new("laptop", 1);
    let event = EventKey { article: article("a1", "a.md", "Un titre"), sentence: "Il est parti le 3 mai.".into() };
    notes.record(vec![FieldChange::new(NoteSubject::Event(event.clone()), [Property::Pinned(true)])]);
    notes.record(vec![FieldChange::new(NoteSubject::Day("2020-05-03".into()), [Property::Hidden(true)])]);
    let moved = EventKey { article: article("a1", "b.md", "Un titre"), ..event };
    assert!(notes.event(&moved).pinned && notes.day("2020-05-03").hidden && !notes.day("2020-05-04").hidden);
}

#[test]
fn a_newer_schema_is_read_and_nothing_is_changed_any_more() {
    let mut notes = Notes::new("laptop", 1);
    let (id, made) = highlight(&mut notes, "les mots");
    let line = serde_json::to_string(&made).unwrap().replace("\"schema\":1", "\"schema\":2,\"mood\":1");
    notes = fold([&serde_json::from_str(&line.replace("\"color\":", "\"weight\":3,\"color\":")).unwrap()]);
    assert_eq!(notes.annotations().count(), 1);
    assert!(notes.sealed().unwrap().contains("schema 2"));
    assert_eq!(notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Note("no".into())])]), None);
}

#[test]
fn what_a_newer_version_wrote_elsewhere_is_read_only_and_nothing_else_is() {
    let mut desk = Notes::new("desk", 1);
    let (id, made) = highlight(&mut desk, "les mots");
    let newer = Action { schema: 2, ..made };
    let mut notes = fold([&newer]);
    let note = |id| vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Note("no".into())])];
    assert!(notes.sealed().is_none() && notes.annotations().count() == 1);
    assert!(notes.locked(&NoteSubject::Annotation(id)).unwrap().contains("newer version"));
    assert_eq!(notes.record(note(id)), None);
    let (own, _) = highlight(&mut notes, "d'autres mots");
    assert!(notes.record(note(own)).is_some());
}

#[test]
fn a_field_that_is_not_known_comes_through_as_it_is() {
    let line = r#"{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","time":1,"device":"d","schema":1,"changes":[{"of":{"day":"2020-05-03"},"set":{"pinned":true,"weight":{"a":[1]},"hidden":"perhaps"}}]}"#;
    let action: Action = serde_json::from_str(line).unwrap();
    assert_eq!(serde_json::to_string(&action).unwrap(), line);
    assert!(fold([&action]).day("2020-05-03").pinned);
}

/// The actions of two devices that wrote one note side by side, and one more of the first.
fn written_side_by_side() -> (Ulid, Vec<Action>) {
    let mut laptop = Notes::new("laptop", 1);
    let (id, made) = highlight(&mut laptop, "les mots");
    let note = |notes: &mut Notes, text: &str| {
        notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Note(text.into())])]).unwrap()
    };
    let first = note(&mut laptop, "d'abord");
    let mut desk = Notes::new("desk", 2);
    for action in [&made, &first] {
        desk.apply(action);
    }
    let here = note(&mut laptop, "sur le portable");
    let again = note(&mut laptop, "sur le portable, mieux");
    desk.set_clock(5000);
    let there = note(&mut desk, "au bureau");
    (id, vec![made, first, here, again, there])
}

#[test]
fn a_note_that_two_devices_wrote_keeps_both_texts_in_whatever_order_they_come() {
    let (id, actions) = written_side_by_side();
    for first in 0..actions.len() {
        for step in [1, 2, 3, 4] {
            let mut notes = Notes::new("reader", 9);
            for at in 0..actions.len() {
                notes.apply(&actions[(first + at * step) % actions.len()]);
                notes.apply(&actions[(first + at * step) % actions.len()]);
            }
            let line = |notes: &mut Notes| {
                for action in &actions {
                    let line = crate::notes::journal::line::write(action);
                    notes.take_in(crate::notes::journal::line::tell(line.trim_end().as_bytes()).unwrap());
                }
            };
            let mut read = Notes::new("laptop", 9);
            line(&mut read);
            for notes in [&notes, &read] {
                assert_eq!(notes.annotation(id).unwrap().note, "au bureau");
                let others: Vec<String> = notes.other_texts(id).into_iter().map(|other| other.text).collect();
                assert_eq!((others, notes.written_twice()), (vec!["sur le portable, mieux".to_owned()], vec![id]));
            }
            assert!(read.other_texts(id)[0].is_here && !notes.other_texts(id)[0].is_here);
        }
    }
}

#[test]
fn texts_that_were_joined_or_chosen_between_are_not_asked_about_again() {
    let (id, actions) = written_side_by_side();
    let all = || fold(&actions);
    let mut joined = all();
    let note = |text: &str| FieldChange::new(NoteSubject::Annotation(id), [Property::Note(text.into())]);
    joined.record(vec![note("au bureau\n\nsur le portable, mieux")]);
    assert_eq!(joined.written_twice(), []);
    let mut chosen = all();
    let other = chosen.other_texts(id).remove(0);
    let settled = Property::Settled(vec![other.action.to_string()]);
    let action = chosen.record(vec![FieldChange::new(NoteSubject::Annotation(id), [settled])]).unwrap();
    assert_eq!((chosen.written_twice(), chosen.annotation(id).unwrap().note.as_str()), (vec![], "au bureau"));
    chosen.undo();
    assert_eq!(chosen.written_twice(), [id], "undoing asks again");
    let mut elsewhere = all();
    elsewhere.apply(&action);
    assert_eq!(elsewhere.written_twice(), [], "on every device");
    let mut alone = Notes::new("laptop", 1);
    let (id, _) = highlight(&mut alone, "les mots");
    for at in 0..50 {
        alone.record(vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Note(format!("{at}").into())])]);
        if at % 3 == 0 {
            alone.undo();
        }
    }
    assert_eq!(alone.written_twice(), [], "one person who changes their mind has seen it all");
}
