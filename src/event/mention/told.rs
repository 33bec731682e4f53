//! The headline of a clause, and how well it reads alone.

use super::dating::HAPPENING_WORDS;
use super::object::Object;
use super::{Dated, Nominal, Reader};
use crate::event::clause::{Clause, Link, PERSONAL, VERDICTS};
use crate::event::en::Tags;
use crate::event::headline::{self, Cuts, Parts};
use crate::event::model::HeadlineBasis;
use crate::event::name::NameKind;
use crate::event::refer::{self, Subject};
use crate::event::token::{Kind, TokenAt as _};
use crate::event::verb::Tense;
use crate::gather::Gather;
use crate::text::lowered;
use crate::text::phrase::{count_of, holds, replaced};
use std::ops::Range;

/// A headline with what was said about its making.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) headline: String,
    pub(super) short: String,
    pub(super) basis: HeadlineBasis,
    pub(super) quality: i32,
    pub(super) subject: Subject,
    /// The same as a noun phrase, where there is one.
    pub(super) nominal: Option<Nominal>,
}

impl Told {
    /// A headline in the article's own words, short as it is.
    pub(super) fn new(headline: String, quality: i32, subject: Subject) -> Self {
        let basis = HeadlineBasis::Article;
        Self { short: headline.clone(), headline, basis, quality, subject, nominal: None }
    }
}

impl Reader<'_, '_> {
    /// The headline of a clause; `None` where none can stand alone.
    pub(super) fn tell(&self, index: usize, date: Option<Dated>, is_lead: bool) -> Option<Told> {
        let clause = self.clauses.get(index)?;
        if let Some(said) = self.complement_of(index).filter(|said| self.is_made_known(*said, index)) {
            return self.tell(said, date, is_lead);
        }
        let subject = self.subject(index);
        let head = self.tokens.at(clause.verb.head);
        if self.is_untold(index, &subject) || head.is_quoted && self.attribution(index).is_none() && !is_lead {
            return None;
        }
        let mut left_out = self.dates_left_out(date);
        let mut replaced = self.replaced();
        replaced.extend(self.with_auxiliary(clause));
        replaced.extend(self.without_did(clause, date));
        replaced.extend(self.owning_dates());
        match self.object_before(clause) {
            Object::Inside => {}
            Object::Before(replacement) => replaced.push(replacement),
            Object::Unknown => return None,
        }
        left_out.extend(self.before_verdict(clause));
        left_out.retain(|range| !replaced.iter().any(|(other, _)| other.start < range.end && range.start < other.end));
        let owner = Clause::subject_clause(self.clauses, index);
        // "told the police he had shot and killed her": what is joined to what was told was told, too.
        let link = match clause.link {
            Link::Joined(_) => match self.clauses.get(owner)?.link {
                Link::Complement(of) => Link::Complement(of),
                _ => clause.link,
            },
            link => link,
        };
        let told = match link {
            Link::Complement(of) if link != clause.link => self.tell_claim(of, index, &left_out, &replaced)?,
            Link::Complement(of) if !self.is_made_known(index, of) => {
                match self.tell_claim(of, index, &left_out, &replaced) {
                    Some(told) => told,
                    None => self.tell_report(of, index, &mut left_out, &replaced)?,
                }
            }
            _ => {
                let complement = self.complement_of(index);
                if let Some(complement) = complement {
                    self.tell_report(index, complement, &mut left_out, &replaced)?
                } else {
                    let suffix = self.place_before(clause).unwrap_or_default() + &self.suffix(index);
                    let mut parts = Parts { suffix, ..self.parts(index, subject.words.clone(), &left_out, &replaced) };
                    let whole = self.with_restriction(owner).filter(|_| subject.words.is_none());
                    let restricted: &[Range<usize>] = whole.as_slice();
                    let fits =
                        |parts: &Parts<'_>| headline::compose(&self.source.article.text, self.tokens, parts).is_some();
                    if whole.is_some() && owner == index && fits(&Parts { subject: restricted, ..parts.clone() }) {
                        parts.subject = restricted;
                    }
                    let text = &self.source.article.text;
                    let in_name = || {
                        let subject_words = Some(self.name_at_end(owner, &subject)?);
                        headline::compose(text, self.tokens, &Parts { subject_words, ..parts.clone() })
                    };
                    let in_core = || {
                        let core = self.core_of_subject(owner).filter(|_| subject.words.is_none())?;
                        headline::compose(text, self.tokens, &Parts { subject: &[core], ..parts.clone() })
                    };
                    let conditioned = self.with_condition(clause.end).map(|(end, floor)| {
                        headline::compose(
                            text,
                            self.tokens,
                            &Parts { rest: parts.rest.start..end, floor, ..parts.clone() },
                        )
                    });
                    if let Some(conditioned) = conditioned {
                        conditioned?
                    } else {
                        let told = self
                            .with_joined(index, &parts)
                            .or_else(|| self.with_when(index, &parts))
                            .or_else(|| self.with_relative(index, &parts))
                            .or_else(|| self.with_content(index, &parts))
                            .or_else(|| headline::compose_within(text, self.tokens, &parts, headline::MAX_HEADLINE))
                            .or_else(in_name)
                            .or_else(in_core)
                            .or_else(|| headline::compose(text, self.tokens, &parts));
                        // The name alone leaves room for what the clause says.
                        let reach = told.as_ref().map_or(parts.verb.end, |told| told.rest.end);
                        let is_cut = reach < clause.end && subject.words.is_none();
                        let told = in_name().filter(|named| is_cut && named.rest.end > reach + 1).or(told);
                        let reach = told.as_ref().map_or(parts.verb.end, |told| told.rest.end);
                        let told = self.spared(index, &parts, reach).or(told)?;
                        let told = self.longer(index, &parts, &told).unwrap_or(told);
                        // "was banned after the leader[, Juan Vega, sent him away]": before what is told by half.
                        match self.torn_clause(&told) {
                            Some(start) => {
                                let rest = parts.rest.start..start;
                                headline::compose(text, self.tokens, &Parts { rest, ..parts.clone() })?
                            }
                            None => told,
                        }
                    }
                }
            }
        };
        let (quality, basis) = self.alone(index, &subject, &told, &replaced);
        let short = self.short(index, &left_out, &replaced, &subject).unwrap_or_else(|| told.text.clone());
        let nominal = self.nominal(self.complement_of(index).unwrap_or(index), &subject);
        Some(Told { headline: told.text, short, basis, quality, subject, nominal })
    }

