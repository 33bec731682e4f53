//! Properties of the plot's geometry, looked for in random stories: labels that do not overlap, jump or vanish.

#![expect(clippy::unwrap_used, reason = "a test stops where its own dates cannot be read")]

use eraline::calendar::Day;
use eraline::event::{Chronology, Era, EraBasis, Event, Extent};
use eraline::layout::{Align, Arrangement, Focus, PlacedLabel, Plan, Planning, Stage, TextMeasure, TextStyle};
use eraline::outline;
use eraline::scale::{Scale, Viewport};
use eraline::scene;
use proptest::prelude::*;

/// Every character is 7 px wide.
struct FixedWidths;

impl TextMeasure for FixedWidths {
    fn width_px(&self, text: &str, _: TextStyle) -> f64 {
        text.chars().count() as f64 * 7.0
    }

    fn line_height_px(&self, style: TextStyle) -> f64 {
        match style {
            TextStyle::Label | TextStyle::LeadLabel => 19.0,
            TextStyle::Era => 21.0,
            _ => 16.0,
        }
    }
}

fn event(edtf: &str, extent: Extent, salience: f64, headline: &str) -> Event {
    Event { salience, ..Event::titled(edtf.parse().unwrap(), extent, headline) }
}

fn era(edtf: &str, label: &str) -> Era {
    let (id, label) = (label.to_owned(), label.to_owned());
    Era { id, label, date: edtf.parse().unwrap(), level: 1, basis: EraBasis::Given }
}

fn story(mut events: Vec<Event>) -> Chronology {
    events.sort_by_key(|event| (event.date.and_then(|date| date.first_day()), event.id.clone()));
    let eras = vec![era("1979/1989", "One"), era("1989/2001", "Two"), era("2001/2025", "Three")];
    Chronology { events, eras, ..Chronology::default() }
}

/// A date at some grain, as EDTF, and whether it lasted.
fn any_date() -> impl Strategy<Value = (String, Extent)> {
    let day = (3_287..20_400_i32).prop_map(|ordinal| Day::from_ordinal(ordinal).unwrap().ymd());
    let kind = 0..10_u8;
    (day, kind, 1..9_i32).prop_map(|((year, month, day), kind, years)| match kind {
        0..=3 => (format!("{year:04}-{month:02}-{day:02}"), Extent::Within),
        4 => (format!("{year:04}-{month:02}"), Extent::Within),
        5 => (format!("{year:04}"), Extent::Within),
        6 => (format!("{year:04}~"), Extent::Within),
        7 => (format!("{year:04}/{:04}", year + years), Extent::Throughout),
        8 => (format!("{:03}X", year / 10), Extent::Throughout),
        _ => (format!("{year:04}-{month:02}-{day:02}/.."), Extent::Throughout),
    })
}

fn any_story() -> impl Strategy<Value = Chronology> {
    let headline = prop::collection::vec("[a-z]{2,9}", 2..9).prop_map(|words| words.join(" "));
    let event = (any_date(), 0.0..1.0_f64, headline);
    prop::collection::vec(event, 1..60).prop_map(|events| {
        let numbered = events.into_iter().enumerate();
        story(numbered.map(|(i, ((edtf, extent), s, words))| event_of(i, &edtf, extent, s, &words)).collect())
    })
}

fn event_of(index: usize, edtf: &str, extent: Extent, salience: f64, words: &str) -> Event {
    event(edtf, extent, salience, &format!("{index} {words}"))
}

/// A view inside a story: where, and how far in.
fn any_view() -> impl Strategy<Value = (f64, f64)> {
    (0.0..1.0_f64, 0.0..9.0_f64)
}

fn view(plan: &Plan, (share, octaves): (f64, f64)) -> Viewport {
    let whole = plan.whole();
    whole.zoomed_at(whole.from + share * whole.span(), octaves.exp2(), whole)
}

const NO_FOCUS: Focus<'static> = Focus { chosen: None, hits: &[] };

fn words(arrangement: &Arrangement) -> Vec<&PlacedLabel> {
    arrangement.labels.iter().filter(|label| label.align != Align::MarkOnly).collect()
}

fn meet(a: &PlacedLabel, b: &PlacedLabel) -> bool {
    a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
}

