//! What the words of a time expression say, before anything is known about when they were written.

use super::TimexType;
use super::calendar::{Half, Point, Season, Unit};
use chrono::Weekday;
use std::ops::Range;

/// What a rule read: the tokens and what they say. What they do not say is left open for `resolve`.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The tokens of the expression, without a preposition.
    pub tokens: Range<usize>,
    /// What they say.
    pub symbol: Symbol,
    /// The time of day that they say.
    pub time: Option<TimeOfDay>,
    /// How they qualify it.
    pub modifier: Option<Modifier>,
    /// Of which end of the stretch they name the day.
    pub edge: Option<Edge>,
    /// The type, where it does not follow from the symbol.
    pub kind: Option<TimexType>,
    /// A change of the rule's confidence for this match.
    pub doubt: f32,
}

impl Match {
    /// A match of `tokens` that says `symbol` and no more.
    pub fn new(tokens: Range<usize>, symbol: Symbol) -> Self {
        Self { tokens, symbol, time: None, modifier: None, edge: None, kind: None, doubt: 0.0 }
    }

    /// The same with a time of day.
    pub fn at(mut self, time: Option<TimeOfDay>) -> Self {
        self.time = time;
        self
    }

    /// The same with a modifier.
    pub fn with(mut self, modifier: Option<Modifier>) -> Self {
        self.modifier = modifier.or(self.modifier);
        self
    }

    /// The same with less confidence.
    pub fn doubted(mut self, doubt: f32) -> Self {
        self.doubt += doubt;
        self
    }

    /// The same as another type than the symbol's own.
    pub fn typed(mut self, kind: TimexType) -> Self {
        self.kind = Some(kind);
        self
    }
}

/// What an expression says, with what it leaves open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Symbol {
    /// A year, a month, a day … of which the year may be left open.
    Calendar(Fields),
    /// A stretch that the words name in full: a decade, a century.
    Known(Point),
    /// A weekday.
    Weekday(Weekday, Direction),
    /// A weekday before (-1) or after (1) the day mentioned last: "the previous Friday".
    WeekdayBeside(Weekday, i32),
    /// A weekday of the week of publication (0) or of one beside it: "Monday to Thursday next week".
    WeekdayOf(Weekday, i32),
    /// So many units away from a day: "yesterday", "last year", "three weeks ago", "the next day".
    Shift(Unit, i32, Base),
    /// The day, week or month of publication, so many years away: "ten years ago today".
    YearsAway(i32, Unit),
    /// The quarter mentioned last, in a named year: "the 1988 period".
    SameQuarter(i32),
    /// A day of a month that is left open: "the 11th".
    DayOfMonth(u32),
    /// A day that stands before or after another by so much, measured from an event: "two days before the storm".
    FromEvent(Count, Unit),
    /// So many units behind "in", which is a distance from publication where the clause looks ahead: "will move in two weeks".
    Within(Count, Unit),
    /// A weekday before or after an event or a day named behind it: "the Monday after Easter".
    WeekdayFrom(Weekday),
    /// A length of time.
    Length(Count, Unit),
    /// A time that comes again.
    Repeat(Repeat),
    /// "now", "recently", "the future".
    Vague(Vague),
    /// A day that no calendar has: year, month, day.
    Impossible(i32, u32, u32),
    /// Two numbers and a year that are a day in both orders: year, first number, second number.
    Slashes(i32, u32, u32),
}

impl Symbol {
    /// So many units away from `base`; fortnights are counted in weeks.
    pub fn shift(unit: Unit, count: i32, base: Base) -> Self {
        match unit {
            Unit::Fortnight => Self::Shift(Unit::Week, count.saturating_mul(2), base),
            unit => Self::Shift(unit, count, base),
        }
    }
}

/// The parts of a calendar date that words say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fields {
    /// The year.
    pub year: YearPart,
    /// What is finer than the year.
    pub fine: Fine,
    /// Where the words point, when the year is left open.
    pub direction: Direction,
    /// A weekday that stands beside the date and can check it.
    pub weekday: Option<Weekday>,
}

impl Fields {
    /// A date of a year that the words say.
    pub fn of(year: i32, fine: Fine) -> Self {
        Self { year: YearPart::Stated(year), fine, direction: Direction::Bare, weekday: None }
    }

