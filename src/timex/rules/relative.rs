//! Times measured from another: "three weeks ago", "last year", "the following month", "a year earlier".

use super::{Gate, Rule};
use crate::finding::examples;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind, words};
use crate::timex::TimexType;
use crate::timex::calendar::Unit;
use crate::timex::parts;
use crate::timex::symbol::{Base, Count, Match, Modifier, Symbol, Vague};

/// Rules for distances.
pub const RULES: &[Rule] = &[
    Rule {
        name: "ago",
        about: "So much time before the day of publication.",
        gate: Gate::NUMBER.or(Gate::COUNT).or(Gate::WORD).or(Gate::UNIT),
        confidence: 0.62,
        read: ago,
        accepts: examples(&[
            ("He died three weeks ago.", "three weeks ago", "2015-W47"),
            ("He died ten days ago.", "ten days ago", "2015-12-01"),
            ("He died two years ago.", "two years ago", "2013"),
            ("The mill shut a month ago.", "a month ago", "2015-11"),
            ("The mill shut several years ago.", "several years ago", "PAST_REF"),
            ("He died a fortnight ago.", "a fortnight ago", "2015-W48"),
            ("He died ten years ago today.", "ten years ago today", "2005-12-11"),
        ]),
        rejects: examples(&["He fought three years."]),
    },
    Rule {
        name: "earlier-later",
        about: "So much time before or after the date that was mentioned before.",
        gate: Gate::NUMBER.or(Gate::COUNT).or(Gate::WORD),
        confidence: 0.6,
        read: earlier,
        accepts: examples(&[
            ("The mill opened in 1990 and shut two years later.", "two years later", "1992"),
            ("It opened on May 3, 1990 and shut two days later.", "two days later", "1990-05-05"),
            ("Sales were up from a year earlier.", "a year earlier", "2014"),
        ]),
        rejects: examples(&["They left later."]),
    },
    Rule {
        name: "from-event",
        about: "So much time before or after something that happened; without a calendar date, because the article does not give one here.",
        gate: Gate::NUMBER.or(Gate::COUNT).or(Gate::WORD),
        confidence: 0.55,
        read: from_event,
        accepts: examples(&[
            ("They left two days before the storm.", "two days", "P2D"),
            ("They left three weeks after the vote.", "three weeks", "P3W"),
        ]),
        rejects: examples(&["They left before the storm."]),
    },
    Rule {
        name: "in-so-long",
        about: "So much time from the day of publication, where the clause looks ahead; else how long something took.",
        gate: Gate::NUMBER.or(Gate::COUNT).or(Gate::WORD),
        confidence: 0.85,
        read: within,
        accepts: examples(&[
            ("The firm will move in two weeks.", "two weeks", "2015-W52"),
            ("The trial will start in three months.", "three months", "2016-03"),
            ("They built it in two weeks.", "two weeks", "P2W"),
        ]),
        rejects: examples(&["In two weeks' talks they failed."]),
    },
    Rule {
        name: "last-this-next",
        about: "A week, month, quarter or year named from the day of publication.",
        gate: Gate::WORD.or(Gate::TIME),
        confidence: 0.73,
        read: last_this_next,
        accepts: examples(&[
            ("Sales fell last month.", "last month", "2015-11"),
            ("Sales fell this year.", "this year", "2015"),
            ("It opens next week.", "next week", "2015-W51"),
            ("It opens later this year.", "later this year", "2015"),
            ("It ran over the weekend.", "the weekend", "2015-W49-WE"),
        ]),
        rejects: examples(&["The last week of the war was cold.", "They finished last, year after year."]),
    },
    Rule {
        name: "following",
        about: "A unit of time counted from the date that was mentioned before.",
        gate: Gate::WORD,
        confidence: 0.55,
        read: following,
        accepts: examples(&[
            ("It opened in 1990 and shut the following year.", "the following year", "1991"),
            ("It opened in May 1990 and shut that year.", "that year", "1990"),
            ("It opened in May 1990 and shut the next month.", "the next month", "1990-06"),
        ]),
        rejects: examples(&["The following people came."]),
    },
    Rule {
        name: "mentioned-quarter",
        about: "The quarter that was mentioned before, or the one before it.",
        gate: Gate::WORD,
        confidence: 0.6,
        read: mentioned_quarter,
        accepts: examples(&[("Profit rose in the third quarter. Sales in the quarter fell.", "the quarter", "2015-Q3")]),
        rejects: examples(&["He lives in the quarter of the poor."]),
    },
    Rule {
        name: "year-earlier",
        about: "The same stretch a year before the one that was mentioned.",
        gate: Gate::UNIT,
        confidence: 0.65,
        read: year_earlier,
        accepts: examples(&[("Profit rose in the third quarter from a year-earlier loss.", "year-earlier", "2014-Q3")]),
        rejects: examples(&["A year earlier it closed."]),
    },
    Rule {
        name: "year-period",
        about: "The stretch of a named year that answers to the one that was mentioned.",
        gate: Gate::WORD,
        confidence: 0.6,
        read: year_period,
        accepts: examples(&[("Profit rose in the third quarter. In the 1988 period it fell.", "the 1988 period", "1988-Q3")]),
        rejects: examples(&["It was a 1988 period piece."]),
    },
];

