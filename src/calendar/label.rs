//! Dates as an English reader writes them, in the precision that they have.

use super::{Bound, Day, Edtf, EdtfDate, Grain, Period, Qualifier, SEASON_NAMES};

/// Whether months are written out or shortened where that makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelLength {
    /// "17 August 2021".
    Full,
    /// "17 Aug 2021".
    Short,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// The parts of a decade as TIMEX3 START, MID and END are written in EDTF: years from and to within the ten.
const DECADE_PARTS: [(i32, i32, &str); 3] = [(0, 3, "early"), (4, 6, "mid-"), (7, 9, "late")];

/// The name of a month, 1 to 12; empty outside.
#[must_use]
pub fn month_name(month: u8, length: LabelLength) -> &'static str {
    let names = match length {
        LabelLength::Full => &MONTHS,
        LabelLength::Short => &SHORT_MONTHS,
    };
    names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// "17 August 2021".
#[must_use]
pub fn day_label(day: Day, length: LabelLength) -> String {
    period_label(Period::day(day), length)
}

/// A date in words, with "about", "possibly", "since", "until", "early" and the like where the EDTF says so.
#[must_use]
pub fn edtf_label(edtf: Edtf, length: LabelLength) -> String {
    match edtf {
        Edtf::Date(date) => date_label(date, length),
        Edtf::Interval(Bound::Date(start), Bound::Date(end)) => interval_label(start, end, length),
        Edtf::Interval(Bound::Date(start), _) => format!("since {}", date_label(start, length)),
        Edtf::Interval(_, Bound::Date(end)) => format!("until {}", date_label(end, length)),
        Edtf::Interval(..) => String::new(),
    }
}

/// As [`edtf_label`] for one moment somewhere in the date: an interval open at an end is "after" or "before" the other
/// end, not "since" or "until" it.
#[must_use]
pub fn moment_label(edtf: Edtf, length: LabelLength) -> String {
    match edtf {
        Edtf::Interval(Bound::Date(start), Bound::Open | Bound::Unknown) => {
            format!("after {}", date_label(start, length))
        }
        Edtf::Interval(Bound::Open | Bound::Unknown, Bound::Date(end)) => format!("before {}", date_label(end, length)),
        _ => edtf_label(edtf, length),
    }
}

/// "after August 2021", "before 1996", "between 1992 and 1996": the bounds of what has no date, both exclusive.
#[must_use]
pub fn bounds_label(after: Option<Edtf>, before: Option<Edtf>, length: LabelLength) -> String {
    match (after, before) {
        (Some(after), Some(before)) => {
            format!("between {} and {}", edtf_label(after, length), edtf_label(before, length))
        }
        (Some(after), None) => format!("after {}", edtf_label(after, length)),
        (None, Some(before)) => format!("before {}", edtf_label(before, length)),
        (None, None) => "no date".to_owned(),
    }
}

fn date_label(date: EdtfDate, length: LabelLength) -> String {
    let plain = period_label(date.period, length);
    match date.qualifier {
        Qualifier::Exact => plain,
        Qualifier::Approximate => format!("about {plain}"),
        Qualifier::Uncertain => format!("possibly {plain}"),
        Qualifier::ApproximateAndUncertain => format!("possibly about {plain}"),
    }
}

fn interval_label(start: EdtfDate, end: EdtfDate, length: LabelLength) -> String {
    if let Some(part) = decade_part_label(start, end) {
        return part;
    }
    let (first, last) = (period_label(start.period, length), period_label(end.period, length));
    let about = if start.is_approximate() || end.is_approximate() { "about " } else { "" };
    let are_years = start.period.grain() >= Grain::Year && end.period.grain() >= Grain::Year;
    let dash = if are_years { "–" } else { " – " };
    let first = shared_year_label(start.period, end.period, length).unwrap_or(first);
    format!("{about}{first}{dash}{last}")
}

/// "late 1990s" for `1997~/1999~`.
fn decade_part_label(start: EdtfDate, end: EdtfDate) -> Option<String> {
    let both_about_years = start.is_approximate()
        && end.is_approximate()
        && start.period.grain() == Grain::Year
        && end.period.grain() == Grain::Year;
    let (first, last) = (start.period.index(), end.period.index());
    let decade = first.div_euclid(10) * 10;
    let (_, _, name) = DECADE_PARTS
        .iter()
        .find(|(from, to, _)| both_about_years && first - decade == *from && last - decade == *to)?;
    let space = if name.ends_with('-') { "" } else { " " };
    Some(format!("{name}{space}{decade}s"))
}

