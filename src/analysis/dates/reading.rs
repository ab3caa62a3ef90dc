//! A text read once: paragraphs with their tokens, the expressions found in them and the tense around each.
//!
//! What is found here does not depend on the publication date, so that a date can be inferred from it and then resolve it.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::intent::{has_struck, is_intended, is_of_participle, is_planned, is_subject};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::link;
use crate::analysis::dates::patterns::find;
use crate::analysis::dates::patterns::relative::is_next_told;
use crate::analysis::dates::tense::{Tense, around, ends, since_before, tells};
use crate::analysis::dates::tokens::{Gap, Token, TokenClass, Tokens};
use crate::analysis::dates::value::{Base, CalendarFields, CountedFrom, Portion, Resolution, YearSide};
use crate::analysis::dates::word::{TimeUnit, WordSense};
use crate::text::span::Span;

/// An expression of time that was found, not yet resolved.
#[derive(Clone, Copy, Debug)]
pub struct FoundTimex {
    /// The words, in the text.
    pub span: Span,
    /// What they say.
    pub reading: Resolution,
    /// The tense around them.
    pub tense: Tense,
    /// Whether a paragraph begins with the sentence they stand in the head of: at most eight tokens before them.
    pub heads: bool,
    /// Whether a paragraph begins between the expression before and this one.
    pub opens: bool,
    /// Whether they stand in a quotation: what is told there does not move the narrative.
    pub quoted: bool,
    /// The sentence of the text they stand in, by its number.
    pub sentence: u32,
    /// Where in its line they stand.
    pub line: LinePlace,
    /// What they belong to.
    pub bond: Bond,
}

/// What an expression belongs to besides its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// Nothing.
    Free,
    /// The expression before, with which it makes a range.
    RangeEnd,
    /// The noun behind it, a year before it: "the 1953 expedition".
    Noun,
    /// Since when something is: `depuis le 9 avril`.
    Since,
    /// Until when something is, or of what feast.
    Limit,
}

/// Where an expression stands in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinePlace {
    /// Somewhere in it.
    Inside,
    /// At its head.
    Head,
    /// By itself.
    Alone,
}

/// Finds the expressions of time in a text that was read into `tokens`.
#[must_use]
pub fn read(text: &str, tokens: &Tokens) -> Vec<FoundTimex> {
    let mut found = Vec::new();
    for (_, part) in tokens.parts() {
        for paragraph in part.chunk_by(|_, next| next.gap != Gap::Paragraph) {
            read_paragraph(&Paragraph { text, tokens: paragraph, lexicon: tokens.lexicon() }, &mut found);
        }
    }
    found
}

fn read_paragraph(line: &Paragraph<'_>, found: &mut Vec<FoundTimex>) {
    let from = found.len();
    let mut sentence = found.last().map_or(0, |last| last.sentence + 1);
    let mut quotation = Quotation::default();
    let mut last: Option<TimexHit> = None;
    for hit in find(line) {
        let tense = if needs_tense(&hit.reading) { tense_of(line, &hit) } else { Tense::Unknown };
        let hit = settled(line, hit, tense);
        let Some(span) = span_of(line.tokens, &hit) else { continue };
        let quoted = quotation.holds(line, hit.first);
        let since = last.map_or(0, |last| last.after);
        let ended = last.is_some() && (since..hit.first).any(|at| ends(line, at));
        sentence += u32::from(ended);
        let bond = match last {
            Some(first) if is_linked(line, &first, &hit) => Bond::RangeEnd,
            _ if is_before_noun(line, &hit) => Bond::Noun,
            _ if line.word_before(hit.first) == WordSense::Since => Bond::Since,
            _ if is_limit(line, &hit) => Bond::Limit,
            _ => Bond::Free,
        };
        found.push(FoundTimex {
            span,
            reading: hit.reading,
            tense,
            heads: hit.first <= 8,
            opens: last.is_none(),
            quoted,
            sentence,
            line: place_in_line(line.text, span),
            bond,
        });
        last = Some(hit);
    }
    if let Some(told) = found.get_mut(from..) {
        told.chunk_by_mut(|one, next| one.sentence == next.sentence).for_each(|sentence| {
            hours_of_habits(sentence);
            hours_before_days(sentence);
        });
    }
}

