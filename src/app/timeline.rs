//! What happened when: dated events in order, the undated apart, and the times that date no event.

use crate::app::change::Change;
use crate::app::correct::{DateForm, anchor_field, note_field, status_field};
use crate::app::dates;
use crate::app::entry::{ListProps, chosen_class, cut, emphasized, lead, list_keys, more_button};
use crate::app::grounds::{Fact, OtherReading, Why, doubt};
use crate::app::judge::{judge, said, verdict_class};
use crate::app::outline::{List, Lists, Row};
use crate::app::picture::Picture;
use crate::app::state::{Action, Chosen, Reading};
use crate::app::status::Shape;
use crate::app::takeaway::one;
use crate::app::words::{self, filter};
use crate::event::{Event, Status};
use crate::item::Item;
use crate::timex::{READER, Timex};
use yew::prelude::*;

/// The timeline.
#[component]
pub fn Timeline(props: &ListProps) -> Html {
    let analysis = &props.reading.analysis;
    let Lists { dated, undated, .. } = props.outline.lists(props.all);
    let followed = props.chosen.map(|chosen| chosen.item);
    let dated = cut(props, List::Dated, dated, |row| matches!(row, Row::Event(i) if followed == Some(Item::Event(*i))));
    let undated = cut(props, List::Undated, undated, |i| followed == Some(Item::Event(*i)));
    let drawn = dated.entries.len();
    let loose = cut(props, List::Loose, &props.outline.loose, |i| followed == Some(Item::Timex(*i)));
    html! {
        <section class="column timeline-column" aria-labelledby="timeline" data-keys="list" onkeydown={list_keys(props)}>
            <h2 id="timeline">{ words::TIMELINE_HEADING }</h2>
            if analysis.events.is_empty() {
                <p class="nothing">{ words::NO_EVENTS }</p>
            } else if props.outline.is_filtered && props.outline.lists(props.all).events() == 0 {
                <p class="nothing">{ filter::NONE }</p>
            }
            <Picture reading={props.reading.clone()} all={props.all} outline={props.outline.clone()} shown={drawn} printing={props.printing} act={props.act.clone()} />
            <ol class="events">{ for lines(props, dated.entries) }</ol>
            { more_button(&dated, &props.act) }
            if !undated.entries.is_empty() {
                <h3>{ words::UNDATED }</h3>
                <ol class="events undated">{ for undated.entries.iter().map(|i| event(props, *i, false)) }</ol>
                { more_button(&undated, &props.act) }
            }
            { all_button(props) }
            if !loose.entries.is_empty() {
                <details class="loose" open={props.printing || matches!(props.chosen, Some(Chosen { item: Item::Timex(_), .. }))}>
                    <summary>{ words::LOOSE_DATES }{ " " }<span class="count">{ loose.entries.len() + loose.hidden }</span></summary>
                    <ol class="times">{ for loose.entries.iter().map(|i| time(props, *i)) }</ol>
                    { more_button(&loose, &props.act) }
                </details>
            }
        </section>
    }
}

fn all_button(props: &ListProps) -> Html {
    let (main, all) = (props.outline.lists(false).events(), props.outline.lists(true).events());
    if main == all {
        return Html::default();
    }
    let next = !props.all;
    let label = if next { words::all_events(all) } else { words::MAIN_ONLY.to_owned() };
    html! { <button type="button" class="more" onclick={props.act.reform(move |_: MouseEvent| Action::AllEvents(next))}>{ label }</button> }
}

/// The lines of the dated part. A date that the line before has said is not said again to the eye.
fn lines(props: &ListProps, rows: &[Row]) -> Vec<Html> {
    let mut said = None;
    let mut line = |row: &Row| match row {
        Row::Event(i) => {
            let date = props.reading.analysis.events.get(*i).and_then(|event| event.date.as_ref());
            let repeats = date.is_some() && said == date;
            said = date;
            event(props, *i, repeats)
        }
        Row::Published => {
            said = None;
            published(props)
        }
    };
    rows.iter().map(&mut line).collect()
}

fn published(props: &ListProps) -> Html {
    let Some(date) = props.reading.analysis.published.date else { return Html::default() };
    html! {
        <li key="published" id="entry-published" class="now">
            <span class="lead" tabindex="-1">{ words::PUBLISHED }{ " " }<time datetime={date.to_string()}>{ dates::day(date) }</time></span>
        </li>
    }
}

fn event(props: &ListProps, index: usize, repeats: bool) -> Html {
    let Some(event) = props.reading.analysis.events.get(index) else { return Html::default() };
    let item = Item::Event(index);
    let status = words::status(event.status);
    let mark = props.reading.mark(item);
    html! {
        <li key={item.id()} id={format!("entry-{}", item.id())} class={classes!("event", status.replace(' ', "-"), chosen_class(props.chosen, item), verdict_class(mark))}>
            // A click on the date is a short way to "why?", whose button keys and screen readers find.
            <div class={classes!("when", repeats.then_some("unseen"))} title={words::WHY} onclick={props.act.reform(move |_: MouseEvent| Action::Why(item))}>{ when(event) }</div>
            <div class="what">
                { lead(item, &props.act, emphasized(&props.reading.text, event.span, event.trigger)) }
                <p class="tags">
                    <span class="tag status"><Shape status={event.status} />{ status }</span>
                    if let Some(basis) = words::basis(event.basis) {
                        <span class="tag">{ basis }</span>
                    }
                    { doubt(event.grounds.confidence, mark) }
                    { said(mark) }
                </p>
                { judge(item, mark, &props.act) }
                { why_of_event(props, index, event) }
            </div>
        </li>
    }
}

