//! The rows above the axis at one scale after another: which label hangs where.
//!
//! A label hangs right or left of its pole, and the pole goes straight down to the axis. Two labels are in conflict when
//! their words overlap, or when the pole of the upper one would cross the words of the lower one:
//!
//! ```text
//! | earlier       | later            right of their poles, the later one must be the lower one
//! | words |later  | words
//! |       |words  |
//! --------------------------- axis
//! ```
//!
//! Every conflict of a pair depends only on their distance in px, and ends for good once they are far enough apart.
//! So what hangs at one scale still hangs at every closer one, and a view can be panned without any label changing.
//!
//! Boxes that have grown wide stack up from the axis instead, their words over them; labels then hang above the stack.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use super::plan::Moment;
use crate::lookup::sorted::SortedMap;
use crate::order::InOrder;

/// Room between labels side by side: as much as between a pole and its words, and more than marks that merge can be
/// apart, since they lend each other a pole.
const GAP_PX: f64 = 8.0;
/// Room between a pole and the words of another label.
const POLE_GAP_PX: f64 = 6.0;
/// Room between labels one over the other.
const ROW_GAP_PX: f64 = 4.0;
/// No more boxes than this stand one over the other.
const MAX_STACK: usize = 8;
/// More neighbours than this are left as they are: moving them all is dear, and would be seen.
const MAX_MOVED: usize = 12;

/// The lowest stacked box stands this far over the axis (to its top edge).
pub(super) const STACK_BASE_PX: f64 = 30.0;
/// From one stacked box to the next.
pub(super) const STACK_PITCH_PX: f64 = 68.0;
/// The words over a stacked box keep this distance from it and from labels above them.
const STACK_WORDS_GAP_PX: f64 = 6.0;

/// Where labels hang, in px from the top of the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rows {
    pub top: f64,
    pub pitch: f64,
    pub count: usize,
    pub axis: f64,
    /// Whether labels may close up where there are more than rows. In a story of years a few rows with air between
    /// them read better; where days are apart, what happened on one of them stands in one stack.
    pub close_up_from_px_per_day: f64,
}

impl Rows {
    /// No rows: labels stand in a column instead.
    pub(super) const NONE: Self =
        Self { top: 0.0, pitch: 1.0, count: 0, axis: 0.0, close_up_from_px_per_day: f64::INFINITY };

    /// Words end above this, so that marks on the axis stay free.
    fn floor(&self) -> f64 {
        self.axis - 16.0
    }

    /// Top of the words over a box of a level of the stack.
    fn stack_top(&self, level: usize, words_px: f64) -> f64 {
        self.axis - STACK_BASE_PX - STACK_PITCH_PX * level as f64 - words_px - STACK_WORDS_GAP_PX
    }
}

/// Which way the words go from the pole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
}

/// A label on its pole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hung {
    pub y: f64,
    /// Index into the moment's forms.
    pub form: usize,
    pub side: Side,
}

/// A label as the conflict test sees it.
#[derive(Clone, Copy, Debug)]
struct Box {
    anchor: f64,
    y: f64,
    height: f64,
    /// Words reach so far left of the pole.
    left: f64,
    /// And so far right.
    right: f64,
}

impl Box {
    fn overlaps_rows_of(&self, other: &Self) -> bool {
        self.y < other.y + other.height + ROW_GAP_PX && other.y < self.y + self.height + ROW_GAP_PX
    }
}

/// Whether two labels cannot both be shown; `a` is not later than `b`.
fn is_conflict(a: &Box, b: &Box, px_per_day: f64) -> bool {
    let distance = (b.anchor - a.anchor) * px_per_day;
    if a.overlaps_rows_of(b) {
        distance < a.right + b.left + GAP_PX
    } else if distance <= 0.0 {
        // One pole for both.
        false
    } else if a.y < b.y {
        b.left > 0.0 && distance < b.left + POLE_GAP_PX
    } else {
        a.right > 0.0 && distance < a.right + POLE_GAP_PX
    }
}

