//! TIMEX3 values, placed or under-specified, and the EDTF of a placed one.

use super::super::meaning::{Amount, Meaning, Part, Repeated, TimeOfDay, Unit, Vague, YearRef};
use super::super::model::{Modifier, Stated};
use super::place::Placed;
use crate::calendar::{Bound, Edtf, EdtfDate, Grain, Period, Weekday};

const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];

/// The TIMEX3 value.
pub(super) fn value(stated: &Stated, placed: Option<Placed>) -> String {
    let mut value = match (stated.meaning, placed) {
        (Meaning::Length(amount, unit), _) => length(amount, unit),
        (Meaning::Set(repeated), _) => repetition(repeated),
        (Meaning::Reference(vague), _) => reference(vague).to_owned(),
        (_, Some(placed)) => placed_value(placed),
        (meaning, None) => open_value(meaning),
    };
    if let Some(time) = stated.time {
        value.push_str(&time_value(time));
    }
    value
}

const fn reference(vague: Vague) -> &'static str {
    match vague {
        Vague::Past => "PAST_REF",
        Vague::Present => "PRESENT_REF",
        Vague::Future => "FUTURE_REF",
    }
}

/// A number with zeros before it up to a width. Values are made by the thousand, and this is several times faster than
/// the standard library's formatting.
#[inline(never)]
fn push_padded(value: &mut String, number: u32, width: usize) {
    for (place, power) in POWERS.iter().enumerate().rev() {
        if place < width || number >= *power {
            value.push(char::from(b'0' + (number / power % 10) as u8));
        }
    }
}

/// Powers of ten: what the places of a number count.
const POWERS: [u32; 10] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

/// A year in four digits; years before year 1 by their number before Christ, as TIMEX3 has it.
fn year_value(year: i32) -> String {
    let mut value = String::with_capacity(VALUE_BYTES);
    if year <= 0 {
        value.push_str("BC");
    }
    push_padded(&mut value, if year > 0 { year } else { 1 - year }.unsigned_abs(), 4);
    value
}

/// Most values are a day.
const VALUE_BYTES: usize = "2021-08-17".len();

fn placed_value(placed: Placed) -> String {
    let period = placed.period;
    let part = |sign: &str, number: i32, width| {
        let mut value = year_value(period.first_year());
        value.push_str(sign);
        push_padded(&mut value, number.unsigned_abs(), width);
        value
    };
    match period.grain() {
        Grain::Century if period.index() < 0 => format!("BC{:02}", -period.index() - 1),
        Grain::Century => format!("{:02}", period.index()),
        Grain::Decade => format!("{:03}", period.index()),
        Grain::Year => year_value(period.first_year()),
        Grain::Half => part("-H", period.index().rem_euclid(2) + 1, 1),
        Grain::Quarter => part("-Q", period.index().rem_euclid(4) + 1, 1),
        Grain::Season => {
            let season = SEASONS.get(period.index().rem_euclid(4) as usize).copied().unwrap_or_default();
            format!("{}-{season}", year_value(period.first_year()))
        }
        Grain::Month => part("-", period.first_month().into(), 2),
        Grain::Week => {
            let (iso_year, week) = period.first_day().iso_week();
            let mut value = year_value(iso_year);
            value.push_str("-W");
            push_padded(&mut value, week.into(), 2);
            value.push_str(if placed.is_weekend { "-WE" } else { "" });
            value
        }
        Grain::Day => {
            let (_, month, day) = period.first_day().ymd();
            let mut value = part("-", month.into(), 2);
            value.push('-');
            push_padded(&mut value, day.into(), 2);
            value
        }
    }
}

/// What is said without an anchor: `XXXX-08`, `XXXX-WXX-5`.
fn open_value(meaning: Meaning) -> String {
    match meaning {
        Meaning::Calendar { year, part } => {
            let year = match year {
                YearRef::Stated(year) => year_value(year),
                _ => "XXXX".to_owned(),
            };
            open_part(&year, part)
        }
        Meaning::Weekday { weekday, .. } => weekday_value(weekday),
        Meaning::ShortDecade(digit) => format!("XX{digit}"),
        Meaning::Decade(tens) => format!("{tens:03}"),
        Meaning::Century(hundreds) => format!("{hundreds:02}"),
        Meaning::Shifted { unit, .. } => open_unit(unit).to_owned(),
        _ => "XXXX-XX-XX".to_owned(),
    }
}

fn open_part(year: &str, part: Part) -> String {
    match part {
        Part::Whole => year.to_owned(),
        Part::Half(half) => format!("{year}-H{half}"),
        Part::Quarter(quarter) => format!("{year}-Q{quarter}"),
        Part::SameQuarter => format!("{year}-QX"),
        Part::SameMonth => format!("{year}-XX"),
        Part::Season(season) => {
            format!("{year}-{}", SEASONS.get(usize::from(season)).copied().unwrap_or_default())
        }
        Part::Month(month)
        | Part::WeekOf(month, _)
        | Part::NthWeekday(month, ..)
        | Part::AfterNthWeekday(month, ..) => format!("{year}-{month:02}"),
        Part::Day(month, day) | Part::WeekOfDay(month, day) => format!("{year}-{month:02}-{day:02}"),
        Part::DayOfMonth(day) => format!("{year}-XX-{day:02}"),
        Part::Easter(_) => format!("{year}-XX-XX"),
    }
}

