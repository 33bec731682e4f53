//! `cargo xtask serve`: builds the explorer and shows it on this machine.

use std::path::PathBuf;

use crate::TaskError;
use crate::command::root;
use crate::server::{Server, Site};
use crate::{bundle, page, sizes, story};

/// The port unless another is asked for; Trunk's own.
const PORT: u16 = 8080;

/// Makes what `index.html` takes from `dist/`, and gives that folder: the bundle, and the list of the story's events.
pub fn prepare() -> Result<PathBuf, TaskError> {
    let dist = bundle::build()?;
    story::write(&root(), &dist)?;
    Ok(dist)
}

/// Builds the bundle and the explorer in `dist/`, and gives that folder.
pub fn build() -> Result<PathBuf, TaskError> {
    let dist = prepare()?;
    page::assemble(&root(), &dist)?;
    story::remove(&dist)?;
    Ok(dist)
}

/// Builds the explorer and serves it until it is stopped: `serve [--port PORT]`.
pub fn serve(words: &[String]) -> Result<(), TaskError> {
    let port = match words {
        [] => PORT,
        [option, port] if option == "--port" => {
            port.parse().map_err(|_| format!("--port: expected a number from 0 to 65535, found `{port}`"))?
        }
        _ => return Err(format!("expected `serve` or `serve --port PORT`, found `serve {}`", words.join(" "))),
    };
    let dist = build()?;
    // A page that has grown too large can still be looked at; `bundle` and `test` refuse it.
    if let Err(warning) = sizes::report(&dist, &root().join("budget.toml")) {
        println!("{warning}");
    }
    let server = Server::start(Site::of_folder(&dist).for_other_origins(), port)
        .map_err(|error| format!("port {port}: {error}; choose another with --port"))?;
    println!("The explorer is at {}  (Ctrl+C stops it)", server.url("/"));
    server.wait();
    Ok(())
}
