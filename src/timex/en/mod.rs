//! English: its words and the rules over them.
//!
//! Takes a text, gives what its time expressions say. A text is cut into [`tokens`], each with the class ([`lex`]) that
//! the [`words`] give it; at every token that can open an expression the rules are tried in the order of [`core()`], and
//! the first that accepts wins. What the expressions mean is left to `resolve`.

mod dates;
mod lengths;
mod lex;
mod lexicon;
mod lists;
mod modifiers;
mod names;
mod numbers;
mod references;
mod relation;
mod relative;
mod seasons;
mod tense;
mod times;
mod tokens;
mod words;
mod years;

use super::meaning::{Meaning, TimeOfDay};
use super::model::{Modifier, Relation, Stated};
use lex::Lex;
use tokens::Tokens;

/// The rule of "two years ago", "a year earlier": a number of units counted from a date.
const COUNTED: &str = "counted";

/// What a rule accepted: up to which token, and what it says.
#[derive(Clone, Copy, Debug)]
struct Found {
    end: usize,
    meaning: Meaning,
    time: Option<TimeOfDay>,
    modifier: Option<Modifier>,
    rule: &'static str,
}

const fn found(end: usize, meaning: Meaning, rule: &'static str) -> Found {
    Found { end, meaning, time: None, modifier: None, rule }
}

/// Bytes of text read at a time: the tokens of a piece stay in the processor's cache, and memory does not grow with
/// the text.
const PIECE_BYTES: usize = 32 * 1024;

/// The time expressions of an English text.
pub(super) fn find(text: &str) -> Vec<Stated> {
    let mut finder = Finder { tokens: Tokens::of(text), stated: Vec::new() };
    let mut start = 0;
    while start < text.len() {
        let end = piece_end(text, start);
        finder.read(start, end);
        start = end;
    }
    finder.stated
}

/// Where a piece that begins at `start` ends: after a line, else after a word, so that few expressions are cut.
fn piece_end(text: &str, start: usize) -> usize {
    let limit = start + PIECE_BYTES;
    let Some(window) = text.as_bytes().get(start..limit) else { return text.len() };
    // Looking back through half a piece bounds the cost and keeps pieces from becoming small.
    let back = |is_end: fn(u8) -> bool| window.iter().rev().take(PIECE_BYTES / 2).position(|byte| is_end(*byte));
    let end = back(|byte| byte == b'\n').or_else(|| back(|byte| byte == b' ')).map_or(limit, |skipped| limit - skipped);
    (end..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len())
}

struct Finder<'t> {
    tokens: Tokens<'t>,
    stated: Vec<Stated>,
}

impl Finder<'_> {
    /// Reads the piece `start..end` of the text.
    fn read(&mut self, start: usize, end: usize) {
        self.tokens.read(start, end);
        let mut i = 0;
        while i < self.tokens.len() {
            i = self.step(i);
        }
    }

    /// Accepts what stands at `i` and says where to go on.
    fn step(&mut self, i: usize) -> usize {
        let t = &self.tokens;
        if !can_open(t.lex(i)) || (needs_company(t.lex(i)) && t.lex(i + 1) == Lex::Other) {
            return i + 1;
        }
        if let Some(shared) = lists::shared(t, i) {
            let first = self.stated.len();
            let mut end = i + 1;
            for (at, item) in shared.items {
                end = item.end;
                self.push(at, item);
            }
            if shared.is_range {
                self.pair(first, first + 1);
            }
            return end;
        }
        let Some(item) = expression(t, i) else { return i + 1 };
        self.push(i, item);
        self.close_range(i);
        item.end
    }

    fn push(&mut self, i: usize, item: Found) {
        let t = &self.tokens;
        self.stated.push(Stated {
            span: t.span(i, item.end),
            rule: item.rule,
            meaning: item.meaning,
            time: item.time,
            modifier: item.modifier,
            relation: relation::relation(t, i, item.end),
            partner: None,
            tense: tense::tense(t, i, item.end),
        });
    }

    /// Pairs the expression just found with the one before it, where "to", "and" or a dash joins them.
    fn close_range(&mut self, i: usize) {
        let count = self.stated.len();
        let Some(previous) = count.checked_sub(2) else { return };
        let t = &self.tokens;
        let Some(&Stated { span, meaning, partner, .. }) = self.stated.get(previous) else { return };
        // A range has two ends: what follows the second is none of it.
        if partner.is_some()
            || !is_calendar(meaning)
            || !self.stated.last().is_some_and(|last| is_calendar(last.meaning))
        {
            return;
        }
        // The joint is the one token between the two.
        let Some(joint) = i.checked_sub(1) else { return };
        if joint.checked_sub(1).map(|at| t.span(at, joint).end) != Some(span.end) {
            return;
        }
        let opener = self.opener(span.start, joint);
        let is_range = match t.lex(joint) {
            Lex::To | Lex::Until | Lex::Through => opener == Lex::From || both_years(meaning, self.stated.last()),
            Lex::And => opener == Lex::Between,
            Lex::Sign(b'-' | b'=') => true,
            _ => false,
        };
        if is_range {
            self.pair(previous, previous + 1);
        }
    }

    /// The word before the expression that starts at byte `start`, looked for backwards from token `from`.
    fn opener(&self, start: usize, from: usize) -> Lex {
        let t = &self.tokens;
        let mut at = from;
        while let Some(before) = at.checked_sub(1) {
            if t.span(before, at).start < start {
                return t.lex(before);
            }
            at = before;
        }
        Lex::Nothing
    }

    fn pair(&mut self, first: usize, second: usize) {
        if let Some(stated) = self.stated.get_mut(first) {
            stated.relation = Relation::RangeStart;
            stated.partner = Some(second);
        }
        if let Some(stated) = self.stated.get_mut(second) {
            stated.relation = Relation::RangeEnd;
            stated.partner = Some(first);
        }
    }
}

