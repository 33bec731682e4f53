//! References without a date, and repetitions: "now", "recently", "in the past", "every Friday", "annually".

use super::super::meaning::{Amount, Meaning, Part, Repeated, Tense, Unit, Vague};
use super::dates::day_after_month;
use super::lengths::length;
use super::lex::Lex;
use super::tense::tense;
use super::{Found, OF_HISTORIES, Tokens, found};
use crate::lookup::listed::Listed;

/// "now", "currently", "recently", "the past", "the future", "recent years", "these days", "at this time", "a later
/// date", "the long term", "present-day", "at the moment", "to date".
/// Not: "now that", "the past two years", "the future of".
pub(super) fn reference(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let vague = |end, which| Some(found(end, Meaning::Reference(which), "reference"));
    match *t.rest(i) {
        // "now before the court" is now, "soon after the fire" is then.
        [Lex::Reference(Vague::Past | Vague::Future), Lex::After | Lex::Before, ..] => None,
        [Lex::Reference(_), Lex::Sign(b'-'), ..] => None,
        // "now and then", "every now and again"
        [Lex::Reference(Vague::Present), Lex::And, Lex::Other, ..] if t.is_one_of(i + 2, Listed("then|again")) => None,
        // "as recently as 2010", "as long ago as 1990"
        [Lex::Reference(_), Lex::As, ..] | [Lex::Long, Lex::Ago, Lex::As, ..] => None,
        // "Now, …" at the start of a sentence turns the talk; "from now" counts.
        [Lex::Reference(Vague::Present), Lex::Sign(b','), ..] if t.opens_sentence(i) && t.is_word(i, "now") => None,
        [Lex::Reference(Vague::Present), ..] if t.before(i) == Lex::From => None,
        [Lex::Reference(Vague::Future), ..] if t.before(i) == Lex::As || !is_to_come(t, i) => None,
        [Lex::Reference(which), ..] => vague(i + 1, which),
        [Lex::The, Lex::Past, next, ..] if !counts(next) && (t.before(i) == Lex::In || !is_noun_after(next)) => {
            vague(i + 2, Vague::Past)
        }
        [Lex::More, Lex::Reference(Vague::Past), ..] => vague(i + 2, Vague::Past),
        [Lex::Right, Lex::Reference(Vague::Present), ..] => vague(i + 2, Vague::Present),
        [Lex::Very, Lex::Reference(Vague::Future), ..] => vague(i + 2, Vague::Future),
        [adjective @ (Lex::Former | Lex::Future), Lex::Other, ..]
            if !(t.is_glued(i + 1) || t.before(i) == Lex::In && is_subject(t, i + 1)) =>
        {
            let which = if adjective == Lex::Future { Vague::Future } else { Vague::Past };
            Some(found(i + 1, Meaning::Reference(which), OF_HISTORIES))
        }
        [Lex::The, Lex::Future, ..] => vague(i + 2, Vague::Future),
        [Lex::Future, ..] if t.before(i) == Lex::In && !t.is_capital(i) && t.before(i) != Lex::A => {
            vague(i + 1, Vague::Future)
        }
        [Lex::The, Lex::Near, Lex::Future, ..] => vague(i + 3, Vague::Future),
        [Lex::The, Lex::Near, Lex::Past, next, ..] if !counts(next) => vague(i + 3, Vague::Past),
        [Lex::The, Lex::Near | Lex::Long, Lex::Other, ..] if t.is_word(i + 2, "term") => vague(i + 3, Vague::Future),
        [Lex::A, Lex::Later | Lex::Earlier, Lex::Date, ..] => {
            vague(i + 3, if t.lex(i + 1) == Lex::Later { Vague::Future } else { Vague::Past })
        }
        // "at this time last year" and "last year at this time" are told by the year.
        [Lex::This, Lex::Time, next, ..]
            if is_placed(t.before(i))
                && !matches!(next, Lex::Of | Lex::Last | Lex::Next)
                && i.checked_sub(2).is_none_or(|at| t.lex(at) != Lex::Unit(Unit::Year)) =>
        {
            vague(i + 2, Vague::Present)
        }
        // "at the moment"; "at the time", "until that time"
        [Lex::The | Lex::That, Lex::Time, ..] if is_time_told(t, i) => {
            let is_moment = t.lex(i) == Lex::The && t.is_word(i + 1, "moment");
            vague(i + 2, if is_moment { Vague::Present } else { Vague::Past })
        }
        // "the largest to date"
        [Lex::Date, Lex::Sign(_) | Lex::Nothing | Lex::Break | Lex::PresentVerb | Lex::And, ..]
            if t.before(i) == Lex::To =>
        {
            vague(i + 1, Vague::Present)
        }
        [Lex::The, Lex::Time, Lex::Other, ..] if t.is_word(i + 2, "being") => vague(i + 3, Vague::Present),
        [Lex::The, Lex::Present, Lex::Time, ..] if t.before(i) == Lex::At => vague(i + 3, Vague::Present),
        [Lex::Present, Lex::Unit(Unit::Day), ..] => vague(i + 2, Vague::Present),
        [Lex::Present, Lex::Sign(b'-'), Lex::Unit(Unit::Day), ..] => vague(i + 3, Vague::Present),
        // "at present"
        [Lex::Present, next, ..] if t.before(i) == Lex::At && !is_noun_after(next) => vague(i + 1, Vague::Present),
        [Lex::The, Lex::Present, Lex::Unit(Unit::Day), ..] => vague(i + 3, Vague::Present),
        [Lex::The, Lex::Alternate, Lex::Unit(Unit::Day), ..] => vague(i + 3, Vague::Past),
        [Lex::The, Lex::Recent, Lex::Past, ..] => vague(i + 3, Vague::Past),
        // "not that long ago" is near.
        [Lex::Long, Lex::Ago, ..] if t.before(i) != Lex::That && !t.follows_word(i, "not") => vague(i + 2, Vague::Past),
        [Lex::Some, Lex::Time, Lex::Ago, ..] => vague(i + 3, Vague::Past),
        [Lex::A, Lex::Long, Lex::Time, Lex::Ago, ..] => vague(i + 4, Vague::Past),
        [Lex::These, Lex::Units(Unit::Day), ..] => vague(i + 2, Vague::Present),
        [Lex::Current, next, ..] if !is_noun(next) => vague(i + 1, Vague::Present),
        [Lex::Recent, ..] if !matches!(t.lex(i + 1), Lex::Units(_)) => vague(i + 1, Vague::Past),
        _ => None,
    }
}

