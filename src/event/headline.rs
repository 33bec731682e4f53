//! A headline from a clause: its subject, verb and what matters, in the article's own words.
//!
//! The date phrase goes, brackets go, and where the rest is longer than a headline may be it is cut before a phrase,
//! never inside one.

mod complement;
mod cut;
mod open;
mod whole;
mod words;

use crate::gather::Gather;
use std::ops::Range;

pub(super) use complement::complement;
use cut::{TAKING_TO, core_end, cuts, dangles, is_cut};
use open::ends_open;
pub(super) use words::{capitalised, join, tidy};

use super::en::Tags;
use super::token::{Kind, Token, TokenAt as _, joins_adjectives};
use crate::text::phrase::holds;
use crate::text::{is_large, lowered};

/// Longest headline, in characters.
pub(super) const MAX_HEADLINE: usize = 90;

/// Longest name of an era.
pub(super) const MAX_NAME: usize = 48;

/// A tail longer than the core is dropped even where it would fit: a headline is read at a glance.
const COMFORTABLE: usize = 72;

/// A name that stands twice has at most so many words.
const LONGEST_NAME: usize = 4;

/// So many words behind a verb, "only" may limit the date behind them.
const DATE_WITHIN: usize = 4;

/// A clause cut to less than one in so many of its words is marked.
const MOST: usize = 3;

/// A headline and whether it had to be shortened by more than its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Composed {
    /// The words.
    pub(super) text: String,
    /// The clause was longer than a headline may be.
    pub(super) is_shortened: bool,
    /// The tokens behind the verb that it keeps, from the first to the last.
    pub(super) rest: Range<usize>,
}

/// The parts of a clause, for composing.
#[derive(Clone, Debug)]
pub(super) struct Parts<'a> {
    /// Words put in place of the subject, where its own are a pronoun.
    pub(super) subject_words: Option<String>,
    /// Tokens of the subject.
    pub(super) subject: &'a [Range<usize>],
    /// Tokens of the verb.
    pub(super) verb: Range<usize>,
    /// Tokens after the verb.
    pub(super) rest: Range<usize>,
    /// Tokens to leave out: the date phrase.
    pub(super) left_out: &'a [Range<usize>],
    /// Words put in place of tokens: "the group" is the Taliban.
    pub(super) replaced: &'a [(Range<usize>, String)],
    /// The words after the verb may not end before this token.
    pub(super) floor: usize,
    /// Words that close the headline: ", police said".
    pub(super) suffix: String,
    /// What may be cut.
    pub(super) cuts: Cuts,
}

/// What may be cut from the words after a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cuts {
    /// Nothing.
    Nothing,
    /// Phrases without which the rest says the same, only less of it.
    Spare,
    /// Also the infinitive that says what an attempt or a plan was for.
    Infinitives,
}

