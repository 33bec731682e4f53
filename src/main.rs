//! The command `eraline`.

mod command;

fn main() -> std::process::ExitCode {
    command::run()
}
