//! Clauses that no headline tells: what is only said, unsure, a condition, a claim of somebody, or nobody's news.

use super::Reader;
use crate::event::clause::{self, Clause, Link};
use crate::event::en::Tags;
use crate::event::name::NameKind;
use crate::event::refer::{Reading, Subject};
use crate::event::token::{Kind, TokenAt as _};
use crate::event::verb::Tense;

impl Reader<'_, '_> {
    /// Whether a clause is none that a headline may tell.
    pub(super) fn is_untold(&self, index: usize, subject: &Subject) -> bool {
        let Some(clause) = self.clauses.get(index) else { return true };
        self.is_report_only(index, clause)
            || self.is_unsure(index, clause)
            || self.is_of_another(index, clause)
            || self.is_nothing(clause)
            || self.says_of_itself(clause, subject)
            || self.has_no_one(index)
            || self.is_torn(index, clause)
            || self.is_indirect(index)
            || subject.reading == Reading::Empty
    }

    fn is_report_only(&self, index: usize, clause: &Clause) -> bool {
        let head = self.tokens.at(clause.verb.head);
        // `"…," lamented the mayor`.
        let is_inverted =
            clause.subject.first().is_some_and(|piece| piece.start >= clause.verb.end && !piece.is_empty());
        // A quotation whose marks stand in other sentences: "many people have asked me".
        let own = self.tokens.within(clause.verb.start..clause.end);
        let says_me = own.iter().any(|token| token.reads("me|my|us|our|we|i") && !token.is_capital && !token.is_quoted);
        let is_told = matches!(clause.link, Link::Complement(_)) || head.reads("warned|told|warns|tells");
        // "One sign read, “…”".
        let next = self.tokens.get(clause.verb.end);
        let reads = head.reads("read|reads")
            && next.is_some_and(|next| matches!(next.kind, Kind::Comma | Kind::Stop | Kind::Quote));
        // "The deal was announced on Monday": what was made known, and not what was said.
        let makes_known = clause.verb.is_passive
            && !head.reads("told|asked|warned|quoted|informed|assured|said")
            && !self.tokens.reads_at(self.head_of_subject(clause), "it|this|that|what|which");
        if makes_known {
            return says_me && !is_told;
        }
        // "He poured the wine, as the clerk told the court": told is what stands before.
        let is_aside = matches!(clause.link, Link::Subordinate(marker) if self.tokens.reads_at(marker, "as"))
            && head.is(Tags::REPORT)
            && self.complement_of(index).is_none();
        // "One of them told me".
        let to_me = head.is(Tags::REPORT) && self.tokens.reads_at(clause.verb.end, "me");
        is_inverted
            || to_me
            || is_aside
            || reads
            || says_me && !is_told
            || self.says_apart(index, clause)
            || self.trailing_report(0) == Some(index)
            || head.is(Tags::REPORT)
                && self.complement_of(index).is_none()
                && (clause.end <= clause.verb.end + 1 || self.only_quotes(clause))
    }

    /// ", Peru said in response to the strike": what it said stands before.
    fn says_apart(&self, index: usize, clause: &Clause) -> bool {
        let next = (clause.verb.end..clause.end).find(|at| self.tokens.at(*at).timex().is_none());
        let is_phrase =
            next.is_some_and(|at| self.tokens.is_at(at, Tags::PREPOSITION) && !self.tokens.reads_at(at, "of"));
        clause.start > 0
            && self.tokens.is_kind_at(clause.start - 1, Kind::Comma)
            && self.tokens.reads_at(clause.verb.head, "said|says")
            && !clause.verb.is_passive
            && is_phrase
            && self.complement_of(index).is_none()
    }

    /// Whether words of another phrase stand where the subject or the verb should: "further | the rebels took", "investors |
    /// should | the talks bear fruit".
    fn is_torn(&self, index: usize, clause: &Clause) -> bool {
        let owner = Clause::subject_clause(self.clauses, index);
        let first = self.clauses.get(owner).and_then(Clause::first_word);
        let opens = first.is_some_and(|at| {
            self.tokens.reads_at(at, "further|yet|still|again|too|else|instead|soon|once|already")
                && self.tokens.is_at(at + 1, Tags::DETERMINER)
        });
        let after = self.tokens.at(clause.verb.end);
        let is_inverted = self.tokens.is_at(clause.verb.head, Tags::MODAL)
            && (after.is(Tags::DETERMINER.or(Tags::PRONOUN)) || after.is_capital);
        // "draw attention to the case | was heard", of "to draw attention"; "the highlight of which | was".
        let is_infinitive = first.is_some_and(|at| {
            at > 0
                && self.tokens.reads_at(at - 1, "to")
                && self.tokens.at(at).form.plain
                && !self.tokens.is_capital_at(at)
        });
        let words = self.clauses.get(owner).map(Clause::subject_words).unwrap_or_default();
        let is_relative = words.iter().any(|at| self.tokens.reads_at(*at, "which|whom"));
        // "In Lima, Peru’s capital, ten men | met": the place is none of them.
        let comma = words.iter().find(|at| self.tokens.is_kind_at(**at, Kind::Comma));
        let is_place = comma.zip(first).is_some_and(|(comma, first)| {
            let counts = self.tokens.is_kind_at(comma + 1, Kind::Number)
                || self.tokens.reads_at(comma + 1, "about|some|two|three");
            counts
                && first > 2
                && self.tokens.is_kind_at(first - 1, Kind::Comma)
                && self.tokens.is_at(0, Tags::PREPOSITION)
        });
        // "ahead of planned | rallies": a noun.
        let start = clause.verb.start;
        let is_noun = start > 1
            && self.tokens.at(start).form.third
            && clause.verb.end == start + 1
            && self.tokens.at(start - 1).is_past_form()
            && self.tokens.is_at(start - 2, Tags::PREPOSITION);
        // "called Maniac, the film | was changed".
        let is_participle =
            comma.is_some() && first.is_some_and(|at| self.tokens.at(at).form.either && !self.tokens.is_capital_at(at));
        // "one of ten men who | were", "the second | is".
        let reads = |at: usize, text: &'static str| words.get(at).is_some_and(|at| self.tokens.reads_at(*at, text));
        let is_one = reads(0, "one") && reads(1, "of") && self.tokens.reads_at(start, "were|are|have");
        let is_ordinal =
            words.len() == 2 && reads(0, "the") && reads(1, "first|second|third|latter|former|other|next|last");
        is_one
            || is_ordinal
            || is_noun
            || is_participle
            || opens
            || is_inverted
            || is_infinitive
            || is_relative
            || is_place
    }