/// A count with its unit.
fn length(document: &Document, i: usize) -> Option<(Count, Unit, usize)> {
    let counted = parts::count(document, i).and_then(|(count, at)| Some((count, parts::unit(document, at)?)));
    let (count, ((unit, _), end)) = counted.or_else(|| {
        let unit = parts::unit(document, i).filter(|((_, plural), _)| *plural)?;
        Some((Count::Unsaid, unit))
    })?;
    Some((count, unit, end))
}

fn ago(document: &Document, i: usize) -> Option<Match> {
    let (count, unit, end) = length(document, i)?;
    let halved = document.is_phrase(end, &["and", "a", "half"]);
    let (count, end) = if halved { (with_half(count), end + 3) } else { (count, end) };
    let (end, loose) = if document.is_phrase(end, &["or", "so"]) { (end + 2, true) } else { (end, false) };
    if !document.is(end, "ago") {
        return None;
    }
    // "ten years ago today", "ten years ago this week".
    let same = match document.word(end + 1) {
        "today" => Some((Unit::Day, end + 2)),
        "this" => parts::unit(document, end + 2)
            .filter(|((unit, plural), _)| !plural && matches!(unit, Unit::Week | Unit::Month))
            .map(|((unit, _), end)| (unit, end)),
        _ => None,
    };
    if let (Some(years), Unit::Year, Some((fine, end))) = (count.as_whole(), unit, same) {
        return Some(Match::new(i..end, Symbol::YearsAway(-years, fine)));
    }
    let symbol = match (count.as_whole(), unit) {
        (Some(_), Unit::Second | Unit::Minute | Unit::Hour) => Symbol::Length(count, unit),
        (Some(count), unit) => Symbol::shift(unit, -count, Base::Published),
        (None, Unit::Year) if half_years(count).is_some() => {
            Symbol::Shift(Unit::Month, -half_years(count).unwrap_or_default(), Base::Published)
        }
        (None, _) if count == Count::Unsaid => Symbol::Vague(Vague::Past),
        (None, _) => Symbol::Length(count, unit),
    };
    Some(Match::new(i..end + 1, symbol).with(loose.then_some(Modifier::Approx)))
}

/// The months of a number of years and a half.
fn half_years(count: Count) -> Option<i32> {
    match count {
        Count::Hundredths(hundredths) if hundredths % 100 == 50 => i32::try_from(hundredths / 100 * 12 + 6).ok(),
        _ => None,
    }
}

/// "a year and a half".
fn with_half(count: Count) -> Count {
    match count {
        Count::Hundredths(hundredths) => Count::Hundredths(hundredths.saturating_add(50)),
        Count::Unsaid => Count::Unsaid,
    }
}

