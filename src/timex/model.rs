//! What the tagger returns.

use super::meaning::{Meaning, Tense, TimeOfDay};
use crate::calendar::Edtf;
use crate::text::TextSpan;

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexKind {
    /// A calendar date of any grain, or a vague one such as "recently".
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repetition: "every Friday", "a year" as a rate.
    Set,
}

/// The rule of a time of day without a day.
pub(super) const TIME: &str = "time";

impl TimexKind {
    /// As TIMEX3 writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// The `mod` attribute of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of the TimeML guidelines")]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

impl Modifier {
    /// As TIMEX3 writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }
}

/// What the words directly before an expression make of it. TIMEX3 leaves them outside the extent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Relation {
    /// "in", "on", "at", or nothing.
    #[default]
    At,
    /// "since", "ever since".
    Since,
    /// "until", "till", "up to", "through".
    Until,
    /// "before", "prior to".
    Before,
    /// "after", "following", "in the aftermath of".
    After,
    /// "by", "no later than".
    By,
    /// "during", "throughout", "over", "for much of".
    During,
    /// The first of a pair: "from … to", "between … and", "1994-98".
    RangeStart,
    /// The second of a pair.
    RangeEnd,
}

/// An expression as the text has it: span, rule and under-specified meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The expression, without its preposition.
    pub span: TextSpan,
    /// Name of the rule that accepted it.
    pub rule: &'static str,
    /// What it says, before anything is filled in.
    pub meaning: Meaning,
    /// The time of day it says, where it says one.
    pub time: Option<TimeOfDay>,
    /// What a modifier among its words makes of it.
    pub modifier: Option<Modifier>,
    /// What the words before it make of it.
    pub relation: Relation,
    /// Whether the clause only looks on to it: "until the fall of the town in May 1945".
    pub is_limit: bool,
    /// The other end of a range, by its index.
    pub partner: Option<usize>,
    /// The tense of the nearest verb of its clause, where that can tell which date is meant.
    pub tense: Option<Tense>,
}

/// A word, number or sign as the rules see it; of use to those who ask why an expression was found, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: TextSpan,
    /// Its class; `None` for signs and for words that no rule looks at.
    pub class: Option<String>,
}

/// What relative expressions are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The document creation time: a day where it is known, an interval where only bounds are, `None` where nothing
    /// is. An expression that resolves alike over the whole interval is resolved.
    pub published: Option<Edtf>,
}

/// Where the anchor of a resolved expression came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnchorSource {
    /// The document creation time.
    Published,
    /// Another expression of the document, by its index.
    Mention(usize),
}

/// How the date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Complete in the text.
    Stated,
    /// Filled in from an anchor.
    Anchored {
        /// What it was counted from.
        anchor: Edtf,
        /// Where that came from.
        from: AnchorSource,
    },
    /// Not known: no anchor, or a vague expression.
    Unresolved,
}

/// A resolved expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// The expression, without its preposition.
    pub span: TextSpan,
    /// TIMEX3 type.
    pub kind: TimexKind,
    /// TIMEX3 value: `2021-08`, `198`, `2009-Q1`, `P10Y`, `PRESENT_REF`, `XXXX-WXX-5`.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// The days meant, its own modifier counted in ("late 1990s" is `1997~/1999~`); `None` for lengths, sets, vague
    /// and unresolved expressions. [`Timex::bounded_date`] also counts in the relation.
    pub date: Option<Edtf>,
    /// What the preposition says.
    pub relation: Relation,
    /// How the date was found.
    pub resolution: Resolution,
    /// The other end of a range, by its index.
    pub partner: Option<usize>,
    /// Name of the rule that accepted it.
    pub rule: &'static str,
}

impl Timex {
    /// Whether it says a time of day and no day: "at 5.30 a.m.", "by nightfall".
    #[must_use]
    pub fn says_hour_alone(&self) -> bool {
        self.rule == TIME
    }

    /// The date with its relation: "since 1992" is `1992/..`, "until 2001" and "before 2001" `../2001`.
    #[must_use]
    pub fn bounded_date(&self) -> Option<Edtf> {
        use crate::calendar::Bound;
        let date = self.date?;
        Some(match self.relation {
            Relation::Since | Relation::After => Edtf::Interval(date.start(), Bound::Open),
            Relation::Until | Relation::Before | Relation::By => Edtf::Interval(Bound::Open, date.end()),
            Relation::At | Relation::During | Relation::RangeStart | Relation::RangeEnd => date,
        })
    }
}
