//! What a language says to the patterns besides the classes of its words: its habits, as switches that are on or off, and short
//! lists of words that only one pattern asks for, as cues.
//!
//! No words of any language stand here; those are in `lexicon/`. Asked through [`Paragraph`](crate::analysis::dates::line::Paragraph).

use crate::analysis::dates::word::{Tense, Vague};

/// A habit of a language that a pattern depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// The words that place a time stand before it: "last week". Without it they stand behind, `la semaine dernière`.
    PlacedBefore,
    /// A day may stand behind its month, which comes first in figures too: "March 3", "3/8/2020".
    MonthFirst,
    /// Months and weekdays begin with a capital.
    CapitalNames,
    /// All nouns begin with a capital, so that one behind a number is counted by it: `2000 Gäste`.
    CapitalNouns,
    /// A dot behind a number makes it one of a row: `3. März`, `19. Jahrhundert`.
    DottedOrdinals,
    /// The article belongs to a day: `le 3 mars`, `les mardis`.
    ArticleInDate,
    /// The word for "hour" behind a number tells a time of day: `20 heures`, `20 Uhr`.
    HourWord,
    /// A time of day takes the day behind it along: "noon Saturday", "5 p.m. EST, Nov. 6".
    DayBehindHour,
    /// Years are read aloud as two numbers: "nineteen ninety-six".
    SpokenYears,
    /// A unit behind the article alone is that of writing: "the week", "the fiscal year".
    ArticleUnits,
    /// A unit that begins with a capital inside a sentence is a name: "This Week".
    SmallUnits,
    /// "next" behind an article counts from what was told: "the next week".
    NextByArticle,
    /// Vague adjectives take their unit along: "current quarter", "recent weeks".
    VagueAdjectives,
    /// The indefinite article counts a unit by itself: "a week".
    ArticleCounts,
    /// An amount before an indefinite article makes it a rate: "four flights a week".
    ArticleRates,
    /// "about" does not belong to the length behind it.
    AboutApart,
    /// A long unit "earlier" is counted from the day of writing.
    EarlierFromNow,
    /// Units in the plural are lengths by themselves behind a preposition: "for years".
    BarePlurals,
    /// "per" belongs to what comes back: "per year".
    PerInside,
    /// A weekday behind its article comes back, unless something else tells which one it is: `le mercredi`.
    HabitByArticle,
    /// A year before a part of a year is that part's: "the 1988 third quarter".
    YearBefore,
}