fn check_no_overlap(arrangement: &Arrangement) -> Result<(), TestCaseError> {
    let words = words(arrangement);
    for (index, a) in words.iter().enumerate() {
        for b in words.iter().skip(index + 1) {
            prop_assert!(!meet(a, b), "{a:?}\n{b:?}");
        }
    }
    Ok(())
}

fn check_poles_cross_no_words(arrangement: &Arrangement) -> Result<(), TestCaseError> {
    for pole in &arrangement.poles {
        let [(x, top), (_, bottom)] = pole.points.as_slice() else { continue };
        for label in words(arrangement) {
            // The words begin some px from the edge that is their own pole.
            let crosses = *x > label.left + 4.0 && *x < label.left + label.width - 4.0;
            let passes = *top < label.top + label.height && *bottom > label.top;
            prop_assert!(!(crosses && passes), "pole at {x} from {top} to {bottom} crosses {label:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn words_never_overlap_and_no_pole_crosses_them(
        story in any_story(), at in any_view(), width in prop::sample::select(vec![480.0, 720.0, 1136.0, 1500.0])
    ) {
        let plan = Plan::new(&story, &Stage::of_width(width), &FixedWidths);
        let arrangement = plan.arrange(&story, &view(&plan, at), &NO_FOCUS);
        check_no_overlap(&arrangement)?;
        check_poles_cross_no_words(&arrangement)?;
    }

    #[test]
    fn words_in_a_column_never_overlap_and_keep_the_order_of_time(story in any_story(), at in any_view()) {
        let plan = Plan::new(&story, &Stage::of_width(328.0), &FixedWidths);
        let arrangement = plan.arrange(&story, &view(&plan, at), &NO_FOCUS);
        check_no_overlap(&arrangement)?;
        let mut leaders: Vec<(f64, f64)> = Vec::new();
        for pole in &arrangement.poles {
            leaders.push((pole.points[0].1, pole.points[3].1));
        }
        leaders.sort_by(|a, b| a.1.total_cmp(&b.1));
        prop_assert!(leaders.windows(2).all(|pair| pair[0].0 <= pair[1].0 + 1e-6), "leaders cross: {leaders:?}");
    }

    #[test]
    fn a_label_once_shown_stays_on_the_way_in(story in any_story(), at in any_view(), factor in 1.0..8.0_f64) {
        let plan = Plan::new(&story, &Stage::of_width(1136.0), &FixedWidths);
        let before = view(&plan, at);
        let after = before.zoomed_at(before.middle(), factor, plan.whole());
        let shown = plan.arrange(&story, &before, &NO_FOCUS);
        let closer = plan.arrange(&story, &after, &NO_FOCUS);
        let middle = |label: &PlacedLabel| {
            let date = story.events[label.event].date.unwrap();
            let days = |day: Option<Day>| day.map(|day| f64::from(day.ordinal()));
            Some(f64::midpoint(days(date.first_day())?, days(date.end_day())?))
        };
        for label in words(&shown).into_iter().filter(|label| matches!(label.align, Align::Start | Align::End)) {
            let Some(time) = middle(label) else { continue };
            // A pole may stand at the side of its mark: ask for those well inside.
            let is_inside = time > after.from + after.span() * 0.2 && time < after.to - after.span() * 0.2;
            let is_day = story.events[label.event].date.unwrap().days() == Some(1);
            let still = words(&closer).iter().any(|other| other.event == label.event);
            prop_assert!(!is_inside || !is_day || still, "{label:?} vanished");
        }
    }

    #[test]
    fn panning_moves_labels_along_and_changes_nothing_else(story in any_story(), at in any_view(), px in -300.0..300.0_f64) {
        let plan = Plan::new(&story, &Stage::of_width(1136.0), &FixedWidths);
        let before = view(&plan, at);
        let after = Scale::new(before, 1136.0).dragged(px, plan.whole());
        let moved = (before.from - after.from) * 1136.0 / before.span();
        let (a, b) = (plan.arrange(&story, &before, &NO_FOCUS), plan.arrange(&story, &after, &NO_FOCUS));
        let hung = |label: &&PlacedLabel| matches!(label.align, Align::Start | Align::End);
        for label in words(&a).into_iter().filter(hung) {
            let left = label.left + moved;
            if left + label.width <= 1.0 || left >= 1135.0 {
                continue;
            }
            let same = words(&b).into_iter().find(|other| other.event == label.event);
            let is_same = same.is_some_and(|other| {
                other.top == label.top && other.align == label.align && (other.left - left).abs() < 0.01
            });
            prop_assert!(is_same, "{label:?} became {same:?}");
        }
    }

    #[test]
    fn every_event_of_the_whole_story_is_shown_or_counted_once(
        story in any_story(), width in prop::sample::select(vec![328.0, 480.0, 720.0, 1136.0])
    ) {
        let plan = Plan::new(&story, &Stage::of_width(width), &FixedWidths);
        let outline = outline::plot(&plan.arrange(&story, &plan.whole(), &NO_FOCUS), &story);
        let mut seen: Vec<usize> = outline.labels.iter().map(|label| label.placed.event).collect();
        seen.extend(outline.counts.iter().flat_map(|pill| pill.events.iter().copied()));
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..story.events.len()).collect::<Vec<_>>());
        prop_assert_eq!((outline.earlier, outline.later), (0, 0));
        let inner: Vec<f64> = outline.counts.iter().map(|pill| pill.x).filter(|x| *x > 17.0 && *x < width - 17.0).collect();
        let is_apart = |pair: &[f64]| width < 400.0 || pair[1] - pair[0] >= 28.0;
        prop_assert!(inner.windows(2).all(is_apart), "counts at {inner:?}");
    }

    #[test]
    fn the_chosen_event_always_has_words_where_it_is_in_view(story in any_story(), at in any_view(), pick in any::<prop::sample::Index>()) {
        let plan = Plan::new(&story, &Stage::of_width(1136.0), &FixedWidths);
        let chosen = pick.index(story.events.len());
        let date = story.events[chosen].date.unwrap();
        let (Some(from), Some(days)) = (date.first_day(), date.days()) else { return Ok(()) };
        prop_assume!(days == 1);
        let near = view(&plan, at);
        let time = f64::from(from.ordinal()) + 0.5;
        let there = near.panned(time - near.middle(), plan.whole());
        let focus = Focus { chosen: Some(chosen), hits: &[] };
        let arrangement = plan.arrange(&story, &there, &focus);
        prop_assert!(words(&arrangement).iter().any(|label| label.event == chosen && label.is_chosen));
        check_no_overlap(&arrangement)?;
    }
}