fn earlier(document: &Document, i: usize) -> Option<Match> {
    let (count, unit, end) = length(document, i)?;
    let sign = match document.word(end) {
        "earlier" | "previously" => -1,
        "before" if is_free_before(document, end) => -1,
        "later" => 1,
        _ => return None,
    };
    // "two weeks later" follows what was told; "a year earlier" may compare with the day of publication.
    let base = if sign > 0 { Base::Told } else { Base::Mentioned };
    let symbol = match (count.as_whole(), unit) {
        (_, Unit::Second | Unit::Minute | Unit::Hour) => Symbol::Length(count, unit),
        (Some(count), unit) => Symbol::shift(unit, sign * count, base),
        (None, _) if sign < 0 => Symbol::Vague(Vague::Past),
        (None, _) => Symbol::Length(count, unit),
    };
    Some(Match::new(i..end + 1, symbol))
}

/// "two years before." at the end of its clause, not "two years before the war".
fn is_free_before(document: &Document, i: usize) -> bool {
    document.is_any(i + 1, words![".", ",", ";", ")", "!", "?"])
}

/// "in two weeks", "in nine days' time".
fn within(document: &Document, i: usize) -> Option<Match> {
    let led = i.checked_sub(1).is_some_and(|before| document.is(before, "in"));
    let (count, unit, end) = length(document, i).filter(|(_, unit, _)| led && !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour))?;
    let time = document.is_any(end, &["'", "'s"]) && document.is(end + 1, "time");
    let counts = document.is_any(end, &["'", "'s", "of"]) || document.has(end, Classes::TIME_UNIT) || parts::hyphen(document, end);
    let article = document.is_any(i, &["a", "an"]);
    let end = if time { end + 2 } else { end };
    (time || !counts && !article && count.as_whole().is_some()).then(|| Match::new(i..end, Symbol::Within(count, unit)))
}

fn from_event(document: &Document, i: usize) -> Option<Match> {
    if let Some(read) = beside_event(document, i).or_else(|| weekday_from(document, i)) {
        return Some(read);
    }
    let (count, unit, end) = length(document, i)?;
    let joined = document.is_any(end, &["before", "after", "prior", "into"]) && !is_free_before(document, end);
    let said = !matches!(count, Count::Unsaid) || document.is_any(i, &["several", "a", "some", "few"]);
    (joined && said).then(|| Match::new(i..end, Symbol::FromEvent(count, unit)))
}

/// "the day before the storm", "the week after the vote".
fn beside_event(document: &Document, i: usize) -> Option<Match> {
    let ((unit, plural), end) = parts::unit(document, i + 1).filter(|_| document.is(i, "the"))?;
    let fits = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
        && !plural
        && document.is_any(end, &["before", "after", "following"]);
    let known = document.is_any(end + 1, words!["the", "his", "her", "its", "their", "that", "this"]) || document.is_capitalized(end + 1);
    (fits && known).then(|| Match::new(i..end, Symbol::FromEvent(Count::whole(1), unit)).typed(TimexType::Date).doubted(0.2))
}

/// "the Monday after Easter", "the Tuesday before the vote".
fn weekday_from(document: &Document, i: usize) -> Option<Match> {
    let (weekday, end) = parts::weekday(document, i + 1).filter(|_| document.is(i, "the"))?;
    let counted = document.is_any(end, &["before", "after", "following"]) && document.kind(end + 1) == Some(TokenKind::Word);
    counted.then(|| Match::new(i..end, Symbol::WeekdayFrom(weekday)).doubted(0.2))
}

