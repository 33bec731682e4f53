//! The words of English time expressions, by subject.

mod calendar;
mod function;
mod nouns;

use std::sync::LazyLock;

use super::super::lexicon::{Lexicon, Listed, bytes_in, words_in};
use super::lex::Lex;
use calendar::{CALENDAR, REFERENCES, UNITS};
use function::{FUNCTION, NUMBERS};
use nouns::{NOUNS, VERBS};

type Words = super::super::lexicon::Words<Lex>;

const LISTS: [Words; 7] = [CALENDAR, UNITS, NUMBERS, REFERENCES, FUNCTION, NOUNS, VERBS];

/// All words; each stands in one of the lists.
pub(super) static LEXICON: LazyLock<Box<Lexicon<Lex>>> = LazyLock::new(|| Box::new(Lexicon::of(&LISTED)));

static LISTED: Listed<Lex, { words_in(&LISTS) }, { bytes_in(&LISTS) }> = Listed::of(&LISTS);

#[cfg(test)]
mod tests {
    use super::super::super::lexicon::assert_every_word_is_found;

    #[test]
    fn every_listed_word_is_found_and_no_other() {
        assert_every_word_is_found(&super::LEXICON, &super::LISTS);
    }
}
