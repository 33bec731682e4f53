//! The tokens of a text with their classes, side by side, so that rules can match slices of classes.
//!
//! Takes a text piece by piece (`read`), gives [`Tokens`]; what the classes are is the language's ([`Class`]).

mod read;

use std::fmt::Debug;
use std::ops::Range;

use super::lexicon::Lexicon;
use super::scan::{Figure, Shape};
use crate::lookup::listed::Listed;
use crate::text::TextSpan;

/// What the words of a language are to its rules.
pub(super) trait Class: Copy + PartialEq + Debug + 'static {
    /// Past either end of the text.
    const NOTHING: Self;
    /// A blank line before the next token.
    const BREAK: Self;
    /// A word of no interest.
    const OTHER: Self;

    /// The words of the language with their classes.
    fn lexicon() -> &'static Lexicon<Self>;

    /// A number as written in digits.
    fn of_figure(figure: Figure) -> Self;

    /// A sign, folded as [`Shape::Sign`] has it.
    fn of_sign(sign: u8) -> Self;

    /// The sign that it stands for, where it stands for one.
    fn sign(self) -> Option<u8>;

    /// Before what an expression can open with it: bits, of which one must be among those of the next token's
    /// [`Class::company`]; none where no expression opens with it. A quick answer for most tokens.
    fn opens_before(self) -> u8;

    /// What it is to a token before it that may open an expression.
    fn company(self) -> u8;

    /// What it is to rules that look at many tokens beside an expression: bits, none where those pass it by.
    fn role(self) -> u8 {
        0
    }

    /// What the two make where `next` is glued to `self` and belongs to it, as the stop does to "Sept.". In most
    /// languages nothing does.
    fn joined(self, _next: Self) -> Option<Self> {
        None
    }
}

/// A class with what [`Class`] says of it: a lexicon keeps it for each word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<C> {
    pub(super) class: C,
    marks: Marks,
}

/// [`Class::opens_before`], [`Class::company`], [`Class::role`] and, of the one token, its looks: a byte each, in one
/// number, since they are moved together, once for each token.
#[derive(Clone, Copy, Debug)]
struct Marks(u32);

impl Marks {
    fn of<C: Class>(class: C) -> Self {
        Self(u32::from_le_bytes([class.opens_before(), class.company(), class.role(), 0]))
    }

    /// Those of a class with the looks of a token; a class has none.
    #[inline(always)]
    const fn with(self, looks: u8) -> Self {
        Self(self.0 | (looks as u32) << 24)
    }

    const fn before(self) -> u8 {
        self.0.to_le_bytes()[0]
    }

    const fn company(self) -> u8 {
        self.0.to_le_bytes()[1]
    }

    const fn role(self) -> u8 {
        self.0.to_le_bytes()[2]
    }

    const fn looks(self) -> u8 {
        self.0.to_le_bytes()[3]
    }
}

/// No white space before it.
const GLUED: u8 = 1;
const CAPITAL: u8 = 2;

impl<C: Class> Known<C> {
    pub(super) fn of(class: C) -> Self {
        Self { class, marks: Marks::of(class) }
    }

    fn of_shape(shape: Shape, lexicon: &Lexicon<C>) -> Self {
        match shape {
            Shape::Word(spelling) => *lexicon.known(spelling),
            Shape::Figure(figure) => Self::of(C::of_figure(figure)),
            Shape::Sign(sign) => *lexicon.sign(sign),
            Shape::Opaque => Self::of(C::OTHER),
        }
    }
}

/// Where a token stands, counted from the start of its piece, and how it looks.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: Offset,
    end: Offset,
    marks: Marks,
}

/// A place in a piece.
type Offset = u16;

#[inline(always)]
const fn looks(is_glued: bool, is_capital: bool) -> u8 {
    (if is_glued { GLUED } else { 0 }) | (if is_capital { CAPITAL } else { 0 })
}

/// The longest piece.
pub(super) const MOST_BYTES: usize = Offset::MAX as usize;

impl Place {
    /// Of no token.
    const NONE: Self = Self { start: 0, end: 0, marks: Marks(0) };

    #[inline(always)]
    fn of(range: Range<usize>, marks: Marks, looks: u8) -> Self {
        Self { start: range.start as Offset, end: range.end as Offset, marks: marks.with(looks) }
    }
}

/// Tokens from the start of an expression to a word that tells of time: "3, 4, 5, 6, 7 and the 8th of May".
const LONGEST_LEAD: usize = 24;

/// A piece of a text, cut and classified.
#[derive(Debug)]
pub(super) struct Tokens<'t, C> {
    text: &'t str,
    piece: &'t str,
    /// Where the piece begins.
    origin: usize,
    classes: Vec<C>,
    /// What stands past either end.
    nothing: C,
    places: Vec<Place>,
    /// Tokens of the piece that were read so far; the room for more has no meaning.
    count: usize,
    /// How often rules looked at a token: the steps that a test counts.
    #[cfg(test)]
    pub(super) looks: std::cell::Cell<usize>,
}