fn last_this_next(document: &Document, i: usize) -> Option<Match> {
    if document.is_phrase(i, &["the", "weekend"]) {
        return Some(Match::new(i..i + 2, Symbol::Shift(Unit::Weekend, -1, Base::Published)));
    }
    let the = document.is(i, "the");
    let at = if the { i + 1 } else { i };
    let (count, at) = match document.word(at) {
        "last" if !the => (-1, at + 1),
        "past" if the => (-1, at + 1),
        "this" if !the && document.is(at + 1, "past") => (-1, at + 2),
        "this" if !the && document.is(at + 1, "coming") => (1, at + 2),
        "this" if !the => (0, at + 1),
        "current" => (0, at + 1),
        "next" if !the => (1, at + 1),
        "coming" => (1, at + 1),
        "latest" if the => (0, at + 1),
        _ => return None,
    };
    let ((unit, plural), end) = parts::unit(document, at)?;
    let named = document.is_capitalized(i) && document.is_capitalized(at);
    let ranked = document.is(i, "last")
        && i.checked_sub(1).is_some_and(|b| document.is_any(b, words!["the", "its", "his", "her", "their"]))
        && document.is(end, "of");
    if named || ranked || plural || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Millennium) {
        return None;
    }
    if document.is(at.saturating_sub(1), "latest") && unit != Unit::Quarter {
        return None;
    }
    if document.is(at.saturating_sub(1), "past") {
        let read = || Match::new(i..end, Symbol::Length(Count::whole(1), unit)).typed(TimexType::Duration);
        return (unit != Unit::Quarter).then(read);
    }
    let (unit, count) = if document.is(at.saturating_sub(1), "latest") { (Unit::Quarter, -1) } else { (unit, count) };
    Some(Match::new(i..end, Symbol::shift(unit, count, Base::Published)))
}

fn following(document: &Document, i: usize) -> Option<Match> {
    let (count, at) = match (document.word(i), document.word(i + 1)) {
        ("the", "following" | "next" | "ensuing") => (1, i + 2),
        ("the" | "a", "previous" | "preceding" | "prior") => (-1, i + 2),
        ("the" | "that", "same") => (0, i + 2),
        ("that", _) => (0, i + 1),
        _ => return None,
    };
    let ((unit, plural), end) = parts::unit(document, at)?;
    let long = !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Millennium);
    // "spent the next decade rebuilding it".
    let spent = count > 0 && i.checked_sub(1).is_some_and(|before| document.is_any(before, &["spent", "spend", "spends", "spending"]));
    if spent && long && !plural {
        return Some(Match::new(i..end, Symbol::Length(Count::whole(1), unit)));
    }
    (long && !plural).then(|| Match::new(i..end, Symbol::shift(unit, count, Base::Mentioned)))
}

fn mentioned_quarter(document: &Document, i: usize) -> Option<Match> {
    let at = if document.is(i + 1, "latest") { i + 2 } else { i + 1 };
    if at > i + 1 && document.is(i, "the") && document.is(at, "period") {
        return Some(Match::new(i..at + 1, Symbol::Shift(Unit::Quarter, 0, Base::Mentioned)));
    }
    let quarter = document.is_phrase(i, &["the", "quarter"]) || document.is_phrase(i, &["that", "quarter"]);
    let free = !document.is_any(i + 2, &["of", "-"]) && !document.has(i + 2, Classes::EVENT_NOUN);
    (quarter && free).then(|| Match::new(i..i + 2, Symbol::Shift(Unit::Quarter, 0, Base::Mentioned)))
}

fn year_earlier(document: &Document, i: usize) -> Option<Match> {
    let dashed = document.is(i, "year") && parts::hyphen(document, i + 1) && document.is_any(i + 2, &["earlier", "ago"]);
    dashed.then(|| Match::new(i..i + 3, Symbol::Shift(Unit::Year, -1, Base::Mentioned)))
}

fn year_period(document: &Document, i: usize) -> Option<Match> {
    let (year, at) = parts::year(document, i + 1).filter(|_| document.is(i, "the"))?;
    document.is_any(at, &["period", "quarter"]).then(|| Match::new(i..at + 1, Symbol::SameQuarter(year)))
}
