//! Dependencies point one way: a module names only those above it in `src/lib.rs`.

#![expect(clippy::expect_used, reason = "a test stops where the sources cannot be read")]

use std::fs;
use std::path::{Path, PathBuf};

/// The pipeline, first to last. A module may use only those before it.
const ORDER: [&str; 14] = [
    "text",
    "calendar",
    "timex",
    "article",
    "event",
    "edit",
    "interchange",
    "scale",
    "layout",
    "scene",
    "outline",
    "interaction",
    "timeline",
    "web",
];

/// English and Spanish.
const MIN_LANGUAGES: usize = 2;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the crate") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The files of each module with their text, by the module's place in the order.
fn modules() -> Vec<(usize, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for (place, name) in ORDER.iter().enumerate() {
        for path in sources(&root.join(name)) {
            let text = fs::read_to_string(&path).expect("a source file");
            found.push((place, path, text));
        }
    }
    found
}

fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn every_module_of_the_crate_has_a_place_in_the_order() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let declared: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(declared, ORDER);
}

#[test]
fn no_module_uses_one_below_it() {
    let mut upward = Vec::new();
    for (place, path, text) in modules() {
        for (number, line) in code_lines(&text) {
            for name in ORDER.iter().skip(place + 1) {
                if line.contains(&format!("crate::{name}")) {
                    upward.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(upward.is_empty(), "upward uses:\n{}", upward.join("\n"));
}

#[test]
fn only_calendar_names_chrono_and_only_web_names_the_browser() {
    let mut strays = Vec::new();
    for (place, path, text) in modules() {
        let name = ORDER[place];
        for (number, line) in code_lines(&text) {
            let names_chrono = line.contains("chrono::") && name != "calendar";
            let names_browser = name != "web"
                && ["wasm_bindgen", "web_sys", "js_sys", "JsValue"].iter().any(|word| line.contains(word));
            if names_chrono || names_browser {
                strays.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(strays.is_empty(), "strays:\n{}", strays.join("\n"));
}

#[test]
fn the_core_has_no_clock() {
    let clocks = ["SystemTime", "Instant::now", "Local::now", "Utc::now", "Date::now"];
    for (place, path, text) in modules() {
        if ORDER[place] == "web" {
            continue;
        }
        for (number, line) in code_lines(&text) {
            assert!(!clocks.iter().any(|clock| line.contains(clock)), "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

/// The standard library's tables of large and small letters weigh 8 KB in a page; `text::letter` stands in for them.
#[test]
fn no_module_of_the_page_uses_the_tables_of_both_cases() {
    let calls = ["to_lowercase", "to_uppercase", "is_lowercase", "is_uppercase"];
    for (_, path, text) in modules() {
        let compiled = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code_lines(compiled) {
            assert!(!calls.iter().any(|call| line.contains(call)), "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn the_words_of_a_language_stay_in_its_folder() {
    let tagger = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/timex");
    let is_language = |path: &Path| path.is_dir() && path.join("words.rs").exists();
    let folders: Vec<PathBuf> =
        fs::read_dir(&tagger).expect("the tagger").filter_map(|entry| Some(entry.ok()?.path())).collect();
    let languages: Vec<_> = folders.iter().filter(|path| is_language(path)).collect();
    assert!(languages.len() >= MIN_LANGUAGES, "languages: {languages:?}");
    let mut strays = Vec::new();
    for path in sources(&tagger) {
        // These two name the languages; all else takes what they give.
        let is_list = [tagger.join("mod.rs"), tagger.join("language.rs")].contains(&path);
        let text = fs::read_to_string(&path).expect("a source file");
        for language in languages.iter().filter(|language| !is_list && !path.starts_with(language)) {
            let name = language.file_name().unwrap_or_default().to_string_lossy();
            let is_stray =
                |line: &str| line.contains(&format!("super::{name}::")) || line.contains(&format!("timex::{name}"));
            strays.extend(
                code_lines(&text)
                    .filter(|(_, line)| is_stray(line))
                    .map(|(number, line)| format!("{}:{}: {}", path.display(), number + 1, line.trim())),
            );
        }
    }
    assert!(strays.is_empty(), "strays:\n{}", strays.join("\n"));
}