    /// "found Juan Vega[, the former head of the bank,] guilty of theft".
    fn before_verdict(&self, clause: &Clause) -> Option<Range<usize>> {
        if !self.tokens.reads_at(clause.verb.head, "found|declared|ruled|pronounced|deemed") {
            return None;
        }
        let is_comma = |at: &usize| self.tokens.is_kind_at(*at, Kind::Comma);
        let open = (clause.verb.end..clause.end).find(is_comma)?;
        let close = (open + 1..clause.end).find(is_comma)?;
        let word = close + 1 + usize::from(self.tokens.reads_at(close + 1, "not|criminally"));
        self.tokens.reads_at(word, VERDICTS).then_some(open..close + 1)
    }

    /// Where the clause opens of which a headline tells the subject and not the verb.
    fn torn_clause(&self, told: &headline::Composed) -> Option<usize> {
        let is_torn = |clause: &&Clause| {
            matches!(clause.link, Link::Subordinate(_))
                && told.rest.start < clause.start
                && clause.start < told.rest.end
                && told.rest.end <= clause.verb.start
        };
        self.clauses.iter().find(is_torn).map(|clause| clause.start)
    }

    /// " in Lima" of "moved to Lima, where she died", " in the fire" of "the fire in May in which two died".
    fn place_before(&self, clause: &Clause) -> Option<String> {
        let Link::Relative(marker) = clause.link else { return None };
        if self.tokens.reads_at(marker, "in|during") && self.tokens.reads_at(marker + 1, "which") {
            let near = marker.saturating_sub(HAPPENING_WORDS)..marker;
            let head = near.rev().find(|at| self.tokens.is_at(*at, Tags::EVENT_NOUN))?;
            let start = (head.saturating_sub(2)..head).find(|at| self.tokens.reads_at(*at, "the|a|an"))?;
            let words = (start..head + 1).filter(|at| self.tokens.at(*at).timex().is_none()).gather();
            let words = headline::join(&self.source.article.text, self.tokens, &words, &[]);
            return Some(format!(" {} {}", self.tokens.at(marker).lower, lowered(&words)));
        }
        let end = marker.checked_sub(1).filter(|at| self.tokens.is_kind_at(*at, Kind::Comma)).unwrap_or(marker);
        let name = self.names.iter().find(|name| name.tokens.end == end)?;
        let preposition = self.tokens.get(name.tokens.start.checked_sub(1)?)?;
        let is_place = self.tokens.reads_at(marker, "where") && preposition.reads("in|to|at|near|for|from|into");
        let word = if preposition.reads("at|near") { preposition.lower.as_str() } else { "in" };
        is_place.then(|| format!(" {word} {}", self.words(name.tokens.clone())))
    }

