//! Where a scraped page goes on with other things than its article, and which of its lines belong to a form. Asked by `page_bounds`.

use memchr::memmem;

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::boilerplate::{heads_list, is_plea, is_section, pleads};
use crate::ingest::rules::byline::is_name;
use crate::ingest::rules::date_parser::years;
use crate::ingest::rules::phrases::{ENDER_OPENINGS, PHRASES};
use crate::ingest::rules::signers::is_person;
use crate::ingest::rules::text_line::is_text;
use crate::model::article::BlockKind;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Bytes of a line that ends an article: `Articles liés`, `12 commentaires`.
const ENDER: usize = 60;
/// Lines of text and others below an ender, at least, that show a list.
const LIST: usize = 2;
/// What stands in the midst of articles, too: it takes a longer list to show that one is over.
const INLINE: &[&str] = &[
    "newsletter",
    "newsletters",
    "en direct",
    "suivez-nous",
    "partager cet article",
    "reagir",
    "commentaires",
    "tags",
    "reagissez",
    "donnez votre avis",
];
/// Short lines below a line that points to others, more of which show a list.
const POINTED: usize = 4;
/// Lines of text below such a line, each under a title, that are teasers; and bytes of one.
const PAIRS: usize = 2;
const TEASER: usize = 280;
/// Lines of titles that may stand in the midst of an article, and bytes of a paragraph behind them.
const RESUMED: usize = 5;
/// Lines of titles, headings and pictures below which two paragraphs in a row take the article up.
const REACH: usize = 8;
const PARAGRAPH: usize = 200;
/// Bytes of a paragraph that no teaser is as long as, and of a title that quotes.
const LONG: usize = 400;
const TITLE: usize = 240;
/// Sentences below a signature or a day that stands again below the text: who the author is, what the page asks for.
const BELOW: usize = 2;
/// Lines around the beginning of the text in which the first of both stands, and lines between them.
const NEAR: usize = 12;
const APART: usize = 6;
/// Bytes of a line of a form.
const FORM: usize = 600;

