//! Groups of reports of one event, joined two by two, and what one group may not hold together.

use crate::event::candidate::{Candidate, Standing};
use crate::event::dates::{self, Dates, reach};
use crate::event::dispute::is_disputed;
use crate::event::similar::{Weights, is_same};
use crate::gather::Gather;
use crate::order::InOrder;

/// Members of each group that are compared with the other's.
const COMPARED: usize = 6;

/// One in so many pairs across two groups must be alike.
const BRIDGE: usize = 3;

/// Members of each group that are checked against the other's before two groups are joined.
const CHECKED: usize = 16;

/// Reports of one event.
#[derive(Debug, Default)]
pub(in crate::event) struct Group {
    /// Places of the candidates.
    pub(in crate::event) members: Vec<usize>,
    /// Those at the end that only their date brought here.
    pub(in crate::event) by_date: usize,
}

/// Union-find over candidates, with what a group may not hold together.
#[derive(Debug, Default)]
pub(super) struct Groups {
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// Days that all dated members of the group may mean.
    reach: Vec<Option<(i32, i32)>>,
}

impl Groups {
    pub(super) fn new(candidates: &[Candidate]) -> Self {
        Self {
            parent: (0..candidates.len()).gather(),
            members: (0..candidates.len()).map(|at| vec![at]).gather(),
            reach: candidates.iter().map(|candidate| candidate.date.map(reach)).gather(),
        }
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    /// Whether a fair part of the members of one group is like those of the other: one bridge between two groups does
    /// not make them one event.
    fn is_alike(&self, a: usize, b: usize, candidates: &[Candidate], weights: &Weights) -> bool {
        let (mut alike, mut pairs) = (0, 0);
        for one in self.members[a].iter().take(COMPARED) {
            for other in self.members[b].iter().take(COMPARED) {
                let (one, other) = (&candidates[*one], &candidates[*other]);
                if one.date.is_none() && other.date.is_none() {
                    // Two retellings say nothing of each other.
                    continue;
                }
                pairs += 1;
                alike += usize::from(is_same(one, other, weights).is_some());
            }
        }
        alike * BRIDGE >= pairs
    }

    pub(super) fn join(&mut self, a: usize, b: usize, candidates: &[Candidate], weights: &Weights) {
        // What is told in passing goes to the report that it is most like, and makes one of no others.
        let is_given = |at: usize| {
            let passing = candidates.get(at).is_some_and(|candidate| candidate.standing == Standing::Passing);
            passing && self.members[self.root(at)].len() > 1
        };
        let is_taken = is_given(a) || is_given(b);
        let (a, b) = (self.root(a), self.root(b));
        if a == b || is_taken {
            return;
        }
        let Some(together) = self.reach_together(a, b) else { return };
        if !self.is_alike(a, b, candidates, weights) {
            return;
        }
        let clash = self.members[a].iter().take(CHECKED).any(|one| {
            self.members[b].iter().take(CHECKED).any(|other| {
                let (one, other) = (&candidates[*one], &candidates[*other]);
                let same_sentence = one.article == other.article && one.sentence == other.sentence;
                same_sentence || dates::dates(one, other) == Dates::Apart
            })
        });
        if clash {
            return;
        }
        self.unite(a, b, together);
    }

    /// Joins two groups of one event that date it differently; not where an article tells of both, nor where most of
    /// their reports are not in dispute.
    pub(super) fn join_disputed(&mut self, a: usize, b: usize, candidates: &[Candidate], weights: &Weights) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let dated = |at: usize| {
            let members = self.members[at].iter().filter_map(|member| candidates.get(*member));
            members.filter(|member| member.date.is_some()).take(CHECKED).gather()
        };
        let (ones, others): (Vec<&Candidate>, Vec<&Candidate>) = (dated(a), dated(b));
        let pairs = || ones.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
        let is_told_by_one = pairs().any(|(one, other)| one.article == other.article);
        let in_dispute = pairs().filter(|(one, other)| is_disputed(one, other, weights).is_some()).count();
        if is_told_by_one || in_dispute * 2 < ones.len() * others.len() {
            return;
        }
        let (Some((a_from, a_to)), Some((b_from, b_to))) = (self.reach[a], self.reach[b]) else { return };
        self.unite(a, b, Some((a_from.min(b_from), a_to.max(b_to))));
    }

    /// Makes one group of two. The smaller goes into the larger, so that a chain of parents stays short.
    fn unite(&mut self, a: usize, b: usize, together: Option<(i32, i32)>) {
        let (into, from) = if self.members[a].len() >= self.members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.members[from]);
        self.members[into].extend(moved);
        self.parent[from] = into;
        self.reach[into] = together;
    }

    /// The days both groups may mean; `None` where there are none.
    fn reach_together(&self, a: usize, b: usize) -> Option<Option<(i32, i32)>> {
        match (self.reach[a], self.reach[b]) {
            (Some((a_from, a_to)), Some((b_from, b_to))) => {
                let both = (a_from.max(b_from), a_to.min(b_to));
                (both.0 < both.1).then_some(Some(both))
            }
            (one, other) => Some(one.or(other)),
        }
    }

    pub(super) fn finish(self, marks: &[u64]) -> Vec<Group> {
        let groups = self.members.into_iter().filter(|members| !members.is_empty());
        groups
            .map(|mut members| {
                members.order_by_key(|at| marks.get(*at).copied());
                Group { members, by_date: 0 }
            })
            .gather()
    }
}
