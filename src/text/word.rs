//! Words of a text: runs of letters and digits, with inner apostrophes, hyphens and dots kept.

use super::TextSpan;

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// Where it stands.
    pub span: TextSpan,
    /// The word as written.
    pub text: &'t str,
}

/// Iterates over the words of `text` in order.
///
/// `Russia’s`, `US-led`, `K-2`, `U.S` and `15,000` are one word each; a final full stop is never part of one.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (at, c) = chars.next()?;
            if c.is_alphanumeric() {
                break at;
            }
        };
        let mut end = text.len();
        while let Some(&(at, c)) = chars.peek() {
            let goes_on = c.is_alphanumeric() || (is_joiner(c) && next_is_alphanumeric(text, at + c.len_utf8()));
            if !goes_on {
                end = at;
                break;
            }
            chars.next();
        }
        let span = TextSpan::new(start, end);
        Some(Word { span, text: span.of(text) })
    })
}

/// A text in lower case, letter by letter.
///
/// The standard library also looks at what stands around a Greek sigma, by tables that weigh 2 KB in a page; here it is
/// the same letter at the end of a word and elsewhere, which for comparing is as good.
#[must_use]
pub fn lowered(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            lower.push(letter.to_ascii_lowercase());
        } else {
            lower.extend(letter.to_lowercase());
        }
    }
    lower
}

/// Signs that stand inside words.
fn is_joiner(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '‑' | '.' | ',' | '&')
}

fn next_is_alphanumeric(text: &str, at: usize) -> bool {
    let mut rest = text.get(at..).unwrap_or_default().chars();
    let Some(next) = rest.next() else { return false };
    next.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_of_any_script_become_small() {
        assert_eq!(lowered("Élysée, ÅLAND; Кабул, İzmir ΟΔΟΣ 9/11"), "élysée, åland; кабул, i\u{307}zmir οδοσ 9/11");
    }

    #[test]
    fn joiners_count_only_between_letters_or_digits() {
        let found: Vec<_> =
            words("The US-led war, Russia’s “K-2” base; 15,000 died. U.S. forces -").map(|w| w.text).collect();
        assert_eq!(found, ["The", "US-led", "war", "Russia’s", "K-2", "base", "15,000", "died", "U.S", "forces"]);
    }
}
