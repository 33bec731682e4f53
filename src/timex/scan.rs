//! Cuts a text into words, figures and signs in one pass, with no table of any language.
//!
//! Takes a `&str`, gives where each token starts ([`Start`]) and then what it is: most are plain words, which have a short
//! way of their own, all others a [`Shape`]. A word carries its letters in lower case as a number ([`Spelling`]), so that a
//! lexicon can look it up without a copy; a run of digits is read as far as its signs make one [`Figure`] of it (`figure`). Addresses of the web and of mail are one token of no meaning. What the words mean is left to the
//! lexicon of a language.

mod figure;

pub(crate) use figure::Figure;

use super::spelling::{ShortSpelling, Spelling, letters, letters_of_few};
use crate::text::is_large;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters; single letters with stops between them ("a.m.") are one word, spelt without the stops.
    Word(Spelling),
    /// Digits.
    Figure(Figure),
    /// A single sign; typographic quotes and dashes are folded to `'`, `"`, `-` (hyphen) and `=` (a longer dash).
    Sign(u8),
    /// An address, or another run of no interest.
    Opaque,
}

/// Where a token starts, and what is before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    pub(crate) at: usize,
    /// Its first byte.
    first: u8,
    /// No white space before it.
    pub(crate) is_glued: bool,
    /// Line breaks before it: 2 stands for a blank line.
    pub(crate) breaks: u8,
}

/// A token that needs no further look.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Plain {
    /// A word of a few ASCII letters, one byte after the place that was asked for.
    Word { spelling: PlainSpelling, is_capital: bool, end: usize },
    /// An ASCII sign, at that place.
    Sign(u8),
}

/// The letters of a plain word.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PlainSpelling {
    Short(ShortSpelling),
    Long(Spelling),
}

/// Bytes looked at for a [`Plain`] token: the space, as many letters as a [`Spelling`] has, and more.
const WINDOW: usize = 32;

/// What a byte begins or goes on with. After a byte of the first three kinds a word may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letter,
    /// Part of a character beyond ASCII.
    Beyond,
    /// A sign that an initial or an address goes on with.
    Joint,
    Sign,
    Digit,
    Space,
    LineBreak,
}

/// One look tells the kind of a byte; most of a text is passed by these looks alone.
static KINDS: [Kind; 256] = kinds();

const fn kinds() -> [Kind; 256] {
    let mut kinds = [Kind::Sign; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => Kind::Space,
            b'\n' => Kind::LineBreak,
            0x80.. => Kind::Beyond,
            b'.' | b':' | b'@' => Kind::Joint,
            _ => Kind::Sign,
        };
        byte += 1;
    }
    kinds
}

const fn kind(byte: u8) -> Kind {
    KINDS[byte as usize]
}

const fn is_sign(byte: u8) -> bool {
    matches!(kind(byte), Kind::Joint | Kind::Sign)
}

/// Cuts a text. It stands nowhere: what follows a place is asked for, so that the place stays in a register.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
}

