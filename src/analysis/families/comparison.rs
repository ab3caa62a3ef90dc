//! The comparison of texts with the leaders they are like, in two steps: with the leaders before a few texts, which can be done for all of
//! them at once, and with those among them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::analysis::families::leaders::{Leaders, ShingleTally, SketchedText};
use crate::analysis::families::overlap::{ComparedText, Overlap};
use crate::analysis::families::sketch::Sketches;
use crate::analysis::families::verdict::{ComparedSide, are_copies, may_be_copies, strength};
use crate::analysis::families::words::Words;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::HeadlineOrigin;
use crate::model::date::{PartialDate, PublicationDate};
use crate::model::day;
use crate::model::segment::ArticleRef;

/// A leader with so many times the words of a text is indexed, and not the text: what a comparison takes goes by the shorter of the two.
const LONGER: u32 = 4;
/// Words of a leader from which on that is worth it.
const LONG: u32 = 4096;
/// Words of the long leaders that are held, since what is like one of them mostly is like the same.
const HELD: usize = 1 << 16;

/// The texts of an archive by rank, to be compared.
pub(super) struct LeaderComparison<'a> {
    archive: &'a Archive,
    sketches: &'a Sketches,
    /// The place of each text in the archive, by rank.
    order: &'a [u32],
    /// Long leaders that were compared last.
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    texts: HashMap<u32, Arc<ComparedText>>,
    words: usize,
}

/// Room that one thread compares in.
#[derive(Default)]
pub(super) struct Room {
    tally: ShingleTally,
    places: Vec<u16>,
    lines: Vec<u64>,
    own: ComparedText,
    /// The leader that is compared, unless it is held.
    other: ComparedText,
}

/// Rooms that are lent to threads and come back, since a new one takes longer than what is done in it.
#[derive(Default)]
pub(super) struct Rooms(Mutex<Vec<Room>>);

/// A room of [`Rooms`].
pub(super) struct LentRoom<'a> {
    /// The room.
    pub room: Room,
    rooms: &'a Rooms,
}

impl Rooms {
    /// One that nobody has.
    pub fn lend(&self) -> LentRoom<'_> {
        LentRoom { room: self.all().pop().unwrap_or_default(), rooms: self }
    }

    fn all(&self) -> MutexGuard<'_, Vec<Room>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for LentRoom<'_> {
    fn drop(&mut self) {
        self.rooms.all().push(std::mem::take(&mut self.room));
    }
}

/// From this share of a text on that stands in a leader, no other leader is looked for.
const SURE: f32 = 0.8;
/// Under this share a text is rather one of its own, if others are copies of it.
pub(super) const WEAK: f32 = 0.65;
/// Days that reports lie apart at most where less than the sure share of one stands in the other: the same frame serves for the next match, too.
const NEAR_DAYS: i32 = 3;

/// That a text is a copy of a leader.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tie {
    /// The leader, by its rank.
    pub leader: u32,
    /// How much of the text stands in it.
    pub strength: f32,
}

/// What came of comparing a text with the leaders before it: those that were looked at, each with how strongly the text is tied to it where it is a copy.
#[derive(Debug, Default)]
pub(super) struct Looked(Vec<(u32, Option<f32>)>);

impl Looked {
    /// What came of the leader at `rank`, if that was looked at.
    fn of(&self, rank: u32) -> Option<&(u32, Option<f32>)> {
        self.0.iter().find(|(leader, _)| *leader == rank)
    }

    /// The strongest tie, of equals the first.
    fn best(&self) -> Option<Tie> {
        let ties = self.0.iter().filter_map(|(leader, found)| Some(Tie { leader: *leader, strength: (*found)? }));
        ties.reduce(|best, tie| if tie.strength > best.strength { tie } else { best })
    }
}

impl<'a> LeaderComparison<'a> {
    /// The texts of `archive`, in `order`.
    pub fn new(archive: &'a Archive, sketches: &'a Sketches, order: &'a [u32]) -> Self {
        Self { archive, sketches, order, held: Mutex::default() }
    }

    /// The place in the archive of the text at `rank`.
    pub fn text(&self, rank: u32) -> u32 {
        self.order.get(rank as usize).copied().unwrap_or(u32::MAX)
    }

