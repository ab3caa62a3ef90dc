//! Header lines: where a text itself says when it was published, by whom and where. They are furniture once read.
//!
//! Lines at the head and at the foot of a text are looked at, captions left out.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::byline::{Byline, by_name, is_outlet, parties, signed};
use crate::ingest::rules::caption::is_of_pictures;
use crate::ingest::rules::date_context::{
    COPIED, EDITED, PUBLISHED, UPDATED, besides, besides_at_least, has_clock, is_of_another, left, opens_with_marker,
    opens_with_marker_and_bar,
};
use crate::ingest::rules::date_parser::{ParsedDate, leading_iso, short_stamps, stamps, years};
use crate::ingest::rules::dated_signatures::{
    beside_day, counts_comments, is_byline_with_day, is_day_with_account, is_day_with_byline, is_filed, is_signed_at_end,
    names_section, signs_a_letter,
};
use crate::ingest::rules::header_order::{order, settle_others};
use crate::ingest::rules::header_pairs::{self, is_signer};
use crate::ingest::rules::line_parts::{before_buttons, before_date, goes_on, parts, unglued, without_verb};
use crate::ingest::rules::outlet::{named, signature};
use crate::ingest::rules::page_bounds;
use crate::ingest::rules::page_ends;
use crate::ingest::rules::phrases::PHRASES;
use crate::ingest::rules::signers::{house_of_newsroom, is_brand, is_newsroom, is_person, is_whole_name};
use crate::ingest::rules::weekdays::is_weekday;
use crate::model::article::BlockKind;
use crate::model::date::PartialDate;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Header lines are at most this long, in bytes.
const LONGEST: usize = 200;

/// Lines between one that gives a date beside other things and one that gives it alone.
const BESIDE: usize = 3;

/// The rule of a date that stands alone on a line, of which no word says what happened then.
pub const BARE: &str = "a line of its own gives the date";
/// The rules of a date that a word calls one of publication or of a change.
const SAID: &str = "a line says when it was published";
const CHANGED: &str = "a line says when it was updated";

/// A date a header line gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateLine {
    /// The date.
    pub date: PartialDate,
    /// The words, in the body.
    pub span: Span,
    /// What the line says it is.
    pub rule: &'static str,
}

/// What header lines say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderFacts {
    /// When it was published.
    pub published: Option<DateLine>,
    /// When it was last changed.
    pub updated: Option<DateLine>,
    /// Who wrote it, for which outlet.
    pub byline: Byline,
    /// The headline, when a line says `Titre : …`.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The line that says when it was published, or else who wrote it: the headline stands above.
    pub(crate) place: Option<usize>,
    /// Whether the line with the day holds nothing else.
    pub(crate) sole: bool,
}

/// Reads the header lines of `sheet` and settles them as furniture.
pub fn read(sheet: &mut Blocks) -> HeaderFacts {
    let mut header = HeaderFacts::default();
    prefix(sheet, &mut header);
    let bounds = page_bounds::find(sheet).unwrap_or_default();
    let order = order(sheet, bounds);
    let others = settle_others(sheet, bounds);
    for (at, head) in order {
        let Some(strip) = sheet.strips.get(at) else { break };
        if strip.settled || strip.span.len() > LONGEST || others.contains(&at) {
            continue;
        }
        let span = strip.span;
        if head && take_labelled(sheet, at, &mut header) {
            continue;
        }
        let words = sheet.words(at);
        if head && header_pairs::labels(sheet, at, &mut header.byline) {
            sheet.settle(at, BlockKind::Furniture);
            sheet.settle(at + 1, BlockKind::Furniture);
            header.place = header.place.or(Some(at));
            continue;
        }
        if bounds.is_crowded() && header_pairs::is_of_record(sheet, at) {
            sheet.settle(at, BlockKind::Furniture);
            continue;
        }
        let near = header.place.is_some_and(|place| place.abs_diff(at) <= BESIDE);
        // Under a menu what stands below the text is often of the next article: a day at the head stays.
        let kept = (header.published, header.sole);
        let dated =
            dated(words, span, (head, near), &mut header) || head && header_pairs::leads_to_date(sheet, at, &mut header.byline);
        if (!head || at > bounds.last) && bounds.is_crowded() && kept.0.is_some() {
            (header.published, header.sole) = kept;
        }
        if dated && header.published.is_some_and(|line| span.holds(line.span.first())) {
            header.place = Some(at);
        }
        // `par Messenger` is a way to share.
        let named = |name: &&str| !PHRASES.whole.contains(&*fold(name));
        let small = || head.then(|| by_name(words).filter(named)).flatten().map(|name| format!("Par {name}"));
        // Below a line that heads a list of others their authors sign.
        let others =
            at > bounds.last && bounds.is_crowded() && (bounds.last + 1..at).any(|line| page_ends::is_ender(sheet, line));
        let signs = |byline: &mut Byline| !others && signed(small().as_deref().unwrap_or(words), byline);
        if dated
            || keyed(words, (head, bounds.is_crowded(), bounds.is_crowded() && at > bounds.first), &mut header)
            || signs(&mut header.byline)
        {
            sheet.settle(at, BlockKind::Furniture);
            header.place = header.place.or(head.then_some(at));
        }
    }
    elsewhere::far(sheet, &mut header);
    header
}