    /// A date whose year is left open.
    pub fn open(fine: Fine, direction: Direction) -> Self {
        Self { year: YearPart::Open, fine, direction, weekday: None }
    }

    /// A date of `year`, or of an open year.
    pub fn maybe(year: Option<i32>, fine: Fine) -> Self {
        year.map_or(Self::open(fine, Direction::Bare), |year| Self::of(year, fine))
    }
}

/// How the words give the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPart {
    /// In figures.
    Stated(i32),
    /// So many years from the year of the base: "June last year".
    Away(i32, Base),
    /// Not at all.
    Open,
}

/// What is finer than a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fine {
    /// Nothing: the year as a whole.
    Whole,
    /// A month.
    Month(u32),
    /// A day of a month.
    Day(u32, u32),
    /// A quarter.
    Quarter(u32),
    /// A half.
    Half(Half),
    /// A season.
    Season(Season),
    /// A feast or a public holiday.
    Named(NamedDay),
    /// The week that holds a day of a month: "the week of March 6".
    WeekOf(u32, u32),
}

/// Days with a name of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedDay {
    /// The same day each year: month, day.
    Fixed(u32, u32),
    /// The n-th weekday of a month: month, weekday, n; 0 means the last.
    Nth(u32, Weekday, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
    /// The Friday after the fourth Thursday of November.
    AfterThanksgiving,
}

/// Where the words point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// They do not say.
    Bare,
    /// "last", "this past".
    Last,
    /// "this".
    This,
    /// "next", "this coming".
    Next,
    /// "the next", "the following": seen from the date told last, where the story stands in the past.
    Following,
    /// "the previous": seen from the date told last, where the story stands in the past.
    Preceding,
    /// "Tuesday week": a week after the next one.
    WeekOn,
}

/// What a distance is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The day of publication.
    Published,
    /// The date mentioned last.
    Mentioned,
    /// The date mentioned last, and nothing where there is none.
    Told,
    /// The day mentioned in the same sentence, else the day of publication.
    Nearby,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many hundredths: 250 is two and a half.
    Hundredths(u64),
    /// The words do not say: "several", "a few", a bare plural.
    Unsaid,
}

impl Count {
    /// A whole number.
    pub fn whole(number: u64) -> Self {
        Self::Hundredths(number.saturating_mul(100))
    }

    /// The whole number, where it is one.
    pub fn as_whole(self) -> Option<i32> {
        match self {
            Self::Hundredths(hundredths) if hundredths % 100 == 0 => i32::try_from(hundredths / 100).ok(),
            _ => None,
        }
    }
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Every so many units.
    Every(Count, Unit),
    /// Every such weekday.
    Weekday(Weekday),
    /// Every such part of every such weekday.
    WeekdayPart(Weekday, Part),
    /// Every day of the working week, or every weekend.
    Weekly(&'static str),
    /// Every such month.
    Month(u32),
    /// Every such part of the day.
    Part(Part),
    /// Every such season.
    Season(Season),
}

/// Times that are only pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// "recently".
    Past,
    /// "now".
    Present,
    /// "soon".
    Future,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOfDay {
    /// A time of the clock: hour, minute.
    Clock(u32, u32),
    /// A part of the day.
    Part(Part),
}

/// The parts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Until noon.
    Morning,
    /// From noon.
    Afternoon,
    /// From about six.
    Evening,
    /// From about nine.
    Night,
}

impl Part {
    /// The part as TIMEX3 writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
        }
    }
}

/// How the words qualify a time, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// "early", "the beginning of".
    Start,
    /// "mid-", "the middle of".
    Mid,
    /// "late", "the end of".
    End,
    /// "about", "or so".
    Approx,
    /// "more than".
    MoreThan,
    /// "less than".
    LessThan,
    /// "at least".
    EqualOrMore,
    /// "up to", "nearly".
    EqualOrLess,
}

/// The end of a stretch whose day is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// "the first day of".
    First,
    /// "the last day of".
    Last,
}

impl Modifier {
    /// The modifier as TIMEX3 writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::MoreThan => "MORE_THAN",
            Self::LessThan => "LESS_THAN",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::EqualOrLess => "EQUAL_OR_LESS",
        }
    }
}
