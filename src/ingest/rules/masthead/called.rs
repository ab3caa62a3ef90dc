//! Names that lines call a page by: which words may be one, and when two spellings are of one house. The words are in
//! `assets/mastheads.txt`. Asked by `masthead`.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::outlet::agency;
use crate::ingest::rules::phrases::{PHRASES, lists};
use crate::text::fold::fold;

/// Words of a name that others lead to, and of one that stands by itself.
pub(super) const MOST: usize = 5;
const LONG: usize = 7;
/// Letters of a name that a longer one may begin with.
pub(super) const LETTERS: usize = 4;

pub(super) static WORDS: LazyLock<MastheadWords> =
    LazyLock::new(|| MastheadWords::read(include_str!("../../../../assets/mastheads.txt")));

/// The lists of the asset; each says there what it is for.
#[derive(Default)]
pub(super) struct MastheadWords {
    pub(super) before: HashSet<&'static str>,
    pub(super) behind: HashSet<&'static str>,
    pub(super) within: HashSet<&'static str>,
    pub(super) leading: HashSet<&'static str>,
    pub(super) never: HashSet<&'static str>,
    /// What begins the words behind a name that say what it is.
    pub(super) slogans: Vec<&'static str>,
    /// Those of what stands before and behind that say by themselves whose the page is.
    pub(super) sure: HashSet<&'static str>,
    /// Words in the names of papers.
    pub(super) papers: HashSet<&'static str>,
    /// What a house says of itself behind its name.
    pub(super) says: Vec<&'static str>,
    /// The first words of what stands before and behind, by which most words of a page are passed over.
    pub(super) heads: HashSet<&'static str>,
}

impl MastheadWords {
    fn read(asset: &'static str) -> Self {
        let mut words = Self::default();
        for (list, line) in lists(asset) {
            match list {
                "before" => _ = words.before.insert(line),
                "behind" => _ = words.behind.insert(line),
                "within" => _ = words.within.insert(line),
                "leading" => _ = words.leading.insert(line),
                "slogans" => words.slogans.push(line),
                "sure" => _ = words.sure.insert(line),
                "papers" => _ = words.papers.insert(line),
                "says" => words.says.push(line),
                _ => _ = words.never.insert(line),
            }
        }
        let cues = words.before.iter().chain(&words.behind);
        words.heads = cues.filter_map(|cue| cue.split(' ').next()).collect();
        words
    }
}

/// A name that a line calls the page by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) name: String,
    pub(super) key: String,
    pub(super) weight: u32,
    /// Whether the words that call for it say by themselves that the page is its.
    pub(super) sure: bool,
}