/// Takes the day below a label at `at`; of a change it is no day of publication, whatever was read of its line.
fn take_labelled(sheet: &mut Blocks, at: usize, header: &mut HeaderFacts) -> bool {
    let Some((date, span, changed)) = header_pairs::labelled_day(sheet, at) else { return false };
    sheet.settle(at, BlockKind::Furniture);
    sheet.settle(at + 1, BlockKind::Furniture);
    if changed {
        header.updated = header.updated.or(Some(DateLine { date, span, rule: CHANGED }));
        header.published = header.published.filter(|published| published.span != span);
    } else if header.published.is_none_or(|published| published.rule == BARE) {
        (header.published, header.sole, header.place) = (Some(DateLine { date, span, rule: SAID }), false, Some(at));
    }
    true
}

/// `date 2020-05 Le nouveau…`: the date opens the first line and the text goes on behind it.
fn prefix(sheet: &mut Blocks, header: &mut HeaderFacts) {
    let Some(first) = sheet.strips.first().map(|strip| strip.span) else { return };
    let words = first.of(&sheet.body);
    let Some((key, rest)) = words.split_at_checked(4).filter(|(key, _)| key.eq_ignore_ascii_case("date")) else { return };
    let blank = rest.len() - rest.trim_start_matches([' ', ':', '\u{a0}', '=']).len();
    let Some((_, value)) = rest.split_at_checked(blank).filter(|_| blank > 0) else { return };
    if let Some(stamp) = leading_iso(value) {
        let span = Span::new(first.first(), first.first() + key.len() + blank + stamp.span.after());
        header.published = Some(DateLine { date: stamp.date, span, rule: "the text opens with its date" });
        sheet.cut(0, span);
    }
}

/// `SOURCE: FRENCH PRESS TV`, `Titre : …`, `Auteur : …`.
fn keyed(words: &str, (head, crowded, foot): (bool, bool, bool), header: &mut HeaderFacts) -> bool {
    /// Characters of a key.
    const KEY: usize = 34;
    let start = words.as_bytes().get(..KEY * char::MAX.len_utf8() + 1).unwrap_or(words.as_bytes());
    let Some((key, value)) = memchr::memchr(b':', start).and_then(|_| words.split_once(':')) else { return false };
    let value = value.trim();
    let signer = || {
        let years = stamps(value, true);
        let dates: Vec<&str> = years.iter().map(|stamp| stamp.span.of(value)).collect();
        without_verb(before_date(value, &dates)).trim_end_matches([',', ' ', '|']).to_owned()
    };
    if key.chars().count() > KEY || value.is_empty() {
        return false;
    }
    let slot = match fold(key.trim()).as_str() {
        // Below the text of a page it is what the article relies on.
        "source" | "sources" if foot => return false,
        "source" | "sources" | "journal" | "outlet" | "publisher" => {
            let Some(outlet) = named(value).filter(|_| !is_of_pictures(value)) else { return false };
            header.byline.outlet.get_or_insert(outlet);
            return true;
        }
        // Under a menu it is that of a work under review.
        "titre" | "title" | "headline" if head && !crowded => &mut header.title,
        key if is_signer(key) => {
            // A house that signs with its address is no author.
            let address = value.starts_with("www.") || value.contains("://");
            if is_newsroom(value) {
                header.byline.outlet = header.byline.outlet.take().or_else(|| house_of_newsroom(value).and_then(named));
                return true;
            }
            let slot = if address { &mut header.byline.outlet } else { &mut header.byline.author };
            slot.get_or_insert_with(signer);
            return true;
        }
        "url" | "lien" | "link" | "permalink" => &mut header.url,
        _ => return false,
    };
    slot.get_or_insert(value.to_owned());
    true
}

