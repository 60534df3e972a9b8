//! The timeline as a picture: a scaled axis from top to bottom. Longer gaps are longer, and very long ones are broken and
//! say how long they are; ranges are bars, planned events stand below the line of publication.
//!
//! The list beside it says the same to those who do not see it.

use crate::app::browser;
use crate::app::dates;
use crate::app::outline::{Outline, Row};
use crate::app::reading::Reading;
use crate::app::state::{Action, Place};
use crate::app::status::drawing;
use crate::app::words::picture as words;
use crate::event::Event;
use crate::item::Item;
use crate::timex::Interval;
use chrono::{Datelike, NaiveDate};
use std::rc::Rc;
use yew::prelude::*;

/// The height of a line, in units of the picture.
const LINE: f64 = 22.0;

/// No gap is drawn longer than this.
const LONGEST: f64 = 70.0;

/// A gap of more days is broken.
const BROKEN: i64 = 365;

/// A stretch of at most so many days is a point.
const POINT: i64 = 1;

/// Where the axis stands, how far apart the lanes of bars are, and how wide the picture is.
const AXIS: f64 = 156.0;
const LANE: f64 = 9.0;
const WIDTH: f64 = 460.0;

/// At most so many lanes.
const LANES: usize = 5;

/// So many letters of an event stand beside its mark.
const LETTERS: usize = 36;

/// One line of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// What it shows.
    pub row: Row,
    /// The first day.
    pub day: NaiveDate,
    /// How far down it stands.
    pub y: f64,
    /// How far down its bar reaches, and the lane of the bar, where it is a range.
    pub bar: Option<(f64, usize)>,
    /// The days since the line before, where that gap is broken.
    pub gap: Option<i64>,
}

/// Where each of some dated rows of a reading stands.
fn place(reading: &Reading, rows: &[Row]) -> Vec<Placed> {
    let days = |row: &Row| match row {
        Row::Event(i) => reading.analysis.events.get(*i)?.date.as_ref().map(|date| (date.earliest, date.latest)),
        Row::Published => reading.analysis.published.date.map(|day| (day, day)),
    };
    let rows = rows.iter().filter_map(|row| Some((*row, days(row)?)));
    lay_out(rows.collect())
}

fn lay_out(rows: Vec<(Row, (NaiveDate, NaiveDate))>) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::with_capacity(rows.len());
    for (row, (day, _)) in &rows {
        let (mut y, mut gap) = (LINE, None);
        if let Some(before) = placed.last() {
            // What the line of publication parts from the days around it does not go back in time.
            let days = (*day - before.day).num_days().max(0);
            y = before.y + LINE + (6.0 * ((1 + days) as f64).log2()).min(LONGEST);
            gap = (days > BROKEN).then_some(days);
        }
        placed.push(Placed { row: *row, day: *day, y, bar: None, gap });
    }
    let mut ends = [f64::MIN; LANES];
    for (i, (_, (first, last))) in rows.iter().enumerate() {
        if (*last - *first).num_days() <= POINT {
            continue;
        }
        let (top, end) = (placed[i].y, reach(&placed, i, *last));
        let lane = ends.iter().position(|free| *free < top).unwrap_or(LANES - 1);
        ends[lane] = end;
        placed[i].bar = Some((end, lane));
    }
    placed
}

/// How far down a bar reaches that ends on `last`: in proportion between the lines around that day.
fn reach(placed: &[Placed], from: usize, last: NaiveDate) -> f64 {
    let mut before = &placed[from];
    for next in &placed[from + 1..] {
        if next.day > last {
            let whole = (next.day - before.day).num_days().max(1) as f64;
            let part = (last - before.day).num_days().max(0) as f64;
            return (before.y + (next.y - before.y) * part / whole).max(placed[from].y + LINE / 3.0);
        }
        before = next;
    }
    before.y + LINE / 2.0
}

/// What the picture shows.
#[derive(PartialEq, Properties)]
pub struct PictureProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// Whether all events are shown, not only the main ones.
    pub all: bool,
    /// What the lists show of it.
    pub outline: Rc<Outline>,
    /// How many lines are drawn before the lists are asked for more.
    pub shown: usize,
    /// Whether the page is being printed, which unfolds the picture.
    pub printing: bool,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The picture, folded until it is wanted.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let open = use_state(|| false);
    let rows = &props.outline.lists(props.all).dated;
    if rows.len() < 2 {
        return Html::default();
    }
    let ontoggle = {
        let open = open.clone();
        let printing = props.printing;
        Callback::from(move |event: web_sys::Event| {
            if !printing {
                open.set(browser::is_open(&event));
            }
        })
    };
    let drawn = *open || props.printing;
    html! {
        <details class="picture" open={*open || props.printing} {ontoggle}>
            <summary>{ words::PICTURE }</summary>
            if drawn {
                { drawing_of(props, rows.get(..props.shown).unwrap_or(rows)) }
                if rows.len() > props.shown {
                    <p class="soft">{ words::cut(props.shown, rows.len()) }</p>
                }
            }
        </details>
    }
}

