//! Anchors found again in texts that have changed in known ways. `docs/anchors.md` has the figures: print them with
//! `cargo test --test anchors -- --nocapture figures`.

#![cfg(test)]

#[path = "anchors/chance.rs"]
mod chance;
#[path = "anchors/change.rs"]
mod change;
#[path = "anchors/properties.rs"]
mod properties;
#[path = "anchors/register.rs"]
mod register;
#[path = "anchors/text.rs"]
mod text;
#[path = "anchors/whole.rs"]
mod whole;

use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::{Options, Origin, load_all};
use liseuse::model::anchor::AnchorState;
use liseuse::notes::anchoring::body::{Body, Reanchored};
use liseuse::notes::anchoring::plain::{Plain, is_same};
use liseuse::text::span::Span;

use crate::chance::Chance;
use crate::change::Change;
use crate::text::{Text, invented};

/// What came of the anchors under one kind of change.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// Passages of which at least half stands together.
    there: usize,
    /// Of those, found where they stand.
    right: usize,
    /// Said to stand where they do not, be they still there or not.
    wrong: usize,
    /// Passages of which less is left.
    gone: usize,
    /// Of those, not said to stand anywhere.
    let_go: usize,
    ambiguous: usize,
}

/// Where a passage is in a changed text.
struct Truth {
    /// The words of it that are left.
    words: Vec<Span>,
    /// From the first to the last of them, and of those that stand in the place of others.
    reach: Span,
    /// How much of it, of a hundred, is left and stands together.
    kept: usize,
}

impl Truth {
    fn of(original: &Text, changed: &Text, (first, after): (usize, usize)) -> Self {
        let spans = changed.spans();
        let is_of_it = |at: &usize| changed.0[*at].origin.is_some_and(|origin| (first..after).contains(&origin));
        let left: Vec<usize> = (0..changed.0.len()).filter(is_of_it).collect();
        let origins: Vec<usize> = left.iter().filter_map(|at| changed.0[*at].origin).collect();
        let same: Vec<usize> = left.iter().copied().filter(|at| !changed.0[*at].is_other).collect();
        let size =
            |words: &mut dyn Iterator<Item = usize>| words.map(|at| original.0[at].text.chars().count() + 1).sum::<usize>();
        let kept = size(&mut same.iter().filter_map(|at| changed.0[*at].origin)) * 100 / size(&mut (first..after));
        // Torn apart by a paragraph that moved, it has no one place.
        let ends = left.first().zip(left.last());
        let is_together = origins.is_sorted() && ends.map_or(0, |(first, last)| last - first) < (after - first) * 3 / 2 + 12;
        let reach = ends.map_or(Span::default(), |(first, last)| Span { start: spans[*first].start, end: spans[*last].end });
        Self { reach, words: same.iter().map(|at| spans[*at]).collect(), kept: if is_together { kept } else { 0 } }
    }

    fn is_gone(&self) -> bool {
        self.kept < 50
    }

    /// Whether `found` is the place: it holds at least half of what is left, and is no longer than by half.
    fn is(&self, found: Span, quoted: &str, body: &str) -> bool {
        let all: usize = self.words.iter().map(|word| word.len()).sum();
        let held: usize = self.words.iter().filter_map(|word| word.clip(found)).map(Span::len).sum();
        let len = |text: &str| Plain::of(text).symbols().len();
        let reach = len(self.reach.of(body));
        held > 0 && held * 2 >= all && len(found.of(body)) * 2 <= len(quoted).max(reach) * 3 + 12
    }
}

impl Tally {
    /// Counts what was found; whether it is wrong.
    fn add(&mut self, found: &Reanchored, truth: &Truth, quoted: &str, body: &str) -> bool {
        let is_right = found.span.is_some_and(|span| truth.is(span, quoted, body));
        // The same words somewhere else, when the passage is gone, are what was quoted; so is what is left of it.
        let is_of_it = |span: Span| is_same(span.of(body), quoted) || truth.words.iter().any(|word| word.overlaps(span));
        let is_wrong = found.span.is_some_and(|span| !(is_right || truth.is_gone() && is_of_it(span)));
        self.wrong += usize::from(is_wrong);
        self.ambiguous += usize::from(found.state == AnchorState::Ambiguous);
        if truth.is_gone() {
            self.gone += 1;
            self.let_go += usize::from(found.span.is_none());
        } else {
            self.there += 1;
            self.right += usize::from(is_right);
        }
        is_wrong
    }

