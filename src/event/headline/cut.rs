//! Where the words after a verb may be cut: before a phrase that can be spared, and never so that a word is left
//! without what it needs.

use super::open::is_light;
use super::{COMFORTABLE, Cuts};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::gather::Gather;

/// Where the words after the verb may end, best first: the whole core, then shorter and shorter before a phrase.
pub(super) fn cuts(tokens: &[Token<'_>], rest: &[usize], allowed: Cuts) -> Vec<usize> {
    let core = core_end(tokens, rest);
    let mut found = vec![core];
    let mut points: Vec<usize> = (1..core).filter(|position| is_cut(tokens, rest, *position, allowed)).gather();
    points.reverse();
    found.extend(points);
    found
}

/// The end of what the clause says itself, without the tails that a comma or a dash hangs on.
pub(super) fn core_end(tokens: &[Token<'_>], rest: &[usize]) -> usize {
    let mut chars = 0;
    for (position, at) in rest.iter().enumerate() {
        let token = tokens.at(*at);
        chars += token.text.chars().count() + 1;
        // "voted 11 - 9".
        let is_number = |at: Option<&usize>| at.is_some_and(|at| tokens.is_kind_at(*at, Kind::Number));
        let is_score = token.kind == Kind::Dash
            && is_number(position.checked_sub(1).and_then(|at| rest.get(at)))
            && is_number(rest.get(position + 1));
        if matches!(token.kind, Kind::Dash | Kind::Stop) && !is_score {
            return position;
        }
        // "a “very heavy, very insistent” attempt": a comma of what is quoted.
        let marks = rest.get(..position).unwrap_or_default().iter();
        let is_inside = marks.filter(|at| tokens.is_kind_at(**at, Kind::Quote)).count() % 2 == 1
            && rest.get(position + 2..).unwrap_or_default().iter().any(|at| tokens.is_kind_at(*at, Kind::Quote));
        if token.kind != Kind::Comma || is_inside {
            continue;
        }
        // ", and again when …": what a conjunction opens and nothing follows.
        let words_left = rest.get(position + 1..).unwrap_or_default();
        if words_left.len() <= 2 && words_left.iter().all(|at| tokens.is_at(*at, Tags::CONJUNCTION.or(Tags::ADVERB))) {
            return position;
        }
        let next = rest.get(position + 1).map(|at| tokens.at(*at));
        // "789, or about a quarter, of its dealers": an insertion before what belongs to the number.
        let number = position
            .checked_sub(1)
            .and_then(|before| rest.get(before))
            .is_some_and(|at| tokens.is_kind_at(*at, Kind::Number) || tokens.reads_at(*at, "million|billion"));
        let close = (position + 1..rest.len()).find(|at| tokens.is_kind_at(rest[*at], Kind::Comma));
        let of = close.and_then(|close| rest.get(close + 1)).is_some_and(|at| tokens.reads_at(*at, "of"));
        // "a $30 million, or 40 cents a share, charge".
        let is_charge = next.is_some_and(|next| next.reads("or"))
            && close.and_then(|close| rest.get(close + 1)).is_some_and(|at| !tokens.at(*at).breaks_noun_phrase());
        let opened = (1..position).rev().find(|at| tokens.is_kind_at(rest[*at], Kind::Comma));
        let closes_or = opened.is_some_and(|open| {
            let sum =
                tokens.get(rest[open - 1]).is_some_and(|sum| sum.kind == Kind::Number || sum.reads("million|billion"));
            sum && tokens.reads_at(rest[open + 1], "or")
        }) && next
            .is_some_and(|next| next.reads("of") || !next.breaks_noun_phrase() && !next.is_past_form());
        if closes_or || number && (of || is_charge) {
            continue;
        }
        // "the Arden, Norland, airport".
        let word = |step: usize| rest.get((position + step).wrapping_sub(2)).and_then(|at| tokens.get(*at));
        let is_place = matches!([word(0), word(1), word(3), word(4)], [Some(the), Some(town), Some(state), Some(close)]
            if the.is(Tags::DETERMINER) && town.is_capital && state.is_capital && close.kind == Kind::Comma);
        // "the Arden, Norland, | airport": the comma that closes the place.
        let state = [position.wrapping_sub(1), position.wrapping_sub(2), position.wrapping_sub(3), position + 1]
            .map(|at| rest.get(at).and_then(|at| tokens.get(*at)));
        let closes_place = matches!(state, [Some(state), Some(comma), Some(town), Some(noun)]
            if state.is_capital && comma.kind == Kind::Comma && town.is_capital && noun.is_word() && !noun.is_capital
                && !noun.breaks_noun_phrase() && !noun.form.gerund && !noun.is_past_form());
        // "a three-car-wide, five-mile queue".
        let is_hyphened =
            |at: Option<&usize>| at.and_then(|at| tokens.get(*at)).is_some_and(|token| token.text.contains('-'));
        let joins =
            is_hyphened(position.checked_sub(1).and_then(|at| rest.get(at))) && is_hyphened(rest.get(position + 1));
        // "an all-male, conspicuously white cabinet": what an article opens needs its noun.
        let is_open = position > 1
            && tokens.reads_at(rest[position - 2], "a|an")
            && (tokens.is_at(rest[position - 1], Tags::ADJECTIVE) || is_hyphened(rest.get(position - 1)));
        if is_place || closes_place || joins || is_open {
            continue;
        }
        // "put a subsidiary, CCFC Ltd, into administration".
        let closes =
            rest.get(..position).unwrap_or_default().iter().rev().take(6).any(|at| tokens.is_kind_at(*at, Kind::Comma));
        let goes_on = next.is_some_and(|next| {
            closes && next.reads("into|as|over")
                || next.reads("killing|including|and|or") && chars < COMFORTABLE
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
    let end = after.iter().position(|at| !tokens.at(*at).is_word()).unwrap_or(after.len());
    (1..=4).contains(&end)
        && after.iter().take(end).all(|at| tokens.is_capital_at(*at))
        && rest.get(comma.wrapping_sub(1)).is_some_and(|at| !tokens.is_capital_at(*at))
}

/// Whether a comma stands in a list that an "and" closes.
fn is_listed(tokens: &[Token<'_>], rest: &[usize], comma: usize) -> bool {
    let after = rest.get(comma + 1..).unwrap_or_default();
    for at in after.iter().take(12) {
        let token = tokens.at(*at);
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
const BOUND: &str = "of|as|than|per|upon|out";

/// Verbs whose object does not stand without "as".
const AS: &str = "treat|treating|treated|see|seen|seeing|regard|regarded|regarding|view|viewed|described|describing|named|naming|appointed|\
     hailed|portraying|portrays|depicted|depicting|depicts|branded|known|recognise|recognised|recognized|dismissed|portrayed|accept|accepted|use|used|identified|serve|served";

/// Verbs with whose object an infinitive goes: "expect the deal to close".
const TO: &str = "take|takes|took|taken|instruct|instructed|called|compelled|expect|expects|expected|want|wants|wanted|ask|asks|asked|urge|urges|urged|order|orders|ordered|force|forces|forced|\
     allow|allows|allowed|invite|invited|encourage|encouraged|persuade|persuaded|require|requires|required|enable|enabled|\
     tell|told|helped|help|permit|permitted|let|leave|left|cause|caused|get|got|promise|promised";

/// So many words an object may have between its verb and the infinitive.
const TO_WITHIN: usize = 8;

/// Verbs whose object does not stand without "from": "prevent Peru from leaving".
const FROM: &str = "prevent|prevented|prevents|preventing|banning|barring|stopping|keeping|prohibiting|stop|stopped|ban|banned|bar|barred|keep|kept|protect|discourage|discouraged";

/// Nouns and adjectives that say nothing without the infinitive behind them.
pub(super) const TAKING_TO: &str = "intent|willingness|readiness|commitment|reluctance|headed|destined|bound|attempt|attempts|bid|effort|efforts|plan|plans|decision|intention|order|orders|pledge|promise|offer|threat|refusal|\
     request|call|calls|move|moves|failure|ability|right|chance|opportunity|agreement|deadline|vote|mandate|need|desire|\
     proposal|proposals|campaign|power|powers|way|time|reason|fight|due|likely|unlikely|able|unable|ready|set|scheduled|\
     expected|willing|unwilling|keen|forced|obliged|ordered|asked|supposed|planned|determined|about|first|last|only|\
     continued|continue|began|started|failed|refused|tried|wanted|sought|agreed|decided|allowed|told|urged|used|going";

/// Of these, nouns that may stand without it where there is no room.
pub(super) const NOUNS_WITH_TO: &str = "attempt|attempts|bid|effort|efforts|plan|plans|decision|intention|pledge|offer|threat|refusal|request|move|moves|\
     failure|agreement|vote|proposal|proposals|campaign|fight";

/// Verbs with whose object a participle goes: "spent the day reading".
const WITH_GERUND: &str = "spent|spend|spends|kept|keep|caught|found|left|saw|seen|heard|filmed|show|shows|showed|shown|started|stopped|have|had|has";

/// Verbs that need their preposition: "to call for talks".
const WITH_PREPOSITION: &str = "choose|call|look|push|appeal|respond|deal|focus|rely|refer|belong|lead|adhere|listen|apply|prepare|press|account|contribute|close|get|go|drop|turn|come|stand|travel";

/// The same as participles and in the past.
const WITH_PREPOSITION_DONE: &str =
    "spoken|spoke|referred|relied|consisted|resulted|belonged|depended|focused|coincided|dealt|amounted|culminated";

/// What is named stands within so many words after the verb.
const NAMED_WITHIN: usize = 4;

/// A cut is allowed before a phrase that can be spared.
pub(super) fn is_cut(tokens: &[Token<'_>], rest: &[usize], position: usize, allowed: Cuts) -> bool {
    let token = tokens.at(rest[position]);
    let before = tokens.at(rest[position - 1]);
    let told = rest.get(..position).unwrap_or_default();
    let quotes = told.iter().filter(|at| tokens.is_kind_at(**at, Kind::Quote)).count();
    // "more and deeper cuts": two adjectives of one noun.
    let joins_adjectives = token.is(Tags::CONJUNCTION)
        && before.is(Tags::ADJECTIVE.or(Tags::DETERMINER))
        && !before.is(Tags::NOUN.or(Tags::PRONOUN));
    // "the famous but mournful song".
    let parts_pair = token.reads("but|yet")
        && position > 1
        && tokens.is_at(rest[position - 2], Tags::DETERMINER)
        && !next_at(tokens, rest, position).is_some_and(|next| next.is(Tags::DETERMINER.or(Tags::PRONOUN)));
    let in_pair = parts_pair
        || quotes % 2 == 1
        || joins_adjectives
        || token.is(Tags::CONJUNCTION) && told.iter().rev().take(4).any(|at| tokens.reads_at(*at, "between"));
    // "named her as its head" needs its end, "bought a fleet of jets as a means to an end" does not.
    let treats = token.reads("as") && told.iter().any(|at| tokens.at(*at).reads(AS));
    let names = token.reads("as") && position > NAMED_WITHIN && !treats;
    // "to as many [as 1,100 workers]".
    let compares = token.reads("as") && before.reads("many|much|few|little|long|soon|high|low|far|well");
    // "to stave [off a threat]".
    let is_off = token.reads("off|out|up|down|away|back") && position > 1 && tokens.reads_at(rest[position - 2], "to");
    // "a hostile [and tired crowd]".
    let describes = token.reads("and|but")
        && position > 1
        && tokens.reads_at(rest[position - 2], "a|an")
        && next_at(tokens, rest, position)
            .is_some_and(|next| !next.is_capital && !next.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::PREPOSITION)));
    // "surged from nothing [in 1997 to $30m]", "forced the vote [into a second round]".
    let is_limit = token.reads("to")
        && tokens.get(rest[position] + 1).is_some_and(|next| next.kind == Kind::Number)
        && told.iter().rev().take(6).any(|at| tokens.reads_at(*at, "from"));
    let is_range = is_limit
        || told.iter().rev().take(3).any(|at| tokens.reads_at(*at, "from"))
            && rest.get(position..).unwrap_or_default().iter().take(6).any(|at| tokens.reads_at(*at, "to"));
    let turns = token.reads("into")
        && rest.first().and_then(|at| at.checked_sub(1)).is_some_and(|at| {
            tokens.reads_at(at, "forced|turned|put|threw|plunged|drove|pushed|divided|sent|split|brought")
        });
    if compares || is_off || describes || is_range || turns {
        return false;
    }
    // "in exchange [for support]".
    let is_idiom = token.is(Tags::PREPOSITION)
        && position > 1
        && tokens.reads_at(rest[position - 2], "in|on|at")
        && before.reads("exchange|return|response|favour|favor|charge|search|lieu|spite|view|danger|line|connection|behalf|account|odds");
    if is_idiom {
        return false;
    }
    let is_bound = token.reads(BOUND) && !names && !before.reads("further")
        || before.reads("up") && token.reads("to") && !tokens.at(rest[position] + 1).form.plain;
    let is_from = token.reads("from") && told.iter().rev().take(4).any(|at| tokens.at(*at).reads(FROM));
    // "the Immigration and Naturalization Service": one name, or two of which neither can be spared.
    let next = next_at(tokens, rest, position);
    // "for fraud, theft and arson" is cut before all of it.
    let in_list = token.kind == Kind::Comma
        && is_listed(tokens, rest, position)
        && !next.is_some_and(|next| next.is(Tags::CONJUNCTION));
    let ends_list = in_list
        || token.is(Tags::CONJUNCTION) && told.iter().rev().take(6).any(|at| tokens.is_kind_at(*at, Kind::Comma));
    // "Immigration and Naturalization", "the Council on Foreign Relations".
    let joins_names = (token.is(Tags::CONJUNCTION) || token.reads("on|for"))
        && before.is_capital
        && next.is_some_and(|next| next.is_capital);
    // "“under protest” because", and not "“very frank” but polite".
    // "over the $85bn [in cuts]", "jumped from 100,000 [to 300,000]".
    let is_sum = before.kind == Kind::Number
        && position > 1
        && (token.is(Tags::PREPOSITION) && tokens.is_at(rest[position - 2], Tags::DETERMINER)
            || token.reads("to") && told.iter().rev().take(6).any(|at| tokens.reads_at(*at, "from")));
    let ends_quote = before.kind == Kind::Quote && !token.is(Tags::SUBORDINATOR.or(Tags::PREPOSITION));
    // "put a firm, CCFC Ltd, into receivership", "a three-car-wide, five-mile queue".
    let closes = || told.iter().rev().take(6).any(|at| tokens.is_kind_at(*at, Kind::Comma));
    let is_hyphened = |token: &Token<'_>| token.text.contains('-');
    let after_comma = if before.kind == Kind::Comma { Some(token) } else { next.filter(|_| token.kind == Kind::Comma) };
    // "789, or about a quarter, of its shops", "a $30 million, or 40 cents a share, charge".
    let told_number = before.kind == Kind::Number && next.is_some_and(|next| next.reads("or"));
    let after_or = token.kind == Kind::Comma && (told_number || next.is_some_and(|next| next.reads("of")) && closes());
    let goes_on = after_or
        || after_comma.is_some_and(|next| next.reads("into|as|over") && closes())
        || token.kind == Kind::Comma && is_hyphened(before) && next.is_some_and(is_hyphened);
    if goes_on || is_sum || ends_quote || in_pair || is_bound || is_from || joins_names || ends_list {
        return false;
    }
    // "her latest attempt to close the port", "due to open": no sense without what follows.
    let may_open = token.reads("to") && allowed == Cuts::Infinitives && before.reads(NOUNS_WITH_TO);
    let verb = rest.first().and_then(|at| at.checked_sub(1)).and_then(|at| tokens.get(at));
    let near = || told.iter().rev().take(TO_WITHIN);
    let takes_both = token.reads("to")
        && (near().any(|at| {
            let has_object = |next: &Token<'_>| next.is(Tags::DETERMINER.or(Tags::PRONOUN)) || next.is_capital;
            tokens.at(*at).reads(TO) && tokens.get(at + 1).is_some_and(has_object)
        }) || position < TO_WITHIN && verb.is_some_and(|verb| verb.reads(TO)));
    if takes_both {
        return false;
    }
    // "paid for ten members to fly": for what they did.
    let preposition =
        told.iter().rev().find(|at| tokens.is_at(**at, Tags::PREPOSITION) || tokens.is_kind_at(**at, Kind::Comma));
    let is_for = token.reads("to")
        && preposition.is_some_and(|at| tokens.reads_at(*at, "for"))
        && tokens.at(rest[position] + 1).form.plain;
    if is_for {
        return false;
    }
    let opens_infinitive = token.reads("to") && before.reads(TAKING_TO) && !may_open;
    if opens_infinitive {
        return false;
    }
    let after_to = position.checked_sub(2).and_then(|at| rest.get(at)).is_some_and(|at| tokens.reads_at(*at, "to"));
    let after_to = after_to || position > 1 && tokens.is_at(rest[position - 2], Tags::MODAL);
    let is_called_for = (token.is(Tags::PREPOSITION) || token.reads("to"))
        && after_to
        && before.form.plain
        && before.reads(WITH_PREPOSITION);
    if is_called_for || token.is(Tags::PREPOSITION) && before.reads(WITH_PREPOSITION_DONE) {
        return false;
    }
    let spared_phrase = token.is(Tags::PREPOSITION);
    let spared_clause = token.reads("to") && (position > 1 || before.reads("up|out|off|down"))
        || token.is(Tags::CONJUNCTION)
        || (token.form.gerund || token.form.either)
            && !token.is_capital
            && !before.is(Tags::DETERMINER.or(Tags::ADVERB).or(Tags::ADJECTIVE).or(Tags::PRONOUN))
            && !before.reads("be|been|being")
            && !before.is_possessive
            && !token.is(Tags::EVENT_NOUN)
            && tokens.get(rest[position] + 1).is_some_and(|next| {
                // "a statement accusing Peru of theft", but not "spent years fighting the law".
                let is_phrase = token.form.gerund
                    && !verb.is_some_and(|verb| verb.reads(WITH_GERUND))
                    && !before.reads("risk|risks|risked")
                    && !before.form.plain
                    && !before.is_past_form()
                    && !before.is(Tags::PREPOSITION)
                    && (next.is(Tags::DETERMINER) || next.is_capital);
                next.is(Tags::PREPOSITION) || is_phrase
            })
        || token.is(Tags::SUBORDINATOR.or(Tags::RELATIVE)) && !token.is_capital
        || token.kind == Kind::Comma;
    (spared_phrase || spared_clause) && (!before.is(Tags::REPORT) || before.is_capital)
}

fn next_at<'a, 't>(tokens: &'a [Token<'t>], rest: &[usize], position: usize) -> Option<&'a Token<'t>> {
    tokens.get(*rest.get(position + 1)?)
}

/// "handed it over", "shut the plant down", but not "a factor in [the race]".
fn is_particle(last: &Token<'_>, before: Option<&Token<'_>>) -> bool {
    let after_verb = before.is_some_and(|before| {
        before.is_past_form() || before.form.plain || before.form.gerund || before.is(Tags::PRONOUN)
    });
    last.reads("out|off|up|down|away") || last.reads("in|over|on") && after_verb
}

/// Whether the words end on one that needs another.
pub(super) fn dangles(tokens: &[Token<'_>], kept: &[usize]) -> bool {
    let Some(last) = kept.last().map(|at| tokens.at(*at)) else { return false };
    let needs_more =
        last.is(Tags::PREPOSITION.or(Tags::DETERMINER).or(Tags::CONJUNCTION).or(Tags::RELATIVE).or(Tags::MODAL))
            && !last.is(Tags::ADVERB.or(Tags::PRONOUN))
            && !last.is_capital
            || last.reads("to|then");
    // "named Paz her [deputy]".
    let next = kept.last().map(|at| tokens.at(at + 1));
    let is_owner = last.reads("her|his|its|their")
        && next.is_some_and(|next| next.is_word() && !next.breaks_noun_phrase() && !next.is(Tags::ADVERB));
    let needs_more = needs_more || is_owner;
    let before = kept.len().checked_sub(2).and_then(|at| kept.get(at)).map(|at| tokens.at(*at));
    // "were sent in": behind the verb directly.
    let verb = kept.first().and_then(|at| at.checked_sub(1)).map(|at| tokens.at(at));
    // "the alliance led": a participle without what it leads to.
    let is_bare_participle = (last.form.either || last.form.participle)
        && before.is_some_and(|before| {
            (before.is_word() || before.kind == Kind::Number)
                && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::PREPOSITION).or(Tags::BE).or(Tags::HAVE))
                && !before.reads("being")
                && !before.reads("been")
                // "including many arrested [after the vote]".
                || before.reads("many|several|some|others|those|all")
        });
    // "officers carrying [out a raid]".
    let is_open_gerund = last.form.gerund
        && !before.is_some_and(|before| before.is(Tags::DETERMINER.or(Tags::ADJECTIVE)) || before.is_possessive);
    // "its missile defence plans": a noun, behind which `open` looks for an infinitive.
    let is_noun = last.reads("plans") && before.is_some_and(|before| before.is_word() && !before.breaks_noun_phrase());
    is_bare_participle
        || last.is(Tags::ADJECTIVE.or(Tags::REPORT).or(Tags::PLANNING)) && last.reads(TAKING_TO) && !is_noun
        || last.reads(
            "he|she|they|we|i|even|yet|just|not|so|very|soon|shortly|solely|only|mainly|mostly|largely|primarily|especially|dating",
        )
        || is_light(last)
        || last.is(Tags::DO)
        || is_open_gerund
        || needs_more && !is_particle(last, before.or(verb.filter(|_| last.reads("in"))))
}
