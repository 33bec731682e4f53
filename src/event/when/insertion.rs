//! Dates before the verb in a phrase of their own: one that opens the sentence, or stands between commas.

use std::ops::Range;

use super::other::of_thing;
use super::part::{Part, in_subject};
use super::phrase::is_ed_or_ing;
use crate::event::clause::Clause;
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::leads_with_participle;

/// Words that open a phrase about another time than the clause's: "Since the collapse of the talks in 2020, …".
const OPENERS: &str = "since|after|before|until|following|despite|amid|unlike|like";

/// What a date does that stands before the verb, in a phrase of its own: "Since the merger in 2020, the firm has …",
/// "the firm, founded in 1922, went …", "the last strike, in 1983, lasted …".
pub(super) fn in_lead_or_insertion(tokens: &[Token<'_>], first: usize, at: usize, clause: &Clause) -> Option<Part> {
    let at_front = first < clause.verb.start && !in_subject(clause, first);
    if !at_front {
        return None;
    }
    let from = (0..first)
        .rev()
        .find(|at| matches!(tokens.at(*at).kind, Kind::Comma | Kind::Dash | Kind::Stop))
        .map_or(0, |at| at + 1);
    let segment = tokens.within(from..first);
    // "Since sailing to Peru, in March, she has": of the sailing.
    let sails = tokens.within(1..3).iter().any(|token| token.form.gerund);
    if sails && segment.is_empty() && tokens.first().is_some_and(|first| first.reads(OPENERS)) {
        return Some(Part::None);
    }
    let opener = segment.first()?;
    let leads_away = (from..first).any(|at| {
        let is_link = at > from && tokens.at(at).reads(OPENERS);
        is_link && tokens.is_at(at + 1, Tags::DETERMINER)
    });
    if opener.reads(OPENERS) || leads_away {
        let mut head = (from..first).rev().find(|at| tokens.is_at(*at, Tags::EVENT_NOUN));
        // "the collapse of the talks in 2020": the collapse.
        while let Some(outer) = head.and_then(|head| (from..head).rev().take(3).find(|at| tokens.reads_at(*at, "of"))) {
            let noun = outer.checked_sub(1).filter(|noun| *noun >= from && tokens.is_at(*noun, Tags::EVENT_NOUN));
            if noun.is_none() {
                break;
            }
            head = noun;
        }
        return Some(head.map_or(Part::None, Part::OfNoun));
    }
    let participle = (from..first).rev().find(|at| {
        let token = tokens.at(*at);
        let is_opener = from == 0 && token.is_capital || from > 0 && !token.is_capital;
        // "first elected in 2003".
        let after_adverb = *at == from + 1 && tokens.is_at(from, Tags::ADVERB) && !token.is(Tags::PLANNING);
        // ", gained an edge": it has an object.
        let acts =
            tokens.get(at + 1).is_some_and(|next| next.is(Tags::DETERMINER.or(Tags::PRONOUN)) && !next.is_capital);
        // ", said last week that": what somebody said, and nothing that was said of.
        let leads_on = (at + 1..first).any(|at| tokens.reads_at(at, "that"));
        !acts
            && !leads_on
            && (token.form.either || token.form.participle && !token.form.plain)
            && is_opener
            && (*at == from || after_adverb)
    });
    // "Under an agreement reached in 2014, both armies left": it was reached then.
    let close = (at..tokens.len()).find(|at| tokens.is_kind_at(*at, Kind::Comma)).unwrap_or(tokens.len());
    let inside = (2..first).find(|at| leads_with_participle(tokens, *at, close));
    if let Some(inside) = inside.filter(|_| from == 0) {
        return Some(Part::Participle(inside));
    }
    // ", originally scheduled for March,": what came otherwise.
    let was_planned = from > 0 && opener.is(Tags::ADVERB) && tokens.is_at(from + 1, Tags::PLANNING);
    if participle.is_none() && (was_planned || is_aside(tokens, from..first, at)) {
        return Some(Part::None);
    }
    // ", called in protest at a law passed in 2010,": of the law.
    let inner = first.checked_sub(1).filter(|inner| participle.is_some_and(|outer| *inner > outer + 1));
    let inner = inner.filter(|inner| {
        let (noun, word) = (tokens.at(inner - 1), tokens.at(*inner));
        let is_noun = noun.is_word() && !noun.breaks_noun_phrase() && !noun.is(Tags::ADVERB.or(Tags::DETERMINER));
        (word.form.either || word.form.participle) && !word.is_capital && is_noun
    });
    if let Some(inner) = inner {
        return Some(if of_thing(tokens, inner) { Part::Participle(inner) } else { Part::None });
    }
    // ", built in 1931 and widened in 1967,": the second date is of another participle.
    let second = (from + 1..first.saturating_sub(1))
        .rev()
        .find(|at| tokens.is_at(*at, Tags::CONJUNCTION) && is_ed_or_ing(tokens.at(at + 1)));
    participle.map(|participle| Part::Participle(second.map_or(participle, |and| and + 1)))
}

/// ", originally due in May,": an insertion about another time, which opens with no preposition; ", in force since 2004,"
/// and ", mayor from 1998 to 2006," tell how long something lasted.
fn is_aside(tokens: &[Token<'_>], segment: Range<usize>, at: usize) -> bool {
    let is_range = tokens.reads_at(at + 1, "to|until|till|and") && tokens.at(at + 2).timex().is_some();
    let closes = tokens.is_kind_at(if is_range { at + 3 } else { at + 1 }, Kind::Comma);
    let lasts = tokens.reads_at(segment.end, "since|from|until|till|between");
    let light = Tags::ADVERB.or(Tags::CONJUNCTION);
    let opener = tokens.within(segment.clone()).iter().find(|token| !token.is(light));
    let leads = Tags::PREPOSITION.or(Tags::SUBORDINATOR).or(Tags::RELATIVE).or(Tags::TIME_NOUN);
    segment.start > 0
        && tokens.is_kind_at(segment.start - 1, Kind::Comma)
        && closes
        && opener.is_some_and(|opener| opener.is(Tags::ADJECTIVE) || opener.is_word() && !opener.is_capital)
        && (lasts || !opener.is_some_and(|opener| opener.is(leads)))
}
