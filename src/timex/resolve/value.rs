//! TIMEX3 values, placed or under-specified, and the EDTF of a placed one.

use super::super::meaning::{Amount, Meaning, Part, Repeated, TimeOfDay, Unit, Vague, YearRef};
use super::super::model::{Modifier, Stated};
use super::place::{Origin, Placed};
use crate::calendar::{Bound, Edtf, EdtfDate, Grain, Period, Weekday};

/// What stands after the year of each season.
const SEASON_FORMS: [&str; 4] = ["-SP", "-SU", "-FA", "-WI"];
const WINTER: i32 = 3;

/// The TIMEX3 value.
pub(super) fn value(stated: &Stated, placed: Option<Placed>) -> String {
    let mut value = match (stated.meaning, placed) {
        (Meaning::Length(amount, unit), _) => length(amount, unit),
        // "every morning" is one of each day.
        (Meaning::Set(Repeated::Unit(Unit::Day)), _) if stated.time.is_some() => "XXXX-XX-XX".to_owned(),
        (Meaning::Set(repeated), _) => repetition(repeated),
        (Meaning::Reference(vague), _) => reference(vague).to_owned(),
        (_, Some(placed)) => placed_value(placed),
        (meaning, None) => open_value(meaning),
    };
    if let Some(time) = stated.time {
        push_time(&mut value, time);
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
fn push_padded(value: &mut String, number: i64, width: u32) {
    // Most are of a day: year, month and day of the month.
    match (width, number) {
        (2, 0..=99) => return push_pair(value, number as u32),
        (4, 0..=9999) => {
            push_pair(value, number as u32 / 100);
            return push_pair(value, number as u32 % 100);
        }
        _ => {}
    }
    if number < 0 {
        value.push('-');
    }
    let width = width.saturating_sub(u32::from(number < 0)) as usize;
    let (mut rest, mut digits, mut at) = (number.unsigned_abs() as u32, [b'0'; MOST_DIGITS], MOST_DIGITS);
    while rest > 0 && at > 0 {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    let from = at.min(MOST_DIGITS.saturating_sub(width.max(1)));
    digits[from..].iter().for_each(|digit| value.push(char::from(*digit)));
}

/// A number below 100 in two digits.
fn push_pair(value: &mut String, number: u32) {
    for digit in [number / 10, number % 10] {
        value.push(char::from(b'0' + digit as u8));
    }
}

/// Of a number of 32 bits.
const MOST_DIGITS: usize = 10;

/// Writes by a form: in place of each digit the next number, of so many digits at least.
fn push_form(value: &mut String, form: &str, numbers: [i32; 2]) {
    let mut numbers = numbers.into_iter();
    for sign in form.bytes() {
        match sign {
            b'1'..=b'9' => push_padded(value, numbers.next().unwrap_or_default().into(), u32::from(sign - b'0')),
            _ => value.push(char::from(sign)),
        }
    }
}

/// What a form makes of a number.
fn formed(form: &str, number: i32) -> String {
    let mut value = String::with_capacity(VALUE_BYTES);
    push_form(&mut value, form, [number, 0]);
    value
}

/// A year, `XXXX` where it is not known, and what a form makes of its parts. Years before year 1 are told by their
/// number before Christ, as TIMEX3 has it.
fn dated(year: Option<i32>, form: &str, numbers: [i32; 2]) -> String {
    let mut value = match year {
        None => "XXXX".to_owned(),
        Some(year @ 1..) => formed("4", year),
        Some(year) => formed("BC4", 1 - year),
    };
    push_form(&mut value, form, numbers);
    value
}

/// Most values are a day.
const VALUE_BYTES: usize = "2021-08-17".len();

fn placed_value(placed: Placed) -> String {
    let period = placed.period;
    let index = period.index();
    // A winter that only its story dates is named by the year of its thaw, as WikiWars has it.
    let is_winter_of_story = period.grain() == Grain::Season
        && index.rem_euclid(4) == WINTER
        && matches!(placed.origin, Origin::Mention { .. });
    let (form, numbers) = match period.grain() {
        Grain::Century if index < 0 => return formed("BC2", -index - 1),
        Grain::Century => return formed("2", index),
        Grain::Decade => return formed("3", index),
        Grain::Year => ("", [0; 2]),
        Grain::Half => ("-H1", [index.rem_euclid(2) + 1, 0]),
        Grain::Quarter => ("-Q1", [index.rem_euclid(4) + 1, 0]),
        Grain::Season => (season_form(index.rem_euclid(4) as u8), [0; 2]),
        Grain::Month => ("-2", [period.first_month().into(), 0]),
        Grain::Week => {
            let (iso_year, week) = period.first_day().iso_week();
            let form = if placed.is_weekend { "-W2-WE" } else { "-W2" };
            return dated(Some(iso_year), form, [week.into(), 0]);
        }
        Grain::Day => {
            let (year, month, day) = period.first_day().ymd();
            return dated(Some(year), "-2-2", [month.into(), day.into()]);
        }
    };
    dated(Some(period.first_year() + i32::from(is_winter_of_story)), form, numbers)
}

fn season_form(season: u8) -> &'static str {
    SEASON_FORMS.get(usize::from(season)).copied().unwrap_or("-")
}

/// What is said without an anchor: `XXXX-08`, `XXXX-WXX-5`.
fn open_value(meaning: Meaning) -> String {
    match meaning {
        Meaning::Calendar { year, part } => {
            let year = match year {
                YearRef::Stated(year) => Some(year),
                _ => None,
            };
            open_part(year, part)
        }
        Meaning::Weekday { weekday, .. } => weekday_value(weekday),
        Meaning::ShortDecade(digit) => formed("XX1", digit.into()),
        Meaning::Decade(tens) => formed("3", tens),
        Meaning::Century(hundreds) => formed("2", hundreds),
        Meaning::Shifted { unit, .. } => open_unit(unit).to_owned(),
        _ => "XXXX-XX-XX".to_owned(),
    }
}

fn open_part(year: Option<i32>, part: Part) -> String {
    let (form, first, second) = match part {
        Part::Whole => ("", 0, 0),
        Part::Half(half) => ("-H1", half, 0),
        Part::Quarter(quarter) => ("-Q1", quarter, 0),
        Part::SameQuarter => ("-QX", 0, 0),
        Part::SameMonth => ("-XX", 0, 0),
        Part::Season(season) => (season_form(season), 0, 0),
        Part::Month(month)
        | Part::WeekOf(month, _)
        | Part::NthWeekday(month, ..)
        | Part::AfterNthWeekday(month, ..) => ("-2", month, 0),
        Part::Day(month, day) | Part::WeekOfDay(month, day) => ("-2-2", month, day),
        Part::DayOfMonth(day) => ("-XX-2", day, 0),
        Part::Easter(_) => ("-XX-XX", 0, 0),
    };
    dated(year, form, [first.into(), second.into()])
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
    formed("XXXX-WXX-1", weekday.iso_number().into())
}

fn push_time(value: &mut String, time: TimeOfDay) {
    let form = match time {
        TimeOfDay::Clock { hour, minute, zulu } => {
            let form = if zulu { "T2:2Z" } else { "T2:2" };
            return push_form(value, form, [hour, minute.unwrap_or(0)].map(i32::from));
        }
        TimeOfDay::Morning => "TMO",
        TimeOfDay::Midday => "TMI",
        TimeOfDay::Afternoon => "TAF",
        TimeOfDay::Evening => "TEV",
        TimeOfDay::Night => "TNI",
        TimeOfDay::Daytime => "TDT",
    };
    value.push_str(form);
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
    for sign in length_form(unit).bytes() {
        match whole {
            Some(whole) if sign == b'X' => push_padded(&mut value, whole.into(), 1),
            _ => value.push(char::from(sign)),
        }
        if sign == b'X' && tenths > 0 {
            value.push('.');
            push_padded(&mut value, tenths.into(), 1);
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
        Repeated::Part(part) => open_part(None, part),
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
