//! What a date expression does in its clause, and whether it dates the clause at all.

use super::insertion::in_lead_or_insertion;
use super::noun::{
    day_of, event_noun_before, is_governed, is_of_purpose, meeting_before, named_by_order, noun_phrase_start,
    owned_happening,
};
use super::other::{
    has_own_participle, in_tail, is_of_deed, participle_in_subject, participle_in_tail, participle_with_agent,
};
use super::phrase::phrase;
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _, infinitive};
use crate::event::verb::Tense;
use crate::lookup::listed::Listed;
use crate::text::phrase::holds;

/// Words with which a comparison or a record is told: their date is no event's.
const COMPARING: &str = "than|compared|like|unlike|versus";

/// What a date expression does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::event) enum Part {
    /// It says when the clause happened.
    Adverbial,
    /// It says when the thing named before it happened: "the takeover in 2021". The head noun's token.
    OfNoun(usize),
    /// It says when what an inserted participle tells happened: "the firm, founded in 1922, …". The participle.
    Participle(usize),
    /// It dates nothing: part of a name, a comparison, a border of something else.
    None,
}

/// Hours by their names.
const HOURS: Listed = Listed("midnight|noon|midday|dawn|daybreak|sunrise|dusk|sunset|nightfall");

/// What tells something in writing.
const DOCUMENTS: Listed = Listed("report|study|memo|survey|review|inquiry|audit|investigation|letter|ruling|paper");

/// What is won or lost on a day.
const CONTESTS: Listed = Listed(
    "election|elections|vote|ballot|referendum|race|by-election|primary|runoff|championship|cup|final|title|tournament|prize",
);

/// What a disaster does while it lasts.
pub(in crate::event) const WROUGHT: Listed = Listed(
    "killed|injured|wounded|hurt|destroyed|flattened|displaced|claimed|devastated|damaged|shook|struck|hit|buried|drowned|swept|\
     levelled|leveled|razed|forced|left",
);

/// What happens to somebody in what happens to all.
const SUFFERED: Listed = Listed(
    "killed|died|injured|wounded|hurt|destroyed|damaged|ousted|toppled|overthrown|elected|re-elected|captured|perished|drowned|\
     lost|won|defeated|beaten|evacuated|displaced|fought|collapsed|burned",
);

