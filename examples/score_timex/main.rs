//! Scores the tagger on gold documents: `score_timex GOLD.jsonl… [--known-errors FILE] [--errors N]`.
//!
//! The measures are those of TempEval-3 Task A (UzZaman et al. 2013), micro-averaged: strict, relaxed and value F1 and
//! type F1. Every third document of a file, by its position in the file, is the confirm part: its totals are printed,
//! its errors never are. Each file is a document a line: `{"id","dct","text","timexes":[{start,end,type,value}]}` with
//! offsets in Unicode scalar values. With `--tagged FILE` the tagger's own output is written as well, so that another
//! scorer can be run on it.

#![expect(clippy::print_stdout, reason = "an example that prints its result")]

mod score;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use score::{Entry, KnownErrors, Score, aligned, gold_entries, known_errors, published, string, tagged};

#[derive(Debug, Default)]
struct Options {
    gold: Vec<String>,
    known_errors: KnownErrors,
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

fn line(score: &Score) -> String {
    format!(
        "docs {:3} gold {:4} found {:4}  strict {:5.2}  relaxed {:5.2}  value {:5.2}  type {:5.2}",
        score.documents,
        score.gold,
        score.found,
        score.f1(score.strict),
        score.f1(score.relaxed),
        score.f1(score.value),
        score.f1(score.kind)
    )
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
            let (gold, ignored) = gold_entries(&document, &chars, &options.known_errors);
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
        println!("{path}\n  all     {}\n  tune    {}\n  confirm {}", line(&all), line(&tune), line(&confirm));
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
