//! The page and the native library read the same articles into the same timeline document.
//!
//! The page has the browser's own parsers of HTML and JSON where the library has crates, so this is where they are
//! held against each other: the bundled story, and every fixture of the native test of blocks.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::{on_page, sites};
use serde_json::{Value, json};
use xtask::command::{cargo, output_of, root};

/// What the command makes of files.
fn native(files: &[PathBuf]) -> Value {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "eraline", "--", "extract", "--format", "json"]).args(files);
    let printed = output_of(&mut command).expect("the command reads the files");
    serde_json::from_str(&printed).expect("the command prints JSON")
}

/// The first place where two documents differ, or `None`.
fn difference(at: &str, page: &Value, native: &Value) -> Option<String> {
    match (page, native) {
        (Value::Object(ours), Value::Object(theirs)) => {
            let names = ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name)));
            names
                .filter_map(|name| {
                    let absent = Value::Null;
                    let (one, other) = (ours.get(name).unwrap_or(&absent), theirs.get(name).unwrap_or(&absent));
                    difference(&format!("{at}.{name}"), one, other)
                })
                .next()
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            let pairs = ours.iter().zip(theirs).enumerate();
            pairs.filter_map(|(index, (one, other))| difference(&format!("{at}[{index}]"), one, other)).next()
        }
        // JavaScript has one kind of number: 1 and 1.0 are the same.
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => None,
        _ if page == native => None,
        _ => Some(format!("{at}: the page has {page}, the command {native}")),
    }
}

#[test]
fn the_bundled_story_is_the_same_from_the_page_and_from_the_command() {
    on_page(sites::explorer(), async |page| {
        page.open("/").await;
        page.settle().await;
        let sources = page.text("return era().getAttribute('src');").await;
        let files: Vec<PathBuf> = sources.split_whitespace().map(|source| root().join(source)).collect();
        let document = page.ask("return era().document;").await;
        assert_eq!(difference("document", &strip(document), &strip(native(&files))), None);
    });
}

/// Without what the page alone is told: its label as the title.
fn strip(mut document: Value) -> Value {
    if let Some(fields) = document.as_object_mut() {
        fields.remove("title");
    }
    document
}

fn fixtures(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    files.sort();
    assert!(!files.is_empty(), "{} holds no HTML", folder.display());
    files
}

#[test]
fn html_is_the_same_from_the_page_and_from_the_command() {
    let files = fixtures(&root().join("tests/blocks"));
    let mut site = sites::page("", "<era-line></era-line>");
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        site = site.with_page(&format!("/blocks/{name}"), fs::read_to_string(file).expect("a fixture"));
    }
    on_page(site, async |page| {
        page.open("/page.html").await;
        page.settle().await;
        for file in &files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let document = page
                .ask(&format!(
                    "const html = await (await fetch('blocks/{name}')).text();
                     await era().load([{{ name: {}, html }}]);
                     return era().document;",
                    json!(name)
                ))
                .await;
            let expected = native(std::slice::from_ref(file));
            assert_eq!(difference(&name, &strip(document), &strip(expected)), None);
        }
    });
}
