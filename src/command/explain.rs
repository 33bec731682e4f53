//! `eraline explain`: why an event has its date and its sources.

use std::fmt::{self, Write as _};
use std::io::{self, Write as _};

use clap::Args;

use eraline::event::{Chronology, Event, Mention};
use eraline::outline::{self, Card, EventRef};

use super::Problems;
use super::story::{Sources, Story};

/// Tells why an event has its date, its headline and its sources.
///
/// Prints the event with every sentence that tells it: the expression, its TIMEX3 value, what it was counted from, the
/// date that it gives and the rule that read it.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The event: its id, or words of its headline.
    event: String,

    #[command(flatten)]
    sources: Sources,
}

/// Reads, extracts, explains; every event whose headline holds the words, where they are no id.
pub(crate) fn run(arguments: &Arguments, problems: &mut Problems) -> io::Result<()> {
    let Some(Story { chronology, .. }) = arguments.sources.story(problems) else { return Ok(()) };
    let found = meant(&chronology, &arguments.event);
    if found.is_empty() {
        problems.add(&arguments.event, "expected the id of an event or words of its headline, found no such event");
        return Ok(());
    }
    let mut text = String::new();
    for event in found {
        if !text.is_empty() {
            text.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = explain(&mut text, &chronology, event);
    }
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()
}

fn meant(chronology: &Chronology, asked: &str) -> Vec<EventRef> {
    let dated = (0..chronology.events.len()).map(EventRef::Dated);
    let all: Vec<EventRef> = dated.chain((0..chronology.undated.len()).map(EventRef::Undated)).collect();
    let matching = |is_meant: &dyn Fn(&Event) -> bool| -> Vec<EventRef> {
        all.iter().copied().filter(|event| event.of(chronology).is_some_and(is_meant)).collect()
    };
    let by_id = matching(&|event| event.id == asked || event.aliases.iter().any(|alias| alias == asked));
    if !by_id.is_empty() {
        return by_id;
    }
    let words: Vec<String> = asked.split_whitespace().map(str::to_lowercase).collect();
    matching(&|event| {
        let headline = event.headline.to_lowercase();
        !words.is_empty() && words.iter().all(|word| headline.contains(word.as_str()))
    })
}

fn explain(text: &mut String, chronology: &Chronology, event: EventRef) -> fmt::Result {
    let (Some(card), Some(found)) = (outline::card(chronology, event), event.of(chronology)) else { return Ok(()) };
    writeln!(text, "{}", card.headline)?;
    header(text, &card, found)?;
    writeln!(text, "\n{}", card.why)?;
    for source in &card.sources {
        let Some(article) = chronology.articles.get(source.article) else { continue };
        writeln!(text, "\n{} {} ({})", article.id, source.title, source.published)?;
        for mention in found.mentions.iter().filter(|mention| mention.article == source.article) {
            reading(text, mention)?;
        }
    }
    for conflict in &found.conflicts {
        let article = found.mentions.get(conflict.mention).and_then(|mention| chronology.articles.get(mention.article));
        writeln!(text, "\n{} says {}", article.map_or("an article", |article| &article.id), conflict.date)?;
    }
    Ok(())
}

fn header(text: &mut String, card: &Card, event: &Event) -> fmt::Result {
    let edtf = event.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let exactness = if card.exactness.is_empty() { String::new() } else { format!(" ({})", card.exactness) };
    writeln!(text, "{}{exactness} · {edtf} · {}", card.date, event.id)?;
    if !event.aliases.is_empty() {
        writeln!(text, "also {}", event.aliases.join(", "))?;
    }
    for line in [Some(card.participants.as_str()).filter(|names| !names.is_empty()), card.status].into_iter().flatten()
    {
        writeln!(text, "{line}")?;
    }
    if let Some(span) = &event.part_of {
        writeln!(text, "part of {span}")?;
    }
    Ok(())
}

/// The sentence, and from its expression to the date.
fn reading(text: &mut String, mention: &Mention) -> fmt::Result {
    writeln!(text, "  “{}”", mention.quote.split_whitespace().collect::<Vec<_>>().join(" "))?;
    let mut steps: Vec<String> = Vec::new();
    steps.extend(mention.expression.as_ref().map(|expression| format!("“{expression}”")));
    steps.extend(mention.timex.as_ref().map(|timex| format!("TIMEX3 {timex}")));
    steps.extend(mention.anchor.map(|anchor| format!("counted from {}", anchor.date)));
    steps.push(mention.date.map_or_else(|| "no date of its own".to_owned(), |date| date.to_string()));
    let rule = if mention.rule.is_empty() { String::new() } else { format!(" (rule {})", mention.rule) };
    writeln!(text, "    {}{rule}", steps.join(" → "))?;
    match &mention.attribution {
        Some(speaker) => writeln!(text, "    {speaker} says so"),
        None => Ok(()),
    }
}
