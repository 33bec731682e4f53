//! How dear a plan is and how cheap a frame, by the number of events. Prints times and their ratios to the row above.
//!
//! `cargo bench --bench layout`

#![expect(clippy::print_stdout, reason = "the print is the result")]

use std::time::Instant;

use eraline::calendar::{Day, Edtf, Grain, Period};
use eraline::event::{Chronology, Event, Extent};
use eraline::layout::{Focus, Plan, Stage, TextMeasure, TextStyle};
use eraline::outline;
use eraline::scale::Viewport;
use eraline::scene;

struct FixedWidths;

impl TextMeasure for FixedWidths {
    fn width_px(&self, text: &str, _: TextStyle) -> f64 {
        text.chars().count() as f64 * 7.0
    }

    fn line_height_px(&self, style: TextStyle) -> f64 {
        if matches!(style, TextStyle::Label | TextStyle::LeadLabel) { 19.0 } else { 16.0 }
    }
}

/// A small generator, so that each run measures the same stories.
struct Steps(u64);

impl Steps {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Events over 46 years: two thirds days, the rest months and years, one in ten lasting.
fn story(count: usize) -> Chronology {
    let mut steps = Steps(7);
    let mut events: Vec<Event> = (0..count).map(|index| event(index, &mut steps)).collect();
    events.sort_by_key(|event| event.date.and_then(Edtf::first_day));
    Chronology { events, ..Chronology::default() }
}

fn event(index: usize, steps: &mut Steps) -> Event {
    let day = Day::from_ordinal(3_287 + steps.below(16_800) as i32).unwrap_or(Day::EPOCH);
    let (date, extent) = match steps.below(30) {
        0..=2 => {
            let end = day.plus_days(steps.below(900) as i32).unwrap_or(day);
            (Edtf::between(Period::day(day), Period::day(end)), Extent::Throughout)
        }
        3..=6 => (Edtf::from_period(Period::containing(day, Grain::Month)), Extent::Within),
        7..=9 => (Edtf::from_period(Period::containing(day, Grain::Year)), Extent::Within),
        _ => (Edtf::day(day), Extent::Within),
    };
    let headline = format!("Something happens for the {index}th time and is told");
    Event { salience: steps.below(1000) as f64 / 1000.0, ..Event::titled(date, extent, &headline) }
}

/// Median ms of a frame: arrange, scene and outline.
fn frame_ms(plan: &Plan, story: &Chronology, view: Viewport) -> f64 {
    let mut times: Vec<f64> = (0..15)
        .map(|_| {
            let start = Instant::now();
            let arrangement = plan.arrange(story, &view, &Focus::default());
            let painted = scene::plot(&arrangement).marks.len();
            let worded = outline::plot(&arrangement, story).labels.len();
            let elapsed = start.elapsed().as_secs_f64() * 1000.0;
            assert!(painted + worded > 0, "a frame shows at least its axis");
            elapsed
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    println!(
        "{:>8} {:>12} {:>7} {:>14} {:>14} {:>14}",
        "events", "plan ms", "ratio", "whole ms", "a year ms", "a month ms"
    );
    let mut before = None;
    for count in [100, 1_000, 10_000, 100_000] {
        let story = story(count);
        let start = Instant::now();
        let plan = Plan::new(&story, &Stage::of_width(1136.0), &FixedWidths);
        let plan_ms = start.elapsed().as_secs_f64() * 1000.0;
        let whole = plan.whole();
        let around = |days: f64| Viewport::new(whole.middle() - days / 2.0, whole.middle() + days / 2.0);
        let ratio = before.map_or(f64::NAN, |before: f64| plan_ms / before);
        println!(
            "{count:>8} {plan_ms:>12.1} {ratio:>7.1} {:>14.3} {:>14.3} {:>14.3}",
            frame_ms(&plan, &story, whole),
            frame_ms(&plan, &story, around(365.0)),
            frame_ms(&plan, &story, around(30.0)),
        );
        before = Some(plan_ms);
    }
}