    /// "It was announced that she had bought the firm": by whom, nobody says, and what counts is what was. That something
    /// "would close" is a plan of that day, and no closure.
    fn is_made_known(&self, said: usize, by: usize) -> bool {
        let (Some(said), Some(by)) = (self.clauses.get(said), self.clauses.get(by)) else { return false };
        let words: Vec<usize> = by.subject_words();
        let is_it = matches!(words.as_slice(), [it] if self.tokens.reads_at(*it, "it"));
        let is_over = matches!(said.verb.tense, Tense::Past | Tense::Perfect);
        let head = self.tokens.at(by.verb.head).lower.as_str();
        is_it && is_over && by.verb.is_passive && matches!(head, "announced" | "confirmed" | "agreed" | "decided")
    }

    /// "Peru’s largest carmaker Arden Motors": the name alone, where there is no room for all of it.
    fn name_at_end(&self, owner: usize, subject: &Subject) -> Option<String> {
        let end = self.clauses.get(owner)?.subject.iter().rev().find(|piece| !piece.is_empty())?.end;
        let end = end - usize::from(self.tokens.get(end.checked_sub(1)?)?.kind == Kind::Comma);
        let name =
            self.names.iter().find(|name| name.tokens.end == end && Some(&name.text) == subject.actor.as_ref())?;
        let before = name.tokens.start.checked_sub(1).and_then(|at| self.tokens.get(at));
        let is_head = before.is_none_or(|before| !before.breaks_noun_phrase() && !before.is(Tags::DETERMINER));
        // "the border of the former Soviet Union" is no union.
        let whole = self.clauses.get(owner)?.subject.iter().cloned().flatten();
        // "the scandal surrounding Ana Lind" is not she.
        let is_plain = whole.into_iter().all(|at| {
            let token = self.tokens.at(at);
            !token.breaks_noun_phrase() && (token.is_capital || !token.form.gerund)
        });
        // "the leader of the movement, Ana Lind,": the name between commas is who it is.
        let described: Vec<usize> = self
            .clauses
            .get(owner)?
            .subject
            .iter()
            .cloned()
            .flatten()
            .take_while(|at| *at + 1 < name.tokens.start)
            .gather();
        let is_apposed = name.kind == NameKind::Person
            && refer::is_doer(self.tokens, &described)
            && !described.iter().any(|at| self.tokens.reads_at(*at, "and"))
            && before.is_some_and(|before| before.kind == Kind::Comma)
            && self.tokens.is_kind_at(name.tokens.end, Kind::Comma);
        (is_head && is_plain || is_apposed).then(|| self.words(name.tokens.clone()))
    }

