//! What a scraped page calls itself: `Suivez La Gazette sur Facebook`, `Soutenez La Gazette`, `Un titre - La Gazette`, `contact@gazette.fr`.
//!
//! One such line tells little, since pages invite to other houses too; several that agree tell the outlet. Words of a language stand in
//! `assets/mastheads.txt`. Asked by `rights`, beside the notice at the foot.

use std::collections::BTreeMap;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::brand_lines::{bare, is_house_name, known, often};
use crate::ingest::rules::masthead::called::{Called, LETTERS, MOST, WORDS, candidate, is_provider, key, plain, same};
use crate::ingest::rules::masthead::full::in_full;
use crate::ingest::rules::masthead::spelled::spelled;
use crate::ingest::rules::outlet::host;
use crate::ingest::rules::page_bounds::PageBounds;
use crate::ingest::rules::page_title::undoubled;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Bytes of a line in which a page calls itself.
const LONGEST: usize = 240;
/// Bytes of a line that is a name alone.
const SHORT: usize = 60;
/// What lines must weigh together that a name is the page's own, and how many must agree.
const ENOUGH: u32 = 4;
/// The same where no other name weighs as much as a line that calls.
const ALONE: u32 = 3;
/// Lines of the text that speak of its subject.
const SUBJECT: usize = 2;
const LINES: u32 = 2;
/// What a line weighs in which a word calls for a name, one that is the name alone or begins with it, and one that closes with it behind
/// the headline.
const CALLED: u32 = 2;
const BARE: u32 = 1;
const TITLED: u32 = 3;
/// Lines at the top in which a text browser prints the feeds of a page.
const FEEDS: usize = 12;
/// Lines that hold a name which one calls for.
const WITHIN: usize = 3;
/// How often a name stands alone that does so again and again.
const OFTEN: usize = 3;

/// The name that several lines around the article of `sheet` agree on; `notice` is what a notice of rights gives, which counts as one.
pub(crate) fn outlet(sheet: &Blocks, bounds: PageBounds, notice: Option<&str>) -> Option<String> {
    let outside = |at: &usize| {
        let short = sheet.strips.get(*at).is_some_and(|strip| strip.span.len() <= LONGEST && strip.kind != BlockKind::Comment);
        short && (*at < bounds.first || *at > bounds.last)
    };
    let whole: Vec<&str> = (0..sheet.strips.len()).filter(outside).map(|at| sheet.words(at)).collect();
    let mut lines: Vec<&str> = whole.iter().map(|line| undoubled(line)).collect();
    let headline = sheet.strips.iter().find(|strip| strip.kind == BlockKind::Headline).map(|strip| strip.span.of(&sheet.body));
    let again = again(&lines);
    lines.sort_unstable();
    lines.dedup();
    let bare = bare(&lines);
    let mut called: Vec<Called> = lines.iter().flat_map(|line| calls(line, &bare)).collect();
    called.extend(headline.iter().flat_map(|headline| lines.iter().filter_map(|line| titled(line, headline))));
    // The first step of the trail that leads to the headline is as good as two lines, too.
    let home = headline.and_then(|headline| lines.iter().find_map(|line| trailed(line, headline)));
    called.extend(home.iter().cloned().chain(home.iter().cloned()));
    called.extend(lines.iter().filter_map(|line| mailed(line)));
    called.extend(addressing::called(&lines, &bare));
    called.extend(lines.iter().filter_map(|line| on_network(line)));
    called.extend(spelled(&lines));
    called.extend(signs::doubled(&whole));
    called.extend(signs::hosts(&lines));
    // Behind its headline a window names its house: as good as two lines.
    let titled = signs::of_title(sheet);
    called.extend(titled.iter().cloned().chain(titled.iter().cloned()));
    called.extend(lines.iter().filter_map(|line| with_slogan(line)));
    called.extend(lines.iter().filter_map(|line| at_address(line, &lines)));
    let own = headline.and_then(|headline| lines.iter().find_map(|line| addressed(line, headline)));
    // The page's own address is as good as two lines.
    called.extend(own.iter().cloned().chain(own.iter().cloned()));
    called.extend(notice.and_then(|name| candidate(name, TITLED)));
    called.extend(headed(&lines));
    // A name in line after line is as good as two that call.
    let often = often(&lines);
    called.extend([&often; 2].into_iter().flatten().filter_map(|name| candidate(name, CALLED)));
    // A name that stands alone again and again is that of the house, or of a part of its menu.
    called.extend(again.iter().filter_map(|(line, count)| candidate(line, if *count > OFTEN { CALLED } else { BARE })));
    let (name, weight) = weighed(&called, &lines)?;
    // What the text speaks of again and again is its subject, unless more lines call the page so.
    let spoken_of = || (bounds.first..=bounds.last).filter(|at| sheet.words(*at).contains(&name)).nth(SUBJECT - 1).is_some();
    (weight >= ENOUGH || !spoken_of()).then(|| in_full(name, &whole))
}

