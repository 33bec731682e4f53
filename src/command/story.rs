//! What `extract` and `explain` have in common: files in, a story with an editor's corrections out.

use std::collections::BTreeMap;
use std::fs;

use clap::Args;

use eraline::article::{Article, Draft, Encoding, Ids, Input, Publication, PublishedBasis, Warning, publication_date};
use eraline::calendar::Edtf;
use eraline::edit::{self, Edits};
use eraline::event::{Budget, Chronology, Extraction, Options, Progress, Texts};
use eraline::interchange::{Document, Json, edits_from_json};

use super::problems::note;
use super::{Problems, files};

/// Often enough for the bar to move, seldom enough to cost nothing.
const PIECES_A_STEP: u32 = 256;

/// Where a story comes from.
#[derive(Debug, Args)]
pub(crate) struct Sources {
    /// The files to read; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,

    /// A title for the timeline.
    #[arg(long)]
    title: Option<String>,

    /// When an article was published, by its id: 002=2024-05-17. May be given for several.
    #[arg(long, value_name = "ID=DATE", value_parser = publication)]
    published: Vec<(String, Edtf)>,

    /// An editor's corrections, made after the articles are read: see docs/edits.md.
    #[arg(long, value_name = "FILE")]
    edits: Option<String>,
}

fn publication(argument: &str) -> Result<(String, Edtf), String> {
    argument
        .split_once('=')
        .and_then(|(id, date)| Some((id.trim().to_owned(), publication_date(date)?)))
        .ok_or_else(|| "expected an id and a date such as 002=2024-05-17".to_owned())
}

/// What all files hold together.
#[derive(Default)]
struct Inputs {
    drafts: Vec<Draft>,
    documents: Vec<(String, String)>,
}

/// A story, and the document that it was read from, which keeps what this version does not know.
pub(crate) struct Story {
    pub(crate) chronology: Chronology,
    given: Option<Document>,
}

impl Story {
    /// The timeline document: the one that was given, as it was, else a new one.
    pub(crate) fn into_document(self) -> Document {
        self.given.unwrap_or_else(|| Document::from(&self.chronology))
    }
}

impl Sources {
    /// The story that the files tell, corrected; `None` where there is nothing to tell. What cannot be read is reported
    /// and left out.
    pub(crate) fn story(&self, problems: &mut Problems) -> Option<Story> {
        let inputs = read(&self.files, problems);
        let corrections = self.edits.as_deref().and_then(|name| Some((name, edits(name, problems)?)));
        let mut story = story(inputs, self, problems)?;
        if let Some((name, edits)) = corrections {
            for found in edit::apply(&mut story.chronology, &edits) {
                problems.add(name, &found.message);
            }
            story.given = None;
        }
        Some(story)
    }
}

/// Reads an edits file.
fn edits(name: &str, problems: &mut Problems) -> Option<Edits> {
    let text = fs::read_to_string(name).map_err(|error| format!("expected an edits file, found {error}"));
    let read = text.and_then(|text| {
        Json::from_json_str(&text).and_then(|json| edits_from_json(&json)).map_err(|error| error.to_string())
    });
    match read {
        Ok(edits) => Some(edits),
        Err(message) => {
            problems.add(name, &message);
            None
        }
    }
}

fn read(names: &[String], problems: &mut Problems) -> Inputs {
    let mut inputs = Inputs::default();
    for file in files::read_all(names) {
        let reading = match file.reading {
            Ok(reading) => reading,
            Err(message) => {
                problems.add(&file.label, &message);
                continue;
            }
        };
        for problem in &reading.problems {
            problems.add(&file.label, &problem.to_string());
        }
        match reading.encoding {
            Encoding::Utf8 | Encoding::Utf16 => {}
            Encoding::Windows1252 => note(&file.label, "expected UTF-8, found other bytes; read as Windows-1252"),
            Encoding::Replaced => note(&file.label, "expected UTF-8, found other bytes too; they are read as \u{fffd}"),
        }
        match reading.input {
            Input::Articles(drafts) => inputs.drafts.extend(drafts),
            Input::Document(text) => inputs.documents.push((file.label, text)),
        }
    }
    inputs
}

/// What the articles tell, or the one document where there are no articles; `None` where there is neither.
fn story(inputs: Inputs, sources: &Sources, problems: &mut Problems) -> Option<Story> {
    let Inputs { drafts, documents } = inputs;
    if let ([(label, text)], true) = (documents.as_slice(), drafts.is_empty()) {
        return story_from_json(label, text, problems);
    }
    for (label, _) in &documents {
        problems.add(label, "expected articles, found a timeline document, which must be the only file");
    }
    if drafts.is_empty() {
        return None;
    }
    let mut ids = Ids::new();
    let mut warnings = Vec::new();
    let mut articles = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let (article, found) = Article::from_draft(draft, &mut ids);
        articles.push(article);
        warnings.extend(found);
    }
    set_publication(&mut articles, &sources.published, problems);
    Some(Story { chronology: extracted(articles, warnings, sources), given: None })
}

/// Reads a timeline; what it cannot read of it is noted, and a timeline document keeps it as it is.
fn story_from_json(label: &str, text: &str, problems: &mut Problems) -> Option<Story> {
    let read = Json::from_json_str(text).and_then(Document::import).and_then(|(document, mut notes)| {
        let (chronology, more) = document.chronology()?;
        notes.extend(more);
        notes.iter().for_each(|found| note(label, &found.message));
        Ok(Story { chronology, given: Some(document) })
    });
    read.map_err(|error| problems.add(label, &error.to_string())).ok()
}

fn set_publication(articles: &mut [Article], published: &[(String, Edtf)], problems: &mut Problems) {
    let mut dates: BTreeMap<&str, Edtf> = published.iter().map(|(id, date)| (id.as_str(), *date)).collect();
    for article in articles {
        if let Some(date) = dates.remove(article.id.as_str()) {
            article.published = Publication { date: Some(date), basis: PublishedBasis::Given, evidence: None };
        }
    }
    for id in dates.keys() {
        problems.add("--published", &format!("expected the id of an article, found {id:?}"));
    }
}

/// Runs the extraction to its end, with a bar on a terminal.
fn extracted(articles: Vec<Article>, warnings: Vec<Warning>, sources: &Sources) -> Chronology {
    let options = Options { title: sources.title.clone(), texts: Texts::Kept, ..Options::default() };
    let bar = files::progress(articles.len() as u64, "extract");
    let mut extraction = Extraction::new(articles, warnings, options);
    while let Progress::Working { article, .. } = extraction.step(Budget::pieces(PIECES_A_STEP)) {
        bar.set_position(article as u64);
    }
    bar.finish_and_clear();
    extraction.finish()
}
