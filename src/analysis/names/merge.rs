//! Merging: names that are one actor brought together: spellings, middle names left out, short forms, abbreviations.
//!
//! Called by `aggregate` with what an archive shows. Romanisations are told by `actors::romanisation`; the rules by which two names are
//! one are in the rooms below: what is glued to a name (`glue`), abbreviations, short forms, and the names of the gazetteer (`known`).

mod abbreviation;
mod articled;
mod draft;
mod fuller;
mod given;
mod glue;
mod groups;
mod known;
mod listing;
mod plurals;
mod shorts;
mod surnames;
mod together;

use std::sync::Arc;

use crate::analysis::names::classify::{is_company_by_initials, verdict};
use crate::analysis::names::couples::false_names;
use crate::analysis::names::index::Discovery;
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::merge::abbreviation::{is_short_for, is_turned};
use crate::analysis::names::merge::draft::{JoinedName, JoinedNames, person};
use crate::analysis::names::merge::given::{are_man_and_woman, is_land_of};
use crate::analysis::names::merge::glue::{Glue, is_form};
use crate::analysis::names::merge::groups::{initials, kind_by_letters, may_lack, numbers_of, words_of_group};
use crate::analysis::names::merge::known::Known;
use crate::analysis::names::merge::listing::note_spellings;
use crate::analysis::names::merge::shorts::{Short, Singles, is_word_of_language};
use crate::analysis::names::part::{Part, parts, parts_that_tell};
use crate::analysis::names::person_name::{PersonName, without_generation};
use crate::analysis::names::statistics::{Tallies, Tally};
use crate::analysis::names::words::{NumberSet, Numbered};
use crate::analysis::romanisation::{key, margin};
use crate::model::actor::{ActorKind, ActorTable};
use crate::model::candidate::Feature;
use crate::model::segment::Segment;
use crate::text::fold::fold;

/// Names with one romanised key that are compared: so many sound alike by chance that a text could be made of them.
const NEAR: usize = 32;

/// The actors among the names of `tallies`, counted over `segments`; `table` are those of the gazetteer.
#[must_use]
pub(crate) fn merge(tallies: &Tallies, table: &ActorTable, segments: &[Arc<Segment>]) -> Discovery {
    let mut order: Vec<&Tally> = tallies.names.iter().collect();
    order.sort_by_key(|tally| tally.rank());
    let unreal = false_names(&order);
    order.retain(|tally| !unreal.contains(&tally.name));
    let known = Known::new(table);
    let (several, singles): (Vec<&Tally>, Vec<&Tally>) = order.iter().copied().partition(|tally| is_of_several(&tally.spelling));
    let glue = Glue::new(&order, tallies.articles);
    let (mut drafts, mut doubtful, mut glued) = (JoinedNames::of(&known, tallies), Vec::new(), Vec::new());
    let mut companies = NumberSet::default();
    for tally in several {
        if let Some(rest) = glue.rest(tally) {
            glued.push((tally.name, rest));
            companies.extend(Glue::is_company(tally).then_some(rest));
            continue;
        }
        match verdict(tally, tallies.articles) {
            Some(kind) => drafts.take(tally, Some(kind), &known),
            None if tally.sign(Feature::Inside) == 0 => doubtful.push(tally),
            None => {}
        }
    }
    // What stands at the head of sentences alone is no name by itself, and may be one that is known.
    for tally in doubtful {
        drafts.take(tally, None, &known);
    }
    drafts.link(tallies, &known);
    drafts.join_initials(&order, &known);
    let things = things_by_letters(tallies);
    let by_word = Singles::new(&singles);
    drafts.tell_persons(&by_word);
    drafts.tell_companies(&by_word);
    drafts.join_persons(segments, &known);
    drafts.tell_forms(&companies);
    let mut shorts: Vec<(u32, Short)> = drafts.join_surnames(&known);
    drafts.index(&known);
    for tally in singles {
        if drafts.full.contains_key(&tally.name) || things.contains(&tally.name) {
            continue;
        }
        if let Some(at) = drafts.institution_of(tally, &known) {
            drafts.give(at, tally);
            continue;
        }
        match drafts.party(tally, &known).or_else(|| drafts.short(tally)) {
            Some(short) => shorts.push((tally.name, short)),
            None => {
                if let Some(kind) = verdict(tally, tallies.articles) {
                    let company = kind == 0 && companies.contains(&tally.name);
                    let kind = if company { number(ActorKind::Organisation) } else { kind };
                    drafts.take(tally, Some(kind), &known);
                }
            }
        }
    }
    drafts.join_turned();
    drafts.join_plurals();
    drafts.join_articled(&known);
    drafts.join_together(segments, &known);
    let mut discovery = drafts.finish(&shorts, &glued, table);
    note_spellings(&mut discovery, &order, table.len());
    discovery
}

