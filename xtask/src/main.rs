//! `cargo xtask TASK`: the tasks that need logic.

use std::process::ExitCode;

use xtask::{TaskError, bundle, serve, test, trunk};

/// A task: its name, what it does, and the function that does it with the words after its name.
type Task = (&'static str, &'static str, fn(&[String]) -> Result<(), TaskError>);

const TASKS: [Task; 7] = [
    ("bundle", "make era-line.js, .wasm, .css and .d.ts in dist/ and check their size", |words| {
        no_words(words)?;
        bundle::bundle()
    }),
    ("prepare", "make what index.html takes from dist/; Trunk's hook", |words| {
        no_words(words)?;
        serve::prepare().map(drop)
    }),
    ("page", "make the bundle and the explorer around it in dist/", |words| {
        no_words(words)?;
        serve::build().map(drop)
    }),
    ("serve", "make the explorer and show it on this machine; --port PORT", serve::serve),
    ("test", "run every test, those in a real browser included", |words| {
        no_words(words)?;
        test::test()
    }),
    ("trunk", "show that Trunk builds and serves the same explorer", |words| {
        no_words(words)?;
        trunk::trunk()
    }),
    ("shots", "take pictures of the pages into target/shots", |words| {
        no_words(words)?;
        test::shots()
    }),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let result = match words.split_first() {
        Some((name, rest)) => match TASKS.iter().find(|(known, ..)| known == name) {
            Some((_, _, task)) => task(rest),
            None => Err(format!("there is no task `{name}`\n{}", usage())),
        },
        None => Err(usage()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let lines: Vec<String> = TASKS.iter().map(|(name, what, _)| format!("  cargo xtask {name:<8} {what}")).collect();
    format!("expected a task:\n{}", lines.join("\n"))
}

fn no_words(words: &[String]) -> Result<(), TaskError> {
    match words.first() {
        Some(word) => Err(format!("unexpected `{word}`\n{}", usage())),
        None => Ok(()),
    }
}
