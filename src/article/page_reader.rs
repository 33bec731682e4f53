//! From the elements and texts of a page to its blocks, whoever walks the tree.
//!
//! The native parser and the browser's DOM call [`PageReader::open`], [`PageReader::text`] and [`PageReader::close`] in
//! document order, so both give equal blocks. Which part of the page is the article is decided at the end: the
//! `<article>` (else `<main>`, else the innermost element) that holds most of its long paragraphs.

use crate::gather::Gather;
use std::fmt;

use super::tags::{Hint, Region, Treatment, hint, treatment};
use super::{Block, BlockKind, Draft};
use crate::text::phrase::holds;

/// A paragraph from so many bytes on is one of a story, not of a menu.
const LONG_TEXT_BYTES: usize = 80;
/// An `<article>` or `<main>` must hold one in so many of the long bytes to be the one.
const REGION_ONE_IN: usize = 3;
/// Where a page has neither, the innermost element that holds so many hundredths of the long bytes.
const INNERMOST_PERCENT: usize = 60;
/// An element that merely looks like an aside is none when it holds so many hundredths of the long bytes.
const ASIDE_AT_MOST_PERCENT: usize = 50;

/// Whether the walker should go into the element just opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Descend {
    /// There may be text inside.
    Into,
    /// Nothing inside is read; [`PageReader::close`] is due all the same.
    Over,
}

/// What a page holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The article's blocks, in order.
    pub blocks: Vec<Block>,
    /// Names and values of `<meta>`, `<title>`, `<time>`, `data-…`.
    pub metadata: Vec<(String, String)>,
    /// The texts of JSON-LD scripts.
    pub json_ld: Vec<String>,
}

/// Reads a page in document order.
#[derive(Debug)]
pub struct PageReader {
    frames: Vec<Frame>,
    containers: Vec<Place>,
    blocks: Vec<PlacedBlock>,
    metadata: Vec<(String, String)>,
    times: Vec<(usize, String)>,
    json_ld: Vec<String>,
    pending: String,
    breaks: usize,
}

/// An open element.
#[derive(Debug)]
struct Frame {
    treatment: Treatment,
    container: usize,
    /// The strongest kind among the open elements: a paragraph in a caption is a caption.
    kind: BlockKind,
    /// The innermost hint.
    hint: Option<Hint>,
    is_skipped: bool,
}

/// A container, as the end needs it.
#[derive(Debug)]
struct Place {
    parent: usize,
    region: Region,
    looks_aside: bool,
    long_bytes: usize,
}

#[derive(Debug)]
struct PlacedBlock {
    container: usize,
    block: Block,
}

impl Default for PageReader {
    fn default() -> Self {
        Self::new()
    }
}

impl PageReader {
    /// Nothing is read yet.
    #[must_use]
    pub fn new() -> Self {
        let root = Place { parent: 0, region: Region::Plain, looks_aside: false, long_bytes: 0 };
        Self {
            frames: Vec::new(),
            containers: vec![root],
            blocks: Vec::new(),
            metadata: Vec::new(),
            times: Vec::new(),
            json_ld: Vec::new(),
            pending: String::new(),
            breaks: 0,
        }
    }

    /// An element begins. `attribute` gives the value of an attribute by its name.
    pub fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> Descend {
        let mut treatment = if attribute("hidden").is_some() { Treatment::Skip } else { treatment(name) };
        self.read_metadata(name, attribute);
        if treatment == Treatment::Script && !attribute("type").is_some_and(|kind| holds(&kind, "ld+json")) {
            treatment = Treatment::Skip;
        }
        let is_whole_page = matches!(name, "html" | "body" | "main" | "article");
        let hint = if is_whole_page { None } else { self.hint(attribute) };
        match treatment {
            Treatment::Break => self.line_break(),
            Treatment::Block(_) | Treatment::Container(_) | Treatment::Form | Treatment::Rule => self.flush(),
            Treatment::Joined(": ") => self.flush(),
            Treatment::Title | Treatment::Script => self.flush(),
            Treatment::Skip | Treatment::Inline | Treatment::Joined(_) | Treatment::Definition => {}
        }
        let container = self.container_for(treatment, hint);
        self.push_frame(treatment, container, hint);
        if treatment == Treatment::Skip { Descend::Over } else { Descend::Into }
    }

