//! Lengths of time: "dos décadas", "los últimos tres meses", "año y medio".

use super::super::finder::COUNTED;
use super::super::meaning::{Amount, Base, Meaning, Part, Repeated, Unit, Vague};
use super::lex::Lex;
use super::numbers::amount;
use super::{Found, Tokens, found};

/// A number and a unit: "tres años", "un mes", "dos años y medio", "media hora".
pub(super) fn length(t: &Tokens<'_>, i: usize) -> Option<(Amount, Unit, usize)> {
    if let [Lex::Unit(unit), Lex::And, Lex::Half, ..] = *t.rest(i) {
        return Some((Amount::Tenths(15), unit, i + 3));
    }
    let (amount, end) = amount(t, i)?;
    let (Lex::Unit(unit) | Lex::Units(unit)) = t.lex(end) else { return None };
    let Amount::Count(count) = amount else { return Some((amount, unit, end + 1)) };
    match *t.rest(end + 1) {
        [Lex::And, Lex::Half, ..] => Some((Amount::Tenths(count.saturating_mul(10).saturating_add(5)), unit, end + 3)),
        _ => Some((amount, unit, end + 1)),
    }
}

/// "dos décadas", "los últimos tres meses", "los tres últimos meses", "varios años", "años" after "durante".
/// Not: "24 años de edad", "tiene 24 años", "García, de 24 años,".
pub(super) fn stretch(t: &Tokens<'_>, i: usize) -> Option<Found> {
    anchored(t, i).or_else(|| plain(t, i))
}

fn plain(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Lex::Units(unit) = t.lex(i) {
        let is_free = matches!(t.before(i), Lex::During | Lex::In | Lex::Ago | Lex::Behind);
        return is_free.then(|| found(i + 1, Meaning::Length(Amount::Vague, unit), "vague-length"));
    }
    let (amount, unit, end) = length(t, i)?;
    (!is_age(t, i, unit, end)).then(|| found(end, Meaning::Length(amount, unit), "length"))
}

fn is_age(t: &Tokens<'_>, i: usize, unit: Unit, end: usize) -> bool {
    let [second, first] = [2, 1].map(|back| i.checked_sub(back).map_or(Lex::Nothing, |at| t.lex(at)));
    let is_said = first == Lex::AgeVerb
        || first == Lex::De && matches!(second, Lex::Sign(b','))
        || t.lex(end) == Lex::De && t.lex(end + 1) == Lex::AgeNoun;
    unit == Unit::Year && is_said
}

/// "los últimos tres años", "las próximas semanas", "la última década", "los primeros nueve meses".
fn anchored(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if !matches!(t.lex(i), Lex::The | Lex::Thes) {
        return None;
    }
    let points = |lex| matches!(lex, Lex::Last | Lex::Next | Lex::Past | Lex::Ordinal(1));
    let (amount, unit, end) = match *t.rest(i + 1) {
        [point, Lex::Units(unit), ..] if points(point) => (Amount::Vague, unit, i + 3),
        [Lex::Last, Lex::Unit(unit), ..] => (Amount::Count(1), unit, i + 3),
        [point, ..] if points(point) => length(t, i + 2)?,
        _ => {
            let (count, at) = amount(t, i + 1).filter(|_| t.lex(i + 1) != Lex::A)?;
            let (point, Lex::Units(unit)) = (t.lex(at), t.lex(at + 1)) else { return None };
            if !points(point) {
                return None;
            }
            (count, unit, at + 2)
        }
    };
    Some(found(end, Meaning::Length(amount, unit), "anchored-length"))
}

