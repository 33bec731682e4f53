//! Looks words up: one table, built when the crate is compiled, from hashes to places in the word lists.

use super::super::scan::{HASH_START, hashed};
use super::lex::Lex;
use super::words::LISTS;

/// A power of two, about four times the number of words: few look-ups probe twice.
const SLOTS: usize = 2048;

/// A slot holds `list << 12 | place + 1`; 0 is empty. A taken slot sends a word to the next one.
static INDEX: [u16; SLOTS] = index();

const fn index() -> [u16; SLOTS] {
    let mut slots = [0_u16; SLOTS];
    let mut list = 0;
    while list < LISTS.len() {
        let words = LISTS[list];
        let mut place = 0;
        while place < words.len() {
            let mut slot = slot_from_hash(hash_of(words[place].0));
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = (list << 12 | (place + 1)) as u16;
            place += 1;
        }
        list += 1;
    }
    slots
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
const fn slot_from_hash(hash: u32) -> usize {
    (hash ^ (hash >> 15)) as usize % SLOTS
}

/// The class of a word, given its hash and spelling.
pub(super) fn class_of(hash: u32, spelling: &str) -> Lex {
    let mut slot = slot_from_hash(hash);
    loop {
        let entry = usize::from(INDEX.get(slot).copied().unwrap_or(0));
        if entry == 0 {
            return Lex::Other;
        }
        let words = LISTS.get(entry >> 12).copied().unwrap_or_default();
        if let Some((word, lex)) = words.get((entry & 0xfff) - 1)
            && is_same_word(word, spelling)
        {
            return *lex;
        }
        slot = (slot + 1) % SLOTS;
    }
}

/// Compares without case and without the stops of initials.
fn is_same_word(word: &str, spelling: &str) -> bool {
    if word.len() == spelling.len() {
        return word.eq_ignore_ascii_case(spelling);
    }
    spelling.contains('.')
        && spelling.bytes().filter(|byte| *byte != b'.').map(|byte| byte.to_ascii_lowercase()).eq(word.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_found_and_no_other() {
        for (word, lex) in LISTS.into_iter().flatten() {
            assert_eq!(class_of(hash_of(word), word), *lex, "{word} stands in two lists");
            assert_eq!(class_of(hash_of(word), &word.to_uppercase()), *lex);
        }
        assert_eq!(class_of(hash_of("timeline"), "timeline"), Lex::Other);
    }
}
