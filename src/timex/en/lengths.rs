//! Lengths of time: "two decades", "10-year", "the past three months", "several years".

use super::super::meaning::{Amount, Meaning, Part, Repeated, Unit};
use super::lex::Lex;
use super::numbers::{amount, whole};
use super::references::is_subject;
use super::{A, AMOUNT, ANY, ARTICLE, Found, NUMBER, ORDINAL, Openers, POINTER, Rule, Tokens, UNIT, first_of, found};
use crate::lookup::listed::Listed;

/// A number and a unit, with or without a hyphen; bare plurals are vague ("years").
pub(super) fn length(t: &Tokens<'_>, i: usize) -> Option<(Amount, Unit, usize)> {
    if let Lex::Units(unit) = t.lex(i) {
        return Some((Amount::Vague, unit, i + 1));
    }
    if let Some(end) = quarter_century(t, i) {
        return Some((Amount::Count(25), Unit::Year, end));
    }
    if let Lex::Unit(unit) = t.lex(i) {
        // "a year" has its article before it; "year-ago" has none.
        return (t.is_hyphen(i + 1) && matches!(t.lex(i + 2), Lex::Ago | Lex::Earlier)).then_some((
            Amount::Count(1),
            unit,
            i + 1,
        ));
    }
    if let [Lex::A, Lex::Unit(unit), Lex::And, Lex::A, Lex::Half, ..] = *t.rest(i) {
        return Some((Amount::Tenths(15), unit, i + 5));
    }
    // "a year or two": the smaller number here too.
    if let [Lex::A, Lex::Unit(unit), Lex::Or, Lex::Spelt(2), ..] = *t.rest(i) {
        return Some((Amount::Count(1), unit, i + 4));
    }
    // "a half-hour", "half-century"
    let half = i + usize::from(t.lex(i) == Lex::A);
    if let [Lex::Half, Lex::Sign(b'-'), Lex::Unit(unit), ..] = *t.rest(half) {
        return Some((Amount::Tenths(5), unit, half + 3));
    }
    let (amount, end) = amount(t, i)?;
    let (amount, end) = up_to(t, amount, end);
    // "ten or so years"
    let end = if let [Lex::Or, Lex::So, Lex::Units(_), ..] = *t.rest(end) { end + 2 } else { end };
    let (end, is_hyphenated) = if t.is_hyphen(end) { (end + 1, true) } else { (end, false) };
    let end = match t.lex(end) {
        Lex::Trading | Lex::Full | Lex::Fiscal | Lex::More | Lex::Long => end + 1,
        _ => end,
    };
    // "two bloody weeks": one word may stand between a number and its unit.
    let is_described = t.lex(end) == Lex::Other
        && matches!(t.lex(end + 1), Lex::Units(_))
        && !is_hyphenated
        && !t.is_glued(end)
        && !t.is_glued(end + 1)
        && !t.is_capital(end)
        && (!t.word(end).ends_with('s') || t.is_word(end, "business"))
        && (matches!(amount, Amount::Count(2..1000)) || amount == Amount::Vague);
    let end = if is_described { end + 1 } else { end };
    match t.lex(end) {
        Lex::Units(unit) => Some((amount, unit, end + 1)),
        Lex::Fortnight => Some((doubled(amount), Unit::Week, end + 1)),
        // "the 1988 quarter" names a date.
        Lex::Unit(_) if matches!(amount, Amount::Count(1000..)) && t.is_digit(i) => None,
        // "some day" is no length.
        Lex::Unit(_) if amount == Amount::Vague && !is_hyphenated => None,
        // "six month": careless, but common.
        Lex::Unit(unit) if unit != Unit::Weekend || amount == Amount::Count(1) => Some((amount, unit, end + 1)),
        Lex::Ordinal(2) if t.is_word(end, "second") && (is_hyphenated || t.lex(i) == Lex::Spelt(1)) => {
            Some((amount, Unit::Second, end + 1))
        }
        _ => None,
    }
}

/// "a quarter century", "quarter-century": where it ends.
fn quarter_century(t: &Tokens<'_>, i: usize) -> Option<usize> {
    let at = i + usize::from(t.lex(i) == Lex::A);
    if t.lex(at) != Lex::Unit(Unit::Quarter) {
        return None;
    }
    let hyphen = usize::from(t.is_hyphen(at + 1));
    (t.lex(at + 1 + hyphen) == Lex::Unit(Unit::Century)).then_some(at + 2 + hyphen)
}

const fn doubled(amount: Amount) -> Amount {
    match amount {
        Amount::Count(count) => Amount::Count(count.saturating_mul(2)),
        Amount::Tenths(tenths) => Amount::Tenths(tenths.saturating_mul(2)),
        Amount::Vague => Amount::Vague,
    }
}