/// The best of the names in `called`, borne out by the `lines` that are it or begin with it.
fn weighed(called: &[Called], lines: &[&str]) -> Option<(String, u32)> {
    let folded: Vec<String> = lines.iter().map(|line| key(line)).collect();
    let mut keys: Vec<&str> = called.iter().map(|called| &*called.key).collect();
    keys.sort_unstable();
    keys.dedup();
    let score = |wanted: &str| {
        let (mut weight, mut count) = (0, 0);
        for called in
            called.iter().filter(|called| same(&called.key, wanted) || called.key.starts_with(wanted) && wanted.len() >= LETTERS)
        {
            weight += if same(&called.key, wanted) { called.weight } else { called.weight.div_ceil(2) };
            count += 1;
        }
        let bare = folded.iter().any(|line| same(line, wanted));
        let begun = folded.iter().filter(|line| line.len() > wanted.len() && line.starts_with(wanted)).take(4).count();
        // What a word calls for may stand inside of other lines: `Applications Valmont Info`.
        let within = || lines.iter().filter(|line| line.len() <= SHORT && holds(line, called, wanted)).nth(WITHIN - 1).is_some();
        let more = begun >= 2 || weight == CALLED && within();
        (weight + u32::from(bare) * BARE + u32::from(more) * BARE, count + u32::from(bare || weight == CALLED && more))
    };
    let mut scores: Vec<(u32, u32, &str)> =
        keys.into_iter().map(|key| (score(key), key)).map(|((w, n), key)| (w, n, key)).collect();
    scores.sort_by(|a, b| b.0.cmp(&a.0).then(b.2.len().cmp(&a.2.len())).then(a.2.cmp(b.2)));
    let (weight, count, best) = *scores.first()?;
    // Another name that weighs as much leaves it open which is the page's; a longer or shorter form of the same does not.
    let rival = scores.iter().skip(1).find(|(_, _, key)| !key.starts_with(best) && !best.starts_with(key) && !same(key, best));
    let rival = rival.map_or(0, |(other, ..)| *other);
    let enough = if rival < CALLED { ALONE } else { ENOUGH };
    // What a page says of itself needs nothing beside.
    let sure = called.iter().any(|called| called.sure && same(&called.key, best));
    if rival >= weight || !sure && (weight < enough || count < LINES) {
        return None;
    }
    shown(called, lines, best).map(|name| (name, weight))
}

/// Whether a line holds a name with this key, as one of `called` spells it, among other words.
fn holds(line: &str, called: &[Called], wanted: &str) -> bool {
    called.iter().filter(|called| called.key == wanted && called.name.starts_with(char::is_uppercase)).any(|called| {
        let apart = |rest: Option<&str>, inner: bool| {
            let letter = |rest: &str| {
                if inner { rest.starts_with(char::is_alphanumeric) } else { !rest.ends_with([' ', '’', '\'', '(']) }
            };
            rest.is_none_or(|rest| rest.is_empty() || !letter(rest))
        };
        line.find(&*called.name).is_some_and(|at| apart(line.get(..at), false) && apart(line.get(at + called.name.len()..), true))
    })
}

