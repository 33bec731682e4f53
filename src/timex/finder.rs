//! Goes through a text once and lets a language's rules say what its expressions are.
//!
//! Takes a text and a [`Grammar`], gives [`Stated`] expressions in order. What is common to all languages is here:
//! reading in pieces, pairing the ends of ranges, places and spans. The words and rules are the language's.

use std::marker::PhantomData;
use std::ops::Range;

use super::meaning::{Base, Meaning, Tense, TimeOfDay, YearRef};
use super::model::{Modifier, Relation, Stated, Token};
use super::tokens::{Class, MOST_BYTES, Tokens};

/// What a rule accepted: up to which token, and what it says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    pub(super) time: Option<TimeOfDay>,
    pub(super) modifier: Option<Modifier>,
    pub(super) rule: &'static str,
}

/// The rule of "two years ago", "a year earlier": a number of units counted from a date. Such expressions compare, and
/// what is only compared with is not what is told of.
pub(super) const COUNTED: &str = "counted";

/// The rule of adjectives that say when in a history ("the former capital", "future wars") and belong to titles and
/// plans in the news ("the former minister", "future earnings").
pub(super) const OF_HISTORIES: &str = "history-reference";

/// A find without a time of day and without a modifier.
pub(super) const fn found(end: usize, meaning: Meaning, rule: &'static str) -> Found {
    Found { end, meaning, time: None, modifier: None, rule }
}

/// A rule: what it accepts from a token on.
pub(super) type Rule<C> = fn(&Tokens<'_, C>, usize) -> Option<Found>;

/// Two or more expressions that share a part, and whether the first two are the ends of a range.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) items: Vec<(usize, Found)>,
    pub(super) is_range: bool,
}

/// The rules of a language.
pub(super) trait Grammar {
    /// The classes that its rules tell words apart by.
    type Class: Class;

    /// Whether an expression can begin at token `i`, which by its class opens one, after the token before it.
    fn can_open(_t: &Tokens<'_, Self::Class>, _i: usize) -> bool {
        true
    }

    /// The expressions that begin at token `i` and share a part: "April 24 and 25".
    fn shared(t: &Tokens<'_, Self::Class>, i: usize) -> Option<Shared>;

    /// The expression that begins at token `i`.
    fn expression(t: &Tokens<'_, Self::Class>, i: usize) -> Option<Found>;

    /// What the words beside the tokens `i..end` make of them.
    fn relation(t: &Tokens<'_, Self::Class>, i: usize, end: usize) -> Relation;

    /// Whether the clause only looks on to what begins at token `i`: "until the fall of the town in May 1945".
    fn is_limit(_t: &Tokens<'_, Self::Class>, _i: usize) -> bool {
        false
    }

    /// The tense of the clause around the tokens `i..end`.
    fn tense(t: &Tokens<'_, Self::Class>, i: usize, end: usize) -> Option<Tense>;

    /// Whether two dates are the ends of a range, by the token between them and the one before the first.
    fn joins(opener: Self::Class, joint: Self::Class, ends: [Meaning; 2]) -> bool;
}

/// Bytes of text read at a time: the tokens of a piece stay in the processor's cache, and memory does not grow with
/// the text.
const PIECE_BYTES: usize = 32 * 1024;

// A piece may end within a character more.
const _: () = assert!(PIECE_BYTES + size_of::<char>() <= MOST_BYTES, "tokens must be able to say where they stand");

/// The time expressions of a text, by the rules of a language.
pub(super) fn find<G: Grammar>(text: &str) -> Vec<Stated> {
    let mut finder = Finder::<G>::of(text);
    pieces(text).for_each(|piece| finder.read(piece));
    finder.stated
}

/// The tokens of a text as the rules of a language see them.
pub(super) fn tokens<C: Class>(text: &str) -> Vec<Token> {
    let (mut tokens, mut seen) = (Tokens::<C>::of(text), Vec::new());
    for piece in pieces(text) {
        tokens.read(piece);
        seen.extend((0..tokens.len()).map(|i| Token { span: tokens.span(i, i + 1), class: named(tokens.lex(i)) }));
    }
    seen
}

/// A class as its source names it; signs and words of no interest speak for themselves.
fn named<C: Class>(class: C) -> Option<String> {
    let is_plain = class == C::OTHER || class == C::BREAK || class.sign().is_some();
    (!is_plain).then(|| format!("{class:?}"))
}

/// The pieces of a text in order.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let piece = start..piece_end(text, start);
        start = piece.end;
        (!piece.is_empty()).then_some(piece)
    })
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

/// Texts have about one expression in so many bytes.
const BYTES_PER_EXPRESSION: usize = 256;

struct Finder<'t, G: Grammar> {
    tokens: Tokens<'t, G::Class>,
    stated: Vec<Stated>,
    tally: Tally,
    grammar: PhantomData<G>,
}

/// What the expressions so far count from: years of the calendar or the day of writing.
#[derive(Debug, Default)]
struct Tally {
    years: usize,
    days_of_writing: usize,
}

impl Tally {
    /// So many years make a history, where words for the day of writing are few.
    const YEARS: usize = 4;

