//! Whose a scraped page is, by the notice of rights at its foot: `© Le Parisien`, `© 2019 - Tous droits réservés sur les contenus du site …`.
//!
//! The last resort for the outlet of a page, behind all that signs its article. A company that owns many papers is none of them: a name
//! counts only where the page calls itself so elsewhere, an address always. Asked by `assemble`.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::brand_lines::is_house_name;
use crate::ingest::rules::byline::is_name;
use crate::ingest::rules::masthead;
use crate::ingest::rules::masthead::mailbox;
use crate::ingest::rules::outlet::agency;
use crate::ingest::rules::page_bounds;
use crate::ingest::rules::rights::looks::{LONGEST, MOST, NAME, holds_word, is_called, is_head, is_papers, says_itself, shorter};
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Letters of a name that lines hold.
const WITHIN: usize = 5;
/// Words of a name that stands alone on another line, too.
const LONG: usize = 7;
/// Lines of furniture below an article that are a menu.
const MENU: usize = 12;

/// The outlet that the notice of rights below the article of `sheet` names.
pub(crate) fn outlet(sheet: &Blocks) -> Option<String> {
    let bounds = page_bounds::find(sheet)?;
    if let Some(house) = masthead::in_title(sheet) {
        return Some(house);
    }
    let below = |at: &usize| {
        sheet
            .strips
            .get(*at)
            .is_some_and(|strip| (strip.kind == BlockKind::Furniture || bounds.is_crowded()) && strip.span.len() <= LONGEST)
    };
    let mut notices: Vec<usize> =
        (bounds.last + 1..sheet.strips.len()).filter(below).filter(|at| is_notice(sheet.words(*at))).collect();
    // A menu above may hold the foot of the page.
    if notices.is_empty() && bounds.is_crowded() {
        notices = (0..bounds.first).filter(below).filter(|at| is_foot(sheet.words(*at))).collect();
    }
    let address = || notices.iter().rev().find_map(|at| address(sheet.words(*at)));
    let outside = |at: &usize| (*at < bounds.first || *at > bounds.last) && !notices.contains(at);
    let calls = |line: &str, name: &str| is_called(line, name) || is_head(line, name);
    // What several lines hold is called so, wherever in them it stands.
    let within = |name: &str| {
        let holds = |at: &usize| outside(at) && sheet.words(*at).len() <= LONGEST && holds_word(sheet.words(*at), name);
        name.len() >= WITHIN && (0..sheet.strips.len()).filter(holds).nth(1).is_some()
    };
    let called = |name: &str| (0..sheet.strips.len()).filter(outside).any(|at| calls(sheet.words(at), name)) || within(name);
    let short = |name: &String| name.split(' ').count() <= MOST && is_papers(name);
    let papers = || notices.iter().rev().find_map(|at| name(sheet.words(*at)).filter(short));
    let held = || notices.iter().rev().find_map(|at| held(sheet, *at));
    let above = || notices.iter().rev().find_map(|at| name_above(sheet, *at)).filter(|name| is_papers(name));
    let named = || notices.iter().rev().find_map(|at| name(sheet.words(*at)).filter(|name| called(name)));
    let small = || notices.iter().rev().find_map(|at| in_small_letters(sheet, *at));
    let around = |at: &usize| *at > bounds.last && below(at) || *at < bounds.first && bounds.is_crowded();
    // What a house says of its own data may run on at length.
    let said = |at: &usize| {
        let outside = *at > bounds.last || *at < bounds.first && bounds.is_crowded();
        around(at) || outside && sheet.strips.get(*at).is_some_and(|strip| strip.kind == BlockKind::Furniture)
    };
    let itself = || (0..sheet.strips.len()).filter(said).find_map(|at| says_itself(sheet.words(at)));
    let notice = || notices.iter().rev().find_map(|at| name(sheet.words(*at))).or_else(address);
    // A menu may stand below the article alone.
    let known = (bounds.last + 1..sheet.strips.len())
        .filter(|at| sheet.strips.get(*at).is_some_and(|strip| strip.kind == BlockKind::Furniture));
    let is_page = bounds.is_crowded() || known.count() >= MENU;
    let agreed = || if is_page { masthead::outlet(sheet, bounds, notice().as_deref()) } else { None };
    let written = |name: &String| name.contains(char::is_uppercase) && !name.contains('.');
    let spelled = |host: String| agreed().filter(|name| written(name) && masthead::is_same(name, &host)).unwrap_or(host);
    let signs = papers().or_else(|| address().map(spelled)).or_else(named);
    let words = |at: usize| sheet.words(at);
    let boxed = || if is_page { mailbox::host((0..sheet.strips.len()).filter(outside).map(words)) } else { None };
    let lone = || {
        let others = (0..sheet.strips.len()).filter(outside).map(words);
        if is_page { lone::lone(notices.iter().map(|at| words(*at)), others) } else { None }
    };
    let found = signs.or_else(small).or_else(above).or_else(held).or_else(itself).or_else(agreed).or_else(lone).or_else(boxed)?;
    let part = shorter(&found, (0..sheet.strips.len()).map(words)).map(str::to_owned);
    Some(part.unwrap_or(found))
}

