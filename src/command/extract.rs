//! `eraline extract`: articles in, a timeline out.

use std::io::{self, Write};

use clap::Args;

use super::Problems;
use super::formats::{Format, printed};
use super::story::Sources;

/// Reads articles and prints the timeline that they tell together.
///
/// Takes plain text, HTML, JSON (an article {"id", "title", "text" or "html", "published", "publisher", "url", "lang"}
/// or a list of them) and JSON Lines, told by the file's ending or else by its content. A timeline document that this
/// command printed before and the JSON of TimelineJS are taken too, alone, and printed again.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    sources: Sources,

    /// How to print the timeline.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// Leave the articles' texts out of the document; the quotes stay, and a digest of each text.
    #[arg(long)]
    without_texts: bool,
}

/// Reads, extracts, prints; what cannot be read is reported and left out.
pub(crate) fn run(arguments: &Arguments, problems: &mut Problems) -> io::Result<()> {
    let Some(story) = arguments.sources.story(problems) else { return Ok(()) };
    let printed = printed(story, arguments.format, arguments.without_texts);
    let mut output = io::stdout().lock();
    output.write_all(printed.as_bytes())?;
    output.flush()
}
