//! Running other programs, and where the project lies.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::TaskError;

/// The target that the page loads.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The top of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The cargo that started this task, or the one on the path.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Runs a program to its end, its output going to the terminal.
pub fn run(command: &mut Command) -> Result<(), TaskError> {
    let status = command.status().map_err(|error| format!("{} does not start: {error}", spelt(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", spelt(command))) }
}

/// Whether a program starts and ends well; its output is not shown.
pub fn works(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a program prints, or `None` when it does not start or ends badly.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Sees to it that the compiler can build for the page.
pub fn need_wasm_target() -> Result<(), TaskError> {
    let folder = output_of(Command::new("rustc").current_dir(root()).args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("The target {WASM_TARGET} is missing; rustup adds it.");
    run(Command::new("rustup").current_dir(root()).args(["target", "add", WASM_TARGET])).map_err(|error| {
        format!(
            "the target {WASM_TARGET} is missing, and {error}; install rustup, or the target by your system's packages"
        )
    })
}

/// The command line as one would type it.
fn spelt(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", line.join(" "))
}