/// The name alone on the line above a notice that names nobody: `La Gazette` over `© Tous droits réservés.`.
fn name_above(sheet: &Blocks, at: usize) -> Option<String> {
    let notice = sheet.words(at);
    let bare = notice.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !is_year(word));
    let rights = ["tous", "droits", "reserves", "all", "rights", "reserved", "copyright", "c"];
    if bare.map(fold).any(|word| !rights.contains(&&*word)) {
        return None;
    }
    let line = sheet.words(at.checked_sub(1)?);
    let fits = (1..=MOST).contains(&line.split(' ').count()) && line.starts_with(char::is_uppercase) && line.len() <= NAME;
    fits.then(|| name(line)).flatten().filter(|name| name == line && !is_section(&fold(name)))
}

/// The name of a house that a notice of many words holds and that stands alone elsewhere: `© La Presse du Val Éditions et La Gazette SA`.
fn held(sheet: &Blocks, at: usize) -> Option<String> {
    let notice = sheet.words(at);
    let holds = |line: &&str| {
        // Of a house by its looks, or what the sign or the year leads to.
        let (house, many) = (is_house_name(line), line.split(' ').count());
        let led = |before: &str| {
            let before = before.trim_end();
            house || many > MOST && (before.ends_with(['©', ')']) || before.ends_with(|c: char| c.is_ascii_digit()))
        };
        let whole = |at: usize| {
            let (before, rest) = notice.split_at_checked(at).unwrap_or_default();
            let after = rest.get(line.len()..).unwrap_or_default();
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric) && led(before)
        };
        line.len() <= NAME
            && many <= LONG
            && line.starts_with(char::is_uppercase)
            && notice.match_indices(*line).any(|(at, _)| whole(at))
    };
    let lines = (0..sheet.strips.len()).filter(|other| *other != at).map(|other| sheet.words(other));
    let rights = |line: &&str| is_notice(line) || is_section(&fold(line)) || masthead::is_never(line);
    lines.filter(holds).filter(|line| !rights(line)).max_by_key(|line| line.len()).map(str::to_owned)
}

/// The name that a notice writes in small letters without a blank, as another line of the page spells it: `© 2024 gazetteduval`.
fn in_small_letters(sheet: &Blocks, at: usize) -> Option<String> {
    /// Letters of such a name.
    const LETTERS: usize = 6;
    let mut words = sheet.words(at).split([' ', '©', ',']).filter(|word| !word.is_empty() && !is_year(word));
    let glued = words.next().filter(|word| word.len() >= LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase()))?;
    let spelled = |line: &str| {
        let name =
            line.split([" - ", " – ", " | ", " : "].iter().find(|mark| line.contains(**mark)).copied().unwrap_or("|")).next()?;
        let name = name.trim();
        let proper = name.starts_with(char::is_uppercase) && name.len() <= NAME;
        (proper && words.clone().next().is_none() && masthead::is_same(name, glued)).then(|| name.to_owned())
    };
    (0..sheet.strips.len()).filter(|other| *other != at).find_map(|other| spelled(sheet.words(other)))
}

/// The same of a page with a menu above its article, whose own name goes before that of an agency that signs there.
pub(crate) fn house(sheet: &Blocks) -> Option<String> {
    page_bounds::find(sheet).filter(|bounds| bounds.is_crowded()).and_then(|_| outlet(sheet))
}

/// The same where it goes before `signed`, the house that a line names beside the day: the title of the page's window names it, or more
/// lines of the page do.
pub(crate) fn rather(sheet: &Blocks, signed: &str) -> Option<String> {
    let own = house(sheet).filter(|own| !masthead::is_same(own, signed))?;
    let lines = |name: &str| {
        sheet.strips.iter().filter(|strip| strip.span.len() <= LONGEST && strip.span.of(&sheet.body).contains(name)).count()
    };
    (masthead::in_title(sheet).is_some() || lines(&own) > lines(signed)).then_some(own)
}

