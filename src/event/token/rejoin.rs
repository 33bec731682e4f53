//! Puts together what a corpus cut apart: "China 's" and "the state - run bank" of a text that was cut into words.

use super::read::word;
use super::{Kind, Token, TokenAt as _};
use crate::event::en::{Lexicon, Tags, VerbForm};
use crate::gather::Gather;
use crate::text::TextSpan;
use crate::text::phrase::replaced;

/// A hyphen as such a text has it.
const APART: &str = " - ";

/// Words that stand before a hyphen and a name: "anti-Norland", "al-Sadr".
const PREFIXES: &str = "anti|post|pro|al|el|ul|non|pre|ex|then|mid|un|neo|de|mini|trans";

/// Small words that a hyphen joins to the word before: "the run-up", "face-to-face".
const PARTICLES: &str = "up|off|out|in|on|to|of|by|over|down|back|through|again";

/// Puts endings and compounds together.
pub(super) fn rejoin<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>, lexicon: &Lexicon) {
    join_possessives(text, tokens);
    let is_sign = |token: &Token<'_>| token.kind == Kind::Comma || matches!(token.text, "." | "'" | "’");
    let is_cut =
        tokens.windows(2).any(|pair| matches!(pair, [word, sign] if is_sign(sign) && word.span.end < sign.span.start));
    let mut at = 1;
    while is_cut && at < tokens.len() {
        if is_hyphen(tokens, at) {
            let span = TextSpan::new(tokens.at(at - 1).span.start, tokens.at(at + 1).span.end);
            tokens.drain(at..at + 2);
            if let Some(first) = tokens.get_mut(at - 1) {
                *first = word(text, span, lexicon);
            }
        } else {
            at += 1;
        }
    }
}

/// Whether the dash at `at` stands inside a compound: what it parts are two words of which the second opens no phrase.
fn is_hyphen(tokens: &[Token<'_>], at: usize) -> bool {
    let (before, sign, after) = (tokens.at(at - 1), tokens.at(at), tokens.at(at + 1));
    let is_close = before.span.end + 1 == sign.span.start && sign.span.end + 1 == after.span.start;
    let is_age = before.timex().is_some() && after.reads("old|long");
    let opens = Tags::DETERMINER
        .or(Tags::PRONOUN)
        .or(Tags::RELATIVE)
        .or(Tags::SUBORDINATOR)
        .or(Tags::CONJUNCTION)
        .or(Tags::PREPOSITION)
        .or(Tags::BE)
        .or(Tags::HAVE)
        .or(Tags::MODAL);
    let is_part = after.reads(PARTICLES) && !before.is_capital
        || !after.is(opens) && !after.lower.ends_with("ly") && !after.reads("said|says|told|wrote|including|such");
    sign.kind == Kind::Dash
        && is_close
        && after.is_word()
        && (before.is_word() || is_age)
        && is_part
        && (before.is_capital || !after.is_capital || before.reads(PREFIXES))
}

/// A compound with its hyphens closed, and "&" as it is read.
pub(in crate::event) fn closed(text: &str) -> String {
    replaced(&replaced(text, APART, "-"), "&amp;", "&")
}

/// Words as they are said one after the other.
pub(in crate::event) fn said<'a, 't: 'a>(words: impl Iterator<Item = &'a Token<'t>>) -> String {
    let words: Vec<&str> = words.map(|token| token.text).gather();
    closed(&words.join(" "))
}

/// Text that was cut into words for a corpus has "China 's"; it is one word.
fn join_possessives<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) {
    let is_ending = |tokens: &[Token<'_>], at: usize| {
        let [word, sign, ending] = tokens.within(at..at + 3) else { return false };
        word.is_word() && matches!(sign.text, "'" | "’") && ending.text == "s" && sign.span.end == ending.span.start
    };
    let mut at = 0;
    while at < tokens.len() {
        if is_ending(tokens, at) {
            let end = tokens.get(at + 2).map_or(0, |ending| ending.span.end);
            tokens.drain(at + 1..at + 3);
            if let Some(word) = tokens.get_mut(at) {
                word.span.end = end;
                word.text = word.span.of(text);
                word.is_possessive = true;
                word.tags = Tags::NONE;
                word.form = VerbForm::NONE;
            }
        }
        at += 1;
    }
}