/// What hangs and stands above the axis. Goes from coarse to fine scales and only ever adds.
#[derive(Clone, Debug)]
pub(super) struct Board {
    moments: Arc<[Moment]>,
    rows: Rows,
    /// Where the story ends: words right of a pole do not go past it.
    story_end: f64,
    /// The widest label there is.
    reach_px: f64,
    pub hung: SortedMap<usize, Hung>,
    /// Boxes by level of the stack and by their start in half days: the boxes of one level never overlap.
    pub stacks: Vec<SortedMap<i64, usize>>,
}

fn half_days(time: f64) -> i64 {
    (time * 2.0).round() as i64
}

impl Board {
    pub(super) fn new(moments: Arc<[Moment]>, rows: Rows, story_end: f64) -> Self {
        let reach_px = moments.iter().flat_map(|m| &m.forms).map(|form| form.width).fold(0.0, f64::max);
        let least_words = moments.iter().map(|m| m.flat.height).fold(f64::INFINITY, f64::min);
        let levels = (0..MAX_STACK).take_while(|level| rows.stack_top(*level, least_words) >= rows.top).count();
        let stacks = vec![SortedMap::default(); levels];
        Self { moments, rows, story_end, reach_px, hung: SortedMap::default(), stacks }
    }

    /// The same board with other labels and boxes on it.
    pub(super) fn with(&self, hung: SortedMap<usize, Hung>, stacks: Vec<SortedMap<i64, usize>>) -> Self {
        Self { moments: Arc::clone(&self.moments), hung, stacks, ..*self }
    }

    /// Hangs a moment in the first of its forms for which there is room. Says whether there was.
    pub(super) fn hang(&mut self, moment: usize, px_per_day: f64) -> bool {
        let Some(m) = self.moments.get(moment) else { return false };
        let around = self.neighbours(m.anchor, px_per_day);
        if self.is_full(m, &around, px_per_day) {
            return false;
        }
        let side = self.side_of(m, px_per_day);
        let hung = |form| Hung { y: self.rows.top, form, side };
        let (whole, first) = (m.whole_forms, hung(0));
        let whole_forms: Vec<Hung> = (0..whole).map(hung).collect();
        let short_forms: Vec<Hung> = (whole..m.forms.len()).map(hung).collect();
        whole_forms.into_iter().any(|hung| self.insert(moment, hung, &around, px_per_day))
            || self.make_room(moment, first, self.rows.pitch, px_per_day)
            || short_forms.into_iter().any(|hung| self.insert(moment, hung, &around, px_per_day))
            || self.may_close_up(px_per_day) && self.make_room(moment, first, 0.0, px_per_day)
    }

    fn may_close_up(&self, px_per_day: f64) -> bool {
        px_per_day >= self.rows.close_up_from_px_per_day
    }

    /// Whether the labels over a pole's place leave no room whatever their order: a cheap answer for most of a crowd.
    fn is_full(&self, m: &Moment, around: &[(usize, Box)], px_per_day: f64) -> bool {
        let place = Box { anchor: m.anchor, y: 0.0, height: 0.0, left: 0.0, right: 0.0 };
        let covers = |other: &Box| {
            let distance = (m.anchor - other.anchor) * px_per_day;
            distance < other.right + GAP_PX && -distance < other.left + GAP_PX
        };
        let over = around.iter().map(|(_, other)| other).filter(|other| covers(other));
        let (count, height) = over.fold((0, 0.0), |(n, sum), other| (n + 1, sum + other.height + ROW_GAP_PX));
        if !self.may_close_up(px_per_day) {
            return count >= self.rows.count;
        }
        let least = m.forms.iter().map(|form| form.height).fold(f64::INFINITY, f64::min);
        self.rows.top + height + least > self.limit(&place, px_per_day) + 1.0
    }

    /// The side of what hangs on the same pole; else the right, unless the words would go past the end of the story.
    /// Decided when a label is first shown and kept.
    fn side_of(&self, m: &Moment, px_per_day: f64) -> Side {
        let from = self.moments.partition_point(|other| other.anchor < m.anchor);
        let to = self.moments.partition_point(|other| other.anchor <= m.anchor);
        if let Some((_, other)) = self.hung.between(from..to).next() {
            return other.side;
        }
        let width = m.forms.first().map_or(0.0, |form| form.width);
        if (self.story_end - m.anchor) * px_per_day < width { Side::Left } else { Side::Right }
    }

