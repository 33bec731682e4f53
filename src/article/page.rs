//! What a page says of itself: metadata and the kinds of its blocks.

use super::sheet::Sheet;
use super::{Aside, BlockKind, Role, shape};

/// Names of the publication date in metadata, the best first.
pub(super) const PUBLISHED: &[&str] = &[
    "data-published",
    "datepublished",
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
    "time",
    "datecreated",
];
/// Names of the title.
const TITLE: &[&str] = &["headline", "og:title", "twitter:title", "dc.title", "title"];
/// Names of the publisher.
pub(super) const PUBLISHER: &[&str] =
    &["data-publisher", "publisher", "og:site_name", "application-name", "dc.publisher"];
/// Names of the address.
pub(super) const URL: &[&str] = &["data-url", "canonical", "og:url", "url"];
/// Names of the language.
pub(super) const LANG: &[&str] = &["data-lang", "lang", "inlanguage", "og:locale"];

/// The first of `names` that the metadata has, whatever the case of its name.
pub(super) fn value<'m>(metadata: &'m [(String, String)], names: &[&str]) -> Option<&'m str> {
    names.iter().find_map(|wanted| {
        let (_, value) =
            metadata.iter().find(|(name, value)| name.eq_ignore_ascii_case(wanted) && !value.trim().is_empty())?;
        Some(value.trim())
    })
}

/// The page's title, without the publisher's name after its last sign.
pub(super) fn title(metadata: &[(String, String)], publisher: Option<&str>) -> Option<String> {
    let full = value(metadata, TITLE)?;
    let cut = full
        .rsplit_once(['|', '–', '—', '-'])
        .filter(|(_, end)| publisher.is_some_and(|publisher| end.trim().eq_ignore_ascii_case(publisher.trim())));
    Some(cut.map_or(full, |(title, _)| title.trim()).to_owned()).filter(|title| !title.is_empty())
}

/// Gives the blocks that a page marks as something their roles.
pub(super) fn mark(sheet: &mut Sheet) {
    for index in 0..sheet.lines.len() {
        let Some(line) = sheet.lines.get(index) else { continue };
        let hint = line.attributes.iter().find(|(name, _)| name == "hint").map(|(_, hint)| hint.as_str());
        let role = match (line.kind, hint) {
            (Some(BlockKind::Aside), _) | (_, Some("aside")) if is_listed(sheet, index) => continue,
            (Some(BlockKind::Aside), _) | (_, Some("aside")) => Role::Aside(Aside::Page),
            (_, Some("credit")) => Role::Aside(Aside::Credit),
            (Some(BlockKind::Heading(_)), _) => continue,
            (_, Some("standfirst")) => Role::Standfirst,
            _ => continue,
        };
        sheet.assign(index, role);
    }
}

/// Whether a block is an item of a chronology, which pages put into a box beside the story and which is part of it.
fn is_listed(sheet: &Sheet, index: usize) -> bool {
    let is_item = |at: usize| at < sheet.lines.len() && shape::is_dated_item(sheet.line_text(at));
    is_item(index) && (is_item(index + 1) || index.checked_sub(1).is_some_and(is_item))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_best_name_wins_over_the_first() {
        let found = metadata(&[("date", "2020"), ("Article:Published_Time", "2021-08-17"), ("datePublished", " ")]);
        assert_eq!(value(&found, PUBLISHED), Some("2021-08-17"));
    }

    #[test]
    fn the_publisher_is_no_part_of_the_title() {
        let found = metadata(&[("title", "Ferry sinks - again | The Harbour Post")]);
        assert_eq!(title(&found, Some("The Harbour Post")).as_deref(), Some("Ferry sinks - again"));
        assert_eq!(title(&found, None).as_deref(), Some("Ferry sinks - again | The Harbour Post"));
    }
}
