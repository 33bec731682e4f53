//! What leads to a subject and is no part of it: adverbs, phrases, dates, what it was before who it is.

use std::ops::Range;

use super::subject::Search;
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::lookup::listed::Listed;

/// Words that belong to the number behind them.
const APPROXIMATE: &str =
    "at|nearly|almost|about|around|roughly|over|under|approximately|some|only|just|twice|another|up|more|exactly";

/// What a place is, said behind its name.
const PLACES: Listed = Listed(
    "capital|city|town|village|port|hub|suburb|district|region|province|state|county|island|stronghold|centre|center|resort|area|\
     neighbourhood|neighborhood|enclave|borough",
);

impl Search<'_, '_> {
    /// "In São Paulo, Brazil’s economic capital, a thousand people": what leads to the subject, with its apposition.
    pub(super) fn describes_place(&self, from: usize, segment: &[Token<'_>]) -> bool {
        let close = from.checked_sub(1).filter(|at| self.tokens.is_kind_at(*at, Kind::Comma));
        let name = close.and_then(|close| (0..close).rev().find(|at| !self.tokens.is_capital_at(*at) || *at == 0));
        let head = segment.iter().position(|token| token.is_word() && token.breaks_noun_phrase());
        let head = head.unwrap_or(segment.len()).checked_sub(1).and_then(|at| segment.get(at));
        name.is_some_and(|name| self.tokens.reads_at(name, "in|at|near|outside"))
            && head.is_some_and(|head| PLACES.has(&head.lower))
    }

    /// Takes adverbs, prepositional phrases and dates off the front of the subject.
    pub(super) fn strip_lead(&self, pieces: &mut [Range<usize>]) {
        let Some(first) = pieces.first_mut() else { return };
        while let Some(token) = self.tokens.get(first.start).filter(|_| first.start < first.end) {
            let is_lead = token.is(Tags::ADVERB.or(Tags::CONJUNCTION))
                && !token.is(Tags::PRONOUN.or(Tags::DETERMINER).or(Tags::ADJECTIVE))
                || matches!(token.kind, Kind::Comma | Kind::Timex(_) | Kind::Quote | Kind::Sign)
                    && !self.is_matched_quote(first)
                    && !names_kind(self.tokens, first.start)
                // "First the flood came".
                || token.reads("first|next") && self.tokens.reads_at(first.start + 1, "the|a|an");
            // "Nearly 14,000 people": how many, and no lead.
            let next = self.tokens.get(first.start + 1);
            let counts = next
                .is_some_and(|next| next.kind == Kind::Number || next.reads("half|as|all|every|least|most"))
                && token.reads(APPROXIMATE)
                || token.reads("only|mostly|mainly|largely|not|hardly")
                    && next.is_some_and(|next| next.is_word() && !next.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR)));
            // "Tired of waiting, the pilot": what he was, before who he is.
            let describes = first.start == 0
                && (token.form.either || token.form.participle || token.form.gerund)
                && next.is_some_and(|next| next.is(Tags::PREPOSITION));
            // A name between commas closes the subject; else all before the last comma leads to it.
            let is_comma = |at: &usize| self.tokens.is_kind_at(*at, Kind::Comma);
            let closes = first.end > 0 && self.tokens.is_kind_at(first.end - 1, Kind::Comma);
            let mut inside = first.start..first.end.saturating_sub(1);
            let comma = if closes { inside.find(is_comma) } else { inside.rfind(is_comma) };
            // "Sadly, the mayor": an adverb that a capital hides.
            let is_aside =
                first.start == 0 && token.lower.ends_with("ly") && next.is_some_and(|next| next.kind == Kind::Comma);
            let describes = describes || is_aside;
            if counts {
                break;
            } else if let (true, Some(comma)) = (describes, comma) {
                first.start = comma + 1;
            } else if is_lead {
                first.start += 1;
            } else if token.reads("per") {
                break;
            } else if token.reads("according") || token.is(Tags::PREPOSITION) {
                first.start = self.after_phrase(first.start, first.end);
            } else {
                break;
            }
        }
    }

    fn is_matched_quote(&self, piece: &Range<usize>) -> bool {
        let quotes = self.tokens.within(piece.clone()).iter().filter(|token| token.kind == Kind::Quote).count();
        self.tokens.is_kind_at(piece.start, Kind::Quote) && quotes > 1
    }

    /// One past the prepositional phrase at `start`: after its date, its comma, its names, or before the last
    /// determiner.
    fn after_phrase(&self, start: usize, end: usize) -> usize {
        let inside = start + 1..end;
        // "In Sunday’s debate against Vega, Lind attacked him": the day is an owner.
        let owns = |at: usize| self.tokens.get(at + 1).is_some_and(|next| matches!(next.text, "'s" | "’s" | "'" | "’"));
        let closes = |at: &usize| match self.tokens.at(*at).kind {
            Kind::Comma => true,
            Kind::Timex(_) => !owns(*at),
            _ => false,
        };
        if let Some(comma) = inside.clone().find(closes) {
            return comma + 1;
        }
        let mut at = start + 1;
        while at < end && (self.tokens.is_capital_at(at)) {
            at += 1;
        }
        if at > start + 1 && at < end {
            return at;
        }
        inside
            .rev()
            .find(|at| {
                self.tokens.is_at(*at, Tags::DETERMINER.or(Tags::PRONOUN))
                    && *at > start + 1
                    && !self.tokens.is_at(*at - 1, Tags::PREPOSITION)
            })
            .unwrap_or(end)
    }
}

/// "Third-quarter results": a date that says what kind.
pub(super) fn names_kind(tokens: &[Token<'_>], at: usize) -> bool {
    let is_noun = |next: &Token<'_>| !next.is_capital && !next.breaks_noun_phrase();
    tokens.get(at).is_some_and(|token| token.timex().is_some() && token.text.contains('-'))
        && tokens.get(at + 1).is_some_and(is_noun)
}
