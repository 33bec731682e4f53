//! The calendar's boundaries along an axis, by a ladder of steps as d3-time has it.

use super::{Viewport, day_from_time, time_from_day};
use crate::calendar::{Edtf, Grain, LabelLength, Period, edtf_label, month_name};
use crate::gather::Gather;
use crate::order::InOrder;

/// Names closer than this tire the eye.
const MIN_NAMED_PX: f64 = 80.0;
/// Least room between two names.
const NAME_GAP_PX: f64 = 16.0;
/// Unnamed ticks closer than this become a grey smear.
const MIN_UNNAMED_PX: f64 = 6.0;
/// A name of a coarser boundary stands this far right of its upright.
const MAJOR_INSET_PX: f64 = 6.0;
/// Never more names than this, whatever the length.
const MAX_TICKS: usize = 2000;

/// A boundary of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Px from the start of the axis.
    pub along: f64,
    /// "1980", "27", "20 July"; `None` for the small ticks between.
    pub name: Option<String>,
    /// "August 2021": the name of the coarser unit that begins here, drawn under an upright.
    pub major: Option<String>,
    /// Whether a coarser unit begins here, named or not.
    pub is_major: bool,
    /// One of the small ticks between: never named.
    pub is_small: bool,
}

/// A rung: every `count`th unit of a grain is named, every unit of `between` gets a small tick, and where a unit of
/// `major` begins stands an upright with its name.
struct Rung {
    grain: Grain,
    count: i32,
    between: Option<Grain>,
    major: Option<Grain>,
    days: f64,
}

const fn rung(grain: Grain, count: i32, between: Option<Grain>, major: Option<Grain>, days: f64) -> Rung {
    Rung { grain, count, between, major, days }
}

/// The steps below ten years; above them years go on by 1, 2, 5 × 10^k.
const LADDER: [Rung; 9] = [
    rung(Grain::Day, 1, None, Some(Grain::Month), 1.0),
    rung(Grain::Day, 2, Some(Grain::Day), Some(Grain::Month), 2.0),
    rung(Grain::Week, 1, Some(Grain::Day), Some(Grain::Month), 7.0),
    rung(Grain::Month, 1, None, Some(Grain::Year), 30.4),
    rung(Grain::Quarter, 1, Some(Grain::Month), Some(Grain::Year), 91.3),
    rung(Grain::Year, 1, None, None, 365.25),
    rung(Grain::Year, 2, None, None, 730.5),
    rung(Grain::Year, 5, None, None, 1826.2),
    rung(Grain::Year, 10, None, None, 3652.4),
];

/// The ticks of a view on an axis `length_px` long. `width_px` measures a name; names never overlap.
pub fn ticks(view: Viewport, length_px: f64, width_px: &dyn Fn(&str) -> f64) -> Vec<Tick> {
    let px_per_day = length_px / view.span();
    let step = chosen_rung(px_per_day);
    let mut found = Vec::new();
    if let Some(between) = step.between.filter(|grain| unit_days(*grain) * px_per_day >= MIN_UNNAMED_PX) {
        units(between, 1, view, |period| {
            found.push((time_from_day(period.first_day()), None));
        });
    }
    units(step.grain, step.count, view, |period| {
        let time = time_from_day(period.first_day());
        if step.grain != Grain::Day || step.count == 1 || is_odd_day(period) {
            found.push((time, Some(period)));
        }
    });
    let mut majors = Vec::new();
    if let Some(major) = step.major {
        units(major, 1, view, |period| majors.push(period));
    }
    let along = |time: f64| (time - view.from) * px_per_day;
    let mut ticks = named(&found, &majors, &along, length_px, width_px);
    add_majors(&mut ticks, &majors, &along, length_px, width_px);
    ticks
}

/// Days of the month on which a two-day step falls: odd ones, but not the 31st, next to which the 1st stands.
fn is_odd_day(period: Period) -> bool {
    let (_, _, day) = period.first_day().ymd();
    day % 2 == 1 && day != 31
}

fn unit_days(grain: Grain) -> f64 {
    if grain == Grain::Day { 1.0 } else { 30.4 }
}

fn chosen_rung(px_per_day: f64) -> Rung {
    if let Some(step) = LADDER.into_iter().find(|step| step.days * px_per_day >= MIN_NAMED_PX) {
        return step;
    }
    let mut power = 10;
    loop {
        for count in [2, 5, 10] {
            let years = power * count;
            let days = f64::from(years) * 365.25;
            if days * px_per_day >= MIN_NAMED_PX || years >= 10_000 {
                return rung(Grain::Year, years, None, None, days);
            }
        }
        power *= 10;
    }
}

/// Every `count`th unit of a grain that begins in the view.
fn units(grain: Grain, count: i32, view: Viewport, mut each: impl FnMut(Period)) {
    // Two-day steps restart with each month, so that they go through the days one by one.
    let stride = if grain == Grain::Day { 1 } else { count };
    let first = Period::containing(day_from_time(view.from), grain).index();
    let mut index = first.div_euclid(stride) * stride;
    for _ in 0..MAX_TICKS {
        // There is no year 0: the round year below 10 is year 1, and those before it are round as people write them,
        // 100 BCE being -99.
        let shown = if grain == Grain::Year && index <= 0 && stride > 1 { index + 1 } else { index };
        index += stride;
        let Some(period) = Period::checked(grain, shown) else { if shown > first { return } else { continue } };
        let time = time_from_day(period.first_day());
        if time >= view.to {
            return;
        }
        if time >= view.from {
            each(period);
        }
    }
}

type Found = (f64, Option<Period>);

