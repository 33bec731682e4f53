//! The events of the bundled story as a list in the page itself, for readers and machines without scripts.
//!
//! The native command reads the articles that `index.html` names and prints them as HTML into `dist/`, where the page's
//! `data-trunk` link of rel=inline finds it.

use std::fs;
use std::path::Path;

use crate::TaskError;
use crate::command::{cargo, output_of};

/// The fragment, below `dist/`. It becomes part of the page and is not published by itself.
const FRAGMENT: &str = "story.html";

/// Writes the fragment of the page at `root` into `dist`.
pub fn write(root: &Path, dist: &Path) -> Result<(), TaskError> {
    let index = root.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| format!("{}: {error}", index.display()))?;
    let files = sources(&html)
        .ok_or_else(|| format!("{}: expected an <era-line> with a src attribute, found none", index.display()))?;
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "eraline", "--", "extract", "--format", "html"]).args(files);
    let list =
        output_of(&mut command).ok_or("the command does not read the bundled story; run `eraline extract` on it")?;
    fs::create_dir_all(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let fragment = dist.join(FRAGMENT);
    fs::write(&fragment, list + "\n").map_err(|error| format!("{}: {error}", fragment.display()))
}

/// Removes the fragment again.
pub fn remove(dist: &Path) -> Result<(), TaskError> {
    let fragment = dist.join(FRAGMENT);
    fs::remove_file(&fragment).map_err(|error| format!("{}: {error}", fragment.display()))
}

/// The files that the first element of the page reads.
fn sources(html: &str) -> Option<impl Iterator<Item = &str>> {
    let (_, tag) = html.split_once("<era-line ")?;
    let (tag, _) = tag.split_once('>')?;
    let (_, source) = tag.split_once("src=\"")?;
    let (source, _) = source.split_once('"')?;
    Some(source.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_the_story_are_those_that_the_element_reads() {
        let html = "<p>\n<era-line id=\"a\" card=\"beside\"\n  src=\"stories/a.txt\n stories/b.html\">\n</era-line>";
        let found: Option<Vec<&str>> = sources(html).map(Iterator::collect);
        assert_eq!(found, Some(vec!["stories/a.txt", "stories/b.html"]));
        assert!(sources("<era-line><p src=\"x\"></p></era-line>").is_none());
    }
}
