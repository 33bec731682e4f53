//! What somebody is said to have done: "Vega is accused of killing the guard in May 2003", "is on trial for robbing a bank in
//! 2009", "has denied robbing it in 2009". The date is of the deed, which nobody has proved: the headline keeps who is accused
//! of it, and its status says that it is a claim.

use super::{Dated, Reader};
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::Clause;
use crate::event::en::Tags;
use crate::event::model::{Extent, Status};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when::{self, When};
use crate::gather::Gather;
use std::ops::Range;

/// Verbs of a charge, with "of", "with" or "to" before the deed.
const CHARGING: &str = "accuse|accuses|accused|accusing|suspect|suspects|suspected|charged|indicted|pleaded|pleads";

/// Verbs directly behind which the deed stands.
const OWNING: &str = "denied|denies|deny|admitted|admits|admit";

/// Prepositions of a happening that a deed is about: "accused of lying about the fire in 2009".
const ABOUT: &str = "about|over|into|after|before|during|from|since|following";

/// Longest way from the verb to the date, in words.
const DEED_WORDS: usize = 24;

impl Reader<'_, '_> {
    /// What clause `index` says that somebody did on the date at `token`.
    pub(super) fn charge(&self, index: usize, token: usize, timex: usize) -> Option<Candidate> {
        let (resolved, date) = self.past_date(timex)?;
        let clause = self.clauses.get(index).filter(|clause| !clause.verb.is_negated)?;
        let end = when::phrase(self.tokens, token).start;
        let doing = self.doing_charged(index).filter(|doing| doing + 1 < end && end < doing + DEED_WORDS)?;
        let is_plain = |at: usize| {
            let token = self.tokens.at(at);
            token.is_word() && !token.is(Tags::RELATIVE) || matches!(token.kind, Kind::Number | Kind::Timex(_))
        };
        let is_now = matches!(clause.verb.tense, Tense::Present | Tense::Perfect);
        // "was accused of taking a bribe in 2010": the day may be that of the charge, unless it has one of its own.
        let has_own = self.tokens.within(clause.verb.start..doing).iter().any(|token| token.timex().is_some());
        let is_own =
            self.tokens.reads_at(clause.verb.head, OWNING) || self.tokens.reads_at(clause.verb.head, "pleaded");
        let is_told = is_now || clause.verb.tense == Tense::Past && (has_own || is_own);
        if !is_told || !(doing..end).all(is_plain) || self.is_about(doing, end) {
            return None;
        }
        let when = When { date, extent: Extent::Within };
        let told = self.tell(index, Some(Dated { clause: index, token, timex, when }), false)?;
        if !told.headline.contains(self.tokens.at(doing).text) {
            return None;
        }
        let is_denied = self.tokens.reads_at(clause.verb.head, "denied|denies|deny")
            || self.tokens.within(clause.verb.end..doing).iter().any(|token| token.reads("not"));
        let status = if is_denied { Status::Denied } else { Status::Claimed };
        // "having robbed".
        let verb = doing + usize::from(self.tokens.reads_at(doing, "having"));
        let action = self.source.lexicon.family(&self.tokens.at(verb).lower);
        let who = self.clauses.get(Clause::subject_clause(self.clauses, index))?;
        let object = clause.verb.end..doing;
        let pieces: Vec<Range<usize>> = who.subject.iter().cloned().chain([object, doing..end]).gather();
        let mut candidate = self.assemble(index, &pieces, told, Standing::Dated, status, action.clone());
        candidate.keys.insert(action);
        Some(Self::with_date(candidate, resolved, date))
    }

    /// The form in -ing of what clause `index` charges somebody with.
    fn doing_charged(&self, index: usize) -> Option<usize> {
        let clause = self.clauses.get(index)?;
        let first = clause.verb.end;
        let is_doing = |at: usize| {
            let token = self.tokens.at(at);
            (token.form.gerund || token.reads("having")) && !token.is(Tags::NOUN)
        };
        if self.tokens.reads_at(clause.verb.head, OWNING) {
            return Some(first).filter(|at| is_doing(*at));
        }
        // "is on trial for", "is facing trial for".
        let is_tried = self.tokens.reads_at(first, "on") && self.tokens.reads_at(first + 1, "trial");
        let is_charge = self.tokens.reads_at(clause.verb.head, CHARGING) || clause.verb.is_copula && is_tried;
        let is_part = |token: &Token<'_>| token.is_word() || token.timex().is_some();
        let near = (first..first + DEED_WORDS / 2).take_while(|at| is_part(self.tokens.at(*at)));
        // "of deliberately setting".
        let doing_behind = |at: usize| {
            let doing = at + 1 + usize::from(self.tokens.at(at + 1).lower.ends_with("ly"));
            (self.tokens.reads_at(at, "of|with|to|for") && is_doing(doing)).then_some(doing)
        };
        near.into_iter().find_map(doing_behind).filter(|_| is_charge)
    }

    /// Whether the date behind `end` is of a happening that the deed is about.
    fn is_about(&self, doing: usize, end: usize) -> bool {
        let is_event = self.tokens.is_at(end - 1, Tags::EVENT_NOUN);
        is_event && (doing..end).any(|at| self.tokens.reads_at(at, ABOUT))
    }
}
