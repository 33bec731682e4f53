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
    fn joiners_count_only_between_letters_or_digits() {
        let found: Vec<_> =
            words("The US-led war, Russia’s “K-2” base; 15,000 died. U.S. forces -").map(|w| w.text).collect();
        assert_eq!(found, ["The", "US-led", "war", "Russia’s", "K-2", "base", "15,000", "died", "U.S", "forces"]);
    }
}
