//! From one sentence to what it reports: each dated clause, dated noun phrases, the news of a lead.
//!
//! `entry` reads a line of a chronology, `speech` says by whom and as what a clause is told, `dating` which dates clauses
//! take from one another, `happened` whether a date says when its clause happened. `hanging` which dates hang
//! on something inside them, `deed` what somebody is blamed for, `charge` what somebody is said to have done, `adjunct` what a form in -ing tells, `absolute` one with a subject of its own, `gapped` what a row of objects tells of one verb, `brought` what a time brought, `anniversary` what is remembered, `passing` what stands around the dates that are left.
//! `untold` names what no headline tells, `told` makes the headline, `longer` goes on to the end of its sentence, and `alone` says how well it reads without the article: `report` of what is said, `joined` of
//! two clauses, `object` where the object stands before, `sentence` where there is no other, `dates` what is left out, `spared` what is spared before a cut.
//! `nominal` names it, `action` says what is done, `made` makes the candidate; `phrase` and `undated` report what is no
//! dated clause. `introduced` names whom a lead leaves unnamed.

mod absolute;
mod action;
mod adjunct;
mod alone;
mod anniversary;
mod brought;
mod charge;
mod dates;
mod dating;
mod deed;
mod entry;
mod gapped;
mod hanging;
mod happened;
mod inserted;
mod introduced;
mod joined;
mod longer;
mod made;
mod nominal;
mod object;
mod passing;
mod phrase;
mod report;
mod scheduled;
mod sentence;
mod spared;
mod speech;
mod title;
mod told;
mod undated;
mod untold;
mod vital;

use crate::gather::Gather;
pub(super) use entry::entries;
pub(super) use made::key;
pub(super) use nominal::Nominal;

use super::candidate::{Candidate, Standing};
use super::clause::{Clause, Link, clauses};
use super::en::Lexicon;
use super::model::{Extent, Status};
use super::name::{Name, Survey, names};
use super::refer::{self, LastSubject};
use super::reference::References;
use super::token::{Kind, Token, TokenAt as _, tokens};
use super::verb::verb_groups;
use super::when::{self, Part, When};
use crate::article::Article;
use crate::calendar::{Edtf, Grain};
use crate::lookup::words::WordSet;
use crate::text::TextSpan;
use crate::timex::{Relation, Timex, TimexKind};

/// What stays the same over an article's sentences.
#[derive(Debug)]
pub(super) struct Source<'a> {
    /// The article.
    pub(super) article: &'a Article,
    /// Its index in the set.
    pub(super) index: usize,
    /// Its publication date, given or inferred.
    pub(super) published: Option<Edtf>,
    /// Its time expressions, resolved, in order.
    pub(super) timexes: &'a [Timex],
    /// Word tables.
    pub(super) lexicon: &'a Lexicon,
    /// People of the article.
    pub(super) survey: &'a Survey,
    /// Names seen in the whole set.
    pub(super) capitals: &'a Survey,
    /// Keys of its title.
    pub(super) title_keys: &'a WordSet,
}

impl Source<'_> {
    /// The one person whom the title names: "she" of the article is mostly that one, which is enough to merge by and too
    /// little to say.
    fn protagonist(&self) -> Option<String> {
        let mut people =
            self.title_keys.iter().filter_map(|key| key.strip_prefix('=')).filter(|name| self.survey.is_person(name));
        let only = people.next()?;
        people.next().is_none().then(|| only.to_owned())
    }
}

/// What one sentence leaves to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Thread {
    last_subject: LastSubject,
    /// The date of the last sentence that had one.
    last_date: Option<Edtf>,
    /// The latest date told as past so far.
    latest: Option<Edtf>,
    /// What happened on which day, by the families of its words, the latest last.
    days: Vec<(String, Edtf)>,
}

/// An article comes back to what it told so many happenings before.
const DAYS_KEPT: usize = 48;

