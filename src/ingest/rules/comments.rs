//! Readers' comments under an article: told by the signs that each of them carries, a day with an hour, a button to answer or report.
//!
//! They are blocks of their own: shown folded, never counted, searched only when they are asked for. Live blogs, whose entries open with
//! an hour alone, are none. Called by `assemble` before the other rules, so that no comment is taken for a line about the article.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::comment_stamps::{has_day, is_ago, is_timed, tokens};
use crate::ingest::rules::comments::announced::{LONGEST, announces, counts, is_numbered};
use crate::ingest::rules::date_parser::years;
use crate::ingest::rules::phrases::PHRASES;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Bytes of text that must stand above the first comment.
const TEXT_ABOVE: usize = 300;
/// Lines that stand above a comment in any case.
const LINES_ABOVE: usize = 3;
/// Bytes of a line that begins with who wrote it, the first words behind, and of its head, where that stands.
const STAMPED: usize = 400;
const HEAD: usize = 160;
/// Signs that make a list of comments without a line that announces one; under such a line one is enough.
const SIGNS: usize = 3;
/// Lines that announce comments together, one below the other: a label, a count, a form.
const HEADS: usize = 6;
/// Paragraphs that a first comment may have before the line that signs it.
const MOST_BEFORE: usize = 2;
/// Lines between two signs of one list at most, counted from the one that opens it.
const APART: usize = 12;

/// Buttons under a comment, folded.
const BUTTONS: &[&str] = &[
    "repondre",
    "signaler",
    "signaler un abus",
    "signaler ce contenu",
    "signaler ce commentaire",
    "repondre signaler",
    "repondre signaler un abus",
    "repondre signaler un abus lien permanent",
    "signaler repondre",
    "connectez-vous pour repondre",
    "permalien",
    "lien permanent",
    "alerter",
    "signaler un contenu abusif",
    "signaler un contenu inapproprie",
    "repondre a ce message",
    "repondre a ce commentaire",
    "recommander repondre",
    "repondre alerter",
    "reply",
    "report",
    "report abuse",
    "flag",
    "report comment",
    "reply report",
    "permalink",
    "rapporter",
    "lien vers le commentaire",
    "antworten",
    "melden",
    "antworten melden",
    "beitrag melden",
    "responder",
    "responder denunciar",
    "denunciar",
    "rispondi",
    "segnala",
    "rispondi segnala",
];
/// What says of a line that its day is the article's, folded.
const OWN: &[&str] = &[
    "publie",
    "mis a jour",
    "mise a jour",
    "modifie",
    "maj",
    "actualise",
    "cree le",
    "published",
    "updated",
    "modified",
    "mis en ligne",
    "veroffentlicht",
    "aktualisiert",
    "publicado el",
    "actualizado",
    "pubblicato",
    "aggiornato",
];

/// Who wrote a comment stands before these, folded.
const WROTE: &[&str] =
    &["a ecrit", "wrote", "says", "schrieb", "schreibt", "sagt", "escribio", "escribe", "dijo", "ha scritto", "scrive"];
/// What opens a head with the day, folded: `Le 22 juin 2018 à 11h13, lulu a écrit :`.
const ON: &[&str] = &["le ", "on ", "am ", "el ", "il "];

/// Words beside the day and the hour in the head of a longer line, folded.
const BESIDE: &[&str] = &[
    "report abuse",
    "wrote",
    "posted by",
    "says",
    "said on",
    "comment by",
    "commented",
    "reply",
    "permalink",
    "a ecrit",
    "ecrit par",
    "poste par",
    "redige par",
    "repondre",
    "signaler",
    "alerter",
    "antwort",
    "schrieb",
    "escribio",
    "ha scritto",
];

