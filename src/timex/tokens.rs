//! The tokens of a text with their classes, side by side, so that rules can match slices of classes.
//!
//! Takes a text piece by piece, gives [`Tokens`]; what the classes are is the language's ([`Class`]).

use std::fmt::Debug;

use super::scan::{Figure, Raw, Scanner, Shape};
use crate::text::TextSpan;

/// What the words of a language are to its rules.
pub(super) trait Class: Copy + PartialEq + Debug {
    /// Past either end of the text.
    const NOTHING: Self;
    /// A blank line before the next token.
    const BREAK: Self;
    /// A word of no interest.
    const OTHER: Self;

    /// The class of a word, by its hash and spelling.
    fn of_word(hash: u32, spelling: &[u8]) -> Self;

    /// A number as written in digits.
    fn of_figure(figure: Figure) -> Self;

    /// A sign, folded as [`Shape::Sign`] has it.
    fn of_sign(sign: u8) -> Self;

    /// The sign that it stands for, where it stands for one.
    fn sign(self) -> Option<u8>;

    /// What the two make where `next` is glued to `self` and belongs to it, as the stop does to "Sept.". In most
    /// languages nothing does.
    fn joined(self, _next: Self) -> Option<Self> {
        None
    }
}

/// Where a token stands, counted from the start of its piece, and how it looks.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: u32,
    end: u32,
    is_glued: bool,
    is_capital: bool,
}

/// A piece of a text, cut and classified.
#[derive(Debug)]
pub(super) struct Tokens<'t, C> {
    text: &'t str,
    /// Where the piece begins.
    origin: usize,
    classes: Vec<C>,
    places: Vec<Place>,
    /// How often rules looked at a token: the steps that a test counts.
    #[cfg(test)]
    pub(super) looks: std::cell::Cell<usize>,
}

impl<'t, C: Class> Tokens<'t, C> {
    /// No tokens yet; the buffers serve one piece of `text` after the other.
    pub(super) const fn of(text: &'t str) -> Self {
        Self {
            text,
            origin: 0,
            classes: Vec::new(),
            places: Vec::new(),
            #[cfg(test)]
            looks: std::cell::Cell::new(0),
        }
    }

    /// Cuts the piece `start..end` of the text, in place of the one before.
    pub(super) fn read(&mut self, start: usize, end: usize) {
        self.classes.clear();
        self.places.clear();
        self.origin = start;
        let piece = self.text.get(start..end).unwrap_or_default();
        for raw in Scanner::new(piece) {
            self.push(raw, piece.as_bytes());
        }
    }

    fn push(&mut self, raw: Raw, piece: &[u8]) {
        if raw.breaks >= 2 {
            self.add(C::BREAK, TextSpan::new(raw.span.start, raw.span.start), raw);
        }
        let class = match raw.shape {
            Shape::Word { hash } => C::of_word(hash, piece.get(raw.span.range()).unwrap_or_default()),
            Shape::Figure(figure) => C::of_figure(figure),
            Shape::Sign(sign) => C::of_sign(sign),
            Shape::Opaque => C::OTHER,
        };
        if raw.is_glued
            && let (Some(last), Some(place)) = (self.classes.last_mut(), self.places.last_mut())
            && let Some(joined) = last.joined(class)
        {
            *last = joined;
            place.end = raw.span.end as u32;
            return;
        }
        self.add(class, raw.span, raw);
    }

    fn add(&mut self, class: C, span: TextSpan, raw: Raw) {
        self.classes.push(class);
        self.places.push(Place {
            start: span.start as u32,
            end: span.end as u32,
            is_glued: raw.is_glued,
            is_capital: raw.is_capital,
        });
    }

    pub(super) fn len(&self) -> usize {
        self.classes.len()
    }

    /// The class at `i`; [`Class::NOTHING`] past either end.
    ///
    /// Grammars ask this at some seven hundred places: a page has it once.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn lex(&self, i: usize) -> C {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        self.classes.get(i).copied().unwrap_or(C::NOTHING)
    }

    /// The class before `i`.
    pub(super) fn before(&self, i: usize) -> C {
        i.checked_sub(1).map_or(C::NOTHING, |i| self.lex(i))
    }

    /// The classes from `i` on.
    pub(super) fn rest(&self, i: usize) -> &[C] {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        self.classes.get(i..).unwrap_or_default()
    }

    /// From the start of token `i` to the end of the one before `end`.
    pub(super) fn span(&self, i: usize, end: usize) -> TextSpan {
        let start = self.places.get(i).map_or(0, |place| place.start);
        let end = end.checked_sub(1).and_then(|last| self.places.get(last)).map_or(start, |place| place.end);
        TextSpan::new(start as usize, end as usize).shifted(self.origin)
    }

    pub(super) fn word(&self, i: usize) -> &'t str {
        self.span(i, i + 1).of(self.text)
    }

    /// Whether token `i` is this word, whatever its case.
    pub(super) fn is_word(&self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    /// Token `i` is written in digits.
    pub(super) fn is_digit(&self, i: usize) -> bool {
        self.word(i).starts_with(|c: char| c.is_ascii_digit())
    }

    /// No white space stands before token `i`.
    pub(super) fn is_glued(&self, i: usize) -> bool {
        self.places.get(i).is_some_and(|place| place.is_glued)
    }

    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.places.get(i).is_some_and(|place| place.is_capital)
    }

    /// Token `i` opens a sentence, a line or a quotation.
    pub(super) fn opens_sentence(&self, i: usize) -> bool {
        let before = self.before(i);
        if before == C::NOTHING || before == C::BREAK {
            return true;
        }
        match before.sign() {
            Some(sign) => matches!(sign, b'.' | b'!' | b'?' | b'"' | b'(' | b':' | b'='),
            None => self.starts_line(i),
        }
    }

    fn starts_line(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else { return true };
        let gap = TextSpan::new(self.span(before, i).end, self.span(i, i + 1).start);
        gap.of(self.text).contains('\n')
    }

    /// Token `i` is a capitalised word of no known class inside a sentence: part of a name.
    pub(super) fn is_name(&self, i: usize) -> bool {
        self.lex(i) == C::OTHER && self.is_capital(i) && !self.opens_sentence(i)
    }

    /// A name stands before token `i`.
    pub(super) fn follows_name(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|before| self.is_name(before))
    }

    /// This word stands before token `i`.
    pub(super) fn follows_word(&self, i: usize, word: &str) -> bool {
        i.checked_sub(1).is_some_and(|before| self.is_word(before, word))
    }

    /// A hyphen glued on both sides at `i`.
    pub(super) fn is_hyphen(&self, i: usize) -> bool {
        matches!(self.lex(i).sign(), Some(b'-' | b'=')) && self.is_glued(i) && self.is_glued(i + 1)
    }
}