/// Ticks in order with their names. The first name, and the first after a boundary that is out of view, says the
/// coarser unit too: "20 July", then "27".
fn named(
    found: &[Found],
    majors: &[Period],
    along: &dyn Fn(f64) -> f64,
    length_px: f64,
    width_px: &dyn Fn(&str) -> f64,
) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    let first_major = majors.first().map_or(f64::INFINITY, |period| time_from_day(period.first_day()));
    let mut is_context_known = false;
    let mut free_from = f64::NEG_INFINITY;
    let mut sorted: Vec<&Found> = found.iter().gather();
    // Named ones first among equals, so that the small tick at the same place is dropped.
    sorted.order_by(|a, b| a.0.total_cmp(&b.0).then(b.1.is_some().cmp(&a.1.is_some())));
    for (time, period) in sorted {
        let x = along(*time);
        if ticks.last().is_some_and(|last| (last.along - x).abs() < 0.5) {
            continue;
        }
        let mut name = period.map(|period| short_name(period, !is_context_known && *time < first_major));
        if let Some(text) = &name {
            let half = width_px(text) / 2.0;
            if x - half < free_from.max(0.0) || x + half > length_px {
                name = None;
            } else {
                free_from = x + half + NAME_GAP_PX;
                is_context_known = true;
            }
        }
        ticks.push(Tick { along: x, name, major: None, is_major: false, is_small: period.is_none() });
    }
    ticks
}

/// The name of a tick within its coarser unit: "27", "April", "1980"; with `says_all` "27 July", "April 2021".
fn short_name(period: Period, says_all: bool) -> String {
    let (_, month, day) = period.first_day().ymd();
    match (period.grain(), says_all) {
        (Grain::Day | Grain::Week, false) => day.to_string(),
        (Grain::Day | Grain::Week, true) => format!("{day} {}", month_name(month, LabelLength::Full)),
        (Grain::Month | Grain::Quarter, false) => month_name(month, LabelLength::Full).to_owned(),
        (Grain::Month | Grain::Quarter, true) => unit_name(Period::containing(period.first_day(), Grain::Month)),
        _ => unit_name(period),
    }
}

fn unit_name(period: Period) -> String {
    edtf_label(Edtf::from_period(period), LabelLength::Full)
}

fn add_majors(
    ticks: &mut Vec<Tick>,
    majors: &[Period],
    along: &dyn Fn(f64) -> f64,
    length_px: f64,
    width_px: &dyn Fn(&str) -> f64,
) {
    let mut last_year = None;
    let mut free_from = f64::NEG_INFINITY;
    for period in majors {
        let x = along(time_from_day(period.first_day()));
        let is_same_year = last_year == Some(period.first_year());
        last_year = Some(period.first_year());
        let text = match period.grain() {
            Grain::Month if is_same_year => month_name(period.first_month(), LabelLength::Full).to_owned(),
            _ => unit_name(*period),
        };
        // "1" of 1971 at the edge of the plot is no name.
        let end = x + MAJOR_INSET_PX + width_px(&text);
        let major = (x + MAJOR_INSET_PX >= free_from && end <= length_px).then(|| {
            free_from = end + NAME_GAP_PX;
            text
        });
        // The boundary's own small name would say the same twice: "1", "January".
        ticks.retain(|tick| (tick.along - x).abs() >= 0.5);
        ticks.push(Tick { along: x, name: None, major, is_major: true, is_small: false });
    }
    ticks.order_by(|a, b| a.along.total_cmp(&b.along));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn width(text: &str) -> f64 {
        text.chars().count() as f64 * 7.0
    }

    fn view(edtf: &str) -> Viewport {
        let whole = Viewport::new(-4e6, 4e6);
        Viewport::from_edtf(edtf.parse().unwrap(), whole)
    }

    /// The names in order; coarser units in brackets, unnamed ticks left out.
    fn names(edtf: &str, length_px: f64) -> String {
        let ticks = ticks(view(edtf), length_px, &width);
        let words = ticks.iter().filter_map(|tick| match (&tick.name, &tick.major) {
            (_, Some(major)) => Some(format!("[{major}]")),
            (Some(name), None) => Some(name.clone()),
            (None, None) => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_rung_of_the_ladder_names_its_boundaries() {
        for (edtf, length_px, expected) in [
            ("1979/2025", 1136.0, "1980 1985 1990 1995 2000 2005 2010 2015 2020 2025"),
            ("1979/2025", 720.0, "1980 1990 2000 2010 2020"),
            ("2020/2025", 560.0, "2021 2022 2023 2024 2025"),
            ("2021-02/2022-11", 800.0, "April 2021 July October [2022] April July October"),
            ("2021-02/2021-07", 700.0, "March 2021 April May June July"),
            ("2021-07-19/2021-09-06", 1136.0, "26 July [August 2021] 2 9 16 23 30 [September] 6"),
            ("2021-08-14/2021-08-20", 600.0, "15 August 16 17 18 19 20"),
            ("2021-12-26/2022-01-04", 500.0, "27 December 29 [January 2022] 3"),
            ("-0299/0199", 600.0, "200 BCE 100 BCE 1 100"),
        ] {
            assert_eq!(names(edtf, length_px), expected, "{edtf} on {length_px} px");
        }
    }

    proptest! {
        #[test]
        fn names_never_overlap(from in -3e6..2e6_f64, exponent in 0.4..6.0_f64, length_px in 200.0..2000.0_f64) {
            let ticks = ticks(Viewport::new(from, from + 10_f64.powf(exponent)), length_px, &width);
            let mut free_from = f64::NEG_INFINITY;
            for tick in &ticks {
                if let Some(name) = &tick.name {
                    prop_assert!(tick.along - width(name) / 2.0 >= free_from);
                    free_from = tick.along + width(name) / 2.0;
                }
            }
            prop_assert!(ticks.len() < 400, "{} ticks", ticks.len());
        }
    }
}
