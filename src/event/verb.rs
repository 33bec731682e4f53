//! The finite verbs of a sentence, told from participles, adjectives and nouns by the words around them.
//!
//! There is no part-of-speech tagger: a closed list of irregular forms, the ending -ed, and the neighbours decide.
//! Auxiliaries take their verb along here; `bare` judges forms that stand without one, `choose` decides between those
//! that it leaves open; `relative` knows the verbs of "the dam that Arden bought".

mod bare;
mod choose;
mod relative;
mod row;

pub(super) use bare::has_agent;
use bare::{Bare, bare_verb, single};
use choose::choose;
pub(super) use choose::leads_with_participle;
pub(super) use relative::{CONTENT, contact_opener, is_contact};

use super::en::Tags;
use super::token::{Kind, Token, TokenAt as _};
use crate::order::InOrder;

/// Time and mood of a verb, as far as its group shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "took", "was taken", "had taken".
    Past,
    /// "has taken".
    Perfect,
    /// "takes", "is taking".
    Present,
    /// "will take", "would take", "is to take".
    Future,
    /// "could take", "may take".
    Possible,
}

/// A finite verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbGroup {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The main verb.
    pub(super) head: usize,
    /// Time and mood.
    pub(super) tense: Tense,
    /// "was taken".
    pub(super) is_passive: bool,
    /// "was taking".
    pub(super) is_progressive: bool,
    /// "did not take".
    pub(super) is_negated: bool,
    /// A form of "be" that is the main verb.
    pub(super) is_copula: bool,
}

/// The finite verb groups of a sentence, in order.
pub(super) fn verb_groups(tokens: &[Token<'_>]) -> Vec<VerbGroup> {
    let mut found = Vec::new();
    let mut bare = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is(Tags::MODAL.or(Tags::BE).or(Tags::HAVE).or(Tags::DO)) && is_auxiliary_here(tokens, at) {
            let group = with_auxiliary(tokens, at);
            at = group.end.max(at + 1);
            found.push(group);
            continue;
        }
        match bare_verb(tokens, at) {
            Bare::Finite => found.push(single(tokens, at)),
            Bare::Maybe => bare.push(at),
            Bare::No => {}
        }
        at += 1;
    }
    let mut chosen = choose(tokens, &bare, &found);
    found.append(&mut chosen);
    found.order_by_key(|group| group.start);
    found
}

/// "May" the month and "will" the testament are rare in lower case; a capital inside a sentence is a name.
fn is_auxiliary_here(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if token.is_capital && at > 0 {
        return false;
    }
    // "at 10 am".
    let is_hour = token.reads("am") && at > 0 && tokens.get(at - 1).is_some_and(|before| !before.reads("i"));
    // "had they been quicker": a condition.
    let is_inverted = token.reads("had|were|should") && tokens.reads_at(at + 1, "they|he|she|we|it|i|you");
    // "of having had it changed".
    let after_to = is_inverted || at > 0 && tokens.reads_at(at - 1, "to|having");
    !after_to && !is_hour
}