    fn is_unsure(&self, index: usize, clause: &Clause) -> bool {
        // "unless a deal is reached" tells of the contrary, and "if the bank failed" of nothing that was.
        let is_unless = matches!(clause.link, Link::Subordinate(marker)
            if self.tokens.reads_at(marker, "unless|whether|if")
                || clause.verb.tense == Tense::Past && self.tokens.reads_at(marker, "once"));
        // "Perhaps she has won": the headline would be sure.
        let lead = self.clauses[Clause::subject_clause(self.clauses, index)].start;
        let lead = self.tokens.within(lead.saturating_sub(1)..clause.verb.start);
        is_unless || lead.iter().any(|token| token.reads("perhaps|maybe|possibly|probably|reportedly|supposedly"))
    }

    /// Whether a clause says something of a noun before it, which is no headline without that.
    fn is_of_another(&self, index: usize, clause: &Clause) -> bool {
        // "a firm that, until last year, people thought a treasure": the object stands before the insertion.
        let parted = clause.before_insertion(self.tokens);
        let is_parted = parted.is_some_and(|at| self.tokens.reads_at(at, "that|which|whom"));
        // "by claims he had robbed and hurt her": what is claimed, whoever claims it.
        let owner = self.clauses.get(Clause::subject_clause(self.clauses, index));
        let is_claim = owner.is_some_and(|owner| {
            matches!(owner.link, Link::Relative(marker) if marker > 0 && self.tokens.reads_at(marker - 1, clause::FEARED))
        });
        is_parted || is_claim
    }

    fn is_nothing(&self, clause: &Clause) -> bool {
        // "as he did last year": what, another clause says.
        let is_like = matches!(clause.link, Link::Subordinate(marker) if self.tokens.reads_at(marker, "as|than"))
            && self.tokens.is_at(clause.verb.head, Tags::DO);
        // "in 1996 came the job".
        let is_inverted = self.tokens.reads_at(clause.verb.head, "came|comes")
            && self.tokens.reads_at(clause.verb.end, "the|a|an")
            && clause.subject.iter().all(|piece| piece.is_empty());
        // "who’d not sung": its auxiliary is part of another word.
        let is_bare = self.tokens.reads_at(clause.verb.start, "not") && clause.verb.head == clause.verb.start + 1;
        is_like || is_inverted || is_bare
    }

    /// "Ruth Lind said that she died": nobody says that of herself.
    fn says_of_itself(&self, clause: &Clause, subject: &Subject) -> bool {
        let Link::Complement(of) = clause.link else { return false };
        let dies = self.tokens.reads_at(clause.verb.head, "died|dies|drowned") && subject.reading == Reading::Pronoun;
        let is_person = |who: &String| self.names.iter().any(|name| name.kind == NameKind::Person && name.text == *who);
        dies && self.subject(of).actor.as_ref().is_some_and(is_person)
    }

    /// "…," she told reporters on Tuesday: what was said stands outside of the clause.
    fn only_quotes(&self, clause: &Clause) -> bool {
        let Some(head) = self.tokens.get(clause.verb.head) else { return false };
        let has_speech = self.tokens.iter().any(|token| token.is_quoted || token.kind == Kind::Quote);
        let rest = self.tokens.within(clause.verb.end..clause.end);
        let says_nothing = rest.iter().all(|token| !token.is_word() || token.is(Tags::PREPOSITION.or(Tags::ADVERB)));
        let opens_phrase = rest.first().is_none_or(|first| first.is(Tags::PREPOSITION) || first.timex().is_some());
        // "The inquiry reported in 2013": it was done.
        let reports = head.reads("reported") && clause.verb.start > 0;
        if reports && self.tokens.reads_at(self.head_of_subject(clause), "inquiry|commission|committee|panel|review") {
            return false;
        }
        if head.is(Tags::REPORT) && says_nothing {
            return true;
        }
        if head.is(Tags::REPORT) && opens_phrase && self.tokens.iter().any(|token| token.is_quoted) {
            return true;
        }
        head.reads("said|says|told|tells|added|wrote|asked") && (has_speech || head.reads("said|says"))
    }

    /// The noun of a clause's subject: "inquiry" of "the inquiry under Ruth Lind".
    fn head_of_subject(&self, clause: &Clause) -> usize {
        let words = || clause.subject.iter().cloned().flatten();
        let end = words().find(|at| self.tokens.is_at(*at, Tags::PREPOSITION) && !self.tokens.is_capital_at(*at));
        words().take_while(|at| Some(*at) != end).last().unwrap_or_default()
    }

    /// "what the club spent", "how it was done": part of what another clause tells.
    pub(super) fn is_indirect(&self, index: usize) -> bool {
        self.clauses[index].is_indirect(self.tokens)
    }
}
