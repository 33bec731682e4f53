//! The headline of what somebody says: the report with what it tells, or what is told with who says it behind.

use super::Reader;
use super::told::closing_comma;
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::headline::{self, Composed, Parts};
use crate::event::name::NameKind;
use crate::event::refer::{Reading, Subject};
use crate::event::token::{Kind, TokenAt as _};
use crate::gather::Gather;
use crate::text::small;
use std::ops::Range;

/// Verbs of a claim that can also close a sentence: "…, the judge found".
pub(super) const CLAIMING: &str = "said|says|say|announced|stated|claimed|claims|alleged|alleges|argued|insisted|confirmed|reported|revealed|reveal|reveals|ruled|found|believed|believe|believes|estimated|estimate|estimates|suggested|suggests|suggest|concluded|acknowledged|admitted|noted|explained|wrote|testified|disclosed|declared|maintained|conceded|recalled|thinks|think";

/// The pronoun in the nominative.
fn personal(lower: &str) -> Option<&'static str> {
    match lower {
        "he" | "his" => Some("he"),
        "she" | "her" => Some("she"),
        "it" | "its" => Some("it"),
        "they" | "their" => Some("they"),
        _ => None,
    }
}

/// "only" stands at most so many words before what it limits.
const LIMITED_WITHIN: usize = 8;

impl Reader<'_, '_> {
    /// "The judge found that Paz took the money in 2010" under the date 2010: "Paz took the money, the judge found".
    pub(super) fn tell_claim(
        &self,
        report: usize,
        complement: usize,
        left_out: &[Range<usize>],
        replaced: &[(Range<usize>, String)],
    ) -> Option<Composed> {
        let outer = self.clauses.get(report)?;
        let says = self.tokens.get(outer.verb.head).filter(|says| says.reads(CLAIMING))?;
        let (speaker, subject) = (self.subject(report), self.subject(complement));
        let sure = |subject: &Subject| !matches!(subject.reading, Reading::Empty | Reading::Pronoun);
        if !sure(&speaker) || !sure(&subject) || says.is_quoted || outer.verb.is_negated {
            return None;
        }
        let own = self.clauses.get(Clause::subject_clause(self.clauses, complement))?;
        let opener = own.first_word().and_then(|at| self.tokens.get(at));
        // "His lawyer said he would go": he, and the lawyer says it.
        let is_own = subject.reading == Reading::Replaced && !self.opens_with(report, "his|her");
        let pronoun = opener.and_then(|token| personal(&token.lower)).filter(|_| is_own);
        let speaker_words = self.subject_words(report);
        // "The firm said it lost money" is "The firm lost money, it said".
        let (words, teller) = match pronoun {
            // Whom "it" means is mostly the one who says it.
            Some(pronoun) => {
                let own = subject
                    .words
                    .filter(|_| !opener.is_some_and(|token| token.reads("it|they")) || speaker.actor.is_none());
                (own.or_else(|| Some(speaker_words.clone())), pronoun.to_owned())
            }
            None => (subject.words, self.in_sentence(report, &speaker_words)),
        };
        let verb = (outer.verb.start..outer.verb.end).filter(|at| !self.tokens.is_at(*at, Tags::ADVERB)).gather();
        let said = headline::join(&self.source.article.text, self.tokens, &verb, &[]);
        let suffix = format!(", {} {said}", closing_comma(&teller));
        let parts = Parts { suffix, ..self.parts(complement, words, left_out, replaced) };
        let told = headline::compose(&self.source.article.text, self.tokens, &parts)?;
        Some(self.longer(complement, &parts, &told).unwrap_or(told))
    }

    /// The words of a subject as they stand inside a sentence: "The judge" is "the judge", "Peru" stays.
    fn in_sentence(&self, index: usize, words: &str) -> String {
        let owner = Clause::subject_clause(self.clauses, index);
        let first = self.clauses.get(owner).and_then(|clause| clause.first_word());
        let is_name = first.is_none_or(|at| {
            let in_name = self.names.iter().any(|name| name.tokens.contains(&at));
            let is_grammar = self.tokens.is_at(at, Tags::DETERMINER);
            let before_name = self.tokens.is_capital_at(at + 1);
            // A sentence's first word that no table knows may be a name: "Boehner said".
            let may_be_name =
                at == 0 && self.tokens.at(at).tags == Tags::NONE && !self.tokens.at(at).lower.ends_with('s');
            // "Mr. Paz", whose stop is a sign of its own.
            let is_short_title =
                self.tokens.is_at(at, Tags::TITLE) && self.tokens.get(at + 1).is_some_and(|next| next.text == ".");
            // "Ana Lind", for "she".
            let is_said = self.names.iter().any(|name| words.starts_with(name.text.as_str()));
            let replaced = self.subject(index).actor.is_some_and(|actor| words.starts_with(actor.as_str()));
            may_be_name
                || is_said
                || replaced
                || is_short_title
                || at > 0 && !is_grammar
                || in_name
                || before_name && !self.tokens.is_at(at, Tags::DETERMINER)
        });
        let mut letters = words.chars();
        match letters.next() {
            Some(first) if !is_name => std::iter::once(small(first)).chain(letters).collect(),
            _ => words.to_owned(),
        }
    }