const fn is_calendar(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Calendar { .. }
            | Meaning::Decade(_)
            | Meaning::Century(_)
            | Meaning::Weekday { .. }
            | Meaning::ShortDecade(_)
    )
}

fn both_years(first: Meaning, second: Option<&Stated>) -> bool {
    use super::meaning::{Part, YearRef};
    let is_year = |meaning| matches!(meaning, Meaning::Calendar { year: YearRef::Stated(_), .. });
    let is_whole = |meaning| matches!(meaning, Meaning::Calendar { part: Part::Whole, .. });
    second
        .is_some_and(|second| is_year(first) && is_year(second.meaning) && is_whole(first) == is_whole(second.meaning))
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
            | Lex::As
            | Lex::PluralEnding
            | Lex::OrdinalEnding
            | Lex::Near
            | Lex::Attack
            | Lex::Little
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
            | Lex::At
            | Lex::Up
            | Lex::More
            | Lex::Less
            | Lex::About
            | Lex::Some
            | Lex::Many
            | Lex::Several
            | Lex::Few
            | Lex::Every
            | Lex::Per
            | Lex::Same
            | Lex::Or
            | Lex::So
            | Lex::Very
            | Lex::Sign(_)
    )
}

/// An expression with the modifiers before it and the time of day after it.
fn expression(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Some((modifier, fits, at)) = modifiers::modifier(t, i)
        && let Some(inner) = expression_after_modifier(t, at).filter(|inner| fits.accepts(inner))
    {
        return Some(Found { modifier: inner.modifier.or(Some(modifier)), ..inner });
    }
    relative_full_unit(t, i).or_else(|| core(t, i)).map(|item| or_so(t, times::with_time(t, item)))
}

/// "the full year" needs no modifier; "the month" alone says too little.
fn relative_full_unit(t: &Tokens<'_>, i: usize) -> Option<Found> {
    relative::unit_of_passage(t, i).filter(|_| t.lex(i + 1) == Lex::Full)
}

/// "two years or so": about as much.
fn or_so(t: &Tokens<'_>, item: Found) -> Found {
    match *t.rest(item.end) {
        [Lex::Or, Lex::So, ..] => {
            Found { end: item.end + 2, modifier: item.modifier.or(Some(Modifier::Approx)), ..item }
        }
        _ => item,
    }
}

/// What follows a modifier may carry one more: "about the end of 1996", "the late 1980s" after "about".
fn expression_after_modifier(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Some((modifier, fits, at)) = modifiers::modifier(t, i)
        && let Some(inner) = core(t, at).filter(|inner| fits.accepts(inner))
    {
        return Some(Found { modifier: Some(modifier), ..inner });
    }
    relative::unit_of_passage(t, i).or_else(|| core(t, i)).map(|item| times::with_time(t, item))
}

/// The rules, in the order in which they are tried: what is longer or more telling comes first.
fn core(t: &Tokens<'_>, i: usize) -> Option<Found> {
    names::named_day(t, i)
        .or_else(|| times::pointed_part(t, i))
        .or_else(|| times::time_first(t, i))
        .or_else(|| dates::date(t, i))
        .or_else(|| years::decade(t, i))
        .or_else(|| years::turn_of_century(t, i))
        .or_else(|| years::decade_of_century(t, i))
        .or_else(|| years::century(t, i))
        .or_else(|| relative::relative(t, i))
        .or_else(|| references::repetition(t, i))
        .or_else(|| dates::bare_weekday(t, i))
        .or_else(|| lengths::stretch(t, i))
        .or_else(|| years::year(t, i))
        .or_else(|| references::reference(t, i))
}