/// The last line of the article that runs from `first` to `last`, where a line among them says that the page goes on with others: as many
/// short lines follow as sentences, which no article has. `is_text_at` says which lines are text.
pub(crate) fn ended(sheet: &Blocks, (first, last): (usize, usize), is_text_at: &dyn Fn(usize) -> bool) -> usize {
    let again = |at: usize| is_day_again(sheet, first, at) || is_signed_again(sheet, first, at);
    let ends = |at: &usize| is_ender(sheet, *at) || is_wall(sheet.words(*at)) || again(*at);
    let enders: Vec<usize> = (first + 1..=last).filter(ends).collect();
    if enders.is_empty() {
        return last;
    }
    // How many lines are text, and how many are none, from each ender on.
    let (mut texts, mut others, mut at) = (0, 0, last + 1);
    let mut counts = Vec::new();
    for ender in enders.iter().rev() {
        while at > *ender {
            at -= 1;
            if is_text_at(at) { texts += 1 } else { others += 1 }
        }
        counts.push((*ender, texts, others));
    }
    // Where an article goes on, its paragraphs follow each other and are long; a teaser is a title and a sentence.
    // A title may quote, and reads as text then.
    let stops = |at: usize| is_text_at(at) && sheet.words(at).ends_with('.');
    let is_of_pairs = |ender: usize| {
        (ender + 1..=last).filter(|at| is_text_at(*at)).all(|at| sheet.words(at).len() <= TEASER && !(stops(at) && stops(at + 1)))
    };
    // Two paragraphs right behind the titles: the article goes on.
    let paragraph = |at: usize| is_text_at(at) && sheet.words(at).len() >= PARAGRAPH;
    let long = |at: usize| is_text_at(at) && stops(at) && sheet.words(at).len() > LONG;
    let resumes = |ender: usize| {
        (ender + 1..=ender + REACH).any(|at| at < last && paragraph(at) && paragraph(at + 1) || at <= last && long(at))
    };
    let goes_on = |(ender, texts, others): &(usize, usize, usize)| {
        if is_wall(sheet.words(*ender)) {
            let goes_on =
                |at: usize| paragraph(at) && paragraph(at + 1) && [at, at + 1].iter().all(|at| pleads(sheet.words(*at)) == 0);
            return !(ender + 1..=last).any(goes_on);
        }
        if begins_below(sheet, (first, *ender, last), is_text_at) {
            return false;
        }
        if leads_to_comments(sheet, *ender) || *texts <= 1 && closes(sheet, (*ender, last), is_text_at) {
            return true;
        }
        // Who asks in an interview signs it, and each of his questions.
        let signed = is_signed_again(sheet, first, *ender);
        if signed && tells_of_signer(sheet, *ender) {
            return true;
        }
        if signed || is_day_again(sheet, first, *ender) {
            return *texts <= BELOW || !signed && texts <= others;
        }
        let pointer = is_pointer(sheet, *ender);
        if pointer && (resumes(*ender) || is_taken_up(sheet, (first, *ender, last), is_text_at)) {
            return false;
        }
        // Titles of others that quote read as text, and a paragraph stops.
        let rest = || (ender + 1..=last).filter(|at| is_text_at(*at));
        if pointer && rest().count() <= RESUMED && rest().all(|at| !stops(at) && sheet.words(at).len() <= TITLE) {
            return true;
        }
        let is_list = if pointer { *others > POINTED && texts * 2 <= *others } else { *others >= LIST && texts <= others };
        let stopped = (ender + 1..=last).filter(|at| stops(*at)).count();
        let quoting = texts - stopped;
        let titled = stopped >= PAIRS && quoting <= *others && stopped <= others + quoting && !is_text_at(ender + 1);
        is_list || (*texts >= PAIRS && texts < others || titled) && is_of_pairs(*ender)
    };
    let Some((ender, ..)) = counts.into_iter().rev().find(goes_on) else { return last };
    (first..ender).rev().find(|at| is_text_at(*at)).unwrap_or(last)
}

/// Whether a line announces what may stand in the midst of an article, whose text goes on behind: titles of others, a form.
fn is_pointer(sheet: &Blocks, at: usize) -> bool {
    let points = |folded: &str| PHRASES.pointers.iter().any(|pointer| pointer.contains(' ') && folded.starts_with(pointer));
    let inline = |folded: &str| INLINE.contains(&folded.trim_matches(|c: char| !c.is_alphabetic()));
    sheet.strips.get(at).is_some_and(|strip| heads_list(&strip.folded) || inline(&strip.folded) || points(&strip.folded))
}

/// Whether a paragraph below the titles of others at `ender` goes on with the article: longer than teasers are, and in the rare words of what
/// stands above. Headings may stand between.
fn is_taken_up(sheet: &Blocks, (first, ender, last): (usize, usize, usize), is_text_at: &dyn Fn(usize) -> bool) -> bool {
    /// Letters of a rare word, and such words of a paragraph that stand above.
    const RARE: usize = 7;
    const KNOWN: usize = 5;
    let place = |at: usize| sheet.strips.get(at).map(|strip| strip.span.first());
    let (Some(start), Some(end)) = (place(first), place(ender)) else { return false };
    let above = Span::new(start, end).of(&sheet.body).as_bytes();
    let takes_up = |at: usize| {
        let words = sheet.words(at);
        let rare = |word: &&str| word.len() >= RARE && word.starts_with(char::is_lowercase);
        let mut met: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).filter(rare).collect();
        met.sort_unstable();
        met.dedup();
        let known = met.iter().filter(|word| memmem::find(above, word.as_bytes()).is_some()).count();
        known >= KNOWN && known * 3 >= met.len()
    };
    let stopped = |at: usize| is_text_at(at) && sheet.words(at).ends_with(['.', '»', '"']) && sheet.words(at).len() > TEASER;
    (ender + 1..=last.min(ender + REACH)).any(|at| stopped(at) && pleads(sheet.words(at)) == 0 && takes_up(at))
}

