//! Verb forms without an auxiliary: finite, or a participle, an adjective, a noun.

use super::row::list_goes_on;
use super::{Tense, VerbGroup, relative};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _, infinitive};

pub(super) fn single(tokens: &[Token<'_>], at: usize) -> VerbGroup {
    let tense = if tokens.get(at).is_some_and(|token| token.form.third || (token.form.plain && !token.form.either)) {
        Tense::Present
    } else {
        Tense::Past
    };
    VerbGroup {
        start: at,
        end: at + 1,
        head: at,
        tense,
        is_passive: false,
        is_progressive: false,
        is_negated: false,
        is_copula: false,
    }
}

/// "magnitude 6.1 struck", "Flight 17 crashed": a number that names the noun before it, and counts nothing.
fn numbers_noun(tokens: &[Token<'_>], number: usize) -> bool {
    let noun = number.checked_sub(1).and_then(|at| tokens.get(at));
    noun.is_some_and(is_plain_noun)
}

/// Numbers of people that need no noun: "thousands marched".
const CROWDS: &str = "hundreds|thousands|tens|dozens|scores|millions|others";

/// Words that are a noun behind an article: "the two met", "the public paid".
const ALONE: &str = "two|three|four|five|six|seven|eight|nine|ten|pair|public|military|elderly|general|chief|final|deputy|west|north|south|east";

/// Whether the word before the form at `at` is the head of a noun phrase, though it mostly describes one.
fn is_head_alone(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(head) = (1..at).rev().find(|at| !tokens.at(*at).lower.ends_with("ly")) else { return false };
    let next = tokens.at(at + 1);
    let opens = next.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::ADVERB).or(Tags::CONJUNCTION));
    // "the general accused of theft" is one who was accused.
    let is_participle = tokens.is_at(at, Tags::TRANSITIVE.or(Tags::REPORT)) && !tokens.at(at).form.past;
    let opens = opens || next.is(Tags::PREPOSITION) && !is_participle;
    let goes_on = head + 1 < at
        || opens
        || next.is_capital
        || next.timex().is_some()
        || next.reads("to|power|part|place|office")
        || !next.is_word();
    tokens.reads_at(head, ALONE) && tokens.reads_at(head - 1, "the") && goes_on
}

/// Verbs in the third person before "of", where most words of that form are nouns: "house arrests of politicians".
const SAID_OF: &str = "consists|speaks|tells|dies|approves|complains|thinks|dreams|warns|disposes|boasts";

/// A word that no table knows for anything but a noun.
fn is_plain_noun(token: &Token<'_>) -> bool {
    let is_verb = token.form.past || token.form.third || token.form.either || token.form.gerund;
    let other = Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB).or(Tags::PRONOUN).or(Tags::CONJUNCTION);
    token.is_word() && !token.breaks_noun_phrase() && !token.is(other) && !is_verb
}

pub(super) enum Bare {
    Finite,
    Maybe,
    No,
}

