//! One driver, one browser and one page per test, closed whatever the test comes to.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use xtask::server::{Server, Site};

use crate::Page;
use crate::browser::{Browser, Wishes};

/// How long a driver may take to listen.
const DRIVER_PATIENCE: Duration = Duration::from_secs(20);

/// One browser at a time: the tests that look at how long a task takes share two cores with nobody.
static TURN: Mutex<()> = Mutex::new(());

static PROFILES: AtomicU32 = AtomicU32::new(0);

/// Runs a test on a site in a fresh browser of the usual size.
pub fn on_page(site: Site, test: impl AsyncFnOnce(Page)) {
    on_page_of(site, Wishes::default(), test);
}

/// Runs a test on a site in a fresh browser with wishes of its own.
pub fn on_page_of(site: Site, wishes: Wishes, test: impl AsyncFnOnce(Page)) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let server = Server::start(site, 0).expect("a free port on the loopback address");
    let browser = Browser::wanted();
    let driver = Driver::start(browser);
    let profile = Profile::new();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let client = runtime
        .block_on(
            ClientBuilder::new(HttpConnector::new())
                .capabilities(browser.capabilities(wishes, &profile.0))
                .connect(&driver.url),
        )
        .unwrap_or_else(|error| panic!("{browser:?} does not start: {error}"));
    let page = Page::new(client.clone(), server.url(""));
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(page))));
    // Closing the session ends the browser; the driver and the profile go with their values.
    let closed = runtime.block_on(client.close());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
    closed.unwrap_or_else(|error| panic!("{browser:?} does not close: {error}"));
}

/// A folder for the browser's profile, removed in the end.
struct Profile(PathBuf);

impl Profile {
    fn new() -> Self {
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        Self(std::env::temp_dir().join(format!("eraline-browser-{}-{number}", std::process::id())))
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The browser makes the folder, and has perhaps not come so far.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running driver, stopped when dropped.
struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    fn start(browser: Browser) -> Self {
        let port = free_port();
        let process = browser.driver(port).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let driver = Self {
            process: process.unwrap_or_else(|error| {
                panic!("the driver of {browser:?} does not start: {error}; `cargo xtask test` installs it")
            }),
            url: format!("http://127.0.0.1:{port}"),
        };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(begun.elapsed() < DRIVER_PATIENCE, "the driver of {browser:?} does not listen");
            sleep(Duration::from_millis(10));
        }
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only where the driver has ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on the loopback address");
    listener.local_addr().expect("the port's number").port()
}
