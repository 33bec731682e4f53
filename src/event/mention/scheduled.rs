//! What a form of "be" and a date alone say: "The hearing is on Friday".

use super::told::Told;
use super::{Dated, Reader};
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::PERSONAL;
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::merge::LEAST_QUALITY;
use crate::event::model::{Extent, HeadlineBasis, Status};
use crate::event::verb::Tense;
use crate::event::when;
use crate::gather::Gather;
use std::ops::Range;

/// Less than a clause that tells what happened, and still listed.
const QUALITY: i32 = LEAST_QUALITY + 10;

impl Reader<'_, '_> {
    /// "The hearing is on Friday": the subject is what happens, and its name the headline.
    pub(super) fn scheduled(&self, entry: Dated) -> Option<Candidate> {
        let clause = self.clauses.get(entry.clause)?;
        let timex = self.timex(entry.timex)?;
        let date = entry.when.date;
        // "was today in flames" tells of something else.
        let phrase = when::phrase(self.tokens, entry.token);
        let is_alone = clause.verb.is_copula
            && !clause.verb.is_negated
            && entry.when.extent == Extent::Within
            && phrase.start == clause.verb.end
            && clause.end <= phrase.end;
        let piece = clause.subject.iter().rev().find(|piece| !piece.is_empty())?.clone();
        let words = self.tokens.get(piece.clone())?;
        let first = words.first()?;
        let says_what = words.iter().filter(|token| token.is_word() && !token.is(Tags::DETERMINER)).count() > 0
            && !first.reads(PERSONAL)
            && !first.reads("this|that|there|here|what|which|who|all")
            && !words.last()?.lower.ends_with("est");
        // "The last time was in 1998" tells of something else.
        let is_time =
            words.iter().any(|token| token.is(Tags::TIME_NOUN.or(Tags::SUPERLATIVE)) || token.timex().is_some());
        if !is_alone || !says_what || is_time || words.last()?.is(Tags::PERSON) {
            return None;
        }
        let status = match clause.verb.tense {
            Tense::Past | Tense::Perfect => Status::Happened,
            _ if self.is_before_publication(date) => return None,
            _ => Status::Planned,
        };
        let subject = self.subject(entry.clause);
        let headline =
            headline::compose_phrase(&self.source.article.text, self.tokens, piece.clone(), &self.replaced())?;
        let told = Told {
            short: headline.clone(),
            headline,
            basis: HeadlineBasis::Article,
            quality: QUALITY,
            subject,
            nominal: None,
        };
        let action = self.source.lexicon.family(&words.last()?.lower);
        let pieces: Vec<Range<usize>> = std::iter::once(piece).gather();
        let candidate = self.assemble(entry.clause, &pieces, told, Standing::Dated, status, action);
        Some(Self::with_date(candidate, timex, date))
    }
}
