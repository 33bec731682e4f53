//! Labels on their poles, and the words over wide boxes.

use super::super::arrangement::{Align, PlacedLabel, Pole};
use super::super::board::{Hung, Side, half_days};
use super::super::forms::Form;
use super::super::levels::Level;
use super::super::marks::mark_edges;
use super::super::plan::{Moment, Plan};
use super::Frame;
use super::points::STACKED_PX;
use crate::float;
use crate::gather::Gather;
use crate::order::InOrder;

/// A label whose mark has merged into another's moves towards that by so much: not half the gap between labels.
const LENT_PX: f64 = 3.9;
/// Least room for words over a wide box.
const MIN_WORDS_PX: f64 = 90.0;
/// Words over a wide box stand this far right of a pole that crosses it.
const CLEAR_OF_POLE_PX: f64 = 8.0;
/// Words over a wide box end this far above it.
const OVER_BOX_PX: f64 = 4.0;

impl Frame<'_> {
    pub(super) fn add_labels(&mut self, level: &Level) {
        let visible: Vec<(u32, Hung)> = self.near_view(&level.hung, |(m, _)| *m, 260.0).to_vec();
        let (forced, taken) = self.plan.forced_label(level, self.chosen, &visible);
        let kept = visible.into_iter().filter(|(moment, _)| !taken.contains(moment));
        let mut pole = f64::NEG_INFINITY;
        for (index, hung) in kept.chain(forced) {
            let Some(moment) = self.plan.moments.get(index as usize) else { continue };
            let own = self.scale.x_from_time(moment.anchor);
            let lent = self.plan.host_of(level, index).map_or(own, |host| self.scale.x_from_time(host.anchor));
            // Two labels must not change their order by it.
            let before = if forced == Some((index, hung)) { own } else { pole };
            pole = float::clamped(lent, own - LENT_PX, own + LENT_PX).max(before);
            self.add_label(moment, hung, pole);
        }
        for index in taken {
            let Some(moment) = self.plan.moments.get(index as usize) else { continue };
            let x = self.scale.x_from_time(moment.anchor);
            self.push_button(moment.event, x, self.plan.rows.axis);
        }
    }

    fn add_label(&mut self, moment: &Moment, hung: Hung, x: f64) {
        let Some(form) = moment.forms.get(hung.form) else { return };
        let (left, align) = match hung.side {
            Side::Right => (x, Align::Start),
            Side::Left => (x - form.width, Align::End),
        };
        if left + form.width <= 0.0 || left >= self.scale.length_px {
            return;
        }
        let is_chosen = self.is_chosen(moment.event);
        self.arrangement.labels.push(PlacedLabel {
            event: moment.event as usize,
            left,
            top: hung.y,
            width: form.width,
            height: form.height,
            align,
            date: form.date.clone(),
            headline: form.headline.clone(),
            is_lead: moment.is_lead,
            is_chosen,
        });
        let top = hung.y + 2.0;
        self.crossing.push((x, top));
        self.arrangement.poles.push(Pole { points: vec![(x, top), (x, self.plan.rows.axis)], is_chosen });
    }

    /// Words over wide boxes: at the start of the part in view, moved right where poles would cross them.
    pub(super) fn add_box_words(&mut self, level: &Level) {
        for (moment, top) in self.stacked_in_view(level) {
            let (from, to) = mark_edges(moment, self.px_per_day());
            let start = (from + self.origin()).max(0.0);
            let end = (to + self.origin()).min(self.scale.length_px);
            let poles: Vec<f64> =
                self.crossing.iter().filter(|(_, pole_top)| *pole_top < top).map(|(x, _)| *x).gather();
            let placed = free_stretches(start, end, poles).into_iter().find_map(|(from, to)| {
                let forms = std::iter::once(&moment.flat).chain(&moment.forms);
                let fits = |form: &&Form| form.width <= to - from && form.height <= moment.over_box_px;
                forms.into_iter().find(fits).map(|form| (from, form))
            });
            let Some((left, form)) = placed else {
                self.push_button(moment.event, f64::midpoint(start, end), top + STACKED_PX / 2.0);
                continue;
            };
            self.arrangement.labels.push(PlacedLabel {
                event: moment.event as usize,
                left,
                top: top - OVER_BOX_PX - form.height,
                width: form.width,
                height: form.height,
                align: Align::Under,
                date: form.date.clone(),
                headline: form.headline.clone(),
                is_lead: moment.is_lead,
                is_chosen: self.is_chosen(moment.event),
            });
        }
    }
}

/// The parts of a stretch between poles that are wide enough for words.
fn free_stretches(start: f64, end: f64, mut poles: Vec<f64>) -> Vec<(f64, f64)> {
    poles.order_by(f64::total_cmp);
    let mut found = Vec::new();
    let mut from = start;
    for pole in poles.into_iter().filter(|x| *x > start - CLEAR_OF_POLE_PX && *x < end).chain([f64::INFINITY]) {
        let to = end.min(pole - CLEAR_OF_POLE_PX / 2.0);
        if to - from >= MIN_WORDS_PX {
            found.push((from, to));
        }
        from = from.max(pole + CLEAR_OF_POLE_PX);
    }
    found
}

impl Plan {
    /// The moment whose mark stands for another's that has merged into it.
    fn host_of(&self, level: &Level, index: u32) -> Option<&Moment> {
        let at = level.merged.binary_search_by_key(&index, |(moment, _)| *moment).ok()?;
        self.moments.get(level.merged.get(at)?.1 as usize)
    }

    /// A label for a chosen moment that has none at this level, and the labels that make room for it.
    fn forced_label(
        &self,
        level: &Level,
        chosen: Option<usize>,
        visible: &[(u32, Hung)],
    ) -> (Option<(u32, Hung)>, Vec<u32>) {
        let none = (None, Vec::new());
        let Some(index) = chosen.and_then(|event| self.moment_by_event.get(event).copied().flatten()) else {
            return none;
        };
        let is_stacked = level.stacks.iter().any(|stack| stack.contains(&index));
        let Some(moment) = self.moments.get(index as usize) else { return none };
        let is_hung = level.hung.binary_search_by_key(&index, |(m, _)| *m).is_ok();
        if is_hung || is_stacked || moment.forms.is_empty() {
            return none;
        }
        let hung = visible.iter().map(|(m, hung)| (*m as usize, *hung));
        let entries = |stack: &Vec<u32>| stack.iter().filter_map(|m| self.stack_entry(*m)).collect();
        let board = self.builder.board.with(hung, level.stacks.iter().map(entries).gather());
        match board.forced(index as usize, level.px_per_day) {
            Some((hung, taken)) => (Some((index, hung)), taken.into_iter().map(|m| m as u32).collect()),
            None => none,
        }
    }

    fn stack_entry(&self, moment: u32) -> Option<(i64, usize)> {
        let m = self.moments.get(moment as usize)?;
        Some((half_days(m.reach.from), moment as usize))
    }
}