    fn push_frame(&mut self, treatment: Treatment, container: usize, hint: Option<Hint>) {
        let own = match treatment {
            Treatment::Block(kind) => kind,
            _ if hint == Some(Hint::Caption) => BlockKind::Caption,
            _ => BlockKind::Paragraph,
        };
        let outer = self.frames.last();
        // A row or an item that holds whole sections is layout.
        let is_layout = |kind| kind == BlockKind::ListItem && matches!(treatment, Treatment::Container(_));
        let inherited = outer.map(|frame| frame.kind).filter(|kind| !is_layout(*kind));
        let kind = inherited.filter(|kind| strength(*kind) > strength(own)).unwrap_or(own);
        let is_skipped = treatment == Treatment::Skip || outer.is_some_and(|frame| frame.is_skipped);
        // An aside is set aside by its container; what it holds may still have a hint of its own.
        let hint = hint.filter(|hint| *hint != Hint::Aside).or(outer.and_then(|frame| frame.hint));
        self.frames.push(Frame { treatment, container, kind, hint, is_skipped });
    }

    /// Text stands here.
    pub fn text(&mut self, text: &str) {
        if self.frames.last().is_some_and(|frame| frame.is_skipped) {
            return;
        }
        self.pending.push_str(text);
        if text.contains(|c: char| !c.is_whitespace()) {
            self.breaks = 0;
        }
    }

    /// The last opened element ends.
    pub fn close(&mut self) {
        let Some(frame) = self.frames.last() else { return };
        match frame.treatment {
            Treatment::Block(_) | Treatment::Container(_) | Treatment::Form | Treatment::Definition => self.flush(),
            Treatment::Joined(signs) if !self.pending.trim().is_empty() => self.pending.push_str(signs),
            Treatment::Title => {
                let title = collapsed(&std::mem::take(&mut self.pending));
                self.metadata.push(("title".to_owned(), title));
            }
            Treatment::Script => self.json_ld.push(std::mem::take(&mut self.pending)),
            _ => {}
        }
        self.frames.pop();
    }

    /// The page has ended.
    #[must_use]
    pub fn finish(mut self) -> Page {
        self.flush();
        for place in (1..self.containers.len()).rev() {
            let Some((parent, bytes)) = self.containers.get(place).map(|p| (p.parent, p.long_bytes)) else { continue };
            if let Some(parent) = self.containers.get_mut(parent) {
                parent.long_bytes += bytes;
            }
        }
        let region = self.region();
        self.keep(region)
    }

