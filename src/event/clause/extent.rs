//! How far a clause goes on behind its verb.

use super::{Clause, Link};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};

/// A clause runs to the next one that begins behind its verb, or to where the insertion it stands in closes.
pub(super) fn set_ends(tokens: &[Token<'_>], clauses: &mut [Clause]) {
    for index in 0..clauses.len() {
        let verb = clauses[index].verb;
        let whole = clauses[index].end.max(tokens.len());
        // "– where the fund was founded – last week": what a dash opens, a dash closes.
        let in_dashes = clauses[index].start > 0 && tokens.is_kind_at(clauses[index].start - 1, Kind::Dash);
        let is_end = |at: &usize| tokens.is_kind_at(*at, Kind::Stop) || in_dashes && tokens.is_kind_at(*at, Kind::Dash);
        let mut end = (verb.end..whole).find(is_end).unwrap_or(whole);
        for later in clauses.iter().skip(index + 1).filter(|later| !later.is_indirect(tokens)) {
            // ", and in 1986, when they met": the date is that of the clause it opens.
            let is_when = matches!(later.link, Link::Relative(marker) if tokens.reads_at(marker, "when|where"));
            let has_marker = !matches!(later.link, Link::Main | Link::Joined(_)) && !is_when;
            let opens = if has_marker || tokens.is_at(later.start, Tags::CONJUNCTION) {
                later.start
            } else {
                with_lead(tokens, later.start, verb.end)
            };
            // ", who is accused, on Friday appeared": the day is of the clause around.
            let day = later.verb.start.checked_sub(1).filter(|at| tokens.at(*at).timex().is_some());
            let day = day.map(|day| day - usize::from(tokens.is_at(day.saturating_sub(1), Tags::PREPOSITION)));
            let inner = day.filter(|day| *day > verb.end && tokens.is_kind_at(day - 1, Kind::Comma));
            let limit = if later.start >= verb.end { opens } else { inner.unwrap_or(later.verb.start) };
            // "He broke it: in May he signed" — what a colon opens belongs to the clause behind it.
            let stop = (verb.end..limit.min(tokens.len())).find(|at| tokens.is_kind_at(*at, Kind::Stop));
            let limit = stop.unwrap_or(limit);
            end = end.min(limit.max(verb.end));
        }
        // "the ash which the mountain threw out and which lies in the valley": of the ash as well.
        // "sang and he ’s danced since": a verb that was not known for one.
        let and_which = |at: &usize| {
            let next = tokens.at(at + 1);
            tokens.reads_at(*at, "and|but|or")
                && (next.reads("which|who|whom|whose|he|she|they|we|i") || next.is_contraction())
        };
        // "since 1999 when the general came": what the date is told by.
        let date_when = |at: &usize| tokens.reads_at(*at, "when") && tokens.at(at - 1).timex().is_some();
        end = (verb.end..end).find(|at| and_which(at) || date_when(at)).unwrap_or(end);
        let trimmed = tokens
            .within(verb.end..end)
            .iter()
            .rposition(|token| {
                !(matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Stop)
                    || token.is(Tags::CONJUNCTION)
                    || token.text == ".")
            })
            .map_or(verb.end, |last| verb.end + last + 1);
        let own = before_next_phrase(tokens, &clauses[index], before_again(tokens, &clauses[index], trimmed));
        clauses[index].end = without_lag(tokens, verb.end, own);
    }
}

/// "in 2016, when thieves took the files, and again in May": what happened again is of the clause around.
fn before_again(tokens: &[Token<'_>], clause: &Clause, end: usize) -> usize {
    let Link::Relative(marker) = clause.link else { return end };
    let is_again = |at: &usize| {
        tokens.is_kind_at(*at, Kind::Comma) && tokens.reads_at(at + 1, "and|then") && tokens.reads_at(at + 2, "again")
    };
    let again = (clause.verb.end..end).find(is_again);
    again.filter(|_| tokens.reads_at(marker, "when|where")).unwrap_or(end)
}

/// "an exchange, which took place in May, but on little else": what a conjunction and a preposition open goes on with the
/// clause around.
fn before_next_phrase(tokens: &[Token<'_>], clause: &Clause, end: usize) -> usize {
    let Link::Relative(marker) = clause.link else { return end };
    let opens = |at: &usize| {
        tokens.is_kind_at(*at, Kind::Comma)
            && tokens.reads_at(at + 1, "and|but|or")
            && tokens.is_at(at + 2, Tags::PREPOSITION)
    };
    let is_aside = marker > 0 && tokens.is_kind_at(marker - 1, Kind::Comma);
    // "The expert who used it, Dr Ana Lind, died": who that is.
    let names = |at: &usize| {
        let after = (at + 1..end + 1).find(|at| !tokens.is_capital_at(*at)).unwrap_or(end);
        tokens.reads_at(marker, "who|that|which")
            && tokens.is_kind_at(*at, Kind::Comma)
            && !tokens.is_capital_at(at - 1)
            && after > at + 2
            && (after >= end || tokens.is_kind_at(after, Kind::Comma))
    };
    let found = (clause.verb.end..end).find(|at| if is_aside { opens(at) } else { names(at) });
    found.unwrap_or(end)
}

/// Words that say how long before or after, without a number.
const LAGS: &str = "hours|minutes|seconds|moments|days|weeks|shortly|immediately|soon";

/// "…, four years after the group fell": the length at the end belongs to what follows.
fn without_lag(tokens: &[Token<'_>], floor: usize, end: usize) -> usize {
    let Some(last) = end.checked_sub(1).filter(|last| *last >= floor) else { return end };
    let is_lag = (tokens.at(last).timex().is_some() || tokens.at(last).reads(LAGS))
        && tokens.is_at(end, Tags::SUBORDINATOR)
        && !tokens.is_at(last - 1, Tags::PREPOSITION);
    let comma = usize::from(is_lag && tokens.is_kind_at(last - 1, Kind::Comma));
    if is_lag { last - comma } else { end }
}

/// Where a clause's leading phrase begins, such as "in 2020," before its subject; never before `floor`.
fn with_lead(tokens: &[Token<'_>], start: usize, floor: usize) -> usize {
    let mut at = start;
    let mut lead = at - usize::from(at > floor && tokens.is_kind_at(at - 1, Kind::Comma));
    if lead > floor && tokens.at(lead - 1).timex().is_some() {
        // "by 2022-23": both ends of the range.
        let is_date = |token: &Token<'_>| token.timex().is_some() || matches!(token.kind, Kind::Dash | Kind::Sign);
        while lead > floor && is_date(tokens.at(lead - 1)) {
            lead -= 1;
        }
        if lead > floor && tokens.is_at(lead - 1, Tags::PREPOSITION) {
            lead -= 1;
        }
        let opens =
            lead > floor && (tokens.is_kind_at(lead - 1, Kind::Comma) || tokens.is_at(lead - 1, Tags::CONJUNCTION));
        if opens {
            at = lead;
        }
    }
    if at > floor && tokens.is_at(at - 1, Tags::CONJUNCTION) {
        at -= 1;
    }
    at
}
