//! Scores the tagger on gold documents: `score_timex GOLD.jsonl… [--known-errors FILE] [--errors N]`.
//!
//! The measures are those of TempEval-3 Task A (UzZaman et al. 2013), micro-averaged: strict, relaxed and value F1 and
//! type F1. Every third document of a file, by its position in the file, is the confirm part: its totals are printed,
//! its errors never are. Each file is a document a line: `{"id","dct","text","timexes":[{start,end,type,value}]}` with
//! offsets in Unicode scalar values. With `--tagged FILE` the tagger's own output is written as well, so that another
//! scorer can be run on it.

#![expect(clippy::print_stdout, reason = "an example that prints its result")]

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use eraline::article::{Article, publication_date};
use eraline::calendar::Edtf;
use eraline::text::ScalarIndex;
use eraline::timex::{Anchor, TimexKind, find, resolve};
use serde_json::Value;

/// A gold or found expression: where it stands, its type and value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    start: usize,
    end: usize,
    kind: String,
    value: String,
}

/// Sums over documents.
#[derive(Debug, Default)]
struct Score {
    documents: usize,
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    value: usize,
    kind: usize,
}

#[derive(Debug, Default)]
struct Options {
    gold: Vec<String>,
    known_errors: BTreeSet<(String, String)>,
    shown: usize,
    tagged: Option<String>,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut next = || arguments.next().ok_or(format!("{argument}: a value expected"));
        match argument.as_str() {
            "--known-errors" => options.known_errors = known_errors(&next()?)?,
            "--errors" => options.shown = next()?.parse()?,
            "--tagged" => options.tagged = Some(next()?),
            _ => options.gold.push(argument),
        }
    }
    if options.gold.is_empty() {
        return Err("expected: score_timex GOLD.jsonl… [--known-errors FILE] [--errors N] [--tagged FILE]".into());
    }
    Ok(options)
}

fn known_errors(path: &str) -> Result<BTreeSet<(String, String)>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|why| format!("{path}: {why}"))?;
    let mut known = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let entry: Value = serde_json::from_str(line)?;
        known.insert((string(&entry, "id"), string(&entry, "tid")));
    }
    Ok(known)
}

