//! Lines that stand twice: the second is set aside.

use super::sheet::Sheet;
use super::{Aside, Role};
use crate::lookup::numbers::Firsts;
use crate::text::words;

/// A shorter line, such as a speaker's name, may stand twice and mean it.
const FEWEST_WORDS: usize = 4;

/// Marks the later of equal lines; quotes, stops and capitals make no difference.
pub(super) fn mark(sheet: &mut Sheet) {
    let mut first_by_words = Firsts::default();
    for index in 0..sheet.lines.len() {
        if sheet.lines.get(index).is_some_and(|line| line.words < FEWEST_WORDS) {
            continue;
        }
        let key = fingerprint(sheet.line_text(index));
        let Some(first) = first_by_words.add(key, index) else { continue };
        if is_same(sheet.line_text(first), sheet.line_text(index)) {
            sheet.assign(index, Role::Aside(Aside::Repeated));
            if let Some(line) = sheet.lines.get_mut(first) {
                line.stands_again = true;
            }
        }
    }
}

/// FNV-1a over the folded bytes.
pub(super) fn fingerprint(text: &str) -> u64 {
    folded(text).fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

pub(super) fn is_same(a: &str, b: &str) -> bool {
    folded(a).eq(folded(b)) && words(a).count() == words(b).count()
}

/// Letters and digits as bytes, in lower case. Of the signs outside ASCII those of the general punctuation block
/// (quotes, dashes, U+2000 to U+203F) are left out; others stay, as letters would.
fn folded(text: &str) -> impl Iterator<Item = u8> {
    let mut bytes = text.as_bytes().iter();
    std::iter::from_fn(move || {
        loop {
            let byte = *bytes.next()?;
            if byte == 0xe2 && bytes.as_slice().first() == Some(&0x80) {
                bytes.nth(1);
            } else if byte.is_ascii_alphanumeric() || byte >= 0x80 {
                return Some(byte.to_ascii_lowercase());
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_later_of_equal_lines_is_set_aside() {
        let text = "The ferry sank on Friday.\nQ.\nDivers found it.\nThe ferry sank on Friday.“\nQ.\n";
        let mut sheet = Sheet::from_text(text.to_owned());
        mark(&mut sheet);
        let roles: Vec<_> = sheet.lines.iter().map(|line| line.role).collect();
        assert_eq!(roles, [None, None, None, Some(Role::Aside(Aside::Repeated)), None]);
        assert!(sheet.lines[0].stands_again);
    }
}
