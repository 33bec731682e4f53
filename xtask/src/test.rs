//! `cargo xtask test`: every test, those in a real browser included.

use std::path::PathBuf;
use std::process::Command;

use crate::TaskError;
use crate::command::{cargo, output_of, root, run, target_folder, works};
use crate::{serve, sizes};

/// The programs that the browser tests start, each with the Debian package that brings it.
const PROGRAMS: [(&str, &str); 2] = [("chromium", "chromium"), ("chromedriver", "chromium-driver")];

/// A package without which a fresh machine has no letters to measure.
const FONTS: &str = "fonts-liberation";

/// The checker of accessibility that the browser tests load into the page.
const AXE: &str = "axe-core@4.14.1";

/// Builds the page, holds its bytes against the budget, and runs every test of the workspace.
pub fn test() -> Result<(), TaskError> {
    need_browser()?;
    fetch_axe();
    let dist = serve::build()?;
    sizes::report(&dist, &root().join("budget.toml"))?;
    run(cargo().args(["test", "--workspace"]))
}

/// Where npm puts the checker of accessibility.
pub fn axe_script() -> PathBuf {
    target_folder().join("npm/node_modules/axe-core/axe.min.js")
}

/// Fetches the checker of accessibility, which npm alone has. Its test says aloud that it skips where it is missing.
fn fetch_axe() {
    if axe_script().is_file() {
        return;
    }
    let prefix = target_folder().join("npm");
    let install = run(Command::new("npm")
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", AXE, "--prefix"])
        .arg(&prefix));
    if let Err(error) = install {
        println!("Without npm and {AXE} the test of accessibility is skipped: {error}");
    }
}

/// Builds the page and takes pictures of it, for people to look at.
pub fn shots() -> Result<(), TaskError> {
    need_browser()?;
    serve::build()?;
    run(cargo().args(["run", "--package", "browser-tests", "--bin", "shots"]))
}

/// Sees to it that the browser and its driver are there.
pub fn need_browser() -> Result<(), TaskError> {
    let missing: Vec<&str> = PROGRAMS
        .iter()
        .filter(|(program, _)| !works(Command::new(program).arg("--version")))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let advice = format!(
        "the browser tests need Chromium and its driver, and {} is missing; install Debian's packages \
         chromium and chromium-driver, or put `chromium` and `chromedriver` on the path",
        missing.join(" and ")
    );
    let is_root = output_of(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if !is_root || !works(Command::new("apt-get").arg("--version")) {
        return Err(advice);
    }
    println!("{} is missing; apt-get installs it.", missing.join(" and "));
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        command
    };
    run(apt().arg("update"))
        .and_then(|()| run(apt().args(["install", "--yes", "--no-install-recommends"]).args(&missing).arg(FONTS)))
        .map_err(|error| format!("{advice} ({error})"))
}
