//! Which tokens an expression can begin with: quick answers for most words of a text.

use super::super::scan::Figure;
use super::lex::Lex;

/// What a token after an opener is, as bits: anything, none of those of [`is_no_company`], a figure, nothing that makes
/// a figure a count or a share, the words of "at least" and "up to".
const ANYTHING: u8 = 1;
const COMPANY: u8 = 2;
const FIGURE: u8 = 4;
const UNCOUNTED: u8 = 8;
const LIMIT: u8 = 16;
const TO: u8 = 32;
/// A word for time, to an expression that opens before it.
pub(super) const FOR_TIME: u8 = 64;

/// Before what a token can open an expression.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) const fn opens_before(lex: Lex) -> u8 {
    match lex {
        // Of the signs only an apostrophe opens anything: "'98", "the '80s".
        Lex::Sign(b'\'') => FIGURE,
        Lex::Sign(_) => 0,
        Lex::Figure(_) => UNCOUNTED,
        Lex::At => LIMIT,
        Lex::Up => TO,
        lex if !can_open(lex) => 0,
        lex if needs_company(lex) => COMPANY,
        _ => ANYTHING,
    }
}

/// What a token is to an opener before it.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) const fn company(lex: Lex) -> u8 {
    let special = match lex {
        Lex::Figure(_) => FIGURE | UNCOUNTED,
        Lex::Counted | Lex::Sign(b'%') => 0,
        Lex::Least | Lex::Most => LIMIT | UNCOUNTED,
        Lex::To => TO | UNCOUNTED,
        _ => UNCOUNTED,
    };
    ANYTHING | special | if is_for_time(lex) { FOR_TIME } else { 0 } | if is_no_company(lex) { 0 } else { COMPANY }
}

/// What every expression has one of: a name of the calendar, a unit, a word for now or then, a number that can be a
/// year, a date or a time of day.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
const fn is_for_time(lex: Lex) -> bool {
    match lex {
        Lex::Figure(figure) => match figure {
            // "'80s", "the 90's"
            Figure::Whole { value, digits: 2 } => value.is_multiple_of(10),
            Figure::Whole { digits, .. } => digits == 4,
            Figure::Grouped(_) | Figure::Tenths(_) | Figure::Other => false,
            _ => true,
        },
        // "nineteen ninety-six", "two thousand and one"
        Lex::Spelt(13..=20) | Lex::Scale(1000) => true,
        // "a 30-second spot"
        Lex::Ordinal(2) => true,
        _ => matches!(
            lex,
            Lex::Month(_)
                | Lex::WordMonth(_)
                | Lex::ShortMonth(_)
                | Lex::Weekday(_)
                | Lex::ShortWeekday(_)
                | Lex::Weekdays(_)
                | Lex::Season(_)
                | Lex::WordSeason(_)
                | Lex::Seasons(_)
                | Lex::Unit(_)
                | Lex::Units(_)
                | Lex::UnitLong(_)
                | Lex::Fortnight
                | Lex::Period
                | Lex::QuarterSign
                | Lex::HalfSign
                | Lex::Half
                | Lex::DecadeWord(_)
                | Lex::Part(_)
                | Lex::Parts(_)
                | Lex::Holiday
                | Lex::BeforeEra
                | Lex::Era
                | Lex::Meridiem(_)
                | Lex::Clock
                | Lex::Zone
                | Lex::Deictic(_)
                | Lex::Tonight
                | Lex::Reference(_)
                | Lex::SetAdverb(_)
                | Lex::Present
                | Lex::Current
                | Lex::Recent
                | Lex::Past
                | Lex::Ago
                | Lex::Former
                | Lex::Future
                | Lex::Near
                | Lex::Long
                | Lex::Time
                | Lex::Date
                | Lex::Turn
        ),
    }
}

/// Whether an expression can begin with such a token: a quick answer for most words.
const fn can_open(lex: Lex) -> bool {
    !matches!(
        lex,
        Lex::Other
            | Lex::Nothing
            | Lex::Break
            | Lex::Of
            | Lex::In
            | Lex::On
            | Lex::To
            | Lex::And
            | Lex::From
            | Lex::Between
            | Lex::Since
            | Lex::Until
            | Lex::Through
            | Lex::Before
            | Lex::After
            | Lex::By
            | Lex::During
            | Lex::For
            | Lex::Label
            | Lex::Counted
            | Lex::Old
            | Lex::Will
            | Lex::PastVerb
            | Lex::PresentVerb
            | Lex::FutureVerb
            | Lex::ConditionalVerb
            | Lex::PluralVerb
            | Lex::As
            | Lex::PluralEnding
            | Lex::OrdinalEnding
            | Lex::Near
            | Lex::Attack
            | Lex::Little
            | Lex::Or
            | Lex::Than
            | Lex::Trading
            | Lex::Time
            | Lex::Ended
            | Lex::Much
            | Lex::Within
            | Lex::Ago
            | Lex::Scale(_)
            | Lex::Clock
            | Lex::Zone
            | Lex::Meridiem(_)
            | Lex::Alternate
    )
}

