//! What a line looks like, whatever it says: a heading, a dated item of a list, a rule.

use super::sheet::LONG_LINE_WORDS;
use crate::text::phrase::place_of;
use crate::text::{is_large, is_small, lowered, words};

/// A heading has at most so many words.
const LONGEST_HEADING_WORDS: usize = 18;
/// And at most so many bytes.
const LONGEST_HEADING_BYTES: usize = 140;
/// A question with more words is a sentence of the story.
const LONGEST_QUESTION_WORDS: usize = 14;
/// A title may be longer than a heading inside.
const LONGEST_TITLE_WORDS: usize = 30;

/// A line of signs only: `====`, `* * *`, `---`.
pub(super) fn is_rule(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// A rule that underlines the line above: at least three of the same sign.
pub(super) fn is_underline(text: &str) -> bool {
    let mut signs = text.chars();
    let Some(first) = signs.next() else { return false };
    matches!(first, '=' | '-' | '_' | '~') && text.len() >= 3 && signs.all(|sign| sign == first)
}

/// Short, opens with a capital or a digit, closes without a full stop (or as a short question).
pub(super) fn is_heading_like(text: &str) -> bool {
    fits(text, LONGEST_HEADING_WORDS) && text.len() <= LONGEST_HEADING_BYTES
}

/// Like a heading, and it may be longer.
pub(super) fn is_title_like(text: &str) -> bool {
    fits(text, LONGEST_TITLE_WORDS) && !is_menu(text)
}

/// "Home | News | Sports | Obituaries": the sections of a paper, a few words each between the same sign.
pub(super) fn is_menu(text: &str) -> bool {
    let pieces = |sign: char| text.split(sign).map(str::trim);
    let is_short = |piece: &str| (1..=MENU_PIECE_WORDS).contains(&words(piece).count());
    ['|', '·', '•', '»'].into_iter().any(|sign| pieces(sign).count() >= MENU_PIECES && pieces(sign).all(is_short))
}

/// A menu has at least so many pieces; "Arden Post | News" may stand in a title.
const MENU_PIECES: usize = 3;
/// Of at most so many words.
const MENU_PIECE_WORDS: usize = 4;

fn fits(text: &str, most_words: usize) -> bool {
    let count = words(text).take(LONG_LINE_WORDS).count();
    let longest = if text.ends_with('?') { most_words.min(LONGEST_QUESTION_WORDS) } else { most_words };
    (1..=longest).contains(&count) && opens_like_heading(text) && closes_like_heading(text) && !is_dated_item(text)
}

fn opens_like_heading(text: &str) -> bool {
    let inner = text.trim_start_matches(['"', '“', '‘', '\'', '#', ' ', '¿', '¡', '(']);
    // Bullets open items of a list, which are part of the story.
    inner.starts_with(|c: char| c.is_alphanumeric() && !is_small(c)) || inner.chars().nth(1).is_some_and(is_large)
}

fn closes_like_heading(text: &str) -> bool {
    let inner = text.trim_end_matches(['"', '”', '’', '\'', ')', ']']);
    // A stop before a closing quotation mark ends a sentence.
    inner.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '?' | '%' | '$' | '€' | '£'))
}

/// "1979: Troops cross the border", "May 1996 – The town falls": an item of a chronology, part of the story.
pub(super) fn is_dated_item(text: &str) -> bool {
    let Some(at) = text.find([':', '–', '—']).or_else(|| place_of(text, " - ")) else { return false };
    let head = text.get(..at).unwrap_or_default();
    let has_year = head.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    has_year && words(head).all(|word| is_date_word(word.text)) && words(text).nth(3).is_some()
}

/// How the names of the months begin.
pub(super) const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Words that a date at the head of an item is made of.
fn is_date_word(word: &str) -> bool {
    const OTHERS: [&str; 12] =
        ["early", "mid", "late", "about", "around", "spring", "summer", "autumn", "fall", "winter", "to", "and"];
    let folded = lowered(word);
    folded.starts_with(|c: char| c.is_ascii_digit())
        || OTHERS.contains(&folded.as_str())
        || folded.get(..3).is_some_and(|start| MONTHS.contains(&start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_short_and_have_no_stop() {
        assert!(is_heading_like("What did the coast guard say?"));
        assert!(is_heading_like("Russia"));
        assert!(is_heading_like("‘A miracle’"));
        assert!(is_heading_like("iPhone sales fall 5%"));
        assert!(!is_heading_like("The ferry sank."));
        assert!(!is_heading_like("“We left.”"));
        assert!(!is_heading_like("and then it sank"));
        assert!(!is_heading_like("- The ferry"));
        assert!(!is_heading_like("He listed three reasons:"));
    }

    #[test]
    fn a_menu_is_no_title() {
        assert!(is_menu("Home | News | Sports | Obituaries"));
        assert!(is_menu("THE ARDEN LEDGER  |  WORLD  |  EUROPE"));
        assert!(!is_menu("Ferry sinks off Bergen | Arden Post"));
        assert!(!is_title_like("E-Paper | Subscribe | Log in"));
    }

    #[test]
    fn an_item_of_a_chronology_is_no_heading() {
        assert!(is_dated_item("1979: Troops cross the border"));
        assert!(is_dated_item("May 1996 – The town falls"));
        assert!(!is_dated_item("The war of 1979: a history"));
        assert!(!is_heading_like("1979: Troops cross the border"));
    }

    #[test]
    fn underlines_are_of_one_sign() {
        assert!(is_underline("===="));
        assert!(is_underline("---"));
        assert!(!is_underline("* * *"));
        assert!(!is_underline("="));
    }
}
