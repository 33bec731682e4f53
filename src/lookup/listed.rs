//! Lists of words and phrases, each written as one text: places and lengths of single words weigh as much as the words.

/// Words or phrases with `|` between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed(pub(crate) &'static str);

impl Listed {
    /// Goes through the list.
    pub(crate) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    /// Whether a word is in the list as it is written there.
    #[inline(never)]
    pub(crate) fn has(self, word: &str) -> bool {
        let (list, word) = (self.0.as_bytes(), word.as_bytes());
        // Most lists are one word or two, and most words longer.
        word.len() <= list.len() && list.split(|byte| *byte == b'|').any(|listed| listed == word)
    }

    /// Whether a word is in the list, in large or small letters.
    #[inline(never)]
    pub(crate) fn has_in_any_case(self, word: &str) -> bool {
        let (mut rest, word) = (self.0.as_bytes(), word.as_bytes());
        let Some(first) = word.first().map(u8::to_ascii_lowercase) else { return false };
        // Where no more is left than the word is long, it can be none of the rest; most differ in the first letter.
        while let Some((start, after)) = rest.split_at_checked(word.len()) {
            if start.first() == Some(&first)
                && matches!(after.first(), None | Some(b'|'))
                && start.eq_ignore_ascii_case(word)
            {
                return true;
            }
            let Some(skipped) = rest.iter().position(|byte| *byte == b'|') else { return false };
            rest = rest.get(skipped + 1..).unwrap_or_default();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_phrase_is_not_in_the_list() {
        let list = Listed("also read|save");
        assert!(list.has("also read") && list.has("save"));
        assert!(!list.has("read") && !list.has("Save") && !list.has(""));
        assert!(list.has_in_any_case("SAVE"));
    }
}
