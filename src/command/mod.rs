//! The command: arguments in, standard output and standard error out. All meaning is the library's.

mod explain;
mod extract;
mod files;
mod formats;
mod problems;
mod story;
mod table;
mod tag;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use problems::Problems;

/// Reads news articles and shows what happened when.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 all was read; 2 something could not be read: it is named on standard error \
                        and the rest was done.")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    Extract(extract::Arguments),
    Explain(explain::Arguments),
    Tag(tag::Arguments),
}

/// Runs the command with the arguments of the process.
pub(crate) fn run() -> ExitCode {
    let mut problems = Problems::default();
    let done = match Cli::parse().task {
        Task::Extract(arguments) => extract::run(&arguments, &mut problems),
        Task::Explain(arguments) => explain::run(&arguments, &mut problems),
        Task::Tag(arguments) => tag::run(&arguments, &mut problems),
    };
    match done {
        // Whoever reads our output has read enough: `eraline … | head`.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        Err(error) => problems.add("standard output", &format!("expected to write, found {error}")),
        Ok(()) => {}
    }
    problems.exit_code()
}