/// A verb form without an auxiliary: surely finite, perhaps, or not.
pub(super) fn bare_verb(tokens: &[Token<'_>], at: usize) -> Bare {
    let Some(token) = tokens.get(at) else { return Bare::No };
    let form = token.form;
    if !token.is_word() || token.is_capital || !(form.past || form.either || form.third || form.plain) {
        return Bare::No;
    }
    // "the leaders, who both held power".
    let floats =
        at >= 2 && tokens.reads_at(at - 1, "both|all|each") && tokens.is_at(at - 2, Tags::RELATIVE.or(Tags::PRONOUN));
    let Some(before) = skipping_adverbs_back(tokens, at - usize::from(floats)) else { return Bare::No };
    let after = tokens.get(at + 1);
    if before.reads("to") || before.is(Tags::MODAL.or(Tags::BE).or(Tags::HAVE)) && !before.is_capital {
        return Bare::No;
    }
    let stands_alone = before.is(Tags::PRONOUN) || before.reads(CROWDS);
    let stands_alone = stands_alone || is_head_alone(tokens, at);
    let opens_phrase = before.is(Tags::DETERMINER) && !stands_alone
        || before.is_possessive
        || before.kind == Kind::Number && !numbers_noun(tokens, at - 1)
        || before.reads("having|being|been|be")
        || before.timex().is_some() && opens_noun_phrase(tokens, at);
    let describes = before.is(Tags::ADJECTIVE) && !before.is_capital && !before.reads("official") && !stands_alone;
    if opens_phrase || describes {
        return Bare::No;
    }
    let is_plain_preposition = before.is(Tags::PREPOSITION) && !before.is(Tags::SUBORDINATOR);
    if is_plain_preposition && !before.is(Tags::ADVERB) && !before.reads("out|off|up|down") {
        return Bare::No;
    }
    // "its fourth quarter ended in May": the quarter that ended, and not its end.
    let is_length = before.reads("quarter|year|months|weeks|period|half")
        || before.timex().is_some() && after.is_some_and(|after| after.timex().is_some());
    if token.reads("ended") && is_length {
        return Bare::No;
    }
    // "senators scheduled to leave".
    if token.reads("scheduled|slated|poised") && after.is_some_and(|next| next.reads("to")) {
        return Bare::No;
    }
    // "would do well to step back and put": what is joined to an infinitive is one.
    if form.plain && before.is(Tags::CONJUNCTION) {
        let clause = tokens.within(0..at - 1);
        let to = infinitive(clause);
        let finite =
            clause.iter().rposition(|token| token.form.past || token.is(Tags::MODAL.or(Tags::BE).or(Tags::HAVE)));
        if to.is_some_and(|to| finite.is_none_or(|finite| finite < to)) {
            return Bare::No;
        }
    }
    // "anti-war activist and accused killer".
    let is_kind = token.reads("accused|convicted|suspected|confessed|reputed")
        && after.is_some_and(|next| {
            next.is_word()
                && !next.is_capital
                && !next.breaks_noun_phrase()
                && !next.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::ADVERB))
        });
    if is_kind {
        return Bare::No;
    }
    if (form.either || form.past) && relative::contact_opener(tokens, at).is_some() {
        return Bare::Finite;
    }
    // "sheets used for cars", "a man regarded as neutral", "a choice made in haste".
    let is_used = token.reads("used|made|regarded|remembered|known|viewed|dubbed|based|headquartered")
        && !before.is(Tags::PRONOUN.or(Tags::CONJUNCTION).or(Tags::RELATIVE));
    if is_used && after.is_some_and(|next| next.reads("for|in|as|by|on")) {
        return Bare::No;
    }
    // "a teacher called Pia Rask".
    let is_called = token.reads("called|named|nicknamed") && after.is_some_and(|next| next.is_capital) && {
        let phrase = (0..at).rev().find(|at| {
            !tokens.at(*at).is_word() || tokens.at(*at).breaks_noun_phrase() || tokens.is_at(*at, Tags::DETERMINER)
        });
        phrase.is_some_and(|opener| opener + 1 < at && tokens.reads_at(opener, "a|an"))
    };
    // ", called Wirtanen.": a name and nothing behind it.
    let behind = (at + 1..tokens.len()).find(|at| !tokens.is_capital_at(*at)).map(|at| tokens.at(at));
    let is_name = before.kind == Kind::Comma
        && token.reads("called|named|nicknamed|dubbed")
        && after.is_some_and(|next| next.is_capital)
        && behind.is_none_or(|behind| !behind.is_word());
    if is_called || is_name {
        return Bare::No;
    }
    // "brothers accused of theft", "the scientist made head of it", "a prize named after her".
    let of_what = token.reads("accused|suspected|convicted") && after.is_some_and(|next| next.reads("of"))
        || token.reads("made|named|elected|appointed")
            && after.is_some_and(|next| {
                (next.is(Tags::PERSON) || next.reads("head"))
                    && !next.is_capital
                    && tokens.is_at(at + 2, Tags::PREPOSITION)
                    || next.reads("after")
            });
    if of_what && before.is_word() && !before.breaks_noun_phrase() && !before.is(Tags::PRONOUN) {
        return Bare::No;
    }
    // "the warlord turned president": what he was and what he is.
    if token.reads("turned")
        && after.is_some_and(|next| next.is_word() && !next.breaks_noun_phrase() && next.is(Tags::PERSON))
    {
        return Bare::No;
    }
    // "In a letter dated 3 May".
    if token.reads("dated") && after.is_some_and(|next| next.timex().is_some()) {
        return Bare::No;
    }
    // "142 yen compared with 141".
    if token.reads("compared") && after.is_some_and(|next| next.reads("with|to")) {
        return Bare::No;
    }
    if form.past {
        return Bare::Finite;
    }
    if form.either {
        if relative::is_its_verb(tokens, at) {
            return Bare::Finite;
        }
        // "an article published in the Post": verbs that have an object, without one.
        let is_passive = token.is(Tags::TRANSITIVE)
            && !before.is(Tags::CONJUNCTION.or(Tags::RELATIVE))
            && (before.is_word() || before.timex().is_some() && after.is_some_and(|next| next.reads("with|for")))
            && after.is_some_and(|next| {
                let is_place = next.reads("in|by|at|for|from|of|with|during|under");
                let is_day = next.reads("on") && tokens.at(at + 2).timex().is_some();
                // "a tug built to pull ships".
                let is_verb = |verb: &Token<'_>| {
                    verb.is_word() && !verb.is_capital && !verb.is(Tags::DETERMINER.or(Tags::PRONOUN))
                };
                let is_purpose = next.reads("to") && !token.reads("tried") && tokens.get(at + 2).is_some_and(is_verb);
                is_place || is_day || is_purpose || next.timex().is_some()
            });
        if is_passive {
            return Bare::No;
        }
        // "a deal signed between Peru and Norland".
        let is_pact = token.reads("signed|agreed|reached|made|negotiated|brokered|struck|fought|held|played")
            && after.is_some_and(|next| next.reads("between"));
        if is_pact && before.is_word() && !before.is(Tags::PRONOUN.or(Tags::CONJUNCTION)) {
            return Bare::No;
        }
        // "rockets launched by rebels" is no finite verb, "prices increased by 3 per cent" is one.
        if has_agent(tokens, at) && !joins_passive(tokens, at) {
            return Bare::No;
        }
        return Bare::Maybe;
    }
    // "The law, passed in 2009, comes into force": behind the insertion.
    let open = || (1..at.saturating_sub(1)).find(|at| tokens.is_kind_at(*at, Kind::Comma));
    let behind_insertion = before.kind == Kind::Comma
        && open().is_some_and(|open| {
            let first = tokens.at(open + 1);
            let opens =
                first.form.either || first.form.participle || first.is(Tags::RELATIVE) || first.reads("a|an|the");
            let is_one = tokens.within(open + 1..at - 1).iter().all(|token| token.kind != Kind::Comma);
            opens && is_one && tokens.at(open - 1).is_word()
        });
    let subject_before = behind_insertion
        || before.kind == Kind::Word && !before.is(Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::SUBORDINATOR))
        || matches!(before.kind, Kind::Timex(_));
    let object_after = after.is_some_and(|next| {
        next.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::PREPOSITION).or(Tags::ADVERB).or(Tags::RELATIVE))
            || next.is_capital
            || next.is_possessive
            || next.form.gerund
            || next.kind == Kind::Number
            || token.reads("takes|opens|closes|begins|starts|ends|expires|resumes")
                && (next.timex().is_some() || next.reads("effect|place|force|part|office"))
    });
    // "Police say Vega shot her", "Officials believe the mill was sold".
    let are_many = before.reads("police|people") || before.lower.ends_with('s') && !before.lower.ends_with("ss");
    let tells_of = after.is_some_and(|next| {
        next.is(Tags::DETERMINER.or(Tags::PRONOUN)) || next.is_capital || next.kind == Kind::Number
    });
    if token.reads("say|believe|allege|argue|insist") && are_many && tells_of && (at == 1 || !before.is_capital) {
        return Bare::Maybe;
    }
    let says = form.plain && token.is(Tags::REPORT) && before.lower.ends_with('s') && !before.is_capital;
    // "…, the sources say."
    let closes = at >= 3 && tokens.within(0..at).iter().rev().take(4).any(|token| token.kind == Kind::Comma);
    let opens = |next: &Token<'_>| {
        next.reads("that") || next.is(Tags::PRONOUN) || closes && matches!(next.kind, Kind::Comma | Kind::Sign)
    };
    if says && after.is_none_or(opens) {
        return Bare::Maybe;
    }
    let wants = token.reads("want") && before.lower.ends_with('s') && !before.is_capital && object_after;
    if wants {
        return Bare::Maybe;
    }
    // "pro-democracy protests in the square": mostly a noun.
    let is_happening = token.is(Tags::EVENT_NOUN) && after.is_some_and(|next| next.is(Tags::PREPOSITION))
        || after.is_some_and(|next| next.reads("of")) && !token.reads(SAID_OF);
    // "Paz, 33, claims Vega hurt her".
    let tells = token.reads("claims|says|denies|insists|argues|believes|alleges") && before.kind == Kind::Comma;
    if tells && after.is_some_and(|next| next.is(Tags::DETERMINER.or(Tags::PRONOUN)) || next.is_capital) {
        return Bare::Maybe;
    }
    // "research and development costs": a noun behind another.
    let is_joined =
        at >= 2 && tokens.is_at(at - 2, Tags::CONJUNCTION) && !before.is(Tags::PRONOUN) && !before.is_capital;
    // "Arden Motors says" is one.
    let is_firm = before.is_capital && token.is(Tags::REPORT);
    let is_many = before.lower.ends_with('s') && !before.reads("this") && !is_firm;
    if form.third && !is_happening && !is_joined && subject_before && object_after && !is_many {
        return Bare::Maybe;
    }
    let plural_pronoun = before.reads("they|we|i|you|who");
    if form.plain && plural_pronoun { Bare::Finite } else { Bare::No }
}

