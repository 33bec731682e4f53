//! Phrases in a text: whether it has one, where, and the text without it.
//!
//! The standard library's search first studies the phrase, which pays in long texts and costs a page 1.5 KB. Here the
//! texts are sentences.

/// Where a phrase first stands in a text.
#[inline(never)]
pub(crate) fn place_of(text: &str, phrase: &str) -> Option<usize> {
    places_of(text, phrase).next()
}

/// Where a phrase last stands in a text.
#[inline(never)]
pub(crate) fn last_place_of(text: &str, phrase: &str) -> Option<usize> {
    places_of(text, phrase).next_back()
}

/// Whether a text has a phrase.
pub(crate) fn holds(text: &str, phrase: &str) -> bool {
    place_of(text, phrase).is_some()
}

/// What stands before a phrase and behind it, where it first stands.
pub(crate) fn around<'t>(text: &'t str, phrase: &str) -> Option<(&'t str, &'t str)> {
    let at = place_of(text, phrase)?;
    Some((text.get(..at)?, text.get(at + phrase.len()..)?))
}

/// The text with another phrase wherever the first one stands.
pub(crate) fn replaced(text: &str, phrase: &str, by: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = around(rest, phrase).filter(|_| !phrase.is_empty()) {
        out.push_str(before);
        out.push_str(by);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The text without an ending, as often as it stands there.
#[inline(never)]
pub(crate) fn without_ending<'t>(mut text: &'t str, ending: &str) -> &'t str {
    while let Some(before) = text.strip_suffix(ending).filter(|_| !ending.is_empty()) {
        text = before;
    }
    text
}

/// The text without an opening, as often as it stands there.
pub(crate) fn without_opening<'t>(mut text: &'t str, opening: &str) -> &'t str {
    while let Some(after) = text.strip_prefix(opening).filter(|_| !opening.is_empty()) {
        text = after;
    }
    text
}

/// How often a phrase stands in a text.
pub(crate) fn count_of(text: &str, phrase: &str) -> usize {
    let mut rest = text;
    let mut count = 0;
    while let Some((_, after)) = around(rest, phrase).filter(|_| !phrase.is_empty()) {
        rest = after;
        count += 1;
    }
    count
}

fn places_of(text: &str, phrase: &str) -> impl DoubleEndedIterator<Item = usize> {
    let (text, phrase) = (text.as_bytes(), phrase.as_bytes());
    let last = (text.len() + 1).saturating_sub(phrase.len());
    let first = phrase.first();
    (0..last).filter(move |at| text.get(*at) == first && text.get(*at..*at + phrase.len()) == Some(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_the_standard_library_finds(text in "[ab’]{0,12}", phrase in "[ab’]{1,3}") {
            prop_assert_eq!(place_of(&text, &phrase), text.find(&phrase));
            prop_assert_eq!(last_place_of(&text, &phrase), text.rfind(&phrase));
            prop_assert_eq!(around(&text, &phrase), text.split_once(&phrase));
            prop_assert_eq!(replaced(&text, &phrase, "-"), text.replace(&phrase, "-"));
            prop_assert_eq!(count_of(&text, &phrase), text.matches(&phrase).count());
            prop_assert_eq!(without_opening(&text, &phrase), text.trim_start_matches(&phrase));
            prop_assert_eq!(without_ending(&text, &phrase), text.trim_end_matches(&phrase));
        }
    }

    #[test]
    fn a_phrase_longer_than_the_text_is_not_in_it() {
        assert!(!holds("flood", "a flood"));
        assert!(holds("a flood", "flood"));
    }
}
