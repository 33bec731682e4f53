//! What one clause reports, before it is merged with what others report of the same.

use super::mention::Nominal;
use super::model::{AnchorOrigin, Basis, Extent, HeadlineBasis, MentionAnchor, Status};
use crate::calendar::Edtf;
use crate::lookup::words::WordSet;
use crate::text::TextSpan;

/// How a candidate may stand in the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// A clause with a date of its own.
    Dated,
    /// A noun phrase with a date: "the takeover in 2021".
    Phrase,
    /// The news that an article opens with.
    Lead,
    /// Without a date; it is kept only where another report of the same has one.
    Support,
    /// The words around a date of which no headline tells: it is kept only where another report tells of it.
    Passing,
}

/// One report of something that happened.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Index of the article.
    pub(super) article: usize,
    /// Which sentence of the article, counted from 0.
    pub(super) sentence: usize,
    /// Which clause of the sentence, and behind the clauses those that report a second time.
    pub(super) clause: usize,
    /// The sentence, in bytes of the article's text.
    pub(super) span: TextSpan,
    /// The date expression, in bytes.
    pub(super) expression: Option<TextSpan>,
    /// TIMEX3 value of the expression.
    pub(super) timex: Option<String>,
    /// When, where a date is known.
    pub(super) date: Option<Edtf>,
    /// Lower bound of an undated report.
    pub(super) after: Option<Edtf>,
    /// When the article was published: what it tells as past happened before.
    pub(super) published: Option<Edtf>,
    /// Moment or span.
    pub(super) extent: Extent,
    /// Fact, plan, claim.
    pub(super) status: Status,
    /// How it may stand in the result.
    pub(super) standing: Standing,
    /// How the date is known.
    pub(super) basis: Basis,
    /// What the date was counted from.
    pub(super) anchor: Option<MentionAnchor>,
    /// Who says so.
    pub(super) attribution: Option<String>,
    /// Name of the rule that dated it.
    pub(super) rule: String,
    /// At most 90 characters.
    pub(super) headline: String,
    /// The same in fewer words, for the name of an era.
    pub(super) short: String,
    /// The same as a noun phrase, where there is one.
    pub(super) nominal: Option<Nominal>,
    /// A name of a few words for what happened, where the sentence has one.
    pub(super) name: Option<String>,
    /// Where its words come from.
    pub(super) headline_basis: HeadlineBasis,
    /// How well the headline stands alone; the best of an event's is shown.
    pub(super) quality: i32,
    /// Names of people, groups and countries, in order.
    pub(super) participants: Vec<String>,
    /// Names of places.
    pub(super) places: Vec<String>,
    /// Families of the content words, and names marked with `=`.
    pub(super) keys: WordSet,
    /// The family of the main verb, or of the head noun.
    pub(super) action: String,
    /// All families among its words: "become the first to recognise" is a recognition too.
    pub(super) actions: WordSet,
    /// The subject in canonical form, where it is a name.
    pub(super) actor: Option<String>,
}

impl Standing {
    /// Whether a report may stand in the result with no other beside it.
    pub(super) const fn stands_alone(self) -> bool {
        !matches!(self, Self::Support | Self::Passing)
    }
}

impl Candidate {
    /// The anchor as documents tell it.
    pub(super) const fn anchored(date: Edtf, from: AnchorOrigin) -> MentionAnchor {
        MentionAnchor { date, from }
    }
}