/// "In future it will be read aloud": a pronoun and no noun follows.
pub(super) fn is_subject(t: &Tokens<'_>, i: usize) -> bool {
    t.is_one_of(i, Listed("it|he|she|they|we|there"))
}

/// "at this time" is a time, "this time led by his brother" a turn.
const fn is_placed(before: Lex) -> bool {
    matches!(before, Lex::At | Lex::By | Lex::During | Lex::From | Lex::About | Lex::Until | Lex::Since)
}

/// The word before stands alone: "the current was strong", "against the current".
const fn is_noun(next: Lex) -> bool {
    matches!(
        next,
        Lex::Sign(_)
            | Lex::Nothing
            | Lex::Break
            | Lex::And
            | Lex::Of
            | Lex::In
            | Lex::PastVerb
            | Lex::PresentVerb
            | Lex::ConditionalVerb
            | Lex::Will
    )
}

/// "at the time, few knew", "by that time they had left", "for the moment, all is well".
/// Not: "at the time of the fire", "at the time he left", "at that time of the year", "by that time they will have left".
fn is_time_told(t: &Tokens<'_>, i: usize) -> bool {
    let is_free = matches!(
        t.lex(i + 2),
        Lex::Sign(_) | Lex::Nothing | Lex::Break | Lex::And | Lex::In | Lex::PastVerb | Lex::PresentVerb
    );
    match (t.before(i), t.lex(i)) {
        (Lex::At, Lex::The) => is_free,
        (Lex::For, Lex::The) => is_free && t.is_word(i + 1, "moment"),
        (Lex::At | Lex::By | Lex::About | Lex::Until | Lex::Since, Lex::That) => {
            t.lex(i + 2) != Lex::Of && tense(t, i, i + 2) != Some(Tense::Future)
        }
        _ => false,
    }
}

