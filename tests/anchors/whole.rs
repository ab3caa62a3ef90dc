//! Notes on whole articles, stars, read marks and corrected dates, when files were edited, overwritten, shuffled, split, joined, renamed
//! or reprinted: they come back to the right article, or to none.
//!
//! `cargo test --test anchors -- --nocapture whole` prints the figures of `docs/anchors.md`.

use std::sync::Arc;

use liseuse::model::annotation::{ArticleKey, Target};
use liseuse::model::archive::{Archive, ArticleIx};
use liseuse::model::article::{Article, Place};
use liseuse::model::property::{Property, typed};
use liseuse::notes::action::{FieldChange as Noting, NoteSubject};
use liseuse::notes::anchor_check::{ReviewItem, Subject, examine};
use liseuse::notes::anchoring::article_match::{Belonging, Register};
use liseuse::notes::anchoring::whole::with_text;
use liseuse::notes::state::Notes;

use crate::chance::Chance;
use crate::change::Change;
use crate::text::Text;

/// What happens to an archive of which each article has a star and a note.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    /// The texts are changed in their places.
    Edited(Change),
    /// One file of several articles: a line is put on top, and the texts are changed.
    Shifted(Change),
    /// The lines of such a file in another order, with typing errors.
    Shuffled,
    /// Each file was overwritten by another day's, under the same headline; two fifths of each page are the same every day.
    Overwritten,
    /// The same, and the former day's is kept elsewhere.
    Kept,
    /// Only another outlet's reprint is there, edited, under the same headline.
    Reprinted,
    /// The reprint stands beside the original, which was edited.
    Beside,
    /// Another ending, and the typography that comes with it.
    Converted,
    /// Each article is two by now.
    Split,
    /// Each so many are one, under the name of the first.
    Joined(usize),
    /// Other folders.
    Moved,
}

const FATES: [Fate; 17] = [
    Fate::Edited(Change::Nothing),
    Fate::Edited(Change::Typos(5)),
    Fate::Edited(Change::Words(5)),
    Fate::Edited(Change::Words(10)),
    Fate::Edited(Change::Words(20)),
    Fate::Edited(Change::Edition),
    Fate::Shifted(Change::Typos(2)),
    Fate::Shifted(Change::Words(20)),
    Fate::Shuffled,
    Fate::Overwritten,
    Fate::Kept,
    Fate::Reprinted,
    Fate::Beside,
    Fate::Converted,
    Fate::Split,
    Fate::Joined(2),
    Fate::Joined(4),
];

/// How many articles an archive has.
const ARTICLES: usize = 40;

/// An article now, and which of the former ones it is; `None` for none.
type Now = (Article, Option<usize>);

fn article(path: &str, item: Option<u32>, url: &str, title: &str, body: &str) -> Article {
    use sha2::{Digest as _, Sha256};
    Article {
        sha256: Sha256::digest(format!("{title}\n{body}")).into(),
        place: Place { path: path.into(), item, ..Place::default() },
        url: (!url.is_empty()).then(|| url.into()),
        title: title.into(),
        body: body.into(),
        ..Article::default()
    }
}

/// So many words, as often as words come in a language (G. K. Zipf, 1949): the rank of one is uniform in its logarithm.
fn prose(words: usize, chance: &mut Chance) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "cor", "di", "fé", "gan", "l'o", "mi", "nou", "pre", "qui", "ra", "ste", "tou", "ver", "â", "man"];
    let word = |chance: &mut Chance| {
        let rank = 1_usize << chance.below(13);
        let mut rank = rank + chance.below(rank);
        let mut word = String::new();
        while rank > 0 {
            word.push_str(SYLLABLES[rank % SYLLABLES.len()]);
            rank /= SYLLABLES.len();
        }
        word
    };
    let mut body = String::new();
    for at in 1..=words {
        body.push_str(&word(chance));
        body.push_str(if at % 80 == 0 {
            ".\n\n"
        } else if at % 16 == 0 {
            ". "
        } else {
            " "
        });
    }
    body.trim().to_owned()
}

/// What each page of a daily has in common with that of another day: two fifths of its words.
fn frame(chance: &mut Chance) -> (String, String) {
    (prose(80, chance), prose(80, chance))
}

