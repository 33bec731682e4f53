//! Extraction as a job that can stop after every small piece of work.
//!
//! The stages in their order are here, and those that read; `sentences` says what there is to read, `infer` dates articles
//! from the set, `result` makes the chronology.

mod infer;
mod result;
mod sentences;

use crate::gather::Gather;
use result::Assembly;
use sentences::{is_date, story_sentences};

use super::candidate::{Candidate, Standing};
use super::en::Lexicon;
use super::mention::{self, Sentence, Source, Thread};
use super::merge::Merge;
use super::model::Chronology;
use super::name::Survey;
use super::publication;
use super::reference::References;
use super::similar::Weights;
use super::token::tokens;
use crate::article::{Article, Role, StandingMatter, Warning};
use crate::calendar::{Day, Edtf};
use crate::lookup::words::{WordMap, WordSet};
use crate::text::{TextSpan, sentences};
use crate::timex::{Anchor, Stated, Timex, resolve};

/// What a caller may set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Title of the timeline.
    pub title: Option<String>,
    /// Names that a story adds: what an article writes, and the name that it stands for.
    pub names: Vec<(String, String)>,
    /// Whether the result carries the articles' texts.
    pub texts: Texts,
}

/// Whether the result carries the articles' texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Texts {
    /// It does: quotes can be shown in place.
    #[default]
    Kept,
    /// It does not.
    LeftOut,
}

/// How much work one step may do. It counts sentences and comparisons, never time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget(u32);

impl Budget {
    /// The least that a step can do: a paragraph tagged, a sentence read, a few reports compared.
    pub const SMALLEST: Self = Self(1);

    /// A few milliseconds of work in a page.
    pub const SMALL: Self = Self(8);

    /// So many pieces of work, at least one.
    #[must_use]
    pub const fn pieces(count: u32) -> Self {
        Self(if count == 0 { 1 } else { count })
    }
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do.
    Working {
        /// Articles read so far.
        article: usize,
        /// Articles in all.
        articles: usize,
        /// Reports of events found so far, before merging.
        events: usize,
    },
    /// All is done: [`Extraction::finish`] gives the result.
    Done,
}

/// What is known of one article.
#[derive(Debug)]
struct Reading {
    stated: Vec<Stated>,
    timexes: Vec<Timex>,
    people: Survey,
    title_keys: WordSet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Comparing what publishers say of themselves: the next article.
    Standing(usize),
    /// Finding expressions and names: article, passage.
    Tag(usize, usize),
    /// Resolving an article, and inferring its date from itself.
    Resolve(usize),
    /// Reading sentences: the place in `order`.
    Read(usize),
    /// Weighing the keys of the candidates, for inferring: the next candidate.
    Weigh(usize),
    /// Inferring dates from the set: the next article.
    Infer(usize),
    /// Merging.
    Merge,
    /// Making events of the groups.
    Assemble,
    /// Putting events in order.
    Settle,
    Done,
}

/// A running extraction over a set of articles.
#[derive(Debug)]
pub struct Extraction {
    articles: Vec<Article>,
    warnings: Vec<Warning>,
    options: Options,
    standing: StandingMatter,
    lexicon: Lexicon,
    survey: Survey,
    readings: Vec<Reading>,
    /// Articles still to be read, those re-read after inference among them.
    order: Vec<usize>,
    /// Sentences of the article being read, and which is next.
    current: Option<(Vec<Sentence>, usize, Thread)>,
    candidates: Vec<Candidate>,
    references: References,
    has_inferred: bool,
    weights: Weights,
    inferred: Vec<(usize, Edtf)>,
    /// The first and the last day on which articles were published.
    published: Option<(Day, Day)>,
    /// Candidates that are known to the day, for each day of the year; made when articles are dated from the set.
    days: Vec<Vec<usize>>,
    merge: Option<Merge>,
    index: WordMap<Vec<usize>>,
    assembly: Option<Assembly>,
    stage: Stage,
}

impl Extraction {
    /// Prepares to extract from these articles; `warnings` of their reading go into the notes.
    #[must_use]
    pub fn new(articles: Vec<Article>, warnings: Vec<Warning>, options: Options) -> Self {
        let survey = Survey::new(&options.names);
        let order = (0..articles.len()).gather();
        Self {
            articles,
            warnings,
            options,
            standing: StandingMatter::default(),
            lexicon: Lexicon::new(),
            survey,
            readings: Vec::new(),
            order,
            current: None,
            candidates: Vec::new(),
            references: References::default(),
            has_inferred: false,
            weights: Weights::default(),
            inferred: Vec::new(),
            published: None,
            days: Vec::new(),
            merge: None,
            index: WordMap::default(),
            assembly: None,
            stage: Stage::Standing(0),
        }
    }

    /// Works through one budget.
    pub fn step(&mut self, budget: Budget) -> Progress {
        for _ in 0..budget.0 {
            if self.stage == Stage::Done {
                return Progress::Done;
            }
            self.piece();
        }
        if self.stage == Stage::Done {
            return Progress::Done;
        }
        let article = match self.stage {
            Stage::Standing(_) => 0,
            Stage::Tag(article, _) => article / 2,
            Stage::Resolve(article) => (self.articles.len() + article) / 2,
            Stage::Read(place) => self.articles.len().saturating_sub(self.order.len().saturating_sub(place)),
            _ => self.articles.len(),
        };
        Progress::Working { article, articles: self.articles.len(), events: self.candidates.len() }
    }

    /// What has been found: everything after the last step, and what the articles read so far tell before it.
    #[must_use]
    pub fn finish(mut self) -> Chronology {
        if !matches!(self.stage, Stage::Merge | Stage::Assemble | Stage::Settle | Stage::Done) {
            self.stage = Stage::Merge;
        }
        while self.stage != Stage::Done {
            self.piece();
        }
        self.chronology()
    }

