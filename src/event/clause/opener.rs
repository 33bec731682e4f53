//! The words that open a clause: subordinators, "that", conjunctions, each of which may also stand inside a subject.

use super::Link;
use super::subject::{Edge, PERSONAL, Search};
use crate::event::en::Tags;
use crate::event::token::{Kind, TokenAt as _};

/// Nouns of what somebody thinks or says, whose clause is no report of the sentence.
pub(in crate::event) const FEARED: &str = "assumption|prospect|prospects|likelihood|theory|notion|evidence|proof|warnings|fears|hopes|claims|allegations|suggestions|rumours|fact|idea|belief|signs|concerns|accusations|speculation|impression";

impl Search<'_, '_> {
    /// Whether a word ends the scan for a subject, the last token of which is before `end`.
    pub(super) fn word_edge(&self, index: usize, end: usize) -> Option<Edge> {
        let token = self.tokens.at(index);
        if index + 1 >= end {
            // Directly before the verb nothing but a conjunction ends the scan.
            return token.is(Tags::CONJUNCTION).then_some(Edge::Conjunction(index));
        }
        let lowercase_or_first = !token.is_capital || index == 0;
        if token.reads("that") && lowercase_or_first {
            return self.that_edge(index);
        }
        if token.is(Tags::RELATIVE) && lowercase_or_first {
            let with_preposition = index > 0 && self.tokens.is_at(index - 1, Tags::PREPOSITION);
            return Some(Edge::Relative(if with_preposition { index - 1 } else { index }));
        }
        // "a decision on whether to go": no clause, and part of the subject.
        let is_infinitive = self.token(index + 1).is_some_and(|next| next.reads("to"));
        // "the once popular mayor": an adverb.
        // "his appointment as head of the board was": what as.
        let names = token.reads("as")
            && index > 0
            && self.tokens.at(index - 1).is_word()
            && !self.is_verb_token(index - 1)
            && self
                .tokens
                .get(index + 1)
                .is_some_and(|next| next.is(Tags::PERSON) || next.reads("head|chair|member|part"));
        // "The songs she heard as a child were": when she was one.
        let is_age = token.reads("as")
            && self.tokens.reads_at(index + 1, "a|an")
            && self.tokens.reads_at(index + 2, "child|boy|girl|teenager|student|youth|baby");
        let is_adverb =
            names || is_age || token.reads("once") && index > 0 && self.tokens.is_at(index - 1, Tags::DETERMINER);
        let opens = token.is(Tags::SUBORDINATOR) && lowercase_or_first && !is_infinitive && !is_adverb;
        if opens && self.subordinates(index) {
            if let Some(second) = self.second_phrase(index + 1, end).filter(|_| token.is(Tags::PREPOSITION)) {
                return Some(Edge::Open(second));
            }
            return Some(Edge::Subordinator(index));
        }
        // "evidence that he sends them guns and food has been found": the evidence still waits for its verb.
        let waits = !self.before.is_empty()
            && self.before.iter().all(|clause| matches!(clause.link, Link::Relative(marker) if marker > 0 && self.tokens.at(marker - 1).is_word()))
            && self.verb.is_passive;
        // "a hostile and tired crowd voted": two adjectives.
        let describes = index > 1
            && self.tokens.reads_at(index - 2, "a|an")
            && self.token(index + 1).is_some_and(|next| {
                !next.is_capital && !next.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::PREPOSITION))
            });
        if token.is(Tags::CONJUNCTION) && lowercase_or_first && !waits && !describes && self.joins_sentences(index) {
            return Some(Edge::Conjunction(index));
        }
        None
    }

    fn that_edge(&self, index: usize) -> Option<Edge> {
        if index > 0 && self.tokens.is_at(index - 1, Tags::PREPOSITION.or(Tags::SUBORDINATOR)) {
            // "after that flood": a determiner.
            return None;
        }
        // "by whipping up fears that war was near": what was feared.
        if index > 0 && self.tokens.reads_at(index - 1, FEARED) {
            return Some(Edge::Relative(index));
        }
        // "admitted it in a voice so low that the clerk asked": what came of it, and not what was admitted.
        if index > 1
            && self.tokens.reads_at(index - 2, "so")
            && self.tokens.is_at(index - 1, Tags::ADJECTIVE.or(Tags::ADVERB))
        {
            return Some(Edge::Subordinator(index));
        }
        let clause = self.before.iter().rposition(|clause| {
            clause.verb.end <= index
                && self.tokens.is_at(clause.verb.head, Tags::REPORT)
                && !self.tokens.within(clause.verb.end..index).iter().any(|token| token.kind == Kind::Stop)
        });
        // "said it extended the time for a letter that it mailed": not what was said.
        let joins =
            index.checked_sub(1).and_then(|at| self.token(at)).is_some_and(|before| before.is(Tags::CONJUNCTION));
        // "is expected to speak, after criticism that he was silent".
        let takes_infinitive =
            |clause: usize| self.token(self.before[clause].verb.end).is_some_and(|next| next.reads("to"));
        let is_last = clause.is_some_and(|clause| clause + 1 == self.before.len() && !takes_infinitive(clause));
        // "said they would appeal the ruling, announced on Friday, that he must go": what was ruled.
        let is_told = |clause: usize| self.before.iter().any(|other| other.link == Link::Complement(clause));
        let after_aside = |clause: &usize| index > 0 && !self.tokens.at(index - 1).is_word() && !is_told(*clause);
        if let Some(clause) = clause.filter(|clause| is_last || joins || after_aside(clause)) {
            return Some(Edge::Report(index, clause));
        }
        // "…, and that he then helped them": a clause of its own.
        if joins && self.tokens.at(index + 1).reads(PERSONAL) {
            return Some(Edge::Relative(index));
        }
        let before = index.checked_sub(1).and_then(|at| self.token(at));
        // "the news in May that the bank had failed".
        let after_noun = before.is_some_and(|before| {
            let is_end = matches!(before.kind, Kind::Timex(_) | Kind::Quote);
            before.is_word() && !before.breaks_noun_phrase() || is_end && index > 1
        });
        after_noun.then_some(Edge::Relative(index))
    }

    /// "after rockets hit" against "the talks after the war failed": a preposition where the words to its left would
    /// be left without a verb.
    fn subordinates(&self, index: usize) -> bool {
        let token = self.tokens.at(index);
        if !token.is(Tags::PREPOSITION) {
            return true;
        }
        // ", particularly after the wall had fallen".
        let is_degree =
            |at: &usize| self.tokens.reads_at(*at, "particularly|especially|notably|mainly|partly|largely|even|only");
        let Some(before) = (0..index).rev().find(|at| !is_degree(at)).map(|at| self.tokens.at(at)) else {
            return true;
        };
        // "the first since the group seized power"; "four years after the group seized power".
        if before.kind == Kind::Comma
            || before.kind == Kind::Dash
            || before.timex().is_some()
            || before.is(Tags::TIME_NOUN)
            || before.is(Tags::SUPERLATIVE) && token.reads("since")
        {
            return true;
        }
        let from = (0..index)
            .rev()
            .find(|at| matches!(self.tokens.at(*at).kind, Kind::Comma | Kind::Stop | Kind::Dash))
            .map_or(0, |at| at + 1);
        // ", ordered after a fire killed ten,": the participle is the verb of its insertion.
        let first = self.tokens.at(from);
        let is_inserted = from > 1 && self.tokens.is_kind_at(from - 1, Kind::Comma) && !first.is_capital;
        is_inserted && (first.form.either || first.form.participle)
            || self.before.iter().any(|clause| (from..index).contains(&clause.verb.start))
    }

    /// Where a second noun phrase begins: "after that flood | the country adopted", "after the war | Peru left".
    fn second_phrase(&self, from: usize, to: usize) -> Option<usize> {
        (from + 1..to).find(|at| {
            let (before, token) = (self.tokens.at(*at - 1), self.tokens.at(*at));
            let after_noun = before.is_word()
                && !before.is_capital
                && !before.breaks_noun_phrase()
                && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB).or(Tags::PERSON).or(Tags::GROUP))
                && !before.is_possessive;
            // "after maid Ana Rojas said": a noun without an article goes with the name.
            let opens = token.is(Tags::DETERMINER.or(Tags::PRONOUN)) && !token.is(Tags::RELATIVE)
                || token.is_capital && token.is_word() && *at > from + 1;
            // "Since their release in May the two": the date closes the phrase.
            let after_date =
                before.timex().is_some() && *at > from + 2 && self.tokens.is_at(*at - 2, Tags::PREPOSITION);
            (after_noun || after_date) && opens
        })
    }

    /// Whether a conjunction joins two sentences rather than two noun phrases.
    fn joins_sentences(&self, index: usize) -> bool {
        let Some(last) = self.before.last() else { return index == 0 };
        if last.verb.end > index {
            return false;
        }
        // "the Immigration and Naturalization Service": one name.
        let in_name = index >= 2
            && self.tokens.is_capital_at(index - 1)
            && self.tokens.reads_at(index - 2, "the")
            && self.token(index + 1).is_some_and(|next| next.is_capital);
        if in_name {
            return false;
        }
        let between = self.tokens.within(last.verb.end..index);
        // "were rising when Ana Lind and Tom Barr returned": two names of one subject.
        let names = self.tokens.is_capital_at(index - 1) && self.tokens.is_capital_at(index + 1);
        if names && between.iter().any(|token| token.is(Tags::SUBORDINATOR) && !token.is_capital) {
            return false;
        }
        let commas = between.iter().filter(|token| token.kind == Kind::Comma).count();
        let after_comma = between.last().is_some_and(|token| token.kind == Kind::Comma);
        if after_comma {
            return commas < 2 || between.iter().any(|token| token.timex().is_some() || token.is(Tags::PREPOSITION));
        }
        let is_report = self.tokens.is_at(last.verb.head, Tags::REPORT);
        let has_that = between.iter().any(|token| token.reads("that"));
        let names_only = between.iter().all(|token| token.is_capital || token.is(Tags::DETERMINER));
        commas == 0 && !has_that && !(is_report && names_only)
    }
}