    /// Gives a label that hangs in a shortened form a better one where there is room in its row by now.
    pub(super) fn improve(&mut self, moment: usize, px_per_day: f64) {
        let Some(hung) = self.hung.get(moment).copied() else { return };
        self.hung.remove(moment);
        let around = self.moments.get(moment).map(|m| self.neighbours(m.anchor, px_per_day)).unwrap_or_default();
        let better = (0..hung.form).find(|form| self.fits(moment, Hung { form: *form, ..hung }, &around, px_per_day));
        self.hung.insert(moment, Hung { form: better.unwrap_or(hung.form), ..hung });
    }

    /// Stacks a box that has grown wide; its label, if it hangs, comes down. Says whether there was room.
    pub(super) fn stack(&mut self, moment: usize, px_per_day: f64) -> bool {
        let Some(m) = self.moments.get(moment) else { return false };
        let (from, to) = (m.reach.from, m.reach.to);
        let before = self.hung.remove(moment);
        for level in 0..self.stacks.len() {
            if self.stacked_over(level, from, to).is_some() {
                continue;
            }
            if let Some(stack) = self.stacks.get_mut(level) {
                stack.insert(half_days(from), moment);
            }
            if self.clear_stack(from, to, px_per_day) {
                return true;
            }
            if let Some(stack) = self.stacks.get_mut(level) {
                stack.remove(half_days(from));
            }
            // Higher levels leave even less room above them.
            break;
        }
        if let Some(hung) = before {
            self.hung.insert(moment, hung);
        }
        false
    }

    /// Moves labels up out of the stack over a stretch. Says whether that could be done; else nothing has moved.
    fn clear_stack(&mut self, from: f64, to: f64, px_per_day: f64) -> bool {
        let is_low = |(moment, hung): &(usize, Hung)| {
            let label = self.boxed(*moment, *hung);
            label.is_some_and(|label| label.y + label.height > self.limit(&label, px_per_day))
        };
        let low: Vec<(usize, Hung)> =
            self.hung.clone_range(self.near(from, to, px_per_day)).into_iter().filter(is_low).collect();
        if low.is_empty() {
            return true;
        }
        // Making room moves neighbours of neighbours, so more than those in the stretch must be put back on failure.
        let around = MAX_MOVED as f64 * self.reach_px / px_per_day;
        let before = self.hung.clone_range(self.near(from - around, to + around, px_per_day));
        for (moment, hung) in low {
            self.hung.remove(moment);
            let around = self.neighbours(self.moments.get(moment).map_or(0.0, |m| m.anchor), px_per_day);
            let moves = self.insert(moment, hung, &around, px_per_day)
                || self.make_room(moment, hung, self.rows.pitch, px_per_day)
                || self.make_room(moment, hung, 0.0, px_per_day);
            if !moves {
                self.hung.extend(before);
                return false;
            }
        }
        true
    }

    /// Hangs a moment between the labels there are.
    fn insert(&mut self, moment: usize, hung: Hung, around: &[(usize, Box)], px_per_day: f64) -> bool {
        let rows = self.candidate_rows(moment, hung, around, px_per_day).into_iter().map(|y| Hung { y, ..hung });
        let found = rows.into_iter().find(|hung| self.fits(moment, *hung, around, px_per_day));
        if let Some(hung) = found {
            self.hung.insert(moment, hung);
        }
        found.is_some()
    }

    /// The rows, then the places directly under and over the neighbours.
    fn candidate_rows(&self, moment: usize, hung: Hung, around: &[(usize, Box)], px_per_day: f64) -> Vec<f64> {
        let mut tops: Vec<f64> = (0..self.rows.count).map(|row| self.rows.top + self.rows.pitch * row as f64).collect();
        let Some(label) = self.boxed(moment, hung).filter(|_| self.may_close_up(px_per_day)) else {
            return tops;
        };
        let mut between = Vec::new();
        for (_, other) in around {
            between.push(other.y + other.height + ROW_GAP_PX);
            between.push(other.y - label.height - ROW_GAP_PX);
        }
        between.order_by(f64::total_cmp);
        between.dedup();
        tops.extend(between);
        tops
    }