const fn open_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Week => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Half => "XXXX-HX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
        Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => "XXXX-XX-XX",
    }
}

fn weekday_value(weekday: Weekday) -> String {
    format!("XXXX-WXX-{}", weekday.iso_number())
}

fn time_value(time: TimeOfDay) -> String {
    let part = match time {
        TimeOfDay::Clock { hour, minute, zulu } => {
            let zone = if zulu { "Z" } else { "" };
            return format!("T{hour:02}:{:02}{zone}", minute.unwrap_or(0));
        }
        TimeOfDay::Morning => "TMO",
        TimeOfDay::Midday => "TMI",
        TimeOfDay::Afternoon => "TAF",
        TimeOfDay::Evening => "TEV",
        TimeOfDay::Night => "TNI",
        TimeOfDay::Daytime => "TDT",
    };
    part.to_owned()
}

/// `P10Y`, `PT4H`, `PXW`, `P2.5Y`, `P1DE`.
fn length(amount: Amount, unit: Unit) -> String {
    let (amount, unit) = match (amount, unit) {
        (Amount::Tenths(5), Unit::Year) => (Amount::Count(6), Unit::Month),
        (Amount::Tenths(5), Unit::Hour) => (Amount::Count(30), Unit::Minute),
        (Amount::Tenths(5), Unit::Decade) => (Amount::Count(5), Unit::Year),
        (Amount::Tenths(5), Unit::Century) => (Amount::Count(50), Unit::Year),
        (Amount::Count(count), Unit::Half) => (Amount::Count(count.saturating_mul(6)), Unit::Month),
        _ => (amount, unit),
    };
    let (whole, tenths) = match amount {
        Amount::Count(count) => (Some(count), 0),
        Amount::Tenths(tenths) => (Some(tenths / 10), tenths % 10),
        Amount::Vague => (None, 0),
    };
    let mut value = String::with_capacity(VALUE_BYTES);
    for sign in length_form(unit).chars() {
        match whole {
            Some(whole) if sign == 'X' => push_padded(&mut value, whole, 1),
            _ => value.push(sign),
        }
        if sign == 'X' && tenths > 0 {
            value.push('.');
            push_padded(&mut value, tenths, 1);
        }
    }
    value
}

/// A length of unknown number: one that is known stands in place of the X.
const fn length_form(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "PTXS",
        Unit::Minute => "PTXM",
        Unit::Hour => "PTXH",
        Unit::Day => "PXD",
        Unit::Weekend => "PXWE",
        Unit::Week => "PXW",
        Unit::Month | Unit::Half => "PXM",
        Unit::Quarter => "PXQ",
        Unit::Year => "PXY",
        Unit::Decade => "PXDE",
        Unit::Century => "PXCE",
        Unit::Millennium => "PXML",
    }
}

fn repetition(repeated: Repeated) -> String {
    match repeated {
        Repeated::Length(amount, unit) => length(amount, unit),
        Repeated::Unit(unit) => length(Amount::Count(1), unit),
        Repeated::Weekday(weekday) => weekday_value(weekday),
        Repeated::Month(month) => format!("XXXX-{month:02}"),
        Repeated::Season(season) => open_part("XXXX", Part::Season(season)),
        Repeated::Weekend => "XXXX-WXX-WE".to_owned(),
    }
}

/// The days meant, with the modifier counted in.
pub(super) fn edtf(placed: Placed, modifier: Option<Modifier>) -> Edtf {
    let period = placed.period;
    if placed.is_weekend {
        let days = [-2, -1].map(|back| period.end_day().plus_days(back));
        if let [Some(saturday), Some(sunday)] = days {
            return Edtf::between(Period::day(saturday), Period::day(sunday));
        }
    }
    match modifier {
        Some(part @ (Modifier::Start | Modifier::Mid | Modifier::End)) => part_of(period, part),
        Some(
            Modifier::Approx | Modifier::LessThan | Modifier::MoreThan | Modifier::EqualOrLess | Modifier::EqualOrMore,
        ) => Edtf::from_period(period).about(),
        _ => Edtf::from_period(period),
    }
}

/// The first and last year of the early, middle and late part of a decade and of a century.
const DECADE_PARTS: [(i32, i32); 3] = [(0, 3), (4, 6), (7, 9)];
const CENTURY_PARTS: [(i32, i32); 3] = [(0, 33), (34, 66), (67, 99)];

/// Early, middle and late are years of a decade or a century; in shorter units the unit itself says enough.
fn part_of(period: Period, part: Modifier) -> Edtf {
    let which = match part {
        Modifier::Start => 0,
        Modifier::Mid => 1,
        _ => 2,
    };
    let parts = match period.grain() {
        Grain::Decade => DECADE_PARTS,
        Grain::Century => CENTURY_PARTS,
        _ => return Edtf::from_period(period),
    };
    let year = period.first_year();
    let ends = parts.get(which).map(|(from, to)| [year + from, year + to].map(Period::year));
    match ends {
        Some([Some(first), Some(last)]) => {
            let about = |period| Bound::Date(EdtfDate::about(period));
            Edtf::Interval(about(first), about(last))
        }
        _ => Edtf::from_period(period),
    }
}
