//! What a clause does, as one family of words: the verb, or the noun that says more than it.

use super::Reader;
use crate::event::clause::Clause;
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::Tense;

/// Verbs that say no more than that something happened.
const HAPPENING: &str =
    "hit|struck|happened|occurred|came|began|started|broke|erupted|followed|rocked|shook|jolted|swept|tore|ripped";

/// Verbs that say less than the happening that is their object.
const LIGHT: &str = "was|were|is|are|had|has|have|hold|held|holds|make|made|makes|give|gave|given|gives|take|took|takes|\
                     staged|stages|delivered|delivers|conducted|carried|launch|launched|launches|suffered|suffers";

impl Reader<'_, '_> {
    /// "The firm said it would close the mill": what it said of itself; else the clause itself.
    pub(super) fn announced(&self, index: usize) -> &Clause {
        let own = &self.clauses[index];
        let said = self.complement_of(index).filter(|said| {
            let is_coming = matches!(self.clauses[*said].verb.tense, Tense::Future | Tense::Perfect);
            is_coming && self.opens_with(*said, "it|he|she|they")
        });
        said.map_or(own, |said| &self.clauses[said])
    }

    /// The family of the main verb; "took Kabul" and "took control" are a seizure.
    pub(super) fn action(&self, clause: &Clause) -> String {
        let lexicon = self.source.lexicon;
        let head = self.tokens.at(clause.verb.head);
        let at = self.planned_verb(clause).unwrap_or(clause.verb.head);
        let head = if at == clause.verb.head { &head.lower } else { &self.tokens.at(at).lower };
        let stem = lexicon.stem(head);
        let takes = stem == "take" && !clause.verb.is_passive;
        let object = self.tokens.get(clause.verb.end);
        let is_seizure = object
            .is_some_and(|next| next.reads("control|power") || next.reads("over") || self.is_place(clause.verb.end));
        // "turned him down": the particle stands behind the pronoun.
        let is_pronoun = object.is_some_and(|next| next.reads("him|her|it|them"));
        let particle = if is_pronoun { self.tokens.get(clause.verb.end + 1) } else { object };
        if let Some(family) = particle.and_then(|next| lexicon.phrasal(head, &next.lower)) {
            return family;
        }
        if takes && object.is_some_and(|next| next.reads("office")) {
            return lexicon.family("inaugurate");
        }
        // "The quake struck", "the blast happened": what happened is the noun.
        let happens = self.tokens.at(clause.verb.head).reads(HAPPENING)
            || takes && object.is_some_and(|next| next.reads("place"));
        if let Some(noun) = self.happening_subject(clause).filter(|_| happens) {
            return lexicon.family(noun);
        }
        // "had a long conversation", "held talks": what is done is the noun.
        let is_light = at == clause.verb.head && self.tokens.at(at).reads(LIGHT);
        if let Some(noun) = is_light.then(|| self.happening_object(clause)).flatten() {
            return lexicon.family(noun);
        }
        // "found X guilty", "sent him to prison", "took over as chief", "went on sale".
        let rest = self.tokens.within(clause.verb.end..clause.end);
        let has = |words: &'static str| rest.iter().take(8).any(|token| token.reads(words));
        let has_object =
            rest.first().is_some_and(|next| next.kind == Kind::Number || next.is_word() && !next.breaks_noun_phrase());
        let family = match stem.as_str() {
            "find" | "clear" if has("not") && has("guilty") => "acquit",
            // "found Paz, the former head of the bank, guilty".
            "find" if self.tokens.iter().skip(clause.verb.end).take(20).any(|token| token.reads("guilty")) => "convict",
            "send" if has("prison|jail") => "convict",
            "take" if has("over") && has("as") => "appoint",
            "take" if takes && is_seizure => "seize",
            "go" if has("sale") => "sell",
            "leave" if has("dead") => "die",
            // Who is killed dies.
            "kill" | "shoot" | "murder" | "assassinat" if clause.verb.is_passive || !has_object => "die",
            _ => head,
        };
        lexicon.family(family)
    }

    /// The noun of what happened, where it is the subject: "An earthquake of magnitude 6 struck".
    fn happening_subject(&self, clause: &Clause) -> Option<&str> {
        let piece = clause.subject.iter().find(|piece| !piece.is_empty())?;
        let words = self.tokens.get(piece.clone())?;
        let end = words.iter().position(|token| token.is(Tags::PREPOSITION) && !token.is_capital);
        let head = words.get(..end.unwrap_or(words.len()))?.iter().rfind(|token| token.is_word())?;
        head.is(Tags::EVENT_NOUN).then_some(head.lower.as_str())
    }

    /// The noun of what happened, where it is the object: "held a third round of talks".
    fn happening_object(&self, clause: &Clause) -> Option<&str> {
        let words = self.tokens.get(clause.verb.end..clause.end)?;
        let is_end = |token: &Token<'_>| {
            !token.is_word() && token.kind != Kind::Number || token.breaks_noun_phrase() && !token.reads("of")
        };
        let end = words.iter().position(is_end).unwrap_or(words.len());
        let mut heads = words.get(..end)?.split(|token| token.reads("of")).filter_map(<[Token<'_>]>::last);
        heads.find(|head| head.is(Tags::EVENT_NOUN) && !head.is_capital).map(|head| head.lower.as_str())
    }

    /// "is expected to be sworn in", "agreed to sell": the verb that the plan is for.
    fn planned_verb(&self, clause: &Clause) -> Option<usize> {
        let is_plan = self.tokens.is_at(clause.verb.head, Tags::PLANNING)
            && self.tokens.reads_at(clause.verb.end, "to")
            && (clause.verb.is_passive
                || matches!(clause.verb.tense, Tense::Present | Tense::Future)
                || self.tokens.reads_at(clause.verb.head, "agreed"));
        if !is_plan {
            return None;
        }
        let at = (clause.verb.end + 1..clause.end).find(|at| {
            self.tokens.get(*at).is_some_and(|token| !token.reads("be|have|been") && !token.is(Tags::ADVERB))
        })?;
        // "agreed to a truce".
        (!self.tokens.is_at(at, Tags::DETERMINER)).then_some(at)
    }
}
