//! What one sentence reports: `tests/headlines/en.txt`, a line for each sentence.
//!
//! `publication date | sentence | date, status: headline; …`, with the status left out where it happened, and `-` where
//! the sentence gives no event. The sentence stands in the body of an article, behind a lead that reports nothing.

use std::fs;
use std::path::Path;

use eraline::article::{Article, Draft, Ids};
use eraline::event::{Budget, Event, Extraction, Options, Progress, Status};

const LEAD: &str = "It is a long story.";

fn events(published: &str, sentence: &str) -> Vec<Event> {
    let draft = Draft { published: Some(published.to_owned()), ..Draft::from_text(format!("{LEAD}\n\n{sentence}")) };
    let (article, _) = Article::from_draft(draft, &mut Ids::new());
    let mut job = Extraction::new(vec![article], Vec::new(), Options::default());
    while let Progress::Working { .. } = job.step(Budget::SMALL) {}
    let found = job.finish();
    found.events.into_iter().chain(found.undated).collect()
}

fn told(event: &Event) -> String {
    let date = event.date.map_or_else(|| String::from("undated"), |date| date.to_string());
    let status = match event.status {
        Status::Happened => "",
        Status::Planned => ", planned",
        Status::Claimed => ", claimed",
        Status::Denied => ", denied",
        Status::Conditional => ", conditional",
    };
    format!("{date}{status}: {}", event.headline)
}

#[test]
fn every_sentence_gives_the_events_that_its_line_names() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/headlines/en.txt");
    let list = fs::read_to_string(path).expect("tests/headlines/en.txt");
    let mut wrong = Vec::new();
    for line in list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [published, sentence, expected] = parts.as_slice() else {
            wrong.push(format!("expected `published | sentence | events`, found {line:?}"));
            continue;
        };
        let found: Vec<String> = events(published, sentence).iter().map(told).collect();
        let found = if found.is_empty() { String::from("-") } else { found.join("; ") };
        if found != *expected {
            wrong.push(format!("{sentence}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
}
