//! The browsers that can run the tests: their drivers and what a session asks of them.

use std::path::Path;
use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

/// A browser with a WebDriver. Another one is another variant and another arm of each function here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
}

/// The browsers by the names that `ERALINE_BROWSER` may have.
const NAMES: [(&str, Browser); 2] = [("chromium", Browser::Chromium), ("firefox", Browser::Firefox)];

/// Colours that the reader prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What a session asks of the browser.
#[derive(Clone, Copy, Debug)]
pub struct Wishes {
    /// Width of the viewport in CSS px. A window of a desktop cannot be as narrow as a telephone, so it is emulated.
    pub width_px: u32,
    /// Height of the viewport in CSS px.
    pub height_px: u32,
    /// Preferred colours.
    pub scheme: Scheme,
    /// Whether scripts run.
    pub scripts: Scripts,
}

/// Whether the browser runs scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// As usual.
    On,
    /// As some readers, and all feed readers, have it.
    Off,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { width_px: 1280, height_px: 1000, scheme: Scheme::Light, scripts: Scripts::On }
    }
}

/// Chromium as root in a container, without a graphics processor, and without asking anything of the network itself.
const CHROMIUM_OPTIONS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

impl Browser {
    /// The browser that `ERALINE_BROWSER` names; Chromium where it names none.
    pub fn wanted() -> Self {
        let Ok(wanted) = std::env::var("ERALINE_BROWSER") else { return Self::Chromium };
        let known = NAMES.iter().find(|(name, _)| *name == wanted);
        let names = NAMES.map(|(name, _)| name).join(" or ");
        known.unwrap_or_else(|| panic!("ERALINE_BROWSER: expected {names}, found `{wanted}`")).1
    }

    /// The driver's command, listening on a port.
    pub fn driver(self, port: u16) -> Command {
        match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let mut command = Command::new("geckodriver");
                command.arg("--port").arg(port.to_string());
                command
            }
        }
    }

    /// The capabilities that a session asks for, with a folder for the browser's profile.
    pub fn capabilities(self, wishes: Wishes, profile: &Path) -> Capabilities {
        let (name, options) = match self {
            Self::Chromium => ("goog:chromeOptions", chromium_options(wishes, profile)),
            Self::Firefox => ("moz:firefoxOptions", firefox_options(wishes)),
        };
        Capabilities::from_iter([(name.to_owned(), options)])
    }
}

fn chromium_options(wishes: Wishes, profile: &Path) -> Value {
    let mut options: Vec<String> = CHROMIUM_OPTIONS.iter().map(|option| (*option).to_owned()).collect();
    options.push(format!("--user-data-dir={}", profile.display()));
    options.push(format!("--window-size={},{}", wishes.width_px, wishes.height_px));
    if wishes.scheme == Scheme::Dark {
        options.push("--force-dark-mode".to_owned());
    }
    // Chromium's content settings: 1 allows, 2 blocks.
    let scripts = if wishes.scripts == Scripts::Off { 2 } else { 1 };
    json!({
        "args": options,
        "prefs": { "profile.managed_default_content_settings.javascript": scripts },
        "mobileEmulation": { "deviceMetrics": {
            "width": wishes.width_px, "height": wishes.height_px, "pixelRatio": 1, "touch": false, "mobile": false,
        } },
    })
}

/// Firefox has no narrower window than some 450 px, and makes its profile itself.
fn firefox_options(wishes: Wishes) -> Value {
    json!({
        "args": ["-headless", "-width", wishes.width_px.to_string(), "-height", wishes.height_px.to_string()],
        "prefs": {
            "ui.systemUsesDarkTheme": i32::from(wishes.scheme == Scheme::Dark),
            "javascript.enabled": wishes.scripts == Scripts::On,
        },
    })
}