/// Settles the comments at the foot of `sheet`, and what stands below them as furniture.
pub(crate) fn mark(sheet: &mut Blocks) {
    let mut above = 0;
    let mut signs: Vec<Sign> = Vec::new();
    let mut announced: Vec<usize> = Vec::new();
    for at in 0..sheet.strips.len() {
        let words = sheet.words(at);
        if above < TEXT_ABOVE {
            let text = words.len() > LONGEST && sheet.strips.get(at).is_some_and(|strip| strip.kind != BlockKind::Furniture);
            above += if text { words.len() } else { 0 };
        }
        let headed = at >= LINES_ABOVE && is_headed(words);
        if words.len() > STAMPED && !headed || at < LINES_ABOVE {
            continue;
        }
        // Under a short text only a line that says so by words, too, signs a comment.
        let begun = above >= TEXT_ABOVE;
        let below = begun
            && announced.last().is_some_and(|last| {
                is_day_under_name(sheet, at) || counts(sheet.words(*last)) && at > *last && is_numbered(words)
            });
        if headed && begun || below || is_sign(words) && (begun || says_so(words) && years(words) > 0) {
            signs.push(Sign { at, stamped: words.bytes().any(|byte| byte.is_ascii_digit()), headed });
        } else if announces(words) {
            announced.push(at);
        }
    }
    let first = signs.first().map_or(0, |sign| sign.at);
    // What counts the comments at the head of an article announces none, where another line does right above the first.
    let between = |announced: usize| (announced..first).filter(|at| sheet.words(*at).len() > LONGEST).count();
    let last = announced.iter().copied().rfind(|at| *at < first);
    announced.retain(|at| match last.filter(|_| *at < first) {
        Some(last) => {
            last - at <= HEADS
                && between(*at) == between(last)
                && (between(last) <= MOST_BEFORE || text_above(sheet, last) >= TEXT_ABOVE)
        }
        None => true,
    });
    let start = start(sheet, &signs, &announced).filter(|start| !heads_article(sheet, &signs, *start));
    let Some(start) = start else { return };
    let end = end(sheet, &signs);
    for at in start..sheet.strips.len() {
        sheet.settle(at, if at <= end { BlockKind::Comment } else { BlockKind::Furniture });
    }
}

/// Whether what one sign makes a comment is the article, which has its paragraphs below: a page may lead to its comments above it.
fn heads_article(sheet: &Blocks, signs: &[Sign], start: usize) -> bool {
    const MANY: usize = 6;
    const PARAGRAPH: usize = 160;
    // Nobody answers in so many paragraphs before the next one signs.
    let mut ends: Vec<usize> = signs.iter().map(|sign| sign.at).filter(|at| *at >= start).collect();
    ends.insert(0, start);
    ends.push(sheet.strips.len());
    ends.iter().zip(ends.iter().skip(1)).any(|(from, to)| {
        let long = (*from..*to).map(|at| sheet.words(at).len()).filter(|len| *len >= PARAGRAPH);
        let (count, bytes) = long.fold((0, 0), |(count, bytes), len| (count + 1, bytes + len));
        count >= MANY && bytes > 3 * text_above(sheet, start)
    })
}

/// Bytes of text above the line at `at`.
fn text_above(sheet: &Blocks, at: usize) -> usize {
    (0..at).map(|at| sheet.words(at).len()).filter(|long| *long > LONGEST).sum()
}

/// A line that signs or answers a comment.
struct Sign {
    at: usize,
    /// Whether it tells when; a button, and `lulu a écrit :`, may stand in an article too.
    stamped: bool,
    /// Whether it is written as nothing but the head of a comment is: two of those make a list.
    headed: bool,
}