    fn read_metadata(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        let mut keep = |name: &str, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
                self.metadata.push((name.to_owned(), value));
            }
        };
        match name {
            "meta" => {
                for key in ["property", "name", "itemprop"] {
                    if let Some(name) = attribute(key) {
                        keep(&name, attribute("content"));
                    }
                }
            }
            "link" if attribute("rel").as_deref() == Some("canonical") => keep("canonical", attribute("href")),
            "html" => keep("lang", attribute("lang")),
            "article" => {
                keep("data-published", attribute("data-published"));
                keep("data-publisher", attribute("data-publisher"));
                keep("data-url", attribute("data-url"));
                keep("data-lang", attribute("lang"));
            }
            "time" => {
                if let Some(value) = attribute("datetime") {
                    self.times.push((self.blocks.len(), value));
                }
            }
            _ => {
                if attribute("itemprop").as_deref() == Some("datePublished") {
                    keep("datePublished", attribute("content"));
                }
            }
        }
    }

    fn hint(&self, attribute: &dyn Fn(&str) -> Option<String>) -> Option<Hint> {
        ["class", "itemprop", "role"].into_iter().find_map(|name| hint(&attribute(name)?))
    }

    /// The container that text inside a new element belongs to: a new one where the element can be set aside whole.
    fn container_for(&mut self, treatment: Treatment, hint: Option<Hint>) -> usize {
        let parent = self.frames.last().map_or(0, |frame| frame.container);
        let looks_aside = treatment == Treatment::Form || hint == Some(Hint::Aside);
        let region = match treatment {
            Treatment::Container(region) => region,
            _ if looks_aside => Region::Plain,
            _ => return parent,
        };
        self.containers.push(Place { parent, region, looks_aside, long_bytes: 0 });
        self.containers.len() - 1
    }

    fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks >= 2 { self.flush() } else { self.pending.push(' ') }
    }

    /// Ends the block that is being collected.
    fn flush(&mut self) {
        let collected = std::mem::take(&mut self.pending);
        self.breaks = 0;
        let text = collapsed(&collected);
        let text = text.trim_end_matches([' ', '–']).to_owned();
        if text.is_empty() {
            return;
        }
        let kind = self.frames.last().map_or(BlockKind::Paragraph, |frame| frame.kind);
        let container = self.frames.last().map_or(0, |frame| frame.container);
        let is_long = text.len() >= LONG_TEXT_BYTES && !matches!(kind, BlockKind::Aside | BlockKind::Heading(_));
        if let Some(place) = self.containers.get_mut(container).filter(|_| is_long) {
            place.long_bytes += text.len();
        }
        let hint = self.frames.last().and_then(|frame| frame.hint);
        let attributes = hint.map(|hint| ("hint".to_owned(), hint.as_str().to_owned())).into_iter().gather();
        self.blocks.push(PlacedBlock { container, block: Block { kind, text, attributes } });
    }

    /// The container that is the article.
    fn region(&self) -> usize {
        let total = self.containers.first().map_or(0, |root| root.long_bytes);
        for wanted in [Region::Article, Region::Main] {
            let best = self
                .containers
                .iter()
                .enumerate()
                .filter(|(_, place)| place.region == wanted)
                // Of equals the outer, which comes first.
                .max_by_key(|(index, place)| (place.long_bytes, std::cmp::Reverse(*index)));
            if let Some((index, place)) = best
                && place.long_bytes * REGION_ONE_IN >= total
            {
                return index;
            }
        }
        let holds_most = |place: &Place| total > 0 && place.long_bytes * 100 >= total * INNERMOST_PERCENT;
        self.containers.iter().rposition(holds_most).unwrap_or(0)
    }

    /// The blocks of the region, what only looked like an aside decided, and the metadata that belongs to it.
    fn keep(self, region: usize) -> Page {
        let total = self.containers.get(region).map_or(0, |place| place.long_bytes);
        let mut inside = vec![false; self.containers.len()];
        let mut aside = vec![false; self.containers.len()];
        for (index, place) in self.containers.iter().enumerate() {
            let is_child = index != region && index != 0;
            let within = index == region || (is_child && inside.get(place.parent).copied().unwrap_or(false));
            let small = place.long_bytes * 100 < total * ASIDE_AT_MOST_PERCENT || total == 0;
            let other_article = is_child && place.region == Region::Article && small;
            let own = is_child && ((place.looks_aside && small) || other_article);
            let inherited = is_child && aside.get(place.parent).copied().unwrap_or(false);
            if let (Some(inside), Some(aside)) = (inside.get_mut(index), aside.get_mut(index)) {
                *inside = within;
                *aside = within && (own || inherited);
            }
        }
        let is = |table: &[bool], container: usize| table.get(container).copied().unwrap_or(false);
        let first = self.blocks.iter().position(|placed| is(&inside, placed.container)).unwrap_or(0);
        let lead = self.blocks.iter().position(|placed| is(&inside, placed.container) && is_story(&placed.block));
        let in_front = |at: usize| at >= first && lead.is_none_or(|lead| at <= lead);
        let mut metadata = self.metadata;
        let times = self.times.into_iter().filter(|(at, _)| in_front(*at));
        metadata.extend(times.map(|(_, value)| ("time".to_owned(), value)));

        let title_inside = self
            .blocks
            .iter()
            .any(|placed| is(&inside, placed.container) && placed.block.kind == BlockKind::Heading(1));
        let mut outer_title = false;
        let mut blocks = Vec::new();
        for PlacedBlock { container, mut block } in self.blocks {
            let is_inside = is(&inside, container);
            let is_title = !is_inside && !title_inside && !outer_title && block.kind == BlockKind::Heading(1);
            outer_title |= is_title;
            if is(&aside, container) {
                block.kind = BlockKind::Aside;
            }
            if is_inside || is_title {
                blocks.push(block);
            }
        }
        Page { blocks, metadata, json_ld: self.json_ld }
    }
}

impl fmt::Display for Page {
    /// One line a block or a name, for tests and for looking at.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.metadata {
            writeln!(f, "meta {name} = {value}")?;
        }
        for script in &self.json_ld {
            writeln!(f, "json-ld {}", collapsed(script))?;
        }
        for Block { kind, text, attributes } in &self.blocks {
            write!(f, "{}", label(*kind))?;
            for (name, value) in attributes {
                write!(f, " {name}={value}")?;
            }
            writeln!(f, ": {text}")?;
        }
        Ok(())
    }
}

fn label(kind: BlockKind) -> String {
    match kind {
        BlockKind::Heading(level) => format!("h{level}"),
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::ListItem => "li".to_owned(),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
        BlockKind::Aside => "aside".to_owned(),
    }
}

impl From<Page> for Draft {
    /// The blocks and the metadata; JSON-LD is for who can parse JSON.
    fn from(page: Page) -> Self {
        Self { metadata: page.metadata, blocks: page.blocks, ..Self::default() }
    }
}

fn is_story(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph) && block.text.len() >= LONG_TEXT_BYTES
}

const fn strength(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Paragraph => 0,
        BlockKind::ListItem => 1,
        BlockKind::Quote => 2,
        BlockKind::Heading(_) => 3,
        BlockKind::Caption => 4,
        BlockKind::Aside => 5,
    }
}

/// Runs of white space as one space; none at the ends.
fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
