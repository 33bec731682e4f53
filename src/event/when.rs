//! What a date in a clause says of the clause: which words are the date phrase, whether the clause happened then,
//! within the date or throughout it.

use crate::lookup::listed::Listed;
use std::ops::Range;

use super::clause::Clause;
use super::en::Tags;
use super::model::Extent;
use super::token::{Kind, Token};
use crate::calendar::{Bound, Edtf, EdtfDate, Grain, Period};
use crate::timex::{Relation, Timex, TimexKind};

/// What a date expression does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It says when the clause happened.
    Adverbial,
    /// It says when the thing named before it happened: "the takeover in 2021". The head noun's token.
    OfNoun(usize),
    /// It says when what an inserted participle tells happened: "the firm, founded in 1922, …". The participle.
    Participle(usize),
    /// It dates nothing: part of a name, a comparison, a border of something else.
    None,
}

/// Words that open a phrase about another time than the clause's: "Since the collapse of the talks in 2020, …".
const OPENERS: &[&str] = &["since", "after", "before", "until", "following", "despite", "amid", "unlike", "like"];

/// What a date does that stands before the verb, in a phrase of its own: "Since the merger in 2020, the firm has …",
/// "the firm, founded in 1922, went …", "the last strike, in 1983, lasted …".
fn in_lead_or_insertion(tokens: &[Token<'_>], first: usize, clause: &Clause) -> Option<Part> {
    let at_front = first < clause.verb.start && !in_subject(clause, first);
    if !at_front {
        return None;
    }
    let from = (0..first)
        .rev()
        .find(|at| matches!(tokens[*at].kind, Kind::Comma | Kind::Dash | Kind::Stop))
        .map_or(0, |at| at + 1);
    let segment = tokens.get(from..first).unwrap_or_default();
    let opener = segment.first()?;
    if OPENERS.contains(&opener.lower.as_str()) {
        let head = (from..first).find(|at| tokens[*at].is(Tags::EVENT_NOUN));
        return Some(head.map_or(Part::None, Part::OfNoun));
    }
    let participle = (from..first).rev().find(|at| {
        let token = &tokens[*at];
        let is_opener = from == 0 && token.is_capital || from > 0 && !token.is_capital;
        (token.form.either || token.form.participle) && is_opener && *at == from
    });
    participle.map(Part::Participle)
}

/// Words that stand between a preposition and a date: "for much of the 1980s".
const BETWEEN: Listed = Listed(
    "much|most|part|rest|of|course|end|start|beginning|middle|the|all|early|late|as|and|just|only|around|\
     about|shortly|ever",
);

/// Words with which a comparison or a record is told: their date is no event's.
const COMPARING: &[&str] = &["than", "compared", "like", "unlike", "versus"];

/// Particles of a verb that are no prepositions of time: "stepped down on Monday", "broke out in May".
const PARTICLES: &[&str] = &["down", "up", "out", "off", "away", "back", "apart", "aside", "ahead", "forward"];

/// Prepositions of time that are a verb's particle where another preposition follows: "took over in 2020".
const EITHER: &[&str] = &["in", "on", "over", "through", "along"];

/// Whether the word at `at` belongs to the verb before it and not to the date after it; "up to 2001" is all date.
fn is_particle(tokens: &[Token<'_>], at: usize) -> bool {
    let (Some(word), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    let verb = at.checked_sub(1).and_then(|before| tokens.get(before));
    let follows_verb =
        verb.is_some_and(|verb| verb.form.plain || verb.form.third || verb.form.past || is_ed_or_ing(verb));
    let opens_limit = matches!(word.lower.as_str(), "up" | "down")
        && matches!(next.lower.as_str(), "to" | "until" | "till" | "through");
    if opens_limit {
        return false;
    }
    PARTICLES.contains(&word.lower.as_str())
        || EITHER.contains(&word.lower.as_str()) && next.is(Tags::PREPOSITION) && follows_verb
}

fn is_ed_or_ing(token: &Token<'_>) -> bool {
    token.form.either || token.form.participle || token.form.gerund
}

/// The tokens of the date phrase around the expression at `at`: its preposition, and what stands between.
pub(super) fn phrase(tokens: &[Token<'_>], at: usize) -> Range<usize> {
    let mut start = at;
    let mut scan = at;
    while let Some(before) = scan.checked_sub(1).and_then(|index| tokens.get(index)) {
        if is_particle(tokens, scan - 1) {
            break;
        }
        let is_preposition = before.is(Tags::PREPOSITION) && !before.is_capital
            || before.is_capital && scan == 1 && before.is(Tags::PREPOSITION);
        if is_preposition {
            scan -= 1;
            start = scan;
        } else if BETWEEN.has(&before.lower) {
            scan -= 1;
        } else {
            break;
        }
    }
    start..at + 1
}

/// What the expression at token `at` does in `clause`.
pub(super) fn part(tokens: &[Token<'_>], at: usize, clause: &Clause, has_other_date: bool) -> Part {
    let phrase = phrase(tokens, at);
    let has_preposition = phrase.start < at;
    let before = phrase.start.checked_sub(1).and_then(|index| tokens.get(index));
    let directly_before = at.checked_sub(1).and_then(|index| tokens.get(index));
    let after = tokens.get(at + 1);
    if directly_before.is_some_and(|token| COMPARING.contains(&token.lower.as_str())) {
        return Part::None;
    }
    // "the 2016 election", "his 1979 report".
    let leads_noun = after.is_some_and(|token| {
        (token.is_word() || token.is_possessive)
            && !token.breaks_noun_phrase()
            && !token.is(Tags::ADVERB.or(Tags::PRONOUN).or(Tags::DETERMINER))
            && !is_verb(clause, at + 1)
    });
    let in_noun_phrase = directly_before.is_some_and(|token| {
        token.is(Tags::DETERMINER.or(Tags::ADJECTIVE)) || token.is_possessive || token.lower == "of"
    });
    if leads_noun && (in_noun_phrase || !has_preposition && !is_clause_edge(tokens, at, clause)) {
        return Part::None;
    }
    let first = phrase.start;
    let is_since_record = tokens.get(first).is_some_and(|token| token.lower == "since")
        && tokens
            .get(first.saturating_sub(6)..first)
            .unwrap_or_default()
            .iter()
            .any(|token| token.is(Tags::SUPERLATIVE));
    if is_since_record {
        return Part::None;
    }
    let is_border = tokens.get(first).is_some_and(|token| matches!(token.lower.as_str(), "after" | "before"));
    if is_border && has_preposition {
        return Part::None;
    }
    if let Some(part) = in_lead_or_insertion(tokens, first, clause) {
        return part;
    }
    if let Some(head) = event_noun_before(tokens, first, clause)
        && (has_other_date
            || in_subject(clause, at)
            || clause.verb.is_copula
            || is_governed(tokens, head, clause)
            || in_tail(tokens, head, clause))
    {
        return Part::OfNoun(head);
    }
    if in_subject(clause, at)
        || in_tail(tokens, at, clause)
        || before.is_some_and(|token| token.kind == Kind::Bracketed)
    {
        return Part::None;
    }
    Part::Adverbial
}

fn is_verb(clause: &Clause, at: usize) -> bool {
    (clause.verb.start..clause.verb.end).contains(&at)
}

fn is_clause_edge(tokens: &[Token<'_>], at: usize, clause: &Clause) -> bool {
    at == 0 || at == clause.start || tokens.get(at - 1).is_some_and(|token| !token.is_word()) || at < clause.verb.start
}

fn in_subject(clause: &Clause, at: usize) -> bool {
    clause.subject.iter().any(|piece| piece.contains(&at))
}

/// In a phrase with -ing that a comma hangs on: ", opening the stage for a war in the 1990s".
fn in_tail(tokens: &[Token<'_>], at: usize, clause: &Clause) -> bool {
    if at < clause.verb.end {
        return false;
    }
    let range = clause.verb.end..at;
    tokens.get(range).unwrap_or_default().windows(2).any(|pair| {
        matches!(pair, [comma, next] if matches!(comma.kind, Kind::Comma | Kind::Dash) && next.form.gerund && !next.is(Tags::PREPOSITION))
    })
}

/// The event noun that ends the phrase before a date phrase: "takeover" of "its takeover in 2021". One inner
/// "after …" phrase may stand between.
fn event_noun_before(tokens: &[Token<'_>], first: usize, clause: &Clause) -> Option<usize> {
    let mut at = first.checked_sub(1)?;
    // "the campaign after 9/11 in 2001".
    if tokens.get(at)?.timex().is_some() {
        at = phrase(tokens, at).start.checked_sub(1)?;
    }
    // "the rise of the Taliban in the 1990s".
    if let Some(of) = of_before(tokens, at) {
        at = of.checked_sub(1)?;
    }
    let token = tokens.get(at)?;
    let is_head = token.is(Tags::EVENT_NOUN) && !is_verb(clause, at) && !token.is_possessive;
    let has_determiner = at > 0 && !is_verb(clause, at - 1);
    (is_head && has_determiner).then_some(at)
}

/// The "of" before the one or two names that end at `last`.
fn of_before(tokens: &[Token<'_>], last: usize) -> Option<usize> {
    let mut at = last;
    for _ in 0..3 {
        let token = tokens.get(at)?;
        if token.lower == "of" {
            return Some(at);
        }
        if !(token.is_capital || token.lower == "the") {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    tokens.get(at).filter(|token| token.lower == "of").map(|_| at)
}

/// Whether the noun phrase of `head` hangs on a preposition of time: "since its takeover".
fn is_governed(tokens: &[Token<'_>], head: usize, clause: &Clause) -> bool {
    let start = noun_phrase_start(tokens, head, clause);
    start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| {
        matches!(token.lower.as_str(), "since" | "until" | "following" | "after" | "before" | "despite" | "amid")
    })
}

/// First token of the noun phrase that ends with `head`.
pub(super) fn noun_phrase_start(tokens: &[Token<'_>], head: usize, clause: &Clause) -> usize {
    let mut start = head;
    while let Some(before) = start.checked_sub(1).and_then(|at| tokens.get(at)) {
        let is_part = matches!(before.kind, Kind::Word | Kind::Number)
            && !before.breaks_noun_phrase()
            && !before.form.gerund
            && !is_verb(clause, start - 1);
        if !is_part {
            break;
        }
        start -= 1;
        if before.is(Tags::DETERMINER) {
            break;
        }
    }
    start
}

/// How a clause lies in time, and its date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct When {
    /// The date.
    pub(super) date: Edtf,
    /// Moment or span.
    pub(super) extent: Extent,
}

/// When a clause with this expression happened; `None` where the expression only bounds it from one side without
/// saying that it lasted.
pub(super) fn when(timex: &Timex, partner: Option<&Timex>, tokens: &[Token<'_>], clause: &Clause) -> Option<When> {
    if !matches!(timex.kind, TimexKind::Date | TimexKind::Time) {
        return None;
    }
    let date = timex.date?;
    let throughout = |date| Some(When { date, extent: Extent::Throughout });
    match timex.relation {
        Relation::RangeEnd | Relation::After | Relation::Before => None,
        Relation::RangeStart => {
            let end = partner?.date?;
            throughout(Edtf::Interval(date.start(), end.end()))
        }
        Relation::Since => throughout(Edtf::Interval(date.start(), Bound::Open)),
        Relation::Until => throughout(Edtf::Interval(Bound::Open, date.end())),
        // "by noon": the hour bounds it, the day is that day.
        Relation::By if timex.kind == TimexKind::Time => Some(When { date, extent: Extent::Within }),
        Relation::By => Some(When { date: Edtf::Interval(Bound::Open, date.end()), extent: Extent::Within }),
        Relation::During => {
            let is_long = date.days().is_some_and(|days| days > 31);
            if is_long { throughout(lasting(date)) } else { Some(When { date, extent: Extent::Within }) }
        }
        Relation::At => {
            let head = tokens.get(clause.verb.head);
            let is_long = date.days().is_some_and(|days| days > 366);
            let is_year = date.days().is_some_and(|days| days > 300);
            let goes_on = clause.verb.is_progressive || clause.verb.is_copula;
            let lasts = head.is_some_and(|token| token.is(Tags::DURATIVE) || token.is(Tags::STATIVE))
                && !clause.verb.is_passive;
            if is_long && (goes_on || lasts) || is_year && goes_on {
                throughout(lasting(date))
            } else {
                Some(When { date, extent: Extent::Within })
            }
        }
    }
}

/// A decade that was lived through is written by its years.
fn lasting(date: Edtf) -> Edtf {
    match date {
        Edtf::Date(EdtfDate { period, .. }) if matches!(period.grain(), Grain::Decade | Grain::Century) => {
            let last = period.end_day().plus_days(-1).unwrap_or(period.first_day());
            Edtf::between(Period::containing(period.first_day(), Grain::Year), Period::containing(last, Grain::Year))
        }
        other => other,
    }
}

/// Whole years of a TIMEX3 length such as `P10Y` or `P1DE`.
pub(super) fn years_of(value: &str) -> Option<i32> {
    let body = value.strip_prefix('P')?;
    if let Some(count) = body.strip_suffix("DE") {
        return count.parse::<i32>().ok()?.checked_mul(10);
    }
    body.strip_suffix('Y')?.parse().ok()
}

/// From a start over so many years; the end is only about then.
pub(super) fn span_from(start: Edtf, years: i32) -> Option<Edtf> {
    let first = start.start().date()?;
    let first_year = Period::year(first.period.first_year())?;
    let last = first_year.shifted(years)?;
    Some(Edtf::Interval(Bound::Date(first), Bound::Date(EdtfDate::about(last))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::en::Lexicon;
    use crate::event::token::tokens;
    use crate::text::TextSpan;

    /// The date phrase around `date` in `text`.
    fn date_phrase<'t>(text: &'t str, date: &str) -> Option<&'t str> {
        let from = text.find(date)?;
        let dates = [(0, TextSpan::new(from, from + date.len()))];
        let found = tokens(text, TextSpan::new(0, text.len()), &dates, &Lexicon::new());
        let words = phrase(&found, found.iter().position(|token| token.timex().is_some())?);
        text.get(found.get(words.start)?.span.start..found.get(words.end - 1)?.span.end)
    }

    #[test]
    fn a_particle_stays_with_its_verb() {
        assert_eq!(date_phrase("The abbot will step down at the end of 1996.", "1996"), Some("at the end of 1996"));
        assert_eq!(date_phrase("Riots broke out in May.", "May"), Some("in May"));
        assert_eq!(date_phrase("A rival took over in 1984.", "1984"), Some("in 1984"));
        assert_eq!(date_phrase("The power went off on Monday.", "Monday"), Some("on Monday"));
        assert_eq!(date_phrase("The talks ran on until 1984.", "1984"), Some("until 1984"));
    }

    #[test]
    fn prepositions_of_time_go_with_the_date() {
        assert_eq!(date_phrase("Prices rose up to 2001.", "2001"), Some("up to 2001"));
        assert_eq!(date_phrase("The abbot died in late 1996.", "1996"), Some("in late 1996"));
        assert_eq!(date_phrase("The mill ran from around 1984.", "1984"), Some("from around 1984"));
    }
}
