//! A timeline document read into a chronology. Whatever can be read is kept; the rest becomes notes that say where
//! it stands, what was expected and what was found.

use super::document::check_version;
use super::node::Node;
use super::values::{UsedIds, Values};
use super::words::{ANCHOR_ORIGIN, BASIS, DATE_BASIS, ERA_BASIS, EXTENT, HEADLINE_BASIS, PUBLISHED_BASIS, STATUS};
use super::{ImportError, Json};
use crate::article::{Publication, PublishedBasis};
use crate::event::{
    AnchorOrigin, Basis, Chronology, Conflict, Era, EraBasis, Event, Extent, HeadlineBasis, Media, Mention,
    MentionAnchor, Note, SourceArticle, Status,
};
use crate::gather::Gather;
use crate::lookup::words::WordMap;
use crate::text::{ScalarSpan, TextSpan, quoted, shortened};

/// Longest headline made of a quote where none is given, in characters.
const LONGEST_HEADLINE: usize = 90;

/// Salience of an event that gives none: neither a lead nor the first to go.
const DEFAULT_SALIENCE: f64 = 0.5;

/// A document that is read in pieces, so that a page can read a large one without holding up its reader: first
/// everything but the events, then the events a few hundred at a time.
#[derive(Debug)]
pub struct Import {
    chronology: Chronology,
    reader: Reader,
    ids: UsedIds,
    event_count: usize,
}

impl Import {
    /// Reads all of a document but its `events`; they may be missing here.
    ///
    /// # Errors
    /// As [`Document::from_json`](super::Document::from_json) and
    /// [`Document::chronology`](super::Document::chronology).
    pub fn new(head: &Json) -> Result<Self, ImportError> {
        check_version(head)?;
        let root = Node::root(head);
        let mut reader = Reader::default();
        let mut chronology = Chronology {
            title: reader.values.text(&root, "title"),
            lang: reader.values.text(&root, "lang"),
            range: reader.values.date(&root, "range"),
            ..Chronology::default()
        };
        reader.articles(items(&root, "articles")?);
        if let Some((part, items)) = items(&root, "eras")? {
            let mut ids = UsedIds::default();
            for (at, item) in items.iter().enumerate() {
                let node = part.item(at, item);
                let Some(mut era) = reader.era(&node) else { continue };
                reader.values.make_unique(&node, &mut era.id, &mut ids);
                chronology.eras.push(era);
            }
        }
        if let Some((part, items)) = items(&root, "warnings")? {
            let note = |(at, item)| reader.note(&part.item(at, item));
            chronology.notes = items.iter().enumerate().filter_map(note).gather();
        }
        let mut import = Self { chronology, reader, ids: UsedIds::default(), event_count: 0 };
        if let Some((part, items)) = items(&root, "undated")? {
            for (at, item) in items.iter().enumerate() {
                import.add(&part.item(at, item));
            }
        }
        Ok(import)
    }

    /// Reads the next items of the document's `events`.
    pub fn add_events(&mut self, items: &[Json]) {
        let root = Node::root(&Json::Null);
        let part = root.named("events");
        for item in items {
            self.add(&part.item(self.event_count, item));
            self.event_count += 1;
        }
    }

    fn add(&mut self, node: &Node<'_>) {
        let Some(mut event) = self.reader.event(node) else { return };
        self.reader.values.make_unique(node, &mut event.id, &mut self.ids);
        let chronology = &mut self.chronology;
        if event.date.is_some() { &mut chronology.events } else { &mut chronology.undated }.push(event);
    }

    /// Puts everything in order, and gives it with the notes on what could not be read as it stood.
    #[must_use]
    pub fn finish(self) -> (Chronology, Vec<Note>) {
        let Self { mut chronology, reader, .. } = self;
        chronology.articles = reader.articles;
        chronology.put_in_order();
        (chronology, reader.values.notes)
    }
}

/// Reads a whole document.
pub(super) fn chronology(json: &Json) -> Result<(Chronology, Vec<Note>), ImportError> {
    let root = Node::root(json);
    let events = items(&root, "events")?;
    let mut import = Import::new(json)?;
    if let Some((_, items)) = events {
        import.add_events(items);
    }
    Ok(import.finish())
}

/// A part of the document and its items; `None` where the document does without.
fn items<'n>(root: &'n Node<'n>, place: &'static str) -> Result<Option<(Node<'n>, &'n [Json])>, ImportError> {
    let Some(part) = root.field(place) else { return Ok(None) };
    match part.json.as_array() {
        Some(items) => Ok(Some((part, items))),
        None => Err(ImportError::NotAList { place, found: part.json.described() }),
    }
}

