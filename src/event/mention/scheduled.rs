//! What a form of "be" and a date alone say: "The hearing is on Friday".

use super::told::Told;
use super::{Dated, Reader};
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::{Clause, Link, PERSONAL};
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::merge::LEAST_QUALITY;
use crate::event::model::{Extent, Status};
use crate::event::refer::{self, Subject};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when;
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use crate::timex::Relation;
use std::ops::Range;

/// Less than a clause that tells what happened, and still listed.
const QUALITY: i32 = LEAST_QUALITY + 10;

/// Verbs with which somebody gives a happening its day.
const SETTING: Listed = Listed("set|scheduled|fixed|arranged|slated|booked|called");

/// Verbs with which it gets a later one: "The launch was postponed until 9 May".
const PUTTING_OFF: Listed = Listed("postponed|delayed|adjourned|deferred|moved|rescheduled");

/// Verbs with which it has none any more.
const DROPPING: Listed = Listed("cancelled|canceled|scrapped|abandoned|scrubbed|called|put|pushed");

impl Reader<'_, '_> {
    /// "was scheduled for 4 May but was delayed": on that day nothing was.
    pub(super) fn is_put_off(&self, index: usize) -> bool {
        let Some(clause) = self.clauses.get(index) else { return false };
        let is_set = clause.verb.is_passive && SETTING.has(&self.tokens.at(clause.verb.head).lower);
        let drops = |other: &Clause| {
            let head = &self.tokens.at(other.verb.head).lower;
            other.link == Link::Joined(index) && (PUTTING_OFF.has(head) || DROPPING.has(head))
        };
        is_set && self.clauses.iter().any(drops)
    }

    /// "The judge set a hearing for 3 June", "the hearing, which she set for 3 June": the hearing is what happens.
    pub(super) fn set_for(&self, entry: Dated) -> Option<Candidate> {
        let clause = self.clauses.get(entry.clause)?;
        let verb = self.tokens.get(clause.verb.head)?;
        let phrase = when::phrase(self.tokens, entry.token);
        // "was put off until May".
        let particle = self.tokens.reads_at(clause.verb.end, "off|back") && verb.reads("put|pushed");
        let is_put_off = (PUTTING_OFF.has(&verb.lower) || particle)
            && clause.verb.is_passive
            && self.tokens.reads_at(phrase.start, "until|till|to");
        let is_set = SETTING.has(&verb.lower) && self.tokens.reads_at(phrase.start, "for");
        let is_after_verb = phrase.start == clause.verb.end;
        let range = match clause.link {
            _ if is_put_off || is_set && clause.verb.is_passive && is_after_verb => {
                clause.subject.iter().rev().find(|piece| piece.start < piece.end)?.clone()
            }
            Link::Relative(marker) if clause.subject.iter().any(|piece| piece.start > marker) => {
                let last =
                    marker.checked_sub(1 + usize::from(self.tokens.is_kind_at(marker.checked_sub(1)?, Kind::Comma)))?;
                when::noun_phrase_start(self.tokens, last, clause)..last + 1
            }
            _ => clause.verb.end..phrase.start,
        };
        let words = self.tokens.get(range.clone())?;
        let is_event = words.iter().all(Token::is_word) && words.iter().any(|token| token.is(Tags::EVENT_NOUN));
        if !is_set && !is_put_off || !is_event {
            return None;
        }
        let mut replaced = self.replaced();
        let mut subject = Subject::default();
        // "his sentencing": of whom the sentence tells.
        let is_owned = words.first()?.reads("his|her");
        let owner = refer::owner_before(range.start, self.names, &self.thread.last_subject).filter(|_| is_owned);
        if let Some(owner) = owner {
            replaced.push((range.start..range.start + 1, format!("{owner}’s")));
            subject.actor = Some(owner);
        }
        let is_somebodys = is_owned && subject.actor.is_none();
        let mut candidate = self.happening(entry, range, subject, &replaced)?;
        // "his sentencing", whoever he is: listed, and no headline beside one that names him.
        candidate.quality -= if is_somebodys { 9 } else { 0 };
        // "The trial was set for 4 May", told after that day: whether it took place, nobody says.
        if is_set {
            candidate.status = Status::Planned;
        }
        // A sentencing to come is not the conviction behind it, nor a hearing the trial.
        if !clause.verb.is_passive {
            let told = candidate.keys.into_list().into_iter();
            candidate.keys = told.filter(|key| !self.source.lexicon.is_family(key)).collect();
            candidate.actions.clear();
        }
        candidate.action = String::from("set");
        Some(candidate)
    }

