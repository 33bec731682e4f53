//! What a time is said to have brought: "May 2011 saw the arrest of three ministers", "The year 2009 brought a flood and a
//! strike". The time is the subject, and what it brought is the report.

use super::Reader;
use super::told::Told;
use crate::event::candidate::{Candidate, Standing};
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::model::Status;
use crate::event::refer::{Reading, Subject};
use crate::event::token::TokenAt as _;
use crate::event::verb::Tense;
use crate::gather::Gather;
use std::ops::Range;

/// Told in the words of the article, and not as a clause.
const QUALITY: i32 = 72;

impl Reader<'_, '_> {
    /// The happening behind the verb of clause `index`, of which the date at `token` is the whole subject.
    pub(super) fn brought(&self, index: usize, token: usize, timex: usize) -> Option<Candidate> {
        let resolved = self.timex(timex)?;
        let date = resolved.date.filter(|date| self.is_before_publication(*date))?;
        let clause = self.clauses.get(index)?;
        let is_verb = self.tokens.reads_at(clause.verb.head, "saw|brought|witnessed") && !clause.verb.is_negated;
        let before = self.tokens.within(0..token);
        let is_whole =
            token + 1 == clause.verb.start && before.iter().all(|word| word.reads("the|year|month|and|then"));
        let is_told = is_verb && is_whole && matches!(clause.verb.tense, Tense::Past | Tense::Perfect);
        let range = clause.verb.end..clause.end;
        let opens = self.tokens.is_at(range.start, Tags::DETERMINER) && !self.tokens.is_at(range.start, Tags::NEGATION);
        let head = range.clone().find(|at| self.tokens.is_at(*at, Tags::EVENT_NOUN)).filter(|_| is_told && opens)?;
        let plain =
            (range.start..head).all(|at| self.tokens.at(at).is_word() && !self.tokens.at(at).breaks_noun_phrase());
        let text = &self.source.article.text;
        let headline =
            headline::compose_phrase(text, self.tokens, range.clone(), &self.replaced()).filter(|_| plain)?;
        let subject = Subject { words: None, actor: None, reading: Reading::Plain };
        let told = Told::new(headline, QUALITY, subject);
        let action = self.source.lexicon.family(&self.tokens.at(head).lower);
        let pieces: Vec<Range<usize>> = std::iter::once(range).gather();
        let candidate = self.assemble(index, &pieces, told, Standing::Dated, Status::Happened, action);
        Some(Self::told_plainly(candidate, resolved, date))
    }
}
