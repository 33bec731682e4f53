//! The object of a relative clause, which stands before its relative word: "the judge, whom Vega fired".

use super::Reader;
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::name::NameKind;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::CONTENT;
use crate::event::when;
use crate::text::small;
use std::ops::Range;

/// What stands before "which" is told in at most so many words.
const OBJECT_WORDS: usize = 8;

/// An object of more letters leaves little room for the rest of a headline.
const LONG_OBJECT: usize = 32;

/// Numbers that say how long or how many something is of.
const NUMBERS: &str = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty";

/// Where a clause has its object.
pub(super) enum Object {
    /// Behind its verb, or it has none.
    Inside,
    /// Before its relative word: what to say in place of the verb.
    Before((Range<usize>, String)),
    /// Before its relative word, and not to be told in a few words.
    Unknown,
}

impl Reader<'_, '_> {
    /// "the judge, whom Vega tried to fire": the object of the clause stands before it.
    pub(super) fn object_before(&self, clause: &Clause) -> Object {
        let Link::Relative(marker) = clause.link else { return Object::Inside };
        let Some(word) = self.tokens.get(marker) else { return Object::Inside };
        let own_subject = clause.subject.iter().any(|piece| !piece.is_empty() && piece.start >= marker);
        // "arguing the agency cannot": a claim of somebody; "with whom Paz spoke": with him.
        if word.form.gerund || word.is(Tags::PREPOSITION) && self.tokens.reads_at(marker + 1, "whom") {
            return Object::Unknown;
        }
        // "a woman he met": without a relative word. "by the time Vega was killed" lacks no object.
        let is_contact = !word.is(Tags::RELATIVE.or(Tags::PREPOSITION));
        if is_contact && clause.verb.is_passive {
            return Object::Inside;
        }
        if !own_subject || !is_contact && !word.reads("whom|which|that|who") {
            return Object::Inside;
        }
        // "the news that the bank had failed": no object, and nothing that the article itself tells; "the report that the
        // bank published" lacks one.
        let is_content = self.tokens.reads_at(marker.saturating_sub(1), CONTENT)
            && !self.tokens.is_at(clause.verb.head, Tags::TRANSITIVE);
        if self.tokens.at(clause.verb.end).opens_object()
            || word.reads("that") && marker > 0 && (is_content || self.tokens.at(marker - 1).form.gerund)
            || self.tokens.is_at(clause.verb.head, Tags::DO)
            || clause.verb.is_passive
            || clause.verb.is_copula
        {
            return Object::Unknown;
        }
        let comma = usize::from(marker > 0 && self.tokens.is_kind_at(marker - 1, Kind::Comma));
        let Some(last) = marker.checked_sub(1 + comma) else { return Object::Unknown };
        let mut start = when::noun_phrase_start(self.tokens, last, clause);
        // "the commission of inquiry under Judge Lind, which": the commission, and no person.
        let is_person = |start: usize| {
            self.names.iter().any(|name| name.kind == NameKind::Person && (start..=last).contains(&name.tokens.start))
        };
        // "the commission of inquiry", "the sentence of six years": of what kind.
        let is_kind = |start: usize| {
            self.tokens.reads_at(start - 1, "of")
                && !self.tokens.is_capital_at(start)
                && (!self.tokens.is_at(start, Tags::DETERMINER) || self.tokens.reads_at(start, NUMBERS))
        };
        while word.reads("which|that")
            && start > 1
            && (word.reads("which") && is_person(start) || is_kind(start))
            && self.tokens.is_at(start - 1, Tags::PREPOSITION)
            && last - start < OBJECT_WORDS
        {
            start = when::noun_phrase_start(self.tokens, start - 2, clause);
        }
        // "more than 200 girls".
        let counts =
            start >= 2 && self.tokens.reads_at(start - 1, "than") && self.tokens.reads_at(start - 2, "more|fewer|less");
        let start = if counts { start - 2 } else { start };
        let opener = start.checked_sub(1).and_then(|at| self.tokens.get(at));
        let words = self.tokens.within(start..last + 1);
        // "the sentences", "a report": nouns that are verbs elsewhere.
        let is_verb = |at: usize| {
            let is_noun = |before: &Token<'_>| before.is(Tags::DETERMINER.or(Tags::ADJECTIVE)) || before.is_possessive;
            self.tokens.at(at).form.third && !(at > start && is_noun(self.tokens.at(at - 1)))
        };
        let is_word = |token: &Token<'_>| {
            token.is_word() || token.is_capital || token.timex().is_some() || token.kind == Kind::Number
        };
        let opens = |first: &Token<'_>| first.is(Tags::DETERMINER) || first.is_capital || first.kind == Kind::Number;
        let is_whole = words.first().is_some_and(|first| opens(first) || counts)
            && words.iter().all(|token| is_word(token) && !token.is(Tags::PRONOUN))
            && !(start..last + 1).any(is_verb)
            && words.last().is_some_and(|last| {
                !last.is(Tags::DETERMINER) && !last.is_past_form() && !last.reads("way|time|day|reason|place|thing")
            })
            && opener.is_none_or(|opener| !opener.reads("of"));
        // "tried to fire" has its object behind the infinitive.
        let to = self.tokens.reads_at(clause.verb.end, "to") && self.tokens.at(clause.verb.end + 1).form.plain;
        // "set up a commission", "threw out the ash": a particle stays with its verb.
        let is_particle = self.tokens.reads_at(clause.verb.end, "up|out|off|down")
            && self
                .tokens
                .get(clause.verb.end + 1)
                .is_none_or(|next| next.timex().is_some() || !next.is_word() || next.breaks_noun_phrase());
        let at = match (to, is_particle) {
            (true, _) => clause.verb.end + 1,
            (false, true) => clause.verb.end,
            (false, false) => clause.verb.head,
        };
        match self.tokens.get(at) {
            Some(verb) if is_whole => {
                // "the suspended sentence of eight months": without how long, where that leaves no room.
                let of = (start..last).find(|at| self.tokens.reads_at(*at, "of"));
                let is_measure = |of: &usize| {
                    let next = self.tokens.at(of + 1);
                    next.timex().is_some() || next.kind == Kind::Number || next.reads(NUMBERS)
                };
                let object = self.words(start..last + 1);
                let short = of.filter(|of| object.len() > LONG_OBJECT && is_measure(of));
                let object = short.map_or(object, |of| self.words(start..of));
                let object = if self.tokens.is_at(start, Tags::DETERMINER) || counts {
                    object.chars().next().map(small).into_iter().chain(object.chars().skip(1)).collect()
                } else {
                    object
                };
                Object::Before((at..at + 1, format!("{} {object}", verb.text)))
            }
            _ => Object::Unknown,
        }
    }
}
