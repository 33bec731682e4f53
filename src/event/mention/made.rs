//! A candidate of a clause: its participants, places, keys and what it does.

use super::Reader;
use super::told::Told;
use crate::calendar::{Edtf, Grain};
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::Clause;
use crate::event::en::{Lexicon, Tags};
use crate::event::headline::{self};
use crate::event::model::{AnchorOrigin, Basis, Extent, MentionAnchor, Status};
use crate::event::name::{Name, NameKind};
use crate::event::refer::Reading;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::gather::Gather;
use crate::lookup::words::WordSet;
use crate::text::phrase::without_ending;
use crate::timex::{AnchorSource, Resolution, Timex};
use std::ops::Range;

/// The action of what rises or falls by some share, which does nothing else.
const MEASURE: &str = "percent";

impl Reader<'_, '_> {
    pub(super) fn candidate(&self, clause: usize, told: Told, standing: Standing, status: Status) -> Candidate {
        let all = &self.clauses[clause];
        let owner = Clause::subject_clause(self.clauses, clause);
        let own = &self.clauses[owner].subject;
        // What stands between subject and verb is no headline, and yet tells what the clause is about.
        let mut pieces: Vec<Range<usize>> = match own.first() {
            Some(first) if owner == clause && first.start < all.verb.start => {
                std::iter::once(first.start..all.verb.start).gather()
            }
            _ => own.clone(),
        };
        // ", taking over from the old guard" is another matter.
        let tail = (all.verb.end + 1..all.end).find(|at| self.opens_tail(*at));
        pieces.push(all.verb.start..tail.unwrap_or(all.end));
        if let Some(complement) = self.complement_of(clause) {
            let last = self
                .clauses
                .iter()
                .enumerate()
                .filter(|(at, _)| *at == complement || Clause::subject_clause(self.clauses, *at) == complement);
            let end = last.map(|(_, inner)| inner.end).max().unwrap_or(all.end);
            pieces.push(self.clauses[complement].start..end);
        }
        let measure = self.measure(all.verb.end..all.end);
        let action = measure.unwrap_or_else(|| self.action(self.announced(clause)));
        let mut candidate = self.assemble(clause, &pieces, told, standing, status, action);
        candidate.keys.insert(candidate.action.clone());
        candidate
    }

    /// What a clause does that tells by how much something rose or fell: "shares fell 24 percent" is no downfall.
    pub(super) fn measure(&self, range: Range<usize>) -> Option<String> {
        let words = self.tokens.within(range);
        let tells =
            words.iter().any(|token| token.reads("percent|percentage|cent|points") || token.text.ends_with('%'));
        tells.then(|| MEASURE.to_owned())
    }

    /// A phrase with -ing hung on by a comma; so is one whose -ing is mostly a noun: ", building on that success".
    fn opens_tail(&self, at: usize) -> bool {
        let [Some(comma), Some(word), next] = [
            at.checked_sub(1).and_then(|before| self.tokens.get(before)),
            self.tokens.get(at),
            self.tokens.get(at + 1),
        ] else {
            return false;
        };
        let leads_on = next.is_some_and(|next| next.is(Tags::PREPOSITION.or(Tags::DETERMINER)));
        let reads_as_verb = word.lower.ends_with("ing") && !word.is(Tags::PREPOSITION) && !word.is_capital && leads_on;
        comma.kind == Kind::Comma && (word.form.gerund || reads_as_verb)
    }

    /// Whether the first word of a clause's subject is one of these.
    pub(super) fn opens_with(&self, clause: usize, words: &'static str) -> bool {
        let owner = Clause::subject_clause(self.clauses, clause);
        let first = self.clauses.get(owner).and_then(|clause| clause.first_word());
        first.is_some_and(|first| self.tokens.reads_at(first, words))
    }

    /// The one person whom the sentence names.
    pub(super) fn one_person(&self) -> Option<String> {
        let mut people = self.names.iter().filter(|name| name.kind == NameKind::Person).map(|name| &name.text);
        let only = people.next()?;
        people.all(|other| other == only).then(|| only.clone())
    }

    pub(super) fn is_place(&self, at: usize) -> bool {
        self.names.iter().any(|name| name.tokens.start == at && matches!(name.kind, NameKind::Seat | NameKind::Country))
    }

