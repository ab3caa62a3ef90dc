//! What the pages of one site agree on holds for those of them that do not show it by themselves: the outlet, the place of the headline
//! among the lines above the day, the place of the author's name.
//!
//! Nothing is taken over that is not the same on most pages that show it. Asked by the second look over an archive, with the sites of
//! `site_pages`.

use std::collections::HashMap;

use crate::ingest::rules::masthead::is_same;
use crate::ingest::rules::site_pages::{HeadLine, Looks, PageFacts, ReadAs, may_be_author};

/// Pages that show something, at least, that others are held to it.
const FEW: usize = 3;
/// Of those that show it, two of so many.
const MOST: (usize, usize) = (2, 3);
/// Pages of a site of which one has the name of its house beside the day, of so many.
const HOUSE_IN: usize = 3;
/// Bytes of a headline, of the shortest one, and of a lead; what is shorter than a headline may be the name of a section.
const TITLE: usize = 45;
const SHORTEST: usize = 25;
const LEAD: usize = 130;
/// Pages of a small site, on which two lines alike are the page's, and on larger ones three.
const SMALL: usize = 12;

/// What a page is told by the others of its site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// The outlet.
    pub(crate) outlet: Option<Box<str>>,
    /// The block that is the headline.
    pub(crate) headline: Option<usize>,
    /// The block that is the author's name, and that name.
    pub(crate) author: Option<(usize, Box<str>)>,
}

/// What the pages of one site are told by each other, those left out that learn nothing.
pub(crate) fn agreed(pages: &[&PageFacts]) -> Vec<(usize, Told)> {
    let shared = Shared::of(pages);
    let outlet = outlet(pages);
    let (headline, author) = (headline_rank(pages, &shared), author_place(pages));
    let told = |page: &PageFacts| Told {
        outlet: outlet.clone().filter(|outlet| page.outlet.as_ref() != Some(outlet)),
        headline: headline.and_then(|rank| headline_at(page, &shared, rank)),
        author: author.filter(|_| !page.is_signed).and_then(|place| author_at(page, &shared, place)),
    };
    let learns = |(_, told): &(usize, Told)| *told != Told::default();
    pages.iter().map(|page| told(page)).enumerate().filter(learns).collect()
}

/// The lines that several pages of a site have around their day.
struct Shared(HashMap<u64, usize>, usize);

impl Shared {
    fn of(pages: &[&PageFacts]) -> Self {
        let mut counts = HashMap::new();
        for page in pages {
            let mut keys: Vec<u64> = page.head.iter().map(|line| line.key).chain(page.top.iter().copied()).collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                *counts.entry(key).or_default() += 1;
            }
        }
        Self(counts, if pages.len() < SMALL { 2 } else { 3 })
    }

    fn holds(&self, line: &HeadLine) -> bool {
        self.0.get(&line.key).is_some_and(|count| *count >= self.1)
    }
}

/// The outlet that most pages name which name any; where few do, the name of a house that stands beside the day again and again.
fn outlet(pages: &[&PageFacts]) -> Option<Box<str>> {
    let named: Vec<&str> = pages.iter().filter_map(|page| page.outlet.as_deref()).collect();
    let beside = || most_of(pages.iter().filter_map(|page| page.label.as_deref()));
    let most = most_of(named.iter().copied()).filter(|(_, count)| is_most(*count, named.len()));
    let house = || beside().filter(|(_, count)| *count >= FEW && count * HOUSE_IN >= pages.len());
    most.or_else(|| if named.len() < FEW { house() } else { None }).map(|(name, _)| name.into())
}

/// The name that stands most often, in the spelling that does, and how often, whatever its spelling.
fn most_of<'a>(names: impl Iterator<Item = &'a str>) -> Option<(&'a str, usize)> {
    /// Spellings that are compared.
    const COMPARED: usize = 16;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by(|(a, one), (b, other)| other.cmp(one).then(a.cmp(b)));
    counts.truncate(COMPARED);
    let all = |name: &str| counts.iter().filter(|(known, _)| is_same(known, name)).map(|(_, count)| count).sum();
    counts.iter().map(|(name, _)| (*name, all(name))).rev().max_by_key(|(_, count)| *count)
}

fn is_most(count: usize, of: usize) -> bool {
    count >= FEW && count * MOST.1 >= of * MOST.0
}

/// The lines of a page that may be its headline or lead: its own, in one stretch nearest above the day.
fn stretch<'a>(page: &'a PageFacts, shared: &'a Shared) -> impl Iterator<Item = &'a HeadLine> {
    let above = page.head.iter().rev().filter(|line| line.from_day < 0);
    let mut lines: Vec<&HeadLine> = above
        .skip_while(|line| line.looks != Looks::Title || shared.holds(line))
        .take_while(|line| !shared.holds(line))
        .filter(|line| line.looks == Looks::Title)
        .collect();
    lines.reverse();
    lines.into_iter()
}

/// Which of those lines is the headline on most pages, counted from above.
fn headline_rank(pages: &[&PageFacts], shared: &Shared) -> Option<usize> {
    let ranks: Vec<usize> =
        pages.iter().filter_map(|page| stretch(page, shared).position(|line| line.read_as == ReadAs::Headline)).collect();
    let with_one = pages.iter().filter(|page| stretch(page, shared).next().is_some()).count();
    let count = |rank: usize| ranks.iter().filter(|other| **other == rank).count();
    ranks
        .iter()
        .copied()
        .max_by_key(|rank| (count(*rank), std::cmp::Reverse(*rank)))
        .filter(|rank| is_most(count(*rank), with_one))
}

/// The line of a page that is its headline by the place of it, where another was read as such: the lead right below it, or a line of a menu.
fn headline_at(page: &PageFacts, shared: &Shared, rank: usize) -> Option<usize> {
    let line = stretch(page, shared).nth(rank).filter(|line| line.read_as != ReadAs::Headline)?;
    let read = stretch(page, shared).enumerate().find(|(_, line)| line.read_as == ReadAs::Headline);
    let elsewhere = || page.head.iter().find(|line| line.read_as == ReadAs::Headline);
    let fits = match read {
        // What is short above a headline names a section.
        Some((at, read)) => at == rank + 1 && line.bytes <= LEAD && (line.bytes >= TITLE || read.bytes >= LEAD),
        // A headline of its own that does not look like one stays.
        None => line.bytes >= SHORTEST && elsewhere().is_none_or(|read| shared.holds(read)),
    };
    fits.then_some(line.at)
}

/// Where the author's name stands on most pages that have one, by lines from the day.
fn author_place(pages: &[&PageFacts]) -> Option<isize> {
    let author = |page: &&PageFacts| page.head.iter().find(|line| line.read_as == ReadAs::Author).map(|line| line.from_day);
    let places: Vec<isize> = pages.iter().filter_map(author).collect();
    let signed = pages.iter().filter(|page| page.is_signed).count();
    let count = |place: isize| places.iter().filter(|other| **other == place).count();
    places.iter().copied().max_by_key(|place| (count(*place), *place)).filter(|place| is_most(count(*place), signed))
}

/// The name that stands there on a page that names nobody; one that many pages have is a house's.
fn author_at(page: &PageFacts, shared: &Shared, place: isize) -> Option<(usize, Box<str>)> {
    let line = page.head.iter().find(|line| line.from_day == place && !shared.holds(line))?;
    let name = line.name.clone().filter(|name| may_be_author(name) && line.read_as == ReadAs::Other)?;
    Some((line.at, name))
}

#[cfg(test)]
mod tests;