    const fn is_history(&self) -> bool {
        self.years >= Self::YEARS && self.days_of_writing * Self::YEARS <= self.years
    }

    const fn count(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Calendar { year: YearRef::Stated(_), .. } => self.years += 1,
            Meaning::Shifted { base: Base::Published, .. } | Meaning::Weekday { .. } => self.days_of_writing += 1,
            _ => {}
        }
    }
}

impl<'t, G: Grammar> Finder<'t, G> {
    fn of(text: &'t str) -> Self {
        let stated = Vec::with_capacity(text.len() / BYTES_PER_EXPRESSION);
        Self { tokens: Tokens::of(text), stated, tally: Tally::default(), grammar: PhantomData }
    }

    /// Reads a piece of the text.
    fn read(&mut self, piece: Range<usize>) {
        self.tokens.read(piece);
        let mut i = 0;
        while let Some(opener) = self.tokens.next_opener(i) {
            i = self.step(opener);
        }
    }

    /// Accepts what stands at `i` and says where to go on.
    fn step(&mut self, i: usize) -> usize {
        let t = &self.tokens;
        if !G::can_open(t, i) {
            return i + 1;
        }
        if let Some(shared) = G::shared(t, i) {
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
        let Some(item) = G::expression(t, i) else { return i + 1 };
        if item.rule == OF_HISTORIES && !self.tally.is_history() {
            return item.end;
        }
        self.push(i, item);
        self.close_range(i);
        item.end
    }

    fn push(&mut self, i: usize, item: Found) {
        let t = &self.tokens;
        self.tally.count(item.meaning);
        self.stated.push(Stated {
            span: t.span(i, item.end),
            rule: item.rule,
            meaning: item.meaning,
            time: item.time,
            modifier: item.modifier,
            relation: G::relation(t, i, item.end),
            is_limit: names_year(item.meaning) && G::is_limit(t, i),
            partner: None,
            tense: if item.meaning.turns_on_tense() { G::tense(t, i, item.end) } else { None },
        });
    }

    /// Pairs the expression just found with the one before it, where one token between them makes a range.
    fn close_range(&mut self, i: usize) {
        let [.., first, second] = self.stated.as_slice() else { return };
        // A range has two ends: what follows the second is none of it.
        if first.partner.is_some() || !is_calendar(first.meaning) || !is_calendar(second.meaning) {
            return;
        }
        let t = &self.tokens;
        let Some(joint) = i.checked_sub(1) else { return };
        if joint.checked_sub(1).map(|at| t.span(at, joint).end) != Some(first.span.end) {
            return;
        }
        if G::joins(self.opener(first.span.start, joint), t.lex(joint), [first.meaning, second.meaning]) {
            let second = self.stated.len() - 1;
            self.pair(second - 1, second);
        }
    }

    /// The word before the expression that starts at byte `start`, looked for backwards from token `from`.
    fn opener(&self, start: usize, from: usize) -> G::Class {
        let t = &self.tokens;
        let mut at = from;
        while let Some(before) = at.checked_sub(1) {
            if t.span(before, at).start < start {
                return t.lex(before);
            }
            at = before;
        }
        Class::NOTHING
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

/// Dates of the calendar with their year.
const fn names_year(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Calendar { year: YearRef::Stated(_), .. })
}

/// What can be an end of a range.
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

/// Looks of the rules of a language at the tokens of a text.
#[cfg(test)]
pub(super) fn looks<G: Grammar>(text: &str) -> usize {
    let mut finder = Finder::<G>::of(text);
    finder.read(0..text.len());
    finder.tokens.looks.get()
}