/// Whether `second` is the other end of a range that begins with `first`; two days that "and" joins are one only behind "between".
fn is_linked(line: &Paragraph<'_>, first: &TimexHit, second: &TimexHit) -> bool {
    let between = line.word(first.after) != WordSense::And || line.word_before(first.first) == WordSense::From;
    between && link(line, first.after).is_some_and(|next| second.first <= next + 1)
}

/// Whether a hit says until when something is.
fn is_limit(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    let until = || line.before(hit.first).is_some_and(|place| line.cue(place, Cue::Ahead));
    // `les marchés de Noël`.
    let of_feast = matches!(hit.reading.base, Base::Feast(..)) && line.word_before(hit.first) == WordSense::Of;
    up_to(line, hit.first) || until() || of_feast
}

/// Makes of the hours of a sentence that tells what comes back, and no day, hours that come back.
fn hours_of_habits(sentence: &mut [FoundTimex]) {
    let comes_back = |found: &FoundTimex| {
        matches!(
            found.reading.base,
            Base::EveryWeekday(_) | Base::EverySeason(_) | Base::EveryPart(_) | Base::Every(1, TimeUnit::Day)
        )
    };
    let day = |found: &FoundTimex| matches!(found.reading.base, Base::Date(_) | Base::Shift(..) | Base::Feast(..));
    if sentence.iter().any(comes_back) && !sentence.iter().any(day) {
        for found in sentence.iter_mut().filter(|found| found.reading.base == Base::Clock) {
            found.reading.base = Base::EachClock;
        }
    }
}

/// Gives the hours that open a sentence the day that follows them: `de 8 h à 18 h, dimanche 13 juin`.
fn hours_before_days(sentence: &mut [FoundTimex]) {
    /// How far behind the last hour its day stands, in bytes.
    const NEAR: u32 = 60;
    let hours = sentence.iter().take_while(|found| found.reading.base == Base::Clock && found.line == LinePlace::Inside).count();
    let Some((last, day)) = hours.checked_sub(1).and_then(|last| sentence.get(last).zip(sentence.get(hours))) else { return };
    let near = day.span.start.saturating_sub(last.span.end) <= NEAR;
    let told = match day.reading.base {
        Base::Date(fields) => fields.day.is_some() || fields.weekday.is_some(),
        Base::Shift(TimeUnit::Day, _, CountedFrom::Publication) | Base::Feast(..) => true,
        _ => false,
    };
    let (base, tense) = (day.reading.base, day.tense);
    for found in sentence.iter_mut().take(hours).filter(|_| near && told) {
        (found.reading.base, found.tense) = (base, tense);
    }
}

/// A time that comes back unless the tense tells of one: which of the two it is.
fn settled(line: &Paragraph<'_>, hit: TimexHit, tense: Tense) -> TimexHit {
    match hit.reading.base {
        Base::Date(fields @ CalendarFields { way: YearSide::Each, weekday: Some(day), .. }) => {
            let one = tense == Tense::Past && !is_customary(line, &hit);
            let base = if one { Base::Date(CalendarFields { way: YearSide::Open, ..fields }) } else { Base::EveryWeekday(day) };
            let article = one && line.word(hit.first) == WordSense::The;
            TimexHit { first: hit.first + usize::from(article), reading: Resolution { base, ..hit.reading }, ..hit }
        }
        Base::Portion(Portion::Season(season), None, YearSide::Each) => {
            let one = matches!(tense, Tense::Past | Tense::Future);
            let open = Base::Portion(Portion::Season(season), None, YearSide::Open);
            TimexHit { reading: Resolution { base: if one { open } else { Base::EverySeason(season) }, ..hit.reading }, ..hit }
        }
        // "The next year he moved": the year behind the one told.
        Base::Shift(TimeUnit::Year, 1, CountedFrom::Publication) if tense == Tense::Past && is_next_told(line, hit.first) => {
            TimexHit {
                reading: Resolution { base: Base::Shift(TimeUnit::Year, 1, CountedFrom::Narrative), ..hit.reading },
                ..hit
            }
        }
        Base::Date(fields) if fields.short && born(line, hit.first) => TimexHit {
            reading: Resolution { base: Base::Date(CalendarFields { way: YearSide::Past, ..fields }), ..hit.reading },
            ..hit
        },
        _ => hit,
    }
}

