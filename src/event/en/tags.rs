//! What a word may be: its classes, and its form where it is a verb.

/// Classes that a word may belong to, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tags(u32);

/// The names are word classes; the table in `words` shows what is in each.
impl Tags {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const DETERMINER: Self = Self(1);
    pub(crate) const PRONOUN: Self = Self(1 << 1);
    pub(crate) const PREPOSITION: Self = Self(1 << 2);
    pub(crate) const SUBORDINATOR: Self = Self(1 << 3);
    pub(crate) const RELATIVE: Self = Self(1 << 4);
    pub(crate) const CONJUNCTION: Self = Self(1 << 5);
    pub(crate) const BE: Self = Self(1 << 6);
    pub(crate) const HAVE: Self = Self(1 << 7);
    pub(crate) const DO: Self = Self(1 << 8);
    pub(crate) const MODAL: Self = Self(1 << 9);
    pub(crate) const NEGATION: Self = Self(1 << 10);
    pub(crate) const ADVERB: Self = Self(1 << 11);
    pub(crate) const NOUN: Self = Self(1 << 12);
    pub(crate) const ADJECTIVE: Self = Self(1 << 13);
    pub(crate) const REPORT: Self = Self(1 << 14);
    pub(crate) const DECLARING: Self = Self(1 << 15);
    pub(crate) const STATIVE: Self = Self(1 << 16);
    pub(crate) const DURATIVE: Self = Self(1 << 17);
    pub(crate) const STARTING: Self = Self(1 << 18);
    pub(crate) const PLANNING: Self = Self(1 << 19);
    pub(crate) const GROUP: Self = Self(1 << 20);
    pub(crate) const PERSON: Self = Self(1 << 21);
    pub(crate) const TITLE: Self = Self(1 << 22);
    pub(crate) const MONTH: Self = Self(1 << 23);
    pub(crate) const EVENT_NOUN: Self = Self(1 << 24);
    pub(crate) const LONG_NOUN: Self = Self(1 << 25);
    pub(crate) const SUPERLATIVE: Self = Self(1 << 26);
    pub(crate) const TIME_NOUN: Self = Self(1 << 27);
    pub(crate) const ORGANISATION: Self = Self(1 << 28);
    pub(crate) const TRANSITIVE: Self = Self(1 << 29);

    /// Whether at least one of the classes is among these.
    #[must_use]
    pub(crate) const fn any(self, classes: Self) -> bool {
        self.0 & classes.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a form of a verb can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct VerbForm {
    /// A past that is no participle: "took".
    pub(crate) past: bool,
    /// A participle that is no past: "taken".
    pub(crate) participle: bool,
    /// A form that is both: "held", "launched".
    pub(crate) either: bool,
    /// The plain form: "take".
    pub(crate) plain: bool,
    /// The third person: "takes".
    pub(crate) third: bool,
    /// In -ing.
    pub(crate) gerund: bool,
}

impl VerbForm {
    /// No verb.
    pub(crate) const NONE: Self =
        Self { past: false, participle: false, either: false, plain: false, third: false, gerund: false };
}
