//! A sentence shortened, for what no headline can be made of: marked, so that an editor looks at it.

use super::told::Told;
use super::{Dated, Reader};
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::model::HeadlineBasis;
use crate::event::refer::Reading;
use crate::event::token::{Kind, TokenAt as _};
use crate::gather::Gather;

/// A shortened sentence stands behind every headline.
const QUALITY: i32 = 62;

impl Reader<'_, '_> {
    /// The sentence from its subject on, as far as it fits, where the clause is what it tells first.
    pub(super) fn tell_sentence(&self, index: usize, date: Option<Dated>) -> Option<Told> {
        let main = match self.clauses.get(index)?.link {
            Link::Complement(of) => of,
            _ => index,
        };
        let clause = self.clauses.get(main)?;
        let is_first =
            clause.link == Link::Main && !self.clauses.iter().take(main).any(|other| other.link == Link::Main);
        let subject = self.subject(main);
        let owner = self.clauses.get(Clause::subject_clause(self.clauses, main))?;
        let start = owner.subject.iter().find(|piece| !piece.is_empty())?.start;
        let head = self.tokens.get(clause.verb.head)?;
        let says_only = (head.is(Tags::REPORT) || head.reads("read|reads")) && self.complement_of(main).is_none();
        // "…, she said": somebody else's words; "The government said that …" says itself whose they are.
        let is_claim = index == main && self.complement_of(main).is_none() && self.attribution(index).is_some();
        if is_claim
            || !is_first
            || start >= clause.verb.start
            || head.is_quoted
            || says_only
            || subject.reading != Reading::Plain
        {
            return None;
        }
        let left_out = self.dates_left_out(date);
        // What a semicolon opens is another sentence.
        let end = (clause.verb.end..self.tokens.len()).find(|at| self.tokens[*at].text == ";");
        let ids = (start..end.unwrap_or(self.tokens.len()))
            .filter(|at| {
                !left_out.iter().any(|range| range.contains(at)) && !self.tokens.is_kind_at(*at, Kind::Bracketed)
            })
            .gather();
        // "said in an interview [that …]" says nothing yet.
        let floor = self
            .complement_of(main)
            .and_then(|said| self.clauses.get(said))
            .or_else(|| self.clauses.get(main + 1).filter(|next| next.start <= clause.verb.end))
            .map_or(clause.verb.end, |said| said.verb.end);
        let headline = headline::compose_start(&self.source.article.text, self.tokens, &ids, floor)?;
        // All of the sentence, and nobody in it without a name.
        let is_open = |at: &usize| {
            self.tokens.reads_at(*at, "him|them|these|those|this|we|us|our|my|me|i")
                || subject.actor.is_none() && self.tokens.reads_at(*at, "he|she|his|her|they")
        };
        let is_role = self.is_role_only(Clause::subject_clause(self.clauses, main), &subject);
        let is_whole = !headline.ends_with('…') && !ids.iter().any(is_open) && !is_role;
        let basis = if is_whole { HeadlineBasis::Article } else { HeadlineBasis::Shortened };
        Some(Told { basis, ..Told::new(headline, QUALITY, subject) })
    }
}