/// Whether the first verb behind a weekday tells what used to be: `le dimanche, il dormait`.
fn is_customary(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    let endings = line.lexicon.language.grammar.custom_endings;
    let mut clause = (hit.after..hit.after + SENTENCE).take_while(|at| *at < line.tokens.len() && !ends(line, *at));
    let verb = clause.find(|at| tells(line, *at)).filter(|_| !endings.is_empty());
    let before =
        || (hit.first.saturating_sub(SENTENCE)..hit.first).rev().take_while(|at| !ends(line, *at)).any(|at| tells(line, at));
    verb.is_some_and(|at| endings.iter().any(|ending| line.text(at).ends_with(ending)) && !line.cue(at, Cue::BeforeCustom))
        && !before()
}

/// Whether the words before the token at `first` tell of a birth: `né à Lyon le`.
fn born(line: &Paragraph<'_>, first: usize) -> bool {
    (first.saturating_sub(BIRTH_REACH)..first).rev().take_while(|at| !ends(line, *at)).any(|at| line.cue(at, Cue::Born))
}

/// How far before a date "born" can stand, in tokens.
const BIRTH_REACH: usize = 8;

/// Whether a hit is a year that stands between an article and a noun.
fn is_before_noun(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    let year =
        matches!(hit.reading.base, Base::Date(CalendarFields { year: Some(_), month: None, .. })) && line.has(Switch::YearBefore);
    let article = matches!(line.word_before(hit.first), WordSense::The | WordSense::A | WordSense::This);
    let noun = line.get(hit.after).is_some_and(|next| {
        next.spaced()
            && matches!(next.kind, TokenClass::Word(WordSense::Other | WordSense::LikelyMonth(_) | WordSense::Person))
            && !next.capital
    });
    year && article && noun
}

/// Where in its line the expression at `span` stands.
fn place_in_line(text: &str, span: Span) -> LinePlace {
    let bare = |c: char| !c.is_alphanumeric() && c != '\n';
    let head = text.get(..span.first()).unwrap_or_default().trim_end_matches(bare);
    if !(head.is_empty() || head.ends_with('\n')) {
        return LinePlace::Inside;
    }
    let tail = text.get(span.after()..).unwrap_or_default().trim_start_matches(bare);
    if tail.is_empty() || tail.starts_with('\n') { LinePlace::Alone } else { LinePlace::Head }
}

/// The quotation marks of a paragraph, read up to some token.
#[derive(Default)]
struct Quotation {
    at: usize,
    open: bool,
}

impl Quotation {
    /// Whether the token at `at` stands in a quotation; asked in the order of the text.
    fn holds(&mut self, line: &Paragraph<'_>, at: usize) -> bool {
        for token in line.tokens.get(self.at..at).unwrap_or_default() {
            match token.kind {
                TokenClass::Mark('«' | '“' | '„') => self.open = true,
                TokenClass::Mark('»' | '”') => self.open = false,
                TokenClass::Mark('"') => self.open = !self.open,
                _ => {}
            }
        }
        self.at = at;
        self.open
    }
}

