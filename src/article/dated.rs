//! Dates in headers, datelines and stamps, by way of the tagger.

use crate::calendar::{Edtf, Grain};
use crate::gather::Gather;
use crate::text::TextSpan;
use crate::timex::{Anchor, Resolution, TimexKind, find, resolve};

/// A date that a short piece of text states in full, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StatedDate {
    /// Where it stands.
    pub(super) span: TextSpan,
    /// A day or a month.
    pub(super) date: Edtf,
}

/// The complete days and months of `text`, in order.
pub(super) fn stated_dates(text: &str) -> Vec<StatedDate> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let stated = find(text);
    resolve(text, &stated, &Anchor::default())
        .into_iter()
        .filter(|timex| matches!(timex.kind, TimexKind::Date | TimexKind::Time))
        .filter(|timex| timex.resolution == Resolution::Stated)
        .filter_map(|timex| {
            let date = timex.date?;
            let is_fine = matches!(date.single()?.grain(), Grain::Day | Grain::Month);
            is_fine.then_some(StatedDate { span: timex.span, date })
        })
        .gather()
}

/// A publication date as records and pages give it: EDTF, the start of an ISO 8601 timestamp, or a date in words.
#[must_use]
pub fn publication_date(given: &str) -> Option<Edtf> {
    let given = given.trim();
    if let Ok(date) = given.parse() {
        return Some(date);
    }
    let day = given.get(..10).filter(|_| given.get(10..).is_some_and(|rest| rest.starts_with(['T', 't', ' '])));
    if let Some(Ok(date)) = day.map(str::parse::<Edtf>) {
        return Some(date);
    }
    match stated_dates(given).as_slice() {
        [only] => Some(only.date),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(text: &str) -> Option<String> {
        publication_date(text).map(|date| date.to_string())
    }

    #[test]
    fn publication_dates_are_edtf_or_timestamps_or_words() {
        assert_eq!(given("2021-08-17").as_deref(), Some("2021-08-17"));
        assert_eq!(given("2025-07-03/2025-07-09").as_deref(), Some("2025-07-03/2025-07-09"));
        assert_eq!(given(" 2021-08-17T10:00:00+02:00").as_deref(), Some("2021-08-17"));
        assert_eq!(given("2021-08-17 10:00:00").as_deref(), Some("2021-08-17"));
        assert_eq!(given("17 August 2021").as_deref(), Some("2021-08-17"));
        assert_eq!(given("soon"), None);
        assert_eq!(given("2021-13-45"), None);
        assert_eq!(given("2021-08-1é"), None);
    }
}