impl Thread {
    /// The latest date told as past.
    pub(super) const fn latest(&self) -> Option<Edtf> {
        self.latest
    }

    /// Keeps on which day a happening was.
    fn keep_day(&mut self, family: &str, date: Edtf) {
        if self.days.len() >= DAYS_KEPT {
            self.days.remove(0);
        }
        self.days.push((family.to_owned(), date));
    }

    /// The one day on which such a happening was.
    fn day_of(&self, family: &str) -> Option<Edtf> {
        let mut days = self.days.iter().filter(|(held, _)| held == family).map(|(_, date)| *date);
        let first = days.next()?;
        days.all(|other| other == first).then_some(first)
    }
}

/// A sentence to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// Where it stands.
    pub(super) span: TextSpan,
    /// Its number in the article.
    pub(super) number: usize,
    /// It opens the article.
    pub(super) is_lead: bool,
    /// The sentence after it, where it opens the article.
    pub(super) following: Option<TextSpan>,
    /// The date of the heading that it stands under, in a chronology.
    pub(super) under: Option<usize>,
}

/// What a sentence reports.
pub(super) fn read(
    source: &Source<'_>,
    sentence: Sentence,
    thread: &mut Thread,
    references: &mut References,
) -> Vec<Candidate> {
    let spans: Vec<(usize, TextSpan)> = source
        .timexes
        .iter()
        .enumerate()
        .skip(source.timexes.partition_point(|timex| timex.span.start < sentence.span.start))
        .take_while(|(_, timex)| timex.span.end <= sentence.span.end)
        .map(|(index, timex)| (index, timex.span))
        .gather();
    let text = &source.article.text;
    let found = tokens(text, sentence.span, &spans, source.lexicon);
    if found.last().is_some_and(|token| token.text == "?") {
        return Vec::new();
    }
    let verbs = verb_groups(&found);
    let all = clauses(&found, &verbs);
    if text.get(..sentence.span.start).is_none_or(|before| before.is_empty() || before.ends_with('\n')) {
        thread.last_subject.begin_paragraph(source.protagonist().as_deref());
    }
    let named = names(&found, source.lexicon, source.survey, source.capitals);
    references.read(source.index, &found, &named, source.timexes);
    let reader = Reader { source, sentence, tokens: &found, clauses: &all, names: &named, thread };
    let mut candidates = reader.candidates();
    tell_apart(&mut candidates, all.len());
    let papers = reader.dated_nouns();
    let hero = if sentence.is_lead { source.protagonist().or_else(|| reader.one_person()) } else { None };
    thread.last_subject.hero = hero.or(thread.last_subject.hero.take());
    papers.into_iter().for_each(|(family, date)| thread.keep_day(&family, date));
    refer::remember(text, &found, &all, &named, &mut thread.last_subject);
    for candidate in &candidates {
        let Some(date) =
            candidate.date.filter(|_| candidate.status != Status::Planned && candidate.standing != Standing::Passing)
        else {
            continue;
        };
        thread.last_date = Some(date);
        if candidate.standing != Standing::Lead && date.single().is_some_and(|period| period.grain() == Grain::Day) {
            candidate.actions.iter().for_each(|family| thread.keep_day(family, date));
        }
        if candidate.standing != Standing::Lead && is_later(date, thread.latest) {
            thread.latest = Some(date);
        }
    }
    candidates
}

/// "won elections in 2011 and 2016": one clause and two events, each of which has an id of its own.
fn tell_apart(candidates: &mut [Candidate], clauses: usize) {
    for at in 1..candidates.len() {
        let (before, rest) = candidates.split_at_mut(at);
        while let Some(clause) = rest.first().map(|own| own.clause)
            && before.iter().any(|other| other.clause == clause)
        {
            rest[0].clause = clause + clauses.max(1);
        }
    }
}