/// The tense an expression is told in: "since" looks back and "by" ahead, whatever the verbs say.
fn tense_of(line: &Paragraph<'_>, hit: &TimexHit) -> Tense {
    let counted_on =
        matches!(hit.reading.base, Base::Offset(_, _, 1..)) && (hit.first..hit.after).any(|at| line.cue(at, Cue::From));
    let ahead = counted_on || line.before(hit.first).is_some_and(|place| ahead(line, place));
    match line.word_before(hit.first) {
        WordSense::Since => Tense::Past,
        _ if since_before(line, hit.first) => Tense::Past,
        _ if ahead || is_intended(line, hit) || is_planned(line, hit) || is_subject(line, hit) => Tense::Future,
        _ if behind_participle(line, hit) || is_likened(line, hit.first) || has_struck(line, hit) => Tense::Past,
        // `jusqu'à vendredi` looks ahead unless a verb looks back.
        _ if is_deadline(line, hit) => Tense::Future,
        WordSense::To if up_to(line, hit.first) && is_prolonged(line, hit.first) => Tense::Future,
        WordSense::To if up_to(line, hit.first) => match around(line, hit.first, hit.after) {
            Tense::Past => Tense::Past,
            _ => Tense::Future,
        },
        _ => match around(line, hit.first, hit.after) {
            // "Friday's vote" is one that people know of.
            Tense::Scheduled if line.mark(hit.after, '\'') && line.cue(hit.after + 1, Cue::Genitive) => Tense::Past,
            Tense::Scheduled if is_of_participle(line, hit) => Tense::Past,
            Tense::Unknown if is_announced(line, hit) && !has_verb(line, hit) => Tense::Future,
            told => told,
        },
    }
}

/// Whether a participle stands right before a weekday or a month and tells what was: `une étude publiée vendredi`, `la loi votée en juillet`,
/// `signée discrètement dimanche`.
fn behind_participle(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    let Base::Date(fields) = hit.reading.base else { return false };
    let open = fields.year.is_none() && fields.way == YearSide::Open && (fields.weekday.is_some() || fields.month.is_some());
    let Some(place) = hit.first.checked_sub(1).filter(|_| open) else { return false };
    let place = if line.word(place) == WordSense::In { place.saturating_sub(1) } else { place };
    let adverb = line.lexicon.language.grammar.adverb_endings.iter().any(|ending| line.text(place).ends_with(ending));
    let place = if adverb { place.saturating_sub(1) } else { place };
    let Some(token) = line.get(place).filter(|token| token.word() == WordSense::Other) else { return false };
    let (word, endings) = (line.text(place), line.lexicon.language.grammar.participle_endings);
    let participle = line.cue(place, Cue::Participle) || (word.len() > 4 && endings.iter().any(|ending| word.ends_with(ending)));
    let told = line.lexicon.tense(word, token.hash).is_some(); // `reporté` has a tense of its own.
    // At the head of a sentence a participle has a capital, as names have elsewhere: `Signée dimanche, la loi …`.
    let small = !token.capital || place == 0 || ends(line, place - 1);
    participle && small && !told && !place.checked_sub(1).is_some_and(|before| line.cue(before, Cue::BeforeParticiple))
}

/// Whether something is held against the day at `first`: `deux de moins que samedi`.
fn is_likened(line: &Paragraph<'_>, first: usize) -> bool {
    let than = first.checked_sub(1).filter(|place| line.cue(*place, Cue::Than));
    than.is_some_and(|than| {
        (than.saturating_sub(4)..than)
            .any(|at| matches!(line.word(at), WordSense::More | WordSense::About) || line.cue(at, Cue::MoreOrLess))
    })
}

/// Whether a sentence without a verb announces something: `La chorale à Dole samedi`.
fn is_announced(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    sentence_around(line, hit, SENTENCE).any(|at| line.cue(at, Cue::Announced))
}

/// Whether a verb stands anywhere in the sentence.
fn has_verb(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    sentence_around(line, hit, 2 * SENTENCE).any(|at| tells(line, at))
}

/// The tokens before and behind a hit in its sentence, as many at either side as `reach` says.
fn sentence_around<'a>(line: &'a Paragraph<'_>, hit: &TimexHit, reach: usize) -> impl Iterator<Item = usize> + 'a {
    let near = |at: &usize| *at < line.tokens.len() && !ends(line, *at);
    let before = (hit.first.saturating_sub(reach)..hit.first).rev().take_while(near);
    before.chain((hit.after..hit.after + reach).take_while(near))
}

/// How far in a sentence an announcement is looked for, in tokens.
const SENTENCE: usize = 20;