/// Reads items one after the other and remembers which articles there are.
#[derive(Debug, Default)]
struct Reader {
    values: Values,
    articles: Vec<SourceArticle>,
    article_from_id: WordMap<usize>,
}

impl Reader {
    fn articles(&mut self, part: Option<(Node<'_>, &[Json])>) {
        let Some((part, items)) = part else { return };
        let mut ids = UsedIds::default();
        for (at, item) in items.iter().enumerate() {
            let node = part.item(at, item);
            if !self.values.is_object(&node) {
                continue;
            }
            let mut id = self.values.text(&node, "id").unwrap_or_else(|| format!("{at:03}"));
            self.values.make_unique(&node, &mut id, &mut ids);
            let article = self.article(&node, id);
            self.add_article(article);
        }
    }

    fn article(&mut self, node: &Node<'_>, id: String) -> SourceArticle {
        let values = &mut self.values;
        let text = values.text(node, "text");
        let date = values.date(node, "published");
        let unstated = if date.is_some() { PublishedBasis::Given } else { PublishedBasis::Unknown };
        let evidence = values.range(node, "published_evidence");
        SourceArticle {
            id,
            title: values.text(node, "title"),
            publisher: values.text(node, "publisher"),
            url: values.text(node, "url"),
            lang: values.text(node, "lang"),
            published: Publication {
                date,
                basis: values.word(node, "published_basis", PUBLISHED_BASIS).unwrap_or(unstated),
                evidence: evidence.zip(text.as_deref()).and_then(|(span, text)| bytes_from_scalars(text, span)),
            },
            text,
        }
    }

    fn add_article(&mut self, article: SourceArticle) -> usize {
        let index = self.articles.len();
        self.article_from_id.insert(&article.id, index);
        self.articles.push(article);
        index
    }

    /// The article that a mention names; one that the document does not list is added by its bare id.
    fn article_of(&mut self, mention: &Node<'_>) -> usize {
        let id = self.values.text(mention, "article");
        if id.is_none() && self.articles.len() == 1 {
            return 0;
        }
        let id = id.unwrap_or_default();
        if let Some(index) = self.article_from_id.get(&id) {
            return *index;
        }
        self.values.expected(mention, "unknown-article", "the id of an article", &quoted(&id));
        let published = Publication { date: None, basis: PublishedBasis::Unknown, evidence: None };
        let (title, publisher, url, lang, text) = Default::default();
        self.add_article(SourceArticle { id, title, publisher, url, lang, published, text })
    }

    fn event(&mut self, node: &Node<'_>) -> Option<Event> {
        if !self.values.is_object(node) {
            return None;
        }
        let (mentions, places_of_mentions) = self.mentions(node);
        let conflicts = self.conflicts(node, &places_of_mentions);
        let media = self.media(node);
        let values = &mut self.values;
        let text = values.text(node, "text");
        let headline = values.text(node, "headline").filter(|headline| !headline.trim().is_empty());
        let headline = headline.or_else(|| headline_from(text.as_deref(), &mentions));
        let Some(headline) = headline else {
            values.expected(node, "no-headline", "a headline", "none, and no quote either; left out");
            return None;
        };
        let date = values.date(node, "date");
        let written_date = node.json.get("date").and_then(Json::as_str).filter(|_| date.is_none());
        Some(Event {
            id: values.text(node, "id").unwrap_or_else(|| values.next_id()),
            aliases: values.texts(node, "aliases"),
            date,
            date_basis: values.word(node, "date_basis", DATE_BASIS).unwrap_or_default(),
            after: values.date(node, "after"),
            before: values.date(node, "before"),
            extent: values.word(node, "extent", EXTENT).unwrap_or(Extent::Within),
            status: values.word(node, "status", STATUS).unwrap_or(Status::Happened),
            headline,
            headline_basis: values.word(node, "headline_basis", HEADLINE_BASIS).unwrap_or(HeadlineBasis::Edited),
            participants: values.texts(node, "participants"),
            places: values.texts(node, "places"),
            tags: values.texts(node, "tags"),
            group: values.text(node, "group"),
            salience: values.number(node, "salience").map_or(DEFAULT_SALIENCE, salience),
            part_of: values.text(node, "part_of"),
            text,
            // A date that we cannot read may still tell a reader something.
            display_date: values.text(node, "display_date").or_else(|| written_date.map(str::to_owned)),
            media,
            mentions,
            conflicts,
        })
    }

    /// The mentions that could be read, and for every item of the list where it went.
    fn mentions(&mut self, event: &Node<'_>) -> (Vec<Mention>, Vec<Option<usize>>) {
        let mut mentions = Vec::new();
        let mut places = Vec::new();
        let Some((part, items)) = self.values.list(event, "mentions") else { return (mentions, places) };
        for (at, item) in items.iter().enumerate() {
            let node = part.item(at, item);
            if self.values.is_object(&node) {
                places.push(Some(mentions.len()));
                mentions.push(self.mention(&node));
            } else {
                places.push(None);
            }
        }
        (mentions, places)
    }

    fn mention(&mut self, node: &Node<'_>) -> Mention {
        let article = self.article_of(node);
        let values = &mut self.values;
        let anchor = node.field("anchor").and_then(|anchor| {
            Some(MentionAnchor {
                date: values.date(&anchor, "date")?,
                from: values.word(&anchor, "from", ANCHOR_ORIGIN).unwrap_or(AnchorOrigin::Given),
            })
        });
        Mention {
            article,
            range: values.range(node, "range"),
            quote: values.text(node, "quote").unwrap_or_default(),
            expression: values.text(node, "expression"),
            expression_range: values.range(node, "expression_range"),
            timex: values.text(node, "timex"),
            date: values.date(node, "date"),
            basis: values.word(node, "basis", BASIS).unwrap_or(Basis::Stated),
            anchor,
            attribution: values.text(node, "attribution"),
            rule: values.text(node, "rule").unwrap_or_default(),
        }
    }

    fn conflicts(&mut self, event: &Node<'_>, places_of_mentions: &[Option<usize>]) -> Vec<Conflict> {
        let Some((part, items)) = self.values.list(event, "conflicts") else { return Vec::new() };
        let read = |(at, item)| {
            let node = part.item(at, item);
            if !self.values.is_object(&node) {
                return None;
            }
            let date = self.values.date(&node, "date")?;
            let number = self.values.count(&node, "mention")?;
            let Some(mention) = places_of_mentions.get(number).copied().flatten() else {
                self.values.expected(&node, "bad-value", "the number of a mention of this event", &number.to_string());
                return None;
            };
            Some(Conflict { date, mention })
        };
        items.iter().enumerate().filter_map(read).gather()
    }

    fn media(&mut self, event: &Node<'_>) -> Vec<Media> {
        let Some((part, items)) = self.values.list(event, "media") else { return Vec::new() };
        let values = &mut self.values;
        let read = |(at, item)| {
            let node = part.item(at, item);
            if !values.is_object(&node) {
                return None;
            }
            let Some(url) = values.text(&node, "url") else {
                values.expected(&node, "bad-value", "an object with a url", "none");
                return None;
            };
            Some(Media { url, caption: values.text(&node, "caption"), credit: values.text(&node, "credit") })
        };
        items.iter().enumerate().filter_map(read).gather()
    }

    fn era(&mut self, node: &Node<'_>) -> Option<Era> {
        if !self.values.is_object(node) {
            return None;
        }
        let values = &mut self.values;
        let label = values.text(node, "label").filter(|label| !label.trim().is_empty());
        let date = values.date(node, "date");
        let (Some(label), Some(date)) = (label, date) else {
            values.expected(node, "bad-era", "an era with a label and a date", "one without; left out");
            return None;
        };
        Some(Era {
            id: values.text(node, "id").unwrap_or_else(|| values.next_id()),
            label,
            date,
            level: values.count(node, "level").and_then(|level| u8::try_from(level).ok()).unwrap_or(1).max(1),
            basis: values.word(node, "basis", ERA_BASIS).unwrap_or(EraBasis::Given),
        })
    }

    fn note(&mut self, node: &Node<'_>) -> Option<Note> {
        if !self.values.is_object(node) {
            return None;
        }
        Some(Note {
            code: self.values.text(node, "code").unwrap_or_default(),
            article: self.values.text(node, "article"),
            range: self.values.range(node, "range"),
            message: self.values.text(node, "message").unwrap_or_default(),
        })
    }
}

/// Salience with the four decimals that documents give it, so that reading and writing agree on the order.
fn salience(number: f64) -> f64 {
    (number.clamp(0.0, 1.0) * 10_000.0).round() / 10_000.0
}

/// The beginning of the event's text or of its first quote, cut at a word.
fn headline_from(text: Option<&str>, mentions: &[Mention]) -> Option<String> {
    let quotes = mentions.iter().map(|mention| mention.quote.as_str());
    let source = text.into_iter().chain(quotes).map(str::trim).find(|source| !source.is_empty())?;
    Some(shortened(source, LONGEST_HEADLINE))
}

/// The bytes of a range counted in characters; `None` where the text is shorter.
fn bytes_from_scalars(text: &str, span: ScalarSpan) -> Option<TextSpan> {
    let mut boundaries = text.char_indices().map(|(at, _)| at).chain(Some(text.len()));
    let start = boundaries.nth(span.start)?;
    let end = match span.end - span.start {
        0 => start,
        count => boundaries.nth(count - 1)?,
    };
    Some(TextSpan::new(start, end))
}
