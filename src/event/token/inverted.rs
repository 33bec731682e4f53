//! "Only in 2014 did the firm admit it", "Not until May was he charged": the auxiliary stands before its subject. Put
//! behind it, and without the word that brought it forward, the sentence reads as any other.

use super::{Kind, Token, TokenAt as _};
use crate::event::en::Tags;

/// Longest subject, in words.
const SUBJECT_WORDS: usize = 8;

/// Puts the auxiliary of each such clause behind its subject.
pub(super) fn uninvert(tokens: &mut Vec<Token<'_>>) {
    if let Some((verb, end)) = come_behind(tokens)
        && let Some(words) = tokens.get_mut(verb..end)
    {
        words.rotate_left(1);
    }
    let mut spent = Vec::new();
    for at in 0..tokens.len() {
        if let Some((auxiliary, verb)) = inverted(tokens, at) {
            if let Some(words) = tokens.get_mut(auxiliary..verb) {
                words.rotate_left(1);
            }
            spent.push(at);
        }
    }
    if spent.is_empty() {
        return;
    }
    let mut at = 0;
    tokens.retain(|_| {
        at += 1;
        spent.binary_search(&(at - 1)).is_err()
    });
}

/// "Then, in 2006, came the thieves": the verb, and where its subject ends.
fn come_behind(tokens: &[Token<'_>]) -> Option<(usize, usize)> {
    let verb = (1..tokens.len().min(SUBJECT_WORDS)).find(|at| tokens.reads_at(*at, "came"))?;
    let leads = |token: &Token<'_>| {
        let light = Tags::PREPOSITION.or(Tags::ADVERB).or(Tags::TIME_NOUN);
        token.timex().is_some() || token.kind == Kind::Comma || token.is(light) || token.reads("then")
    };
    let is_led = tokens.get(..verb)?.iter().all(leads);
    let first = tokens.get(verb + 1)?;
    let opens = first.is(Tags::DETERMINER) && !first.is(Tags::PRONOUN)
        || first.reads("a|an|the|another|two|three")
        || first.is_capital;
    let is_end = |at: &usize| matches!(tokens.at(*at).kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Sign);
    let end = (verb + 2..tokens.len()).find(is_end).unwrap_or(tokens.len());
    let end = end - usize::from(tokens.at(end - 1).text == ".");
    // "In 1996 came the post of minister" tells of nothing that came.
    let happens = |token: &Token<'_>| {
        token.is(Tags::EVENT_NOUN.or(Tags::PERSON)) || token.lower.ends_with("ers") || token.reads("first|second|last")
    };
    let head = (verb + 2..end).find(|at| tokens.is_at(*at, Tags::PREPOSITION)).unwrap_or(end) - 1;
    let tells = tokens.get(head).is_some_and(happens);
    (is_led && opens && tells && end > verb + 2).then_some((verb, end))
}

/// The auxiliary and the verb of an inversion that the word at `at` opens: "only", "not".
fn inverted(tokens: &[Token<'_>], at: usize) -> Option<(usize, usize)> {
    if !tokens.is_at(at, Tags::ADVERB) || !tokens.reads_at(at, "only|not") {
        return None;
    }
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let opens = before.is_none_or(|before| !before.is_word() && before.timex().is_none() || before.reads("and|but|so"));
    let date = (at + 1..at + 4).find(|at| !tokens.is_at(*at, Tags::PREPOSITION.or(Tags::ADVERB)))?;
    let auxiliary = date + 1;
    let is_dated = date > at + 1 && tokens.at(date).timex().is_some();
    if !opens || !is_dated || !tokens.is_at(auxiliary, Tags::BE.or(Tags::HAVE).or(Tags::DO).or(Tags::MODAL)) {
        return None;
    }
    let subject = auxiliary + 1;
    let takes_plain = tokens.is_at(auxiliary, Tags::DO.or(Tags::MODAL));
    let is_verb = |at: usize| {
        let (token, before) = (tokens.at(at), tokens.at(at - 1));
        let form = if takes_plain { token.form.plain } else { token.is_past_form() || token.form.gerund };
        let in_phrase = before.is(Tags::DETERMINER.or(Tags::ADJECTIVE)) && !before.is(Tags::PRONOUN)
            || before.is_possessive
            || at == subject;
        form && !token.is_capital && !in_phrase
    };
    let is_end = |at: &usize| matches!(tokens.at(*at).kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Sign);
    let end = (subject..tokens.len().min(subject + SUBJECT_WORDS)).find(is_end).unwrap_or(tokens.len());
    // "did a trade deal fail": the last of two that stand together.
    let first = (subject + 1..end.min(subject + SUBJECT_WORDS)).find(|at| is_verb(*at))?;
    let verb = first + usize::from(takes_plain && tokens.at(first + 1).form.plain && is_verb(first + 1));
    Some((auxiliary, verb))
}
