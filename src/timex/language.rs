//! The languages that expressions are found in.

use super::en::English;
#[cfg(feature = "es")]
use super::es::Spanish;
use super::finder::{self, Grammar};
use super::model::{Stated, Token};

/// A language whose words and rules the tagger has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say all")]
#[non_exhaustive]
pub enum Language {
    #[default]
    English,
    #[cfg(feature = "es")]
    Spanish,
}

/// Each language with its primary subtag (BCP 47).
const SUBTAGS: &[(&str, Language)] = &[
    ("en", Language::English),
    #[cfg(feature = "es")]
    ("es", Language::Spanish),
];

impl Language {
    /// The language of a tag such as `en-GB` or, as metadata has it, `en_GB`; `None` for one that has no rules here.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let subtag = tag.split(['-', '_']).next().unwrap_or_default().trim();
        SUBTAGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(subtag)).map(|(_, language)| *language)
    }

    /// The primary subtag of its tag: `en`.
    #[must_use]
    pub fn subtag(self) -> &'static str {
        SUBTAGS.iter().find(|(_, language)| *language == self).map_or("", |(subtag, _)| subtag)
    }

    /// All languages.
    pub fn all() -> impl Iterator<Item = Self> {
        SUBTAGS.iter().map(|(_, language)| *language)
    }

    /// The time expressions of `text`, in order, without overlaps.
    #[must_use]
    pub fn find(self, text: &str) -> Vec<Stated> {
        match self {
            Self::English => finder::find::<English>(text),
            #[cfg(feature = "es")]
            Self::Spanish => finder::find::<Spanish>(text),
        }
    }

    /// The tokens of `text` as the rules of the language see them.
    #[must_use]
    pub fn tokens(self, text: &str) -> Vec<Token> {
        match self {
            Self::English => finder::tokens::<<English as Grammar>::Class>(text),
            #[cfg(feature = "es")]
            Self::Spanish => finder::tokens::<<Spanish as Grammar>::Class>(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looks of the rules at tokens, for a piece repeated to a size.
    fn looks<G: Grammar>(piece: &str, size: usize) -> usize {
        finder::looks::<G>(&piece.repeat(size / piece.len()))
    }

    fn assert_linear<G: Grammar>(pieces: &[&str]) {
        for piece in pieces {
            let (small, large) = (looks::<G>(piece, 4_000), looks::<G>(piece, 32_000));
            assert!(large < small * 9, "{piece:?}: {small} looks at 4 KB, {large} at 32 KB");
            assert!(large < 32_000 * MOST_LOOKS_A_BYTE, "{piece:?}: {large} looks at 32 KB");
        }
    }

    /// A rule tried in vain looks at a few tokens, and at most tokens a few dozen rules are tried.
    const MOST_LOOKS_A_BYTE: usize = 400;

    #[test]
    fn looks_at_tokens_grow_as_the_text_does() {
        assert_linear::<English>(&[
            "The mayor spoke on Friday, two years after the flood of May 1998. ",
            "1, ",
            "1 and 2 ",
            "May 1, 2, 3, ",
            "May ",
            "five hundred ",
            "one hundred hundred ",
            "early late ",
            "the end of ",
            "the first ",
            "- ",
            "' ",
            "1979-",
            "from 1979 to ",
            "about nearly ",
            "two or three ",
            "will ",
        ]);
    }

    #[cfg(feature = "es")]
    #[test]
    fn looks_at_spanish_tokens_grow_as_the_text_does() {
        assert_linear::<Spanish>(&[
            "El alcalde habló el viernes, dos años después de la riada de mayo de 1998. ",
            "1, ",
            "el 1 y ",
            "mayo de ",
            "mil ",
            "hace más de ",
            "principios de ",
            "la mañana del ",
        ]);
    }
}
