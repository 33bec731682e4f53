//! What a phrase tells that has a participle and a subject of its own: ", with the last train leaving on 3 May", ", the
//! company having gone bankrupt in 2009", ", resulting in two men being banned in May". Its date is its own, too.

use super::Reader;
use super::told::Told;
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::{self, Link};
use crate::event::en::Tags;
use crate::event::model::HeadlineBasis;
use crate::event::refer::{Reading, Subject};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when;
use crate::gather::Gather;
use std::ops::Range;

/// Words that lead from a comma to what came of it.
const OUTCOMES: &str = "resulting|leading|ending|culminating";

/// Subjects of which nothing is told that was.
const NOBODY: &str = "no|few|little|many|some|most|neither|none|each|it|this|that|these|those";

/// Longest way from the opener to the date, in words.
const PHRASE_WORDS: usize = 24;

/// Told as well as a clause of its own, and less directly.
const QUALITY: i32 = 78;

/// "His wife died": whose, stands before.
const OPEN_QUALITY: i32 = 60;

impl Reader<'_, '_> {
    /// What the participle before the date at `token` tells of the noun phrase before it.
    pub(super) fn absolute(&self, index: usize, token: usize, timex: usize) -> Option<Candidate> {
        let (resolved, date) = self.past_date(timex)?;
        let clause = self.clauses.get(index)?;
        let happened = matches!(clause.verb.tense, Tense::Past | Tense::Perfect | Tense::Present)
            && !clause.verb.is_negated
            && !clause::is_conditional(self.tokens, clause)
            && !matches!(clause.link, Link::Complement(_));
        let end = self.with_coordinated(when::phrase(self.tokens, token)).start;
        let floor = clause.verb.end.max(end.saturating_sub(PHRASE_WORDS));
        let parts = |at: &usize| matches!(self.tokens.at(*at).kind, Kind::Comma | Kind::Dash);
        let open = (floor..end).rev().find(parts).filter(|_| happened)?;
        let first = open + 1;
        let is_outcome = self.tokens.reads_at(first, OUTCOMES) && self.tokens.reads_at(first + 1, "in|to|with");
        let is_with = self.tokens.reads_at(first, "with");
        let from = first + if is_outcome { 2 } else { usize::from(is_with) };
        let doing = (from + 1..end).find(|at| self.is_doing(*at))?;
        // Without a word before it the phrase may be one of a row: only "having" and "being" show that it is none.
        let is_sure = is_outcome || is_with || self.tokens.reads_at(doing, "having|being");
        let who = from..doing;
        if !is_sure || !self.is_whole_phrase(who.clone()) {
            return None;
        }
        let (past, rest) = self.past_of(doing, self.tokens.within(who.clone()))?;
        let last = past.rsplit(' ').next().unwrap_or_default();
        let is_plain = |token: &Token<'_>| {
            token.is_word() && !token.is(Tags::RELATIVE.or(Tags::SUBORDINATOR)) || token.kind == Kind::Number
        };
        let is_state = self.source.lexicon.tags(last).any(Tags::STATIVE) && rest == doing + 1;
        if is_state || !self.tokens.within(rest..end).iter().all(is_plain) {
            return None;
        }
        let headline = self.headline_of_deed(&self.words(who.clone()), &past, rest..end)?;
        // "with officials working on Friday to end it": who worked at what, is missing.
        let is_bare = rest == end && who.len() == 1 && !self.tokens.is_capital_at(who.start);
        let is_open = self.tokens.reads_at(from, "his|her|its|their");
        let actor = self.names.iter().find(|name| who.contains(&name.tokens.start) && name.tokens.end == who.end);
        let subject = Subject { words: None, actor: actor.map(|name| name.text.clone()), reading: Reading::Plain };
        let (quality, basis) =
            if is_open { (OPEN_QUALITY, HeadlineBasis::Shortened) } else { (QUALITY, HeadlineBasis::Article) };
        let told = Told { basis, ..Told::new(headline, quality, subject) };
        let pieces: Vec<Range<usize>> = [who, doing..end].into_iter().gather();
        let standing = if is_bare { Standing::Support } else { Standing::Dated };
        let candidate = self.candidate_of_deed(index, &pieces, told, standing, &past);
        Some(Self::told_plainly(candidate, resolved, date))
    }

    fn is_doing(&self, at: usize) -> bool {
        let (before, token) = (self.tokens.at(at - 1), self.tokens.at(at));
        let after_noun = before.is_word()
            && !before.breaks_noun_phrase()
            && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB))
            && !before.is_possessive;
        let is_form = token.form.gerund && !token.is(Tags::NOUN) || token.reads("having|being");
        after_noun && is_form && !token.is_capital
    }

    /// A noun phrase that names somebody or something, and not what is missing.
    fn is_whole_phrase(&self, range: Range<usize>) -> bool {
        let words = self.tokens.within(range.clone());
        let is_part = |at: usize| {
            let token = self.tokens.at(at);
            let is_place = token.reads("in|at") && self.tokens.is_capital_at(at + 1);
            token.is_word() && (!token.breaks_noun_phrase() || token.reads("of") || is_place)
                || token.kind == Kind::Number
        };
        let names = words.last().is_some_and(|last| !last.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::ADVERB)));
        names
            && range.into_iter().all(is_part)
            && words.first().is_some_and(|first| !first.reads(NOBODY) && !first.is(Tags::NEGATION))
    }
}