/// What a word too rare for a class of its own says to one pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Behind years, what makes an age of them: "old".
    Old,
    /// A verb that has somebody have years: `a` in `elle a 38 ans`.
    Has,
    /// What stands before that verb where it is none of having: `y` in `il y a`.
    HasNot,
    /// "on" between an hour and its day.
    On,
    /// The ending of a first: `er` in `1er`.
    FirstEnding,
    /// The rest of "today": `hui`.
    TodayEnding,
    /// "at" before an hour.
    At,
    /// "in the", in one word: `hier au soir`, `am Vortag`.
    AtThe,
    /// The first half of "week-end".
    WeekHead,
    /// Its second half behind a hyphen.
    WeekTail,
    /// Its second half with a space before it.
    WeekTailApart,
    /// Behind a hyphen, what makes "this" a "that": `là`.
    There,
    /// Behind a hyphen, what leaves "this" as it is: `ci`.
    Here,
    /// A unit whose singular looks like a plural: `mois`.
    SingularInS,
    /// What makes a plural of it: `ces mois`.
    ManyBefore,
    /// A business year: "fiscal".
    Fiscal,
    /// All of a year: "full", "entire".
    Whole,
    /// Behind a year that lasts: "ended".
    Ended,
    /// A stretch of business: "period".
    Period,
    /// Before such a stretch: "comparable".
    Likened,
    /// "near", before "future".
    Near,
    /// "latest", before a stretch.
    Latest,
    /// "these", before days.
    These,
    /// "war", behind "after".
    War,
    /// The past as a noun, behind an article.
    ThePast,
    /// The past as a noun that takes its preposition along: `par le passé`.
    ThePastWithin,
    /// The future as a noun that is a time only behind "in the".
    TheFuture,
    /// The adjective of the future.
    FutureAdjective,
    /// The adjective of the present.
    CurrentAdjective,
    /// The adjective of the near past, which is no time by itself.
    RecentAdjective,
    /// Before "preceding" what makes it none: `sans précédent`.
    Without,
    /// The verb that looks as "last" does.
    LastVerb,
    /// What stands before that verb.
    BeforeLastVerb,
    /// Behind "and" or "or", what makes an amount a rough one: "or so".
    OrSo,
    /// A unit that is a fraction as well: "quarters".
    Fraction,
    /// Behind a hyphen, what makes a length of a unit: "year-long".
    Long,
    /// Before units in the plural, what makes a length of them: "for".
    Lasting,
    /// A participle of what was: `vues`, `tué`.
    Seen,
    /// Right before a weekday, that something is meant for it: `pour samedi`.
    PlannedFor,
    /// A verb in the present that says what a day is: "marks".
    DayIs,
    /// "every" that wants an article behind it: `tous les`.
    EveryThe,
    /// The letter before the number of a quarter.
    QuarterSign,
    /// Such a letter where no year need follow.
    QuarterSignAlone,
    /// Behind a year, its end: "year-end".
    EndTail,
    /// The ending of a genitive behind an apostrophe.
    Genitive,
    /// Behind ten years in figures: "1990s".
    DecadeEnding,
    /// "a" in "a.m.".
    Morning,
    /// "p" in "p.m.".
    Evening,
    /// "m" in both.
    Meridiem,
    /// The word for the hour of a clock, which is never a length: `h`, `Uhr`.
    ClockWord,
    /// Before an hour in words, what makes it a time of day: `vers 20 heures`.
    AtHour,
    /// The name of a month that people bear as well, and which is one unless a name follows.
    NameOfMonth,
    /// A number that is a month when a dot follows: `sept.`.
    MonthWithDot,
    /// Before a year of any age, what makes it one: `dès 1789`.
    BeforeYear,
    /// Behind a number and a name, what makes it that of a house: "Pennsylvania Avenue".
    Street,
    /// Words that only look like plurals.
    NoPlural,
    /// Units in the plural, where no ending tells it.
    Plural,
    /// A thousand, behind "two".
    Thousand,
    /// "nearly": it belongs to an amount.
    Nearly,
    /// "least", behind "at".
    Least,
    /// "than", behind "more", "less" or "fewer".
    Than,
    /// Those words.
    MoreOrLess,
    /// "no", before them.
    No,
    /// "to", behind "up".
    UpTo,
    /// "up".
    Up,
    /// The article of a number: "a couple", "a hundred".
    NumberArticle,
    /// Such a number.
    NumberNoun,
    /// Small words between "ago" and its amount: `il y a tout juste dix jours`.
    AgoBetween,
    /// What follows a word for "ago" where it is none: `voilà six mois que`.
    AgoNot,
    /// "in", which places the amount behind it after now: `dans deux mois`.
    InAmount,
    /// Before a time, what looks ahead: "until", `d'ici`.
    Ahead,
    /// "soon", "early", before the second "as".
    Soon,
    /// "as".
    As,
    /// Before a date, what makes it that of a birth: `né le`.
    Born,
    /// A term that somebody sets: "ultimatum", "deadline".
    Deadline,
    /// What goes on until the time behind it, though a past verb tells it: `prolongé jusqu'au`.
    Prolonged,
    /// The first word of what places a year before or after the beginning of our era.
    EraHead,
    /// Behind the name of a feast, what makes the name of a treaty of it: "Good Friday Agreement".
    TreatyBehind,
    /// The same before it: `l'accord du Vendredi saint`.
    TreatyBefore,
    /// A time without bounds of its own: `époque`, "moment".
    Epoch,
    /// Between "in" and "of", what makes a stretch of the time behind: `au cours de`.
    CourseOf,
    /// A night before a day: "overnight Monday".
    Overnight,
    /// Beside a weekday, what makes it a day with a name: "Black Monday", `vendredi noir`.
    NamedDay,
    /// A time zone.
    Zone,
    /// Between two equal numbers, what makes it always: `24 heures sur 24`.
    OutOf,
    /// The last part of a year, before it: "final quarter".
    Final,
    /// Before a year in two digits, what makes it one: `en 97`.
    YearIn,
    /// What can stand between a number and its unit: "five trading days".
    InAmountOf,
    /// A fourth, before what it is a fourth of: `quart de siècle`.
    FourthOf,
    /// The article of an unknown number of things: `des années`.
    PluralArticle,
    /// Some time before, by itself: `auparavant`.
    Before,
    /// "other", behind "every".
    Other,
    /// "from", between an amount and the day it is counted from.
    From,
    /// What is announced: `chorale`, "auction".
    Announced,
    /// "all", before a unit or its article: `toute la journée`.
    All,
    /// Says of one unit that all of it is meant, behind an article: "the whole week".
    Entire,
    /// Plurals that a year tells of: "1986 sales"; "1986 companies" is an amount.
    OfYear,
    /// The last word of "ten o'clock".
    HourTail,
    /// Stands before "soon" where that counts from something else: "too soon", "how soon".
    BeforeSoon,
    /// Words of how long something takes, before hours: `en 2 h 27`, `met 3 h 10`.
    Taken,
    /// Words of business, beside which a half is one of a year.
    Business,
    /// Before an amount of years and "of", what makes an age of it: `les moins de 15 ans`.
    AgeBound,
    /// The plural article before an age: `les 3-5 ans`.
    AgeArticle,
    /// Behind years and "of", what makes an age of them: "years of age".
    AgeNoun,
    /// "up to", in one word, with more words behind it: `jusqu'à`.
    UpToHead,
    /// A unit that the indefinite article always counts: `un an`.
    ByArticle,
    /// Before "to" and an amount of years, what makes a length of it and no age: `condamné à`.
    Term,
    /// Before years, what makes an age of them: `ses 100 ans`.
    Whose,
    /// "little", before "after" and an hour: `peu après 21 heures`.
    Little,
    /// Before "of" and an hour, what makes a time of day of it: `aux alentours de`, `à partir de`.
    Around,
    /// Behind an hour, that it is one of the place: `locales`, "local".
    Local,
    /// Before "of" or "from" and a year of any age, what makes it one: `date de 1789`.
    Dated,
    /// "day" as the time of light: `dans la journée`.
    Daytime,
    /// Behind a unit and a small word, that it lies ahead: `à venir`, `qui viennent`.
    ToCome,
    /// An early part of a part of the day: `petit matin`.
    EarlyPart,
    /// What is known by the day of history it was done on: `attentats`, "attacks".
    Attack,
    /// How often, before what it comes back in: "twice a month".
    Times,
    /// Before units in the plural, that they went by: "took decades".
    Lasted,
    /// Before "of", what begins with the day behind it: `à partir de`.
    StartFrom,
    /// Who calls for something on a day to come, with "to": `appelé à une grève`.
    Called,
    /// Who promises, decides or asks that something be done: `promis`, "agreed".
    Intent,
    /// What puts the intent behind it before the rest: `avait`, "had".
    Pluperfect,
    /// What begins an infinitive: "to".
    InfinitiveMark,
    /// What makes a present or a future of the participle behind it: `sera`.
    BeforeParticiple,
    /// Behind a comma, what begins a clause of its own: `qui`, "which".
    Relative,
    /// A verb with such letters that tells of a state, or stands before a participle: `était`.
    BeforeCustom,
    /// Participles that no ending tells: `remis`.
    Participle,
    /// A present that tells of a state: `est`, with which "today" is these days.
    State,
    /// Beside "today", that it is these days: `aujourd'hui encore`.
    Still,
    /// A participle behind such a present that tells of the very day: `est aujourd'hui attendu`.
    OfDay,
    /// What nobody tells of before it was: "attack", "explosion".
    Blow,
    /// Right before four digits, that they count: `dont 2000`, "some 2000".
    Counts,
    /// Right behind four digits, that they count: `2000 seulement`.
    CountsBehind,
}

