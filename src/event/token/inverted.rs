//! "Only in 2014 did the firm admit it", "Not until May was he charged": the auxiliary stands before its subject. Put
//! behind it, and without the word that brought it forward, the sentence reads as any other.

use super::{Kind, Token, TokenAt as _};
use crate::event::en::Tags;

/// Longest subject, in words.
const SUBJECT_WORDS: usize = 8;

/// "Among those killed in the fire was the mayor": who was, and how. The phrase, and where the subject ends.
fn among(tokens: &[Token<'_>]) -> Option<(usize, usize)> {
    let is_open = tokens.reads_at(0, "among") && tokens.reads_at(1, "those|them|the");
    let participle = (2..tokens.len().min(SUBJECT_WORDS)).find(|at| {
        let form = tokens.at(*at).form;
        (form.either || form.participle) && !tokens.is_capital_at(*at)
    })?;
    let plain = |token: &Token<'_>| token.is_word() && !token.breaks_noun_phrase();
    let auxiliary = (participle + 1..tokens.len()).find(|at| tokens.reads_at(*at, "was|were"))?;
    let is_phrase = |token: &Token<'_>| token.is_word() || token.timex().is_some() || token.kind == Kind::Number;
    let first = tokens.at(auxiliary + 1);
    let opens = first.is_capital || first.is(Tags::DETERMINER) || first.kind == Kind::Number;
    let is_whole = is_open
        && opens
        && tokens.within(2..participle).iter().all(plain)
        && tokens.within(participle..auxiliary).iter().all(is_phrase)
        && !tokens.within(participle..auxiliary).iter().any(|token| token.is(Tags::RELATIVE.or(Tags::CONJUNCTION)));
    let is_end = |at: &usize| {
        let token = tokens.at(*at);
        !token.is_word() && token.kind != Kind::Number
            || token.is(Tags::RELATIVE.or(Tags::SUBORDINATOR)) && !token.is_capital
    };
    let end = (auxiliary + 2..tokens.len()).find(is_end).unwrap_or(tokens.len());
    let is_dated = tokens.within(participle..auxiliary).iter().any(|token| token.timex().is_some());
    (is_whole && is_dated && end > auxiliary + 1).then_some((participle, end))
}

/// Puts the auxiliary of each such clause behind its subject.
pub(super) fn uninvert(tokens: &mut Vec<Token<'_>>) {
    if let Some((participle, end)) = among(tokens)
        && let Some(auxiliary) = (participle..end).find(|at| tokens.reads_at(*at, "was|were"))
    {
        // "killed in the fire | was | the mayor" to "the mayor | was | killed in the fire".
        if let Some(words) = tokens.get_mut(participle..end) {
            words.rotate_left(auxiliary + 1 - participle);
            let who = end - auxiliary - 1;
            if let Some(behind) = words.get_mut(who..) {
                behind.rotate_right(1);
            }
        }
        // ", the painter": who that is.
        if let Some(close) = with_apposition(tokens, end) {
            tokens.drain(end..close);
        }
        tokens.drain(..participle);
    }
    if let Some((verb, end)) = come_behind(tokens) {
        let closed = with_apposition(tokens, end);
        if let Some(comma) = closed.and_then(|_| tokens.get(end)).cloned() {
            tokens.insert(closed.unwrap_or(end), comma);
        }
        if let Some(words) = tokens.get_mut(verb..closed.map_or(end, |close| close + 1)) {
            words.rotate_left(1);
        }
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

/// "In 2011 died Ana Lind, the painter.": where the apposition to the subject that ends at `end` closes with the sentence.
fn with_apposition(tokens: &[Token<'_>], end: usize) -> Option<usize> {
    let close = (end + 1..tokens.len()).find(|at| !tokens.at(*at).is_word() || tokens.at(*at).form.gerund)?;
    let describes = tokens.is_kind_at(end, Kind::Comma) && tokens.reads_at(end + 1, "a|an|the|his|her|its");
    (describes && tokens.at(close).text == "." && close + 1 == tokens.len()).then_some(close)
}

/// Verbs that stand before their subject where a date or "then" opens a sentence, and have no object.
const INVERTING: &str = "came|comes|followed|follows|went|began|ended|died|fell|arrived|appeared";

/// What comes to somebody, and is nothing that happened: "In 1996 came the post of minister".
const OFFERED: &str = "post|job|chance|idea|turn|time|moment|role|part|title|rank|offer|money|peace|hope";

/// "Then, in 2006, came the thieves", "In 1998 followed a merger": the verb, and where its subject ends.
fn come_behind(tokens: &[Token<'_>]) -> Option<(usize, usize)> {
    let verb = (1..tokens.len().min(SUBJECT_WORDS)).find(|at| tokens.reads_at(*at, INVERTING))?;
    let leads = |at: usize| {
        let token = tokens.at(at);
        let light = Tags::PREPOSITION.or(Tags::ADVERB).or(Tags::TIME_NOUN);
        let is_place = at > 0 && token.is_capital && tokens.reads_at(at - 1, "in|at");
        token.timex().is_some() || token.kind == Kind::Comma || token.is(light) || token.reads("then|next") || is_place
    };
    let first = tokens.get(verb + 1)?;
    let opens = first.is(Tags::DETERMINER) && !first.is(Tags::PRONOUN)
        || first.reads("a|an|the|another|two|three")
        || first.is_capital;
    let is_end = |at: &usize| {
        let token = tokens.at(*at);
        let is_date = |at: usize| tokens.at(at).timex().is_some();
        matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Sign)
            || is_date(*at)
            || token.is(Tags::PREPOSITION) && is_date(at + 1)
            || token.is(Tags::RELATIVE.or(Tags::SUBORDINATOR)) && !token.is_capital
    };
    let end = (verb + 2..tokens.len()).find(is_end).unwrap_or(tokens.len());
    let end = end - usize::from(tokens.at(end - 1).text == ".");
    let head = (verb + 2..end).find(|at| tokens.is_at(*at, Tags::PREPOSITION)).unwrap_or(end) - 1;
    // "On Friday came Ana Lind" tells too little.
    let is_bare = tokens.reads_at(verb, "came|comes|went") && tokens.is_capital_at(head) && !first.is(Tags::DETERMINER);
    let tells = !tokens.reads_at(head, OFFERED) && !is_bare;
    ((0..verb).all(leads) && opens && tells && end > verb + 1).then_some((verb, end))
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
    // "Not since 1974 has a party won so many": none has.
    let is_denied = tokens.reads_at(at, "not") && tokens.reads_at(at + 1, "since");
    if !opens
        || !is_dated
        || is_denied
        || !tokens.is_at(auxiliary, Tags::BE.or(Tags::HAVE).or(Tags::DO).or(Tags::MODAL))
    {
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
