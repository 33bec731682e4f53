//! A count from another date that stands beside the date it comes to: "in May 2000, ten months later,".

use super::super::finder::COUNTED;
use super::super::meaning::{Base, Meaning, YearRef};
use super::super::model::Stated;
use super::parts::period_of;
use super::place::{Origin, Placed, placed};
use super::{is_one_of, signs};

/// Between a count and the date that it comes to: ", on ".
const MAX_APPOSITION_BYTES: usize = 5;

/// The date of the expression at `index` where the one before it or after it says it too: "in May 2000, ten months
/// later,", "two years later (218 BC)", "two days later, on 8 May 1945". The one before has its place in `last`.
/// Not: "in May 2000, ten months later than planned".
pub(super) fn apposed(text: &str, stated: &[Stated], index: usize, last: Option<Placed>) -> Option<Placed> {
    let one = stated.get(index).filter(|one| one.rule == COUNTED)?;
    let Meaning::Shifted { unit, base: Base::Mention, .. } = one.meaning else { return None };
    let grain = unit.grain()?;
    let same =
        |told: Placed| (told.period.grain() <= grain).then(|| Placed { period: told.period.widened(grain), ..told });
    let gap = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let is_closed = || {
        let next = text.as_bytes().get(one.span.end);
        next.is_none_or(|sign| is_one_of(const { signs(b",.;)\n") }, *sign))
    };
    let before = index.checked_sub(1).and_then(|before| stated.get(before));
    if let Some(Stated { meaning: Meaning::Calendar { .. }, span, .. }) = before
        && gap(span.end, one.span.start) == ", "
        && is_closed()
    {
        return same(last?);
    }
    let next = stated.get(index + 1)?;
    let Meaning::Calendar { year: YearRef::Stated(year), part } = next.meaning else { return None };
    let between = gap(one.span.end, next.span.start);
    let is_beside = between == " (" || between.starts_with(", ") && between.len() <= MAX_APPOSITION_BYTES;
    is_beside.then(|| same(placed(period_of(year, part)?, Origin::Stated))).flatten()
}