fn string(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn number(value: &Value, key: &str) -> usize {
    value[key].as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(0)
}

/// The creation time of a document: as given, else as its text has it.
fn published(document: &Value, text: &str) -> Option<Edtf> {
    match document["dct"].as_str() {
        Some(given) => publication_date(given),
        None => Article::published_in(text),
    }
}

fn tagged(text: &str, published: Option<Edtf>) -> Vec<Entry> {
    let scalars = ScalarIndex::new(text);
    let timexes = resolve(text, &find(text), &Anchor { published });
    let entry = |timex: eraline::timex::Timex| {
        let span = scalars.scalars_from_bytes(timex.span);
        let kind = match timex.kind {
            TimexKind::Date => "DATE",
            TimexKind::Time => "TIME",
            TimexKind::Duration => "DURATION",
            TimexKind::Set => "SET",
        };
        Entry { start: span.start, end: span.end, kind: kind.to_owned(), value: timex.value }
    };
    timexes.into_iter().map(entry).collect()
}

/// One to one: identical spans first, then overlapping pairs, longest overlap first, ties in order.
fn aligned(gold: &[Entry], found: &[Entry]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (g, wanted) in gold.iter().enumerate() {
        for (f, entry) in found.iter().enumerate() {
            let overlap = wanted.end.min(entry.end).saturating_sub(wanted.start.max(entry.start));
            let differs = (wanted.start, wanted.end) != (entry.start, entry.end);
            if overlap > 0 {
                candidates.push((differs, usize::MAX - overlap, g, f));
            }
        }
    }
    // Identical spans of one text cannot compete on length, so one sort serves both rounds.
    candidates.sort_unstable_by_key(|&(differs, overlap, g, f)| (differs, if differs { overlap } else { 0 }, g, f));
    let (mut used_gold, mut used_found) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (_, _, g, f) in candidates {
        if !used_gold.contains(&g) && !used_found.contains(&f) {
            used_gold.insert(g);
            used_found.insert(f);
            pairs.push((g, f));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// The scored gold entries and the spans that are not scored.
fn gold_entries(document: &Value, text: &[char], options: &Options) -> (Vec<Entry>, Vec<(usize, usize)>) {
    let id = string(document, "id");
    let (mut gold, mut ignored) = (Vec::new(), Vec::new());
    for timex in document["timexes"].as_array().into_iter().flatten() {
        let (mut start, mut end) = (number(timex, "start"), number(timex, "end"));
        let is_known = options.known_errors.contains(&(id.clone(), string(timex, "tid")));
        if is_known || timex["is_dct"].as_bool() == Some(true) {
            ignored.push((start, end));
            continue;
        }
        while start < end && text.get(start).is_some_and(|c| c.is_whitespace()) {
            start += 1;
        }
        while end > start && text.get(end - 1).is_some_and(|c| c.is_whitespace()) {
            end -= 1;
        }
        if end > start {
            gold.push(Entry { start, end, kind: string(timex, "type"), value: string(timex, "value") });
        }
    }
    gold.sort();
    (gold, ignored)
}

impl Score {
    fn add(&mut self, gold: &[Entry], found: &[Entry], pairs: &[(usize, usize)]) {
        self.documents += 1;
        self.gold += gold.len();
        self.found += found.len();
        for (wanted, entry) in pairs.iter().filter_map(|&(g, f)| gold.get(g).zip(found.get(f))) {
            self.relaxed += 1;
            self.strict += usize::from((wanted.start, wanted.end) == (entry.start, entry.end));
            self.value += usize::from(wanted.value == entry.value);
            self.kind += usize::from(wanted.kind == entry.kind);
        }
    }

    /// F1 in percent, for so many true positives.
    fn f1(&self, right: usize) -> f64 {
        let all = self.gold + self.found;
        if all == 0 { 0.0 } else { 200.0 * right as f64 / all as f64 }
    }

    fn line(&self) -> String {
        format!(
            "docs {:3} gold {:4} found {:4}  strict {:5.2}  relaxed {:5.2}  value {:5.2}  type {:5.2}",
            self.documents,
            self.gold,
            self.found,
            self.f1(self.strict),
            self.f1(self.relaxed),
            self.f1(self.value),
            self.f1(self.kind)
        )
    }
}

/// A document's differences, each on a line.
fn differences(dct: &str, text: &[char], gold: &[Entry], found: &[Entry], pairs: &[(usize, usize)]) -> Vec<String> {
    let around = |from: usize, to: usize| -> String {
        text.get(from.min(text.len())..to.min(text.len()))
            .unwrap_or_default()
            .iter()
            .collect::<String>()
            .replace('\n', " ")
    };
    let context = |entry: &Entry| {
        let (before, after) = (around(entry.start.saturating_sub(60), entry.start), around(entry.end, entry.end + 40));
        format!("{before}[{}]{after}", around(entry.start, entry.end))
    };
    let mut lines = Vec::new();
    for (g, wanted) in gold.iter().enumerate() {
        let found = pairs.iter().find(|pair| pair.0 == g).and_then(|pair| found.get(pair.1));
        match found {
            None => lines.push(format!("missed   {} {} | {dct} | {}", wanted.kind, wanted.value, context(wanted))),
            Some(entry) => {
                if entry.value != wanted.value {
                    let (kind, value) = (&wanted.kind, &wanted.value);
                    lines.push(format!(
                        "value    {kind} {value} != {} {} | {dct} | {}",
                        entry.kind,
                        entry.value,
                        context(wanted)
                    ));
                }
                if (entry.start, entry.end) != (wanted.start, wanted.end) {
                    lines.push(format!("extent   [{}] | {dct} | {}", around(entry.start, entry.end), context(wanted)));
                }
            }
        }
    }
    for (f, entry) in found.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.1 == f) {
            lines.push(format!("spurious {} {} | {dct} | {}", entry.kind, entry.value, context(entry)));
        }
    }
    lines
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let (mut shown, mut output) = (Vec::new(), String::new());
    for path in &options.gold {
        let file = fs::read_to_string(path).map_err(|why| format!("{path}: {why}"))?;
        let (mut all, mut tune, mut confirm) = (Score::default(), Score::default(), Score::default());
        for (position, line) in file.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            let document: Value =
                serde_json::from_str(line).map_err(|why| format!("{path}, line {}: {why}", position + 1))?;
            let text = string(&document, "text");
            let chars: Vec<char> = text.chars().collect();
            let (gold, ignored) = gold_entries(&document, &chars, &options);
            let mut found = tagged(&text, published(&document, &text));
            write_tagged(&mut output, &document, &found)?;
            found.retain(|entry| !ignored.iter().any(|&(start, end)| entry.start < end && start < entry.end));
            let pairs = aligned(&gold, &found);
            all.add(&gold, &found, &pairs);
            if position % 3 == 2 {
                confirm.add(&gold, &found, &pairs);
            } else {
                tune.add(&gold, &found, &pairs);
                shown.extend(differences(&string(&document, "dct"), &chars, &gold, &found, &pairs));
            }
        }
        println!("{path}\n  all     {}\n  tune    {}\n  confirm {}", all.line(), tune.line(), confirm.line());
    }
    for line in shown.iter().take(options.shown) {
        println!("{line}");
    }
    if let Some(path) = &options.tagged {
        fs::write(path, output).map_err(|why| format!("{path}: {why}"))?;
    }
    Ok(())
}

fn write_tagged(output: &mut String, document: &Value, found: &[Entry]) -> Result<(), Box<dyn Error>> {
    let timexes: Vec<Value> = found
        .iter()
        .map(|entry| serde_json::json!({"start": entry.start, "end": entry.end, "type": entry.kind, "value": entry.value}))
        .collect();
    writeln!(output, "{}", serde_json::json!({"id": document["id"], "timexes": timexes}))?;
    Ok(())
}
