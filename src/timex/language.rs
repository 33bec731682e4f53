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