/// "the past two years", "the past decade" are lengths.
fn counts(next: Lex) -> bool {
    matches!(
        next,
        Lex::Figure(_)
            | Lex::Spelt(_)
            | Lex::Unit(_)
            | Lex::Units(_)
            | Lex::Few
            | Lex::Several
            | Lex::Couple
            | Lex::Half
            | Lex::Season(_)
            | Lex::Seasons(_)
            | Lex::Weekday(_)
            | Lex::WordSeason(_)
            | Lex::Fiscal
    )
}

/// "will soon": the soon of a story already told is no time.
fn is_to_come(t: &Tokens<'_>, i: usize) -> bool {
    matches!(tense(t, i, i + 1), Some(Tense::Future | Tense::Present | Tense::Intended))
        || matches!(t.before(i), Lex::Very | Lex::WordMonth(_))
}

fn is_noun_after(next: Lex) -> bool {
    !matches!(next, Lex::Sign(_) | Lex::And | Lex::Nothing | Lex::Break)
}

/// "every Friday", "each month", "every July 4", "daily", "annually", "every two years", "Mondays", "weekends", "per day".
/// Not: "every man", "the Daily Mail".
pub(super) fn repetition(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let set = |end, what| Some(found(end, Meaning::Set(what), "set"));
    match *t.rest(i) {
        [Lex::SetAdverb(unit), ..] => {
            let is_name = t.is_capital(i) && (t.is_capital(i + 1) || !t.opens_sentence(i));
            // "the average daily volume" is no repetition.
            if is_name || unit == Unit::Day && t.follows_word(i, "average") {
                None
            } else {
                let is_half = t.before(i) == Lex::Sign(b'-') && t.is_glued(i) && t.follows_word(i - 1, "semi");
                set(i + 1, Repeated::Unit(if is_half { Unit::Half } else { unit }))
            }
        }
        // "Tuesday nights"
        [Lex::Weekday(day), Lex::Parts(part), ..] => {
            Some(Found { time: Some(part), ..found(i + 2, Meaning::Set(Repeated::Weekday(day)), "set") })
        }
        [Lex::Every, Lex::Weekday(day), Lex::Part(part), ..] => {
            Some(Found { time: Some(part), ..found(i + 3, Meaning::Set(Repeated::Weekday(day)), "set") })
        }
        [Lex::Every, Lex::Weekday(day), ..] => set(i + 2, Repeated::Weekday(day)),
        [Lex::Every, Lex::Part(part), ..] => {
            Some(Found { time: Some(part), ..found(i + 2, Meaning::Set(Repeated::Unit(Unit::Day)), "set") })
        }
        [Lex::Every, Lex::Month(month) | Lex::WordMonth(month) | Lex::ShortMonth(month), ..] if t.is_capital(i + 1) => {
            let day = day_after_month(t, i + 2).map(|(day, end)| (Part::Day(month, day), end));
            let (part, end) = day.unwrap_or((Part::Month(month), i + 2));
            set(end, Repeated::Part(part))
        }
        [Lex::Every, Lex::Season(season) | Lex::WordSeason(season), ..] => {
            set(i + 2, Repeated::Part(Part::Season(season)))
        }
        [Lex::Every, Lex::Unit(Unit::Weekend), ..] => set(i + 2, Repeated::Weekend),
        [Lex::Every, Lex::Alternate, Lex::Unit(unit), ..] => set(i + 3, Repeated::Length(Amount::Count(2), unit)),
        [Lex::Every, Lex::Unit(unit), ..] => set(i + 2, Repeated::Length(Amount::Count(1), unit)),
        [Lex::Every, ..] => {
            let (amount, unit, end) = length(t, i + 1)?;
            set(end, Repeated::Length(amount, unit))
        }
        [Lex::Per, Lex::Unit(unit), ..] => set(i + 2, Repeated::Length(Amount::Count(1), unit)),
        [Lex::Weekdays(day), ..] => set(i + 1, Repeated::Weekday(day)),
        [Lex::Units(Unit::Weekend), ..] => set(i + 1, Repeated::Weekend),
        _ => None,
    }
}
