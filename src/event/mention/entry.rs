//! Entries of a chronology: "March 2016: The commission refers the case".
//!
//! The words after the date are a headline already, whatever their tense, and an editor wrote them. One such line alone
//! may be anything ("2001: A Space Odyssey"); two of them close together are a list. The date may stand above its entry,
//! as a heading.

use std::ops::Range;

use super::Reader;
use super::title::title_action;
use super::told::Told;
use crate::calendar::Edtf;
use crate::event::candidate::{Candidate, Standing};
use crate::event::en::Tags;
use crate::event::headline::{self, MAX_HEADLINE};
use crate::event::model::{Extent, HeadlineBasis, Status};
use crate::event::refer::{Reading, Subject};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::gather::Gather;
use crate::text::TextSpan;
use crate::timex::{BETWEEN_ENTRIES, Relation, Timex, TimexKind, opens_entry};

/// Expressions before and after an entry's date among which another entry's is looked for.
const NEIGHBOURS: usize = 8;

/// An entry in its editor's words stands before what sentences give.
const QUALITY: i32 = 95;

/// Cuts a line of several entries before each of their dates.
pub(in crate::event) fn entries(text: &str, line: TextSpan, timexes: &[Timex]) -> Vec<TextSpan> {
    let mut cuts = Vec::new();
    let mut from = line.start;
    let first = timexes.partition_point(|timex| timex.span.start <= line.start);
    for timex in timexes.iter().skip(first).take_while(|timex| timex.span.end <= line.end) {
        let before = text.get(from..timex.span.start).unwrap_or_default().trim_end();
        let after = text.get(timex.span.end..line.end).unwrap_or_default().trim_start();
        let end = from + before.trim_end_matches(BETWEEN_ENTRIES).trim_end().len();
        if before.ends_with(BETWEEN_ENTRIES) && after.starts_with(BETWEEN_ENTRIES) && end > from {
            cuts.push(TextSpan::new(from, end));
            from = timex.span.start;
        }
    }
    cuts.push(TextSpan::new(from, line.end));
    cuts
}

impl Reader<'_, '_> {
    /// The entry that the sentence is, where it is one.
    pub(super) fn entry(&self) -> Option<Candidate> {
        let (first, told_from) = self.own_date().or_else(|| self.date_above())?;
        let timex = self.timex(first)?;
        let (last, date) = self.dates_of_entry(first, timex)?;
        let is_dated_again =
            |at: usize| self.timex(at).is_some_and(|timex| timex.date.is_some_and(|date| date.days() == Some(1)));
        // "2001: On 11 September …" is dated better by its sentence.
        if self.tokens.iter().skip(told_from).filter_map(|token| token.timex()).any(is_dated_again) {
            return None;
        }
        let end = (told_from..self.tokens.len()).find(|at| self.tokens.is_kind_at(*at, Kind::Stop));
        let end = end.unwrap_or(self.tokens.len());
        let (end, basis) = self.fitting(told_from..end)?;
        let ids: Vec<usize> = (told_from..end).gather();
        let named = headline::join(&self.source.article.text, self.tokens, &ids, &self.replaced());
        let headline = headline::tidy(&named);
        let headline = if headline.chars().count() > MAX_HEADLINE { self.words(told_from..end) } else { headline };
        let words = self
            .tokens
            .get(told_from..end)?
            .iter()
            .filter(|token| token.is_word() && !token.is(Tags::DETERMINER))
            .count();
        if words == 0 {
            return None;
        }
        // "9 January: Arden" says too little to stand alone, and may be what others tell.
        let standing = if words < 2 { Standing::Support } else { Standing::Dated };
        let subject = Subject { words: None, actor: None, reading: Reading::Plain };
        let told = Told { basis, ..Told::new(headline, QUALITY, subject) };
        let pieces: Vec<Range<usize>> = std::iter::once(told_from..end).gather();
        let verb = self.clauses.iter().find(|clause| (told_from..end).contains(&clause.verb.head));
        let action = verb.map(|clause| self.action(clause));
        let action = action.or_else(|| title_action(self.tokens, told_from, self.source.lexicon)).unwrap_or_default();
        let action = self.measure(told_from..end).unwrap_or(action);
        let clause = self.clause_of(told_from).unwrap_or_default();
        let status = if self.is_after_publication(date) { Status::Planned } else { Status::Happened };
        let mut candidate = self.assemble(clause, &pieces, told, standing, status, action.clone());
        candidate.keys.insert(action);
        candidate.attribution = None;
        candidate.actor = self.first_name(told_from..end);
        let mut candidate = Self::with_date(candidate, timex, date);
        candidate.expression = Some(TextSpan::new(timex.span.start, self.timex(last)?.span.end));
        candidate.rule = String::from("entry");
        if last != first {
            candidate.extent = Extent::Throughout;
        }
        Some(candidate)
    }