    /// Whether a label at a place is in nobody's way.
    fn fits(&self, moment: usize, hung: Hung, around: &[(usize, Box)], px_per_day: f64) -> bool {
        let Some(label) = self.boxed(moment, hung) else { return false };
        if label.y < self.rows.top - 0.5 || label.y + label.height > self.limit(&label, px_per_day) + 0.5 {
            return false;
        }
        self.conflicting(moment, &label, around, px_per_day).next().is_none()
    }

    /// The labels that one at a place would be in conflict with.
    fn conflicting(
        &self,
        moment: usize,
        label: &Box,
        around: &[(usize, Box)],
        px_per_day: f64,
    ) -> impl Iterator<Item = usize> {
        let is_conflicting = move |(other, neighbour): &&(usize, Box)| match (*other).cmp(&moment) {
            Ordering::Less => is_conflict(neighbour, label, px_per_day),
            Ordering::Equal => false,
            Ordering::Greater => is_conflict(label, neighbour, px_per_day),
        };
        around.iter().filter(is_conflicting).map(|(other, _)| *other)
    }

    /// The labels that one hung at a time could meet.
    fn neighbours(&self, time: f64, px_per_day: f64) -> Vec<(usize, Box)> {
        let near = self.hung.between(self.within_reach(time, time, px_per_day));
        near.filter_map(|(other, hung)| Some((*other, self.boxed(*other, *hung)?))).collect()
    }

    /// Labels whose words or poles may lie over a stretch of time.
    fn near(&self, from: f64, to: f64, px_per_day: f64) -> Vec<usize> {
        self.hung.between(self.within_reach(from, to, px_per_day)).map(|(moment, _)| *moment).collect()
    }

    /// The moments so near a stretch that a label of theirs could touch one in it.
    fn within_reach(&self, from: f64, to: f64, px_per_day: f64) -> Range<usize> {
        let reach = (2.0 * self.reach_px + GAP_PX) / px_per_day;
        let start = self.moments.partition_point(|m| m.anchor < from - reach);
        start..self.moments.partition_point(|m| m.anchor <= to + reach).max(start)
    }

    /// The lowest that words may reach at a label's place: the floor, or the stack under it.
    fn limit(&self, label: &Box, px_per_day: f64) -> f64 {
        let from = label.anchor - (label.left + POLE_GAP_PX) / px_per_day;
        let to = label.anchor + (label.right + POLE_GAP_PX) / px_per_day;
        let tops = (0..self.stacks.len()).filter_map(|level| {
            let moment = self.moments.get(self.stacked_over(level, from, to)?)?;
            Some(self.rows.stack_top(level, moment.flat.height))
        });
        tops.fold(self.rows.floor(), f64::min)
    }

    /// A box of a level of the stack that lies over a stretch.
    fn stacked_over(&self, level: usize, from: f64, to: f64) -> Option<usize> {
        let stack = self.stacks.get(level)?;
        let (_, last) = stack.between(i64::MIN..half_days(to)).next_back()?;
        let m = self.moments.get(*last)?;
        (m.reach.to > from).then_some(*last)
    }

    fn boxed(&self, moment: usize, hung: Hung) -> Option<Box> {
        let m = self.moments.get(moment)?;
        let form = m.forms.get(hung.form)?;
        let (left, right) = match hung.side {
            Side::Right => (0.0, form.width),
            Side::Left => (form.width, 0.0),
        };
        Some(Box { anchor: m.anchor, y: hung.y, height: form.height, left, right })
    }

    /// Hangs a moment by hanging anew the labels around it, one row (`step`) or no more than its height from each to
    /// the next: as they are, else all of them in narrow forms.
    fn make_room(&mut self, moment: usize, hung: Hung, step: f64, px_per_day: f64) -> bool {
        let Some(cluster) = self.cluster(moment, hung, px_per_day) else { return false };
        let narrow: Vec<(usize, Hung)> = cluster.iter().map(|(m, hung)| (*m, self.narrowed(*m, *hung))).collect();
        for choice in [cluster, narrow] {
            let packed = self.packed(&choice, step, px_per_day);
            let before = self.hung.clone_range(choice.iter().map(|(moment, _)| *moment));
            self.hung.extend(packed.iter().copied());
            if packed.iter().all(|(moment, hung)| self.stands(*moment, *hung, px_per_day)) {
                return true;
            }
            self.hung.remove(moment);
            self.hung.extend(before);
        }
        false
    }

