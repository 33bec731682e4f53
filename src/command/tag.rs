//! `eraline tag`: texts in, TIMEX3 expressions out, one JSON object a line.

mod explain;

use std::io::{self, BufRead, BufWriter, Write};

use clap::{Args, ValueEnum};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use eraline::article::{Article, publication_date};
use eraline::calendar::Edtf;
use eraline::text::ScalarIndex;
use eraline::timex::{Anchor, Language, Timex, resolve};

use super::Problems;
use explain::Explained;

/// Finds the time expressions of texts.
///
/// Reads one JSON object a line from standard input: {"id": …, "dct": "2021-08-17" or null, "text": "…"}, where dct
/// is the document creation time, without which that of the text's own header or dateline is taken; "lang" is taken
/// too. Writes one object a line: {"id": …, "timexes": [{"start", "end", "type", "value", "mod"}]}, with type, value
/// and mod as TIMEX3 has them, start and end counted in Unicode code points, end exclusive.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// How to write the result.
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,

    /// Print why instead, to be read: for each sentence its words with their classes, and for each expression the rule
    /// that found it, what it says, what it was counted from and what it means.
    #[arg(long, conflicts_with = "format")]
    explain: bool,

    /// The language of texts that name none, or none that has rules: en, es.
    #[arg(long, value_name = "TAG", value_parser = language, default_value = "en")]
    lang: Language,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| {
        let known: Vec<&str> = Language::all().map(Language::subtag).collect();
        format!("expected one of {}", known.join(", "))
    })
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One JSON object a line.
    Jsonl,
}

/// A batch is read, tagged on all cores, written; so much at a time keeps memory bounded and the cores busy.
const BATCH_BYTES: usize = 4 << 20;

/// What a line must hold.
#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    dct: Option<String>,
    #[serde(default)]
    lang: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct Tagged<'t> {
    id: serde_json::Value,
    timexes: Vec<TaggedTimex<'t>>,
}

#[derive(Serialize)]
struct TaggedTimex<'t> {
    start: usize,
    end: usize,
    r#type: &'static str,
    value: &'t str,
    r#mod: Option<&'static str>,
}

/// Tags standard input, batch by batch; bad lines are reported and left out.
pub(crate) fn run(arguments: &Arguments, problems: &mut Problems) -> io::Result<()> {
    let Format::Jsonl = arguments.format;
    let mut input = io::stdin().lock();
    let mut output = BufWriter::new(io::stdout().lock());
    let mut lines_before = 0;
    loop {
        let batch = match next_batch(&mut input) {
            Ok(batch) => batch,
            Err(error) => {
                problems.add("standard input", &format!("expected to read, found {error}"));
                Vec::new()
            }
        };
        if batch.is_empty() {
            return output.flush();
        }
        let done: Vec<Result<String, String>> = batch.par_iter().map(|line| answer(line, arguments)).collect();
        for (index, line) in done.iter().enumerate() {
            match line {
                Ok(answer) if answer.is_empty() => {}
                Ok(answer) => writeln!(output, "{answer}")?,
                Err(message) => {
                    problems.add("standard input", &format!("line {}: {message}", lines_before + index + 1));
                }
            }
        }
        lines_before += batch.len();
    }
}

fn next_batch(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH_BYTES {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        bytes += line.len();
        batch.push(line);
    }
    Ok(batch)
}

/// What to write for a line read; empty for a blank one.
fn answer(line: &[u8], arguments: &Arguments) -> Result<String, String> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii();
    if line.is_empty() {
        return Ok(String::new());
    }
    let document = document(line)?;
    let published = document.published()?;
    let language = document.lang.as_deref().and_then(Language::from_tag).unwrap_or(arguments.lang);
    let stated = language.find(&document.text);
    let timexes = resolve(&document.text, &stated, &Anchor { published });
    if arguments.explain {
        let name = document.id.as_str().map_or_else(|| document.id.to_string(), str::to_owned);
        return Ok(Explained {
            name: &name,
            text: &document.text,
            language,
            published,
            stated: &stated,
            timexes: &timexes,
        }
        .to_string());
    }
    let index = ScalarIndex::new(&document.text);
    let tagged = Tagged { id: document.id, timexes: timexes.iter().map(|timex| tagged(timex, &index)).collect() };
    serde_json::to_string(&tagged).map_err(|error| error.to_string())
}

fn document(line: &[u8]) -> Result<Document, String> {
    serde_json::from_slice(line).map_err(|error| {
        let message = error.to_string();
        // Each line is a document of its own, so the parser's own line number says nothing.
        let found = message.replace(" at line 1 column", " at column");
        format!(r#"expected {{"id": …, "dct": …, "text": …}}, found {found}"#)
    })
}

impl Document {
    /// Its creation time, as given or else in the text's own header or dateline.
    fn published(&self) -> Result<Option<Edtf>, String> {
        let Some(dct) = self.dct.as_deref().map(str::trim).filter(|dct| !dct.is_empty()) else {
            return Ok(Article::published_in(&self.text));
        };
        let date = publication_date(dct).ok_or_else(|| {
            format!("expected a dct such as 2021-08-17 or null, found {:?}", dct.chars().take(60).collect::<String>())
        })?;
        Ok(Some(date))
    }
}

fn tagged<'t>(timex: &'t Timex, index: &ScalarIndex<'_>) -> TaggedTimex<'t> {
    let span = index.scalars_from_bytes(timex.span);
    TaggedTimex {
        start: span.start,
        end: span.end,
        r#type: timex.kind.as_str(),
        value: &timex.value,
        r#mod: timex.modifier.map(eraline::timex::Modifier::as_str),
    }
}