/// Whether a name of one word that signs on a page with a menu is rather the author's than a house's: it looks like none, and no notice or
/// address on the page is its.
pub(crate) fn is_pen_name(sheet: &Blocks, name: &str) -> bool {
    let own = |line: &str| {
        line.contains(name) && is_notice(line)
            || line.len() <= LONGEST && line.split(' ').any(|word| word.contains('.') && masthead::is_same(name, word))
    };
    // Who signs other articles, too, is no house however the name is written.
    let signs = |line: &str| {
        ["Par ", "par ", "By ", "by "].iter().any(|by| line.strip_prefix(by).is_some_and(|rest| rest.starts_with(name)))
    };
    let again = || (0..sheet.strips.len()).filter(|at| signs(sheet.words(*at))).nth(1).is_some();
    !name.contains([' ', '.'])
        && (!is_papers(name) && !is_house_name(name) || again())
        && page_bounds::find(sheet).is_some_and(page_bounds::PageBounds::is_crowded)
        && !(0..sheet.strips.len()).any(|at| own(sheet.words(at)))
}

/// Whether a line that stands above the text is a notice of rights, and not the credit of a picture: it has a year or says so.
fn is_foot(words: &str) -> bool {
    is_notice(words)
        && (words.bytes().any(|byte| byte.is_ascii_digit())
            || ["roits", "ROITS", "opyright", "OPYRIGHT", "ights"].iter().any(|right| words.contains(right)))
}

/// Whether a line says whose the rights of a page are.
fn is_notice(words: &str) -> bool {
    const SIGNS: &[&str] = &[
        "©",
        "(c) ",
        "(C) ",
        "Copyright",
        "COPYRIGHT",
        "ropriété intellectuelle",
        "droit d'auteur",
        "roits réservés",
        "ROITS RÉSERVÉS",
        "ights reserved",
        "erechos reservados",
        "erechos Reservados",
        "echte vorbehalten",
    ];
    SIGNS.iter().any(|sign| words.contains(sign)) || is_dated(words)
}

/// `2010 - 2023 La Gazette`, `@ La Gazette 2015`: years and a name, and nothing else.
fn is_dated(words: &str) -> bool {
    const LONGEST: usize = 60;
    let parts: Vec<&str> = words.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    let named = parts.iter().filter(|word| !is_year(word)).count();
    let edge = words.starts_with('@') && parts.last().is_some_and(|last| is_year(last))
        // A year alone before a name may be that of an event: `2024 Valmont Marathon`.
        || words.starts_with(['-', '–', '1', '2'])
            && parts.first().is_some_and(|first| is_year(first) && (parts.len() < words.split_whitespace().count() || first.len() > 4));
    words.len() <= LONGEST
        && edge
        && (1..=MOST).contains(&named)
        && parts.iter().all(|word| is_year(word) || word.starts_with(char::is_uppercase) || word.len() <= 3)
}

/// The address in a notice, without `www.`: `© laviedesidees.fr - Toute reproduction interdite`.
fn address(words: &str) -> Option<String> {
    let parts = words.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '©' | '@' | '(' | ')'));
    parts.map(|part| part.trim_end_matches(['.', ':', ';'])).find_map(|part| {
        let host = part.to_lowercase();
        let host = host.strip_prefix("www.").unwrap_or(&host);
        let (name, ending) = host.rsplit_once('.')?;
        let of_letters = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'));
        let known = (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase());
        (known
            && name.len() >= 3
            && !masthead::is_never(host)
            && of_letters(name)
            && name.bytes().any(|byte| byte.is_ascii_alphabetic()))
        .then(|| host.to_owned())
    })
}

/// What says the rights, folded, and as it stands behind a name; what an owner of papers is called.
const RIGHTS: &[&str] = &[
    "copyright",
    "droits d'auteur",
    "droit d'auteur",
    "ce site",
    "les marques",
    "le contenu",
    "tous droits",
    "tous les droits",
    "all rights",
    "droits reserves",
    "toute reproduction",
    "registro",
    "crown copyright",
    "todos los derechos",
    "derechos reservados",
    "alle rechte",
];
/// What leads to who made the page.
const MAKERS: &[&str] = &["develop", "powered by", "made by", "design", "realis", "une realisation", "propulse par"];
const RIGHTS_INSIDE: &[&str] = &[
    " Tous droits",
    " TOUS DROITS",
    " tous droits",
    " All rights",
    " All Rights",
    " ALL RIGHTS",
    " Todos los derechos",
    " Alle Rechte",
];
const OWNERS: &[&str] = &[
    "groupe",
    "group",
    "nv",
    "bv",
    "inc",
    "ltd",
    "cie",
    "media",
    "publishing",
    "society",
    "partners",
    "llc",
    "communications",
    "editions",
    "publications",
    "gmbh",
    "ag",
    "mediengruppe",
    "medien",
    "verlag",
    "rundfunk",
    "network",
    "interactive",
    "newspapers",
    "entertainment",
    "holding",
    "holdings",
    "corp",
    "enterprises",
    "ventures",
    "publishers",
    "brands",
    "industries",
    "company",
    "limited",
    "corporation",
    "editora",
    "editorial",
];