fn with_auxiliary(tokens: &[Token<'_>], start: usize) -> VerbGroup {
    let first = tokens.at(start);
    let is_past_aux = first.reads("was|were|had|did|wasn't|weren't|hadn't|didn't");
    let future = first.reads("will|would|shall|won't|wouldn't");
    let mut group = VerbGroup {
        start,
        end: start + 1,
        head: start,
        tense: if first.is(Tags::MODAL) {
            if future { Tense::Future } else { Tense::Possible }
        } else if first.is(Tags::HAVE) && !is_past_aux {
            Tense::Perfect
        } else if is_past_aux {
            Tense::Past
        } else {
            Tense::Present
        },
        is_passive: false,
        is_progressive: false,
        is_negated: first.is(Tags::NEGATION),
        is_copula: first.is(Tags::BE),
    };
    let mut last_is_be = first.is(Tags::BE);
    let mut follows_to = false;
    let mut at = start + 1;
    while let Some(token) = tokens.get(at) {
        if token.reads("to") && last_is_be && tokens.get(at + 1).is_some_and(|next| next.form.plain || next.reads("be"))
        {
            group.tense = Tense::Future;
            follows_to = true;
            at += 1;
            continue;
        }
        if token.reads("be|been|being") {
            group.is_progressive |= token.reads("being");
            last_is_be = true;
            group.is_copula = true;
            group.head = at;
            group.end = at + 1;
        } else if token.reads("have") && first.is(Tags::MODAL) {
            last_is_be = false;
            group.head = at;
            group.end = at + 1;
        } else if token.form.gerund && last_is_be {
            group.is_progressive = true;
            return finish(group, at);
        } else if token.reads("had") && first.is(Tags::HAVE) {
            // "has not had a mission".
            return finish(group, at);
        } else if (token.form.either || token.form.participle)
            && (last_is_be || first.is(Tags::HAVE) || group.end > start + 1)
        {
            group.is_passive = last_is_be;
            return finish(group, at);
        } else if token.reads("do") && first.is(Tags::MODAL) {
            // "will do its best".
            return finish(group, at);
        } else if token.form.plain && (follows_to || first.is(Tags::MODAL.or(Tags::DO)) && !last_is_be) {
            return finish(group, at);
        } else if token.is(Tags::NEGATION) && !token.reads("no") {
            group.is_negated = true;
        } else if token.is_word()
            && first.is(Tags::MODAL.or(Tags::DO))
            && !last_is_be
            && !token.is(Tags::ADVERB)
            && !token.reads("to|its|his|her|their|my|our|your")
            && !token.breaks_noun_phrase()
        {
            // A plain form that no table knows: "will recalibrate".
            return finish(group, at);
        } else if !(token.is(Tags::ADVERB) || matches!(token.kind, Kind::Timex(_))) {
            break;
        }
        at += 1;
    }
    // "has" and "did" without a participle are main verbs.
    if first.is(Tags::HAVE) && group.head == start {
        group.tense = if is_past_aux { Tense::Past } else { Tense::Present };
    }
    group
}

const fn finish(mut group: VerbGroup, head: usize) -> VerbGroup {
    group.head = head;
    group.end = head + 1;
    group.is_copula = false;
    group
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::en::Lexicon;
    use crate::event::token::tokens;
    use crate::text::TextSpan;

    fn verbs(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new();
        let found = tokens(text, TextSpan::new(0, text.len()), &[], &lexicon);
        verb_groups(&found)
            .iter()
            .map(|group| found[group.start..group.end].iter().map(|token| token.text).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn reduced_relatives_and_adjectives_are_no_finite_verbs() {
        assert_eq!(verbs("Shells fired by rebel units hit the mission in the capital."), ["hit"]);
        assert_eq!(verbs("The raid carried out by the armed group prompted a wide operation."), ["prompted"]);
        assert_eq!(verbs("Soldiers sent to the island attacked the port."), ["attacked"]);
        assert_eq!(verbs("The firm, based in Lyon, bought its rival."), ["bought"]);
        assert_eq!(verbs("The state that arose from the war joined the league."), ["arose", "joined"]);
        assert_eq!(verbs("The court designated the body listed as hostile."), ["designated"]);
    }

    #[test]
    fn auxiliaries_take_their_verb_along() {
        assert_eq!(
            verbs("He had also been seeking refuge and was killed there."),
            ["had also been seeking", "was killed"]
        );
        assert_eq!(verbs("The bank will not open before Monday."), ["will not open"]);
        assert_eq!(verbs("Leaders are to meet in Oslo."), ["are to meet"]);
        assert_eq!(verbs("The company said it had bought the brand."), ["said", "had bought"]);
    }

    #[test]
    fn present_forms_need_a_subject_and_an_object() {
        assert_eq!(verbs("Peru recognises the new council."), ["recognises"]);
        assert_eq!(verbs("Peace talks failed in Geneva."), ["failed"]);
    }

    #[test]
    fn verbs_joined_by_and_are_all_found() {
        assert_eq!(verbs("The men seized two planes and crashed into a hall."), ["seized", "crashed"]);
        assert_eq!(verbs("The club signed the winger on Monday, and in May sold its captain."), ["signed", "sold"]);
    }
}