/// "two to three weeks", "five or six years": the smaller number stands for both. Not: "sentenced in 2017 to six years".
fn up_to(t: &Tokens<'_>, amount: Amount, end: usize) -> (Amount, usize) {
    let is_joint = matches!(t.lex(end), Lex::To | Lex::Or) || matches!(t.lex(end), Lex::Sign(b'=' | b'-'));
    let Amount::Count(least) = amount else { return (amount, end) };
    let is_more = |most: &Amount| match most {
        Amount::Count(most) => least < *most,
        Amount::Tenths(tenths) => least.saturating_mul(10) < *tenths,
        Amount::Vague => false,
    };
    let most = if is_joint { whole(t, end + 1) } else { None };
    match most.filter(|(most, _)| is_more(most)) {
        Some((_, more)) if matches!(t.lex(more), Lex::Units(_)) => (amount, more),
        _ => (amount, end),
    }
}

/// The forms of a length.
pub(super) static RULES: [(Openers, Rule<Lex>); 6] = [
    (ARTICLE, counted_first),
    (ARTICLE | ORDINAL | POINTER | ANY, anchored),
    (UNIT | ANY, unit_long),
    (ARTICLE | A, period),
    (ARTICLE, over_the_units),
    (NUMBER | A | UNIT | AMOUNT, plain),
];

/// "two decades", "a 10-year", "decade-long", "the past three months", "the first nine months", "several years".
/// Not: "24 years old", "a 10-year-old", "years" alone in "years of war" (that is decided by the caller).
pub(super) fn stretch(t: &Tokens<'_>, i: usize) -> Option<Found> {
    first_of(&RULES, t, i)
}

/// "the four previous weeks", "the two following days".
fn counted_first(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if t.lex(i) != Lex::The {
        return None;
    }
    let (amount, at) = whole(t, i + 1)?;
    let (pointer, Lex::Units(unit)) = (t.lex(at), t.lex(at + 1)) else { return None };
    matches!(pointer, Lex::Last | Lex::Past | Lex::Next | Lex::Previous | Lex::Prior | Lex::Following | Lex::Coming)
        .then(|| found(at + 2, Meaning::Length(amount, unit), "anchored-length"))
}

/// "a three-year period", "the same 28-day period", "a period of six to nine months".
/// Not: "a period of unrest".
pub(super) fn period(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (Lex::A | Lex::The) = t.lex(i) else { return None };
    let (at, has_unit_last) = match *t.rest(i + 1) {
        [Lex::Period, Lex::Of, ..] => (i + 3, true),
        [Lex::Same, ..] => (i + 2, false),
        _ => (i + 1, false),
    };
    let (amount, unit, end) = length(t, at).filter(|_| !matches!(t.lex(at), Lex::Units(_)))?;
    let end = if has_unit_last { end } else { end + 1 };
    (has_unit_last || t.lex(end - 1) == Lex::Period).then(|| found(end, Meaning::Length(amount, unit), "period"))
}

fn plain(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (amount, unit, end) = length(t, i)?;
    if is_named_after(t, end) {
        return None;
    }
    // "its quarter-century low"
    if matches!(t.before(i), Lex::Sign(b'$'))
        || t.lex(i) == Lex::Unit(Unit::Quarter)
        || is_age(t, i, end)
        || is_share(t, amount, unit, end)
        || is_some_day(t, i, amount, unit)
        || is_kind_of_day(t, i, end)
    {
        return None;
    }
    let is_long = t.is_hyphen(end) && t.lex(end + 1) == Lex::Long;
    // "a decade-long war", "a year-earlier loss", "a year-round job": the article belongs to the noun.
    let is_compound = is_long
        || t.is_hyphen(end)
            && (matches!(t.lex(end + 1), Lex::Ago | Lex::Earlier | Lex::By) || t.is_word(end + 1, "round"));
    if is_compound && t.lex(i) == Lex::A {
        return None;
    }
    let end = if is_long { end + 2 } else { end };
    let is_bare_plural = matches!(t.lex(i), Lex::Units(_));
    if is_bare_plural {
        // "within weeks or months"
        let end = if let [Lex::Or, Lex::Units(_), ..] = *t.rest(end) { end + 2 } else { end };
        let is_free = is_free_plural(t, i) || is_beside_event(t, i, unit) || is_full_of(t, i);
        return is_free.then(|| found(end, Meaning::Length(Amount::Vague, unit), "vague-length"));
    }
    if is_rate(t, i, amount) {
        return Some(found(end, Meaning::Set(Repeated::Length(amount, unit)), "rate"));
    }
    Some(found(end, Meaning::Length(amount, unit), "length"))
}

/// "the Seven Years' War", "Hundred Days Offensive": a capital unit with a name after it.
fn is_named_after(t: &Tokens<'_>, end: usize) -> bool {
    let unit = end.saturating_sub(1);
    t.is_capital(unit) && !t.opens_sentence(unit) && (t.lex(end) == Lex::Sign(b'\'') || t.is_name(end))
}