    /// The sketch of the text at `rank`.
    pub fn sketch(&self, rank: u32) -> &'a [u32] {
        self.sketches.get(self.text(rank) as usize)
    }

    fn likely(&self, rank: u32, leaders: &Leaders<'_>, room: &mut Room) -> Vec<u32> {
        let text = self.text(rank) as usize;
        let Room { tally, places, lines, .. } = room;
        let tells = self.sketches.lines_of(text, lines);
        let sketched =
            SketchedText { sketch: self.sketch(rank), lines: tells.then_some(&**lines), taken: self.sketches.taken(text) };
        leaders.likely(sketched, tally, |leader, shared| {
            let elsewhere = tells && self.sketches.stands_elsewhere(text, shared);
            !elsewhere && !self.sketches.cannot_be_copy(text, self.text(leader) as usize, places)
        })
    }

    /// Compares the text at `rank` with those of `leaders` that it is like.
    pub fn look(&self, rank: u32, leaders: &Leaders<'_>, room: &mut Room) -> Looked {
        let likely = self.likely(rank, leaders, room);
        self.looked(rank, &likely, &Looked::default(), room)
    }

    /// The leader that the text at `rank` is tied to most, when it was `looked` at while there were fewer `leaders`.
    pub fn settle(&self, rank: u32, looked: &Looked, leaders: &Leaders<'_>, room: &mut Room) -> Option<Tie> {
        if !leaders.have_changed(self.sketch(rank)) {
            return looked.best();
        }
        let likely = self.likely(rank, leaders, room);
        self.looked(rank, &likely, looked, room).best()
    }

    /// Looks at the `likely` leaders until the text at `rank` is surely a copy of one.
    fn looked(&self, rank: u32, likely: &[u32], before: &Looked, room: &mut Room) -> Looked {
        let (mut is_read, mut looked) = (false, Looked::default());
        for leader in likely {
            let mut compare = || {
                let (article, other) = (self.article(rank)?, self.article(*leader)?);
                if !std::mem::replace(&mut is_read, true) {
                    room.own.read(article);
                }
                self.tied(article, (other, *leader), room)
            };
            let found = match before.of(*leader) {
                Some((_, found)) => *found,
                None => compare(),
            };
            looked.0.push((*leader, found));
            if found.is_some_and(|strength| strength >= SURE) {
                break;
            }
        }
        looked
    }

    fn article(&self, rank: u32) -> Option<ArticleRef<'a>> {
        self.archive.get(ArticleIx(self.text(rank)))
    }

    /// How strongly an article, whose text is in `room`, is tied to the `leader` at `rank`; `None` when it is no copy of it.
    fn tied(&self, article: ArticleRef<'_>, (leader, rank): (ArticleRef<'_>, u32), room: &mut Room) -> Option<f32> {
        let Room { own, other, .. } = room;
        let is_common = |line| self.sketches.is_common(line);
        let shorter = side(article, &own.words);
        let length = self.sketches.words(self.text(rank) as usize);
        if !may_be_copies(shorter, (headline(leader), length as usize, print(leader)), &is_common) {
            return None;
        }
        let is_long = length >= LONG && length as usize >= own.words.hashes.len() * LONGER as usize;
        let held = is_long.then(|| self.held(leader, rank));
        let (other, overlap) = if let Some(held) = &held {
            (&**held, Overlap::of(held, own).turned())
        } else {
            other.read(leader);
            own.index();
            (&*other, Overlap::of(own, other))
        };
        let shorter = side(article, &own.words);
        let longer = side(leader, &other.words);
        let strength = strength(&overlap);
        let may_be_tied = strength >= SURE || !are_far_apart(article, leader);
        (may_be_tied && are_copies(shorter, longer, &overlap, &is_common)).then_some(strength)
    }

    /// The text of the `leader` at `rank`, indexed.
    fn held(&self, leader: ArticleRef<'_>, rank: u32) -> Arc<ComparedText> {
        let locked = || self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = locked().texts.get(&rank) {
            return Arc::clone(text);
        }
        let mut text = ComparedText::of(leader);
        text.index();
        let text = Arc::new(text);
        let mut held = locked();
        held.words += text.words.hashes.len();
        if held.words > HELD {
            (held.texts, held.words) = (HashMap::new(), text.words.hashes.len());
        }
        held.texts.insert(rank, Arc::clone(&text));
        text
    }
}

/// Whether both days of publication are known, and lie further apart than those of copies mostly do.
fn are_far_apart(one: ArticleRef<'_>, other: ArticleRef<'_>) -> bool {
    let days =
        |article: ArticleRef<'_>| article.date().known_days().map(|days| (day::number(days.first), day::number(days.last)));
    days(one).zip(days(other)).is_some_and(|((first, last), (start, end))| first > end + NEAR_DAYS || start > last + NEAR_DAYS)
}

/// The headline, where it is no part of the text.
fn headline(article: ArticleRef<'_>) -> Option<&str> {
    (article.headline() != HeadlineOrigin::FirstSentence).then(|| article.title())
}

/// The outlet and the day, where both are known.
fn print(article: ArticleRef<'_>) -> Option<(&str, PartialDate)> {
    match article.date() {
        PublicationDate::On(day) => article.source().map(|outlet| (outlet, day)),
        _ => None,
    }
}

/// An article and its words as one of two that are compared.
fn side<'a>(article: ArticleRef<'a>, words: &'a Words) -> ComparedSide<'a> {
    ComparedSide { words, headline: headline(article), print: print(article) }
}
