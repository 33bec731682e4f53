//! What could not be read: one line each on standard error, and the exit code.

use std::io::Write;
use std::process::ExitCode;

/// Something could not be read.
const NOT_ALL_READ: u8 = 2;

/// Counts what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    count: usize,
}

impl Problems {
    /// Reports one problem, with the place (a file, a line) first.
    pub(crate) fn add(&mut self, place: &str, message: &str) {
        self.count += 1;
        note(place, message);
    }

    /// 0 where there was no problem.
    pub(crate) fn exit_code(&self) -> ExitCode {
        if self.count == 0 { ExitCode::SUCCESS } else { ExitCode::from(NOT_ALL_READ) }
    }
}

/// A line on standard error that changes nothing about the exit code.
pub(crate) fn note(place: &str, message: &str) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "eraline: {place}: {}", one_line(message));
}

/// The message without line breaks, which a quoted file could bring in.
fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