/// Paragraphs that follow each other.
#[derive(Clone, Copy, Default)]
struct Run {
    row: usize,
    bytes: usize,
    /// Of them those right below another.
    pairs: usize,
    /// Whether a line that is none stands below the last.
    is_parted: bool,
}

/// Whether most of the article stands below the line at `ender`, in paragraphs that follow each other: what stands above is its lead.
fn begins_below(sheet: &Blocks, (first, ender, last): (usize, usize, usize), is_text_at: &dyn Fn(usize) -> bool) -> bool {
    /// Paragraphs in a row, and how many times as long they are as what stands above.
    const ROW: usize = 4;
    const TIMES: usize = 3;
    let paragraph = |at: &usize| sheet.words(*at).len() >= PARAGRAPH && is_text_at(*at);
    let above: usize = (first..ender).filter(|at| is_text_at(*at)).map(|at| sheet.words(at).len()).sum();
    // A heading and pictures may part two paragraphs; a teaser has a title each.
    let (mut best, mut run) = (0, Run::default());
    for at in ender + 1..=last {
        match sheet.strips.get(at).map(|strip| strip.kind) {
            Some(BlockKind::Caption) => {}
            _ if paragraph(&at) => {
                run = Run {
                    row: run.row + 1,
                    bytes: run.bytes + sheet.words(at).len(),
                    pairs: run.pairs + usize::from(run.row > 0 && !run.is_parted),
                    is_parted: false,
                };
                best = best.max(if run.row >= ROW && run.pairs >= PAIRS { run.bytes } else { 0 });
            }
            _ if run.is_parted => run = Run::default(),
            _ => run.is_parted = true,
        }
    }
    let asks = || (ender + 1..=last).filter(paragraph).take(ROW).all(|at| pleads(sheet.words(at)) > 0);
    best > above * TIMES && !asks()
}

/// Whether a line ends the article, below which nothing but a title with a full stop stands, or the words of a form.
fn closes(sheet: &Blocks, (ender, last): (usize, usize), is_text_at: &dyn Fn(usize) -> bool) -> bool {
    let inline = |folded: &str| INLINE.contains(&folded.trim_matches(|c: char| !c.is_alphabetic()));
    let points = sheet.strips.get(ender).is_none_or(|strip| heads_list(&strip.folded) || inline(&strip.folded));
    let text = (ender + 1..=last).find(|at| is_text_at(*at));
    is_ender(sheet, ender) && !points && text.is_none_or(|at| sheet.words(at).len() <= TEASER)
}

/// The last line of the article without the titles of others that end it: each quotes, and reads as text then, right below the name of the
/// section it is filed under.
pub(crate) fn before_filed(sheet: &Blocks, (first, mut last): (usize, usize), is_text_at: &dyn Fn(usize) -> bool) -> usize {
    let filed = |at: usize| {
        let words = sheet.words(at);
        let section = at.checked_sub(1).map(|above| fold(sheet.words(above)));
        words.len() <= TITLE && words.ends_with(['»', '"', '”', '?', '!']) && section.is_some_and(|section| is_section(&section))
    };
    while last > first && filed(last) {
        let Some(above) = (first..last).rev().find(|at| is_text_at(*at)) else { break };
        last = above;
    }
    last
}

/// Whether a page repeats below its text the line of the day that stands above it: the text that begins at `first` is over.
fn is_day_again(sheet: &Blocks, first: usize, at: usize) -> bool {
    let words = sheet.words(at);
    let head = || first.saturating_sub(NEAR)..(first + NEAR).min(at.saturating_sub(APART));
    let again = words.len() <= ENDER && years(words) > 0 && !is_text(words) && head().any(|above| sheet.words(above) == words);
    again && is_told(sheet, first, at)
}