/// More events than a plan is eager for.
fn any_crowd() -> impl Strategy<Value = Chronology> {
    let event = (any_date(), 0.0..1.0_f64, "[a-z]{3,30}( [a-z]{3,12}){1,5}");
    prop::collection::vec(event, 500..900).prop_map(|events| {
        let numbered = events.into_iter().enumerate();
        story(numbered.map(|(i, ((edtf, extent), s, words))| event_of(i, &edtf, extent, s, &words)).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn the_words_of_a_crowd_neither_overlap_nor_vanish_on_the_way_in(story in any_crowd(), at in any_view()) {
        let plan = Plan::new(&story, &Stage::of_width(1136.0), &FixedWidths);
        let (mut before, start) = (Vec::new(), view(&plan, (at.0, 0.0)));
        let middle = start.from + at.0 * start.span();
        for octave in 0..12 {
            let near = start.zoomed_at(middle, f64::from(octave).exp2(), plan.whole());
            let arrangement = plan.arrange(&story, &near, &NO_FOCUS);
            check_no_overlap(&arrangement)?;
            check_poles_cross_no_words(&arrangement)?;
            let shown: Vec<usize> = words(&arrangement).iter().map(|label| label.event).collect();
            let is_well_inside = |event: &usize| {
                let date = story.events[*event].date.unwrap();
                let time = date.first_day().filter(|_| date.days() == Some(1)).map(|day| f64::from(day.ordinal()));
                time.is_some_and(|time| time > near.from + near.span() * 0.3 && time < near.to - near.span() * 0.3)
            };
            let lost: Vec<&usize> = before.iter().filter(|event| is_well_inside(event) && !shown.contains(event)).collect();
            prop_assert!(lost.is_empty(), "{lost:?} vanished at octave {octave}");
            before = shown;
        }
    }
}

#[test]
fn the_overview_counts_events_by_year_and_shows_the_window() {
    let story = story(vec![
        event("1980", Extent::Within, 0.5, "One"),
        event("1980/1981", Extent::Throughout, 0.5, "Two"),
        event("2025-07-03", Extent::Within, 0.5, "Three"),
    ]);
    let plan = Plan::new(&story, &Stage::of_width(1136.0), &FixedWidths);
    let half = Viewport::from_edtf("1980/1999".parse().unwrap(), plan.whole());
    let strip = plan.overview(&story, &half, &Focus { chosen: Some(2), hits: &[0] }, 1000.0);
    let heights: Vec<f64> = strip.columns.iter().map(|(_, _, share)| *share).collect();
    assert_eq!(heights, [1.0, 0.5, 0.5], "two events in 1980, one each in 1981 and 2025");
    assert_eq!(strip.years, (1980, 2025));
    assert!(!strip.is_whole && strip.window.0 < 50.0 && (400.0..460.0).contains(&strip.window.1), "{:?}", strip.window);
    assert!(strip.chosen.is_some_and(|x| x > 970.0) && strip.hits.len() == 1);
    assert_eq!(strip.borders.len(), 2, "the first era begins with the story");
}

#[test]
fn a_plan_that_was_only_begun_shows_the_whole_story_alike() {
    let events =
        (0..40).map(|i| event(&format!("{}-03-0{}", 1980 + i, 1 + i % 9), Extent::Within, 0.5, &format!("Event {i}")));
    let story = story(events.collect());
    let (begun, done) = (
        Planning::new(&story, &Stage::of_width(1136.0)).finish(&story, &FixedWidths),
        Plan::new(&story, &Stage::of_width(1136.0), &FixedWidths),
    );
    let whole = begun.whole();
    assert_eq!(begun.arrange(&story, &whole, &NO_FOCUS), done.arrange(&story, &whole, &NO_FOCUS));
    let mut refined = begun;
    while !refined.is_refined() {
        refined.refine();
    }
    let close = whole.zoomed_at(whole.middle(), 30.0, whole);
    assert_eq!(refined.arrange(&story, &close, &NO_FOCUS), done.arrange(&story, &close, &NO_FOCUS));
}

#[test]
fn a_story_of_nothing_is_an_empty_plot() {
    let story = Chronology::default();
    for width in [328.0, 1136.0] {
        let plan = Plan::new(&story, &Stage::of_width(width), &FixedWidths);
        let arrangement = plan.arrange(&story, &plan.whole(), &NO_FOCUS);
        assert!(arrangement.labels.is_empty() && arrangement.marks.is_empty());
        assert!(!scene::plot(&arrangement).marks.is_empty(), "the axis is drawn");
    }
}

#[test]
fn marks_that_coincide_become_one_and_the_rest_are_counted() {
    let events = (1..=9).map(|i| event("2001-09-11", Extent::Within, f64::from(i) / 10.0, &format!("Event {i}")));
    let story = story(events.chain([event("1980", Extent::Within, 0.9, "An early one")]).collect());
    let plan = Plan::new(&story, &Stage::of_width(1136.0), &FixedWidths);
    let arrangement = plan.arrange(&story, &plan.whole(), &NO_FOCUS);
    let outline = outline::plot(&arrangement, &story);
    assert_eq!(arrangement.marks.len(), 2);
    assert_eq!(outline.labels.len(), 4, "three rows on one pole, and the early one");
    assert_eq!(outline.counts.iter().map(|pill| pill.count).collect::<Vec<_>>(), [6]);
}

#[test]
fn a_small_scene_reads_as_svg() {
    let mut small = story(vec![
        event("1990", Extent::Within, 0.9, "A year"),
        event("1990-01-01/1991-12-31", Extent::Throughout, 0.5, "Two years"),
        event("1991-07-02", Extent::Within, 0.8, "A day"),
    ]);
    small.eras.clear();
    let plan = Plan::new(&small, &Stage::of_width(600.0), &FixedWidths);
    let svg = scene::plot(&plan.arrange(&small, &plan.whole(), &NO_FOCUS)).to_svg(&|paint| paint.token().to_owned());
    assert_eq!(svg, include_str!("layout/small.svg"));
}
