//! "Monday is the tenth anniversary of the collapse of the dam": what is remembered happened so many years before.

use super::dating::years_before;
use super::{Candidate, Reader};
use crate::calendar::{Edtf, Grain};
use crate::event::candidate::Standing;
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::model::Status;
use crate::event::refer::{Reading, Subject};
use crate::event::token::TokenAt as _;
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use std::ops::Range;

use super::told::Told;

/// In words up to here, in figures above.
const ORDINALS: Listed = Listed("first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth");

/// A noun phrase says it in passing, and says what it was.
const QUALITY: i32 = 60;

impl Reader<'_, '_> {
    /// The happening of an anniversary whose day the sentence gives.
    pub(super) fn anniversary(&self) -> Option<Candidate> {
        let at = (1..self.tokens.len())
            .find(|at| self.tokens.reads_at(*at, "anniversary") && self.tokens.reads_at(at + 1, "of"))?;
        let years = years(&self.tokens.at(at - 1).lower)?;
        let clause = self.clause_of(at)?;
        let own = self.clauses.get(clause)?;
        let day = |at: usize| {
            let timex = self.timex(self.tokens.get(at)?.timex()?)?;
            let date = timex.date.filter(|date| date.single().is_some_and(|period| period.grain() == Grain::Day));
            date.map(|date| (timex, date))
        };
        let (timex, date) = (own.start.min(at)..own.end.max(at)).find_map(day)?;
        let happened = Edtf::from_period(years_before(date.single()?, years)?);
        let is_end = |at: &usize| {
            let token = self.tokens.at(*at);
            !token.is_word()
                || token.breaks_noun_phrase() && !token.reads("of|in|at|on|with")
                || self.clauses.iter().any(|clause| clause.verb.start == *at)
        };
        let end = (at + 2..self.tokens.len()).find(is_end).unwrap_or(self.tokens.len());
        let head = (at + 2..end).find(|at| self.tokens.is_at(*at, Tags::EVENT_NOUN))?;
        let whole = end - usize::from(self.tokens.is_at(end - 1, Tags::PREPOSITION));
        let pieces: Vec<Range<usize>> = std::iter::once(at + 2..whole).gather();
        let headline =
            headline::compose_phrase(&self.source.article.text, self.tokens, at + 2..whole, &self.replaced())?;
        let subject = Subject { words: None, actor: None, reading: Reading::Plain };
        let action = self.source.lexicon.family(&self.tokens.at(head).lower);
        let told = Told { nominal: self.nominal_phrase(at + 2..whole, head), ..Told::new(headline, QUALITY, subject) };
        let candidate = self.assemble(clause, &pieces, told, Standing::Phrase, Status::Happened, action);
        Some(Self::told_plainly(candidate, timex, happened))
    }
}

/// "tenth", "10th".
fn years(ordinal: &str) -> Option<i32> {
    let figures = ordinal.get(..ordinal.len().checked_sub(2)?).and_then(|figures| figures.parse().ok());
    let in_words = || ORDINALS.iter().position(|word| word == ordinal).and_then(|at| i32::try_from(at + 1).ok());
    figures.or_else(in_words).filter(|years| (1..1000).contains(years))
}