/// A lead that only says again what a date of its sentence says already.
fn drop_repeated_leads(found: &mut Vec<Candidate>) {
    let told = |candidate: &Candidate| (candidate.standing == Standing::Dated, candidate.headline.clone());
    let dated: Vec<String> = found.iter().map(told).filter(|(dated, _)| *dated).map(|(_, headline)| headline).gather();
    // Without its date it may go on less far.
    let is_told = |lead: &Candidate| dated.iter().any(|dated| dated.starts_with(lead.headline.as_str()));
    found.retain(|candidate| candidate.standing != Standing::Lead || !is_told(candidate));
}

fn is_later(date: Edtf, than: Option<Edtf>) -> bool {
    date.end_day().is_some() && than.is_none_or(|held| held.end_day() < date.end_day())
}

struct Reader<'a, 't> {
    source: &'a Source<'a>,
    sentence: Sentence,
    tokens: &'a [Token<'t>],
    clauses: &'a [Clause],
    names: &'a [Name],
    thread: &'a Thread,
}

/// A clause with the expression that dates it.
#[derive(Clone, Copy, Debug)]
struct Dated {
    clause: usize,
    token: usize,
    timex: usize,
    when: When,
}

impl Reader<'_, '_> {
    fn candidates(&self) -> Vec<Candidate> {
        if let Some(entry) = self.entry() {
            return std::iter::once(entry).gather();
        }
        let mut found = self.vital();
        if !found.is_empty() {
            return found;
        }
        let mut dated: Vec<Dated> = Vec::new();
        for (token, timex) in self.tokens.iter().enumerate().filter_map(|(at, token)| Some((at, token.timex()?))) {
            let Some(resolved) = self.source.timexes.get(timex) else { continue };
            if let Some(clause) = self.counted_off(token).filter(|_| resolved.date.is_some()) {
                let when = when::when(resolved, None, self.tokens, &self.clauses[clause]);
                dated.extend(when.map(|when| Dated { clause, token, timex, when }));
                continue;
            }
            let Some(clause) = self.clause_of(token) else { continue };
            // "no sales between 11 pm and 8 am": on any day.
            let is_hours = resolved.kind == TimexKind::Time
                && (matches!(resolved.relation, Relation::RangeStart | Relation::RangeEnd)
                    || token > 0 && self.tokens.reads_at(token - 1, "between"));
            if resolved.date.is_none() || is_hours || self.is_hour_of_old(resolved) {
                continue;
            }
            // ", and in 1986, when they met": the clause behind it takes it.
            let opens_when = self.tokens.is_kind_at(token + 1, Kind::Comma)
                && self.tokens.reads_at(token + 2, "when")
                && when::phrase(self.tokens, token)
                    .start
                    .checked_sub(1)
                    .is_some_and(|at| self.tokens.reads_at(at, "and|or"));
            if opens_when {
                continue;
            }
            if let Some(deed) = self.deed(clause, token, timex) {
                found.push(deed);
                continue;
            }
            if let Some(deed) = self.charge(clause, token, timex).or_else(|| self.adjunct(clause, token, timex)) {
                found.push(deed);
                continue;
            }
            if let Some(outcome) = self.beside(clause, token, timex) {
                found.push(outcome);
                continue;
            }
            if let Some(head) = self.hangs_on(token, clause, resolved.date) {
                found.extend(self.phrase(clause, token, timex, head));
                continue;
            }
            let has_other = dated.iter().any(|other| other.clause == clause);
            match when::part(self.tokens, token, &self.clauses[clause], has_other) {
                Part::None => {}
                Part::OfNoun(head) => {
                    found.extend(self.phrase(clause, token, timex, head));
                    let beside = resolved.date.filter(|_| self.beside_day(clause, token).is_some());
                    let when = beside.map(|date| When { date, extent: Extent::Within });
                    dated.extend(when.map(|when| Dated { clause, token, timex, when }));
                }
                Part::Participle(participle) => found.extend(self.inserted(clause, token, timex, participle)),
                Part::Adverbial => {
                    if let Some(head) = self.told_beside(token, clause, resolved.date) {
                        found.extend(self.phrase(clause, token, timex, head));
                        continue;
                    }
                    let partner = resolved.partner.and_then(|at| self.source.timexes.get(at));
                    if self.dates_border(token, clause, resolved.date) {
                        continue;
                    }
                    if let Some(when) = when::when(resolved, partner, self.tokens, &self.clauses[clause]) {
                        dated.push(Dated { clause, token, timex, when });
                    }
                }
            }
        }
        self.add_relative_dates(&mut dated);
        self.add_dates_of_when(&mut dated);
        self.add_counted_dates(&mut dated);
        self.add_anniversaries(&mut dated);
        self.drop_restated(&mut dated);
        self.add_later_dates(&mut dated);
        self.move_weekdays(&mut dated);
        self.shift_next_days(&mut dated);
        self.close_open_spans(&mut dated);
        self.join_from_until(&mut dated);
        let spans = self.spans_of_length(&dated);
        for entry in &dated {
            // "launched a decade-long war in 1979": the span is the event.
            let is_span = spans.iter().any(|span| span.clause == entry.clause);
            found.extend(self.dated(*entry, &dated).filter(|_| !is_span));
        }
        found.extend(spans);
        self.add_undated(&dated, &mut found);
        drop_repeated_leads(&mut found);
        self.fold_when(&mut found);
        let titled = self.by_title(&found);
        found.extend(titled);
        found.extend(self.anniversary());
        self.add_passing(&mut found);
        found
    }