/// Where the comments begin: at the line that announces them, else at the name above the first sign.
fn start(sheet: &Blocks, signs: &[Sign], announced: &[usize]) -> Option<usize> {
    let near = |announced: &usize| {
        let mut behind = signs.iter().filter(|sign| sign.at > *announced).take(SIGNS).peekable();
        let close = behind.peek().is_some_and(|sign| sign.at - announced <= APART);
        let (stamps, all) = behind.fold((0, 0), |(stamps, all), sign| (stamps + usize::from(sign.stamped), all + 1));
        close && (stamps > 0 || all >= SIGNS)
    };
    if let Some(announced) = announced.iter().copied().find(near) {
        return Some(announced);
    }
    // The first run of signs that stand near each other.
    let weight = |run: &[Sign]| run.len() + usize::from(run.iter().filter(|sign| sign.headed).count() > 1);
    let many = |run: &&[Sign]| weight(run) >= SIGNS && run.iter().any(|sign| sign.stamped) && are_written(sheet, run);
    let run = signs.chunk_by(|a, b| b.at - a.at <= APART).find(many)?;
    let first = run.first()?.at;
    if run.first()?.headed {
        return Some(first);
    }
    let above = first.checked_sub(1)?;
    let words = sheet.words(above);
    let name = words.split_whitespace().count() <= 4 && words.len() <= 40 && !words.ends_with(['.', '!', '?', '»', ':']);
    Some(if name { above } else { first })
}

/// `• 9 mars 2016` under `lulu`: a day alone, below a line that announced comments.
fn is_day_under_name(sheet: &Blocks, at: usize) -> bool {
    let (words, name) = (sheet.words(at), at.checked_sub(1).map(|above| sheet.words(above)).unwrap_or_default());
    if words.len() > 30 || name.len() > 40 || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let folded = fold(words);
    let tokens = tokens(folded.trim_matches(|c: char| !c.is_alphanumeric()));
    let named = (1..=3).contains(&name.split_whitespace().count()) && !name.ends_with(['.', '!', '?', ':']);
    // A label above a list of others is nobody's name.
    let label = || {
        let folded = fold(name);
        PHRASES.enders.contains(&*folded) || PHRASES.whole.contains(&*folded)
    };
    named && (2..=3).contains(&tokens.len()) && has_day(&tokens) && !label()
}

/// Whether what stands below the signs of a run is written by readers: titles of other articles under days and hours close with no mark.
fn are_written(sheet: &Blocks, run: &[Sign]) -> bool {
    let titled = |sign: &&Sign| {
        let below = sheet.words(sign.at + 1);
        let words = below.split_whitespace().count();
        let cut = below.ends_with("...") && below.len() <= LONGEST;
        below.contains('€')
            || cut
            || (4..=30).contains(&words)
                && below.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '«' || c == '"')
                && !below.ends_with(['.', '!', '?', '…', ')'])
    };
    let plain = run.iter().filter(|sign| !sign.headed).collect::<Vec<_>>();
    plain.len() < run.len() || plain.iter().copied().filter(titled).count() * 3 < plain.len() * 2
}

/// The last line of the comments: what a reader wrote below the last sign is long, or ends as a sentence does.
fn end(sheet: &Blocks, signs: &[Sign]) -> usize {
    let last = signs.last().map_or(0, |sign| sign.at);
    let written = |at: &usize| {
        let words = sheet.words(*at);
        words.len() > LONGEST || words.ends_with(['.', '!', '?', '…', '»'])
    };
    (last + 1..sheet.strips.len()).take_while(written).last().unwrap_or(last)
}

/// Whether a line signs a comment: `Jean-Marc 14/03/2015 - 10:22`, `il y a 3 heures`, `Répondre`, `lulu a écrit :`.
fn is_sign(words: &str) -> bool {
    let head = head(words);
    // A longer line must hold a day and an hour in its head, and most hold no figure there.
    if words.len() > LONGEST && !head.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let folded = fold(head);
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if BUTTONS.contains(&plain) {
        return true;
    }
    let tokens = tokens(plain);
    let timed = is_timed(&tokens);
    if words.len() > LONGEST || tokens.len() > 14 {
        return timed && says_so(words) && !is_own(plain);
    }
    if words.ends_with(['!', '?', '»']) || words.ends_with('.') && !(timed && is_by(plain)) {
        return false;
    }
    // `Écrit par : lulu | 29 octobre 2018`, below what lulu wrote.
    let below = plain.starts_with("ecrit par :") && has_day(&tokens);
    let posted = ["poste par ", "posted by "].iter().any(|by| plain.contains(by)) && has_day(&tokens) && tokens.len() <= 9;
    let wrote = below
        || posted
        || WROTE.iter().any(|verb| plain.ends_with(verb)) && tokens.len() <= 6
        || plain.ends_with(" dit") && words.ends_with(':') && tokens.len() <= 6;
    (wrote || is_ago(&tokens) || timed) && !is_own(plain)
}