/// Words that open an expression only together with a known word right after them: most of the articles of a text.
const fn needs_company(lex: Lex) -> bool {
    matches!(
        lex,
        Lex::The
            | Lex::A
            | Lex::This
            | Lex::That
            | Lex::These
            | Lex::Those
            | Lex::Possessive
            | Lex::Over
            | Lex::Under
            | Lex::More
            | Lex::Less
            | Lex::About
            | Lex::Some
            | Lex::Many
            | Lex::Several
            | Lex::Few
            | Lex::Every
            | Lex::Per
            | Lex::Another
            | Lex::Same
            | Lex::So
            | Lex::Very
    )
}

/// What goes with none of those words.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
const fn is_no_company(lex: Lex) -> bool {
    match lex {
        Lex::Sign(sign) => !matches!(sign, b'\'' | b'-' | b'='),
        _ => matches!(
            lex,
            Lex::Other
                | Lex::Nothing
                | Lex::Break
                | Lex::Of
                | Lex::In
                | Lex::On
                | Lex::And
                | Lex::Will
                | Lex::PastVerb
                | Lex::PresentVerb
                | Lex::ConditionalVerb
                | Lex::PluralVerb
                | Lex::Counted
                | Lex::Possessive
        ),
    }
}

/// Openers by which rules are told apart, as bits; what has none of its own is [`ANY`].
pub(super) type Openers = u16;
pub(super) const ARTICLE: Openers = 1;
pub(super) const NUMBER: Openers = 1 << 1;
pub(super) const ORDINAL: Openers = 1 << 2;
pub(super) const A: Openers = 1 << 3;
pub(super) const WEEKDAY: Openers = 1 << 4;
pub(super) const UNIT: Openers = 1 << 5;
pub(super) const MONTH: Openers = 1 << 6;
/// "this", "last", "the same" without its article.
pub(super) const POINTER: Openers = 1 << 7;
/// "several", "half".
pub(super) const AMOUNT: Openers = 1 << 8;
pub(super) const HOLIDAY: Openers = 1 << 9;
/// "now", "former", "long ago".
pub(super) const NOW: Openers = 1 << 10;
/// "today".
pub(super) const DEICTIC: Openers = 1 << 11;
pub(super) const SEASON: Openers = 1 << 12;
/// "noon", "tonight".
pub(super) const PART: Openers = 1 << 13;
/// "every", "daily".
pub(super) const REPEATED: Openers = 1 << 14;
pub(super) const ANY: Openers = 1 << 15;
pub(super) const NONE: Openers = 0;

/// The bits of a token.
pub(super) const fn opener(lex: Lex) -> Openers {
    match lex {
        Lex::The => ARTICLE,
        Lex::Figure(_) | Lex::Spelt(_) => NUMBER,
        Lex::Ordinal(_) => ORDINAL,
        Lex::A => A,
        Lex::Weekday(_) | Lex::ShortWeekday(_) => WEEKDAY,
        Lex::Unit(_) | Lex::Units(_) => UNIT,
        Lex::Month(_) | Lex::ShortMonth(_) | Lex::WordMonth(_) => MONTH,
        Lex::This
        | Lex::That
        | Lex::These
        | Lex::Those
        | Lex::Possessive
        | Lex::Last
        | Lex::Next
        | Lex::Past
        | Lex::Coming
        | Lex::Following
        | Lex::Previous
        | Lex::Prior
        | Lex::Same
        | Lex::Very
        | Lex::Current => POINTER,
        Lex::Few | Lex::Several | Lex::Many | Lex::Some | Lex::Couple | Lex::Another | Lex::Half => AMOUNT,
        Lex::Holiday => HOLIDAY,
        Lex::Reference(_) | Lex::Former | Lex::Future | Lex::Present | Lex::Long | Lex::Right | Lex::Date => NOW,
        Lex::Deictic(_) => DEICTIC,
        Lex::Season(_) | Lex::WordSeason(_) | Lex::Seasons(_) => SEASON,
        Lex::Part(_) | Lex::Tonight => PART,
        Lex::Every | Lex::Per | Lex::SetAdverb(_) | Lex::Weekdays(_) => REPEATED,
        // Modifiers: what they stand before is what a rule opens with.
        Lex::At
        | Lex::Up
        | Lex::About
        | Lex::Less
        | Lex::No
        | Lex::Over
        | Lex::Under
        | Lex::Nearly
        | Lex::Circa
        | Lex::Least
        | Lex::Most
        | Lex::Early
        | Lex::Late
        | Lex::Mid
        | Lex::Middle
        | Lex::Beginning
        | Lex::End => NONE,
        _ => ANY,
    }
}