/// A line that is about its date: `Publié le 22/07/2020 à 14h05`, `Le Monde.fr avec AFP | 15.08.2013 à 10h12`.
/// `head` says whether the line is at the head, `near` whether the one that gave the day stands next to it.
fn dated(words: &str, span: Span, (head, near): (bool, bool), header: &mut HeaderFacts) -> bool {
    /// Outlet and author beside the date.
    const MOST: usize = 9;
    /// Words of a date that are neither numbers nor [`BESIDE`].
    const DATE: usize = 5;
    // Neither a date nor a time of day is without a number.
    if !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // A date takes away its month and its weekday at most.
    let years = years(words);
    // `Posted by Claire on 4 May 2022 in Rives | 334 Views | Leave a response`: what stands behind a bar is counted apart.
    let words = if opens_with_marker_and_bar(words) { words.split('|').next().unwrap_or(words).trim_end() } else { words };
    let words = before_buttons(words);
    if besides_at_least(words, MOST + years * DATE + 1) {
        return false;
    }
    let english = || {
        let folded = fold(words);
        ["published", "posted", "updated", "modified"].iter().any(|word| folded.contains(word)) || folded.starts_with("by ")
    };
    let mut found = if years > 0 { stamps(words, !english()) } else { Vec::new() };
    let is_about_a_day =
        || (head || has_clock(words)) && (has_clock(words) || opens_with_marker(words)) || head && besides(words, &[]) == 0;
    if found.is_empty() && (is_about_a_day() || parts(words).any(|part| says_when(part, &[""]))) {
        found = short_stamps(words, !english());
    }
    if found.is_empty() {
        // `Mis à jour à 14h33`, under a line that gave the day.
        return head && has_clock(words) && says_when(words, &[""]) && besides(words, &[]) <= 1;
    }
    let folded = fold(words);
    if COPIED.iter().any(|opening| folded.starts_with(opening)) {
        return true;
    }
    let (line_as_read, dates) = without_commas(words, &found);
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let line_as_read = unglued(&line_as_read, &dates);
    let (read, besides) = (line_as_read.as_str(), besides(&line_as_read, &dates));
    // No section is called by so many words: this is prose that holds a date.
    if besides > MOST || goes_on(words) {
        return false;
    }
    let clock = has_clock(words);
    let short = words.ends_with(" min.") || words.ends_with(" mn.") || clock && is_signed_at_end(words);
    let sentence = words.ends_with('.') && !short;
    // What a page prints twice without a blank is its own day: of publication, and of a change.
    let twice = found.windows(2).any(|two| matches!(two, [a, b] if a.span.after() == b.span.first()));
    let marked = !sentence && (twice || is_filed(words, &found) || parts(read).any(|part| says_when(part, &dates)));
    let set_off = is_set_off(read, &dates);
    let alone = besides == 0
        || names_section(&left(read, &dates))
        || head
            && besides == 1
            && words.split(' ').next().is_some_and(|first| is_brand(first) && first.contains(char::is_lowercase))
        || besides <= 7 && (counts_comments(&folded) || clock || set_off) && !sentence;
    let beside_day = if head && besides <= MOST && !sentence { beside_day(read, &dates) } else { None };
    let signed = head && (is_byline_with_day(read, &dates) || is_day_with_byline(read, &dates));
    let letter = beside_day.is_some() || signed || head && (signs_a_letter(words, &found) || is_day_with_account(read, &dates));
    if !(marked || letter || alone && head && !is_of_another(words, &found)) {
        return false;
    }
    // A day that somebody signs holds as firm as one that stands alone.
    take_stamps(words, span, &found, (if signed { 0 } else { besides }, near), header);
    if let Some(name) = beside_day.filter(|_| !marked) {
        header.byline.author.get_or_insert(name.to_owned());
    }
    parties(read, &dates, &mut header.byline);
    true
}

/// Takes the dates that were `found` in a line with so many words beside them: of publication or of a change, as the words before each say.
fn take_stamps(words: &str, span: Span, found: &[ParsedDate], (besides, near): (usize, bool), header: &mut HeaderFacts) {
    let line = |stamp: &ParsedDate, rule| DateLine { date: stamp.date, span: stamp.span.shift(span.first()), rule };
    for stamp in found {
        // The word nearest before a date says what it is.
        let before = fold(words.get(..stamp.span.first()).unwrap_or_default());
        let updated = last_of(&before, UPDATED).max(last_of(&before, EDITED));
        let published = last_of(&before, PUBLISHED);
        if updated > published {
            header.updated = header.updated.or(Some(line(stamp, CHANGED)));
        } else {
            let rule = if published.is_some() { SAID } else { BARE };
            // A year alone is that of some archive or right.
            if rule == BARE && stamp.date.parts().1.is_none() {
                continue;
            }
            // A line that says so goes before one that gives a date alone, and that before one next to it that says other things, too.
            let bare = header.published.is_some_and(|line| line.rule == BARE);
            let sole = rule == BARE && besides == 0;
            let better = bare && (rule != BARE || sole && near && !header.sole);
            if better || header.published.is_none() {
                (header.published, header.sole) = (Some(line(stamp, rule)), sole);
            }
        }
    }
}

