//! Whether the words that a headline keeps leave something open: a verb without its object, a noun without its clause.

use super::cut::{NOUNS_WITH_TO, TAKING_TO};
use super::{Cuts, Parts};
use crate::event::clause::PERSONAL;
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _, infinitive};

/// Verbs that have somebody and an infinitive behind them: "expects the president to speak".
const EXPECTING: &str = "expect|expects|expected|want|wants|wanted|ask|asks|asked|urge|urges|urged|order|orders|ordered|allow|allows|allowed|force|\
     forces|forced|persuaded|invited|encouraged|enabled|required|requires|instructed|advised|permitted|told";

/// The object of such a verb has at most so many words.
const OBJECT_WITHIN: usize = 8;

/// Whether what is kept says too little: "the flight was", "she recommended [that …]", "rolled out the first […]".
pub(super) fn ends_open(tokens: &[Token<'_>], parts: &Parts<'_>, kept_rest: &[usize]) -> bool {
    let verb = parts.verb.end.checked_sub(1).and_then(|at| tokens.get(at));
    let is_named = kept_rest.first().and_then(|at| tokens.get(*at)).is_some_and(|first| first.reads("as"));
    let is_active = verb.is_some_and(|verb| verb.is(Tags::TRANSITIVE) && !verb.form.participle)
        && !tokens.within(parts.verb.clone()).iter().any(is_light)
        && !parts.replaced.iter().any(|(range, _)| parts.verb.contains(&range.start));
    // "described the deal [, signed in May, as a step]".
    let describes = verb.is_some_and(|verb| verb.reads("described|describes"));
    let says_as = kept_rest.iter().any(|at| tokens.reads_at(*at, "as|how"));
    // "called the act[, written with Paz, his proudest hour]".
    let calls = verb.is_some_and(|verb| verb.reads("called|calls|dubbed|labelled|branded"))
        && kept_rest
            .first()
            .is_some_and(|at| tokens.reads_at(*at, "the|his|her|its|their") || tokens.is_capital_at(*at))
        && kept_rest.last().is_some_and(|at| tokens.is_kind_at(at + 1, Kind::Comma));
    if calls && parts.verb.len() == 1 {
        return true;
    }
    if is_named && is_active || describes && !says_as && parts.verb.len() == 1 {
        return true;
    }
    let Some(last) = kept_rest.last().and_then(|at| tokens.get(*at)) else {
        // "were searched [over claims] that": what was cut stands between.
        let is_passive = parts.verb.len() > 1 && tokens.is_at(parts.verb.start, Tags::BE);
        let is_left_out = |at: usize| parts.left_out.iter().any(|range| range.contains(&at));
        let is_cut = is_passive && parts.rest.clone().any(|at| !is_left_out(at));
        let next_opens = !is_cut
            && tokens
                .get(parts.rest.end)
                .is_some_and(|next| next.is(Tags::RELATIVE) && !next.reads("when|where") || next.reads("to"));
        // "she sent [it back]", "he became [, in May, the finder]".
        let has_object = tokens.get(parts.verb.end).is_some_and(|next| next.reads("it|him|them|her|us|me|back|became"));
        let has_more = verb.is_some_and(|verb| {
            verb.reads("became|becomes|become|remained|remains|stood|lay|last|lasts|lasted|went|goes")
        });
        if has_object || has_more {
            return true;
        }
        let only_says = verb.is_some_and(|verb| verb.reads("saying|claiming|telling|warning|arguing|insisting"));
        return next_opens || is_active || only_says || verb.is_some_and(is_light);
    };
    // "the partners were Angola[, ruled by one man, Peru and Chile]".
    let is_one = kept_rest.iter().all(|at| tokens.is_capital_at(*at));
    let are = verb.is_some_and(|verb| verb.reads("were|are")) && parts.verb.len() == 1;
    let has_more = (parts.rest.start..parts.rest.end).any(|at| tokens.reads_at(at, "and"));
    if is_one && are && has_more {
        return true;
    }
    if last.reads("that|which|who|whose|whom|and|or|but") {
        return true;
    }
    let before = kept_rest.len().checked_sub(2).and_then(|at| tokens.get(*kept_rest.get(at)?));
    // "rang him and told him [the vote was lost]".
    if last.reads("him|her|them|us") && before.is_some_and(|before| before.reads("told|assured|informed|reminded")) {
        return true;
    }
    // "an accord between Ana Paz[, of the left, and Juan Vega]".
    let between = kept_rest.iter().rev().take(2 * OBJECT_WITHIN).position(|at| tokens.reads_at(*at, "between"));
    let is_half = between.is_some_and(|back| {
        let names = kept_rest.iter().rev().take(back);
        !names.into_iter().any(|at| tokens.is_at(*at, Tags::CONJUNCTION) || tokens.is_kind_at(*at, Kind::Dash))
    });
    let goes_on = |at: usize| tokens.is_at(at, Tags::CONJUNCTION);
    if is_half && kept_rest.last().is_some_and(|last| (last + 1..tokens.len()).take(OBJECT_WITHIN).any(goes_on)) {
        return true;
    }
    // "had a daughter, Paula, born [in May]".
    if before.is_some_and(|before| before.kind == Kind::Comma) && (last.form.either || last.form.participle) {
        return true;
    }
    // A comparison whose first half was a date.
    let is_headless = kept_rest.first().and_then(|at| tokens.get(*at)).is_some_and(|first| first.reads("than"));
    let is_half_pair = last.timex().is_some() && before.is_some_and(|before| before.reads("between"));
    // "was ratified, and by May [, on the day set, the last had left]".
    let third = kept_rest.len().checked_sub(3).and_then(|at| kept_rest.get(at));
    let opens_next = last.timex().is_some()
        && before.is_some_and(|before| before.is(Tags::PREPOSITION))
        && third.is_some_and(|at| {
            tokens.is_at(*at, Tags::CONJUNCTION) && tokens.is_kind_at(at.saturating_sub(1), Kind::Comma)
        });
    if opens_next {
        return true;
    }
    // "her office told [the envoys …]": who says something, and not what.
    let says = last.is(Tags::REPORT) && (last.is_past_form() || last.form.plain);
    let has_speaker =
        before.is_some_and(|before| before.is(Tags::PRONOUN) || before.is_word() && !before.breaks_noun_phrase());
    let describes =
        before.is_some_and(|before| before.is(Tags::DETERMINER.or(Tags::ADJECTIVE)) && !before.reads("each|all|both"));
    if says && has_speaker && !describes {
        return true;
    }
    // "leave only [if Peru does]", "it is worried [that …]", "failed in her attempt [to …]".
    let next = kept_rest.last().and_then(|at| {
        let is_left_out = |at: usize| parts.left_out.iter().any(|range| range.contains(&at));
        tokens.get((at + 1..tokens.len()).find(|at| !is_left_out(*at))?)
    });
    // "expects the president [to speak]".
    let last_at = kept_rest.last().copied().unwrap_or_default();
    // Somebody may be named between two commas before what is expected.
    let leads_on = |at: &usize| tokens.is_kind_at(*at, Kind::Comma) || tokens.is_capital_at(*at);
    // "forced its owner[, the state, to rethink]".
    let aside = tokens.is_kind_at(last_at + 1, Kind::Comma).then(|| {
        (last_at + 2..tokens.len().min(last_at + 2 + OBJECT_WITHIN)).find(|at| tokens.is_kind_at(*at, Kind::Comma))
    });
    let to = match aside.flatten() {
        Some(close) => close + 1,
        None => (last_at + 1..tokens.len()).find(|at| !leads_on(at)).unwrap_or(tokens.len()),
    };
    let is_asked = |verb: &Token<'_>| verb.reads(EXPECTING) && parts.cuts == Cuts::Spare;
    let asks = verb.is_some_and(is_asked) && kept_rest.iter().all(|at| tokens.at(*at).is_word());
    if asks && tokens.reads_at(to, "to") && to > last_at + 1 {
        return true;
    }
    let has_infinitive = (next.is_some_and(|next| next.reads("to")) || tokens.reads_at(to, "to"))
        && kept_rest
            .iter()
            .rev()
            .take(OBJECT_WITHIN)
            .take_while(|at| {
                let token = tokens.at(**at);
                token.is_word() && !token.is(Tags::PREPOSITION)
                    || token.kind == Kind::Comma && kept_rest.last() != Some(*at)
            })
            .any(|at| {
                let is_wish = tokens.reads_at(*at, "expect|expects|expected|want|wants|wanted");
                tokens.at(*at).reads(EXPECTING) && (is_wish || parts.cuts == Cuts::Spare)
            });
    // "would not allow Paz [or her rival, Vega, to return]".
    let recent = kept_rest.iter().rev().take(2 * OBJECT_WITHIN);
    let allows = recent.into_iter().find(|at| tokens.reads_at(**at, "allow|allows|allowed|forced|urged"));
    let allows = allows.is_some_and(|at| infinitive(tokens.within(*at..last_at + 1)).is_none());
    let goes_on_to = next.is_some_and(|next| next.is(Tags::CONJUNCTION) || next.kind == Kind::Comma)
        && infinitive(tokens.within(last_at + 1..tokens.len().min(last_at + 1 + 2 * OBJECT_WITHIN))).is_some();
    if has_infinitive || allows && goes_on_to {
        return true;
    }
    // "after the boat [he was in sank]", "after his mother[, aunt and others died]".
    let tail = kept_rest.get(kept_rest.len().saturating_sub(4)..).unwrap_or_default();
    let opens_clause = tail.iter().any(|at| tokens.is_at(*at, Tags::SUBORDINATOR) && !tokens.is_capital_at(*at));
    let is_subject = next.is_some_and(|next| next.reads(PERSONAL));
    if opens_clause && is_subject {
        return true;
    }
    // "sent an envoy to meet [with the king]".
    let after_to = before.is_some_and(|before| before.reads("to") || before.is(Tags::MODAL));
    if after_to
        && last.form.plain
        && next.is_some_and(|next| next.reads("with|for|from|of|about|against|into|to|on|at"))
    {
        return true;
    }
    // "said in a speech [that …]".
    let says_where = verb.is_some_and(|verb| verb.reads("said|says"))
        && parts.verb.len() == 1
        && kept_rest.first().is_some_and(|at| {
            tokens.reads_at(*at, "in|during")
                && tokens.reads_at(at + 1, "a|an|the|his|her")
                && tokens.reads_at(at + 2, "speech|statement|interview|letter|address|message|report|email")
        })
        && !kept_rest.iter().any(|at| {
            tokens.reads_at(*at, "that")
                || tokens.at(*at).reads(PERSONAL)
                || tokens.is_at(*at, Tags::BE.or(Tags::HAVE).or(Tags::MODAL))
        });
    if says_where {
        return true;
    }
    // "have a “moral duty” [to help]".
    if last.kind == Kind::Quote && parts.cuts == Cuts::Spare && next.is_some_and(|next| next.reads("to")) {
        return true;
    }
    // "a duty to step [in to help]".
    let is_particle =
        tokens.reads_at(last_at + 1, "in|up|down|out|off|back|away") && tokens.reads_at(last_at + 2, "to|with|on|for");
    if after_to && last.is_word() && is_particle {
        return true;
    }
    let goes_on = next.is_some_and(|next| match next.lower.as_str() {
        "if" | "unless" | "whether" => true,
        _ if next.is(Tags::RELATIVE) && (last.is(Tags::PREPOSITION) || last.reads("anyone|everyone|those")) => true,
        // "to help [bring about]".
        _ if last.form.plain && next.form.plain => true,
        "that" => {
            last.reads(THATS)
                || before.is_some_and(|before| before.is(Tags::BE))
                || last.form.gerund
                || last.form.either
                || last.form.participle
                || last.is(Tags::ADJECTIVE.or(Tags::REPORT))
        }
        "to" if last.reads("selected|chosen|hired|picked|named|approved|cleared|built|designed") => {
            parts.cuts == Cuts::Spare
        }
        "to" => last.reads(TAKING_TO) && (parts.cuts == Cuts::Spare || !last.reads(NOUNS_WITH_TO)),
        _ => false,
    });
    if goes_on || last.reads("only") && before.is_some() && next.is_some_and(|next| next.is(Tags::SUBORDINATOR)) {
        return true;
    }
    // "ordered to remain [in his room]", "as men [and women waved]".
    let follows_verb = next.is_some_and(|next| next.is(Tags::PREPOSITION));
    let stays = after_to && last.reads("remain|participate|invest|engage|succeed") && follows_verb;
    let joins = before.is_some_and(|before| before.reads("as|while|when|because|though") && !before.is_capital)
        && next.is_some_and(|next| next.is(Tags::CONJUNCTION));
    if stays || joins {
        return true;
    }
    // "had known [something was up]".
    if last.reads("known|said|told|thought|believed") && before.is_some_and(|before| before.is(Tags::HAVE)) {
        return true;
    }
    // "the season [before last]".
    let follows = tokens.at(last_at + 1);
    if last.reads("season|year|month|week|day|night|morning|summer|winter") && follows.reads("before") {
        return true;
    }
    // "that the turning point came [in Lima]".
    if last.reads("came|went|lay|stood|hinged|rested") && next.is_some_and(|next| next.is(Tags::PREPOSITION)) {
        return true;
    }
    // "quit amid claims [, which he denies, that …]": of what.
    if last.reads(THATS) && before.is_some_and(|before| before.reads("amid")) {
        return true;
    }
    // "confirmed reports that a carrier [– the largest – could sail]".
    let said = kept_rest
        .iter()
        .rposition(|at| tokens.reads_at(*at, "that|when|whether"))
        .and_then(|at| kept_rest.get(at + 1..));
    let lacks_verb = said.is_some_and(|said| {
        let opener = Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::PREPOSITION);
        let opens = |at: &usize| {
            let is_noun = tokens.is_capital_at(*at) || tokens.at(*at).timex().is_some();
            (tokens.is_at(*at, opener) || is_noun) && !tokens.reads_at(*at, "to")
        };
        let is_verb = |at: &usize| {
            let token = tokens.at(*at);
            let auxiliary = Tags::BE.or(Tags::HAVE).or(Tags::MODAL);
            token.is_past_form() || token.form.third || token.form.plain || token.is(auxiliary)
        };
        said.first().is_some_and(opens) && !said.iter().any(is_verb)
    });
    if lacks_verb {
        return true;
    }
    // "told the agency [that …]": to whom, and not what.
    let only_tells = verb.is_some_and(|verb| verb.reads("told|tells|informed|assured|reminded|warned"))
        && parts.verb.len() == 1
        && next.is_some_and(|next| next.reads("that") || next.reads(PERSONAL) || next.text == ":");
    if only_tells && !kept_rest.iter().any(|at| tokens.reads_at(*at, "that|of|to")) {
        return true;
    }
    // "because [“we …”]", "so [that …]": what a mark or a word parts from the rest.
    let binds = last.is(Tags::SUBORDINATOR.or(Tags::CONJUNCTION)) && !last.is(Tags::ADVERB);
    let is_particle = before.is_some_and(|before| before.is_past_form() || before.form.plain);
    let is_time = last.reads("after|before")
        && before.is_some_and(|before| before.reads("soon|shortly|days|weeks|months|years|hours|year|week|month|day"));
    if binds && !is_time && !(last.is(Tags::PREPOSITION) && is_particle && !last.reads("because"))
        || last.reads("so|to")
    {
        return true;
    }
    // "let a plane carrying the general [land]".
    let lets = kept_rest.iter().rposition(|at| tokens.reads_at(*at, "let|lets"));
    // "let her anger at the mayor[, Ana Lind, show]".
    let behind = tokens.within(last_at + 1..tokens.len().min(last_at + 1 + OBJECT_WITHIN)).iter();
    let behind = behind.into_iter().any(|token| token.form.plain);
    let let_go = verb.is_some_and(|verb| verb.reads("let|lets") && behind).then_some(kept_rest);
    let tail = lets.and_then(|at| kept_rest.get(at + 1..)).or(let_go);
    if tail.is_some_and(|tail| !tail.iter().any(|at| tokens.at(*at).form.plain)) {
        return true;
    }
    // "imposed a ban on [the purchase]", "four years [after he had left]".
    let of_noun = last.reads("on|of|for|with|from|by|at|in")
        && kept_rest
            .len()
            .checked_sub(3)
            .and_then(|at| kept_rest.get(at))
            .is_some_and(|at| tokens.is_at(*at, Tags::DETERMINER));
    let is_lag = (last.reads("years|months|weeks|days|hours") || last.timex().is_some())
        && next.is_some_and(|next| next.reads("after|before"));
    if of_noun || is_lag {
        return true;
    }
    // "as Paz made clear".
    if verb.is_some_and(|verb| verb.reads("made|makes")) && last.reads("clear|plain|known|sure") {
        return true;
    }
    // "will take off and land [in Lima]".
    if last.form.plain && before.is_some_and(|before| before.is(Tags::CONJUNCTION)) {
        return true;
    }
    // "that the storm had been [“beyond anything”]".
    if is_headless || is_half_pair || is_light(last) {
        return true;
    }
    last.is(Tags::ADJECTIVE)
        && !last.is(Tags::PERSON)
        && !last.reads("public|west|east|north|south|military|elderly")
        && before.is_some_and(|before| before.is(Tags::DETERMINER))
}

/// Nouns of what a clause with "that" says.
const THATS: &str = "evidence|sign|signs|report|reports|claim|claims|fear|fears|fact|news|idea|hope|hopes|proof|indication|suggestion|\
     suggestions|belief|concern|concerns|allegation|allegations|accusations|speculation|rumours|view|doubt|warning|warnings|\
     assurances|point|ground|grounds|argument|impression|possibility|chance|so|such|signals|signal|message|messages|order|rule|rules|condition|extent";

/// A verb that says nothing alone: "had been".
pub(super) fn is_light(token: &Token<'_>) -> bool {
    let is_form = token.is(Tags::BE.or(Tags::HAVE)) || token.reads("be|been|being");
    is_form && !token.is_capital
}