    /// What a date tells of that stands beside the verb of its clause, with a shape of its own.
    fn beside(&self, clause: usize, token: usize, timex: usize) -> Option<Candidate> {
        let absolute = self.absolute(clause, token, timex);
        absolute.or_else(|| self.gapped(clause, token, timex)).or_else(|| self.brought(clause, token, timex))
    }

    /// The clause that a date belongs to: the innermost that holds it, else the main clause that follows, else the
    /// one before.
    fn clause_of(&self, token: usize) -> Option<usize> {
        let inside = self
            .clauses
            .iter()
            .enumerate()
            .filter(|(_, clause)| clause.start <= token && token < clause.end)
            .max_by_key(|(_, clause)| clause.start)
            .map(|(index, _)| index);
        if inside.is_none()
            && let Some(relative) = self.parted_relative(token)
        {
            return Some(relative);
        }
        let follows = || {
            let found = self.clauses.iter().position(|clause| {
                clause.verb.start > token && !matches!(clause.link, Link::Subordinate(_) | Link::Relative(_))
            })?;
            Some(self.around_relative(found).unwrap_or(found))
        };
        // What a colon opens is not of the clause before it.
        let precedes = || {
            let before = self.clauses.iter().rposition(|clause| clause.end <= token)?;
            let between = self.tokens.get(self.clauses[before].end..token)?;
            between.iter().all(|token| token.kind != Kind::Stop).then_some(before)
        };
        let own = inside.or_else(follows).or_else(precedes)?;
        Some(self.told_again(token, own).unwrap_or(own))
    }

    /// "On Friday Lind, who won in May and moved to Lima, resigned": the clause around one that is joined to a relative.
    fn around_relative(&self, index: usize) -> Option<usize> {
        let relative = self.clauses.get(Clause::subject_clause(self.clauses, index)).filter(|_| index > 0)?;
        let Link::Relative(marker) = relative.link else { return None };
        let opens = |piece: &std::ops::Range<usize>| !piece.is_empty() && piece.start < marker;
        let is_around =
            |other: &Clause| other.link == Link::Main && other.subject.iter().any(opens) && other.verb.start > marker;
        self.clauses.iter().skip(index + 1).position(is_around).map(|at| index + 1 + at)
    }

    fn timex(&self, index: usize) -> Option<&Timex> {
        self.source.timexes.get(index)
    }
}