/// Whether more than a lead stands between `first` and `at`.
fn is_told(sheet: &Blocks, first: usize, at: usize) -> bool {
    /// Bytes of a lead.
    const LEAD: usize = 300;
    (first..at).map(|line| sheet.words(line)).filter(|words| is_text(words)).map(str::len).sum::<usize>() > LEAD
}

/// Whether a page repeats below its text the name that signs above it: `Par Claire Dumont`.
fn is_signed_again(sheet: &Blocks, first: usize, at: usize) -> bool {
    /// Bytes of a line above that holds the name, with the day at most.
    const SIGNATURE: usize = 120;
    let words = sheet.words(at);
    let name = ["Par ", "par ", "By "].iter().find_map(|by| words.strip_prefix(by)).unwrap_or(words);
    let signs = || words.len() <= ENDER && (2..=4).contains(&name.split(' ').count()) && is_name(name) && is_person(name);
    let above = |above: usize| sheet.words(above).len() <= SIGNATURE && sheet.words(above).contains(name);
    let head = || first.saturating_sub(NEAR)..(first + 2).min(at.saturating_sub(APART));
    words.starts_with(char::is_alphabetic) && signs() && head().any(above) && is_told(sheet, first, at)
}

/// Whether what stands below a name tells of who bears it: `Claire Dumont`, `Claire Dumont est historienne à Valmont.`
fn tells_of_signer(sheet: &Blocks, at: usize) -> bool {
    let words = sheet.words(at);
    let name = ["Par ", "par ", "By "].iter().find_map(|by| words.strip_prefix(by)).unwrap_or(words);
    let rest = sheet.words(at + 1).strip_prefix(name);
    rest.is_some_and(|rest| rest.starts_with([' ', ',']) && rest.len() > 2 && is_text(sheet.words(at + 1)))
}

/// Whether a line announces comments, and the first of them stands a few lines below: the rules of the house stand between.
fn leads_to_comments(sheet: &Blocks, at: usize) -> bool {
    /// Lines of such rules.
    const RULES: usize = 20;
    const LABELS: &[&str] = &["commentaire", "reaction", "reagir", "comment", "avis", "kommentar"];
    let announces = sheet.strips.get(at).is_some_and(|strip| LABELS.iter().any(|label| strip.folded.contains(label)));
    let kinds = || sheet.strips.iter().skip(at + 1).take(RULES).map(|strip| strip.kind);
    announces && kinds().any(|kind| kind == BlockKind::Comment)
}

/// Whether a line says that the rest is for those who pay: `Il vous reste 57 % de cet article à lire.`
fn is_wall(words: &str) -> bool {
    /// Bytes of such a line.
    const WALL: usize = 200;
    const WALLS: &[&str] = &[
        "il vous reste ",
        "la suite est reservee",
        "la suite de cet article est reservee",
        "cet article est reserve aux abonnes",
        "pour lire la suite",
        "pour lire l'integralite",
        "this article is for subscribers",
        "subscribe to continue reading",
        "weiterlesen mit",
    ];
    words.len() <= WALL && words.starts_with(['I', 'L', 'C', 'P', 'T', 'S', 'W']) && {
        let folded = fold(words);
        WALLS.iter().any(|wall| folded.starts_with(wall))
    }
}

/// Whether a line says that the article is over.
pub(crate) fn is_ender(sheet: &Blocks, at: usize) -> bool {
    let Some(strip) = sheet.strips.get(at).filter(|strip| strip.span.len() <= ENDER && !strip.folded.is_empty()) else {
        return false;
    };
    // A number may stand before or behind: `12 commentaires`, `Vos réactions (3)`.
    let plain = strip.folded.trim_matches(|c: char| !c.is_alphabetic());
    PHRASES.enders.contains(plain) || ENDER_OPENINGS.iter().any(|opening| plain.starts_with(opening))
}

/// Whether a line may be one of a form: it speaks of what the page offers.
pub(crate) fn is_of_form(words: &str) -> bool {
    words.len() <= FORM && (pleads(words) >= 1 || words.len() <= 2 * ENDER && is_plea(words))
}