    /// "The hearing is on Friday": the subject is what happens, and its name the headline.
    pub(super) fn scheduled(&self, entry: Dated) -> Option<Candidate> {
        let clause = self.clauses.get(entry.clause)?;
        let date = entry.when.date;
        // "was today in flames" tells of something else.
        let phrase = when::phrase(self.tokens, entry.token);
        // "is due on Friday".
        let due = usize::from(self.tokens.reads_at(clause.verb.end, "due"));
        let is_alone = clause.verb.is_copula
            && !clause.verb.is_negated
            && entry.when.extent == Extent::Within
            && phrase.start == clause.verb.end + due
            && (clause.end <= phrase.end
                || self.tokens.is_kind_at(phrase.end, Kind::Comma)
                || phrase.len() > 1 && self.tokens.reads_at(phrase.end, "at|in|from"));
        let piece = clause.subject.iter().rev().find(|piece| !piece.is_empty())?.clone();
        let words = self.tokens.get(piece.clone())?;
        let first = words.first()?;
        let says_what = words.iter().filter(|token| token.is_word() && !token.is(Tags::DETERMINER)).count() > 0
            && !first.reads(PERSONAL)
            && !first.reads("this|that|there|here|what|which|who|all")
            && !words.last()?.lower.ends_with("est");
        // "The last time was in 1998" tells of something else.
        let is_time =
            words.iter().any(|token| token.is(Tags::TIME_NOUN.or(Tags::SUPERLATIVE)) || token.timex().is_some());
        if !is_alone || !says_what || is_time || words.last()?.is(Tags::PERSON) {
            return None;
        }
        let is_told = matches!(clause.verb.tense, Tense::Past | Tense::Perfect);
        if !is_told && self.is_before_publication(date) {
            return None;
        }
        self.happening(entry, piece, self.subject(entry.clause), &self.replaced())
    }

    /// "The war lasted from 1991 to 1998": the war itself, all that time.
    pub(super) fn lasted(&self, entry: Dated) -> Option<Candidate> {
        let clause = self.clauses.get(entry.clause)?;
        let lasts = self.tokens.reads_at(clause.verb.head, "lasted|lasts") && entry.when.extent == Extent::Throughout;
        let piece = clause.subject.iter().rev().find(|piece| !piece.is_empty())?.clone();
        let is_event =
            self.tokens.get(piece.clone())?.iter().any(|token| token.is(Tags::EVENT_NOUN.or(Tags::LONG_NOUN)));
        if !lasts || !is_event {
            return None;
        }
        let candidate = self.happening(entry, piece, self.subject(entry.clause), &self.replaced())?;
        Some(Candidate { date: Some(entry.when.date), extent: entry.when.extent, ..candidate })
    }

    /// A noun phrase as the happening of a date.
    fn happening(
        &self,
        entry: Dated,
        range: Range<usize>,
        subject: Subject,
        replaced: &[(Range<usize>, String)],
    ) -> Option<Candidate> {
        let timex = self.timex(entry.timex)?;
        // "is due by the end of the year": before then.
        let date = if timex.relation == Relation::By { entry.when.date } else { timex.date? };
        // "My daughter’s wedding is on 3 July": whose, who speaks knows.
        if self.tokens.reads_at(range.start, "my|our|your") {
            return None;
        }
        let status = if self.is_before_publication(date) { Status::Happened } else { Status::Planned };
        let headline = headline::compose_phrase(&self.source.article.text, self.tokens, range.clone(), replaced)?;
        let told = Told::new(headline, QUALITY, subject);
        let action = self.source.lexicon.family(&self.tokens.get(range.end.checked_sub(1)?)?.lower);
        let pieces: Vec<Range<usize>> = std::iter::once(range).gather();
        let candidate = self.assemble(entry.clause, &pieces, told, Standing::Dated, status, action);
        Some(Self::with_date(candidate, timex, date))
    }
}
