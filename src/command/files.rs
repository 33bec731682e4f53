//! Reading the files named on the command line, many at a time, in their order.

use std::fs;
use std::io::Read;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use eraline::article::{Reading, read_file};

/// The name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// A file as the command line names it, and what it holds or why it could not be read.
pub(crate) struct File {
    /// As a message names it.
    pub(crate) label: String,
    /// What it holds.
    pub(crate) reading: Result<Reading, String>,
}

/// Reads all files on all cores; the result is in the order of `names`.
pub(crate) fn read_all(names: &[String]) -> Vec<File> {
    let progress = progress(names.len() as u64, "read");
    let files = names
        .par_iter()
        .map(|name| {
            let file = read(name);
            progress.inc(1);
            file
        })
        .collect();
    progress.finish_and_clear();
    files
}

/// A bar on standard error, and only where that is a terminal.
pub(crate) fn progress(count: u64, what: &str) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(count).with_style(style).with_message(what.to_owned())
}

fn read(name: &str) -> File {
    let label = if name == STANDARD_INPUT { "standard input" } else { name };
    let bytes = if name == STANDARD_INPUT { read_standard_input() } else { fs::read(name) };
    let reading = match bytes {
        Ok(bytes) => read_file(name, &bytes).map_err(|error| error.to_string()),
        Err(_) if fs::metadata(name).is_ok_and(|file| file.is_dir()) => {
            Err("expected a file, found a folder".to_owned())
        }
        Err(error) => Err(format!("expected a file that can be read, found {error}")),
    };
    File { label: label.to_owned(), reading }
}

fn read_standard_input() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