/// Whether a time is a bound that lies ahead: behind a word for a term, or behind "before" unless a verb looks back.
fn is_deadline(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    let bound = line.word_before(hit.first) == WordSense::Before
        && line.get(hit.first).is_some_and(Token::spaced)
        && !line.mark(hit.after, '\'')
        && around(line, hit.first, hit.after) != Tense::Past;
    let term = |reach: usize| (hit.first.saturating_sub(reach)..hit.first).any(|at| line.cue(at, Cue::Deadline));
    // `reporté leur départ à dimanche`.
    let put_off = line.word_before(hit.first) == WordSense::To && term(DEADLINE_REACH);
    let weekday = matches!(hit.reading.base, Base::Date(fields) if fields.weekday.is_some() && fields.day.is_none());
    bound || line.cue(hit.after, Cue::Deadline) || term(3) || put_off || (weekday && is_called_for(line, hit.first))
}

/// Whether what is told goes on until the time at `first`: `a prolongé mercredi son avis jusqu'au 14 septembre`.
fn is_prolonged(line: &Paragraph<'_>, first: usize) -> bool {
    (first.saturating_sub(PROLONGED_REACH)..first).rev().take_while(|at| !ends(line, *at)).any(|at| line.cue(at, Cue::Prolonged))
}

/// How far before a date the word for what goes on until then stands, in tokens.
const PROLONGED_REACH: usize = 12;

/// How far before "to" and a day the word for a term stands, in tokens.
const DEADLINE_REACH: usize = 7;

/// Whether somebody calls for something on the day at `first`: `appelé à une grève jeudi`.
fn is_called_for(line: &Paragraph<'_>, first: usize) -> bool {
    /// How far before the day that is said, in tokens.
    const REACH: usize = 12;
    let clause = (first.saturating_sub(REACH)..first).rev().take_while(|at| {
        !ends(line, *at) && !matches!(line.word(*at), WordSense::Weekday(_) | WordSense::Day(_) | WordSense::Month(_))
    });
    let noun = |at: usize| line.word(at + 1) == WordSense::To && matches!(line.word(at + 2), WordSense::A | WordSense::OfThe);
    // `a appelé lundi à une grève jeudi`.
    let far = |at: usize| matches!(line.word(at + 1), WordSense::Weekday(_) | WordSense::Day(_)) && noun(at + 1);
    let near = clause.into_iter().any(|at| line.cue(at, Cue::Called) && noun(at));
    near || (first.saturating_sub(REACH)..first).any(|at| line.cue(at, Cue::Called) && at + 1 < first && far(at))
}

/// Whether `jusqu'à` or `jusqu'au` stands before the token at `first`.
fn up_to(line: &Paragraph<'_>, first: usize) -> bool {
    let article = usize::from(line.word(first.wrapping_sub(1)) == WordSense::The);
    first.checked_sub(3 + article).is_some_and(|place| line.cue(place, Cue::UpToHead))
}

/// Whether words that end at `place` place the expression behind them ahead: `until`, `as early as`, `d'ici`.
fn ahead(line: &Paragraph<'_>, place: usize) -> bool {
    // `d'ici à mardi`, `à partir de lundi`.
    let two = |word: WordSense, cue: Cue| line.word(place) == word && place > 0 && line.cue(place - 1, cue);
    if two(WordSense::To, Cue::Ahead) || two(WordSense::Of, Cue::StartFrom) {
        return true;
    }
    // At the head of a sentence such a word says as often how long something was.
    let small = !line.get(place).is_some_and(|token| token.capital);
    (small && line.cue(place, Cue::Ahead)) || (line.cue(place, Cue::As) && line.cue(place.wrapping_sub(1), Cue::Soon))
}

fn span_of(tokens: &[Token], hit: &TimexHit) -> Option<Span> {
    let (first, last) = (tokens.get(hit.first)?, tokens.get(hit.after.checked_sub(1)?)?);
    Some(Span { start: first.span.start, end: last.span.end })
}

/// Vague times and lengths are the same in every tense.
fn needs_tense(reading: &Resolution) -> bool {
    !matches!(reading.base, Base::Vague(_) | Base::Duration(..) | Base::Every(..) | Base::EveryWeekday(_) | Base::EveryPart(_))
}
