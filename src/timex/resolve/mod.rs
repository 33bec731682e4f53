//! What the expressions of one document mean: fills the fields that they leave open, and says from what.
//!
//! Takes the [`Stated`] expressions in order and an [`Anchor`]; gives one [`Timex`] for each. One pass with a memory of
//! the last date told per grain ([`told`]); whether a passage reports news or tells history decides which of the two a
//! date without a year is counted from ([`mode`]). Knows no language.

mod apposed;
mod entry;
mod mode;
mod nearest;
mod next;
mod parts;
mod place;
mod shifted;
mod story;
mod told;
mod value;
mod weekday;

use super::finder::COUNTED;
use super::meaning::{Amount, Base, Meaning, Part, Tense, Unit, Which, YearRef};
use super::model::{Anchor, AnchorSource, Relation, Resolution, Stated, Timex, TimexKind};
use crate::calendar::{Day, Edtf, Grain, Period};
use crate::text::is_large;
use crate::text::phrase::holds;
use apposed::apposed;
use entry::List;
use mode::{LONG_AGO_YEARS, Mode};
use next::heading_year;
use parts::month_of;
use place::{Origin, Placed, Question};
use story::Step;
use told::{Mention, Told};

/// What the expressions of one document mean, one [`Timex`] for each [`Stated`], in the same order.
#[must_use]
pub fn resolve(text: &str, stated: &[Stated], anchor: &Anchor) -> Vec<Timex> {
    let modes = mode::modes(text, stated, anchor);
    let days = days_of_creation(anchor);
    let first_year_now = days.map(|[first, _]| first.year());
    // A text without a day of its own may be news all the same.
    let is_history = days.is_some() && modes.is_history();
    let mut told = Told::default();
    // "They spent the winter at the ford. In June 1778 the enemy left": what was long ago is no day before the publication.
    let is_long_ago = |year: Period| first_year_now.is_some_and(|now| year.first_year() + LONG_AGO_YEARS < now);
    if let Some((index, year)) = first_year(stated).filter(|(_, year)| is_history && is_long_ago(*year)) {
        told.go_on(year, index, || false);
    }
    let mut found = Vec::with_capacity(stated.len());
    let mut last: Option<Placed> = None;
    let mut list = List::default();
    let untold = Told::default();
    for (index, one) in stated.iter().enumerate() {
        let before_one = index.checked_sub(1).and_then(|at| stated.get(at));
        let mode = modes.at(index, one.meaning, &told);
        // "from 9 a.m. to 5 p.m. on Tuesday": the day stands with the last time.
        let dated = day_bearer(text, stated, index).unwrap_or(one);
        let is_listed = |before: &Stated| {
            goes_on(before, one) && are_listed(text, before, one) || are_weekdays_of_list(text, before, one)
        };
        let listed_after = last.filter(|_| before_one.is_some_and(is_listed));
        let year_hint = year_hint(text, stated, index);
        let range_end = range_end(stated, one);
        let step = Step { text, one, opens_paragraph: modes.opens_paragraph(index) };
        if step.opens_paragraph {
            told.come_back();
        }
        // "made public in May 2019, in which …": told beside, where the story itself does not go on.
        let last_month = told.last_at(Grain::Month).filter(|month| month.index + 1 == index);
        let beside = last_month.or_else(|| told.line()).filter(|line| modes.is_beside(line.index, index));
        // In a history nobody who is quoted speaks on the day of writing.
        let days = days.filter(|_| !(is_history && step.is_quoted()));
        let year_now = first_year_now.filter(|_| days.is_some());
        let entry = list.place(text, stated, index, days);
        let mode = if entry.is_some() { Mode::News } else { mode };
        // "After yesterday's film, …" is what a speaker counts from: "stepped down at midday" behind it is of the day of the news.
        let speaks = |at: usize| {
            stated.get(at).is_some_and(|one| is_day_of_writing(one.meaning) && Step { one, ..step }.is_quoted())
        };
        let is_of_today = dated.meaning == Meaning::TimeOnly
            && mode == Mode::News
            && told.within(Grain::Day).is_some_and(|day| speaks(day.index))
            && !step.is_quoted();
        let question = Question {
            stated: dated,
            all: stated,
            index,
            year_hint,
            listed_after,
            range_end,
            mode,
            beside,
            headed: before_one
                .and_then(|before| heading_year(text, before, one))
                .map(|period| Mention { period, index: index - 1 }),
            told: if is_of_today { &untold } else { &told },
        };
        let placed = entry.or_else(|| apposed(text, stated, index, last)).or_else(|| over_interval(&question, days));
        last = placed;
        if let Some(placed) = placed {
            if !is_compared_with(one, placed) {
                told.remember(placed.period, index);
                let is_told = one.relation == Relation::At || placed.period.grain() == Grain::Day;
                if is_told && year_now.is_some_and(|now| placed.period.first_year() < now) {
                    told.look_back(placed.period, index);
                }
                if is_reported(one, placed, days) {
                    told.report(placed.period, index);
                }
            }
            if step.moves_story(placed, &told, mode) {
                if one.is_limit {
                    told.look_on(placed.period, index);
                } else {
                    told.go_on(placed.period, index, || step.leads_sentence());
                    let is_bare = matches!(one.meaning, Meaning::Calendar { year: YearRef::Missing, .. });
                    told.note_link(is_bare && matches!(placed.origin, Origin::Mention { .. }));
                }
            }
        }
        if is_sum(one.meaning) {
            told.sum_up();
        }
        found.push(timex(one, placed, anchor));
    }
    found
}

