//! Prints invented articles as JSON Lines: `invent_articles COUNT [SEED]`, to measure how extraction grows.
//!
//! Every five articles tell of one town: its mayor, its firm and six things that happened there, each with a day of its
//! own. An article tells four of them, in other words, with a publication date some days after the last. The same count
//! and seed give the same bytes. Six events for every five articles are therefore there to be found.

#![expect(clippy::print_stdout, reason = "an example that prints its result")]

use std::error::Error;
use std::fmt::Write as _;

use eraline::calendar::{Day, Edtf, LabelLength, edtf_label};
use serde_json::json;

const ARTICLES_OF_A_TOWN: u64 = 5;
const EVENTS_OF_A_TOWN: usize = 6;
const TOLD_BY_AN_ARTICLE: usize = 4;

const STARTS: &[&str] =
    &["Bar", "Cor", "Dun", "Ed", "Fen", "Gar", "Hol", "Ir", "Kel", "Lor", "Mar", "Nor", "Os", "Pel", "Ras", "Tor"];
const MIDDLES: &[&str] =
    &["an", "be", "chi", "dra", "el", "fi", "gre", "ha", "lo", "mi", "ni", "ro", "sa", "ta", "ve", "wi"];
const ENDS: &[&str] = &["by", "dale", "ford", "ham", "ley", "mouth", "port", "stead", "ton", "wick"];
const FIRST_NAMES: &[&str] =
    &["Ada", "Bruno", "Carla", "Derek", "Elise", "Frank", "Greta", "Henry", "Ida", "Jonas", "Karen", "Luis"];

/// What can happen, in three ways of telling it: town, mayor and firm stand in braces.
const HAPPENINGS: &[[&str; 3]] = &[
    [
        "{firm} opened a steel mill in {town}",
        "{firm} opened its steel mill in {town}",
        "A steel mill was opened in {town} by {firm}",
    ],
    [
        "The council of {town} approved a new bridge",
        "{town} council approved a new bridge",
        "A new bridge was approved by the council of {town}",
    ],
    [
        "A fire destroyed the library of {town}",
        "The library of {town} was destroyed by a fire",
        "Fire destroyed the {town} library",
    ],
    [
        "Voters elected {mayor} mayor of {town}",
        "{mayor} was elected mayor of {town}",
        "{town} elected {mayor} as its mayor",
    ],
    [
        "A flood killed 14 people in {town}",
        "Fourteen people were killed by a flood in {town}",
        "A flood in {town} killed 14 people",
    ],
    ["Workers at {firm} began a strike", "A strike began at {firm}", "Workers began a strike at {firm} in {town}"],
    [
        "{firm} bought the railway of {town}",
        "{firm} bought the {town} railway",
        "The railway of {town} was bought by {firm}",
    ],
    [
        "Police arrested {mayor} in {town}",
        "{mayor} was arrested by police in {town}",
        "Police in {town} arrested {mayor}",
    ],
    ["{mayor} resigned as mayor of {town}", "{mayor} resigned from the office of mayor in {town}", "{mayor} resigned"],
    [
        "An explosion damaged the plant of {firm} in {town}",
        "The plant of {firm} was damaged by an explosion",
        "An explosion damaged {firm}'s plant in {town}",
    ],
];
const FILLERS: &[&str] = &[
    "Shopkeepers near the square have waited for a decision for a long time.",
    "Nobody could say how much the work would cost.",
    "The hall was full, and many listened from the street.",
    "Residents had asked for more time to read the plans.",
    "A spokeswoman declined to comment on the report.",
];

/// Steele, Lea and Flood's SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound.max(1) as u64).unwrap_or(0)
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words.get(self.below(words.len())).copied().unwrap_or_default()
    }
}

/// A town and what happened there.
struct Town {
    name: String,
    mayor: String,
    firm: String,
    events: Vec<(Day, &'static [&'static str; 3])>,
}

impl Town {
    fn new(seed: u64, number: u64) -> Self {
        let mut random = Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d).wrapping_add(number));
        let name = format!("{}{}{}", random.of(STARTS), random.of(MIDDLES), random.of(ENDS));
        let surname = format!("{}{}", random.of(STARTS), random.of(MIDDLES));
        let firm = format!("{}{} Works", random.of(STARTS), random.of(MIDDLES));
        let first = random.below(HAPPENINGS.len());
        let begins = i32::try_from(random.below(16_000)).unwrap_or(0);
        let mut events = Vec::new();
        for at in 0..EVENTS_OF_A_TOWN {
            let days = begins + i32::try_from(at * 90 + random.below(80)).unwrap_or(0);
            let happening = HAPPENINGS.get((first + at) % HAPPENINGS.len());
            events.extend(Day::EPOCH.plus_days(days).zip(happening));
        }
        Self { name, mayor: format!("{} {surname}", random.of(FIRST_NAMES)), firm, events }
    }

    fn article(&self, id: u64, random: &mut Random) -> serde_json::Value {
        let first = random.below(self.events.len() - TOLD_BY_AN_ARTICLE + 1);
        let told = self.events.get(first..first + TOLD_BY_AN_ARTICLE).unwrap_or_default();
        let mut text = String::new();
        for (day, ways) in told {
            let sentence = random.of(&ways[..]);
            let words =
                sentence.replace("{town}", &self.name).replace("{mayor}", &self.mayor).replace("{firm}", &self.firm);
            // Writing to a string cannot fail.
            let _ = write!(
                text,
                "{words} on {}. {}\n\n",
                edtf_label(Edtf::day(*day), LabelLength::Full),
                random.of(FILLERS)
            );
        }
        let published = told.last().and_then(|(day, _)| day.plus_days(3)).map(|day| Edtf::day(day).to_string());
        json!({ "id": format!("a{id}"), "title": format!("News from {}", self.name), "published": published, "text": text })
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: u64 = arguments.next().ok_or("expected: invent_articles COUNT [SEED]")?.parse()?;
    let seed: u64 = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let mut random = Random(seed);
    for id in 0..count {
        println!("{}", Town::new(seed, id / ARTICLES_OF_A_TOWN).article(id, &mut random));
    }
    Ok(())
}