    /// "will leave if Peru pays": what is said under a condition is not said without it. The end of the condition that
    /// opens at `end`, and the least of it that must be told.
    pub(super) fn with_condition(&self, end: usize) -> Option<(usize, usize)> {
        let end = end + usize::from(self.tokens.is_kind_at(end, Kind::Comma));
        let opens = |link: Link| matches!(link, Link::Subordinate(at) | Link::Relative(at) if at == end);
        let clause = self.clauses.iter().find(|clause| opens(clause.link))?;
        // "would only leave when the troops came": when alone.
        let is_limited = self.tokens.reads_at(end, "when|once|after")
            && (end.saturating_sub(LIMITED_WITHIN)..end).any(|at| self.tokens.reads_at(at, "only"));
        let is_condition = is_limited
            || self.tokens.reads_at(end, "if|unless")
            || self.tokens.reads_at(end + 1, "long") && self.tokens.reads_at(end + 2, "as");
        is_condition.then_some((clause.end, clause.end))
    }

    /// "A programme on state-run television": a programme; `None` where nothing can be spared.
    fn core_subject(&self, index: usize) -> Option<String> {
        let owner = self.clauses.get(Clause::subject_clause(self.clauses, index))?;
        let mut people = self.names.iter().filter(|name| {
            name.kind == NameKind::Person && owner.subject.iter().any(|piece| piece.contains(&name.tokens.start))
        });
        if let (Some(only), None) = (people.next(), people.next()) {
            // "a friend of Paz’s sister" is not Paz.
            let is_head = !self.tokens.at(only.tokens.end - 1).is_possessive
                && self.tokens.get(only.tokens.end).is_none_or(|next| !next.is_word() || next.breaks_noun_phrase())
                && (self.tokens.is_kind_at(only.tokens.start.saturating_sub(1), Kind::Comma)
                    || !owner.subject.iter().cloned().flatten().take_while(|at| *at < only.tokens.start).any(|at| {
                        // "The jurors in the trial of the singer Ana Lind" are many.
                        let token = self.tokens.at(at);
                        token.is(Tags::PREPOSITION) && !token.is_capital
                    }));
            if is_head {
                return Some(self.words(only.tokens.clone()));
            }
        }
        let [piece] = owner.subject.as_slice() else { return None };
        let end = (piece.start + 1..piece.end)
            .find(|at| self.tokens.is_at(*at, Tags::PREPOSITION) && !self.tokens.reads_at(*at, "of"))?;
        let is_plain = (piece.start..end).all(|at| self.tokens.at(at).is_word());
        is_plain.then(|| self.words(piece.start..end))
    }

    /// "The ministry said the envoy met the king": the report and what it says, without where it was said.
    pub(super) fn tell_report(
        &self,
        report: usize,
        complement: usize,
        left_out: &mut Vec<Range<usize>>,
        replaced: &[(Range<usize>, String)],
    ) -> Option<Composed> {
        let outer = self.clauses.get(report)?;
        let inner = self.clauses.get(complement)?;
        let says = self.tokens.get(outer.verb.head)?;
        let subject = self.subject(report);
        // "One of them told me that …": a headline is nobody's own.
        if subject.reading == Reading::Empty || self.tokens.reads_at(outer.verb.end, "me") {
            return None;
        }
        let takes_object = says.reads("told|warned|asked|convinced|tell|warn");
        // "that the probe which it lost before May carried nothing": what is said opens with its subject.
        let opener = inner.subject.iter().find(|piece| !piece.is_empty()).map_or(inner.start, |piece| piece.start);
        let opener = opener - usize::from(opener > 0 && self.tokens.reads_at(opener - 1, "that"));
        let inner_start = inner.start.min(opener).max(outer.verb.end);
        // "warned this newspaper that …": who was warned is the paper that tells it.
        let to_paper = says.lower.starts_with("warn") && self.tokens.reads_at(outer.verb.end, "this|our|us");
        if (!takes_object || to_paper) && inner_start > outer.verb.end {
            left_out.push(outer.verb.end..inner_start);
        }
        let (end, floor) = self.with_condition(inner.end.max(inner.verb.end)).unwrap_or((inner.end, inner.verb.end));
        let parts = Parts {
            rest: outer.verb.end..end.max(floor),
            floor,
            ..self.parts(report, subject.words.clone(), left_out, replaced)
        };
        // Too long with it: "that the probe [which it lost before May] carried nothing".
        let relative = self.clauses.iter().find_map(|clause| match clause.link {
            Link::Relative(marker) if inner_start < marker && marker < inner.verb.start => Some(marker),
            _ => None,
        });
        let without_relative = || {
            let mut spared = parts.left_out.to_vec();
            spared.push(relative?..inner.verb.start);
            let parts = Parts { left_out: &spared, ..parts.clone() };
            let told = headline::compose(&self.source.article.text, self.tokens, &parts)?;
            Some(Composed { is_shortened: true, ..told })
        };
        let told = headline::compose(&self.source.article.text, self.tokens, &parts)
            .map(|told| self.longer(complement, &parts, &told).unwrap_or(told))
            .or_else(without_relative);
        told.or_else(|| {
            // Too long with all of who says it: without where and of what they are, marked.
            let short = Parts { subject_words: Some(self.core_subject(report)?), ..parts };
            let told = headline::compose(&self.source.article.text, self.tokens, &short)?;
            Some(Composed { is_shortened: true, ..told })
        })
    }
}