/// Whether a folded line is the article's own line of its day.
fn is_own(plain: &str) -> bool {
    let is_apart = |at: usize, end: usize| at > 0 && [at - 1, end].iter().all(|at| plain.as_bytes().get(*at) == Some(&b' '));
    let inside = |own: &str| plain.match_indices(own).any(|(at, _)| is_apart(at, at + own.len()));
    OWN.iter().any(|own| plain.starts_with(own) || inside(own))
}

/// Whether a line, however long, begins as comments do that are headed in one line with their text: `lulu (22 juin 2018 @11h13)`,
/// `Le 22 juin 2018 à 11h13, lulu a écrit : …`, `lulu schrieb am 22. Juni 2018 um 11:13 Uhr: …`.
fn is_headed(words: &str) -> bool {
    /// Words of a name, and bytes of what stands in brackets behind it.
    const NAME: usize = 5;
    const BRACKET: usize = 40;
    let head = head(words);
    if !head.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let timed = |text: &str| {
        let folded = fold(text);
        let tokens = tokens(folded.trim_matches(|c: char| !c.is_alphanumeric()));
        is_timed(&tokens)
    };
    let named = |name: &str| (1..=NAME).contains(&name.split_whitespace().count());
    let bracket = head.split_once('(').and_then(|(name, rest)| Some((name, rest.split_once(')')?.0)));
    if bracket.is_some_and(|(name, inside)| named(name) && inside.len() <= BRACKET && timed(inside)) {
        return true;
    }
    // The verb closes the head, or the day behind it does.
    let folded = fold(head);
    let Some((opening, _)) = folded.split_once(": ").or_else(|| folded.strip_suffix(':').map(|opening| (opening, ""))) else {
        return false;
    };
    let wrote = WROTE.iter().find_map(|verb| opening.split_once(&format!(" {verb}")).map(|(name, rest)| (name, rest.trim())));
    match wrote {
        Some((before, "")) => ON.iter().any(|on| before.starts_with(on)) && timed(before),
        // `Am 22.06.2018 um 11:13 schrieb lulu:`.
        Some((day, name))
            if !name.contains(' ') && (day.ends_with(|c: char| c.is_ascii_digit()) || day.ends_with(" uhr")) && timed(day) =>
        {
            ON.iter().any(|on| day.starts_with(on))
        }
        Some((name, day)) => named(name) && day.split(' ').count() <= 9 && timed(day),
        None => false,
    }
}

/// Whether a line begins as one does that names its author: `par Marcheur le 7 mai 2020 - 12:38.`
fn is_by(plain: &str) -> bool {
    ["par ", "by ", "von ", "de "].iter().any(|by| plain.starts_with(by))
}

/// Whether the head of a line says by words that it signs a comment.
fn says_so(words: &str) -> bool {
    let folded = fold(head(words));
    BESIDE.iter().any(|word| folded.contains(word))
}

/// The head of a line, where a comment is signed.
fn head(words: &str) -> &str {
    let end = (0..=HEAD.min(words.len())).rev().find(|end| words.is_char_boundary(*end)).unwrap_or(0);
    words.get(..end).unwrap_or(words)
}

mod announced;
#[cfg(test)]
mod tests;