    /// "A tug built to pull the largest ships": the tug, where there is no room for what it was built for.
    fn core_of_subject(&self, owner: usize) -> Option<Range<usize>> {
        let [piece] = self.clauses.get(owner)?.subject.as_slice() else { return None };
        let is_cut = |at: &usize| {
            let (before, token) = (self.tokens.at(at - 1), self.tokens.at(*at));
            // "Ana Paz and her former husband, Tom Barr, were": who he is, said already.
            let is_name = |at: usize| self.tokens.is_capital_at(at) || self.tokens.is_kind_at(at, Kind::Comma);
            if token.kind == Kind::Comma && !before.is_capital && (at + 1..piece.end).all(is_name) {
                return true;
            }
            // "the African peacekeeping force": what kind of force.
            let opens = self.tokens.get(at + 1).is_some_and(|next| {
                next.is(Tags::DETERMINER.or(Tags::PREPOSITION).or(Tags::PRONOUN)) || next.is_capital
            });
            // "the ministry released tapes": a verb that was not known for one.
            let acts = self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.is_word() && !next.breaks_noun_phrase() && !next.is(Tags::ADVERB));
            let is_participle = (token.form.either || token.form.participle) && !acts || token.form.gerund && opens;
            let after_noun = before.is_word()
                && !before.is_possessive
                && !before.reads("be|been|being|to")
                && !before.breaks_noun_phrase()
                && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB));
            let is_purpose = token.reads("to") && self.tokens.at(at + 1).form.plain;
            after_noun && !token.is_capital && (is_participle && !token.is(Tags::ADJECTIVE) || is_purpose)
        };
        let cut = (piece.start + 1..piece.end).find(is_cut)?;
        Some(piece.start..cut)
    }

    /// "admitted" for "did admit"; "did worse" is no verb. "did not open until May" is "opened" for May.
    fn without_did(&self, clause: &Clause, date: Option<Dated>) -> Option<(Range<usize>, String)> {
        let (first, head) = (self.tokens.at(clause.verb.start), self.tokens.at(clause.verb.head));
        let is_at_last = date.is_some_and(|date| self.is_at_last(date));
        let did = first.reads("did") && (!clause.verb.is_negated || is_at_last) || first.reads("didn't") && is_at_last;
        if did && head.form.plain {
            let past = self.source.lexicon.past(&head.lower)?;
            return Some((clause.verb.start..clause.verb.head + 1, past));
        }
        let not = (clause.verb.start..clause.verb.head).find(|at| self.tokens.reads_at(*at, "not"));
        not.filter(|_| is_at_last).map(|not| (not..not + 1, String::new()))
    }

    /// "convicted" of "was arrested and convicted", with the auxiliary it shares.
    fn with_auxiliary(&self, clause: &Clause) -> Option<(Range<usize>, String)> {
        let shared =
            clause.auxiliary.clone().filter(|at| self.tokens.get(*at).is_some_and(|token| !token.is(Tags::ADVERB)));
        let words: Vec<&str> = shared.filter_map(|at| Some(self.tokens.get(at)?.text)).gather();
        let head = self.tokens.get(clause.verb.head)?;
        (!words.is_empty())
            .then(|| (clause.verb.head..clause.verb.head + 1, format!("{} {}", words.join(" "), head.text)))
    }

    /// "The number of doctors who retired fell": the subject with the clause without which it is another.
    fn with_restriction(&self, owner: usize) -> Option<Range<usize>> {
        let clause = self.clauses.get(owner)?;
        let [piece] = clause.subject.as_slice() else { return None };
        self.tokens.get(piece.end).filter(|token| token.reads("who|that|which"))?;
        let inside = self.tokens.get(piece.end..clause.verb.start)?;
        // "the highlight of [which]".
        if self.tokens.is_at(piece.end.checked_sub(1)?, Tags::PREPOSITION) {
            return None;
        }
        let first = self.tokens.get(piece.start)?;
        // "A service for everyone who died": not for all.
        let is_open = self.tokens.reads_at(piece.end - 1, "everyone|anyone|those|all|people");
        let is_sure = (first.reads("a|an") || self.tokens.is_capital_at(piece.end - 1)) && !is_open;
        let is_plain = inside.iter().all(|token| token.is_word() || token.kind == Kind::Number);
        let is_inner = self
            .clauses
            .iter()
            .any(|other| other.link == Link::Relative(piece.end) && other.verb.start < clause.verb.start);
        (is_inner && !is_sure && is_plain).then_some(piece.start..clause.verb.start)
    }

    /// "No one has recognised it": the subject denies.
    pub(super) fn has_no_one(&self, index: usize) -> bool {
        let owner = Clause::subject_clause(self.clauses, index);
        let first = self.clauses[owner].subject.iter().find_map(|piece| self.tokens.get(piece.clone())?.first());
        first.is_some_and(|token| token.is(Tags::NEGATION))
    }

    /// A clause as the parts of a headline: the subject that it has or shares, its verb, and all that follows.
    pub(super) fn parts<'a>(
        &'a self,
        index: usize,
        subject_words: Option<String>,
        left_out: &'a [Range<usize>],
        replaced: &'a [(Range<usize>, String)],
    ) -> Parts<'a> {
        let clause = &self.clauses[index];
        Parts {
            subject_words,
            subject: &self.clauses[Clause::subject_clause(self.clauses, index)].subject,
            verb: clause.verb.start..clause.verb.end,
            rest: clause.verb.end..clause.end,
            left_out,
            replaced,
            floor: clause.verb.end,
            suffix: String::new(),
            cuts: Cuts::Spare,
        }
    }

    /// The clause in the few words of an era's name.
    pub(super) fn short(
        &self,
        index: usize,
        left_out: &[Range<usize>],
        replaced: &[(Range<usize>, String)],
        subject: &Subject,
    ) -> Option<String> {
        let parts = self.parts(index, subject.words.clone(), left_out, replaced);
        headline::compose_within(&self.source.article.text, self.tokens, &parts, headline::MAX_NAME)
            .map(|told| told.text)
    }

    /// ", police said" or ", according to the bank": a claim keeps who makes it.
    pub(super) fn suffix(&self, index: usize) -> String {
        if self.stands_aside(index) {
            return String::new();
        }
        if let Some(trailing) = self.trailing_report(index) {
            let clause = &self.clauses[trailing];
            let verb = self.words(clause.verb.start..clause.verb.end);
            let (held, own) = (self.subject(trailing), self.subject(index));
            let opener = clause.first_word().and_then(|at| self.tokens.get(at));
            // ", she told a court": the one whom the headline names already.
            let is_same = held.actor.is_some() && held.actor == own.actor;
            let pronoun = opener.filter(|token| is_same && token.reads(PERSONAL));
            let verb = replaced(&verb, "told", "said");
            let speaker = pronoun.map_or_else(|| self.subject_words(trailing), |token| token.lower.clone());
            return format!(", {} {verb}", closing_comma(&speaker));
        }
        if let Some(speaker) = self.closing_speaker() {
            let says = self.tokens.get(speaker.start).map_or("say", |token| token.text);
            return format!(", {} {says}", self.words(speaker.start + 1..speaker.end));
        }
        self.according_to().map_or_else(String::new, |range| format!(", according to {}", self.words(range)))
    }

    /// The first complement of a report verb.
    pub(super) fn complement_of(&self, index: usize) -> Option<usize> {
        self.clauses.iter().position(|clause| clause.link == Link::Complement(index))
    }
}

/// "the owner, Arden Hydro,": a name that is set apart has a comma on either side.
pub(super) fn closing_comma(speaker: &str) -> String {
    let is_apart = count_of(speaker, ", ") == 1 && !speaker.ends_with(',') && !holds(speaker, " and ");
    format!("{speaker}{}", if is_apart { "," } else { "" })
}
