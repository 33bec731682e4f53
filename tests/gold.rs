//! Scores on gold time expressions do not fall: MEANTIME, which lies in `tests/gold`, and the corpora under
//! `ERALINE_DATA`, which may not be passed on; without them it says aloud that it skips.
//!
//! A floor is what was reached, less a little air, and rises with what is reached.

#![expect(clippy::expect_used, reason = "a test stops where a corpus cannot be read")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

#[path = "../examples/score_timex/score.rs"]
mod score;

use score::{KnownErrors, Score, aligned, gold_entries, known_errors, published, string, tagged};

/// The least F1 of a corpus, in percent.
struct Floor {
    corpus: &'static str,
    strict: f64,
    relaxed: f64,
    value: f64,
}

const MEANTIME: Floor = Floor { corpus: "meantime-dev.jsonl", strict: 83.5, relaxed: 90.3, value: 82.3 };

const ELSEWHERE: [Floor; 3] = [
    Floor { corpus: "timebank.jsonl", strict: 91.4, relaxed: 94.5, value: 89.1 },
    Floor { corpus: "aquaint.jsonl", strict: 84.7, relaxed: 94.4, value: 90.4 },
    Floor { corpus: "wikiwars-dev.jsonl", strict: 90.6, relaxed: 95.0, value: 89.6 },
];

fn scored(path: &Path, known: &KnownErrors) -> Score {
    let mut sums = Score::default();
    for line in fs::read_to_string(path).expect("a corpus").lines().filter(|line| !line.trim().is_empty()) {
        let document: Value = serde_json::from_str(line).expect("a document a line");
        let text = string(&document, "text");
        let chars: Vec<char> = text.chars().collect();
        let (gold, ignored) = gold_entries(&document, &chars, known);
        let mut found = tagged(&text, published(&document, &text));
        found.retain(|entry| !ignored.iter().any(|&(start, end)| entry.start < end && start < entry.end));
        sums.add(&gold, &found, &aligned(&gold, &found));
    }
    sums
}

fn assert_not_fallen(folder: &Path, floor: &Floor, known: &KnownErrors) {
    let sums = scored(&folder.join(floor.corpus), known);
    assert!(sums.gold > 100, "{}: only {} gold expressions read", floor.corpus, sums.gold);
    for (name, right, least) in [
        ("strict", sums.strict, floor.strict),
        ("relaxed", sums.relaxed, floor.relaxed),
        ("value", sums.value, floor.value),
    ] {
        let reached = sums.f1(right);
        assert!(reached >= least, "{}: {name} F1 is {reached:.2}, expected at least {least}", floor.corpus);
    }
}

#[test]
fn scores_on_meantime_do_not_fall() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    assert_not_fallen(&folder, &MEANTIME, &KnownErrors::new());
}

#[test]
fn scores_on_corpora_elsewhere_do_not_fall() {
    let Some(folder) = std::env::var_os("ERALINE_DATA").map(|data| PathBuf::from(data).join("timex")) else {
        eprintln!("skipped: ERALINE_DATA is unset, so TimeBank, AQUAINT and WikiWars are not scored");
        return;
    };
    let known = known_errors(&folder.join("known-gold-value-errors.jsonl").to_string_lossy()).expect("known errors");
    for floor in &ELSEWHERE {
        assert_not_fallen(&folder, floor, &known);
    }
}

/// Two gold expressions and three found: one the same, one that only overlaps, one too many.
#[test]
fn the_measures_count_as_tempeval_does() {
    let entry = |start, end, value: &str| score::Entry { start, end, kind: "DATE".into(), value: value.into() };
    let gold = [entry(0, 4, "1979"), entry(10, 20, "2001-09-11")];
    let found = [entry(0, 4, "1979"), entry(12, 20, "2001-09"), entry(30, 34, "1999")];
    let pairs = aligned(&gold, &found);
    assert_eq!(pairs, [(0, 0), (1, 1)]);
    let mut sums = Score::default();
    sums.add(&gold, &found, &pairs);
    assert_eq!((sums.strict, sums.relaxed, sums.value), (1, 2, 1));
    assert!((sums.f1(sums.strict) - 40.0).abs() < 1e-9);
}
