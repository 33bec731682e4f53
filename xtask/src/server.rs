//! A small server of static files on this machine: for looking at the explorer and for the browser tests.
//!
//! Takes a [`Site`]: a folder, pages that exist only in memory, headers for every answer. Each connection has a thread
//! and one answer. It listens on the loopback address only and is no server for the open network.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Content types by file extension. A module script of another type is refused by every browser.
const TYPES: [(&str, &str); 12] = [
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonl", "application/jsonl; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// What a file is called that has no known extension.
const UNKNOWN_TYPE: &str = "application/octet-stream";

/// The longest request that is read, in bytes; browsers send far less.
const MOST_REQUEST_BYTES: u64 = 64 * 1024;

/// How long a browser may keep a connection open without asking for anything.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a server shows.
#[derive(Clone, Debug, Default)]
pub struct Site {
    folder: PathBuf,
    pages: BTreeMap<String, String>,
    headers: Vec<(String, String)>,
}

impl Site {
    /// The files of a folder; `index.html` stands for the folder itself.
    pub fn of_folder(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf(), ..Self::default() }
    }

    /// The same with one more file that exists only in memory, at a path such as `/strict.html`.
    #[must_use]
    pub fn with_page(mut self, path: &str, text: impl Into<String>) -> Self {
        self.pages.insert(path.to_owned(), text.into());
        self
    }

    /// The same with one more header in every answer.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same, readable for pages of other origins.
    #[must_use]
    pub fn for_other_origins(self) -> Self {
        self.with_header("Access-Control-Allow-Origin", "*")
    }

    /// The bytes at a path of the address and their type, or `None`.
    fn file(&self, path: &str) -> Option<(Vec<u8>, &'static str)> {
        let path = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        if let Some(text) = self.pages.get(&path) {
            return Some((text.clone().into_bytes(), type_of(&path)));
        }
        // No segment may climb out of the folder or name a hidden file.
        let inside = path.trim_start_matches('/');
        if inside.split(['/', '\\']).any(|segment| segment.starts_with('.')) {
            return None;
        }
        let bytes = fs::read(self.folder.join(inside)).ok()?;
        Some((bytes, type_of(&path)))
    }
}

/// A server that runs until the program ends.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    listening: thread::JoinHandle<()>,
}

impl Server {
    /// Starts to serve on a port of the loopback address; port 0 takes a free one.
    pub fn start(site: Site, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let site = Arc::new(site);
        let listening = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = Arc::clone(&site);
                // A browser that goes away in the middle of an answer is no concern of the others.
                thread::spawn(move || answer(&stream, &site).ok());
            }
        });
        Ok(Self { address, listening })
    }

    /// The address of a path, such as `http://127.0.0.1:8080/index.html`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Serves until the program is stopped.
    pub fn wait(self) {
        // The thread ends only by a panic, which it has then reported itself.
        let _ = self.listening.join();
    }
}

/// Reads one request and writes its answer.
fn answer(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(MOST_REQUEST_BYTES)).lines();
    let Some(request) = lines.next().transpose()? else { return Ok(()) };
    // The answer depends on the first line only, but a browser expects its whole request to be read.
    for line in lines.by_ref() {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    let path = words.next().map(path_of).unwrap_or_default();
    let (status, kind, bytes) = match (method, site.file(&path)) {
        ("GET" | "HEAD", Some((bytes, kind))) => ("200 OK", kind, bytes),
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain", b"There is no such file.\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain", b"This server answers GET and HEAD.\n".to_vec()),
    };
    write_head(stream, site, status, kind, bytes.len())?;
    if method == "HEAD" { Ok(()) } else { write_body(stream, &bytes) }
}

fn write_head(mut stream: &TcpStream, site: &Site, status: &str, kind: &str, length: usize) -> io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nConnection: close\r\n"
    );
    for (name, value) in &site.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())
}

fn write_body(mut stream: &TcpStream, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes)?;
    stream.flush()
}

/// The path of a request target, without its query and with `%20` and the like decoded.
fn path_of(target: &str) -> String {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

fn type_of(path: &str) -> &'static str {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    TYPES.iter().find(|(known, _)| *known == extension).map_or(UNKNOWN_TYPE, |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(site: Site, target: &str) -> String {
        let server = Server::start(site, 0).unwrap();
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "GET {target} HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn sources() -> Site {
        Site::of_folder(Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    #[test]
    fn a_file_comes_with_its_type_and_the_headers_of_the_site() {
        let answer = get(sources().with_page("/a page.js", "1;").for_other_origins(), "/a%20page.js?x=1");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/javascript"), "{answer}");
        assert!(answer.contains("\r\nAccess-Control-Allow-Origin: *\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n1;"), "{answer}");
    }

    #[test]
    fn a_folder_stands_for_its_index() {
        assert!(get(sources().with_page("/index.html", "here"), "/").ends_with("here"));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        assert!(get(sources(), "/Cargo.toml").starts_with("HTTP/1.1 200"));
        assert!(get(sources(), "/../Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(get(sources(), "/%2e%2e/Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(get(sources(), "/src/..%2f..%2fCargo.toml").starts_with("HTTP/1.1 404"));
        assert!(get(sources(), "//etc/passwd").starts_with("HTTP/1.1 404"));
    }
}
