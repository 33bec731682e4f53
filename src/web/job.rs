//! Reading as a job in steps, so that the page stays responsive: records to articles, articles to events.

use std::collections::VecDeque;

use wasm_bindgen::JsValue;

use super::json::{Pieces, json_from_js};
use super::page::draft_from_html;
use crate::article::{Article, Draft, Ids, Record, Warning};
use crate::event::{Budget, Chronology, Extraction, Options, Progress};
use crate::float;
use crate::interchange::{Import, Json};

/// How long one step works. Tasks stay well under the 50 ms from which browsers call them long.
pub(crate) const STEP_MS: f64 = 8.0;

/// An article that waits.
pub(crate) enum Waiting {
    /// As the page had it.
    Draft(Box<Draft>),
    /// As a record has it: the page's own value, carried across when its turn comes.
    Record(JsValue),
}

/// How far reading is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Standing {
    /// Which article is being read, from 1.
    pub(crate) article: usize,
    /// How many there are.
    pub(crate) articles: usize,
    /// Its title, else its id.
    pub(crate) title: String,
    /// Events so far.
    pub(crate) events: usize,
    /// The share of the work that is done, 0 to 1.
    pub(crate) share: f64,
}

/// Reading a record is little beside finding its events.
const SHARE_OF_RECORDS: f64 = 0.2;

/// Something on its way to being a chronology.
pub(crate) struct Job {
    kind: Kind,
    /// All steps are done; what is left is to put the result together, a step of its own.
    pub(crate) is_done: bool,
    pub(crate) standing: Standing,
}

enum Kind {
    Articles(Box<Reading>),
    Document(Box<(Pieces, Import)>),
}

/// A set of articles being read.
struct Reading {
    waiting: VecDeque<Waiting>,
    articles: Vec<Article>,
    titles: Vec<String>,
    warnings: Vec<Warning>,
    ids: Ids,
    extraction: Option<Extraction>,
    title: Option<String>,
}

impl Job {
    /// Begins with these articles; `title` is the timeline's.
    pub(crate) fn of_articles(waiting: VecDeque<Waiting>, title: Option<String>) -> Self {
        let standing = Standing { articles: waiting.len(), article: 1, ..Standing::default() };
        let (articles, titles, warnings) = (Vec::new(), Vec::new(), Vec::new());
        let reading = Reading { waiting, articles, titles, warnings, ids: Ids::new(), extraction: None, title };
        Self { kind: Kind::Articles(Box::new(reading)), is_done: false, standing }
    }

    /// Begins with a timeline document.
    pub(crate) fn of_document(document: JsValue) -> Result<Self, String> {
        let pieces = Pieces::new(document);
        let import = Import::new(&pieces.head()).map_err(|error| error.to_string())?;
        let kind = Kind::Document(Box::new((pieces, import)));
        Ok(Self { kind, is_done: false, standing: Standing::default() })
    }

    /// Works until `is_over` says that the time is up, or all is done.
    pub(crate) fn step(&mut self, is_over: &dyn Fn() -> bool) {
        loop {
            let goes_on = match &mut self.kind {
                Kind::Articles(reading) => reading.advance(&mut self.standing),
                Kind::Document(parts) => {
                    let (pieces, import) = parts.as_mut();
                    let events = pieces.next_events();
                    self.standing.share = pieces.share();
                    events.is_some_and(|events| {
                        import.add_events(&events);
                        true
                    })
                }
            };
            self.is_done = !goes_on;
            if self.is_done || is_over() {
                return;
            }
        }
    }

    /// What has been found, and the page's own document where it was one: everything after the last step, less where
    /// the reader stopped before.
    pub(crate) fn finish(self) -> (Chronology, Option<JsValue>) {
        match self.kind {
            Kind::Articles(reading) => (reading.finish(), None),
            Kind::Document(parts) => {
                let (pieces, import) = *parts;
                let (mut chronology, notes) = import.finish();
                chronology.notes.extend(notes);
                (chronology, Some(pieces.into_document()))
            }
        }
    }
}

impl Reading {
    /// One small piece of work.
    fn advance(&mut self, standing: &mut Standing) -> bool {
        if let Some(next) = self.waiting.pop_front() {
            let draft = match next {
                Waiting::Draft(draft) => *draft,
                Waiting::Record(record) => draft_of(&json_from_js(&record)),
            };
            let (article, warnings) = Article::from_draft(draft, &mut self.ids);
            self.titles.push(article.title.clone().unwrap_or_else(|| article.id.clone()));
            self.articles.push(article);
            self.warnings.extend(warnings);
            self.note(standing, self.articles.len(), 0, (0.0, SHARE_OF_RECORDS));
            return true;
        }
        match self.extraction().step(Budget::SMALLEST) {
            Progress::Working { article, events, .. } => {
                self.note(standing, article, events, (SHARE_OF_RECORDS, 1.0));
                true
            }
            Progress::Done => false,
        }
    }

    fn extraction(&mut self) -> &mut Extraction {
        self.extraction.get_or_insert_with(|| {
            let options = Options { title: self.title.take(), ..Options::default() };
            Extraction::new(std::mem::take(&mut self.articles), std::mem::take(&mut self.warnings), options)
        })
    }

    /// Notes how far the articles are, in a part of the work from one share to another.
    fn note(&self, standing: &mut Standing, article: usize, events: usize, (from, to): (f64, f64)) {
        let share = from + (to - from) * article as f64 / standing.articles.max(1) as f64;
        standing.share = float::clamped(share, standing.share, 1.0);
        standing.events = events;
        standing.article = article.clamp(1, standing.articles.max(1));
        standing.title = self.titles.get(standing.article - 1).cloned().unwrap_or_default();
    }

    fn finish(mut self) -> Chronology {
        self.extraction();
        self.extraction.map(Extraction::finish).unwrap_or_default()
    }
}

/// A record as a draft. Fields may be missing; ids and years may be numbers.
fn draft_of(record: &Json) -> Draft {
    let text = |name: &str| record.get(name).and_then(Json::as_str).map(str::to_owned);
    let word = |name: &str| text(name).or_else(|| record.get(name)?.as_integer().map(|number| number.to_string()));
    let record = Record {
        id: word("id"),
        title: text("title"),
        text: text("text"),
        html: text("html"),
        published: word("published"),
        publisher: text("publisher"),
        url: text("url"),
        lang: text("lang"),
        name: text("name"),
    };
    record.into_draft(draft_from_html)
}
