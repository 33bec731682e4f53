//! Cuts a sentence into clauses, verb by verb: each finite verb looks left for its subject and right for the rest.
//!
//! The cut is made at subordinators, relative pronouns, conjunctions with a verb of their own and at report verbs;
//! what stands between two commas or dashes before a verb is an insertion, and no part of the subject's core.
//! `subject` goes left from a verb, `edge` says where that ends, `inner` passes the clauses inside, `antecedent` reads
//! "who" and "which", `lead` takes off what leads to a subject, `extent` says how far the clause goes on the right.

use std::ops::Range;

mod antecedent;
mod edge;
mod extent;
mod inner;
mod lead;
mod opener;
mod partner;
mod subject;

use extent::set_ends;
pub(super) use opener::FEARED;
use subject::Search;
pub(super) use subject::{FIRST_WORDS, PERSONAL, VERDICTS};

use super::en::Tags;
use super::token::{Kind, Token, TokenAt as _};
use super::verb::{Tense, VerbGroup, has_agent};
use crate::gather::Gather;

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// A main clause.
    Main,
    /// After a subordinator, whose token this is.
    Subordinate(usize),
    /// After a relative word, whose token this is.
    Relative(usize),
    /// What a report verb says: the clause of that verb.
    Complement(usize),
    /// Joined to an earlier clause, whose subject it shares.
    Joined(usize),
}

/// A finite verb with what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// The verb.
    pub(super) verb: VerbGroup,
    /// Tokens of the subject, insertions left out; empty where it has none of its own.
    pub(super) subject: Vec<Range<usize>>,
    /// First token, marker included.
    pub(super) start: usize,
    /// One past the last token after the verb.
    pub(super) end: usize,
    /// How it hangs in the sentence.
    pub(super) link: Link,
    /// The auxiliary it takes over from the verb it is joined to: "was arrested and convicted"; else empty.
    pub(super) auxiliary: Range<usize>,
}

impl Clause {
    /// The clause whose subject this one takes, itself where it has one.
    pub(super) fn subject_clause(clauses: &[Self], mut index: usize) -> usize {
        while let Some(Self { link: Link::Joined(of), .. }) = clauses.get(index) {
            if *of >= index {
                break;
            }
            index = *of;
        }
        index
    }

    /// The tokens of its subject.
    pub(super) fn subject_words(&self) -> Vec<usize> {
        self.subject.iter().cloned().flatten().gather()
    }

    /// The first token of its subject.
    pub(super) fn first_word(&self) -> Option<usize> {
        self.subject.iter().cloned().flatten().next()
    }

