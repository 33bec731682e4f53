//! How alike two reports are, and whether their dates can be one.

use super::candidate::{Candidate, Standing};
use super::model::{Extent, Status};
use crate::calendar::{Bound, Edtf, Grain};
use crate::lookup::words::WordMap;
use crate::order::InOrder;

/// How much each key tells: rare ones much, those of the whole story little.
#[derive(Debug, Default)]
pub(super) struct Weights {
    counts: WordMap<u32>,
    total: u32,
    /// First days of the dated candidates, in order once all are added.
    starts: Vec<i32>,
}

impl Weights {
    pub(super) fn add(&mut self, candidate: &Candidate) {
        self.total += 1;
        self.starts.extend(candidate.date.map(|date| reach(date).0));
        for key in candidate.keys.iter() {
            if let Some(count) = self.counts.value_mut(key) {
                *count += 1;
            }
        }
    }

    /// To be called when all candidates are added, before any two are compared.
    pub(super) fn settle(&mut self) {
        self.starts.order();
    }

    /// How many candidates there are that two of these dates could be mixed up with, as thirds of its binary logarithm.
    fn crowd(&self, a: &Candidate, b: &Candidate) -> u32 {
        let count = match (a.date, b.date) {
            (Some(one), Some(other)) => {
                let (a_from, a_to) = reach_told(a, one);
                let (b_from, b_to) = reach_told(b, other);
                let before = |day: i32| self.starts.partition_point(|start| *start < day);
                before(a_to.max(b_to)) - before(a_from.min(b_from))
            }
            _ => self.total as usize,
        };
        u64::try_from(count.clamp(1, 1_000_000)).unwrap_or(1).pow(3).ilog2()
    }

    /// In how many candidates a key stands.
    pub(super) fn count(&self, key: &str) -> u32 {
        self.counts.get(key).copied().unwrap_or(0)
    }

    /// 2 for a key in every candidate, up to 16 for one in few; a name counts half as much again.
    pub(super) fn of(&self, key: &str) -> u32 {
        let count = self.count(key).max(1);
        let rarity = (self.total.max(count) / count).ilog2().min(7);
        let weight = 2 + 2 * rarity;
        if key.starts_with('=') { weight + weight / 2 } else { weight }
    }
}

/// How the dates of two reports stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dates {
    /// The same day.
    SameDay,
    /// Within a month, or one says "about" and the other is near.
    Near,
    /// Within the same year or two.
    SameYear,
    /// They overlap over more than that.
    Coarse,
    /// One of them has none.
    Unknown,
    /// They cannot be one.
    Apart,
}

/// A lead is published up to so many days after what it reports.
const NEWS_LAG_DAYS: i32 = 7;

/// The days that a candidate's date may mean, with room where it says "about".
pub(super) fn reach(date: Edtf) -> (i32, i32) {
    let from = date.first_day().map_or(i32::MIN / 4, |day| day.ordinal());
    let to = date.end_day().map_or(i32::MAX / 4, |day| day.ordinal());
    let room = |bound: Bound| match bound {
        Bound::Date(date) if date.is_approximate() => match date.period.grain() {
            Grain::Day => NEWS_LAG_DAYS,
            Grain::Year => 366,
            _ => 31,
        },
        _ => 0,
    };
    (from - room(date.start()), to + room(date.end()))
}

/// The same as the candidate's article could know it: what goes on ends for it on the day of publication.
fn reach_told(candidate: &Candidate, date: Edtf) -> (i32, i32) {
    let (from, to) = reach(date);
    let published = candidate.published.and_then(Edtf::end_day).filter(|_| date.end() == Bound::Open);
    (from, published.map_or(to, |day| day.ordinal().max(from.saturating_add(1))))
}

/// Whether `told` was published before `other` happened, so that it cannot tell of it as past.
fn is_too_early(told: &Candidate, other: &Candidate) -> bool {
    let published = told.published.and_then(Edtf::end_day);
    let is_past = told.status != Status::Planned;
    is_past && matches!((published, other.date.and_then(Edtf::first_day)), (Some(end), Some(first)) if end <= first)
}

/// How two candidates' dates stand to each other.
pub(super) fn dates(a: &Candidate, b: &Candidate) -> Dates {
    if is_too_early(a, b) || is_too_early(b, a) {
        return Dates::Apart;
    }
    let (Some(first), Some(second)) = (a.date, b.date) else {
        let known = a.date.or(b.date);
        let after = a.after.or(b.after);
        // "After August 2021" cannot be what happened in 1979.
        let too_early = matches!((known.and_then(Edtf::end_day), after.and_then(Edtf::first_day)), (Some(end), Some(after)) if end <= after);
        return if too_early { Dates::Apart } else { Dates::Unknown };
    };
    let (a_from, a_to) = reach_told(a, first);
    let (b_from, b_to) = reach_told(b, second);
    let overlap = a_to.min(b_to).saturating_sub(a_from.max(b_from));
    if overlap <= 0 {
        return Dates::Apart;
    }
    let (a_len, b_len) = (a_to.saturating_sub(a_from), b_to.saturating_sub(b_from));
    if a.extent != b.extent && overlap < a_len.max(b_len) / 3 {
        // A moment inside a span is not the span.
        return Dates::Apart;
    }
    if a.extent == Extent::Throughout && b.extent == Extent::Throughout && overlap < a_len.max(b_len) / 2 {
        return Dates::Apart;
    }
    match a_len.max(b_len) {
        i32::MIN..=1 => Dates::SameDay,
        2..=40 => Dates::Near,
        41..=800 => Dates::SameYear,
        _ => Dates::Coarse,
    }
}

