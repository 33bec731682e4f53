//! Ids that survive: made from the sentence that tells of the event, not from its place in the input.

/// FNV-1a, 64 bits: small, the same everywhere, and good enough to tell sentences apart.
pub(super) fn hash(parts: &[&str]) -> u64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0xff]) {
            state ^= u64::from(byte);
            state = state.wrapping_mul(0x0100_0000_01b3);
        }
    }
    state
}

/// Letters and digits that cannot be mistaken for each other, safe in a URL fragment.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Ten characters, 50 bits: among a hundred thousand events two share an id with odds of one in two hundred thousand
/// for each, and those are numbered.
const ID_CHARACTERS: u32 = 10;

/// An id for what these words tell.
pub(super) fn id(prefix: char, parts: &[&str]) -> String {
    let mut value = hash(parts);
    let mut id = String::from(prefix);
    for _ in 0..ID_CHARACTERS {
        id.push(char::from(ALPHABET[(value % 32) as usize]));
        value /= 32;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_depends_on_the_words_and_where_they_are_cut() {
        assert_eq!(id('e', &["a sentence", "0"]), id('e', &["a sentence", "0"]));
        assert_ne!(id('e', &["a sentence", "0"]), id('e', &["a sentence0", ""]));
        assert_eq!(id('e', &["x"]).len(), 11);
    }
}
