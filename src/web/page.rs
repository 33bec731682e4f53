//! Articles from the browser's DOM: the element's own content, the article that `for` names, the `html` of a record.

use crate::gather::Gather;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomParser, Element, HtmlElement, Node, SupportedType};

use super::dom::document;
use super::json::json_from_js;
use crate::article::{Descend, Draft, Page, PageReader};
use crate::interchange::Json;

/// Types of schema.org that are an article, the narrow ones too.
const ARTICLE_TYPE_ENDS: [&str; 4] = ["Article", "BlogPosting", "LiveBlogPosting", "Report"];

/// What to take of JSON-LD.
const NAMES: [&str; 4] = ["datePublished", "headline", "url", "inLanguage"];

/// How deep lists and graphs are followed.
const DEEPEST: u8 = 8;

/// What stands inside an `<era-line>`.
pub(crate) enum Inside {
    /// An `<article>` element, read.
    Article(Draft),
    /// A `<script type="application/json">`, parsed.
    Json(JsValue),
    /// A script that is not JSON: the parser's message.
    NotJson(String),
}

/// What the element's own content brings, in order.
pub(crate) fn inside(host: &HtmlElement) -> Vec<Inside> {
    let children = host.children();
    (0..children.length()).filter_map(|place| read_child(&children.item(place)?)).gather()
}

fn read_child(child: &Element) -> Option<Inside> {
    if child.local_name() == "article" {
        return Some(Inside::Article(article(child)));
    }
    let is_script = child.local_name() == "script";
    match child.get_attribute("type").as_deref() {
        Some("application/json") if is_script => Some(parse(&child.text_content()?)),
        Some("text/plain") if is_script => {
            let draft = Draft { name: child.get_attribute("data-name"), ..Draft::from_text(child.text_content()?) };
            Some(Inside::Article(with_given(draft, child)))
        }
        _ => None,
    }
}

fn parse(text: &str) -> Inside {
    match js_sys::JSON::parse(text) {
        Ok(value) => Inside::Json(value),
        Err(error) => Inside::NotJson(message_of(&error)),
    }
}

/// The words of an exception.
pub(crate) fn message_of(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| "an unknown error".to_owned(), |error| error.message().into())
}

/// An `<article>` element of the page.
fn article(element: &Element) -> Draft {
    let mut reader = PageReader::new();
    walk(&mut reader, element);
    with_given(draft_of(reader.finish()), element)
}

/// The page's own article: the element that a selector names, with the metadata of the whole page.
pub(crate) fn named_article(selector: &str) -> Option<Draft> {
    let document = document();
    let element = document.query_selector(selector).ok()??;
    let mut reader = PageReader::new();
    if let Some(head) = document.head() {
        walk(&mut reader, &head);
    }
    walk(&mut reader, &element);
    let mut page = reader.finish();
    if let Ok(scripts) = document.query_selector_all("body script[type='application/ld+json']") {
        page.json_ld.extend((0..scripts.length()).filter_map(|place| scripts.item(place)?.text_content()));
    }
    let mut draft = with_given(draft_of(page), &element);
    draft.url = draft.url.or_else(|| document.url().ok());
    draft.lang = draft.lang.or_else(|| document.document_element()?.get_attribute("lang"));
    Some(draft)
}

/// A page or a piece of one as HTML. The parser makes a document that runs no scripts and loads nothing.
pub(crate) fn draft_from_html(html: &str) -> Draft {
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    let Some(root) = parsed.ok().and_then(|document: Document| document.document_element()) else {
        return Draft::default();
    };
    let mut reader = PageReader::new();
    walk(&mut reader, &root);
    draft_of(reader.finish())
}

/// Takes the reader over an element in document order.
pub(crate) fn walk(reader: &mut PageReader, root: &Element) {
    let root: &Node = root.as_ref();
    let mut node = root.clone();
    loop {
        let element = node.dyn_ref::<Element>();
        let descend = match element {
            // A timeline inside the article it reads is no part of it.
            Some(element) if element.local_name() == "era-line" => {
                reader.open("template", &|_| None);
                Descend::Over
            }
            Some(element) => reader.open(&element.local_name(), &|name| element.get_attribute(name)),
            None if node.node_type() == Node::TEXT_NODE => {
                reader.text(&node.node_value().unwrap_or_default());
                Descend::Over
            }
            None => Descend::Over,
        };
        let child = if descend == Descend::Into { node.first_child() } else { None };
        if let Some(child) = child {
            node = child;
            continue;
        }
        // Back up to the nearest node that has a next sibling, closing what ends on the way.
        loop {
            if node.is_instance_of::<Element>() {
                reader.close();
            }
            if &node == root {
                return;
            }
            if let Some(sibling) = node.next_sibling() {
                node = sibling;
                break;
            }
            match node.parent_node() {
                Some(parent) => node = parent,
                None => return,
            }
        }
    }
}

fn draft_of(page: Page) -> Draft {
    let linked: Vec<(String, String)> = page.json_ld.iter().flat_map(|script| linked_data(script)).gather();
    let mut draft = Draft::from(page);
    // What the page says for machines comes before what it says for social networks.
    draft.metadata.splice(0..0, linked);
    draft
}

/// What the element's attributes give.
fn with_given(draft: Draft, element: &Element) -> Draft {
    let given = |name: &str| element.get_attribute(name).filter(|value| !value.trim().is_empty());
    Draft {
        id: given("id").or(draft.id),
        published: given("data-published").or(draft.published),
        publisher: given("data-publisher").or(draft.publisher),
        url: given("data-url").or(draft.url),
        lang: given("lang").or(draft.lang),
        title: given("data-title").or(draft.title),
        ..draft
    }
}

/// Names and values of the first article that a JSON-LD script describes; nothing where it is not JSON.
fn linked_data(script: &str) -> Vec<(String, String)> {
    let Ok(value) = js_sys::JSON::parse(script) else { return Vec::new() };
    let json = json_from_js(&value);
    let Some(article) = article_in(&json, DEEPEST) else { return Vec::new() };
    let text = |name: &str| Some((name.to_owned(), article.get(name)?.as_str()?.to_owned()));
    let mut found: Vec<(String, String)> = NAMES.iter().filter_map(|name| text(name)).gather();
    let publisher = article.get("publisher").and_then(|publisher| match publisher {
        Json::Array(list) => list.first()?.get("name")?.as_str(),
        Json::String(name) => Some(name.as_str()),
        other => other.get("name")?.as_str(),
    });
    found.extend(publisher.map(|name| ("publisher".to_owned(), name.to_owned())));
    found
}

fn article_in(json: &Json, depth: u8) -> Option<&Json> {
    let deeper = depth.checked_sub(1)?;
    if let Some(list) = json.as_array() {
        return list.iter().find_map(|item| article_in(item, deeper));
    }
    let is_article = |name: &str| ARTICLE_TYPE_ENDS.iter().any(|end| name.ends_with(end));
    // A graph as a whole has no type.
    let found = match json.get("@type") {
        Some(Json::String(name)) => is_article(name),
        Some(Json::Array(names)) => names.iter().filter_map(Json::as_str).any(is_article),
        _ => false,
    };
    if found {
        return Some(json);
    }
    ["@graph", "mainEntity", "mainEntityOfPage"].iter().find_map(|name| article_in(json.get(name)?, deeper))
}