/// The spelling of the name with this key: as most lines write it, one with small letters before one in capitals or a host.
fn shown(called: &[Called], lines: &[&str], wanted: &str) -> Option<String> {
    let mut spelled: Vec<&str> = called.iter().filter(|called| same(&called.key, wanted)).map(|called| &*called.name).collect();
    spelled.extend(lines.iter().filter(|line| same(&key(line), wanted)).copied());
    let rank = |name: &str| {
        let count = spelled.iter().filter(|other| **other == name).count();
        let shouted = !name.contains(char::is_lowercase);
        let host = name.contains('.') || !name.contains(char::is_uppercase);
        (!host, !shouted, name.contains(' '), count)
    };
    let mut names = spelled.clone();
    names.sort_unstable();
    names.into_iter().max_by_key(|name| rank(name)).map(|name| name.trim_matches(['«', '»', '"', ' ', '@', '#']).to_owned())
}

/// The account of the page on a network: `www.facebook.com/gazetteduval`, `@gazetteduval`.
fn on_network(line: &str) -> Option<Called> {
    /// Bytes of a line that is an account alone, and letters of one.
    const LONGEST: usize = 60;
    const SHORTEST: usize = 5;
    const NETWORKS: &[&str] = &["facebook.com/", "twitter.com/", "x.com/", "instagram.com/", "youtube.com/@", "tiktok.com/@"];
    if line.len() > LONGEST || line.contains(' ') {
        return None;
    }
    let account = NETWORKS.iter().find_map(|network| line.split_once(network).map(|(_, account)| account));
    let account = account.or_else(|| line.strip_prefix('@'))?;
    let name: String = account.trim_end_matches('/').chars().filter(|c| !matches!(c, '.' | '_' | '-')).collect();
    let plain = name.len() >= SHORTEST && name.chars().all(char::is_alphanumeric);
    plain.then(|| candidate(&name, CALLED)).flatten()
}

/// The name before what it says of itself: `Valmont en ligne : toute l'actualité du Val`, `La Rive, magazine du fleuve`.
fn with_slogan(line: &str) -> Option<Called> {
    let (name, slogan) = [" : ", " - ", " – ", " | ", ", "].iter().find_map(|mark| line.split_once(mark))?;
    let proper = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && name.len() <= SHORT;
    let says = || {
        let slogan = fold(slogan);
        WORDS.slogans.iter().any(|opening| slogan.starts_with(opening))
    };
    (proper && says()).then(|| candidate(name, CALLED)).flatten()
}

/// The address that stands alone on a line, where another line spells its name: `gazetteduval.fr`, `La Gazette du Val`.
fn at_address(line: &str, lines: &[&str]) -> Option<Called> {
    let host = line.strip_prefix("www.").unwrap_or(line);
    let (name, ending) = host.rsplit_once('.').filter(|_| !host.contains([' ', '/', '@']))?;
    let known = (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase()) && name.len() >= LETTERS;
    let spelled = || lines.iter().any(|other| other.len() <= SHORT && !other.contains('.') && same(&key(other), &key(host)));
    (known && spelled()).then(|| candidate(host, CALLED)).flatten()
}

/// Brands that stand alone again and again, whatever their apostrophes.
fn again<'a>(lines: &[&'a str]) -> Vec<(&'a str, usize)> {
    let mut met: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.len() <= SHORT && is_house_name(line)) {
        met.entry(key(line)).or_insert((line, 0)).1 += 1;
    }
    met.into_values().filter(|(_, count)| *count >= OFTEN).collect()
}

/// The names that the words of a line call for.
fn calls(line: &str, bare: &BTreeMap<String, &str>) -> Vec<Called> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let mut found: Vec<Called> = Vec::new();
    // What begins in the midst of a sentence calls for nothing but with its first words.
    let opens = line.starts_with(|c: char| !c.is_lowercase());
    let heads = |at: &usize| (opens || *at == 0) && folded.get(*at).is_some_and(|word| WORDS.heads.contains(&**word));
    for at in (0..words.len()).filter(heads) {
        for long in 1..=4 {
            let Some(cue) = folded.get(at..at + long).map(|cue| cue.join(" ")) else { break };
            if WORDS.before.contains(&*cue) {
                let rest = words.get(at + long..).unwrap_or_default();
                if let Some(known) = known(rest, bare) {
                    found.extend(called_for(known, &cue));
                    continue;
                }
                let name = if at == 0 { whole(rest).or_else(|| behind(rest)) } else { behind(rest) };
                found.extend(name.and_then(|name| called_for(&name, &cue)));
            }
            if at > 0 && WORDS.behind.contains(&*cue) {
                found.extend(before(words.get(..at).unwrap_or_default()).and_then(|name| called_for(&name, &cue)));
            }
        }
    }
    // One line is one voice, however many words of it call.
    found.sort_by(|a, b| a.key.cmp(&b.key).then(b.sure.cmp(&a.sure)));
    found.dedup_by(|a, b| a.key == b.key);
    found
}