fn changed(body: &str, edit: Change, chance: &mut Chance) -> String {
    edit.apply(&Text::of(body), &[], chance).body()
}

/// The articles as they were noted, and as they are now.
fn before_and_after(fate: Fate, seed: u64) -> (Vec<Article>, Vec<Now>) {
    let chance = &mut Chance(seed * 7919 + 1);
    let is_daily = matches!(fate, Fate::Overwritten | Fate::Kept);
    let is_of_one_file = matches!(fate, Fate::Shifted(_) | Fate::Shuffled);
    let (head, foot) = frame(chance);
    let bodies: Vec<String> = (0..ARTICLES)
        .map(|_| if is_daily { format!("{head}\n\n{}\n\n{foot}", prose(240, chance)) } else { prose(300, chance) })
        .collect();
    let title = |at: usize| if is_daily { "Revue de presse".to_owned() } else { format!("Titre numéro {at} du jour") };
    let path = |at: usize| if is_of_one_file { "press/all.jsonl".to_owned() } else { format!("press/{at}.md") };
    let item = |at: usize| is_of_one_file.then(|| u32::try_from(at + 1).unwrap());
    let then: Vec<Article> =
        bodies.iter().enumerate().map(|(at, body)| article(&path(at), item(at), "", &title(at), body)).collect();
    let mut now: Vec<Now> = Vec::new();
    for (at, body) in bodies.iter().enumerate() {
        let own = |body: &str| article(&path(at), item(at), "", &title(at), body);
        match fate {
            Fate::Edited(edit) => now.push((own(&changed(body, edit, chance)), Some(at))),
            Fate::Shifted(edit) => {
                now.push((article(&path(at), item(at + 1), "", &title(at), &changed(body, edit, chance)), Some(at)));
            }
            Fate::Shuffled => {
                let to = (at * 7 + 3) % ARTICLES;
                now.push((article(&path(at), item(to), "", &title(at), &changed(body, Change::Typos(2), chance)), Some(at)));
            }
            Fate::Overwritten => now.push((own(&format!("{head}\n\n{}\n\n{foot}", prose(240, chance))), None)),
            Fate::Kept => {
                now.push((own(&format!("{head}\n\n{}\n\n{foot}", prose(240, chance))), None));
                now.push((article(&format!("kept/{at}.md"), None, "", &title(at), body), Some(at)));
            }
            Fate::Reprinted => {
                now.push((
                    article(&format!("other/{at}.md"), None, "", &title(at), &changed(body, Change::Words(10), chance)),
                    None,
                ));
            }
            Fate::Beside => {
                now.push((
                    article(&format!("other/{at}.md"), None, "", &title(at), &changed(body, Change::Words(2), chance)),
                    None,
                ));
                now.push((own(&changed(body, Change::Words(10), chance)), Some(at)));
            }
            Fate::Converted => {
                let body = changed(body, Change::Typography, chance);
                now.push((article(&format!("press/{at}.txt"), None, "", &title(at), &body), Some(at)));
            }
            Fate::Split => {
                let half = body.char_indices().nth(body.chars().count() / 2).map_or(0, |(half, _)| half);
                let (head, rest) = body.split_at(half);
                now.push((own(head), Some(at)));
                now.push((article(&format!("press/{at}-2.md"), None, "", &title(at), rest), Some(at)));
            }
            Fate::Joined(many) if at % many == 0 => now.push((own(&bodies[at..at + many].join("\n\n")), Some(at))),
            Fate::Joined(_) => {}
            Fate::Moved => now.push((article(&format!("archive/{at}.md"), None, "", &title(at), body), Some(at))),
        }
    }
    (then, now)
}

#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    there: usize,
    right: usize,
    offered: usize,
    wrong: usize,
}

/// Whether the article that was at `at` is in `now`.
fn is_right(fate: Fate, now: &Now, at: usize) -> bool {
    // Those that were joined stand in the place of the first.
    now.1 == Some(if let Fate::Joined(many) = fate { at - at % many } else { at })
}

/// Whether the review list offers, for what was noted of an article, the place where it stands now.
fn is_offered(fate: Fate, (key, at): (&ArticleKey, usize), now: &[Now], archive: &Archive) -> bool {
    let item = ReviewItem::Facts(Arc::new(key.clone()));
    let subject = Subject { item, target: Target::Article { article: key.clone().into() }, is_missed: true };
    let examined = examine(&[subject], archive);
    let places = examined.findings.iter().flat_map(|finding| &finding.places);
    places.filter_map(|place| now.get(place.article.0 as usize)).any(|one| is_right(fate, one, at))
}