    /// The date that the entry begins with, and where its words begin.
    fn own_date(&self) -> Option<(usize, usize)> {
        let is_bullet = |kind: Kind| matches!(kind, Kind::Dash | Kind::Sign | Kind::Stop);
        let first = self.tokens.iter().find(|token| !is_bullet(token.kind))?.timex()?;
        let timex = self.timex(first)?;
        let (last, _) = self.dates_of_entry(first, timex)?;
        if !self.is_entry(timex, self.timex(last)?.span) || !self.has_neighbour(first) {
            return None;
        }
        Some((first, self.tokens.iter().position(|token| token.timex() == Some(last))? + 2))
    }

    /// The date of the heading above a sentence that has none.
    fn date_above(&self) -> Option<(usize, usize)> {
        let is_dated = |token: &Token<'_>| token.timex().and_then(|at| self.timex(at)?.date).is_some();
        let above = self.sentence.under.filter(|_| !self.tokens.iter().any(is_dated))?;
        Some((above, 0))
    }

    /// The date of an entry and the expression that ends it: one, or the two ends of a range.
    fn dates_of_entry(&self, first: usize, timex: &Timex) -> Option<(usize, Edtf)> {
        let date = timex.date.filter(|_| matches!(timex.kind, TimexKind::Date | TimexKind::Time))?;
        match timex.partner.filter(|_| timex.relation == Relation::RangeStart) {
            Some(partner) => {
                let end = self.timex(partner)?.date?;
                Some((partner, Edtf::Interval(date.start(), end.end())))
            }
            None => Some((first, date)),
        }
    }

    fn is_entry(&self, timex: &Timex, last: TextSpan) -> bool {
        opens_entry(&self.source.article.text, TextSpan::new(timex.span.start, last.end))
    }

    /// Whether another entry stands near by.
    fn has_neighbour(&self, index: usize) -> bool {
        let near = index.saturating_sub(NEIGHBOURS)..index + NEIGHBOURS + 1;
        near.filter(|at| *at != index).filter_map(|at| self.timex(at)).any(|timex| {
            let last = timex.partner.and_then(|partner| self.timex(partner)).map_or(timex.span, |partner| partner.span);
            let last = if last.end < timex.span.end { timex.span } else { last };
            timex.date.is_some() && (self.is_entry(timex, last) || self.is_entry(timex, timex.span))
        })
    }

    /// The name that an entry begins with, what it is before it: "Test engineer Ana Rojas warns", not "Trial opens in Corr".
    fn first_name(&self, entry: Range<usize>) -> Option<String> {
        let name = self.names.iter().find(|name| entry.contains(&name.tokens.start))?;
        let before = self.tokens.get(entry.start..name.tokens.start)?;
        let is_told = |token: &Token<'_>| {
            token.is(Tags::PREPOSITION) || token.form.third || token.form.either || token.form.past || !token.is_word()
        };
        (!before.iter().any(is_told)).then(|| name.text.clone())
    }

    /// Where the words of an entry end, so that they fit a headline: at its end, else before a phrase that hangs on.
    fn fitting(&self, entry: Range<usize>) -> Option<(usize, HeadlineBasis)> {
        let fits = |end: usize| self.words(entry.start..end).chars().count() <= MAX_HEADLINE;
        if fits(entry.end) {
            return Some((entry.end, HeadlineBasis::Article));
        }
        let cut = |at: &usize| {
            let token = self.tokens.at(*at);
            (token.kind == Kind::Comma || token.kind == Kind::Dash || token.is(Tags::CONJUNCTION)) && fits(*at)
        };
        let end = entry.clone().rev().find(cut).filter(|end| *end > entry.start + 2)?;
        let end = if self.tokens.is_kind_at(end - 1, Kind::Comma) { end - 1 } else { end };
        Some((end, HeadlineBasis::Shortened))
    }
}

#[cfg(test)]
mod tests {
    use crate::event::fixtures::chronology;

    #[test]
    fn the_lines_of_a_chronology_are_events_in_their_own_words_whatever_their_bullet() {
        for bullet in ["-- ", "- ", "\u{2022} ", "> ", ""] {
            let list =
                format!("{bullet}May 4, 2016: Vega visits, sips filtered water\n{bullet}May 9: Federal emergency\n");
            let found = chronology(&[&format!("The water\n\n14 June 2017\n\nKey dates in the case:\n\n{list}")]);
            let told: Vec<String> = found
                .events
                .iter()
                .map(|event| {
                    format!("{} {}", event.date.map_or(String::new(), |date| date.to_string()), event.headline)
                })
                .collect();
            assert_eq!(
                told,
                ["2016-05-04 Vega visits, sips filtered water", "2016-05-09 Federal emergency"],
                "{bullet}"
            );
        }
    }
}
