//! Object relatives: "the dam that Arden bought in 2004 burst". The verb behind the inner subject is finite though no
//! object follows it, and the noun before the relative word waits for a verb of its own.

use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};

/// Nouns whose "that" opens what is said, and no relative clause: "the claim that two men held in May were beaten".
pub(in crate::event) const CONTENT: &str = "claim|claims|report|reports|news|fact|belief|idea|hope|hopes|fear|fears|evidence|warning|warnings|statement|\
     announcement|decision|sign|signs|rumour|rumours|rumor|rumors|suggestion|concern|concerns|allegation|allegations|\
     view|proof|accusation|accusations|complaint|complaints|assurance|promise|condition|argument|so|now|such|given";

/// What is done to a paper, and with it to what it says.
const MADE: &str = "published|issued|commissioned|released|presented|received|ordered|filed";

/// Longest inner subject, in words.
const SUBJECT_WORDS: usize = 7;

/// The relative word whose clause has its verb at `at`, with a subject of its own between the two.
fn marker_of(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let floor = at.saturating_sub(SUBJECT_WORDS + 1);
    let marker = (floor..at).rev().find(|&at| {
        let token = tokens.at(at);
        let in_phrase = token.is_word() && !token.breaks_noun_phrase() || token.kind == Kind::Number;
        // "that a court in Lima imposed".
        let is_place = token.reads("in|at") && tokens.is_capital_at(at + 1);
        token.is(Tags::RELATIVE) || !in_phrase && !token.reads("of|and") && !is_place
    })?;
    let word = tokens.get(marker).filter(|word| word.reads("that|which|who|whom"))?;
    let subject = tokens.get(marker + 1..at)?;
    let first = subject.first()?;
    let is_verb = |token: &Token<'_>| {
        (token.form.past || token.form.either || token.form.third || token.form.gerund) && !token.is_capital
    };
    // An adjective written as a participle stands inside of the phrase: "that armed men stole".
    let is_subject = !is_verb(first)
        && !first.is(Tags::ADVERB.or(Tags::NEGATION))
        && !subject.iter().skip(2).any(is_verb)
        && subject.last().is_some_and(|last| !last.is(Tags::DETERMINER) || last.is(Tags::PRONOUN));
    let has_comma = marker > 0 && tokens.is_kind_at(marker - 1, Kind::Comma);
    let noun = tokens.get(marker.checked_sub(1 + usize::from(has_comma))?)?;
    // "a term of ten years that a court imposed", "the report that".
    let behind = |words| marker >= 2 && tokens.reads_at(marker - 2, words);
    let is_noun = (noun.is_word() || noun.kind == Kind::Bracketed || noun.timex().is_some() && behind("of"))
        && (!noun.breaks_noun_phrase() || noun.is(Tags::PRONOUN) || noun.timex().is_some())
        && !noun.is(Tags::ADVERB)
        && (!noun.is(Tags::REPORT) || behind(ARTICLES))
        && (!is_verb(noun) || noun.is(Tags::EVENT_NOUN))
        && !(word.reads("that") && (has_comma || noun.reads(CONTENT) && !tokens.reads_at(at, MADE)));
    (is_subject && is_noun).then_some(marker)
}

/// Whether the form at `at`, which a preposition or a date follows, is the verb of an object relative, and no participle
/// inside of its subject: then as many verbs follow as the clauses around still need.
pub(super) fn is_its_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(marker) = marker_of(tokens, at) else { return is_contact(tokens, at) };
    let needed = usize::from(main_waits(tokens, marker));
    verbs_in(tokens, at + 1) == needed
}