impl Stated {
    /// The TIMEX3 value of what is said alone, before anything is filled in: `XXXX-WXX-5`, `XXXX-08`.
    #[must_use]
    pub fn open_value(&self) -> String {
        value::value(self, None)
    }
}

/// "yesterday", "today".
const fn is_day_of_writing(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Shifted { unit: Unit::Day, base: Base::Published, .. })
}

/// A quarter whose figures can be out: one that is over, or that the past tense tells of (its firm's year differs).
fn is_reported(stated: &Stated, placed: Placed, days: Option<[Day; 2]>) -> bool {
    let is_over = || days.is_none_or(|[_, last]| placed.period.end_day() <= last.plus_days(1).unwrap_or(last));
    placed.period.grain() == Grain::Quarter && (matches!(stated.tense, Some(Tense::Past | Tense::Done)) || is_over())
}

/// Months that figures are summed up over: "the nine months".
fn is_sum(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Length(Amount::Count(4..=12), Unit::Month) | Meaning::Length(Amount::Count(1), Unit::Year)
    )
}

/// The first year that a document names, and in which expression.
fn first_year(stated: &[Stated]) -> Option<(usize, Period)> {
    let year = |one: &Stated| match one.meaning {
        Meaning::Calendar { year: YearRef::Stated(year), .. } => Period::year(year),
        _ => None,
    };
    stated.iter().enumerate().find_map(|(index, one)| Some((index, year(one)?)))
}

/// The first and the last day on which the document can have been created.
fn days_of_creation(anchor: &Anchor) -> Option<[Day; 2]> {
    let published = anchor.published?;
    let first = published.first_day()?;
    Some([first, published.end_day()?.plus_days(-1).unwrap_or(first)])
}

/// Places an expression; where only bounds of the creation time are known, both must give the same.
fn over_interval(question: &Question<'_>, days: Option<[Day; 2]>) -> Option<Placed> {
    let Some([first, last]) = days else { return question.place(None) };
    let earliest = question.place(Some(first));
    if first == last || earliest.is_some_and(|placed| placed.origin != Origin::Published) {
        return earliest;
    }
    let latest = question.place(Some(last));
    (earliest == latest).then_some(earliest).flatten()
}

