//! Room for one more label, by hanging anew those around it.

use super::label::{Block, GAP_PX, Hung, ROW_GAP_PX, Side};
use super::{Board, Held};
use crate::gather::Gather;

/// More neighbours than this are left as they are: moving them all is dear, and would be seen.
pub(super) const MAX_MOVED: usize = 12;

impl Board {
    /// Hangs a moment by hanging anew the labels around it, one row (`step`) or no more than its height from each to
    /// the next: as they are, else all of them in narrow forms.
    pub(super) fn make_room(&mut self, moment: usize, hung: Hung, step: f64, px_per_day: f64) -> bool {
        let Some(cluster) = self.cluster(moment, hung, px_per_day) else { return false };
        let packed = self.packed(&cluster, step, px_per_day);
        if packed.is_some_and(|packed| self.try_out(moment, &packed, px_per_day)) {
            return true;
        }
        let narrow: Vec<(usize, Held)> = cluster.iter().filter_map(|(m, held)| self.narrowed(*m, held.hung)).gather();
        let packed = self.packed(&narrow, step, px_per_day);
        packed.is_some_and(|packed| self.try_out(moment, &packed, px_per_day))
    }

    /// Hangs labels where they would go, and takes that back where one of them is in another's way.
    fn try_out(&mut self, moment: usize, packed: &[(usize, Held)], px_per_day: f64) -> bool {
        let before: Vec<(usize, Held)> =
            packed.iter().filter_map(|(member, _)| Some((*member, *self.hung.get(*member)?))).gather();
        self.hung.extend(packed.iter().copied());
        if packed.iter().all(|(member, held)| self.fits(*member, &held.block, px_per_day)) {
            return true;
        }
        self.hung.remove(moment);
        self.hung.extend(before);
        false
    }

    /// The narrowest form that keeps all words.
    fn narrowed(&self, moment: usize, hung: Hung) -> Option<(usize, Held)> {
        let narrowest = self.moments.get(moment)?.whole_forms.saturating_sub(1);
        Some((moment, self.held(moment, Hung { form: hung.form.max(narrowest), ..hung })?))
    }

    /// The labels that overlap a moment's columns, or those of one that does, and so on, in the order of time.
    fn cluster(&self, moment: usize, hung: Hung, px_per_day: f64) -> Option<Vec<(usize, Held)>> {
        let own = self.held(moment, hung)?;
        let (mut from, mut to) = own.block.columns(px_per_day);
        let mut members = vec![(moment, own)];
        loop {
            let before = members.len();
            members.clear();
            members.push((moment, own));
            for (other, held) in self.hung.between(self.within_reach(from / px_per_day, to / px_per_day, px_per_day)) {
                let (start, end) = held.block.columns(px_per_day);
                if *other != moment && start < to && end > from {
                    members.push((*other, *held));
                    (from, to) = (from.min(start), to.max(end));
                    if members.len() > MAX_MOVED {
                        return None;
                    }
                }
            }
            if members.len() == before {
                let at = members.iter().skip(1).take_while(|(other, _)| *other < moment).count();
                members.get_mut(..=at)?.rotate_left(1);
                return Some(members);
            }
        }
    }

    /// Each label of a cluster as high as those that must hang above it allow: right-hand ones descend with time,
    /// left-hand ones ascend. `None` where one of them would reach down to the axis.
    fn packed(&self, cluster: &[(usize, Held)], step: f64, px_per_day: f64) -> Option<Vec<(usize, Held)>> {
        let mut packed: Vec<(usize, Held)> = Vec::with_capacity(cluster.len());
        let rights = cluster.iter().filter(|(_, held)| held.hung.side == Side::Right);
        let lefts = cluster.iter().rev().filter(|(_, held)| held.hung.side == Side::Left);
        for (moment, held) in lefts.chain(rights) {
            let mut y = self.rows.top;
            for (_, Held { block: above, .. }) in &packed {
                let distance = (held.block.anchor - above.anchor).abs() * px_per_day;
                if distance < above.right.max(above.left) + GAP_PX {
                    y = y.max(above.y + step.max(above.height + ROW_GAP_PX));
                }
            }
            let block = Block { y, ..held.block };
            if block.bottom() > self.rows.floor() + 0.5 {
                return None;
            }
            packed.push((*moment, Held { hung: Hung { y, ..held.hung }, block }));
        }
        Some(packed)
    }
}
