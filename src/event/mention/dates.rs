//! Which words a headline leaves to its date: the date phrase, a row of dates, a day as the owner of something.

use super::{Dated, Reader};
use crate::event::en::Tags;
use crate::event::token::{Kind, TokenAt as _};
use crate::event::when;
use crate::gather::Gather;
use crate::timex::{Relation, TimexKind};
use std::ops::Range;

/// The most tokens between two dates of a row: ", and again in".
const ROW_LINK: usize = 4;

/// "as long ago as 2002": so many words lie between the two.
const AS_WITHIN: usize = 4;

impl Reader<'_, '_> {
    /// "won Sunday’s vote" is "won the vote": a day as the owner says when, and a headline leaves that to its date.
    pub(super) fn owning_dates(&self) -> Vec<(Range<usize>, String)> {
        let is_date = |at: usize| self.tokens.at(at).timex().is_some();
        let ends = |at: usize, sign: &str, letter: &str| {
            self.tokens.get(at).is_some_and(|token| token.text == sign)
                && self.tokens.get(at + 1).is_some_and(|token| token.text == letter)
        };
        let end = |at: usize| match self.tokens.get(at + 1)?.text {
            "'s" | "’s" => Some(at + 2),
            _ if ends(at + 1, "'", "s") || ends(at + 1, "’", "s") => Some(at + 3),
            _ => None,
        };
        let owners = (0..self.tokens.len()).filter(|at| is_date(*at)).filter_map(|at| Some(at..end(at)?));
        // "1982’s Night Sounds" is a name alone.
        let is_name = |range: &Range<usize>| {
            self.tokens.is_capital_at(range.end)
                && self.tokens.at(range.start).text.starts_with(|c: char| c.is_ascii_digit())
        };
        owners.map(|range| (range.clone(), String::from(if is_name(&range) { "" } else { "the" }))).gather()
    }

    /// "hit by overnight losses": the preposition is that of the noun.
    fn describes_noun(&self, at: usize) -> bool {
        // "a drop in third-quarter net income".
        let described = self.tokens.get(at + 1).is_some_and(|next| next.is(Tags::ADJECTIVE) && !next.is(Tags::ADVERB));
        let is_noun = self.tokens.get(at + 1 + usize::from(described)).is_some_and(|next| {
            next.is_word()
                && !next.is_capital
                && !next.breaks_noun_phrase()
                && !next.is(Tags::ADVERB.or(Tags::DETERMINER).or(Tags::PRONOUN).or(Tags::ADJECTIVE))
                && !next.is_past_form()
                && !next.form.gerund
        });
        let after_verb = self.clause_of(at).is_some_and(|clause| {
            let clause = &self.clauses[clause];
            clause.verb.end < at && at + 1 < clause.end
        });
        is_noun && after_verb && !self.clauses.iter().any(|clause| clause.verb.start == at + 1)
    }