    fn and(self, other: Self) -> Self {
        Self {
            there: self.there + other.there,
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            gone: self.gone + other.gone,
            let_go: self.let_go + other.let_go,
            ambiguous: self.ambiguous + other.ambiguous,
        }
    }
}

/// The built-in articles, and invented ones in which many sentences are alike.
fn texts() -> Vec<Text> {
    let (archive, _) = load_all(&Origin::Sample, &Options::default(), &Gazetteer::default());
    let samples = archive.iter().map(|(_, article)| article.body().to_owned());
    let invented = (0..5).map(|seed| invented(48, &mut Chance(seed)));
    samples.chain(invented).map(|body| Text::of(&body)).collect()
}

const CHANGES: [Change; 22] = [
    Change::Nothing,
    Change::Typos(5),
    Change::Typos(20),
    Change::Words(2),
    Change::Words(5),
    Change::Words(10),
    Change::Words(15),
    Change::Words(20),
    Change::Moved,
    Change::MovedWords(5),
    Change::MovedWords(10),
    Change::Furniture,
    Change::Typography,
    Change::Mojibake,
    Change::Latin,
    Change::Truncated(75),
    Change::Truncated(40),
    Change::Beheaded(60),
    Change::Twin,
    Change::OnlyTwin,
    Change::Removed,
    Change::Edition,
];

fn tally(change: Change, texts: &[Text]) -> Tally {
    const PASSAGES: usize = 40;
    let mut all = Tally::default();
    for (seed, text) in (1_u64..).zip(texts) {
        let dice = &mut Chance(seed * 1000);
        let is_planted = matches!(change, Change::Twin | Change::OnlyTwin | Change::Removed);
        let passages = if is_planted { apart(text) } else { text.passages(PASSAGES, dice) };
        let (body, spans) = (text.body(), text.spans());
        let changed = change.apply(text, &passages, dice);
        let now = changed.body();
        let (before, after) = (Body::new(&body), Body::new(&now));
        for (first, last) in passages {
            let anchor = before.anchor(Span { start: spans[first].start, end: spans[last - 1].end });
            let truth = Truth::of(text, &changed, (first, last));
            let found = after.find(&anchor);
            let is_wrong = all.add(&found, &truth, &anchor.exact, &now);
            if is_wrong {
                eprintln!("{change:?}: {anchor:?}\n  taken for {found:?}");
            }
        }
    }
    all
}

/// Every fifth sentence: passages that do not touch, to be doubled or taken out one by one.
fn apart(text: &Text) -> Vec<(usize, usize)> {
    text.sentences().into_iter().skip(1).step_by(5).filter(|(first, after)| after - first > 5).collect()
}

#[test]
fn figures() {
    let texts = texts();
    let mut edits = Tally::default();
    let mut all = Tally::default();
    println!(
        "| change | passages | still there | found | of a hundred | gone | let go | ambiguous | wrong |\n|---|---|---|---|---|---|---|---|---|"
    );
    for change in CHANGES {
        let tally = tally(change, &texts);
        let share = (tally.right * 1000).checked_div(tally.there).unwrap_or(1000);
        println!(
            "| {change:?} | {} | {} | {} | {}.{} | {} | {} | {} | {} |",
            tally.there + tally.gone,
            tally.there,
            tally.right,
            share / 10,
            share % 10,
            tally.gone,
            tally.let_go,
            tally.ambiguous,
            tally.wrong
        );
        if matches!(change, Change::Typos(_) | Change::Words(_)) {
            edits = edits.and(tally);
            assert!(tally.right * 100 >= tally.there * 95, "{change:?}: {tally:?}");
        }
        all = all.and(tally);
    }
    println!("{all:?}\n{edits:?}");
    assert_eq!(all.wrong, 0, "{all:?}");
    assert!(all.there + all.gone > 5000);
}