/// A name that `cue` calls for.
fn called_for(name: &str, cue: &str) -> Option<Called> {
    // An address that a page calls to is its own.
    let address = name.contains('.') && !name.contains(' ') && signs::host(name).is_some();
    let sure = WORDS.sure.contains(cue) || address;
    candidate(name, if sure { TITLED } else { CALLED }).map(|called| Called { sure, ..called })
}

/// All that follows a word that opens a line, when that is a few words with a capital first: `Suivez Regards de Valmont`.
fn whole(words: &[&str]) -> Option<String> {
    let name = match words {
        [small, rest @ ..] if matches!(&*fold(small), "de" | "du" | "des") => rest,
        all => all,
    };
    let ends = |word: &&&str| {
        let plain = plain(word);
        matches!(&*plain, "sur" | "on" | "auf" | "en" | "pour" | "dans" | "avec" | "sans" | "ici" | "est" | "et")
            || word.ends_with([',', ':', '!', '?'])
    };
    let proper = name.first().is_some_and(|first| is_proper(first));
    (proper && (2..=4).contains(&name.len()) && name.iter().find(ends).is_none()).then(|| name.join(" "))
}

/// Names that many short lines begin with, as a house calls its parts: `L'Agora Patrimoine`, `L'Agora Jeunes`, `TV8 Sport`.
fn headed(lines: &[&str]) -> Vec<Called> {
    /// Words of such a line, and how many lines make a name and bear it out.
    const WORDS: usize = 5;
    const MANY: usize = 3;
    const SURE: usize = 6;
    let mut heads: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.len() > WORDS {
            continue;
        }
        for long in 1..words.len().min(4) {
            let name = words.get(..long).unwrap_or_default().join(" ");
            let ends = words.get(long - 1).is_some_and(|last| is_proper(last) && !last.ends_with([',', ':', '.', '!', '?']));
            if ends && is_house_name(&name) {
                heads.entry(key(&name)).or_insert((name, 0)).1 += 1;
            }
        }
    }
    let weight = |count: usize| if count >= SURE { TITLED } else { CALLED };
    let many = heads.into_values().filter(|(_, count)| *count >= MANY);
    many.filter_map(|(name, count)| candidate(&name, weight(count))).collect()
}

/// The name at the head of some words: `La Voix du Nord sur Facebook`.
fn behind(words: &[&str]) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate().take(MOST + 1) {
        let bare = word.trim_matches(['«', '»', '"', '“', '”', '(', ')', '@']);
        // `d'Areion`, `l'Humanité`.
        let bare = ["d'", "d’", "l'", "l’"].iter().find_map(|small| bare.strip_prefix(small)).unwrap_or(bare);
        let next = words.get(at + 1).is_some_and(|next| is_proper(next));
        let within = WORDS.within.contains(&*fold(bare)) && next && !is_proper(bare);
        if !(is_proper(bare) || within) || name.len() == MOST || matches!(&*fold(bare), "sur" | "on" | "auf") {
            break;
        }
        // `DE LA RIVE`: what leads to a name is shouted with it.
        let leads = name.is_empty() && matches!(bare, "DE" | "DU" | "DES");
        if !(leads || within && name.is_empty() && matches!(&*fold(bare), "de" | "du" | "des")) {
            name.push(bare.trim_end_matches([',', '.', '!', '?', ':', ';', '…', ')']));
        }
        if bare.ends_with([',', '!', '?', ':', ';', '…']) || bare.ends_with('.') {
            break;
        }
    }
    (!name.is_empty()).then(|| name.join(" "))
}

