//! What a verb makes of its object, without which it says another thing: "found Paz guilty", "left two men dead",
//! "declared Paz [the winner]".

use crate::event::clause::VERDICTS;
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use std::ops::Range;

/// Verbs with a verdict or a state behind their object.
const FINDING: &str =
    "found|finds|finding|declared|declares|ruled|pronounced|deemed|judged|left|leaves|leaving|rendered";

/// Verbs with an office or a title behind their object.
const NAMING: &str = "made|named|appointed|elected|declared|proclaimed|crowned|anointed|pronounced|called";

/// What something leaves people, or people leave.
const STATES: &str = "dead|injured|wounded|homeless|unconscious|paralysed|paralyzed|stranded|trapped|missing|unharmed|unconstitutional|illegal|\
     unlawful|invalid|safe|extinct";

/// An object with all that says who it is has at most so many words.
const OBJECT_WITHIN: usize = 16;

/// The complement of the object that begins behind `verb`, where there is one.
pub(in crate::event) fn complement(tokens: &[Token<'_>], verb: &Range<usize>) -> Option<usize> {
    let head = tokens.at(verb.end.saturating_sub(1));
    let is_active = !tokens.within(verb.clone()).iter().any(|token| token.is(Tags::BE) || token.reads("been|being"));
    let first = tokens.at(verb.end);
    let has_object = first.opens_object() || first.is_word() && !first.breaks_noun_phrase() && !first.is(Tags::ADVERB);
    if !is_active || !has_object || !head.reads(FINDING) && !head.reads(NAMING) {
        return None;
    }
    let is_end = |at: &usize| {
        let token = tokens.at(*at);
        let is_verb = token.form.past || token.form.either && !token.reads(STATES);
        matches!(token.kind, Kind::Stop | Kind::Dash | Kind::Quote)
            || token.is(Tags::MODAL.or(Tags::BE).or(Tags::HAVE).or(Tags::SUBORDINATOR)) && !token.is_capital
            || is_verb && !token.is_capital
    };
    let floor = verb.end + 1;
    let end = (floor..tokens.len().min(verb.end + OBJECT_WITHIN)).find(is_end);
    (floor..end.unwrap_or_else(|| tokens.len().min(verb.end + OBJECT_WITHIN))).find(|at| {
        let (before, token, next) = (tokens.at(at - 1), tokens.at(*at), tokens.at(at + 1));
        let after_object =
            before.is_word() && !before.breaks_noun_phrase() && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE))
                || matches!(before.kind, Kind::Comma | Kind::Bracketed);
        let is_last = !next.is_word() || next.breaks_noun_phrase() || next.is(Tags::ADVERB);
        let is_state = head.reads(FINDING) && (token.reads(VERDICTS) || token.reads(STATES)) && after_object && is_last;
        // "made Paz minister", "declared Paz the winner": directly behind a name.
        let is_office = token.is(Tags::PERSON) && !token.is_capital || token.reads("the|its|his|her|their|a|an");
        is_state || head.reads(NAMING) && before.is_capital && is_office
    })
}

/// Whether a cut behind the words `kept` leaves out what the verb makes of its object.
pub(super) fn awaits(tokens: &[Token<'_>], verb: &Range<usize>, kept: &[usize]) -> bool {
    let last = kept.last().copied().unwrap_or(verb.end);
    complement(tokens, verb).is_some_and(|complement| last < complement)
}