    pub(super) fn assemble(
        &self,
        clause: usize,
        pieces: &[Range<usize>],
        told: Told,
        standing: Standing,
        status: Status,
        action: String,
    ) -> Candidate {
        let own: Vec<&Name> =
            self.names.iter().filter(|name| pieces.iter().any(|piece| piece.contains(&name.tokens.start))).gather();
        let mut participants: Vec<String> = Vec::new();
        let mut places = Vec::new();
        if let Some(actor) = &told.subject.actor {
            participants.push(actor.clone());
        }
        let mut keys = WordSet::default();
        for name in &own {
            keys.insert(format!("={}", name.text));
            let after_preposition = name
                .tokens
                .start
                .checked_sub(1)
                .and_then(|at| self.tokens.get(at))
                .is_some_and(|token| token.reads("in|at|near|from|to|into|of|around"));
            let written = self.words(name.tokens.clone());
            let written = without_ending(without_ending(&written, "’s"), "'s").to_owned();
            let is_place = name.kind == NameKind::Seat || name.kind == NameKind::Country && after_preposition;
            if name.kind == NameKind::Seat {
                keys.insert(format!("={written}"));
            }
            if is_place && after_preposition && !places.contains(&written) {
                places.push(written);
            }
            if !participants.contains(&name.text) {
                participants.push(name.text.clone());
            }
        }
        for (_, _, name) in
            self.groups().into_iter().filter(|(range, ..)| pieces.iter().any(|piece| piece.contains(&range.start)))
        {
            keys.insert(format!("={name}"));
            if !participants.contains(&name) {
                participants.push(name);
            }
        }
        for day in pieces.iter().cloned().flatten().filter_map(|at| self.timex(self.tokens.get(at)?.timex()?)) {
            // A day is as good as a name: "the 9/11 attacks".
            if day.date.and_then(Edtf::single).is_some_and(|period| period.grain() == Grain::Day) {
                keys.insert(format!("={}", day.value));
            }
        }
        for piece in pieces {
            self.add_keys(piece.clone(), &own, &mut keys);
        }
        let is_person = || self.opens_with(clause, "he|she|his|her");
        let likely = (told.subject.actor.is_none() && told.subject.reading == Reading::Pronoun && is_person())
            .then(|| self.source.protagonist())
            .flatten();
        let actor = told.subject.actor.clone().or(likely).or_else(|| self.introduced(clause));
        if let Some(actor) = &actor {
            keys.insert(format!("={actor}"));
        }
        let quality = told.quality + 4 * i32::try_from(participants.len().min(4)).unwrap_or(0);
        Candidate {
            article: self.source.index,
            sentence: self.sentence.number,
            clause,
            span: self.sentence.span,
            expression: None,
            timex: None,
            date: None,
            after: None,
            published: self.source.published,
            extent: Extent::Within,
            status,
            standing,
            basis: Basis::Stated,
            anchor: None,
            attribution: self.attribution(clause),
            rule: String::new(),
            headline: told.headline,
            short: told.short,
            nominal: told.nominal,
            name: self.name_of(pieces),
            headline_basis: told.basis,
            quality,
            participants,
            places,
            actions: if action == MEASURE {
                WordSet::default()
            } else {
                keys.iter().filter(|key| self.source.lexicon.is_family(key)).cloned().collect()
            },
            keys,
            action,
            actor,
        }
    }

    /// Dates a candidate by an expression, with how the date is known.
    pub(super) fn with_date(candidate: Candidate, timex: &Timex, date: Edtf) -> Candidate {
        let (basis, anchor) = basis(timex);
        Candidate {
            date: Some(date),
            expression: Some(timex.span),
            timex: Some(timex.value.clone()),
            basis,
            anchor,
            rule: timex.rule.to_owned(),
            ..candidate
        }
    }

    /// A happening named in capitals: "the Soviet-Afghan War", "the Harbour Accord"; else a subject that is one: "the
    /// 9/11 attacks".
    pub(super) fn name_of(&self, pieces: &[Range<usize>]) -> Option<String> {
        let is_event = |at: usize| self.tokens.is_at(at, Tags::EVENT_NOUN.or(Tags::LONG_NOUN));
        let in_capitals = pieces.iter().cloned().find_map(|piece| self.capitals_name(piece));
        in_capitals.or_else(|| {
            let first = pieces.first()?;
            let head = first.clone().find(|at| is_event(*at) && !is_event(at + 1))?;
            let plain = (first.start..head)
                .all(|at| !self.tokens.at(at).breaks_noun_phrase() || self.tokens.at(at).timex().is_some());
            let named = head > first.start + 1
                && self.tokens.get(first.start..head)?.iter().any(|token| token.is_capital || token.timex().is_some());
            (plain && named).then(|| headline::tidy(&self.words(first.start..head + 1)))
        })
    }

