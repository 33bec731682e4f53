//! Cutting a piece of text into tokens: most are plain words and signs, which have a short way.

use super::{Class, GLUED, Known, Marks, Offset, Place, Tokens, looks};
use crate::timex::lexicon::Lexicon;
use crate::timex::scan::{Plain, PlainSpelling, Scanner, Start};
use std::ops::Range;

/// Bytes that a token has at least, space included, on the average of a text: five in English.
const BYTES_PER_TOKEN: usize = 4;

impl<C: Class> Tokens<'_, C> {
    /// Cuts a piece of the text, in place of the one before.
    pub(in crate::timex) fn read(&mut self, piece: Range<usize>) {
        self.origin = piece.start;
        self.count = 0;
        self.piece = self.text.get(piece).unwrap_or_default();
        // Few texts have more tokens, and those of a short one are then not moved while they become more.
        self.make_room(self.piece.len() / BYTES_PER_TOKEN);
        let lexicon = C::lexicon();
        let (scanner, mut at) = (Scanner::new(self.piece), 0);
        loop {
            at = self.read_plain(scanner, at, lexicon);
            let Some(from) = scanner.start(at) else { break };
            if from.breaks >= 2 {
                self.add(Known::of(C::BREAK), from, from.at, false);
            }
            let (known, end) = if let Some((spelling, end)) = scanner.plain_word(from) {
                (*lexicon.known(spelling), end)
            } else {
                let (shape, end) = scanner.shape(from);
                (Known::of_shape(shape, lexicon), end)
            };
            at = end;
            self.push(known, from, end, scanner.is_capital(from));
        }
        self.classes.truncate(self.count);
        self.places.truncate(self.count);
    }

    /// A short way for most tokens: words with nothing to join them to and no blank line before them, and signs that are no
    /// part of the word before. Gives where it ends.
    #[inline(always)]
    fn read_plain(&mut self, scanner: Scanner<'_>, mut at: usize, lexicon: &Lexicon<C>) -> usize {
        let mut count = self.count;
        // One length, so that one look is enough for both.
        let room = self.classes.len().min(self.places.len());
        let (Some(classes), Some(places)) = (self.classes.get_mut(..room), self.places.get_mut(..room)) else {
            return at;
        };
        while count < room {
            match scanner.plain(at) {
                Some(Plain::Word { spelling, is_capital, end }) => {
                    let Known { class, marks } = *match spelling {
                        PlainSpelling::Short(spelling) => lexicon.known_short(spelling),
                        PlainSpelling::Long(spelling) => lexicon.known(spelling),
                    };
                    classes[count] = class;
                    places[count] = Place::of(at + 1..end, marks, looks(false, is_capital));
                    at = end;
                }
                Some(Plain::Sign(sign)) if at > 0 => {
                    let Known { class, marks } = *lexicon.sign(sign);
                    if count.checked_sub(1).is_some_and(|last| classes[last].joined(class).is_some()) {
                        break;
                    }
                    classes[count] = class;
                    places[count] = Place::of(at..at + 1, marks, GLUED);
                    at += 1;
                }
                _ => break,
            }
            count += 1;
        }
        self.count = count;
        at
    }

    /// Adds a token, or makes it a part of the one before.
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn push(&mut self, known: Known<C>, from: Start, end: usize, is_capital: bool) {
        let last = self.count.wrapping_sub(1);
        if from.is_glued
            && let (Some(last), Some(place)) = (self.classes.get_mut(last), self.places.get_mut(last))
            && let Some(joined) = last.joined(known.class)
        {
            *last = joined;
            *place = Place { end: end as Offset, marks: Marks::of(joined).with(place.marks.looks()), ..*place };
            return;
        }
        self.add(known, from, end, is_capital);
    }

    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn add(&mut self, known: Known<C>, from: Start, end: usize, is_capital: bool) {
        if self.count == self.classes.len() {
            self.make_room(self.count * 2 + 8);
        }
        if let (Some(free), Some(place)) = (self.classes.get_mut(self.count), self.places.get_mut(self.count)) {
            *free = known.class;
            *place = Place::of(from.at..end, known.marks, looks(from.is_glued, is_capital));
            self.count += 1;
        }
    }

    /// Makes room for so many tokens in all.
    #[inline(never)]
    fn make_room(&mut self, tokens: usize) {
        self.classes.resize(tokens, C::NOTHING);
        self.places.resize(tokens, Place::NONE);
    }
}
