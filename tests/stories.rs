//! Whole stories: what extraction finds in the articles of `tests/stories`, against lists that a person can read.
//!
//! A folder is a story: its articles, and `expected.txt` with a line for each event that a careful reader would list:
//! `date | words that the headline must hold | ids of the articles that tell it | extent or status`. Words are begun
//! words: "recogni" holds for "recognised"; where papers use words of their own, `shut/put out of use` is either of them
//! and asks for all words of it. `undated` stands for a date, `era DATE | words` for an era and what its name
//! must hold, and `from FOLDER` takes the articles from another folder of the project.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where its data cannot be read")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use eraline::article::{Article, Ids, Input, Warning, read_file};
use eraline::event::{Budget, Chronology, Event, Extent, Extraction, Options, Progress, Status};

/// What the stories must give in all. They may only be made stricter.
const FOUND_AT_LEAST: usize = 162;
const MERGED_AT_LEAST: usize = 158;
const LISTED_AT_MOST: usize = 204;
const ERAS_AT_LEAST: usize = 12;

struct Expected {
    date: String,
    words: Vec<Vec<String>>,
    articles: BTreeSet<String>,
    also: String,
}

struct Story {
    name: String,
    files: Vec<PathBuf>,
    events: Vec<Expected>,
    eras: Vec<(String, Vec<Vec<String>>)>,
}

fn stories() -> Vec<Story> {
    stories_in("tests/stories")
}

fn stories_in(path: &str) -> Vec<Story> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = fs::read_dir(root.join(path))
        .expect("stories")
        .map(|entry| entry.expect("a story").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.iter().map(|folder| story(root, folder)).collect()
}

fn story(root: &Path, folder: &Path) -> Story {
    let list = fs::read_to_string(folder.join("expected.txt")).expect("expected.txt");
    let mut story = Story {
        name: folder.file_name().expect("a name").to_string_lossy().into_owned(),
        files: Vec::new(),
        events: Vec::new(),
        eras: Vec::new(),
    };
    let mut articles = folder.to_owned();
    for line in list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let Some(other) = line.strip_prefix("from ") {
            articles = root.join(other);
        } else if let Some(era) = line.strip_prefix("era ") {
            let (date, words) = era.split_once('|').unwrap_or((era, ""));
            story.eras.push((date.trim().to_owned(), alternatives(words)));
        } else {
            story.events.push(expected(line));
        }
    }
    story.files = fs::read_dir(articles)
        .expect("articles")
        .map(|entry| entry.expect("an article").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default();
            name != "expected.txt" && path.extension().is_some_and(|ending| ending != "md")
        })
        .collect();
    story.files.sort();
    story
}

fn expected(line: &str) -> Expected {
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let [date, words, articles, also @ ..] = parts.as_slice() else {
        panic!("expected `date | words | articles`, found {line:?}");
    };
    Expected {
        date: (*date).to_owned(),
        words: alternatives(words),
        articles: articles.split_whitespace().map(str::to_owned).collect(),
        also: also.first().copied().unwrap_or_default().to_owned(),
    }
}

fn read(files: &[PathBuf]) -> (Vec<Article>, Vec<Warning>) {
    let mut ids = Ids::new();
    let (mut articles, mut warnings) = (Vec::new(), Vec::new());
    for path in files {
        let name = path.file_name().expect("a name").to_string_lossy();
        let bytes = fs::read(path).expect("an article");
        let Input::Articles(drafts) = read_file(&name, &bytes).expect("an article").input else {
            panic!("{name} holds no articles");
        };
        for draft in drafts {
            let (article, found) = Article::from_draft(draft, &mut ids);
            articles.push(article);
            warnings.extend(found);
        }
    }
    (articles, warnings)
}

fn extract(articles: Vec<Article>, warnings: Vec<Warning>, budget: Budget) -> (Chronology, usize) {
    let mut job = Extraction::new(articles, warnings, Options::default());
    let mut steps = 0;
    while let Progress::Working { .. } = job.step(budget) {
        steps += 1;
    }
    (job.finish(), steps)
}

/// The words of each alternative.
fn alternatives(words: &str) -> Vec<Vec<String>> {
    words.split('/').map(|words| words.split_whitespace().map(str::to_lowercase).collect()).collect()
}

/// Whether a headline holds all words of one of the alternatives.
fn holds(headline: &str, alternatives: &[Vec<String>]) -> bool {
    let headline = headline.to_lowercase();
    let begun: Vec<&str> = headline.split(|c: char| !c.is_alphanumeric() && c != '.').collect();
    let is_held = |word: &String| begun.iter().any(|held| held.starts_with(word.as_str()));
    alternatives.iter().any(|words| words.iter().all(is_held))
}

