//! Cuts a text into words, figures and signs in one pass, with no table of any language.
//!
//! Takes a `&str`, gives [`Raw`] tokens in order. A word carries a hash of its lower-case form, so that a lexicon can
//! look it up without a copy; a run of digits is read as far as its signs make one [`Figure`] of it (`9/11`, `12:30`,
//! `2001-09-11`). Addresses of the web and of mail are one token of no meaning. What the words mean is left to the
//! lexicon of a language.

use crate::text::{TextSpan, is_large};

/// A number as written in digits and the signs between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    /// A run of digits: its value (the largest `u32` where it is longer) and how many there are.
    Whole { value: u32, digits: u8 },
    /// "1,874": digits in groups of three.
    Grouped(u32),
    /// "2.5", in tenths; other decimals are [`Figure::Other`].
    Tenths(u32),
    /// "2001-09-11".
    Iso { year: u16, month: u8, day: u8 },
    /// "9/11/2001", "11.09.2001" or "11-09-2001": as written, with the sign between.
    Triple { first: u16, second: u8, third: u16, sign: u8 },
    /// "9/11", "1998/99", "1/2".
    Pair { first: u16, second: u16 },
    /// "10.30": a time of day where "pm" follows, else a share or a price.
    Hundredths { whole: u8, hundredths: u8 },
    /// "12:30", "08:15:10".
    Clock { hour: u8, minute: u8 },
    /// Digits and signs that are none of these.
    Other,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters; single letters with stops between them ("a.m.") are one word, hashed without the stops.
    Word { hash: u32 },
    /// Digits.
    Figure(Figure),
    /// A single sign; typographic quotes and dashes are folded to `'`, `"`, `-` (hyphen) and `=` (a longer dash).
    Sign(u8),
    /// An address, or another run of no interest.
    Opaque,
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Raw {
    pub(crate) span: TextSpan,
    pub(crate) shape: Shape,
    /// No white space before it.
    pub(crate) is_glued: bool,
    /// Its first letter is a capital.
    pub(crate) is_capital: bool,
    /// Line breaks before it: 2 stands for a blank line.
    pub(crate) breaks: u8,
}

/// Start of the word hash (FNV-1a, whose multiplication mixes short words well).
pub(crate) const HASH_START: u32 = 0x811c_9dc5;
const HASH_PRIME: u32 = 0x0100_0193;

/// One step of the word hash; letters count as lower case.
pub(crate) const fn hashed(hash: u32, byte: u8) -> u32 {
    (hash ^ byte.to_ascii_lowercase() as u32).wrapping_mul(HASH_PRIME)
}

/// The small letter of a Latin capital with an accent (U+00C0 to U+00DE), other letters as they are; ASCII letters are
/// left to [`hashed`].
pub(crate) const fn small_letter(c: char) -> char {
    match c {
        '\u{c0}'..='\u{de}' => (c as u8 + 0x20) as char,
        _ => c,
    }
}

/// What a byte begins or goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Space,
    LineBreak,
    Sign,
    /// Part of a character beyond ASCII.
    Beyond,
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
            _ => Kind::Sign,
        };
        byte += 1;
    }
    kinds
}

const fn kind(byte: u8) -> Kind {
    KINDS[byte as usize]
}