fn when(event: &Event) -> Html {
    let Some(date) = &event.date else { return Html::default() };
    let interval = crate::timex::Interval { earliest: date.earliest, latest: date.latest };
    let words = dates::column(&date.value, Some(interval));
    html! {
        <time datetime={dates::attribute(&date.value)}>
            if let Some(side) = dates::side(&date.edtf, event.status == Status::Planned) {
                <i>{ side }</i>{ " " }
            }
            if !words.before.is_empty() {
                <span>{ words.before }</span>{ " " }
            }
            <b>{ words.main }</b>
            if !words.after.is_empty() {
                { " " }<span>{ words.after }</span>
            }
            if let Some(hedge) = dates::hedge(&date.edtf) {
                { " " }<i>{ hedge }</i>
            }
        </time>
    }
}

fn why_of_event(props: &ListProps, index: usize, event: &Event) -> Html {
    let item = Item::Event(index);
    let timex = event.timex.and_then(|i| props.reading.analysis.timexes.get(i));
    // How the words dated it tells nothing any more where the reader gave the date.
    let own = timex.is_none_or(|timex| timex.grounds.rule != READER).then(|| (AttrValue::default(), event.grounds.clone()));
    let of_date = timex.map(|timex| (AttrValue::from(date_name(props, timex)), timex.grounds.clone()));
    let grounds = own.into_iter().chain(of_date).collect::<Vec<_>>();
    let readings = event.timex.zip(timex).map(|(i, timex)| other_readings(i, timex)).unwrap_or_default();
    let facts = facts(props, index, event);
    let open = props.is_open(item);
    let forms = || {
        html! {
            <>
                <DateForm reading={props.reading.clone()} {item} act={props.act.clone()} />
                { for event.timex.map(|timex| anchor_field(&props.reading, timex, &props.act)) }
                { status_field(index, event.status, &props.act) }
                { note_field(&props.reading, item, &props.act) }
                { one(&props.reading, item, &props.act) }
            </>
        }
    };
    html! { <Why {item} {open} {facts} {grounds} {readings} act={props.act.clone()}>{ props.forms(item, forms) }</Why> }
}

/// Where it took place, who took part and where it is told again, in the words of the article.
fn facts(props: &ListProps, index: usize, event: &Event) -> Vec<Fact> {
    let Reading { text, analysis, .. } = &*props.reading;
    let place = event.place.map(|place| Fact { name: words::PLACE, value: place.of(text).to_owned().into() });
    let names = event.participants.iter().filter_map(|i| Some(analysis.entities.get(*i)?.name_in(text))).collect::<Vec<_>>();
    let people = (!names.is_empty()).then(|| Fact { name: words::PARTICIPANTS, value: names.join(", ").into() });
    let again = analysis.events.iter().filter(|other| other.same == Some(index)).map(|other| format!("“{}”", other.span.of(text)));
    let again = again.collect::<Vec<_>>();
    let again = (!again.is_empty()).then(|| Fact { name: words::TOLD_AGAIN, value: again.join(", ").into() });
    [place, people, again].into_iter().flatten().collect()
}

fn date_name(props: &ListProps, timex: &Timex) -> String {
    format!("{}, “{}”", words::FOR_THE_DATE, timex.span.of(&props.reading.text))
}

fn other_readings(index: usize, timex: &Timex) -> Vec<OtherReading> {
    let one = |reading: &crate::timex::Reading| OtherReading {
        value: dates::typed(timex.kind, &reading.value, None).into(),
        why: reading.why.clone().into(),
        change: Change::Date(Item::Timex(index), Some(reading.value.as_str().into())),
    };
    timex.alternatives.iter().map(one).collect()
}

fn time(props: &ListProps, index: usize) -> Html {
    let Some(timex) = props.reading.analysis.timexes.get(index) else { return Html::default() };
    let item = Item::Timex(index);
    let grounds = vec![(AttrValue::default(), timex.grounds.clone())];
    let mark = props.reading.mark(item);
    let open = props.is_open(item);
    let form = || html! { <><DateForm reading={props.reading.clone()} {item} act={props.act.clone()} />{ anchor_field(&props.reading, index, &props.act) }{ note_field(&props.reading, item, &props.act) }{ one(&props.reading, item, &props.act) }</> };
    html! {
        <li key={item.id()} id={format!("entry-{}", item.id())} class={classes!("time", chosen_class(props.chosen, item), verdict_class(mark))}>
            { lead(item, &props.act, html! { { timex.span.of(&props.reading.text) } }) }
            <span class="reads">{ dates::typed(timex.kind, &timex.value, timex.interval) }{ doubt(timex.grounds.confidence, mark) }{ said(mark) }</span>
            { judge(item, mark, &props.act) }
            <Why {item} {open} {grounds} readings={other_readings(index, timex)} act={props.act.clone()}>
                { props.forms(item, form) }
            </Why>
        </li>
    }
}
