//! Dates behind a verb that are not of its clause: of a participle, of a deed, of a tail that a comma hangs on.

use super::part::Part;
use crate::event::clause::Clause;
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};

/// Participles whose date is also that of what is told there: "said in a letter published on Friday".
const TOLD_IN: &str = "published|released|posted|aired|broadcast|issued|printed|held|delivered|circulated|recorded|dated|written|sent|filed";

/// Verbs that have a participle behind their object: "had the car stolen in May".
const CAUSING: &str = "had|has|have|saw|got|found|left|kept|declared|ordered|heard|wanted";

/// "upheld a law passed last year", "a push announced by Vega last week": the date at `first` is of the participle.
pub(super) fn has_own_participle(tokens: &[Token<'_>], first: usize, clause: &Clause) -> bool {
    let is_causing = tokens.get(clause.verb.head).is_some_and(|verb| verb.reads(CAUSING));
    let participle = (clause.verb.end + 1..first).rev().find(|at| {
        let (noun, word) = (tokens.at(*at - 1), tokens.at(*at));
        (word.form.either || word.form.participle && !word.form.plain)
            && !word.is_capital
            && !word.is(Tags::ADJECTIVE.or(Tags::NOUN))
            && noun.is_word()
            && !noun.breaks_noun_phrase()
            && !noun.reads("be|been|being")
            && !noun.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB).or(Tags::PRONOUN))
            && !noun.is_possessive
    });
    // ", two years after becoming mayor in 1999".
    let between = tokens.within(clause.verb.end..first);
    let after = between.windows(3).any(|words| {
        matches!(words, [lag, after, gerund] if (lag.timex().is_some() || lag.is(Tags::TIME_NOUN))
            && after.reads("after|before") && gerund.form.gerund)
    });
    if after {
        return true;
    }
    participle.is_some_and(|at| {
        let by_whom = tokens.reads_at(at + 1, "by|as");
        let is_open = tokens.within(at..first).iter().any(|token| token.kind == Kind::Comma);
        !is_causing && !tokens.at(at).reads(TOLD_IN) && (at + 1 == first || by_whom) && !is_open
    })
}

/// "is a memo written in May by Ana Lind": a participle between its noun and the date, behind which stands by whom.
pub(super) fn participle_with_agent(tokens: &[Token<'_>], first: usize, at: usize, clause: &Clause) -> Option<usize> {
    let participle = first.checked_sub(1).filter(|participle| *participle > clause.verb.end + 1)?;
    let (noun, word) = (tokens.at(participle - 1), tokens.at(participle));
    let is_participle = (word.form.either || word.form.participle && !word.form.plain) && !word.is(Tags::ADJECTIVE);
    let is_noun = noun.is_word()
        && !noun.breaks_noun_phrase()
        && !noun.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB).or(Tags::PRONOUN));
    let is_named = tokens.is_capital_at(at + 2)
        || tokens.reads_at(at + 2, "the") && (3..5).any(|step| tokens.is_capital_at(at + step));
    let by_whom = tokens.reads_at(at + 1, "by") && is_named;
    (is_participle && is_noun && by_whom).then_some(participle)
}