/// The tokens of a text.
#[derive(Debug)]
pub(crate) struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0 }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The character at `at`, where one begins there.
    fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Skips white space and says how many line breaks it held.
    fn skip_space(&mut self) -> u8 {
        let mut breaks = 0_u8;
        while let Some(byte) = self.bytes.get(self.at) {
            match kind(*byte) {
                Kind::Space => self.at += 1,
                Kind::LineBreak => {
                    breaks = breaks.saturating_add(1).min(2);
                    self.at += 1;
                }
                // No-break spaces (U+00A0, U+202F) separate words as well.
                Kind::Beyond if *byte == 0xc2 && self.byte(self.at + 1) == 0xa0 => self.at += 2,
                Kind::Beyond if *byte == 0xe2 && self.byte(self.at + 1) == 0x80 && self.byte(self.at + 2) == 0xaf => {
                    self.at += 3;
                }
                _ => break,
            }
        }
        breaks
    }

    /// The word that begins at `start`.
    #[inline]
    fn word(&mut self, start: usize) -> Shape {
        let (hash, at) = self.letters(start, HASH_START);
        self.at = at;
        match self.byte(at) {
            b'.' | b':' | b'@' => self.before_sign(start, hash),
            0x80.. => self.word_with_accents(start, hash),
            _ => Shape::Word { hash },
        }
    }

    /// Passes the ASCII letters from `at` on: adds them to `hash`, and says where they end.
    #[inline]
    fn letters(&self, mut at: usize, mut hash: u32) -> (u32, usize) {
        while let Some(byte) = self.bytes.get(at)
            && kind(*byte) == Kind::Letter
        {
            // The bit by which a small ASCII letter differs from its capital.
            hash = (hash ^ u32::from(*byte | 0x20)).wrapping_mul(HASH_PRIME);
            at += 1;
        }
        (hash, at)
    }

    /// Goes on with a word at a character beyond ASCII, which may be a letter of it.
    #[cold]
    fn word_with_accents(&mut self, start: usize, mut hash: u32) -> Shape {
        while let Some(letter) = self.char(self.at).filter(|c| c.is_alphabetic()) {
            hash = small_letter(letter).encode_utf8(&mut [0; 4]).bytes().fold(hash, hashed);
            (hash, self.at) = self.letters(self.at + letter.len_utf8(), hash);
        }
        self.before_sign(start, hash)
    }

    /// A word that may stand before a stop, a colon or an at: an initial, an address, or just a word.
    fn before_sign(&mut self, start: usize, hash: u32) -> Shape {
        let (sign, next) = (self.byte(self.at), self.byte(self.at + 1));
        if sign == b'.' && self.at == start + 1 && next.is_ascii_alphabetic() {
            return self.initials(start);
        }
        let is_address = match sign {
            b':' => next == b'/' && self.byte(self.at + 2) == b'/',
            b'@' => next.is_ascii_alphanumeric(),
            _ => sign == b'.' && self.at == start + 3 && self.text.get(start..self.at).is_some_and(is_www),
        };
        if is_address { self.opaque() } else { Shape::Word { hash } }
    }

    /// "a.m.", "U.S.S.R.": the stops belong to the word, the last one too.
    fn initials(&mut self, start: usize) -> Shape {
        let mut hash = HASH_START;
        let mut at = start;
        while self.byte(at).is_ascii_alphabetic() && self.byte(at + 1) == b'.' {
            hash = hashed(hash, self.byte(at));
            at += 2;
        }
        // "J.Smith", "example.m": what follows the last stop is no initial.
        if at == start + 2 && self.byte(at).is_ascii_alphabetic() && !self.byte(at + 1).is_ascii_alphabetic() {
            hash = hashed(hash, self.byte(at));
            at += 1;
        }
        self.at = at;
        Shape::Word { hash }
    }

    fn opaque(&mut self) -> Shape {
        while self.at < self.bytes.len() && !self.byte(self.at).is_ascii_whitespace() {
            self.at += 1;
        }
        Shape::Opaque
    }

    /// A run of digits from `at`: value, number of digits, end.
    fn digits(&self, at: usize) -> (u32, usize, usize) {
        let mut value = 0_u32;
        let mut end = at;
        while self.byte(end).is_ascii_digit() {
            value = value.saturating_mul(10).saturating_add(u32::from(self.byte(end) - b'0'));
            end += 1;
        }
        (value, end - at, end)
    }

    fn figure(&mut self, start: usize) -> Shape {
        let (value, count, end) = self.digits(start);
        self.at = end;
        let sign = self.byte(end);
        if matches!(sign, b',' | b'.' | b':' | b'/' | b'-')
            && self.byte(end + 1).is_ascii_digit()
            && let Some((figure, end)) = self.joined(value, count, end)
        {
            self.at = end;
            return Shape::Figure(figure);
        }
        let digits = u8::try_from(count).unwrap_or(u8::MAX);
        Shape::Figure(Figure::Whole { value, digits })
    }

    /// What a run of digits makes with the sign at `end` and the digits after it.
    fn joined(&self, value: u32, count: usize, end: usize) -> Option<(Figure, usize)> {
        let sign = self.byte(end);
        let (second, second_count, second_end) = self.digits(end + 1);
        let goes_on = self.byte(second_end) == sign && self.byte(second_end + 1).is_ascii_digit();
        let third = goes_on.then(|| self.digits(second_end + 1));
        match sign {
            b',' => self.grouped(value, count, end),
            b':' if count <= 2 && second_count == 2 && value <= 24 && second < 60 => {
                let end = third.map_or(second_end, |(_, _, third_end)| third_end);
                Some((Figure::Clock { hour: value as u8, minute: second as u8 }, end))
            }
            b':' => Some((Figure::Other, third.map_or(second_end, |(_, _, third_end)| third_end))),
            b'.' if third.is_none() && second_count == 1 => {
                Some((Figure::Tenths(value.saturating_mul(10).saturating_add(second)), second_end))
            }
            b'.' if third.is_none() && second_count == 2 && count <= 2 => {
                Some((Figure::Hundredths { whole: value as u8, hundredths: second as u8 }, second_end))
            }
            b'/' if third.is_none() && count <= 4 && second_count <= 4 => {
                Some((Figure::Pair { first: value as u16, second: second as u16 }, second_end))
            }
            b'.' | b'/' => Some(self.triple(value, count, (second, second_count, second_end), third)),
            b'-' => {
                let (third, third_count, third_end) = third?;
                let is_iso = count == 4 && second_count == 2 && third_count == 2;
                if is_iso {
                    let figure = Figure::Iso { year: value as u16, month: second as u8, day: third as u8 };
                    return Some((figure, third_end));
                }
                // "03-02-2009"; other digits with hyphens are numbers of telephones and the like.
                (count <= 2 && second_count <= 2 && third_count == 4)
                    .then(|| self.triple(value, count, (second, second_count, second_end), Some((third, 4, third_end))))
            }
            _ => None,
        }
    }

    fn triple(
        &self,
        first: u32,
        count: usize,
        (second, second_count, second_end): (u32, usize, usize),
        third: Option<(u32, usize, usize)>,
    ) -> (Figure, usize) {
        let Some((third, third_count, third_end)) = third else { return (Figure::Other, second_end) };
        let sign = self.byte(second_end);
        let goes_on = self.byte(third_end) == sign && self.byte(third_end + 1).is_ascii_digit();
        let is_short = count <= 4 && second_count <= 2 && third_count <= 4;
        if goes_on || !is_short {
            return (Figure::Other, third_end);
        }
        (Figure::Triple { first: first as u16, second: second as u8, third: third as u16, sign }, third_end)
    }

    /// "1,874", "12,000,000"; `None` where the comma only separates ("in 1996,200 people").
    fn grouped(&self, first: u32, count: usize, end: usize) -> Option<(Figure, usize)> {
        if count > 3 {
            return None;
        }
        let (mut value, mut at) = (first, end);
        while self.byte(at) == b',' {
            let (group, group_count, group_end) = self.digits(at + 1);
            if group_count != 3 {
                break;
            }
            value = value.saturating_mul(1000).saturating_add(group);
            at = group_end;
        }
        (at > end).then_some((Figure::Grouped(value), at))
    }

    fn sign(&mut self, start: usize) -> Shape {
        let byte = self.byte(start);
        if byte < 0x80 {
            self.at = start + 1;
            return Shape::Sign(byte);
        }
        let c = self.char(start).unwrap_or(' ');
        self.at = start + c.len_utf8();
        match c {
            '‘' | '’' | '′' => Shape::Sign(b'\''),
            '“' | '”' => Shape::Sign(b'"'),
            '‐' | '‑' => Shape::Sign(b'-'),
            '–' | '—' | '―' | '−' => Shape::Sign(b'='),
            '…' => Shape::Sign(b'.'),
            '£' | '€' | '¥' => Shape::Sign(b'$'),
            _ => Shape::Opaque,
        }
    }
}