impl<'t> Scanner<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, bytes: text.as_bytes() }
    }

    fn byte(self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The eight bytes from `at` on; past the end of the text they are 0.
    #[inline]
    fn eight(self, at: usize) -> u64 {
        match self.bytes.get(at..).map(|rest| rest.first_chunk().ok_or(rest)) {
            Some(Ok(chunk)) => u64::from_le_bytes(*chunk),
            Some(Err(rest)) => last_bytes(rest),
            None => 0,
        }
    }

    /// The character at `at`, where one begins there.
    fn char(self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// What comes next most often: a plain word after a single space, or a sign after a word. Not near the end of the text,
    /// so that one look at its length is enough.
    // Read at one place, once for most tokens of a text.
    #[inline(always)]
    pub(crate) fn plain(self, at: usize) -> Option<Plain> {
        let window: &[u8; WINDOW] = self.bytes.get(at..)?.first_chunk()?;
        let [first, word @ ..] = window;
        if *first != b' ' {
            return is_sign(*first).then_some(Plain::Sign(*first));
        }
        let (head, rest) = word.split_first_chunk()?;
        let written = u64::from_le_bytes(*head);
        let is_capital = written & 0x20 == 0;
        let (head, count) = letters(written);
        if count == 8 {
            let (tail, more) = letters_of_few(u64::from_le_bytes(*rest.first_chunk()?));
            let end = at + 9 + more;
            let word = Plain::Word { spelling: PlainSpelling::Long(Spelling { head, tail }), is_capital, end };
            return ends_plain_word(self.byte(end), count + more).then_some(word);
        }
        // There are 7 letters at most; that it can be no more than the window needs no look.
        let is_whole = count > 0 && ends_plain_word(window[(1 + count) % WINDOW], count);
        let spelling = PlainSpelling::Short(ShortSpelling(head));
        is_whole.then_some(Plain::Word { spelling, is_capital, end: at + 1 + count })
    }

    /// Where the first token from `from` on starts; `None` where the text ends.
    pub(crate) fn start(self, from: usize) -> Option<Start> {
        let (mut at, mut breaks) = (from, 0_u8);
        let first = loop {
            let byte = *self.bytes.get(at)?;
            at += match kind(byte) {
                Kind::Space => 1,
                Kind::LineBreak => {
                    breaks = breaks.saturating_add(1).min(2);
                    1
                }
                // No-break spaces (U+00A0, U+202F) separate words as well.
                Kind::Beyond if byte == 0xc2 && self.byte(at + 1) == 0xa0 => 2,
                Kind::Beyond if byte == 0xe2 && self.byte(at + 1) == 0x80 && self.byte(at + 2) == 0xaf => 3,
                _ => break byte,
            };
        };
        Some(Start { at, first, is_glued: at == from && from > 0, breaks })
    }

    /// The word that starts there, and its end, if it is one of a few ASCII letters with nothing after it that may
    /// belong to it.
    // Read at one place, once for each word of a text.
    #[inline(always)]
    pub(crate) fn plain_word(self, start: Start) -> Option<(Spelling, usize)> {
        if kind(start.first) != Kind::Letter {
            return None;
        }
        let (head, mut count) = letters_of_few(self.eight(start.at));
        let mut tail = 0;
        if count == 8 {
            let more;
            (tail, more) = letters_of_few(self.eight(start.at + 8));
            count += more;
        }
        let end = start.at + count;
        let sign = self.byte(end);
        ends_plain_word(sign, count).then_some((Spelling { head, tail }, end))
    }

    /// The token that starts there, and its end.
    pub(crate) fn shape(self, start: Start) -> (Shape, usize) {
        match kind(start.first) {
            Kind::Letter => self.word(start.at),
            Kind::Digit => self.figure(start.at),
            Kind::Beyond if self.char(start.at).is_some_and(char::is_alphabetic) => self.word(start.at),
            Kind::Beyond | Kind::Joint | Kind::Sign | Kind::Space | Kind::LineBreak => self.sign(start.at),
        }
    }

    /// Whether the token that starts there has a capital first.
    #[inline]
    pub(crate) fn is_capital(self, start: Start) -> bool {
        if start.first.is_ascii() { start.first.is_ascii_uppercase() } else { self.is_large_letter(start.at) }
    }

    #[cold]
    fn is_large_letter(self, at: usize) -> bool {
        self.char(at).is_some_and(|c| c.is_alphabetic() && is_large(c))
    }

    /// A word of any letters.
    fn word(self, start: usize) -> (Shape, usize) {
        let mut at = start;
        loop {
            while kind(self.byte(at)) == Kind::Letter {
                at += 1;
            }
            // Few letters are beyond ASCII, but those of a word in another script all are.
            let Some(letter) = self.char(at).filter(|c| !c.is_ascii() && c.is_alphabetic()) else { break };
            at += letter.len_utf8();
        }
        self.before_sign(start, at)
    }

    /// A word that may stand before a stop, a colon or an at: an initial, an address, or just a word.
    fn before_sign(self, start: usize, at: usize) -> (Shape, usize) {
        let (sign, next) = (self.byte(at), self.byte(at + 1));
        if sign == b'.' && at == start + 1 && next.is_ascii_alphabetic() {
            return self.initials(start);
        }
        let is_address = match sign {
            b':' => next == b'/' && self.byte(at + 2) == b'/',
            b'@' => next.is_ascii_alphanumeric(),
            _ => sign == b'.' && at == start + 3 && self.bytes.get(start..at).is_some_and(is_www),
        };
        if is_address { self.opaque(at) } else { self.spelt(start, at) }
    }

    /// "a.m.", "U.S.S.R.": the stops belong to the word, the last one too.
    fn initials(self, start: usize) -> (Shape, usize) {
        let mut at = start;
        while self.byte(at).is_ascii_alphabetic() && self.byte(at + 1) == b'.' {
            at += 2;
        }
        // "J.Smith", "example.m": what follows the last stop is no initial.
        if at == start + 2 && self.byte(at).is_ascii_alphabetic() && !self.byte(at + 1).is_ascii_alphabetic() {
            at += 1;
        }
        self.spelt(start, at)
    }

    /// The word `start..end`.
    fn spelt(self, start: usize, end: usize) -> (Shape, usize) {
        (Shape::Word(Spelling::of(self.bytes.get(start..end).unwrap_or_default())), end)
    }

    /// What goes on up to white space.
    fn opaque(self, mut at: usize) -> (Shape, usize) {
        while at < self.bytes.len() && !self.byte(at).is_ascii_whitespace() {
            at += 1;
        }
        (Shape::Opaque, at)
    }

    fn sign(self, start: usize) -> (Shape, usize) {
        let byte = self.byte(start);
        if byte < 0x80 {
            return (Shape::Sign(byte), start + 1);
        }
        let c = self.char(start).unwrap_or(' ');
        let shape = match c {
            '‘' | '’' | '′' => Shape::Sign(b'\''),
            '“' | '”' => Shape::Sign(b'"'),
            '‐' | '‑' => Shape::Sign(b'-'),
            '–' | '—' | '―' | '−' => Shape::Sign(b'='),
            '…' => Shape::Sign(b'.'),
            '£' | '€' | '¥' => Shape::Sign(b'$'),
            _ => Shape::Opaque,
        };
        (shape, start + c.len_utf8())
    }
}

/// Whether a word of so many letters is whole before a sign: a stop after one letter or three may be that of an initial or
/// of "www.".
#[inline(always)]
const fn ends_plain_word(sign: u8, letters: usize) -> bool {
    kind(sign) as u8 > Kind::Joint as u8 || sign == b'.' && letters != 1 && letters != 3
}

/// Fewer than eight bytes, at the end of a text.
#[inline(never)]
fn last_bytes(rest: &[u8]) -> u64 {
    rest.iter().rev().fold(0, |bytes, byte| bytes << 8 | u64::from(*byte))
}

fn is_www(word: &[u8]) -> bool {
    word.eq_ignore_ascii_case(b"www")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of a text as written, each with its shape.
    fn shapes(text: &str) -> Vec<(&str, Shape)> {
        let (scanner, mut shapes, mut at) = (Scanner::new(text), Vec::new(), 0);
        while let Some(start) = scanner.start(at) {
            let plain = scanner.plain_word(start).map(|(spelling, end)| (Shape::Word(spelling), end));
            let (shape, end) = plain.unwrap_or_else(|| scanner.shape(start));
            shapes.push((&text[start.at..end], shape));
            at = end;
        }
        shapes
    }

    fn tokens(text: &str) -> Vec<&str> {
        shapes(text).into_iter().map(|(token, _)| token).collect()
    }

    #[test]
    fn an_address_is_one_token() {
        let text = "see https://example.org/2019/05/x and www.example.org/1999 now";
        assert_eq!(tokens(text), ["see", "https://example.org/2019/05/x", "and", "www.example.org/1999", "now"]);
    }

    #[test]
    fn initials_keep_their_stops() {
        let text = "at 8 a.m. in the U.S. today";
        assert_eq!(tokens(text), ["at", "8", "a.m.", "in", "the", "U.S.", "today"]);
    }
}
