//! What somebody is blamed, fined or praised for: "The report criticizes the province for selling the dam in 2004". The
//! date behind such a deed is its own, and whoever did it has a headline of his own.

use super::Reader;
use super::told::Told;
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::Clause;
use crate::event::headline;
use crate::event::model::Status;
use crate::event::refer::{Reading, Subject};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::when;
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use crate::timex::TimexKind;
use std::ops::Range;

/// Verbs behind whose object stands what it did, as everybody knows; who is accused of something may not have done it.
const JUDGING: Listed = Listed(
    "criticise|criticises|criticised|criticize|criticizes|criticized|blame|blames|blamed|fault|faults|faulted|condemn|condemns|\
     condemned|rebuke|rebukes|rebuked|censured|attack|attacks|attacked|denounce|denounces|denounced|praise|praises|praised|\
     thank|thanks|thanked|honoured|honored|fined|punished|reprimanded|convicted|jailed|imprisoned|sentenced",
);

/// Longest way from the verb to the date, in words.
const DEED_WORDS: usize = 24;

/// A deed is told as well as a clause of its own.
const QUALITY: i32 = 80;

impl Reader<'_, '_> {
    /// What the gerund before the date at `token` tells of the object, or of the subject of a passive.
    pub(super) fn deed(&self, index: usize, token: usize, timex: usize) -> Option<Candidate> {
        let resolved = self.timex(timex).filter(|timex| timex.kind == TimexKind::Date)?;
        let date = resolved.date.filter(|date| self.is_before_publication(*date))?;
        let clause = self.clauses.get(index)?;
        let end = self.with_coordinated(when::phrase(self.tokens, token)).start;
        if end > clause.verb.end + DEED_WORDS {
            return None;
        }
        let gerund = (clause.verb.end + 1..end)
            .find(|at| self.tokens.at(*at).form.gerund && self.tokens.reads_at(at - 1, "for|of|with"))?;
        if !JUDGING.has(&self.tokens.get(clause.verb.head)?.lower) {
            return None;
        }
        let is_plain = |token: &Token<'_>| token.is_word() || token.kind == Kind::Number || token.timex().is_some();
        let has_verb = self.clauses.iter().any(|other| (clause.verb.end..token).contains(&other.verb.start));
        if has_verb || !self.tokens.within(clause.verb.end..end).iter().all(is_plain) {
            return None;
        }
        let past = self.source.lexicon.past(&self.tokens.at(gerund).lower)?;
        let (doer, subject) = self.doer_of_deed(index, clause.verb.end..gerund - 1)?;
        if gerund + 1 == end {
            return None;
        }
        let told = Told::new(self.headline_of_deed(&doer, &past, gerund + 1..end)?, QUALITY, subject);
        let from = if clause.verb.is_passive { gerund } else { clause.verb.end };
        let pieces: Vec<Range<usize>> = std::iter::once(from..end).gather();
        let candidate = self.candidate_of_deed(index, &pieces, told, Standing::Dated, &past);
        Some(Self::told_plainly(candidate, resolved, date))
    }

    /// Who did it, the past of what was done, and the words behind it; `None` where that is too long.
    pub(super) fn headline_of_deed(&self, doer: &str, past: &str, rest: Range<usize>) -> Option<String> {
        let deed = headline::join(&self.source.article.text, self.tokens, &rest.gather(), &self.replaced());
        let headline = headline::tidy(&format!("{doer} {past} {deed}"));
        (headline.chars().count() <= headline::MAX_HEADLINE).then_some(headline)
    }

    /// The report of a deed: what it does is the family of its verb, the last word of `past`.
    pub(super) fn candidate_of_deed(
        &self,
        clause: usize,
        pieces: &[Range<usize>],
        told: Told,
        standing: Standing,
        past: &str,
    ) -> Candidate {
        let action = self.source.lexicon.family(past.rsplit(' ').next().unwrap_or_default());
        let mut candidate = self.assemble(clause, pieces, told, standing, Status::Happened, action.clone());
        candidate.keys.insert(action);
        candidate
    }

    /// Who did it: the object, or the subject of a passive; nobody where that is a pronoun.
    fn doer_of_deed(&self, index: usize, object: Range<usize>) -> Option<(String, Subject)> {
        let clause = self.clauses.get(index)?;
        if clause.verb.is_passive {
            let subject = self.subject(index);
            let is_named = matches!(subject.reading, Reading::Plain | Reading::Replaced);
            let words = self.subject_words(Clause::subject_clause(self.clauses, index));
            return (is_named && !words.is_empty()).then_some((words, subject));
        }
        let words = self.tokens.get(object.clone())?;
        let first = words.first()?;
        let is_phrase = words.iter().all(|token| token.is_word() && (!token.breaks_noun_phrase() || token.reads("of")));
        let is_sure =
            is_phrase && !first.reads("it|he|she|him|her|them|us|me|himself|herself|itself|themselves|his|its|their");
        let actor = self.names.iter().find(|name| object.contains(&name.tokens.start) && name.tokens.end == object.end);
        let subject = Subject { words: None, actor: actor.map(|name| name.text.clone()), reading: Reading::Plain };
        is_sure.then(|| (self.words(object), subject))
    }
}