    /// Whether a label that hangs is in nobody's way.
    fn stands(&self, moment: usize, hung: Hung, px_per_day: f64) -> bool {
        let Some(m) = self.moments.get(moment) else { return false };
        self.fits(moment, hung, &self.neighbours(m.anchor, px_per_day), px_per_day)
    }

    /// The narrowest form that keeps all words.
    fn narrowed(&self, moment: usize, hung: Hung) -> Hung {
        let narrowest = self.moments.get(moment).map_or(0, |m| m.whole_forms.saturating_sub(1));
        Hung { form: hung.form.max(narrowest), ..hung }
    }

    /// The labels that overlap a moment's columns, or those of one that does, and so on, with their forms.
    fn cluster(&self, moment: usize, hung: Hung, px_per_day: f64) -> Option<Vec<(usize, Hung)>> {
        let own = self.boxed(moment, hung)?;
        let columns = |label: &Box| {
            let x = label.anchor * px_per_day;
            (x - label.left - GAP_PX, x + label.right + GAP_PX)
        };
        let (mut from, mut to) = columns(&own);
        let mut members = SortedMap::from_iter([(moment, hung)]);
        loop {
            let before = members.len();
            for other in self.near(from / px_per_day, to / px_per_day, px_per_day) {
                let Some(hung) = self.hung.get(other).filter(|_| other != moment) else { continue };
                let Some(label) = self.boxed(other, *hung) else { continue };
                let (start, end) = columns(&label);
                if start < to && end > from {
                    members.insert(other, *hung);
                    (from, to) = (from.min(start), to.max(end));
                    if members.len() > MAX_MOVED {
                        return None;
                    }
                }
            }
            if members.len() == before {
                return Some(members.into_entries().collect());
            }
        }
    }

    /// Each label of a cluster as high as those that must hang above it allow: right-hand ones descend with time,
    /// left-hand ones ascend.
    fn packed(&self, cluster: &[(usize, Hung)], step: f64, px_per_day: f64) -> Vec<(usize, Hung)> {
        let mut packed: Vec<(usize, Hung)> = Vec::new();
        let rights = cluster.iter().filter(|(_, hung)| hung.side == Side::Right);
        let lefts = cluster.iter().rev().filter(|(_, hung)| hung.side == Side::Left);
        for (moment, hung) in lefts.chain(rights) {
            let mut hung = Hung { y: self.rows.top, ..*hung };
            let Some(label) = self.boxed(*moment, hung) else { continue };
            for (other, above) in &packed {
                let Some(above) = self.boxed(*other, *above) else { continue };
                let distance = (label.anchor - above.anchor).abs() * px_per_day;
                if distance < above.right.max(above.left) + GAP_PX {
                    hung.y = hung.y.max(above.y + step.max(above.height + ROW_GAP_PX));
                }
            }
            packed.push((*moment, hung));
        }
        packed
    }

    /// The place for a chosen moment that takes the fewest labels away, and those labels.
    pub(super) fn forced(&self, moment: usize, px_per_day: f64) -> Option<(Hung, Vec<usize>)> {
        let m = self.moments.get(moment)?;
        let around = self.neighbours(m.anchor, px_per_day);
        let first = Hung { y: self.rows.top, form: 0, side: self.side_of(m, px_per_day) };
        let rows = self.candidate_rows(moment, first, &around, px_per_day).into_iter().filter_map(|y| {
            let hung = Hung { y, ..first };
            let label = self.boxed(moment, hung)?;
            let is_inside = y >= self.rows.top - 0.5 && y + label.height <= self.limit(&label, px_per_day) + 0.5;
            is_inside.then(|| (hung, self.conflicting(moment, &label, &around, px_per_day).collect()))
        });
        rows.min_by_key(|(_, taken): &(Hung, Vec<usize>)| taken.len())
    }
}

/// The entries of some keys.
trait CloneRange {
    fn clone_range(&self, keys: impl IntoIterator<Item = usize>) -> Vec<(usize, Hung)>;
}

impl CloneRange for SortedMap<usize, Hung> {
    fn clone_range(&self, keys: impl IntoIterator<Item = usize>) -> Vec<(usize, Hung)> {
        keys.into_iter().filter_map(|key| self.get(key).map(|hung| (key, *hung))).collect()
    }
}
