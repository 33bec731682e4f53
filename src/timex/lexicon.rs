//! Looks words up: one table for each language, from hashes to places in word lists. It is built when the language is
//! first read, since hashes do not compress.

use super::scan::{HASH_START, hashed, small_letter};

/// Words of one subject with their classes.
pub(super) type Words<C> = &'static [(&'static str, C)];

/// The words of a language. `SLOTS` is a power of two, about four times their number: few look-ups probe twice.
#[derive(Debug)]
pub(super) struct Lexicon<C: 'static, const SLOTS: usize> {
    lists: &'static [Words<C>],
    /// A slot holds `list << 12 | place + 1`; 0 is empty. A taken slot sends a word to the next one.
    index: [u16; SLOTS],
}

impl<C: Copy, const SLOTS: usize> Lexicon<C, SLOTS> {
    /// A word stands in one list only.
    pub(super) const fn of(lists: &'static [Words<C>]) -> Self {
        let mut index = [0_u16; SLOTS];
        let mut list = 0;
        while list < lists.len() {
            let words = lists[list];
            let mut place = 0;
            while place < words.len() {
                let mut slot = slot_from_hash(hash_of(words[place].0), SLOTS);
                while index[slot] != 0 {
                    slot = (slot + 1) % SLOTS;
                }
                index[slot] = (list << 12 | (place + 1)) as u16;
                place += 1;
            }
            list += 1;
        }
        Self { lists, index }
    }

    /// The class of a word, given its hash and spelling.
    #[inline]
    pub(super) fn class_of(&self, hash: u32, spelling: &[u8]) -> Option<C> {
        let mut slot = slot_from_hash(hash, SLOTS);
        loop {
            let entry = usize::from(self.index.get(slot).copied().unwrap_or(0));
            if entry == 0 {
                return None;
            }
            let words = self.lists.get(entry >> 12).copied().unwrap_or_default();
            if let Some((word, class)) = words.get((entry & 0xfff) - 1)
                && is_same_word(word.as_bytes(), spelling)
            {
                return Some(*class);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

const fn hash_of(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let mut hash = HASH_START;
    let mut at = 0;
    while at < bytes.len() {
        hash = hashed(hash, bytes[at]);
        at += 1;
    }
    hash
}

/// The high bits of an FNV hash are better mixed than the low ones.
const fn slot_from_hash(hash: u32, slots: usize) -> usize {
    (hash ^ (hash >> 15)) as usize % slots
}

/// Compares without case and without the stops of initials.
fn is_same_word(word: &[u8], spelling: &[u8]) -> bool {
    if word.len() == spelling.len() {
        // Short words, and most of them the same: a plain loop is faster than to call for a comparison of memory.
        return word.iter().zip(spelling).all(|(one, other)| *one == other.to_ascii_lowercase())
            || !word.is_ascii() && is_same_with_accents(word, spelling);
    }
    spelling.contains(&b'.')
        && spelling.iter().filter(|byte| **byte != b'.').map(u8::to_ascii_lowercase).eq(word.iter().copied())
}

/// Compares without case where there are letters with accents.
fn is_same_with_accents(word: &[u8], spelling: &[u8]) -> bool {
    let (Ok(word), Ok(spelling)) = (str::from_utf8(word), str::from_utf8(spelling)) else { return false };
    spelling.chars().map(|c| small_letter(c).to_ascii_lowercase()).eq(word.chars())
}

/// Fails where a word of a lexicon is not found under its own class, as when it stands in two lists.
#[cfg(test)]
pub(super) fn assert_every_word_is_found<C: Copy + PartialEq + std::fmt::Debug, const SLOTS: usize>(
    lexicon: &Lexicon<C, SLOTS>,
) {
    let count: usize = lexicon.lists.iter().map(|words| words.len()).sum();
    assert!(SLOTS.is_power_of_two() && count * 2 < SLOTS, "{count} words want more than {SLOTS} slots");
    for (word, class) in lexicon.lists.iter().copied().flatten() {
        assert_eq!(lexicon.class_of(hash_of(word), word.as_bytes()), Some(*class), "{word} stands in two lists");
        assert_eq!(lexicon.class_of(hash_of(word), word.to_ascii_uppercase().as_bytes()), Some(*class));
    }
    assert_eq!(lexicon.class_of(hash_of("timeline"), b"timeline"), None);
}