/// "19 July" of "19 July – 6 September 2021": the year is said once.
fn shared_year_label(start: Period, end: Period, length: LabelLength) -> Option<String> {
    let is_fine = |period: Period| period.grain() <= Grain::Month;
    if !is_fine(start) || !is_fine(end) || start.first_year() != end.first_year() {
        return None;
    }
    let (_, month, day) = start.first_day().ymd();
    let name = month_name(month, length);
    let same_month = start.grain() == Grain::Day && end.grain() == Grain::Day && end.first_month() == month;
    Some(match (start.grain(), same_month) {
        (Grain::Day, true) => day.to_string(),
        (Grain::Day, false) => format!("{day} {name}"),
        _ => name.to_owned(),
    })
}

fn period_label(period: Period, length: LabelLength) -> String {
    let (year, month, day) = period.first_day().ymd();
    let year_text = year_label(year);
    match period.grain() {
        Grain::Century => format!("{year}s"),
        Grain::Decade => format!("{year}s"),
        Grain::Year => year_text,
        Grain::Half => format!("{} half of {year_text}", ["first", "second"][period.index().rem_euclid(2) as usize]),
        Grain::Season => {
            let season = SEASON_NAMES[period.index().rem_euclid(4) as usize];
            format!("{season} {year_text}")
        }
        Grain::Quarter => {
            let quarter = ["first", "second", "third", "fourth"][period.index().rem_euclid(4) as usize];
            format!("{quarter} quarter of {year_text}")
        }
        Grain::Month => format!("{} {year_text}", month_name(month, length)),
        Grain::Week => format!("week of {day} {} {year_text}", month_name(month, length)),
        Grain::Day => format!("{day} {} {year_text}", month_name(month, length)),
    }
}

/// Years before year 1 as historians count them.
fn year_label(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_after_or_before_and_a_state_since_or_until() {
        let [open_end, open_start] = ["2001-09-11/..", "../1996"].map(|text| text.parse().unwrap());
        assert_eq!(moment_label(open_end, LabelLength::Full), "after 11 September 2001");
        assert_eq!(moment_label(open_start, LabelLength::Full), "before 1996");
        assert_eq!(edtf_label(open_end, LabelLength::Short), "since 11 Sept 2001");
        assert_eq!(moment_label("1992".parse().unwrap(), LabelLength::Full), "1992");
    }

    #[test]
    fn bounds_are_said_as_far_as_they_are_known() {
        let [first, last] = ["1992", "1996-08"].map(|text| Some(text.parse().unwrap()));
        assert_eq!(bounds_label(first, last, LabelLength::Full), "between 1992 and August 1996");
        assert_eq!(bounds_label(None, last, LabelLength::Short), "before Aug 1996");
        assert_eq!(bounds_label(None, None, LabelLength::Full), "no date");
    }

    #[test]
    fn a_label_has_the_precision_of_its_date() {
        for (edtf, label) in [
            ("1979", "1979"),
            ("2021-08", "August 2021"),
            ("2001-09-11", "11 September 2001"),
            ("198X", "1980s"),
            ("1997~/1999~", "late 1990s"),
            ("1994~/1996~", "mid-1990s"),
            ("1989~", "about 1989"),
            ("1996?", "possibly 1996"),
            ("1979/1989", "1979–1989"),
            ("2021-08/2025-07-03", "August 2021 – 3 July 2025"),
            ("2021-07-19/2021-09-06", "19 July – 6 September 2021"),
            ("2021-07-19/2021-07-23", "19 – 23 July 2021"),
            ("2003-21", "spring 2003"),
            ("1992/..", "since 1992"),
            ("../1996", "until 1996"),
            ("-0043-03-15", "15 March 44 BCE"),
        ] {
            assert_eq!(edtf_label(edtf.parse().unwrap(), LabelLength::Full), label);
        }
        assert_eq!(edtf_label("2021-08-17".parse().unwrap(), LabelLength::Short), "17 Aug 2021");
    }
}
