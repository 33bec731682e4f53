//! Words as numbers: the letters of a word in lower case, side by side in two integers.
//!
//! A text is read eight bytes at a time and a word compared with another in two steps, whatever its length; no word that
//! a lexicon holds is longer.

/// The letters of a word as bytes of two numbers: small, and without the stops of initials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    /// The first eight bytes, the first of them lowest; 0 past the last.
    pub(super) head: u64,
    /// The next eight.
    pub(super) tail: u64,
}

/// A word of less than eight letters: all of its spelling is the head, which no longer word has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShortSpelling(pub(super) u64);

impl ShortSpelling {
    /// Whether the word with this head is this one.
    #[inline(always)]
    pub(super) const fn is(self, head: u64) -> bool {
        self.0 == head
    }
}

impl From<ShortSpelling> for Spelling {
    #[inline(always)]
    fn from(short: ShortSpelling) -> Self {
        Self { head: short.0, tail: 0 }
    }
}

impl Spelling {
    /// A word that is longer than there is room for; equal to no word.
    pub(super) const LONG: Self = Self { head: u64::MAX, tail: u64::MAX };

    /// Spells any word; those of plain letters have a shorter way ([`letters`]).
    pub(super) fn of(word: &[u8]) -> Self {
        let (mut halves, mut count, mut before) = ([0_u64; 2], 0, 0);
        for byte in word.iter().copied().filter(|byte| *byte != b'.') {
            let small = match byte {
                // The second byte of a Latin capital with an accent (U+00C0 to U+00DE).
                0x80..=0x9e if before == 0xc3 => byte + 0x20,
                _ => byte.to_ascii_lowercase(),
            };
            let Some(half) = halves.get_mut(count / 8) else { return Self::LONG };
            *half |= u64::from(small) << (count % 8 * 8);
            count += 1;
            before = byte;
        }
        let [head, tail] = halves;
        Self { head, tail }
    }

    /// A number whose upper bits depend on all letters (Fibonacci hashing).
    #[inline]
    pub(super) const fn hash(self) -> u64 {
        (self.head ^ self.tail.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// Whether the two are the same word, without a branch between the halves.
    #[inline]
    pub(super) const fn is(self, other: Self) -> bool {
        (self.head ^ other.head) | (self.tail ^ other.tail) == 0
    }
}

/// The same byte eight times.
const fn eight_times(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The ASCII letters that eight bytes begin with, in lower case, and how many they are.
///
/// All eight are tried at once. What a byte borrows or carries goes to bytes after it, and those after the first that is no
/// letter do not count.
#[inline(always)]
pub(super) const fn letters(bytes: u64) -> (u64, usize) {
    // The bit by which a small letter differs from its capital; it makes no letter of a sign.
    let small = bytes | eight_times(0x20);
    // From 0 to 25 for letters; what is before them, and most that is beyond ASCII, has the highest bit.
    let from_a = small.wrapping_sub(eight_times(b'a'));
    let past_z = from_a.wrapping_add(eight_times(0x80 - 26));
    let others = (from_a | past_z) & eight_times(0x80);
    // All bits below the lowest that is set, by whole bytes.
    let before = (others & others.wrapping_neg()).wrapping_sub(1) >> 7;
    let count = (others.trailing_zeros() / 8) as usize;
    (if count == 8 { small } else { small & before }, count)
}

/// The same for words that are few: in the page a call.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(super) const fn letters_of_few(bytes: u64) -> (u64, usize) {
    letters(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_and_the_stops_of_initials_make_no_difference() {
        assert_eq!(Spelling::of("A.M.".as_bytes()), Spelling::of("am".as_bytes()));
        assert_eq!(Spelling::of("MI\u{c9}RCOLES".as_bytes()), Spelling::of("mi\u{e9}rcoles".as_bytes()));
        assert_ne!(Spelling::of("later".as_bytes()), Spelling::of("late".as_bytes()));
        assert_eq!(Spelling::of("internationalised".as_bytes()), Spelling::LONG);
    }

    proptest! {
        #[test]
        fn letters_are_counted_up_to_the_first_other_byte(bytes in any::<[u8; 8]>(), plain in "[a-zA-Z@\\[`{]{8}") {
            let plain: [u8; 8] = plain.as_bytes().try_into().unwrap_or(bytes);
            for bytes in [bytes, plain] {
                let expected: Vec<u8> = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).map(u8::to_ascii_lowercase).collect();
                let (found, count) = letters(u64::from_le_bytes(bytes));
                prop_assert_eq!(count, expected.len());
                prop_assert_eq!(&found.to_le_bytes()[..count], expected.as_slice());
                prop_assert!(found.to_le_bytes()[count..].iter().all(|byte| *byte == 0));
            }
        }
    }
}
