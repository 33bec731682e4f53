//! Compares the choice of days by salience with counting: `count_dates FOLDER`, or `count_dates NAME.articles.jsonl…`.
//!
//! Beside each `NAME.articles.jsonl` lies `NAME.gold.json`, `[{"dates": ["YYYY-MM-DD", …]}, …]`: the days that editors
//! chose for a timeline. As in the literature (Martschat & Markert 2018; Gholipour Ghalandari & Ifrim 2020) the number
//! of days k and the first and last one are given; the k best days inside that span are compared with the gold days.
//!
//! * *count*: a day is worth the number of articles that mention it or were published on it, found with the same tagger.
//! * *events*: a day is worth the salience of its best event in what extraction gives.
//!
//! Prints the Date-F1 of both for each collection, their means, and a bootstrap interval (percentile method, over
//! collections) of the gain in per cent of the count.

#![expect(clippy::print_stdout, reason = "an example that prints its result")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use eraline::article::{Article, Ids, Input, read_file};
use eraline::calendar::{Bound, Day, Edtf, Grain};
use eraline::event::{Budget, Chronology, Extraction, Options, Progress};
use eraline::timex::{Anchor, find, resolve};

/// How good each day is.
type Worth = BTreeMap<Day, f64>;

/// A timeline that editors chose, and how well each way chose its days.
struct Line {
    name: String,
    days: usize,
    count: f64,
    events: f64,
}

/// Draws of the bootstrap.
const DRAWS: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut lines = Vec::new();
    for path in collections()? {
        let name =
            path.file_name().map(|name| name.to_string_lossy().replace(".articles.jsonl", "")).unwrap_or_default();
        let articles = read(&path)?;
        let counted = counted(&articles);
        let told = told(&extracted(articles));
        for gold in gold(&path.with_file_name(format!("{name}.gold.json")))? {
            let line = Line {
                name: name.clone(),
                days: gold.len(),
                count: day_f1(&gold, &counted),
                events: day_f1(&gold, &told),
            };
            println!("{:<24} k={:<3} count {:.3}  events {:.3}", line.name, line.days, line.count, line.events);
            lines.push(line);
        }
    }
    summary(&lines);
    Ok(())
}

/// The collections that the arguments name, in the order of their names.
fn collections() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for path in std::env::args().skip(1).map(PathBuf::from) {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                found.push(entry?.path());
            }
        } else {
            found.push(path);
        }
    }
    found.retain(|path| path.to_string_lossy().ends_with(".articles.jsonl"));
    found.sort();
    if found.is_empty() {
        return Err("expected: count_dates FOLDER, or count_dates NAME.articles.jsonl…".into());
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<Article>, Box<dyn Error>> {
    let reading = read_file(&path.to_string_lossy(), &fs::read(path)?)?;
    let Input::Articles(drafts) = reading.input else {
        return Err(format!("{}: expected articles, found a timeline", path.display()).into());
    };
    let mut ids = Ids::new();
    Ok(drafts.into_iter().map(|draft| Article::from_draft(draft, &mut ids).0).collect())
}

fn gold(path: &Path) -> Result<Vec<BTreeSet<Day>>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))?;
    let timelines: Vec<serde_json::Value> = serde_json::from_str(&text)?;
    let days = |timeline: &serde_json::Value| -> BTreeSet<Day> {
        let dates = timeline["dates"].as_array().into_iter().flatten();
        dates.filter_map(|date| day_of(date.as_str()?.parse().ok()?)).collect()
    };
    Ok(timelines.iter().map(days).filter(|days| !days.is_empty()).collect())
}

/// The day that a date of day precision begins on.
fn day_of(date: Edtf) -> Option<Day> {
    let Bound::Date(start) = date.start() else { return None };
    (start.period.grain() == Grain::Day).then(|| start.period.first_day())
}

fn counted(articles: &[Article]) -> Worth {
    let mut worth = Worth::new();
    for article in articles {
        let timexes = resolve(&article.text, &find(&article.text), &Anchor { published: article.published.date });
        let dates = timexes.iter().filter_map(|timex| timex.date).chain(article.published.date);
        let days: BTreeSet<Day> = dates.filter(|date| date.single().is_some()).filter_map(day_of).collect();
        for day in days {
            *worth.entry(day).or_default() += 1.0;
        }
    }
    worth
}

fn extracted(articles: Vec<Article>) -> Chronology {
    let mut job = Extraction::new(articles, Vec::new(), Options::default());
    while let Progress::Working { .. } = job.step(Budget::SMALL) {}
    job.finish()
}

fn told(chronology: &Chronology) -> Worth {
    let mut worth = Worth::new();
    for event in &chronology.events {
        if let Some(day) = event.date.and_then(day_of) {
            let best = worth.entry(day).or_default();
            *best = best.max(event.salience);
        }
    }
    worth
}

/// F1 of the best days against the gold ones; of two equally good days the earlier is taken.
fn day_f1(gold: &BTreeSet<Day>, worth: &Worth) -> f64 {
    let (Some(first), Some(last)) = (gold.first(), gold.last()) else { return 0.0 };
    let mut ranked: Vec<(Day, f64)> = worth.range(*first..=*last).map(|(day, worth)| (*day, *worth)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(gold.len());
    let hits = ranked.iter().filter(|(day, _)| gold.contains(day)).count();
    2.0 * share(hits, ranked.len() + gold.len())
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

fn summary(lines: &[Line]) {
    let all: Vec<&Line> = lines.iter().collect();
    let mean = |value: fn(&Line) -> f64| lines.iter().map(value).sum::<f64>() / number(lines.len());
    let better = lines.iter().filter(|line| line.events > line.count).count();
    println!(
        "mean over {:<19} count {:.3}  events {:.3}",
        lines.len(),
        mean(|line| line.count),
        mean(|line| line.events)
    );
    let (low, high) = interval(lines);
    println!("gain {:+.0} %, 95 % interval {low:+.0} % to {high:+.0} %; better on {better}", gain(&all));
}

/// By how many per cent the mean of the events is above the mean of the counts.
fn gain(lines: &[&Line]) -> f64 {
    let count: f64 = lines.iter().map(|line| line.count).sum();
    let events: f64 = lines.iter().map(|line| line.events).sum();
    100.0 * (events / count - 1.0)
}

/// The middle 95 % of the gains of collections drawn with replacement; the same draws every time.
fn interval(lines: &[Line]) -> (f64, f64) {
    let mut state = 0x5eed_u64;
    let mut draw = || {
        // Steele, Lea and Flood's SplitMix64.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % lines.len().max(1) as u64).unwrap_or(0)
    };
    let mut gains: Vec<f64> = (0..DRAWS)
        .map(|_| gain(&lines.iter().filter_map(|_| lines.get(draw())).collect::<Vec<_>>()))
        .filter(|gain| gain.is_finite())
        .collect();
    gains.sort_by(f64::total_cmp);
    let at = |share: usize| gains.get(gains.len() * share / 1000).copied().unwrap_or(f64::NAN);
    (at(25), at(975))
}