fn tally(fate: Fate, seed: u64) -> [Tally; 2] {
    let (then, now) = before_and_after(fate, seed);
    let keys: Vec<ArticleKey> = then.iter().map(|one| with_text(ArticleKey::of(one), &one.body)).collect();
    let mut archive = Archive::default();
    archive.append_articles(now.iter().map(|(article, _)| article.clone()));
    let (mut notes, mut stars) = (Tally::default(), Tally::default());
    for (at, belonging) in Register::of(&keys).look_up_whole(&archive).into_iter().enumerate() {
        let is_there = now.iter().any(|one| is_right(fate, one, at));
        notes.there += usize::from(is_there);
        match belonging {
            Belonging::To(ArticleIx(ix), _) if is_right(fate, &now[ix as usize], at) => notes.right += usize::from(is_there),
            Belonging::To(ix, reason) => {
                eprintln!("{fate:?}: the note on {at} went to {ix:?} by {reason:?}");
                notes.wrong += 1;
            }
            Belonging::Several(_) => notes.offered += 1,
            // What belongs nowhere by path, address or headline is looked for in all texts, and offered.
            Belonging::Nowhere => notes.offered += usize::from(is_offered(fate, (&keys[at], at), &now, &archive)),
        }
    }
    // One star at a time, so that each article that shows one can be asked whose it is.
    for (at, key) in keys.iter().enumerate().step_by(5) {
        let mut one = Notes::new("test", 1);
        one.record(vec![Noting::new(NoteSubject::Article(key.clone()), [Property::Starred(true)])]);
        let starred = now.iter().filter(|(article, _)| one.of_whole(ArticleKey::of(article), &article.body).is(typed::Starred));
        let starred: Vec<&Now> = starred.collect();
        let is_there = now.iter().any(|one| is_right(fate, one, at));
        stars.there += usize::from(is_there);
        stars.right += usize::from(is_there && starred.iter().any(|one| is_right(fate, one, at)));
        let wrong = starred.iter().filter(|one| !is_right(fate, one, at)).count();
        if wrong > 0 {
            eprintln!("{fate:?}: the star of {at} shows on {wrong} others");
        }
        stars.wrong += wrong;
    }
    [notes, stars]
}

#[test]
fn what_is_noted_of_whole_articles_comes_back_to_them_or_to_none() {
    println!(
        "| fate | notes | still there | right | offered | wrong | stars still there | right | wrong |\n|---|---|---|---|---|---|---|---|---|"
    );
    let mut all = [Tally::default(); 2];
    for fate in FATES.into_iter().chain([Fate::Moved]) {
        let mut sum = [Tally::default(); 2];
        for one in (1..=SEEDS).map(|seed| tally(fate, seed)) {
            for (sum, one) in sum.iter_mut().zip(one) {
                sum.there += one.there;
                sum.right += one.right;
                sum.offered += one.offered;
                sum.wrong += one.wrong;
            }
        }
        let [notes, stars] = sum;
        let count = ARTICLES * usize::try_from(SEEDS).unwrap();
        println!(
            "| {fate:?} | {count} | {} | {} | {} | {} | {} | {} | {} |",
            notes.there, notes.right, notes.offered, notes.wrong, stars.there, stars.right, stars.wrong
        );
        // Of articles that were joined, one keeps its name; the others are offered where they stand.
        let found = if matches!(fate, Fate::Joined(_)) { notes.right + notes.offered } else { notes.right };
        assert!(found * 100 >= notes.there * 95, "{fate:?}: {notes:?}");
        if !matches!(fate, Fate::Split | Fate::Joined(_)) {
            assert!(stars.right * 100 >= stars.there * 95, "{fate:?}: {stars:?}");
        }
        for (all, one) in all.iter_mut().zip(sum) {
            all.wrong += one.wrong;
            all.right += one.right;
        }
    }
    assert_eq!((all[0].wrong, all[1].wrong), (0, 0));
}

/// How many archives each fate meets.
const SEEDS: u64 = 15;
