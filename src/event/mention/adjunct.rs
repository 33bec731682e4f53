//! What the subject of a clause did before or meanwhile: "After winning the vote in May 2009, the Greens formed a
//! coalition", "Rojas fled after losing it in 2009". The date is of what the form in -ing tells.

use super::Reader;
use super::told::Told;
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::Clause;
use crate::event::en::{Tags, past_be};
use crate::event::refer::Reading;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::when;
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use crate::timex::{Relation, TimexKind};
use std::ops::Range;

/// Words that lead to what the subject did at another time, or by which it did what it did.
const LEADING: &str = "after|before|since|upon|on|by|while|when|despite";

/// Forms in -ing that are as good as prepositions, or tell of nothing done.
const NO_DEED: Listed = Listed(
    "following|including|according|regarding|concerning|considering|excluding|owing|pending|going|saying|suggesting|trying|\
     hoping|seeking|planning|expecting",
);

/// Longest way from the form in -ing to its date, in words.
const DEED_WORDS: usize = 16;

/// Told as well as a clause of its own, and less directly.
const QUALITY: i32 = 78;

/// What somebody did whom no name is known for: it may date what others tell.
const UNNAMED_QUALITY: i32 = 20;

impl Reader<'_, '_> {
    /// What the form in -ing before the date at `token` tells of the subject of clause `index`.
    pub(super) fn adjunct(&self, index: usize, token: usize, timex: usize) -> Option<Candidate> {
        let resolved = self.timex(timex).filter(|timex| timex.kind == TimexKind::Date)?;
        let date =
            resolved.date.filter(|date| resolved.relation == Relation::At && !self.is_after_publication(*date))?;
        let clause = self.clauses.get(index)?;
        // "while paying for his 2009 assault": of the assault.
        if token > 0 && self.tokens.reads_at(token - 1, "his|her|its|their") {
            return None;
        }
        let end = self.with_coordinated(when::phrase(self.tokens, token)).start;
        let doing = self.doing_before(end)?;
        let is_outside = doing >= clause.verb.end || end <= clause.verb.start;
        let by_another = clause.verb.is_passive
            && self.tokens.within(clause.verb.end..doing.max(clause.verb.end)).iter().any(|token| token.reads("by"));
        if !is_outside || by_another {
            return None;
        }
        let owner = Clause::subject_clause(self.clauses, index);
        let subject = self.subject(index);
        let words = self.subject_words(owner);
        if words.is_empty() || subject.reading == Reading::Empty {
            return None;
        }
        let who = self.clauses.get(owner)?.subject.last().cloned()?;
        let (past, rest) = self.past_of(doing, self.tokens.get(who)?)?;
        // "after being relegated in May" tells enough, "after having won in May" does not.
        let is_done = self.tokens.reads_at(doing, "being");
        let is_alone = rest == end && !is_done && !self.tokens.at(rest - 1).lower.ends_with("ing");
        let headline = self.headline_of_deed(&words, &past, rest..end).filter(|_| !is_alone)?;
        let is_named = matches!(subject.reading, Reading::Plain | Reading::Replaced);
        let (quality, standing) =
            if is_named { (QUALITY, Standing::Dated) } else { (UNNAMED_QUALITY, Standing::Support) };
        let own = self.clauses.get(owner)?.subject.iter().cloned();
        let pieces: Vec<Range<usize>> = own.chain(std::iter::once(doing..end)).gather();
        let told = Told::new(headline, quality, subject);
        let candidate = self.candidate_of_deed(index, &pieces, told, standing, &past);
        Some(Self::told_plainly(candidate, resolved, date))
    }

    /// The form in -ing that leads to the words before `end`: "winning" of "after winning the vote", "having" of "Having won".
    fn doing_before(&self, end: usize) -> Option<usize> {
        let is_part = |token: &Token<'_>| {
            (token.is_word() || token.kind == Kind::Number)
                && !token.is(Tags::RELATIVE.or(Tags::SUBORDINATOR))
                && !token.is_quoted
        };
        let floor = end.saturating_sub(DEED_WORDS);
        let is_verb = |at: usize| self.clauses.iter().any(|clause| (clause.verb.start..clause.verb.end).contains(&at));
        let part = (floor..end).rev().take_while(|at| is_part(self.tokens.at(*at)) && !is_verb(*at));
        // "performed on Dancing with the Stars": a name.
        let is_name = |at: usize| at > 0 && self.tokens.is_capital_at(at);
        let is_doing =
            |at: &usize| self.tokens.at(*at).form.gerund && !is_name(*at) || self.tokens.reads_at(*at, "being|having");
        let doing = part.into_iter().filter(is_doing).last()?;
        let before = doing.checked_sub(1);
        let opens = before.is_none_or(|before| self.tokens.is_kind_at(before, Kind::Comma));
        let leads = before.is_some_and(|before| self.tokens.reads_at(before, LEADING));
        // "counted on paying": no phrase of its own.
        let is_governed = before.is_some_and(|on| {
            self.tokens.reads_at(on, "on") && self.clauses.iter().any(|clause| clause.verb.end == on)
        });
        let is_deed = leads && !is_governed && !NO_DEED.has(&self.tokens.at(doing).lower)
            || opens && self.tokens.reads_at(doing, "having");
        is_deed.then_some(doing)
    }

    /// The past of the form in -ing at `doing`, of which `who` is the subject, and where its words go on: "won" of "having
    /// won", "was hit" of "being hit".
    pub(super) fn past_of(&self, doing: usize, who: &[Token<'_>]) -> Option<(String, usize)> {
        let (word, next) = (self.tokens.at(doing), self.tokens.at(doing + 1));
        let is_participle = next.form.either || next.form.participle;
        if word.reads("being") {
            let be = past_be(who);
            return is_participle.then(|| (format!("{be} {}", next.lower), doing + 2));
        }
        if word.reads("having") {
            let past = if next.form.either {
                next.lower.clone()
            } else {
                self.source.lexicon.past(&self.source.lexicon.stem(&next.lower))?
            };
            return is_participle.then_some((past, doing + 2));
        }
        Some((self.source.lexicon.past(&word.lower)?, doing + 1))
    }
}