/// "hace tres años", "hacía un mes", "dentro de dos semanas", "tres días después", "un año más tarde", "dos meses
/// antes", "hace años".
/// Not: "desde hace tres años", which is a length; "tres días después del ataque", whose date another clause gives.
pub(super) fn counted(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (at, sign, base) = match *t.rest(i) {
        [Lex::Ago, ..] => (i + 1, -1, Base::Published),
        [Lex::AgoThen, ..] => (i + 1, -1, Base::Mention),
        [Lex::Within, Lex::De, ..] => (i + 2, 1, Base::Published),
        _ => return counted_after(t, i),
    };
    if t.before(i) == Lex::Since {
        return None;
    }
    // "hace más de tres años", "hace casi un mes": the measure stands inside.
    let (modifier, at) = super::measure(t, at).map_or((None, at), |(modifier, at)| (Some(modifier), at));
    let (amount, unit, end) = match t.lex(at) {
        Lex::Units(unit) => (Amount::Vague, unit, at + 1),
        _ => length(t, at)?,
    };
    Some(Found { modifier, ..shifted(amount, unit, sign, base, end) })
}

fn counted_after(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (amount, unit, end) = length(t, i)?;
    let (sign, end) = match *t.rest(end) {
        [Lex::After, ..] => (1, end + 1),
        [Lex::More, Lex::Part(_), ..] => (1, end + 2),
        [Lex::Before | Lex::Previous, ..] => (-1, end + 1),
        _ => return None,
    };
    let is_free = !matches!(t.lex(end), Lex::De | Lex::Del | Lex::That);
    is_free.then(|| shifted(amount, unit, sign, Base::Mention, end))
}

/// A number of units counted from a base, at the grain of the unit.
fn shifted(amount: Amount, unit: Unit, sign: i32, base: Base, end: usize) -> Found {
    // Farther than this no newspaper counts.
    const MOST: u32 = 100_000;
    let meaning = match (amount, unit) {
        (_, Unit::Hour | Unit::Minute | Unit::Second) => Meaning::Length(amount, unit),
        (Amount::Vague, _) => Meaning::Reference(if sign < 0 { Vague::Past } else { Vague::Future }),
        (Amount::Count(count), Unit::Decade) => {
            Meaning::Shifted { unit: Unit::Year, shift: sign * (count.min(MOST) * 10) as i32, base }
        }
        (Amount::Count(count), _) => Meaning::Shifted { unit, shift: sign * count.min(MOST) as i32, base },
        (Amount::Tenths(tenths), Unit::Year) => {
            Meaning::Shifted { unit: Unit::Month, shift: sign * (tenths.min(MOST) * 12 / 10) as i32, base }
        }
        (Amount::Tenths(tenths), _) => Meaning::Shifted { unit, shift: sign * (tenths.min(MOST) / 10) as i32, base },
    };
    found(end, meaning, COUNTED)
}

/// "cada año", "todos los días", "cada dos semanas", "los lunes", "los sábados", "anualmente".
pub(super) fn repetition(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let set = |end, what| Some(found(end, Meaning::Set(what), "set"));
    match *t.rest(i) {
        [Lex::SetAdverb(unit), ..] => set(i + 1, Repeated::Unit(unit)),
        [Lex::Every, Lex::Weekday(day), ..] => set(i + 2, Repeated::Weekday(day)),
        [Lex::Every, Lex::Season(season), ..] => set(i + 2, Repeated::Part(Part::Season(season))),
        [Lex::Every, Lex::Month(month) | Lex::NameMonth(month), ..] => set(i + 2, Repeated::Part(Part::Month(month))),
        [Lex::Every, Lex::Unit(unit), ..] => set(i + 2, Repeated::Length(Amount::Count(1), unit)),
        [Lex::Every, ..] => {
            let (amount, unit, end) = length(t, i + 1)?;
            set(end, Repeated::Length(amount, unit))
        }
        [Lex::All, Lex::Thes, Lex::Weekday(day) | Lex::Weekdays(day), ..] => set(i + 3, Repeated::Weekday(day)),
        [Lex::All, Lex::Thes, Lex::Units(unit), ..] => set(i + 3, Repeated::Length(Amount::Count(1), unit)),
        [Lex::Thes, Lex::Weekday(day) | Lex::Weekdays(day), ..] => set(i + 2, Repeated::Weekday(day)),
        _ => None,
    }
}