/// `words` and the dates `found` in it without the commas inside the dates: all others divide the line into parts.
fn without_commas(words: &str, found: &[ParsedDate]) -> (String, Vec<String>) {
    // `lundi, 20 novembre 2023`: the comma behind a weekday divides nothing.
    let weekday = |before: &str| before.rsplit(' ').next().is_some_and(|last| is_weekday(&last.to_lowercase()));
    let mut line = words.to_owned();
    while let Some(at) = line.match_indices(", ").map(|(at, _)| at).find(|at| weekday(line.get(..*at).unwrap_or_default())) {
        line.replace_range(at..=at, "");
    }
    found.iter().fold((line, Vec::new()), |(line, mut dates), stamp| {
        let date = stamp.span.of(words);
        let plain = date.replace(',', "").replace(['•', '·'], ".");
        let line = line.replace(date, &plain);
        dates.push(plain);
        (line, dates)
    })
}

/// Whether one part of a line is the date and nothing else. A comma sets a date off in a caption too, so that there an
/// outlet must stand beside it.
fn is_set_off(words: &str, dates: &[&str]) -> bool {
    let date_alone = |part: &str| dates.iter().any(|date| part.contains(date)) && besides(part, dates) == 0;
    let divided = words.contains(['|', '•', '·']) || [" - ", " – ", " — "].iter().any(|dash| words.contains(dash));
    parts(words).count() > 1
        && parts(words).any(date_alone)
        && (divided
            || parts(words).any(|part| is_outlet(part) || ["Par ", "By ", "par ", "by "].iter().any(|by| part.starts_with(by))))
}

/// Whether a part of a line begins with `Publié le` or the like, a signature at most before it, and holds a date.
fn says_when(part: &str, dates: &[&str]) -> bool {
    let holds_one = dates.iter().any(|date| part.contains(date));
    let begins = |text: &str| {
        let folded = fold(text);
        let folded = folded.strip_prefix("article ").unwrap_or(&folded);
        PUBLISHED.iter().chain(UPDATED).any(|marker| {
            let rest = folded.strip_prefix(marker).filter(|rest| !rest.starts_with(char::is_alphanumeric));
            // "Date" of what: of the article, and not of some certificate.
            rest.is_some_and(|rest| *marker != "date" || is_of_article(rest))
        })
    };
    // `Par Jean Dupont Publié le …`: the capital begins anew what no mark sets off.
    let behind_name = || {
        part.match_indices(' ').any(|(at, _)| {
            let (name, rest) = part.split_at_checked(at).unwrap_or_default();
            let rest = rest.trim_start();
            (rest.starts_with(char::is_uppercase) || name.split(" et ").all(is_person) && name.contains(" et "))
                && begins(rest)
                && (["Par ", "By ", "Auteur", "Author"].iter().any(|by| name.starts_with(by))
                    || signature(name).is_some()
                    || is_whole_name(name))
        })
    };
    holds_one && (begins(part) || behind_name())
}

/// Whether what stands behind a folded "date" leaves it the date of the article: a colon, figures, `de publication`.
fn is_of_article(rest: &str) -> bool {
    let rest = rest.trim_start();
    let words = ["de publication", "de parution", "of publication", "de mise", "published", "posted"];
    rest.starts_with(|c: char| c == ':' || c == '=' || c.is_ascii_digit()) || words.iter().any(|word| rest.starts_with(word)) || {
        // `Date mercredi 3 mars 2020`: a date in words.
        rest.split(' ').take(2).any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    }
}

/// Where the last of `markers` stands in `folded` as whole words.
fn last_of(folded: &str, markers: &[&str]) -> Option<usize> {
    let whole = |at: usize, marker: &str| {
        let (before, rest) = folded.split_at_checked(at)?;
        let after = rest.strip_prefix(marker)?;
        (!before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)).then_some(at)
    };
    markers.iter().filter_map(|marker| folded.rmatch_indices(marker).find_map(|(at, _)| whole(at, marker))).max()
}

pub(crate) mod elsewhere;
#[cfg(test)]
mod tests;