/// What is only compared with does not become what is told of: "a year earlier" after a quarter, "the same period last
/// year".
fn is_compared_with(stated: &Stated, placed: Placed) -> bool {
    match stated.meaning {
        Meaning::Calendar { year: YearRef::Missing, .. } => false,
        Meaning::Calendar { part, .. } => matches!(part, Part::SameQuarter | Part::SameMonth),
        _ => placed.period.grain() == Grain::Quarter && stated.rule == COUNTED,
    }
}

/// ASCII signs as a set: the bit of each is set.
const fn signs(signs: &[u8]) -> u64 {
    let (mut set, mut at) = (0, 0);
    while at < signs.len() {
        set |= 1 << signs[at];
        at += 1;
    }
    set
}

/// Whether a byte is one of some signs, without a branch that each space would take.
const fn is_one_of(signs: u64, byte: u8) -> bool {
    (byte < 64) & (signs >> (byte & 63) & 1 == 1)
}

/// Whether a text has one of these signs.
#[inline(never)]
fn has_sign(text: &str, signs: u64) -> bool {
    text.bytes().any(|byte| is_one_of(signs, byte))
}

/// Whether a text has one of these signs, of stops only those that end a sentence; that of "U.S." seldom does.
#[inline(never)]
fn has_end(text: &str, signs: u64) -> bool {
    let is_initial = |stop: usize| text.get(..stop).and_then(|word| word.chars().next_back()).is_some_and(is_large);
    text.bytes().enumerate().any(|(at, byte)| is_one_of(signs, byte) && !(byte == b'.' && is_initial(at)))
}

/// For a time of day without a day, the one of the next two expressions that has a day: "from 9 a.m. to 5 p.m. on
/// Tuesday", "at 10 a.m. (0700 GMT) on Tuesday".
fn day_bearer<'s>(text: &str, stated: &'s [Stated], index: usize) -> Option<&'s Stated> {
    let this = stated.get(index).filter(|this| this.meaning == Meaning::TimeOnly)?;
    let next = stated.iter().skip(index + 1).take(2).find(|next| next.meaning != Meaning::TimeOnly)?;
    let gap = text.get(this.span.end..next.span.start)?;
    let is_near = gap.len() <= MAX_BEARER_BYTES && !has_sign(gap, const { signs(b";\n,") }) && !holds(gap, ". ");
    (is_near && (next.time.is_some() || next.meaning.names_day())).then_some(next)
}

/// Between a time and its day: " local time (21:00 GMT) on ", " on the A1 on ".
const MAX_BEARER_BYTES: usize = 24;

/// The longest joint between two expressions of one list: ", and ", " and again in ".
const MAX_JOINT_BYTES: usize = 14;

/// Expressions of one list looked at: a list of months seldom has more.
const MAX_LIST: usize = 4;

/// Whether the second of a list is counted from the first: "September 24 and October 1", "Monday to Friday".
const fn goes_on(first: &Stated, second: &Stated) -> bool {
    match (first.meaning, second.meaning) {
        (Meaning::Weekday { .. }, Meaning::Weekday { .. }) => matches!(second.relation, Relation::RangeEnd),
        (Meaning::Calendar { year: YearRef::Missing, .. }, Meaning::Calendar { .. }) => true,
        _ => false,
    }
}

/// Whether two weekdays follow each other in a list: "on Monday and Tuesday", "Tuesday, Wednesday and Thursday".
fn are_weekdays_of_list(text: &str, first: &Stated, second: &Stated) -> bool {
    let is_bare = |one: &Stated| matches!(one.meaning, Meaning::Weekday { which: Which::Nearest, .. });
    let gap = || text.get(first.span.end..second.span.start).unwrap_or_default();
    is_bare(first) && is_bare(second) && (gap() == ", " || gap().len() <= MAX_JOINT_BYTES && holds(gap(), "and "))
}

/// Whether two expressions stand side by side in a list.
fn are_listed(text: &str, this: &Stated, next: &Stated) -> bool {
    let gap = text.get(this.span.end..next.span.start);
    gap.is_some_and(|gap| gap.len() <= MAX_JOINT_BYTES && !has_sign(gap, const { signs(b".;\n") }))
}

