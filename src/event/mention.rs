//! From one sentence to what it reports: each dated clause, dated noun phrases, the news of a lead.
//!
//! `entry` reads a line of a chronology, `speech` says by whom and as what a clause is told, `dating` which dates clauses
//! take from one another. `told` makes the headline: `report` of what is said, `joined` of two clauses, `object` where the
//! object stands before, `sentence` where there is no other, `dates` what is left out. `nominal` names it, `made` makes the
//! candidate; `phrase` and `undated` report what is no dated clause. `introduced` names whom a lead
//! leaves unnamed.

mod alone;
mod dates;
mod dating;
mod entry;
mod introduced;
mod joined;
mod made;
mod nominal;
mod object;
mod phrase;
mod report;
mod scheduled;
mod sentence;
mod speech;
mod title;
mod told;
mod undated;
mod untold;
mod vital;

use crate::gather::Gather;
pub(super) use made::key;
pub(super) use nominal::Nominal;
use told::Told;

use super::candidate::{Candidate, Standing};
use super::clause::{Clause, Link, clauses};
use super::en::{Lexicon, Tags};
use super::headline;
use super::model::{Extent, HeadlineBasis, Status};
use super::name::{Name, Survey, names};
use super::refer::{self, LastSubject, Subject};
use super::reference::References;
use super::token::{Kind, Token, TokenAt as _, tokens};
use super::verb::{Tense, verb_groups};
use super::when::{self, Part, When};
use crate::article::Article;
use crate::calendar::{Bound, Edtf, Grain};
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

/// What one sentence leaves to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Thread {
    last_subject: LastSubject,
    /// The date of the last sentence that had one.
    last_date: Option<Edtf>,
    /// The latest date told as past so far.
    latest: Option<Edtf>,
}