/// Whether the verb at `at` is that of a clause inside a subject, whose own verb is still to come.
pub(super) fn is_inside(tokens: &[Token<'_>], at: usize) -> bool {
    marker_of(tokens, at).is_some_and(|marker| main_waits(tokens, marker))
        || is_contact(tokens, at)
        || contact_opener(tokens, at).is_some_and(|opener| main_waits(tokens, opener))
        || content_marker(tokens, at).is_some_and(|marker| main_waits(tokens, marker))
}

/// "The announcement that the cars would be recalled brought": the "that" of what is announced.
fn content_marker(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let marker = (at.saturating_sub(SUBJECT_WORDS + 1)..at).rev().find(|at| tokens.reads_at(*at, "that"))?;
    let is_subject = tokens.within(marker + 1..at).iter().all(|token| !token.breaks_noun_phrase() || token.reads("of"));
    (marker > 0 && is_subject && tokens.reads_at(marker - 1, CONTENT)).then_some(marker)
}

/// "The treaty they signed in 2014 was ratified": the relative word is left out.
pub(in crate::event) fn is_contact(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(noun) = at.checked_sub(2).and_then(|noun| tokens.get(noun)) else { return false };
    let is_noun = noun.is_word()
        && !noun.breaks_noun_phrase()
        && !noun.is(Tags::ADVERB.or(Tags::REPORT))
        && (!is_verb_like(noun) || noun.is(Tags::EVENT_NOUN));
    // "In the end they signed it": a phrase of its own.
    let phrase = tokens.within(0..at - 1).iter().rfind(|token| token.is_word() && token.breaks_noun_phrase());
    let is_open = phrase.is_none_or(|word| !word.is(Tags::PREPOSITION) || word.reads("of"));
    tokens.reads_at(at - 1, "he|she|they|we|i")
        && is_noun
        && is_open
        && main_waits(tokens, at - 1)
        && verbs_in(tokens, at + 1) == 1
}

/// Verbs with two objects, behind whose first another noun phrase stands: "gave the town the mill built in 1920".
const OF_TWO: &str = "gave|give|gives|given|sent|send|handed|hand|hands|showed|shown|offered|offer|awarded|award|sold|paid|brought|bought|\
     granted|denied|taught|lent|left|cost|wrote|made|make|called|named|elected|appointed|considered|found|wished|promised|owed|asked|\
     won|saved|spared|read|dealt";

/// Verbs behind which stands whom somebody tells, and then what.
const TELLING: &str =
    "told|tells|tell|asked|asks|ask|warned|convinced|assured|said|says|say|added|insisted|believed|thought|hoped";

/// What opens a noun phrase that another one cannot go on with.
const ARTICLES: &str = "the|a|an|its|his|her|their";

/// "He quoted a report the city's parliament published in 2014", "lost the seat he won in 2009", "The treaty the two kings
/// signed in 2010 has lapsed": where the subject of the verb at `at` begins, which stands directly behind its object.
pub(in crate::event) fn contact_opener(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let end = (1..at).rev().find(|at| !tokens.is_at(*at, Tags::ADVERB))? + 1;
    let in_phrase = |&at: &usize| {
        let token = tokens.at(at);
        token.is_word() && !token.breaks_noun_phrase() || token.reads("in|at") && tokens.is_capital_at(at + 1)
    };
    let is_pronoun = tokens.reads_at(end - 1, "he|she|they|we|i|it");
    let floor = end.saturating_sub(SUBJECT_WORDS);
    let opener = if is_pronoun {
        end - 1
    } else {
        let from = (floor..end).rev().take_while(in_phrase).last()?;
        (from + 1..end).rev().find(|at| tokens.reads_at(*at, ARTICLES))?
    };
    let light = Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB).or(Tags::PRONOUN).or(Tags::TIME_NOUN);
    let is_noun = |noun: &Token<'_>| {
        let is_plain = noun.is_word() && !noun.breaks_noun_phrase() && !noun.is(light);
        is_plain && !noun.is_possessive && !noun.form.gerund && (!is_verb_like(noun) || noun.is(Tags::EVENT_NOUN))
    };
    let noun = tokens.at(opener.checked_sub(1)?);
    let outer = (opener.saturating_sub(SUBJECT_WORDS)..opener - 1).rev().take_while(in_phrase);
    let outer = outer.into_iter().find(|at| tokens.reads_at(*at, ARTICLES))?;
    let next = tokens.at(at + 1);
    let lacks_object = next.timex().is_some()
        || !next.is_word() && next.kind != Kind::Number
        || next.is(Tags::PREPOSITION) && !next.reads("by") && !tokens.is_at(at + 2, Tags::PREPOSITION);
    if !is_noun(noun) || noun.is_capital || !lacks_object || !is_pronoun && !is_noun(tokens.at(end - 1)) {
        return None;
    }
    let is_end = |at: &usize| {
        let token = tokens.at(*at);
        !token.is_word() && token.timex().is_none() && token.kind != Kind::Number
            || token.is(Tags::SUBORDINATOR.or(Tags::RELATIVE).or(Tags::CONJUNCTION)) && (!token.is_capital || *at == 0)
    };
    let end = (0..outer).rev().find(is_end);
    let from = end.map_or(0, |at| at + 1);
    // "When he lost the seat he fled".
    let is_led = end.is_some_and(|end| tokens.is_at(end, Tags::SUBORDINATOR));
    let before = tokens.within(from..outer);
    let is_object = match before.iter().rfind(|token| is_verb_like(token)) {
        Some(verb) => {
            let may_tell = verb.is(Tags::REPORT) && (verb.reads(TELLING) || verbs_in(tokens, at + 1) > 0);
            // "won the seat he lost": no object is "he".
            let is_of_one = !verb.reads(OF_TWO) || is_pronoun && !tokens.reads_at(opener, "it");
            !may_tell && is_of_one
        }
        None => {
            let is_free = |token: &Token<'_>| token.is(Tags::ADVERB) || token.timex().is_some();
            !is_pronoun && before.iter().all(is_free) && verbs_in(tokens, at + 1) == 1
        }
    };
    (is_object && !is_led).then_some(opener)
}

/// Whether the noun before a relative word still waits for its verb: no comma parts them, and no verb stands before.
fn main_waits(tokens: &[Token<'_>], marker: usize) -> bool {
    let is_end = |at: &usize| {
        let token = tokens.at(*at);
        !token.is_word() && token.timex().is_none() && token.kind != Kind::Number
            || token.is(Tags::SUBORDINATOR.or(Tags::RELATIVE).or(Tags::CONJUNCTION)) && !token.is_capital
    };
    let from = (0..marker).rev().find(is_end).map_or(0, |at| at + 1);
    from < marker && !tokens.within(from..marker).iter().any(is_verb_like)
}

fn is_verb_like(token: &Token<'_>) -> bool {
    let auxiliary = token.is(Tags::BE.or(Tags::HAVE).or(Tags::MODAL).or(Tags::DO));
    let form = token.form.past || token.form.either || token.form.third;
    !token.is_capital && (auxiliary || form && !token.is(Tags::ADJECTIVE))
}

/// Finite verbs from `from` to the next sign or conjunction, each with its auxiliaries.
fn verbs_in(tokens: &[Token<'_>], from: usize) -> usize {
    let mut count = 0;
    let mut in_group = false;
    for token in tokens.within(from..tokens.len()) {
        let goes_on = token.is_word() || token.timex().is_some() || token.kind == Kind::Number;
        if !goes_on || token.is(Tags::CONJUNCTION.or(Tags::RELATIVE)) {
            break;
        }
        let is_verb = is_verb_like(token);
        count += usize::from(is_verb && !in_group);
        in_group = is_verb || in_group && token.is(Tags::ADVERB.or(Tags::NEGATION));
    }
    count
}