/// How alike two candidates are, 0 to 100: what their keys share, by weight.
pub(super) fn likeness(a: &Candidate, b: &Candidate, weights: &Weights) -> u32 {
    let (likeness, shared_words) = shared_part(a, b, weights);
    if shared_words == 0 && a.action != b.action { 0 } else { likeness }
}

/// What the keys of two candidates share, 0 to 100, and how many of those are no names.
fn shared_part(a: &Candidate, b: &Candidate, weights: &Weights) -> (u32, u32) {
    let mut shared = 0;
    let mut shared_words = 0;
    for key in a.keys.shared(&b.keys) {
        let weight = weights.of(key);
        shared += weight;
        shared_words += u32::from(!key.starts_with('='));
    }
    let sum = |candidate: &Candidate| candidate.keys.iter().map(|key| weights.of(key)).sum::<u32>().max(1);
    let (sum_a, sum_b) = (sum(a), sum(b));
    // Between what the two share of both and of the shorter: a short phrase may retell a long sentence.
    let of_both = 200 * shared / (sum_a + sum_b);
    let of_shorter = 100 * shared / sum_a.min(sum_b);
    ((2 * of_both + of_shorter) / 3, shared_words)
}

/// The likeness that the body of an article needs to its own lead.
const RETOLD: u32 = 18;

/// The likeness that two spans of one kind over the same years need: a set seldom tells of two such wars.
const SAME_SPAN: u32 = 12;

/// Whether two spans cover nearly the same years.
fn is_same_span(a: &Candidate, b: &Candidate) -> bool {
    let days = |candidate: &Candidate| {
        let date = candidate.date.filter(|_| candidate.extent == Extent::Throughout)?;
        date.first_day()?;
        Some(reach_told(candidate, date))
    };
    let (Some((a_from, a_to)), Some((b_from, b_to))) = (days(a), days(b)) else { return false };
    let (both, either) = (a_to.min(b_to) - a_from.max(b_from), a_to.max(b_to) - a_from.min(b_from));
    both * 4 >= either * 3
}

/// Families of what happens to the same one but once in a year or two, whatever words tell it.
const ONCE: [&str; 16] = [
    "acquit",
    "arrest",
    "birth",
    "burial",
    "charge",
    "convict",
    "complete",
    "die",
    "disappear",
    "extradite",
    "inaugurate",
    "marriage",
    "quash",
    "resign",
    "sink",
    "unveil",
];

/// The likeness that two reports of such a thing need where they name the same one.
const SAME_ONE: u32 = 8;

/// Whether both tell that the same one was born, convicted or buried: the one who does it or whom it is done to.
fn is_once(a: &Candidate, b: &Candidate) -> bool {
    let same_one = a.actor.is_some() && a.actor == b.actor;
    let names_other = |one: &Candidate, other: &Candidate| {
        other.actor.as_ref().is_some_and(|actor| actor.contains(' ') && one.participants.contains(actor))
    };
    a.action == b.action && ONCE.contains(&a.action.as_str()) && (same_one || names_other(a, b) || names_other(b, a))
}

/// The likeness that two reports of a day need which one of them recalls long after: such a day is told for one thing.
const RECALLED: [u32; 3] = [10, 16, 24];

/// So many days after a day, an article recalls it.
const RECALLED_AFTER: i32 = 21;

/// Whether two articles tell of the same exact day, and one of them long after.
fn is_same_recalled_day(a: &Candidate, b: &Candidate) -> bool {
    let day = |candidate: &Candidate| {
        let date = candidate.date.filter(|date| !date.is_approximate())?;
        date.single().filter(|period| period.grain() == Grain::Day)?;
        date.first_day()
    };
    let (Some(one), Some(other)) = (day(a), day(b)) else { return false };
    let is_long_after = |candidate: &Candidate| {
        let published = candidate.published.and_then(Edtf::first_day);
        published.is_some_and(|published| published.days_since(one) > RECALLED_AFTER)
    };
    // In a large set much happens on one day: they have a name in common, and not only the day.
    let shares_name = || {
        a.keys
            .shared(&b.keys)
            .any(|key| key.strip_prefix('=').is_some_and(|name| !name.starts_with(|c: char| c.is_ascii_digit())))
    };
    a.article != b.article && one == other && (is_long_after(a) || is_long_after(b)) && shares_name()
}

