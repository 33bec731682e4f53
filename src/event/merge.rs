//! Brings the reports of one event together, within and across articles, whatever the order of the articles.
//!
//! Only candidates that share a rare key are compared, each with its neighbours in time, so the work grows with the
//! number of candidates and not with its square. Pairs are then joined from the most alike down; ties are broken by
//! the sentences themselves, never by the order of the input.

mod groups;
mod quiet;

use groups::Groups;

pub(super) use groups::Group;

use super::candidate::Candidate;
use super::dates::reach;
use super::dispute::is_disputed;
use super::identity;
use super::model::HeadlineBasis;
use super::similar::{Weights, is_same};
use crate::article::Article;
use crate::gather::Gather;
use crate::lookup::numbers::Firsts;
use crate::lookup::words::WordMap;
use crate::order::InOrder;

/// By how many of its rarest keys a candidate is found.
const KEYS_EACH: usize = 12;
/// With how many neighbours in time a candidate is compared under one key.
const NEIGHBOURS: usize = 12;
/// A set of so many articles tells of hundreds of events.
const MANY_ARTICLES: usize = 40;

/// More than any likeness.
const DATED_FIRST: u32 = 1000;

/// A report whose headline reads worse than this is not listed alone.
pub(super) const LEAST_QUALITY: i32 = 54;

/// Candidates weighed or indexed in one unit of work.
const BATCH: usize = 24;
/// Candidates compared with their neighbours in one unit of work: comparing is the dear part.
const COMPARE_BATCH: usize = 4;
/// Pairs whose groups are joined in one unit of work: each may compare a few dozen reports.
const JOIN_BATCH: usize = 16;

/// The merging of candidates, in steps.
#[derive(Debug)]
pub(super) struct Merge {
    weights: Weights,
    /// Candidates under each of their rarest keys, by start; built before comparing.
    blocks: Vec<Vec<usize>>,
    /// Which block and which of its members is next.
    next: (usize, usize),
    /// Pairs that were compared, the lower place in the upper half.
    compared: Firsts,
    pairs: Vec<(u32, u64, usize, usize)>,
    /// Pairs that are of one event in spite of their dates.
    disputed: Vec<(u32, u64, usize, usize)>,
    /// Content hashes of the candidates, for an order that no input order can change.
    marks: Vec<u64>,
    /// What is joined so far; made when every pair is compared.
    groups: Groups,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Weigh(usize),
    Block(usize),
    Compare,
    Join(usize),
    Settle(usize),
    Done,
}

/// What a candidate is, whatever its place in the input.
fn mark(candidate: &Candidate, articles: &[Article]) -> u64 {
    let sentence = articles.get(candidate.article).map_or("", |article| candidate.span.of(&article.text));
    let (number, clause) = (candidate.sentence.to_string(), candidate.clause.to_string());
    identity::hash(&[sentence, &candidate.headline, &number, &clause])
}

impl Merge {
    /// Prepares to merge.
    pub(super) fn new() -> Self {
        Self {
            weights: Weights::default(),
            blocks: Vec::new(),
            next: (0, 0),
            compared: Firsts::default(),
            pairs: Vec::new(),
            disputed: Vec::new(),
            marks: Vec::new(),
            groups: Groups::default(),
            stage: Stage::Weigh(0),
        }
    }

