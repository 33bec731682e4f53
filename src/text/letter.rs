//! Large and small letters of the scripts that newspapers are set in.
//!
//! The standard library knows every script by tables that weigh 8 KB in a page. Here are the alphabets in use that have
//! two cases: Latin, Greek, Cyrillic, Armenian, Georgian. Letters of others, and those of phonetic notation, have one.

/// Letters of two cases that stand together.
struct Run {
    /// The first large letter.
    first: u16,
    /// The last large letter.
    last: u16,
    /// From one large letter to the next: 2 where large and small ones alternate.
    step: u16,
    /// The small letter of the first.
    small: u16,
}

const fn run(first: u16, last: u16, step: u16, small: u16) -> Run {
    Run { first, last, step, small }
}

/// All runs, in order.
static RUNS: [Run; 38] = [
    run(0x0041, 0x005A, 1, 0x0061),
    run(0x00C0, 0x00D6, 1, 0x00E0),
    run(0x00D8, 0x00DE, 1, 0x00F8),
    run(0x0100, 0x012E, 2, 0x0101),
    run(0x0132, 0x0136, 2, 0x0133),
    run(0x0139, 0x0147, 2, 0x013A),
    run(0x014A, 0x0176, 2, 0x014B),
    run(0x0178, 0x0178, 1, 0x00FF),
    run(0x0179, 0x017D, 2, 0x017A),
    run(0x018F, 0x018F, 1, 0x0259),
    run(0x01A0, 0x01A4, 2, 0x01A1),
    run(0x01AF, 0x01AF, 1, 0x01B0),
    run(0x01CD, 0x01DB, 2, 0x01CE),
    run(0x01DE, 0x01EE, 2, 0x01DF),
    run(0x01F8, 0x021E, 2, 0x01F9),
    run(0x0222, 0x0232, 2, 0x0223),
    run(0x0386, 0x0386, 1, 0x03AC),
    run(0x0388, 0x038A, 1, 0x03AD),
    run(0x038C, 0x038C, 1, 0x03CC),
    run(0x038E, 0x038F, 1, 0x03CD),
    run(0x0391, 0x03A1, 1, 0x03B1),
    run(0x03A3, 0x03AB, 1, 0x03C3),
    run(0x0400, 0x040F, 1, 0x0450),
    run(0x0410, 0x042F, 1, 0x0430),
    run(0x0460, 0x0480, 2, 0x0461),
    run(0x048A, 0x04BE, 2, 0x048B),
    run(0x04C0, 0x04C0, 1, 0x04CF),
    run(0x04C1, 0x04CD, 2, 0x04C2),
    run(0x04D0, 0x052E, 2, 0x04D1),
    run(0x0531, 0x0556, 1, 0x0561),
    run(0x10A0, 0x10C5, 1, 0x2D00),
    run(0x1C90, 0x1CBA, 1, 0x10D0),
    run(0x1CBD, 0x1CBF, 1, 0x10FD),
    run(0x1E00, 0x1E94, 2, 0x1E01),
    run(0x1E9E, 0x1E9E, 1, 0x00DF),
    run(0x1EA0, 0x1EFE, 2, 0x1EA1),
    run(0x2C00, 0x2C2F, 1, 0x2C30),
    run(0xFF21, 0xFF3A, 1, 0xFF41),
];

/// Large letters whose small one has another that shares it, or none of one character.
const OTHER_LARGE: char = 'İ';

/// Small letters without a large one of their own.
const OTHER_SMALL: [char; 10] = ['ª', 'º', 'ı', 'ŉ', 'ΐ', 'ΰ', 'ς', 'ՠ', 'և', 'ֈ'];

/// The letter of another case, where `from` and `to` are the first letters of a run in the one and in the other.
fn turned(letter: char, ends: impl Fn(&Run) -> (u16, u16)) -> Option<char> {
    let code = u16::try_from(u32::from(letter)).ok()?;
    RUNS.iter().find_map(|run| {
        let (from, to) = ends(run);
        let place = code.wrapping_sub(from);
        let is_in = place <= run.last - run.first && place.is_multiple_of(run.step);
        is_in.then(|| char::from_u32(u32::from(to + place)))?
    })
}

/// The small letter; other characters are themselves.
pub(crate) fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    turned(letter, |run| (run.first, run.small)).unwrap_or(letter)
}

/// The large letter; other characters are themselves.
pub(crate) fn large(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_uppercase();
    }
    turned(letter, |run| (run.small, run.first)).unwrap_or(letter)
}

/// Whether a character is a large letter.
pub(crate) fn is_large(letter: char) -> bool {
    small(letter) != letter || letter == OTHER_LARGE
}

/// Whether a character is a small letter.
pub(crate) fn is_small(letter: char) -> bool {
    large(letter) != letter || OTHER_SMALL.contains(&letter)
}

/// A text in small letters, one by one: a Greek sigma is the same at the end of a word and elsewhere.
#[must_use]
pub fn lowered(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == OTHER_LARGE {
            // Its dot stays when it becomes small.
            lower.push_str("i\u{307}");
        } else {
            lower.push(small(letter));
        }
    }
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_of_any_script_become_small() {
        assert_eq!(lowered("Élysée, ÅLAND; Кабул, İzmir ΟΔΟΣ 9/11"), "élysée, åland; кабул, i\u{307}zmir οδοσ 9/11");
    }

    #[test]
    fn no_character_becomes_another_than_unicode_says() {
        for letter in '\0'..=char::MAX {
            let (small, large) = (small(letter), large(letter));
            assert!(small == letter || letter.to_lowercase().eq([small]), "{letter} {small}");
            assert!(large == letter || letter.to_uppercase().eq([large]) || letter == 'ß', "{letter} {large}");
        }
    }

    #[test]
    fn all_letters_of_the_alphabets_in_use_are_known() {
        let blocks = ['\0'..='\u{17F}', '\u{386}'..='\u{3CE}', '\u{400}'..='\u{586}', '\u{1EA0}'..='\u{1EFF}'];
        for letter in blocks.into_iter().flatten().filter(|letter| !matches!(letter, 'µ' | 'ĸ' | 'ſ' | '΅')) {
            assert_eq!(lowered(&letter.to_string()), letter.to_lowercase().to_string());
            assert_eq!(is_large(letter), letter.is_uppercase(), "{letter}");
            assert_eq!(is_small(letter), letter.is_lowercase(), "{letter}");
        }
    }
}