impl Thread {
    /// The latest date told as past.
    pub(super) const fn latest(&self) -> Option<Edtf> {
        self.latest
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
    let named = names(&found, source.lexicon, source.survey, source.capitals);
    references.read(source.index, &found, &named, source.timexes);
    let reader = Reader { source, sentence, tokens: &found, clauses: &all, names: &named, thread };
    let candidates = reader.candidates();
    refer::remember(text, &found, &all, &named, &mut thread.last_subject);
    for candidate in &candidates {
        let Some(date) = candidate.date.filter(|_| candidate.status != Status::Planned) else { continue };
        thread.last_date = Some(date);
        if candidate.standing != Standing::Lead && is_later(date, thread.latest) {
            thread.latest = Some(date);
        }
    }
    candidates
}

/// A lead that only says again what a date of its sentence says already.
fn drop_repeated_leads(found: &mut Vec<Candidate>) {
    let told = |candidate: &Candidate| (candidate.standing == Standing::Dated, candidate.headline.clone());
    let dated: Vec<String> = found.iter().map(told).filter(|(dated, _)| *dated).map(|(_, headline)| headline).gather();
    found.retain(|candidate| candidate.standing != Standing::Lead || !dated.contains(&candidate.headline));
}

fn is_later(date: Edtf, than: Option<Edtf>) -> bool {
    date.end_day().is_some() && than.is_none_or(|held| held.end_day() < date.end_day())
}

/// The longest month.
const MONTH_DAYS: i32 = 31;

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
            let Some(clause) = self.clause_of(token) else { continue };
            let Some(resolved) = self.source.timexes.get(timex) else { continue };
            // "no sales between 11 pm and 8 am": on any day.
            let is_hours = resolved.kind == TimexKind::Time
                && (matches!(resolved.relation, Relation::RangeStart | Relation::RangeEnd)
                    || token > 0 && self.tokens.reads_at(token - 1, "between"));
            if resolved.date.is_none() || is_hours {
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
            let has_other = dated.iter().any(|other| other.clause == clause);
            match when::part(self.tokens, token, &self.clauses[clause], has_other) {
                Part::None => {}
                Part::OfNoun(head) => found.extend(self.phrase(clause, token, timex, head)),
                Part::Participle(participle) => found.extend(self.inserted(clause, token, timex, participle)),
                Part::Adverbial => {
                    let partner = resolved.partner.and_then(|at| self.source.timexes.get(at));
                    if self.dates_border(token, clause, resolved.date) {
                        continue;
                    }
                    let when = self
                        .not_until(token, resolved)
                        .or_else(|| when::when(resolved, partner, self.tokens, &self.clauses[clause]));
                    if let Some(when) = when {
                        dated.push(Dated { clause, token, timex, when });
                    }
                }
            }
        }
        self.add_relative_dates(&mut dated);
        self.add_dates_of_when(&mut dated);
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
        found
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
        let follows = || {
            self.clauses.iter().position(|clause| {
                clause.verb.start > token && !matches!(clause.link, Link::Subordinate(_) | Link::Relative(_))
            })
        };
        let precedes = || self.clauses.iter().rposition(|clause| clause.end <= token);
        inside.or_else(follows).or_else(precedes)
    }

    fn timex(&self, index: usize) -> Option<&Timex> {
        self.source.timexes.get(index)
    }

    fn dated(&self, entry: Dated, all: &[Dated]) -> Option<Candidate> {
        let clause = self.clauses.get(entry.clause)?;
        let timex = self.timex(entry.timex)?;
        let is_second = all.iter().any(|other| other.clause == entry.clause && other.token < entry.token)
            && timex.relation != Relation::RangeEnd
            && !self
                .tokens
                .get(entry.token.saturating_sub(1)..entry.token)
                .unwrap_or_default()
                .iter()
                .any(|token| token.is(Tags::CONJUNCTION) || token.kind == Kind::Comma);
        if is_second {
            return None;
        }
        if self.came_to_nothing(clause) {
            return None;
        }
        if clause.verb.is_negated || self.has_no_one(entry.clause) {
            return self.ended(entry);
        }
        if let Some(scheduled) = self.scheduled(entry) {
            return Some(scheduled);
        }
        let told = self.tell(entry.clause, Some(entry), false);
        let mut told = told.or_else(|| self.tell_sentence(entry.clause, Some(entry)))?;
        let status = self.status(entry.clause, Some(entry.when.date));
        let is_plain_present = clause.verb.tense == Tense::Present && status == Status::Happened;
        let is_of_the_day = entry.when.date.days().is_some_and(|days| days <= 2);
        let is_over = self.is_before_publication(entry.when.date);
        // "today, when a theft occurs, all lock their doors": whenever it does.
        if is_plain_present && matches!(clause.link, Link::Relative(at) if self.tokens.reads_at(at, "when")) {
            return None;
        }
        if is_plain_present && clause.verb.is_copula && entry.when.date.end_day().is_some() {
            return None;
        }
        if is_plain_present && !is_of_the_day && (entry.when.extent == Extent::Within || is_over) {
            return None;
        }
        // "fell in January", told in December: not the January to come, whatever the calendar makes of it.
        let head = &self.tokens[clause.verb.head];
        let is_told = matches!(clause.verb.tense, Tense::Past | Tense::Perfect);
        let tells_past = is_told && !clause.verb.is_copula && !head.is(Tags::PLANNING);
        if tells_past && self.is_after_publication(entry.when.date) {
            return None;
        }
        // "was the favourite in next year's vote", "is under curfew until 6 am".
        let is_due = self.tokens.get(clause.verb.end).is_some_and(|next| next.is(Tags::ADJECTIVE.or(Tags::PLANNING)));
        let is_state = clause.verb.is_copula && matches!(clause.verb.tense, Tense::Past | Tense::Present) && !is_due;
        if is_state && self.is_after_publication(entry.when.date) && entry.token > clause.verb.end + 1 {
            return None;
        }
        // "will cut jobs after a loss last year", "is expected to stand trial over a clash last October": the date is of
        // something else, and so it is in "has called on all to join a drive later this month".
        //
        // "vowed to cut waste by 2030" tells of no 2030, and "has made the right choice to travel on Thursday" of no choice
        // made then: a perfect has no such date.
        // A simple past has no "since": "had a service for those killed since 1993".
        let is_plain_past = clause.verb.tense == Tense::Past
            && !clause.verb.is_copula
            && !clause.verb.is_passive
            && (clause.verb.head == clause.verb.start || !self.tokens.is_at(clause.verb.start, Tags::HAVE));
        if is_plain_past && matches!(entry.when.date, Edtf::Interval(_, Bound::Open)) {
            return None;
        }
        let is_ordered = || self.is_of_plan(clause, entry.token);
        let by_then = timex.relation == Relation::By && self.ends_after_publication(entry.when.date);
        let is_of_other = clause.verb.tense != Tense::Past && is_over && status == Status::Planned
            || by_then && (is_told || is_ordered())
            || is_told
                && (self.is_unfinished(entry.when.date) || clause.verb.tense == Tense::Perfect)
                && self.follows_infinitive(clause, entry.token);
        if is_of_other {
            return None;
        }
        if clause.verb.is_copula || self.tokens.is_at(clause.verb.head, Tags::STATIVE) {
            let is_sum = self.tokens.get(clause.verb.end..clause.end).unwrap_or_default().iter();
            let is_sum = is_sum
                .into_iter()
                .find(|token| !token.is(Tags::ADVERB))
                .is_some_and(|token| token.kind == Kind::Number);
            // "sales were $3 million": a figure to compare with, and nothing that happened.
            let is_named = told.subject.actor.is_some() || !clause.verb.is_copula || status != Status::Happened;
            told.quality -= if is_sum {
                70
            } else if is_named {
                20
            } else {
                50
            };
        }
        let candidate = self.candidate(entry.clause, told, Standing::Dated, status);
        let mut candidate = Self::with_date(candidate, timex, entry.when.date);
        candidate.extent = entry.when.extent;
        if entry.when.extent == Extent::Throughout && candidate.name.is_none() {
            // "…, in what is known as the Harbour War".
            candidate.name = self.capitals_name(0..self.tokens.len());
        }
        if entry.when.date.single().is_some_and(|period| period.grain() == Grain::Day) {
            candidate.keys.insert(format!("={}", timex.value));
        }
        Some(candidate)
    }

    /// Whether a date had ended when the article was published.
    pub(super) fn is_before_publication(&self, date: Edtf) -> bool {
        let published = self.source.published.and_then(Edtf::first_day);
        matches!((date.end_day(), published), (Some(end), Some(published)) if end <= published)
    }

    /// Whether a date had not ended when the article was published, though it may have begun.
    fn is_unfinished(&self, date: Edtf) -> bool {
        date.days().is_some_and(|days| days <= MONTH_DAYS) && self.ends_after_publication(date)
    }

    fn ends_after_publication(&self, date: Edtf) -> bool {
        let published = self.source.published.and_then(Edtf::end_day);
        matches!((date.end_day(), published), (Some(end), Some(published)) if end > published)
    }

    /// Whether an infinitive stands between the verb and the date at `token`: "called on all to join on Friday".
    fn follows_infinitive(&self, clause: &Clause, token: usize) -> bool {
        let between = self.tokens.get(clause.verb.end..token).unwrap_or_default();
        between.windows(2).any(|pair| matches!(pair, [to, verb] if to.reads("to") && verb.form.plain))
    }

    /// Whether the date at `token` is of what a noun is for: "may defy orders to quit by 12 April".
    fn is_of_plan(&self, clause: &Clause, token: usize) -> bool {
        self.tokens.get(clause.verb.end..token).unwrap_or_default().windows(3).any(|words| {
            matches!(words, [noun, to, verb] if to.reads("to") && verb.form.plain && headline::takes_infinitive(noun))
        })
    }

    /// Whether a date had not begun when the article was published.
    pub(super) fn is_after_publication(&self, date: Edtf) -> bool {
        let published = self.source.published.and_then(Edtf::end_day);
        matches!((date.first_day(), published), (Some(first), Some(end)) if first >= end)
    }

    /// "was to have opened in May", "would have closed": it did not.
    fn came_to_nothing(&self, clause: &Clause) -> bool {
        let end = (clause.verb.end + 2).min(clause.end.max(clause.verb.end));
        let words = self.tokens.get(clause.verb.start..end).unwrap_or_default();
        words
            .windows(2)
            .any(|pair| matches!(pair, [first, second] if first.reads("to|would|could|should") && second.reads("have")))
    }

    /// "Until Thursday no state had recognised it": on that day one did. It dates what other sentences tell.
    fn ended(&self, entry: Dated) -> Option<Candidate> {
        let timex = self.timex(entry.timex).filter(|timex| timex.relation == Relation::Until)?;
        let date = timex.date.filter(|date| date.days().is_some_and(|days| days <= 31))?;
        let subject = Subject::default();
        let told = Told {
            headline: String::new(),
            short: String::new(),
            basis: HeadlineBasis::Shortened,
            quality: -100,
            subject,
            nominal: None,
        };
        let candidate = self.candidate(entry.clause, told, Standing::Support, Status::Happened);
        Some(Self::with_date(candidate, timex, date))
    }
}