/// "three-quarters of", "a quarter of the vote".
/// Not: "several quarters of losses".
fn is_share(t: &Tokens<'_>, amount: Amount, unit: Unit, end: usize) -> bool {
    unit == Unit::Quarter
        && (amount != Amount::Vague || t.lex(end.saturating_sub(2)) == Lex::Some)
        && (t.is_hyphen(end.saturating_sub(2))
            || amount == Amount::Vague
            || matches!(t.lex(end), Lex::Of | Lex::Sign(b','))
            || t.lex(end.saturating_sub(2)) == Lex::A)
}

/// "one day", "one night": some day or other, unless a preposition makes it a length.
fn is_some_day(t: &Tokens<'_>, i: usize, amount: Amount, unit: Unit) -> bool {
    let is_length = || {
        matches!(t.before(i), Lex::For | Lex::In | Lex::Within | Lex::After | Lex::Than | Lex::Last | Lex::Over)
            || matches!(t.lex(i + 2), Lex::After | Lex::Before)
            || t.follows_one_of(i, LASTS)
    };
    unit == Unit::Day && amount == Amount::Count(1) && t.lex(i) == Lex::Spelt(1) && !t.is_hyphen(i + 1) && !is_length()
}

/// "It was a day of shame", "on a day when nobody came": what kind of day, and not how long.
/// Not: "It was a year before he came", "after a day of talks".
fn is_kind_of_day(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    let is_kind = || {
        matches!(t.lex(end), Lex::Of | Lex::That | Lex::For) || t.is_one_of(end, Listed("when|which|anybody|nobody"))
    };
    t.lex(i) == Lex::A
        && end == i + 2
        && (t.before(i) == Lex::On || t.follows_one_of(i, Listed("is|was|be|been|not")))
        && is_kind()
}

/// "10-year-old", "24 years old", "aged 24 years".
fn is_age(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    t.lex(end) == Lex::Old
        // Texts cut into tokens have a space on one side of the second hyphen.
        || t.lex(end) == Lex::Sign(b'-') && t.lex(end + 1) == Lex::Old
        || t.lex(i) != Lex::A && t.follows_word(i, "aged")
}

/// "$5 a year", "three times a week", "twice a day", "20,000 barrels a day".
fn is_rate(t: &Tokens<'_>, i: usize, amount: Amount) -> bool {
    amount == Amount::Count(1)
        && t.lex(i) == Lex::A
        && (matches!(t.before(i), Lex::Counted | Lex::Scale(_) | Lex::Sign(b'%') | Lex::Figure(_) | Lex::Units(_))
            || follows_count(t, i)
            || t.follows_one_of(i, Listed("times|once|twice")))
}

/// "20,000 barrels", "a million eggs" stands before token `i`.
fn follows_count(t: &Tokens<'_>, i: usize) -> bool {
    let counts = |at: usize| matches!(t.lex(at), Lex::Figure(_) | Lex::Scale(_) | Lex::Spelt(_));
    t.before(i) == Lex::Other && t.bytes(i - 1).ends_with(b"s") && i.checked_sub(2).is_some_and(counts)
}

/// "for years", "in days", "over decades", "takes months", "Weeks of talks failed."
/// Not: "Minutes of the meeting were read."
fn is_free_plural(t: &Tokens<'_>, i: usize) -> bool {
    // "damaged by years of neglect"
    matches!(t.before(i), Lex::For | Lex::Within | Lex::In | Lex::Over | Lex::After)
        || t.lex(i + 1) == Lex::Of && (t.before(i) == Lex::By || t.opens_sentence(i) && !t.is_word(i, "minutes"))
        || t.follows_one_of(i, LASTS)
}

/// "hours after the vote", "came just days before he left".
/// Not: "the opening hours after the fair", "years before.", "seconds before", which no timeline shows.
fn is_beside_event(t: &Tokens<'_>, i: usize, unit: Unit) -> bool {
    !matches!(unit, Unit::Second | Unit::Minute | Unit::Quarter)
        && matches!(t.lex(i + 1), Lex::Before | Lex::After)
        && !matches!(t.lex(i + 2), Lex::Sign(_) | Lex::Units(_) | Lex::Unit(_) | Lex::Nothing | Lex::Break)
        && match t.before(i) {
            Lex::Early | Lex::Earlier | Lex::Late | Lex::Later | Lex::Half | Lex::Of => false,
            Lex::Other => {
                t.opens_sentence(i) || !["ing", "al", "en"].iter().any(|end| t.bytes(i - 1).ends_with(end.as_bytes()))
            }
            _ => true,
        }
}

