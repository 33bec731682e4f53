//! Speed of the tagger, beside a pass that only cuts the same text at white space: `cargo bench --bench timex`.
//!
//! The text is that of the gold documents under `ERALINE_DATA` (one `{"text"}` a line), repeated to some megabytes.
//! Sizes from 10 KB up show that the cost is linear.

#![expect(clippy::print_stdout, reason = "a benchmark that prints its result")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use eraline::timex::{Anchor, find, resolve};

/// Sizes measured, in bytes.
const SIZES: [usize; 5] = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// Each measurement is the best of so many: noise only ever adds.
const ROUNDS: usize = 3;

fn corpus() -> Option<String> {
    let folder = std::env::var("ERALINE_DATA").ok()?;
    let lines = std::fs::read_to_string(format!("{folder}/timex/timebank.jsonl")).ok()?;
    let texts = lines.lines().filter_map(|line| {
        let document: serde_json::Value = serde_json::from_str(line).ok()?;
        document["text"].as_str().map(str::to_owned)
    });
    Some(texts.collect::<Vec<_>>().join("\n\n"))
}

/// The corpus, repeated and cut to `size` bytes.
fn text_of(corpus: &str, size: usize) -> String {
    let mut text = corpus.repeat(size / corpus.len() + 1);
    let end = (0..=size).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    text
}

fn best(mut work: impl FnMut()) -> Duration {
    (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn megabytes_per_second(size: usize, time: Duration) -> f64 {
    size as f64 / 1e6 / time.as_secs_f64().max(1e-9)
}

fn main() {
    let Some(corpus) = corpus() else {
        println!("skipped: set ERALINE_DATA to the folder that holds timex/timebank.jsonl");
        return;
    };
    let published = "1998-03-06".parse().ok();
    println!("{:>11}  {:>10}  {:>10}  {:>10}  {:>6}", "bytes", "split", "find", "both", "ratio");
    // A number as argument is the largest size to measure.
    let largest = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(usize::MAX);
    for size in SIZES.into_iter().filter(|size| *size <= largest) {
        let text = text_of(&corpus, size);
        let split = best(|| {
            black_box(text.split_ascii_whitespace().map(str::len).sum::<usize>());
        });
        let found = best(|| {
            black_box(find(&text));
        });
        let both = best(|| {
            black_box(resolve(&text, &find(&text), &Anchor { published }));
        });
        let [split, found, both] = [split, found, both].map(|time| megabytes_per_second(text.len(), time));
        println!("{size:>11}  {split:>8.0}/s  {found:>8.1}/s  {both:>8.1}/s  {:>6.3}", both / split);
    }
}
