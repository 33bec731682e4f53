//! Reading as a job in steps, so that the page stays responsive: records to articles, articles to events.

use std::collections::VecDeque;

use self::stub::{Budget, Extraction, Progress};
use super::page::draft_from_html;
use crate::article::{Article, Draft, Ids, Warning};
use crate::event::Chronology;
use crate::interchange::Json;

/// How long one step works. Tasks stay well under the 50 ms from which browsers call them long.
pub(crate) const STEP_MS: f64 = 12.0;

/// An article that waits.
pub(crate) enum Waiting {
    /// As the page had it.
    Draft(Box<Draft>),
    /// As a record has it.
    Record(Json),
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

/// A set of articles on its way to a chronology.
pub(crate) struct Job {
    waiting: VecDeque<Waiting>,
    articles: Vec<Article>,
    titles: Vec<String>,
    warnings: Vec<Warning>,
    ids: Ids,
    extraction: Option<Extraction>,
    title: Option<String>,
    pub(crate) standing: Standing,
}

impl Job {
    /// Begins with these articles; `title` is the timeline's.
    pub(crate) fn new(waiting: VecDeque<Waiting>, title: Option<String>) -> Self {
        let standing = Standing { articles: waiting.len(), article: 1, ..Standing::default() };
        let (articles, titles, warnings) = (Vec::new(), Vec::new(), Vec::new());
        Self { waiting, articles, titles, warnings, ids: Ids::new(), extraction: None, title, standing }
    }

    /// Works until `is_over` says that the time is up; gives whether there is more to do.
    pub(crate) fn step(&mut self, is_over: &dyn Fn() -> bool) -> bool {
        loop {
            if !self.advance() {
                return false;
            }
            if is_over() {
                return true;
            }
        }
    }

    /// One small piece of work.
    fn advance(&mut self) -> bool {
        if let Some(next) = self.waiting.pop_front() {
            let draft = match next {
                Waiting::Draft(draft) => *draft,
                Waiting::Record(record) => draft_of(&record),
            };
            let (article, warnings) = Article::from_draft(draft, &mut self.ids);
            self.titles.push(article.title.clone().unwrap_or_else(|| article.id.clone()));
            self.articles.push(article);
            self.warnings.extend(warnings);
            self.note(self.articles.len(), 0, SHARE_OF_RECORDS, 0.0);
            return true;
        }
        let extraction = self.extraction.get_or_insert_with(|| {
            Extraction::new(std::mem::take(&mut self.articles), std::mem::take(&mut self.warnings))
        });
        match extraction.step(Budget::SMALL) {
            Progress::Working { article, events, .. } => {
                self.note(article, events, 1.0 - SHARE_OF_RECORDS, SHARE_OF_RECORDS);
                true
            }
            Progress::Done => false,
        }
    }

    fn note(&mut self, article: usize, events: usize, part: f64, before: f64) {
        let share = before + part * article as f64 / self.standing.articles.max(1) as f64;
        let standing = &mut self.standing;
        standing.share = share.clamp(standing.share, 1.0);
        standing.events = events;
        if standing.article != article {
            standing.article = article.clamp(1, standing.articles.max(1));
            standing.title = self.titles.get(standing.article - 1).cloned().unwrap_or_default();
        }
    }

    /// What has been found: everything after the last step, less where the reader stopped before.
    pub(crate) fn finish(mut self) -> Chronology {
        let (articles, warnings) = (self.articles, self.warnings);
        let extraction = self.extraction.take().unwrap_or_else(|| Extraction::new(articles, warnings));
        let mut chronology = extraction.finish();
        chronology.title = self.title.or(chronology.title);
        chronology
    }
}

/// A record as a draft. Fields may be missing; ids and years may be numbers.
fn draft_of(record: &Json) -> Draft {
    let text =
        |name: &str| record.get(name).and_then(Json::as_str).map(str::to_owned).filter(|text| !text.trim().is_empty());
    let word = |name: &str| text(name).or_else(|| record.get(name)?.as_integer().map(|number| number.to_string()));
    let draft = match (text("text"), text("html")) {
        (Some(text), _) => Draft::from_text(text),
        (None, Some(html)) => draft_from_html(&html),
        (None, None) => Draft::default(),
    };
    Draft {
        id: word("id").or(draft.id),
        name: text("name").or(draft.name),
        title: text("title").or(draft.title),
        published: word("published").or(draft.published),
        publisher: text("publisher").or(draft.publisher),
        url: text("url").or(draft.url),
        lang: text("lang").or(draft.lang),
        ..draft
    }
}

mod stub {
    use crate::article::{Article, Warning};
    use crate::event::Chronology;

    pub(super) struct Extraction;
    pub(super) struct Budget;
    pub(super) enum Progress {
        #[expect(dead_code, reason = "stub")]
        Working {
            article: usize,
            articles: usize,
            events: usize,
        },
        Done,
    }
    impl Budget {
        pub(super) const SMALL: Self = Self;
    }
    impl Extraction {
        pub(super) fn new(_: Vec<Article>, _: Vec<Warning>) -> Self {
            Self
        }
        pub(super) fn step(&mut self, _: Budget) -> Progress {
            Progress::Done
        }
        pub(super) fn finish(self) -> Chronology {
            Chronology::default()
        }
    }
}