/// The picture of some rows.
fn drawing_of(props: &PictureProps, rows: &[Row]) -> Html {
    let placed = place(&props.reading, rows);
    let height = placed.iter().map(|line| line.bar.map_or(line.y, |(end, _)| end.max(line.y))).fold(0.0, f64::max) + LINE;
    let lanes = placed.iter().filter_map(|line| line.bar.map(|(_, lane)| lane + 1)).max().unwrap_or_default();
    let text = AXIS + 14.0 + LANE * lanes as f64;
    let mut year = None;
    let lines = placed.iter().enumerate().map(|(i, line)| {
        let new_year = year.replace(line.day.year()) != Some(line.day.year());
        let repeats = i > 0 && placed[i - 1].day == line.day && placed[i - 1].row != Row::Published;
        draw(props, line, text, (!repeats).then_some(new_year))
    });
    html! {
        <svg viewBox={format!("0 0 {WIDTH} {height:.0}")} width="100%" aria-hidden="true">
            <line class="axis" x1={AXIS.to_string()} x2={AXIS.to_string()} y1="8" y2={(height - 8.0).to_string()} />
            { for lines }
        </svg>
    }
}

/// One line: its date where that is new, its mark and bar, and the first words of the event.
fn draw(props: &PictureProps, line: &Placed, text: f64, date: Option<bool>) -> Html {
    let y = format!("{:.1}", line.y);
    let gap = line.gap.map(|days| gap(line.y - LINE, days));
    let Row::Event(index) = line.row else {
        let label = dates::day(line.day);
        return html! {
            <>
                { gap }
                <line class="today" x1="0" x2={WIDTH.to_string()} y1={y.clone()} y2={y.clone()} />
                <text class="today" x={text.to_string()} y={format!("{:.1}", line.y - 4.0)}>{ words::PUBLISHED }{ " " }{ label }</text>
            </>
        };
    };
    let Some(event) = props.reading.analysis.events.get(index) else { return Html::default() };
    let onclick = props.act.reform(move |_: MouseEvent| Action::Follow(Item::Event(index), Place::Words));
    let loose = event.date.as_ref().is_some_and(|date| date.edtf.contains(['~', '?', '%']));
    let bar = line.bar.map(|(end, lane)| {
        let x = AXIS + 8.0 + LANE * lane as f64;
        html! { <rect class={classes!("bar", loose.then_some("loose"))} x={format!("{:.1}", x)} y={y.clone()} width="5" height={format!("{:.1}", (end - line.y).max(4.0))} rx="2.5" /> }
    });
    html! {
        <g class="line" {onclick}>
            { gap }
            if let Some(new_year) = date {
                <text class="date" x={(AXIS - 12.0).to_string()} y={format!("{:.1}", line.y + 4.0)}>{ date_words(event, new_year) }</text>
            }
            <g transform={format!("translate({:.1} {:.1})", AXIS - 8.0, line.y - 8.0)}>{ drawing(event.status) }</g>
            { bar }
            <text x={text.to_string()} y={format!("{:.1}", line.y + 4.0)}>{ beginning(event.span.of(&props.reading.text)) }</text>
        </g>
    }
}

/// A broken piece of the axis, and how long it stands for.
fn gap(y: f64, days: i64) -> Html {
    let path = format!("M{} {:.1}l6 -3m-6 7l6 -3", AXIS - 3.0, y);
    html! { <><path class="break" d={path} /><text class="gap" x={(AXIS + 12.0).to_string()} y={format!("{:.1}", y + 3.0)}>{ words::gap(days) }</text></> }
}

fn date_words(event: &Event, new_year: bool) -> String {
    let Some(date) = &event.date else { return String::new() };
    let words = dates::column(&date.value, Some(Interval { earliest: date.earliest, latest: date.latest }));
    let year = date.earliest.year().to_string();
    if new_year && !words.main.contains(&year) { format!("{} {year}", words.main) } else { words.main }
}

/// The first words of an event.
fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => line[..end].trim_end().to_owned() + "…",
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(dates: &[(&str, &str)]) -> Vec<Placed> {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        lay_out(dates.iter().enumerate().map(|(i, (first, last))| (Row::Event(i), (day(first), day(last)))).collect())
    }

    #[test]
    fn lines_never_overlap_and_longer_gaps_are_longer() {
        let placed = rows(&[
            ("1962-01-01", "1962-01-01"),
            ("2021-03-01", "2021-03-01"),
            ("2021-03-01", "2021-03-01"),
            ("2021-03-02", "2021-03-02"),
            ("2021-03-20", "2021-03-20"),
        ]);
        let steps: Vec<f64> = placed.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
        assert!(steps.iter().all(|step| *step >= LINE));
        assert!(steps[1] < steps[2] && steps[2] < steps[3] && steps[3] < steps[0]);
        assert_eq!(placed[1].gap, Some(21609));
        assert!(placed[2..].iter().all(|line| line.gap.is_none()));
    }

    #[test]
    fn ranges_reach_to_their_last_day_and_stand_side_by_side() {
        let placed =
            rows(&[("2021-03-01", "2021-03-31"), ("2021-03-05", "2021-03-15"), ("2021-03-10", "2021-03-10"), ("2021-04-10", "2021-04-10")]);
        let bars: Vec<(f64, usize)> = placed.iter().filter_map(|line| line.bar).collect();
        assert_eq!(bars.iter().map(|(_, lane)| *lane).collect::<Vec<_>>(), [0, 1]);
        let (long, short) = (bars[0].0, bars[1].0);
        assert!(placed[2].y < short && short < long && long < placed[3].y);
    }
}
