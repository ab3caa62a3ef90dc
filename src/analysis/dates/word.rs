//! What a word can mean to the tagger of dates: the classes the lexicons give and the patterns ask for.
//!
//! No words of any language stand here; those are in `lexicon/`, one file a language.

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// Sixty to the minute.
    Second,
    /// Sixty to the hour.
    Minute,
    /// Twenty-four to the day.
    Hour,
    /// A calendar day.
    Day,
    /// A week, from Monday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Two weeks.
    Fortnight,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// Before the night.
    Evening,
    /// The night.
    Night,
    /// Day time.
    Daytime,
}

/// A part of a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A time that is only told to be past, present or to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vague {
    /// `PAST_REF`.
    Past,
    /// `PRESENT_REF`.
    Present,
    /// `FUTURE_REF`.
    Future,
}

/// A day of the year with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feast {
    /// The same month and day each year.
    Fixed(u8, u8),
    /// So many days after Easter Sunday of the Gregorian calendar.
    Easter(i8),
    /// The nth such weekday (1 Monday to 7 Sunday) of a month: month, weekday, n.
    Nth(u8, u8, u8),
    /// The last such weekday of a month: month, weekday.
    LastOf(u8, u8),
    /// One day of history: year, month, day.
    Once(i16, u8, u8),
}

/// What a word can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordSense {
    /// Nothing to do with time.
    Other,
    /// The name of a month, which is hardly anything else.
    Month(u8),
    /// A name of a month that is as well a common word or a name: counts with a number, a year or a preposition beside it.
    LikelyMonth(u8),
    /// A month cut short: counts beside a number.
    MonthCut(u8),
    /// The name of a month in another language: counts only in a full date, as agencies leave them in captions.
    ForeignMonth(u8),
    /// A weekday, 1 Monday to 7 Sunday.
    Weekday(u8),
    /// A weekday with a part of the day, in one word: `Montagabend`.
    WeekdayAt(u8, DayPart),
    /// A weekday in the plural, 1 Monday to 7 Sunday: one that comes back.
    Weekdays(u8),
    /// A weekday cut short: counts before a number or a month.
    WeekdayCut(u8),
    /// A season; `false` when the word is as well a common one.
    Season(Season, bool),
    /// A unit of time, one or many.
    Unit(TimeUnit),
    /// A length with a word of its own: so many units.
    Length(u8, TimeUnit),
    /// A number.
    Count(u16),
    /// "some", "several".
    Several,
    /// "half a".
    Half,
    /// A place in a row.
    Ordinal(u8),
    /// A part of the day.
    DayPart(DayPart),
    /// Noon (12) or midnight (0).
    Moment(u8),
    /// Before noon (`false`) or after (`true`), behind a clock time.
    Meridiem(bool),
    /// A day counted from the day of writing.
    Day(i8),
    /// A day counted from the last date of the narrative.
    NextDay(i8),
    /// "tonight", "today" and the like with a part of the day: part, counted from the day of writing.
    DayAt(DayPart, i8),
    /// The one before.
    Last,
    /// The one after.
    Next,
    /// The one before, counted in the narrative.
    Previous,
    /// The one after, counted in the narrative.
    Following,
    /// "this".
    This,
    /// "same".
    Same,
    /// "that".
    That,
    /// Before now, behind an amount.
    Ago,
    /// After, behind an amount.
    Later,
    /// Before, behind an amount.
    Earlier,
    /// "more", in `plus tard`.
    More,
    /// Every one.
    Every,
    /// "per".
    Per,
    /// Comes back each so many units.
    Recurring(u8, TimeUnit),
    /// Past, present or future as such.
    Vague(Vague),
    /// A beginning, middle or end.
    Edge(Edge),
    /// "about", "nearly", "more than".
    About,
    /// The definite article.
    The,
    /// The indefinite article.
    A,
    /// "of".
    Of,
    /// "of the", in one word.
    OfThe,
    /// "and".
    And,
    /// "to", "au", "until" between the ends of a range.
    To,
    /// "from" or "between" before a range.
    From,
    /// "in", "on", "during": what follows is a time when it can be one.
    In,
    /// "since", "from … on".
    Since,
    /// "before", "by": what follows is a bound.
    Before,
    /// "after".
    After,
    /// A title before a person's name.
    Title,
    /// Behind such a word a number is no year and a month no month: "resolution", "flight", "avenue".
    Label,
    /// Behind a number such a word makes it an amount: "soldiers", "euros", "km".
    Counted,
    /// A person or "aged": an amount of years behind is an age.
    Person,
    /// A name of a feast or a day of remembrance.
    Feast(Feast),
    /// The first word of a feast of several words.
    Named,
    /// A round number as a noun: `une vingtaine de`.
    Round(u16),
    /// Ten years by their name: "nineties".
    Decade(u8),
    /// So long ago, before an amount: `voilà`, `hace`.
    Back,
    /// The last word of a phrase that says a vague time: `pour l'instant`.
    Phrase,
}

/// What a verb tells of the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// No verb near.
    #[default]
    Unknown,
    /// Something that was.
    Past,
    /// Something that is, or is said in a timeless form.
    Present,
    /// Something to come, or planned.
    Future,
    /// A present that is said of what is fixed for a day: "meets", `débute`. A day beside it lies ahead; of longer times it tells
    /// nothing.
    Scheduled,
}

impl Tense {
    /// Whether a day beside it lies ahead.
    #[must_use]
    pub fn looks_ahead(self) -> bool {
        matches!(self, Self::Future | Self::Scheduled)
    }
}