    fn piece(&mut self) {
        match self.stage {
            Stage::Standing(article) => self.compare(article),
            Stage::Tag(article, passage) => self.tag(article, passage),
            Stage::Resolve(article) => self.resolve(article),
            Stage::Read(place) => self.read(place),
            Stage::Weigh(from) => self.weigh(from),
            Stage::Infer(article) => self.infer(article),
            Stage::Merge => self.merge(),
            Stage::Assemble => self.assemble(),
            Stage::Settle => self.settle(),
            Stage::Done => {}
        }
    }

    /// Paragraphs that a publisher repeats about itself are set aside before anything is read.
    fn compare(&mut self, article: usize) {
        if article < self.articles.len() {
            self.standing.note(&self.articles, article);
            self.stage = Stage::Standing(article + 1);
        } else {
            let standing = std::mem::take(&mut self.standing);
            self.warnings.extend(standing.set_aside(&mut self.articles));
            self.stage = Stage::Tag(0, 0);
        }
    }

    fn tag(&mut self, article: usize, passage: usize) {
        let Some(source) = self.articles.get(article) else {
            self.stage = Stage::Resolve(0);
            return;
        };
        if passage == 0 {
            self.survey.begin_article();
            self.readings.push(Reading {
                stated: Vec::new(),
                timexes: Vec::new(),
                people: Survey::default(),
                title_keys: WordSet::default(),
            });
        }
        let Some(reading) = self.readings.get_mut(article) else { return };
        let Some(at) = source.passages.get(passage) else {
            reading.title_keys = title_keys(source, &self.lexicon, &self.survey);
            reading.people = self.survey.people();
            self.stage = Stage::Tag(article + 1, 0);
            return;
        };
        if is_story(at.role) || at.role == Role::Heading {
            let offset = reading.stated.len();
            let found = source.language().find(at.span.of(&source.text));
            if is_story(at.role) || is_date(at.span.of(&source.text), &found) {
                for mut stated in found {
                    stated.span = stated.span.shifted(at.span.start);
                    stated.partner = stated.partner.map(|partner| partner + offset);
                    reading.stated.push(stated);
                }
            }
        }
        if is_story(at.role) || matches!(at.role, Role::Title | Role::Standfirst) {
            for sentence in sentences(at.span.of(&source.text)) {
                let found = tokens(&source.text, sentence.shifted(at.span.start), &[], &self.lexicon);
                self.survey.read(&found, &self.lexicon, !is_story(at.role));
            }
        }
        self.stage = Stage::Tag(article, passage + 1);
    }

    fn resolve(&mut self, article: usize) {
        let (Some(source), Some(reading)) = (self.articles.get_mut(article), self.readings.get_mut(article)) else {
            self.stage = Stage::Read(0);
            return;
        };
        if source.published.date.is_none()
            && let Some(inferred) = publication::inferred(source, &reading.stated)
        {
            source.published = inferred;
        }
        // About a year is evidence for the set, and too little to count weekdays from.
        let anchor = Anchor { published: source.published.date };
        reading.timexes = resolve(&source.text, &reading.stated, &anchor);
        self.stage = Stage::Resolve(article + 1);
    }

    fn read(&mut self, place: usize) {
        let Some(article) = self.order.get(place).copied() else {
            self.stage = if self.has_inferred { Stage::Merge } else { Stage::Weigh(0) };
            return;
        };
        let (Some(source), Some(reading)) = (self.articles.get(article), self.readings.get(article)) else {
            self.stage = Stage::Read(place + 1);
            return;
        };
        let (list, next, mut thread) =
            self.current.take().unwrap_or_else(|| (story_sentences(source, &reading.timexes), 0, Thread::default()));
        let Some(sentence) = list.get(next).copied() else {
            self.stage = Stage::Read(place + 1);
            return;
        };
        let told = Source {
            article: source,
            index: article,
            published: source.published.date,
            timexes: &reading.timexes,
            lexicon: &self.lexicon,
            survey: &reading.people,
            capitals: &self.survey,
            title_keys: &reading.title_keys,
        };
        let found = mention::read(&told, sentence, &mut thread, &mut self.references);
        self.candidates.extend(found);
        if next + 1 == list.len() {
            self.bound_undated(article, &thread);
        }
        self.current = Some((list, next + 1, thread));
    }

    /// An undated lead happened after the latest thing its article tells as past.
    fn bound_undated(&mut self, article: usize, thread: &Thread) {
        for candidate in self.candidates.iter_mut().rev().take_while(|candidate| candidate.article == article) {
            if candidate.date.is_none() && candidate.standing == Standing::Lead {
                candidate.after = thread.latest();
            }
        }
    }

    fn merge(&mut self) {
        let mut merge = self.merge.take().unwrap_or_else(Merge::new);
        if !merge.step(&self.candidates, &self.articles, &mut self.index) {
            self.stage = Stage::Assemble;
        }
        self.merge = Some(merge);
    }
}

const fn is_story(role: Role) -> bool {
    matches!(role, Role::Story)
}

fn title_keys(article: &Article, lexicon: &Lexicon, survey: &Survey) -> WordSet {
    let Some(title) = &article.title else { return WordSet::default() };
    let found = tokens(title, TextSpan::new(0, title.len()), &[], lexicon);
    let mut keys: WordSet =
        super::name::names(&found, lexicon, survey, survey).into_iter().map(|name| format!("={}", name.text)).collect();
    let lower = (0..found.len()).filter(|at| !found[*at].is_capital);
    keys.extend(lower.filter_map(|at| mention::key(&found, at, lexicon)));
    keys
}