    /// "how the matter is handled", "what the club spent": part of what another clause tells.
    pub(super) fn is_indirect(&self, tokens: &[Token<'_>]) -> bool {
        let Link::Relative(marker) = self.link else { return false };
        tokens.within(marker..marker + 2).iter().any(|token| token.reads("how|why|what"))
    }

    /// "If, as expected, Vega takes over": the word before the insertion behind which the clause begins.
    pub(super) fn before_insertion(&self, tokens: &[Token<'_>]) -> Option<usize> {
        let close = self.start.checked_sub(1).filter(|at| tokens.is_kind_at(*at, Kind::Comma))?;
        let open = (1..close).rev().find(|at| tokens.is_kind_at(*at, Kind::Comma))?;
        Some(open - 1)
    }
}

/// The clauses of a sentence, in the order of their verbs.
pub(super) fn clauses(tokens: &[Token<'_>], verbs: &[VerbGroup]) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    for verb in verbs {
        let mut clause = Search { tokens, before: &found, verb: *verb }.clause();
        share_auxiliary(tokens, &found, &mut clause);
        drop_weekday(tokens, &mut clause);
        found.push(clause);
    }
    set_ends(tokens, &mut found);
    lift_clefts(tokens, &mut found);
    found
}

/// "It was in 1998 that the mill opened": what "that" opens is the main clause, and its date stands before it.
fn lift_clefts(tokens: &[Token<'_>], found: &mut [Clause]) {
    for index in 1..found.len() {
        let (Some(it), Some(told)) = (found.get(index - 1), found.get(index)) else { continue };
        let Link::Relative(marker) = told.link else { continue };
        let words: Vec<usize> = it.subject_words();
        let is_it = matches!(words.as_slice(), [only] if tokens.reads_at(*only, "it")) && it.verb.is_copula;
        let date = tokens.within(it.verb.end..marker);
        let opens = |first: &Token<'_>| first.timex().is_some() || first.is(Tags::PREPOSITION.or(Tags::ADVERB));
        let is_part = |token: &Token<'_>| {
            token.timex().is_some() || token.is_word() && !token.is(Tags::CONJUNCTION.or(Tags::RELATIVE))
        };
        let is_date = date.last().is_some_and(|last| last.timex().is_some())
            && date.first().is_some_and(opens)
            && date.iter().all(is_part);
        // "Yesterday it was the mayor who resigned": whoever it was, did it then.
        let is_who = date.first().is_some_and(|first| first.is_capital || first.reads("the"))
            && date.iter().all(|token| token.is_word() && (!token.breaks_noun_phrase() || token.reads("of")))
            && tokens.reads_at(marker, "who");
        // "It was in this hall that the treaty was signed": where, and no date.
        let is_place = date.first().is_some_and(|first| first.reads("in|at|on|from|there|here"))
            && date.iter().all(|token| token.is_word() && !token.is(Tags::CONJUNCTION.or(Tags::RELATIVE)));
        if is_it && (is_date && tokens.reads_at(marker, "that|when") || is_who) {
            let leads = |token: &Token<'_>| token.timex().is_some() || token.kind == Kind::Comma;
            let start = if tokens.within(0..it.start).iter().all(leads) { 0 } else { it.start };
            found[index].link = Link::Main;
            found[index].start = start;
        } else if is_it && is_place && tokens.reads_at(marker, "that") {
            found[index].link = Link::Main;
            found[index].start = marker + 1;
        }
    }
}

/// "On the 24th, a Tuesday, sixty officers came": the day of the week is no part of the subject.
fn drop_weekday(tokens: &[Token<'_>], clause: &mut Clause) {
    let Some(piece) = clause.subject.iter_mut().find(|piece| piece.start < piece.end) else { return };
    let is_weekday = tokens.reads_at(piece.start, "a")
        && tokens.get(piece.start + 1).is_some_and(|day| day.lower.ends_with("day") && day.is_capital)
        && tokens.is_kind_at(piece.start + 2, Kind::Comma);
    if is_weekday && piece.start + 3 < piece.end {
        piece.start += 3;
    }
}

/// "was arrested in May and convicted in June": a participle that is joined to a passive and has no object takes over
/// its auxiliary, and with it its tense, and so is one that says by whom; "was hired in May and moved to Lima" and "and
/// sold the mill" are active.
fn share_auxiliary(tokens: &[Token<'_>], before: &[Clause], clause: &mut Clause) {
    let Link::Joined(of) = clause.link else { return };
    let Some(first) = before.get(of).filter(|first| first.verb.is_passive && !first.verb.is_negated) else { return };
    let verb = clause.verb;
    let is_bare = !verb.is_passive
        && tokens.within(verb.start..verb.head).iter().all(|token| token.is(Tags::ADVERB))
        && tokens.at(verb.head).form.either
        && (tokens.is_at(verb.head, Tags::TRANSITIVE)
            || tokens.reads_at(verb.head, "sold")
            || tokens.reads_at(verb.head, "kept|held|put|laid|set|sent") && tokens.is_at(verb.end, Tags::PREPOSITION)
            || has_agent(tokens, verb.head));
    // "convicted a second time": how often, and no object.
    let counts = tokens.reads_at(verb.end, "a|the") && tokens.reads_at(verb.end + 2, "time");
    if is_bare && (counts || !tokens.at(verb.end).opens_object()) {
        clause.auxiliary =
            if first.auxiliary.is_empty() { first.verb.start..first.verb.head } else { first.auxiliary.clone() };
        clause.verb.tense = first.verb.tense;
        clause.verb.is_passive = true;
    }
}

/// Whether a clause tells what may be, not what was: in an "if" clause, or with a modal of possibility.
pub(super) fn is_conditional(tokens: &[Token<'_>], clause: &Clause) -> bool {
    let marker = if let Link::Subordinate(marker) = clause.link { tokens.get(marker) } else { None };
    let is_parted = clause.before_insertion(tokens).is_some_and(|at| tokens.reads_at(at, "if|unless|whether|once"));
    is_parted
        || clause.verb.tense == Tense::Possible
        || marker.is_some_and(|token| token.reads("if|unless|whether|once|lest"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::en::Lexicon;
    use crate::event::token::tokens;
    use crate::event::verb::verb_groups;
    use crate::text::TextSpan;

    /// Each clause as "subject | verb | rest".
    fn read(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new();
        let mut dates = Vec::new();
        for date in ["1992", "2020", "the 1990s", "Tuesday", "2001", "1996", "1979", "May 12"] {
            dates.extend(text.find(date).map(|at| TextSpan::new(at, at + date.len())));
        }
        dates.sort();
        let dates: Vec<_> = dates.into_iter().enumerate().collect();
        let found = tokens(text, TextSpan::new(0, text.len()), &dates, &lexicon);
        let groups = verb_groups(&found);
        let all = clauses(&found, &groups);
        let words = |range: Range<usize>| found[range].iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
        (0..all.len())
            .map(|index| {
                let clause = &all[index];
                let owner = &all[Clause::subject_clause(&all, index)];
                let subject: Vec<_> = owner.subject.iter().cloned().map(words).collect();
                format!(
                    "{} | {} | {}",
                    subject.join(" "),
                    words(clause.verb.start..clause.verb.end),
                    words(clause.verb.end..clause.end)
                )
            })
            .collect()
    }

    #[test]
    fn a_leading_date_and_an_inner_clause_leave_the_subject_alone() {
        assert_eq!(
            read("In 1992, after shells fired by rebels hit the bank in Lima, Peru closed its mint."),
            ["shells fired by rebels | hit | the bank in Lima", "Peru | closed | its mint"]
        );
    }

    #[test]
    fn insertions_between_commas_are_no_part_of_the_subject() {
        assert_eq!(
            read(
                "The ousted leader, Juan Vega, who had been hiding in a villa since 1992, was shot by guards in 1996."
            ),
            [
                "Juan Vega | had been hiding | in a villa since 1992",
                "The ousted leader , Juan Vega | was shot | by guards in 1996"
            ]
        );
        assert_eq!(
            read("Then, in 2001, armed men, loyal to the general, seized two ships and sailed into the bay."),
            ["armed men | seized | two ships", "armed men | sailed | into the bay"]
        );
    }

    #[test]
    fn joined_verbs_share_a_subject() {
        assert_eq!(
            read("Chile let US crews use its port in 2001, and in 2020 held joint drills with them."),
            ["Chile | let | US crews use its port in 2001", "Chile | held | joint drills with them"]
        );
    }

    #[test]
    fn relative_clauses_after_a_date_have_their_own_subject() {
        assert_eq!(
            read("The clan ruled the coast until 2001, when the raids carried out by its ally prompted a big war."),
            ["The clan | ruled | the coast until 2001", "the raids carried out by its ally | prompted | a big war"]
        );
    }

    #[test]
    fn what_a_relative_clause_tells_of_keeps_its_modifiers() {
        assert_eq!(
            read("Peru paid its share, ending a hiring freeze that began in 1992."),
            ["Peru | paid | its share , ending a hiring freeze", "a hiring freeze | began | in 1992"]
        );
        assert_eq!(
            read("Chile left after losing a war that began in 1979."),
            ["Chile | left | after losing a war", "a war | began | in 1979"]
        );
    }

    #[test]
    fn a_comma_between_adjectives_parts_nothing() {
        assert_eq!(
            read("A bitter, long strike that began in 1992 closed the port of Lima in 1996."),
            ["A bitter , long strike | began | in 1992", "A bitter , long strike | closed | the port of Lima in 1996"]
        );
        assert_eq!(read("The mayor, angry at the bank, left."), ["The mayor | left | "]);
    }

    #[test]
    fn an_apposition_with_a_clause_of_its_own_is_an_insertion() {
        assert_eq!(
            read("Ana Rojas, the judge whose rulings showed how far a court could go, died at home on Tuesday.").last(),
            Some(&String::from("Ana Rojas | died | at home on Tuesday"))
        );
        assert_eq!(read("A sister ship, the Saint Orra, sank."), ["A sister ship , the Saint Orra , | sank | "]);
        assert_eq!(
            read("It stopped when the builder, Korsvik, went bankrupt."),
            ["It | stopped | ", "the builder , Korsvik , | went | bankrupt"]
        );
    }

    #[test]
    fn who_is_a_person_and_no_town() {
        assert_eq!(
            read("The first case was a fisherman in the town of Mbira, who fell ill on Tuesday.").last(),
            Some(&String::from("a fisherman in the town of Mbira | fell | ill on Tuesday"))
        );
    }

    #[test]
    fn what_leads_to_a_clause_is_no_subject() {
        assert_eq!(
            read("According to the Arden Post, Paz paid for her holiday in 2001."),
            ["Paz | paid | for her holiday in 2001"]
        );
        assert_eq!(
            read("Lind, who died on Tuesday aged 91, drilled the ice."),
            ["Lind | died | on Tuesday aged 91", "Lind | drilled | the ice"]
        );
    }

    #[test]
    fn reports_have_their_complement_as_a_clause() {
        assert_eq!(
            read("The ministry said on Tuesday that the envoy met the king and praised him."),
            ["The ministry | said | on Tuesday", "the envoy | met | the king", "the envoy | praised | him"]
        );
        assert_eq!(read("Police said two men died."), ["Police | said | ", "two men | died | "]);
    }

    #[test]
    fn a_participle_without_an_object_takes_over_the_auxiliary() {
        let shared = |text: &str| {
            let found = tokens(text, TextSpan::new(0, text.len()), &[], &Lexicon::new());
            clauses(&found, &verb_groups(&found))
                .into_iter()
                .map(|clause| found[clause.auxiliary].iter().map(|token| token.text).collect::<Vec<_>>().join(" "))
                .collect::<Vec<_>>()
        };
        assert_eq!(shared("The clerk had been charged on Friday and jailed for life."), ["", "had been"]);
        assert_eq!(shared("The mill was built in a year and opened by the king."), ["", "was"]);
        assert_eq!(shared("The mill was closed on Friday and moved to Lima."), ["", ""]);
        assert_eq!(shared("The judge was elected on Friday and sentenced the clerk."), ["", ""]);
    }

    #[test]
    fn lists_of_names_are_one_subject() {
        assert_eq!(
            read("Peru, Chile, and Cuba, all members of the pact, are preparing a vote."),
            ["Peru , Chile , and Cuba | are preparing | a vote"]
        );
    }
}