/// The month at the end of the range that an expression begins, where it has no year of its own.
fn range_end(stated: &[Stated], one: &Stated) -> Option<u8> {
    let partner = stated.get(one.partner.filter(|_| one.relation == Relation::RangeStart)?)?;
    match partner.meaning {
        Meaning::Calendar { year: YearRef::Missing, part } => month_of(part),
        _ => None,
    }
}

/// The year that a following expression of the same list or range states: "between March and June 1999".
fn year_hint(text: &str, stated: &[Stated], index: usize) -> Option<(YearRef, u8)> {
    let month_and_year = |meaning| match meaning {
        Meaning::Calendar {
            year: year @ (YearRef::Stated(_) | YearRef::Relative { base: Base::Published, .. }),
            part,
        } => month_of(part).map(|month| (year, month)),
        _ => None,
    };
    if let Some(hint) = year_of_season(text, stated, index) {
        return Some(hint);
    }
    if !matches!(stated.get(index)?.meaning, Meaning::Calendar { year: YearRef::Missing, .. }) {
        return None;
    }
    for at in index..index + MAX_LIST {
        let next = stated.get(at + 1)?;
        if !are_listed(text, stated.get(at)?, next) {
            return None;
        }
        if let Some(hint) = month_and_year(next.meaning) {
            return Some(hint);
        }
    }
    None
}

/// The year that a month after a season states: "launched its summer offensive in the south in June 1942".
fn year_of_season(text: &str, stated: &[Stated], index: usize) -> Option<(YearRef, u8)> {
    let Meaning::Calendar { year: YearRef::Missing, part: Part::Season(season) } = stated.get(index)?.meaning else {
        return None;
    };
    let next = stated.get(index + 1)?;
    let Meaning::Calendar { year: year @ YearRef::Stated(_), part } = next.meaning else { return None };
    // A winter is of two years.
    let month = month_of(part).filter(|month| month / 3 == season + 1 && *month < 12)?;
    let gap = text.get(stated.get(index)?.span.end..next.span.start)?;
    (!has_end(gap, const { signs(b".;\n!?,") })).then_some((year, month))
}

fn timex(stated: &Stated, placed: Option<Placed>, anchor: &Anchor) -> Timex {
    let kind = kind(stated);
    let is_dated = matches!(kind, TimexKind::Date | TimexKind::Time);
    let date = placed.filter(|_| is_dated).map(|placed| value::edtf(placed, stated.modifier));
    Timex {
        span: stated.span,
        kind,
        value: value::value(stated, placed),
        modifier: stated.modifier,
        date,
        relation: stated.relation,
        resolution: placed
            .filter(|_| is_dated)
            .map_or(Resolution::Unresolved, |placed| resolution(placed.origin, anchor)),
        partner: stated.partner,
        rule: stated.rule,
    }
}

fn resolution(origin: Origin, anchor: &Anchor) -> Resolution {
    match origin {
        Origin::Stated => Resolution::Stated,
        Origin::Published => anchor
            .published
            .map_or(Resolution::Unresolved, |anchor| Resolution::Anchored { anchor, from: AnchorSource::Published }),
        Origin::Mention { index, period } => {
            Resolution::Anchored { anchor: Edtf::from_period(period), from: AnchorSource::Mention(index) }
        }
    }
}

fn kind(stated: &Stated) -> TimexKind {
    match stated.meaning {
        Meaning::Set(_) => TimexKind::Set,
        Meaning::Length(..) => TimexKind::Duration,
        Meaning::Shifted { unit: Unit::Hour | Unit::Minute | Unit::Second, .. } => TimexKind::Time,
        _ if stated.time.is_some() => TimexKind::Time,
        _ => TimexKind::Date,
    }
}

/// The period of a grain that holds a day.
fn containing(day: Day, unit: Unit) -> Option<Period> {
    unit.grain().map(|grain| Period::containing(day, grain))
}
