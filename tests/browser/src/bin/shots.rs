//! Pictures of the explorer and of the embedding page at three widths, light and dark, for people to look at.
//!
//! They go to `target/shots`, or to the folder given as the first word. Nothing is compared.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::browser::{Scheme, Wishes};
use browser_tests::{on_page_of, sites};
use xtask::command::target_folder;

const PAGES: [(&str, &str); 2] = [("explorer", "/"), ("embed", "/examples/embed.html")];

const WIDTHS_PX: [u32; 3] = [360, 768, 1280];

const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];

/// A page that is longer than this is cut.
const MOST_HEIGHT_PX: u32 = 8000;

fn main() {
    let folder = std::env::args_os().nth(1).map_or_else(|| target_folder().join("shots"), PathBuf::from);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for (name, path) in PAGES {
        for width_px in WIDTHS_PX {
            let height_px = height_of(path, width_px);
            for (scheme_name, scheme) in SCHEMES {
                let wishes = Wishes { width_px, height_px, scheme, ..Wishes::default() };
                take(path, wishes, &folder.join(format!("{name}-{width_px}-{scheme_name}.png")));
            }
        }
    }
}

/// How tall the page is at a width.
fn height_of(path: &str, width_px: u32) -> u32 {
    let mut height_px = 0;
    on_page_of(sites::explorer(), Wishes { width_px, ..Wishes::default() }, async |page| {
        page.open(path).await;
        page.settle().await;
        height_px = page.number("return document.documentElement.scrollHeight;").await as u32;
    });
    height_px.min(MOST_HEIGHT_PX)
}

fn take(path: &str, wishes: Wishes, file: &Path) {
    on_page_of(sites::explorer(), wishes, async |page| {
        page.open(path).await;
        page.settle().await;
        fs::write(file, page.picture().await).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        println!("{}", file.display());
    });
}