/// "a five-month televised trial", "the 1998 improved engine": a date or a length inside a noun phrase.
fn opens_noun_phrase(tokens: &[Token<'_>], at: usize) -> bool {
    let opener = at.checked_sub(2).and_then(|before| tokens.get(before));
    let noun = tokens.get(at + 1).is_some_and(|next| {
        next.is_word() && !next.breaks_noun_phrase() && !next.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::ADVERB))
    });
    noun && opener.is_some_and(|opener| opener.is(Tags::DETERMINER) || opener.is_possessive)
}

/// "launched by rebels", "reissued this month by a small firm", against "increased by 3 per cent".
pub(in crate::event) fn has_agent(tokens: &[Token<'_>], at: usize) -> bool {
    let by = at + 1 + usize::from(tokens.at(at + 1).timex().is_some());
    tokens.reads_at(by, "by") && !tokens.is_kind_at(by + 1, Kind::Number) && tokens.at(by + 1).timex().is_none()
}

/// "was built in May and opened by the king": joined to a passive, with no other participle between that it could go
/// with.
fn joins_passive(tokens: &[Token<'_>], at: usize) -> bool {
    let is_listed = || {
        let goes_on = |token: &Token<'_>| token.is_word() && !token.is(Tags::CONJUNCTION) || token.timex().is_some();
        (at + 1..tokens.len()).find(|at| !goes_on(tokens.at(*at))).is_some_and(|end| list_goes_on(tokens, end))
    };
    let is_joined = skipping_adverbs_back(tokens, at)
        .is_some_and(|before| before.is(Tags::CONJUNCTION) || before.kind == Kind::Comma && is_listed());
    let earlier = tokens.within(0..at);
    let is_participle = |token: &&Token<'_>| token.form.either || token.form.participle;
    let auxiliary = earlier.iter().rposition(|token| token.is(Tags::BE) || token.reads("been"));
    is_joined && auxiliary.is_some_and(|from| earlier.iter().skip(from).filter(is_participle).count() == 1)
}

fn skipping_adverbs_back<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> Option<&'a Token<'t>> {
    let mut before = at.checked_sub(1)?;
    while before > 0
        && tokens.is_at(before, Tags::ADVERB)
        && !tokens.is_at(before, Tags::DETERMINER.or(Tags::PREPOSITION))
    {
        before -= 1;
    }
    tokens.get(before)
}