/// Families of verbs that say little of what happened: what they are said with does.
const PLAIN: [&str; 29] = [
    "ask", "become", "begin", "bring", "call", "come", "do", "get", "give", "go", "have", "hold", "keep", "know",
    "make", "offer", "put", "say", "see", "seek", "show", "start", "take", "tell", "think", "use", "want", "work",
    "write",
];

/// How what two candidates tell compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// The same main verb or head noun, by family.
    Same,
    /// One tells among its words what the other does, or both tell a third thing.
    Related,
    /// Nothing of the kind.
    Other,
}

/// Pairs of families that may be told of one event: who sells and who buys, the attack and those whom it killed.
const KINDRED: [(&str, &str); 26] = [
    ("attack", "die"),
    ("attack", "invade"),
    ("attack", "kill"),
    ("back", "award"),
    ("ban", "suspend"),
    ("buy", "sell"),
    ("collide", "die"),
    ("crash", "die"),
    ("die", "kill"),
    ("elect", "power"),
    ("elect", "win"),
    ("fall", "die"),
    ("fall", "kill"),
    ("fire", "die"),
    ("flood", "die"),
    ("inaugurate", "power"),
    ("invade", "war"),
    ("launch", "open"),
    ("lose", "win"),
    ("publish", "release"),
    ("quake", "die"),
    ("quake", "kill"),
    ("resign", "sack"),
    ("resign", "withdraw"),
    ("seize", "power"),
    ("sink", "die"),
];

fn act(a: &Candidate, b: &Candidate) -> Act {
    let is_plain = PLAIN.contains(&a.action.as_str());
    let is_same = a.action == b.action;
    let does_so = |one: &Candidate, other: &Candidate| {
        one.actions.contains(&other.action) || KINDRED.contains(&(one.action.as_str(), other.action.as_str()))
    };
    if is_same && !is_plain {
        Act::Same
    } else if is_same && a.actor.is_some() && a.actor == b.actor
        || does_so(a, b)
        || does_so(b, a)
        || a.actions.shared(&b.actions).next().is_some()
    {
        Act::Related
    } else {
        Act::Other
    }
}

/// What two subjects of different names cost: less where each sentence names the other's.
fn actors_apart(a: &Candidate, b: &Candidate) -> u32 {
    let (Some(one), Some(other)) = (&a.actor, &b.actor) else { return 0 };
    let names = |candidate: &Candidate, name: &str| candidate.participants.iter().any(|held| held == name);
    match (one == other, names(a, other) || names(b, one)) {
        (true, _) => 0,
        (false, true) => 5,
        (false, false) => 14,
    }
}

/// The likeness that two reports of the same act, of related ones and of others need where nothing else happened then,
/// and tenths of what each doubling of the candidates adds that they might be mixed up with.
const NEEDED: [(u32, u32); 3] = [(12, 30), (14, 48), (30, 36)];

/// Whether two candidates report one event: the likeness that it takes depends on how their dates fit.
pub(super) fn is_same(a: &Candidate, b: &Candidate, weights: &Weights) -> Option<u32> {
    if a.article == b.article && a.sentence == b.sentence {
        return None;
    }
    let dates = dates(a, b);
    let act = act(a, b);
    if dates == Dates::Apart {
        return None;
    }
    let (least, per_doubling) = NEEDED[act as usize];
    let needed = least + per_doubling * weights.crowd(a, b) / 30;
    // "In the 1990s it rose to power" and "in 1996 it took power" may be two steps: only the same verb makes them one.
    let is_decade = |candidate: &Candidate| {
        candidate.date.and_then(Edtf::single).is_some_and(|period| period.grain() >= Grain::Decade)
    };
    if act != Act::Same && is_decade(a) != is_decade(b) && a.date.is_some() && b.date.is_some() {
        return None;
    }
    // "during the Soviet-Afghan War": a period that a named happening filled is that happening.
    let is_named = act == Act::Same
        && (a.name.is_some() || b.name.is_some())
        && a.extent == b.extent
        && a.extent == Extent::Throughout;
    // What an article leads with it tells again, with its date.
    let is_retold = a.article == b.article
        && (a.standing == Standing::Lead || b.standing == Standing::Lead)
        && matches!(dates, Dates::SameDay | Dates::Near)
        && act != Act::Other;
    let needed = if is_retold { RETOLD } else { needed };
    let needed = if act == Act::Same && is_same_span(a, b) { SAME_SPAN } else { needed };
    let needed = if is_once(a, b) && dates < Dates::Coarse { SAME_ONE } else { needed };
    let is_recalled = is_same_recalled_day(a, b);
    let needed = if is_recalled { needed.min(RECALLED[act as usize]) } else { needed };
    let needed = needed + actors_apart(a, b) - if is_named { 6 } else { 0 };
    let both_undated = a.date.is_none() && b.date.is_none();
    if both_undated && (a.standing == Standing::Support || b.standing == Standing::Support) {
        return None;
    }
    let likeness = if is_recalled { shared_part(a, b, weights).0 } else { likeness(a, b, weights) };
    (likeness >= needed).then(|| 100 + likeness - needed.min(99))
}