/// "ended months of quarrels", "despite years of neglect".
/// Not: "the coldest months of the year".
fn is_full_of(t: &Tokens<'_>, i: usize) -> bool {
    let is_led = || match t.before(i) {
        Lex::PastVerb | Lex::Ended | Lex::From | Lex::To | Lex::Through | Lex::That => true,
        Lex::Other => t.bytes(i - 1).ends_with(b"ed") || t.follows_one_of(i, BEFORE_COURSE),
        _ => false,
    };
    t.lex(i + 1) == Lex::Of && t.lex(i + 2) == Lex::Other && is_led()
}

/// Words that "weeks of talks" follows, beside verbs of the past.
const BEFORE_COURSE: Listed = Listed("with|despite|amid|follows|faces|without");

/// Verbs that a length of time follows.
const LASTS: Listed = Listed("took|takes|take|lasted|spent|waited");

/// "over the years", "the months ahead", "the years to come", "the weeks before the vote",
/// "the weeks that followed".
/// Not: "over the years 1751 to 1777", "over the years of war", "the boats ahead".
fn over_the_units(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let [Lex::The, Lex::Units(unit), next, ..] = *t.rest(i) else { return None };
    let ahead = match next {
        Lex::To if t.is_word(i + 3, "come") => Some(i + 4),
        _ => (t.is_word(i + 2, "ahead") && t.lex(i + 3) != Lex::Of).then_some(i + 3),
    };
    let is_beside = || {
        is_beside_event(t, i + 1, unit)
            || matches!(next, Lex::Since | Lex::Following)
            || next == Lex::That && t.is_word(i + 3, "followed")
    };
    let beside = (t.before(i) == Lex::In && is_beside()).then_some(i + 2);
    if let Some(end) = ahead.or(beside) {
        return Some(found(end, Meaning::Length(Amount::Vague, unit), "vague-length"));
    }
    let is_free = match next {
        Lex::Sign(sign) => matches!(sign, b',' | b'.' | b';' | b')'),
        Lex::And | Lex::Nothing | Lex::Break | Lex::PresentVerb | Lex::PastVerb => true,
        _ => is_subject(t, i + 2),
    };
    (t.before(i) == Lex::Over && is_free).then(|| found(i + 2, Meaning::Length(Amount::Vague, unit), "vague-length"))
}

/// "decade-long", "months-long", "weeklong".
fn unit_long(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (amount, unit) = match t.lex(i) {
        Lex::UnitLong(unit) => return Some(found(i + 1, Meaning::Length(Amount::Count(1), unit), "unit-long")),
        Lex::Unit(unit) => (Amount::Count(1), unit),
        Lex::Units(unit) => (Amount::Vague, unit),
        _ => return None,
    };
    (t.is_hyphen(i + 1) && t.lex(i + 2) == Lex::Long).then(|| found(i + 3, Meaning::Length(amount, unit), "unit-long"))
}

/// "the past two years", "the last few months", "the next 14 months", "recent weeks", "the first nine months",
/// "the two decades".
fn anchored(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let has_article = matches!(t.lex(i), Lex::The | Lex::These | Lex::Those | Lex::Possessive);
    let at = i + usize::from(has_article);
    let (noun, is_pointed) = match t.lex(at) {
        Lex::Last
        | Lex::Past
        | Lex::Next
        | Lex::Previous
        | Lex::Prior
        | Lex::Following
        | Lex::Coming
        | Lex::Recent
        | Lex::Ordinal(1) => (at + 1, true),
        _ => (at, false),
    };
    let start_is_word = is_pointed || t.lex(i) == Lex::The;
    // "is to last two weeks", "certificates last two weeks"
    let is_verb = t.lex(i) == Lex::Last
        && match t.before(i) {
            Lex::To | Lex::Will | Lex::ConditionalVerb => true,
            Lex::Other => t.bytes(i - 1).ends_with(b"s"),
            _ => false,
        };
    if !start_is_word || is_verb {
        return None;
    }
    // "the past three summers"
    if is_pointed
        && let Some((_, at)) = amount(t, noun)
        && let Lex::Seasons(season) = t.lex(at)
    {
        return Some(found(at + 1, Meaning::Set(Repeated::Part(Part::Season(season))), "set"));
    }
    let (amount, unit, end) = length(t, noun).filter(|_| t.lex(noun) != Lex::A)?;
    // "the 23-year occupation": the article belongs to the noun.
    if !is_pointed && t.is_hyphen(end.saturating_sub(2)) {
        return None;
    }
    let is_bare = matches!(t.lex(noun), Lex::Units(_));
    // "the year-ago figure", "the 1988 quarter" are dates.
    let is_unit = matches!(t.lex(noun), Lex::Unit(_)) && end == noun + 1;
    if is_named_after(t, end) || is_age(t, noun, end) || is_bare && !is_pointed || is_unit {
        return None;
    }
    Some(found(end, Meaning::Length(amount, unit), "anchored-length"))
}
