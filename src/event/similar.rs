//! How alike two reports are, and whether they are of one event.

use super::candidate::{Candidate, Standing};
use super::dates::{Dates, dates, is_same_span, reach, reach_told};
use super::model::Extent;
use crate::calendar::{Edtf, Grain};
use crate::lookup::words::WordMap;
use crate::order::InOrder;

/// How much each key tells: rare ones much, those of the whole story little.
#[derive(Debug, Default)]
pub(super) struct Weights {
    counts: WordMap<Count>,
    total: u32,
    /// First days of the dated candidates, in order once all are added.
    starts: Vec<i32>,
}

/// In how many candidates a key stands.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    told: u32,
    /// What is told in passing says nothing of how much happened.
    in_passing: u32,
}

impl Weights {
    pub(super) fn add(&mut self, candidate: &Candidate) {
        let is_passing = candidate.standing == Standing::Passing;
        for key in candidate.keys.iter() {
            if let Some(count) = self.counts.value_mut(key) {
                *if is_passing { &mut count.in_passing } else { &mut count.told } += 1;
            }
        }
        if !is_passing {
            self.total += 1;
            self.starts.extend(candidate.date.map(|date| reach(date).0));
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

    /// In how many candidates a key stands that are more than told in passing.
    pub(super) fn count(&self, key: &str) -> u32 {
        self.counts.get(key).map_or(0, |count| count.told)
    }

    /// Whether a key stands in more than one report, those in passing among them.
    pub(super) fn is_shared(&self, key: &str) -> bool {
        self.counts.get(key).is_some_and(|count| count.told + count.in_passing > 1)
    }

    /// 2 for a key in every candidate, up to 16 for one in few; a name counts half as much again.
    pub(super) fn of(&self, key: &str) -> u32 {
        let count = self.count(key).max(1);
        let rarity = (self.total.max(count) / count).ilog2().min(7);
        let weight = 2 + 2 * rarity;
        if key.starts_with('=') { weight + weight / 2 } else { weight }
    }
}

/// How alike two candidates are, 0 to 100: what their keys share, by weight.
pub(super) fn likeness(a: &Candidate, b: &Candidate, weights: &Weights) -> u32 {
    told_alike(a, b, act(a, b), shared_part(a, b, weights))
}

/// The likeness of two candidates, where they share more than names that much else has.
fn told_alike(a: &Candidate, b: &Candidate, act: Act, shared: Shared) -> u32 {
    // Two who do different things in one town have the town and its country in common, and no more.
    let names = || a.keys.shared(&b.keys).filter(|key| is_name(key)).count();
    let is_told = shared.words > 0 || act != Act::Other || names() > 1 && actors_apart(a, b) == 0;
    if is_told { shared.likeness } else { 0 }
}

/// What the keys of two candidates share.
#[derive(Clone, Copy, Debug)]
struct Shared {
    /// Of all their keys, 0 to 100.
    likeness: u32,
    /// By weight.
    weight: u32,
    /// How many of those are no names.
    words: u32,
}

fn shared_part(a: &Candidate, b: &Candidate, weights: &Weights) -> Shared {
    let mut shared = 0;
    let mut words = 0;
    for key in a.keys.shared(&b.keys) {
        let weight = weights.of(key);
        shared += weight;
        words += u32::from(!key.starts_with('='));
    }
    let sum = |candidate: &Candidate| candidate.keys.iter().map(|key| weights.of(key)).sum::<u32>().max(1);
    let (sum_a, sum_b) = (sum(a), sum(b));
    // Between what the two share of both and of the shorter: a short phrase may retell a long sentence.
    let of_both = 200 * shared / (sum_a + sum_b);
    let of_shorter = 100 * shared / sum_a.min(sum_b);
    Shared { likeness: (2 * of_both + of_shorter) / 3, weight: shared, words }
}

/// Whether a key is a name, and not a word or a day.
fn is_name(key: &str) -> bool {
    key.strip_prefix('=').is_some_and(|name| !name.starts_with(|c: char| c.is_ascii_digit()))
}

/// The likeness that the body of an article needs to its own lead.
const RETOLD: u32 = 18;

/// The likeness that two spans of one kind over the same years need: a set seldom tells of two such wars.
const SAME_SPAN: u32 = 12;

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

/// Whether an article tells of something long after.
fn is_recalled(candidate: &Candidate) -> bool {
    let published = candidate.published.and_then(Edtf::first_day);
    let lag = || Some(published?.days_since(candidate.date?.end_day()?));
    lag().is_some_and(|lag| lag >= RECALLED_AFTER)
}

/// Whether two articles tell of the same exact day, and one of them long after.
fn is_same_recalled_day(a: &Candidate, b: &Candidate) -> bool {
    let day = |candidate: &Candidate| {
        let date = candidate.date.filter(|date| !date.is_approximate())?;
        date.single().filter(|period| period.grain() == Grain::Day)?;
        date.first_day()
    };
    let (Some(one), Some(other)) = (day(a), day(b)) else { return false };
    // In a large set much happens on one day: they have a name in common, and not only the day.
    let shares_name = || a.keys.shared(&b.keys).any(|key| is_name(key));
    a.article != b.article && one == other && (is_recalled(a) || is_recalled(b)) && shares_name()
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

/// The likeness that two articles need which tell of the same one at a time for which little else is told.
const ONE_OF_FEW: u32 = 10;

/// Below this crowd at most one other thing is told of a time.
const FEW: u32 = 5;

/// Whether two articles tell what the same one did, of a day or a month for which little else is told: "stopped paying in
/// October 2017" and "October 2017: the builder defaults". An arrest and a conviction are two.
fn is_one_of_few(a: &Candidate, b: &Candidate, dates: Dates, crowd: u32) -> bool {
    let same_one = a.actor.is_some() && a.actor == b.actor;
    a.article != b.article && same_one && dates <= Dates::Near && crowd < FEW && !are_steps(a, b)
}

/// Whether two reports tell of two steps of what happens but once: an arrest and a conviction.
pub(super) fn are_steps(a: &Candidate, b: &Candidate) -> bool {
    let is_step = |candidate: &Candidate| ONCE.contains(&candidate.action.as_str()) || candidate.action == "plead";
    a.action != b.action && (is_step(a) || is_step(b))
}

/// Pairs of families that may be told of one event: who sells and who buys, the attack and those whom it killed.
const KINDRED: [(&str, &str); 29] = [
    ("attack", "die"),
    ("attack", "invade"),
    ("attack", "kill"),
    ("back", "award"),
    ("ban", "suspend"),
    ("buy", "sell"),
    ("collide", "die"),
    ("crash", "die"),
    ("die", "kill"),
    ("drop", "release"),
    ("elect", "power"),
    ("elect", "win"),
    ("fail", "fall"),
    ("fall", "die"),
    ("fall", "kill"),
    ("fire", "die"),
    ("flood", "die"),
    ("fly", "withdraw"),
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

/// The likeness that what is told in passing needs, by how what it tells compares.
const PASSING: [u32; 3] = [4, 8, 10];

/// Whether the words around a date in passing tell of a report that stands for itself: the more there is that they might
/// be mixed up with, the rarer what they share.
fn passing(a: &Candidate, b: &Candidate, act: Act, weights: &Weights) -> Option<u32> {
    let crowd = weights.crowd(a, b);
    let needed = PASSING[act as usize] + 2 * crowd;
    let Shared { likeness, weight, words } = shared_part(a, b, weights);
    let is_rare = weight >= crowd + RARE && (words > 0 || crowd < ALONE);
    // What is told while it is new is one thing among many of its day.
    let is_recalled = crowd < ALONE || is_recalled(a) || is_recalled(b);
    let is_told = a.article != b.article && a.standing != b.standing && is_rare && is_recalled;
    (is_told && likeness >= needed).then(|| likeness - needed)
}

/// By how much the weight of what is shared must be above the crowd, where one report says little.
const RARE: u32 = 2;

/// Below this crowd, a name alone may tell what is meant, and what is new is told by all for one thing.
const ALONE: u32 = 9;

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
    if a.standing == Standing::Passing || b.standing == Standing::Passing {
        return passing(a, b, act, weights).filter(|_| dates < Dates::Coarse);
    }
    let (least, per_doubling) = NEEDED[act as usize];
    let crowd = weights.crowd(a, b);
    let needed = least + per_doubling * crowd / 30;
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
    let is_one_of_few = is_one_of_few(a, b, dates, crowd);
    let needed = if is_one_of_few { needed.min(ONE_OF_FEW) } else { needed };
    let needed = needed + actors_apart(a, b) - if is_named { 6 } else { 0 };
    let both_undated = a.date.is_none() && b.date.is_none();
    if both_undated && (a.standing == Standing::Support || b.standing == Standing::Support) {
        return None;
    }
    // A retelling that hardly names anybody could be of many things.
    let is_thin =
        |one: &Candidate| one.standing == Standing::Support && one.date.is_none() && one.participants.len() < 2;
    let shared = shared_part(a, b, weights);
    if (is_thin(a) || is_thin(b)) && shared.weight < crowd + RARE {
        return None;
    }
    let likeness = if is_recalled || is_one_of_few { shared.likeness } else { told_alike(a, b, act, shared) };
    (likeness >= needed).then(|| 100 + likeness - needed.min(99))
}

#[cfg(test)]
mod tests {
    use crate::event::fixtures::chronology;

    #[test]
    fn a_withdrawal_and_a_capture_of_one_town_in_one_month_are_two_events() {
        let found = chronology(&[
            "Talks\n\n9 May 2025\n\nSince U.S. forces pulled out of Kabul in August 2021, Peru has talked with the Taliban.",
            "Power\n\n9 May 2025\n\nThe Taliban stormed Kabul in August 2021.",
        ]);
        let told: Vec<&str> = found.events.iter().map(|event| event.headline.as_str()).collect();
        assert_eq!(told.iter().filter(|told| told.contains("Kabul")).count(), 2, "{told:?}");
    }

    #[test]
    fn what_two_articles_tell_of_one_firm_in_a_quiet_month_is_one_event() {
        let found = chronology(&[
            "The bank\n\n9 May 2019\n\nThe builder Orbis Infra stopped paying in October 2017.",
            "How it went\n\n9 May 2021\n\nOrbis Infra defaulted on its loans in October 2017.",
        ]);
        assert_eq!(found.events.iter().filter(|event| event.headline.contains("Orbis")).count(), 1);
    }
}
