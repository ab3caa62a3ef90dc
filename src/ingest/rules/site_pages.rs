//! Scraped pages of one site: what of a page tells whose it is, and which pages of an archive belong together.
//!
//! The menus of one site stand on all of its pages. A page is of the site with one of whose pages it shares the most lines of its own; few
//! lines of each are kept, so that a large archive takes little. What the pages of a site agree on is `site_agreement`'s.

use std::collections::HashMap;

use twox_hash::XxHash3_64;

use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::byline::{is_name, is_outlet};
use crate::ingest::rules::headline_words::{is_signature, titled};
use crate::ingest::rules::outlet::agency;
use crate::ingest::rules::phrases::PHRASES;
use crate::ingest::rules::signers::is_person;
use crate::ingest::rules::text_line::is_text;
use crate::model::article::{Article, Block, BlockKind, HeadlineOrigin};
use crate::model::date::Provenance;
use crate::model::segment::ArticleRef;
use crate::text::fold::fold;

/// Bytes of a line by which sites are told: shorter ones stand on pages of many, longer ones are of one article.
const LINE: std::ops::RangeInclusive<usize> = 12..=100;
/// Of such lines a page has at least so many, and so many are kept: those of the least keys, which are the same on all pages.
const FEW: usize = 8;
const KEPT: usize = 48;
/// Lines of one page that another has, too: at least so many, and one of so many of those that were kept.
const SHARED: usize = 6;
const ONE_IN: usize = 3;
/// Pages of different sites that a line may stand on and still tell any.
const SITES: usize = 24;
/// Lines above that of the day, and below it, in which a page says what it is about and who wrote it.
const ABOVE: usize = 14;
const BELOW: usize = 2;
/// Sentences above the day that are a lead.
const LEADS: usize = 2;
/// Lines of the top of a page.
const TOP: usize = 64;
/// Words of a name.
const NAME: std::ops::RangeInclusive<usize> = 2..=4;

/// What is kept of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageFacts {
    /// The lines by which its site is told.
    pub(crate) lines: Vec<u64>,
    /// The outlet that it names, if that is no agency.
    pub(crate) outlet: Option<Box<str>>,
    /// What stands beside its day and elsewhere on the page, too: it may be the name of its house.
    pub(crate) label: Option<Box<str>>,
    /// The short lines of its top, as keys.
    pub(crate) top: Vec<u64>,
    /// The lines around that of its day, in order.
    pub(crate) head: Vec<HeadLine>,
    /// Whether it names an author.
    pub(crate) is_signed: bool,
}

/// One line above or below that of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadLine {
    /// Its block.
    pub(crate) at: usize,
    /// Blocks from that of the day; above it they count backwards.
    pub(crate) from_day: isize,
    /// Its words as a key.
    pub(crate) key: u64,
    /// The bytes of them.
    pub(crate) bytes: usize,
    /// What it may be.
    pub(crate) looks: Looks,
    /// What it was read as.
    pub(crate) read_as: ReadAs,
    /// The name that it may be.
    pub(crate) name: Option<Box<str>>,
}

/// What a line may be by its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Looks {
    /// A headline, or a lead.
    Title,
    /// The name of a person, a house or a section.
    Name,
    /// Anything else.
    Other,
}

/// What a line was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadAs {
    /// The headline.
    Headline,
    /// The author's name and nothing else.
    Author,
    /// Anything else.
    Other,
}

impl PageFacts {
    /// What is kept of `article`; `None` where that is no page that was scraped as text.
    pub(crate) fn of(article: &Article) -> Option<Self> {
        let stated = |provenance: Provenance| matches!(provenance, Provenance::Metadata | Provenance::User);
        let has_fields = matches!(article.headline, HeadlineOrigin::Metadata | HeadlineOrigin::User)
            || stated(article.published.provenance)
            || [&article.source, &article.author].into_iter().flatten().any(|field| stated(field.provenance));
        if has_fields {
            return None;
        }
        let of_page = |block: &&Block| block.kind == BlockKind::Furniture && LINE.contains(&block.span.len());
        let mut lines: Vec<u64> = article.blocks.iter().filter(of_page).map(|block| key(block.span.of(&article.body))).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.truncate(KEPT);
        let outlet = article.source.as_ref().filter(|source| agency(&source.text).is_none()).map(|source| source.text.clone());
        if lines.len() < FEW {
            return None;
        }
        let words = article.blocks.iter().take(TOP).map(|block| block.span.of(&article.body));
        let mut top: Vec<u64> = words.filter(|words| words.len() <= *LINE.end()).map(key).collect();
        top.sort_unstable();
        top.dedup();
        let head = head(article);
        let label = head.iter().find_map(|line| label(article, line)).map(Into::into);
        Some(Self { lines, outlet, label, top, head, is_signed: article.author.is_some() })
    }
}

/// Whether an article may be such a page: enough of it is furniture.
pub(crate) fn may_be_page(article: ArticleRef<'_>) -> bool {
    let of_page = |block: &Block| block.kind == BlockKind::Furniture && LINE.contains(&block.span.len());
    article.headline() != HeadlineOrigin::Metadata && article.blocks().filter(of_page).nth(FEW - 1).is_some()
}

