//! HTML, natively: html5ever parses, [`PageReader`] reads. In the page the browser's own DOM takes this module's place.

use crate::gather::Gather;
use scraper::Html;
use scraper::Node;

use super::nesting::bounded;
use super::page_reader::{Descend, Page, PageReader};
use super::{Draft, json_ld};

/// Reads a whole page or a fragment of one.
#[must_use]
pub fn draft_from_html(html: &str) -> Draft {
    let page = page_from_html(html);
    let linked: Vec<_> = page.json_ld.iter().flat_map(|script| json_ld::metadata(script)).gather();
    let mut draft = Draft::from(page);
    // What the page says for machines comes before what it says for social networks.
    draft.metadata.splice(0..0, linked);
    draft
}

/// The blocks and metadata of a page.
#[must_use]
pub fn page_from_html(html: &str) -> Page {
    let document = Html::parse_document(&bounded(html));
    let mut reader = PageReader::new();
    let mut next = Some(document.tree.root());
    while let Some(node) = next {
        let descend = match node.value() {
            Node::Element(element) => reader.open(element.name(), &|name| element.attr(name).map(str::to_owned)),
            Node::Text(text) => {
                reader.text(&text.text);
                Descend::Over
            }
            _ => Descend::Into,
        };
        let child = if descend == Descend::Into { node.first_child() } else { None };
        next = child.or_else(|| {
            // Back up to the nearest element that has a next sibling, closing what ends on the way.
            let mut ended = node;
            loop {
                if ended.value().is_element() {
                    reader.close();
                }
                match ended.next_sibling() {
                    Some(sibling) => return Some(sibling),
                    None => ended = ended.parent()?,
                }
            }
        });
    }
    reader.finish()
}
