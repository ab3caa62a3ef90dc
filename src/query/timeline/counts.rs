//! Support: how many articles and outlets of a list tell a run of days, and how many come back to it later.
//!
//! One pass over the events of a list, on all cores. Single days lie in pages, so that an event costs no hashing.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use rayon::iter::ParallelIterator as _;
use rayon::slice::ParallelSlice as _;

use crate::analysis::events::salience::Support;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::Interval;
use crate::model::day;
use crate::model::segment::{ArticleRef, PackedEvent};
use crate::query::timeline::entry::Basis;

/// Days of a page.
const PAGE: usize = 512;
/// The number of the first day of the first page, before the first year.
const FIRST: i32 = -720_000;
/// Pages to behind the year 9999.
const PAGES: usize = 7_200;
/// The days within which an article reports; what it tells of earlier days it comes back to.
const FRESH_DAYS: i32 = 1;

/// What is counted of a run of days.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    articles: u32,
    later: u32,
    /// A bit for each outlet, by its hash: few outlets are counted exactly, and more than fifty are many.
    outlets: u64,
}

/// How widely each run of days is told in a list.
#[derive(Clone, Debug, Default)]
pub struct Supports {
    pages: Vec<Option<Box<[Count; PAGE]>>>,
    runs: HashMap<(i32, u32), Count>,
}

impl Supports {
    /// Counts the events of `rows`; nothing for publications.
    #[must_use]
    pub fn of(archive: &Archive, rows: &[ArticleIx], basis: Basis) -> Self {
        if basis == Basis::Published {
            return Self::default();
        }
        let hasher = RandomState::new();
        let outlet = |article: ArticleRef<'_>| article.source().map_or(0, |name| 1 << (hasher.hash_one(name) % 64));
        let count = |rows: &[ArticleIx]| {
            let mut supports = Self::default();
            for article in rows.iter().filter_map(|ix| archive.get(*ix)) {
                let outlet = outlet(article);
                let published = article.date().interval().map(|days| day::number(days.first));
                article.events().for_each(|event| supports.count(&event, published, outlet));
            }
            supports
        };
        // As many parts as there are threads: each has its own pages, which are added up.
        let part = rows.len().div_ceil(rayon::current_num_threads()).max(1024);
        rows.par_chunks(part).map(count).reduce(Self::default, Self::add)
    }

    fn count(&mut self, event: &PackedEvent, published: Option<i32>, outlet: u64) {
        let last = event.first.saturating_add_unsigned(event.days);
        let later = u32::from(published.is_some_and(|published| published > last.saturating_add(FRESH_DAYS)));
        let count = self.slot(event.first, event.days);
        *count = Count { articles: count.articles + 1, later: count.later + later, outlets: count.outlets | outlet };
    }

    fn slot(&mut self, first: i32, days: u32) -> &mut Count {
        let Some((page, at)) = place(first).filter(|_| days == 0) else { return self.runs.entry((first, days)).or_default() };
        if self.pages.is_empty() {
            self.pages.resize_with(PAGES, || None);
        }
        match self.pages.get_mut(page).map(|page| page.get_or_insert_with(|| Box::new([Count::default(); PAGE]))) {
            Some(page) => page.get_mut(at).unwrap_or_else(|| self.runs.entry((first, days)).or_default()),
            None => self.runs.entry((first, days)).or_default(),
        }
    }

    fn add(mut self, other: Self) -> Self {
        if self.pages.is_empty() {
            self.pages = other.pages;
        } else {
            for (page, more) in self.pages.iter_mut().zip(other.pages) {
                match (page.as_deref_mut(), more) {
                    (Some(page), Some(more)) => page.iter_mut().zip(*more).for_each(|(count, more)| count.add(more)),
                    (None, more) => *page = more,
                    (Some(_), None) => {}
                }
            }
        }
        other.runs.into_iter().for_each(|(run, more)| self.runs.entry(run).or_default().add(more));
        self
    }

    /// How widely `interval` is told.
    #[must_use]
    pub fn get(&self, interval: Interval) -> Support {
        let first = day::number(interval.first);
        self.of_days(first, day::number(interval.last).abs_diff(first))
    }

    /// How widely the day with the number `first` and the `days` behind it are told.
    #[must_use]
    pub fn of_days(&self, first: i32, days: u32) -> Support {
        let paged = place(first).filter(|_| days == 0).and_then(|(page, at)| self.pages.get(page)?.as_ref()?.get(at));
        let count = paged.or_else(|| self.runs.get(&(first, days))).copied().unwrap_or_default();
        Support { articles: count.articles, outlets: count.outlets.count_ones(), later: count.later }
    }
}

impl Count {
    fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.later += other.later;
        self.outlets |= other.outlets;
    }
}

/// The page of a day, and where on it.
fn place(day: i32) -> Option<(usize, usize)> {
    let at = usize::try_from(day.checked_sub(FIRST)?).ok()?;
    (at / PAGE < PAGES).then_some((at / PAGE, at % PAGE))
}