/// "opened a mill, built in 1920 and restored in 1931": what a comma hangs on the noun before it. What is done to people may
/// be of the subject, "died in a cell, jailed in 1920", and dates nothing.
pub(super) fn participle_in_tail(tokens: &[Token<'_>], first: usize, clause: &Clause) -> Option<Part> {
    let comma = (clause.verb.end..first).rev().find(|at| tokens.is_kind_at(*at, Kind::Comma))?;
    let noun = tokens.at(comma - 1);
    let is_noun = comma > clause.verb.end && noun.is_word() && !noun.breaks_noun_phrase() && !noun.is(Tags::ADVERB);
    let is_done = |at: usize| {
        let (word, next) = (tokens.at(at), tokens.at(at + 1));
        let is_participle = (word.form.either || word.form.participle) && !word.is_capital;
        is_participle && !word.reads("born") && (!next.opens_object() || next.timex().is_some())
    };
    let opener = comma + 1 + usize::from(tokens.is_at(comma + 1, Tags::ADVERB));
    let is_tail = is_noun
        && opener < first
        && is_done(opener)
        && (of_thing(tokens, opener) || tokens.is_at(opener, Tags::TRANSITIVE));
    if !is_tail {
        return None;
    }
    let second = (opener + 1..first).rev().find(|at| tokens.is_at(*at, Tags::CONJUNCTION) && is_done(at + 1));
    let participle = second.map_or(opener, |and| and + 1);
    Some(if of_thing(tokens, opener) { Part::Participle(participle) } else { Part::None })
}

/// Verbs behind which stands what somebody is said to have done, or hoped to.
const ACCUSING: &str = "accused|banked|counted|reckoned|acquitted|admitted|arrested|blamed|charged|cleared|condemned|convicted|denied|fined|imprisoned|indicted|jailed|\
     pleaded|punished|sentenced|suspected";

/// "pleaded guilty to robbing a bank in May": in May the bank was robbed.
pub(super) fn is_of_deed(tokens: &[Token<'_>], first: usize, clause: &Clause) -> bool {
    let accuses = tokens.get(clause.verb.head).is_some_and(|verb| verb.reads(ACCUSING));
    let between = tokens.within(clause.verb.end..first);
    accuses
        && between.windows(2).any(
            |pair| matches!(pair, [of, deed] if of.reads("of|to|for|with|on") && deed.form.gerund && !deed.is(Tags::NOUN)),
        )
}

/// Words that open a tail about another time: ", payable in May", ", up from seven a year ago".
const TAILS: &str = "payable|due|up|down|compared|versus|against|including";

/// In a phrase with -ing that a comma hangs on: ", opening the stage for a war in the 1990s".
pub(super) fn in_tail(tokens: &[Token<'_>], at: usize, clause: &Clause) -> bool {
    if at < clause.verb.end {
        return false;
    }
    // "killed 12 people, including two children, on 3 May": behind the tail's own comma the clause goes on.
    let first = super::phrase(tokens, at).start;
    let commas = (clause.verb.end..first).filter(|at| tokens.is_kind_at(*at, Kind::Comma)).count();
    let is_closed = commas == 2 && first < at && tokens.is_kind_at(first.saturating_sub(1), Kind::Comma);
    if is_closed {
        return false;
    }
    let range = clause.verb.end..at;
    tokens.within(range).windows(2).any(|pair| {
        matches!(pair, [comma, next] if matches!(comma.kind, Kind::Comma | Kind::Dash)
            && (next.form.gerund && !next.is(Tags::PREPOSITION) || next.reads(TAILS)
                || next.reads("to") && !clause.verb.is_copula
                || next.reads("from") && is_sum(tokens, at)
                || next.reads("with") && tokens.get(clause.verb.end..at).is_some_and(|tail| tail.iter().any(|token| token.reads("being")))))
    })
}

/// ", from a price of $8 on 9 May": a sum between "from" and the date at `at`.
fn is_sum(tokens: &[Token<'_>], at: usize) -> bool {
    let near = tokens.within(at.saturating_sub(SUM_WITHIN)..at);
    let from = near.iter().rposition(|token| token.reads("from"));
    from.and_then(|from| near.get(from..)).is_some_and(|near| near.iter().any(|token| token.kind == Kind::Number))
}

/// So many words a sum and what it is paid for may have.
const SUM_WITHIN: usize = 9;

/// Participles of what is done to papers, bodies and things, beside the verbs that need an object.
const OF_THINGS: &str = "signed|made|held|agreed|built|written|introduced|reached|taken|brokered|drafted|filed|issued|launched|formed|founded|\
     created|adopted|passed|approved|enacted|imposed|sent|leaked|recorded|filmed|published|completed|designed|found|seen|hurt|injured|hit";

/// Whether a participle tells of papers, bodies and things.
pub(super) fn of_thing(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.reads_at(at, OF_THINGS)
}

/// "A truce signed in Arden on 12 December ended the war": the participle that follows the noun without a comma.
pub(super) fn participle_in_subject(tokens: &[Token<'_>], first: usize, clause: &Clause) -> Option<usize> {
    let piece = clause.subject.iter().find(|piece| piece.contains(&first))?;
    (piece.start + 1..first).rev().find(|at| {
        let (word, noun) = (tokens.at(*at), tokens.at(*at - 1));
        let opens_place = tokens.within(*at + 1..first).iter().all(|token| token.kind != Kind::Comma);
        let by_whom = tokens.reads_at(*at + 1, "by");
        // "the ministry released tapes" has an object.
        let next = tokens.at(*at + 1);
        let acts = next.is_word() && !next.breaks_noun_phrase() && !next.is(Tags::ADVERB);
        (word.is(Tags::TRANSITIVE) || by_whom || word.reads(OF_THINGS))
            && !acts
            && noun.is_word()
            && !noun.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB))
            && opens_place
    })
}