/// The abbreviations of what is no actor, by the brackets in which they stand behind it: `Gross Tamrite Product (GTP)`. One that often says something is one.
fn things_by_letters(tallies: &Tallies) -> NumberSet {
    let by_name: Numbered<&Tally> = tallies.names.iter().map(|tally| (tally.name, tally)).collect();
    let is_thing = |(short, long): &&(u32, u32)| {
        by_name.get(short).zip(by_name.get(long)).is_some_and(|(short, long)| {
            let other = parts(&long.spelling).last().is_some_and(|last| last.class.is(Tells::Other) && last.class.head() == 0);
            let silent = short.sign(Feature::Says) * 8 <= short.articles;
            other && silent && is_short_for(&short.spelling, &long.spelling) && verdict(long, tallies.articles).is_none()
        })
    };
    tallies.links.iter().filter(is_thing).map(|(short, _)| *short).collect()
}

/// The number of a name without the legal form at its end, when several words are left.
fn base_of(words: &[Part<'_>]) -> Option<u32> {
    let forms = words.iter().rev().take_while(|word| is_form(word)).count();
    let kept: Vec<u32> = words.iter().take(words.len() - forms).map(|word| word.hash).collect();
    (kept.len() > 1).then(|| NameLexicon::get().name(&kept))
}

/// Whether a name has several words that tell; a surname with its particles (`Bin Varn`, `Van der Tavel`) is one word.
fn is_of_several(spelling: &str) -> bool {
    let words = parts_that_tell(spelling);
    words.len() > 1
        && !words.split_last().is_some_and(|(_, particles)| particles.iter().all(|word| word.class.is(Tells::Particle)))
}

impl<'a> JoinedNames<'a> {
    /// The joined names of the actors of the gazetteer that the archive names.
    fn of(known: &Known<'_>, tallies: &Tallies) -> Self {
        let mut drafts = Self::default();
        let mut named: Vec<(u16, u32)> = tallies.known.iter().map(|(ix, articles)| (*ix, *articles)).collect();
        named.sort_unstable_by_key(|(ix, articles)| (std::cmp::Reverse(*articles), *ix));
        for (ix, articles) in named {
            let at = drafts.all.len();
            drafts.all.push(JoinedName { tallies: Vec::new(), kind: known.kind(ix), articles, known: Some(ix) });
            drafts.known.insert(ix, at);
            for spelling in known.spellings(ix).filter(|_| known.kind(ix) == person()) {
                drafts.note_ends(at, &parts_that_tell(spelling));
            }
            for words in known.spellings(ix).filter_map(|spelling| words_of_group(&parts_that_tell(spelling))) {
                drafts.groups.entry(words).or_insert(at);
            }
        }
        drafts
    }

    /// The party or state of the list that a name of one word is short for: no other actor where nothing beside it tells whose it is.
    fn party(&mut self, tally: &Tally, known: &Known<'_>) -> Option<Short> {
        let ix = known.party(tally.name)?;
        Some(Short { bearers: vec![self.of_known(ix, known)], alone: false })
    }

    /// The draft of an actor of the gazetteer.
    fn of_known(&mut self, ix: u16, known: &Known<'_>) -> usize {
        *self.known.entry(ix).or_insert_with(|| {
            self.all.push(JoinedName { tallies: Vec::new(), kind: known.kind(ix), articles: 0, known: Some(ix) });
            self.all.len() - 1
        })
    }

    /// Adds an actor of a kind of which nothing is known yet.
    fn added(&mut self, kind: u8) -> usize {
        self.all.push(JoinedName { tallies: Vec::new(), kind, articles: 0, known: None });
        self.all.len() - 1
    }

    /// Takes a name in: to the actor whose spelling it is, or as a new one of this kind, when there is one.
    fn take(&mut self, tally: &'a Tally, told: Option<u8>, known: &Known<'_>) {
        let words = parts_that_tell(&tally.spelling);
        let kind = told.unwrap_or_default();
        let romanised = key(&tally.spelling);
        let numbers = numbers_of(&tally.spelling);
        let of_group = words_of_group(&words).filter(|_| kind != person());
        let base = base_of(&words);
        let of_list = if words.len() > 1 { known.find(&tally.spelling) } else { None };
        let at = of_list
            .map(|ix| self.of_known(ix, known))
            .or_else(|| self.alike(tally, romanised.as_deref()).filter(|_| NameLexicon::get().place(tally.name).is_none()))
            .or_else(|| self.groups.get(of_group.as_ref()?).copied())
            .or_else(|| self.bases.get(&base?).copied())
            .or_else(|| self.middle(&words).filter(|_| kind == person() || kind == 0))
            .or_else(|| self.part((tally.name, tally.articles), &numbers, &words).filter(|_| told.is_some()))
            .or_else(|| self.surnamed(&numbers, &words).filter(|_| kind == person() || told == Some(0)))
            .or_else(|| told.map(|kind| self.added(kind)));
        let Some(at) = at else { return };
        if let Some(draft) = self.all.get_mut(at) {
            draft.tallies.push(tally);
            draft.articles += tally.articles;
            draft.kind = if draft.kind == 0 { kind } else { draft.kind };
            // `Tamra Varn` is nobody where there is a `J.P. Tamra Varn`.
            if draft.known.is_none() && draft.kind == person() && draft.tallies.iter().any(|tally| is_company_by_initials(tally))
            {
                draft.kind = 0;
            }
            // `E.F. Tamra` is nobody where there is an `E.F. Tamra Group`.
            if base.is_some_and(|base| base != tally.name) && draft.known.is_none() && draft.kind == person() {
                draft.kind = number(ActorKind::Organisation);
            }
        }
        if let Some(base) = base.filter(|base| kind != person() || *base != tally.name) {
            self.bases.entry(base).or_insert(at);
        }
        self.full.insert(tally.name, at);
        if let Some(near) = romanised.map(|key| self.keys.entry(key).or_default()).filter(|near| !near.contains(&at)) {
            near.push(at);
        }
        if kind == person() || kind == 0 {
            self.note_ends(at, &words);
        }
        // `Paris-Michael` is one name.
        let apart = words.get(1).is_some_and(|second| !second.joined);
        // `Le Tamra Libéré` is `Le Tamra` too.
        let titled = words.first().is_some_and(|first| first.class.is(Tells::Determiner) && first.is_written());
        let headed = kind > 0 && words.first().is_some_and(|first| first.class.head() > 0);
        // `Karim Doss Jr.` may be the son.
        let heads = apart && without_generation(&words).1.is_none() && (kind == person() || headed || titled && kind != person());
        // `Conseil de tamrité de la FLT` is `Conseil de tamrité` too.
        let link = |at: usize| words.get(at).is_some_and(|word| word.class.is(Tells::Link));
        // `Association des tamristes et vorlandais` is `Association des tamristes`.
        let plain = |at: usize| words.get(at).is_some_and(|word| !word.is_written());
        let until = if headed && link(1) && (link(3) || plain(1) && plain(2) && plain(3)) { 3 } else { 2 };
        if let Some(head) = numbers.get(..until).filter(|_| heads && words.len() > until) {
            self.heads.entry(NameLexicon::get().name(head)).or_insert(at);
        }
        // `Egyptian Interior Ministry`, `US Coast Guard`: what is left is short for it.
        let lacking = if kind == person() { 0 } else { may_lack(&words) };
        if let Some(tail) = numbers.get(lacking..).filter(|tail| lacking > 0 && tail.len() > 1 && told.is_some()) {
            self.tails.entry(NameLexicon::get().name(tail)).or_insert(at);
        }
        if let Some(words) = of_group {
            self.groups.entry(words).or_insert(at);
        }
    }

    /// The draft with a name that is written with the same sounds.
    fn alike(&self, tally: &Tally, key: Option<&str>) -> Option<usize> {
        /// A word by itself has so many letters before its sound tells anything: `Nic` is not `NYC`.
        const LETTERS: usize = 5;
        if !tally.spelling.contains([' ', '-']) && tally.spelling.chars().count() < LETTERS {
            return None;
        }
        // A word of the language is none that sounds like it (`Change`, `Shanghai`), and towns that sound much alike are many.
        let single = !tally.spelling.contains([' ', '-']);
        let word_of_language = single && is_word_of_language(tally);
        let same = |at: &&usize| {
            let draft = self.all.get(**at);
            let exact = word_of_language || single && draft.is_some_and(|draft| draft.kind == number(ActorKind::Place));
            let first = draft.and_then(|draft| draft.tallies.first());
            first.is_some_and(|known| {
                (!exact || margin(&known.spelling, &tally.spelling) == Some(0))
                    && !are_man_and_woman(&known.spelling, &tally.spelling)
                    && !is_land_of(&known.spelling, &tally.spelling)
                    && margin(&known.spelling, &tally.spelling).is_some()
            })
        };
        self.keys.get(key?)?.iter().take(NEAR).find(same).copied()
    }

    fn note_ends(&mut self, at: usize, words: &[Part<'_>]) {
        let Some(name) = PersonName::of(words).filter(|name| !name.is_fuller()) else { return };
        let known = self.ends.entry((name.given, name.surname)).or_default();
        if known.len() < NEAR && !known.iter().any(|(other, known)| *other == at && *known == name) {
            known.push((at, name));
        }
    }

    /// The draft of the same first and last name, unless the two have other names between them: `George W. Bush` is `George Bush`,
    /// and is not `George H. W. Bush`.
    fn middle(&self, words: &[Part<'_>]) -> Option<usize> {
        let name = PersonName::of(words).filter(|name| !name.is_fuller())?;
        let near = self.ends.get(&(name.given, name.surname))?;
        let differs = |at: usize| near.iter().any(|(other, known)| *other == at && known.differs(&name));
        near.iter().map(|(at, _)| *at).find(|at| !differs(*at))
    }

    /// The actor whose name is a part of this one, or the other way round: `Juan Miguel` for `Juan Miguel Gonzalez`; `Coast Guard` for
    /// `US Coast Guard`.
    fn part(&self, (name, articles): (u32, u32), numbers: &[u32], words: &[Part<'_>]) -> Option<usize> {
        if let Some(at) = self.tails.get(&name) {
            return Some(*at);
        }
        let telling = words.iter().filter(|word| !word.class.is(Tells::Link)).count();
        if words.len() == 2 || telling == 2 && words.first().is_some_and(|first| first.class.head() > 0) {
            return self.heads.get(&NameLexicon::get().name(numbers)).copied();
        }
        // `Conseil de tamrité de la FLT`, where `Conseil de tamrité` is not much more often named; `Comité national pour la tamrité`.
        let tells = |at: usize, tells: Tells| words.get(at).is_some_and(|word| !word.is_written() && word.class.is(tells));
        let plain = |at: usize| words.get(at).is_some_and(|word| !word.is_written());
        let whole = match () {
            () if tells(1, Tells::Link) && (tells(3, Tells::Link) || plain(2) && plain(3)) => 3,
            () if !tells(1, Tells::Link) && tells(2, Tells::Function) => 2,
            () => 0,
        };
        if words.first().is_some_and(|first| first.class.head() > 0) && whole > 0 {
            let short = numbers.get(..whole).and_then(|short| self.full.get(&NameLexicon::get().name(short)).copied());
            return short
                .filter(|at| self.all.get(*at).is_some_and(|draft| draft.known.is_none() && draft.articles <= articles * 2));
        }
        // What the name is of that is before: `United Nations Security Council`.
        let of = numbers.get(..2).is_some_and(|of| numbers.len() > 3 && self.full.contains_key(&NameLexicon::get().name(of)));
        let lacking = if of { 2 } else { may_lack(words) };
        let tail = NameLexicon::get().name(numbers.get(lacking..).filter(|tail| lacking > 0 && tail.len() > 1)?);
        // One alone: `Libyan Coast Guard` is not the one that `US Coast Guard` was taken for.
        let own = |at: &usize| !self.tails.contains_key(&tail) && self.all.get(*at).is_some_and(|draft| draft.kind != person());
        self.full.get(&tail).copied().filter(own)
    }

    /// The actor who is called as this person without the surname, where an article of French makes two words of it: `La Tamra`.
    fn surnamed(&self, numbers: &[u32], words: &[Part<'_>]) -> Option<usize> {
        let ([article, _, _], Some(called)) = (words, numbers.get(..2)) else { return None };
        let at = self.full.get(&NameLexicon::get().name(called)).copied().filter(|_| article.class.is(Tells::Determiner))?;
        self.all.get(at).filter(|draft| draft.kind == person() || draft.kind == 0).map(|_| at)
    }

    /// Joins abbreviations to the names behind which they stand in brackets, when their letters are of it.
    fn link(&mut self, tallies: &'a Tallies, known: &Known<'_>) {
        let by_name: Numbered<&Tally> = tallies.names.iter().map(|tally| (tally.name, tally)).collect();
        // The long name that most articles have goes first: what one of them writes otherwise is not what the letters stand for.
        let listed = |long: u32| {
            let at = known.named(long).and_then(|(ix, _)| self.known.get(&ix).copied());
            at.and_then(|at| self.all.get(at)).map_or(0, |draft| draft.articles)
        };
        let articles = |long: u32| by_name.get(&long).map_or_else(|| listed(long), |tally| tally.articles);
        let mut links = tallies.links.clone();
        links.sort_by_cached_key(|(_, long)| std::cmp::Reverse(articles(*long)));
        for (short, long) in &links {
            let Some(tally) = by_name.get(short).filter(|_| !self.full.contains_key(short)) else { continue };
            let listed = known
                .named(*long)
                .filter(|(_, spelling)| is_short_for(&tally.spelling, spelling) || is_turned(&tally.spelling, spelling));
            let at = match (self.full.get(long).copied(), listed) {
                (Some(at), _) => at,
                (None, Some((ix, _))) => self.of_known(ix, known),
                (None, None) => continue,
            };
            let Some(draft) = self.all.get_mut(at) else { continue };
            let of = |long: &&Tally| is_short_for(&tally.spelling, &long.spelling) || is_turned(&tally.spelling, &long.spelling);
            let fits = listed.is_some() || draft.tallies.iter().any(of);
            let titled = draft.tallies.iter().any(|tally| tally.sign(Feature::Title) > 0);
            // `Jeanne Doe (FLT)` tells of which party she is.
            let borne = draft.kind == person()
                && (titled
                    || listed.is_none()
                        && !draft
                            .tallies
                            .iter()
                            .any(|long| initials(&long.spelling).is_some_and(|letters| letters == fold(&tally.spelling))));
            if fits && !borne {
                draft.tallies.push(tally);
                draft.articles = draft.articles.max(tally.articles);
                let acts = |tally: &&Tally| tally.sign(Feature::Says) > 0 || tally.sign(Feature::Acts) > 0;
                if draft.kind == 0 && draft.tallies.iter().any(acts) || draft.kind == person() {
                    draft.kind = kind_by_letters(draft);
                }
                self.full.insert(*short, at);
            }
        }
    }
}
