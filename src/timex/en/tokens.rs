//! The tokens of an English text with their classes, side by side, so that rules can match slices of classes.

use super::super::scan::{Figure, Raw, Scanner, Shape};
use super::lex::Lex;
use super::lexicon::class_of;
use crate::text::TextSpan;

/// Where a token stands and how it looks.
#[derive(Clone, Copy, Debug)]
struct Place {
    span: TextSpan,
    is_glued: bool,
    is_capital: bool,
    /// An ordinary word that ends in "-ed".
    ends_in_ed: bool,
}

/// A text, cut and classified.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    lex: Vec<Lex>,
    places: Vec<Place>,
}

impl<'t> Tokens<'t> {
    /// No tokens yet; the buffers serve one piece of `text` after the other.
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, lex: Vec::new(), places: Vec::new() }
    }

    /// Cuts the piece `start..end` of the text, in place of the one before.
    pub(super) fn read(&mut self, start: usize, end: usize) {
        self.lex.clear();
        self.places.clear();
        let piece = self.text.get(start..end).unwrap_or_default();
        for raw in Scanner::new(piece) {
            let spelling = raw.span.of(piece);
            self.push(Raw { span: raw.span.shifted(start), ..raw }, spelling);
        }
    }

    fn push(&mut self, raw: Raw, spelling: &str) {
        if raw.breaks >= 2 {
            self.add(Lex::Break, TextSpan::new(raw.span.start, raw.span.start), raw, false);
        }
        let lex = match raw.shape {
            Shape::Word { hash } => class_of(hash, spelling),
            Shape::Figure(figure) => Lex::Figure(figure),
            Shape::Sign(sign) => Lex::Sign(sign),
            Shape::Opaque => Lex::Other,
        };
        if raw.is_glued && self.joins_previous(lex, raw) {
            return;
        }
        let ends_in_ed = lex == Lex::Other
            && spelling.len() > 4
            && spelling.as_bytes().ends_with(b"ed")
            && matches!(raw.shape, Shape::Word { .. });
        self.add(lex, raw.span, raw, ends_in_ed);
    }

    fn add(&mut self, lex: Lex, span: TextSpan, raw: Raw, ends_in_ed: bool) {
        self.lex.push(lex);
        self.places.push(Place { span, is_glued: raw.is_glued, is_capital: raw.is_capital, ends_in_ed });
    }

    /// The stop of "Sept." and the ending of "20th" belong to the token before.
    fn joins_previous(&mut self, lex: Lex, raw: Raw) -> bool {
        let (Some(last), Some(place)) = (self.lex.last_mut(), self.places.last_mut()) else { return false };
        match (*last, lex) {
            (Lex::ShortMonth(_) | Lex::ShortWeekday(_), Lex::Sign(b'.')) => {}
            (Lex::Figure(Figure::Whole { value, digits: ..=3 }), Lex::OrdinalEnding) if value <= 200 => {
                *last = Lex::Ordinal(value as u8);
            }
            _ => return false,
        }
        place.span.end = raw.span.end;
        true
    }

    pub(super) fn len(&self) -> usize {
        self.lex.len()
    }

    /// The class at `i`; [`Lex::Nothing`] past either end.
    pub(super) fn lex(&self, i: usize) -> Lex {
        self.lex.get(i).copied().unwrap_or(Lex::Nothing)
    }

    /// The class before `i`.
    pub(super) fn before(&self, i: usize) -> Lex {
        i.checked_sub(1).map_or(Lex::Nothing, |i| self.lex(i))
    }

    /// The classes from `i` on.
    pub(super) fn rest(&self, i: usize) -> &[Lex] {
        self.lex.get(i..).unwrap_or_default()
    }

    /// From the start of token `i` to the end of the one before `end`.
    pub(super) fn span(&self, i: usize, end: usize) -> TextSpan {
        let start = self.places.get(i).map_or(0, |place| place.span.start);
        let end = end.checked_sub(1).and_then(|last| self.places.get(last)).map_or(start, |place| place.span.end);
        TextSpan::new(start, end)
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

    pub(super) fn ends_in_ed(&self, i: usize) -> bool {
        self.places.get(i).is_some_and(|place| place.ends_in_ed)
    }

    /// Token `i` opens a sentence, a line or a quotation.
    pub(super) fn opens_sentence(&self, i: usize) -> bool {
        match self.before(i) {
            Lex::Nothing | Lex::Break => true,
            Lex::Sign(sign) => matches!(sign, b'.' | b'!' | b'?' | b'"' | b'(' | b':' | b'='),
            _ => self.starts_line(i),
        }
    }

    fn starts_line(&self, i: usize) -> bool {
        let (Some(before), Some(place)) = (i.checked_sub(1).and_then(|i| self.places.get(i)), self.places.get(i))
        else {
            return true;
        };
        self.text.get(before.span.end..place.span.start).is_some_and(|gap| gap.contains('\n'))
    }

    /// Token `i` is a capitalised word of no known class inside a sentence: part of a name.
    pub(super) fn is_name(&self, i: usize) -> bool {
        self.lex(i) == Lex::Other && self.is_capital(i) && !self.opens_sentence(i)
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
        matches!(self.lex(i), Lex::Sign(b'-' | b'=')) && self.is_glued(i) && self.is_glued(i + 1)
    }
}
