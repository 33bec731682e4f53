//! The measures of TempEval-3 Task A (UzZaman et al. 2013) on documents with gold expressions, for the example that
//! prints them and the test that holds them to floors.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use eraline::article::{Article, publication_date};
use eraline::calendar::Edtf;
use eraline::text::ScalarIndex;
use eraline::timex::{Anchor, TimexKind, find, resolve};
use serde_json::Value;

/// Gold expressions known to be wrong, by document and name.
pub(crate) type KnownErrors = BTreeSet<(String, String)>;

/// A gold or found expression: where it stands, its type and value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: String,
    pub(crate) value: String,
}

/// Sums over documents.
#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) documents: usize,
    pub(crate) gold: usize,
    pub(crate) found: usize,
    pub(crate) strict: usize,
    pub(crate) relaxed: usize,
    pub(crate) value: usize,
    pub(crate) kind: usize,
}

pub(crate) fn known_errors(path: &str) -> Result<KnownErrors, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|why| format!("{path}: {why}"))?;
    let mut known = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let entry: Value = serde_json::from_str(line)?;
        known.insert((string(&entry, "id"), string(&entry, "tid")));
    }
    Ok(known)
}

pub(crate) fn string(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn number(value: &Value, key: &str) -> usize {
    value[key].as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(0)
}

/// The creation time of a document: as given, else as its text has it.
pub(crate) fn published(document: &Value, text: &str) -> Option<Edtf> {
    match document["dct"].as_str() {
        Some(given) => publication_date(given),
        None => Article::published_in(text),
    }
}

pub(crate) fn tagged(text: &str, published: Option<Edtf>) -> Vec<Entry> {
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
pub(crate) fn aligned(gold: &[Entry], found: &[Entry]) -> Vec<(usize, usize)> {
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
pub(crate) fn gold_entries(document: &Value, text: &[char], known: &KnownErrors) -> (Vec<Entry>, Vec<(usize, usize)>) {
    let id = string(document, "id");
    let (mut gold, mut ignored) = (Vec::new(), Vec::new());
    for timex in document["timexes"].as_array().into_iter().flatten() {
        let (mut start, mut end) = (number(timex, "start"), number(timex, "end"));
        let is_known = known.contains(&(id.clone(), string(timex, "tid")));
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
    pub(crate) fn add(&mut self, gold: &[Entry], found: &[Entry], pairs: &[(usize, usize)]) {
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
    pub(crate) fn f1(&self, right: usize) -> f64 {
        let all = self.gold + self.found;
        if all == 0 { 0.0 } else { 200.0 * right as f64 / all as f64 }
    }
}