/// The lines around that of the day of `article`.
fn head(article: &Article) -> Vec<HeadLine> {
    let evidence = article.published.evidence.first().and_then(|evidence| evidence.span);
    let said = evidence.filter(|_| article.published.provenance == Provenance::Header);
    let Some(day) = said.and_then(|said| article.blocks.iter().position(|block| block.span.holds(said.first()))) else {
        return Vec::new();
    };
    // Below the text stand no headline and no lead.
    let text = |block: &Block| block.kind == BlockKind::Paragraph && is_text(block.span.of(&article.body));
    if article.blocks.iter().take(day).filter(|block| text(block)).nth(LEADS).is_some() {
        return Vec::new();
    }
    let author = article.author.as_ref().map(|author| &*author.text);
    let line = |at: usize| {
        let block = article.blocks.get(at).filter(|_| at != day)?;
        let words = block.span.of(&article.body);
        let name = bare_name(words).filter(|_| block.kind != BlockKind::Caption);
        let looks = match () {
            () if matches!(block.kind, BlockKind::Caption | BlockKind::Comment) => Looks::Other,
            () if name.is_some() => Looks::Name,
            () if titled(words) && !is_signature(words) && !is_text(words) && !words.contains(['©', '|', '>']) => Looks::Title,
            () => Looks::Other,
        };
        let read_as = match block.kind {
            BlockKind::Headline => ReadAs::Headline,
            _ if author == Some(words) => ReadAs::Author,
            _ => ReadAs::Other,
        };
        let from_day = isize::try_from(at).ok()? - isize::try_from(day).ok()?;
        Some(HeadLine { at, from_day, key: key(words), bytes: words.len(), looks, read_as, name: name.map(Into::into) })
    };
    (day.saturating_sub(ABOVE)..=day + BELOW).filter_map(line).collect()
}

/// The words of a line right beside the day that stand elsewhere on the page, too, as those of its house do.
fn label<'a>(article: &'a Article, line: &HeadLine) -> Option<&'a str> {
    const LONGEST: usize = 40;
    const WORDS: usize = 4;
    let words = article.blocks.get(line.at)?.span.of(&article.body);
    let fits = line.from_day.abs() <= 2
        && line.read_as != ReadAs::Headline
        && words.len() <= LONGEST
        && words.split(' ').count() <= WORDS
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && words.ends_with(char::is_alphanumeric);
    let elsewhere = |(at, block): (usize, &Block)| {
        at != line.at && block.kind == BlockKind::Furniture && block.span.of(&article.body).contains(words)
    };
    (fits && may_be_house(words) && article.blocks.iter().enumerate().any(elsewhere)).then_some(words)
}

/// The words of a line that is a name and nothing else.
fn bare_name(words: &str) -> Option<&str> {
    const LONGEST: usize = 50;
    let short = words.len() <= LONGEST && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (short && NAME.contains(&words.split(' ').count()) && is_name(words)).then_some(words)
}

/// Whether a name may be a person's, where pages of one site have persons' names.
pub(crate) fn may_be_author(name: &str) -> bool {
    let folded = fold(name);
    !is_outlet(name) && !is_section(&folded) && !PHRASES.whole.contains(&*folded)
}

/// Whether a name may be a house's, where pages of one site have their house's.
pub(crate) fn may_be_house(name: &str) -> bool {
    let folded = fold(name);
    !is_person(name)
        && agency(name).is_none()
        && !is_section(&folded)
        && !PHRASES.whole.contains(&*folded)
        && !PHRASES.enders.contains(&*folded)
}

/// Which of `pages` are of one site, in their order; those that are alone are left out.
pub(crate) fn sites(pages: &[PageFacts]) -> Vec<Vec<usize>> {
    let (mut sites, mut holding): (Vec<Vec<usize>>, HashMap<u64, Vec<usize>>) = (Vec::new(), HashMap::new());
    for (at, page) in pages.iter().enumerate() {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for site in page.lines.iter().filter_map(|line| holding.get(line)).flatten() {
            *shared.entry(*site).or_default() += 1;
        }
        // Of two that share as much with it, the first.
        let most = shared.into_iter().max_by_key(|(site, count)| (*count, std::cmp::Reverse(*site)));
        let of_site = most.filter(|(_, count)| *count >= SHARED && count * ONE_IN >= page.lines.len()).map(|(site, _)| site);
        if let Some(pages) = of_site.and_then(|site| sites.get_mut(site)) {
            pages.push(at);
            continue;
        }
        for line in &page.lines {
            let known = holding.entry(*line).or_default();
            if known.len() < SITES {
                known.push(sites.len());
            }
        }
        sites.push(vec![at]);
    }
    sites.retain(|pages| pages.len() > 1);
    sites
}

/// Some words as a key.
fn key(words: &str) -> u64 {
    XxHash3_64::oneshot(words.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{PageFacts, key, sites};

    fn page(lines: impl Iterator<Item = String>) -> PageFacts {
        PageFacts { lines: lines.map(|line| key(&line)).collect(), ..PageFacts::default() }
    }

    #[test]
    fn pages_that_share_their_menus_are_of_one_site() {
        let gazette =
            |n: usize| page((0..12).map(|line| format!("Rubrique {line}")).chain((0..12).map(move |line| format!("{n} {line}"))));
        let sarelle = |n: usize| page((8..24).map(|line| format!("Rubrique {line}")).chain([format!("Sarelle {n}")]));
        let pages = [gazette(1), sarelle(1), gazette(2), sarelle(2), page((0..20).map(|line| format!("Seule {line}")))];
        assert_eq!(sites(&pages), [vec![0, 2], vec![1, 3]]);
    }
}
