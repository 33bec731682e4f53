//! Rows of verbs: "left in March, slept for years and woke up in January".

use super::choose::{is_boundary, lacks_object, verb_follows};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};

/// "began in 2001, stopped in 2005, and was finished": behind the stretch that ends at `to`, a conjunction brings a
/// further verb.
pub(super) fn list_goes_on(tokens: &[Token<'_>], to: usize) -> bool {
    // "stopped in 2005 when the money ran out, and was": the clause inside closes at its comma.
    let inner = tokens.reads_at(to, "when|where|after|because|while");
    let to = if inner { (to..tokens.len()).find(|at| tokens.is_kind_at(*at, Kind::Comma)).unwrap_or(to) } else { to };
    let conjunction = to + usize::from(tokens.is_kind_at(to, Kind::Comma));
    let auxiliary = Tags::MODAL.or(Tags::BE).or(Tags::HAVE);
    // ", and finally let go".
    let verb = conjunction + 1 + usize::from(tokens.is_at(conjunction + 1, Tags::ADVERB));
    tokens.reads_at(conjunction, "and")
        && tokens.get(verb).is_some_and(|next| !next.is_capital && (next.is_past_form() || next.is(auxiliary)))
}

/// The auxiliary of the passive whose row goes on at `from`: "were found guilty in May, | acquitted in June"; what a
/// capital names before the comma may be what the participle tells of: "was born in Lima, founded in 1535".
pub(super) fn passive_row(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    let is_passive = |at: &usize| {
        let head = at + 1 + usize::from(tokens.is_at(at + 1, Tags::ADVERB));
        let head = tokens.at(head);
        tokens.is_at(*at, Tags::BE) && (head.form.either || head.form.participle)
    };
    let is_open =
        |at: &usize| !matches!(tokens.at(*at).kind, Kind::Stop | Kind::Dash) && !tokens.is_at(*at, Tags::RELATIVE);
    let comma = from.checked_sub(1).filter(|comma| *comma > 0 && !tokens.is_capital_at(comma - 1))?;
    let auxiliary = (0..comma).rev().take_while(is_open).find(is_passive);
    auxiliary.filter(|_| tokens.at(from).form.either || tokens.at(from).form.participle)
}

/// "left in May, slept for years, woke up in June and got there": a form behind a comma in a row of such forms that ends
/// with "and" and a further verb.
pub(super) fn is_of_list(tokens: &[Token<'_>], from: usize) -> bool {
    let goes_on = |comma: usize| tokens.get(comma + 1).is_some_and(|next| next.is_past_form() && !next.is_capital);
    let to = row_closes(tokens, from);
    // "Knox, arrested in May, was tried in June, cleared in July, and let go": the row begins with its passive.
    let passive = passive_row(tokens, from);
    let mut commas = (passive.unwrap_or(0)..from).filter(|at| tokens.is_kind_at(*at, Kind::Comma)).peekable();
    let first = commas.peek().copied().unwrap_or(0);
    // "the firm, founded in 1922, went": what stands before the first comma has no verb.
    let has_verb = (1..first).any(|at| tokens.get(at).is_some_and(|token| token.is_past_form() && !token.is_capital));
    // "owed it to a video, recorded in May and made public in June": what the video was.
    let is_told = passive.is_some() || !lacks_object(tokens, from);
    to.is_some() && has_verb && is_told && commas.all(goes_on)
}

/// Where the "and" stands that closes a row of such forms, the first of which opens at `from`.
pub(super) fn row_closes(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    let goes_on = |comma: usize| tokens.get(comma + 1).is_some_and(|next| next.is_past_form() && !next.is_capital);
    let close = |from: usize| (from + 1..tokens.len()).find(|at| is_boundary(tokens.at(*at)));
    let mut to = close(from);
    while let Some(comma) = to.filter(|to| !list_goes_on(tokens, *to)) {
        if !(tokens.is_kind_at(comma, Kind::Comma) && goes_on(comma)) {
            return None;
        }
        to = close(comma + 1);
    }
    to
}

/// ", bought in 1950, and sold in 1990, is": the row whose last "and" stands at or behind `and` is an insertion.
pub(super) fn is_inserted_row(tokens: &[Token<'_>], and: usize) -> bool {
    let close = (and + 2..tokens.len()).find(|at| is_boundary(tokens.at(*at)));
    close.is_some_and(|close| verb_follows(tokens, close))
}
