//! `eraline extract`: articles in, a timeline out.

use std::collections::BTreeMap;
use std::io::{self, Write};

use clap::Args;

use eraline::article::{Article, Draft, Encoding, Ids, Input, Publication, PublishedBasis, Warning, publication_date};
use eraline::calendar::Edtf;
use eraline::event::{Budget, Chronology, Extraction, Options, Progress, Texts};
use eraline::interchange::{Document, Json};

use super::formats::{Format, printed};
use super::problems::note;
use super::{Problems, files};

/// Often enough for the bar to move, seldom enough to cost nothing.
const PIECES_A_STEP: u32 = 256;

/// Reads articles and prints the timeline that they tell together.
///
/// Takes plain text, HTML, JSON (an article {"id", "title", "text" or "html", "published", "publisher", "url", "lang"}
/// or a list of them) and JSON Lines, told by the file's ending or else by its content. A timeline document that this
/// command printed before and the JSON of TimelineJS are taken too, alone, and printed again.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The files to read; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,

    /// How to print the timeline.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// A title for the timeline.
    #[arg(long)]
    title: Option<String>,

    /// Leave the articles' texts out of the document; the quotes stay, and a digest of each text.
    #[arg(long)]
    without_texts: bool,

    /// When an article was published, by its id: 002=2024-05-17. May be given for several.
    #[arg(long, value_name = "ID=DATE", value_parser = publication)]
    published: Vec<(String, Edtf)>,
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

/// Reads, extracts, prints; what cannot be read is reported and left out.
pub(crate) fn run(arguments: &Arguments, problems: &mut Problems) -> io::Result<()> {
    let inputs = read(&arguments.files, problems);
    let Some(document) = document(inputs, arguments, problems) else { return Ok(()) };
    let document = if arguments.without_texts { document.without_texts() } else { document };
    let printed = match document.chronology() {
        Ok((chronology, _)) => printed(&document, &chronology, arguments.format),
        Err(error) => {
            problems.add("the timeline document", &error.to_string());
            return Ok(());
        }
    };
    let mut output = io::stdout().lock();
    output.write_all(printed.as_bytes())?;
    output.flush()
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

/// The timeline of the articles, or the one document where there are no articles; `None` where there is neither.
fn document(inputs: Inputs, arguments: &Arguments, problems: &mut Problems) -> Option<Document> {
    let Inputs { drafts, documents } = inputs;
    if let ([(label, text)], true) = (documents.as_slice(), drafts.is_empty()) {
        return document_from_json(label, text, problems);
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
    set_publication(&mut articles, &arguments.published, problems);
    Some(Document::from(&extracted(articles, warnings, arguments)))
}

/// Reads a timeline; what it cannot read of it is noted, and a timeline document keeps it as it is.
fn document_from_json(label: &str, text: &str, problems: &mut Problems) -> Option<Document> {
    let read = Json::from_json_str(text).and_then(Document::import).and_then(|(document, mut notes)| {
        notes.extend(document.chronology()?.1);
        notes.iter().for_each(|found| note(label, &found.message));
        Ok(document)
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
fn extracted(articles: Vec<Article>, warnings: Vec<Warning>, arguments: &Arguments) -> Chronology {
    let options = Options { title: arguments.title.clone(), texts: Texts::Kept, ..Options::default() };
    let bar = files::progress(articles.len() as u64, "extract");
    let mut extraction = Extraction::new(articles, warnings, options);
    while let Progress::Working { article, .. } = extraction.step(Budget::pieces(PIECES_A_STEP)) {
        bar.set_position(article as u64);
    }
    bar.finish_and_clear();
    extraction.finish()
}