fn is_www(word: &str) -> bool {
    word.eq_ignore_ascii_case("www")
}

impl Iterator for Scanner<'_> {
    type Item = Raw;

    // Read at one place, once for each word of a text.
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn next(&mut self) -> Option<Raw> {
        let before = self.at;
        let breaks = self.skip_space();
        let start = self.at;
        let first = *self.bytes.get(start)?;
        let (shape, is_capital) = match kind(first) {
            Kind::Letter => (self.word(start), first.is_ascii_uppercase()),
            Kind::Digit => (self.figure(start), false),
            Kind::Beyond => match self.char(start).filter(|c| c.is_alphabetic()) {
                Some(letter) => (self.word(start), is_large(letter)),
                None => (self.sign(start), false),
            },
            Kind::Sign | Kind::Space | Kind::LineBreak => (self.sign(start), false),
        };
        let span = TextSpan::new(start, self.at);
        Some(Raw { span, shape, is_glued: start == before && start > 0, is_capital, breaks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(text: &str) -> Vec<Figure> {
        Scanner::new(text)
            .filter_map(|raw| match raw.shape {
                Shape::Figure(figure) => Some(figure),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn digits_and_signs_make_one_figure() {
        assert_eq!(
            figures("On 2001-09-11 at 8:46, 9/11, 1,874 and 2.5; 11.09.2001."),
            [
                Figure::Iso { year: 2001, month: 9, day: 11 },
                Figure::Clock { hour: 8, minute: 46 },
                Figure::Pair { first: 9, second: 11 },
                Figure::Grouped(1874),
                Figure::Tenths(25),
                Figure::Triple { first: 11, second: 9, third: 2001, sign: b'.' },
            ]
        );
        assert_eq!(
            figures("1994-98"),
            [Figure::Whole { value: 1994, digits: 4 }, Figure::Whole { value: 98, digits: 2 }]
        );
    }

    #[test]
    fn an_address_is_one_token() {
        let text = "see https://example.org/2019/05/x and www.example.org/1999 now";
        let tokens: Vec<_> = Scanner::new(text).map(|raw| raw.span.of(text)).collect();
        assert_eq!(tokens, ["see", "https://example.org/2019/05/x", "and", "www.example.org/1999", "now"]);
    }

    #[test]
    fn initials_keep_their_stops() {
        let text = "at 8 a.m. in the U.S. today";
        let tokens: Vec<_> = Scanner::new(text).map(|raw| raw.span.of(text)).collect();
        assert_eq!(tokens, ["at", "8", "a.m.", "in", "the", "U.S.", "today"]);
    }
}