fn sources(chronology: &Chronology, event: &Event) -> BTreeSet<String> {
    event.mentions.iter().filter_map(|mention| Some(chronology.articles.get(mention.article)?.id.clone())).collect()
}

fn date(event: &Event) -> String {
    event.date.map_or_else(|| String::from("undated"), |date| date.to_string())
}

fn fits(event: &Event, also: &str) -> bool {
    match also {
        "throughout" => event.extent == Extent::Throughout,
        "within" => event.extent == Extent::Within,
        "claimed" => event.status == Status::Claimed,
        "planned" => event.status == Status::Planned,
        "conditional" => event.status == Status::Conditional,
        "denied" => event.status == Status::Denied,
        "disputed" => !event.conflicts.is_empty(),
        _ => true,
    }
}

#[derive(Default)]
struct Totals {
    expected: usize,
    found: usize,
    merged: usize,
    misdated: usize,
    /// Events with two dates that no list calls disputed.
    disputed: usize,
    listed: usize,
    eras: usize,
    /// What is missing, for whoever reads the test's output.
    notes: Vec<String>,
}

fn score(story: &Story, totals: &mut Totals) {
    let (articles, warnings) = read(&story.files);
    let (chronology, _) = extract(articles, warnings, Budget::pieces(1000));
    let all: Vec<&Event> = chronology.events.iter().chain(&chronology.undated).collect();
    totals.listed += all.len();
    let disputes = story.events.iter().filter(|wanted| wanted.also == "disputed").count();
    totals.disputed += all.iter().filter(|event| !event.conflicts.is_empty()).count().abs_diff(disputes);
    totals.expected += story.events.len();
    for wanted in &story.events {
        let told: Vec<&&Event> = all.iter().filter(|event| holds(&event.headline, &wanted.words)).collect();
        let right = told.iter().find(|event| date(event) == wanted.date && fits(event, &wanted.also));
        match right {
            Some(event) => {
                totals.found += 1;
                let complete = wanted.articles.is_subset(&sources(&chronology, event));
                totals.merged += usize::from(complete);
                if !complete {
                    totals.notes.push(format!(
                        "{}: not merged: {} {:?}, wanted {:?}",
                        story.name,
                        event.headline,
                        sources(&chronology, event),
                        wanted.articles
                    ));
                }
            }
            None => {
                totals.misdated += usize::from(!told.is_empty());
                let dates: Vec<String> = told.iter().map(|event| date(event)).collect();
                totals
                    .notes
                    .push(format!("{}: missing: {} {:?}, found {dates:?}", story.name, wanted.date, wanted.words));
            }
        }
    }
    for (date, words) in &story.eras {
        let found = chronology.eras.iter().any(|held| held.date.to_string() == *date && holds(&held.label, words));
        totals.eras += usize::from(found);
        if !found {
            totals.notes.push(format!("{}: no era {date} named {words:?}", story.name));
        }
    }
}

#[test]
fn the_stories_give_their_events_with_dates_and_sources() {
    let mut totals = Totals::default();
    for story in stories() {
        score(&story, &mut totals);
    }
    println!("{}", totals.notes.join("\n"));
    println!(
        "found {} of {}, all articles merged {}, misdated {}, listed {}, eras {}",
        totals.found, totals.expected, totals.merged, totals.misdated, totals.listed, totals.eras
    );
    assert!(totals.found >= FOUND_AT_LEAST, "found {} of {}", totals.found, totals.expected);
    assert!(totals.merged >= MERGED_AT_LEAST, "merged {}", totals.merged);
    assert_eq!(totals.misdated, 0, "misdated");
    assert_eq!(totals.disputed, 0, "dates in dispute that should agree, or the other way round");
    assert!(totals.listed <= LISTED_AT_MOST, "listed {}", totals.listed);
    assert!(totals.eras >= ERAS_AT_LEAST, "eras {}", totals.eras);
}

/// What the stories of `tests/press` must give. Their faults are known; `CONFIRM` are those that nobody looks at.
const PRESS_FOUND_AT_LEAST: usize = 439;
const PRESS_MERGED_AT_LEAST: usize = 223;
const PRESS_LISTED_PER_EXPECTED: usize = 3;
const CONFIRM: [&str; 15] = [
    "colombia",
    "cook",
    "drum",
    "ellery",
    "gelen",
    "harbison",
    "legion",
    "nivamycin",
    "rangers",
    "salcanta",
    "solvarr",
    "tarrant",
    "tarrawee",
    "verhout",
    "vestria",
];