    /// "in a letter published on Friday": the participle goes with the date that it is there for.
    fn with_participle(&self, phrase: Range<usize>) -> Range<usize> {
        let Some(at) = phrase.start.checked_sub(1).filter(|at| *at > 0) else { return phrase };
        // "a policy dating back to 1990".
        let back = at - usize::from(self.tokens.reads_at(at, "back"));
        if self.tokens.reads_at(back, "dating|stretching|going") && (back < at || self.tokens.reads_at(at, "dating")) {
            return back..phrase.end;
        }
        let (before, token) = (self.tokens.at(at - 1), self.tokens.at(at));
        let is_verb = self.clauses.iter().any(|clause| (clause.verb.start..clause.verb.end).contains(&at));
        let after_noun = before.is_word()
            && !before.breaks_noun_phrase()
            && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB).or(Tags::PRONOUN))
            && !before.reads("be|been|being");
        let ends = self.tokens.get(phrase.end).is_none_or(|next| !next.is(Tags::PREPOSITION));
        // "keep the port closed until May" is no port.
        let lasts = self.tokens.reads_at(phrase.start, "until|till|since|by|through");
        // "had ten points docked in May": it is what happened to them.
        let is_had = self.clauses.iter().rev().find(|clause| clause.verb.end <= at).is_some_and(|clause| {
            self.tokens.reads_at(clause.verb.head, "had|has|have|having|got|get|saw|see|heard|found")
        });
        let is_loose = !lasts && token.form.either && !is_verb && after_noun && ends && !is_had;
        if is_loose { at..phrase.end } else { phrase }
    }

    /// "the most recent strike", "their best first quarter": the date is a word of a noun phrase.
    fn ends_phrase(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.is_some_and(|before| {
            let describes = self.tokens.get(at + 1).is_some_and(|next| next.text == "-")
                || before.reads("its|his|her|their")
                || before.is(Tags::SUPERLATIVE)
                || before.is(Tags::ADJECTIVE) && !before.reads("early|late|only|small");
            describes && !before.is_capital && self.tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Comma)
        })
    }

    /// "in 1989 and 1995", "on Monday, Tuesday and Friday": the whole row of dates.
    pub(super) fn with_coordinated(&self, phrase: Range<usize>) -> Range<usize> {
        // ", two years late" is no date of the row.
        let is_date = |at: usize| {
            let timex = self.tokens.get(at).and_then(|token| self.timex(token.timex()?));
            timex.is_some_and(|timex| timex.kind != TimexKind::Duration) && !self.is_compared(at)
        };
        // "in 2004 and again in 2009" has a preposition and a word more.
        let is_link = |at: usize| {
            self.tokens.get(at).is_some_and(|token| token.kind == Kind::Comma || token.reads("and|or|again|in|on"))
        };
        let parts = |at: usize| self.tokens.is_kind_at(at, Kind::Comma) || self.tokens.reads_at(at, "and|or");
        let is_row = |range: Range<usize>| range.clone().all(is_link) && range.clone().any(parts);
        let (mut start, mut end) = (phrase.start, phrase.end);
        while let Some(step) = (1..=ROW_LINK).find(|step| is_row(end..end + step) && is_date(end + step)) {
            end += step + 1;
        }
        while let Some(step) =
            (1..=ROW_LINK).find(|step| start > *step && is_row(start - step..start) && is_date(start - step - 1))
        {
            start = when::phrase(self.tokens, start - step - 1).start;
        }
        start..end
    }

    /// "the same day as the strike": of what, stands behind.
    fn is_compared(&self, at: usize) -> bool {
        let is_same = |at: usize| self.tokens.at(at).lower.contains("same");
        self.tokens.reads_at(at + 1, "as") && (is_same(at) || at > 0 && is_same(at - 1))
    }

    /// The date phrase of an event, both ends of a range, and vague words about time.
    pub(super) fn dates_left_out(&self, date: Option<Dated>) -> Vec<Range<usize>> {
        let mut found = self.ages();
        for (at, token) in self.tokens.iter().enumerate() {
            let Some(timex) = token.timex().and_then(|index| Some((index, self.timex(index)?))) else { continue };
            if self.is_compared(at) {
                continue;
            }
            let is_date = date.is_some_and(|date| {
                date.timex == timex.0 || self.timex(date.timex).is_some_and(|own| own.partner == Some(timex.0))
            });
            let is_vague = timex.1.kind == TimexKind::Date && timex.1.date.is_none() && timex.1.value.ends_with("_REF");
            let unresolved = timex.1.kind == TimexKind::Date && timex.1.date.is_none();
            let near_lead = date.is_none() && unresolved;
            if (is_date || is_vague || near_lead) && !self.ends_phrase(at) {
                found.push(if self.describes_noun(at) {
                    at..at + 1
                } else {
                    self.with_participle(self.with_coordinated(self.date_phrase(at)))
                });
            }
            // "for the year ended [March 31]".
            let phrase = when::phrase(self.tokens, at);
            if is_date
                && phrase.start == at
                && at > 3
                && self.tokens.reads_at(phrase.start - 1, "ended|ending")
                && (self.tokens.at(at - 2).timex().is_some() || self.tokens.is_at(at - 2, Tags::TIME_NOUN))
            {
                let opener = (phrase.start - 4..phrase.start - 1).rev().find(|at| self.tokens.reads_at(*at, "for|in"));
                found.extend(opener.map(|opener| opener..phrase.end));
            }
            // "for the quarter ended Sept. 29": which quarter.
            if is_date && self.tokens.reads_at(at + 1, "ended") && self.tokens.at(at + 2).timex().is_some() {
                found.push(at + 1..at + 3);
            }
            // "touched it twice: once in May": each is one of the two.
            if let Some(counted) = date.map(|date| date.token).and_then(|at| self.counted_off(at)) {
                let clause = &self.clauses[counted];
                let count = (clause.verb.end..clause.end).find(|at| self.tokens.reads_at(*at, "twice|times"));
                found.extend(count.map(|at| at - usize::from(self.tokens.reads_at(at, "times"))..at + 1));
            }
            // "between 2007 and 2010": all of it.
            let partner = timex.1.partner.filter(|_| is_date && timex.1.relation == Relation::RangeStart);
            let end = partner.and_then(|partner| self.tokens.iter().position(|token| token.timex() == Some(partner)));
            let start = when::phrase(self.tokens, at).start;
            found.extend(end.filter(|end| *end > at).map(|end| start..end + 1));
        }
        found
    }

    /// "was sworn in | last month": the word before is the verb's.
    fn date_phrase(&self, at: usize) -> Range<usize> {
        let mut phrase = when::phrase(self.tokens, at);
        // "as long ago as 2002", "as late as last month".
        let is_as = |at: usize| self.tokens.reads_at(at, "as");
        if let Some(last) = at.checked_sub(1).filter(|last| is_as(*last))
            && let Some(first) = (last.saturating_sub(AS_WITHIN)..last).find(|at| is_as(*at))
        {
            phrase.start = phrase.start.min(first);
        }
        let date = &self.tokens.at(at).lower;
        let is_pointed = ["last ", "this ", "next ", "yesterday", "today"].iter().any(|start| date.starts_with(start));
        let is_verbs = phrase.start + 1 == at && self.tokens.reads_at(phrase.start, "in|on") && is_pointed;
        // "was thrown out back in May", and not "took it back in May".
        let is_back = phrase.start > 1
            && phrase.start < at
            && self.tokens.reads_at(phrase.start - 1, "back")
            && self.tokens.reads_at(phrase.start - 2, "out|up|down|over|off");
        // "in the next month or two".
        let is_rough =
            self.tokens.reads_at(phrase.end, "or") && self.tokens.reads_at(phrase.end + 1, "two|three|so|more");
        let end = phrase.end + if is_rough { 2 } else { 0 };
        phrase.start + usize::from(is_verbs) - usize::from(is_back)..end
    }

    /// "Ana Rojas, 58, stepped down": an age between commas, with one of them on either side.
    fn ages(&self) -> Vec<Range<usize>> {
        let is_comma = |at: usize| self.tokens.is_kind_at(at, Kind::Comma);
        let is_age = |at: &usize| {
            let token = self.tokens.at(*at);
            token.kind == Kind::Number && token.text.len() <= 2 && self.tokens.is_capital_at(at - 2)
        };
        (2..self.tokens.len())
            .filter(|at| is_comma(at - 1) && is_comma(at + 1) && is_age(at))
            .map(|at| at - 1..at + 2)
            .gather()
    }
}