/// The name in one part of a notice.
fn of_part(part: &str) -> String {
    let signs = |word: &&str| {
        word.chars().all(|c| !c.is_alphanumeric())
            || is_year(word.trim_start_matches('©'))
            || matches!(fold(word).trim_start_matches(['®', '©']), "(c)" | "copyright")
    };
    // `Contact © Copyright La Gazette`: what stands before the sign is of a menu.
    let part = match part.trim().find('©') {
        Some(sign) if sign > 0 && part.trim().len() - sign > 8 => {
            let (before, behind) = part.trim().split_at_checked(sign).unwrap_or_default();
            // `La Gazette © All rights reserved`.
            let said = fold(behind.trim_start_matches(|c: char| matches!(c, '©' | ' ' | '-') || c.is_ascii_digit()));
            if RIGHTS.iter().any(|right| said.starts_with(right)) { before } else { behind }
        }
        _ => part,
    };
    let part = RIGHTS_INSIDE.iter().filter_map(|right| part.find(right)).min().and_then(|end| part.get(..end)).unwrap_or(part);
    let name = part
        .trim()
        .trim_start_matches('©')
        .trim_start_matches("Part of ")
        .split_whitespace()
        .skip_while(signs)
        .take_while(|word| !is_year(word.trim_start_matches('©')) && *word != "©" && *word != "Copyright");
    let mut name: Vec<&str> = name.collect();
    let form = |word: &mut &str| {
        matches!(
            word.trim_end_matches('.'),
            "Digital" | "Pty" | "SAS" | "SA" | "SARL" | "Limited" | "Ltd" | "Inc" | "LLC" | "GmbH"
        )
    };
    while name.pop_if(form).is_some() {}
    name.join(" ").trim_matches(['.', '«', '»', '"', '@', '®', '™', ' ']).to_owned()
}

/// The name that a notice gives, its signs and years left out.
fn name(words: &str) -> Option<String> {
    let parts = words.split(['|', '•', '·', ',', '*']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – "));
    // `La Gazette 24/24`: a stroke between figures divides nothing.
    let figures = |part: &str| part.split('/').all(|side| side.ends_with(|c: char| c.is_ascii_digit()));
    let parts = parts.flat_map(|part| part.split(if figures(part) { " / " } else { "/" }));
    let parts = parts.flat_map(|part| part.split(". ")).flat_map(|part| part.split(" : "));
    let other = |part: &str| RIGHTS.iter().chain(MAKERS).any(|opening| fold(part).starts_with(opening));
    // `Mentions légales - Le Val - 2017 © La Gazette`: the part with the sign goes before those of a menu.
    let mut parts: Vec<&str> = parts.collect();
    parts.sort_by_key(|part| !part.contains('©'));
    let name = parts.into_iter().map(of_part).find(|part| !part.is_empty() && !other(part))?;
    let owned = fold(&name).split(' ').any(|word| OWNERS.contains(&word.trim_end_matches('.')));
    let count = name.split_whitespace().count();
    // A name of many words is written as one, with capitals but for small words.
    let fits = (1..=MOST).contains(&count) || count <= LONG && is_name(&name);
    let fits = fits && name.chars().count() >= 3;
    (fits
        && !owned
        && !masthead::is_never(&name)
        && name.chars().any(char::is_alphabetic)
        && !is_trail(&name)
        && agency(&name).is_none())
    .then_some(name)
}

/// `2019`, `1996-2024`.
fn is_year(word: &str) -> bool {
    let year = |part: &str| {
        part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()) && (part.starts_with("19") || part.starts_with("20"))
    };
    word.trim_matches(['(', ')', '.', ',']).split(['-', '–']).all(year)
}

/// Whether words are in small letters alone, as what a notice goes on with is.
fn is_trail(name: &str) -> bool {
    name.starts_with(char::is_lowercase) && !name.contains(char::is_uppercase)
}

mod lone;
mod looks;
#[cfg(test)]
mod tests;