#[test]
fn stories_as_the_press_tells_them_give_no_fewer_events_than_they_did() {
    let (mut totals, mut confirm) = (Totals::default(), Totals::default());
    for story in stories_in("tests/press") {
        let is_confirm = CONFIRM.contains(&story.name.as_str());
        score(&story, if is_confirm { &mut confirm } else { &mut totals });
    }
    println!("{}", totals.notes.join("\n"));
    for (part, sums) in [("tune", &totals), ("confirm", &confirm)] {
        println!(
            "press, {part}: found {} of {}, all articles merged {}, listed {}",
            sums.found, sums.expected, sums.merged, sums.listed
        );
    }
    let (found, merged) = (totals.found + confirm.found, totals.merged + confirm.merged);
    assert!(found >= PRESS_FOUND_AT_LEAST, "found {found}");
    assert!(merged >= PRESS_MERGED_AT_LEAST, "merged {merged}");
    let (listed, expected) = (totals.listed + confirm.listed, totals.expected + confirm.expected);
    assert!(listed <= expected * PRESS_LISTED_PER_EXPECTED, "listed {listed} for {expected}");
}

/// An event without what depends on the order of the articles: indices into them.
fn portrait(chronology: &Chronology) -> Vec<String> {
    let line = |event: &Event| {
        let quotes: Vec<&str> = event.mentions.iter().map(|mention| mention.quote.as_str()).collect();
        format!(
            "{} {} {} {:?} {:?} {quotes:?} {:?}",
            event.id,
            date(event),
            event.headline,
            event.participants,
            event.part_of,
            event.aliases
        )
    };
    let mut lines: Vec<String> = chronology.events.iter().chain(&chronology.undated).map(line).collect();
    lines.extend(chronology.eras.iter().map(|era| format!("{} {} {}", era.id, era.date, era.label)));
    lines
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    for story in stories() {
        let (articles, _) = read(&story.files);
        let mut turned = articles.clone();
        turned.reverse();
        let (first, _) = extract(articles, Vec::new(), Budget::SMALL);
        let (second, _) = extract(turned, Vec::new(), Budget::SMALL);
        let (first, second) = (portrait(&first), portrait(&second));
        for (one, other) in first.iter().zip(&second) {
            assert_eq!(one, other, "{}", story.name);
        }
        assert_eq!(first.len(), second.len(), "{}", story.name);
    }
}

#[test]
fn the_size_of_the_steps_changes_nothing() {
    for story in stories() {
        let (articles, warnings) = read(&story.files);
        let (small, _) = extract(articles.clone(), warnings.clone(), Budget::SMALLEST);
        let (large, _) = extract(articles, warnings, Budget::pieces(100_000));
        assert_eq!(small, large, "{}", story.name);
    }
}

#[test]
fn headlines_are_short_and_whole() {
    for story in stories() {
        let (articles, warnings) = read(&story.files);
        let (chronology, _) = extract(articles, warnings, Budget::SMALL);
        for event in chronology.events.iter().chain(&chronology.undated) {
            let headline = &event.headline;
            assert!(headline.chars().count() <= 90, "{headline}");
            assert!(
                headline.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“\"‘$£€".contains(c)),
                "{headline}"
            );
            let last = headline.rsplit(' ').next().unwrap_or_default();
            assert!(!["the", "a", "of", "and", "to", "with", "by", "from", "its"].contains(&last), "{headline}");
        }
    }
}

#[test]
fn work_grows_with_the_articles_and_not_with_their_square() {
    let steps_for = |copies: usize| {
        let articles: Vec<Article> = (0..copies).map(numbered).collect();
        extract(articles, Vec::new(), Budget::SMALLEST).1
    };
    let (few, many) = (steps_for(50), steps_for(400));
    assert!(many < few * 8 * 3 / 2, "50 articles took {few} steps, 400 took {many}");
}

/// An invented article about one of many towns, in one of many years.
fn numbered(index: usize) -> Article {
    let (town, other) = (format!("Port {}ville", index % 97), format!("Lord {}son", index % 89));
    let year = 1950 + index % 60;
    let text = format!(
        "The mayor of {town} resigned on 3 May {year} after {other} won the vote.\n\nIn {}, fire destroyed the harbour of {town}. {other} sold the docks in {}.",
        year - 10,
        year - 5
    );
    let draft = eraline::article::Draft { id: Some(format!("a{index}")), ..eraline::article::Draft::from_text(text) };
    Article::from_draft(draft, &mut Ids::new()).0
}