    /// One unit of work; `false` when there is none left.
    pub(super) fn step(
        &mut self,
        candidates: &[Candidate],
        articles: &[Article],
        index: &mut WordMap<Vec<usize>>,
    ) -> bool {
        match self.stage {
            Stage::Weigh(from) => {
                for candidate in candidates.iter().skip(from).take(BATCH) {
                    self.weights.add(candidate);
                    self.marks.push(mark(candidate, articles));
                }
                self.stage = if from + BATCH < candidates.len() { Stage::Weigh(from + BATCH) } else { Stage::Block(0) };
                if self.stage == Stage::Block(0) {
                    self.weights.settle();
                }
            }
            Stage::Block(from) => {
                for (at, candidate) in candidates.iter().enumerate().skip(from).take(BATCH) {
                    for key in self.rarest(candidate) {
                        if let Some(block) = index.value_mut(&key) {
                            block.push(at);
                        }
                    }
                }
                self.stage = if from + BATCH < candidates.len() { Stage::Block(from + BATCH) } else { Stage::Compare };
                if self.stage == Stage::Compare {
                    self.blocks = std::mem::take(index).into_values_in_order().filter(|block| block.len() > 1).gather();
                }
            }
            Stage::Compare => self.compare_some(candidates),
            Stage::Join(from) => {
                for (_, _, a, b) in self.pairs.iter().skip(from).take(JOIN_BATCH) {
                    self.groups.join(*a, *b, candidates, &self.weights);
                }
                let next = from + JOIN_BATCH;
                self.stage = if next < self.pairs.len() { Stage::Join(next) } else { Stage::Settle(0) };
            }
            Stage::Settle(from) => {
                for (_, _, a, b) in self.disputed.iter().skip(from).take(JOIN_BATCH) {
                    self.groups.join_disputed(*a, *b, candidates, &self.weights);
                }
                let next = from + JOIN_BATCH;
                self.stage = if next < self.disputed.len() { Stage::Settle(next) } else { Stage::Done };
            }
            Stage::Done => return false,
        }
        true
    }

    fn rarest(&self, candidate: &Candidate) -> Vec<String> {
        let mut keys: Vec<(u32, &String)> = candidate
            .keys
            .iter()
            .filter(|key| self.weights.is_shared(key))
            .map(|key| (self.weights.count(key), key))
            .gather();
        keys.order();
        keys.into_iter().take(KEYS_EACH).map(|(_, key)| key.clone()).gather()
    }

    fn compare_some(&mut self, candidates: &[Candidate]) {
        let (block, member) = self.next;
        let Some(members) = self.blocks.get_mut(block) else {
            self.pairs.order_by_key(|pair| (std::cmp::Reverse(pair.0), pair.1));
            self.disputed.order_by_key(|pair| (std::cmp::Reverse(pair.0), pair.1));
            self.groups = Groups::new(candidates);
            self.stage = Stage::Join(0);
            return;
        };
        if member == 0 {
            let marks = &self.marks;
            members.order_by_key(|at| {
                let start =
                    candidates.get(*at).and_then(|candidate| candidate.date).map_or(i32::MAX, |date| reach(date).0);
                (start, marks.get(*at).copied())
            });
        }
        let end = (member + COMPARE_BATCH).min(members.len());
        let first_undated = members.partition_point(|at| candidates.get(*at).is_some_and(|held| held.date.is_some()));
        let mut found = Vec::new();
        for position in member..end {
            let near = position + 1..(position + 1 + NEIGHBOURS).min(members.len());
            // The undated stand at the end: a dated candidate meets the first of them too.
            let late = first_undated.max(near.end)..(first_undated + NEIGHBOURS).min(members.len()).max(near.end);
            for other in near.chain(late) {
                found.push((members[position], members[other]));
            }
        }
        for (a, b) in found {
            self.compare(candidates, a, b);
        }
        self.next = if end < self.blocks[block].len() { (block, end) } else { (block + 1, 0) };
    }

    fn compare(&mut self, candidates: &[Candidate], a: usize, b: usize) {
        let pair = (a.min(b) as u64) << 32 | a.max(b) as u64;
        if self.compared.add(pair, 0).is_some() {
            return;
        }
        let (Some(first), Some(second)) = (candidates.get(a), candidates.get(b)) else { return };
        let (one, other) = (self.marks.get(a).copied().unwrap_or(0), self.marks.get(b).copied().unwrap_or(0));
        let tie = one.min(other) ^ one.max(other).rotate_left(1);
        if let Some(score) = is_same(first, second, &self.weights) {
            // What has a date is joined before what only may belong to it.
            let dated = if first.date.is_some() && second.date.is_some() { DATED_FIRST } else { 0 };
            self.pairs.push((dated + score, tie, a, b));
        } else if let Some(score) = is_disputed(first, second, &self.weights) {
            self.disputed.push((score, tie, a, b));
        }
    }

    /// The groups of candidates that report one event each, and alone the ones that nothing else reports.
    pub(super) fn groups(self, candidates: &[Candidate], articles: usize) -> Vec<Group> {
        let mut groups = self.groups.finish(&self.marks);
        if articles <= MANY_ARTICLES {
            quiet::join_quiet(&mut groups, candidates, &self.weights, articles);
        }
        groups
    }
}