impl<'t, C: Class> Tokens<'t, C> {
    /// No tokens yet; the buffers serve one piece of `text` after the other.
    pub(super) const fn of(text: &'t str) -> Self {
        Self {
            text,
            piece: "",
            origin: 0,
            classes: Vec::new(),
            nothing: C::NOTHING,
            places: Vec::new(),
            count: 0,
            #[cfg(test)]
            looks: std::cell::Cell::new(0),
        }
    }

    /// The first token from `i` on at which, by the classes there, an expression can open.
    pub(super) fn next_opener(&self, i: usize) -> Option<usize> {
        let places = self.places.get(i..)?;
        let after = places.iter().skip(1).map(|next| next.marks.company());
        let found = places.iter().zip(after).position(|(place, company)| place.marks.before() & company != 0);
        #[cfg(test)]
        self.looks.set(self.looks.get() + found.unwrap_or(places.len()));
        match found {
            Some(skipped) => Some(i + skipped),
            // The last token has none after it.
            None => self.len().checked_sub(1).filter(|last| *last >= i && self.opens(*last)),
        }
    }

    /// Whether a token whose [`Class::company`] has the bit `goal` stands at `i` or after it, with no more than one token
    /// before it whose [`Class::role`] has one of the bits `stranger`.
    pub(super) fn leads_to(&self, i: usize, goal: u8, stranger: u8) -> bool {
        let mut strangers = 0;
        for place in self.places.iter().skip(i).take(LONGEST_LEAD) {
            #[cfg(test)]
            self.looks.set(self.looks.get() + 1);
            if place.marks.company() & goal != 0 {
                return true;
            }
            strangers += u8::from(place.marks.role() & stranger != 0);
            if strangers > 1 {
                return false;
            }
        }
        false
    }

    /// Whether an expression can open at token `i`, by the classes there.
    #[inline]
    pub(super) fn opens(&self, i: usize) -> bool {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        let company = self.places.get(i + 1).map_or_else(|| C::NOTHING.company(), |next| next.marks.company());
        self.places.get(i).is_some_and(|place| place.marks.before() & company != 0)
    }

    pub(super) fn len(&self) -> usize {
        self.classes.len()
    }

    /// The class at `i`; [`Class::NOTHING`] past either end.
    ///
    /// Grammars ask this at some seven hundred places. They get a copy of what a reference leads to, so that of a class
    /// only the part is loaded that is asked about.
    #[inline(always)]
    pub(super) fn lex(&self, i: usize) -> C {
        *self.class(i)
    }

    #[inline]
    fn class(&self, i: usize) -> &C {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        self.classes.get(i).unwrap_or(&self.nothing)
    }

    /// The [`Class::role`] of token `i`.
    #[inline]
    pub(super) fn role(&self, i: usize) -> u8 {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        self.places.get(i).map_or_else(|| C::NOTHING.role(), |place| place.marks.role())
    }

    /// The class before `i`.
    pub(super) fn before(&self, i: usize) -> C {
        // There is no token before the first, nor one at the largest number.
        self.lex(i.wrapping_sub(1))
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
        TextSpan::new(start.into(), end.into()).shifted(self.origin)
    }

    pub(super) fn word(&self, i: usize) -> &'t str {
        let word = |place: &Place| self.piece.get(usize::from(place.start)..usize::from(place.end));
        self.places.get(i).and_then(word).unwrap_or_default()
    }

    /// The bytes of token `i`: what rules ask of a word is mostly ASCII, and bytes need no look at where characters
    /// begin.
    pub(super) fn bytes(&self, i: usize) -> &'t [u8] {
        let bytes = |place: &Place| self.piece.as_bytes().get(usize::from(place.start)..usize::from(place.end));
        self.places.get(i).and_then(bytes).unwrap_or_default()
    }

    /// Whether token `i` is this word, whatever its case.
    pub(super) fn is_word(&self, i: usize, word: &str) -> bool {
        self.bytes(i).eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether token `i` is one of some words, whatever its case.
    #[inline(never)]
    pub(super) fn is_one_of(&self, i: usize, words: Listed) -> bool {
        words.has_in_any_case(self.word(i))
    }

    /// Token `i` is written in digits.
    pub(super) fn is_digit(&self, i: usize) -> bool {
        self.bytes(i).first().is_some_and(u8::is_ascii_digit)
    }

    /// No white space stands before token `i`.
    pub(super) fn is_glued(&self, i: usize) -> bool {
        self.places.get(i).is_some_and(|place| place.marks.looks() & GLUED != 0)
    }

    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.places.get(i).is_some_and(|place| place.marks.looks() & CAPITAL != 0)
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

    /// One of some words stands before token `i`.
    pub(super) fn follows_one_of(&self, i: usize, words: Listed) -> bool {
        i.checked_sub(1).is_some_and(|before| self.is_one_of(before, words))
    }

    /// A hyphen glued on both sides at `i`.
    pub(super) fn is_hyphen(&self, i: usize) -> bool {
        matches!(self.lex(i).sign(), Some(b'-' | b'=')) && self.is_glued(i) && self.is_glued(i + 1)
    }
}