/// What the expression at token `at` does in `clause`.
pub(in crate::event) fn part(tokens: &[Token<'_>], at: usize, clause: &Clause, has_other_date: bool) -> Part {
    let phrase = phrase(tokens, at);
    let has_preposition = phrase.start < at;
    let before = phrase.start.checked_sub(1).and_then(|index| tokens.get(index));
    let directly_before = at.checked_sub(1).and_then(|index| tokens.get(index));
    // "the 1991-2002 war": what follows the range.
    let is_range = tokens.at(at + 2).timex().is_some()
        && matches!(tokens.get(at + 1).map(|sign| sign.kind), Some(Kind::Dash | Kind::Sign));
    let after = tokens.get(if is_range { at + 3 } else { at + 1 });
    if directly_before.is_some_and(|token| token.reads(COMPARING)) {
        return Part::None;
    }
    // "the host of the cup and this summer’s games": an owner that hangs on another noun, or on what was to be.
    let owns = after.is_some_and(|next| matches!(next.text, "'s" | "’s" | "'" | "’"));
    // "resigned after Sunday’s election in Norland", "condemned Friday’s bombing of Lima": of the election, of the bombing.
    if let Some(head) = owned_happening(tokens, at, clause).filter(|_| owns) {
        return Part::OfNoun(head);
    }
    if owns && at > clause.verb.end {
        let between = tokens.within(clause.verb.end..at);
        let hangs = directly_before.is_some_and(|token| token.reads("of|and|or|as|for|against"));
        // "as stated in last week’s leader".
        let is_aside =
            between.windows(2).any(|pair| matches!(pair, [marker, said] if marker.reads("as") && said.form.either));
        if hangs || infinitive(between).is_some() || is_aside || between.iter().any(|token| token.form.gerund) {
            return Part::None;
        }
    }
    // "Last week’s announcement that all would close brought": what was announced then.
    let told = if owns { at + 2..at + 4 } else { 0..0 };
    let told = told.into_iter().find(|noun| tokens.is_at(*noun, Tags::EVENT_NOUN) && tokens.reads_at(noun + 1, "that"));
    if let Some(told) = told.filter(|_| at < clause.verb.start) {
        return Part::OfNoun(told);
    }
    // "fell from 300 in 2009 to 40 in 2011": what it was before.
    let from = phrase
        .start
        .checked_sub(1)
        .filter(|at| tokens.is_kind_at(*at, Kind::Number) || tokens.reads_at(*at, "million|billion|cent"));
    let is_start = from.is_some_and(|number| (number.saturating_sub(2)..number).any(|at| tokens.reads_at(at, "from")));
    if is_start && after.is_some_and(|next| next.reads("to")) {
        return Part::None;
    }
    // "a bed for the night", "his driver on the night": whichever that was.
    if tokens.get(at).is_some_and(|token| token.text == "the night") {
        return Part::None;
    }
    // "played late at night": whenever it was.
    if at > 1 && tokens.reads_at(at - 2, "late|every|each") && tokens.reads_at(at - 1, "at") {
        return Part::None;
    }
    // "on the night of the prize": of another one.
    let is_the = tokens.get(at).is_some_and(|token| token.text.starts_with("the "))
        || directly_before.is_some_and(|token| token.reads("the")) && tokens.at(at).text.ends_with("day");
    if is_the && after.is_some_and(|next| next.reads("of")) {
        return Part::None;
    }
    // "at 142 yen compared with 141 yen on Tuesday".
    let measured = tokens.within(clause.verb.start..at).iter();
    if measured.into_iter().any(|token| token.reads("compared")) && !tokens.reads_at(clause.verb.head, "compared") {
        return Part::None;
    }
    // "the 2016 election", "his 1979 report".
    let leads_noun = after.is_some_and(|token| {
        (token.is_word())
            && !token.breaks_noun_phrase()
            && !token.is(Tags::ADVERB.or(Tags::PRONOUN).or(Tags::DETERMINER))
            && !is_verb(clause, at + 1)
    });
    let in_noun_phrase = directly_before.is_some_and(|token| {
        token.is(Tags::DETERMINER.or(Tags::ADJECTIVE)) || token.is_possessive || token.reads("of")
    });
    // "won the 2016 election": won it then.
    let is_contest = || (at + 1..at + 4).any(|at| CONTESTS.has(&tokens.at(at).lower));
    let is_object = at.checked_sub(1) == Some(clause.verb.end) && tokens.reads_at(clause.verb.end, "the");
    if is_object && tokens.reads_at(clause.verb.head, "won|lost") && is_contest() {
        return Part::Adverbial;
    }
    // "Lind’s victory in the 14 June election": of that day.
    let win = phrase.start.checked_sub(1).filter(|win| *win > 0 && tokens.at(win - 1).is_possessive);
    let is_win = |win: &usize| {
        tokens.reads_at(phrase.start, "in") && tokens.reads_at(*win, "victory|win|triumph|defeat|loss") && is_contest()
    };
    if let Some(win) = win.filter(is_win) {
        return Part::OfNoun(win);
    }
    // "A 2009 report warned that the dam might fail": it warned then.
    let warns = tokens.is_at(clause.verb.head, Tags::REPORT) && matches!(clause.verb.tense, Tense::Past);
    if warns && in_subject(clause, at) && after.is_some_and(|noun| DOCUMENTS.has(&noun.lower)) {
        return Part::Adverbial;
    }
    // "the 2008 collapse of Arden Steel": what happened to what has a name.
    let deed =
        (at + 1..tokens.len().min(at + 4)).find(|at| tokens.is_at(*at, Tags::EVENT_NOUN) && !tokens.is_capital_at(*at));
    let is_of_name = |deed: usize| {
        let is_told =
            tokens.reads_at(deed + 1, "of") && (tokens.reads_at(deed + 2, "the") || tokens.is_capital_at(deed + 2));
        // "Paz’s May 2010 arrest".
        let closes = tokens.at(deed + 1).breaks_noun_phrase() || is_verb(clause, deed + 1);
        let is_owned = at > 0 && tokens.at(at - 1).is_possessive && closes;
        (is_told || is_owned) && (at + 1..deed).all(|at| !tokens[at].breaks_noun_phrase() && tokens[at].is_word())
    };
    // "the June 2010 collapse".
    let is_year = tokens.get(at).is_some_and(|date| {
        let year = date.text.rsplit(' ').next().unwrap_or_default();
        year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit())
    });
    if let Some(deed) = deed.filter(|deed| in_noun_phrase && is_year && is_of_name(*deed)) {
        return Part::OfNoun(deed);
    }
    // "was killed in the 2010 earthquake": in it, and so then.
    let happening =
        || (at + 1..at + 4).find(|at| tokens.at(*at).is(Tags::EVENT_NOUN) || CONTESTS.has(&tokens.at(*at).lower));
    let is_inside = at >= clause.verb.end + 2
        && tokens.reads_at(at - 1, "the|that")
        && tokens.reads_at(at - 2, "in|during")
        && SUFFERED.has(&tokens.at(clause.verb.head).lower)
        && (at - 2 == clause.verb.end
            || tokens.within(clause.verb.end..at - 2).iter().all(|token| !token.breaks_noun_phrase()));
    // "The 2011 flood killed 31 people": what it did, it did then.
    let head = clause.subject.iter().find(|piece| piece.contains(&at)).filter(|_| phrase.start == at);
    let head = head.and_then(|piece| (at + 1..piece.end).take_while(|at| !tokens.at(*at).breaks_noun_phrase()).last());
    let did = WROUGHT.has(&tokens.at(clause.verb.head).lower) && !clause.verb.is_passive;
    if did && head.is_some_and(|head| tokens.is_at(head, Tags::EVENT_NOUN)) {
        return Part::Adverbial;
    }
    if leads_noun && is_inside && happening().is_some_and(|noun| !tokens.reads_at(noun + 1, "for|against|into")) {
        return Part::Adverbial;
    }
    if leads_noun && (in_noun_phrase || !has_preposition && !is_clause_edge(tokens, at, clause)) {
        return Part::None;
    }
    // "hit by overnight losses in May": what the losses were.
    let describes = after
        .is_some_and(|next| !next.is_capital && !next.is(Tags::ADJECTIVE) && !next.is_past_form() && !next.form.gerund);
    if leads_noun && has_preposition && describes && at > clause.verb.end {
        return Part::None;
    }
    let first = phrase.start;
    // "the quake of October 2012": of the noun, and of no clause; "on the day of the landing, 19 May": of the landing.
    let quote = usize::from(first > 1 && tokens.is_kind_at(first - 1, Kind::Quote));
    let noun =
        first.checked_sub(1 + quote).filter(|at| tokens.at(*at).is_word() && !tokens.at(*at).breaks_noun_phrase());
    // "won the election of 4 May": won it then; and not "discussed a memo of 4 May".
    let is_object = |noun: usize| {
        let is_happening = tokens.is_at(noun, Tags::EVENT_NOUN) || CONTESTS.has(&tokens.at(noun).lower);
        is_happening && noun_phrase_start(tokens, noun, clause) == clause.verb.end
    };
    if let Some(noun) = noun.filter(|noun| has_preposition && tokens.reads_at(first, "of") && !is_object(*noun)) {
        return if tokens.is_at(noun, Tags::EVENT_NOUN) { Part::OfNoun(noun) } else { Part::None };
    }
    // "The job figures for January rose": for that month, and not in it.
    let is_for = has_preposition && tokens.reads_at(first, "for") && first > 0 && at < clause.verb.start;
    if is_for && noun.is_some_and(|noun| !tokens.at(noun).is_past_form()) {
        return Part::None;
    }
    if let Some(noun) = day_of(tokens, at) {
        return Part::OfNoun(noun);
    }
    let is_since_record = tokens.reads_at(first, "since")
        && tokens.within(first.saturating_sub(6)..first).iter().any(|token| token.is(Tags::SUPERLATIVE));
    if is_since_record {
        return Part::None;
    }
    // "called off a strike planned for Friday": of the strike, and of no clause.
    let is_planned = before.is_some_and(|token| token.reads("planned|scheduled|slated|due|billed|effective"))
        && has_preposition
        && phrase.start > clause.verb.end + usize::from(clause.verb.is_copula)
        && !phrase.start.checked_sub(2).is_some_and(|at| tokens.reads_at(at, "as"));
    if is_planned {
        return Part::None;
    }
    // "The document is a memo written in May by Ana Lind": it was written then.
    if let Some(participle) = participle_with_agent(tokens, first, at, clause) {
        return Part::Participle(participle);
    }
    if let Some(part) = participle_in_tail(tokens, first, clause) {
        return part;
    }
    if has_own_participle(tokens, first, clause) || is_of_deed(tokens, first, clause) {
        return Part::None;
    }
    // "set Friday as the day": what was set.
    if at == clause.verb.end && after.is_some_and(|after| after.reads("as")) {
        return Part::None;
    }
    // "In contrast with 2010, …": what it is compared with.
    let compares = before.is_some_and(|token| token.reads("contrast|comparison|compared"));
    if compares {
        return Part::None;
    }
    // "shortly after midnight on Sunday": of that day.
    let is_hour = tokens.get(at).is_some_and(|token| {
        let opener = token.text.split([' ', ',']).next().unwrap_or_default();
        let is_clock =
            token.text.contains(':') || ["am", "pm", "a.m", "p.m"].iter().any(|half| holds(token.text, half));
        opener.starts_with(|c: char| c.is_ascii_digit()) && is_clock || HOURS.has_in_any_case(opener)
    });
    let is_border = tokens.reads_at(first, "after|before|beyond") && !is_hour;
    if is_border {
        return Part::None;
    }
    // "after the fall of Vega, who was backed by Peru, last year": of the fall.
    let closes = matches!(clause.link, Link::Relative(marker) if !tokens.reads_at(marker, "when|where"))
        && first > clause.verb.end
        && before.is_some_and(|token| token.kind == Kind::Comma);
    if closes && after.is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Sign)) {
        return Part::None;
    }
    if let Some(part) = in_lead_or_insertion(tokens, first, at, clause) {
        return part;
    }
    if in_subject(clause, at)
        && let Some(participle) = participle_in_subject(tokens, first, clause)
    {
        return Part::Participle(participle);
    }
    // "papers for a meeting of the safety committee on 13 May": of the meeting.
    if let Some(head) = meeting_before(tokens, first, clause) {
        return Part::OfNoun(head);
    }
    if let Some(head) = named_by_order(tokens, first, clause) {
        return Part::OfNoun(head);
    }
    if let Some(head) = event_noun_before(tokens, first, clause)
        && (has_other_date
            || in_subject(clause, at)
            || clause.verb.is_copula
            || is_governed(tokens, head, clause)
            || is_of_purpose(tokens, head, clause)
            || in_tail(tokens, head, clause))
    {
        return Part::OfNoun(head);
    }
    // "A move this week was unlikely": of the move.
    let is_prospect = clause.verb.is_copula
        && at < clause.verb.start
        && tokens.reads_at(
            clause.verb.end + usize::from(tokens.is_kind_at(clause.verb.end, Kind::Quote)),
            "likely|unlikely|possible|impossible|certain|doubtful",
        );
    if is_prospect && before.is_some_and(|noun| noun.is_word() && !noun.is_capital) {
        return Part::None;
    }
    if in_subject(clause, at)
        || in_tail(tokens, at, clause)
        || before.is_some_and(|token| token.kind == Kind::Bracketed)
    {
        return Part::None;
    }
    Part::Adverbial
}

pub(super) fn is_verb(clause: &Clause, at: usize) -> bool {
    (clause.verb.start..clause.verb.end).contains(&at)
}

fn is_clause_edge(tokens: &[Token<'_>], at: usize, clause: &Clause) -> bool {
    at == 0 || tokens.get(at - 1).is_some_and(|token| !token.is_word()) || at < clause.verb.start
}

pub(super) fn in_subject(clause: &Clause, at: usize) -> bool {
    clause.subject.iter().any(|piece| piece.contains(&at))
}