/// Whether a group may stand in the result: something in it must be more than a retelling.
///
/// In a set of very many articles, what one sentence of one of them tells of nobody, or leaves open of whom, is none.
pub(super) fn is_listed(group: &[usize], candidates: &[Candidate], articles: usize) -> bool {
    let members = || group.iter().filter_map(|at| candidates.get(*at));
    let first = members().next().map(|first| (first.article, first.sentence));
    let is_lone = members().all(|member| Some((member.article, member.sentence)) == first);
    let is_open = |candidate: &Candidate| {
        candidate.headline_basis == HeadlineBasis::Shortened || candidate.participants.is_empty()
    };
    members().any(|candidate| {
        let is_lost = articles > MANY_ARTICLES && is_lone && is_open(candidate);
        candidate.standing.stands_alone() && candidate.quality >= LEAST_QUALITY && !is_lost
    })
}

#[cfg(test)]
mod tests {
    use crate::event::fixtures::chronology;

    /// Headlines with the number of sentences that tell each.
    fn told(texts: &[&str]) -> Vec<(String, usize)> {
        chronology(texts).events.into_iter().map(|event| (event.headline, event.mentions.len())).collect()
    }

    #[test]
    fn a_day_that_an_article_recalls_long_after_is_told_for_one_thing() {
        let found = told(&[
            "The dam\n\n12 January 2014\n\nOn 9 January 2014 the Arden dam gave way above the town of Corr.",
            "Ten years on\n\n8 January 2024\n\nNobody in Corr has forgotten 9 January 2014, when the water of the Arden took 40 houses.",
        ]);
        assert_eq!(found.iter().map(|(_, mentions)| *mentions).collect::<Vec<_>>(), [2], "{found:?}");
    }

    #[test]
    fn in_a_large_set_a_lone_report_of_nobody_is_not_listed() {
        let lone =
            "The mill\n\n4 May 2012\n\nIt is a long story.\n\nThey left on 3 May 2012. Ana Rojas died on 2 May 2012.";
        let other = "The port\n\n4 May 2012\n\nIt is a long story.";
        let count = |others: usize| {
            let texts: Vec<&str> = std::iter::once(lone).chain(std::iter::repeat_n(other, others)).collect();
            told(&texts).len()
        };
        assert_eq!((count(super::MANY_ARTICLES), count(1)), (1, 2));
    }

    #[test]
    fn a_person_is_one_with_and_without_a_middle_name() {
        let found = told(&[
            "Ana Rojas\n\n4 May 2012\n\nThe sculptor Ana Rojas has died at her home in Corr.",
            "A life in stone\n\n9 May 2012\n\nAna Maria Rojas died on 3 May 2012.",
            "Prices\n\n9 May 2019\n\nSince the death of Ana Rojas in 2012 her work has become dear.",
        ]);
        assert_eq!(found.first().map(|(_, mentions)| *mentions), Some(3), "{found:?}");
    }

    #[test]
    fn a_lead_is_of_whom_the_next_sentence_names_with_an_age() {
        let found = told(&[
            "Cleared\n\n19 April 2018\n\nA surveyor was acquitted on Thursday by a jury in Corr.\n\nCallum Dray, 42, wept.",
            "The case\n\n9 May 2022\n\nIn April 2018 Callum Dray was cleared.",
        ]);
        assert_eq!(found.iter().map(|(_, mentions)| *mentions).collect::<Vec<_>>(), [2], "{found:?}");
    }

    #[test]
    fn a_date_in_passing_is_a_source_of_what_it_dates_and_no_event() {
        let found = told(&[
            "The dam\n\n12 October 2015\n\nOn Friday Arden Hydro agreed to pay $140 million to settle the case.",
            "Ten years on\n\n8 January 2024\n\nThe $140-million settlement of 2015 did not pay for all the houses.",
            "The hills\n\n8 January 2024\n\nThe harvest of 2015 did not pay for all the houses.",
        ]);
        assert_eq!(found.first().map(|(_, mentions)| *mentions), Some(2), "{found:?}");
    }

    #[test]
    fn a_plea_and_a_sentence_are_two_events() {
        let found = told(&[
            "The case\n\n4 December 2012\n\nPeter Vance pleaded guilty in October 2012.",
            "The end\n\n9 December 2012\n\nPeter Vance was given a life sentence on 28 October 2012.",
        ]);
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
