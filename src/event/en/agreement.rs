//! The auxiliary that a participle leaves unsaid, in the number of the noun phrase it speaks of.
//!
//! Takes the tokens of the noun phrase and gives "was" or "were". A name counts as one, a plural is told by its ending.

use super::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use std::ops::Range;

/// Plurals without an ending.
const PLURALS: &[&str] = &["people", "men", "women", "children", "police", "cattle", "feet", "teeth", "mice", "dice"];

/// Endings in -s that are no plural: "loss", "campus", "crisis".
const SINGULAR_ENDINGS: &[&str] = &["ss", "us", "is"];

/// "was" after one, "were" after many.
pub(in crate::event) fn past_be(phrase: &[Token<'_>]) -> &'static str {
    // "the head of the mines" is one.
    let end = phrase.iter().position(|token| token.is(Tags::PREPOSITION) && !token.is_capital).unwrap_or(phrase.len());
    let core = phrase.get(..end).unwrap_or_default();
    // "the 124 people": a count behind its article.
    let counts = core.first().is_some_and(|first| first.reads("the"))
        && core.get(1).is_some_and(|second| {
            second.kind == Kind::Number && !second.text.starts_with(['1', '2']) | (second.text.len() != 4)
        })
        && core.len() > 2;
    let is_joined = core.iter().any(|token| token.reads("and"));
    // "Sanctions imposed": one word that opens a sentence is written large, whatever it is.
    let opens_alone = matches!(core, [only] if only.lower.ends_with("ions") || only.lower.ends_with("ments"));
    let is_many = core.iter().rev().find(|token| token.is_word()).is_some_and(is_plural)
        || opens_alone
        || counts
        || core.first().is_some_and(|first| {
            first.kind == Kind::Number && first.text != "1"
                || first.reads("two|three|four|five|six|seven|eight|nine|ten|several|both|many")
        });
    if is_joined || is_many { "were" } else { "was" }
}

/// Whether a noun phrase has the number of its verb: "the talks was" has lost a word of its own.
pub(in crate::event) fn agrees(tokens: &[Token<'_>], phrase: &[Range<usize>], verb: usize) -> bool {
    let third = tokens.at(verb).form.third;
    let verb = tokens.get(verb).map_or("", |verb| verb.lower.as_str());
    let [phrase] = phrase else { return true };
    let words = tokens.within(phrase.clone());
    let end = words.iter().position(|token| token.is(Tags::PREPOSITION)).unwrap_or(words.len());
    let is_plain = words.iter().take(end).skip(1).all(|token| token.is_word() && !token.is_capital);
    let names_itself = words.first().is_some_and(|first| first.form.gerund || first.is(Tags::RELATIVE));
    let counts = words.iter().any(|token| token.reads("news|number|politics|economics"));
    // "a Peruvian were": the rest of a list was cut off.
    let is_one = words.first().is_some_and(|first| first.reads("a|an")) && end == words.len();
    let is_band = words
        .last()
        .is_some_and(|last| last.is(Tags::GROUP) || last.reads("couple|pair|majority|family|crowd|handful"));
    if is_one && !is_band && matches!(verb, "were" | "are" | "have") {
        return false;
    }
    !third && !matches!(verb, "was" | "is" | "has") || !is_plain || names_itself || counts || past_be(words) == "was"
}

fn is_plural(noun: &Token<'_>) -> bool {
    let word = noun.lower.as_str();
    let has_ending = word.ends_with('s') && !SINGULAR_ENDINGS.iter().any(|ending| word.ends_with(ending));
    !noun.is_capital && (has_ending || PLURALS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::en::Lexicon;
    use crate::event::token::tokens;
    use crate::text::TextSpan;

    fn be(phrase: &str) -> &'static str {
        past_be(&tokens(phrase, TextSpan::new(0, phrase.len()), &[], &Lexicon::new()))
    }

    #[test]
    fn one_was_and_many_were() {
        for one in ["Calder Foods", "the firm", "the campus", "the head of the mines", "The United States"] {
            assert_eq!(be(one), "was", "{one}");
        }
        for many in ["the two brothers", "three women", "Ana and Tom", "the mines of Arden", "60 villagers"] {
            assert_eq!(be(many), "were", "{many}");
        }
    }
}