/// The name at the end of some words: `Retrouvez La Gazette sur Facebook`.
fn before(words: &[&str]) -> Option<String> {
    let mut start = words.len();
    while start > 0 && words.len() - start < MOST {
        let Some(word) = words.get(start - 1) else { break };
        let within = WORDS.within.contains(&*fold(word)) && start < words.len();
        if !(is_proper(word) || within) || word.ends_with([',', '.', '!', '?', ':', ';']) && start < words.len() {
            break;
        }
        start -= 1;
    }
    let name = words.get(start..)?;
    let name = name.iter().skip_while(|word| !is_proper(word)).copied().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

/// Whether a word is written as those of names are: a capital or a figure at its head, or a host.
fn is_proper(word: &str) -> bool {
    let word = word.trim_start_matches(['«', '"', '“', '(', '@', '#']);
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        // `valmont360`.
        || word.len() >= 6 && word.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(char::is_alphabetic)
        || word.chars().skip(1).any(char::is_uppercase)
        || word.rsplit_once('.').is_some_and(|(name, ending)| name.len() >= 3 && (2..=4).contains(&ending.len()))
}

/// `Un titre - La Gazette`, `Un titre | gazette.fr`: the name behind the headline.
fn titled(line: &str, headline: &str) -> Option<Called> {
    let tail = line.strip_prefix(headline)?.trim_start();
    let tail = tail.strip_prefix(['|', '-', '–', '—', '•', ':'])?.trim();
    let last = tail.rsplit(['|', '•']).next().unwrap_or(tail).trim();
    // `Un titre - Valmont (31000)`: where it is of.
    if last.ends_with(')') {
        return None;
    }
    candidate(last.rsplit_once(" - ").map_or(last, |(_, last)| last), TITLED)
}

/// `La Gazette > Société > Un titre`: the first step of the trail.
fn trailed(line: &str, headline: &str) -> Option<Called> {
    let home = line
        .strip_suffix(headline)?
        .split([">", "›", "/"].iter().find_map(|mark| line.contains(mark).then_some(*mark))?)
        .next()?
        .trim();
    let plain = fold(home);
    let door = matches!(&*plain, "home" | "a la une" | "startseite" | "vous etes ici") || plain.starts_with("accueil");
    // `Browse: Home / 2018 / …`: a label leads to the trail.
    let door = door || home.contains(':');
    if door { None } else { candidate(home, CALLED) }
}

/// The host of an address that spells the headline: `Copier le lien https://gazette.fr/valmont-vote-son-budget-1234`.
fn addressed(line: &str, headline: &str) -> Option<Called> {
    /// Long words of the headline that the address spells, and letters of one.
    const SPELLED: usize = 3;
    const LONG: usize = 4;
    let address = line.split_whitespace().find(|word| word.starts_with("https://") || word.starts_with("http://"))?;
    let (host, path) = (host(address)?, fold(address));
    let folded = fold(headline);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= LONG);
    let spelled = words.filter(|word| path.contains(*word)).take(SPELLED).count();
    if spelled == SPELLED { candidate(&host, CALLED) } else { None }
}

/// The house of a mail address that is no provider's: `contact@gazette.fr`.
fn mailed(line: &str) -> Option<Called> {
    let word = line.split_whitespace().find(|word| word.contains('@') && word.contains('.'))?;
    let host = word.trim_matches(['(', ')', ',', ';', '<', '>', ':']).trim_end_matches('.').split_once('@')?.1.to_lowercase();
    let provider = is_provider(host.split('.').next().unwrap_or_default());
    (!provider).then(|| candidate(&host, BARE)).flatten()
}

/// The house that the title of the page's window names beside the headline, where that is sure, or whose feeds stand at the top.
pub(crate) fn in_title(sheet: &Blocks) -> Option<String> {
    let feeds = || (0..sheet.strips.len().min(FEEDS)).find_map(|at| signs::linked(sheet.words(at)));
    signs::of_title(sheet).filter(|called| called.sure).or_else(feeds).map(|called| called.name)
}

/// Whether a name and an address are of one house: `La Gazette` and `lagazette.fr`.
pub(crate) fn is_same(name: &str, host: &str) -> bool {
    same(&key(name), &key(host))
}

/// Whether a name is none of a house, whatever gives it: a button, a section, a network.
pub(crate) fn is_never(name: &str) -> bool {
    called::is_never(name)
}

mod addressing;
mod called;
pub(crate) mod full;
pub(crate) mod mailbox;
mod signs;
mod spelled;
#[cfg(test)]
mod tests;