/// A name as a candidate, without the years and the buttons around it; `None` where it cannot be an outlet's.
pub(super) fn candidate(name: &str, weight: u32) -> Option<Called> {
    let clean = |word: &&str| {
        let plain = plain(word);
        !(PHRASES.whole.contains(&*plain) || is_year(&plain) || word.starts_with(['(', '©']))
    };
    let opens_with = |word: &&str| WORDS.leading.contains(&*plain(word));
    // A button behind a name is none of it; the first word of a name may be one alone.
    let mut rest = name.split_whitespace().skip_while(opens_with).peekable();
    let first = rest.next();
    let opens = rest.peek().is_some_and(|next| next.starts_with(char::is_uppercase));
    let kept = |word: &&str| clean(word) || opens && !word.starts_with(['(', '©']) && !is_year(&plain(word));
    let whole = first.filter(kept).map(|first| std::iter::once(first).chain(rest.take_while(clean)));
    let words: Vec<&str> = whole.into_iter().flatten().collect();
    let name = words.join(" ");
    let name = name.trim_matches(['«', '»', '"', ' ', '\u{a0}', '.', ',', '-', '–', '(', ')', '®']);
    let name = ["l'", "l’", "d'", "d’"].iter().find_map(|small| name.strip_prefix(small)).unwrap_or(name);
    let folded = fold(name).replace('’', "'");
    let bare = folded.trim_start_matches("www.").trim_start_matches('@');
    let key = key(name);
    let first = name.split([' ', '-']).next().unwrap_or_default();
    let person = name.contains(' ') && NameLexicon::get().is_given_name(first);
    let network = |word: &str| {
        let glued =
            |never: &&str| never.len() > 6 && word.strip_prefix(*never).is_some_and(|rest| rest.is_empty() || rest.len() > 2);
        WORDS.never.iter().any(|never| glued(never) && !never.contains(' '))
    };
    let unit = name.starts_with(|c: char| c.is_ascii_digit()) && name.rsplit(' ').next().is_none_or(|last| last.len() < 4);
    // `10th`: a day.
    let ordinal =
        name.starts_with(|c: char| c.is_ascii_digit()) && ["st", "nd", "rd", "th"].iter().any(|end| folded.ends_with(end));
    // `5 jours 4 nuits`, `Le 30/09/2018`, `La Rochelle`: an offer, a day, a town.
    let figures = name.split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    let other = figures >= 2
        || name.starts_with(['+', '0', '-'])
        // `Le 30/09/2018`, and not `24/7 Rives`.
        || name.contains('/') && figures >= 1 && !name.split(' ').skip(1).any(|word| word.len() >= 4 && word.starts_with(char::is_uppercase))
        || NameLexicon::get().is_place(&name.to_uppercase());
    // `Medically Reviewed By`: what leads to a name is none.
    let leads = folded
        .rsplit(' ')
        .next()
        .is_some_and(|last| matches!(last, "by" | "from" | "of" | "par" | "de" | "du" | "sur" | "in" | "for"));
    let never = other
        || leads
        || unit && name.contains(' ')
        || ordinal
        || PHRASES.openings.contains(&bare)
        || WORDS.never.contains(bare)
        || bare.split(' ').any(network)
        || is_section(bare)
        || agency(name).is_some()
        || person;
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let small = ["the ", "le ", "la ", "les "].iter().any(|article| name.starts_with(article));
    let sized = (1..=LONG).contains(&words.len()) && key.len() >= 3 && letters >= 2;
    (sized && !never && !small).then(|| Called { name: name.to_owned(), key, weight, sure: false })
}

/// `2021`, as a prize or a notice has it.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"))
}

/// Whether the host of a mail address is that of a provider, which gives boxes to anybody.
pub(super) fn is_provider(host: &str) -> bool {
    const PROVIDERS: &[&str] =
        &["gmail", "yahoo", "hotmail", "outlook", "orange", "wanadoo", "free", "sfr", "laposte", "live", "icloud", "gmx"];
    PROVIDERS.contains(&host)
}

/// Whether a name is none of a house, whatever calls for it.
pub(super) fn is_never(name: &str) -> bool {
    let folded = fold(name).replace('’', "'");
    let bare = folded.trim_start_matches("www.").trim_start_matches('@');
    WORDS.never.contains(bare) || PHRASES.whole.contains(bare) || PHRASES.openings.contains(&bare) || is_section(bare)
}

/// A name by its letters and figures, without the ending of a host: `La Gazette`, `lagazette.fr` and `@lagazette` are one.
pub(super) fn key(name: &str) -> String {
    let folded = fold(name);
    let bare = folded.trim().trim_start_matches("www.").trim_start_matches(['@', '#']);
    let bare = match bare.rsplit_once('.') {
        Some((head, ending)) if (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase()) => head,
        _ => bare,
    };
    bare.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two keys are of one name, with its article or without: `lagazette.fr`, `La Gazette` and `Gazette`.
pub(super) fn same(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let bare = ["les", "le", "la", "the", "l"].iter().filter_map(|article| long.strip_prefix(article));
    long == short || short.len() >= LETTERS && bare.into_iter().any(|bare| bare == short)
}

/// A word folded, without the marks around it; `d'` and `l'` stay before what they lead to.
pub(super) fn plain(word: &str) -> String {
    let folded = fold(word).replace('’', "'");
    folded.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}
