//! A headline from a clause: its subject, verb and what matters, in the article's own words.
//!
//! The date phrase goes, brackets go, and where the rest is longer than a headline may be it is cut before a phrase,
//! never inside one.

use crate::gather::Gather;
use std::ops::Range;

use super::en::Tags;
use super::token::{Kind, Token, joins_adjectives};
use crate::text::large;

/// Longest headline, in characters.
pub(super) const MAX_HEADLINE: usize = 90;

/// Longest name of an era.
pub(super) const MAX_NAME: usize = 48;

/// A tail longer than the core is dropped even where it would fit: a headline is read at a glance.
const COMFORTABLE: usize = 72;

/// A clause cut to less than one in so many of its words is marked.
const MOST: usize = 3;

/// A headline and whether it had to be shortened by more than its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Composed {
    /// The words.
    pub(super) text: String,
    /// The clause was longer than a headline may be.
    pub(super) is_shortened: bool,
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
}

/// The headline of a clause; `None` where no cut leaves a whole one.
pub(super) fn compose(text: &str, tokens: &[Token<'_>], parts: &Parts<'_>) -> Option<Composed> {
    compose_within(text, tokens, parts, MAX_HEADLINE)
}

/// The headline of a clause in at most `max` characters.
pub(super) fn compose_within(text: &str, tokens: &[Token<'_>], parts: &Parts<'_>, max: usize) -> Option<Composed> {
    let lead = subject_text(text, tokens, parts)?;
    let verb: Vec<usize> = kept(tokens, parts, parts.verb.clone()).filter(|at| !is_filler(&tokens[*at])).gather();
    let rest: Vec<usize> = kept(tokens, parts, parts.rest.clone()).gather();
    let verb_text = join(text, tokens, &verb, parts.replaced);
    for (position, cut) in cuts(tokens, &rest).into_iter().enumerate() {
        let kept_rest = rest.get(..cut).unwrap_or_default();
        let floor_kept = kept_rest.last().is_some_and(|at| at + 1 >= parts.floor) || parts.floor <= parts.verb.end;
        if !floor_kept {
            continue;
        }
        let rest_text = join(text, tokens, kept_rest, parts.replaced);
        let rest_text = rest_text.trim_end_matches([',', ' ']);
        let whole = tidy(&format!("{lead} {verb_text} {rest_text}{}", parts.suffix));
        if ends_open(tokens, parts, kept_rest) {
            continue;
        }
        if whole.chars().count() <= max && !(cut < rest.len() && dangles(tokens, kept_rest)) {
            // Leaving out a phrase or two is how headlines are made; leaving out most of a clause is worth a look.
            let is_shortened =
                position > 0 && cut * MOST < core_end(tokens, &rest) && whole.chars().count() < COMFORTABLE / 2;
            return Some(Composed { text: whole, is_shortened });
        }
    }
    None
}

/// Whether what is kept says too little: "the flight was", "she recommended [that …]", "rolled out the first […]".
fn ends_open(tokens: &[Token<'_>], parts: &Parts<'_>, kept_rest: &[usize]) -> bool {
    let verb = parts.verb.end.checked_sub(1).and_then(|at| tokens.get(at));
    let Some(last) = kept_rest.last().and_then(|at| tokens.get(*at)) else {
        let next_opens = tokens.get(parts.rest.end).is_some_and(|next| {
            next.is(Tags::RELATIVE) && !matches!(next.lower.as_str(), "when" | "where") || next.lower == "to"
        });
        return next_opens || verb.is_some_and(is_light);
    };
    let before = kept_rest.len().checked_sub(2).and_then(|at| tokens.get(*kept_rest.get(at)?));
    // A comparison whose first half was a date.
    let is_headless = kept_rest.first().and_then(|at| tokens.get(*at)).is_some_and(|first| first.lower == "than");
    let is_half_pair = last.timex().is_some() && before.is_some_and(|before| before.lower == "between");
    // "that the storm had been [“beyond anything”]".
    if is_headless || is_half_pair || is_light(last) {
        return true;
    }
    last.is(Tags::ADJECTIVE)
        && last.lower.as_str() != "public"
        && before.is_some_and(|before| before.is(Tags::DETERMINER))
        && !last.is(Tags::NOUN)
}

/// A verb that says nothing alone: "had been".
fn is_light(token: &Token<'_>) -> bool {
    let is_form = token.is(Tags::BE.or(Tags::HAVE)) || matches!(token.lower.as_str(), "be" | "been" | "being");
    is_form && !token.is_capital
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

fn is_filler(token: &Token<'_>) -> bool {
    matches!(
        token.lower.as_str(),
        "also" | "just" | "meanwhile" | "then" | "however" | "therefore" | "thus" | "already" | "now"
    )
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
        tokens[*at].is_word() || matches!(tokens[*at].kind, Kind::Number | Kind::Timex(_) | Kind::Quote)
    })?;
    let ids = ids.get(first_word..)?;
    let commas = ids.iter().filter(|at| tokens[**at].kind == Kind::Comma && !joins_adjectives(tokens, **at)).count();
    let is_list = ids.iter().any(|at| tokens[*at].is(Tags::CONJUNCTION));
    let mut whole = join(text, tokens, ids, parts.replaced);
    // "The former president, Ana Rojas, was" keeps its second comma.
    if commas == 1 && !is_list && !whole.ends_with(',') {
        whole.push(',');
    }
    (!whole.trim_matches([',', ' ']).is_empty()).then_some(whole)
}

/// Joins tokens: as the article has them where they are neighbours, else with one space.
pub(super) fn join(text: &str, tokens: &[Token<'_>], ids: &[usize], replaced: &[(Range<usize>, String)]) -> String {
    let mut out = String::new();
    let mut last: Option<usize> = None;
    for at in ids {
        let Some(token) = tokens.get(*at) else { continue };
        if let Some((range, words)) = replaced.iter().find(|(range, _)| range.contains(at)) {
            if range.start == *at || last.is_none_or(|last| !range.contains(&last)) {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(words);
            }
            last = Some(*at);
            continue;
        }
        let gap = match last {
            None => "",
            Some(before) if before + 1 == *at => {
                let between = tokens.get(before).map(|token| token.span.end).unwrap_or_default();
                let gap = text.get(between..token.span.start).unwrap_or(" ");
                if gap.is_empty() { "" } else { " " }
            }
            Some(_) if matches!(token.kind, Kind::Comma | Kind::Stop) => "",
            Some(_) => " ",
        };
        out.push_str(gap);
        out.push_str(token.text);
        last = Some(*at);
    }
    out
}

/// Where the words after the verb may end, best first: the whole core, then shorter and shorter before a phrase.
fn cuts(tokens: &[Token<'_>], rest: &[usize]) -> Vec<usize> {
    let core = core_end(tokens, rest);
    let mut found = vec![core];
    let mut points: Vec<usize> = (1..core).filter(|position| is_cut(tokens, rest, *position)).gather();
    points.reverse();
    found.extend(points);
    found
}

/// The end of what the clause says itself, without the tails that a comma or a dash hangs on.
fn core_end(tokens: &[Token<'_>], rest: &[usize]) -> usize {
    let mut chars = 0;
    for (position, at) in rest.iter().enumerate() {
        let token = &tokens[*at];
        chars += token.text.chars().count() + 1;
        if matches!(token.kind, Kind::Dash | Kind::Stop) {
            return position;
        }
        if token.kind != Kind::Comma {
            continue;
        }
        // ", and again when …": what a conjunction opens and nothing follows.
        let words_left = rest.get(position + 1..).unwrap_or_default();
        if words_left.len() <= 2 && words_left.iter().all(|at| tokens[*at].is(Tags::CONJUNCTION.or(Tags::ADVERB))) {
            return position;
        }
        let next = rest.get(position + 1).map(|at| &tokens[*at]);
        // "789, or about a quarter, of its dealers": an insertion before what belongs to the number.
        let number = position
            .checked_sub(1)
            .and_then(|before| rest.get(before))
            .is_some_and(|at| tokens[*at].kind == Kind::Number);
        let close = (position + 1..rest.len()).find(|at| tokens[rest[*at]].kind == Kind::Comma);
        let of = close.and_then(|close| rest.get(close + 1)).is_some_and(|at| tokens[*at].lower == "of");
        if number && of {
            continue;
        }
        let goes_on = next.is_some_and(|next| {
            matches!(next.lower.as_str(), "killing" | "including" | "and" | "or") && chars < COMFORTABLE
                || is_listed(tokens, rest, position)
                || names_last(tokens, rest, position)
        });
        if !goes_on {
            return position;
        }
    }
    rest.len()
}

/// "its chief executive, Tom Reyes": a name after the comma says who it is.
fn names_last(tokens: &[Token<'_>], rest: &[usize], comma: usize) -> bool {
    let after = rest.get(comma + 1..).unwrap_or_default();
    let end = after.iter().position(|at| !tokens[*at].is_word()).unwrap_or(after.len());
    (1..=4).contains(&end)
        && after.iter().take(end).all(|at| tokens[*at].is_capital)
        && rest.get(comma.wrapping_sub(1)).is_some_and(|at| !tokens[*at].is_capital)
}

/// Whether a comma stands in a list that an "and" closes.
fn is_listed(tokens: &[Token<'_>], rest: &[usize], comma: usize) -> bool {
    let after = rest.get(comma + 1..).unwrap_or_default();
    for at in after.iter().take(12) {
        let token = &tokens[*at];
        if token.is(Tags::CONJUNCTION) {
            return true;
        }
        if token.is(Tags::PREPOSITION.or(Tags::RELATIVE)) || token.form.gerund || token.form.either {
            return false;
        }
    }
    false
}

/// Prepositions whose phrase belongs to the word before it.
const BOUND: &[&str] = &["of", "as", "than", "per", "upon"];

/// What is named stands within so many words after the verb.
const NAMED_WITHIN: usize = 4;

/// A cut is allowed before a phrase that can be spared.
fn is_cut(tokens: &[Token<'_>], rest: &[usize], position: usize) -> bool {
    let token = &tokens[rest[position]];
    let before = &tokens[rest[position - 1]];
    let quotes = rest.get(..position).unwrap_or_default().iter().filter(|at| tokens[**at].kind == Kind::Quote).count();
    // "more and deeper cuts": two adjectives of one noun.
    let joins_adjectives = token.is(Tags::CONJUNCTION)
        && before.is(Tags::ADJECTIVE.or(Tags::DETERMINER))
        && !before.is(Tags::NOUN.or(Tags::PRONOUN));
    let in_pair = quotes % 2 == 1
        || joins_adjectives
        || token.is(Tags::CONJUNCTION)
            && rest.get(..position).unwrap_or_default().iter().rev().take(4).any(|at| tokens[*at].lower == "between");
    // "named her as its head" needs its end, "bought a fleet of jets as a means to an end" does not.
    let names = token.lower == "as" && position > NAMED_WITHIN;
    let is_bound = BOUND.contains(&token.lower.as_str()) && !names || before.lower == "up" && token.lower == "to";
    if matches!(before.kind, Kind::Quote) || in_pair || is_bound {
        return false;
    }
    let spared_phrase = token.is(Tags::PREPOSITION);
    let spared_clause = token.lower == "to" && position > 1
        || token.is(Tags::CONJUNCTION)
        || (token.form.gerund || token.form.either)
            && !before.is(Tags::DETERMINER.or(Tags::ADVERB).or(Tags::ADJECTIVE))
            && !before.is_possessive
            && tokens.get(rest[position] + 1).is_some_and(|next| next.is(Tags::PREPOSITION) || next.lower == "by")
        || token.is(Tags::SUBORDINATOR.or(Tags::RELATIVE)) && !token.is_capital
        || token.kind == Kind::Comma;
    (spared_phrase || spared_clause) && !before.is(Tags::REPORT)
}

/// Whether the words end on one that needs another.
fn dangles(tokens: &[Token<'_>], kept: &[usize]) -> bool {
    let Some(last) = kept.last().map(|at| &tokens[*at]) else { return false };
    let needs_more =
        last.is(Tags::PREPOSITION.or(Tags::DETERMINER).or(Tags::CONJUNCTION).or(Tags::RELATIVE).or(Tags::MODAL))
            && !last.is(Tags::ADVERB.or(Tags::PRONOUN))
            && !last.is_capital
            || matches!(last.lower.as_str(), "to" | "then");
    let before = kept.len().checked_sub(2).and_then(|at| kept.get(at)).map(|at| &tokens[*at]);
    // "the alliance led": a participle without what it leads to.
    let is_bare_participle = (last.form.either || last.form.participle)
        && before.is_some_and(|before| {
            (before.is_word() || before.kind == Kind::Number)
                && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::PREPOSITION).or(Tags::BE).or(Tags::HAVE))
                && before.lower != "being"
                && before.lower != "been"
        });
    // "for up [to 60 jets]".
    let is_half = last.lower == "up" && before.is_some_and(|before| before.is(Tags::PREPOSITION));
    let is_open_gerund = last.form.gerund && before.is_some_and(|before| before.is(Tags::PREPOSITION));
    is_bare_participle
        || is_half
        || is_light(last)
        || last.is(Tags::DO)
        || is_open_gerund
        || needs_more && !matches!(last.lower.as_str(), "in" | "out" | "off" | "up" | "down" | "over" | "on" | "away")
}

/// Spaces, commas and quotation marks put right, and a capital first.
pub(super) fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().gather();
    let mut out = words.join(" ");
    for (wrong, right) in [(" ,", ","), (",,", ","), (" ’s", "’s"), (" 's", "'s"), (" ;", ";"), (" %", "%")] {
        while out.contains(wrong) {
            out = out.replace(wrong, right);
        }
    }
    let unpaired = out.matches('“').count() != out.matches('”').count() || out.matches('"').count() % 2 == 1;
    if unpaired {
        out.retain(|c| !matches!(c, '“' | '”' | '"'));
    }
    let trimmed = out.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—' | '-' | '.'));
    // "U.S." keeps the stop that trimming took.
    let is_initials = trimmed.rsplit(' ').next().is_some_and(|word| word.contains('.') && word.len() <= 4);
    let trimmed = if is_initials && out.get(..).is_some_and(|all| all.trim_end().ends_with('.')) {
        format!("{trimmed}.")
    } else {
        trimmed.to_owned()
    };
    capitalised(&trimmed)
}

/// The same with its first letter large.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(large).into_iter().chain(letters).collect()
}
