//! Civil dates at a grain: days, periods, EDTF in and out, labels to show.
//!
//! The only module that names chrono, and one without a clock: whoever needs today's date passes it in.
//!
//! - [`Day`]: one day of the proleptic Gregorian calendar, as an integer.
//! - [`Period`]: a calendar unit of some [`Grain`], such as August 2021 or the 1990s; shifting is integer arithmetic.
//! - [`Edtf`]: what a date is worth to the reader, with its precision and doubts (ISO 8601-2, "EDTF").

mod day;
mod edtf;
mod label;
mod period;

pub use day::{Day, MAX_YEAR, MIN_YEAR, Weekday};
pub use edtf::{Bound, Edtf, EdtfDate, EdtfError, Qualifier};
pub use label::{LabelLength, bounds_label, day_label, edtf_label, moment_label, month_name};
pub use period::{Grain, Period, SEASON_NAMES};