/// The headline of a clause; `None` where no cut leaves a whole one.
pub(super) fn compose(text: &str, tokens: &[Token<'_>], parts: &Parts<'_>) -> Option<Composed> {
    compose_within(text, tokens, parts, MAX_HEADLINE).or_else(|| {
        let parts = Parts { cuts: Cuts::Infinitives, ..parts.clone() };
        let told = compose_within(text, tokens, &parts, MAX_HEADLINE)?;
        Some(Composed { is_shortened: true, ..told })
    })
}

/// The headline of a clause in at most `max` characters.
pub(super) fn compose_within(text: &str, tokens: &[Token<'_>], parts: &Parts<'_>, max: usize) -> Option<Composed> {
    let lead = subject_text(text, tokens, parts)?;
    // "were only published [yesterday]": the word belongs to the date.
    let is_dated = parts.left_out.iter().any(|range| range.start == parts.verb.end);
    // "will only go back to work [on 21 March]": what it limits is the date, where nothing else is counted before that.
    let goes_to_date = parts.left_out.iter().any(|range| {
        let between = tokens.within(parts.verb.end..range.start);
        (1..=DATE_WITHIN).contains(&between.len())
            && between.first().is_some_and(|first| first.is(Tags::PREPOSITION.or(Tags::ADVERB)))
            && between.iter().all(|token| token.is_word() && !token.is(Tags::SUBORDINATOR))
    });
    let is_said =
        |at: &usize| !(is_filler(tokens.at(*at)) || (is_dated || goes_to_date) && tokens.reads_at(*at, "only"));
    let verb: Vec<usize> = kept(tokens, parts, parts.verb.clone()).filter(is_said).gather();
    let mut rest: Vec<usize> = kept(tokens, parts, parts.rest.clone()).gather();
    // "will begin [in June] and end in the autumn": what is joined has a date of its own.
    if parts.floor <= parts.verb.end && rest.first().is_some_and(|at| tokens.is_at(*at, Tags::CONJUNCTION)) {
        rest.clear();
    }
    // "A version of the letter, dated, a version of the letter said".
    let is_own = || {
        let speaker = lead.split(',').next().unwrap_or_default();
        holds(&lowered(&parts.suffix), &format!(", {}", lowered(speaker)))
    };
    if verb.is_empty() || !parts.suffix.is_empty() && is_own() {
        return None;
    }
    let verb_text = join(text, tokens, &verb, parts.replaced);
    let is_passive = parts.verb.len() > 1
        && parts.verb.clone().next_back().is_some_and(|at| tokens.at(at).is_past_form())
        && tokens.is_at(parts.verb.start, Tags::BE)
        && rest.first().is_some_and(|at| {
            tokens.is_at(*at, Tags::PREPOSITION)
                && !tokens.reads_at(*at, "around|into|as|from|upon|on|of")
                && !(tokens.reads_at(*at, "at") && tokens.is_kind_at(at + 1, Kind::Number))
        });
    // "was arbitrated [with Peru as its guarantor]".
    let needs_more = parts.verb.clone().next_back().is_some_and(|at| tokens.at(at).reads(TAKING_TO));
    let alone = (is_passive && !needs_more).then_some(0);
    let ends = match parts.cuts {
        Cuts::Nothing => std::iter::once(rest.len()).gather(),
        allowed => cuts(tokens, &rest, allowed),
    };
    let alone = alone.filter(|_| parts.cuts != Cuts::Nothing);
    // "found Paz guilty [of fraud]".
    let judged = complement(tokens, &parts.verb).filter(|_| parts.cuts != Cuts::Nothing);
    let judged = judged.and_then(|judged| rest.iter().position(|at| *at == judged)).map(|position| position + 1);
    let judged = judged.filter(|end| rest.get(*end).is_some_and(|next| !tokens.at(*next).opens_object()));
    for (position, cut) in ends.into_iter().chain(judged).chain(alone).enumerate() {
        let mut kept_rest = rest.get(..cut).unwrap_or_default();
        // "because [“we will …”]": a mark that opens at the end says nothing.
        let marks = kept_rest.iter().filter(|at| tokens.is_kind_at(**at, Kind::Quote)).count();
        if let (1, [inside @ .., last]) = (marks % 2, kept_rest)
            && tokens.is_kind_at(*last, Kind::Quote)
        {
            kept_rest = inside;
        }
        // "to have “aided [and abetted” …]".
        let is_cut_quote = marks % 2 == 1
            && kept_rest
                .last()
                .is_some_and(|at| !tokens.is_kind_at(*at, Kind::Quote) && tokens.is_at(at + 1, Tags::CONJUNCTION));
        if is_cut_quote {
            continue;
        }
        let floor_kept = kept_rest.last().is_some_and(|at| at + 1 >= parts.floor) || parts.floor <= parts.verb.end;
        if !floor_kept {
            continue;
        }
        let rest_text = join(text, tokens, kept_rest, parts.replaced);
        let rest_text = rest_text.trim_end_matches([',', ' ']);
        // ", according to the notice": it may stand inside as well.
        let is_said = !parts.suffix.is_empty() && holds(rest_text, parts.suffix.trim_start_matches([',', ' ']));
        let suffix = if is_said { "" } else { &parts.suffix };
        let headline = tidy(&format!("{lead} {verb_text} {rest_text}{suffix}"));
        // "the handling of the [meeting]", where "the" stands for a day.
        let ends_in_article = kept_rest
            .last()
            .is_some_and(|at| parts.replaced.iter().any(|(range, words)| range.contains(at) && words == "the"));
        // "at no time did [he] lie": a word of the editor's own is part of it.
        let is_edited = kept_rest
            .first()
            .zip(kept_rest.last())
            .is_some_and(|(first, last)| tokens.within(*first..*last).iter().any(|token| token.text.starts_with('[')));
        let is_turned = rest.get(cut).is_some_and(|next| whole::turns(tokens, &parts.verb, kept_rest, *next));
        if is_edited || ends_in_article || is_turned || ends_open(tokens, parts, kept_rest) {
            continue;
        }
        let is_end = cut == rest.len() && parts.cuts != Cuts::Nothing;
        if headline.chars().count() <= max && (is_end || !dangles(tokens, kept_rest)) {
            // Leaving out a phrase or two is how headlines are made; leaving out most of a clause is worth a look.
            let is_shortened = position > 0
                && !is_passive
                && cut * MOST < core_end(tokens, &rest)
                && headline.chars().count() < COMFORTABLE / 2;
            let (first, last) = (kept_rest.first().copied(), kept_rest.last().map(|last| last + 1));
            let rest = first.unwrap_or(parts.verb.end)..last.unwrap_or(parts.verb.end);
            return Some(Composed { text: headline, is_shortened, rest });
        }
    }
    None
}

/// The tokens from the first on, whole or, with a sign for what is left out, to the last phrase that fits; more than
/// the one before token `floor`.
pub(super) fn compose_start(text: &str, tokens: &[Token<'_>], ids: &[usize], floor: usize) -> Option<String> {
    let whole = tidy(&join(text, tokens, ids, &[]));
    if whole.chars().count() <= MAX_HEADLINE {
        return Some(whole);
    }
    let may_end = |position: &usize| {
        let kept = ids.get(..*position).unwrap_or_default();
        let is_condition = |at: &usize| tokens.reads_at(*at, "if|unless");
        kept.last().is_some_and(|at| *at > floor && !tokens.reads_at(*at, "that"))
            && !ids.iter().skip(*position).any(is_condition)
            && !dangles(tokens, kept)
    };
    let start = |position: usize| {
        let start = tidy(&join(text, tokens, ids.get(..position)?, &[]));
        (start.chars().count() < MAX_HEADLINE).then(|| format!("{start}…"))
    };
    let is_spared = |position: &usize| is_cut(tokens, ids, *position, Cuts::Infinitives);
    // "payment of its debt | of $51 billion": the three dots say that something follows.
    let is_of = |position: &usize| ids.get(*position).is_some_and(|at| tokens.reads_at(*at, "of"));
    let ends = || (1..ids.len()).rev().filter(may_end);
    ends().filter(is_spared).find_map(start).or_else(|| ends().filter(is_of).find_map(start))
}

/// A noun phrase as a headline: "The Taliban’s emergence".
pub(super) fn compose_phrase(
    text: &str,
    tokens: &[Token<'_>],
    phrase: Range<usize>,
    replaced: &[(Range<usize>, String)],
) -> Option<String> {
    let kept: Vec<usize> =
        phrase.filter(|at| tokens.get(*at).is_some_and(|token| token.kind != Kind::Bracketed)).gather();
    let whole = tidy(&join(text, tokens, &kept, replaced));
    (!whole.is_empty() && whole.chars().count() <= MAX_HEADLINE).then_some(whole)
}

/// "orders to quit": a noun that says nothing without the infinitive behind it.
pub(super) fn takes_infinitive(noun: &Token<'_>) -> bool {
    noun.reads(TAKING_TO)
}

/// "to inflate the cost": an infinitive, known or with an object behind it.
pub(super) fn opens_infinitive(tokens: &[Token<'_>], to: usize) -> bool {
    let (verb, object) = (tokens.at(to + 1), tokens.at(to + 2));
    let has_object = object.is(Tags::DETERMINER.or(Tags::PRONOUN)) || object.is_possessive;
    tokens.reads_at(to, "to")
        && (verb.form.plain || verb.is_word() && !verb.is_capital && !verb.opens_object() && has_object)
}

/// The end of what a clause says itself, behind its verb and before its tails.
pub(super) fn core(tokens: &[Token<'_>], parts: &Parts<'_>) -> usize {
    let rest: Vec<usize> = kept(tokens, parts, parts.rest.clone()).gather();
    let end = core_end(tokens, &rest).checked_sub(1).and_then(|last| rest.get(last));
    end.map_or(parts.rest.start, |last| last + 1)
}

fn is_filler(token: &Token<'_>) -> bool {
    token.reads("also|just|meanwhile|then|however|therefore|thus|already|now")
}

fn kept<'a>(tokens: &'a [Token<'_>], parts: &'a Parts<'_>, range: Range<usize>) -> impl Iterator<Item = usize> + 'a {
    range.filter(move |at| {
        let left_out = parts.left_out.iter().any(|range| range.contains(at));
        let bracketed = tokens.get(*at).is_none_or(|token| token.kind == Kind::Bracketed);
        !left_out && !bracketed
    })
}

fn subject_text(text: &str, tokens: &[Token<'_>], parts: &Parts<'_>) -> Option<String> {
    if let Some(words) = &parts.subject_words {
        return Some(words.clone());
    }
    let ids: Vec<usize> = parts.subject.iter().cloned().flat_map(|piece| kept(tokens, parts, piece)).gather();
    let first_word = ids.iter().position(|at| {
        tokens.at(*at).is_word() || matches!(tokens.at(*at).kind, Kind::Number | Kind::Timex(_) | Kind::Quote)
    })?;
    let ids = ids.get(first_word..)?;
    // "half of [which]".
    if ids.last().is_some_and(|at| tokens.reads_at(*at, "of")) {
        return None;
    }
    let commas =
        ids.iter().filter(|at| tokens.is_kind_at(**at, Kind::Comma) && !joins_adjectives(tokens, **at)).count();
    let is_list = ids.iter().any(|at| tokens.is_at(*at, Tags::CONJUNCTION));
    let mut whole = join(text, tokens, ids, parts.replaced);
    // "Juan Vega Juan Vega": a heading and the line behind it.
    let words: Vec<&str> = whole.split(' ').gather();
    let is_twice = |count: &usize| {
        let (first, second) = (words.get(..*count), words.get(*count..2 * count));
        first.is_some() && first == second && words.first().is_some_and(|word| word.starts_with(is_large))
    };
    if let Some(count) = (2..=LONGEST_NAME).find(is_twice) {
        whole = words.get(count..).unwrap_or_default().join(" ");
    }
    // "That third vote": nothing stands before a headline to point at.
    if let [first, second, ..] = ids
        && tokens.reads_at(*first, "this|that|these|those")
        && tokens.is_at(*first, Tags::DETERMINER)
        && !tokens.at(*second).breaks_noun_phrase()
        && !tokens.is_capital_at(*second)
        && let Some((_, rest)) = whole.split_once(' ')
    {
        whole = format!("The {rest}");
    }
    // "Vega, was himself suspended".
    if let (1, Some(bare)) = (commas, whole.strip_suffix(',')) {
        whole = bare.to_owned();
    }
    // "The former president, Ana Rojas, was" keeps its second comma.
    if commas == 1 && !is_list && whole.contains(',') {
        whole.push(',');
    }
    (!whole.trim_matches([',', ' ']).is_empty()).then_some(whole)
}
