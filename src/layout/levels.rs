//! A step of zoom with what it shows. `builder` makes them; here is what they hold, and how the rest is counted.

use super::board::{Board, Hung};
use super::builder::Ground;
use super::figure::{Edge, Figure};
use super::marks::{Marks, is_wide};
use super::plan::Stretch;
use super::tracks::{Laid, Tracks};
use crate::gather::Gather;
use crate::lookup::sorted::SortedMap;
use crate::order::InOrder;

/// Events without words closer than this share a count.
const PILL_REACH_PX: f64 = 44.0;

/// What has no room, and where that is said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pill {
    /// The time of the mark that carries it.
    pub anchor: f64,
    /// Indices into `Chronology::events`, ascending.
    pub events: Vec<u32>,
}

/// A drawn mark, and the mark whose pole its label borrows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Level {
    pub px_per_day: f64,
    /// Moments with a label, in the order of time.
    pub hung: Vec<(u32, Hung)>,
    /// Wide boxes by level of the stack, each in the order of time.
    pub stacks: Vec<Vec<u32>>,
    /// Moments whose mark is drawn, in the order of time.
    pub drawn: Vec<u32>,
    /// Moments whose mark is another's: (moment, host), in the order of time.
    pub merged: Vec<(u32, u32)>,
    /// Drawn moments with a button but no words, in the order of time.
    pub buttons: Vec<u32>,
    /// Bars: what lies in a track, in the order of time.
    pub laid: Vec<(u32, Laid)>,
    /// Counts in the order of time.
    pub pills: Vec<Pill>,
}

/// What a scale shows; `merged` are the marks that are another's, as (host, moment).
pub(super) fn level(
    ground: &Ground,
    px_per_day: f64,
    marks: &Marks,
    board: &Board,
    tracks: &Tracks,
    merged: &[(usize, usize)],
) -> Level {
    let stacks: Vec<Vec<u32>> =
        board.stacks.iter().map(|stack| stack.iter().map(|(_, moment)| *moment as u32).gather()).gather();
    let laid: Vec<(u32, Laid)> =
        tracks.laid.iter().enumerate().filter_map(|(i, laid)| laid.map(|laid| (i as u32, laid))).gather();
    let drawn: Vec<u32> = marks.drawn.iter().map(|(moment, ())| *moment as u32).gather();
    let mut level = Level {
        px_per_day,
        hung: board.hung.iter().map(|(moment, held)| (*moment as u32, held.hung)).gather(),
        stacks,
        drawn,
        merged: merged.iter().map(|(host, moment)| (*moment as u32, *host as u32)).gather(),
        buttons: Vec::new(),
        laid,
        pills: Vec::new(),
    };
    count_the_rest(ground, &mut level, board);
    level
}

/// Events without words: those with a mark of their own and room around it get a button, the others are counted.
fn count_the_rest(ground: &Ground, level: &mut Level, board: &Board) {
    let moments = &ground.moments;
    let stacked: Vec<u32> = {
        let mut all: Vec<u32> = level.stacks.iter().flatten().copied().gather();
        all.order();
        all
    };
    let has_words = |moment: u32| board.hung.contains(moment as usize) || stacked.binary_search(&moment).is_ok();
    let mut rest: Vec<Uncounted> = Vec::new();
    for (at, drawn) in level.drawn.iter().enumerate() {
        let Some(m) = moments.get(*drawn as usize) else { continue };
        if has_words(*drawn) {
            continue;
        }
        let neighbours = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
        let nearest = neighbours
            .filter_map(|i| moments.get(*level.drawn.get(i)? as usize))
            .map(|o| (o.anchor - m.anchor).abs() * level.px_per_day)
            .fold(f64::INFINITY, f64::min);
        if nearest >= ground.button_px && !is_wide(m, level.px_per_day) {
            level.buttons.push(*drawn);
        } else {
            rest.push(Uncounted { at: m.anchor, rank: m.rank, event: m.event });
        }
    }
    for (moment, host) in &level.merged {
        let (Some(m), Some(h)) = (moments.get(*moment as usize), moments.get(*host as usize)) else { continue };
        if !has_words(*moment) {
            rest.push(Uncounted { at: h.anchor, rank: m.rank, event: m.event });
        }
    }
    let laid = &level.laid;
    for (i, stretch) in ground.stretches.iter().enumerate() {
        if laid.binary_search_by_key(&(i as u32), |(at, _)| *at).is_err() {
            rest.push(Uncounted { at: known_end(stretch), rank: stretch.rank, event: stretch.event });
        }
    }
    level.pills = pills(rest, level.px_per_day);
}

/// Where a bar that is not drawn is counted: at its beginning, or at its end where the beginning is not known.
fn known_end(stretch: &Stretch) -> f64 {
    match stretch.reach.figure {
        Figure::Throughout { start: Edge::GoesOn | Edge::Unknown, .. } => stretch.reach.to,
        _ => stretch.reach.from,
    }
}

struct Uncounted {
    at: f64,
    rank: u32,
    event: u32,
}

/// Counts at the places of the most salient, no two closer than a pill is wide.
fn pills(mut rest: Vec<Uncounted>, px_per_day: f64) -> Vec<Pill> {
    rest.order_by_key(|one| one.rank);
    let reach = PILL_REACH_PX / px_per_day;
    let key = |time: f64| (time * 16.0).round() as i64;
    let mut hosts: SortedMap<i64, Pill> = SortedMap::default();
    for one in &rest {
        let is_taken = hosts
            .between(key(one.at - reach)..key(one.at + reach).saturating_add(1))
            .any(|(_, pill)| (pill.anchor - one.at).abs() < reach);
        if !is_taken {
            hosts.insert(key(one.at), Pill { anchor: one.at, events: Vec::new() });
        }
    }
    for one in rest {
        let around = hosts.between_mut(key(one.at - reach)..key(one.at + reach).saturating_add(1));
        let nearest = around.min_by(|(_, a), (_, b)| (a.anchor - one.at).abs().total_cmp(&(b.anchor - one.at).abs()));
        if let Some((_, pill)) = nearest {
            pill.events.push(one.event);
        }
    }
    let mut pills: Vec<Pill> = hosts.into_entries().map(|(_, pill)| pill).gather();
    for pill in &mut pills {
        pill.events.order();
    }
    pills
}
