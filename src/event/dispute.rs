//! Reports of one event whose dates cannot both be right: who signed on 3 May in one article and on 4 May in another.
//!
//! What happens again and again (attacks, talks, protests) is never taken for one event with two dates, and neither is
//! what one article tells twice. The date with the most articles is shown, the other is kept beside it.

use super::candidate::{Candidate, Standing};
use super::dates::reach;
use super::model::{Basis, Conflict, Extent, Mention, Status};
use super::similar::{Weights, likeness};
use crate::calendar::{Edtf, Grain, Period};
use crate::gather::Gather;
use crate::order::InOrder;

/// Families of what may well happen twice within days.
const REPEATED: &[&str] = &[
    "attack",
    "war",
    "meeting",
    "protest",
    "back",
    "host",
    "exercise",
    "announcement",
    "percent",
    "rule",
    "kill",
    "die",
    "win",
    "fire",
    "crash",
    "quake",
    "flood",
    "say",
    "tell",
    "visit",
    "play",
    "score",
    "vote",
    "hit",
    "call",
    "report",
    "publish",
    "release",
    "help",
    "rescue",
    "arrest",
];

/// How alike two reports must be to be of one event in spite of their dates.
const SURE: u32 = 58;

/// Dates may be so many of their own units apart: three days, one month, one year.
const fn slip(grain: Grain) -> i32 {
    match grain {
        Grain::Day => 3,
        _ => 1,
    }
}

/// Whether two candidates surely report one event and yet date it differently; how alike they are.
pub(super) fn is_disputed(a: &Candidate, b: &Candidate, weights: &Weights) -> Option<u32> {
    let (first, second) = (exact(a)?, exact(b)?);
    let distance = first.index().abs_diff(second.index());
    let is_near = first.grain() == second.grain() && (1..=slip(first.grain()).unsigned_abs()).contains(&distance);
    let same_act = a.action == b.action && !REPEATED.contains(&a.action.as_str());
    let is_one = a.article != b.article && is_near && same_act && same_subject(a, b) && numbers_agree(a, b);
    let likeness = if is_one { likeness(a, b, weights) } else { 0 };
    (likeness >= SURE).then_some(likeness)
}

/// The same name does it, or, where no name does, what they tell shares one.
fn same_subject(a: &Candidate, b: &Candidate) -> bool {
    let shares_name = || a.keys.shared(&b.keys).any(|key| key.starts_with('='));
    a.actor == b.actor && (a.actor.is_some() || shares_name())
}

/// The one day, month or year that a candidate tells as a fact.
fn exact(candidate: &Candidate) -> Option<Period> {
    let told = candidate.status == Status::Happened
        && matches!(candidate.standing, Standing::Dated | Standing::Phrase)
        && candidate.extent == Extent::Within
        && candidate.basis != Basis::Published;
    let date = candidate.date.filter(|date| told && !date.is_approximate())?;
    date.single().filter(|period| period.grain() <= Grain::Year)
}

/// "cut 200 jobs" and "cut 300 jobs" are two events.
fn numbers_agree(a: &Candidate, b: &Candidate) -> bool {
    let numbers = |candidate: &Candidate| -> Vec<String> {
        let words = candidate.headline.split_whitespace().filter(|word| word.contains(|c: char| c.is_ascii_digit()));
        words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).gather()
    };
    let (one, other) = (numbers(a), numbers(b));
    one.is_empty() || other.is_empty() || one.iter().any(|number| other.contains(number))
}

/// Whether two dates have a day in common.
fn agree(a: Edtf, b: Edtf) -> bool {
    let ((a_from, a_to), (b_from, b_to)) = (reach(a), reach(b));
    a_from.max(b_from) < a_to.min(b_to)
}

/// The members whose dates agree with the best-attested one: by articles, then sentences, then dates stated in full.
pub(super) fn best_attested<'a>(members: &[&'a Candidate]) -> Vec<&'a Candidate> {
    let dated: Vec<(&Candidate, Edtf)> = members.iter().filter_map(|member| Some((*member, member.date?))).gather();
    let is_disputed = dated.iter().any(|(_, one)| dated.iter().any(|(_, other)| !agree(*one, *other)));
    if !is_disputed {
        return members.to_vec();
    }
    let votes = |date: Edtf| {
        let fits: Vec<&Candidate> =
            dated.iter().filter(|(_, other)| agree(date, *other)).map(|(member, _)| *member).gather();
        let mut articles: Vec<usize> = fits.iter().map(|member| member.article).gather();
        articles.order();
        articles.dedup();
        let stated = fits.iter().filter(|member| member.basis == Basis::Stated).count();
        (articles.len(), fits.len(), stated)
    };
    let exact_dates = dated.iter().filter(|(member, _)| exact(member).is_some()).map(|(_, date)| *date);
    let Some(best) = exact_dates.max_by_key(|date| (votes(*date), std::cmp::Reverse(*date))) else {
        return members.to_vec();
    };
    members.iter().copied().filter(|member| member.date.is_none_or(|date| agree(date, best))).gather()
}

/// The mentions whose dates the event's date cannot agree with.
pub(super) fn conflicts(mentions: &[Mention], date: Option<Edtf>) -> Vec<Conflict> {
    let Some(chosen) = date else { return Vec::new() };
    let dates = mentions.iter().enumerate().filter_map(|(at, mention)| Some((at, mention.date?)));
    dates.filter(|(_, date)| !agree(*date, chosen)).map(|(mention, date)| Conflict { date, mention }).gather()
}

#[cfg(test)]
mod tests {
    use crate::event::Event;
    use crate::event::fixtures::chronology;

    fn events(texts: &[&str]) -> Vec<Event> {
        chronology(texts).events
    }

    fn dates(event: &Event) -> Vec<String> {
        let shown = event.date.map(|date| date.to_string());
        shown.into_iter().chain(event.conflicts.iter().map(|conflict| conflict.date.to_string())).collect()
    }

    #[test]
    fn one_event_with_two_dates_keeps_both_and_shows_the_one_with_more_articles() {
        let found = events(&[
            "Arden and Calder signed the river pact on 3 May 1998.",
            "Arden and Calder signed a pact on the river on 4 May 1998.",
            "In Lima, Arden and Calder signed the river pact on 4 May 1998.",
        ]);
        assert_eq!(found.iter().map(dates).collect::<Vec<_>>(), [["1998-05-04", "1998-05-03"]]);
    }

    #[test]
    fn what_may_happen_twice_is_two_events() {
        for (one, other) in [
            ("Arden attacked the port of Lima on 3 May 1998.", "Arden attacked the port of Lima on 4 May 1998."),
            ("Arden cut 200 jobs in Lima on 3 May 1998.", "Arden cut 300 jobs in Lima on 4 May 1998."),
            ("Arden signed the river pact on 3 May 1998.", "Arden signed the river pact on 30 May 1998."),
        ] {
            assert_eq!(events(&[one, other]).len(), 2, "{one}");
        }
        let both =
            "Arden signed the river pact on 3 May 1998. On 4 May 1998 Arden signed the river pact for the mills.";
        assert_eq!(events(&[both, "Arden signed the river pact on 4 May 1998."]).len(), 2);
    }
}