/// In a [`Turn`] it stands for the name of any month or weekday with a capital.
pub const NAME_OF_CALENDAR: &str = "<calendar>";

/// What the words around a verb form make of it.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// The verb forms; none for any.
    pub verbs: &'static [&'static str],
    /// Where the other word stands, counted from the verb, and which words those are.
    pub around: &'static [(isize, &'static [&'static str])],
    /// Whether it holds where such a word is missing.
    pub missing: bool,
    /// What it tells; `None` when the verb leaves it to another one.
    pub told: Option<Tense>,
}

/// The habits, cues and turns of a language.
#[derive(Debug)]
pub struct Grammar {
    /// The switches that are on.
    pub switches: &'static [Switch],
    /// The words of the cues it has.
    pub cues: &'static [(Cue, &'static [&'static str])],
    /// Words that one behind the other say "so long ago" before an amount: `il y a`.
    pub ago: &'static [&'static str],
    /// What places a time before (`true`) or in our era, word by word apart: `avant j . - c .`; the longer ones first.
    pub eras: &'static [(&'static str, bool)],
    /// Phrases that say a vague time, word by word apart: `pour l ' instant`.
    pub phrases: &'static [(&'static str, Vague)],
    /// Days of history known by their day and month, with their year: the 11th of September.
    pub once: &'static [(u8, u8, i16)],
    /// The last letters of words for persons: `-ien`, `-iste`.
    pub person_endings: &'static [&'static str],
    /// The last letters of participles that tell what was, right before a day: `publiée vendredi`.
    pub participle_endings: &'static [&'static str],
    /// How adverbs end that stand between such a participle and its day: `signée discrètement dimanche`.
    pub adverb_endings: &'static [&'static str],
    /// The last letters of verbs that tell what used to be, where they have some of their own: `-ait`.
    pub custom_endings: &'static [&'static str],
    /// How infinitives end, where they have an ending of their own.
    pub infinitive_endings: &'static [&'static str],
    /// What words around a verb make of it; the first turn that fits holds.
    pub turns: &'static [Turn],
}
