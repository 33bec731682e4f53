//! `cargo xtask trunk`: shows that `trunk build` and `trunk serve` give the same explorer as `cargo xtask serve`.
//!
//! Trunk runs the same bundle task in its hook; this task proves that it compiles nothing beside it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::TaskError;
use crate::command::{cargo, output_of, root, run, target_folder};
use crate::serve;

/// The release that is known to work with the pinned compiler.
const VERSION: &str = "0.21.14";

/// How long `trunk serve` may take to its first page; the bundle is built by then.
const SERVE_PATIENCE: Duration = Duration::from_secs(120);

/// The files of a folder by their paths inside it.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Builds the explorer both ways, compares the files, and asks `trunk serve` for the page.
pub fn trunk() -> Result<(), TaskError> {
    let program = need_trunk()?;
    let dist = serve::build()?;
    let ours = files(&dist)?;
    run(Command::new(&program).current_dir(root()).arg("build"))?;
    compare(&ours, &files(&dist)?)?;
    println!("trunk build gives the same {} files.", ours.len());
    check_serve(&program)?;
    println!("trunk serve gives the explorer.");
    // Trunk's page keeps a mark of its own; the other tasks find theirs again.
    serve::build().map(drop)
}

/// The command of the pinned release: the one on the path, or one installed below the target folder.
fn need_trunk() -> Result<PathBuf, TaskError> {
    let tools = target_folder().join("tools");
    for program in [PathBuf::from("trunk"), tools.join("bin/trunk")] {
        if output_of(Command::new(&program).arg("--version"))
            .is_some_and(|version| version == format!("trunk {VERSION}"))
        {
            return Ok(program);
        }
    }
    println!("Trunk {VERSION} is missing; cargo installs it below {}.", tools.display());
    run(cargo()
        .args(["install", &format!("trunk@{VERSION}"), "--locked", "--debug", "--no-default-features", "--root"])
        .arg(&tools))?;
    Ok(tools.join("bin/trunk"))
}

/// The files below a folder.
fn files(folder: &Path) -> Result<Files, TaskError> {
    let mut found = Files::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let unreadable = |error: std::io::Error| format!("{}: {error}", next.display());
        for entry in fs::read_dir(&next).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = fs::read(&path).map_err(unreadable)?;
                found.insert(path.strip_prefix(folder).unwrap_or(&path).to_path_buf(), bytes);
            }
        }
    }
    Ok(found)
}

/// Says where Trunk's files differ from ours.
fn compare(ours: &Files, trunks: &Files) -> Result<(), TaskError> {
    let names = |files: &Files| files.keys().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
    if !ours.keys().eq(trunks.keys()) {
        return Err(format!(
            "trunk build leaves other files\n  ours:    {}\n  Trunk's: {}",
            names(ours),
            names(trunks)
        ));
    }
    for (path, bytes) in ours {
        let same = trunks.get(path).is_some_and(|other| {
            if path.as_os_str() == "index.html" { without_mark(bytes) == without_mark(other) } else { bytes == other }
        });
        if !same {
            return Err(format!("{} differs between `cargo xtask page` and `trunk build`", path.display()));
        }
    }
    Ok(())
}

/// A page without the link of rel=rust, which Trunk leaves in where it is told to skip the build.
fn without_mark(page: &[u8]) -> String {
    let text = String::from_utf8_lossy(page);
    let Some((before, rest)) = text.split_once("<link data-trunk rel=\"rust\"") else { return text.into_owned() };
    let after = rest.split_once('>').map_or("", |(_, after)| after);
    format!("{before}{after}")
}

/// Starts `trunk serve`, asks for the page, and stops it.
fn check_serve(program: &Path) -> Result<(), TaskError> {
    let port = free_port().map_err(|error| format!("no free port: {error}"))?;
    let mut command = Command::new(program);
    command.current_dir(root()).args(["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    let child = command.stdin(Stdio::null()).spawn().map_err(|error| format!("trunk serve does not start: {error}"))?;
    let mut running = Running(child);
    let begun = Instant::now();
    while begun.elapsed() < SERVE_PATIENCE {
        if let Ok(Some(status)) = running.0.try_wait() {
            return Err(format!("trunk serve ended with {status}"));
        }
        if get(port, "/").is_ok_and(|page| page.contains("<era-line"))
            && get(port, "/era-line.wasm").is_ok_and(|answer| answer.contains("application/wasm"))
        {
            return Ok(());
        }
        sleep(Duration::from_millis(100));
    }
    Err(format!("trunk serve gave no page within {} s", SERVE_PATIENCE.as_secs()))
}

/// A program that is stopped when its value is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only where the program has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The whole answer of a server on this machine, head and all.
fn get(port: u16, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(entries: &[(&str, &str)]) -> Files {
        entries.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_second_wasm_is_noticed() {
        let ours = of(&[("era-line.wasm", "")]);
        assert!(compare(&ours, &ours).is_ok());
        assert!(compare(&ours, &of(&[("era-line.wasm", ""), ("eraline_bg.wasm", "")])).is_err());
    }

    #[test]
    fn only_trunks_own_mark_may_differ_in_the_page() {
        let ours = of(&[("index.html", "<head>\n\n</head>")]);
        assert!(
            compare(
                &ours,
                &of(&[("index.html", "<head>\n<link data-trunk rel=\"rust\" data-trunk-id=\"0\">\n</head>")])
            )
            .is_ok()
        );
        assert!(compare(&ours, &of(&[("index.html", "<head>\n<script></script>\n</head>")])).is_err());
    }
}