    pub(super) fn capitals_name(&self, mut piece: Range<usize>) -> Option<String> {
        piece.find_map(|at| {
            let end =
                (at..self.tokens.len()).find(|at| !self.tokens.is_capital_at(*at) || !self.tokens.at(*at).is_word())?;
            let last = self.tokens.get(end.checked_sub(1)?)?;
            let is_event = last.is(Tags::EVENT_NOUN.or(Tags::LONG_NOUN));
            (end > at + 1 && is_event && !self.tokens.is_at(at, Tags::DETERMINER)).then(|| self.words(at..end))
        })
    }

    pub(super) fn add_keys(&self, range: Range<usize>, names: &[&Name], keys: &mut WordSet) {
        for at in range {
            let Some(token) = self.tokens.get(at) else { continue };
            let in_name = names.iter().any(|name| name.tokens.contains(&at));
            // "pleaded guilty": no verdict.
            let is_particle = at
                .checked_sub(1)
                .and_then(|before| self.tokens.get(before))
                .is_some_and(|verb| self.source.lexicon.phrasal(&verb.lower, &token.lower).is_some());
            // ", 58," is an age.
            let is_apart = |at: Option<usize>| at.is_some_and(|at| self.tokens.is_kind_at(at, Kind::Comma));
            let is_age = token.kind == Kind::Number && is_apart(at.checked_sub(1)) && is_apart(Some(at + 1));
            if in_name || is_age || is_particle {
                continue;
            }
            keys.extend(key(self.tokens, at, self.source.lexicon));
        }
    }
}

/// How an expression came to its date, and what it was counted from.
fn basis(timex: &Timex) -> (Basis, Option<MentionAnchor>) {
    match timex.resolution {
        Resolution::Stated | Resolution::Unresolved => (Basis::Stated, None),
        Resolution::Anchored { anchor, from } => {
            let from = match from {
                AnchorSource::Published => AnchorOrigin::Published,
                AnchorSource::Mention(_) => AnchorOrigin::Mention,
            };
            (Basis::Anchored, Some(Candidate::anchored(anchor, from)))
        }
    }
}

/// The figures of a sum, a share or a count: "€1.4bn" and "1.4 billion" meet. One digit alone says too little.
fn figures(written: &str, next: Option<&Token<'_>>) -> Option<String> {
    let figures = written.trim_start_matches(['$', '£', '€']).replace(',', "");
    let end = figures.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(figures.len());
    let unit = figures.get(end..).and_then(|rest| rest.chars().next());
    let unit = unit.or_else(|| next.filter(|next| next.reads("million|billion"))?.lower.chars().next());
    let figures = figures.get(..end)?.trim_end_matches('.');
    match unit {
        Some(unit @ ('m' | 'b')) => Some(format!("{figures}{unit}")),
        _ => (figures.len() > 1).then(|| figures.to_owned()),
    }
}

/// The key of a content word or a number; `None` for a word of grammar.
pub(in crate::event) fn key(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<String> {
    let token = tokens.get(at)?;
    // "a $140-million settlement".
    if let Some((number, unit)) = token.text.split_once('-')
        && number.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'))
        && matches!(unit, "million" | "billion")
    {
        return figures(&format!("{number}{unit}"), None);
    }
    if token.kind == Kind::Number {
        return figures(token.text, tokens.get(at + 1));
    }
    if token.reads("million|billion") {
        return None;
    }
    let grammar = Tags::DETERMINER
        .or(Tags::PRONOUN)
        .or(Tags::PREPOSITION)
        .or(Tags::SUBORDINATOR)
        .or(Tags::RELATIVE)
        .or(Tags::CONJUNCTION)
        .or(Tags::BE)
        .or(Tags::HAVE)
        .or(Tags::DO)
        .or(Tags::MODAL)
        .or(Tags::ADVERB)
        .or(Tags::MONTH)
        .or(Tags::TIME_NOUN);
    let is_content = token.is_word() && !token.is(grammar) && token.lower.chars().count() > 2;
    is_content.then(|| lexicon.family(&token.lower))
}
