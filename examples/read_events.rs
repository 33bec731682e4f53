//! Prints what extraction finds in plain-text files, for reading by eye.
//!
//! `cargo run --example read_events -- FILE…` prints a line for each event (date, status, headline, articles), the
//! sentence it rests on under it, then the undated events, the eras and the notes.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use eraline::article::{Article, Draft, Ids};
use eraline::event::{Budget, Chronology, Event, Extraction, Options, Progress};

fn main() -> std::io::Result<()> {
    let mut ids = Ids::new();
    let (mut articles, mut warnings) = (Vec::new(), Vec::new());
    for path in std::env::args().skip(1) {
        let name = std::path::Path::new(&path).file_name().map(|name| name.to_string_lossy().into_owned());
        let draft = Draft { name, ..Draft::from_text(std::fs::read_to_string(&path)?) };
        let (article, more) = Article::from_draft(draft, &mut ids);
        articles.push(article);
        warnings.extend(more);
    }
    let mut job = Extraction::new(articles, warnings, Options::default());
    while let Progress::Working { .. } = job.step(Budget::SMALL) {}
    print(&job.finish());
    Ok(())
}

fn print(chronology: &Chronology) {
    for article in &chronology.articles {
        let date = article.published.date.map_or_else(|| String::from("-"), |date| date.to_string());
        println!("{} {date} {:?}", article.id, article.published.basis);
    }
    for event in chronology.events.iter().chain(&chronology.undated) {
        line(chronology, event);
    }
    for era in &chronology.eras {
        println!("era {} {} ({:?})", era.date, era.label, era.basis);
    }
    for note in &chronology.notes {
        println!("note {} {:?}: {}", note.code, note.article, note.message);
    }
}

fn line(chronology: &Chronology, event: &Event) {
    let date = event.date.map_or_else(|| String::from("undated"), |date| date.to_string());
    let after = event.after.map_or_else(String::new, |after| format!(" after {after}"));
    let mut sources: Vec<&str> = event
        .mentions
        .iter()
        .filter_map(|mention| Some(chronology.articles.get(mention.article)?.id.as_str()))
        .collect();
    sources.sort_unstable();
    sources.dedup();
    println!(
        "{date}{after} [{:?} {:?} {:.2}{}] {} ({:?}; {}) {{{}}}",
        event.extent,
        event.status,
        event.salience,
        if event.part_of.is_some() { " part" } else { "" },
        event.headline,
        event.headline_basis,
        sources.join(" "),
        event.participants.join(", ")
    );
    if std::env::var_os("QUOTES").is_some() {
        for mention in &event.mentions {
            println!("      - {:?} {}", mention.expression, mention.quote);
        }
    }
}
