//! Assembles the explorer: `index.html` and the files that its `data-trunk` links name.
//!
//! `index.html` is written for Trunk, and its links are the list of files for both ways of building: this module copies
//! the same files to the same places and takes the links out of the page, so that the result equals that of Trunk.

use std::fs;
use std::path::{Path, PathBuf};

use crate::TaskError;

/// One `<link data-trunk …>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct TrunkLink {
    rel: String,
    href: PathBuf,
    target: PathBuf,
}

/// Writes the explorer of the project at `root` into `dist`, where the bundle already lies.
pub fn assemble(root: &Path, dist: &Path) -> Result<(), TaskError> {
    let index = root.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| format!("{}: {error}", index.display()))?;
    let mut page = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some((before, tag, after)) = next_trunk_link(rest) {
        page.push_str(before);
        let link = parse(tag)?;
        match link.rel.as_str() {
            // The bundle is made before the page, in both ways.
            "rust" => {}
            "copy-file" => {
                let name = link.href.file_name().map(PathBuf::from).unwrap_or_default();
                copy(&root.join(&link.href), &dist.join(&link.target).join(name))?;
            }
            "copy-dir" => {
                let place = if link.target.as_os_str().is_empty() {
                    link.href.file_name().map(PathBuf::from).unwrap_or_default()
                } else {
                    link.target.clone()
                };
                copy_folder(&root.join(&link.href), &dist.join(place))?;
            }
            "inline" => {
                let path = root.join(&link.href);
                page.push_str(&fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?);
            }
            other => return Err(format!("index.html: a data-trunk link of rel=\"{other}\" is not understood: {tag}")),
        }
        rest = after;
    }
    page.push_str(rest);
    fs::write(dist.join("index.html"), page).map_err(|error| format!("{}: {error}", dist.display()))
}

/// The text before the next `<link data-trunk …>`, that tag, and the text after it.
fn next_trunk_link(html: &str) -> Option<(&str, &str, &str)> {
    let start = html.find("<link data-trunk ")?;
    let (before, rest) = html.split_at(start);
    let end = rest.find('>')?;
    let (tag, after) = rest.split_at(end + 1);
    Some((before, tag, after))
}

/// Reads the attributes of a link that are written as `name="value"`.
fn parse(tag: &str) -> Result<TrunkLink, TaskError> {
    let mut link = TrunkLink::default();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let name = before.rsplit([' ', '\n', '"']).next().unwrap_or_default();
        let Some((value, after)) = after.split_once('"') else { break };
        match name {
            "rel" => value.clone_into(&mut link.rel),
            "href" => link.href = PathBuf::from(value),
            "data-target-path" => link.target = PathBuf::from(value),
            "type" => {}
            other => {
                return Err(format!(
                    "index.html: the attribute `{other}` of a data-trunk link is not understood: {tag}"
                ));
            }
        }
        rest = after;
    }
    if link.href.as_os_str().is_empty() && link.rel != "rust" {
        return Err(format!("index.html: a data-trunk link was expected to have an href: {tag}"));
    }
    Ok(link)
}

fn copy(from: &Path, to: &Path) -> Result<(), TaskError> {
    if from == to {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::copy(from, to).map(drop).map_err(|error| format!("{} → {}: {error}", from.display(), to.display()))
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), TaskError> {
    let entries = fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", from.display()))?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else {
            copy(&path, &to.join(name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_says_what_is_copied_and_where_to() {
        let link =
            parse("<link data-trunk rel=\"copy-file\" href=\"examples/embed.html\" data-target-path=\"examples\">");
        let expected =
            TrunkLink { rel: "copy-file".into(), href: "examples/embed.html".into(), target: "examples".into() };
        assert_eq!(link, Ok(expected));
    }

    #[test]
    fn a_link_that_trunk_would_treat_in_another_way_is_refused() {
        assert!(parse("<link data-trunk rel=\"copy-file\">").is_err());
        assert!(parse("<link data-trunk rel=\"css\" href=\"a.css\" data-inline=\"yes\">").is_err());
    }

    #[test]
    fn the_page_around_a_link_is_left_as_it_is() {
        let html = "<head>\n<link rel=\"icon\" href=\"a\">\n<link data-trunk rel=\"rust\" data-trunk-skip>\n</head>";
        let (before, tag, after) = next_trunk_link(html).unwrap_or_default();
        assert_eq!(before, "<head>\n<link rel=\"icon\" href=\"a\">\n");
        assert_eq!(tag, "<link data-trunk rel=\"rust\" data-trunk-skip>");
        assert_eq!(after, "\n</head>");
    }
}
